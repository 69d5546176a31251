"""What stands after an agency's name and belongs to it: a bracketed short form, its owner, its locality.

"Sở Y tế (SYT) tỉnh Kon Tum", "Ban Dân vận Tỉnh ủy", "Agribank - Chi nhánh Đắk Lắk"; and the official name of it all.
"""

from __future__ import annotations

from pipeline.lexicon import Lexicon
from pipeline.mentions.agency_grammar import is_region, opens_other, region_end
from pipeline.mentions.agency_shorts import written_out
from pipeline.mentions.places import Locality, is_numeral, locality_at, proper_name, unit_at
from pipeline.reading import Mention, Reading, tokens_of
from pipeline.text import one_line, plain

PARTY_OWNERS = frozenset(
    tuple(name.split()) for name in ("tỉnh ủy", "thành ủy", "huyện ủy", "thị ủy", "quận ủy", "trung ương")
)
"""The party committees that own the bodies before them. A bare "Đảng ủy" does so only before its locality."""

_FIRST_OF_OWNERS = frozenset(owner[0] for owner in PARTY_OWNERS) | {"đảng"}
_KEEPS_PLACE = frozenset(("part", "bank", "must"))
_OF = (["của"], ["thuộc"], ["."])
"""What may stand before an owner: "Ban Dân vận của Tỉnh ủy", "VP. Tỉnh ủy"."""
_LOCAL_OWNERS = frozenset(tuple(name.split()) for name in ("huyện ủy", "thị ủy", "quận ủy", "thành ủy"))
_PLACE_SYLLABLES = 3
NO_MINISTRY = ("Bộ Chỉ huy", "Bộ Tư lệnh", "Bộ đội", "Bộ phận")
"""What begins as a ministry does and is none."""
NUMBERED = ("khu vực", "cơ sở", "quận đoàn", "quận ủy", "hải đoàn biên phòng", "đồn biên phòng")
"""Ends of names that a number follows: "Tòa án nhân dân khu vực 3", "Hải đoàn Biên phòng 48"."""

_ENDS = frozenset(", ; . ) ( và được đạt đã là làm giữ xếp".split())
_INDUSTRIAL_ZONES = ["và", "các", "khu", "công", "nghiệp"]


def with_place(
    lexicon: Lexicon, reading: Reading, i: int, stop: int, end: int, name: str, policy: str, rule: str
) -> Mention | None:
    """Return the agency whose name stands at `[i, stop)`, with what follows the name up to token `end`.

    None where the name needs a place ("UBND", policies `must` and `self`) and has none.
    """
    name = written_out(name, lexicon.shorts) if rule.endswith("grammar") else name
    known = lexicon.by_plain.get(plain(name)) if rule.endswith("grammar") else None
    if known:  # a slip in the tone marks: "Cục Thông kê"
        name, policy = known.name, known.place
    joined = stop + 1 < end and reading.norms[stop] == "liên"
    joint = _several_units_end(lexicon, reading, stop, end) if joined else 0
    if joint:
        name, policy, stop = f"{name} {one_line(reading.text(stop, joint))}", "part", joint
    parts = {"name": name, "policy": policy, "head": name.split()[0]}
    if _has_alias(lexicon, reading, stop, end, rule):
        parts["alias"] = reading.raw[stop + 1]
        stop += 3
    of = policy == "party" and reading.norms[stop : stop + 1] in _OF  # "ban Dân vận của Tỉnh ủy"
    owner = _owner(lexicon, reading, stop + of, end)
    if owner and owner[1] == "Trung ương" and policy == "part":  # "Bệnh viện Phụ sản Trung ương"
        stop, parts["name"] = owner[0], f"{name} {owner[1]}"
        if stop < end and reading.norms[stop] in ("1", "2") and (stop + 1 == end or reading.norms[stop + 1] in _ENDS):
            stop, parts["name"] = stop + 1, f"{parts['name']} {reading.raw[stop]}"  # "Bệnh viện Tâm thần Trung ương 2"
    elif owner:
        stop, parts["owner"] = owner
    elif policy == "party":
        parts["policy"] = "party?"
    branch = _branch(lexicon, reading, stop, end) if policy == "bank" else stop
    if branch > stop:
        parts["branch"] = "yes"
    place = _place(lexicon, reading, branch, end, parts)
    if place:
        stop = place.end
        if place.unit:
            parts["unit"] = place.unit
        if place.name:
            parts["place"] = place.name
        if place.name and name.lower().endswith(NUMBERED) and is_numeral(place.name.lower()):
            parts["policy"] = policy = "part"
    elif branch > stop:
        stop = branch
    if policy in ("must", "self") and not place:
        return None
    mention = Mention("AGENCY", i, stop, "", rule, parts)
    mention.value = official_name(mention)
    return mention


def _several_units_end(lexicon: Lexicon, reading: Reading, i: int, end: int) -> int:
    """Return where "liên huyện Ngọc Hiển - Năm Căn" ends, which names a body of several units, or 0."""
    unit = unit_at(reading, i + 1, end)
    if unit is None:
        return 0
    named = proper_name(reading, lexicon, unit[0], end)
    return region_end(lexicon, reading, unit[0], end) if named else unit[0]


def official_name(mention: Mention, keep_place: bool = False) -> str:
    """Return an agency's name as the guideline wants it (docs/annotation.md, "Agency names").

    The policy of the name decides about the locality that follows it: `drop` leaves it out ("Sở Y tế"), `keep` leaves
    the unit's word ("Công an tỉnh"), `part` keeps a bare place ("Báo Đắk Nông"), `party` adds the owner ("Ban Dân vận
    Tỉnh ủy"), `self` is the locality's own body ("UBND huyện Đức Cơ"). `keep_place` is for blocs of several places.
    """
    parts = mention.parts
    name, policy = parts["name"], parts["policy"]
    unit, place = parts.get("unit"), parts.get("place")
    locality = f"{unit} {place}" if unit and place else unit or place or ""
    if policy.startswith("party"):
        name = f"{name} {parts['owner']}" if "owner" in parts else name
        return f"{name} {place}" if keep_place and place else name
    if policy == "self":
        return f"{name} {locality}".strip()
    if unit == "khu vực":
        return f"{name} chi nhánh {locality}" if policy == "bank" and "branch" in parts else f"{name} {locality}"
    if keep_place and place and policy != "bank":
        return f"{name} {locality}"
    if policy in ("keep", "must"):
        return f"{name} {unit}" if unit else f"{name} {place}" if place and policy == "must" else name
    if policy == "part":
        return f"{name} {locality}" if place else f"{name} {unit}" if unit and name.startswith("Trường") else name
    if policy == "bank":
        branch = "" if name.lower().endswith("chi nhánh") else " chi nhánh"
        return f"{name}{branch} {locality}".strip() if place or "branch" in parts else name
    return name


def _has_alias(lexicon: Lexicon, reading: Reading, i: int, end: int, rule: str) -> bool:
    """Whether a bracket at token `i` gives a name's short form: "(SATRA)", or any one word after an unknown name."""
    raw = reading.raw
    if not (i + 2 < end and raw[i] == "(" and raw[i + 2] == ")" and reading.upper[i + 1]):
        return False
    if reading.raw[i + 1].isupper():
        return True
    return (
        rule == "grammar"
        and lexicon.roles.match(reading.norms, i + 1) is None
        and lexicon.provinces.match(reading.norms, i + 1) is None
    )


def _owner(lexicon: Lexicon, reading: Reading, i: int, end: int) -> tuple[int, str] | None:
    """Return (end, owner) of the party committee at token `i`."""
    if i + 2 > end or reading.norms[i] not in _FIRST_OF_OWNERS:
        return None
    pair = tuple(reading.norms[i : i + 2])
    if pair in PARTY_OWNERS and reading.upper[i]:
        return i + 2, f"{pair[0].capitalize()} {pair[1]}"
    if pair == ("đảng", "ủy") and locality_at(reading, lexicon, i + 2, end, bare=False):
        return i + 2, "Đảng ủy"
    return None


def _branch(lexicon: Lexicon, reading: Reading, i: int, end: int) -> int:
    """Return the token after "- Chi nhánh", ", chi nhánh", "CN" of a bank, or `i`; "A, CN Ngân hàng B" has another."""
    stop = _branch_words(reading, i, end)
    return i if stop > i and stop < end and lexicon.heads.match(reading.norms, stop) else stop


def _branch_words(reading: Reading, i: int, end: int) -> int:
    j = i + 1 if i < end and reading.norms[i] in ("-", ",") else i
    if reading.norms[j : j + 2] == ["việt", "nam"]:
        j += 2
        j += 1 if j < end and reading.norms[j] in ("-", ",") else 0
    if reading.norms[j : j + 2] == ["chi", "nhánh"] and j + 2 <= end:
        return j + 2
    if j < end and reading.raw[j] == "CN":
        return j + 1
    return i


def _place(lexicon: Lexicon, reading: Reading, i: int, end: int, parts: dict[str, str]) -> Locality | None:
    """Return the locality after a name; a school's own name before it goes over to `parts["name"]`."""
    name, policy = parts["name"], parts["policy"]
    place = locality_at(reading, lexicon, i, end) or _direct_place(lexicon, reading, i, end, name, policy)
    if place is None:
        return None
    own_name = place.unit is None and policy == "part"
    if own_name and not lexicon.provinces.match([*tokens_of(place.name or "")], 0):
        outer = locality_at(reading, lexicon, place.end, end, bare=False)
        if outer:  # "Trường Chính trị Tôn Đức Thắng tỉnh An Giang"
            parts["name"] = name = f"{name} {place.name}"
            parts["policy"] = "drop"
            place = outer
    if name.startswith("Ban Quản lý") and reading.norms[place.end : place.end + 3] == [*_INDUSTRIAL_ZONES[:2], "kcn"]:
        named = f"{reading.text(i, place.end)} và các khu công nghiệp"
        return Locality(place.end + 3, place.unit, place.name if place.unit else named)
    if name.startswith("Ban Quản lý") and reading.norms[place.end : place.end + 5] == _INDUSTRIAL_ZONES:
        stop = place.end + 5
        return Locality(stop, place.unit, place.name if place.unit else reading.text(i, stop))
    return place


def _direct_place(lexicon: Lexicon, reading: Reading, i: int, end: int, name: str, policy: str) -> Locality | None:
    """Return the bare name of a district or a commune after a name that keeps its place: "Huyện đoàn Vũng Liêm"."""
    of_region = name.lower().endswith(NUMBERED)
    if of_region and i < end and is_numeral(reading.norms[i]) and (i + 1 >= end or reading.norms[i + 1] != "-"):
        return Locality(i + 1, None, reading.raw[i])  # "Phòng Thi hành án dân sự khu vực 7"
    if policy == "party" and i < end and tuple(reading.norms[i - 2 : i]) in _LOCAL_OWNERS:
        return _place_of_committee(lexicon, reading, i, end)
    if i >= end or policy not in _KEEPS_PLACE or (reading.raw[i][0].isdigit() and not of_region):
        if reading.norms[i : i + 2] == ["khu", "vực"] and i + 2 < end and reading.raw[i + 2].isalnum():
            return _region(lexicon, reading, i, end)
        return None
    if of_region and is_numeral(reading.norms[i]):
        stop = region_end(lexicon, reading, i, end)
        return Locality(stop, None, reading.text(i, stop))
    if is_region(reading, i, end):
        return _region(lexicon, reading, i, end)
    place = proper_name(reading, lexicon, i, end)
    if place and of_region:
        stop = region_end(lexicon, reading, i, end)
        return Locality(stop, None, reading.text(i, stop))  # "Chi cục Thuế khu vực Duy Tiên - Lý Nhân"
    return Locality(place[0], None, place[1]) if place and not opens_other(lexicon, reading, i) else None


def _place_of_committee(lexicon: Lexicon, reading: Reading, i: int, end: int) -> Locality | None:
    """Return the place of a committee after it: "Ban Tuyên giáo Huyện ủy Gò Dầu", and no person or post."""
    place = proper_name(reading, lexicon, i, end)
    if place is None or opens_other(lexicon, reading, i) or place[0] - i > _PLACE_SYLLABLES:
        return None
    return Locality(place[0], None, place[1])


def _region(lexicon: Lexicon, reading: Reading, i: int, end: int) -> Locality:
    stop = region_end(lexicon, reading, i + 2, end)
    return Locality(stop, "khu vực", reading.text(i + 2, stop))
