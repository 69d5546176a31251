"""The inputs that a user names, as a lazy stream of articles in their order.

A report is a `.txt` file (a page copied as text), an `.html` page, or a line of a `.jsonl` file. What cannot be read
becomes a `Problem` in its place and stops nothing. Nothing is read before it is asked for, and never more than
`decode.MAX_BYTES` of one report, so that memory stays bounded.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from io import BufferedReader
from pathlib import Path
from typing import Any, BinaryIO, Protocol, get_args

from pipeline.article import Article, Field
from pipeline.decode import MAX_BYTES, Decoded, UndecodableError, decode
from pipeline.ids import page_key_of_path
from pipeline.pages import read_copied_page
from pipeline.reader import MAX_CHARACTERS
from pipeline.record import Problem

TEXT_SUFFIXES = frozenset((".txt",))
HTML_SUFFIXES = frozenset((".html", ".htm", ".xhtml"))
LINES_SUFFIXES = frozenset((".jsonl", ".ndjson"))
SUFFIXES = TEXT_SUFFIXES | HTML_SUFFIXES | LINES_SUFFIXES

_WARC_SUFFIXES = (".warc", ".warc.gz", ".arc", ".arc.gz")
_BULK_SUFFIXES = (".parquet", *_WARC_SUFFIXES)
"""What other commands read; `pipeline.scale` says how."""

_FIELDS = frozenset(get_args(Field))
_MANY_WORDS = 20_000
_WORD = re.compile(r"\w+")

PageParser = Callable[[bytes, str], tuple[Article, Sequence[Problem]]]
"""Turns a page's bytes into an article with the id given, and says what was odd; raises `NoArticleError`."""


class NoArticleError(ValueError):
    """A page holds no article. Lets a parser from outside this package say so; `code` is a stable short name."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


@dataclass(frozen=True, slots=True)
class Input:
    """One article of the inputs.

    `key` is its page key (`pipeline.ids`): the path relative to the folder that was given, for a line of a `.jsonl`
    file its URL, or the path and the article's id. `notes` says what was odd about the file, though it was read.
    """

    article: Article
    key: str
    notes: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class _File:
    path: Path
    key: str


@dataclass(frozen=True, slots=True)
class FileContent:
    """What a file holds: a number for the place where it lies, its name as inputs have it, a digest of its bytes."""

    place: int
    name: str
    digest: str


class FileMemory(Protocol):
    """Knows files whose inputs need not be looked at."""

    def pass_over(self, content: FileContent) -> bool:
        """Whether to pass a file over; if not, its inputs come now."""

    def end_file(self, content: FileContent | None) -> None:
        """Take note that they have come; without `content` something about them was odd."""


def read_inputs(
    paths: Iterable[str | os.PathLike[str]],
    parse_page: PageParser,
    stdin: BinaryIO | None = None,
    memory: FileMemory | None = None,
) -> Iterator[Input | Problem]:
    """Yield the articles of files and folders, and a problem in the place of each that cannot be read.

    Args:
        paths: Files, folders (read with all their subfolders, sorted by name; other kinds of files in them are passed
            over), or `-` for standard input. `article_id` is the file's stem; in a `.jsonl` file the record's own, else
            the stem and the line's number.
        parse_page: What turns an HTML page into an article.
        stdin: What `-` stands for: a page copied as text, an HTML page, or JSON Lines.
        memory: What knows files by their bytes. It is asked of text and JSON Lines; what comes of an HTML page depends
            on `parse_page` as well.
    """
    for path in paths:
        if os.fspath(path) == "-":
            if stdin is not None:
                yield from _read_stdin(stdin, parse_page)
            continue
        for file in _files(Path(path)):
            if isinstance(file, Problem):
                yield file
            else:
                yield from _read_file(file, parse_page, memory)


def _files(path: Path) -> Iterator[_File | Problem]:
    if not path.is_dir():
        yield _File(path, _printable(page_key_of_path(path, path.parent)))
        return
    found = False
    for file in _walk(path):
        found = True
        yield file if isinstance(file, Problem) else _File(file, _printable(page_key_of_path(file, path)))
    if not found:
        message = f"no {', '.join(sorted(SUFFIXES))} in this folder or below it{_of_bulk_folder(path)}"
        yield Problem(code="empty-folder", message=message, where=_printable(str(path)))


def _instead(name: str) -> str:
    """Return what to do with a file of another kind than those that are read here."""
    if name.endswith(_WARC_SUFFIXES):
        return "`thidua import` takes its pages in, `thidua extract --out FOLDER` reads them into Parquet"
    if name.endswith(_BULK_SUFFIXES):
        return "`thidua extract --out FOLDER` reads it"
    return "rename it if it is one of these"


def _of_bulk_folder(path: Path) -> str:
    """Return what to do with a folder that holds Parquet or archives, if it does."""
    if (path / "partitions").is_dir() and (path / "facts").is_dir():
        return "; it is the output of `thidua extract --out`, which DuckDB asks where it lies, see docs/scaling.md"
    bulk = any(file.name.lower().endswith(_BULK_SUFFIXES) for file in path.glob("*"))
    return "; `thidua extract --out FOLDER` reads the Parquet and WARC files in it" if bulk else ""


def _walk(folder: Path) -> Iterator[Path | Problem]:
    """Yield the readable kinds of files, sorted by name level by level; linked folders are not followed."""
    waiting: list[tuple[Path, bool]] = [(folder, True)]
    while waiting:
        path, is_folder = waiting.pop()
        if not is_folder:
            yield path
            continue
        try:
            entries = sorted(os.scandir(path), key=lambda entry: entry.name, reverse=True)
        except OSError as error:
            yield Problem(code="unreadable-folder", message=_reason(error), where=_printable(str(path)))
            continue
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                waiting.append((Path(entry.path), True))
            elif Path(entry.name).suffix.lower() in SUFFIXES and entry.is_file():
                waiting.append((Path(entry.path), False))


def _read_file(file: _File, parse_page: PageParser, memory: FileMemory | None) -> Iterator[Input | Problem]:
    suffix = file.path.suffix.lower()
    if suffix not in SUFFIXES:
        message = f"not read: only {', '.join(sorted(SUFFIXES))} are; {_instead(file.path.name.lower())}"
        yield Problem(code="unknown-format", message=message, where=file.key)
        return
    try:
        with file.path.open("rb") as stream:
            if memory is None or suffix in HTML_SUFFIXES or not stream.seekable():
                yield from _read_content(stream, file, parse_page)
            else:
                yield from _read_unless_known(stream, file, parse_page, memory)
    except OSError as error:
        yield Problem(code="unreadable-file", message=_reason(error), where=file.key)


def _read_unless_known(
    stream: BufferedReader, file: _File, parse_page: PageParser, memory: FileMemory
) -> Iterator[Input | Problem]:
    content = _content(stream, file)
    if memory.pass_over(content):
        return
    odd = False
    for item in _read_content(stream, file, parse_page):
        odd = odd or isinstance(item, Problem) or bool(item.notes)
        yield item
    # Once more: what another program writes meanwhile must not count as read.
    memory.end_file(None if odd or _content(stream, file) != content else content)


def _content(stream: BufferedReader, file: _File) -> FileContent:
    stream.seek(0)
    digest = hashlib.file_digest(stream, lambda: hashlib.blake2b(digest_size=16)).hexdigest()
    stream.seek(0)
    place = hashlib.blake2b(os.fsencode(os.path.abspath(file.path)), digest_size=8).digest()
    return FileContent(int.from_bytes(place, "big"), file.key, digest)


def _read_content(stream: BufferedReader, file: _File, parse_page: PageParser) -> Iterator[Input | Problem]:
    suffix = file.path.suffix.lower()
    if suffix in LINES_SUFFIXES:
        yield from _read_lines(stream, _printable(file.path.stem), file.key)
    else:
        parse = parse_page if suffix in HTML_SUFFIXES else None
        yield _read_one(stream, _printable(file.path.stem), file.key, parse)


def _read_stdin(stream: BinaryIO, parse_page: PageParser) -> Iterator[Input | Problem]:
    """Tell by its first character what standard input is: `{` begins JSON Lines, `<` a page, anything else text."""
    buffered = stream if isinstance(stream, BufferedReader) else BufferedReader(stream)  # type: ignore[type-var]
    first = buffered.peek(64).lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    if first == b"{":
        yield from _read_lines(buffered, "stdin", "stdin")
    else:
        yield _read_one(buffered, "stdin", "stdin", parse_page if first == b"<" else None)


def _read_one(stream: BinaryIO, article_id: str, key: str, parse_page: PageParser | None) -> Input | Problem:
    """Read a stream as one report: as a page with a parser, without one as text."""
    content = stream.read(MAX_BYTES + 1)
    try:
        if parse_page is None:
            decoded = decode(content)
            article, problems = read_copied_page(decoded.text, article_id), _problems(decoded)
        else:
            article, problems = _parsed(parse_page, content, article_id)
        _refuse_no_report(article.text)
    except (UndecodableError, NoArticleError) as error:
        return Problem(code=error.code, message=error.message, where=key)
    return Input(article, key, tuple(replace(problem, where=problem.where or key) for problem in problems))


def _parsed(parse_page: PageParser, content: bytes, article_id: str) -> tuple[Article, Sequence[Problem]]:
    """Parse a page; whatever a parser trips over is that page's trouble and ends nothing else."""
    try:
        return parse_page(content, article_id)
    except (NoArticleError, MemoryError):
        raise
    except Exception as error:
        reason = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
        message = f"the page could not be parsed ({reason}); please report it as a defect, with the page"
        raise NoArticleError("page-failed", message) from error


def _problems(decoded: Decoded) -> Sequence[Problem]:
    odd = decoded.problem
    return [Problem(code=odd.code, message=odd.message)] if odd else []


def _read_lines(stream: BinaryIO, stem: str, key: str) -> Iterator[Input | Problem]:
    number = 0
    while line := stream.readline(MAX_BYTES + 1):
        number += 1
        where = f"{key}:{number}"
        if len(line) > MAX_BYTES:
            while line and not line.endswith(b"\n"):
                line = stream.readline(MAX_BYTES)
            message = f"line of more than {MAX_BYTES // 2**20} MB, which no report has; not read"
            yield Problem(code="oversized-line", message=message, where=where)
        elif line.strip():
            yield _read_line(line, f"{stem}-{number}", key, where)


def _read_line(line: bytes, default_id: str, key: str, where: str) -> Input | Problem:
    try:
        decoded = decode(line)
        if decoded.encoding != "utf-8":
            raise NoArticleError("not-utf-8", f"in {decoded.encoding}; JSON Lines are UTF-8, save the file so")
        article = article_of_fields(json.loads(decoded.text), default_id)
    except json.JSONDecodeError as error:
        return Problem(code="broken-json", message=f"no JSON: {error}", where=where)
    except RecursionError:
        return Problem(code="broken-json", message="JSON nested too deeply to be an article", where=where)
    except (UndecodableError, NoArticleError) as error:
        return Problem(code=error.code, message=error.message, where=where)
    return Input(article, article.url or f"{key}#{article.article_id}")


def article_of_fields(data: Any, default_id: str) -> Article:
    """Return the article of a JSON object or a table's row: `text`, and whatever else `Article.to_dict()` gives.

    Args:
        data: the object; what is None counts as missing.
        default_id: the article's id if it has none of its own.

    Raises:
        NoArticleError: there is no text, a field is not what it should be, or the text is no report.
    """
    text = data.get("text") if isinstance(data, dict) else None
    if not isinstance(text, str) or not text.strip():
        raise NoArticleError("no-text", "no JSON object with a `text`; expected one article a line")
    data = {"article_id": default_id, **{name: value for name, value in data.items() if value is not None}}
    for name in ("text", "article_id", "title", "published", "url", "source", "province", "parser"):
        if not _is_text(data.get(name, "")):
            raise NoArticleError("bad-field", f"`{name}` is no text in Unicode")
    if "sections" not in data:
        data = {**read_copied_page(text, data["article_id"]).to_dict(), **data}
    _check_day(data.get("published"))
    try:
        article = Article.from_dict(data)
        if not all(s.field in _FIELDS and 0 <= s.start <= s.end <= len(text) for s in article.sections):
            raise ValueError("a section has no known field, or does not lie in the text")
    except (ValueError, TypeError) as error:
        raise NoArticleError("bad-field", f"a field of the article is not as it should be: {error}") from error
    _refuse_no_report(article.text)
    return article


def _check_day(published: str | None) -> None:
    try:
        if published:
            date.fromisoformat(published)
    except ValueError as error:
        raise NoArticleError("bad-field", f"`published` is {published!r}; write it as in 2024-01-31") from error


def _refuse_no_report(text: str) -> None:
    """Refuse what is no report and would cost hours to read, before it waits in memory with others.

    Raises:
        NoArticleError: fewer than one word in two hundred is another word, or the text is longer than the reader reads.
    """
    _refuse_repetition(text)
    if len(text) > MAX_CHARACTERS:
        message = f"{len(text):,} characters, which no report has; at most {MAX_CHARACTERS:,} are read"
        raise NoArticleError("text-too-long", message)


def _refuse_repetition(text: str) -> None:
    if len(text) < 2 * _MANY_WORDS:
        return
    count = 0
    distinct: set[str] = set()
    for match in _WORD.finditer(text):
        count += 1
        if len(distinct) < _MANY_WORDS:
            distinct.add(match[0])
    if count >= _MANY_WORDS and len(distinct) * 200 < count:
        message = f"{len(distinct)} different word(s) in {count}: no report; not read"
        raise NoArticleError("repeated-words", message)


def _is_text(value: Any) -> bool:
    try:
        return isinstance(value, str) and value.encode("utf-8") is not None
    except UnicodeEncodeError:  # half of a surrogate pair, which JSON can spell
        return False


def _printable(name: str) -> str:
    """Return a file's name with U+FFFD for what is no Unicode in it, as Linux allows."""
    return os.fsencode(name).decode("utf-8", "replace")


def _reason(error: OSError) -> str:
    return f"{error.strerror or error}; see whether it exists and may be read"
