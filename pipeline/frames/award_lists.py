"""The lists of those who get one award, and where they end."""

from __future__ import annotations

from collections.abc import Callable

from pipeline.frames.award_asking import is_put_up_to
from pipeline.frames.award_parts import Clause, Found, Side, Sources
from pipeline.frames.award_reasons import with_those_praised
from pipeline.frames.context import Context
from pipeline.frames.holders import BEFORE_NAME, before_honorific, run_after
from pipeline.frames.people import Named
from pipeline.reading import Mention

_BETWEEN = frozenset(", ; và - cùng".split())
_BEFORE_RECIPIENT = frozenset("cho chí . các em tập thể đơn vị cá nhân".split())
_GIVES = frozenset("tặng trao khen xét xem".split())
_LEADS_TO = frozenset(("là", "về"))
_VERBS = frozenset("tặng trao khen thưởng đã quyết định".split())
_RANK_VERBS = frozenset("về xếp đứng đạt giành dẫn đồng".split())
_GETS = frozenset(("được", "nhận", "đạt"))
_TO_AMONG = 12
"""So many tokens at most between a number or an award and "trong đó"."""
_PASSIVE = frozenset(
    "được đạt nhận là xếp đứng đề kiến nghị xuất trình tặng trao xét khen danh hiệu công nhận thưởng cùng đều đồng "
    "vinh dự đón bình chọn suy tôn tấm bức".split()
)


def list_from(sources: Sources, clause: Clause, first: Mention, start: int, strength: int) -> list[Mention]:
    """Return the list after an award that begins with an agency; one agency alone where it is loosely bound."""
    ctx = sources.ctx
    agencies = ctx.reading.of("AGENCY", start, clause.limit)
    run = run_after(ctx, agencies, agencies.index(first), ends_list(ctx))
    run = [a for a in run if not grants_next(ctx, a)]
    if run and strength == 3:
        run += list_of_kinds(sources, run[-1], clause.limit)[1:]
    run = _without_next_subject(ctx, run[:1] if strength == 2 else run, clause.limit)
    return with_those_praised(ctx, run, clause.sentence.end) if strength == 3 and not clause.is_rank else run


def end_of_left(ctx: Context, clause: Clause) -> int:
    """Return the token before which those stand who get an award that follows them: the title, or who grants it.

    Who is asked before a colon does not end them: "gửi lên UBND tỉnh đề nghị khen thưởng: A (Cờ thi đua)".
    """
    granting, start = clause.grantor.mention if clause.grantor else clause.award, clause.award.start
    told = ctx.reading.of("AWARD", granting.end, start)
    counted = [c for c in ctx.reading.of("COUNT", granting.end, start) if _GETS & set(ctx.reading.norms[c.end : start])]
    of_before = (
        bool(counted) or bool(told) and ";" in ctx.reading.norms[told[-1].end : start]
    )  # "… được G tặng Cờ; A được tặng T"
    if clause.taken <= granting.start < start and not of_before and ":" not in ctx.reading.norms[granting.end : start]:
        recognises = ctx.reading.find(("công", "nhận"), granting.end, start)  # "G công nhận A đạt danh hiệu T"
        return start if recognises >= 0 and ctx.reading.of("AGENCY", recognises, start) else granting.start
    if granting.start > start:  # "A được Chủ tịch UBND tỉnh tặng Bằng khen UBND tỉnh"
        giving = [
            g
            for kind in ("GRANTOR", "AGENCY")
            for g in ctx.reading.of(kind, max(clause.taken, start - _TO_AMONG), start)
        ]
        begins = [
            g.start for g in giving if ctx.reading.norms[g.start - 1] == "được" and _only_gives(ctx, g.end, start)
        ]
        return min(begins, default=start)
    return start


def _only_gives(ctx: Context, start: int, end: int) -> bool:
    """Whether nothing but a verb of giving stands between who gives and the title."""
    return start < end and _VERBS.issuperset(ctx.reading.norms[start:end])


def named_among(sources: Sources, start: int, limit: int) -> Side | None:
    """Return those who are named of a number: "3 tập thể được đề nghị tặng Bằng khen, trong đó có A và B"."""
    ctx = sources.ctx
    at = ctx.reading.find(("trong", "đó"), start, min(start + _TO_AMONG, limit))
    first = next(iter(ctx.reading.of("AGENCY", at, min(at + 5, limit))), None) if at >= 0 else None
    if first is None:
        return None
    agencies = ctx.reading.of("AGENCY", first.start, limit)
    run = run_after(ctx, agencies, 0, ends_list(ctx))
    return Side(3, Found(run, "award-then-recipient", run[-1].end))


def list_of_kinds(sources: Sources, first: Mention, limit: int) -> list[Mention]:
    """Return the list that goes on from its first recipient, persons with their posts and agencies alike.

    "Trường A; thầy X, Tổ trưởng Trường B; cô Y, giáo viên Trường C".
    """
    ctx, reading = sources.ctx, sources.ctx.reading
    run = [first]
    at = _end_with_post(sources.named, first)
    while at < limit:
        start = at
        while at < limit and (reading.norms[at] in _BETWEEN or _is_before_recipient(ctx, at)):
            at += 1
        if at == start or at >= limit:
            break
        person = next(iter(reading.of("PERSON", at, min(at + 5, limit))), None)
        if person and before_honorific(ctx, start, person.start) <= at:  # "A; Thiếu tá X, cán bộ B"
            at = person.start
        following = next((m for kind in ("PERSON", "AGENCY") for m in reading.of(kind, at, at + 1)), None)
        if following is None or following.kind == "AGENCY" and grants_next(ctx, following):
            break
        at = _end_with_post(sources.named, following)
        if following.kind == "PERSON" and at < limit and reading.norms[at] in _GIVES:
            break  # "cho A; bà X, Phó Giám đốc Sở B trao Giấy khen"
        run.append(following)
    return run


def leads_to_unit(ctx: Context, award: Mention) -> bool:
    """Whether a rank ends in the word that its unit follows: "nhì là", "nhất thuộc về", "kế đến là"."""
    return award.rule == "rank" and award.end - award.start > 1 and ctx.reading.norms[award.end - 1] in _LEADS_TO


def ends_list(ctx: Context) -> Callable[[int, int], bool]:
    """Return the test whether a post or another award between two agencies ends their list.

    A post in a bracket only tells more of the agency before it: "A (đơn vị Cụm phó năm 2025); B".
    """

    def ends(start: int, end: int) -> bool:
        roles = ctx.reading.of("ROLE", start, end)
        if ctx.reading.of("AWARD", start, end):
            return True
        return bool(roles) and not _in_bracket(ctx, start, end, roles)

    return ends


def _in_bracket(ctx: Context, start: int, end: int, mentions: list[Mention]) -> bool:
    """Whether mentions between two agencies all stand in a bracket right behind the first."""
    norms = ctx.reading.norms
    close = next((k for k in range(start, min(end, len(norms))) if norms[k] == ")"), -1)
    return norms[start : start + 1] == ["("] and close < end and all(m.end <= close for m in mentions)


def grants_next(ctx: Context, agency: Mention) -> bool:
    """Whether an agency is the subject of the next giving: "…, UBND tỉnh tặng Cờ cho B", "… UBND tỉnh: Cờ cho B"."""
    following = ctx.reading.norms[agency.end : agency.end + 2]
    if following[:1] == [":"] and ctx.reading.of("AWARD", agency.end + 1, agency.end + 2):
        return True
    return bool(following) and (following[0] in _GIVES or following == ["công", "nhận"])


def _end_with_post(named: list[Named], mention: Mention) -> int:
    own = next((n for n in named if n.person is mention), None)
    if own and own.rule == "person-then-post":
        return own.end
    if own and own.agency and 0 < own.agency.start - mention.end <= 1:
        return own.agency.end + 1  # "kiểm sát viên X (VKSND huyện A) và Y"
    return mention.end


def _is_before_recipient(ctx: Context, i: int) -> bool:
    found = ctx.lexicon.people.match(ctx.reading.norms, i)
    if ctx.reading.norms[i] == ":":  # "cho các tập thể: A, B và các cá nhân: X, Y"
        return ctx.reading.norms[i - 1] in ("nhân", "thể", "vị", "chí")
    return ctx.reading.norms[i] in _BEFORE_RECIPIENT or found is not None and found[1] in BEFORE_NAME


def _ranks_before(ctx: Context, i: int) -> bool:
    """Whether the rank at a token is of the unit before it: "B hạng nhì", not "hạng nhì là B", "hạng nhì: B"."""
    rank = next((a for a in ctx.reading.of("AWARD", i, i + 1) if a.rule == "rank"), None)
    following = ctx.reading.norms[rank.end : rank.end + 1] if rank else []
    return (
        rank is not None and not leads_to_unit(ctx, rank) and following[:1] not in (["là"], [":"], ["thuộc"], ["cho"])
    )


def _begin(agency: Mention) -> int:
    return int(agency.parts.get("from", agency.start))


def _without_next_subject(ctx: Context, run: list[Mention], limit: int) -> list[Mention]:
    """Drop the end of a list that is the subject of the next clause.

    "thứ nhì B, C xếp thứ ba"; "tặng Cờ thi đua cho A; B và C được đề nghị tặng Bằng khen".
    """
    norms = ctx.reading.norms
    if len(run) < 2 or limit - run[-1].end > 14 or not ctx.reading.of("AWARD", limit, limit + 1):
        return run
    granting = {
        k
        for kind in ("GRANTOR", "AGENCY")
        for m in ctx.reading.of(kind, run[-1].end, limit)
        if norms[m.start - 1] in ("được", "của") or is_put_up_to(ctx, m.start)
        for k in range(m.start, m.end)
    }
    following = [norms[k] for k in range(run[-1].end, limit) if k not in granting]
    # "Ngôi đầu thuộc về A, B về nhì", "hạng nhất là A, B hạng nhì"
    by_verb = not following and (norms[limit] in _RANK_VERBS or _ranks_before(ctx, limit))
    if not by_verb and (not following or not _PASSIVE.issuperset(following)):
        return run
    marks = {
        mark: k
        for k, m in enumerate(run[:-1], 1)
        for mark in (";", ",", ".")
        if mark == norms[m.end] or mark == norms[_begin(run[k]) - 1]
    }
    cut = marks.get(";") or max((k for mark, k in marks.items() if mark in (",", ".")), default=len(run))
    return run[:cut]
