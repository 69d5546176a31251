"""Pages that are known, and when each is to be asked for again after a visit."""

from __future__ import annotations

from typing import Literal, NamedTuple

from pipeline.article import Article
from scrapers.outcome import PAGES, SETTLED, UNASKED, Outcome, Response

PageKind = Literal["page", "search", "feed", "listing", "home", "sitemap"]
"""What an address is asked for: an article (`page`), or what lists articles."""

PageState = Literal["queued", "done", "moved", "forgotten"]
"""`queued`: never asked for. `done`: something came of it, see `outcome`. `moved`: it redirects to another page.
`forgotten`: removed for good, never to be asked for again."""

HOUR, DAY = 3600.0, 86_400.0
_RAREST = 64 * DAY
_SETTLED_TRIES = 3


class Page(NamedTuple):
    """A page that is known; the columns of the table `pages` (frontier.sql). From priority 1 on, the link to it speaks
    of emulation blocs.
    """  # noqa: D205

    page_id: str
    page_key: str
    url: str
    source: str
    kind: PageKind = "page"
    priority: float = 0.0
    depth: int = 0
    hint: str | None = None
    state: PageState = "queued"
    outcome: str | None = None
    failures: int = 0
    etag: str | None = None
    last_modified: str | None = None
    due: float | None = 0.0
    checked_at: float | None = None
    interval: float = DAY
    digest: str | None = None
    article_id: str | None = None


def merged(known: Page, again: Page) -> Page:
    """Return a known page after another link to it was found."""
    if known.kind != "page" and again.kind == "page":  # a list that some page links to is still that list
        return known
    lists_now = again.kind != "page" and known.kind == "page"
    return known._replace(
        kind=again.kind if lists_now else known.kind,
        due=0.0 if lists_now and known.state != "moved" else known.due,
        depth=again.depth if lists_now else min(known.depth, again.depth),
        priority=again.priority if lists_now else max(known.priority, again.priority),
        hint=known.hint or again.hint,
    )


def visited(page: Page, outcome: Outcome, now: float) -> Page:
    """Return a page after a visit, due again as `scrapers.frontier.Frontier.record_outcome` says."""
    if outcome in UNASKED:
        return page._replace(outcome=outcome.value, due=now + HOUR)
    done = page._replace(state="done", outcome=outcome.value, checked_at=now, failures=page.failures + 1)
    if outcome in PAGES:
        interval = min(2 * page.interval, _RAREST) if page.kind == "page" else page.interval
        return done._replace(failures=0, interval=interval, due=now + interval)
    if outcome in SETTLED:
        return done._replace(due=now + 30 * DAY if done.failures < _SETTLED_TRIES else None)
    return done._replace(due=now + min(HOUR * 2.0 ** min(page.failures, 20), 30 * DAY))


def answered(page: Page, response: Response, digest: str) -> Page:
    """Return a page whose answer with this digest is in the archive, due again as it was until now."""
    now = response.fetched_at.timestamp()
    return page._replace(
        state="done",
        outcome=response.outcome.value,
        failures=0,
        etag=response.header("etag"),
        last_modified=response.header("last-modified"),
        due=now + page.interval,
        checked_at=now,
        digest=digest,
    )


def with_validators(page: Page, response: Response) -> Page:
    """Return a page with what its next visit can ask by: the validators of the last answer."""
    return page._replace(
        etag=response.header("etag") or (page.etag if response.outcome is Outcome.NOT_MODIFIED else None),
        last_modified=response.header("last-modified")
        or (page.last_modified if response.outcome is Outcome.NOT_MODIFIED else None),
    )


def interval_after(page: Page, article: Article | None) -> float:
    """Return the seconds until the next visit of a page that has just been read.

    Where reports are listed first is looked at in every run, what lies further back once a week. A new article is
    looked at again after a day, then ever more rarely.
    """
    if page.kind == "sitemap" and page.depth:
        return DAY
    if page.kind != "page":
        return 0.0 if page.depth <= 1 else 7 * DAY
    if article is None:
        return 7 * DAY
    return min(2 * page.interval, _RAREST) if article.article_id == page.article_id else DAY
