"""DotNetNuke: the Central Committee for Emulation and Commendation's older site, Long An, vocational education.

Dates are printed in the US order ("2/22/2017 3:02:24 PM"). One article has two addresses, `/tabid/74/Entry/3820/` and
`?tabid=74&Entry=3820`. Element ids carry the module's number, so that they are matched by their end.
"""

from scrapers.layout import Family, Layout, any_of, maybe, one

FAMILY = Family(
    name="dotnetnuke",
    on="aspnet",
    marks=(r"dnn_(?:ctr\d+|ContentPane|dnn)", r"DotNetNuke", r"dnncore|dnnVariable|/js/dnn\.js", r"/DesktopModules/"),
    articles=(
        r"(?i)/tabid/\d+/(?:Entry|ArticleID|ItemID|cateid/\d+/itemid)/\d+",
        r"(?i)[?&](?:Entry|EntryID|ItemID|ArticleID)=\d+",
        r"(?i)/chi-tiet/\d+/",
    ),
    pages=(r"(?i)[?&]p(?:g|age)?=(\d+)", r"(?i)/pg/(\d+)/", r"(?i)/currentpage/(\d+)"),
    layouts=(
        Layout(
            name="blog-entry",
            seen="2017",
            title=one(".BlogTitle"),
            date=any_of(".BlogDateTime, [id$=_lblDateTime]"),
            lead=maybe(".BlogSummary, [id$=_lblSummary]"),
            body=one(".BlogBody"),
            author=maybe(".BlogAuthor, [id$=_lblAuthor]"),
            drop=any_of(".BlogTrackback, .BlogComments, .BlogRelated"),
        ),
        Layout(
            name="news-labels",
            seen="?",
            title=one("[id$=_lblTitle]"),
            date=any_of("[id$=_lblDate], [id$=_lblPublishDate]"),
            lead=maybe("[id$=_lblSummary], [id$=_lblDescription]"),
            body=one("[id$=_lblContent]"),
            author=maybe("[id$=_lblAuthor], [id$=_lblSource]"),
            drop=any_of(".news-related, .dnnActions"),
        ),
    ),
)
