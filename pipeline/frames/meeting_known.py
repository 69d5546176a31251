"""Meetings that a report only speaks of as known: it begins with who came, and what was held stands in parts.

"Dự hội nghị có … Báo cáo tổng kết nêu, năm 2019 các đơn vị trong Khối …"; "Toàn cảnh hội nghị tổng kết Cụm số 4".
"""

from __future__ import annotations

from pipeline.frames.context import BlocEntity, Context
from pipeline.frames.meeting_words import Trigger, triggers_in
from pipeline.frames.meeting_years import is_of_a_term
from pipeline.reading import Mention, Sentence

_NOUNS = tuple(tuple(w.split()) for w in ("hội nghị", "buổi họp", "cuộc họp", "phiên họp", "buổi lễ", "lễ ký kết"))
_FIRST_OF_NOUNS = frozenset(noun[0] for noun in _NOUNS)
_KNOWN_AFTER = frozenset("dự tại trì cảnh luận hành ở đầu góc với mạc".split())
"""Last words before a meeting that is known: "tham dự", "chủ trì", "toàn cảnh", "kết luận", "điều hành", "mở đầu"."""
_HELD_BY = frozenset(("tổ chức", "mở", "triệu tập", "khai mạc"))
_REPORT = 4
"""So many tokens at most between "báo cáo" and the word for what it reviews: "báo cáo tóm tắt | tổng kết"."""
_SENTENCES = 14
_HEADS = frozenset(("khối", "cụm"))
_NAMED_LEAST = 2
_BEFORE_PLEDGE = 4


def sentences_of_known(ctx: Context, bloc: BlocEntity) -> list[Sentence]:
    """Return the sentences that tell in parts of the meeting of a report's only bloc; none where another's is told."""
    if len(ctx.blocs) != 1 or ctx.decision or not _is_subject(ctx):
        return []
    told = _first_sentences(ctx)
    met = [s for s in told if _speaks_of_known(ctx, s)]
    if not met or tells_of_another(ctx):
        return []
    does = [s for s in told if s.field != "title" and parts_of_known(ctx, s)]
    return does or met[:1]


def captions_of_review(ctx: Context) -> list[Sentence]:
    """Return the captions that name the review of a report's only bloc: "Toàn cảnh Hội nghị tổng kết Cụm số 4"."""
    if len(ctx.blocs) != 1:
        return []
    found = []
    for s in ctx.reading.sentences:
        if s.field == "caption" and ctx.reading.of("BLOC", s.start, s.end):
            reviews = [t for t in triggers_in(ctx, s) if t.type in ("tổng kết", "sơ kết")]
            found += [s] if any(_follows_noun(ctx.reading.norms, t.start) for t in reviews) else []
    return found[:1]


def caption_of_pledge(ctx: Context) -> list[Sentence]:
    """Return the caption that shows the pledge of a report's only bloc: "Các đơn vị trong Khối ký giao ước thi đua"."""
    if len(ctx.blocs) != 1 or ctx.decision:
        return []
    for s in ctx.reading.sentences:
        signed = [t for t in triggers_in(ctx, s) if t.type == "ký kết giao ước"] if s.field == "caption" else []
        if signed and ctx.reading.of("BLOC", s.start, signed[0].start):
            return [s]
    return []


def only_speaks_of_it(ctx: Context, sentences: list[Sentence], triggers: list[Trigger]) -> bool:
    """Whether all that is told of a meeting is that there was a conference, without its day."""
    norms = ctx.reading.norms
    return all(tuple(norms[t.start : t.end]) in _NOUNS for t in triggers) and not any(
        s.field == "title" or ctx.reading.of("DATE", s.start, s.end) for s in sentences
    )


def parts_of_known(ctx: Context, sentence: Sentence) -> list[Trigger]:
    """Return what a sentence says of the work of a meeting that is known: what its report reviews, what was pledged.

    Where awards are told, the year was weighed, and the pledge is not what the meeting was held for.
    """
    norms, found = ctx.reading.norms, []
    met = _speaks_of_known(ctx, sentence)
    for t in triggers_in(ctx, sentence):
        report = ctx.reading.find(("báo", "cáo"), max(sentence.start, t.start - _REPORT - 2), t.start) >= 0
        opens = met or t.start == sentence.start
        reviews = t.type in ("tổng kết", "sơ kết") and (report or opens or _follows_noun(norms, t.start))
        weighs = t.type == "weak" and opens and norms[t.start] != "đánh"
        signs = t.type == "ký kết giao ước" and not ctx.reading.of("AWARD") and _is_signed(norms, sentence, t)
        if reviews or weighs or signs:
            found.append(t)
    return found


def looks_back(ctx: Context) -> bool:
    """Whether a report tells of a year and of the next: what was done and what is to come, as a review does."""
    years = {int(y.value) for y in ctx.reading.of("YEAR") if y.rule in ("year", "span") and _in_text(ctx, y)}
    return len(years) == 2 and max(years) == min(years) + 1


def year_of_known(ctx: Context, ahead: bool) -> Mention | None:
    """Return the year that a report tells of: its only one, or of two that follow each other the earlier.

    Args:
        ctx: the report.
        ahead: whether the meeting is for the year ahead, which is the later of the two.
    """
    years = [
        y
        for y in ctx.reading.of("YEAR")
        if y.rule in ("year", "span") and _in_text(ctx, y) and not is_of_a_term(ctx, y)
    ]
    told = {int(y.value) for y in years}
    if not told or len(told) > 2 or max(told) > min(told) + 1:
        return None
    found = next(y for y in years if int(y.value) == (max(told) if ahead else min(told)))
    if ahead and len(told) == 1 and any(_is_reviewed(ctx, y) for y in years):
        return Mention("YEAR", found.start, found.end, str(int(found.value) + 1), "after")
    return found


def only_year(ctx: Context, ahead: bool) -> Mention | None:
    """Return the only year that the text of a report tells of, which is that of a pledge or an inspection in it.

    Args:
        ctx: the report.
        ahead: whether it is asked for a pledge; else one that is the year of a pledge does not count.
    """
    years = [y for y in ctx.reading.of("YEAR") if y.rule in ("year", "span") and _in_text(ctx, y)]
    told = [y for y in years if not is_of_a_term(ctx, y) and (ahead or not _is_pledged(ctx, y))]
    return told[0] if len({y.value for y in told}) == 1 else None


def _is_pledged(ctx: Context, year: Mention) -> bool:
    """Whether a year is that of a pledge: "giao ước thi đua năm 2015"."""
    return ctx.reading.norms[year.start - 2 : year.start] in (["giao", "ước"], ["thi", "đua"]) and (
        "ước" in ctx.reading.norms[max(0, year.start - 5) : year.start]
    )


def _is_reviewed(ctx: Context, year: Mention) -> bool:
    """Whether a year is one looked back on: "Tổng kết phong trào thi đua năm 2021, Cụm thi đua số 5 có"."""
    s = ctx.reading.sentences[ctx.reading.sentence_of(year.start)]
    return any(t.type in ("tổng kết", "weak") for t in triggers_in(ctx, s))


def _in_text(ctx: Context, mention: Mention) -> bool:
    return ctx.reading.sentences[ctx.reading.sentence_of(mention.start)].field in ("title", "lead", "body", "caption")


def _is_subject(ctx: Context) -> bool:
    """Whether the report speaks of its bloc more than once, or of what its units do together."""
    reading = ctx.reading
    named = [k for k in reading.where(_HEADS) if reading.norms[k - 1 : k] != ["các"]]
    return len({reading.sentence_of(k) for k in named}) >= _NAMED_LEAST


def _speaks_of_known(ctx: Context, sentence: Sentence) -> bool:
    """Whether a sentence speaks of a meeting as known: "Dự hội nghị có", "Toàn cảnh hội nghị", "Hội nghị chốt"."""
    norms = ctx.reading.norms
    return any(
        at == sentence.start or norms[at - 1] in _KNOWN_AFTER
        for at in range(sentence.start, sentence.end)
        if norms[at] in _FIRST_OF_NOUNS and any(tuple(norms[at : at + len(n)]) == n for n in _NOUNS)
    )


def _follows_noun(norms: list[str], at: int) -> bool:
    return norms[at - 1 : at] == ["lễ"] or any(tuple(norms[max(0, at - len(n)) : at]) == n for n in _NOUNS)


def tells_of_another(ctx: Context) -> bool:
    """Whether the report tells that an agency held a conference of its own, which "the conference" then is."""
    return any(_is_of_another(ctx, s) for s in _first_sentences(ctx))


def _first_sentences(ctx: Context) -> list[Sentence]:
    return [s for s in ctx.reading.sentences if s.field in ("title", "lead", "body", "caption")][:_SENTENCES]


def _is_of_another(ctx: Context, sentence: Sentence) -> bool:
    """Whether a sentence tells that an agency held a meeting that it does not give to the bloc."""
    reading = ctx.reading
    if sentence.field == "caption" or reading.of("BLOC", sentence.start, sentence.end):
        return False
    for at in range(sentence.start + 1, sentence.end):
        if reading.norms[at] in _FIRST_OF_NOUNS and _follows_noun(reading.norms, at + 2):
            held = " ".join(reading.norms[max(sentence.start, at - 2) : at])
            if held in _HELD_BY or held.split()[-1] in _HELD_BY:
                return bool(reading.of("AGENCY", sentence.start, at))
    return False


def _is_signed(norms: list[str], sentence: Sentence, trigger: Trigger) -> bool:
    """Whether a pledge is told as signed there and then, not as what had been signed in spring."""
    before = norms[max(sentence.start, trigger.start - _BEFORE_PLEDGE) : trigger.start]
    after = norms[trigger.end : min(sentence.end, trigger.end + _BEFORE_PLEDGE)]
    return "theo" not in before and "đầu" not in before + after
