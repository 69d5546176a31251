"""What an archived answer holds: an article, or links to pages. The same for a page fetched just now, one that was
archived years ago, and one from somebody else's archive.
"""  # noqa: D205

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.record import Problem
from scrapers.links import Link
from scrapers.relevance import score
from scrapers.urls import canonical, fetchable, page_id
from scrapers.visits import Page, PageKind

if TYPE_CHECKING:
    from pipeline.article import Article
    from scrapers.outcome import Response
    from scrapers.source import Source

ON_TOPIC = 0.5
"""Score from which on a link speaks of emulation blocs, and goes before all others."""

_HEADLINE = 5  # words that make a link's text a headline
_FOLLOWED = 0.6  # score of a link's text from which on it is followed from beside an article
_DEEPEST = 4  # steps from one article to the next


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read: an outcome, an article or none, pages to go on with, and what looked wrong.

    `further` are the addresses among `links` where a list goes on.
    """

    outcome: str
    article: Article | None = None
    links: tuple[Page, ...] = ()
    further: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_answer(response: Response, kind: PageKind, depth: int, source: Source | None) -> Reading:
    """Read an answer as what its page was asked for.

    Whatever a page makes a parser raise is that page's problem, and the crawl goes on.

    Args:
        response: The answer.
        kind: What the page was asked for.
        depth: Its steps from where the crawl began.
        source: The site that it belongs to; without one no links are followed.
    """
    try:
        if kind == "page" or source is None:
            return _read_page(response, depth, source)
        return _read_index(response, kind, depth, source)
    except Exception as error:  # a parser met with something that nobody has thought of
        message = f"{type(error).__name__}: {error}; please report the page, the crawl goes on without it"
        problem = Problem(code="reader-failed", message=message, where=response.final_url)
        return Reading("failed", problems=(problem,))


def _read_page(response: Response, depth: int, source: Source | None) -> Reading:
    from scrapers.parse import parse_page

    url = response.final_url
    page = parse_page(response.content, url, source, response.charset, fetched=response.fetched_at.date())
    links: tuple[Page, ...] = ()
    if source is not None and depth < _DEEPEST:
        near = [link for link in page.links if source.covers(link.url) and score(link.text) >= _FOLLOWED]
        links = tuple(pages_of(near, source, depth + 1))
    return Reading(page.outcome, page.article, links, problems=page.problems)


def _read_index(response: Response, kind: PageKind, depth: int, source: Source) -> Reading:
    from scrapers.discover import read_index

    if kind == "page":
        raise ValueError("an article is no list")
    index = read_index(kind, response.content, response.final_url, source, response.charset, depth=depth)
    further = [index_page(seed.url, seed.kind, seed.depth, source) for seed in index.next_pages]
    lists = [page for page in further if page is not None]
    links = (*pages_of(index.links, source, depth=0), *lists)
    outcome = "list" if index.links or lists else "empty"
    return Reading(outcome, None, links, tuple(page.page_id for page in lists), index.problems)


def pages_of(links: Iterable[Link], source: Source, depth: int) -> list[Page]:
    """Return the pages that links lead to, each with the priority that its text or address gives it."""
    pages = []
    for link in links:
        url = fetchable(link.url)
        if url is None or not source.covers(url):
            continue
        hint = link.published_hint.isoformat() if link.published_hint else None
        pages.append(_page(url, source, "page", _priority(link), depth, hint))
    return pages


def _priority(link: Link) -> float:
    """Return 1 and more for a link that speaks of emulation blocs.

    A headline speaks for itself; without one the address must do, which may only name a section of the site.
    """
    whole = score(link.text, link.url)
    weight = score(link.text) if len(link.text.split()) >= _HEADLINE else whole
    return round(1 + weight if weight >= ON_TOPIC else min(whole, ON_TOPIC), 3)


def index_page(url: str, kind: PageKind, depth: int, source: Source, *, rank: int = 0) -> Page | None:
    """Return the page of something that lists articles, None where its address cannot be asked for.

    Entry points go before all articles, the first before the second; what lies behind them goes after the articles
    on the topic and before the others.

    Args:
        url: Its address.
        kind: What it lists.
        depth: Its steps from the entry point.
        source: The site that it belongs to.
        rank: An entry point's place among its like.
    """
    target = fetchable(url)
    if target is None or not source.covers(target):
        return None
    return _page(target, source, kind, (3.0 if depth == 0 else 1.3) - 0.001 * (rank + depth), depth, None)


def _page(url: str, source: Source, kind: PageKind, priority: float, depth: int, hint: str | None) -> Page:
    key = canonical(url, source)
    return Page(page_id(url, source), key, url, source.key, kind, priority, depth, hint)
