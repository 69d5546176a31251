"""Confidence is counted: each rule's share of right facts on gold reports, the same for every fact of the rule."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import subprocess
import sys
from functools import lru_cache
from pathlib import Path

import pytest
from reading_rows import language

from pipeline.confidence import measure
from pipeline.language import DOUBTED, counted_as, doc_of
from pipeline.lexicon import read_table, share, shared_lexicon
from pipeline.pages import read_copied_page
from pipeline.record import Fact, Record

ROOT = Path(__file__).resolve().parent.parent
REPORTS = ROOT / "corpora" / "reports"


@lru_cache(maxsize=1)
def bundled() -> list[tuple[Fact, str]]:
    """The facts of the bundled reports, each with the rule that it counts under."""
    nlp, found = language(), []
    for path in sorted(REPORTS.glob("*.txt")):
        doc = nlp(doc_of(nlp, read_copied_page(path.read_text("utf-8"), path.stem)))
        found += [(fact, counted_as(fact, doc)) for fact in Record.from_dict(doc._.record).facts()]
    return found


@pytest.mark.parametrize(
    ("right", "total", "expected"),
    [(0, 0, 0.5), (1, 1, 0.66), (0, 1, 0.33), (6, 9, 0.63), (96, 96, 0.98), (998, 998, 0.99), (9_999, 9_999, 0.99)],
)
def test_the_share_of_right_facts(right: int, total: int, expected: float) -> None:
    assert share(right, total) == expected


def test_counts_are_counts() -> None:
    for row in read_table("confidence"):
        assert 0 <= int(row["right"]) <= int(row["total"]), row
        assert int(row["total"]) > 0, row


def test_a_rule_has_one_row() -> None:
    assert len(shared_lexicon().confidence) == len(read_table("confidence"))


def test_every_fact_has_the_confidence_of_its_rule() -> None:
    table = shared_lexicon().confidence
    assert {(f.kind, rule): f.confidence for f, rule in bundled()} == {
        (f.kind, rule): table[f.kind, rule] for f, rule in bundled()
    }
    assert all(0 < fact.confidence < 1 for fact, _ in bundled())
    assert len({fact.confidence for fact, _ in bundled()}) > 5


def test_the_tables_rules_are_rules_of_the_reader() -> None:
    """A row whose rule was renamed says nothing; only rules too rare for the bundled reports are not met in them."""
    made = {(fact.kind, rule) for fact, rule in bundled()}
    common = {(row["kind"], row["rule"]) for row in read_table("confidence") if int(row["total"]) > 40}
    assert common - made == set()


def test_a_fact_with_a_doubted_name_is_counted_apart() -> None:
    text = "Khối thi đua số 5 tỉnh Cà Mau tổng kết năm 2022. Hội nghị bầu Sở Y tế làm Trưởng khối, Sở Tư pháp làm Phó khối."
    nlp = language()
    doc = nlp(text)
    leaders = Record.from_dict(doc._.record).leaders
    assert [leader.agency for leader in leaders] == ["Sở Y tế", "Sở Tư pháp"]
    assert [counted_as(leader, doc) for leader in leaders] == [leader.rule for leader in leaders]
    start = text.index("Sở Y tế")
    doc.spans["doubted"] = [doc.char_span(start, start + len("Sở Y tế"))]
    assert [counted_as(leader, doc) for leader in leaders] == [DOUBTED, leaders[1].rule]


def test_a_rule_without_a_row_is_as_good_as_a_coin() -> None:
    assert shared_lexicon().confidence.get(("award", "no such rule")) is None
    assert share(0, 0) == 0.5


def test_measuring_twice_gives_the_same(tmp_path: Path) -> None:
    for name in ("da-001", "db-002"):
        for suffix in (".txt", ".json"):
            shutil.copy(REPORTS / f"{name}{suffix}", tmp_path)
    once = measure([tmp_path])
    assert once
    assert measure([tmp_path]) == once
    done = subprocess.run(
        [sys.executable, "-m", "pipeline.confidence", str(tmp_path)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
        env={**os.environ, "PYTHONUTF8": "1"},
    )
    assert done.returncode == 0, done.stderr
    rows = list(csv.reader(io.StringIO(done.stdout)))
    assert rows == [["kind", "rule", "right", "total"], *([*map(str, row)] for row in once)]


def test_right_and_wrong_facts_are_told_apart(tmp_path: Path) -> None:
    """One report against its gold, and against gold that names the bloc otherwise."""
    shutil.copy(REPORTS / "da-001.txt", tmp_path)
    gold = json.loads((REPORTS / "da-001.json").read_text("utf-8"))
    shutil.copy(REPORTS / "da-001.json", tmp_path)
    before = {row[:2]: row[2:] for row in measure([tmp_path])}
    gold["blocs"][0]["name"] = "Khối thi đua số 99"
    (tmp_path / "da-001.json").write_text(json.dumps(gold), encoding="utf-8")
    after = {row[:2]: row[2:] for row in measure([tmp_path])}
    bloc = next(key for key in before if key[0] == "bloc")
    assert before[bloc] == (1, 1)
    assert after[bloc] == (0, 1)


def test_gold_without_a_text_is_named(tmp_path: Path) -> None:
    shutil.copy(REPORTS / "da-001.json", tmp_path)
    with pytest.raises(FileNotFoundError, match=r"da-001\.txt"):
        measure([tmp_path])
