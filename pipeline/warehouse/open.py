"""Open the newest published tables for reading."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.warehouse.files import LINK_NAME, SCHEMA_VERSION, WarehouseError, data_folder, harden

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_ATTEMPTS = 5


def open_warehouse(path: str | os.PathLike[str] | None = None, *, quiet: bool = False) -> DuckDBPyConnection:
    """Open the newest published snapshot, read-only.

    Any number of processes may read at once, also while the next snapshot is being published. The connection keeps
    showing the snapshot that it was opened on; open again for a newer one. Says the snapshot's date on stderr, and what
    to do about one that an older or newer program has published.

    Args:
        path: the data folder, the link `thidua.duckdb` in it, or one snapshot file. Without it `THIDUA_DATA`, else
            `data` in the current folder.
        quiet: say nothing.

    Returns:
        A DuckDB connection; its tables and columns carry comments (`SELECT * FROM duckdb_columns()`).

    Raises:
        WarehouseError: nothing is published there, or the file is not one of Thidua's.
    """
    import duckdb

    given = Path(path) if path is not None else data_folder()
    link = given if given.suffix == ".duckdb" else given / LINK_NAME
    for attempt in range(1, _ATTEMPTS + 1):
        # The link's target, never the link: a process keeps one database for each path, so that a kernel which still
        # holds an older snapshot would get that one again.
        target = link.resolve()
        try:
            con = duckdb.connect(str(target), read_only=True)
            break
        except duckdb.Error as error:
            if not link.exists():
                raise WarehouseError(f"no tables at {link}; run `thidua load` and `thidua publish` first") from error
            if target.exists() or attempt == _ATTEMPTS:  # else it was retired after the link was read: read it again
                raise WarehouseError(f"{target} does not open: {_first_line(error)}") from error
    harden(con)
    try:
        [(version, snapshot_id, published_at)] = con.execute(
            "SELECT schema_version, snapshot_id, published_at FROM snapshot"
        ).fetchall()
    except duckdb.Error as error:
        con.close()
        raise WarehouseError(f"{target} is no file of Thidua's tables: {_first_line(error)}") from error
    if not quiet:
        date = f"{published_at:%Y-%m-%d %H:%M} UTC"
        print(f"thidua: snapshot {snapshot_id}, published {date} ({target})", file=sys.stderr)
        if version != SCHEMA_VERSION:
            print(f"thidua: {_of_another_version(version)}", file=sys.stderr)
    return con


def _first_line(error: Exception) -> str:
    """Return what an error of DuckDB says; below stand the statement, which nobody has typed, and guesses at it."""
    return str(error).partition("\n")[0]


def _of_another_version(version: int) -> str:
    if version < SCHEMA_VERSION:
        return (
            f"it has the tables of version {version}, fewer than those of version {SCHEMA_VERSION} that this program "
            "knows; `thidua publish` makes a new snapshot of the same facts with all of them"
        )
    return (
        f"it has tables of version {version}, newer than version {SCHEMA_VERSION} that this program knows; "
        "update Thidua if something is missing"
    )
