"""VNPT's portal: Liferay 6 with VNPT's portlets for news and documents, and a sister with the portlets of EcoIT.

Lists page by `…dsnews_WAR_vnpteportalnewsportlet_INSTANCE_…_cur=N`, their links are `div h2 a`. (`vnptigate` is VNPT's
system for public services, not for news.)
"""

from scrapers.layout import Family, Layout, any_of, maybe, one

FAMILY = Family(
    name="vnpt",
    on="liferay",
    marks=(r"vnpteportal\w*portlet", r"WAR_vnpteportal", r"CmsViewEcoITportlet"),
    articles=(r"(?:dsnews|chitiettin|CmsViewChiTiet\w*)_WAR_\w+.*(?:articleId|_id|newsId)=\d+", r"/-/[^/?]+-\d+\.html"),
    pages=(r"_cur=(\d+)",),
    layouts=(
        Layout(
            name="news-portlet",
            seen="2021",
            container=one("#testabc"),
            title=one("#testabc h1"),
            date=maybe("#testabc > div:first-of-type > p"),
            lead=maybe("#testabc > p"),
            body=one("#testabc > div:nth-of-type(2)"),
            drop=any_of(".tinlienquan, .tools"),
        ),
        Layout(
            name="ecoit",
            seen="2020",
            container=one("[id^=p_p_id_CmsViewChiTietBaiViet] article"),
            title=one("h1"),
            date=any_of("h1 + p"),
            lead=maybe("#change_font_size"),
            body=one("#contentnews"),
            drop=any_of(".tinlienquan, .tools"),
        ),
    ),
)
