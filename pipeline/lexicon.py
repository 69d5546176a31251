"""The lexicon: tables of `corpora/lexicon/` made into matchers over folded tokens.

A written variant is one edited line in a table. Two matchers serve all tables: `Phrases` for fixed expressions, and
`NameTrie` for agency names, which knows how Vietnamese names are abbreviated and punctuated and so needs few variants.
"""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import Any, Generic, TypeVar

from pipeline.reading import tokens_of
from pipeline.text import fold, plain, with_slips

T = TypeVar("T")

SEPARATORS = frozenset(("-", "&", "/", ",", "và"))
_GAPS = SEPARATORS | {"."}
"""Marks that may stand between two syllables of a name."""
_LONG_FORMS = {
    "ubnd": ("ủy", "ban", "nhân", "dân"),
    "hđnd": ("hội", "đồng", "nhân", "dân"),
    "đbqh": ("đại", "biểu", "quốc", "hội"),
}
"""Acronyms that official names themselves contain; read as words, so that both spellings match."""

_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_VOWELS = frozenset("aeiouy")
_ACRONYM = "."
"""Stands in the initials of a name for a part that is an acronym already."""

_STRONG = frozenset({(",",), (".",)})
"""Marks that stand inside a name only where the table has them there, for else they end it."""

_LIGHT = ("light", "award light")
"""Categories of words that are everywhere; they are asked for token by token, between two mentions."""
_LEADER_LIGHT = ("light", "elect", "propose", "recognise", "appoint", "assume")
_AWARD_LIGHT = ("award light", "ask", "confer")


_STATE = {
    "chính phủ": "Chính phủ",
    "thủ tướng chính phủ": "Thủ tướng Chính phủ",
    "thủ tướng": "Thủ tướng Chính phủ",
    "chủ tịch nước": "Chủ tịch nước",
    "tổng thanh tra chính phủ": "Tổng Thanh tra Chính phủ",
    "tổng kiểm toán nhà nước": "Tổng Kiểm toán nhà nước",
    "trung ương hội": "Trung ương Hội",
    "tw hội": "Trung ương Hội",
    "t.ư hội": "Trung ương Hội",
    "tw đoàn": "Trung ương Đoàn",
    "trung ương đoàn": "Trung ương Đoàn",
}
"""The state's own who grant awards, as written -> as the guideline writes them."""
_ORGANS = {
    "Ban Thường vụ": "Ban Thường vụ|BTV|Thường vụ",
    "Ban Thường trực": "Ban Thường trực|BTT",
    "Ban Chấp hành": "Ban Chấp hành|BCH",
    "Ban Bí thư": "Ban Bí thư",
    "Đoàn Chủ tịch": "Đoàn Chủ tịch",
    "Hội đồng thành viên": "Hội đồng thành viên|HĐTV",
    "Hội đồng quản trị": "Hội đồng quản trị|HĐQT",
    "Hội đồng Thi đua - Khen thưởng": "Hội đồng Thi đua - Khen thưởng|Hội đồng Thi đua, Khen thưởng|"
    "Hội đồng Thi đua Khen thưởng|Hội đồng TĐKT|Hội đồng TĐ-KT|HĐTĐKT",
}
"""The organs of a body that grant for it, as the guideline writes them -> as written."""
_ASKED_BEYOND = (
    ("movement", "initiative", "other"),
    ("movement", "initiative"),
    ("coming",),
    ("rank",),
    ("document",),
)
"""Kinds of words for what goes beyond the six kinds of fact that are looked for in whole texts, and together."""


def read_table(name: str) -> list[dict[str, str]]:
    """Return the rows of a table of `corpora/lexicon/`.

    Raises:
        FileNotFoundError: there is no such table in the installed package.
    """
    text = (files("corpora") / "lexicon" / f"{name}.csv").read_text("utf-8")
    return list(csv.DictReader(io.StringIO(text)))


def cells(value: str) -> list[str]:
    """Return the entries of a cell that holds a list."""
    return [part.strip() for part in value.split("|") if part.strip()]


_END = "\n"
"""Stands in a tree of tokens where an expression ends; no token is the end of a line."""


class Phrases(Generic[T]):
    """Fixed expressions; `match` returns the longest one that begins at a token, and what it stands for."""

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self.entries = [(tokens_of(written), value) for written, value in entries]
        self.matcher = Matcher((self,))
        """What finds the table's expressions in a whole text: its own, or one that it shares with others."""
        self._first: dict[str, Any] = {}
        for tokens, value in self.entries:
            _after(self._first, tokens).setdefault(_END, value)

    def match(self, norms: list[str], i: int) -> tuple[int, T] | None:
        """Return (end, value) of the longest expression at `i`; the first listed wins among equals."""
        size = len(norms)
        following = self._first.get(norms[i]) if i < size else None
        if following is None:  # as at most tokens
            return None
        found: tuple[int, T] | None = None
        while following is not None:
            i += 1
            value = following.get(_END)
            if value is not None:
                found = i, value
            following = following.get(norms[i]) if i < size else None
        return found

    @classmethod
    def joined(cls, tables: Iterable[Phrases[T]]) -> Phrases[T]:
        """Return one table that has the expressions of several."""
        return cls((" ".join(tokens), value) for table in tables for tokens, value in table.entries)

    def first_words(self) -> Set[str]:
        """Return the folded tokens with which an expression begins."""
        return self._first.keys()


class Matcher:
    """Several tables of expressions, which are found in a text in one pass."""

    def __init__(self, tables: Iterable[Phrases[Any]]) -> None:
        self.tables = tuple(tables)
        self._first: dict[str, Any] = {}
        for table in self.tables:
            for tokens, value in table.entries:
                here = _after(self._first, tokens).setdefault(_END, [])
                if all(known is not table for known, _ in here):
                    here.append((table, value))

    def all_in(self, norms: list[str]) -> dict[Phrases[Any], list[tuple[int, int, Any]]]:
        """Return for each table (start, end, value) of its longest expression at every token that begins one.

        They are in text order.
        """
        size = len(norms)
        found: dict[Phrases[Any], list[tuple[int, int, Any]]] = {table: [] for table in self.tables}
        for i, following in enumerate(map(self._first.get, norms)):
            at = i
            while following is not None:
                at += 1
                ending = following.get(_END)
                if ending is not None:
                    for table, value in ending:
                        of_table = found[table]
                        if of_table and of_table[-1][0] == i:
                            of_table.pop()  # a shorter one
                        of_table.append((i, at, value))
                following = following.get(norms[at]) if at < size else None
        return found


def match_together(tables: Iterable[Phrases[Any]]) -> None:
    """Let tables share a matcher: asked for the matches of one, a reading then has those of all."""
    matcher = Matcher(tables)
    for table in matcher.tables:
        table.matcher = matcher


def _after(first: dict[str, Any], tokens: Iterable[str]) -> dict[str, Any]:
    """Return what may follow some tokens, in a tree of tokens that grows by them."""
    for token in tokens:
        first = first.setdefault(token, {})
    return first


@dataclass(frozen=True, slots=True)
class AgencyName:
    """An official name; `place` says what happens to a place after it (see `corpora/README.md`)."""

    name: str
    place: str
    tier: str
    order: int = 0


@dataclass(slots=True)
class _Node:
    """A state of the trie: the syllables read so far."""

    next: dict[str, _Node] = field(default_factory=dict)
    gaps: dict[str, set[str]] = field(default_factory=dict)  # separators written before a next syllable
    # Initials of the next syllables -> (the first of these, where they lead)
    short: dict[str, list[tuple[str, _Node]]] = field(default_factory=dict)
    entry: AgencyName | None = None


class NameTrie:
    """Agency names by syllable, with two liberties that Vietnamese writers take.

    1. Any two or more neighbouring syllables may stand as their initials: "Sở LĐ-TB&XH", "Lao động, TB&XH",
       "Viện KSND", "Đoàn ĐBQH". The initials must be in capitals in the text.
    2. The separators inside a name vary: "Sở Lao động, Thương binh và Xã hội" is "Lao động - Thương binh và Xã hội".
       A comma is read as part of a name only where the name has a separator other than "và" itself.
    """

    def __init__(self) -> None:
        self.root = _Node()

    def add(
        self, written: str, entry: AgencyName, head_abbreviations: Iterable[tuple[tuple[str, ...], str]] = ()
    ) -> None:
        """Add one written form of a name; the first entry to claim a form keeps it.

        `head_abbreviations` are (head syllables, abbreviation) pairs that may stand for the name's beginning.
        """
        path = list(_path(written, official=written == entry.name))
        nodes = [self.root]
        for gap, syllable in path:
            node = nodes[-1]
            node.gaps.setdefault(syllable, set()).add(gap)
            nodes.append(node.next.setdefault(syllable, _Node()))
        nodes[-1].entry = nodes[-1].entry or entry
        syllables = [syllable for _, syllable in path]
        initials = "".join(map(_initial, syllables))
        for i, first in enumerate(syllables):
            # From the very beginning only long initials are safe ("VKSND"); short ones mean anything ("TT").
            for j in range(i + (2 if i else 4), len(path) + 1):
                if _ACRONYM not in initials[i:j]:
                    _append(nodes[i].short.setdefault(initials[i:j], []), first, nodes[j])
        for head, short in head_abbreviations:
            if tuple(syllables[: len(head)]) == head:
                _append(self.root.short.setdefault(short, []), syllables[0], nodes[len(head)])

    def first_words(self) -> Set[str]:
        """Return the folded tokens, syllables and initials, with which a name begins."""
        return self.root.next.keys() | self.root.short.keys()

    def walk(self, head: str) -> _Node | None:
        """Return the state after a head's syllables, to match the rest of a name whose head was said before."""
        node: _Node | None = self.root
        for syllable in tokens_of(head):
            node = node.next.get(syllable) if node else None
        return node

    def match(
        self, norms: list[str], raw: list[str], i: int, end: int, start: _Node | None = None
    ) -> tuple[int, AgencyName] | None:
        """Return (end, name) of the longest name that begins at token `i` and ends by `end`, or None.

        Of two names under one short form, the one listed first in the table wins.
        """
        if start is None and norms[i] not in self.root.next and norms[i] not in self.root.short:
            return None
        best: tuple[int, AgencyName] | None = None
        stack = [(start or self.root, i, False, True)]
        while stack:
            node, at, after_short, first = stack.pop()
            if node.entry and at > i and (best is None or (at, -node.entry.order) > (best[0], -best[1].order)):
                best = at, node.entry
            if at >= end:
                continue
            token = norms[at]
            if first or token not in _GAPS:
                following = node.next.get(token)
                if following is not None:
                    stack.append((following, at + 1, False, False))
                if node.short and len(token) > 1 and raw[at].isupper():
                    stack += [(target, at + 1, True, False) for _, target in node.short.get(token, ())]
                continue
            here = _skip_separators(norms, at, end)
            between = tuple(norms[at:here])
            for where in (at, here):
                if where >= end:
                    continue
                token, gap = norms[where], between if where == here else ()
                following = node.next.get(token)
                if following is not None and (not gap or _may_separate(gap, node.gaps[token], after_short)):
                    stack.append((following, where + 1, False, False))
                if len(token) > 1 and raw[where].isupper():
                    for following_syllable, target in node.short.get(token, ()):
                        if (
                            gap not in _STRONG
                            or gap[0] in node.gaps[following_syllable]
                            or after_short
                            and gap != (".",)
                        ):
                            stack.append((target, where + 1, True, False))
        return best


def _path(written: str, official: bool) -> Iterator[tuple[str, str]]:
    """Yield (separator before, syllable) of a written name, its acronyms read as words where they are known."""
    gap = ""
    for token in tokens_of(written):
        if token in SEPARATORS or token == ".":
            # A dash that only a variant has ("Tuyên giáo - Dân vận") is an "and", not a mark that may be a comma.
            gap = "và" if token == "-" and not official else token
        elif token[0].isalnum():
            for syllable in _LONG_FORMS.get(token, (token,)):
                yield gap, syllable
                gap = ""


def _initial(syllable: str) -> str:
    """Return a syllable's first letter as acronyms write it: without the tone ("ủy ban" is UB), but "đ" stays.

    What has no vowel is an acronym itself, of which no other is made: "Ban TĐ-KT TW" is not "Ban TĐ-KT".
    """
    letters = unicodedata.normalize("NFD", syllable)
    if len(syllable) > 1 and not _VOWELS & set(letters):
        return _ACRONYM
    return unicodedata.normalize(
        "NFC", "".join(c for c in unicodedata.normalize("NFD", syllable[0]) if c not in _TONES)
    )


def _append(targets: list[tuple[str, _Node]], first: str, node: _Node) -> None:
    if not any(known is node for _, known in targets):
        targets.append((first, node))


def _skip_separators(norms: list[str], at: int, end: int) -> int:
    here = at
    if here < end and norms[here] == ".":
        return here + 1
    while here < end and here - at < 2 and norms[here] in SEPARATORS:
        here += 1
    return here


def _may_separate(written: tuple[str, ...], named: set[str], after_short: bool) -> bool:
    """Whether the separators in the text may stand where the name has one of `named` ("" for none)."""
    if not written:
        return True
    if len(written) > 1:
        return "và" in named and written in ((",", "và"), ("-", "và"))
    mark = written[0]
    if mark in named or mark == ".":
        return mark in named
    if mark == ",":
        return "-" in named or after_short and bool(named - {"", "và"})
    return bool(named - {""}) or after_short


@dataclass(frozen=True, slots=True)
class Head:
    """The first word of agencies that no table lists; `plural` opens elliptical lists ("các sở Y tế, Tài chính")."""

    name: str
    place: str
    plural: bool


@dataclass(frozen=True, slots=True)
class Award:
    """An award title, or what looks like one; `cls` is title, bare, rank or not."""

    award: str
    cls: str
    recipient: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All matchers, built once and passed on."""

    agencies: NameTrie
    heads: Phrases[Head]
    roles: Phrases[str]
    awards: Phrases[Award]
    titles: Phrases[str]
    people: Phrases[str]
    triggers: dict[str, Phrases[str]]
    leader_light: Phrases[str]
    """What may stand between a role and its holder."""
    award_light: Phrases[str]
    """What may stand between an award and a recipient after it."""
    award_light_or_trigger: Phrases[str]
    """What may stand between a recipient and an award after it: also the words of asking and giving."""
    put_up: frozenset[str]
    """The words that put an award up to who grants it: "kiến nghị", "trình", "để đề nghị"."""
    meetings: Phrases[str]
    provinces: Phrases[str]
    state: Phrases[str]
    """Who grants awards for the state."""
    organs: Phrases[str]
    """What stands before the name of a body and grants for it: "Ban Thường vụ" of "Tỉnh đoàn"."""
    surnames: frozenset[str]
    name_words: frozenset[tuple[str, str]]
    by_plain: dict[str, AgencyName]
    """Official names by their letters without marks, for slips."""
    shorts: dict[str, str]
    """What the abbreviations inside names that no table has stand for."""
    beyond: dict[tuple[str, ...], Phrases[tuple[str, str]]]
    """Words for what goes beyond the six kinds of fact, by the kinds that are looked for together."""
    openers: frozenset[str]
    """The folded words with which a head, a role, a post, an honorific or an award begins."""


def load_lexicon() -> Lexicon:
    """Build the matchers from the tables of `corpora/lexicon/`.

    Raises:
        FileNotFoundError: the installed package lacks a table.
        KeyError: a table lacks a column.
    """
    heads = [
        (written, Head(row["head"], row["place"], row["plural"] == "yes"))
        for row in read_table("heads")
        for written in cells(row["written"])
    ]
    shorts = [
        (tokens_of(h.name), fold(w)) for w, h in heads if w.isupper() and len(tokens_of(h.name)) > 1 and len(w) > 1
    ]
    trie = NameTrie()
    name_words: set[tuple[str, str]] = set()
    by_plain: dict[str, AgencyName] = {}
    for order, row in enumerate(read_table("agencies")):
        entry = AgencyName(row["name"], row["place"], row["tier"], order)
        for written in (row["name"], *cells(row["variants"])):
            trie.add(written, entry, shorts)
        by_plain.setdefault(plain(entry.name), entry)
        syllables = [t for t in tokens_of(row["name"]) if t not in SEPARATORS]
        name_words.update(pairwise(syllables[1:]))
    words = [(w, row["kind"]) for row in read_table("people") for w in cells(row["written"])]
    people = [(w, kind) for w, kind in words if kind != "surname"]
    surnames = frozenset(fold(w) for w, kind in words if kind == "surname")
    entries: dict[str, list[tuple[str, str]]] = {}
    for row in read_table("triggers"):
        category, _, value = row["category"].partition(":")
        entries.setdefault(category, []).append((row["expression"], value or category))
    triggers = {category: Phrases(written) for category, written in entries.items()}
    provinces = [
        # A province that was renamed goes by the name that the report uses.
        (written, row["successor"] if written == row["successor"] else row["short"])
        for row in read_table("provinces")
        for written in with_slips(row["short"], *cells(row["variants"]))
    ]
    opening: dict[str, Phrases[Any]] = {
        "heads": Phrases(heads),
        "roles": Phrases((w, row["role"]) for row in read_table("roles") for w in cells(row["written"])),
        "awards": Phrases(
            (w, Award(row["award"], row["class"], row["for"]))
            for row in read_table("awards")
            for w in cells(row["written"])
        ),
        "titles": Phrases((w, row["title"]) for row in read_table("titles") for w in cells(row["written"])),
        "people": Phrases(people),
    }
    lexicon = Lexicon(
        agencies=trie,
        **opening,
        triggers={category: phrases for category, phrases in triggers.items() if category != "meeting"},
        leader_light=Phrases.joined(triggers[category] for category in _LEADER_LIGHT),
        award_light=triggers["award light"],
        award_light_or_trigger=Phrases.joined(triggers[category] for category in _AWARD_LIGHT),
        put_up=frozenset(
            lead + " ".join(tokens)
            for tokens, value in triggers["put up"].entries
            if value != "not"
            for lead in ("", "để ")
        ),
        meetings=triggers["meeting"],
        provinces=Phrases(provinces),
        state=Phrases(_STATE.items()),
        organs=Phrases((w, organ) for organ, written in _ORGANS.items() for w in cells(written)),
        surnames=surnames,
        name_words=frozenset(name_words),
        by_plain=by_plain,
        shorts={row["short"]: row["long"] for row in read_table("abbreviations")},
        beyond={kinds: words_beyond(kinds) for kinds in _ASKED_BEYOND},
        openers=frozenset().union(*(table.first_words() for table in opening.values())),
    )
    telling = [phrases for category, phrases in triggers.items() if category not in _LIGHT]
    named = [table for name, table in opening.items() if name != "heads"]
    match_together((*named, lexicon.provinces, lexicon.state, lexicon.organs, *telling, *lexicon.beyond.values()))
    return lexicon


def words_beyond(kinds: Sequence[str]) -> Phrases[tuple[str, str]]:
    """Return the expressions of these kinds in `beyond.csv`, each with its kind and value."""
    rows = [row for row in read_table("beyond") if row["kind"] in kinds]
    return Phrases((written, (row["kind"], row["value"])) for row in rows for written in cells(row["written"]))


@lru_cache(maxsize=1)
def shared_lexicon() -> Lexicon:
    """Return the lexicon of the installed package, built on first use."""
    return load_lexicon()
