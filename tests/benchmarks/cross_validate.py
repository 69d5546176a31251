"""Do a trained model, or underthesea's NER, find agencies that the grammar and the lexicon miss? By cross-validation.

    python -m tests.benchmarks.cross_validate corpora/reports corpora/development/*

Each report is read with a model that saw no report of its province; a model takes a minute or two to train. All is
done twice, for the lexicon was made with these reports in view: with the lexicon as it is, and without the agencies and
heads that occur in no other part's reports, which are then names that no lexicon has.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from unittest.mock import patch

from pipeline import lexicon, steps
from pipeline.evaluate import Counts, agency_folder, options, places_of, score
from pipeline.lexicon import cells, read_table, shared_lexicon
from pipeline.mentions import agency_grammar
from pipeline.mentions.agency_local import each_body
from pipeline.mentions.agency_places import official_name
from pipeline.mentions.places import UNITS
from pipeline.reading import Reading, tokens_of
from pipeline.record import KINDS

from .agency_ner import Report, Span, gold_agencies, read_reports, train
from .open_vocabulary import VARIANTS, Finder, Variant, read_with, spacy_finder, underthesea_finder
from .pages import markdown, publish

FOLDS = 5
_UNIT_WORDS = frozenset(words[0] for words in UNITS)
_SHOWN = ("member", "leader", "award", "person")
"""The kinds of facts that hold agencies."""


@dataclass(slots=True)
class Tally:
    """What a variant reached: counts by kind, facts in reports that have none, and gold agencies with a mention."""

    kinds: Counter[tuple[str, str]] = field(default_factory=Counter)
    in_negatives: int = 0
    mentions: Counter[str] = field(default_factory=Counter)

    def counts(self, *kinds: str) -> Counts:
        """Return the counts of some kinds together."""
        return Counts(*(sum(self.kinds[kind, what] for kind in kinds) for what in ("tp", "fp", "fn")))

    def __add__(self, other: Tally) -> Tally:
        together = self.in_negatives + other.in_negatives
        return Tally(self.kinds + other.kinds, together, self.mentions + other.mentions)

    def measure(self, variant: Variant, find: Finder | None, reports: Sequence[Report]) -> None:
        """Add what a variant makes of reports."""
        records: dict[str, Any] = {}
        for article, gold in reports:
            reading, record = read_with(variant, find, article)
            records[article.article_id] = record.to_dict()
            self.mentions += _found_agencies(reading, gold)
            self.in_negatives += 0 if gold["blocs"] else len(list(record.facts()))
        for kind, counts in score([gold for _, gold in reports], records).kinds.items():
            self.kinds += Counter({(kind, "tp"): counts.tp, (kind, "fp"): counts.fp, (kind, "fn"): counts.fn})


def _found_agencies(reading: Reading, gold: dict[str, Any]) -> Counter[str]:
    """Count a report's gold agencies: "all" and "open", the names that no lexicon has; and those with a mention."""
    fold = agency_folder(places_of(gold))
    bodies = [body for m in reading.of("AGENCY") for body in each_body(m)]
    found = {fold(name) for m in bodies for name in (m.value, official_name(m, keep_place=True))}
    counts: Counter[str] = Counter()
    for forms in {options(forms, fold): forms for forms in gold_agencies(gold)}.values():
        right = any(fold(form) in found for form in forms)
        for which in ("all", "open") if all(map(_is_open, forms)) else ("all",):
            counts.update([which, f"{which} found"] if right else [which])
    return counts


def _is_open(name: str) -> bool:
    """Whether the lexicon lacks a name, with or without a locality after it, and it is no place or a place's own body."""
    words, raw = tokens_of(name), re.findall(r"\w+|[^\w\s]", name)
    head = shared_lexicon().heads.match(words, 0)
    if words[0] in _UNIT_WORDS or (head and head[1].place == "self"):
        return False
    listed = shared_lexicon().agencies.match(words, raw, 0, len(words))
    return not (listed and (listed[0] == len(words) or listed[1].place != "drop" or words[listed[0]] in _UNIT_WORDS))


def folds(reports: Iterable[Report], number: int = FOLDS) -> list[list[Report]]:
    """Return the reports in parts of about the same size, of which no two share a province."""
    groups: defaultdict[str, list[Report]] = defaultdict(list)
    for article, gold in reports:
        groups[(places_of(gold) or [article.province or article.article_id])[0]].append((article, gold))
    parts: list[list[Report]] = [[] for _ in range(number)]
    for _, group in sorted(groups.items(), key=lambda item: (-len(item[1]), item[0])):
        min(parts, key=len).extend(group)
    return parts


def known_only_from(part: Sequence[Report], others: Sequence[Report]) -> frozenset[str]:
    """Return the agencies and heads of the lexicon that stand in reports of `part` and in no other."""

    def text(reports: Sequence[Report]) -> str:
        return "".join(f" {' '.join(tokens_of(article.text))} " for article, _ in reports)

    here, there = text(part), text(others)
    hidden = set()
    for table, key, variants in (("agencies", "name", "variants"), ("heads", "head", "written")):
        for row in read_table(table):
            forms = [f" {' '.join(tokens_of(form))} " for form in (row[key], *cells(row[variants]))]
            if any(form in here for form in forms) and not any(form in there for form in forms):
                hidden.add(row[key])
    return frozenset(hidden)


@contextmanager
def lexicon_without(names: frozenset[str]) -> Iterator[None]:
    """Let the pipeline read with a lexicon that lacks these agencies and heads."""

    def read(table: str) -> list[dict[str, str]]:
        key = {"agencies": "name", "heads": "head"}.get(table)
        return [row for row in read_table(table) if key is None or row[key] not in names]

    def forget() -> None:
        for cached in (shared_lexicon, steps._agency_finder, steps._bloc_finder):
            cached.cache_clear()

    forget()
    try:
        with patch.object(lexicon, "read_table", read), patch.object(agency_grammar, "read_table", read):
            yield
    finally:
        forget()


def _remembering(find: Finder) -> Finder:
    seen: dict[tuple[str, ...], list[Span]] = {}

    def remember(sentences: list[list[str]]) -> list[list[Span]]:
        new = [words for words in sentences if tuple(words) not in seen]
        seen.update(zip(map(tuple, new), find(new), strict=True))
        return [seen[tuple(words)] for words in sentences]

    return remember


def compare(part: Sequence[Report], others: Sequence[Report]) -> dict[tuple[bool, Variant], Tally]:
    """Return what each variant reaches on `part` with a model that was trained on `others`.

    Keys are (whether what only `part` attests is hidden from the lexicon, variant). The model never saw it.
    """
    hidden = known_only_from(part, others)
    with lexicon_without(hidden):
        started = time.process_time()
        finders = {"spaCy": _remembering(spacy_finder(train(others))), "underthesea": _remembering(underthesea_finder)}
        print(f"trained in {time.process_time() - started:.0f} s", file=sys.stderr, flush=True)
    tallies = {(hide, variant): Tally() for hide in (False, True) for variant in VARIANTS}
    for (hide, variant), tally in tallies.items():
        with lexicon_without(hidden if hide else frozenset()):
            tally.measure(variant, finders.get(variant.finder), part)
    return tallies


def cross_validate(reports: Sequence[Report]) -> dict[tuple[bool, Variant], Tally]:
    """Return what `compare` gives for each of the folds, added up."""
    parts = folds(reports)
    total: dict[tuple[bool, Variant], Tally] = {}
    for part in parts:
        others = [report for other in parts if other is not part for report in other]
        for key, tally in compare(part, others).items():
            total[key] = total.get(key, Tally()) + tally
    return total


def table_of(tallies: dict[Variant, Tally]) -> str:
    """Return the figures as a Markdown table."""
    head = ["", "F1", *_SHOWN, "facts in reports without any", "agencies found", "of these in no lexicon"]
    rows = [head]
    for variant, tally in tallies.items():
        rates = [f"{tally.counts(*KINDS).f1:.4f}", *(f"{tally.counts(kind).f1:.3f}" for kind in _SHOWN)]
        found = [f"{tally.mentions[f'{which} found']} of {tally.mentions[which]}" for which in ("all", "open")]
        rows.append([str(variant), *rates, str(tally.in_negatives), *found])
    return markdown(rows)


def page_of(tallies: dict[tuple[bool, Variant], Tally]) -> str:
    """Return both tables, with what they are above them."""
    titles = {False: "The lexicon as it is", True: "The lexicon without what only the part's own reports attest"}
    tables = []
    for hide, title in titles.items():
        table = table_of({variant: tally for (hidden, variant), tally in tallies.items() if hidden == hide})
        tables.append(f"{title}:\n\n{table}")
    return "\n\n".join(tables)


def main() -> None:
    """Print the tables of the comparison, or put them into a page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--into", type=Path, help="the page to write the tables into")
    parser.add_argument("folders", nargs="+", type=Path, help="reports with gold")
    options = parser.parse_args()
    publish(page_of(cross_validate(read_reports(options.folders))), "open vocabulary", options.into)


if __name__ == "__main__":
    main()
