"""Reading: facts out of reports, against tools that give words and names alone, and against NER with hand-written rules.

The reports are the bundled and the development ones, never those of the test part. Bare `word_tokenize` and spaCy with
pyvi are what any reading has to begin with; NER with rules (`ner_baseline`) is the usual way to facts.
"""

from __future__ import annotations

import json
import statistics
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import asdict
from functools import partial
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from pipeline.article import Article
from tests.benchmarks import compiled
from tests.benchmarks.measure import PROJECT, Row, Time, cpu, in_turn, installed, python, quotients, rate, say, wall

ROUNDS = 3
REPORTS = 60
NER_REPORTS = 12  # it reads a few a second
OFF_TOPIC = 2_000
_CHARACTERS = 2_900  # of a report, as of those that the rates are told for


def run(*, quick: bool, full: bool) -> list[Row]:
    """Measure all of it."""
    articles = reports()[:: 20 if quick else 5][:REPORTS]
    rounds = 1 if quick else ROUNDS
    return [
        *_against_tools(articles, rounds),
        *_against_ner(articles[: 3 if quick else NER_REPORTS]),
        *_compiled(quick),
        *_off_topic(OFF_TOPIC // (10 if quick else 1), rounds),
        *_stages(articles),
        *_beginning(3),
    ]


def folders() -> list[Path]:
    """Return the folders of reports that a benchmark may read."""
    corpora = PROJECT / "corpora"
    return [corpora / "reports", *sorted(path for path in (corpora / "development").iterdir() if path.is_dir())]


def reports() -> list[Article]:
    """Return the bundled and the development reports."""
    from pipeline.pages import read_copied_page

    paths = sorted((path for folder in folders() for path in folder.glob("*.txt")), key=lambda path: path.stem)
    return [read_copied_page(path.read_text("utf-8"), path.stem) for path in paths]


def _against_tools(articles: list[Article], rounds: int) -> Iterator[Row]:
    from underthesea import word_tokenize

    from pipeline.reader import extract, load_language

    nlp = load_language()
    works: dict[str, Callable[[Article], object]] = {
        "Thidua": lambda article: extract(article, nlp),
        "word_tokenize": lambda article: word_tokenize(article.text),
    }
    if installed("pyvi"):
        import spacy

        vietnamese = spacy.blank("vi")
        works["spaCy with pyvi"] = lambda article: vietnamese(article.text)
    else:
        say("  pyvi is not installed; left out")
    times = in_turn({name: _each(work, articles) for name, work in works.items()}, rounds)
    size = sum(len(article.text) for article in articles) / len(articles)
    wanted = {"word_tokenize": 3.0}
    for name in [name for name in works if name != "Thidua"]:
        yield _compared(
            f"reports of {size:,.0f} characters, against {name}", len(articles), times, name, wanted.get(name)
        )


def _compared(what: str, count: int, times: dict[str, list[Time]], name: str, least: float | None) -> Row:
    ours, theirs = cpu(times["Thidua"]), cpu(times[name])
    return Row("reading", what, rate(count, ours), rate(count, theirs), quotients(theirs, ours), least=least)


def _against_ner(articles: list[Article]) -> Iterator[Row]:
    try:
        from tests.benchmarks.ner_baseline import read
    except ImportError:
        say("  there is no ner_baseline; left out")
        return
    from underthesea import ner

    from pipeline.reader import extract, load_language

    nlp = load_language()
    found: dict[str, dict[str, Any]] = {"Thidua": {}, "NER": {}}

    def ours(article: Article) -> None:
        found["Thidua"][article.article_id] = extract(article, nlp).to_dict()

    def theirs(article: Article) -> None:
        found["NER"][article.article_id] = read(article, ner)

    times = in_turn({"Thidua": _each(ours, articles), "NER": _each(theirs, articles)}, 1)
    yield _compared("reports, against underthesea's NER with rules by hand", len(articles), times, "NER", 40.0)
    f1 = {name: _f1(records) for name, records in found.items()}
    yield Row(
        "reading", "F1 of the same reports' facts, against that", f"{f1['Thidua']:.2f}", f"{f1['NER']:.2f}",
        (f1["Thidua"] / f1["NER"],) if f1["NER"] else (), least=1.0,
    )  # fmt: skip


def _f1(records: dict[str, dict[str, Any]]) -> float:
    from pipeline.evaluate import read_gold, score

    gold = [one for folder in folders() for one in read_gold(folder) if one["article_id"] in records]
    return score(gold, records).all.f1


def _compiled(quick: bool) -> Iterator[Row]:
    """Yield the same rows for the compiled reading, which a process of its own measures beside the same tools."""
    missing = compiled.missing()
    if missing:
        say(f"  {missing}; left out")
        return
    code = f"from tests.benchmarks import reading; reading.print_rows(quick={quick})"
    for row in json.loads(compiled.python(code)):
        yield Row(**{**row, "what": f"compiled: {row['what']}", "ratios": tuple(row["ratios"])})


def print_rows(*, quick: bool) -> None:
    """Print as JSON what reading against the tools took in this process."""
    articles = reports()[:: 20 if quick else 5][:REPORTS]
    rows = [
        *_against_tools(articles, 1 if quick else ROUNDS),
        *_against_ner(articles[: 3 if quick else NER_REPORTS]),
    ]
    print(json.dumps([asdict(row) for row in rows]))


def _off_topic(count: int, rounds: int) -> Iterator[Row]:
    from pipeline.reader import extract, load_language

    nlp = load_language()
    articles = off_topic(count)
    times = in_turn({"off topic": _each(lambda article: extract(article, nlp), articles)}, rounds)["off topic"]
    each = tuple(count / seconds for seconds in cpu(times))
    yield Row("reading", "articles off topic, a second", rate(count, cpu(times)), "", each, least=5_000)


def off_topic(count: int) -> list[Article]:
    """Return articles about other things, each with a number of its own, as long as reports are."""
    from scrapers.sample_articles import load_toml

    paragraphs = cycle(text for entry in load_toml("noise.toml")["noise"] for text in entry["paragraphs"])
    made = []
    for number in range(count):
        text = f"Tin số {number}"
        while len(text) < _CHARACTERS:
            text = f"{text}\n\n{next(paragraphs)}"
        made.append(Article(f"tin-{number}", text[:_CHARACTERS]))
    return made


def _stages(articles: list[Article]) -> Iterator[Row]:
    """Yield the share of each component of the pipeline."""
    from pipeline.language import doc_of
    from pipeline.reader import load_language

    nlp = load_language()
    seconds: dict[str, float] = defaultdict(float)
    for _ in range(2):  # the first time fills caches
        seconds.clear()
        for article in articles:
            began = time.process_time()
            doc = doc_of(nlp, article)
            seconds["tokenizer"] += time.process_time() - began
            for name, component in nlp.pipeline:
                began = time.process_time()
                doc = component(doc)
                seconds[name] += time.process_time() - began
    whole = sum(seconds.values())
    for name, spent in sorted(seconds.items(), key=lambda item: -item[1]):
        yield Row("reading", f"share of `{name}`", f"{spent / whole:.0%}")


def _beginning(rounds: int) -> Iterator[Row]:
    """Yield the seconds until `thidua --help` is printed, and until the first record is."""
    report = str(next((PROJECT / "corpora" / "reports").glob("*.txt")))
    for what, arguments, most in (
        ("`thidua --help`", ("--help",), 0.3),
        ("the first record", ("extract", report), 2.0),
    ):
        work = partial(python, "import sys; from pipeline.cli import main; sys.argv[0] = 'thidua'; main()", *arguments)
        work()  # the first run writes the bytecode
        seconds = wall(in_turn({what: work}, rounds)[what])
        yield Row("reading", f"seconds to {what}", f"{statistics.median(seconds):.2f}", "", tuple(seconds), most=most)


def _each(work: Callable[[Article], object], articles: list[Article]) -> Callable[[], None]:
    def all_of_them() -> None:
        for article in articles:
            work(article)

    for article in islice(articles, 2):  # what is loaded and compiled at first use
        work(article)
    return all_of_them
