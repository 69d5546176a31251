"""Sets of names that mean one bloc, joined step by step, with the reason of every step."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """Two names that were joined, by their indices, and why; `score` is the share of units in common, if counted."""

    left: int
    right: int
    reason: str
    score: float | None


class Partition:
    """Disjoint sets of the numbers 0 to n - 1 (a union-find), some of which may be kept apart.

    A set may not hold two marks that clash: here two numbers of blocs in one year.
    """

    def __init__(self, marks: Sequence[frozenset[tuple[int, str, str]]]) -> None:
        """Make a set of each member; `marks` are its (year, number, division)."""
        self._parent = list(range(len(marks)))
        self._marks = [set(m) for m in marks]
        self._apart: list[set[int]] = [set() for _ in marks]
        self._reviewed: set[tuple[int, int]] = set()
        self.steps: list[Step] = []

    def find(self, one: int) -> int:
        """Return the member that stands for the set of `one`: its least."""
        root = one
        while self._parent[root] != root:
            root = self._parent[root]
        while self._parent[one] != root:
            self._parent[one], one = root, self._parent[one]
        return root

    def together(self, a: int, b: int) -> bool:
        """Whether two members are in one set."""
        return self.find(a) == self.find(b)

    def keep_apart(self, a: int, b: int, reviewed: bool = False) -> bool:
        """Never join the sets of two members from now on; False if they are one set already.

        `reviewed` tells that a person said so.
        """
        if reviewed:
            self._reviewed.add((a, b))
        a, b = self.find(a), self.find(b)
        if a == b:
            return False
        self._apart[a].add(b)
        self._apart[b].add(a)
        return True

    def reviewed_apart(self) -> set[tuple[int, int]]:
        """Return the pairs of sets that people keep apart, each by its least members, the lower first."""
        pairs = ((self.find(a), self.find(b)) for a, b in self._reviewed)
        return {(min(pair), max(pair)) for pair in pairs}

    def join(self, a: int, b: int, reason: str, score: float | None = None, force: bool = False) -> bool:
        """Join the sets of two members; return whether they are in one set now.

        They are not where they are kept apart, or their marks clash; `force` overrides the marks.
        """
        left, right = sorted((self.find(a), self.find(b)))
        if left == right:
            return True
        if right in self._apart[left] or not force and _clash(self._marks[left], self._marks[right]):
            return False
        self._parent[right] = left
        self._marks[left] |= self._marks[right]
        for other in self._apart[right]:
            self._apart[other].discard(right)
            self._apart[other].add(left)
            self._apart[left].add(other)
        self._apart[right] = set()
        self.steps.append(Step(a, b, reason, score))
        return True


def _clash(left: Iterable[tuple[int, str, str]], right: Iterable[tuple[int, str, str]]) -> bool:
    """Whether two numbers of one year differ; a number without division goes with each of its divisions."""
    numbers: dict[int, set[tuple[str, str]]] = {}
    for year, number, division in left:
        numbers.setdefault(year, set()).add((number, division))
    return any(
        number != other or (division and another and division != another)
        for year, number, division in right
        for other, another in numbers.get(year, ())
    )
