"""HTML to article on the pages of the sample portals: pages a second, and how much of the text, title and date is right.

Each page is a report set by one of the portals' layouts, with a menu, a clock and other news around it; what is right is
known from the report. Thidua knows the family of portal that the site is declared as, as in a crawl; the others get the
page's address where they ask for one, and their own defaults otherwise.
"""

from __future__ import annotations

import logging
import re
import warnings
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from scrapers.sample_articles import SampleArticle, expected
from scrapers.sample_pages import finished, sample_sites, saved_pages, spoken
from tests.benchmarks.measure import Row, cpu, in_turn, installed, quotients, rate, say

ROUNDS = 5
_FETCHED = date(2026, 11, 21)
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Page:
    """A page and the report in it."""

    content: bytes
    url: str
    family: str
    article: SampleArticle


@dataclass(frozen=True, slots=True)
class Answer:
    """What a library made of a page: title, day of publication, and text without the title."""

    title: str | None
    day: date | None
    text: str


Read = Callable[[Page], Answer]


def run(*, quick: bool, full: bool) -> list[Row]:
    """Measure Thidua against each library that is installed."""
    pages = list(sample_pages())
    pages = pages[::8] if quick else pages
    readers = dict(_readers())
    say(f"  {len(pages)} pages, {sum(len(page.content) for page in pages) // len(pages):,} bytes each")
    times = in_turn({name: _all(read, pages) for name, read in readers.items()}, 2 if quick else ROUNDS)
    ours = cpu(times["Thidua"])
    scores = {name: score(read, pages) for name, read in readers.items()}
    rows = []
    for name in [name for name in readers if name != "Thidua"]:
        wanted = 10.0 if name == "trafilatura" else None
        theirs = cpu(times[name])
        rows.append(Row(
            "pages", f"HTML to article, against {name}", rate(len(pages), ours), rate(len(pages), theirs),
            quotients(theirs, ours), least=wanted,
        ))  # fmt: skip
    for name in [name for name in readers if name != "Thidua"]:
        quotient = scores["Thidua"].f1 / scores[name].f1 if scores[name].f1 else 0.0
        wanted = 1.0 if name == "readability-lxml" else None
        rows.append(Row(
            "pages", f"F1 of the text's words, against {name}", f"{scores['Thidua'].f1:.3f}", f"{scores[name].f1:.3f}",
            (quotient,), least=wanted,
        ))  # fmt: skip
    for what in ("titles", "days"):
        others = ", ".join(f"{name} {getattr(one, what):.0%}" for name, one in scores.items() if name != "Thidua")
        found = getattr(scores["Thidua"], what)
        rows.append(Row("pages", f"exact {what}", f"{found:.1%}", others, (found,), least=1.0))
    return rows


def sample_pages() -> Iterator[Page]:
    """Yield the saved page of every layout, and the articles of the sample sites."""
    for page in saved_pages():
        yield Page(page.html.encode(), page.url, page.family, page.article)
    for site in sample_sites():
        for article in site.articles:
            if not article.key.startswith("noise"):
                base = f"http://{site.family}.example"
                content = finished(site.pages[article.url], article.url, base, spoken(date(2026, 11, 21)), 1_204)
                yield Page(content, base + article.url, site.family, article)


def _all(read: Read, pages: list[Page]) -> Callable[[], None]:
    def work() -> None:
        for page in pages:
            read(page)

    work()  # what is loaded and compiled at first use
    return work


def _readers() -> Iterator[tuple[str, Read]]:
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    yield "Thidua", _thidua()
    makers = {"trafilatura": _trafilatura, "readability-lxml": _readability, "news-please": _newsplease}
    for name, make in makers.items():
        if installed(name):
            yield name, make()
        else:
            say(f"  {name} is not installed; left out")


def _thidua() -> Read:
    from scrapers.boilerplate import look_of_line
    from scrapers.parse import parse_page
    from scrapers.platforms import FAMILIES, OTHERS
    from scrapers.source import Source

    names = [one.name for one in FAMILIES]
    declared = {name: Source(key=name, name=name, base_url=f"http://{name}.example/", platform=name) for name in names}  # type: ignore[arg-type]
    sources = {**declared, OTHERS.name: None}

    def read(page: Page) -> Answer:
        look_of_line.cache_clear()  # the same reports stand on several of these pages, unlike on real ones
        article = parse_page(page.content, page.url, sources[page.family], fetched=_FETCHED).article
        if article is None:
            return Answer(None, None, "")
        text = " ".join(
            article.text[s.start : s.end] for s in article.sections if s.field in ("lead", "body", "caption")
        )
        return Answer(article.title, article.published, text)

    return read


def _trafilatura() -> Read:
    from trafilatura import bare_extraction

    def read(page: Page) -> Answer:
        found = bare_extraction(page.content, url=page.url, with_metadata=True, include_comments=False)
        if found is None:
            return Answer(None, None, "")
        return Answer(found.title, _day(found.date), found.text or "")

    return read


def _readability() -> Read:
    from lxml.html import fromstring
    from readability import Document

    def read(page: Page) -> Answer:
        document = Document(page.content, url=page.url)
        summary = document.summary(html_partial=True)
        return Answer(document.short_title(), None, " ".join(fromstring(summary).itertext()))

    return read


def _newsplease() -> Read:
    from newsplease import NewsPlease

    def read(page: Page) -> Answer:
        found = NewsPlease.from_html(page.content.decode("utf-8"), url=page.url)
        day = found.date_publish.date() if found.date_publish else None
        return Answer(found.title, day, found.maintext or "")

    return read


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text[:10]) if text else None


@dataclass(frozen=True, slots=True)
class Score:
    """How much is right: F1 of the words of lead, body and captions, the mean over all pages; titles; days."""

    f1: float
    titles: float
    days: float


def score(read: Read, pages: list[Page]) -> Score:
    """Read every page and compare with its report."""
    f1 = []
    titles = days = 0
    for page in pages:
        answer = read(page)
        wanted = Counter(_WORD.findall(" ".join(text for field, text in expected(page.article) if field in _TEXT)))
        f1.append(_f1(wanted, Counter(_WORD.findall(answer.text))))
        titles += answer.title == page.article.title
        days += answer.day == (page.article.published and page.article.published.date())
    return Score(sum(f1) / len(f1), titles / len(pages), days / len(pages))


_TEXT = ("lead", "body", "caption")


def _f1(wanted: Counter[str], found: Counter[str]) -> float:
    common = (wanted & found).total()
    return 2 * common / (wanted.total() + found.total()) if common else 0.0
