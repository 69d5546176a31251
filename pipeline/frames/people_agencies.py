"""Agencies of posts that do not stand right behind them: told by a head, an acronym, or before the person.

"Giám đốc Sở", "Chủ tịch HĐTV EVNCPC", "Phó Bí thư Đảng ủy", "Chủ tịch Quốc hội"; "Sở Y tế có ông X, Phó Giám đốc".
"""

from __future__ import annotations

from itertools import pairwise

from pipeline.frames.context import Context
from pipeline.reading import Mention
from pipeline.text import fold, one_line

_BARE_HEADS = frozenset(
    "sở hội cục phòng ban trường đài công liên nhà kho bảo chi viện bệnh trung tổng tập ngân quỹ quân".split()
)
"""First syllables of what a post is at where the agency was named before: "Phó Chủ tịch Hội", "Giám đốc Bệnh viện"."""

_HALVES = frozenset("công trung tổng bảo chi bệnh tập ngân kho liên quân".split())
"""First syllables that are no heads by themselves."""
_SMALL_FOR_HOST = frozenset(", có gồm cũng còn là các đồng chí ông bà đ / c : . hai ba".split())
"""All that may stand between a unit and the first of its people: "Sở Y tế có các đồng chí: X, Phó Giám đốc"."""
_BEFORE_HOST = frozenset(", ; : phía với dự diện đạo".split())
"""What a unit that names its people stands behind, where it does not open the sentence."""
_BEFORE_HEADING = frozenset(", ; : - + • phía đạo diện".split())
"""What a unit stands behind whose people a colon opens: "Lãnh đạo Sở Y tế: ông X, Phó Giám đốc"."""
_REPRESENTED = (("diện", "cho"), ("đại", "diện"))
_LEADS = ("dẫn", "đầu")
_ROOM_DIGITS = 3
_OF_DELEGATION = ("trưởng", "đoàn")
_DELEGATION_REACH = 24
_STATE_BODIES = {
    "quốc hội": "Quốc hội",
    "chính phủ": "Chính phủ",
    "trung ương hội": "Trung ương Hội",
    "trung ương đoàn": "Trung ương Đoàn",
}
_COUNCIL_AND = (("hđnd", "và"), ("hđnd", "-"), ("hđnd", "&"), ("hđnd", ","))
_HEADS_OF_OFFICES = ("Chánh Văn phòng", "Phó Chánh Văn phòng")
_REPRESENTS = ("cơ", "quan", "đại", "diện")
_OF_BODY = frozenset(("văn", "phòng", "của"))
_PARTY_COMMITTEE = tuple(map(fold, ("đảng", "ủy")))


def state_body(ctx: Context, i: int) -> Mention | None:
    """Return a national body at token `i`: "Chủ tịch Quốc hội", "Phó Chủ tịch Trung ương Hội"."""
    for size in (2, 3):
        name = _STATE_BODIES.get(" ".join(ctx.reading.norms[i : i + size]))
        stop = i + size
        goes_on = size == 3 and any(ctx.reading.upper[stop : stop + 1]) and not ctx.reading.of("PERSON", stop, stop + 1)
        if name is not None and ctx.reading.upper[i] and not goes_on:
            return Mention("AGENCY", i, stop, name, "state", {"name": name, "policy": "none", "head": name})
    return None


def representation(ctx: Context, title: Mention) -> Mention | None:
    """Return an office by which a ministry is represented: "Giám đốc cơ quan đại diện Bộ Tài chính tại TP.HCM"."""
    reading = ctx.reading
    begin = title.end - len(_REPRESENTS) if title.value.endswith("cơ quan đại diện") else title.end
    at = begin + len(_REPRESENTS)
    if tuple(reading.norms[begin:at]) != _REPRESENTS:
        return None
    body = next((a for a in reading.of("AGENCY", at, at + 3) if set(reading.norms[at : a.start]) <= _OF_BODY), None)
    if body is None:
        return None
    placed = reading.norms[body.end : body.end + 1] == ["tại"]
    seats = reading.of("AGENCY", body.end + 1, body.end + 2) if placed else []
    end = seats[0].end if seats else body.end
    value = f"Cơ quan đại diện {one_line(reading.text(at, body.start))} {body.value}".replace("  ", " ")
    value += f" tại {one_line(reading.text(seats[0].start, end))}" if seats else ""
    parts = {"name": value, "policy": "keep", "head": "Cơ quan đại diện"}
    return Mention("AGENCY", begin, end, value, "grammar", parts)


def own_committee(ctx: Context, title: Mention) -> Mention | None:
    """Return the committee without a place behind a party post: "Phó Bí thư Thường trực Đảng ủy"."""
    at = title.end
    if tuple(ctx.reading.norms[at : at + 2]) != _PARTY_COMMITTEE or not ctx.reading.upper[at]:
        return None
    return Mention("AGENCY", at, at + 2, "Đảng ủy", "head", {"name": "Đảng ủy", "policy": "keep", "head": "Đảng ủy"})


def host_before(ctx: Context, person: Mention, title: Mention, start: int) -> Mention | None:
    """Return the unit that names its people: "Về phía Sở Y tế có ông X, Phó Giám đốc", "Lãnh đạo Sở Y tế: ông X, …".

    It opens the sentence or stands behind a mark or "phía", for "tại Sở Y tế có ông X, Phó Giám đốc" says where. Or it
    sends them: "Đoàn Sở Y tế do bà X, Phó Giám đốc dẫn đầu".
    """
    reading = ctx.reading
    agencies = [a for a in reading.of("AGENCY", start, person.start) if a.end <= person.start]
    if not agencies:
        return None
    host = agencies[-1]
    between = reading.norms[host.end : person.start]
    begin = int(host.parts.get("from", host.start))
    if between[:1] == ["do"] and (sender := sent_by(ctx, host)):
        return sender
    represented = between[:1] == ["là"] and tuple(reading.norms[begin - 2 : begin]) in _REPRESENTED
    headed = between[:1] == [":"] or represented
    if not (headed or "có" in between[:2]) or not _SMALL_FOR_HOST.issuperset(between):
        return None
    if represented:
        pass
    elif begin > start and reading.norms[begin - 1] not in (_BEFORE_HEADING if headed else _BEFORE_HOST):
        return None
    of_head = title.value.split()[-1]
    return host if of_head not in ("ban", "phòng") or host.value.lower().startswith(of_head) else None


def sent_by(ctx: Context, agency: Mention) -> Mention | None:
    """Return the agency whose delegation is named: "Đoàn Sở Y tế do bà X dẫn đầu", "… do bà X làm trưởng đoàn"."""
    reading = ctx.reading
    end = min(reading.sentences[reading.sentence_of(agency.start)].end, agency.end + _DELEGATION_REACH)
    words = reading.norms[agency.end : end]
    if not {_LEADS, _OF_DELEGATION} & set(pairwise(words)):
        return None
    if reading.norms[agency.start - 1 : agency.start] == ["đoàn"]:
        return agency
    inside = agency.start + 1
    if (
        agency.parts["head"] != "Đoàn"
        or not ctx.lexicon.heads.match(reading.norms, inside)
        and not (ctx.lexicon.agencies.match(reading.norms, reading.raw, inside, agency.end))
    ):
        return None
    value = agency.value.removeprefix("Đoàn ")
    parts = {**agency.parts, "name": agency.parts["name"].removeprefix("Đoàn "), "head": value.split()[0]}
    return Mention("AGENCY", inside, agency.end, value, agency.rule, parts)


def office_of(ctx: Context, title: Mention, agency: Mention) -> Mention:
    """Return the office that a short post is at: Văn phòng UBND tỉnh in "CVP UBND tỉnh", else the agency."""
    if not title.value.startswith(_HEADS_OF_OFFICES) or agency.start != title.end or agency.value.startswith("Văn"):
        return agency
    return _office(title.end, agency, agency.value)


def office_of_two(ctx: Context, title: Mention) -> Mention | None:
    """Return the office that a short post is at where two bodies share it: "CVP HĐND và UBND xã"."""
    at = title.end + 2
    if not title.value.startswith(_HEADS_OF_OFFICES) or tuple(ctx.reading.norms[title.end : at]) not in _COUNCIL_AND:
        return None
    body = ctx.reading.at("AGENCY", at)
    return _office(title.end, body, f"HĐND và {body.value}") if body and body.value.startswith("UBND") else None


def _office(start: int, body: Mention, value: str) -> Mention:
    parts = {"name": f"Văn phòng {value}", "policy": "keep", "head": "Văn phòng"}
    return Mention("AGENCY", start, body.end, f"Văn phòng {value}", body.rule, parts)


def owner_of_council(ctx: Context, council: Mention) -> Mention | None:
    """Return the agency whose council ends in its head alone: "Phó Giám đốc, Chủ tịch Hội đồng TĐKT Sở"."""
    reading = ctx.reading
    start = reading.sentences[reading.sentence_of(council.start)].start
    for at in (council.end, council.end - 1, council.end - 2):
        if at < len(reading.norms) and ctx.lexicon.heads.match(reading.norms, at):
            return named_before(ctx, Mention("TITLE", council.start, at, "", "title"), start)
    return None


def own_short_name(ctx: Context, title: Mention, limit: int) -> Mention | None:
    """Return an agency that no table lists and that only its acronym names: "Chủ tịch HĐTV EVNCPC"."""
    word, end = ctx.reading.raw[title.end], title.end + 1
    after = ctx.reading.raw[end : end + 1]
    if len(word) < 4 or not (word.isalpha() and word.isupper()) or (end < limit and after and after[0].isupper()):
        return None
    if ctx.lexicon.people.match(ctx.reading.norms, title.end):
        return None
    parts = {"name": word, "policy": "keep", "head": word}
    return Mention("AGENCY", title.end, end, word, "alias", parts)


def numbered_room(ctx: Context, title: Mention) -> Mention | None:
    """Return the room that only its number names behind the post: "Phó Trưởng phòng 9", "Trưởng phòng 7 VKSND tỉnh"."""
    word = ctx.reading.norms[title.end]
    if not title.value.endswith("phòng") or not (word.isdigit() and len(word) < _ROOM_DIGITS):
        return None
    start, value = title.end - 1, f"Phòng {word}"
    return Mention("AGENCY", start, title.end + 1, value, "number", {"name": value, "policy": "keep", "head": "Phòng"})


def named_before(ctx: Context, title: Mention, start: int) -> Mention | None:
    """Return the agency that only its head names after a post: "Giám đốc Sở", "Phó Chủ tịch Hội".

    It is the last of its kind in the sentence, else the only one that the report names before.
    """
    reading = ctx.reading
    head = reading.norms[title.end]
    if head not in _BARE_HEADS:
        return None

    def of_kind(begin: int) -> list[Mention]:
        return [
            m
            for m in reading.of("AGENCY", begin, title.start)
            if _is_head([*map(fold, m.value.split()[:2])], reading.norms[title.end : title.end + 2])
            or (head == "nhà" and m.parts["head"] == "Trường")
        ]

    here = of_kind(start)
    if here:
        return here[-1]
    every = of_kind(0)
    if head in ("sở", "hội", "tập", "tổng", "bệnh", "quỹ", "quân") and len({m.parts["name"] for m in every}) == 1:
        return every[-1]
    return _host_school(ctx, title) or _host_of_visit(ctx, title, every)


def _is_head(own: list[str], said: list[str]) -> bool:
    """Whether an agency's head is the one said: "Công ty" is no "Công đoàn", but "Ban Quản lý" is a "Ban"."""
    return own[:1] == said[:1] and (said[0] not in _HALVES or own == said)


def _host_of_visit(ctx: Context, title: Mention, every: list[Mention]) -> Mention | None:
    """Return the unit where the sentence before takes place: "… làm việc tại Sở A. Tiếp đoàn có X, Phó Giám đốc Sở"."""
    reading = ctx.reading
    n = reading.sentence_of(title.start)
    if n == 0 or reading.sentences[n - 1].line != reading.sentences[n].line:
        return None
    before = [m for m in every if m.start >= reading.sentences[n - 1].start]
    return before[-1] if before and reading.norms[before[-1].start - 1] in ("tại", "với") else None


def _host_school(ctx: Context, title: Mention) -> Mention | None:
    """Return the school that "nhà trường" stands for: the only one, or the host that opens the report.

    "Ngày 25/5, tại Trường THPT A … Thầy X, Hiệu trưởng nhà trường".
    """
    reading = ctx.reading
    if reading.norms[title.end : title.end + 2] != ["nhà", "trường"]:
        return None
    schools = [m for m in reading.of("AGENCY", 0, title.start) if m.parts["head"].startswith("Trường")]
    if len({m.value for m in schools}) == 1:
        return schools[-1]
    opening = [s for s in reading.sentences if s.field in ("lead", "body")][:2]
    hosts = [m for m in schools if opening and opening[0].start <= m.start < opening[-1].end]
    return hosts[0] if hosts else None
