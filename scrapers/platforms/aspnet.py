"""Portals that somebody wrote in ASP.NET for one province: what they share is `__VIEWSTATE` and addresses in `.aspx`.

Each layout is one portal's; ids are matched by their end. `AspxAutoDetectCookieSupport` and `(S(…))` in an address are
the session's. Dates may come in the American order.
"""

from scrapers.layout import Family, Layout, any_of, maybe, one

_AROUND = ".tin-lien-quan, .tinlienquan, .other-news, .tools, .box-tools, .social, .print"


def _portal(name: str, *, title: str = "h1", date: str, lead: str, body: str, caption: str = "") -> Layout:
    return Layout(
        name=name,
        seen="2019-21",
        title=one(title),
        date=one(date),
        lead=maybe(lead),
        body=one(body),
        caption=any_of(caption),
        drop=any_of(_AROUND),
    )


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
        # Quảng Nam until 2019
        _portal(
            "detail-labels",
            title="[id$=_lblTieuDe], [id$=_lblTitle], h1",
            date="[id$=_lblNgayDang]",
            lead="[id$=_lblTomTat]",
            body="[id$=_lblNoiDung]",
        ),
        # Tây Ninh
        _portal("de-news", date="span[id*=DateTime]", lead=".de-sumcontent", body=".de-newscont"),
        # Kon Tum
        _portal(
            "thongke",
            title="h1, .tieude",
            date=".thongke-ngay",
            lead=".noidung.sapo",
            body=".noidung:not(.sapo)",
        ),
        # Quảng Trị
        _portal(
            "detail-news",
            title="h1, .title_detail_news",
            date=".time_detail_news",
            lead=".summary_detail_news",
            body=".article_summary_detail",
        ),
        # Kiên Giang
        _portal("block-tin", title="h1, .title_pst", date=".date_pst", lead="p.mota", body=".textbody"),
        # Hòa Bình, its older portal
        _portal("textdetail", title="h1, .title", date=".date_time", lead=".summary", body=".textdetail"),
        # Đà Nẵng
        _portal(
            "chi-tiet",
            title="h1, .chi-tiet-title",
            date=".chi-tiet-publish-date",
            lead=".chi-tiet-sub-content",
            body=".chi-tiet-main-content",
        ),
        # Khánh Hòa
        _portal("chitietbaiviet", title="h1, h2", date="#datearticle", lead=".mota", body=".chitietbaiviet"),
        # Quảng Ngãi
        _portal(
            "asset-content",
            title="h1, .title",
            date=".date-post",
            lead=".mo-ta",
            body=".asset-content.change-size",
            caption="[style*='color:blue'], [style*='color: blue']",
        ),
        # Quảng Ninh
        _portal("noi-dung-trang", title="h1, .title", date=".publish-date", lead=".mo-ta", body=".noi-dung-trang"),
        # Hải Phòng
        _portal(
            "div-detail",
            title="h1, .divDetail_Title",
            date=".divDetail_DateCreate",
            lead=".divDetail_Summary",
            body=".divDetail_Content",
        ),
        # Bình Định; the text is what the lead's own element holds beside it
        _portal(
            "dt-content",
            title="h1, .dtContentTitle",
            date=".dtContentDate",
            lead=".content_summary",
            body=".dtContent",
        ),
    ),
)
