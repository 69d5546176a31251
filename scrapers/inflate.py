"""Unpack compressed bodies piece by piece, under a cap: a gzip bomb of 10 kB must not become 10 GB of memory."""

from __future__ import annotations

import zlib


class TooLarge(ValueError):
    """A body is above the cap. Its own class, because it is an outcome and no broken stream."""


class BadEncoding(ValueError):
    """A body is not packed as its Content-Encoding says, or in a way that was not asked for."""


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
        self._unpacker = zlib.decompressobj(wbits=47)  # gzip or zlib, told by the header
        self._raw_deflate_possible = name == "deflate"
        self.pieces: list[bytes] = []
        self.size = 0
        self._begun = False

    def feed(self, data: bytes) -> None:
        """Unpack one piece.

        Raises:
            TooLarge: more than `cap` bytes came out.
            BadEncoding: the piece is broken.
        """
        if not self._packed:
            self._keep(data)
            return
        self._begun = self._begun or bool(data)
        while data:
            data = self._unpack(data)

    def _unpack(self, data: bytes) -> bytes:
        """Unpack as much as the cap allows and return what is left to unpack."""
        if self._unpacker.eof:  # a body may be several gzip members in a row; anything else at the end is padding
            if not data.startswith(b"\x1f\x8b"):
                return b""
            self._unpacker = zlib.decompressobj(wbits=47)
        try:
            self._keep(self._unpacker.decompress(data, self._cap - self.size + 1))
        except zlib.error as error:
            if not self._raw_deflate_possible or self.size:
                raise BadEncoding(f"the body cannot be unpacked: {error}") from error
            self._raw_deflate_possible = False
            self._unpacker = zlib.decompressobj(wbits=-15)  # what old IIS calls deflate
            return data
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
        if self._begun and not self._unpacker.eof:
            raise BadEncoding("the packed body breaks off before its end")
        return b"".join(self.pieces)
