"""Awards of those who are told by their place in an order: "Cờ cho đơn vị cao điểm nhất; hai đơn vị kế tiếp Bằng khen".

The order is what the report tells shortly before: the points of each unit, or the places that the bloc gave.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.frames.award_parts import Claim, Clause, Found, Sources
from pipeline.frames.award_reference import KINDS, is_bound
from pipeline.frames.context import Context
from pipeline.mentions.rankings import TOP_RANKS, find_places
from pipeline.mentions.times import number_at
from pipeline.reading import Mention

_FIRST_OF_KINDS = frozenset(kind[0] for kind in KINDS)
_FIRST = (
    "cao điểm nhất|điểm cao nhất|có điểm cao nhất|có số điểm cao nhất|có tổng điểm cao nhất|có tổng số điểm cao nhất|"
    "đạt điểm cao nhất|đạt số điểm cao nhất|đạt tổng điểm cao nhất|nhiều điểm nhất|đứng đầu|dẫn đầu|đầu bảng|"
    "đứng đầu bảng|dẫn đầu bảng|xếp đầu"
)
_NEXT = (
    "kế tiếp|tiếp theo|liền kề|liền sau|xếp sau|đứng sau|kế sau|tiếp sau|xếp kế tiếp|đứng kế tiếp|xếp tiếp theo|"
    "có điểm kế tiếp|có số điểm kế tiếp|có số điểm tiếp theo|có điểm tiếp theo|xếp liền sau|đứng liền sau|xếp liền kề"
)
_PLACED = {tuple(w.split()): first for words, first in ((_FIRST, True), (_NEXT, False)) for w in words.split("|")}
_LONGEST = max(map(len, _PLACED))
_SENTENCES_BACK = 4
_TO_SCORE = 6
"""So many tokens at most between a unit and its points: "Sở A (98 điểm)", "Sở A được 98 điểm"."""


def is_next(ctx: Context, found: Found) -> bool:
    """Whether a number only tells of the next ones in an order: "hai đơn vị kế tiếp được đề nghị tặng Bằng khen"."""
    if len(found.mentions) != 1 or found.mentions[0].kind != "COUNT":
        return False
    return _placed(ctx.reading.norms, found.mentions[0].end) is not None


def by_points(sources: Sources, clause: Clause, claims: list[Claim]) -> Found | None:
    """Return those whose place in the order of points stands beside a title, where the order is plain."""
    ctx = sources.ctx
    if clause.is_rank:
        return None
    for start, end, number, first in _places(ctx.reading.norms, clause.taken, clause.limit):
        if not is_bound(sources, clause, start, end):
            continue
        order = _order(ctx, clause, claims, start)
        at = 0 if first else _after_those_given(order, claims, clause)
        who = order[at : at + number]
        tied = 0 < at < len(order) and order[at - 1][1] == order[at][1]
        tied |= at + number < len(order) and order[at + number - 1][1] == order[at + number][1]
        if len(who) == number and not tied:
            return Found([m for m, _ in who], "award-by-rank", max(end, clause.award.end))
    return None


def _placed(norms: list[str], i: int) -> tuple[int, bool] | None:
    """Return the end of the words for a place at token `i`, and whether it is the first."""
    for size in range(_LONGEST, 0, -1):
        first = _PLACED.get(tuple(norms[i : i + size]))
        if first is not None:
            return i + size, first
    return None


def _places(norms: list[str], start: int, end: int) -> Iterator[tuple[int, int, int, bool]]:
    """Yield (start, end, how many, whether first) of "đơn vị cao điểm nhất", "hai đơn vị kế tiếp"."""
    for i in range(start, end):
        if norms[i] not in _FIRST_OF_KINDS:
            continue
        kind = next((k for k in KINDS if norms[i] == k[0] and tuple(norms[i : i + len(k)]) == k), None)
        placed = _placed(norms, i + len(kind)) if kind else None
        if placed is None:
            continue
        number = number_at(norms, i - 1) if i > start else None
        yield i - (number is not None), placed[0], number or 1, placed[1]


def _order(ctx: Context, clause: Clause, claims: list[Claim], before: int) -> list[tuple[Mention, float]]:
    """Return the units by their points, the highest first, as told before a token; else by the places given."""
    bloc = ctx.bloc_for(clause.award.start)
    begin = ctx.reading.sentences[max(0, clause.number - _SENTENCES_BACK)].start
    scores = [m for m in find_places(ctx.reading) if m.kind == "SCORE" and begin <= m.start < before]
    points: dict[object, tuple[Mention, float]] = {}
    for score in scores:
        units = [a for a in ctx.reading.of("AGENCY", begin, score.start) if score.start - a.end <= _TO_SCORE]
        if units and ctx.reading.sentence_of(units[-1].start) == ctx.reading.sentence_of(score.start):
            points[ctx.agency_key(units[-1])] = units[-1], float(score.value)
    if len(points) > 1:
        return sorted(points.values(), key=lambda told: -told[1])
    ranked = [c for c in claims if c.award.value in TOP_RANKS and c.bloc is bloc and c.mention.kind == "AGENCY"]
    given = {ctx.agency_key(c.mention): (c.mention, -float(TOP_RANKS.index(c.award.value))) for c in ranked}
    return sorted(given.values(), key=lambda told: -told[1])


def _after_those_given(order: list[tuple[Mention, float]], claims: list[Claim], clause: Clause) -> int:
    """Return where the next ones begin in an order: after those who get the titles told just before, else the first."""
    near = {c.mention.start for c in claims if c.award.rule != "rank" and clause.award.start - c.award.start < 60}
    got = [k for k, (unit, _) in enumerate(order) if unit.start in near]
    return got[-1] + 1 if got else 1
