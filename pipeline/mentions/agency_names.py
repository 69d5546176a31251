"""One agency: a name of the gazetteer, a name by grammar, or a territorial unit that stands for its government."""

from __future__ import annotations

import re

from pipeline.lexicon import SEPARATORS, AgencyName, Head
from pipeline.mentions.agency_grammar import NameGrammar, longer_series, name_end
from pipeline.mentions.agency_places import PARTY_OWNERS, official_name, with_place
from pipeline.mentions.bloc_numbers import is_region
from pipeline.mentions.places import (
    FIRST_OF_UNITS,
    begins_own_name,
    is_numeral,
    is_person_after_post,
    locality_at,
    proper_name,
    unit_at,
)
from pipeline.reading import Mention, Reading
from pipeline.text import fold, one_line

HOUSED = frozenset(
    ("Thanh tra", "Công đoàn cơ sở", "Công đoàn", "Đảng ủy", "Đảng bộ", "Chi bộ", "Văn phòng", "Bộ Tư lệnh", "Đoàn")
)
"""Heads of bodies that live inside another agency and carry its name."""

_PARTY_BODIES = frozenset(("Đảng ủy", "Đảng bộ", "Chi bộ"))
_BRANCHES = frozenset(("Phân hiệu", "Phân viện", "Chi nhánh", "Cơ quan thường trú", "Văn phòng đại diện"))
"""Heads of parts of an agency, which carry its name and that of their seat."""

_COMMITTEES = frozenset(("Tỉnh ủy", "Thành ủy", "Huyện ủy", "Thị ủy", "Quận ủy"))
_BRANDS = frozenset(("Agribank", "VNPT", "Viettel", "MobiFone", "Petrolimex", "Vinatex", "Vinachem"))
"""Heads that are names by themselves."""

_LOCAL_BODIES = ("Trạm Y tế", "Trường PTDTNT")
"""What the heads begin with that are names before a locality: "Trạm Y tế xã", "Trường PTDTNT THPT tỉnh"."""

_OF_COMMUNES = ("Đoàn", "Công đoàn", "Điện lực", "Quỹ tín dụng nhân dân", "Đài Truyền thanh", "Trường ", "Bệnh viện")
"""What the heads begin with that are names before a commune's, or a district's, with its name."""
_COMMUNES = frozenset(("xã", "phường", "thị trấn", "đặc khu"))
_OF_DISTRICTS_TOO = frozenset(("Điện lực", "Công đoàn", "Bệnh viện"))

_SERVICES = frozenset(("Điện lực", "Viễn thông", "Bưu điện"))
"""Heads that are names as items of a list: "gồm Công ty Xăng dầu, Viễn thông, Bưu điện"."""

_NOT_BEFORE_ACRONYM = frozenset(("Hội", "Ban", "Đoàn", "Đội"))
"""Heads too common to make a name with an acronym alone: "Ban TĐKT" is some department's short form."""

_NUMBERS_OF_UNITS = 20
"""Numbers of units are smaller; "Sở Xây dựng 96" at a table's end is a score."""

_COUNTED = (
    "Chi cục Kiểm",
    "Phòng Kiểm",
    "Phòng Thanh tra",
    "Phòng Nghiệp vụ",
    "Đội Quản lý",
    "Trại",
    "Ban Quản lý dự án",
)
"""What the names of units begin with that a bare number tells apart: "Chi cục Kiểm định Hải quan 2"."""

_SMALL_FIRST = frozenset("bệnh công chi ngân trung trường trạm".split())
_BEFORE_SMALL = frozenset("các những nhiều mỗi một khu vùng nơi ở vị".split())
"""Words before such a head that speaks of several, or of a place: "các công ty", "khu trung tâm"."""
_SHORT_FORM = 7
_HEAD_OF_OFFICE = ["chánh", "văn", "phòng"]
_MIDDLE_NAMES = frozenset(("thị", "văn"))
_OFFICE_AT_MOST = 12
"""So many tokens at most from a post to the end of the agency that it is at."""
_KINDS_OF_TROUPES = frozenset("ca nghệ luật kinh đại thanh trường khối tncs".split())
"""Second syllables of those bodies that "Đoàn" begins: "Đoàn Ca múa nhạc", "Đoàn Luật sư"."""

_COMMITTEE = fold("ủy")
_BEFORE_ITEM = frozenset(", ; : ( và gồm là có".split())
_LETTERED = re.compile(r"[0-9]{1,3}[A-D]")
_AFTER_ITEM = frozenset(", ; ) . và".split())

_BEFORE_PLACE = frozenset("tại ở bàn về đến cấp từ của toàn cả trong".split())
"""Words after which a territorial unit is a place and no agency: "trên địa bàn huyện Con Cuông"."""


def agency_at(grammar: NameGrammar, reading: Reading, i: int, end: int) -> Mention | None:
    """Return the agency whose name begins at token `i`.

    1. "UBND huyện Đức Cơ", "Công an tỉnh": a body of a place, named by it;
    2. "Sở LĐ-TB&XH tỉnh", "Ban Dân vận Tỉnh ủy": the lexicon has the name;
    3. "Trường THPT Lương Thế Vinh", "Chi cục Giám định xây dựng": a known head and an unknown rest;
    4. "huyện Con Cuông", "phường Phổ Yên": a territorial unit that stands for its own government.
    """
    lexicon = grammar.lexicon
    small = opens_small(grammar, reading, i, end)
    capital = reading.upper[i] or (i + 1 < end and reading.upper[i + 1])
    if not (capital or small or _is_small_committee(reading, i, end)):
        return _unit(grammar, reading, i, end)
    inside = grammar.no_heads.match(reading.norms, i - 1) if i and not reading.upper[i] else None
    if inside and inside[0] > i:  # "tại hội trường Sở Y tế" speaks of no school
        return None
    if reading.raw[i] == "sở" and reading.raw[i - 1 : i] == [
        "cơ"
    ]:  # "tại cơ sở Trường Chinh"; as a head it begins "Cơ sở"
        return None
    head = lexicon.heads.match(reading.norms, i)
    known = lexicon.agencies.match(reading.norms, reading.raw, i, end)
    if head and is_short_form(reading, head[0], end):  # "Ngân hàng (NH) Nhà nước", "Trung cấp (TC) Kinh tế"
        head = head[0] + 3, head[1]
        walk = lexicon.agencies.walk(head[1].name)
        known = (walk and lexicon.agencies.match(reading.norms, reading.raw, head[0], end, walk)) or known
    if not (head or known or unit_at(reading, i, end)) or begins_own_name(reading, i):
        return None
    if grammar.no_heads.match(reading.norms, i) or _in_post_or_person(grammar, reading, i, end):
        return None
    if head and head[1].place == "self":
        return with_place(lexicon, reading, i, head[0], end, head[1].name, "self", "body")
    if known and (not (small or is_name(reading, i, known[0])) or head and head[0] > known[0]):
        known = None  # "Văn phòng đại diện" is no Văn phòng
    if known and small and head and head[1].place == "part" and not is_name(reading, i, known[0]):
        head = known[0], Head(known[1].name, "part", head[1].plural)  # "bệnh viện đa khoa Quỳnh Phụ"
    if head and head[1].name == "Chi nhánh" and not (known and known[0] > head[0] + 2):
        bank = _branch_of_bank(grammar, reading, i, head[0], end)
        if bank:
            return bank
    unknown = _name_by_grammar(grammar, reading, i, end, *head) if head else None
    numbered = _number_end(reading, known[0], end, known[1].name) if known else 0
    if known and numbered and known[1].place in ("part", "drop") and not (unknown and unknown[0] > numbered):
        name = f"{known[1].name} {one_line(reading.text(known[0], numbered))}"  # "Trại tạm giam số 2"
        return with_place(lexicon, reading, i, numbered, end, name, known[1].place, "lexicon")
    if known and not (unknown and _goes_further(grammar, reading, known, unknown[0])):
        named = with_place(lexicon, reading, i, known[0], end, known[1].name, known[1].place, "lexicon")
        if named is None and _is_item(grammar, reading, i, known[0], end):  # "gồm Công an, Tòa án, Thanh tra"
            named = with_place(lexicon, reading, i, known[0], end, known[1].name, "drop", "lexicon")
        return named
    if unknown:
        name = _name_by_both(reading, i, known, unknown[0]) or unknown[1]
        return with_place(lexicon, reading, i, unknown[0], end, name, unknown[2].place, "grammar")
    return _unit(grammar, reading, i, end)


def _name_by_both(reading: Reading, i: int, known: tuple[int, AgencyName] | None, stop: int) -> str | None:
    """Return a name that goes on after a known one in short form: "Trung tâm GDNN-GDTX" + "Đông Sơn"."""
    if known is None or stop <= known[0] or not reading.upper[known[0]] or not known[1].name.startswith("Trung tâm"):
        return None
    short = any(len(word) > 1 and word.isupper() for word in reading.raw[i : known[0]])
    return f"{known[1].name} {one_line(reading.text(known[0], stop))}" if short else None


def opens_small(grammar: NameGrammar, reading: Reading, i: int, end: int) -> bool:
    """Whether a head of small syllables stands at token `i` before a capital: "bệnh viện Mắt", "trường mầm non A"."""
    if i + 2 >= end or reading.norms[i] not in _SMALL_FIRST or reading.upper[i] or reading.upper[i + 1]:
        return False
    head = grammar.lexicon.heads.match(reading.norms, i)
    if head is None or head[0] < i + 2:
        return False
    known = None
    if not (reading.upper[i + 2] or reading.upper[head[0] : head[0] + 1] == [True]):  # "trung tâm y tế Ea Kar"
        known = grammar.lexicon.agencies.match(reading.norms, reading.raw, i, end)
    stop = i + 2 if reading.upper[i + 2] else known[0] if known else head[0]
    small = {" ".join(reading.norms[i : i + 2]), " ".join(reading.norms[i : head[0]])} & grammar.small_heads
    if stop >= end or not reading.upper[stop] or not small:
        return False
    of_place = grammar.lexicon.provinces.match(reading.norms, stop) or unit_at(reading, stop, end)
    return not of_place and not (i and reading.norms[i - 1] in _BEFORE_SMALL)


def is_short_form(reading: Reading, i: int, end: int) -> bool:
    """Whether a bracket at token `i` gives the short form of the words before it, and the name goes on: "(NH) Nhà"."""
    return (
        i + 3 < end
        and reading.raw[i] == "("
        and reading.raw[i + 2] == ")"
        and reading.raw[i + 1].isupper()
        and 1 < len(reading.raw[i + 1]) < _SHORT_FORM
        and (reading.upper[i + 3] or reading.norms[i + 3] == "các")
    )


def _number_end(reading: Reading, i: int, end: int, name: str) -> int:
    """Return where the number of a unit ends at token `i`, or 0: "số 2", "7A"; "số 15/QĐ" is a paper's."""
    if i < end and _LETTERED.fullmatch(reading.raw[i]):
        return i + 1
    if i < end and name.startswith(_COUNTED) and reading.raw[i].isdigit() and int(reading.raw[i]) < _NUMBERS_OF_UNITS:
        return i + 1 if i + 1 >= end or reading.norms[i + 1] in _AFTER_ITEM else 0
    if i + 1 >= end or reading.norms[i] != "số" or not is_numeral(reading.norms[i + 1]):
        return 0
    return 0 if reading.norms[i + 2 : i + 3] in (["/"], ["-"], [":"], ["ngày"]) else i + 2


def _is_small_committee(reading: Reading, i: int, end: int) -> bool:
    """Whether a party committee in small letters stands before its place: "Bí thư huyện ủy Cái Nước"."""
    return i + 2 < end and reading.norms[i + 1] == _COMMITTEE and reading.upper[i + 2]


def _is_item(grammar: NameGrammar, reading: Reading, i: int, stop: int, end: int) -> bool:
    """Whether a name at `[i, stop)` is an item of a list: marks around it, and another agency beside one of them."""
    norms, agencies = reading.norms, grammar.lexicon.agencies
    if (
        not reading.upper[i]
        or i == 0
        or norms[i - 1] not in _BEFORE_ITEM
        or stop >= end
        or norms[stop] not in _AFTER_ITEM
    ):
        return False
    after = stop + 1
    listed = norms[stop] in (",", ";", "và") and after < end and reading.upper[after]
    if listed and (agencies.match(norms, reading.raw, after, end) or _opens_service(grammar, reading, after)):
        return True
    if norms[i - 1] in (",", "và") and i > 2 and any(_opens_service(grammar, reading, k) for k in (i - 3, i - 2)):
        return True
    begins = (k for k in range(max(0, i - 9), i - 1) if reading.upper[k])
    return any((found := agencies.match(norms, reading.raw, k, i)) is not None and found[0] == i - 1 for k in begins)


def _opens_service(grammar: NameGrammar, reading: Reading, i: int) -> bool:
    """Whether a company or one of the services stands at token `i`."""
    head = grammar.lexicon.heads.match(reading.norms, i)
    return head is not None and (head[1].name in _SERVICES or head[1].name in _BRANDS or "ông ty" in head[1].name)


def is_name(reading: Reading, i: int, end: int) -> bool:
    """Whether a capital stands in the first or second syllable: "sở Y tế", but not "công an", "hội nông dân"."""
    return reading.upper[i] or (end - i > 1 and reading.upper[i + 1])


def _goes_further(grammar: NameGrammar, reading: Reading, known: tuple[int, AgencyName], unknown_end: int) -> bool:
    """Whether the name that the grammar finds is longer than the known one, and rightly so."""
    known_end, agency = known
    if agency.name.startswith("Trung tâm") and longer_series(grammar.lexicon, reading, known_end, unknown_end):
        return True  # "Trung tâm Văn hóa, Thể thao, Du lịch và Truyền thông"
    return unknown_end > known_end and not _splits(grammar, reading, known_end, agency.place)


def _splits(grammar: NameGrammar, reading: Reading, known_end: int, policy: str) -> bool:
    """Whether the grammar's longer name only adds what stands after the known one: a mark, "và", a place."""
    if reading.norms[known_end] in SEPARATORS and reading.norms[known_end] != "&":
        return True
    if policy == "party" and tuple(reading.norms[known_end : known_end + 2]) in PARTY_OWNERS:
        return True
    if unit_at(reading, known_end, known_end + 2):  # "TAND TP Huế"
        return True
    after = reading.norms[known_end + 1 : known_end + 2]
    number = reading.norms[known_end]
    if number.isdigit() and policy == "part" and not {"khu", "vực"} <= set(reading.norms[known_end - 2 : known_end]):
        return False  # "Bệnh viện Quân y 121": the grammar has looked at what follows
    numbered = number.isdigit() and int(number) < _NUMBERS_OF_UNITS and after in ([","], [";"], ["."], [])
    if numbered and policy in ("drop", "part") and reading.norms[known_end - 1] not in ("vực", "sở"):
        return False  # "Phòng Nghiệp vụ và Tổ chức thi hành án 1"
    if not reading.upper[known_end]:
        joins = (grammar.joins.match(reading.norms, k) for k in range(known_end - 2, known_end + 1))
        return not any(joined is not None and joined[0] > known_end for joined in joins)  # "Ban Tổ chức cán bộ"
    return policy in ("part", "bank", "must") or grammar.lexicon.provinces.match(reading.norms, known_end) is not None


def _in_post_or_person(grammar: NameGrammar, reading: Reading, i: int, end: int) -> bool:
    """Whether a token is inside a post ("Phó Trưởng Ban Thường trực Ban A") or a name ("ông Lâm Trường Hải")."""
    lexicon = grammar.lexicon
    for k in (i - 2, i - 1):
        title = lexicon.titles.match(reading.norms, k) if k >= 0 and reading.norms[k] in lexicon.openers else None
        if title and title[0] > i + 2:
            return True
    if reading.norms[max(0, i - 2) : i + 1] == _HEAD_OF_OFFICE:
        return True  # "Phó Chánh văn phòng Bộ Công an"
    if reading.norms[i] == "tt":  # "Phó Chủ tịch TT Hội đồng": thường trực; "Phó Giám đốc TT Y tế": trung tâm
        posts = (lexicon.titles.match(reading.norms, k) for k in range(max(0, i - 4), i))
        if any(post is not None and post[0] == i + 1 for post in posts):
            return True
    for k in range(max(0, i - 2), i):
        if (
            reading.norms[k] in lexicon.surnames
            and is_person_after_post(reading, lexicon, k, end)
            and not lexicon.titles.match(reading.norms, k)
        ):
            return True  # "Phó Chủ tịch UBND tỉnh Trịnh Trường Huy"
    if reading.norms[i] in lexicon.surnames and (
        _after_honorific(grammar, reading, i) or _after_post(grammar, reading, i, end)
    ):
        return True  # "bà Đoàn Thị Cẩm Lụa", "Phó Giám đốc Đoàn Văn Khê"
    if i < 2 or not reading.upper[i - 1] or reading.norms[i - 1] not in lexicon.surnames:
        return False
    return _after_honorific(grammar, reading, i - 1)


def _after_honorific(grammar: NameGrammar, reading: Reading, i: int) -> bool:
    found = (grammar.lexicon.people.match(reading.norms, k) for k in range(max(0, i - 4), i))
    return any(honorific is not None and honorific[0] == i for honorific in found)


def _stands_behind_office(reading: Reading, grammar: NameGrammar, i: int, end: int) -> bool:
    """Whether a known agency stands between a post and three capitals: "Phó Giám đốc Sở Nội vụ | Đoàn Duy Tân"."""
    if i + 2 >= end or not all(reading.upper[i : i + 3]) or reading.norms[i + 1] in _KINDS_OF_TROUPES:
        return False
    for k in range(max(0, i - _OFFICE_AT_MOST), i - 1):
        post = grammar.lexicon.titles.match(reading.norms, k) if reading.norms[k] in grammar.lexicon.openers else None
        if post and post[0] < i and "Bí thư" not in post[1]:
            known = grammar.lexicon.agencies.match(reading.norms, reading.raw, post[0], end)
            if known and known[0] == i:
                return True
    return False


def _after_post(grammar: NameGrammar, reading: Reading, i: int, end: int) -> bool:
    """Whether "Đoàn" at token `i` is a surname behind a post that no Đoàn has: "Phó Chủ tịch UBND xã Đoàn Thị Lan"."""
    if reading.norms[i] != "đoàn" or not is_person_after_post(reading, grammar.lexicon, i, end):
        return False
    titles = (grammar.lexicon.titles.match(reading.norms, k) for k in range(max(0, i - 5), i))
    direct = any(post is not None and post[0] == i and "Bí thư" not in post[1] for post in titles)
    if _stands_behind_office(reading, grammar, i, end):
        return True
    return reading.norms[i + 1] in _MIDDLE_NAMES or direct and reading.norms[i + 1] not in _KINDS_OF_TROUPES


def _name_by_grammar(
    grammar: NameGrammar, reading: Reading, i: int, end: int, start: int, head: Head
) -> tuple[int, str, Head] | None:
    """Return (end, name, head) of a name made of a known head at `[i, start)` and words that no table has."""
    lexicon = grammar.lexicon
    if start >= end or reading.norms[i:start] == reading.norms[start : 2 * start - i]:
        return None  # "Phó Trưởng Ban Ban Thi đua - Khen thưởng": the second is the agency's
    small = fold(head.name) in grammar.small_heads or opens_small(grammar, reading, i, end)
    if not (reading.upper[i] or small):
        return None
    if head.name in _COMMITTEES and proper_name(reading, grammar.lexicon, start, end, after_unit=True):
        return start, head.name, head  # "Huyện ủy Sông Mã": what follows is its place
    branch = head.name in _BRANCHES
    named = reading.upper[start] or reading.norms[start] == "trường"  # "CĐCS trường MN A"
    if (branch or head.name in HOUSED) and named and _opens_agency(grammar, reading, start, end):
        inner = agency_at(grammar, reading, start, end)
        if inner and inner.parts["name"] and inner.rule != "unit":  # "Thanh tra Sở Y tế", "CĐCS Công ty A"
            if not branch:
                return inner.end, f"{head.name} {inner.value}", head
            stop = _seat_end(grammar, reading, inner.end, end)  # "Phân hiệu Trường Đại học A tại B"
            seat = f" {one_line(reading.text(inner.end, stop))}" if stop > inner.end else ""
            return stop, f"{head.name} {inner.value}{seat}", head
    stop = name_end(grammar, reading, start, end, head)
    if stop == start:
        if not _stands_alone(grammar, reading, i, start, end, head):
            return None
        return start, head.name, Head(head.name, "part", head.plural) if head.place == "drop" else head
    post = lexicon.titles.match(reading.norms, i)
    if _is_person_with_post(grammar, reading, i, stop, end) or post and post[0] == stop:
        return None  # "Cục Trưởng Cục Thống kê": the first words are the post
    acronym = stop - start == 1 and reading.raw[start].isupper() and len(reading.raw[start]) > 1
    if acronym and head.name in _NOT_BEFORE_ACRONYM:
        return None
    name = f"{head.name} {' '.join(reading.text(start, stop).split())}"
    owner = (
        agency_at(grammar, reading, stop, end) if name[-1].isdigit() and head.name == "Phòng" and stop < end else None
    )
    return owner.end if owner else stop, name, head  # "Phòng 9 VKSND tỉnh"


def _branch_of_bank(grammar: NameGrammar, reading: Reading, i: int, start: int, end: int) -> Mention | None:
    """Return the bank whose branch is named by the head at `[i, start)`: "CN NH Công Thương Phú Xuân"."""
    bank = agency_at(grammar, reading, start, end) if start < end and reading.upper[start] else None
    if bank is None or bank.parts["policy"] != "bank" or bank.rule != "lexicon":
        return None
    bank.start = i
    if bank.parts.get("place"):
        bank.parts["branch"] = "yes"
    bank.value = official_name(bank)
    return bank


def _seat_end(grammar: NameGrammar, reading: Reading, i: int, end: int) -> int:
    """Return where "tại Ninh Thuận" ends that tells one branch from the others, or `i`."""
    if reading.norms[i : i + 1] != ["tại"]:
        return i
    seat = locality_at(reading, grammar.lexicon, i + 1, end)
    if seat and seat.name:
        return seat.end
    place = proper_name(reading, grammar.lexicon, i + 1, end)
    return place[0] if place else i


def _opens_agency(grammar: NameGrammar, reading: Reading, i: int, end: int) -> bool:
    """Whether the name of an agency begins at token `i`, by its head or its short form ("VKSND")."""
    lexicon = grammar.lexicon
    return bool(lexicon.heads.match(reading.norms, i) or lexicon.agencies.match(reading.norms, reading.raw, i, end))


def _stands_alone(grammar: NameGrammar, reading: Reading, i: int, start: int, end: int, head: Head) -> bool:
    """Whether a head at `[i, start)` is a name without further words: "Đảng ủy xã Kha Sơn", "VNPT"."""
    if head.name in _COMMITTEES and reading.upper[i]:  # "Phó Bí thư Thường trực Huyện ủy"
        titles = grammar.lexicon.titles
        return any((post := titles.match(reading.norms, k)) and post[0] == i for k in range(max(0, i - 5), i))
    if head.name in _PARTY_BODIES:
        place = locality_at(reading, grammar.lexicon, start, end, bare=False)
        return place is not None and bool(place.name)
    if head.name.startswith(_LOCAL_BODIES):
        listed = reading.upper[i] and (i == 0 or reading.norms[i - 1] in _BEFORE_ITEM)  # "Công an xã, Trạm Y tế"
        return listed or locality_at(reading, grammar.lexicon, start, end, bare=False) is not None
    if reading.upper[i] and head.name.startswith(_OF_COMMUNES):
        place = locality_at(reading, grammar.lexicon, start, end, bare=False)
        if place and place.name:  # "Trường Tiểu học xã Ia Pnôn", "Điện lực huyện Quế Phong"
            return place.unit in _COMMUNES or head.name in _OF_DISTRICTS_TOO
    if head.name in _SERVICES:
        return _is_item(grammar, reading, i, start, end)
    return head.name in _BRANDS and reading.upper[i]


def _is_person_with_post(grammar: NameGrammar, reading: Reading, i: int, stop: int, end: int) -> bool:
    """Whether what looks like a name of an agency is a person: "Đoàn Thu Hường, Phó Chánh Văn phòng"."""
    return (
        stop + 1 < end
        and reading.norms[i] in grammar.lexicon.surnames
        and reading.norms[stop] in (",", "-")
        and grammar.lexicon.titles.match(reading.norms, stop + 1) is not None
    )


def _unit(grammar: NameGrammar, reading: Reading, i: int, end: int) -> Mention | None:
    """Return the territorial unit at token `i` that stands for its own government: "huyện Con Cuông"."""
    found = unit_at(reading, i, end) if reading.norms[i] in FIRST_OF_UNITS else None
    if found is None:
        return None
    start, unit = found
    name = proper_name(reading, grammar.lexicon, start, end, after_unit=True)
    goes_to = reading.norms[max(0, i - 2) : i] == ["thuộc", "về"]  # "Chức Cụm phó thuộc về xã Đồng Tiến"
    if name is None or (i and reading.norms[i - 1] in _BEFORE_PLACE and not goes_to):
        return None
    if i > 1 and reading.norms[i - 1] in (",", "và") and unit_at(reading, i - 2, i - 1) and not reading.upper[i]:
        return None  # "các tỉnh, thành phố Đồng bằng sông Hồng"
    if unit == "tỉnh" and is_region(reading.norms, start) and not grammar.lexicon.provinces.match(reading.norms, start):
        return None  # "6 tỉnh Bắc Trung Bộ"
    parts = {"name": "", "policy": "self", "unit": unit, "place": name[1], "head": unit}
    return Mention("AGENCY", i, name[0], f"{unit} {name[1]}", "unit", parts)
