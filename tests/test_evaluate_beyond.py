"""The scorer of documents, movements, initiatives and rankings: its figures against hand-counted rows."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from running import thidua

from pipeline.evaluate import Counts
from pipeline.evaluate_beyond import KINDS_BEYOND, read_gold_beyond, score_beyond

ONE_BLOC = {"article_id": "r", "blocs": [{"name": "Khối thi đua số 1", "province": "Kon Tum", "district": None}]}
TWO_BLOCS = {"article_id": "r", "blocs": [{"name": "Khối thi đua số 1"}, {"name": "Khối thi đua số 2"}]}
LEADER = {"kind": "leader", "what": "leader", "who": "Sở Y tế", "year": 2024, "bloc": "Khối thi đua số 1"}
DECISION = {"type": "Quyết định", "number": "12/QĐ-UBND", "date": "2024-01-03", "issuer": ["UBND tỉnh", None]}
LAW = {"type": "Luật", "number": None, "date": None, "issuer": None, "subject": "Thi đua, Khen thưởng"}
MOVEMENT = {"type": "phong trào", "name": "Dân vận khéo", "year": 2024, "period": "coming", "bloc": None}
MODEL = {"type": "mô hình", "name": "Hẻm xanh", "agency": "UBND phường 5"}
RANK = {"bloc": "Khối thi đua số 1", "agency": "Sở Y tế", "position": 1, "score": 986, "year": 2023}

# Kind, gold, prediction, and right, wrong and missed facts.
ROWS: list[tuple[str, dict[str, Any], dict[str, Any], tuple[int, int, int]]] = [
    ("document", {"documents": [DECISION]}, {"documents": [{**DECISION, "issuer": None, "subject": "x"}]}, (1, 0, 0)),
    ("document", {"documents": [DECISION]}, {"documents": [{**DECISION, "issuer": "UBND huyện"}]}, (0, 1, 1)),
    ("document", {"documents": [DECISION]}, {"documents": [{**DECISION, "date": None}]}, (0, 1, 1)),
    ("document", {"documents": [LAW]}, {"documents": [{**LAW, "subject": "Thi đua - Khen thưởng"}]}, (1, 0, 0)),
    ("document", {"documents": [{**LAW, "optional": True}]}, {"documents": [LAW]}, (0, 0, 0)),
    ("document", {"documents": [{**LAW, "optional": True}]}, {}, (0, 0, 0)),
    ("document", {}, {"documents": [LAW]}, (0, 1, 0)),
    (
        "behind",
        {"documents": [{**DECISION, "behind": [LEADER]}]},
        {"documents": [{**DECISION, "behind": [{**LEADER, "who": "Sở Y tế tỉnh Kon Tum"}]}]},
        (1, 0, 0),
    ),
    ("behind", {"documents": [{**DECISION, "behind": [LEADER]}]}, {"documents": [DECISION]}, (0, 0, 1)),
    ("movement", {"movements": [MOVEMENT]}, {"movements": [{**MOVEMENT, "name": "“Dân vận khéo”"}]}, (1, 0, 0)),
    ("movement", {"movements": [MOVEMENT]}, {"movements": [{**MOVEMENT, "period": "reviewed"}]}, (0, 1, 1)),
    ("initiative", {"initiatives": [MODEL]}, {"initiatives": [{**MODEL, "agency": "phường 5"}]}, (1, 0, 0)),
    ("initiative", {"initiatives": [MODEL]}, {"initiatives": [{**MODEL, "agency": None}]}, (0, 1, 1)),
    ("ranking", {"rankings": [RANK]}, {"rankings": [{**RANK, "score": 986.0}]}, (1, 0, 0)),
    ("ranking", {"rankings": [RANK]}, {"rankings": [{**RANK, "position": 2}]}, (0, 1, 1)),
    ("ranking", {"rankings": [RANK]}, {"rankings": [{**RANK, "bloc": "Khối thi đua số 2"}]}, (1, 0, 0)),
]


@pytest.mark.parametrize(("kind", "gold", "predicted", "counts"), ROWS, ids=[f"{n}-{r[0]}" for n, r in enumerate(ROWS)])
def test_a_fact_is_right_wrong_or_missed(
    kind: str, gold: dict[str, Any], predicted: dict[str, Any], counts: tuple[int, int, int]
) -> None:
    scores = score_beyond([ONE_BLOC], {"r": gold}, {"r": predicted})
    assert scores.kinds[kind] == Counts(*counts)
    assert scores.reports == 1 and set(scores.kinds) == set(KINDS_BEYOND)
    assert len(scores.errors) == sum(c.fp + c.fn for c in scores.kinds.values())


def test_where_gold_has_several_blocs_a_ranking_takes_its_own() -> None:
    other = {**RANK, "bloc": "Khối thi đua số 2"}
    scores = score_beyond([TWO_BLOCS], {"r": {"rankings": [RANK]}}, {"r": {"rankings": [other]}})
    assert scores.kinds["ranking"] == Counts(0, 1, 1)


def test_reports_without_such_gold_are_passed_over() -> None:
    scores = score_beyond([ONE_BLOC], {}, {"r": {"rankings": [RANK]}})
    assert (scores.reports, scores.all) == (0, Counts())


def test_a_broken_gold_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "beyond").mkdir()
    (tmp_path / "beyond" / "r.json").write_text("{", "utf-8")
    with pytest.raises(ValueError, match=r"r\.json: no JSON"):
        read_gold_beyond(tmp_path, ["r"])


def test_evaluate_prints_the_scores_below_the_headline(tmp_path: Path, reports: Path) -> None:
    folder = tmp_path / "reports"
    (folder / "beyond").mkdir(parents=True)
    for name in ("da-006.txt", "da-006.json", "beyond/da-006.json", "da-001.txt", "da-001.json"):
        shutil.copy(reports / name, folder / name)
    said = thidua("evaluate", folder, cwd=tmp_path).stdout.decode("utf-8")
    headline, _, below = said.partition("beyond the six kinds, 1 reports:\n")
    assert "all      tp" in headline and [line.split()[0] for line in below.splitlines()] == [*KINDS_BEYOND, "all"]
    figures = json.loads(thidua("evaluate", "--json", folder, cwd=tmp_path).stdout)
    assert figures["beyond"]["reports"] == 1 and figures["beyond"]["ranking"]["tp"] == 3
    assert figures["reports"] == 2 and "ranking" not in figures
    (folder / "beyond" / "da-006.json").unlink()
    assert "beyond" not in json.loads(thidua("evaluate", "--json", folder, cwd=tmp_path).stdout)
