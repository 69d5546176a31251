"""Apply people's decisions on single facts to a snapshot in the making."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.ids import problem_id
from pipeline.reviews import COLUMNS, Review
from pipeline.warehouse.arrow import insert_rows
from pipeline.warehouse.rows import FACT_TABLES

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_FIXED = frozenset(("fact_id", "article_id", "run_id", "rule", "confidence", "inferred", "verdict", "quote"))
"""Columns of a fact that say how it came about, and that nobody corrects."""


def apply_reviews(con: DuckDBPyConnection) -> list[Review]:
    """Mark accepted and rejected facts, and correct the corrected ones.

    A decision whose fact is no longer told has nothing to do and stays for the day when it is told again. One that does
    not fit (a column that the fact has not, a year that is no number) gets a row in `problems`.

    Args:
        con: the snapshot in the making; decisions are in its table `reviews`.

    Returns:
        All decisions, in the order of their ids.
    """
    names = ", ".join(f'"{name}"' for name in COLUMNS)
    rows = con.execute(f"SELECT {names} FROM reviews ORDER BY review_id").fetchall()
    reviews = [Review(**dict(zip(COLUMNS, row, strict=True))) for row in rows]
    for table in FACT_TABLES.values():
        con.execute(
            f"UPDATE {table} SET verdict = r.verdict FROM ("
            'SELECT "left" AS fact_id, max(verdict) AS verdict FROM reviews WHERE target = \'fact\' GROUP BY "left"'
            f") r WHERE r.fact_id = {table}.fact_id"
        )
    for review in reviews:
        if review.verdict == "correct":
            _correct(con, review)
    return reviews


def _correct(con: DuckDBPyConnection, review: Review) -> None:
    """Write the right value into the one fact table that has the fact."""
    import duckdb

    for table in FACT_TABLES.values():
        found = con.execute(f"SELECT article_id FROM {table} WHERE fact_id = ?", [review.left]).fetchall()
        if not found:
            continue
        columns = {name for (name,) in con.execute(f"SELECT column_name FROM (DESCRIBE {table})").fetchall()}
        if review.slot not in columns - _FIXED or (review.slot or "").endswith("_id"):
            reason = f"{table} has no column {review.slot} that could be corrected"
        else:
            try:
                con.execute(f'UPDATE {table} SET "{review.slot}" = ? WHERE fact_id = ?', [review.value, review.left])
                return
            except (duckdb.ConversionException, duckdb.ConstraintException, duckdb.InvalidInputException) as error:
                reason = f"{review.value!r} is no value of {table}.{review.slot}: {str(error).splitlines()[0]}"
        _report(con, review, found[0][0], reason)


def _report(con: DuckDBPyConnection, review: Review, article_id: str, reason: str) -> None:
    message = f"the review of fact {review.left} was not applied: {reason}. Correct the review, or take it out"
    [(run,)] = con.execute("SELECT coalesce(max(run_id), '') FROM runs").fetchall()
    row = {
        "problem_id": problem_id(article_id, "review-not-applied", message, None, None),
        "run_id": run,
        "article_id": article_id,
        "code": "review-not-applied",
        "message": message,
        "location": review.slot,
    }
    insert_rows(con, "problems", [row])
