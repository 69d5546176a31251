"""The year under review of a meeting."""

from __future__ import annotations

from datetime import date

from pipeline.frames.context import BlocEntity, Context
from pipeline.frames.meeting_dates import complete_day
from pipeline.frames.meeting_words import AHEAD, Trigger, triggers_in
from pipeline.reading import Mention, Sentence
from pipeline.record import Evidence

_LEAD_SENTENCES = 12
_FIRST_MONTHS, _LAST_MONTHS = 2, 11
"""A year is reviewed from November on and up to February."""
_TO_POST = 12
"""So many tokens at most from the year of a term that opens a sentence to its post: "Năm 2025, A làm | Trưởng khối"."""
_TERM_WITHIN = 3
"""So many tokens at most between a post and the year of its term."""


def year_of(ctx: Context, type_: str, triggers: list[Trigger], sentences: list[Sentence]) -> Mention | None:
    """Return the year under review.

    1. the first year after the word for the meeting ("tổng kết … năm 2023, triển khai … năm 2024");
    2. the last year before it in its sentence ("Năm 2023 … tổng kết");
    3. the first year of the report's body that reviews ("Trong năm 2023, các đơn vị …").
    """
    reading = ctx.reading
    triggers = sorted(triggers, key=lambda t: next(s.field == "title" for s in sentences if s.start <= t.start < s.end))
    for sure in (True, False):
        for t in triggers:
            end = next(s.end for s in sentences if s.start <= t.start < s.end)
            for year in reading.of("YEAR", t.end, end):
                if (year.rule == "bare" and sure) or _is_ahead(ctx, type_, t.start, year.start):
                    continue
                if not reading.of("BLOC", t.end, year.start) or year.start - t.end < 25:
                    return year
    for t in triggers:
        start = next(s.start for s in sentences if s.start <= t.start < s.end)
        before = [y for y in reading.of("YEAR", start, t.start) if y.rule != "bare" and not is_of_a_term(ctx, y)]
        if before:
            return before[-2] if type_ == "tổng kết" and _is_of_next(before) else before[-1]
    ahead = _year_before_pledge(ctx, triggers, sentences) if type_ == "tổng kết" else None
    if type_ == "tổng kết":
        expected = _expected_year(ctx, sentences)
        if ahead and int(ahead.value) == expected:
            return ahead
        found = next((y for y in reading.of("YEAR") if y.rule != "bare" and int(y.value) == expected), None)
        if found:
            return found
    if type_ in ("tổng kết", "sơ kết"):
        for s in [s for s in reading.sentences if s.field in ("lead", "body")][:_LEAD_SENTENCES]:
            told = [t for t in triggers_in(ctx, s) if t.type in (type_, "weak")]
            years = [y for t in told for y in reading.of("YEAR", t.end, s.end) if y.rule != "bare"]
            if years and not _is_ahead(ctx, type_, told[0].end, years[0].start) and _may_be(ctx, type_, years[0]):
                return years[0]
        for s in reading.sentences:
            if s.field in ("title", "lead", "body") and not any(s is e for e in sentences):
                years = [y for y in reading.of("YEAR", s.start, s.end) if y.rule != "bare"]
                if years and _is_of_next_term(ctx, s, years[0], sentences):
                    continue
                if years and years[0].start - s.start <= 3 and _may_be(ctx, type_, years[0]):
                    return years[0]
    if type_ in ("sơ kết", "kiểm tra", "họp"):
        return next((y for y in reading.of("YEAR") if _is_of_a_part(ctx, y) and _may_be(ctx, type_, y)), None)
    return ahead


def _is_of_next(years: list[Mention]) -> bool:
    """Whether the last year is the one to come: "Phong trào năm 2015 và việc năm 2016 là nội dung tổng kết"."""
    return len(years) > 1 and int(years[-1].value) == int(years[-2].value) + 1


def _is_of_a_term(ctx: Context, start: int, end: int) -> bool:
    """Whether a choice of leaders stands before a year, which is that of their term: "bầu Sở Y tế làm Trưởng khối"."""
    roles = ctx.reading.of("ROLE", start, end)
    return bool(roles) and end - roles[-1].end <= 1 and ctx.has("elect", start, end)


def is_of_a_term(ctx: Context, year: Mention) -> bool:
    """Whether a year is that of a post: "Chức Khối trưởng thi đua năm 2017 được chuyển giao"."""
    roles = ctx.reading.of("ROLE", max(0, year.start - 2 * _TERM_WITHIN), year.start)
    return any(
        year.start - role.end <= _TERM_WITHIN and "," not in ctx.reading.norms[role.end : year.start] for role in roles
    )


def _is_of_a_part(ctx: Context, year: Mention) -> bool:
    """Whether a year is named with a part of it: "6 tháng cuối năm 2014", "quý I năm 2016"."""
    s = ctx.reading.sentences[ctx.reading.sentence_of(year.start)]
    if s.field not in ("title", "lead", "body") or year.rule == "bare":
        return False
    before = ctx.reading.norms[max(s.start, year.start - 3) : year.start]
    return before[-1:] in (["đầu"], ["cuối"]) or "quý" in before[-2:]


def _is_ahead(ctx: Context, type_: str, start: int, end: int) -> bool:
    """Whether a pledge stands between a review and the year: "tổng kết … và ký giao ước thi đua năm 2018"."""
    if type_ not in ("tổng kết", "sơ kết"):
        return False
    if type_ == "tổng kết" and (ctx.has("year ahead", start, end) or _is_of_a_term(ctx, start, end)):
        return True  # "tổng kết …, bàn phương hướng, nhiệm vụ năm 2024"
    return any(t in AHEAD for _, _, t in ctx.reading.matches(ctx.lexicon.meetings, start, end))


def _year_before_pledge(ctx: Context, triggers: list[Trigger], sentences: list[Sentence]) -> Mention | None:
    """Return the year before the one of the pledge, as the year under review, where a review names no other."""
    for t in triggers:
        end = next(s.end for s in sentences if s.start <= t.start < s.end)
        for year in ctx.reading.of("YEAR", t.end, end):
            if _is_ahead(ctx, "tổng kết", t.end, year.start) and not year.parts.get("span"):
                return Mention("YEAR", year.start, year.end, str(int(year.value) - 1), "before")
    return None


def _expected_year(ctx: Context, sentences: list[Sentence]) -> int | None:
    """Return the year that a review held on the event's day is usually of: until June the year before."""
    for s in sentences:
        for mention in ctx.reading.of("DATE", s.start, s.end):
            held, _ = complete_day(ctx, "tổng kết", None, mention)
            if held:
                day = date.fromisoformat(held)
                return day.year - 1 if day.month <= 6 else day.year
    published = ctx.reading.article.published
    return (published.year - 1 if published.month <= 6 else published.year) if published else None


def set_year_of_day(ctx: Context, type_: str, bloc: BlocEntity, held: str | None, span: Evidence) -> None:
    """Set a bloc's year to that of the day on which it met."""
    day = next((m for m in ctx.reading.of("DATE") if ctx.reading.starts[m.start] == span.start), None)
    if held and day and (type_ != "ký kết giao ước" or int(held[5:7]) <= 10):  # late in the year it is for the next
        bloc.year = int(held[:4])
        bloc.year_mention = Mention("YEAR", day.start, day.end, held[:4], "of-day")


def set_reviewed_year(ctx: Context, bloc: BlocEntity, held: str | None, span: Evidence) -> bool:
    """Set a bloc's year to the one that a review of a year held at its turn is of, where the report names none.

    In November and December it is the running year, in January and February the one before; else nothing is set.
    """
    day = next((m for m in ctx.reading.of("DATE") if ctx.reading.starts[m.start] == span.start), None)
    month = int(held[5:7]) if held else 0
    if not held or day is None or _FIRST_MONTHS < month < _LAST_MONTHS:
        return False
    bloc.year = int(held[:4]) - (month <= _FIRST_MONTHS)
    bloc.year_mention = Mention("YEAR", day.start, day.end, str(bloc.year), "of-day")
    return True


def _is_of_next_term(ctx: Context, sentence: Sentence, year: Mention, held: list[Sentence]) -> bool:
    """Whether a year later than a review held then may be of is that of a post: "Năm 2025, A làm Khối trưởng"."""
    if not ctx.reading.of("ROLE", year.end, min(year.end + _TO_POST, sentence.end)):
        return False
    expected = _expected_year(ctx, held)
    return expected is not None and int(year.value) > expected


def _may_be(ctx: Context, type_: str, year: Mention) -> bool:
    """Whether a year told elsewhere may be the one under review: half a year is reviewed in it or right after."""
    published = ctx.reading.article.published
    if year.start and ctx.reading.norms[year.start - 1] in ("sang", "tới"):
        return False  # "Sang năm 2023, …" tells of what is to come
    stale = type_ == "sơ kết" and published is not None and published.month > 3 and int(year.value) < published.year
    return not stale and _is_past(ctx, year)


def _is_past(ctx: Context, year: Mention) -> bool:
    published = ctx.reading.article.published
    return published is None or int(year.value) <= published.year
