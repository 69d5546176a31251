"""Frame: the meeting of each bloc: what it was, when it was held, which year it reviews."""

from __future__ import annotations

from pipeline.frames.context import BlocEntity, Context
from pipeline.frames.meeting_bare import sentence_without_name
from pipeline.frames.meeting_dates import day_of
from pipeline.frames.meeting_known import (
    caption_of_pledge,
    captions_of_review,
    looks_back,
    only_speaks_of_it,
    only_year,
    parts_of_known,
    sentences_of_known,
    year_of_known,
)
from pipeline.frames.meeting_sentences import (
    acts_itself,
    event_sentences,
    is_done,
    is_held,
    of_ceremony,
    only_planned,
    sentence_after,
    sentence_of_pledge,
    sentences_that_go_on,
)
from pipeline.frames.meeting_words import AHEAD, PRECEDENCE, Trigger, triggers_in
from pipeline.frames.meeting_years import set_reviewed_year, set_year_of_day, year_of
from pipeline.reading import Sentence
from pipeline.record import Evidence, Meeting, Problem

_OF_ITS_DAY = frozenset(("sơ kết", "ký kết giao ước", "phát động", "họp", "kiểm tra", "thành lập"))
"""Meetings whose year, where the report names none, is that of their day: half of it is under review, or it begins."""


_LEAD_SENTENCES = 4


def find_meeting(ctx: Context, bloc: BlocEntity) -> Meeting | None:
    """Return the bloc's meeting and set the bloc's year, or None where the report tells of none.

    The meeting is told in the title and in the sentence that says that the bloc held it; what the rest of the report
    says of the year's meetings is background.
    """
    sentences = event_sentences(ctx, bloc) or sentence_after(ctx, bloc)
    sentences = sentences or sentences_that_go_on(ctx, []) or sentence_without_name(ctx, bloc)
    sentences = sentences or sentence_of_pledge(ctx) or caption_of_pledge(ctx)
    triggers = [t for s in sentences for t in triggers_in(ctx, s)]
    if triggers and all(t.type == "họp" for t in triggers):
        more = sentences_that_go_on(ctx, sentences)
        sentences, triggers = [*sentences, *more], [*triggers, *(t for s in more for t in triggers_in(ctx, s))]
    inferred: list[str] = []
    shown = captions_of_review(ctx) if not any(t.type in ("tổng kết", "sơ kết") for t in triggers) else []
    sentences, triggers = [*sentences, *shown], [*triggers, *(t for s in shown for t in triggers_in(ctx, s))]
    begun = ctx.reading.article.title is None and only_speaks_of_it(ctx, sentences, triggers)
    known = sentences_of_known(ctx, bloc) if begun else []
    if known:
        parts = [t for s in known for t in parts_of_known(ctx, s)]
        inferred = [] if parts else ["type"]
        sentences = known if parts or not triggers else sentences
        triggers = parts or _of_known(ctx, known, triggers)
    if not triggers or only_planned(ctx, bloc):
        return None
    if ctx.decision:
        triggers = of_ceremony(ctx, triggers)
        if not triggers:
            return None
    strong = [t.type for t in triggers if t.type != "weak"]
    if "thành lập" in strong and all(
        ctx.reading.norms[t.start : t.end] in (["hội", "nghị"], ["buổi", "lễ"]) for t in triggers if t.type == "họp"
    ):
        strong = [t for t in strong if t != "họp"]  # a conference held to set the bloc up
    if "kiểm tra" in strong and _is_inspection(ctx, triggers):
        strong = [t for t in strong if t != "họp"]  # "mở hội nghị kiểm tra kết quả thực hiện phong trào"
    type_ = min(strong, key=PRECEDENCE.index) if strong else "tổng kết"
    if any(t.type == "weak" for t in triggers) and type_ in ("họp", "kiểm tra", "thành lập", "phát động"):
        type_ = "tổng kết"  # "họp bình xét", "đánh giá công tác thi đua"
    starts = {m.start for m in bloc.mentions}
    told = bool(known) or is_held(ctx, sentences) or any(acts_itself(ctx, s, starts) for s in sentences)
    told = told or any(is_done(ctx, s, starts) for s in sentences)
    if type_ in ("họp", "kiểm tra", "thành lập", "phát động") and not told:
        return None
    of_type = [t for t in triggers if t.type == type_] or [t for t in triggers if t.type == "weak"]
    year = year_of(ctx, type_, of_type, sentences)
    if year is None and (known or _may_tell_year(ctx, type_, sentences)):
        year = year_of_known(ctx, ahead=type_ in AHEAD)
    evidence = [ctx.evidence("trigger", t.start, t.end) for t in of_type[:2]]
    evidence += [ctx.evidence("type", t.start, t.end) for t in of_type[:1]]
    evidence.append(ctx.evidence_of("bloc", bloc.first))
    if year:
        bloc.year, bloc.year_mention = int(year.value), year
        evidence.append(ctx.evidence_of("year", year))
    bloc.next_term = type_ == "tổng kết"
    bloc.pledges = type_ in ("ký kết giao ước", "phát động")
    held, written, span = day_of(ctx, type_, bloc, sentences)
    if bloc.year is None and span and type_ in _OF_ITS_DAY:
        set_year_of_day(ctx, type_, bloc, held, span)
        evidence += [ctx.evidence_of("year", bloc.year_mention)] if bloc.year_mention else []
    if bloc.year is None and span and type_ == "tổng kết" and set_reviewed_year(ctx, bloc, held, span):
        inferred = [*inferred, "year"]
        evidence += [ctx.evidence_of("year", bloc.year_mention)] if bloc.year_mention else []
    open_ = bloc.year is None and span is None and type_ in _OF_ITS_DAY and type_ != "họp"
    only = only_year(ctx, type_ in AHEAD) if open_ else None
    if only:
        bloc.year, bloc.year_mention = int(only.value), only
        evidence.append(ctx.evidence_of("year", only))
    if bloc.year is None and span is None and type_ == "họp":
        return None
    if span:
        evidence.append(span)
    if written:
        if span:
            evidence.append(Evidence("date_as_written", span.start, span.end, span.quote))
        ctx.problems.append(
            Problem(
                code="date-contradicts-year",
                message=f"The meeting that reviews {bloc.year} is dated {written}; read as {held}.",
                where="meeting.date",
                start=span.start if span else None,
                end=span.end if span else None,
            )
        )
    return Meeting(
        bloc=bloc.name,
        type=type_,
        date=held,
        year=bloc.year,
        date_as_written=written,
        rule=f"meeting-{PRECEDENCE.index(type_) + 1}",
        evidence=tuple(evidence),
        inferred=tuple(inferred),
    )


def _of_known(ctx: Context, known: list[Sentence], triggers: list[Trigger]) -> list[Trigger]:
    """Return the triggers of a meeting of which nothing is told but that it was held."""
    met = triggers or [t for t in triggers_in(ctx, known[0]) if t.type == "họp"][:1]
    return [Trigger("tổng kết", t.start, t.end) for t in met] if looks_back(ctx) else met


def _may_tell_year(ctx: Context, type_: str, sentences: list[Sentence]) -> bool:
    """Whether the years of the whole report are asked: it has no day of publication, and the meeting no full day."""
    if type_ not in ("tổng kết", "sơ kết", "ký kết giao ước") or ctx.reading.article.published:
        return False
    lead = [s for s in ctx.reading.sentences if s.field in ("lead", "body")][:_LEAD_SENTENCES]
    days = [d for s in [*lead, *sentences] for d in ctx.reading.of("DATE", s.start, s.end)]
    return all(d.value.startswith("--") for d in days)


def _is_inspection(ctx: Context, triggers: list[Trigger]) -> bool:
    """Whether all that is said of a meeting is that it inspected: "hội nghị kiểm tra", "đoàn đã họp" says more."""
    met = [t for t in triggers if t.type == "họp"]
    checked = {t.start for t in triggers if t.type == "kiểm tra"}
    return bool(met) and all(ctx.reading.norms[t.start : t.end] == ["hội", "nghị"] and t.end in checked for t in met)
