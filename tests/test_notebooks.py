"""The notebooks run on published tables, one after the other, and what is committed is what such a run gives."""

from __future__ import annotations

import base64
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import duckdb
import pytest
from running import PROJECT, python_path

import pipeline

NOTEBOOKS = sorted((PROJECT / "notebooks").glob("*.ipynb"))
MAX_BYTES = 300_000
PNG = b"\x89PNG\r\n\x1a\n"


def run(notebook: Path, data: Path, into: Path) -> Any:
    for library in ("altair", "ipykernel", "nbclient", "vl_convert"):
        pytest.importorskip(library, reason='the extra is not installed: pip install ".[notebooks]"')
    into.mkdir(parents=True, exist_ok=True)
    done = subprocess.run(
        [sys.executable, PROJECT / "notebooks" / "run.py", notebook, "--into", into],
        capture_output=True, text=True, timeout=600, check=False,
        env={**os.environ, "PYTHONPATH": python_path(), "THIDUA_DATA": str(data), "IPYTHONDIR": str(into / "ipython")},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3000:]
    assert "WARNING" not in done.stderr, done.stderr
    return json.loads((into / notebook.name).read_text("utf-8"))


def outputs(book: Any) -> list[Any]:
    return [output for cell in book["cells"] for output in cell.get("outputs", [])]


def pictures(book: Any) -> list[bytes]:
    return [base64.b64decode(o["data"]["image/png"]) for o in outputs(book) if "image/png" in o.get("data", {})]


def test_there_are_six() -> None:
    assert [path.name[:2] for path in NOTEBOOKS] == ["1-", "2-", "3-", "4-", "5-", "6-"]


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.stem)
def test_it_runs(notebook: Path, published: Path, tmp_path: Path) -> None:
    committed = json.loads(notebook.read_text("utf-8"))
    book = run(notebook, published, tmp_path)
    assert [cell["source"] for cell in book["cells"]] == [cell["source"] for cell in committed["cells"]]
    assert not [
        output for output in outputs(book) if output["output_type"] == "error" or output.get("name") == "stderr"
    ]
    drawn = pictures(book)
    assert len(drawn) == len(pictures(committed)) >= 1
    assert all(picture.startswith(PNG) and picture[12:16] == b"IHDR" for picture in drawn)
    assert (tmp_path / notebook.name).stat().st_size < MAX_BYTES
    if notebook.stem in ("1-first-look", "6-your-own-corpus"):
        assert any("font: bold 9px" in str(output) for output in outputs(book)), "no report with its marks"


def test_it_runs_on_tables_that_hold_one_report_only(tmp_path: Path) -> None:
    from running import REPORT

    from pipeline.commands.load import load_paths
    from pipeline.warehouse.publish import publish

    (tmp_path / "a.txt").write_text(REPORT, "utf-8")
    load_paths([str(tmp_path / "a.txt")], tmp_path / "data", 1)
    publish(tmp_path / "data")
    for notebook in NOTEBOOKS:
        run(notebook, tmp_path / "data", tmp_path)


def test_the_same_tables_give_the_same_bytes(published: Path, tmp_path: Path) -> None:
    once, again = tmp_path / "once", tmp_path / "again"
    for into in (once, again):
        run(NOTEBOOKS[2], published, into)
    assert (once / NOTEBOOKS[2].name).read_bytes() == (again / NOTEBOOKS[2].name).read_bytes()


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.stem)
def test_what_is_committed_is_small_clean_and_whole(notebook: Path) -> None:
    text = notebook.read_text("utf-8")
    book = json.loads(text)
    assert len(text.encode()) < MAX_BYTES
    assert not re.search(r"/home/|/root/|/Users/|/tmp/|/work/", re.sub(r'"image/png": "[^"]*"', "", text))
    cells = book["cells"]
    assert len(cells) <= 14
    assert [cell["id"] for cell in cells] == [f"{notebook.stem}-{n:02}" for n in range(1, len(cells) + 1)]
    assert not any(cell["metadata"] for cell in cells) and set(book["metadata"]) == {"kernelspec"}
    assert cells[0]["cell_type"] == cells[-1]["cell_type"] == "markdown"
    assert "".join(cells[-1]["source"]).startswith("## What these figures cannot tell")
    code = [cell for cell in cells if cell["cell_type"] == "code"]
    assert [cell["execution_count"] for cell in code] == list(range(1, len(code) + 1))
    assert outputs(book) and not [output for output in outputs(book) if output["output_type"] == "error"]
    assert '"../demo-data"' in "".join(code[0]["source"]), "make demo makes the tables that it opens"


def test_queries_without_python_run(published: Path) -> None:
    script = (PROJECT / "notebooks" / "queries.sql").read_text("utf-8")
    found: list[int] = []
    with pipeline.open_warehouse(published, quiet=True) as con:
        for statement in duckdb.extract_statements(script):
            assert statement.type == duckdb.StatementType.SELECT
            found.append(len(con.execute(statement.query).fetchall()))
    assert len(found) >= 15
    assert found.count(0) <= 2, found  # no bloc goes on into another here, and no report contradicts another


def test_queries_ask_each_view_that_the_notebooks_ask() -> None:
    script = (PROJECT / "notebooks" / "queries.sql").read_text("utf-8")
    for view in ("leadership_timeline", "bloc_years", "award_table", "award_counts", "membership_matrix", "bloc_list",
                 "coverage", "conflicts", "review_queue", "quality", "ranking_table", "movement_table", "initiative_table",
                 "document_table", "bloc_lineage", "agency_lineage", "evidence"):  # fmt: skip
        assert re.search(rf"\b{view}\b", script), view


@pytest.mark.parametrize("page", [*NOTEBOOKS, PROJECT / "notebooks" / "README.md"], ids=lambda path: path.name)
def test_links_lead_somewhere(page: Path) -> None:
    text = page.read_text("utf-8")
    for target in re.findall(r"\]\(([^)\s#]+)", text if page.suffix == ".md" else json.dumps(markdown(page))):
        assert target.startswith("http") or (page.parent / target).exists(), target


def markdown(notebook: Path) -> list[str]:
    cells = json.loads(notebook.read_text("utf-8"))["cells"]
    return ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown"]
