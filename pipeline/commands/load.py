"""`thidua load` and `thidua publish`: reports into the tables, and the tables to their readers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from pipeline.commands.console import print_json, print_text, say, say_problem, track
from pipeline.commands.reading import read_paths
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
        say("`thidua publish` makes them visible")
    return problems


def load_paths(paths: Sequence[str], data: Path, workers: int) -> tuple[LoadSummary, int]:
    """Read reports and load them; return what was written and how many inputs had problems."""
    from pipeline.warehouse.load import load as load_pages
    from pipeline.warehouse.runs import run_info

    without_article: list[Problem] = []
    odd: list[str] = []

    def pages() -> Iterator[PageRecord]:
        for item in track(read_paths(paths, workers), "inputs read"):
            if isinstance(item, Problem):
                say_problem(item)
                without_article.append(item)
                continue
            of_file = [problem for problem in item.record.problems if problem.where == item.key]
            for problem in of_file:
                say_problem(problem)
            odd.extend([item.key] * bool(of_file))
            yield PageRecord(item.article, item.key, item.record)

    summary = load_pages(data, pages(), run_info("load"), without_article)
    return summary, len(without_article) + len(odd)


def publish(data: Path, as_json: bool) -> None:
    """Publish a snapshot of what was loaded and print its path."""
    from pipeline.warehouse.publish import publish as publish_snapshot

    snapshot = publish_snapshot(data)
    if as_json:
        print_json({"snapshot": str(snapshot)})
    else:
        print_text(f"{snapshot}\n")
