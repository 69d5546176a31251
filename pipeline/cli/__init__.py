"""The command line: what there is to ask for, and how a command ends.

Each command's work is in `pipeline.commands` and is imported when the command runs, so that `thidua --help` is quick.
stdout holds data only; what people want to know while it works goes to stderr.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

import typer

from pipeline.cli import crawling, reading, sources, tables

app = typer.Typer(
    name="thidua",
    help="Facts about Vietnam's emulation blocs (khối thi đua, cụm thi đua) from news reports, as JSON and as tables.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)

_COMMANDS: dict[str, Callable[..., None]] = {
    "extract": reading.extract,
    "load": tables.load,
    "publish": tables.publish,
    "check": tables.check,
    "export": tables.export,
    "evaluate": reading.evaluate,
    "show": reading.show,
    "demo": reading.demo,
    "crawl": crawling.crawl,
    "run": crawling.run,
    "import": crawling.import_,
    "history": crawling.history,
    "status": crawling.status,
}
for _name, _function in _COMMANDS.items():
    app.command(_name)(_function)

_sources = typer.Typer(
    name="sources", help="The sites that are crawled: list, check, add and forget.", no_args_is_help=True
)
app.add_typer(_sources)
_SOURCES: dict[str, Callable[..., None]] = {
    "list": sources.list_sources,
    "check": sources.check_sources,
    "add": sources.add_source,
    "forget": sources.forget_page,
}
for _name, _function in _SOURCES.items():
    _sources.command(_name)(_function)


def _print_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        print(version("thidua"))
        raise typer.Exit


_review = typer.Typer(name="review", help="What people decide: questions out, decisions in.", no_args_is_help=True)
app.add_typer(_review)
_review.command("export")(tables.review_export)
_review.command("import")(tables.review_import)

_rules = typer.Typer(name="rules", help="What the rules of the reading do.", no_args_is_help=True)
app.add_typer(_rules)
_rules.command("report")(reading.rules_report)


@app.callback()
def _thidua(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and end.", is_eager=True, callback=_print_version)
    ] = False,
) -> None:
    pass


def main() -> None:
    """Run the command line: the entry point `thidua`."""
    app()
