"""What fills, publishes and hands on the tables."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.ending import command, strictly
from pipeline.cli.options import AsJson, Data, Paths, Strict, Workers, check_one_of, check_paths


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
def check(
    data: Data = Path("data"),
    examples: Annotated[
        int, typer.Option("--examples", min=-1, help="List so many rows of each rule; -1 is all.", metavar="N")
    ] = 1,
    strict: Annotated[bool, typer.Option("--strict", help="End with exit code 1 for warnings too.")] = False,
    as_json: AsJson = False,
) -> int:
    """Look in the published tables for what cannot be right or is odd.

    Keys, quotes and plausibility: one line a rule, with a row that breaks it, its quote and its page. Nothing is
    changed.
    """
    from pipeline.commands.check import check as run

    return run(data, examples, strict, as_json)


@command
def review_export(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where to write: .csv or .jsonl.")],
    data: Data = Path("data"),
    decided: Annotated[bool, typer.Option("--decided", help="What was decided, not what is asked.")] = False,
    as_json: AsJson = False,
) -> None:
    """Write what a person should look at to a table.

    Doubtful merges, facts of little confidence or in conflict, and decisions on texts that changed since.
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


@command
def export(
    folder: Annotated[
        Path, typer.Argument(metavar="FOLDER", help="A new or empty folder, or one that an earlier export made.")
    ],
    data: Data = Path("data"),
    file_format: Annotated[
        str, typer.Option("--format", help="csv, xlsx, parquet or jsonl.", metavar="FORMAT")
    ] = "csv",
    table: Annotated[
        list[str] | None, typer.Option("--table", help="Only this table; may be given again.", metavar="NAME")
    ] = None,
    with_text: Annotated[
        bool, typer.Option("--with-text", help="Whole articles too; they belong to their publishers.")
    ] = False,
    no_persons: Annotated[bool, typer.Option("--no-persons", help="Leave out persons and their names.")] = False,
    publisher: Annotated[
        str | None, typer.Option("--publisher", help="Who publishes it, for the citation.", metavar="NAME")
    ] = None,
    contact: Annotated[
        str | None, typer.Option("--contact", help="Whom to write to for a page's removal.", metavar="ADDRESS")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Write the published tables as files for others to use.

    With what they mean, how to cite them and whose they are. The same data gives the same bytes.
    """
    from pipeline.commands.export import export as run
    from pipeline.export.tables import CHOICES
    from pipeline.export.write import FORMATS, Options

    check_one_of(file_format, FORMATS, "--format")
    names = [choice.name for choice in CHOICES if not (no_persons and choice.name == "people")]
    for name in table or ():
        check_one_of(name, names, "--table")
    if with_text and no_persons:
        raise typer.BadParameter("articles name persons, so it does not go with --no-persons", param_hint="--with-text")
    run(folder, data, Options(file_format, with_text, not no_persons, tuple(table or ()), publisher, contact), as_json)
