"""Those who get an award that stands after them: "A được đề nghị tặng Cờ thi đua", "02 đơn vị được nhận Cờ thi đua"."""

from __future__ import annotations

import re

from pipeline.frames.award_asking import is_put_up_to, puts_up
from pipeline.frames.award_lists import end_of_left, ends_list, named_among
from pipeline.frames.award_parts import Clause, Found, Side, Sources
from pipeline.frames.context import Context
from pipeline.frames.holders import Gap, before_honorific, gap, run_before
from pipeline.frames.people import Named
from pipeline.reading import Mention

_GET = frozenset(
    (
        "|",
        *"được|nhận|được nhận|đạt|đón nhận|là|:|xếp|đứng|được tặng|vinh dự|đạt danh hiệu|giành|lọt|dẫn đầu|để|(|-|"
        "phong tặng|cùng đạt|thuộc|được trao|được khen|vươn lên|bứt phá".split("|"),
    )
)
"""One of them binds a recipient to the title after it."""
_OWNS_COUNT = frozenset("có với trong thuộc".split())
"""Words before a number that is an agency's: "Sở A có 3 cá nhân được tặng Bằng khen"."""
_PERSON_GETS = frozenset("được|nhận|đạt|đón nhận|được tặng|được nhận".split("|"))
_COUNT_GETS = frozenset(
    "được|nhận|đạt|đạt danh hiệu|được nhận|được tặng|suy tôn|đón nhận|giành|được trao|được khen".split("|")
)
_OPENS_CLAUSE = frozenset(", ; : .".split())
_IS_RANKED = frozenset("vươn lên|bứt phá|là|xếp|đứng|đạt|được|giành|giữ|giữ vững|:|-|(".split("|"))
_SCORE = frozenset(", . / - – ( ) | điểm với được đạt và".split())
"""What a unit's score between its name and its rank is written with."""
_VOTED = frozenset(("phiếu", "điểm"))
_SCORE_WORDS = _SCORE | {"phiếu", "%", "có", "số"}
_TO_SCORE = 8
"""So many tokens at most from a unit to the word for its votes or points."""
_ASKS_FOR_RANK = frozenset("bầu|suy tôn|bình xét|bình chọn".split("|"))
_JOINS_ASKED = frozenset(":|được|-|,|để|để đề nghị|để trình".split("|"))
_CHOOSES = frozenset("suy bình bầu giới lựa bỏ biểu thống nhất chọn".split())
"""The first syllables of the bloc's own choice: suy tôn, bình chọn, bầu, giới thiệu, …"""
_PASSES_ON = frozenset("trình xem xét đề để".split())
_JOINS_KINDS = frozenset(", ; và cùng cá nhân tập thể các đơn vị đồng chí".split())
"""All that may stand between a unit and a person who get the same: "Sở A và cá nhân ông X"."""
_STAFF = re.compile(
    r", (?:là )?(?:cán bộ|công chức|viên chức|chuyên viên|nhân viên|giáo viên|giảng viên|bác sĩ|phóng viên|chiến sĩ)"
    r"(?: của| thuộc)?"
)
_SPARE = 8
"""So many words may describe a chosen number."""
_TO_COLON = 12
"""So many tokens at most from "kết quả" to the colon that opens the list of results."""
_REACH = 22
"""How many tokens before an award its last recipient may stand."""


def left_of(sources: Sources, clause: Clause) -> Side | None:
    """Return those who get an award and stand before it: agencies, else a person, else a number, else the bloc."""
    reading = sources.ctx.reading
    end = end_of_left(sources.ctx, clause)
    giver = clause.grantor.mention if clause.grantor and not clause.is_rank else None
    before = [a for a in reading.of("AGENCY", clause.taken, end) if a.end <= end]
    before = [a for a in before if giver is None or not giver.start <= a.start < giver.end]
    agencies = [a for a in before if not _passes_on(sources.ctx, a)]
    passing = [a for a in before if agencies and a.start > agencies[-1].end and a not in agencies]
    if passing:  # "A được đề nghị UBND huyện trình UBND tỉnh tặng Bằng khen"
        end = next(
            (t.start for t in reading.of("TITLE", 0, passing[0].start) if t.end == passing[0].start), passing[0].start
        )
    return (
        _agencies_before(sources, clause, agencies, end)
        or _person_before(sources, clause, agencies, end)
        or _count_before(sources, clause, agencies, end)
        or _rest_before(sources, clause, end)
        or _bloc_before(sources, clause, end)
    )


def _agencies_before(sources: Sources, clause: Clause, agencies: list[Mention], end: int) -> Side | None:
    if not agencies:
        return None
    ctx, award, last = sources.ctx, clause.award, agencies[-1]
    if len(agencies) > 1 and _is_compared(ctx, last):  # "A vượt qua B để dẫn đầu"
        agencies = agencies[:-1]
    between = gap(ctx, last.end, end, sources.ctx.lexicon.award_light_or_trigger)
    if between is None or end - last.end > _REACH or _is_place_of_papers(ctx, last, end):
        return None
    chosen = ctx.has("ask", clause.sentence.start, last.start)
    strength = _strength(ctx, between, clause, end, chosen) or _strength_of_put_up(ctx, clause, last, between)
    if not strength:
        return None
    if clause.is_rank and _leads_delegation(ctx, sources.named, last, award):
        return None
    holder = _holder_of(ctx, sources.named, last, award)
    if holder:
        return Side(
            strength, Found(_people_to(ctx, sources.named, holder.person, clause), "person-then-award", award.end)
        )
    counts = [c for c in ctx.reading.of("COUNT", last.end, end) if c.parts["of"] == "person"]
    if counts and ctx.reading.norms[counts[0].start - 1] in _OWNS_COUNT:
        return None
    owned = next((c for c in ctx.reading.of("COUNT", clause.taken, last.start) if _is_of(ctx, c, last)), None)
    if owned and clause.award.parts["for"] != "agency":
        return Side(strength, Found([owned], "award-count-before", award.end))
    run = run_before(ctx, agencies, len(agencies) - 1, ends_list(ctx))
    if _count_is_subject(ctx, last.end, end, len(run)):
        return None
    if clause.is_rank:  # "kế đó là A; B đứng thứ ba"
        run = after_semicolon(ctx, run)
    run = _counted_between(ctx, agencies, end) or _with_scores(ctx, agencies, run, end)
    joined = [c for c in ctx.reading.of("COUNT", last.end, end) if ctx.reading.norms[c.start - 1] in ("và", "cùng")]
    run += [c for c in joined if c in counts or c.start == last.end + 1]  # "Sở A cùng 3 tập thể, 4 cá nhân"
    return Side(strength, Found(run, "recipient-then-award", award.end))


def _is_compared(ctx: Context, agency: Mention) -> bool:
    """Whether an agency is only what another one is better than."""
    begin = int(agency.parts.get("from", agency.start))
    before = ctx.reading.norms[max(0, begin - 2) : begin]
    return before[-1:] in (["hơn"], ["vượt"]) or before in (["vượt", "qua"], ["bỏ", "xa"], ["xếp", "trên"])


def _counted_between(ctx: Context, agencies: list[Mention], end: int) -> list[Mention]:
    """Return as many agencies as are counted: "A được 7/7 phiếu, B 6/7 phiếu, là hai đơn vị được đề nghị tặng Cờ"."""
    for count in ctx.reading.of("COUNT", agencies[-1].end, end):
        number = int(count.value)
        if ctx.reading.norms[count.start - 1] == "là" and count.parts["of"] == "agency" and number == len(agencies):
            return agencies
    return []


def _with_scores(ctx: Context, agencies: list[Mention], run: list[Mention], end: int) -> list[Mention]:
    """Return a list with those before it who have votes or points like it: "A 8/8 phiếu, B 7/8 phiếu đề nghị tặng"."""
    norms = ctx.reading.norms
    scored = _VOTED & set(norms[run[-1].end : min(run[-1].end + _TO_SCORE, end)])
    k = len(agencies) - len(run)
    while scored and k > 0 and agencies[k].start == run[0].start:
        words = norms[agencies[k - 1].end : int(run[0].parts.get("from", run[0].start))]
        told = scored & set(words) and words[-1] in (",", "và") and all(w in _SCORE_WORDS or w.isdigit() for w in words)
        if not told:
            break
        k -= 1
        run = [agencies[k], *run]
    return run


def _count_is_subject(ctx: Context, start: int, end: int, named: int) -> bool:
    """Whether a number behind a colon gets the award, not who stands before: "Khối hội tỉnh X: 2 tập thể được tặng"."""
    counts = ctx.reading.of("COUNT", start, end)
    return bool(counts) and ctx.reading.norms[counts[0].start - 1] == ":" and int(counts[0].value) != named


def _is_of(ctx: Context, count: Mention, agency: Mention) -> bool:
    """Whether a number is of an agency's persons: "3 cá nhân thuộc Sở A được tặng Bằng khen"."""
    between = ctx.reading.norms[count.end : agency.start]
    return count.parts["of"] == "person" and between in (["thuộc"], ["của"], ["ở"], ["công", "tác", "tại"])


def _is_place_of_papers(ctx: Context, agency: Mention, end: int) -> bool:
    """Whether an agency only gets or handles what others ask for: "gửi về Sở A để trình", "Sở A nhận hồ sơ đề nghị"."""
    norms = ctx.reading.norms
    sent = norms[agency.start - 1] == "về" and norms[agency.start - 2] != "thuộc"
    return sent or ctx.reading.find(("nhận", "hồ", "sơ"), agency.end, end) >= 0


def after_semicolon(ctx: Context, run: list[Mention]) -> list[Mention]:
    """Return the part of a list after its last semicolon."""
    begins = [k for k in range(1, len(run)) if ";" in ctx.reading.norms[run[k - 1].end : run[k].start]]
    return run[begins[-1] :] if begins else run


def _person_before(sources: Sources, clause: Clause, agencies: list[Mention], end: int) -> Side | None:
    people = sources.ctx.reading.of("PERSON", clause.taken, end)
    if not people or agencies and people[-1].start <= agencies[-1].end - 40:
        return None
    between = gap(sources.ctx, people[-1].end, end, sources.ctx.lexicon.award_light_or_trigger)
    if between is None or not between.any(*_PERSON_GETS):
        return None
    return Side(
        2, Found(_people_to(sources.ctx, sources.named, people[-1], clause), "person-then-award", clause.award.end)
    )


def _count_before(sources: Sources, clause: Clause, agencies: list[Mention], end: int) -> Side | None:
    """Return the number before an award, or the agencies that it counts: "A và B là 2 đơn vị được tặng Cờ"."""
    ctx, norms = sources.ctx, sources.ctx.reading.norms
    counts = ctx.reading.of("COUNT", clause.taken, end)
    if clause.is_rank or not counts or agencies and counts[-1].start <= agencies[-1].end:
        return None
    last = counts[-1]
    of_rest = norms[last.end : last.end + 2] == ["còn", "lại"]  # "4 đơn vị còn lại được đề nghị tặng Bằng khen"
    after = last.end + 2 if of_rest else _end_with_owner(norms, last, end)
    light = sources.ctx.lexicon.award_light_or_trigger
    between = gap(sources.ctx, after, end, light) or _described(sources.ctx, clause, last, end)
    if between is None or not (between.any(*_COUNT_GETS) or puts_up(ctx, between)) or between.starts(";"):
        return None
    if of_rest:
        return Side(2, Found([], "rest-then-award", clause.award.end, rest=True))
    number = int(last.value)
    if norms[last.start - 1] == "là" and len(agencies) >= number:
        return Side(2, Found(agencies[-number:], "recipient-then-award", clause.award.end))
    among = named_among(sources, clause.award.end, clause.limit)
    if among:
        return among
    run = [c for c in counts if last.start - c.start <= 4 or last.start - c.end == 1 and norms[c.end] in ("và", ",")]
    return Side(2, Found(run, "award-count-before", clause.award.end))


def _rest_before(sources: Sources, clause: Clause, end: int) -> Side | None:
    """Return the mark of "các đơn vị còn lại" before an award: "Các đơn vị còn lại: đề nghị G tặng Giấy khen"."""
    ctx = sources.ctx
    rest = None if clause.is_rank else ctx.last("rest", clause.taken, end)
    between = (
        gap(ctx, rest[1], end, ctx.lexicon.award_light_or_trigger)
        if rest and ctx.reading.norms[rest[0]] == "các"
        else None
    )
    if between is None or ";" in between.words:
        return None
    if not (between.any(*_COUNT_GETS) or puts_up(ctx, between) or between.starts("được")):
        return None
    return Side(2, Found([], "rest-then-award", clause.award.end, rest=True))


def _bloc_before(sources: Sources, clause: Clause, end: int) -> Side | None:
    """Return the bloc that gets a title itself: "Năm qua, Khối thi đua số 7 được UBND tỉnh tặng Bằng khen"."""
    ctx, reading, start = sources.ctx, sources.ctx.reading, clause.sentence.start
    blocs = [b for b in reading.of("BLOC", clause.taken, end) if b.end <= end]
    if clause.is_rank or not blocs:
        return None
    last = blocs[-1]
    between = gap(sources.ctx, last.end, end, sources.ctx.lexicon.award_light_or_trigger)
    is_subject = last.start == start or reading.norms[last.start - 1] in _OPENS_CLAUSE
    if not is_subject or between is None or not between.any(*_PERSON_GETS) or between.any("có", "<COUNT>"):
        return None
    chooses = ctx.first("ask", last.end, end)
    if chooses and "được" not in reading.norms[last.end : chooses[0]]:  # "Khối suy tôn đơn vị nhận Cờ thi đua"
        return None
    return Side(2, Found([last], "bloc-then-award", clause.award.end))


def _described(ctx: Context, clause: Clause, count: Mention, end: int) -> Gap | None:
    """Return the words behind a chosen number that is described before it is put up.

    "chọn 01 đơn vị đi đầu phong trào, tiêu biểu xuất sắc, đề nghị UBND tỉnh tặng Cờ thi đua"
    """
    chosen = ctx.last("ask", clause.sentence.start, count.start)
    if chosen is None or ctx.reading.norms[chosen[0]] not in _CHOOSES or not is_put_up_to(ctx, end):
        return None
    return gap(ctx, count.end, end, ctx.lexicon.award_light_or_trigger, _SPARE)


def _end_with_owner(norms: list[str], count: Mention, end: int) -> int:
    """Return where a number ends with the bloc that its units belong to: "02 đơn vị thuộc các cơ quan trong khối"."""
    if norms[count.end : count.end + 1] not in (["thuộc"], ["của"], ["trong"]):
        return count.end
    return next((k + 1 for k in range(end - 1, count.end, -1) if norms[k] in ("khối", "cụm")), count.end)


def _strength(ctx: Context, between: Gap, clause: Clause, end: int, chosen: bool) -> int:
    """Return how tightly what stands between binds a recipient to the award after it; 0 if it does not."""
    if between.words == ["cho"] and not clause.is_rank and end == clause.award.start and chosen:
        return 2  # "chọn A cho Cờ thi đua, B cho Bằng khen"
    if between.any(";") or between.any("cho") and not between.any("được", "nhận", "là"):
        return 0
    if clause.is_rank:
        return _strength_of_rank(ctx, between)
    if between.any(*_GET) or between.starts("được"):
        return 3
    has_grantor_before = end < clause.award.start
    return 2 if has_grantor_before and puts_up(ctx, between) and between.any(*_JOINS_ASKED) else 0


def _strength_of_rank(ctx: Context, between: Gap) -> int:
    asks = between.any(*_ASKS_FOR_RANK) or puts_up(ctx, between)
    if asks and not (between.any("là", "đạt") or between.starts("được")):
        return 0
    if not between.words or between.any(*_IS_RANKED):
        return 3
    if "điểm" in between.words and all(w in _SCORE or w.isdigit() for w in between.words):
        return 3  # "A 296,5 điểm, hạng Nhì"
    return 1 if between.only(",", "và", "có", "thành tích") else 0


def _strength_of_put_up(ctx: Context, clause: Clause, agency: Mention, between: Gap) -> int:
    """Return 2 for a choice before the names and the asking after them: "suy tôn A, B đề nghị G tặng Cờ thi đua"."""
    if clause.is_rank or not (between.any("để") or puts_up(ctx, between)) or between.any(";", "cho"):
        return 0
    if between.any("phiếu", "100% phiếu"):  # "A 7/8 phiếu đề nghị G tặng Bằng khen"
        return 2
    if _is_result(ctx, clause, agency):
        return 2
    # "Khối bình chọn A đề nghị G tặng cờ; B, C đề nghị G tặng giấy khen": one choice for all
    chosen = ctx.last("ask", clause.taken, agency.start) or ctx.first("ask", clause.sentence.start, agency.start)
    listed = ctx.reading.of("AWARD", clause.sentence.start, agency.start)
    next_item = bool(listed) and ";" in ctx.reading.norms[listed[-1].end : agency.start]  # "đề nghị …: A; B đề nghị …"
    return 2 if chosen and (next_item or ctx.reading.norms[chosen[0]] in _CHOOSES) else 0


def _is_result(ctx: Context, clause: Clause, agency: Mention) -> bool:
    """Whether a unit stands in the list of what the bloc came to: "Kết quả: A đề nghị G tặng Cờ; B đề nghị …"."""
    norms, start = ctx.reading.norms, clause.sentence.start
    said = ctx.reading.find(("kết", "quả"), start, agency.start)
    colon = next((k for k in range(agency.start - 1, said, -1) if norms[k] == ":"), -1) if said >= 0 else -1
    return said >= 0 and colon >= 0 and colon - said <= _TO_COLON


def _passes_on(ctx: Context, agency: Mention) -> bool:
    """Whether an agency only passes the asking on: "đề nghị UBND tỉnh xem xét, trình Chính phủ tặng"."""
    norms = ctx.reading.norms
    following = norms[agency.end : agency.end + 1]
    begin = next((t.start for t in ctx.reading.of("TITLE", max(0, agency.start - 4), agency.start)), agency.start)
    comma = agency.end + 1 if following == [","] else agency.end
    if is_put_up_to(ctx, begin) and _PASSES_ON & set(norms[comma : comma + 1]):
        return True  # "đề nghị Giám đốc Công an tỉnh xét, trình Bộ Công an tặng"
    to_pass_on = norms[begin - 1] == "để"  # "giới thiệu A để Bộ Y tế trình Thủ tướng Chính phủ tặng"
    return (agency.parts["policy"] == "self" or to_pass_on) and following == ["trình"]


def _holder_of(ctx: Context, named: list[Named], agency: Mention, award: Mention) -> Named | None:
    """Return the person that an agency is only the unit of: "đồng chí X, Trưởng phòng A được tặng Bằng khen"."""
    if award.parts.get("for") == "agency":
        return None
    for n in named:
        if n.person.start < agency.start and (
            n.rule == "person-then-post" and n.end >= agency.end or _is_staff(ctx, n, agency)
        ):
            return n
    return None


def _leads_delegation(ctx: Context, named: list[Named], agency: Mention, award: Mention) -> bool:
    """Whether it is a person who leads: "đoàn tỉnh A do ông X, Phó Chủ tịch UBND tỉnh dẫn đầu"."""
    if award.start != agency.end or award.value != "Đơn vị dẫn đầu":
        return False
    for n in named:
        if n.rule == "person-then-post" and n.person.start < agency.start and n.end >= agency.end:
            return "do" in ctx.reading.norms[max(0, n.person.start - 3) : n.person.start]
    return False


def _is_staff(ctx: Context, named: Named, agency: Mention) -> bool:
    """Whether the words between a person and an agency say no post but that the person works there."""
    return _STAFF.fullmatch(" ".join(ctx.reading.norms[named.person.end : agency.start])) is not None


def _people_to(ctx: Context, named: list[Named], last: Mention, clause: Clause) -> list[Mention]:
    """Return the list that ends with a person: "Sở A, bà X, Chủ tịch B, và ông Y, cán bộ C được tặng Bằng khen"."""
    norms, run = ctx.reading.norms, [last]
    ends: dict[int, Mention] = {m.end: m for kind in ("AGENCY", "PERSON") for m in ctx.reading.of(kind)}
    ends |= {n.end: n.person for n in named if n.rule == "person-then-post"}
    while True:
        begin = at = _begin_of(ctx, run[0], clause.taken)
        while at > clause.taken and at not in ends and norms[at - 1] in _JOINS_KINDS:
            at -= 1
        before = ends.get(at)
        marks = set(norms[at:begin])
        if before is None or not {",", ";", "và", "cùng"} & marks or before.start < clause.taken:
            break
        if ";" in marks and before.kind != run[0].kind:
            break
        run.insert(0, before)
    if clause.award.parts.get("for") == "person":
        run = [m for m in run if m.kind == "PERSON"]
    return run


def _begin_of(ctx: Context, mention: Mention, start: int) -> int:
    if mention.kind == "PERSON":
        others = [p.end for p in ctx.reading.of("PERSON", start, mention.start)]
        return before_honorific(ctx, max([start, *others]), mention.start)
    return int(mention.parts.get("from", mention.start))
