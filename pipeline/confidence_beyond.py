"""How far a fact beyond the six kinds can be trusted: the share of right ones among those of its rule.

The counts are in `corpora/lexicon/confidence_beyond.csv`. They flatter, for the rules were written with these reports
in view; so the row `unseen` of each kind, which holds what was right when reports were first read that no rule knew,
counts with each of its rules.
`python -m pipeline.confidence_beyond FOLDER ...` reads the reports of folders that have such gold and prints it.
"""

from __future__ import annotations

import csv
import math
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from pipeline.lexicon import read_table
from pipeline.record import BEYOND, FURTHER_FACTS, Record

COLUMNS = ("kind", "rule", "right", "total")
UNSEEN = "unseen"
"""The row of a kind that is kept as it was first counted."""

Rule = tuple[str, str]


def weigh_beyond(record: Record) -> Record:
    """Return a record whose facts beyond the six kinds have their confidence: two decimals, from 0.01 to 0.99."""
    weights = shipped_weights()
    weighed: dict[str, Any] = {}
    for cls in FURTHER_FACTS:
        facts = getattr(record, cls.plural)
        if facts:
            weighed[cls.plural] = tuple(f.trusted(confidence(weights, f.kind, f.rule)) for f in facts)
    return replace(record, **weighed) if weighed else record


def confidence(weights: Mapping[Rule, tuple[int, int]], kind: str, rule: str) -> float:
    """Return the estimated share of right facts of a rule; 0.5 where nothing of its kind was counted."""
    of_rule, unseen = weights.get((kind, rule), (0, 0)), weights.get((kind, UNSEEN), (0, 0))
    share = (of_rule[0] + unseen[0] + 1) / (of_rule[1] + unseen[1] + 2)
    return max(0.01, min(0.99, math.floor(share * 100) / 100))


@lru_cache(maxsize=1)
def shipped_weights() -> dict[Rule, tuple[int, int]]:
    """Return the counts of the table in the installed package."""
    rows = read_table("confidence_beyond")
    return {(row["kind"], row["rule"]): (int(row["right"]), int(row["total"])) for row in rows}


def count(folders: Iterable[Path]) -> list[tuple[str, str, int, int]]:
    """Return the rows of the table for the reports of folders.

    Raises:
        FileNotFoundError: a folder holds no gold, or gold has no text beside it.
        ValueError: a gold file is no record.
    """
    from pipeline.evaluate import read_gold
    from pipeline.evaluate_beyond import read_gold_beyond, score_beyond
    from pipeline.pages import read_copied_page
    from pipeline.reader import extract, load_language

    nlp = load_language()
    right: Counter[Rule] = Counter()
    total: Counter[Rule] = Counter()
    for folder in folders:
        for six in read_gold(folder):
            name = six["article_id"]
            gold = read_gold_beyond(folder, [name])
            if not gold:
                continue
            text = (folder / f"{name}.txt").read_text("utf-8")
            for fact in extract(read_copied_page(text, name), nlp).facts():
                if fact.kind in BEYOND:
                    one = {"article_id": name, fact.plural: [fact.to_dict() | {"behind": []}]}
                    counts = score_beyond([six], gold, {name: one}).kinds[fact.kind]
                    right[fact.kind, fact.rule] += counts.tp
                    total[fact.kind, fact.rule] += counts.tp + counts.fp
    for rule, (of_rule, of_all) in shipped_weights().items():
        if rule[1] == UNSEEN:
            right[rule], total[rule] = of_rule, of_all
    order = sorted(total, key=lambda rule: (BEYOND.index(rule[0]), rule[1]))
    return [(*rule, right[rule], total[rule]) for rule in order]


def main(arguments: Sequence[str]) -> None:
    """Print the table for the reports of the folders."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(count(map(Path, arguments)))


if __name__ == "__main__":
    main(sys.argv[1:])
