"""Newspapers on MasterCMS, `-<id>.html`, class `__MASTERCMS_CONTENT`: Lao động Thủ đô, Thời báo Tài chính."""

from scrapers.layout import Family, Layout, any_of, maybe, one

FAMILY = Family(
    name="mastercms",
    marks=(r"__MASTERCMS_\w+", r"__MB_CONTENT_FOR_PRINTER", r"MASTERCMS|mastercms", r"article-detail-(?:title|desc)"),
    articles=(r"/[\w-]{12,}-\d{4,7}\.html$",),
    feeds=("/rss_feed/trang-chu",),
    sitemaps=("/sitemap.xml",),
    search="/search?q={query}",
    pages=(r"[?&](?:BRSR|page)=(\d+)",),
    layouts=(
        Layout(
            name="content",
            seen="2019-26",
            title=one(".article-detail-title, .post-title, h1"),
            date=any_of(".format_date, .article-date, .bx-time"),
            lead=maybe(".article-detail-desc, .post-desc"),
            body=one(".__MASTERCMS_CONTENT, .__MB_CONTENT_FOR_PRINTER"),
            caption=any_of(".note, .t-caption, figcaption"),
            author=any_of(".article-detail-source, .article-detail-author"),
            drop=any_of(".__MB_ARTICLE_A, .article-related, .tags, .article-share"),
        ),
    ),
)
