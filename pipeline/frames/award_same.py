"""Titles that go to those of the title before them, where a sentence does not name them again.

"A được tặng Giấy khen và được đề nghị tặng Cờ thi đua"; "A được G tặng Cờ thi đua năm 2022, năm 2021 được H tặng Bằng
khen". What stands between must name nobody but who grants: "…, nhiều cá nhân được H tặng Bằng khen" is of others.
"""

from __future__ import annotations

from pipeline.frames.award_parts import Claim, Clause
from pipeline.frames.context import Context
from pipeline.reading import Mention

_SAME_SUBJECT = frozenset("năm , đồng thời cũng và riêng trước đó còn vinh dự".split())
"""What stands between a semicolon and a verb whose subject is that of the clause before."""
_JOINS = frozenset((",", ";", "và", "cùng"))
_SUBJECTLESS = _SAME_SUBJECT | frozenset("được đề nghị tiếp tục lại tặng nhận đón trao thưởng".split())
"""Words between a joint and who grants a title, or the title, where its subject is that of the one before."""


def shares_subject(ctx: Context, before: Mention | None, clause: Clause, claims: list[Claim]) -> bool:
    """Whether a title goes to those of the title before it.

    Who grants the first, the last of `claims`, may stand between: "A được tặng Cờ thi đua của B và Bằng khen của C".
    """
    award, last = clause.award, claims[-1] if claims else None
    if before is None or before.rule == "rank" or award.rule == "rank":
        return False
    words = ctx.reading.norms[before.end : award.start]
    if "cho" in words or ctx.reading.find(("cá", "nhân"), before.end, award.start) >= 0:
        return False  # "…, cá nhân đồng chí Giám đốc được tặng"
    if last and award.parts["for"] in ("agency", "person") and award.parts["for"] != last.recipient_kind:
        return False
    giver = last.grantor if last else None
    of_first = giver is not None and ctx.reading.norms[giver.mention.start - 1] == "của"
    gives = range(giver.mention.start, giver.mention.end) if giver and of_first else range(0)
    named = [
        m
        for kind in ("AGENCY", "PERSON", "COUNT")
        for m in ctx.reading.of(kind, before.end, award.start)
        if not (m.kind == "AGENCY" and (m.start in gives or m.parts["policy"] == "self" and not m.parts.get("place")))
    ]
    joined = bool({"và", ",", "cùng"} & set(words)) and _goes_on(words)
    if joined and not named and not ctx.has("award break", before.end, award.start):
        return True
    return _names_only_grantor(ctx, before, clause, named)


def _names_only_grantor(ctx: Context, before: Mention, clause: Clause, named: list[Mention]) -> bool:
    """Whether nobody but who grants a title stands before it, and no word that may be a subject.

    "…; năm 2022 vinh dự được G tặng Cờ thi đua", "…, G tặng Bằng khen"; not "…; Sở B tặng Bằng khen".
    """
    norms, granting = ctx.reading.norms, clause.grantor.mention if clause.grantor else clause.award
    if any(not granting.start <= m.start < granting.end for m in named):
        return False
    end = granting.start if before.end <= granting.start < clause.award.start else clause.award.start
    last = next((k for k in range(end - 1, before.end - 1, -1) if norms[k] in _JOINS), None)
    if last is None or norms[last] == ";" and "được" not in norms[last:end]:
        return False
    return _is_subjectless(norms[last + 1 : end])


def _is_subjectless(words: list[str]) -> bool:
    """Whether the words between a joint and who grants a title name nobody: "năm 2021 được", not "2021 được"."""
    return not words or not words[0].isdigit() and all(w in _SUBJECTLESS or w.isdigit() for w in words)


def _goes_on(words: list[str]) -> bool:
    """Whether the words between two titles have no semicolon, or only a year behind it: "…; năm 2023, được tặng"."""
    if ";" not in words:
        return True
    behind = words[words.index(";") + 1 :]
    got = behind.index("được") if "được" in behind else len(behind)
    return got < len(behind) and all(w in _SAME_SUBJECT or w.isdigit() for w in behind[:got])
