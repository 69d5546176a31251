"""Crawling: 3,000 pages from a server on loopback, without delay and with 50 ms, against Scrapy at the same concurrency.

Thidua obeys robots.txt, keeps its pace for each host, archives every page, keeps its state, and reads every article.
Scrapy is as bare as it goes: it downloads the same addresses, handed to it, and does nothing with them. Both have sixteen
requests under way: Thidua one at each of sixteen hosts, Scrapy sixteen at what is one host to it.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.benchmarks.measure import PROJECT, Row, installed, python, quotients, rate, say

HOSTS = 16
PAGES = 3_000
ROUNDS = 3

_START = """
import json, resource, sys, time
from pathlib import Path
from tests.benchmarks.measure import peak_megabytes
def spent():
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime
def report(pages, began, cpu):
    wall = time.perf_counter() - began
    return {"pages": pages, "wall": wall, "cpu": spent() - cpu, "peak": peak_megabytes()}
"""

THIDUA = (
    _START
    + """
import asyncio
from scrapers.crawl import Options, crawl
from scrapers.source import Source
import scrapers.parse, scrapers.discover, warcio.warcwriter
from tests.small_site import SECTION

data, ports = Path(sys.argv[1]), json.loads(sys.argv[2])
sources = [
    Source(key=f"site-{n}", name=f"site-{n}", base_url=f"http://127.0.0.1:{port}/", kind="sample", local=True,
           rate=100_000.0, platform="nukeviet", listings=(f"http://127.0.0.1:{port}{SECTION}",), province="Gia Lai")
    for n, port in enumerate(ports)
]
async def work():
    tallies = {}
    async for _ in crawl(data, sources, Options(contact="thu@example.org"), tallies=tallies):
        pass
    return sum(tally.asked for tally in tallies.values())
told = []
for _ in range(2):
    began, cpu = time.perf_counter(), spent()
    told.append(report(asyncio.run(work()), began, cpu))
print(json.dumps(told))
"""
)
"""Crawls twice; the second time nothing is new."""

SCRAPY = (
    _START
    + """
import logging
logging.disable(logging.CRITICAL)
import scrapy
from scrapy.crawler import CrawlerProcess

class Spider(scrapy.Spider):
    name = "bare"
    start_urls = json.loads(Path(sys.argv[1]).read_text())
    def parse(self, response):
        pass

process = CrawlerProcess({
    "CONCURRENT_REQUESTS": 16, "CONCURRENT_REQUESTS_PER_DOMAIN": 16, "ROBOTSTXT_OBEY": False, "TELNETCONSOLE_ENABLED": False,
    "LOG_ENABLED": False, "COOKIES_ENABLED": False, "RETRY_ENABLED": False, "DOWNLOAD_DELAY": 0,
    "DOWNLOAD_SLOTS": {}, "RANDOMIZE_DOWNLOAD_DELAY": False,
})
crawler = process.create_crawler(Spider)
process.crawl(crawler)
began, cpu = time.perf_counter(), spent()
process.start()
print(json.dumps([report(crawler.stats.get_value("response_received_count"), began, cpu)]))
"""
)


def run(*, quick: bool, full: bool) -> list[Row]:
    """Crawl with both in turn, at each delay."""
    rows = []
    for delay in (0.0, 0.05):
        rows += _at(delay, PAGES // 10 if quick else PAGES, 1 if quick else ROUNDS)
    return rows


def _at(delay: float, pages: int, rounds: int) -> list[Row]:
    ours: list[dict[str, Any]] = []
    again: list[dict[str, Any]] = []
    theirs: list[dict[str, Any]] = []
    articles = pages // HOSTS
    with serving(articles, delay) as ports:
        for number in range(rounds):
            with TemporaryDirectory() as folder:
                first, second = _told(THIDUA, folder, json.dumps(ports))
            ours.append(first)
            again.append(second)
            say(
                f"  {delay * 1000:.0f} ms, round {number + 1}, Thidua: {first['pages']} pages, {first['cpu']:.2f} CPU s"
            )
            if installed("scrapy"):
                with TemporaryDirectory() as folder:
                    asked = Path(folder, "addresses.json")  # too many for a command line
                    asked.write_text(json.dumps(addresses(ports, articles)))
                    theirs += _told(SCRAPY, str(asked))
                say(
                    f"  {delay * 1000:.0f} ms, round {number + 1}, Scrapy: {theirs[-1]['pages']} pages, {theirs[-1]['cpu']:.2f} CPU s"
                )
    return list(_rows(f"{delay * 1000:.0f} ms", ours, again, theirs))


def _rows(
    delay: str, ours: list[dict[str, Any]], again: list[dict[str, Any]], theirs: list[dict[str, Any]]
) -> Iterator[Row]:
    walls, other_walls = [one["wall"] for one in ours], [one["wall"] for one in theirs]
    each, other_each = ([1000 * one["cpu"] / one["pages"] for one in them] for them in (ours, theirs))
    peaks, other_peaks = [one["peak"] for one in ours], [one["peak"] for one in theirs]
    count = ours[0]["pages"]
    if theirs:
        yield Row(
            "crawling", f"{count} pages at {delay}, against bare Scrapy", rate(count, walls), rate(count, other_walls),
            quotients(other_walls, walls),
        )  # fmt: skip
        yield Row(
            "crawling", f"CPU seconds for 1,000 pages at {delay}", f"{_middle(each):.2f}", f"{_middle(other_each):.2f}",
            quotients(each, other_each), most=1.0,
        )  # fmt: skip
        yield Row(
            "crawling", f"peak memory at {delay}, MB", f"{_middle(peaks):.0f}", f"{_middle(other_peaks):.0f}",
            quotients(peaks, other_peaks),
        )  # fmt: skip
    yield Row(
        "crawling", f"a second crawl with nothing new at {delay}, against the first, seconds",
        f"{_middle([one['wall'] for one in again]):.2f}", f"{_middle(walls):.2f}",
        quotients([one["wall"] for one in again], walls), most=0.02,
    )  # fmt: skip


def _middle(values: list[float]) -> float:
    return sorted(values)[len(values) // 2]


def _told(code: str, *arguments: str) -> list[dict[str, Any]]:
    told: list[dict[str, Any]] = json.loads(python(code, *arguments).stdout)
    return told


def addresses(ports: list[int], articles: int) -> list[str]:
    """Return all addresses of the sites."""
    from tests.small_site import small_site

    paths = list(small_site(articles, per_list=50))
    return [f"http://127.0.0.1:{port}{path}" for port in ports for path in paths]


@contextmanager
def serving(articles: int, delay: float) -> Iterator[list[int]]:
    """Run the server in its own process, and yield its ports."""
    command = [sys.executable, "-m", "tests.benchmarks.site_server", str(HOSTS), str(articles), str(delay)]
    server = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=PROJECT)
    assert server.stdin is not None and server.stdout is not None
    try:
        yield [int(port) for port in server.stdout.readline().split()]
    finally:
        server.stdin.close()
        server.wait(10)
        server.stdout.close()
