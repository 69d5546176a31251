"""Persons whom a report names in a post of a bloc without their unit beside them."""

from __future__ import annotations

from pipeline.frames.context import Context
from pipeline.frames.holders import gap
from pipeline.frames.leader_holders import Place
from pipeline.frames.people import Named
from pipeline.lexicon import Phrases
from pipeline.reading import Mention

_BINDS = ("làm", "là", "giữ", "giữ chức", "giữ chức vụ", "giữ vai trò", "giữ cương vị", "đảm nhận", "đảm nhiệm")


def person_beside(ctx: Context, named: list[Named], at: Place, light: Phrases[str]) -> Named | None:
    """Return the person without a stated unit whom a role follows.

    1. "Đồng chí X - Trưởng khối thi đua chủ trì";
    2. "Đồng chí X được bầu làm Trưởng khối".
    """
    before = [p for p in named if p.agency is None and at.sentence.start <= p.person.start < at.start]
    if not before or ctx.reading.of("AGENCY", before[-1].person.end, at.start):
        return None
    person = before[-1]
    if ctx.reading.norms[person.person.end : at.start] in ([], [","], ["-"], ["là"]):
        return person
    if ctx.reading.of("ROLE", person.person.end, at.start):
        return None
    between = gap(ctx, person.person.end, at.start, light)
    return person if between is not None and between.any(*_BINDS) and not between.any(";", ",") else None


def unit_elsewhere(named: list[Named], person: Named) -> Mention | None:
    """Return the unit that the report states for a person in another place."""
    name = person.person.value.lower()
    return next((p.agency for p in named if p.agency and p.person.value.lower() == name), None)
