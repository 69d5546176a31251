"""The day on which a page says that it was published.

Portals print many dates: today's in the header, that of the licence in the footer, those of related news, those of the
events reported. So a date is looked for in the article's own container only, never on the whole page and never in a
running sentence; then in what the page tells machines about the article, and last in its address. How a date is
written, the American order of ASP.NET portals included, is `pipeline.page_dates`' matter.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from typing import Any, Literal

from pipeline.page_dates import TIME, find_dates, iter_dates
from pipeline.page_lines import load_rules, look_at

Basis = Literal["element", "line", "microdata", "meta", "json-ld", "url"]
"""Where a date was found: the element that the layout names, a date line of the container, or data for machines."""

Precision = Literal["minute", "day", "month"]

_VIETNAM = timezone(timedelta(hours=7))
# A label of publication goes before one of an update in the same line.
_POSTED = re.compile(r"(?:ngày đăng|đăng ngày|đăng lúc|đăng tải|xuất bản|tin đăng)\D{0,12}", re.IGNORECASE)
_MIDNIGHT = re.compile(r"T?0?0[:h]00(?:[:']00)?\b")


@dataclass(frozen=True, slots=True)
class Published:
    """A publication date. With precision `month`, `day` is the first of the month. `quote` is what the page says."""

    day: date
    precision: Precision
    quote: str
    basis: Basis


def read_date(text: str, basis: Basis = "element") -> Published | None:
    """Return the first date in what a date element says, that of publication before that of an update.

    Midnight is what a portal prints where nobody set a time, and counts as none.
    """
    text = unicodedata.normalize("NFC", " ".join(text.split()))
    label = _POSTED.search(text)
    for start in (label.end(), 0) if label else (0,):
        for found in find_dates(text[start:])[:1]:
            quote = text[start + found.start : start + found.end]
            rest = f"{text[: start + found.start]} | {text[start + found.end :]}"
            clock = TIME.search(rest)
            timed = clock is not None and not _MIDNIGHT.match(clock[0])
            return Published(found.value, "minute" if timed else "day", quote, basis)
    return None


def read_date_line(text: str) -> Published | None:
    """Return the date of a line that says nothing else: labels, weekday, clock, counters and a name at most."""
    line = unicodedata.normalize("NFC", " ".join(text.split()))
    seen = look_at(line, 0, len(line), 0, load_rules())
    return read_date(line, "line") if seen.look == "date" else None


def read_machine_date(elements: Iterable[tuple[Basis, str]]) -> Published | None:
    """Return the first date of what the page tells machines: (basis, content) of meta elements, times, JSON-LD."""
    for basis, content in elements:
        values = _published_values(content) if basis == "json-ld" else iter((content,))
        for value in values:
            found = read_date(value, basis)
            if found:
                return found
    return None


def read_url_date(url: str) -> Published | None:
    """Return the date that an address carries: in a VCCorp id, a dated path, a slug ending in DDMMYYYY, or a month."""
    for pattern, precision in _URL_DATES:
        match = pattern.search(url)
        day = _day(**match.groupdict()) if match else None
        if match and day:
            return Published(day, precision, match[0], "url")
    return None


_URL_DATES: tuple[tuple[re.Pattern[str], Precision], ...] = (
    # -180240126224239069.htm: three digits of the site, then yymmdd, the time of day and milliseconds
    (re.compile(r"-\d{3}(?P<y>\d{2})(?P<m>\d{2})(?P<d>\d{2})[0-2]\d[0-5]\d[0-5]\d\d{3}\.htm"), "day"),
    # -20251224183630500.htm
    (re.compile(r"-(?P<y>20\d{2})(?P<m>\d{2})(?P<d>\d{2})[0-2]\d[0-5]\d[0-5]\d\d{3,6}\.htm"), "day"),
    # /2018/09/26/slug/
    (re.compile(r"/(?P<y>20\d{2})/(?P<m>\d{2})/(?P<d>\d{2})/"), "day"),
    # slug-04042022-a98703.html
    (re.compile(r"-(?P<d>\d{2})(?P<m>\d{2})(?P<y>20\d{2})-a\d+\.html"), "day"),
    # /chinh-tri/202302/slug-972047/
    (re.compile(r"/(?P<y>20\d{2})(?P<m>0[1-9]|1[0-2])/"), "month"),
)


def days_in(text: str) -> Iterator[date]:
    """Yield the days that a running text names in full, in the order of the text."""
    line = unicodedata.normalize("NFC", " ".join(text.split()))
    return (found.value for found in iter_dates(line))


def today_in_vietnam() -> date:
    """Return the day that portals live in."""
    return datetime.now(_VIETNAM).date()


def latest_day(fetched: date | None) -> date:
    """Return the last day on which an article can have been published that was fetched then.

    None stands for now, `date.max` for a day that nobody knows.
    """
    if fetched is None:
        return today_in_vietnam()
    if isinstance(fetched, datetime):
        return fetched.astimezone(_VIETNAM).date()
    return fetched if fetched == date.max else fetched + timedelta(days=1)


def _day(y: str, m: str, d: str = "1") -> date | None:
    try:
        return date(int(y) + (2000 if len(y) == 2 else 0), int(m), int(d))
    except ValueError:
        return None


def _published_values(script: str) -> Iterator[str]:
    """Yield `datePublished` of the articles that a JSON-LD script describes. Many portals print broken JSON."""
    try:
        data = json.loads(script)
    except ValueError:
        return
    for item in _objects(data):
        value = item.get("datePublished")
        if "Article" in str(item.get("@type", "")) and isinstance(value, str):
            yield value


def _objects(data: Any) -> Iterator[dict[str, Any]]:
    if isinstance(data, dict):
        yield data
        yield from _objects(data.get("@graph"))
    elif isinstance(data, list):
        for item in data:
            yield from _objects(item)
