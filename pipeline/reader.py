"""Read articles: from `Article` to `Record`, one at a time or as a stream over several processes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

from pipeline.article import Article
from pipeline.record import Problem, Record

if TYPE_CHECKING:
    from spacy.language import Language

_BATCH = 32
MAX_CHARACTERS = 200_000
"""Longer texts are no news report; they are not read and give a problem instead."""


def load_language(**config: Any) -> Language:
    """Return the spaCy pipeline that reads these reports (see `pipeline/language.py`); takes about a second."""
    from pipeline.language import load_language as load

    return load(**config)


def extract(article: Article, nlp: Language | None = None) -> Record:
    """Return what one article says.

    Args:
        article: the article; its text is read as it is.
        nlp: the pipeline of `load_language()`; made anew for this call if it is missing, so pass one for many articles.
    """
    from pipeline.language import doc_of

    if len(article.text) > MAX_CHARACTERS:
        return _too_long(article)
    nlp = nlp or load_language()
    return Record.from_dict(nlp(doc_of(nlp, article))._.record)


def extract_many(articles: Iterable[Article], workers: int = 1) -> Iterator[Record]:
    """Yield the records of a stream of articles, in its order, whatever the number of workers.

    Articles are taken in batches as records are asked for, so a stream of any length fits in memory.

    Args:
        articles: any iterable.
        workers: processes; 1 reads in this one.

    Raises:
        ValueError: `workers` is less than 1.
    """
    if workers < 1:
        raise ValueError(f"workers is {workers}; it takes 1 or more processes.")
    nlp = load_language()
    stream = iter(articles)
    if workers == 1:
        while batch := list(islice(stream, _BATCH)):
            with nlp.memory_zone():
                records = [extract(article, nlp) for article in batch]
            yield from records
        return
    yield from _in_processes(nlp, stream, workers)


def _in_processes(nlp: Language, stream: Iterator[Article], workers: int) -> Iterator[Record]:
    from pipeline.language import doc_of

    while window := list(islice(stream, _BATCH * workers * 8)):
        readable = [a for a in window if len(a.text) <= MAX_CHARACTERS]
        docs = nlp.pipe((doc_of(nlp, a) for a in readable), n_process=workers, batch_size=_BATCH)
        for article in window:
            if len(article.text) > MAX_CHARACTERS:
                yield _too_long(article)
            else:
                yield Record.from_dict(next(docs)._.record)


def _too_long(article: Article) -> Record:
    problem = Problem(
        code="text-too-long",
        message=f"The text has {len(article.text):,} characters; reports of more than {MAX_CHARACTERS:,} are not read.",
        where=article.url or article.article_id,
    )
    published = article.published.isoformat() if article.published else None
    return Record(article_id=article.article_id, title=article.title, published=published, problems=(problem,))
