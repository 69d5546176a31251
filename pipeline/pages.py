"""A page that was copied as text, as an article: its headline, its date, and what stood around it.

The text stays whole, so that offsets hold in the file that the user has; sections tell the article from the tool
bars, counters, clocks, menus and related news before and after it. The order of work is that of a reader's eye:

1. every line gets a look from its own text (`pipeline.page_lines`);
2. the headline is the first line that is one, before the first sentence;
3. the article begins after it and ends before the first heading of other news, or with the byline;
4. the day of publication comes from a date line of the article, never from the clock above the headline.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from itertools import islice

from pipeline.article import Article, Field, Section
from pipeline.page_dates import TIME, find_dates
from pipeline.page_lines import Line, Rules, load_rules, read_lines
from pipeline.page_parts import mark_article, next_sentence
from pipeline.publishers import province_of_page

MAX_LINES = 5_000
"""Lines that are looked at; a longer text has the rest as body."""

_HEADLINE_WORDS = 8
"""So many words at least has a headline that only the date line under it gives away."""
_LONGEST_HEADLINE = 50
_CUT_WORDS = 5
_HEADLINE_LINES = 3
_RUBRIC_WORDS = 25
_BLOC = re.compile(r"\b(?:khối|cụm|khu vực)\b", re.IGNORECASE)
_NAMED_BLOC = re.compile(r"(?:khối|cụm) thi đua (?:số )?\w[^:.;|]{0,80}$", re.IGNORECASE)
_OPENS_LIST = re.compile(r"\b(?:gồm|là|có|sau|như|đây|bằng|cho|với|đồng chí|ông|bà) ?:$", re.IGNORECASE)
"""How a line ends that opens a list and is no rubric: "Khối thi đua số 2 gồm:"."""
_TOLD = re.compile(r"\b(?:tổng kết|sơ kết|hội nghị|ký kết|giao ước|nhìn lại|phát động|bình xét)\b")
"""Words that make an office's name in capitals a headline: "LIÊN ĐOÀN LAO ĐỘNG CÁC HUYỆN SƠ KẾT 6 THÁNG"."""
_DATE_IN_BRACKETS = re.compile(r"[\s.]*\([^()]*\d{1,2}[/.-]\d{1,2}[/.-]\d{4}[^()]*\)$")
_DATE_BEHIND = re.compile(
    r"(?<!ngày)(?<!từ)(?<!đến)(?<!trước)(?<!sau)\s+\d{1,2}[/.-]\d{1,2}[/.-]\d{4}(?:[\s,-]+\d{1,2}[:h]\d{2})?$"
)
_FIELDS_BEFORE = re.compile(r"^(?:date \d{4}-\d{2}(?:-\d{2})?(?:T\S+)?|null)\s+(?=\S)")
"""What a dump of pages puts before a headline: the names and values of the page's own fields ("date 2024-01-20")."""
_QUOTED = re.compile(r"[“\"«][^“”\"«»]+[”\"»]")
_SECTION_MARKS = re.compile(r"[|▼»›]")
_SIGNED_WORDS = 8
"""So many words at most are left of a line that names its writer or its paper beside the day: "Admin - 06/12/2022"."""
_SIGNED_LOOKS = frozenset(("short", "site", "byline"))
_SITE_SUFFIX = re.compile(r"\s+[-–|]\s+(?:cổng|trang|báo|sở|ubnd|website)\s.*$", re.IGNORECASE)


def read_copied_page(text: str, article_id: str) -> Article:
    """Read a page copied as text.

    Args:
        text: The decoded text, as the user has it.
        article_id: What to call the article, for a file its stem.

    Returns:
        An article whose text is the text given; `title` and `published` are None where the page names none.
    """
    rules = load_rules()
    lines = list(islice(read_lines(text, rules), MAX_LINES))
    first = next_sentence(lines, 0)
    headline = _headline(lines, first, rules)
    if headline is None:
        headline = _dated_headline(lines, first, rules)
    rubric = _rubric(lines, first, rules)
    if rubric is not None and headline in (None, rubric):
        headline = rubric + 1
    elif rubric is None and headline and _is_bare_rubric(lines[headline - 1], lines[headline], rules):
        rubric = headline - 1
    last = headline
    if headline is not None:
        last = _headline_end(lines, headline, first)
        first = next_sentence(lines, last + 1)
    start = first if last is None else last + 1
    fields, end = mark_article(lines, start, first, rules)
    title, top = None, headline
    if headline is not None and last is not None:
        fields[headline : last + 1] = ["title"] * (last + 1 - headline)
        if rubric is not None and rubric == headline - 1:
            fields[rubric], top = "title", rubric
        parts = [_title_text(lines[headline]) or "", *(line.text for line in lines[headline + 1 : last + 1])]
        title = " ".join(filter(None, parts)) or None
    return Article(
        article_id=article_id,
        text=text,
        sections=tuple(_sections(text, lines, fields)),
        title=title,
        published=_published(lines, headline, top, _first_copy(lines, headline, start), first, end, rules),
        province=province_of_page(lines, fields),
    )


def _headline(lines: Sequence[Line], first: int, rules: Rules) -> int | None:
    """Return the index of the headline among the lines before the first sentence.

    1. The first line that reads as a headline ("Khối thi đua số 2 tổng kết công tác năm 2024").
    2. The first line that might be one: short, or in capitals as the names of sections are.
    3. A window's title with the site's name behind it.

    Of the same line twice, the later one counts: the earlier is the window's title.
    """
    head = range(min(first, len(lines)))
    plain = [i for i in head if lines[i].look in {"short", "caption"}]
    found = next((i for i in plain if _reads_as_headline(lines[i], rules)), None)
    if found is None:
        found = next((i for i in plain if _may_be_headline(lines[i], rules)), None)
    if found is None:
        titled = (i for i in head if lines[i].look in {"site", "item"} and _title_text(lines[i]) is not None)
        return next((i for i in titled if _reads_as_headline(lines[i], rules)), None)
    if _is_motto(lines[found], rules):
        found = next((i for i in plain if i > found and _stands_on_date(lines, i, rules)), found)
    same = [i for i in head if i > found and _tells_again(lines[i], lines[found])]
    return same[-1] if same else found


def _headline_end(lines: Sequence[Line], headline: int, first: int) -> int:
    """Return the last line of a headline that is broken over several: they go on in small letters."""
    last = headline
    while last + 1 < min(first, len(lines)) and last - headline < _HEADLINE_LINES:
        below = lines[last + 1]
        goes_on = below.look == "short" and below.text[0].islower() and not below.text.isascii()
        if not goes_on or lines[headline].text.isupper() or lines[last].text.endswith((".", "!", "?")):
            break
        last += 1
    return last


def _tells_again(line: Line, window: Line) -> bool:
    """Whether a line is a window's title again, which may break off in that: "Khối thi đua số 2 ký k"."""
    title, text = window.text.casefold(), line.text.casefold()
    cut = title.rstrip(" .…")
    return text == title or (line.look == "short" and window.words >= _CUT_WORDS and text.startswith(cut))


def _rubric(lines: Sequence[Line], first: int, rules: Rules) -> int | None:
    """Return the index of a line that names the bloc over the headline proper: "Cụm thi đua số 4 huyện A:"."""
    for i in range(min(first + 1, len(lines) - 1)):
        line = lines[i]
        if line.words > _RUBRIC_WORDS or not line.text.endswith(":") or not _BLOC.search(line.text):
            continue
        if not _OPENS_LIST.search(line.text) and lines[i + 1].look == "short" and _may_be_headline(lines[i + 1], rules):
            return i
    return None


def _is_bare_rubric(line: Line, below: Line, rules: Rules) -> bool:
    """Whether a line right over the headline is a bloc's name alone: "CỤM THI ĐUA SỐ 4" over "Tổng kết năm 2024"."""
    named = _NAMED_BLOC.match(line.text) and not _TOLD.search(line.text.casefold())
    return bool(named) and not _BLOC.search(below.text) and rules.event.search(below.text.casefold()) is not None


def _is_motto(line: Line, rules: Rules) -> bool:
    """Whether what might be a headline is rather a site's motto or menu: in quotation marks, with bars, of no event."""
    text = line.text
    return bool(_QUOTED.fullmatch(text) or _SECTION_MARKS.search(text)) or not rules.event.search(text)


def _stands_on_date(lines: Sequence[Line], i: int, rules: Rules) -> bool:
    """Whether a line reads as a headline and has the article's date line right under it."""
    below = lines[i + 1] if i + 1 < len(lines) else None
    dated = below is not None and below.look == "date" and "clock" not in below.labels
    return dated and _reads_as_headline(lines[i], rules)


def _dated_headline(lines: Sequence[Line], first: int, rules: Rules) -> int | None:
    """Return a headline that the date line under it gives away.

    1. A line that looks like an office's name or a slogan ("HỘI NGHỊ TỔNG KẾT …", "… chào mừng Đại hội Đảng bộ").
    2. The first sentence itself: a headline with a full stop.
    3. A headline under a lead that was printed above it.
    """
    for i in range(min(first + 3, len(lines) - 1)):
        line, below = lines[i], lines[i + 1]
        if below.look != "date" or "clock" in below.labels or line.words > 40 or rules.opener.match(line.text):
            continue
        if i >= first or (line.look in ("short", "slogan") and line.words >= _HEADLINE_WORDS):
            return i
    return None


def _reads_as_headline(line: Line, rules: Rules) -> bool:
    text = _title_text(line) or ""
    events = rules.event.findall(text.casefold() if text.isupper() else text)
    words = len(text.split())
    if not _may_be_headline(line, rules):
        return False
    if text.isupper():
        return words >= 7 and bool(events)
    return words >= 6 and (bool(events) or words >= 8)


def _may_be_headline(line: Line, rules: Rules) -> bool:
    text = _title_text(line) or ""
    if rules.clock.search(text) and find_dates(text):
        return False
    words = len(text.split())
    if not 5 <= words <= _LONGEST_HEADLINE or text[0].islower() or text[0] + text[-1] == "()":
        return False
    if line.indent >= 30 or text.startswith((">", "»", "›", "- ", "* ", "+ ", "http")):
        return False
    if not rules.office.match(text):
        return True
    return bool(rules.event.search(text)) if not text.isupper() else words >= 8 and bool(_TOLD.search(text.casefold()))


def _title_text(line: Line) -> str | None:
    text = _FIELDS_BEFORE.sub("", _DATE_BEHIND.sub("", _DATE_IN_BRACKETS.sub("", line.text)))
    if line.look == "site":
        shorter = _SITE_SUFFIX.sub("", text)
        return shorter if shorter != text else None
    return text


def _first_copy(lines: Sequence[Line], headline: int | None, start: int) -> int:
    """Return where the article's date lines may begin: after the first of two same headlines with a date between."""
    if headline is None:
        return start
    same = (i + 1 for i in range(headline) if lines[i].text.casefold() == lines[headline].text.casefold())
    return next(same, start)


def _published(
    lines: Sequence[Line], headline: int | None, top: int | None, start: int, first: int, end: int, rules: Rules
) -> date | None:
    """Return the day of publication, from the best of the article's date lines; `top` is the headline or its rubric.

    1. A line that says so ("Ngày đăng: 01/03/2024  22:29"), wherever it stands before other news.
    2. A line that says when the page was last changed ("Cập nhật lúc: 16:05 26/03/2021").
    3. Between headline and text, a date and a time ("16/01/2024 14:35"), then a date alone ("Thứ ba,  16/01/2024");
       a date and a time right under the lead.
    4. Under the text, a date and a time; around the text, a day beside who signed ("Admin - 06/12/2022").
    5. Right above the headline, a date and a time without the weekday that a clock has; without a headline, a date
       right above the text.

    A weekday and a date above the headline is the page's clock, whatever its time.
    """
    stop = next((i for i in range(max(start, first), len(lines)) if lines[i].look == "ending"), len(lines))
    ranked: list[tuple[int, date]] = []
    for i, line in enumerate(lines[:stop]):
        rank = _date_rank(lines, i, top, start, first, end)
        if line.published and rank:
            ranked.append((rank, line.published))
        elif (start <= i < first or i >= end - 1) and (day := _signed_day(line, rules)):
            ranked.append((5, day))
    if ranked:
        return min(ranked, key=lambda item: item[0])[1]
    beside = lines[headline if headline is not None else 0].text if lines else ""
    patterns = (_DATE_IN_BRACKETS, _DATE_BEHIND, _FIELDS_BEFORE) if headline is not None else (_FIELDS_BEFORE,)
    named = [found.value for p in patterns if (part := p.search(beside)) for found in find_dates(part[0])]
    return named[0] if named else None


def _date_rank(lines: Sequence[Line], i: int, headline: int | None, start: int, first: int, end: int) -> int | None:
    """Return how well a date line names the day of publication, 1 best, or None where it is a clock."""
    labels = lines[i].labels | _label_above(lines, i)
    if "clock" in labels:
        return None
    for rank, label in ((1, "posted"), (2, "updated")):
        if label in labels:
            return rank
    timed, weekday = "time" in labels, "weekday" in labels
    if headline is not None and start <= i < first:
        return 3 if timed else 4
    if first <= i and end - 1 <= i and timed:
        return 5
    if i == first + 1 and timed and headline is not None:
        return 4
    if headline is None:
        return 6 if not weekday and (timed and i < first or i == first - 1) else None
    return 6 if i == headline - 1 and timed and not weekday else None


def _signed_day(line: Line, rules: Rules) -> date | None:
    """Return the day in a short line that names the writer or the paper beside it and tells of nothing.

    "Admin - 06/12/2022", "Báo Nghệ An điện tử - 14/11/2022 09:05", "N.NGÀ (Ngày 23/01/2021)"; no clock with a weekday.
    """
    if line.look not in _SIGNED_LOOKS or rules.clock.search(line.text):
        return None
    dates = find_dates(line.text)
    if len(dates) != 1:
        return None
    rest = f"{line.text[: dates[0].start]} {line.text[dates[0].end :]}"
    rest = re.sub(r"\bngày\b", " ", TIME.sub(" ", rest), flags=re.IGNORECASE).strip(" -–|,.()")
    signed = 0 < len(rest.split()) <= _SIGNED_WORDS and rest[:1].isupper() and not rules.event.search(rest)
    return dates[0].value if signed else None


def _label_above(lines: Sequence[Line], i: int) -> frozenset[str]:
    return lines[i - 1].labels if i and lines[i - 1].look in {"posted", "updated"} else frozenset()


def _sections(text: str, lines: Sequence[Line], fields: Sequence[Field]) -> list[Section]:
    """Join neighbouring lines of one field; what lies beyond the lines looked at is body."""
    sections: list[Section] = []
    for line, field in zip(lines, fields, strict=True):
        if sections and sections[-1].field == field and field != "title":
            sections[-1] = Section(field, sections[-1].start, line.end)
        else:
            sections.append(Section(field, line.start, line.end))
    if len(lines) == MAX_LINES and sections[-1].end < len(text):
        sections.append(Section("body", sections[-1].end, len(text)))
    return sections
