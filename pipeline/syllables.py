"""A lossless split of a text into syllables and punctuation.

Vietnamese writes a space between syllables, so words are a guess and syllables are not. Each run of letters, digits
and combining marks is a token, each other visible character is one, and white space is kept to the letter as spaCy
keeps it: one space belongs to the token before it, everything else is a token of its own.
"""

from __future__ import annotations

import re

_PIECE = re.compile(
    r"(?:TP(?=HCM)"  # "TPHCM" is "TP HCM": a unit and its name
    r"|[^\W_][\w\u0300-\u036f]*"  # "Sở", "HĐND", "2024", decomposed letters with their marks
    r"|\S) ?"  # one mark of punctuation, a symbol, a control character
    r"|\s+"
)


def split(text: str) -> list[str]:
    """Return a text in pieces: a visible token with the one space after it, if there is one, or white space.

    Raises:
        UnicodeEncodeError: the text holds half of a character (a lone surrogate), which no file could take.
    """
    text.encode()
    return _PIECE.findall(text)


def visible(piece: str) -> str:
    """Return the visible token of a piece, "" for white space."""
    return "" if piece.isspace() else piece.removesuffix(" ")
