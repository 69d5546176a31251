"""Newspapers on ePi's system, `-post<id>.html`, classes `cms-…`: Gia Lai, Hà Tĩnh, Lào Cai, SGGP, Nhân Dân."""

from scrapers.layout import Family, Layout, any_of, maybe, one

FAMILY = Family(
    name="epi",
    marks=(
        r"zce-content-body",
        r"cms-(?:title|body|desc|author|date)",
        r"-post\d+\.(?:html|tpo|vnp|vov)",
        r"article__(?:title|sapo|body)",
    ),
    articles=(r"-post\d+\.(?:html|tpo|vnp|vov)$",),
    feeds=("/rss/home.rss",),
    sitemaps=("/sitemap.xml",),
    search="/tim-kiem/?q={query}",
    pages=(r"/trang-?(\d+)", r"[?&]page=(\d+)"),
    layouts=(
        Layout(
            name="article",
            seen="2022-26",
            title=one(".article__title"),
            date=any_of(".article__meta time, time"),
            lead=maybe(".article__sapo"),
            body=one(".article__body"),
            caption=any_of(".article__body figcaption, .article__body td.caption, .cms-caption"),
            author=any_of(".article__author .name, .article__body .cms-author"),
            drop=any_of(".article__tag, .article__social, .related-news, .cms-relate, .article-relate, .ads"),
        ),
    ),
)
