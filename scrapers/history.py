"""A source's old pages, from a public web archive's index: for portals that were switched off, moved or merged.

Two kinds of index are understood: that of the Wayback Machine, which plays pages back one by one, and that of Common
Crawl, which names the place of a WARC record. Both are run for everyone and easily overloaded, so they are asked
slowly, one thing at a time, by the same polite client as the portals.
"""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from io import BytesIO
from typing import Any, Literal
from urllib.parse import urlencode

from pipeline.article import Article
from pipeline.record import Problem
from scrapers.archive import Archive, Archived, read_records
from scrapers.frontier import Frontier
from scrapers.http import Fetcher
from scrapers.outcome import Outcome, Response
from scrapers.reading import ON_TOPIC
from scrapers.relevance import score
from scrapers.replay import read_unread, store
from scrapers.source import Source, authority
from scrapers.urls import canonical, fetchable, page_id

IndexKind = Literal["wayback", "commoncrawl"]


@dataclass(frozen=True, slots=True)
class ArchiveService:
    """A public web archive.

    Attributes:
        kind: Which form its index and pages have.
        index: Address of the index; for Common Crawl, of the list of its monthly indexes (`collinfo.json`).
        pages: Where pages (Wayback) or WARC files (Common Crawl) lie.
        rate: Requests a second. The Wayback Machine blocks clients that ask more than about 24 times a minute, Common
            Crawl's index those that ask a few hundred times in a row.
        local: It is a stand-in on this machine, for tests.
    """

    kind: IndexKind
    index: str
    pages: str
    rate: float = 0.3
    local: bool = False

    def as_source(self) -> Source:
        """Return the archive as what the client fetches from."""
        hosts = (self.index, self.pages)
        return Source(
            key=authority(self.index), name=self.kind, base_url=hosts[0], mirrors=hosts[1:], rate=self.rate,
            local=self.local, kind="sample" if self.local else "newspaper",
        )  # fmt: skip


SERVICES: dict[IndexKind, ArchiveService] = {
    "wayback": ArchiveService(
        "wayback", "https://web.archive.org/cdx/search/cdx", "https://web.archive.org/web/", rate=0.3
    ),
    "commoncrawl": ArchiveService(
        "commoncrawl", "https://index.commoncrawl.org/collinfo.json", "https://data.commoncrawl.org/", rate=0.3
    ),
}


@dataclass(frozen=True, slots=True)
class Snapshot:
    """An old page that an archive holds. `file`, `offset` and `length` are the place of its record, if it has one."""

    url: str
    taken: datetime
    file: str | None = None
    offset: int = 0
    length: int = 0


async def take_history(
    fetcher: Fetcher,
    service: ArchiveService,
    source: Source,
    frontier: Frontier,
    archive: Archive,
    sources: Sequence[Source],
    *,
    since: date | None = None,
    until: date | None = None,
    limit: int = 500,
    topic: bool = False,
) -> AsyncIterator[Article | Problem]:
    """Find a source's old pages, fetch those that are not known into our own archive, and read them.

    Args:
        fetcher: The client.
        service: The public archive.
        source: Whose pages.
        frontier: The state of the crawl.
        archive: Our archive.
        sources: All declared sources.
        since: Only snapshots taken on this day or later.
        until: Only snapshots taken on this day or earlier.
        limit: Most pages to fetch.
        topic: Only pages whose address speaks of emulation blocs.
    """
    found, problems = await find_snapshots(fetcher, service, source, since=since, until=until)
    for problem in problems:
        yield problem
    known = {(capture.page_id, capture.fetched_at[:19]) for capture in frontier.captures()}
    wanted = [
        snapshot
        for snapshot in found
        if (page_id(snapshot.url, source), snapshot.taken.isoformat()[:19]) not in known
        and (not topic or score("", snapshot.url) >= ON_TOPIC)
    ]
    async for item in fetch_snapshots(fetcher, service, wanted[:limit]):
        if isinstance(item, Problem):
            yield item
        elif store(frontier, archive, Archived(item, None), sources):
            for result in read_unread(frontier, archive, sources):
                yield result


async def find_snapshots(
    fetcher: Fetcher,
    service: ArchiveService,
    source: Source,
    *,
    since: date | None = None,
    until: date | None = None,
    most: int = 5000,
) -> tuple[list[Snapshot], list[Problem]]:
    """Return the HTML pages of a source that an archive holds, those that speak of blocs by their address first.

    Args:
        fetcher: The client.
        service: The archive.
        source: The source; its hosts and mirrors are looked up, each once with all its sub-addresses.
        since: Only snapshots taken on this day or later.
        until: Only snapshots taken on this day or earlier.
        most: Most index lines to ask for, for each host and index.

    Returns:
        The snapshots, one for each page and state of it, and what went wrong on the way.
    """
    problems: list[Problem] = []
    indexes = [service.index] if service.kind == "wayback" else await _monthly(fetcher, service, since, until, problems)
    found: dict[tuple[str, datetime], Snapshot] = {}
    for index in indexes:
        for host in sorted({host.removeprefix("www.") for host in source.hosts()}):
            address = f"{index}?{urlencode(_query(service, host, since, until, most))}"
            response = await fetcher.fetch(address, service.as_source())
            if response.outcome is Outcome.GONE:  # Common Crawl's way to say that it has nothing of a host
                continue
            if response.outcome is not Outcome.FETCHED:
                problems.append(_problem(response))
                continue
            for snapshot in _snapshots(response.content, service, source, address, problems):
                found.setdefault((canonical(snapshot.url, source), snapshot.taken), snapshot)
    ordered = sorted(found.values(), key=lambda s: (-score("", s.url), s.url, s.taken))
    return ordered, problems


async def fetch_snapshots(
    fetcher: Fetcher, service: ArchiveService, snapshots: Sequence[Snapshot]
) -> AsyncIterator[Response | Problem]:
    """Fetch old pages and yield them as the sites once sent them, dated to that time."""
    for snapshot in snapshots:
        if snapshot.file is None:
            address = f"{service.pages}{snapshot.taken:%Y%m%d%H%M%S}id_/{snapshot.url}"
            response = await fetcher.fetch(address, service.as_source())
        else:
            span = (snapshot.offset, snapshot.offset + snapshot.length - 1)
            response = await fetcher.fetch(f"{service.pages}{snapshot.file}", service.as_source(), span=span)
        if response.outcome is not Outcome.FETCHED:
            yield _problem(response)
        elif snapshot.file is None:
            kept = tuple(header for header in response.headers if header[0].lower() == "content-type")
            yield replace(response, url=snapshot.url, final_url=snapshot.url, headers=kept, fetched_at=snapshot.taken)
        else:
            for item in read_records(BytesIO(response.content), snapshot.file):
                yield item.response if isinstance(item, Archived) else item
        if response.outcome in (Outcome.HOST_PAUSED, Outcome.ROBOTS_UNAVAILABLE, Outcome.THROTTLED):
            return


async def _monthly(
    fetcher: Fetcher, service: ArchiveService, since: date | None, until: date | None, problems: list[Problem]
) -> list[str]:
    """Return the addresses of Common Crawl's monthly indexes of a time, the newest first."""
    response = await fetcher.fetch(service.index, service.as_source())
    if response.outcome is not Outcome.FETCHED:
        problems.append(_problem(response))
        return []
    try:
        listed = json.loads(response.content)
        crawls = [(str(entry["id"]), str(entry["cdx-api"])) for entry in listed]
    except (ValueError, KeyError, TypeError) as error:
        problems.append(Problem(code="index-not-read", message=f"no list of indexes: {error}", where=service.index))
        return []
    first, last = (since or date.min).isocalendar()[:2], (until or date.max).isocalendar()[:2]
    return [address for name, address in crawls if (week := _week(name)) is None or first <= week <= last]


def _week(name: str) -> tuple[int, int] | None:
    """Return year and week of an index's name ("CC-MAIN-2024-10"), None for old ones that are named otherwise."""
    parts = name.split("-")[-2:]
    return (int(parts[0]), int(parts[1])) if len(parts) == 2 and all(part.isdigit() for part in parts) else None


def _query(
    service: ArchiveService, host: str, since: date | None, until: date | None, most: int
) -> list[tuple[str, str]]:
    query = [("url", f"{host}/*"), ("output", "json"), ("limit", str(most))]
    query += [("from", f"{since:%Y%m%d}")] if since else []
    query += [("to", f"{until:%Y%m%d}")] if until else []
    if service.kind == "wayback":
        return [*query, ("filter", "statuscode:200"), ("filter", "mimetype:text/html"), ("collapse", "digest")]
    return [*query, ("filter", "=status:200"), ("filter", "=mime:text/html")]


def _snapshots(
    content: bytes, service: ArchiveService, source: Source, address: str, problems: list[Problem]
) -> Iterator[Snapshot]:
    """Yield the snapshots that an index's answer lists, as far as they are pages of the source."""
    broken = 0
    for entry in _entries(content, service.kind):
        try:
            taken = datetime.strptime(str(entry["timestamp"]), "%Y%m%d%H%M%S").replace(tzinfo=UTC)
            url = fetchable(str(entry.get("original") or entry["url"]))
            place = (str(entry["filename"]), int(entry["offset"]), int(entry["length"])) if "filename" in entry else ()
        except (KeyError, TypeError, ValueError):
            broken += 1
            continue
        if url is not None and source.covers(url):
            yield Snapshot(url, taken, *place)
    if broken:
        message = f"{broken} lines of the index could not be read; they are left out"
        problems.append(Problem(code="index-not-read", message=message, where=address))


def _entries(content: bytes, kind: IndexKind) -> Iterator[dict[str, Any]]:
    """Yield an index's lines by field: Wayback's table with its names in the first row, Common Crawl's JSON lines."""
    text = content.decode("utf-8", "replace")
    if kind == "wayback":
        try:
            rows = json.loads(text or "[]")
            names = [str(name) for name in rows[0]] if rows else []
            yield from (dict(zip(names, row, strict=False)) for row in rows[1:])
        except (ValueError, TypeError, KeyError):
            yield {}
        return
    for line in text.splitlines():
        try:
            entry = json.loads(line)
        except ValueError:
            entry = {}
        yield entry if isinstance(entry, dict) else {}


def _problem(response: Response) -> Problem:
    return Problem(code=response.outcome.value, message=response.message, where=response.url)
