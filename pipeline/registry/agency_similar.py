"""Names that no earlier rule took, compared in their block: the same place, tier, head and numbers.

Vietnamese siblings differ by one short word ("Chư Sê", "Chư Prông") or by one mark ("Đông Sơn", "Đồng Sơn"), so a high
score alone says little. Two names are one only if all that differs is a slip of the pen (a word that is none),
initials, the order of words or a company's legal form; what else is alike goes to people.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA, Indel

from pipeline.lexicon import read_table
from pipeline.registry.agency_words import is_number, name_key, without_legal_form
from pipeline.text import plain

SAME = 80.0
"""Least score (0 to 100, rapidfuzz's ratio of the two keys) of names with slips that are taken for one.

Measured on the gold reports, 300 labelled pairs and a generated history: between 60 and 95 no pair hangs on it, for
what differs decides. It keeps names apart that have little else in common.
"""

DOUBT = 90.0
"""Least score of names that people are asked about."""

_SLIP_LENGTH = 4
"""So long must a word be for one letter of it to be a slip."""


@dataclass(frozen=True, slots=True)
class Match:
    """Two keys that are alike: `same` or for people to tell; `reason` in words, `score` from 0 to 100."""

    left: str
    right: str
    same: bool
    reason: str
    score: float


_TABLES = ("agencies", "awards", "heads", "people", "provinces", "titles", "triggers")


def vocabulary(names: Iterable[str] = ()) -> frozenset[str]:
    """Return the syllables that exist, as the lexicon and `names` (of places) have them: one of them is no slip."""
    return _lexicon_words().union(*(name_key(name).split() for name in names))


@lru_cache(maxsize=1)
def _lexicon_words() -> frozenset[str]:
    texts = (text for table in _TABLES for row in read_table(table) for text in row.values())
    return frozenset(word for text in texts for word in name_key(text).split())


def matches(keys: Sequence[str], fixed: Set[str] = frozenset(), words: Set[str] = frozenset()) -> list[Match]:
    """Return the alike among the keys of one block, sorted.

    Args:
        keys: the keys; the order does not matter.
        fixed: those of them that are the lexicon's: no two of these are ever alike.
        words: syllables that exist.
    """
    found: list[Match] = []
    blocks: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for key in sorted(set(keys)):
        blocks[_numbers(key)].append(key)
    for block in blocks.values():
        for left, right, score in _pairs(block, fixed):
            match = compare(left, right, score, words)
            if match:
                found.append(match)
    return sorted(found, key=lambda match: (match.left, match.right))


def _pairs(keys: list[str], fixed: Set[str]) -> Iterator[tuple[str, str, float]]:
    cores = [without_legal_form(key)[0] for key in keys]
    for i, left in enumerate(keys[:-1]):
        rest = cores[i + 1 :]
        for _, score, j in process.extract(cores[i], rest, scorer=fuzz.token_sort_ratio, score_cutoff=50, limit=None):
            right = keys[i + 1 + j]
            if not (left in fixed and right in fixed):
                yield left, right, round(score, 1)


def compare(left: str, right: str, score: float, words: Set[str] = frozenset()) -> Match | None:
    """Return how two keys of one block are alike, or None.

    1. the same but for a company's legal form, which one of them leaves out;
    2. the same words in another order, two or more together: "Thông tin và Thể thao", but not "Sơn Nam", "Nam Sơn";
    3. initials: "bệnh viện ihct" and "bệnh viện i học cổ truyền";
    4. slips: each other word is no word, and one letter or only marks away from its like;
    5. a score that makes people look.
    """
    (one, form), (other, other_form) = without_legal_form(left), without_legal_form(right)
    if one == other:
        same = not (form and other_form)
        return Match(left, right, same, "the same but for the legal form", 100.0 if same else 95.0)
    a, b = one.split(), other.split()
    edits = [op for op in Indel.opcodes(a, b) if op.tag != "equal"]
    changes = list(_changes(edits, a, b))
    if sorted(a) == sorted(b):
        moved = min(len(x) + len(y) for x, y in changes)
        return Match(left, right, True, "the same words in another order", 100.0) if moved > 1 else None
    if all(_initials(x, y) or _initials(y, x) for x, y in changes):
        return Match(left, right, True, "initials of the same words", score)
    if score >= SAME and all(_slip(x, y, words) or _initials(x, y) or _initials(y, x) for x, y in changes):
        return Match(left, right, True, "a slip in a word", score)
    if score >= DOUBT and (not _siblings(changes) or plain(one) == plain(other)):
        return Match(left, right, False, "alike", score)
    return None


def _changes(edits: Iterable[object], a: list[str], b: list[str]) -> Iterator[tuple[list[str], list[str]]]:
    """Yield what stands in the one for what in the other; neighbouring edits are one."""
    start: tuple[int, int] | None = None
    end = (0, 0)
    for op in edits:
        src, dst = op.src_start, op.dest_start  # type: ignore[attr-defined]
        if start is not None and (src, dst) != end:
            yield a[start[0] : end[0]], b[start[1] : end[1]]
            start = None
        start = start or (src, dst)
        end = op.src_end, op.dest_end  # type: ignore[attr-defined]
    if start is not None:
        yield a[start[0] : end[0]], b[start[1] : end[1]]


def _initials(short: list[str], long: list[str]) -> bool:
    if len(short) != 1 or len(long) < 2 or len(short[0]) != len(long):
        return False
    return all(plain(letter) == plain(word[0]) for letter, word in zip(short[0], long, strict=True))


def _slip(left: list[str], right: list[str], words: Set[str]) -> bool:
    """Whether each word is a slip of its like: the one exists, and the other does not."""
    if len(left) != len(right):
        return False
    return all(_slip_of_word(x, y, words) for x, y in zip(left, right, strict=True))


def _slip_of_word(x: str, y: str, words: Set[str]) -> bool:
    if x == y:
        return True
    if (x in words) == (y in words) or is_number(x) or is_number(y):
        return False
    if plain(x) == plain(y):
        return True
    return max(len(x), len(y)) >= _SLIP_LENGTH and OSA.distance(x, y) <= 1


def _siblings(changes: Sequence[tuple[list[str], list[str]]]) -> bool:
    """Whether each has words of its own in one place, as siblings have: "Chư Sê", "Chư Prông"."""
    return any(x and y for x, y in changes)


def _numbers(key: str) -> tuple[str, ...]:
    return tuple(word for word in key.split() if is_number(word))
