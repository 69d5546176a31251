"""IBM WebSphere Portal with Web Content Manager: Bình Thuận's departments, the Ministry of Defence.

The `!ut/p/…` part of an address is the state of a view; an article's identity is the last id of `WCM_GLOBAL_CONTEXT`.
Lào Cai and Cao Bằng print the same classes.
"""

from scrapers.layout import Family, Layout, any_of, maybe, one

POST = Layout(
    name="article-content",
    seen="2019-21",
    title=one("h1, h2, .ArticleTitle"),
    date=one(".PostDate"),
    lead=maybe(".ArticleSummary"),
    body=one(".ArticleContent"),
    drop=any_of(".OtherNews, .tin-lien-quan"),
)

FAMILY = Family(
    name="websphere",
    marks=(r"/wps/(?:portal|wcm|my)", r"WCM_GLOBAL_CONTEXT", r"!ut/p/", r"wpsPortlet|ibmPortal|com\.ibm"),
    articles=(r"WCM_GLOBAL_CONTEXT=[^&]*/[0-9a-f-]{32,36}", r"/wps/portal/.*!ut/p/.*\bcontent\b"),
    pages=(r"[?&](?:page|pageNo|WCM_Page\.\w+)=(\d+)",),
    layouts=(
        POST,
        Layout(
            name="module-content",  # the Ministry of Defence
            seen="2021",
            container=one(".moduleContentBg"),
            title=one("h1"),
            date=one("h2"),
            body=one(".moduleContentBg > div > div:first-of-type"),
            author=maybe(".moduleContentBg > div > div:nth-of-type(2)"),
            drop=any_of(".tin-lien-quan"),
        ),
    ),
)
