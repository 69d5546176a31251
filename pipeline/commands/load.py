"""`thidua load` and `thidua publish`: reports into the tables, and the tables to their readers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from pipeline.commands.console import print_json, print_text, say, say_problem, track
from pipeline.commands.reading import read_all, unread
from pipeline.inputs import Input
from pipeline.reader import prepare
from pipeline.record import Problem
from pipeline.warehouse.load import LoadSummary
from pipeline.warehouse.rows import PageRecord, PageRows, rows_or_problem
from pipeline.workers import in_order

_NOT_APPLIED = """
SELECT DISTINCT location, message, code FROM problems
WHERE code IN ('review-not-applied', 'review-without-bloc', 'bad-decision', 'bad-decisions') ORDER BY ALL
"""


def load(paths: Sequence[str], data: Path, workers: int, as_json: bool) -> int:
    """Read reports and load them into the private build file.

    Returns:
        How many inputs had problems of their own.
    """
    summary, problems = load_paths(paths, data, workers)
    say(
        f"{summary.pages_new} new, {summary.pages_changed} changed, {summary.pages_unchanged} unchanged page(s); "
        f"{summary.facts} fact(s) and {summary.problems} problem(s) written to {data}"
    )
    if as_json:
        print_json({**asdict(summary), "inputs_with_problems": problems})
    else:
        say("`thidua publish` makes visible what is loaded")
    return problems


def load_paths(paths: Sequence[str], data: Path, workers: int) -> tuple[LoadSummary, int]:
    """Read reports and load them; return what was written and how many inputs had problems.

    Reports that are in the tables as this program reads them are not read again.
    """
    from pipeline.warehouse.load import load as load_pages
    from pipeline.warehouse.runs import run_info
    from pipeline.warehouse.unchanged import read_inputs

    without_article: list[Problem] = []
    not_storable: list[Problem] = []
    odd: list[str] = []
    run = run_info("load")

    def is_known(item: Input) -> bool:
        return not item.notes and remembered.hold(item.article, item.key)

    def read() -> Iterator[tuple[Input | Problem, Made]]:
        for batch, made in in_order(unread(paths, is_known, remembered), _rows_of, workers, prepare):
            yield from zip(batch, made, strict=True)

    def pages() -> Iterator[PageRows]:
        for item, made in track(read(), "inputs read"):
            for problem in made.of_input:
                say_problem(problem)
            if isinstance(item, Problem):
                without_article.append(item)
                continue
            if made.of_input:
                odd.append(item.key)
            else:
                remembered.add(item.article, item.key)
            if isinstance(made.rows, PageRows):
                yield made.rows
            else:
                not_storable.append(made.rows)

    with read_inputs(data, run) as remembered:
        all_problems = chain(without_article, not_storable)  # they are there once the pages are
        summary = load_pages(data, pages(), run, all_problems)
        remembered.settle(summary.run_id)
        summary.pages_unchanged += remembered.unchanged
    return summary, len(without_article) + len(odd)


class Made(NamedTuple):
    """What was made of an input: its rows, or why there are none, and the problems of the input itself."""

    rows: PageRows | Problem
    of_input: list[Problem]


def _rows_of(inputs: list[Input | Problem]) -> list[Made]:
    """Read inputs. Their rows are made where they are read, so that the process that writes keeps up with many."""
    made: list[Made] = []
    for item in read_all(inputs):
        if isinstance(item, Problem):
            made.append(Made(item, [item]))
        else:
            of_input = [problem for problem in item.record.problems if problem.where == item.key]
            made.append(Made(rows_or_problem(PageRecord(item.article, item.key, item.record), ""), of_input))
    return made


def publish(data: Path, as_json: bool) -> None:
    """Publish a snapshot of what was loaded, say which decisions of people it could not apply, and print its path."""
    from pipeline.warehouse.open import open_warehouse
    from pipeline.warehouse.publish import publish as publish_snapshot

    snapshot = publish_snapshot(data)
    with open_warehouse(snapshot, quiet=True) as con:
        for where, message, code in con.execute(_NOT_APPLIED).fetchall():
            say(f"{f'{where}: ' if where else ''}{message} [{code}]")
    if as_json:
        print_json({"snapshot": str(snapshot)})
    else:
        print_text(f"{snapshot}\n")
