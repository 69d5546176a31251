"""The crawl against real servers on loopback: what it finds, asks for, keeps as versions, and how it stops."""

from __future__ import annotations

import asyncio
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest

from pipeline.article import Article
from scrapers.crawl import CrawlLockedError, Options, Tally, crawl, locked, open_frontier
from scrapers.versions import (
    found_articles,
    found_copies,
    mark_loaded,
)
from tests.crawling import CONTACT, QUICK, articles, run, state
from tests.hostile import Page, serving
from tests.small_site import SECTION, article, article_path, small_site, small_source, text, title

# the good day


def test_every_article_is_found_and_read(tmp_path: Path) -> None:
    tallies: dict[str, Tally] = {}
    with serving(small_site(12)) as server:
        source = small_source(server)
        found = articles(run(tmp_path, source, tallies=tallies))
    assert sorted(item.title or "" for item in found) == sorted(title(n) for n in range(1, 13))
    for item in found:
        number = int((item.url or "").rpartition("-")[2].removesuffix(".html")) - 1000
        assert item.published == date(2024, 1, 15) + timedelta(days=number)
        assert (item.source, item.province) == (source.key, "Gia Lai")
        assert "Hội nghị bầu" in item.text
        assert "Trang chủ" not in item.text
    tally = tallies[source.key]
    assert (tally.asked, tally.articles, tally.lists, tally.new, tally.waiting) == (15, 12, 3, 12, 0)
    assert tally.outcomes == {"fetched": 15}
    assert tally.finished


def test_a_second_run_asks_conditionally_and_adds_nothing(tmp_path: Path) -> None:
    with serving(small_site(8)) as server:
        source = small_source(server)
        run(tmp_path, source)
        before, asked = state(tmp_path), len(server.log)
        assert run(tmp_path, source) == []
        assert 0 < len(server.log) - asked < asked
        assert run(tmp_path, source, refresh=True) == []
        second = server.log[asked:]
        assert all(request.conditional for request in second)
        assert {article_path(n) for n in range(1, 9)} <= {request.path for request in second}
    assert state(tmp_path) == before
    assert len(list((tmp_path / "crawl" / "warc").iterdir())) == 1


def test_a_new_article_is_found_in_the_next_run_also_on_a_later_page_of_the_list(tmp_path: Path) -> None:
    pages = small_site(6, per_list=2)
    with serving(pages) as server:
        source = small_source(server)
        run(tmp_path, source)
        for path, answer in small_site(9, per_list=2).items():
            pages.setdefault(path, answer)
            if path.endswith("/"):
                pages[path] = answer
        found = articles(run(tmp_path, source))
    assert {item.title for item in found} == {title(n) for n in (7, 8, 9)}


def test_reports_on_blocs_are_fetched_before_the_rest(tmp_path: Path) -> None:
    pages = small_site(4)
    noise = {f"{SECTION}giai-bong-da-{n}.html": f"Giải bóng đá mừng xuân lần thứ {n}" for n in range(1, 6)}
    items = "".join(f"<p><a href='{path}'>{text}</a></p>" for path, text in noise.items())
    items += "".join(f"<p><a href='{article_path(n)}'>{title(n)}</a></p>" for n in range(1, 5))
    pages[SECTION] = Page(f"<html><body>{items}</body></html>")
    for path in noise:
        pages[path] = Page(article(3, text(3).replace("thi đua", "bóng đá")))
    with serving(pages) as server:
        run(tmp_path / "all", small_source(server))
        order = [path for path in server.paths() if path.endswith(".html")]
        assert set(order[:4]) == {article_path(n) for n in range(1, 5)}
        assert set(order[4:]) == set(noise)
        server.log.clear()
        run(tmp_path / "topic", small_source(server), topic=True)
        assert {path for path in server.paths() if path.endswith(".html")} == {article_path(n) for n in range(1, 5)}


def test_since_and_limit(tmp_path: Path) -> None:
    with serving(small_site(8)) as server:
        source = small_source(server)
        found = articles(run(tmp_path / "since", source, since=date(2024, 1, 15) + timedelta(days=6)))
        assert {item.title for item in found} == {title(n) for n in (6, 7, 8)}
        found = articles(run(tmp_path / "limit", source, limit=2))
        assert {item.title for item in found} == {title(n) for n in (7, 8)}  # the newest
        found = articles(run(tmp_path / "limit", source, limit=3))
        assert {item.title for item in found} == {title(n) for n in (4, 5, 6)}  # and then on


def test_hosts_are_asked_side_by_side_and_each_at_its_own_pace(tmp_path: Path) -> None:
    sites = [serving(small_site(3, delay=0.05)) for _ in range(5)]
    servers = [site.__enter__() for site in sites]
    try:
        found = articles(run(tmp_path, *(small_source(server, rate=20.0) for server in servers)))
    finally:
        for site in sites:
            site.__exit__(None, None, None)
    assert len(found) == 15
    assert max(server.log[0].at for server in servers) < min(server.log[-1].at for server in servers)
    assert min(min(server.gaps()) for server in servers) >= 1 / 20


def test_two_sources_on_one_host_share_its_pace(tmp_path: Path) -> None:
    with serving(small_site(6)) as server:
        one = small_source(server, rate=20.0)
        two = small_source(server, key="two", listings=(f"{server.base}{SECTION}page-2/",), rate=50.0)
        run(tmp_path, one, two)
    assert min(server.gaps()) >= 1 / 20


# versions and copies


def test_a_changed_page_is_a_new_version(tmp_path: Path) -> None:
    pages = small_site(2)
    with serving(pages) as server:
        source = small_source(server)
        first = articles(run(tmp_path, source))
        pages[article_path(1)] = Page(article(1, text(1, "<p>Cập nhật: thêm 02 đơn vị được tặng Cờ thi đua.</p>")))
        items = run(tmp_path, source, refresh=True)
        changed = articles(items)
        pages[article_path(1)] = Page(article(1))
        back = articles(run(tmp_path, source, refresh=True))
    assert len(first) == 2
    assert len(changed) == 1
    assert "thêm 02 đơn vị" in changed[0].text
    assert back == []  # a version that is known already
    frontier = open_frontier(tmp_path)
    kept = [item.article for item in found_articles(frontier) if item.article.title == title(1)]
    assert len(kept) == 2
    assert "thêm 02 đơn vị" not in kept[-1].text  # the one that the page shows now stands last
    frontier.close()


def test_a_counter_makes_no_version(tmp_path: Path) -> None:
    count = iter(range(1000))
    pages = small_site(1)
    pages[article_path(1)] = lambda _: Page(article(1).replace("</body>", f"<i>Lượt xem: {next(count)}</i></body>"))
    with serving(pages) as server:
        source = small_source(server)
        assert len(articles(run(tmp_path, source))) == 1
        before = state(tmp_path)
        assert run(tmp_path, source, refresh=True) == []
        after = state(tmp_path)
    assert server.paths().count(article_path(1)) == 2
    assert after["articles"] == before["articles"]
    assert len(after["pages"]) == len(before["pages"])


def test_reprints_are_linked_to_the_earliest(tmp_path: Path) -> None:
    theirs = small_site(3)
    theirs[article_path(1)] = Page(article(1, text(1, "<p>Nguồn: Báo Gia Lai.</p>"), day=date(2024, 3, 1)))
    theirs[article_path(2)] = Page(article(2, "<p>" + " ".join(f"khác{n}" for n in range(90)) + "</p>"))
    with serving(small_site(2)) as original, serving(theirs) as copier:
        run(tmp_path, small_source(original, key="goc"), small_source(copier, key="chep"))
    frontier = open_frontier(tmp_path)
    by_id = {item.article.article_id: item.article for item in found_articles(frontier)}
    copies = found_copies(frontier)
    assert found_copies(frontier) == copies
    frontier.close()
    assert len(by_id) == 5
    assert [(by_id[c.article_id].source, by_id[c.original_id].source) for c in copies] == [("chep", "goc")]
    assert by_id[copies[0].article_id].title == title(1)


def test_what_waits_for_the_tables(tmp_path: Path) -> None:
    pages = small_site(2)
    with serving(pages) as server:
        source = small_source(server)
        run(tmp_path, source)
        frontier = open_frontier(tmp_path)
        waiting = list(found_articles(frontier, waiting=True))
        assert {item.page_key for item in waiting} == {
            f"https://127.0.0.1:{server.port}{article_path(n)}" for n in (1, 2)
        }
        mark_loaded(frontier, [item.article.article_id for item in waiting])
        assert list(found_articles(frontier, waiting=True)) == []
        pages[article_path(1)] = Page(article(1, text(1, "<p>Tin thêm về hội nghị tổng kết.</p>")))
        run(tmp_path, source, refresh=True)
        assert [item.article.title for item in found_articles(frontier, waiting=True)] == [title(1)]
        frontier.close()


# stopping, locking, going on


def test_a_crawl_that_is_stopped_ends_in_good_order_and_goes_on_later(tmp_path: Path) -> None:
    with serving(small_site(10, delay=0.03)) as server:
        source = small_source(server)

        async def stop_early() -> int:
            stop = asyncio.Event()
            seen = 0
            async for item in crawl(tmp_path, [source], Options(CONTACT, limits=QUICK), stop=stop):
                seen += isinstance(item, Article)
                if seen == 3:
                    stop.set()
            return seen

        seen = asyncio.run(stop_early())
        assert 3 <= seen < 10
        asked = Counter(server.paths())
        found = articles(run(tmp_path, source))
        assert seen + len(found) == 10
        twice = {path for path, n in (Counter(server.paths())).items() if n > 1 and path.endswith(".html")}
        assert len(twice) <= 1  # the one in flight
        assert all(asked[path] == 1 for path in twice)


def test_a_crawl_that_is_left_by_its_reader_ends(tmp_path: Path) -> None:
    with serving(small_site(10)) as server:
        source = small_source(server)

        async def leave() -> None:
            items = crawl(tmp_path, [source], Options(CONTACT, limits=QUICK))
            await anext(items)
            await items.aclose()  # type: ignore[attr-defined]

        asyncio.run(leave())
        assert len(articles(run(tmp_path, source))) >= 8


def test_two_crawls_into_one_folder_are_refused(tmp_path: Path) -> None:
    with serving(small_site(1)) as server, locked(tmp_path):
        with pytest.raises(CrawlLockedError, match="another crawl"):
            run(tmp_path, small_source(server))
        assert server.log == []


def test_a_full_disk_ends_the_crawl_with_its_error(tmp_path: Path) -> None:
    (tmp_path / "crawl").mkdir()
    (tmp_path / "crawl" / "warc").write_text("a file where the folder should be")
    with serving(small_site(1)) as server, pytest.raises(FileExistsError):
        run(tmp_path, small_source(server))
