"""Drupal 7 to 10: Cao Bằng's communes, Lạng Sơn's departments and its Committee for Emulation and Commendation.

The page's title stands outside of the node, in the content region. The print module serves `/print/<node>`. One node
may show under several language prefixes.
"""

from scrapers.layout import Family, Layout, any_of, maybe, one, some

FAMILY = Family(
    name="drupal",
    marks=(
        r"content=[\"']Drupal",
        r"Drupal\.settings|drupalSettings|data-drupal-",
        r"/sites/(?:default|all)/(?:files|themes|modules)",
        r"/misc/drupal\.js",
    ),
    articles=(r"/node/\d+$", r"/print/\d+$"),
    feeds=("/rss.xml",),
    sitemaps=("/sitemap.xml",),
    search="/search/node/{query}",
    pages=(r"[?&]page=(\d+)",),
    layouts=(
        Layout(
            name="fields-8",
            seen="2024",
            title=one("h1"),
            date=any_of(".node__submitted, .node__meta, .field--name-created"),
            lead=maybe(".field--name-field-summary, .field--name-field-sapo"),
            body=some("article .field--name-body, .node .field--name-body"),
            caption=any_of(".field--name-body figcaption, .field--name-field-image-caption"),
            drop=any_of(".node__links, .field--name-comment, .view-related, ul.links"),
        ),
        Layout(
            name="fields-7",
            seen="2019",
            title=one("#page-title, h1.title, h1, .node h2"),
            date=any_of(".submitted, .field-name-post-date"),
            lead=maybe(".field-name-field-summary, .field-name-field-sapo"),
            body=some(".node .field-name-body"),
            drop=any_of("ul.links, .comment-wrapper, .view-related, .service-links"),
        ),
        Layout(
            name="print",
            seen="2019",
            container=one("body"),
            title=one(".print-title"),
            date=any_of(".print-created, .print-submitted"),
            body=one(".print-content"),
            drop=any_of(".print-links, .print-source_url, .print-footer, .print-breadcrumb"),
        ),
    ),
)
