"""Awards in lists and tables, where the title stands on one line and those who get it on others.

1. a heading: "Các tập thể được đề nghị tặng Cờ thi đua của UBND tỉnh", and below it a line for each;
   "Tặng Bằng khen cho 2 tập thể, gồm:", and below it as many lines;
2. a table copied cell by cell: a line "Sở A", a line "97,5", a line "Cờ thi đua của UBND tỉnh".
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.frames.award_parts import Clause, Found, Sources
from pipeline.frames.award_reasons import end_of_bloc_head, is_reason
from pipeline.frames.context import Context
from pipeline.frames.holders import before_honorific
from pipeline.reading import Mention, Sentence

_CELL = 9
"""So many tokens at most has a cell that names a unit or its points."""
_CELLS_BACK = 4
_LINES = 60
"""So many sentences at most below a title are looked at for those who get it."""
_PEOPLE = 12
"""So many tokens at most may words for a unit's people take before its name."""
_BEFORE_TITLE, _AFTER_TITLE = 3, 2
"""So many tokens may a heading have around its title and who grants it: "1. Tặng Cờ thi đua của UBND tỉnh:"."""
_KINDS = {"AGENCY": "agency", "PERSON": "person"}
_AFTER_UNIT = frozenset("( ; , . - : với".split()) | {"đạt"}


def recipients_by_lines(sources: Sources, clause: Clause) -> Found | None:
    """Return those who get a title that stands on a line of its own, from the lines around it."""
    if clause.is_rank:
        return None
    return _below(sources.ctx, clause) or _cell_before(sources.ctx, clause)


def named_below(ctx: Context, clause: Clause, found: Found) -> Found | None:
    """Return those whom the lines below a number name: "tặng Bằng khen cho 02 tập thể, gồm: / 1. Sở A / 2. Sở B".

    There must be as many lines as are counted, or the text breaks off in them. A line whose name nobody knows counts.
    """
    if not found.mentions or any(m.kind != "COUNT" for m in found.mentions) or clause.limit < clause.sentence.end:
        return None
    counted = sum(int(m.value) for m in found.mentions)
    named: list[Mention] = []
    lines, last = 0, -1
    for n, line in _lines_below(ctx, clause):
        mention = _unit_of_line(ctx, line) or _person_of_line(ctx, line)
        if lines == counted or mention is None and not (line.bullet and named) or _tells_more(ctx, line):
            break
        lines, last = lines + 1, n
        named += [mention] if mention else []
    broken_off = last == len(ctx.reading.sentences) - 1 and 1 < lines < counted
    kinds = {m.parts["of"] for m in found.mentions}
    if lines != counted and not broken_off or 2 * len(named) <= lines or kinds != {_KINDS[m.kind] for m in named}:
        return None
    return Found(named, "award-over-lines", clause.award.end)


def _lines_below(ctx: Context, clause: Clause) -> Iterator[tuple[int, Sentence]]:
    """Yield the first sentence of each line of the list below a title, with its index."""
    sentences, last = ctx.reading.sentences, ctx.reading.norms[clause.sentence.end - 1]
    line = clause.sentence.line
    for n in range(clause.number + 1, min(clause.number + _LINES, len(sentences))):
        sentence = sentences[n]
        if sentence.line == line:
            if line == clause.sentence.line:
                return
            continue
        if not (sentence.bullet or last == ":" or _is_numbered_heading(ctx, clause)):
            return
        line = sentence.line
        yield n, sentence


def _below(ctx: Context, clause: Clause) -> Found | None:
    """Return the units of the lines below a heading, one a line."""
    reading, sentence = ctx.reading, clause.sentence
    if clause.limit < sentence.end or reading.norms[sentence.start] == "ảnh" or _others(ctx, clause):
        return None
    found: list[Mention] = []
    for _, line in _lines_below(ctx, clause):
        agency = None if _tells_more(ctx, line) else _unit_of_line(ctx, line)
        if agency is None:
            break
        found.append(agency)
    return Found(found, "award-over-lines", clause.award.end) if found else None


def _is_numbered_heading(ctx: Context, clause: Clause) -> bool:
    """Whether a title is a numbered line of its own over lines without numbers: "1. Cờ thi đua của UBND tỉnh"."""
    sentences, n = ctx.reading.sentences, clause.number
    granted = max(clause.award.end, clause.grantor.mention.end if clause.grantor else 0)
    alone = (
        clause.sentence.end - granted <= _AFTER_TITLE and clause.award.start - clause.sentence.start <= _BEFORE_TITLE
    )
    return clause.sentence.bullet and alone and n + 1 < len(sentences) and not sentences[n + 1].bullet


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
    at = end_of_bloc_head(ctx, at, line.end)  # "- Khối thi đua số 1: Sở A"
    listed = reading.of("AGENCY", at, min(at + _PEOPLE, line.end))
    agency = next((a for a in listed if at in (a.start, int(a.parts.get("from", a.start)))), None)
    if agency is None:
        return None
    return agency if agency.end >= line.end or reading.norms[agency.end] in _AFTER_UNIT else None


def _person_of_line(ctx: Context, line: Sentence) -> Mention | None:
    """Return the person that a line of a list begins with: "2. Bà X, Phó Giám đốc Sở A"."""
    at = line.start
    while at < line.end and not ctx.reading.norms[at].isalpha():
        at += 1
    person = next(iter(ctx.reading.of("PERSON", at, line.end)), None)
    return person if person and before_honorific(ctx, at, person.start) == at else None


def _tells_more(ctx: Context, line: Sentence) -> bool:
    """Whether a line tells of another award or of a post in the bloc.

    What a unit leads is only what it gets the award for: "1. Sở A, đã có thành tích, dẫn đầu Khối thi đua số 1".
    """
    awards = ctx.reading.of("AWARD", line.start, line.end)
    if ctx.reading.of("ROLE", line.start, line.end) or any(a.value != "Đơn vị dẫn đầu" for a in awards):
        return True
    unit = _unit_of_line(ctx, line) if awards else None
    return bool(awards) and (unit is None or not is_reason(ctx, unit.end, line.end))


def _cell_before(ctx: Context, clause: Clause) -> Found | None:
    """Return the unit of the row that a title is a cell of."""
    reading, sentence = ctx.reading, clause.sentence
    opens = reading.norms[sentence.start : clause.award.start]
    granted = clause.grantor.mention.end if clause.grantor else clause.award.end
    if sentence.bullet and len(opens) > 1:  # "2. Bằng khen của UBND tỉnh" is a heading
        return None
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
