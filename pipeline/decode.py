"""Bytes to text, for files and for pages.

Vietnamese portals are nearly all UTF-8, whatever their headers say; old files are windows-1258. The newlines stay as
they are, nothing is normalised, and a byte order mark is dropped.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass

MAX_BYTES = 20 * 2**20
"""The longest content that is read: 20 MB. A report has some kilobytes, a page a few hundred."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an Office document (.docx, .xlsx)"),
    (b"\xd0\xcf\x11\xe0", "an old Office document (.doc, .xls)"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"Rar!", "a RAR archive"),
)
_WEST_EUROPEAN = frozenset(("ascii", "iso8859-1", "cp1252", "iso8859-15"))
"""Encodings that servers declare by default: they fit any bytes and so say nothing."""

_SAMPLE = 100_000
_CONTROL = bytes((*range(9), *range(14, 27), *range(28, 32), 127))
_NON_ASCII = re.compile(r"[^\x00-\x7f]")
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_VIETNAMESE = frozenset("ăâđêôơưĂÂĐÊÔƠƯàáãèéìíòóõùúýÀÁÃÈÉÌÍÒÓÕÙÚÝ“”‘’–—…•°§«»₫\u00a0\u00ad" + _TONES)
_TONE_AFTER_VOWEL = re.compile(rf"[aeiouyăâêôơưAEIOUYĂÂÊÔƠƯ][{_TONES}]")


@dataclass(frozen=True, slots=True)
class DecodingProblem:
    """What is odd about content that could be read all the same. `code` is a stable short name."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of some content, the encoding that it turned out to be in, and what was odd about it."""

    text: str
    encoding: str
    problem: DecodingProblem | None = None


class UndecodableError(ValueError):
    """There is no text in this content: it is empty, too large, or no text at all. `code` is a stable short name."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


def decode(content: bytes, declared: str | None = None) -> Decoded:
    """Return the text of content, by the first of these that fits.

    1. The byte order mark.
    2. Strict UTF-8.
    3. UTF-8 with a few damaged bytes, which become U+FFFD.
    4. UTF-16 without its mark.
    5. The declared encoding, unless it is one that servers declare by default.
    6. windows-1258, where the letters that it gives are Vietnamese.
    7. What charset-normalizer finds.

    Args:
        content: The bytes of a file or of a page.
        declared: The encoding that a header or a `<meta>` names, if one does.

    Raises:
        UndecodableError: `empty-file`, `oversized-file` or `binary-file`.
    """
    _refuse_what_is_no_text(content)
    decoded = _decode(content, declared)
    text = decoded.text
    if not text.strip():
        raise UndecodableError("empty-file", "nothing but white space in it")
    sample = text[:_SAMPLE]
    if _control_characters(sample) > len(sample) // 100 or (decoded.problem and _is_noise(sample)):
        raise UndecodableError("binary-file", "control characters in place of text; give the report's text or page")
    if decoded.problem is None and _is_decomposed(text):
        note = "letters and tone marks stand apart in it (Unicode NFD); read as it is"
        return Decoded(text, decoded.encoding, DecodingProblem("decomposed-text", note))
    return decoded


def _refuse_what_is_no_text(content: bytes) -> None:
    if not content:
        raise UndecodableError("empty-file", "there is nothing in it")
    if len(content) > MAX_BYTES:
        raise UndecodableError("oversized-file", f"more than {MAX_BYTES // 2**20} MB, which no report has; not read")
    for signature, what in _SIGNATURES:
        if content.startswith(signature):
            raise UndecodableError("binary-file", f"{what}, not text; give the report's text or page")


def _decode(content: bytes, declared: str | None) -> Decoded:
    for bom, encoding in _BOMS:
        if content.startswith(bom):
            return _decode_marked(content[len(bom) :], encoding)
    try:
        return Decoded(content.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    guesses = (_damaged_utf8(content), _unmarked_utf16(content), _declared(content, declared), _cp1258(content))
    found = next((guess for guess in guesses if guess), None) or _detected(content)
    if found is None:
        raise UndecodableError("binary-file", "no text in any known encoding; save it as UTF-8 if it is text")
    return found


def _decode_marked(content: bytes, encoding: str) -> Decoded:
    text = content.decode(encoding, errors="replace")
    if encoding == "utf-8":
        broken = text.count("\ufffd") - content.count("\ufffd".encode())
        return Decoded(text, encoding, _damage(broken) if broken else None)
    return Decoded(text, encoding, _not_utf8(encoding))


def _damaged_utf8(content: bytes) -> Decoded | None:
    text = content.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    whole = len(_NON_ASCII.findall(text)) - broken
    return Decoded(text, "utf-8", _damage(broken)) if broken * 20 <= whole else None


def _unmarked_utf16(content: bytes) -> Decoded | None:
    """Recognise UTF-16 by the zero bytes of its ASCII letters, which all stand on one side."""
    sample = content[:_SAMPLE]
    even, odd, half = sample[::2].count(0), sample[1::2].count(0), max(1, len(sample) // 2)
    for encoding, zeros, others in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if zeros > 0.3 * half and others < 0.02 * half:
            text = content.decode(encoding, errors="replace")
            return Decoded(text, encoding, _not_utf8(encoding)) if "\ufffd" not in text[:-1] else None
    return None


def _declared(content: bytes, declared: str | None) -> Decoded | None:
    try:
        encoding = codecs.lookup(declared or "").name
        if encoding in _WEST_EUROPEAN or encoding == "utf-8":
            return None
        return Decoded(content.decode(encoding), encoding, _not_utf8(encoding))
    except (LookupError, UnicodeDecodeError, ValueError):
        return None


def _cp1258(content: bytes) -> Decoded | None:
    try:
        text = content.decode("cp1258")
    except UnicodeDecodeError:
        return None
    special = _NON_ASCII.findall(text[:_SAMPLE])
    foreign = sum(letter not in _VIETNAMESE for letter in special)
    tones = sum(letter in _TONES for letter in special)
    loose = tones - len(_TONE_AFTER_VOWEL.findall(text[:_SAMPLE]))
    if foreign * 20 > len(special) or loose * 20 > tones:
        return None
    return Decoded(text, "windows-1258", _not_utf8("windows-1258"))


def _detected(content: bytes) -> Decoded | None:
    from charset_normalizer import from_bytes

    best = from_bytes(content[:_SAMPLE]).best()
    if best is None:
        return None
    text = content.decode(best.encoding, errors="replace")
    message = f"in {best.encoding} by its looks; if its letters are wrong, save it as UTF-8"
    return Decoded(text.removeprefix("\ufeff"), best.encoding, DecodingProblem("encoding-guessed", message))


def _not_utf8(encoding: str) -> DecodingProblem:
    return DecodingProblem(f"encoding-{encoding}", f"in {encoding}, not UTF-8; read as such")


def _damage(broken: int) -> DecodingProblem:
    return DecodingProblem("damaged-text", f"{broken} damaged byte(s) in its UTF-8, each now U+FFFD")


def _control_characters(sample: str) -> int:
    """Count them among the bytes of UTF-8: a tenth of the time that a look at every character takes."""
    content = sample.encode("utf-8", "surrogatepass")
    return len(content) - len(content.translate(None, _CONTROL))


def _is_noise(sample: str) -> bool:
    """Bytes that are no text give damage and code points that nobody uses, in any encoding that takes them."""
    unused = sum(letter == "\ufffd" or unicodedata.category(letter) in {"Cn", "Co"} for letter in sample)
    return unused > len(sample) // 20


def _is_decomposed(text: str) -> bool:
    sample = text[:_SAMPLE]
    return not unicodedata.is_normalized("NFC", sample) and any(tone in sample for tone in _TONES)
