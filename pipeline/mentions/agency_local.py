"""Places that agencies share or take from one another, which no name says by itself.

1. "KBNN Lục Ngạn, KBNN Lục Nam": the bare names after one agency's name are its districts, for there are several,
   or for the report names the district;
2. "Sở Tư pháp và Cục Thi hành án dân sự của 7 tỉnh: A, B": each body stands for one agency in each place.
"""

from __future__ import annotations

from collections import defaultdict

from pipeline.lexicon import Lexicon
from pipeline.mentions.agency_grammar import opens_other
from pipeline.mentions.agency_places import official_name
from pipeline.mentions.places import CITIES, LEVEL_OF_UNIT, proper_name
from pipeline.reading import Mention, Reading

_TAKES_PLACE = frozenset(("drop", "keep", "none"))
_LINKS = frozenset(("của", "thuộc", "các", "ở"))
_JOINS = frozenset(("và", ",", ";", "&"))
_LOCAL_LEVELS = frozenset(("huyện", "xã"))
_BODIES_AT_MOST = 4
OF_DISTRICTS = frozenset(f"{unit} {body}" for unit in ("Huyện", "Thị", "Quận", "Thành") for body in ("ủy", "đoàn"))
_AFTER_PLACE = frozenset((",", ";", ")", ".", "và", "("))
_SYLLABLES = 3
_BEGIN_COMMUNES = frozenset("hội đoàn báo đội trạm".split())
"""Heads that also begin names of communes and districts: "Đoàn Kết", "Trạm Tấu"."""
_PARTS_OF_COMMUNES = frozenset("thôn khu tổ ấp khóm bản buôn làng vùng nhà hạt cổng".split())
"""First words of what is no commune: "Thôn Đoài", "Khu phố 4"."""


def is_local_body(mention: Mention) -> bool:
    """Whether an agency is named with its district or commune: "Phòng Tư pháp huyện Sông Mã", "Huyện ủy Sông Mã"."""
    parts = mention.parts
    if not parts["name"] or not parts.get("place"):
        return False
    local = LEVEL_OF_UNIT.get(parts.get("unit", "")) in _LOCAL_LEVELS
    return local and parts["place"] not in CITIES or parts["name"] in OF_DISTRICTS


def is_bare_place(lexicon: Lexicon, reading: Reading, start: int, stop: int, end: int) -> bool:
    """Whether a bare district or commune stands at `[start, stop)` as an item of a list, and no person or province."""
    if stop - start > _SYLLABLES and (reading.norms[start] in lexicon.surnames or reading.raw[start + 1] not in "'’"):
        return False
    like_head = reading.norms[start] == "trường" or stop - start == 2 and reading.norms[start] in _BEGIN_COMMUNES
    if reading.norms[start] in _PARTS_OF_COMMUNES or opens_other(lexicon, reading, start) and not like_head:
        return False  # "LĐLĐ thành phố Pleiku, Hội Hoa Lan"; but "UBND xã Hội An, Trường Long"
    if len(reading.raw[start]) > 2 and reading.raw[start].isupper() and not reading.raw[stop - 1].isupper():
        return False  # "PJICO Gia Lai"
    if lexicon.provinces.match(reading.norms, start) or stop < end and reading.norms[stop] not in _AFTER_PLACE:
        return False
    person = reading.norms[start] in lexicon.surnames and stop - start == _SYLLABLES
    return not person


def add_local_places(lexicon: Lexicon, reading: Reading, found: list[Mention]) -> None:
    """Give agencies the bare local names after them, where they are plainly places.

    One agency's name has two or more of them in the report, or the report says its unit elsewhere ("huyện Lục Ngạn").
    """
    named: defaultdict[str, list[tuple[Mention, int, str]]] = defaultdict(list)
    for mention in found:
        after = _local_name(lexicon, reading, mention)
        if after:
            named[mention.parts["name"]].append((mention, *after))
    known = {m.parts["place"].lower() for m in found if m.rule == "unit"} if named else set()
    elsewhere: defaultdict[str, set[str]] = defaultdict(set)
    for m in found if named else ():
        if m.parts.get("place") and LEVEL_OF_UNIT.get(m.parts.get("unit", "")) in _LOCAL_LEVELS:
            elsewhere[m.parts["name"]].add(m.parts["place"].lower())
    for name, said in named.items():
        several = len({place.lower() for _, _, place in said} | elsewhere[name]) > 1
        candidates = [c for c in said if several or c[2].lower() in known]
        for mention, stop, place in candidates:
            mention.end = stop
            mention.parts |= {"policy": "part", "place": place, "local": "yes"}
            mention.value = official_name(mention)


def _local_name(lexicon: Lexicon, reading: Reading, mention: Mention) -> tuple[int, str] | None:
    """Return (end, name) of the bare place right after an agency's name: two or three capitals, and no person."""
    i, parts = mention.end, mention.parts
    if mention.rule not in ("lexicon", "elliptical-lexicon") or parts["policy"] not in _TAKES_PLACE:
        return None
    end = reading.sentences[reading.sentence_of(mention.start)].end
    if i >= end or not parts["name"] or {"unit", "place"} & parts.keys():
        return None
    if not reading.upper[i] or reading.raw[i].isupper():
        return None
    place = proper_name(reading, lexicon, i, end)
    if place is None or opens_other(lexicon, reading, i):
        return None
    goes_on = place[0] < end and reading.upper[place[0]]
    person = reading.norms[i] in lexicon.surnames and place[0] - i > 2
    return None if goes_on or person or not 2 <= place[0] - i <= 3 else place


def take_bodies(reading: Reading, found: list[Mention], listed: list[Mention], i: int) -> None:
    """Make the bare places of a list at token `i` those of the bodies named before it, which leave `found`.

    "Sở Tư pháp và Cục Thi hành án dân sự của 7 tỉnh: A, B" becomes Sở Tư pháp tỉnh A, with the other body's name in
    `parts["bodies"]`, and so on.
    """
    if any(m.parts["name"] for m in listed):
        return
    bodies: list[Mention] = []
    start = i
    while found and len(bodies) < _BODIES_AT_MOST:
        between = reading.norms[found[-1].end : start]
        expected = _JOINS if bodies else _LINKS
        if len(between) != 1 or between[0] not in expected or not _is_body(found[-1]):
            break
        bodies.insert(0, found.pop())
        start = bodies[0].start
    if not bodies:
        return
    first = bodies[0]
    for m in listed:
        m.parts |= {"name": first.parts["name"], "policy": first.parts["policy"], "head": first.parts["head"]}
        if len(bodies) > 1:
            m.parts["bodies"] = "|".join(b.parts["name"] for b in bodies[1:])
        m.value = official_name(m, keep_place=True)
    listed[0].parts["from"] = str(first.start)


def each_body(mention: Mention) -> list[Mention]:
    """Return an agency, and those of the other bodies that its list names for the same place."""
    others = []
    for name in mention.parts.get("bodies", "").split("|"):
        if name:
            parts = {**mention.parts, "name": name, "head": name.split()[0]}
            other = Mention(mention.kind, mention.start, mention.end, "", mention.rule, parts)
            other.value = official_name(other, keep_place=True)
            others.append(other)
    return [mention, *others]


def _is_body(mention: Mention) -> bool:
    parts = mention.parts
    return bool(parts["name"]) and not {"unit", "place", "owner"} & parts.keys() and parts["policy"] in _TAKES_PLACE
