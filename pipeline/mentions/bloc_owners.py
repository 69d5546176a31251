"""The place and the authority that follow the name of a bloc: "… số 3 (huyện A)", "… số 4, Sở Y tế tỉnh B"."""

from __future__ import annotations

from pipeline.lexicon import Lexicon
from pipeline.mentions.places import Locality, locality_at, proper_name, unit_at
from pipeline.reading import Mention, Reading
from pipeline.text import fold

_HEADS_OF_ONE_LEVEL = frozenset(("Sở", "Phòng", "Ban", "Trung tâm"))
"""Heads of bodies that exist on one level, or whose level goes without saying."""

_OWNERS_BY_NAME = ("Quân khu", "Quân đoàn", "Binh đoàn", "Tập đoàn", "Tổng công ty", "Học viện")
"""What a body's name begins with that is the owner of a bloc named before it: "Khối thi đua số 1, Quân khu 3"."""

OWNERS_OF_UNITS = ("Công ty", "Tổng công ty", "Bệnh viện", "Trường Đại học", "Học viện")
"""What a body's name begins with whose own units form a bloc named before it."""

_SECTOR_BODIES = {
    "giáo dục": "Sở Giáo dục và Đào tạo",
    "y tế": "Sở Y tế",
    "tổ chức xây dựng đảng": "Ban Tổ chức Trung ương",
}
"""Whose numbered blocs those of a branch are ("Cụm thi đua số 3 ngành Y tế"), where the branch has one body."""

_YOUTH_UNIONS = ("tỉnh đoàn", "thành đoàn", "huyện đoàn", "thị đoàn", "quận đoàn")
"""Bodies called after their own place that own blocs: "Cụm thi đua số II thuộc Tỉnh đoàn An Giang"."""

_COMMITTEE = fold("ủy")
_COMMITTEES = {"tỉnh": "tỉnh", "thành": "thành phố", "huyện": "huyện", "thị": "thị xã", "quận": "quận"}
_COUNCIL = (
    ("hội", "đồng", "thi", "đua", "khen", "thưởng"),
    ("hội", "đồng", "thi", "đua", ",", "khen", "thưởng"),
    ("hội", "đồng", "thi", "đua", "-", "khen", "thưởng"),
    ("hội", "đồng", "tđkt"),
)
"""Who advises a committee on emulation: its blocs are the committee's."""
_ARMY = (("lực", "lượng", "vũ", "trang"), ("llvt",))
_NATIONAL = ("Việt Nam", "tối cao", "Trung ương")
_OF_ALL_LEVELS = ("Tòa án nhân dân", "Viện kiểm sát nhân dân", "Công an", "Kho bạc Nhà nước", "Bảo hiểm xã hội")
"""Bodies of which each level is above those of the next."""

_OWNER_LINKS = (
    (",", "trung", "ương"),
    ("trung", "ương"),
    ("thuộc", "hệ", "thống"),
    ("hệ", "thống"),
    (",", "trực", "thuộc"),
    (",", "thuộc"),
    ("trực", "thuộc"),
    ("thuộc",),
    (",", "của"),
    ("của",),
    ("-",),
    (",",),
    ("(",),
    (),
)


def add_place(reading: Reading, lexicon: Lexicon, mention: Mention, end: int, agencies: dict[int, Mention]) -> None:
    """Note the locality and the authority that follow the name, in one cell of a table."""
    at = mention.end
    if at in reading.cells:
        return
    at = _after_units(reading, _after_second_name(reading, at, end), end)
    of = (
        at + 1
        if at < end
        and reading.norms[at] in ("của", "thuộc")
        and unit_at(reading, at + 1, end)
        and at + 1 not in agencies
        else at
    )
    if reading.norms[at : at + 3] == ["trên", "địa", "bàn"]:
        of = at + 3
    if _army(reading, lexicon, mention, at, end) or _committee(reading, lexicon, mention, at, end):
        return
    place = locality_at(reading, lexicon, of, end) or _place_in_bracket(reading, lexicon, at, end)
    if place:
        if place.unit:
            mention.parts["unit"] = place.unit
        if place.name:
            mention.parts["place"] = place.name
        at = place.end
        beyond = at + 2 if reading.norms[at : at + 2] == [",", "tỉnh"] else at + 1
        outer = (
            lexicon.provinces.match(reading.norms, beyond) if at + 1 < end and reading.norms[at] in ("(", ",") else None
        )
        if outer and place.unit not in ("tỉnh", None):
            mention.parts["province"] = outer[1]
    for link in _OWNER_LINKS:
        if tuple(reading.norms[at : at + len(link)]) != link:
            continue
        owner = agencies.get(at + len(link))
        if owner is None or owner.start != at + len(link) or owner.end > end:
            continue
        if reading.norms[owner.end : owner.end + 1] == ["các"] and unit_at(reading, owner.end + 1, end):
            mention.parts["units"] = reading.norms[owner.end + 1]
            return  # "Cụm thi đua số 1 Liên minh Hợp tác xã các tỉnh miền núi": its units, not whose it is
        explicit = link and link[-1] in ("thuộc", "của", "thống")
        if explicit and owner.value.lower().startswith(_YOUTH_UNIONS):
            set_owner(mention, owner)
        elif owner.parts["policy"] == "self":
            if explicit and owner.parts.get("unit"):
                mention.parts.setdefault("unit", owner.parts["unit"])
                if owner.parts.get("place"):
                    mention.parts.setdefault("place", owner.parts["place"])
        elif link == ("(",):  # "Cụm thi đua số 2 (BHXH tỉnh Phú Thọ)", but not the first of its members
            if reading.norms[owner.end : owner.end + 1] != [")"] or (mention.rule != "number" and not _rules(owner)):
                continue
            set_owner(mention, owner)
        elif (
            explicit
            or owner.parts["name"].startswith(_OWNERS_BY_NAME)
            or (link == () and owner.parts["name"].startswith(OWNERS_OF_UNITS) and not _is_elliptical(owner))
            or owner.parts["head"] in ("Bộ", "Tổng")
            or (owner.value.endswith(_NATIONAL) and mention.rule == "number")
            or owner.value == "Bộ đội Biên phòng"
            or (link == () and owner.rule == "lexicon" and bool(owner.parts.get("unit")))
            or (link == (",",) and runs_schools(owner) and _stands_alone(reading, owner))
            or (
                mention.rule == "number"
                and owner.rule == "lexicon"
                and (link in ((), ("-",)) or _stands_alone(reading, owner))
            )
        ):
            set_owner(mention, owner)
        if link[-2:] == ("hệ", "thống") and "authority" in mention.parts:
            mention.parts["owner_is"] = "system"
        return
    at += reading.norms[at : at + 2] == [",", "ngành"]
    if mention.rule == "number" and reading.norms[at : at + 1] == ["ngành"]:
        said = " ".join(reading.norms[at + 1 : at + 7])
        sector = next((s for s in _SECTOR_BODIES if said.startswith(s)), None)
        body = _SECTOR_BODIES[sector] if sector else ""
        if sector and not (body.endswith(_NATIONAL) and unit_at(reading, at + 1 + len(sector.split()), end)):
            mention.parts |= {"authority": body, "owner_unit": "", "owner_place": ""}


def committee_at(norms: list[str], at: int) -> str | None:
    """Return the unit of the party's committee that begins at token `at`: of "Tỉnh ủy" the "tỉnh"."""
    return _COMMITTEES.get(norms[at]) if norms[at + 1 : at + 2] == [_COMMITTEE] else None


def _committee(reading: Reading, lexicon: Lexicon, mention: Mention, at: int, end: int) -> bool:
    """Note a committee of the party as the authority: "Cụm thi đua số 6 Tỉnh ủy", "… của Hội đồng … Tỉnh ủy A"."""
    norms = reading.norms
    at += norms[at : at + 1] in ([","], ["-"], ["của"], ["thuộc"])
    council = next((w for w in _COUNCIL if tuple(norms[at : at + len(w)]) == w), ())
    at += len(council)
    unit = committee_at(norms, at) if at + 1 < end and mention.rule == "number" else None
    if unit is None:
        return False
    known = proper_name(reading, lexicon, at + 2, end, after_unit=True)
    mention.parts |= {"authority": f"{norms[at].capitalize()} ủy", "owner_unit": unit, "owner_at": f"{at} {at + 2}"}
    mention.parts["owner_place"] = known[1] if known else ""
    return True


def army_at(norms: list[str], at: int) -> int:
    """Return where the words for the forces of a place end that begin at token `at`, or 0."""
    return next((at + len(w) for w in _ARMY if tuple(norms[at : at + len(w)]) == w), 0)


def _army(reading: Reading, lexicon: Lexicon, mention: Mention, at: int, end: int) -> bool:
    """Note the forces of a place as the authority: "Cụm thi đua số 3 lực lượng vũ trang (LLVT) tỉnh Đồng Nai"."""
    norms = reading.norms
    at += norms[at : at + 1] in ([","], ["-"])
    at += norms[at : at + 1] in (["thuộc"], ["của"])
    after = army_at(norms, at)
    if not after:
        return False
    after += 3 if norms[after : after + 3] == ["(", "llvt", ")"] else 0
    place = locality_at(reading, lexicon, after, end)
    if place is None or not place.unit:
        return False
    mention.parts |= {"authority": f"Lực lượng vũ trang {place.unit}", "owner_unit": place.unit}
    mention.parts |= {"owner_place": place.name or "", "owner_at": f"{at} {place.end}"}
    return True


def _after_units(reading: Reading, at: int, end: int) -> int:
    """Return where a list of bare units ends that a bloc is of: "Cụm thi đua số 1 | xã, phường | tỉnh Vĩnh Long"."""
    unit, k = unit_at(reading, at, end), at
    while unit and unit[0] < end and reading.norms[unit[0]] in (",", "và", "-") and not reading.upper[unit[0]]:
        k = unit[0] + 1
        unit = unit_at(reading, k, end)
    if k == at or unit is None or unit[0] >= end or reading.upper[unit[0]]:
        return at
    return unit[0]


def _after_second_name(reading: Reading, at: int, end: int) -> int:
    """Return where a bloc's other name ends: "số 3 (khối các cơ quan Đảng) | huyện U Minh"."""
    of = at + (reading.norms[at : at + 1] == [","])
    if reading.norms[of : of + 4] == ["khối", "các", "đơn", "vị"]:
        return of + 4  # "Cụm thi đua số 5, khối các đơn vị | trực thuộc Bộ Công an"
    if reading.norms[at : at + 1] != ["("] or reading.norms[at + 1 : at + 2] not in (["khối"], ["cụm"], ["khu"]):
        return at
    close = next((k for k in range(at, min(at + 14, end)) if reading.norms[k] == ")"), None)
    return at if close is None else close + 1


def _place_in_bracket(reading: Reading, lexicon: Lexicon, at: int, end: int) -> Locality | None:
    """Return the locality that a bracket holds and nothing else: "Cụm thi đua số 9 (thành phố Hải Phòng)"."""
    place = locality_at(reading, lexicon, at + 1, end) if reading.norms[at : at + 1] == ["("] else None
    if place is None:
        return None
    outer = reading.norms[place.end : place.end + 2] == [",", "tỉnh"]  # "(huyện Đắk Song, tỉnh Đắk Nông)"
    return place if outer or reading.norms[place.end : place.end + 1] == [")"] else None


def _stands_alone(reading: Reading, owner: Mention) -> bool:
    """Whether an agency after a comma is the bloc's owner and not the first of a list: what follows is no mark."""
    following = reading.norms[owner.end : owner.end + 1]
    if following and runs_schools(owner):  # "Cụm thi đua số 3, Phòng Giáo dục và Đào tạo quận 12 họp tổng kết"
        return following not in ([","], [";"], ["và"], ["-"]) and bool(owner.parts.get("unit"))
    return owner.parts["head"] not in ("Sở", "Phòng", "Trường") and following not in ([","], [";"], ["và"], ["-"])


def _is_elliptical(owner: Mention) -> bool:
    """Whether an agency goes on with a head that the name before it has: "các Công ty | Lâm nghiệp"."""
    return owner.rule.startswith("elliptical")


def _rules(owner: Mention) -> bool:
    """Whether an agency in a bracket behind a sector is above its units: "các tỉnh Tây Nguyên (Hội … Việt Nam)"."""
    return (
        owner.parts["head"] in ("Bộ", "Tổng", "Sở", "Cục")
        or owner.parts["name"].startswith((*_OWNERS_BY_NAME, *OWNERS_OF_UNITS, *_OF_ALL_LEVELS))
        or owner.value.endswith(_NATIONAL)
        or runs_schools(owner)
    )


def runs_schools(owner: Mention) -> bool:
    """Whether an agency is one of education, whose blocs are those of its schools."""
    return owner.value in ("Phòng Giáo dục và Đào tạo", "Sở Giáo dục và Đào tạo")


def set_owner(mention: Mention, owner: Mention) -> None:
    """Note an agency as the authority of a bloc, with its level and place."""
    mention.parts["authority"] = _authority(owner)
    mention.parts["owner_unit"] = owner.parts.get("unit", "")
    mention.parts["owner_place"] = owner.parts.get("place", "")
    mention.parts["owner_at"] = f"{owner.start} {owner.end}"


def _authority(owner: Mention) -> str:
    """Return an owner's name with its level: "Tòa án nhân dân tỉnh", "Liên đoàn Lao động huyện", but "Sở Y tế"."""
    unit = owner.parts.get("unit")
    if owner.value.endswith(" chi nhánh Việt Nam"):
        return owner.value.replace(" chi nhánh", "")  # the bank itself
    if owner.value == "Bộ đội Biên phòng" and unit:
        return f"{owner.value} {unit}"
    if unit and owner.parts["policy"] == "drop" and owner.parts["head"] not in _HEADS_OF_ONE_LEVEL:
        return f"{owner.value} {unit}"
    return owner.value
