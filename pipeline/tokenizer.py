"""A lossless spaCy tokenizer of syllables and punctuation.

Vietnamese writes a space between syllables, so words are a guess and syllables are not. Each run of letters, digits
and combining marks is a token, each other visible character is one, and white space is kept to the letter as spaCy
keeps it: one space belongs to the token before it, everything else is a token of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import registry
from spacy.vocab import Vocab

NAME = "thidua.SyllableTokenizer.v1"
"""The tokenizer's name in spaCy's registry."""

_TOKEN = re.compile(
    r"(?P<unit>TP(?=HCM))"  # "TPHCM" is "TP HCM": a unit and its name
    r"|(?P<syllable>[^\W_][\w\u0300-\u036f]*)"  # "Sở", "HĐND", "2024", decomposed letters with their marks
    r"|(?P<space>\s+)"
    r"|(?P<other>.)",  # one mark of punctuation, a symbol, a control character
    re.DOTALL,
)


class SyllableTokenizer:
    """Callable `text -> Doc`, with `"".join(t.text_with_ws for t in doc) == text` for every string."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """Return the text as syllables, marks and white space; nothing is dropped, changed or added."""
        words: list[str] = []
        spaces: list[bool] = []
        for match in _TOKEN.finditer(text):
            token = match[0]
            if match.lastgroup == "space":
                # A leading single space belongs to the token before it, unless that is white space itself.
                if words and token[0] == " " and not spaces[-1] and not words[-1].isspace():
                    spaces[-1] = True
                    token = token[1:]
                if not token:
                    continue
            words.append(token)
            spaces.append(False)
        return Doc(self.vocab, words=words, spaces=spaces)

    # The tokenizer has no settings, so there is nothing to write; spaCy asks for these four all the same.
    def to_bytes(self, **_: Any) -> bytes:
        """Return nothing: the tokenizer has no state."""
        return b""

    def from_bytes(self, _data: bytes, **_: Any) -> SyllableTokenizer:
        """Return the tokenizer itself."""
        return self

    def to_disk(self, _path: str | Path, **_: Any) -> None:
        """Write nothing: the tokenizer has no state."""

    def from_disk(self, _path: str | Path, **_: Any) -> SyllableTokenizer:
        """Return the tokenizer itself."""
        return self


def create_tokenizer() -> Callable[[Language], SyllableTokenizer]:
    """Return the factory that a spaCy config names: `nlp -> SyllableTokenizer`."""
    return _tokenizer_of


def _tokenizer_of(nlp: Language) -> SyllableTokenizer:
    return SyllableTokenizer(nlp.vocab)


registry.tokenizers(NAME, func=create_tokenizer)
