"""Frame: the meeting of each bloc: what it was, when it was held, which year it reviews."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pipeline.frames.context import BlocEntity, Context
from pipeline.reading import Mention, Sentence
from pipeline.record import Evidence, Meeting, Problem

PRECEDENCE = ("tổng kết", "sơ kết", "ký kết giao ước", "phát động", "họp", "kiểm tra", "thành lập")
_OF_ITS_DAY = frozenset(("sơ kết", "ký kết giao ước", "phát động", "họp", "kiểm tra", "thành lập"))
"""Meetings whose year, where the report names none, is that of their day: half of it is under review, or it begins."""

_AHEAD = frozenset(("ký kết giao ước", "phát động"))
"""What a meeting does for the year to come; a year right after it is that one."""

_LEAD_SENTENCES = 12
_GENERIC_HELD = frozenset(("tổ chức", "hội nghị", "diễn ra", "tiến hành", "họp", "buổi", "lễ"))

_SUBJECT = frozenset("đã vừa mới đều cũng họp tỉnh huyện thành phố thị xã quận - , tổ chức thuộc của".split())
"""What may stand between a bloc and what it does, beside the capitals of its place or owner."""
_SUBJECT_AT_MOST = 14
_PART_WITHIN = 12
"""So many tokens behind its word, a review names the part of the year: "đánh giá kết quả 6 tháng đầu năm"."""


@dataclass(slots=True)
class _Trigger:
    type: str
    start: int
    end: int


def find_meeting(ctx: Context, bloc: BlocEntity) -> Meeting | None:
    """Return the bloc's meeting and set the bloc's year, or None where the report tells of none.

    The meeting is told in the title and in the sentence that says that the bloc held it; what the rest of the report
    says of the year's meetings is background.
    """
    sentences = _event_sentences(ctx, bloc) or _sentence_after(ctx, bloc)
    triggers = [t for s in sentences for t in _triggers(ctx, s)]
    if not triggers or _only_planned(ctx, bloc):
        return None
    if ctx.decision:
        triggers = _of_ceremony(ctx, triggers)
        if not triggers:
            return None
    strong = [t.type for t in triggers if t.type != "weak"]
    if "thành lập" in strong and all(
        ctx.reading.norms[t.start : t.end] in (["hội", "nghị"], ["buổi", "lễ"]) for t in triggers if t.type == "họp"
    ):
        strong = [t for t in strong if t != "họp"]  # a conference held to set the bloc up
    type_ = min(strong, key=PRECEDENCE.index) if strong else "tổng kết"
    if any(t.type == "weak" for t in triggers) and type_ in ("họp", "kiểm tra", "thành lập", "phát động"):
        type_ = "tổng kết"  # "họp bình xét", "đánh giá công tác thi đua"
    told = _held(ctx, sentences) or any(_acts(ctx, s, {bloc.first.start}) for s in sentences)
    if type_ in ("họp", "kiểm tra", "thành lập", "phát động") and not told:
        return None
    of_type = [t for t in triggers if t.type == type_] or [t for t in triggers if t.type == "weak"]
    year = _year(ctx, type_, of_type, sentences)
    evidence = [ctx.evidence("trigger", t.start, t.end) for t in of_type[:2]]
    evidence += [ctx.evidence("type", t.start, t.end) for t in of_type[:1]]
    evidence.append(ctx.evidence_of("bloc", bloc.first))
    inferred: list[str] = []
    if year:
        bloc.year, bloc.year_mention = int(year.value), year
        evidence.append(ctx.evidence_of("year", year))
    bloc.next_term = type_ == "tổng kết"
    bloc.pledges = type_ in ("ký kết giao ước", "phát động")
    held, written, span = _date(ctx, type_, bloc, sentences)
    if bloc.year is None and span and type_ in _OF_ITS_DAY:
        _set_year_of_day(ctx, type_, bloc, held, span)
        evidence += [ctx.evidence_of("year", bloc.year_mention)] if bloc.year_mention else []
    if bloc.year is None and held is None and type_ == "họp":
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


def _event_sentences(ctx: Context, bloc: BlocEntity) -> list[Sentence]:
    """Return the title and the sentences of the lead that tell of the bloc's meeting, at most three."""
    reading = ctx.reading
    starts = {m.start for m in bloc.mentions}
    every = {m.start for m in reading.of("BLOC")} if len(ctx.blocs) == 1 else starts
    found: list[Sentence] = []
    head = [s for s in reading.sentences if s.field in ("title", "lead", "body")]
    for n, sentence in enumerate(head):
        if sentence.field != "title" and n > _LEAD_SENTENCES and found:
            break
        named = any(sentence.start <= k < sentence.end for k in every)
        if (
            not named
            and sentence.field != "title"
            and not (
                len(ctx.blocs) > 1
                and not found
                and n < 4
                and ctx.reading.find(("khối",), sentence.start, sentence.end) >= 0
            )
        ):
            continue
        if (
            _triggers(ctx, sentence)
            and not _is_of_a_member(ctx, sentence, every)
            and (sentence.field == "title" or _held(ctx, [sentence]) or _acts(ctx, sentence, every))
        ):
            found.append(sentence)
            if (
                sentence.field != "title"
                and sum(s.field != "title" for s in found) == 1
                and not _wants_more(ctx, sentence)
            ):
                break
            if len(found) >= 3:
                break
    names_it = any(s.start <= k < s.end for s in found for k in every)
    if found and not names_it and len(ctx.blocs) == 1:
        return []
    if len(ctx.blocs) > 1 and bloc.first.start not in range(*(found[0].start, found[0].end) if found else (0, 0)):
        found += [reading.sentences[reading.sentence_of(m.start)] for m in bloc.mentions[:1]]
        shared = [s for s in head[:6] if _triggers(ctx, s) and _held(ctx, [s])]
        found += [s for s in shared[:2] if s not in found]
    return found


_REVIEWS = frozenset(("tổng kết", "sơ kết", "ký kết giao ước"))
_MEETINGS_OF_IT = frozenset(("hội nghị", "buổi", "lễ", "phiên", "cuộc họp"))
_NEAR_LEAD = 5


def _sentence_after(ctx: Context, bloc: BlocEntity) -> list[Sentence]:
    """Return the sentence that tells of the meeting and leaves the bloc to the one before it or to the title.

    "… quy tụ sáu đơn vị. Hội nghị tổng kết năm 2025 có Thứ trưởng … dự." It speaks of the meeting as known, and no
    agency stands before it whose own meeting that would be, nor behind "của".
    """
    reading = ctx.reading
    if len(ctx.blocs) != 1 or ctx.decision:
        return []
    named = {
        reading.sentence_of(m.start) for m in bloc.mentions if reading.norms[m.start - 1] not in ("thuộc", "trong")
    }
    titled = any(reading.sentences[n].field == "title" for n in named)
    body = [n for n, s in enumerate(reading.sentences) if s.field in ("lead", "body")][:_NEAR_LEAD]
    for n in body:
        sentence = reading.sentences[n]
        before = [k for k in body if k < n]
        if titled or (before and before[-1] in named):
            triggers = [t for t in _triggers(ctx, sentence) if t.type in _REVIEWS]
            if any(_is_of_the_bloc(ctx, sentence, t) for t in triggers):
                return [sentence]
    return []


def _is_of_the_bloc(ctx: Context, sentence: Sentence, trigger: _Trigger) -> bool:
    """Whether a meeting is spoken of as known ("Hội nghị tổng kết"), and as no other body's."""
    reading = ctx.reading
    before = " ".join(reading.norms[max(sentence.start, trigger.start - 2) : trigger.start])
    if not before.endswith(tuple(_MEETINGS_OF_IT)) or reading.of("AGENCY", sentence.start, trigger.start):
        return False
    return not any(reading.norms[a.start - 1] == "của" for a in reading.of("AGENCY", trigger.end, sentence.end))


def _of_ceremony(ctx: Context, triggers: list[_Trigger]) -> list[_Trigger]:
    """Return the words for a founding that a ceremony announces: "Chiều 18/9, UBND xã công bố Quyết định thành lập …".

    A decision that is only reported is no meeting.
    """
    reading = ctx.reading
    found = []
    for t in triggers:
        s = reading.sentences[reading.sentence_of(t.start)]
        held = {"sáng", "chiều", "tối", "tại", "lễ"} & set(reading.norms[s.start : s.end])
        opens = bool(held) and _opens_with_day(ctx, s)
        if t.type == "thành lập" and opens and {"bố", "trao"} & set(reading.norms[s.start : t.start]):
            found.append(t)
        met = t.type in _REVIEWS and reading.norms[t.start - 2 : t.start] == ["hội", "nghị"]
        if met and reading.of("DATE", s.start, s.end):
            found.append(t)  # "Trước đó, tại hội nghị tổng kết ngày 8/1, Khối đã bỏ phiếu …"
    return found


def _is_of_a_member(ctx: Context, sentence: Sentence, blocs: set[int]) -> bool:
    """Whether a sentence tells of an agency's own meeting, and then how it stands in the bloc.

    "Hội LHPN xã A tổng kết công tác năm 2023; hội dẫn đầu Cụm thi đua số 2 huyện B".
    """
    reading = ctx.reading
    first = min((t.start for t in _triggers(ctx, sentence)), default=sentence.end)
    named = [k for k in blocs if sentence.start <= k < sentence.end]
    agencies = reading.of("AGENCY", sentence.start, first)
    return bool(named and agencies) and all(
        k > first and {";", "dẫn", "đứng"} & set(reading.norms[first:k]) for k in named
    )


def _wants_more(ctx: Context, sentence: Sentence) -> bool:
    """Whether the sentence leaves open when the meeting was held."""
    return not ctx.reading.of("DATE", sentence.start, sentence.end)


def _triggers(ctx: Context, sentence: Sentence) -> list[_Trigger]:
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
        if _is_planned(norms, start):
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
        found.append(_Trigger("sơ kết" if part else type_, start, end))
    return found


def _is_planned(norms: list[str], i: int) -> bool:
    """Whether a meeting is still to come: "Khối thi đua số 8 sẽ tổng kết trong tuần tới"."""
    return "sẽ" in norms[max(0, i - 3) : i]


def _only_planned(ctx: Context, bloc: BlocEntity) -> bool:
    """Whether a bloc is only said to meet later."""
    named = bloc.mentions if len(ctx.blocs) > 1 else [m for m in ctx.reading.of("BLOC") if m.rule != "plural"]
    told = {ctx.reading.sentence_of(m.start): ctx.reading.sentences[ctx.reading.sentence_of(m.start)] for m in named}
    found = [t for s in told.values() for t in ctx.reading.matches(ctx.lexicon.meetings, s.start, s.end)]
    return bool(found) and all(_is_planned(ctx.reading.norms, at) for at, _, _ in found)


def _held(ctx: Context, sentences: list[Sentence]) -> bool:
    """Whether a sentence tells of something held: it has a day, or a word such as "tổ chức", "hội nghị"."""
    for s in sentences:
        if ctx.reading.of("DATE", s.start, s.end):
            return True
        norms = ctx.reading.norms
        for i in range(s.start, s.end):
            if norms[i] in _GENERIC_HELD or " ".join(norms[i : i + 2]) in _GENERIC_HELD:
                return True
    return False


def _acts(ctx: Context, sentence: Sentence, blocs: set[int]) -> bool:
    """Whether a bloc itself does what the trigger says: "Khối thi đua số 17 tỉnh Đồng Nai vừa ký giao ước"."""
    reading = ctx.reading
    ends = [m.end for m in reading.of("BLOC", sentence.start, sentence.end) if m.start in blocs]
    owners = {k for a in reading.of("AGENCY", sentence.start, sentence.end) for k in range(a.start, a.end)}
    return any(
        0 <= t.start - end <= _SUBJECT_AT_MOST
        and all(reading.upper[k] or reading.norms[k] in _SUBJECT or k in owners for k in range(end, t.start))
        for t in _triggers(ctx, sentence)
        for end in ends
    )


def _year(ctx: Context, type_: str, triggers: list[_Trigger], sentences: list[Sentence]) -> Mention | None:
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
                if (year.rule == "bare" and sure) or _is_ahead(ctx, type_, t.end, year.start):
                    continue
                if not reading.of("BLOC", t.end, year.start) or year.start - t.end < 25:
                    return year
    for t in triggers:
        start = next(s.start for s in sentences if s.start <= t.start < s.end)
        before = [y for y in reading.of("YEAR", start, t.start) if y.rule != "bare"]
        if before:
            return before[-1]
    if type_ == "tổng kết":
        expected = _expected_year(ctx, sentences)
        ahead = _year_before_pledge(ctx, triggers, sentences)
        if ahead and int(ahead.value) == expected:
            return ahead
        found = next((y for y in reading.of("YEAR") if y.rule != "bare" and int(y.value) == expected), None)
        if found:
            return found
    if type_ in ("tổng kết", "sơ kết"):
        for s in [s for s in reading.sentences if s.field in ("lead", "body")][:_LEAD_SENTENCES]:
            told = [t for t in _triggers(ctx, s) if t.type in (type_, "weak")]
            years = [y for t in told for y in reading.of("YEAR", t.end, s.end) if y.rule != "bare"]
            if years and not _is_ahead(ctx, type_, told[0].end, years[0].start) and _may_be(ctx, type_, years[0]):
                return years[0]
        for s in reading.sentences:
            if s.field in ("title", "lead", "body") and not any(s is e for e in sentences):
                years = [y for y in reading.of("YEAR", s.start, s.end) if y.rule != "bare"]
                if years and years[0].start - s.start <= 3 and _may_be(ctx, type_, years[0]):
                    return years[0]
    return None


def _is_ahead(ctx: Context, type_: str, start: int, end: int) -> bool:
    """Whether a pledge stands between a review and the year: "tổng kết … và ký giao ước thi đua năm 2018"."""
    if type_ not in ("tổng kết", "sơ kết"):
        return False
    return any(t in _AHEAD for _, _, t in ctx.reading.matches(ctx.lexicon.meetings, start, end))


def _year_before_pledge(ctx: Context, triggers: list[_Trigger], sentences: list[Sentence]) -> Mention | None:
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
            held, _ = _complete(ctx, "tổng kết", None, mention)
            if held:
                day = date.fromisoformat(held)
                return day.year - 1 if day.month <= 6 else day.year
    published = ctx.reading.article.published
    return (published.year - 1 if published.month <= 6 else published.year) if published else None


def _set_year_of_day(ctx: Context, type_: str, bloc: BlocEntity, held: str | None, span: Evidence) -> None:
    """Set a bloc's year to that of the day on which it met."""
    day = next((m for m in ctx.reading.of("DATE") if ctx.reading.starts[m.start] == span.start), None)
    if held and day and (type_ != "ký kết giao ước" or int(held[5:7]) <= 10):  # late in the year it is for the next
        bloc.year = int(held[:4])
        bloc.year_mention = Mention("YEAR", day.start, day.end, held[:4], "of-day")


def _may_be(ctx: Context, type_: str, year: Mention) -> bool:
    """Whether a year told elsewhere may be the one under review: half a year is reviewed in it or right after."""
    published = ctx.reading.article.published
    stale = type_ == "sơ kết" and published is not None and published.month > 3 and int(year.value) < published.year
    return not stale and _is_past(ctx, year)


def _is_past(ctx: Context, year: Mention) -> bool:
    published = ctx.reading.article.published
    return published is None or int(year.value) <= published.year


def _date(
    ctx: Context, type_: str, bloc: BlocEntity, sentences: list[Sentence]
) -> tuple[str | None, str | None, Evidence | None]:
    """Return (date, date as written if it was corrected, evidence)."""
    lead = [s for s in ctx.reading.sentences if s.field in ("lead", "body") and s not in sentences][:5]
    told = [s for s in lead if any(t.type == type_ for t in _triggers(ctx, s)) or _opens_with_day(ctx, s)]
    own = _own_sentences(ctx, bloc) if len(ctx.blocs) > 1 else []
    for s in [*own, *sorted(sentences, key=lambda s: s.field == "title"), *told]:
        for mention in _own_dates(ctx, bloc, s):
            if _is_of_a_document(ctx, mention):
                continue
            held, written = _complete(ctx, type_, bloc.year, mention)
            return held, written, ctx.evidence_of("date", mention)
    day = _day_of_lead(ctx, sentences)
    if day:
        held, written = _complete(ctx, type_, bloc.year, day)
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
    others = sorted(m.start for b in ctx.blocs if b is not bloc for m in b.mentions if m.start < sentence.end)
    own: list[Mention] = []
    for m in bloc.mentions:
        if sentence.start <= m.start < sentence.end and any(k >= sentence.start for k in others):
            stop = next((k for k in others if k > m.start), sentence.end)
            own += [d for d in dates if m.end <= d.start < stop]
    return [*own, *(d for d in dates if d not in own)]


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


def _opens_with_day(ctx: Context, sentence: Sentence) -> bool:
    """Whether a sentence begins with a day: "Sáng 16/2, tại Hội trường …"."""
    dates = ctx.reading.of("DATE", sentence.start, min(sentence.start + 6, sentence.end))
    return bool(dates)


def _is_of_a_document(ctx: Context, mention: Mention) -> bool:
    norms = ctx.reading.norms[max(0, mention.start - 8) : mention.start]
    return (
        any(w in norms for w in ("/", "qđ", "ubnd"))
        and any(w in norms for w in ("số", "định", "bản", "hoạch", "luật", "thị"))
        or norms[-1:] == ["trước"]
        or any(norms[k : k + 2] == ["dự", "kiến"] for k in range(len(norms)))
        or "trước" in norms[-2:]
    )


def _complete(ctx: Context, type_: str, year: int | None, mention: Mention) -> tuple[str | None, str | None]:
    """Return the date with its year, and the date as written where it contradicts the year under review."""
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
        return (this if this and this <= published.isoformat() else _with_year(month_day, published.year - 1)), None
    if year is None:
        return None, None
    month = int(month_day[1:3])
    return _with_year(month_day, year + 1 if type_ == "tổng kết" and month <= 6 else year), None


def _with_year(month_day: str, year: int) -> str | None:
    try:
        return date.fromisoformat(f"{year}{month_day}").isoformat()
    except ValueError:
        return None
