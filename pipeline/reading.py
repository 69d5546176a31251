"""What all components share about one report: its folded tokens, its sentences, and the mentions found so far.

A `Reading` is made once a document and dropped when its record is done. It holds the visible tokens only (white space
is a token in the `Doc`, so that nothing is lost, but no pattern wants to see it) and skips the page's chrome.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from pipeline.article import Article
from pipeline.text import fold

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

    from pipeline.lexicon import Phrases

T = TypeVar("T")

_NO_STOP_BEFORE = frozenset("tp ths th ts pgs gs bs đ/c đc ks cn nv p q tx tt st k".split())
"""Abbreviations whose full stop ends no sentence."""

_BULLET = frozenset("-+*•>")


@dataclass(slots=True)
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
    parts: dict[str, str] = field(default_factory=dict)

    def overlaps(self, start: int, end: int) -> bool:
        """Whether the mention shares a token with `[start, end)`."""
        return self.start < end and start < self.end


@dataclass(slots=True)
class Sentence:
    """A sentence's tokens `[start, end)`; `line` counts lines of text, `field` is the section that it stands in."""

    start: int
    end: int
    line: int
    field: str
    bullet: bool = False


class Reading:
    """One article's visible tokens in parallel lists, its sentences and its mentions.

    Attributes:
        raw: the tokens as written.
        norms: the tokens folded.
        starts, ends: their offsets in `article.text`, in code points.
        positions: each distinct folded token -> where it stands.
        upper: whether a token begins with a capital letter.
        sentences: in text order; together they cover all tokens.
        mentions: kind -> mentions in text order.
    """

    __slots__ = (
        "_begins",
        "_matches",
        "_sentence_starts",
        "_tokens",
        "article",
        "ends",
        "mentions",
        "norms",
        "positions",
        "raw",
        "sentences",
        "starts",
        "upper",
    )

    def __init__(self, doc: Doc, article: Article) -> None:
        self.article = article
        self.raw: list[str] = []
        self.starts: list[int] = []
        self._tokens: list[int] = []
        chrome = [(s.start, s.end) for s in article.sections if s.field == "chrome"]
        breaks: list[int] = []  # for each visible token: 0, or the newlines before it
        newlines, offset = 1, 0
        words = [token.text_with_ws for token in doc]
        for i, word in enumerate(words):
            text = word.rstrip(" ") if len(word) > 1 else word
            if text.isspace() or not fold(text):
                newlines += text.count("\n")
            elif any(start <= offset < end for start, end in chrome):
                newlines = max(newlines, 2)
            else:
                self.raw.append(text)
                self.starts.append(offset)
                self._tokens.append(i)
                breaks.append(newlines)
                newlines = 0
            offset += len(word)
        self.norms = [fold(word) for word in self.raw]
        self.ends = [start + len(word) for start, word in zip(self.starts, self.raw, strict=True)]
        self.upper = [word[0].isupper() for word in self.raw]
        self.sentences = self._split(_unwrapped(article.text, breaks, self.starts))
        self._sentence_starts = [s.start for s in self.sentences]
        self.positions: dict[str, list[int]] = {}
        for i, norm in enumerate(self.norms):
            self.positions.setdefault(norm, []).append(i)
        self.mentions: dict[str, list[Mention]] = {}
        self._begins: dict[str, list[int]] = {}
        self._matches: dict[Phrases[Any], list[tuple[int, int, Any]]] = {}

    def _split(self, breaks: list[int]) -> list[Sentence]:
        sentences: list[Sentence] = []
        fields = sorted((s.start, s.end, s.field) for s in self.article.sections if s.field != "chrome")
        start, line = 0, 0
        for i in range(1, len(self.raw) + 1):
            if i == len(self.raw) or self._ends_before(i, breaks[i]):
                where = next((f for a, b, f in fields if a <= self.starts[start] < b), "body")
                bullet = self.raw[start] in _BULLET or (
                    self.norms[start].isdigit() and self.raw[start + 1 : start + 2] in (["."], [")"], ["/"])
                )
                sentences.append(Sentence(start, i, line, where, bullet and breaks[start] > 0))
                start = i
            if i < len(self.raw) and breaks[i]:
                line += breaks[i]
        return sentences

    def _ends_before(self, i: int, newlines: int) -> bool:
        last, next_ = self.raw[i - 1], self.raw[i]
        if newlines:
            # A line that goes on in lower case was wrapped inside a sentence.
            return newlines > 1 or not (next_[0].islower() and last not in (".", ":", ";", "!", "?"))
        if last in ("!", "?", "…"):
            return True
        if last != ".":
            return False
        before = self.norms[i - 2] if i > 1 else ""
        glued = self.ends[i - 1] == self.starts[i]
        if glued and (next_.isdigit() or next_ == "." or before in _NO_STOP_BEFORE or len(before) == 1):
            return False
        return (
            self.upper[i] or next_[0].isdigit() or next_ in _BULLET or next_ in '"“'
        ) and before not in _NO_STOP_BEFORE

    def mark_sentences(self, doc: Doc) -> None:
        """Set the document's sentence boundaries to those of the reading."""
        from numpy import uint64, zeros

        marks: Any = zeros((len(doc), 1), dtype=uint64) - uint64(1)  # -1: begins none
        marks[[0, *(self._tokens[s.start] for s in self.sentences)]] = 1
        doc.from_array(["SENT_START"], marks)

    def sentence_of(self, token: int) -> int:
        """Return the index of the sentence that holds a token."""
        return bisect_right(self._sentence_starts, token) - 1

    def add(self, kind: str, mentions: Iterable[Mention]) -> None:
        """Set a kind's mentions."""
        self.mentions[kind] = sorted(mentions, key=lambda m: (m.start, -m.end))
        self._begins[kind] = [m.start for m in self.mentions[kind]]

    def of(self, kind: str, start: int = 0, end: int | None = None) -> list[Mention]:
        """Return a kind's mentions that begin in `[start, end)`."""
        found = self.mentions.get(kind, [])
        if end is None:
            return found
        begins = self._begins.get(kind, [])
        return found[bisect_left(begins, start) : bisect_left(begins, end)]

    def matches(self, phrases: Phrases[T], start: int = 0, end: int | None = None) -> Iterator[tuple[int, int, T]]:
        """Yield (start, end, value) of the expressions in `[start, end)`, left to right, without overlaps.

        A table is matched with the text once, however often it is asked for.
        """
        found: list[tuple[int, int, T]] | None = self._matches.get(phrases)
        if found is None:
            found = self._matches[phrases] = phrases.all_in(self.norms, self.positions)
        limit = len(self.norms) if end is None else end
        for match in found[bisect_left(found, (start,)) :]:
            if match[0] >= limit:
                break
            if match[0] >= start and match[1] <= limit:
                yield match
                start = match[1]

    def where(self, opens: Callable[[str], bool]) -> list[int]:
        """Return the tokens whose folded form may open something, in text order; each form is asked about once."""
        return sorted(i for norm, places in self.positions.items() if opens(norm) for i in places)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the character offsets of the tokens `[start, end)`."""
        return self.starts[start], self.ends[end - 1]

    def text(self, start: int, end: int) -> str:
        """Return the raw text of the tokens `[start, end)`."""
        return self.article.text[self.starts[start] : self.ends[end - 1]]

    def find(self, phrase: tuple[str, ...], start: int, end: int) -> int:
        """Return where a phrase of folded tokens first begins in `[start, end)`, or -1."""
        size = len(phrase)
        for i in range(start, end - size + 1):
            if tuple(self.norms[i : i + size]) == phrase:
                return i
        return -1

    def doc_spans(self, doc: Doc, kind: str) -> Iterator[Span]:
        """Yield a kind's mentions as spaCy spans: label the kind, `kb_id_` the value, `id_` the rule."""
        from spacy.tokens import Span

        for m in self.mentions.get(kind, []):
            start, end = self._tokens[m.start], self._tokens[m.end - 1] + 1
            yield Span(doc, start, end, label=m.kind, kb_id=m.value, span_id=m.rule)


def _unwrapped(text: str, breaks: list[int], starts: list[int]) -> list[int]:
    """Return the newlines before each token, without those of a text whose lines were cut at a fixed width.

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
    unwrapped = list(breaks)
    for i in range(1, len(breaks)):
        if breaks[i] == 1:
            begin = text.rfind("\n", 0, starts[i]) + 1
            if ends.get(begin):
                unwrapped[i] = 0
    return unwrapped


def quote_of(article: Article, start: int, end: int) -> str:
    """Return the article's own text between two offsets."""
    return article.text[start:end]


_WORD = re.compile(r"[^\W_][\w\u0300-\u036f]*|[^\w\s]|_")


def tokens_of(phrase: str) -> tuple[str, ...]:
    """Return a lexicon phrase as the tokenizer would split it, folded."""
    return tuple(fold(w) for w in _WORD.findall(phrase) if fold(w))
