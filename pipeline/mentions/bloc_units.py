"""Territorial units in names of blocs: "các huyện đồng bằng, thị xã, thành phố", "các tỉnh Đông Nam Bộ và TP. …"."""

from __future__ import annotations

from pipeline.lexicon import Lexicon
from pipeline.mentions.bloc_numbers import is_region
from pipeline.mentions.places import CITIES, locality_at, unit_at
from pipeline.reading import Reading

_LIST = 8
"""So many tokens before an item of a list of units the word that opens the list may stand."""


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
