"""A web server for the crawl's benchmark, in a process of its own: many small sites, each on a port of its own.

`python -m tests.benchmarks.site_server SITES ARTICLES DELAY` prints the ports in one line and serves until its standard
input ends. It does as little as a server can, so that it is never what a crawler waits for.
"""

from __future__ import annotations

import asyncio
import sys
from hashlib import sha256

from tests.hostile import Page
from tests.small_site import small_site


def answers(articles: int) -> dict[bytes, tuple[bytes, bytes]]:
    """Return, for each path, the answer as it goes over the wire, and the validator that it carries."""
    made = {}
    for path, page in small_site(articles, per_list=50).items():
        assert isinstance(page, Page)
        tag = f'"{sha256(page.content).hexdigest()[:12]}"'
        head = f"HTTP/1.1 200 OK\r\nContent-Type: {page.content_type}\r\nETag: {tag}\r\nContent-Length: {len(page.content)}\r\n\r\n"
        made[path.encode()] = (head.encode() + page.content, tag.encode())
    return made


class _Connection(asyncio.Protocol):
    def __init__(self, pages: dict[bytes, tuple[bytes, bytes]], delay: float) -> None:
        self.pages = pages
        self.delay = delay
        self.waiting = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport

    def data_received(self, data: bytes) -> None:
        *requests, self.waiting = (self.waiting + data).split(b"\r\n\r\n")
        for request in requests:
            answer, tag = self.pages.get(request.split(b" ", 2)[1], (_MISSING, b"none"))
            if tag in request:
                answer = b"HTTP/1.1 304 Not Modified\r\nETag: " + tag + b"\r\n\r\n"
            if self.delay:
                asyncio.get_running_loop().call_later(self.delay, self.transport.write, answer)
            else:
                self.transport.write(answer)


_MISSING = b"HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\nContent-Length: 0\r\n\r\n"


async def serve(sites: int, articles: int, delay: float) -> None:
    """Serve until standard input ends."""
    pages = answers(articles)
    loop = asyncio.get_running_loop()
    servers = [await loop.create_server(lambda: _Connection(pages, delay), "127.0.0.1", 0) for _ in range(sites)]
    print(*(server.sockets[0].getsockname()[1] for server in servers), flush=True)
    await loop.run_in_executor(None, sys.stdin.read)


if __name__ == "__main__":
    asyncio.run(serve(int(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3])))
