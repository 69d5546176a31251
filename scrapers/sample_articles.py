"""The bundled reports, and other news, as the articles of the sample sites.

`corpora/portals/reports.toml` says which line of a report is its lead, a caption, its signature, or chrome of the page
that it was copied from; the wording stays to the letter.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from markupsafe import Markup

DATA = files("corpora") / "portals"


@dataclass(frozen=True, slots=True)
class SampleBlock:
    """A block of an article: its lines, and the lines of the source where they are broken inside of a sentence."""

    role: Literal["lead", "body", "caption", "author", "leak"]
    lines: tuple[str, ...]
    wrapped: bool = False

    @property
    def text(self) -> str:
        """What a reader sees: white space collapsed, a line for each `<br>`."""
        lines = [" ".join(re.split(r"[ \t\n]+", line.strip(" \t\n\u00a0"))) for line in self.lines]
        return (" " if self.wrapped else "\n").join(lines)

    @property
    def html(self) -> Markup:
        """The block's inner HTML."""
        return Markup("\n" if self.wrapped else "<br />\n").join(line.strip() for line in self.lines)

    @property
    def is_file(self) -> bool:
        """Whether the block is the name of a picture's file."""
        return bool(re.search(r"\.jpe?g$", self.lines[0], re.IGNORECASE))

    @property
    def alt(self) -> str:
        """A picture's name, as careless editors give it: without marks."""
        return bare(self.text)


@dataclass(frozen=True, slots=True)
class SampleArticle:
    """A bundled report or other news, as the sites print it."""

    key: str
    title: str
    published: datetime | None
    blocks: tuple[SampleBlock, ...]
    url: str = ""
    slug: str = ""
    id: int = 0

    @property
    def lead(self) -> SampleBlock | None:
        """The lead, if there is one."""
        return next((block for block in self.blocks if block.role == "lead"), None)

    @property
    def author(self) -> SampleBlock | None:
        """The signature, if there is one."""
        return next((block for block in self.blocks if block.role == "author"), None)

    @property
    def teaser(self) -> str:
        """The first words of the text, as lists print them."""
        text = next(block.text for block in self.blocks if block.role in ("lead", "body"))
        return text if len(text) < 160 else text[:160].rsplit(" ", 1)[0] + "..."


@cache
def load_toml(name: str) -> dict[str, Any]:
    """Read one of the tables of `corpora/portals`."""
    return tomllib.loads((DATA / name).read_text("utf-8"))


def report(name: str) -> SampleArticle:
    """Return a bundled report ("da-001"), cut up as `reports.toml` says."""
    marks = load_toml("reports.toml")[name]
    lines = (files("corpora") / "reports" / f"{name}.txt").read_text("utf-8").split("\n")
    return SampleArticle(name, lines[0].strip(), _datetime(marks.get("published")), tuple(_cut(lines, marks)))


def _cut(lines: list[str], marks: dict[str, Any]) -> Iterator[SampleBlock]:
    """Yield a report's blocks; the signature comes last."""
    captions = {m if isinstance(m, int) else m[0]: m if isinstance(m, int) else m[1] for m in marks.get("captions", [])}
    wrapped: dict[int, int] = dict(marks.get("wrapped", []))
    authors = marks.get("author", [])
    apart = {*marks.get("skip", []), *marks.get("leaks", []), *captions, *wrapped, *authors, marks.get("lead"), 1}
    tag = marks.get("tag", "")
    number = 1
    while number < len(lines):
        number += 1
        line = lines[number - 1] if number <= len(lines) else ""
        if number in marks.get("leaks", []):
            yield SampleBlock("leak", (line.strip(),))
        elif number in captions or number in wrapped:
            last = captions.get(number) or wrapped[number]
            yield SampleBlock(
                "caption" if number in captions else "body", tuple(lines[number - 1 : last]), number in wrapped
            )
            number = last
        elif number == marks.get("lead"):
            yield SampleBlock("lead", (line.strip(),))
        elif line.strip() and number not in apart:
            first = number
            while number < len(lines) and lines[number].strip() and number + 1 not in apart:
                number += 1
            run = [text.strip() for text in lines[first - 1 : number]]
            yield SampleBlock("body", tuple(run))
    if authors:
        yield SampleBlock("author", tuple(lines[i - 1].strip() for i in authors))
    assert not tag or any(tag.strip() in line for line in lines)


def expected(article: SampleArticle) -> list[tuple[str, str]]:
    """Return what is to be read from an article's page: (field, text) in page order, without leaks and the tag."""
    tag = load_toml("reports.toml").get(article.key, {}).get("tag", "")
    found: list[tuple[str, str]] = [("title", article.title)]
    for block in article.blocks:
        text = block.text.removeprefix(tag)
        if block.role != "leak" and ("caption", text) not in found:
            found.append((block.role, text))
    return found


def noise(number: int) -> SampleArticle:
    """Return a piece of other news, by its place in `noise.toml`."""
    entry = load_toml("noise.toml")["noise"][number]
    blocks = tuple(SampleBlock("body", (text,)) for text in entry["paragraphs"])
    return SampleArticle(f"noise-{number}", entry["title"], _datetime(entry["published"]), blocks)


def _datetime(value: date | datetime | None) -> datetime | None:
    if value is None or isinstance(value, datetime):
        return value
    return datetime.combine(value, time())


def bare(text: str) -> str:
    """Return a text without its marks, in ASCII."""
    letters = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return letters.encode("ascii", "ignore").decode()
