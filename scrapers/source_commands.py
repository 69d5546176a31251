"""`thidua sources`: list, check, add and forget; plain functions for the command line, each returns its exit code."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import cast, get_args

from pipeline.commands.console import print_json, print_text, say
from pipeline.commands.errors import CommandError, ExitCode
from scrapers.checks import Check, after_check, check_source
from scrapers.commands import chosen_sources, contact_of, declared_sources
from scrapers.crawl import CrawlLockedError, locked, open_archive, open_frontier
from scrapers.source import Kind, Source, SourceError, save_source, save_sources, source_of
from scrapers.urls import page_id

SHARE = 0.9
"""Share of the verified sources that must pass a check, or the check fails as a whole."""


def list_sources(data: Path, *, state: str | None = None, as_json: bool = False) -> int:
    """`thidua sources list`: the declared sources, or those of one state."""
    sources = [one for one in declared_sources(data).values() if state in (None, one.state)]
    if as_json:
        print_json([{**asdict(one), "last_checked": str(one.last_checked or "") or None} for one in sources])
        return ExitCode.OK
    for one in sources:
        where = f"{one.province or ''}{f' ({one.province_2025})' if one.province_2025 != one.province else ''}"
        print_text(f"{one.key:36} {one.state:10} {one.platform:10} {one.kind:10} {where:32} {one.name}\n")
    counts = Counter(one.state for one in sources)
    say(f"{len(sources)} source(s): {', '.join(f'{number} {name}' for name, number in sorted(counts.items()))}")
    return ExitCode.OK


def check_sources(
    data: Path,
    keys: Sequence[str] = (),
    *,
    contact: str | None = None,
    share: float = SHARE,
    as_json: bool = False,
    today: date | None = None,
) -> int:
    """`thidua sources check`: look at sources and write down their states; n/m is the last line.

    Args:
        data: The folder of the data; states are written to its `sources.toml`.
        keys: Keys of sources; all that are not gone if empty.
        contact: Where a site's owner reaches whoever runs this; `THIDUA_CONTACT` if not given.
        share: Share of the sources verified before that must pass.
        as_json: Print the results as JSON, in place of the lines.
        today: The day of the check.

    Returns:
        3 if fewer of the verified sources pass, else 0.
    """
    declared = declared_sources(data)
    sources = chosen_sources(data, keys) if keys else [one for one in declared.values() if one.state != "gone"]
    sender = contact_of(contact, sources)
    checks = asyncio.run(_check_all(sources, sender, quiet=as_json))
    day = today or date.today()
    after = [after_check(source, check, day) for source, check in zip(sources, checks, strict=True)]
    save_sources((new for new, source in zip(after, sources, strict=True) if new != source), data)
    passed = sum(check.result == "passed" for check in checks)
    verified = [check for source, check in zip(sources, checks, strict=True) if source.state == "verified"]
    held = sum(check.result == "passed" for check in verified)
    if as_json:
        results = [{**asdict(check), "newest": str(check.newest or "") or None} for check in checks]
        print_json({"checks": results, "passed": passed, "checked": len(checks), "verified_passed": held})
    for before, now, check in zip(sources, after, checks, strict=True):
        if now.state != before.state:
            say(_change(before, now, check))
    if verified and held < share * len(verified):
        say(f"only {held} of {len(verified)} verified source(s) pass, fewer than {share:.0%}")
    print_text("" if as_json else f"{passed}/{len(checks)}\n")
    return ExitCode.FAILED if verified and held < share * len(verified) else ExitCode.OK


def _change(before: Source, now: Source, check: Check) -> str:
    """Say what a check made of a source's state, and what that means for the next run."""
    why = f": nothing in it is newer than {check.newest}" if now.state == "frozen" else ""
    visited = "`thidua run` visits it" if now.state == "verified" else "`thidua run` visits it only by name"
    return f"{now.key} is {now.state} now, {before.state} before{why}; {visited}"


async def _check_all(sources: Sequence[Source], contact: str, *, quiet: bool) -> list[Check]:
    from scrapers.http import Fetcher

    async with Fetcher(contact) as fetcher:

        async def look(source: Source) -> Check:
            check = await check_source(fetcher, source)
            if not quiet:
                field = f" ({check.field})" if check.field else ""
                print_text(f"{check.key:36} {check.result}{field}: {check.message}\n")
            return check

        return list(await asyncio.gather(*(look(source) for source in sources)))


def add_source(
    data: Path,
    url: str,
    *,
    contact: str | None = None,
    kind: str = "newspaper",
    province: str | None = None,
    local: bool = False,
) -> int:
    """`thidua sources add URL`: recognise a page's family and write the site's entry to `sources.toml` in the data.

    Raises:
        CommandError: the site is declared already, or the page cannot be fetched.
    """
    from scrapers.adding import propose_source
    from scrapers.http import Fetcher

    known = next((one for one in declared_sources(data).values() if one.covers(url)), None)
    if known is not None:
        raise CommandError(f"{url} belongs to {known.key}, which is declared ({known.state}); edit its entry instead")
    if kind not in get_args(Kind):
        raise CommandError(f"kind is one of {', '.join(get_args(Kind))}")
    sender = "nobody@localhost" if local and not contact else contact_of(contact)

    async def propose() -> Source:
        async with Fetcher(sender) as fetcher:
            return await propose_source(fetcher, url, kind=cast("Kind", kind), province=province, local=local)

    try:
        source = asyncio.run(propose())
    except SourceError as error:
        raise CommandError(str(error)) from error
    path = save_source(source, data)
    say(f"{source.key} ({source.name}) is added to {path} as {source.platform}")
    say(f"`thidua sources check {source.key}` tells whether it can be read")
    return ExitCode.OK


def forget_page(data: Path, url: str) -> int:
    """`thidua sources forget URL`: remove a page and its facts for good, from state, archive and tables.

    Published snapshots are not touched: the next `thidua publish` has none of it, and older ones go in their turn.

    Raises:
        CommandError: the page is not known, or a crawl or load is at work.
    """
    from pipeline.warehouse.forget import forget_page as forget_in_tables
    from scrapers.replay import forget, recover

    if not data.is_dir():
        raise CommandError(f"there is no folder {data}; name that of the data with --data")
    sources = list(declared_sources(data).values())
    try:
        with locked(data):
            frontier, archive = open_frontier(data), open_archive(data)
            try:
                recover(frontier, archive, sources)
                gone = forget(frontier, archive, url, sources)
            finally:
                archive.close()
                frontier.close()
    except CrawlLockedError as error:
        raise CommandError(str(error)) from error
    rows = forget_in_tables(data, page_id(url, source_of(url, sources)))
    if gone is None and not rows:
        raise CommandError(f"no page is known under {url}")
    say(f"forgotten: {url}, with what was archived of it and {rows} version(s) in the tables")
    if rows:
        say("`thidua publish` makes it so for readers")
    return ExitCode.OK
