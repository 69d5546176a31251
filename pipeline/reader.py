"""Read articles: from `Article` to `Record`, one at a time or as a stream over several processes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Any

from pipeline.article import Article
from pipeline.mentions.blocs import may_be_about_a_bloc
from pipeline.record import Problem, Record

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_BATCH = 32
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
        nlp: the pipeline of `load_language()`; made anew for this call if it is missing, so pass one for many articles.
    """
    if _is_too_long(article):
        return _too_long(article)
    if not may_be_about_a_bloc(article.text):
        return _without_facts(article)
    from pipeline.language import doc_of

    nlp = nlp or load_language()
    step = "tokenizer"
    try:
        doc = doc_of(nlp, article)
        # As nlp(doc) does, which would hide a KeyError behind advice on untrained models, and the component's name.
        for name, component in nlp.pipeline:
            step = name
            doc = component(doc)
        return replace(Record.from_dict(doc._.record), article=article)
    except Exception as error:  # whatever it is, it concerns this article alone
        return _failed(article, step, error)


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
    """
    if workers < 1:
        raise ValueError(f"workers is {workers}; it takes 1 or more processes.")
    nlp = nlp or load_language()
    stream = iter(articles)
    if workers == 1:
        while batch := list(islice(stream, _BATCH)):
            with nlp.memory_zone():
                records = [extract(article, nlp) for article in batch]
            yield from records
        return
    yield from _in_processes(nlp, stream, workers)


def _in_processes(nlp: Language, stream: Iterator[Article], workers: int) -> Iterator[Record]:
    """Read in several processes; what fails there is dropped there, and read again here, where the failure is told."""
    from spacy.util import ignore_error

    handler = nlp.default_error_handler
    nlp.set_error_handler(ignore_error)
    try:
        while window := list(islice(stream, _BATCH * workers * 8)):
            done = 0
            documents = nlp.pipe(_documents(nlp, window), as_tuples=True, n_process=workers, batch_size=_BATCH)
            for doc, number in documents:
                yield from (extract(article, nlp) for article in window[done:number])
                yield replace(Record.from_dict(doc._.record), article=window[number])
                done = number + 1
            yield from (extract(article, nlp) for article in window[done:])
    finally:
        nlp.set_error_handler(handler)


def _documents(nlp: Language, articles: Iterable[Article]) -> Iterator[tuple[Doc, int]]:
    """Yield the articles that have to be read and can be tokenized, each with its number."""
    from pipeline.language import doc_of

    for number, article in enumerate(articles):
        with suppress(Exception):
            if not _is_too_long(article) and may_be_about_a_bloc(article.text):
                yield doc_of(nlp, article), number


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
    return replace(_without_facts(article), problems=(problem,))


def _without_facts(article: Article) -> Record:
    published = article.published.isoformat() if article.published else None
    return Record(article_id=article.article_id, title=article.title, published=published, article=article)
