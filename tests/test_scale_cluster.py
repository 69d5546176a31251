"""Reading on a cluster of real processes on this machine: nothing lost, nothing doubled, whatever is killed."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb
import pytest
from running import python_path, thidua
from scale_inputs import tables_of, write_inputs

from pipeline import extract_distributed

distributed = pytest.importorskip("distributed")

PATIENCE = 120.0
"""Seconds after which something that others wait for will not come any more, on a machine with much else to do."""


class Cluster:
    """A scheduler and workers, each a process of its own with one thread."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.processes: dict[str, subprocess.Popen[bytes]] = {}
        found = folder / "scheduler.json"
        self._start("scheduler", "--host", "127.0.0.1", "--port", "0", "--scheduler-file", str(found), "--no-dashboard")
        wait_for(found.exists)
        self.client = distributed.Client(scheduler_file=str(found), timeout=PATIENCE)
        self.address: str = self.client.scheduler.address

    def have_workers(self, count: int) -> None:
        """Let there be so many workers."""
        for _ in range(count - len(self.client.nthreads())):
            name = f"worker-{len(self.processes)}"
            options = ("--nthreads", "1", "--no-nanny", "--no-dashboard", "--host", "127.0.0.1")
            self._start("worker", self.address, "--name", name, *options, name=name)
        self.client.wait_for_workers(count, timeout=PATIENCE)

    def kill_one_at_work(self) -> None:
        """Kill a worker that has something to do."""
        names = {
            address: worker["id"] for address, worker in self.client.scheduler_info(n_workers=-1)["workers"].items()
        }

        def at_work() -> list[str]:
            return [address for address, tasks in self.client.processing().items() if tasks]

        wait_for(at_work)
        process = self.processes[names[at_work()[0]]]
        process.send_signal(signal.SIGKILL)
        process.wait(PATIENCE)

    def close(self) -> None:
        self.client.close()
        for process in self.processes.values():
            process.kill()
            process.wait(PATIENCE)

    def _start(self, what: str, *options: str, name: str = "") -> None:
        surroundings = {**os.environ, "PYTHONPATH": python_path()}
        log = (self.folder / f"{name or what}.log").open("wb")
        command = [sys.executable, "-m", "dask", what, *options]
        self.processes[name or what] = subprocess.Popen(
            command, stdout=log, stderr=log, cwd=self.folder, env=surroundings
        )


def wait_for(found: Callable[[], Any]) -> None:
    end = time.monotonic() + PATIENCE
    while not found():
        assert time.monotonic() < end, "it does not come"
        time.sleep(0.01)


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("in")
    write_inputs(folder)
    return folder


@pytest.fixture(scope="module")
def alone(inputs: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What one process writes."""
    out = tmp_path_factory.mktemp("alone")
    summary = extract_distributed(inputs, None, out)
    assert (summary.partitions, summary.skipped, summary.failed) == (13, 0, {})
    assert summary.counts["pages"] == 10 * 6 + 12
    assert summary.counts["facts"] > 300
    return tables_of(out)


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    made = Cluster(tmp_path_factory.mktemp("cluster"))
    try:
        yield made
    finally:
        made.close()


@contextmanager
def job(cluster: Cluster, inputs: Path, out: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A client at work that has done some of the partitions and not all; killed if it is still there at the end."""
    command = [
        sys.executable,
        "-m",
        "pipeline.cli",
        "extract",
        "--scheduler",
        cluster.address,
        "--out",
        str(out),
        str(inputs),
    ]
    process = subprocess.Popen(command, env={**os.environ, "PYTHONPATH": python_path()})
    try:
        wait_for(lambda: done(out))
        assert done(out) < 13, "the job was over before it could be disturbed: it is too small for this test"
        assert process.poll() is None
        yield process
    finally:
        process.kill()
        process.wait(PATIENCE)


def done(out: Path) -> int:
    return len([*out.glob("partitions/*.json")])


def test_two_workers_write_what_one_process_writes_and_a_second_run_nothing(
    cluster: Cluster, inputs: Path, alone: dict[str, bytes], tmp_path: Path
) -> None:
    cluster.have_workers(2)
    first = thidua("extract", "--scheduler", cluster.address, "--out", "out", inputs, cwd=tmp_path)
    assert first.returncode == 0, first.stderr
    assert re.search(
        rb"13 partition\(s\), 0 of them done before, 0 failed; 72 page\(s\), 12 of them parsed", first.stderr
    )
    assert tables_of(tmp_path / "out") == alone
    times = {path: path.stat().st_mtime_ns for path in (tmp_path / "out").rglob("*.*")}
    second = thidua("extract", "--scheduler", cluster.address, "--out", "out", inputs, cwd=tmp_path)
    assert re.search(
        rb"13 partition\(s\), 13 of them done before, 0 failed; 72 page\(s\), 12 of them parsed", second.stderr
    )
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "out").rglob("*.*")} == times


def test_a_killed_client_loses_nothing(cluster: Cluster, inputs: Path, alone: dict[str, bytes], tmp_path: Path) -> None:
    cluster.have_workers(2)
    with job(cluster, inputs, tmp_path):
        pass
    before = done(tmp_path)
    summary = extract_distributed(inputs, cluster.client, tmp_path)
    assert before <= summary.skipped < 13
    assert (summary.partitions, summary.failed, summary.counts["pages"]) == (13, {}, 72)
    wait_for(lambda: not any(cluster.client.processing().values()))  # what the killed one had asked for
    assert tables_of(tmp_path) == alone


def test_a_killed_worker_loses_and_doubles_nothing(
    cluster: Cluster, inputs: Path, alone: dict[str, bytes], tmp_path: Path
) -> None:
    cluster.have_workers(2)
    with job(cluster, inputs, tmp_path) as client:
        cluster.kill_one_at_work()
        assert client.wait(PATIENCE) == 0
    left_behind = [*tmp_path.rglob("*.part")]
    assert len(cluster.client.nthreads()) == 1
    again = extract_distributed(inputs, cluster.client, tmp_path)
    assert (again.skipped, again.failed) == (13, {})
    assert not any(path.exists() for path in left_behind)
    assert tables_of(tmp_path) == alone


def test_a_bag_on_a_cluster(cluster: Cluster, tmp_path: Path) -> None:
    from dask import bag
    from scale_inputs import rows

    cluster.have_workers(1)
    items = bag.from_sequence(rows(6), npartitions=3)
    assert extract_distributed(items, cluster.client, tmp_path / "cluster").partitions == 3
    assert extract_distributed(items, None, tmp_path / "alone").skipped == 0
    assert tables_of(tmp_path / "cluster") == tables_of(tmp_path / "alone")
    assert extract_distributed(items, cluster.client, tmp_path / "cluster").skipped == 3


@pytest.mark.parametrize("on_cluster", [True, False])
def test_what_fails_is_told_and_tried_again(cluster: Cluster, tmp_path: Path, on_cluster: bool) -> None:
    from dask import bag

    mended, out = tmp_path / "mended", tmp_path / "out"

    def row(number: int) -> dict[str, str]:
        if number == 2 and not mended.exists():
            raise OSError("the disk is gone")
        return {"text": f"Khối thi đua số {number} tổng kết năm 2023 và bầu Sở Y tế làm Trưởng khối năm 2024."}

    cluster.have_workers(1)
    client = cluster.client if on_cluster else None
    items = bag.from_sequence(range(4), npartitions=4).map(row)
    summary = extract_distributed(items, client, out)
    assert summary.failed == {"bag-00002": "OSError: the disk is gone"}
    with duckdb.connect() as con:
        told = con.execute(f"SELECT code, location FROM read_parquet('{out}/problems/*.parquet')").fetchall()
        assert told == [("partition-failed", "bag-00002")]
        assert con.execute(f"SELECT count(*) FROM read_parquet('{out}/articles/*.parquet')").fetchall() == [(3,)]
    mended.touch()
    again = extract_distributed(items, client, out)
    assert (again.skipped, again.failed, again.counts["articles"]) == (3, {}, 4)


def test_no_scheduler(tmp_path: Path) -> None:
    result = thidua("extract", "--scheduler", "nonsense", tmp_path, cwd=tmp_path)
    assert result.returncode == 3
    assert b"`dask scheduler` starts one" in result.stderr
