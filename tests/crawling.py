"""What the tests of the crawl share: quick limits, a run to the end, and what it left behind."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pipeline.article import Article
from pipeline.record import Problem
from scrapers.crawl import Options, Tally, crawl, open_frontier
from scrapers.http import Limits
from scrapers.source import Source
from tests.hostile import Server

QUICK = Limits(connect=1, read=0.5, total=1.5, size=1_000_000, tries=2, backoff=0.01, patience=1, give_up=50)
CONTACT = "thu@example.org"


def run(
    data: Path, *sources: Source, tallies: dict[str, Tally] | None = None, **options: Any
) -> list[Article | Problem]:
    """Crawl and return all that is found."""

    async def collect() -> list[Article | Problem]:
        chosen = Options(**{"contact": CONTACT, "limits": QUICK, **options})
        return [item async for item in crawl(data, sources, chosen, tallies=tallies)]

    return asyncio.run(collect())


def articles(items: Sequence[Article | Problem]) -> list[Article]:
    return [item for item in items if isinstance(item, Article)]


def problems(items: Sequence[Article | Problem]) -> Counter[str]:
    return Counter(item.code for item in items if isinstance(item, Problem))


def state(data: Path) -> dict[str, list[tuple[Any, ...]]]:
    """All that the crawl knows, but times and places in files."""
    frontier = open_frontier(data)
    queries = {
        "pages": "SELECT page_id, page_key, source, kind, depth, state, digest, article_id FROM pages ORDER BY 1",
        "captures": "SELECT page_id, digest, article_id, is_read FROM captures ORDER BY 1, 2",
        "articles": "SELECT article_id, page_id, document FROM articles ORDER BY 1",
        "problems": "SELECT page_id, code, message FROM problems ORDER BY 1, 2, 3",
    }
    try:
        return {name: [tuple(row) for row in frontier.db.execute(query)] for name, query in queries.items()}
    finally:
        frontier.close()


def outcomes(data: Path, server: Server) -> dict[str, str]:
    """The recorded outcome of every page, by its path."""
    frontier = open_frontier(data)
    rows = frontier.db.execute("SELECT url, outcome, state FROM pages").fetchall()
    frontier.close()
    return {row["url"].removeprefix(server.base): row["outcome"] or row["state"] for row in rows}
