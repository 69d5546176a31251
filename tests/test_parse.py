"""Pages to articles: every layout's saved page, the outcomes without an article, and pages that nobody prepared for."""

from __future__ import annotations

import dataclasses
import re
import unicodedata
import warnings
from datetime import UTC, date, datetime
from pathlib import Path
from typing import get_args

import pytest
from bs4 import BeautifulSoup, Tag
from hypothesis import given
from hypothesis import strategies as st

from scrapers.assemble import assemble
from scrapers.generic import read_generic
from scrapers.layout import Layout, Rule, fitting
from scrapers.parse import ParsedPage, parse_page, recognise
from scrapers.platforms import FAMILIES, OTHERS, family
from scrapers.published import read_date_line
from scrapers.sample_articles import expected
from scrapers.sample_pages import SavedPage, saved_pages
from scrapers.source import Platform, Source
from scrapers.tree import Index, elements, parse_html, select, text_of

GOLDEN = Path(__file__).parent / "golden"
FETCHED = date(2026, 11, 21)
PAGES = {(page.family, page.layout): page for page in saved_pages()}
LAYOUTS = [(one.name, layout.name) for one in (*FAMILIES, OTHERS) for layout in one.layouts]


def saved(key: tuple[str, str]) -> bytes:
    return (GOLDEN / key[0] / f"{key[1]}.html").read_bytes()


def fields(page: ParsedPage) -> list[tuple[str, str]]:
    assert page.article is not None
    return [(s.field, page.article.text[s.start : s.end]) for s in page.article.sections]


def page_of(body: str, head: str = "") -> bytes:
    return f"<!DOCTYPE html><html><head><meta charset='utf-8'>{head}</head><body>{body}</body></html>".encode()


NUKEVIET = '<meta name="generator" content="NukeViet v4.4">'


def nukeviet(
    body: str = "", *, title: str = "Khối thi đua số 2 tổng kết năm 2023", when: str = "", after: str = ""
) -> bytes:
    """A page of a known layout with the text given."""
    stamp = f'<span class="hidden" itemprop="datePublished">{when}</span>' if when else ""
    text = body or "<p>Sáng 05/01/2024, Khối thi đua số 2 tổ chức hội nghị tổng kết công tác thi đua năm 2023.</p>"
    detail = f'<h1 itemprop="headline">{title}</h1>{stamp}<div id="news-bodyhtml">{text}</div>'
    clock = '<div class="clock">Thứ Bảy, 21/11/2026</div>'
    return page_of(f'{clock}<div class="news_column">{detail}</div>{after}', NUKEVIET)


def collapsed(node: Tag) -> str:
    return " ".join(" ".join(node.strings).split())


URL = "https://so.example/vi/news/tin-tuc/khoi-thi-dua-so-2-1514.html"


# Every layout -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("key", LAYOUTS, ids="/".join)
def test_every_layout_has_its_saved_page(key: tuple[str, str]) -> None:
    assert key in PAGES, (
        "add the layout to corpora/portals/sites.toml, and: python -m scrapers.sample_pages tests/golden"
    )
    assert (GOLDEN / key[0] / f"{key[1]}.html").exists()


def test_no_saved_page_is_without_its_layout() -> None:
    assert {(p.parent.name, p.stem) for p in GOLDEN.glob("*/*.html")} == set(LAYOUTS)


@pytest.mark.parametrize("key", LAYOUTS, ids="/".join)
def test_saved_page_is_read_to_the_letter(key: tuple[str, str]) -> None:
    sample: SavedPage = PAGES[key]
    page = parse_page(saved(key), sample.url, fetched=FETCHED)
    assert page.outcome == "article" and page.article is not None
    assert page.article.parser == "/".join(key)
    assert page.article.title == sample.article.title
    assert page.article.published == (sample.article.published and sample.article.published.date())
    # An author may stand above the text (Joomla 1); all else keeps its order.
    wanted, found = expected(sample.article), fields(page)
    assert sorted(found) == sorted(wanted)
    assert [f for f in found if f[0] != "author"] == [f for f in wanted if f[0] != "author"]
    assert not [p for p in page.problems if p.code != "decomposed-text"]


@pytest.mark.parametrize("key", LAYOUTS, ids="/".join)
def test_saved_page_is_recognised(key: tuple[str, str]) -> None:
    found = recognise(saved(key), PAGES[key].url)
    assert found == key[0] or (key[0] == OTHERS.name and found in (None, "yyyymm"))


@pytest.mark.parametrize("key", LAYOUTS, ids="/".join)
def test_saved_page_keeps_its_layout_if_its_source_is_declared(key: tuple[str, str]) -> None:
    if family(key[0]) is None:
        pytest.skip("a single site's layout belongs to no family that a source can declare")
    source = Source(key="x", name="X", base_url=f"http://{key[0]}.example/", platform=key[0], province="Kon Tum")  # type: ignore[arg-type]
    page = parse_page(saved(key), PAGES[key].url, source, fetched=FETCHED)
    assert page.article is not None and page.article.parser == "/".join(key)
    assert (page.article.source, page.article.province) == ("x", "Kon Tum")


@pytest.mark.parametrize("key", LAYOUTS, ids="/".join)
def test_layouts_say_where_they_were_seen_and_what_they_expect(key: tuple[str, str]) -> None:
    layout: Layout = next(
        one for f in (*FAMILIES, OTHERS) if f.name == key[0] for one in f.layouts if one.name == key[1]
    )
    assert re.fullmatch(r"\?|\d{4}(-\d\d)?", layout.seen)
    assert layout.title.least == layout.body.least == 1
    tree, other = parse_html(saved(key).decode()), BeautifulSoup(saved(key).decode(), "lxml")
    rules = [getattr(layout, f.name) for f in dataclasses.fields(Layout) if isinstance(getattr(layout, f.name), Rule)]
    for css in (rule.css for rule in rules if rule.css):
        # Another engine finds the same, so that it may take this one's place.
        assert [text_of(node) for node in select(tree, css)] == [collapsed(node) for node in other.select(css)], css


def test_the_index_of_a_page_finds_what_going_over_it_finds() -> None:
    tree = parse_html(
        '<div class="a"><p class="b a" id="x">1</p><h1 class="\nb\ta ">2<i class="b">3</i></h1></div><b id="x">'
    )
    index, inner = Index(tree), elements(tree, "div")[0]
    for css in (".a", ".b", "h1.a", ".a.b", "#x", ".b, .a", "#x.a, i.b", "p, .b", ".a .b", ".none", "[id=x]"):
        for node in (tree, inner, elements(tree, "h1")[0]):
            assert index.select(node, css) == select(node, css), css


def test_families_have_their_own_names_and_article_addresses() -> None:
    assert len({one.name for one in FAMILIES}) == len(FAMILIES)
    for page in PAGES.values():
        known = family(page.family) or OTHERS
        assert known.is_article(page.url), page.url


def test_platforms_of_sources_are_the_families() -> None:
    assert {*get_args(Platform)} == {one.name for one in FAMILIES} | {"generic"}
    described = (Path(__file__).parent.parent / "docs" / "portals.md").read_text("utf-8")
    assert [name for name in get_args(Platform) if f"`{name}`" not in described] == []


def test_the_generic_reader_on_pages_taken_as_unknown() -> None:
    titles = days = 0
    for key, sample in PAGES.items():
        reading = read_generic(parse_html(saved(key).decode()), expected=True)
        assert reading is not None, key
        read = assemble(reading.blocks)
        titles += read.title == sample.article.title
        lines = [line for block in reading.blocks if block.role == "other" for line in block.text.split("\n")]
        found = next(filter(None, map(read_date_line, lines)), None)
        days += (found and found.day) == (sample.article.published and sample.article.published.date())
    assert titles >= 56 and days >= 55, (titles, days)  # a floor: raise it with the reader


def test_words_pass_over_layouts_that_cannot_fit() -> None:
    words = Index(parse_html('<div class="a b-c" id="d_e">')).names
    assert fitting(".a:has(#d_e), .zzz, [id$=_e]", words) == ".a:has(#d_e), [id$=_e]"
    assert fitting("div:not(.zzz, .yyy).b-c", words) == "div:not(.zzz, .yyy).b-c"
    assert not fitting(".a.zzz, .b-c:has(.yyy)", words)


# What is not an article -------------------------------------------------------------------------------------------

D1N = b'<html><body><script>document.cookie="D1N=0123456789abcdef0123456789abcdef"+"; path=/";window.location.reload(true);</script></body></html>'
ADF = b"<html><head><script>AdfLoopbackUtils.runLoopback(1, '_afrLoop');</script></head><body></body></html>"
LIST = page_of(
    '<div class="news_column"><h3><a href="/vi/news/tin-tuc/a-1.html">Khai mạc hội thao</a></h3></div>',
    NUKEVIET,
)


@pytest.mark.parametrize(
    ("content", "url", "outcome", "code"),
    [
        (D1N, URL, "challenged", "challenged"),
        (ADF, "https://x.example/webcenter/portal/a/chi-tiet?dDocName=PORTAL1", "challenged", "challenged"),
        (page_of("<h1>Thông báo</h1><p>Bài viết không tồn tại hoặc đã bị xóa.</p>"), URL, "gone", None),
        (page_of("<p>Xin lỗi, trang bạn tìm không tồn tại.</p>", "<title>404 Not Found</title>"), URL, "gone", None),
        (nukeviet("<p>Bài viết này đã bị xóa.</p>", title="Thông báo"), URL, "gone", None),
        (page_of("<h1>404</h1><p>Rất tiếc.</p>"), URL, "gone", None),
        (LIST, "https://so.example/vi/news/tin-tuc/", "nothing", None),
        (LIST, URL, "failed", "article-not-found"),
        (page_of("<p>Xin chào</p>"), "https://x.example/", "nothing", None),
        (b"", URL, "failed", "empty-file"),
        (b"%PDF-1.7 ...", URL, "failed", "binary-file"),
        (bytes(range(256)) * 40, URL, "failed", "binary-file"),
        ("Chỉ là văn bản, không có thẻ nào.".encode(), URL, "failed", "no-page"),
    ],
)
def test_outcomes_without_an_article(content: bytes, url: str, outcome: str, code: str | None) -> None:
    page = parse_page(content, url, fetched=FETCHED)
    assert (page.outcome, page.article) == (outcome, None)
    if code:
        assert code in {problem.code for problem in page.problems}
        assert all(problem.message and problem.where == url for problem in page.problems)


def test_every_sample_site_tells_lists_and_missing_pages_from_articles() -> None:
    from scrapers.sample_pages import sample_sites

    for site in sample_sites():
        addresses = {article.url for article in site.articles}
        for path, content in site.pages.items():
            if content.content_type.startswith("text/html") and path not in addresses and "/print/" not in path:
                assert parse_page(content.content, f"http://x.example{path}").outcome == "nothing", (site.key, path)
        assert parse_page(site.missing.content, "http://x.example/khong-co").outcome in ("gone", "nothing"), site.key


def test_declared_platform_gives_way_to_what_the_page_is_and_says_so() -> None:
    source = Source(key="x", name="X", base_url="https://so.example/", platform="liferay")
    page = parse_page(nukeviet(), URL, source, fetched=FETCHED)
    assert page.article is not None and page.article.parser == "nukeviet/default"
    assert "platform-differs" in {problem.code for problem in page.problems}


def test_a_page_without_its_familys_marks_is_read_by_its_layout() -> None:
    page = parse_page(nukeviet().replace(NUKEVIET.encode(), b""), "https://x.example/in/42", fetched=FETCHED)
    assert page.article is not None and page.article.parser == "nukeviet/default"


def test_unknown_layout_is_read_generically_and_marked() -> None:
    text = "".join(
        f"<p>Hội nghị tổng kết Khối thi đua số {n} diễn ra trong buổi sáng với sự tham dự của nhiều đơn vị.</p>"
        for n in range(8)
    )
    body = f"<div id='top'>Thứ Bảy, 21/11/2026</div><div id='c'><h1>Khối thi đua số 4 tổng kết công tác</h1><i>05/01/2024 08:00</i><div class='zz'>{text}</div></div><div>Giấy phép ngày 01/02/2015</div>"
    page = parse_page(page_of(body, "<title>Cổng thông tin</title>"), "https://x.example/bai/tong-ket", fetched=FETCHED)
    assert page.article is not None and page.article.parser == "generic/readability"
    assert page.article.title == "Khối thi đua số 4 tổng kết công tác"
    assert page.article.published == date(2024, 1, 5)
    assert page.article.text.count("\n\n") == 8


def test_too_many_matches_are_noted_and_the_first_is_taken() -> None:
    double = nukeviet().replace(
        b'<div id="news-bodyhtml">',
        b'<div class="hometext">Mot</div><div class="hometext">Hai</div><div id="news-bodyhtml">',
    )
    page = parse_page(double, URL, fetched=FETCHED)
    assert page.article is not None and ("lead", "Mot") in fields(page)
    assert any(p.code == "selector" and "2 elements" in p.message for p in page.problems)


def test_links_are_absolute_and_kept_whatever_the_outcome() -> None:
    page = parse_page(
        page_of('<base href="https://moi.example/a/"><a href="b.html#x"> Khối\n thi đua </a><a href="javascript:x()">y</a><a href="mailto:a@b.vn">z</a><a href="http://[">hỏng</a><a href="/c?x=1&amp;amp;y=2"><img alt="Ảnh"></a><a href="b.html">dài hơn trước nhiều</a>'),
        "https://cu.example/",
    )  # fmt: skip
    assert [(link.url, link.text) for link in page.links] == [
        ("https://moi.example/a/b.html", "dài hơn trước nhiều"),
        ("https://moi.example/c?x=1&y=2", "Ảnh"),
    ]


# Dates of pages ---------------------------------------------------------------------------------------------------


def test_the_pages_clock_is_no_date() -> None:
    page = parse_page(nukeviet("<p>Hội nghị tổng kết của Khối thi đua diễn ra sôi nổi.</p>"), URL, fetched=FETCHED)
    assert page.article is not None and page.article.published is None


def test_a_day_in_a_sentence_is_no_date() -> None:
    page = parse_page(nukeviet(), URL, fetched=FETCHED)
    assert page.article is not None and page.article.published is None


def test_a_date_in_brackets_behind_the_headline() -> None:
    page = parse_page(nukeviet(title="Khối thi đua số 2 tổng kết. (06/01/2024, 07:27)"), URL, fetched=FETCHED)
    assert page.article is not None and page.published is not None
    assert (page.article.title, page.article.published) == ("Khối thi đua số 2 tổng kết", date(2024, 1, 6))
    assert (page.published.basis, page.published.precision) == ("line", "minute")


def test_a_date_after_the_day_of_fetching_is_not_taken() -> None:
    page = parse_page(nukeviet(when="2027-03-05T08:00:00+07:00"), URL, fetched=FETCHED)
    assert page.article is not None and page.article.published is None
    assert "date-in-future" in {problem.code for problem in page.problems}


@pytest.mark.parametrize(
    ("fetched", "taken"),
    [
        (datetime(2026, 11, 21, 18, tzinfo=UTC), True),  # the 22nd in Vietnam already
        (datetime(2026, 11, 21, 16, tzinfo=UTC), False),
        (date(2026, 11, 22), True),
        (date(2026, 11, 21), True),  # by which clock, nobody knows
        (date(2026, 11, 20), False),
    ],
)
def test_the_day_of_fetching_is_vietnams(fetched: date, taken: bool) -> None:
    page = parse_page(nukeviet(when="2026-11-22T00:30:00+07:00"), URL, fetched=fetched)
    assert page.article is not None and (page.article.published == date(2026, 11, 22)) == taken


def test_dates_of_other_articles_are_not_taken() -> None:
    others = '<div itemscope><span itemprop="datePublished">2024-02-02</span><time>03/02/2024</time></div>'
    page = parse_page(nukeviet(after=others), URL, fetched=FETCHED)
    assert page.article is not None and page.article.published is None


def test_an_import_date_is_kept_and_doubted() -> None:
    page = parse_page(nukeviet(when="2025-10-22"), URL, fetched=FETCHED)
    assert page.article is not None and page.article.published == date(2025, 10, 22)
    assert "date-far-from-text" in {problem.code for problem in page.problems}


@pytest.mark.parametrize(
    ("head", "url", "day", "basis", "precision"),
    [
        ('<meta property="article:published_time" content="2024-01-06T07:30:00+07:00">', URL, date(2024, 1, 6), "meta", "minute"),
        ('<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","datePublished":"2024-01-07"}]}</script>', URL, date(2024, 1, 7), "json-ld", "day"),
        ('<script type="application/ld+json">{broken</script>', "https://so.example/a/2024/01/08/khoi-thi-dua-1514.html", date(2024, 1, 8), "url", "day"),
        ("", "https://so.example/vi/news/202401/khoi-thi-dua-1514.html", date(2024, 1, 1), "url", "month"),
    ],
)  # fmt: skip
def test_where_the_container_has_no_date(head: str, url: str, day: date, basis: str, precision: str) -> None:
    content = nukeviet().replace(b"</head>", head.encode() + b"</head>")
    page = parse_page(content, url, fetched=FETCHED)
    assert page.published is not None
    assert (page.published.day, page.published.basis, page.published.precision) == (day, basis, precision)
    assert page.article is not None and page.article.published == (day if precision != "month" else None)


# Encodings and rubbish --------------------------------------------------------------------------------------------

VIETNAMESE = "Khối thi đua các cơ quan Đảng, Sở Y tế, UBND huyện Đức Cơ, Trường Chính trị, Liên đoàn Lao động tỉnh."


def cp1258(text: str) -> bytes:
    """Encode as windows-1258 does: vowels with circumflex, breve and horn are letters, tones are marks after them."""
    out = []
    for letter in text:
        base, *tones = unicodedata.normalize("NFD", letter)
        marks = [m for m in tones if m in "\u0300\u0301\u0303\u0309\u0323"]
        shape = unicodedata.normalize("NFC", base + "".join(m for m in tones if m not in marks))
        out.append((shape + "".join(marks)).encode("cp1258"))
    return b"".join(out)


@pytest.mark.parametrize(
    ("encode", "declared"),
    [
        (lambda text: text.encode(), None),
        (lambda text: text.encode(), "iso-8859-1"),  # a wrong header
        (lambda text: text.encode(), "windows-1252"),
        (lambda text: text.encode(), "no-such-charset"),
        (lambda text: b"\xef\xbb\xbf" + text.encode(), None),
        (lambda text: text.encode("utf-16"), None),
        (lambda text: cp1258(text.replace("utf-8", "windows-1258")), None),
        (lambda text: cp1258(text), "windows-1258"),
        (lambda text: unicodedata.normalize("NFD", text).encode(), None),
    ],
)
def test_encodings(encode: object, declared: str | None) -> None:
    text = nukeviet(f"<p>{VIETNAMESE}</p><p>{VIETNAMESE} Hết.</p>").decode()
    page = parse_page(encode(text), URL, declared=declared, fetched=FETCHED)  # type: ignore[operator]
    assert page.article is not None
    assert unicodedata.normalize("NFC", page.article.text).endswith(f"{VIETNAMESE}\n\n{VIETNAMESE} Hết.")


def test_text_is_not_normalised() -> None:
    decomposed = unicodedata.normalize("NFD", VIETNAMESE)
    page = parse_page(nukeviet(f"<p>{decomposed}</p>"), URL, fetched=FETCHED)
    assert page.article is not None and decomposed in page.article.text


def test_a_counter_that_changes_makes_no_new_version() -> None:
    counters = [f"<div id='footer'>Lượt truy cập: {n}</div>" for n in (1, 2)]
    first, second = (parse_page(nukeviet(after=c), URL, fetched=FETCHED).article for c in counters)
    assert first is not None and first == second


def test_a_changed_word_makes_a_new_version_of_the_same_page() -> None:
    first = parse_page(nukeviet(), URL, fetched=FETCHED).article
    second = parse_page(nukeviet(title="Khối thi đua số 2 tổng kết"), URL, fetched=FETCHED).article
    other = parse_page(nukeviet(), URL.replace("1514", "1515"), fetched=FETCHED).article
    again = parse_page(nukeviet(), URL.replace("https", "http") + "?utm_source=x", fetched=FETCHED).article
    assert first and second and other and again
    assert len({first.article_id, second.article_id, other.article_id}) == 3
    assert again.article_id == first.article_id


@pytest.mark.parametrize(
    ("content", "outcome"),
    [
        (b"<html><body>" + b"<div>" * 30_000 + b"x", "failed"),  # deeper than any page
        (page_of("<p>" + "Khối thi đua. " * 400_000 + "</p>"), "failed"),  # longer than any page
        (b"<html><head><title>x</title></head></html>", "nothing"),  # no body
        (b"<table><tr><td><p>a<table><b></td>" * 20, "nothing"),
        (b"<!--" + b"<p>" * 10_000, "nothing"),  # a comment that never ends
        (b"<html><body><![CDATA[<p>x</p>]]>\x00<p" + b" " * 300, "nothing"),
    ],
)
def test_hostile_pages_end_with_an_outcome(content: bytes, outcome: str) -> None:
    assert parse_page(content, "https://x.example/").outcome == outcome


@pytest.mark.parametrize(
    "closed", ["<title/>", "<title />", '<script src="a.js"/>', '<TEXTAREA name="q"/>', "<style/>"]
)
def test_xhtml_that_ends_a_title_or_script_within_its_tag(closed: str) -> None:
    page = parse_page(nukeviet().replace(NUKEVIET.encode(), closed.encode() + NUKEVIET.encode()), URL, fetched=FETCHED)
    plain = parse_page(nukeviet(), URL, fetched=FETCHED)
    assert page.article == plain.article and page.article is not None


def test_what_stands_behind_the_end_of_the_page_is_read() -> None:
    early = nukeviet().replace(b"</head><body>", b"</head></html><body>")
    assert parse_page(early, URL, fetched=FETCHED).article == parse_page(nukeviet(), URL, fetched=FETCHED).article
    tree = parse_html("<html><body><p>a</p></body></html><p>b</p><!-- c --><p>d</p>")
    assert [text_of(node) for node in elements(tree, "p")] == ["a", "b", "d"]


def test_selectors_see_what_is_around_the_element_asked() -> None:
    tree = parse_html('<div class="a"><ul><li class="b">x</li><li>y</li><p>z</p></ul></div>')
    (inner,) = elements(tree, "ul")
    for css in (".a li", ".a > ul > li", "div ul .b", ".b, li + li"):
        assert [text_of(node) for node in select(inner, css)][:1] == ["x"], css
    assert [text_of(node) for node in select(inner, "li + li, li ~ p")] == ["y", "z"]
    assert select(inner, "ul") == [] and select(inner, ".c li") == []


def test_comments_scripts_and_styles_are_no_text() -> None:
    tree = parse_html("<div>một<!-- hai -->ba<script>var x</script><style>p{}</style><?php bốn ?> năm</div>")
    assert text_of(elements(tree, "div")[0]) == "một ba năm"
    assert text_of(parse_html("<p>một</p><p>hai</p><p>ba</p>"), limit=4) == "một hai"


def test_an_xhtml_prolog_raises_no_warning() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        page = parse_page(b'<?xml version="1.0" encoding="utf-8"?>\n' + nukeviet(), URL, fetched=FETCHED)
    assert page.outcome == "article"


def test_inlined_pictures_do_not_count_for_the_length() -> None:
    picture = "iVBORw0KGgo" * 1_000_000  # 11 MB
    page = parse_page(nukeviet(f'<p>{VIETNAMESE}</p><p><img src="data:image/png;base64,{picture}"></p>'), URL)
    assert page.article is not None and page.article.text.endswith(VIETNAMESE)


def test_unclosed_and_misnested_elements() -> None:
    page = parse_page(
        nukeviet("<p><b>Đoạn một<p>Đoạn <i>hai</b> còn</i><div>Đoạn ba<br>dòng hai"), URL, fetched=FETCHED
    )
    assert fields(page)[1:] == [("body", "Đoạn một"), ("body", "Đoạn hai còn"), ("body", "Đoạn ba\ndòng hai")]


MARKUP = st.lists(
    st.one_of(
        st.sampled_from("<p> </p> <div> </div> <table> <tr> <td> </table> <br> <img> <h1> </h1> <a href='/x'> </a> <!-- --> <li> <ul> <b>".split()),
        st.sampled_from(['<h1 itemprop="headline">', '<div id="news-bodyhtml">', "<div class='news_column'>", "Tin liên quan", "05/01/2024"]),
        st.text(max_size=20),
    ),
    max_size=40,
)  # fmt: skip


@given(MARKUP)
def test_whatever_the_markup_sections_are_the_text(pieces: list[str]) -> None:
    page = parse_page(page_of("".join(pieces)), URL, fetched=FETCHED)
    assert page.outcome in ("article", "nothing", "failed", "challenged", "gone")
    if page.article:
        text, sections = page.article.text, page.article.sections
        assert "\n\n".join(text[s.start : s.end] for s in sections) == text
        assert all(text[s.start : s.end].strip() for s in sections)
        assert sections[0].field == "title" or "title" in {s.field for s in sections}
        assert page == parse_page(page_of("".join(pieces)), URL, fetched=FETCHED)


@given(st.binary(max_size=400))
def test_whatever_the_bytes_there_is_an_outcome(content: bytes) -> None:
    page = parse_page(content, URL)
    assert page.outcome in ("nothing", "failed", "challenged", "gone")
    recognise(content, URL)
