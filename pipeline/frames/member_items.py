"""Items of an opened list of members that no table and no grammar knows: "gồm VNPT A, Bảo Việt A, Supe Lâm Thao và B".

What stands between two marks of a list whose other items are agencies is one too; what stands between an item's name
and the next mark belongs to the name.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.frames.context import Context
from pipeline.frames.holders import run_after, separated
from pipeline.frames.member_headed import (
    headed_item,
    known_small,
    role_aside_end,
    small_item,
    take_joined_word,
    take_small_rest,
    take_up_to_semicolon,
)
from pipeline.frames.member_segments import last_item, take_rest, tells, whole_item
from pipeline.mentions.agency_shorts import written_out
from pipeline.mentions.places import unit_at
from pipeline.reading import Mention
from pipeline.text import one_line

_MARKS = frozenset((",", ";", "và", "cùng"))
_CLOSES = frozenset((",", ";", "và", "cùng", ".", "(", "-", "–", ":"))
_INSIDE = frozenset(("-", "&", "–"))
_LONGEST = 7
_NO_TAIL = frozenset(
    "là làm được đã đang sẽ giữ do có nhận đạt gồm tại ở với cho này đó trên để từ đến dự tham tổ thống bầu cùng nhất "
    'nhì ba xếp tỉnh huyện xã phường thành quận thị trấn khu số 0 1 2 3 4 5 6 7 8 9 ( ) : “ ” "'.split()
)
"""Words that end an item and are no part of its name."""
_TAIL = 10
_SMALL = 2
_OPENS = frozenset((":", "gồm", "có", "là"))
_COUNT_REACH = 6
_MOST = 30
_FEWEST = 3


def open_run(ctx: Context, agencies: list[Mention], end: int) -> list[Mention]:
    """Return the agencies of the list that the first of `agencies` begins, with items that nothing else knows."""
    reading = ctx.reading
    run = run_after(ctx, agencies, 0, lambda a, b: False)
    last = run[-1].end
    if len(agencies) < 2 and not (ctx.reading.norms[last : last + 1] == [","] and known_small(ctx, last + 1, end)):
        return run
    added = [m for m in run if not reading.of("AGENCY", m.start, m.start + 1)]
    begun = {id(m): m.end for m in agencies}
    while True:
        _take_tail(ctx, run[-1], end)
        take_rest(ctx, run[-1], end)
        if not any(m.rule.startswith("elliptical") for m in run):
            take_up_to_semicolon(ctx, run[-1], end)
            take_joined_word(ctx, run[-1], end)
            take_small_rest(ctx, run[-1], end)
        rest = [a for a in agencies if a.start >= run[-1].end]
        if rest and separated(ctx, run[-1].end, int(rest[0].parts.get("from", rest[0].start))):
            run += run_after(ctx, rest, 0, lambda a, b: False)
            continue
        past = _past_others(ctx, run[-1].end, end)
        if past:
            run += run_after(ctx, [a for a in agencies if a.start >= past], 0, lambda a, b: False)
            continue
        unknown = _unknown_item(ctx, run[-1].end, end)
        if unknown is None:
            break
        run.append(unknown)
        added.append(unknown)
    wider = added + [m for m in run if m.end > begun.get(id(m), m.end)]
    if wider:
        kept = [a for a in reading.of("AGENCY") if not any(m.start <= a.start < m.end for m in wider if m is not a)]
        reading.add("AGENCY", [*kept, *(m for m in added if not any(m is a for a in kept))])
    return run


def counted_items(ctx: Context, i: int, end: int) -> list[Mention]:
    """Return the items of a list whose first ones nothing else knows, where their count or the line's end confirms it.

    "gồm 5 doanh nghiệp: Dệt may Sơn Nam, May Sông Hồng, Dệt lụa Nam Định, Công ty CP May 9 và Công ty Nam Hà"
    """
    reading = ctx.reading
    if reading.norms[i - 1] not in _OPENS:
        return []
    counts = reading.of("COUNT", max(0, i - _COUNT_REACH), i)
    most = int(counts[-1].value) if counts else _MOST
    run: list[Mention] = []
    added: list[Mention] = []
    at, first = i, reading.norms[i : i + 2]
    while at < end and len(run) <= most:
        known = reading.of("AGENCY", at, at + 1) or reading.of("AGENCY", at + 1, at + 2) if run else []
        item = known[0] if known else _item_at(ctx, at, end, first) or _loose_item(ctx, at, end, bool(counts))
        if item is None:
            break
        run.append(item)
        added += [] if known else [item]
        past = at = role_aside_end(ctx, item.end, end)
        while at < end and reading.norms[at] in _MARKS:
            at += 1
        if at == past or counts and len(run) == most and reading.norms[at - 1] == ";":
            break
    closed = at >= end or reading.norms[at] == "." and at + 1 >= end
    known_ones = len(run) - len(added)
    loose = any(m.rule == "loose" for m in added)
    sure = (
        len(run) == most
        or not loose
        and known_ones > 1
        or closed
        and not counts
        and reading.norms[i - 1] in (":", "gồm")
    )
    if not sure or len(run) < _FEWEST:
        return []
    reading.add("AGENCY", [*reading.of("AGENCY"), *added])
    return run


def unknown_line(ctx: Context, i: int, end: int) -> list[Mention]:
    """Return the item that a line of a list is or begins with, where nothing else knows it: "- Supe Lâm Thao (98)"."""
    item = _item_at(ctx, i, end) or whole_item(ctx, i, end)
    if item is None:
        return []
    ctx.reading.add("AGENCY", [*ctx.reading.of("AGENCY"), item])
    return [item]


def _take_tail(ctx: Context, item: Mention, end: int) -> None:
    """Let an item's name go on to the next mark: "Ban Giám sát quản lý" + "về hải quan;"."""
    reading = ctx.reading
    stop = item.end
    while stop < end and stop - item.end <= _TAIL and (reading.norms[stop] not in _CLOSES or _joins_small(ctx, stop)):
        plain = reading.raw[stop].isalpha() or reading.raw[stop] == "&"
        if stop > item.end and _is_generic(ctx, stop, end):
            break  # "… công trình nông nghiệp | tỉnh,"
        if reading.norms[stop] in _NO_TAIL or not plain or _is_mention(ctx, stop):
            return
        stop += 1
    if not item.end < stop < end or {"unit", "place"} & item.parts.keys() or not item.parts["name"]:
        return
    last = stop + 1 == end and reading.norms[stop] == "."
    if last and tells(ctx, [k for k in range(item.end, stop) if reading.raw[k].islower()]):
        return  # "Trung tâm Y tế Cư Kuin | ký giao ước thi đua."
    unit = unit_at(reading, stop, end) if _is_generic(ctx, stop, end) else None
    name = stop
    stop = unit[0] if unit else stop
    closed = reading.norms[stop] in (",", ";", "và") and reading.upper[stop + 1 : stop + 2] == [True]
    noted = role_aside_end(ctx, stop, end) > stop
    if not (closed or noted or reading.norms[stop] == ")" or stop + 1 == end and reading.norms[stop] == "."):
        return
    item.parts["name"] += " " + written_out(one_line(reading.text(item.end, name)), ctx.lexicon.shorts)
    item.parts |= {"unit": unit[1]} if unit else {}
    item.value, item.end = item.parts["name"], stop


def _is_generic(ctx: Context, i: int, end: int) -> bool:
    """Whether the word for a unit, without its place, ends an item at token `i`: "… nông thôn tỉnh, Ban B"."""
    reading = ctx.reading
    unit = unit_at(reading, i, end) if not reading.upper[i] else None
    return unit is not None and (unit[0] >= end or reading.norms[unit[0]] in (",", ";", "và", ")", "."))


def _past_others(ctx: Context, i: int, end: int) -> int:
    """Return where a list goes on after units that it does not name: "A và các ngân hàng thương mại, | B", or 0."""
    reading = ctx.reading
    at = i
    while at < min(end, i + 2) and reading.norms[at] in _MARKS:
        at += 1
    if at == i or at >= end or reading.raw[at] != "các":
        return 0
    stop = at + 1
    while stop < end and stop - at < _LONGEST and reading.raw[stop].isalpha() and not reading.raw[stop].istitle():
        stop += 1
    small = at + 1 < stop and not any(reading.norms[k] in _NO_TAIL for k in range(at, stop))
    marked = small and stop + 1 < end and reading.norms[stop] in (",", ";")
    return stop + 1 if marked and any(a.start == stop + 1 for a in reading.of("AGENCY", stop, stop + 2)) else 0


def _joins_small(ctx: Context, i: int) -> bool:
    """Whether "và" at token `i` joins small words of one name: "Hội Bảo vệ thiên nhiên và môi trường"."""
    raw = ctx.reading.raw
    after = raw[i + 1 : i + 2]
    return raw[i] == "và" and raw[i - 1].islower() and after != [] and after != ["các"] and after[0].islower()


def _unknown_item(ctx: Context, i: int, end: int) -> Mention | None:
    """Return the item after the mark at token `i`, if it looks like a name."""
    reading = ctx.reading
    at = past = role_aside_end(ctx, i, end)
    while at < min(end, past + 2) and reading.norms[at] in _MARKS:
        at += 1
    if at == past:
        return None
    return (
        known_small(ctx, at, end)
        or _item_at(ctx, at, end)
        or small_item(ctx, at, end)
        or _between(ctx, whole_item(ctx, at, end), end)
        or last_item(ctx, at, end)
    )


def _between(ctx: Context, item: Mention | None, end: int) -> Mention | None:
    """Return an item that nothing else knows if an agency follows it, or the end of the list."""
    if item is None:
        return None
    reading = ctx.reading
    at = role_aside_end(ctx, item.end, end)
    if at >= end or reading.norms[at] == ")" or reading.norms[at] == "." and at + 1 >= end:
        return item
    past = at
    while at < end and reading.norms[at] in _MARKS:
        at += 1
    return item if at > past and (reading.of("AGENCY", at, at + 1) or whole_item(ctx, at, end)) else None


def _item_at(ctx: Context, at: int, end: int, first: Sequence[str] = ()) -> Mention | None:
    """Return what stands between token `at` and the next mark of a list, if it looks like a name.

    `first` are the two words with which the list begins: what begins so too is an item, and no part of a name that a
    comma divides ("Truyền hình Quốc hội, Truyền hình Nhân dân"; but "Sở Văn hóa, Thể thao và Du lịch").
    """
    headed = headed_item(ctx, at, end)
    if headed:
        return headed
    reading = ctx.reading
    stop = at
    while stop < end and stop - at <= _LONGEST and (reading.norms[stop] not in _CLOSES or _joins(ctx, stop, end)):
        stop += 1
    if not 0 < stop - at <= _LONGEST or stop < end and reading.norms[stop] == ":":
        return None
    words = range(at, stop)
    if any(_is_mention(ctx, k) for k in words) or not _is_spelled_as_name(ctx, words):
        return None
    if stop - at == 1:
        return whole_item(ctx, at, end) if reading.raw[at].isupper() else None
    pair = reading.norms[at : at + 2]
    if pair != list(first) and tuple(pair) in ctx.lexicon.name_words or _is_place_or_person(ctx, at, stop):
        return None
    name = written_out(one_line(reading.text(at, stop)), ctx.lexicon.shorts)
    name = f"Trường Tiểu học {name[3:]}" if name.startswith("TH ") else name  # "Trường MN Hoa Hồng, TH Tô Hiệu"
    return Mention("AGENCY", at, stop, name, "item", {"name": name, "policy": "none", "head": name.split()[0]})


def _loose_item(ctx: Context, at: int, end: int, counted: bool) -> Mention | None:
    """Return what stands between token `at` and the next mark, in small words too, where the items are counted.

    "6 đơn vị: Truyền hình Quốc hội Việt Nam, Truyền hình Công an nhân dân, …"
    """
    reading = ctx.reading
    stop = at
    while stop < end and stop - at <= _LONGEST and reading.norms[stop] not in _CLOSES:
        stop += 1
    words = range(at, stop)
    if not counted or not reading.upper[at] or not _SMALL < stop - at <= _LONGEST:
        return None
    if any(reading.norms[k] in _NO_TAIL or not reading.raw[k].isalpha() or _is_mention(ctx, k) for k in words):
        return None
    if _is_place_or_person(ctx, at, stop) or not any(reading.upper[k] for k in words[1:]):
        return None
    name = one_line(reading.text(at, stop))
    return Mention("AGENCY", at, stop, name, "loose", {"name": name, "policy": "none", "head": name.split()[0]})


def _joins(ctx: Context, i: int, end: int) -> bool:
    """Whether a dash at token `i` joins two capitalised words of one name."""
    reading = ctx.reading
    return reading.norms[i] in _INSIDE and i + 1 < end and reading.upper[i + 1] and reading.upper[i - 1]


def _is_spelled_as_name(ctx: Context, words: range) -> bool:
    """Whether words are capitalised, the second or third perhaps not: "Dệt may Sơn Nam", "Supe Lâm Thao"."""
    reading = ctx.reading
    small = [k for k in words if not (reading.upper[k] or reading.norms[k] in _INSIDE or _is_number(reading.raw[k]))]
    inside = all(words[0] < k < words[-1] and k - words[0] <= _SMALL and reading.raw[k].isalpha() for k in small)
    return (
        reading.upper[words[0]] and inside and len(small) <= _SMALL and not _NO_TAIL & {reading.norms[k] for k in small}
    )


def _is_number(word: str) -> bool:
    return word.isdigit() and len(word) < 4


def _is_mention(ctx: Context, k: int) -> bool:
    """Whether something else stands at token `k`: a role, a person, an award, another agency."""
    kinds = ("AGENCY", "ROLE", "PERSON", "AWARD", "TITLE", "BLOC", "DATE", "YEAR")
    return any(ctx.reading.of(kind, k, k + 1) for kind in kinds)


def _is_place_or_person(ctx: Context, start: int, stop: int) -> bool:
    norms, lexicon = ctx.reading.norms, ctx.lexicon
    province = lexicon.provinces.match(norms, start)
    person = norms[start] in lexicon.surnames and stop - start in (3, 4) and all(ctx.reading.upper[start:stop])
    return person or province is not None and province[0] >= stop
