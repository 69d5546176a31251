"""How a crawl tells what it is doing: a bar for each source on a terminal, now and then a line in a log."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

    from scrapers.crawl import Tally

_SHOWN = 16  # sources with a bar of their own
_SECONDS_BETWEEN_LINES = 30.0


class Show(Protocol):
    """Shows how far a crawl is."""

    def __call__(self, tallies: Mapping[str, Tally]) -> None:
        """Show what was done for each source so far."""


@contextmanager
def progress() -> Iterator[Show]:
    """Return what shows a crawl's progress on stderr, in the way that suits a terminal or a log."""
    if sys.stderr.isatty():
        with _bars() as bars:
            yield _OnTerminal(bars)
    else:
        yield _InLog()


def total_of(tallies: Mapping[str, Tally]) -> str:
    """Return a crawl's sum in one line."""
    values = list(tallies.values())
    asked, new, changed, problems, waiting = (
        sum(getattr(tally, name) for tally in values) for name in ("asked", "new", "changed", "problems", "waiting")
    )
    return (
        f"{asked} page(s) asked for at {len(values)} source(s): {new} new article(s), {changed} changed, "
        f"{problems} problem(s), {waiting} page(s) waiting"
    )


class _InLog:
    """A line now and then."""

    def __init__(self) -> None:
        self._last = time.monotonic()

    def __call__(self, tallies: Mapping[str, Tally]) -> None:
        if time.monotonic() - self._last >= _SECONDS_BETWEEN_LINES:
            self._last = time.monotonic()
            print(f"thidua: {total_of(tallies)}", file=sys.stderr, flush=True)


class _OnTerminal:
    """A bar for each source that is at work, and one for all."""

    def __init__(self, bars: Progress) -> None:
        self._bars = bars
        self._tasks: dict[str, TaskID] = {}
        self._all = bars.add_task("all", total=None, new=0)

    def __call__(self, tallies: Mapping[str, Tally]) -> None:
        for key, tally in tallies.items():
            if tally.finished and key in self._tasks:
                self._bars.remove_task(self._tasks.pop(key))
            elif not tally.finished and (key in self._tasks or len(self._tasks) < _SHOWN):
                if key not in self._tasks:
                    self._tasks[key] = self._bars.add_task(key, new=0)
                self._update(self._tasks[key], [tally])
        self._update(self._all, list(tallies.values()))

    def _update(self, task: TaskID, tallies: list[Tally]) -> None:
        asked = sum(tally.asked for tally in tallies)
        waiting = sum(tally.waiting for tally in tallies)
        self._bars.update(task, completed=asked, total=asked + waiting, new=sum(tally.new for tally in tallies))


def _bars() -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Task as RichTask
    from rich.text import Text

    class Rate(ProgressColumn):
        def render(self, task: RichTask) -> Text:
            return Text(f"{task.speed:.1f}/s" if task.speed else "-/s")

    columns = (
        TextColumn("{task.description:.32}"),
        BarColumn(24),
        MofNCompleteColumn(),
        Rate(),
        TextColumn("{task.fields[new]} new"),
        TimeRemainingColumn(),
    )
    return Progress(*columns, console=Console(stderr=True), transient=True, refresh_per_second=4)
