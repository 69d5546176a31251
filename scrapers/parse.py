"""A page in, an article out, or the reason why there is none.

The order of work: is it a firewall's page; decode and parse once; try the layouts of the source's family, of the
family that the page looks like, and of single sites; then the generic reader, which says in `Article.parser` that it
was it; where there is no article, is it a notice that the article is gone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Literal
from urllib.parse import urlsplit

from pipeline import ids
from pipeline.article import Article
from pipeline.decode import UndecodableError, decode
from pipeline.publishers import load_publishers
from pipeline.record import Problem
from scrapers.assemble import Assembled, assemble
from scrapers.challenges import challenge
from scrapers.generic import read_generic
from scrapers.layout import Family, Reading, read_layout
from scrapers.links import Link, links_in
from scrapers.platforms import FAMILIES, OTHERS, family
from scrapers.published import (
    Basis,
    Published,
    days_in,
    latest_day,
    read_date,
    read_date_line,
    read_machine_date,
    read_url_date,
)
from scrapers.source import Source
from scrapers.tree import (
    Index,
    Node,
    PageTooLarge,
    attribute,
    children,
    elements,
    has_markup,
    parse_html,
    select,
    text_of,
)
from scrapers.urls import page_id

PageOutcome = Literal["article", "nothing", "failed", "challenged", "gone"]
"""`article`: read. `nothing`: a page without an article, as a list or a home page is. `failed`: there should be an
article and none could be read, or it is no page. `challenged`: the page of a firewall or a script came in place of the
site's own. `gone`: the site says, with status 200, that the article no longer exists."""

_HEAD = 400_000  # characters in which a family's marks are looked for
_FAR = 60  # days between publication and the days in the text from which the date is doubted
_OPENING = 1_500  # characters of the text whose days are compared with the date

# WebCenter answers a client that calls itself a browser with a script that loads the page.
_SCRIPT_SHELL = b"AdfLoopbackUtils"
_SHELL_SIZE = 20_000

_META_CHARSET = re.compile(rb"<meta[^>]{0,80}charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)

# "Bài viết không tồn tại hoặc đã bị xóa", "404 - Page Not Found", "The page cannot be found"
_GONE = re.compile(
    r"không (?:còn )?tồn tại|không tìm thấy|(?:đã|bị) (?:bị )?(?:xóa|xoá|gỡ)(?: bỏ)?\b"
    r"|(?:page|file|resource)\W.{0,40}(?:cannot be|not|n't be) found|^\s*404\s*$|\bnot found\b"
    r"|(?:lỗi|error|http)\s*404|\b404\b\W{0,5}(?:not|page|error|lỗi|không|trang|file)",
    re.IGNORECASE,
)
_NOTICE_SIZE = 300
_IN_BRACKETS = re.compile(r"\([^()]*\)$")  # "Thông tin báo chí. (31/01/2026, 07:27)"


@dataclass(frozen=True, slots=True)
class ParsedPage:
    """What a page holds.

    Attributes:
        outcome: What came of it.
        article: The article if there is one.
        links: All links of the page, in page order, whatever the outcome.
        problems: What looked wrong: selectors that found too much, dates that cannot be, why reading failed.
        published: The publication date with its basis and precision. A date known to the month only is here and not
            in the article.
    """

    outcome: PageOutcome
    article: Article | None = None
    links: tuple[Link, ...] = ()
    problems: tuple[Problem, ...] = ()
    published: Published | None = None


def parse_page(
    content: bytes,
    url: str,
    source: Source | None = None,
    declared: str | None = None,
    *,
    fetched: date | None = None,
) -> ParsedPage:
    """Read a page.

    Args:
        content: Its bytes, decompressed.
        url: Its address.
        source: The site that it belongs to, if known.
        declared: The charset that the HTTP header declares, if any; it may be wrong.
        fetched: When the page was fetched: no article in it is younger. A time counts by Vietnam's clock; of a day
            nobody knows by which clock, so the next one is allowed. Now if not given.
    """
    stub = _stub(content)
    if stub:
        return ParsedPage("challenged", problems=(Problem(code="challenged", message=stub, where=url),))
    try:
        decoded = decode(content, declared or _meta_charset(content))
        tree = parse_html(decoded.text)
    except (UndecodableError, PageTooLarge) as error:
        code = error.code if isinstance(error, UndecodableError) else "page-too-large"
        return ParsedPage("failed", problems=(Problem(code=code, message=str(error), where=url),))
    links = links_in(tree, url)
    if not has_markup(decoded.text):
        problem = Problem(code="no-page", message="there is no HTML in it", where=url)
        return ParsedPage("failed", links=links, problems=(problem,))
    problems = (
        [Problem(code=decoded.problem.code, message=decoded.problem.message, where=url)] if decoded.problem else []
    )
    expected, name, reading = _read(tree, decoded.text, url, source, problems)
    if reading is None:
        return ParsedPage(_outcome_without(tree, expected, url, problems), links=links, problems=tuple(problems))
    assembled = assemble(reading.blocks)
    if len(assembled.text) < _NOTICE_SIZE and _GONE.search(assembled.text):
        return ParsedPage("gone", links=links, problems=tuple(problems))
    if not assembled.has_text():
        problems.append(Problem(code="no-text", message="the article has a title and no text of its own", where=url))
    published = _published(tree, reading, url, latest_day(fetched), problems)
    _compare(published, assembled.text, url, problems)
    article = _article(assembled, published, url, source, name)
    return ParsedPage("article", article, links, tuple(problems), published)


def recognise(content: bytes, url: str) -> str | None:
    """Return the family that a page looks like, None if it looks like none that is known.

    Args:
        content: The page's bytes, decompressed.
        url: Its address.
    """
    try:
        found = _recognise(decode(content, _meta_charset(content)).text, url)
    except UndecodableError:
        return None
    return found.name if found else None


def _recognise(text: str, url: str) -> Family | None:
    """Return the family with the most marks in the page's source; the address counts for half a mark.

    A family that another one with marks is built on is that other one's foundation and no more.
    """
    head = text[:_HEAD]
    marks: dict[str, float] = {}
    for candidate in FAMILIES:
        found = candidate.marks_in(head)
        if found:
            marks[candidate.name] = found + (0.5 if candidate.is_article(url) else 0)
    foundations = {candidate.on for candidate in FAMILIES if candidate.name in marks}
    fitting = [candidate for candidate in FAMILIES if candidate.name in marks and candidate.name not in foundations]
    return max(fitting, key=lambda candidate: marks[candidate.name], default=None)


def _read(
    tree: Node, text: str, url: str, source: Source | None, problems: list[Problem]
) -> tuple[bool, str, Reading | None]:
    """Return whether an article was to be expected, who read it, and what was read.

    The layouts of a family whose marks the page lacks are tried where it has those of none: print pages, archives.
    """
    declared = family(source.platform) if source else None
    index = Index(tree)
    known = [declared] if declared else []
    fitting = _fitting(tree, known, index)
    if fitting is None:  # most pages are what their source is declared as, and spare the look for all marks
        recognised = _recognise(text, url)
        further = [one for one in (recognised, OTHERS) if one and one is not declared]
        known += further
        fitting = _fitting(tree, further if declared or recognised else [*further, *FAMILIES], index)
    if fitting:
        read_as, reading = fitting
        name = f"{read_as.name}/{reading.layout.name}"
        if declared and read_as is not declared:
            message = f"the source is declared as {declared.name}, but the page reads as {name}"
            problems.append(Problem(code="platform-differs", message=message, where=url))
        problems.extend(Problem(code="selector", message=note, where=url) for note in reading.surplus)
        return True, name, reading
    expected = any(one.is_article(url) for one in known)
    generic = read_generic(tree, expected=expected)
    if generic and declared and expected:
        message = f"no layout of {declared.name} fits the page; it was read by {generic.layout.name}"
        problems.append(Problem(code="layout-unknown", message=message, where=url))
    return expected, f"generic/{generic.layout.name}" if generic else "", generic


def _fitting(tree: Node, families: Iterable[Family], index: Index) -> tuple[Family, Reading] | None:
    """Return the first family with a layout that the page has, and what that layout reads."""
    for candidate in families:
        for layout in candidate.layouts:
            reading = read_layout(tree, layout, index)
            if reading:
                return candidate, reading
    return None


def _outcome_without(tree: Node, expected: bool, url: str, problems: list[Problem]) -> PageOutcome:
    """Return what a page is that holds no article."""
    body = text_of(tree, limit=2 * _NOTICE_SIZE)
    heads = [text_of(node) for node in elements(tree, "title", "h1", "h2")]
    if any(map(_GONE.search, heads)) or (len(body) <= 2 * _NOTICE_SIZE and _GONE.search(body)):
        return "gone"
    if not expected:
        return "nothing"
    message = "the address is that of an article, but neither a layout nor the generic reader found one"
    problems.append(Problem(code="article-not-found", message=message, where=url))
    return "failed"


def _published(tree: Node, reading: Reading, url: str, latest: date, problems: list[Problem]) -> Published | None:
    """Return the date of the first of these that has one, unless it lies in the future.

    1. The elements that the layout names.
    2. A date line: at the headline's end, between the container's other elements, at the head of the text.
    3. What the page tells machines.
    4. The address.
    """
    for found in _dates(tree, reading, url):
        if found.day <= latest:
            return found
        message = f"the page is dated {found.day}, after it was fetched ({found.basis}: {found.quote!r}); not taken"
        problems.append(Problem(code="date-in-future", message=message, where=url))
    return None


def _dates(tree: Node, reading: Reading, url: str) -> Iterator[Published]:
    lines = [
        bracket for block in reading.blocks if block.role == "title" for bracket in _IN_BRACKETS.findall(block.text)
    ]
    lines += [block.text for block in reading.blocks if block.role == "other"]
    first = next((i for i, block in enumerate(reading.blocks) if block.role in ("lead", "body")), 0)
    lines += [block.text for block in reading.blocks[first : first + 2] if block.role == "body"]
    yield from filter(None, map(read_date, reading.dates))
    yield from filter(None, (read_date_line(line) for text in lines for line in text.split("\n")))
    yield from filter(None, (read_machine_date(_machine_dates(tree, reading.container)),))
    yield from filter(None, (read_url_date(url),))


def _machine_dates(tree: Node, container: Node | None) -> Iterator[tuple[Basis, str]]:
    for node in select(container, "[itemprop=datePublished]") if container is not None else ():
        yield "microdata", attribute(node, "content") or attribute(node, "datetime") or text_of(node)
    for node in elements(tree, "meta"):
        if "article:published_time" in (attribute(node, "property"), attribute(node, "name")):
            yield "meta", attribute(node, "content")
    for node in elements(tree, "script"):
        if attribute(node, "type") == "application/ld+json":
            yield "json-ld", "".join(piece for piece in children(node) if isinstance(piece, str))


def _compare(published: Published | None, text: str, url: str, problems: list[Problem]) -> None:
    """Doubt a date that is far from all days which the text's opening names: import dates and typing errors."""
    if published is None:
        return
    far: list[date] = []
    for day in chain(days_in(text[:_OPENING]), _day_of_address(url)):
        if abs((published.day - day).days) <= _FAR:
            return
        far.append(day)
    if far:
        message = f"published {published.day}, but the text speaks of {', '.join(map(str, far[:3]))}"
        problems.append(Problem(code="date-far-from-text", message=message, where=url))


def _day_of_address(url: str) -> Iterator[date]:
    found = read_url_date(url)
    if found and found.precision == "day":
        yield found.day


def _article(assembled: Assembled, published: Published | None, url: str, source: Source | None, name: str) -> Article:
    return Article(
        article_id=ids.article_id(page_id(url, source), assembled.text),
        text=assembled.text,
        sections=assembled.sections,
        title=assembled.title,
        published=published.day if published and published.precision != "month" else None,
        url=url,
        source=source.key if source else None,
        province=_province(assembled.tag, url, source),
        parser=name,
    )


def _province(tag: str | None, url: str, source: Source | None) -> str | None:
    """Return the province that the publisher belongs to: of the source, of its host, of its mark in the text."""
    if source and source.province:
        return source.province if source.province != "Trung ương" else None
    publishers = load_publishers()
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    return publishers.hosts.get(host) or publishers.tags.get((tag or "").casefold())


def _stub(content: bytes) -> str | None:
    """Return what came in place of the site's page, None if nothing did."""
    firewall = challenge(content)
    if firewall:
        return f"a page of the firewall {firewall} came in place of the site's own; nothing was read"
    if len(content) < _SHELL_SIZE and _SCRIPT_SHELL in content:
        return "a script that loads the page came in its place; ask without calling yourself a browser"
    return None


def _meta_charset(content: bytes) -> str | None:
    match = _META_CHARSET.search(content[:4_000])
    return match[1].decode("ascii") if match else None
