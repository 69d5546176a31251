"""Thidua against other ways to read the same reports: precision, recall, F1, and reports a second.

    python -m tests.benchmarks.accuracy                            prints the tables
    python -m tests.benchmarks.accuracy --into docs/accuracy.md    writes them where the page has them

The ways are Thidua as it is, the rules over underthesea's NER of `ner_baseline`, and the variants of `open_vocabulary`.
The model of these is trained here, on the bundled reports and those of `corpora/development`, so the test part is new to
it, as to the rules. All ways read in turn in one process; time is the processor's, loading left out.
"""

from __future__ import annotations

import argparse
import platform
import time
from collections.abc import Callable, Iterator, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple

from pipeline import Article, extract
from pipeline.evaluate import Scores, score
from pipeline.record import FACTS, KINDS

from . import ner_baseline
from .agency_ner import Report, read_reports, train
from .open_vocabulary import VARIANTS, Finder, Variant, read_with, spacy_finder, underthesea_finder
from .pages import markdown, publish

CORPORA = Path(__file__).parents[2] / "corpora"
_LIBRARIES = ("thidua", "spacy", "underthesea")


class Way(NamedTuple):
    """A way to read reports: what tables call it, and from an article to a record in the guideline's form."""

    name: str
    read: Callable[[Article], dict[str, Any]]


class Result(NamedTuple):
    """What a way reached on a set of reports."""

    way: Way
    scores: Scores
    in_negatives: int
    per_second: float


def ways(model: Finder) -> Iterator[Way]:
    """Yield all ways, ready to read."""
    from underthesea import ner

    yield Way("underthesea's NER and rules", lambda article: ner_baseline.read(article, ner))
    finders = {"spaCy": model, "underthesea": underthesea_finder}
    for variant in VARIANTS:
        yield _with(variant, finders.get(variant.finder))


def _with(variant: Variant, find: Finder | None) -> Way:
    if find is None:
        return Way("Thidua: grammar and lexicon", lambda article: extract(article).to_dict())
    return Way(f"the same {variant}", lambda article: read_with(variant, find, article)[1].to_dict())


def measure(way: Way, reports: Sequence[Report]) -> Result:
    """Read reports one after another, after one that is not counted."""
    way.read(reports[0][0])
    started = time.process_time()
    records = {article.article_id: way.read(article) for article, _ in reports}
    seconds = time.process_time() - started
    negatives = [records[article.article_id] for article, gold in reports if not gold["blocs"]]
    wrong = sum(len(record[facts.plural]) for record in negatives for facts in FACTS)
    return Result(way, score([gold for _, gold in reports], records), wrong, len(reports) / seconds)


def table_of(results: Sequence[Result]) -> str:
    """Return results as a Markdown table."""
    rows = [["", "precision", "recall", "F1", *KINDS, "without an error", "facts in reports without any", "reports/s"]]
    for way, scores, in_negatives, per_second in results:
        rates = [scores.all.precision, scores.all.recall, scores.all.f1, *(scores.kinds[kind].f1 for kind in KINDS)]
        ends = [f"{scores.perfect} of {scores.reports}", str(in_negatives), f"{per_second:.1f}"]
        rows.append([way.name, *(f"{rate:.3f}" for rate in rates), *ends])
    return markdown(rows)


def main() -> None:
    """Measure all ways on the test part and on the bundled reports."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--into", type=Path, help="the page to write the tables into")
    options = parser.parse_args()
    bundled = read_reports([CORPORA / "reports"])
    learnt = [*bundled, *read_reports(sorted((CORPORA / "development").glob("*/")))]
    test = read_reports(sorted((CORPORA / "test").glob("*/")))
    started = time.process_time()
    model = train(learnt)
    trained = time.process_time() - started
    everything = list(ways(spacy_finder(model)))
    parts = []
    for name, reports in (("The test part", test), ("The bundled reports", bundled)):
        parts.append(f"{name} ({len(reports)}):\n\n{table_of([measure(way, reports) for way in everything])}")
    libraries = ", ".join(f"{library} {version(library)}" for library in _LIBRARIES)
    parts.append(
        f"The model was trained on {len(learnt)} reports in {trained:.0f} s; its files take "
        f"{len(model.to_bytes()) / 1e6:.1f} MB. Python {platform.python_version()}, {libraries}; one core."
    )
    publish("\n\n".join(parts), "ways", options.into)


if __name__ == "__main__":
    main()
