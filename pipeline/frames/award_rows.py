"""Awards in lists and tables, where the title stands on one line and those who get it on others.

1. a heading: "Các tập thể được đề nghị tặng Cờ thi đua của UBND tỉnh", and below it a line for each;
2. a table copied cell by cell: a line "Sở A", a line "97,5", a line "Cờ thi đua của UBND tỉnh".
"""

from __future__ import annotations

from pipeline.frames.award_parts import Clause, Found, Sources
from pipeline.frames.context import Context
from pipeline.reading import Mention, Sentence

_CELL = 9
"""So many tokens at most has a cell that names a unit or its points."""
_CELLS_BACK = 4
_AFTER_UNIT = frozenset("( ; , . - : với".split()) | {"đạt"}


def recipients_by_lines(sources: Sources, clause: Clause) -> Found | None:
    """Return those who get a title that stands on a line of its own, from the lines around it."""
    if clause.is_rank:
        return None
    return _below(sources.ctx, clause) or _cell_before(sources.ctx, clause)


def _below(ctx: Context, clause: Clause) -> Found | None:
    """Return the units of the lines below a heading, one a line."""
    reading, sentence = ctx.reading, clause.sentence
    last = reading.norms[sentence.end - 1]
    if clause.limit < sentence.end or reading.norms[sentence.start] == "ảnh" or _others(ctx, clause):
        return None
    found: list[Mention] = []
    for line in reading.sentences[clause.number + 1 : clause.number + 31]:
        agency = _unit_of_line(ctx, line)
        if agency is None or line.line == sentence.line or not (line.bullet or last == ":"):
            break
        found.append(agency)
    return Found(found, "award-over-lines", clause.award.end) if found else None


def _others(ctx: Context, clause: Clause) -> bool:
    """Whether the line of a title names someone other than its grantor."""
    granting = clause.grantor.mention if clause.grantor else None
    return any(
        not (granting and granting.start <= m.start < granting.end)
        for kind in ("AGENCY", "PERSON", "ROLE")
        for m in ctx.reading.of(kind, clause.sentence.start, clause.sentence.end)
    )


def _unit_of_line(ctx: Context, line: Sentence) -> Mention | None:
    """Return the unit that a line of a list begins with and tells nothing else of: "1. Sở A (98 điểm)"."""
    reading = ctx.reading
    at = line.start
    while at < line.end and not reading.norms[at].isalpha():
        at += 1
    agency = next(iter(reading.of("AGENCY", at, at + 1)), None)
    if agency is None or reading.of("AWARD", line.start, line.end) or reading.of("ROLE", line.start, line.end):
        return None
    return agency if agency.end >= line.end or reading.norms[agency.end] in _AFTER_UNIT else None


def _cell_before(ctx: Context, clause: Clause) -> Found | None:
    """Return the unit of the row that a title is a cell of."""
    reading, sentence = ctx.reading, clause.sentence
    opens = reading.norms[sentence.start : clause.award.start]
    granted = clause.grantor.mention.end if clause.grantor else clause.award.end
    if len(opens) > 2 or max(granted, clause.award.end) < sentence.end - 4 or _others(ctx, clause):
        return None
    for n in range(clause.number - 1, max(-1, clause.number - 1 - _CELLS_BACK), -1):
        cell = reading.sentences[n]
        if cell.end - cell.start > _CELL or reading.of("AWARD", cell.start, cell.end):
            return None
        agency = _unit_of_line(ctx, cell)
        if agency and cell.line < sentence.line:
            return Found([agency], "award-in-row", clause.award.end)
        if reading.norms[cell.end - 1] == ":":
            return None
    return None
