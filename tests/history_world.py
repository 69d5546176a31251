"""What truly happens in the generated history: authorities, their blocs over the years, who belongs to them.

A bloc goes on as long as at least half of its members stay. Everything here is planned so that this is never close: from
one year to the next a bloc keeps at least six in ten of its members, or it ends.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from math import ceil
from random import Random
from typing import NamedTuple

from history_names import (
    HEROES,
    MERGER,
    REFORM,
    SCHOOLS,
    SECTORS,
    Agency,
    Naming,
    ProvinceRow,
    directory,
    district_directory,
    province_rows,
    school,
    slug,
    unit_of_place,
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


class KnownDecision(NamedTuple):
    """A decision that set up an authority's blocs, for the years from `valid_from` to `valid_to` (None: in force)."""

    province: str
    place: str
    authority: str | None
    number: str
    signed: date
    valid_from: int
    valid_to: int | None


class Plan(NamedTuple):
    """How a province names its blocs, what new decisions change in which year, and whether they are known.

    A change is "repartition", "split", "merge", or a new way of naming.
    """

    style: str
    changes: dict[int, str]
    known: bool


PLANS = (
    Plan("sector", {2022: "number"}, True),
    Plan("number", {2021: "split", 2023: "merge"}, False),
    Plan("number", {2021: "repartition"}, True),
    Plan("sector", {}, False),
    Plan("number", {2023: "both"}, True),
    Plan("number", {2022: "repartition"}, False),
    Plan("sector", {2024: "number"}, False),
    Plan("roman", {2022: "split"}, True),
    Plan("both", {2020: "number", 2024: "merge"}, True),
    Plan("number", {2023: "sector"}, False),
)
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
            dealt = _deal_out([s.roster for s in seats], [a for s in seats for a in s.roster], rng)
            seats = [_Seat(found(year), s.naming, None, roster) for s, roster in zip(seats, dealt, strict=True)]
        elif change == "split":
            seats = _split(seats, found, year)
        elif change == "merge":
            seats = _merge(seats, year)
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


def _deal_out(rosters: Sequence[Sequence[Agency]], everyone: list[Agency], rng: Random) -> list[list[Agency]]:
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


class Share(NamedTuple):
    """How many blocs of each kind a province has."""

    sectors: int
    districts: int
    police: int
    unions: int
    in_districts: int
    schools: int


def share_out(blocs: int, row: ProvinceRow) -> Share:
    """Divide a province's number of blocs: of twelve, seven are the UBND's."""
    with_districts = bool(row.districts)
    districts = int(with_districts and blocs >= 8)
    police = unions = districts * (1 if blocs <= 16 else 2)
    in_districts = (1 if blocs <= 16 else min(3 * len(row.districts), blocs // 3)) if with_districts else 0
    left = blocs - districts - police - unions - in_districts
    schools = min(max(left - 6, 0), 2) if blocs <= 16 else max(left - 9, 0)
    return Share(min(left - schools, 9), districts, police, unions, in_districts, schools)


def province_blocs(row: ProvinceRow, number: int, seed: int, years: int, blocs: int) -> Iterator[list[Bloc]]:
    """Yield the blocs of one authority of a province after the other, also those after it took in another one."""
    ends = LAST_DISTRICT_DAY if row.successor else None
    start = date(LAST_YEAR + 1 - years, 1, 1)
    plan = PLANS[number % len(PLANS)]
    share = share_out(blocs, row)
    yield from _authorities(row, slug(row.name), plan, (start, ends), share, seed)
    if row.successor == row.name and years > 1:
        yield from _authorities(row, f"{slug(row.name)}-2025", NO_CHANGES, (MERGER, None), share, seed)


def _authorities(
    row: ProvinceRow, place: str, plan: Plan, span: tuple[date, date | None], share: Share, seed: int
) -> Iterator[list[Bloc]]:
    rng = Random(f"{seed}|{place}")
    start, end = span
    new_province = start == MERGER
    listed = directory(row.name, place, MERGER if new_province else None, end)

    def find(name: str) -> Agency | None:
        return listed[name][1] if name in listed else None

    own = Owner(f"UBND {place}", None, "tỉnh", row.name, place)
    sectors = [s for s in SECTORS if any(sector == s for sector, _ in listed.values())][: share.sectors]
    groups = [(s, [a for sector, a in listed.values() if sector == s and a.exists(start)]) for s in sectors]
    reserve = [a for sector, a in listed.values() if sector not in sectors]
    yield run_authority(own, "khối", groups, [a for a in reserve if a.exists(start)], plan, span, find, rng)
    if share.districts and not new_province:
        units = [unit_of_place("UBND", d, place, None, LAST_DISTRICT_DAY) for d in row.districts]
        style = Plan("sector" if plan.known else "number", {}, False)
        yield run_authority(own, "cụm", [("cac-huyen", units)], [], style, (start, LAST_DISTRICT_DAY), find, rng)
    if share.districts and row.communes and end is None:
        units = [unit_of_place("UBND", c, place, MERGER, None) for c in row.communes]
        cut = len(units) // 2
        number = 2 if plan.known and not new_province else 1
        numbered = [(None, units[:cut]), (None, units[cut:])]
        yield run_authority(own, "cụm", numbered, [], NO_CHANGES, (MERGER, None), find, rng, number)
    yield from _other_authorities(row, place, span, share, rng)


def _other_authorities(
    row: ProvinceRow, place: str, span: tuple[date, date | None], share: Share, rng: Random
) -> Iterator[list[Bloc]]:
    start, end = span
    new_province = start == MERGER

    def nothing(name: str) -> Agency | None:
        return None

    def owner(authority: str) -> Owner:
        return Owner(f"{authority} {place}", authority, "tỉnh", row.name, place)

    offices = (("Công an", "Công an tỉnh", REFORM - timedelta(1), share.police),
               ("Liên đoàn Lao động", "Liên đoàn Lao động tỉnh", LAST_DISTRICT_DAY, share.unions))  # fmt: skip
    for office, authority, last, wanted in offices:
        if not wanted or new_province:
            continue
        units = [unit_of_place(office, d, place, None, last) for d in row.districts]
        parts = [(None, units[i::wanted]) for i in range(wanted)]
        yield run_authority(owner(authority), "cụm", parts, [], NO_CHANGES, (start, last), nothing, rng)
    if share.schools:
        schools = [school(i, place, end, start if new_province else None) for i in range(_schools(share.schools))]
        parts = [(None, schools[i :: share.schools][:9]) for i in range(share.schools)]
        spare = [s for i in range(share.schools) for s in schools[i :: share.schools][9:]]
        yield run_authority(owner("Sở Giáo dục và Đào tạo"), "cụm", parts, spare, NO_CHANGES, span, nothing, rng)
    if new_province:
        return
    rural = [district for district in row.districts if district.startswith("huyện ")]
    for i, district in enumerate(rural[: ceil(share.in_districts / 3)]):
        yield _district_blocs(row, place, district, min(3, share.in_districts - 3 * i), start, rng)


def _schools(blocs: int) -> int:
    return min(8 * blocs + 4, len(HEROES) * len(SCHOOLS))


def _district_blocs(row: ProvinceRow, place: str, district: str, wanted: int, start: date, rng: Random) -> list[Bloc]:
    where = f"{place}.{slug(district)}"
    listed = district_directory(district, where)

    def find(name: str) -> Agency | None:
        return listed[name][1] if name in listed else None

    offices = [a for _, a in listed.values() if a.exists(start)]
    sectors = ("tong-hop-huyen", "kinh-te-huyen", "van-xa-huyen")[:wanted]
    groups = [(s, offices[i * 5 : i * 5 + 5] if wanted > 1 else offices[:8]) for i, s in enumerate(sectors)]
    spare = offices[15:] if wanted > 1 else offices[8:]
    own = Owner(f"UBND {where}", None, "huyện", row.name, place, district, district == row.districts[0])
    return run_authority(own, "khối", groups, spare, Plan("sector", {}, False), (start, LAST_DISTRICT_DAY), find, rng)


NATIONAL = (("Bộ Công an", "Công an tỉnh", 9), ("Trung ương Hội Nông dân Việt Nam", "Hội Nông dân", 9))
"""Bodies with four cụm of provinces: authority, what its member in a province is called, how many in a cụm."""


def national_blocs(authority: str, office: str, size: int, seed: int, years: int) -> list[Bloc]:
    """The cụm of a national body: dealt out anew for 2026, after the provinces merged."""
    names = {row.name for row in province_rows()}
    rows = [row for row in province_rows() if row.successor is None or row.successor in names][: 4 * size]
    before: list[Agency] = []
    merged: dict[str, Agency] = {}
    for row in rows:
        agency = directory(row.name, slug(row.name), None, LAST_DISTRICT_DAY if row.successor else None)[office][1]
        if row.successor:
            new = directory(row.successor, f"{slug(row.successor)}-2025", MERGER, None)[office][1]
            merged[new.agency_id] = new
            agency = replace(agency, successor=new.agency_id, line=new.line)
        before.append(agency)
    owner = Owner(authority, authority, "trung ương", None, "")
    start, find, rng = date(LAST_YEAR + 1 - years, 1, 1), merged.get, Random(f"{seed}|{authority}")
    groups = [(None, before[i * size : (i + 1) * size]) for i in range(4)]
    blocs = run_authority(owner, "cụm", groups, [], NO_CHANGES, (start, date(2025, 12, 31)), find, rng)
    last = [a for bloc in blocs for a in bloc.members(2025, date(2025, 12, 31))]
    groups = [(None, roster) for roster in _deal_out([bloc.rosters[2025] for bloc in blocs], last, rng)]
    return blocs + run_authority(owner, "cụm", groups, [], NO_CHANGES, (date(2026, 1, 1), None), find, rng)
