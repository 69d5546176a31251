"""Dates as the pages of portals print them: beside a label, a time, a weekday or a counter.

These are a page's own date lines ("Ngày đăng: 01/03/2024  22:29"), not the dates that a sentence speaks of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

# dd/mm/yyyy, with the separator twice the same: 16/01/2024, 30.03.2022, 15-12-2023, 6/2/2020
_NUMERIC = r"(?<![\d/.-])(?P<d1>\d{1,2}) ?(?P<sep>[/.-]) ?(?P<m1>\d{1,2}) ?(?P=sep) ?(?P<y1>(?:19|20)\d\d)(?!\d)"
# 2024-01-16, 2024-01-16T10:20:00+07:00
_ISO = r"(?<![\d/.-])(?P<y2>(?:19|20)\d\d)(?P<sep2>[-/])(?P<m2>\d{1,2})(?P=sep2)(?P<d2>\d{1,2})(?![\d/-])"
# ngày 23 tháng 08 năm 2019; 15 Tháng Một, 2024; 23 tháng 8, 2019
_WORDS = (
    r"(?<!\d)(?P<d3>\d{1,2}),? tháng (?P<m3>\d{1,2}|[^\W\d]+(?: [^\W\d]+)?),? ?(?:năm )?(?P<y3>(?:19|20)\d\d)(?!\d)"
)
# Tháng Một 15, 2024 and Th1 15, 2024 (WordPress)
_MONTH_FIRST = (
    r"(?<!\w)th(?:áng |g )?(?P<m4>\d{1,2}|[^\W\d]+(?: [^\W\d]+)?) (?P<d4>\d{1,2}),? (?P<y4>(?:19|20)\d\d)(?!\d)"
)
# 15 Th1 2024
_SHORT_MONTH = r"(?<!\d)(?P<d5>\d{1,2}) th(?P<m5>\d{1,2}),? (?P<y5>(?:19|20)\d\d)(?!\d)"
_ENGLISH = "january|february|march|april|may|june|july|august|september|october|november|december"
# 11 January 2021; January 11, 2021 (sites whose dates nobody has translated)
_ENGLISH_MONTH = rf"(?<!\d)(?P<d6>\d{{1,2}}) (?P<m6>{_ENGLISH}),? (?P<y6>(?:19|20)\d\d)(?!\d)"
_ENGLISH_FIRST = rf"(?<!\w)(?P<m7>{_ENGLISH}) (?P<d7>\d{{1,2}}),? (?P<y7>(?:19|20)\d\d)(?!\d)"
# All begin with a digit, "th" or an English month: most places in a line are passed over by that alone.
_FORMS = (_NUMERIC, _ISO, _WORDS, _MONTH_FIRST, _SHORT_MONTH, _ENGLISH_MONTH)
_DATE = re.compile(rf"(?=[\dt])(?:{'|'.join(_FORMS)})|(?=[adfjmnos]){_ENGLISH_FIRST}", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_BEFORE, _BEHIND = 60, 8  # characters of a date before its year, and behind it with what may not follow

# 14:35, 09:46:42, 08h15, 9 giờ 05, T10:20:00+07:00; with the half of the day where it is given
TIME = re.compile(
    r"(?<!\d)T?(?:[01]?\d|2[0-4]) ?(?:[:hg]|giờ) ?[0-5]\d(?P<seconds> ?[:'’] ?[0-5]\d)?['’]?"
    r"(?:\.\d+)?(?:[+-]\d\d:?\d\d|Z)?"
    r"(?: ?(?P<half>AM|PM|SA|CH|sáng|chiều|tối)\b)?",
    re.IGNORECASE,
)

_AM_PM = re.compile(r"[\d'’z] ?[ap]m\b", re.IGNORECASE)  # all that TIME can end in with a half in English

_MONTH_WORDS = ("một", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "mười một", "mười hai")
_MONTHS = {word: number for number, word in enumerate(_MONTH_WORDS, start=1)} | {"giêng": 1, "bốn": 4, "chạp": 12}
_MONTHS |= {word: number for number, word in enumerate(_ENGLISH.split("|"), start=1)}

_WEEKDAY = re.compile(r"(?<!\w)(?:thứ (hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)(?!\w)")
_WEEKDAYS = (
    {word: day for day, word in enumerate(("hai", "ba", "tư", "năm", "sáu", "bảy"))}
    | {str(day + 2): day for day in range(6)}
    | {"chủ nhật": 6}
)


@dataclass(frozen=True, slots=True)
class PageDate:
    """One date of a line; `start` and `end` are its place in that line."""

    value: date
    start: int
    end: int


def find_dates(line: str) -> list[PageDate]:
    """Return the dates that a line prints with day, month and year, in their order.

    A date with slashes beside a time of seconds and AM or PM is in the American order, as ASP.NET portals print it
    ("2/22/2017 3:02:24 PM"), unless that is no date or the weekday beside it is that of the other order ("Thứ bảy,
    11/6/2022 10:05:31 AM"). What is no date of the calendar is left out.

    Args:
        line: One line of a page, NFC, with single spaces.
    """
    return list(iter_dates(line)) if "20" in line or "19" in line else []  # most lines name no year


def iter_dates(line: str) -> Iterator[PageDate]:
    """Yield what `find_dates` returns, one by one, for those who need not know all."""
    american: bool | None = None
    for start, end in _near_years(line):
        for match in _DATE.finditer(line, start, end):
            if american is None:
                american = _is_american(line)
            usual = _page_date(match, american=False)
            weekday = _weekday(line) if american else None
            fits = not american or (weekday is not None and usual is not None and usual.value.weekday() == weekday)
            found = usual if fits else _page_date(match, american=True)
            if found:
                yield found


def _is_american(line: str) -> bool:
    return bool(_AM_PM.search(line)) and any(
        t["seconds"] and (t["half"] or "").upper() in {"AM", "PM"} for t in TIME.finditer(line)
    )


def _weekday(line: str) -> int | None:
    """Return the weekday that a line names, Monday 0: "Thứ bảy", "Chủ nhật", "thứ 2"."""
    named = _WEEKDAY.search(line.casefold())
    return None if named is None else _WEEKDAYS.get(named[1] or "chủ nhật")


def _near_years(line: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a line in which a date can stand: about its years."""
    start = end = 0
    for year in _YEAR.finditer(line):
        if year.start() - _BEFORE > end:
            if end:
                yield start, end
            start = year.start() - _BEFORE
        end = year.end() + _BEHIND
    if end:
        yield start, end


def _page_date(match: re.Match[str], american: bool) -> PageDate | None:
    form = next(number for number in "1234567" if match[f"y{number}"])
    day, month = int(match[f"d{form}"]), _month(match[f"m{form}"])
    if american and form == "1" and match["sep"] == "/" and day <= 12:
        day, month = month, day
    try:
        return PageDate(date(int(match[f"y{form}"]), month, day), match.start(), match.end())
    except ValueError:
        return None


def _month(text: str) -> int:
    return int(text) if text.isdigit() else _MONTHS.get(text.casefold(), 0)
