"""What became of agencies: successors by the lexicon, and the same office of the province that its own went into.

Only agencies that reports name are linked; where one in between is not named, its successor takes its part.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.registry.agency_kinds import REGIONAL, Era, Kinds, Step
from pipeline.registry.agency_sites import Site

if TYPE_CHECKING:
    from pipeline.registry.places import Gazetteer

IN_LINE = frozenset(("renamed", "merged"))
"""Relations within one place by which two agencies are of one line."""


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """A row of `agency_lineage`, by agency ids."""

    agency_id: str
    successor_id: str
    day: str | None
    relation: str
    source: str | None


@dataclass(frozen=True, slots=True)
class _Named:
    agency_id: str
    site: Site


def lineage(sites: Mapping[str, Sequence[Site]], gazetteer: Gazetteer, kinds: Kinds) -> list[Link]:
    """Return the links between agencies, sorted.

    Args:
        sites: agency_id -> the sites that are this agency; agencies known from one page only are left out.
        gazetteer: places and what became of them.
        kinds: what kinds of agencies became.
    """
    named = [_Named(agency, site) for agency, found in sites.items() for site in found if site.known]
    by_office: defaultdict[tuple[str, str | None, str | None], list[_Named]] = defaultdict(list)
    for agency in named:
        by_office[agency.site.key, agency.site.tier, agency.site.place_id].append(agency)
        if agency.site.tier == REGIONAL:  # also by its kind, and by where reports name it
            by_office[agency.site.kind_key, REGIONAL, agency.site.region].append(agency)
    links: dict[tuple[str, str], Link] = {}
    for agency in named:
        for link in (
            *_successors(agency, by_office, gazetteer, kinds),
            *_in_new_place(agency, by_office, gazetteer, kinds),
        ):
            if link.agency_id != link.successor_id:
                links.setdefault((link.agency_id, link.successor_id), link)
    return sorted(links.values())


def lines(agencies: Iterable[str], links: Iterable[Link], places: Mapping[str, str | None]) -> dict[str, str]:
    """Return agency_id -> line_id: the least id among those that renaming and merger join within one place."""
    parent = {agency: agency for agency in agencies}

    def root(agency: str) -> str:
        while parent[agency] != agency:
            parent[agency] = parent[parent[agency]]
            agency = parent[agency]
        return agency

    for link in links:
        if link.relation in IN_LINE and places[link.agency_id] == places[link.successor_id]:
            left, right = sorted((root(link.agency_id), root(link.successor_id)))
            parent[right] = left
    return {agency: root(agency) for agency in parent}


def _steps(kinds: Kinds, site: Site) -> Sequence[Step]:
    """Return what a site's kind became; of one of several eras, what that era became."""
    steps = kinds.steps.get((site.kind_key, site.tier or ""), ())
    if len(kinds.eras_of(site.kind_key, site.tier or "")) > 1:
        return [step for step in steps if step.era.valid_from == site.era]
    return steps


def _successors(
    agency: _Named,
    by_office: Mapping[tuple[str, str | None, str | None], Sequence[_Named]],
    gazetteer: Gazetteer,
    kinds: Kinds,
) -> Iterator[Link]:
    """Yield the links within the agency's place, past successors that no report names."""
    todo = [(step, step.relation, step.era) for step in _steps(kinds, agency.site)]
    seen = {(agency.site.key, agency.site.tier or "")}
    while todo:
        step, relation, era = todo.pop(0)
        found = list(_offices(agency, step, by_office, gazetteer, kinds))
        for successor in found:
            day = max(era.next_day, _begun(successor.site, kinds))
            yield Link(agency.agency_id, successor.agency_id, day or None, relation, step.source or None)
        if not found and (step.successor, step.tier) not in seen:
            seen.add((step.successor, step.tier))
            for further in kinds.steps.get((step.successor, step.tier), ()):
                if further.era.valid_from >= era.valid_to or not era.valid_to or not further.era.valid_from:
                    todo.append((further, _joint(relation, further.relation), era))


def _begun(site: Site, kinds: Kinds) -> str:
    eras = kinds.eras_of(site.kind_key, site.tier or "")
    return next((era.valid_from for era in eras if era.valid_from == site.era), eras[0].valid_from if eras else "")


def _joint(first: str, second: str) -> str:
    """Return the relation that two in a row make."""
    return "divided" if "divided" in (first, second) else "merged" if "merged" in (first, second) else "renamed"


def _offices(
    agency: _Named,
    step: Step,
    by_office: Mapping[tuple[str, str | None, str | None], Sequence[_Named]],
    gazetteer: Gazetteer,
    kinds: Kinds,
) -> Iterator[_Named]:
    site = agency.site
    if REGIONAL in (step.tier, site.tier):
        yield from _regional(site, step, by_office, gazetteer)
        return
    for successor in by_office.get((step.successor, step.tier, site.place_id), ()):
        if _later(successor.site, step.era, kinds):
            yield successor


def _regional(
    site: Site,
    step: Step,
    by_office: Mapping[tuple[str, str | None, str | None], Sequence[_Named]],
    gazetteer: Gazetteer,
) -> Iterator[_Named]:
    """Yield the regional bodies that reports of the agency's province name, or the provincial ones after them."""
    here = site.region or site.place_id
    if here:
        for place in (here, *gazetteer.successors(here)):
            yield from by_office.get((step.successor, step.tier, place), ())


def _later(site: Site, era: Era, kinds: Kinds) -> bool:
    """Whether a body did not end before `era` did: of one name's several bodies, not the one before."""
    own = next((e for e in kinds.eras_of(site.kind_key, site.tier or "") if e.valid_from == site.era), None)
    return not (own and own.valid_to and era.valid_to and own.valid_to <= era.valid_to)


def _in_new_place(
    agency: _Named,
    by_office: Mapping[tuple[str, str | None, str | None], Sequence[_Named]],
    gazetteer: Gazetteer,
    kinds: Kinds,
) -> Iterator[Link]:
    """Yield the links to the same office, or the one that it became, of the places that its own went into."""
    site = agency.site
    if not site.place_id:
        return
    end = gazetteer.places[site.place_id].valid_to
    if end is None:
        return
    day = Era(valid_to=end.isoformat()).next_day
    for place in gazetteer.successors(site.place_id):
        for key, tier in _forward(site, kinds):
            if key != site.key and by_office.get((key, tier, site.place_id)):
                break  # what it became is linked to the new place itself
            found = by_office.get((key, tier, place), ())
            for successor in found:
                yield Link(agency.agency_id, successor.agency_id, day, "place", "places")
            if found:
                break


def _forward(site: Site, kinds: Kinds) -> Iterator[tuple[str, str | None]]:
    """Yield the office itself, and then what it became, nearest first."""
    todo: list[tuple[str, str | None]] = [(site.key, site.tier)]
    seen = set(todo)
    while todo:
        office = todo.pop(0)
        yield office
        for step in kinds.steps.get((office[0], office[1] or ""), ()):
            following = (step.successor, step.tier)
            if step.relation != "divided" and following not in seen:
                seen.add(following)
                todo.append(following)
