"""Look at a source as a visitor would: does it answer, does it list articles, can one be read in full.

The way to know that a portal has changed its layout, moved, or put up a firewall, before the tables run dry.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from scrapers.discover import entry_points, read_index
from scrapers.http import Fetcher
from scrapers.links import Link
from scrapers.outcome import UNASKED, Outcome, Response
from scrapers.parse import ParsedPage, parse_page
from scrapers.source import Source, State

Result = Literal["passed", "failed", "empty", "challenged", "gone"]

_LISTS = 4  # entry points looked at, without those that the site does not have
_ENTRIES = 12  # and with them
_ARTICLES = 3  # articles looked at
_SHORTEST = 200  # characters of a text that is one
_STALE = timedelta(days=400)  # without anything new, a site is a frozen copy

_GONE = frozenset({Outcome.GONE, Outcome.NO_SUCH_HOST})


@dataclass(frozen=True, slots=True)
class Check:
    """What a look at a source found.

    Attributes:
        key: The source's.
        result: `passed`, or what went wrong. `empty`: it answers, and lists no articles.
        field: Of a failed one, what failed: connection, page, title, published, text.
        message: For people.
        newest: The youngest day of publication that was seen.
    """

    key: str
    result: Result
    field: str | None = None
    message: str = ""
    newest: date | None = None


async def check_source(fetcher: Fetcher, source: Source) -> Check:
    """Look at a source: a few of its lists, and a few of the articles that they lead to, the best first."""
    links: dict[str, Link] = {}
    answers = []
    for seed in entry_points(source)[:_ENTRIES]:
        answer = await fetcher.fetch(seed.url, source)
        answers.append(answer)
        if answer.outcome is Outcome.FETCHED:
            index = read_index(seed.kind, answer.content, answer.final_url, source, answer.charset, depth=seed.depth)
            links.update({link.url: link for link in index.links if link.url not in links})
        there = sum(answer.outcome is not Outcome.GONE for answer in answers)
        if len(links) >= _ARTICLES or there == _LISTS or answer.outcome in UNASKED:
            break
    urls = [*links, *([source.example] if source.example else [])][:_ARTICLES]
    if not any(answer.outcome is Outcome.FETCHED for answer in answers):
        return _unreachable(source, answers)
    if not links:
        return Check(source.key, "empty", message="it answers, and nothing in its lists looks like an article")
    hints = [link.published_hint for link in links.values() if link.published_hint]
    return await _check_articles(fetcher, source, urls, max(hints, default=None))


async def _check_articles(fetcher: Fetcher, source: Source, urls: list[str], newest: date | None) -> Check:
    """Return the best that came of some articles."""
    checks = []
    for url in urls:
        answer = await fetcher.fetch(url, source)
        if answer.outcome is not Outcome.FETCHED:
            checks.append(_unreachable(source, [answer]))
            continue
        page = parse_page(answer.content, answer.final_url, source, answer.charset)
        field = _missing(page)
        day = page.article.published if page.article else None
        newest = max((d for d in (newest, day) if d), default=None)
        if field is None:
            return Check(source.key, "passed", message=url, newest=newest)
        checks.append(Check(source.key, "failed", field, f"no {field} could be read from {url}", newest))
    fields = ("connection", "page", "title", "text", "published")
    return max(checks, key=lambda check: fields.index(check.field) if check.field else -1)


def _missing(page: ParsedPage) -> str | None:
    """Return the first thing that an article lacks, None if it is whole."""
    if page.article is None:
        return "page"
    if not page.article.title:
        return "title"
    if sum(s.end - s.start for s in page.article.sections if s.field in ("lead", "body")) < _SHORTEST:
        return "text"
    return None if page.published else "published"


def _unreachable(source: Source, answers: list[Response]) -> Check:
    outcomes = {answer.cause or answer.outcome for answer in answers}
    message = answers[0].message if answers else "it has no entry points; declare some"
    if Outcome.CHALLENGED in outcomes:
        return Check(source.key, "challenged", message=message)
    if outcomes and outcomes <= _GONE:
        return Check(source.key, "gone", message=message)
    return Check(source.key, "failed", "connection", message)


def after_check(source: Source, check: Check, today: date) -> Source:
    """Return a source with the state that a check gives it.

    One that passes is verified, or frozen if it shows nothing new for over a year. One that fails is no longer
    verified. Only one that was not verified any more counts as gone: names and servers fail for a day, too.
    """
    state: State = source.state
    if check.result == "passed":
        state = "frozen" if check.newest and check.newest < today - _STALE else "verified"
    elif check.result == "gone":
        state = "unverified" if source.state == "verified" else "gone"
    elif source.state in ("verified", "gone"):
        state = "unverified"
    return replace(source, state=state, last_checked=today)
