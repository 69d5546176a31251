"""Read articles: from `Article` to `Record`, one at a time or as a stream over several processes."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import replace
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any

from pipeline.article import Article
from pipeline.mentions.blocs import may_be_about_a_bloc
from pipeline.record import Problem, Record
from pipeline.workers import in_order

if TYPE_CHECKING:
    from spacy.language import Language

MAX_CHARACTERS = 200_000
"""Longer texts are no news report; they are not read and give a problem instead."""


def load_language(**config: Any) -> Language:
    """Return the spaCy pipeline that reads these reports (see `pipeline/language.py`); takes about a second."""
    from pipeline.language import load_language as load

    return load(**config)


def extract(article: Article, nlp: Language | None = None) -> Record:
    """Return what one article says.

    A text that cannot be read gives a record without facts that holds the problem (code `reading-failed`).

    Args:
        article: the article; its text is read as it is.
        nlp: the pipeline of `load_language()`, if it has components of the caller's own or lacks some of ours. A spaCy
            document is made only for components that are not ours, for no one else would see it.

    Raises:
        TypeError: what was given is no article.
    """
    if not isinstance(article, Article):
        raise TypeError(
            f"extract takes an article, as pipeline.Article(article_id='a', text=text), and no {type(article).__name__}"
        )
    if not isinstance(article.text, str):  # a missing value of a pandas table, which no annotation keeps out
        return _unread(article, "no-text", f"the text is {article.text!r}; nothing was read")
    if _is_too_long(article):
        return _too_long(article)
    if not may_be_about_a_bloc(article.text):
        return without_facts(article)
    step = "tokenizer"
    try:
        read, components = _way_of(article, nlp)
        for name, component in components:
            step = name
            read = component(read)
        return replace(_record_of(read), article=article)
    except Exception as error:  # whatever it is, it concerns this article alone
        return _failed(article, step, error)


def _way_of(article: Article, nlp: Language | None) -> tuple[Any, Sequence[tuple[str, Callable[[Any], Any]]]]:
    """Return an article as what the components take, and these with their names.

    Our steps pass a `Reading` on; with components of others among them all pass a spaCy `Doc`.
    """
    from pipeline.reading import Reading
    from pipeline.steps import STEPS

    if nlp is None:
        return Reading(article), [(step.name, step) for step in STEPS]
    from pipeline.language import doc_of, own_steps

    steps = own_steps(nlp)
    if steps is None:
        return doc_of(nlp, article), nlp.pipeline
    return Reading(article), [(step.name, step) for step in steps]


def _record_of(read: Any) -> Record:
    from pipeline.reading import Reading

    if not isinstance(read, Reading):
        return Record.from_dict(read._.record)
    if read.record is None:
        raise ValueError("the pipeline lacks the component thidua_frames, which makes the record")
    return read.record


def extract_many(articles: Iterable[Article], workers: int = 1, nlp: Language | None = None) -> Iterator[Record]:
    """Yield the records of a stream of articles, in its order, whatever the number of workers.

    Articles are taken in batches as records are asked for, so a stream of any length fits in memory. An article that
    cannot be read gives a record with its problem, as in `extract`, and the others are read.

    Args:
        articles: any iterable.
        workers: processes; 1 reads in this one.
        nlp: as in `extract`.

    Raises:
        ValueError: `workers` is less than 1.
        concurrent.futures.process.BrokenProcessPool: a worker was killed.
    """
    read = partial(_read, nlp=nlp) if workers == 1 or nlp is None else partial(_read_sent, language=pickle.dumps(nlp))
    for batch, records in in_order(articles, read, workers, prepare):
        for article, record in zip(batch, records, strict=True):
            # It leaves its article behind on its way from another process.
            yield record if record.article is article else replace(record, article=article)


def prepare() -> None:
    """Build what reading needs, which is otherwise done when the first article is read."""
    from pipeline.steps import prepare as build

    build()


def _read(articles: Sequence[Article], nlp: Language | None) -> list[Record]:
    with nlp.memory_zone() if nlp else nullcontext():
        return [extract(article, nlp) for article in articles]


def _read_sent(articles: Sequence[Article], language: bytes) -> list[Record]:
    return _read(articles, _language(language))


@lru_cache(maxsize=1)
def _language(pickled: bytes) -> Language:
    """Return the pipeline that another process sends with each batch, built once."""
    nlp: Language = pickle.loads(pickled)
    return nlp


def _is_too_long(article: Article) -> bool:
    return len(article.text) > MAX_CHARACTERS


def _too_long(article: Article) -> Record:
    return _unread(
        article,
        "text-too-long",
        f"The text has {len(article.text):,} characters; reports of more than {MAX_CHARACTERS:,} are not read.",
    )


def _failed(article: Article, step: str, error: Exception) -> Record:
    reason = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    return _unread(
        article,
        "reading-failed",
        f"{step} failed on this text ({reason}); nothing of it was read, the other articles were. "
        "Please report it as a defect, with the text",
    )


def _unread(article: Article, code: str, message: str) -> Record:
    """Return the record of an article that was not read: no facts, and the problem."""
    problem = Problem(code=code, message=message, where=article.url or article.article_id)
    return replace(without_facts(article), problems=(problem,))


def without_facts(article: Article) -> Record:
    """Return the record of an article that says nothing of a bloc."""
    published = article.published.isoformat() if article.published else None
    return Record(article_id=article.article_id, title=article.title, published=published, article=article)
