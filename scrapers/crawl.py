"""The loop that joins the parts: discover, fetch, archive, read; one task a source, hosts side by side.

All that touches the disk happens in one thread (`scrapers.commits`), in the order of things: an answer is read, is in
the archive, and then the state says both. A crawl that is killed in between goes on from there: what is in the archive
alone is read by the next run.
"""

from __future__ import annotations

import asyncio
import fcntl
import time
from collections.abc import AsyncIterator, Awaitable, Iterator, Sequence
from concurrent.futures import BrokenExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TypeVar

from pipeline.article import Article
from pipeline.record import Problem
from scrapers.archive import Archive
from scrapers.commits import Commits
from scrapers.discover import entry_points
from scrapers.frontier import Frontier, Pick, digest_of
from scrapers.http import Fetcher, Limits
from scrapers.outcome import UNASKED, Outcome, Response
from scrapers.readers import open_readers
from scrapers.reading import Reading, index_page, read_answer
from scrapers.replay import read_unread, recover
from scrapers.source import Source, load_sources
from scrapers.urls import canonical, page_id
from scrapers.visits import Page

T = TypeVar("T")

_UNASKED_IN_A_ROW = 3
_READING_TRIES = 3
_QUIET = UNASKED | {Outcome.NOT_MODIFIED, Outcome.GONE, Outcome.FORBIDDEN_BY_ROBOTS, Outcome.NOT_A_PAGE}
"""Outcomes in the order of things, or of the host as a whole. All others that bring no page are the page's problems."""


class CrawlLockedError(Exception):
    """Another process crawls into the same folder. Two would ask hosts twice as fast as they allow."""


@dataclass(frozen=True, slots=True)
class Options:
    """How to crawl.

    Attributes:
        contact: Where a site's owner reaches whoever runs this crawl.
        since: Of articles with a date beside their link, only those of this day or later.
        limit: Articles to ask for, for each source.
        topic: Only articles whose link speaks of emulation blocs.
        refresh: Ask again for pages that are not due yet.
        lists: Pages that list articles, for each source and run: the way out of lists without end.
        pages: Requests, for each source and run.
        processes: Processes that parse, see `scrapers.readers`.
        limits: What one request and host may cost.
    """

    contact: str
    since: date | None = None
    limit: int | None = None
    topic: bool = False
    refresh: bool = False
    lists: int = 300
    pages: int = 20_000
    processes: int = 0
    limits: Limits = field(default_factory=Limits)


@dataclass(slots=True)
class Tally:
    """What a crawl has done for one source so far. `waiting` is how many pages it still has to ask for, as known."""

    asked: int = 0
    articles: int = 0
    lists: int = 0
    waiting: int = 0
    new: int = 0
    changed: int = 0
    problems: int = 0
    outcomes: dict[str, int] = field(default_factory=dict)
    finished: bool = False

    def count(self, page: Page, response: Response) -> None:
        """Count one request."""
        self.asked += 1
        self.articles += page.kind == "page"
        self.lists += page.kind != "page"
        self.waiting = max(0, self.waiting - 1)
        self.outcomes[response.outcome.value] = self.outcomes.get(response.outcome.value, 0) + 1


def open_frontier(data: Path) -> Frontier:
    """Open the state of a data folder's crawl."""
    return Frontier(data / "crawl" / "frontier.sqlite")


def open_archive(data: Path) -> Archive:
    """Open the archive of a data folder."""
    return Archive(data / "crawl" / "warc")


@contextmanager
def locked(data: Path, what: str = "crawl") -> Iterator[None]:
    """Keep other crawls (or runs) out of a data folder. The lock ends with the process, however it ends.

    Raises:
        CrawlLockedError: another one is in it.
    """
    path = data / "crawl" / f"{what}.lock"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            message = f"another {what} is at work in {data}; wait until it has finished, or name another folder"
            raise CrawlLockedError(message) from error
        yield


async def crawl(
    data: Path,
    sources: Sequence[Source],
    options: Options,
    *,
    stop: asyncio.Event | None = None,
    tallies: dict[str, Tally] | None = None,
) -> AsyncIterator[Article | Problem]:
    """Crawl sources and yield new versions of articles, and what went wrong.

    What is yielded is in the archive and in the state already, so breaking off is safe at any point.

    Args:
        data: The folder of the data.
        sources: Which to crawl.
        options: How.
        stop: When set, nothing more is asked for, and the crawl ends in good order.
        tallies: Filled with what is done for each source, by key.

    Raises:
        CrawlLockedError: another process crawls into the folder.
        ValueError: `options.contact` is none.
        OSError: the disk is full, or the like.
    """
    with locked(data):
        job = _Job(data, sources, options, stop or asyncio.Event(), {} if tallies is None else tallies)
        work = asyncio.create_task(job.run())
        try:
            while (item := await job.found.get()) is not None:
                yield item
            await work  # lets through what a task raised
        finally:
            work.cancel()
            await asyncio.gather(work, return_exceptions=True)
            await job.close()


class _Job:
    """One crawl: what its tasks share."""

    def __init__(
        self, data: Path, sources: Sequence[Source], options: Options, stop: asyncio.Event, tallies: dict[str, Tally]
    ) -> None:
        self.sources = sources
        self.declared = list({**load_sources(data), **{source.key: source for source in sources}}.values())
        self.options = options
        self.stop = stop
        self.tallies = tallies
        self.began = time.time()
        self.loop = asyncio.get_running_loop()
        self.found: asyncio.Queue[Article | Problem | None] = asyncio.Queue()
        self.frontier = open_frontier(data)
        self.archive = open_archive(data)
        self.commits = Commits(self.frontier, self.archive)
        self.readers = open_readers(options.processes)
        self.unfinished: set[asyncio.Timeout] = set()
        self.fetcher = Fetcher(options.contact, options.limits, self.frontier.hosts())

    async def run(self) -> None:
        """Do all the work, and mark its end in the queue."""
        stopping = asyncio.create_task(self._stop_when_told())
        try:
            await self.commits.run(self._take_up)
            async with asyncio.TaskGroup() as group:
                for source in self.sources:
                    group.create_task(self._follow(source))
        except BaseExceptionGroup as errors:  # the first is why the others were cancelled
            raise errors.exceptions[0] from None
        finally:
            stopping.cancel()
            self.found.put_nowait(None)

    async def close(self) -> None:
        """Close connections and files, once the disk has what is on its way to it."""
        await self.fetcher.aclose()
        self.readers.shutdown()
        await self.commits.close()
        self.archive.close()
        self.frontier.close()

    def _take_up(self) -> None:
        """Take up what the last run left: answers that were archived and not read."""
        recover(self.frontier, self.archive, self.declared)
        for item in read_unread(self.frontier, self.archive, self.declared):
            self.loop.call_soon_threadsafe(self._give, item)

    async def _follow(self, source: Source) -> None:
        """Ask for the pages of one source, the best first, until none is due, a limit is reached, or it is stopped."""
        tally = self.tallies.setdefault(source.key, Tally())
        await self._unless_stopped(self._sow(source))
        troubles: list[Problem] = []
        unasked = 0
        page = await self.commits.make(self._next_page, source, tally)
        while page is not None and not self.stop.is_set():
            asking = self.fetcher.fetch(page.url, source, etag=page.etag, last_modified=page.last_modified)
            response = await self._unless_stopped(asking)
            if response is None:
                break
            tally.count(page, response)
            page = await self._settle(page, response, source, tally)
            if response.outcome not in UNASKED:
                unasked = 0
                continue
            unasked += 1
            code = (response.cause or response.outcome).value
            troubles = [Problem(code=code, message=f"left alone: {response.message}", where=source.key)]
            if unasked == _UNASKED_IN_A_ROW:
                break
        if tally.lists >= self.options.lists:
            message = f"{tally.lists} pages that list articles were read; the rest waits for the next run"
            troubles.append(Problem(code="lists-without-end", message=message, where=source.key))
        await self.commits.make(self.frontier.record_source_problems, source.key, troubles)
        for problem in troubles:
            self._give(problem, tally)
        tally.finished = True

    def _next_page(self, source: Source, tally: Tally) -> Page | None:
        """Return the page to ask for next, None if there is none or a limit is reached. Runs in the disk's thread."""
        options = self.options
        if tally.asked >= options.pages or (options.limit is not None and tally.articles >= options.limit):
            return None
        return self.frontier.next_page(source.key, self._pick(tally))

    def _pick(self, tally: Tally) -> Pick:
        options = self.options
        return Pick(self.began, options.refresh, options.topic, options.since, tally.lists < options.lists)

    async def _sow(self, source: Source) -> None:
        """Put the source's entry points into the frontier, with the sitemaps that robots.txt names."""
        seeds = entry_points(source)
        pages = [index_page(seed.url, seed.kind, seed.depth, source, rank=rank) for rank, seed in enumerate(seeds)]
        if not any((source.feeds, source.sitemaps, source.listings, source.searches)):
            robots = await self.fetcher.robots(source.base_url, source)
            pages += [index_page(url, "sitemap", 0, source, rank=len(pages)) for url in robots.sitemaps]
        await self.commits.make(self.frontier.add, [page for page in pages if page is not None])

    async def _settle(self, page: Page, response: Response, source: Source, tally: Tally) -> Page | None:
        """Read what came of a page if it is new, write it down, and return the page to ask for next."""
        await self._remember_hosts()
        if response.outcome is Outcome.FETCHED:
            return await self._settle_answer(page, response, source, tally)
        problem = None
        if response.outcome not in _QUIET:
            problem = Problem(code=response.outcome.value, message=response.message, where=page.url)
            self._give(problem, tally)
        return await self.commits.make(self._write_outcome, page, response, problem, source, tally)

    async def _settle_answer(self, page: Page, response: Response, source: Source, tally: Tally) -> Page | None:
        if page_id(response.final_url, source) != page.page_id:
            page = await self.commits.make(self._write_moved, page, response, source)
        if page.state == "forgotten":
            return await self.commits.make(self._next_page, source, tally)
        if page.digest is not None and digest_of(response.content) == page.digest:
            return await self.commits.make(self._write_outcome, page, response, None, source, tally)
        reading = await self._reading(page, response, source)
        is_new, following = await self.commits.make(self._write_answer, page, response, reading, source, tally)
        for problem in reading.problems:
            self._give(problem, tally)
        if is_new and reading.article is not None:
            tally.new += page.article_id is None
            tally.changed += page.article_id is not None
            self._give(reading.article, tally)
        return following

    def _write_moved(self, page: Page, response: Response, source: Source) -> Page:
        """Return the page that a redirect has led to. Runs in the disk's thread, as all that writes."""
        url = response.final_url
        key = canonical(url, source)
        target = Page(page_id(url, source), key, url, source.key, page.kind, page.priority, page.depth, page.hint)
        return self.frontier.record_moved(page, target, response.fetched_at.timestamp())

    def _write_outcome(
        self, page: Page, response: Response, problem: Problem | None, source: Source, tally: Tally
    ) -> Page | None:
        self.frontier.record_outcome(page, response, problem)
        return self._next_page(source, tally)

    async def _reading(self, page: Page, response: Response, source: Source) -> Reading:
        """Read an answer off the loop. If a page is the death of its reader, others take over."""
        for _ in range(_READING_TRIES):
            readers = self.readers
            try:
                return await self.loop.run_in_executor(readers, read_answer, response, page.kind, page.depth, source)
            except BrokenExecutor:
                if readers is self.readers:
                    readers.shutdown(wait=False)
                    self.readers = open_readers(self.options.processes)
        message = "reading the page ended the process that read it, or that was killed; please report the page"
        return Reading("failed", problems=(Problem(code="reader-died", message=message, where=response.final_url),))

    def _write_answer(
        self, page: Page, response: Response, reading: Reading, source: Source, tally: Tally
    ) -> tuple[bool, Page | None]:
        """Archive an answer and write down what it holds. A list that shows something new is followed further back."""
        is_new, links = self.frontier.record_answer(page, response, self.archive.write(response), reading)
        if links and reading.further:
            self.frontier.make_due(reading.further, self.began)
        if page.kind != "page":
            tally.waiting = self.frontier.count_waiting(source.key, self._pick(tally))
        return is_new, self._next_page(source, tally)

    async def _remember_hosts(self) -> None:
        """Write down what the client has learned about hosts since the last time."""
        if self.fetcher.learned:
            learned, self.fetcher.learned = self.fetcher.learned, {}
            await self.commits.make(self.frontier.record_hosts, learned.values())

    def _give(self, item: Article | Problem, tally: Tally | None = None) -> None:
        if tally is not None and isinstance(item, Problem):
            tally.problems += 1
        self.found.put_nowait(item)

    async def _unless_stopped(self, work: Awaitable[T]) -> T | None:
        """Return what some work gives, None if the crawl is stopped before."""
        until_stopped = asyncio.timeout(0 if self.stop.is_set() else None)
        try:
            async with until_stopped:
                self.unfinished.add(until_stopped)
                return await work
        except TimeoutError:
            if not until_stopped.expired():
                raise
            return None
        finally:
            self.unfinished.discard(until_stopped)

    async def _stop_when_told(self) -> None:
        """Break off what hosts are being asked for, once the crawl is stopped."""
        await self.stop.wait()
        for until_stopped in self.unfinished:
            until_stopped.reschedule(self.loop.time())
