"""Items of an opened list from mark to mark, where no table and no grammar knows their names, or not to the end.

"gồm Nhà Tang lễ, Vùng 5 Hải quân, Đội Thuế liên huyện Ngọc Hiển - Năm Căn và Sở Y tế": what stands between two marks of
a list whose other items are agencies is one too, whatever it is called.
"""

from __future__ import annotations

import re

from pipeline.frames.context import Context
from pipeline.frames.member_headed import role_aside_end
from pipeline.lexicon import Head
from pipeline.mentions.agency_grammar import opens_other
from pipeline.mentions.agency_places import official_name
from pipeline.mentions.agency_shorts import written_out
from pipeline.mentions.places import locality_at, proper_name, unit_at
from pipeline.reading import Mention
from pipeline.text import one_line

_ENDS = frozenset((";", ")", "(", "[", "|"))
_DASHES = frozenset(("-", "–"))
_MARKS = frozenset((",", ";"))
_NO_NAMES = frozenset(
    (
        *(("cán", "bộ"), ("nhân", "dân"), ("tập", "thể"), ("quân", "và"), ("công", "chức")),
        ("đơn", "vị"),
        ("đại", "diện"),
        ("do", "đồng"),
        ("thay", "mặt"),
        ("lãnh", "đạo"),
    )
)
"""What begins an aside or says who came, and is no name: "Sở Y tế - đơn vị Khối trưởng"."""
_ASIDES = _NO_NAMES | {("cơ", "quan")}
_NO_WORD = frozenset(
    "là làm được đã đang sẽ giữ do nhận đạt gồm ở này đó để đến dự bầu xếp họp cho tại theo khi vừa cũng đều không "
    "xin mời chúc nếu thì mà nên bị phải vì tặng trao đề hơn còn".split()
)
"""Words that are in no name of an agency."""
_KINDS = ("PERSON", "ROLE", "AWARD", "BLOC", "TITLE", "YEAR")
_OWNED = ("Phòng", "Đội", "Khoa", "Tổ")
"""First words of units inside agencies, whose owner is left out: "Phòng Tổ chức cán bộ Công an tỉnh"."""
_OF = frozenset(("thuộc", "trực", "của"))
_PLACES = ("unit", "list-of-places", "bare-place")
_POLICE = re.compile(r"P[ACKVX][0-9]{2}")
"""Codes of the departments of a province's police."""
_LONGEST = 16
_SMALL = 6
_SHORT = 6
_SHORTEST = 2
_OF_OTHERS = frozenset("là của do với về và".split())
"""Words after a name that tell of it alone, or go on with it."""
_CODE = 3
_HEAD_ALONE = 2
"""A head of more syllables may be an item of its own."""
_LONG_WORD = 8
"""A word of so many plain letters is no syllable, but a brand: "Manulife"."""


def item_end(ctx: Context, i: int, end: int) -> int:
    """Return where the item ends that goes on at token `i` of a list, or 0 if it is no name that goes on there."""
    reading, norms = ctx.reading, ctx.reading.norms
    at = i
    while at < end and at - i <= _LONGEST:
        word = norms[at]
        joined = ctx.grammar.joins.match(norms, at)
        if joined and joined[0] <= end:
            at = joined[0]
            continue
        if (
            word in _ENDS
            or word == ","
            and not _goes_on_small(ctx, at, end)
            or word == "."
            and not any(w.isalnum() for w in norms[at:end])
        ):
            return at
        if word == "và" and not _joins_words(ctx, at, end):
            return at
        if word in _DASHES:
            if at + 1 >= end or tuple(norms[at + 1 : at + 3]) in _ASIDES or _begins_other(ctx, at + 1):
                return at
        elif word != "," and not reading.raw[at][0].isalnum():
            if word not in (".", "&", "/", "'", "’", "-") or not _is_inside_word(ctx, at, end):
                return 0
        elif word == "tại" and _seat_end(ctx, at + 1, end):
            return _seat_end(ctx, at + 1, end)
        elif word in _NO_WORD or _is_told(ctx, at):
            return 0
        at += 1
    return at if at >= end else 0


def _is_told(ctx: Context, i: int) -> bool:
    """Whether a person, a role, an award or a bloc begins at token `i`; two syllables may be a place as well."""
    for kind in _KINDS:
        for m in ctx.reading.of(kind, i, i + 1):
            if kind != "PERSON" or m.rule != "surname" or m.end - m.start > 2:
                return True
    return False


def whole_item(ctx: Context, i: int, end: int) -> Mention | None:
    """Return the item at token `i` of a list that the mark behind it ends, whatever it is called, or None."""
    reading = ctx.reading
    if i >= end or not reading.upper[i]:
        return None
    head = ctx.lexicon.heads.match(reading.norms, i)
    stop = item_end(ctx, min(head[0], end) if head else i, end)  # in "Bộ Tư lệnh" stands a post
    if stop <= i or not _may_be_name(ctx, i, stop):
        return None
    return _item(ctx, i, stop)


def last_item(ctx: Context, i: int, end: int) -> Mention | None:
    """Return the last item of an opened list at token `i`, of which something is told: "… và Kho K33 | ký giao ước".

    A name that begins with a head, or one in capitals; the words after it end names, and no mark does.
    """
    reading = ctx.reading
    if i >= end or not reading.upper[i] or reading.norms[i - 1] != "và":
        return None
    head = ctx.lexicon.heads.match(reading.norms, i)
    stop = head[0] if head else i + 1
    while stop < min(end, i + _LONGEST) and not tells(ctx, [stop] if reading.raw[stop].islower() else []):
        if not reading.raw[stop].isalnum() or _is_told(ctx, stop) or not (head or reading.upper[stop]):
            return None
        stop += 1
    goes_on = stop < end and reading.raw[stop].islower() and reading.norms[stop] not in _OF_OTHERS
    if not goes_on or stop - i < _SHORTEST or not _may_be_name(ctx, i, stop):
        return None
    return _item(ctx, i, stop)


def first_item(ctx: Context, i: int, end: int) -> Mention | None:
    """Return the first item of an opened list, at token `i`, that nothing else knows, if an agency follows it."""
    item = whole_item(ctx, i, end)
    if item is None:
        return None
    reading = ctx.reading
    at = past = role_aside_end(ctx, item.end, end)
    while at < end and (reading.norms[at] in _MARKS or reading.norms[at] == "và"):
        at += 1
    following = reading.of("AGENCY", at, at + 1) if at > past else []
    return item if following and following[0].rule not in _PLACES else None


def up_to_count(ctx: Context, last: Mention, end: int, missing: int) -> list[Mention]:
    """Return the unknown items after the last known one of a list, if just so many are missing from its count.

    "6 đơn vị (Bưu điện, Điện lực, Cấp nước, Môi trường đô thị, …)": short names, which only their number confirms.
    """
    reading = ctx.reading
    items: list[Mention] = []
    at = role_aside_end(ctx, last.end, end)
    while len(items) < missing and at < end and (reading.norms[at] in _MARKS or reading.norms[at] == "và"):
        while at < end and (reading.norms[at] in _MARKS or reading.norms[at] == "và"):
            at += 1
        stop = item_end(ctx, at, end) if at < end and reading.upper[at] else 0
        joint = (k for k in range(at + 1, stop - 1) if reading.norms[k] == "và" and reading.upper[k + 1])
        stop = next(joint, stop)
        if not at < stop <= at + _SHORT or reading.of("AGENCY", at, stop):
            return []
        items.append(_item(ctx, at, stop))
        at = role_aside_end(ctx, stop, end)
    goes_on = at + 1 < end and reading.norms[at] in _MARKS and reading.upper[at + 1]
    return items if len(items) == missing and not goes_on else []


def take_rest(ctx: Context, item: Mention, end: int) -> None:
    """Let an item's name go on to the next mark: "Bệnh viện Mắt" + "- Da liễu;", "Đội Thuế" + "liên phường,"."""
    reading = ctx.reading
    at = item.end
    if at >= end or not item.parts["name"] or reading.norms[at] in (";", ":"):
        return
    if reading.norms[at] in (",", "và") and item.rule == "lexicon":
        return
    stop = item_end(ctx, at, end)
    if stop <= at or not _is_closed(ctx, stop, end):
        return
    owner = next((a for a in reading.of("AGENCY", at, stop) if a.start <= at + 2 and a.end == stop), None)
    if owner and (owner.start == at or reading.norms[at] in _OF) and item.parts["head"] in _OWNED:
        item.end = stop
        return
    if not _may_go_on(ctx, at, stop):
        return
    named = one_line(reading.text(item.start, stop))
    whole = _item(ctx, item.start, stop)
    kept = (
        item.parts["name"] if item.rule in ("lexicon", "grammar") and not {"unit", "place"} & item.parts.keys() else ""
    )
    if kept and whole.parts["name"] in (named, whole.value):
        rest = written_out(one_line(reading.text(at, stop)), ctx.lexicon.shorts)
        joint = "" if reading.starts[at] == reading.ends[at - 1] else " "
        whole.parts["name"] = f"{kept}{joint}{rest}"
        whole.value = official_name(whole)
    item.parts, item.value, item.end = whole.parts, whole.value, stop


def _may_go_on(ctx: Context, at: int, stop: int) -> bool:
    """Whether words right after a name are the rest of it: no place alone, no score, few small words."""
    reading = ctx.reading
    first = reading.norms[at]
    if first.isdigit() and _is_code(ctx, at, stop):
        return True
    if first.isdigit() or first == "số" and not reading.norms[at + 1].isdigit():
        return False
    field = tuple(reading.norms[at + 1 : at + 3]) in ctx.grammar.pairs  # "Chính sách kinh tế | - tài chính"
    if first in _DASHES and not (field or reading.upper[at + 1]) and reading.ends[at] != reading.starts[at + 1]:
        return False
    small = [k for k in range(at, stop) if reading.raw[k].islower()]
    return len(small) <= _SMALL and not tells(ctx, small)


def _is_code(ctx: Context, at: int, stop: int) -> bool:
    """Whether `[at, stop)` is one code with a letter at its end: "Trung tâm Đăng kiểm 15-01V"."""
    reading = ctx.reading
    joined = all(reading.ends[k] == reading.starts[k + 1] for k in range(at, stop - 1))
    return joined and stop - at <= _CODE and reading.raw[stop - 1][-1:].isupper()


def tells(ctx: Context, small: list[int]) -> bool:
    """Whether one of the small words ends names, and is no part of a fixed phrase or of "tại Đà Nẵng"."""
    grammar, norms = ctx.grammar, ctx.reading.norms
    joined: set[int] = set()
    for k in small:
        found = grammar.joins.match(norms, k) or grammar.capital_joins.match(norms, k - 1)
        joined |= set(range(k, found[0])) if found else set()
    loose = [k for k in small if k not in joined]
    return any(
        grammar.stops.match(norms, k)
        and norms[k] not in ("về", "và")
        and not (norms[k] == "tại" and ctx.reading.upper[k + 1])
        for k in loose
    )


def _may_be_name(ctx: Context, i: int, stop: int) -> bool:
    """Whether `[i, stop)` may be an agency that nothing else knows: a capital first, no person, no bare place."""
    reading, lexicon = ctx.reading, ctx.lexicon
    raw, norms = reading.raw, reading.norms
    head = lexicon.heads.match(norms, i)
    if stop - i == 1:
        brand = raw[i].isupper() and len(raw[i]) > 2 or raw[i].isascii() and len(raw[i]) >= _LONG_WORD
        return brand and raw[i].isalnum() and raw[i][0].isalpha() or _POLICE.fullmatch(raw[i]) is not None
    if ctx.grammar.no_heads.match(norms, i) or tuple(norms[i : i + 2]) in _NO_NAMES:
        return False
    small = [k for k in range(i, stop) if raw[k].islower()]
    if len(small) > _SMALL or tells(ctx, small):
        return False
    if head:
        return head[0] < stop or stop - i > _HEAD_ALONE  # "…, Bộ Tư lệnh, Cục Hải quan"
    if norms[i : i + 2] == ["cơ", "quan"] and any(a.start == i + 2 for a in reading.of("AGENCY", i + 2, stop)):
        return False  # "Cơ quan Liên đoàn Lao động tỉnh"
    place = proper_name(reading, lexicon, i, stop)
    person = norms[i] in lexicon.surnames and stop - i in (3, 4) and all(reading.upper[i:stop])
    province = lexicon.provinces.match(norms, i)
    foreign = any(raw[k].isascii() and len(raw[k]) >= _LONG_WORD for k in range(i, stop))  # "Vietnam Airlines"
    bare = place is not None and place[0] >= stop and stop - i < 3 and not foreign
    return not (bare or person or province is not None and province[0] >= stop or unit_at(reading, i, stop))


def _item(ctx: Context, i: int, stop: int) -> Mention:
    """Return what stands at `[i, stop)` as an agency, its generic place told apart from its name."""
    reading, lexicon = ctx.reading, ctx.lexicon
    head = lexicon.heads.match(reading.norms, i)
    head = head if head and head[0] < stop else None
    begin = head[0] if head else i + 1
    at = next((k for k in range(begin + 1, stop) if _is_last_place(ctx, k, stop)), stop)
    rest = one_line(reading.text(head[0], at)) if head else ""
    if stop - i == 1 and _POLICE.fullmatch(reading.raw[i]):  # "Phòng PA01, PA02"
        head, rest = (i, Head("Phòng", "drop", True)), reading.raw[i]
    name = f"{head[1].name} {rest}".strip() if head else one_line(reading.text(i, at))
    place = locality_at(reading, lexicon, at, stop, bare=False) if at < stop else None
    name = written_out(name, lexicon.shorts)
    policy = head[1].place if head else "drop"
    parts = {"name": name, "policy": "drop" if policy == "party" else policy, "head": name.split()[0]}
    if place and place.unit:
        parts |= {"unit": place.unit} | ({"place": place.name} if place.name else {})
    elif policy in ("must", "self", "bank"):
        parts["policy"] = "none"
    item = Mention("AGENCY", i, stop, "", "item", parts)
    item.value = official_name(item)
    return item


def _is_last_place(ctx: Context, k: int, stop: int) -> bool:
    """Whether the locality of a name, and nothing else, stands at `[k, stop)`: "tỉnh", "huyện Ea Kar"."""
    if ctx.reading.norms[k - 1] in ("liên", "cấp", "các", "thuộc"):
        return False
    place = locality_at(ctx.reading, ctx.lexicon, k, stop, bare=False)
    return place is not None and place.end == stop


def _is_closed(ctx: Context, i: int, end: int) -> bool:
    """Whether a list goes on or ends at token `i`, and no sentence does."""
    reading = ctx.reading
    if i >= end or reading.norms[i] in (")", ";") or reading.norms[i] == "." and i + 1 >= end:
        return True
    if reading.norms[i] == "(":
        return role_aside_end(ctx, i, end) > i
    return reading.norms[i] in (",", "và") and i + 1 < end and (reading.upper[i + 1] or reading.norms[i + 1] == "các")


def _begins_other(ctx: Context, i: int) -> bool:
    """Whether another agency, a role or a post begins at token `i`."""
    reading = ctx.reading
    mentions = any(a.start == i for a in reading.of("AGENCY", i, i + 1))
    return mentions or any(reading.of(kind, i, i + 1) for kind in _KINDS) or opens_other(ctx.lexicon, reading, i)


def _joins_words(ctx: Context, i: int, end: int) -> bool:
    """Whether "và" at token `i` joins words of one name: "thiên nhiên và môi trường", "Văn hóa và Du lịch"."""
    reading, norms, pairs = ctx.reading, ctx.reading.norms, ctx.grammar.pairs
    if i + 2 >= end or not reading.raw[i - 1].isalpha() or opens_other(ctx.lexicon, reading, i + 1):
        return False
    if reading.upper[i + 1]:
        if _is_common(ctx, i, end):
            return True
        fields = (norms[i - 2], norms[i - 1]) in pairs and (norms[i + 1], norms[i + 2]) in pairs
        return fields and not reading.of("AGENCY", i + 1, i + 2)
    return (norms[i + 1], norms[i + 2]) in pairs or ctx.grammar.joins.match(norms, i + 1) is not None


def _is_common(ctx: Context, i: int, end: int) -> bool:
    """Whether a capital and small words alone follow "và" at token `i`, and no brand: "Chiếu bóng"."""
    reading = ctx.reading
    at = i + 2
    while at < end and reading.raw[at].islower() and reading.norms[at] != "và":
        at += 1
    if not i + 2 < at <= i + _SMALL or ctx.lexicon.agencies.match(reading.norms, reading.raw, i + 1, end):
        return False
    mentioned = any(reading.of(kind, i + 1, at) for kind in (*_KINDS, "AGENCY"))
    return not mentioned and _is_closed(ctx, at, end) and not tells(ctx, list(range(i + 2, at)))


def _goes_on_small(ctx: Context, i: int, end: int) -> bool:
    """Whether small words alone follow the comma at token `i`, which names are made of: "hành chính, tư pháp;"."""
    reading, norms = ctx.reading, ctx.reading.norms
    if i + 2 >= end or (norms[i + 1], norms[i + 2]) not in ctx.grammar.pairs or tuple(norms[i + 1 : i + 3]) in _ASIDES:
        return False
    at = i + 1
    while at < end and reading.raw[at].islower() and norms[at] != "và":
        at += 1
    if not i + 2 < at <= i + _SMALL or opens_other(ctx.lexicon, reading, i + 1) or unit_at(reading, i + 1, end):
        return False
    mentioned = any(reading.of(kind, i + 1, at) for kind in (*_KINDS, "AGENCY"))
    return not mentioned and _is_closed(ctx, at, end) and not tells(ctx, list(range(i + 1, at)))


def _is_inside_word(ctx: Context, i: int, end: int) -> bool:
    """Whether a mark at token `i` stands inside a word, without spaces: "Co.op", "30/4"; "&" may have them."""
    reading = ctx.reading
    if reading.raw[i] == "&":
        return i + 1 < end
    return i + 1 < end and reading.ends[i - 1] == reading.starts[i] and reading.ends[i] == reading.starts[i + 1]


def _seat_end(ctx: Context, i: int, end: int) -> int:
    """Return where the place ends that "tại" before token `i` names, with a mark behind it, or 0."""
    place = locality_at(ctx.reading, ctx.lexicon, i, end)
    named = (place.end, place.name) if place and place.name else proper_name(ctx.reading, ctx.lexicon, i, end)
    return named[0] if named and _is_closed(ctx, named[0], end) else 0


def tell_again(ctx: Context, members: list[Mention]) -> None:
    """Let the names that only a list made known stand for their agencies elsewhere: "Cờ thi đua cho Kho K33"."""
    reading = ctx.reading
    named = {tuple(reading.norms[m.start : m.end]): m for m in members if m.rule == "item" and m.end - m.start > 1}
    more: list[Mention] = []
    for words, member in named.items():
        for i in reading.positions.get(words[0], ()):
            stop = i + len(words)
            if i == member.start or tuple(reading.norms[i:stop]) != words or not reading.upper[i]:
                continue
            near = reading.of("AGENCY", max(0, i - _LONGEST), stop)
            if not any(a.start < i < a.end or a.start == i and a.end >= stop for a in near):
                parts = {k: v for k, v in member.parts.items() if k != "from"}
                more.append(Mention("AGENCY", i, stop, member.value, "alias", parts))
    if more:
        inside = [a for a in reading.of("AGENCY") if not any(m.start <= a.start < m.end for m in more)]
        reading.add("AGENCY", [*inside, *more])
