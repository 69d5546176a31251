"""The demo's crawl: the sample sites served on this machine, and crawled over HTTP as real ones are."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.commands.console import say
from pipeline.commands.errors import CommandError
from pipeline.warehouse.disk import wal_of
from pipeline.warehouse.files import BUILD_NAME, LINK_NAME

if TYPE_CHECKING:
    from scrapers.crawl import Tally
    from scrapers.samples import Served

_MARK = ".demo"
"""A file in the demo's folder: it says that the folder is the demo's, and on which ports its sites were."""
_PORTS = range(27_180, 27_880, 100)
"""Where to look for free ports. Below those that systems hand out, and mostly the first: pages keep their addresses."""


def crawl_samples(data: Path, workers: int) -> Mapping[str, Tally]:
    """Serve the sample sites, crawl them into a folder of their own, and load what is new into its tables.

    The second time only lists, and articles that are due, are asked for, and those with validators.

    Args:
        data: The demo's folder.
        workers: Processes that read articles.

    Returns:
        What was done at each site, by its key.

    Raises:
        CommandError: the folder holds something else, or the sites cannot be served or crawled.
    """
    from scrapers.commands import crawl_now, load_found
    from scrapers.crawl import Options

    ports = _ports_before(data)
    say("crawling the sample sites, served on this machine")
    with _served(ports) as (port, served):
        _make_ready(data, port, is_new=port != ports[0])
        tallies, stopped = crawl_now(data, served.sources, Options(contact="nobody@localhost"))
    if stopped:
        raise KeyboardInterrupt
    say("reading the articles that are new (the first time takes a few seconds to load the language)")
    load_found(data, workers, "demo", served.sources)
    return tallies


def _ports_before(data: Path) -> list[int]:
    """Return the first ports to try, those of the last time before others.

    Raises:
        CommandError: the folder is not the demo's.
    """
    mark = data / _MARK
    if mark.exists():
        before = mark.read_text("ascii", "replace").strip()
        return [int(before), *_PORTS] if before.isdecimal() else list(_PORTS)
    if any((data / name).exists() for name in (BUILD_NAME, LINK_NAME, "crawl")):
        raise CommandError(
            f"{data} holds tables that are not this demo's; remove it if you do not need them, or name another folder "
            "with --data"
        )
    return list(_PORTS)


@contextmanager
def _served(ports: list[int]) -> Iterator[tuple[int, Served]]:
    """Serve the sites on the first of these ports, and those after it, that are free."""
    from contextlib import ExitStack

    from scrapers.samples import serve

    with ExitStack() as stack:
        for port in ports:
            try:
                served = stack.enter_context(serve(port))
            except OSError:  # taken by another program, or another demo
                continue
            yield port, served
            return
        raise CommandError(f"the sample sites cannot be served: ports {ports[0]} to {ports[-1]} are taken")


def _make_ready(data: Path, port: int, *, is_new: bool) -> None:
    """Begin anew where the sites are at other addresses than before: their pages would be there twice."""
    if is_new and (data / _MARK).exists():
        shutil.rmtree(data / "crawl", ignore_errors=True)
        for path in (data / BUILD_NAME, wal_of(data / BUILD_NAME)):
            path.unlink(missing_ok=True)
    data.mkdir(parents=True, exist_ok=True)
    (data / _MARK).write_text(f"{port}\n", "ascii")
