"""Members told by their localities alone, in a bloc of a system that has a body in each of them.

"Cụm thi đua số 3 Hội Cựu chiến binh gồm các tỉnh: A, B" lists Hội Cựu chiến binh tỉnh A, not the province.
"""

from __future__ import annotations

from pipeline.frames.context import Context
from pipeline.frames.member_lists import MemberList
from pipeline.frames.member_places import local_body
from pipeline.lexicon import AgencyName
from pipeline.mentions.agencies import official_name
from pipeline.mentions.places import CITIES, LEVEL_OF_UNIT
from pipeline.reading import Mention
from pipeline.text import plain

_FEWEST = 3
_LINKS = frozenset(("của", "thuộc", ",", "-", "–", "("))
_LEVELS = ("xã", "huyện", "tỉnh", "trung ương")
_TAKES_PLACE = frozenset(("drop", "keep", "must", "part"))
_NO_SYSTEM = frozenset(("Sở", "Phòng", "Ban", "Trung tâm", "Trường", "Văn phòng", "Công ty", "Nhà", "Cổng", "Hội đồng"))
"""Heads of bodies that govern what belongs to their level, and have none of their name below."""
_OFFICES = ("Ban Đại diện ", "Ban Chỉ huy Quân sự")
"""Bodies under such a head that do."""
_LOCAL_NAMES = {"Bộ Công an": "Công an"}
"""National bodies whose bodies of provinces are called otherwise."""


def take_system(ctx: Context, found: MemberList) -> None:
    """Give the localities of a list the body that their bloc is of, where such a body is in each of them."""
    places = [m for m in found.agencies if not m.parts["name"] and m.parts.get("place") and m.parts.get("unit")]
    if len(places) < max(_FEWEST, len(found.agencies)):
        return
    levels = {_level(m) for m in places}
    known = _known_body(ctx, found) if len(levels) == 1 else None
    if known is None or not _reaches(known, levels.pop()):
        return
    for m in places:
        m.parts |= {"name": known.name, "policy": known.place, "head": known.name.split()[0]}
        m.value = official_name(m, keep_place=True)


def _level(m: Mention) -> str:
    return "tỉnh" if m.parts["place"] in CITIES else LEVEL_OF_UNIT.get(m.parts["unit"], "")


def _known_body(ctx: Context, found: MemberList) -> AgencyName | None:
    """Return the body named right behind the bloc: "Cụm thi đua số 1 của | Hội Người cao tuổi | tỉnh"."""
    reading = ctx.reading
    for bloc in found.bloc.mentions:
        linked = bloc.end < len(reading.norms) and reading.norms[bloc.end] in _LINKS
        for a in (reading.at("AGENCY", bloc.end + linked), *ctx.inner_agencies):
            if a is not None and a.start == bloc.end + linked and a.parts["name"]:
                name, _ = local_body(ctx, a)
                return ctx.lexicon.by_plain.get(plain(_LOCAL_NAMES.get(name, name)))
    return None


def _reaches(known: AgencyName, level: str) -> bool:
    """Whether bodies of a name stand below one another, down to a level."""
    governs = known.name.startswith(tuple(f"{head} " for head in _NO_SYSTEM)) and not known.name.startswith(_OFFICES)
    return known.place in _TAKES_PLACE and not governs and _is_below(known.tier, level)


def _is_below(tier: str, level: str) -> bool:
    """Whether bodies of one name are at a level and, but for provinces, also above it."""
    tiers = tier.split("|")
    above = _LEVELS[_LEVELS.index(level) + 1 :] if level in _LEVELS else ()
    return level in tiers and (level == "tỉnh" or any(t in tiers for t in above))
