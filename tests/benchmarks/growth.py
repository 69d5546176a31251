"""Cost as the work grows: generated reports from a file into published tables; and the same again with nothing new."""

from __future__ import annotations

import json
import os
import sys
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.benchmarks.measure import PROJECT, Row, python, say

SIZES = (1_000, 10_000)
_FULL = 100_000

_LOAD = """
import contextlib, io, json, resource, sys, time
from pathlib import Path
from pipeline.commands.load import load_paths
from pipeline.warehouse.publish import publish

reports, data, workers = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
told = []
for _ in range(2):
    began = time.perf_counter()
    with contextlib.redirect_stderr(io.StringIO()):
        summary, _ = load_paths([reports], data, workers)
    loaded = time.perf_counter()
    publish(data)
    unit = 1 if sys.platform == "darwin" else 1024
    peak = max(resource.getrusage(kind).ru_maxrss for kind in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    told.append({"load": loaded - began, "publish": time.perf_counter() - loaded, "peak": peak * unit / 1e6,
                 "new": summary.pages_new, "unchanged": summary.pages_unchanged})
print(json.dumps(told))
"""


def run(*, quick: bool, full: bool) -> list[Row]:
    """Load each number of reports twice, each in a process of its own."""
    sizes = [size // 10 for size in SIZES] if quick else [*SIZES, *([_FULL] if full else [])]
    workers = min(2, os.cpu_count() or 1)
    told: dict[int, list[dict[str, Any]]] = {}
    rows = []
    for size in sizes:
        with TemporaryDirectory() as folder:
            path = Path(folder) / "reports.jsonl"
            write_reports(path, size)
            say(f"  {size:,} reports written")
            told[size] = json.loads(python(_LOAD, str(path), folder, str(workers)).stdout.splitlines()[-1])
        first, second = told[size]
        say(f"  {size:,} reports: {first['load']:.1f} s, {first['peak']:.0f} MB, again {second['load']:.2f} s")
        rate = size / first["load"]
        rows.append(
            Row(
                "growth",
                f"{size:,} reports read and loaded, {workers} workers",
                f"{rate:,.0f}/s, {first['peak']:.0f} MB",
            )
        )
        rows.append(Row("growth", f"{size:,} reports published", f"{size / first['publish']:,.0f}/s"))
        rows.append(Row(
            "growth", f"a second run over {size:,} unchanged reports, against the first, seconds",
            f"{second['load']:.2f}", f"{first['load']:.2f}", (second["load"] / first["load"],), most=0.02,
        ))  # fmt: skip
    for small, large in pairwise(sizes):
        of_both = [told[size][0] for size in (small, large)]
        rates = [size / one["load"] for size, one in zip((small, large), of_both, strict=True)]
        peaks = [one["peak"] for one in of_both]
        rows.append(Row(
            "growth", f"reports a second at {large:,}, against {small:,}", f"{rates[1]:,.0f}/s", f"{rates[0]:,.0f}/s",
            (rates[1] / rates[0],), least=0.9,
        ))  # fmt: skip
        rows.append(Row(
            "growth", f"peak memory at {large:,}, against {small:,}, MB", f"{peaks[1]:.0f}", f"{peaks[0]:.0f}",
            (peaks[1] / peaks[0],), most=1.3,
        ))  # fmt: skip
    return rows


def write_reports(path: Path, count: int) -> None:
    """Write generated reports to a file of JSON Lines."""
    sys.path.insert(0, str(PROJECT / "tests"))  # the generator's modules stand there side by side
    from history import history

    with path.open("w", encoding="utf-8") as file:
        for page in history(7, reports=count).pages():
            article = page.article.to_dict() | {"url": page.article.url or page.page_key}
            file.write(json.dumps(article, ensure_ascii=False) + "\n")
