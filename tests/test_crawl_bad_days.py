"""The crawl on bad days: hostile pages, endless lists, odd addresses and encodings."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from scrapers.crawl import open_frontier
from scrapers.versions import (
    found_articles,
    known_problems,
)
from tests import hostile
from tests.crawling import articles, outcomes, problems, run, state
from tests.hostile import Answer, Page, in_turn, redirect, robots, serving
from tests.small_site import SECTION, article, article_path, listing, small_site, small_source, title

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
