"""What the steps that read awards hand on to each other."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from pipeline.frames.context import BlocEntity, Context
from pipeline.frames.members import MemberList
from pipeline.frames.people import Named
from pipeline.reading import Mention, Sentence


class Grantor(NamedTuple):
    """Who grants: the name as the guideline writes it, and where the report says it.

    Where several grant one award, `each` has them, and `mention` goes from the first to the last.
    """

    name: str
    mention: Mention
    each: tuple[Grantor, ...] = ()


@dataclass(frozen=True, slots=True)
class Sources:
    """What the frames before have found."""

    ctx: Context
    named: list[Named]
    lists: list[MemberList]


@dataclass(frozen=True, slots=True)
class Clause:
    """One title or ranking, who grants it, and the tokens `[taken, limit)` in which those who get it may stand."""

    number: int
    """The index of its sentence."""
    sentence: Sentence
    award: Mention
    grantor: Grantor | None
    taken: int
    limit: int

    @property
    def is_rank(self) -> bool:
        """Whether the bloc ranks a unit, where no title is given."""
        return self.award.rule == "rank"


@dataclass(slots=True)
class Found:
    """Those who get one award; `rest` says that they are the members not named so far."""

    mentions: list[Mention] = field(default_factory=list)
    rule: str = ""
    end: int = 0
    rest: bool = False

    def span_with(self, award: Mention) -> tuple[int, int]:
        """Return the tokens from the first to the last of the award and those who get it."""
        together = [award, *self.mentions]
        return min([m.start for m in together]), max([m.end for m in together])


class Side(NamedTuple):
    """Those who get an award on one side of it, and how tightly the words between bind them (1 to 3)."""

    strength: int
    found: Found


class Status(NamedTuple):
    """How far an award is, the tokens that say so, and the authority that a ranking is put up to."""

    value: str
    trigger: tuple[int, int]
    asked: Grantor | None = None


@dataclass(slots=True)
class Claim:
    """One award with one recipient or one count, before merging."""

    award: Mention
    grantor: Grantor | None
    mention: Mention
    recipient: str | None
    recipient_kind: str
    unit: Mention | None
    count: int | None
    bloc: BlocEntity
    year: Mention | None
    status: Status
    rule: str
