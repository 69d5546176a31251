"""Members in the rows of a table copied as text, in which the bloc marks its units.

A header "STT | Đơn vị | Tổng điểm | Đề nghị khen thưởng", a row for each unit; columns are parted by tabs, bars or
blanks. A table without points or ranks lists those put up for awards, not the bloc.
"""

from __future__ import annotations

import re

from pipeline.frames.context import Context
from pipeline.frames.member_lists import MemberList
from pipeline.frames.table_columns import COLUMNS
from pipeline.mentions.places import unit_at
from pipeline.reading import Mention, Sentence

_UNITS = re.compile(r"^(?:tên )?(?:các )?(?:đơn vị|cơ quan|địa phương|thành viên|tập thể)(?:,? .{0,24})?$")
_MARKS = re.compile(r"\bđiểm\b|^xếp (?:hạng|thứ|loại)|^hạng$|^thứ hạng$|^vị thứ$")
_HEADER_COLUMNS = 2
_FEWEST = 3
_ROWS_AT_MOST = 60
_CELL = 8
"""Tokens at most of a cell that goes on in a line of its own."""
_NUMBER_TOKENS = 3
"""Tokens at most before the name in a row: "1 . |"."""


def table_rows(ctx: Context) -> list[MemberList]:
    """Return the units of tables that give each of them points or a rank."""
    reading = ctx.reading
    found: list[MemberList] = []
    for n, sentence in enumerate(reading.sentences):
        if sentence.field == "author" or not _is_header(ctx, sentence):
            continue
        rows = [_named_in(ctx, s) for s in _rows(ctx, n + 1)]
        run = [m for m in rows if m]
        if len(run) >= max(_FEWEST, len(rows) - 1):
            found.append(MemberList(run, (sentence.start, sentence.end), ctx.bloc_for(run[0].start), "members-lines"))
    return found


def _rows(ctx: Context, n: int) -> list[Sentence]:
    """Return the rows of a table from sentence `n` on, over cells that go on in lines of their own."""
    rows: list[Sentence] = []
    for sentence in ctx.reading.sentences[n : n + _ROWS_AT_MOST]:
        if _is_row(ctx, sentence):
            rows.append(sentence)
        elif sentence.end - sentence.start > _CELL:
            break
    return rows


def _is_header(ctx: Context, sentence: Sentence) -> bool:
    """Whether a line heads columns of units and of their points or ranks."""
    reading = ctx.reading
    words = reading.norms[sentence.start : sentence.end]
    if "vị" not in words and "quan" not in words and "viên" not in words and "phương" not in words:
        return False
    cells = [c.strip().lower() for c in COLUMNS.split(reading.text(sentence.start, sentence.end)) if c.strip()]
    if len(cells) < _HEADER_COLUMNS or not any(_UNITS.match(c) for c in cells):
        return False
    return any(_MARKS.search(c) for c in cells)


def _is_row(ctx: Context, sentence: Sentence) -> bool:
    """Whether a line has columns and begins with a number, or with a name."""
    reading = ctx.reading
    if not COLUMNS.search(reading.text(sentence.start, sentence.end)):
        return False
    return reading.norms[sentence.start].isdigit() or bool(reading.of("AGENCY", sentence.start, sentence.start + 1))


def _named_in(ctx: Context, sentence: Sentence) -> Mention | None:
    """Return the unit that fills the first cell of a row, after its number."""
    reading = ctx.reading
    at = sentence.start
    while at < min(sentence.end, sentence.start + _NUMBER_TOKENS) and not reading.raw[at].isalpha():
        at += 1
    agency = next((a for a in reading.of("AGENCY", at, min(at + 1, sentence.end)) if a.start == at), None)
    if agency is None or agency.end > sentence.end:
        return None
    if agency.end == sentence.end:
        return agency
    between = reading.article.text[reading.ends[agency.end - 1] : reading.starts[agency.end]]
    alone = bool(COLUMNS.search(between)) or reading.norms[agency.end] in ("|", "(")
    return agency if alone or unit_at(reading, agency.end, sentence.end) else None
