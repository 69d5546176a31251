"""The crawl against real servers on loopback: what it finds, what it asks for, what it makes of bad days."""

from __future__ import annotations

import asyncio
import unicodedata
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from pipeline.article import Article
from pipeline.record import Problem
from scrapers.crawl import CrawlLockedError, Options, Tally, crawl, locked, open_archive, open_frontier
from scrapers.http import Limits
from scrapers.replay import forget, import_warc, recover, reparse
from scrapers.source import Source
from scrapers.versions import (
    found_articles,
    found_copies,
    known_problems,
    mark_loaded,
    source_states,
)
from tests import hostile
from tests.hostile import Answer, Page, Server, in_turn, redirect, robots, serving
from tests.small_site import SECTION, article, article_path, listing, small_site, small_source, text, title

QUICK = Limits(connect=1, read=0.5, total=1.5, size=1_000_000, tries=2, backoff=0.01, patience=1, give_up=50)
CONTACT = "thu@example.org"


def run(
    data: Path, *sources: Source, tallies: dict[str, Tally] | None = None, **options: Any
) -> list[Article | Problem]:
    """Crawl and return all that is found."""

    async def collect() -> list[Article | Problem]:
        chosen = Options(**{"contact": CONTACT, "limits": QUICK, **options})
        return [item async for item in crawl(data, sources, chosen, tallies=tallies)]

    return asyncio.run(collect())


def articles(items: Sequence[Article | Problem]) -> list[Article]:
    return [item for item in items if isinstance(item, Article)]


def problems(items: Sequence[Article | Problem]) -> Counter[str]:
    return Counter(item.code for item in items if isinstance(item, Problem))


def state(data: Path) -> dict[str, list[tuple[Any, ...]]]:
    """All that the crawl knows, but times and places in files."""
    frontier = open_frontier(data)
    queries = {
        "pages": "SELECT page_id, page_key, source, kind, depth, state, digest, article_id FROM pages ORDER BY 1",
        "captures": "SELECT page_id, digest, article_id, is_read FROM captures ORDER BY 1, 2",
        "articles": "SELECT article_id, page_id, document FROM articles ORDER BY 1",
        "problems": "SELECT page_id, code, message FROM problems ORDER BY 1, 2, 3",
    }
    try:
        return {name: [tuple(row) for row in frontier.db.execute(query)] for name, query in queries.items()}
    finally:
        frontier.close()


def outcomes(data: Path, server: Server) -> dict[str, str]:
    """The recorded outcome of every page, by its path."""
    frontier = open_frontier(data)
    rows = frontier.db.execute("SELECT url, outcome, state FROM pages").fetchall()
    frontier.close()
    return {row["url"].removeprefix(server.base): row["outcome"] or row["state"] for row in rows}


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


# the bad day


def test_every_bad_page_has_its_outcome_and_the_good_ones_are_read(tmp_path: Path) -> None:
    cases: dict[str, tuple[Answer, str]] = {
        "slow-drip": (hostile.slow_drip, "too-slow"),
        "silence": (hostile.silence, "timeout"),
        "reset": (hostile.reset_in_body, "connection-failed"),
        "storm": (Page("", 500), "server-error"),
        "throttled": (Page("", 429, headers=(("Retry-After", "0"),)), "throttled"),
        "loop": (redirect("loop-16.html"), "redirect-loop"),
        "to-loopback": (redirect("http://127.0.0.1:9/"), "forbidden-host"),
        "to-metadata": (redirect("http://169.254.169.254/"), "forbidden-host"),
        "bomb": (hostile.gzip_bomb(50), "too-large"),
        "endless": (hostile.endless_page, "too-large"),
        "challenge": (Page(hostile.D1N), "challenged"),
        "gone": (Page("", 404), "gone"),
        "refused": (Page("", 403), "refused"),
        "scan": (Page(b"%PDF-", content_type="application/pdf"), "not-a-page"),
        "gibberish": (hostile.gibberish, "bad-response"),
        "empty": (Page(""), "failed"),
        "binary": (Page(bytes(range(256)) * 40, content_type="text/html"), "failed"),
        "deep": (Page("<div>" * 50_000 + "x"), "failed"),
        "broken": (Page(article(7).replace("</div>", "</b></i><td>&rác <").replace("</p>", "")), "article"),
        "soft-404": (Page("<html><title>404 - Không tìm thấy trang</title><body><p>Lỗi</p></body></html>"), "gone"),
    }
    pages = small_site(3)
    paths = {name: f"{SECTION}{name}-{10 + i}.html" for i, name in enumerate(cases)}
    paths["loop"] = f"{SECTION}loop-16.html"
    items = "".join(f"<p><a href='{path}'>Khối thi đua {name}</a></p>" for name, path in paths.items())
    pages[SECTION] = Page(f"<html><body>{items}{listing([1, 2, 3], None)}</body></html>")
    pages.update({paths[name]: answer for name, (answer, _) in cases.items()})
    pages["/robots.txt"] = robots("User-agent: *\nDisallow: /vi/news/thi-dua/forbidden")
    pages[SECTION] = Page(
        f"<a href='{SECTION}forbidden-99.html'>Khối thi đua số 99 họp kín</a>{items}{listing([1, 2, 3], None)}"
    )
    with serving(pages) as server:
        found = run(tmp_path, small_source(server))
        recorded = outcomes(tmp_path, server)
    wanted = {paths[name]: outcome for name, (_, outcome) in cases.items()}
    got = {path: recorded.get(path) for path in wanted}
    assert got == wanted
    assert recorded[f"{SECTION}forbidden-99.html"] == "forbidden-by-robots"
    assert f"{SECTION}forbidden-99.html" not in server.paths()
    assert {title(n) for n in (1, 2, 3)} <= {item.title for item in articles(found)}
    reported = problems(found)
    assert {"too-slow", "timeout", "too-large", "challenged", "redirect-loop", "forbidden-host"} <= set(reported)
    archived = {item.page_key for item in found_articles(open_frontier(tmp_path))}
    assert not any("challenge" in key for key in archived)


def test_lists_without_end_end(tmp_path: Path) -> None:
    def page(request: hostile.Request) -> Page:
        number = int(request.path.partition("page-")[2].strip("/") or 1)
        items = "".join(
            f"<p><a href='{SECTION}tin-{number}-{n}-{number * 10 + n}.html'>Tin tức mỗi ngày một trang {number}</a></p>"
            for n in range(3)
        )
        calendar = f"<a href='{SECTION}?ngay={number + 1}/11/2024'>Lịch công tác thi đua ngày {number + 1}</a>"
        return Page(
            f"<html><body>{items}{calendar}<a rel=next href='{SECTION}page-{number + 1}/'>Sau</a></body></html>"
        )

    def any_page(request: hostile.Request) -> Page:
        return page(request) if request.path.endswith("/") or "?" in request.path else Page(article(1))

    with serving({"*": any_page, "/robots.txt": robots("")}) as server:
        found = run(tmp_path, small_source(server), lists=12, pages=60)
    assert problems(found)["lists-without-end"] == 1
    assert len(server.log) <= 61
    assert not [path for path in server.paths() if "ngay=" in path]


@pytest.mark.parametrize(
    "sitemap",
    [
        '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
        "<urlset><url><loc>http://x/&b;</loc></url></urlset>",
        '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><urlset><url><loc>&f;</loc></url></urlset>',
    ],
)
def test_a_sitemap_with_entities_is_refused(tmp_path: Path, sitemap: str) -> None:
    pages = {**small_site(1), "/sitemap.xml": Page(sitemap, content_type="application/xml")}
    with serving(pages) as server:
        source = small_source(server, sitemaps=(f"{server.base}/sitemap.xml",))
        found = run(tmp_path, source)
    assert problems(found)["sitemap-not-read"] == 1
    assert len(articles(found)) == 1


def test_sitemaps_that_name_each_other_end(tmp_path: Path) -> None:
    def index(request: hostile.Request) -> Page:
        names = "".join(
            f"<sitemap><loc>http://{request.headers['host']}{request.path}{n}</loc></sitemap>" for n in "ab"
        )
        return Page(f"<sitemapindex>{names}</sitemapindex>", content_type="application/xml")

    with serving({"*": index, "/robots.txt": robots("")}) as server:
        run(tmp_path, server.source(platform="nukeviet", sitemaps=(f"{server.base}/s",), listings=()))
    assert len(server.log) < 20


def test_sitemaps_named_by_robots_txt_are_read(tmp_path: Path) -> None:
    pages = small_site(2)
    with serving(pages) as server:
        pages["/robots.txt"] = robots(f"User-agent: *\nDisallow:\nSitemap: {server.base}/tin.xml")
        urls = "".join(f"<url><loc>{server.base}{article_path(n)}</loc></url>" for n in (1, 2))
        pages["/tin.xml"] = Page(f"<urlset>{urls}</urlset>", content_type="text/xml")
        found = run(tmp_path, server.source(platform="nukeviet"))
    assert len(articles(found)) == 2


def test_a_site_that_challenges_is_left_and_reported(tmp_path: Path) -> None:
    with serving({"*": Page(hostile.D1N)}) as server:
        found = run(tmp_path, small_source(server))
        assert articles(found) == []
        assert problems(found) == {"challenged": 1}  # of the source, not of each of its pages
        assert set(server.paths()) == {"/robots.txt"}
    assert not (tmp_path / "crawl" / "warc").exists()


def test_a_site_whose_rules_cannot_be_learned_is_asked_for_nothing_until_they_can(tmp_path: Path) -> None:
    pages = small_site(2)
    rules = pages["/robots.txt"]
    pages["/robots.txt"] = Page("<html>Đang bảo trì</html>")
    with serving(pages) as server:
        source = small_source(server)
        found = run(tmp_path, source)
        assert problems(found) == {"robots-unavailable": 1}
        assert set(server.paths()) == {"/robots.txt"}
        pages["/robots.txt"] = rules
        frontier = open_frontier(tmp_path)
        frontier.db.execute("UPDATE pages SET due = 0")  # an hour later
        frontier.close()
        assert len(articles(run(tmp_path, source))) == 2
    assert known_problems(open_frontier(tmp_path)) == []


def test_a_page_in_trouble_is_asked_for_again_later(tmp_path: Path) -> None:
    pages = small_site(2)
    pages[article_path(1)] = in_turn(Page("", 500), Page("", 500), Page(article(1)))
    with serving(pages) as server:
        source = small_source(server)
        assert len(articles(run(tmp_path, source))) == 1
        assert run(tmp_path, source) == []  # not at once
        frontier = open_frontier(tmp_path)
        row = frontier.db.execute(
            "SELECT due - checked_at AS wait FROM pages WHERE outcome = 'server-error'"
        ).fetchone()
        assert pytest.approx(row["wait"]) == 3600
        frontier.db.execute("UPDATE pages SET due = 0 WHERE outcome = 'server-error'")
        frontier.close()
        assert [item.title for item in articles(run(tmp_path, source))] == [title(1)]


# one page, many addresses and encodings


def test_one_page_under_many_addresses_is_one_article(tmp_path: Path) -> None:
    pages = small_site(1)
    path = article_path(1)
    links = [
        path,
        f"{path}?utm_source=zalo",
        f"{path}#binh-luan",
        "/cu/bai-1.html",
        f"{path};jsessionid=AB12",
        f"{path}?print=1",
    ]
    pages[SECTION] = Page("".join(f"<p><a href='{link}'>{title(1)}</a></p>" for link in links))
    pages["/cu/bai-1.html"] = redirect(path, 301)
    with serving(pages) as server:
        found = articles(run(tmp_path, small_source(server)))
        assert len(found) == 1
        asked = [p for p in server.paths() if p.startswith(path)]
        assert len(asked) <= 2  # once by its own name, once by the redirect
        run(tmp_path, small_source(server), refresh=True)
        assert server.paths().count("/cu/bai-1.html") == 1  # where it leads is known
    assert len(state(tmp_path)["articles"]) == 1


def test_decomposed_addresses_are_asked_for_as_they_are_written(tmp_path: Path) -> None:
    nfd = unicodedata.normalize("NFD", "khối-thi-đua-hội-nghị")
    path = f"{SECTION}{quote(nfd)}-7.html"
    pages = {
        **small_site(1),
        path: Page(article(1)),
        SECTION: Page(f"<p><a href='{SECTION}{nfd}-7.html'>{title(1)}</a></p>"),
    }
    with serving(pages) as server:
        assert len(articles(run(tmp_path, small_source(server)))) == 1
        assert path in server.paths()


@pytest.mark.parametrize(
    ("encode", "content_type"),
    [
        (lambda html: b"\xef\xbb\xbf" + html.encode(), "text/html; charset=iso-8859-1"),
        (lambda html: html.encode(), "text/html; charset=iso-8859-1"),
        (lambda html: html.encode(), "text/html"),
        (lambda html: html.encode("utf-16"), "text/html"),
    ],
    ids=["BOM", "wrong header", "no header", "UTF-16"],
)
def test_encodings(tmp_path: Path, encode: Any, content_type: str) -> None:
    pages = {**small_site(1), article_path(1): Page(encode(article(1)), content_type=content_type)}
    with serving(pages) as server:
        found = articles(run(tmp_path, small_source(server)))
    assert [item.title for item in found] == [title(1)]
    assert "Hội nghị bầu Sở Tài chính làm Trưởng khối" in found[0].text


def test_windows_1258(tmp_path: Path) -> None:
    def encoded(html: str) -> bytes:
        """As old servers write it: base letter with its mark, then the tone as a letter of its own."""
        tones = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
        out = []
        for letter in html.replace('charset="utf-8"', 'charset="windows-1258"'):
            parts = unicodedata.normalize("NFD", letter)
            tone = "".join(p for p in parts if p in tones)
            out.append(unicodedata.normalize("NFC", "".join(p for p in parts if p not in tones)) + tone)
        return "".join(out).encode("cp1258")

    pages = {
        **small_site(1),
        article_path(1): Page(encoded(article(1)), content_type="text/html; charset=windows-1258"),
    }
    with serving(pages) as server:
        found = articles(run(tmp_path, small_source(server)))
    assert unicodedata.normalize("NFC", found[0].title or "") == title(1)


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


# the archive


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Source]:
    """A crawl whose server is no more."""
    data = tmp_path_factory.mktemp("crawled")
    with serving(small_site(5)) as server:
        source = small_source(server)
        run(data, source)
    return data, source


def copy_of(data: Path, target: Path) -> Path:
    import shutil

    shutil.copytree(data, target, dirs_exist_ok=True)
    return target


def test_reading_again_without_network_gives_the_same(tmp_path: Path, crawled: tuple[Path, Source]) -> None:
    data = copy_of(crawled[0], tmp_path)
    before = state(data)
    frontier, archive = open_frontier(data), open_archive(data)
    assert list(reparse(frontier, archive, [crawled[1]])) == []
    assert state(data) == before
    frontier.db.execute("DELETE FROM articles")
    again = [item for item in reparse(frontier, archive, [crawled[1]]) if isinstance(item, Article)]
    assert len(again) == 5
    assert state(data) == before


def test_a_better_parser_replaces_what_was_read(tmp_path: Path, crawled: tuple[Path, Source]) -> None:
    data = copy_of(crawled[0], tmp_path)
    frontier, archive = open_frontier(data), open_archive(data)
    old = {item.article.article_id for item in found_articles(frontier)}
    frontier.db.execute("UPDATE articles SET article_id = 'x' || article_id")  # as a worse parser had read them
    frontier.db.execute("UPDATE captures SET article_id = 'x' || article_id")
    items = list(reparse(frontier, archive, [crawled[1]]))
    assert {item.article_id for item in items if isinstance(item, Article)} == old
    assert {item for item in items if isinstance(item, str)} == {"x" + article_id for article_id in old}
    assert {item.article.article_id for item in found_articles(frontier)} == old


def test_a_lost_state_is_made_anew_from_the_archive(tmp_path: Path, crawled: tuple[Path, Source]) -> None:
    data = copy_of(crawled[0], tmp_path)
    before = state(data)
    for file in (data / "crawl").glob("frontier*"):
        file.unlink()
    frontier, archive = open_frontier(data), open_archive(data)
    recover(frontier, archive, [crawled[1]])
    list(reparse(frontier, archive, [crawled[1]]))
    after = state(data)
    assert after["articles"] == before["articles"]
    assert after["captures"] == before["captures"]


def test_anyones_warc_is_taken_in_once(tmp_path: Path, crawled: tuple[Path, Source]) -> None:
    warc = next((crawled[0] / "crawl" / "warc").iterdir())
    frontier, archive = open_frontier(tmp_path), open_archive(tmp_path)
    found = list(import_warc(frontier, archive, [crawled[1]], warc))
    assert len([item for item in found if isinstance(item, Article)]) == 5
    before = state(tmp_path)
    assert list(import_warc(frontier, archive, [crawled[1]], warc)) == []
    assert state(tmp_path) == before
    assert before["articles"] == state(crawled[0])["articles"]
    strange = open_frontier(tmp_path / "strange")
    found = list(import_warc(strange, open_archive(tmp_path / "strange"), [], warc))
    assert len([item for item in found if isinstance(item, Article)]) == 5  # no source declares the site


def test_what_an_archive_tells_of_former_times_does_not_pass_for_the_present(tmp_path: Path) -> None:
    pages = small_site(1)
    with serving(pages) as server:
        source = small_source(server)
        run(tmp_path / "old", source)
        pages[article_path(1)] = Page(article(1, text(1, "<p>Cập nhật: đã trao cờ thi đua cho khối.</p>")))
        run(tmp_path / "new", source)
    frontier = open_frontier(tmp_path / "new")
    mark_loaded(frontier, [item.article.article_id for item in found_articles(frontier)])
    warc = next((tmp_path / "old" / "crawl" / "warc").iterdir())
    list(import_warc(frontier, open_archive(tmp_path / "new"), [source], warc))
    waiting = [item.article.text for item in found_articles(frontier, waiting=True)]
    assert ["đã trao cờ" in one for one in waiting] == [False, True]


def test_a_forgotten_page_is_gone_for_good(tmp_path: Path) -> None:
    with serving(small_site(4)) as server:
        source = small_source(server)
        run(tmp_path, source)
        warc = next((tmp_path / "crawl" / "warc").iterdir())
        kept_elsewhere = tmp_path / "their.warc.gz"
        kept_elsewhere.write_bytes(warc.read_bytes())
        frontier, archive = open_frontier(tmp_path), open_archive(tmp_path)
        url = f"{server.base}{article_path(2)}"
        gone = forget(frontier, archive, f"{url}?utm_source=x", [source])
        assert gone is not None and len(gone) == 1
        assert forget(frontier, archive, f"{server.base}/unknown", [source]) is None
        list(import_warc(frontier, archive, [source], kept_elsewhere))
        list(reparse(frontier, archive, [source]))
        frontier.close()
        asked = server.paths().count(article_path(2))
        run(tmp_path, source, refresh=True)
        assert server.paths().count(article_path(2)) == asked
    frontier = open_frontier(tmp_path)
    assert {item.article.title for item in found_articles(frontier)} == {title(n) for n in (1, 3, 4)}
    assert frontier.forgotten() == []
    listed = list(warc.parent.iterdir())
    import gzip

    assert not any("bầu Sở Nội vụ".encode() in gzip.decompress(file.read_bytes()) for file in listed)
    assert url not in str(state(tmp_path))


@pytest.mark.parametrize("rewritten", [False, True])
def test_forgetting_that_was_cut_short_is_finished(
    tmp_path: Path, crawled: tuple[Path, Source], rewritten: bool
) -> None:
    data = copy_of(crawled[0], tmp_path)
    frontier, archive = open_frontier(data), open_archive(data)
    row = frontier.db.execute("SELECT page_id FROM pages WHERE kind = 'page' ORDER BY page_key").fetchone()
    frontier.forget(row["page_id"])
    if rewritten:  # and the process died before it could write down where the others lie now
        archive.remove([capture.place for capture in frontier.forgotten()])
    recover(frontier, archive, [crawled[1]])
    assert frontier.forgotten() == []
    assert len(frontier.captures()) == 5  # four articles and the list
    for capture in frontier.captures():
        assert capture.url == archive.read(capture.place).final_url


def test_the_state_of_sources(tmp_path: Path, crawled: tuple[Path, Source]) -> None:
    frontier = open_frontier(crawled[0])
    (only,) = source_states(frontier)
    assert (only.source, only.known, only.waiting, only.articles, only.problems) == (crawled[1].key, 6, 0, 5, 0)
    assert sum(only.outcomes.values()) == 6
    assert only.last_visit and only.last_visit > datetime.now(UTC).timestamp() - 3600
