"""Bad input, with real files and real processes: each gives its problem, the others are read, memory stays bounded."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import unicodedata
from pathlib import Path

import duckdb
import pytest
from running import REPORT, python_path, thidua, windows_1258

from pipeline import Article, extract, extract_many
from pipeline.commands.errors import ExitCode

READ = {"good", "nfd", "utf16", "windows1258"}
PROBLEMS = {
    "blank.txt": "empty-file",
    "empty.txt": "empty-file",
    "fifty-megabytes.jsonl:1": "oversized-line",
    "fifty-megabytes.txt": "oversized-file",
    "nfd.txt": "decomposed-text",
    "no-body.html": "page-nothing",
    "noise.txt": "binary-file",
    "picture.txt": "binary-file",
    "ten-megabytes.txt": "text-too-long",
    "utf16.txt": "encoding-utf-16-le",
    "windows1258.txt": "encoding-windows-1258",
    "words.txt": "repeated-words",
}
_FIFTY_MEGABYTES = 50 * 10**6
_MEGABYTE = 2**20


def write_bad_files(folder: Path) -> None:
    folder.mkdir()
    sentence = "Khối thi đua số 2 tổng kết công tác thi đua, khen thưởng năm 2023.\n".encode()
    contents = {
        "good.txt": REPORT.encode(),
        "empty.txt": b"",
        "blank.txt": b"\xef\xbb\xbf\r\n \t\r\n",
        "noise.txt": bytes((i * 7919 + i * i * 31) % 256 for i in range(50_000)),
        "picture.txt": b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(range(256)) * 100,
        "fifty-megabytes.txt": sentence * (_FIFTY_MEGABYTES // len(sentence) + 1),
        "fifty-megabytes.jsonl": b'{"text": "' + b"a" * _FIFTY_MEGABYTES + b'"}',
        "ten-megabytes.txt": "".join(f"Dòng {number} của một danh sách dài\n" for number in range(250_000)).encode(),
        "utf16.txt": REPORT.encode("utf-16"),
        "windows1258.txt": windows_1258(REPORT),
        "nfd.txt": unicodedata.normalize("NFD", REPORT).encode(),
        "words.txt": "khối thi đua ".encode() * 100_000,
        "no-body.html": b"<html><head><title>x</title></head></html>",
    }
    for name, content in contents.items():
        (folder / name).write_bytes(content)


@pytest.fixture(scope="module")
def bad(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the folder `in` of bad files."""
    folder = tmp_path_factory.mktemp("bad")
    write_bad_files(folder / "in")
    return folder


def test_extract_reads_the_others_and_names_each_bad_file(bad: Path) -> None:
    done = thidua("extract", "--strict", "in", cwd=bad)
    assert done.returncode == ExitCode.PROBLEMS
    records = {record["article_id"]: record for record in map(json.loads, done.stdout.decode().splitlines())}
    assert set(records) == READ
    said = done.stderr.decode()
    for name, code in PROBLEMS.items():
        assert (
            sum(line.startswith(f"thidua: {name}: ") and line.endswith(f"[{code}]") for line in said.splitlines()) == 1
        )
    assert "Traceback" not in said


def test_the_same_facts_in_every_encoding(bad: Path) -> None:
    done = thidua("extract", "in", cwd=bad)
    facts = set()
    for record in map(json.loads, done.stdout.decode().splitlines()):
        leaders = [(fact["role"], fact["agency"], fact["year"]) for fact in record["leaders"]]
        facts.add(unicodedata.normalize("NFC", json.dumps([record["published"], leaders], ensure_ascii=False)))
    assert len(facts) == 1 and "Sở Y tế" in facts.pop()


def test_without_strict_the_run_succeeds(bad: Path) -> None:
    assert thidua("extract", "in", cwd=bad).returncode == ExitCode.OK


def test_load_leaves_a_row_for_each(bad: Path) -> None:
    assert thidua("load", "--strict", "in", cwd=bad).returncode == ExitCode.PROBLEMS
    assert thidua("publish", cwd=bad).returncode == ExitCode.OK
    with duckdb.connect(str((bad / "data" / "thidua.duckdb").resolve()), read_only=True) as con:
        rows = con.execute("SELECT location, code FROM problems ORDER BY 1").fetchall()
        read = con.execute("SELECT page_key FROM articles").fetchall()
    assert {key.partition(".")[0] for (key,) in read} == READ
    found = dict(rows)
    assert {place: found.get(place) for place in PROBLEMS} == PROBLEMS


def _peak_megabytes(cwd: Path, *args: str) -> float:
    """Run the command and return the most memory that it held."""
    command = [sys.executable, "-m", "pipeline.cli", *args]
    environment = {**os.environ, "PYTHONPATH": python_path()}
    process = subprocess.Popen(command, cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == ExitCode.OK
    unit = 1 if sys.platform == "darwin" else 1024
    return usage.ru_maxrss * unit / _MEGABYTE


def test_memory_stays_bounded(bad: Path) -> None:
    """Large files, and a stream of very many bad lines, cost little more than one small report."""
    (bad / "lines").mkdir()
    with (bad / "lines" / "many.jsonl").open("w", encoding="utf-8") as stream:
        stream.writelines('{"text": 5}\n' for _ in range(300_000))
    small = _peak_megabytes(bad, "extract", "in/good.txt")
    assert _peak_megabytes(bad, "extract", "in") < small + 120
    assert _peak_megabytes(bad, "extract", "lines") < small + 60


@pytest.mark.parametrize(
    "written", ["2²/1", "²/1", "①/1", "1⁄2²", "số ² và ⁹⁸/100 điểm", "20²3", "Quyết định số ²/QĐ-UBND"]
)
def test_raised_digits_fail_nothing(written: str) -> None:
    text = f"Ngày {written}, {REPORT} Sở Y tế xếp thứ ² với 9² điểm; tặng ² Cờ thi đua, 0³ Bằng khen."
    record = extract(Article(article_id="a", text=text))
    assert record.leaders and not [problem for problem in record.problems if problem.code == "reading-failed"]


def test_digits_in_their_full_width_are_numbers() -> None:
    wide = str.maketrans("0123456789", "０１２３４５６７８９")
    plain, written = (extract(Article(article_id="a", text=text)) for text in (REPORT, REPORT.translate(wide)))
    assert [one.year for one in written.leaders] == [one.year for one in plain.leaders] != []
    assert [one.date for one in written.meetings] == [one.date for one in plain.meetings] != []


def test_a_table_with_a_missing_text_is_read_on() -> None:
    articles = [Article(article_id="a", text=float("nan")), Article(article_id="b", text=REPORT)]  # type: ignore[arg-type]
    missing, read = extract_many(articles)
    assert [problem.code for problem in missing.problems] == ["no-text"] and read.leaders


def test_a_text_in_place_of_an_article_is_told() -> None:
    with pytest.raises(TypeError, match=r"pipeline\.Article"):
        extract(REPORT)  # type: ignore[arg-type]
