"""Pages in and out of WARC files (ISO 28500), so that they can be read again, offline, by a better parser.

Each answer is one record in a gzip member of its own. A record is on the disk before anybody is told where it lies, so
whatever happens to the process, what is torn is at the end of the last file and nobody has been told of it.
"""

from __future__ import annotations

import os
import secrets
import zlib
from base64 import b32encode
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from hashlib import sha1
from http import HTTPStatus
from io import BytesIO
from pathlib import Path
from typing import IO, Any, NamedTuple, cast
from urllib.parse import quote
from uuid import uuid4

from pipeline.record import Problem
from pipeline.warehouse.disk import names_to_disk
from scrapers.outcome import Outcome, Response

_PACKING = ("content-encoding", "transfer-encoding", "content-length")
_PRIVATE = ("set-cookie", "set-cookie2")
_GZIP = b"\x1f\x8b"
_VERSION = "1.1"  # of WARC
_ASCII = "".join(map(chr, range(128)))
_LARGEST = 50_000_000  # bytes of one page in somebody's WARC file; what is larger is no page


class ArchiveError(Exception):
    """A record is not where it was written; the message names the file. Somebody changed the archive's files."""


class Place(NamedTuple):
    """Where a record lies: file name, and its gzip member's offset and length in bytes."""

    file: str
    offset: int
    length: int


@dataclass(frozen=True, slots=True)
class Archived:
    """An answer from an archive. `place` is None in a file that is not packed record by record."""

    response: Response
    place: Place | None


class Archive:
    """A folder of WARC files. Every run that writes opens a new one, and another when that is full.

    Args:
        folder: Where the files are; made when the first record is written.
        full: Bytes from which on a file is full.
    """

    def __init__(self, folder: Path, *, full: int = 500_000_000) -> None:
        self.folder = folder
        self._full = full
        self._file: IO[bytes] | None = None
        self._name = ""
        self._is_safe = True
        self._opened = 0

    def append(self, *responses: Response) -> list[Place]:
        """Write answers and return where they lie, once all of them are safe on the disk."""
        places = [self.write(response) for response in responses]
        self.to_disk()
        return places

    def write(self, response: Response) -> Place:
        """Write an answer and return where it lies. Nobody may be told of it before `to_disk` has returned."""
        out = self._out()
        member = _packed(_record(response))
        place = Place(self._name, out.tell(), len(member))
        out.write(member)
        self._is_safe = False
        return place

    def to_disk(self) -> None:
        """Return once all that was written is safe on the disk."""
        if self._file is not None and not self._is_safe:
            _to_disk(self._file)
            self._is_safe = True

    def read(self, place: Place) -> Response:
        """Return an answer that was written before.

        Raises:
            ArchiveError: it is not there.
        """
        try:
            with (self.folder / place.file).open("rb") as file:
                file.seek(place.offset)
                member = file.read(place.length)
        except OSError as error:
            raise ArchiveError(f"cannot read {self.folder / place.file}: {error}; restore the file") from error
        for item in read_records(BytesIO(member), place.file):
            if isinstance(item, Archived):
                return item.response
        raise ArchiveError(f"{self.folder / place.file} has no page at {place.offset}; restore the file")

    def files(self) -> list[str]:
        """Return the names of the archive's files, the oldest first."""
        return sorted(path.name for path in self.folder.glob("thidua-*.warc.gz"))

    def recover(self, known: Mapping[str, int]) -> Iterator[Archived]:
        """Yield the pages that were written and never acknowledged, and cut what is torn behind them.

        Args:
            known: For each file the end of its last acknowledged record. A file that is not named is read whole, and
                so is one that has become shorter: `remove` was at work when the process died.
        """
        for name in self.files():
            path = self.folder / name
            size, end = path.stat().st_size, known.get(name, 0)
            if 0 < size == end:
                continue
            end = end if end < size else 0
            for place, member in _members(path, end):
                yield from (
                    Archived(item.response, place)
                    for item in read_records(BytesIO(member), name)
                    if isinstance(item, Archived)
                )
                end = place.offset + place.length
            if path.stat().st_size > end:
                os.truncate(path, end)
            if end == 0:
                path.unlink()

    def remove(self, places: Iterable[Place]) -> dict[Place, Place]:
        """Take records out of the files for good; return where the records behind them lie now.

        Each file is rewritten beside the old one and takes its place in one step.
        """
        moved: dict[Place, Place] = {}
        self.close()
        gone_from: dict[str, set[int]] = {}
        for place in places:
            gone_from.setdefault(place.file, set()).add(place.offset)
        for name, gone in sorted(gone_from.items()):
            path = self.folder / name
            fresh = path.with_name(f"{name}.new")
            with fresh.open("wb") as out:
                for place, member in _members(path, 0):
                    if place.offset not in gone:
                        moved[place] = Place(name, out.tell(), place.length)
                        out.write(member)
                _to_disk(out)
            fresh.replace(path)
            names_to_disk(self.folder)
        return {old: new for old, new in moved.items() if old != new}

    def close(self) -> None:
        """Close the file that is being written; the next record opens a new one."""
        if self._file is not None:
            _to_disk(self._file)
            self._file.close()
            self._file = None

    def _out(self) -> IO[bytes]:
        if self._file is not None and self._file.tell() >= self._full:
            self.close()
        if self._file is None:
            self.folder.mkdir(parents=True, exist_ok=True)
            self._opened += 1
            now = datetime.now(UTC)
            name = f"thidua-{now:%Y%m%dT%H%M%S}{now.microsecond:06}Z-{self._opened:04}-{secrets.token_hex(2)}.warc.gz"
            self._file, self._name = (self.folder / name).open("xb"), name
            info = {"software": "Thidua", "format": "WARC File Format 1.1", "robots": "obey"}
            self._file.write(_packed(_info_record(name, info)))
            _to_disk(self._file)
            names_to_disk(self.folder)
        return self._file


def read_warc(path: Path) -> Iterator[Archived | Problem]:
    """Yield the pages of anyone's WARC or ARC file, packed or not, in the file's order.

    Pages are HTTP answers with status 200. A record that is torn or damaged becomes a problem; so does a break in the
    file itself, behind which nothing is read.
    """
    with path.open("rb") as file:
        yield from read_warc_file(file, path.name)


def read_warc_file(file: IO[bytes], name: str) -> Iterator[Archived | Problem]:
    """Yield what `read_warc` does of a file that is open; `name` is what problems call it."""
    start = file.read(512)
    if start.startswith(_GZIP):
        try:
            start = zlib.decompressobj(wbits=31).decompress(start, 16)
        except zlib.error:
            start = b""
    if not start.startswith((b"WARC/", b"filedesc:")):
        yield Problem(code="not-a-warc", message="it is no WARC or ARC file; nothing was read", where=name)
        return
    file.seek(0)
    yield from read_records(file, name)


def read_records(file: IO[bytes], name: str) -> Iterator[Archived | Problem]:
    """Yield the pages among the records of an open WARC or ARC file; `name` is what problems call it."""
    from warcio.archiveiterator import ArchiveIterator

    records = ArchiveIterator(file, arc2warc=True, check_digests=True)
    number = 0
    while True:
        try:
            record = next(records, None)
            if record is None:
                return
            yield from _response(record, records, name)
            number += 1
        except Exception as error:  # warcio lets through whatever zlib, struct or its parsers raise
            message = f"it breaks after {number} records ({type(error).__name__}: {error}); the rest is left out"
            yield Problem(code="warc-damaged", message=message, where=name)
            return


def _response(record: Any, records: Any, name: str) -> Iterator[Archived | Problem]:
    """Yield what a record holds, if it is a page."""
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    if record.rec_type != "response" or record.http_headers is None:
        return
    status = record.http_headers.get_statuscode()
    if status != "200" or not url.startswith(("http://", "https://")):
        return
    content = _content(record)
    has_length = (record.rec_headers.get_header("Content-Length") or "").isdigit()
    if not has_length or record.raw_stream.limit:
        yield Problem(code="warc-damaged", message="the record is torn; it is left out", where=url)
        return
    digests = [record.rec_headers.get_header(f"WARC-{part}-Digest") for part in ("Block", "Payload")]
    if any(digests) and record.digest_checker.passed is not True:
        # Not refused: there are crawlers that count digests in ways of their own.
        yield Problem(code="warc-digest", message="the page is not what its digest says; it may be damaged", where=url)
    if content is None:
        yield Problem(code="too-large", message=f"more than {_LARGEST:,} bytes; it is left out", where=url)
        return
    headers = tuple((key, value) for key, value in record.http_headers.headers if key.lower() not in _PACKING)
    response = Response(
        Outcome.FETCHED, url, url, 200, headers, content, fetched_at=_date(record.rec_headers.get_header("WARC-Date"))
    )
    yield Archived(response, Place(name, records.get_record_offset(), records.get_record_length()))


def _content(record: Any) -> bytes | None:
    """Return a record's body, unpacked; None if it is too large. The record is read to its end in any case."""
    stream = record.content_stream()
    pieces: list[bytes] = []
    size = 0
    while size <= _LARGEST and (piece := stream.read(1 << 16)):
        pieces.append(piece)
        size += len(piece)
    while record.raw_stream.read(1 << 16):
        pass
    return b"".join(pieces) if size <= _LARGEST else None


def _members(path: Path, start: int) -> Iterator[tuple[Place, bytes]]:
    """Yield the whole gzip members of a file from an offset on, and stop where one is torn."""
    with path.open("rb") as file:
        file.seek(start)
        pending = b""
        while True:
            unpacker = zlib.decompressobj(wbits=31)
            raw = bytearray()
            while not unpacker.eof:
                pending = pending or file.read(1 << 16)
                if not pending:
                    return
                try:
                    unpacker.decompress(pending)
                except zlib.error:
                    return
                used = len(pending) - len(unpacker.unused_data)
                raw += pending[:used]
                pending = pending[used:]
            yield Place(path.name, start, len(raw)), bytes(raw)
            start += len(raw)


def _packed(record: bytes) -> bytes:
    """Return a record as a gzip member of its own."""
    return zlib.compress(record, wbits=31)


def _info_record(name: str, info: dict[str, str]) -> bytes:
    """Return the record that opens a file and says what made it."""
    from warcio.warcwriter import WARCWriter

    plain = BytesIO()
    warc = WARCWriter(plain, gzip=False, warc_version=_VERSION)
    warc.write_record(warc.create_warcinfo_record(name, info))
    return plain.getvalue()


def _record(response: Response) -> bytes:
    """Return an answer as a record of type `response`, as warcio's writer makes it.

    That takes twice as long: it goes over body and headers again for each thing that it finds out about them.
    """
    answer = _block(f"{response.status} {_reason(response.status)}", _stored_headers(response), "HTTP/1.1")
    head = [
        ("WARC-Date", response.fetched_at.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")),
        ("WARC-Type", "response"),
        ("WARC-Record-ID", f"<urn:uuid:{uuid4()}>"),
        ("WARC-Target-URI", response.final_url),
        ("WARC-Payload-Digest", _digest(response.content)),
        ("WARC-Block-Digest", _digest(answer, response.content)),
        ("Content-Type", "application/http; msgtype=response"),
        ("Content-Length", str(len(answer) + len(response.content))),
    ]
    return b"".join((_block("", head, f"WARC/{_VERSION}"), answer, response.content, b"\r\n\r\n"))


def _block(status: str, headers: list[tuple[str, str]], protocol: str) -> bytes:
    """Return a status line and headers as bytes: those of HTTP in ASCII, those of WARC in UTF-8."""
    from warcio.statusandheaders import StatusAndHeaders

    block = StatusAndHeaders(status, headers, protocol=protocol)
    if protocol.startswith("WARC"):
        return cast(bytes, block.to_bytes())
    try:
        return cast(bytes, block.to_ascii_bytes())
    except UnicodeEncodeError:  # warcio knows one place only where another letter may stand
        block.headers = [(quote(name, safe=_ASCII), quote(value, safe=_ASCII)) for name, value in headers]
        return cast(bytes, block.to_ascii_bytes())


def _digest(*parts: bytes) -> str:
    whole = sha1(usedforsecurity=False)
    for part in parts:
        whole.update(part)
    return f"sha1:{b32encode(whole.digest()).decode()}"


def _stored_headers(response: Response) -> list[tuple[str, str]]:
    """Return an answer's headers as they fit the unpacked body; what the server sent of that is kept as X-Archive-."""
    kept = [
        (f"X-Archive-Orig-{name}" if name.lower() in _PACKING else name, value)
        for name, value in response.headers
        if name.lower() not in _PRIVATE
    ]
    return [*kept, ("Content-Length", str(len(response.content)))]


@cache
def _reason(status: int | None) -> str:
    try:
        return HTTPStatus(status or 0).phrase
    except ValueError:
        return "Unknown"


def _date(text: str | None) -> datetime:
    """Return a WARC-Date; the beginning of time where a file has none, so that it never passes for the newest."""
    try:
        parsed = datetime.fromisoformat((text or "").replace("Z", "+00:00"))
    except ValueError:
        return datetime(1970, 1, 1, tzinfo=UTC)
    return parsed if parsed.tzinfo else parsed.replace(tzinfo=UTC)


def _to_disk(file: IO[bytes]) -> None:
    file.flush()
    os.fsync(file.fileno())
