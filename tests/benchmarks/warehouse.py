"""One warehouse of many articles: how fast it is loaded, published and asked, how large it becomes, in how much memory.

The articles are made up, the same for the same seed (`tests/history.py`), with the facts that they state; nothing is
read, so that the figures are the warehouse's own. Each step runs in a process of its own, whose peak memory is told.

    python tests/benchmarks/warehouse.py --articles 20000
    python tests/benchmarks/warehouse.py --articles 2000000 --facts 5 --data /large/disk/folder
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(PROJECT), str(PROJECT / "tests")]

from pipeline.article import Article, Section  # noqa: E402
from pipeline.record import FACTS, Record  # noqa: E402
from pipeline.warehouse.rows import PageRecord  # noqa: E402

STEPS = ("load", "again", "publish", "publish-again", "views")

_DOUBTFUL = 128
"""One statement in so many is below the confidence that asks for a person's eye, as in the development reports."""


def made_up(articles: int, seed: int, facts: float | None) -> Iterator[PageRecord]:
    """Make up articles; with `facts`, put so many that tell of no bloc between them that this is the mean of all."""
    from history import history

    reports = history(seed, reports=articles).pages()
    told = 0
    for number in range(articles):
        if facts is not None and told > number * facts:
            yield off_topic(number)
            continue
        page = next(reports)
        found: dict[str, Any] = {kind.plural: getattr(page.record, kind.plural) for kind in FACTS}
        for name, stated in found.items():
            first, told = told, told + len(stated)
            found[name] = tuple(
                replace(fact, confidence=0.5 if place % _DOUBTFUL == 0 else 0.97)
                for place, fact in enumerate(stated, start=first)
            )
        yield page._replace(record=replace(page.record, **found))


def off_topic(number: int) -> PageRecord:
    """An article in which there is nothing to read, as long as the others."""
    title = f"Tin số {number}"
    text = (
        f"{title}\n\n" + f"Sáng nay, trời nhiều mây, có mưa rào ở vài nơi; giá nông sản phiên {number} giữ mức cũ. " * 5
    )
    key = f"https://tin-tuc.example.org/{number}.html"
    sections = (Section("title", 0, len(title)), Section("body", len(title) + 2, len(text)))
    day = date(2020, 1, 1) + timedelta(number % 2000)
    article = Article(str(number), text, sections, title, day, key, "tin-tuc", None, "history")
    return PageRecord(article, key, Record(article_id=str(number), title=title, published=day.isoformat()))


def step_load(data: Path, articles: int, seed: int, facts: float | None) -> dict[str, Any]:
    """Load the articles; making them up is timed apart."""
    from sample_pages import RUN

    from pipeline.warehouse.load import load

    making = making_cpu = 0.0

    def pages() -> Iterator[PageRecord]:
        nonlocal making, making_cpu
        made = made_up(articles, seed, facts)
        while True:
            began, began_cpu = time.perf_counter(), time.process_time()
            page = next(made, None)
            making += time.perf_counter() - began
            making_cpu += time.process_time() - began_cpu
            if page is None:
                return
            yield page

    began = time.perf_counter()
    summary = load(data, pages(), RUN)
    seconds = time.perf_counter() - began - making
    return {
        "seconds": seconds,
        "articles": summary.pages_new + summary.pages_changed + summary.pages_unchanged,
        "written": summary.pages_new + summary.pages_changed,
        "facts": summary.facts,
        "making_up": making,
        "making_up_cpu": making_cpu,
    }


def step_publish(data: Path) -> dict[str, Any]:
    """Publish what was loaded."""
    from pipeline.warehouse.publish import publish

    began = time.perf_counter()
    snapshot = publish(data)
    return {"seconds": time.perf_counter() - began, "snapshot_mb": snapshot.stat().st_size / 2**20}


def step_views(data: Path) -> dict[str, Any]:
    """Ask each view for all its rows, and for those of one province or one year: as an analyst does."""
    from pipeline.warehouse.open import open_warehouse

    con = open_warehouse(data, quiet=True)
    names = con.execute("SELECT view_name FROM duckdb_views() WHERE NOT internal ORDER BY 1").fetchall()
    views: dict[str, Any] = {}
    for (name,) in names:
        columns = {column for column, *_ in con.execute(f"DESCRIBE {name}").fetchall()}
        began, began_cpu = time.perf_counter(), time.process_time()
        [(rows,)] = con.execute(f"CREATE OR REPLACE TEMP TABLE whole AS FROM {name}").fetchall()
        whole, whole_cpu = time.perf_counter() - began, time.process_time() - began_cpu
        wanted = [
            f"{column} = {value}" for column, value in (("province", "'Gia Lai'"), ("year", 2024)) if column in columns
        ]
        began = time.perf_counter()
        con.execute(f"SELECT * FROM {name} {'WHERE' if wanted else ''} {' AND '.join(wanted)} LIMIT 100").fetchall()
        views[name] = {"rows": rows, "whole": whole, "whole_cpu": whole_cpu, "some": time.perf_counter() - began}
    return {"seconds": sum(view["whole"] for view in views.values()), "views": views}


def run_step(step: str, data: Path, articles: int, seed: int, facts: float | None) -> dict[str, Any]:
    """Run a step in a process of its own; return what it measured, with its peak memory and processor time."""
    command = [
        sys.executable,
        __file__,
        "--step",
        step,
        "--data",
        str(data),
        "--articles",
        str(articles),
        "--seed",
        str(seed),
        *([] if facts is None else ["--facts", str(facts)]),
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        output = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"step {step} ended with {process.returncode}")
    measured: dict[str, Any] = json.loads(output)
    spent = usage.ru_utime + usage.ru_stime - measured.get("making_up_cpu", 0.0)
    return {**measured, "peak_mb": usage.ru_maxrss / 1024, "cpu_seconds": spent}


def tell(step: str, found: dict[str, Any]) -> None:
    """Print a step's figures as a line, and the views' as a line each."""
    line = f"{step:14} {found['seconds']:9.1f} s {found['cpu_seconds']:9.1f} cpu s {found['peak_mb']:8.0f} MB"
    if "articles" in found:
        line += f"  {found['articles'] / found['seconds']:8.0f} articles/s, {found['written']:,} written, {found['facts']:,} facts"
        line += f" (making them up, not counted: {found['making_up']:.1f} s)"
    if "snapshot_mb" in found:
        line += f"  snapshot of {found['snapshot_mb']:,.0f} MB"
    print(line, flush=True)
    for name, view in found.get("views", {}).items():
        print(
            f"  {name:22} {view['rows']:>12,} rows  all {view['whole']:8.2f} s {view['whole_cpu']:8.2f} cpu s"
            f"  some {view['some']:8.2f} s",
            flush=True,
        )


def main() -> None:
    """Read the command line and run the steps."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--facts", type=float, help="facts an article, by articles that tell of no bloc; else some 7")
    parser.add_argument("--data", type=Path, help="a folder for the tables, kept; else one that is removed")
    parser.add_argument("--steps", nargs="+", choices=STEPS, default=list(STEPS))
    parser.add_argument("--json", type=Path, help="write all figures to this file")
    parser.add_argument("--step", choices=STEPS, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.step:
        known = {"load": step_load, "again": step_load}
        step = asked.step
        found = known[step](asked.data, asked.articles, asked.seed, asked.facts) if step in known else (
            step_views(asked.data) if step == "views" else step_publish(asked.data)
        )  # fmt: skip
        print(json.dumps(found))
        return
    data = asked.data or Path(tempfile.mkdtemp(prefix="thidua-benchmark-"))
    try:
        figures = {}
        for step in asked.steps:
            figures[step] = run_step(step, data, asked.articles, asked.seed, asked.facts)
            tell(step, figures[step])
        sizes = {path.name: path.stat().st_size for path in sorted(data.glob("*.duckdb")) if not path.is_symlink()}
        for name, size in sizes.items():
            print(f"{name}: {size / 2**20:,.0f} MB")
        if asked.json:
            asked.json.write_text(json.dumps({"articles": asked.articles, "steps": figures, "sizes": sizes}, indent=1))
    finally:
        if asked.data is None:
            shutil.rmtree(data, ignore_errors=True)


if __name__ == "__main__":
    main()
