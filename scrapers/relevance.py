"""How likely a link leads to a report about an emulation bloc, told from its text and, less surely, from its address.

Addresses are bad witnesses: Liferay's slugs lose "đ" ("thi-ua"), those of old NukeViet and Joomla lose every marked
letter ("kh-i-thi-ua"), others are percent-encoded, decomposed, or both. Anchor texts and titles are read as people do.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from urllib.parse import unquote, urlsplit

_SLUG_WEIGHT = 0.9

_BLOC = r"(?:khoi|cum|khu vuc|kh i|c m)"
_EMULATION = r"thi d?ua"
_SIGNS: tuple[tuple[float, re.Pattern[str]], ...] = tuple(
    (weight, re.compile(rf"\b(?:{pattern})\b"))
    for weight, pattern in (
        # "Khối thi đua số 2", "cụm khối giao ước thi đua", "kh-i-thi-ua", "các khối, cụm thi đua"
        (1.0, rf"{_BLOC}(?: (?:khoi|cum))?(?: giao uoc| giao c)? {_EMULATION}"),
        (0.9, r"(?:khoi|cum) (?:truong|pho)|(?:truong|pho) (?:khoi|cum)"),
        (0.8, rf"giao uoc {_EMULATION}|co {_EMULATION}|{_EMULATION} khen (?:thuong|th ng|thu ng)"),
        (0.7, rf"{_EMULATION}"),
        # "Khối thi đua" lost a word: "Khối các cơ quan Nội chính tổng kết", "ký kết giao ước khối doanh nghiệp"
        (0.6, rf"{_BLOC} .{{0,60}}(?:tong ket|so ket|giao uoc|binh xet|ky ket|suy ton)"),
        (0.6, rf"(?:tong ket|so ket|giao uoc|binh xet|ky ket|suy ton|ban giao) .{{0,60}}{_BLOC}"),
        (0.5, r"khen (?:thuong|th ng|thu ng)|suy ton|giao uoc|co luan luu"),
        (0.3, r"tong ket|so ket|ky ket|binh xet"),
    )
)
"""What weighs most goes first."""

_SPACES = re.compile(r"[\W_]+")


def score(text: str, url: str = "") -> float:
    """Return how likely a link leads to a report about a bloc, from 0 (nothing says so) to 1.

    Args:
        text: What the link says, or an article's title.
        url: Its address.
    """
    return max(_weight_of_text(text), _SLUG_WEIGHT * _weight_of_address(url))


@lru_cache(maxsize=4096)
def _weight_of_text(text: str) -> float:
    """Return what a link's text weighs. The same menus stand on all pages of a site."""
    return _weight(plain(text))


@lru_cache(maxsize=4096)
def _weight_of_address(url: str) -> float:
    return _weight(_words(url)) if url else 0.0


def plain(text: str) -> str:
    """Return a text in lower case without marks, its words parted by single spaces ("Thi đua" gives "thi dua")."""
    letters = text.casefold()
    if not letters.isascii():  # as most addresses are
        letters = unicodedata.normalize("NFD", letters).replace("đ", "d")
        letters = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return _SPACES.sub(" ", letters).strip()


def _weight(words: str) -> float:
    return next((weight for weight, sign in _SIGNS if sign.search(words)), 0.0)


def _words(url: str) -> str:
    """Return the words of an address, decoded twice: some portals encode what is encoded already."""
    try:
        parts = urlsplit(unquote(unquote(url)))
    except ValueError:
        return ""
    return plain(f"{parts.path} {parts.query}")
