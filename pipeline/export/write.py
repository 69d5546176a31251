"""Export a published snapshot: the tables in one format, and beside them what they are."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.export import persons
from pipeline.export.card import CARD, CITATION, KEYWORDS, TITLE, WHAT, card, citation, cite, figures_line
from pipeline.export.describe import CODEBOOK_FILE, LICENCE, codebook, datapackage, write_codebook
from pipeline.export.folder import DESCRIPTOR, MADE_BY, put_in_place
from pipeline.export.formats import COPY_OPTIONS, Written, write_files
from pipeline.export.tables import Table, tables, unchanged
from pipeline.export.workbook import write_workbook
from pipeline.warehouse.open import open_warehouse

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

FORMATS = (*COPY_OPTIONS, "xlsx")
_HEX_DIGITS = 20
_BATCH = 100_000


@dataclass(frozen=True, slots=True)
class Options:
    """What is exported and how.

    `only` names the tables, all if it is empty; `publisher` and `contact` stand in the data card.
    """

    file_format: str = "csv"
    with_text: bool = False
    persons: bool = True
    only: tuple[str, ...] = ()
    publisher: str | None = None
    contact: str | None = None


@dataclass(frozen=True, slots=True)
class Exported:
    """What was exported: the snapshot's id, the rows of each table, and the cells that a workbook cut short."""

    snapshot_id: str
    rows: dict[str, int] = field(default_factory=dict)
    cut_cells: int = 0


def export(path: str | os.PathLike[str] | None, folder: Path, options: Options) -> Exported:
    """Export the newest published snapshot into a folder.

    The same data and options give the same bytes, whenever and in whatever order it was loaded.

    Args:
        path: the data folder or a snapshot, see `pipeline.warehouse.open.open_warehouse`.
        folder: where to; new or empty, or made by an earlier export, which is replaced.
        options: what and how.

    Raises:
        WarehouseError: nothing is published, the folder holds other things, or a table does not fit into a sheet.
        OSError: the folder cannot be written.
    """
    with open_warehouse(path, quiet=True) as con, put_in_place(folder) as unfinished:
        con.execute("SET threads = 1")  # the order in which threads end must not show in any list
        snapshot_id, extent = content_id(con), figures_line(con)
        with nullcontext() if options.persons else persons.masks(con):
            chosen = _chosen(con, options)
            entries = codebook(chosen)
            about = _about(extent, snapshot_id, options)
            written = _write(con, chosen, unfinished, options, about, entries)
        write_codebook(unfinished / CODEBOOK_FILE, entries)
        _describe(con, unfinished, snapshot_id, extent, options, written, len(entries) - 1)
        con.execute("RESET threads")  # other connections of this process may have the same snapshot open
    rows = {item.table.name: item.rows for item in written}
    return Exported(snapshot_id, rows, sum(item.cut for item in written))


def content_id(con: DuckDBPyConnection) -> str:
    """Return the id of what a snapshot holds: a hash over the rows of all tables that can be exported, texts included.

    It is the same for every format and all options, and knows no order of rows, no run and no time.
    """
    digest = sha256()
    stored = {name for (name,) in con.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
    for table in sorted(tables(con, with_text=True), key=lambda table: table.name):
        if table.name not in stored:
            continue  # a view: it follows from the tables
        names = ", ".join(column.name for column in table.columns)
        digest.update(f"{table.name}({names})\n".encode())
        rows = replace(table, order=(), key=()).query().partition(" ORDER BY ")[0]
        cursor = con.execute(f"SELECT md5(CAST(to_json(r) AS VARCHAR)) AS hash FROM ({rows}) r ORDER BY hash")
        while batch := cursor.fetchmany(_BATCH):
            digest.update("".join(hash_ for (hash_,) in batch).encode())
    return digest.hexdigest()[:_HEX_DIGITS]


def _chosen(con: DuckDBPyConnection, options: Options) -> list[Table]:
    value = unchanged if options.persons else persons.without_names()
    found = [t for t in tables(con, options.with_text, value) if not options.only or t.name in options.only]
    if options.persons:
        return found
    return [
        replace(table, only=persons.EVIDENCE) if table.name == "evidence" else table
        for table in found
        if table.name not in persons.LEFT_OUT
    ]


def _write(
    con: DuckDBPyConnection,
    chosen: Sequence[Table],
    folder: Path,
    options: Options,
    about: Sequence[tuple[str, str]],
    entries: Sequence[tuple[str, ...]],
) -> list[Written]:
    if options.file_format == "xlsx":
        return write_workbook(con, chosen, folder, about, entries)
    return write_files(con, chosen, folder, options.file_format)


def _about(extent: str, snapshot_id: str, options: Options) -> list[tuple[str, str]]:
    return [
        (TITLE, ""),
        ("what it is", WHAT),
        ("extent", extent),
        ("mind", "A missing row is no missing event: no report read so far told of one. See the sheet coverage."),
        ("snapshot", snapshot_id),
        ("rights", "Facts are free; quotes are excerpts under the rights of their publishers. See README.md."),
        ("to cite", cite(snapshot_id, options.publisher)),
        ("to have a page removed", options.contact or "write to whoever gave you this"),
    ]


_RULES = "SELECT DISTINCT rules_hash FROM runs JOIN articles USING (run_id) WHERE superseded_by IS NULL ORDER BY ALL"
_PUBLISHERS = (
    "SELECT DISTINCT coalesce(s.name, a.source), s.url FROM articles a LEFT JOIN sources s USING (source) "
    "WHERE a.source IS NOT NULL AND superseded_by IS NULL ORDER BY ALL"
)


def _describe(
    con: DuckDBPyConnection,
    folder: Path,
    snapshot_id: str,
    extent: str,
    options: Options,
    written: Sequence[Written],
    codebook_rows: int,
) -> None:
    """Write what stands beside the data."""
    rules = [found for (found,) in con.execute(_RULES).fetchall()]
    publishers = con.execute(_PUBLISHERS).fetchall()
    head = _head(snapshot_id, extent, options, rules, publishers)
    package = datapackage(folder, head, written, codebook_rows, options.file_format)
    _write_text(folder / DESCRIPTOR, json.dumps(package, ensure_ascii=False, indent=2) + "\n")
    facts = {
        "snapshot_id": snapshot_id,
        "program": f"version {version('thidua')}",
        "rules": rules,
        "publishers": [name for name, _ in publishers],
        "cite": cite(snapshot_id, options.publisher),
        "contact": options.contact,
        "file_format": options.file_format,
        "with_text": options.with_text,
        "persons": options.persons,
        "tables_chosen": sorted(options.only),
    }
    has_quality = bool(con.execute("SELECT 1 FROM duckdb_tables() WHERE table_name = 'quality'").fetchall())
    _write_text(folder / CARD, card(con, written, codebook_rows, facts, has_quality))
    _write_text(folder / CITATION, citation(snapshot_id, options.publisher, LICENCE["name"], extent))


def _head(
    snapshot_id: str, extent: str, options: Options, rules: Sequence[str], publishers: Sequence[tuple[str, str | None]]
) -> dict[str, Any]:
    """Return what the description says of the export as a whole."""
    head: dict[str, Any] = {
        "profile": "data-package",
        "name": "thidua",
        "id": f"thidua:{snapshot_id}",
        "title": TITLE,
        "description": f"{WHAT} {extent} See {CARD}.",
        "keywords": list(KEYWORDS),
        "licenses": [LICENCE],
        "snapshot_id": snapshot_id,
        "rules_hashes": rules,
        "created_by": f"{MADE_BY}, version {version('thidua')}",
        "options": {
            "format": options.file_format,
            "with_text": options.with_text,
            "persons": options.persons,
            "tables": sorted(options.only),
        },
    }
    if publishers:
        head["sources"] = [{"title": name, **({"path": url} if url else {})} for name, url in publishers]
    if options.publisher:
        head["contributors"] = [{"title": options.publisher, "role": "publisher"}]
    return head


def _write_text(path: Path, text: str) -> None:
    path.write_bytes(text.encode("utf-8", "backslashreplace"))
