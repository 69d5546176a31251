"""Pages in and out of WARC files: whole, torn, damaged, somebody else's, and gone for good."""

from __future__ import annotations

import gzip
import re
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from pipeline.record import Problem
from scrapers.archive import Archive, Archived, ArchiveError, Place, read_warc
from scrapers.outcome import Outcome, Response

WHEN = datetime(2026, 11, 21, 8, 30, 0, 123456, tzinfo=UTC)


def answer(number: int = 1, content: bytes | None = None, **values: object) -> Response:
    made = {
        "outcome": Outcome.FETCHED,
        "url": f"http://a.vn/{number}",
        "final_url": f"http://a.vn/{number}",
        "status": 200,
        "headers": (("Content-Type", "text/html; charset=utf-8"), ("ETag", '"x"')),
        "content": f"<p>Khối thi đua số {number}</p>".encode() if content is None else content,
        "fetched_at": WHEN + timedelta(seconds=number),
    }
    return Response(**{**made, **values})


def pages(path: Path) -> list[Response]:
    return [item.response for item in read_warc(path) if isinstance(item, Archived)]


def test_an_answer_comes_back_as_it_was(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    (place,) = archive.append(answer())
    back = archive.read(place)
    assert (back.content, back.final_url, back.status) == (answer().content, "http://a.vn/1", 200)
    assert back.fetched_at == answer().fetched_at
    assert back.header("etag") == '"x"'
    assert back.charset == "utf-8"


@given(st.binary(max_size=2000), st.text(st.characters(codec="latin-1", exclude_categories=["C"]), max_size=20))
def test_any_bytes_and_header_come_back(tmp_path_factory: pytest.TempPathFactory, content: bytes, value: str) -> None:
    archive = Archive(tmp_path_factory.mktemp("warc"))
    (place,) = archive.append(answer(content=content, headers=(("X-Note", value), ("Content-Type", "text/html"))))
    assert archive.read(place).content == content
    archive.close()


@pytest.mark.parametrize("note", ["plain", "kh\xf4ng ASCII", 'ASCII; name="kh\xf4ng"'])
def test_a_record_is_as_warcio_writes_it(tmp_path: Path, note: str) -> None:
    archive = Archive(tmp_path)
    (place,) = archive.append(answer(headers=(("Content-Type", "text/html"), ("X-Note", note))))
    archive.close()
    ours = gzip.decompress((tmp_path / place.file).read_bytes()[place.offset :])
    plain = BytesIO()
    warc = WARCWriter(plain, gzip=False, warc_version="1.1")
    content = answer().content
    headers = [("Content-Type", "text/html"), ("X-Note", note), ("Content-Length", str(len(content)))]
    warc.write_record(
        warc.create_warc_record(
            "http://a.vn/1",
            "response",
            payload=BytesIO(content),
            length=len(content),
            http_headers=StatusAndHeaders("200 OK", headers, protocol="HTTP/1.1"),
            warc_headers_dict={"WARC-Date": "2026-11-21T08:30:01.123456Z"},
        )
    )
    without_id = [re.sub(rb"urn:uuid:[0-9a-f-]{36}", b"", record) for record in (ours, plain.getvalue())]
    assert without_id[0] == without_id[1]


def test_a_header_that_warcio_cannot_write_comes_back_quoted(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    (place,) = archive.append(answer(headers=(("Content-Type", "text/html"), ("X-Note", "kh\xf4ng; name=x"))))
    assert archive.read(place).header("x-note") == "kh%C3%B4ng; name=x"


def test_what_the_server_packed_is_kept_unpacked(tmp_path: Path) -> None:
    packed = answer(headers=(("Content-Encoding", "gzip"), ("Content-Length", "9"), ("Set-Cookie", "id=1")))
    archive = Archive(tmp_path)
    (place,) = archive.append(packed)
    with (tmp_path / place.file).open("rb") as file:
        records = ArchiveIterator(file, check_digests="raise")
        record = next(record for record in records if record.rec_type == "response")
        assert record.http_headers.get_header("Content-Length") == str(len(packed.content))
        assert record.http_headers.get_header("X-Archive-Orig-Content-Encoding") == "gzip"
        assert record.http_headers.get_header("Set-Cookie") is None
        assert record.content_stream().read() == packed.content


def test_every_run_opens_a_new_file_and_full_ones_are_changed(tmp_path: Path) -> None:
    first = Archive(tmp_path)
    places = first.append(*(answer(n) for n in range(3)))
    assert len({place.file for place in places}) == 1
    second = Archive(tmp_path, full=1)
    later = second.append(*(answer(n) for n in range(3)))
    assert len({place.file for place in later} - {places[0].file}) == 3
    assert first.files() == sorted({place.file for place in places + later})
    assert list(Archive(tmp_path / "none").files()) == []


def test_a_missing_record_is_an_error_that_names_the_file(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    (place,) = archive.append(answer())
    with pytest.raises(ArchiveError, match="restore"):
        archive.read(Place("gone.warc.gz", 0, 10))
    with pytest.raises(ArchiveError, match=place.file):
        archive.read(Place(place.file, 0, 10))


def test_a_torn_tail_is_cut_and_what_nobody_knew_of_is_found(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    places = archive.append(*(answer(n) for n in range(4)))
    archive.close()
    path = tmp_path / places[0].file
    whole = path.read_bytes()
    known = {places[0].file: places[1].offset + places[1].length}
    for cut in range(places[3].offset, len(whole)):
        path.write_bytes(whole[:cut])
        found = list(Archive(tmp_path).recover(known))
        assert [item.place for item in found] == [places[2]]
        assert found[0].response.content == answer(2).content
        assert path.read_bytes() == whole[: places[3].offset]
    path.write_bytes(whole)
    assert [item.place for item in Archive(tmp_path).recover(known)] == places[2:]
    assert [item.place for item in Archive(tmp_path).recover({})] == places
    assert list(Archive(tmp_path).recover({places[0].file: len(whole)})) == []


@pytest.mark.parametrize("length", [0, 1, 10])
def test_a_file_with_nothing_whole_in_it_goes(tmp_path: Path, length: int) -> None:
    path = tmp_path / "thidua-x.warc.gz"
    path.write_bytes(gzip.compress(b"WARC/1.1")[:length])
    assert list(Archive(tmp_path).recover({})) == []
    assert not path.exists()


def test_a_record_is_removed_for_good_and_the_others_move(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    places = archive.append(*(answer(n, content=b"<p>%d bi mat %d" % (n, n)) for n in range(5)))
    moved = archive.remove([places[1], places[3]])
    assert set(moved) == {places[2], places[4]}
    left = [answer(n).url for n in (0, 2, 4)]
    assert [page.final_url for page in pages(tmp_path / places[0].file)] == left
    assert [archive.read(moved.get(places[n], places[n])).final_url for n in (0, 2, 4)] == left
    assert archive.append(answer(9))[0].file != places[0].file  # a rewritten file is not written on


# somebody else's files


def write(
    path: Path, *, packed: bool = True, whole: bool = False, body: bytes = b"<html><p>Tin", **headers: str
) -> None:
    buffer = BytesIO()
    writer = WARCWriter(buffer, gzip=packed and not whole)
    writer.write_record(writer.create_warcinfo_record("x", {"software": "another"}))
    for number, (status, kind) in enumerate(
        [("200 OK", "text/html"), ("404 Not Found", "text/html"), ("200 OK", "x/y")]
    ):
        http = StatusAndHeaders(status, [("Content-Type", kind), *headers.items()], protocol="HTTP/1.0")
        dates = {"WARC-Date": f"2019-03-0{number + 1}T00:00:00Z"}
        uri = f"http://cu.vn/{number}"
        writer.write_record(
            writer.create_warc_record(uri, "response", BytesIO(body), http_headers=http, warc_headers_dict=dates)
        )
        writer.write_record(writer.create_warc_record(uri, "request", BytesIO(b"GET / HTTP/1.0\r\n\r\n")))
    path.write_bytes(gzip.compress(buffer.getvalue()) if whole else buffer.getvalue())


@pytest.mark.parametrize("packed", [True, False])
def test_anyones_warc_is_read(tmp_path: Path, packed: bool) -> None:
    path = tmp_path / "their.warc"
    write(path, packed=packed)
    found = pages(path)
    assert [page.final_url for page in found] == ["http://cu.vn/0", "http://cu.vn/2"]
    assert found[0].fetched_at == datetime(2019, 3, 1, tzinfo=UTC)
    assert found[0].content == b"<html><p>Tin"


def test_packed_bodies_are_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "their.warc.gz"
    write(path, body=gzip.compress(b"<html>" + b"x" * 200_000), **{"Content-Encoding": "gzip"})
    found = pages(path)
    assert len(found[0].content) == 200_006
    assert found[0].header("content-encoding") is None


def test_a_file_packed_in_one_piece_gives_its_first_page_and_a_problem(tmp_path: Path) -> None:
    path = tmp_path / "their.warc.gz"
    write(path, whole=True)
    items = list(read_warc(path))
    assert [item.code for item in items if isinstance(item, Problem)] == ["warc-damaged"]


def test_an_arc_file_is_read(tmp_path: Path) -> None:
    body = b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n<html>cu"
    head = b"http://cu.vn/ 1.2.3.4 20080501000000 text/html %d\n" % len(body)
    fields = b"1 0 Internet Archive\nURL IP-address Archive-date Content-type Archive-length\n"
    version = b"filedesc://x.arc 0.0.0.0 20080501000000 text/plain %d\n" % len(fields) + fields + b"\n"
    (tmp_path / "old.arc").write_bytes(version + head + body + b"\n")
    found = pages(tmp_path / "old.arc")
    assert [(page.final_url, page.content) for page in found] == [("http://cu.vn/", b"<html>cu")]
    assert found[0].fetched_at.year == 2008


@pytest.mark.parametrize("packed", [True, False])
def test_a_torn_file_gives_what_is_whole(tmp_path: Path, packed: bool) -> None:
    path = tmp_path / "their.warc"
    write(path, packed=packed, body=b"<html>" + bytes(range(256)) * 20)
    whole = path.read_bytes()
    for cut in range(0, len(whole), 97):
        path.write_bytes(whole[:cut])
        for page in pages(path):
            assert page.content == b"<html>" + bytes(range(256)) * 20


@given(st.integers(0, 10**6), st.integers(1, 255))
def test_damage_never_passes_in_silence(tmp_path_factory: pytest.TempPathFactory, at: int, change: int) -> None:
    path = tmp_path_factory.getbasetemp() / "damaged.warc"
    write(path, packed=False, body=b"<html>" + b"Khoi thi dua " * 20)
    data = bytearray(path.read_bytes())
    data[at % len(data)] ^= change
    path.write_bytes(data)
    items = list(read_warc(path))
    if not any(isinstance(item, Problem) for item in items):
        found = {item.response.content for item in items if isinstance(item, Archived)}
        assert found <= {b"<html>" + b"Khoi thi dua " * 20}


@pytest.mark.parametrize(
    "content", [b"PK\x03\x04 no archive", b"<html>", gzip.compress(b"<html>", mtime=0), b"\x1f\x8b\x08 torn"]
)
def test_no_warc_at_all_is_a_problem(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x.warc").write_bytes(content)
    assert [item.code for item in read_warc(tmp_path / "x.warc") if isinstance(item, Problem)] == ["not-a-warc"]


def test_an_empty_file_is_a_problem_too(tmp_path: Path) -> None:
    (tmp_path / "y.warc").write_bytes(b"")
    assert [item.code for item in read_warc(tmp_path / "y.warc") if isinstance(item, Problem)] == ["not-a-warc"]
