"""Tables to one Excel workbook: a sheet for each, and sheets that say what they hold.

Every text is written as text, so that none is run as a formula or made a link; numbers, days and truth values keep
their type. Lists become lines in a cell. What Excel cannot hold is cut and counted, or refused, never dropped unsaid.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.export.formats import FORMULA, Written
from pipeline.export.tables import Table
from pipeline.warehouse.files import WarehouseError

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

WORKBOOK = "thidua.xlsx"
MAX_ROWS = 1_048_575
"""Rows of a sheet of Excel, without its header."""
MAX_CELL = 32_767
"""Characters of a cell of Excel, in UTF-16 units."""
CUT = " […]"

_MADE = datetime(2000, 1, 1)
"""Stands in the file as the time when it was made: the same data gives the same bytes at any time."""
_BATCH = 2_000
_WIDTHS = {"text": 28, "list": 40, "integer": 9, "bigint": 9, "double": 9, "boolean": 9, "date": 11}


def write_workbook(
    con: DuckDBPyConnection,
    tables: Sequence[Table],
    folder: Path,
    about: Sequence[Sequence[str]],
    codebook: Sequence[Sequence[str]],
    max_rows: int = MAX_ROWS,
) -> list[Written]:
    """Write all tables into `thidua.xlsx`.

    Args:
        con: the snapshot.
        tables: what to write, a sheet each.
        folder: where to; also for what is written aside meanwhile.
        about: rows of the first sheet, on the whole.
        codebook: rows of the last sheet, with their header.
        max_rows: the rows that a sheet can hold.

    Raises:
        WarehouseError: a table has more rows than a sheet can hold.
    """
    from xlsxwriter.workbook import Workbook

    for table in tables:
        where = f" WHERE {table.only}" if table.only else ""
        [(rows,)] = con.execute(f'SELECT count(*) FROM "{table.name}"{where}').fetchall()
        if rows > max_rows:
            raise WarehouseError(
                f"{table.name} has {rows:,} rows, and a sheet of Excel holds {max_rows:,}; "
                "take --format csv or parquet, or name the tables that you want with --table"
            )
    options = {"constant_memory": True, "tmpdir": str(folder), "in_memory": False}
    with Workbook(str(folder / WORKBOOK), options) as book:
        book.set_properties({"title": "Thidua", "created": _MADE})
        sheets = _Sheets(book)
        sheets.add("about", about)
        written = [sheets.add_table(con, table) for table in tables]
        header = ("table", "column", "type", "meaning")
        columns = [
            (t.name, c.name, "text" if c.kind == "list" else c.kind, c.comment) for t in tables for c in t.columns
        ]
        sheets.add("columns", [header, *columns])
        sheets.add("codebook", codebook)
    return written


class _Sheets:
    """A workbook's sheets and the few formats that they share."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._bold: Format = book.add_format({"bold": True})
        self._day: Format = book.add_format({"num_format": "yyyy-mm-dd"})
        self._quoted: Format = book.add_format({"quote_prefix": True})

    def add(self, name: str, rows: Sequence[Sequence[str]]) -> None:
        """Add a sheet of texts whose first row is its header."""
        sheet = self._book.add_worksheet(name)
        sheet.set_column(0, max(map(len, rows)) - 1, 32)
        for number, row in enumerate(rows):
            for at, text in enumerate(row):
                self._write(sheet, number, at, text, self._bold if number == 0 else None)

    def add_table(self, con: DuckDBPyConnection, table: Table) -> Written:
        """Add a table's sheet."""
        sheet = self._book.add_worksheet(table.name)
        sheet.freeze_panes(1, 0)
        for at, column in enumerate(table.columns):
            sheet.set_column(at, at, _WIDTHS.get(column.kind, 20))
            sheet.write_string(0, at, column.name, self._bold)
        number = cut = 0
        cursor = con.execute(table.query())
        while rows := cursor.fetchmany(_BATCH):
            for row in rows:
                number += 1
                cut += sum(self._write(sheet, number, at, value) for at, value in enumerate(row) if value is not None)
        sheet.autofilter(0, 0, number, len(table.columns) - 1)
        return Written(table, WORKBOOK, number, table.name, cut)

    def _write(self, sheet: Worksheet, row: int, at: int, value: Any, look: Format | None = None) -> bool:
        """Write a value by its type; return whether it had to be cut."""
        if isinstance(value, bool):
            sheet.write_boolean(row, at, value)
        elif isinstance(value, int | float):
            sheet.write_number(row, at, value)
        elif isinstance(value, date):
            sheet.write_datetime(row, at, value, self._day)
        else:
            text = flat(value)
            if not text:
                return False
            kept = cut_to(text, MAX_CELL)
            sheet.write_string(row, at, kept, self._quoted if kept.startswith(tuple(FORMULA)) else look)
            return kept != text
        return False


def flat(value: Any) -> str:
    """Return a value as one text: items of a list as lines, numbers in a row, the parts of an item between dots."""
    if isinstance(value, list):
        between = "\n" if any(isinstance(item, str | dict) for item in value) else ", "
        return between.join(flat(item) for item in value if item is not None)
    if isinstance(value, dict):
        return " · ".join(flat(item) for item in value.values() if item is not None)
    return str(value)


def cut_to(text: str, limit: int) -> str:
    """Return a text of at most so many UTF-16 units; one that was cut ends with `CUT`."""
    if len(text) * 2 <= limit or _units(text) <= limit:
        return text
    kept = text[: limit - len(CUT)]
    while _units(kept) > limit - len(CUT):
        kept = kept[: len(kept) - max(1, (_units(kept) - limit + len(CUT)) // 2)]
    return kept + CUT


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
