"""The crawl's archive: read again, made anew, taken in from others, and forgotten."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from pipeline.article import Article
from scrapers.crawl import open_archive, open_frontier
from scrapers.replay import forget, import_warc, recover, reparse
from scrapers.source import Source
from scrapers.versions import (
    found_articles,
    mark_loaded,
    source_states,
)
from tests.crawling import run, state
from tests.hostile import Page, serving
from tests.small_site import article, article_path, small_site, small_source, text, title

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
