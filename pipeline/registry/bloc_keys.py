"""Keys of blocs: what a name says (kind, number, sector), and whose bloc it is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from pipeline.numerals import ROMAN
from pipeline.text import syllables

if TYPE_CHECKING:
    from pipeline.registry.places import Gazetteer

NumberKey = tuple[str, str, str]
"""Kind, number, division: ("cụm", "2", "tiểu học")."""

SectorKey = tuple[str, str, str]
"""Kind, words, ordinal: ("khối", "hội quần chúng", "1")."""

UBND = "ubnd"

_HEAD = frozenset("khối cụm khu vực giao ước thi đua tổ".split())
_ACRONYM_AFTER_NAME = re.compile(r"\(\s*[A-ZĐƯÔ]{2,8}\s*\)")
_DIGITS = re.compile(r"0*(\d{1,3})([a-d]?)")
_SET_OFF = re.compile(r"\D*\d+[a-d]?\s*[^\w\s]")
"""A number with a mark after it, which counts nothing: "Khối 5 (Sở, ban, ngành)"."""

_COUNTED = frozenset(
    "tỉnh thành huyện xã phường quận thị trường đơn cơ hội tháng doanh tập năm bệnh công phòng đặc sở ban".split()
)
"""First syllables of what a number counts: "Cụm thi đua 7 tỉnh Tây Bắc"."""

_FILLERS = frozenset("thi đua khối cụm các số giao ước và thuộc của gồm về".split())
_WEAK = _FILLERS | frozenset(
    "cơ quan đơn vị sở ban ngành tỉnh thành phố cấp khu vực vùng trực đóng trên địa bàn có tính chất".split()
    + "hai hệ thống ubnd".split()
)
"""Words that one report writes in a sector's name and the next one does not; kept where there would be none left."""

_PHRASES = (
    ("huyện thị xã thành phố", "huyện"),
    ("huyện thành phố thị xã", "huyện"),
    ("huyện thị thành", "huyện"),
    ("huyện thành thị", "huyện"),
    ("huyện thị xã", "huyện"),
    ("huyện thành phố", "huyện"),
    ("mặt trận tổ quốc việt nam", "mặt trận"),
    ("mặt trận tổ quốc", "mặt trận"),
    ("các tổ chức chính trị xã hội", "đoàn thể"),
    ("tổ chức chính trị xã hội", "đoàn thể"),
    ("đoàn thể chính trị xã hội", "đoàn thể"),
)
_SHORT = {
    "vh": "văn hóa",
    "xh": "xã hội",
    "vhxh": "văn hóa xã hội",
    "kt": "kinh tế",
    "kh": "khoa học",
    "ct": "chính trị",
    "nn": "nhà nước",
    "qlnn": "quản lý nhà nước",
    "tw": "trung ương",
    "dn": "doanh nghiệp",
    "htx": "hợp tác xã",
    "xskt": "xổ số kiến thiết",
    "mttq": "mặt trận tổ quốc",
    "ubmttq": "ủy ban mặt trận tổ quốc",
    "thcs": "trung học cơ sở",
    "thpt": "trung học phổ thông",
    "ldlđ": "liên đoàn lao động",
    "lđlđ": "liên đoàn lao động",
    "lhpn": "liên hiệp phụ nữ",
    "ccb": "cựu chiến binh",
    "ctđ": "chữ thập đỏ",
    "tand": "tòa án nhân dân",
    "vksnd": "viện kiểm sát nhân dân",
    "kbnn": "kho bạc nhà nước",
    "nhnn": "ngân hàng nhà nước",
    "bhxh": "bảo hiểm xã hội",
    "bđbp": "bộ đội biên phòng",
    "chqs": "chỉ huy quân sự",
    "gd": "giáo dục",
    "gdđt": "giáo dục đào tạo",
    "đt": "đào tạo",
    "tnmt": "tài nguyên môi trường",
    "ubnd": UBND,
}
_DIVISIONS = ("trung học cơ sở", "trung học phổ thông", "tiểu học", "mầm non")
"""Levels of schools: "Cụm thi đua số 3 khối THCS" and "Cụm thi đua số 3 bậc Tiểu học" are two blocs."""

_LEVEL_ENDS = (
    ("thành", "phố"),
    ("thị", "xã"),
    ("thị", "trấn"),
    ("hai", "cấp"),
    ("tỉnh",),
    ("tp",),
    ("huyện",),
    ("quận",),
    ("xã",),
    ("phường",),
)
_BELOW_PROVINCE = frozenset((("thị", "xã"), ("thị", "trấn"), ("huyện",), ("quận",), ("xã",), ("phường",)))
_LOCAL = ("sở ", "phòng ", "bộ chỉ huy ", "ban chỉ huy ", "tỉnh ", "thành ủy", "thành đoàn", "huyện ", "chi cục ")
"""How names of bodies begin that no national body has, whatever level was read."""

_KINDS_OF_LEVEL: Mapping[str, frozenset[str]] = {
    "huyện": frozenset(("district",)),
    "xã": frozenset(("commune",)),
}


@dataclass(frozen=True, slots=True)
class NameKey:
    """What a bloc's name says: "Khối thi đua số 02 (tham mưu tổng hợp)" is khối, "2", "hợp mưu tham tổng".

    `number` is None for blocs without one; `division` tells numbers of one authority apart (levels of schools);
    `sector` holds the words in the order of the alphabet, `ordinal` a number that ends them ("Hội quần chúng 1").
    """

    kind: str
    number: str | None = None
    division: str = ""
    sector: str = ""
    ordinal: str = ""

    @property
    def number_key(self) -> NumberKey | None:
        """Kind, number and division; None for a bloc without a number."""
        return (self.kind, self.number, self.division) if self.number else None

    @property
    def sector_key(self) -> SectorKey | None:
        """Kind, words and ordinal of the sector; None for a bloc without one."""
        return (self.kind, self.sector, self.ordinal) if self.sector else None


@dataclass(frozen=True, slots=True, order=True)
class Owner:
    """Whose bloc it is: `authority` ("ubnd", "sở y tế") in a place ("" for a national body).

    Of an unknown owner, `page` is the report that tells of the bloc, and the only one that does.
    """

    authority: str
    place_id: str
    page: str = ""

    @property
    def known(self) -> bool:
        """Whether it may own blocs that several reports tell of."""
        return not self.page


@lru_cache(maxsize=65536)
def name_key(name: str, kind: str, authority: str = "") -> NameKey:
    """Return what a bloc's name says.

    1. "Khối thi đua số 2", "Khối 02", "Cụm VIII", "Cụm thi đua khối 33": a number;
    2. "Cụm thi đua 7 tỉnh Tây Bắc": a region, for the number counts;
    3. "Khối thi đua 12 - các Tổng Công ty": both;
    4. "Khối thi đua các Hội quần chúng 1": a sector and its ordinal;
    5. "Cụm thi đua số II Hội Nông dân" of the Hội Nông dân: the owner's name is no sector.

    Args:
        name: the name as written.
        kind: khối, cụm or khu vực.
        authority: `Owner.authority`, whose words say nothing about one of its blocs.
    """
    words = list(syllables(_ACRONYM_AFTER_NAME.sub(" ", name)))
    at = 0
    while at < len(words) and words[at] in _HEAD and not (words[at] == "khu" and words[at + 1 : at + 2] != ["vực"]):
        at += 1
    said = words[at : at + 1] == ["số"]
    at += said
    number = _numeral(words[at]) if at < len(words) else None
    if number and not said and words[at].isdigit() and _COUNTED.intersection(words[at + 1 : at + 2]):
        number = number if _SET_OFF.match(name) else None
    rest = _expand([word for word in words[at + bool(number) :] if not (word.isdigit() and _counts(words, word))])
    ordinal = _numeral(rest[-1]) if len(rest) > 1 and not number else None
    if ordinal:
        rest.pop()
    text = _without(" ".join(rest), authority)
    division = next((d for d in _DIVISIONS if d in text), "") if number else ""
    for phrase, short in _PHRASES:
        text = text.replace(phrase, short)
    said_words = [word for word in text.split() if word not in _FILLERS]
    sector = {word for word in said_words if word not in _WEAK} or set(said_words)
    if number and (len(said_words) < 2 or sector <= set(authority.split()) or division):
        sector = set()
    return NameKey(kind, number, division, " ".join(sorted(sector)), ordinal or "")


def owner_of(page_id: str, level: str | None, authority: str | None, place_id: str | None, places: Gazetteer) -> Owner:
    """Return whose bloc it is.

    1. level trung ương with a named authority, or a name that says as much ("Bộ Công an", "Trung ương Hội Nông dân Việt
       Nam"): that body, wherever the report is from;
    2. an authority and its place: that body there ("Hội Nông dân tỉnh" and "Hội Nông dân tỉnh Hà Tĩnh" are one);
    3. a place alone: its UBND;
    4. else, and where level and place do not go together (a district's bloc of which only the province is known, a
       company's without its name): unknown, so that the bloc is known from its page alone.

    Args:
        page_id: the report that names the bloc.
        level: level of its authority.
        authority: the body that it belongs to, as written.
        place_id: the authority's place.
        places: the gazetteer.
    """
    if level is None and authority and _says_national(authority, place_id):
        level = "trung ương"
    unknown = Owner("", "" if level == "trung ương" else place_id or "", page_id or "?")
    if level == "trung ương":
        core, tier = _core(authority or "", ())
        if not core or core == UBND:
            return unknown
        if not tier and not core.startswith(_LOCAL):
            return Owner(_national(core), "")
        level = "huyện" if tier == "huyện" else "tỉnh"  # "Bộ Chỉ huy Quân sự tỉnh" is no ministry
    place = places.places.get(place_id) if place_id else None
    if place is None or (level == "đơn vị" and not authority):
        return unknown
    if place.place_kind not in _KINDS_OF_LEVEL.get(level or "", (place.place_kind,)):
        return unknown
    home = places.province_of(place.place_id) if level in ("tỉnh", "đơn vị") else place.place_id
    names = tuple(sorted({places.places[p].name for p in (place.place_id, home, places.province_of(home))}))
    core, tier = _core(authority or UBND, names)
    if tier == "tỉnh":
        home = places.province_of(home)
    if tier == "huyện" and places.places[home].place_kind == "province":
        return unknown
    return Owner(core, home) if core else unknown


def owner_key(authority: str | None, place_id: str, places: Gazetteer) -> Owner:
    """Return the owner that a review names: an authority as written, None for the UBND, and a place_id or ""."""
    place = places.places.get(place_id)
    names = (place.name, places.places[places.province_of(place_id)].name) if place else ()
    core, _ = _core(authority or UBND, tuple(sorted(set(names))))
    return Owner(core if place_id else _national(core), place_id)


@lru_cache(maxsize=65536)
def _core(authority: str, names: tuple[str, ...]) -> tuple[str, str]:
    """Return an authority's name without place and level, and its level: tỉnh, huyện (or lower), thành phố, ""."""
    words = _expand(list(syllables(authority)))
    text = " ".join(words).replace("ủy ban nhân dân", UBND).removeprefix("chủ tịch ")
    words = text.split()
    ends = [*_LEVEL_ENDS, *sorted(syllables(name) for name in names)]
    tier = ""
    found = True
    while found:
        found = False
        for end in ends:
            if len(words) > len(end) and tuple(words[-len(end) :]) == end:
                if end in _LEVEL_ENDS and end != ("hai", "cấp"):
                    tier = tier or ("huyện" if end in _BELOW_PROVINCE else "tỉnh" if end == ("tỉnh",) else "thành phố")
                words = words[: -len(end)]
                found = True
    return " ".join(words), tier


def _national(core: str) -> str:
    """Return a national body's name as one form: "Trung ương Hội Nông dân Việt Nam" is the Hội Nông dân."""
    for opening in ("ban chấp hành ", "trung ương ", "bộ tư lệnh "):
        core = core.removeprefix(opening)
    return core.removesuffix(" việt nam")


def _says_national(authority: str, place_id: str | None) -> bool:
    """Whether a name says by itself that the body is a national one; "… Việt Nam" does so only without a place."""
    core, tier = _core(authority, ())
    if tier or core.startswith(_LOCAL):
        return False
    return (
        core.startswith(("bộ ", "trung ương "))
        or core.endswith((" tối cao", " chính phủ", " trung ương"))
        or (core.endswith(" việt nam") and not place_id)
    )


def _numeral(word: str) -> str | None:
    digits = _DIGITS.fullmatch(word)
    if digits:
        return f"{int(digits[1])}{digits[2]}"
    return str(ROMAN[word]) if word in ROMAN else None


def _counts(words: list[str], word: str) -> bool:
    """Whether a number stands before what it counts: "các trường 7 tỉnh Tây Bắc"."""
    after = words.index(word) + 1
    return after < len(words) and words[after] in _COUNTED


def _expand(words: list[str]) -> list[str]:
    """Return words with abbreviations spelt out; one in brackets after its long form adds nothing to a sector."""
    return [long for word in words for long in _SHORT.get(word, word).split()]


def _without(text: str, authority: str) -> str:
    """Return a name without its owner's, if anything is left: "Hội Nhà báo các tỉnh Tây Bắc" of the Hội Nhà báo."""
    if not authority or authority == UBND:
        return text
    rest = f" {text} ".replace(f" {authority} việt nam ", " ").replace(f" {authority} ", " ").strip()
    return rest if set(rest.split()) - _WEAK else text
