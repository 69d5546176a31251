"""Run the benchmarks: `python -m tests.benchmarks [TOPIC ...] [--quick] [--full] [--write]`."""

from __future__ import annotations

import argparse
import sys
import time
from importlib import import_module
from pathlib import Path

from tests.benchmarks.measure import PROJECT, Row, machine, say, table, versions

TOPICS = {
    "reading": "reading",
    "pages": "html_pages",
    "crawling": "crawling",
    "tables": "duckdb_tables",
    "growth": "growth",
    "scaling": "scaling",
}
"""The topics in their order, and the module of each."""
LIBRARIES = (
    "thidua", "spacy", "underthesea", "pyvi", "lxml", "beautifulsoup4", "trafilatura", "readability-lxml", "news-please",
    "httpx", "scrapy", "duckdb", "pyarrow",
)  # fmt: skip
PAGE = PROJECT / "docs" / "benchmarks.md"


def main(arguments: list[str] | None = None) -> int:
    """Measure, print the table, and with `--write` write the page."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description="Thidua beside its peers.")
    parser.add_argument("topics", nargs="*", metavar="TOPIC", help=", ".join(TOPICS))
    parser.add_argument("--quick", action="store_true", help="a tenth of everything, to see that it works")
    parser.add_argument("--full", action="store_true", help="100,000 generated reports as well: about an hour more")
    parser.add_argument("--write", action="store_true", help="write docs/benchmarks.md")
    chosen = parser.parse_args(arguments)
    unknown = set(chosen.topics) - set(TOPICS)
    if unknown:
        parser.error(f"no topic is called {', '.join(sorted(unknown))}; there are {', '.join(TOPICS)}")
    began = time.monotonic()
    rows: list[Row] = []
    for topic in chosen.topics or TOPICS:
        say(f"{topic}:")
        rows += import_module(f"tests.benchmarks.{TOPICS[topic]}").run(quick=chosen.quick, full=chosen.full)
    minutes = (time.monotonic() - began) / 60
    print(table(rows))
    print(f"{machine()}. {minutes:.1f} minutes.")
    if chosen.write:
        write(rows, minutes, PAGE)
    return 0


def write(rows: list[Row], minutes: float, path: Path) -> None:
    """Write the page of results."""
    known = ", ".join(f"{name} {number}" for name, number in versions(LIBRARIES))
    about = (PROJECT / "tests" / "benchmarks" / "about.md").read_text("utf-8")
    page = about.replace("{table}", table(rows)).replace("{machine}", machine())
    page = (
        page.replace("{versions}", known)
        .replace("{minutes}", f"{minutes:.0f}")
        .replace("{day}", time.strftime("%Y-%m-%d"))
    )
    path.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
