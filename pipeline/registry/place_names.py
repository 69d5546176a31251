"""Written names of places: the word for the kind of unit taken off, and the keys under which spellings meet."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from pipeline.mentions.places import LEVEL_OF_UNIT, UNITS
from pipeline.reading import tokens_of
from pipeline.text import plain, syllables

_LETTERS = {"h": "huyện", "q": "quận", "p": "phường", "x": "xã", "đk": "đặc khu"}
_UNITS = UNITS | {(letter, "."): unit for letter, unit in _LETTERS.items()}
_KIND_OF_LEVEL = {"tỉnh": "province", "huyện": "district", "xã": "commune"}

_FINAL_C = re.compile(r"c$")
_FINAL_Y = re.compile(r"(?<=[bcdghklmnprstvxu])y$")


@dataclass(frozen=True, slots=True)
class Written:
    """A place's name as it was written: `type` ("huyện") and `kind` ("district") are None if it stands alone."""

    name: str
    type: str | None = None
    kind: str | None = None


def written(text: str) -> Written:
    """Return a name, folded, without the word for its unit: "H. Đức Cơ" is "đức cơ", of type huyện.

    "Thành phố" counts as a district's, for cities that are provinces are known by name.
    """
    tokens = tokens_of(text)
    for size in (2, 1):
        unit = _UNITS.get(tokens[:size])
        if unit and len(tokens) > size:
            return Written(" ".join(tokens[size:]), unit, _KIND_OF_LEVEL[LEVEL_OF_UNIT[unit]])
    return Written(" ".join(tokens))


def split_unit(full_name: str) -> tuple[str, str]:
    """Return an official name's unit and bare name: "Thị Trấn Năm Căn" is ("thị trấn", "Năm Căn").

    Raises:
        ValueError: the name begins with no word for a unit.
    """
    words = full_name.split()
    for size in (1, 2):
        unit = " ".join(words[:size]).lower()
        if unit in LEVEL_OF_UNIT and len(words) > size:
            return unit, " ".join(words[size:])
    raise ValueError(f"{full_name!r} begins with no word for a unit, such as xã or huyện.")


def key_of(name: str) -> str:
    """Return the key of a bare name: folded, without punctuation, numbers without leading zeros.

    >>> key_of("Bà Rịa – Vũng Tàu"), key_of("01")
    ('bà rịa vũng tàu', '1')
    """
    return " ".join(filter(None, map(_word_key, name.split())))


def loose_key(key: str) -> str:
    """Return the key under which slips and the spellings of highland names meet, from `key_of`'s.

    No marks, no spaces, final c as k, final y as i: "Krông Pắc" and "Krông Pắk", "Ea H'leo" and "Ea Hleo", "Quy Nhơn"
    and "Qui Nhơn".
    """
    return "".join(map(_loose, key.split()))


def slug(name: str) -> str:
    """Return a name in ASCII for ids: "Xã Ia Dok" is "xa-ia-dok"."""
    return "-".join(filter(None, map(_word_slug, name.split())))


# A few thousand words make up all names, so the work is done once a word.


@lru_cache(maxsize=16384)
def _word_key(word: str) -> str:
    return " ".join(syllable.lstrip("0") or syllable for syllable in syllables(word))


@lru_cache(maxsize=16384)
def _word_slug(word: str) -> str:
    return plain(word).replace(" ", "-")


@lru_cache(maxsize=16384)
def _loose(syllable: str) -> str:
    return _FINAL_Y.sub("i", _FINAL_C.sub("k", plain(syllable)))
