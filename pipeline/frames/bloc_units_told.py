"""What a report says a bloc is made of: "Cụm thi đua 1 (gồm 4 huyện: …)", "các tỉnh thuộc Cụm thi đua số III"."""

from __future__ import annotations

from collections import Counter
from datetime import date

from pipeline.frames.context import BlocEntity, Context
from pipeline.mentions.places import LEVEL_OF_UNIT, unit_at
from pipeline.reading import Mention

_OPENS_WITHIN = 14
"""So many tokens at most between a bloc and "gồm": "Cụm thi đua số 9 ( | gồm", "Cụm thi đua số 2 năm 2021 | gồm"."""
_UNIT_WITHIN = 10
"""So many tokens at most between "gồm" and the word for the units: "gồm Chủ tịch Hội Khuyến học các | quận"."""
_BEFORE = 8
"""So many tokens at most between the word for the units and the bloc: "huyện trong Cụm thi đua số 9"."""
_LINKS = frozenset(("trong", "thuộc", "của"))
_LIST_WITHIN = 60
_PROVINCES_LEAST = 3
_ONE_UP = {"tỉnh": "trung ương", "huyện": "tỉnh"}
_NO_DISTRICTS_FROM = date(2025, 7, 1)


def level_of_units(ctx: Context, bloc: BlocEntity) -> str | None:
    """Return the level at which a bloc of the units that the report tells of meets, or None where it tells of none.

    Provinces meet under a national body, districts under the province, communes under the district, and since there
    are no districts under the province.
    """
    heads = ctx.reading.of("BLOC") if len(ctx.blocs) == 1 else bloc.mentions
    votes = Counter(unit for m in heads for unit in (_after(ctx, m), _before(ctx, m)) if unit)
    if len(ctx.blocs) == 1:
        small = ctx.reading.where(frozenset((bloc.first.parts["kind"],)))
        votes.update(unit for k in small if (unit := _before(ctx, Mention("BLOC", k, k + 1, "", "bare"))))
    if not votes:
        return None
    unit = votes.most_common(1)[0][0]
    return _ONE_UP.get(unit) or ("tỉnh" if _is_without_districts(ctx) else "huyện")


def _is_without_districts(ctx: Context) -> bool:
    day = ctx.reading.article.published
    years = [int(y.value) for y in ctx.reading.of("YEAR")]
    return day >= _NO_DISTRICTS_FROM if day else bool(years) and max(years) >= _NO_DISTRICTS_FROM.year


def _after(ctx: Context, mention: Mention) -> str | None:
    """Return the level of the units that stand behind "gồm" after a bloc: "gồm các huyện", "gồm 8 tỉnh"."""
    norms = ctx.reading.norms
    end = ctx.reading.sentences[ctx.reading.sentence_of(mention.start)].end
    opens = _opening(norms, mention.end, end)
    if opens is None:
        return None
    for k in range(opens + 1, min(end, opens + 1 + _UNIT_WITHIN)):
        if (level := _several(ctx, k, end)) is not None:
            return level
    near = min(end, opens + _LIST_WITHIN)
    named = {name for at, _, name in ctx.reading.matches(ctx.lexicon.provinces, opens, near) if ctx.reading.upper[at]}
    listed = [a for a in ctx.reading.of("AGENCY", opens, near) if not a.parts.get("place")]
    return "tỉnh" if len(named) >= _PROVINCES_LEAST and not listed else None


def _opening(norms: list[str], at: int, end: int) -> int | None:
    """Return where "gồm" opens the units of a bloc whose name ends at `at`; "có" only right behind it."""
    for k in range(at, min(end, at + _OPENS_WITHIN)):
        if norms[k] == "gồm" or (norms[k] == "có" and k - at <= 2):
            return k
        if norms[k] in (":", ";", ".") or norms[k] in _LINKS:
            return None
    return None


def _before(ctx: Context, mention: Mention) -> str | None:
    """Return the level of the units that are said to be in a bloc: "các huyện trong Cụm", "7 tỉnh thuộc Cụm số III"."""
    norms = ctx.reading.norms
    start = ctx.reading.sentences[ctx.reading.sentence_of(mention.start)].start
    link = mention.start - 1
    if link <= start or norms[link] not in _LINKS:
        return None
    for k in range(link - 1, max(start, link - _BEFORE), -1):
        if norms[k] in _LINKS or not (norms[k][0].isalnum() or norms[k] == ","):
            return None
        if (level := _several(ctx, k, link)) is not None:
            return level
    return None


def _several(ctx: Context, k: int, end: int) -> str | None:
    """Return the level of the units at token `k` where several are spoken of: "các | huyện", "7 | tỉnh"."""
    unit = unit_at(ctx.reading, k, end)
    before = ctx.reading.norms[k - 1]
    if unit is None or not (before == "các" or (before.isdigit() and len(before) < 4)):
        return None
    return "huyện" if unit[1] == "thành phố" else LEVEL_OF_UNIT.get(unit[1])
