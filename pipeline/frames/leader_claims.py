"""One role with its holder as a sentence tells it, before the report's claims are put together."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.frames.context import BlocEntity
from pipeline.frames.people import Named
from pipeline.reading import Mention


@dataclass(slots=True)
class Claim:
    """One role with its holder, before merging."""

    role: str
    mention: Mention
    agency: Mention | None
    named: Named | None
    bloc: BlocEntity
    year: int | None
    year_mention: Mention | None
    status: str
    trigger: tuple[int, int]
    rule: str


def term_of(claim: Claim) -> int | None:
    """Return the year of a term: the one said with it, else the next year's if it was chosen at a year-end meeting."""
    if claim.year is not None or claim.bloc.year is None:
        return claim.year
    chosen = claim.status in ("elected", "proposed", "assumed")
    return claim.bloc.year + 1 if chosen and claim.bloc.next_term else claim.bloc.year
