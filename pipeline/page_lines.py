"""What one line of a copied page is by its own looks: a tool bar, a date line, a heading of related news, prose.

The looks are data: `corpora/lexicon/page_lines.toml`. What a line means where it stands is for `pipeline.pages`.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from pipeline.page_dates import TIME, find_dates

MAX_LOOK = 600
"""Characters of a line that can be anything but prose."""

_WHOLE = ("ending", "related", "item", "site", "slogan", "footer")
_PARTS = ("posted", "updated", "clock", "counter", "tool", "menu", "weekday", "filler")
_LATE = ("byline", "caption")
_LINE = re.compile(r"[^\r\n]+")
_EDGES = " \t\v\f\u00a0\u200b\u200c\u200d\u2060\ufeff\u2002\u2003\u2009\u3000"
_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE_END = re.compile(r"[.!?…:;][\"”’)\]]*$")


@dataclass(frozen=True, slots=True)
class Rules:
    """The patterns of page_lines.toml, compiled: a line as a whole, its parts, and how a line begins."""

    whole: Mapping[str, re.Pattern[str]]
    part: re.Pattern[str]
    late: Mapping[str, re.Pattern[str]]
    opener: re.Pattern[str]
    event: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not blank.

    `start` and `end` are its place in the page's text, without the blanks at its edges; `text` is the same in NFC
    with single spaces. `look` is one of the kinds of page_lines.toml, or `date`, `number`, `prose`, `short`.
    A date line has `published` and says what stands beside it: `labels` (posted, updated, clock, weekday, time).
    """

    start: int
    end: int
    indent: int
    text: str
    look: str
    words: int
    published: date | None = None
    labels: frozenset[str] = frozenset()


@cache
def load_rules() -> Rules:
    """Read and compile the bundled patterns."""
    table = tomllib.loads((files("corpora") / "lexicon" / "page_lines.toml").read_text("utf-8"))
    patterns = {kind: [pattern for pattern, _ in entry["rows"]] for kind, entry in table.items()}

    def one(kind: str) -> str:
        return "|".join(f"(?:{pattern})" for pattern in patterns[kind])

    parts = "|".join(f"(?P<{kind}>{one(kind)})" for kind in _PARTS)
    return Rules(
        whole={kind: re.compile(one(kind), re.IGNORECASE) for kind in _WHOLE},
        part=re.compile(rf"(?<!\w)(?:{parts})(?!\w)", re.IGNORECASE),
        late={kind: re.compile(one(kind), re.IGNORECASE) for kind in _LATE},
        opener=re.compile(one("opener"), re.IGNORECASE),
        event=re.compile(rf"(?<!\w)(?:{one('event')})(?!\w)"),
    )


def read_lines(text: str, rules: Rules) -> Iterator[Line]:
    """Yield the lines of a page that are not blank, each with its look."""
    for match in _LINE.finditer(text):
        raw = match[0]
        inner = raw.strip(_EDGES)
        if inner:
            indent = len(raw) - len(raw.lstrip(_EDGES))
            start = match.start() + indent
            yield look_at(inner, start, start + len(inner), indent, rules)


def look_at(raw: str, start: int, end: int, indent: int, rules: Rules) -> Line:
    """Return a line with its look, told from its own text alone."""
    text = " ".join(unicodedata.normalize("NFC", raw[:MAX_LOOK]).split())
    words = len(_WORD.findall(text)) if len(raw) <= MAX_LOOK else MAX_LOOK
    if len(raw) > MAX_LOOK:
        return Line(start, end, indent, text, "prose", words)
    for kind, pattern in rules.whole.items():
        if pattern.fullmatch(text):
            return Line(start, end, indent, text, kind, words)
    if words >= 15 and rules.opener.match(text) and len(text) > 80:
        return Line(start, end, indent, text, "prose", words)
    look, published, labels = _small_print(text, rules)
    if look:
        return Line(start, end, indent, text, look, words, published, labels)
    for kind, pattern in rules.late.items():
        if pattern.fullmatch(text):
            return Line(start, end, indent, text, kind, words)
    is_prose = words >= 60 or (words >= 12 and _SENTENCE_END.search(text))
    return Line(start, end, indent, text, "prose" if is_prose else "short", words)


def _small_print(text: str, rules: Rules) -> tuple[str | None, date | None, frozenset[str]]:
    """Take dates, times and known phrases out of a line: what is left tells whether it was anything else."""
    if len(text) > 200:
        return None, None, frozenset()
    dates = find_dates(text)
    rest = text
    for found in reversed(dates):
        rest = f"{rest[: found.start]} | {rest[found.end :]}"
    labels: set[str] = set()
    if TIME.search(rest):
        labels.add("time")
        rest = TIME.sub(" | ", rest)

    def take(match: re.Match[str]) -> str:
        labels.add(match.lastgroup or "")
        return " | "

    rest = rules.part.sub(take, rest)
    left = len(_WORD.findall(rest))
    named = labels & {"posted", "updated", "time"}
    if dates and "clock" not in labels and (left == 0 or (named and left <= 6)):
        return "date", dates[0].value, frozenset(labels)
    if left == 0:
        kinds = [kind for kind in _PARTS if kind in labels]
        return (kinds[0] if kinds else "clock" if dates else "number"), None, frozenset(labels)
    return None, None, frozenset()
