"""The evidence of ten reports against spans that a person marked in their texts (`tests/data/evidence.csv`).

A row of the table is a stretch of an article that says a slot of a fact: the quote and which of its occurrences it is.
Several rows of one slot are places that say it as well as one another. Facts go by their main slots: a leader is "leader
Sở Nội vụ", an award "Cờ thi đua > Sở Nội vụ" or, counted, "Giấy khen > 12 person".
"""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from functools import lru_cache
from pathlib import Path

from reading_rows import language

from pipeline import Record, extract
from pipeline.pages import read_copied_page
from pipeline.record import KINDS, Award, Bloc, Fact, Leader, Meeting, Member, Person
from pipeline.text import same_name

ROOT = Path(__file__).resolve().parent.parent
LEAST = 0.98

Span = tuple[int, int]
Slot = tuple[str, str, str, str]
"""Article, kind, fact, slot."""


@lru_cache(maxsize=16)
def record(article_id: str) -> Record:
    path = next((ROOT / "corpora").rglob(f"{article_id}.txt"))
    return extract(read_copied_page(path.read_text("utf-8"), path.stem), language())


def text_of(article_id: str) -> str:
    article = record(article_id).article
    assert article is not None
    return article.text


def occurrence(text: str, quote: str, number: int) -> Span:
    start = -1
    for _ in range(number):
        start = text.index(quote, start + 1)
    return start, start + len(quote)


@lru_cache(maxsize=1)
def gold() -> dict[Slot, list[Span]]:
    found: defaultdict[Slot, list[Span]] = defaultdict(list)
    with (ROOT / "tests" / "data" / "evidence.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            span = occurrence(text_of(row["article"]), row["quote"], int(row["occurrence"]))
            found[row["article"], row["kind"], row["fact"], row["slot"]].append(span)
    return dict(found)


def name_of(fact: Fact) -> str:
    match fact:
        case Bloc() | Person():
            return fact.name
        case Meeting():
            return fact.type
        case Member():
            return fact.agency
        case Leader():
            return f"{fact.role} {fact.agency}"
        case Award():
            return f"{fact.award} > {fact.recipient or f'{fact.count} {fact.recipient_kind}'}"
    raise TypeError(fact)


def key_of(kind: str, name: str) -> tuple[str, str]:
    """Return the key under which a fact meets its gold: the generic locality of a name counts for nothing."""
    words = same_name(name).replace("hội đồng nhân dân", "hđnd").split()
    return kind, " ".join(w for w in words if w not in ("tỉnh", "ubnd"))


@lru_cache(maxsize=16)
def accepted(article_id: str) -> dict[str, list[str]]:
    """Return the names that the article's gold record accepts beside the one that it prefers."""
    record = json.loads(next((ROOT / "corpora").rglob(f"{article_id}.json")).read_text("utf-8"))
    facts = [fact for kind in record.values() if isinstance(kind, list) for fact in kind if isinstance(fact, dict)]
    values = [value for fact in facts for value in fact.values()]
    lists = [[one for one in v if isinstance(one, str)] for v in values if isinstance(v, list)]
    found: defaultdict[str, list[str]] = defaultdict(list)
    for names in lists:
        found["".join(names[:1])] += names
    return dict(found)


def keys_of(article_id: str, kind: str, fact: str) -> list[tuple[str, str]]:
    """Return the keys under which a fact of the table may be found: one for each accepted name in it."""
    whole = [fact] if fact in accepted(article_id) else []
    end = max((name for name in accepted(article_id) if fact.endswith(f" {name}")), key=len, default="")
    names = [*accepted(article_id).get("".join(whole), [fact])]
    names += [fact.removesuffix(end) + name for name in accepted(article_id).get(end, [])]
    return [key_of(kind, name) for name in names]


def evidence(article_id: str) -> dict[tuple[str, str], dict[str, list[Span]]]:
    found: dict[tuple[str, str], dict[str, list[Span]]] = {}
    for fact in (fact for fact in record(article_id).facts() if fact.kind in KINDS):
        slots = found.setdefault(key_of(fact.kind, name_of(fact)), {})
        for e in fact.evidence:
            slots.setdefault("kind" if e.slot == "bloc_kind" else e.slot, []).append((e.start, e.end))
    return found


def misses() -> tuple[list[str], list[str], int]:
    """Return the gold facts that were not read, a line for each slot that was shown elsewhere, and how many slots."""
    unread: dict[str, None] = {}
    wrong: list[str] = []
    told = 0
    shown = {article_id: evidence(article_id) for article_id in dict.fromkeys(key[0] for key in gold())}
    for (article_id, kind, fact, slot), spans in gold().items():
        of_fact = next((of for key in keys_of(article_id, kind, fact) if (of := shown[article_id].get(key))), None)
        if of_fact is None:
            unread.setdefault(f"{article_id} {kind} {fact}")
            continue
        told += 1
        said = of_fact.get(slot, [])
        if not any(a < d and c < b for a, b in spans for c, d in said):
            text = text_of(article_id)
            quotes = [text[a:b] for a, b in spans], [text[a:b] for a, b in said]
            wrong.append(f"{article_id} {kind} {fact} {slot}: {quotes[0]} is shown as {quotes[1]}")
    return list(unread), wrong, told


def test_slots_are_shown_where_a_person_finds_them() -> None:
    unread, wrong, told = misses()
    assert told - len(wrong) >= LEAST * told, "\n".join([f"{len(wrong)} of {told} slots", *wrong])
    assert len(unread) <= 0.02 * len({key[:3] for key in gold()}), unread


def test_the_gold_has_ten_reports_and_every_kind_of_fact() -> None:
    articles = {key[0] for key in gold()}
    assert len(articles) == 10
    assert sum(next((ROOT / "corpora" / "reports").glob(f"{a}.txt"), None) is not None for a in articles) == 5
    assert {key[1] for key in gold()} == {"bloc", "meeting", "member", "leader", "award", "person"}
    assert len(gold()) > 800


def test_a_span_elsewhere_is_a_miss() -> None:
    """The measure can fail: of spans moved behind themselves, few are hit."""
    hit = 0
    for (article_id, kind, fact, slot), spans in gold().items():
        said = evidence(article_id).get(key_of(kind, fact), {}).get(slot, [])
        hit += any(b < d and c < 2 * b - a for a, b in spans for c, d in said)
    assert hit < 0.3 * len(gold())
