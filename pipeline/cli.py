"""The command line: what there is to ask for, and how a command ends.

Each command's work is in `pipeline.commands` and is imported when the command runs, so that `thidua --help` is quick.
stdout holds data only; what people want to know while it works goes to stderr.
"""

from __future__ import annotations

import functools
import os
import sys
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, NoReturn, ParamSpec, get_args

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

sources = typer.Typer(
    name="sources", help="The sites that are crawled: list, check, add and forget.", no_args_is_help=True
)
app.add_typer(sources)

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATHS",
        help="Files or folders of .txt, .html or .jsonl reports; - is standard input.",
        show_default=False,
    ),
]
Data = Annotated[Path, typer.Option("--data", envvar="THIDUA_DATA", help="The folder of the tables.", metavar="FOLDER")]
Sources = Annotated[
    list[str] | None,
    typer.Argument(metavar="SOURCES", help="Keys of sites, see `thidua sources list`.", show_default=False),
]
Contact = Annotated[
    str | None,
    typer.Option(
        "--contact",
        envvar="THIDUA_CONTACT",
        help="Your mail address or web page, sent with every request.",
        metavar="ADDRESS",
    ),
]
_DAY = {"formats": ["%Y-%m-%d"], "metavar": "YYYY-MM-DD"}
Since = Annotated[datetime | None, typer.Option("--since", help="Only articles of this day or later.", **_DAY)]
Limit = Annotated[int | None, typer.Option("--limit", min=1, help="At most so many articles of each site.")]
Topic = Annotated[bool, typer.Option("--topic", help="Only articles whose link speaks of emulation blocs.")]
StrictSources = Annotated[bool, typer.Option("--strict", help="End with exit code 1 if a site gave nothing.")]
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


@app.command()
@_command
def crawl(
    keys: Sources = None,
    data: Data = Path("data"),
    since: Since = None,
    limit: Limit = None,
    topic: Topic = False,
    contact: Contact = None,
    refresh: Annotated[bool, typer.Option("--refresh", help="Ask also for pages that are not due yet.")] = False,
    reparse: Annotated[
        bool, typer.Option("--reparse", help="Fetch nothing: read the archived pages again with today's parsers.")
    ] = False,
    strict: StrictSources = False,
    as_json: AsJson = False,
) -> int:
    """Fetch what is due from the verified sites, or from those named.

    Pages go into the archive, articles wait there for `thidua run` to load them.
    """
    from scrapers import commands

    if reparse:
        if since or limit or topic or refresh or strict:
            raise typer.BadParameter(
                "it fetches nothing, so of the options only --data and --json go with it", param_hint="--reparse"
            )
        return commands.reparse(data, keys or [], as_json=as_json)
    return commands.crawl_sources(
        data, keys or [], contact=contact, since=_day(since), limit=limit, topic=topic, refresh=refresh, strict=strict,
        as_json=as_json,
    )  # fmt: skip


@app.command()
@_command
def run(
    keys: Sources = None,
    data: Data = Path("data"),
    since: Since = None,
    limit: Limit = None,
    topic: Topic = False,
    contact: Contact = None,
    workers: Workers = 1,
    strict: StrictSources = False,
    as_json: AsJson = False,
) -> int:
    """Crawl, read what is new, load it and publish the tables: all of it, for a scheduler.

    One run at a time; each takes up what an earlier one left undone.
    """
    from scrapers.commands import run as run_all

    return run_all(
        data, keys or [], contact=contact, since=_day(since), limit=limit, topic=topic, workers=workers, strict=strict,
        as_json=as_json,
    )  # fmt: skip


@app.command("import")
@_command
def import_(
    files: Annotated[
        list[Path],
        typer.Argument(metavar="WARC", help="WARC or ARC files, packed or not.", exists=True, dir_okay=False),
    ],
    data: Data = Path("data"),
    as_json: AsJson = False,
) -> int:
    """Take the pages of anyone's WARC files into the archive, and read them.

    The same file twice does no harm.
    """
    from scrapers.commands import import_files

    return import_files(data, files, as_json=as_json)


@app.command()
@_command
def history(
    key: Annotated[str, typer.Argument(metavar="SOURCE", help="Key of a site, see `thidua sources list`.")],
    data: Data = Path("data"),
    service: Annotated[
        str, typer.Option("--service", help="The archive: wayback or commoncrawl.", metavar="NAME")
    ] = "wayback",
    since: Since = None,
    until: Annotated[
        datetime | None, typer.Option("--until", help="Only what was archived up to this day.", **_DAY)
    ] = None,
    limit: Annotated[int, typer.Option("--limit", min=1, help="At most so many pages.")] = 500,
    topic: Topic = False,
    contact: Contact = None,
    as_json: AsJson = False,
) -> int:
    """Find and fetch a site's old pages in a public web archive.

    At the archive's own pace: about 18 pages a minute.
    """
    from scrapers.commands import history as take
    from scrapers.history import SERVICES

    _one_of(service, tuple(map(str, SERVICES)), "--service")
    return take(
        data, key, contact=contact, service=service, since=_day(since), until=_day(until), limit=limit, topic=topic,
        as_json=as_json,
    )  # fmt: skip


@app.command()
@_command
def status(
    data: Data = Path("data"),
    problems: Annotated[bool, typer.Option("--problems", help="List what is wrong, page by page.")] = False,
    as_json: AsJson = False,
) -> int:
    """Show where the crawl of each site stands."""
    from scrapers.commands import status as show_status

    return show_status(data, problems=problems, as_json=as_json)


@sources.command("list")
@_command
def list_sources(
    data: Data = Path("data"),
    state: Annotated[
        str | None,
        typer.Option("--state", help="Only those: verified, unverified, frozen or gone.", metavar="STATE"),
    ] = None,
    as_json: AsJson = False,
) -> int:
    """List the declared sites."""
    from scrapers.source import State
    from scrapers.source_commands import list_sources as run

    _one_of(state, get_args(State), "--state")
    return run(data, state=state, as_json=as_json)


@sources.command("check")
@_command
def check_sources(
    keys: Sources = None,
    data: Data = Path("data"),
    share: Annotated[
        float, typer.Option("--share", min=0, max=1, help="Share of the verified sites that must pass.")
    ] = 0.9,
    contact: Contact = None,
    as_json: AsJson = False,
) -> int:
    """Look at the sites, or those named, and write down which can be read.

    The last line is passed/checked.
    """
    from scrapers.source_commands import check_sources as run

    return run(data, keys or [], contact=contact, share=share, as_json=as_json)


@sources.command("add")
@_command
def add_source(
    url: Annotated[str, typer.Argument(metavar="URL", help="An article or a list of the site.")],
    data: Data = Path("data"),
    kind: Annotated[str, typer.Option("--kind", help="What kind of site it is.", metavar="KIND")] = "newspaper",
    province: Annotated[str | None, typer.Option("--province", help="The province it belongs to.")] = None,
    local: Annotated[bool, typer.Option("--local", help="It is on this machine, for a trial.")] = False,
    contact: Contact = None,
) -> int:
    """Recognise the family of a site from one page, and declare it."""
    from scrapers.source import Kind
    from scrapers.source_commands import add_source as run

    _one_of(kind, get_args(Kind), "--kind")
    return run(data, url, contact=contact, kind=kind, province=province, local=local)


@sources.command("forget")
@_command
def forget_page(
    url: Annotated[str, typer.Argument(metavar="URL", help="The page.")],
    data: Data = Path("data"),
) -> int:
    """Remove a page for good, from the crawl, the archive and the tables.

    It is not fetched again; `thidua publish` makes it so for readers.
    """
    from scrapers.source_commands import forget_page as run

    return run(data, url)


def main() -> None:
    """Run the command line: the entry point `thidua`."""
    app()


def _check(paths: list[str]) -> None:
    missing = [path for path in paths if path != "-" and not os.path.exists(path)]
    if missing:
        raise typer.BadParameter(f"no such file or folder: {', '.join(missing)}", param_hint="PATHS")


def _day(moment: datetime | None) -> date | None:
    return moment.date() if moment else None


def _one_of(value: str | None, known: Sequence[str], option: str) -> None:
    if value is not None and value not in known:
        raise typer.BadParameter(f"{value!r} is none of {', '.join(known)}", param_hint=option)


def _strictly(problems: int, strict: bool) -> ExitCode:
    return ExitCode.PROBLEMS if strict and problems else ExitCode.OK


def _is_expected(error: Exception) -> bool:
    """Whether an error is the situation's and not the program's."""
    import sqlite3

    from pipeline.warehouse.files import WarehouseError

    return isinstance(error, (CommandError, WarehouseError, OSError, sqlite3.Error))


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
