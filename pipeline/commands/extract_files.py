"""`thidua extract --out`: Parquet and WARC files in, partitioned Parquet of facts out, on one machine or many."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from logging import ERROR
from typing import TYPE_CHECKING

from pipeline.commands.console import counter, say, say_problem
from pipeline.commands.errors import CommandError

if TYPE_CHECKING:
    from distributed import Client

    from pipeline.scale.work import Done

_SECONDS_TO_CONNECT = 30


def extract_files(
    paths: Sequence[str], out: str, scheduler: str | None, workers: int, least: float, every_article: bool
) -> int:
    """Read files into Parquet and say what was done.

    Args:
        paths: Files, folders, globs or URLs of Parquet and WARC files.
        out: The folder of the output, path or URL.
        scheduler: Address of a Dask scheduler; without one the work is done on this machine.
        workers: Processes on this machine, if there is no scheduler.
        least: Facts of less confidence are left out.
        every_article: Write articles of which there is nothing to tell, too.

    Returns:
        How many problems there were with inputs: files that gave nothing, parts that could not be read.

    Raises:
        CommandError: the libraries are missing, no scheduler answers, or a worker has another version of Thidua.
    """
    from pipeline.scale.distributed import extract_distributed

    try:
        with _client(scheduler, workers) as client, counter("partitions") as count:
            summary = extract_distributed(
                paths, client, out, least=least, every_article=every_article, progress=_told_by(count)
            )
    except ImportError as error:
        raise CommandError(str(error)) from error
    except RuntimeError as error:
        raise _expected(error) from error
    for problem in summary.problems:
        say_problem(problem)
    for name, reason in sorted(summary.failed.items()):
        say(f"{name}: not done: {reason}; the same command tries it again")
    rows = summary.counts
    say(
        f"{summary.partitions} partition(s), {summary.skipped} of them done before, {len(summary.failed)} failed; "
        f"{rows['pages']} page(s), {rows['parsed']} of them parsed; {rows['articles']} article(s), {rows['facts']} "
        f"fact(s) and {rows['problems']} problem(s) are in {out}"
    )
    if rows["problems"]:
        say(f"what the problems are: the columns location and message of {out.rstrip('/')}/problems/*.parquet")
    return len(summary.problems) + rows["problems"]


@contextmanager
def _client(scheduler: str | None, workers: int) -> Iterator[Client | None]:
    """Connect to a cluster; to one of this machine's own if there is no scheduler and more than one worker."""
    from pipeline.scale.distributed import need

    if scheduler is None and workers == 1:
        yield None
        return
    distributed = need("distributed")
    if scheduler is None:
        # One thread each, as documented for all workers; no web page, which nobody asked for.
        with (
            distributed.LocalCluster(
                n_workers=workers, threads_per_worker=1, dashboard_address=None, silence_logs=ERROR
            ) as cluster,
            distributed.Client(cluster) as client,
        ):
            yield client
        return
    try:
        client = distributed.Client(scheduler, timeout=_SECONDS_TO_CONNECT)
    except (OSError, ValueError) as error:
        raise CommandError(
            f"no Dask scheduler answers at {scheduler} ({error}); `dask scheduler` starts one and prints its address"
        ) from error
    with client:
        if not client.nthreads():
            say("no worker is there yet; the work begins when one has joined: `dask worker --nthreads 1 ADDRESS`")
        yield client


def _told_by(count: Callable[[int], None]) -> Callable[[Done, int], None]:
    def tell(done: Done, total: int) -> None:
        count(total)

    return tell


def _expected(error: RuntimeError) -> Exception:
    """Return what a user can do something about as a `CommandError`, any other error as it is."""
    from pipeline.scale.work import OtherProgramError

    return CommandError(str(error)) if isinstance(error, OtherProgramError) else error
