"""WordPress: local broadcasters, youth unions, schools, some departments.

Themes differ, the classes of the article hardly: `entry-title`, `entry-content`, those of tagDiv, and the blocks of the
full-site editor. Feed, sitemap and search are part of the core.
"""

from scrapers.layout import Family, Layout, any_of, maybe, one

_AROUND = (
    ".sharedaddy, .jp-relatedposts, .yarpp-related, .post-tags, .entry-footer, .post-views, .td-post-sharing,"
    " .ez-toc-container, .wp-block-post-terms, .related-posts, .rating-box, .kk-star-ratings"
)

FAMILY = Family(
    name="wordpress",
    marks=(
        r"content=[\"']WordPress",
        r"/wp-content/(?:themes|plugins)/",
        r"/wp-includes/",
        r"/wp-json/|wp-block-|xmlrpc\.php",
    ),
    articles=(
        r"/\d{4}/\d{2}/\d{2}/[^/?]+/?$",
        r"[?&]p=\d+$",
        # a headline's length, outside of the archives: /tin-tuc/khoi-thi-dua-so-4-ky-ket-giao-uoc/
        r"^https?://[^/]+/(?!(?:category|tag|author|page|feed|chuyen-muc)/)(?:[^/?]+/)*(?:[^/?-]+-+){5,}[^/?]+/?$",
    ),
    feeds=("/feed/",),
    sitemaps=("/wp-sitemap.xml", "/sitemap_index.xml"),
    search="/?s={query}",
    pages=(r"/page/(\d+)/?", r"[?&]paged=(\d+)"),
    layouts=(
        Layout(
            name="entry",
            seen="2014-26",
            title=one(".entry-title"),
            date=any_of("time.entry-date.published, time.entry-date, .entry-date, .posted-on time, .post-date, .date"),
            lead=maybe(".entry-summary, .entry-excerpt"),
            body=one(".entry-content"),
            caption=any_of(".wp-caption-text"),
            author=any_of(".entry-author-name"),
            drop=any_of(_AROUND),
        ),
        Layout(
            name="tagdiv",
            seen="2018-24",
            title=one(".entry-title, .td-post-title h1"),
            date=any_of(".td-post-date time, time.entry-date, .td-module-date"),
            lead=maybe(".td-post-sub-title"),
            body=one(".td-post-content"),
            caption=any_of(".wp-caption-text"),
            drop=any_of(_AROUND),
        ),
        Layout(
            name="blocks",
            seen="2022-26",
            title=one(".wp-block-post-title"),
            date=any_of(".wp-block-post-date time, .wp-block-post-date"),
            lead=maybe(".wp-block-post-excerpt"),
            body=one(".wp-block-post-content"),
            drop=any_of(_AROUND),
        ),
    ),
)
