"""Members that are localities, though their list names several bodies of each.

"lãnh đạo Đảng ủy, HĐND, UBND các xã A, B, C thuộc Cụm" lists the xã, not only what is named last before them.
"""

from __future__ import annotations

from pipeline.frames.context import Context
from pipeline.mentions.agencies import official_name
from pipeline.reading import Mention

_JOINS = frozenset((",", "và", "-", "–", "&"))
_LOCAL = ("UBND", "HĐND", "Thường trực", "Đảng ủy", "Ủy ban Mặt trận Tổ quốc", "Văn phòng", "Ban ", "Huyện ủy")
"""How the names of bodies begin that every locality has."""
_SHORT = frozenset("hđnd ubnd mttq ubmttq ủy".split())
"""Last words of such names that may be no mention: "HĐND, UBND, UBMTTQ các xã"."""
_REACH = 8


def localities_of(ctx: Context, agencies: list[Mention]) -> list[Mention]:
    """Return a list in which localities stand for the bodies of which several are named for each."""
    listed = [m for m in agencies if m.rule == "list-of-places" and m.parts["name"].startswith(_LOCAL)]
    opener = next((m for m in listed if "from" in m.parts and m.parts.get("place")), None)
    if opener is None:
        return agencies
    name, i = opener.parts["name"], int(opener.parts["from"])
    if ctx.reading.norms[i - 1] not in _JOINS or not _is_body_before(ctx, i - 1):
        return agencies
    places = [m for m in listed if m.parts["name"] == name and m.parts.get("place")]
    for m in places:
        owner = m.parts.pop("owner", "")  # "Văn phòng Huyện ủy các huyện A, B" stands for Huyện ủy A
        if owner:
            m.parts.pop("unit", None)
        head = (owner or m.parts.get("unit", m.parts["place"])).split()[0]
        m.parts |= {"name": owner, "policy": "part" if owner else "self", "head": head}
        m.value = official_name(m, keep_place=True)
    kept = {id(m) for m in places}
    return [m for m in agencies if id(m) in kept or m.end > i or not m.parts["name"].startswith(_LOCAL)]


def _is_body_before(ctx: Context, i: int) -> bool:
    """Whether another body that every locality has ends before token `i`, without a place of its own."""
    reading = ctx.reading
    before = [a for a in reading.of("AGENCY", max(0, i - _REACH), i) if a.end == i]
    if before:
        return before[0].parts["name"].startswith(_LOCAL) and not {"unit", "place"} & before[0].parts.keys()
    return reading.norms[i - 1] in _SHORT
