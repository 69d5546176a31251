"""The scorer: its figures against hand-counted rows, and against the reference scorer where that is present."""

from __future__ import annotations

import importlib.util
import json
import random
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from pipeline import evaluate

CORPORA = ("reports", "seeds")


def record(article_id: str = "r1", **facts: Any) -> dict[str, Any]:
    empty: dict[str, Any] = {key: [] for key in ("blocs", "meetings", "members", "leaders", "awards", "people")}
    return {"article_id": article_id, "title": "Tổng kết", "published": None, **empty, **facts}


def leader(agency: Any = "Sở Y tế", **changed: Any) -> dict[str, Any]:
    return {
        "bloc": "Khối 1",
        "role": "leader",
        "agency": agency,
        "person": None,
        "year": 2024,
        "status": "elected",
        **changed,
    }


def award(**changed: Any) -> dict[str, Any]:
    base = {"bloc": "Khối 1", "award": "Cờ thi đua", "grantor": "UBND tỉnh", "recipient": "Sở Y tế"}
    return {**base, "recipient_kind": "agency", "count": None, "year": 2023, "status": "proposed", **changed}


def counts(kind: str, gold: dict[str, Any], predicted: dict[str, Any]) -> tuple[int, int, int]:
    found = evaluate.score([gold], {predicted["article_id"]: predicted}).kinds[kind]
    return found.tp, found.fp, found.fn


@pytest.mark.parametrize(
    ("kind", "gold", "predicted", "expected"),
    [
        ("leader", {"leaders": [leader()]}, {"leaders": [leader()]}, (1, 0, 0)),
        ("leader", {"leaders": [leader()]}, {"leaders": [leader(year=2023)]}, (0, 1, 1)),
        ("leader", {"leaders": [leader(["Sở Y tế", "Y tế"])]}, {"leaders": [leader("Y TẾ")]}, (1, 0, 0)),
        # Case, dashes, "và", tone marks and a trailing locality do not count.
        ("leader", {"leaders": [leader("Sở Văn hoá - Thể thao")]}, {"leaders": [leader("sở văn hóa và thể thao tỉnh")]}, (1, 0, 0)),
        ("leader", {"leaders": [leader("UBND xã An Toàn")]}, {"leaders": [leader("Xã An Toàn")]}, (1, 0, 0)),
        # One predicted fact answers one gold fact only, and the matching is the largest possible one.
        ("leader", {"leaders": [leader(["A b", "C d"]), leader("A b")]}, {"leaders": [leader("A b"), leader("C d")]}, (2, 0, 0)),
        ("leader", {"leaders": [leader(), leader()]}, {"leaders": [leader()]}, (1, 0, 0)),
        ("award", {"awards": [award(recipient=None, count=2)]}, {"awards": [award(recipient=None, count=2)]}, (1, 0, 0)),
        ("award", {"awards": [award(recipient=None, count=2)]}, {"awards": [award(recipient=None, count=3)]}, (0, 1, 1)),
        ("award", {"awards": [award(recipient=None, count=2)]}, {"awards": [award()]}, (0, 1, 1)),
        # Members that the report's own leaders imply, and optional ones, are neither right nor wrong.
        ("member", {"leaders": [leader()]}, {"members": [{"bloc": "Khối 1", "agency": "Sở Y tế"}]}, (0, 0, 0)),
        ("member", {"members_optional": ["Sở Y tế"]}, {"members": [{"bloc": "Khối 1", "agency": "Sở Y tế"}]}, (0, 0, 0)),
        ("member", {}, {"members": [{"bloc": "Khối 1", "agency": "Sở Y tế"}]}, (0, 1, 0)),
    ],
)  # fmt: skip
def test_one_fact(kind: str, gold: dict[str, Any], predicted: dict[str, Any], expected: tuple[int, int, int]) -> None:
    assert counts(kind, record(**gold), record(**predicted)) == expected


def test_bloc_name_counts_where_gold_has_several() -> None:
    two = [{"name": "Khối 1"}, {"name": "Khối 2"}]
    gold = record(blocs=two, leaders=[leader()])
    assert counts("leader", gold, record(blocs=two, leaders=[leader(bloc="Khối 2")])) == (0, 1, 1)
    one = record(blocs=two[:1], leaders=[leader()])
    assert counts("leader", one, record(blocs=two[:1], leaders=[leader(bloc="Khối 2")])) == (1, 0, 0)


def test_report_without_prediction_is_missed_whole() -> None:
    scores = evaluate.score([record(leaders=[leader()])], {})
    assert (scores.all.fn, scores.perfect, scores.lowest) == (1, 0, 0.0)


def test_compare_lists_gained_and_lost() -> None:
    gold = [record(leaders=[leader(), leader("Sở Nội vụ")])]
    before = evaluate.score(gold, {"r1": record(leaders=[leader(), leader("Sở Xây dựng")])})
    after = evaluate.score(gold, {"r1": record(leaders=[leader("Sở Nội vụ"), leader("Sở Công an")])})
    changes = evaluate.compare(before, after)
    agencies = {
        name: [fact.slots[1][0] for fact in getattr(changes, name)]
        for name in ("gained", "lost", "new_wrong", "mended")
    }
    assert agencies == {
        "gained": ["sở nội vụ"],
        "lost": ["sở y tế"],
        "new_wrong": ["sở công an"],
        "mended": ["sở xây dựng"],
    }


def test_read_gold_says_what_is_missing(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="holds no gold record"):
        evaluate.read_gold(tmp_path)
    (tmp_path / "a.json").write_text("{", encoding="utf-8")
    with pytest.raises(ValueError, match=r"a\.json: no JSON"):
        evaluate.read_gold(tmp_path)


def test_read_run_skips_blank_lines_and_names_the_bad_one(tmp_path: Path) -> None:
    run = tmp_path / "run.jsonl"
    run.write_text(json.dumps(record()) + "\n\n", encoding="utf-8")
    assert list(evaluate.read_run(run)) == ["r1"]
    run.write_text(json.dumps(record()) + "\n[1]\n", encoding="utf-8")
    with pytest.raises(ValueError, match="line 2"):
        evaluate.read_run(run)


@pytest.fixture
def corpus(request: pytest.FixtureRequest) -> Path:
    """The folder of gold that the test's parameter names."""
    if request.param == "reports":
        bundled: Path = request.getfixturevalue("reports")
        return bundled
    shared: Path = request.getfixturevalue("shared")
    return shared / "corpus" / "seeds"


@pytest.mark.parametrize("corpus", CORPORA, indirect=True)
def test_gold_against_itself_is_perfect(corpus: Path) -> None:
    gold = evaluate.read_gold(corpus)
    first = {g["article_id"]: _first_options(g) for g in gold}
    scores = evaluate.score(gold, first)
    assert (scores.all.f1, scores.attributes, scores.perfect) == (1.0, 1.0, len(gold))


@pytest.mark.parametrize("corpus", CORPORA, indirect=True)
def test_figures_are_the_reference_scorer_s(corpus: Path, shared: Path) -> None:
    reference = _reference_scorer(shared / "tools" / "score.py")
    gold = evaluate.read_gold(corpus)
    dice = random.Random(7)
    for _ in range(20):
        predictions = {g["article_id"]: _damaged(_first_options(g), dice) for g in gold if dice.random() < 0.9}
        ours = evaluate.score(gold, predictions)
        counts, errors, perfect, attributes = reference.score(gold, predictions)
        kinds = {kind: reference.rates(*c) for kind, c in counts.items()}
        everything = reference.rates(*(sum(c[i] for c in counts.values()) for i in range(3)))
        assert ours.to_dict() == {
            "reports": len(gold),
            "perfect": perfect,
            "attributes": round(attributes, 4),
            "lowest": min(kinds[kind]["f1"] for kind in reference.KINDS),
            **kinds,
            "all": everything,
        }
        assert [(e.article_id, e.kind, e.what, [list(s) for s in e.slots]) for e in ours.errors] == errors


def _reference_scorer(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("reference_score", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _first_options(value: Any) -> Any:
    """A gold record as a prediction: the first accepted value of every slot."""
    if isinstance(value, dict):
        return {k: _first_slot(v) for k, v in value.items()}
    return value


def _first_slot(value: Any) -> Any:
    if isinstance(value, list) and (not value or not isinstance(value[0], dict)):
        return value[0] if value else []
    return [_first_options(item) for item in value] if isinstance(value, list) else value


def _damaged(prediction: dict[str, Any], dice: random.Random) -> dict[str, Any]:
    """Drop, repeat and change facts, so that every count of the scorer is exercised."""
    out = dict(prediction)
    for plural in ("blocs", "meetings", "members", "leaders", "awards", "people"):
        facts = [dict(fact) for fact in prediction.get(plural) or [] if dice.random() < 0.85]
        facts += [dict(fact) for fact in facts if dice.random() < 0.1]
        for fact in facts:
            if dice.random() < 0.2:
                key = dice.choice(sorted(fact))
                fact[key] = dice.choice([None, "Sở Y tế", "UBND tỉnh", fact[key]]) if key != "name" else "Khác"
        out[plural] = facts
    if dice.random() < 0.3:
        out["title"] = None
    out.pop("members_optional", None)
    return out
