"""Microsoft SharePoint in its generations: most provinces and ministries.

Articles are an ItemID or NewsID of a page, or a page each (`/Pages/`, in Vietnamese installations `/Trang/`). Element
ids embed the GUID of a web part, so that they are matched by their end. Lists often page by post-back; what can be
fetched are those with a page number in the address.
"""

from scrapers.layout import Family, Layout, any_of, maybe, one, some

_TOOLS = (
    "[id*=Ribbon], .ms-hidden, .noindex, .tools, .tool-bar, .tinlienquan, .tin-lien-quan, .relative-news, .other-news"
)

FAMILY = Family(
    name="sharepoint",
    on="aspnet",
    marks=(
        r"Microsoft SharePoint",
        r"_layouts/15/|/_layouts/",
        r"SPWebPartManager",
        r"s4-workspace|ms-rtestate-field",
        r"/_catalogs/",
    ),
    articles=(
        r"(?i)\.aspx\?(?:.*&)?(?:ItemID|NewsID|ArticleID)=\d+",
        # a headline's length; shorter ones are lists
        r"(?i)/(?:Pages|Trang)/(?:[^?]*/)?(?:[^/?-]+-+){4,}[^/?]+\.aspx$",
        r"/vn/tin-tuc/(?:\d+/)+[^/]+\.aspx",
    ),
    pages=(r"(?i)[?&]page=(\d+)", r"/PhanTrang/\d+/(\d+)/"),
    layouts=(
        Layout(
            name="tandan",
            seen="2019-21",
            title=one("[class*=news-title], h1, h2"),
            date=one(".tandan-span-date-publish"),
            lead=maybe(".tandan-p-article-news-summary"),
            body=one(".ms-rtestate-field"),
            drop=any_of(_TOOLS),
        ),
        Layout(
            name="description-123",  # the ministries of transport, science, construction
            seen="2021",
            title=one("#divArticleDescription3 h1"),
            date=any_of("[id$=_pnHide] span"),
            lead=maybe("#divArticleDescription1"),
            body=one("#divArticleDescription2"),
            author=maybe("[id$=_pnNguontin]"),
            drop=any_of(_TOOLS),
        ),
        Layout(
            name="description-content",  # the ministry of information
            seen="2021",
            container=one("#news_content"),
            title=one("h1"),
            date=any_of(".date, .time, .thoigian"),
            lead=maybe("#divArticleDescription"),
            body=one("#divArticleContent"),
            drop=any_of(_TOOLS),
        ),
        Layout(
            name="description",  # the ministry of labour
            seen="2021",
            title=one("h1"),
            date=any_of("h1 + p, .date"),
            body=one("#divArticleDescription"),
            drop=any_of(_TOOLS),
        ),
        Layout(
            name="news-detail",  # the ministry of education
            seen="2021",
            title=one("#news-title"),
            date=any_of("p span.date, .news-date, .date"),
            lead=maybe("#news-des"),
            body=one("#news-detail"),
            drop=any_of(_TOOLS),
        ),
        Layout(
            name="contenttin",  # social insurance
            seen="2021",
            title=one(".none-padding:not(.sukien) > p, .none-padding > h1"),
            date=one(".sukien p"),
            body=one("#contenttin"),
            author=maybe(".tacgia"),
            drop=any_of(_TOOLS),
        ),
        Layout(
            name="show-content",  # the ministry of the interior
            seen="2021",
            container=one("#news_details"),
            title=one("h1"),
            date=any_of("h1 + div p, .date"),
            lead=maybe("#show_description"),
            body=one("#show_content"),
            drop=any_of(_TOOLS),
        ),
        Layout(
            name="news-labels",  # the committee for ethnic affairs
            seen="2021",
            title=one("[id$=newsTitle]"),
            date=maybe("[id$=lblDate]"),
            lead=maybe("[id$=newsContent]"),
            body=one("#divNewsDetails"),
            author=maybe("[id$=lblNguonThongTin]"),
            drop=any_of(_TOOLS),
        ),
        Layout(
            name="article-page",  # SharePoint's own article page
            seen="2010-24",
            title=one("h1"),
            date=any_of(".date-line, [class*=date], [id$=DateTimeField]"),
            lead=any_of("[class*=summary], [class*=sapo]"),
            body=some("[id$=RichHtmlField], .article-content .ms-rtestate-field, .noi-dung .ms-rtestate-field"),
            caption=any_of(".image-area .caption, .ms-rteElement-Caption"),
            author=any_of(".byline, .tac-gia"),
            drop=any_of(_TOOLS),
        ),
    ),
)
