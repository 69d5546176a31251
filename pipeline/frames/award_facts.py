"""The facts that claims of awards come to: what is said twice is one record."""

from __future__ import annotations

from pipeline.frames.award_parts import Claim
from pipeline.frames.context import Context, merge_evidence
from pipeline.record import Award, Evidence

_RANKINGS = ("Đơn vị dẫn đầu", "Đơn vị xuất sắc", "Đơn vị tiêu biểu", "Hạng Nhì", "Hạng Ba")


def award_facts(ctx: Context, claims: list[Claim]) -> list[Award]:
    """Return one record for each bloc, award, grantor, recipient (or count) and year."""
    groups: dict[tuple[object, ...], list[Claim]] = {}
    for c in _without_counts_of_named(_without_outranked(ctx, _without_headlines(ctx, claims))):
        who = (c.recipient or "").removeprefix("UBND ").lower() or (c.count, c.recipient_kind)
        groups.setdefault((c.bloc.name, c.award.value, who, _year(c)), []).append(c)
    return [_fact(ctx, group, grantor) for group in groups.values() for grantor in _grantors(group)]


def _without_headlines(ctx: Context, claims: list[Claim]) -> list[Claim]:
    """Drop what the headline tells without a year and the text tells in full.

    "A đón nhận Bằng khen của Bộ Y tế" is the "Bằng khen" that the minister gave "vì thành tích năm 2018".
    """

    def in_headline(claim: Claim) -> bool:
        sentence = ctx.reading.sentences[ctx.reading.sentence_of(claim.award.start)]
        return sentence.field == "title" and claim.year is None

    def tells(full: Claim, short: Claim) -> bool:
        granted = full.grantor.name if full.grantor else ""
        return (
            (full.bloc is short.bloc and full.award.value == short.award.value and full.recipient == short.recipient)
            and full.status.value == short.status.value
            and (short.grantor is None or granted.endswith(short.grantor.name))
        )

    heads = [c for c in claims if c.recipient and in_headline(c)]
    told = [c for c in claims if not any(c is h for h in heads)] if heads else []
    return [c for c in claims if not (any(c is h for h in heads) and any(tells(full, c) for full in told))]


def _without_outranked(ctx: Context, claims: list[Claim]) -> list[Claim]:
    """Drop the ranking of a unit whose titled award is asked for: the title alone stands."""

    def place(claim: Claim) -> tuple[str | None, int]:
        return claim.recipient, ctx.reading.sentence_of(claim.award.start)

    titled = [c for c in claims if c.award.value not in _RANKINGS and c.recipient]
    asked = {(c.bloc.name, name) for c in titled if c.status.value == "proposed" for name in _names(c)}
    beside = {place(c) for c in titled}
    return [
        c
        for c in claims
        if c.award.value not in _RANKINGS or (c.bloc.name, c.recipient) not in asked and place(c) not in beside
    ]


def _without_counts_of_named(claims: list[Claim]) -> list[Claim]:
    """Drop a number whose units are named elsewhere: a headline's "Cờ thi đua cho ba đơn vị", and the three.

    They may be of several blocs: "Cờ thi đua cho ba đơn vị: Sở A (Khối 1), Sở B (Khối 2), Sở C (Khối 3)".
    """

    def is_told(count: Claim) -> bool:
        named = [
            c
            for c in claims
            if c.recipient
            and (c.award.value == count.award.value and _year(c) == _year(count))
            and c.recipient_kind == count.recipient_kind
            and (count.grantor is None or c.grantor is not None and c.grantor.name == count.grantor.name)
        ]
        here = {(c.recipient, c.grantor and c.grantor.name) for c in named if c.bloc is count.bloc}
        everywhere = {(c.recipient, c.grantor and c.grantor.name) for c in named}
        return count.count in (len(here), len(everywhere))

    return [c for c in claims if c.count is None or not is_told(c)]


def _names(claim: Claim) -> set[str | None]:
    """Return the recipient's name, and for a place its bare one: "huyện Lạng Giang" is "Lạng Giang" in a headline."""
    parts = claim.mention.parts
    return {claim.recipient} | ({parts["place"]} if parts.get("policy") == "self" and parts.get("place") else set())


def _year(claim: Claim) -> int | None:
    return int(claim.year.value) if claim.year else claim.bloc.year


def _grantors(group: list[Claim]) -> list[str | None]:
    """Return the different grantors of one award; one that names none, or in short, is of the others."""
    names = list(dict.fromkeys(c.grantor.name for c in group if c.grantor))
    return [n for n in names if not any(_is_short(n, other) for other in names)] or [None]


def _is_short(name: str, other: str) -> bool:
    """Whether a grantor is another one in other words: "Trung ương" of a society, the chair of the same UBND."""
    return other.startswith(f"{name} ") or name == f"Chủ tịch {other}"


def _fact(ctx: Context, group: list[Claim], grantor: str | None) -> Award:
    said = [
        c
        for c in group
        if c.grantor is None or c.grantor.name == grantor or f"{grantor} ".startswith(f"{c.grantor.name} ")
    ]
    best = min(said, key=lambda c: (c.status.value == "voted", c.grantor is None))
    evidence = merge_evidence([_evidence(ctx, best), *(_evidence(ctx, c) for c in said if c is not best)])
    year = _year(best)
    return Award(
        bloc=best.bloc.name,
        award=best.award.value,
        grantor=grantor,
        recipient=best.recipient,
        recipient_kind=best.recipient_kind,
        recipient_agency=ctx.agency_name(best.unit) if best.unit else None,
        rank=best.award.parts.get("rank"),
        count=best.count,
        year=year,
        status=best.status.value,
        rule=best.rule,
        evidence=evidence,
        inferred=() if year is None or "year" in [e.slot for e in evidence] else ("year",),
    )


def _evidence(ctx: Context, claim: Claim) -> list[Evidence]:
    found = [
        ctx.evidence("trigger", *claim.status.trigger),
        ctx.evidence_of("award", claim.award),
        ctx.evidence("status", *claim.status.trigger),
        ctx.evidence_of("bloc", claim.bloc.first),
        ctx.evidence_of("recipient" if claim.count is None else "count", claim.mention),
        ctx.evidence_of("recipient_kind", claim.mention),
    ]
    if claim.grantor:
        found.append(ctx.evidence_of("grantor", claim.grantor.mention))
    if claim.unit:
        found.append(ctx.evidence_of("recipient_agency", claim.unit))
    if claim.award.parts.get("rank"):
        found.append(ctx.evidence_of("rank", claim.award))
    year = claim.year or claim.bloc.year_mention
    if year:
        found.append(ctx.evidence_of("year", year))
    return found
