"""Firms and units that a number tells apart: "Công ty 78 và 732", "Công ty Cà phê 704, 734 và Đăk Uy"."""

from __future__ import annotations

from pipeline.lexicon import Lexicon
from pipeline.mentions.agency_grammar import opens_other
from pipeline.mentions.agency_places import official_name
from pipeline.mentions.places import proper_name
from pipeline.reading import Mention, Reading

_MARKS = frozenset((",", ";", "và"))
_AFTER_NUMBER = frozenset((",", ";", ")", ".", "và", "(", "là", "cùng"))
_VERBS = frozenset("đã vừa đều cùng thuộc ký tiến tổng".split())
"""First words of what the firms did, which may follow the last number: "Hải đội 102, 301 và 402 đã ký giao ước"."""
_LONGEST = 3


def numbers_after(lexicon: Lexicon, reading: Reading, first: Mention, end: int) -> list[Mention]:
    """Return the firms that share the words before the number of the one before them: "Công ty 78, 732 và 75"."""
    raw = reading.raw
    own = first.parts["name"].rsplit(" ", 1)[0]
    found: list[Mention] = []
    at = first.end
    while at + 1 < end and reading.norms[at] in _MARKS and _is_number(raw[at + 1]):
        stop = at + 2
        last = reading.norms[at] == "và" and stop < end and _is_verb(reading, stop)
        if stop < end and not last and reading.norms[stop] not in _AFTER_NUMBER or _is_decimal(reading, stop, end):
            break
        found.append(_firm(at + 1, stop, {**first.parts, "name": f"{own} {raw[at + 1]}"}))
        at = stop
    named = proper_name(reading, lexicon, at + 1, end) if found and reading.norms[at : at + 1] == ["và"] else None
    if named and named[0] - at > 2 and not opens_other(lexicon, reading, at + 1):  # "… 731 và Đăk Uy"
        found.append(_firm(at + 1, named[0], {**first.parts, "name": f"{own} {named[1]}"}))
    return found


def _firm(start: int, stop: int, parts: dict[str, str]) -> Mention:
    mention = Mention("AGENCY", start, stop, "", "elliptical-grammar", parts)
    mention.value = official_name(mention)
    return mention


def _is_number(word: str) -> bool:
    return word.isdigit() and len(word) <= _LONGEST


def _is_verb(reading: Reading, i: int) -> bool:
    """Whether what the firms did follows at token `i`, and no noun that the number before it counts."""
    return reading.norms[i] in _VERBS or reading.norms[i : i + 2] == ["tổ", "chức"]


def _is_decimal(reading: Reading, i: int, end: int) -> bool:
    """Whether a number goes on at token `i`, without a blank: "97,5", not "28, 38"."""
    raw = reading.raw
    if not (0 < i < end - 1 and raw[i] in ",." and raw[i + 1].isdigit() and len(raw[i + 1]) < _LONGEST):
        return False
    return reading.ends[i] == reading.starts[i + 1]
