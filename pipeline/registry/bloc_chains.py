"""Blocs over years: which of them go on, by the units that they have in common."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from pipeline.registry.bloc_keys import Owner
from pipeline.registry.bloc_partition import Partition
from pipeline.registry.bloc_years import LISTED_MEMBERS, BlocYear, is_clear, may_be_one, overlaps, shared_units
from pipeline.registry.decisions import Terms

SAME_SHARE = 0.5
"""Share of the shorter list of units from which a bloc goes on under its number or name: half, by the rule."""

KNOWN_UNITS = 2
"""How many units of a bloc must be known, and be in common, for that share to tell anything."""

RENAMED_COMMON = 3
"""How many units at least must be in common to take another name in a neighbouring year for the same bloc's."""

NEIGHBOURS = 2
"""How many years may lie between two names with the same units: one at most that no report tells of."""


class Verdict(Enum):
    """What two years of one number or name say about its being one bloc."""

    SAME = "same"
    OTHER = "other members"
    UNKNOWN = "members unknown"


@dataclass(frozen=True, slots=True)
class Comparison:
    """A verdict, the share of units in common (None if too few are known) and its reason in words."""

    verdict: Verdict
    share: float | None
    reason: str


@dataclass(frozen=True, slots=True)
class OpenPair:
    """Two years of one number or name of which nobody can say from the reports whether they are one bloc."""

    earlier: BlocYear
    later: BlocYear
    comparison: Comparison


def compare(earlier: BlocYear, later: BlocYear, successors: Mapping[str, Iterable[str]]) -> Comparison:
    """Say whether a bloc of one number or name went on from one year to a later one.

    1. at least two units known of both, two in common, and these at least half of the shorter list: the same;
    2. both tell the same leader or deputy for the same year (the one elected then serves now): the same, unless the
       lists of members say otherwise;
    3. one has its members listed, and less than half of the shorter list is in common: other members;
    4. else unknown: lists of leaders or winners alone may name different parts of one bloc.
    """
    common, shorter = shared_units(earlier.core, later.core, successors)
    share = common / shorter if shorter else None
    known = shorter >= KNOWN_UNITS
    if known and share is not None and common >= KNOWN_UNITS and share >= SAME_SHARE:
        return Comparison(Verdict.SAME, share, "at least half of the units in common")
    listed = max(len(earlier.members), len(later.members)) >= LISTED_MEMBERS
    other = known and listed and share is not None and share < SAME_SHARE
    if earlier.terms & later.terms and not other:
        return Comparison(Verdict.SAME, share, "both tell the same leader for the same year")
    if other:
        return Comparison(Verdict.OTHER, share, "less than half of the units in common")
    return Comparison(Verdict.UNKNOWN, None, "too few units known")


def join_years(
    blocs: Sequence[BlocYear], partition: Partition, terms: Terms, successors: Mapping[str, Iterable[str]]
) -> list[OpenPair]:
    """Join the years of each number, then of each name, of one owner; return the pairs that stay open.

    Each year is compared with the nearest year before and the nearest after it of which enough is known to tell.
    What stays unknown between neighbours is joined within one decision's term, and is open otherwise.
    """
    undecided: dict[tuple[int, int], OpenPair] = {}
    for lines in (_lines(blocs, lambda bloc: bloc.numbers), _lines(blocs, lambda bloc: bloc.sectors)):
        same: list[tuple[BlocYear, BlocYear, Comparison]] = []
        for line in lines:
            for earlier, later, comparison, nearest in _compare_line(line, successors):
                pair = earlier.index, later.index
                if comparison.verdict is Verdict.SAME:
                    same.append((earlier, later, comparison))
                elif comparison.verdict is Verdict.OTHER:
                    partition.keep_apart(*pair)  # so that nothing unknown between them can join them
                elif nearest:
                    undecided[pair] = OpenPair(earlier, later, comparison)
        for earlier, later, comparison in sorted(same, key=lambda s: (_gap(s[0], s[1]), s[0].index, s[1].index)):
            partition.join(earlier.index, later.index, comparison.reason, comparison.share)
    _join_renamed(blocs, partition)
    pairs = [undecided[at] for at in sorted(undecided)]
    for open_pair in pairs:
        a, b = open_pair.earlier, open_pair.later
        if terms.decision_over(a.owner, a.year, b.year):
            partition.join(a.index, b.index, "members unknown, within the term of one decision")
    return [pair for pair in pairs if not partition.together(pair.earlier.index, pair.later.index)]


def _lines(
    blocs: Iterable[BlocYear], keys: Callable[[BlocYear], Iterable[tuple[str, str, str]]]
) -> Iterator[list[BlocYear]]:
    """Yield the years of each number or name of one owner, in the order of time, where there are several."""
    lines: defaultdict[tuple[Owner, tuple[str, str, str]], list[BlocYear]] = defaultdict(list)
    for bloc in blocs:
        if bloc.owner.known and bloc.year is not None:
            for key in keys(bloc):
                lines[bloc.owner, key].append(bloc)
    for at in sorted(lines):
        if len(lines[at]) > 1:
            yield sorted(lines[at], key=_when)


def _compare_line(
    line: Sequence[BlocYear], successors: Mapping[str, Iterable[str]]
) -> Iterator[tuple[BlocYear, BlocYear, Comparison, bool]]:
    """Yield the pairs of a line that are compared: each year with those before and after, up to one that tells.

    The last value is whether the two are neighbours in the line. A pair may come twice.
    """
    unique = _years_with_one(line)
    known: dict[tuple[int, int], Comparison] = {}
    for at, bloc in enumerate(line):
        for others in (reversed(line[:at]), line[at + 1 :]):
            nearest: int | None = None
            decided: int | None = None
            for other in others:
                if decided is not None and other.year != decided:
                    break
                earlier, later = sorted((bloc, other), key=_when)
                if other.year == bloc.year or not _comparable(earlier, later, unique):
                    continue
                pair = earlier.index, later.index
                known[pair] = known.get(pair) or compare(earlier, later, successors)
                if known[pair].verdict is not Verdict.UNKNOWN:
                    decided = other.year
                elif not may_be_one(earlier, later):
                    continue  # another number, and nothing to say that it is this one anew
                nearest = other.year if nearest is None else nearest
                yield earlier, later, known[pair], other.year == nearest


def _comparable(earlier: BlocYear, later: BlocYear, unique: frozenset[int | None]) -> bool:
    """Whether two years of a name may be one bloc's: of one number, or renumbered and alone in their years."""
    return may_be_one(earlier, later) or (earlier.year in unique and later.year in unique)


def _years_with_one(line: Sequence[BlocYear]) -> frozenset[int | None]:
    return frozenset(year for year, count in Counter(bloc.year for bloc in line).items() if count == 1)


def _join_renamed(blocs: Sequence[BlocYear], partition: Partition) -> None:
    """Join a name that ends with the one that begins, if clearly the same units go on and nobody else has them.

    Neither may be told of in the other's year or in between, under any of its names: an agency belongs to one bloc a
    year. Where units of one go on into two (it was divided), or of two into one, no bloc is taken for the other.
    """
    by_index = {bloc.index: bloc for bloc in blocs}
    years: defaultdict[int, set[int | None]] = defaultdict(set)
    for bloc in blocs:
        years[partition.find(bloc.index)].add(bloc.year)
    pairs: list[tuple[BlocYear, BlocYear, int]] = []
    for (a, b), common in overlaps(blocs, gap=NEIGHBOURS).items():
        earlier, later = by_index[a], by_index[b]
        if common < RENAMED_COMMON or not is_clear(earlier, later, common) or partition.together(a, b):
            continue
        span = range(earlier.year or 0, (later.year or 0) + 1)
        if not years[partition.find(a)].intersection(span[1:]) and not years[partition.find(b)].intersection(span[:-1]):
            pairs.append((earlier, later, common))
    after: defaultdict[int, set[int]] = defaultdict(set)
    before: defaultdict[int, set[int]] = defaultdict(set)
    for earlier, later, _ in pairs:
        after[earlier.index].add(later.index)
        before[later.index].add(earlier.index)
    for earlier, later, common in sorted(pairs, key=lambda p: (_gap(p[0], p[1]), -p[2], p[0].index, p[1].index)):
        if _has_one_name(earlier, later):
            continue
        rivals = [by_index[i] for i in after[earlier.index] if by_index[i].year == later.year]
        rivals += [by_index[i] for i in before[later.index] if by_index[i].year == earlier.year]
        if len(rivals) == 2:
            one, two = partition.find(earlier.index), partition.find(later.index)
            share = common / min(len(earlier.units), len(later.units))
            reason = "another name or number with the same units in a neighbouring year"
            if not years[one] & years[two] and partition.join(earlier.index, later.index, reason, share):
                years[partition.find(one)] = years[one] | years[two]


def _has_one_name(left: BlocYear, right: BlocYear) -> bool:
    return bool(left.numbers & right.numbers or left.sectors & right.sectors)


def _gap(earlier: BlocYear, later: BlocYear) -> int:
    return (later.year or 0) - (earlier.year or 0)


def _when(bloc: BlocYear) -> tuple[int, int]:
    return bloc.year or 0, bloc.index
