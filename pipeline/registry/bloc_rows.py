"""Rows of the tables of blocs, from the names that were joined."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from pipeline.ids import entity_id
from pipeline.registry.bloc_chains import Verdict, compare
from pipeline.registry.bloc_keys import UBND, NumberKey, Owner, SectorKey
from pipeline.registry.bloc_mentions import BlocMention, Row
from pipeline.registry.bloc_partition import Partition
from pipeline.registry.bloc_years import BlocYear, NamedYear
from pipeline.registry.decisions import Terms

if TYPE_CHECKING:
    from pipeline.registry.places import Gazetteer

LINEAGE_UNITS = 2
"""How many units must go from one bloc into another of a different number or place to make it its successor."""


@dataclass(slots=True)
class FoundBloc:
    """A bloc: its years in order, its id and that of its series."""

    years: list[BlocYear]
    bloc_id: str = ""
    series_id: str = ""
    mentions: list[BlocMention] = field(default_factory=list)

    @property
    def owner(self) -> Owner:
        """Whose bloc it is (the first, where a review joined two owners')."""
        return self.years[0].owner

    @property
    def page(self) -> str | None:
        """The only page that tells of it, where its owner, year or name is unknown."""
        pages = {year.page for year in self.years}
        return min(pages) if len(pages) == 1 and "" not in pages else None

    @property
    def first_year(self) -> int | None:
        """The earliest year known."""
        return min((m.year for m in self.mentions if m.year is not None), default=None)

    @property
    def last_year(self) -> int | None:
        """The latest year known."""
        return max((m.year for m in self.mentions if m.year is not None), default=None)


def found_blocs(blocs: Sequence[BlocYear], partition: Partition) -> list[FoundBloc]:
    """Return the blocs with their ids, in the order of these.

    An id is the hash of owner, kind, the number or name of its earliest year, and that year: later years that become
    known change none.
    """
    groups: defaultdict[int, list[BlocYear]] = defaultdict(list)
    for bloc in blocs:
        groups[partition.find(bloc.index)].append(bloc)
    homes = _numbers_of_sectors(blocs)
    found: dict[str, FoundBloc] = {}
    for group in groups.values():
        group.sort(key=lambda b: (9999 if b.year is None else b.year, b.index))
        one = FoundBloc(group, mentions=[m for b in group for named in b.named for m in named.mentions])
        first = group[0]
        names: list[object] = [*sorted(first.numbers)] or [*sorted(first.sectors)] or [first.named[0].label]
        owner = (first.owner.authority, first.owner.place_id, first.page or first.owner.page)
        one.bloc_id = entity_id("bloc", *owner, names[0], first.year)
        while one.bloc_id in found:  # a review split one year's name in two
            one.bloc_id = entity_id("bloc", one.bloc_id, first.label)
        one.series_id = entity_id("series", *owner, _series(group, homes))
        found[one.bloc_id] = one
    return [found[key] for key in sorted(found)]


def bloc_rows(found: Iterable[FoundBloc]) -> list[Row]:
    """Return the rows of `blocs`."""
    return [
        {
            "bloc_id": one.bloc_id,
            "name": _most([m.name for m in one.mentions]),
            "bloc_kind": _most([m.bloc_kind for m in one.mentions]),
            "level": _most([m.level for m in one.mentions if m.level]) or None,
            "authority": None if one.owner.authority == UBND else _most([m.authority for m in one.mentions]) or None,
            "place_id": one.owner.place_id or None,
            "series_id": one.series_id,
            "first_year": one.first_year,
            "last_year": one.last_year,
            "mentions": len({m.page_id for m in one.mentions}),
            "known_only_from": one.page,
        }
        for one in found
    ]


def name_rows(found: Iterable[FoundBloc]) -> list[Row]:
    """Return the rows of `bloc_names`."""
    rows = []
    for one in found:
        by_name: defaultdict[str, list[BlocMention]] = defaultdict(list)
        for mention in one.mentions:
            by_name[mention.name].append(mention)
        for name in sorted(by_name):
            years = [m.year for m in by_name[name] if m.year is not None]
            rows.append(
                {
                    "bloc_id": one.bloc_id,
                    "name": name,
                    "first_year": min(years, default=None),
                    "last_year": max(years, default=None),
                    "mentions": len({m.page_id for m in by_name[name]}),
                }
            )
    return rows


def period_rows(
    found: Iterable[FoundBloc], partition: Partition, terms: Terms, successors: Mapping[str, Iterable[str]]
) -> list[Row]:
    """Return the rows of `bloc_periods`: each series in the order of time, and what parts each from the one before."""
    reviewed = partition.reviewed_apart()
    series: defaultdict[str, list[FoundBloc]] = defaultdict(list)
    for one in found:
        series[one.series_id].append(one)
    rows = []
    for blocs in series.values():
        blocs.sort(key=lambda b: (b.first_year or 9999, b.last_year or 9999, b.bloc_id))
        for number, one in enumerate(blocs, start=1):
            shared, flag = None, None
            if number > 1:
                before = [y for y in blocs[number - 2].years if (y.year or 0) <= (one.years[0].year or 9999)]
                earlier = before[-1] if before else blocs[number - 2].years[0]
                comparison = compare(earlier, one.years[0], successors)
                shared = comparison.share if comparison.verdict is not Verdict.UNKNOWN else None
                flag = Verdict.UNKNOWN.value if shared is None else Verdict.OTHER.value
                ends = blocs[number - 2].years[0].index, one.years[0].index
                if tuple(sorted(map(partition.find, ends))) in reviewed:
                    flag = "reviewed"
            rows.append(
                {
                    "bloc_id": one.bloc_id,
                    "series_id": one.series_id,
                    "period": number,
                    "first_year": one.first_year,
                    "last_year": one.last_year,
                    "shared": None if shared is None else round(shared, 4),
                    "flag": flag,
                    "decision_id": terms.decision_over(one.owner, one.first_year, one.last_year),
                }
            )
    return sorted(rows, key=lambda row: str(row["bloc_id"]))


def lineage_rows(
    found: Sequence[FoundBloc], gazetteer: Gazetteer, successors: Mapping[str, Iterable[str]]
) -> list[Row]:
    """Return the rows of `bloc_lineage`.

    A unit goes on from the bloc of its latest year to that of the next year known, of the same owner; or, where the
    owner's place went into another, of the same authority there. A unit told in two blocs of one year tells nothing.
    """
    by_id = {one.bloc_id: one for one in found}
    paths: defaultdict[tuple[Owner, str], dict[int, set[str]]] = defaultdict(dict)
    for one in found:
        for bloc in one.years:
            if bloc.owner.known and bloc.year is not None:
                for unit in bloc.units:
                    paths[bloc.owner, unit].setdefault(bloc.year, set()).add(one.bloc_id)
    within: Counter[tuple[str, str]] = Counter()
    across: Counter[tuple[str, str]] = Counter()
    places = {owner: _later_places(owner, gazetteer) for owner in {owner for owner, _ in paths}}
    for (owner, unit), by_year in paths.items():
        steps = [next(iter(by_year[y])) for y in sorted(by_year) if len(by_year[y]) == 1]
        within.update({(a, b) for a, b in pairwise(steps) if a != b})
        for place in places[owner]:
            entered: set[str] = set()
            for later in (unit, *successors.get(unit, ())):
                after = paths.get((Owner(owner.authority, place), later), {})
                if after and len(after[min(after)]) == 1:
                    entered |= after[min(after)]
            if steps:
                across.update((steps[-1], bloc_id) for bloc_id in entered)
    rows = []
    for pairs, moved in ((within, False), (across, True)):
        for (a, b), shared in sorted(pairs.items()):
            one, other = by_id[a], by_id[b]
            if (one.first_year or 0) >= (other.first_year or 0) + moved:
                continue  # of a merged province, both may be of 2025
            relation = "place" if moved else "number" if one.series_id == other.series_id else "members"
            if shared >= LINEAGE_UNITS or relation == "number":
                row = {"bloc_id": a, "successor_id": b, "year": other.first_year, "shared": shared}
                rows.append({**row, "relation": relation})
    return sorted(rows, key=lambda row: (str(row["bloc_id"]), str(row["successor_id"])))


def merge_rows(named: Sequence[NamedYear], partition: Partition, ids: Mapping[str, str]) -> list[Row]:
    """Return the rows of `merges`: every step that joined two names or years."""
    rows: dict[str, Row] = {}
    for step in partition.steps:
        left, right = named[step.left], named[step.right]
        if left.label == right.label:
            continue  # several reports of one name and year
        merge_id = entity_id("merge", "bloc", left.label, left.page, right.label, right.page)
        rows[merge_id] = {
            "merge_id": merge_id,
            "entity": "bloc",
            "entity_id": ids[left.mentions[0].mention_id],
            "left": left.label,
            "right": right.label,
            "reason": step.reason,
            "score": None if step.score is None else round(step.score, 4),
        }
    return [rows[key] for key in sorted(rows)]


def _numbers_of_sectors(blocs: Iterable[BlocYear]) -> dict[tuple[Owner, SectorKey], NumberKey]:
    """Return the numbers of those sectors of an owner that were ever only one number's."""
    numbers: defaultdict[tuple[Owner, SectorKey], set[NumberKey]] = defaultdict(set)
    for bloc in blocs:
        for sector in bloc.sectors:
            numbers[bloc.owner, sector].update(bloc.numbers)
    return {at: next(iter(found)) for at, found in numbers.items() if len(found) == 1}


def _series(years: Sequence[BlocYear], homes: Mapping[tuple[Owner, SectorKey], NumberKey]) -> object:
    """Return the number (else the name) by which a bloc's series goes: its earliest, or that of its sector's number."""
    for year in years:
        if year.numbers:
            return min(year.numbers)
    for year in years:
        for sector in sorted(year.sectors):
            return homes.get((year.owner, sector), sector)
    return years[0].label


def _later_places(owner: Owner, gazetteer: Gazetteer) -> Iterable[str]:
    return gazetteer.successors(owner.place_id) if owner.place_id in gazetteer.places else ()


def _most(values: Sequence[str | None]) -> str:
    """Return the value that comes most often; of several the longest, then the first in the alphabet; "" if none."""
    counts = Counter(value for value in values if value)
    return min(counts, key=lambda value: (-counts[value], -len(value), value), default="")
