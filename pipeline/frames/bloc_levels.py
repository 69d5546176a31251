"""The territorial level of a bloc: what its authority, its name, its units and its agencies say of it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from datetime import date

from pipeline.frames.bloc_homes import has_quarters, province_said
from pipeline.frames.bloc_units_told import level_of_units
from pipeline.frames.context import BlocEntity, Context
from pipeline.mentions.places import CITIES, LEVEL_OF_UNIT
from pipeline.reading import Mention, tokens_of
from pipeline.text import one_line

_NATIONAL = ("Việt Nam", "Trung ương", "tối cao", "Chính phủ")
_NATIONAL_LEAST = 2
_REGIONS = (
    "tây nguyên|tây bắc|đông bắc|bắc trung bộ|nam trung bộ|miền trung|miền bắc|miền nam|đông nam bộ|tây nam bộ|"
    "đồng bằng sông|duyên hải|trung du|miền núi phía bắc|miền đông|miền tây"
).split("|")
"""Regions of several provinces: a bloc of one meets under a national body, unless it is of districts."""


def is_national(ctx: Context, bloc: BlocEntity) -> bool:
    """Whether a bloc is one of several provinces or of a national body, so that its agencies keep their places."""
    owner = owner_of(ctx, bloc)
    return is_national_company(owner) or level_of(ctx, bloc, owner) == "trung ương"


def levels_below(ctx: Context, blocs: list[BlocEntity]) -> frozenset[str]:
    """Return the levels of places whose bodies keep the place's name: those below the level that all blocs have."""
    levels = {level_of(ctx, bloc, owner_of(ctx, bloc)) for bloc in blocs}
    if levels == {"tỉnh"}:
        return frozenset(("huyện", "xã"))
    return frozenset(("xã",)) if levels and levels <= {"tỉnh", "huyện"} else frozenset()


def is_national_company(owner: Mention | None) -> bool:
    """Whether a bloc's authority is a company of the whole country."""
    return owner is not None and owner.parts["authority"].startswith(("Tổng công ty", "Tập đoàn"))


def owner_of(ctx: Context, bloc: BlocEntity) -> Mention | None:
    """Return the mention that names the bloc's authority."""
    plural = [m for m in ctx.reading.of("BLOC") if m.rule == "plural"]
    return next((m for m in [*bloc.mentions, *plural] if "authority" in m.parts), None)


def without_region(name: str) -> str:
    """Return a name without the region that follows it: "Hội Nhà báo Duyên hải miền Trung" is "Hội Nhà báo"."""
    folded = name.lower()
    at = min((folded.find(f" {r}") for r in _REGIONS if f" {r}" in folded), default=len(name))
    return name[:at] if at > 0 else name


def _of_several_provinces(ctx: Context) -> bool:
    """Whether one kind of agency is named of two provinces: "KBNN Long An", "KBNN Tiền Giang"."""
    places: defaultdict[str, set[str]] = defaultdict(set)
    for m in ctx.reading.of("AGENCY"):
        place, unit = m.parts.get("place"), m.parts.get("unit")
        if not (place and m.parts["name"]) or m.parts["policy"] == "self":
            continue
        if place in CITIES or unit in (None, "tỉnh") and ctx.lexicon.provinces.match([*tokens_of(place)], 0):
            places[m.parts["name"]].add(place)
    return any(len(found) > 1 for found in places.values())


def _of_several_districts(ctx: Context) -> bool:
    """Whether one kind of agency is named of two districts: "Hội LHPN huyện Đắk Song", "Hội LHPN huyện Tuy Đức"."""
    places: defaultdict[str, set[str]] = defaultdict(set)
    for m in ctx.reading.of("AGENCY"):
        place, unit = m.parts.get("place"), m.parts.get("unit")
        if place and unit and m.parts["name"] and place not in CITIES and LEVEL_OF_UNIT.get(unit) == "huyện":
            places[m.parts["name"]].add(place)
    return any(len(found) > 1 for found in places.values())


def level_of(ctx: Context, bloc: BlocEntity, owner: Mention | None) -> str | None:
    """Return the territorial level of the bloc.

    1. its authority's: a ministry or a national body is `trung ương`, a company `đơn vị`, else the authority's own;
    2. the locality after its name: "… huyện", "… tỉnh Kon Tum";
    3. its name: provinces meet at `trung ương`, districts at `tỉnh`;
    4. who grants and who belongs: a Sở or the UBND tỉnh speaks for `tỉnh`, a Phòng or the UBND huyện for `huyện`.
    """
    if owner:
        name = owner.parts["authority"]
        if owner.parts.get("owner_is") == "system" and not owner.parts.get("owner_unit"):
            return "trung ương"  # "Cụm thi đua số 7 hệ thống Kho bạc Nhà nước"
        if name.startswith(("Bộ Chỉ huy", "Bộ CHQS", "Bộ CHBP", "Bộ Tư lệnh Thủ đô", "Bộ Tư lệnh Thành phố")):
            return "tỉnh"  # a province's or a city's command, and no ministry
        placed = LEVEL_OF_UNIT.get(owner.parts.get("owner_unit", ""))
        if placed and not name.endswith(_NATIONAL):  # "Bộ đội Biên phòng tỉnh", "Tổng công ty … tỉnh"
            city = owner.parts["owner_place"]
            central = not city and owner.parts["owner_unit"] == "thành phố" and has_quarters(ctx)
            return "tỉnh" if city in CITIES or central else placed
        if name.startswith(_COMPANIES):
            return "đơn vị"
        if name.startswith(("Bộ ", "Tổng ")) and not name.startswith("Bộ đội") or name.endswith(_NATIONAL):
            return "trung ương"
        if not owner.parts.get("owner_unit") and not owner.parts.get("owner_place") and _is_whole_system(ctx, name):
            return "trung ương"
        if owner.parts.get("owner_unit"):
            return "tỉnh" if owner.parts["owner_place"] in CITIES else LEVEL_OF_UNIT.get(owner.parts["owner_unit"])
        above = not name.startswith(("Sở", "Phòng")) and level_of_units(ctx, bloc) == "trung ương"
        if above or not name.startswith("Sở") and (_of_several_provinces(ctx) or _names_provinces(bloc.name.lower())):
            return "trung ương"
        return (
            "huyện"
            if name.startswith("Phòng") or name.endswith(("huyện", "thị xã", "quận"))
            else "xã"
            if name.endswith(("xã", "phường")) and not name.endswith(("Hợp tác xã", "thị xã"))
            else "tỉnh"
        )
    folded = bloc.name.lower()
    if joins_provinces(ctx, bloc) or any(m.parts.get("units") == "tỉnh" for m in bloc.mentions):
        return "trung ương"
    if "các huyện" in folded:
        return "tỉnh"  # also where a city closes the list: "các huyện, thị xã và thành phố Huế"
    for m in [*bloc.mentions, *(p for p in ctx.reading.of("BLOC") if p.rule == "plural")]:
        unit = m.parts.get("unit")
        if unit:
            if unit == "thành phố":
                place = m.parts.get("place")
                at_home = ctx.reading.article.province or province_said(ctx)
                of_city = place is None and at_home in CITIES and not _votes(ctx)["huyện"]
                speaks = place is None and _speaks_for(ctx, "tỉnh")
                return "tỉnh" if of_city or speaks or place in CITIES else "huyện"
            return LEVEL_OF_UNIT.get(unit)
        if ctx.lexicon.provinces.match([*tokens_of(m.parts.get("place", "")), ""], 0):
            return "tỉnh"  # "Khối thi đua các tổ chức tín dụng Đà Nẵng"
    name = one_line(bloc.mentions[0].parts["words"])
    if _names_provinces(folded):
        return "trung ương"
    if any(f"các {part}" in folded for part in _PARTS_OF_A_COMMUNE):
        return "xã"
    if folded.endswith("trung ương") and not folded.endswith(_LOCAL_BRANCHES):
        return "trung ương"  # "Khối thi đua Báo chí - Xuất bản Trung ương"
    if folded.endswith(("cấp tỉnh", "tuyến tỉnh")):
        return "tỉnh"
    if "huyện" in name or "thành phố" in folded:
        return "tỉnh"
    told = level_of_units(ctx, bloc)
    if told:
        return told
    if any(region in folded for region in _REGIONS) or _of_several_provinces(ctx):
        return "trung ương"
    if _of_several_districts(ctx):
        return "tỉnh"
    votes = _votes(ctx)
    if "xã" in folded.replace("xã hội", "").replace("hợp tác xã", "") or "phường" in folded:
        return "tỉnh" if not votes["huyện"] else "huyện"
    if votes["huyện"] and votes["huyện"] * 1.2 >= votes["tỉnh"]:
        return "huyện"
    if votes["tỉnh"] or votes["huyện"]:
        return "tỉnh" if votes["tỉnh"] else "huyện"
    if ctx.reading.article.province or province_said(ctx):
        return "tỉnh"
    whole = {a.value for a in ctx.reading.of("AGENCY") if _is_national_body(a.value) and not a.parts.get("unit")}
    return "trung ương" if len(whole) >= _NATIONAL_LEAST else None


def _is_national_body(name: str) -> bool:
    """Whether a body is one of the whole country by its name: "Trung ương Hội Nông dân", "Ban Dân vận Trung ương"."""
    return name.endswith(("Việt Nam", "Trung ương", "tối cao")) or name.startswith(("Trung ương", "Ủy ban Trung ương"))


_OF_PROVINCES = re.compile(
    r"các tỉnh|tỉnh (?:tây|miền|đồng bằng|trung du)|tỉnh, thành phố|thành phố trực thuộc|liên minh (?:hợp tác xã|htx)"
    r"|các bộ|bộ, ngành|\b(?:0?[2-9]|1[0-9]) tỉnh"
)
_BODIES_OF_PLACES = re.compile(
    r"(?:khối|cụm)(?: thi đua)?(?: số \w+)? (?!các |thi đua )\w.* các (?:tỉnh|huyện|quận|thị xã|xã|phường)\b"
)


def joins_provinces(ctx: Context, bloc: BlocEntity) -> bool:
    """Whether a bloc is called after two provinces: "Khối thi đua Gia Lai - Kon Tum"."""
    tokens = [*tokens_of(bloc.name), ""]
    return len({m[1] for k in range(len(tokens) - 1) if (m := ctx.lexicon.provinces.match(tokens, k))}) > 1


def _names_provinces(folded: str) -> bool:
    """Whether a bloc's name says that provinces or ministries meet in it: "Cụm thi đua các tỉnh Tây Bắc"."""
    return _OF_PROVINCES.search(folded) is not None


def names_bodies_of_places(bloc: BlocEntity) -> bool:
    """Whether a bloc's name says that one body of several places meets: "Khối thi đua LĐLĐ các huyện, thành phố"."""
    return _BODIES_OF_PLACES.match(bloc.name.lower()) is not None


def _is_whole_system(ctx: Context, name: str) -> bool:
    """Whether an authority named without a place is a whole system's: "Kho bạc Nhà nước", since 2025 "Cục Thuế".

    Until then a Cục Thuế was a province's; other Cục are taken as such where the publisher is a province's.
    """
    published = ctx.reading.article.published
    if name in _CENTRAL_SINCE_2025:
        return published is None or published >= _CENTRAL_FROM
    of_provinces = name.startswith("Cục ") or (name in _OF_ALL_LEVELS and not _has_bodies_of_districts(ctx, name))
    return name.startswith(_SYSTEMS) or (of_provinces and ctx.reading.article.province is None)


def _has_bodies_of_districts(ctx: Context, name: str) -> bool:
    """Whether a report speaks of an authority's bodies in districts, or of both its levels: "VKSND hai cấp tỉnh A"."""
    if ctx.reading.find(("hai", "cấp"), 0, len(ctx.reading.norms)) >= 0:
        return True
    bodies = (m for m in ctx.reading.of("AGENCY") if m.value.startswith(name))
    return any(LEVEL_OF_UNIT.get(m.parts.get("unit", "")) == "huyện" for m in bodies)


_COMPANIES = ("Công ty", "Tổng công ty", "Tập đoàn", "Trường", "Bệnh viện")
"""What the names of bodies begin with inside which their own units form blocs."""

_SYSTEMS = (
    *(
        "Kho bạc Nhà nước",
        "Bộ đội Biên phòng",
        "Ngân hàng Nhà nước",
        "Quân khu",
        "Quân chủng",
        "Quân đoàn",
        "Binh đoàn",
    ),
    *("Học viện", "Thanh tra Chính phủ", "Ủy ban Dân tộc", "Agribank"),
    *("Ngân hàng Chính sách xã hội", "Bộ Tư lệnh"),
)
"""What the names of bodies begin with that are national where no place is named."""

_OF_ALL_LEVELS = ("Tòa án nhân dân", "Viện kiểm sát nhân dân", "Viện Kiểm sát nhân dân", "Công an nhân dân")
"""Systems with bodies at all levels: a bloc of one that names no place is of its provinces' bodies."""
_CENTRAL_SINCE_2025 = frozenset(("Cục Thuế", "Cục Hải quan", "Cục Thống kê"))
_CENTRAL_FROM = date(2025, 3, 1)

_LOCAL_BRANCHES = ("cơ quan trung ương", "đơn vị trung ương", "doanh nghiệp trung ương", "ngành dọc trung ương")
"""Ends of names that speak of branches in a province: "Khối thi đua các doanh nghiệp Trung ương"."""

_PARTS_OF_A_COMMUNE = ("khu phố", "tổ dân phố", "khu dân cư", "thôn", "ấp ", "khóm", "bản ", "buôn")
"""What blocs inside a commune or a ward are made of."""


def _votes(ctx: Context) -> Counter[str]:
    votes: Counter[str] = Counter()
    for m in ctx.reading.of("AGENCY"):
        head, unit, owner = m.parts["head"], m.parts.get("unit"), m.parts.get("owner", "")
        if head == "Sở" or owner == "Tỉnh ủy" or unit == "tỉnh":
            votes["tỉnh"] += 1
        elif (
            head == "Phòng"
            and not m.value.startswith("Phòng Thi đua")
            or owner in ("Huyện ủy", "Thị ủy")
            or unit in ("huyện", "thị xã", "quận")
            and m.rule in ("lexicon", "body")
        ):
            votes["huyện"] += 1
    return votes


def _speaks_for(ctx: Context, level: str) -> bool:
    votes = _votes(ctx)
    return votes[level] > sum(v for k, v in votes.items() if k != level)
