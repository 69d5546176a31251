"""Blocs: one identity over years and namings, by authority and lineage.

The rule, as the data dictionary gives it:

1. **Whose.** A bloc belongs to an authority in a place: to the body that a report names, else to the UBND of the place;
   blocs of national bodies have no place. Blocs of different authorities or places are never taken for one. Where
   authority or place is unknown (a bloc of several provinces without its ministry, a district's of which only the
   province is told, a company's without its name), a bloc is known from its page alone.
2. **Its name** is kind, number and sector: "Khối thi đua số 02 (tham mưu tổng hợp)", "Khối II", "Khối tham mưu tổng
   hợp". Words that reports write or leave out (các, cơ quan, sở, ban, ngành …) do not count. A khối and a cụm of one
   number are two blocs, unless clearly the same units are told of both in a year (as in 3). Levels of schools tell
   numbers apart (cụm số 3 of THCS, of Tiểu học). A bare "Khối thi đua" is known from its page alone, unless its units
   are clearly those of one bloc in that year.
3. **Within a year**, one number of one authority is one bloc, however many reports tell of it, unless two of them list
   members (four or more) with less than half in common, or one tells two leaders or more who are not on the other's
   list: then one means another authority's bloc that it does not name,
   or, in 2025, the one before and the one after the reorganisation; both are kept, and a question is asked. A name
   without number is a number's bloc if a report gives both together, or if clearly the same units are told of both (at
   least two, and two thirds of the shorter list, and not as many of another number). Two numbers of a year are never
   one bloc.
4. **Over years**, the same number or name with at least half of the units in common is the same bloc: half of the
   shorter list, of agencies by `line_id`, at least two known and two in common. A year's list is its members and
   leaders where four members or more are listed, else whoever is told in any role. It is the same bloc, too, if both
   years' reports tell one leader or deputy for one year. With fewer in common, one of the lists being one of members,
   it is a new period with the flag `other members`; `bloc_lineage` has what went over. With too few known to tell, it
   is the same only within the term of one known decision; else it is a period of its own with the flag `members
   unknown`, and a question in `review_queue`.
5. **Years are compared** with the nearest year before, and the nearest after, that can be compared. Years of which no
   report tells, or too little, are passed over, however many: a bloc of 2019 and 2021 may be one though nothing is
   known of 2020, and 2020 itself, told without units, is of it only by a decision.
6. **Other names and numbers over years.** A name or number that ends and another one that begins, with at most one
   year between, are one bloc if clearly the same units go on (at least three, and two thirds of the shorter list) and
   no third bloc has them: a bloc divided in two is neither of them by this. Two numbers that swap their members are
   two blocs that swapped their numbers.
7. **Places that end.** A province that took in others on 1 July 2025 is a new place, and its blocs are new; where units
   of the old ones went over, `bloc_lineage` says so with the relation `place`. A national body's blocs go on, each
   unit standing for its successor.
8. **Of no known year**, a bloc with a known owner is that of its name if it has at least half of the units of one of
   its years in common, and of no other bloc's; else it is known from its page alone.
9. **People** decide before all rules: `merge` joins, `split` keeps apart, and nothing decided is asked again.

A decision's term ends with its last year, with the authority's next decision, or with the place; one from before 1
July 2025 is not trusted beyond 2024 where its authority outlived that day (`pipeline/registry/decisions.py`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from pipeline.registry.bloc_chains import Verdict, compare, join_years
from pipeline.registry.bloc_doubts import (
    Doubts,
    ask_about_lists,
    ask_about_unknown,
    ask_across_owners,
    ask_over_years,
    ask_within_years,
)
from pipeline.registry.bloc_keys import NumberKey, Owner, SectorKey
from pipeline.registry.bloc_mentions import BlocMention, BlocRegistry
from pipeline.registry.bloc_partition import Partition
from pipeline.registry.bloc_reviews import apply_reviews
from pipeline.registry.bloc_rows import bloc_rows, found_blocs, lineage_rows, merge_rows, name_rows, period_rows
from pipeline.registry.bloc_years import (
    BlocYear,
    NamedYear,
    bloc_years,
    join_names,
    join_overlapping,
    named_years,
    regrouped,
)
from pipeline.registry.decisions import Decision, Terms

if TYPE_CHECKING:
    from pipeline.registry.places import Gazetteer
    from pipeline.reviews import Review

__all__ = ["BlocMention", "BlocRegistry", "resolve_blocs"]

_NO_SUCCESSORS: Mapping[str, tuple[str, ...]] = MappingProxyType({})


def resolve_blocs(
    mentions: Sequence[BlocMention],
    gazetteer: Gazetteer,
    decisions: Sequence[Decision] = (),
    reviews: Sequence[Review] = (),
    successors_of_units: Mapping[str, Iterable[str]] = _NO_SUCCESSORS,
) -> BlocRegistry:
    """Find out which mentions tell of one bloc; see above for the rule.

    The result does not depend on the order of any argument.

    Args:
        mentions: the blocs of all articles.
        gazetteer: the places.
        decisions: known decisions that set up blocs.
        reviews: what people decided; those on other things than blocs are left alone.
        successors_of_units: `line_id` -> those of the same office in the places that its own went into.
    """
    named = named_years(mentions, gazetteer)
    partition = Partition([_marks(one) for one in named])
    terms = Terms(decisions, gazetteer)
    problems = apply_reviews(reviews, named, partition, gazetteer)
    join_names(named, partition)
    blocs = bloc_years(named, partition)
    overlapping = join_overlapping(blocs, partition)
    blocs = regrouped(blocs, partition)
    open_pairs = join_years(blocs, partition, terms, successors_of_units)
    _join_undated(blocs, partition)

    found = found_blocs(blocs, partition)
    ids = {m.mention_id: one.bloc_id for one in found for m in one.mentions}
    doubts = Doubts(partition, ids)
    ask_over_years(doubts, open_pairs)
    ask_within_years(doubts, overlapping)
    ask_across_owners(doubts, blocs)
    ask_about_lists(doubts, blocs)
    ask_about_unknown(doubts, found)
    return BlocRegistry(
        blocs=bloc_rows(found),
        names=name_rows(found),
        periods=period_rows(found, partition, terms, successors_of_units),
        lineage=lineage_rows(found, gazetteer, successors_of_units),
        merges=merge_rows(named, partition, ids),
        doubts=doubts.rows(),
        ids=ids,
        problems=problems,
    )


def _marks(named: NamedYear) -> frozenset[tuple[int, str, str]]:
    """Return what may not meet with another such in one bloc: the year and its number."""
    if named.year is None or not named.key.number:
        return frozenset()
    return frozenset([(named.year, named.key.number, named.key.division)])


def _join_undated(blocs: Sequence[BlocYear], partition: Partition) -> None:
    """Join a bloc of no known year to the only one of its number or name with which it has its units in common."""
    lines: defaultdict[tuple[Owner, NumberKey | SectorKey], list[BlocYear]] = defaultdict(list)
    for bloc in blocs:
        if bloc.owner.known and bloc.year is not None:
            for key in bloc.numbers | bloc.sectors:
                lines[bloc.owner, key].append(bloc)
    for bloc in blocs:
        if not bloc.owner.known or bloc.year is not None:
            continue
        like: dict[int, tuple[int, float | None]] = {}
        for key in sorted(bloc.numbers | bloc.sectors):
            for other in lines[bloc.owner, key]:
                comparison = compare(other, bloc, _NO_SUCCESSORS)
                if comparison.verdict is Verdict.SAME:
                    like[partition.find(other.index)] = other.index, comparison.share
        if len(like) == 1:
            index, share = next(iter(like.values()))
            partition.join(index, bloc.index, "of no known year, at least half of the units in common", share)
