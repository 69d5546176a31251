"""What a unit is praised for, told between it and the next one of a list.

"tặng Cờ thi đua cho: Sở A, đã có thành tích xuất sắc, dẫn đầu Khối thi đua số 1; Sở B, đã hoàn thành tốt nhiệm vụ".
"""

from __future__ import annotations

from pipeline.frames.context import Context
from pipeline.reading import Mention

_WORDS = frozenset(
    "( ) , - – ; . / đã có vì do là và các của thuộc trong về với thành tích kết quả xuất sắc tiêu biểu toàn diện cao "
    "nhất hoàn nhiệm vụ công tác được giao hoạt động phong trào thi đua yêu nước khen thưởng dẫn đứng đầu đơn vị tập "
    "thể khối cụm đơn năm học xếp thứ chuyên môn tổ chức thực hiện tốt phát triển kinh tế xã hội giữ vững liên tục "
    "nhiều trực".split()
)
"""All the words that praise a unit beside names, years and blocs."""
_OF = frozenset(("thuộc", "của"))
"""Words before an agency that another one belongs to: "Chi cục A thuộc Sở B đã có thành tích"."""

_MARKS = frozenset((";", ",", "và"))
_TO_BLOC = 24
"""So many tokens at most from a unit to the bloc that it leads."""
_TO_UNIT = 20
"""So many tokens at most from a bloc that heads a list to the list's first unit."""


def is_reason(ctx: Context, start: int, end: int) -> bool:
    """Whether nothing but praise, years, blocs and what a unit belongs to stands in the tokens `[start, end)`."""
    reading, norms = ctx.reading, ctx.reading.norms
    skipped = {m.start: m.end for m in reading.of("YEAR", start, end)}
    skipped |= {m.start: end_of_bloc(ctx, m) for m in reading.of("BLOC", start, end)}
    for agency in reading.of("AGENCY", start, end):
        begin = int(agency.parts.get("from", agency.start))
        if begin > start and norms[begin - 1] in _OF or agency.rule in ("unit", "list-of-places"):
            skipped[begin] = max(agency.end, skipped.get(begin, 0))
    at = start
    while at < end:
        if at in skipped:
            at = skipped[at]
        elif norms[at] in _WORDS or norms[at].isdigit():
            at += 1
        else:
            return False
    return True


def with_those_praised(ctx: Context, run: list[Mention], limit: int) -> list[Mention]:
    """Return a list of units with those behind what is told of each of them.

    1. praise up to a semicolon: "A đã có thành tích xuất sắc; B đã có thành tích xuất sắc";
    2. praise that names the bloc, up to any mark: "A - đơn vị dẫn đầu Khối 1, B - đơn vị dẫn đầu Khối 2";
    3. the bloc before each: "Khối 1: A, C; Khối 2: B".
    """
    headed = bloc_before(ctx, run[0]) is not None if run else False
    out = list(run)
    while out:
        mark = _end_of_item(ctx, out[-1].end, limit)
        if mark is None:
            return out
        at = mark + 1
        while at < limit and (ctx.reading.norms[at] in ("và", "-") or ctx.reading.norms[at].isdigit()):
            at += 1
        following = _opening(ctx, end_of_bloc_head(ctx, at, limit) if headed else at, limit)
        if following is None:
            return out
        praised = _end_of_item(ctx, following.end, limit, last=True)
        if not headed and praised in (None, following.end):
            return out
        out.append(following)
    return out


def bloc_before(ctx: Context, unit: Mention) -> Mention | None:
    """Return the bloc whose name and a colon stand right before a unit: "Khối thi đua số 1: Sở A"."""
    begin = int(unit.parts.get("from", unit.start))
    blocs = ctx.reading.of("BLOC", max(0, begin - _TO_UNIT), begin)
    return blocs[-1] if blocs and end_of_bloc_head(ctx, blocs[-1].start, begin) == begin else None


def end_of_bloc(ctx: Context, bloc: Mention) -> int:
    """Return where a bloc's name ends with the place behind it: "Khối thi đua số 1 huyện Tam Nông"."""
    norms = ctx.reading.norms
    words = f"{bloc.parts.get('unit', '')} {bloc.parts.get('place', '')}".lower().split()
    return bloc.end + len(words) if norms[bloc.end : bloc.end + len(words)] == words else bloc.end


def end_of_bloc_head(ctx: Context, at: int, limit: int) -> int:
    """Return where a bloc's name and its colon end that begin at a token, else the token itself."""
    reading = ctx.reading
    bloc = reading.at("BLOC", at)
    if bloc is None:
        return at
    end = end_of_bloc(ctx, bloc)
    return end + 1 if end < limit and reading.norms[end] == ":" else at


def _end_of_item(ctx: Context, start: int, limit: int, last: bool = False) -> int | None:
    """Return the mark that ends what is told of a unit in a list; at the end of the list `limit`, where `last`."""
    norms = ctx.reading.norms
    mark = next((k for k in range(start, limit) if norms[k] == ";"), limit if last else None)
    if mark is not None and "(" not in norms[start:mark] and is_reason(ctx, start, mark):
        return mark
    bloc = next(iter(ctx.reading.of("BLOC", start, min(start + _TO_BLOC, limit))), None)
    if bloc is None or bloc.start == start or not is_reason(ctx, start, bloc.start):
        return None
    at = end_of_bloc(ctx, bloc)
    while at < limit and norms[at] not in _MARKS and is_reason(ctx, at, at + 1):
        at += 1
    return at if at < limit and norms[at] in _MARKS or last and at >= limit - 1 else None


def _opening(ctx: Context, at: int, limit: int) -> Mention | None:
    """Return the agency that begins at a token."""
    agencies = ctx.reading.of("AGENCY", at, min(at + 6, limit))
    return next((a for a in agencies if at in (a.start, int(a.parts.get("from", a.start)))), None)
