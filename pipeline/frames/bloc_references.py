"""Small references to the blocs of a report that tells of several: "ở khối Đảng", "Trưởng cụm 2"."""

from __future__ import annotations

from pipeline.frames.bloc_names import is_same_name
from pipeline.frames.context import Context
from pipeline.reading import Mention

_LEAST = 2


def drop_other_references(ctx: Context) -> None:
    """Leave of the blocs written small only those that another mention names, where the report names several."""
    blocs = ctx.reading.of("BLOC")
    small = [m for m in blocs if "small" in m.parts]
    if not small:
        return
    named = [m for m in blocs if "small" not in m.parts and m.rule not in ("bare", "plural")]
    several = _count(named) >= _LEAST
    known = {id(m) for m in small if several and _is_known(m, named)}
    if not named and any(m.rule == "plural" for m in blocs):
        known = {id(m) for m in small if m.rule == "sector" and _is_in_title(ctx, m, small)}
    if not named:
        known |= {id(m) for m in small if "region" in m.parts}  # "dẫn đầu cụm đồng bằng" names it in full
    ctx.reading.add("BLOC", [m for m in blocs if "small" not in m.parts or id(m) in known])


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
