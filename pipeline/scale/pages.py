"""The articles of one partition: rows of a Parquet file, or the HTML pages of a WARC file.

The only module of this package that knows the scrapers: pages are parsed as the crawl parses them, with the declared
sources.
"""

from __future__ import annotations

import io
import sys
import zlib
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
_MEMBER = b"\x1f\x8b\x08"
_MEMBER_HEAD = 4096
_CHUNK = 1 << 20


def read_pages(partition: Partition, counts: Counter[str]) -> Iterator[Input | Problem]:
    """Yield the articles of a partition in its order, and a problem in the place of each that cannot be read.

    What is damaged gives a problem, and what comes before it is read; so does a page that should hold an article and
    gives none. Pages that hold none, as lists of news, are counted only.

    Args:
        partition: what to read.
        counts: its `pages` is raised by one for each row or HTML page.

    Raises:
        OSError: the file system failed; the same again may succeed.
    """
    from fsspec.core import url_to_fs

    fs, path = url_to_fs(partition.url)
    with fs.open(path, "rb") as file:
        if partition.kind == "parquet":
            yield from _of_parquet(_Part(file), partition, counts)
        else:
            yield from _of_warc(file, partition, counts)


def inputs_of_item(item: Article | Mapping[str, Any], name: str, number: int) -> Iterator[Input | Problem]:
    """Yield what an item of a collection holds: an article, or the values of a row by the names of `COLUMNS`.

    Args:
        item: the item.
        name: what the collection is called, for items without an address.
        number: the item's place in it, from 1 on.
    """
    if isinstance(item, Article):
        yield Input(item, _key(item, name))
        return
    row = {key: value for key, value in item.items() if value is not None}
    for column in _BYTES:
        if isinstance(row.get(column), str):
            row[column] = row[column].encode("utf-8", "surrogatepass")
    yield from _of_row(row, name, number)


class _Part(io.RawIOBase):
    """The bytes `[first, last)` of an open file, seen as a file, which remembers when the file system failed.

    The readers of WARC and Parquet take a failing disk or network for damage in the file; here the two stay apart.
    """

    def __init__(self, file: IO[bytes], first: int = 0, last: int | None = None) -> None:
        self._file = file
        self._first = first
        self._size = (file.seek(0, io.SEEK_END) if last is None else last) - first
        self._position = 0
        self.failure: OSError | None = None

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._position

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        self._position = offset + {io.SEEK_SET: 0, io.SEEK_CUR: self._position, io.SEEK_END: self._size}[whence]
        return self._position

    def readinto(self, buffer: Any) -> int:
        wanted = min(len(buffer), self._size - self._position)
        if wanted <= 0:
            return 0
        try:
            self._file.seek(self._first + self._position)
            data = self._file.read(wanted)
        except OSError as error:
            self.failure = error
            raise
        buffer[: len(data)] = data
        self._position += len(data)
        return len(data)


def _of_parquet(part: _Part, partition: Partition, counts: Counter[str]) -> Iterator[Input | Problem]:
    import pyarrow as pa

    rows = _rows(part, partition)
    while True:
        try:
            found = next(rows, None)
        except (pa.ArrowException, OSError, ValueError) as error:
            if part.failure is not None:
                raise part.failure from error
            message = f"the file is damaged ({type(error).__name__}: {error}); what comes behind is left out"
            yield Problem(code="parquet-damaged", message=message, where=partition.key)
            return
        if found is None:
            return
        if isinstance(found, Problem):
            yield found
            continue
        number, row = found
        counts["pages"] += 1
        yield from _of_row(row, partition.key, number)


def _rows(part: _Part, partition: Partition) -> Iterator[tuple[int, Mapping[str, Any]] | Problem]:
    """Yield each row with its number in the file, from 1 on; text as bytes, whatever their encoding is."""
    import pyarrow.parquet as pq

    parquet = pq.ParquetFile(part)
    first, last = partition.span or (0, parquet.num_row_groups)
    number = sum(parquet.metadata.row_group(i).num_rows for i in range(first))
    names = [name for name in parquet.schema_arrow.names if name in COLUMNS]
    if not {"text", "html"} & set(names):
        message = "the file has neither a column `text` nor a column `html`; nothing was read"
        yield Problem(code="no-text-column", message=message, where=partition.key)
        return
    for batch in parquet.iter_batches(_ROWS, row_groups=list(range(first, last)), columns=names):
        columns = {name: _bytes_of(batch[name]) if name in _BYTES else batch[name] for name in batch.schema.names}
        for values in zip(*(column.to_pylist() for column in columns.values()), strict=True):
            number += 1
            yield number, {name: value for name, value in zip(columns, values, strict=True) if value is not None}


def _bytes_of(column: Any) -> Any:
    """Return a column of text as one of bytes: what is no Unicode in it is one row's trouble, not the whole file's."""
    import pyarrow as pa

    if pa.types.is_dictionary(column.type):
        column = column.dictionary_decode()
    return column.cast(pa.large_binary())


def _of_row(row: Mapping[str, Any], key: str, number: int) -> Iterator[Input | Problem]:
    """Yield what a row holds: a page if it has `html`, else a text."""
    where = f"{key}:{number}"
    if row.get("html"):
        if not row.get("url"):
            yield Problem(code="no-url", message="a page in HTML needs its address in the column `url`", where=where)
            return
        for item in _of_answer(_answer(row)):
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


def _of_warc(file: IO[bytes], partition: Partition, counts: Counter[str]) -> Iterator[Input | Problem]:
    from scrapers.archive import Archived, read_records, read_warc_file
    from scrapers.replay import is_html

    whole = _Part(file)
    first, last = partition.span or (0, whole.seek(0, io.SEEK_END))
    begin = _member_at(whole, first, last)
    if begin is None:
        return
    end = None if partition.span is None else _member_at(whole, last, None)
    part = _Part(file, begin, end)
    read = read_warc_file if begin == 0 else read_records
    for item in read(io.BufferedReader(part, _CHUNK), partition.key):
        if isinstance(item, Archived):
            if is_html(item.response):
                counts["pages"] += 1
                yield from _of_answer(item.response)
        else:
            if part.failure is not None:
                raise part.failure
            yield item


def _member_at(file: _Part, first: int, last: int | None) -> int | None:
    """Return where the first record at `first` or behind it begins that is packed by itself; None if none does.

    It is where a gzip member begins whose content begins as a record does. All parts of a file find the same places,
    so that each record is in exactly one.

    Args:
        file: the packed file.
        first: where to begin looking; at 0 is always one.
        last: where to stop looking; None is the file's end.
    """
    if first == 0:
        return 0
    position, window = first, b""
    file.seek(first)
    while last is None or position < last:
        chunk = file.read(_CHUNK)
        window += chunk
        found = window.find(_MEMBER)
        while found >= 0 and (found + _MEMBER_HEAD <= len(window) or not chunk):
            if last is not None and position + found >= last:
                return None
            if _begins_record(window[found : found + _MEMBER_HEAD]):
                return position + found
            found = window.find(_MEMBER, found + 1)
        if not chunk:
            return None
        keep = len(window) - found if found >= 0 else len(_MEMBER) - 1
        position += len(window) - keep
        window = window[len(window) - keep :]
    return None


def _begins_record(packed: bytes) -> bool:
    try:
        return zlib.decompressobj(wbits=31).decompress(packed, 16).startswith(b"WARC/")
    except zlib.error:
        return False


def _of_answer(response: Response) -> Iterator[Input | Problem]:
    """Yield the article of a page, or what is wrong with one that should have one."""
    from scrapers.reading import read_answer
    from scrapers.urls import canonical

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
