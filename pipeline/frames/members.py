"""Frame: the agencies that a report lists as belonging to a bloc."""

from __future__ import annotations

from pipeline.frames.bloc_brackets import are_of_several
from pipeline.frames.context import Context, merge_evidence
from pipeline.frames.member_counts import counted_before
from pipeline.frames.member_elided import UNKNOWN, with_shared_words
from pipeline.frames.member_groups import grouped
from pipeline.frames.member_joining import joining, named_members
from pipeline.frames.member_lists import (
    MemberList,
    is_award_list,
    listed_after,
    share_body,
    take_body_of_bloc,
    take_house,
)
from pipeline.frames.member_localities import localities_of
from pipeline.frames.member_openers import OPENERS, also_before, announced, leading_before, opener_at, tells_of_some
from pipeline.frames.member_runs import counted_runs, headed_lists, line_runs
from pipeline.frames.member_shared import (
    counted_again,
    groups_after,
    read_headed_lines,
    shared_list,
    shared_of_bloc,
    under_bloc_head,
)
from pipeline.frames.member_systems import take_system
from pipeline.frames.member_tables import table_rows
from pipeline.mentions.agencies import AgencyFinder
from pipeline.mentions.agency_local import each_body
from pipeline.reading import Mention, Reading
from pipeline.record import Member

__all__ = ["MemberList", "find_lists", "member_facts"]

_NAME = 16
"""So many tokens back the name of a bloc may begin."""


def find_lists(ctx: Context, finder: AgencyFinder) -> list[MemberList]:
    """Return the lists of members.

    1. "Khối gồm 10 đơn vị: A, B, C", "bao gồm các sở A, B": an opener after the bloc;
    2. "các đơn vị trong Khối (A; B; C)", "đại diện 08 cơ quan thuộc Khối: A, B": a bracket or a colon;
    3. "05 đơn vị: A, B" as a line under the bloc's heading, or a list of lines.
    """
    found: list[MemberList] = []
    reading = ctx.reading
    past = 0
    read_headed_lines(ctx, finder)
    for i in reading.where(OPENERS):
        n = reading.sentence_of(i)
        sentence = reading.sentences[n]
        if i < past or sentence.field == "author":
            continue
        opened = opener_at(ctx, sentence.start, i)
        counted = 0 if opened else counted_before(ctx, sentence.start, i)
        if counted:
            opened = i, i + 1, "colon"
        listed = _listed(ctx, finder, n, i, opened) if opened else []
        if not listed:
            listed = shared_of_bloc(ctx, finder, sentence.start, i, sentence.end)
            opened, counted = opened or (i, i + 1, "colon"), 0
        if opened is None or len(listed) < _fewest(reading, i, opened) or counted not in (0, -1, len(listed)):
            continue
        some = reading.norms[i] == "có" and tells_of_some(ctx, listed[-1].end, sentence.end)
        if not some and not is_award_list(ctx, sentence.start, opened[0], listed):
            bloc = ctx.bloc_for(i)
            before = also_before(ctx, sentence.start, i) or leading_before(ctx, n, i)
            said = announced(ctx, sentence.start, opened[0], opened[1])
            found.append(MemberList([*before, *listed], said, bloc, f"members-{opened[2]}"))
            past = min(max(m.end for m in listed), sentence.end)
    if not found:
        found = grouped(ctx, finder)
    for f in found:
        share_body(f.agencies)
        take_body_of_bloc(ctx, f)
        take_house(ctx, f)
    taken = {id(m) for f in found for m in f.agencies}
    more = [
        f
        for f in counted_runs(ctx)
        + line_runs(ctx)
        + headed_lists(ctx)
        + joining(ctx)
        + named_members(ctx)
        + table_rows(ctx)
        if not any(id(m) in taken for m in f.agencies)
    ]
    found = [f for f in found if not any(_says_units(g, f) for g in more)] + more
    found = [f for f in found if not are_of_several(ctx, f.agencies)]
    for f in found:
        take_system(ctx, f)
        f.agencies = localities_of(ctx, [m for agency in f.agencies for m in each_body(agency)])
    return found


def _says_units(said: MemberList, bare: MemberList) -> bool:
    """Whether a list names the same words as another, whose names lack the unit that it gives them: "xã Ia Le"."""
    same = {m.start for m in said.agencies if m.parts.get("unit")} >= {m.start for m in bare.agencies}
    return same and not any(m.parts.get("unit") for m in bare.agencies)


def _fewest(reading: Reading, i: int, opened: tuple[int, int, str]) -> int:
    """Return how many agencies at least the list has that is opened by token `i`."""
    blocs = reading.of("BLOC", max(0, i - _NAME), i) if reading.norms[i] == "(" else ()
    called = any(b.end == i for b in blocs)  # "Cụm thi đua số 2 (Huyện ủy A và Huyện ủy B)"
    return 2 if called or opened[2] == "gồm" or reading.norms[i - 2 : i] == ["thành", "viên"] else 3


def _listed(ctx: Context, finder: AgencyFinder, n: int, i: int, opened: tuple[int, int, str]) -> list[Mention]:
    """Return the agencies of the list that token `i` of sentence `n` opens."""
    sentence = ctx.reading.sentences[n]
    listed = with_shared_words(ctx, listed_after(ctx, finder, n, opened[1], sentence.end))
    listed = counted_again(ctx, finder, opened[1], sentence.end, len(listed)) or listed
    if len(listed) < _fewest(ctx.reading, i, opened):
        groups = groups_after(ctx, finder, opened[1], sentence.end)
        return groups or under_bloc_head(ctx, finder, opened[1], sentence.end, [])
    if all(m.rule in UNKNOWN or m.rule == "bare-place" and not m.parts["name"] for m in listed):
        called = shared_list(ctx, finder, sentence.start, i, sentence.end)
        called = called or under_bloc_head(ctx, finder, opened[1], sentence.end, listed)
        return called if called and called[0].parts["name"] else listed
    return listed


def member_facts(ctx: Context, lists: list[MemberList]) -> list[Member]:
    """Return one record for each bloc and listed agency."""
    groups: dict[tuple[str, str], list[tuple[MemberList, Mention]]] = {}
    for found in lists:
        for agency in found.agencies:
            groups.setdefault((found.bloc.name, ctx.agency_name(agency)), []).append((found, agency))
    facts = []
    for (bloc, name), said in groups.items():
        entity = said[0][0].bloc
        evidence = merge_evidence(
            [
                ctx.evidence_of("agency", m),
                ctx.evidence("trigger", *found.trigger),
                ctx.evidence_of("bloc", entity.first),
            ]
            for found, m in said
        )
        if entity.year_mention:
            evidence += (ctx.evidence_of("year", entity.year_mention),)
        facts.append(Member(bloc=bloc, agency=name, year=entity.year, rule=said[0][0].rule, evidence=evidence))
    return facts
