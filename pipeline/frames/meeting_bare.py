"""Meetings whose sentence leaves the bloc's name to its neighbours: it says "khối" alone, or names the units.

"Khối thi đua số 7 có 8 đơn vị. Sáng nay, khối họp tổng kết", "Hôm qua (5/1), 6 xã họp bình xét. Cụm thi đua số 4 …".
"""

from __future__ import annotations

from pipeline.frames.context import BlocEntity, Context
from pipeline.frames.meeting_words import Trigger, triggers_in
from pipeline.reading import Sentence

_NEAR_LEAD = 5
_TO_VERB = 6
"""So many tokens at most between the subject and what it did: "khối | đã họp tổng kết"."""
_ADVERBS = frozenset("đã vừa mới cùng đều tổ chức họp hội nghị tiến hành có buổi gặp mặt long trọng".split())
_UNITS = frozenset("đơn xã phường huyện sở trường cơ doanh địa công cục bệnh".split())
"""First syllables of what a bloc's units are called: đơn vị, xã, sở, trường, cơ quan, doanh nghiệp, địa phương."""
_REVIEWS = frozenset(("tổng kết", "sơ kết", "ký kết giao ước", "weak"))


def sentence_without_name(ctx: Context, bloc: BlocEntity) -> list[Sentence]:
    """Return the dated sentence of the lead that tells of the meeting of a report's only bloc without its name.

    1. the head noun alone does it, and the bloc is named before: "Sáng nay, khối họp tổng kết năm 2023";
    2. a post is handed over, and the next sentence calls that a meeting: "A bàn giao nhiệm vụ Khối trưởng Khối thi đua
       số 7 cho B. Dự buổi bàn giao có …";
    3. units, counted or all of them, do it, and the next sentence names the bloc: "Hôm qua, 6 xã họp bình xét".
    """
    reading = ctx.reading
    if len(ctx.blocs) != 1 or ctx.decision:
        return []
    named = {reading.sentence_of(m.start) for m in bloc.mentions}
    body = [n for n, s in enumerate(reading.sentences) if s.field in ("lead", "body")][:_NEAR_LEAD]
    for n in body:
        s = reading.sentences[n]
        if n in named and n + 1 in body and _is_handed_over(ctx, s, reading.sentences[n + 1]):
            return [s, reading.sentences[n + 1]]
        if not reading.of("DATE", s.start, s.end):
            continue
        for t in triggers_in(ctx, s):
            if t.type not in _REVIEWS:
                continue
            if any(k < n for k in named) and _head_does(ctx, bloc, s, t):
                return [s]
            if n + 1 in named and _units_do(ctx, s, t):
                return [s]
    return []


def _is_handed_over(ctx: Context, sentence: Sentence, after: Sentence) -> bool:
    """Whether a dated sentence hands a post on, and the one after it speaks of the meeting for it."""
    reading = ctx.reading
    handed = ctx.has("assume", sentence.start, sentence.end) and reading.of("ROLE", sentence.start, sentence.end)
    return bool(handed and reading.of("DATE", sentence.start, sentence.end)) and any(
        reading.norms[t.end - 2 : t.end] == ["bàn", "giao"] for t in triggers_in(ctx, after)
    )


def _head_does(ctx: Context, bloc: BlocEntity, sentence: Sentence, trigger: Trigger) -> bool:
    """Whether "khối", "cụm" alone stands before a trigger with nothing but adverbs and other verbs between them."""
    norms = ctx.reading.norms
    head = str(bloc.first.parts["kind"]).split()[-1]
    at = trigger.start
    while at > max(sentence.start, trigger.start - _TO_VERB) and norms[at - 1] in _ADVERBS:
        at -= 1
    return at > sentence.start and norms[at - 1] == head and not ctx.reading.of("BLOC", at - 1, at)


def _units_do(ctx: Context, sentence: Sentence, trigger: Trigger) -> bool:
    """Whether several units, by their number or as all, are the subject before a trigger: "6 xã", "các đơn vị"."""
    norms = ctx.reading.norms
    subject = range(sentence.start, trigger.start - 1)
    counted = any(norms[k + 1] in _UNITS and (norms[k].isdigit() or norms[k] in ("các", "cả")) for k in subject)
    own = any(norms[a.start - 1] in ("của", "thuộc") for a in ctx.reading.of("AGENCY", trigger.end, sentence.end))
    return counted and not own
