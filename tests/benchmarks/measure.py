"""What all topics share: times taken side by side, and the one table that they end in."""

from __future__ import annotations

import contextlib
import os
import platform
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from statistics import median

PROJECT = Path(__file__).resolve().parent.parent.parent
_MAXRSS_UNIT = 1 if sys.platform == "darwin" else 1024


@dataclass(frozen=True, slots=True)
class Time:
    """What one piece of work took: processor seconds, child processes included, and seconds on the clock."""

    cpu: float
    wall: float


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table.

    Attributes:
        topic: The module that measured it.
        what: What is compared, in which unit.
        ours, theirs: The medians; `theirs` is "" where there is nothing to compare with.
        ratios: Ours to theirs, or theirs to ours, whichever says how much better; one for each pair of runs.
        least, most: What the ratio is to be, at least or at most.
    """

    topic: str
    what: str
    ours: str
    theirs: str = ""
    ratios: tuple[float, ...] = ()
    least: float | None = None
    most: float | None = None

    @property
    def verdict(self) -> str:
        """Say whether the median is as wanted, "" where nothing is."""
        if not self.ratios or (self.least is None and self.most is None):
            return ""
        middle = median(self.ratios)
        met = (self.least is None or middle >= self.least) and (self.most is None or middle <= self.most)
        return "yes" if met else "no"


def say(text: str) -> None:
    """Print a line of progress with the time of day."""
    print(f"{time.strftime('%H:%M:%S')} {text}", file=sys.stderr, flush=True)


def timed(work: Callable[[], object]) -> Time:
    """Do some work once."""
    began, processor = time.perf_counter(), _processor_seconds()
    work()
    return Time(_processor_seconds() - processor, time.perf_counter() - began)


def _processor_seconds() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def in_turn(works: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, list[Time]]:
    """Do each piece of work once, then all once more, and so on, so that a slow minute of the machine meets all."""
    times: dict[str, list[Time]] = {name: [] for name in works}
    for number in range(rounds):
        for name, work in works.items():
            times[name].append(timed(work))
            say(f"  round {number + 1} of {rounds}, {name}: {times[name][-1].cpu:.2f} CPU s")
    return times


def quotients(above: Sequence[float], below: Sequence[float]) -> tuple[float, ...]:
    """Divide pair by pair."""
    return tuple(a / b for a, b in zip(above, below, strict=True) if b)


def cpu(times: Sequence[Time]) -> list[float]:
    """Return the processor seconds of some runs."""
    return [one.cpu for one in times]


def wall(times: Sequence[Time]) -> list[float]:
    """Return the seconds on the clock of some runs."""
    return [one.wall for one in times]


def rate(count: int, seconds: Sequence[float]) -> str:
    """Return how many a second, in the median run."""
    found = count / median(seconds)
    return f"{found:,.0f}/s" if found >= 10 else f"{found:.2f}/s"


def python(code: str, *arguments: str, check: bool = True) -> subprocess.CompletedProcess[str]:
    """Run a program in a process of its own, with this project and its tests importable."""
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(command, env=_surroundings(), capture_output=True, text=True, check=check, cwd=PROJECT)


def watched(arguments: Sequence[str], every: float = 0.05) -> tuple[str, float, Time]:
    """Run Python with these arguments as `python` does; return what it printed, its peak memory and its time.

    Args:
        arguments: of the interpreter.
        every: seconds between two looks at the memory.

    Returns:
        Standard output; the most megabytes that the process and those below it have held together, where memory that
        they share counts for each; and the time of all of them, from the start of the interpreter to its end.

    Raises:
        subprocess.CalledProcessError: it ended with another exit code than 0.
    """
    command = [sys.executable, *arguments]
    began, processor = time.perf_counter(), _processor_seconds()
    peak = 0.0
    with tempfile.TemporaryFile("w+") as output, tempfile.TemporaryFile("w+") as errors:
        with subprocess.Popen(command, env=_surroundings(), stdout=output, stderr=errors, cwd=PROJECT) as process:
            while process.poll() is None:
                peak = max(peak, sum(map(_peak_of, _with_those_below(process.pid))))
                with contextlib.suppress(subprocess.TimeoutExpired):
                    process.wait(every)
        taken = Time(_processor_seconds() - processor, time.perf_counter() - began)
        output.seek(0)
        errors.seek(0)
        if process.returncode:
            raise subprocess.CalledProcessError(process.returncode, command, output.read(), errors.read())
        return output.read(), peak or _most_of_children(), taken


def _surroundings() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join([str(PROJECT), str(PROJECT / "tests")])}


def _most_of_children() -> float:
    """Where there is no /proc: the most that any child had until now."""
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * _MAXRSS_UNIT / 1e6


def peak_megabytes() -> float:
    """Return the most memory that this process has held at any time, in megabytes.

    On Linux `ru_maxrss` begins with what the process held that started this one; `VmHWM` begins anew.
    """
    return _peak_of(os.getpid()) or resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _MAXRSS_UNIT / 1e6


def _peak_of(pid: int) -> float:
    """Return a process's peak in megabytes, 0 if it has ended or the system has no /proc."""
    try:
        status = Path(f"/proc/{pid}/status").read_text("ascii", "replace")
    except OSError:
        return 0.0
    found = re.search(r"^VmHWM:\s+(\d+) kB", status, re.MULTILINE)
    return int(found[1]) * 1024 / 1e6 if found else 0.0


def _with_those_below(pid: int) -> list[int]:
    """Return a process with its children and theirs, as far as the system tells."""
    found = [pid]
    for one in found:
        for children in Path(f"/proc/{one}/task").glob("*/children"):
            with contextlib.suppress(OSError):
                found += map(int, children.read_text("ascii").split())
    return found


def table(rows: Sequence[Row]) -> str:
    """Return the rows as a table in Markdown."""
    lines = [
        "| topic | what | Thidua | the other | ratio | spread | wanted | met |",
        "|---|---|--:|--:|--:|--:|--:|---|",
    ]
    for row in rows:
        middle = f"{median(row.ratios):.3g}" if row.ratios else ""
        spread = f"{min(row.ratios):.3g} to {max(row.ratios):.3g}" if len(row.ratios) > 1 else ""
        cells = (row.topic, row.what, row.ours, row.theirs, middle, spread, _wanted(row), row.verdict)
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def _wanted(row: Row) -> str:
    if row.least is not None:
        return f"≥ {row.least:g}"
    return f"≤ {row.most:g}" if row.most is not None else ""


def machine() -> str:
    """Describe the machine, without its name or paths."""
    return (
        f"{os.cpu_count()} processors ({platform.machine()}), {_memory_gigabytes():.0f} GB of memory, "
        f"{platform.system()} {platform.release().split('-')[0]}, Python {platform.python_version()}"
    )


def _memory_gigabytes() -> float:
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9


def versions(names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the versions of those libraries that are installed."""
    for name in names:
        found = installed(name)
        if found:
            yield name, found


def installed(name: str) -> str | None:
    """Return a library's version, None if it is not here."""
    try:
        return version(name)
    except PackageNotFoundError:
        return None
