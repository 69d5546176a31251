"""Changes of archive and state, made in one thread. Those that are asked for close together are committed together.

Bringing the archive to the disk and committing the state takes as long for one change as for many.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any, ParamSpec, TypeVar

from scrapers.archive import Archive
from scrapers.frontier import Frontier

P = ParamSpec("P")
T = TypeVar("T")

_GATHERING = 0.02
"""Seconds that changes wait for others: a fraction of what any portal takes to answer."""


class Commits:
    """The thread that writes, and the changes that wait for it.

    Args:
        frontier: The state.
        archive: The archive; what changes write into it is on the disk before the state says so.
    """

    def __init__(self, frontier: Frontier, archive: Archive) -> None:
        self._frontier = frontier
        self._archive = archive
        self._loop = asyncio.get_running_loop()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="disk")
        self._waiting: list[tuple[Callable[[], Any], asyncio.Future[Any]]] = []
        self._work: asyncio.Task[None] | None = None

    async def make(self, change: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Make a change, and return what it gives once that is committed.

        It is made even if the task that asked for it is cancelled meanwhile. All that are committed together are
        made, or none: where one raises, all who wait for them hear of it.
        """
        made: asyncio.Future[T] = self._loop.create_future()
        self._waiting.append((partial(change, *args, **kwargs), made))
        if self._work is None or self._work.done():
            self._work = self._loop.create_task(self._make_all())
        return await made

    async def run(self, function: Callable[[], T]) -> T:
        """Run something in the thread that commits by itself, step by step."""
        return await asyncio.shield(self._loop.run_in_executor(self._thread, function))

    async def close(self) -> None:
        """Make what waits, and end the thread."""
        if self._work is not None:
            await asyncio.gather(self._work, return_exceptions=True)
        self._thread.shutdown()

    async def _make_all(self) -> None:
        while self._waiting:
            await asyncio.sleep(_GATHERING)
            (changes, waiting), self._waiting = zip(*self._waiting, strict=True), []
            try:
                results = await self._loop.run_in_executor(self._thread, self._commit, changes)
            except Exception as error:
                for made in waiting:
                    if not made.done():  # its task was cancelled
                        made.set_exception(error)
                continue
            for made, result in zip(waiting, results, strict=True):
                if not made.done():
                    made.set_result(result)

    def _commit(self, changes: Sequence[Callable[[], Any]]) -> list[Any]:
        with self._frontier.whole():
            results = [change() for change in changes]
            self._archive.to_disk()
        return results
