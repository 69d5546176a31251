"""NukeViet 4: departments, districts, schools and associations everywhere.

The default theme marks its articles up for machines. `print` and `savefile` pages hold the same article with less
around it. Feeds give the 30 newest articles, sitemaps the 1,000 newest.
"""

from scrapers.layout import Family, Layout, any_of, maybe, one

FAMILY = Family(
    name="nukeviet",
    marks=(
        r"content=[\"']NukeViet",
        r"nv_(?:base_siteurl|lang_data|fc_variable|DigitalClock)",
        r"index\.php\?language=vi&(?:amp;)?nv=",
        r"NV_BASE_SITEURL|/themes/\w+/js/nv\.",
    ),
    articles=(
        r"/(?:vi|en)/news/(?:[^/]+/)+(?!page-\d+)[^/]+-\d+(?:\.html|/)?$",
        r"[?&]nv=news&(?:.*&)?op=[^&]*-\d+(?:\.html|/)?$",
        r"/news/(?:savefile|print)/",
    ),
    feeds=("/vi/news/rss/",),
    sitemaps=("/sitemap.xml",),
    search="/index.php?language=vi&nv=news&op=search&q={query}",
    pages=(r"/page-(\d+)/?$", r"[?&]page=(\d+)"),
    layouts=(
        Layout(
            name="default",
            seen="2018-24",
            title=one("[itemprop=headline]"),
            date=any_of("[itemprop=datePublished]"),
            lead=maybe(".hometext"),
            body=one("#news-bodyhtml"),
            author=any_of("p.text-right"),
            drop=any_of(".news-download-file, .other-news, .detail-related, .socialicon, .keywords, .clearfix.panel"),
        ),
        Layout(
            name="print",
            seen="2018-24",
            container=one("#print"),
            title=one("#content h1"),
            date=any_of("[itemprop=datePublished], .time, #content > .date"),
            lead=maybe("#hometext"),
            body=one("#bodytext"),
            author=maybe("#author"),
            drop=any_of("#footer"),
        ),
    ),
)
