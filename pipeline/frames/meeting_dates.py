"""The day on which a meeting was held, completed where the report gives only day and month."""

from __future__ import annotations

import re
from datetime import date

from pipeline.frames.context import BlocEntity, Context
from pipeline.frames.meeting_words import triggers_in
from pipeline.reading import Mention, Sentence
from pipeline.record import Evidence

_NEAR_LEAD = 5
_ANNOUNCED_DAYS = 31
_MARKS = frozenset(", ; ( ) - : .".split())
_AUTUMN = 8
_LETTER = re.compile(r"\b(?:công văn|tờ trình|thông báo|số\d)")
"""How a numbered letter is spoken of where its number has no mark of its own: "Công văn số124/BTĐKT"."""
_MEETINGS = frozenset(tuple(w.split()) for w in ("hội nghị", "buổi lễ", "buổi họp", "cuộc họp", "phiên họp"))


def day_of(
    ctx: Context, type_: str, bloc: BlocEntity, sentences: list[Sentence]
) -> tuple[str | None, str | None, Evidence | None]:
    """Return (date, date as written if it was corrected, evidence)."""
    lead = [s for s in ctx.reading.sentences if s.field in ("lead", "body") and s not in sentences][:5]
    told = [s for s in lead if _goes_on(ctx, type_, s)]
    own = _own_sentences(ctx, bloc) if len(ctx.blocs) > 1 else []
    for s in [*own, *sorted(sentences, key=lambda s: s.field == "title"), *told]:
        for mention in _own_dates(ctx, bloc, s):
            if _is_of_a_document(ctx, mention) or _is_of_an_anniversary(ctx, mention):
                continue
            held, written = complete_day(ctx, type_, _year_begun(bloc, mention), mention, _is_span(bloc))
            return held, written, ctx.evidence_of("date", mention)
    day = _day_of_lead(ctx, sentences)
    if day:
        held, written = complete_day(ctx, type_, bloc.year, day, _is_span(bloc))
        return held, written, ctx.evidence_of("date", day)
    return None, None, None


def _day_of_lead(ctx: Context, sentences: list[Sentence]) -> Mention | None:
    """Return a day in the lead, up to the sentence of the meeting, that is told with the bloc, its posts or its vote.

    "… thuộc Cụm thi đua số 6 trong ngày 28/11. Tại đây, Cụm tổng kết …", "theo biểu quyết ngày 29/12/2025".
    """
    reading = ctx.reading
    last = max((s.start for s in sentences if s.field != "title"), default=-1)
    for s in [s for s in reading.sentences if s.field in ("lead", "body") and s.start < last][:_NEAR_LEAD]:
        if reading.of("BLOC", s.start, s.end) or reading.of("ROLE", s.start, s.end):
            days = [d for d in reading.of("DATE", s.start, s.end) if not _is_of_a_document(ctx, d)]
            if len(days) == 1:
                return days[0]
    return None


def _own_dates(ctx: Context, bloc: BlocEntity, sentence: Sentence) -> list[Mention]:
    """Return a sentence's dates; where it tells of several blocs, first those between this one and the next."""
    dates = ctx.reading.of("DATE", sentence.start, sentence.end)
    dates = [d for d in dates if not _is_of_before(ctx, sentence, d)] or dates
    others = sorted(m.start for b in ctx.blocs if b is not bloc for m in b.mentions if m.start < sentence.end)
    own: list[Mention] = []
    for m in bloc.mentions:
        if sentence.start <= m.start < sentence.end and any(k >= sentence.start for k in others):
            stop = next((k for k in others if k > m.start), sentence.end)
            own += [d for d in dates if m.end <= d.start < stop]
    return [*own, *(d for d in dates if d not in own)]


def _is_of_before(ctx: Context, sentence: Sentence, day: Mention) -> bool:
    """Whether a day is one after which the meeting was held: "Thành lập sau ngày 1-7", "Sau phiên chấm điểm hôm 4/12".

    Only the words of its own clause count; and a sentence with no other day tells that of the meeting.
    """
    norms = ctx.reading.norms
    mark = next((k + 1 for k in range(day.start - 1, sentence.start - 1, -1) if norms[k] in _MARKS), sentence.start)
    opens = norms[mark : mark + 1]
    return opens == ["sau"] or "sau" in norms[max(mark, day.start - 2) : day.start] or opens == ["thành"]


def _own_sentences(ctx: Context, bloc: BlocEntity) -> list[Sentence]:
    """Return the sentences that tell of this bloc and no other.

    "Tại hội nghị ngày 04/01, Khối B …" names it; under "2. Khối B" alone on its line stand two more; and in a sentence
    of several blocs, the part after its name ("Cụm I họp ngày 24/11; Cụm II họp ngày 26/11").
    """
    reading = ctx.reading
    others = {m.start for b in ctx.blocs if b is not bloc for m in b.mentions}
    own: list[Sentence] = []
    shared: list[Sentence] = []
    for m in sorted(bloc.mentions, key=lambda m: m.start):
        n = reading.sentence_of(m.start)
        here = reading.sentences[n]
        if any(here.start <= k < here.end for k in others):
            shared += [here] if reading.of("DATE", m.end, here.end) and here.field != "title" else []
            continue
        own.append(here)
        if here.field != "title" and here.end - here.start <= m.end - m.start + 3:  # a heading
            under = reading.sentences[n + 1 : n + 3]
            own += [s for s in under if not any(s.start <= k < s.end for k in others)]
    return [*own, *(s for s in shared if len(reading.of("DATE", s.start, s.end)) > 1)]


def opens_with_day(ctx: Context, sentence: Sentence) -> bool:
    """Whether a sentence begins with a day: "Sáng 16/2, tại Hội trường …"."""
    dates = ctx.reading.of("DATE", sentence.start, min(sentence.start + 6, sentence.end))
    return bool(dates)


def _goes_on(ctx: Context, type_: str, sentence: Sentence) -> bool:
    """Whether a sentence of the lead may tell the day: it tells of such a meeting, or opens with a day or with it."""
    opens = opens_with_day(ctx, sentence) or _opens_with_meeting(ctx, sentence)
    return opens or any(t.type == type_ for t in triggers_in(ctx, sentence))


def _opens_with_meeting(ctx: Context, sentence: Sentence) -> bool:
    """Whether a sentence goes on with the meeting: "Hội nghị do Công an tỉnh chủ trì ngày 15/12"."""
    return tuple(ctx.reading.norms[sentence.start : sentence.start + 2]) in _MEETINGS


def _is_of_a_document(ctx: Context, mention: Mention) -> bool:
    blocs = ctx.reading.of("BLOC", max(0, mention.start - 20), mention.start)
    start = blocs[-1].end if blocs else 0  # "Khối thi đua số 10 của UBND tỉnh ngày 13-3" is numbered, but no document
    norms = ctx.reading.norms[max(start, mention.start - 8) : mention.start]
    return (
        any(w in norms for w in ("/", "qđ", "ubnd"))
        and (
            any(w in norms for w in ("số", "định", "bản", "hoạch", "luật", "thị"))
            or _LETTER.search(" ".join(norms)) is not None
        )
        or norms[-2:] == ["ban", "hành"]
        or norms[-1:] == ["trước"]
        or any(norms[k : k + 2] == ["dự", "kiến"] for k in range(len(norms)))
        or "trước" in norms[-2:]
    )


def _is_of_an_anniversary(ctx: Context, mention: Mention) -> bool:
    """Whether a day is one of two in a bracket: "62 năm ngày thành lập Hội (4/4/1955 - 4/4/2017)"."""
    norms = ctx.reading.norms
    before, after = norms[max(0, mention.start - 1) : mention.start], norms[mention.end : mention.end + 1]
    dated = not mention.value.startswith("--")
    return dated and ((before == ["("] and after in (["-"], ["–"])) or (before in (["-"], ["–"]) and after == [")"]))


def complete_day(
    ctx: Context, type_: str, year: int | None, mention: Mention, spans: bool = False
) -> tuple[str | None, str | None]:
    """Return the date with its year, and the date as written where it contradicts the year under review.

    Args:
        ctx: the report.
        type_: what the meeting did.
        year: the year under review.
        mention: the day, with or without a year.
        spans: whether a school year is under review, which is reviewed in the year that it ends in.
    """
    published = ctx.reading.article.published
    if not mention.value.startswith("--"):
        day = date.fromisoformat(mention.value)
        slipped = (
            type_ == "tổng kết"
            and year is not None
            and day.year == year
            and day.month <= 3
            and (published is None or published.year != year or published < day)
        )
        if slipped and "học" not in (ctx.blocs and ctx.reading.norms[mention.start : mention.end] or []):
            return _with_year(mention.value[4:], day.year + 1), mention.value
        return mention.value, None
    month_day = mention.value[1:]
    if published:
        this = _with_year(month_day, published.year)
        if this and _is_announced(ctx, mention, date.fromisoformat(this)):
            return this, None
        return (this if this and this <= published.isoformat() else _with_year(month_day, published.year - 1)), None
    if year is None:
        return None, None
    month = int(month_day[1:3])
    return _with_year(month_day, year + 1 if type_ == "tổng kết" and month <= 6 and not spans else year), None


def _with_year(month_day: str, year: int) -> str | None:
    try:
        return date.fromisoformat(f"{year}{month_day}").isoformat()
    except ValueError:
        return None


def _is_announced(ctx: Context, mention: Mention, day: date) -> bool:
    """Whether a day soon after the day of publication is told as one to come: "ngày 15-3 sẽ diễn ra Hội nghị"."""
    published, reading = ctx.reading.article.published, ctx.reading
    s = reading.sentences[reading.sentence_of(mention.start)]
    soon = published is not None and 0 < (day - published).days <= _ANNOUNCED_DAYS
    return soon and any(w in ("sẽ", "sắp") for w in reading.norms[s.start : s.end])


def _year_begun(bloc: BlocEntity, mention: Mention) -> int | None:
    """Return the year that completes a day: of a school year, the one in which it began if the day is of autumn."""
    if bloc.year is None or not _is_span(bloc):
        return bloc.year
    return bloc.year - 1 if mention.value.startswith("--") and int(mention.value[2:4]) >= _AUTUMN else bloc.year


def _is_span(bloc: BlocEntity) -> bool:
    return bloc.year_mention is not None and bool(bloc.year_mention.parts.get("span"))
