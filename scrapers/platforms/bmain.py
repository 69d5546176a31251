"""Newspapers with `b-maincontent`, long forms as `sc-longform`: Hải Phòng, Đà Nẵng, Hà Nội mới, Công lý."""

from scrapers.layout import Family, Layout, any_of, maybe, one

_RELATED = ".c-box, .sc-empty-layer, .c-related, .b-tags"

FAMILY = Family(
    name="bmain",
    marks=(
        r"b-maincontent",
        r"sc-longform|block-sc-(?:title|sapo)",
        r"c-box__title__name|c-news-detail",
        r"c-detail-head",
    ),
    articles=(r"/[\w-]{12,}-\d{5,8}\.html$", r"/[\w-]{12,}-d\d{5,8}\.html$"),
    feeds=("/rss/home.rss", "/rss.html"),
    sitemaps=("/sitemap.xml",),
    search="/tim-kiem?q={query}",
    pages=(r"/p(\d+)$", r"[?&]page=(\d+)"),
    layouts=(
        Layout(
            name="maincontent",
            seen="2023-26",
            title=one("h1"),
            date=any_of(".c-detail-head time, .c-detail-head .time, .b-date, time"),
            lead=maybe(".sc-longform-header-sapo, .block-sc-sapo, .b-sapo"),
            body=one(".b-maincontent"),
            caption=any_of(".b-maincontent figcaption, .b-maincontent .expNoEdit"),
            author=any_of(".sc-longform-header-author, .block-sc-author, .b-author"),
            drop=any_of(_RELATED),
        ),
    ),
)
