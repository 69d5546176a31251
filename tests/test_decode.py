"""Bytes to text: what portals and old files really hold."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from running import windows_1258

from pipeline.decode import MAX_BYTES, UndecodableError, decode

TEXT = (
    "Khối thi đua số 2 tổng kết: đề nghị UBND tỉnh tặng “Cờ thi đua” cho Sở Y tế.\r\nNgười viết: Nguyễn Thuý Hằng\n" * 5
)


@pytest.mark.parametrize(
    ("content", "encoding", "code"),
    [
        (TEXT.encode(), "utf-8", None),
        (b"\xef\xbb\xbf" + TEXT.encode(), "utf-8", None),
        (TEXT.encode("utf-16"), "utf-16-le", "encoding-utf-16-le"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "utf-16-be", "encoding-utf-16-be"),
        (TEXT.encode("utf-16-le"), "utf-16-le", "encoding-utf-16-le"),
        (TEXT.encode("utf-16-be"), "utf-16-be", "encoding-utf-16-be"),
        (TEXT.encode("utf-32"), "utf-32-le", "encoding-utf-32-le"),
        (windows_1258(TEXT), "windows-1258", "encoding-windows-1258"),
        (unicodedata.normalize("NFD", TEXT).encode(), "utf-8", "decomposed-text"),
    ],
    ids=["utf-8", "bom", "utf-16", "utf-16-be", "no-mark-le", "no-mark-be", "utf-32", "windows-1258", "nfd"],
)
def test_encodings(content: bytes, encoding: str, code: str | None) -> None:
    decoded = decode(content)
    assert (decoded.encoding, decoded.problem.code if decoded.problem else None) == (encoding, code)
    assert unicodedata.normalize("NFC", decoded.text) == unicodedata.normalize("NFC", TEXT)


def test_nothing_is_normalised() -> None:
    decomposed = unicodedata.normalize("NFD", TEXT)
    assert decode(decomposed.encode()).text == decomposed


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty-file"),
        (b" \r\n\t", "empty-file"),
        (b"\xef\xbb\xbf", "empty-file"),
        (b"\0" * 4000, "binary-file"),
        (bytes(range(256)) * 40, "binary-file"),
        (b"%PDF-1.7\n1 0 obj", "binary-file"),
        (b"PK\x03\x04" + TEXT.encode(), "binary-file"),
        (b"\xff\xfe" + bytes(range(1, 256)) * 40, "binary-file"),
        (b"a" * (MAX_BYTES + 1), "oversized-file"),
    ],
    ids=["nothing", "blank", "bom-only", "zeros", "all-bytes", "pdf", "docx", "bom-and-noise", "oversized"],
)
def test_no_text(content: bytes, code: str) -> None:
    with pytest.raises(UndecodableError) as caught:
        decode(content)
    assert caught.value.code == code


def test_a_few_damaged_bytes_cost_no_more_than_themselves() -> None:
    content = bytearray(TEXT.encode())
    content[40] = 0xFF
    decoded = decode(bytes(content))
    assert decoded.problem and decoded.problem.code == "damaged-text"
    assert decoded.text.count("\ufffd") <= 3
    assert TEXT[-60:] == decoded.text[-60:]


def test_a_wrong_declaration_does_not_win() -> None:
    assert decode(TEXT.encode(), "iso-8859-1").text == TEXT
    assert decode(windows_1258(TEXT), "iso-8859-1").encoding == "windows-1258"
    assert decode(TEXT.encode(), "no-such-encoding").text == TEXT


def test_a_right_declaration_wins() -> None:
    assert decode("Đồng chí".encode("utf-16-le"), "utf-16-le").text == "Đồng chí"


@given(st.text(min_size=1).filter(lambda text: text.strip() and not text.startswith("\ufeff")))
def test_utf_8_round_trip(text: str) -> None:
    try:
        assert decode(text.encode()).text == text
    except UndecodableError as error:
        assert error.code == "binary-file"


@given(st.binary(max_size=2000))
def test_any_bytes_give_text_or_a_reason(content: bytes) -> None:
    try:
        decode(content).text.encode()
    except UndecodableError as error:
        assert error.code in {"empty-file", "binary-file"}
