"""The stream of inputs: order, ids, kinds of files, and what becomes of those that cannot be read."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from pipeline.article import Article
from pipeline.inputs import Input, NoArticleError, read_inputs
from pipeline.record import Problem

REPORT = "Khối thi đua số 2 tổng kết công tác năm 2023\n\nSáng 12/1, Khối thi đua số 2 tổ chức hội nghị tổng kết năm."


def parse(content: bytes, article_id: str) -> tuple[Article, Sequence[Problem]]:
    """A stand-in for the parser: this test is about the stream, the parser has its own."""
    if b"<p>" not in content:
        raise NoArticleError("page-nothing", "no article in the page")
    return Article(article_id, content.decode(), parser="stand-in"), [Problem(code="selector", message="two dates")]


def read(*paths: Path | str, stdin: bytes | None = None) -> list[Input | Problem]:
    return list(read_inputs(paths, parse, io.BytesIO(stdin) if stdin is not None else None))


def names(items: Sequence[Input | Problem]) -> list[str | None]:
    return [item.key if isinstance(item, Input) else f"{item.where} {item.code}" for item in items]


def article(item: Input | Problem) -> Article:
    assert isinstance(item, Input), item
    return item.article


def write(folder: Path, **files: str | bytes) -> None:
    for name, content in files.items():
        path = folder / name.replace("__", "/").replace("_dot_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())


def test_folder_is_read_sorted_with_its_subfolders(tmp_path: Path) -> None:
    write(tmp_path, b_dot_txt=REPORT, a__z_dot_txt=REPORT, a__b_dot_HTM="<p>x", c_dot_json="{}", d_dot_jpg=b"\xff\xd8")
    (tmp_path / "e.jsonl").write_text(json.dumps({"article_id": "x1", "text": REPORT}) + "\n", encoding="utf-8")
    items = read(tmp_path)
    assert names(items) == ["a/b.HTM", "a/z.txt", "b.txt", "e.jsonl#x1"]
    assert [article(item).article_id for item in items] == ["b", "z", "b", "x1"]


def test_paths_are_read_in_the_order_given(tmp_path: Path) -> None:
    write(tmp_path, b_dot_txt=REPORT, a_dot_txt=REPORT)
    assert names(read(tmp_path / "b.txt", tmp_path / "a.txt")) == ["b.txt", "a.txt"]


def test_nothing_is_opened_before_it_is_asked_for(tmp_path: Path) -> None:
    write(tmp_path, a_dot_txt=REPORT, b_dot_txt=REPORT)
    stream = read_inputs([tmp_path], parse)
    next(stream)
    (tmp_path / "b.txt").unlink()
    assert names(list(stream)) == ["b.txt unreadable-file"]


def test_text_is_kept_with_its_newlines(tmp_path: Path) -> None:
    write(tmp_path, a_dot_txt="\ufeff" + REPORT.replace("\n", "\r\n"))
    assert article(read(tmp_path)[0]).text == REPORT.replace("\n", "\r\n")


def test_problems_of_a_page_that_was_read_go_with_it(tmp_path: Path) -> None:
    write(tmp_path, a_dot_html="<p>x", b_dot_html="<div>")
    page, nothing = read(tmp_path)
    assert isinstance(page, Input)
    assert [(note.code, note.where) for note in page.notes] == [("selector", "a.html")]
    assert isinstance(nothing, Problem) and nothing.code == "page-nothing"


def test_page_on_which_the_parser_fails_ends_nothing_else(tmp_path: Path) -> None:
    """Bytes that are no UTF-8 make the stand-in fail as a defect would."""
    write(tmp_path, a_dot_html=b"<p>\xff", b_dot_html="<p>x")
    failed, page = read(tmp_path)
    assert isinstance(failed, Problem) and (failed.code, failed.where) == ("page-failed", "a.html")
    assert "UnicodeDecodeError" in failed.message
    assert isinstance(page, Input)


def test_file_of_an_unknown_kind_is_a_problem_where_it_was_named(tmp_path: Path) -> None:
    write(tmp_path, a_dot_docx=b"PK")
    assert names(read(tmp_path / "a.docx")) == ["a.docx unknown-format"]


@pytest.mark.parametrize(
    ("name", "command"),
    [("a.parquet", "extract --out"), ("a.WARC.gz", "thidua import"), ("a.docx", "rename it"), (".", "extract --out")],
)
def test_what_another_command_reads_is_told(tmp_path: Path, name: str, command: str) -> None:
    for file in ("a.parquet", "a.WARC.gz", "a.docx"):
        (tmp_path / file).write_bytes(b"x")
    [problem] = read(tmp_path / name)
    assert isinstance(problem, Problem) and command in problem.message


def test_output_of_a_bulk_extraction_is_told_for_what_it_is(tmp_path: Path) -> None:
    for folder in ("facts", "partitions"):
        (tmp_path / folder).mkdir()
    [problem] = read(tmp_path)
    assert isinstance(problem, Problem) and "DuckDB asks" in problem.message


def test_a_day_that_is_none_is_named(tmp_path: Path) -> None:
    write(tmp_path, a_dot_jsonl=json.dumps({**ARTICLE, "published": "05/01/2024"}))
    [problem] = read(tmp_path)
    assert isinstance(problem, Problem) and "`published` is '05/01/2024'" in problem.message


def test_folder_without_reports_is_a_problem(tmp_path: Path) -> None:
    write(tmp_path, a_dot_docx=b"PK")
    [problem] = read(tmp_path)
    assert isinstance(problem, Problem)
    assert (problem.code, problem.where) == ("empty-folder", str(tmp_path))


def test_linked_folders_make_no_circle(tmp_path: Path) -> None:
    write(tmp_path, a_dot_txt=REPORT)
    (tmp_path / "loop").symlink_to(tmp_path)
    assert names(read(tmp_path)) == ["a.txt"]


def test_deep_folders(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*(["d"] * 300))
    deep.mkdir(parents=True)
    write(deep, a_dot_txt=REPORT)
    assert len(read(tmp_path)) == 1


def test_name_that_is_no_unicode(tmp_path: Path) -> None:
    try:
        (tmp_path / "b\udce1o.txt").write_text(REPORT, encoding="utf-8")
    except OSError:
        pytest.skip("this file system wants names in UTF-8")
    item = read(tmp_path)[0]
    assert article(item).article_id == "b\ufffdo"


ARTICLE = Article("x1", REPORT, title="Khác", url="https://a.vn/1").to_dict()


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (json.dumps({"text": REPORT}), "a.jsonl#a-1"),
        (json.dumps({"article_id": "x1", "text": REPORT, "title": None}), "a.jsonl#x1"),
        (json.dumps(ARTICLE), "https://a.vn/1"),
        ("{", "a.jsonl:1 broken-json"),
        ("[1]", "a.jsonl:1 no-text"),
        ('{"text": ""}', "a.jsonl:1 no-text"),
        ('{"text": 5}', "a.jsonl:1 no-text"),
        ('{"text": "\\ud800"}', "a.jsonl:1 bad-field"),
        (json.dumps({**ARTICLE, "title": 5}), "a.jsonl:1 bad-field"),
        (json.dumps({**ARTICLE, "published": "hôm qua"}), "a.jsonl:1 bad-field"),
        (json.dumps({**ARTICLE, "sections": [["body", 0, 10_000]]}), "a.jsonl:1 bad-field"),
        (json.dumps({**ARTICLE, "sections": [["head", 0, 5]]}), "a.jsonl:1 bad-field"),
        (json.dumps({**ARTICLE, "sections": "body"}), "a.jsonl:1 bad-field"),
        ("[" * 100_000, "a.jsonl:1 broken-json"),
    ],
)
def test_line_of_json(tmp_path: Path, line: str, expected: str) -> None:
    write(tmp_path, a_dot_jsonl=f"{line}\n\n{json.dumps({'article_id': 'last', 'text': REPORT})}")
    items = read(tmp_path)
    assert names(items) == [expected, "a.jsonl#last"]


def test_text_of_json_is_read_as_a_copied_page_unless_it_has_sections(tmp_path: Path) -> None:
    lines: list[dict[str, Any]] = [{"text": REPORT}, {"text": REPORT, "title": "Khác"}, ARTICLE]
    write(tmp_path, a_dot_jsonl="\n".join(map(json.dumps, lines)))
    found = [article(item) for item in read(tmp_path)]
    assert [a.title for a in found] == ["Khối thi đua số 2 tổng kết công tác năm 2023", "Khác", "Khác"]
    assert [len(a.sections) > 0 for a in found] == [True, True, False]


def test_json_lines_in_another_encoding(tmp_path: Path) -> None:
    write(tmp_path, a_dot_jsonl=json.dumps({"text": REPORT}, ensure_ascii=False).encode("utf-16"))
    assert all(isinstance(item, Problem) for item in read(tmp_path))


@pytest.mark.parametrize(
    ("stdin", "expected"),
    [
        (REPORT.encode(), ["stdin"]),
        (b"\n <html><p>x", ["stdin"]),
        (json.dumps({"text": REPORT}).encode() + b"\n{\n", ["stdin#stdin-1", "stdin:2 broken-json"]),
        (b"", ["stdin empty-file"]),
    ],
)
def test_standard_input(stdin: bytes, expected: list[str]) -> None:
    assert names(read("-", stdin=stdin)) == expected
