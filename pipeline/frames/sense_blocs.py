"""Facts of several blocs: a leader or an award of a unit that the report lists in another bloc than the fact's own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from pipeline.frames.context import Context
from pipeline.frames.sense_leaders import same_unit
from pipeline.record import Award, Evidence, Leader, Problem, Record

_Fact = TypeVar("_Fact", Leader, Award)


def with_their_blocs(ctx: Context, record: Record) -> tuple[Record, list[Problem]]:
    """Return the record with such facts in their units' blocs, and a problem `other-bloc` for each.

    A fact whose sentence names its bloc stays where it is; one that its unit's bloc has too is dropped.
    """
    listed: defaultdict[str, list[str]] = defaultdict(list)
    for member in record.members:
        listed[member.bloc].append(member.agency)
    if len(listed) < 2:
        return record, []
    problems: list[Problem] = []
    leaders = _placed(ctx, record.leaders, "agency", listed, problems)
    awards = _placed(ctx, record.awards, "recipient", listed, problems)
    return replace(record, leaders=leaders, awards=awards), problems


def _placed(
    ctx: Context, facts: Sequence[_Fact], slot: str, listed: Mapping[str, Sequence[str]], problems: list[Problem]
) -> tuple[_Fact, ...]:
    out: list[_Fact] = []
    for fact in facts:
        name = fact.slots()[slot]
        own = _bloc_of(name, fact.bloc, listed) if name else None
        said = next((e for e in fact.evidence if e.slot == slot), None)
        if own is None or said is None:
            out.append(fact)
            continue
        message = f"{name} is told in {fact.bloc} and listed in {own}"
        if _names_bloc(ctx, said, fact.bloc):
            out.append(fact)
            message += "; kept as told. Look which bloc it belongs to."
        elif any(_is_same(fact, other, own, slot) for other in facts):
            message += ", where the same is told; left out. Check it."
        else:
            out.append(replace(fact, bloc=own, evidence=_in_bloc(ctx, fact, own)))
            message += "; told of the latter. Check it."
        where = f"{fact.kind}.{slot}"
        problems.append(Problem(code="other-bloc", message=message, where=where, start=said.start, end=said.end))
    return tuple(out)


def _bloc_of(name: str, bloc: str, listed: Mapping[str, Sequence[str]]) -> str | None:
    """Return the one bloc that lists a unit, if it is another than the given one and that has a list too."""
    homes = [b for b, units in listed.items() if name in units or any(same_unit(name, unit) for unit in units)]
    return homes[0] if len(homes) == 1 and homes[0] != bloc and bloc in listed else None


def _names_bloc(ctx: Context, said: Evidence, bloc: str) -> bool:
    """Whether the sentence of a span names a bloc."""
    reading = ctx.reading
    sentence = next(s for s in reading.sentences if reading.ends[s.end - 1] > said.start)
    mentions = (m for b in ctx.blocs if b.name == bloc for m in b.mentions)
    return any(sentence.start <= m.start < sentence.end for m in mentions)


def _is_same(fact: _Fact, other: _Fact, bloc: str, slot: str) -> bool:
    """Whether another fact tells the same of a unit in its own bloc; who grants an award may be left open."""
    if other.bloc != bloc or fact.year != other.year or not same_unit(fact.slots()[slot], other.slots()[slot] or ""):
        return False
    kind = "award" if isinstance(fact, Award) else "role"
    return bool(fact.slots()[kind] == other.slots()[kind])


def _in_bloc(ctx: Context, fact: _Fact, bloc: str) -> tuple[Evidence, ...]:
    entity = next(b for b in ctx.blocs if b.name == bloc)
    own = ctx.evidence_of("bloc", entity.first)
    return tuple(own if e.slot == "bloc" else e for e in fact.evidence)
