"""Who gets an award: those after it or those before it, whichever the words between bind more tightly."""

from __future__ import annotations

from itertools import pairwise

from pipeline.frames.award_companions import companions
from pipeline.frames.award_given import is_given_straight
from pipeline.frames.award_left import left_of
from pipeline.frames.award_lists import ends_list, grants_next, leads_to_unit, list_from, list_of_kinds, named_among
from pipeline.frames.award_parts import Clause, Found, Side, Sources
from pipeline.frames.context import Context
from pipeline.frames.holders import Gap, before_honorific, gap, run_after
from pipeline.reading import Mention

_AMONG_THEM = "như|điển hình là|tiêu biểu là|điển hình như|tiêu biểu như|phải kể đến|có thể kể đến|nổi bật là"
"""What names some of those who get an award: "nhiều tập thể được tặng Bằng khen như A, B"."""
_TO = frozenset(
    f"cho|tặng|trao|tặng cho|trao cho|đối với|:|gồm|là|thuộc về|tới|đến|dành cho|với|gọi tên|{_AMONG_THEM}".split("|")
)
"""One of them binds a recipient to the award before it."""
_GETS_NEXT = (["được"], ["nhận"], ["đạt"], ["vinh"])
_LAST_TO = frozenset("cho|trao cho|tặng cho|thuộc về|dành cho".split("|"))
"""The last words of a passive: "được trao cho A"."""
_TO_COUNT = frozenset("cho|tặng|trao|tặng cho|trao cho|dành cho|đối với|với|gồm|:|thuộc về".split("|"))
_BESIDE = frozenset('-|<YEAR>|<BLOC>|đơn vị|khối|cụm|"|“|thi đua'.split("|"))
"""Nothing but these: a ranking beside its unit ("Nhất khối - Sở A")."""
_TOGETHER = frozenset(("đồng", "cùng"))
"""Words before a rank that several share: "đồng hạng ba A và B"."""
_AFTER_COUNT = frozenset(", ; . ) và nhận được đạt".split())
_NEXT_CLAUSE = frozenset(", được nhận . và".split())
_NEXT_PASSIVE = frozenset("được đạt nhận đề".split())
_OPENS_NAMES = frozenset("là gồm có : ( đó".split())
"""What opens the names after a number of persons."""
_OPENS_RECIPIENT = (["("], ["|"], ["<COUNT>", "("], ["<COUNT>", "-"])
"""What alone stands between a title and who gets it: "Cờ thi đua của UBND tỉnh 02 đơn vị - A, B"."""
_HANDS_OVER = frozenset(("trao", "tặng", "chuyển"))
_SPARE = 8
"""So many unknown words may stand between a number and as many names."""
_REACH = 22
"""How many tokens after an award its first recipient may stand."""


def find_recipients(sources: Sources, clause: Clause) -> Found:
    """Return those who get an award.

    Those after it win where "cho" or a colon binds them; a ranking goes to the more tightly bound side
    ("A dẫn đầu, B xếp thứ nhì"); else those before it win, with those told behind "cùng với".
    """
    found = _on_tighter_side(sources, clause)
    more = companions(sources, clause, found)
    return Found([*found.mentions, *more], found.rule, more[-1].end) if more else found


def _on_tighter_side(sources: Sources, clause: Clause) -> Found:
    right = right_of(sources, clause)
    if right and right.strength >= 3 and not clause.is_rank:
        return right.found
    left = None if right and leads_to_unit(sources.ctx, clause.award) else left_of(sources, clause)
    if left is None or right is None:
        return (left or right or Side(0, Found())).found
    if clause.is_rank and right.strength >= 2:
        return left.found if left.strength >= 3 and left.strength >= right.strength else right.found
    return left.found if left.strength >= right.strength else right.found


def right_of(sources: Sources, clause: Clause) -> Side | None:
    """Return those who get an award that stands before them: "tặng Cờ thi đua cho A", "Cờ thi đua của G: A, B"."""
    start, grantor = clause.award.end, clause.grantor
    if grantor and start <= grantor.mention.start < clause.limit:
        start = grantor.mention.end
    start = _past_asking(sources.ctx, start, clause.limit)
    reading = sources.ctx.reading
    blocs = {b.end for b in reading.of("BLOC", clause.award.start, clause.limit)}  # "dẫn đầu Khối 1 huyện A là …"
    candidates = [
        m for kind in ("AGENCY", "PERSON") for m in reading.of(kind, start, clause.limit) if m.start not in blocs
    ]
    first = min(candidates, key=lambda m: m.start, default=None)
    return (
        _rest_after(sources, clause, start, first)
        or _count_after(sources, clause, start, first)
        or (_named_after(sources, clause, start, first) if first else None)
    )


def _past_asking(ctx: Context, start: int, limit: int) -> int:
    """Return where the words go on after a bracket that only says that a title is asked for: "Cờ (đề nghị): A"."""
    norms = ctx.reading.norms
    if norms[start : start + 1] != ["("] or ")" not in norms[start : min(start + 5, limit)]:
        return start
    close = norms.index(")", start)
    asked = ctx.first("ask", start, close)
    return close + 1 if asked and asked[0] <= start + 2 and not ctx.reading.of("AGENCY", start, close) else start


def _rest_after(sources: Sources, clause: Clause, start: int, first: Mention | None) -> Side | None:
    """Return the mark of "cho các đơn vị còn lại"."""
    ctx = sources.ctx
    rest = ctx.first("rest", start, clause.limit)
    if rest is None:
        return None
    opens = max(start, rest[0] - 3) if ctx.reading.norms[rest[0]] == "còn" else rest[0]
    if first and first.start <= opens:
        return None
    between = gap(ctx, start, opens, sources.ctx.lexicon.award_light)
    if between is None or not between.any("cho", "đối với", ":", "-", "là", "thuộc về"):
        return None
    return Side(3, Found([], "award-to-rest", rest[1], rest=True))


def _count_after(sources: Sources, clause: Clause, start: int, first: Mention | None) -> Side | None:
    """Return the numbers of those who get an award ("cho 2 tập thể và 3 cá nhân"), unless their names follow."""
    ctx = sources.ctx
    counts = [m for m in ctx.reading.of("COUNT", start, clause.limit) if first is None or m.start < first.start]
    if counts and (among := named_among(sources, counts[-1].end, clause.limit)):
        return among
    if not counts or first and _names_follow(sources, counts[-1], first, clause.limit):
        return None
    between = gap(ctx, start, counts[0].start, ctx.lexicon.award_light)
    told = gap(ctx, start, counts[0].start, ctx.lexicon.award_light_or_trigger)
    between = between or _asked_for(told) or _passive(told)
    bound = between is not None and between.any(*_TO_COUNT) or _is_object(ctx.reading.norms, clause, counts[0])
    if between is None or not (bound or _stands_alone(sources, clause, counts[0], between)):
        return None
    if _is_next_clause(between) or _praises_next(between):
        return None
    run = counts[:1]
    for count in counts[1:]:
        joined = {"và", ","} & set(ctx.reading.norms[run[-1].end : count.start])
        if joined and count.start - run[-1].end <= 5:
            run.append(count)
    if clause.award.parts["for"] == "person":
        run = [c for c in run if c.parts["of"] == "person"]
    return Side(3, Found(run, "award-count-after", run[-1].end)) if run else None


def _praises_next(between: Gap) -> bool:
    """Whether another verb has the number: "trao 5 Kỷ niệm chương, khen thưởng cho 14 tập thể"."""
    return any(pair in ((",", "khen thưởng"), ("và", "khen thưởng")) for pair in pairwise(between.words))


def _is_object(norms: list[str], clause: Clause, count: Mention) -> bool:
    """Whether a number stands right behind the title of a verb of giving: "đã tặng Bằng khen 2 tập thể".

    The verb may be that of the title before: "tặng Bằng khen 2 tập thể và Giấy khen 5 tập thể".
    """
    before = norms[clause.award.start - 1]
    goes_on = before in ("và", ",") and {"tặng", "trao"} & set(norms[clause.sentence.start : clause.award.start])
    return count.start == clause.award.end and (before in ("tặng", "trao") or bool(goes_on))


def _stands_alone(sources: Sources, clause: Clause, count: Mention, between: Gap) -> bool:
    """Whether a number is all that stands behind a title: "Cờ thi đua của UBND tỉnh 1 đơn vị, Bằng khen 2 đơn vị"."""
    norms = sources.ctx.reading.norms
    if clause.is_rank:  # "nhì khối có 02 đơn vị, A và B"
        return False
    ends = count.end >= clause.limit or norms[count.end] in _AFTER_COUNT
    return ends and between.only("có", "<YEAR>") and not _stands_before(sources, clause)


def _names_follow(sources: Sources, count: Mention, first: Mention, limit: int) -> bool:
    """Whether a number only opens the list of those it counts: "cho 2 đơn vị: A, B".

    Unknown words may stand between where there are as many names: "2 xã có thành tích nổi bật là A, B".
    """
    opens = int(first.parts.get("from", first.start))
    marks = set(sources.ctx.reading.norms[count.end : opens])
    opened = not marks or bool({":", "gồm", "là", "(", "-"} & marks)
    if not opened:
        return False
    if gap(sources.ctx, count.end, opens, sources.ctx.lexicon.award_light) is not None:
        return True
    agencies = sources.ctx.reading.of("AGENCY", first.start, limit)
    named = run_after(sources.ctx, agencies, 0, ends_list(sources.ctx)) if first.kind == "AGENCY" else []
    return (
        len(named) == int(count.value)
        and gap(sources.ctx, count.end, opens, sources.ctx.lexicon.award_light, _SPARE) is not None
    )


def _named_after(sources: Sources, clause: Clause, start: int, first: Mention) -> Side | None:
    ctx = sources.ctx
    is_person = first.kind == "PERSON"
    begin = before_honorific(ctx, start, first.start) if is_person else int(first.parts.get("from", first.start))
    between = gap(ctx, start, begin, ctx.lexicon.award_light)
    between = between or _passive(gap(ctx, start, begin, ctx.lexicon.award_light_or_trigger))
    if between is None or first.start - start > _REACH or _is_next_clause(between):
        return None
    if not is_person and grants_next(ctx, first) or is_person and _hands_over(ctx, clause, between):
        return None
    if clause.is_rank and ctx.reading.norms[begin - 1] == "của":  # "dẫn đầu các khối của UBND huyện"
        return None
    gives = ctx.has("confer", clause.sentence.start, clause.award.start) or clause.grantor
    if between.any("tặng", "trao") and not gives:
        return None
    if between.any(*_AMONG_THEM.split("|")) and ctx.reading.norms[first.end : first.end + 1] in _GETS_NEXT:
        return None  # "2 đơn vị được tặng Bằng khen, tiêu biểu là A được Chính phủ tặng Cờ thi đua"
    stands_before = _stands_before(sources, clause)
    before = ctx.reading.norms[clause.award.start - 1] if clause.award.start > clause.sentence.start else ":"
    strength = _strength(between, clause, stands_before, before in (":", ";", "-", "+", "*", "•"))
    if leads_to_unit(ctx, clause.award) and between.only("đơn vị", "khối", "cụm", "<YEAR>", "<BLOC>"):
        strength = 3
    if not strength and between.words in (["có"], ["gồm", "có"]) and _opens_with_passive(ctx, clause):
        strength = 3
    if not strength and between.words in _OPENS_RECIPIENT and not stands_before:
        strength = 3  # "01 đơn vị được tặng Cờ thi đua của Chính phủ (A), 02 đơn vị …"; "| Cờ thi đua | A |"
    if not strength and not between.words and not stands_before and is_given_straight(ctx, clause.award, clause.taken):
        strength = 3  # "đề nghị G tặng Bằng khen A và B"
    if not strength:
        return None
    if is_person:
        run = list_of_kinds(sources, first, clause.limit)
        return Side(strength, Found(run, "award-to-person", run[-1].end))
    begin = clause.award.start - (not ctx.reading.upper[clause.award.start - 1])  # not "Lâm Đồng đứng đầu"
    together = clause.is_rank and _TOGETHER & set(ctx.reading.norms[begin : clause.award.start + 1])
    run = list_from(sources, clause, first, start, 3 if together else strength)
    if not run:
        return None
    run += _counted_beside(sources, clause, run[-1])
    return Side(strength, Found(run, "award-then-recipient", run[-1].end))


def _opens_with_passive(ctx: Context, clause: Clause) -> bool:
    """Whether a clause begins with what is got and ends in who gets it: "Được đề nghị tặng Cờ thi đua có A"."""
    norms, award = ctx.reading.norms, clause.award.start
    begin = next((k + 1 for k in range(award - 1, clause.taken - 1, -1) if norms[k] in (";", ":")), clause.taken)
    return norms[begin] in ("được", "đạt", "nhận", "vinh") and not ctx.reading.of("AGENCY", begin, award)


def _hands_over(ctx: Context, clause: Clause, between: Gap) -> bool:
    """Whether a person is the one who hands over what a sentence opens with: "Trao Cờ thi đua cho A là bà X"."""
    return between.any("là") and ctx.reading.norms[clause.sentence.start] in _HANDS_OVER


def _counted_beside(sources: Sources, clause: Clause, last: Mention) -> list[Mention]:
    """Return the number of persons at the end of a list of agencies: "cho A và 3 cá nhân"."""
    reading = sources.ctx.reading
    at = last.end
    while at < clause.limit and at - last.end < 3 and reading.norms[at] in (")", ",", ";", "và", "cùng"):
        at += 1
    if at == last.end:
        return []
    counts = [c for c in reading.of("COUNT", at, min(at + 1, clause.limit)) if c.parts["of"] == "person"]
    named = _persons_of(sources, counts[0], clause.limit) if counts else []
    return named or [c for c in counts if c.end >= clause.limit or reading.norms[c.end] not in _NEXT_PASSIVE]


def _persons_of(sources: Sources, count: Mention, limit: int) -> list[Mention]:
    """Return the persons whom a number counts: "2 cá nhân là X, Phó Giám đốc A và Y, Trưởng phòng B"."""
    ctx, at = sources.ctx, count.end
    while at < limit and ctx.reading.norms[at] in _OPENS_NAMES:
        at += 1
    first = next(iter(ctx.reading.of("PERSON", at, limit)), None) if at > count.end else None
    if first is None or before_honorific(ctx, at, first.start) != at:
        return []
    run = list_of_kinds(sources, first, limit)
    return run if len(run) == int(count.value) and all(m.kind == "PERSON" for m in run) else []


def _is_next_clause(between: Gap) -> bool:
    """Whether a semicolon ends the clause before the recipient: "… tặng Cờ thi đua; 03 đơn vị: A, B đề nghị tặng".

    So does "và" before a number that is named: "… tặng Cờ thi đua và 02 đơn vị là A, B đề nghị tặng Bằng khen".
    """
    if between.words[:2] == ["và", "<COUNT>"] and "là" in between.words:
        return True
    marks = [w for w in between.words if w in (";", ":")]
    return marks[:1] == [";"]


def _passive(between: Gap | None) -> Gap | None:
    """Return the words of a passive that ends in its recipient: "Cờ thi đua được đề nghị trao cho A"."""
    if between is None or between.words[-1] not in _LAST_TO:
        return None
    proudly = between.words[:1] == ["vinh dự"]
    return between if between.words[proudly].startswith("được") else None


def _asked_for(between: Gap | None) -> Gap | None:
    """Return the words of asking between a colon and a number: "Giấy khen của G: đề nghị tặng 18 cá nhân"."""
    return between if between and between.words[0] == ":" and between.words[-1] in ("tặng", "trao", "cho") else None


def _stands_before(sources: Sources, clause: Clause) -> bool:
    """Whether an agency stands before the award that may get it."""
    reading = sources.ctx.reading
    grantor = clause.grantor.mention if clause.grantor else None
    agencies = reading.of("AGENCY", clause.taken, clause.award.start)
    return any(
        (grantor is None or not grantor.start <= a.start < grantor.end)
        and not (a.parts["policy"] == "self" and not a.parts.get("place"))
        for a in agencies
    )


def _strength(between: Gap, clause: Clause, stands_before: bool, opens_item: bool) -> int:
    """Return how tightly what stands between binds a recipient to the award before it; 0 if it does not.

    `opens_item`: whether the award stands at the beginning of an item of a list.
    """
    if between.any(*_TO):
        last_to = between.words[-1] in _LAST_TO
        passive = between.any("được", "nhận", "đạt") and not between.any(":", "gồm") and not last_to
        together = between.any("với") and not between.any("cho", ":")
        return 0 if passive or together else 3
    if between.only(*_BESIDE):
        opens = clause.grantor or opens_item
        if between.words == ["-"] and opens and not clause.is_rank and not stands_before:
            return 3  # "Cờ thi đua của UBND tỉnh - A, B", "đề nghị: Cờ thi đua - A; Bằng khen - B"
        return 2 if clause.is_rank or clause.grantor and between.any("-") else 0
    return 1 if clause.is_rank and not between.any(*_NEXT_CLAUSE) else 0
