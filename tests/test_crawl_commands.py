"""The commands that crawl: their effects, their output and exit codes, in this process and as real ones."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from pipeline.commands.errors import CommandError
from scrapers import commands, source_commands
from scrapers.archive import read_warc
from scrapers.crawl import locked, open_frontier
from scrapers.history import ArchiveService, take_history
from scrapers.source import Source, load_sources, save_source
from scrapers.versions import found_articles
from tests import hostile
from tests.crawling import QUICK, run, state
from tests.hostile import Page, Request, Server, robots, serving
from tests.small_site import SECTION, article, article_path, small_site, small_source, text, title

PROJECT = Path(__file__).resolve().parent.parent


def declare(data: Path, server: Server, **fields: Any) -> Source:
    source = small_source(server, **{"state": "verified", **fields})
    save_source(source, data)
    return source


def printed(capfdbinary: pytest.CaptureFixture[bytes]) -> Any:
    return json.loads(capfdbinary.readouterr().out)


def known(data: Path, key: str) -> Source:
    return load_sources(data)[key]


# thidua crawl


def test_crawl_takes_the_verified_sources_and_prints_counts(tmp_path: Path, capfdbinary: Any) -> None:
    with serving(small_site(3)) as server, serving(small_site(2)) as unverified:
        source = declare(tmp_path, server)
        for packaged in load_sources().values():
            if packaged.state == "verified":
                save_source(replace(packaged, state="unverified"), tmp_path)
        declare(tmp_path, unverified, state="unverified")
        assert commands.crawl_sources(tmp_path, as_json=True) == 0
        counts = printed(capfdbinary)
        assert list(counts) == [source.key]
        assert (counts[source.key]["new"], counts[source.key]["asked"]) == (3, 4)
        assert unverified.log == []


def test_what_cannot_be_crawled_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("THIDUA_CONTACT", raising=False)
    with pytest.raises(CommandError, match="no source is called nowhere"):
        commands.crawl_sources(tmp_path, ["nowhere"])
    with pytest.raises(CommandError, match=r"did you mean baogialai\.com\.vn\?"):
        commands.crawl_sources(tmp_path, ["baogialai.com"])
    with pytest.raises(CommandError, match="THIDUA_CONTACT"):
        commands.crawl_sources(tmp_path, ["baogialai.com.vn"])
    with pytest.raises(CommandError, match="no contact"):
        commands.crawl_sources(tmp_path, ["baogialai.com.vn"], contact="me")
    with serving() as server, locked(tmp_path):
        source = declare(tmp_path, server)
        with pytest.raises(CommandError, match="another crawl"):
            commands.crawl_sources(tmp_path, [source.key])
    (tmp_path / "sources.toml").write_text("[sources.x]\nname = 1\nbase = 2\n")
    with pytest.raises(CommandError, match="unknown field base"):
        commands.crawl_sources(tmp_path)


def test_reparse_and_import_say_what_they_did(tmp_path: Path, capfdbinary: Any) -> None:
    with serving(small_site(3)) as server:
        source = declare(tmp_path, server)
        commands.crawl_sources(tmp_path, [source.key])
    capfdbinary.readouterr()
    assert commands.reparse(tmp_path, as_json=True) == 0
    assert printed(capfdbinary) == {"articles": 0, "problems": 0, "gone": 0}
    other = tmp_path / "other"
    declare(other, server)
    warc = next((tmp_path / "crawl" / "warc").iterdir())
    assert commands.import_files(other, [warc], as_json=True) == 0
    assert printed(capfdbinary)["articles"] == 3
    assert state(other)["articles"] == state(tmp_path)["articles"]
    (tmp_path / "a.warc").write_text("no WARC")
    assert commands.import_files(other, [tmp_path / "a.warc"]) == 0
    assert commands.import_files(other, [tmp_path / "a.warc"], strict=True) == 1


def test_status(tmp_path: Path, capfdbinary: Any) -> None:
    with locked(tmp_path):
        pass  # a crawl that was refused: there is a folder, and nothing in it
    with pytest.raises(CommandError, match="nothing was crawled"):
        commands.status(tmp_path)
    with serving({**small_site(2), article_path(1): Page("", 500)}) as server:
        source = declare(tmp_path, server)
        run(tmp_path, source)
    assert commands.status(tmp_path, problems=True, as_json=True) == 0
    found = printed(capfdbinary)
    assert found["sources"][0]["source"] == source.key
    assert found["sources"][0]["outcomes"] == {"article": 1, "list": 1, "server-error": 1}
    assert [one["code"] for one in found["problems"]] == ["server-error"]
    assert commands.status(tmp_path, problems=True) == 0
    assert b"server-error" in capfdbinary.readouterr().out


# thidua run


def test_a_run_ends_in_the_tables_and_the_next_changes_nothing(tmp_path: Path, capfdbinary: Any) -> None:
    import duckdb

    pages = small_site(3)
    pages[article_path(3)] = Page("", 500)
    with serving(pages) as server:
        source = declare(tmp_path, server)
        assert commands.run(tmp_path, [source.key], as_json=True) == 0
        first = printed(capfdbinary)
        assert first["sources"][source.key]["new"] == 2
        assert first["loaded"]["pages_new"] == 2
        assert first["snapshot"]
        assert commands.run(tmp_path, [source.key], as_json=True) == 0
        second = printed(capfdbinary)
        assert second["snapshot"] is None
        assert second["loaded"]["pages_new"] == second["loaded"]["pages_changed"] == 0
        pages[article_path(1)] = Page(article(1, text(1, "<p>Tin thêm về hội nghị tổng kết năm.</p>")))
        frontier = open_frontier(tmp_path)
        frontier.db.execute("UPDATE pages SET due = 0")
        frontier.close()
        assert commands.run(tmp_path, [source.key], as_json=True) == 0
        third = printed(capfdbinary)
        assert (third["loaded"]["pages_new"], third["loaded"]["pages_changed"]) == (0, 1)
    with duckdb.connect(str(tmp_path / "thidua.duckdb"), read_only=True) as con:
        rows = con.execute(
            "SELECT page_key, source, title, superseded_by IS NULL FROM articles ORDER BY 1, 4"
        ).fetchall()
        problems = con.execute("SELECT code, location FROM problems WHERE code = 'server-error'").fetchall()
    keys = [f"https://127.0.0.1:{server.port}{article_path(n)}" for n in (1, 1, 2)]
    assert rows == [
        (keys[0], source.key, title(1), False),
        (keys[1], source.key, title(1), True),
        (keys[2], source.key, title(2), True),
    ]
    assert problems == [("server-error", f"https://127.0.0.1:{server.port}{article_path(3)}")]


def test_a_run_where_nothing_answers_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(commands, "Options", partial(commands.Options, limits=QUICK))  # shorter pauses
    with serving() as server:
        source = declare(tmp_path, server)
    assert commands.run(tmp_path, [source.key]) == 3
    with serving(small_site(1)) as server, pytest.raises(CommandError, match="another run"), locked(tmp_path, "run"):
        commands.run(tmp_path, [declare(tmp_path, server).key])


RUN = "import sys; from pathlib import Path; from scrapers import commands; sys.exit(commands.{0}(Path(sys.argv[1]), sys.argv[2:]))"


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_a_run_in_good_order(tmp_path: Path, number: signal.Signals) -> None:
    with serving(small_site(30, delay=0.02)) as server:
        source = declare(tmp_path, server)
        command = [sys.executable, "-c", RUN.format("run"), str(tmp_path), source.key]
        process = subprocess.Popen(command, cwd=PROJECT, stderr=subprocess.PIPE)
        while len(server.log) < 10:
            time.sleep(0.01)
        process.send_signal(number)
        _, said = process.communicate(timeout=60)
        assert process.returncode == 130
        assert b"stopped" in said
        before = len(state(tmp_path)["articles"])
        assert 0 < before < 30
        assert commands.run(tmp_path, [source.key]) == 0
    assert len(state(tmp_path)["articles"]) == 30
    assert (tmp_path / "thidua.duckdb").exists()


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks for processes in /proc")
def test_readers_in_processes_that_are_killed_are_replaced_and_none_outlives_the_crawl(tmp_path: Path) -> None:
    script = (
        "import asyncio, sys\nfrom pathlib import Path\nfrom scrapers.crawl import Options, crawl\n"
        "from tests.hostile import Server\nfrom tests.small_site import small_source\n"
        "async def main():\n"
        "    source = small_source(Server({}, port=int(sys.argv[2])))\n"
        "    async for item in crawl(Path(sys.argv[1]), [source], Options('a@b.vn', processes=1)): pass\n"
        "if __name__ == '__main__': asyncio.run(main())\n"
    )
    (tmp_path / "crawl_it.py").write_text(script)
    with serving(small_site(30, delay=0.05)) as server:
        command = [sys.executable, str(tmp_path / "crawl_it.py"), str(tmp_path / "data"), str(server.port)]
        process = subprocess.Popen(command, env={**os.environ, "PYTHONPATH": str(PROJECT)})
        while len(server.log) < 8:
            time.sleep(0.01)
        readers = children(process.pid)
        assert readers
        for reader in readers:
            os.kill(reader, signal.SIGKILL)
        while len(server.log) < 20:
            time.sleep(0.01)
        again = children(process.pid)
        assert set(again) - set(readers)
        process.kill()
        process.wait()
        deadline = time.monotonic() + 10
        while any(Path(f"/proc/{pid}").exists() for pid in again) and time.monotonic() < deadline:
            time.sleep(0.1)
        assert not any(Path(f"/proc/{pid}").exists() for pid in again)
        run(tmp_path / "data", small_source(server))
    assert len(state(tmp_path / "data")["articles"]) == 30


def children(pid: int) -> list[int]:
    """The processes that a process has started, but for the one that tracks its shared resources."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
            if parent == pid and b"resource_tracker" not in (entry / "cmdline").read_bytes():
                found.append(int(entry.name))
        except OSError:
            continue
    return found


def test_a_terminal_shows_a_bar_for_each_source(tmp_path: Path) -> None:
    import pty

    with serving(small_site(25, delay=0.05)) as server:
        source = declare(tmp_path, server, key="cong-thu")
        command = [sys.executable, "-c", RUN.format("crawl_sources"), str(tmp_path), source.key]
        controller, terminal = pty.openpty()
        environment = {**os.environ, "TERM": "xterm", "COLUMNS": "100"}
        process = subprocess.Popen(command, cwd=PROJECT, stderr=terminal, env=environment)
        os.close(terminal)
        shown = b""
        while True:
            try:
                piece = os.read(controller, 4096)
            except OSError:  # the terminal is closed
                break
            if not piece:
                break
            shown += piece
        assert process.wait(60) == 0
    assert b"cong-thu" in shown
    plain = re.sub(rb"\x1b\[[\d;?]*[A-Za-z]", b"", shown)
    assert re.search(
        rb"cong-thu\s+\S+\s+\d+/\d+\s+\S+/s \d+ new \d:\d\d:\d\d", plain
    )  # so many of so many, rate, time left
    assert b"25 new article(s)" in shown


# thidua sources


def test_listing_sources(tmp_path: Path, capfdbinary: Any) -> None:
    assert source_commands.list_sources(tmp_path, as_json=True) == 0
    listed = printed(capfdbinary)
    assert len(listed) == 160
    assert {one["state"] for one in listed} == {"verified", "unverified", "frozen", "gone"}
    assert source_commands.list_sources(tmp_path, state="verified") == 0
    assert b"baogialai.com.vn" in capfdbinary.readouterr().out


def test_checking_sources_writes_their_states(tmp_path: Path, capfdbinary: Any) -> None:
    undated = {p: Page(article(n).replace("2024", "xx")) for n in range(1, 4) for p in [article_path(n)]}
    with (
        serving(small_site(3)) as good,
        serving({**small_site(3), **undated}) as changed,
        serving({SECTION: Page("<p>Đang cập nhật"), "/robots.txt": robots("")}) as empty,
        serving({"*": Page(hostile.D1N)}) as walled,
        serving({"/robots.txt": robots("")}) as gone,
    ):
        keys = {}
        for name, server in {"good": good, "changed": changed, "empty": empty, "walled": walled, "gone": gone}.items():
            keys[name] = declare(tmp_path, server, key=name).key
        day = date(2024, 6, 1)
        assert source_commands.check_sources(tmp_path, list(keys.values()), today=day) == 3  # 1 of 5 verified ones
        said = capfdbinary.readouterr()
        out = said.out.decode()
        assert out.splitlines()[-1] == "1/5"
        assert b"thidua: empty is unverified now, verified before; `thidua run` visits it only by name" in said.err
        assert b"good is" not in said.err
        assert {name: known(tmp_path, name).state for name in keys} == {
            "good": "verified", "changed": "unverified", "empty": "unverified", "walled": "unverified", "gone": "unverified",
        }  # fmt: skip
        results = {line.split()[0]: line.split()[1].rstrip(":") for line in out.splitlines()[:-1]}
        assert results == {
            "good": "passed",
            "changed": "failed",
            "empty": "empty",
            "walled": "challenged",
            "gone": "gone",
        }
        assert "failed (published)" in out
        assert known(tmp_path, "good").last_checked == day
        later = date(2026, 6, 1)
        assert source_commands.check_sources(tmp_path, list(keys.values()), today=later, as_json=True) == 0
        assert known(tmp_path, "good").state == "frozen"  # nothing new for two years
        assert b"good is frozen now, verified before: nothing in it is newer than 2024-" in capfdbinary.readouterr().err
        assert known(tmp_path, "gone").state == "gone"


def test_adding_a_source_recognises_its_family(tmp_path: Path, capfdbinary: Any) -> None:
    with serving(small_site(3)) as server:
        url = f"{server.base}{article_path(1)}"
        assert source_commands.add_source(tmp_path, url, local=True, province="Gia Lai") == 0
        added = known(tmp_path, f"127.0.0.1:{server.port}")
        assert (added.platform, added.name, added.example) == ("nukeviet", "Cổng thông tin", url)
        assert (added.kind, added.local, added.state, added.province) == ("sample", True, "unverified", "Gia Lai")
        with pytest.raises(CommandError, match="is declared"):
            source_commands.add_source(tmp_path, url, local=True)
        listing = tmp_path / "listing"
        assert source_commands.add_source(listing, f"{server.base}{SECTION}", local=True) == 0
        key = f"127.0.0.1:{server.port}"
        assert known(listing, key).listings == (f"{server.base}{SECTION}",)
        assert source_commands.check_sources(listing, [key], today=date(2024, 6, 1)) == 0
        assert known(listing, key).state == "verified"
        assert commands.crawl_sources(listing, [key]) == 0
        assert len(state(listing)["articles"]) == 3
    with serving() as nothing, pytest.raises(CommandError, match="gone"):
        source_commands.add_source(tmp_path, f"{nothing.base}/x", local=True)
    with pytest.raises(CommandError, match="no http"):
        source_commands.add_source(tmp_path, "ftp://a.vn", contact="a@b.vn")


def test_forgetting_a_page(tmp_path: Path) -> None:
    with serving(small_site(3)) as server:
        source = declare(tmp_path, server)
        commands.crawl_sources(tmp_path, [source.key])
        assert source_commands.forget_page(tmp_path, f"{server.base}{article_path(2)}") == 0
        with pytest.raises(CommandError, match="no page"):
            source_commands.forget_page(tmp_path, f"{server.base}/khong-co")
        frontier = open_frontier(tmp_path)
        frontier.db.execute("UPDATE pages SET due = 0 WHERE due IS NOT NULL")
        commands.crawl_sources(tmp_path, [source.key])
        assert {found.article.title for found in found_articles(frontier)} == {title(1), title(3)}
        frontier.close()


def test_forgetting_reaches_the_tables(tmp_path: Path) -> None:
    import duckdb

    with serving(small_site(2)) as server:
        source = declare(tmp_path, server)
        assert commands.run(tmp_path, [source.key]) == 0
        url = f"{server.base}{article_path(2)}"
    assert source_commands.forget_page(tmp_path, url) == 0
    assert source_commands.forget_page(tmp_path, url) == 0  # once more does no harm
    with duckdb.connect(str(tmp_path / "build.duckdb"), read_only=True) as con:
        assert con.execute("SELECT title FROM articles").fetchall() == [(title(1),)]
        known = {row[0] for row in con.execute("SELECT article_id FROM articles").fetchall()}
        for table in ("leaderships", "meetings", "bloc_mentions", "evidence"):
            assert {row[0] for row in con.execute(f"SELECT article_id FROM {table}").fetchall()} == known


# thidua history, against a stand-in for the two kinds of archive


class Stand:
    """A web archive on loopback that holds an old state of a site."""

    def __init__(self, site: str, articles: dict[str, str]) -> None:
        self.site = site
        self.articles = articles
        self.asked: list[str] = []

    def wayback(self, request: Request) -> Page:
        self.asked.append(request.path)
        if request.path.startswith("/cdx"):
            rows = [["urlkey", "timestamp", "original", "statuscode"]]
            rows += [["x", "20250304050607", f"{self.site}{path}", "200"] for path in self.articles]
            rows += [["x", "20250304050607", "http://elsewhere.vn/", "200"], ["x", "no date", self.site, "200"]]
            return Page(json.dumps(rows), content_type="application/json")
        path = request.path.partition(f"id_/{self.site}")[2]
        if path not in self.articles:
            return Page("", 404)
        old = (("x-archive-orig-server", "IIS"), ("Memento-Datetime", "x"))
        return Page(self.articles[path], headers=old, etag=None)


def test_old_pages_from_a_wayback_like_archive(tmp_path: Path) -> None:
    import asyncio

    from scrapers.http import Fetcher
    from scrapers.replay import recover

    source = Source(key="cu.vn", name="Cũ", base_url="http://cu.vn", platform="nukeviet", state="gone")
    stand = Stand(
        "http://cu.vn", {article_path(n): article(n) for n in range(1, 5)} | {"/gioi-thieu": "<p>Về chúng tôi"}
    )

    async def take(server: Server, data: Path, **options: Any) -> list[Any]:
        service = ArchiveService("wayback", f"{server.base}/cdx", f"{server.base}/web/", rate=100.0, local=True)
        frontier, archive = open_frontier(data), commands.open_archive(data)
        recover(frontier, archive, [source])
        try:
            async with Fetcher("a@b.vn", QUICK) as fetcher:
                return [
                    item
                    async for item in take_history(fetcher, service, source, frontier, archive, [source], **options)
                ]
        finally:
            archive.close()
            frontier.close()

    with serving({"*": stand.wayback, "/robots.txt": robots("")}) as server:
        found = asyncio.run(take(server, tmp_path, since=date(2018, 1, 1), topic=True))
        assert [item.code for item in found if hasattr(item, "code")] == ["index-not-read"]
        articles = [item for item in found if not hasattr(item, "code")]
        assert {item.title for item in articles} == {title(n) for n in range(1, 5)}
        assert "from=20180101" in stand.asked[0]
        assert "cu.vn%2F%2A" in stand.asked[0]
        assert not any("gioi-thieu" in path for path in stand.asked[1:])
        asked = len(stand.asked)
        asyncio.run(take(server, tmp_path))
        assert len(stand.asked) == asked + 2  # the index, and the one page that was off the topic
    with open_frontier(tmp_path).db as db:
        times = {row[0][:19] for row in db.execute("SELECT fetched_at FROM captures")}
    assert times == {"2025-03-04T05:06:07"}


def test_old_pages_from_a_common_crawl_like_archive(tmp_path: Path) -> None:
    import asyncio

    from scrapers.http import Fetcher

    theirs = tmp_path / "theirs"
    with serving(small_site(3)) as server:
        source = small_source(server)
        run(theirs, source)
    warc = next((theirs / "crawl" / "warc").iterdir())
    content = warc.read_bytes()
    places = [item.place for item in read_warc(warc) if hasattr(item, "place")]
    urls = [item.response.final_url for item in read_warc(warc) if hasattr(item, "response")]
    spans: list[str] = []

    def answer(request: Request) -> Page:
        if request.path == "/collinfo.json":
            crawls = [
                {"id": f"CC-MAIN-{name}", "cdx-api": f"http://{request.headers['host']}/{name}"}
                for name in ("2026-40", "2025-10", "2008")
            ]
            return Page(json.dumps(crawls), content_type="application/json")
        if request.path.startswith("/2025-10"):
            lines = [
                json.dumps({"url": url, "timestamp": "20250304050607", "filename": "x/a.warc.gz", "offset": str(place.offset),
                            "length": str(place.length), "status": "200"})
                for url, place in zip(urls, places, strict=True)
            ]  # fmt: skip
            return Page("\n".join([*lines, "not json"]))
        if request.path == "/x/a.warc.gz":
            first, last = (int(n) for n in request.headers["range"].removeprefix("bytes=").split("-"))
            spans.append(request.headers["range"])
            return Page(content[first : last + 1], 206, "application/octet-stream", etag=None)
        return Page("", 404)

    async def take(server: Server) -> list[Any]:
        service = ArchiveService(
            "commoncrawl", f"{server.base}/collinfo.json", f"{server.base}/", rate=100.0, local=True
        )
        frontier, archive = open_frontier(tmp_path), commands.open_archive(tmp_path)
        async with Fetcher("a@b.vn", QUICK) as fetcher:
            options = {"since": date(2025, 1, 1), "until": date(2025, 12, 31)}
            return [
                item async for item in take_history(fetcher, service, source, frontier, archive, [source], **options)
            ]

    with serving({"*": answer, "/robots.txt": robots("")}) as server:
        found = asyncio.run(take(server))
        assert not any(path.startswith("/2026") for path in server.paths())  # another year's index
    assert len(spans) == len(places)
    assert {item.title for item in found if not hasattr(item, "code")} == {title(n) for n in (1, 2, 3)}


def test_history_wants_a_known_archive_and_source(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="known are wayback"):
        commands.history(tmp_path, "baogialai.com.vn", service="x", contact="a@b.vn")
    with pytest.raises(CommandError, match="no source"):
        commands.history(tmp_path, "x", contact="a@b.vn")
