"""What every frame works with: the reading, the blocs that it is about, the years, and how a fact is put together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from pipeline.lexicon import Lexicon
from pipeline.mentions.agencies import official_name
from pipeline.mentions.agency_grammar import NameGrammar
from pipeline.mentions.places import CITIES, LEVEL_OF_UNIT
from pipeline.reading import Mention, Reading
from pipeline.record import Evidence, Problem

_LED_WITHIN = 3
"""So many tokens at most between a rank and the bloc that it is of: "dẫn đầu | phong trào thi đua Cụm"."""


@dataclass(slots=True)
class BlocEntity:
    """One bloc of the report: its name, its mentions, and the year that its meeting reviews."""

    name: str
    mentions: list[Mention]
    year: int | None = None
    year_mention: Mention | None = None
    next_term: bool = False
    """Whether a term chosen at its meeting begins the year after (a year-end meeting, not a pledge)."""
    pledges: bool = False
    """Whether its meeting is about the year ahead, and "the past year" is the one before."""
    unnamed: bool = False
    """Whether only a post in it is told, so that it stays only if a unit holds the post."""

    @property
    def first(self) -> Mention:
        """The mention that gives the name."""
        return self.mentions[0]


@dataclass(slots=True)
class Context:
    """The state of one report's frames."""

    reading: Reading
    lexicon: Lexicon
    grammar: NameGrammar
    blocs: list[BlocEntity] = field(default_factory=list)
    several_places: bool = False
    levels_below: frozenset[str] = frozenset()
    """The levels of places far enough below that of the blocs that their bodies keep the place's name."""
    decision: bool = False
    """Whether the report tells of a document that names leaders, not of a meeting."""
    problems: list[Problem] = field(default_factory=list)
    inner_agencies: list[Mention] = field(default_factory=list)
    """Agencies inside the names of blocs ("Cụm thi đua Liên minh Hợp tác xã 7 tỉnh")."""
    _evidence: dict[tuple[str, int, int], Evidence] = field(default_factory=dict)
    """What has been given as evidence: many facts share their bloc's or their list's."""

    def agency_key(self, mention: Mention) -> str:
        """Return the key under which the forms of one agency meet: a place and its UBND are one."""
        return self.agency_name(mention).removeprefix("UBND ").lower()

    def agency_name(self, mention: Mention) -> str:
        """Return the official name of an agency, with its place where the report has agencies of several places."""
        keep = self.several_places or self._is_below(mention)
        keep = keep or mention.rule == "list-of-places" and "unit" not in mention.parts  # only its place tells it apart
        return official_name(mention, keep_place=keep) or mention.value

    def _is_below(self, mention: Mention) -> bool:
        """Whether an agency's place is smaller than what the blocs are of: a ward's body in a bloc of the province."""
        level = LEVEL_OF_UNIT.get(mention.parts.get("unit", ""))
        return level in self.levels_below and mention.parts.get("place") not in CITIES

    def evidence(self, slot: str, start: int, end: int) -> Evidence:
        """Return the evidence for a slot: the tokens `[start, end)`."""
        key = slot, start, end
        given = self._evidence.get(key)
        if given is None:
            reading = self.reading
            first, last = reading.starts[start], reading.ends[end - 1]
            given = self._evidence[key] = Evidence(slot, first, last, reading.article.text[first:last])
        return given

    def evidence_of(self, slot: str, mention: Mention) -> Evidence:
        """Return the evidence for a slot that a mention fills."""
        return self.evidence(slot, mention.start, mention.end)

    def has(self, category: str, start: int, end: int) -> bool:
        """Whether a trigger of the category stands in the tokens `[start, end)`."""
        return self.first(category, start, end) is not None

    def in_contest(self, start: int, end: int) -> bool:
        """Whether words of a contest stand in `[start, end)`, beside the prizes that are places in the bloc."""
        places = {k for m in self.reading.of("AWARD", start, end) for k in range(m.start, m.end)}
        found = self.reading.matches(self.lexicon.triggers["contest"], start, end)
        return any(value != "not" and first not in places for first, _, value in found)

    def first(self, category: str, start: int, end: int) -> tuple[int, int] | None:
        """Return the first trigger of the category in `[start, end)` as tokens."""
        for first, last, value in self.reading.matches(self.lexicon.triggers[category], start, end):
            if value != "not" and not (category == "elect" and self.is_name(first, last)):
                return first, last
        return None

    def last(self, category: str, start: int, end: int) -> tuple[int, int] | None:
        """Return the last trigger of the category in `[start, end)` as tokens."""
        for first, last, value in reversed(self.reading.matches(self.lexicon.triggers[category], start, end)):
            if value != "not" and not (category == "elect" and self.is_name(first, last)):
                return first, last
        return None

    def _is_led(self, token: int, at: int) -> bool:
        """Whether a rank stands right before the bloc at token `at`: "Sở Y tế dẫn đầu thi đua | Khối thi đua số 2"."""
        ranks = self.reading.of("AWARD", token, at)
        return bool(ranks) and ranks[-1].rule == "rank" and -1 <= at - ranks[-1].end <= _LED_WITHIN

    def is_name(self, first: int, last: int) -> bool:
        """Whether words are spelled as a place is: "huyện Thống Nhất"."""
        raw = self.reading.raw
        return last - first > 1 and raw[first].istitle() and raw[last - 1].istitle()

    def bloc_for(self, token: int) -> BlocEntity:
        """Return the bloc that a fact at a token belongs to.

        1. the only bloc of the report;
        2. the last one named before it in its clause, else the first one named after it there; so in its sentence;
        3. the last one named before its sentence: a heading, the sentence before.
        """
        if len(self.blocs) == 1:
            return self.blocs[0]
        sentence = self.reading.sentences[self.reading.sentence_of(token)]
        placed = sorted(((m.start, b) for b in self.blocs for m in b.mentions), key=lambda pair: pair[0])
        norms = self.reading.norms
        first = next((k + 1 for k in range(token - 1, sentence.start - 1, -1) if norms[k] == ";"), sentence.start)
        last = next((k for k in range(token, sentence.end) if norms[k] == ";"), sentence.end)
        here = [b for at, b in placed if first <= at <= token]
        if here:
            return here[-1]
        clause = [b for at, b in placed if token < at < last]
        if clause and (first > sentence.start or last < sentence.end):
            return clause[0]
        near = [b for at, b in placed if token < at < sentence.end and (at <= token + 3 or self._is_led(token, at))]
        if near:
            return near[0]
        here = [b for at, b in placed if sentence.start <= at <= token]
        if here:
            return here[-1]
        after = [b for at, b in placed if token < at < sentence.end]
        before = [b for at, b in placed if at < sentence.start]
        if after and not before:
            return after[0]
        return before[-1] if before else self.blocs[0]


def merge_evidence(groups: Iterable[Iterable[Evidence]]) -> tuple[Evidence, ...]:
    """Return the evidence of one fact that is said several times, without repeats, in the order given."""
    seen: dict[tuple[str, int, int], Evidence] = {}  # the quote is what stands there
    for group in groups:
        for item in group:
            seen.setdefault((item.slot, item.start, item.end), item)
    return tuple(seen.values())
