"""Those who grant an award together: "đề nghị Chính phủ, UBND tỉnh tặng Cờ thi đua"."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pipeline.frames.award_asking import is_put_up_to
from pipeline.frames.award_parts import Grantor
from pipeline.frames.context import Context
from pipeline.reading import Mention

Granting = Callable[[Context, int], Grantor | None]

_JOINS = frozenset((",", "và", "cùng", "&"))
_BEFORE_FIRST = frozenset(("được", "do"))
_BEHIND_LAST = frozenset("cho . ; ) vì về năm".split())
_NAME = 16
"""So many tokens at most has the name of who grants."""


def with_others(ctx: Context, award: Mention, found: Grantor | None, granting: Granting) -> Grantor | None:
    """Return who grants with the others that the report names beside: each grants the award."""
    if found is None:
        return None
    if found.mention.start >= award.end and ctx.reading.norms[found.mention.start - 1] == "của":
        together = [found, *_behind(ctx, found, granting)]
    elif found.mention.end <= award.start:
        together = [*_before(ctx, found, granting), found]
    else:
        together = [found]
    names = list(dict.fromkeys(g.name for g in together))
    if len(names) < 2:
        return found
    start, end = together[0].mention.start, together[-1].mention.end
    whole = Mention("GRANTOR", start, end, ctx.reading.text(start, end), "several")
    return Grantor(found.name, whole, tuple(together))


def _before(ctx: Context, found: Grantor, granting: Granting) -> list[Grantor]:
    """Return those told before the one next to the verb, the first of them asked or behind "được"."""
    norms, at = ctx.reading.norms, found.mention.start
    others: list[Grantor] = []
    while at > 1 and norms[at - 1] in _JOINS:
        end = at - 1 - (norms[at - 2] in _JOINS)
        other = next(_ending_at(ctx, end, granting), None)
        if other is None:
            break
        others.insert(0, other)
        at = other.mention.start
    asked = others and (norms[at - 1] in _BEFORE_FIRST or is_put_up_to(ctx, at))
    return others if asked else []


def _ending_at(ctx: Context, end: int, granting: Granting) -> Iterator[Grantor]:
    """Yield those who may grant whose name ends at a token, the longest name first."""
    reading = ctx.reading
    names = [m for kind in ("GRANTOR", "AGENCY") for m in reading.of(kind, max(0, end - _NAME), end) if m.end == end]
    for name in sorted(names, key=lambda m: m.start):
        found = granting(ctx, name.start)
        if found and found.mention.end == end:
            yield found


def _behind(ctx: Context, found: Grantor, granting: Granting) -> list[Grantor]:
    """Return the state's bodies told behind the first: "của UBND tỉnh và Bộ Nội vụ cho …"."""
    norms, at = ctx.reading.norms, found.mention.end
    others: list[Grantor] = []
    while at + 1 < len(norms) and norms[at] in _JOINS:
        other = granting(ctx, at + 1)
        if other is None or not _is_of_state(other):
            break
        others.append(other)
        at = other.mention.end
    ended = at >= len(norms) or norms[at] in _BEHIND_LAST or norms[at] == "," and norms[at + 1 : at + 2] == ["cho"]
    return others if others and ended else []


def _is_of_state(other: Grantor) -> bool:
    parts = other.mention.parts or {}
    return other.mention.kind == "GRANTOR" or other.name.startswith("Bộ ") or parts.get("policy") == "self"
