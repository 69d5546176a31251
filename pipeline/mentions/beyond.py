"""The words for what goes beyond the six kinds of fact, from `corpora/lexicon/beyond.csv`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from pipeline.lexicon import Phrases, shared_lexicon, words_beyond
from pipeline.reading import Reading


@dataclass(frozen=True, slots=True)
class Words:
    """The expressions of some kinds in the table."""

    phrases: Phrases[tuple[str, str]]

    def find(self, reading: Reading, start: int = 0, end: int | None = None) -> list[tuple[int, int, str, str]]:
        """Return (start, end, kind, value) of the expressions in `[start, end)`, without overlaps."""
        return [(first, last, *told) for first, last, told in reading.matches(self.phrases, start, end)]


@lru_cache(maxsize=8)
def words(*kinds: str) -> Words:
    """Return the expressions of the kinds that are named, each with its kind and value."""
    return Words(shared_lexicon().beyond.get(kinds) or words_beyond(kinds))
