"""`thidua extract`: reports in, one JSON record a line out."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.commands.console import print_json, say, say_problem, track
from pipeline.commands.reading import read_paths
from pipeline.record import Problem


def extract(paths: Sequence[str], workers: int) -> int:
    """Print the record of each report in the guideline's form, in the order of the inputs.

    Returns:
        How many inputs had problems of their own: those that gave no record, and odd files that were read all the same.
    """
    records = problems = 0
    for item in track(read_paths(paths, workers), "inputs read"):
        if isinstance(item, Problem):
            say_problem(item)
            problems += 1
            continue
        print_json(item.record.to_dict())
        records += 1
        of_file = [problem for problem in item.record.problems if problem.where == item.key]
        for problem in of_file:
            say_problem(problem)
        problems += bool(of_file)
    say(f"{records} report(s) read, {problems} input(s) with problems")
    return problems
