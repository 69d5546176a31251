"""What fills, publishes and hands on the tables."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.ending import command, strictly
from pipeline.cli.options import AsJson, Data, Paths, Strict, Workers, check_paths


@command
def load(
    paths: Paths, data: Data = Path("data"), workers: Workers = 1, strict: Strict = False, as_json: AsJson = False
) -> int | None:
    """Load the facts of reports into the private tables.

    The same report twice changes nothing; one that was changed replaces its facts.
    """
    from pipeline.commands.load import load as run

    check_paths(paths)
    return strictly(run(paths, data, workers, as_json), strict)


@command
def publish(data: Data = Path("data"), as_json: AsJson = False) -> None:
    """Publish what was loaded as FOLDER/thidua.duckdb.

    Prints the snapshot's path. Who reads the one before is not disturbed.
    """
    from pipeline.commands.load import publish as run

    run(data, as_json)


@command
def review_export(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where to write: .csv or .jsonl.")],
    data: Data = Path("data"),
    decided: Annotated[bool, typer.Option("--decided", help="What was decided, not what is asked.")] = False,
    as_json: AsJson = False,
) -> None:
    """Write what a person should look at to a table.

    Doubtful merges, facts of weak rules or in conflict, and decisions on texts that changed since.
    """
    from pipeline.commands.review import export_questions

    export_questions(file, data, decided, as_json)


@command
def review_import(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The edited table.", exists=True, dir_okay=False)],
    data: Data = Path("data"),
    strict: Strict = False,
    as_json: AsJson = False,
) -> int | None:
    """Take a person's decisions into the private tables.

    Rows without a verdict are left alone; `undo` takes an earlier decision back.
    """
    from pipeline.commands.review import import_decisions

    return strictly(import_decisions(file, data, as_json), strict)
