"""Newspapers whose addresses hold the month: `/<section>/<YYYYMM>/<slug>-<id>/`, the id of 6 or 7 digits or hex digits.

Lâm Đồng, Bà Rịa - Vũng Tàu, Khánh Hòa, Đắk Lắk, Quảng Ngãi, Đồng Nai, Quảng Trị, Thái Nguyên, Tuyên Quang. The lead is
often printed twice; pictures stand in one-column tables whose second row is the caption.
"""

from scrapers.layout import Family, Layout, any_of, maybe, one

_AROUND = "ul.social, .bd02, .td-post-sharing, .related-news, .box-related, .tags, .author-box"
_CAPTION = "td.image_desc, .image_desc, .wp-caption-text"

FAMILY = Family(
    name="yyyymm",
    marks=(
        r"/20\d{2}(?:0[1-9]|1[0-2])/[\w-]+-[0-9a-f]{6,7}/",
        r"image_desc|class=[\"'](?:rl|image) center",
        r"head_title",
    ),
    articles=(r"/20\d{2}(?:0[1-9]|1[0-2])/[^/]+-(?:\d{6,7}|[0-9a-f]{7})/?$",),
    feeds=("/rss/",),
    sitemaps=("/sitemap.xml",),
    pages=(r"[?&](?:p|page)=(\d+)", r"/(?:trang|page)-?(\d+)/?$"),
    layouts=(
        Layout(
            name="td-post",  # Đồng Nai, Khánh Hòa
            seen="2023-24",
            title=one("h1"),
            date=one(".date, time"),
            lead=maybe(".td-post-content > p.sapo, .sapo"),
            body=one(".td-post-content"),
            caption=any_of(_CAPTION),
            author=any_of(".td-post-content > p.author, .author"),
            drop=any_of(_AROUND),
        ),
        Layout(
            name="content",
            seen="2018-21",
            title=one(".head_title, h1"),
            date=one(".date"),
            lead=maybe("#content > .sapo, .head_sapo"),
            body=one("#content"),
            caption=any_of(_CAPTION),
            author=any_of("#content > .author"),
            drop=any_of(_AROUND),
        ),
    ),
)
