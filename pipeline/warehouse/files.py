"""Where a warehouse's files lie, and how the private one is opened.

One folder holds everything: `build.duckdb`, which one process at a time writes; the published snapshots
`thidua-<snapshot>.duckdb`, which nobody writes; and the link `thidua.duckdb` to the newest of them.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.warehouse.disk import wal_of

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

SCHEMA_VERSION = 3
BUILD_NAME = "build.duckdb"
LINK_NAME = "thidua.duckdb"
SNAPSHOT_GLOB = "thidua-*.duckdb"

_BUILD_SQL = ("schema.sql", "beyond.sql")
_MADE_WITH = """
CREATE OR REPLACE TABLE made_with (sql_hash VARCHAR NOT NULL);
COMMENT ON TABLE made_with IS 'One row: with which statements the tables of this private file were made.';
COMMENT ON COLUMN made_with.sql_hash IS 'Hash of their text; other statements are run when the file is opened.';
"""


class WarehouseError(Exception):
    """The tables cannot be used as asked. Stands apart from bugs: its message tells the user what to do."""


def data_folder(path: str | os.PathLike[str] | None = None) -> Path:
    """Return the folder of the data: the one given, else `THIDUA_DATA`, else `data` here."""
    return Path(path or os.environ.get("THIDUA_DATA") or "data")


def connect_build(data: Path) -> DuckDBPyConnection:
    """Open the private build file for writing, made with its tables if it is new.

    DuckDB lets one process in: until the connection is closed, no other load or publish begins.

    Args:
        data: the folder of the data; made if it is missing.

    Raises:
        WarehouseError: the folder cannot be made or written to, another process is writing, or the file is of a newer
            version or of another program. One of an older version is brought forward, and kept beside.
    """
    try:
        data.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WarehouseError(f"{data} cannot be the data folder: {error.strerror}; name another with --data") from error
    build = data / BUILD_NAME
    if not all(os.access(path, os.W_OK) for path in (data, build) if path.exists()):
        raise WarehouseError(
            f"{build} and its folder must be yours to write; see whose they are, or name another folder with --data"
        )
    if not build.exists():
        # Left behind by a file that was removed; it would not open beside a new one.
        wal_of(build).unlink(missing_ok=True)
    con = _connect(build)
    try:
        if _is_older(con, build):
            con = _migrate(con, build)
        _make_once(con)
    except BaseException:
        con.close()
        raise
    return con


def make_build_tables(con: DuckDBPyConnection) -> None:
    """Make the tables of a build file that are not there yet in the connection's current database."""
    for name in _BUILD_SQL:
        con.execute(sql_of(name))


def make_tables(con: DuckDBPyConnection) -> None:
    """Make all tables and views of a snapshot in the connection's current database."""
    make_build_tables(con)
    for name in ("registry.sql", "counted.sql", "views.sql", "beyond_views.sql"):
        con.execute(sql_of(name))


def harden(con: DuckDBPyConnection) -> None:
    """Let a connection load nothing from the network, and print nothing.

    A missing extension is an error and no download; no bar of progress gets among the data on standard output.
    """
    import duckdb

    con.execute("SET autoinstall_known_extensions = false")
    with suppress(duckdb.InvalidInputException):  # a notebook without ipywidgets has no bar, and cannot turn it off
        con.execute("SET enable_progress_bar = false")


def version_of(con: DuckDBPyConnection) -> int | None:
    """Return the version of the tables in a connection's current database; None if it has none of Thidua's.

    To be asked outside of a transaction, which ends where there is no such table.
    """
    import duckdb

    try:
        [(version,)] = con.execute("SELECT schema_version FROM main.snapshot").fetchall()
    except (duckdb.CatalogException, duckdb.BinderException):  # no such table, or one with other columns
        return None
    return int(version)


def _connect(build: Path) -> DuckDBPyConnection:
    """Open a build file, which is made if it is missing; keep out all other processes."""
    import duckdb

    try:
        con = duckdb.connect(str(build))
    except duckdb.IOException as error:
        if "lock" not in str(error):
            advice = "put a copy of it in its place, or name another folder with --data"
            raise WarehouseError(f"{build} does not open ({error}); {advice}") from error
        raise WarehouseError(f"{build} is being written by another process; try again when it has finished") from error
    harden(con)
    return con


def _make_once(con: DuckDBPyConnection) -> None:
    """Make the tables, unless the file has been through these very statements: they take a tenth of a second."""
    import duckdb

    wanted = sha256("\0".join(map(sql_of, _BUILD_SQL)).encode()).hexdigest()[:20]
    try:
        if con.execute("FROM made_with").fetchall() == [(wanted,)]:
            return
    except duckdb.CatalogException:
        pass  # a file that is new, or that was made before this was written down
    con.begin()
    make_build_tables(con)
    con.execute(_MADE_WITH)
    con.execute("INSERT INTO made_with VALUES (?)", [wanted])
    con.commit()


def _is_older(con: DuckDBPyConnection, build: Path) -> bool:
    """Whether a build file has older tables than this program makes; newer ones are an error, as are someone else's."""
    version = version_of(con)
    if version is None and con.execute("SELECT 1 FROM duckdb_tables() LIMIT 1").fetchone():
        raise WarehouseError(
            f"{build} holds tables that are not Thidua's; move it away, or name another folder with --data"
        )
    if version is not None and version > SCHEMA_VERSION:
        raise WarehouseError(
            f"{build} has tables of version {version}, and this program knows those up to version {SCHEMA_VERSION}: "
            "update Thidua, or name another folder with --data"
        )
    return version is not None and version < SCHEMA_VERSION


def _migrate(con: DuckDBPyConnection, build: Path) -> DuckDBPyConnection:
    """Bring a build file of older tables forward; return a connection to the new one."""
    import duckdb

    from pipeline.warehouse.migrate import migrate

    version = version_of(con) or 0
    try:
        kept = migrate(con, build, version, make_build_tables)
    except (duckdb.Error, OSError) as error:
        raise WarehouseError(
            f"{build} has tables of version {version} and could not be brought to version {SCHEMA_VERSION}: {error}. "
            "It is as it was; mend the cause and try again"
        ) from error
    con.close()
    print(
        f"thidua: {build} had tables of version {version} and has those of version {SCHEMA_VERSION} now; "
        f"the old file is kept as {kept.name}",
        file=sys.stderr,
    )
    return _connect(build)


def sql_of(name: str) -> str:
    """Return the text of one of the warehouse's SQL files."""
    return (files("pipeline.warehouse") / name).read_text(encoding="utf-8")
