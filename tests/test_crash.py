"""A crawl that is killed at twenty random moments ends up where an undisturbed one does."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from pipeline.record import Problem
from scrapers.archive import Archived, read_warc
from scrapers.crawl import open_archive, open_frontier
from tests.crawling import run, state
from tests.hostile import Server, serving
from tests.small_site import small_site, small_source

PROJECT = Path(__file__).resolve().parent.parent

CRAWL = """
import asyncio, sys
from pathlib import Path
from scrapers.crawl import Options, crawl
from tests.hostile import Server
from tests.small_site import small_source

async def main() -> None:
    servers = [Server({}, port=int(port)) for port in sys.argv[2:]]
    sources = [small_source(server) for server in servers]
    async for item in crawl(Path(sys.argv[1]), sources, Options("thu@example.org")):
        pass

asyncio.run(main())
"""


def start(data: Path, *servers: Server) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "PYTHONPATH": str(PROJECT)}
    command = [sys.executable, "-c", CRAWL, str(data), *(str(server.port) for server in servers)]
    return subprocess.Popen(command, cwd=PROJECT, env=environment)


def kill_after(process: subprocess.Popen[bytes], servers: tuple[Server, ...], requests: int, pause: float) -> bool:
    """Kill a crawl some time after the servers have seen so many requests more; False if it had ended by itself."""
    before = sum(len(server.log) for server in servers)
    while sum(len(server.log) for server in servers) < before + requests:
        if process.poll() is not None:
            return False
        time.sleep(0.001)
    time.sleep(pause)
    ended = process.poll() is not None
    process.send_signal(signal.SIGKILL)
    process.wait()
    return not ended


def acknowledged(data: Path) -> set[str]:
    """The addresses of the articles that the state says are in the archive."""
    frontier = open_frontier(data)
    try:
        urls = {capture.url for capture in frontier.captures()}
    finally:
        frontier.close()
    return {url for url in urls if url.endswith(".html")}


@pytest.mark.parametrize("seed", [2026])
def test_twenty_kills_lose_nothing_and_double_nothing(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    killed, whole = tmp_path / "killed", tmp_path / "whole"
    with serving(small_site(60, per_list=6)) as one, serving(small_site(40, per_list=9)) as two:
        servers = (one, two)
        kills = 0
        while kills < 20:
            known, marks = acknowledged(killed), [len(server.log) for server in servers]
            process = start(killed, *servers)
            if not kill_after(process, servers, chance.randint(1, 12), chance.uniform(0, 0.03)):
                pytest.fail(f"the crawl ended before its {kills + 1}th kill: the site is too small for this test")
            kills += 1
            asked = {f"{s.base}{r.path}" for s, mark in zip(servers, marks, strict=True) for r in s.log[mark:]}
            assert not asked & known, "what was acknowledged was asked for again"
        assert start(killed, *servers).wait(60) == 0
        paths = Counter(
            f"{server.base}{path}" for server in servers for path in server.paths() if path.endswith(".html")
        )
        run(whole, *(small_source(server) for server in servers))
    assert set(paths) == acknowledged(whole)
    assert sum(paths.values()) <= len(paths) + 2 * kills  # for each kill, what was in flight at either host
    assert state(killed) == state(whole)
    assert len(state(killed)["articles"]) == 100
    check_archive(killed)


def check_archive(data: Path) -> None:
    """Every file of the archive is whole, and holds what the state says and nothing else."""
    frontier, archive = open_frontier(data), open_archive(data)
    captures = frontier.captures()
    frontier.close()
    items = [item for name in archive.files() for item in read_warc(archive.folder / name)]
    assert [item for item in items if isinstance(item, Problem)] == []
    places = [item.place for item in items if isinstance(item, Archived)]
    assert sorted(places) == sorted(capture.place for capture in captures)
    for capture in captures:
        assert archive.read(capture.place).final_url == capture.url
