"""From the paths that a user names to records: what `extract`, `load` and `evaluate` have in common."""

from __future__ import annotations

import re
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING, BinaryIO

from pipeline.article import Article
from pipeline.inputs import FileMemory, Input, NoArticleError, read_inputs
from pipeline.reader import extract_many
from pipeline.record import Problem, Record

if TYPE_CHECKING:
    from spacy.language import Language

_CANONICAL = re.compile(rb"<link\b[^>]{0,200}?\brel=[\"']?canonical\b[^>]{0,400}?>", re.IGNORECASE)
_ADDRESS = re.compile(rb"\bhref=[\"']?(https?://[^\"'\s>]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Read:
    """One article of the inputs with what was read from it; the record's problems include those of its file."""

    article: Article
    key: str
    record: Record


def read_paths(paths: Sequence[str], workers: int = 1) -> Iterator[Read | Problem]:
    """Read the inputs that a user names, in their order, with as few of them in memory as the reader needs.

    Args:
        paths: Files and folders, or `-` for standard input.
        workers: Processes that read at the same time. The results do not depend on it.

    Yields:
        For each article its record; in the place of an input that gave no article, the problem.
    """
    return read_all(unread(paths), workers)


def unread(
    paths: Sequence[str], is_known: Callable[[Input], bool] = lambda _: False, memory: FileMemory | None = None
) -> Iterator[Input | Problem]:
    """Yield the inputs that a user names, in their order, and a problem in the place of one that gave no article.

    Args:
        paths: Files and folders, or `-` for standard input.
        is_known: Tells of an input whether to pass it over.
        memory: Tells the same of whole files, see `read_inputs`.
    """
    stdin: BinaryIO = sys.stdin.buffer
    items = read_inputs(paths, parse_html, stdin, memory)
    return (item for item in items if isinstance(item, Problem) or not is_known(item))


def read_all(
    items: Iterable[Input | Problem], workers: int = 1, nlp: Language | None = None
) -> Iterator[Read | Problem]:
    """Read a stream of inputs in its order, as `read_paths` does.

    Args:
        items: articles, and problems in the place of those that there are none of.
        workers: processes that read at the same time.
        nlp: the pipeline of `load_language()`; made anew if it is missing.
    """
    waiting: deque[Input | Problem] = deque()

    def articles() -> Iterator[Article]:
        for item in items:
            waiting.append(item)
            if isinstance(item, Input):
                yield item.article

    stream = articles()
    first = next(stream, None)
    # Where nothing is to be read, the reader, which takes a second to load, is not asked.
    for record in extract_many(chain([first], stream), workers=workers, nlp=nlp) if first else ():
        yield from _problems_before_next(waiting)
        source = waiting.popleft()
        assert isinstance(source, Input)
        of_record = (_of_input(problem, source) for problem in record.problems)
        yield Read(source.article, source.key, replace(record, problems=(*source.notes, *of_record)))
    yield from _problems_before_next(waiting)


def _of_input(problem: Problem, source: Input) -> Problem:
    """Return a problem of a whole article as one of the input that it came from, whose name the user knows."""
    whole = problem.where in (source.article.url, source.article.article_id)
    return replace(problem, where=source.key) if whole else problem


def _problems_before_next(waiting: deque[Input | Problem]) -> Iterator[Problem]:
    while waiting:
        first = waiting[0]
        if isinstance(first, Input):
            return
        waiting.popleft()
        yield first


def parse_html(content: bytes, article_id: str) -> tuple[Article, Sequence[Problem]]:
    """Read a saved page with the scrapers' parser. Its address is the canonical one that it names, if it does.

    Raises:
        NoArticleError: there is no article in it.
    """
    from scrapers.parse import parse_page

    link = _CANONICAL.search(content[:200_000])
    address = _ADDRESS.search(link[0]) if link else None
    # Any day but today's: what a file says must not depend on the day on which it is read.
    page = parse_page(content, address[1].decode("ascii", "replace") if address else "", fetched=date.max)
    problems = [replace(problem, where=None) for problem in page.problems]
    if page.article is None:
        if problems:
            raise NoArticleError(problems[-1].code, problems[-1].message)
        reason = "" if page.outcome == "nothing" else f" ({page.outcome})"
        raise NoArticleError(f"page-{page.outcome}", f"no article found in the page{reason}")
    return replace(page.article, article_id=article_id, url=None), problems
