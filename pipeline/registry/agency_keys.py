"""What a written name of an agency says: which body it is, of what kind, and which locality it names.

"Hội LHPN huyện Đức Cơ" is the lexicon's Hội Liên hiệp Phụ nữ of huyện Đức Cơ; "Thanh tra Sở GD&ĐT" is a body inside
another; "Trường THPT Lương Thế Vinh" is no name of the lexicon and stands for itself. No gazetteer is needed here: what
place a locality is depends on where the name is used (`agency_sites.py`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from pipeline.lexicon import Head
from pipeline.mentions.agency_names import HOUSED
from pipeline.mentions.places import LEVEL_OF_UNIT
from pipeline.registry.agency_kinds import Kind, Kinds, load_kinds
from pipeline.registry.agency_localities import (
    LINKS,
    MARKS,
    MAX_LOCALITY,
    OWNERS,
    Locality,
    joined,
    locality_from,
    name_to,
    of_named_unit,
    province_at_end,
    trailing,
    unit_at,
)
from pipeline.registry.agency_words import is_number, name_key, split_words, without_legal_form
from pipeline.text import fold, plain

_INNER_HEADS = frozenset(("Phòng", "Vụ", "Khoa", "Đội", "Ban", "Văn phòng", "Tổ", "Công đoàn", "Công đoàn cơ sở"))
"""Heads of units inside a body that may be named after them: "Vụ Tổ chức cán bộ, Kho bạc Nhà nước"."""

_BOARDS = frozenset(("Ban Thường vụ", "Ban Chấp hành", "Ban Thường trực"))
"""What stands for the body that it leads: "Ban Thường vụ Tỉnh đoàn"."""

_UNITS_IN_ACRONYMS = {"tp": "thành phố", "tu": "Tỉnh ủy", "hu": "Huyện ủy"}
_WITH_MARKS = {
    **{plain(word): word for word in "tỉnh thành huyện quận thị phường phố ủy đoàn khối hội".split()},
    "va": "và",
}
"""Words around names, by their letters alone."""


@dataclass(frozen=True, slots=True)
class Written:
    """A name taken apart.

    Attributes:
        base: the body's name without locality, official where the lexicon has it.
        key: its key; names of one key in one place are one agency.
        basis: how the writing differs from `base`: name, variant, folded.
        head: the word that it begins with.
        policy: what a locality after it is, as in `agencies.csv`; `self` for a place's own government.
        kind: the lexicon's row.
        unit: the word for the unit that it is of ("huyện"), with or without a name.
        place: the name of the locality; `firm` if a unit's word stands before it, else it may be a part of the name.
        outer: a wider locality after that ("xã Kha Sơn, huyện Phú Bình"), as (unit, name).
        whole: base and key with the locality as a part of the name, if it turns out to be one.
        parent: the body that it is a part of.
        alias: a short form in brackets.
    """

    base: str
    key: str
    basis: str
    head: str
    policy: str
    kind: Kind | None = None
    unit: str | None = None
    place: str | None = None
    firm: bool = False
    outer: tuple[str, str] | None = None
    whole: tuple[str, str] | None = None
    parent: Written | None = None
    alias: str | None = None


@lru_cache(maxsize=1 << 17)
def read_name(name: str) -> Written:
    """Return a written name taken apart.

    1. "UBND huyện Đức Cơ", "huyện Đức Cơ", "UBND tỉnh": a place's own government;
    2. "Thanh tra Sở Y tế", "Phòng Nghiệp vụ, Ban Dân tộc tỉnh": a body inside another;
    3. "Sở LĐ-TB&XH tỉnh", "TAND khu vực 10 - Lâm Đồng": a name of the lexicon;
    4. "BDV Tỉnh ủy", "CATP", "SYT": such a name by its initials; "Công an tinh": with slips in its marks;
    5. "Trường THPT Khánh Sơn", "SAMCO": a name that stands for itself.
    """
    kinds = load_kinds()
    raw, norms = split_words(name)
    if norms[:2] == ["chi", "nhánh"] and kinds.heads.match(norms[2:] or [""], 0):
        raw, norms = raw[2:], norms[2:]
    raw, norms, alias = _without_bracket(kinds, raw, norms)
    if not raw:
        return Written(name, name_key(name), "name", "", "none")
    found = (
        _government(kinds, raw, norms)
        or _inner(kinds, raw, norms)
        or _listed(kinds, raw, norms)
        or _abbreviated(kinds, raw, norms)
        or _mended(kinds, raw, norms)
        or _unlisted(kinds, raw, norms)
    )
    return replace(found, alias=alias) if alias else found


def _without_bracket(kinds: Kinds, raw: list[str], norms: list[str]) -> tuple[list[str], list[str], str | None]:
    """Take "(SAMCO)" off the end; what else stands in brackets there, as a locality, loses them only."""
    if raw and raw[-1] == ")" and "(" in raw:
        at = len(raw) - 1 - raw[::-1].index("(")
        inside = raw[at + 1 : -1]
        if at and len(inside) == 1 and (inside[0].isupper() or kinds.provinces.match([fold(inside[0])], 0) is None):
            return raw[:at], norms[:at], inside[0]
        if at and _names_body(kinds, inside, norms[at + 1 : -1], 0):
            return raw[:at], norms[:at], None
        return [*raw[:at], ",", *inside], [*norms[:at], ",", *norms[at + 1 : -1]], None
    return raw, norms, None


def _government(kinds: Kinds, raw: list[str], norms: list[str]) -> Written | None:
    head = kinds.heads.match(norms, 0)
    if head and head[1].place == "self":
        start, base = head[0], head[1].name
    elif unit_at(norms, 0) and (any(word[0].isupper() for word in raw) or is_number(norms[-1])):
        start, base = 0, "UBND"
        if OWNERS.get(tuple(norms[:2])) or norms[1:2] == ["đoàn"]:
            return None
    else:
        return None
    locality = locality_from(raw, norms, start)
    if locality is None or (not locality.unit and not locality.place):
        return Written(base, name_key(base), "folded", base, "self") if start == len(raw) else None
    written_whole = " ".join(raw[:start]) or base
    basis = "name" if locality.unit and written_whole == base and start else "folded"
    return _with_locality(Written(base, name_key(base), basis, base, "self"), locality)


def _inner(kinds: Kinds, raw: list[str], norms: list[str]) -> Written | None:
    """Return a body that is named with the one that it is a part of."""
    known = kinds.names.match(norms, raw, 0, len(raw))
    head = kinds.heads.match(norms, 0)
    if known and not head:
        head = kinds.heads.match(split_words(known[1].name)[1], 0)
        head = (known[0], head[1]) if head else None
    if head is None or head[1].place == "self":
        return None
    start = max(head[0], known[0] if known else 0)
    if start >= len(raw) or tuple(norms[start : start + 2]) in OWNERS:
        return None
    if start == head[0] and head[1].name in HOUSED and raw[start][0].isupper():
        split: tuple[int, int] | None = (start, start)
    else:
        split = _inner_at(kinds, raw, norms, head[1], start if known else head[0] + 1)
        if known and split is None and known[1].name in _BOARDS:
            split = start, start
    if split is None or not _is_body(kinds, raw, norms, split[1]):
        return None
    parent = read_name(" ".join(raw[split[1] :]))
    own = known[1].name if known and known[0] == split[0] else " ".join([head[1].name, *raw[head[0] : split[0]]])
    if (name_key(own), parent.key) in kinds.owners:  # each place has one: "Ban Dân tộc, ..." needs no owner
        return replace(read_name(own), **_where(parent))
    if own in _BOARDS:
        return parent
    if head[1].name not in HOUSED and head[1].name not in _INNER_HEADS:
        return replace(read_name(own), **_where(parent))
    base = f"{own} {parent.base}" if own in HOUSED else f"{own}, {parent.base}"
    basis = "name" if name_key(" ".join(raw)).startswith(name_key(base)) else "variant"
    return Written(base, f"{name_key(own)} / {parent.key}", basis, head[1].name, "inner", parent=parent)


def _where(written: Written) -> dict[str, Any]:
    if written.place and not written.firm:
        return {}
    return {"unit": written.unit, "place": written.place, "firm": written.firm, "outer": written.outer}


def _inner_at(kinds: Kinds, raw: list[str], norms: list[str], head: Head, start: int) -> tuple[int, int] | None:
    """Return (end of the own name, start of the other body's)."""
    for i in range(start, len(raw)):
        if norms[i] in LINKS and i + 1 < len(raw) and norms[i] not in ("-", "/", "."):
            if raw[i + 1][0].isupper():
                return i, i + 1
        elif head.name in _INNER_HEADS and i > 1 and raw[i][0].isupper() and _names_body(kinds, raw, norms, i):
            return i, i
    return None


def _is_body(kinds: Kinds, raw: list[str], norms: list[str], i: int) -> bool:
    """Whether a body's name begins at word `i`: one of the lexicon, or a known head with more words."""
    if _names_body(kinds, raw, norms, i):
        return True
    head = kinds.heads.match(norms, i)
    return head is not None and (head[0] < len(raw) or head[0] > i + 1) and raw[i][0].isupper()


def _names_body(kinds: Kinds, raw: list[str], norms: list[str], i: int) -> bool:
    """Whether words from `i` on can only be a body's name: several of the lexicon, a long acronym, or a long head."""
    known = kinds.names.match(norms, raw, i, len(raw))
    if known and (known[0] > i + 1 or (raw[i].isupper() and len(raw[i]) > 2)):
        return True
    head = kinds.heads.match(norms, i)
    return head is not None and head[0] > i + 1 and head[0] < len(raw)


def _listed(kinds: Kinds, raw: list[str], norms: list[str]) -> Written | None:
    known = kinds.names.match(norms, raw, 0, len(raw))
    found = _listed_to(kinds, raw, norms, known[0], known[1].name) if known else None
    return found or _listed_to(kinds, raw, norms, *_plain_match(kinds, raw, norms))


def _listed_to(kinds: Kinds, raw: list[str], norms: list[str], end: int, name: str) -> Written | None:
    """Return the lexicon's name that fills the words up to `end`, with the locality after it."""
    if not end:
        return None
    end, name = _branch(kinds, norms, end, name)
    kind = kinds.by_name[name]
    said = " ".join(raw[:end])
    basis = "name" if said.lower() == kind.name.lower() else "folded" if name_key(said) == kind.key else "variant"
    head = kinds.heads.match(split_words(kind.name)[1], 0)
    written = Written(kind.name, kind.key, basis, head[1].name if head else kind.name.split()[0], kind.place, kind)
    if name.endswith("khu vực") or norms[end : end + 2] == ["khu", "vực"]:
        return _regional(kinds, written, raw, norms, end)
    locality = locality_from(raw, norms, end)
    if locality is None and kind.place == "bank":
        whole = f"{kind.name} {_own_words(raw[end:])}"
        return replace(written, base=whole, key=name_key(whole))
    if locality is None:
        return None  # the lexicon's name only begins a longer one
    if norms[1:2] == ["đoàn"]:
        locality = of_named_unit(locality, norms[0])
    if not locality.place and (province := province_at_end(kinds, kind.name)):
        locality = replace(locality, unit=None, place=province)
    command = _command_of_tier(kinds, kind, locality.unit)
    if command:
        return _with_locality(replace(written, base=command.name, key=command.key, kind=command), locality)
    if locality.place and not locality.firm:
        whole = f"{kind.name} {locality.place}"
        written = replace(written, whole=(whole, name_key(whole)))
    return _with_locality(written, locality)


def _command_of_tier(kinds: Kinds, kind: Kind, unit: str | None) -> Kind | None:
    """Return the military command that "BCH" means before a unit's word: Bộ Chỉ huy of a province, else Ban Chỉ huy."""
    tier = LEVEL_OF_UNIT.get(unit or "") if unit != "thành phố" else None
    for one, other in (("Bộ Chỉ huy ", "Ban Chỉ huy "), ("Ban Chỉ huy ", "Bộ Chỉ huy ")):
        sibling = kinds.by_name.get(kind.name.replace(one, other)) if kind.name.startswith(one) else None
        if sibling and tier in sibling.tiers and tier not in kind.tiers:
            return sibling
    return None


def _own_words(raw: list[str]) -> str:
    """Return the words of a branch's own name."""
    words = [word for word in raw if word not in MARKS]
    if [word.lower() for word in words[:2]] == ["chi", "nhánh"]:
        words = words[2:]
    return " ".join(word for word in words if word != "CN")


def _plain_match(kinds: Kinds, raw: list[str], norms: list[str]) -> tuple[int, str]:
    """Return (end, name) of a lexicon's name written with slips in its marks: "Sở Thông tin và Truyền thong"."""
    for end in range(len(raw), 1, -1):
        name = kinds.by_plain.get(plain(" ".join(raw[:end])))
        if name and norms[end - 1] not in MARKS:
            return end, name
    return 0, ""


def _branch(kinds: Kinds, norms: list[str], end: int, name: str) -> tuple[int, str]:
    """Take "Ngân hàng Nhà nước Việt Nam chi nhánh tỉnh A" for the bank's branch, not for the bank."""
    after = end + 1 if norms[end : end + 1] and norms[end] in MARKS else end
    local = name.removesuffix(" Việt Nam")
    if (
        local != name
        and local in kinds.by_name
        and (norms[after : after + 2] == ["chi", "nhánh"] or unit_at(norms, after))
    ):
        return end, local
    return end, name


def _regional(kinds: Kinds, written: Written, raw: list[str], norms: list[str], i: int) -> Written:
    """Return a body of a region: its number or its places belong to its key ("TAND khu vực 10 - Lâm Đồng")."""
    if norms[i : i + 2] == ["khu", "vực"]:
        i += 2
        longer = kinds.by_name.get(f"{written.base} khu vực")
        base = longer.name if longer else f"{written.base} khu vực"
        written = replace(written, base=base, key=name_key(base), kind=longer)
    if i < len(raw) and is_number(norms[i]):
        base = f"{written.base} {raw[i]}"
        rest = locality_from(raw, norms, i + 1) or Locality()
        written = replace(written, base=base, key=name_key(base), policy="region")
        return _with_locality(written, replace(rest, firm=False))
    places = " ".join(word for word in raw[i:] if word not in MARKS)
    if not places:
        return replace(written, policy="region")
    base = f"{written.base} {places}"
    return replace(written, base=base, key=name_key(base), policy="region")


def _abbreviated(kinds: Kinds, raw: list[str], norms: list[str]) -> Written | None:
    """Return a lexicon's name of which only the initials stand, if they are one name's; or a head's, and initials."""
    head = kinds.heads.match(norms, 0)
    if head:
        full = split_words(head[1].name)
        longer = [*full[0], *raw[head[0] :]], [*full[1], *norms[head[0] :]]
        return _as_variant(_listed(kinds, *longer)) if full[1] != norms[: head[0]] else None
    if not (raw[0].isupper() and 2 <= len(raw[0]) <= MAX_LOCALITY):
        return None
    for short, after in ((norms[0], raw[1:]), (norms[0][:-2], [_UNITS_IN_ACRONYMS.get(norms[0][-2:], ""), *raw[1:]])):
        found = kinds.by_initials.get(short, ())
        owned = OWNERS.get(tuple(word.lower() for word in " ".join(after[:2]).split()))
        found = [kind for kind in found if (kind.place == "party") == bool(owned)]
        enough = (
            after[:1] != [""] and len(short) > 1 if after else len(short) > 2 and bool(found) and _is_office(found[0])
        )
        if len(found) == 1 and enough:
            return _as_variant(_listed(kinds, *split_words(" ".join([found[0].name, *after]))))
    return None


def _as_variant(written: Written | None) -> Written | None:
    return replace(written, basis="variant") if written else None


def _is_office(kind: Kind) -> bool:
    return kind.name.startswith(("Sở ", "Phòng "))


def _mended(kinds: Kinds, raw: list[str], norms: list[str]) -> Written | None:
    """Return a lexicon's name with slips in the marks of the words around it: "Công an tinh", "Tỉnh đoan"."""
    letters = [plain(norm) or norm for norm in norms]
    words = [
        _WITH_MARKS.get(letter, word) if word.islower() or letters[i + 1 : i + 2] in (["uy"], ["doan"]) else word
        for i, (word, letter) in enumerate(zip(raw, letters, strict=True))
    ]
    folded = [fold(word) for word in words]
    found = None if words == raw else _government(kinds, words, folded) or _listed(kinds, words, folded)
    return replace(found, basis="folded") if found and not (found.place and not found.firm) else None


def _unlisted(kinds: Kinds, raw: list[str], norms: list[str]) -> Written:
    """Return a name that no table has; its head, if it has a known one, in the head's full form."""
    found = kinds.heads.match(norms, 0)
    start, head, policy = (found[0], found[1].name, found[1].place) if found else (0, "", "part")
    if not found:
        policy = "part"
    locality, end = trailing(kinds, raw, norms, start, head)
    own = " ".join([head, *raw[start:end]] if head else raw[:end]) or " ".join(raw)
    whole = " ".join([head, *raw[start:]] if head else raw)
    own, whole = joined(own), joined(whole)
    if policy == "bank":
        own, whole = (_own_words(text.split()) for text in (own, whole))
        own, whole = (text.replace(" Chi nhánh ", " ").replace(" chi nhánh ", " ") for text in (own, whole))
    if norms[1:2] == ["ủy"]:
        locality = of_named_unit(locality, norms[0])
    same = kinds.same.get(name_key(own))
    kind = kinds.by_key.get(name_key(same or own)) or kinds.by_core.get(without_legal_form(name_key(own))[0])
    basis = "name" if head == " ".join(raw[:start]) or not head else "variant"
    if not head and locality.place is None and len(raw) <= MAX_LOCALITY and name_to(raw, norms, 0) == len(raw):
        return Written("UBND", "ubnd", "folded", "UBND", "self", place=whole, whole=(whole, name_key(whole)))
    base, key = (kind.name, kind.key) if kind else (same or own, name_key(same or own))
    written = Written(base, key, basis, head or raw[0], kind.place if kind else policy, kind)
    if locality.place and not locality.firm:
        written = replace(written, whole=(whole, name_key(whole)))
    return _with_locality(written, locality)


def _with_locality(written: Written, locality: Locality) -> Written:
    return replace(written, unit=locality.unit, place=locality.place, firm=locality.firm, outer=locality.outer)
