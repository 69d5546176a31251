"""Which authorities the generated history has, what blocs they begin with, and what the reorganisations of 2025 do.

Kon Tum goes into Quảng Ngãi, Gia Lai takes in a province that is not told of and keeps its name, Bắc Kạn ends. A province
that took in another one begins anew on 2025-07-01, as another place.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from math import ceil
from random import Random
from typing import NamedTuple

from history_names import (
    MERGER,
    REFORM,
    SECTORS,
    Agency,
    ProvinceRow,
    directory,
    district_directory,
    province_rows,
    school,
    slug,
    unit_of_place,
)
from history_world import LAST_DISTRICT_DAY, LAST_YEAR, NO_CHANGES, Bloc, Owner, Plan, deal_out, run_authority


class KnownDecision(NamedTuple):
    """A decision that set up an authority's blocs, for the years from `valid_from` to `valid_to` (None: in force)."""

    province: str
    place: str
    authority: str | None
    number: str
    signed: date
    valid_from: int
    valid_to: int | None


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
    Plan("number", {2021: "renumber", 2023: "sector"}, False),
)


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
        schools = [school(i, place, end, start if new_province else None) for i in range(8 * share.schools + 4)]
        parts = [(None, schools[i :: share.schools][:9]) for i in range(share.schools)]
        spare = [s for i in range(share.schools) for s in schools[i :: share.schools][9:]]
        yield run_authority(owner("Sở Giáo dục và Đào tạo"), "cụm", parts, spare, NO_CHANGES, span, nothing, rng)
    if new_province:
        return
    rural = [district for district in row.districts if district.startswith("huyện ")]
    for i, district in enumerate(rural[: ceil(share.in_districts / 3)]):
        yield _district_blocs(row, place, district, min(3, share.in_districts - 3 * i), start, rng)


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


def lineage(row: ProvinceRow) -> Iterator[tuple[str, str, str]]:
    """Yield what became of a province's agencies: (agency, successor, "office" or "place").

    An office that was renamed or went into another one has the relation "office"; one that goes on as the same office of
    the province that its own went into has "place". Companies and schools that bear the province's name are left out.
    """
    before = directory(row.name, slug(row.name), None, LAST_DISTRICT_DAY if row.successor else None)
    after = directory(row.successor, f"{slug(row.successor)}-2025", MERGER, None) if row.successor else {}
    for name, (_, agency) in before.items():
        if agency.successor and agency.until:
            found = [there[agency.successor][1] for there in (before, after) if agency.successor in there]
            later = [
                a
                for a in found
                if agency.until < (a.until or date.max) and (a.since or date.min) <= (a.until or date.max)
            ]
            yield from ((agency.agency_id, a.agency_id, "office") for a in later[:1])
        elif name in after and "{p}" not in name and agency.exists(LAST_DISTRICT_DAY):
            yield agency.agency_id, after[name][1].agency_id, "place"


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
    groups = [(None, roster) for roster in deal_out([bloc.rosters[2025] for bloc in blocs], last, rng)]
    return blocs + run_authority(owner, "cụm", groups, [], NO_CHANGES, (date(2026, 1, 1), None), find, rng)
