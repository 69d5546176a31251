"""Below httpx: the connection to one host, on asyncio's own protocols and the parser of Node.js (llhttp).

httpx brings a pool of connections, a parser written in Python and a layer over several event loops. A crawl has one
connection for each host and one event loop, and spent a third of its processor time in what it has no use for.
"""

from __future__ import annotations

import asyncio
import os
import re
import ssl
from collections.abc import AsyncIterator, Callable
from itertools import chain
from typing import cast

import httptools
import httpx

from scrapers.outcome import Outcome

_LONGEST_HEAD = 100_000  # bytes
_ENOUGH = 262_144  # bytes of a body that nobody has taken yet, from which on the server has to wait
_ENDING = frozenset((b"content-length", b"transfer-encoding"))  # headers that tell where a body ends
_UNSENDABLE = re.compile(rb"[\r\n\0]")  # what would end a line of a request before its time


def open_transport(tls: Callable[[], ssl.SSLContext], proxy: str | None) -> httpx.AsyncBaseTransport:
    """Return what asks one host: directly, or through a proxy, to which httpx itself speaks."""
    if proxy is None:
        return HostTransport(tls)
    limits = httpx.Limits(max_connections=2, max_keepalive_connections=1)
    return httpx.AsyncHTTPTransport(tls(), trust_env=False, limits=limits, proxy=proxy)


class HostTransport(httpx.AsyncBaseTransport):
    """Asks one host, one thing at a time, over a connection that is kept as long as the host keeps it.

    Args:
        tls: Gives the settings for https, once a page is asked for by it.
    """

    def __init__(self, tls: Callable[[], ssl.SSLContext]) -> None:
        self._tls = tls
        self._connection: _Connection | None = None
        self._leads_to: tuple[str, ...] = ()

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Ask, and return the answer once its head has come. It must be closed before the next one is asked for.

        Of the request's extensions `timeout`, `target` and `sni_hostname` are heeded.

        Raises:
            httpx.TransportError: no connection, no answer, or none that is HTTP.
        """
        limits: dict[str, float] = request.extensions["timeout"]
        head = _head_of(request)
        connection = await self._connected(request, limits["connect"])
        status, headers = await connection.ask(head, limits["read"])
        return httpx.Response(status, headers=headers, stream=_Body(connection, limits["read"]))

    async def aclose(self) -> None:
        """Close the connection."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    async def _connected(self, request: httpx.Request, seconds: float) -> _Connection:
        url = request.url
        name = request.extensions.get("sni_hostname") or url.host
        leads_to = (url.scheme, url.host, str(url.port), name)
        if self._connection is None or self._leads_to != leads_to or not self._connection.is_free():
            await self.aclose()
            secure = self._tls() if url.scheme == "https" else None
            if secure:
                secure.set_alpn_protocols(["http/1.1"])
            opening = asyncio.get_running_loop().create_connection(
                _Connection, url.host, url.port or (443 if secure else 80),
                ssl=secure, server_hostname=name if secure else None,
            )  # fmt: skip
            try:
                async with asyncio.timeout(seconds):
                    _, connection = await opening
            except TimeoutError as error:
                raise httpx.ConnectTimeout(f"no connection after {seconds:g} s") from error
            except OSError as error:
                raise httpx.ConnectError(str(error)) from error
            self._connection, self._leads_to = connection, leads_to
        return self._connection


class _Connection(asyncio.Protocol):
    """One connection. llhttp calls `on_header` and so on while `data_received` feeds it."""

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._parser: httptools.HttpResponseParser | None = None
        self._news: asyncio.Future[None] | None = None
        self._is_lost = False
        self._forget()

    def _forget(self) -> None:
        """Make ready for another answer."""
        self._headers: list[tuple[bytes, bytes]] = []
        self._pieces: list[bytes] = []
        self._waiting = 0  # bytes in them
        self._received = 0  # bytes of the head
        self._has_head = self._is_whole = self._has_end = self._is_kept = False
        self._error: httpx.TransportError | None = None

    def is_free(self) -> bool:
        """Tell whether something can be asked."""
        return self._parser is None and not self._is_lost and not self._transport.is_closing()

    def close(self) -> None:
        """End the connection at once."""
        self._is_lost = True
        self._transport.abort()

    async def ask(self, request: bytes, seconds: float) -> tuple[int, list[tuple[bytes, bytes]]]:
        """Send a request and return status and headers of the answer.

        Args:
            request: Its head; it has no body.
            seconds: Longest wait for the next piece.
        """
        self._forget()
        self._parser = parser = httptools.HttpResponseParser(self)
        parser.set_dangerous_leniencies(  # servers that are old or odd, and that any browser reads
            lenient_headers=True,
            lenient_chunked_length=True,
            lenient_optional_cr_before_lf=True,
            lenient_spaces_after_chunk_size=True,
        )
        self._transport.write(request)
        try:
            while not self._has_head:
                await self._wait(seconds)
        except BaseException:
            self.close()
            raise
        return parser.get_status_code(), self._headers

    async def piece(self, seconds: float) -> bytes:
        """Return what has come of the body since the last time, b"" at its end."""
        while not self._pieces:
            if self._is_whole:
                return b""
            await self._wait(seconds)
        piece = b"".join(self._pieces)
        self._pieces.clear()
        self._waiting = 0
        self._transport.resume_reading()
        return piece

    def finish(self) -> None:
        """End the answer, read to its end or not."""
        if not (self._is_whole and self._is_kept):
            self.close()
        self._parser = None

    async def _wait(self, seconds: float) -> None:
        """Wait for anything to come."""
        if self._error is None:
            self._news = self._loop.create_future()
            timer = self._loop.call_later(seconds, self._give_up, seconds)
            try:
                await self._news
            finally:
                timer.cancel()
                self._news = None
        if self._error is not None:
            raise self._error

    def _give_up(self, seconds: float) -> None:
        self._error = self._error or httpx.ReadTimeout(f"nothing came for {seconds:g} s")
        self._tell()

    def _tell(self) -> None:
        if self._news is not None and not self._news.done():
            self._news.set_result(None)

    # asyncio's side

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)

    def data_received(self, data: bytes) -> None:
        if self._parser is None:  # nobody has asked
            self.close()
            return
        if not self._has_head:
            self._received += len(data)
        try:
            self._parser.feed_data(data)
        except (httptools.HttpParserError, httptools.HttpParserUpgrade) as error:
            self._is_kept = False
            if not self._is_whole:
                self._error = httpx.RemoteProtocolError(f"the answer cannot be read: {error}")
        if not self._has_head and self._received > _LONGEST_HEAD:
            self._error = httpx.RemoteProtocolError(f"a head of more than {_LONGEST_HEAD:,} bytes")
        if self._waiting > _ENOUGH:
            self._transport.pause_reading()
        self._tell()

    def connection_lost(self, error: Exception | None) -> None:
        self._is_lost = True
        if self._has_head and not self._has_end and error is None:
            self._is_whole = True  # the end of the connection is that of the body
        if not self._is_whole and self._error is None:
            self._error = httpx.ReadError(str(error) if error else "the server closed the connection too early")
        self._tell()

    # llhttp's side

    def on_message_begin(self) -> None:
        if self._is_whole:  # more than was asked for
            self._is_kept = False

    def on_header(self, name: bytes, value: bytes) -> None:
        if not self._has_head:  # what comes behind a body is of no use
            self._headers.append((name, value.strip()))

    def on_headers_complete(self) -> None:
        assert self._parser is not None
        if not self._has_head and self._parser.get_status_code() >= 200:
            self._has_head = True
            self._has_end = any(name.lower() in _ENDING for name, _ in self._headers)
            self._is_kept = self._parser.should_keep_alive()

    def on_body(self, piece: bytes) -> None:
        if not self._is_whole:
            self._pieces.append(piece)
            self._waiting += len(piece)

    def on_message_complete(self) -> None:
        self._is_whole = self._has_head
        if not self._has_head:  # "100 Continue": the answer itself comes next
            self._headers.clear()


class _Body(httpx.AsyncByteStream):
    """The body of an answer, piece by piece as it comes."""

    def __init__(self, connection: _Connection, seconds: float) -> None:
        self._connection = connection
        self._seconds = seconds

    async def __aiter__(self) -> AsyncIterator[bytes]:
        while piece := await self._connection.piece(self._seconds):
            yield piece

    async def aclose(self) -> None:
        self._connection.finish()


def _head_of(request: httpx.Request) -> bytes:
    """Return a request as it goes over the wire."""
    target = request.extensions.get("target") or request.url.raw_path
    headers = request.headers.raw
    if b" " in target or _UNSENDABLE.search(b"".join((target, *chain.from_iterable(headers)))):
        raise httpx.LocalProtocolError("an address or a validator has what no request can carry")
    first = b"%b %b HTTP/1.1" % (request.method.encode("ascii"), target)
    return b"\r\n".join((first, *(b"%b: %b" % header for header in headers), b"", b""))


def breakdown(error: httpx.TransportError) -> tuple[Outcome, str]:
    """Return what broke and how: the TLS handshake, the rules of HTTP, or only the connection."""
    cause: BaseException | None = error
    message = str(error) or type(error).__name__
    while cause is not None:
        if isinstance(cause, ssl.SSLError) and not isinstance(cause, ssl.SSLEOFError | ssl.SSLZeroReturnError):
            return Outcome.TLS_FAILED, str(cause)
        if isinstance(cause, OSError) and cause.errno is not None:
            message = os.strerror(cause.errno)  # "Connection refused", without number and address
        cause = cause.__cause__ or cause.__context__
    broke_off = "closed connection" in message or "disconnected" in message
    if isinstance(error, httpx.RemoteProtocolError) and not broke_off:
        return Outcome.BAD_RESPONSE, message
    return Outcome.CONNECTION_FAILED, message
