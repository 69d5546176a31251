"""Cost as the work grows: generated reports from a file into published tables; and the same again with nothing new."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.measure import PROJECT, Row, say, watched

SIZES = (1_000, 10_000)
_FULL = 100_000

_LOAD = """
import contextlib, io, json, sys, time
from pathlib import Path
from pipeline.commands.load import load_paths

reports, data, workers = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
told = []
for _ in range(2):
    began = time.perf_counter()
    with contextlib.redirect_stderr(io.StringIO()):
        load_paths([reports], data, workers)
    told.append(time.perf_counter() - began)
print(json.dumps(told))
"""
_PUBLISH = """
import sys, time
from pathlib import Path
from pipeline.warehouse.publish import publish

began = time.perf_counter()
publish(Path(sys.argv[1]))
print(time.perf_counter() - began)
"""


@dataclass(frozen=True, slots=True)
class Growth:
    """What one number of reports took: seconds to load them, to do it again, in a new process, to publish; peaks in MB."""

    size: int
    load: float
    again: float
    command: float
    publish: float
    peak: float
    publish_peak: float


def run(*, quick: bool, full: bool) -> list[Row]:
    """Load each number of reports twice in one process, once more by the command, and publish them."""
    sizes = [size // 10 for size in SIZES] if quick else [*SIZES, *([_FULL] if full else [])]
    workers = min(2, os.cpu_count() or 1)
    told = [measure(size, workers) for size in sizes]
    table = [row for one in told for row in rows(one, workers)]
    for small, large in pairwise(told):
        table.append(Row(
            "growth", f"reports a second at {large.size:,}, against {small.size:,}", f"{large.size / large.load:,.0f}/s",
            f"{small.size / small.load:,.0f}/s", (large.size / large.load / (small.size / small.load),), least=0.9,
        ))  # fmt: skip
        table.append(Row(
            "growth", f"peak memory at {large.size:,}, against {small.size:,}, MB", f"{large.peak:.0f}",
            f"{small.peak:.0f}", (large.peak / small.peak,), most=1.3,
        ))  # fmt: skip
    return table


def measure(size: int, workers: int) -> Growth:
    """Generate so many reports, load and publish them in a folder that goes when it is done."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "reports.jsonl"
        write_reports(path, size)
        say(f"  {size:,} reports written")
        output, peak, _ = watched(["-c", _LOAD, str(path), folder, str(workers)])
        first, second = json.loads(output.splitlines()[-1])
        say(f"  {size:,} reports: {first:.1f} s, {peak:.0f} MB, again {second:.2f} s")
        _, _, command = watched(
            ["-m", "pipeline.cli", "load", str(path), "--data", folder, "--workers", str(workers)], every=0.01
        )
        output, publish_peak, _ = watched(["-c", _PUBLISH, folder])
        say(f"  {size:,} reports: the command {command.wall:.2f} s, published in {float(output):.1f} s")
    return Growth(size, first, second, command.wall, float(output), peak, publish_peak)


def rows(one: Growth, workers: int) -> Iterator[Row]:
    """Yield the rows of one number of reports."""
    reports = f"{one.size:,} reports"
    ours = f"{one.size / one.load:,.0f}/s, {one.peak:.0f} MB"
    yield Row("growth", f"{reports} read and loaded, {workers} workers", ours)
    yield Row("growth", f"{reports} published", f"{one.size / one.publish:,.0f}/s, {one.publish_peak:.0f} MB")
    yield Row(
        "growth", f"a second run over {one.size:,} unchanged reports, against the first, seconds",
        f"{one.again:.2f}", f"{one.load:.2f}", (one.again / one.load,), most=0.02,
    )  # fmt: skip
    yield Row(
        "growth", f"the same as a command, with Python's own start, over {one.size:,}, seconds",
        f"{one.command:.2f}", f"{one.load:.2f}", (one.command / one.load,),
    )  # fmt: skip


def write_reports(path: Path, count: int) -> None:
    """Write generated reports to a file of JSON Lines."""
    sys.path.insert(0, str(PROJECT / "tests"))  # the generator's modules stand there side by side
    from history import history

    with path.open("w", encoding="utf-8") as file:
        for page in history(7, reports=count).pages():
            article = page.article.to_dict() | {"url": page.article.url or page.page_key}
            file.write(json.dumps(article, ensure_ascii=False) + "\n")
