"""Names of agencies that no lexicon has, proposed by a trained model or by underthesea's NER.

Both propose names in the sentences in play, and what they propose is joined to the grammar's mentions in two ways:

- `add`: a name where no mention of any kind stands becomes an agency;
- `vote`: where a name of the grammar begins with a proposed one and ends elsewhere, the proposed end holds.

`cross_validate` says what each is worth.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

from pipeline import Article
from pipeline.lexicon import shared_lexicon
from pipeline.mentions.agency_places import with_place
from pipeline.mentions.blocs import may_be_about_a_bloc
from pipeline.mentions.places import locality_at
from pipeline.reader import without_facts
from pipeline.reading import Mention, Reading, Sentence
from pipeline.record import Record
from pipeline.steps import STEPS

from .agency_ner import Span, is_in_play

_BY_GRAMMAR = frozenset(("grammar", "elliptical-grammar"))
_SHARED_BY_KINDS = frozenset(("WORD", "YEAR", "COUNT"))
"""Mentions that an agency's name may hold."""

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


def read_with(variant: Variant, find: Finder | None, article: Article) -> tuple[Reading, Record]:
    """Return an article's reading and record, the names of `find` joined in before the last steps."""
    reading = Reading(article)
    if not may_be_about_a_bloc(article.text):
        return reading, without_facts(article)
    for step in STEPS:
        if step.name == "thidua_words" and find is not None:
            _join_names(variant, find, reading)
        step(reading)
    assert reading.record is not None
    return reading, reading.record


def _join_names(variant: Variant, find: Finder, reading: Reading) -> None:
    asked = [sentence for sentence in reading.sentences if _is_asked_about(variant, reading, sentence)]
    proposed = find([reading.raw[sentence.start : sentence.end] for sentence in asked])
    for sentence, names in zip(asked, proposed, strict=True):
        for first, last, label in names:
            start, end = first + sentence.start, last + sentence.start
            own = next((m for m in reading.of("AGENCY", start, start + 1) if m.rule in _BY_GRAMMAR), None)
            if own and variant.vote and own.end != end:
                _move_end(reading, own, end, sentence.end)
            elif variant.add and label == "AGENCY" and _is_free(reading, start, end):
                mention = _agency(reading, start, end, sentence.end)
                reading.add("AGENCY", [*reading.of("AGENCY"), *([mention] if mention else [])])


def _is_asked_about(variant: Variant, reading: Reading, sentence: Sentence) -> bool:
    agencies = reading.of("AGENCY", sentence.start, sentence.end)
    return any(m.rule in _BY_GRAMMAR for m in agencies) or (variant.add and is_in_play(reading, sentence))


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
