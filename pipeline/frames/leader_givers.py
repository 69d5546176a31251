"""Posts told in the passive with who gives them: "Nhiệm vụ Khối trưởng được UBND tỉnh giao cho A"."""

from __future__ import annotations

from pipeline.frames.context import Context
from pipeline.frames.holders import Gap, gap
from pipeline.lexicon import Phrases
from pipeline.reading import Mention

_GIVING = frozenset("giao trao phân chuyển bàn chỉ gửi tin".split())
"""First words of the verbs behind a giver: giao, trao lại, phân công, chuyển giao, bàn giao, chỉ định."""
_TO = frozenset(("cho", "sang", "tới"))
_LONGEST = 6
"""So many tokens at most from a giver to who gets the post."""
_AUTHORITIES = ("ubnd ", "bộ ", "ủy ban nhân dân ", "hội đồng thi đua", "tổng cục ", "hđnd ")
_BY_DECISION = frozenset("giao phân chỉ chọn lựa cử công bổ".split())
_ADVERBS = frozenset("đã vừa sẽ tiếp tục chính thức".split())


def past_giver(ctx: Context, agencies: list[Mention], k: int) -> tuple[int, Mention | None]:
    """Return (index of who gets a post, its giver) where `agencies[k]` only gives it: B in "được A trao cho B"."""
    if k + 1 >= len(agencies):
        return k, None
    giver, taker = agencies[k], agencies[k + 1]
    if ctx.reading.norms[_begin(ctx, giver) - 1] not in ("được", "do"):
        return k, None
    begin = int(taker.parts.get("from", taker.start))
    between = [w for w in ctx.reading.norms[giver.end : begin] if w not in _ADVERBS]
    given = between[:1] and between[0] in _GIVING and len(between) <= _LONGEST and not _TO.isdisjoint(between[1:])
    return (k + 1, giver) if given else (k, None)


def is_given_by_person(ctx: Context, between: list[str], end: int) -> bool:
    """Whether the person behind a post gives it: "Cờ Trưởng khối được ông X, Giám đốc Sở A trao".

    Args:
        ctx: the report.
        between: the words between the post and the person.
        end: the token after the person and the unit.
    """
    if between[-1:] not in (["được"], ["do"]):
        return False
    last = ctx.reading.sentences[ctx.reading.sentence_of(end - 1)].end
    verbs = [w for w in ctx.reading.norms[end:last] if w in _GIVING or w in ("nhận", "đảm", "giữ", "gánh")]
    return bool(verbs) and verbs[0] in _GIVING


def gap_past(ctx: Context, start: int, giver: Mention | None, end: int, light: Phrases[str]) -> Gap | None:
    """Return what stands between a role and its holder, around who gives it."""
    if giver is None:
        return gap(ctx, start, end, light)
    first = gap(ctx, start, max(start, _begin(ctx, giver)), light)
    second = gap(ctx, giver.end, end, light)
    return Gap([*first.words, *second.words]) if first and second else None


def opens_members(ctx: Context, start: int, end: int) -> bool:
    """Whether the words behind a leader list the bloc's members: "khối do A làm Khối trưởng (gồm: A, B, C)".

    Args:
        ctx: the report.
        start: the token after the post.
        end: the first token of the unit behind it.
    """
    norms = ctx.reading.norms
    at = next((k for k in range(start, min(end, start + _LONGEST)) if norms[k] in ("gồm", "bao")), None)
    role = next((r for r in ctx.reading.of("ROLE", max(0, start - _LONGEST), start) if r.end <= start), None)
    return at is not None and norms[at - 1] in ("(", ",") and role is not None and role.value == "leader"


def given_by_authority(ctx: Context, start: int, end: int) -> tuple[int, int] | None:
    """Return the verb by which an authority gives a post told before it: "giao" in "được UBND tỉnh giao cho A"."""
    norms = ctx.reading.norms
    for agency in ctx.reading.of("AGENCY", start, end):
        if norms[_begin(ctx, agency) - 1] != "được" or not agency.value.lower().startswith(_AUTHORITIES):
            continue
        at = agency.end
        while at < end and norms[at] in _ADVERBS:
            at += 1
        if at < end and norms[at] in _BY_DECISION:
            return at, at + 1
    return None


def _begin(ctx: Context, agency: Mention) -> int:
    """Return where the words for a giver begin, with the post of its head: "Chủ tịch UBND tỉnh"."""
    begin = int(agency.parts.get("from", agency.start))
    return next((t.start for t in ctx.reading.of("TITLE", max(0, begin - 4), begin) if t.end == begin), begin)
