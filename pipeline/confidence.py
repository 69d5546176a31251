"""How far a fact can be trusted: what its rule is worth, and the signs of doubt about it, both counted on gold reports.

The odds that a fact is wrong are those of its rule, times a factor for each sign of doubt that it bears
(`pipeline/doubt.py`). Both are in `corpora/lexicon/confidence.csv`: for a rule how many of its facts were right, for a
sign the same and the factor (`times`), first for all kinds of facts, then, as `SIGN-of-KIND`, what it is worth more or
less with facts of a kind. A rule with few cases is drawn to the mean of its kind, a sign with few cases to the factor
1. The factors are fitted together, so that signs that go together are not counted twice: each is such that
the facts with the sign are expected to be wrong as often as they were. That is a logistic model with yes-or-no
features, written as odds.

Reports on which rules were developed say little: their mistakes have been mended. So what is counted are the facts that
were read from each set of reports by the program as it was before anybody had read the set:
`corpora/lexicon/first_sight.csv`. `python -m pipeline.confidence` prints the table that these give.
`python -m pipeline.confidence --cases FOLDER ...` prints the rows of new sets (reports NAME.txt beside their gold
NAME.json) for `first_sight.csv`; it is of use before the reports are read and the rules changed for them.
`--reliability` prints what the confidence is worth, as Markdown: the facts of each set weighed with a table that was
counted without the set. With folders, their facts as they are read now are weighed so (`--shipped`: with the shipped
table); without, those at first sight.

Which facts are right is the scorer's word (pipeline/evaluate.py): one that the guideline leaves open counts neither
way. Facts with a name whose end is in doubt (pipeline/mentions/words.py) are counted under the rule `doubted`.
"""

from __future__ import annotations

import argparse
import csv
import math
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby, pairwise, product
from pathlib import Path
from typing import Any

from pipeline.confidence_beyond import weigh_beyond
from pipeline.doubt import SIGNS, Places, signs_of
from pipeline.evaluate import Counts, read_gold, score
from pipeline.lexicon import cells, read_table
from pipeline.record import ALL_FACTS, FACTS, KINDS, Bloc, Fact, Record

COLUMNS = ("kind", "rule", "right", "total", "times")
CASE_COLUMNS = ("set", "kind", "rule", "signs", "right", "total")
SIGN = "sign"
"""The `kind` of the rows for signs."""
EVERY = {kind: f"every-{kind}" for kind in KINDS}
"""The rows whose factors all facts of a kind get: signs raise the odds of those that bear them, so the others' fall."""
DOUBTED = "doubted"
"""The rule under which facts with a name whose end is in doubt are counted."""

_RULE_PRIOR = 100.0
"""A rule's share counts as if so many facts more had been as right as its kind's mean."""
_SIGN_PRIOR = 0.2
"""A sign's factor counts as if so many facts more had been wrong, and as many expected."""
_OF_KIND_PRIOR = 5.0
"""The same for a sign with facts of a kind. All three priors: by log loss on sets left out."""
_LEAST_TIMES = {**dict.fromkeys(SIGNS, 1.0), "contradicted": 2.0}
"""A sign never makes a fact surer, and what a report contradicts is doubtful even where few were counted."""
_ROUNDS = 120
_EDGES = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 1.0)

Row = tuple[str, str, int, int, float | None]
Rule = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Case:
    """A fact of a gold report: the set that the report is of, its kind and rule, its signs, and whether it is wrong."""

    corpus: str
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
        times = math.prod([self.times.get(row, 1.0) for row in _rows_for(rule[0], signs)])
        return 1 / (1 + self._odds(rule) * times)

    def _odds(self, rule: Rule) -> float:
        wrong = self.wrong.get(rule, self.of_kind.get(rule[0], 0.5))
        return wrong / (1 - wrong)


def sign_of_kind(sign: str, kind: str) -> str:
    """Return the row for a sign with facts of a kind, whose factor comes on top of the sign's own."""
    return f"{sign}-of-{kind}"


def _rows_for(kind: str, signs: Iterable[str]) -> list[str]:
    """Return the rows whose factors a fact of a kind with these signs gets."""
    return [EVERY[kind], *(row for sign in signs for row in (sign, sign_of_kind(sign, kind)))]


def weigh(record: Record, places: Places) -> Record:
    """Return a record whose facts have their confidence: two decimals, rounded down, from 0.01 to 0.99."""
    weights = shipped_weights()
    facts: dict[str, list[Fact]] = {cls.plural: [] for cls in FACTS}
    known: dict[tuple[Rule, frozenset[str]], float] = {}  # a list's members have much the same
    for fact, signs in signs_of(record, places):
        rule = fact.kind, counted_as(fact, places)
        if (rule, signs) not in known:
            known[rule, signs] = max(0.01, math.floor(weights.confidence(rule, signs) * 100) / 100)
        facts[fact.plural].append(fact.trusted(known[rule, signs]))
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
    bearing = Counter(row for case in cases for row in _rows_for(case.rule[0], case.signs))
    right = Counter(row for case in cases if not case.wrong for row in _rows_for(case.rule[0], case.signs))
    rows += [(SIGN, sign, right[sign], bearing[sign], round(times[sign], 2)) for sign in times if bearing[sign]]
    return rows


def _fit(cases: Sequence[Case], rules: Weights) -> dict[str, float]:
    """Return the factors with which the facts of each sign are expected to be wrong as often as they were."""
    groups = Counter((case.rule, case.signs) for case in cases)
    seen = Counter(row for case in cases if case.wrong for row in _rows_for(case.rule[0], case.signs))
    times = dict.fromkeys((*EVERY.values(), *SIGNS), 1.0)
    priors = dict.fromkeys(times, _SIGN_PRIOR)
    for sign, kind in product(SIGNS, KINDS):
        times[sign_of_kind(sign, kind)], priors[sign_of_kind(sign, kind)] = 1.0, _OF_KIND_PRIOR
    for _ in range(_ROUNDS):
        expected: defaultdict[str, float] = defaultdict(float)
        weights = Weights(rules.wrong, rules.of_kind, times)
        for (rule, signs), number in sorted(groups.items(), key=lambda item: (item[0][0], sorted(item[0][1]))):
            share = number * (1 - weights.confidence(rule, signs))
            for row in _rows_for(rule[0], signs):
                expected[row] += share
        for row, factor in times.items():
            aim = (seen[row] + priors[row]) / (expected[row] / factor + priors[row])
            times[row] = factor * math.cbrt(aim / factor)
        for sign, least in _LEAST_TIMES.items():
            times[sign] = max(times[sign], least)
            for kind in KINDS:
                times[sign_of_kind(sign, kind)] = max(times[sign_of_kind(sign, kind)], least / times[sign])
    return times


def first_sight() -> list[Case]:
    """Return the facts of `first_sight.csv`."""
    cases: list[Case] = []
    for row in read_table("first_sight"):
        right, total = int(row["right"]), int(row["total"])
        rule, signs = (row["kind"], row["rule"]), frozenset(cells(row["signs"]))
        cases += [Case(row["set"], rule, signs, number >= right) for number in range(total)]
    return cases


def rows_of(cases: Iterable[Case]) -> Iterator[tuple[str, str, str, str, int, int]]:
    """Yield the rows of `first_sight.csv` for cases: like ones together."""
    total, right = Counter[tuple[str, str, str, str]](), Counter[tuple[str, str, str, str]]()
    for case in cases:
        row = (case.corpus, *case.rule, "|".join(sorted(case.signs)))
        total[row] += 1
        right[row] += not case.wrong
    for row in sorted(total):
        yield *row, right[row], total[row]


def read_cases(folders: Iterable[Path]) -> list[Case]:
    """Read the reports of folders and judge their facts. Each folder is a set.

    Raises:
        FileNotFoundError: a folder holds no gold, or gold has no text beside it.
        ValueError: a gold file is no record.
    """
    from pipeline.pages import read_copied_page
    from pipeline.reader import extract
    from pipeline.steps import mentions_of

    cases: list[Case] = []
    for folder in folders:
        for gold in read_gold(folder):
            name = gold["article_id"]
            article = read_copied_page((folder / f"{name}.txt").read_text("utf-8"), name)
            record, places = extract(article), Places.of(mentions_of(article))
            cases += judge(record, places, gold, folder.resolve().name)
    return cases


def judge(record: Record, places: Places, gold: Mapping[str, Any], corpus: str) -> Iterator[Case]:
    """Yield the facts of a record as cases of a set, without those that gold leaves open."""
    for fact, signs in signs_of(record, places):
        counts = judged(fact, record, gold)
        if counts.tp + counts.fp:
            yield Case(corpus, (fact.kind, counted_as(fact, places)), signs, counts.fp > 0)


def judged(fact: Fact, record: Record, gold: Mapping[str, Any]) -> Counts:
    """Return the scorer's counts for a record that holds a fact alone (and the blocs that it refers to)."""
    name, blocs = gold["article_id"], [bloc.to_dict() for bloc in record.blocs]
    return score([gold], {name: {"article_id": name, "blocs": blocs, fact.plural: [fact.to_dict()]}}).kinds[fact.kind]


def held_out(cases: Sequence[Case], counted: Sequence[Case] | None = None) -> list[tuple[float, bool]]:
    """Return (confidence, whether right) of each case, its confidence from a table counted without its set.

    Args:
        cases: Facts of gold reports, which are weighed set by set.
        counted: Facts to count; without them, the cases themselves.
    """
    counted = cases if counted is None else counted
    pairs = []
    for corpus in sorted({case.corpus for case in cases}):
        weights = weights_of(count([case for case in counted if case.corpus != corpus]))
        held = (case for case in cases if case.corpus == corpus)
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
    """Print the table of rules and signs, the cases of folders, or what the confidence of facts is worth."""
    parser = argparse.ArgumentParser(prog="python -m pipeline.confidence", description=main.__doc__)
    parser.add_argument("folders", nargs="*", type=Path, metavar="FOLDER", help="count these reports as read now")
    parser.add_argument("--cases", action="store_true", help="print rows for first_sight.csv")
    parser.add_argument("--reliability", action="store_true", help="each set weighed without itself, as Markdown")
    parser.add_argument("--shipped", action="store_true", help="with --reliability: weighed with the shipped table")
    options = parser.parse_args(arguments)
    known = first_sight()
    cases = read_cases(options.folders) if options.folders else known
    if options.reliability:
        weights = shipped_weights()
        shipped = [(weights.confidence(case.rule, case.signs), not case.wrong) for case in cases]
        print(as_markdown(shipped if options.shipped else held_out(cases, known)))
        return
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(CASE_COLUMNS if options.cases else COLUMNS)
    writer.writerows(rows_of(cases) if options.cases else count(cases))


if __name__ == "__main__":
    main(sys.argv[1:])
