"""Blocs in brackets behind units: where these belong, "Cờ thi đua tặng Sở A (Khối Tổng hợp), Sở B (Khối Kinh tế)"."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.frames.context import BlocEntity, Context
from pipeline.reading import Mention

_IN_BRACKET = frozenset(("thuộc", "của", "thành", "viên", "đơn", "vị"))
_REACH = 5
_OF_EACH_AT_LEAST = 2
"""So many blocs in brackets behind units are what a list tells, and none is named in passing."""


def opener_of(ctx: Context, bloc: Mention) -> int | None:
    """Return the bracket that opens right before a bloc, or before the words for belonging to it: "(thuộc Khối 2)"."""
    norms = ctx.reading.norms
    at = bloc.start
    while at > 0 and norms[at - 1] in _IN_BRACKET:
        at -= 1
    return at - 1 if at > 0 and norms[at - 1] == "(" else None


def bloc_behind(ctx: Context, unit: Mention) -> BlocEntity | None:
    """Return the one of several blocs that a bracket behind a unit names."""
    if len(ctx.blocs) < _OF_EACH_AT_LEAST or ctx.reading.norms[unit.end : unit.end + 1] != ["("]:
        return None
    for bloc in ctx.blocs:
        for mention in bloc.mentions:
            if unit.end < mention.start < unit.end + _REACH and opener_of(ctx, mention) == unit.end:
                return bloc
    return None


def are_of_several(ctx: Context, units: Sequence[Mention]) -> bool:
    """Whether brackets behind units name two blocs or more, so that they are no list of the units of one."""
    if len(ctx.blocs) < _OF_EACH_AT_LEAST:
        return False
    return len({bloc.name for unit in units if (bloc := bloc_behind(ctx, unit))}) >= _OF_EACH_AT_LEAST


def lists_blocs(ctx: Context, start: int, end: int) -> bool:
    """Whether the tokens of a sentence name two blocs or more in brackets behind units."""
    unit_ends = {m.end for m in ctx.reading.of("AGENCY", start, end)}
    named = {m.value for m in ctx.reading.of("BLOC", start, end) if opener_of(ctx, m) in unit_ends}
    return len(named) >= _OF_EACH_AT_LEAST
