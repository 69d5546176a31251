"""Work on a stream, batch by batch, in several processes and in the stream's order."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Future

T = TypeVar("T")
R = TypeVar("R")

BATCH = 16
"""So many items go to a process at once. At the end of a stream the processes wait for the last batch, so it is small;
larger ones would save little, for most of what is sent is the items themselves."""

_WAITING = 8
"""So many batches a process are on their way, that none stands still while this one writes to the tables."""


def in_order(
    items: Iterable[T],
    work: Callable[[list[T]], R],
    workers: int,
    prepare: Callable[[], None] = lambda: None,
) -> Iterator[tuple[list[T], R]]:
    """Yield batches of a stream, in its order, each with what some work made of it.

    Items are taken as results are asked for, so a stream of any length fits in memory.

    Args:
        items: any iterable.
        work: for several workers a function of a module, or a `partial` of one; what it takes and gives is pickled.
        workers: processes; 1 works in this one.
        prepare: called before processes are made, if there is an item; forked processes inherit what it builds.

    Raises:
        ValueError: `workers` is less than 1.
        concurrent.futures.process.BrokenProcessPool: a worker was killed.
    """
    if workers < 1:
        raise ValueError(f"workers is {workers}; it takes 1 or more processes.")
    stream = iter(items)
    batches = iter(lambda: list(islice(stream, BATCH)), [])
    if workers == 1:
        return ((batch, work(batch)) for batch in batches)
    return _in_processes(batches, work, workers, prepare)


def _in_processes(
    batches: Iterator[list[T]], work: Callable[[list[T]], R], workers: int, prepare: Callable[[], None]
) -> Iterator[tuple[list[T], R]]:
    from concurrent.futures import ProcessPoolExecutor

    first = next(batches, None)
    if first is None:
        return
    prepare()
    with ProcessPoolExecutor(workers) as pool:
        waiting: deque[tuple[list[T], Future[R]]] = deque([(first, pool.submit(work, first))])

        def send(number: int) -> None:
            waiting.extend((batch, pool.submit(work, batch)) for batch in islice(batches, number))

        send(_WAITING * workers - 1)
        while waiting:
            batch, doing = waiting.popleft()
            done = doing.result()
            send(1)
            yield batch, done
