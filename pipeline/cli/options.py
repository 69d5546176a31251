"""The options and arguments that several commands share."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATHS",
        help="Files or folders of reports (.txt, .html, .jsonl); - is standard input.",
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
DAY = {"formats": ["%Y-%m-%d"], "metavar": "YYYY-MM-DD"}
Since = Annotated[datetime | None, typer.Option("--since", help="Only articles of this day or later.", **DAY)]
Limit = Annotated[
    int | None, typer.Option("--limit", min=1, help="At most so many articles of each site.", metavar="N")
]
Topic = Annotated[bool, typer.Option("--topic", help="Only articles whose link speaks of emulation blocs.")]
StrictSources = Annotated[bool, typer.Option("--strict", help="End with exit code 1 if a site gave nothing.")]
Workers = Annotated[int, typer.Option("--workers", min=1, help="Processes that read at the same time.", metavar="N")]
Strict = Annotated[bool, typer.Option("--strict", help="End with exit code 1 if an input had problems.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON, for a program to read.")]


def check_paths(paths: list[str]) -> None:
    """Raise a usage error for inputs that are not there."""
    missing = [path for path in paths if path != "-" and not os.path.exists(path)]
    if missing:
        raise typer.BadParameter(f"no such file or folder: {', '.join(missing)}", param_hint="PATHS")


def day(moment: datetime | None) -> date | None:
    """Return the day of an option's value."""
    return moment.date() if moment else None


def check_one_of(value: str | None, known: Sequence[str], option: str) -> None:
    """Raise a usage error for a value that is none of the known ones."""
    if value is not None and value not in known:
        raise typer.BadParameter(f"{value!r} is none of {', '.join(known)}", param_hint=option)
