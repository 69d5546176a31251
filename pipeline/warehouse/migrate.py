"""Bring a build file of older tables forward: make a new file beside it, take the rows over, and swap the two.

The columns that both have are taken over by name. Tables and columns that are new stay empty: publishing fills what
follows from statements. A later version that renames a column or reads it otherwise says so here.

A process that dies here at any moment leaves the old file in its place or the new one, each whole; what it was making
is thrown away by the next.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from pipeline.ids import problem_id
from pipeline.warehouse.arrow import insert_rows
from pipeline.warehouse.disk import names_to_disk, wal_of
from pipeline.warehouse.keys import FOREIGN_KEYS
from pipeline.warehouse.rows import FACT_TABLES

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_NEW = "migrated"
_OWN_ROW = "snapshot"
"""The table that each file fills itself: it says of which version its tables are."""


class _Column(NamedTuple):
    """A column that old and new tables share."""

    name: str
    new_type: str
    converted: bool
    nullable: bool

    @property
    def value(self) -> str:
        """The expression that gives its new value, null where the old one does not fit."""
        return f'TRY_CAST("{self.name}" AS {self.new_type})' if self.converted else f'"{self.name}"'

    @property
    def misfit(self) -> str:
        """The condition under which a value does not fit."""
        return f'("{self.name}" IS NOT NULL AND {self.value} IS NULL)'


def migrate(
    con: DuckDBPyConnection, build: Path, version: int, make_tables: Callable[[DuckDBPyConnection], None]
) -> Path:
    """Put a file with today's tables and the rows of an older build file in its place.

    A value that the new tables do not know becomes null, or its row is left out where null is not allowed; either gets
    a row in `problems`, and the page is read anew by the next `thidua load` that meets it.

    Args:
        con: the old build file, open for writing, which keeps other processes out until it is closed. Of no more use
            afterwards than to be closed: `build` is the new file then.
        build: its path.
        version: of its tables.
        make_tables: makes today's tables in a connection's current database.

    Returns:
        Where the old file is kept.

    Raises:
        OSError: there is no room, or the folder cannot be written; the old file stays in its place.
        duckdb.Error: likewise.
    """
    unfinished = build.with_name(f".{build.stem}-migrated.tmp")
    _remove(unfinished)
    con.execute("CHECKPOINT")  # empties its log, which would not fit the new file
    try:
        _copy(con, build, unfinished, make_tables)
        shutil.copymode(build, unfinished)
        kept = _keep(build, version)
        wal_of(build).unlink(missing_ok=True)  # empty by now
        unfinished.replace(build)
    except BaseException:
        con.close()
        _remove(unfinished)
        raise
    names_to_disk(build.parent)
    return kept


def _copy(
    con: DuckDBPyConnection, build: Path, unfinished: Path, make_tables: Callable[[DuckDBPyConnection], None]
) -> None:
    """Make the new file and fill it from the connection's current database."""
    old = con.execute("SELECT current_database()").fetchall()[0][0]
    tables = [
        name
        for (name,) in con.execute("SELECT table_name FROM duckdb_tables() WHERE database_name = ?", [old]).fetchall()
    ]
    path = str(unfinished).replace("'", "''")
    con.execute(f"ATTACH '{path}' AS {_NEW}")
    con.execute(f"USE {_NEW}")
    con.begin()
    make_tables(con)
    problems: list[dict[str, Any]] = []
    for table in sorted(tables):
        columns = _shared_columns(con, old, table)
        if table == _OWN_ROW or not columns:
            continue
        source = f'"{old}".main."{table}"'
        fits = " AND ".join(f"NOT {column.misfit}" for column in columns if column.converted and not column.nullable)
        values = ", ".join(f'{column.value} AS "{column.name}"' for column in columns)
        con.execute(f'INSERT INTO "{table}" BY NAME SELECT {values} FROM {source} WHERE {fits or "true"}')
        for column in columns:
            if column.converted:
                problems += _misfits(con, old, table, column)
    if problems:
        insert_rows(con, "problems", {row["problem_id"]: row for row in problems}.values())
        _mend_after_losses(con)
    con.commit()
    con.execute(f"CHECKPOINT {_NEW}")
    con.execute(f'USE "{old}"')
    con.execute(f"DETACH {_NEW}")


def _shared_columns(con: DuckDBPyConnection, old: str, table: str) -> list[_Column]:
    """Return the columns that a table has in both files."""
    rows = con.execute(
        "SELECT new.column_name, new.data_type, new.data_type <> old.data_type, new.is_nullable "
        "FROM duckdb_columns() new JOIN duckdb_columns() old USING (table_name, column_name) "
        "WHERE new.database_name = ? AND old.database_name = ? AND table_name = ? ORDER BY new.column_index",
        [_NEW, old, table],
    ).fetchall()
    return [_Column(*row) for row in rows]


def _misfits(con: DuckDBPyConnection, old: str, table: str, column: _Column) -> list[dict[str, Any]]:
    """Return rows of `problems` for the values of a column that have no place in the new table."""
    names = {name for (name,) in con.execute(f'SELECT column_name FROM (DESCRIBE "{old}".main."{table}")').fetchall()}
    article = "t.article_id" if "article_id" in names else "NULL"
    source = f'(FROM "{old}".main."{table}" WHERE {column.misfit})'
    rows = con.execute(
        f'SELECT t."{column.name}"::VARCHAR, a.article_id, a.page_id, '
        f"coalesce(a.run_id, (SELECT max(run_id) FROM runs), '') "
        f"FROM {source} t LEFT JOIN articles a ON a.article_id = {article} ORDER BY ALL"
    ).fetchall()
    outcome = "it is empty now" if column.nullable else "its row was left out"
    made = []
    for value, article_id, page_id, run_id in rows:
        message = (
            f"{table}.{column.name} was {value!r}, which these tables do not know ({column.new_type}): {outcome}; "
            "load the report again"
        )
        made.append(
            {
                "problem_id": problem_id(article_id, "value-not-migrated", message, None, None),
                "run_id": run_id,
                "page_id": page_id,
                "article_id": article_id,
                "code": "value-not-migrated",
                "message": message,
                "location": column.name,
            }
        )
    return made


def _mend_after_losses(con: DuckDBPyConnection) -> None:
    """Let no row refer to one that was left out, and have the pages concerned read anew."""
    known = " UNION ALL ".join(f"SELECT fact_id FROM {table}" for table in FACT_TABLES.values())
    con.execute(f"DELETE FROM evidence WHERE fact_id NOT IN ({known})")
    for key in FOREIGN_KEYS:
        if key.parent in ("bloc_mentions", "documents") and key.table in FACT_TABLES.values():
            con.execute(
                f"UPDATE {key.table} SET {key.column} = NULL "
                f"WHERE {key.column} NOT IN (SELECT fact_id FROM {key.parent})"
            )
    con.execute(
        "UPDATE articles SET reading_hash = '' "
        "WHERE article_id IN (SELECT article_id FROM problems WHERE code = 'value-not-migrated')"
    )


def _keep(build: Path, version: int) -> Path:
    """Give the old file a second name, under which it stays: `build-v1.duckdb`."""
    number = 1
    while True:
        kept = build.with_name(f"{build.stem}-v{version}{f'-{number}' if number > 1 else ''}{build.suffix}")
        if not kept.exists():
            break
        if kept.samefile(build):  # a process that died before the swap has given it
            return kept
        number += 1
    try:
        os.link(build, kept)
    except OSError:  # a file system without links
        copy = kept.with_name(f".{kept.name}.tmp")
        shutil.copy2(build, copy)
        copy.replace(kept)
    return kept


def _remove(path: Path) -> None:
    for left_over in (path, wal_of(path)):
        left_over.unlink(missing_ok=True)
