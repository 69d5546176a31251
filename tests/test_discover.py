"""Feeds, sitemaps and lists: what they lead to, best first, and where following them ends."""

from __future__ import annotations

import gzip
import unicodedata
from datetime import date
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrapers.discover import MAX_PAGE, MAX_SITEMAP_DEPTH, IndexKind, Seed, entry_points, read_index, score
from scrapers.feeds import MAX_SITEMAP
from scrapers.source import Source

BASE = "https://bao.example"


def source(**fields: object) -> Source:
    return Source(key="bao.example", name="Báo", base_url=f"{BASE}/", **fields)  # type: ignore[arg-type]


def page(body: str) -> bytes:
    return f"<html><head><meta charset='utf-8'></head><body>{body}</body></html>".encode()


# Relevance --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Khối thi đua số 2 tổng kết công tác năm 2023",
        "CỤM THI ĐUA SỐ VII KÝ KẾT GIAO ƯỚC",
        "Ký giao ước thi đua khối các trường",
        "Cụm giao ước thi đua các huyện vùng cao",
        unicodedata.normalize("NFD", "Cụm thi đua các tỉnh Tây Bắc"),
        "Khoi thi dua cac co quan Noi chinh",
    ],
)
def test_titles_on_blocs_come_first(text: str) -> None:
    assert score(text) >= 0.8
    assert score(text) > score("Đại hội Thi đua yêu nước tỉnh lần thứ I") > score("Giá cà phê hôm nay")


@pytest.mark.parametrize(
    "slug",
    [
        "khoi-thi-dua-so-2-tong-ket",
        "khoi-thi-ua-so-2-tong-ket",  # Liferay loses đ
        "kh-i-thi-ua-s-2-t-ng-k-t",  # NukeViet without transliteration loses every marked letter
        "c-m-thi-ua-so-7",
        "Cum-thi-%C4%91ua-so-1",
        quote(unicodedata.normalize("NFD", "khối-thi-đua-số-2")),
        quote(quote("cụm-thi-đua-số-2")),
        "khoi_thi_dua.aspx?ItemID=3",
    ],
)
def test_addresses_are_read_in_all_their_forms(slug: str) -> None:
    assert 0.8 <= score("", f"{BASE}/-/{slug}") < 1


def test_what_a_link_says_counts_more_than_its_address() -> None:
    assert score("Khối thi đua số 2", f"{BASE}/a-1.html") > score("Xem tiếp", f"{BASE}/khoi-thi-dua-so-2.html")


@given(st.text(max_size=60), st.text(max_size=60))
def test_scores_are_shares(text: str, url: str) -> None:
    assert 0 <= score(text, url) <= 1


# Where to begin ---------------------------------------------------------------------------------------------------


def test_declared_entries_are_taken_best_first() -> None:
    one = source(
        platform="nukeviet",
        feeds=(f"{BASE}/rss/",),
        listings=(f"{BASE}/tin-tuc/", f"{BASE}/thi-dua-khen-thuong/"),
        searches=(f"{BASE}/tim?q={{query}}",),
        sitemaps=(f"{BASE}/sitemap.xml",),
    )
    assert entry_points(one) == [
        Seed("search", f"{BASE}/tim?q=kh%E1%BB%91i%20thi%20%C4%91ua"),
        Seed("search", f"{BASE}/tim?q=c%E1%BB%A5m%20thi%20%C4%91ua"),
        Seed("feed", f"{BASE}/rss/"),
        Seed("listing", f"{BASE}/thi-dua-khen-thuong/"),
        Seed("listing", f"{BASE}/tin-tuc/"),
        Seed("sitemap", f"{BASE}/sitemap.xml"),
    ]


def test_undeclared_entries_are_those_of_the_family() -> None:
    found = entry_points(source(platform="nukeviet"))
    assert [seed.kind for seed in found] == ["search", "search", "feed", "home", "sitemap"]
    assert Seed("feed", f"{BASE}/vi/news/rss/") in found
    assert entry_points(source()) == [Seed("home", f"{BASE}/")]
    only_search = entry_points(source(searches=(f"{BASE}/tim/{{query}}",)))
    assert [seed.kind for seed in only_search] == ["search", "search", "home"]


# Lists ------------------------------------------------------------------------------------------------------------

ITEMS = """<div class=menu><a href=/>Trang chủ</a><a href=/lien-he>Liên hệ</a></div><ul>
<li><a href="/mua-mang-1001.html">Nông dân phấn khởi vì được mùa dưa hấu</a> <i>(20/02/2024)</i></li>
<li><a href="/khoi-thi-dua-1002.html">Khối thi đua số 2 tổng kết năm 2023</a> <i>(05/01/2024)</i></li>
<li><a href="https://khac.example/khoi-thi-dua-1003.html">Khối thi đua số 3 tổng kết năm 2023</a></li></ul>"""


def test_a_list_gives_its_articles_best_first_with_their_dates() -> None:
    found = read_index("listing", page(ITEMS), f"{BASE}/tin/", source())
    assert [(link.url, link.published_hint) for link in found.links] == [
        (f"{BASE}/khoi-thi-dua-1002.html", date(2024, 1, 5)),
        (f"{BASE}/mua-mang-1001.html", date(2024, 2, 20)),
    ]
    assert found.next_pages == () and found.problems == ()


def test_an_empty_list_is_a_problem() -> None:
    found = read_index("listing", page("<a href=/>Trang chủ</a>"), f"{BASE}/tin/", source())
    assert not found.links and [problem.code for problem in found.problems] == ["empty-list"]


@pytest.mark.parametrize(
    ("url", "pager", "following"),
    [
        ("/tin/", "<a href='/tin/?page=1'>1</a><a href='/tin/?page=2'>2</a><a href='/tin/?page=9'>»</a>", "/tin/?page=2"),
        ("/tin/?page=2", "<a href='/tin/?page=1'>1</a><a href='/tin/?page=3'>3</a><a href='/tin/?page=4'>4</a>", "/tin/?page=3"),
        ("/tin", "<a href='/tin?page=1'>2</a><a href='/tin?page=2'>3</a>", "/tin?page=1"),  # Drupal counts from 0
        ("/tin/", "<a href='/tin/page/2/'>2</a>", "/tin/page/2/"),
        ("/thoi-su.htm", "<a href='/thoi-su/trang-2.htm'>2</a>", "/thoi-su/trang-2.htm"),
        ("/tin?start=20", "<a href='/tin?start=0'>1</a><a href='/tin?start=40'>3</a>", "/tin?start=40"),
        ("/tin/", "<a rel=next href='/tin/cu-hon'>Cũ hơn</a>", "/tin/cu-hon"),
        ("/tin/", "<a href='/khac/?page=2'>2</a>", None),  # another list's
        ("/tin/?page=3", "<a href='/tin/?page=1'>1</a><a href='/tin/?page=2'>2</a>", None),  # the last page
        ("/tin/", "<a href=\"javascript:__doPostBack('pager','2')\">2</a>", None),
        ("/lich/", "<a rel=next href='/lich/?ngay=22/11/2026'>Ngày mai</a>", None),  # a calendar goes on for ever
        ("/lich/", "<a rel=next href='/lich/2026/12/'>Tháng sau</a>", None),
    ],
)  # fmt: skip
def test_the_next_page(url: str, pager: str, following: str | None) -> None:
    found = read_index("listing", page(ITEMS + pager), BASE + url, source())
    assert [seed.url for seed in found.next_pages] == ([BASE + following] if following else [])
    assert all(seed.depth == 1 and seed.kind == "listing" for seed in found.next_pages)


def test_endless_lists_end() -> None:
    seed, steps = Seed("listing", f"{BASE}/tin/?page=1"), 0
    while True:
        number = int(seed.url.rsplit("=", 1)[1])
        content = page(f"{ITEMS}<a href='/tin/?page={number + 1}'>Trang sau</a>")
        found = read_index(seed.kind, content, seed.url, source(), depth=seed.depth)
        if not found.next_pages:
            break
        seed, steps = found.next_pages[0], steps + 1
    assert steps == MAX_PAGE - 1


def test_calendars_are_no_articles() -> None:
    days = "".join(
        f"<a href='/su-kien?date=2026-11-{d:02}'>Các sự kiện của ngày {d} tháng 11</a>" for d in range(1, 29)
    )
    assert read_index("listing", page(days), f"{BASE}/su-kien", source()).links == ()


def test_a_home_page_leads_to_its_sections_those_on_emulation_first() -> None:
    menu = "<a href=/tin-tuc/>Tin tức</a><a href=/van-ban/>Văn bản</a><a href=/tdkt/>Thi đua - Khen thưởng</a>"
    found = read_index("home", page(menu + ITEMS), f"{BASE}/", source())
    assert found.next_pages == (Seed("listing", f"{BASE}/tdkt/", 1), Seed("listing", f"{BASE}/tin-tuc/", 1))
    assert read_index("home", page(menu + ITEMS), f"{BASE}/", source(), depth=1).next_pages == ()


# Feeds and sitemaps -----------------------------------------------------------------------------------------------

RSS = """<rss version="2.0"><channel><title>Báo</title><link>https://bao.example/</link>
<item><title><![CDATA[Giá cà phê &amp; hồ tiêu]]></title><link> /gia-ca-phe-1.html </link><pubDate>Fri, 01 Mar 2024 10:20:00 GMT+7</pubDate></item>
<item><title>Khối thi đua &lt;b&gt;số 7&lt;/b&gt; tổng kết</title><link>https://bao.example/khoi-2.html</link><pubDate>03/01/2024 10:20</pubDate></item>
<item><title>Nơi khác</title><link>https://khac.example/1.html</link></item><item><title>Không có địa chỉ</title></item></channel></rss>"""
ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><entry><title>Cụm thi đua số 1</title>
<link rel="self" href="https://bao.example/x.atom"/><link href="https://bao.example/cum-1.html"/><published>2024-03-01T10:20:00+07:00</published></entry></feed>"""


def test_feeds() -> None:
    found = read_index("feed", RSS.encode(), f"{BASE}/rss/", source())
    assert [(link.url, link.text, link.published_hint) for link in found.links] == [
        (f"{BASE}/khoi-2.html", "Khối thi đua số 7 tổng kết", date(2024, 1, 3)),
        (f"{BASE}/gia-ca-phe-1.html", "Giá cà phê & hồ tiêu", date(2024, 3, 1)),
    ]
    atom = read_index("feed", ATOM.encode(), f"{BASE}/feed/", source())
    assert [(link.url, link.published_hint) for link in atom.links] == [(f"{BASE}/cum-1.html", date(2024, 3, 1))]


def test_broken_feeds_give_what_can_be_read() -> None:
    broken = RSS.replace("</item><item><title>Nơi", "</item> & <item><title>Nơi").encode()[:-40]
    assert len(read_index("feed", b"\n\n" + broken, f"{BASE}/rss/", source()).links) == 2


def urlset(*paths: str) -> bytes:
    entries = "".join(
        f"<url><loc>{BASE}{path}</loc><lastmod>2024-01-0{i + 1}</lastmod></url>" for i, path in enumerate(paths)
    )
    return (
        f'<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{entries}</urlset>'.encode()
    )


def sitemap_index(*paths: str) -> bytes:
    return f"<sitemapindex>{''.join(f'<sitemap><loc>{BASE}{path}</loc></sitemap>' for path in paths)}</sitemapindex>".encode()


@pytest.mark.parametrize("pack", [lambda b: b, lambda b: gzip.compress(b)])
def test_sitemaps_plain_and_packed(pack: object) -> None:
    content = pack(urlset("/gia-1.html", "/khoi-thi-ua-2.html"))  # type: ignore[operator]
    found = read_index("sitemap", content, f"{BASE}/sitemap.xml", source())
    assert [(link.url, link.published_hint) for link in found.links] == [
        (f"{BASE}/khoi-thi-ua-2.html", date(2024, 1, 2)),
        (f"{BASE}/gia-1.html", date(2024, 1, 1)),
    ]


def test_nested_sitemaps_are_followed_to_a_depth() -> None:
    seed, steps = Seed("sitemap", f"{BASE}/s0.xml"), 0
    while True:
        content = sitemap_index(f"/s{steps + 1}.xml", "/s0.xml")
        found = read_index("sitemap", content, seed.url, source(), depth=seed.depth)
        if not found.next_pages:
            break
        seed, steps = found.next_pages[0], steps + 1
    assert steps == MAX_SITEMAP_DEPTH - 1
    assert [problem.code for problem in found.problems] == ["sitemap-too-deep"]


BOMB = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><urlset><url><loc>https://bao.example/&b;</loc></url></urlset>'
XXE = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><rss><channel><item><link>/a</link><title>&f;</title></item></channel></rss>'


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("sitemap", BOMB),
        ("sitemap", b"<!--" + b" " * 20_000 + b"-->" + BOMB[21:]),
        ("sitemap", BOMB.decode().encode("utf-16")),
        ("feed", XXE),
        ("sitemap", gzip.compress(b" " * (MAX_SITEMAP + 1), mtime=0)),
        ("sitemap", gzip.compress(urlset("/a"), mtime=0)[:-20]),
        ("feed", page(ITEMS)),
        ("sitemap", page(ITEMS)),
        ("feed", b""),
        ("feed", b"\x00\x01\x02"),
        ("listing", b"%PDF-1.7"),
        ("home", b"<div>" * 20_000),
    ],
)
def test_what_cannot_be_read_is_a_problem(kind: IndexKind, content: bytes) -> None:
    found = read_index(kind, content, f"{BASE}/x", source())
    assert found.links == () and found.next_pages == ()
    assert [problem.code for problem in found.problems] in ([f"{kind}-not-read"], ["empty-list"])
    assert "root:" not in str(found)


@given(st.sampled_from(["feed", "sitemap", "listing", "home"]), st.binary(max_size=300))
def test_whatever_comes_is_read_or_a_problem(kind: IndexKind, content: bytes) -> None:
    found = read_index(kind, content, f"{BASE}/x", source())
    assert found.links or found.problems
