"""Posts told once for several holders, in two years or two blocs.

"Trưởng khối năm 2023 là A, năm 2024 là B", "vai trò Trưởng khối của Khối 1 thuộc về A; ở Khối 2 là B".
"""

from __future__ import annotations

from pipeline.frames.context import BlocEntity, Context
from pipeline.reading import Mention, Sentence

_JOINS = frozenset((",", ";", "và", "còn"))
_PLACES = frozenset("ở tại của đối với thuộc cho".split())
"""Words before a bloc's name in the second part."""
_TELLS = (["là"], [":"], ["do"], ["-"], ["thuộc", "về"], ["sẽ", "là"])


def other_year(ctx: Context, sentence: Sentence, holder: Mention) -> tuple[Mention | None, Mention | None]:
    """Return (year, unit) of the term told after a holder: B and 2024 in "Trưởng khối năm 2023 là A, năm 2024 là B"."""
    at = _after_joins(ctx, holder.end, sentence.end)
    year = ctx.reading.at("YEAR", at)
    unit = _told(ctx, year.end, sentence.end) if year and at > holder.end else None
    return (year, unit) if unit else (None, None)


def other_bloc(ctx: Context, sentence: Sentence, holder: Mention) -> tuple[BlocEntity | None, Mention | None]:
    """Return (bloc, unit) told after a holder: B in "vai trò Trưởng khối của Khối 1 thuộc về A; ở Khối 2 là B"."""
    at = begin = _after_joins(ctx, holder.end, sentence.end)
    if len(ctx.blocs) < 2 or at == holder.end:
        return None, None
    while at < sentence.end and ctx.reading.norms[at] in _PLACES:
        at += 1
    for bloc in ctx.blocs:
        named = next((m for m in bloc.mentions if m.start == at), None)
        unit = _told(ctx, named.end, sentence.end) if named and at > begin else None
        if unit:
            return bloc, unit
    return None, None


def _after_joins(ctx: Context, i: int, end: int) -> int:
    while i < end and ctx.reading.norms[i] in _JOINS:
        i += 1
    return i


def _told(ctx: Context, i: int, end: int) -> Mention | None:
    """Return the unit that "là", "thuộc về" at token `i` leads to."""
    for words in _TELLS:
        at = i + len(words)
        if at < end and ctx.reading.norms[i:at] == words:
            unit = next(iter(ctx.reading.of("AGENCY", at, at + 2)), None)
            role = ctx.reading.of("ROLE", at, unit.end + 3) if unit else []
            return None if role else unit
    return None
