"""What things are called in the generated history: agencies with their dated names, blocs, people, papers.

The tables are in data/history_agencies.csv and data/history_places.csv. They say what happened, and are kept apart from
the lexicon that the rules use.
"""

from __future__ import annotations

import csv
import unicodedata
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from random import Random
from typing import NamedTuple

REFORM = date(2025, 3, 1)
MERGER = date(2025, 7, 1)
DATA = Path(__file__).parent / "data"

SECTORS = {
    "tham-muu": ("các cơ quan Tham mưu tổng hợp", "Tham mưu tổng hợp", "Tham mưu - Tổng hợp"),
    "kinh-te": ("các cơ quan Kinh tế - Kỹ thuật", "Kinh tế - Kỹ thuật", "Kinh tế – Kỹ thuật"),
    "van-xa": ("các cơ quan Văn hóa - Xã hội", "Văn hóa - Xã hội", "Văn hoá – Xã hội"),
    "noi-chinh": ("các cơ quan Nội chính", "Nội chính", "các cơ quan nội chính"),
    "dang": ("các cơ quan Đảng", "các cơ quan Đảng", "cơ quan Đảng"),
    "doan-the": ("Mặt trận và các đoàn thể", "Mặt trận và đoàn thể", "Mặt trận Tổ quốc và các đoàn thể"),
    "hoi": ("các hội đặc thù", "các Hội đặc thù", "Hội đặc thù"),
    "tai-chinh": ("Tài chính - Ngân hàng", "các đơn vị Tài chính - Ngân hàng", "Tài chính – Ngân hàng"),
    "doanh-nghiep": ("Doanh nghiệp", "các doanh nghiệp", "các Doanh nghiệp"),
    "cac-huyen": ("các huyện, thị xã, thành phố", "các huyện, thành phố", "các huyện, thị xã và thành phố"),
    "kinh-te-huyen": ("Kinh tế", "các cơ quan Kinh tế", "Kinh tế"),
    "van-xa-huyen": ("Văn hóa - Xã hội", "Văn hoá - Xã hội", "các cơ quan Văn hóa - Xã hội"),
    "tong-hop-huyen": ("Nội chính - Tổng hợp", "Nội chính – Tổng hợp", "các cơ quan Nội chính - Tổng hợp"),
}
"""What follows "Khối thi đua" in a bloc that is named by its sector: the usual form and two others."""

HEROES = (
    "Lê Lợi|Nguyễn Huệ|Trần Hưng Đạo|Quang Trung|Phan Bội Châu|Phan Chu Trinh|Lê Hồng Phong|Trần Phú|Nguyễn Trãi|"
    "Nguyễn Du|Chu Văn An|Lý Thường Kiệt|Ngô Quyền|Lê Quý Đôn|Hoàng Hoa Thám|Võ Thị Sáu|Nguyễn Thị Minh Khai|"
    "Hùng Vương|Trường Chinh|Nguyễn Văn Cừ|Lương Thế Vinh|Hai Bà Trưng|Đinh Tiên Hoàng|Lê Thánh Tông|Trần Cao Vân|"
    "Huỳnh Thúc Kháng|Nguyễn Bỉnh Khiêm|Ngô Gia Tự|Lê Duẩn|Tôn Đức Thắng"
).split("|")
SCHOOLS = (
    ("Trường THPT", "Trường Trung học phổ thông"),
    ("Trường THCS", "Trường Trung học cơ sở"),
    ("Trường Tiểu học", "Trường tiểu học"),
    ("Trường Mầm non", "Trường mầm non"),
)

FAMILY = "Nguyễn Trần Lê Phạm Hoàng Vũ Đặng Bùi Đỗ Hồ Nông Lò Y A Rơ".split()
MIDDLE = "Văn Thị Hữu Đức Minh Thanh Quang Ngọc Xuân Thu".split()
GIVEN = "An Bình Chung Dũng Giang Hà Hùng Khánh Lan Long Mai Nam Phương Quân Sơn Thảo Tuấn Vinh Yến Đạt".split()
POSTS = ("Giám đốc", "Phó Giám đốc", "Chánh Văn phòng", "Trưởng phòng", "Phó Trưởng ban", "Chủ tịch")

PAPERS = ("bao", "dai", "so-noi-vu", "ubmttq", "tin-tinh")
"""Portals of a province; `NATIONAL_PAPERS` are of none."""
NATIONAL_PAPERS = ("thi-dua-viet-nam", "nhan-dan-online")


@dataclass(frozen=True, slots=True)
class Agency:
    """One agency in one place under one name; `line` is the same for those that it went on in."""

    agency_id: str
    name: str
    full_name: str
    variants: tuple[str, ...]
    bare: str | None
    line: str
    since: date | None = None
    until: date | None = None
    successor: str | None = None

    def exists(self, day: date) -> bool:
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


class Written(NamedTuple):
    """An agency's name as the text has it, and as the reader gives it."""

    text: str
    value: str


class ProvinceRow(NamedTuple):
    """A province; `successor` is the province that it went into on 2025-07-01, perhaps under its own name."""

    name: str
    successor: str | None
    districts: tuple[str, ...]
    communes: tuple[str, ...]


@cache
def province_rows() -> tuple[ProvinceRow, ...]:
    """All provinces that are no city: those with districts first."""
    with (DATA / "history_places.csv").open(encoding="utf-8", newline="") as file:
        return tuple(
            ProvinceRow(
                r["province"],
                r["successor"] or None,
                tuple(filter(None, r["districts"].split("|"))),
                tuple(filter(None, r["communes"].split("|"))),
            )
            for r in csv.DictReader(file)
        )


@cache
def _agency_rows() -> tuple[dict[str, str], ...]:
    with (DATA / "history_agencies.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def slug(name: str) -> str:
    """ASCII words: "Kon Tum" is kon-tum."""
    plain = unicodedata.normalize("NFD", name.replace("Đ", "D").replace("đ", "d"))
    return "-".join("".join(c for c in plain.lower() if c.isalnum() or c in " -'").replace("'", "").split())


def directory(province: str, place: str, since: date | None, until: date | None) -> dict[str, tuple[str, Agency]]:
    """The agencies of a province by their names, each with its sector."""
    rows = [r for r in _agency_rows() if r["sector"] != "huyen"]
    return _directory(rows, f"tỉnh {province}", province, place, since, until)


def district_directory(district: str, place: str) -> dict[str, tuple[str, Agency]]:
    """The offices of a district by their names, each with its sector; `district` as in "huyện Đức Cơ"."""
    rows = [r for r in _agency_rows() if r["sector"] == "huyen"]
    name = district.removeprefix("huyện ")
    return _directory(rows, district, name, place, None, date(2025, 6, 30))


def _directory(
    rows: list[dict[str, str]], locality: str, place_name: str, place: str, since: date | None, until: date | None
) -> dict[str, tuple[str, Agency]]:
    successors = {r["name"]: r["successor"] for r in rows}
    made = {}
    for row in rows:
        own_until = date.fromisoformat(row["until"]) if row["until"] else None
        own_since = date.fromisoformat(row["since"]) if row["since"] else None
        if since and own_until and own_until < since:
            continue
        name = row["name"].format(p=place_name)
        full = {"name": name, "own": f"{name} {place_name}", "drop": f"{name} {locality}"}[row["locality"]]
        end = row["name"]
        while successors.get(end):
            end = successors[end]
        made[row["name"]] = (
            row["sector"],
            Agency(
                agency_id=f"{name} @ {place}",
                name=name,
                full_name=full,
                variants=tuple(v.format(p=place_name) for v in row["variants"].split("|") if v),
                bare=None,
                line=f"{end} @ {place}",
                since=max(filter(None, (own_since, since)), default=None),
                until=min(filter(None, (own_until, until)), default=None),
                successor=row["successor"] or None,
            ),
        )
    return made


def unit_of_place(office: str, place_name: str, province_place: str, since: date | None, until: date | None) -> Agency:
    """The office of a district or commune that is named with it: "Công an" + "huyện Đức Cơ"."""
    name = f"{office} {place_name}"
    long_forms = {"UBND": "Ủy ban nhân dân", "Liên đoàn Lao động": "LĐLĐ", "Công an": "CA"}
    return Agency(
        agency_id=f"{name} @ {province_place}",
        name=name,
        full_name=name,
        variants=(f"{long_forms[office]} {place_name}",),
        bare=place_name if office == "UBND" else None,
        line=f"{name} @ {province_place}",
        since=since,
        until=until,
    )


def school(number: int, place: str, until: date | None, since: date | None = None) -> Agency:
    """One of a province's schools. Every province has the same names."""
    again, number = divmod(number, len(HEROES) * len(SCHOOLS))
    short, long = SCHOOLS[number // len(HEROES)]
    hero = HEROES[number % len(HEROES)] + (f" {again + 1}" if again else "")
    name = f"{short} {hero}"
    variants = (f"{long} {hero}", name.removeprefix("Trường "))
    return Agency(f"{name} @ {place}", name, name, variants, None, f"{name} @ {place}", since, until)


_TONES = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
_OTHER_TONE_PLACE = {"hóa": "hoá", "Tòa": "Toà", "Ủy": "Uỷ", "ủy": "uỷ", "thủy": "thuỷ", "Hòa": "Hoà", "Hóa": "Hoá"}


def write_agency(agency: Agency, rng: Random, several_places: bool) -> Written:
    """Write a name as reports do. The reader mends most of it: of what it leaves, a person still sees the agency.

    Args:
        agency: whose name.
        rng: where the choice comes from.
        several_places: whether the bloc spans provinces, so that the place belongs to the name.
    """
    name = agency.full_name if several_places else agency.name
    chance = rng.random()
    if agency.bare and rng.random() < 0.3:
        return Written(agency.bare, agency.bare)
    if several_places and chance > 0.95 and name.count(" tỉnh ") == 1:
        name = name.replace(" tỉnh ", " ")
    if several_places or chance < 0.62:
        return Written(name, name)
    if chance < 0.76:
        return Written(agency.full_name, name)
    if chance < 0.90:
        variant = rng.choice(agency.variants) if agency.variants else name
        return Written(variant, name if chance < 0.85 else variant)
    if chance < 0.94:
        other = " ".join(_OTHER_TONE_PLACE.get(word, word) for word in name.split(" "))
        return Written(other, other)
    if chance < 0.96:
        other = name.replace(" và ", " & ", 1)
        return Written(other, other)
    if chance < 0.985:
        return Written(agency.full_name, agency.full_name)
    slip = _misspell(agency, rng)
    return Written(slip, slip)


def _misspell(agency: Agency, rng: Random) -> str:
    """Lose the tone of one syllable of the generic part of a name."""
    words = agency.name.split(" ")
    place = set(agency.full_name.split(" ")[-3:]) if agency.full_name == agency.name else set()
    places = [i for i, w in enumerate(words) if i and w not in place and _without_tone(w) != w]
    if places:
        i = rng.choice(places)
        words[i] = _without_tone(words[i])
    return " ".join(words)


def _without_tone(word: str) -> str:
    kept = "".join(c for c in unicodedata.normalize("NFD", word) if c not in _TONES)
    return unicodedata.normalize("NFC", kept)


_ROMAN = " I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX".split(" ")


class Naming(NamedTuple):
    """How a decision calls a bloc: by number, by sector, or by both."""

    number: int | None
    sector: str | None
    roman: bool = False


class BlocName(NamedTuple):
    """A bloc's name in one report, and what tells it from the authority's other blocs there."""

    text: str
    keys: tuple[str, ...]


def write_bloc(kind: str, naming: Naming, rng: Random) -> BlocName:
    """Write a bloc's name as reports do."""
    head = kind.capitalize()
    number, sector = naming.number, naming.sector
    chance = rng.random()
    if number is not None and sector is not None:
        if chance < 0.4:
            sector = None
        elif chance < 0.6:
            number = None
        else:
            phrase = SECTORS[sector][0]
            text = (
                f"{head} thi đua số {number} - {phrase}" if chance < 0.8 else f"{head} thi đua số {number} ({phrase})"
            )
            return BlocName(text, (f"{kind} {number}", f"{kind} {sector}"))
    if number is not None:
        chance = rng.random()
        digits = str(number)
        if naming.roman != (chance < 0.1) and number < len(_ROMAN):
            digits = _ROMAN[number]
        elif chance > 0.92:
            digits = f"{number:02}"
        form = rng.random()
        text = f"{head} thi đua số {digits}"
        if form > 0.9:
            text = f"{head} {digits}"
        elif form > 0.8:
            text = f"{head} thi đua {digits}"
        elif form > 0.72:
            text = f"{head} số {digits}"
        return BlocName(text, (f"{kind} {number}",))
    assert sector is not None
    words = SECTORS[sector][0 if rng.random() < 0.6 else rng.randrange(3)]
    return BlocName(f"{head} {'thi đua ' if rng.random() < 0.85 else ''}{words}", (f"{kind} {sector}",))
