"""Which bloc an award is of, where those who get it are each told with their own.

1. behind it, in a bracket, after a dash or with what it leads: "Cờ thi đua cho Sở A (Khối 1), Sở B (Khối 2)",
   "Sở A - dẫn đầu Khối thi đua số 1", "Sở A, đã có thành tích xuất sắc, dẫn đầu Khối thi đua số 1";
2. before it, with a colon: "Khối thi đua số 1: Sở A, Sở B; Khối thi đua số 2: Sở C".
"""

from __future__ import annotations

from pipeline.frames.award_parts import Claim
from pipeline.frames.award_reasons import end_of_bloc_head, is_reason
from pipeline.frames.context import BlocEntity, Context
from pipeline.reading import Mention

_OPENS = frozenset(("(", "-", "–", "thuộc", "đầu", "nhất"))
"""One of them stands between a unit and its bloc: a bracket, a dash, "thuộc", "dẫn đầu", "xếp thứ nhất"."""
_REACH = 30
"""So many tokens at most from a unit to the bloc told behind it."""
_TO_BLOC = 12
"""So many tokens at most from a number of units to the bloc that they are of."""
_TO_COLON = 60
"""So many tokens at most from the colon behind a bloc to a unit of its list."""
_ENDS = frozenset((";", ":"))


def give_own_blocs(ctx: Context, claims: list[Claim]) -> None:
    """Give each claim of a unit that is told with its own bloc that bloc."""
    if len(ctx.blocs) < 2:
        return
    entities = {id(m): bloc for bloc in ctx.blocs for m in bloc.mentions}
    for claim in claims:
        if claim.mention.kind == "AGENCY":
            claim.bloc = _behind(ctx, claim.mention, entities) or _before(ctx, claim.mention, entities) or claim.bloc
        elif claim.mention.kind == "COUNT":
            claim.bloc = _of_count(ctx, claim.mention, entities) or claim.bloc


def _behind(ctx: Context, unit: Mention, entities: dict[int, BlocEntity]) -> BlocEntity | None:
    """Return the bloc told behind a unit with nothing between but what it is praised for."""
    reading = ctx.reading
    end = reading.sentences[reading.sentence_of(unit.start)].end
    blocs = reading.of("BLOC", unit.end, min(unit.end + _REACH, end))
    bloc = next((b for b in blocs if id(b) in entities), None)
    if bloc is None:
        return None
    between = reading.norms[unit.end : bloc.start]
    if ";" in between[1:] or not _OPENS.intersection(between) or not is_reason(ctx, unit.end, bloc.start):
        return None
    return entities[id(bloc)]


def _of_count(ctx: Context, count: Mention, entities: dict[int, BlocEntity]) -> BlocEntity | None:
    """Return the bloc that a number of units is of: "Bằng khen cho 2 tập thể thuộc Khối thi đua số 2"."""
    reading, norms = ctx.reading, ctx.reading.norms
    end = reading.sentences[reading.sentence_of(count.start)].end
    bloc = next((b for b in reading.of("BLOC", count.end, min(count.end + _TO_BLOC, end)) if id(b) in entities), None)
    if (
        bloc is None
        or norms[bloc.start - 1] not in ("thuộc", "của")
        or _ENDS.intersection(norms[count.end : bloc.start])
    ):
        return None
    others = any(reading.of(kind, count.end, bloc.start) for kind in ("COUNT", "AWARD"))
    return None if others else entities[id(bloc)]


def _before(ctx: Context, unit: Mention, entities: dict[int, BlocEntity]) -> BlocEntity | None:
    """Return the bloc whose name and a colon open the list that a unit stands in."""
    reading, norms = ctx.reading, ctx.reading.norms
    first = max(reading.sentences[reading.sentence_of(unit.start)].start, unit.start - _TO_COLON)
    at = next((k for k in range(unit.start - 1, first - 1, -1) if norms[k] in _ENDS), None)
    if at is None or norms[at] != ":":
        return None
    blocs = [b for b in reading.of("BLOC", first, at) if id(b) in entities]
    if not blocs:
        return None
    return entities[id(blocs[-1])] if end_of_bloc_head(ctx, blocs[-1].start, at + 1) == at + 1 else None
