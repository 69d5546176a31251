"""Bare names after a body that is said once: "gồm Hội Nông dân Ba Tơ, Minh Long, Sơn Hà và Trà Bồng"."""

from __future__ import annotations

from pipeline.frames.context import Context
from pipeline.mentions.agencies import official_name
from pipeline.mentions.agency_local import is_bare_place
from pipeline.reading import Mention
from pipeline.text import one_line

_MARKS = frozenset((",", ";", "và"))
_SYLLABLES = range(2, 4)
_FEWEST = 3
_LOCAL = frozenset(("drop", "keep", "must", "part", "party", "bank"))
"""Policies of bodies that each district or commune may have one of."""
_NO_BODIES = ("Công ty", "Tổng công ty", "Tập đoàn", "Sở", "Bộ ", "Hiệp hội")
"""Beginnings of names that no place alone tells apart."""


def local_run(ctx: Context, i: int, end: int) -> list[Mention]:
    """Return the bodies of the places in a list that begins at token `i` with the body and its first place."""
    reading = ctx.reading
    body = _body_at(ctx, i, end)
    spans = _spans(ctx, body[0], end) if body else []
    if body is None or len(spans) < _FEWEST:
        return []
    found: list[Mention] = []
    for start, stop in spans:
        parts = {**body[1], "place": one_line(reading.text(start, stop))}
        mention = Mention("AGENCY", start if found else i, stop, "", "list-of-places", parts)
        mention.value = official_name(mention, keep_place=True)
        found.append(mention)
    others = [m for m in reading.of("AGENCY") if not m.overlaps(i, found[-1].end)]
    reading.add("AGENCY", [*others, *found])
    return found


def _body_at(ctx: Context, i: int, end: int) -> tuple[int, dict[str, str]] | None:
    """Return (end, parts) of the body at token `i` that there is one of in each place, or None."""
    reading, lexicon = ctx.reading, ctx.lexicon
    known = lexicon.agencies.match(reading.norms, reading.raw, i, end)
    head = None if known else lexicon.heads.match(reading.norms, i)
    if known:
        stop, name, policy = known[0], known[1].name, known[1].place
    elif head and head[0] > i + 1 and reading.upper[i]:
        stop, name, policy = head[0], head[1].name, head[1].place
    else:
        return None
    if policy not in _LOCAL or name.startswith(_NO_BODIES):
        return None
    parts = {"name": name, "policy": "bank" if policy == "bank" else "part", "head": name.split()[0]}
    return stop, parts | ({"branch": "yes"} if policy == "bank" else {})


def _spans(ctx: Context, i: int, end: int) -> list[tuple[int, int]]:
    """Return where the bare places stand that a list consists of from token `i` on, up to another name."""
    reading = ctx.reading
    spans: list[tuple[int, int]] = []
    while i < end and reading.upper[i]:
        stop = i
        while stop < end and reading.upper[stop] and reading.raw[stop].isalpha():
            stop += 1
        told = stop < end and reading.raw[stop].islower()
        bare = is_bare_place(ctx.lexicon, reading, i, stop, stop if told else end)
        if stop - i not in _SYLLABLES or not bare or reading.of("AGENCY", i, i + 1) and spans:
            break
        if told and reading.norms[stop] != "và" and not ctx.grammar.stops.match(reading.norms, stop):
            break
        spans.append((i, stop))
        i = stop
        while i < end and reading.norms[i] in _MARKS:
            i += 1
        if i == stop:
            break
    return spans
