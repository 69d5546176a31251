"""The places of a list that share a word: "Phổ Yên, Vạn Xuân và xã Kha Sơn" after "các phường"."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.lexicon import Lexicon
from pipeline.mentions.agency_grammar import NameGrammar, is_plural, opens_other
from pipeline.mentions.places import proper_name, unit_at
from pipeline.reading import Reading

_LIST_MARKS = frozenset(", ; và - + & .".split())
_AFTER_ITEM = frozenset(", ; . và ) - (".split())
_BEFORE_PLACE_ITEM = frozenset(", ; và : ( huyện xã phường tỉnh quận phố trấn".split())
_BRACKET_REACH = 8
_ROLE_REACH = 7
_OF_ROLES = frozenset("đơn vị làm là cụm khối trưởng phó thi đua".split())
"""Words of a role behind an item."""


def place_items(grammar: NameGrammar, reading: Reading, i: int, end: int) -> Iterator[tuple[int, int, str | None, str]]:
    """Yield (start, end, unit or None, name) of the places of a list: "Phổ Yên, Vạn Xuân và xã Kha Sơn"."""
    lexicon = grammar.lexicon
    while i < end:
        unit = unit_at(reading, i, end)
        at = unit[0] if unit else i
        listed = _is_listed_place(grammar, reading, i, end)
        place = proper_name(reading, lexicon, at, end, after_unit=unit is not None)
        if place is None and (listed or _is_numbered_place(reading, i, end)):
            place = proper_name(reading, lexicon, i, end, after_unit=True)
            listed = place is not None
        known = lexicon.provinces.match(reading.norms, i) or _begins_like_award(lexicon, reading, i)
        if place is None or not (unit or listed or known or not opens_other(lexicon, reading, i)):
            return
        if not (unit or known) and lexicon.agencies.match(reading.norms, reading.raw, i, end):
            return  # "các quận Ninh Kiều, Cái Răng và VKSND huyện Phong Điền"
        yield i, place[0], unit[1] if unit else None, place[1]
        i, goes_on = next_item(reading, place[0], end)
        if not goes_on:
            return


def _is_numbered_place(reading: Reading, i: int, end: int) -> bool:
    """Whether a number that names a quận or phường stands at token `i`: "các quận 4, 6, 8, Bình Thạnh"."""
    norms = reading.norms
    if not (norms[i].isdigit() and len(norms[i]) < 3 and i + 1 < end and norms[i + 1] in _AFTER_ITEM):
        return False
    k = _before_bracket(norms, i - 1)
    while norms[k] in _LIST_MARKS and norms[k - 1].isdigit():
        k = _before_bracket(norms, k - 2)
    k -= norms[k] == ":"  # "các quận: 7, 12"
    return norms[k] in ("quận", "phường") or norms[k] in ("ủy", "đoàn") and norms[k - 1] == "quận"


def _before_bracket(norms: list[str], k: int) -> int:
    """Return the mark at token `k`, or the number before a bracket in front of it: "các quận 4 (Trưởng cụm), 6"."""
    if norms[k] not in _LIST_MARKS or norms[k - 1] != ")":
        return k
    opened = next((j for j in range(k - 1, max(0, k - _BRACKET_REACH), -1) if norms[j] == "("), 0)
    return opened - 2 if opened > 1 and norms[opened - 1].isdigit() else k


def _begins_like_award(lexicon: Lexicon, reading: Reading, i: int) -> bool:
    """Whether a place begins with the word for a flag: "các huyện Cờ Đỏ, Thới Lai"."""
    award = lexicon.awards.match(reading.norms, i)
    return bool(award) and award is not None and award[0] == i + 1 < len(reading.upper) and reading.upper[i + 1]


def next_item(reading: Reading, i: int, end: int) -> tuple[int, bool]:
    """Return (start, whether there is one) of the next item of a list: after "(Khối trưởng)" and after the marks."""
    if i < end and reading.raw[i] == "(":  # "Hội A (Khối trưởng), B"
        close = next((k for k in range(i, min(i + _BRACKET_REACH, end)) if reading.raw[k] == ")"), None)
        i = close + 1 if close else i
    i = _past_role(reading, i, end)
    before = i
    while i < end and reading.norms[i] in _LIST_MARKS:
        i += 1
    return i, i > before and i < end and not is_plural(reading, i)


def _past_role(reading: Reading, i: int, end: int) -> int:
    """Return where an aside on a role ends at token `i`: "huyện A - Cụm trưởng, huyện B - đơn vị Cụm phó"."""
    norms = reading.norms
    if i >= end or norms[i] not in ("-", "–"):
        return i
    stop = i + 1
    while stop < min(end, i + _ROLE_REACH) and norms[stop] in _OF_ROLES:
        stop += 1
    said = {"trưởng", "phó"} & set(norms[i + 1 : stop])
    return stop if said and (stop >= end or norms[stop] in _AFTER_ITEM) else i


def _is_listed_place(grammar: NameGrammar, reading: Reading, i: int, end: int) -> bool:
    """Whether what looks like a head is a place in a list: "các xã Nhơn Nghĩa A, Trường Long Tây, Tân Hòa"."""
    lexicon, norms = grammar.lexicon, reading.norms
    if i < 1 or norms[i - 1] not in _BEFORE_PLACE_ITEM or not reading.upper[i]:
        return False
    if lexicon.agencies.match(norms, reading.raw, i, end) or lexicon.roles.match(norms, i):
        return False
    name = proper_name(reading, lexicon, i, end, after_unit=True)
    if name is None or lexicon.titles.match(norms, i):
        return False
    return 1 < name[0] - i <= 3 and (name[0] >= end or norms[name[0]] in _AFTER_ITEM)
