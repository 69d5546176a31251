"""Loading what is known already: it is not read again, and everything that could have changed makes it be."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest
from running import REPORT
from sample_pages import RUN, page

import pipeline.commands.reading as reading
from pipeline import inputs
from pipeline.commands.load import load_paths
from pipeline.ids import page_id
from pipeline.warehouse.forget import forget_page
from pipeline.warehouse.load import load
from pipeline.warehouse.unchanged import read_inputs


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "reports"
    made.mkdir()
    (made / "a.txt").write_text(REPORT, "utf-8")
    (made / "b.txt").write_text(REPORT.replace("số 2", "số 3"), "utf-8")
    return made


@contextmanager
def counting(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The ids of the articles that the reader is given."""
    given: list[str] = []
    real = reading.extract_many

    def spied(articles, workers=1, nlp=None):  # type: ignore[no-untyped-def]
        def noted():  # type: ignore[no-untyped-def]
            for article in articles:
                given.append(article.article_id)
                yield article

        return real(noted(), workers=workers, nlp=nlp)

    with monkeypatch.context() as patched:
        patched.setattr(reading, "extract_many", spied)
        yield given


def rows(data: Path) -> dict[str, list[tuple[object, ...]]]:
    with duckdb.connect(str(data / "build.duckdb")) as con:
        tables = ("articles", "bloc_mentions", "leaderships", "awards", "evidence", "problems")
        return {name: con.execute(f"FROM {name} ORDER BY ALL").fetchall() for name in tables}


def runs(data: Path) -> list[tuple[int, int, int]]:
    with duckdb.connect(str(data / "build.duckdb")) as con:
        return con.execute("SELECT pages_new, pages_changed, pages_unchanged FROM runs ORDER BY started").fetchall()


def test_a_second_run_reads_nothing_and_changes_nothing(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = tmp_path / "data"
    with counting(monkeypatch) as given:
        load_paths([str(folder)], data, 1)
    before = rows(data)
    assert sorted(given) == ["a", "b"] and before["leaderships"]
    with counting(monkeypatch) as given:
        summary, problems = load_paths([str(folder)], data, 1)
    assert (given, problems, summary.pages_unchanged) == ([], 0, 2)
    assert rows(data) == before and runs(data) == [(2, 0, 0), (0, 0, 2)]


def test_only_what_changed_is_read(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = tmp_path / "data"
    load_paths([str(folder)], data, 1)
    (folder / "a.txt").write_text(REPORT.replace("Sở Y tế", "Sở Tài chính"), "utf-8")
    (folder / "c.txt").write_text(REPORT.replace("số 2", "số 4"), "utf-8")
    with counting(monkeypatch) as given:
        summary, _ = load_paths([str(folder)], data, 1)
    assert sorted(given) == ["a", "c"]
    assert (summary.pages_new, summary.pages_changed, summary.pages_unchanged) == (1, 1, 1)
    other = tmp_path / "other"
    load_paths([str(folder)], other, 1)
    assert [row[1] for row in rows(data)["leaderships"]] == [row[1] for row in rows(other)["leaderships"]]


def test_another_reader_reads_everything_again(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = tmp_path / "data"
    load_paths([str(folder)], data, 1)
    monkeypatch.setattr("pipeline.warehouse.runs.rules_hash", lambda: "another")
    for expected in (["a", "b"], []):
        with counting(monkeypatch) as given:
            load_paths([str(folder)], data, 1)
        assert sorted(given) == expected


def test_metadata_alone_make_it_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data, file = tmp_path / "data", tmp_path / "reports.jsonl"
    article = {"article_id": "x", "text": REPORT, "url": "https://so.example/1", "title": "Một"}
    given_each = []
    for changed in ({}, {"article_id": "y"}, {"title": "Hai"}, {"province": "Kon Tum"}, {"province": "Kon Tum"}):
        article |= changed
        file.write_text(json.dumps(article) + "\n", "utf-8")
        with counting(monkeypatch) as given:
            load_paths([str(file)], data, 1)
        given_each.append(len(given))
    assert given_each == [1, 0, 1, 1, 0]


def test_what_another_run_put_in_its_place_is_read_again(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = tmp_path / "data"
    load_paths([str(folder)], data, 1)
    before = rows(data)["leaderships"]
    load(data, [page("a.txt")], RUN)  # another text under the same key
    load(data, [], RUN, [replace_where("b.txt")])  # a run that could not read the other
    with counting(monkeypatch) as given:
        load_paths([str(folder)], data, 1)
    assert sorted(given) == ["a", "b"]
    assert [row[1] for row in rows(data)["leaderships"]] == [row[1] for row in before]
    assert rows(data)["problems"] == []


def replace_where(key: str):  # type: ignore[no-untyped-def]
    from pipeline.record import Problem

    return Problem(code="unreadable-file", message="no", where=key)


def test_of_two_inputs_with_one_key_the_last_decides(tmp_path: Path) -> None:
    data, file = tmp_path / "data", tmp_path / "reports.jsonl"
    texts = [REPORT, REPORT.replace("Sở Y tế", "Sở Tài chính")]
    lines = [json.dumps({"text": text, "url": "https://so.example/1"}) for text in texts]
    file.write_text("\n".join(lines), "utf-8")
    for _ in range(3):
        load_paths([str(file)], data, 1)
        with duckdb.connect(str(data / "build.duckdb")) as con:
            [(text,)] = con.execute("SELECT text FROM articles WHERE superseded_by IS NULL").fetchall()
        assert text == texts[1]


def test_what_was_not_loaded_is_not_known(folder: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    item = page("a.txt")
    with read_inputs(data, RUN) as remembered:
        remembered.add(item.article, item.page_key)  # and the process dies before anything is loaded
    with read_inputs(data, RUN) as remembered:
        assert not remembered.hold(item.article, item.page_key)
        remembered.add(item.article, item.page_key)
        summary = load(data, [item], RUN)
        remembered.settle(summary.run_id)
    with read_inputs(data, RUN) as remembered:
        assert remembered.hold(item.article, item.page_key)
        assert remembered.hold(replace(item.article, article_id="another file's name"), item.page_key)
        assert not remembered.hold(replace(item.article, title="x"), item.page_key)


def test_a_report_with_a_problem_is_read_and_told_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = tmp_path / "data"
    (tmp_path / "a.txt").write_bytes(REPORT.encode("utf-16"))
    for _ in range(2):
        with counting(monkeypatch) as given:
            _, problems = load_paths([str(tmp_path / "a.txt")], data, 1)
        assert (given, problems) == (["a"], 1)


@contextmanager
def parsing(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The files whose content is looked into."""
    parsed: list[str] = []
    real = inputs._read_content

    def spied(stream, file, parse_page):  # type: ignore[no-untyped-def]
        parsed.append(file.key)
        return real(stream, file, parse_page)

    with monkeypatch.context() as patched:
        patched.setattr(inputs, "_read_content", spied)
        yield parsed


def write_lines(file: Path, *names: str) -> None:
    lines = [{"text": REPORT.replace("Sở Y tế", f"Sở {n}"), "url": f"https://so.example/{n}"} for n in names]
    file.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")


def test_files_that_are_known_are_not_parsed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data, folder = tmp_path / "data", tmp_path / "reports"
    folder.mkdir()
    write_lines(folder / "a.jsonl", "A", "B")
    write_lines(folder / "b.jsonl", "C")
    (folder / "c.txt").write_text(REPORT, "utf-8")
    every = ["a.jsonl", "b.jsonl", "c.txt"]

    def parsed() -> tuple[list[str], int]:
        with parsing(monkeypatch) as found:
            summary, _ = load_paths([str(folder)], data, 1)
        return found, summary.pages_unchanged

    assert parsed() == (every, 0)
    assert parsed() == ([], 4)
    folder.rename(tmp_path / "moved")
    folder = tmp_path / "moved"
    assert parsed() == ([], 4)
    write_lines(folder / "b.jsonl", "C", "D")
    assert parsed() == (["b.jsonl", "c.txt"], 4)  # once something is read, the files behind it are looked into
    assert parsed() == ([], 5)
    before = rows(data)
    forget_page(data, page_id("https://so.example/A"))
    assert parsed() == (every, 4)
    assert parsed() == ([], 5)
    assert len(rows(data)["leaderships"]) == len(before["leaderships"])
    monkeypatch.setattr("pipeline.warehouse.runs.rules_hash", lambda: "another")
    assert parsed()[0] == every
    assert parsed() == ([], 5)


def test_files_in_which_something_is_odd_are_parsed_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data, file = tmp_path / "data", tmp_path / "a.jsonl"
    write_lines(file, "A")
    with file.open("a", encoding="utf-8") as stream:
        stream.write("no JSON\n")
    for _ in range(2):
        with parsing(monkeypatch) as parsed:
            _, problems = load_paths([str(file)], data, 1)
        assert (parsed, problems) == (["a.jsonl"], 1)


def test_a_file_that_grows_while_it_is_read_is_parsed_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data, file = tmp_path / "data", tmp_path / "a.jsonl"
    write_lines(file, "A")
    real = inputs._read_content

    def growing(stream, of, parse_page):  # type: ignore[no-untyped-def]
        write_lines(file, "A", "B")
        return real(stream, of, parse_page)

    with monkeypatch.context() as patched:
        patched.setattr(inputs, "_read_content", growing)
        load_paths([str(file)], data, 1)
    write_lines(file, "A")
    for expected in (["a.jsonl"], []):
        with parsing(monkeypatch) as parsed:
            load_paths([str(file)], data, 1)
        assert parsed == expected


def test_a_file_whose_page_another_file_has_too_is_not_passed_over(tmp_path: Path) -> None:
    data, folder = tmp_path / "data", tmp_path / "reports"
    folder.mkdir()
    for name, agency in (("a.jsonl", "Tài chính"), ("b.jsonl", "Y tế")):
        line = {"text": REPORT.replace("Sở Y tế", f"Sở {agency}"), "url": "https://so.example/1"}
        (folder / name).write_text(json.dumps(line) + "\n", "utf-8")
    for paths, agency in (
        ([folder], "Y tế"),
        ([folder / "a.jsonl"], "Tài chính"),
        ([folder], "Y tế"),
        ([folder], "Y tế"),
    ):
        load_paths([str(path) for path in paths], data, 1)
        with duckdb.connect(str(data / "build.duckdb")) as con:
            [(text,)] = con.execute("SELECT text FROM articles WHERE superseded_by IS NULL").fetchall()
        assert f"Sở {agency}" in text
