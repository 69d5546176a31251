"""The state of the crawl in one SQLite file: every page that is known, what came of it, and when it is due again.

One thread writes. What a method does is done whole or not at all, and a page counts as fetched only once its record
lies in the archive, so that a crawl that is killed goes on where it stood.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from datetime import UTC, date, datetime
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

from pipeline.article import Article
from pipeline.record import Problem
from scrapers.archive import Place
from scrapers.outcome import PAGES, Outcome, Response
from scrapers.reading import Reading
from scrapers.robots import HostRecord
from scrapers.visits import Page, answered, interval_after, merged, visited, with_validators

_BUSY_SECONDS = 30.0
_REMEMBERED = 10_000  # links
_CHECKPOINT = 8_000  # pages of 4 KB that changes take up beside the file before they are brought into it


class Capture(NamedTuple):
    """One archived answer of a page. `fetched_at` is ISO 8601 in UTC."""

    page_id: str
    fetched_at: str
    digest: str
    url: str
    place: Place


class Pick(NamedTuple):
    """Which pages of a source may be asked for.

    Attributes:
        before: The beginning of the run. What was due by then is; what the run has asked for is not due any more.
        refresh: Not only what is due.
        topic: Of articles, only those whose link speaks of emulation blocs.
        since: Of articles, only those that no date beside the link calls older.
        lists: What lists articles, too.
    """

    before: float
    refresh: bool = False
    topic: bool = False
    since: date | None = None
    lists: bool = True


class Frontier:
    """The state of one data folder's crawl.

    Args:
        path: The SQLite file; made if it is missing.
    """

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self.db = sqlite3.connect(path, isolation_level=None, timeout=_BUSY_SECONDS, check_same_thread=False)
        self.db.row_factory = sqlite3.Row
        self.db.execute("PRAGMA journal_mode = WAL")
        # Commits survive the death of the process. After a power cut the last ones may be missing; their records are
        # on the disk, and `Archive.recover` finds them.
        self.db.execute("PRAGMA synchronous = NORMAL")
        self.db.execute(f"PRAGMA wal_autocheckpoint = {_CHECKPOINT}")
        self._added: set[Page] = set()  # links as they were added: the same ones stand on all pages of a site
        self.db.executescript((files("scrapers") / "frontier.sql").read_text(encoding="utf-8"))

    def close(self) -> None:
        """Close the file."""
        self.db.close()

    @contextmanager
    def whole(self) -> Iterator[None]:
        """Make all changes inside at once, or none of them. What is whole inside of a whole is part of it."""
        if self.db.in_transaction:
            yield
            return
        self.db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self.db.execute("ROLLBACK")
            self._added.clear()
            raise
        self.db.execute("COMMIT")

    # pages

    def page(self, page_id: str) -> Page | None:
        """Return a known page."""
        row = self.db.execute(_PAGE, [page_id]).fetchone()
        return Page(*row) if row else None

    def add(self, pages: Iterable[Page]) -> int:
        """Add pages that are not known yet; return how many were not.

        Of one that is known, the better priority, the date beside the link, and that it lists articles are kept.
        """
        with self.whole():
            return self._add(pages)

    def next_page(self, source: str, pick: Pick) -> Page | None:
        """Return the page of a source to ask for next, None if there is none.

        The best goes first, of equally good ones the newest.
        """
        values = _pick_values(source, pick)
        again = _REFRESHED if pick.refresh else _DUE_AGAIN
        rows = [self.db.execute(f"SELECT {_COLUMNS} {part} {_BEST}", values).fetchone() for part in (_QUEUED, again)]
        best = sorted((Page(*row) for row in rows if row), key=lambda page: page.page_key)
        return max(best, key=lambda page: (page.priority, page.hint or ""), default=None)

    def count_waiting(self, source: str, pick: Pick) -> int:
        """Return how many pages of a source are to be asked for."""
        values = _pick_values(source, pick)
        again = _REFRESHED if pick.refresh else _DUE_AGAIN
        return sum(self.db.execute(f"SELECT count(*) {part}", values).fetchone()[0] for part in (_QUEUED, again))

    def make_due(self, page_ids: Iterable[str], before: float) -> None:
        """Have pages asked for in this run that it has not asked for yet."""
        with self.whole():
            self.db.executemany(
                "UPDATE pages SET due = 0 WHERE page_id = ? AND due IS NOT NULL AND checked_at < ?",
                [(page_id, before) for page_id in page_ids],
            )

    # what came of asking

    def record_answer(self, page: Page, response: Response, place: Place, reading: Reading) -> tuple[bool, int]:
        """Write down that a page's answer is in the archive and what was read in it; return what `record_read` does."""
        capture = capture_of(page.page_id, response, place)
        with self.whole():
            article_id = reading.article and reading.article.article_id
            self.db.execute(_PUT_READ, (*capture[:4], *place, article_id))
            if page.checked_at is not None:
                self._drop_problems(page, "asking")
            changed = answered(page, response, capture.digest)
            return self._put_reading(changed, capture, reading, first_time=True, only=page.digest is None)

    def record_outcome(self, page: Page, response: Response, problem: Problem | None = None) -> None:
        """Write down what came of asking, other than content to be read, and when the page is due again.

        Visits to an article that stays as it is become rarer, up to 64 days. Troubles are tried again after an hour,
        then ever later. What is settled is looked at twice more, a month apart, and then left.
        """
        changed = visited(page, response.outcome, response.fetched_at.timestamp())
        if response.outcome in PAGES:
            changed = with_validators(changed, response)
        with self.whole():
            self._update(changed)
            if page.checked_at is not None:
                self._drop_problems(page, "asking")
            self._add_problems(page, "asking", [problem] if problem else [])

    def record_moved(self, page: Page, target: Page, now: float) -> Page:
        """Write down that a page redirects to another one, and return that one as it is known."""
        with self.whole():
            self._update(page._replace(state="moved", outcome=None, due=None, checked_at=now, failures=0))
            self._add([target])
        return self.page(target.page_id) or target

    def record_read(self, capture: Capture, reading: Reading) -> tuple[bool, int]:
        """Write down what was read in an archived answer.

        Returns:
            Whether it is a new version of an article, and how many links are new.
        """
        with self.whole():
            page = self.page(capture.page_id)
            if page is None or page.state == "forgotten":
                return False, 0
            first_time = self._mark_read(capture, reading.article)
            return self._put_reading(page, capture, reading, first_time=first_time)

    # what the archive holds

    def adopt(self, capture: Capture, page: Page) -> bool:
        """Take up an answer that is in the archive; return whether it was unknown and is to be read.

        A forgotten page stays forgotten, and an answer known under another place gets the place given.
        """
        with self.whole():
            self._add([page])
            known = self.page(page.page_id)
            if known is None or known.state == "forgotten" or not self._put_capture(capture):
                return False
            if capture[:3] == self._newest(page.page_id):
                seen = visited(known, Outcome.FETCHED, timestamp(capture.fetched_at))
                self._update(seen._replace(digest=capture.digest, due=known.due))
            return True

    def unread(self, limit: int = 1000) -> list[Capture]:
        """Return archived answers that were not read yet, the oldest first."""
        rows = self.db.execute(
            "SELECT captures.* FROM captures JOIN pages USING (page_id) WHERE is_read = 0 AND state <> 'forgotten'"
            " ORDER BY fetched_at LIMIT ?",
            [limit],
        )
        return [_capture(row) for row in rows]

    def captures(self, page_id: str | None = None) -> list[Capture]:
        """Return what the archive holds, of one page or of all, the oldest first."""
        where, values = ("WHERE page_id = ? ", [page_id]) if page_id else ("", [])
        rows = self.db.execute(f"SELECT * FROM captures {where}ORDER BY fetched_at, page_id, digest", values)
        return [_capture(row) for row in rows]

    def ends(self) -> dict[str, int]:
        """Return, for each file of the archive, where its last known record ends."""
        rows = self.db.execute("SELECT file, max(start + length) AS last FROM captures GROUP BY file")
        return {row["file"]: row["last"] for row in rows}

    def record_removed(self, gone: Iterable[Capture], moved: Mapping[Place, Place]) -> None:
        """Write down that answers are no longer in the archive, and where those behind them lie now."""
        with self.whole():
            self.db.executemany(
                f"DELETE FROM captures WHERE {_KEY}",
                [capture[:3] for capture in gone],
            )
            # Every record moves towards the beginning: in this order none lands on one that has yet to move.
            self.db.executemany(
                "UPDATE captures SET start = ? WHERE file = ? AND start = ?",
                [(new.offset, old.file, old.offset) for old, new in sorted(moved.items())],
            )

    # pages that are to be forgotten

    def forget(self, page_id: str) -> list[str]:
        """Forget a page: its addresses, articles and problems. Return the ids of the articles.

        A mark without content stays, so that no list brings the page back; its answers in the archive are removed
        by `scrapers.crawl.finish_forgetting`.
        """
        with self.whole():
            rows = self.db.execute("DELETE FROM articles WHERE page_id = ? RETURNING article_id", [page_id]).fetchall()
            self.db.execute("DELETE FROM problems WHERE page_id = ?", [page_id])
            self.db.execute("UPDATE captures SET url = '', article_id = NULL WHERE page_id = ?", [page_id])
            empty = Page(page_id, "", "", "", state="forgotten", due=None)
            self._put(empty)
        return sorted(row["article_id"] for row in rows)

    def forgotten(self) -> list[Capture]:
        """Return the answers of forgotten pages that are still in the archive."""
        rows = self.db.execute("SELECT captures.* FROM captures JOIN pages USING (page_id) WHERE state = 'forgotten'")
        return [_capture(row) for row in rows]

    # hosts

    def hosts(self) -> dict[str, HostRecord]:
        """Return what is known of hosts."""
        rows = self.db.execute("SELECT record FROM hosts")
        return {record.host: record for record in (HostRecord(**json.loads(row["record"])) for row in rows)}

    def record_hosts(self, records: Iterable[HostRecord]) -> None:
        """Write down what was learned about hosts."""
        with self.whole():
            self.db.executemany(
                "INSERT OR REPLACE INTO hosts VALUES (?, ?)", [(r.host, json.dumps(asdict(r))) for r in records]
            )

    def record_source_problems(self, source: str, problems: Iterable[Problem]) -> None:
        """Write down what is wrong with a source as a whole, in place of what was wrong before."""
        with self.whole():
            page = Page("", "", "", source)
            self._drop_problems(page, "asking")
            self._add_problems(page, "asking", problems)

    # inside of a change

    def _add(self, pages: Iterable[Page]) -> int:
        new = 0
        for page in pages:
            if page in self._added:
                continue
            if len(self._added) >= _REMEMBERED:
                self._added.clear()
            self._added.add(page)
            if self.db.execute(_ADD_PAGE, page).rowcount:
                new += 1
                continue
            known = self.page(page.page_id)
            if known is not None and known.state != "forgotten" and (better := merged(known, page)) != known:
                self._put(better)
        return new

    def _put(self, page: Page) -> None:
        self.db.execute(_PUT_PAGE, page)

    def _update(self, page: Page) -> None:
        """Write down what a visit has changed of a page, unless it was forgotten meanwhile."""
        self.db.execute(_UPDATE_PAGE, (*tuple(page)[_VISITED], page.page_id))

    def _put_reading(
        self, page: Page, capture: Capture, reading: Reading, *, first_time: bool, only: bool = False
    ) -> tuple[bool, int]:
        """Write down what was read in an answer of a page, which has no other where it is the `only` one."""
        article = reading.article
        is_new = article is not None and self._put_article(article, page.page_id)
        shown = self._shown(page.page_id) if not only else article.article_id if article else None
        if only or capture[:3] == self._newest(page.page_id):  # not for what an archive tells of former times
            if not only:
                self._drop_problems(page, "reading")
            self._add_problems(page, "reading", reading.problems)
            again = first_time and page.due is not None
            interval = interval_after(page, article) if again else page.interval
            due = (page.checked_at or 0.0) + interval if again else page.due
            page = page._replace(outcome=reading.outcome, interval=interval, due=due, article_id=shown)
        else:
            page = page._replace(article_id=shown)
        self._update(page)
        return is_new, self._add(reading.links)

    def _put_capture(self, capture: Capture) -> bool:
        """Write an answer's place; return whether the answer is new."""
        *key, url, place = capture
        is_new = self.db.execute(
            "INSERT OR IGNORE INTO captures VALUES (?, ?, ?, ?, ?, ?, ?, 0, NULL)", [*key, url, *place]
        ).rowcount
        if not is_new:
            self.db.execute(f"UPDATE captures SET file = ?, start = ?, length = ? WHERE {_KEY}", [*place, *key])
        return bool(is_new)

    def _newest(self, page_id: str) -> tuple[str, ...]:
        """Return the key of a page's newest answer."""
        keys = "SELECT page_id, fetched_at, digest FROM captures WHERE page_id = ?"
        row = self.db.execute(f"{keys} ORDER BY fetched_at DESC, digest DESC LIMIT 1", [page_id]).fetchone()
        return tuple(row)

    def _mark_read(self, capture: Capture, article: Article | None) -> bool:
        """Write down that an answer was read and what it held; return whether it was the first time."""
        values = [article and article.article_id, *capture[:3]]
        read = f"UPDATE captures SET is_read = 1, article_id = ? WHERE {_KEY}"
        first_time = self.db.execute(f"{read} AND is_read = 0", values).rowcount
        if not first_time:
            self.db.execute(read, values)
        return bool(first_time)

    def _put_article(self, article: Article, page_id: str) -> bool:
        """Write an article; return whether it is new, or differs from what the same text gave before."""
        document = _JSON.encode(article.to_dict())
        return bool(self.db.execute(_PUT_ARTICLE, [article.article_id, page_id, document]).rowcount)

    def _drop_problems(self, page: Page, part: str) -> None:
        key = (page.page_id, page.source, part)
        self.db.execute("DELETE FROM problems WHERE (page_id, source, part) = (?, ?, ?)", key)

    def _add_problems(self, page: Page, part: str, problems: Iterable[Problem]) -> None:
        key = (page.page_id, page.source, part)
        for p in problems:
            row = (*key, p.code, p.message, p.where, p.start, p.end)
            self.db.execute("INSERT INTO problems VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)

    def _shown(self, page_id: str) -> str | None:
        """Return the version that a page shows: that of the newest answer which held an article."""
        row = self.db.execute(
            "SELECT article_id FROM captures WHERE page_id = ? AND article_id IS NOT NULL"
            " ORDER BY fetched_at DESC LIMIT 1",
            [page_id],
        ).fetchone()
        return row["article_id"] if row else None


_COLUMNS = ", ".join(Page._fields)
_PAGE = f"SELECT {_COLUMNS} FROM pages WHERE page_id = ?"
_VALUES = f"INTO pages ({_COLUMNS}) VALUES ({', '.join('?' for _ in Page._fields)})"
_PUT_PAGE = f"INSERT OR REPLACE {_VALUES}"
_ADD_PAGE = f"INSERT OR IGNORE {_VALUES}"
_JSON = json.JSONEncoder(ensure_ascii=False, sort_keys=True)
_VISITED = slice(Page._fields.index("state"), None)  # of the columns, those that a visit changes
_UPDATE_PAGE = (
    f"UPDATE pages SET {', '.join(f'{column} = ?' for column in Page._fields[_VISITED])}"
    " WHERE page_id = ? AND state <> 'forgotten'"
)
_PUT_READ = (
    "INSERT INTO captures VALUES (?, ?, ?, ?, ?, ?, ?, 1, ?) ON CONFLICT DO UPDATE SET"
    " file = excluded.file, start = excluded.start, length = excluded.length, is_read = 1,"
    " article_id = excluded.article_id"
)
_PUT_ARTICLE = (
    "INSERT INTO articles VALUES (?, ?, ?, 0, NULL) ON CONFLICT DO UPDATE SET"
    " page_id = excluded.page_id, document = excluded.document, is_loaded = 0, signature = NULL"
    " WHERE document <> excluded.document"
)
_KEY = "(page_id, fetched_at, digest) = (?, ?, ?)"  # of a capture

_WANTED = (
    " AND CASE WHEN kind <> 'page' THEN :lists"
    "     ELSE (NOT :topic OR priority >= 1) AND (:since IS NULL OR hint IS NULL OR hint >= :since) END"
)
# Two parts, each with an index of its own: pages never asked for, and those that are due again.
_QUEUED = f"FROM pages WHERE source = :source AND state = 'queued' AND due <= :before{_WANTED}"
_DUE_AGAIN = f"FROM pages WHERE source = :source AND state = 'done' AND due <= :before{_WANTED}"
_REFRESHED = (
    "FROM pages WHERE source = :source AND state = 'done' AND due IS NOT NULL"
    f" AND (due <= :before OR checked_at < :before){_WANTED}"
)
_BEST = "ORDER BY priority DESC, hint DESC, page_key LIMIT 1"


def _pick_values(source: str, pick: Pick) -> dict[str, object]:
    return {**pick._asdict(), "since": pick.since and pick.since.isoformat(), "source": source}


def capture_of(page_id: str, response: Response, place: Place) -> Capture:
    """Return the capture that an archived answer of a page is."""
    fetched_at = response.fetched_at.astimezone(UTC).isoformat(timespec="microseconds")
    return Capture(page_id, fetched_at, digest_of(response.content), response.final_url, place)


def digest_of(content: bytes) -> str:
    """Return the SHA-256 of a page's content."""
    return sha256(content).hexdigest()


def timestamp(fetched_at: str) -> float:
    """Return a capture's time in seconds since 1970."""
    return datetime.fromisoformat(fetched_at).timestamp()


def _capture(row: Any) -> Capture:
    place = Place(row["file"], row["start"], row["length"])
    return Capture(row["page_id"], row["fetched_at"], row["digest"], row["url"], place)
