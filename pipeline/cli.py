"""The command line: what there is to ask for, and how a command ends.

Each command's work is in `pipeline.commands` and is imported when the command runs, so that `thidua --help` is quick.
stdout holds data only; what people want to know while it works goes to stderr.
"""

from __future__ import annotations

import functools
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, NoReturn, ParamSpec

import typer

from pipeline.commands.errors import CommandError, ExitCode

P = ParamSpec("P")

app = typer.Typer(
    name="thidua",
    help="Facts about Vietnam's emulation blocs (khối thi đua, cụm thi đua) from news reports, as JSON and as tables.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATHS",
        help="Files or folders of .txt, .html or .jsonl reports; - is standard input.",
        show_default=False,
    ),
]
Data = Annotated[Path, typer.Option("--data", envvar="THIDUA_DATA", help="The folder of the tables.", metavar="FOLDER")]
Workers = Annotated[int, typer.Option("--workers", min=1, help="Processes that read at the same time.")]
Strict = Annotated[bool, typer.Option("--strict", help="End with exit code 1 if an input had problems.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON, for a program to read.")]


def _command(function: Callable[P, int | None]) -> Callable[P, None]:
    """Turn what a command returns or raises into its exit code: the one place where that is done."""

    @functools.wraps(function)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            code = ExitCode(function(*args, **kwargs) or ExitCode.OK)
            sys.stdout.flush()
        except (typer.Exit, typer.BadParameter):
            raise
        except BrokenPipeError:
            _end_quietly()
        except KeyboardInterrupt:
            code = _failed("interrupted", ExitCode.INTERRUPTED)
        except Exception as error:
            if not _is_expected(error):
                _print_traceback()
                code = ExitCode.BUG
            else:
                code = _failed(str(error), ExitCode.FAILED)
        raise typer.Exit(int(code))

    return run


def _print_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        print(version("thidua"))
        raise typer.Exit


@app.callback()
def _thidua(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and end.", is_eager=True, callback=_print_version)
    ] = False,
) -> None:
    pass


@app.command()
@_command
def extract(paths: Paths, workers: Workers = 1, strict: Strict = False) -> int | None:
    """Print the facts of reports, one JSON record a line.

    The records come in the order of the inputs, whatever the number of workers.
    """
    from pipeline.commands.extract import extract as run

    _check(paths)
    return _strictly(run(paths, workers), strict)


@app.command()
@_command
def load(
    paths: Paths, data: Data = Path("data"), workers: Workers = 1, strict: Strict = False, as_json: AsJson = False
) -> int | None:
    """Load the facts of reports into the private tables.

    The same report twice changes nothing; one that was changed replaces its facts.
    """
    from pipeline.commands.load import load as run

    _check(paths)
    return _strictly(run(paths, data, workers, as_json), strict)


@app.command()
@_command
def publish(data: Data = Path("data"), as_json: AsJson = False) -> None:
    """Publish what was loaded as FOLDER/thidua.duckdb.

    Prints the snapshot's path. Who reads the one before is not disturbed.
    """
    from pipeline.commands.load import publish as run

    run(data, as_json)


@app.command()
@_command
def evaluate(
    folder: Annotated[
        Path,
        typer.Argument(
            metavar="DIR", help="Gold records NAME.json beside reports NAME.txt.", exists=True, file_okay=False
        ),
    ],
    prefix: Annotated[str, typer.Option("--prefix", help="Only gold whose name begins so.")] = "",
    run: Annotated[
        Path | None, typer.Option("--run", help="Score this saved run instead of reading.", exists=True, dir_okay=False)
    ] = None,
    against: Annotated[
        Path | None,
        typer.Option("--against", help="List facts gained and lost since this saved run.", exists=True, dir_okay=False),
    ] = None,
    errors: Annotated[
        int, typer.Option("--errors", min=-1, help="List so many wrong and missed facts; -1 is all.")
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


@app.command()
@_command
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


@app.command()
@_command
def demo(
    data: Annotated[Path, typer.Option("--data", help="The demo's own folder.", metavar="FOLDER")] = Path("demo-data"),
    workers: Workers = 1,
    as_json: AsJson = False,
) -> None:
    """Read the bundled sample reports and print what they say.

    They are published in a folder of their own and never mix with your data.
    """
    from pipeline.commands.demo import demo as run

    run(data, workers, as_json)


def main() -> None:
    """Run the command line: the entry point `thidua`."""
    app()


def _check(paths: list[str]) -> None:
    missing = [path for path in paths if path != "-" and not os.path.exists(path)]
    if missing:
        raise typer.BadParameter(f"no such file or folder: {', '.join(missing)}", param_hint="PATHS")


def _strictly(problems: int, strict: bool) -> ExitCode:
    return ExitCode.PROBLEMS if strict and problems else ExitCode.OK


def _is_expected(error: Exception) -> bool:
    """Whether an error is the situation's and not the program's."""
    from pipeline.warehouse.files import WarehouseError

    return isinstance(error, (CommandError, WarehouseError, OSError))


def _failed(message: str, code: ExitCode) -> ExitCode:
    print(f"thidua: {message}", file=sys.stderr)
    return code


def _print_traceback() -> None:
    import traceback

    traceback.print_exc()
    print("thidua: this is a mistake in the program; the lines above say where", file=sys.stderr)


def _end_quietly() -> NoReturn:
    """End as a process does whose reader went away, without Python's complaint at the last flush."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    raise typer.Exit(int(ExitCode.OUTPUT_CLOSED))


if __name__ == "__main__":
    main()
