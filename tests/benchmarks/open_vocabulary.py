"""Agencies that no lexicon has: does a trained model, or underthesea's NER, find what the grammar misses?

Both propose names in the sentences in play. What they propose is joined to the grammar's mentions in two ways, each
measured alone and together:

- `add`: a name where no mention of any kind stands becomes an agency;
- `vote`: where a name of the grammar begins with a proposed one and ends elsewhere, the proposed end holds.

    python -m tests.benchmarks.open_vocabulary train FOLDER corpora/reports corpora/development/*
    python -m tests.benchmarks.open_vocabulary cross-validate corpora/reports corpora/development/*

`cross-validate` reads each report with a model that saw no report of its province. It does so twice, for the lexicon
was made with these reports in view: as it is, and without the agencies and heads that occur in no other province's
reports, which are then names that no lexicon has.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from unittest.mock import patch

from spacy.language import Language
from spacy.tokens import Doc

from pipeline import language, lexicon, load_language
from pipeline.evaluate import Counts, _agency_folder, _options, _places, score
from pipeline.language import doc_of
from pipeline.lexicon import cells, read_table, shared_lexicon
from pipeline.mentions import agency_grammar
from pipeline.mentions.agency_local import each_body
from pipeline.mentions.agency_places import official_name, with_place
from pipeline.mentions.places import UNITS, locality_at
from pipeline.reading import Mention, Reading, Sentence, tokens_of
from pipeline.record import KINDS, Record

from .agency_ner import Report, Span, gold_agencies, is_in_play, read_reports, train
from .pages import publish

FOLDS = 5
_BY_GRAMMAR = frozenset(("grammar", "elliptical-grammar"))
_SHARED_BY_KINDS = frozenset(("WORD", "YEAR", "COUNT"))
"""Mentions that an agency's name may hold."""
_UNIT_WORDS = frozenset(words[0] for words in UNITS)

Finder = Callable[[list[list[str]]], list[list[Span]]]
"""From the tokens of each sentence to the names in each."""


@dataclass(frozen=True, slots=True)
class Variant:
    """A way to join a finder's names to the grammar's; without a finder, the grammar and the lexicon alone."""

    finder: str = ""
    add: bool = False
    vote: bool = False

    def __str__(self) -> str:
        ways = " and ".join(way for way, on in (("add", self.add), ("vote", self.vote)) if on)
        return f"with {self.finder} to {ways}" if ways else "grammar and lexicon"


GRAMMAR = Variant()
VARIANTS = (
    GRAMMAR,
    *(
        Variant(finder, add, vote)
        for finder in ("spaCy", "underthesea")
        for add, vote in ((True, False), (False, True), (True, True))
    ),
)


# Finding


def spacy_finder(nlp: Language) -> Finder:
    """Return a finder that asks a pipeline of `train`."""

    def find(sentences: list[list[str]]) -> list[list[Span]]:
        docs = nlp.pipe(Doc(nlp.vocab, words=words) for words in sentences)
        return [[(name.start, name.end, name.label_) for name in doc.ents] for doc in docs]

    return find


def underthesea_finder(sentences: list[list[str]]) -> list[list[Span]]:
    """Return the organisations that underthesea's NER finds."""
    return [_organisations(words) for words in sentences]


def _organisations(words: list[str]) -> list[Span]:
    """Return the organisations in a sentence; underthesea gives no offsets, so its words are walked along."""
    from underthesea import ner

    token_at = [i for i, word in enumerate(words) for _ in unicodedata.normalize("NFC", word)]
    spans: list[Span] = []
    at = 0
    for word, _, _, tag in ner(unicodedata.normalize("NFC", " ".join(words))):
        here = token_at[at : at + len(word.replace(" ", ""))]
        at += len(here)
        if here and tag == "B-ORG":
            spans.append((here[0], here[-1] + 1, "AGENCY"))
        elif here and tag == "I-ORG" and spans:
            spans[-1] = (spans[-1][0], here[-1] + 1, "AGENCY")
    return spans


# Joining


def language_with(variant: Variant, find: Finder | None) -> Language:
    """Return the pipeline with the names of `find` joined in before its frames are filled."""
    nlp = load_language()
    if find is not None:
        nlp.add_pipe("open_vocabulary", before="thidua_words", config={"add": variant.add, "vote": variant.vote})
        nlp.get_pipe("open_vocabulary").find = find  # type: ignore[attr-defined]
    return nlp


@Language.factory("open_vocabulary")
class OpenVocabulary:
    """Joins the names that `find` proposes to a reading's agencies."""

    def __init__(self, nlp: Language, name: str, add: bool, vote: bool) -> None:
        self.add, self.vote = add, vote
        self.find: Finder = lambda sentences: [[] for _ in sentences]

    def __call__(self, doc: Doc) -> Doc:
        reading: Reading | None = doc.user_data.get("thidua.reading")
        if reading is None or not reading.norms:
            return doc
        asked = [sentence for sentence in reading.sentences if self._asks_about(reading, sentence)]
        proposed = self.find([reading.raw[sentence.start : sentence.end] for sentence in asked])
        for sentence, names in zip(asked, proposed, strict=True):
            for start, end, label in names:
                self._join(reading, sentence, (start + sentence.start, end + sentence.start, label))
        return doc

    def _asks_about(self, reading: Reading, sentence: Sentence) -> bool:
        agencies = reading.of("AGENCY", sentence.start, sentence.end)
        return any(m.rule in _BY_GRAMMAR for m in agencies) or (self.add and is_in_play(reading, sentence))

    def _join(self, reading: Reading, sentence: Sentence, name: Span) -> None:
        start, end, label = name
        own = next((m for m in reading.of("AGENCY", start, start + 1) if m.rule in _BY_GRAMMAR), None)
        if own and self.vote and own.end != end:
            _move_end(reading, own, end, sentence.end)
        elif self.add and label == "AGENCY" and _is_free(reading, start, end):
            mention = _agency(reading, start, end, sentence.end)
            reading.add("AGENCY", [*reading.of("AGENCY"), *([mention] if mention else [])])


def _is_free(reading: Reading, start: int, end: int) -> bool:
    """Whether tokens may be an agency: two or more, the first with a capital, and no other mention shares them."""
    others = (m for kind in reading.mentions.keys() - _SHARED_BY_KINDS for m in reading.of(kind))
    return reading.upper[start] and end - start > 1 and not any(m.overlaps(start, end) for m in others)


def _agency(reading: Reading, start: int, end: int, limit: int) -> Mention | None:
    """Return the agency at `[start, end)`, its head's short form written out and its locality told from its name."""
    words = shared_lexicon()
    head = words.heads.match(reading.norms, start)
    stop = _name_end(reading, start, end)
    rest = reading.text(head[0], stop) if head and head[0] < stop else ""
    name = " ".join(f"{head[1].name} {rest}".split() if head else reading.text(start, stop).split())
    return with_place(words, reading, start, stop, limit, name, head[1].place if head else "drop", "grammar")


def _move_end(reading: Reading, mention: Mention, end: int, limit: int) -> None:
    """Give a mention of the grammar another end, unless another agency stands there."""
    if any(m.overlaps(mention.start, end) for m in reading.of("AGENCY") if m is not mention):
        return
    moved = _agency(reading, mention.start, end, limit)
    if moved and mention.rule == "elliptical-grammar":  # it has its head from the list
        stop = _name_end(reading, mention.start, end)
        name = f"{mention.parts['head']} {reading.text(mention.start, stop)}"
        policy = mention.parts["policy"]
        moved = with_place(shared_lexicon(), reading, mention.start, stop, limit, name, policy, mention.rule)
    if moved:
        mention.end, mention.value, mention.parts = moved.end, moved.value, moved.parts


def _name_end(reading: Reading, start: int, end: int) -> int:
    """Return where the locality begins that closes `[start, end)`, or `end`."""
    places = ((k, locality_at(reading, shared_lexicon(), k, end)) for k in range(start + 1, end))
    return next((k for k, place in places if place and place.end == end), end)


# Measuring


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

    def measure(self, nlp: Language, reports: Sequence[Report]) -> None:
        """Add what a pipeline makes of reports."""
        records: dict[str, Any] = {}
        for article, gold in reports:
            with nlp.select_pipes(disable="thidua_frames"):
                doc = nlp(doc_of(nlp, article))
            self.mentions += _found_agencies(doc.user_data.get("thidua.reading"), gold)
            records[article.article_id] = record = nlp.get_pipe("thidua_frames")(doc)._.record
            if not gold["blocs"]:
                self.in_negatives += len(list(Record.from_dict(record).facts()))
        for kind, counts in score([gold for _, gold in reports], records).kinds.items():
            self.kinds += Counter({(kind, "tp"): counts.tp, (kind, "fp"): counts.fp, (kind, "fn"): counts.fn})


def _found_agencies(reading: Reading | None, gold: dict[str, Any]) -> Counter[str]:
    """Count a report's gold agencies: "all" and "open", the names that no lexicon has; and those with a mention."""
    fold = _agency_folder(_places(gold))
    bodies = [body for m in reading.of("AGENCY") for body in each_body(m)] if reading else []
    found = {fold(name) for m in bodies for name in (m.value, official_name(m, keep_place=True))}
    counts: Counter[str] = Counter()
    for forms in {_options(forms, fold): forms for forms in gold_agencies(gold)}.values():
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
        groups[(_places(gold) or [article.province or article.article_id])[0]].append((article, gold))
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
        for cached in (shared_lexicon, language._agency_finder, language._bloc_finder):
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
    """Return what each variant reaches on `part` with a model trained on `others`: with all of the lexicon, or without
    what only `part` attests (True).

    The model is trained once, without it.
    """
    hidden = known_only_from(part, others)
    with lexicon_without(hidden):
        started = time.process_time()
        finders = {"spaCy": _remembering(spacy_finder(train(others))), "underthesea": _remembering(underthesea_finder)}
        print(f"trained in {time.process_time() - started:.0f} s", file=sys.stderr, flush=True)
    tallies = {(hide, variant): Tally() for hide in (False, True) for variant in VARIANTS}
    for (hide, variant), tally in tallies.items():
        with lexicon_without(hidden if hide else frozenset()):
            tally.measure(language_with(variant, finders.get(variant.finder)), part)
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
    kinds = ("member", "leader", "award", "person")
    head = ["", "F1", *kinds, "facts in reports without any", "agencies found", "of these in no lexicon"]
    rows = [head, ["---"] * len(head)]
    for variant, tally in tallies.items():
        found = tally.mentions
        row = [str(variant), f"{tally.counts(*KINDS).f1:.4f}", *(f"{tally.counts(kind).f1:.3f}" for kind in kinds)]
        row += [str(tally.in_negatives), *(f"{found[f'{which} found']} of {found[which]}" for which in ("all", "open"))]
        rows.append(row)
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def main() -> None:
    """Train a model, or print the tables of the comparison."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    training = commands.add_parser("train", help="train a model on reports with gold")
    training.add_argument("model", type=Path, help="the folder that the model is written to")
    comparing = commands.add_parser("cross-validate", help="compare the variants")
    comparing.add_argument("--into", type=Path, help="the page to write the tables into")
    for command in (training, comparing):
        command.add_argument("folders", nargs="+", type=Path, help="reports with gold")
    options = parser.parse_args()
    reports = read_reports(options.folders)
    if options.command == "train":
        train(reports).to_disk(options.model)
        return
    tallies = cross_validate(reports)
    lines = []
    for hide, title in (
        (False, "The lexicon as it is"),
        (True, "The lexicon without what only a part's own reports attest"),
    ):
        lines += [f"{title}:", "", table_of({v: tally for (hidden, v), tally in tallies.items() if hidden == hide}), ""]
    publish("\n".join(lines[:-1]), "open vocabulary", options.into)


if __name__ == "__main__":
    main()
