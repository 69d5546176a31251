"""The articles that a crawl has found, in all their versions: what is to be handed on, and what is a copy of what."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import NamedTuple

from pipeline import ids
from pipeline.article import Article
from pipeline.record import Problem
from scrapers.copies import Copy, Version, comparable, link_copies, signature
from scrapers.frontier import Frontier
from scrapers.source import Source


class Found(NamedTuple):
    """An article, and the canonical address of its page."""

    article: Article
    page_key: str


def found_articles(frontier: Frontier, *, waiting: bool = False) -> Iterator[Found]:
    """Yield all articles, page by page, the version that a page shows now as the last of the page.

    Args:
        frontier: The state of the crawl.
        waiting: Only those that were not handed on to the tables yet. As these take the last for the newest, the
            version that a page shows comes along if an older one, from an archive, is new.
    """
    pages = frontier.db.execute(
        "SELECT DISTINCT page_id FROM articles WHERE NOT ? OR is_loaded = 0 ORDER BY page_id", [waiting]
    ).fetchall()
    for page in pages:
        rows = frontier.db.execute(
            "SELECT page_key, document, a.article_id = pages.article_id AS is_shown"
            " FROM articles a JOIN pages USING (page_id) LEFT JOIN captures c USING (page_id, article_id)"
            " WHERE a.page_id = ? AND (NOT ? OR is_loaded = 0 OR is_shown)"
            " GROUP BY a.article_id ORDER BY is_shown, min(fetched_at), a.article_id",
            [page["page_id"], waiting],
        ).fetchall()
        for row in rows:
            yield Found(Article.from_dict(json.loads(row["document"])), row["page_key"])


def mark_loaded(frontier: Frontier, article_ids: Iterable[str]) -> None:
    """Write down that articles were handed on to the tables, and are safe there."""
    with frontier.whole():
        frontier.db.executemany(
            "UPDATE articles SET is_loaded = 1 WHERE article_id = ?", [(article_id,) for article_id in article_ids]
        )


def found_copies(frontier: Frontier) -> list[Copy]:
    """Return which articles are near-duplicates of earlier ones on other pages.

    An article's place in time is its day of publication, else the day on which it was first fetched.
    """
    _sign(frontier)
    rows = frontier.db.execute(
        "SELECT a.article_id, a.page_id, a.signature, min(c.fetched_at) AS first,"
        " json_extract(a.document, '$.published') AS published"
        " FROM articles a LEFT JOIN captures c USING (page_id, article_id) GROUP BY a.article_id"
    ).fetchall()
    return link_copies(
        Version(
            r["article_id"], r["page_id"], f"{r['published'] or (r['first'] or '')[:10]} {r['first']}", r["signature"]
        )
        for r in rows
    )


def _sign(frontier: Frontier) -> None:
    """Give a signature to the articles that have none, or one that can no longer be compared."""
    rows = frontier.db.execute("SELECT article_id, signature FROM articles").fetchall()
    missing = [r["article_id"] for r in rows if r["signature"] is None or not comparable(r["signature"])]
    for article_id in missing:
        row = frontier.db.execute("SELECT document FROM articles WHERE article_id = ?", [article_id]).fetchone()
        made = signature(json.loads(row["document"])["text"])
        frontier.db.execute("UPDATE articles SET signature = ? WHERE article_id = ?", [made, article_id])


def sweep(frontier: Frontier) -> list[str]:
    """Drop the articles that no archived answer holds any more, now that all were read again; return their ids."""
    with frontier.whole():
        rows = frontier.db.execute(
            "DELETE FROM articles WHERE article_id NOT IN"
            " (SELECT article_id FROM captures WHERE article_id IS NOT NULL) RETURNING article_id"
        ).fetchall()
    return sorted(row["article_id"] for row in rows)


def known_problems(frontier: Frontier) -> list[Problem]:
    """Return what is wrong with pages and sources as things stand."""
    return _problems(frontier, "1")


def page_problems(frontier: Frontier, page_key: str) -> list[Problem]:
    """Return what is wrong with one page."""
    return _problems(frontier, "page_id = ?", ids.page_id(page_key))


def problems_without_article(frontier: Frontier) -> list[Problem]:
    """Return what is wrong with pages that hold no article, and with sources; `where` is the page's key, if it has one.

    A source's own key stands for the source.
    """
    rows = frontier.db.execute(
        "SELECT DISTINCT code, message, coalesce(page_key, location) AS place"
        " FROM problems LEFT JOIN pages USING (page_id) WHERE article_id IS NULL ORDER BY place, code, message"
    )
    return [Problem(code=r["code"], message=r["message"], where=r["place"]) for r in rows]


def _problems(frontier: Frontier, where: str, *values: str) -> list[Problem]:
    rows = frontier.db.execute(
        f'SELECT DISTINCT code, message, location, start, "end" FROM problems WHERE {where} ORDER BY 3, 1, 2', values
    )
    return [
        Problem(code=r["code"], message=r["message"], where=r["location"], start=r["start"], end=r["end"]) for r in rows
    ]


class SourceState(NamedTuple):
    """Where the crawl of one source stands: counts of pages and articles, and of pages by the last outcome."""

    source: str
    known: int
    waiting: int
    articles: int
    problems: int
    last_visit: float | None
    outcomes: dict[str, int]


def source_states(frontier: Frontier) -> list[SourceState]:
    """Return where the crawl of each source stands, by its key."""
    outcomes: dict[str, Counter[str]] = {}
    for row in frontier.db.execute("SELECT source, outcome, count(*) AS n FROM pages GROUP BY 1, 2"):
        outcomes.setdefault(row["source"], Counter())[row["outcome"] or "not asked yet"] = row["n"]
    counts = frontier.db.execute(
        "SELECT source, count(*) AS known, count(*) FILTER (WHERE state = 'queued') AS waiting,"
        " count(article_id) AS articles, max(checked_at) AS last_visit,"
        " (SELECT count(*) FROM problems WHERE problems.source = pages.source) AS problems"
        " FROM pages WHERE state <> 'forgotten' GROUP BY source ORDER BY source"
    )
    return [SourceState(**dict(row), outcomes=dict(sorted(outcomes[row["source"]].items()))) for row in counts]


def source_rows(frontier: Frontier, sources: Iterable[Source]) -> list[dict[str, object]]:
    """Return sites as rows of the table `sources`, with how far the crawl of each has come."""
    states = {state.source: state for state in source_states(frontier)}
    return [
        {
            "source": source.key,
            "name": source.name,
            "kind": source.kind,
            "province": source.province,
            "url": source.base_url,
            "state": source.state,
            "pages": states[source.key].known - states[source.key].waiting if source.key in states else 0,
            "last_fetched": _moment(states[source.key].last_visit) if source.key in states else None,
        }
        for source in sources
    ]


def _moment(seconds: float | None) -> datetime | None:
    return datetime.fromtimestamp(seconds, UTC).replace(tzinfo=None, microsecond=0) if seconds else None
