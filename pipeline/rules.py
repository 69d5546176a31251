"""What each rule does on a set of reports, and what none of them took: the reading list of what is missed.

Frame rules make facts, mention rules find the spans that frames fill their slots with. For each: how much it made, how
much of it is right where there is gold, and where it meets other rules. Then the sentences with a trigger word (the
expressions of `corpora/lexicon/triggers.csv`) from which no frame took a fact of the trigger's kind.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.article import Article
from pipeline.confidence import judged
from pipeline.doubt import MAIN_SLOT, contradictions
from pipeline.evaluate import Miss, score
from pipeline.lexicon import shared_lexicon
from pipeline.reading import Reading, Sentence
from pipeline.record import KINDS, Fact, Problem, Record
from pipeline.text import syllables

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

SPEAKS_OF: Mapping[str, tuple[str, ...]] = {
    "meeting": ("meeting",),
    "elect": ("leader",),
    "appoint": ("leader",),
    "assume": ("leader",),
    "recognise": ("leader", "award"),
    "propose": ("leader", "award"),
    "ask": ("award",),
    "confer": ("award",),
    "opener": ("member",),
}
"""The categories of triggers that open facts, and the kinds of these facts."""

_LEAST_OF_A_LIST = 3
"""So many agencies make a list; "gồm", "là" and "với" open members only before one."""
_CATEGORY_PRIOR = 4
_FILLS = {
    "AGENCY": ("agency", "recipient", "recipient_agency"),
    "AWARD": ("award", "rank"),
    "BLOC": ("name", "bloc"),
    "COUNT": ("count",),
    "DATE": ("date",),
    "GRANTOR": ("grantor",),
    "PERSON": ("person", "name", "recipient"),
    "ROLE": ("role",),
    "TITLE": ("title",),
    "YEAR": ("year",),
}
"""The slots that a kind of mention fills."""
MENTIONS = tuple(_FILLS)
"""The kinds of mentions, in the order in which they are listed."""
_SAME_WORDS = {**{kind: (slot,) for kind, slot in MAIN_SLOT.items()}, "person": ("name",)} | {
    "leader": ("role", "agency"),
    "award": ("award", "recipient"),
}
"""Two facts of a kind are said by the same words if their evidence for all of these slots overlaps."""

_NAMED_BY = {"bloc": (-1,), "meeting": (-2,), "member": (-1,), "leader": (-3,), "award": (-5, -3), "person": (-3,)}
"""Which slots of a scored fact name what it is about: a sentence that holds their words may be the one that says it.
"""

Rule = tuple[str, str]


@dataclass(slots=True)
class Figures:
    """What one rule did: `found` facts or mentions.

    For a frame rule, its facts are `right`, `wrong` or `left_open` by gold; of them `shared` are said by the same words
    as another of their kind, and `conflicts` contradict another. For a mention rule, `used` of its mentions gave facts,
    which are right, wrong or left open, and `shared` have words in common with a mention of another kind.
    """

    found: int = 0
    used: int = 0
    right: int = 0
    wrong: int = 0
    left_open: int = 0
    shared: int = 0
    conflicts: int = 0
    reports: set[str] = field(default_factory=set)

    def add(self, verdict: str) -> None:
        """Count a fact for what gold says of it; nothing without gold."""
        if verdict:
            setattr(self, verdict, getattr(self, verdict) + 1)

    @property
    def precision(self) -> float | None:
        """Return the share of right facts, None where none was judged."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else None


@dataclass(frozen=True, slots=True)
class Chance:
    """A sentence with a trigger.

    `mentions` are the kinds of mentions in it, `gold` the missed facts that it may say (none without gold), `taken`
    whether a frame took a fact of the trigger's kinds from it. `telling` is the share that was taken of the sentences
    with the same category of trigger and the same kinds of mentions: the higher, the odder that this one was not.
    """

    report: str
    start: int
    end: int
    text: str
    category: str
    trigger: str
    mentions: frozenset[str]
    gold: tuple[str, ...]
    taken: bool
    telling: float = 0.0


@dataclass(slots=True)
class Findings:
    """All that is reported. Pairs of rules are in the order of their names."""

    reports: int = 0
    with_gold: int = 0
    frames: dict[Rule, Figures] = field(default_factory=lambda: defaultdict(Figures))
    mentions: dict[Rule, Figures] = field(default_factory=lambda: defaultdict(Figures))
    same_words: Counter[tuple[Rule, Rule]] = field(default_factory=Counter)
    contradictory: Counter[tuple[Rule, Rule]] = field(default_factory=Counter)
    overlapping: Counter[tuple[Rule, Rule]] = field(default_factory=Counter)
    missed: list[Chance] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def study(articles: Iterable[tuple[str, Article, Mapping[str, Any] | None]], nlp: Language) -> Findings:
    """Read articles and count what each rule does. One that cannot be read becomes a problem.

    Args:
        articles: (name to show, article, its gold record if there is one).
        nlp: The pipeline of `load_language()`.
    """
    from pipeline.language import doc_of

    findings = Findings()
    chances: list[Chance] = []
    for name, article, gold in articles:
        try:
            doc = nlp(doc_of(nlp, article))
        except Exception as error:  # whatever it is, it concerns this article alone
            message = f"the reading failed on this text ({type(error).__name__}: {error}); please report it as a defect"
            findings.problems.append(Problem(code="reading-failed", message=message, where=name))
            continue
        record = Record.from_dict(doc._.record)
        facts = [(fact, _judge(fact, record, gold)) for fact in record.facts() if fact.kind in KINDS]
        findings.reports += 1
        findings.with_gold += gold is not None
        _count_frames(findings, name, facts)
        _count_mentions(findings, name, facts, doc)
        errors = score([gold], {gold["article_id"]: record.to_dict()}).errors if gold else ()
        missed = [error for error in errors if error.what == "missed"]
        chances += _chances(name, Reading(article), doc, [fact for fact, _ in facts], missed)
    findings.missed = _reading_list(chances)
    return findings


def gold_beside(folder: Path, key: str) -> dict[str, Any] | None:
    """Return the gold record NAME.json that stands beside a report, if there is one.

    Args:
        folder: The folder that was given.
        key: The report's path below it.

    Raises:
        ValueError: the file is no record.
    """
    path = (folder / key).with_suffix(".json")
    if not path.is_file():
        return None
    try:
        gold = json.loads(path.read_text("utf-8"))
    except ValueError as error:
        raise ValueError(f"{path}: no JSON ({error}); expected one record in the guideline's form") from error
    if not isinstance(gold, dict) or "article_id" not in gold:
        raise ValueError(f"{path}: no record; expected a JSON object with an article_id")
    return gold


def _judge(fact: Fact, record: Record, gold: Mapping[str, Any] | None) -> str:
    """Return the figure that a fact counts for; none without gold."""
    if gold is None:
        return ""
    counts = judged(fact, record, gold)
    return "right" if counts.tp else "wrong" if counts.fp else "left_open"


def _rule_of(fact: Fact) -> Rule:
    return fact.kind, fact.rule


def _count_frames(findings: Findings, name: str, facts: Sequence[tuple[Fact, str]]) -> None:
    for fact, verdict in facts:
        figures = findings.frames[_rule_of(fact)]
        figures.found += 1
        figures.add(verdict)
        figures.reports.add(name)
    all_facts = [fact for fact, _ in facts]
    same = [(a, b) for a, b in combinations(all_facts, 2) if a.kind == b.kind and _said_by_same_words(a, b)]
    contradictory = contradictions(all_facts)
    for pairs, counter in ((same, findings.same_words), (contradictory, findings.contradictory)):
        counter.update(_ordered(_rule_of(one), _rule_of(other)) for one, other in pairs)
    for fact in {id(fact): fact for pair in same for fact in pair}.values():
        findings.frames[_rule_of(fact)].shared += 1
    for fact in {id(fact): fact for pair in contradictory for fact in pair}.values():
        findings.frames[_rule_of(fact)].conflicts += 1


def _said_by_same_words(one: Fact, other: Fact) -> bool:
    def meet(slot: str) -> bool:
        mine, others = ([e for e in fact.evidence if e.slot == slot] for fact in (one, other))
        return any(a.start < b.end and b.start < a.end for a in mine for b in others)

    return all(map(meet, _SAME_WORDS[one.kind]))


def _count_mentions(findings: Findings, name: str, facts: Sequence[tuple[Fact, str]], doc: Doc) -> None:
    spans = [span for group in doc.spans.values() for span in group if span.label_ in _FILLS]
    spans = sorted({(s.start_char, s.end_char, s.label_, s.id_) for s in spans})
    evidence = [(e, fact, verdict) for fact, verdict in facts for e in fact.evidence]
    for start, end, kind, rule in spans:
        figures = findings.mentions[kind, rule]
        figures.found += 1
        figures.reports.add(name)
        filled = [x for x in evidence if x[0].slot in _FILLS[kind] and x[0].start < end and start < x[0].end]
        figures.used += bool(filled)
        for verdict in {id(fact): verdict for _, fact, verdict in filled}.values():
            figures.add(verdict)
    shared: set[tuple[int, int, str, str]] = set()
    for number, one in enumerate(spans):
        for other in spans[number + 1 :]:
            if other[0] >= one[1]:
                break
            if one[2] != other[2]:
                findings.overlapping[_ordered(one[2:], other[2:])] += 1
                shared.update((one, other))
    for span in shared:
        findings.mentions[span[2:]].shared += 1


def _ordered(one: Rule, other: Rule) -> tuple[Rule, Rule]:
    return (one, other) if one <= other else (other, one)


def _chances(name: str, reading: Reading, doc: Doc, facts: Sequence[Fact], missed: Sequence[Miss]) -> Iterator[Chance]:
    lexicon = shared_lexicon()
    triggers = {"meeting": lexicon.meetings, **lexicon.triggers}
    spans = [span for group in doc.spans.values() for span in group if span.label_ in _FILLS]
    for sentence in reading.sentences:
        start, end = reading.span(sentence.start, sentence.end)
        inside = [span for span in spans if start <= span.start_char < end]
        kinds = Counter(span.label_ for span in inside)
        took = {f.kind for f in facts for e in f.evidence if start <= e.start < end and _is_of_place(f, e.slot)}
        words = _words(sentence, reading, [span.kb_id_ for span in inside])
        for category, speaks_of in SPEAKS_OF.items():
            found = next(
                (t for t in reading.matches(triggers[category], sentence.start, sentence.end) if t[2] != "not"),
                None,
            )
            if found is None or (category == "opener" and kinds["AGENCY"] < _LEAST_OF_A_LIST):
                continue
            gold = tuple(_told(miss) for miss in missed if miss.kind in speaks_of and _may_say(words, miss))
            yield Chance(
                report=name,
                start=start,
                end=end,
                text=reading.text(sentence.start, sentence.end),
                category=category,
                trigger=reading.text(*found[:2]),
                mentions=frozenset(kinds),
                gold=gold,
                taken=bool(took & set(speaks_of)),
            )


def _is_of_place(fact: Fact, slot: str) -> bool:
    """Whether the words of a slot show that the fact is of their sentence: year and bloc may be anywhere."""
    return slot in (*_SAME_WORDS[fact.kind], "trigger", "count")


def _words(sentence: Sentence, reading: Reading, values: Iterable[str]) -> frozenset[str]:
    """Return the folded words of a sentence and of what its mentions stand for."""
    said = (*reading.norms[sentence.start : sentence.end], *values)
    return frozenset(word for text in said for word in (*syllables(text), text))


def _may_say(words: frozenset[str], miss: Miss) -> bool:
    """Whether a sentence holds all words of what names a missed fact; of a day, month and day of the month do."""
    skipped = 1 if miss.kind == "meeting" else 0
    named = ([option for option in miss.slots[at] if option is not None] for at in _NAMED_BY[miss.kind])
    return all(not slot or any(set(syllables(str(one))[skipped:]) <= words for one in slot) for slot in named)


def _told(miss: Miss) -> str:
    """Return a missed fact in one line: its kind and the preferred value of each slot."""
    return f"{miss.kind}: {' | '.join(str(slot[0]) for slot in miss.slots if slot[0] is not None)}"


def _reading_list(chances: Sequence[Chance]) -> list[Chance]:
    """Return the sentences that were not taken: those where gold misses something first, then the most telling.

    A sentence with several triggers stands there once.
    """
    of_category: defaultdict[str, list[bool]] = defaultdict(list)
    of_group: defaultdict[tuple[str, frozenset[str]], list[bool]] = defaultdict(list)
    for chance in chances:
        of_category[chance.category].append(chance.taken)
        of_group[chance.category, chance.mentions].append(chance.taken)

    def telling(chance: Chance) -> float:
        all_, alike = of_category[chance.category], of_group[chance.category, chance.mentions]
        return (sum(alike) + _CATEGORY_PRIOR * sum(all_) / len(all_)) / (len(alike) + _CATEGORY_PRIOR)

    missed = sorted(
        (replace(chance, telling=round(telling(chance), 3)) for chance in chances if not chance.taken), key=_rank
    )
    first: dict[tuple[str, int], Chance] = {}
    for chance in missed:
        first.setdefault((chance.report, chance.start), chance)
    return list(first.values())


def _rank(chance: Chance) -> tuple[bool, float, str, int, str]:
    return not chance.gold, -chance.telling, chance.report, chance.start, chance.category


def as_json(findings: Findings, most: int) -> dict[str, Any]:
    """Return the findings as JSON-ready values, with so many sentences of the reading list (-1: all)."""
    return {
        "reports": findings.reports,
        "with_gold": findings.with_gold,
        "frames": [_row(rule, figures, "conflicts") for rule, figures in by_coverage(findings.frames, KINDS)],
        "mentions": [_row(rule, figures, "used") for rule, figures in by_coverage(findings.mentions, MENTIONS)],
        "same_words": _pairs(findings.same_words),
        "contradictory": _pairs(findings.contradictory),
        "overlapping": _pairs(findings.overlapping),
        "missed_in_all": len(findings.missed),
        "missed": [_sentence(chance) for chance in shown(findings.missed, most)],
    }


def _sentence(chance: Chance) -> dict[str, Any]:
    values = {name: value for name, value in asdict(chance).items() if name not in ("mentions", "taken")}
    return {**values, "gold": list(chance.gold)}


def shown(missed: Sequence[Chance], most: int) -> Sequence[Chance]:
    """Return the first so many, all for -1."""
    return missed if most < 0 else missed[:most]


def by_coverage(rules: Mapping[Rule, Figures], kinds: Sequence[str]) -> list[tuple[Rule, Figures]]:
    """Return rules by kind in the given order, those that made most first."""
    return sorted(rules.items(), key=lambda item: (kinds.index(item[0][0]), -item[1].found, item[0][1]))


def _row(rule: Rule, figures: Figures, last: str) -> dict[str, Any]:
    precision = figures.precision
    return {
        "kind": rule[0],
        "rule": rule[1],
        "found": figures.found,
        "reports": len(figures.reports),
        "right": figures.right,
        "wrong": figures.wrong,
        "left_open": figures.left_open,
        "precision": None if precision is None else round(precision, 4),
        "shared": figures.shared,
        last: getattr(figures, last),
    }


def _pairs(counter: Counter[tuple[Rule, Rule]]) -> list[dict[str, Any]]:
    ordered = sorted(counter.items(), key=lambda item: (-item[1], item[0]))
    return [{"one": list(one), "other": list(other), "count": number} for (one, other), number in ordered]
