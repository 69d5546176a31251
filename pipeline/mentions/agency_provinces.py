"""Bodies of the provinces that are named bare after one: "VNPT Bắc Ninh, Lạng Sơn và Cao Bằng"."""

from __future__ import annotations

from pipeline.lexicon import Lexicon
from pipeline.mentions.agency_grammar import opens_other
from pipeline.mentions.agency_places import official_name
from pipeline.mentions.places import CITIES, proper_name
from pipeline.reading import Mention, Reading, tokens_of

_AFTER_PROVINCE = frozenset(", ; . và ) - ( : để đã cùng được là".split())


def provinces_after(lexicon: Lexicon, reading: Reading, first: Mention, end: int) -> list[Mention]:
    """Return the bodies of the bare provinces after one's: "Cục THADS Kon Tum, Đắk Lắk, Gia Lai"."""
    provinces, norms = lexicon.provinces, reading.norms
    parts = _with_province(lexicon, reading, first)
    if parts is None:
        return []
    found: list[Mention] = []
    at = first.end
    while True:
        at = _past_role(lexicon, reading, at, end)
        if at + 1 >= end or norms[at] not in (",", "và"):
            break
        named = provinces.match(norms, at + 1) if reading.upper[at + 1] else None
        if named is None and found and not opens_other(lexicon, reading, at + 1):
            named = proper_name(reading, lexicon, at + 1, end)  # "Cảng vụ Hàng hải Đà Nẵng, Quảng Nam, Quy Nhơn"
        if not named or named[0] > end or named[1] == parts["place"]:
            break
        if named[0] < end and (reading.upper[named[0]] or norms[named[0]] not in _AFTER_PROVINCE):
            break
        unit = {"unit": "thành phố" if named[1] in CITIES else "tỉnh"} if "unit" in parts else {}
        mention = Mention("AGENCY", at + 1, named[0], "", "list-of-places", {**parts, **unit, "place": named[1]})
        mention.value = official_name(mention, keep_place=True)
        found.append(mention)
        at = named[0]
    return found


def _past_role(lexicon: Lexicon, reading: Reading, i: int, end: int) -> int:
    """Return the token after a bracket that only gives a role at token `i`, "(Cụm trưởng)", or `i`."""
    role = lexicon.roles.match(reading.norms, i + 1) if i + 2 < end and reading.norms[i] == "(" else None
    return role[0] + 1 if role and reading.norms[role[0] : role[0] + 1] == [")"] else i


def _with_province(lexicon: Lexicon, reading: Reading, first: Mention) -> dict[str, str] | None:
    """Return the parts of an agency whose place is a province, also where that ends its name ("VNPT Bắc Ninh")."""
    provinces = lexicon.provinces
    if "place" in first.parts:
        return first.parts if provinces.match([*tokens_of(first.parts["place"])], 0) else None
    for k in range(first.start + 1, first.end):
        named = provinces.match(reading.norms, k) if first.rule == "grammar" and reading.upper[k] else None
        if named and named[0] == first.end and first.parts["name"].endswith(reading.text(k, first.end)):
            own = first.parts["name"].removesuffix(reading.text(k, first.end)).strip()
            return {**first.parts, "name": own, "place": named[1]} if own else None
    return None
