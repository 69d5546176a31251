"""One partition from end to end: skipped if it is done, else read, and its files put in place.

The same function runs in a plain loop and on a cluster's workers, so that the result is the same bytes either way.
"""

from __future__ import annotations

import json
import re
import secrets
from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from functools import cache
from hashlib import sha256
from threading import Lock
from typing import TYPE_CHECKING, Any

from pipeline.article import Article
from pipeline.commands.reading import read_all
from pipeline.confidence import without_doubtful
from pipeline.inputs import Input
from pipeline.record import Problem
from pipeline.scale.pages import inputs_of_item, read_pages
from pipeline.scale.partitions import Partition, base_name
from pipeline.scale.tables import ASIDE, Tables, table_paths
from pipeline.warehouse.rows import PageRecord, page_rows, run_problem_row
from pipeline.warehouse.runs import rules_hash

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem
    from spacy.language import Language

MARKS = "partitions"
"""The folder of the output that says of each partition what it was made of."""

_ONE_AT_A_TIME = Lock()
"""underthesea must not be called by two threads for the first time; more threads would not be faster anyway."""


class OtherProgramError(RuntimeError):
    """A worker runs another Thidua than the client: its facts would be others. Stops the whole job."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What beside the input decides on the output.

    Attributes:
        out: path or URL of the output's folder.
        program: hash of program, lexicon and page parsers.
        least: facts of less confidence are left out.
        every_article: whether articles of which there is nothing to tell are written too.
    """

    out: str
    program: str
    least: float = 0.0
    every_article: bool = False


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a partition.

    Attributes:
        name: the partition's.
        skipped: it was done before, from the same input by the same program.
        counts: pages, those of them that were parsed as HTML, and rows in each table.
        failure: why it was not done; empty if it was.
    """

    name: str
    skipped: bool = False
    counts: Mapping[str, int] = field(default_factory=dict)
    failure: str = ""


@cache
def program_hash() -> str:
    """Return the hash of all that decides what is read of a page."""
    return rules_hash("scrapers")


def read_partition(partition: Partition, settings: Settings) -> Done:
    """Read a partition's file, or its part of it, unless that was done.

    Raises:
        OSError: a file system failed; the same again may succeed.
        OtherProgramError: the settings are of another program.
    """
    mark = _mark_of(partition)
    counts: Counter[str] = Counter()
    return _work(partition.name, mark, lambda: read_pages(partition, counts, settings.every_article), counts, settings)


def read_articles(name: str, items: Iterable[Article | Mapping[str, Any]], settings: Settings) -> Done:
    """Read articles that are at hand, as `read_partition` does a file's; the same ones are not read again.

    Args:
        name: the partition's name.
        items: articles, or what a row of a Parquet file would hold.
        settings: as in `read_partition`.
    """
    given = list(items)
    content = json.dumps([_jsonable(item) for item in given], sort_keys=True, default=str)
    counts: Counter[str] = Counter()

    def inputs() -> Iterator[Input | Problem]:
        for number, item in enumerate(given, start=1):
            yield from inputs_of_item(item, name, number, counts, settings.every_article)

    mark = {"input": name, "version": sha256(content.encode("utf-8", "backslashreplace")).hexdigest(), "span": None}
    return _work(name, mark, inputs, counts, settings)


def write_failure(name: str, where: str, error: BaseException, settings: Settings) -> Done:
    """Write down that a partition could not be read, in place of its tables; the next run tries it again."""
    from fsspec.core import url_to_fs

    reason = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    message = f"this part of the input could not be read ({reason}); run it again when the cause is mended"
    fs, folder = url_to_fs(settings.out)
    with Tables(fs, folder, name) as tables:
        tables.add_problem(run_problem_row(Problem(code="partition-failed", message=message, where=where), ""))
        _unmark(fs, folder, name)
        tables.publish()
        return Done(name, counts=dict(tables.counts), failure=reason)


def done_before(partitions: Iterable[Partition], settings: Settings) -> dict[str, Done]:
    """Return those of the partitions, by name, that are done: from the same input, by the same program, files in place.

    All marks are read in one go, which object stores answer side by side.
    """
    from fsspec.core import url_to_fs

    fs, folder = url_to_fs(settings.out)
    present = set(fs.find(folder))
    wanted = {partition.name: partition for partition in partitions}
    paths = {_mark_path(folder, name): name for name in wanted}
    asked = [path for path in paths if path in present]
    marks = fs.cat(asked, on_error="omit") if asked else {}
    done = {}
    for path, content in (marks if isinstance(marks, dict) else {asked[0]: marks}).items():
        name = paths[path]
        rows = _rows_if_same(content, _mark_of(wanted[name]), settings)
        if rows is not None and all(table in present for table in table_paths(folder, name)):
            done[name] = Done(name, skipped=True, counts=rows)
    return done


def remove_leftovers(partitions: Iterable[Partition], done: Container[str], settings: Settings) -> None:
    """Remove what an earlier run wrote of parts that a file no longer has, and what killed workers left behind.

    A file that has shrunk or grown is split otherwise than before; its old parts would double its facts. What was begun
    of a partition that is not done stays for now: a worker may be at it still whose client was killed.
    """
    from fsspec.core import url_to_fs

    fs, folder = url_to_fs(settings.out)
    names = {partition.name for partition in partitions}
    bases = {base_name(name) for name in names}
    for path in fs.find(folder):
        name = re.sub(r"\.(?:parquet|json)(?:\.[0-9a-f]+\.part)?$", "", path.rpartition("/")[2])
        is_old = base_name(name) in bases and name not in names
        if is_old or (path.endswith(ASIDE) and name in done):
            fs.rm_file(path)


def _work(
    name: str,
    mark: Mapping[str, Any],
    inputs: Callable[[], Iterator[Input | Problem]],
    counts: Counter[str],
    settings: Settings,
) -> Done:
    from fsspec.core import url_to_fs

    if settings.program != program_hash():
        raise OtherProgramError(
            "a worker has another version of Thidua than the client; install the same on all machines and start again"
        )
    fs, folder = url_to_fs(settings.out)
    if (rows := _done_rows(fs, folder, name, mark, settings)) is not None:
        return Done(name, skipped=True, counts=rows)
    with Tables(fs, folder, name) as tables:
        with _ONE_AT_A_TIME:
            _read(inputs(), tables, settings)
        counts.update(tables.counts)
        # Somebody else may have done it meanwhile, whom the cluster took for dead. His bytes are the same.
        if _done_rows(fs, folder, name, mark, settings) is None:
            _unmark(fs, folder, name)  # until all files are in place, none of them is known to be whole
            tables.publish()
            _write_mark(
                fs, folder, name, {**mark, "settings": _of_mark(settings), "rows": dict(sorted(counts.items()))}
            )
    return Done(name, counts=dict(counts))


def _done_rows(
    fs: AbstractFileSystem, folder: str, name: str, mark: Mapping[str, Any], settings: Settings
) -> Mapping[str, int] | None:
    """Return the counts of a partition that is done, None if it is not."""
    path = _mark_path(folder, name)
    rows = _rows_if_same(fs.cat_file(path), mark, settings) if fs.exists(path) else None
    return rows if rows is not None and all(map(fs.exists, table_paths(folder, name))) else None


def _read(inputs: Iterator[Input | Problem], tables: Tables, settings: Settings) -> None:
    """Read articles and add their rows; a page that comes twice with the same text is written once."""
    seen: set[str] = set()
    for item in read_all(inputs, nlp=_language()):
        if isinstance(item, Problem):
            tables.add_problem(run_problem_row(item, ""))
            continue
        record = without_doubtful(item.record, settings.least)
        try:
            page = page_rows(PageRecord(item.article, item.key, record), "")
        except ValueError as error:
            message = f"a value has no place in the tables: {error}"
            tables.add_problem(run_problem_row(Problem(code="not-storable", message=message, where=item.key), ""))
            continue
        if page.article["article_id"] in seen:
            continue
        seen.add(page.article["article_id"])
        if page.facts or page.problems or settings.every_article:
            tables.add(page)


@cache
def _language() -> Language:
    """Return the pipeline that reads, loaded once a process."""
    from pipeline.reader import load_language

    return load_language()


def _mark_of(partition: Partition) -> dict[str, Any]:
    span = list(partition.span) if partition.span else None
    return {"input": partition.url, "version": partition.version, "span": span}


def _of_mark(settings: Settings) -> dict[str, Any]:
    return {name: value for name, value in asdict(settings).items() if name != "out"}


def _rows_if_same(content: bytes, mark: Mapping[str, Any], settings: Settings) -> Mapping[str, int] | None:
    """Return the counts of a mark if it says the same of input and settings."""
    try:
        known = json.loads(content)
        same = known["settings"] == _of_mark(settings) and all(known[name] == value for name, value in mark.items())
        return dict(known["rows"]) if same else None
    except (ValueError, KeyError, TypeError):  # torn, or of an older program
        return None


def _mark_path(folder: str, name: str) -> str:
    return f"{folder}/{MARKS}/{name}.json"


def _write_mark(fs: AbstractFileSystem, folder: str, name: str, mark: Mapping[str, Any]) -> None:
    path = _mark_path(folder, name)
    aside = f"{path}.{secrets.token_hex(4)}{ASIDE}"
    fs.makedirs(path.rpartition("/")[0], exist_ok=True)
    fs.pipe_file(aside, (json.dumps(mark, ensure_ascii=False, sort_keys=True) + "\n").encode())
    fs.mv(aside, path)


def _unmark(fs: AbstractFileSystem, folder: str, name: str) -> None:
    path = _mark_path(folder, name)
    if fs.exists(path):
        fs.rm_file(path)


def _jsonable(item: Article | Mapping[str, Any]) -> Any:
    return item.to_dict() if isinstance(item, Article) else dict(item)
