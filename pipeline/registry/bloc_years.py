"""Blocs within a year: which mentions tell of one bloc, and what they know of it together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import TYPE_CHECKING

from pipeline.registry.bloc_keys import NameKey, NumberKey, Owner, SectorKey, name_key, owner_of
from pipeline.registry.bloc_mentions import BlocMention
from pipeline.registry.bloc_partition import Partition
from pipeline.text import same_name

if TYPE_CHECKING:
    from pipeline.registry.places import Gazetteer

LISTED_MEMBERS = 4
"""From how many members on a list counts as the bloc's (blocs have 4 to 14 units): what it lacks does not belong."""

CLEAR_SHARE = 2 / 3
"""Share of the shorter list of units from which two names are taken for one bloc's, where nothing else joins them."""

CLEAR_COMMON = 2
"""How many units they must have in common at least."""


@dataclass(slots=True)
class NamedYear:
    """One name of one owner in one year in one report; reviews speak of all of one `label`.

    `index` numbers them in a fixed order, `label` is how reviews name them: "Khối 2 @ kon-tum / Sở Y tế # 2023". Where
    owner or year is unknown, or the name says nothing ("Khối thi đua"), it is of one page alone.
    """

    index: int
    owner: Owner
    year: int | None
    key: NameKey
    page: str
    mentions: list[BlocMention] = field(default_factory=list)
    label: str = ""


@dataclass(slots=True)
class BlocYear:
    """A bloc in one year, under all its names; the main one, under which most is told, comes first."""

    owner: Owner
    year: int | None
    page: str
    named: list[NamedYear]
    units: frozenset[str]
    """Told in any role, winners of last year's awards included."""
    core: frozenset[str]
    """Those surely of it in this year: the members listed and the leaders; all its units, where no list is told."""
    members: frozenset[str]
    terms: frozenset[tuple[int, str, str]]
    numbers: frozenset[NumberKey]
    sectors: frozenset[SectorKey]

    @property
    def index(self) -> int:
        """The index of its main name."""
        return self.named[0].index

    @property
    def label(self) -> str:
        """How reviews name it, by its main name."""
        return self.named[0].label


def named_years(mentions: Iterable[BlocMention], gazetteer: Gazetteer) -> list[NamedYear]:
    """Sort mentions by owner, year and written name, in an order that does not depend on theirs."""
    ordered_mentions = sorted(mentions, key=lambda m: m.mention_id)
    written = {name: same_name(name) for name in {m.name for m in ordered_mentions}}
    owners: dict[tuple[str | None, str | None, str | None], Owner] = {}
    found: dict[tuple[Owner, int, str, str, str], NamedYear] = {}
    for mention in ordered_mentions:
        said = mention.level, mention.authority, mention.place_id
        owner = owners.get(said)
        if owner is None:
            owner = owner_of(mention.page_id, *said, gazetteer)
            if owner.known:
                owners[said] = owner
        key = name_key(mention.name, mention.bloc_kind, owner.authority)
        year = mention.year if owner.known else None
        page = mention.page_id if year is None or not (key.number or key.sector) else ""
        at = (owner, -1 if year is None else year, mention.bloc_kind, written[mention.name], mention.page_id)
        one = found.get(at)
        if one is None:
            one = found[at] = NamedYear(0, owner, year, key, page)
        one.mentions.append(mention)
    ordered = [found[at] for at in sorted(found)]
    for index, named in enumerate(ordered):
        named.index = index
        named.label = _label(named)
    return ordered


def _label(named: NamedYear) -> str:
    name, authority = min((m.name, m.authority or "") for m in named.mentions)
    place = f"page {named.owner.page}" if named.owner.page else named.owner.place_id or "-"
    of = f" / {authority}" if authority else ""
    return f"{name} @ {place}{of} # {'?' if named.year is None else named.year}"


def join_names(named: Sequence[NamedYear], partition: Partition) -> None:
    """Join the names of one owner, year and kind that say one number, or one sector where its number is no question.

    "Khối kinh tế" is joined to "Khối thi đua số 3 (kinh tế)" unless a number 4 is called kinh tế too.
    """
    groups: defaultdict[tuple[Owner, int, str], list[NamedYear]] = defaultdict(list)
    for one in named:
        groups[one.owner, -1 if one.year is None else one.year, one.page].append(one)
    for group in groups.values():
        by_number: defaultdict[NumberKey, list[NamedYear]] = defaultdict(list)
        by_sector: defaultdict[SectorKey, list[NamedYear]] = defaultdict(list)
        for one in group:
            if one.key.number_key:
                by_number[one.key.number_key].append(one)
            if one.key.sector_key:
                by_sector[one.key.sector_key].append(one)
        for same in by_number.values():
            _join(same, partition, "the same number in one year")
        for same in by_sector.values():
            several = len({one.key.number_key for one in same if one.key.number}) > 1
            alike = [one for one in same if not one.key.number] if several else same
            _join(alike, partition, "the same name in one year")


def _join(alike: Sequence[NamedYear], partition: Partition, reason: str) -> None:
    """Join names that say the same, if their lists of members agree."""
    listed, rest = _by_lists(alike)
    for left, right in combinations(listed, 2):
        partition.keep_apart(left[0].index, right[0].index)
    for group in listed or [rest]:
        for other in group[1:]:
            partition.join(group[0].index, other.index, reason)


def _by_lists(alike: Sequence[NamedYear]) -> tuple[list[list[NamedYear]], list[NamedYear]]:
    """Return names in groups by their lists of members, if these are of two blocs; and those that go with none.

    A list goes with the first group with which it shares half of the shorter list; a name without list goes with the
    group that has most of its units, if only one does, unless it tells two leaders or more who are not on that list.
    """
    if not any(len(m.members) >= LISTED_MEMBERS for one in alike for m in one.mentions):
        return [], list(alike)
    members = {one.index: frozenset[str]().union(*(m.members for m in one.mentions)) for one in alike}
    units = {one.index: members[one.index].union(*(m.units for m in one.mentions)) for one in alike}
    groups: list[tuple[set[str], list[NamedYear]]] = []
    for one in sorted(alike, key=lambda one: (-len(members[one.index]), one.index)):
        here = members[one.index]
        if len(here) < LISTED_MEMBERS:
            break
        group = next((g for g in groups if 2 * len(here & g[0]) >= min(len(here), len(g[0]))), None)
        if group is None:
            groups.append((set(here), [one]))
        else:
            group[0].update(here)
            group[1].append(one)
    rest = []
    for one in alike:
        if len(members[one.index]) >= LISTED_MEMBERS:
            continue
        leaders = {unit for m in one.mentions for year, _, unit in m.terms if one.year and year >= one.year}
        counts = sorted(((len(units[one.index] & known), n) for n, (known, _) in enumerate(groups)), reverse=True)
        best, unclear = counts[0], len(counts) > 1 and counts[0][0] == counts[1][0]
        if unclear or (len(leaders) >= CLEAR_COMMON and not leaders & groups[best[1]][0]):
            rest.append(one)
        else:
            groups[best[1]][1].append(one)
    return [found for _, found in groups], rest


def bloc_years(named: Iterable[NamedYear], partition: Partition) -> list[BlocYear]:
    """Return the blocs of each year as far as their names are joined, in a fixed order."""
    groups: defaultdict[tuple[int, Owner, int | None, str], list[NamedYear]] = defaultdict(list)
    for one in named:  # a review may have joined years or owners already
        groups[partition.find(one.index), one.owner, one.year, one.page if one.year is None else ""].append(one)
    return sorted((_bloc_year(group) for group in groups.values()), key=lambda b: b.index)


def regrouped(blocs: Iterable[BlocYear], partition: Partition) -> list[BlocYear]:
    """Return the blocs of each year after more of their names were joined."""
    groups: defaultdict[tuple[int, Owner, int | None, str], list[BlocYear]] = defaultdict(list)
    for bloc in blocs:
        page = bloc.page if bloc.year is None else ""
        groups[partition.find(bloc.index), bloc.owner, bloc.year, page].append(bloc)
    found = (
        group[0] if len(group) == 1 else _bloc_year([one for bloc in group for one in bloc.named])
        for group in groups.values()
    )
    return sorted(found, key=lambda b: b.index)


def _bloc_year(named: list[NamedYear]) -> BlocYear:
    if len(named) > 1:
        named.sort(key=lambda one: (-sum(len(m.units) for m in one.mentions), -len(one.mentions), one.index))
    units: set[str] = set()
    members: set[str] = set()
    terms: set[tuple[int, str, str]] = set()
    for one in named:
        for mention in one.mentions:
            units |= mention.units
            members |= mention.members
            terms |= mention.terms
    return BlocYear(
        owner=named[0].owner,
        year=named[0].year,
        page=named[0].page,
        named=named,
        units=frozenset(units | members),
        core=frozenset(_core(named[0].year, units, members, terms)),
        members=frozenset(members),
        terms=frozenset(terms),
        numbers=frozenset(one.key.number_key for one in named if one.key.number_key),
        sectors=frozenset(one.key.sector_key for one in named if one.key.sector_key),
    )


def _core(year: int | None, units: set[str], members: set[str], terms: set[tuple[int, str, str]]) -> set[str]:
    if len(members) < LISTED_MEMBERS:
        return units | members
    return members | {unit for term, _, unit in terms if year is not None and term >= year}


def shared_units(
    earlier: frozenset[str], later: frozenset[str], successors: Mapping[str, Iterable[str]]
) -> tuple[int, int]:
    """Return how many units two lists have in common, and the length of the shorter.

    An earlier unit that is not in the later list stands for those of its successors that are.
    """
    carried = set(earlier)
    for unit in (earlier - later).intersection(successors):
        if after := later.intersection(successors[unit]):
            carried = carried - {unit} | after
    return len(carried & later), min(len(carried), len(later))


def may_be_one(left: BlocYear, right: BlocYear) -> bool:
    """Whether nothing in two sets of names forbids that they mean one bloc: another number, division or ordinal."""
    numbers = {number for _, number, _ in left.numbers | right.numbers}
    divisions = {division for *_, division in left.numbers | right.numbers} - {""}
    if len(numbers) > 1 or len(divisions) > 1:
        return False
    ordinals = {sector: ordinal for _, sector, ordinal in left.sectors if ordinal}
    return all(ordinals.get(sector, ordinal) == ordinal for _, sector, ordinal in right.sectors if ordinal)


def overlaps(blocs: Iterable[BlocYear], gap: int) -> Counter[tuple[int, int]]:
    """Count the units that blocs of one owner have in common, if their years are known and at most `gap` apart.

    Returns:
        (index of the earlier bloc, index of the later or of another in the year) -> units in common.
    """
    by_unit: defaultdict[tuple[Owner, str], list[tuple[int, int]]] = defaultdict(list)
    for bloc in blocs:
        if bloc.owner.known and bloc.year is not None:
            for unit in bloc.units:
                by_unit[bloc.owner, unit].append((bloc.year, bloc.index))
    common: Counter[tuple[int, int]] = Counter()
    for found in by_unit.values():
        found.sort()
        if gap:
            start = 0
            for at, (year, index) in enumerate(found):
                while found[start][0] < year - gap:
                    start += 1
                common.update((other, index) for before, other in found[start:at] if before < year)
        else:
            common.update((a, b) for (one, a), (two, b) in combinations(found, 2) if one == two)
    return common


def is_clear(left: BlocYear, right: BlocYear, common: int) -> bool:
    """Whether the units in common are enough to take two different names for one bloc's."""
    shorter = min(len(left.units), len(right.units))
    return common >= CLEAR_COMMON and common >= CLEAR_SHARE * shorter


def join_overlapping(blocs: Sequence[BlocYear], partition: Partition) -> list[tuple[BlocYear, BlocYear, float]]:
    """Join the names of one owner and year under which clearly the same units are told, the clearest first.

    An agency belongs to one bloc of an authority a year, so two names with one list of units mean one bloc. A name
    with as many units of one number as of another is left alone.

    Returns:
        The pairs that have units enough in common and were not joined: for two numbers, or for too small a share.
    """
    by_index = {bloc.index: bloc for bloc in blocs}
    pairs: list[tuple[float, int, BlocYear, BlocYear]] = []
    met: defaultdict[int, list[tuple[int, BlocYear]]] = defaultdict(list)
    for (a, b), common in overlaps(blocs, gap=0).items():
        left, right = by_index[a], by_index[b]
        if common >= CLEAR_COMMON:
            pairs.append((common / min(len(left.units), len(right.units)), common, left, right))
            met[a].append((common, right))
            met[b].append((common, left))
    doubtful = []
    for share, common, left, right in sorted(pairs, key=lambda p: (-p[0], -p[1], p[2].index, p[3].index)):
        rivals = [rival for count, rival in met[left.index] if count >= common and not may_be_one(rival, right)]
        rivals += [rival for count, rival in met[right.index] if count >= common and not may_be_one(rival, left)]
        joined = (
            is_clear(left, right, common)
            and may_be_one(left, right)
            and not rivals
            and partition.join(left.index, right.index, "another name with the same units in one year", share)
        )
        if not joined and share >= 0.5:
            doubtful.append((left, right, share))
    return doubtful
