"""Where a warehouse's files lie, and how the private one is opened.

One folder holds everything: `build.duckdb`, which one process at a time writes; the published snapshots
`thidua-<snapshot>.duckdb`, which nobody writes; and the link `thidua.duckdb` to the newest of them.
"""

from __future__ import annotations

import os
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

SCHEMA_VERSION = 1
BUILD_NAME = "build.duckdb"
LINK_NAME = "thidua.duckdb"
SNAPSHOT_GLOB = "thidua-*.duckdb"


class WarehouseError(Exception):
    """The tables cannot be used as asked. Stands apart from bugs: its message tells the user what to do."""


def data_folder(path: str | os.PathLike[str] | None = None) -> Path:
    """Return the folder of the data: the one given, else `THIDUA_DATA`, else `data` here."""
    return Path(path or os.environ.get("THIDUA_DATA") or "data")


def connect_build(data: Path) -> DuckDBPyConnection:
    """Open the private build file for writing, made with all tables and views if it is new.

    DuckDB lets one process in: until the connection is closed, no other load or publish begins.

    Args:
        data: the folder of the data; made if it is missing.

    Raises:
        WarehouseError: the folder cannot be made, another process is writing, or the file is of another version.
    """
    import duckdb

    try:
        data.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WarehouseError(f"{data} cannot be the data folder: {error.strerror}; name another with --data") from error
    build = data / BUILD_NAME
    if not build.exists():
        wal_of(build).unlink(
            missing_ok=True
        )  # left behind by a file that was removed; it would not open beside a new one
    try:
        con = duckdb.connect(str(build))
    except duckdb.IOException as error:
        if "lock" not in str(error):
            raise WarehouseError(f"{build} does not open: {error}") from error
        raise WarehouseError(f"{build} is being written by another process; try again when it has finished") from error
    try:
        harden(con)
        _check_version(con, build)
        con.begin()
        con.execute(_sql("schema.sql"))
        con.execute(_sql("views.sql"))
        con.commit()
    except BaseException:
        con.close()
        raise
    return con


def harden(con: DuckDBPyConnection) -> None:
    """Let a connection load nothing from the network: a missing extension is an error and no download."""
    con.execute("SET autoinstall_known_extensions = false")


def wal_of(path: Path) -> Path:
    """Return the path of a database file's write-ahead log."""
    return path.with_name(path.name + ".wal")


def _check_version(con: DuckDBPyConnection, build: Path) -> None:
    if not con.execute("SELECT 1 FROM duckdb_tables() WHERE table_name = 'snapshot'").fetchall():
        return
    [(version,)] = con.execute("SELECT schema_version FROM snapshot").fetchall()
    if version != SCHEMA_VERSION:
        raise WarehouseError(
            f"{build} has tables of version {version}, this program makes version "
            f"{SCHEMA_VERSION}; move the file away and load the reports again"
        )


def _sql(name: str) -> str:
    return (files("pipeline.warehouse") / name).read_text(encoding="utf-8")
