"""Folding: one spelling for words that differ only in how they were typed.

Portals write one name in many ways: composed and decomposed letters (NFC, NFD), the tone mark on either vowel ("hoá",
"hóa"), four dashes, six quotation marks, zero-width spaces. Matching compares folded tokens; a token keeps its raw
offsets (`pipeline/tokenizer.py`), so nothing has to be mapped back.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import chain, product, zip_longest

# The new style of tone placement ("hòa") for the old ("hoà"), in open syllables only: "hoàn" stays, and so does "quý".
_OLD_TONE = "oà oá oả oã oạ oè oé oẻ oẽ oẹ uỳ uý uỷ uỹ uỵ".split()
_NEW_TONE = "òa óa ỏa õa ọa òe óe ỏe õe ọe ùy úy ủy ũy ụy".split()
_TONE = dict(zip(_OLD_TONE, _NEW_TONE, strict=True))
_OPEN_OLD_TONE = re.compile(rf"(?<!q)(?:{'|'.join(_OLD_TONE)})\b")

_WIDE = "０１２３４５６７８９"
_MARKS = "⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉⓪①②③④⑤⑥⑦⑧⑨⑴⑵⑶⑷⑸⑹⑺⑻⑼⒈⒉⒊⒋⒌⒍⒎⒏⒐❶❷❸❹❺❻❼❽❾➀➁➂➃➄➅➆➇➈➊➋➌➍➎➏➐➑➒"
"""Raised and circled digits, which mark notes, units and items: `str.isdigit` says yes to them, and `int` fails."""

_UNSEEN = str.maketrans(dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\u00ad"))
"""Marks without width, and the soft hyphen."""

_PLAIN = _UNSEEN | str.maketrans(
    dict.fromkeys("‐‑‒–—―−", "-")
    | dict.fromkeys("“”„«»‟″", '"')
    | dict.fromkeys("‘’‚`´", "'")
    | dict(zip(_WIDE, "0123456789", strict=True))
    | dict.fromkeys(_MARKS, "^")
    | {"Ð": "Đ", "ð": "đ"}  # the Icelandic letter that looks the same
    | dict.fromkeys("\u00a0\u2002\u2003\u2009\u202f\u3000", " ")
)


def one_line(text: str) -> str:
    """Return words of a text as a name has them: with single spaces, and without characters that nobody sees."""
    return " ".join(text.translate(_UNSEEN).split())


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Return `text` in NFC and lower case, with plain dashes, quotes, spaces and digits, tone marks in their new place.

    Raised and circled digits are no digits any more. Idempotent. Meant for single tokens and short names; the result is
    cached.
    """
    text = unicodedata.normalize("NFC", text.translate(_PLAIN)).lower()
    return unicodedata.normalize("NFC", _OPEN_OLD_TONE.sub(lambda m: _TONE[m[0]], text))


def with_slips(*names: str) -> list[str]:
    """Return names with their forms in which hỏi and ngã are mixed up, as southern speech has them alike.

    ("Quảng Ngãi") gives ["Quảng Ngãi", "Quảng Ngải", "Quãng Ngãi", "Quãng Ngải"]. No other place is called so.
    """
    marks = re.compile("[\u0303\u0309]")
    found = []
    for name in names:
        pieces = marks.split(unicodedata.normalize("NFD", name))
        own = marks.findall(unicodedata.normalize("NFD", name))
        mixed = [(mark, "\u0303" if mark == "\u0309" else "\u0309") for mark in own]
        for chosen in product(*mixed):
            written = "".join(chain.from_iterable(zip_longest(pieces, chosen, fillvalue="")))
            found.append(unicodedata.normalize("NFC", written))
    return found


@lru_cache(maxsize=4096)
def syllables(name: str) -> tuple[str, ...]:
    """Return the folded words and numbers of a name, without punctuation: "Sở GD&ĐT" gives ("sở", "gd", "đt").

    The result is cached, for one name is compared with many.
    """
    return tuple(w for w in re.findall(r"\w+", fold(name)) if w != "và")


@lru_cache(maxsize=4096)
def plain(name: str) -> str:
    """Return a name's syllables without any mark, so that slips in the marks meet: "Cục Thông kê", "Cục Thống kê"."""
    letters = unicodedata.normalize("NFD", " ".join(syllables(name))).replace("đ", "d")
    return "".join(c for c in letters if not unicodedata.combining(c))


def same_name(name: str) -> str:
    """Return the key under which written variants of one name meet: folded, without punctuation and "và"."""
    return " ".join(syllables(name))
