"""The connection below httpx: answers as old and odd servers send them, whole, in pieces, and more than was asked for."""

from __future__ import annotations

import asyncio
import itertools
import ssl
from collections.abc import Sequence

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scrapers.transport import HostTransport

Told = tuple[int, list[tuple[str, str]], bytes]

WAIT = {"timeout": {"connect": 2.0, "read": 0.3}, "target": b"/x"}
OK = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nab"


class Wire:
    """A server that answers each request with the next of some answers, in the given pieces.

    `closing`: it ends the connection behind its last answer.
    """

    def __init__(self, answers: Sequence[Sequence[bytes]], *, closing: bool = False) -> None:
        self.answers = [list(answer) for answer in answers]
        self.closing = closing
        self.connections = 0
        self.requests: list[bytes] = []
        self.is_sent = asyncio.Event()  # all pieces of the last answer

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        try:
            while self.answers:
                self.requests.append(await reader.readuntil(b"\r\n\r\n"))
                self.is_sent.clear()
                for piece in self.answers.pop(0):
                    writer.write(piece)
                    await asyncio.sleep(0.001)
                self.is_sent.set()
            if not self.closing:
                await reader.read()
        except (asyncio.IncompleteReadError, ConnectionError):
            pass  # the client has gone
        finally:
            self.is_sent.set()
            writer.close()


async def ask(transport: HostTransport, port: int, **extensions: object) -> Told:
    request = httpx.Request("GET", f"http://127.0.0.1:{port}/", extensions={**WAIT, **extensions})
    reply = await transport.handle_async_request(request)
    try:
        reply.request = request
        content = b"".join([piece async for piece in reply.aiter_raw()])
    finally:
        await reply.aclose()
    return reply.status_code, reply.headers.multi_items(), content


def told(wire: Wire, times: int = 1) -> list[Told]:
    """Ask a server several times over one transport."""

    async def work() -> list[Told]:
        server = await asyncio.start_server(wire.serve, "127.0.0.1", 0)
        transport = HostTransport(lambda: ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT))
        try:
            port = server.sockets[0].getsockname()[1]
            answers = []
            for _ in range(times):
                answers.append(await ask(transport, port))
                await wire.is_sent.wait()
                await asyncio.sleep(0.01)  # on loopback what is sent is there, and the loop looks
            return answers
        finally:
            await transport.aclose()
            server.close()

    return asyncio.run(work())


@pytest.mark.parametrize(
    ("answer", "content"),
    [
        (OK, b"ab"),
        (b"HTTP/1.1 200 OK\nContent-Length: 2\n\nab", b"ab"),  # line feeds alone
        (b"HTTP/1.1 200 OK\r\nA: x\r\n  folded\r\nContent-Length: 2\r\n\r\nab", b"ab"),
        (b"HTTP/1.1 200\r\nContent-Length: 2\r\n\r\nab", b"ab"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n1  \r\nb\r\n0\r\nX: y\r\n\r\n", b"ab"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n0\r\n\r\n", b"ab"),
        (b"HTTP/1.1 100 Continue\r\n\r\n" + OK, b"ab"),
        (b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n" + OK, b"ab"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", b""),
        (b"HTTP/1.1 204 No Content\r\n\r\n", b""),
        (b"HTTP/1.1 304 Not Modified\r\nContent-Length: 2\r\n\r\n", b""),
    ],
)
def test_an_answer_is_read_and_the_connection_kept(answer: bytes, content: bytes) -> None:
    wire = Wire([[answer], [OK]])
    first, second = told(wire, 2)
    assert (first[2], second[2]) == (content, b"ab")
    assert not any(name in ("link", "x") for name, _ in first[1])
    assert wire.connections == 1


@pytest.mark.parametrize(
    "answer",
    [
        b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nab",
        b"HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nab",
        OK + b"rubbish",
        OK + OK,  # an answer that nobody asked for is not that to the next question
        b"HTTP/1.1 304 Not Modified\r\nContent-Length: 2\r\n\r\nab",
    ],
)
@pytest.mark.parametrize("late", [False, True])
def test_a_connection_that_cannot_be_trusted_is_not_used_again(answer: bytes, late: bool) -> None:
    cut = answer.index(b"\r\n\r\n") + 6
    wire = Wire(
        [[answer[:cut], answer[cut:]] if late else [answer], [b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nc"]]
    )
    first, second = told(wire, 2)
    assert first[2] in (b"ab", b"")
    assert second[2] == b"c"
    assert wire.connections == 2


@pytest.mark.parametrize("version", ["1.0", "1.1"])
def test_without_a_length_the_body_ends_with_the_connection(version: str) -> None:
    head = f"HTTP/{version} 200 OK\r\n\r\n".encode()
    assert told(Wire([[head + b"a", b"b"]], closing=True))[0][2] == b"ab"


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (b"", httpx.ReadError),
        (b"HTTP/1.1 200 OK\r\nContent-Le", httpx.ReadError),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nab", httpx.ReadError),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n", httpx.ReadError),
        (b"SSH-2.0-OpenSSH_9.2\r\n", httpx.RemoteProtocolError),
        (b"HTTP/1.1 200 OK\r\nno header\r\n\r\n", httpx.RemoteProtocolError),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nno number\r\n", httpx.RemoteProtocolError),
        (b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\nConnection: upgrade\r\n\r\n", httpx.RemoteProtocolError),
        (b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 20_000, httpx.RemoteProtocolError),
    ],
)
def test_what_is_no_answer_is_an_error(answer: bytes, error: type[Exception]) -> None:
    with pytest.raises(error):
        told(Wire([[answer]], closing=True))


def test_a_server_that_falls_silent_is_given_up() -> None:
    with pytest.raises(httpx.ReadTimeout):
        told(Wire([[OK[:-1]]]))


def test_a_connection_closed_by_the_server_is_opened_anew() -> None:
    wire = Wire([[OK]], closing=True)

    async def work() -> list[bytes]:
        server = await asyncio.start_server(wire.serve, "127.0.0.1", 0)
        transport = HostTransport(lambda: ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT))
        port = server.sockets[0].getsockname()[1]
        first = await ask(transport, port)
        await asyncio.sleep(0.05)
        wire.answers = [[OK]]
        second = await ask(transport, port)
        await transport.aclose()
        server.close()
        return [first[2], second[2]]

    assert asyncio.run(work()) == [b"ab", b"ab"]
    assert wire.connections == 2


@pytest.mark.parametrize("extensions", [{"target": b"/x HTTP/1.1\r\nX: y"}, {"target": b"/a b"}])
def test_nothing_is_smuggled_into_a_request(extensions: dict[str, object]) -> None:
    with pytest.raises(httpx.LocalProtocolError):
        asyncio.run(ask(HostTransport(lambda: ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)), 9, **extensions))


def test_a_request_says_what_httpx_would_say() -> None:
    wire = Wire([[OK]])
    told(wire)
    first, *headers = wire.requests[0].decode().split("\r\n")
    assert first == "GET /x HTTP/1.1"
    assert any(header.startswith("Host: 127.0.0.1:") for header in headers)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(0, 200), max_size=8), st.booleans())
def test_an_answer_is_the_same_however_it_is_cut(cuts: list[int], chunked: bool) -> None:
    body = b"5\r\nthi d\r\n3\r\nua \r\n0\r\n\r\n" if chunked else b"thi dua "
    length = b"Transfer-Encoding: chunked" if chunked else b"Content-Length: 8"
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + length + b"\r\n\r\n" + body
    ends = sorted({min(cut, len(answer)) for cut in cuts} | {0, len(answer)})
    pieces = [answer[start:end] for start, end in itertools.pairwise(ends)]
    assert told(Wire([pieces]))[0][2] == b"thi dua "
