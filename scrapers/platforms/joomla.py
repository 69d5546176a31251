"""Joomla, from 1.0 on: Đắk Lắk's departments, schools, hospitals.

An article's identity is the number before the colon (`id=926:slug`) or before the slug; addresses in pages often carry
a literal `&amp;`. Lists page by `?start=N`, in steps of their length.
"""

from scrapers.layout import Family, Layout, any_of, maybe, one

FAMILY = Family(
    name="joomla",
    marks=(
        r"content=[\"']Joomla",
        r"option=com_(?:content|k2)",
        r"/media/(?:jui|system/js)/|/components/com_|/modules/mod_",
        r"contentpaneopen|item-page",
    ),
    articles=(
        r"option=com_content&(?:.*&)?(?:view=article|task=view)&(?:.*&)?id=\d+",
        r"/component/content/article[^?]*\?(?:.*&)?id=\d+",
        r"/\d+-[^/]+(?:\.html)?$",
    ),
    feeds=("/index.php?format=feed&type=rss",),
    search="/index.php?option=com_search&searchword={query}",
    pages=(r"[?&](?:limit)?start=(\d+)",),
    layouts=(
        Layout(
            name="item-page",
            seen="2014-24",
            container=one(".item-page, .com-content-article"),
            title=one("[itemprop=headline], .page-header h1, .page-header h2, h1, h2"),
            date=any_of(".article-info .published time, .article-info .published, .article-info .create time"),
            lead=maybe(".article-intro, .introtext"),
            body=one("[itemprop=articleBody], .com-content-article__body"),
            author=any_of(".article-info .createdby"),
            drop=any_of(".pagenav, .pager, .tags, .icons, .moduletable, .article-actions"),
        ),
        Layout(
            name="contentpane",
            seen="2008-12",
            title=one("td.contentheading"),
            date=any_of("td.createdate"),
            body=one("table.contentpaneopen + table.contentpaneopen"),
            author=maybe("td .small"),
            drop=any_of(".buttonheading, td.modifydate, .article_separator, .pagenav"),
        ),
    ),
)
