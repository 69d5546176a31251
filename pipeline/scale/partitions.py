"""What a partition is: one input file, or a part of a large one, the unit that is read, skipped or done again whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Literal

from pipeline.record import Problem

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

Kind = Literal["parquet", "warc"]

KINDS: Mapping[str, Kind] = {
    ".parquet": "parquet",
    ".warc.gz": "warc",
    ".warc": "warc",
    ".arc.gz": "warc",
    ".arc": "warc",
}
"""What is read, by the end of a file's name."""

_OTHERS = "`thidua extract` without --out and --scheduler reads .txt, .html and .jsonl"

SPLIT = 64 * 2**20
"""Bytes from which on a file is split. A part of that size takes a worker a few minutes: what a kill costs at most."""

_SPLITTABLE_WARC = ".warc.gz"
_VERSION_MARKS = (
    "ETag",
    "etag",
    "md5Hash",
    "content_md5",
    "LastModified",
    "last_modified",
    "updated",
    "mtime",
    "created",
)
"""What file systems call that which changes with a file's content; the first that is there counts."""


@dataclass(frozen=True, slots=True)
class Partition:
    """One unit of work.

    Attributes:
        name: what its files in the output are called; unique by the input's URL and part.
        url: the input file, as fsspec opens it.
        key: the file's path below the folder that was named, by which rows without an address are known.
        kind: how it is read.
        version: changes when the file does.
        span: of a Parquet file the row groups `[first, last)`; of a WARC file the records that begin at the bytes
            `[first, last)` of the packed file; None is the whole file.
    """

    name: str
    url: str
    key: str
    kind: Kind
    version: str
    span: tuple[int, int] | None = None


def list_partitions(inputs: Iterable[str], split: int = SPLIT) -> list[Partition | Problem]:
    """Return the partitions of files, folders and globs, sorted by name within each, and what cannot be one.

    Args:
        inputs: paths, or URLs that fsspec opens (`s3://bucket/folder`, `file:///data/*.parquet`). Folders are searched
            with all their subfolders for the kinds of files that are known.
        split: bytes from which on a file is split.
    """
    found: dict[str, Partition | Problem] = {}
    for given in inputs:
        for item in _of_input(given, split):
            found.setdefault(item.name if isinstance(item, Partition) else f"{item.code} {item.where}", item)
    return list(found.values())


def base_name(name: str) -> str:
    """Return what the names of all parts of one file begin with."""
    return name.partition("~")[0]


def _of_input(given: str, split: int) -> Iterator[Partition | Problem]:
    from fsspec.core import url_to_fs

    try:
        fs, path = url_to_fs(given)
    except ValueError as error:  # of a URL whose scheme nothing opens
        yield Problem(code="unreadable-file", message=str(error), where=given)
        return
    if "*" in given:
        folder = path.partition("*")[0].rpartition("/")[0]
        paths = [file for file in sorted(fs.glob(path)) if kind_of(file)]
    elif fs.isdir(path):
        folder = path.rstrip("/")
        paths = [file for file in sorted(fs.find(path)) if kind_of(file)]
    else:
        folder, paths = path.rpartition("/")[0], [path]
    if not paths:
        yield Problem(code="empty-folder", message=f"no {', '.join(KINDS)} in it or below it; {_OTHERS}", where=given)
    for file in paths:
        kind = kind_of(file)
        key = file.removeprefix(folder).lstrip("/")
        if kind is None:
            yield Problem(code="unknown-format", message=f"not read: only {', '.join(KINDS)} are; {_OTHERS}", where=key)
        elif not fs.exists(file):
            yield Problem(code="unreadable-file", message="no such file", where=key)
        else:
            yield from _of_file(fs, file, key, kind, split)


def kind_of(path: str) -> Kind | None:
    """Return how a file is read, None if it is not."""
    return next((kind for suffix, kind in KINDS.items() if path.lower().endswith(suffix)), None)


def _of_file(fs: AbstractFileSystem, path: str, key: str, kind: Kind, split: int) -> Iterator[Partition]:
    info = fs.info(path)
    url = fs.unstrip_protocol(path)
    name = f"{re.sub(r'[^A-Za-z0-9._-]+', '-', path.rpartition('/')[2])}-{sha256(url.encode()).hexdigest()[:12]}"
    version = _version(info)
    spans: list[tuple[int, int]] = []
    if info["size"] > split:
        if kind == "parquet":
            spans = _row_groups(fs, path, split)
        elif path.lower().endswith(_SPLITTABLE_WARC):
            spans = list(pairwise([*range(0, info["size"], split), info["size"]]))
    if len(spans) < 2:
        yield Partition(name, url, key, kind, version)
        return
    for number, span in enumerate(spans):
        yield Partition(f"{name}~{number:04}", url, key, kind, version, span)


def _row_groups(fs: AbstractFileSystem, path: str, split: int) -> list[tuple[int, int]]:
    """Return runs of row groups that together are large enough; none if the file's footer cannot be read."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        with fs.open(path, "rb") as file:
            metadata = pq.ParquetFile(file).metadata
            sizes = [metadata.row_group(i).total_byte_size for i in range(metadata.num_row_groups)]
    except (pa.ArrowException, OSError, ValueError):  # told when the partition is read
        return []
    spans: list[tuple[int, int]] = []
    first = total = 0
    for i, size in enumerate(sizes):
        total += size
        if total >= split or i == len(sizes) - 1:
            spans.append((first, i + 1))
            first, total = i + 1, 0
    return spans


def _version(info: Mapping[str, Any]) -> str:
    mark = next((str(info[name]) for name in _VERSION_MARKS if info.get(name) is not None), "")
    return f"{info['size']} {mark}".strip()
