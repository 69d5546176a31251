"""What all components share about one report: its folded tokens, its sentences, and the mentions found so far.

A `Reading` is made once an article and dropped when its record is done. It holds the visible tokens only (white space
may be a token of the text, so that nothing is lost, but no pattern wants to see it) and skips the page's chrome.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from operator import add, attrgetter
from typing import TYPE_CHECKING, Any, TypeVar

from pipeline.article import Article
from pipeline.numerals import ROMAN
from pipeline.syllables import split, visible
from pipeline.text import fold

if TYPE_CHECKING:
    from pipeline.lexicon import Phrases
    from pipeline.record import Record

T = TypeVar("T")

_NO_STOP_BEFORE = frozenset(
    "tp ths th ts pgs gs bs đ/c đc ks cn nv p q h x tx tt st k vp bv uv ls ds kts tskh cki ckii bscki bsckii ck1 "
    "ck2".split()
)
"""Abbreviations whose full stop ends no sentence."""

_ROMAN_MARKS = frozenset(letters.upper() for letters in ROMAN)

_OPENS_SENTENCE = frozenset(
    "riêng trong theo tại ngoài với các đây bên sau trước khối cụm ngày hiện cùng để qua đến kết do vì nhờ tuy dù song "
    "như hai một năm nhiều những mỗi đơn cả toàn phát ông bà".split()
)
"""Words with which a sentence begins behind "TP.", and no city's name."""
_START, _END = attrgetter("start"), attrgetter("end")

_STOPS = frozenset(".!?…")
_BULLET = frozenset("-+*•>")


_NO_LAST_WORD = frozenset(
    "cho của và là gồm tại do với được giữ từ trong trên đến về theo để bởi cùng các những như thuộc ở vào bầu "
    "cử".split()
)
"""Words after which no sentence ends."""
_LAST_WORDS = frozenset(
    tuple(words.split())
    for words in (
        "lý do|tự do|hiện tại|tồn tại|đạt được|có được|cuối cùng|tiếp theo|nêu trên|kể trên|nói trên|bên trong"
        "|trở về|bầu cử|ứng cử|đề cử|tổng bầu|đi về|tiến tới|chứng từ|trở đi|cho cùng|kèm theo|đi cùng|sau cùng"
    ).split("|")
)
"""But after these one may end: "… trong thời gian tiếp theo"."""
_NO_LAST_WORDS = frozenset((("đề", "nghị"), ("suy", "tôn"), ("đồng", "chí"), ("bao", "gồm"), ("đại", "diện")))
_BEFORE_NUMBER = frozenset(("năm", "số", "ngày", "thứ"))
_POSTS = frozenset(("trưởng", "phó", "khối", "cụm", "đơn"))
"""First syllables of what a unit is made: "làm Trưởng khối"."""


@dataclass(slots=True, init=False)
class Mention:
    """A typed span over a reading's tokens `[start, end)`.

    `kind` is the component's label (AGENCY, BLOC, ROLE, ...), `value` the normalised form, `rule` what found it, and
    `parts` further named pieces that frames ask for (an agency's `base`, `locality`, `place` ...).
    """

    kind: str
    start: int
    end: int
    value: str
    rule: str
    parts: dict[str, str]

    # Written out, as in `Sentence`: only what is written out is compiled (hatch_build.py), and many are made.
    def __init__(
        self, kind: str, start: int, end: int, value: str, rule: str, parts: dict[str, str] | None = None
    ) -> None:
        self.kind = kind
        self.start = start
        self.end = end
        self.value = value
        self.rule = rule
        self.parts = {} if parts is None else parts

    def overlaps(self, start: int, end: int) -> bool:
        """Whether the mention shares a token with `[start, end)`."""
        return self.start < end and start < self.end


@dataclass(slots=True, init=False, eq=False)
class Sentence:
    """A sentence's tokens `[start, end)`; `line` counts lines of text, `field` is the section that it stands in.

    No two of a reading are equal.
    """

    start: int
    end: int
    line: int
    field: str
    bullet: bool

    def __init__(self, start: int, end: int, line: int, field: str, bullet: bool = False) -> None:
        self.start = start
        self.end = end
        self.line = line
        self.field = field
        self.bullet = bullet


def _cells(text: str, starts: list[int], ends: list[int]) -> list[int]:
    """Return the tokens that a tab stands before, in a text whose words are parted by blanks."""
    tabs = text.count("\t")
    if not tabs or tabs >= text.count(" "):
        return []
    return [k for k in range(1, len(starts)) if "\t" in text[ends[k - 1] : starts[k]]]


class Reading:
    """One article's visible tokens in parallel lists, its sentences and its mentions.

    Attributes:
        raw: the tokens as written.
        norms: the tokens folded.
        starts, ends: their offsets in `article.text`, in code points.
        positions: each distinct folded token -> where it stands.
        upper: whether a token begins with a capital letter.
        cells: the tokens that begin a cell of a table, behind a tab; none where tabs stand for blanks.
        sentences: in text order; together they cover all tokens.
        mentions: kind -> mentions in text order.
        record: what the report says, once the frames are filled.
    """

    __slots__ = (
        "_begins",
        "_matches",
        "_numbers",
        "_sentence_starts",
        "article",
        "cells",
        "ends",
        "mentions",
        "norms",
        "positions",
        "raw",
        "record",
        "sentences",
        "starts",
        "upper",
    )

    def __init__(self, article: Article) -> None:
        self.article = article
        self.raw: list[str] = []
        self.norms: list[str] = []
        self.starts: list[int] = []
        self.upper: list[bool] = []
        breaks = self._read_tokens(article)
        self.ends: list[int] = list(map(add, self.starts, map(len, self.raw)))
        self.cells = _cells(article.text, self.starts, self.ends)
        self.positions: defaultdict[str, list[int]] = defaultdict(list)
        for i, norm in enumerate(self.norms):
            self.positions[norm].append(i)
        self._numbers = list(filter(str.isdigit, self.positions))
        self.sentences = self._split(_unwrapped(article.text, breaks, self.starts))
        self._sentence_starts = [s.start for s in self.sentences]
        self.mentions: dict[str, list[Mention]] = {}
        self.record: Record | None = None
        self._begins: dict[str, list[int]] = {}
        self._matches: dict[Phrases[Any], list[tuple[int, int, Any]]] = {}

    def _read_tokens(self, article: Article) -> dict[int, int]:
        """Fill the lists of tokens; return the newlines before each token that has some."""
        raw, norms, starts, upper = self.raw, self.norms, self.starts, self.upper
        hidden = _chrome(article)
        breaks: dict[int, int] = {}
        newlines, offset = 1, 0
        for line in article.text.split("\n"):
            if hidden.find(1, offset, offset + len(line)) >= 0:
                newlines = self._read_in_part(line, offset, hidden, newlines, breaks)
                offset += len(line) + 1
                continue
            before = len(raw)
            chunks = line.split(" ")
            for chunk, (words, folded, capitals, places) in zip(chunks, map(_tokens, chunks), strict=True):
                raw += words
                norms += folded
                upper += capitals
                if len(places) == 1:  # as most have
                    starts.append(offset + places[0])
                else:
                    starts += [offset + at for at in places]
                offset += len(chunk) + 1
            if newlines and len(raw) > before:
                breaks[before] = newlines
                newlines = 0
            newlines += 1
        return breaks

    def _read_in_part(self, line: str, offset: int, hidden: bytearray, newlines: int, breaks: dict[int, int]) -> int:
        """Fill the lists with the tokens of a line that are not hidden; return the newlines after its last one."""
        for chunk in line.split(" "):
            for word, norm, capital, at in zip(*_tokens(chunk), strict=True):
                if hidden[offset + at]:
                    newlines = max(newlines, 2)
                    continue
                if newlines:
                    breaks[len(self.raw)] = newlines
                    newlines = 0
                self.raw.append(word)
                self.norms.append(norm)
                self.starts.append(offset + at)
                self.upper.append(capital)
            offset += len(chunk) + 1
        return newlines + 1

    def _split(self, breaks: dict[int, int]) -> list[Sentence]:
        sentences: list[Sentence] = []
        fields = sorted((s.start, s.end, s.field) for s in self.article.sections if s.field != "chrome")
        size = len(self.raw)
        start, line = 0, 0
        for i in sorted({*breaks, size, *(k + 1 for k in self.where(_STOPS))} - {0}):
            if i == size or not _numbers_line(self.raw, i, breaks) and self._ends_before(i, breaks.get(i, 0)):
                where = next((f for a, b, f in fields if a <= self.starts[start] < b), "body")
                bullet = self.raw[start] in _BULLET or self._marks_item(start)
                sentences.append(Sentence(start, i, line, where, bullet and start in breaks))
                start = i
            line += breaks.get(i, 0)
        return sentences

    def _ends_before(self, i: int, newlines: int) -> bool:
        """Whether a sentence ends before token `i`, where a line begins or a stop stands before it."""
        last, next_ = self.raw[i - 1], self.raw[i]
        if newlines:
            # A line that goes on in lower case was wrapped inside a sentence.
            return newlines > 1 or not (
                next_[0].islower()
                and last not in (".", ":", ";", "!", "?")
                and not self._marks_item(i)
                or self._goes_on(i)
            )
        if last != ".":
            return True
        before = self.norms[i - 2] if i > 1 else ""
        if before == "tp" and self.norms[i] in _OPENS_SENTENCE:
            return True
        if before == "h" and self.norms[i - 3].isdigit():  # "lúc 8h. Hội nghị"
            return True
        if before.isdigit() and len(before) < 3 and self.norms[i - 3 : i - 2] in ([":"], [";"]):
            return False  # "Hội nghị thống nhất: 1. Sở A làm Trưởng khối; 2. …"
        glued = self.ends[i - 1] == self.starts[i]
        if glued and (next_.isdigit() or next_ == "." or before in _NO_STOP_BEFORE or len(before) == 1):
            return False
        return (
            self.upper[i] or next_[0].isdigit() or next_ in _BULLET or next_ in '"“'
        ) and before not in _NO_STOP_BEFORE

    def _marks_item(self, i: int) -> bool:
        """Whether token `i`, where a line begins, is the number or letter of an item: "2. Sở A", "b) Cờ thi đua"."""
        mark, item = self.raw[i + 1 : i + 2], self.norms[i]
        if mark not in (["."], [")"], ["/"]):
            return False
        if item.isdigit():
            return True
        if not (len(item) == 1 and item.isalpha() or self.raw[i] in _ROMAN_MARKS):
            return False
        return mark == [")"] or item not in _NO_STOP_BEFORE and self.upper[i + 2 : i + 3] == [True]  # not "V/v"

    def _goes_on(self, i: int) -> bool:
        """Whether the line that ends before token `i` breaks off inside a sentence: "… tặng Cờ thi đua cho"."""
        last, before, next_ = self.norms[i - 1], self.norms[i - 2] if i > 1 else "", self.raw[i]
        if next_ in _BULLET or self._marks_item(i):
            return False
        if next_ in (",", ";", ")", "”") or last in (",", "(", "“"):
            return True
        if last in _BEFORE_NUMBER:
            return next_[0].isdigit()
        if last == "làm":
            return self.norms[i] in _POSTS
        if (before, last) in _NO_LAST_WORDS:
            return self.norms[i - 3 : i - 2] not in (["thức"], ["hiệu"])  # a table's head: "Hình thức đề nghị"
        return last in _NO_LAST_WORD and (before, last) not in _LAST_WORDS

    def sentence_of(self, token: int) -> int:
        """Return the index of the sentence that holds a token."""
        return bisect_right(self._sentence_starts, token) - 1

    def add(self, kind: str, mentions: Iterable[Mention]) -> None:
        """Set a kind's mentions."""
        self.mentions[kind] = sorted(sorted(mentions, key=_END, reverse=True), key=_START)  # the longer first
        self._begins[kind] = [m.start for m in self.mentions[kind]]

    def of(self, kind: str, start: int = 0, end: int | None = None) -> list[Mention]:
        """Return a kind's mentions that begin in `[start, end)`."""
        begins = self._begins.get(kind)
        if not begins:
            return []
        if end is None:
            return self.mentions[kind]
        first = bisect_left(begins, start)
        if first == len(begins) or begins[first] >= end:  # as of most kinds in most sentences
            return []
        return self.mentions[kind][first : bisect_left(begins, end, first)]

    def at(self, kind: str, token: int) -> Mention | None:
        """Return a kind's mention that begins at a token, the longest if there are several."""
        begins = self._begins.get(kind)
        if not begins:
            return None
        first = bisect_left(begins, token)
        return self.mentions[kind][first] if first < len(begins) and begins[first] == token else None

    def told(self, kind: str) -> Iterator[tuple[int, Sentence, list[Mention]]]:
        """Yield the sentences in which mentions of a kind begin: number, sentence, mentions.

        Those that are added meanwhile to later sentences are told as well.
        """
        past = 0
        while True:
            begins = self._begins.get(kind, ())
            first = bisect_left(begins, past)
            if first == len(begins):
                return
            number = self.sentence_of(begins[first])
            sentence = self.sentences[number]
            past = sentence.end
            yield number, sentence, self.mentions[kind][first : bisect_left(begins, past, first)]

    def matches(self, phrases: Phrases[T], start: int = 0, end: int | None = None) -> list[tuple[int, int, T]]:
        """Return (start, end, value) of the expressions in `[start, end)`, left to right, without overlaps.

        A table is matched with the text once, however often it is asked for.
        """
        found: list[tuple[int, int, T]] | None = self._matches.get(phrases)
        if found is None:
            self._matches |= phrases.matcher.all_in(self.norms)
            found = self._matches[phrases]
        if not found:  # as of most tables in most texts
            return found
        limit = len(self.norms) if end is None else end
        first = bisect_left(found, (start,)) if start else 0
        here = []
        for match in found[first:] if first else found:
            if match[0] >= limit:
                break
            if match[0] >= start and match[1] <= limit:
                here.append(match)
                start = match[1]
        return here

    def where(self, words: frozenset[str] | set[str], numbers: bool = False) -> list[int]:
        """Return the tokens whose folded form is one of the words, or a number in digits, in text order."""
        few = len(words) < len(self.positions)
        found = self.positions.keys() & words if few else words.intersection(self.positions)
        if numbers:
            found = found.union(self._numbers)
        return sorted([i for norm in found for i in self.positions[norm]])

    def has(self, words: frozenset[str]) -> bool:
        """Whether one of a few folded words stands anywhere in the text; without it, none of its expressions does."""
        return not self.positions.keys().isdisjoint(words)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the character offsets of the tokens `[start, end)`."""
        return self.starts[start], self.ends[end - 1]

    def text(self, start: int, end: int) -> str:
        """Return the raw text of the tokens `[start, end)`."""
        return self.article.text[self.starts[start] : self.ends[end - 1]]

    def find(self, phrase: tuple[str, ...], start: int, end: int) -> int:
        """Return where a phrase of folded tokens first begins in `[start, end)`, or -1."""
        size = len(phrase)
        for i in self.positions.get(phrase[0], ()):
            if start <= i <= end - size and tuple(self.norms[i : i + size]) == phrase:
                return i
        return -1


@lru_cache(maxsize=65536)
def _tokens(chunk: str) -> tuple[tuple[str, ...], tuple[str, ...], tuple[bool, ...], tuple[int, ...]]:
    """Return the tokens of what stands between two spaces: as written, folded, whether with a capital, and where."""
    found = []
    at = 0
    for piece in split(chunk):
        word = visible(piece)
        norm = fold(word)
        if norm:  # else it is white space, or a mark without width
            found.append((word, norm, word[:1].isupper(), at))
        at += len(piece)
    return (
        tuple(t[0] for t in found),
        tuple(t[1] for t in found),
        tuple(t[2] for t in found),
        tuple(t[3] for t in found),
    )


def _numbers_line(raw: list[str], i: int, breaks: dict[int, int]) -> bool:
    """Whether nothing but a number or letter stands before token `i` in its line: "1. | Sở A", an item of a list."""
    number = raw[i - 2] if i > 1 else ""
    is_mark = number.isdigit() and len(number) < 3 or len(number) == 1 and number.isalpha() or number in _ROMAN_MARKS
    return i not in breaks and raw[i - 1] == "." and is_mark and (i == 2 or i - 2 in breaks)


def _chrome(article: Article) -> bytearray:
    """Return for each offset of a text whether it is in the page's chrome."""
    hidden = bytearray(len(article.text))
    for section in article.sections:
        if section.field == "chrome":
            stop = min(section.end, len(hidden))
            hidden[section.start : stop] = b"\1" * (stop - section.start)
    return hidden


def _unwrapped(text: str, breaks: dict[int, int], starts: list[int]) -> dict[int, int]:
    """Return the newlines before tokens, without those of a text whose lines were cut at a fixed width.

    In such a text most lines are about as long as one another, and few end where a sentence does.
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    long = [line for line in lines if 55 <= len(line) <= 110]
    cut = [line for line in long if line[-1].isalnum() or line[-1] == ","]
    if len(lines) < 8 or len(long) < 0.5 * len(lines) or len(cut) < 0.6 * len(long):
        return breaks
    ends = {}
    offset = 0
    for line in text.splitlines(keepends=True):
        offset += len(line)
        stripped = line.strip()
        ends[offset] = len(stripped) >= 45 and (stripped[-1].isalnum() or stripped[-1] == ",")
    begins = {i: text.rfind("\n", 0, starts[i]) + 1 for i, newlines in breaks.items() if i and newlines == 1}
    return {i: newlines for i, newlines in breaks.items() if not ends.get(begins.get(i, -1))}


_WORD = re.compile(r"[^\W_][\w\u0300-\u036f]*|[^\w\s]|_")


@lru_cache(maxsize=4096)
def tokens_of(phrase: str) -> tuple[str, ...]:
    """Return a lexicon phrase as the tokenizer would split it, folded."""
    return tuple(fold(w) for w in _WORD.findall(phrase) if fold(w))
