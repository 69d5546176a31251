"""How right and how complete the reading is, by kind of fact, level of the bloc and period: counted on gold reports.

`python -m pipeline.quality FOLDER ...` reads the reports of folders (NAME.txt beside its gold NAME.json) and prints the
table `corpora/lexicon/quality.csv`, which every snapshot holds as the table `quality`. What is right, wrong and missed
is the scorer's word (pipeline/evaluate.py).

The rules were written with these reports in view: the figures compare kinds, levels and periods with each other, and
promise nothing for new reports. What sets of reports scored before anybody had read them is in docs/accuracy.md; those
figures are of other states of the program and cannot be had by level or period.
"""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from pipeline.evaluate import Counts, read_gold, score
from pipeline.lexicon import read_table
from pipeline.record import KINDS

COLUMNS = (
    "corpus", "kind", "level", "period", "reports", "gold", "extracted", "correct", "precision", "recall", "f1",
)  # fmt: skip
LEVELS = ("trung ương", "tỉnh", "huyện", "xã", "đơn vị", "several", "unknown", "none", "all")
"""The levels of blocs; `several` in one report, `none` where a report tells of no bloc."""
PERIODS = ("until 2019", "2020-2024", "2025 on", "undated", "all")
_ALL = "all"
_COUNTS = ("reports", "gold", "extracted", "correct")
_RATES = ("precision", "recall", "f1")

Row = dict[str, Any]


def measure(folders: Iterable[Path]) -> list[Row]:
    """Read the reports of folders and count right, wrong and missed facts.

    Returns:
        Rows of `COLUMNS` for each corpus, kind, level and period that has facts, with `all` for all of them; rates are
        rounded to four digits, None where nothing was asked. Corpora by name, the rest in the order of the constants.

    Raises:
        FileNotFoundError: a folder holds no gold, or gold has no text beside it.
        ValueError: a gold file is no record.
    """
    from pipeline.language import doc_of, load_language
    from pipeline.pages import read_copied_page

    nlp = load_language()
    counts: dict[tuple[str, str, str, str], Counts] = {}
    reports: dict[tuple[str, str, str], int] = {}
    for folder in folders:
        for gold in read_gold(folder):
            name = gold["article_id"]
            doc = nlp(doc_of(nlp, read_copied_page((folder / f"{name}.txt").read_text("utf-8"), name)))
            by_kind = score([gold], {name: doc._.record}).kinds
            for level in (level_of(gold), _ALL):
                for period in (period_of(gold), _ALL):
                    group = corpus_of(folder), level, period
                    reports[group] = reports.get(group, 0) + 1
                    for kind, found in (*by_kind.items(), (_ALL, sum(by_kind.values(), Counts()))):
                        key = group[0], kind, level, period
                        counts[key] = counts.get(key, Counts()) + found
    rows = [_row(key, reports[key[0], key[2], key[3]], found) for key, found in counts.items()]
    return sorted((row for row in rows if row["gold"] + row["extracted"]), key=_order)


def corpus_of(folder: Path) -> str:
    """Return the name of a folder's corpus: the part of its path after `corpora`, else its own name."""
    parts = folder.resolve().parts
    after = [part for before, part in pairwise(parts) if before == "corpora"]
    return after[-1] if after else parts[-1]


def level_of(gold: Mapping[str, Any]) -> str:
    """Return the level of a gold record's blocs."""
    levels = {_first(bloc.get("level")) for bloc in gold.get("blocs") or []}
    if len(levels) > 1:
        return "several"
    return str(levels.pop() or "unknown") if levels else "none"


def period_of(gold: Mapping[str, Any]) -> str:
    """Return the period in which a gold record's report was published; without a day, that of its first meeting."""
    days = [gold.get("published"), *(meeting.get("date") for meeting in gold.get("meetings") or [])]
    year = next((int(match[0]) for day in days if (match := re.match(r"\d{4}", str(_first(day))))), None)
    if year is None:
        return "undated"
    return PERIODS[0] if year < 2020 else PERIODS[1] if year < 2025 else PERIODS[2]


def quality_rows() -> list[Row]:
    """Return the shipped table as rows of the warehouse's table `quality`."""
    return [
        {
            **row,
            **{name: int(row[name]) for name in _COUNTS},
            **{name: float(row[name]) if row[name] else None for name in _RATES},
        }
        for row in read_table("quality")
    ]


def _row(key: tuple[str, str, str, str], reports: int, counts: Counts) -> Row:
    gold, extracted = counts.tp + counts.fn, counts.tp + counts.fp
    return {
        **dict(zip(COLUMNS, (*key, reports, gold, extracted, counts.tp), strict=False)),
        "precision": round(counts.tp / extracted, 4) if extracted else None,
        "recall": round(counts.tp / gold, 4) if gold else None,
        "f1": round(2 * counts.tp / (gold + extracted), 4) if gold + extracted else None,
    }


def _order(row: Row) -> tuple[str, int, int, int]:
    kinds = (*KINDS, _ALL)
    return row["corpus"], kinds.index(row["kind"]), LEVELS.index(row["level"]), PERIODS.index(row["period"])


def _first(value: Any) -> Any:
    """Return the preferred one of a gold value's accepted ones."""
    return value[0] if isinstance(value, list) else value


def main(folders: Sequence[str]) -> None:
    """Print the table for the reports of the folders."""
    writer = csv.DictWriter(sys.stdout, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(measure(map(Path, folders)))


if __name__ == "__main__":
    main(sys.argv[1:])
