"""Score documents, movements, initiatives and rankings against gold, as the guideline's annex says.

Gold lies in `beyond/NAME.json` in the folder of `NAME.json`; what the six kinds' scorer says of spellings, agencies and
lists of accepted values holds here too. `behind` scores which awards and leaders rest on a document.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.evaluate import Counts, Miss, RecordDict, Slot, Value, agency_folder, match, options, places_of

KINDS_BEYOND = ("document", "behind", "movement", "initiative", "ranking")
"""What is scored, in the order of the figures."""

FOLDER = "beyond"

_FactTuple = tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class ScoresBeyond:
    """The figures of one evaluation: how many reports have gold, the counts by kind, and the errors."""

    reports: int
    kinds: Mapping[str, Counts]
    errors: tuple[Miss, ...]

    @property
    def all(self) -> Counts:
        """All of them together."""
        return sum(self.kinds.values(), Counts())

    def to_dict(self) -> dict[str, Any]:
        """Return the figures as `thidua evaluate --json` gives them."""
        kinds = {kind: counts.to_dict() for kind, counts in self.kinds.items()}
        return {"reports": self.reports, **kinds, "all": self.all.to_dict()}


def read_gold_beyond(folder: Path, names: Iterable[str]) -> dict[str, dict[str, Any]]:
    """Read the gold that reports of a folder have beyond the six kinds, by `article_id`.

    Args:
        folder: the folder of the six kinds' gold.
        names: the reports.

    Raises:
        ValueError: a file is no JSON record.
    """
    found = {}
    for name in names:
        path = folder / FOLDER / f"{name}.json"
        if not path.is_file():
            continue
        try:
            found[name] = json.loads(path.read_text("utf-8"))
        except json.JSONDecodeError as error:
            raise ValueError(f"{path}: no JSON ({error}); expected one record in the guideline's form") from error
        if not isinstance(found[name], dict):
            raise ValueError(f"{path}: no record; expected a JSON object")
    return found


def score_beyond(
    gold_records: Iterable[RecordDict], beyond: Mapping[str, RecordDict], predictions: Mapping[str, RecordDict]
) -> ScoresBeyond:
    """Score predicted records against gold.

    Args:
        gold_records: gold of the six kinds, which says how many blocs a report has and of what place it is.
        beyond: gold beyond them by `article_id`; a report without it is passed over.
        predictions: predicted records by `article_id`.
    """
    counts = dict.fromkeys(KINDS_BEYOND, Counts())
    errors: list[Miss] = []
    reports = 0
    for six in gold_records:
        name = six["article_id"]
        if name not in beyond:
            continue
        reports += 1
        several = len(six.get("blocs") or []) > 1
        agency = agency_folder(places_of(six))
        wanted = _tuples(beyond[name], several, agency)
        given = _tuples(predictions.get(name, {}), several, agency)
        for kind in KINDS_BEYOND:
            gold = [fact for fact, _ in wanted[kind]]
            free = {n for n, (_, optional) in enumerate(wanted[kind]) if optional}
            found = [fact for fact, _ in given[kind]]
            # Required facts choose first, so that an optional one takes nothing from them.
            order = sorted(range(len(gold)), key=lambda n: n in free)
            pairs = {order[n]: at for n, at in match([gold[n] for n in order], found).items()}
            used = set(pairs.values())
            wrong = [fact for at, fact in enumerate(found) if at not in used]
            missed = [fact for n, fact in enumerate(gold) if n not in pairs and n not in free]
            counts[kind] += Counts(sum(n not in free for n in pairs), len(wrong), len(missed))
            errors += [Miss(name, kind, "missed", fact) for fact in missed]
            errors += [Miss(name, kind, "wrong", fact) for fact in wrong]
    return ScoresBeyond(reports, counts, tuple(errors))


def _tuples(
    record: RecordDict, several: bool, agency: Callable[[Any], Value]
) -> dict[str, list[tuple[_FactTuple, bool]]]:
    """Return the facts as tuples by kind, each with whether it is optional, without repeats."""
    out: dict[str, dict[_FactTuple, bool]] = {kind: {} for kind in KINDS_BEYOND}
    for kind, fact, optional in _facts(record, several, agency):
        out[kind].setdefault(fact, optional)
    return {kind: list(facts.items()) for kind, facts in out.items()}


def _facts(record: RecordDict, several: bool, agency: Callable[[Any], Value]) -> Iterator[tuple[str, _FactTuple, bool]]:
    def slots(fact: RecordDict, *keys: str) -> _FactTuple:
        return tuple(options(fact.get(key)) for key in keys)

    def bloc_of(fact: RecordDict) -> _FactTuple:
        return (options(fact.get("bloc")),) if several else ()

    for document in record.get("documents") or []:
        what = "number" if document.get("number") else "subject"
        optional = bool(document.get("optional"))
        yield "document", slots(document, "type", what, "date", "issuer"), optional
        for fact in document.get("behind") or []:
            who = options(fact.get("who"), agency)
            yield "behind", (
                *slots(fact, "kind"), *slots(document, what), *slots(fact, "what"), who
            ), optional or bool(fact.get("optional"))  # fmt: skip
    for movement in record.get("movements") or []:
        yield "movement", slots(movement, "type", "name", "year", "period"), bool(movement.get("optional"))
    for initiative in record.get("initiatives") or []:
        unit = options(initiative.get("agency"), agency)
        yield "initiative", (*slots(initiative, "type", "name"), unit), bool(initiative.get("optional"))
    for ranking in record.get("rankings") or []:
        unit = options(ranking.get("agency"), agency)
        figures = slots(ranking, "position", "units", "score", "max_score", "year")
        yield "ranking", (*bloc_of(ranking), unit, *figures), bool(ranking.get("optional"))
