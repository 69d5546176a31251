"""Territorial units in names of blocs: "các huyện đồng bằng, thị xã, thành phố", "các tỉnh Đông Nam Bộ và TP. …"."""

from __future__ import annotations

from pipeline.lexicon import Lexicon
from pipeline.mentions.bloc_numbers import is_region
from pipeline.mentions.places import CITIES, locality_at, unit_at
from pipeline.numerals import SEVERAL
from pipeline.reading import Reading

_LIST = 8
"""So many tokens before an item of a list of units the word that opens the list may stand."""

_KINDS_OF_REGION = frozenset(
    tuple(words.split())
    for words in ("đồng bằng", "miền núi", "vùng núi", "vùng cao", "vùng thấp", "trung du", "ven biển", "miền biển")
)
"""What the blocs of a province's districts are called after where they are: "cụm đồng bằng", "cụm miền núi"."""

_UNITS = frozenset(
    tuple(words.split())
    for words in ("cơ quan", "đơn vị", "doanh nghiệp", "ban đảng", "đoàn thể", "tổ chức", "ban quản", "trường đại")
)
"""First two syllables of the units by which a bloc is called: "khối các cơ quan tổng hợp", "khối các đoàn thể"."""
_OF_A_KIND = frozenset("quan vị nghiệp đoàn ủy bộ thuộc lao sinh viên thể theo trường".split())
"""Last words before "khối" where it says of what kind something is: "các đơn vị khối", "Công đoàn khối"."""


def is_kind_of_region(reading: Reading, at: int) -> bool:
    """Whether "cụm" stands before token `at`, and behind it a kind of country: "cụm | đồng bằng", "cụm | miền núi"."""
    return reading.norms[at - 1 : at] == ["cụm"] and tuple(reading.norms[at : at + 2]) in _KINDS_OF_REGION


def names_units(reading: Reading, i: int, at: int, end: int) -> bool:
    """Whether a bloc written small is called by its units: "khối | các cơ quan tổng hợp", "cụm | 7 tỉnh".

    Its kind of units follows "các" or a number; "đơn vị khối các trường" says of which kind a unit is.
    """
    norms = reading.norms
    if at >= end or (i and norms[i - 1] in _OF_A_KIND):
        return False
    if norms[i - 2 : i] == ["thi", "đua"] and tuple(norms[at : at + 2]) in _UNITS:
        return True  # "ký kết giao ước thi đua khối | cơ quan Mặt trận"
    if norms[at] == "các":
        return tuple(norms[at + 1 : at + 3]) in _UNITS or norms[at + 1 : at + 2] in (["sở"], ["ngành"], ["bộ"], ["hội"])
    counted = norms[at].isdigit() or norms[at] in SEVERAL
    return counted and norms[at + 1 : at + 2] in (["tỉnh"], ["huyện"], ["xã"], ["phường"])


def is_unit_of_list(reading: Reading, i: int, end: int) -> bool:
    """Whether a bare word for a unit at token `i` goes on with a list: "các huyện đồng bằng, | thị xã, thành phố".

    A unit that is named ("các huyện, thành phố Bắc Kạn") is another thing, and so is the province after a list.
    """
    unit = unit_at(reading, i, end)
    if unit is None or unit[1] == "tỉnh" or (unit[0] < end and reading.upper[unit[0]]):
        return False
    return any(reading.norms[k] == "các" and unit_at(reading, k + 1, i) for k in range(max(0, i - _LIST), i))


def end_of_city(reading: Reading, lexicon: Lexicon, first: int, i: int, end: int) -> int:
    """Return where a city ends that token `i` adds to a region: "các tỉnh Đông Nam Bộ | và TP. Hồ Chí Minh"; else 0."""
    norms = reading.norms
    if not any(is_region(norms, k) for k in range(first, i)):
        return 0
    place = locality_at(reading, lexicon, i + 1, end)
    return place.end if place and place.name in CITIES and place.unit == "thành phố" else 0


def end_of_provinces(reading: Reading, lexicon: Lexicon, i: int, end: int) -> int:
    """Return where two provinces end that share a bloc: "các Chi cục | Long An - Vĩnh Long"; 0 for a single one."""
    first = lexicon.provinces.match(reading.norms, i)
    if first is None or first[0] + 1 >= end or reading.norms[first[0]] not in ("-", "–", "và"):
        return 0
    second = lexicon.provinces.match(reading.norms, first[0] + 1)
    return second[0] if second and second[0] <= end and reading.upper[first[0] + 1] else 0


def is_of_units(reading: Reading, i: int) -> bool:
    """Whether "khối", "cụm" inside a name says of which units it is: "các Hội Nông dân khối huyện", "cụm phía Bắc"."""
    after = reading.norms[i + 1 : i + 2]
    return after == ["phía"] or (not reading.upper[i] and after in (["quận"], ["huyện"], ["xã"], ["phường"]))
