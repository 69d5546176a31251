"""`thidua extract`: reports in, one JSON record a line out."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.commands.console import print_json, say, say_problem, track
from pipeline.commands.reading import read_paths
from pipeline.confidence import without_doubtful
from pipeline.record import Problem


def extract(paths: Sequence[str], workers: int, least: float = 0.0) -> int:
    """Print the record of each report in the guideline's form, in the order of the inputs.

    Args:
        paths: Files and folders, or `-` for standard input.
        workers: Processes that read at the same time.
        least: Facts whose confidence is below are left out.

    Returns:
        How many inputs had problems of their own: those that gave no record, and odd files that were read all the same.
    """
    records = problems = left_out = 0
    for item in track(read_paths(paths, workers), "inputs read"):
        if isinstance(item, Problem):
            say_problem(item)
            problems += 1
            continue
        record = without_doubtful(item.record, least)
        left_out += len([*item.record.facts()]) - len([*record.facts()])
        print_json(record.to_dict())
        records += 1
        of_file = [problem for problem in item.record.problems if problem.where == item.key]
        for problem in of_file:
            say_problem(problem)
        problems += bool(of_file)
    if least:
        say(f"{left_out} fact(s) left out, of a confidence below {least:g} or of a bloc that was left out")
    say(f"{records} report(s) read, {problems} input(s) with problems")
    return problems
