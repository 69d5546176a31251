"""Render the sample sites of `corpora/portals`: one small site per portal family, with the bundled reports in it.

The same data give the same bytes. What a living site changes at every load, its clock and its counters, stays open as
`CLOCK` and `VISITS` until a page is served; so does the site's own address, `BASE`.
"""

from __future__ import annotations

import gzip
import re
import sys
import unicodedata
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, FunctionLoader, StrictUndefined

from scrapers.sample_articles import DATA, SampleArticle, bare, load_toml, noise, report

CLOCK, VISITS, BASE = "@@CLOCK@@", "@@VISITS@@", "@@BASE@@"
PER_PAGE = 3
"""Articles on one page of a list."""

_FEED_LENGTH = 3  # so that feeds alone do not lead to every report
_WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")
_TOPICS = ("khối thi đua", "cụm thi đua")


@dataclass(frozen=True, slots=True)
class SamplePage:
    """One resource of a site: its type, and its content with `CLOCK`, `VISITS` and `BASE` still open."""

    content_type: str
    content: bytes
    status: int = 200


@dataclass(frozen=True, slots=True)
class SampleSite:
    """A small site: its family, its articles, and its resources by path and query."""

    key: str
    family: str
    name: str
    articles: tuple[SampleArticle, ...]
    pages: dict[str, SamplePage]
    missing: SamplePage


@dataclass(frozen=True, slots=True)
class SavedPage:
    """A page of one layout, as it is saved for the tests: its address, the report in it, its HTML."""

    family: str
    layout: str
    url: str
    article: SampleArticle
    html: str


def sample_sites() -> Iterator[SampleSite]:
    """Yield every sample site."""
    for entry in load_toml("sites.toml")["sites"]:
        yield _site(entry)


def saved_pages() -> Iterator[SavedPage]:
    """Yield one page for each layout that is shown: of the sites' first reports, and of the layouts without a site."""
    data = load_toml("sites.toml")
    shown = {(e["family"], e["layout"]) for e in data["sites"]}
    for entry in data["sites"]:
        article = _placed(report(entry["reports"][0]), entry)
        yield _saved(entry, article, f"http://{entry['family']}.example{article.url}")
    for entry in data["pages"]:
        assert (entry["family"], entry["layout"]) not in shown
        article = _placed(report(entry["report"]), {"article": entry["url"], "slug": "ascii"})
        yield _saved(entry, article, f"http://{entry['family']}.example{article.url}")


def save_pages(folder: Path) -> None:
    """Write the pages of all layouts to `folder/FAMILY/LAYOUT.html`: `python -m scrapers.sample_pages tests/golden`."""
    for page in saved_pages():
        path = folder / page.family / f"{page.layout}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page.html, encoding="utf-8")


def _saved(entry: dict[str, Any], article: SampleArticle, url: str) -> SavedPage:
    related = [_placed(noise(i), {"article": "/tin-khac/{slug}-{id}.html", "slug": "ascii"}) for i in (0, 1)]
    html = _render(entry, "article", url, article=article, related=related, side=related)
    html = html.replace(CLOCK, spoken(date(2026, 11, 21))).replace(VISITS, "1.204").replace(BASE, "")
    return SavedPage(entry["family"], entry["layout"], url, article, html)


def spoken(day: date) -> str:
    """Return a day as a site's clock prints it."""
    return f"{_WEEKDAYS[day.weekday()]}, {day:%d/%m/%Y}"


def _site(entry: dict[str, Any]) -> SampleSite:
    texts = [*map(report, entry["reports"]), *map(noise, entry["noise"])]
    articles = sorted((_placed(text, entry) for text in texts), key=_newest_first)
    site = SampleSite(f"sample-{entry['family']}", entry["family"], entry["name"], tuple(articles), {}, _missing(entry))
    pages = site.pages
    pages["/robots.txt"] = SamplePage("text/plain", _robots(entry).encode())
    pages["/"] = _html(entry, "home", "/", items=articles[:PER_PAGE], side=articles[:2])
    _add_lists(pages, entry, articles)
    for i, article in enumerate(articles):
        related = [articles[i - 1], articles[i - 2]]
        pages[article.url] = _html(entry, "article", article.url, article=article, related=related, side=articles[:2])
        if "print" in entry:
            address = _fill(entry["print"], article)
            pages[address] = _html({**entry, "layout": "print"}, "article", address, article=article)
    if "feed" in entry:
        pages[entry["feed"]] = SamplePage("application/rss+xml; charset=utf-8", _feed(entry, articles).encode())
    _add_sitemaps(pages, entry, articles)
    if "search" in entry:
        found = [article for article in articles if "thi đua" in article.title.lower()]
        for topic in _TOPICS:
            address = entry["search"].replace("{query}", topic)
            pages[address] = _html(entry, "search", address, items=found, side=articles[:2])
    return site


def _add_lists(pages: dict[str, SamplePage], entry: dict[str, Any], articles: list[SampleArticle]) -> None:
    """Add the pages of the site's one list, the first under two addresses as on real sites."""
    count = -(-len(articles) // PER_PAGE)
    first = entry.get("first_page", 1)
    addresses = [entry["page"].format(n=first + i, offset=PER_PAGE * i) for i in range(count)]
    for i, address in enumerate(addresses):
        pager = [{"n": n + 1, "url": other, "current": n == i} for n, other in enumerate(addresses)]
        page = _html(
            entry,
            "list",
            address,
            items=articles[PER_PAGE * i : PER_PAGE * (i + 1)],
            pager=pager,
            next=addresses[i + 1] if i + 1 < count else None,
            side=articles[:2],
        )
        pages[address] = page
        if i == 0:
            pages[entry["list"]] = page


def _add_sitemaps(pages: dict[str, SamplePage], entry: dict[str, Any], articles: list[SampleArticle]) -> None:
    if "sitemap" not in entry:
        return
    urls = "".join(f"<url><loc>{_xml(BASE + quoted(a.url))}</loc>{_lastmod(a)}</url>" for a in articles)
    listed = f'<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="{_SITEMAPS}">{urls}</urlset>'
    part = entry.get("sitemap_part")
    if part is None:
        pages[entry["sitemap"]] = SamplePage("text/xml", listed.encode())
        return
    index = f"<sitemap><loc>{_xml(BASE + part)}</loc></sitemap>"
    pages[entry["sitemap"]] = SamplePage(
        "text/xml",
        f'<?xml version="1.0" encoding="UTF-8"?><sitemapindex xmlns="{_SITEMAPS}">{index}</sitemapindex>'.encode(),
    )
    packed = part.endswith(".gz")
    pages[part] = SamplePage("application/gzip" if packed else "text/xml", listed.encode())


_SITEMAPS = "http://www.sitemaps.org/schemas/sitemap/0.9"


def finished(page: SamplePage, path: str, base: str, clock: str, visits: int) -> bytes:
    """Return a page's content with what was open filled in; a `.gz` is packed."""
    content = page.content
    for token, value in ((BASE, base), (CLOCK, clock), (VISITS, f"{visits:,}".replace(",", "."))):
        content = content.replace(token.encode(), value.encode())
    return gzip.compress(content, mtime=0) if path.endswith(".gz") else content


def quoted(url: str) -> str:
    """Return a path and query percent-encoded, as it goes over the wire."""
    return quote(url, safe="/?&=:!%,")


def _feed(entry: dict[str, Any], articles: list[SampleArticle]) -> str:
    items = "".join(
        f"<item><title><![CDATA[{a.title}]]></title><link>{_xml(BASE + quoted(a.url))}</link>"
        f"<description><![CDATA[{a.teaser}]]></description>"
        + (f"<pubDate>{a.published:%a, %d %b %Y %H:%M:%S} +0700</pubDate>" if a.published else "")
        + "</item>"
        for a in articles[:_FEED_LENGTH]
    )
    channel = f"<channel><title>{_xml(entry['name'])}</title>{items}</channel>"
    return f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0">{channel}</rss>'


def _robots(entry: dict[str, Any]) -> str:
    lines = ["\ufeffUser-agent: *" if entry.get("bom") else "User-agent: *", "Disallow: /admin/", "Disallow: /*login"]
    if "sitemap" in entry:
        lines.append(f"Sitemap: {BASE}{entry['sitemap']}")
    return "\r\n".join(lines) + "\r\n"


def _missing(entry: dict[str, Any]) -> SamplePage:
    page = _html(entry, "notice", "/khong-co")
    return SamplePage(page.content_type, page.content, 404)


def _html(entry: dict[str, Any], kind: str, url: str, **context: Any) -> SamplePage:
    text = _render(entry, kind, url, **context)
    declared = entry.get("header", "utf-8")
    mark = "\ufeff" if entry.get("bom") else ""
    return SamplePage(f"text/html; charset={declared}", (mark + text).encode("utf-8"))


def _render(entry: dict[str, Any], kind: str, url: str, **context: Any) -> str:
    family, layout = entry["family"], entry.get("layout", "")
    name = f"{family}-parts.html" if "parts" in entry else f"{family}-{layout}.html"
    template = _environment().get_template(name if kind == "article" else f"{family}.html")
    home = f"{BASE}/"
    sections = [{"name": "Trang chủ", "url": "/"}, {"name": "Giới thiệu", "url": "/gioi-thieu"}]
    if "list" in entry:
        sections.append({"name": "Tin tức - Sự kiện", "url": entry["list"]})
    site = {"name": entry.get("name", "Cổng Thông tin điện tử"), "key": "ubnd", "home": home, "sections": sections,
            "gmt": entry.get("gmt", False)}  # fmt: skip
    defaults: dict[str, Any] = {
        "article": None,
        "items": [],
        "pager": [],
        "next": None,
        "related": [],
        "side": [],
        "parts": {},
    }
    values = {**defaults, **context, "parts": entry.get("parts", {})}
    return template.render(site=site, page={"kind": kind, "url": url}, clock=CLOCK, visits=VISITS, **values)


@cache
def _environment() -> Environment:
    def load(name: str) -> str:
        return (DATA / "templates" / name).read_text("utf-8")

    environment = Environment(
        loader=FunctionLoader(load),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=False,
        keep_trailing_newline=True,
    )
    environment.filters |= {"date": _date, "weekday": lambda d: _WEEKDAYS[d.weekday()], "us": _us, "bare": bare}
    environment.filters["vietnamese_net"] = lambda d: f"{d:%d/%m/%Y} {_half(d)} {'SA' if d.hour < 12 else 'CH'}"
    return environment


def _date(when: datetime, form: str) -> str:
    return when.strftime(form)


def _us(when: datetime) -> str:
    """Write a time as .NET does with American settings: month first, without leading zeros."""
    return f"{when.month}/{when.day}/{when.year} {_half(when)} {'AM' if when.hour < 12 else 'PM'}"


def _half(when: datetime) -> str:
    return f"{when.hour % 12 or 12}:{when:%M:%S}"


def _placed(article: SampleArticle, entry: dict[str, Any]) -> SampleArticle:
    """Return an article with its number, slug and address on a site."""
    number = 100_000 + zlib.crc32(article.key.encode()) % 900_000
    placed = replace(article, slug=_slug(article.title, entry["slug"]), id=number)
    return replace(placed, url=_fill(entry["article"], placed))


def _fill(pattern: str, article: SampleArticle) -> str:
    when = article.published or datetime(2022, 6, 1)
    return pattern.format(
        slug=article.slug,
        id=article.id,
        hex=sha256(article.key.encode()).hexdigest()[:32],
        yyyymm=f"{when:%Y%m}",
        stamp=f"{when:%y%m%d%H%M%S}{article.id % 1000:03}",
    )


def _slug(title: str, fashion: str) -> str:
    words = title.lower()
    if fashion == "no-d":
        words = words.replace("đ", "")
    if fashion == "no-marks":
        return re.sub(r"[^a-z0-9]+", "-", unicodedata.normalize("NFC", words)).strip("-")[:80]
    return re.sub(r"[^a-z0-9]+", "-", bare(words)).strip("-")[:80]


def _newest_first(article: SampleArticle) -> tuple[float, str]:
    return (-(article.published or datetime(2022, 6, 1)).timestamp(), article.key)


def _lastmod(article: SampleArticle) -> str:
    return f"<lastmod>{article.published:%Y-%m-%dT%H:%M:%S+07:00}</lastmod>" if article.published else ""


def _xml(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


if __name__ == "__main__":
    save_pages(Path(sys.argv[1]))
