"""Where to look for reports: feeds, sitemaps, lists, tag and search pages, the best first.

Every step is bounded: lists are followed to a number of pages, sitemaps to a depth and size, and addresses that a
calendar makes up without end are not followed at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal
from urllib.parse import quote, urljoin, urlsplit

from pipeline.decode import UndecodableError, decode
from pipeline.record import Problem
from scrapers.feeds import NotAnIndex, read_feed, read_sitemap
from scrapers.layout import Family
from scrapers.links import Link, links_in
from scrapers.platforms import FAMILIES, OTHERS, family
from scrapers.relevance import plain, score
from scrapers.source import Source
from scrapers.tree import Node, PageTooLarge, attribute, parse_html, select
from scrapers.urls import canonical

__all__ = ["IndexKind", "IndexPage", "Link", "Seed", "entry_points", "read_index", "score"]

IndexKind = Literal["search", "feed", "listing", "home", "sitemap"]
"""What lists articles; a tag page is a `listing`."""

MAX_PAGE = 200
"""Last page of a list that is asked for; what lies further back is reached by sitemap or archive."""

MAX_SITEMAP_DEPTH = 3
MAX_SECTIONS = 12
TOPICS = ("khối thi đua", "cụm thi đua")
"""What search pages are asked for."""

# Addresses that count days instead of articles: "?ngay=21/11/2024", "/lich/2024/11/21", a blog's archive "/2024/11/".
_CALENDAR = re.compile(
    r"[?&](?:date|ngay|day|month|thang|year|nam|tu_?ngay|den_?ngay|from_?date|to_?date|tribe-bar-date)=[^&]*\d"
    r"|/(?:calendar|lich[\w-]*|archive|luu-tru)/.*\d|/(?:19|20)\d\d(?:/\d\d?){0,2}/?$",
    re.IGNORECASE,
)
# Page numbers of families that are not known.
_PAGES = (
    r"[?&](?:page|trang|p|pg|paged|pageindex|pagenumber|currentpage|cur|_cur)=(\d+)",
    r"[?&](?:limit)?start=(\d+)",
    r"/(?:page|trang|p)[-/]?(\d+)(?:/|\.html?)?$",
)
_SECTION = re.compile(r"\b(?:thi dua|khen thuong|tin tuc|tin hoat dong|hoat dong|thoi su|chinh tri|xa hoi|su kien)\b")
_MIN_WORDS = 5  # of a headline; a menu's entry has fewer


@dataclass(frozen=True, slots=True)
class Seed:
    """An address that lists articles. `depth` counts the steps from an entry point: pages, nested sitemaps."""

    kind: IndexKind
    url: str
    depth: int = 0


@dataclass(frozen=True, slots=True)
class IndexPage:
    """What a page that lists articles holds: the articles, best first, and where the list goes on."""

    links: tuple[Link, ...]
    next_pages: tuple[Seed, ...] = ()
    problems: tuple[Problem, ...] = ()


def entry_points(source: Source) -> list[Seed]:
    """Return where to begin with a source, best first.

    What its entry declares; if that is nothing, where sites of its family have their search, feeds and sitemaps, and
    the home page. Sitemaps that robots.txt names are the client's to add.
    """
    known = family(source.platform)
    declared = (source.searches, source.feeds, source.listings, source.sitemaps)
    home = Seed("home", source.base_url)
    if any(declared):
        searches, feeds, listings, sitemaps = declared
        found = [
            *_searches(searches),
            *_seeds("feed", feeds),
            *_seeds("listing", listings),
            *_seeds("sitemap", sitemaps),
        ]
        return _unique(found if listings or feeds else [*found, home])
    if known is None:
        return [home]
    base = source.base_url.rstrip("/") + "/"
    searches = (urljoin(base, known.search.lstrip("/")),) if known.search else ()
    feeds = tuple(urljoin(base, path.lstrip("/")) for path in known.feeds)
    sitemaps = tuple(urljoin(base, path.lstrip("/")) for path in known.sitemaps)
    return _unique([*_searches(searches), *_seeds("feed", feeds), home, *_seeds("sitemap", sitemaps)])


def read_index(
    kind: IndexKind,
    content: bytes,
    url: str,
    source: Source,
    declared: str | None = None,
    *,
    depth: int = 0,
) -> IndexPage:
    """Read a page that lists articles.

    Args:
        kind: What it is meant to be.
        content: Its bytes, decompressed.
        url: Its address.
        source: The site that it belongs to; links to other sites are left out.
        declared: The charset that the HTTP header declares, if any.
        depth: The seed's depth.
    """
    try:
        if kind == "feed":
            return _index(kind, _own(read_feed(content, url), source), (), url)
        if kind == "sitemap":
            return _read_sitemap(content, url, source, depth)
        tree = parse_html(decode(content, declared).text)
    except (NotAnIndex, UndecodableError, PageTooLarge) as error:
        return IndexPage((), (), (_problem(f"{kind}-not-read", str(error), url),))
    return _read_list(kind, tree, url, source, depth)


def _read_sitemap(content: bytes, url: str, source: Source, depth: int) -> IndexPage:
    sitemap = read_sitemap(content, url)
    further = [target for target in dict.fromkeys(sitemap.sitemaps) if source.covers(target) and target != url]
    seeds = tuple(Seed("sitemap", target, depth + 1) for target in further)
    if seeds and depth + 1 >= MAX_SITEMAP_DEPTH:
        message = f"sitemaps nested deeper than {MAX_SITEMAP_DEPTH}; {len(seeds)} not followed"
        return IndexPage(_best_first(_own(sitemap.links, source)), (), (_problem("sitemap-too-deep", message, url),))
    return _index("sitemap", _own(sitemap.links, source), seeds, url)


def _read_list(kind: IndexKind, tree: Node, url: str, source: Source, depth: int) -> IndexPage:
    known = family(source.platform)
    links = _own(links_in(tree, url, hints=True), source)
    articles = [link for link in links if _is_article(link, url, known)]
    following = _sections(links, url, depth) if kind == "home" else _next_page(tree, kind, links, url, known, depth)
    return _index(kind, articles, following, url)


def _index(kind: IndexKind, links: Iterable[Link], following: tuple[Seed, ...], url: str) -> IndexPage:
    ordered = _best_first(links)
    if ordered or following:
        return IndexPage(ordered, following)
    return IndexPage((), (), (_problem("empty-list", f"the {kind} leads to no article of the site", url),))


def _is_article(link: Link, url: str, known: Family | None) -> bool:
    """Tell the links of articles from those of menus: by the family's addresses, else by how much they say."""
    if _CALENDAR.search(link.url) or link.url.rstrip("/") == url.rstrip("/"):
        return False
    if known and known.is_article(link.url):
        return True
    families = (known,) if known else (*FAMILIES, OTHERS)
    worded = len(link.text.split()) >= _MIN_WORDS
    return worded and (not known or score(link.text) > 0 or any(one.is_article(link.url) for one in families if one))


def _sections(links: Sequence[Link], url: str, depth: int) -> tuple[Seed, ...]:
    """Return the sections of a home page that may hold reports, those on emulation first."""
    if depth:
        return ()
    short = [link for link in links if len(link.text.split()) < _MIN_WORDS + 1 and not _CALENDAR.search(link.url)]
    fitting = [link for link in short if _SECTION.search(plain(link.text)) and link.url.rstrip("/") != url.rstrip("/")]
    ordered = sorted(fitting, key=lambda link: -score(link.text, link.url))
    return tuple(Seed("listing", link.url, depth + 1) for link in ordered[:MAX_SECTIONS])


def _next_page(
    tree: Node, kind: IndexKind, links: Sequence[Link], url: str, known: Family | None, depth: int
) -> tuple[Seed, ...]:
    """Return the page that follows in a list, if there is one and it is not too far back.

    1. The page that says so (`rel=next`).
    2. Of the links that differ from this page in the page number alone, the one with the next higher number.
    """
    patterns = known.pages if known and known.pages else _PAGES
    here = _page_number(url, patterns)
    numbered: dict[int, str] = {}
    for link in links:
        number = _page_number(link.url, patterns)
        is_first = here == 0 and number == 1 and link.text.strip() == "1"  # this page, under its other address
        if number > here and not is_first and _same_list(link.url, url, patterns):
            numbered.setdefault(number, link.url)
    said = _rel_next(tree, url)
    named = [link.url for link in links if link.url in said]
    following = named[0] if named else numbered[min(numbered)] if numbered else None
    if following is None or _CALENDAR.search(following) or depth + 1 >= MAX_PAGE:
        return ()
    return (Seed(kind, following, depth + 1),)


def _rel_next(tree: Node, url: str) -> set[str]:
    nodes = select(tree, "a[rel~=next][href], link[rel~=next][href]")
    return {urljoin(url, attribute(node, "href").strip()) for node in nodes}


def _page_number(url: str, patterns: Iterable[str]) -> int:
    """Return the number of a list's page, or the number of its first entry; 0 where the address has none."""
    for pattern in patterns:
        match = re.search(pattern, url)
        if match:
            return int(match[1])
    return 0


def _same_list(url: str, other: str, patterns: Iterable[str]) -> bool:
    """Tell whether two addresses are pages of one list: without page number and query they are the same."""
    return _list_path(url, patterns) == _list_path(other, patterns)


def _list_path(url: str, patterns: Iterable[str]) -> tuple[str, str]:
    for pattern in patterns:
        url = re.sub(pattern, "", url)
    parts = urlsplit(canonical(url))
    return parts.netloc, re.sub(r"\.(?:html?|aspx)$", "", parts.path)


def _own(links: Iterable[Link], source: Source) -> list[Link]:
    """Leave out the links to other sites."""
    return [link for link in links if source.covers(link.url)]


def _best_first(links: Iterable[Link]) -> tuple[Link, ...]:
    """Order links by how likely they lead to a report; of equal ones, the page's own order stays."""
    return tuple(sorted(links, key=lambda link: -score(link.text, link.url)))


def _searches(patterns: Iterable[str]) -> list[Seed]:
    """Fill the words searched for into search addresses."""
    return [Seed("search", pattern.replace("{query}", quote(topic))) for topic in TOPICS for pattern in patterns]


def _seeds(kind: IndexKind, urls: Iterable[str]) -> list[Seed]:
    seeds = [Seed(kind, url) for url in urls]
    return sorted(seeds, key=lambda seed: -score("", seed.url))


def _unique(seeds: Iterable[Seed]) -> list[Seed]:
    return list({seed.url: seed for seed in reversed(list(seeds))}.values())[::-1]


def _problem(code: str, message: str, url: str) -> Problem:
    return Problem(code=code, message=message, where=url)
