"""Words of choosing that stand elsewhere than before a post: after it, in the next sentence, or above its list."""

from __future__ import annotations

from pipeline.frames.context import Context
from pipeline.reading import Mention, Sentence

_GIVES = frozenset(("giao", "trao", "cử", "chọn", "để"))
_CHOOSERS = (("hội", "nghị"), ("đại", "hội"), ("các", "đơn", "vị"), ("các", "thành", "viên"), ("đại", "biểu"))
_THINGS = frozenset(
    tuple(words.split())
    for words in (
        "kế hoạch|chương trình|nội dung|phương hướng|báo cáo|quy chế|quy định|tiêu chí|giao ước|bản giao|bản dự|"
        "bản đăng|bản cam|thang điểm|bảng điểm|bảng chấm|điểm số|số điểm|điểm thi|ý kiến|các ý|mô hình|số liệu|"
        "dự thảo|giải pháp|biện pháp|mục tiêu|chỉ tiêu|thời gian|tham luận|kinh nghiệm|phong trào|chủ đề|quan điểm|"
        "cách làm|cách chấm|cách thức|kết quả|đánh giá|nhận xét|công tác|hoạt động|nhiệm vụ|các nội|các chỉ|các tiêu|"
        "các giải|các nhiệm|các mục|toàn bộ|toàn văn|về nội|về kết|về kế|về các|về phương|hướng dẫn"
    ).split("|")
)
"""First words of what is agreed upon, told or chosen and is no post: "thống nhất kế hoạch", "giới thiệu mô hình"."""
_OUTCOMES = frozenset("năm công thực hoạt phong đạt thi chấm xếp bình nổi tích đó này của trong cụ chung tốt".split())
"""Words behind "kết quả" that make it one of the work and not of a vote: "kết quả năm 2023", "kết quả thực hiện"."""
_AGREES = frozenset("thống nhất trí thông giới lựa chọn đồng tín".split())
_BETWEEN = frozenset("cao việc với về lại những cả một".split())
_TO_POST = 4
"""Words at most between "công nhận" and the post: "là", "giữ chức"."""
_ADVERBS = frozenset("đã cũng vừa tiếp tục lại".split())


def chosen_before(ctx: Context, start: int, last: int, first: int) -> tuple[int, int] | None:
    """Return the last words of choosing in `[start, last)` that choose a post's holder and nothing else.

    1. what they choose is named right behind them: not "thống nhất kế hoạch năm 2024 và bàn giao Trưởng khối cho A";
    2. a clause before that ranks units is not about a post that its own clause hands over: not "suy tôn A nhận Cờ thi
       đua; B nhận bàn giao Trưởng khối".
    """
    reading = ctx.reading
    if reading.norms[last : last + 1] == ["là"] and reading.of("AWARD", last + 1, last + 4):
        return None  # "bình xét đơn vị Khối trưởng A là đơn vị dẫn đầu"
    mark = next((k for k in range(first - 1, start, -1) if reading.norms[k] == ";"), start)
    handed = mark > start and ctx.has("assume", mark, last) and not reading.of("ROLE", start, mark)
    for begin, end, value in reversed(reading.matches(ctx.lexicon.triggers["elect"], start, last)):
        if value == "not" or ctx.is_name(begin, end) or end <= first and _of_thing(ctx, begin, end, first):
            continue
        if handed and end <= mark and reading.of("AWARD", end, mark):
            continue
        return begin, end
    return None


def _of_thing(ctx: Context, begin: int, end: int, first: int) -> bool:
    """Whether words of agreeing or choosing are about a plan, a report or results, and not about a post."""
    norms = ctx.reading.norms
    if ":" in norms[end:first]:
        return False
    if norms[begin:end] == ["kết", "quả"]:
        return norms[end] in _OUTCOMES
    if norms[begin] in _AGREES and norms[begin - 1] == "được" and norms[end] in (",", ";"):
        return True  # "kế hoạch năm 2024 được thông qua; Khối trưởng chuyển giao từ A sang B"
    while end < first and norms[end] in _BETWEEN:
        end += 1
    return norms[begin] in _AGREES and tuple(norms[end : end + 2]) in _THINGS


def vote_beside(ctx: Context, sentence: Sentence, n: int, last: int) -> tuple[int, int] | None:
    """Return the words that tell after a post that the bloc chose its holder.

    1. in the same sentence: "A nhận vai trò Khối trưởng sau khi đạt 100% số phiếu";
    2. in the next one, which tells nothing else: "Các thành viên đã bỏ phiếu, hai đơn vị này đạt 100% phiếu".
    """
    reading = ctx.reading
    end = next((k for k in range(last, sentence.end) if reading.norms[k] == ";"), sentence.end)
    award = next((a.start for a in reading.of("AWARD", last, end)), end)
    found = ctx.first("vote", last, award)
    if found and not (reading.norms[found[1] - 1] == "bầu" and reading.of("ROLE", found[1], found[1] + _TO_POST)):
        return found  # but not "… cho B, đơn vị được các thành viên tín nhiệm bầu làm Khối trưởng"
    if n + 1 == len(reading.sentences) or reading.sentences[n + 1].line != sentence.line:
        return None
    after = reading.sentences[n + 1]
    if any(reading.of(kind, after.start, after.end) for kind in ("AGENCY", "AWARD", "ROLE", "PERSON", "GRANTOR")):
        return None
    found = ctx.first("vote", after.start, after.end)
    return None if found and _of_other(ctx, found, after) else found


def _of_other(ctx: Context, vote: tuple[int, int], sentence: Sentence) -> bool:
    """Whether units agree on something that is named: "các đơn vị thống nhất thang điểm", not "… nhất trí cao"."""
    norms, end = ctx.reading.norms, vote[1]
    if norms[end - 1] not in ("nhất", "trí"):
        return False
    while end < sentence.end and norms[end] in _BETWEEN:
        end += 1
    return end < sentence.end and norms[end] not in (".", ",", ";", "bầu", "lựa", "chọn", "sự", "kết", "tuyệt")


def given_by_bloc(ctx: Context, sentence: Sentence, first: int) -> tuple[int, int] | None:
    """Return the verb by which the bloc or its meeting gives a post: "Cụm giao A làm Cụm trưởng"."""
    reading = ctx.reading
    ends = [b.end for b in reading.of("BLOC", sentence.start, first) if reading.norms[b.start - 1] != "của"]
    for words in _CHOOSERS:
        at = reading.find(words, sentence.start, first)
        if at >= 0:
            ends.append(at + len(words))
    for end in ends:
        at = end
        while at < first and reading.norms[at] in _ADVERBS:
            at += 1
        if at < first and reading.norms[at] in _GIVES and _gives_post(ctx, at + 1):
            return at, at + 1
    return None


def _gives_post(ctx: Context, i: int) -> bool:
    """Whether a unit or the words for a post follow a verb of giving: not in "Khối trao cờ luân lưu cho A"."""
    office = ctx.lexicon.triggers["office"].match(ctx.reading.norms, i)
    return bool(ctx.reading.of("AGENCY", i, i + 3)) or bool(office) and ctx.reading.norms[i] not in ("cờ", "quyền")


def heading_of(ctx: Context, n: int) -> Sentence | None:
    """Return the sentence with a colon that announces the list in which a line stands."""
    reading = ctx.reading
    for k in range(n - 1, max(-1, n - 40), -1):
        before = reading.sentences[k]
        if reading.norms[before.end - 1] == ":":
            return before
        if not before.bullet and reading.sentences[k + 1].line - before.line > 2:
            return None
    return None


def asked_to_recognise(ctx: Context, holder: Mention, role: Mention) -> tuple[int, int] | None:
    """Return the asking between a unit and its post: "A được đề nghị công nhận Khối trưởng"."""
    asked = ctx.last("propose", holder.end, role.start)
    said = ctx.first("recognise", asked[1], role.start) if asked else None
    if said is None or role.start - said[1] > _TO_POST or ctx.reading.of("AWARD", holder.end, role.start):
        return None
    return asked


def other_post_handed(ctx: Context, n: int) -> tuple[str, tuple[int, int]] | None:
    """Return the handing over of a post told anywhere before, if no sentence that names a post tells of a choice.

    "B nhận Trưởng khối từ A. … Năm 2025, hai đơn vị giữ vai trò Phó Trưởng khối là C và D": C and D as B.
    """
    reading = ctx.reading
    about = [s for s in reading.sentences[:n] if reading.of("ROLE", s.start, s.end)]
    if any(ctx.has("elect", s.start, s.end) for s in about):
        return None
    handed = next((h for s in about if (h := ctx.last("assume", s.start, s.end))), None)
    return ("assumed", handed) if handed else None
