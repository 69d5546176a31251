"""Localities at the end of agencies' names: "tỉnh", "huyện Đức Cơ", "Huyện ủy Lục Nam", "xã Kha Sơn, huyện Phú Bình".

What is read here are words only; whether a bare name is a place, `agency_sites.py` finds out.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from pipeline.mentions.places import UNITS
from pipeline.registry.agency_kinds import Kinds
from pipeline.registry.agency_words import is_number, split_words

MARKS = frozenset("-–,(.:;/)")
LINKS = frozenset((*MARKS, "thuộc", "của"))
OWNERS: dict[tuple[str, ...], str] = {
    ("tỉnh", "ủy"): "tỉnh",
    ("thành", "ủy"): "thành phố",
    ("huyện", "ủy"): "huyện",
    ("thị", "ủy"): "thị xã",
    ("quận", "ủy"): "quận",
    ("đảng", "ủy"): "xã",
}
_UNIT_IN_NAME = {
    "tỉnh": "tỉnh",
    "thành": "thành phố",
    "huyện": "huyện",
    "thị": "thị xã",
    "quận": "quận",
}
"""The unit that the first word of such a name says: "Huyện đoàn", "Thị ủy"."""

_BODIES_OF_PLACES = frozenset(
    (
        "Tỉnh ủy",
        "Thành ủy",
        "Huyện ủy",
        "Thị ủy",
        "Quận ủy",
        "Trạm Y tế",
        "Điện lực",
        "Bưu điện",
        "Báo",
        "Đài",
        "Viễn thông",
        "VNPT",
        "Viettel",
        "MobiFone",
    )
)
"""Heads after which all that follows is a locality."""

MAX_LOCALITY = 6


@dataclass(frozen=True, slots=True)
class Locality:
    """A locality as written; `firm` if a unit's word stands before its name, `outer` a wider one after it."""

    unit: str | None = None
    place: str | None = None
    firm: bool = False
    outer: tuple[str, str] | None = None


def locality_from(raw: list[str], norms: list[str], i: int) -> Locality | None:
    """Return the locality that fills a name from word `i` to its end; None if other words stand there."""
    while i < len(raw) and (norms[i] in LINKS or norms[i : i + 2] in (["chi", "nhánh"],) or raw[i] == "CN"):
        i += 2 if norms[i] == "chi" else 1
    if norms[i : i + 2] == ["việt", "nam"] and i + 2 < len(raw):
        return locality_from(raw, norms, i + 2)
    if i >= len(raw):
        return Locality()
    owner = OWNERS.get(tuple(norms[i : i + 2]))
    if owner:
        after = locality_from(raw, norms, i + 2)
        if after is None:
            return None
        if after.unit:
            return after
        return replace(after, unit=owner, firm=after.place is not None)
    unit = unit_at(norms, i)
    if unit:
        i = unit[0]
    name = name_to(raw, norms, i)
    if unit is None and all(is_number(norm) for norm in norms[i:name]):
        return None
    if name == i:
        return Locality(unit[1]) if unit and i >= len(raw) else None
    place = joined(" ".join(raw[i:name]))
    if name >= len(raw):
        return Locality(unit[1] if unit else None, place, bool(unit))
    outer = locality_from(raw, norms, name)
    if outer is None:
        return None
    return Locality(unit[1] if unit else None, place, bool(unit), (outer.unit or "", outer.place or ""))


def trailing(kinds: Kinds, raw: list[str], norms: list[str], start: int, head: str) -> tuple[Locality, int]:
    """Return the locality that ends an unlisted name, and where it begins."""
    if head in _BODIES_OF_PLACES and start < len(raw):
        locality = locality_from(raw, norms, start)
        if locality:
            return locality, start
    for i in range(max(start, 1), len(raw)):
        if norms[i : i + 2] == ["chi", "nhánh"] or raw[i] == "CN":
            locality = locality_from(raw, norms, i)
            if locality:
                return locality, i - 1 if norms[i - 1] in MARKS else i
    for i in range(len(raw) - 1, max(start, 1) - 1, -1):
        unit = unit_at(norms, i)
        if (
            unit
            and (i == 0 or norms[i - 1] not in ("tác", "thị") or norms[i : i + 1] != ["xã"])
            and len(raw) - i <= MAX_LOCALITY + 2
        ):
            locality = locality_from(raw, norms, i)
            if locality and (locality.place is None or not raw[i + 1].islower() or locality.firm):
                return locality, i
    for i in range(max(start, 1), len(raw)):
        province = kinds.provinces.match(norms, i)
        if province and province[0] == len(raw) and raw[i][0].isupper():
            before = i - 1 if norms[i - 1] in MARKS and i - 1 > start else i
            return Locality(place=" ".join(raw[i:]) if "." in raw[i:] else province[1]), before
    return Locality(), len(raw)


def province_at_end(kinds: Kinds, name: str) -> str | None:
    """Return the province that a name of the lexicon itself ends with: "Bộ Tư lệnh Thủ đô Hà Nội"."""
    _, norms = split_words(name)
    for i in range(1, len(norms)):
        province = kinds.provinces.match(norms, i)
        if province and province[0] == len(norms):
            return province[1] if norms[i - 1] != "minh" else None
    return None


def of_named_unit(locality: Locality, word: str) -> Locality:
    """Return a locality with the unit that the name's own first word says: "Huyện đoàn Bến Lức"."""
    if locality.unit or word not in _UNIT_IN_NAME:
        return locality
    return replace(locality, unit=_UNIT_IN_NAME[word], firm=locality.place is not None)


def name_to(raw: list[str], norms: list[str], i: int) -> int:
    """Return where the capitalised words of a place's name end that begin at word `i`."""
    first = i
    while i < len(raw) and i - first < MAX_LOCALITY:
        if raw[i] in "'’.-–" and i > first and i + 1 < len(raw) and (raw[i] not in "-–" or raw[i + 1][0].isupper()):
            if raw[i] in "-–" and unit_at(norms, i + 1):
                break
            i += 1
        elif (raw[i][0].isupper() or is_number(norms[i]) or (i and raw[i - 1] in "'’")) and not (
            i > first and unit_at(norms, i) and norms[i] not in ("tỉnh", "xã", "quận", "tp")
        ):
            i += 1
        else:
            break
    return i


def unit_at(norms: list[str], i: int) -> tuple[int, str] | None:
    """Return (end, unit) of the word for a territorial unit at word `i`."""
    for size in (2, 1):
        unit = UNITS.get(tuple(norms[i : i + size]))
        if unit and not (norms[i] == "xã" and norms[i + 1 : i + 2] == ["hội"]) and len(norms) >= i + size:
            return i + size, unit
    return None


def joined(words: str) -> str:
    """Undo the spaces that splitting a name has put around its marks: "Ea H ' leo", "Hóc Môn , Củ Chi"."""
    for mark in "'’./":
        words = words.replace(f" {mark} ", mark)
    return words.replace(" ,", ",").replace(" .", ".").replace("( ", "(").replace(" )", ")")
