"""Members whose list names them only by what tells them apart: what they are is said before it, with words between.

"Cụm có 5 đồn biên phòng, kể từ bắc vào nam: A, B, C, D và E", "4 công ty cao su (A, B, C và D)", "Hội Luật gia 5 tỉnh
miền Trung gồm: A, …". The items are as many as their count says.
"""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.frames.context import Context
from pipeline.frames.holders import run_after
from pipeline.frames.member_elided import BARE_RULES
from pipeline.frames.member_lists import run_of_list
from pipeline.frames.member_openers import is_of_others
from pipeline.frames.member_places import unit_elsewhere
from pipeline.lexicon import Head
from pipeline.mentions.agencies import AgencyFinder, official_name
from pipeline.mentions.agency_items import item_at
from pipeline.mentions.agency_names import HOUSED
from pipeline.mentions.agency_place_items import next_item, place_items
from pipeline.mentions.places import CITIES, unit_at
from pipeline.numerals import SEVERAL
from pipeline.reading import Mention
from pipeline.text import one_line

_OPENS = frozenset((":", "(", "gồm"))
_REACH = 18
_KIND = 4
"""So many small words may go on with what the units are: "công ty cao su", "nhà máy thủy điện"."""
_ENDS_KIND = frozenset(
    "trong của thuộc trên ở tại đóng nằm gồm bao là có tham cùng đã đang được đạt nhận các huyện tỉnh xã quận phường "
    "khối cụm và về dự đến ký mới cũ sau trước này đó ấy".split()
)
_NO_DESCRIPTION = frozenset("được đạt nhận tặng trao đề khen dẫn xếp bầu suy chưa không bị thăm ủng hộ quà".split())
"""Words that say something of some units, where only what they are may stand: "5 xã đạt chuẩn: A, B"."""
_KINDS = ("ROLE", "AWARD", "PERSON")
GUESTS = frozenset("dự mời đến tới đón thăm".split())
_FEW = 5
"""So many units at least are no guests where they are only said to be there."""
_FEWEST = 2
_MOST = 40
_FEWEST_UNCOUNTED = 3
_HEADING = 8
_MARKS = frozenset((",", ";", "và", "cùng"))
_DASHES = frozenset(("-", "–"))


@dataclass(frozen=True, slots=True)
class _Shared:
    """What the items of a list are: a head or a body, the unit of their places, how many they are (0: not said)."""

    start: int
    end: int
    count: int
    head: Head | None
    body: tuple[str, str] | None
    unit: str | None


def shared_list(ctx: Context, finder: AgencyFinder, start: int, i: int, end: int) -> list[Mention]:
    """Return the members of the list that is opened at token `i`, if words before it say what and how many they are."""
    reading = ctx.reading
    if reading.norms[i] not in _OPENS:
        return []
    at = i + 1
    while at < end and reading.norms[at] in (":", "("):
        at += 1
    if at >= end or not (reading.upper[at] or reading.norms[at].isdigit() or unit_at(reading, at, end)):
        return []
    for k in range(i - 1, max(start, i - _REACH) - 1, -1):
        if reading.norms[k] in _OPENS and k < i - 2:
            return []
        if not (reading.norms[k].isdigit() or reading.norms[k] in SEVERAL or reading.norms[k] == "các"):
            continue
        shared = _shared_at(ctx, start, k, i)
        if shared:
            return _known(ctx, shared, at, end) or _items(ctx, finder, shared, at, end)
    return []


def shared_of_bloc(ctx: Context, finder: AgencyFinder, start: int, i: int, end: int) -> list[Mention]:
    """Return the members of a list at token `i` whose words before it name no bloc, in a sentence about one.

    "Các xã thuộc Cụm về dự đủ. Chủ trì là Chủ tịch UBND 5 xã vùng trong: A, B, C, D, E": so many are no guests.
    """
    reading = ctx.reading
    if not (reading.of("BLOC", start, end) or reading.of("ROLE", i, end)):
        return []
    found = shared_list(ctx, finder, start, i, end)
    guests = len(found) < _FEW and not GUESTS.isdisjoint(reading.norms[start:i])
    return [] if guests or found and is_of_others(ctx, start, int(found[0].parts["from"])) else found


def counted_again(ctx: Context, finder: AgencyFinder, i: int, end: int, found: int) -> list[Mention]:
    """Return the members of a list that opens twice: before token `i`, and after what they are.

    "Cụm gồm có 5 Đài Truyền thanh huyện, thành phố gồm: A, B, C, D và E"; `found` is how many were read without that.
    """
    norms = ctx.reading.norms
    at = i + (norms[i : i + 1] == ["có"])
    if at >= end or norms[at] in (str(found), f"0{found}") or SEVERAL.get(norms[at]) == found:
        return []
    if not (norms[at].isdigit() or norms[at] in SEVERAL):
        return []
    opener = next((k for k in range(at, min(at + _REACH, end)) if norms[k] in _OPENS), None)
    again = shared_list(ctx, finder, at, opener, end) if opener else []
    return again if len(again) > found else []


def groups_after(ctx: Context, finder: AgencyFinder, i: int, end: int) -> list[Mention]:
    """Return the members that are counted in groups after token `i`: "gồm: 4 công ty cao su (A, …); 3 nhà máy (B, …)".

    After the groups single names may follow: "… và các đơn vị: Bưu điện tỉnh, Công ty Điện lực A".
    """
    reading = ctx.reading
    found: list[Mention] = []
    groups = 0
    at = _past_marks(ctx, i, end)
    while at < end and (reading.norms[at].isdigit() or reading.norms[at] in SEVERAL):
        opener = next((k for k in range(at, min(at + _REACH, end)) if reading.norms[k] in _OPENS), None)
        items = shared_list(ctx, finder, at, opener, end) if opener else []
        if not items:
            return []
        found += items
        groups += 1
        at = _past_marks(ctx, items[-1].end, end)
    if not groups:
        return []
    after = reading.of("AGENCY", at, end)
    if after and int(after[0].parts.get("from", after[0].start)) <= at + _KIND:
        return found + run_of_list(ctx, after, end)
    return found if groups > 1 else []


def _past_marks(ctx: Context, i: int, end: int) -> int:
    norms = ctx.reading.norms
    while i < end and (norms[i] in _MARKS or norms[i] in (":", "(", ")")):
        i += 1
    return i


def _shared_at(ctx: Context, start: int, k: int, opener: int) -> _Shared | None:
    """Return what the number or "các" at token `k` counts, if only a description stands between that and the opener."""
    reading, lexicon = ctx.reading, ctx.lexicon
    norms = reading.norms
    count = int(norms[k]) if norms[k].isdigit() else SEVERAL.get(norms[k], 0)
    if count and not _FEWEST <= count <= _MOST or norms[k - 1 : k] in (["số"], ["tháng"], ["năm"], ["ngày"]):
        return None
    at, head, body = k + 1, None, None
    units = _units_at(ctx, at, opener)
    if not units:
        known = lexicon.agencies.match(norms, reading.raw, at, opener)
        said = lexicon.heads.match(norms, at)
        if known and (not said or known[0] >= said[0]):
            at, body = known[0], (known[1].name, known[1].place)
        elif said and said[0] <= opener and said[1].name not in HOUSED:
            at = said[0]
            stop = at
            while stop < opener and stop - at < _KIND and _goes_on(ctx, stop):
                stop += 1
            more = one_line(reading.text(at, stop)) if stop > at else ""
            head = Head(f"{said[1].name} {more}".strip(), said[1].place, True)
            at = stop
        else:
            return None
        at += norms[at] == "các" if at < opener else 0
        units = _units_at(ctx, at, opener)
    unit = None
    if units:
        at, unit = units
        if body is None and head is None:
            k, body = _body_before(ctx, start, k, opener)
    if not count and (not unit or not body or not body[0]):
        return None
    if not _NO_DESCRIPTION.isdisjoint(norms[at:opener]) or any(reading.of(kind, at, opener) for kind in _KINDS):
        return None
    return _Shared(k, at, count, head, body, unit)


def _body_before(ctx: Context, start: int, k: int, opener: int) -> tuple[int, tuple[str, str]]:
    """Return (start, body) of what stands before counted units, or `k` and none: "Hội Luật gia 5 tỉnh vùng núi gồm".

    A region may have been taken for the first of them: "Hội Luật gia 5 tỉnh Tây Nguyên gồm: Kon Tum, …".
    """
    reading = ctx.reading
    for a in reading.of("AGENCY", max(start, k - _REACH), opener):
        first = int(a.parts.get("from", a.start))
        region = a.rule == "list-of-places" and a.end <= opener and first <= k < a.start
        joined = a.end == k and not {"unit", "place", "owner"} & a.parts.keys()
        if a.parts["name"] and (region or joined) and reading.norms[first - 1] not in _DASHES:
            return first, (a.parts["name"], a.parts["policy"])
    return k, ("", "self")


def _goes_on(ctx: Context, i: int) -> bool:
    reading = ctx.reading
    belongs = reading.norms[i : i + 2] == ["trực", "thuộc"]
    return reading.raw[i].isalpha() and not (reading.upper[i] or belongs or reading.norms[i] in _ENDS_KIND)


def _units_at(ctx: Context, i: int, end: int) -> tuple[int, str] | None:
    """Return (end, unit) of "huyện", or of "huyện, thành phố" with "" for several."""
    reading = ctx.reading
    said: list[str] = []
    while i < end:
        unit = unit_at(reading, i, end)
        if unit is None or reading.upper[i]:
            break
        said.append(unit[1])
        i = unit[0]
        step = i + (reading.norms[i : i + 1] in ([","], ["và"]))
        if step == i or not unit_at(reading, step, end):
            break
        i = step
    if not said:
        return None
    return i, said[0] if len(said) == 1 else "tỉnh" if said[0] == "tỉnh" else ""


def _items(ctx: Context, finder: AgencyFinder, shared: _Shared, at: int, end: int) -> list[Mention]:
    """Return the items from token `at`, if they are as many as they should be."""
    fields = _fields if shared.head else _places
    found = fields(ctx, finder, shared, at, end)
    if len(found) != shared.count if shared.count else len(found) < _FEWEST_UNCOUNTED:
        return []
    provinces = ctx.lexicon.provinces
    if not shared.count and not all(provinces.match(ctx.reading.norms, m.start) for m in found):
        return []
    found[0].parts["from"] = str(shared.start)
    others = [m for m in ctx.reading.of("AGENCY") if not m.overlaps(shared.start, found[-1].end)]
    ctx.reading.add("AGENCY", [*others, *found])
    return found


def under_bloc_head(ctx: Context, finder: AgencyFinder, i: int, end: int, places: list[Mention]) -> list[Mention]:
    """Return the members of a list from token `i` whose names the bloc's own name completes.

    "Khối các trường THCS gồm: Lê Quý Đôn, Nguyễn Trãi"; `places` are the bare places for which they were taken.
    """
    reading, bloc = ctx.reading, ctx.bloc_for(i).first
    many = reading.find(("các",), bloc.start, bloc.end)
    head = ctx.lexicon.heads.match(reading.norms, many + 1) if many >= 0 else None
    if head is None or head[0] > bloc.end or head[1].place != "part" or head[1].name in HOUSED:
        return []
    at = places[0].start if places else i
    while at < end and reading.norms[at] in (":", "("):
        at += 1
    first = reading.of("AGENCY", at, at + 1)
    if first and first[0].rule not in BARE_RULES:
        return []
    found = _fields(ctx, finder, _Shared(at, at, 0, head[1], None, None), at, end)
    if len(found) < max(_FEWEST_UNCOUNTED, len(places)):
        return []
    others = [m for m in reading.of("AGENCY") if not m.overlaps(at, found[-1].end)]
    reading.add("AGENCY", [*others, *found])
    return found


def read_headed_lines(ctx: Context, finder: AgencyFinder) -> None:
    """Add the agencies of the lines that say first what they are: "- Bệnh viện: Đa khoa tỉnh, Mắt;"."""
    reading = ctx.reading
    for i in reading.where({":"}):
        sentence = reading.sentences[reading.sentence_of(i)]
        at = sentence.start
        while at < i and not reading.raw[at][0].isalpha():
            at += 1
        if at < i <= at + _HEADING and sentence.bullet:
            _read_under_head(ctx, finder, at, sentence.end)


def _read_under_head(ctx: Context, finder: AgencyFinder, i: int, end: int) -> None:
    """Add the agencies of "Sở: Nội vụ, Y tế" or "Trung tâm Y tế: huyện A, thị xã B" at token `i`."""
    reading, lexicon = ctx.reading, ctx.lexicon
    known = lexicon.agencies.match(reading.norms, reading.raw, i, end)
    head = lexicon.heads.match(reading.norms, i)
    found: list[Mention] = []
    if known and reading.norms[known[0] : known[0] + 1] == [":"]:
        body = _Shared(i, known[0], 0, None, (known[1].name, known[1].place), "")
        listed = _places(ctx, finder, body, known[0] + 1, end)
        found = listed if all("unit" in m.parts for m in listed) else []
    elif head and head[1].plural and head[1].name not in HOUSED and reading.norms[head[0] : head[0] + 1] == [":"]:
        found = _fields(ctx, finder, _Shared(i, head[0], 0, head[1], None, None), head[0] + 1, end)
    if len(found) < _FEWEST or any(reading.raw[k].isalnum() for k in range(found[-1].end, end)):
        return
    found[0].parts["from"] = str(i)
    others = [m for m in reading.of("AGENCY") if not m.overlaps(i, end)]
    reading.add("AGENCY", [*others, *found])


def _known(ctx: Context, shared: _Shared, at: int, end: int) -> list[Mention]:
    """Return the items if they have been read as a list already: "Công an 4 xã: A, B, C, D"."""
    listed = [m for m in ctx.reading.of("AGENCY", at, end) if m.rule.startswith(("list-of", "elliptical"))]
    if not listed or listed[0].start > at + 1 or not listed[0].parts["name"]:
        return []
    if ctx.reading.norms[int(listed[0].parts.get("from", listed[0].start)) - 1] in _DASHES:
        return []  # "công chức Văn phòng - Thống kê 5 phường: A, B"
    run = run_after(ctx, listed, 0, lambda a, b: False)
    return run if not shared.count or len(run) == shared.count else []


def _fields(ctx: Context, finder: AgencyFinder, shared: _Shared, at: int, end: int) -> list[Mention]:
    """Return the items under a head: "5 đồn biên phòng: Ba Sơn, Na Hình", "3 hội: Luật gia, Nhà báo, Đông y"."""
    found: list[Mention] = []
    goes_on = at < end and shared.head is not None
    while goes_on and shared.head:
        item = item_at(finder.grammar, ctx.reading, at, end, shared.head)
        if item is None:
            break
        found.append(item)
        at, goes_on = next_item(ctx.reading, item.end, end)
    return found


def _places(ctx: Context, finder: AgencyFinder, shared: _Shared, at: int, end: int) -> list[Mention]:
    """Return the bodies of a list's places, or the places."""
    name, policy = shared.body or ("", "self")
    policy = "part" if policy in ("drop", "keep", "must") else policy  # only the place tells the items apart
    found: list[Mention] = []
    for start, stop, own, place in place_items(finder.grammar, ctx.reading, at, end):
        unit = own or ("thành phố" if shared.unit == "tỉnh" and place in CITIES else shared.unit)
        unit = unit or unit_elsewhere(ctx, [place]) or ""
        parts = {"name": name, "policy": policy, "place": place, "head": (name or unit or place).split()[0]}
        parts |= {"unit": unit} if unit else {}
        mention = Mention("AGENCY", start, stop, "", "list-of-places", parts)
        mention.value = official_name(mention, keep_place=True)
        found.append(mention)
    return found
