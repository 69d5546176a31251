"""Whether an award counts, how far it is (asked for, voted, given), and its year."""

from __future__ import annotations

from pipeline.frames.award_grantors import granting, opener_of_lines
from pipeline.frames.award_parts import Claim, Clause, Found, Status
from pipeline.frames.context import Context
from pipeline.frames.meeting_years import is_of_a_term
from pipeline.mentions.rankings import TOP_RANKS
from pipeline.reading import Mention, Sentence

_OUTSIDE = tuple(
    tuple(words.split())
    for words in "toàn tỉnh|toàn ngành|toàn huyện|cả nước|toàn quốc|năm trước|những năm qua|nhiều năm liền|"
    "mỗi đơn vị|mỗi khối|mỗi cụm|mỗi thành viên".split("|")
)
"""Figures of awards under these words are not the bloc's of this year."""
_MEASURES = (("chỉ", "tiêu"), ("mục", "tiêu"), ("tiêu", "chuẩn"), ("thang", "điểm"), ("điều", "kiện", "để"))
"""What a unit's work is measured by: where a choice follows behind a comma, its result is told and no plan."""
_PROUDLY = frozenset(("vinh", "dự", "cũng"))
_GIVEN = frozenset("đã vừa từng trước dịp trao đón công lễ còn ngoài vinh ghi qua".split())
"""Words of a sentence in which awards have been given, after one that asks for others."""
_TOLD = frozenset(("được", "đã", "nhận", "đạt", "tặng"))
_GETS_NEXT = (["được"], ["nhận"], ["đạt"], ["vinh"])
_OF_OTHERS = (("các", "khối"), ("các", "cụm"), ("toàn", "tỉnh"), ("trong", "tỉnh"), ("toàn", "ngành"))
_TO_OTHERS = 6
_TO_OTHERS_OF_PAPERS = 14
"""So many tokens where who grants and the kind of those who get them stand between: "42 Cờ thi đua cho các tập thể"."""
_AHEAD = frozenset("phấn đăng kế hoạch nhiệm phương mục quyết hướng giao triển".split())
"""First syllables of what a year to come is said with: "phấn đấu năm 2025", "phương hướng năm 2025"."""
_AWARD_WORDS = frozenset("khen thưởng tôn phiếu bình xét chọn bầu cờ hiệu thức".split())
"""Syllables of what is said of awards: khen thưởng, suy tôn, bỏ phiếu, bình xét, bình chọn, bầu, cờ, danh hiệu."""
_OF_BLOC = frozenset("thi phong kết thành tổng đích của khối cụm toàn trong chung năm và , . ; (".split())
_RESULTS = tuple(tuple(words.split()) for words in "kết quả|bỏ phiếu|suy tôn|bình xét|bình chọn|chấm điểm".split("|"))
"""What follows these is no goal but what came of it."""
_BARE_LEADS = (["dẫn", "đầu"], ["đứng", "đầu"])
_DELEGATIONS = (("đoàn", "công", "tác"), ("đoàn", "kiểm", "tra"), ("đoàn", "do"), ("đoàn", "khảo", "sát"))
"""What a person leads who "dẫn đầu" it."""
_CONTEST_WORDS = frozenset("khối cụm thi điểm phiếu xếp hạng chấm vị bảng".split())
_WIDER = (["cả", "nước"], ["toàn", "quốc"], ["toàn", "tỉnh"], ["cả", "tỉnh"], ["toàn", "ngành"], ["toàn", "huyện"])
_GOOD = ("Đơn vị xuất sắc", "Đơn vị tiêu biểu")
_TO_ASKED = 16
"""So many tokens at most from an award to the words behind it that ask: "A (Cờ thi đua) là đơn vị được đề nghị"."""
_TO_SHARED_YEAR = 16
_PAST_YEAR = tuple(tuple(w.split()) for w in "năm qua|năm vừa qua|12 tháng qua|một năm qua|năm vừa rồi".split("|"))
_CLAUSE = 16
_TO_REFUSAL = 12
_PARAGRAPH = 4
"""So many sentences back a year may stand that a paragraph tells of."""
_OPENING = 3
"""So many tokens at most before the year that a sentence opens with: "Trong cả năm 2022"."""
_CELL = 9
"""So many tokens at most has a cell of a table."""
_TELLS_RESULT = frozenset((("theo", "đó"), ("trong", "đó"), ("cụ", "thể"), ("kết", "quả"), ("qua", "đó")))
_GETS = frozenset(("nhận", "đạt", "thưởng"))
_TO_RESULT = 2
"""So many lines below the sentence that chooses may its result stand."""
_SENTENCES_BACK, _LINES_BACK = 10, 12
"""How far before an award a word of asking may stand."""


def is_void(ctx: Context, clause: Clause, found: Found) -> bool:
    """Whether the clause refuses, plans, or speaks of others: "xin rút", "phấn đấu đạt", "toàn tỉnh có …"."""
    norms, sentence, award = ctx.reading.norms, clause.sentence, clause.award
    start, end = found.span_with(award)
    if clause.is_rank and (ctx.in_contest(sentence.start, sentence.end) or _is_of_work(norms, award)):
        return True
    if clause.is_rank and norms[award.start : award.end] in _BARE_LEADS and not _is_of_contest(ctx, clause):
        return True
    opens = next((k + 1 for k in range(start - 1, sentence.start - 1, -1) if norms[k] in (";", ":")), sentence.start)
    if _already_given(ctx, clause, found):
        return False
    if _is_left_to(ctx, found, opens, award):
        return False
    if _is_refused(ctx, opens, start, end) or ctx.has("refuse", end, min(end + 5, sentence.end)):
        return True
    if _is_planned(ctx, clause):
        return True
    if any(m.kind == "COUNT" for m in found.mentions):
        if _is_goal(ctx, clause) or "sẽ" in norms[opens : award.start]:
            return True
        if ctx.reading.find(("trở", "lên"), start, min(end + 4, sentence.end)) >= 0:
            return True  # "từ 02 tập thể trở lên được tặng Bằng khen"
        reach = _TO_OTHERS_OF_PAPERS if found.rule == "award-number" else _TO_OTHERS
        if any(ctx.reading.find(words, end, min(end + reach, sentence.end)) >= 0 for words in _OF_OTHERS):
            return True  # "tặng Cờ thi đua cho 25 đơn vị dẫn đầu các khối, cụm thi đua"
        return any(ctx.reading.find(words, opens, end) >= 0 for words in _OUTSIDE)
    return False


def _is_planned(ctx: Context, clause: Clause) -> bool:
    """Whether the clause plans an award, and does not only tell what it came from.

    "Hoàn thành các chỉ tiêu, Sở A được đề nghị tặng Cờ": the comma ends what was measured, and the choice follows.
    """
    norms, start, at = ctx.reading.norms, clause.sentence.start, clause.award.start
    for first, last, value in reversed(ctx.reading.matches(ctx.lexicon.triggers["plan"], start, at)):
        if {";", ":"} & set(norms[last:at]):
            return False
        if value == "not":
            continue
        comma = next((k for k in range(last, at) if norms[k] == ","), None)
        if comma is None or tuple(norms[first:last]) not in _MEASURES:
            return True
        if not (clause.is_rank or ctx.has("ask", comma, at) or _TOLD & set(norms[comma:at])):
            return True
    return False


def _is_left_to(ctx: Context, found: Found, opens: int, award: Mention) -> bool:
    """Whether one unit leaves an award to another: "A xin rút, nhường đề nghị tặng Cờ thi đua cho B"."""
    norms, first = ctx.reading.norms, min((m.start for m in found.mentions), default=0)
    if first < award.end or any(m.kind != "AGENCY" for m in found.mentions):
        return False
    return "nhường" in norms[opens : award.start] and norms[first - 1] == "cho"


def _is_refused(ctx: Context, opens: int, start: int, end: int) -> bool:
    """Whether words before an award or around it refuse it, and not what another unit refuses.

    In "A không nhận Cờ mà nhường cho B, do đó B được đề nghị tặng Cờ" the title is refused by A alone.
    """
    said = ctx.last("refuse", max(opens, start - _TO_REFUSAL), end)
    if said is None:
        return False
    others = ctx.reading.of("AGENCY", opens, said[0])
    return not (said[1] <= start and others and {",", "nhưng", "còn"} & set(ctx.reading.norms[said[1] : start]))


def _is_of_contest(ctx: Context, clause: Clause) -> bool:
    """Whether the sentence of a bare "dẫn đầu", or the one before it, speaks of the bloc or of a choice by it.

    "… 9.026 vụ hòa giải thành, trong đó A và B dẫn đầu" leads in some work.
    """
    sentences = ctx.reading.sentences
    if any(ctx.reading.find(words, clause.sentence.start, clause.award.start) >= 0 for words in _DELEGATIONS):
        return False
    if clause.sentence.field == "title":
        behind = ctx.reading.norms[clause.award.end : clause.sentence.end]
        if not behind or behind[0] in ("là", ":"):
            return True  # the headline of a bloc's report: "Dẫn đầu là Sở A", "Sở A dẫn đầu"
    here, before = clause.sentence, sentences[clause.number - 1] if clause.number else clause.sentence
    start = before.start if here.line - before.line <= 1 else here.start
    of_these = ctx.reading.find(("trong", "đó"), here.start, clause.award.start)
    start = max(start, of_these)
    if ctx.has("ask", start, here.end) or ctx.has("vote", start, here.end) or ctx.reading.of("BLOC", start, here.end):
        return True
    others = [a for a in ctx.reading.of("AWARD", start, here.end) if a is not clause.award]
    return bool(others) or not _CONTEST_WORDS.isdisjoint(ctx.reading.norms[start : here.end])


def _is_goal(ctx: Context, clause: Clause) -> bool:
    """Whether a number is one of a list of goals: "Mục tiêu: 100% đơn vị …; 2 đơn vị được tặng Cờ thi đua"."""
    before = opener_of_lines(ctx, clause.number)
    for start, end in [(clause.sentence.start, clause.award.start), *([(before.start, before.end)] if before else [])]:
        goal = ctx.last("goal", start, end)
        if goal and start == clause.sentence.start and _is_met(ctx, goal, clause.award.start):
            goal = ctx.last("goal", start, goal[0])
        if goal and all(ctx.reading.find(words, goal[1], clause.award.start) < 0 for words in _RESULTS):
            return True
    return False


def _is_met(ctx: Context, goal: tuple[int, int], at: int) -> bool:
    """Whether a word for a goal only tells what was measured: "Căn cứ kết quả các chỉ tiêu, Khối đề nghị tặng"."""
    norms = ctx.reading.norms
    comma = next((k for k in range(goal[1], at) if norms[k] == ","), None)
    if comma is None or tuple(norms[goal[0] : goal[1]]) not in _MEASURES or ":" in norms[goal[1] : at]:
        return False
    return ctx.has("ask", comma, at)


def _is_of_work(norms: list[str], rank: Mention) -> bool:
    """Whether a ranking is one in some work: "dẫn đầu phong trào hiến máu", not "dẫn đầu phong trào thi đua"."""
    following = norms[rank.end : rank.end + 3]
    opens = next((k for k in range(rank.start - 1, rank.start - _CLAUSE, -1) if norms[k] in (",", ";", ".")), 0)
    before = norms[max(opens, rank.start - _CLAUSE) : rank.start]
    if any(before[k : k + 2] == ["chỉ", "số"] for k in range(len(before))) and following[:1] not in (["khối"], ["cụm"]):
        return True  # "chỉ số cải cách hành chính của A xếp thứ nhất"
    if following[:1] == ["về"] and rank.value in TOP_RANKS:  # "đứng thứ hai về số sáng kiến"
        return _OF_BLOC.isdisjoint(following[1:]) and "điểm" not in norms[rank.end : rank.end + 5]
    if following[:2] in _WIDER:  # "dẫn đầu cả nước", "xếp thứ nhì toàn tỉnh về …"
        return True
    if following[:1] == ["trong"] and rank.value in _GOOD:  # "đơn vị xuất sắc trong công tác chuyển đổi số"
        return (
            following[1:2] in (["công"], ["phong"], ["việc"], ["lĩnh"]) and "đua" not in norms[rank.end : rank.end + 9]
        )
    return following[:2] == ["phong", "trào"] and _OF_BLOC.isdisjoint(following[2:])


def status_of(ctx: Context, clause: Clause, found: Found) -> Status:
    """Return how far an award is.

    1. a ranking: `voted`, but `proposed` where it is put up ("để trình UBND huyện khen");
    2. a title given before ("đã được Chủ tịch UBND tỉnh tặng Bằng khen"): `conferred`;
    3. a title under a word of asking in its sentence, or in the line that opens its list: `proposed`;
    4. else `conferred`.
    """
    if clause.is_rank:
        return _status_of_rank(ctx, clause, found)
    own = clause.award.start, clause.award.end
    already = _already_given(ctx, clause, found)
    if already:
        return Status("conferred", already)
    opener = opener_of_lines(ctx, clause.number)
    if opener and (ctx.has("ask", opener.start, opener.end) or ctx.has("elect", opener.start, opener.end)):
        said = ctx.last("ask", clause.sentence.start, clause.award.start)
        return Status("proposed", said or ctx.last("ask", opener.start, opener.end) or own)
    here = _status_in_sentence(ctx, clause, found)
    if here:
        return Status("proposed", here.trigger) if _is_result_of_choice(ctx, clause, here) else here
    asked = _asked_over_rows(ctx, clause) if found.rule == "award-in-row" else _asked_before(ctx, clause)
    return Status("proposed" if asked else "conferred", own)


def carry_asking(ctx: Context, before: list[Claim], claims: list[Claim], sentence: Sentence) -> None:
    """Let titles be asked for that a sentence only lists after one that asks: "… tặng Cờ cho A. B nhận Bằng khen".

    Not where it says that they have been given: "đã", "vừa", a year, an occasion, a hand-over.
    """
    last = before[-1] if before else None
    if last is None or last.status.value != "proposed" or last.award.rule == "rank":
        return
    if _GIVEN & set(ctx.reading.norms[sentence.start : sentence.end]) or ctx.reading.of(
        "YEAR", sentence.start, sentence.end
    ):
        return
    for claim in claims:
        if claim.status.value == "conferred" and claim.bloc is last.bloc:
            claim.status = Status("proposed", claim.status.trigger)


def _status_of_rank(ctx: Context, clause: Clause, found: Found) -> Status:
    sentence = clause.sentence
    _, end = found.span_with(clause.award)
    up = ctx.first("propose", end, sentence.end)
    if up and not ctx.reading.of("AWARD", end, sentence.end) and ctx.has("confer", up[1], sentence.end):
        asked = next((g for k in range(up[1], sentence.end) if (g := granting(ctx, k))), None)
        return Status("proposed", up, asked)
    return Status("voted", ctx.last("ask", sentence.start, end) or (clause.award.start, clause.award.end))


def _status_in_sentence(ctx: Context, clause: Clause, found: Found) -> Status | None:
    sentence, award = clause.sentence, clause.award
    start, end = found.span_with(award)
    asked = ctx.last("ask", sentence.start, max(award.start, start)) or ctx.last("ask", award.end, end)
    if asked:
        return Status("proposed", asked)
    given = _last_given(ctx, sentence.start, end)
    if given:
        return Status("conferred", given)
    in_bracket = (
        ctx.reading.norms[award.start - 1] == "("
    )  # "A (Cờ thi đua); B, C (Bằng khen) là các đơn vị được đề nghị"
    after = ctx.first("ask", end, sentence.end if in_bracket else min(sentence.end, end + _TO_ASKED))
    return Status("proposed", after) if after else None


def _last_given(ctx: Context, start: int, end: int) -> tuple[int, int] | None:
    """Return the last word of giving that is not part of a title: "tặng", not "khen" in "Bằng khen"."""
    titles = ctx.reading.of("AWARD", start, end)
    found = [
        (a, b)
        for a, b, value in ctx.reading.matches(ctx.lexicon.triggers["confer"], start, end)
        if value != "not" and not any(t.start <= a < t.end for t in titles)
    ]
    return found[-1] if found else None


def _already_given(ctx: Context, clause: Clause, found: Found) -> tuple[int, int] | None:
    """Return the words that say an award was given before: "xã A đã được Chủ tịch UBND tỉnh tặng Bằng khen"."""
    before = [m.end for m in found.mentions if m.end <= clause.award.start]
    words = [w for w in ctx.reading.norms[before[-1] : before[-1] + 4] if w not in _PROUDLY] if before else []
    if words[:2] not in (["đã", "được"], ["vừa", "được"]):
        return None
    asked = ctx.has("ask", before[-1], clause.award.start)
    return None if asked else ctx.first("confer", before[-1], clause.award.start)


def _is_result_of_choice(ctx: Context, clause: Clause, here: Status) -> bool:
    """Whether a sentence only tells what the bloc's choice came to.

    "Khối đã bình xét khen thưởng. Theo đó, Sở A nhận Cờ thi đua" gives nothing yet; who gives or when would be said.
    """
    norms, sentence = ctx.reading.norms, clause.sentence
    opens = tuple(norms[sentence.start : sentence.start + 2]) in _TELLS_RESULT
    if here.value == "proposed" or not opens or clause.number == 0:
        return False
    if norms[here.trigger[1] - 1] not in _GETS or _GIVEN & set(norms[sentence.start : sentence.end]):
        return False
    before = ctx.reading.sentences[clause.number - 1]
    if sentence.line - before.line > _TO_RESULT or ctx.reading.of("YEAR", sentence.start, sentence.end):
        return False
    given = _last_given(ctx, before.start, before.end)
    asked = ctx.last("ask", before.start, before.end)
    return (
        asked is not None
        and (given is None or norms[given[0]] == "khen")
        and bool(_AWARD_WORDS & set(norms[before.start : before.end]))
    )


def _asked_before(ctx: Context, clause: Clause) -> bool:
    """Whether a sentence shortly before asks, and none between gives."""
    for before in reversed(ctx.reading.sentences[max(0, clause.number - _SENTENCES_BACK) : clause.number]):
        if clause.sentence.line - before.line > _LINES_BACK:
            return False
        if ctx.has("ask", before.start, before.end) and _is_about_awards(ctx, before.start, before.end):
            return True
        if not before.bullet and _last_given(ctx, before.start, before.end):
            return False
    return False


def _asked_over_rows(ctx: Context, clause: Clause) -> bool:
    """Whether the head of a table copied cell by cell asks, or the sentence over it."""
    for before in reversed(ctx.reading.sentences[: clause.number]):
        if ctx.has("ask", before.start, before.end):
            return True
        if before.end - before.start > _CELL:
            return False
    return False


def _is_about_awards(ctx: Context, start: int, end: int) -> bool:
    """Whether what is asked may be an award, and not "đề nghị giảm số lượng chỉ tiêu"."""
    about = _AWARD_WORDS & set(ctx.reading.norms[start:end])
    return bool(about or ctx.reading.of("AWARD", start, end)) or ctx.reading.norms[end - 1] == ":"


def year_of(ctx: Context, clause: Clause, found: Found, status: Status) -> Mention | None:
    """Return the year said with the award: near its title, or for what has been given anywhere in its sentence."""
    near = _year_near(ctx, clause, found)
    if near:
        return near
    sentence, award = clause.sentence, clause.award
    past = _year_before(ctx, clause) or _year_behind_semicolon(ctx, clause)
    if past:
        return past
    for year in ctx.reading.of("YEAR", sentence.start, sentence.start + 4):
        if year.rule == "year" and year.end <= award.start:
            if not ctx.reading.of("BLOC", year.end, award.start):
                return year
            break
    return _year_in_sentence(ctx, clause, found) if status.value == "conferred" else None


def _year_before(ctx: Context, clause: Clause) -> Mention | None:
    """Return the year before the bloc's, where a sentence opens with it: "Năm trước, xã A được UBND huyện tặng …".

    Where the year ahead is pledged, "trong năm qua" is that year too.
    """
    start = clause.sentence.start
    bloc = ctx.bloc_for(clause.award.start)
    reviewed = bloc.year
    if reviewed and bloc.pledges:
        opens = ctx.reading.sentences[max(0, clause.number - 1)].start
        for words in _PAST_YEAR:
            at = ctx.reading.find(words, opens, clause.award.start)
            if at >= 0:
                return Mention("YEAR", at, at + len(words), str(reviewed - 1), "year-before")
        opening = _year_that_opens(ctx, clause, reviewed - 1)
        if opening:
            return opening
    if reviewed is None or ctx.reading.norms[start : start + 2] != ["năm", "trước"]:
        return None
    if ctx.reading.norms[start + 2 : start + 3] == ["đó"]:
        return None
    return Mention("YEAR", start, start + 2, str(reviewed - 1), "year-before")


def _year_behind_semicolon(ctx: Context, clause: Clause) -> Mention | None:
    """Return the year that the part of a sentence opens with: "năm 2022, A được tặng Cờ; năm 2023, được tặng …"."""
    norms, start = ctx.reading.norms, clause.sentence.start
    last = next(reversed(ctx.reading.of("YEAR", clause.taken, clause.award.start)), None)
    if last and _opens_clause(ctx, last):
        return last
    opens = next((k + 1 for k in range(clause.award.start - 1, start, -1) if norms[k] == ";"), None)
    return next((y for y in ctx.reading.of("YEAR", opens, opens + 1) if y.rule == "year"), None) if opens else None


def _opens_clause(ctx: Context, year: Mention) -> bool:
    """Whether a year opens a clause: "…, năm 2021 được tặng Bằng khen", "…; năm 2021, xã A được tặng Bằng khen"."""
    norms = ctx.reading.norms
    if year.rule != "year" or norms[year.start - 1] not in (",", ";"):
        return False
    at = year.end + (norms[year.end : year.end + 1] == [","])
    return norms[at : at + 1] in _GETS_NEXT or bool(ctx.reading.of("AGENCY", at, at + 1))


def _year_that_opens(ctx: Context, clause: Clause, year: int) -> Mention | None:
    """Return a year if a sentence shortly before opens with it, and none is told since: "Qua năm 2022, …"."""
    reading, n = ctx.reading, clause.number
    sentences = reading.sentences
    while n and sentences[n - 1].line == clause.sentence.line and clause.number - n < _PARAGRAPH:
        n -= 1
    told = reading.of("YEAR", sentences[n].start, clause.award.start)
    if not told or told[-1].value != str(year):
        return None
    opens = sentences[reading.sentence_of(told[-1].start)].start
    return told[-1] if told[-1].start - opens <= _OPENING else None


def _end_with_grantor(clause: Clause, found: Found) -> int:
    _, end = found.span_with(clause.award)
    return max(end, clause.grantor.mention.end) if clause.grantor else end


def _year_near(ctx: Context, clause: Clause, found: Found) -> Mention | None:
    reading, award, end = ctx.reading, clause.award, _end_with_grantor(clause, found)
    for year in reading.of("YEAR", award.end, max(end, min(clause.limit, end + 10))):
        is_near = year.start - award.end < 16 or year.start >= end
        if not is_near or reading.of("ROLE", award.end, year.start) or _opens_clause(ctx, year):
            continue
        if year.start >= end and ";" in reading.norms[end : year.start]:
            return None
        return year if year.start < end or not _names_agency(ctx, end, year.start) else None
    return None


def _names_agency(ctx: Context, start: int, end: int) -> bool:
    """Whether an agency stands in `[start, end)`, other than the place of a bloc: "dẫn đầu Cụm số 6 tỉnh Đắk Lắk"."""
    ends = {b.end for b in ctx.reading.of("BLOC", max(0, start - 20), end)}
    return any(a.start not in ends for a in ctx.reading.of("AGENCY", start, end))


def _year_of_all(ctx: Context, clause: Clause, years: list[Mention]) -> Mention | None:
    """Return the one year that stands behind all awards of a sentence: "A nhận Cờ thi đua, B Bằng khen năm 2023"."""
    reading = ctx.reading
    last = reading.of("AWARD", clause.sentence.start, clause.sentence.end)[-1]
    if len({y.value for y in years}) != 1 or years[0].start < last.end or years[0].start - last.end > _TO_SHARED_YEAR:
        return None
    if _AHEAD & set(reading.norms[last.end : years[0].start]) or reading.of("YEAR", clause.sentence.start, last.start):
        return None
    return years[0]


def _year_in_sentence(ctx: Context, clause: Clause, found: Found) -> Mention | None:
    reading, end = ctx.reading, _end_with_grantor(clause, found)
    after = [y for y in reading.of("YEAR", end, clause.sentence.end) if not is_of_a_term(ctx, y)]
    after = after[: next((k for k, y in enumerate(after) if _opens_clause(ctx, y)), None)]
    if after and ";" in reading.norms[end : after[0].start] and reading.norms[after[0].start - 1] == "tích":
        after = []  # "…; công bố quyết định tặng Bằng khen cho B về thành tích năm 2019"
    shared = _year_of_all(ctx, clause, after)
    if shared:
        return shared
    if after:
        last = after[-1]
        if not reading.of("AWARD", end, last.start) or "tích" in reading.norms[last.start - 10 : last.start]:
            return last if reading.of("AWARD", end, after[0].start) else after[0]
    before = reading.of("YEAR", clause.sentence.start, clause.award.start)
    return before[-1] if before else None
