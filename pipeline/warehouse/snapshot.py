"""What a snapshot holds: the statements, people's reviews applied to them, who is who, and each fact counted once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.quality import quality_rows
from pipeline.registry.decisions import known_decisions
from pipeline.registry.places import load_places
from pipeline.warehouse.apply_reviews import apply_reviews
from pipeline.warehouse.arrow import insert_rows
from pipeline.warehouse.files import make_tables, sql_of
from pipeline.warehouse.odd import add_problems
from pipeline.warehouse.resolve import resolve

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_STATEMENTS = (
    "snapshot", "runs", "sources", "articles", "article_copies", "problems", "reviews", "bloc_mentions", "meetings",
    "memberships", "leaderships", "awards", "people", "documents", "movements", "initiatives", "rankings", "evidence",
)  # fmt: skip
"""The tables of the build file that a snapshot takes over."""


def fill_snapshot(con: DuckDBPyConnection, data: Path) -> None:
    """Fill the connection's current, empty database from the one attached as `build`.

    1. All statements, as they were read.
    2. What people decided about single facts.
    3. Places, agencies and blocs: who is who.
    4. Facts counted once.
    5. How good the reading is on reports with gold.

    Args:
        con: its current database is the snapshot in the making.
        data: the folder of the data, which may hold a `decisions.csv`.
    """
    make_tables(con)
    con.execute("DELETE FROM snapshot")
    for table in _STATEMENTS:
        con.execute(f"INSERT INTO {table} BY NAME FROM build.{table}")
    reviews = apply_reviews(con)
    gazetteer = load_places()
    decisions, problems = known_decisions(data, gazetteer)
    add_problems(con, problems)
    resolve(con, gazetteer, reviews, decisions)
    con.execute(sql_of("count.sql"))
    insert_rows(con, "quality", quality_rows())
