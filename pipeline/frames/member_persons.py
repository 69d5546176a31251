"""Lines of an opened list that name who stands for each unit: "1. Ông Trần Năm - Giám đốc Sở A (Trưởng khối)"."""

from __future__ import annotations

from pipeline.frames.context import Context
from pipeline.frames.holders import before_honorific
from pipeline.reading import Mention, Sentence

_TO_UNIT = 3
"""So many tokens at most stand between a post and its unit: "Giám đốc", "Phó Chủ tịch Thường trực của"."""


def unit_of_person(ctx: Context, i: int, line: Sentence) -> Mention | None:
    """Return the unit whose person a line of a list tells of at token `i`, and tells nothing else, or None."""
    reading = ctx.reading
    person = next(iter(reading.of("PERSON", i, line.end)), None)
    if person is None or before_honorific(ctx, i, person.start) != i:
        return None
    title = next(iter(reading.of("TITLE", person.end, min(person.end + 3, line.end))), None)
    agency = (
        next(iter(reading.of("AGENCY", title.start + 1, min(title.end + _TO_UNIT, line.end))), None) if title else None
    )
    if agency is None or reading.of("PERSON", person.end, line.end):
        return None
    rest = reading.norms[agency.end : line.end]
    return agency if not any(w.isalnum() for w in rest) or rest[0] in ("(", ",", "-", "–") and len(rest) < 8 else None
