"""Members told of by themselves: those that join a bloc, and those that are said to be one of its members.

1. "Khối tiếp nhận thêm Bảo hiểm xã hội tỉnh", "Cụm đón thành viên mới là Hội A";
2. "Hội Đông y là thành viên của Khối thi đua số 2", "đồng chí X, Giám đốc Sở A, thành viên Khối".
"""

from __future__ import annotations

import re

from pipeline.frames.context import Context
from pipeline.frames.holders import run_after
from pipeline.frames.member_lists import MemberList
from pipeline.reading import Mention

_LAST = frozenset("thêm nạp mới là :".split())
_REACH = 9
_JOINS = re.compile(
    r"(?:(?:tiếp nhận|kết nạp|đón nhận|đón|bổ sung|thu nạp|chào đón|có|sáp nhập)"
    r" thêm(?: (?:thành viên|đơn vị|hội viên)(?: mới)?)?(?: là| :)?"
    r"|kết nạp(?: (?:thành viên|đơn vị)(?: mới)?)?(?: là| :)?"
    r"|(?:thêm|đón|có|chào đón|tiếp nhận) (?:(?:một|hai|ba|\d+) )?(?:thành viên|đơn vị) mới(?: là| :))$"
)
"""The end of words after which an agency is one that joins the bloc."""
_JOIN = frozenset(("thêm", "nạp", "mới"))
"""One of these is among them."""

_LINKS = frozenset(("của", "thuộc", "trong"))
_IS_ONE = re.compile(
    r"(?:^|.* )(?P<is>là (?:một (?:trong (?:các |những )?(?:\d+ )?)?)?|[,(–-] (?:là )?)(?:đơn vị |cơ quan )?$"
)
"""Words between a unit and "thành viên Khối": "là một trong 9 đơn vị", ", đơn vị", but not "và các đơn vị"."""
_WORDS = 8
_AS_ONE = re.compile(r"^(?:cũng |với tư cách )?là (?:một (?:trong (?:các |những )?(?:\d+ )?)?)?(?:đơn vị |cơ quan )?$")
"""What opens a sentence that goes on with the unit: "Là đơn vị thành viên của Khối, Hội A …"."""


def named_members(ctx: Context) -> list[MemberList]:
    """Return the units that are called a member of a bloc, one by one."""
    reading = ctx.reading
    found: list[MemberList] = []
    for i in reading.where({"viên"}):
        after = i + 1 + (reading.norms[i + 1 : i + 2] != [] and reading.norms[i + 1] in _LINKS)
        bloc = reading.at("BLOC", after)
        if reading.norms[i - 1] != "thành" or bloc is None or bloc.start != after:
            continue
        sentence = reading.sentences[reading.sentence_of(i)]
        unit = _called_member(ctx, sentence.start, i - 1) or _as_member(ctx, sentence.start, i - 1, bloc, sentence.end)
        if unit is not None and not reading.of("AWARD", unit.end, i):
            found.append(MemberList([unit], (i - 1, i + 1), ctx.bloc_for(after + 1), "members-gồm"))
    return found


def _called_member(ctx: Context, start: int, i: int) -> Mention | None:
    """Return the unit that is said to be a member at token `i`: "Sở A, thành viên Khối"."""
    reading = ctx.reading
    before = reading.of("AGENCY", max(start, i - _WORDS), i)
    if not before or before[-1].end > i:
        return None
    said = " ".join(reading.norms[before[-1].end : i]) + " "
    return before[-1] if _IS_ONE.fullmatch(said) and said.startswith(("là", ",", "(", "–", "-")) else None


def _as_member(ctx: Context, start: int, i: int, bloc: Mention, end: int) -> Mention | None:
    """Return the unit that a sentence goes on with which begins "Là thành viên của Khối …, "."""
    reading = ctx.reading
    if not _AS_ONE.match(" ".join([*reading.norms[start:i], ""])):
        return None
    comma = reading.find((",",), bloc.end, min(end, bloc.end + _WORDS))
    unit = reading.at("AGENCY", comma + 1) if comma >= 0 else None
    return unit if unit is not None and unit.start == comma + 1 else None


def joining(ctx: Context) -> list[MemberList]:
    """Return the members that are told to join a bloc which the words before them name."""
    reading = ctx.reading
    found: list[MemberList] = []
    for i in reading.where(_LAST):
        start = reading.sentences[reading.sentence_of(i)].start
        first = max(start, i + 1 - _REACH)
        words = reading.norms[first : i + 1]
        said = None if _JOIN.isdisjoint(words) else _JOINS.search(" ".join(words))
        agencies = reading.of("AGENCY", i + 1, reading.sentences[reading.sentence_of(i)].end) if said else []
        if not said or not agencies or int(agencies[0].parts.get("from", agencies[0].start)) != i + 1:
            continue
        begin = i + 1 - len(said.group().split())
        if reading.of("BLOC", max(start, begin - 4), begin) and not reading.of("AWARD", begin, agencies[0].end):
            run = run_after(ctx, agencies, 0, lambda a, b: False)
            found.append(MemberList(run, (begin, i + 1), ctx.bloc_for(i), "members-gồm"))
    return found
