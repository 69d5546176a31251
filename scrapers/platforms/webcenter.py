"""Oracle WebCenter Portal: Quảng Nam and its departments and districts, the Ministry of Finance, the State Bank.

An article is `chi-tiet?dDocName=PORTAL<number>`; `dID` is a revision and `_afr…`, `_adf…` are state of the session.
A client that calls itself a browser gets a page of JavaScript (`AdfLoopbackUtils`) in place of the content; one that
says what it is gets the content. The lists page within a session, so that only their first page can be fetched.
"""

from scrapers.layout import Family, Layout, any_of, one

FAMILY = Family(
    name="webcenter",
    marks=(r"/webcenter/portal/", r"AdfPage\.|af_document|/afr/|oracle\.adf", r"dDocName=\w+", r"/cs/idcplg"),
    articles=(r"/webcenter/portal/[^?]+\?(?:.*&)?dDocName=\w+",),
    pages=(r"[?&]page=(\d+)",),
    layouts=(
        Layout(
            name="detail",
            seen="2026",
            container=one(".detail-container"),
            title=one("h1.detail-title"),
            date=one("h1.detail-title small"),
            body=one(".cd-content"),
            lead=any_of(".cd-content .detail-summary"),
            drop=any_of(".attach-files, .related-news, .detail-tools"),
        ),
        Layout(
            name="news",
            seen="?",
            container=one("#detail-news, .detail-news"),
            title=one("h1, h2, h3"),
            date=any_of(".date, .time, .publish-date"),
            body=one(".content, .detail-content"),
            lead=any_of(".summary, .sapo, .detail-summary"),
            drop=any_of(".related-news, .tin-lien-quan"),
        ),
    ),
)
