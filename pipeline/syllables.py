"""A lossless split of a text into syllables and punctuation.

Vietnamese writes a space between syllables, so words are a guess and syllables are not. Each run of letters, digits
and combining marks is a token, each other visible character is one, and white space is kept to the letter as spaCy
keeps it: one space belongs to the token before it, everything else is a token of its own.
"""

from __future__ import annotations

import re

_TOKEN = re.compile(
    r"(\s+)"
    r"|(TP(?=HCM)"  # "TPHCM" is "TP HCM": a unit and its name
    r"|[^\W_][\w\u0300-\u036f]*"  # "Sở", "HĐND", "2024", decomposed letters with their marks
    r"|.)"  # one mark of punctuation, a symbol, a control character
    r"( ?)",
    re.DOTALL,
)


def split(text: str) -> list[tuple[str, str, str]]:
    """Return a text's tokens as (white space, visible token, space after it); one of the first two is empty.

    Raises:
        UnicodeEncodeError: the text holds half of a character (a lone surrogate), which no file could take.
    """
    text.encode()
    return _TOKEN.findall(text)
