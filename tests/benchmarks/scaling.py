"""Two worker processes against one, on the same reports."""

from __future__ import annotations

from itertools import cycle, islice

from tests.benchmarks.measure import Row, in_turn, quotients, rate, wall
from tests.benchmarks.reading import reports

ROUNDS = 3
REPORTS = 600


def run(*, quick: bool, full: bool) -> list[Row]:
    """Read with one and with two workers in turn; the pipeline is loaded before."""
    from pipeline.reader import extract_many, load_language

    nlp = load_language()
    articles = list(islice(cycle(reports()), 60 if quick else REPORTS))
    list(extract_many(articles[:32], 1, nlp))

    def read(workers: int) -> None:
        for _ in extract_many(articles, workers, nlp):
            pass

    times = in_turn({"two": lambda: read(2), "one": lambda: read(1)}, 1 if quick else ROUNDS)
    one, two = wall(times["one"]), wall(times["two"])
    what = f"{len(articles)} reports with two workers, against one"
    return [Row("scaling", what, rate(len(articles), two), rate(len(articles), one), quotients(one, two), least=1.8)]
