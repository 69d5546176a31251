"""The claims of a report put together: one record for each bloc, role, agency and year."""

from __future__ import annotations

from pipeline.frames.context import Context, merge_evidence
from pipeline.frames.leader_claims import Claim, term_of
from pipeline.reading import Mention
from pipeline.record import Evidence, Leader

_STATUS_ORDER = ("appointed", "proposed", "elected", "assumed", "serving")


def records(ctx: Context, claims: list[Claim]) -> list[Leader]:
    """One record for each bloc, role, agency and year; the strongest status stands, all places are evidence."""
    groups: dict[tuple[str, str, str, int | None], list[Claim]] = {}
    for claim in sorted(claims, key=lambda c: (c.agency is None, _in_title(ctx, c))):
        year = term_of(claim)
        known = [g for key, g in groups.items() if key[:2] == (claim.bloc.name, claim.role) and key[3] == year]
        if claim.agency is None and known:
            known[0].append(claim)  # the person whom the agency sends
            continue
        if _in_title(ctx, claim) and claim.year is None and claim.agency:
            about = claim.bloc.name, claim.role, ctx.agency_key(claim.agency)
            told = [g for key, g in groups.items() if key[:3] == about]
            if told:
                told[-1].append(claim)  # a headline that names no year: the term that the text tells
                continue
        if claim.role == "leader" and _in_title(ctx, claim) and known:
            same = [g for g in known if _same_place(g[0].agency, claim.agency)]
            if same:
                same[0].append(claim)  # a headline's short name: "Đài Kiên Giang"
                continue
        agency = ctx.agency_key(claim.agency) if claim.agency else ""
        groups.setdefault((claim.bloc.name, claim.role, agency, year), []).append(claim)
    facts = []
    for (bloc, role, _, year), group in groups.items():
        best = min(group, key=lambda c: _STATUS_ORDER.index(c.status))
        person = next((c.named.person for c in group if c.named), None)
        evidence = merge_evidence([_evidence(ctx, best), *(_evidence(ctx, c) for c in group if c is not best)])
        unsaid = year is not None and "year" not in [e.slot for e in evidence]
        facts.append(
            Leader(
                bloc=bloc,
                role=role,
                agency=ctx.agency_name(best.agency) if best.agency else None,
                person=person.value if person else None,
                year=year,
                status=best.status,
                rule=f"leader-{best.rule}",
                evidence=evidence,
                inferred=("year",) if unsaid else (),
            )
        )
    return facts


def _in_title(ctx: Context, claim: Claim) -> bool:
    return ctx.reading.sentences[ctx.reading.sentence_of(claim.mention.start)].field == "title"


def _same_place(one: Mention | None, other: Mention | None) -> bool:
    """Whether two names of agencies may be of one: they end in the same two words, and begin with the same."""
    if one is None or other is None or one.value == other.value:
        return False
    first, second = one.value.lower().split(), other.value.lower().split()
    return first[-2:] == second[-2:] and first[0] == second[0]


def _evidence(ctx: Context, claim: Claim) -> list[Evidence]:
    found = [
        ctx.evidence("trigger", *claim.trigger),
        ctx.evidence_of("role", claim.mention),
        ctx.evidence("status", *claim.trigger),
        ctx.evidence_of("bloc", claim.bloc.first),
    ]
    if claim.agency:
        found.append(ctx.evidence_of("agency", claim.agency))
    if claim.named:
        found.append(ctx.evidence_of("person", claim.named.person))
    year = claim.year_mention
    if claim.year is None and claim.bloc.year_mention and term_of(claim) == claim.bloc.year:
        year = claim.bloc.year_mention  # the year under review, or that of the document
    if year:
        found.append(ctx.evidence_of("year", year))
    return found
