"""Tables to files, one each, by DuckDB: Parquet, CSV and JSON Lines. The same rows give the same bytes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.export.tables import Column, Table, literal

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

BOM = "\ufeff"
"""Begins a CSV file, for Excel takes one without it for another encoding and garbles every Vietnamese letter. pandas,
Polars, DuckDB, R's readr and Frictionless pass over it."""

FORMULA = "=+-@\t\r\n＝＋－＠"
"""A spreadsheet runs a text that begins with one of these. An apostrophe before it makes it text again."""

COPY_OPTIONS = {
    "parquet": "FORMAT parquet, COMPRESSION zstd",
    "csv": "FORMAT csv, HEADER true",
    "jsonl": "FORMAT json",
}
"""The formats of one file a table, and how DuckDB is asked for them."""


@dataclass(frozen=True, slots=True)
class Written:
    """A table as it was written: its file in the folder, its rows, and its sheet and cells cut short in a workbook."""

    table: Table
    path: str
    rows: int
    sheet: str | None = None
    cut: int = 0


def write_files(con: DuckDBPyConnection, tables: Sequence[Table], folder: Path, file_format: str) -> list[Written]:
    """Write each table as a file `TABLE.FORMAT`.

    Args:
        con: the snapshot.
        tables: what to write.
        folder: where to; it exists.
        file_format: one of `COPY_OPTIONS`.
    """
    written = []
    for table in tables:
        name = f"{table.name}.{file_format}"
        query = table.query(_csv_value, BOM) if file_format == "csv" else table.query()
        target = literal(str(folder / name))
        [(rows,)] = con.execute(f"COPY ({query}) TO {target} ({COPY_OPTIONS[file_format]})").fetchall()
        written.append(Written(table, name, rows))
    return written


def guarded(text: str) -> str:
    """Return a text as a cell that no spreadsheet runs: with an apostrophe before what looks like a formula."""
    return f"'{text}" if text.startswith(tuple(FORMULA)) else text


def _csv_value(column: Column) -> str:
    """Lists as JSON, which begins with a bracket; texts guarded as `guarded` does it."""
    if column.kind in ("list", "struct"):
        return f"CAST(to_json({column.sql}) AS VARCHAR)"
    if column.kind != "text" or column.enum or column.name.endswith("_id"):
        return column.sql
    marks = ", ".join(f"chr({ord(mark)})" for mark in FORMULA)
    return f"CASE WHEN left({column.sql}, 1) IN ({marks}) THEN '''' || {column.sql} ELSE {column.sql} END"
