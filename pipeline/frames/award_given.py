"""Awards around their verb of giving: those who get one stand before its title, or who grants it stands behind it.

1. "đề nghị G tặng A Cờ thi đua, tặng B Bằng khen": the verb, those who get the award, its title;
2. "Cờ thi đua năm 2022 cũng được G tặng cho A", "cờ xuất sắc G đã tặng A": the title, who grants, the verb.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.frames.award_lists import ends_list
from pipeline.frames.award_parts import Clause, Found
from pipeline.frames.context import Context
from pipeline.frames.holders import run_before
from pipeline.reading import Mention

if TYPE_CHECKING:
    from collections.abc import Callable

    from pipeline.frames.award_parts import Grantor

_VERBS = frozenset(("tặng", "trao", "thưởng", "khen"))
_BEFORE_NAMES = frozenset("cho đơn vị tập thể cơ quan các hai ba bốn là".split())
"""Words between the verb and the names: "tặng cho hai đơn vị A, B Bằng khen"."""
_BEFORE_TITLE = frozenset('“ " danh hiệu 01 1 một lá tấm'.split())
_TO_GRANTOR = frozenset('được đã vừa cũng đều do “ ” " , dịp này năm nay qua danh giá cao quý toàn diện'.split())
"""All that may stand between a title and who grants it, beside its year."""
_BEFORE_VERB = frozenset("đã vừa cũng vinh dự trực tiếp quyết định ký xét trân trọng".split())


def is_given_straight(ctx: Context, award: Mention, start: int) -> bool:
    """Whether the verb of giving stands right before a title and is no passive: "G tặng Bằng khen A".

    `start` is the first token in which the verb may stand.
    """
    norms, at = ctx.reading.norms, award.start
    while at > start and norms[at - 1] in _BEFORE_TITLE:
        at -= 1
    return at > start and norms[at - 1] in ("tặng", "trao", "thưởng") and (at - 1 == start or norms[at - 2] != "được")


def given_before_title(ctx: Context, clause: Clause) -> Found | None:
    """Return those who stand between the verb of giving and the title: "tặng A và B Bằng khen"."""
    if clause.is_rank:
        return None
    names = _names_before(ctx, clause.award, clause.taken)
    return Found(names[0], "recipient-then-award", clause.award.end) if names else None


def verb_of_given(ctx: Context, award: Mention, start: int) -> int | None:
    """Return the token of the verb before those who stand before the title, not before `start`."""
    names = None if award.rule == "rank" else _names_before(ctx, award, start)
    return names[1] if names else None


def _names_before(ctx: Context, award: Mention, start: int) -> tuple[list[Mention], int] | None:
    """Return those who stand right before a title and the verb right before them."""
    reading, at = ctx.reading, award.start
    while at > start and reading.norms[at - 1] in _BEFORE_TITLE:
        at -= 1
    agencies = [a for a in reading.of("AGENCY", max(start, at - 40), at) if a.end <= at]
    counts = [c for c in reading.of("COUNT", max(start, at - 4), at) if c.end == at]
    if agencies and agencies[-1].end == at:
        run = run_before(ctx, agencies, len(agencies) - 1, ends_list(ctx))
    elif counts:
        run = counts
    else:
        return None
    verb = int(run[0].parts.get("from", run[0].start)) - 1
    while verb > start and (reading.norms[verb] in _BEFORE_NAMES or reading.norms[verb].isdigit()):
        verb -= 1
    if verb < start or reading.norms[verb] not in _VERBS:
        return None
    return run, verb


def granted_behind(
    ctx: Context, award: Mention, limit: int, granting: Callable[[Context, int], Grantor | None]
) -> Grantor | None:
    """Return who stands between a title and the verb of giving: "Cờ thi đua năm 2022 đã được G tặng cho A"."""
    reading, at = ctx.reading, award.end
    while at < limit:
        years = reading.of("YEAR", at, at + 1)
        if not years and reading.norms[at] not in _TO_GRANTOR:
            break
        at = years[0].end if years else at + 1
    found = granting(ctx, at) if at < limit else None
    if found is None:
        return None
    verb = found.mention.end
    while verb < limit and reading.norms[verb] in _BEFORE_VERB:
        verb += 1
    gives = verb < limit and reading.norms[verb] in _VERBS
    return found if gives and not reading.of("AWARD", verb, verb + 3) else None
