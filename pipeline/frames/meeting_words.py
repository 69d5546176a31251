"""The words that say what a meeting did: "tổng kết", "ký kết giao ước", each as a trigger with its type."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.frames.context import Context
from pipeline.reading import Sentence

PRECEDENCE = ("tổng kết", "sơ kết", "ký kết giao ước", "phát động", "họp", "kiểm tra", "thành lập")
AHEAD = frozenset(("ký kết giao ước", "phát động"))
"""What a meeting does for the year to come; a year right after it is that one."""

_PART_WITHIN = 12
"""So many tokens behind its word, a review names the part of the year: "đánh giá kết quả 6 tháng đầu năm"."""

_SIGNED_WITHIN = 8
"""So many tokens behind "được" a pledge is said to be signed: "được 12 đơn vị thành viên cùng ký"."""


@dataclass(slots=True)
class Trigger:
    """Where the tokens `[start, end)` say what a meeting did; the type "weak" is a review if nothing says otherwise."""

    type: str
    start: int
    end: int


def triggers_in(ctx: Context, sentence: Sentence) -> list[Trigger]:
    """Return what a sentence says that a meeting did; nothing that is still to come or tells of its results."""
    norms = ctx.reading.norms
    found = []
    for start, end, type_ in ctx.reading.matches(ctx.lexicon.meetings, sentence.start, sentence.end):
        if norms[start : start + 2] == ["thành", "lập"] and norms[end : end + 1] in (
            ["theo"],
            ["tỉnh"],
            ["ngành"],
            ["hội"],
            ["công"],
            ["đảng"],
        ):
            continue
        if is_planned(norms, start):
            continue
        before = " ".join(norms[max(0, start - 4) : start])
        if type_ == "kiểm tra" and before.endswith("kết quả"):
            continue  # "Kết quả chấm điểm cho thấy …" tells what came of it
        if type_ == "weak" and before.endswith(("kiểm tra ,", "kiểm tra và", "kiểm tra chéo ,", "kiểm tra chéo và")):
            continue  # "kiểm tra, đánh giá các khối thi đua" is one inspection
        if (
            type_ == "weak"
            and norms[start] in ("đánh", "nhìn")
            and norms[start + 2 : start + 3] in (["cao"], ["chung"])
        ):
            continue
        part = type_ == "weak" and ctx.has("part of year", end, min(sentence.end, end + _PART_WITHIN))
        found.append(Trigger("sơ kết" if part else type_, start, end))
    return found + ([] if any(t.type == "ký kết giao ước" for t in found) else _pledge_signed(ctx, sentence))


def _pledge_signed(ctx: Context, sentence: Sentence) -> list[Trigger]:
    """Return where a pledge is said to be signed: "Giao ước thi đua năm 2024 của Khối … | được các đơn vị ký"."""
    norms = ctx.reading.norms
    pledge = ctx.reading.find(("giao", "ước"), sentence.start, sentence.end)
    if pledge < 0:
        return []
    by = ctx.reading.find(("được",), pledge, sentence.end)
    if by < 0 or norms[by - 1] == "đã":
        return []
    end = min(sentence.end, by + _SIGNED_WITHIN)
    signed = next((k for k in range(by + 1, end) if norms[k] in ("ký", "kí") and norms[k + 1 : k + 2] != ["duyệt"]), 0)
    return [Trigger("ký kết giao ước", signed, signed + 1)] if signed else []


def is_planned(norms: list[str], i: int) -> bool:
    """Whether a meeting is still to come: "Khối thi đua số 8 sẽ tổng kết trong tuần tới"."""
    return "sẽ" in norms[max(0, i - 3) : i]
