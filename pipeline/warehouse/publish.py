"""Publish the tables: one self-contained snapshot file, put in place in one step.

A snapshot is written aside, renamed when it is whole, and only then does the link `thidua.duckdb` turn to it. Whoever
has an older one open goes on reading it; a process that dies here at any moment leaves the link where it was.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from pipeline.warehouse.disk import names_to_disk, wal_of
from pipeline.warehouse.files import (
    BUILD_NAME,
    LINK_NAME,
    SCHEMA_VERSION,
    SNAPSHOT_GLOB,
    WarehouseError,
    connect_build,
    version_of,
)
from pipeline.warehouse.snapshot import fill_snapshot

_STORAGE_VERSION = "v1.2.0"
"""The oldest DuckDB that opens a snapshot."""


def publish(data: Path, keep: int = 3) -> Path:
    """Publish the state of the build file and return the snapshot's path.

    Args:
        data: the folder of the data.
        keep: how many snapshots stay, the new one included; the link's target is never removed.

    Raises:
        WarehouseError: nothing was loaded yet, a load or another publish is under way, or a file of something else is
            where the link goes.
    """
    if not (data / BUILD_NAME).exists():
        raise WarehouseError(f"nothing to publish in {data}; run `thidua load` first")
    link = data / LINK_NAME
    if link.exists() and not link.is_symlink() and _version_at(link) is None:  # a copied snapshot may be replaced
        raise WarehouseError(f"{link} is not Thidua's; move it away, or name another folder with --data")
    con = connect_build(data)  # held to the end: it keeps out loads and other publishes
    try:
        for left_over in data.glob(".thidua-*"):
            left_over.unlink()
        now = datetime.now(UTC).replace(tzinfo=None)
        snapshot_id = f"{now:%Y%m%dT%H%M%S}{now.microsecond // 1000:03d}Z"
        unfinished = data / f".thidua-{snapshot_id}.tmp"
        target = _quoted(unfinished)
        con.execute(f"ATTACH {target} AS snapshot_file (STORAGE_VERSION '{_STORAGE_VERSION}')")
        con.execute("USE snapshot_file")
        fill_snapshot(con, data)
        con.execute("UPDATE snapshot SET snapshot_id = ?, published_at = ?", [snapshot_id, now])
        con.execute("USE build")
        con.execute("DETACH snapshot_file")
        unfinished.chmod(0o444)  # a shell that opens it for writing would shut out all readers
        final = data / f"thidua-{snapshot_id}.duckdb"
        unfinished.replace(final)
        _turn_link(data, final)
        _retire(data, final, keep)
    finally:
        con.close()
    return final


def is_published(data: Path) -> bool:
    """Whether a snapshot with tables of this version is published: one that an older program made wants a new one."""
    link = data / LINK_NAME
    return link.exists() and _version_at(link) == SCHEMA_VERSION


def _version_at(snapshot: Path) -> int | None:
    """Return the version of a snapshot's tables; None if it does not open, or has none of Thidua's."""
    import duckdb

    try:
        with duckdb.connect(str(snapshot.resolve()), read_only=True) as con:
            return version_of(con)
    except duckdb.Error:
        return None


def _turn_link(data: Path, snapshot: Path) -> None:
    link, new_link = data / LINK_NAME, data / ".thidua-link"
    new_link.symlink_to(snapshot.name)
    wal_of(link).unlink(missing_ok=True)  # the log of someone's writing through the link: the new file would not open
    new_link.replace(link)
    names_to_disk(data)


def _retire(data: Path, newest: Path, keep: int) -> None:
    older = sorted(path for path in data.glob(SNAPSHOT_GLOB) if path != newest)
    for path in older[: max(0, len(older) - (keep - 1))]:
        path.unlink()
        wal_of(path).unlink(missing_ok=True)


def _quoted(path: Path) -> str:
    return "'" + str(path).replace("'", "''") + "'"
