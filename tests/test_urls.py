"""One page, one address: the table of what is the same page, and the properties of the canonical form."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrapers.source import Source, load_sources
from scrapers.urls import canonical, fetchable, page_id

SAME = [
    # scheme, www, port, fragment, trailing slash
    ("http://www.baogialai.com.vn/a-post1.html", "https://baogialai.com.vn/a-post1.html#top"),
    ("http://baogialai.com.vn:80/a/", "https://baogialai.com.vn:443/a"),
    ("http://quangnam.gov.vn", "https://quangnam.gov.vn/index.aspx"),
    # mobile, AMP and test copies
    ("http://m.btv.org.vn/tin-tuc/x-96128.html", "https://btv.org.vn/tin-tuc/x-96128.html"),
    ("https://amp.baonghean.vn/x-1.html", "https://www.baonghean.vn/x-1.html"),
    ("https://thunghiem.baothaibinh.com.vn/tin-tuc/9/23779/x", "http://baothaibinh.com.vn/tin-tuc/9/23779/x"),
    ("https://baogialai.com.vn/x/amp/", "https://baogialai.com.vn/x"),
    # session junk of the servers
    ("http://a.gov.vn/tin;jsessionid=0A1B.node2?id=3", "http://a.gov.vn/tin?id=3"),
    ("http://a.gov.vn/(S(lit3py55t21z5v55vlm25s55))/tin.aspx?id=3", "http://a.gov.vn/tin.aspx?id=3"),
    (
        "https://baoquankhu7.vn/Home_V2/ViewDetailPost?AspxAutoDetectCookieSupport=1&idLoaiTin=371&idPost=12242",
        "https://baoquankhu7.vn/Home_V2/ViewDetailPost?idPost=12242&idLoaiTin=371",
    ),
    ("https://ssc.gov.vn/chitit?dDocName=APPS1&dID=156472&_afrLoop=99", "https://ssc.gov.vn/chitit?dDocName=APPS1"),
    (
        "https://bdt.daknong.gov.vn/v/-/view_content/85-le.html?redirect=https%3A%2F%2Fbdt.daknong.gov.vn%2Fv",
        "https://bdt.daknong.gov.vn/v/-/view_content/85-le.html",
    ),
    (
        "http://a.vn/tin?p_p_auth=7DYezGtr&p_p_id=news&p_p_lifecycle=0&p_p_state=normal&p_p_mode=view&p_p_col_count=15",
        "http://a.vn/tin?p_p_id=news",
    ),
    (
        "https://dongkhoi.baovinhlong.vn/x-a1.html?gidzl=AbC&utm_source=zalo&fbclid=1",
        "https://dongkhoi.baovinhlong.vn/x-a1.html",
    ),
    # print and download forms
    ("http://a.gov.vn/vi/news/savefile/cat/slug-4039.html", "http://a.gov.vn/vi/news/cat/slug-4039.html"),
    ("http://a.gov.vn/vi/news/print/cat/slug-4039.html", "http://a.gov.vn/vi/news/cat/slug-4039.html"),
    ("http://k.vn/index.php?nv=news&op=savefile/Khoa/x-3313", "http://k.vn/index.php?op=Khoa%2Fx-3313&nv=news"),
    ("https://dinhlap.gov.vn/bm/print/10597", "https://dinhlap.gov.vn/bm/node/10597"),
    (
        "https://truyenhinhthanhhoa.vn/print/cum-so-3-180240126224239069.htm",
        "https://truyenhinhthanhhoa.vn/cum-so-3-180240126224239069.htm",
    ),
    ("http://mcc.edu.vn/x?tmpl=component&print=1&id=80", "http://mcc.edu.vn/x?id=80"),
    # identity hidden in the address
    (
        "http://stttt.vn/index.php?option=com_content&amp;view=article&amp;id=926:phat-d-ng&amp;catid=96:tb",
        "http://stttt.vn/index.php?option=com_content&view=article&id=926",
    ),
    (
        "http://b.gov.vn/wps/portal/home/tintuc/!ut/p/c4/04_SB8K8!/?WCM_GLOBAL_CONTEXT=/wps/wcm/connect/x/c56ce1",
        "http://b.gov.vn/wps/portal/home/tintuc/!ut/p/c5/Other/?WCM_GLOBAL_CONTEXT=/wps/wcm/connect/x/c56ce1",
    ),
    ("http://btd.gov.vn/tabid/74/Entry/3820/Default.aspx", "http://btd.gov.vn/Default.aspx?Entry=3820&TabID=74"),
    # Unicode: raw, percent-encoded, decomposed
    ("http://a.vn/Cum-thi-%C4%91ua-so-1", "http://a.vn/Cum-thi-đua-so-1"),
    ("http://a.vn/h%E1%BB%99i-ngh%E1%BB%8B", "http://a.vn/" + unicodedata.normalize("NFD", "hội-nghị")),
    ("http://a.vn/s?q=thi+%C4%91ua", "http://a.vn/s?q=thi%20đua"),
    ("http://a.vn/%7Ex/%e1%bb%8b", "http://a.vn/~x/%E1%BB%8B"),
    ("http://tỉnh.vn/x", "http://xn--tnh-dlz.vn/x"),
    ("  http://a.vn/x\n%0Ay ", "http://a.vn/x%0Ay"),
]

DIFFERENT = [
    ("https://p.gov.vn/tin.aspx?ItemID=1", "https://p.gov.vn/tin.aspx?ItemID=2"),
    ("https://a.vn/x?page=1", "https://a.vn/x?page=2"),
    ("https://q.gov.vn/chi-tiet?dDocName=PORTAL1", "https://q.gov.vn/chi-tiet?dDocName=PORTAL2"),
    ("https://e.gov.vn/x", "https://gov.vn/x"),  # a host of its own, not the mirror of a public suffix
    ("http://127.0.0.1:8001/x", "http://127.0.0.1:8002/x"),
    ("http://a.vn/a%2Fb", "http://a.vn/a/b"),
    ("http://a.vn/%E9", "http://a.vn/%C3%A9"),  # bytes that are no UTF-8 stay apart
    ("https://a.gov.vn/tin?_x_cur=1&p_p_id=n", "https://a.gov.vn/tin?_x_cur=2&p_p_id=n"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_addresses_of_one_page(one: str, other: str) -> None:
    assert canonical(one) == canonical(other)
    assert page_id(one) == page_id(other)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_addresses_of_two_pages(one: str, other: str) -> None:
    assert canonical(one) != canonical(other)


def test_mirrors_of_a_source_count_as_its_host() -> None:
    source = Source(key="s", name="S", base_url="https://baosonla.vn", mirrors=("https://baosonla.org.vn",))
    assert canonical("http://www.baosonla.org.vn/x-1.html", source) == canonical("https://baosonla.vn/x-1.html")
    assert canonical("https://other.vn/x", source) == "https://other.vn/x"


def test_every_example_of_the_list_is_fetchable_and_its_own_page() -> None:
    examples = [source.example for source in load_sources().values() if source.example]
    assert len(examples) > 90
    assert len({canonical(url) for url in examples}) == len(examples)
    assert all(fetchable(url) for url in examples)


@pytest.mark.parametrize(
    ("href", "base", "expected"),
    [
        ("/x?id=1#top", "http://a.vn/y/z", "http://a.vn/x?id=1"),
        ("../x đ", "http://www.a.vn/y/z/", "http://www.a.vn/y/x%20%C4%91"),
        ("?page=2&amp;utm_source=x", "http://a.vn/l", "http://a.vn/l?page=2"),
        ("/x;jsessionid=AB?a&b=", "http://a.vn", "http://a.vn/x?a&b="),
        ("/họi-nghị%cc%a3?q=a+b", "http://a.vn", "http://a.vn/ho%CC%A3i-ngh%E1%BB%8B%cc%a3?q=a+b"),  # decomposed stays
        ("//m.a.vn/x", "https://a.vn/", "https://m.a.vn/x"),
        ("mailto:a@b.vn", "http://a.vn", None),
        ("javascript:void(0)", "http://a.vn", None),
        ("http://[", "http://a.vn", None),
        ("http://a.vn:99999/", None, None),
        ("ftp://a.vn/", None, None),
        ("", None, None),
        ("http://a.vn/" + "x" * 3000, None, None),
    ],
)
def test_what_to_ask_a_server_for(href: str, base: str | None, expected: str | None) -> None:
    assert fetchable(href, base) == expected


ADDRESS_PARTS = st.sampled_from(
    ["/", "//", "/x", "/(S(a))", ";jsessionid=1", "/print/12", "/amp", ".amp", "/index.php", "?", "&", "a=1", "tabid=7",
     "/tabid/74", "/Entry/3/Default.aspx", "op=print/print/x", "nv=news", "&amp;", "&amp;amp;", "%", "%2",
     "%C4%91", "%FF", "%25", "+", "đ", "ộ", "#", "id=9:x", "option=com_content", "view=article", "/!ut/p/", "WCM_GLOBAL_CONTEXT=/w",
     "utm_x=1", " "]
)  # fmt: skip
HOSTS = st.sampled_from(
    ["a.vn", "www.a.vn", "m.www.a.gov.vn", "m.gov.vn", "www.m.amp.b.com.vn", "A.VN:80", "127.0.0.1:8080"]
)
ADDRESSES = st.builds(
    lambda scheme, host, parts: f"{scheme}://{host}{''.join(parts)}",
    st.sampled_from(["http", "https"]),
    HOSTS,
    st.lists(ADDRESS_PARTS | st.text(max_size=4), max_size=8),
)


@given(ADDRESSES | st.text(max_size=60))
def test_the_canonical_form_is_final(url: str) -> None:
    once = canonical(url)
    assert canonical(once) == once
    assert page_id(once) == page_id(url)


@given(ADDRESSES)
def test_what_is_fetched_is_the_same_page(url: str) -> None:
    target = fetchable(url)
    if target is not None:
        assert canonical(target) == canonical(url)
        assert fetchable(target) == target
