"""Lists of members: the agencies that stand in a row after a word or a mark, or a line each."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from pipeline.frames.context import BlocEntity, Context
from pipeline.frames.holders import run_after, separated
from pipeline.frames.member_elided import UNKNOWN, elided_between
from pipeline.frames.member_headed import take_joined_word, take_small_rest
from pipeline.frames.member_items import counted_items, open_run, unknown_line
from pipeline.frames.member_local import local_run
from pipeline.frames.member_persons import unit_of_person
from pipeline.frames.member_places import bare_places, local_body
from pipeline.frames.member_segments import first_item, take_rest, up_to_count
from pipeline.mentions.agencies import AgencyFinder, official_name
from pipeline.mentions.agency_inside import housed, houses_any
from pipeline.mentions.places import CITIES, unit_at
from pipeline.numerals import SEVERAL
from pipeline.reading import Mention, Reading, Sentence

_ASIDE = frozenset("- – ( ) , ; đơn vị là".split())
_LEAD_IN = frozenset(
    "các đơn vị cơ quan thành viên thêm là : ( sau tỉnh thành phố huyện và của lãnh đạo đại diện hội "
    "sở ban những cái tên gương mặt quen thuộc địa phương doanh nghiệp".split()
)


_LOCAL_BRANCHES = (["tỉnh", "hội"], ["thành", "hội"])
_FEWEST = 3
_KNOWN = 2
"""So many agencies of a list must be known before the rest may be taken by their count."""
_REACH = 20
_UNITS_REACH = 8
_OF_BLOC = frozenset("có cùng trong thuộc của hợp tham sinh ở".split())
_BEFORE_LINE = frozenset("- + * • . ) / | cơ quan đơn vị".split())
"""Bullets, numbering and words that a line of a list may begin with: "- Cơ quan Ủy ban MTTQ Việt Nam tỉnh"."""


_REMARKS = frozenset("đề không chưa cờ bằng giấy cụm khối xếp nhất nhì ba hạng miễn đạt trưởng phó dẫn tự".split())
"""First words of remarks in a table of scores."""


@dataclass(slots=True)
class MemberList:
    """One list of members as the report gives it."""

    agencies: list[Mention]
    trigger: tuple[int, int]
    bloc: BlocEntity
    rule: str


def listed_after(ctx: Context, finder: AgencyFinder, n: int, i: int, end: int) -> list[Mention]:
    """Return the agencies of the list that is opened before token `i`, on the line or on the lines after it."""
    reading = ctx.reading
    at = _past_lead_in(reading, i, end)
    if reading.norms[at : at + 2] in _LOCAL_BRANCHES and at + 2 < end:  # "gồm 5 Tỉnh hội: Sơn La, Lai Châu"
        at = _past_lead_in(reading, at + 2, end)
    sentences = reading.sentences
    new_line = n + 1 < len(sentences) and sentences[n + 1].line > sentences[n].line
    if at >= end:
        return listed_lines(ctx, n + 1, opened=True)
    if reading.norms[at] == ")":
        return []  # "Khối thi đua số 5 (gồm 12 đơn vị) tỉnh Cà Mau"
    local = local_run(ctx, at, end)
    if local:
        after = [a for a in reading.of("AGENCY", local[-1].end, end) if separated(ctx, local[-1].end, a.start)][:1]
        return local + (run_of_list(ctx, reading.of("AGENCY", after[0].start, end), end) if after else [])
    agencies = reading.of("AGENCY", at, end)
    if agencies and agencies[0].rule == "grammar" and agencies[0].start == at and _are_units(ctx, at):
        places = bare_places(ctx, finder, n, at, end)
        if len(places) >= _FEWEST:  # "các xã trong Cụm (Trường Xuân, Thạnh Lợi, Mỹ Hòa)" lists no Trường
            reading.add("AGENCY", [a for a in reading.of("AGENCY") if a is not agencies[0]])
            return places
    first = None if agencies and _begins_at(agencies[0], at) else first_item(ctx, at, end)
    if first:  # "gồm: Nhà Tang lễ, Sở Y tế"
        agencies = [first, *(a for a in agencies if a.start >= first.end)]
    if agencies and {"địa", "bàn"} <= set(reading.norms[at : agencies[0].start]):
        return []  # "Cụm có 12 đơn vị thuộc địa bàn các huyện A, B" names none of them
    shared_head = (
        agencies
        and agencies[0].rule in ("list-of-places", "elliptical-lexicon", "elliptical-grammar")
        and (agencies[0].start <= at + 9 or int(agencies[0].parts.get("from", end)) <= at + 1)
    )
    if agencies and (agencies[0].start <= at + 1 or shared_head):
        run = _all_counted(ctx, n, at, with_absent(ctx, run_of_list(ctx, agencies, end)), end)
        return run if len(run) > 1 or not new_line else run + listed_lines(ctx, n + 1, opened=True)
    return bare_places(ctx, finder, n, at, end) or counted_items(ctx, at, end)


def _begins_at(agency: Mention, i: int) -> bool:
    """Whether an agency, or the head that it shares, begins at token `i`."""
    return agency.start == i or int(agency.parts.get("from", agency.start)) <= i


def _all_counted(ctx: Context, n: int, i: int, run: list[Mention], end: int) -> list[Mention]:
    """Return a list that begins at token `i` with the names after the known ones, where a count says that they are."""
    reading = ctx.reading
    counts = reading.of("COUNT", reading.sentences[n].start, i)
    if not counts or len(run) < _KNOWN:
        return run
    more = up_to_count(ctx, run[-1], end, int(counts[-1].value) - len(run))
    if more:
        reading.add("AGENCY", [*reading.of("AGENCY"), *more])
    return run + more


def _are_units(ctx: Context, i: int) -> bool:
    """Whether a mark at token `i` opens what plural units before it are called: "7 xã:", "các phường trong Cụm ("."""
    reading = ctx.reading
    if reading.norms[i - 1] not in (":", "("):
        return False
    near = range(max(1, i - _UNITS_REACH), i)
    plural = (reading.norms[k - 1] == "các" or reading.norms[k - 1].isdigit() for k in near if unit_at(reading, k, i))
    return any(plural)


def _past_lead_in(reading: Reading, i: int, end: int) -> int:
    """Return where the names begin after token `i`: after "12 đơn vị:", "các huyện"."""
    at = i
    while (
        at < end
        and not (reading.upper[at] and at > i)
        and (reading.norms[at] in _LEAD_IN or reading.norms[at].isdigit() or _counts(reading, at))
        and not reading.at("AGENCY", at)
    ):
        at += 1
    return at


def _counts(reading: Reading, i: int) -> bool:
    """Whether a small number word stands at token `i`: "gồm tám cái tên: A, B", not "Ba Vì"."""
    return reading.norms[i] in SEVERAL and not reading.upper[i]


def run_of_list(ctx: Context, agencies: list[Mention], end: int) -> list[Mention]:
    """Return the agencies of the list that the first one begins, over asides on roles.

    "Cục Hải quan - đơn vị trưởng khối; Sở Công Thương; Cục Quản lý thị trường"
    """
    run: list[Mention] = []
    rest = agencies
    while rest:
        run += open_run(ctx, rest, end)
        rest = [a for a in rest if a.start >= run[-1].end]
        if not rest:
            break
        if _is_role_aside(ctx, run[-1].end, rest[0].start):
            continue
        sure = next((m for m in reversed(run) if m.rule not in UNKNOWN), run[-1])
        items = elided_between(ctx, sure, run[-1].end, rest[0])
        if not items:
            break
        run += items
        ctx.reading.add("AGENCY", [*ctx.reading.of("AGENCY"), *items])
    return run


def with_absent(ctx: Context, run: list[Mention]) -> list[Mention]:
    """Return a list with the member that did not come: "A; B; C (3/4 thành viên của Khối, D vắng có lý do)"."""
    reading = ctx.reading
    sentence = reading.sentences[reading.sentence_of(run[-1].start)]
    absent = [
        a
        for a in reading.of("AGENCY", run[-1].end, min(run[-1].end + 24, sentence.end))
        if "vắng" in reading.norms[a.end : a.end + 3]
    ]
    return [*run, *absent]


def _is_role_aside(ctx: Context, start: int, end: int) -> bool:
    """Whether "- đơn vị trưởng khối;" stands between two agencies of a list."""
    norms = ctx.reading.norms
    roles = {k for m in ctx.reading.of("ROLE", start, end) for k in range(m.start, m.end)}
    closed = norms[end - 1] in (",", ";")
    return closed and bool(roles) and all(k in roles or norms[k] in _ASIDE for k in range(start, end))


def listed_lines(ctx: Context, n: int, opened: bool = False) -> list[Mention]:
    """Return the agencies of a list that gives one a line.

    Where a word before them has `opened` the list, the first lines may be names that nothing else knows.
    """
    reading = ctx.reading
    found: list[Mention] = []
    for sentence in reading.sentences[n : n + 60]:
        at = sentence.start
        if found and (_is_cell(ctx, sentence) or _is_note(ctx, n, sentence)):
            continue
        at += 2 * _is_lettered(reading, at, sentence.end)
        while at < sentence.end and (reading.norms[at] in _BEFORE_LINE or reading.norms[at].isdigit()):
            if reading.at("AGENCY", at):
                break  # "Cơ quan Kiểm tra - Thanh tra"
            at += 1
        here = [a for a in reading.of("AGENCY", at, sentence.end)[:1] if int(a.parts.get("from", a.start)) == at]
        unit = unit_of_person(ctx, at, sentence) if opened and not here else None
        if unit:
            found.append(unit)
            continue
        goes_on = len(found) > 1 or opened and (found or _is_agency_line(ctx, sentence))
        if not here and goes_on and sentence.bullet and at < sentence.end:
            here = unknown_line(ctx, at, sentence.end)
        if not here or at >= sentence.end:
            break
        found += run_after(ctx, reading.of("AGENCY", at, max(sentence.end, at + 1)), 0, lambda a, b: False)
        if opened:
            take_rest(ctx, found[-1], sentence.end)
            take_joined_word(ctx, found[-1], sentence.end, alone=sentence.bullet)
            take_small_rest(ctx, found[-1], sentence.end, alone=sentence.bullet)
        rest = reading.norms[here[0].end : sentence.end]
        if len([w for w in rest if w.isalpha()]) > 12 or reading.of("AWARD", here[0].end, sentence.end):
            found.pop()
            break
    return found


def _is_lettered(reading: Reading, i: int, end: int) -> bool:
    """Whether a line begins with a letter that numbers it: "a) Sở Nội vụ;"."""
    return i + 2 < end and len(reading.norms[i]) == 1 and reading.raw[i].isalpha() and reading.norms[i + 1] == ")"


def _is_agency_line(ctx: Context, sentence: Sentence) -> bool:
    """Whether the line after a sentence begins with an agency."""
    reading = ctx.reading
    following = next((s for s in reading.sentences if s.start >= sentence.end), sentence)
    return following.bullet and bool(reading.of("AGENCY", following.start, min(following.start + 3, following.end)))


def _is_cell(ctx: Context, sentence: Sentence) -> bool:
    """Whether a line is a cell of a table beside the names: without words, or a role."""
    reading, at = ctx.reading, sentence.start
    return not any(w.isalpha() for w in reading.norms[at : sentence.end]) or (
        bool(reading.of("ROLE", at, at + 1)) and sentence.end - at < 5
    )


def _is_note(ctx: Context, n: int, sentence: Sentence) -> bool:
    """Whether a line is a short remark in a row of a table whose first cells are numbers: "Đề nghị Cờ", "Không xét"."""
    reading = ctx.reading
    before = reading.sentences[n - 1] if n else sentence
    if not reading.norms[before.start].isdigit() or before.end - before.start > 2 or sentence.end - sentence.start > 8:
        return False
    if reading.norms[sentence.end - 1] == ":":
        return False
    if reading.of("AGENCY", sentence.start, sentence.end):  # "Cờ thi đua của UBND tỉnh"
        return any(a.start == sentence.start for a in reading.of("AWARD", sentence.start, sentence.start + 1))
    return reading.norms[sentence.start] in _REMARKS


def share_body(agencies: list[Mention]) -> None:
    """Give bare localities the body named first: "Hội Nông dân thành phố A, thị xã B và các huyện C, D"."""
    first, *others = agencies
    bare = [m for m in others if not m.parts["name"] and m.parts.get("place")]
    same = [m for m in others if m.parts["name"] == first.parts["name"]]
    if not (first.parts["name"] and first.parts.get("unit") and bare) or len(bare) + len(same) < len(others):
        return
    for m in bare:
        m.parts |= {"name": first.parts["name"], "policy": first.parts["policy"], "head": first.parts["head"]}
        m.value = official_name(m, keep_place=True)


def take_body_of_bloc(ctx: Context, found: MemberList) -> None:
    """Give bare provinces the body that the bloc's name has: "Cụm thi đua MTTQ các tỉnh Đông Bắc gồm 7 tỉnh: A, B".

    Where its name has none, the body that the report names with two of them at least and with no other ("Công an tỉnh
    A", "Giám đốc Công an tỉnh B").
    """
    places = [m for m in found.agencies if not m.parts["name"] and m.parts.get("unit") in ("tỉnh", "thành phố")]
    places = places or _under_first_word(ctx, found)
    if len(places) < max(_FEWEST, len(found.agencies) - 1):
        return
    first = found.bloc.first
    inside = [a for a in ctx.inner_agencies if first.start <= a.start < first.end and a.parts["name"]]
    body = inside[0] if inside and inside[0].rule != "unit" else _body_said(ctx, {m.parts["place"] for m in places})
    if body is None:
        return
    name, policy = local_body(ctx, body)
    for m in places:
        m.parts |= {"name": name, "policy": policy, "head": body.parts["head"]}
        m.value = official_name(m, keep_place=True)


def _under_first_word(ctx: Context, found: MemberList) -> list[Mention]:
    """Return the provinces of a list that says only the first word of what the bloc's name says in full.

    "Cụm thi đua các trường chính trị miền Tây gồm các trường: Bến Tre, Trà Vinh": each is given its body here.
    """
    reading, lexicon, first = ctx.reading, ctx.lexicon, found.bloc.first
    bare = [m for m in found.agencies if m.rule == "elliptical-grammar" and _is_province(ctx, m)]
    if len(bare) < _FEWEST:
        return []
    for k in range(first.start + 1, first.end):
        known = lexicon.agencies.match(reading.norms, reading.raw, k, first.end)
        if known and known[1].name.startswith(bare[0].parts["head"]) and known[1].name != bare[0].parts["head"]:
            for m in bare:
                place = reading.text(m.start, m.end)
                unit = "thành phố" if place in CITIES else "tỉnh"
                m.parts |= {"name": known[1].name, "policy": known[1].place, "unit": unit, "place": place}
                m.value = official_name(m, keep_place=True)
            break
    return []


def _is_province(ctx: Context, m: Mention) -> bool:
    """Whether nothing but a province's name stands in a mention."""
    province = ctx.lexicon.provinces.match(ctx.reading.norms, m.start)
    return province is not None and province[0] == m.end


def take_house(ctx: Context, found: MemberList) -> None:
    """Give the agencies of a list the body inside them that the words before it count.

    "4 chi bộ có mặt trong Cụm thi đua số 3, gồm: Phòng Nội vụ, …" lists Chi bộ Phòng Nội vụ.
    """
    reading = ctx.reading
    start = reading.sentences[reading.sentence_of(found.trigger[0])].start
    for k in range(max(start, found.trigger[0] - _REACH), found.trigger[0]):
        if not (reading.norms[k].isdigit() or reading.norms[k] == "các" or _counts(reading, k)):
            continue
        head = ctx.lexicon.heads.match(reading.norms, k + 1)
        if head and head[0] < found.trigger[0] and not reading.upper[head[0]] and reading.norms[head[0]] in _OF_BLOC:
            for m in found.agencies:
                if houses_any(head[1], m):
                    housed(head[1], m)
            return


def _body_said(ctx: Context, places: set[str]) -> Mention | None:
    """Return an agency of the one body that the report names with two or more of the places."""
    said: defaultdict[str, dict[str, Mention]] = defaultdict(dict)
    for a in ctx.reading.of("AGENCY"):
        if a.parts["name"] and a.parts.get("place") in places:
            said[a.parts["name"]][a.parts["place"]] = a
    if len(said) != 1:
        return None
    (named,) = said.values()
    agency = next(iter(named.values()))
    return agency if len(named) > 1 and agency.parts["policy"] != "self" else None


def is_award_list(ctx: Context, start: int, i: int, listed: list[Mention]) -> bool:
    """Whether what looks like a list of members is one of those proposed: "tặng Cờ thi đua gồm A, B"."""
    awards = ctx.reading.of("AWARD", start, i)
    if awards and i - awards[-1].end < 12 and not ctx.reading.of("BLOC", awards[-1].end, i):
        return True
    for award in awards:
        given = ctx.reading.find(("cho",), award.end, i)
        counted = given >= 0 and ctx.reading.of("COUNT", given, given + 2)
        if counted and (award is awards[0] or not ctx.reading.of("BLOC", given, i)):
            return True  # "tặng Cờ thi đua cho 3 tập thể dẫn đầu Khối thi đua số 5, gồm: A, B, C"
    return bool(ctx.reading.of("AWARD", listed[0].end, listed[-1].start))
