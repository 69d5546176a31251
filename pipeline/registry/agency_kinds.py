"""Kinds of agencies as the lexicon has them: at which tiers a name exists, since when, until when, and what came next.

`agencies.csv` has one row for a name; `agency_lineage.csv` says what one row cannot: dates that differ by tier, one
name for several bodies in the course of time, and successors with their relation. Where it has rows for a name and
tier, they replace the dates and successors of `agencies.csv`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from pipeline.lexicon import Head, NameTrie, Phrases, cells, read_table, shared_lexicon
from pipeline.registry.agency_words import initials, name_key, without_legal_form

NATIONAL = "trung ương"
REGIONAL = "vùng"


@dataclass(frozen=True, slots=True)
class Kind:
    """A name of the lexicon: `tiers` in the table's order, `place` the policy for a locality after it."""

    name: str
    key: str
    tiers: tuple[str, ...]
    place: str


@dataclass(frozen=True, slots=True)
class Era:
    """When a name stood for one body at one tier; ISO dates, as exact as known, "" where unknown or open."""

    valid_from: str = ""
    valid_to: str = ""

    def holds(self, day: date) -> bool:
        """Whether `day` lies in the era, as far as its dates tell."""
        text = day.isoformat()
        return self.valid_from <= text and (not self.valid_to or text[: len(self.valid_to)] <= self.valid_to)

    @property
    def next_day(self) -> str:
        """The first day after it, or its end as it is known if that is no day."""
        if len(self.valid_to) < len("2025-02-28"):
            return self.valid_to
        return (date.fromisoformat(self.valid_to) + timedelta(days=1)).isoformat()


@dataclass(frozen=True, slots=True)
class Step:
    """What a kind of agency became: the successor's key and tier, and how."""

    era: Era
    successor: str
    tier: str
    relation: str
    source: str


@dataclass(frozen=True, slots=True)
class Kinds:
    """The lexicon's agencies for resolution.

    `by_core` are companies by key without legal form, `by_initials` names by what their words begin with; `eras` and
    `steps` are by (key, tier); `same` gives the official name of the body that another key stands for;
    `owners` are (key, key of the body that all such are a part of).
    """

    names: NameTrie
    heads: Phrases[Head]
    provinces: Phrases[str]
    by_name: Mapping[str, Kind]
    by_key: Mapping[str, Kind]
    by_core: Mapping[str, Kind]
    by_plain: Mapping[str, str]
    by_initials: Mapping[str, Sequence[Kind]]
    same: Mapping[str, str]
    owners: Set[tuple[str, str]]
    eras: Mapping[tuple[str, str], Sequence[Era]]
    steps: Mapping[tuple[str, str], Sequence[Step]]

    def eras_of(self, key: str, tier: str) -> Sequence[Era]:
        """Return the eras of a name at a tier, in the order of time; empty if the lexicon lacks it."""
        return self.eras.get((key, tier), ())


@lru_cache(maxsize=1)
def load_kinds() -> Kinds:
    """Return the kinds of the installed package, built on first use.

    Raises:
        FileNotFoundError: the installed package lacks a table of the lexicon.
        KeyError: `agency_lineage.csv` names an agency that no table has.
    """
    rows, lineage = read_table("agencies"), read_table("agency_lineage")
    lexicon = shared_lexicon()
    same = {row["name"]: row["successor"] for row in lineage if row["relation"] == "same"}
    kinds = {
        row["name"]: Kind(row["name"], name_key(row["name"]), tuple(cells(row["tier"])), row["place"]) for row in rows
    }
    dated = [row for row in lineage if row["relation"] not in ("same", "part")]
    tiers = _tiers(kinds, dated)
    return Kinds(
        names=lexicon.agencies,
        heads=lexicon.heads,
        provinces=lexicon.provinces,
        by_name={
            name: Kind(*_body(kinds, same, name), tiers.get(same.get(name, name), kind.tiers), kind.place)
            for name, kind in kinds.items()
        },
        by_key={
            kind.key: Kind(kind.name, kind.key, tiers.get(kind.name, kind.tiers), kind.place) for kind in kinds.values()
        },
        by_core={
            without_legal_form(kind.key)[0]: kind
            for kind in kinds.values()
            if kind.key != without_legal_form(kind.key)[0]
        }
        | {kind.key: kind for kind in kinds.values() if kind.name.startswith("Công ty")},
        by_plain={key: entry.name for key, entry in lexicon.by_plain.items()},
        by_initials=_by_initials(kinds.values()),
        same={name_key(name): official for name, official in same.items()},
        owners={(name_key(row["name"]), name_key(row["successor"])) for row in lineage if row["relation"] == "part"},
        eras=_eras(rows, dated),
        steps=_steps(rows, dated, kinds),
    )


def _by_initials(kinds: Iterable[Kind]) -> dict[str, list[Kind]]:
    found: defaultdict[str, list[Kind]] = defaultdict(list)
    for kind in kinds:
        found[initials(kind.name)].append(kind)
    return dict(found)


def _body(kinds: Mapping[str, Kind], same: Mapping[str, str], name: str) -> tuple[str, str]:
    """Return (official name, key) of the body that a name stands for: BIDV is another name of its bank."""
    official = same.get(name, name)
    return official, name_key(official)


def _tiers(kinds: Mapping[str, Kind], dated: Sequence[Mapping[str, str]]) -> dict[str, tuple[str, ...]]:
    """Return the tiers of the names that have rows of their own for them, those of `agencies.csv` first."""
    found = {name: dict.fromkeys(kind.tiers) for name, kind in kinds.items()}
    for row in dated:
        found.setdefault(row["name"], {}).setdefault(row["tier"])
    return {name: tuple(tiers) for name, tiers in found.items()}


def _eras(
    rows: Sequence[Mapping[str, str]], dated: Sequence[Mapping[str, str]]
) -> dict[tuple[str, str], tuple[Era, ...]]:
    found: defaultdict[tuple[str, str], dict[Era, None]] = defaultdict(dict)
    for row in dated:
        found[name_key(row["name"]), row["tier"]].setdefault(Era(row["valid_from"], row["valid_to"]))
    for row in rows:
        for tier in cells(row["tier"]):
            if (name_key(row["name"]), tier) not in found:
                found[name_key(row["name"]), tier].setdefault(Era(row["valid_from"], row["valid_to"]))
    return {key: tuple(sorted(eras, key=lambda era: era.valid_from)) for key, eras in found.items()}


def _steps(
    rows: Sequence[Mapping[str, str]], dated: Sequence[Mapping[str, str]], kinds: Mapping[str, Kind]
) -> dict[tuple[str, str], tuple[Step, ...]]:
    found: defaultdict[tuple[str, str], list[Step]] = defaultdict(list)
    own = {(row["name"], row["tier"]) for row in dated}
    for row in dated:
        if row["successor"]:
            era = Era(row["valid_from"], row["valid_to"])
            step = Step(era, name_key(row["successor"]), row["successor_tier"], row["relation"], row["source"])
            found[name_key(row["name"]), row["tier"]].append(step)
    begun = {row["name"]: row["valid_from"] for row in rows}
    before: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows:
        for name in cells(row["successor"]):
            before[_named(name, kinds)].add(row["name"])
    for row in rows:
        successors = [_named(name, kinds) for name in cells(row["successor"])]
        for tier in cells(row["tier"]):
            for name in successors:
                kind = kinds.get(name)
                if (row["name"], tier) in own or (kind and tier not in kind.tiers) or name == row["name"]:
                    continue
                joined = len(before[name]) > 1 or not begun.get(name) or begun[name] < row["valid_to"]
                relation = "divided" if len(successors) > 1 else "merged" if joined else "renamed"
                era = Era(row["valid_from"], row["valid_to"])
                found[name_key(row["name"]), tier].append(Step(era, name_key(name), tier, relation, row["source"]))
    return {key: tuple(steps) for key, steps in found.items()}


def _named(written: str, kinds: Mapping[str, Kind]) -> str:
    """Return the name of a successor as its own row has it, which is without "tỉnh" or "Tỉnh ủy"."""
    for tail in (" Tỉnh ủy", " tỉnh"):
        if written not in kinds and written.removesuffix(tail) in kinds:
            return written.removesuffix(tail)
    return written
