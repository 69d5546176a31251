"""Feeds and sitemaps: XML from strangers, read for nothing but links, titles and dates.

Their markup is too often broken for a strict reader, and no feed library reads the dates that portals print in them
("01/03/2024 10:20", "Fri, 01 Mar 2024 10:20:00 GMT+7"). Entities are never expanded, and a document that declares some
is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from email.utils import parsedate_to_datetime
from html import unescape
from io import BytesIO

from lxml import etree

from scrapers.inflate import BadEncoding, Inflater, TooLarge
from scrapers.links import Link, join
from scrapers.published import read_date

MAX_SITEMAP = 50 * 2**20
"""Bytes of an unpacked sitemap, as sitemaps.org limits it."""

MAX_ENTRIES = 50_000

_GZIP = b"\x1f\x8b"
_ENTITY = tuple("<!ENTITY".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))
_TAGS = re.compile(r"<[^>]*>")


class NotAnIndex(ValueError):
    """What came is no feed or sitemap, or one that must not be read; the message says which."""


@dataclass(frozen=True, slots=True)
class Sitemap:
    """Pages that a sitemap lists, and further sitemaps that it names."""

    links: tuple[Link, ...]
    sitemaps: tuple[str, ...]


def read_feed(content: bytes, url: str) -> tuple[Link, ...]:
    """Return the entries of an RSS, RDF or Atom feed, in its order.

    Raises:
        NotAnIndex: it is none, or declares entities.
    """
    links = tuple(_entry(element, url) for element in _elements(content, {"item", "entry"}, {"rss", "rdf", "feed"}))
    return tuple(link for link in links if link)


def read_sitemap(content: bytes, url: str) -> Sitemap:
    """Return what a sitemap or a sitemap index lists; it may be packed with gzip.

    Raises:
        NotAnIndex: it is none, is too large, is broken off, or declares entities.
    """
    pages: list[Link] = []
    further: list[str] = []
    for element in _elements(_unpacked(content), {"url", "sitemap"}, {"urlset", "sitemapindex"}):
        target = join(url, _text(element, "loc"))
        if target and _name(element) == "sitemap":
            further.append(target)
        elif target:
            pages.append(Link(target, _text(element, "title"), _date(_text(element, "publication_date", "lastmod"))))
    return Sitemap(tuple(pages), tuple(further))


def _unpacked(content: bytes) -> bytes:
    if not content.startswith(_GZIP):
        return content
    try:
        inflater = Inflater("gzip", MAX_SITEMAP)
        inflater.feed(content)
        return inflater.content()
    except (TooLarge, BadEncoding) as error:
        raise NotAnIndex(f"the packed sitemap cannot be read: {error}") from error


def _elements(content: bytes, wanted: set[str], roots: set[str]) -> Iterator[etree._Element]:
    """Yield the wanted elements one by one, each freed after use."""
    if len(content) > MAX_SITEMAP:
        raise NotAnIndex(f"more than {MAX_SITEMAP:,} bytes")
    if any(sign in content for sign in _ENTITY):
        raise NotAnIndex("it declares XML entities, which no feed or sitemap needs; not read")
    root = ""
    count = 0
    events = etree.iterparse(
        BytesIO(content.lstrip()),
        events=("start", "end"),
        recover=True,
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
    )
    try:
        for event, element in events:
            if not root:
                root = _name(element)
                if root not in roots:
                    raise NotAnIndex(f"it begins with <{root}>, not with <{'> or <'.join(sorted(roots))}>")
            if event == "end" and _name(element) in wanted:
                yield element
                element.clear()
                count += 1
                if count >= MAX_ENTRIES:
                    return
    except etree.XMLSyntaxError as error:
        if not root:
            raise NotAnIndex(f"it is no XML: {error}") from error
    if not root:
        raise NotAnIndex("there is no XML in it")


def _entry(element: etree._Element, url: str) -> Link | None:
    target = _text(element, "link") or _href(element) or _text(element, "guid", "id")
    address = join(url, target)
    if address is None:
        return None
    title = " ".join(unescape(_TAGS.sub(" ", _text(element, "title"))).split())
    return Link(address, title, _date(_text(element, "pubdate", "published", "date", "updated")))


def _href(element: etree._Element) -> str:
    """Return the address of an Atom entry: its link to the page itself."""
    links = [child for child in element if _name(child) == "link" and child.get("rel", "alternate") == "alternate"]
    return links[0].get("href", "") if links else ""


def _date(text: str) -> date | None:
    """Return the day of a feed's date: RFC 2822, ISO 8601, or as people write it."""
    try:
        return parsedate_to_datetime(text).date()
    except ValueError:
        found = read_date(text)
        return found.day if found else None


def _text(element: etree._Element, *names: str) -> str:
    """Return the text of the first child (or grandchild) with one of the names, the names tried in order."""
    for wanted in names:
        for child in element.iter():
            text = "".join(map(str, child.itertext())).strip()
            if child is not element and _name(child) == wanted and text:
                return text
    return ""


def _name(element: etree._Element) -> str:
    """Return an element's name in lower case, without its namespace; "" for comments and instructions."""
    return etree.QName(element).localname.lower() if isinstance(element.tag, str) else ""
