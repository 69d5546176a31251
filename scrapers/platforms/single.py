"""Newspapers and broadcasters with a system of their own, one layout each. Tried on pages of no known family."""

from scrapers.layout import Family, Layout, any_of, maybe, one
from scrapers.platforms.websphere import POST

_AROUND = ".news-related__list, .drelated, .pHead, .block-news-list, .related, .tags, .social"


def _paper(
    name: str, *, title: str = "h1", date: str, lead: str, body: str, caption: str = "", author: str = ""
) -> Layout:
    return Layout(
        name=name,
        seen="2019-26",
        title=one(title),
        date=one(date),
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
    layouts=(
        _paper("bacninhtv", date=".date, time", lead=".news_detail_sapo", body=".news-details__content"),
        _paper(
            "baothanhhoa",
            date=".date_news",
            lead=".sapo_detail",
            body="#main-detail",
            caption=".pCaption",
            author=".pAuthor",
        ),
        _paper("baophutho", date=".pt-post-detail__time", lead=".pt-post-detail__sapo", body="#content"),
        _paper("baoninhbinh", title=".header-title", date=".date, .time", lead=".sapo", body="#content_detail"),
        _paper("baokontum", date=".date-contentL", lead=".sapo", body="#content"),
        _paper("baocaobang", date=".time", lead=".sapo", body="#content-detail"),
        _paper("baolaichau", date=".text-muted", lead=".desc.sapo", body=".desc.body"),
        _paper("mnv", date="p.mnv-date", lead=".mnv-sapo", body=".mnv-content"),  # Hải Phòng's broadcaster
        POST,  # Lào Cai, Cao Bằng
    ),
)
