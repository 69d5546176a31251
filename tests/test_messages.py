"""What a command says where a path, a file or a terminal is not as it should be: which, and what to do."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from rich.cells import cell_len
from running import REPORT, python_path, thidua

from pipeline.commands.errors import ExitCode


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "a.txt").write_text(REPORT, "utf-8")
    (tmp_path / "file").write_text("x", "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("demo", "--data", "file"), "file: File exists; a folder is needed there; name another one"),
        (("load", "reports", "--data", "file"), "file cannot be the data folder"),
        (("review", "import", "file"), "file is neither .csv nor .jsonl; name a file that ends so"),
        (("show", "reports"), "reports is a folder; name one report in it"),
        (("show", "b.txt"), "no file 'b.txt', and no tables at data/thidua.duckdb"),
        (("extract", "--out", "xx://a", "reports"), "xx://a: Protocol not known: xx; name a folder"),
    ],
)
def test_what_cannot_be_used_is_named_with_what_to_do(folder: Path, arguments: tuple[str, ...], message: str) -> None:
    out = thidua(*arguments, cwd=folder)
    assert out.returncode == ExitCode.FAILED
    assert f"thidua: {message}" in out.stderr.decode() and b"Traceback" not in out.stderr


def test_a_folder_of_somebody_else_is_named(folder: Path) -> None:
    """A superuser may write anywhere; so the process goes without that right."""
    as_user = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] if os.geteuid() == 0 else []
    if as_user and not shutil.which("setpriv"):
        pytest.skip("a superuser's rights can be laid down with setpriv only")
    assert thidua("load", "reports", cwd=folder).returncode == ExitCode.OK
    (folder / "data").chmod(0o555)
    for command in (("load", "reports"), ("publish",)):
        out = subprocess.run(
            [*as_user, sys.executable, "-m", "pipeline.cli", *command],
            cwd=folder, capture_output=True, env={**os.environ, "PYTHONPATH": python_path()}, check=False,
        )  # fmt: skip
        assert out.returncode == ExitCode.FAILED
        assert b"data/build.duckdb and its folder must be yours to write" in out.stderr
    (folder / "data").chmod(0o755)


def test_demo_prints_utf_8_in_any_locale_and_no_wider_than_asked(tmp_path: Path) -> None:
    out = thidua("demo", cwd=tmp_path, LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0", COLUMNS="60")
    assert out.returncode == ExitCode.OK, out.stderr.decode()
    table = [line for line in out.stdout.decode("utf-8").splitlines() if line.startswith(tuple("┏┃┡│├└"))]
    assert {cell_len(line) for line in table} == {60}
