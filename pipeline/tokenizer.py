"""The lossless split of a text into syllables and punctuation (pipeline/syllables.py) as a spaCy tokenizer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import registry
from spacy.vocab import Vocab

from pipeline.syllables import split, visible

NAME = "thidua.SyllableTokenizer.v1"
"""The tokenizer's name in spaCy's registry."""


class SyllableTokenizer:
    """Callable `text -> Doc`, with `"".join(t.text_with_ws for t in doc) == text` for every string."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """Return the text as syllables, marks and white space; nothing is dropped, changed or added."""
        pieces = split(text)
        words = [visible(piece) or piece for piece in pieces]
        spaces = [word != piece for word, piece in zip(words, pieces, strict=True)]
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
