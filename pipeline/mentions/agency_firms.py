"""Firms of one legal form that a list names without it: "Công ty TNHH: May A; Bao bì B", "các Công ty cổ phần A, B"."""

from __future__ import annotations

from pipeline.mentions.agency_grammar import NameGrammar, opens_other
from pipeline.mentions.agency_places import official_name
from pipeline.reading import Mention, Reading
from pipeline.text import one_line

_FORMS = frozenset("tnhh mtv cổ phần cp một hai thành viên trách nhiệm hữu hạn 1 2 tv nhà nước".split())
_MARKS = frozenset((",", ";"))
_AND = frozenset(("và", "cùng"))
_LONGEST = 14
_FIRM = ["công", "ty"]


def firm_openers(reading: Reading) -> list[int]:
    """Return the colons with which "Công ty TNHH:" opens a list."""
    found = []
    for k in reading.where({":"}):
        at = k - 1
        while at > 1 and reading.norms[at] in _FORMS:
            at -= 1
        if reading.norms[at - 1 : at + 1] == _FIRM and at + 1 < k:
            found.append(k)
    return found


def firms_at(grammar: NameGrammar, reading: Reading, i: int, end: int) -> list[Mention]:
    """Return the firms of a list at token `i` that share "Công ty" and their legal form, which are said before it."""
    norms = reading.norms
    start = i + (norms[i] == "các")
    if norms[start : start + 2] != _FIRM:
        return []
    at = start + 2
    while at < end and norms[at] in _FORMS:
        at += 1
    plural = start > i and at > start + 2
    if at + 1 >= end or not (norms[at] == ":" or plural and reading.upper[at]):
        return []
    head = f"Công ty {one_line(reading.text(start + 2, at))}".strip()
    at += norms[at] == ":"
    mark = ";" if ";" in norms[at : _closing(reading, at, end)] else ","
    found: list[Mention] = []
    while at < end and reading.upper[at]:
        stop = _item_end(grammar, reading, at, end, mark)
        if stop == at:
            break
        name = f"{head} {one_line(reading.text(at, stop))}"
        mention = Mention(
            "AGENCY", at, stop, "", "elliptical-grammar", {"name": name, "policy": "part", "head": "Công"}
        )
        mention.value = official_name(mention)
        found.append(mention)
        at = stop
        if at >= end or norms[at] not in _MARKS | _AND:
            break
        at += 1 + (norms[at] in _MARKS and norms[at + 1 : at + 2] == ["và"])
        if at >= end or norms[at] == "các" or norms[at : at + 2] == _FIRM or opens_other(grammar.lexicon, reading, at):
            break
    each_of_its_trade = any(not all(reading.upper[m.start : m.start + 2]) for m in found[1:])
    return found if len(found) > 1 and (each_of_its_trade or ":" in norms[start : found[0].start]) else []


def _closing(reading: Reading, i: int, end: int) -> int:
    """Return where the bracket or the sentence ends."""
    return next((k for k in range(i, end) if reading.norms[k] == ")"), end)


def _item_end(grammar: NameGrammar, reading: Reading, i: int, end: int, mark: str) -> int:
    """Return where the name ends that begins at token `i`, or `i` if it goes on too long."""
    norms = reading.norms
    for k in range(i, min(i + _LONGEST, end)):
        if norms[k] in (mark, ")", ";", "(") or norms[k] == "." and k + 1 >= end:
            return k
        if norms[k] in _AND and k + 1 < end and (mark == "," or norms[k + 1 : k + 3] == _FIRM or norms[k + 1] == "các"):
            if reading.upper[k + 1] or norms[k + 1] == "các":
                return k
        elif k > i and mark == "," and not reading.upper[k] and grammar.stops.match(norms, k):
            return k
    return end if end - i < _LONGEST else i
