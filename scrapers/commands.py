"""The commands that crawl, as plain functions for the command line; each returns its exit code.

This is the command line's half that knows portals. With `run`, it is beside `pipeline.cli` the only place that knows
both sides of the house.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sqlite3
import sys
from collections import Counter
from collections.abc import AsyncIterable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, replace
from datetime import UTC, date, datetime
from difflib import get_close_matches
from pathlib import Path

from pipeline.article import Article
from pipeline.commands.console import print_json, print_text, say, say_problem
from pipeline.commands.errors import CommandError, ExitCode
from pipeline.record import Problem
from scrapers.archive import Archive
from scrapers.crawl import CrawlLockedError, Options, Tally, crawl, locked, open_archive, open_frontier
from scrapers.frontier import Frontier
from scrapers.progress import progress, total_of
from scrapers.replay import recover
from scrapers.source import Source, SourceError, load_sources

_MANY_SOURCES = 8  # from here on, one interpreter cannot both fetch and parse at the hosts' pace
_SECONDS_BETWEEN_LOOKS = 0.25


def crawl_sources(
    data: Path,
    keys: Sequence[str] = (),
    *,
    contact: str | None = None,
    since: date | None = None,
    limit: int | None = None,
    topic: bool = False,
    refresh: bool = False,
    strict: bool = False,
    as_json: bool = False,
) -> int:
    """`thidua crawl`: fetch what is due from the sources named, or from all verified ones.

    Args:
        data: The folder of the data.
        keys: Keys of sources.
        contact: Where a site's owner reaches whoever runs this; `THIDUA_CONTACT` if not given.
        since: Of articles with a date beside their link, only those of this day or later.
        limit: Articles to ask for, for each source.
        topic: Only articles whose link speaks of emulation blocs.
        refresh: Ask again for pages that are not due yet.
        strict: End with 1 if a source gave nothing.
        as_json: Print the counts as JSON.

    Returns:
        0 when done, 1 with `strict` if a source gave nothing, 3 if none gave anything, 130 when stopped.
    """
    sources = chosen_sources(data, keys)
    options = Options(
        contact=contact_of(contact, sources),
        since=since,
        limit=limit,
        topic=topic,
        refresh=refresh,
        processes=_processes(sources),
    )
    tallies, stopped = crawl_now(data, sources, options)
    silent = _silent(tallies)
    say(f"{'stopped: ' if stopped else ''}{total_of(tallies)}")
    if as_json:
        print_json({key: asdict(tally) for key, tally in sorted(tallies.items())})
    return _how_it_ended(tallies, silent, stopped, strict)


def reparse(data: Path, keys: Sequence[str] = (), *, as_json: bool = False) -> int:
    """`thidua crawl --reparse`: read the archived pages again, without network, by the parsers of today."""
    from scrapers.replay import reparse as read_again

    if keys:
        chosen_sources(data, keys)
    with _at_work(data) as (frontier, archive, sources):
        counts = _count(read_again(frontier, archive, sources, keys))
    return _tell(
        counts, "{articles} article(s) read otherwise than before, {gone} gone, {problems} problem(s)", as_json
    )


def import_files(data: Path, paths: Sequence[Path], *, strict: bool = False, as_json: bool = False) -> int:
    """`thidua import`: take the pages of anyone's WARC or ARC files into the archive, and read them.

    Returns:
        0 when done, 1 with `strict` if a file or page had problems.
    """
    from scrapers.replay import import_warc

    with _at_work(data) as (frontier, archive, sources):
        counts = _count(item for path in paths for item in import_warc(frontier, archive, sources, path))
    _tell(counts, "{articles} new article(s), {problems} problem(s)", as_json)
    return ExitCode.PROBLEMS if strict and counts["problems"] else ExitCode.OK


def history(
    data: Path,
    key: str,
    *,
    contact: str | None = None,
    service: str = "wayback",
    since: date | None = None,
    until: date | None = None,
    limit: int = 500,
    topic: bool = False,
    as_json: bool = False,
) -> int:
    """`thidua history`: fetch and read a source's old pages from a public web archive, `wayback` or `commoncrawl`."""
    from scrapers.history import SERVICES, take_history
    from scrapers.http import Fetcher

    (source,) = chosen_sources(data, [key])
    known = {str(name): value for name, value in SERVICES.items()}
    if service not in known:
        raise CommandError(f"no web archive is called {service}; known are {', '.join(known)}")
    sender = contact_of(contact)

    async def work(frontier: Frontier, archive: Archive, sources: Sequence[Source]) -> Counter[str]:
        async with Fetcher(sender) as fetcher:
            return await _count_async(
                take_history(
                    fetcher, known[service], source, frontier, archive, sources,
                    since=since, until=until, limit=limit, topic=topic,
                )
            )  # fmt: skip

    with _at_work(data) as (frontier, archive, sources):
        counts = asyncio.run(work(frontier, archive, sources))
    return _tell(counts, "{articles} new article(s) from old pages, {problems} problem(s)", as_json)


def run(
    data: Path,
    keys: Sequence[str] = (),
    *,
    contact: str | None = None,
    since: date | None = None,
    limit: int | None = None,
    topic: bool = False,
    workers: int = 1,
    strict: bool = False,
    as_json: bool = False,
) -> int:
    """`thidua run`, for a scheduler: crawl the verified sources, read what is new, load it, publish.

    One run at a time. Each step takes up what an earlier run left undone, so a run that was broken off costs nothing
    but time. When it is stopped, it ends after the crawl, and the next run loads what was found.

    Args:
        data: The folder of the data.
        keys: Keys of sources; all verified ones if empty.
        contact: Where a site's owner reaches whoever runs this; `THIDUA_CONTACT` if not given.
        since: Of articles with a date beside their link, only those of this day or later.
        limit: Articles to ask for, for each source.
        topic: Only articles whose link speaks of emulation blocs.
        workers: Processes that read articles.
        strict: End with 1 if a source gave nothing.
        as_json: Print what was done as JSON.

    Returns:
        0 when done, 1 with `strict` if a source gave nothing, 3 if none gave anything, 130 when stopped.
    """
    sources = chosen_sources(data, keys)
    options = Options(
        contact=contact_of(contact, sources), since=since, limit=limit, topic=topic, processes=_processes(sources)
    )
    began = datetime.now(UTC)
    try:
        with locked(data, "run"):
            tallies, stopped = crawl_now(data, sources, options)
            loaded, snapshot = ({}, None) if stopped else _load_and_publish(data, workers)
    except CrawlLockedError as error:
        raise CommandError(str(error)) from error
    silent = _silent(tallies)
    facts = f"; {loaded['facts']} fact(s) written" if loaded else ""
    say(f"{'stopped: ' if stopped else ''}{total_of(tallies)}{facts}; published {snapshot or 'nothing'}")
    if as_json:
        print_json(
            {
                "began": began.isoformat(timespec="seconds"),
                "ended": datetime.now(UTC).isoformat(timespec="seconds"),
                "stopped": stopped,
                "sources": {key: asdict(tally) for key, tally in sorted(tallies.items())},
                "silent": silent,
                "loaded": loaded,
                "snapshot": str(snapshot) if snapshot else None,
            }
        )
    return _how_it_ended(tallies, silent, stopped, strict)


def load_found(
    data: Path, workers: int = 1, command: str = "load", sites: Iterable[Source] | None = None
) -> dict[str, object]:
    """Read the articles that the crawl has found since the last time, and load them; return the counts.

    Articles are marked as loaded once the tables have them, so that none is lost however this ends. `sites` are what
    the table `sources` lists; all declared ones if not given.
    """
    from pipeline.reader import extract_many
    from pipeline.warehouse.load import load
    from pipeline.warehouse.rows import PageRecord
    from pipeline.warehouse.runs import run_info
    from scrapers.versions import (
        found_articles,
        found_copies,
        mark_loaded,
        page_problems,
        problems_without_article,
        source_rows,
    )

    frontier = open_frontier(data)
    try:
        found = list(found_articles(frontier, waiting=True))

        def pages() -> Iterator[PageRecord]:
            records = extract_many([item.article for item in found], workers)
            for item, record in zip(found, records, strict=True):
                problems = (*record.problems, *page_problems(frontier, item.page_key))
                yield PageRecord(item.article, item.page_key, replace(record, problems=problems))

        listed = source_rows(frontier, declared_sources(data).values() if sites is None else sites)
        without = problems_without_article(frontier)
        summary = load(data, pages(), run_info(command), without, found_copies(frontier), listed)
        mark_loaded(frontier, [item.article.article_id for item in found])
    finally:
        frontier.close()
    return asdict(summary)


def status(data: Path, *, problems: bool = False, as_json: bool = False) -> int:
    """`thidua status`: where the crawl of each source stands, and with `problems` what is wrong.

    Raises:
        CommandError: there is no crawl in this folder.
    """
    from scrapers.versions import known_problems, source_states

    nothing = CommandError(f"nothing was crawled in {data} yet; `thidua crawl` does it, --data names another folder")
    if not (data / "crawl").exists():
        raise nothing
    frontier = open_frontier(data)
    try:
        states = source_states(frontier)
        known = known_problems(frontier) if problems else []
    finally:
        frontier.close()
    if not states:  # a crawl that was refused leaves its folder behind
        raise nothing
    if as_json:
        print_json({"sources": [one._asdict() for one in states], "problems": [_as_dict(one) for one in known]})
        return ExitCode.OK
    lines = [f"{'source':40} {'known':>7} {'waiting':>8} {'articles':>9} {'problems':>9}  last visit (UTC)"]
    for one in states:
        last = f"{datetime.fromtimestamp(one.last_visit, UTC):%Y-%m-%d %H:%M}" if one.last_visit else "never"
        name = one.source or "(imported, no source)"
        lines.append(f"{name:40} {one.known:7} {one.waiting:8} {one.articles:9} {one.problems:9}  {last}")
        lines.append("    " + ", ".join(f"{count} {outcome}" for outcome, count in one.outcomes.items()))
    lines += [f"{problem.where}: {problem.message} [{problem.code}]" for problem in known]
    print_text("\n".join(lines) + "\n")
    return ExitCode.OK


def crawl_now(data: Path, sources: Sequence[Source], options: Options) -> tuple[dict[str, Tally], bool]:
    """Crawl, show how it goes, and end in good order on Ctrl-C or SIGTERM; return the counts and whether it was ended.

    A second signal ends the process at once, which loses nothing either.
    """
    tallies: dict[str, Tally] = {}

    async def work() -> bool:
        stop = asyncio.Event()
        with progress() as show, _ending(stop):
            ticking = asyncio.create_task(tick(show))
            try:
                async for item in crawl(data, sources, options, stop=stop, tallies=tallies):
                    if isinstance(item, Problem) and not sys.stderr.isatty():
                        say_problem(item)
            finally:
                ticking.cancel()
        return stop.is_set()

    async def tick(show: object) -> None:
        while callable(show):
            show(tallies)
            await asyncio.sleep(_SECONDS_BETWEEN_LOOKS)

    try:
        return tallies, asyncio.run(work())
    except (CrawlLockedError, ValueError) as error:
        raise CommandError(str(error)) from error
    except sqlite3.Error as error:
        raise CommandError(f"the state of the crawl in {data} cannot be used: {error}") from error


def chosen_sources(data: Path, keys: Sequence[str] = ()) -> list[Source]:
    """Return the sources named, else all verified ones.

    Raises:
        CommandError: one is not known, or none is verified.
    """
    declared = declared_sources(data)
    unknown = [key for key in keys if key not in declared]
    if unknown:
        near = list(dict.fromkeys(one for key in unknown for one in get_close_matches(key, declared, n=2, cutoff=0.7)))
        meant = f"did you mean {' or '.join(near)}? All are in" if near else "see"
        raise CommandError(f"no source is called {', '.join(unknown)}; {meant} `thidua sources list`")
    if keys:
        return [declared[key] for key in dict.fromkeys(keys)]
    verified = [source for source in declared.values() if source.state == "verified"]
    if not verified:
        raise CommandError("no source is verified; `thidua sources check` finds out which can be, or name some")
    return verified


def declared_sources(data: Path) -> dict[str, Source]:
    """Return all declared sources. Raises CommandError where an entry cannot be used."""
    try:
        return load_sources(data)
    except SourceError as error:
        raise CommandError(str(error)) from error


def contact_of(given: str | None, sources: Iterable[Source] | None = None) -> str:
    """Return the contact to send along: the one given, else `THIDUA_CONTACT`; none is needed on this machine.

    Raises:
        CommandError: there is none, and somebody else's server would be asked.
    """
    contact = given or os.environ.get("THIDUA_CONTACT")
    if contact:
        return contact
    if sources is not None and all(source.local for source in sources):
        return "nobody@localhost"
    raise CommandError(
        "whoever runs a site must be able to reach you: give --contact, or set THIDUA_CONTACT, to a mail address or a "
        "web page; it is sent with every request"
    )


def _silent(tallies: Mapping[str, Tally]) -> list[str]:
    """Return the sources that gave nothing, and say so."""
    silent = sorted(key for key, tally in tallies.items() if not set(tally.outcomes) & {"fetched", "not-modified"})
    if silent:
        say(f"nothing came from {', '.join(silent)}: see `thidua status`, `thidua sources check`")
    return silent


def _how_it_ended(tallies: Mapping[str, Tally], silent: Sequence[str], stopped: bool, strict: bool) -> ExitCode:
    if stopped:
        return ExitCode.INTERRUPTED
    if len(silent) == len(tallies):
        return ExitCode.FAILED
    return ExitCode.PROBLEMS if strict and silent else ExitCode.OK


def _load_and_publish(data: Path, workers: int) -> tuple[dict[str, object], Path | None]:
    """Load what was found and publish it; no new snapshot where nothing has changed."""
    from pipeline.warehouse.publish import is_published, publish

    loaded = load_found(data, workers, "run")
    changed = any(loaded[name] for name in ("pages_new", "pages_changed", "problems", "copies"))
    if not changed and is_published(data):
        return loaded, None
    return loaded, publish(data)


@contextmanager
def _at_work(data: Path) -> Iterator[tuple[Frontier, Archive, list[Source]]]:
    """Open state and archive for work on them, brought together, with no crawl at the same time."""
    sources = list(declared_sources(data).values())
    try:
        with locked(data):
            frontier, archive = open_frontier(data), open_archive(data)
            try:
                recover(frontier, archive, sources)
                yield frontier, archive, sources
            finally:
                archive.close()
                frontier.close()
    except CrawlLockedError as error:
        raise CommandError(str(error)) from error


@contextmanager
def _ending(stop: asyncio.Event) -> Iterator[None]:
    """Have the first Ctrl-C or SIGTERM set an event, and the second do what it always does."""
    loop = asyncio.get_running_loop()
    signals = (signal.SIGINT, signal.SIGTERM)

    def end() -> None:
        say("ending; what was asked for is still taken in")
        stop.set()
        for number in signals:
            loop.remove_signal_handler(number)

    for number in signals:
        loop.add_signal_handler(number, end)
    try:
        yield
    finally:
        for number in signals:
            loop.remove_signal_handler(number)


def _processes(sources: Sequence[Source]) -> int:
    return max(0, (os.cpu_count() or 1) - 1) if len(sources) > _MANY_SOURCES else 0


def _count(items: Iterable[Article | Problem | str]) -> Counter[str]:
    """Count what comes, and say what is wrong."""
    counts: Counter[str] = Counter(articles=0, problems=0, gone=0)
    for item in items:
        _count_one(counts, item)
    return counts


async def _count_async(items: AsyncIterable[Article | Problem]) -> Counter[str]:
    counts: Counter[str] = Counter(articles=0, problems=0, gone=0)
    async for item in items:
        _count_one(counts, item)
    return counts


def _count_one(counts: Counter[str], item: Article | Problem | str) -> None:
    if isinstance(item, Problem):
        say_problem(item)
        counts["problems"] += 1
    else:
        counts["articles" if isinstance(item, Article) else "gone"] += 1


def _tell(counts: Mapping[str, int], text: str, as_json: bool) -> int:
    say(text.format(**counts))
    if as_json:
        print_json(dict(counts))
    return ExitCode.OK


def _as_dict(problem: Problem) -> dict[str, object]:
    return {"code": problem.code, "message": problem.message, "where": problem.where}
