"""Bodies that live inside agencies: the Thanh tra of a Sở, the Đảng ủy of a company, the Phòng of an office.

Their lists name the agencies alone: "Thanh tra các đơn vị: Sở Y tế, Sở Tư pháp", "7 đảng ủy: Công an tỉnh, Đại học A".
"""

from __future__ import annotations

from pipeline.lexicon import Head
from pipeline.mentions.agency_places import PARTY_OWNERS, official_name
from pipeline.mentions.places import CITIES
from pipeline.reading import Mention, Reading

_HOUSES = frozenset("Công Tổng Trường Sở Bệnh Nhà Xí Ngân Cục Chi Tập".split())
"""First words of agencies that have other bodies inside them: "Công ty", "Trường"."""
_PARTY_BODIES = ("Đảng ủy", "Đảng bộ", "Chi bộ", "Huyện ủy", "Thành ủy", "Thị ủy", "Quận ủy", "Tỉnh ủy")
_IN_EVERY_AGENCY = {
    "Thanh tra": ("Thanh tra",),
    "Đảng ủy": _PARTY_BODIES,
    "Đảng bộ": _PARTY_BODIES,
    "Chi bộ": _PARTY_BODIES,
    "Công đoàn cơ sở": ("Công đoàn", "Liên đoàn"),
}
"""Bodies that every agency may have, and how names begin that are such bodies already: "các đảng ủy: Chi bộ A"."""
_UNITS = frozenset("các sở ban ngành đơn vị cơ quan trường công ty doanh nghiệp phòng thành viên , và sau".split())
_UNITS_REACH = 8
_OF = (["thuộc"], ["trực", "thuộc"])
_OFFICES = ("Văn phòng",)


def houses(head: Head, agency: Mention) -> bool:
    """Whether an agency of a list stands for the body inside it: "các đảng ủy: Công an tỉnh, Đảng ủy xã A"."""
    name = agency.parts["name"]
    if not name or name.startswith(head.name):
        return False
    return name.split()[0] in _HOUSES or houses_any(head, agency)


def houses_any(head: Head, agency: Mention) -> bool:
    """Whether a body that every agency may have lives in the given one."""
    own = _IN_EVERY_AGENCY.get(head.name)
    return own is not None and bool(agency.parts["name"]) and not agency.parts["name"].startswith(own)


def housed(head: Head, inner: Mention) -> Mention:
    """Return the body inside an agency: Thanh tra of Sở Y tế is "Thanh tra Sở Y tế"."""
    if inner.parts["head"] == head.name:
        return inner
    inner.parts |= {"name": f"{head.name} {inner.value}", "policy": "part", "head": head.name}
    inner.parts.pop("unit", None)
    inner.parts.pop("place", None)
    inner.value = inner.parts["name"]
    return inner


def after_units(reading: Reading, i: int, end: int) -> int:
    """Return where the names begin after "các đơn vị:", "các sở, ban, ngành" at token `i`, or 0."""
    if reading.norms[i : i + 1] != ["các"]:
        return 0
    at = i + 1
    while at < min(end, i + _UNITS_REACH) and reading.norms[at] in _UNITS and not reading.upper[at]:
        at += 1
    return at if i + 1 < at < end and (reading.norms[at] == ":" or reading.upper[at]) else 0


def owner_at(reading: Reading, i: int, end: int) -> tuple[int, str] | None:
    """Return (end, owner) of a party committee at token `i`, also in the plural: "các Tỉnh ủy, Thành ủy"."""
    at = i + (reading.norms[i : i + 1] == ["các"])
    pair = tuple(reading.norms[at : at + 2])
    if pair not in PARTY_OWNERS or pair[1] != "ủy" or at + 2 > end:
        return None
    owner = f"{pair[0].capitalize()} {pair[1]}"
    at += 2
    while at > i + 2 and reading.norms[at : at + 1] == [","] and tuple(reading.norms[at + 1 : at + 3]) in PARTY_OWNERS:
        at += 3
    return at, owner


def give_owner(owner: str, listed: list[Mention]) -> list[Mention]:
    """Return the bodies of the party in the places of a list: "Ban Tổ chức Tỉnh ủy các tỉnh A, B"."""
    for m in listed:
        city = owner == "Tỉnh ủy" and m.parts["place"] in CITIES
        m.parts |= {"policy": "party", "owner": "Thành ủy" if city else owner}
        m.value = official_name(m, keep_place=True)
    return listed


def take_inner(reading: Reading, found: list[Mention], listed: list[Mention], i: int) -> None:
    """Make the offices of a list at token `i` the bodies inside them that stand before it, which leave `found`.

    "4 Phòng Ngoại vụ trực thuộc Văn phòng UBND các tỉnh A, B": Phòng Ngoại vụ tỉnh A and Phòng Ngoại vụ tỉnh B.
    """
    if not found or not all(m.parts["name"].startswith(_OFFICES) and m.parts.get("place") for m in listed):
        return
    body = found[-1]
    if reading.norms[body.end : i] not in _OF or {"unit", "place", "owner"} & body.parts.keys():
        return
    found.pop()
    for m in listed:
        m.parts |= {"name": body.parts["name"], "policy": body.parts["policy"], "head": body.parts["head"]}
        m.value = official_name(m, keep_place=True)
    listed[0].parts["from"] = body.parts.get("from", str(body.start))
