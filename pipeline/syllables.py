"""A lossless split of a text into syllables and punctuation.

Vietnamese writes a space between syllables, so words are a guess and syllables are not. Each run of letters, digits
and combining marks is a token, each other visible character is one, and white space is kept to the letter as spaCy
keeps it: one space belongs to the token before it, everything else is a token of its own.
"""

from __future__ import annotations

import re

_TOKEN = re.compile(
    r"TP(?=HCM)"  # "TPHCM" is "TP HCM": a unit and its name
    r"|[^\W_][\w\u0300-\u036f]*"  # "Sở", "HĐND", "2024", decomposed letters with their marks
    r"|\s+"
    r"|.",  # one mark of punctuation, a symbol, a control character
    re.DOTALL,
)


def split(text: str) -> tuple[list[str], list[bool]]:
    """Return a text's tokens, and for each whether a space follows that belongs to it.

    Raises:
        UnicodeEncodeError: the text holds half of a character (a lone surrogate), which no file could take.
    """
    text.encode()
    words: list[str] = []
    spaces: list[bool] = []
    for token in _TOKEN.findall(text):
        # A leading single space belongs to the token before it, unless that is white space itself.
        if token[0] == " " and words and not spaces[-1] and not words[-1].isspace():
            spaces[-1] = True
            token = token[1:]
            if not token:
                continue
        words.append(token)
        spaces.append(False)
    return words, spaces
