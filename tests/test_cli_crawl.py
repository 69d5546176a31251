"""The commands that crawl, as their users meet them: real processes against the sample sites, over HTTP on loopback."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import duckdb
import pytest
from running import PROJECT, thidua

from pipeline.article import Article
from pipeline.commands.errors import ExitCode
from pipeline.commands.reading import read_paths
from pipeline.evaluate import Scores, read_gold, score
from pipeline.reader import extract_many
from pipeline.record import Problem
from scrapers.crawl import open_frontier
from scrapers.samples import Served, serve
from scrapers.source import save_source, save_sources
from scrapers.versions import found_articles
from tests.hostile import serving
from tests.small_site import SECTION, small_site, small_source


@dataclass
class Crawled:
    """The sample sites after one run of the command, while they are still served."""

    served: Served
    data: Path
    summary: dict[str, Any]

    @property
    def keys(self) -> list[str]:
        return [source.key for source in self.served.sources]


def last_json(done: subprocess.CompletedProcess[bytes], code: ExitCode = ExitCode.OK) -> Any:
    assert done.returncode == code, done.stderr.decode()
    return json.loads(done.stdout)


def tables(data: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Everything in the build file but the runs: it has a row for each of them."""
    with duckdb.connect(str(data / "build.duckdb"), read_only=True) as con:
        names = [name for (name,) in con.execute("SELECT table_name FROM duckdb_tables()").fetchall()]
        return {name: sorted(con.execute(f"FROM {name}").fetchall(), key=repr) for name in names if name != "runs"}


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Crawled]:
    data = tmp_path_factory.mktemp("crawled") / "data"
    with serve() as served:
        save_sources(served.sources, data)
        keys = [source.key for source in served.sources]
        yield Crawled(served, data, last_json(thidua("run", *keys, "--data", data, "--json", cwd=data.parent)))


def test_every_article_of_every_site_is_in_the_tables_with_its_title_and_day(crawled: Crawled) -> None:
    sites = crawled.served.sites
    printed = sorted(
        (key, a.title, a.published and a.published.date()) for key, site in sites.items() for a in site.articles
    )
    with duckdb.connect(str(crawled.data / "thidua.duckdb"), read_only=True) as con:
        found = con.execute("SELECT source, title, published FROM articles WHERE superseded_by IS NULL").fetchall()
    assert sorted(found, key=repr) == sorted(printed, key=repr)
    reports = {a.key for site in sites.values() for a in site.articles if not a.key.startswith("noise")}
    assert reports == {path.stem for path in (PROJECT / "corpora" / "reports").glob("*.txt")}
    assert crawled.summary["loaded"]["pages_new"] == len(printed)
    assert crawled.summary["silent"] == []


def test_reports_read_from_html_score_as_those_from_text_files(crawled: Crawled, reports: Path) -> None:
    gold = read_gold(reports, "")
    from_text = score(gold, {r["article_id"]: r for r in text_records(reports)})
    from_html = score(gold, {r["article_id"]: r for r in html_records(crawled)})
    figures = {name: (value.all.f1, rates(value)) for name, value in (("text", from_text), ("html", from_html))}
    assert from_html.reports == from_text.reports == len(gold)
    assert from_html.all.f1 == pytest.approx(from_text.all.f1, abs=0.01), figures


def rates(scores: Scores) -> dict[str, float]:
    return {kind: round(counts.f1, 3) for kind, counts in scores.kinds.items()}


def text_records(reports: Path) -> Iterator[dict[str, Any]]:
    for item in read_paths([str(reports)]):
        assert not isinstance(item, Problem)
        yield item.record.to_dict()


def html_records(crawled: Crawled) -> Iterator[dict[str, Any]]:
    """The records of the crawled pages, under the names of the reports that stand on them."""
    names = {(key, a.title): a.key for key, site in crawled.served.sites.items() for a in site.articles}
    frontier = open_frontier(crawled.data)
    try:
        articles: list[Article] = [
            replace(found.article, article_id=names[found.article.source or "", found.article.title or ""])
            for found in found_articles(frontier)
        ]
    finally:
        frontier.close()
    for record in extract_many(articles):
        yield record.to_dict()


def test_a_second_run_asks_with_validators_only_and_writes_no_row(crawled: Crawled) -> None:
    before = tables(crawled.data)
    done = thidua("crawl", *crawled.keys, "--refresh", "--data", crawled.data, "--json", cwd=crawled.data)
    counts = last_json(done)
    pages = sum(len(site.articles) for site in crawled.served.sites.values())
    first = crawled.summary["sources"]
    for key, tally in counts.items():  # what was not there has nothing to be validated by, and is not there again
        assert tally["outcomes"].get("gone", 0) <= first[key]["outcomes"].get("gone", 0)
        assert set(tally["outcomes"]) <= {"not-modified", "gone"}
    assert sum(tally["outcomes"]["not-modified"] for tally in counts.values()) > pages  # all articles, and the lists
    again = last_json(thidua("run", *crawled.keys, "--data", crawled.data, "--json", cwd=crawled.data))
    assert {outcome for tally in again["sources"].values() for outcome in tally["outcomes"]} == {"not-modified"}
    loaded = again["loaded"]
    assert [loaded[name] for name in ("pages_new", "pages_changed", "facts", "problems", "copies")] == [0] * 5
    assert again["snapshot"] is None
    after = tables(crawled.data)
    for state in (before, after):
        state.pop("sources")  # says when each site was asked last
    assert after == before


def test_status_and_lists_show_what_was_crawled(crawled: Crawled) -> None:
    states = last_json(thidua("status", "--json", cwd=crawled.data, THIDUA_DATA=str(crawled.data)))["sources"]
    articles = {key: len(site.articles) for key, site in crawled.served.sites.items()}
    assert {one["source"]: one["articles"] for one in states} == articles
    shown = thidua("sources", "list", "--state", "verified", "--data", crawled.data, cwd=crawled.data).stdout.decode()
    assert set(crawled.keys) <= {line.split()[0] for line in shown.splitlines()}


def test_reparse_and_import_of_the_archive_give_the_same_articles(crawled: Crawled, tmp_path: Path) -> None:
    counts = last_json(thidua("crawl", "--reparse", "--data", crawled.data, "--json", cwd=tmp_path))
    assert counts == {"articles": 0, "problems": 1, "gone": 0}  # one report stands in NFD
    save_sources(crawled.served.sources, tmp_path)
    warcs = sorted((crawled.data / "crawl" / "warc").glob("*.warc.gz"))
    counts = last_json(thidua("import", *warcs, "--data", tmp_path, "--json", cwd=tmp_path))
    assert counts["articles"] == sum(len(site.articles) for site in crawled.served.sites.values())


def test_checking_the_sample_sites(crawled: Crawled, tmp_path: Path) -> None:
    save_sources(crawled.served.sources, tmp_path)
    done = thidua("sources", "check", *crawled.keys, "--data", tmp_path, cwd=tmp_path)
    assert done.returncode == ExitCode.OK, done.stderr.decode()
    *lines, last = done.stdout.decode().splitlines()
    results = {line.split()[0]: line.split()[1].rstrip(":") for line in lines}
    assert last == f"{list(results.values()).count('passed')}/{len(crawled.keys)}"
    assert set(results.values()) == {"passed"}, done.stdout.decode()


def test_add_crawl_and_forget(tmp_path: Path) -> None:
    with serving(small_site(3)) as server:
        url = f"{server.base}{SECTION}"
        assert thidua("sources", "add", url, "--local", "--data", ".", cwd=tmp_path).returncode == ExitCode.OK
        key = f"127.0.0.1:{server.port}"
        run = last_json(thidua("run", key, "--data", ".", "--json", cwd=tmp_path))
        assert run["loaded"]["pages_new"] == run["sources"][key]["new"] > 0
        with duckdb.connect(str(tmp_path / "build.duckdb"), read_only=True) as con:
            [(known,)] = con.execute("SELECT min(url) FROM articles").fetchall()
        assert thidua("sources", "forget", known, "--data", ".", cwd=tmp_path).returncode == ExitCode.OK
        with duckdb.connect(str(tmp_path / "build.duckdb"), read_only=True) as con:
            assert con.execute("SELECT * FROM articles WHERE url = ?", [known]).fetchall() == []
        unknown = thidua("sources", "forget", f"{server.base}/khong", "--data", ".", cwd=tmp_path)
        assert (unknown.returncode, b"no page is known" in unknown.stderr) == (ExitCode.FAILED, True)


def test_a_source_that_gives_nothing_counts_with_strict(tmp_path: Path) -> None:
    with serving(small_site(2)) as good, serving({}) as silent:
        for server in (good, silent):
            save_source(small_source(server, state="verified"), tmp_path)
        keys = [small_source(server).key for server in (good, silent)]
        for strict, code in (([], ExitCode.OK), (["--strict"], ExitCode.PROBLEMS)):
            done = thidua("crawl", *keys, *strict, "--data", ".", cwd=tmp_path)
            assert done.returncode == code, done.stderr.decode()
        assert keys[1].encode() in done.stderr
        assert thidua("crawl", keys[1], "--data", ".", cwd=tmp_path).returncode == ExitCode.FAILED


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["crawl", "nowhere.vn"], ExitCode.FAILED, "sources list"),
        (["crawl", "baogialai.com.vn"], ExitCode.FAILED, "THIDUA_CONTACT"),
        (["run", "baogialai.com.vn"], ExitCode.FAILED, "THIDUA_CONTACT"),
        (["history", "baogialai.com.vn"], ExitCode.FAILED, "THIDUA_CONTACT"),
        (["crawl", "--since", "last week"], ExitCode.USAGE, "--since"),
        (["crawl", "--limit", "0"], ExitCode.USAGE, "--limit"),
        (["crawl", "--reparse", "--topic"], ExitCode.USAGE, "--reparse"),
        (["history", "baogialai.com.vn", "--service", "nobody"], ExitCode.USAGE, "--service"),
        (["sources", "list", "--state", "asleep"], ExitCode.USAGE, "--state"),
        (["sources", "add", "http://127.0.0.1:1/", "--kind", "blog"], ExitCode.USAGE, "--kind"),
        (["sources", "add", "http://127.0.0.1:1/", "--province", "Kon Tun"], ExitCode.USAGE, "did you mean Kon Tum"),
        (["sources", "forget", "http://127.0.0.1:1/", "--data", "none"], ExitCode.FAILED, "there is no folder none"),
        (["import", "missing.warc"], ExitCode.USAGE, "missing.warc"),
        (["status"], ExitCode.FAILED, "thidua crawl"),
    ],
)
def test_what_cannot_be_done_says_what_to_do(
    tmp_path: Path, arguments: Sequence[str], code: ExitCode, message: str
) -> None:
    done = thidua(*arguments, cwd=tmp_path, THIDUA_CONTACT="")
    assert (done.returncode, message in done.stderr.decode()) == (code, True), done.stderr.decode()


def test_a_stopped_crawl_says_so_and_the_next_goes_on(tmp_path: Path) -> None:
    with serving(small_site(30, delay=0.02)) as server:
        source = small_source(server, state="verified")
        save_source(source, tmp_path)
        command = [sys.executable, "-m", "pipeline.cli", "crawl", source.key, "--data", str(tmp_path)]
        process = subprocess.Popen(command, cwd=PROJECT, stderr=subprocess.PIPE)
        deadline = time.monotonic() + 60
        while len(server.log) < 10 and time.monotonic() < deadline:
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=60)
        assert (process.returncode, b"stopped" in said) == (ExitCode.INTERRUPTED, True)
        assert thidua("crawl", source.key, "--data", ".", cwd=tmp_path).returncode == ExitCode.OK
    frontier = open_frontier(tmp_path)
    assert len(list(found_articles(frontier))) == 30
    frontier.close()


def test_the_demo_asks_little_the_second_time_and_refuses_other_tables(tmp_path: Path) -> None:
    first, second = (thidua("demo", cwd=tmp_path) for _ in range(2))
    assert first.returncode == second.returncode == ExitCode.OK, second.stderr.decode()
    shown = [done.stdout.decode().splitlines() for done in (first, second)]
    hang_on_ports = (
        "Crawled",
        "  one report",
    )  # the article's id is another where another demo has taken the ports meanwhile
    first_told, second_told = ([line for line in told if not line.startswith(hang_on_ports)] for told in shown)
    assert first_told == second_told
    assert not (tmp_path / "demo-data" / "sources.toml").exists()
    other = tmp_path / "mine"
    assert thidua("load", PROJECT / "corpora" / "reports" / "da-001.txt", "--data", other, cwd=tmp_path).returncode == 0
    refused = thidua("demo", "--data", other, cwd=tmp_path)
    assert (refused.returncode, b"another folder" in refused.stderr) == (ExitCode.FAILED, True)
    assert not (other / "crawl").exists()
