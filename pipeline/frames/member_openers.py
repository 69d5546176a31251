"""Words and marks that open a list of members: "Khối gồm", "các đơn vị trong Khối:"."""

from __future__ import annotations

from pipeline.frames.context import Context
from pipeline.reading import Mention

_OPENERS = frozenset(("gồm", ":", "(", "là", "có", "–"))
GROUP_WORDS = frozenset("thành viên khối cụm".split())
UNIT_WORDS = frozenset("đơn cơ trường sở hội phường xã huyện tỉnh địa công ban doanh ngân phòng tập cụm khối".split())
"""First syllables of what a bloc's members are called: "đơn vị", "cơ quan", "trường"."""

_REACH = 16


def opener_at(ctx: Context, start: int, i: int) -> tuple[int, int, str] | None:
    """Return (start, end, rule) of the words that open a list of members at token `i`."""
    norms = ctx.reading.norms
    word = norms[i]
    if word not in _OPENERS:
        return None
    window = norms[max(start, i - _REACH) : i]
    blocs = ctx.reading.of("BLOC", max(start, i - _REACH), i)
    if word == "gồm":
        first = i - 1 if norms[i - 1] == "bao" else i
        stop = i + 1
        if not (blocs or GROUP_WORDS & set(window) or _line_under_bloc(ctx, start)):
            return None
        if any(r.start >= first - 6 for r in ctx.reading.of("ROLE", max(start, first - 6), first)):
            return None
        return first, stop, "gồm"
    if word == "là" and "viên" in window[-3:]:
        return i, i + 1, "gồm"
    if word == "có" and norms[i - 1] == "còn" and "viên" in norms[max(start, i - 14) : i]:
        return i, i + 1, "gồm"  # "Khối có 7 thành viên, ngoài 3 đơn vị trên còn có A, B"
    if word == "có" and blocs and blocs[-1].end == i and ctx.reading.of("COUNT", i + 1, i + 2):
        return i, i + 1, "gồm"
    about = bool(blocs) or bool(GROUP_WORDS & set(window[-8:])) or (_line_under_bloc(ctx, start) and i - start < 8)
    if not about or not (UNIT_WORDS & set(window[-9:])):
        return None
    if word == ":":
        if ctx.reading.of("AWARD", max(start, i - 8), i) or ctx.reading.of("ROLE", max(start, i - 8), i):
            return None
        counted = (
            bool(ctx.reading.of("COUNT", max(start, i - 9), i))
            or "viên" in window[-4:]
            or "gồm" in window[-8:]
            or {"trong", "thuộc"} & set(window[-6:])
        )
        return (i, i + 1, "colon") if counted else None
    if word == "(":
        return i, i + 1, "bracket"
    return None


def _line_under_bloc(ctx: Context, start: int) -> bool:
    """Whether the line before the one that begins at token `start` names a bloc: a heading over its list."""
    n = ctx.reading.sentence_of(start)
    if n == 0:
        return False
    before = ctx.reading.sentences[n - 1]
    return bool(ctx.reading.of("BLOC", before.start, before.end))


def also_before(ctx: Context, start: int, i: int) -> list[Mention]:
    """The leader of "Trưởng khối - Sở A cùng các đơn vị trong Khối (…)" is listed too."""
    before = ctx.reading.of("AGENCY", start, i)
    if (
        before
        and ctx.reading.norms[before[-1].end : before[-1].end + 1] in (["cùng"], ["và"])
        and i - before[-1].end < 14
    ):
        between = ctx.reading.norms[before[-1].end : i]
        if "các" in between and ("khối" in between or "cụm" in between or "viên" in between):
            return before[-1:]
    return []
