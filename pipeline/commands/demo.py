"""`thidua demo`: the whole way on the bundled sample sites, for somebody who sees this for the first time."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.commands.console import print_json, print_text
from pipeline.commands.sample_crawl import crawl_samples

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

    from scrapers.crawl import Tally

_NOTICE = "These reports were written for this project after real ones; the names of persons in them are invented."

_STATUS = {
    "proposed": "proposed",
    "assumed": "takes over",
    "elected": "elected",
    "appointed": "appointed",
    "serving": "serving",
    "voted": "voted by the bloc",
    "conferred": "given",
}
_SHARED = ("Bloc", "Year", "Who")
_RATIOS = {"Bloc": 4, "Who": 5, "What": 5, "Words of the report": 8}
_QUOTE_LENGTH = 160
_LOG_WIDTH = 140

_LEADERS = """
SELECT coalesce(province, district, '') AS place, bloc, year, role, coalesce(agency, person) AS holder, status,
    quotes[1]
FROM leadership_timeline ORDER BY place = '', place, bloc, year NULLS LAST, role DESC, holder
"""
_AWARDS = """
SELECT coalesce(province, district, '') AS place, bloc, year,
    coalesce(recipient, count || CASE recipient_kind WHEN 'person' THEN ' person(s)' WHEN 'agency' THEN ' unit(s)'
        ELSE ' bloc(s)' END) AS who, award, rank, grantor, status, quotes[1]
FROM award_table ORDER BY place = '', place, bloc, year NULLS LAST, award, grantor, who
"""
_COUNTS = """
SELECT (SELECT count(*) FROM articles WHERE superseded_by IS NULL) AS articles,
    (SELECT count(DISTINCT article_id) FROM bloc_mentions) AS "of them on blocs",
    (SELECT count(*) FROM bloc_mentions) AS blocs, (SELECT count(*) FROM meetings) AS meetings,
    (SELECT count(*) FROM memberships) AS memberships, (SELECT count(*) FROM leaderships) AS leaderships,
    (SELECT count(*) FROM awards) AS awards, (SELECT count(*) FROM people) AS people
"""


def demo(data: Path, workers: int, as_json: bool) -> None:
    """Crawl the sample sites, load and publish what is found into a folder of its own, and print what it says."""
    from pipeline.warehouse.open import open_warehouse
    from pipeline.warehouse.publish import publish

    if not as_json:
        print_text(f"{_NOTICE}\n\n")
    tallies = crawl_samples(data, workers)
    publish(data)
    con = open_warehouse(data, quiet=True)
    try:
        if as_json:
            print_json({"notice": _NOTICE, **_tables(con)})
            return
        print_text(_crawled(tallies))
        _print_tables(con)
        steps = _next_steps(con, data)
    finally:
        con.close()
    print_text(steps)
    print_text(f"\n{_NOTICE}\n")


def _tables(con: DuckDBPyConnection) -> dict[str, Any]:
    leaders = ("place", "bloc", "year", "role", "holder", "status", "quote")
    awards = ("place", "bloc", "year", "recipient", "award", "rank", "grantor", "status", "quote")
    return {
        "leaders": [dict(zip(leaders, row, strict=True)) for row in con.execute(_LEADERS).fetchall()],
        "awards": [dict(zip(awards, row, strict=True)) for row in con.execute(_AWARDS).fetchall()],
    }


def _crawled(tallies: Mapping[str, Tally]) -> str:
    asked, new = (sum(getattr(tally, name) for tally in tallies.values()) for name in ("asked", "new"))
    unchanged = sum(tally.outcomes.get("not-modified", 0) for tally in tallies.values())
    return (
        f"Crawled: {len(tallies)} sample sites over HTTP, {asked} pages asked for, {unchanged} of them unchanged since "
        f"the last time, {new} new articles.\n"
    )


def _print_tables(con: DuckDBPyConnection) -> None:
    from rich.console import Console

    is_log = not sys.stdout.isatty()
    console = Console(
        width=_LOG_WIDTH if is_log and "COLUMNS" not in os.environ else None, file=io.StringIO() if is_log else None
    )
    counts = con.execute(_COUNTS)
    names = [column[0] for column in counts.description or ()]
    row = counts.fetchone() or ()
    print_text("Read: " + ", ".join(f"{n} {name}" for n, name in zip(row, names, strict=True)) + ".\n\n")
    leaders = [_leader(row) for row in con.execute(_LEADERS).fetchall()]
    console.print(_table("Who leads which emulation bloc in which year", (*_SHARED, "Words of the report"), leaders))
    awards = [_award(row) for row in con.execute(_AWARDS).fetchall()]
    columns = (*_SHARED, "What", "Words of the report")
    console.print(_table("Who was proposed for, voted or given what", columns, awards))
    if isinstance(console.file, io.StringIO):
        print_text(console.file.getvalue())  # in UTF-8, whatever the locale says


def _leader(row: Sequence[Any]) -> list[str]:
    place, bloc, year, role, holder, status, quote = row
    role = "leads" if role == "leader" else "deputy"
    return [_bloc(bloc, place), _year(year), f"{holder}\n{role}, {_STATUS[status]}", _short(quote)]


def _award(row: Sequence[Any]) -> list[str]:
    place, bloc, year, recipient, award, rank, grantor, status, quote = row
    what = f"{award}{f' {rank}' if rank else ''}{f' ({grantor})' if grantor else ''}\n{_STATUS[status]}"
    return [_bloc(bloc, place), _year(year), recipient or "", what, _short(quote)]


def _bloc(name: str, place: str) -> str:
    return f"{name}\n{place}" if place else name


def _year(year: int | None) -> str:
    return "" if year is None else str(year)


def _short(quote: str | None) -> str:
    quote = quote or ""
    return f"“{quote}”" if len(quote) <= _QUOTE_LENGTH else f"“{quote[: _QUOTE_LENGTH - 1].rstrip()}…”"


def _table(title: str, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> Any:
    """Lay rows out, repeating a bloc's name only where another bloc's rows stood in between."""
    from rich.table import Table
    from rich.text import Text

    table = Table(title=title, title_justify="left", pad_edge=False, expand=True)
    for column in columns:
        table.add_column(column, ratio=_RATIOS.get(column))
    before = ""
    for bloc, *rest in rows:
        if before and bloc != before:
            table.add_section()
        table.add_row(*(Text(cell) for cell in ("" if bloc == before else bloc, *rest)))
        before = bloc
    return table


def _next_steps(con: DuckDBPyConnection, data: Path) -> str:
    [(article,)] = con.execute(
        "SELECT article_id FROM leadership_timeline, articles WHERE url = urls[1] ORDER BY url LIMIT 1"
    ).fetchall() or [("ID",)]
    return (
        f"\nThe tables are in {data}/thidua.duckdb. To ask them yourself:\n"
        f'  in a DuckDB shell   duckdb -readonly {data}/thidua.duckdb "FROM leadership_timeline"\n'
        f'  in Python           import pipeline; pipeline.open_warehouse("{data}").sql("FROM award_table").df()\n'
        f"  one report          thidua show --data {data} {article}\n"
        "Your own reports:     thidua load FOLDER && thidua publish   (into ./data, apart from these)\n"
    )
