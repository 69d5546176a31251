"""Decisions that set up an authority's blocs: between two of them its numbers and names mean the same blocs.

A few that are attested are shipped in `corpora/lexicon/decisions.csv`; users add their own in a file `decisions.csv` of
the same columns (see `corpora/README.md`) in their data folder.
"""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.ids import entity_id
from pipeline.record import Problem
from pipeline.registry.bloc_keys import Owner, owner_of

if TYPE_CHECKING:
    from pipeline.registry.places import Gazetteer

FILE_NAME = "decisions.csv"
"""Name of the table, both in the lexicon and in the data folder."""

_REQUIRED = ("number", "valid_from")
_COLUMNS = (*_REQUIRED, "authority", "province", "district", "signed", "valid_to", "khoi", "cum", "units", "source")
_UBND = "UBND"
_REORGANISED = date(2025, 7, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A decision that sets up blocs.

    Attributes:
        number: Its number as written, "598/QĐ-UBND".
        authority: Whose blocs it sets up; None for the UBND of the place.
        place_id: The place of that authority; None for a national one.
        signed: The day it was signed, if known.
        valid_from: First year whose blocs are surely those of the decision.
        valid_to: Last such year, if known; a term may end earlier, see `Terms`.
        khoi, cum: How many blocs of each kind it sets up, if known.
        units: How many units it puts into them, if known.
        source: Where this is known from.
    """

    number: str
    valid_from: int
    authority: str | None = None
    place_id: str | None = None
    signed: date | None = None
    valid_to: int | None = None
    khoi: int | None = None
    cum: int | None = None
    units: int | None = None
    source: str | None = None

    @property
    def decision_id(self) -> str:
        """Hash of number, authority and place."""
        return entity_id("decision", self.number, self.authority, self.place_id)


class Terms:
    """Of each authority, which decision was in force in which year.

    A term ends with its own `valid_to`, with the year before the authority's next decision, or with its place,
    whichever is first. Of an authority that outlived the reorganisation of 1 July 2025, a decision from before it is
    not trusted beyond 2024: the agencies, districts and communes after it are others than the decision knew.
    """

    def __init__(self, decisions: Iterable[Decision], gazetteer: Gazetteer) -> None:
        by_owner: defaultdict[Owner, list[Decision]] = defaultdict(list)
        for decision in decisions:
            level = None if decision.place_id else "trung ương"
            owner = owner_of("", level, decision.authority, decision.place_id, gazetteer)
            if owner.known:
                by_owner[owner].append(decision)
        self._terms: dict[Owner, list[tuple[int, int, str]]] = {}
        for owner, found in by_owner.items():
            found.sort(key=lambda d: (d.valid_from, d.signed or date.min, d.number))
            following = [d.valid_from - 1 for d in found[1:]]
            self._terms[owner] = [
                (d.valid_from, min(last for last in (d.valid_to, after, _end(d, gazetteer)) if last), d.decision_id)
                for d, after in zip(found, [*following, 9999], strict=True)
            ]

    def decision_in(self, owner: Owner, year: int | None) -> str | None:
        """Return the id of the decision that was in force in a year, or None if none is known."""
        if year is None:
            return None
        return next((key for first, last, key in self._terms.get(owner, ()) if first <= year <= last), None)

    def decision_over(self, owner: Owner, first: int | None, last: int | None) -> str | None:
        """Return the id of the one decision that was in force in both years, or None."""
        found = self.decision_in(owner, first)
        return found if found and found == self.decision_in(owner, last) else None


def shipped_decisions(gazetteer: Gazetteer) -> list[Decision]:
    """Return the decisions of the lexicon.

    Raises:
        FileNotFoundError: the installed package lacks the table.
        ValueError: a row of it cannot be used.
    """
    text = (files("corpora") / "lexicon" / FILE_NAME).read_text("utf-8")
    decisions, problems = _parse(text, f"corpora/lexicon/{FILE_NAME}", gazetteer)
    if problems:
        raise ValueError(f"{problems[0].where}: {problems[0].message}")
    return decisions


def read_decisions(path: Path, gazetteer: Gazetteer) -> tuple[list[Decision], list[Problem]]:
    """Read a table of decisions that a user wrote: CSV in UTF-8 with a header, columns as in `corpora/README.md`.

    Returns:
        The decisions in the file's order, and a problem for every row that cannot be used; the rest is used.

    Raises:
        FileNotFoundError: there is no such file.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"not in UTF-8 ({error.reason} at byte {error.start}); save it as CSV UTF-8"
        return [], [Problem(code="bad-decisions", message=message, where=path.name)]
    return _parse(text, path.name, gazetteer)


def known_decisions(folder: Path, gazetteer: Gazetteer) -> tuple[list[Decision], list[Problem]]:
    """Return the shipped decisions and those in `decisions.csv` of a data folder, if it has one.

    A user's decision of the same number, authority and place takes the shipped one's place.
    """
    decisions = {d.decision_id: d for d in shipped_decisions(gazetteer)}
    problems: list[Problem] = []
    path = folder / FILE_NAME
    if path.is_file():
        own, problems = read_decisions(path, gazetteer)
        decisions |= {d.decision_id: d for d in own}
    return list(decisions.values()), problems


def decision_rows(decisions: Sequence[Decision]) -> list[dict[str, Any]]:
    """Return the rows of the table `decisions`, by decision_id."""
    rows = {
        d.decision_id: {
            "decision_id": d.decision_id,
            "number": d.number,
            "signed": d.signed,
            "authority": d.authority or _UBND,
            "place_id": d.place_id,
            "valid_from": d.valid_from,
            "valid_to": d.valid_to,
            "blocs": None if d.khoi is None and d.cum is None else (d.khoi or 0) + (d.cum or 0),
            "units": d.units,
            "source": d.source,
        }
        for d in decisions
    }
    return [rows[key] for key in sorted(rows)]


def _end(decision: Decision, gazetteer: Gazetteer) -> int | None:
    """Return the last year in which the reorganisation of 2025 leaves a decision in force."""
    place = gazetteer.places.get(decision.place_id) if decision.place_id else None
    if place and place.valid_to:
        return place.valid_to.year
    before = decision.signed < _REORGANISED if decision.signed else decision.valid_from < _REORGANISED.year
    return _REORGANISED.year - 1 if before and decision.valid_from < _REORGANISED.year else None


def _parse(text: str, where: str, gazetteer: Gazetteer) -> tuple[list[Decision], list[Problem]]:
    reader = csv.DictReader(io.StringIO(text, newline=""))
    lacking = [column for column in _REQUIRED if column not in (reader.fieldnames or ())]
    if lacking:
        message = f"column {', '.join(lacking)} is missing; the columns are {', '.join(_COLUMNS)}"
        return [], [Problem(code="bad-decisions", message=message, where=where)]
    decisions: list[Decision] = []
    problems: list[Problem] = []
    try:
        for row in reader:
            try:
                decisions.append(_decision(row, gazetteer))
            except ValueError as error:
                place = f"{where}, line {reader.line_num}"
                problems.append(Problem(code="bad-decision", message=str(error), where=place))
    except csv.Error as error:
        problems.append(Problem(code="bad-decisions", message=f"no CSV from here on: {error}", where=where))
    return decisions, problems


def _decision(row: Mapping[str, Any], gazetteer: Gazetteer) -> Decision:
    """Return the decision of a row.

    Raises:
        ValueError: it cannot be used; the message says why.
    """
    if None in row:
        raise ValueError("more cells than columns; a cell that holds a comma needs quotation marks")
    cell = {column: (row.get(column) or "").strip() for column in _COLUMNS}
    if not cell["number"]:
        raise ValueError("number is empty")
    first = _number(cell, "valid_from")
    last = _number(cell, "valid_to")
    if first is None:
        raise ValueError("valid_from, the first year of the term, is empty")
    if last is not None and last < first:
        raise ValueError(f"valid_to {last} is before valid_from {first}")
    try:
        signed = date.fromisoformat(cell["signed"]) if cell["signed"] else None
    except ValueError:
        raise ValueError(f"signed {cell['signed']!r} is no day as in 2018-05-24") from None
    authority = None if cell["authority"] in ("", _UBND) else cell["authority"]
    if not authority and not cell["province"]:
        raise ValueError("province is empty; only a national authority has none, and it must be named")
    place_id = None
    if cell["province"]:
        place_id = gazetteer.find(cell["province"], cell["district"] or None, day=signed or date(first, 12, 31))
        if place_id is None:
            named = ", ".join(filter(None, (cell["district"], cell["province"])))
            raise ValueError(f"no place is known as {named!r} at that time")
    return Decision(
        number=cell["number"],
        valid_from=first,
        authority=authority,
        place_id=place_id,
        signed=signed,
        valid_to=last,
        khoi=_number(cell, "khoi"),
        cum=_number(cell, "cum"),
        units=_number(cell, "units"),
        source=cell["source"] or None,
    )


def _number(cell: Mapping[str, str], column: str) -> int | None:
    if not cell[column]:
        return None
    if not (cell[column].isascii() and cell[column].isdigit()):
        raise ValueError(f"{column} {cell[column]!r} is no whole number")
    number = int(cell[column])
    if column.startswith("valid") and not 1945 <= number <= 2100:
        raise ValueError(f"{column} {number} is no year")
    return number
