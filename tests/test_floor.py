"""The floor of the reading on the gold reports, by kind. Lowering a figure here is a deliberate edit."""

from __future__ import annotations

from pathlib import Path

from reading_rows import language

from pipeline import extract
from pipeline.evaluate import Scores, read_gold, score
from pipeline.pages import read_copied_page

# What the reading reaches, rounded down to two decimals; `attributes` is the share of right attributes.
BUNDLED = {
    "bloc": 1.0,
    "meeting": 1.0,
    "member": 0.99,
    "leader": 0.99,
    "award": 0.91,
    "person": 0.98,
    "all": 0.97,
    "attributes": 0.97,
}
SEEDS = dict.fromkeys(BUNDLED, 1.0)


def measured(folder: Path) -> dict[str, float]:
    gold = read_gold(folder)
    articles = [read_copied_page((folder / f"{g['article_id']}.txt").read_text("utf-8"), g["article_id"]) for g in gold]
    scores: Scores = score(gold, {a.article_id: extract(a, language()).to_dict() for a in articles})
    kinds = {kind: counts.f1 for kind, counts in scores.kinds.items()}
    return {**kinds, "all": scores.all.f1, "attributes": scores.attributes}


def below(floor: dict[str, float], figures: dict[str, float]) -> dict[str, tuple[float, float]]:
    return {kind: (round(figures[kind], 4), least) for kind, least in floor.items() if figures[kind] < least}


def test_bundled_reports(reports: Path) -> None:
    assert below(BUNDLED, measured(reports)) == {}


def test_seeds(shared: Path) -> None:
    assert below(SEEDS, measured(shared / "corpus" / "seeds")) == {}
