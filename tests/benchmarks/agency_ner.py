"""A small spaCy `ner` for agencies' names, trained on reports and their gold records.

Gold records hold names and no offsets. So a report's agencies are marked where the grammar's mention and the gold agree
or the lexicon has the name, and where a gold name stands that no mention has; what the grammar alone found is left
unknown to the training. While training, every second name is replaced by another one of these reports or the lexicon,
so that it is learnt what stands around a name and what names are made of, rather than the names.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from spacy.util import fix_random_seed, minibatch

from pipeline import Article
from pipeline.evaluate import agency_folder, places_of, read_gold
from pipeline.lexicon import read_table
from pipeline.mentions.blocs import may_be_about_a_bloc
from pipeline.pages import read_copied_page
from pipeline.reading import Mention, Reading, Sentence, tokens_of
from pipeline.steps import mentions_of
from pipeline.tokenizer import NAME as TOKENIZER

EPOCHS = 7
_BATCH = 24
SEED = 0
_SHARE_VARIED = 0.5
_SHARE_OF_ONE_KIND = 0.7
"""So many of the names that replace others begin with the same syllable."""
_ONE_IN = 4
"""One in so many sentences that are not in play is learnt from, too."""

_CONFIRMED = frozenset(("lexicon", "body", "elliptical-lexicon"))
"""The rules whose mentions need no gold record to be believed."""
_BARE = frozenset(("elliptical-lexicon", "elliptical-grammar", "list-of-places", "bare-place"))
"""The rules that find names without their head, in elliptical lists."""
_IN_PLAY = ("AGENCY", "ROLE", "AWARD", "TITLE")

Span = tuple[int, int, str]
"""Tokens `[start, end)` and a label: AGENCY, or ITEM for a name without its head in an elliptical list."""
Report = tuple[Article, dict[str, Any]]
"""An article and its gold record."""

NER_MODEL = {
    "@architectures": "spacy.TransitionBasedParser.v2",
    "state_type": "ner",
    "extra_state_tokens": False,
    "hidden_width": 48,
    "maxout_pieces": 2,
    "use_upper": True,
    "tok2vec": {
        "@architectures": "spacy.HashEmbedCNN.v2",
        "pretrained_vectors": None,
        "width": 64,
        "depth": 3,
        "embed_size": 2000,
        "window_size": 1,
        "maxout_pieces": 3,
        "subword_features": True,  # hashes of NORM, PREFIX, SUFFIX and SHAPE
    },
}


@dataclass(frozen=True, slots=True)
class Sample:
    """A sentence's tokens, its names, and the tokens of which nobody knows whether they are one."""

    words: tuple[str, ...]
    spans: tuple[Span, ...]
    unknown: frozenset[int]


def read_reports(folders: Iterable[Path]) -> list[Report]:
    """Return the reports of folders that hold `NAME.txt` beside its gold `NAME.json`."""
    return [
        (read_copied_page((folder / f"{gold['article_id']}.txt").read_text("utf-8"), gold["article_id"]), gold)
        for folder in folders
        for gold in read_gold(folder)
    ]


def train(reports: Sequence[Report]) -> Language:
    """Return a spaCy pipeline with an `ner` trained on these reports; the same reports give the same weights."""
    fix_random_seed(SEED)
    rng = random.Random(SEED)
    samples = list(_samples(reports))
    names = _Names(samples)
    nlp = spacy.blank("vi", config={"nlp": {"tokenizer": {"@tokenizers": TOKENIZER}}})
    nlp.add_pipe("ner", config={"model": NER_MODEL})
    optimizer = nlp.initialize(lambda: [_example(nlp, sample) for sample in samples])
    for _ in range(EPOCHS):
        rng.shuffle(samples)
        for batch in minibatch(samples, size=_BATCH):
            nlp.update([_example(nlp, names.vary(sample, rng)) for sample in batch], sgd=optimizer, drop=0.2)
    with nlp.use_params(optimizer.averages):
        weights = nlp.to_bytes()
    return nlp.from_bytes(weights)


def is_in_play(reading: Reading, sentence: Sentence) -> bool:
    """Whether a sentence holds an agency, a role, an award or a post."""
    return any(reading.of(kind, sentence.start, sentence.end) for kind in _IN_PLAY)


def gold_agencies(gold: dict[str, Any]) -> Iterator[list[str]]:
    """Yield the names of a gold record's agencies, each with all its accepted forms."""
    for kind, slot in (("members", "agency"), ("leaders", "agency"), ("awards", "recipient"), ("people", "agency")):
        for fact in gold.get(kind) or []:
            forms = fact[slot] if isinstance(fact[slot], list) else [fact[slot]]
            names = [form for form in forms if form]
            if names and (kind != "awards" or fact["recipient_kind"] == "agency"):
                yield names


def _example(nlp: Language, sample: Sample) -> Example:
    tags = ["-" if i in sample.unknown else "O" for i in range(len(sample.words))]
    for start, end, label in sample.spans:
        tags[start:end] = [f"I-{label}"] * (end - start)
        tags[end - 1], tags[start] = f"L-{label}", f"B-{label}"
        if end - start == 1:
            tags[start] = f"U-{label}"
    return Example.from_dict(Doc(nlp.vocab, words=list(sample.words)), {"entities": tags})


def _samples(reports: Iterable[Report]) -> Iterator[Sample]:
    for article, gold in reports:
        if not may_be_about_a_bloc(article.text):
            continue
        reading = mentions_of(article)
        known, unknown = _marked(reading, gold)
        for number, sentence in enumerate(reading.sentences):
            if is_in_play(reading, sentence) or number % _ONE_IN == 0:
                a, b = sentence.start, sentence.end
                spans = tuple((start - a, end - a, label) for start, end, label in known if a <= start and end <= b)
                yield Sample(tuple(reading.raw[a:b]), spans, frozenset(k - a for k in unknown if a <= k < b))


def _marked(reading: Reading, gold: dict[str, Any]) -> tuple[list[Span], set[int]]:
    """Return a report's agencies, and the tokens of mentions that neither gold nor the lexicon confirms."""
    fold = agency_folder(places_of(gold))
    forms = [form for names in gold_agencies(gold) for form in names]
    accepted = {fold(form) for form in forms}
    known: list[Span] = []
    doubtful: list[Mention] = []
    for m in reading.of("AGENCY"):
        if m.rule in _CONFIRMED or fold(m.value) in accepted:
            known.append((m.start, m.end, "ITEM" if m.rule in _BARE else "AGENCY"))
        else:
            doubtful.append(m)
    taken = {k for start, end, _ in known for k in range(start, end)}
    for phrase in sorted({tokens_of(form) for form in forms}, key=lambda words: (-len(words), words)):
        for i in range(len(reading.norms) - len(phrase) + 1):
            here = range(i, i + len(phrase))
            if tuple(reading.norms[i : here.stop]) == phrase and reading.upper[i] and not taken & set(here):
                known.append((i, here.stop, "AGENCY"))
                taken |= set(here)
    return sorted(known), {k for m in doubtful for k in range(m.start, m.end)} - taken


class _Names:
    """The names of the training reports and the lexicon, to train with in place of others."""

    def __init__(self, samples: Iterable[Sample]) -> None:
        written = {s.words[start:end] for s in samples for start, end, label in s.spans if label == "AGENCY"}
        blank = spacy.blank("vi", config={"nlp": {"tokenizer": {"@tokenizers": TOKENIZER}}})
        listed = {tuple(token.text for token in blank.make_doc(row["name"])) for row in read_table("agencies")}
        self._all = sorted(written | listed)
        self._by_first: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
        for name in self._all:
            self._by_first[name[0]].append(name)

    def vary(self, sample: Sample, rng: random.Random) -> Sample:
        """Return the sample with some of its names replaced, mostly by names of the same kind."""
        words: list[str] = []
        spans: list[Span] = []
        unknown: set[int] = set()
        at = 0
        for start, end, label in (*sample.spans, (len(sample.words), len(sample.words), "")):
            unknown |= {k - at + len(words) for k in sample.unknown if at <= k < start}
            words += sample.words[at:start]
            name = sample.words[start:end]
            if label == "AGENCY" and rng.random() < _SHARE_VARIED:
                name = rng.choice(self._by_first[name[0]] if rng.random() < _SHARE_OF_ONE_KIND else self._all)
            if label:
                spans.append((len(words), len(words) + len(name), label))
            words += name
            at = end
        return Sample(tuple(words), tuple(spans), frozenset(unknown))
