"""The links of a page: where they lead, what they say, and the date that stands beside them in a list."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import islice
from urllib.parse import urldefrag, urljoin, urlsplit

from scrapers.published import read_date
from scrapers.tree import Node, ancestors, attribute, elements, name, text_of

_ITEM_CHARS = 700  # longer than any entry of a list with its teaser; what is longer holds several entries
_ITEM_LEVELS = 4
# Nearly all links are of these two forms, for which the standard library's rules need not be asked.
_REST = r"[\w%=&,:+~./-]"
_ABSOLUTE = re.compile(rf"https?://[a-zA-Z0-9.-]+(?::\d+)?/{_REST}*(?:\?{_REST}+)?")
_ROOTED = re.compile(rf"/(?!/){_REST}*(?:\?{_REST}+)?")
_BREAKS = ("body", "html", "main", "form", "ul", "ol", "table", "tbody")


@dataclass(frozen=True, slots=True)
class Link:
    """A link as it stands on a page or in a feed: absolute URL without fragment, its text, and the date beside it."""

    url: str
    text: str
    published_hint: date | None = None


def base_of(tree: Node, url: str) -> str:
    """Return the address that the page's relative links are relative to."""
    for node in elements(tree, "base")[:1]:
        return join(url, attribute(node, "href")) or url
    return url


def links_in(tree: Node, url: str, *, hints: bool = False) -> tuple[Link, ...]:
    """Return the page's links in page order, each address once, with the longest of its texts.

    Args:
        tree: The page.
        url: Its address.
        hints: Look for dates beside the links, as lists print them. Costs time.
    """
    base = base_of(tree, url)
    found: dict[str, Link] = {}
    for node in elements(tree, "a", "area"):
        target = join(base, attribute(node, "href"))
        if not target:
            continue
        text = _label(node)
        known = found.get(target)
        hint = (known.published_hint if known else None) or (_hint(node) if hints else None)
        longest = text if known is None or len(text) > len(known.text) else known.text
        found[target] = Link(target, longest, hint)
    return tuple(found.values())


def join(base: str, href: str) -> str | None:
    """Return an absolute http(s) address without fragment, None for what is no page (mailto:, javascript:, "#")."""
    href = href.strip().replace("&amp;", "&")  # escaped twice by many a template
    if not href or href.startswith("#"):
        return None
    if _ABSOLUTE.fullmatch(href):
        return href
    if _ROOTED.fullmatch(href) and "/." not in href and (origin := _origin(base)):
        return origin + href
    try:
        target = urldefrag(urljoin(base, href)).url
    except ValueError:  # "http://[" and the like
        return None
    return target if target.startswith(("http://", "https://")) else None


@lru_cache(maxsize=64)
def _origin(url: str) -> str | None:
    """Return scheme and host of a web address."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return f"{parts.scheme}://{parts.netloc}" if parts.scheme in ("http", "https") and parts.netloc else None


def _label(node: Node) -> str:
    """Return what a link says: its text, else its title, else the text that stands in for its image."""
    text = text_of(node) or attribute(node, "title")
    images = () if text.strip() else elements(node, "img")
    return " ".join((text or " ".join(attribute(image, "alt") for image in images)).split())


def _hint(node: Node) -> date | None:
    """Return the date printed in the list entry that a link belongs to."""
    for ancestor in islice(ancestors(node), _ITEM_LEVELS):
        if name(ancestor) in _BREAKS:
            return None
        text = text_of(ancestor, limit=_ITEM_CHARS)
        if len(text) > _ITEM_CHARS:
            return None
        found = read_date(text)
        if found:
            return found.day
    return None
