"""The state of the crawl: what is asked for next and when again, whole changes, one page known once."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import product
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.article import Article
from pipeline.record import Problem
from scrapers.archive import Place
from scrapers.frontier import Capture, Frontier, Pick, capture_of
from scrapers.outcome import PAGES, SETTLED, TROUBLE, UNASKED, Outcome, Response
from scrapers.reading import Reading
from scrapers.robots import HostRecord
from scrapers.versions import known_problems
from scrapers.visits import DAY, HOUR, Page

NOW = datetime(2026, 11, 21, 8, 0, tzinfo=UTC)
BEFORE = NOW.timestamp() - 1


def page(name: str, **values: object) -> Page:
    return Page(**{"page_id": name, "page_key": f"k/{name}", "url": f"http://a.vn/{name}", "source": "s", **values})  # type: ignore[arg-type]


def response(
    outcome: Outcome = Outcome.FETCHED, content: bytes = b"x", when: datetime = NOW, **headers: str
) -> Response:
    return Response(outcome, "u", "http://a.vn/x", 200, tuple(headers.items()), content, fetched_at=when)


@pytest.fixture
def frontier(tmp_path: Path) -> Frontier:
    return Frontier(tmp_path / "f.sqlite")


def known(frontier: Frontier, name: str) -> Page:
    found = frontier.page(name)
    assert found is not None
    return found


def read(frontier: Frontier, name: str, content: bytes, text: str | None, when: datetime = NOW) -> tuple[bool, int]:
    """Write down an answer of a page with what was read in it."""
    place = Place("w", int(when.timestamp()), 1)
    article = Article(article_id=f"{name}:{text}", text=text) if text is not None else None
    answer = response(content=content, when=when)
    return frontier.record_answer(known(frontier, name), answer, place, Reading("article", article))


def archive(frontier: Frontier, name: str, content: bytes = b"x", when: datetime = NOW) -> Capture:
    """Take up an answer of a page that is in the archive and was not read."""
    capture = capture_of(name, response(content=content, when=when), Place("w", ord(name), 1))
    assert frontier.adopt(capture, known(frontier, name))
    return capture


def test_the_best_page_comes_first_then_the_newest(frontier: Frontier) -> None:
    frontier.add([
        page("off", priority=0.2), page("old", priority=1.9, hint="2024-01-01"), page("new", priority=1.9, hint="2024-02-01"),
        page("list", kind="listing", priority=3.0), page("undated", priority=1.9), page("other", priority=9.0, source="t"),
        page("later", priority=9.0, due=BEFORE + 10), page("never", priority=9.0, due=None),
    ])  # fmt: skip
    order = []
    while found := frontier.next_page("s", Pick(BEFORE)):
        order.append(found.page_id)
        frontier.record_outcome(found, response(Outcome.GONE))
    assert order == ["list", "new", "old", "undated", "off"]


def test_a_pick_chooses(frontier: Frontier) -> None:
    frontier.add([
        page("list", kind="listing", priority=3.0), page("topic", priority=1.6, hint="2024-01-01"), page("off", priority=0.3),
    ])  # fmt: skip
    frontier.record_outcome(known(frontier, "list"), response(Outcome.NOT_MODIFIED))

    def picked(**values: object) -> str | None:
        found = frontier.next_page("s", Pick(BEFORE, **values))  # type: ignore[arg-type]
        return found.page_id if found else None

    assert picked() == "topic"
    assert picked(since=date(2024, 1, 2)) == "off"
    assert picked(since=date(2024, 1, 2), topic=True) is None
    assert picked(topic=True) == "topic"
    assert frontier.count_waiting("s", Pick(BEFORE)) == 2
    later = BEFORE + 10
    found = frontier.next_page("s", Pick(later, refresh=True))
    assert found and found.page_id == "list"
    found = frontier.next_page("s", Pick(later, refresh=True, lists=False))
    assert found and found.page_id == "topic"


def test_a_page_is_known_once_and_the_best_of_its_links_counts(frontier: Frontier) -> None:
    assert frontier.add([page("a", priority=0.2, depth=3)]) == 1
    assert frontier.add([page("a", priority=1.5, depth=5, hint="2024-01-01"), page("b")]) == 1
    assert known(frontier, "a") == page("a", priority=1.5, depth=3, hint="2024-01-01")
    frontier.add([page("a", kind="listing", priority=1.3, depth=1)])  # it turns out to be a list
    assert (known(frontier, "a").kind, known(frontier, "a").depth, known(frontier, "a").priority) == ("listing", 1, 1.3)
    frontier.add([page("a", priority=2.0, depth=0)])  # and stays one, whoever links to it
    assert (known(frontier, "a").kind, known(frontier, "a").depth, known(frontier, "a").priority) == ("listing", 1, 1.3)


@pytest.mark.parametrize("outcome", sorted(Outcome))
def test_every_outcome_says_when_to_ask_again(frontier: Frontier, outcome: Outcome) -> None:
    frontier.add([page("a")])
    waits = []
    for _ in range(12):
        before = known(frontier, "a")
        if before.due is None:
            break
        frontier.record_outcome(before, response(outcome))
        after = known(frontier, "a")
        assert after.outcome == outcome.value
        waits.append(None if after.due is None else after.due - NOW.timestamp())
    if outcome in PAGES:
        assert waits[:3] == [2 * DAY, 4 * DAY, 8 * DAY]
        assert waits[-1] == 64 * DAY
    elif outcome in SETTLED:
        assert waits == [30 * DAY, 30 * DAY, None]
    elif outcome in UNASKED:
        assert set(waits) == {HOUR}
        assert known(frontier, "a").state == "queued"
    else:
        assert outcome in TROUBLE
        assert waits[:3] == [HOUR, 2 * HOUR, 4 * HOUR]
        assert waits[-1] == 30 * DAY


def test_articles_are_visited_ever_more_rarely_and_lists_at_every_run(frontier: Frontier) -> None:
    frontier.add(
        [page("a"), page("l", kind="listing"), page("p5", kind="listing", depth=5), page("s", kind="sitemap", depth=1)]
    )
    times = [NOW + timedelta(days=n) for n in range(4)]
    for n, text in enumerate(["one", "one", "one", "two"]):
        read(frontier, "a", b"%d" % n, text, times[n])
        interval = known(frontier, "a").interval
        assert interval == [DAY, 2 * DAY, 4 * DAY, DAY][n]
    for name, wait in (("l", 0), ("p5", 7 * DAY), ("s", DAY)):
        read(frontier, name, b"x", None)
        assert (known(frontier, name).due or 0) - NOW.timestamp() == wait


def test_validators_are_those_of_the_last_answer(frontier: Frontier) -> None:
    frontier.add([page("a")])
    first = response(ETag='"1"', **{"Last-Modified": "Mon"})
    frontier.record_answer(known(frontier, "a"), first, Place("w", 0, 1), Reading("nothing"))
    assert (known(frontier, "a").etag, known(frontier, "a").last_modified) == ('"1"', "Mon")
    frontier.record_outcome(known(frontier, "a"), response(Outcome.NOT_MODIFIED))
    assert known(frontier, "a").etag == '"1"'
    frontier.record_outcome(known(frontier, "a"), response(Outcome.TIMEOUT))
    assert known(frontier, "a").etag == '"1"'
    frontier.record_answer(known(frontier, "a"), response(content=b"y"), Place("w", 1, 1), Reading("nothing"))
    assert known(frontier, "a").etag is None


def test_a_problem_goes_when_it_is_over(frontier: Frontier) -> None:
    frontier.add([page("a")])
    trouble = Problem(code="timeout", message="m", where="http://a.vn/a")
    frontier.record_outcome(known(frontier, "a"), response(Outcome.TIMEOUT), trouble)
    assert known_problems(frontier) == [trouble]
    odd = Problem(code="no-date", message="m", where="http://a.vn/a", start=3, end=5)
    frontier.record_answer(known(frontier, "a"), response(), Place("w", 0, 1), Reading("article", problems=(odd,)))
    assert known_problems(frontier) == [odd]
    frontier.record_outcome(known(frontier, "a"), response(Outcome.NOT_MODIFIED))
    assert known_problems(frontier) == [odd]  # what was read is as odd as before
    frontier.record_source_problems("s", [trouble])
    assert len(known_problems(frontier)) == 2
    frontier.record_source_problems("s", [])
    assert known_problems(frontier) == [odd]


def test_a_redirected_page_is_known_by_where_it_leads(frontier: Frontier) -> None:
    frontier.add([page("a", kind="feed", priority=3.0)])
    target = frontier.record_moved(known(frontier, "a"), page("b", kind="feed", priority=3.0), NOW.timestamp())
    assert target.page_id == "b"
    assert known(frontier, "a").state == "moved"
    frontier.add([page("a", kind="feed", priority=3.0)])
    assert [frontier.next_page("s", Pick(BEFORE))] == [target]


def test_what_is_begun_is_done_whole_or_not_at_all(frontier: Frontier) -> None:
    frontier.add([page("a")])
    with pytest.raises(sqlite3.Error), frontier.whole():
        frontier.add([page("b"), page("c")])
        frontier.db.execute("INSERT INTO nowhere VALUES (1)")
    assert frontier.page("b") is None
    assert frontier.add([page("b")]) == 1


def test_another_connection_sees_only_what_is_done(frontier: Frontier, tmp_path: Path) -> None:
    other = Frontier(tmp_path / "f.sqlite")
    with frontier.whole():
        frontier.add([page("a")])
        assert other.page("a") is None
    assert other.page("a") is not None


def test_what_was_not_read_is_read_but_not_of_forgotten_pages(frontier: Frontier) -> None:
    frontier.add([page("a"), page("b")])
    for name in ("a", "b"):
        archive(frontier, name)
    assert [capture.page_id for capture in frontier.unread()] == ["a", "b"]
    assert frontier.forget("a") == []
    assert [capture.page_id for capture in frontier.unread()] == ["b"]
    frontier.record_read(frontier.unread()[0], Reading("nothing"))
    assert frontier.unread() == []
    frontier.add([page("a", priority=2.0)])
    assert known(frontier, "a").state == "forgotten"
    assert known(frontier, "a").url == ""


def test_hosts_are_remembered(frontier: Frontier) -> None:
    records = [
        HostRecord("a.vn", robots="User-agent: *", robots_at=5.0),
        HostRecord("b.vn", paused_until=9.0, plain_http=True),
    ]
    frontier.record_hosts(records)
    frontier.record_hosts([replace(records[0], robots="")])
    assert frontier.hosts() == {"a.vn": replace(records[0], robots=""), "b.vn": records[1]}


@given(st.permutations([("one", 0), ("two", 1), ("one", 2), ("three", 3)]))
def test_a_page_shows_its_newest_version_in_whatever_order_they_come(
    tmp_path_factory: pytest.TempPathFactory, versions: list[tuple[str, int]]
) -> None:
    frontier = Frontier(tmp_path_factory.mktemp("f") / "f.sqlite")
    frontier.add([page("a")])
    for text, day in versions:
        read(frontier, "a", f"{text}{day}".encode(), text, NOW + timedelta(days=day))
    assert known(frontier, "a").article_id == "a:three"
    assert len(frontier.captures("a")) == 4
    frontier.close()


def test_what_is_next_does_not_hang_on_how_it_is_looked_for(tmp_path: Path) -> None:
    """Pages that are due again and those never asked for go by one order, with all of a pick's conditions."""
    random = Random(3)
    frontier = Frontier(tmp_path / "f.sqlite")
    with frontier.whole():
        for number in range(400):
            state = random.choice(["queued", "queued", "done", "moved", "forgotten"])
            kind, hint = random.choice(["page", "listing"]), random.choice([None, "2024-01-01", "2023-05-05"])
            priority, due = random.choice([0.0, 0.3, 1.5, 1.9]), random.choice([None, 0.0, 50.0, 1e9])
            frontier._put(
                Page(
                    f"id{number}",
                    f"k{random.random()}",
                    "u",
                    random.choice("ab"),
                    kind,
                    priority,
                    0,
                    hint,
                    state,
                    due=due,
                )  # type: ignore[arg-type]
            )
    given = 0
    for source, before, topic, since, lists in product(
        "abc", (-1.0, 10.0, 100.0), (False, True), (None, date(2023, 6, 1)), (False, True)
    ):
        pick = Pick(before, False, topic, since, lists)
        for _ in range(2):
            found = frontier.next_page(source, pick)
            pages = (frontier.page(f"id{number}") for number in range(400))
            due = [page for page in pages if page and page.due is not None and page.due <= before]
            fitting = [
                page
                for page in due
                if page.source == source
                and page.state in ("queued", "done")
                and (
                    lists
                    if page.kind != "page"
                    else (not topic or page.priority >= 1)
                    and (not since or not page.hint or page.hint >= since.isoformat())
                )
            ]
            best = min(
                fitting,
                key=lambda page: (-page.priority, [-ord(c) for c in page.hint or ""] or [1], page.page_key),
                default=None,
            )
            assert found == best
            if found:
                given += 1
                frontier._put(found._replace(due=None))
    assert given > 20
