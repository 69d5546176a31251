"""What is done with archived pages, without any network: read them again, take in somebody else's, forget one."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from pipeline.article import Article
from pipeline.record import Problem
from scrapers.archive import Archive, Archived, ArchiveError, Place, read_warc
from scrapers.frontier import Capture, Frontier, capture_of, digest_of
from scrapers.outcome import Response
from scrapers.reading import Reading, read_answer
from scrapers.source import Source, source_of
from scrapers.urls import canonical, page_id
from scrapers.versions import sweep
from scrapers.visits import Page


def recover(frontier: Frontier, archive: Archive, sources: Sequence[Source]) -> None:
    """Bring state and archive together after an end of any kind.

    Answers that are in the archive and not in the state are taken up, what is torn is cut, and pages that were being
    forgotten are. A lost state is made anew from the archive in this way.
    """
    for item in archive.recover(frontier.ends()):
        if item.place is not None:
            adopt(frontier, item.response, item.place, sources)
    clear_forgotten(frontier, archive)


def adopt(frontier: Frontier, response: Response, place: Place, sources: Sequence[Source]) -> Capture | None:
    """Take up an answer that lies in the archive; None if it is known, or of a forgotten page."""
    page = page_of(response, sources)
    capture = capture_of(page.page_id, response, place)
    return capture if frontier.adopt(capture, page) else None


def page_of(response: Response, sources: Sequence[Source]) -> Page:
    """Return the page that an answer belongs to, as it would be if it were unknown."""
    url = response.final_url
    source = source_of(url, sources)
    return Page(page_id(url, source), canonical(url, source), url, source.key if source else "")


def reparse(
    frontier: Frontier, archive: Archive, sources: Sequence[Source], only: Collection[str] = ()
) -> Iterator[Article | Problem | str]:
    """Read the archive again and yield the articles that come out new or other than before, and the problems.

    At the end the ids (`str`) of articles are yielded that no archived page holds any more.

    Args:
        frontier: The state of the crawl.
        archive: The archive.
        sources: All declared sources.
        only: Keys of the sources to read; all if empty.
    """
    by_key = {source.key: source for source in sources}
    for capture in frontier.captures():
        page = frontier.page(capture.page_id)
        if page is None or page.state == "forgotten" or (only and page.source not in only):
            continue
        reading = _read_again(archive, capture, page, by_key.get(page.source))
        is_new, _ = frontier.record_read(capture, reading)
        yield from reading.problems
        if is_new and reading.article is not None:
            yield reading.article
    yield from sweep(frontier)


def _read_again(archive: Archive, capture: Capture, page: Page, source: Source | None) -> Reading:
    try:
        response = archive.read(capture.place)
    except ArchiveError as error:
        return Reading("failed", problems=(Problem(code="archive-damaged", message=str(error), where=capture.url),))
    return read_answer(response, page.kind, page.depth, source)


def read_unread(frontier: Frontier, archive: Archive, sources: Sequence[Source]) -> Iterator[Article | Problem]:
    """Read the answers that are archived and were not read yet; yield new versions of articles, and problems."""
    by_key = {source.key: source for source in sources}
    while captures := frontier.unread():
        for capture in captures:
            page = frontier.page(capture.page_id)
            if page is None:
                continue
            reading = _read_again(archive, capture, page, by_key.get(page.source))
            is_new, _ = frontier.record_read(capture, reading)
            yield from reading.problems
            if is_new and reading.article is not None:
                yield reading.article


def import_warc(
    frontier: Frontier, archive: Archive, sources: Sequence[Source], path: Path
) -> Iterator[Article | Problem]:
    """Take the HTML pages of anyone's WARC or ARC file into the archive and read them.

    Every page is taken in once, however often the file is imported; pages of sites that no source declares are read
    too, and their links are not followed.

    Raises:
        OSError: the file cannot be opened.
    """
    for item in read_warc(path):
        if isinstance(item, Problem):
            yield item
        elif is_html(item.response):
            store(frontier, archive, item, sources)
    yield from read_unread(frontier, archive, sources)


def store(frontier: Frontier, archive: Archive, item: Archived, sources: Sequence[Source]) -> bool:
    """Copy an answer into the archive, unless it is there or its page is forgotten; return whether it was copied."""
    page = page_of(item.response, sources)
    known = frontier.page(page.page_id)
    if known is not None and known.state == "forgotten":
        return False
    key = capture_of(page.page_id, item.response, Place("", 0, 0))[:3]
    if any(capture[:3] == key for capture in frontier.captures(page.page_id)):
        return False
    (place,) = archive.append(item.response)
    return adopt(frontier, item.response, place, sources) is not None


def is_html(response: Response) -> bool:
    """Whether an answer is an HTML page, by its header, or without one by its beginning."""
    kind = (response.header("content-type") or "").lower()
    return "html" in kind or (not kind and b"<html" in response.content[:2000].lower())


def forget(frontier: Frontier, archive: Archive, url: str, sources: Sequence[Source]) -> list[str] | None:
    """Remove a page for good: from the state, and every answer from the archive.

    It is never asked for, imported or read again.

    Returns:
        The ids of the articles that are gone, None if the page is not known.
    """
    found = page_id(url, source_of(url, sources))
    if frontier.page(found) is None:
        return None
    articles = frontier.forget(found)
    clear_forgotten(frontier, archive)
    return articles


def clear_forgotten(frontier: Frontier, archive: Archive) -> None:
    """Take the answers of forgotten pages out of the archive. Does nothing if there are none."""
    captures = frontier.forgotten()
    if captures:
        moved = archive.remove(capture.place for capture in captures if _is_there(archive, capture))
        frontier.record_removed(captures, moved)


def _is_there(archive: Archive, capture: Capture) -> bool:
    """Tell whether an answer still lies where the state says, which it does not after a removal that was cut short."""
    try:
        return digest_of(archive.read(capture.place).content) == capture.digest
    except ArchiveError:
        return False
