"""Rows into tables through Arrow: by far the quickest way in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

Row = dict[str, Any]


def register_rows(con: DuckDBPyConnection, name: str, table: str, rows: list[Row]) -> None:
    """Make rows known to SQL as `name`, with the columns and types of a table."""
    import pyarrow as pa

    schema = con.sql(f"FROM {table} LIMIT 0").to_arrow_table().schema
    con.register(name, pa.Table.from_pylist(rows, schema=schema))


def insert_rows(con: DuckDBPyConnection, table: str, rows: Iterable[Row]) -> int:
    """Add rows to a table, columns by name; return how many."""
    given = list(rows)
    if given:
        register_rows(con, "new_rows", table, given)
        con.execute(f"INSERT INTO {table} BY NAME FROM new_rows")
        con.unregister("new_rows")
    return len(given)
