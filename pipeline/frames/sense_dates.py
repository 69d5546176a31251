"""Days that cannot be: in no calendar, after the page that tells of them, or at odds with the year under review."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from pipeline.frames.context import Context
from pipeline.record import Evidence, Meeting, Problem

_BEFORE_DAY = frozenset("ngày sáng chiều tối trưa".split())
_ANNOUNCED = timedelta(days=31)
"""A page may tell so long ahead that a meeting is to be held."""
_TOLD_WITHIN = timedelta(days=60)
"""A page tells of a meeting within so many days, where only the year of one of the two is a slip."""
_FIRST_REVIEWS = 3
"""In January to March no year is reviewed that has just begun."""
_SPAN = ("năm học", "6 tháng", "quý", "giữa năm", "sáu tháng")


_AFTER_DAY = frozenset(("tháng", "/", "-", "."))


def impossible_days(ctx: Context) -> Iterator[Problem]:
    """Yield a problem `date-impossible` for each day that no calendar has: "ngày 31/02/2024", "30/2"."""
    reading = ctx.reading
    norms = reading.norms
    for i in reading.where(frozenset(), numbers=True):
        if i + 2 >= len(norms) or norms[i + 1] not in _AFTER_DAY:
            continue
        sentence = reading.sentences[reading.sentence_of(i)]
        if sentence.field not in ("title", "lead", "body") or i + 2 >= sentence.end:
            continue
        end = _impossible_at(norms, i)
        if end is not None and end <= sentence.end:
            start, stop = reading.span(i, end)
            yield Problem(
                code="date-impossible",
                message=f"“{reading.text(i, end)}” is no day of the calendar and was not read; look the day up.",
                where="meeting.date",
                start=start,
                end=stop,
            )


def _impossible_at(norms: list[str], i: int) -> int | None:
    """Return where the day ends that begins at token `i` and is none; None if there is no day, or a right one."""
    if not _is_number(norms, i) or (i and norms[i - 1] in ("/", "-", ".", "số")):
        return None
    said = i > 0 and norms[i - 1] in _BEFORE_DAY
    if norms[i + 1] == "tháng" and said and _is_number(norms, i + 2):
        year = "".join(norms[i + 4 : i + 5]) if norms[i + 3 : i + 4] == ["năm"] else ""
        return _end_if_none(norms, i, i + 2, year, i + 5 if _is_year(year) else i + 3)
    mark = norms[i + 1]
    if mark not in ("/", "-", ".") or not _is_number(norms, i + 2) or (mark == "." and not said):
        return None
    if norms[i + 3 : i + 4] == [mark] and _is_year(norms[i + 4] if i + 4 < len(norms) else ""):
        if norms[i + 5 : i + 6] in (["/"], ["-"]):
            return None  # the number of a document
        return _end_if_none(norms, i, i + 2, norms[i + 4], i + 5)
    if said and mark == "/" and norms[i + 3 : i + 4] not in (["/"], ["-"]):
        return _end_if_none(norms, i, i + 2, "", i + 3)
    return None


def _end_if_none(norms: list[str], day: int, month: int, year: str, end: int) -> int | None:
    try:
        date(int(year) if _is_year(year) else 2024, int(norms[month]), int(norms[day]))  # 2024 has a 29 February
    except ValueError:
        return end
    return None


def _is_number(norms: list[str], i: int) -> bool:
    return i < len(norms) and norms[i].isdecimal() and len(norms[i]) <= 2


def _is_year(norm: str) -> bool:
    return len(norm) == 4 and norm.isdecimal() and norm[:2] in ("19", "20")


def check_meetings(meetings: Sequence[Meeting], published: str | None) -> tuple[tuple[Meeting, ...], list[Problem]]:
    """Return the meetings, a plain slip in the year of a day mended, and the problems with their days and years."""
    kept: list[Meeting] = []
    problems: list[Problem] = []
    page = date.fromisoformat(published) if published else None
    for meeting in meetings:
        told, problem = _check(meeting, page)
        kept.append(told)
        if problem and not any(p.start == problem.start and p.code == problem.code for p in problems):
            problems.append(problem)
    return tuple(kept), problems


def _check(meeting: Meeting, page: date | None) -> tuple[Meeting, Problem | None]:
    held = date.fromisoformat(meeting.date) if meeting.date else None
    if meeting.date_as_written or _is_span(meeting):
        return meeting, None
    if held and page and held - page > _ANNOUNCED:
        return _after_publication(meeting, held, page)
    if held and meeting.year is not None and not _fits(meeting.type, held, meeting.year):
        said = f"The meeting ({meeting.type}) of {meeting.date} is said to be of {meeting.year}"
        message = f"{said}, which cannot be; both are kept as written. Look which of the two is the slip."
        return meeting, _problem(meeting, "date-contradicts-year", message, "meeting.date", "date")
    if page and meeting.year is not None and meeting.type == "tổng kết" and _is_ahead(meeting.year, held or page, page):
        message = f"The page of {page} tells of a review of {meeting.year}, which was not over; kept as written. Look."
        return meeting, _problem(meeting, "year-after-publication", message, "meeting.year", "year")
    return meeting, None


def _is_span(meeting: Meeting) -> bool:
    """Whether the year is said as that of a school year or of a half: it may be reviewed at any time."""
    said = " ".join(e.quote.lower() for e in meeting.evidence if e.slot in ("year", "trigger", "type"))
    return any(words in said for words in _SPAN) or "-" in said or "–" in said


def _fits(type_: str, held: date, year: int) -> bool:
    """Whether a meeting of a kind can be held on a day for a year."""
    if type_ == "tổng kết":
        return held.year == year + 1 or held.year == year and held.month > _FIRST_REVIEWS
    if type_ == "sơ kết":
        return held.year in (year, year + 1)
    return abs(held.year - year) <= 1


def _is_ahead(year: int, held: date, page: date) -> bool:
    return year > page.year or year == page.year and held.year == year and page.month < _FIRST_REVIEWS


def _after_publication(meeting: Meeting, held: date, page: date) -> tuple[Meeting, Problem]:
    """Mend the year of a day after the page's own where that alone makes it right, else keep both."""
    said = f"The meeting of {held} is told by a page of {page}"
    mended = _with_year(held, page.year) if _with_year(held, page.year) <= page else _with_year(held, page.year - 1)
    if page - mended <= _TOLD_WITHIN and (meeting.year is None or _fits(meeting.type, mended, meeting.year)):
        evidence = _evidence(meeting, "date")
        written = (Evidence("date_as_written", evidence.start, evidence.end, evidence.quote),) if evidence else ()
        told = replace(
            meeting,
            date=mended.isoformat(),
            date_as_written=meeting.date,
            evidence=(*meeting.evidence, *written),
            inferred=meeting.inferred if evidence else (*meeting.inferred, "date_as_written"),
        )
        message = f"{said}; read as {mended}. Check it against the page."
        return told, _problem(meeting, "date-after-publication", message, "meeting.date", "date")
    message = f"{said}; both are kept as written. Look which of the two is the slip."
    return meeting, _problem(meeting, "date-after-publication", message, "meeting.date", "date")


def _with_year(day: date, year: int) -> date:
    return date(year, day.month, min(day.day, 28) if day.month == 2 else day.day)


def _evidence(meeting: Meeting, slot: str) -> Evidence | None:
    return next((e for e in meeting.evidence if e.slot == slot), None)


def _problem(meeting: Meeting, code: str, message: str, where: str, slot: str) -> Problem:
    span = _evidence(meeting, slot)
    start, end = (span.start, span.end) if span else (None, None)
    return Problem(code=code, message=message, where=where, start=start, end=end)
