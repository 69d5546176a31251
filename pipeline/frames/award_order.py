"""Awards told in the order of those who get them: "A và B lần lượt được đề nghị tặng Cờ thi đua và Bằng khen"."""

from __future__ import annotations

from pipeline.frames.award_parts import Found
from pipeline.frames.context import Context
from pipeline.frames.holders import run_before
from pipeline.mentions.rankings import TOP_RANKS
from pipeline.reading import Mention, Sentence

_IN_ORDER = tuple(tuple(words.split()) for words in "lần lượt|theo thứ tự|tương ứng".split("|"))
_BETWEEN_AWARDS = 8
"""So many tokens at most between two awards of one list, who grants the first included."""
_NEXT = frozenset("tiếp kế theo rồi sau liền bám thứ ngay".split())
"""First words of a place that only its order tells: "tiếp theo là", "kế đến"."""


def in_order(ctx: Context, sentence: Sentence, awards: list[Mention]) -> dict[int, Found]:
    """Return who gets each award of a sentence that tells both in order, by the index of the award's first token.

    Empty where no word says so, or where there are not as many agencies as awards.
    """
    reading = ctx.reading
    if len(awards) < 2:
        return {}
    said = any(reading.find(words, sentence.start, sentence.end) >= 0 for words in _IN_ORDER)
    for group in _groups(ctx, awards) if said or _are_places(awards) else ():
        if len(group) < 2 or not said and (not _are_places(group) or _leads_on(ctx, group)):
            continue
        for run in _runs(ctx, sentence, group):
            told_before = group[0].value == TOP_RANKS[1] and run and run[0].start < group[0].start and not said
            if len(run) == len(group) and not told_before:  # "hạng nhất là A, B hạng nhì, hạng ba là C"
                end = max(run[-1].end, group[-1].end)
                return {a.start: Found([m], "awards-in-order", end) for a, m in zip(group, run, strict=True)}
    return {}


def _leads_on(ctx: Context, awards: list[Mention]) -> bool:
    """Whether the last place leads to its own unit: "A dẫn đầu, tiếp theo là B (97 điểm) và C"."""
    norms, last = ctx.reading.norms, awards[-1]
    numbered = norms[last.start] == "thứ" and norms[last.start + 1] != "đến"  # "thứ nhì và thứ ba là B, C"
    return norms[last.start] in _NEXT and not numbered and norms[last.end - 1] in ("là", "đến")


def _are_places(awards: list[Mention]) -> bool:
    """Whether awards are places one after another, which are in order by themselves: "vị trí nhất, nhì, ba"."""
    return [a.value for a in awards] in (list(TOP_RANKS), list(TOP_RANKS[:2]), list(TOP_RANKS[1:])) and all(
        a.rule == "rank" for a in awards
    )


def _groups(ctx: Context, awards: list[Mention]) -> list[list[Mention]]:
    """Return the awards that stand in one list: nothing but who grants, and few words, between them."""
    groups = [[awards[0]]]
    for award in awards[1:]:
        last = groups[-1][-1]
        joined = {",", "và"} & set(ctx.reading.norms[last.end : award.start])
        if joined and award.start - last.end <= _BETWEEN_AWARDS and not _units(ctx, last.end, award.start):
            groups[-1].append(award)
        else:
            groups.append([award])
    return groups


def _units(ctx: Context, start: int, end: int) -> list[Mention]:
    """Return the agencies that may get an award: no bodies that grant."""
    return [
        a
        for a in ctx.reading.of("AGENCY", start, end)
        if not (a.parts["policy"] == "self" and not a.parts.get("place")) and ctx.reading.norms[a.start - 1] != "của"
    ]


def _runs(ctx: Context, sentence: Sentence, group: list[Mention]) -> list[list[Mention]]:
    """Return the list of agencies before the awards and the one after them."""
    runs = []
    for start, end in ((sentence.start, group[0].start), (group[-1].end, sentence.end)):
        units = _units(ctx, start, end)
        while units:
            run = run_before(ctx, units, len(units) - 1, lambda a, b: bool(ctx.reading.of("ROLE", a, b)))
            runs.append(run)
            units = units[: len(units) - len(run)]
    return runs
