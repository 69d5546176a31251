"""Items of an elliptical list: names under a head that is said before them, "các sở Y tế, Tài chính"."""

from __future__ import annotations

from pipeline.lexicon import AgencyName, Head, Lexicon
from pipeline.mentions.agency_grammar import TROOPS, NameGrammar, name_end, opens_other
from pipeline.mentions.agency_names import agency_at
from pipeline.mentions.agency_places import official_name, with_place
from pipeline.mentions.places import unit_at
from pipeline.reading import Mention, Reading, tokens_of
from pipeline.text import one_line, plain

_HEADS_WITH_PREFIX = frozenset(("Công ty", "Xí nghiệp", "Nông trường", "Nhà máy", "Chi nhánh"))
_SCHOOL = "Trường"
_OWN_KIND = frozenset(("dtnt", "phổ", "dân", "quốc", "liên"))
"""First words of schools of a kind of their own: "Phổ thông Năng khiếu", "DTNT tỉnh"."""
_FILLS = 5
"""So many small words may fill an item up to the next mark."""


def fill_item(grammar: NameGrammar, reading: Reading, item: Mention, end: int) -> None:
    """Let a bare name go on over a few small words to the next mark: "…, Bộ chỉ huy quân sự tỉnh, …"."""
    stop = item.end
    while stop < end and stop - item.end <= _FILLS and reading.raw[stop].isalpha() and not reading.upper[stop]:
        if grammar.stops.match(reading.norms, stop) or unit_at(reading, stop, end):
            break
        stop += 1
    unit = unit_at(reading, stop, end) if stop < end else None
    last = unit[0] if unit else stop
    if stop > item.end and last < end and reading.norms[last] in (",", ";") and reading.upper[last + 1 : last + 2]:
        item.parts["name"] = f"{item.parts['name']} {one_line(reading.text(item.end, stop))}"
        item.end = last
        item.value = official_name(item)


def with_prefix(reading: Reading, first: Mention, head: Head) -> Head:
    """Return the head that the items share with the first: "các Công ty TNHH MTV cao su Chư Prông, Chư Sê"."""
    if head.name not in _HEADS_WITH_PREFIX or first.rule != "elliptical-grammar":
        return head
    own = first.end
    while own > first.start and reading.upper[own - 1] and not reading.raw[own - 1].isupper():
        own -= 1
    if own <= first.start or own == first.end:
        return head
    return Head(f"{head.name} {reading.text(first.start, own)}", head.place, True)


def item_at(grammar: NameGrammar, reading: Reading, i: int, end: int, head: Head) -> Mention | None:
    """Return the item of a list at token `i`: a full name, a known name under the shared head, or a bare one."""
    lexicon = grammar.lexicon
    longer = longer_head(lexicon, reading, i, head)
    if longer:  # "các trường: TH A, MN B"
        return _bare_name(grammar, reading, i, end, longer[1], longer[0])
    walk = lexicon.agencies.walk(head.name)
    known = lexicon.agencies.match(reading.norms, reading.raw, i, end, walk) if walk else None
    known = _up_to_comma(lexicon, reading, i, head, known) if known else None
    full = agency_at(grammar, reading, i, end) if not known or lexicon.heads.match(reading.norms, i) else None
    if known and full and known[0] >= full.end and (full.rule == "grammar" or reading.raw[i].isupper()):
        full = None  # "các hội Nông dân, Liên hiệp Phụ nữ": the shared head reads further; "các sở: TT&TT" is no center
    if full:
        return full
    if known and reading.upper[i]:
        return known_item(grammar, reading, i, end, known)
    return _bare_name(grammar, reading, i, end, head)


def _up_to_comma(
    lexicon: Lexicon, reading: Reading, i: int, head: Head, known: tuple[int, AgencyName]
) -> tuple[int, AgencyName]:
    """Return the first of two known names that a comma parts, though they make one: "LĐ-TB&XH, Dân tộc"."""
    comma = next((k for k in range(i + 1, known[0] - 1) if reading.norms[k] == ","), None)
    walk = lexicon.agencies.walk(head.name)
    if comma is None or not walk or not reading.upper[comma + 1]:
        return known
    first = lexicon.agencies.match(reading.norms, reading.raw, i, comma, walk)
    second = lexicon.agencies.match(reading.norms, reading.raw, comma + 1, known[0], walk)
    parted = first and second and first[0] == comma and second[0] == known[0]
    return first if first and parted else known


def known_item(
    grammar: NameGrammar, reading: Reading, i: int, end: int, known: tuple[int, AgencyName]
) -> Mention | None:
    """Return the agency whose name the lexicon has under the shared head: `known` is its (end, name)."""
    stop, agency = known
    return with_place(grammar.lexicon, reading, i, stop, end, agency.name, agency.place, "elliptical-lexicon")


def longer_head(lexicon: Lexicon, reading: Reading, i: int, head: Head) -> tuple[int, Head] | None:
    """Return (end, head) of the longer head that a shared one makes with the words at token `i`: Trường + "TH&THCS"."""
    shared = tokens_of(head.name)
    found = lexicon.heads.match([*shared, *reading.norms[i : i + 5]], 0)
    if not found or found[0] <= len(shared) or not reading.upper[i]:
        return None
    return i + found[0] - len(shared), found[1]


def head_of_item(lexicon: Lexicon, reading: Reading, i: int, head: Head) -> Head | None:
    """Return the head that the item at token `i` says, of the kind of the shared one: "THPT A, B; Mầm non C, D"."""
    longer = longer_head(lexicon, reading, i, head)
    found = longer or lexicon.heads.match(reading.norms, i)
    if reading.norms[i] in _OWN_KIND:
        return head
    alike = found is not None and found[1].name.split()[0] == head.name.split()[0] == _SCHOOL != found[1].name
    return found[1] if found and alike else None


def _bare_name(
    grammar: NameGrammar, reading: Reading, i: int, end: int, head: Head, after: int | None = None
) -> Mention | None:
    """Return the item at token `i` whose head is said before the list; `after` is where its own words begin."""
    at = i if after is None else after
    numbered = after is not None and reading.norms[at : at + 1] == ["số"]
    if at < end and head.name in TROOPS and reading.norms[at].isdigit():  # "các sư đoàn 324, 341"
        name = f"{head.name} {reading.raw[at]}"
        return with_place(grammar.lexicon, reading, i, at + 1, end, name, head.place, "elliptical-grammar")
    gifted = reading.norms[at : at + 1] == ["chuyên"] and reading.upper[at + 1 : at + 2] == [True] and at + 1 < end
    if at >= end or not (reading.upper[at] or numbered or gifted) or reading.raw[at][0].isdigit():
        return None
    opens = after is None and opens_other(grammar.lexicon, reading, at)  # "các trường: MN Hội Sơn"
    stop = name_end(grammar, reading, at, end, head if after or opens else None)
    if stop == at:
        return None
    name = f"{head.name} {' '.join(reading.text(at, stop).split())}"
    if opens:  # "Khoa học và Công nghê, Văn hóa" begins with a slip, and with no Khoa
        names = {
            k: f"{head.name} {reading.text(at, k)}"
            for k in range(stop, at + 1, -1)
            if reading.upper[k - 1] or reading.raw[k - 1].isalpha()
        }
        stop = next((k for k, said in names.items() if plain(said) in grammar.lexicon.by_plain), at)
        if stop == at:
            return None
        name = names[stop]
    return with_place(grammar.lexicon, reading, i, stop, end, name, head.place, "elliptical-grammar")
