"""Signs of doubt: what is known about a fact when it is read, and goes with mistakes.

Which signs these are was learnt from the mistakes that the reader made on reports that nobody had read when its rules
were written (`corpora/lexicon/first_sight.csv`). What a sign is worth is counted in `pipeline/confidence.py`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, combinations, pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from pipeline.lexicon import read_table, shared_lexicon
from pipeline.reading import tokens_of
from pipeline.record import BEYOND, Award, Bloc, Evidence, Fact, Leader, Meeting, Record

if TYPE_CHECKING:
    from pipeline.reading import Reading

SIGNS = {
    "no-year": "its year is not known",
    "no-agency": "a person or leader without an agency",
    "no-grantor": "a title without a grantor, and no rank that a bloc itself gives",
    "no-day": "a meeting without a day",
    "no-person": "a leader of whom only the unit is named",
    "part-of-a-name": "its agency's name is part of another agency's name in the report",
    "fewer-words": "three or more of the words that say its agency are not in the name",
    "completed-name": "its agency's name was completed from a list whose names share their head",
    "odd-person-name": "a person's name of other than three or four words, or with a word in capitals",
    "unknown-name": "its agency's name is in no table",
    "unknown-words": "more than a tenth of its sentence are words in no name and in no table",
    "unknown-word-behind": "a word that is in no table stands right behind its agency's or bloc's name",
    "no-mark-behind": "a member behind whose name neither a mark nor “và” stands",
    "idle-agency": "its sentence names an agency that no fact is about",
    "idle-role": "its sentence names a bloc's post that no fact takes",
    "no-status-word": "a leader whose sentence has no word for how the post was got",
    "award-elsewhere": "an award that another sentence names than its recipient",
    "year-elsewhere": "a member whose year another sentence names",
    "several-years": "its sentence names several years",
    "odd-day": "a meeting at an unusual time of the year for what it reviews or pledges",
    "first-place": "a first place, which may as well be the reason for an award as the award",
    "said-once": "a bloc whose name the report says once",
    "contradicted": "another fact, a count or a list of the report says otherwise",
    "several-blocs": "the report is about several blocs",
    "few-facts": "the report has at most five facts",
    "doubted-kin": "a fifth of the report's other facts of its kind bears a sign that is about the fact itself",
}
"""What is known at reading time and goes with mistakes: sign -> meaning."""

_OF_MANY = frozenset(
    (
        "no-person",
        "unknown-name",
        "unknown-words",
        "idle-agency",
        "idle-role",
        "year-elsewhere",
        "several-blocs",
        "few-facts",
    )
)
"""Signs that are about more than a fact itself, or that very many facts bear: they make no kin doubted."""

MAIN_SLOT = {"bloc": "name", "meeting": "type", "member": "agency", "leader": "agency", "award": "recipient"}
"""The slot whose words are the fact's place in the text; a person's is the name."""

_SAID_ONCE = {
    "meeting": (("bloc",), ("type", "date", "year")),
    "leader": (("bloc", "role", "year"), ("agency", "person")),
    "award": (("bloc", "award", "recipient", "year"), ("grantor", "rank")),
    "person": (("name",), ("title", "agency")),
}
"""Two facts of a kind that agree in the first slots contradict each other if they differ in one of the others."""

_STATUS_WORDS = {
    "elected": ("elect", "vote", "recognise", "propose"),
    "appointed": ("appoint", "recognise", "decides"),
    "assumed": ("assume",),
    "proposed": ("propose", "ask"),
}
"""Status of a leader -> the categories of triggers that say it. That one sits needs no word."""
_STATUS_CATEGORIES = tuple(sorted({category for categories in _STATUS_WORDS.values() for category in categories}))

_RANKS = frozenset(("Đơn vị dẫn đầu", "Đơn vị xuất sắc", "Đơn vị tiêu biểu", "Hạng Nhì", "Hạng Ba"))
_FIRST = "Đơn vị dẫn đầu"
_AGENCY_SLOTS = frozenset(("agency", "recipient", "recipient_agency", "authority", "grantor", "name", "person"))
_ROLE_SLOTS = frozenset(("role", "trigger", "title"))
_FEW_FACTS = 5
_FEWER_WORDS = 3
_KIN = 0.2
_MANY_UNKNOWN = 0.1
_GRAMMAR = ("grammar", "elliptical-grammar")
_MONTHS = {"sơ kết": range(5, 10), "ký kết giao ước": range(1, 5), "phát động": range(1, 5)}
"""Months of the year in question in which a meeting of a type is usual; others: October to April after it."""


class Name(NamedTuple):
    """An agency's mention: offsets of its text, its normalised name and the rule that found it."""

    start: int
    end: int
    name: str
    rule: str


@dataclass(frozen=True, slots=True)
class Places:
    """Where a report's mentions, words and sentences stand, as far as signs ask for it; offsets are of its text."""

    tokens: list[int]
    """Where its words and marks begin."""
    norms: list[str]
    """The same, folded."""
    unknown: frozenset[int]
    """Which of them are words in no mention and in no expression of `triggers.csv`."""
    firsts: list[int]
    """The sentences' first tokens."""
    sentences: list[int]
    """Where the sentences begin."""
    agencies: list[Name]
    blocs: list[str]
    """The names of the blocs' mentions, in small letters."""
    roles: list[tuple[int, int]]
    years: list[tuple[int, str]]
    status_words: list[tuple[int, str]]
    """Words for how a post was got: where they begin, and their category."""
    doubted: list[tuple[int, int]]
    """Start and end of the names whose end is in doubt."""

    @classmethod
    def of(cls, reading: Reading) -> Places:
        """Return the places of a reading whose mentions have been found; the frames may change them."""
        starts, ends, triggers = reading.starts, reading.ends, shared_lexicon().triggers
        firsts = [s.start for s in reading.sentences]
        status = [
            (starts[at], category)
            for category in _STATUS_CATEGORIES
            for at, _, value in reading.matches(triggers[category])
            if value != "not"
        ]
        return cls(
            tokens=starts,
            norms=reading.norms,
            unknown=_unknown_words(reading),
            firsts=firsts,
            sentences=[starts[first] for first in firsts],
            agencies=[Name(starts[m.start], ends[m.end - 1], m.value, m.rule) for m in reading.of("AGENCY")],
            blocs=[m.value.lower() for m in reading.of("BLOC")],
            roles=[reading.span(m.start, m.end) for m in reading.of("ROLE")],
            years=[(starts[m.start], m.value) for m in reading.of("YEAR")],
            status_words=status,
            doubted=[reading.span(m.start, m.end) for m in reading.of("DOUBTED")],
        )

    def sentence(self, at: int) -> int:
        """Return the number of the sentence that holds an offset."""
        return max(0, bisect_right(self.sentences, at) - 1)

    def behind(self, at: int) -> int | None:
        """Return the token that follows an offset, None at a sentence's end."""
        token = bisect_left(self.tokens, at)
        if token == len(self.tokens) or self.sentence(self.tokens[token]) != self.sentence(at - 1):
            return None
        return token

    def by_sentence(self, said: Iterable[tuple[int, str]]) -> dict[int, set[str]]:
        """Return what stands in each sentence."""
        found: defaultdict[int, set[str]] = defaultdict(set)
        for at, what in said:
            found[self.sentence(at)].add(what)
        return dict(found)


def _unknown_words(reading: Reading) -> frozenset[int]:
    """Return the tokens that are words or numbers, in no mention and in no expression of `triggers.csv`."""
    known = known_words()
    words = [norm for norm in reading.positions if norm not in known and norm[0].isalnum()]
    found = {i for norm in words for i in reading.positions[norm]}
    for kind, mentions in reading.mentions.items():
        if kind not in ("WORD", "DOUBTED"):
            for m in mentions:
                found.difference_update(range(m.start, m.end))
    return frozenset(found)


@lru_cache(maxsize=1)
def known_words() -> frozenset[str]:
    """Return the folded words of the expressions in `triggers.csv`."""
    return frozenset(word for row in read_table("triggers") for word in tokens_of(row["expression"]))


class Spans(NamedTuple):
    """Stretches of a text, so that whether one of them meets another is found without going through all."""

    starts: list[int]
    """In text order."""
    ends: list[int]
    """How far those reach that begin before each of the starts, and all of them."""

    @classmethod
    def of(cls, spans: Iterable[tuple[int, int]]) -> Spans:
        """Return the stretches `[start, end)`, which may overlap."""
        ordered = sorted(set(spans))
        return cls([start for start, _ in ordered], [*accumulate((end for _, end in ordered), max, initial=0)])

    def meet(self, start: int, end: int) -> bool:
        """Whether a stretch shares a character with `[start, end)`."""
        return self.ends[bisect_left(self.starts, end)] > start


@dataclass(frozen=True, slots=True)
class _Report:
    """What the signs of one fact ask about the others."""

    places: Places
    signs: frozenset[str]
    """Those that all facts bear."""
    names: set[str]
    """The agencies' names in facts but persons, in small letters and between spaces."""
    lines: str
    """The same, each in a line of its own."""
    all_names: set[str]
    """These and those that are mentioned."""
    all_lines: str
    completed: Spans
    """Where names stand that were completed from a list."""
    unknown: Spans
    """Where names stand that are in no table."""
    contradicted: set[int]
    problems: set[tuple[str, int]]
    idle_agencies: set[int]
    """Sentences with an agency that no fact is about."""
    idle_roles: set[int]
    strange: set[int]
    """Sentences of which more than a tenth are unknown words."""
    years: Mapping[int, set[str]]
    """The years that a sentence names."""
    status_words: Mapping[int, set[str]]
    """The categories of a sentence's words for how a post was got."""

    @classmethod
    def of(cls, record: Record, facts: list[Fact], places: Places) -> _Report:
        names = {_spaced(name) for f in facts if f.kind != "person" and (name := _agency(f))}
        all_names = names | {_spaced(m.name) for m in places.agencies}
        of_all = ("several-blocs", len(record.blocs) > 1), ("few-facts", len(facts) <= _FEW_FACTS)
        return cls(
            places,
            frozenset(sign for sign, is_borne in of_all if is_borne),
            names,
            "\n".join(names),
            all_names,
            "\n".join(all_names),
            Spans.of((m.start, m.end) for m in places.agencies if m.rule.startswith("elliptical")),
            Spans.of((m.start, m.end) for m in places.agencies if m.rule in _GRAMMAR),
            {id(fact) for pair in contradictions(facts) for fact in pair},
            {(p.where, p.start) for p in record.problems if p.where and p.start is not None},
            *_idle(facts, places),
            _strange(places),
            places.by_sentence(places.years),
            places.by_sentence(places.status_words),
        )


def _idle(facts: list[Fact], places: Places) -> tuple[set[int], set[int]]:
    """Return the sentences with an agency that no fact is about, and those with a role that no fact takes."""
    agencies: list[tuple[int, int]] = []
    roles: list[tuple[int, int]] = []
    for fact in facts:
        for e in fact.evidence:
            if e.slot in _AGENCY_SLOTS:
                agencies.append((e.start, e.end))
            elif e.slot in _ROLE_SLOTS:
                roles.append((e.start, e.end))
    told, taken = Spans.of(agencies), Spans.of(roles)
    return (
        {places.sentence(m.start) for m in places.agencies if not told.meet(m.start, m.end)},
        {places.sentence(start) for start, end in places.roles if not taken.meet(start, end)},
    )


def _strange(places: Places) -> set[int]:
    unknown, found = sorted(places.unknown), set()
    for n, (first, last) in enumerate(pairwise([*places.firsts, len(places.tokens)])):
        words = bisect_left(unknown, last) - bisect_left(unknown, first)
        if words and words > _MANY_UNKNOWN * (last - first):
            found.add(n)
    return found


def signs_of(record: Record, places: Places) -> Iterator[tuple[Fact, frozenset[str]]]:
    """Yield the facts of the six kinds, kind by kind, each with the signs of doubt that it bears."""
    facts = [fact for fact in record.facts() if fact.kind not in BEYOND]
    if not facts:
        return
    report = _Report.of(record, facts, places)
    signs = [_signs(fact, report) for fact in facts]
    doubted = [not borne <= _OF_MANY for borne in signs]
    of_kind = Counter([fact.kind for fact in facts])
    doubted_of_kind = Counter([fact.kind for fact, is_doubted in zip(facts, doubted, strict=True) if is_doubted])
    for fact, borne, is_doubted in zip(facts, signs, doubted, strict=True):
        others, kin = of_kind[fact.kind] - 1, doubted_of_kind[fact.kind] - is_doubted
        if kin and kin >= _KIN * others:
            borne.add("doubted-kin")
        yield fact, frozenset(borne)


def _signs(fact: Fact, report: _Report) -> set[str]:
    """Return the signs but `doubted-kin` that a fact bears."""
    kind, places = fact.kind, report.places
    first: dict[str, Evidence] = {}
    for evidence in fact.evidence:
        first.setdefault(evidence.slot, evidence)
    signs = set(report.signs)
    if id(fact) in report.contradicted or _is_doubted(fact, report.problems):
        signs.add("contradicted")
    if getattr(fact, "year", 0) is None:
        signs.add("no-year")
    if kind in ("person", "leader") and getattr(fact, "agency", "") is None:
        signs.add("no-agency")
    if _is_odd(_person(fact)):
        signs.add("odd-person-name")
    _add_name_signs(signs, fact, first, report)
    place = first.get(MAIN_SLOT.get(kind, "name")) or next((first[slot] for slot in _INSTEAD if slot in first), None)
    if place is not None:
        _add_sentence_signs(signs, fact, first, places.sentence(place.start), report)
    if isinstance(fact, Bloc):
        if places.blocs.count(fact.name.lower()) <= 1:
            signs.add("said-once")
    elif isinstance(fact, Meeting):
        if fact.date is None:
            signs.add("no-day")
        elif _has_odd_day(fact):
            signs.add("odd-day")
    elif isinstance(fact, Leader):
        if fact.person is None:
            signs.add("no-person")
    elif isinstance(fact, Award):
        if fact.grantor is None and fact.award not in _RANKS:
            signs.add("no-grantor")
        if fact.award == _FIRST:
            signs.add("first-place")
    return signs


_INSTEAD = ("agency", "person", "count", "trigger")
"""Where a fact stands that has no words for its main slot."""
_NOTHING: frozenset[str] = frozenset()


def _add_name_signs(signs: set[str], fact: Fact, first: Mapping[str, Evidence], report: _Report) -> None:
    """Add the signs about the name of the fact's agency or bloc, and what stands behind it."""
    kind, places, name = fact.kind, report.places, _agency(fact)
    if name is not None:
        spaced = _spaced(name)
        names, lines = (report.names, report.lines) if kind == "person" else (report.all_names, report.all_lines)
        if lines.count(spaced) > (spaced in names):
            signs.add("part-of-a-name")
    said = first.get("name") if kind == "bloc" else None
    if kind != "bloc":
        said = first.get("agency") or first.get("recipient") or first.get("recipient_agency")
    if said is None:
        return
    behind = places.behind(said.end)
    word = places.norms[behind] if behind is not None else ","
    if behind in places.unknown:
        signs.add("unknown-word-behind")
    if kind == "bloc":
        return
    if kind == "member" and word[0].isalnum() and word != "và":
        signs.add("no-mark-behind")
    if name is None and isinstance(fact, Award):
        name = fact.recipient_agency
    if name is not None and said.quote != name and len(_words(said.quote) - _words(name)) >= _FEWER_WORDS:
        signs.add("fewer-words")
    if report.completed.meet(said.start, said.end):
        signs.add("completed-name")
    if report.unknown.meet(said.start, said.end):
        signs.add("unknown-name")


def _add_sentence_signs(signs: set[str], fact: Fact, first: Mapping[str, Evidence], here: int, report: _Report) -> None:
    """Add the signs about the sentence that a fact stands in, and the slots that stand in others."""
    places = report.places
    if here in report.strange:
        signs.add("unknown-words")
    if here in report.idle_agencies:
        signs.add("idle-agency")
    if here in report.idle_roles:
        signs.add("idle-role")
    if len(report.years.get(here, ())) > 1:
        signs.add("several-years")
    if isinstance(fact, Leader):
        words = _STATUS_WORDS.get(fact.status)
        if words and report.status_words.get(here, _NOTHING).isdisjoint(words):
            signs.add("no-status-word")
    elif fact.kind == "award":
        if "award" in first and places.sentence(first["award"].start) != here:
            signs.add("award-elsewhere")
    elif fact.kind == "member" and "year" in first and places.sentence(first["year"].start) != here:
        signs.add("year-elsewhere")


def _agency(fact: Fact) -> str | None:
    """Return the agency that a fact is about; None if it is about a person, a bloc or a number."""
    if isinstance(fact, Award):
        return fact.recipient if fact.recipient_kind == "agency" else None
    agency: str | None = getattr(fact, "agency", None)
    return agency


def _person(fact: Fact) -> str | None:
    """Return the name of the person that a fact names."""
    if isinstance(fact, Award):
        return fact.recipient if fact.recipient_kind == "person" else None
    name: str | None = getattr(fact, "name" if fact.kind == "person" else "person", None)
    return name


def _is_odd(name: str | None) -> bool:
    if name is None:
        return False
    words = name.split()
    capitals = any(word.isupper() and len(word) > 1 for word in words) and not name.isupper()
    return not 3 <= len(words) <= 4 or capitals


def _has_odd_day(meeting: Meeting) -> bool:
    if meeting.date is None or meeting.year is None:
        return False
    months = 12 * (int(meeting.date[:4]) - meeting.year) + int(meeting.date[5:7])
    return months not in _MONTHS.get(meeting.type, range(10, 17))


def _spaced(name: str) -> str:
    return f" {name.lower()} "


@lru_cache(maxsize=4096)
def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.lower()))


def contradictions(facts: Iterable[Fact]) -> list[tuple[Fact, Fact]]:
    """Return the pairs of facts of one report that cannot both be so: one thing, told in two ways.

    Not so deputies, of whom a bloc may have several, nor awards that are counted and not named.
    """
    told: defaultdict[tuple[Any, ...], list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.kind not in _SAID_ONCE:
            continue
        slots = fact.slots()
        if slots.get("role") != "deputy" and slots.get("recipient", "") is not None:
            told[fact.kind, *[slots[slot] for slot in _SAID_ONCE[fact.kind][0]]].append(fact)
    pairs = (pair for same in told.values() for pair in combinations(same, 2))
    return [(one, other) for one, other in pairs if _differ(one, other)]


def _is_doubted(fact: Fact, problems: Set[tuple[str, int]]) -> bool:
    """Whether a problem of the record (its `where` and start) is about the fact; a meeting's day is mended or kept."""
    if not problems or fact.kind == "meeting":
        return False
    return any((f"{fact.kind}.{e.slot}", e.start) in problems for e in fact.evidence)


def _differ(one: Fact, other: Fact) -> bool:
    values = ((getattr(one, slot), getattr(other, slot)) for slot in _SAID_ONCE[one.kind][1])
    return any(None not in pair and pair[0] != pair[1] for pair in values)
