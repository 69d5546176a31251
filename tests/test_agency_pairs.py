"""300 pairs of written names, labelled before the rules: which are one agency."""

from __future__ import annotations

import calendar
import csv
from datetime import date
from pathlib import Path

import pytest

from pipeline.evaluate import Counts
from pipeline.registry.agencies import AgencyMention, same_agency
from pipeline.registry.places import load_places

PAIRS = Path(__file__).parent / "data" / "agency_pairs.csv"


def _day(text: str) -> date | None:
    if not text:
        return None
    year, *month = map(int, text.split("-"))
    last = month[0] if month else 12
    return date(year, last, calendar.monthrange(year, last)[1])


def _pair(row: dict[str, str], side: str) -> AgencyMention:
    day = _day(row[f"{side}_year"])
    names = row[f"{side}_place"].split("/") if row[f"{side}_place"] else []
    place = load_places().find(*names, day=day) if names else None
    return AgencyMention(row[side], place, day=day, page_id="" if place else side)


def test_the_labelled_pairs(capsys: pytest.CaptureFixture[str]) -> None:
    """300 pairs of real written names, labelled by hand before the rules; half of them near misses."""
    rows = list(csv.DictReader(PAIRS.open(encoding="utf-8", newline="")))
    assert len(rows) == 300
    counts, missed, wrong = Counts(), [], []
    for row in rows:
        same = same_agency(_pair(row, "left"), _pair(row, "right"), load_places())
        labelled = row["same"] == "yes"
        counts += Counts(tp=same and labelled, fp=same and not labelled, fn=labelled and not same)
        if same != labelled:
            (wrong if same else missed).append((row["left"], row["right"]))
    with capsys.disabled():
        print(f"\nagency pairs: P {counts.precision:.4f} R {counts.recall:.4f} F1 {counts.f1:.4f}")
    assert wrong == []
    assert counts.f1 >= 0.98, missed
