"""What fetches pages."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.ending import command
from pipeline.cli.options import (
    DAY,
    AsJson,
    Contact,
    Data,
    Limit,
    Since,
    Sources,
    Strict,
    StrictSources,
    Topic,
    Workers,
    check_one_of,
    day,
)


@command
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
        data, keys or [], contact=contact, since=day(since), limit=limit, topic=topic, refresh=refresh, strict=strict,
        as_json=as_json,
    )  # fmt: skip


@command
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
    """Crawl, read what is new, load it and publish: for a scheduler.

    One run at a time; each takes up what an earlier one left undone.
    """
    from scrapers.commands import run as run_all

    return run_all(
        data, keys or [], contact=contact, since=day(since), limit=limit, topic=topic, workers=workers, strict=strict,
        as_json=as_json,
    )  # fmt: skip


@command
def import_(
    files: Annotated[
        list[Path],
        typer.Argument(metavar="WARC", help="WARC or ARC files, packed or not.", exists=True, dir_okay=False),
    ],
    data: Data = Path("data"),
    strict: Strict = False,
    as_json: AsJson = False,
) -> int:
    """Take the pages of WARC files into the archive.

    They are read as those of a crawl; `thidua run` loads the articles. The same file twice does no harm.
    """
    from scrapers.commands import import_files

    return import_files(data, files, strict=strict, as_json=as_json)


@command
def history(
    key: Annotated[str, typer.Argument(metavar="SOURCE", help="Key of a site, see `thidua sources list`.")],
    data: Data = Path("data"),
    service: Annotated[
        str, typer.Option("--service", help="The archive: wayback or commoncrawl.", metavar="NAME")
    ] = "wayback",
    since: Annotated[
        datetime | None, typer.Option("--since", help="Only what was archived on this day or later.", **DAY)
    ] = None,
    until: Annotated[
        datetime | None, typer.Option("--until", help="Only what was archived up to this day.", **DAY)
    ] = None,
    limit: Annotated[int, typer.Option("--limit", min=1, help="At most so many pages.", metavar="N")] = 500,
    topic: Annotated[bool, typer.Option("--topic", help="Only pages whose address speaks of emulation blocs.")] = False,
    contact: Contact = None,
    as_json: AsJson = False,
) -> int:
    """Find and fetch a site's old pages in a public web archive.

    At the archive's own pace: about 18 pages a minute.
    """
    from scrapers.commands import history as take
    from scrapers.history import SERVICES

    check_one_of(service, tuple(map(str, SERVICES)), "--service")
    return take(
        data, key, contact=contact, service=service, since=day(since), until=day(until), limit=limit, topic=topic,
        as_json=as_json,
    )  # fmt: skip


@command
def status(
    data: Data = Path("data"),
    problems: Annotated[bool, typer.Option("--problems", help="List what is wrong, page by page.")] = False,
    as_json: AsJson = False,
) -> int:
    """Show where the crawl of each site stands."""
    from scrapers.commands import status as show_status

    return show_status(data, problems=problems, as_json=as_json)
