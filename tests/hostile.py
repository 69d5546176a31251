"""A web server on loopback for tests: plain pages with validators, and everything that a bad day brings.

It runs in a thread with its own event loop and writes down every request with its own clock.
"""

from __future__ import annotations

import asyncio
import gzip
import hashlib
import itertools
import socket
import ssl
import struct
import threading
import time
import zlib
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from scrapers.source import Source


@dataclass(frozen=True)
class Request:
    """One request as the server saw it. `at` is in seconds of the server's clock."""

    path: str
    headers: Mapping[str, str]
    at: float

    @property
    def conditional(self) -> bool:
        return "if-none-match" in self.headers or "if-modified-since" in self.headers


@dataclass(frozen=True)
class Page:
    """An answer. With `etag` "auto" the page has a validator and is answered with 304 where it fits."""

    body: bytes | str = b""
    status: int = 200
    content_type: str = "text/html; charset=utf-8"
    headers: tuple[tuple[str, str], ...] = ()
    etag: str | None = "auto"
    delay: float = 0.0

    @property
    def content(self) -> bytes:
        return self.body.encode() if isinstance(self.body, str) else self.body


Handler = Callable[[Request, asyncio.StreamWriter], Awaitable[None]]
Answer = Page | Handler | Callable[[Request], Page]


@dataclass
class Server:
    """A running server. `pages` may be changed while it runs; what is in none of them is 404."""

    pages: dict[str, Answer]
    port: int = 0
    scheme: str = "http"
    host: str = "127.0.0.1"
    log: list[Request] = field(default_factory=list)

    @property
    def base(self) -> str:
        return f"{self.scheme}://{self.host}:{self.port}"

    def paths(self) -> list[str]:
        return [request.path for request in self.log]

    def source(self, **fields: Any) -> Source:
        """A source for this server, fast and local."""
        values: dict[str, Any] = {"key": f"{self.host}:{self.port}", "name": "Máy chủ thử", "base_url": f"{self.base}/"}
        return Source(**{**values, "kind": "sample", "local": True, "rate": 100.0, **fields})

    def gaps(self) -> list[float]:
        """Seconds between requests, by the server's clock."""
        times = [request.at for request in self.log]
        return [later - earlier for earlier, later in itertools.pairwise(times)]

    async def _connection(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                at = time.monotonic()
                first, *lines = head.decode("latin-1").split("\r\n")
                headers = {k.lower(): v.strip() for k, _, v in (line.partition(":") for line in lines if line)}
                request = Request(first.split(" ")[1], headers, at)
                self.log.append(request)
                await self._answer(request, writer)
        except (asyncio.IncompleteReadError, ConnectionError, asyncio.LimitOverrunError, asyncio.CancelledError):
            pass  # the client has gone, or the server ends
        finally:
            writer.close()

    async def _answer(self, request: Request, writer: asyncio.StreamWriter) -> None:
        answer = self.pages.get(request.path) or self.pages.get(request.path.split("?")[0]) or self.pages.get("*")
        if answer is None:
            answer = Page("không tìm thấy", 404, etag=None)
        if not isinstance(answer, Page):
            made = answer(request) if not asyncio.iscoroutinefunction(answer) else answer(request, writer)
            if not isinstance(made, Page):
                await made
                return
            answer = made
        await send(request, writer, answer)


async def send(request: Request, writer: asyncio.StreamWriter, page: Page) -> None:
    await asyncio.sleep(page.delay)
    etag = f'"{hashlib.sha256(page.content).hexdigest()[:12]}"' if page.etag == "auto" else page.etag
    headers = [("Content-Type", page.content_type), *page.headers]
    status, body = page.status, page.content
    if etag and status == 200:
        headers.append(("ETag", etag))
        if request.headers.get("if-none-match") == etag:
            status, body = 304, b""
    if status not in (304, 204):
        headers.append(("Content-Length", str(len(body))))
    writer.write(head(status, headers) + body)
    await writer.drain()


def head(status: int, headers: list[tuple[str, str]]) -> bytes:
    lines = [f"HTTP/1.1 {status} Status", *(f"{name}: {value}" for name, value in headers)]
    return ("\r\n".join(lines) + "\r\n\r\n").encode("utf-8")


@contextmanager
def serving(
    pages: dict[str, Answer] | None = None, *, tls: ssl.SSLContext | None = None, host: str = "127.0.0.1"
) -> Iterator[Server]:
    """Run a server until the block ends."""
    server = Server(pages if pages is not None else {}, host=host, scheme="https" if tls else "http")
    ready = threading.Event()
    stopping: list[Callable[[], object]] = []

    async def run() -> None:
        listener = await asyncio.start_server(server._connection, "127.0.0.1", 0, ssl=tls)
        server.port = listener.sockets[0].getsockname()[1]
        stop = asyncio.Event()
        loop = asyncio.get_running_loop()
        stopping.append(lambda: loop.call_soon_threadsafe(stop.set))
        ready.set()
        await stop.wait()
        listener.close()

    thread = threading.Thread(target=asyncio.run, args=(run(),), daemon=True)
    thread.start()
    assert ready.wait(10)
    try:
        yield server
    finally:
        stopping[0]()
        thread.join(10)
        assert not thread.is_alive()


def redirect(location: str, status: int = 302) -> Page:
    return Page("", status, headers=(("Location", location),), etag=None)


def robots(text: str) -> Page:
    return Page(text, content_type="text/plain; charset=utf-8")


def in_turn(*pages: Page) -> Callable[[Request], Page]:
    """Answer with one page after the other, the last one for ever."""
    left = list(pages)
    return lambda _: left.pop(0) if len(left) > 1 else left[0]


def packed(body: bytes) -> Page:
    return Page(gzip.compress(body), headers=(("Content-Encoding", "gzip"),))


async def slow_drip(request: Request, writer: asyncio.StreamWriter) -> None:
    """A byte every 50 ms, for ever: never long enough silent for a read time-out."""
    writer.write(head(200, [("Content-Type", "text/html"), ("Connection", "close")]))
    while True:
        writer.write(b"<p>")
        await writer.drain()
        await asyncio.sleep(0.05)


async def silence(request: Request, writer: asyncio.StreamWriter) -> None:
    """The request is taken and never answered."""
    await asyncio.sleep(3600)


async def reset_in_body(request: Request, writer: asyncio.StreamWriter) -> None:
    """Half of the body, then a TCP reset."""
    writer.write(head(200, [("Content-Type", "text/html"), ("Content-Length", "10000")]) + b"<p>mot nua" * 50)
    await writer.drain()
    await asyncio.sleep(0.02)
    raw = writer.get_extra_info("socket")
    raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()


async def cut_short(request: Request, writer: asyncio.StreamWriter) -> None:
    """Half of the announced body, then an orderly end."""
    writer.write(head(200, [("Content-Type", "text/html"), ("Content-Length", "10000")]) + b"<p>mot nua" * 50)
    await writer.drain()
    writer.close()


async def gibberish(request: Request, writer: asyncio.StreamWriter) -> None:
    """An answer that is no HTTP."""
    writer.write(b"\x00\x01\x02 hello\r\n\r\n")
    await writer.drain()
    writer.close()


async def endless_page(request: Request, writer: asyncio.StreamWriter) -> None:
    """100 MB without Content-Length, as fast as it goes."""
    writer.write(head(200, [("Content-Type", "text/html"), ("Connection", "close")]))
    for _ in range(100):
        writer.write(b"x" * 1_000_000)
        await writer.drain()
    writer.close()


async def announced(request: Request, writer: asyncio.StreamWriter) -> None:
    """100 MB by Content-Length, of which not one is sent."""
    writer.write(head(200, [("Content-Type", "text/html"), ("Content-Length", "100000000")]))
    await writer.drain()
    await asyncio.sleep(3600)


def gzip_bomb(megabytes: int = 200) -> Page:
    """A few hundred kB that unpack to `megabytes` MB."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    body = b"".join(packer.compress(bytes(1_000_000)) for _ in range(megabytes)) + packer.flush()
    return Page(body, headers=(("Content-Encoding", "gzip"),), etag=None)


D1N = (
    '<script>document.cookie="D1N=0123456789abcdef0123456789abcdef"+"; expires=Fri, 31-Dec-37 23:55:55 GMT; path=/";'
    "window.location.reload(true);</script>"
)
