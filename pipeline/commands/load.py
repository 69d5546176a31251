"""`thidua load` and `thidua publish`: reports into the tables, and the tables to their readers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from pipeline.commands.console import print_json, print_text, say, say_problem, track
from pipeline.commands.reading import read_paths
from pipeline.inputs import Input
from pipeline.record import Problem
from pipeline.warehouse.load import LoadSummary
from pipeline.warehouse.rows import PageRecord


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
    odd: list[str] = []
    run = run_info("load")

    def is_known(item: Input) -> bool:
        return not item.notes and remembered.hold(item.article, item.key)

    def pages() -> Iterator[PageRecord]:
        for item in track(read_paths(paths, workers, is_known, remembered), "inputs read"):
            if isinstance(item, Problem):
                say_problem(item)
                without_article.append(item)
                continue
            of_file = [problem for problem in item.record.problems if problem.where == item.key]
            for problem in of_file:
                say_problem(problem)
            odd.extend([item.key] * bool(of_file))
            if not of_file:
                remembered.add(item.article, item.key)
            yield PageRecord(item.article, item.key, item.record)

    with read_inputs(data, run) as remembered:
        summary = load_pages(data, pages(), run, without_article)
        remembered.settle(summary.run_id)
        summary.pages_unchanged += remembered.unchanged
    return summary, len(without_article) + len(odd)


def publish(data: Path, as_json: bool) -> None:
    """Publish a snapshot of what was loaded and print its path."""
    from pipeline.warehouse.publish import publish as publish_snapshot

    snapshot = publish_snapshot(data)
    if as_json:
        print_json({"snapshot": str(snapshot)})
    else:
        print_text(f"{snapshot}\n")
