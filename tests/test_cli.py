"""The command line as its users meet it: real processes, their output, their exit codes, and its page in the docs."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import duckdb
import pytest
from running import REPORT, python_path, thidua
from typer.main import get_command

from pipeline.cli import app
from pipeline.commands.errors import ExitCode

PROJECT = Path(__file__).resolve().parent.parent


def lines(output: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in output.decode().splitlines()]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with three reports, one of them empty."""
    folder = tmp_path_factory.mktemp("cli")
    (folder / "in").mkdir()
    (folder / "in" / "b.txt").write_text(REPORT, encoding="utf-8")
    (folder / "in" / "a.txt").write_text(REPORT.replace("số 2", "số 7"), encoding="utf-8")
    (folder / "in" / "empty.txt").touch()
    return folder


@pytest.fixture(scope="module")
def published(folder: Path) -> Path:
    """The same folder, with its reports loaded and published in `data`."""
    assert thidua("load", "in", cwd=folder).returncode == 0
    assert thidua("publish", cwd=folder).returncode == 0
    return folder


def test_extract_prints_one_record_a_line_in_the_order_of_the_inputs(folder: Path) -> None:
    done = thidua("extract", "in", cwd=folder, LC_ALL="C", PYTHONUTF8="0")
    records = lines(done.stdout)
    assert [record["article_id"] for record in records] == ["a", "b"]
    assert records[0]["title"] == "Khối thi đua số 7 tổng kết công tác thi đua năm 2023"
    assert records[0]["published"] == "2024-01-16"
    assert {"blocs", "meetings", "members", "leaders", "awards", "people", "problems"} < set(records[0])
    assert "Sở Y tế".encode() in done.stdout
    assert b"empty.txt: there is nothing in it [empty-file]" in done.stderr
    assert done.returncode == 0


def test_evidence_quotes_the_text(folder: Path) -> None:
    for record in lines(thidua("extract", "in/b.txt", cwd=folder).stdout):
        spans = [
            span for plural in ("blocs", "leaders", "awards") for fact in record[plural] for span in fact["evidence"]
        ]
        assert spans
        assert all(REPORT[span["start"] : span["end"]] == span["quote"] for span in spans)


def test_same_bytes_whatever_the_number_of_workers(folder: Path) -> None:
    runs = [thidua("extract", "in", "--workers", n, cwd=folder).stdout for n in ("1", "2")]
    assert len(set(runs)) == 1


def test_standard_input(folder: Path) -> None:
    record = lines(thidua("extract", "-", cwd=folder, stdin=REPORT.encode()).stdout)[0]
    assert (record["article_id"], record["published"]) == ("stdin", "2024-01-16")


def test_html_is_read_with_the_scrapers_parser(tmp_path: Path) -> None:
    first, *rest = [line for line in REPORT.splitlines() if line]
    body = "".join(f"<p>{line}</p>" for line in rest[1:]) + f"<p>{'Các đơn vị trong khối thi đua sôi nổi. ' * 20}</p>"
    page = f"<html><head><title>{first}</title></head><body><article><h1>{first}</h1>{body}</article></body></html>"
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    record = lines(thidua("extract", "page.html", cwd=tmp_path).stdout)[0]
    assert record["article_id"] == "page"
    assert record["blocs"]


def test_strict_tells_of_problems(folder: Path) -> None:
    assert thidua("extract", "--strict", "in", cwd=folder).returncode == ExitCode.PROBLEMS
    assert thidua("extract", "--strict", "in/a.txt", "in/b.txt", cwd=folder).returncode == ExitCode.OK


@pytest.mark.parametrize(
    "arguments",
    [("extract",), ("extract", "nowhere"), ("extract", "--workers", "0", "in"), ("fly",), ("evaluate", "in/a.txt"), ()],
)
def test_wrong_command_line(folder: Path, arguments: Sequence[str]) -> None:
    done = thidua(*arguments, cwd=folder)
    assert done.returncode == ExitCode.USAGE
    assert done.stdout == b"" or arguments == ()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("publish", "--data", "none"), b"nothing to publish in none; run `thidua load` first"),
        (("show", "--data", "none", "a"), b"no tables at none"),
        (("evaluate", "in"), b"holds no gold record"),
    ],
)
def test_what_cannot_be_done_says_what_to_do(folder: Path, arguments: Sequence[str], message: bytes) -> None:
    done = thidua(*arguments, cwd=folder)
    assert done.returncode == ExitCode.FAILED
    assert message in done.stderr
    assert b"Traceback" not in done.stderr


def test_reader_of_the_output_goes_away(tmp_path: Path) -> None:
    for number in range(200):
        (tmp_path / f"{number:03}.txt").write_text(REPORT, encoding="utf-8")
    command = [sys.executable, "-m", "pipeline.cli", "extract", "."]
    with subprocess.Popen(
        command,
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": python_path()},
    ) as process:
        assert process.stdout and process.stderr
        process.stdout.read(10)
        process.stdout.close()
        errors = process.stderr.read()
    assert process.returncode == ExitCode.OUTPUT_CLOSED
    assert b"Traceback" not in errors and b"Exception" not in errors


def test_interrupt(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "pipeline.cli", "extract", "-"]
    environment = {**os.environ, "PYTHONPATH": python_path(), "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        command, cwd=tmp_path, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment
    ) as process:
        assert process.stdin and process.stdout and process.stderr
        process.stdin.write((json.dumps({"text": REPORT}).encode() + b"\n") * 100)  # more than it reads at once
        process.stdin.flush()
        deadline = time.monotonic() + 60
        os.set_blocking(process.stdout.fileno(), False)
        while not process.stdout.read() and time.monotonic() < deadline:
            time.sleep(0.1)
        process.send_signal(signal.SIGINT)
        errors = process.stderr.read()
    assert process.returncode == ExitCode.INTERRUPTED
    assert b"Traceback" not in errors


def test_load_twice_changes_nothing(published: Path) -> None:
    done = thidua("load", "--json", "in", cwd=published)
    summary = json.loads(done.stdout)
    assert (summary["pages_new"], summary["pages_unchanged"], summary["inputs_with_problems"]) == (0, 2, 1)


def test_published_tables_hold_facts_and_problems(published: Path) -> None:
    con = duckdb.connect(str((published / "data" / "thidua.duckdb").resolve()), read_only=True)
    with con:
        assert con.execute("SELECT page_key FROM articles ORDER BY 1").fetchall() == [("a.txt",), ("b.txt",)]
        problems = con.execute("SELECT code, location FROM problems WHERE article_id IS NULL").fetchall()
        assert problems == [("empty-file", "empty.txt")]
        assert con.execute("SELECT count(*) FROM leaderships WHERE agency = 'Sở Y tế'").fetchone() == (2,)


def test_data_folder_from_the_environment(folder: Path, tmp_path: Path) -> None:
    assert thidua("load", "in/a.txt", cwd=folder, THIDUA_DATA=str(tmp_path / "d")).returncode == 0
    done = thidua("publish", "--json", cwd=folder, THIDUA_DATA=str(tmp_path / "d"))
    assert Path(json.loads(done.stdout)["snapshot"]).parent == tmp_path / "d"


@pytest.mark.parametrize("name", ["in/b.txt", "b", "b.txt"])
def test_show(published: Path, name: str) -> None:
    shown = thidua("show", name, cwd=published).stdout.decode()
    assert re.search(r"\[Sở Y tế\|[^]]*leader\.agency", shown)
    assert "leader: role=leader, agency=Sở Y tế" in shown
    record = json.loads(thidua("show", "--json", name, cwd=published).stdout)
    assert [fact["agency"] for fact in record["leaders"]] == ["Sở Y tế", "Sở Tư pháp"]


def test_show_says_when_a_name_means_nothing_or_several(published: Path, folder: Path) -> None:
    assert b"no file and no article 'zzz'" in thidua("show", "zzz", cwd=published).stderr
    done = thidua("show", "in/empty.txt", cwd=folder)
    assert done.returncode == ExitCode.FAILED and b"holds 0 reports" in done.stderr


def test_evaluate_prints_figures_errors_and_changes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    run = thidua("extract", "a.txt", cwd=tmp_path)
    gold = lines(run.stdout)[0]
    gold["leaders"].append({**gold["leaders"][0], "agency": "Sở Nội vụ"})
    (tmp_path / "a.json").write_text(json.dumps(gold), encoding="utf-8")
    (tmp_path / "run.jsonl").write_bytes(run.stdout)
    shown = thidua("evaluate", ".", cwd=tmp_path).stdout.decode()
    assert re.search(r"a leader +missed +leader \| sở nội vụ", shown)
    assert re.search(r"^leader +tp +2 fp +0 fn +1  P 1\.000  R 0\.667  F1 0\.800$", shown, re.MULTILINE)
    figures = json.loads(thidua("evaluate", ".", "--json", "--against", "run.jsonl", cwd=tmp_path).stdout)
    assert (figures["reports"], figures["all"]["fn"], figures["changes"]["gained"]) == (1, 1, [])
    (tmp_path / "empty.jsonl").touch()
    worse = thidua("evaluate", ".", "--run", "empty.jsonl", "--against", "run.jsonl", "--errors", "0", cwd=tmp_path)
    assert re.search(rb"^lost: [1-9]", worse.stdout, re.MULTILINE)
    (tmp_path / "b.json").write_text(json.dumps({**gold, "article_id": "b"}), encoding="utf-8")
    assert b"b: gold without a report beside it" in thidua("evaluate", ".", cwd=tmp_path).stderr


def test_demo(tmp_path: Path) -> None:
    done = thidua("demo", cwd=tmp_path, THIDUA_DATA=str(tmp_path / "mine"))
    assert done.returncode == ExitCode.OK, done.stderr.decode()
    shown = done.stdout.decode()
    first, *_, last = shown.splitlines()
    assert "written for this project" in first and "written for this project" in last
    assert "elected" in shown and "Cờ thi đua" in shown and "demo-data/thidua.duckdb" in shown
    assert (tmp_path / "demo-data" / "thidua.duckdb").exists() and not (tmp_path / "mine").exists()
    tables = json.loads(thidua("demo", "--json", cwd=tmp_path).stdout)
    assert all(row["quote"] for name in ("leaders", "awards") for row in tables[name])


def test_help_is_quick_to_load() -> None:
    heavy = "spacy underthesea pandas duckdb pyarrow httpx readability rich.table"
    code = f"import sys, pipeline.cli; print([m for m in '{heavy}'.split() if m in sys.modules])"
    environment = {**os.environ, "PYTHONPATH": python_path()}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)
    assert done.stdout.strip() == "[]"


def _documented() -> dict[str, str]:
    page = (PROJECT / "docs" / "commands.md").read_text("utf-8")
    sections = re.split(r"^## ", page, flags=re.MULTILINE)[1:]
    return {name.removeprefix("thidua "): text for name, _, text in (part.partition("\n") for part in sections)}


def _commands(group: Any) -> dict[str, Any]:
    """All commands by their names, those of a group with its name before theirs."""
    found = {}
    for name, command in group.commands.items():
        inner = _commands(command) if hasattr(command, "commands") else None
        found.update({f"{name} {one}": it for one, it in inner.items()} if inner else {name: command})
    return found


def test_docs_name_every_command_option_and_exit_code() -> None:
    documented = _documented()
    commands = _commands(get_command(app))
    assert set(commands) == set(documented) - {"What PATHS may be"}
    for name, command in commands.items():
        options = {option for parameter in command.params for option in parameter.opts if option.startswith("--")}
        rows = set(re.findall(r"^\| `(--[a-z-]+)", documented[name], re.MULTILINE))
        assert rows == options - {"--help"}, name
        assert f"`thidua {name} [OPTIONS]" in documented[name]
        assert "```\nthidua " in documented[name] or "| thidua " in documented[name]
    page = (PROJECT / "docs" / "commands.md").read_text("utf-8")
    assert {int(code) for code in re.findall(r"^\| (\d+) \|", page, re.MULTILINE)} == set(ExitCode)
