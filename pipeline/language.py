"""The spaCy `Language` for these reports: a lossless tokenizer, a component for each kind of mention, and the frames.

The components share a `Reading` (pipeline/reading.py), which lives in `doc.user_data` while a document passes through
and is gone at the end, so that documents can be sent between processes. What stays on a document:

- `doc.spans["agencies"]`, `["blocs"]`, `["roles"]`, `["awards"]`, `["grantors"]`, `["people"]`, `["titles"]`,
  `["dates"]`, `["years"]`, `["counts"]`: the mentions; a span's label is its kind, `kb_id_` its normalised value,
  `id_` its rule;
- `doc.spans["words"]`: underthesea's words around the ends of names that no table has, and
  `doc.spans["doubted"]`: the names that end inside one of these words;
- `doc._.article` and `doc._.record`: the article and its record as JSON-ready values;
- sentence boundaries.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache, partial
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc, SpanGroup

from pipeline import tokenizer as _tokenizer  # registers the tokenizer
from pipeline.article import Article
from pipeline.confidence import weigh
from pipeline.frames.report import read_report
from pipeline.lexicon import shared_lexicon
from pipeline.mentions.agencies import AgencyFinder
from pipeline.mentions.awards import find_awards, find_grantors
from pipeline.mentions.blocs import BlocFinder, may_be_about_a_bloc
from pipeline.mentions.people import find_people, find_titles
from pipeline.mentions.roles import find_roles
from pipeline.mentions.times import find_times
from pipeline.mentions.words import segment_words
from pipeline.reading import Mention, Reading

Component = Callable[[Doc], Doc]

_READING = "thidua.reading"

COMPONENTS = (
    "thidua_reading",
    "thidua_agencies",
    "thidua_blocs",
    "thidua_posts",
    "thidua_people",
    "thidua_times",
    "thidua_awards",
    "thidua_words",
    "thidua_frames",
)
"""The components in the order in which they need one another."""

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


@lru_cache(maxsize=1)
def _agency_finder() -> AgencyFinder:
    return AgencyFinder(shared_lexicon())


@lru_cache(maxsize=1)
def _bloc_finder() -> BlocFinder:
    return BlocFinder(shared_lexicon())


def _set(doc: Doc, group: str, kind: str, mentions: Iterable[Mention]) -> None:
    """Put a kind's mentions into the reading and, as spans, onto the document."""
    reading = doc.user_data[_READING]
    reading.add(kind, mentions)
    doc.spans[group] = SpanGroup(doc, name=group, spans=list(reading.doc_spans(doc, kind)))


def _begin_reading(doc: Doc) -> Doc:
    data = doc._.article or {"article_id": "", "text": doc.text}
    doc._.article = data
    if may_be_about_a_bloc(data["text"]):
        reading = Reading(doc, Article.from_dict(data))
        doc.user_data[_READING] = reading
        reading.mark_sentences(doc)
    return doc


def _where_there_is_a_reading(find: Callable[[Doc, Reading], None], doc: Doc) -> Doc:
    reading = doc.user_data.get(_READING)
    if reading is not None and reading.norms:
        find(doc, reading)
    return doc


def _find_agencies(doc: Doc, reading: Reading) -> None:
    _set(doc, "agencies", "AGENCY", _agency_finder().find(reading))


def _find_blocs(doc: Doc, reading: Reading) -> None:
    _set(doc, "blocs", "BLOC", _bloc_finder().find(reading))


def _find_posts(doc: Doc, reading: Reading) -> None:
    _set(doc, "roles", "ROLE", find_roles(reading, shared_lexicon()))
    _set(doc, "titles", "TITLE", find_titles(reading, shared_lexicon()))


def _find_people(doc: Doc, reading: Reading) -> None:
    _set(doc, "people", "PERSON", find_people(reading, shared_lexicon()))


def _find_times(doc: Doc, reading: Reading) -> None:
    dates, years, counts = find_times(reading)
    _set(doc, "dates", "DATE", dates)
    _set(doc, "years", "YEAR", years)
    _set(doc, "counts", "COUNT", counts)


def _find_awards(doc: Doc, reading: Reading) -> None:
    _set(doc, "awards", "AWARD", find_awards(reading, shared_lexicon()))
    _set(doc, "grantors", "GRANTOR", find_grantors(reading))


def _find_words(doc: Doc, reading: Reading) -> None:
    _set(doc, "words", "WORD", segment_words(reading))
    names = zip(reading.of("AGENCY"), reading.doc_spans(doc, "AGENCY"), strict=True)
    doc.spans["doubted"] = SpanGroup(doc, name="doubted", spans=[s for m, s in names if "doubted" in m.parts])


def _fill_frames(doc: Doc) -> Doc:
    reading = doc.user_data.pop(_READING, None)
    article = Article.from_dict(doc._.article)
    record = read_report(reading, article, shared_lexicon(), _agency_finder())
    doc._.record = weigh(record, doc).to_dict()
    return doc


# Factories. What they return is a function of this module, bound to no state: a process that is started anew
# gets the pipeline by pickle, as the names of these functions, and builds its own lexicon.


@Language.factory("thidua_reading", assigns=["token.is_sent_start", "doc._.article"])
def create_reading(nlp: Language, name: str) -> Component:
    """Make the reading that the other components share; a text that cannot be about a bloc gets none."""
    return _begin_reading


@Language.factory("thidua_agencies", assigns=["doc.spans"])
def create_agencies(nlp: Language, name: str) -> Component:
    """Find agencies."""
    return partial(_where_there_is_a_reading, _find_agencies)


@Language.factory("thidua_blocs", assigns=["doc.spans"], requires=["doc.spans"])
def create_blocs(nlp: Language, name: str) -> Component:
    """Find blocs."""
    return partial(_where_there_is_a_reading, _find_blocs)


@Language.factory("thidua_posts", assigns=["doc.spans"])
def create_posts(nlp: Language, name: str) -> Component:
    """Find the roles in a bloc, and persons' posts."""
    return partial(_where_there_is_a_reading, _find_posts)


@Language.factory("thidua_people", assigns=["doc.spans"], requires=["doc.spans"])
def create_people(nlp: Language, name: str) -> Component:
    """Find persons."""
    return partial(_where_there_is_a_reading, _find_people)


@Language.factory("thidua_times", assigns=["doc.spans"])
def create_times(nlp: Language, name: str) -> Component:
    """Find dates, years and counted things."""
    return partial(_where_there_is_a_reading, _find_times)


@Language.factory("thidua_awards", assigns=["doc.spans"], requires=["doc.spans"])
def create_awards(nlp: Language, name: str) -> Component:
    """Find award titles, rankings, and those who may grant them."""
    return partial(_where_there_is_a_reading, _find_awards)


@Language.factory("thidua_words", assigns=["doc.spans"], requires=["doc.spans"])
def create_words(nlp: Language, name: str) -> Component:
    """Let underthesea segment the text around the ends of names that no table has, and vote on these ends."""
    return partial(_where_there_is_a_reading, _find_words)


@Language.factory("thidua_frames", assigns=["doc._.record"], requires=["doc.spans"])
def create_frames(nlp: Language, name: str) -> Component:
    """Fill the frames and drop the reading."""
    return _fill_frames
