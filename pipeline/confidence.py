"""How far a fact can be trusted: what its rule is worth, and the signs of doubt about it, both counted on gold reports.

The odds that a fact is wrong are those of its rule, times a factor for each sign of doubt that it bears (`SIGNS`).
Both are in `corpora/lexicon/confidence.csv`: for a rule how many of its facts were right, for a sign the same and the
factor (`times`). A rule with few cases is drawn to the mean of its kind, a sign with few cases to the factor 1. The
factors are fitted together, so that signs that go together are not counted twice: each is such that the facts with the
sign are expected to be wrong as often as they were. That is a logistic model with yes-or-no features, written as odds.

`python -m pipeline.confidence FOLDER ...` reads the reports of folders (NAME.txt beside its gold NAME.json) and prints
that table. With `--reliability` it prints what the confidence is worth, as Markdown: each report is weighed with a
table that was counted without it (`--shipped`: with the shipped table, for reports that are not in it).

Which facts are right is the scorer's word (pipeline/evaluate.py): one that the guideline leaves open counts neither
way. Facts with a name whose end is in doubt (pipeline/mentions/words.py) are counted under the rule `doubted`. The
rules were written with the reports of `corpora/reports` and `corpora/development` in view, so on others they err more.
"""

from __future__ import annotations

import argparse
import csv
import math
import random
import sys
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import combinations, groupby, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.confidence_beyond import weigh_beyond
from pipeline.evaluate import Counts, read_gold, score
from pipeline.lexicon import read_table
from pipeline.record import ALL_FACTS, BEYOND, FACTS, KINDS, Bloc, Fact, Record

if TYPE_CHECKING:
    from pipeline.reading import Reading

COLUMNS = ("kind", "rule", "right", "total", "times")
SIGN = "sign"
"""The `kind` of the rows for signs."""
EVERY = "every-fact"
"""The row whose factor every fact gets: signs raise the odds of those that bear them, so the others' fall."""

DOUBTED = "doubted"
"""The rule under which facts with a name whose end is in doubt are counted."""

SIGNS = {
    "no-year": "its year is not known",
    "no-agency": "a person or leader without an agency",
    "new-names": "more than a fifth of the report's agencies are in no table",
    "plain-bloc-name": "its bloc's name lacks the words “thi đua”",
    "no-level": "it is not known of what level its bloc is",
    "undated-meeting": "its bloc's meeting has no day",
    "contradicted": "another fact, a count or a list of the report says otherwise",
    "several-years": "its sentence names several years",
    "short-name": "its agency's name has at most two words",
    "agencies-between": "two or more other agencies stand between the award and its recipient",
}
"""What is known at reading time and goes with mistakes: sign -> meaning."""

MAIN_SLOT = {"bloc": "name", "meeting": "type", "member": "agency", "leader": "agency", "award": "recipient"}
"""The slot whose words are the fact's place in the text; a person's is the name."""

_SAID_ONCE = {
    "meeting": (("bloc",), ("type", "date", "year")),
    "leader": (("bloc", "role", "year"), ("agency", "person")),
    "award": (("bloc", "award", "recipient", "year"), ("grantor", "rank")),
    "person": (("name",), ("title", "agency")),
}
"""Two facts of a kind that agree in the first slots contradict each other if they differ in one of the others."""

_GRAMMAR = ("grammar", "elliptical-grammar")
_NEW_NAMES = 0.2
_RULE_PRIOR = 100.0
"""A rule's share counts as if so many facts more had been as right as its kind's mean."""
_SIGN_PRIOR = 0.2
"""A sign's factor counts as if so many facts more had been wrong, and as many expected. Both priors: by log loss."""
_LEAST_TIMES = {**dict.fromkeys(SIGNS, 1.0), "contradicted": 2.0}
"""A sign never makes a fact surer, and what a report contradicts is doubtful even where few were counted."""
_ROUNDS = 60
_FOLDS = 10
_EDGES = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 1.0)

Row = tuple[str, str, int, int, float | None]
Rule = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Case:
    """A fact of a gold report: its kind and rule, its signs, and whether it is wrong."""

    report: str
    rule: Rule
    signs: frozenset[str]
    wrong: bool


@dataclass(frozen=True, slots=True)
class Weights:
    """What a table says: the share of wrong facts by rule and by kind, and the factor of each sign."""

    wrong: Mapping[Rule, float]
    of_kind: Mapping[str, float]
    times: Mapping[str, float]

    def confidence(self, rule: Rule, signs: Iterable[str]) -> float:
        """Return the estimated share of right facts among those of this rule with these signs, strictly within 0 to 1.

        A rule that was never counted is as good as the mean of its kind.
        """
        odds = self._odds(rule) * self.times.get(EVERY, 1.0) * math.prod(self.times.get(sign, 1.0) for sign in signs)
        return 1 / (1 + odds)

    def _odds(self, rule: Rule) -> float:
        wrong = self.wrong.get(rule, self.of_kind.get(rule[0], 0.5))
        return wrong / (1 - wrong)


@dataclass(frozen=True, slots=True)
class Places:
    """Where a report's mentions and sentences begin, as far as signs of doubt ask for it; offsets of its text."""

    agencies: list[int]
    years: list[int]
    sentences: list[int]
    doubted: list[tuple[int, int]]
    """Start and end of the names whose end is in doubt."""
    has_new_names: bool
    """Whether more than a fifth of the agencies are in no table."""

    @classmethod
    def of(cls, reading: Reading) -> Places:
        """Return the places of a reading whose mentions have been found; the frames may change them."""
        agencies = reading.of("AGENCY")
        return cls(
            agencies=[reading.starts[m.start] for m in agencies],
            years=[reading.starts[m.start] for m in reading.of("YEAR")],
            sentences=[reading.starts[s.start] for s in reading.sentences],
            doubted=[reading.span(m.start, m.end) for m in reading.of("DOUBTED")],
            has_new_names=sum(m.rule in _GRAMMAR for m in agencies) > _NEW_NAMES * len(agencies),
        )


def weigh(record: Record, places: Places) -> Record:
    """Return a record whose facts have their confidence: two decimals, rounded down, from 0.01 to 0.99."""
    weights = shipped_weights()
    facts: dict[str, list[Fact]] = {cls.plural: [] for cls in FACTS}
    for fact, signs in signs_of(record, places):
        exact = weights.confidence((fact.kind, counted_as(fact, places)), signs)
        facts[fact.plural].append(replace(fact, confidence=max(0.01, math.floor(exact * 100) / 100)))
    weighed: dict[str, Any] = {plural: tuple(of_kind) for plural, of_kind in facts.items()}
    return weigh_beyond(replace(record, **weighed))


def counted_as(fact: Fact, places: Places) -> str:
    """Return the rule that a fact is counted under: its own, or `doubted` if one of its names is."""
    for start, end in places.doubted:
        if any(e.start < end and start < e.end for e in fact.evidence):
            return DOUBTED
    return fact.rule


def without_doubtful(record: Record, least: float) -> Record:
    """Return a record without the facts whose confidence is below `least`.

    What belongs to a bloc that is left out goes with it; where no bloc stays, nothing does.
    """
    sure = [fact for fact in record.facts() if fact.confidence >= least]
    blocs = {fact.name for fact in sure if isinstance(fact, Bloc)}
    kept = [fact for fact in sure if blocs and (getattr(fact, "bloc", None) is None or fact.slots()["bloc"] in blocs)]
    facts: dict[str, Any] = {cls.plural: tuple(fact for fact in kept if isinstance(fact, cls)) for cls in ALL_FACTS}
    return replace(record, **facts)


def signs_of(record: Record, places: Places) -> Iterator[tuple[Fact, frozenset[str]]]:
    """Yield the facts of the six kinds, kind by kind, each with the signs of doubt that it bears."""
    facts = [fact for fact in record.facts() if fact.kind not in BEYOND]
    if not facts:
        return
    blocs = {bloc.name: bloc for bloc in record.blocs}
    undated = {meeting.bloc for meeting in record.meetings if meeting.date is None}
    contradicted = {id(fact) for pair in contradictions(facts) for fact in pair}
    doubted = {(p.where, p.start) for p in record.problems if p.where and p.start is not None}
    of_bloc: dict[str, frozenset[str]] = {}
    for fact in facts:
        slots = fact.slots()
        name = slots.get("bloc") or (slots["name"] if fact.kind == "bloc" else record.blocs[0].name)
        if name not in of_bloc:
            of_bloc[name] = _borne(
                {
                    "new-names": places.has_new_names,
                    "plain-bloc-name": "thi đua" not in name.lower(),
                    "no-level": name in blocs and blocs[name].level is None,
                    "undated-meeting": name in undated,
                }
            )
        at = _place(fact, MAIN_SLOT.get(fact.kind, "name"))
        own = {
            "no-year": "year" in slots and slots["year"] is None,
            "no-agency": fact.kind in ("person", "leader") and slots["agency"] is None,
            "contradicted": id(fact) in contradicted or bool(doubted) and _is_doubted(fact, doubted),
            "several-years": at is not None and _in_sentence_of(at, places.sentences, places.years) > 1,
            "short-name": _has_short_name(slots),
            "agencies-between": fact.kind == "award" and _between(_place(fact, "award"), at, places.agencies) > 1,
        }
        yield fact, of_bloc[name] | _borne(own)


def _borne(signs: Mapping[str, bool]) -> frozenset[str]:
    return frozenset([sign for sign, is_borne in signs.items() if is_borne])


def contradictions(facts: Iterable[Fact]) -> list[tuple[Fact, Fact]]:
    """Return the pairs of facts of one report that cannot both be so: one thing, told in two ways.

    Not so deputies, of whom a bloc may have several, nor awards that are counted and not named.
    """
    told: defaultdict[tuple[Any, ...], list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.kind not in _SAID_ONCE:
            continue
        slots = fact.slots()
        if slots.get("role") != "deputy" and slots.get("recipient", "") is not None:
            told[fact.kind, *(slots[slot] for slot in _SAID_ONCE[fact.kind][0])].append(fact)
    pairs = (pair for same in told.values() for pair in combinations(same, 2))
    return [(one, other) for one, other in pairs if _differ(one, other)]


def _is_doubted(fact: Fact, doubted: Container[tuple[str, int]]) -> bool:
    """Whether a problem of the record (its `where` and start) is about the fact; a meeting's day is mended or kept."""
    return fact.kind != "meeting" and any((f"{fact.kind}.{e.slot}", e.start) in doubted for e in fact.evidence)


def _differ(one: Fact, other: Fact) -> bool:
    values = ((getattr(one, slot), getattr(other, slot)) for slot in _SAID_ONCE[one.kind][1])
    return any(None not in pair and pair[0] != pair[1] for pair in values)


def _place(fact: Fact, slot: str) -> int | None:
    return next((e.start for e in fact.evidence if e.slot == slot), None)


def _in_sentence_of(at: int, sentences: Sequence[int], places: Sequence[int]) -> int:
    """Return how many of the places are in the sentence of a place; all of them in text order."""
    number = bisect_right(sentences, at)
    end = sentences[number] if number < len(sentences) else sys.maxsize
    return bisect_left(places, end) - bisect_left(places, sentences[max(number - 1, 0)])


def _between(left: int | None, right: int | None, places: Sequence[int]) -> int:
    if left is None or right is None:
        return 0
    first, last = sorted((left, right))
    return max(0, bisect_left(places, last) - bisect_right(places, first))


def _has_short_name(slots: Mapping[str, Any]) -> bool:
    name = slots.get("agency") or slots.get("recipient")
    return name is not None and len(name.split()) <= 2


@lru_cache(maxsize=1)
def shipped_weights() -> Weights:
    """Return the weights of the table in the installed package."""
    table = read_table("confidence")
    return weights_of(
        (
            row["kind"],
            row["rule"],
            int(row["right"]),
            int(row["total"]),
            float(row["times"]) if row["times"] else None,
        )
        for row in table
    )


def weights_of(rows: Iterable[Row]) -> Weights:
    """Return what the rows of a table say."""
    rows = list(rows)
    counted = {(kind, rule): (total - right, total) for kind, rule, right, total, _ in rows if kind != SIGN}
    times = {rule: factor for kind, rule, _, _, factor in rows if kind == SIGN and factor is not None}
    return _weights(counted, times)


def _weights(counted: Mapping[Rule, tuple[int, int]], times: Mapping[str, float]) -> Weights:
    def drawn(wrong: float, total: float, mean: float) -> float:
        return (wrong + _RULE_PRIOR * mean) / (total + _RULE_PRIOR)

    mean = (sum(wrong for wrong, _ in counted.values()) + 1) / (sum(total for _, total in counted.values()) + 2)
    of_kind = {}
    for kind in KINDS:
        of_it = [counts for rule, counts in counted.items() if rule[0] == kind]
        of_kind[kind] = drawn(sum(w for w, _ in of_it), sum(t for _, t in of_it), mean)
    return Weights({r: drawn(w, t, of_kind[r[0]]) for r, (w, t) in counted.items()}, of_kind, times)


def count(cases: Sequence[Case]) -> list[Row]:
    """Return the table that cases give: the rules by kind and name, then the signs, each with its factor."""
    total = Counter(case.rule for case in cases)
    wrong = Counter(case.rule for case in cases if case.wrong)
    times = _fit(cases, _weights({rule: (wrong[rule], total[rule]) for rule in total}, {}))
    rows: list[Row] = [
        (*rule, total[rule] - wrong[rule], total[rule], None)
        for rule in sorted(total, key=lambda rule: (KINDS.index(rule[0]), rule[1]))
    ]
    for sign in (EVERY, *SIGNS):
        bearing = [case for case in cases if sign == EVERY or sign in case.signs]
        if bearing:
            rows.append((SIGN, sign, sum(not c.wrong for c in bearing), len(bearing), round(times[sign], 2)))
    return rows


def _fit(cases: Sequence[Case], rules: Weights) -> dict[str, float]:
    """Return the factors with which the facts of each sign are expected to be wrong as often as they were."""
    groups = Counter((case.rule, case.signs) for case in cases)
    seen = Counter(sign for case in cases if case.wrong for sign in (EVERY, *case.signs))
    times = dict.fromkeys((EVERY, *SIGNS), 1.0)
    for _ in range(_ROUNDS):
        expected: defaultdict[str, float] = defaultdict(float)
        weights = Weights(rules.wrong, rules.of_kind, times)
        for (rule, signs), number in sorted(groups.items(), key=lambda item: (item[0][0], sorted(item[0][1]))):
            share = number * (1 - weights.confidence(rule, signs))
            for sign in (EVERY, *signs):
                expected[sign] += share
        for sign, factor in times.items():
            aim = (seen[sign] + _SIGN_PRIOR) / (expected[sign] / factor + _SIGN_PRIOR)
            times[sign] = max(factor * math.sqrt(aim / factor), _LEAST_TIMES.get(sign, 0.0))
    return times


def read_cases(folders: Iterable[Path]) -> list[Case]:
    """Read the reports of folders and judge their facts.

    Raises:
        FileNotFoundError: a folder holds no gold, or gold has no text beside it.
        ValueError: a gold file is no record.
    """
    from pipeline.pages import read_copied_page
    from pipeline.reader import extract
    from pipeline.steps import mentions_of

    cases = []
    for folder in folders:
        for gold in read_gold(folder):
            name = gold["article_id"]
            article = read_copied_page((folder / f"{name}.txt").read_text("utf-8"), name)
            record, places = extract(article), Places.of(mentions_of(article))
            for fact, signs in signs_of(record, places):
                counts = judged(fact, record, gold)
                if counts.tp + counts.fp:
                    cases.append(Case(name, (fact.kind, counted_as(fact, places)), signs, counts.fp > 0))
    return cases


def judged(fact: Fact, record: Record, gold: Mapping[str, Any]) -> Counts:
    """Return the scorer's counts for a record that holds a fact alone (and the blocs that it refers to)."""
    name, blocs = gold["article_id"], [bloc.to_dict() for bloc in record.blocs]
    return score([gold], {name: {"article_id": name, "blocs": blocs, fact.plural: [fact.to_dict()]}}).kinds[fact.kind]


def held_out(cases: Sequence[Case], folds: int = _FOLDS, seed: int = 0) -> list[tuple[float, bool]]:
    """Return (confidence, whether right) of each case, its confidence from a table counted without its fold's reports.

    Args:
        cases: Facts of gold reports.
        folds: Into how many parts the reports are divided.
        seed: Of the division; the same seed and reports give the same folds.
    """
    reports = sorted({case.report for case in cases})
    random.Random(seed).shuffle(reports)
    fold_of = {report: number % folds for number, report in enumerate(reports)}
    pairs = []
    for fold in range(min(folds, len(reports))):
        weights = weights_of(count([case for case in cases if fold_of[case.report] != fold]))
        held = (case for case in cases if fold_of[case.report] == fold)
        pairs += [(weights.confidence(case.rule, case.signs), not case.wrong) for case in held]
    return pairs


def errors_removed(pairs: Iterable[tuple[float, bool]], share: float = 0.1) -> float:
    """Return the share of the errors among the given share of facts with the lowest confidence.

    Of facts with the same confidence at the border, each counts in part. 0.0 where there are no errors.
    """
    ordered = sorted(pairs)
    errors = sum(not right for _, right in ordered)
    room = share * len(ordered)
    removed = 0.0
    for _, tied in groupby(ordered, key=lambda pair: pair[0]):
        rights = [right for _, right in tied]
        removed += rights.count(False) * min(1.0, max(0.0, room) / len(rights))
        room -= len(rights)
    return removed / errors if errors else 0.0


def reliability(pairs: Sequence[tuple[float, bool]]) -> Iterator[tuple[str, int, float, float]]:
    """Yield (range of confidence, facts, mean confidence, share that is right) for each range that has facts."""
    for low, high in pairwise(_EDGES):
        inside = [pair for pair in pairs if low <= pair[0] < high]
        if inside:
            mean = sum(confidence for confidence, _ in inside) / len(inside)
            yield f"{low:g} to {high:g}", len(inside), mean, sum(right for _, right in inside) / len(inside)


def as_markdown(pairs: Sequence[tuple[float, bool]]) -> str:
    """Return the reliability of confidences as a Markdown table with a bar for each range, and what a tenth removes."""
    lines = ["| confidence | facts | mean confidence | right | |", "|---|---|---|---|---|"]
    for name, facts, mean, right in reliability(pairs):
        lines.append(f"| {name} | {facts} | {mean:.3f} | {right:.3f} | {'█' * round(20 * right)} |")
    errors = sum(not right for _, right in pairs)
    lines += ["", f"{len(pairs)} facts, {errors} of them wrong."]
    if errors:
        lines.append(f"The tenth with the lowest confidence holds {errors_removed(pairs):.0%} of the errors.")
    return "\n".join(lines)


def main(arguments: Sequence[str]) -> None:
    """Print the table for the reports of the folders, or what the confidence of their facts is worth."""
    parser = argparse.ArgumentParser(prog="python -m pipeline.confidence", description=main.__doc__)
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    parser.add_argument("--reliability", action="store_true", help="each report weighed without itself, as Markdown")
    parser.add_argument("--shipped", action="store_true", help="with --reliability: weighed with the shipped table")
    options = parser.parse_args(arguments)
    cases = read_cases(options.folders)
    if options.reliability:
        weights = shipped_weights()
        shipped = [(weights.confidence(case.rule, case.signs), not case.wrong) for case in cases]
        print(as_markdown(shipped if options.shipped else held_out(cases)))
        return
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(count(cases))


if __name__ == "__main__":
    main(sys.argv[1:])
