"""Members that join a bloc: "Khối tiếp nhận thêm Bảo hiểm xã hội tỉnh", "Cụm đón thành viên mới là Hội A"."""

from __future__ import annotations

import re

from pipeline.frames.context import Context
from pipeline.frames.holders import run_after
from pipeline.frames.member_lists import MemberList

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
