"""Serve the sample sites on loopback, for `thidua demo` and the tests: real HTTP, one server a site.

The sites behave as theirs do: validators and conditional requests, a 404 page in HTML, junk in addresses that changes
nothing, clocks that tell today's date, counters that grow at every load.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from email.utils import formatdate
from functools import partial
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock, Thread
from typing import cast
from urllib.parse import unquote

from scrapers.published import today_in_vietnam
from scrapers.sample_pages import SamplePage, SampleSite, finished, sample_sites, spoken
from scrapers.source import Platform, Source

_RATE = 100.0  # requests a second that the sample sites are asked for: they are nobody's
_BUILT = 1_760_000_000  # what Last-Modified says: seconds since 1970, some day in October 2025

# What an address may carry without being another page.
_JUNK = re.compile(
    r"[?&](?:redirect|p_p_(?:lifecycle|state|mode|col_\w+|auth)|dID|_afr\w*|_adf[.\w-]*|tmpl|print|utm_\w+)=[^&]*"
)


@dataclass(slots=True)
class Served:
    """The sites while they are served.

    Attributes:
        sources: The sites as sources, to be crawled.
        sites: What each source's site holds, by its key.
        requests: How often each address of each site was asked for, by (key, method, path).
    """

    sources: tuple[Source, ...] = ()
    sites: dict[str, SampleSite] = field(default_factory=dict)
    requests: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    lock: Lock = field(default_factory=Lock)

    def count(self, key: str, method: str, path: str) -> int:
        """Count a request and return how many like it there were."""
        with self.lock:
            self.requests[key, method, path] += 1
            return self.requests[key, method, path]


@contextmanager
def serve(port: int = 0, families: frozenset[str] | None = None) -> Iterator[Served]:
    """Serve the sample sites on 127.0.0.1 until the context ends.

    Args:
        port: The first site's port, the others follow it; 0 for any free ones.
        families: Which sites; all if not given.

    Raises:
        OSError: a port is taken.
    """
    served = Served()
    with ExitStack() as stack:
        for number, site in enumerate(sample_sites()):
            if families is None or site.family in families:
                base = stack.enter_context(_server(served, site, port + number if port else 0))
                served.sites[site.key] = site
                served.sources = (*served.sources, _source(site, base))
        yield served


@contextmanager
def _server(served: Served, site: SampleSite, port: int) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", port), partial(_Handler, served, site))
    server.daemon_threads = True
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _source(site: SampleSite, base: str) -> Source:
    return Source(
        key=site.key,
        name=site.name,
        base_url=f"{base}/",
        kind="sample",
        platform=cast(Platform, site.family),
        rate=_RATE,
        local=True,
        state="verified",
    )


class _Handler(BaseHTTPRequestHandler):
    """Answers for one site."""

    protocol_version = "HTTP/1.1"
    server_version = "Thidua-samples"
    timeout = 30

    def __init__(self, served: Served, site: SampleSite, *args: object) -> None:
        self._served = served
        self._site = site
        super().__init__(*args)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Send a page, or say that it is as it was."""
        self._answer(with_body=True)

    def do_HEAD(self) -> None:
        """Send a page's headers."""
        self._answer(with_body=False)

    def log_message(self, *_: object) -> None:
        """Say nothing: the caller shows its own progress."""

    def _answer(self, *, with_body: bool) -> None:
        path = _known(unquote(self.path), self._site.pages)
        page = self._site.pages.get(path, self._site.missing)
        visits = 1_203 + self._served.count(self._site.key, self.command, path)
        tag = f'"{sha256(page.content).hexdigest()[:16]}"'
        if page.status == 200 and self.headers.get("If-None-Match") == tag:
            self.send_response(304)
            self.send_header("ETag", tag)
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        self._send(page, path, tag, visits, with_body=with_body)

    def _send(self, page: SamplePage, path: str, tag: str, visits: int, *, with_body: bool) -> None:
        base = f"http://{self.headers.get('Host', '127.0.0.1')}"
        content = finished(page, path, base, spoken(today_in_vietnam()), visits)
        self.send_response(page.status)
        self.send_header("Content-Type", page.content_type)
        self.send_header("Content-Length", str(len(content)))
        if page.status == 200:
            self.send_header("ETag", tag)
            self.send_header("Last-Modified", formatdate(_BUILT, usegmt=True))
        self.end_headers()
        if with_body:
            self.wfile.write(content)


def _known(path: str, pages: Mapping[str, SamplePage]) -> str:
    """Return the address that a request means: without junk, with either form of a space."""
    meant = _JUNK.sub("", path).replace("+", " ")
    return next((address for address in pages if path == address or meant == _JUNK.sub("", address)), path)
