"""What truly happens in the generated history: authorities, their blocs over the years, who belongs to them.

A bloc goes on as long as at least half of its members stay. Everything here is planned so that this is never close: from
one year to the next a bloc keeps at least six in ten of its members, or it ends.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from math import ceil
from random import Random
from typing import NamedTuple

from history_names import (
    MERGER,
    Agency,
    Naming,
)

LAST_YEAR = 2026
LAST_DAY = date(2026, 11, 1)
"""The day on which the history is told: nothing is reported after it."""
LAST_DISTRICT_DAY = MERGER - timedelta(1)


@dataclass(frozen=True, slots=True)
class Owner:
    """The body that sets up blocs. `place` is its province, or "" for national ones; `district` as in "huyện Đức Cơ"."""

    owner_id: str
    authority: str | None
    level: str
    province: str | None
    place: str
    district: str | None = None
    province_known_by_district: bool = False


@dataclass(slots=True)
class Bloc:
    """One true bloc, with its naming and roster at the beginning of each of its years."""

    bloc_id: str
    owner: Owner
    kind: str
    first: date
    last: date | None = None
    names: dict[int, Naming] = field(default_factory=dict)
    rosters: dict[int, tuple[Agency, ...]] = field(default_factory=dict)
    rivals: dict[int, frozenset[str]] = field(default_factory=dict)
    """By year, the agencies of the authority's other blocs: what goes into one of them leaves this one."""
    find: Callable[[str], Agency | None] = field(default=lambda name: None)

    @property
    def offset(self) -> int:
        """A number of its own, so that not all blocs do the same in the same year."""
        return sum(self.bloc_id.encode())

    def members(self, year: int, day: date) -> tuple[Agency, ...]:
        """The members of a year's roster as they are on a day: renamed, merged or gone."""
        return tuple(alive_on(self.rosters[year], day, self.find, self.rivals.get(year, frozenset())))


class Plan(NamedTuple):
    """How a province names its blocs, what new decisions change in which year, and whether they are known.

    A change is "repartition" (the same numbers, other members), "renumber" (the same members, other numbers), "split",
    "merge", or a new way of naming: "number", "roman", "sector", "both".
    """

    style: str
    changes: dict[int, str]
    known: bool


NO_CHANGES = Plan("number", {}, False)


def alive_on(
    roster: Iterable[Agency], day: date, find: Callable[[str], Agency | None], taken: frozenset[str] = frozenset()
) -> list[Agency]:
    """Follow each agency to what it is on a day; leave out what has ended, or has gone into one of `taken`."""
    made: dict[str, Agency] = {}
    for agency in roster:
        now: Agency | None = agency
        while now and now.until and now.until < day:
            now = find(now.successor) if now.successor else None
        if now and now.exists(day) and (now is agency or now.agency_id not in taken):
            made.setdefault(now.agency_id, now)
    return list(made.values())


class _Seat(NamedTuple):
    bloc: Bloc
    naming: Naming
    sector: str | None
    roster: list[Agency]


def run_authority(
    owner: Owner,
    kind: str,
    groups: Sequence[tuple[str | None, Sequence[Agency]]],
    reserve: Sequence[Agency],
    plan: Plan,
    span: tuple[date, date | None],
    find: Callable[[str], Agency | None],
    rng: Random,
    first_number: int = 1,
) -> list[Bloc]:
    """Live through an authority's years and return its blocs.

    Args:
        owner: the authority.
        kind: khối or cụm.
        groups: the first partition: sector and members of each bloc.
        reserve: agencies that may join later.
        plan: what changes when.
        span: its first and last day.
        find: an agency of the place by its name, for successors.
        rng: where chance comes from.
        first_number: the number of the first bloc.
    """
    start, end = span
    if end and end < start:
        return []
    years = range(start.year, (end.year if end else LAST_YEAR) + 1)
    blocs: list[Bloc] = []
    style = plan.style
    waiting = list(reserve)

    def found(year: int) -> Bloc:
        made = Bloc(
            f"{owner.owner_id} {kind} {len(blocs) + first_number} @ {max(start, date(year, 1, 1))}",
            owner,
            kind,
            max(start, date(year, 1, 1)),
            end,
        )
        made.find = find
        blocs.append(made)
        return made

    seats = [
        _Seat(found(years[0]), _naming(style, i, sector), sector, list(roster))
        for i, (sector, roster) in enumerate(groups, first_number)
    ]
    for year in years:
        new_year = max(start, date(year, 1, 1))
        change = plan.changes.get(year) if year > years[0] else None
        seats = [s._replace(roster=alive_on(s.roster, new_year, find, _others(seats, s, find))) for s in seats]
        if change == "repartition" and len(seats) >= 4:
            for seat in seats:
                seat.bloc.last = date(year - 1, 12, 31)
            dealt = deal_out([s.roster for s in seats], [a for s in seats for a in s.roster], rng)
            seats = [_Seat(found(year), s.naming, None, roster) for s, roster in zip(seats, dealt, strict=True)]
        elif change == "split":
            seats = _split(seats, found, year)
        elif change == "merge":
            seats = _merge(seats, year)
        elif change == "renumber":
            numbers = [s.naming for s in seats]
            seats = [s._replace(naming=n) for s, n in zip(seats, numbers[1:] + numbers[:1], strict=True)]
        elif change and change != "repartition":
            style = change
            seats = [s._replace(naming=_naming(style, i, s.sector)) for i, s in enumerate(seats, first_number)]
        elif year > years[0]:
            for seat in seats:
                _come_or_go(seat, waiting, new_year, rng)
        for seat in seats:
            seat.bloc.names[year] = seat.naming
            seat.bloc.rosters[year] = tuple(seat.roster)
            seat.bloc.rivals[year] = _others(seats, seat, find)
    return blocs


def deal_out(rosters: Sequence[Sequence[Agency]], everyone: list[Agency], rng: Random) -> list[list[Agency]]:
    """Deal all agencies into as many blocs, so that each has as little as can be in common with any earlier one."""
    before = [{a.line for a in roster} for roster in rosters]
    best: list[list[Agency]] = []
    least = 2.0
    for _ in range(300):
        dealt = [everyone[i :: len(rosters)] for i in range(len(rosters))]
        lines = [{a.line for a in roster} for roster in dealt]
        most = max(len(old & new) / min(len(old), len(new)) for old in before for new in lines)
        if most < least:
            best, least = dealt, most
        rng.shuffle(everyone)
    return best


def _others(seats: Sequence[_Seat], own: _Seat, find: Callable[[str], Agency | None]) -> frozenset[str]:
    """The other blocs' agencies, and what those of earlier blocs will go into: no agency is in two blocs at once."""
    taken = {a.agency_id for s in seats if s.bloc is not own.bloc for a in s.roster}
    for seat in seats:
        if seat.bloc is own.bloc:
            break
        for agency in seat.roster:
            later = find(agency.successor) if agency.successor else None
            while later:
                taken.add(later.agency_id)
                later = find(later.successor) if later.successor else None
    return frozenset(taken)


def _naming(style: str, number: int, sector: str | None) -> Naming:
    if sector is None or style in ("number", "roman"):
        return Naming(number, None, style == "roman")
    return Naming(number if style == "both" else None, sector)


def _split(seats: list[_Seat], found: Callable[[int], Bloc], year: int) -> list[_Seat]:
    """The largest bloc keeps its number and most of its members; the others form a new one."""
    largest = max(seats, key=lambda s: len(s.roster))
    stay = ceil(len(largest.roster) * 0.62)
    if len(largest.roster) < 9:
        return seats
    number = max(s.naming.number or 0 for s in seats) + 1
    new = _Seat(found(year), largest.naming._replace(number=number), None, largest.roster[stay:])
    return [s._replace(roster=s.roster[:stay]) if s is largest else s for s in seats] + [new]


def _merge(seats: list[_Seat], year: int) -> list[_Seat]:
    """The smallest bloc goes into one that is clearly larger; its number is not used again."""
    smallest = min(seats, key=lambda s: len(s.roster))
    large = [s for s in seats if len(s.roster) >= 1.6 * len(smallest.roster)]
    if not large:
        return seats
    target = large[0]
    smallest.bloc.last = date(year - 1, 12, 31)
    return [s._replace(roster=s.roster + smallest.roster) if s is target else s for s in seats if s is not smallest]


def _come_or_go(seat: _Seat, waiting: list[Agency], day: date, rng: Random) -> None:
    chance = rng.random()
    if chance < 0.2 and len(seat.roster) < 11:
        newcomer = next((a for a in waiting if a.exists(day)), None)
        if newcomer:
            waiting.remove(newcomer)
            seat.roster.append(newcomer)
    elif chance < 0.35 and len(seat.roster) > 5:
        waiting.append(seat.roster.pop(rng.randrange(len(seat.roster))))
