"""The articles of one partition: rows of a Parquet file, or the HTML pages of a WARC file.

The only module of this package that knows the scrapers: pages are parsed as the crawl parses them, with the declared
sources.
"""

from __future__ import annotations

import io
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from pathlib import PurePosixPath
from typing import IO, TYPE_CHECKING, Any

from pipeline.article import Article
from pipeline.decode import UndecodableError, decode
from pipeline.inputs import Input, NoArticleError, article_of_fields
from pipeline.record import Problem
from pipeline.scale.file_part import FilePart, record_at
from pipeline.scale.glance import may_name_a_bloc
from pipeline.scale.partitions import Partition

if TYPE_CHECKING:
    from scrapers.outcome import Response
    from scrapers.source import Source

COLUMNS = (
    "url", "text", "html", "title", "published", "article_id", "sections", "source", "province", "parser", "fetched",
)  # fmt: skip
"""The columns of a Parquet file that are read; others are passed over."""

_BYTES = ("text", "html")
_ROWS = 64  # at a time: a page may have megabytes
_CHUNK = 1 << 20


def read_pages(partition: Partition, counts: Counter[str], every: bool = False) -> Iterator[Input | Problem]:
    """Yield the articles of a partition in its order, and a problem in the place of each that cannot be read.

    What is damaged gives a problem, and what comes before it is read; so does a page that should hold an article and
    gives none. Pages that hold none, as lists of news, are counted only, and so are those that name no bloc.

    Args:
        partition: what to read.
        counts: its `pages` is raised by one for each row or HTML page, its `parsed` for each HTML page that was parsed.
        every: whether pages that name no bloc are wanted, too.

    Raises:
        OSError: the file system failed; the same again may succeed.
    """
    from fsspec.core import url_to_fs

    fs, path = url_to_fs(partition.url)
    with fs.open(path, "rb") as file:
        if partition.kind == "parquet":
            yield from _of_parquet(FilePart(file), partition, counts, every)
        else:
            yield from _of_warc(file, partition, counts, every)


def inputs_of_item(
    item: Article | Mapping[str, Any], name: str, number: int, counts: Counter[str], every: bool = False
) -> Iterator[Input | Problem]:
    """Yield what an item of a collection holds: an article, or the values of a row by the names of `COLUMNS`.

    Args:
        item: the item.
        name: what the collection is called, for items without an address.
        number: the item's place in it, from 1 on.
        counts: as in `read_pages`.
        every: as in `read_pages`.
    """
    counts["pages"] += 1
    if isinstance(item, Article):
        yield Input(item, _key(item, name))
        return
    row = {key: value for key, value in item.items() if value is not None}
    for column in _BYTES:
        if isinstance(row.get(column), str):
            row[column] = row[column].encode("utf-8", "surrogatepass")
    yield from _of_row(row, name, number, counts, every)


def _of_parquet(part: FilePart, partition: Partition, counts: Counter[str], every: bool) -> Iterator[Input | Problem]:
    """Read a file's row groups one by one, so that a damaged one costs no other."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    damage = (pa.ArrowException, OSError, ValueError)
    try:
        parquet = pq.ParquetFile(part)
    except damage as error:
        yield _damaged(error, part, partition, "the file", "nothing was read")
        return
    columns = [name for name in parquet.schema_arrow.names if name in COLUMNS]
    if not {"text", "html"} & set(columns):
        message = "the file has neither a column `text` nor a column `html`; nothing was read"
        yield Problem(code="no-text-column", message=message, where=partition.key)
        return
    sizes = [parquet.metadata.row_group(group).num_rows for group in range(parquet.num_row_groups)]
    first, last = partition.span or (0, len(sizes))
    for group in range(first, last):
        number = sum(sizes[:group])
        batches = parquet.iter_batches(_ROWS, row_groups=[group], columns=columns)
        while True:
            try:
                rows = _rows(next(batches, None))
            except damage as error:
                yield _damaged(
                    error, part, partition, f"row group {group}", f"its rows from {number + 1} on are left out"
                )
                break
            if rows is None:
                break
            for row in rows:
                number += 1
                counts["pages"] += 1
                yield from _of_row(row, partition.key, number, counts, every)


def _damaged(error: Exception, part: FilePart, partition: Partition, what: str, so: str) -> Problem:
    """Return the problem of a damaged file; what the file system did is no damage.

    Raises:
        OSError: it was the file system.
    """
    if part.failure is not None:
        raise part.failure from error
    message = f"{what} is damaged ({type(error).__name__}: {error}); {so}"
    return Problem(code="parquet-damaged", message=message, where=partition.key)


def _rows(batch: Any) -> list[dict[str, Any]] | None:
    """Return a batch's rows without what is null, text as bytes; None for no batch."""
    if batch is None:
        return None
    columns = {name: _bytes_of(batch[name]) if name in _BYTES else batch[name] for name in batch.schema.names}
    values = zip(*(column.to_pylist() for column in columns.values()), strict=True)
    return [{name: value for name, value in zip(columns, row, strict=True) if value is not None} for row in values]


def _bytes_of(column: Any) -> Any:
    """Return a column of text as one of bytes: what is no Unicode in it is one row's trouble, not the whole file's."""
    import pyarrow as pa

    if pa.types.is_dictionary(column.type):
        column = column.dictionary_decode()
    return column.cast(pa.large_binary())


def _of_row(
    row: Mapping[str, Any], key: str, number: int, counts: Counter[str], every: bool
) -> Iterator[Input | Problem]:
    """Yield what a row holds: a page if it has `html`, else a text."""
    where = f"{key}:{number}"
    if row.get("html"):
        if not row.get("url"):
            yield Problem(code="no-url", message="a page in HTML needs its address in the column `url`", where=where)
            return
        for item in _of_answer(_answer(row), counts, every):
            yield replace(item, article=_completed(item.article, row)) if isinstance(item, Input) else item
        return
    yield _of_text(row, key, number)


def _of_text(row: Mapping[str, Any], key: str, number: int) -> Input | Problem:
    where = f"{key}:{number}"
    try:
        decoded = decode(row.get("text", b""))
        default_id = f"{PurePosixPath(key).stem}-{number}"
        article = article_of_fields(_fields(row) | {"text": decoded.text}, default_id)
    except (UndecodableError, NoArticleError) as error:
        return Problem(code=error.code, message=error.message, where=where)
    odd = decoded.problem
    notes = (Problem(code=odd.code, message=odd.message, where=where),) if odd else ()
    return Input(article, _key(article, key), notes)


def _key(article: Article, name: str) -> str:
    """Return an article's page key: its address, else its id within the file."""
    from scrapers.urls import canonical

    return canonical(article.url, _source(article.url)) if article.url else f"{name}#{article.article_id}"


def _fields(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return a row's values in the form of `Article.to_dict()`; what has another type stays, for it to be refused."""
    fields = {name: value for name, value in row.items() if name not in ("html", "fetched")}
    if isinstance(fields.get("published"), date):  # or a datetime, which is one
        fields["published"] = fields["published"].isoformat()[:10]
    if "sections" in fields:
        fields["sections"] = [[*part.values()] if isinstance(part, dict) else part for part in fields["sections"]]
    return fields


def _completed(article: Article, row: Mapping[str, Any]) -> Article:
    """Return a page's article with title and date of its row where the page itself tells none."""
    fields = _fields(row)
    title, published = fields.get("title"), fields.get("published")
    try:
        day = date.fromisoformat(published) if published else None
    except (TypeError, ValueError):
        day = None
    return replace(article, title=article.title or title, published=article.published or day)


def _answer(row: Mapping[str, Any]) -> Response:
    from scrapers.outcome import Outcome, Response

    url, fetched = row["url"], row.get("fetched")
    # Any day but today's: what a page says must not depend on the day on which it is read.
    when = datetime.max.replace(tzinfo=UTC)
    if isinstance(fetched, date):
        when = fetched if isinstance(fetched, datetime) else datetime(fetched.year, fetched.month, fetched.day)
    return Response(Outcome.FETCHED, url, url, 200, (), row["html"], fetched_at=when)


def _of_warc(file: IO[bytes], partition: Partition, counts: Counter[str], every: bool) -> Iterator[Input | Problem]:
    from scrapers.archive import Archived, read_records, read_warc_file
    from scrapers.replay import is_html

    whole = FilePart(file)
    first, last = partition.span or (0, whole.seek(0, io.SEEK_END))
    begin = record_at(whole, first, last)
    if begin is None:
        return
    end = None if partition.span is None else record_at(whole, last, None)
    part = FilePart(file, begin, end)
    read = read_warc_file if begin == 0 else read_records
    for item in read(io.BufferedReader(part, _CHUNK), partition.key):
        if isinstance(item, Archived):
            if is_html(item.response):
                counts["pages"] += 1
                yield from _of_answer(item.response, counts, every)
        else:
            if part.failure is not None:
                raise part.failure
            yield item


def _of_answer(response: Response, counts: Counter[str], every: bool) -> Iterator[Input | Problem]:
    """Yield the article of a page, or what is wrong with one that should have one."""
    from scrapers.reading import read_answer
    from scrapers.urls import canonical

    if not every and not may_name_a_bloc(response.content):
        return
    counts["parsed"] += 1
    source = _source(response.final_url)
    key = canonical(response.final_url, source)
    reading = read_answer(response, "page", sys.maxsize, source)  # so deep that no links are followed
    if reading.article is not None:
        yield Input(reading.article, key, reading.problems)
    else:
        yield from (replace(problem, where=key) for problem in reading.problems)


def _source(url: str) -> Source | None:
    from scrapers.source import authority, source_of

    return source_of(url, _sources_by_host().get(authority(url), ()))


@cache
def _sources_by_host() -> Mapping[str, Sequence[Source]]:
    from scrapers.source import load_sources

    by_host: dict[str, list[Source]] = {}
    for source in load_sources().values():
        for host in source.hosts():
            by_host.setdefault(host, []).append(source)
    return by_host
