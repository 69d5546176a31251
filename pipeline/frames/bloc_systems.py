"""Whose a bloc is where its units are those of one system: of "VKSND huyện A, VKSND huyện B" the "VKSND tỉnh".

Only a body that the report names itself; nothing is added from what is known of a system otherwise.
"""

from __future__ import annotations

import re
from collections import defaultdict

from pipeline.frames.bloc_homes import has_quarters
from pipeline.frames.context import BlocEntity, Context
from pipeline.mentions.agency_places import NO_MINISTRY
from pipeline.mentions.bloc_owners import set_owner
from pipeline.mentions.places import CITIES, LEVEL_OF_UNIT
from pipeline.reading import Mention

_OF_UBND = frozenset(("Sở", "Phòng", "Trung tâm", "Trạm", "Trường", "Ban", "Công ty", "Chi nhánh"))
"""Heads of bodies that are one level's own, and not the lower end of a system."""
_SCHOOLS = re.compile(r"\b(?:THPT|THCS|Tiểu học|Mầm non|Mẫu giáo|Trung học (?:phổ thông|cơ sở))\b")
_SCHOOLS_LEAST = 3
_OF_MINISTRY = frozenset(("Cục", "Vụ", "Tổng cục", "Viện"))
_ITS_OFFICES = frozenset(("Văn phòng Bộ", "Thanh tra Bộ"))
_LEAST = 2
_HIGHER_AT_MOST = 4
_MOST_OF = 0.6
"""So large a share of the bodies of the lower level must be of the system."""


def give_systems(ctx: Context, blocs: list[BlocEntity]) -> None:
    """Set the authority of blocs that name none to the body above their units, where all are of one system."""
    if any("authority" in m.parts for m in ctx.reading.of("BLOC")):
        return
    above = _of_schools(ctx) or _of_ministry(ctx) or _above(ctx, "huyện") or _above(ctx, "tỉnh")
    if above is not None:
        for bloc in blocs:
            set_owner(bloc.first, above)


def _above(ctx: Context, level: str) -> Mention | None:
    """Return the body one level above those of a system that most bodies of a level belong to."""
    places: defaultdict[str, set[str]] = defaultdict(set)
    for a in ctx.reading.of("AGENCY"):
        if a.parts.get("place") and _level_of(ctx, a) == level:
            places["" if a.parts["policy"] == "self" else a.parts["name"]].add(a.parts["place"])
    if not places:
        return None
    name = max(places, key=lambda n: len(places[n]) if n else 0)
    places[""] -= places[name]  # "Cụm số 2 gồm các huyện A, B": their unions are meant
    total = sum(len(found) for found in places.values())
    if not name or len(places[name]) < max(_LEAST, _MOST_OF * total) or name.split()[0] in _OF_UBND:
        return None
    agencies = ctx.reading.of("AGENCY")
    if level == "tỉnh":
        return next((a for a in agencies if _is_national(a, name)), None)
    higher = [a for a in agencies if _level_of(ctx, a) == "tỉnh" and a.parts["policy"] != "self"]
    offices = {a.value for a in agencies if a.parts["head"] == "Sở"}
    if len({a.parts["name"] for a in higher} | offices) > _HIGHER_AT_MOST:
        return None  # a bloc of the province's own bodies, and guests from districts
    return next((a for a in higher if a.parts["name"] == name), None)


def _level_of(ctx: Context, agency: Mention) -> str | None:
    """Return the level of an agency's place, a central city's being that of a province."""
    unit, place = agency.parts.get("unit"), agency.parts.get("place")
    if place in CITIES or (place is None and unit == "thành phố" and has_quarters(ctx)):
        return "tỉnh"
    return LEVEL_OF_UNIT.get(unit) if unit else None


def _is_national(agency: Mention, name: str) -> bool:
    """Whether an agency is a system's own at the top: "Hội Nhà báo Việt Nam", "Viện kiểm sát nhân dân tối cao"."""
    if name == "Liên đoàn Lao động":
        return agency.value == "Tổng Liên đoàn Lao động Việt Nam"
    return agency.value in (f"{name} Việt Nam", f"{name} tối cao", f"Trung ương {name} Việt Nam", f"Trung ương {name}")


def _of_schools(ctx: Context) -> Mention | None:
    """Return the one office of education that a report of schools names: of "Trường THCS …" the Phòng, else the Sở."""
    agencies = ctx.reading.of("AGENCY")
    schools = {a.value for a in agencies if _SCHOOLS.search(a.value)}
    offices = [a for a in agencies if a.value in ("Phòng Giáo dục và Đào tạo", "Sở Giáo dục và Đào tạo")]
    kinds = {a.value for a in offices}
    others = {a.value for a in agencies if a.parts["head"] in ("Sở", "Phòng", "Ban", "Hội")} - kinds
    if len(schools) < _SCHOOLS_LEAST or len(kinds) != 1 or len(others) > 1:
        return None
    return offices[0]


def _of_ministry(ctx: Context) -> Mention | None:
    """Return the one ministry that a report of its cục and vụ names, and of no body of a place."""
    agencies = ctx.reading.of("AGENCY")
    if any(a.parts.get("unit") or a.parts["head"] == "Sở" for a in agencies):
        return None
    ministries = [a for a in agencies if a.value.startswith("Bộ ") and not a.value.startswith(NO_MINISTRY)]
    units = {a.value for a in agencies if a.parts["head"] in _OF_MINISTRY or a.value in _ITS_OFFICES}
    return ministries[0] if len({a.value for a in ministries}) == 1 and len(units) >= _SCHOOLS_LEAST else None
