"""Unpack compressed bodies piece by piece, under a cap: a gzip bomb of 10 kB must not become 10 GB of memory."""

from __future__ import annotations

import zlib


class TooLarge(ValueError):
    """A body is above the cap. Its own class, because it is an outcome and no broken stream."""


class BadEncoding(ValueError):
    """A body is not packed as its Content-Encoding says, or in a way that was not asked for."""


_GZIP = b"\x1f\x8b"


class Inflater:
    """Unpacks one body; feed it the pieces as they come.

    Args:
        encoding: The Content-Encoding header: gzip, deflate, identity or "" (others were not asked for).
        cap: Most bytes that may come out.

    Raises:
        BadEncoding: the encoding is unknown.
    """

    def __init__(self, encoding: str, cap: int) -> None:
        name = encoding.strip().lower()
        if name not in ("", "identity", "gzip", "x-gzip", "deflate"):
            raise BadEncoding(f"the body is packed with {encoding!r}, which was not asked for")
        self._packed = name not in ("", "identity")
        self._cap = cap
        self._waiting = b""  # the first byte of a member, until the second tells what it is
        self._members = 0
        self._unpacker = zlib.decompressobj()
        self.pieces: list[bytes] = []
        self.size = 0

    def feed(self, data: bytes) -> None:
        """Unpack one piece.

        Raises:
            TooLarge: more than `cap` bytes came out.
            BadEncoding: the piece is broken.
        """
        if not self._packed:
            self._keep(data)
            return
        while data:
            data = self._unpack(data)

    def _unpack(self, data: bytes) -> bytes:
        """Unpack as much as the cap allows and return what is left to unpack."""
        if self._members == 0 or self._unpacker.eof:
            data, self._waiting = self._waiting + data, b""
            if len(data) < 2:
                self._waiting = data
                return b""
            if self._members and not data.startswith(_GZIP):
                return b""  # padding after the last member
            self._unpacker = zlib.decompressobj(wbits=_window(data))
            self._members += 1
        try:
            self._keep(self._unpacker.decompress(data, self._cap - self.size + 1))
        except zlib.error as error:
            raise BadEncoding(f"the body cannot be unpacked: {error}") from error
        return self._unpacker.unused_data or self._unpacker.unconsumed_tail

    def _keep(self, data: bytes) -> None:
        self.size += len(data)
        if self.size > self._cap:
            raise TooLarge(f"more than {self._cap:,} bytes")
        self.pieces.append(data)

    def content(self) -> bytes:
        """Return all that came out.

        Raises:
            BadEncoding: the stream broke off before its end.
        """
        if (self._members and not self._unpacker.eof) or (self._waiting and not self._members):
            raise BadEncoding("the packed body breaks off before its end")
        return b"".join(self.pieces)


def _window(data: bytes) -> int:
    """Return zlib's name for how a member is packed, told by its first two bytes: gzip, zlib, or bare deflate.

    Old IIS sends bare deflate where RFC 9110 wants zlib.
    """
    if data.startswith(_GZIP):
        return 31
    is_zlib = data[0] & 0x0F == 8 and int.from_bytes(data[:2]) % 31 == 0
    return 15 if is_zlib else -15
