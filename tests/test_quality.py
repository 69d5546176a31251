"""The table of precision and recall by kind, level and period: its shape, its sums, and how it comes about."""

from __future__ import annotations

import csv
import json
import os
import shutil
import subprocess
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
from sample_pages import RUN, page

from pipeline.lexicon import read_table
from pipeline.quality import COLUMNS, LEVELS, PERIODS, corpus_of, level_of, measure, period_of, quality_rows
from pipeline.record import KINDS
from pipeline.warehouse.load import load
from pipeline.warehouse.open import open_warehouse
from pipeline.warehouse.publish import publish

ROOT = Path(__file__).resolve().parent.parent
REPORTS = ROOT / "corpora" / "reports"


def test_the_shipped_table_has_its_columns_and_closed_values() -> None:
    with (ROOT / "corpora" / "lexicon" / "quality.csv").open(encoding="utf-8", newline="") as file:
        assert next(csv.reader(file)) == list(COLUMNS)
    rows = quality_rows()
    assert {row["corpus"] for row in rows} == {"reports", "development"}
    assert {row["kind"] for row in rows} == {*KINDS, "all"}
    assert {row["level"] for row in rows} <= set(LEVELS)
    assert {row["period"] for row in rows} <= set(PERIODS)
    assert len({(row["corpus"], row["kind"], row["level"], row["period"]) for row in rows}) == len(rows) > 150


def test_rates_follow_from_the_counts() -> None:
    for row in quality_rows():
        gold, extracted, right = row["gold"], row["extracted"], row["correct"]
        assert 0 <= right <= min(gold, extracted) and gold + extracted > 0, row
        assert row["precision"] == (round(right / extracted, 4) if extracted else None), row
        assert row["recall"] == (round(right / gold, 4) if gold else None), row
        assert row["f1"] == round(2 * right / (gold + extracted), 4), row


@pytest.mark.parametrize("column", ["kind", "level", "period"])
def test_all_is_the_sum_of_its_parts(column: str) -> None:
    sums: dict[tuple[Any, ...], list[int]] = defaultdict(lambda: [0, 0, 0])
    totals = {}
    for row in quality_rows():
        key = tuple(row[name] for name in ("corpus", "kind", "level", "period") if name != column)
        figures = [row["gold"], row["extracted"], row["correct"]]
        if row[column] == "all":
            totals[key] = figures
        else:
            sums[key] = [a + b for a, b in zip(sums[key], figures, strict=True)]
    assert totals == dict(sums)


def test_the_shipped_figures_are_of_the_shipped_reports() -> None:
    """As many reports as the folders hold, and as many facts as their gold has."""
    of_all = {row["corpus"]: row for row in quality_rows() if row["kind"] == row["level"] == row["period"] == "all"}
    assert of_all["reports"]["reports"] == len(list(REPORTS.glob("*.json")))
    assert of_all["development"]["reports"] == len(list((ROOT / "corpora" / "development").glob("*/*.json")))
    blocs = sum(len(json.loads(path.read_text("utf-8"))["blocs"]) for path in REPORTS.glob("*.json"))
    [row] = [r for r in quality_rows() if (r["corpus"], r["kind"]) == ("reports", "bloc") and r["level"] == r["period"] == "all"]  # fmt: skip
    assert row["gold"] == blocs


@pytest.mark.parametrize(
    ("gold", "level", "period"),
    [
        ({"blocs": [{"level": "tỉnh"}], "published": "2019-12-31"}, "tỉnh", "until 2019"),
        ({"blocs": [{"level": ["huyện", "tỉnh"]}], "published": ["2024-01-01", None]}, "huyện", "2020-2024"),
        ({"blocs": [{"level": "tỉnh"}, {"level": "xã"}], "published": "2025-01-01"}, "several", "2025 on"),
        ({"blocs": [{"level": None}], "published": None, "meetings": [{"date": "2026-01-02"}]}, "unknown", "2025 on"),
        ({"blocs": [], "published": None, "meetings": [{"date": None}]}, "none", "undated"),
        ({}, "none", "undated"),
    ],
)
def test_level_and_period_of_a_report(gold: dict[str, Any], level: str, period: str) -> None:
    assert (level_of(gold), period_of(gold)) == (level, period)


@pytest.mark.parametrize(
    ("folder", "corpus"),
    [("corpora/reports", "reports"), ("corpora/development/north", "development"), ("my/own", "own")],
)
def test_the_corpus_is_named_after_its_folder(folder: str, corpus: str) -> None:
    assert corpus_of(ROOT / folder) == corpus


def test_measuring_a_folder(tmp_path: Path) -> None:
    for name in ("da-001", "db-002"):
        for suffix in (".txt", ".json"):
            shutil.copy(REPORTS / f"{name}{suffix}", tmp_path)
    done = subprocess.run(
        [sys.executable, "-m", "pipeline.quality", str(tmp_path)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
        env={**os.environ, "PYTHONUTF8": "1"},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    right = list(csv.DictReader(done.stdout.splitlines()))
    assert right == [
        {name: "" if row[name] is None else str(row[name]) for name in COLUMNS} for row in measure([tmp_path])
    ]
    gold = json.loads((tmp_path / "da-001.json").read_text("utf-8"))
    gold["blocs"][0]["name"] = "Khối thi đua số 99"
    (tmp_path / "da-001.json").write_text(json.dumps(gold), encoding="utf-8")
    one_wrong = {row["kind"]: row for row in measure([tmp_path]) if row["level"] == row["period"] == "all"}
    [before] = [row for row in right if row["kind"] == "bloc" and row["level"] == row["period"] == "all"]
    assert one_wrong["bloc"]["correct"] == int(before["correct"]) - 1
    assert one_wrong["bloc"]["gold"] == int(before["gold"])


def test_every_snapshot_holds_the_table(tmp_path: Path) -> None:
    load(tmp_path, [page()], RUN)
    publish(tmp_path)
    rows = quality_rows()
    assert len(rows) == len(read_table("quality"))
    with open_warehouse(tmp_path, quiet=True) as con:
        held = con.execute(f"SELECT {', '.join(COLUMNS)} FROM quality").fetchall()
    assert sorted(held, key=str) == sorted((tuple(row[name] for name in COLUMNS) for row in rows), key=str)
