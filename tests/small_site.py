"""A small site of the NukeViet family for tests of the crawl: lists with page numbers, articles, a menu, a clock."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from scrapers.source import Source
from tests.hostile import Answer, Page, Server, robots

SECTION = "/vi/news/thi-dua/"

_PLACES = (
    "Đức Cơ",
    "Chư Prông",
    "Ia Grai",
    "Mang Yang",
    "Kbang",
    "Đak Pơ",
    "Krông Pa",
    "Phú Thiện",
    "Chư Sê",
    "Đak Đoa",
)
_UNITS = ("Sở Y tế", "Sở Tài chính", "Sở Nội vụ", "Thanh tra tỉnh", "Sở Tư pháp", "Ban Dân tộc", "Sở Công Thương")


def article_path(number: int) -> str:
    return f"{SECTION}khoi-thi-dua-so-{number}-tong-ket-{1000 + number}.html"


def title(number: int) -> str:
    return f"Khối thi đua số {number} tổng kết công tác năm 2023"


def text(number: int, extra: str = "") -> str:
    """A body that no other article of the site shares five words in a row with, formulas apart."""
    unit, other = _UNITS[number % 7], _UNITS[(number + 3) % 7]
    names = " ".join(f"<p>Điểm {n * number + 11} thuộc về {_PLACES[(n + number) % 10]} lần {n}.</p>" for n in range(12))
    return (
        f"<p>Sáng 12/01/2024, Khối thi đua số {number} tổ chức hội nghị tổng kết năm 2023 tại {_PLACES[number % 10]}.</p>"
        f"<p>Hội nghị bầu {unit} làm Trưởng khối, {other} làm Phó Trưởng khối năm 2024.</p>{names}{extra}"
    )


def article(number: int, body: str | None = None, day: date | None = None) -> str:
    day = day or date(2024, 1, 15) + timedelta(days=number)
    return (
        '<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><meta name="generator" content="NukeViet v4.5">'
        f"<title>{title(number)} - Cổng thông tin</title></head><body><div id='clock'>Thứ bảy, 21/11/2026</div>"
        f"<ul><li><a href='/'>Trang chủ</a></li><li><a href='{SECTION}'>Thi đua</a></li></ul>"
        '<div class="news_column panel panel-default"><div class="panel-body">'
        f'<h1 class="title margin-bottom-lg" itemprop="headline">{title(number)}</h1>'
        f'<div class="hidden" itemprop="datePublished">{day.isoformat()}T08:30:00+07:00</div>'
        f'<span class="h5">Thứ hai - {day:%d/%m/%Y} 08:30</span>'
        '<div id="news-bodyhtml" class="bodytext margin-bottom-lg" itemprop="articleBody">'
        f"{body if body is not None else text(number)}</div></div></div></body></html>"
    )


def listing(numbers: list[int], following: str | None) -> str:
    items = "".join(
        f'<div class="news_column"><h2><a href="{article_path(n)}">{title(n)}</a></h2>'
        f'<span class="time">{date(2024, 1, 15) + timedelta(days=n):%d/%m/%Y}</span></div>'
        for n in numbers
    )
    more = f'<div class="text-center"><a rel="next" href="{following}">Trang sau</a></div>' if following else ""
    return f'<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>{items}{more}</body></html>'


def small_site(articles: int = 12, per_list: int = 5, delay: float = 0.0) -> dict[str, Answer]:
    """The pages of a site with so many articles, the newest first in the lists."""
    pages: dict[str, Answer] = {"/robots.txt": robots("User-agent: *\nDisallow: /admin/")}
    numbers = list(range(articles, 0, -1))
    starts = list(range(0, articles, per_list))
    for index, start in enumerate(starts):
        path = SECTION if index == 0 else f"{SECTION}page-{index + 1}/"
        following = f"{SECTION}page-{index + 2}/" if index + 1 < len(starts) else None
        pages[path] = Page(listing(numbers[start : start + per_list], following), delay=delay)
    for number in numbers:
        pages[article_path(number)] = Page(article(number), delay=delay)
    return pages


def small_source(server: Server, **fields: Any) -> Source:
    values = {"platform": "nukeviet", "listings": (f"{server.base}{SECTION}",), "province": "Gia Lai"}
    return server.source(**{**values, **fields})
