"""What the files are, for programs: a Frictionless `datapackage.json`, and the codebook of closed values."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from hashlib import file_digest
from pathlib import Path
from typing import Any

from pipeline.export.formats import Written
from pipeline.export.tables import Column, Table
from pipeline.lexicon import read_table
from pipeline.warehouse.codebook import CODEBOOK

CODEBOOK_FILE = "codebook.csv"
CODEBOOK_COLUMNS = ("category", "columns", "value", "vietnamese", "english", "note")
_CODEBOOK_MEANINGS = (
    "What kind of value it is.",
    "The columns that hold such values.",
    "The value, as it stands there.",
    "What it means, in Vietnamese.",
    "What it means, in English.",
    "A remark.",
)
LICENCE = {
    "name": "CC-BY-4.0",
    "title": "Creative Commons Attribution 4.0 International",
    "path": "https://creativecommons.org/licenses/by/4.0/",
}

_TYPES = {
    "text": "string",
    "tinyint": "integer",
    "smallint": "integer",
    "integer": "integer",
    "bigint": "integer",
    "hugeint": "integer",
    "float": "number",
    "double": "number",
    "boolean": "boolean",
    "date": "date",
    "timestamp": "datetime",
    "list": "array",
    "struct": "object",
}
"""The type of Table Schema for what a column holds."""

_FORMATS: Mapping[str, Mapping[str, str]] = {
    "csv": {"format": "csv", "mediatype": "text/csv", "encoding": "utf-8"},
    "jsonl": {"format": "jsonl", "mediatype": "application/x-ndjson", "encoding": "utf-8"},
    "parquet": {"format": "parquet", "mediatype": "application/vnd.apache.parquet"},
    "xlsx": {
        "format": "xlsx",
        "mediatype": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    },
}


def codebook(tables: Sequence[Table]) -> list[tuple[str, ...]]:
    """Return the rows of the codebook, header first: the values of every category that an exported column has."""
    columns: dict[str, list[str]] = {}
    for table in tables:
        for column in table.columns:
            if column.category:
                columns.setdefault(column.category, []).append(f"{table.name}.{column.name}")
    closed = [(name, *meaning, "") for name, meanings in CODEBOOK.items() for meaning in meanings]
    names = ("category", "value", "vietnamese", "english", "note")
    others = [tuple(row[name] for name in names) for row in read_table("codebook")]
    return [
        CODEBOOK_COLUMNS,
        *((row[0], ", ".join(columns[row[0]]), *row[1:]) for row in (*closed, *others) if row[0] in columns),
    ]


def write_codebook(path: Path, rows: Sequence[Sequence[str]]) -> None:
    """Write the codebook as CSV in UTF-8, with a byte-order mark for Excel."""
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows(rows)
    path.write_bytes(out.getvalue().encode("utf-8-sig"))


def datapackage(
    folder: Path, head: Mapping[str, Any], written: Sequence[Written], codebook_rows: int, file_format: str
) -> dict[str, Any]:
    """Return the descriptor of a folder: `head`, then each table with its file, hash, rows and schema.

    Args:
        folder: where the files are.
        head: what is said of the whole.
        written: the tables.
        codebook_rows: how many rows the codebook has, without its header.
        file_format: `csv`, `jsonl`, `parquet` or `xlsx`.
    """
    measures = {path: _measure(folder / path) for path in {item.path for item in written} | {CODEBOOK_FILE}}
    names = [item.table.name for item in written]
    resources = [
        {
            "name": item.table.name,
            "type": "table",
            "path": item.path,
            "description": item.table.comment,
            **_FORMATS[file_format],
            **({"dialect": {"excel": {"sheet": item.sheet}}} if item.sheet else {}),
            **measures[item.path],
            "rows": item.rows,
            "schema": _schema(item.table, names, lists_as_text=file_format == "xlsx"),
        }
        for item in written
    ]
    fields = [
        {"name": name, "type": "string", "description": meaning}
        for name, meaning in zip(CODEBOOK_COLUMNS, _CODEBOOK_MEANINGS, strict=True)
    ]
    resources.append(
        {
            "name": "codebook",
            "type": "table",
            "path": CODEBOOK_FILE,
            "description": "What the closed values mean, in Vietnamese and English.",
            **_FORMATS["csv"],
            **measures[CODEBOOK_FILE],
            "rows": codebook_rows,
            "schema": {"fields": fields, "primaryKey": ["category", "value"]},
        }
    )
    return {**head, "resources": resources}


def _schema(table: Table, exported: Sequence[str], lists_as_text: bool) -> dict[str, Any]:
    schema: dict[str, Any] = {"fields": [_field(column, lists_as_text) for column in table.columns]}
    if table.key:
        schema["primaryKey"] = list(table.key)
    keys = [
        {"fields": [name], "reference": {"resource": "" if other == table.name else other, "fields": [there]}}
        for name, other, there in table.references(exported)
    ]
    return {**schema, "foreignKeys": keys} if keys else schema


def _field(column: Column, lists_as_text: bool) -> dict[str, Any]:
    kind = _TYPES[column.kind]
    flat = lists_as_text and kind in ("array", "object")  # an empty list is an empty cell
    constraints: dict[str, Any] = {"required": True} if column.required and not flat else {}
    if column.enum:
        constraints["enum"] = list(column.enum)
    field: dict[str, Any] = {"name": column.name, "type": "string" if flat else kind, "description": column.comment}
    return {**field, "constraints": constraints} if constraints else field


def _measure(path: Path) -> dict[str, Any]:
    with path.open("rb") as stream:
        digest = file_digest(stream, "sha256").hexdigest()
    return {"bytes": path.stat().st_size, "hash": f"sha256:{digest}"}
