"""What was read of a partition as Parquet files, one for each table, with the columns of the warehouse."""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Mapping
from functools import cache
from types import TracebackType
from typing import TYPE_CHECKING, Any

from pipeline.warehouse.arrow import Row
from pipeline.warehouse.files import make_build_tables
from pipeline.warehouse.rows import FACT_TABLES, PageRows

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

TABLES = ("articles", "facts", "evidence", "problems")
"""The folders of the output, one for each table."""

ASIDE = ".part"
"""How the names of files end that are not whole yet."""

_FORMAT: Mapping[str, Any] = {"version": "2.6", "compression": "zstd"}
"""Fixed, so that the same rows are the same bytes."""

_ROWS = 20_000
_CHARACTERS = 20_000_000
"""Bounds of a row group, for the memory that it takes."""

_NOT_OF_A_PARTITION = ("run_id", "superseded_by")
"""Columns on which only a warehouse can tell."""

_KINDS = {table: kind for kind, table in FACT_TABLES.items()}


@cache
def schemas() -> Mapping[str, Any]:
    """Return the Arrow schema of each table: the columns of the warehouse that a partition can fill.

    `facts` has the columns of all tables of facts, after a column `kind` that says which one a row is of. Closed
    values are text, as Parquet has them.
    """
    import duckdb
    import pyarrow as pa

    with duckdb.connect() as con:
        make_build_tables(con)
        later = set(
            con.execute(
                "SELECT table_name, column_name FROM duckdb_columns() WHERE comment LIKE '%Filled on publishing.'"
            ).fetchall()
        )

        def columns(table: str) -> Any:
            fields = con.sql(f"FROM {table} LIMIT 0").to_arrow_table().schema
            kept = [f for f in fields if f.name not in _NOT_OF_A_PARTITION and (table, f.name) not in later]
            return pa.schema([f.with_type(pa.string()) if pa.types.is_dictionary(f.type) else f for f in kept])

        kind = pa.schema([("kind", pa.string())])
        facts = pa.unify_schemas([kind, *map(columns, FACT_TABLES.values())])
        return {**{table: columns(table) for table in TABLES if table != "facts"}, "facts": facts}


def table_paths(folder: str, name: str) -> list[str]:
    """Return the paths of a partition's files."""
    return [f"{folder}/{table}/{name}.parquet" for table in TABLES]


class Tables:
    """The files of one partition in the making: written aside, put in place by `publish`.

    Used as a context: what was not published when it ends is removed.

    Args:
        fs: the file system of the output.
        folder: the output's folder there.
        name: the partition's name.
    """

    def __init__(self, fs: AbstractFileSystem, folder: str, name: str) -> None:
        self.counts: Counter[str] = Counter()
        self._fs = fs
        paths = table_paths(folder, name)
        self._files = {table: _File(fs, path, schemas()[table]) for table, path in zip(TABLES, paths, strict=True)}

    def __enter__(self) -> Tables:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for file in self._files.values():
            file.discard()

    def add(self, page: PageRows) -> None:
        """Add the rows of a page."""
        self._add("articles", page.article)
        for table, row in page.facts:
            self._add("facts", {"kind": _KINDS[table], **row})
        for row in page.evidence:
            self._add("evidence", row)
        for row in page.problems:
            self._add("problems", row)

    def add_problem(self, row: Row) -> None:
        """Add a problem that belongs to no article."""
        self._add("problems", row)

    def publish(self) -> None:
        """Put the files in place, each in one step."""
        for file in self._files.values():
            file.finish()
        for file in self._files.values():
            file.put_in_place()

    def _add(self, table: str, row: Row) -> None:
        self._files[table].add(row)
        self.counts[table] += 1


class _File:
    """One Parquet file in the making, under a name that no reader looks at and no other try uses."""

    def __init__(self, fs: AbstractFileSystem, path: str, schema: Any) -> None:
        import pyarrow.parquet as pq

        self._fs = fs
        self._path = path
        self._aside = f"{path}.{secrets.token_hex(4)}{ASIDE}"
        self._schema = schema
        self._rows: list[Row] = []
        self._characters = 0
        fs.makedirs(path.rpartition("/")[0], exist_ok=True)
        self._stream = fs.open(self._aside, "wb")
        self._writer = pq.ParquetWriter(self._stream, self._schema, **_FORMAT)

    def add(self, row: Row) -> None:
        self._rows.append(row)
        self._characters += len(row.get("text") or "")
        if len(self._rows) >= _ROWS or self._characters >= _CHARACTERS:
            self._write()

    def _write(self) -> None:
        import pyarrow as pa

        self._writer.write_table(pa.Table.from_pylist(self._rows, schema=self._schema))
        self._rows, self._characters = [], 0

    def finish(self) -> None:
        if self._rows:
            self._write()
        self._close()

    def put_in_place(self) -> None:
        self._fs.mv(self._aside, self._path)
        self._aside = ""

    def discard(self) -> None:
        self._close()
        if self._aside and self._fs.exists(self._aside):
            self._fs.rm_file(self._aside)

    def _close(self) -> None:
        if not self._stream.closed:
            self._writer.close()
            self._stream.close()
