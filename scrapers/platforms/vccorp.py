"""Newspapers and broadcasters on VCCorp's system: an id of 17 to 20 digits that holds the time of creation, `.htm`.

Thanh Hóa television, Người Lao Động, Thanh Niên, Tin Tức, Long An.
"""

from scrapers.layout import Family, Layout, any_of, maybe, one

FAMILY = Family(
    name="vccorp",
    marks=(
        r"afcbc-body",
        r"data-role=[\"'](?:content|sapo|publishdate)",
        r"VCSortableInPreviewMode|mediacdn\.vn|vccorp",
        r"-\d{17,20}\.htm",
    ),
    articles=(r"-\d{17,20}\.htm$",),
    feeds=("/rss/home.rss", "/home.rss"),
    sitemaps=("/sitemap.xml", "/sitemaps/index.xml"),
    search="/tim-kiem.htm?keywords={query}",
    pages=(r"/trang-(\d+)\.htm", r"[?&]page=(\d+)"),
    layouts=(
        Layout(
            name="detail",
            seen="2024-26",
            title=one(".detail-title"),
            date=any_of("[data-role=publishdate], .detail-time"),
            lead=maybe(".detail-sapo"),
            body=one(".detail-content"),
            caption=any_of("[data-role=caption], .PhotoCMS_Caption, figcaption"),
            author=any_of(".detail-author, [data-role=author]"),
            drop=any_of("[type=RelatedOneNews], [type=RelatedNewsBox], .detail-tags, .kbwc-body"),
        ),
    ),
)
