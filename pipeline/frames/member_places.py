"""Members that a report gives as bare places: "Cụm thi đua các huyện vùng cao gồm: Kỳ Sơn, Tương Dương"."""

from __future__ import annotations

import re
from bisect import bisect_left

from pipeline.frames.bloc_levels import without_region
from pipeline.frames.context import Context
from pipeline.mentions.agencies import AgencyFinder, official_name
from pipeline.mentions.agency_local import is_bare_place
from pipeline.mentions.agency_place_items import place_items
from pipeline.mentions.places import CITIES, LEVEL_OF_UNIT, locality_at, unit_at
from pipeline.reading import Mention, Reading
from pipeline.text import plain

_OF_BLOC = frozenset(("trong", "thuộc", "của"))
_COMPANY = re.compile(r"^công ty (?:(?:cổ phần|cp|tnhh|mtv|một thành viên|hai thành viên|nhà nước) )*")
"""What stands before a company's own name: "Công ty TNHH MTV Cao su Chư Păh" is "Cao su Chư Păh" for short."""


_NEAR = 14
_LOCALITIES = re.compile(
    r"(?:địa phương|huyện thị|đơn vị)(?: thành viên)?(?: sau| trên)?(?: đó)?(?: (?:là|gồm|bao gồm))? ?:?$"
    r"|\d+ thành viên$|(?:khối|cụm) [^,;:()]*\b(?:gồm|bao gồm|gồm có|gồm các)(?: :)?$"
)
"""Words right before bare places that call them localities, or say that a bloc is made of them."""
_CALLED = 12
_FEWEST = 3
_BODY = 9
"""So many syllables the name of a body may have."""
_BLOC_REACH = 20
_NATIONAL = " Việt Nam"
_AT = frozenset(("tại", "ở", "địa"))
"""Words before a bare place that is no short form of a member: "tại Sơn La"."""


def bare_places(ctx: Context, finder: AgencyFinder, n: int, i: int, end: int) -> list[Mention]:
    """Return the members of "Cụm thi đua các huyện vùng cao gồm: Kỳ Sơn, Tương Dương": places that stand for bodies."""
    reading = ctx.reading
    items = [item for item in place_items(finder.grammar, reading, i, end) if not reading.of("BLOC", item[0], item[1])]
    if len(items) < 2:
        return []
    sentence = reading.sentences[n]
    name, policy, unit = _body_of_places(ctx, sentence.start, i)
    if unit is None:
        unit = unit_elsewhere(ctx, [place for _, _, _, place in items])
    if unit is None and _are_all_of_bloc(ctx, i, items, end):
        provinces = all(ctx.lexicon.provinces.match(reading.norms, item[0]) for item in items)
        unit = "tỉnh" if provinces else ""
    if unit is None:
        return []
    found = []
    for start, stop, own, place in items:
        own = own or ("thành phố" if unit == "tỉnh" and place in CITIES else unit)
        own = own or unit_elsewhere(ctx, [place]) or ""
        parts = {"name": name, "policy": policy, "place": place, "head": (name or own or place).split()[0]}
        parts |= {"unit": own} if own else {}
        mention = Mention("AGENCY", start, stop, "", "bare-place", parts)
        mention.value = official_name(mention, keep_place=True)
        found.append(mention)
    if len(found) > 1:
        ctx.reading.add("AGENCY", [*ctx.reading.of("AGENCY"), *found])
    return found


def _are_all_of_bloc(ctx: Context, i: int, items: list[tuple[int, int, str | None, str]], end: int) -> bool:
    """Whether a bracket behind a bloc holds nothing but names of places: "Cụm thi đua số 2 (Sông Mã, Mai Sơn, …)".

    So does a list called one of localities: "Cụm thi đua số 2 gồm các địa phương: Sông Mã, Mai Sơn, Yên Châu".
    """
    reading = ctx.reading
    last = items[-1][1]
    if _LOCALITIES.search(" ".join(reading.norms[max(0, i - _CALLED) : i])):
        told = last < end and reading.raw[last].isalpha() and reading.raw[last].islower()
        ends = [*[end] * (len(items) - 1), last if told else end]  # "Yên Châu | đã ký giao ước"
        provinces = ctx.lexicon.provinces
        return all(
            provinces.match(reading.norms, start) or is_bare_place(ctx.lexicon, reading, start, stop, close)
            for (start, stop, _, _), close in zip(items, ends, strict=True)
        )
    if len(items) < _FEWEST or reading.raw[i - 1] != "(" or last >= end or reading.raw[last] != ")":
        return False
    if not all(is_bare_place(ctx.lexicon, reading, start, stop, end) for start, stop, _, _ in items):
        return all(ctx.lexicon.provinces.match(reading.norms, start) for start, _, _, _ in items)
    blocs = [b for b in reading.of("BLOC", max(0, i - _BLOC_REACH), i) if b.end < i]
    place = locality_at(reading, ctx.lexicon, blocs[-1].end, i) if blocs else None
    return bool(blocs) and i - 1 in (blocs[-1].end, place.end if place else -1)


def _unit_said(ctx: Context, start: int, end: int) -> str | None:
    """Return the unit that words name without a place, "" where they name several ("các huyện, thị xã, thành phố")."""
    reading = ctx.reading
    said: list[str] = []
    k = start
    while k < end:
        unit = unit_at(reading, k, end)
        if unit and not _is_one_unit(reading, k, unit[0]) and not _lies_in(reading, k, unit[0]):
            said.append(unit[1])
        k = unit[0] if unit else k + 1
    if "tỉnh" in said:
        return "tỉnh" if set(said) <= {"tỉnh", "thành phố"} else next(u for u in said if u != "tỉnh")
    return None if not said else said[0] if len(set(said)) == 1 else ""


def _lies_in(reading: Reading, start: int, end: int) -> bool:
    """Whether a unit's word names where the members lie: "7 xã trước thuộc các huyện Krông Pa, Ia Pa, gồm A, B"."""
    norms = reading.norms
    return norms[start - 2 : start] == ["thuộc", "các"] and reading.upper[end : end + 1] == [True]


def _is_one_unit(reading: Reading, start: int, end: int) -> bool:
    """Whether the word for a unit at `[start, end)` is of no members: "UBND Thành phố", "tỉnh Sơn La", "Huyện ủy"."""
    norms = reading.norms
    counted = norms[start - 1].isdigit() and norms[start - 2 : start - 1] not in (["số"], ["đua"], ["cụm"], ["khối"])
    if norms[start - 1] == "các" or counted:
        return norms[end : end + 1] == ["ủy"]
    if norms[start - 2 : start] == ["hợp", "tác"] or reading.upper[start]:
        return True
    return norms[start - 1] == "ubnd" or end < len(norms) and (reading.upper[end] or norms[end] in ("ủy", "đoàn"))


def unit_elsewhere(ctx: Context, places: list[str]) -> str | None:
    """Return the unit that the report gives some of the places elsewhere ("quận Long Biên" for a bare "Long Biên")."""
    units = [
        m.parts["unit"] for m in ctx.reading.of("AGENCY") if m.parts.get("place") in places and m.parts.get("unit")
    ]
    return max(set(units), key=units.count) if units else None


def _body_of_places(ctx: Context, start: int, i: int) -> tuple[str, str, str | None]:
    """Return (name, policy, unit) of what a list's bare places are: from the sentence, else from the bloc's name."""
    reading = ctx.reading
    norms = reading.norms
    for agency in reversed(reading.of("AGENCY", start, i)):
        many, of = norms[agency.end : agency.end + 1], norms[agency.end + 1 : agency.end + 2]
        if agency.parts["name"] and (many == ["các"] or many[0].isdigit()) and of in (["tỉnh"], ["huyện"], ["xã"]):
            return agency.parts["name"], agency.parts["policy"], of[0]
        if agency.parts["name"] and norms[agency.start - 1] == "các" and norms[agency.end] in _OF_BLOC:
            unit = "tỉnh" if ctx.lexicon.provinces.match(norms, i) else None
            return agency.parts["name"], agency.parts["policy"], unit  # "Các KBNN trong Cụm (Hà Nam, Nam Định)"
    told = _body_of_units(ctx, start, i)
    if told:
        return told
    bloc = ctx.bloc_for(i)
    mention = bloc.first
    inside = [m for m in ctx.inner_agencies if mention.start <= m.start < mention.end and m.parts["name"]]
    unit = _unit_said(ctx, max(start, i - _NEAR), i)
    unit = _unit_said(ctx, mention.start, mention.end) if unit is None else unit
    if inside and inside[0].rule != "unit":
        return *local_body(ctx, inside[0]), unit or "tỉnh"
    return "", "self", unit


def _body_of_units(ctx: Context, start: int, i: int) -> tuple[str, str, str] | None:
    """Return (name, policy, unit) of the body that units of a sentence have: "Công an các tỉnh trong Cụm gồm: A, B"."""
    reading, lexicon = ctx.reading, ctx.lexicon
    for k in range(i - 2, max(start, i - _BLOC_REACH), -1):
        if reading.norms[k] != "các" and not reading.norms[k].isdigit():
            continue
        unit = unit_at(reading, k + 1, i)
        if unit is None or unit[0] >= i or reading.norms[unit[0]] not in _OF_BLOC:
            continue
        for first in range(max(start, k - _BODY), k):
            known = lexicon.agencies.match(reading.norms, reading.raw, first, k)
            if known and known[0] == k:
                return known[1].name, "part", unit[1]
    return None


def local_body(ctx: Context, body: Mention) -> tuple[str, str]:
    """Return (name, policy) of the body of one place that a bloc of such bodies is called after.

    "Hội Nhà báo Duyên hải miền Trung" and "Hội Nhà báo Việt Nam" stand for Hội Nhà báo.
    """
    name = without_region(body.parts["name"])
    local = ctx.lexicon.by_plain.get(plain(name.removesuffix(_NATIONAL)))
    if local and name.endswith(_NATIONAL) and body.parts["policy"] == "none":
        return local.name, local.place
    return name, body.parts["policy"]


def add_aliases(ctx: Context, members: list[Mention]) -> None:
    """Find the members again where the report names them short: "tặng Cờ cho Sơn La", "Than Khe Chàm xếp thứ nhất".

    Only in sentences with an award or a post, and in the cells of a table.
    """
    reading = ctx.reading
    companies = _companies(ctx)
    for m in reading.of("AGENCY"):  # "Xổ số kiến thiết Sóc Trăng" is a name by itself, but not beside the company's
        whole = companies.get(tuple(reading.norms[m.start : m.end]))
        if whole is not None and m.rule == "grammar" and whole is not m:
            m.value, m.parts = whole.value, {k: v for k, v in whole.parts.items() if k != "from"}
    listed = _short_names(ctx, members)
    short = companies | (listed or _units_named(ctx))
    if len(short) < 2:
        return
    taken = {k for kind in ("AGENCY", "BLOC", "PERSON") for m in reading.of(kind) for k in range(m.start, m.end)}
    named = {(m.start, m.end) for m in reading.of("PERSON") if m.rule == "surname"}  # "Hồ Thị Kỷ" for the commune
    more: list[Mention] = []
    begins = reading.where({words[0] for words in short})
    for sentence in reading.sentences:
        awards = reading.of("AWARD", sentence.start, sentence.end)
        if not listed:  # without a list only what is ranked is surely a unit
            awards = awards if companies else [a for a in awards if a.rule == "rank"]
        told = awards or reading.of("ROLE", sentence.start, sentence.end)
        last = sentence.end if told else sentence.start + 1
        for i in begins[bisect_left(begins, sentence.start) : bisect_left(begins, last)]:
            for words, member in short.items():
                stop = i + len(words)
                if (
                    tuple(reading.norms[i:stop]) == words
                    and (told or stop == sentence.end)
                    and reading.upper[i]
                    and (not taken & set(range(i, stop)) or (i, stop) in named)
                    and _AT.isdisjoint(reading.norms[i - (1 + (reading.norms[i - 1] == "huyện")) : i])
                ):
                    parts = {name: value for name, value in member.parts.items() if name != "from"}
                    more.append(Mention("AGENCY", i, stop, member.value, "alias", parts))
                    taken |= set(range(i, stop))
    reading.add("AGENCY", [*reading.of("AGENCY"), *more])
    places = {(m.start, m.end) for m in more} & named
    if places:
        reading.add("PERSON", [m for m in reading.of("PERSON") if (m.start, m.end) not in places])


def _short_names(ctx: Context, members: list[Mention]) -> dict[tuple[str, ...], Mention]:
    """Return the members by what they are called for short: a place, or the own name said under a shared head."""
    places = {
        tuple(m.parts["place"].lower().split()): m
        for m in members
        if m.parts.get("place") and m.rule in ("bare-place", "list-of-places", "unit", "lexicon", "body")
    }
    if len({m.parts["name"] for m in places.values()}) > 2 or len(places) < 2:
        places = {}
    named = {
        tuple(ctx.reading.norms[m.start : m.end]): m
        for m in members
        if m.rule == "elliptical-grammar" and m.end - m.start > 1 and all(ctx.reading.upper[m.start : m.end])
    }
    return named | places


def _units_named(ctx: Context) -> dict[tuple[str, ...], Mention]:
    """Return the districts or communes that the report names with their unit, in a bloc of such units.

    "Cụm thi đua số 3 các huyện": "huyện Như Thanh" is "Như Thanh" for short.
    """
    units = [m for m in ctx.reading.of("AGENCY") if m.parts["policy"] == "self" and " " in m.parts.get("place", "")]
    local = (
        [m for m in units if LEVEL_OF_UNIT.get(m.parts.get("unit", "")) in ("huyện", "xã")]
        if len(ctx.blocs) == 1
        else []
    )
    first = ctx.blocs[0] if local else None
    if first is None or not any(
        f"các {m.parts['unit']}" in first.name.lower() + _after(ctx, first.first) for m in local
    ):
        return {}
    named: dict[tuple[str, ...], Mention] = {}
    for m in local:
        parts = m.parts | {"name": "", "head": m.parts["unit"]}
        unit = Mention("AGENCY", m.start, m.end, f"{m.parts['unit']} {m.parts['place']}", "alias", parts)
        named.setdefault(tuple(m.parts["place"].lower().split()), unit)
    return named | _joined_with(ctx, named)


def _after(ctx: Context, bloc: Mention) -> str:
    return f" {' '.join(ctx.reading.norms[bloc.end : bloc.end + 2])}"


def _joined_with(ctx: Context, named: dict[tuple[str, ...], Mention]) -> dict[tuple[str, ...], Mention]:
    """Return the bare place that "và" joins to one that is known: "Cẩm Thủy và Ngọc Lặc cùng xếp thứ ba"."""
    reading = ctx.reading
    more = {}
    for i in reading.positions.get("và", ()):
        before, after = tuple(reading.norms[i - 2 : i]), tuple(reading.norms[i + 1 : i + 3])
        for known, other, at in ((after, before, i - 2), (before, after, i + 1)):
            bounded = at > 0 and not reading.upper[at - 1] and reading.upper[at : at + 3] == [True, True, False]
            if known in named and other not in named and bounded and not reading.of("AGENCY", at, at + 1):
                unit = named[known].parts["unit"]
                place = reading.text(at, at + 2)
                parts = named[known].parts | {"place": place}
                more[other] = Mention("AGENCY", at, at + 2, f"{unit} {place}", "alias", parts)
    return more


def _companies(ctx: Context) -> dict[tuple[str, ...], Mention]:
    """Return the companies by their own names, without what says of what kind they are."""
    companies = {}
    for m in ctx.reading.of("AGENCY"):
        words = _COMPANY.sub("", " ".join(ctx.reading.norms[m.start : m.end])) if m.value.startswith("Công ty ") else ""
        if " " in words and not words.startswith("công ty") and ctx.reading.upper[m.end - len(words.split())]:
            companies[tuple(words.split())] = m
    return companies
