"""What one line of a copied page is by its own looks: a tool bar, a date line, a heading of related news, prose.

The looks are data: `corpora/lexicon/page_lines.toml`. What a line means where it stands is for `pipeline.pages`.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from itertools import accumulate
from typing import NamedTuple

from pipeline.page_dates import TIME, find_dates

MAX_LOOK = 600
"""Characters of a line that can be anything but prose."""

_WHOLE = ("ending", "related", "site", "slogan", "footer")
_PARTS = ("posted", "updated", "clock", "counter", "tool", "nav", "menu", "weekday", "filler")
_LATE = ("item", "byline", "caption")
_LINE = re.compile(r"[^\r\n]+")
_EDGES = " \t\v\f\u00a0\u200b\u200c\u200d\u2060\ufeff\u2002\u2003\u2009\u3000"
_OF_A_DAY = frozenset(("posted", "updated", "time", "counter"))
"""What stands beside the day of publication: "Tác giả: Minh Anh | Ngày 14.03.2024 | Lượt xem: 30"."""
_WORD = re.compile(r"[^\W\d_]+")
_TIMED = re.compile(r"\d ?(?:[:hg]|giờ)", re.IGNORECASE)  # every TIME has it, and it is found sooner
_CELLS = re.compile(r"[^\S\r\n]{2,}|\t|\s+[|»›>•·]+\s+|\s*[|»›]\s*")
_BORDER = re.compile(r"[|»›>•·]")  # without one, and with single spaces only, there is a single cell
_CRUMBS = re.compile(r"\s[>»›]\s")
_NEXT_SENTENCE = re.compile(r"[^\W\d_]{2}[.!?] (?!ảnh\b)[^\W\d_]{2}", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?…:;][\"”’)\]]*$")
_FEW = 16  # words of a line that is soon looked through as a whole
_MOST_LEFT = 8  # words beside dates and known phrases, from which on a line is more than small print


@dataclass(frozen=True, slots=True)
class Rules:
    """The patterns of page_lines.toml, compiled: a line as a whole, its parts, and how a line begins.

    `whole`, `part` and `late` are for text in lower case; the last group of a match of the first two is its kind.
    `part_or_word` also matches every word that is no part, as `word`.
    """

    whole: re.Pattern[str]
    part: re.Pattern[str]
    part_or_word: re.Pattern[str]
    late: Mapping[str, re.Pattern[str]]
    opener: re.Pattern[str]
    event: re.Pattern[str]
    office: re.Pattern[str]
    clock: re.Pattern[str]


class Line(NamedTuple):
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


class _Look(NamedTuple):
    kind: str
    published: date | None = None
    labels: frozenset[str] = frozenset()


@cache
def load_rules() -> Rules:
    """Read and compile the bundled patterns."""
    table = tomllib.loads((files("corpora") / "lexicon" / "page_lines.toml").read_text("utf-8"))
    # All alternatives side by side: the engine passes over one that begins with another letter without a step into it.
    one = {kind: "|".join(pattern for pattern, _ in entry["rows"]) for kind, entry in table.items()}

    def named(kinds: Iterable[str]) -> str:
        return "|".join(f"(?P<{kind}>{_lowered(one[kind])})" for kind in kinds)

    return Rules(
        whole=re.compile(named(_WHOLE)),
        part=re.compile(rf"(?<!\w)(?:{named(_PARTS)})(?!\w)"),
        part_or_word=re.compile(rf"(?<!\w)(?:{named(_PARTS)}|(?P<word>\w+))(?!\w)"),
        late={kind: re.compile(_lowered(one[kind])) for kind in _LATE},
        opener=re.compile(one["opener"], re.IGNORECASE),
        clock=re.compile(rf"(?<!\w)(?:{one['weekday']}|{one['clock']})(?!\w)", re.IGNORECASE),
        office=re.compile(rf"(?:{one['office']})(?!\w)", re.IGNORECASE),
        event=re.compile(rf"(?<!\w)(?:{one['event']})(?!\w)"),
    )


def _lowered(pattern: str) -> str:
    """Return a pattern for text in lower case. Told to ignore case, the engine takes five times as long."""
    return re.sub(r"\\.|[^\\]", lambda match: match[0] if match[0].startswith("\\") else match[0].lower(), pattern)


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
    if len(raw) > MAX_LOOK:
        return Line(start, end, indent, " ".join(raw[:MAX_LOOK].split()), "prose", MAX_LOOK)
    raw = unicodedata.normalize("NFC", raw)
    text = " ".join(raw.split())
    words = len(_WORD.findall(text))
    look, published, labels = _look(raw, text, words, rules)
    return Line(start, end, indent, text, look, words, published, labels)


def _look(raw: str, text: str, words: int, rules: Rules) -> _Look:
    """Return a line's look, by the first of these that fits.

    1. A line that the table knows as a whole ("Tin cùng chuyên mục", "Cổng thông tin điện tử huyện Đức Cơ").
    2. A long line that opens as a report does.
    3. Dates, times and known phrases, with nothing else between them ("16/01/2024 14:35  87 lượt xem").
    4. Such things in one column of several ("18/11/2023    Chuyên mục: Hoạt động đối ngoại").
    5. An entry of other news, a byline or a caption.
    6. A bar of short entries ("Liên kết website | Lịch công tác | Thư điện tử công vụ").
    7. A sentence, or anything that is as long as several; else a short line.
    """
    lowered = text.lower()
    whole = rules.whole.fullmatch(lowered)
    if whole:
        return _Look(whole.lastgroup or "")
    if words >= 15 and rules.opener.match(text) and len(text) > 80:
        return _Look("prose")
    is_single = raw == text and not _BORDER.search(raw)
    cells = [raw] if is_single else [cell.strip() for cell in _CELLS.split(raw) if cell.strip()]
    look = _small_print(text, words, rules) or _dated_column(cells, rules)
    if look:
        return look
    for kind, pattern in rules.late.items():
        if pattern.fullmatch(lowered) and not (kind == "caption" and _NEXT_SENTENCE.search(text)):
            return _Look(kind)
    is_bar = len(cells) > 2 or (len(cells) == 2 and _CRUMBS.search(text))
    if is_bar and all(len(cell.split()) <= 8 for cell in cells):
        return _Look("menu")
    return _Look("prose" if words > 50 or _is_sentence(text, words) else "short")


def _is_sentence(text: str, words: int) -> bool:
    return words >= 12 and _SENTENCE_END.search(text) is not None


def _small_print(text: str, words: int, rules: Rules) -> _Look | None:
    """Take dates, times and known phrases out of a line: what is left tells whether it was anything else."""
    if len(text) > 200:
        return None
    dates = find_dates(text)
    rest = text
    for found in reversed(dates):
        rest = f"{rest[: found.start]} | {rest[found.end :]}"
    rest, times = TIME.subn(" | ", rest) if _TIMED.search(rest) else (rest, 0)
    labels = {"time"} if times else set()
    rest = rest.lower()
    if words > _FEW and _is_wordy(rest, rules):
        return None
    parts = list(rules.part.finditer(rest))
    labels.update(match.lastgroup or "" for match in parts)
    taken = len(parts)
    left = len(_WORD.findall(_without(rest, parts)))
    if left > _MOST_LEFT:
        return None
    if not dates and not times and not taken and words:
        return None
    if dates and "clock" not in labels and (left == 0 or (left <= 6 and not _OF_A_DAY.isdisjoint(labels))):
        return _Look("date", dates[0].value, frozenset(labels))
    bar = taken >= 3 and labels & {"nav", "tool", "counter"} and not _is_sentence(text, words)
    if left == 0 or bar:
        kinds = [kind for kind in _PARTS if kind in labels]
        return _Look(kinds[0] if kinds else "clock" if dates else "number", None, frozenset(labels))
    return None


def _is_wordy(text: str, rules: Rules) -> bool:
    """Tell whether more is left of a text without its parts than small print has, and look no further than that."""
    words = (match[0] for match in rules.part_or_word.finditer(text) if match.lastgroup == "word")
    left = accumulate(1 if word.isalpha() else len(_WORD.findall(word)) for word in words)
    return any(count > _MOST_LEFT for count in left)


def _without(text: str, matches: Sequence[re.Match[str]]) -> str:
    """Return what some matches leave of a text, with a bar in place of each."""
    starts, ends = [match.start() for match in matches], [match.end() for match in matches]
    return " | ".join(text[start:end] for start, end in zip([0, *ends], [*starts, len(text)], strict=True))


def _dated_column(cells: list[str], rules: Rules) -> _Look | None:
    if not 2 <= len(cells) <= 8 or any(len(cell.split()) > 12 for cell in cells):
        return None
    looks = [_small_print(" ".join(cell.split()), len(_WORD.findall(cell)), rules) for cell in cells]
    dated = next((look for look in looks if look and look.kind == "date"), None)
    labels = frozenset[str]().union(*(look.labels for look in looks if look))
    return _Look("clock" if "clock" in labels else "date", dated.published, labels) if dated else None
