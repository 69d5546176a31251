"""The one bloc of a report that never names it: "Khối thi đua" alone, or a post in it ("Cụm trưởng", "trong cụm").

Parts of a page, pictures' captions and short notes tell of "the bloc" as their readers know which one it is.
"""

from __future__ import annotations

from pipeline.frames.context import BlocEntity, Context
from pipeline.reading import Mention

_FULL = 3
"""Tokens of "Khối thi đua"."""
_KINDS = {"khối": "khối", "cụm": "cụm", "khu": "khu vực"}
_MEETS = frozenset(("tổng kết", "sơ kết", "ký kết giao ước"))
_PLEDGE = "ước"
_SEVERAL = frozenset("các những mỗi từng nhiều mọi một".split())
_ROLE_WITHIN = 6
"""So many tokens at most before a post in which "các", "mỗi" make it one of many blocs: "các đơn vị trưởng cụm"."""
_OTHER = (
    ("dân", "cư"),
    ("chuyên", "môn"),
    ("chủ", "nhiệm"),
    ("dân", "vận"),
    ("học", "sinh"),
    ("khối", "phố"),
    ("giáo", "viên"),
)
"""Words by which a "khối" or "cụm" is another thing: quarters, classes, teachers' groups."""


def unnamed_bloc(ctx: Context) -> BlocEntity | None:
    """Return the bloc of a report that names none, or None.

    1. "Khối thi đua" alone, said twice, or once in the title or first sentence as what meets;
    2. a post of one bloc, in a report of a pledge or of "the" emulation bloc; it stays only if a unit holds the post.
    """
    bare = [m for m in ctx.reading.of("BLOC") if m.rule == "bare"]
    capital = [m for m in bare if ctx.reading.upper[m.start]]
    full = [m for m in capital if m.end - m.start >= _FULL]
    if full and (len(capital) > 1 or _meets(ctx, full[0])):
        return BlocEntity(full[0].value, [*full, *(m for m in capital if m not in full)])
    posts = _posts(ctx)
    if not posts or not _is_of_emulation(ctx, bare) or _is_of_others(ctx):
        return None
    kind = posts[0].parts["kind"]
    named = [m for m in bare if m.parts["kind"] == kind] or posts
    longest = max(named, key=lambda m: (m.end - m.start, -m.start))
    return BlocEntity(longest.value, [longest, *(m for m in named if m is not longest)], unnamed=True)


def _meets(ctx: Context, mention: Mention) -> bool:
    """Whether title or first sentence tell that a bloc meets: "Hội nghị tổng kết Khối thi đua năm 2023"."""
    here = ctx.reading.sentences[ctx.reading.sentence_of(mention.start)]
    head = [s for s in ctx.reading.sentences if s.field in ("title", "lead", "body")][:2]
    told = {t for _, _, t in ctx.reading.matches(ctx.lexicon.meetings, here.start, here.end)}
    return any(here is s for s in head) and not _MEETS.isdisjoint(told)


def _posts(ctx: Context) -> list[Mention]:
    """Return the words for the bloc inside the posts of one: of "Cụm trưởng" the "Cụm"; none if of several kinds."""
    reading, found = ctx.reading, []
    for role in reading.of("ROLE"):
        head = next((k for k in range(role.start, role.end) if reading.norms[k] in _KINDS), None)
        start = max(reading.sentences[reading.sentence_of(role.start)].start, role.start - _ROLE_WITHIN)
        if head is None or role.value == "both":
            continue
        if not _SEVERAL.isdisjoint(reading.norms[start : role.start]):
            return []
        kind = _KINDS[reading.norms[head]]
        parts = {"kind": kind, "words": ""}
        found.append(Mention("BLOC", head, head + len(kind.split()), kind.capitalize(), "bare", parts))
    return found if len({m.parts["kind"] for m in found}) == 1 else []


def _is_of_emulation(ctx: Context, bare: list[Mention]) -> bool:
    """Whether the report is of an emulation bloc: a pledge, or "the" bloc named with "thi đua"."""
    reading = ctx.reading
    if any(m.rule == "plural" for m in reading.of("BLOC")):
        return False
    pledges = any(reading.norms[k - 1] == "giao" for k in reading.positions.get(_PLEDGE, ()) if k)
    return pledges or any(m.end - m.start >= _FULL for m in bare)


def _is_of_others(ctx: Context) -> bool:
    """Whether the report speaks of blocs that are not of emulation."""
    norms, positions = ctx.reading.norms, ctx.reading.positions
    return any(norms[k + 1 : k + 2] == [second] for first, second in _OTHER for k in positions.get(first, ()))
