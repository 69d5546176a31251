"""What reads reports and shows what was read."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.ending import command, strictly
from pipeline.cli.options import AsJson, Data, Paths, Strict, Workers, check_paths


@command
def extract(
    paths: Paths,
    least: Annotated[
        float,
        typer.Option("--min-confidence", min=0.0, max=1.0, help="Leave out facts of less confidence.", metavar="X"),
    ] = 0.0,
    workers: Workers = 1,
    strict: Strict = False,
    out: Annotated[
        str | None,
        typer.Option(
            "--out",
            metavar="FOLDER",
            help="Print nothing: read .parquet and .warc files (PATHS) into Parquet there; or a URL.",
        ),
    ] = None,
    scheduler: Annotated[
        str | None,
        typer.Option("--scheduler", metavar="ADDRESS", help="Read on the workers of this Dask scheduler, into --out."),
    ] = None,
    every_article: Annotated[
        bool, typer.Option("--every-article", help="With --out: write articles without facts, too.")
    ] = False,
) -> int | None:
    """Print the facts of reports as JSON, or write them to Parquet.

    One record a line, in the order of the inputs, whatever the number of workers. With --out, Parquet and WARC files
    are read into partitioned Parquet, on one machine or many.
    """
    if out is None and scheduler is None:
        from pipeline.commands.extract import extract as run

        if every_article:
            raise typer.BadParameter("it goes with --out", param_hint="--every-article")
        check_paths(paths)
        return strictly(run(paths, workers, least), strict)
    from pipeline.commands.extract_files import extract_files

    if scheduler is not None and workers != 1:
        raise typer.BadParameter("with --scheduler, the cluster has the workers", param_hint="--workers")
    check_paths([path for path in paths if "://" not in path and "*" not in path])
    return strictly(extract_files(paths, out or "out", scheduler, workers, least, every_article), strict)


@command
def evaluate(
    folder: Annotated[
        Path,
        typer.Argument(
            metavar="DIR", help="Gold records NAME.json beside reports NAME.txt.", exists=True, file_okay=False
        ),
    ],
    prefix: Annotated[str, typer.Option("--prefix", help="Only gold whose name begins so.", metavar="NAME")] = "",
    run: Annotated[
        Path | None,
        typer.Option(
            "--run", help="Score this saved run instead of reading.", exists=True, dir_okay=False, metavar="FILE"
        ),
    ] = None,
    against: Annotated[
        Path | None,
        typer.Option(
            "--against",
            help="List facts gained and lost since this saved run.",
            exists=True,
            dir_okay=False,
            metavar="FILE",
        ),
    ] = None,
    errors: Annotated[
        int, typer.Option("--errors", min=-1, help="List so many wrong and missed facts; -1 is all.", metavar="N")
    ] = -1,
    workers: Workers = 1,
    as_json: AsJson = False,
) -> None:
    """Score the reading of reports against gold records.

    Prints the wrong and missed facts, then precision, recall and F1 by kind of fact. A saved run is what
    `thidua extract` printed.
    """
    from pipeline.commands.evaluate import evaluate as run_command

    run_command(folder, prefix, run, against, errors, workers, as_json)


@command
def show(
    report: Annotated[
        str, typer.Argument(metavar="ID", help="A file; or an article's id, URL, path or file's stem in the tables.")
    ],
    data: Data = Path("data"),
    as_json: AsJson = False,
) -> None:
    """Show a report with its facts marked in its text.

    In colour on a terminal; elsewhere a mark is written [words|kind.slot].
    """
    from pipeline.commands.show import show as run

    run(report, data, as_json)


@command
def demo(
    data: Annotated[Path, typer.Option("--data", help="The demo's own folder.", metavar="FOLDER")] = Path("demo-data"),
    workers: Workers = 1,
    as_json: AsJson = False,
) -> None:
    """Crawl the bundled sample sites, read their reports and print what they say.

    Nothing is asked of the network; the tables lie in a folder of their own and never mix with your data.
    """
    from pipeline.commands.demo import demo as run

    run(data, workers, as_json)


@command
def rules_report(
    folders: Annotated[
        list[Path],
        typer.Argument(
            metavar="DIR",
            help="Folders of reports, with gold records NAME.json beside NAME.txt or without.",
            exists=True,
            file_okay=False,
        ),
    ],
    missed: Annotated[
        int, typer.Option("--missed", min=-1, help="List so many sentences that no frame took; -1 is all.", metavar="N")
    ] = 20,
    strict: Strict = False,
    as_json: AsJson = False,
) -> int | None:
    """Show what each rule does on reports, and what none of them took.

    For each frame rule and each mention rule: how much it made, how much of that is right by gold, and where it meets
    other rules. Then the sentences with a trigger word from which no frame took a fact, most telling first.
    """
    from pipeline.commands.rules import report as run

    return strictly(run(folders, missed, as_json), strict)
