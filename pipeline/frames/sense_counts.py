"""Counts that a report states, against what it lists: a bloc's members, and who gets an award."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.frames.context import Context
from pipeline.frames.member_lists import MemberList
from pipeline.frames.sense_leaders import same_unit
from pipeline.numerals import SPELT
from pipeline.reading import Mention
from pipeline.record import Award, Leader, Problem, Record
from pipeline.text import syllables

_REACH = 14
"""So many tokens at most between a count and the list that it is of."""
_NOT_OF_LIST = frozenset(
    "đạt dẫn được nhận giành tiêu xuất tặng cao vắng thêm khác còn mới ngoài bầu nộp đóng hoàn khen".split()
)
"""Words between a count and a list that say it is of some of the units, or of others."""
_ABOUT = frozenset("hơn trên khoảng gần độ chừng thứ số trong".split())
"""Before a number that is no full count: "hơn 10 đơn vị", "một trong 12 đơn vị"."""
_OPEN_END = frozenset(("…", "...", "v", "vv", "các", "những", "nhiều", "số"))
_WITH = frozenset("cùng với phối và".split())
_FULL_AT_LEAST = 4
_JOINS = frozenset((",", ";", "và", "cùng", "&"))
_NUMBERS = {word: number for word, number in SPELT.items() if word != "năm"}
"""Without "năm", which is five and year."""


class _Stated(NamedTuple):
    number: int
    start: int
    end: int


def list_counts(ctx: Context, record: Record, lists: Sequence[MemberList]) -> Iterator[Problem]:
    """Yield a problem for each list of members that is not as long as the report says.

    `count-contradicts-list` where the list was read to its end; `list-cut-short` where what follows looks like a
    member that was not understood.
    """
    for found in lists:
        names = _names(ctx, found)
        stated = _count_before(ctx, _first(found.agencies), found.trigger[0])
        if stated is None or len(names) - _dashes(ctx, found) <= stated.number <= len(names):
            continue
        if _is_made_up(record, found, stated.number, names):
            continue
        last = max(found.agencies, key=lambda m: m.end)
        closed = _is_closed(ctx, last.end)
        if closed is None or not closed and stated.number < len(names):
            continue
        yield _problem(ctx, stated, found.agencies, names, closed)


def _problem(ctx: Context, stated: _Stated, agencies: Sequence[Mention], names: Sequence[str], closed: bool) -> Problem:
    reading = ctx.reading
    first, last = reading.span(_first(agencies), max(m.end for m in agencies))
    said = f"“{reading.text(stated.start, stated.end)}”"
    if closed:
        code = "count-contradicts-list"
        message = f"The report says {said} and lists {len(names)} (characters {first} to {last}): {'; '.join(names)}."
        message += " The list was taken as it is; look whether one is missing or too many."
    else:
        code = "list-cut-short"
        rest = reading.text(max(m.end for m in agencies), _end_of_line(ctx, max(m.end for m in agencies)))
        message = f"The report says {said}, {len(names)} were read (characters {first} to {last}), and the list "
        message += f"goes on with “{rest[:60].strip()}”; add what is missing."
    start, end = reading.span(stated.start, stated.end)
    return Problem(code=code, message=message, where="member.agency", start=start, end=end)


def _end_of_line(ctx: Context, token: int) -> int:
    return ctx.reading.sentences[ctx.reading.sentence_of(token - 1)].end


def _names(ctx: Context, found: MemberList) -> list[str]:
    return list(dict.fromkeys(ctx.agency_name(m) for m in found.agencies))


def _dashes(ctx: Context, found: MemberList) -> int:
    """Return how many of a list's names stand behind a dash: "Ủy ban Kiểm tra - Thanh tra huyện" may count as one."""
    norms = ctx.reading.norms
    ends = {m.end for m in found.agencies}
    return sum(norms[m.start - 1] == "-" and m.start - 1 in ends for m in found.agencies)


def _first(agencies: Sequence[Mention]) -> int:
    """Return where a list begins, with the head that its items share."""
    first = min(agencies, key=lambda m: m.start)
    return min(first.start, int(first.parts.get("from", first.start)))


def _count_before(ctx: Context, first: int, trigger: int) -> _Stated | None:
    """Return the one count that belongs to the list that begins at token `first`."""
    reading = ctx.reading
    sentence = reading.sentences[reading.sentence_of(min(first - 1, trigger) if first else 0)]
    counts = [c for c in reading.of("COUNT", sentence.start, first) if c.parts["of"] == "agency"]
    counts = [c for c in counts if first - _REACH < c.end <= first]
    if len(counts) != 1:
        return None
    count = counts[0]
    between = reading.norms[count.end : first]
    if reading.norms[count.start - 1] in _ABOUT or _NOT_OF_LIST & set(between) or "%" in between:
        return None
    if any(reading.of(kind, count.end, first) for kind in ("AGENCY", "AWARD", "ROLE")):
        return None
    return _Stated(int(count.value), count.start, count.end)


def _is_made_up(record: Record, found: MemberList, number: int, names: Sequence[str]) -> bool:
    """Whether those who lead the bloc and stand outside the list make the count up: "12 đơn vị do A dẫn đầu: B, C"."""
    leading = {
        x.agency
        for x in record.leaders
        if x.bloc == found.bloc.name and x.agency and not any(same_unit(x.agency, name) for name in names)
    }
    return bool(leading) and 0 < number - len(names) <= len(leading)


def _is_closed(ctx: Context, end: int) -> bool | None:
    """Whether a list ends at token `end`: False if a name seems to follow, None if the list says it is not full."""
    reading = ctx.reading
    stop = _end_of_line(ctx, end)
    at = end
    if reading.norms[at : at + 1] == ["("] and at < stop:
        at = next((k + 1 for k in range(at, stop) if reading.norms[k] == ")"), stop)
    if at >= stop:
        following = next((s for s in reading.sentences if s.start == at), None)
        goes_on = following is not None and following.bullet and reading.sentences[reading.sentence_of(end - 1)].bullet
        return not goes_on
    if reading.norms[at] in _OPEN_END or reading.raw[at].startswith(("…", "..")):
        return None
    joined = False
    while at < stop and reading.norms[at] in _JOINS:
        joined, at = True, at + 1
    if at >= stop or not joined:
        return at >= stop or not reading.upper[at]
    if reading.norms[at] in _OPEN_END or reading.norms[at].isdigit() or reading.of("COUNT", at, at + 1):
        return None
    return not reading.upper[at]


def award_counts(ctx: Context, record: Record) -> Iterator[Problem]:
    """Yield a problem `count-contradicts-awards` for each number of an award that is not that of those named for it."""
    reading = ctx.reading
    for award in reading.of("AWARD"):
        named = [a for a in record.awards if _has_span(a, "award", reading.starts[award.start])]
        if len(named) < 2 or any(a.recipient is None for a in named):
            continue
        places = sorted({_place(ctx, a, award) for a in named})
        sentence = reading.sentences[reading.sentence_of(award.start)]
        if places[0] < award.end or places[-1] >= sentence.end:
            continue
        stated = _number_before(ctx, award) or _counted(ctx, award, places[0])
        names = list(dict.fromkeys(a.recipient or "" for a in named))
        last = next((m.end for k in ("AGENCY", "PERSON") for m in reading.of(k, places[-1], places[-1] + 1)), 0)
        if stated is None or stated.number == len(names) or not last or not _is_closed(ctx, last):
            continue
        if len(reading.of("AWARD", sentence.start, places[-1])) > 1 or "đó" in reading.norms[award.end : places[0]]:
            continue
        start, end = reading.span(stated.start, stated.end)
        first, stop = reading.span(places[0], last)
        said = f"“{reading.text(stated.start, stated.end)}” and names {len(names)} (characters {first} to {stop})"
        message = f"The report says {said}: {'; '.join(names)}. All were kept; look who gets it."
        yield Problem(code="count-contradicts-awards", message=message, where="award.recipient", start=start, end=end)


def _has_span(award: Award, slot: str, start: int) -> bool:
    return (slot, start) in [(e.slot, e.start) for e in award.evidence]


def _place(ctx: Context, award: Award, title: Mention) -> int:
    """Return the token where the recipient stands that is nearest after the title, or -1."""
    starts = ctx.reading.starts
    places = [bisect_left(starts, e.start) for e in award.evidence if e.slot == "recipient"]
    return min((p for p in places if p >= title.end), default=-1)


def _number_before(ctx: Context, award: Mention) -> _Stated | None:
    norm = ctx.reading.norms[award.start - 1] if award.start else ""
    number = int(norm) if norm.isdecimal() and len(norm) < 4 else _NUMBERS.get(norm)
    if not number or ctx.reading.norms[award.start - 2 : award.start - 1] in (["/"], ["số"], ["thứ"], ["năm"]):
        return None
    return _Stated(number, award.start - 1, award.end)


def _counted(ctx: Context, award: Mention, first: int) -> _Stated | None:
    """Return the one count between a title and those named for it: "tặng Cờ cho 02 đơn vị: A, B"."""
    reading = ctx.reading
    counts = reading.of("COUNT", award.end, first)
    if len(counts) != 1 or not {":", "là", "gồm", "("} & set(reading.norms[counts[0].end : first]):
        return None
    if reading.norms[counts[0].start - 1] in _ABOUT or first - counts[0].end > _REACH:
        return None
    return _Stated(int(counts[0].value), counts[0].start, counts[0].end)


def outsiders(ctx: Context, record: Record, lists: Sequence[MemberList]) -> Iterator[Problem]:
    """Yield a problem `not-a-member` for each leader and award of a unit that a full list of the bloc lacks.

    Full is a list that is as long as the report says the bloc is, and that holds others that lead or are awarded.
    """
    full: dict[str, list[str]] = {}
    for found in lists:
        names = _names(ctx, found)
        stated = _count_before(ctx, _first(found.agencies), found.trigger[0])
        if stated and stated.number == len(names) >= _FULL_AT_LEAST and not _is_of_others(ctx, stated):
            full.setdefault(found.bloc.name, []).extend(names)
    units = [(x.bloc, x.agency) for x in record.leaders] + [(a.bloc, a.recipient) for a in record.awards]
    held = {bloc for bloc, name in units if name and bloc in full and _may_be_among(name, full[bloc])}
    full = {bloc: names for bloc, names in full.items() if bloc in held}
    for leader in record.leaders:
        if leader.agency:
            yield from _outsider(leader, leader.agency, "agency", full.get(leader.bloc))
    for award in record.awards:
        if award.recipient and award.recipient_kind == "agency":
            yield from _outsider(award, award.recipient, "recipient", full.get(award.bloc))


def _outsider(fact: Leader | Award, name: str, slot: str, members: Sequence[str] | None) -> Iterator[Problem]:
    if members is None or _may_be_among(name, members):
        return
    span = next((e for e in fact.evidence if e.slot == slot), None)
    message = f"{name} has a fact ({fact.kind}) of {fact.bloc} but is not among its {len(members)} listed members."
    yield Problem(
        code="not-a-member",
        message=f"{message} Look whether it belongs to another bloc, or under which name it is listed.",
        where=f"{fact.kind}.{slot}",
        start=span.start if span else None,
        end=span.end if span else None,
    )


def _is_of_others(ctx: Context, stated: _Stated) -> bool:
    """Whether a count leaves out who does something with the counted: "Sở A cùng 8 đơn vị trong Khối"."""
    return bool(_WITH & set(ctx.reading.norms[max(0, stated.start - 4) : stated.start]))


def _may_be_among(name: str, members: Sequence[str]) -> bool:
    return name in members or any(_may_be(name, member) for member in members)


def _may_be(one: str, other: str) -> bool:
    """Whether two names may be of one unit: all words of the shorter stand in the longer, but for letters ("BR-VT")."""
    short, long = sorted((set(syllables(one)), set(syllables(other))), key=len)
    missing = short - long
    return not missing or same_unit(one, other) or missing <= _letters(one) | _letters(other)


def _letters(name: str) -> set[str]:
    return {word.lower() for word in re.findall(r"\w+", name) if word.isupper()}
