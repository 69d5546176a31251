"""The sample sites: the bundled reports to the letter, the same bytes every time, served and found over real HTTP."""

from __future__ import annotations

import re
import urllib.error
import urllib.request
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from urllib.parse import quote

import pytest

from scrapers.discover import Seed, entry_points, read_index
from scrapers.parse import parse_page, recognise
from scrapers.platforms import FAMILIES
from scrapers.sample_articles import expected
from scrapers.sample_pages import SampleSite, sample_sites, saved_pages
from scrapers.samples import Served, serve
from scrapers.source import Source
from scrapers.urls import fetchable, page_id

GOLDEN = Path(__file__).parent / "golden"
SITES = {site.family: site for site in sample_sites()}
FAMILY_NAMES = [family.name for family in FAMILIES]


@pytest.fixture(scope="module")
def served() -> Iterator[Served]:
    with serve() as sites:
        yield sites


def get(url: str, **headers: str) -> tuple[int, bytes, str]:
    """Ask for an address without any proxy; return status, body and declared charset."""
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(urllib.request.Request(quote(url, safe="%/:?&=!,+@"), headers=headers), timeout=10) as answer:
            return answer.status, answer.read(), answer.headers.get_content_charset() or ""
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read(), ""


def source_of(served: Served, family: str) -> Source:
    return next(source for source in served.sources if source.platform == family)


# What is on the sites ---------------------------------------------------------------------------------------------


def test_every_family_has_a_site() -> None:
    assert sorted(SITES) == sorted(FAMILY_NAMES)


def test_every_bundled_report_is_on_one_site(reports: Path) -> None:
    printed = sorted(a.key for site in SITES.values() for a in site.articles if not a.key.startswith("noise"))
    assert printed == sorted(path.stem for path in reports.glob("*.txt"))


@pytest.mark.parametrize("family", FAMILY_NAMES)
def test_every_site_has_other_news_and_more_than_one_page_of_it(family: str) -> None:
    site = SITES[family]
    assert sum(article.key.startswith("noise") for article in site.articles) >= 2
    lists = [
        path
        for path, page in site.pages.items()
        if b"@@CLOCK@@" in page.content and path not in {a.url for a in site.articles}
    ]
    assert len(lists) >= 3


def words(text: str) -> list[str]:
    return re.findall(r"\S+", text.replace("\u00a0", " "))


def test_the_wording_of_the_reports_is_kept_to_the_letter(reports: Path) -> None:
    for site in SITES.values():
        for article in site.articles:
            if article.key.startswith("noise"):
                continue
            report = " ".join(words((reports / f"{article.key}.txt").read_text("utf-8")))
            for _, text in expected(article):
                assert " ".join(words(text)) in report, (article.key, text)
            told = sum(len(words(text)) for _, text in expected(article))
            assert told >= 0.85 * len(words(report)), article.key  # only chrome is left out


def test_rendering_gives_the_same_bytes_every_time() -> None:
    again = {site.family: site for site in sample_sites()}
    assert again == SITES


def test_saved_pages_are_what_the_templates_give() -> None:
    for page in saved_pages():
        path = GOLDEN / page.family / f"{page.layout}.html"
        assert path.read_text("utf-8") == page.html, "if meant: python -m scrapers.sample_pages tests/golden"


def test_every_page_looks_like_its_family() -> None:
    for site in SITES.values():
        for path, page in site.pages.items():
            if page.content_type.startswith("text/html"):
                assert recognise(page.content, f"http://x.example{path}") == site.family, (site.family, path)


def test_pages_hold_what_real_ones_hold() -> None:
    """A clock, a counter, a menu and other news stand around every article that is not a print page."""
    for site in SITES.values():
        for article in site.articles:
            html = site.pages[article.url].content.decode()
            assert "@@CLOCK@@" in html and html.count("<a ") >= 5, site.family
            assert any(other.title in html for other in site.articles if other is not article)


# Served -----------------------------------------------------------------------------------------------------------


def test_each_site_has_its_own_address(served: Served) -> None:
    assert len({source.base_url for source in served.sources}) == len(FAMILY_NAMES)
    assert all(source.kind == "sample" and source.local and source.state == "verified" for source in served.sources)


def test_conditional_requests_and_missing_pages(served: Served) -> None:
    source = source_of(served, "nukeviet")
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(source.base_url, timeout=10) as answer:
        tag, modified = answer.headers["ETag"], answer.headers["Last-Modified"]
    assert tag and modified
    assert get(source.base_url, **{"If-None-Match": tag})[:2] == (304, b"")
    assert get(source.base_url, **{"If-None-Match": '"x"'})[0] == 200
    status, body, _ = get(f"{source.base_url}khong-co.html")
    assert status == 404 and b"html" in body
    assert get(f"{source.base_url}robots.txt")[1].startswith(b"User-agent: *")


def test_counters_grow_and_clocks_go(served: Served) -> None:
    source = source_of(served, "aspnet")
    first, second = get(source.base_url)[1], get(source.base_url)[1]
    assert first != second
    assert re.search(rb"\d\d/\d\d/\d{4}", first)
    url = source.base_url + served.sites[source.key].articles[0].url[1:]
    loads = [parse_page(get(url)[1], url, source).article for _ in range(2)]
    assert loads[0] is not None and loads[0] == loads[1]


def test_junk_in_an_address_leads_to_the_same_page(served: Served) -> None:
    source = source_of(served, "webcenter")
    url = source.base_url + served.sites[source.key].articles[0].url[1:]
    assert get(f"{url}&dID=156472&_afrLoop=1")[0] == 200
    assert page_id(f"{url}&dID=156472", source) == page_id(url, source)


def test_a_fixed_port_and_a_choice_of_families() -> None:
    with serve(families=frozenset({"drupal"})) as one:
        assert [source.platform for source in one.sources] == ["drupal"]
        port = int(one.sources[0].base_url.rsplit(":", 1)[1].strip("/"))
        with pytest.raises(OSError), serve(port=port - FAMILY_NAMES.index("drupal")):
            pass


# Discovered and read ----------------------------------------------------------------------------------------------


def discover(source: Source) -> dict[str, str]:
    """Follow everything that lists articles; return the articles' addresses by page id."""
    found: dict[str, str] = {}
    waiting: list[Seed] = entry_points(source)
    asked: set[str] = set()
    while waiting:
        seed = waiting.pop(0)
        url = fetchable(seed.url)
        if url is None or url in asked:
            continue
        asked.add(url)
        status, body, charset = get(url)
        if status == 200:
            index = read_index(seed.kind, body, url, source, charset, depth=seed.depth)
            assert not index.problems
            waiting += index.next_pages
            for link in index.links:
                found.setdefault(page_id(link.url, source), fetchable(link.url) or "")
    return found


@pytest.mark.parametrize("family", FAMILY_NAMES)
def test_all_articles_are_found_and_read_to_the_letter(served: Served, family: str) -> None:
    source = source_of(served, family)
    site: SampleSite = served.sites[source.key]
    by_title = {article.title: article for article in site.articles}
    read = set()
    for url in discover(source).values():
        _, body, charset = get(url)
        page = parse_page(body, url, source, charset, fetched=date(2026, 11, 21))
        assert page.outcome == "article" and page.article is not None, url
        sample = by_title[page.article.title or ""]
        assert [(s.field, page.article.text[s.start : s.end]) for s in page.article.sections] == expected(sample)
        assert page.article.published == (sample.published and sample.published.date())
        assert page.article.parser is not None and page.article.parser.startswith(f"{family}/")
        read.add(sample.key)
    assert read == {article.key for article in site.articles}
