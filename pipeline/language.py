"""The spaCy `Language` for these reports: a lossless tokenizer, a component for each kind of mention, and the frames.

The components are the steps of `pipeline/steps.py`. They share a `Reading` (pipeline/reading.py), which lives in
`doc.user_data` while a document passes through and is gone at the end, so that documents can be sent between
processes. What stays on a document:

- `doc.spans["agencies"]`, `["blocs"]`, `["roles"]`, `["awards"]`, `["grantors"]`, `["people"]`, `["titles"]`,
  `["dates"]`, `["years"]`, `["counts"]`: the mentions; a span's label is its kind, `kb_id_` its normalised value,
  `id_` its rule;
- `doc.spans["words"]`: underthesea's words around the ends of names that no table has, and
  `doc.spans["doubted"]`: the names that end inside one of these words;
- `doc._.article` and `doc._.record`: the article and its record as JSON-ready values;
- sentence boundaries.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import spacy
from numpy import full, int64, uint64
from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

from pipeline import tokenizer as _tokenizer  # registers the tokenizer
from pipeline.article import Article
from pipeline.mentions.blocs import may_be_about_a_bloc
from pipeline.reader import without_facts
from pipeline.reading import Reading
from pipeline.steps import FRAMES, MENTIONS, Step

Component = Callable[[Doc], Doc]

_READING = "thidua.reading"
_STEPS = {step.name: step for step in MENTIONS}

COMPONENTS = ("thidua_reading", *_STEPS, FRAMES.name)
"""The components in the order in which they need one another."""

GROUPS = {
    "AGENCY": "agencies",
    "BLOC": "blocs",
    "ROLE": "roles",
    "TITLE": "titles",
    "PERSON": "people",
    "DATE": "dates",
    "YEAR": "years",
    "COUNT": "counts",
    "AWARD": "awards",
    "GRANTOR": "grantors",
    "WORD": "words",
    "DOUBTED": "doubted",
}
"""Kinds of mentions -> their group in `doc.spans`."""

if not Doc.has_extension("article"):
    Doc.set_extension("article", default=None)
if not Doc.has_extension("record"):
    Doc.set_extension("record", default=None)


def load_language(**config: Any) -> Language:
    """Return the pipeline: `nlp(text)` or `nlp(doc_of(...))` gives a `Doc` with mentions and, in `doc._.record`, facts.

    Args:
        **config: passed on to `spacy.blank`.

    Raises:
        FileNotFoundError: the installed package lacks a table of the lexicon.
    """
    nlp = spacy.blank("vi", config={"nlp": {"tokenizer": {"@tokenizers": _tokenizer.NAME}}, **config})
    for name in COMPONENTS:
        nlp.add_pipe(name)
    return nlp


def doc_of(nlp: Language, article: Article) -> Doc:
    """Return an article as a tokenized document that the pipeline's components can read."""
    doc = nlp.make_doc(article.text)
    doc._.article = article.to_dict()
    return doc


def own_steps(nlp: Language) -> list[Step] | None:
    """Return the steps that a pipeline's components are, or None if it has components that are none of ours."""
    steps: list[Step] = []
    for _, component in nlp.pipeline:
        if isinstance(component, MentionComponent):
            steps.append(component.step)
        elif component is fill_frames:
            steps.append(FRAMES)
        elif component is not begin_reading:
            return None
    return steps


def begin_reading(doc: Doc) -> Doc:
    """Make the reading that the other components share; a text that cannot be about a bloc gets none."""
    data = doc._.article or {"article_id": "", "text": doc.text}
    doc._.article = data
    if may_be_about_a_bloc(data["text"]):
        reading = Reading(Article.from_dict(data))
        doc.user_data[_READING] = reading
        _mark_sentences(doc, reading)
    return doc


def _mark_sentences(doc: Doc, reading: Reading) -> None:
    """Set the document's sentence boundaries to those of the reading, all in one call."""
    starts = {reading.starts[s.start] for s in reading.sentences}
    marks = full((len(doc), 1), -1, dtype=int64)  # -1: begins no sentence
    marks[[0, *(token.i for token in doc if token.idx in starts)]] = 1
    values: Any = marks.astype(uint64)  # as spaCy wants them
    doc.from_array(["SENT_START"], values)


def _spans(doc: Doc, reading: Reading, kind: str) -> Iterator[Span]:
    """Yield a kind's mentions as spaCy spans: label the kind, `kb_id_` the value, `id_` the rule.

    The reading has the document's own tokens, so there is a span for each.
    """
    for m in reading.of(kind):
        start, end = reading.span(m.start, m.end)
        span = doc.char_span(start, end, label=m.kind, kb_id=m.value, span_id=m.rule)
        assert span is not None
        yield span


@dataclass(frozen=True, slots=True)
class MentionComponent:
    """A step as a component: what it finds in a document's reading becomes spans of the document too.

    It holds a function of a module and no state: a process that is started anew gets the pipeline by pickle, as the
    names of such functions, and builds its own lexicon.
    """

    step: Step

    def __call__(self, doc: Doc) -> Doc:
        """Return the document with the step's groups of spans."""
        reading: Reading | None = doc.user_data.get(_READING)
        if reading is not None:
            self.step(reading)
            for kind in self.step.kinds:
                doc.spans[GROUPS[kind]] = SpanGroup(doc, name=GROUPS[kind], spans=list(_spans(doc, reading, kind)))
        return doc


def fill_frames(doc: Doc) -> Doc:
    """Put the record onto the document and drop the reading."""
    reading: Reading | None = doc.user_data.pop(_READING, None)
    record = FRAMES(reading).record if reading else None
    doc._.record = (record or without_facts(Article.from_dict(doc._.article))).to_dict()
    return doc


@Language.factory("thidua_reading", assigns=["token.is_sent_start", "doc._.article"])
def create_reading(nlp: Language, name: str) -> Component:
    """Make the reading that the other components share; a text that cannot be about a bloc gets none."""
    return begin_reading


@Language.factory("thidua_agencies", assigns=["doc.spans"])
def create_agencies(nlp: Language, name: str) -> Component:
    """Find agencies."""
    return MentionComponent(_STEPS["thidua_agencies"])


@Language.factory("thidua_blocs", assigns=["doc.spans"], requires=["doc.spans"])
def create_blocs(nlp: Language, name: str) -> Component:
    """Find blocs."""
    return MentionComponent(_STEPS["thidua_blocs"])


@Language.factory("thidua_posts", assigns=["doc.spans"])
def create_posts(nlp: Language, name: str) -> Component:
    """Find the roles in a bloc, and persons' posts."""
    return MentionComponent(_STEPS["thidua_posts"])


@Language.factory("thidua_people", assigns=["doc.spans"], requires=["doc.spans"])
def create_people(nlp: Language, name: str) -> Component:
    """Find persons."""
    return MentionComponent(_STEPS["thidua_people"])


@Language.factory("thidua_times", assigns=["doc.spans"])
def create_times(nlp: Language, name: str) -> Component:
    """Find dates, years and counted things."""
    return MentionComponent(_STEPS["thidua_times"])


@Language.factory("thidua_awards", assigns=["doc.spans"], requires=["doc.spans"])
def create_awards(nlp: Language, name: str) -> Component:
    """Find award titles, rankings, and those who may grant them."""
    return MentionComponent(_STEPS["thidua_awards"])


@Language.factory("thidua_words", assigns=["doc.spans"], requires=["doc.spans"])
def create_words(nlp: Language, name: str) -> Component:
    """Let underthesea segment the text around the ends of names that no table has, and vote on these ends."""
    return MentionComponent(_STEPS["thidua_words"])


@Language.factory("thidua_frames", assigns=["doc._.record"], requires=["doc.spans"])
def create_frames(nlp: Language, name: str) -> Component:
    """Fill the frames and drop the reading."""
    return fill_frames
