"""Small references to the blocs of a report that tells of several: "ở khối Đảng", "Trưởng cụm 2"."""

from __future__ import annotations

from pipeline.frames.bloc_names import is_same_name
from pipeline.frames.context import Context
from pipeline.reading import Mention

_LEAST = 2
_HEAD_SENTENCES = 2
_OF_UNITS = frozenset(("quan", "vị", "thuộc", "trong"))
"""What stands before a bloc whose units are spoken of: "các cơ quan khối Đảng", "đơn vị trong khối Nội chính"."""
_OF_OTHERS = frozenset("đoàn niên ủy bộ hội nữ".split())
_BEFORE = 6
"""So many tokens before such a bloc a union is told whose units they are: "Công đoàn các cơ quan | khối Đảng"."""
_OF_EMULATION = frozenset("yêu nước , khen thưởng của".split())
"""What stands between "thi đua" and a bloc of which a headline tells: "phong trào thi đua yêu nước | khối các Hội"."""
_LOCAL = frozenset("tỉnh huyện thành phố thị xã quận".split())
_HAS_OR_DOES = frozenset("gồm bao có tổ đã vừa họp tổng sơ ký tiến".split())
"""First words of what a bloc is said to have or do: "gồm", "có 8 đơn vị", "tổ chức", "tổng kết"."""
_HELD = frozenset(("tổng kết", "sơ kết", "ký kết giao ước", "weak"))


def drop_other_references(ctx: Context) -> None:
    """Leave of the blocs written small only those that another mention names, where the report names several."""
    blocs = ctx.reading.of("BLOC")
    small = [m for m in blocs if "small" in m.parts]
    if not small:
        return
    named = [m for m in blocs if "small" not in m.parts and m.rule not in ("bare", "plural")]
    several = _count(named) >= _LEAST
    known = {id(m) for m in small if several and _is_known(m, named)}
    known |= {id(m) for m in small if _is_of_headline(ctx, m) and any(is_same_name(m, n) for n in named)}
    if not named and any(m.rule == "plural" for m in blocs):
        known = {id(m) for m in small if m.rule == "sector" and _is_in_title(ctx, m, small)}
    if not named:
        known |= {id(m) for m in small if "region" in m.parts}  # "dẫn đầu cụm đồng bằng" names it in full
        acting = [m for m in small if _acts_or_has(ctx, m)]
        acting += [m for m in small if _is_of_headline(ctx, m)]
        known |= {id(m) for m in small if any(is_same_name(m, a) for a in acting)}
    if not blocs[: len(blocs) - len(small)]:
        told = next((m for m in small if _meets(ctx, m)), None)
        known |= {id(m) for m in small if told and is_same_name(told, m)}
    ctx.reading.add("BLOC", [m for m in blocs if "small" not in m.parts or id(m) in known])


def _meets(ctx: Context, mention: Mention) -> bool:
    """Whether a bloc written small is one whose units meet: "12 đơn vị thuộc khối Nội chính ký kết giao ước thi đua".

    Title or first sentences say so, and the report tells of a pledge or of a post in the bloc.
    """
    reading = ctx.reading
    here = reading.sentences[reading.sentence_of(mention.start)]
    head = [s for s in reading.sentences if s.field in ("title", "lead", "body")][:_HEAD_SENTENCES]
    if mention.rule == "bare" or reading.norms[mention.start - 1] not in _OF_UNITS or not any(here is s for s in head):
        return False
    if not _OF_OTHERS.isdisjoint(reading.norms[max(here.start, mention.start - _BEFORE) : mention.start]):
        return False
    told = {type_ for _, _, type_ in reading.matches(ctx.lexicon.meetings, mention.end, here.end)}
    posts = reading.of("ROLE") or any(reading.norms[k - 1] == "giao" for k in reading.positions.get("ước", ()))
    return bool(posts) and not _HELD.isdisjoint(told)


def _is_of_headline(ctx: Context, mention: Mention) -> bool:
    """Whether the headline tells of the emulation of a bloc written small: "Ký giao ước thi đua khối cơ quan A"."""
    reading = ctx.reading
    here = reading.sentences[reading.sentence_of(mention.start)]
    if mention.rule != "sector" or here.field != "title":
        return False
    at = reading.find(("thi", "đua"), here.start, mention.start)
    apart = reading.norms[at + 2 : mention.start] if at >= 0 else []
    return at >= 0 and _OF_EMULATION.issuperset(apart)


def _acts_or_has(ctx: Context, mention: Mention) -> bool:
    """Whether a bloc written small meets or has units, where its sentence or the headline is of emulation.

    "Sáng 17/7, khối các cơ quan tổng hợp tỉnh sơ kết phong trào thi đua", "cụm 7 tỉnh miền núi gồm A, B, …".
    """
    reading = ctx.reading
    here = reading.sentences[reading.sentence_of(mention.start)]
    if mention.rule != "sector" or (mention.start and reading.norms[mention.start - 1] in _OF_UNITS | _OF_OTHERS):
        return False
    at = mention.end
    while at < here.end and (reading.norms[at] in _LOCAL or reading.upper[at]):
        at += 1
    if at >= here.end or reading.norms[at] not in _HAS_OR_DOES:
        return False
    head = [here, *(s for s in reading.sentences if s.field == "title")]
    return any(reading.find(("thi", "đua"), s.start, s.end) >= 0 for s in head)


def _is_in_title(ctx: Context, mention: Mention, small: list[Mention]) -> bool:
    """Whether title and text both name a bloc, written small in a report that tells of "các Khối thi đua"."""
    same = [m for m in small if m.value.lower() == mention.value.lower()]
    fields = {ctx.reading.sentences[ctx.reading.sentence_of(m.start)].field for m in same}
    return "title" in fields and len(fields) > 1


def _is_known(mention: Mention, named: list[Mention]) -> bool:
    """Whether a reference has the words of one bloc and of no other."""
    if mention.rule in ("bare", "plural"):
        return False
    size = len(mention.parts["words"].split())
    found = [m for m in named if size <= len(m.parts["words"].split()) and is_same_name(mention, m)]
    return bool(found) and all(is_same_name(found[0], m) for m in found)


def _count(named: list[Mention]) -> int:
    distinct: list[Mention] = []
    for m in named:
        if not any(is_same_name(m, other) for other in distinct):
            distinct.append(m)
    return len(distinct)
