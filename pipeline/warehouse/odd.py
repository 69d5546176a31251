"""Problems that are met while a snapshot is made."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from pipeline.record import Problem
from pipeline.warehouse.arrow import insert_rows
from pipeline.warehouse.rows import run_problem_row

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


def add_problems(con: DuckDBPyConnection, problems: Iterable[Problem]) -> None:
    """Write down what was wrong with data that a user made, under the run that loaded last."""
    [(run,)] = con.execute("SELECT coalesce(max(run_id), '') FROM runs").fetchall()
    rows = {row["problem_id"]: row for row in (run_problem_row(problem, run) for problem in problems)}
    insert_rows(con, "problems", rows.values())
