"""Many partitions: over the workers of a Dask cluster, or one after the other in this process."""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from itertools import chain, islice
from os import PathLike, fspath
from typing import TYPE_CHECKING, Any

from pipeline.record import Problem
from pipeline.scale.partitions import SPLIT, Partition, list_partitions

if TYPE_CHECKING:
    from dask.bag import Bag
    from distributed import Client

    from pipeline.scale.work import Done, Settings

    Inputs = str | PathLike[str] | Sequence[str | PathLike[str]] | Bag

_AHEAD = 1_000
"""Partitions that the scheduler knows of at a time."""

_RETRIES = 2
"""How often a worker tries a partition again on which a file system failed."""


@dataclass(slots=True)
class Summary:
    """What a job did.

    Attributes:
        partitions: how many there are.
        skipped: how many of them were done before.
        failed: why, by name, partitions could not be done; the next run tries them again.
        problems: inputs that gave no partition.
        counts: pages, those of them that were parsed as HTML, and rows in each table, over all partitions.
    """

    partitions: int = 0
    skipped: int = 0
    failed: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)

    def add(self, done: Done) -> None:
        """Count a partition."""
        self.partitions += 1
        self.skipped += done.skipped
        self.counts.update(done.counts)
        if done.failure:
            self.failed[done.name] = done.failure


@dataclass(frozen=True, slots=True)
class _Job:
    """A partition's work: a function of `pipeline.scale.work` with its arguments, some of them Dask collections."""

    name: str
    where: str
    function: Callable[..., Done]
    arguments: tuple[Any, ...]


def extract_distributed(
    inputs: Inputs,
    client: Client | None,
    out: str | PathLike[str],
    *,
    least: float = 0.0,
    every_article: bool = False,
    name: str = "bag",
    split: int = SPLIT,
    progress: Callable[[Done, int], None] | None = None,
) -> Summary:
    """Read Parquet files, WARC files or a Dask bag into partitioned Parquet of articles, facts, evidence and problems.

    One input file (or part of a large one) gives one file in each of the folders `articles`, `facts`, `evidence` and
    `problems` of `out`. What was done before from the same input by the same program is skipped, so that a job that was
    broken off goes on. The files are the same bytes whatever the number of workers.

    Args:
        inputs: Paths, or URLs that fsspec opens, of files, folders or globs of `.parquet`, `.warc` and `.warc.gz`
            files; or a bag of articles or of mappings with the columns of such a Parquet file.
        client: The cluster; without one all is read in this process.
        out: The folder of the output, path or URL; all workers must reach it, and the inputs, under the same name.
        least: Facts of less confidence are left out.
        every_article: Write also the articles of which there is nothing to tell.
        name: What the files of a bag are called in the output.
        split: Bytes from which on a file is split.
        progress: Called with what came of each partition, as it comes, and with the number of all of them.

    Raises:
        ImportError: `thidua[scale]` is not installed.
        OtherProgramError: a worker has another version of Thidua.
        OSError: the output cannot be written to.
        ConnectionError: the cluster is gone. What was done stays done.
    """
    need("fsspec")
    from pipeline.scale.work import Settings, program_hash

    settings = Settings(_absolute(fspath(out)), program_hash(), least, every_article)
    summary = Summary()
    jobs, skipped = _jobs(inputs, settings, summary, name, split)
    total = len(jobs) + len(skipped)
    results = _in_this_process(jobs, settings) if client is None else _on_cluster(jobs, settings, client)
    for done in chain(skipped, results):
        summary.add(done)
        if progress is not None:
            progress(done, total)
    return summary


def need(module: str) -> Any:
    """Import a library of the extra.

    Raises:
        ImportError: it is not there; the message says how to get it.
    """
    try:
        return import_module(module)
    except ImportError as error:
        message = f"reading on a cluster needs {module}, which is not installed: pip install 'thidua[scale]'"
        raise ImportError(message) from error


def _absolute(out: str) -> str:
    """Return the URL of the output's folder: a worker's own folder is another one than the client's."""
    from fsspec.core import url_to_fs

    try:
        fs, path = url_to_fs(out)
    except ValueError as error:
        raise OSError(f"{out}: {error}; name a folder, or a URL that fsspec opens, as s3://bucket/folder") from error
    return str(fs.unstrip_protocol(path))


def _jobs(inputs: Inputs, settings: Settings, summary: Summary, name: str, split: int) -> tuple[list[_Job], list[Done]]:
    """Return what there is to do, and what was done before."""
    from pipeline.scale.work import done_before, read_articles, read_partition, remove_leftovers

    if hasattr(inputs, "to_delayed"):
        parts = inputs.to_delayed()
        names = [f"{name}-{number:05}" for number in range(len(parts))]
        return [
            _Job(own, own, read_articles, (own, part, settings)) for own, part in zip(names, parts, strict=True)
        ], []
    given = [inputs] if isinstance(inputs, (str, PathLike)) else inputs
    found = list_partitions(map(fspath, given), split)  # type: ignore[arg-type]
    summary.problems += [item for item in found if isinstance(item, Problem)]
    own = f"{settings.out}/"  # what an earlier run wrote is no input, though it may lie in the same folder
    partitions = [item for item in found if isinstance(item, Partition) and not item.url.startswith(own)]
    done = done_before(partitions, settings)
    remove_leftovers(partitions, done, settings)
    jobs = [_Job(p.name, p.key, read_partition, (p, settings)) for p in partitions if p.name not in done]
    return jobs, list(done.values())


def _in_this_process(jobs: Iterable[_Job], settings: Settings) -> Iterator[Done]:
    from pipeline.scale.work import write_failure

    for job in jobs:
        try:
            arguments = [a.compute(scheduler="synchronous") if hasattr(a, "compute") else a for a in job.arguments]
            yield job.function(*arguments)
        except Exception as error:
            _stop_if_common(error)
            yield write_failure(job.name, job.where, error, settings)


def _on_cluster(jobs: Sequence[_Job], settings: Settings, client: Any) -> Iterator[Done]:
    """Yield what comes of each job as it comes. A worker's death costs what it was at; another one does it again."""
    from pipeline.scale.work import write_failure

    waiting, run = iter(jobs), secrets.token_hex(4)
    by_key: dict[str, _Job] = {}

    def submit(job: _Job) -> Any:
        arguments = [client.compute(a) if hasattr(a, "compute") else a for a in job.arguments]
        key = f"thidua-{job.name}-{run}"
        future = client.submit(job.function, *arguments, key=key, pure=False, retries=_RETRIES)
        by_key[future.key] = job
        return future

    running = need("distributed").as_completed([submit(job) for job in islice(waiting, _AHEAD)])
    for future in running:
        job = by_key.pop(future.key)
        if future.status == "finished":
            yield future.result()
        elif future.status == "error":
            error = future.exception()
            _stop_if_common(error)
            yield write_failure(job.name, job.where, error, settings)
        else:
            raise ConnectionError("the cluster is gone; what was done stays done, and the same command goes on with it")
        following = next(waiting, None)
        if following is not None:
            running.add(submit(following))


def _stop_if_common(error: BaseException) -> None:
    """Raise an error that the other partitions would meet as well."""
    from pipeline.scale.work import OtherProgramError

    if isinstance(error, (OtherProgramError, ImportError)):
        raise error
