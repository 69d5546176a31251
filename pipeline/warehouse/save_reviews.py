"""Keep people's decisions in the private build file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.reviews import Review
from pipeline.warehouse.arrow import insert_rows
from pipeline.warehouse.files import connect_build
from pipeline.warehouse.rows import FACT_TABLES

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


def save_reviews(data: Path, reviews: Iterable[Review]) -> dict[str, int]:
    """Add decisions, each in place of an earlier one on the same thing; one of verdict `undo` takes it out.

    A decision on a fact that does not say which version of its article the person saw gets the one that is loaded.

    Args:
        data: the folder of the data.
        reviews: the decisions; of two on one thing the later counts.

    Returns:
        How many were `new`, `changed`, `undone` and `unchanged`.

    Raises:
        WarehouseError: another process is writing, or the file is of another version of the tables.
    """
    counts = dict.fromkeys(("new", "changed", "undone", "unchanged"), 0)
    con = connect_build(data)
    try:
        con.begin()
        for review in {review.review_id: review for review in reviews}.values():
            counts[_save(con, review)] += 1
        con.commit()
    finally:
        con.close()
    return counts


def _save(con: DuckDBPyConnection, review: Review) -> str:
    columns = ", ".join(f'"{name}"' for name in asdict(review))
    found = con.execute(f"SELECT {columns} FROM reviews WHERE review_id = ?", [review.review_id]).fetchall()
    known = found[0] if found else None
    if review.target == "fact" and review.article_id is None:
        review = replace(review, article_id=_article_of(con, review.left))
    if known == tuple(asdict(review).values()) or (known is None and review.verdict == "undo"):
        return "unchanged"
    con.execute("DELETE FROM reviews WHERE review_id = ?", [review.review_id])
    if review.verdict == "undo":
        return "undone"
    insert_rows(con, "reviews", [{"review_id": review.review_id, **asdict(review)}])
    return "changed" if known else "new"


def _article_of(con: DuckDBPyConnection, fact_id: str) -> str | None:
    for table in FACT_TABLES.values():
        for (article,) in con.execute(f"SELECT article_id FROM {table} WHERE fact_id = ?", [fact_id]).fetchall():
            return str(article)
    return None
