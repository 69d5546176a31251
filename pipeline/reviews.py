"""What people decided about facts and identities: data that is applied whenever tables are published.

A decision on a fact names its `fact_id`, which is a hash of the words that state it: it holds as long as those words
stand, and whatever the rules read in them. A decision on agencies or blocs names them by name and place, which stay
when ids change.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any, Literal, get_args

from pipeline.ids import review_id

Verdict = Literal["accept", "correct", "reject", "merge", "split", "undo"]
"""`undo` takes an earlier decision on the same thing out again; it is never stored."""
Target = Literal["fact", "agency", "bloc"]

_VERDICTS_ON: Mapping[str, frozenset[str]] = {
    "fact": frozenset(("accept", "correct", "reject", "undo")),
    "agency": frozenset(("merge", "split", "undo")),
    "bloc": frozenset(("merge", "split", "undo")),
}


class ReviewError(ValueError):
    """A row of reviews cannot be used; the message says which, and what is allowed. The other rows can."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """One decision of a person.

    Attributes:
        target: What it is on.
        verdict: `accept`, `correct` or `reject` a fact; `merge` or `split` two agencies or blocs.
        left: The fact's id; or the one agency ("Sở Y tế @ kon-tum") or bloc ("Khối thi đua số 2 @ kon-tum # 2023").
        right: The other agency or bloc.
        slot: The column of the fact that is corrected.
        value: Its right value as text; None if it should be empty.
        article_id: The version of the article that the person saw.
        reviewer, day, note: Who decided, when and why.
    """

    target: Target
    verdict: Verdict
    left: str
    right: str | None = None
    slot: str | None = None
    value: str | None = None
    article_id: str | None = None
    reviewer: str | None = None
    day: date | None = None
    note: str | None = None

    @property
    def review_id(self) -> str:
        """Hash of what is decided on: a later decision on the same takes the place of the earlier."""
        return review_id(self.target, self.left, self.right, self.slot)

    def __post_init__(self) -> None:
        allowed = _VERDICTS_ON.get(self.target)
        if allowed is None:
            raise ReviewError(f"target {self.target!r} is none of {', '.join(get_args(Target))}")
        if self.verdict not in allowed:
            raise ReviewError(f"verdict {self.verdict!r} on a {self.target} is none of {', '.join(sorted(allowed))}")
        if not self.left or (self.target != "fact" and not self.right):
            raise ReviewError("left is missing" if not self.left else f"right, the other {self.target}, is missing")
        if self.verdict != "undo" and (self.verdict == "correct") != (self.slot is not None):
            raise ReviewError("slot, the column to correct, goes with verdict correct and with no other")


COLUMNS = tuple(field.name for field in fields(Review))


def read_reviews(path: Path) -> Iterator[Review | ReviewError]:
    """Read decisions from a file that people edited: CSV with a header, or JSON Lines (`.jsonl`).

    Only rows in which a verdict stands are read, so that a list of questions may be handed back half answered. Columns
    that a Review does not have (quotes, addresses) are for the reader's eyes and are left alone.

    Yields:
        Each decision; for a row that cannot be used, the error that says which row and why.

    Raises:
        OSError: the file cannot be read.
        ReviewError: it is neither of the two forms.
    """
    _check_ending(path)
    try:
        text = path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ReviewError(f"{path} is not in UTF-8; in a spreadsheet, save it as “CSV UTF-8”") from error
    # A table's rows have the numbers that a spreadsheet shows, with the header as the first.
    rows = (
        enumerate(_json_rows(path, text), start=1)
        if path.suffix == ".jsonl"
        else enumerate(_csv_rows(path, text), start=2)
    )
    for number, row in rows:
        if not row.get("verdict"):
            continue
        try:
            yield _review(row)
        except (ValueError, TypeError) as error:
            yield ReviewError(f"{path}, row {number}: {error}")


def write_reviews(path: Path, rows: Iterable[Mapping[str, Any]], columns: Iterable[str]) -> int:
    """Write rows with these columns as CSV or JSON Lines, by the file's ending; return how many.

    Raises:
        OSError: the file cannot be written.
        ReviewError: the ending is neither .csv nor .jsonl.
    """
    names = list(columns)
    count = 0
    _check_ending(path)
    with path.open("w", encoding="utf-8-sig" if path.suffix == ".csv" else "utf-8", newline="") as file:
        table = csv.DictWriter(file, names, lineterminator="\n") if path.suffix == ".csv" else None
        if table:
            table.writeheader()
        for row in rows:
            values = {name: row.get(name) for name in names}
            if table:
                table.writerow(values)
            else:
                file.write(json.dumps(values, ensure_ascii=False, default=str) + "\n")
            count += 1
    return count


def _check_ending(path: Path) -> None:
    if path.suffix not in (".csv", ".jsonl"):
        raise ReviewError(f"{path} is neither .csv nor .jsonl; name a file that ends so")


def _csv_rows(path: Path, text: str) -> Iterator[dict[str, Any]]:
    """Read a table; where a comma is the decimal sign, spreadsheets save it with semicolons, some with tabs."""
    header = text.partition("\n")[0]
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=header.count))
    lacking = [name for name in ("verdict", "target", "left") if name not in (rows.fieldnames or ())]
    if lacking:
        raise ReviewError(
            f"{path} has no column {', '.join(lacking)}; keep the columns that `thidua review export` wrote"
        )
    yield from rows


def _json_rows(path: Path, text: str) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip():
            try:
                row = json.loads(line)
            except ValueError as error:
                raise ReviewError(f"{path}, line {number} is no JSON: {error}") from error
            if not isinstance(row, dict):
                raise ReviewError(f"{path}, line {number} is no JSON object")
            yield row


def _review(row: Mapping[str, Any]) -> Review:
    values = {name: str(row[name]) if row.get(name) not in (None, "") else None for name in COLUMNS}
    day = values.pop("day")
    return Review(**values, day=_day(day) if day else None)  # type: ignore[arg-type]


def _day(written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError as error:
        raise ReviewError(f"day {written!r} is not written as in 2026-01-31") from error
