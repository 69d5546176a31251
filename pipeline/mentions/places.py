"""Localities: "tỉnh Kon Tum", "huyện", "thành phố Hồ Chí Minh", and the proper names in them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.lexicon import Lexicon
from pipeline.reading import Reading
from pipeline.text import fold, plain

UNITS: dict[tuple[str, ...], str] = {
    ("tỉnh",): "tỉnh",
    ("thành", "phố"): "thành phố",
    ("tp", "."): "thành phố",
    ("tp",): "thành phố",
    ("thị", "xã"): "thị xã",
    ("tx", "."): "thị xã",
    ("tx",): "thị xã",
    ("huyện",): "huyện",
    ("quận",): "quận",
    ("phường",): "phường",
    ("thị", "trấn"): "thị trấn",
    ("tt", "."): "thị trấn",
    ("đặc", "khu"): "đặc khu",
    ("xã",): "xã",
    ("h", "."): "huyện",
    ("q", "."): "quận",
    ("p", "."): "phường",
    ("x", "."): "xã",
}
"""The words for a territorial unit, and the one that stands in names."""
_POSTS_IN_SHORT = frozenset("giám chủ trưởng hiệu bí cục tổng viện chánh tổ đội chi trạm".split())
"""What else "P." and "Q." stand before: "P.Giám đốc", "Q.Chủ tịch"."""

_CITY = frozenset(("TP", "TX", "Tp"))

FIRST_OF_UNITS = frozenset(words[0] for words in UNITS)
"""At other words than these, `unit_at` finds nothing."""

LEVEL_OF_UNIT = {
    "tỉnh": "tỉnh",
    "huyện": "huyện",
    "thị xã": "huyện",
    "quận": "huyện",
    "thành phố": "huyện",  # unless it is one of the cities that are provinces
    "xã": "xã",
    "phường": "xã",
    "thị trấn": "xã",
    "đặc khu": "xã",
}

CITIES = frozenset(("Hà Nội", "Hải Phòng", "Đà Nẵng", "Cần Thơ", "Hồ Chí Minh", "Huế"))
"""The cities that are provinces."""

_LIKE_HEADS = (
    *(["Trường", "Chinh"], ["Trường", "Tộ"], ["Trường", "Sơn"], ["Trường", "Thi"], ["Trường", "Thọ"]),
    *(["Đoàn", "Thị", "Điểm"], ["Đoàn", "Kết"], ["Hội", "An"], ["Hội", "Hợp"], ["Đội", "Cấn"], ["Đội", "Cung"]),
)
"""Names after which schools are called, with what else is a head: "Trường THPT Nguyễn Trường Tộ"."""
_FIRST_OF_LIKE_HEADS = frozenset(name[0] for name in _LIKE_HEADS)

_BEFORE_SCHOOL_NAME = frozenset(("trường", "thpt", "thcs", "trị", "học", "chuyên"))
"""Words before the names of schools, which may be those of persons."""
_OFFICES = frozenset(("vụ", "cục", "phòng"))
_FIELD_AT_MOST = 9
"""So many tokens at most from an office to the end of what it is for."""
_NUMERAL = frozenset("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx".split())
_COMMITTEE = fold("ủy")
_OPENS_BLOC = frozenset(("khối", "cụm", "chủ", "đồng", "hội"))
_MAX_SYLLABLES = 4
_LAST_OF_UNITS = frozenset(words[-1] for words in UNITS)
_ENDS_POST = frozenset(", ; : . ( ) cho và với năm tặng trao chấm do tại của".split())
"""Words between a post and a unit that leave the post to another place or person."""
_SURE_SURNAMES = frozenset(
    "nguyễn trần lê phạm vũ võ đặng bùi đỗ hồ ngô huỳnh phan trịnh trương đinh dương hoàng lý mai lương lưu tạ".split()
)
"""Surnames with which no province begins, nor what a Sở is for."""
_PROVINCE_COMMITTEE = ["tỉnh", "ủy"]
_NO_COMMUNES = frozenset(("sở", "cục", "vụ", ("tổng", "cục"), ("kho", "bạc"), ("văn", "phòng"), ("thanh", "tra")))
"""What the offices begin with that no commune has, so that none's name stands behind theirs."""
_JOINED_BY_SPACED_DASH = {("rang", "tháp")}
"""Syllables at a spaced dash inside one name: "Phan Rang - Tháp Chàm"."""
_FRIENDS = frozenset(
    "đức hàn nhật nga xô tiệp bun ba hung pháp anh mỹ úc bỉ trung lào miên sing thái thụy ý cuba séc".split()
)
"""Countries that schools and hospitals are named after: "Việt - Đức", "Việt - Tiệp"."""
_PARTS = frozenset("123456789")
_DIRECTIONS = frozenset("đông tây nam bắc".split())
_AFTER_ITEM = frozenset(", ; ) ( và".split())


@dataclass(frozen=True, slots=True)
class Locality:
    """A unit and the name that follows it; one of the two may be missing."""

    end: int
    unit: str | None
    name: str | None


def may_open_name(reading: Reading, i: int) -> bool:
    """Whether a name may begin at token `i`: a capital stands there or next to it, or the word for a unit there."""
    upper = reading.upper
    return upper[i] or reading.norms[i] in FIRST_OF_UNITS or i + 1 < len(upper) and upper[i + 1]


def unit_at(reading: Reading, i: int, end: int) -> tuple[int, str] | None:
    """Return (end, unit) of the word for a territorial unit at token `i`."""
    if i >= end or reading.norms[i] not in FIRST_OF_UNITS:
        return None
    for size in (2, 1):
        key = tuple(reading.norms[i : i + size])
        if key in UNITS and len(key) == size and i + size <= end:
            if (
                key == ("xã",)
                and (
                    reading.norms[i + 1 : i + 2] == ["hội"]  # xã hội
                    or reading.norms[max(0, i - 2) : i] == ["hợp", "tác"]  # "Hợp tác xã Nông nghiệp"
                )
            ):
                return None
            return (i + size, UNITS[key]) if len(key[0]) > 1 or _is_initial_of_unit(reading, i, end) else None
    return None


def _is_initial_of_unit(reading: Reading, i: int, end: int) -> bool:
    """Whether a letter and a dot at token `i` are short for a unit: "UBND H.Long Thành", "Q.3"; but "P.Giám đốc"."""
    name = i + 2
    if name >= end or not (reading.upper[i] and reading.ends[i] == reading.starts[i + 1]):
        return False
    if reading.raw[name].isdigit():
        return reading.norms[i] != "h" and reading.ends[i + 1] == reading.starts[name]
    long = len(reading.raw[name]) > 1 and name + 1 < end and reading.upper[name + 1] and reading.raw[name + 1].isalpha()
    initials = i > 0 and reading.raw[i - 1] == "."
    return long and not initials and reading.upper[name] and reading.norms[name] not in _POSTS_IN_SHORT


def is_numeral(norm: str) -> bool:
    """Whether a folded token is an arabic or a Roman number."""
    return norm.isdigit() or norm in _NUMERAL


_RUN_TOGETHER = re.compile(r"(?<=[^\W\d_A-ZĐ])(?=[A-ZĐ][^\W\d_A-ZĐ])")
"""Where two syllables of a place's name are written as one: "Ia|Grai", "Chư|Prông"."""


def proper_name(
    reading: Reading, lexicon: Lexicon, i: int, end: int, after_unit: bool = False
) -> tuple[int, str] | None:
    """Return (end, name) of the place name at token `i`: a known province, or a run of capitalised syllables."""
    if i >= end:
        return None
    known = lexicon.provinces.match(reading.norms, i)
    if known and _is_part_of_province(reading, known[0], end):
        return known[0] + 1, reading.text(i, known[0] + 1)  # "huyện Điện Biên Đông"
    if known and known[0] <= end and reading.upper[i]:
        return (known[0] + 1, reading.text(i, known[0] + 1)) if _is_numbered(reading, i, known[0], end) else known
    person = is_person_after_post(reading, lexicon, i, end)
    committee = i > 0 and reading.norms[i - 1] == _COMMITTEE  # "Bí thư Thành ủy Đồng Xoài Phan Văn A"
    split = _before_person(reading, lexicon, i, end) if after_unit or committee or not person else 0
    if split:
        return split, reading.text(i, split)
    if person:
        return None
    j = i
    limit = i + _MAX_SYLLABLES
    while j < min(end, limit):
        word = reading.raw[j]
        if word[0].isdigit():
            if j > i or not after_unit:
                break
            return j + 1, word.lstrip("0") or word
        if not word[0].isupper() or (j > i and word in _CITY) or (j > i and _begins_something(reading, lexicon, j)):
            break
        if j == i and not after_unit and _begins_something(reading, lexicon, j):
            return None
        j += 1
        if is_apostrophe(reading, j, end):
            j += 2  # Ea H'leo, Cư M'gar
        elif j + 1 < end and reading.raw[j] in "-–" and reading.raw[j + 1][0].isupper() and _joined(reading, j):
            j, limit = j + 1, limit + 1  # Phan Rang-Tháp Chàm
    if j == i:
        return None
    j += _is_numbered(reading, i, j, end)
    return j, _RUN_TOGETHER.sub(" ", reading.text(i, j))


def is_apostrophe(reading: Reading, i: int, end: int) -> bool:
    """Whether an apostrophe inside a syllable stands at token `i`: "Ea H'leo", "M’Đrắk"."""
    return i + 1 < end and reading.raw[i] in "'’" and reading.ends[i - 1] == reading.starts[i]


def is_dotted(reading: Reading, i: int, end: int) -> bool:
    """Whether a dot inside a short form stands at token `i`: "B.O.O"."""
    if i + 1 >= end or reading.raw[i] != "." or reading.ends[i - 1] != reading.starts[i]:
        return False
    letters = reading.raw[i - 1], reading.raw[i + 1]
    return reading.ends[i] == reading.starts[i + 1] and all(len(w) == 1 and w.isupper() for w in letters)


def _is_part_of_province(reading: Reading, i: int, end: int) -> bool:
    """Whether a word at token `i` makes a district's name of a province's before it: "Điện Biên Đông,"."""
    if i >= end or not reading.upper[i] or reading.norms[i] not in _DIRECTIONS:
        return False
    return i + 1 == end or not reading.upper[i + 1]


def _is_numbered(reading: Reading, start: int, i: int, end: int) -> bool:
    """Whether a number at token `i` ends the name of a place in a list: "xã Hòa Bình 1,"."""
    if i - start < 2 or i >= end or reading.norms[i] not in _PARTS:
        return False
    return i + 1 == end or reading.norms[i + 1] in _AFTER_ITEM


def _before_person(reading: Reading, lexicon: Lexicon, i: int, end: int) -> int:
    """Return where a place's name ends that a person's follows, else 0: "Chủ tịch UBND huyện Ba Vì Cấn Văn Lục".

    A place's name has two syllables, seldom more; a person's has three or four, and a surname first.
    """
    if end - i < 5 or False in reading.upper[i : i + 5]:
        return 0
    stop = next((k for k in range(i + 5, min(end, i + 7)) if not reading.upper[k]), min(end, i + 7))
    if not any(
        (found := lexicon.titles.match(reading.norms, k)) is not None and found[0] <= i for k in range(max(0, i - 8), i)
    ):
        return 0
    splits = (k for k in (i + 2, i + 1, i + 3) if reading.norms[k] in lexicon.surnames and 3 <= stop - k <= 4)
    return next(splits, 0)


def is_person_after_post(reading: Reading, lexicon: Lexicon, i: int, end: int) -> bool:
    """Whether a person's name begins at token `i`: a surname, three capitals, and a post shortly before.

    "Giám đốc Sở Y tế Nguyễn Văn A", "Phó Chủ tịch LĐLĐ quận Tô Ngọc Hà"; but "Trường THPT Nguyễn Văn Cừ".
    """
    if reading.norms[i] not in lexicon.surnames:
        return False
    if i + 2 >= end or False in reading.upper[i : i + 3]:
        return _is_short_name_after_post(reading, lexicon, i, end)
    if _ends_name_before(reading, i, end):
        return False
    of_school = reading.norms[i - 1] in _BEFORE_SCHOOL_NAME and reading.norms[i - 2 : i] != ["môi", "trường"]
    of_school = of_school and not _names_field(reading, i)
    if lexicon.provinces.match(reading.norms, i) or of_school:
        return False
    of_place = reading.norms[i - 1] in _LAST_OF_UNITS and reading.norms[i - 1] != "tỉnh"
    if of_place and not _post_reaches(reading, lexicon, i):
        return False
    return any(
        (found := lexicon.titles.match(reading.norms, k)) is not None and found[0] <= i
        for k in range(max(0, i - 14), i)
        if reading.norms[k] in lexicon.openers
    )


def _names_field(reading: Reading, i: int) -> bool:
    """Whether "học", "trị" before a token end what an office is for: "Vụ Giáo dục tiểu học", not "Trường Tiểu học"."""
    for k in range(i - 2, max(-1, i - _FIELD_AT_MOST), -1):
        if reading.norms[k] in _OFFICES and reading.upper[k + 1]:
            return True
        if reading.raw[k] == "Trường" or reading.norms[k] in (",", ";", "thpt", "thcs"):
            return False
    return False


def _ends_name_before(reading: Reading, i: int, end: int) -> bool:
    """Whether a syllable that is a surname too ends the name before a person: "Hợp tác xã Phú An Nguyễn Văn Ba"."""
    if i == 0 or i + 3 >= end or reading.norms[i] in _SURE_SURNAMES or reading.norms[i + 1] not in _SURE_SURNAMES:
        return False
    return reading.upper[i - 1] and reading.raw[i - 1].isalpha() and reading.upper[i + 3]


def _is_short_name_after_post(reading: Reading, lexicon: Lexicon, i: int, end: int) -> bool:
    """Whether a name of two syllables stands at token `i` behind a post where no place would.

    "Giám đốc Kho bạc Nhà nước Trần Lực", "Phó Chủ tịch UBND tỉnh Lê Hải"; but "Chủ tịch UBND xã Lê Lợi".
    """
    norms = reading.norms
    if norms[i] not in _SURE_SURNAMES or i + 1 >= end or not (reading.upper[i] and reading.upper[i + 1]):
        return False
    before = (k for k in range(max(0, i - 14), i) if norms[k] in lexicon.openers)
    posts = [found[0] for k in before if (found := lexicon.titles.match(norms, k))]
    behind = norms[max((post for post in posts if post <= i), default=i) : i]
    if not behind or not _ENDS_POST.isdisjoint(behind):
        return False
    of_province = behind[-1] == "tỉnh" or behind[-2:] == _PROVINCE_COMMITTEE
    office = behind[0] in _NO_COMMUNES or tuple(behind[:2]) in _NO_COMMUNES
    return of_province or office and _LAST_OF_UNITS.isdisjoint(behind) and len(behind) > 1


def _post_reaches(reading: Reading, lexicon: Lexicon, i: int) -> bool:
    """Whether the post before a unit at token `i - 1` is that of the person named after it.

    "Chủ tịch UBND xã Nguyễn Văn Hà"; but in "bà X - Phó Chủ tịch UBND phường Chu Văn An" the post has its person, and
    in "Chủ tịch UBND thành phố tặng phường Lê Đại Hành" other words stand between.
    """
    norms = reading.norms
    first = max(0, i - 15)
    posts = [(found[0], -k) for k in range(first, i) if (found := lexicon.titles.match(norms, k)) and found[0] <= i]
    end, begin = max(posts, default=(i, -i))
    begin = -begin
    between = norms[end : i - 1]
    if not _ENDS_POST.isdisjoint(between) or any(unit_at(reading, k, i - 1) for k in range(end, i - 1)):
        return False
    last = begin - 1 if norms[begin - 1 : begin] in ([","], ["-"], ["("]) else begin
    first = last
    while first > 0 and last - first < _MAX_SYLLABLES and reading.upper[first - 1]:
        first -= 1
    return not (begin < i and last - first > 1 and any(norms[k] in lexicon.surnames for k in range(first, last - 1)))


def begins_own_name(reading: Reading, i: int) -> bool:
    """Whether a name begins at token `i` whose first syllable looks like a head: "Trường THPT Trường Chinh"."""
    raw = reading.raw
    return raw[i] in _FIRST_OF_LIKE_HEADS and any(raw[i : i + len(name)] == name for name in _LIKE_HEADS)


def is_last_syllable(reading: Reading, lexicon: Lexicon, i: int) -> bool:
    """Whether what looks like a head or an honorific ends the name before it: "Hoa Ban", "Ba Đồn", "Tây Thụy Anh".

    Such a word is a single syllable, and neither a capital nor a number goes on with it.
    """
    norms = reading.norms
    head = lexicon.heads.match(norms, i) or lexicon.people.match(norms, i)
    if head is None or head[0] != i + 1 or reading.raw[i].isupper():
        return False
    if i + 1 < len(norms) and (reading.upper[i + 1] or norms[i + 1].isdigit()):
        return False
    return lexicon.agencies.match(norms, reading.raw, i, len(norms)) is None


def _joined(reading: Reading, dash: int) -> bool:
    before, after = reading.norms[dash - 1], reading.norms[dash + 1]
    if (before, after) in _JOINED_BY_SPACED_DASH or before == "việt" and after in _FRIENDS:
        return True
    return reading.ends[dash - 1] == reading.starts[dash] and reading.ends[dash] == reading.starts[dash + 1]


def _begins_something(reading: Reading, lexicon: Lexicon, i: int) -> bool:
    """Whether a capitalised token opens a role, a head or a bloc rather than going on with a name."""
    norm = reading.norms[i]
    if norm not in lexicon.openers and norm not in _OPENS_BLOC:
        return False
    award = lexicon.awards.match(reading.norms, i)
    return (
        lexicon.roles.match(reading.norms, i) is not None
        or award is not None
        and award[1].cls == "title"
        and award[0] - i > 1  # "tặng Huyện ủy Cái Nước Cờ thi đua"
        or (
            lexicon.heads.match(reading.norms, i) is not None
            and len(reading.raw[i]) > 1
            and not is_last_syllable(reading, lexicon, i)
            and not begins_own_name(reading, i)
        )
        or (norm in _OPENS_BLOC and reading.norms[i + 1 : i + 2] != [])
        and reading.norms[i + 1] in ("thi", "tịch", "chí", "nghị", "số", "trưởng", "phó")
    )


def _province_meant(lexicon: Lexicon, name: str) -> str:
    """Return the province whose name differs from that behind "tỉnh" in its marks only: "Quãng Ngài", else the name."""
    written = plain(name)
    meant = {short for _, short in lexicon.provinces.entries if plain(short) == written}
    return meant.pop() if len(meant) == 1 else name


def locality_at(reading: Reading, lexicon: Lexicon, i: int, end: int, bare: bool = True) -> Locality | None:
    """Return the locality at token `i`: a unit with or without its name, or (if `bare`) a province's bare name."""
    if i >= end:
        return None
    unit = unit_at(reading, i, end) if reading.norms[i] in FIRST_OF_UNITS else None
    if unit:
        name = proper_name(reading, lexicon, unit[0], end, after_unit=True)
        if name and lexicon.surnames and reading.raw[unit[0]].isdigit() and unit[1] not in ("quận", "phường"):
            name = None
        if name and unit[1] == "tỉnh" and lexicon.provinces.match(reading.norms, unit[0]) is None:
            name = name[0], _province_meant(lexicon, name[1])
        return Locality(name[0] if name else unit[0], unit[1], name[1] if name else None)
    if bare and reading.upper[i]:
        known = lexicon.provinces.match(reading.norms, i)
        if known and known[0] <= end:
            return Locality(known[0], None, known[1])
    return None
