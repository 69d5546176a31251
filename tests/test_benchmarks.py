"""The benchmarks' own parts: the table, its verdicts, and what is fed to the measured. No speed is asserted."""

from __future__ import annotations

import json
import subprocess
import time
import urllib.request
from pathlib import Path

import pytest

from tests.benchmarks.__main__ import TOPICS, main, write
from tests.benchmarks.crawling import addresses, serving
from tests.benchmarks.growth import measure, write_reports
from tests.benchmarks.growth import rows as growth_rows
from tests.benchmarks.html_pages import Answer, Page, sample_pages, score
from tests.benchmarks.measure import (
    PROJECT,
    Row,
    in_turn,
    machine,
    peak_megabytes,
    quotients,
    table,
    timed,
    watched,
)
from tests.benchmarks.reading import folders, off_topic
from tests.benchmarks.warehouse import made_up


@pytest.mark.parametrize(
    ("row", "line"),
    [
        (Row("pages", "fast", "20/s", "5/s", (4.0, 3.0, 5.0), least=2.5), "| pages | fast | 20/s | 5/s | 4 | 3 to 5 | ≥ 2.5 | yes |"),
        (Row("pages", "slow", "9/s", "5/s", (1.8,), least=2.5), "| pages | slow | 9/s | 5/s | 1.8 |  | ≥ 2.5 | no |"),
        (Row("growth", "again", "1", "99", (0.01,), most=0.02), "| growth | again | 1 | 99 | 0.01 |  | ≤ 0.02 | yes |"),
        (Row("growth", "more", "3", "99", (0.03, 0.03), most=0.02), "| growth | more | 3 | 99 | 0.03 | 0.03 to 0.03 | ≤ 0.02 | no |"),
        (Row("tables", "load", "7/s"), "| tables | load | 7/s |  |  |  |  |  |"),
    ],
)  # fmt: skip
def test_a_row_says_what_was_wanted_and_whether_it_is_met(row: Row, line: str) -> None:
    head, rule, found = table([row]).splitlines()
    assert found == line
    assert head.count("|") == rule.count("|") == line.count("|")


def test_works_are_done_in_turn() -> None:
    done: list[str] = []
    times = in_turn({"a": lambda: done.append("a"), "b": lambda: done.append("b")}, 3)
    assert done == ["a", "b"] * 3
    assert {name: len(runs) for name, runs in times.items()} == {"a": 3, "b": 3}
    assert quotients([4.0, 9.0], [2.0, 3.0]) == (2.0, 3.0)


def test_processor_time_is_not_time_on_the_clock() -> None:
    taken = timed(lambda: time.sleep(0.05))
    assert taken.wall >= 0.05 and taken.cpu < taken.wall


def test_the_page_is_written_whole_and_without_paths(tmp_path: Path) -> None:
    write([Row("pages", "fast", "20/s", "5/s", (4.0,))], 9.6, tmp_path / "benchmarks.md")
    page = (tmp_path / "benchmarks.md").read_text("utf-8")
    assert "| pages | fast |" in page and "10 minutes" in page and machine() in page
    assert not {"{", "}"} & set(page)
    assert str(PROJECT) not in page and str(Path.home()) not in page


def test_unknown_topics_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["pages", "weather"])
    assert ended.value.code == 2 and "weather" in capsys.readouterr().err


def test_every_topic_has_its_module() -> None:
    assert {f"{module}.py" for module in TOPICS.values()} <= {
        path.name for path in (PROJECT / "tests/benchmarks").iterdir()
    }


def test_scores_of_a_reader_that_finds_all_and_of_one_that_finds_nothing() -> None:
    pages = list(sample_pages())[:3]

    def all_of_it(page: Page) -> Answer:
        article = page.article
        text = " ".join(block.text for block in article.blocks if block.role in ("lead", "body", "caption"))
        return Answer(article.title, article.published and article.published.date(), text)

    best, worst = score(all_of_it, pages), score(lambda *_: Answer(None, None, ""), pages)
    assert (best.titles, best.days) == (1.0, 1.0) and best.f1 > 0.98
    assert (worst.titles, worst.f1) == (0.0, 0.0)


def test_the_test_part_of_the_corpus_is_not_read() -> None:
    assert folders() and not any("test" in folder.relative_to(PROJECT).parts for folder in folders())


def test_generated_inputs_are_the_same_every_time(tmp_path: Path) -> None:
    for name in ("a", "b"):
        write_reports(tmp_path / name, 20)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
    lines = [json.loads(line) for line in (tmp_path / "a").read_text("utf-8").splitlines()]
    assert len({line["url"] for line in lines}) == len(lines) == 20
    assert len({article.text for article in off_topic(5)}) == 5


@pytest.mark.parametrize(("facts", "least", "most"), [(None, 6.5, 8.5), (5.0, 4.9, 5.1), (0.5, 0.4, 0.6)])
def test_made_up_articles_hold_as_many_facts_as_asked(facts: float | None, least: float, most: float) -> None:
    pages = list(made_up(300, 1, facts))
    stated = [fact for page in pages for fact in page.record.facts()]
    assert len({page.page_key for page in pages}) == 300
    assert least <= len(stated) / 300 <= most
    assert 0 < sum(fact.confidence < 0.9 for fact in stated) <= len(stated) / 100 + 1
    assert pages == list(made_up(300, 1, facts))


def test_the_server_of_the_crawl_answers_and_ends() -> None:
    with serving(3, 0.0) as ports:
        assert len(set(ports)) == 16
        for address in addresses(ports[:1], 3):
            with urllib.request.urlopen(address, timeout=10) as answer:
                tag = answer.headers["ETag"]
            request = urllib.request.Request(address, headers={"If-None-Match": tag})
            with pytest.raises(urllib.error.HTTPError, match="304"):
                urllib.request.urlopen(request, timeout=10)


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="elsewhere a child's peak is told for all together")
def test_a_peak_is_of_the_watched_process_and_those_below_it_alone() -> None:
    held = bytearray(b"x") * 150_000_000  # what this process held is none of theirs
    del held
    hold = "import time; held = b'x' * 60_000_000; time.sleep(0.5)"
    below = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {hold!r}]); print('done')"
    output, peak, taken = watched(["-c", below])
    assert output == "done\n" and taken.wall >= 0.5
    assert 60 < peak < 140
    assert peak_megabytes() > 150
    with pytest.raises(subprocess.CalledProcessError, match="status 3"):
        watched(["-c", "raise SystemExit(3)"])


def test_growth_is_measured_to_the_end() -> None:
    rows = list(growth_rows(measure(30, 1), 1))
    assert [len(row.ratios) for row in rows] == [0, 0, 1, 1]
    assert all(ratio > 0 for row in rows for ratio in row.ratios)
