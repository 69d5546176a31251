"""A part of a large file, seen as a file: the bytes that one worker reads."""

from __future__ import annotations

import io
import zlib
from typing import IO, Any

_MEMBER = b"\x1f\x8b\x08"
_MEMBER_HEAD = 4096
_CHUNK = 1 << 20


class FilePart(io.RawIOBase):
    """The bytes `[first, last)` of an open file, seen as a file, which remembers when the file system failed.

    The readers of WARC and Parquet take a failing disk or network for damage in the file; here the two stay apart.
    """

    def __init__(self, file: IO[bytes], first: int = 0, last: int | None = None) -> None:
        self._file = file
        self._first = first
        self._size = (file.seek(0, io.SEEK_END) if last is None else last) - first
        self._position = 0
        self.failure: OSError | None = None

    def readable(self) -> bool:
        """Return True."""
        return True

    def seekable(self) -> bool:
        """Return True."""
        return True

    def tell(self) -> int:
        """Return the position in the part."""
        return self._position

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Move to a position in the part and return it."""
        self._position = offset + {io.SEEK_SET: 0, io.SEEK_CUR: self._position, io.SEEK_END: self._size}[whence]
        return self._position

    def readinto(self, buffer: Any) -> int:
        """Fill a buffer as far as the file gives at once; return how many bytes it gave."""
        wanted = min(len(buffer), self._size - self._position)
        if wanted <= 0:
            return 0
        try:
            self._file.seek(self._first + self._position)
            data = self._file.read(wanted)
        except OSError as error:
            self.failure = error
            raise
        buffer[: len(data)] = data
        self._position += len(data)
        return len(data)


def record_at(file: FilePart, first: int, last: int | None) -> int | None:
    """Return where the first record at `first` or behind it begins that is packed by itself; None if none does.

    It is where a gzip member begins whose content begins as a record does. All parts of a file find the same places,
    so that each record is in exactly one.

    Args:
        file: the packed file.
        first: where to begin looking; at 0 is always one.
        last: where to stop looking; None is the file's end.
    """
    if first == 0:
        return 0
    position, window = first, b""
    file.seek(first)
    while last is None or position < last:
        chunk = file.read(_CHUNK)
        window += chunk
        found = window.find(_MEMBER)
        while found >= 0 and (found + _MEMBER_HEAD <= len(window) or not chunk):
            if last is not None and position + found >= last:
                return None
            if _begins_record(window[found : found + _MEMBER_HEAD]):
                return position + found
            found = window.find(_MEMBER, found + 1)
        if not chunk:
            return None
        keep = len(window) - found if found >= 0 else min(len(window), len(_MEMBER) - 1)
        position += len(window) - keep
        window = window[len(window) - keep :]
    return None


def _begins_record(packed: bytes) -> bool:
    try:
        return zlib.decompressobj(wbits=31).decompress(packed, 16).startswith(b"WARC/")
    except zlib.error:
        return False
