"""What a command says while it works: on stderr, so that stdout holds data only."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from rich.progress import Progress

    from pipeline.record import Problem

T = TypeVar("T")

_SECONDS_BETWEEN_LINES = 10.0


def say(message: str) -> None:
    """Print a message for people."""
    print(f"thidua: {message}", file=sys.stderr, flush=True)


def say_problem(problem: Problem) -> None:
    """Print what was wrong with an input, in one line."""
    say(f"{problem.where or 'input'}: {problem.message} [{problem.code}]")


def print_json(value: Any) -> None:
    """Print one JSON value as a line of UTF-8, whatever the locale says; the same value gives the same bytes."""
    line = json.dumps(value, ensure_ascii=False, separators=(", ", ": ")) + "\n"
    print_text(line)


def print_text(text: str) -> None:
    """Print text as UTF-8, whatever the locale says; what is no Unicode becomes an escape."""
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))


def track(items: Iterable[T], what: str) -> Iterator[T]:
    """Pass items on and say how many have come: a progress line on a terminal, now and then a line in a log.

    A terminal that the results go to as well gets neither.
    """
    if sys.stderr.isatty():
        yield from items if sys.stdout.isatty() else _on_terminal(items, what)
        return
    last = time.monotonic()
    for count, item in enumerate(items, start=1):
        yield item
        if time.monotonic() - last >= _SECONDS_BETWEEN_LINES:
            say(f"{count} {what}")
            last = time.monotonic()


@contextmanager
def counter(what: str) -> Iterator[Callable[[int], None]]:
    """Count what is done, by a call each time with how many there will be: a line on a terminal, some in a log."""
    done, last = 0, time.monotonic()
    if sys.stderr.isatty():
        with _progress(of="{task.completed}/{task.total}") as progress:
            task = progress.add_task(what, total=None)
            yield lambda total: progress.update(task, advance=1, total=total)
        return

    def count(total: int) -> None:
        nonlocal done, last
        done += 1
        if time.monotonic() - last >= _SECONDS_BETWEEN_LINES:
            say(f"{done} of {total} {what} done")
            last = time.monotonic()

    yield count


def _on_terminal(items: Iterable[T], what: str) -> Iterator[T]:
    with _progress() as progress:
        task = progress.add_task(what, total=None)
        for item in items:
            yield item
            progress.advance(task)


def _progress(of: str = "{task.completed}") -> Progress:
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn(f"{of} {{task.description}}"), TimeElapsedColumn())
    return Progress(*columns, console=Console(stderr=True), transient=True)
