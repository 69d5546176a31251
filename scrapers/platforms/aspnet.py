"""Portals that somebody wrote in ASP.NET for one province: what they share is `__VIEWSTATE` and addresses in `.aspx`.

Each layout is one portal's; ids are matched by their end. `AspxAutoDetectCookieSupport` and `(S(…))` in an address are
the session's. Dates may come in the US order.
"""

from scrapers.layout import Family, Layout, any_of, maybe, one

_AROUND = ".tin-lien-quan, .tinlienquan, .other-news, .tools, .box-tools, .social, .print"


def _portal(name: str, container: str, title: str, date: str, lead: str, body: str, caption: str = "") -> Layout:
    return Layout(
        name=name,
        seen="2019-21",
        container=one(container),
        title=one(title),
        date=any_of(date),
        lead=maybe(lead),
        body=one(body),
        caption=any_of(caption),
        drop=any_of(_AROUND),
    )


def _around(date: str, body: str) -> str:
    """Return the container of a portal that marks date and body only: the smallest element with both."""
    return f"div:has({date}):has({body}), td:has({date}):has({body})"


FAMILY = Family(
    name="aspnet",
    marks=(r"__VIEWSTATE", r"__doPostBack|WebResource\.axd|ScriptResource\.axd", r"id=[\"']aspnetForm|ctl00_"),
    articles=(
        r"(?i)\.aspx\?(?:.*&)?(?:id|news_?id|idPost|ContentID|mabb|p|ArticleID|itemid)=\w+",
        r"(?i)/\d+/[^/]+\.aspx$",
        r"(?i)ViewDetail\w*\?(?:.*&)?id\w*=\d+",
        r"(?i)/news/\d+_\d+_[^/]+\.aspx$",
    ),
    pages=(r"(?i)[?&](?:page|pagenumber|pg|trang|p)=(\d+)",),
    layouts=(
        _portal(
            "detail-labels",  # Quảng Nam until 2019
            "div:has([id$=_lblNoiDung]):has([id$=_lblNgayDang])",
            "[id$=_lblTieuDe], [id$=_lblTitle], h1",
            "[id$=_lblNgayDang]",
            "[id$=_lblTomTat]",
            "[id$=_lblNoiDung]",
        ),
        _portal(
            "de-news",  # Tây Ninh
            ".de-newsCent",
            ".de-newstitle, h1",
            "span[id*=DateTime]",
            ".de-sumcontent",
            ".de-newscont",
        ),
        _portal(
            "thongke",
            _around(".thongke-ngay", ".noidung"),
            "h1, .tieude",
            ".thongke-ngay",
            ".noidung.sapo",
            ".noidung:not(.sapo)",
        ),  # Kon Tum
        _portal(
            "detail-news",  # Quảng Trị
            _around(".time_detail_news", ".article_summary_detail"),
            "h1, .title_detail_news",
            ".time_detail_news",
            ".summary_detail_news",
            ".article_summary_detail",
        ),
        _portal("block-tin", ".block_tin", "h1, .title_pst", ".date_pst", "p.mota", ".textbody"),  # Kiên Giang
        _portal(
            "textdetail", _around(".date_time", ".textdetail"), "h1, .title", ".date_time", ".summary", ".textdetail"
        ),  # Hòa Bình, old
        _portal(
            "chi-tiet",  # Đà Nẵng
            _around(".chi-tiet-publish-date", ".chi-tiet-main-content"),
            "h1, .chi-tiet-title",
            ".chi-tiet-publish-date",
            ".chi-tiet-sub-content",
            ".chi-tiet-main-content",
        ),
        _portal(
            "chitietbaiviet",
            _around("#datearticle", ".chitietbaiviet"),
            "h1, h2",
            "#datearticle",
            ".mota",
            ".chitietbaiviet",
        ),
        _portal(
            "asset-content",  # Quảng Ngãi
            ".article:has(.asset-content.change-size)",
            "h1, .title",
            ".date-post",
            ".mo-ta",
            ".asset-content.change-size",
            "[style*='color:blue'], [style*='color: blue']",
        ),
        _portal(
            "noi-dung-trang",
            _around(".publish-date", ".noi-dung-trang"),
            "h1, .title",
            ".publish-date",
            ".mo-ta",
            ".noi-dung-trang",
        ),
        _portal(
            "div-detail",
            _around(".divDetail_DateCreate", ".divDetail_Content"),
            "h1, .divDetail_Title",
            ".divDetail_DateCreate",
            ".divDetail_Summary",
            ".divDetail_Content",
        ),
        _portal(
            "dt-content",
            _around(".dtContentDate", ".content_summary"),
            "h1, .dtContentTitle",
            ".dtContentDate",
            ".content_summary",
            "div:has(> .content_summary)",
        ),
    ),
)
