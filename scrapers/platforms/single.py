"""Newspapers and broadcasters with a system of their own, one layout each. Tried on pages of no known family."""

from scrapers.layout import Family, Layout, any_of, maybe, one
from scrapers.platforms.websphere import POST

_AROUND = ".news-related__list, .drelated, .pHead, .block-news-list, .related, .tags, .social"


def _paper(name: str, container: str, date: str, lead: str, body: str, caption: str = "", author: str = "") -> Layout:
    return Layout(
        name=name,
        seen="2019-26",
        container=one(container),
        title=one("h1, .header-title, .news-title, .title"),
        date=any_of(date),
        lead=maybe(lead),
        body=one(body),
        caption=any_of(caption),
        author=any_of(author),
        drop=any_of(_AROUND),
    )


FAMILY = Family(
    name="single",
    articles=(
        r"-postid\d+\.bbg$",
        r"-\d{4,7}\.html?$",
        r"/[\w-]{12,}/\d{4,7}\.htm$",
        r"-c\d{3,6}\.html$",
        r"\.p-\d+\.html$",
        r"/chi-tiet/[^/]+/\d+$",
        r"\.bcb$",
        r"/tin-bai/[^/]+/[^/]+$",
    ),
    pages=(r"[?&](?:page|p|trang)=(\d+)", r"/(?:trang|page)[-/](\d+)"),
    layouts=(
        _paper(
            "bacninhtv",
            "div:has(> .news-details__content)",
            ".date, time",
            ".news_detail_sapo",
            ".news-details__content",
        ),
        _paper(
            "baothanhhoa",
            "div:has(#main-detail)",
            ".date_news",
            ".sapo_detail",
            "#main-detail",
            caption=".pCaption",
            author=".pAuthor",
        ),
        _paper(
            "baophutho",
            "div:has(.pt-post-detail__time):has(#content)",
            ".pt-post-detail__time",
            ".pt-post-detail__sapo",
            "#content",
        ),
        _paper(
            "baoninhbinh",
            "div:has(.header-title):has(#content_detail)",
            ".date, .time",
            ".sapo",
            "#content_detail",
        ),
        _paper("baokontum", "div:has(.date-contentL):has(#content)", ".date-contentL", ".sapo", "#content"),
        _paper("baocaobang", "div:has(.time):has(#content-detail)", ".time", ".sapo", "#content-detail"),
        _paper("baolaichau", "div:has(.desc.body)", ".text-muted", ".desc.sapo", ".desc.body"),
        _paper("mnv", "div:has(p.mnv-date)", "p.mnv-date", ".mnv-sapo", ".mnv-content"),  # Hải Phòng's broadcaster
        POST,  # Lào Cai, Cao Bằng
    ),
)
