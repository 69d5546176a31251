"""Where a bloc of a district or a commune is at home, if its own mentions do not say: the page's masthead, the lead."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from pipeline.article import Article
from pipeline.frames.context import Context
from pipeline.mentions.places import CITIES, locality_at, unit_at
from pipeline.reading import tokens_of

_MASTHEAD_LINES = 12
_MASTHEAD_WORDS = 20
_LEAD_SENTENCES = 4
_WORD = r"[^\W\d_]+(?:['’][^\W\d_]+)?"
_OFFICE = r"(?:ubnd|ủy ban nhân dân|uỷ ban nhân dân|thông tin điện tử|ttđt|cổng|trang|website|phòng|đài|trung tâm)"


def place_of_masthead(article: Article, units: Sequence[str]) -> str | None:
    """Return the place that the page's own head or foot names with one of the units, if it is only one.

    "CỔNG TTĐT HUYỆN TÂY HÒA - TỈNH PHÚ YÊN" is of Tây Hòa; a list of other news names many places and is no masthead.

    Args:
        article: the page.
        units: words such as "huyện", "thị xã".
    """
    pattern = re.compile(
        rf"^.*?\b{_OFFICE}\b.*?\b(?:{'|'.join(units)}) ({_WORD}(?: {_WORD}){{0,3}})(?= *(?:[-–,|(]|$))", re.IGNORECASE
    )
    chrome = [article.text[s.start : s.end] for s in article.sections if s.field == "chrome"]
    lines = [" ".join(line.split()) for part in chrome for line in part.splitlines() if line.strip()]
    found: set[str] = set()
    for line in [*lines[:_MASTHEAD_LINES], *lines[_MASTHEAD_LINES:][-_MASTHEAD_LINES:]]:
        named = pattern.match(line) if len(line.split()) <= _MASTHEAD_WORDS else None
        if named and (named[1].isupper() or all(word[0].isupper() for word in named[1].split())):
            found.add(" ".join(word.capitalize() for word in named[1].split()))
    return found.pop() if len(found) == 1 else None


def place_of_lead(ctx: Context, units: Sequence[str]) -> str | None:
    """Return the place that the first sentences name with one of the units, if it is only one: "thị xã Hương Trà"."""
    reading = ctx.reading
    found: set[str] = set()
    for s in [s for s in reading.sentences if s.field in ("title", "lead", "body")][:_LEAD_SENTENCES]:
        if reading.article.text[reading.span(s.start, s.end)[0] : reading.span(s.start, s.end)[1]].isupper():
            continue  # capitals do not show where a name ends
        for i in range(s.start, s.end):
            unit = unit_at(reading, i, s.end)
            place = locality_at(reading, ctx.lexicon, i, s.end) if unit and unit[1] in units else None
            if place and place.name and place.name not in CITIES:
                found.add(place.name)
    return found.pop() if len(found) == 1 else None


def home(ctx: Context, units: tuple[str, ...]) -> str | None:
    """Return the place of one of the units that the publisher's, the agencies' or the lead's words name."""
    return place_of_masthead(ctx.reading.article, units) or _said(ctx, units) or place_of_lead(ctx, units)


def _said(ctx: Context, units: tuple[str, ...]) -> str | None:
    """Return the place that the report names most often with one of the units."""
    found = Counter(
        m.parts["place"]
        for m in ctx.reading.of("AGENCY")
        if m.parts.get("unit") in units and m.parts.get("place") and m.rule in ("body", "lexicon", "unit")
    )
    if not found:
        return None
    best, times = found.most_common(1)[0]
    return best if len(found) == 1 or times > sum(found.values()) / 2 else None


def has_quarters(ctx: Context) -> bool:
    """Whether the report speaks of quận, which only a central city has."""
    return bool(ctx.reading.positions.get("quận"))


_UNITS_IN_BRACKET = frozenset(("huyện", "quận", "xã", "phường", "tp", "tx"))
"""Words for the units of a province."""


def _in_bracket_after_unit(ctx: Context, start: int, end: int) -> bool:
    """Whether a province stands in a bracket after one of its units: "UBND thị xã Duy Tiên (Hà Nam)"."""
    norms = ctx.reading.norms
    if norms[start - 1 : start] != ["("] or norms[end : end + 1] != [")"]:
        return False
    before = range(max(0, start - 6), start - 1)
    return any(norms[k] in _UNITS_IN_BRACKET or norms[k : k + 2] in (["thị", "xã"], ["thành", "phố"]) for k in before)


_SMALL_UNITS = (["xã"], ["phường"], ["huyện"], ["quận"])


_OF_THE_PERSON = (["tncs"], ["sản"], ["tịch"], ["gia"], ["lăng"], ["tưởng"], ["cách"], ["đức"])
"""Last words before "Hồ Chí Minh" that is no city: "Đoàn TNCS", "Học viện Chính trị quốc gia", "Lăng Chủ tịch"."""


def _goes_on(ctx: Context, end: int) -> bool:
    """Whether a number goes on with a place's name: "Hòa Bình 1"."""
    norms = ctx.reading.norms
    return end < len(norms) and norms[end].isdigit() and len(norms[end]) == 1


def province_said(ctx: Context) -> str | None:
    """Return the province that the report names: after "tỉnh", in an agency's name, or as its publisher's."""
    reading = ctx.reading
    found: Counter[str] = Counter()
    for start, end, name in reading.matches(ctx.lexicon.provinces):
        if not reading.upper[start]:
            continue
        before = reading.norms[max(0, start - 2) : start]
        if name == "Hồ Chí Minh" and before[-1:] in _OF_THE_PERSON:
            continue
        if before[-1:] in _SMALL_UNITS or before == ["thị", "trấn"] or _goes_on(ctx, end):
            continue  # "xã Hòa Bình 1" says nothing of Hòa Bình
        opens = reading.sentences[reading.sentence_of(start)]
        weight = (
            3
            if opens.field == "title"
            and ":" in reading.norms[end : min(end + 2, opens.end)]
            or before[-1:] == ["tỉnh"]
            or _in_bracket_after_unit(ctx, start, end)
            or before == ["thành", "phố"]
            and name in CITIES
            or before[-1:] in (["tp"], ["."])
            else 0
        )
        inside = any(m.start < start and end <= m.end for m in reading.of("AGENCY"))
        found[name] += weight + (1 if inside else 0)
    found = Counter({name: n for name, n in found.items() if n})
    publisher = reading.article.province or _province_of_masthead(ctx)
    if publisher and (not found or publisher in found):
        return publisher
    if not found:
        return None
    (best, times), *others = found.most_common()
    return best if not others or times > others[0][1] else publisher


def _province_of_masthead(ctx: Context) -> str | None:
    named = place_of_masthead(ctx.reading.article, ("tỉnh",))
    known = ctx.lexicon.provinces.match([*tokens_of(named), ""], 0) if named else None
    return known[1] if known else None
