"""Awards whose verb is left out, as the clause before has it.

"A và B được giới thiệu nhận Cờ thi đua của UBND tỉnh; C ở hạng mục Bằng khen", "A nhận Cờ thi đua, B Bằng khen".
"""

from __future__ import annotations

from pipeline.frames.award_lists import end_of_left, ends_list
from pipeline.frames.award_parts import Clause, Found
from pipeline.frames.context import Context
from pipeline.frames.holders import gap, run_before
from pipeline.reading import Mention

_MARKS = frozenset((";", ",", "còn", "và"))
_OPENS = frozenset("theo sau tiếp đó kế đến xếp đứng là các đơn vị tập thể hai ba sở xã phường".split())
"""Syllables that may open the clause: ", theo sau là …", "; kế đến là các đơn vị …"."""
_SPARE = 3
"""So many unknown words may stand between a unit and its title: "ở hạng mục"."""


def elided(ctx: Context, clause: Clause, before: Mention | None) -> Found | None:
    """Return the units between two titles of which the first, `before`, went to units that stand before it.

    Nothing else may stand between the titles but the mark that opens the clause and who grants.
    """
    if before is None or before.rule == "rank" or clause.is_rank or clause.award.parts["for"] == "person":
        return None
    reading, end = ctx.reading, end_of_left(ctx, clause)
    agencies = [a for a in reading.of("AGENCY", clause.taken, end) if a.end <= end]
    if not agencies or reading.of("COUNT", clause.taken, end) or reading.of("PERSON", clause.taken, end):
        return None
    run = run_before(ctx, agencies, len(agencies) - 1, ends_list(ctx))
    opens = set(reading.norms[clause.taken : int(run[0].parts.get("from", run[0].start))])
    between = gap(ctx, run[-1].end, end, ctx.lexicon.award_light_or_trigger, _SPARE)
    if not opens & _MARKS or not opens <= _MARKS | _OPENS:
        return None
    if between is None or between.any("cho", ";", ":"):
        return None
    if ctx.has("award break", run[-1].end, end) or reading.of("ROLE", clause.taken, end):
        return None
    return Found(run, "recipient-then-award", clause.award.end)
