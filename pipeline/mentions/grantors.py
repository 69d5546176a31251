"""Those who grant awards: bodies of the state, heads of agencies, and organs that act for a body.

GRANTOR: value as the guideline writes it ("UBND tỉnh", "Chủ tịch UBND tỉnh", "Ban Thường vụ Tỉnh đoàn").
"""

from __future__ import annotations

from pipeline.lexicon import Lexicon
from pipeline.reading import Mention, Reading

_ALSO_SMALL = (("thủ", "tướng"), ("chủ", "tịch"))
"""What heads of the state are written with in small letters too: "bằng khen của thủ tướng Chính phủ"."""


def find_grantors(reading: Reading, lexicon: Lexicon) -> list[Mention]:
    """Return those who may grant: bodies of the state, and heads of agencies ("Chủ tịch UBND tỉnh").

    An agency without its head is a grantor only where a frame asks for one.
    """
    agencies = {m.start: m for m in reading.of("AGENCY")}
    found = [
        _with_society(Mention("GRANTOR", start, end, value, "state"), agencies)
        for start, end, value in reading.matches(lexicon.state)
        if reading.upper[start] or tuple(reading.norms[start : start + 2]) in _ALSO_SMALL
    ]
    for title in reading.of("TITLE"):
        agency = agencies.get(title.end) or agencies.get(title.end - 1)  # "Trưởng Thuế tỉnh": the post takes its head
        if agency and agency.rule != "unit":
            said = _of_branch(reading, agency) or grantor_name(agency)
            found.append(Mention("GRANTOR", title.start, agency.end, f"{title.value} {said}", "head"))
    state = {m.start: m for m in found if m.rule == "state"}
    return found + _organs(reading, lexicon, agencies, state)


def _organs(
    reading: Reading, lexicon: Lexicon, agencies: dict[int, Mention], state: dict[int, Mention]
) -> list[Mention]:
    """Return the organs with the body that they are of: "Ban Thường vụ Tỉnh đoàn"."""
    found = []
    for start, end, name in reading.matches(lexicon.organs):
        if not reading.upper[start]:
            continue
        at = end + (reading.norms[end : end + 1] == ["của"])
        whole, body = agencies.get(start), state.get(at) or agencies.get(at)
        if whole and whole.end > end:
            found += _organ_in_name(reading, lexicon, whole, at, name)
        elif body:
            said = body.value if body.kind == "GRANTOR" else grantor_name(body)
            found.append(Mention("GRANTOR", start, body.end, f"{name} {said}", "organ"))
        elif at < len(reading.upper) and reading.upper[at] and (head := lexicon.heads.match(reading.norms, at)):
            found.append(Mention("GRANTOR", start, head[0], f"{name} {reading.text(at, head[0])}", "organ"))
    return found


def _organ_in_name(reading: Reading, lexicon: Lexicon, whole: Mention, at: int, organ: str) -> list[Mention]:
    """Return the organ of a name that begins with it, where the name is not known whole: "BTV Hội LHPN tỉnh".

    `at` is the token behind the organ. "Ban Thường vụ Tỉnh ủy" is a name of its own.
    """
    said = grantor_name(whole)
    if whole.rule == "grammar":
        known = lexicon.agencies.match(reading.norms, reading.raw, at, whole.end)
        if known is None:
            return []
        name, unit = known[1].name, whole.parts.get("unit")
        central = "Trung ương " if reading.norms[at : at + 2] == ["trung", "ương"] and name.startswith("Hội") else ""
        said = f"{central}{name} {unit}" if unit and known[0] < whole.end else f"{central}{name}"
    elif said.startswith(organ):
        return []
    return [Mention("GRANTOR", whole.start, whole.end, f"{organ} {said}", "organ")]


def _with_society(body: Mention, agencies: dict[int, Mention]) -> Mention:
    """Return a central committee with the whole name of its society: "Trung ương Hội Nông dân Việt Nam"."""
    society = agencies.get(body.end - 1) or agencies.get(body.start)
    if not body.value.startswith("Trung ương") or society is None or not society.value.endswith("Việt Nam"):
        return body
    return Mention("GRANTOR", body.start, society.end, f"Trung ương {society.value}", "state")


def _of_branch(reading: Reading, agency: Mention) -> str | None:
    """Return a bank's branch in a unit, without the place's name: "Ngân hàng Nhà nước chi nhánh tỉnh"."""
    unit = agency.parts.get("unit")
    is_branch = unit and reading.find(("chi", "nhánh"), agency.start, agency.end) >= 0
    return f"{agency.parts['name']} chi nhánh {unit}" if is_branch and agency.parts["policy"] == "bank" else None


def grantor_name(agency: Mention) -> str:
    """Return an agency as a grantor: the unit's word stays, the place's name goes ("UBND tỉnh")."""
    unit = agency.parts.get("unit")
    name = agency.parts["name"]
    if agency.parts["policy"] == "self":
        return f"{name} {unit}" if unit else agency.value
    if unit in ("tỉnh", "huyện", "thành phố", "thị xã", "quận") and agency.parts["head"] not in (
        "Sở",
        "Phòng",
        "Trường",
    ):
        return f"{name} {unit}"
    return agency.value
