"""Bare names of places that hold a post beside a unit of their kind: "bầu xã A làm Cụm trưởng, B làm Cụm phó"."""

from __future__ import annotations

from pipeline.frames.context import Context
from pipeline.mentions.agencies import official_name
from pipeline.reading import Mention

_SYLLABLES = range(2, 4)
"""So many syllables has the name of a place that no word for its unit makes known."""
_REACH = 14
"""So many tokens at most from the unit to the role that stands between it and the place."""


def with_units(ctx: Context, agencies: list[Mention]) -> list[Mention]:
    """Give the bare places among a sentence's holders the unit, or the body, of the one before them.

    "Cụm trưởng là huyện Lộc Bình, Cụm phó là Cao Lộc": huyện Cao Lộc; "UBND xã A làm Cụm trưởng, B làm Cụm phó".
    """
    body: Mention | None = None
    told: list[Mention] = []
    for agency in agencies:
        if agency.parts["policy"] == "self" and agency.parts.get("unit") and agency.parts.get("place"):
            body = agency
        if body and agency.rule == "holder-slot" and _is_place(ctx, agency) and _is_told_beside(ctx, body, agency):
            place = " ".join(ctx.reading.raw[agency.start : agency.end])
            parts = body.parts | {"place": place}
            agency = Mention("AGENCY", agency.start, agency.end, "", "bare-place", parts)
            agency.value = official_name(agency, keep_place=True)
        told.append(agency)
    return told


def _is_place(ctx: Context, name: Mention) -> bool:
    """Whether a name may be that of a place below a province: two or three capitals and nothing else."""
    reading = ctx.reading
    words = range(name.start, name.end)
    if len(words) not in _SYLLABLES or ctx.lexicon.provinces.match(reading.norms, name.start):
        return False
    return all(reading.upper[k] and reading.raw[k].isalpha() and not reading.raw[k].isupper() for k in words)


def _is_told_beside(ctx: Context, body: Mention, name: Mention) -> bool:
    """Whether a role stands at the unit and before or behind the place, so that the two hold posts of one bloc."""
    near = ctx.reading.of("ROLE", max(0, body.start - _REACH), body.end + _REACH)
    return any(r.end <= name.start for r in near)
