"""Elliptical lists of agencies: names or places that share a head said once.

"các sở Y tế, Tài chính" are Sở Y tế and Sở Tài chính; "UBND các phường: A, B" are UBND phường A and UBND phường B.
"""

from __future__ import annotations

from pipeline.lexicon import AgencyName, Head, Lexicon
from pipeline.mentions.agency_firms import firm_openers, firms_at
from pipeline.mentions.agency_grammar import (
    PLURALS,
    NameGrammar,
    is_plural,
    name_end,
)
from pipeline.mentions.agency_inside import after_units, give_owner, housed, houses, owner_at
from pipeline.mentions.agency_items import fill_item, head_of_item, item_at, known_item, with_prefix
from pipeline.mentions.agency_local import OF_DISTRICTS, is_bare_place, is_local_body
from pipeline.mentions.agency_names import HOUSED, is_name, is_short_form
from pipeline.mentions.agency_numbers import numbers_after
from pipeline.mentions.agency_place_items import next_item, place_items
from pipeline.mentions.agency_places import NUMBERED, official_name
from pipeline.mentions.agency_provinces import provinces_after
from pipeline.mentions.agency_regions import more_regions
from pipeline.mentions.places import CITIES, UNITS, unit_at
from pipeline.numerals import SEVERAL
from pipeline.reading import Mention, Reading, tokens_of
from pipeline.text import one_line

_MANY = frozenset(("huyện", "xã"))
_FEW = frozenset(("thành phố", "thị xã", "thị trấn"))
"""Units of which a list has many, and those of which it has one or two."""
_NAMES_A_NUMBER = frozenset("số khối cụm đua".split())
"""Words before a number that is a name and counts nothing: "Khối 2 tỉnh"."""

_UNIT_WORDS = frozenset(unit[0] for unit in UNITS)
_AFTER_PLURAL = _UNIT_WORDS | {"sở", "ngành"}
_OPENS_PLACES = frozenset(("gồm", ":", "các", "("))
_OPENED_REACH = 40
_ANY_UNITS = frozenset(("đơn", "cơ", "chi"))
"""First syllables of "đơn vị", "cơ quan", "chi nhánh": "Thanh tra các đơn vị: Sở A, Sở B"."""
_LIST_MARKS = frozenset(", ; và - + & .".split())
_OPENERS = frozenset(": gồm là".split())
_KINDS = frozenset(", và ban ngành đảng đoàn thể xây dựng".split())
"""What may follow a shared head before the names: "các sở, ban, ngành: Y tế, Tư pháp"."""

_OF_GROUP = frozenset(
    "trong của thuộc ở cùng một cụm khối thi đua số này gồm là có hợp tạo làm thành nên viên sinh hoạt tham gia ký kết "
    "giao ước sau đây chung nằm 1 2 3 4 5 6 7 8 9 i ii iii iv v vi vii viii".split()
)
"""Words between units and a colon that say whose the units are: "7 tỉnh trong Cụm:", "hợp thành Cụm thi đua số 4:"."""
_OF_GROUP_HEADS = frozenset(("cụm", "khối", "giao"))
_OF_GROUP_REACH = 10

_REGIONS = tuple(
    tuple(words.split())
    for words in (
        "vùng đồng bào dân tộc thiểu số|vùng sâu , vùng xa|ven biển|vùng biển|vùng cao|vùng núi|miền núi|biên giới"
        "|đồng bằng|trung du|phía bắc|phía nam|phía đông|phía tây|ven sông|hải đảo|vùng lòng hồ|vùng dân tộc"
        "|trực thuộc trung ương|lân cận|giáp ranh|liền kề|nội thành|ngoại thành|trung tâm|đô thị|mới thành lập"
        "|mới sáp nhập|nội địa|vùng sâu|vùng xa|biên giới biển|khu vực biên giới|phía đông bắc|phía tây bắc"
    ).split("|")
)
"""What may stand between the units and their names: "các xã ven biển Tân Thành, Tân Điền"."""
_FIRST_OF_REGIONS = frozenset(words[0] for words in _REGIONS)

_UNITS_IN_SHORT = {"thị": "thị xã", "thành": "thành phố"}
_AFTER_SHORT_UNIT = frozenset(", : và - ( gồm trong thuộc trực trên".split())
_UNIT_OF_OWNER = {"Tỉnh": "tỉnh", "Huyện": "huyện", "Thị": "thị xã", "Thành": "thành phố", "Quận": "quận"}


def list_openers(reading: Reading) -> set[int]:
    """Return the plurals, and the numbers that count."""
    return {i for i in reading.where(PLURALS | frozenset(SEVERAL) | {"gồm"}, numbers=True) if _opens_list(reading, i)}


def openers_of_places(reading: Reading) -> list[int]:
    """Return the plurals and numbers before a unit or a kind of body, and units that open a list themselves.

    "Công an các tỉnh: A, B", "LĐLĐ huyện: A, B".
    """
    norms, found = reading.norms, []
    for i in reading.where(_AFTER_PLURAL):
        if i and (is_plural(reading, i - 1) or norms[i - 1].isdigit()):
            found.append(i - 1)
        if norms[i] in _UNIT_WORDS and ":" in norms[i + 1 : i + 3] and not reading.upper[i + 1]:
            found.append(i)
    for i in reading.where(_ANY_UNITS):
        opens = ":" in norms[i + 2 : i + 5] or norms[i] == "chi" and norms[i + 1 : i + 2] == ["nhánh"]
        if opens and i and norms[i - 1] == "các":
            found.append(i - 1)
    return sorted(found + firm_openers(reading))


def _opens_list(reading: Reading, i: int) -> bool:
    """Whether a plural or a number that counts stands at token `i`."""
    norms = reading.norms
    if norms[i] == "gồm":  # "Khối gồm sở, ngành: A, B"
        kinds = norms[i + 1 : i + 6]
        return ":" in kinds and set(kinds[1 : kinds.index(":")]) <= _KINDS and norms[i + 1] not in _UNIT_WORDS
    return is_plural(reading, i) or (norms[i].isdigit() and norms[i - 1] not in _NAMES_A_NUMBER)


def list_at(grammar: NameGrammar, reading: Reading, i: int, end: int) -> list[Mention]:
    """Return the agencies of an elliptical list that opens at token `i`.

    1. "các sở Nội vụ, Tài chính; Ban Dân tộc", "các Ban: Tổ chức, Nội chính Tỉnh ủy": a plural head, bare names;
    2. "UBND các phường: A, B", "Công an các tỉnh A, B": a body, then the places that it stands for;
    3. "các huyện: A, B", "2 thành phố C, D": units and their names.
    """
    norms = reading.norms
    firms = firms_at(grammar, reading, i, end) if norms[i] in ("các", "công") else []
    if firms:
        return firms
    if not _opens_list(reading, i) or i + 1 >= end:
        return _body_of_places(grammar, reading, i, end)
    units = _units(reading, i + 1, end) if norms[i] != "gồm" else None
    if units:
        return _places(grammar, reading, units[0], end, "", "self", units[1])
    known = grammar.lexicon.agencies.match(norms, reading.raw, i + 1, end)
    if known and known[0] < end:
        at, agency = known
        units = _units(reading, at, end)
        if units and norms[_at_opener(reading, units[0], end) : end][:1] == [":"]:  # "7 Thuế tỉnh, thành phố: Hà Nội"
            return _places(grammar, reading, units[0], end, agency.name, agency.place, units[1])
        if is_name(reading, i + 1, at) and norms[at] in (":", "các"):
            at = at if norms[at] == ":" else at + 1
            first = unit_at(reading, at + 1, end)  # "các Văn phòng Đảng ủy: phường Thới Hòa, Chánh Phú Hòa"
            level = "" if agency.name in OF_DISTRICTS else "tỉnh"  # "các Huyện đoàn: A, B"
            at, unit = _units(reading, at, end) or (at, first[1] if first else level)
            return _places(grammar, reading, at, end, agency.name, agency.place, unit)
        provinces = _provinces(grammar, reading, at, end)
        if provinces:
            return _places(grammar, reading, provinces, end, agency.name, agency.place, "tỉnh")
        listed = _of_units(grammar, reading, at, end, agency)
        if listed:
            return listed
    found = grammar.lexicon.heads.match(norms, i + 1)
    if found and found[1].plural and found[0] < end:
        at, head = found
        if head.place in ("self", "must", "keep") or norms[at] == "các":
            return _body_of_places(grammar, reading, i + 1, end)
        listed = _of_units(grammar, reading, at, end, head) if " " in head.name else []
        if listed:
            return listed
        return _names(grammar, reading, _after_kind(grammar, reading, at, end), end, head)
    return _body_of_places(grammar, reading, i, end)


def _of_units(grammar: NameGrammar, reading: Reading, i: int, end: int, body: AgencyName | Head) -> list[Mention]:
    """Return bodies whose unit is said once, at token `i`: "các Trung tâm Y tế huyện A, B và C"."""
    unit = unit_at(reading, i, end)
    if unit is None or unit[0] >= end or not reading.upper[unit[0]]:
        return []
    listed = _places(grammar, reading, unit[0], end, body.name, body.place, unit[1])
    return listed if len(listed) > 1 else []


def _provinces(grammar: NameGrammar, reading: Reading, i: int, end: int) -> int:
    """Return where two or more bare provinces begin after a body's name, or 0: "các Sở Tư pháp: Hà Giang, Cao Bằng"."""
    norms, provinces = reading.norms, grammar.lexicon.provinces
    at = i + 2 * (norms[i : i + 2] == ["chi", "nhánh"])
    at += norms[at : at + 1] == ["các"]
    at += norms[at : at + 1] == ["tỉnh"]
    at = _at_opener(reading, at, end)
    at += norms[at : at + 1] in ([":"], ["("])
    first = provinces.match(norms, at) if at < end and reading.upper[at] else None
    if not first or first[0] + 1 >= end or norms[first[0]] not in (",", "và"):
        return 0
    second = unit_at(reading, first[0] + 1, end)
    return at if provinces.match(norms, second[0] if second else first[0] + 1) else 0


def _after_kind(grammar: NameGrammar, reading: Reading, at: int, end: int) -> int:
    """Return where the colon stands after what bodies are listed: "các sở, ngành: …", "8 trường THPT trong cụm: …"."""
    lexicon, norms = grammar.lexicon, reading.norms
    colon = next((k for k in range(at, min(at + 7, end)) if norms[k] in (":", "(")), at)
    in_bloc = norms[at : at + 1] in (["trong"], ["của"], ["thuộc"]) and norms[at + 1 : at + 2] in (["khối"], ["cụm"])
    if in_bloc and colon + 1 < end:
        named = lexicon.heads.match(norms, colon + 1) or lexicon.agencies.match(norms, reading.raw, colon + 1, end)
        return at if named else colon  # "các Tòa án trong Cụm: TAND các tỉnh A, B" names them in full
    return colon if all(norms[k] in _KINDS for k in range(at, colon)) else at


def names_after(grammar: NameGrammar, reading: Reading, first: Mention, end: int) -> list[Mention]:
    """Return the names that share the head of the agency before them: "Sở Giáo dục và Đào tạo, Y tế, Công Thương".

    Only names that the lexicon has under that head; for units ("huyện A, B và C") only in a list that is opened.
    """
    lexicon, norms = grammar.lexicon, reading.norms
    if first.end + 1 < end and norms[first.end] == "(" and first.parts["name"]:  # "Liên hiệp Hội A (Cụm trưởng), B"
        return provinces_after(grammar.lexicon, reading, first, end)
    if first.end + 1 >= end or norms[first.end] not in (",", ";", "và"):
        return []
    placed = first.parts["name"] and first.parts.get("unit") and first.parts.get("place")
    if placed and unit_at(reading, first.end + 1, end):
        return _units_after(grammar, reading, first, end)
    if first.rule == "unit" or is_local_body(first):
        return _places_after(grammar, reading, first, end)
    if first.rule == "grammar" and first.parts["name"][-1].isdigit():
        return numbers_after(grammar.lexicon, reading, first, end)
    of_province = first.parts.get("unit", "tỉnh") == "tỉnh" or first.parts.get("place") in CITIES
    if first.parts["name"] and of_province:  # "Hội A thành phố Hà Nội, Hải Phòng"
        more = provinces_after(grammar.lexicon, reading, first, end)
        if more:
            return more
    if first.parts["name"].lower().endswith(("khu vực", "cơ sở")) and first.parts.get("place"):
        return more_regions(grammar, reading, first, end)
    found: list[Mention] = []
    at = first.end
    walk = lexicon.agencies.walk(_shared_head(lexicon, reading, first)) if first.rule == "lexicon" else None
    while walk and at + 1 < end and norms[at] in (",", ";", "và"):
        i = at + 1
        opens_name = lexicon.heads.match(norms, i) and not grammar.no_heads.match(norms, i)
        if not reading.upper[i] or opens_name:  # "Khoa học và Công nghệ" is no name of a Khoa
            break
        known: tuple[int, AgencyName] | None = lexicon.agencies.match(norms, reading.raw, i, end, walk)
        mention = known_item(grammar, reading, i, end, known) if known else None
        if mention is None:
            break
        found.append(mention)
        at = mention.end
    return found


def _shared_head(lexicon: Lexicon, reading: Reading, first: Mention) -> str:
    """Return the head that names after an agency may share with it: "Công đoàn ngành" of "CĐ ngành Giáo dục"."""
    found = lexicon.heads.match(reading.norms, first.start)
    return found[1].name if found and first.parts["name"].startswith(f"{found[1].name} ") else first.parts["head"]


def _body_of_places(grammar: NameGrammar, reading: Reading, i: int, end: int) -> list[Mention]:
    """Return case 2 of `list_at`."""
    norms = reading.norms
    if norms[i] not in grammar.first_words:
        return []
    known = grammar.lexicon.agencies.match(norms, reading.raw, i, end)
    found = grammar.lexicon.heads.match(norms, i)
    head = found[1] if found else None
    nameless = head is not None and (head.place == "drop" or not reading.upper[i] and head.name == "Cơ sở")
    if nameless and not known and head and head.name not in HOUSED:
        return []  # "trên cơ sở 6 xã: A, B", "cán bộ Sở và các xã"
    at = known[0] if known else found[0] if found else i
    if at == i or at + 1 >= end:
        return []
    at += 3 * is_short_form(reading, at, end)  # "Ban Chỉ huy quân sự (CHQS) các huyện A, B"
    at += 2 * (norms[at : at + 3] == ["chi", "nhánh", "các"])  # "NHNN chi nhánh các tỉnh: A, B"
    if known and known[1].place == "bank":
        branches = _branches(grammar, reading, known[1], at, end)
        if branches:
            return branches
    if known and known[1].place == "party":
        return _of_committees(grammar, reading, known[1], at, end)
    if head and head.name in HOUSED and norms[at : at + 2] == ["các", "sở"]:  # "Thanh tra các sở: A, B"
        listed = _names(grammar, reading, at + 2, end, Head("Sở", "drop", True))
        if listed:
            return [housed(head, m) for m in listed]
    names = after_units(reading, at, end) if head and head.name in HOUSED else 0
    if head and names:  # "Thanh tra các đơn vị: Sở A, Sở B"
        listed = _names(grammar, reading, names, end, head)
        if len(listed) > 1:
            return listed
    if head and norms[at : at + 2] == ["các", "ngành"]:  # "công đoàn các ngành: Giáo dục, Y tế"
        return _names(grammar, reading, at + 2, end, Head(f"{head.name} ngành", head.place, True))
    direct = _units(reading, at, end) if norms[at] in _UNIT_WORDS else None
    if direct and known and norms[direct[0] : direct[0] + 1] == [":"]:
        listed = _places(grammar, reading, direct[0], end, known[1].name, known[1].place, direct[1])
        return listed if len(listed) > 1 else []  # "BĐBP tỉnh: Tổng kết năm 2020" is a headline
    body = known[1] if known else head
    of_region = body is not None and body.name.endswith(NUMBERED)  # "Thuế cơ sở 7 tỉnh Gia Lai" counts none
    if is_plural(reading, at) or (norms[at].isdigit() and not of_region and unit_at(reading, at + 1, end)):
        units = _units(reading, at + 1, end)
        if units and body:
            return _places(grammar, reading, units[0], end, body.name, body.place, units[1])
    return []


def _branches(grammar: NameGrammar, reading: Reading, bank: AgencyName, i: int, end: int) -> list[Mention]:
    """Return the branches of a bank: "Agribank (các chi nhánh: Nam Đồng Nai, Tân Phú)", "BIDV các chi nhánh A, B"."""
    at = i + (reading.raw[i : i + 1] == ["("])
    if reading.norms[at : at + 3] != ["các", "chi", "nhánh"] or at + 3 >= end:
        return []
    found: list[Mention] = []
    at, goes_on = at + 3 + (reading.norms[at + 3] == ":"), True
    while goes_on and at < end:
        stop = name_end(grammar, reading, at, end, None) if reading.upper[at] else at
        if stop == at:
            break
        found.append(_placed(at, stop, {"name": bank.name, "policy": "bank", "head": bank.name.split()[0]}))
        found[-1].parts |= {"place": one_line(reading.text(at, stop)), "branch": "yes"}
        found[-1].value = official_name(found[-1])
        at, goes_on = next_item(reading, stop, end)
    return found if len(found) > 1 else []


def _of_committees(grammar: NameGrammar, reading: Reading, body: AgencyName, i: int, end: int) -> list[Mention]:
    """Return the bodies of several party committees: "Ban Tổ chức Tỉnh ủy các tỉnh A, B", "… các tỉnh ủy: A, B"."""
    owner = owner_at(reading, i, end)
    if owner is None or owner[0] >= end:
        return []
    at, unit = owner[0], _UNIT_OF_OWNER.get(owner[1].split()[0], "")
    plural = reading.norms[i] == "các"
    if is_plural(reading, at):
        units = _units(reading, at + 1, end)
        if not units:
            return []
        at, unit = units
    elif not plural:
        return []
    listed = _places(grammar, reading, at, end, body.name, "party", unit)
    return give_owner(owner[1], listed) if len(listed) > 1 else []


def _units(reading: Reading, i: int, end: int) -> tuple[int, str] | None:
    """Return (end, units) of "huyện", "xã, phường", "huyện, thị xã và thành phố"; several are joined by commas."""
    first = unit_at(reading, i + (reading.norms[i : i + 1] == ["cấp"]), end)  # "bảy TAND cấp tỉnh"
    if not first or reading.norms[first[0] : first[0] + 1] in (["ủy"], ["đoàn"]):  # "các huyện ủy"
        return None
    at, unit = first
    while at + 1 < end and reading.norms[at] in (",", "và", "-"):
        more = unit_at(reading, at + 1, end) or _unit_in_short(reading, at + 1, end)
        if not more or (more[0] < end and reading.upper[more[0]]):
            break
        at = more[0]
        unit = f"{unit},{more[1]}"
    return _after_region(reading, at, end), unit


def _unit_in_short(reading: Reading, i: int, end: int) -> tuple[int, str] | None:
    """Return (end, unit) of a unit that leaves out its second syllable in a list of such: "các huyện, thị, thành"."""
    unit = _UNITS_IN_SHORT.get(reading.norms[i])
    cut = unit is not None and not reading.upper[i] and i + 1 < end and reading.norms[i + 1] in _AFTER_SHORT_UNIT
    return (i + 1, unit) if unit and cut else None


_RIVERS = (("sông", "hồng"), ("sông", "cửu", "long"))
"""What a plain is of, which pages also write with a capital: "các tỉnh đồng bằng | Sông Hồng"."""


def _after_region(reading: Reading, i: int, end: int) -> int:
    """Return where the names begin after "ven biển", "vùng cao" and the like, or `i`."""
    for words in _REGIONS if i < end and reading.norms[i] in _FIRST_OF_REGIONS else ():
        stop = i + len(words)
        if stop < end and tuple(reading.norms[i:stop]) == words and not reading.upper[i]:
            stop += next((len(w) for w in _RIVERS if tuple(reading.norms[stop : min(stop + len(w), end - 1)]) == w), 0)
            return stop if reading.upper[stop] or reading.norms[stop] in _OPENERS or reading.raw[stop] == "(" else i
    return i


def _places(
    grammar: NameGrammar, reading: Reading, i: int, end: int, name: str, policy: str, unit: str
) -> list[Mention]:
    """Return one agency for each place of a list: "Phổ Yên, Vạn Xuân và xã Kha Sơn"."""
    i = _at_opener(reading, i, end)
    if i < end and (reading.norms[i] in _OPENERS or reading.norms[i] == "("):  # "3 phường (A, B, C) và 2 xã (D, E)"
        i += 1
        if i < end and reading.norms[i] == ":":
            i += 1
    elif i + 1 < end and reading.norms[i] == "," and unit_at(reading, i + 1, end):
        i += 1  # "các huyện, thành phố A, B, C"
    found: list[Mention] = []
    items = list(place_items(grammar, reading, i, end))
    units = [u for u in unit.split(",") if u not in {own for _, _, own, _ in items}]
    unit = units[0] if len(units) == 1 else unit  # "4 xã, thị trấn: thị trấn A, B, C"
    if items and unit in _FEW and items[0][2] in _MANY:  # "các huyện, thành phố gồm huyện A, B và C"
        unit = items[0][2] or unit
    owns = {own for _, _, own, _ in items if own}
    unit = "" if name and len(owns) > 1 and unit in owns else unit  # "5 Phòng Y tế: TP. A, TX. B, C, D"
    carried = ""
    for start, stop, own_unit, place in items:
        if own_unit and found and reading.norms[start - 1] == "và":  # "các xã A, B và phường C, D"
            carried = own_unit
        parts = {"name": name, "policy": policy or "self", "place": place, "head": (name or unit).split()[0]}
        parts |= {"unit": u} if (u := own_unit or carried or _unit_of(grammar, place, unit)) else {}
        found.append(_placed(start, stop, parts))
    more = _units_go_on(reading, found[-1].end, end) if found else None
    if more:  # "VKSND các quận Ô Môn, Thốt Nốt và các huyện Cờ Đỏ, Thới Lai"
        others = _places(grammar, reading, more[0], end, name, policy, more[1])
        for m in others[:1]:  # "và hai huyện lân cận" is shared, and no gap in the list
            m.parts.setdefault("from", str(found[-1].end + 1))
        found += others
    return found


def _at_opener(reading: Reading, i: int, end: int) -> int:
    """Return where a colon opens the names after words on whose the units are, or `i`: "Công an 5 tỉnh trong Cụm:"."""
    at = i
    while at < min(i + _OF_GROUP_REACH, end) and reading.norms[at] in _OF_GROUP:
        at += 1
    return (
        at if i < at < end and reading.norms[at] == ":" and not _OF_GROUP_HEADS.isdisjoint(reading.norms[i:at]) else i
    )


def _units_go_on(reading: Reading, i: int, end: int) -> tuple[int, str] | None:
    """Return (start of the names, units) where a list of places goes on with a plural: "và các huyện A, B"."""
    at = i
    while at < end and reading.norms[at] in _LIST_MARKS:
        at += 1
    if not i < at < end - 1 or not is_plural(reading, at):
        return None
    units = _units(reading, at + 1, end)
    return (
        units if units and units[0] < end and (reading.upper[units[0]] or reading.norms[units[0]] in _OPENERS) else None
    )


def _placed(start: int, stop: int, parts: dict[str, str]) -> Mention:
    mention = Mention("AGENCY", start, stop, "", "list-of-places", parts)
    mention.value = official_name(mention, keep_place=True)
    return mention


def _said(reading: Reading, mention: Mention) -> str:
    return one_line(reading.text(mention.start, mention.end))


def _unit_of(grammar: NameGrammar, place: str, unit: str) -> str:
    """Return the unit of a place in a list under several units ("các tỉnh, thành phố: Hà Nội, Nam Định")."""
    words = [*tokens_of(place)]
    known = grammar.lexicon.provinces.match(words, 0)
    if known and known[0] == len(words) and "tỉnh" in unit:
        return "thành phố" if known[1] in CITIES else "tỉnh"
    return unit if "," not in unit else ""


def _names(grammar: NameGrammar, reading: Reading, i: int, end: int, head: Head) -> list[Mention]:
    """Return one agency for each bare name after a plural head, and full names among them."""
    if i < end and (reading.norms[i] in _OPENERS or reading.norms[i] == "("):  # "các ban Đảng (Tổ chức, Dân vận)"
        i += 1
    found: list[Mention] = []
    goes_on = i < end
    last: Head | None = None
    while goes_on:
        said = head_of_item(grammar.lexicon, reading, i, head)
        last = said or last
        mention = item_at(grammar, reading, i, end, head if said else last or head)
        if mention is None:
            break
        full = mention.rule in ("lexicon", "grammar", "body")
        if full and head.name in HOUSED and houses(head, mention):
            mention = housed(head, mention)  # "các công đoàn cơ sở: Công ty A, Công ty B"
        elif mention.rule == "unit" and head.name in HOUSED:  # "các đảng ủy: xã A, phường B"
            mention.parts |= {"name": head.name, "policy": head.place, "head": head.name}
            mention.value = official_name(mention)
        elif not found and full and not mention.parts["name"].startswith(head.name):
            return []
        if found and mention.rule == "elliptical-grammar":
            fill_item(grammar, reading, mention, end)
            if is_local_body(found[0]) and is_bare_place(grammar.lexicon, reading, mention.start, mention.end, end):
                mention = _placed(mention.start, mention.end, found[0].parts | {"place": _said(reading, mention)})
                mention.parts.pop("from", None)
        found.append(mention)
        head = with_prefix(reading, mention, head) if len(found) == 1 else head
        if mention.rule == "grammar" and mention.parts["name"][-1].isdigit():
            found += numbers_after(grammar.lexicon, reading, mention, end)
        i, goes_on = next_item(reading, found[-1].end, end)
    return found


def _units_after(grammar: NameGrammar, reading: Reading, first: Mention, end: int) -> list[Mention]:
    """Return the bodies of the units after one: "UBND huyện A, thị xã B và huyện C"."""
    found: list[Mention] = []
    for start, stop, unit, place in place_items(grammar, reading, first.end + 1, end):
        if unit is None:
            break
        found.append(_placed(start, stop, {**first.parts, "unit": unit, "place": place}))
    return found


def _places_after(grammar: NameGrammar, reading: Reading, first: Mention, end: int) -> list[Mention]:
    """Return the units or their bodies that share the words before the first, in an opened list.

    "huyện A, B và C", "Huyện ủy A, B và Thị ủy C", "Phòng Tư pháp huyện A, B và thị xã C".
    """
    window = reading.norms[max(0, first.start - 6) : first.start]
    counted = window[-1:] and (window[-1] in SEVERAL or window[-1].isdigit())
    opened = counted or not _OPENS_PLACES.isdisjoint(window) or window[-3:] == ["đơn", "vị", "là"]
    if first.parts["name"] and not opened:
        opened = not _OPENS_PLACES.isdisjoint(reading.norms[max(0, first.start - _OPENED_REACH) : first.start])
    if not opened:
        return []
    found: list[Mention] = []
    for start, stop, unit, place in place_items(grammar, reading, first.end + 1, end):
        if unit and not (found and first.parts["name"]):
            break
        last = stop if _is_told(grammar, reading, first, start, stop, bool(found)) else end
        if not unit and first.parts["name"] and not is_bare_place(grammar.lexicon, reading, start, stop, last):
            break
        found.append(_placed(start, stop, {**first.parts, **({"unit": unit} if unit else {}), "place": place}))
    return found


def _is_told(grammar: NameGrammar, reading: Reading, first: Mention, start: int, stop: int, goes_on: bool) -> bool:
    """Whether a place at `[start, stop)` ends a list of which something is told: "gồm UBND xã A, B và C | tổng kết"."""
    if not goes_on and reading.norms[start - 1] != "và":
        goes_on = "gồm" in reading.norms[max(0, first.start - _OPENED_REACH) : first.start]
    told = stop < len(reading.raw) and reading.raw[stop].islower() and grammar.stops.match(reading.norms, stop)
    return bool(told) and (goes_on or reading.norms[start - 1] == "và")
