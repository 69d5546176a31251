"""How far each rule can be trusted: its facts on gold reports, counted right and wrong.

`python -m pipeline.confidence FOLDER ...` reads the reports of folders (NAME.txt beside its gold NAME.json) and prints
the table `corpora/lexicon/confidence.csv`: kind, rule, right, total. From it a fact gets its confidence, (right + 1) /
(total + 2) of its rule in two decimals; a rule that was never counted gets 0.5. Facts with a name whose end is in doubt
(pipeline/mentions/words.py) are counted under the rule `doubted`, whatever rule made them.

What was counted for the table that Thidua ships: 191 reports, which are the 36 of `corpora/reports`, the 150 of
`corpora/development` and five real ones. All but the five were written for this project after the manner of real ones.

The rules were written with these reports in view, so on reports of other portals they err more often: read the figures
as an order among rules, not as odds. Which facts are right is the scorer's word (pipeline/evaluate.py): one that the
guideline leaves open counts neither way.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from pipeline.evaluate import Counts, read_gold, score
from pipeline.language import counted_as, doc_of, load_language
from pipeline.pages import read_copied_page
from pipeline.record import FACTS, Fact, Record

COLUMNS = ("kind", "rule", "right", "total")


def measure(folders: Iterable[Path]) -> list[tuple[str, str, int, int]]:
    """Count the facts of each rule on the reports of folders.

    Returns:
        (kind, rule, right, total), the kinds in the order of records and the rules by name.

    Raises:
        FileNotFoundError: a folder holds no gold, or gold has no text beside it.
        ValueError: a gold file is no record.
    """
    nlp = load_language()
    right: Counter[tuple[str, str]] = Counter()
    total: Counter[tuple[str, str]] = Counter()
    for folder in folders:
        for gold in read_gold(folder):
            name = gold["article_id"]
            doc = nlp(doc_of(nlp, read_copied_page((folder / f"{name}.txt").read_text("utf-8"), name)))
            for fact, counts in _checked(gold, doc._.record):
                key = fact.kind, counted_as(fact, doc)
                right[key] += counts.tp
                total[key] += counts.tp + counts.fp
    kinds = [cls.kind for cls in FACTS]
    keys = sorted((key for key in total if total[key]), key=lambda key: (kinds.index(key[0]), key[1]))
    return [(*key, right[key], total[key]) for key in keys]


def _checked(gold: Mapping[str, Any], record: Mapping[str, Any]) -> Iterator[tuple[Fact, Counts]]:
    """Yield each fact with the scorer's counts for a record that holds it alone (and the blocs that it refers to)."""
    typed = Record.from_dict(dict(record))
    for cls in FACTS:
        for fact, as_json in zip(getattr(typed, cls.plural), record[cls.plural], strict=True):
            alone = {"article_id": gold["article_id"], "blocs": record["blocs"], cls.plural: [as_json]}
            yield fact, score([gold], {gold["article_id"]: alone}).kinds[cls.kind]


def main(folders: Sequence[str]) -> None:
    """Print the table for the reports of the folders."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(measure(map(Path, folders)))


if __name__ == "__main__":
    main(sys.argv[1:])
