"""Awards and places of a table whose rows are lines: "1 | Sở A | 985 | Cờ thi đua của UBND tỉnh".

The head of the table says which column names the units and which the awards or the places; cells are set apart by tabs,
bars or several blanks. Tables that were copied cell by cell are for `award_rows`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from pipeline.frames.award_grantors import grantor_of
from pipeline.frames.award_parts import Claim, Status
from pipeline.frames.context import Context
from pipeline.frames.table_columns import COLUMNS
from pipeline.mentions.rankings import TOP_RANKS
from pipeline.numerals import ROMAN
from pipeline.reading import Mention

_UNIT = re.compile(r"(?:tên )?(?:các )?(?:đơn vị|tập thể|cơ quan|địa phương|xã|phường|trường|thành viên)\b")
_TITLE = re.compile(r"(?:đề nghị|hình thức|danh hiệu|mức|khen thưởng|đề xuất)\b")
_PLACE = re.compile(
    r"(?:hạng|thứ hạng|vị thứ|vị trí|xếp (?:hạng|thứ|thứ tự|loại|vị thứ|vị trí))(?: thi đua)?(?: khối| cụm)?"
    r"(?: năm \d+)?$"
)
_PLACES = {"nhất": 0, "nhì": 1, "hai": 1, "ba": 2} | {str(n + 1): n for n in range(3)}
_ASKED = ("đề nghị", "đề xuất", "bình xét", "suy tôn", "bỏ phiếu", "bình chọn", "bình bầu")
"""Words of the head, or of the sentence over it, under which the awards are asked for."""
_ROWS = 60
"""So many rows of a table at most are read."""


class _Cell(NamedTuple):
    """A cell's words in lower case, and its tokens `[first, last)`."""

    words: str
    first: int
    last: int


class _Head(NamedTuple):
    """Which columns of a table name the units, their awards and their places, -1 if none does."""

    unit: int
    title: int
    place: int


def claims_of_tables(ctx: Context, claims: list[Claim]) -> list[Claim]:
    """Return the claims with those of the report's tables in the stead of what was read from their rows."""
    found: list[Claim] = []
    taken: set[int] = set()
    for start, end, told in _tables(ctx):
        found += told
        taken |= {n for n, c in enumerate(claims) if start <= c.award.start < end}
    return [c for n, c in enumerate(claims) if n not in taken] + found


def _tables(ctx: Context) -> Iterator[tuple[int, int, list[Claim]]]:
    """Yield (first token, end, claims) of each table that tells of awards or places."""
    rows = list(_rows(ctx))
    at = 0
    while at < len(rows):
        head = _head(rows[at])
        below = rows[at + 1 : at + 1 + _ROWS] if head else []
        if head is None or not below:
            at += 1
            continue
        claims = [claim for row in below for claim in _claims_of_row(ctx, rows[at], head, row)]
        if claims:
            yield rows[at][0].first, below[-1][-1].last, [] if _is_contest(ctx, rows[at]) else claims
        at += 1 + len(below)


def _rows(ctx: Context) -> Iterator[list[_Cell]]:
    """Yield the lines of a report that have several cells."""
    reading, offset = ctx.reading, 0
    for line in reading.article.text.split("\n"):
        bounds = [0, *(k for m in COLUMNS.finditer(line) for k in m.span()), len(line)]
        if len(bounds) > 4:
            spans = [(a + offset, b + offset) for a, b in zip(bounds[::2], bounds[1::2], strict=True)]
            firsts = [(bisect_left(reading.starts, a), bisect_left(reading.starts, b)) for a, b in spans]
            if any(a < b for a, b in firsts):
                yield [_Cell(" ".join(reading.norms[a:b]), a, b) for a, b in firsts]
        offset += len(line) + 1


def _head(row: list[_Cell]) -> _Head | None:
    """Return which columns the head of a table names, None if the row is none."""
    unit = next((k for k, cell in enumerate(row) if _UNIT.match(cell.words)), -1)
    title = next((k for k, cell in enumerate(row) if k != unit and _TITLE.match(cell.words)), -1)
    place = next((k for k, cell in enumerate(row) if _PLACE.match(cell.words)), -1)
    return _Head(unit, title, place) if unit >= 0 and (title >= 0 or place >= 0) else None


def _claims_of_row(ctx: Context, above: list[_Cell], head: _Head, row: list[_Cell]) -> list[Claim]:
    """Return what a row tells of its unit: its award, else its place."""
    unit = _unit(ctx, row[head.unit]) if head.unit < len(row) else None
    if unit is None:
        return []
    titles = list(_titles(ctx, row[head.title])) if 0 <= head.title < len(row) else []
    if titles:
        status = _status(ctx, above, head)
        return [_claim(ctx, unit, title, status) for title in titles]
    place = _place(row[head.place]) if 0 <= head.place < len(row) else None
    if place is None:
        return []
    cell = row[head.place]
    award = Mention("AWARD", cell.first, cell.last, TOP_RANKS[place], "rank", {"for": "agency"})
    return [_claim(ctx, unit, award, Status("voted", (cell.first, cell.last)))]


def _unit(ctx: Context, cell: _Cell) -> Mention | None:
    """Return the agency that a cell names."""
    return next((a for a in ctx.reading.of("AGENCY", cell.first, cell.last) if a.start <= cell.first + 2), None)


def _titles(ctx: Context, cell: _Cell) -> Iterator[Mention]:
    """Yield the titles of a cell that a unit may get."""
    for award in ctx.reading.of("AWARD", cell.first, cell.last):
        if award.rule in ("title", "bare") and award.parts["for"] != "person":
            yield award


def _place(cell: _Cell) -> int | None:
    """Return which of the first three places a cell tells: "1", "Nhất", "Thứ nhì", "II"."""
    word = cell.words.removeprefix("hạng ").removeprefix("thứ ").lstrip("0")
    number = ROMAN.get(word)
    return _PLACES.get(word, number - 1 if number in (1, 2, 3) else None)


def _status(ctx: Context, above: list[_Cell], head: _Head) -> Status:
    """Return whether the awards of a table are asked for, as its head or the sentence over it says, or given."""
    reading, cell = ctx.reading, above[head.title]
    over = reading.sentences[max(0, reading.sentence_of(above[0].first) - 1)]
    for first, last in ((cell.first, cell.last), (over.start, over.end)):
        for words in _ASKED:
            at = reading.find(tuple(words.split()), first, last)
            if at >= 0:
                return Status("proposed", (at, at + len(words.split())))
    return Status("conferred", (cell.first, cell.last))


def _is_contest(ctx: Context, above: list[_Cell]) -> bool:
    """Whether a table tells of a contest, or of goals, by the sentence over it."""
    n = ctx.reading.sentence_of(above[0].first)
    over = ctx.reading.sentences[max(0, n - 1)]
    return ctx.in_contest(over.start, over.end) or ctx.has("plan", over.start, above[-1].last)


def _claim(ctx: Context, unit: Mention, award: Mention, status: Status) -> Claim:
    sentence = ctx.reading.sentences[ctx.reading.sentence_of(award.start)]
    return Claim(
        award=award,
        grantor=None if award.rule == "rank" else grantor_of(ctx, sentence, award, sentence.end),
        mention=unit,
        recipient=ctx.agency_name(unit),
        recipient_kind="agency",
        unit=None,
        count=None,
        bloc=ctx.bloc_for(unit.start),
        year=None,
        status=status,
        rule="award-in-row",
    )
