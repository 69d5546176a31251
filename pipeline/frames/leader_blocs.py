"""Which bloc a post is of, where a report tells of several."""

from __future__ import annotations

from pipeline.frames.bloc_brackets import are_of_several, bloc_behind
from pipeline.frames.context import BlocEntity, Context
from pipeline.frames.holders import run_before
from pipeline.frames.leader_holders import Place, ends_list
from pipeline.reading import Mention

_LINKS = frozenset("là : do thuộc về - – ( bầu chọn gồm có".split())
_LEAST = 2
_NEAR = 3
_FAR = 8


def bloc_beside(ctx: Context, role: Mention, end: int) -> BlocEntity:
    """Return the bloc of a role: the one whose name follows its words, else the one that its clause is about.

    "… làm Cụm trưởng Cụm thi đua số 1, … làm Trưởng khối Đảng": each its own.
    """
    sentence = ctx.reading.sentences[ctx.reading.sentence_of(role.start)]
    last = min(end + 2 if ctx.reading.norms[end : end + 1] == ["của"] else end + 1, sentence.end)
    for bloc in ctx.blocs if len(ctx.blocs) > 1 else ():
        if any(role.start < m.start < last for m in bloc.mentions):
            return bloc
    return ctx.bloc_for(role.start)


def shared_out(ctx: Context, agencies: list[Mention], at: Place) -> list[tuple[BlocEntity, Mention]]:
    """Return the holders of one post in several blocs, each named after its bloc; none where that is not so.

    "Kết quả bầu Cụm trưởng năm 2024: Cụm thi đua số 1 là xã A; Cụm thi đua số 2 là xã B", or each before its bloc in
    a bracket: "xã A (Cụm thi đua số 1), xã B (Cụm thi đua số 2)".
    """
    reading = ctx.reading
    if len(ctx.blocs) < _LEAST or at.wanted > 1:
        return []
    others = reading.of("ROLE", at.end, at.sentence.end)
    last = others[0].start if others else at.sentence.end
    behind = [a for a in agencies if at.end <= a.start < last]
    if are_of_several(ctx, behind):
        return [(bloc, a) for a in behind if (bloc := bloc_behind(ctx, a))]
    if others:
        return []
    found: list[tuple[BlocEntity, Mention]] = []
    for bloc in ctx.blocs:
        for m in bloc.mentions:
            if not at.end <= m.start < at.sentence.end:
                continue
            holder = next((a for a in agencies if m.end < a.start <= m.end + _NEAR), None)
            if holder and set(reading.norms[m.end : holder.start]) <= _LINKS:
                found.append((bloc, holder))
    return found if len(found) >= _LEAST else []


def one_each(ctx: Context, agencies: list[Mention], at: Place) -> list[tuple[BlocEntity, Mention]]:
    """Return the holders of one post in several blocs, in their order: "A và B làm Trưởng khối của Khối 1, Khối 2"."""
    reading = ctx.reading
    if len(ctx.blocs) < _LEAST or at.wanted > 1:
        return []
    named = sorted(
        ((m, b) for b in ctx.blocs for m in b.mentions if at.start < m.start < at.sentence.end),
        key=lambda x: x[0].start,
    )
    run = [pair for n, pair in enumerate(named) if not n or _joined(ctx, named[n - 1][0], pair[0])]
    last = max((k for k, a in enumerate(agencies) if a.end <= at.start), default=None)
    if last is None or len(run) < _LEAST or len(run) < len(named) or run[0][0].start - at.end > _NEAR:
        return []
    holders = run_before(ctx, agencies, last, ends_list(ctx))
    if len(holders) != len(run) or reading.of("ROLE", holders[0].start, at.start) or at.start - holders[-1].end > _FAR:
        return []
    return [(bloc, holder) for (_, bloc), holder in zip(run, holders, strict=True)]


def _joined(ctx: Context, one: Mention, other: Mention) -> bool:
    return set(ctx.reading.norms[one.end : other.start]) <= {",", ";", "và"}
