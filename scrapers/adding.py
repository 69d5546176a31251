"""Make a source's entry from one of its pages: what family it is of, what it is called, where it is."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import cast, get_args
from urllib.parse import urlsplit

from pipeline.decode import UndecodableError, decode
from pipeline.publishers import load_publishers
from scrapers.http import Fetcher
from scrapers.outcome import Outcome, Response
from scrapers.parse import parse_page, recognise
from scrapers.source import Kind, Platform, Source, SourceError, authority
from scrapers.tree import PageTooLarge, attribute, parse_html, select, text_of

_LOCAL_RATE = 50.0  # requests a second: it is nobody else's
_PARTS = re.compile(r"\s+[-–|»]\s+")


async def propose_source(
    fetcher: Fetcher, url: str, *, kind: Kind = "newspaper", province: str | None = None, local: bool = False
) -> Source:
    """Fetch a page and return the entry that it speaks for: an article becomes the example, a list an entry point.

    Args:
        fetcher: The client.
        url: An article, a list of articles, or the home page.
        kind: Who publishes.
        province: Where; looked up among the known publishers if not given.
        local: The host may be on this machine.

    Raises:
        SourceError: the page cannot be fetched.
    """
    host = authority(url)
    if not host:
        raise SourceError(f"{url!r} is no http(s) address")
    parts = urlsplit(url)
    base = f"{parts.scheme}://{host}/"
    key = host.removeprefix("www.")
    source = Source(key=key, name=key, base_url=base, kind=kind, province=province)
    if local:
        source = replace(source, kind="sample", local=True, rate=_LOCAL_RATE)
    answer = await fetcher.fetch(url, source)
    if answer.outcome is not Outcome.FETCHED:
        raise SourceError(f"{url}: {answer.outcome.value}, {answer.message}; nothing was added")
    return _entry(source, answer)


def _entry(source: Source, answer: Response) -> Source:
    family = recognise(answer.content, answer.final_url)
    platform = cast(Platform, family) if family in get_args(Platform) else "generic"
    source = replace(
        source,
        name=_name(answer) or source.key,
        platform=platform,
        province=source.province or load_publishers().hosts.get(source.key),
    )
    page = parse_page(answer.content, answer.final_url, source, answer.charset)
    if page.outcome == "article":
        return replace(source, example=answer.final_url)
    if urlsplit(answer.final_url).path.strip("/"):
        return replace(source, listings=(answer.final_url,))
    return source


def _name(answer: Response) -> str | None:
    """Return what a site calls itself: in its metadata, else at the end of the page's title."""
    try:
        tree = parse_html(decode(answer.content, answer.charset).text)
    except (UndecodableError, PageTooLarge):
        return None
    for node in select(tree, "meta[property='og:site_name'][content]")[:1]:
        return " ".join(attribute(node, "content").split()) or None
    for node in select(tree, "head title")[:1]:
        return _PARTS.split(text_of(node))[-1].strip() or None
    return None
