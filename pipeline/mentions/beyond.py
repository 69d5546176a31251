"""The words for what goes beyond the six kinds of fact, from `corpora/lexicon/beyond.csv`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from pipeline.lexicon import Phrases, cells, read_table
from pipeline.reading import tokens_of


@dataclass(frozen=True, slots=True)
class Words:
    """The expressions of some kinds in the table; `firsts` are the tokens that they begin with."""

    phrases: Phrases[tuple[str, str]]
    firsts: frozenset[str]

    def find(self, norms: Sequence[str], start: int, end: int) -> list[tuple[int, int, str, str]]:
        """Return (start, end, kind, value) of the expressions in `[start, end)`, without overlaps."""
        found: list[tuple[int, int, str, str]] = []
        for i in range(start, end):
            if norms[i] in self.firsts and not (found and i < found[-1][1]):
                match = self.phrases.match(norms, i)
                if match and match[0] <= end:
                    found.append((i, match[0], *match[1]))
        return found


@lru_cache(maxsize=8)
def words(*kinds: str) -> Words:
    """Return the expressions of the kinds that are named, each with its kind and value."""
    rows = [row for row in read_table("beyond") if row["kind"] in kinds]
    entries = [(written, (row["kind"], row["value"])) for row in rows for written in cells(row["written"])]
    return Words(Phrases(entries), frozenset(tokens_of(written)[0] for written, _ in entries))
