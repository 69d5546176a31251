"""Those who get an award though words that nobody foresaw stand between: looked for where the strict ways find none.

"Sở A nhận được sự đồng thuận của các đơn vị trong việc đề nghị G tặng Cờ thi đua": the words that bind ("nhận được", …)
are there, and none that would make the sentence say something else. So a few unknown words are let pass, unless a word
of the category `award break`, a post, a person or another agency is among them.
"""

from __future__ import annotations

from pipeline.frames.award_asking import is_put_up_to, puts_up
from pipeline.frames.award_left import after_semicolon
from pipeline.frames.award_lists import end_of_left, ends_list, grants_next, list_from
from pipeline.frames.award_parts import Clause, Found, Sources
from pipeline.frames.context import Context
from pipeline.frames.holders import Gap, gap, run_before
from pipeline.reading import Mention

_SPARE = 9
"""So many unknown words may stand between."""
_GETS = frozenset("được nhận giành đoạt đạt".split())
_GETS_WORDS = tuple(
    tuple(words.split())
    for words in "có tên|nằm trong danh sách|thuộc diện|xứng đáng|trong tay|mang về|đem về|danh sách|mỗi đơn vị|"
    "đủ điều kiện|đủ tiêu chuẩn|đủ tiêu chí|với đề nghị|với hình thức|với mức".split("|")
)
_JOINTS = frozenset((",", "và", "thời"))
_AGAIN = frozenset("được đề trình đồng".split())
"""What a second thing done to a unit begins with: "được tặng", "đề nghị", "trình", "đồng thời"."""
_PRAISED = frozenset("biểu tôn ghi vinh khen tuyên đánh suy bình chọn bầu lựa công".split())
"""First syllables of what is done to a unit that is then put up without another "được": biểu dương, tôn vinh, …"""
_TO = frozenset("cho về tay với : là tên".split())
"""The last word before those who get the award that they follow."""
_LAST_TO = ("trao cho", "tặng cho", "dành cho", "thuộc về", "đối với")
_TOPIC = frozenset("với ở về riêng còn mục".split())
"""Words that open a sentence with its topic: "Với Bằng khen của …", "Ở hạng mục Cờ thi đua …"."""
_CHOOSES = ("chọn", "lựa chọn", "bầu", "suy tôn", "bình chọn", "giới thiệu")
_RANKED = frozenset("xếp đứng về giữ giành đạt ở lên vươn là thành".split())
_PLACES = frozenset("vị ngôi hạng thứ".split())
"""First words of a place in a ranking: "Sở A với vị trí thứ hai"."""
_NO_SUBJECT = frozenset("của về tại ở theo do từ bởi với thuộc trong qua gửi diện đạo dưới sang hoặc được bằng".split())
"""Words before an agency that is then no subject: "gửi hồ sơ về Sở A để trình", "theo Sở A", "được UBND tỉnh"."""
_ELSEWHERE = frozenset("về cả toàn vùng miền nước quốc tỉnh huyện thế".split())
"""The word after a ranking that is no bloc's: "dẫn đầu miền Trung về giáo dục", "đứng đầu cả nước"."""


def loosely_bound(sources: Sources, clause: Clause) -> Found | None:
    """Return those who get an award by the sense of the words between, where some of them are unknown."""
    return _before(sources, clause) or _after(sources, clause) or _number_before(sources, clause)


def _before(sources: Sources, clause: Clause) -> Found | None:
    ctx, award = sources.ctx, clause.award
    end = end_of_left(ctx, clause)
    agencies = [a for a in ctx.reading.of("AGENCY", clause.taken, end) if a.end <= end]
    if not agencies:
        return None
    start = _after_passive(ctx, _after_post(ctx, agencies[-1].end, end), end)
    if _is_broken(ctx, _after_but(ctx, start, end), end):
        return None
    between = gap(ctx, agencies[-1].end, end, ctx.lexicon.award_light_or_trigger, _SPARE)
    if between is None or not _is_got(ctx, clause, between, agencies[-1].end, end):
        return None
    run = run_before(ctx, agencies, len(agencies) - 1, ends_list(ctx))
    if clause.is_rank:
        run = after_semicolon(ctx, run)
    if award.parts["for"] == "person" or not _may_be_subject(ctx, run[0]):
        return None
    return Found(run, "recipient-far-award", award.end)


def _number_before(sources: Sources, clause: Clause) -> Found | None:
    """Return a number of units or persons told apart before they get an award: "3 cá nhân làm thư ký được G tặng T"."""
    ctx, norms = sources.ctx, sources.ctx.reading.norms
    end = end_of_left(ctx, clause)
    counts = ctx.reading.of("COUNT", clause.taken, end)
    if clause.is_rank or not counts or norms[end - 1] not in _GETS:
        return None
    last = counts[-1]
    if norms[last.start - 1] not in (",", ";", ":", ".") and last.start > clause.sentence.start:
        return None
    others = any(ctx.reading.of(k, last.end, end) for k in ("AGENCY", "ROLE", "PERSON", "AWARD"))
    if others or {",", ";", ":"} & set(norms[last.end : end]):
        return None
    if gap(ctx, last.end, end, ctx.lexicon.award_light_or_trigger, _SPARE) is None:
        return None
    return Found([last], "award-count-before", clause.award.end)


def _after_post(ctx: Context, start: int, end: int) -> int:
    """Return where the words go on after a post that is got besides: "A được bầu làm Trưởng khối, đồng thời được …"."""
    roles = ctx.reading.of("ROLE", start, end)
    if (
        roles
        and {",", "và"} & set(ctx.reading.norms[roles[-1].end : end])
        and "được" in ctx.reading.norms[roles[-1].end : end]
    ):
        return roles[-1].end
    return start


def _after_passive(ctx: Context, start: int, end: int) -> int:
    """Return where the words go on after what else is done to a unit: "A được biểu dương tại hội nghị và | được …"."""
    norms = ctx.reading.norms
    if norms[start : start + 1] != ["được"]:
        return start
    again = _AGAIN if norms[start + 1 : start + 2] and norms[start + 1] in _PRAISED else ("được",)
    joints = (k for k in range(end - 2, start, -1) if norms[k] in _JOINTS and norms[k + 1] in again)
    return next(joints, start - 1) + 1


def _after_but(ctx: Context, start: int, end: int) -> int:
    """Return where the words go on after "nhưng", which takes back what is before it: "không xếp hạng nhưng được …"."""
    norms = ctx.reading.norms
    but = next((k for k in range(end - 1, start - 1, -1) if norms[k] in ("nhưng", "song")), None)
    return but + 1 if but is not None and "được" in norms[but:end] else start


def _is_got(ctx: Context, clause: Clause, between: Gap, start: int, end: int) -> bool:
    """Whether what stands between says that who stands before gets the award after it."""
    norms = ctx.reading.norms[start:end]
    if {";", ":"} & set(norms):
        return False
    if clause.is_rank:
        if (
            ctx.reading.norms[clause.award.end : clause.award.end + 1]
            and ctx.reading.norms[clause.award.end] in _ELSEWHERE
        ):
            return False
        with_place = norms[-1:] == ["với"] and ctx.reading.norms[clause.award.start] in _PLACES
        return with_place or bool(_RANKED & set(norms[-2:])) or ctx.reading.norms[clause.award.start] in _RANKED
    if between.any("cho") and not between.any("được", "nhận"):
        return False
    return bool(_GETS & set(norms)) or any(ctx.reading.find(words, start, end) >= 0 for words in _GETS_WORDS)


def _after(sources: Sources, clause: Clause) -> Found | None:
    ctx, start = sources.ctx, clause.award.end
    if clause.grantor and start <= clause.grantor.mention.start < clause.limit:
        start = clause.grantor.mention.end
    first = next(iter(ctx.reading.of("AGENCY", start, clause.limit)), None)
    if first is None or grants_next(ctx, first):
        return None
    begin = _without_representatives(ctx, int(first.parts.get("from", first.start)))
    between = gap(ctx, start, begin, ctx.lexicon.award_light_or_trigger, _SPARE)
    if between is None or not between.words or between.words[0] == ";" or _is_broken(ctx, start, begin):
        return None
    if not _leads_to(ctx, clause, between, start, begin) and not _is_topic(ctx, clause, first, between, begin):
        return None
    run = list_from(sources, clause, first, start, 3)
    return Found(run, "award-far-recipient", run[-1].end) if run else None


def _without_representatives(ctx: Context, begin: int) -> int:
    """Return where "đại diện lãnh đạo" before an agency begins that gets an award by them."""
    while " ".join(ctx.reading.norms[begin - 2 : begin]) in ("đại diện", "lãnh đạo", "tập thể", "đơn vị"):
        begin -= 2
    return begin


def _leads_to(ctx: Context, clause: Clause, between: Gap, start: int, begin: int) -> bool:
    """Whether the words between end in one that leads to those who get the award: "… được đề nghị dành cho A"."""
    last = ctx.reading.norms[begin - 1]
    first = next(iter(ctx.reading.of("AGENCY", begin, clause.limit)), None)
    gets_next = first is not None and ctx.reading.norms[first.end : first.end + 1] in (["được"], ["nhận"], ["đạt"])
    if last == "là" and gets_next and clause.limit < clause.sentence.end:
        return False  # "…, tiêu biểu là A được tặng Cờ thi đua"
    if last == "về" and ctx.has("award break", clause.sentence.start, start):  # "gửi hồ sơ đề nghị … về Sở A"
        return False
    if last in ("tặng", "thưởng") and ctx.has("ask", start, begin):  # "Cờ thi đua đề nghị tặng A"
        return True
    return last in _TO or between.words[-1] in _LAST_TO


def _is_topic(ctx: Context, clause: Clause, first: Mention, between: Gap, begin: int) -> bool:
    """Whether the award only opens the sentence, which then chooses: "Với Bằng khen, Khối đề nghị A và B"."""
    norms, award = ctx.reading.norms, clause.award
    opens = norms[max(clause.taken, award.start - 3) : award.start]
    if between.words[0] != ":" and not _TOPIC & set(opens):
        return False
    if between.words[-1] in _CHOOSES or puts_up(ctx, Gap(between.words[-1:])):
        return True
    return norms[begin - 1] == "," and norms[first.end : first.end + 1] == ["được"]


def _is_broken(ctx: Context, start: int, end: int) -> bool:
    """Whether a post, a person, or a word stands between that gives the sentence another sense.

    A ranking does not where it is of the same unit: "A 5 năm liền dẫn đầu khối, được tặng Huân chương".
    """
    reading = ctx.reading
    titles = [a for a in reading.of("AWARD", start, end) if a.rule != "rank"]
    others = any(reading.of(kind, start, end) for kind in ("ROLE", "PERSON", "TITLE"))
    return bool(titles) or others or ctx.has("award break", start, end)


def _may_be_subject(ctx: Context, agency: Mention) -> bool:
    """Whether an agency may be who a sentence is about, and not whom a person is of or a place where things are."""
    reading = ctx.reading
    begin = int(agency.parts.get("from", agency.start))
    if reading.norms[begin - 1] in _NO_SUBJECT or is_put_up_to(ctx, begin):
        return False
    if agency.rule in ("body", "unit") and not agency.parts.get("place"):
        return False
    return not any(t.end == begin for t in reading.of("TITLE", max(0, begin - 6), begin))
