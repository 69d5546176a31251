"""What a careful person would know from the generated reports, keyed so that it joins the tables; and how to measure.

A mention is known by its page key and the start of its span, which the table `evidence` has too. A bloc's mention that
nobody could place is undecidable: neither its units nor a known decision tie it to the bloc's other years.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from history_provinces import KnownDecision
from history_reports import Told
from history_texts import Honour, Term, ToldAward
from history_world import Bloc

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

Place = tuple[str, int]
"""Page key and start of a mention."""

STAGES = {
    **{"proposed": 1, "elected": 2, "appointed": 2, "assumed": 2, "serving": 3},
    **{"voted": 0, "conferred": 4},
}
"""How far a status is; of an award proposed is before conferred, of a term before elected."""

ENOUGH_UNITS = 3
"""So many units of a bloc must be told in a year for its members to say which bloc it is."""


class Contradiction(NamedTuple):
    """What reports say against each other: two `values` of one `subject`, which are leader, grantor or rank."""

    kind: str
    bloc: str
    year: int
    values: tuple[str, ...]


@dataclass(slots=True)
class Truth:
    """The truth of a history. Terms and honours are those that at least one placeable report tells."""

    agency_at: dict[Place, str] = field(default_factory=dict)
    bloc_at: dict[Place, str] = field(default_factory=dict)
    undecidable: set[Place] = field(default_factory=set)
    """Mentions, of agencies and of blocs, to be left out of measures."""
    blocs: dict[str, Bloc] = field(default_factory=dict)
    terms: dict[Term, str] = field(default_factory=dict)
    """With the furthest stage told; of equal ones the first told."""
    honours: dict[Honour, str] = field(default_factory=dict)
    """Likewise. An authority that no report states is "unstated"."""
    undecidable_pages: set[str] = field(default_factory=set)
    contradictions: list[Contradiction] = field(default_factory=list)
    lawful: list[Contradiction] = field(default_factory=list)
    """Two leaders in a year that contradict nothing: one handed over, or went on in another in the reform of 2025."""
    decisions: list[KnownDecision] = field(default_factory=list)


class _Node(NamedTuple):
    """A bloc in one year under one name."""

    bloc: str
    year: int
    key: str


@dataclass(slots=True)
class _Evidence:
    owner: str
    units: set[str] = field(default_factory=set)
    mentions: list[Place] = field(default_factory=list)


class _Telling(NamedTuple):
    """What a report adds to terms and honours; its text is not kept."""

    place: Place
    terms: list[tuple[Term, str]]
    awards: list[ToldAward]
    planted: str | None


def collect(told: Iterable[Told], decisions: Sequence[KnownDecision]) -> Truth:
    """Gather the truth of all reports."""
    truth = Truth(decisions=list(decisions))
    nodes: dict[_Node, _Evidence] = {}
    aliases: set[tuple[_Node, _Node]] = set()
    telling: list[_Telling] = []
    for report in (part for whole in told for part in (whole, *whole.joined)):
        key = report.page.page_key
        truth.blocs[report.bloc.bloc_id] = report.bloc
        truth.bloc_at[key, report.bloc_start] = report.bloc.bloc_id
        truth.agency_at.update(((key, start), agency) for start, agency in report.agencies)
        telling.append(_Telling((key, report.bloc_start), report.terms, report.awards, report.planted))
        if report.place_unknown or report.era_unknown:
            truth.undecidable.update((key, start) for start, _ in report.agencies)
        if report.place_unknown or report.era_unknown or report.authority_unknown:
            truth.undecidable.add((key, report.bloc_start))
            continue
        named = [_Node(report.bloc.bloc_id, report.year, k) for k in report.keys]
        for node in named:
            nodes.setdefault(node, _Evidence(report.bloc.owner.owner_id)).units |= report.units
        nodes[named[0]].mentions.append((key, report.bloc_start))
        aliases.update(pairwise(named))
    truth.undecidable |= _undecidable_mentions(nodes, aliases, truth)
    truth.undecidable_pages = {t.place[0] for t in telling if t.place in truth.undecidable}
    _count_once(truth, [t for t in telling if t.place not in truth.undecidable])
    return truth


def _undecidable_mentions(nodes: dict[_Node, _Evidence], aliases: set[tuple[_Node, _Node]], truth: Truth) -> set[Place]:
    """Mentions outside of the largest part of their bloc that evidence holds together, or that evidence misplaces."""
    by_bloc: dict[str, list[_Node]] = defaultdict(list)
    by_name: dict[tuple[str, str], list[_Node]] = defaultdict(list)
    for node in nodes:
        by_bloc[node.bloc].append(node)
        by_name[nodes[node].owner, node.key].append(node)
    lost: set[_Node] = set()
    for own in by_bloc.values():
        parts = _parts(own, nodes, aliases, truth)
        parts.sort(key=lambda part: (not _speaks(part, nodes, truth), -sum(len(nodes[n].mentions) for n in part), part))
        for part in parts[1:]:
            lost.update(part)
    for same_name in by_name.values():
        for node in same_name:
            rivals = [n for n in same_name if n.bloc != node.bloc]
            if any(_misplaced(node, rival, nodes, truth) for rival in rivals):
                lost.add(node)
    return {place for node in lost for place in nodes[node].mentions}


def _parts(
    own: list[_Node], nodes: dict[_Node, _Evidence], aliases: set[tuple[_Node, _Node]], truth: Truth
) -> list[list[_Node]]:
    """A bloc's nodes, grouped by what evidence ties together."""
    part_of = {node: {node} for node in own}
    for i, left in enumerate(own):
        for right in own[i + 1 :]:
            tied = (left, right) in aliases or (right, left) in aliases or _tied(left, right, nodes, truth)
            if tied and part_of[left] is not part_of[right]:
                part_of[left] |= part_of[right]
                for node in part_of[left]:
                    part_of[node] = part_of[left]
    return [sorted(part) for part in {id(p): p for p in part_of.values()}.values()]


def _speaks(part: list[_Node], nodes: dict[_Node, _Evidence], truth: Truth) -> bool:
    return any(len(nodes[n].units) >= ENOUGH_UNITS or _one_decision(n, n, truth) for n in part)


def _tied(left: _Node, right: _Node, nodes: dict[_Node, _Evidence], truth: Truth) -> bool:
    gap = abs(left.year - right.year)
    ours, theirs = nodes[left].units, nodes[right].units
    shared, smaller = len(ours & theirs), min(len(ours), len(theirs))
    if left.key != right.key:
        return gap <= 1 and shared >= ENOUGH_UNITS and shared >= 0.6 * smaller
    if gap == 0 or _one_decision(left, right, truth):
        return True
    return gap <= 2 and smaller >= ENOUGH_UNITS and shared >= 2 and 2 * shared >= smaller


def _one_decision(left: _Node, right: _Node, truth: Truth) -> bool:
    owner = truth.blocs[left.bloc].owner
    return owner.level == "tỉnh" and any(
        d.place == owner.place
        and d.authority == owner.authority
        and all(d.valid_from <= n.year <= (d.valid_to or n.year) for n in (left, right))
        for d in truth.decisions
    )


def _misplaced(node: _Node, rival: _Node, nodes: dict[_Node, _Evidence], truth: Truth) -> bool:
    """Whether reports make a node look like another bloc of the name, or say too little to tell it from that."""
    ours, theirs = nodes[node].units, nodes[rival].units
    few = len(ours) < ENOUGH_UNITS
    if few and (node.year == rival.year or not _one_decision(node, node, truth)):
        return True
    shared, smaller = len(ours & theirs), min(len(ours), len(theirs))
    looks_alike = abs(node.year - rival.year) <= 2 and shared >= 2 and 2 * shared >= smaller
    return looks_alike and len(ours) <= len(theirs)


def _count_once(truth: Truth, telling: list[_Telling]) -> None:
    stated: dict[Honour, bool] = {}
    stages: dict[Honour, str] = {}
    ranks: dict[Honour, set[str]] = defaultdict(set)
    planted: set[tuple[str, Hashable]] = set()
    for report in telling:
        for term, stage in report.terms:
            truth.terms[term] = _furthest(truth.terms.get(term), stage)
            if report.planted == "leader":
                planted.add(("leader", term))
        for award in report.awards:
            honour = award.honour
            stages[honour] = _furthest(stages.get(honour), award.stage)
            stated[honour] = stated.get(honour, False) or award.grantor_stated
            if award.rank:
                ranks[honour].add(award.rank)
            if report.planted == "grantor":
                planted.add(("grantor", honour))
    for honour, stage in stages.items():
        truth.honours[honour if stated[honour] else honour._replace(authority="unstated")] = stage
    doubled, truth.lawful = _two_leaders(truth, planted)
    truth.contradictions = sorted([*doubled, *_two_grantors(stages, stated), *_two_ranks(ranks)])


def _furthest(known: str | None, told: str) -> str:
    return told if known is None or STAGES[told] > STAGES[known] else known


def _two_leaders(truth: Truth, planted: set[tuple[str, Hashable]]) -> tuple[list[Contradiction], list[Contradiction]]:
    """Years with two leaders: those that contradict each other, and those that follow each other."""
    leaders: dict[tuple[str, int], list[Term]] = defaultdict(list)
    for term in truth.terms:
        if term.role == "leader":
            leaders[term.bloc, term.year].append(term)
    against: list[Contradiction] = []
    after: list[Contradiction] = []
    for (bloc, year), terms in sorted(leaders.items()):
        if len(terms) > 1:
            found = Contradiction("leader", bloc, year, tuple(sorted(term.agency for term in terms)))
            (against if any(("leader", term) in planted for term in terms) else after).append(found)
    return against, after


def _two_grantors(stages: dict[Honour, str], stated: dict[Honour, bool]) -> Iterable[Contradiction]:
    grantors: dict[Honour, set[str]] = defaultdict(set)
    for honour in stages:
        if stated[honour] and honour.recipient:
            grantors[honour._replace(authority="")].add(honour.authority)
    for honour, values in grantors.items():
        if len(values) > 1:
            yield Contradiction("grantor", honour.bloc, honour.year, tuple(sorted(values)))


def _two_ranks(ranks: dict[Honour, set[str]]) -> Iterable[Contradiction]:
    for honour, values in ranks.items():
        if len(values) > 1:
            yield Contradiction("rank", honour.bloc, honour.year, tuple(sorted(values)))


AGENCY_SLOTS = ("agency", "recipient", "recipient_agency")


def agency_labels(con: DuckDBPyConnection, truth: Truth, undecidable: bool = False) -> dict[tuple[str, str], str]:
    """The true agency of each (fact id, slot) of a database's tables.

    Args:
        con: a build file or a snapshot into which the history's pages were loaded.
        truth: the history's truth.
        undecidable: whether to give those too that are to be left out of measures.
    """
    rows = con.execute(
        "SELECT e.fact_id, e.slot, a.page_key, e.start FROM evidence e JOIN articles a USING (article_id) "
        "WHERE list_contains(?, e.slot) ORDER BY ALL",
        [list(AGENCY_SLOTS)],
    ).fetchall()
    return {
        (fact, slot): truth.agency_at[key, start]
        for fact, slot, key, start in rows
        if (key, start) in truth.agency_at and (undecidable or (key, start) not in truth.undecidable)
    }


def bloc_labels(con: DuckDBPyConnection, truth: Truth, undecidable: bool = False) -> dict[str, str]:
    """The true bloc of each bloc mention (its fact id) of a database's tables; arguments as of `agency_labels`."""
    rows = con.execute(
        "SELECT e.fact_id, a.page_key, e.start FROM evidence e JOIN articles a USING (article_id) "
        "WHERE e.kind = 'bloc' AND e.slot = 'name' ORDER BY ALL"
    ).fetchall()
    return {
        fact: truth.bloc_at[key, start]
        for fact, key, start in rows
        if (key, start) in truth.bloc_at and (undecidable or (key, start) not in truth.undecidable)
    }


class PairScore(NamedTuple):
    """Agreement of two groupings over all pairs."""

    precision: float
    recall: float
    f1: float


def pairwise_f1(true_ids: Sequence[Hashable], found_ids: Sequence[Hashable]) -> PairScore:
    """Compare two groupings of the same things by their pairs, counted through group sizes.

    Args:
        true_ids: the true group of each thing.
        found_ids: the group found, in the same order.
    """
    both = sum(n * (n - 1) // 2 for n in Counter(zip(true_ids, found_ids, strict=True)).values())
    true_pairs = sum(n * (n - 1) // 2 for n in Counter(true_ids).values())
    found_pairs = sum(n * (n - 1) // 2 for n in Counter(found_ids).values())
    precision = both / found_pairs if found_pairs else 1.0
    recall = both / true_pairs if true_pairs else 1.0
    return PairScore(
        precision, recall, 2 * precision * recall / (precision + recall) if both else float(not true_pairs)
    )


def mixed_groups(found_ids: Sequence[Hashable], traits: Sequence[str]) -> dict[Hashable, list[str]]:
    """The found groups whose things differ in a trait that none may mix (a place, an authority), with the traits.

    Args:
        found_ids: the group found for each thing.
        traits: the trait of each thing, in the same order.
    """
    seen: dict[Hashable, set[str]] = defaultdict(set)
    for found, trait in zip(found_ids, traits, strict=True):
        seen[found].add(trait)
    return {found: sorted(values) for found, values in seen.items() if len(values) > 1}


def majority(true_ids: Sequence[str], found_ids: Sequence[Hashable]) -> dict[Hashable, str]:
    """What each found group mostly is: the way from a database's ids to the true ones, to compare terms and honours."""
    counts: dict[Hashable, Counter[str]] = defaultdict(Counter)
    for true, found in zip(true_ids, found_ids, strict=True):
        counts[found][true] += 1
    return {found: max(sorted(count), key=count.__getitem__) for found, count in counts.items()}
