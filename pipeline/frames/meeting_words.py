"""The words that say what a meeting did: "tổng kết", "ký kết giao ước", each as a trigger with its type."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from pipeline.frames.context import Context
from pipeline.reading import Sentence

PRECEDENCE = ("tổng kết", "sơ kết", "ký kết giao ước", "phát động", "họp", "kiểm tra", "thành lập")
AHEAD = frozenset(("ký kết giao ước", "phát động"))
"""What a meeting does for the year to come; a year right after it is that one."""

_PART_WITHIN = 20
"""So many tokens behind its word, a review names the part of the year: "đánh giá kết quả 6 tháng đầu năm"."""

_AGENT = 8
"""So many tokens at most name who did it: "được 8 đơn vị thành viên | đánh giá"."""

_DRAFT_WITHIN = 16
_RULES = frozenset((("quy", "chế"), ("quy", "định"), ("tiêu", "chí"), ("hướng", "dẫn"), ("quy", "trình")))
_OF_OCCASION = frozenset("dịp mừng tới nhân".split())
_PLEDGES = frozenset(("chốt", "thống nhất", "thông qua"))
_OF_FOUNDED = frozenset("theo tỉnh ngành hội công đảng".split())
"""What follows "thành lập" where it tells of no founding: "thành lập theo Quyết định", "ngày thành lập ngành"."""
_BEFORE_A_NOUN = frozenset("trong việc thức trình quả tác".split())
"""Last words before "triển khai" where it is a noun: "trong", "việc", "phương thức", "quá trình", "kết quả"."""
_GROUNDS = (("thực", "hiện"), ("căn", "cứ"), ("theo",), ("trên", "cơ", "sở"), ("dựa", "trên"), ("bám", "sát"))
"""How a clause begins that says upon what its subject acts."""
_BEFORE_PLEDGE = 4
"""So many tokens before a pledge a conference is said to agree on it: "chốt | nội dung giao ước"."""

_KEPT_WITHIN = 10
_KEPT = (["chỉ", "tiêu"], ["tiêu", "chí"], ["mục", "tiêu"])
_PLEDGED = (["giao", "ước"], ["thi", "đua"], ["nội", "dung"])
_KEEPING = frozenset("việc quả hình trình".split())
"""Last words before "thực hiện" where it is told how a pledge was kept: "kết quả", "tình hình", "quá trình"."""
_REPORTED = frozenset((("báo", "cáo"), ("kết", "quả"), ("tình", "hình"), ("thực", "hiện"), ("chỉ", "tiêu")))

_SIGNED_WITHIN = 20
"""So many tokens behind "được" a pledge is said to be signed: "được 12 đơn vị thành viên cùng ký"."""


@dataclass(slots=True, init=False)
class Trigger:
    """Where the tokens `[start, end)` say what a meeting did; the type "weak" is a review if nothing says otherwise."""

    type: str
    start: int
    end: int

    def __init__(self, type_: str, start: int, end: int) -> None:
        self.type = type_
        self.start = start
        self.end = end


def triggers_in(ctx: Context, sentence: Sentence) -> list[Trigger]:
    """Return what a sentence says that a meeting did; nothing that is still to come or tells of its results."""
    norms = ctx.reading.norms
    found = []
    for start, end, type_ in ctx.reading.matches(ctx.lexicon.meetings, sentence.start, sentence.end):
        word = norms[start]
        if word == "thành" and _is_of_a_founded(norms, start, end):
            continue
        if word == "triển" and start > sentence.start and norms[start - 1] in _BEFORE_A_NOUN:
            continue  # "Phát huy tính sáng tạo trong | triển khai các phong trào"
        if is_planned(norms, start):
            continue
        if norms[end : end + 2] in (["và", "nhân"], [",", "nhân"]):
            continue  # "bồi dưỡng, tổng kết và nhân điển hình tiên tiến" is what a bloc does all year
        if (
            word == "đại"
            and norms[start:end] == ["đại", "hội"]
            and not _OF_OCCASION.isdisjoint(norms[max(0, start - 2) : start])
        ):
            continue  # "đúng dịp đại hội Đoàn các cấp"
        if type_ == "kiểm tra" and any(a.end >= end for a in ctx.reading.of("AGENCY", max(0, start - 4), start)):
            continue  # "Ủy ban Kiểm tra Tỉnh ủy"
        if (
            word == "chấm"
            and norms[start:end] == ["chấm", "điểm"]
            and norms[start - 1 : start] in (["tự"], ["bảng"], ["thang"])
        ):
            continue  # "nộp bảng tự chấm điểm"
        before = " ".join(norms[max(0, start - 4) : start]) if type_ in ("kiểm tra", "weak") else ""
        if type_ == "kiểm tra" and before.endswith("kết quả"):
            continue  # "Kết quả chấm điểm cho thấy …" tells what came of it
        if type_ == "weak" and before.endswith(("kiểm tra ,", "kiểm tra và", "kiểm tra chéo ,", "kiểm tra chéo và")):
            continue  # "kiểm tra, đánh giá các khối thi đua" is one inspection
        if type_ in AHEAD and _is_of_before(norms, sentence.start, start, end):
            continue
        if type_ == "weak" and word in ("đánh", "nhìn") and norms[start + 2 : start + 3] in (["cao"], ["chung"]):
            continue
        if type_ == "weak" and _is_of_rules(norms, max(sentence.start, start - _DRAFT_WITHIN), start):
            continue  # "góp ý dự thảo Quy định về hoạt động, bình xét", "thống nhất tiêu chí bình xét"
        part = type_ == "weak" and _is_of_part(ctx, sentence, start, end)
        found.append(Trigger("sơ kết" if part else type_, start, end))
    pledge = ctx.reading.find(("giao", "ước"), sentence.start, sentence.end)
    if pledge >= 0 and not any(t.type == "ký kết giao ước" for t in found):
        found += _pledge_signed(ctx, sentence, pledge) or _pledge_agreed(ctx, sentence)
    if found and all(t.type == "họp" for t in found):
        return found + (_past_and_coming(ctx, sentence) or _half_reported(ctx, sentence))
    return found


def _is_of_a_founded(norms: list[str], start: int, end: int) -> bool:
    """Whether "thành lập" tells of no founding now: "thành lập theo Quyết định", "30 năm ngày | thành lập BHXH"."""
    return not _OF_FOUNDED.isdisjoint(norms[end : end + 1]) or norms[max(0, start - 1) : start] in (["ngày"], ["năm"])


def _is_of_before(norms: list[str], first: int, start: int, end: int) -> bool:
    """Whether a pledge or call is one that was made before, and is kept now.

    "việc thực hiện các nội dung đã | ký kết", "giao ước thi đua đã | ký", "các chỉ tiêu | ký kết", "việc | phát động".
    """
    before = norms[max(first, start - _KEPT_WITHIN) : start]
    noun = before[:-1] if before[-1:] in (["đã"], ["được"]) else before
    if before[-1:] == ["việc"] or norms[end : end + 2] in (["từ", "đầu"], ["từ", "trước"], ["từ", "sớm"]):
        return True
    if noun[-2:] in _KEPT and norms[start] != "phát":
        return True
    if before[-1:] == ["đã"] and (noun[-2:] in _PLEDGED or noun[-4:-2] == ["giao", "ước"] or noun[-2:-1] == ["năm"]):
        return "giao" in noun or "nội" in noun
    if before[-1:] in (["được"], ["đã"]) and _opens_with_ground(norms, first, start):
        return True
    clause = before[max((k + 1 for k, w in enumerate(before) if w in (",", ";", "và")), default=0) :]
    kept = next((k for k in range(len(clause) - 1) if clause[k : k + 2] == ["thực", "hiện"]), -1)
    return kept > 0 and clause[kept - 1] in _KEEPING


def _opens_with_ground(norms: list[str], first: int, at: int) -> bool:
    """Whether the clause before a token says what is acted upon: "thực hiện Giao ước thi đua được | ký kết"."""
    opens = next((k + 1 for k in range(at - 1, first - 1, -1) if norms[k] in (",", ";", ":")), first)
    return any(norms[opens : opens + len(words)] == list(words) for words in _GROUNDS)


def _half_reported(ctx: Context, sentence: Sentence) -> list[Trigger]:
    """Return where a meeting hears what became of a part of the year: "họp nghe báo cáo kết quả 6 tháng đầu năm"."""
    norms = ctx.reading.norms
    for at, end, _ in ctx.reading.matches(ctx.lexicon.triggers["part of year"], sentence.start, sentence.end):
        before = norms[max(sentence.start, at - _PART_WITHIN) : at]
        if norms[end : end + 1] != ["cuối"] and not _REPORTED.isdisjoint(pairwise(before)):
            return [Trigger("sơ kết", at, end)]
    return []


def _is_of_rules(norms: list[str], start: int, at: int) -> bool:
    """Whether what is spoken of at a token is in rules or in their draft, and not done."""
    return tuple(norms[at - 2 : at]) in _RULES or any(norms[k : k + 2] == ["dự", "thảo"] for k in range(start, at))


def _is_of_part(ctx: Context, sentence: Sentence, start: int, end: int) -> bool:
    """Whether what is reviewed is a part of a year: "đánh giá 6 tháng đầu năm", "Sáu tháng đầu năm … được đánh giá"."""
    if ctx.has("part of year", end, min(sentence.end, end + _PART_WITHIN)):
        return True
    passive = "được" in ctx.reading.norms[max(sentence.start, start - _AGENT) : start]
    return passive and ctx.has("part of year", sentence.start, start)


def _past_and_coming(ctx: Context, sentence: Sentence) -> list[Trigger]:
    """Return where a meeting takes up a year and the next, which is a review: "kết quả năm 2023, phương hướng 2024"."""
    ahead = ctx.first("year ahead", sentence.start, sentence.end)
    if ahead is None:
        return []
    past = [y for y in ctx.reading.of("YEAR", sentence.start, ahead[0]) if y.rule != "bare"]
    coming = [y for y in ctx.reading.of("YEAR", ahead[1], sentence.end) if y.rule != "bare"]
    follows = bool(past and coming) and int(coming[0].value) == int(past[-1].value) + 1
    return [Trigger("weak", *ahead)] if follows else []


def _pledge_signed(ctx: Context, sentence: Sentence, pledge: int) -> list[Trigger]:
    """Return where the pledge at a token is said to be signed: "Giao ước … năm 2024 | được các đơn vị ký"."""
    norms = ctx.reading.norms
    by = ctx.reading.find(("được",), pledge, sentence.end)
    dated = bool(ctx.reading.of("DATE", sentence.start, sentence.end))
    if by < 0 or (norms[by - 1] == "đã" and not dated) or _opens_with_ground(norms, sentence.start, by):
        return []  # "Giao ước đã được ký" may be of long ago, as may one that is acted upon
    end = min(sentence.end, by + _SIGNED_WITHIN)
    signed = next((k for k in range(by + 1, end) if norms[k] in ("ký", "kí") and norms[k + 1 : k + 2] != ["duyệt"]), 0)
    return [Trigger("ký kết giao ước", signed, signed + 1)] if signed else []


def _pledge_agreed(ctx: Context, sentence: Sentence) -> list[Trigger]:
    """Return where a meeting agrees on the pledge: "Hội nghị chốt nội dung giao ước thi đua năm 2020"."""
    norms = ctx.reading.norms
    at = ctx.reading.find(("giao", "ước", "thi", "đua"), sentence.start, sentence.end)
    if at < 0:
        return []
    before = norms[max(sentence.start, at - _BEFORE_PLEDGE) : at]
    agreed = any(" ".join(before[k : k + n]) in _PLEDGES for n in (1, 2) for k in range(len(before)))
    met = ctx.reading.find(("hội", "nghị"), sentence.start, at) >= 0
    return [Trigger("ký kết giao ước", at, at + 4)] if agreed and met else []


def is_planned(norms: list[str], i: int) -> bool:
    """Whether a meeting is still to come: "Khối thi đua số 8 sẽ tổng kết trong tuần tới"."""
    if "sẽ" in norms[max(0, i - 3) : i]:
        return True
    first = max(0, i - _AGENT)
    return "sẽ" in norms[first:i] and any(
        norms[k] == "sẽ" and norms[k + 1] in ("do", "được") for k in range(first, i - 1)
    )
