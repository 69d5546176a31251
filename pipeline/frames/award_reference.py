"""Those who get an award and are not named where it is told, but referred to.

1. by a demonstrative: "Đơn vị này được đề nghị tặng Cờ thi đua", "tặng Bằng khen cho hai đơn vị trên";
2. by their rank: "tặng Cờ thi đua cho đơn vị dẫn đầu, Bằng khen cho đơn vị xếp thứ hai";
3. by nothing, where a sentence goes on about the one unit that the sentence before is about: "+ Sở A (98 điểm). Hình
   thức khen đề nghị: Cờ thi đua", "Kèm theo đó là đề nghị G tặng Cờ thi đua".

Each refers to what was read before: to the claims of the sentences just before, else to the agencies named there.
"""

from __future__ import annotations

from pipeline.frames.award_asking import puts_up
from pipeline.frames.award_parts import Claim, Clause, Found, Sources
from pipeline.frames.context import Context
from pipeline.frames.holders import gap
from pipeline.reading import Mention

_UNITS = (
    "đơn vị|cơ quan|tập thể|địa phương|xã|phường|huyện|thị trấn|trường|sở|ngành|phòng|công ty|doanh nghiệp|chi nhánh|"
    "ngân hàng|bệnh viện|hội|tập đoàn|tổng công ty|ban|cục|chi cục|tỉnh|thành phố|công đoàn|liên đoàn|đảng ủy|"
    "đồn|báo|đài|viện|học viện|tòa án|kho bạc|trung tâm|hợp tác xã"
)
KINDS = sorted((tuple(words.split()) for words in _UNITS.split("|")), key=len, reverse=True)
_FIRST_OF_KINDS = frozenset(words[0] for words in KINDS)
_THESE = (("này",), ("trên",), ("nói", "trên"), ("ấy",), ("kể", "trên"))
_PLACES_ABOVE = frozenset("địa toàn cơ cả các mọi khắp tuyến tinh đà".split())
"""What "trên" means no unit told before with: "các trường trên địa bàn"."""
_NUMBERS = {"hai": 2, "2": 2, "02": 2, "ba": 3, "3": 3, "03": 3, "bốn": 4, "4": 4, "04": 4}
_GOES_ON = frozenset(("kèm", "đồng", "hình", "danh", "được", "mức", "đề", "với", "cùng", "vì", "do", "từ"))
"""First syllables of a sentence that goes on about the unit of the sentence before: "kèm theo", "đồng thời", …"""
_BINDS_RIGHT = ("cho", "đối với", ":", "là", "thuộc về", "trao cho", "tặng cho", "dành cho")
_BINDS_LEFT = ("được", "nhận", "đạt", "được nhận", "đón nhận", "được tặng")
_SENTENCES_BACK = 3


def is_reference(ctx: Context, found: Found) -> bool:
    """Whether a number only refers to what was told: "tặng Bằng khen cho hai đơn vị này"."""
    if len(found.mentions) != 1 or found.mentions[0].kind != "COUNT":
        return False
    end = found.mentions[0].end
    both = ctx.reading.norms[found.mentions[0].start - 1] == "cả"
    return both or any(tuple(ctx.reading.norms[end : end + len(these)]) == these for these in _THESE)


def referred_to(sources: Sources, clause: Clause, claims: list[Claim]) -> Found | None:
    """Return those that the words beside a title refer to, among the recipients and agencies told just before."""
    if clause.is_rank:
        return None
    found = _by_demonstrative(sources, clause, claims) or _by_rank(sources, clause, claims)
    return found or _by_nothing(sources, clause, claims)


def _by_demonstrative(sources: Sources, clause: Clause, claims: list[Claim]) -> Found | None:
    ctx = sources.ctx
    for start, end, number in _demonstratives(ctx, clause.taken, clause.limit):
        if not is_bound(sources, clause, start, end):
            continue
        who = _told_before(ctx, clause, start, claims, number)
        if who:
            return Found(who, "award-by-reference", max(end, clause.award.end))
    return None


def _demonstratives(ctx: Context, start: int, end: int) -> list[tuple[int, int, int | None]]:
    """Return (start, end, how many) of "đơn vị này", "hai đơn vị trên", "các xã này" (None: as many as there are)."""
    norms, found = ctx.reading.norms, []
    for i in range(start, end):
        if norms[i] not in _FIRST_OF_KINDS:
            continue
        kind = next((k for k in KINDS if tuple(norms[i : i + len(k)]) == k), None)
        if kind is None:
            continue
        at = i + len(kind)
        these = next((t for t in _THESE if tuple(norms[at : at + len(t)]) == t), None)
        if these and not (these == ("trên",) and norms[at + 1 : at + 2] and norms[at + 1] in _PLACES_ABOVE):
            before = norms[i - 1] if i else ""
            number = _NUMBERS.get(before) if before in _NUMBERS else None if before in ("các", "những") else 1
            found.append((i - (number != 1), at + len(these), number))
    for i in range(start, end - 1):
        if norms[i] == "cả" and norms[i + 1] in _NUMBERS:  # "cả hai được trình", "cho cả ba đơn vị"
            kind = next((k for k in KINDS if tuple(norms[i + 2 : i + 2 + len(k)]) == k), ())
            found.append((i, i + 2 + len(kind), _NUMBERS[norms[i + 1]]))
    return found


def is_bound(sources: Sources, clause: Clause, start: int, end: int) -> bool:
    """Whether a reference in `[start, end)` is who gets the title, by the words between them."""
    ctx, award, grantor = sources.ctx, clause.award, clause.grantor
    if end <= award.start:
        until = grantor.mention.start if grantor and end <= grantor.mention.start < award.start else award.start
        between = gap(ctx, end, until, ctx.lexicon.award_light_or_trigger, 4)
        return between is not None and (between.any(*_BINDS_LEFT) or puts_up(ctx, between) or between.starts("được"))
    begin = award.end
    if grantor and begin <= grantor.mention.start < start:
        begin = grantor.mention.end
    between = gap(ctx, begin, start, ctx.lexicon.award_light)
    return between is not None and between.any(*_BINDS_RIGHT)


def _told_before(ctx: Context, clause: Clause, start: int, claims: list[Claim], number: int | None) -> list[Mention]:
    """Return the `number` of agencies that were told last before token `start`, if it is plain which they are."""
    sentences = ctx.reading.sentences
    for n in range(clause.number, max(-1, clause.number - _SENTENCES_BACK), -1):
        begin, end = sentences[n].start, min(sentences[n].end, start)
        ranked = [c.mention for c in claims if begin <= c.mention.start < end and c.mention.kind == "AGENCY"]
        for told in (ranked, _agencies(ctx, begin, end)):
            who = _distinct(ctx, told)
            if who and (number is None and len(who) > 1 or number == len(who)):
                return who
        if ranked or sentences[n].line != sentences[clause.number].line and n < clause.number - 1:
            return []
    return []


def _agencies(ctx: Context, start: int, end: int) -> list[Mention]:
    """Return the agencies that may get an award: no bodies that grant, no units of persons."""
    titles = {t.end for t in ctx.reading.of("TITLE", max(0, start - 6), end)}
    return [
        a
        for a in ctx.reading.of("AGENCY", start, end)
        if a.start not in titles and not (a.rule in ("body", "unit") and not a.parts.get("place"))
    ]


def _distinct(ctx: Context, mentions: list[Mention]) -> list[Mention]:
    return list({ctx.agency_key(m): m for m in reversed(mentions)}.values())[::-1]


def _by_rank(sources: Sources, clause: Clause, claims: list[Claim]) -> Found | None:
    """Return those whose rank a title's sentence names beside it: "tặng Cờ thi đua cho đơn vị dẫn đầu"."""
    ctx = sources.ctx
    bloc = ctx.bloc_for(clause.award.start)
    ranks = [
        r
        for r in ctx.reading.of("AWARD", clause.taken, clause.sentence.end)
        if r.rule == "rank" and (r.end <= clause.award.start or r.start < max(clause.limit, clause.award.end + 8))
    ]
    who: list[Mention] = []
    end = clause.award.end
    for rank in ranks:
        if not who and not is_bound(sources, clause, _begin_of_rank(ctx, rank), rank.end):
            continue
        got = [c.mention for c in claims if c.award.value == rank.value and c.bloc is bloc and c.recipient]
        who += _distinct(ctx, got)
        end = max(end, rank.end)
    return Found(who, "award-by-rank", end) if who else None


def _begin_of_rank(ctx: Context, rank: Mention) -> int:
    """Return where the words begin that name a unit by its rank: "đơn vị xếp thứ hai", "hai đơn vị đứng thứ ba"."""
    norms = ctx.reading.norms
    for kind in KINDS:
        if tuple(norms[rank.start - len(kind) : rank.start]) == kind:
            return rank.start - len(kind)
    return rank.start


def _by_nothing(sources: Sources, clause: Clause, claims: list[Claim]) -> Found | None:
    """Return the one unit that the sentence before is about, where this one only adds its award."""
    ctx, n, sentence = sources.ctx, clause.number, clause.sentence
    before = ctx.reading.sentences[n - 1] if n else sentence
    if before.line != sentence.line or before is sentence or ctx.reading.norms[sentence.start] not in _GOES_ON:
        return None
    granting = clause.grantor.mention if clause.grantor else None
    here = [
        m
        for kind in ("AGENCY", "PERSON", "COUNT")
        for m in ctx.reading.of(kind, sentence.start, sentence.end)
        if not (granting and granting.start <= m.start < granting.end)
    ]
    if here or ctx.has("award break", sentence.start, sentence.end):
        return None
    told = [c.mention for c in claims if before.start <= c.mention.start < before.end and c.mention.kind == "AGENCY"]
    who = _distinct(ctx, told or _agencies(ctx, before.start, before.end))
    opens = who and (told or who[0].start <= before.start + 3)
    return Found(who, "award-by-reference", clause.award.end) if opens and len(who) == 1 else None
