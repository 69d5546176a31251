"""Where an agency is: its tier and its place, from its own name and from where it is named.

A locality in the name comes first ("Hội Nông dân tỉnh Gia Lai"); a word for a unit alone ("tỉnh", "huyện") and a name
without any take the place of the mention, cut to the tier of such agencies: a Sở is the province's even in a district's
report. What stays unknown is known from its page only.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from pipeline.mentions.places import CITIES, LEVEL_OF_UNIT
from pipeline.registry.agency_keys import Written, read_name
from pipeline.registry.agency_kinds import NATIONAL, REGIONAL, Kind, Kinds
from pipeline.registry.agency_words import name_key

if TYPE_CHECKING:
    from pipeline.registry.places import Gazetteer

UNIT = "đơn vị"
_LOCAL = ("tỉnh", "huyện", "xã")
_TIER_OF_KIND = {"province": "tỉnh", "district": "huyện", "commune": "xã"}

_TIERS_OF_HEAD = {
    **dict.fromkeys(("Bộ", "Vụ", "Tổng cục", "Tổng Liên đoàn", "Tập đoàn"), (NATIONAL,)),
    **dict.fromkeys(("Cục",), ("tỉnh", NATIONAL)),
    **dict.fromkeys(("Sở", "Tỉnh ủy", "Báo", "Đài", "Bộ Chỉ huy", "Viện kiểm sát", "Tòa án"), ("tỉnh",)),
    **dict.fromkeys(("Huyện ủy", "Thị ủy", "Quận ủy"), ("huyện",)),
    **dict.fromkeys(
        ("Thành ủy", "Điện lực", "Bưu điện", "Viễn thông", "VNPT", "Viettel", "MobiFone", "Kho bạc"), ("tỉnh", "huyện")
    ),
    "Trạm Y tế": ("xã",),
    **dict.fromkeys(
        ("Phòng", "Ban", "Chi cục", "Văn phòng", "Ủy ban", "Trung tâm", "Hội", "Hiệp hội", "Liên hiệp", "Liên đoàn",
         "Liên minh", "Câu lạc bộ", "Đoàn", "Công an", "Thanh tra", "Ban Chỉ huy", "Hội đồng", "Đảng ủy", "Đảng bộ",
         "Chi bộ", "Công đoàn", "UBND", "HĐND", "Bảo tàng", "Thư viện", "Quỹ"), _LOCAL),
}  # fmt: skip
"""Tiers at which agencies of a head exist that no table lists; of all others, each is a unit with a name of its own."""

_SMALL_UNITS = frozenset(("Trường THCS", "Trường Tiểu học", "Trường TH&THCS", "Trường Mầm non"))
"""Units whose names recur in every district."""

_NUMBERED_NATIONALLY = frozenset(("Quân khu", "Quân đoàn", "Binh đoàn", "Sư đoàn", "Lữ đoàn", "Trung đoàn", "Hải đoàn"))
_NAMED_NATIONALLY = frozenset(("Trại giam", "Vườn quốc gia", "Học viện", "Nhà xuất bản"))
"""Units of which no two in the country have one name."""

_NATIONAL_REGIONS = tuple(
    map(
        name_key,
        (
            "Chi cục Thuế khu vực",
            "Chi cục Hải quan khu vực",
            "Kho bạc Nhà nước khu vực",
            "Ngân hàng Nhà nước chi nhánh Khu vực",
            "Ngân hàng Nhà nước khu vực",
            "Bảo hiểm xã hội khu vực",
            "Cục Dự trữ Nhà nước khu vực",
            "Chi cục Dự trữ Nhà nước khu vực",
            "Kiểm toán Nhà nước khu vực",
        ),
    )
)
"""Bodies of regions that are numbered through the country; those of other kinds are numbered in each province."""

_PARTS_OF_A_BODY = frozenset(("Phòng", "Vụ", "Khoa", "Đội", "Ban", "Văn phòng", "Tổ"))
_POWER = "Công ty Điện lực"
"""What reports call Điện lực of a whole province; in a district it is a unit of that company."""

_HUE_CITY = date(2025, 1, 1)
"""Since when Huế is a province (Resolution 175/2024/QH15)."""

_SHORTENED = frozenset(("Sở", "Phòng", "Bộ"))
"""Heads whose names are cut to their first words."""

_ONE_IN_A_PLACE = frozenset(("Trường Chính trị",))
"""A province has one of them, whatever name it bears."""


@dataclass(frozen=True, slots=True)
class Context:
    """Where and when a name is used; the fields are those of `AgencyMention`."""

    place_id: str | None
    level: str | None
    authority: str | None
    day: date | None


@dataclass(frozen=True, slots=True)
class Site:
    """An agency as far as its name and its place tell: two names with one site are one agency.

    `known` is false where the place is needed and unknown. `office` is the key of its kind, if that is another (a body
    of a region has its number in its key). `region` is the province of the mention, for bodies of a region that no
    table assigns to provinces.
    """

    key: str
    tier: str | None
    place_id: str | None
    era: str = ""
    parent: str | None = field(default=None, compare=False)
    known: bool = True
    base: str = field(default="", compare=False)
    head: str = field(default="", compare=False)
    office: str = field(default="", compare=False)
    region: str | None = field(default=None, compare=False)

    @property
    def kind_key(self) -> str:
        """The key by which the lexicon's dates and successors are found."""
        return self.office or self.key


class Sites:
    """Finds sites; it holds the gazetteer and what was already found for a name in a context.

    Between two days on which any place or kind of agency began or ended, all days are alike: what was found for one of
    them holds for the others.
    """

    def __init__(self, gazetteer: Gazetteer, kinds: Kinds) -> None:
        self.gazetteer = gazetteer
        self.kinds = kinds
        self._changes_of_places = _changes_of_places(gazetteer)
        self._changes = sorted({*self._changes_of_places, *_changes_of_kinds(kinds)})
        self._places: dict[tuple[object, ...], str | None] = {}
        self._known: dict[tuple[str, Context], Site] = {}

    def of(self, name: str, context: Context) -> Site:
        """Return the site of a name in a context."""
        if context.day:
            context = replace(context, day=_alike(context.day, self._changes))
        found = self._known.get((name, context))
        if found is None:
            found = self._known[name, context] = self._settled(read_name(name), context)
        return found

    def _settled(self, written: Written, context: Context) -> Site:
        """Return the site.

        1. a part of another body is where that body is;
        2. a part of the authority, for a bloc inside one;
        3. a body of a region, by number;
        4. a named locality, if the gazetteer has it there;
        5. the word for a unit, or nothing: the mention's place, cut to the agency's tier.
        """
        if written.parent:
            return self._part(written, self._settled(written.parent, context), written.key)
        if self._is_part_of_authority(written, context):
            parent = read_name(context.authority or "")
            body = self._settled(parent, Context(context.place_id, None, None, context.day))
            return self._part(written, body, f"{written.key} / {parent.key}")
        full = self._full_name(written, context)
        if full:
            written = replace(written, base=full.name, key=full.key, kind=full, policy=full.place)
        if written.policy == "region":
            return self._regional(written, context)
        if written.place:
            found = self._at_place(written, context)
            if found:
                return found
            complete = written.kind is not None and written.policy in ("drop", "keep", "must", "party")
            if written.firm or complete:
                return self._lost(written, context)
            if written.whole:
                tier = UNIT if written.policy == "self" else self._tier(written, context)
                return self._site(written, context, tier, *written.whole)
        if written.unit:
            return self._of_unit(written, context)
        return self._site(written, context, self._tier(written, context), written.base, written.key)

    def _full_name(self, written: Written, context: Context) -> Kind | None:
        """Return the only office of that day whose name begins so: "Sở Nông nghiệp" has a longer name in 2023."""
        if written.kind or written.head not in _SHORTENED:
            return None
        found = [
            kind
            for key, kind in self.kinds.by_key.items()
            if key.startswith(f"{written.key} ")
            and (context.day is None or any(self._timely(key, tier, context.day) for tier in kind.tiers))
        ]
        return found[0] if len(found) == 1 else None

    def _part(self, written: Written, body: Site, key: str) -> Site:
        base = written.base if written.parent else f"{written.base}, {body.base}"
        return Site(key, UNIT, body.place_id, body.era, body.base, body.known, base, written.head, "", body.region)

    def _is_part_of_authority(self, written: Written, context: Context) -> bool:
        return (
            bool(context.authority)
            and written.head in _PARTS_OF_A_BODY
            and not (written.unit or written.place)
            and (context.level == UNIT or (written.head in ("Phòng", "Vụ", "Khoa", "Đội") and written.kind is None))
        )

    def _regional(self, written: Written, context: Context) -> Site:
        province = self._province(context.place_id)
        of_country = any(written.key.startswith(f"{key} ") for key in _NATIONAL_REGIONS)
        numbered = written.key.split()[-1].isdigit()
        office = written.kind.key if written.kind else ""
        old_tax = written.key.startswith("chi cục thuế") and (not numbered or _before(context.day, date(2025, 3, 1)))
        if of_country and numbered and not old_tax:
            return Site(written.key, REGIONAL, None, "", None, True, written.base, written.head, office, province)
        place = province
        if written.place:
            place = self._province(self._locate(None, written.place, None, context, _LOCAL)) or place
        tier = "huyện" if old_tax else REGIONAL
        return Site(written.key, tier, place, "", None, place is not None, written.base, written.head, office, place)

    def _at_place(self, written: Written, context: Context) -> Site | None:
        """Return the site if the locality in the name is a place, and no part of the name."""
        order = self._order(written, context)
        place = self._locate(written.unit if written.firm else None, written.place or "", written.outer, context, order)
        if place is None:
            return self._at_outer_place(written, context, order)
        tier = _TIER_OF_KIND[self.gazetteer.places[place].place_kind]
        own_name = written.policy == "part" and UNIT in self._tiers(written)
        if own_name and not written.firm and self._elsewhere(place, context):
            return None
        if tier == "tỉnh" and own_name:
            return self._site(
                written, Context(place, context.level, None, context.day), UNIT, written.base, written.key
            )
        tiers = self._tiers(written)
        if own_name or (written.policy == "part" and tier not in tiers):
            base = f"{written.base} {written.place}"
            return self._made(written, tiers[0], self._province(place), base, name_key(base), context)
        if tier == "tỉnh" and written.base == "Điện lực":
            return self._made(written, tier, place, _POWER, name_key(_POWER), context)
        return self._made(written, tier, place, written.base, written.key, context)

    def _at_outer_place(self, written: Written, context: Context, order: tuple[str, ...]) -> Site | None:
        """Return the site of "Trường Chính trị Nguyễn Văn Cừ (Bắc Ninh)", whose name is its own and no place's."""
        if written.firm or written.policy != "part":
            return None
        province = self._province(context.place_id) if context.level != NATIONAL else None
        if written.outer and written.outer[1]:
            outer = self._locate(written.outer[0] or None, written.outer[1], None, context, order)
            province = self._province(outer) or province
        if province is None:
            return None
        if written.base in _ONE_IN_A_PLACE:
            return self._made(written, "tỉnh", province, written.base, written.key, context)
        if written.outer and written.whole:
            there = Context(province, context.level, None, context.day)
            return self._site(written, there, self._tier(written, there), *written.whole)
        return None

    def _elsewhere(self, place: str, context: Context) -> bool:
        here = self._province(context.place_id)
        return here is not None and context.level != NATIONAL and self._province(place) != here

    def _lost(self, written: Written, context: Context) -> Site:
        """Return the site of a body of a locality that the gazetteer lacks: its name is a part of the key."""
        base = " ".join(word for word in (written.base, written.unit, written.place) if word)
        tier = LEVEL_OF_UNIT.get(written.unit or "", "xã" if context.level == "huyện" else "huyện")
        within = context.place_id
        if written.outer and written.outer[1]:
            within = self._locate(written.outer[0] or None, written.outer[1], None, context, ("huyện", "tỉnh"))
        place = self._province(within)
        if tier == "xã":
            place = self._cut(within, "huyện") or place
        return Site(
            name_key(f"{written.base} {written.place}"), tier, place, "", None, place is not None, base, written.head
        )

    def _of_unit(self, written: Written, context: Context) -> Site:
        """Return the site of "Hội Nông dân huyện", "Công an thành phố": the mention's own unit of that tier."""
        tier = LEVEL_OF_UNIT.get(written.unit or "", "huyện")
        province = self._province(context.place_id)
        in_city = province is not None and self.gazetteer.places[province].type.startswith("thành phố")
        in_city = in_city and not _was_town(self.gazetteer.places[province or ""].name, context.day)
        if written.unit == "thành phố" and in_city and (context.level != "huyện" or context.place_id == province):
            tier = "tỉnh"
        place = self._cut(context.place_id, tier)
        own_tier = UNIT if UNIT in self._tiers(written) else tier
        return self._made(written, own_tier, place, written.base, written.key, context)

    def _site(self, written: Written, context: Context, tier: str, base: str, key: str) -> Site:
        numbers = [word for word in key.split() if word.isdigit()]
        if written.head in _NUMBERED_NATIONALLY and len(numbers) == 1:
            return Site(f"{name_key(written.head)} {numbers[0]}", UNIT, None, "", None, True, base, written.head)
        if written.head in _NAMED_NATIONALLY and key != name_key(written.head):
            return Site(key, UNIT, None, "", None, True, base, written.head)
        place = self._cut(context.place_id, tier)
        if tier == UNIT and written.head in _SMALL_UNITS:
            place = context.place_id
        return self._made(written, tier, place, base, key, context)

    def _made(self, written: Written, tier: str, place: str | None, base: str, key: str, context: Context) -> Site:
        era = self._era(key, tier, context.day)
        return Site(key, tier, place, era, None, tier == NATIONAL or place is not None, base, written.head)

    def _era(self, key: str, tier: str, day: date | None) -> str:
        """Return the beginning of the era that `day` lies in, where a name stood for several bodies in time."""
        eras = self.kinds.eras_of(key, tier)
        if len(eras) < 2 or day is None:
            return eras[-1].valid_from if len(eras) > 1 else ""
        begun = [era for era in eras if era.valid_from <= day.isoformat()] or list(eras[:1])
        return begun[-1].valid_from

    def _tiers(self, written: Written) -> tuple[str, ...]:
        if written.kind:
            return written.kind.tiers
        return _TIERS_OF_HEAD.get(written.head, (UNIT,))

    def _order(self, written: Written, context: Context) -> tuple[str, ...]:
        """Return the tiers of places in the order in which a bare locality is looked for."""
        tiers = [tier for tier in self._tiers(written) if tier in _LOCAL]
        if context.level == "huyện" and "xã" in tiers:
            tiers = ["xã", *tiers]
        if context.level == "tỉnh" and "huyện" in tiers and _before(context.day, date(2025, 7, 1)):
            return ("tỉnh", "huyện")  # communes were in the blocs of their districts
        if written.kind is None and written.policy == "part" and written.head not in _TIERS_OF_HEAD:
            return ("tỉnh", *tiers)
        return tuple(dict.fromkeys(("tỉnh", *tiers, *_LOCAL)))

    def _tier(self, written: Written, context: Context) -> str:
        """Return the tier of an agency whose name says none."""
        tiers = self._tiers(written)
        here = context.place_id and _TIER_OF_KIND[self.gazetteer.places[context.place_id].place_kind]
        of_country = context.level in (None, NATIONAL) or written.head in ("Tổng công ty", "Tập đoàn", "Ngân hàng")
        if written.kind is None and of_country and written.key.endswith(" việt nam"):
            return NATIONAL
        if context.day:
            timely = [tier for tier in tiers if self._timely(written.key, tier, context.day)]
            tiers = tuple(timely) or tiers
        if context.level in tiers:
            return str(context.level)
        if here in tiers:
            return str(here)
        if "tỉnh" not in tiers and set(tiers) <= set(_LOCAL) and here:
            return here  # a district's kind of agency in a province's bloc: the province has one too
        return tiers[0]

    def _timely(self, key: str, tier: str, day: date) -> bool:
        eras = self.kinds.eras_of(key, tier)
        return not eras or any(era.holds(day) for era in eras)

    def _province(self, place_id: str | None) -> str | None:
        return self.gazetteer.province_of(place_id) if place_id else None

    def _cut(self, place_id: str | None, tier: str) -> str | None:
        """Return the place of a tier that a place is or lies in; None if it is wider."""
        if place_id is None or tier == NATIONAL:
            return None
        if tier in ("tỉnh", REGIONAL, UNIT):
            return self._province(place_id)
        at: str | None = place_id
        while at:
            place = self.gazetteer.places[at]
            if _TIER_OF_KIND[place.place_kind] == tier:
                return at
            at = place.parent_id
        return None

    def _locate(
        self, unit: str | None, name: str, outer: tuple[str, str] | None, context: Context, order: tuple[str, ...]
    ) -> str | None:
        if context.day:
            context = replace(context, day=_alike(context.day, self._changes_of_places))
        key = (unit, name, outer, context.place_id, context.day, order)
        if key not in self._places:
            self._places[key] = self._look_up(unit, name, outer, context, order)
        return self._places[key]

    def _look_up(
        self, unit: str | None, name: str, outer: tuple[str, str] | None, context: Context, order: tuple[str, ...]
    ) -> str | None:
        """Return the place of a name: by its unit if one is said, else of the first tier in `order` that has it."""
        find = self.gazetteer.find
        here = self.gazetteer.places[context.place_id] if context.place_id else None
        day = context.day
        if here and (day is None or not _in(day, here.valid_from, here.valid_to)):
            day = here.valid_to or here.valid_from
        province_id = self._province(context.place_id)
        province = self.gazetteer.places[province_id].full_name if province_id else None
        district_id = self._cut(context.place_id, "huyện")
        district = self.gazetteer.places[district_id].full_name if district_id else None
        if outer and outer[1]:
            around = self._look_up(outer[0] or None, outer[1], None, context, ("huyện", "tỉnh"))
            if around:
                province = self.gazetteer.places[self.gazetteer.province_of(around)].full_name
                cut = self._cut(around, "huyện")
                district = self.gazetteer.places[cut].full_name if cut else None
        full = f"{unit} {name}" if unit else name
        if (
            unit == "thành phố"
            and not _was_town(name, context.day)
            and (name in CITIES or find(f"TP.{name}", day=day) is not None)
        ):
            unit, full = "tỉnh", name if name in CITIES else f"TP.{name}"
        for tier in (LEVEL_OF_UNIT[unit],) if unit else order:
            if tier == "tỉnh":
                found = find(full, day=context.day or day)
                kind = "province"
            elif tier == "huyện":
                found = find(province, full, day=day) if province else find(None, full, day=day)
                kind = "district"
            else:
                found = find(province, district, full, day=day) if district else None
                found = found or find(province, None, full, day=day)
                kind = "commune"
            if found and self.gazetteer.places[found].place_kind == kind:
                return found
        if unit and province and not outer and LEVEL_OF_UNIT[unit] == "huyện":
            found = find(None, full, day=day)
            return found if found and self.gazetteer.places[found].place_kind == "district" else None
        return None


def _alike(day: date, changes: Sequence[date]) -> date:
    """Return the first of the days that are alike with `day`."""
    i = bisect_right(changes, day)
    return changes[i - 1] if i else date.min


def _changes_of_places(gazetteer: Gazetteer) -> list[date]:
    """Return the first days on which the places are others than on the day before, sorted."""
    begun = {place.valid_from for place in gazetteer.places.values()}
    ended = {place.valid_to for place in gazetteer.places.values()}
    return sorted({_HUE_CITY, *filter(None, begun), *(day + timedelta(days=1) for day in ended if day)})


def _changes_of_kinds(kinds: Kinds) -> Iterator[date]:
    for eras in kinds.eras.values():
        for era in eras:
            yield from (_first_day(text, after) for text, after in ((era.valid_from, 0), (era.valid_to, 1)) if text)


def _first_day(text: str, after: int) -> date:
    """Return the first day of a year, a month or a day, or of the next one."""
    numbers = [int(part) for part in text.split("-")]
    if len(numbers) == 3:
        return date(*numbers) + timedelta(days=after)
    if len(numbers) == 1:
        return date(numbers[0] + after, 1, 1)
    months = numbers[0] * 12 + numbers[1] - 1 + after
    return date(months // 12, months % 12 + 1, 1)


def _was_town(name: str, day: date | None) -> bool:
    """Whether a city that is a province now was a town in one on that day."""
    return name == "Huế" and _before(day, _HUE_CITY)


def _before(day: date | None, limit: date) -> bool:
    return day is not None and day < limit


def _in(day: date, first: date | None, last: date | None) -> bool:
    return (first is None or first <= day) and (last is None or day <= last)
