"""Liferay: Hà Nội's districts, Đắk Nông, Đắk Lắk, Quảng Bình, Bắc Giang, Bắc Ninh, Thái Nguyên, departments of HCMC.

Four forms of address (`/-/slug`, `/-/view_content/id-slug.html`, `/-/view-article/p/cat/id`, `/-/details/group/slug`);
slugs lose their "đ". Lists page by `…_cur=N` among a dozen parameters of portlet state. `p_p_auth` is a token of the
session. Web content (`.journal-content-article`) also fills side bars, so that the container asks for a date beside it.
"""

from scrapers.layout import Family, Layout, any_of, maybe, one

_TOOLS = ".taglib-social-bookmarks, .lfr-meta-actions, .asset-related-assets, .tin-lien-quan, .portlet-topper, .rating"

FAMILY = Family(
    name="liferay",
    marks=(
        r"Liferay\.(?:ThemeDisplay|Portlet|currentURL)",
        r"p_p_id_|p_p_id=",
        r"journal-content-article",
        r"/o/[\w-]+-theme/|/html/js/liferay",
    ),
    articles=(
        r"/-/(?!view|details|asset_publisher|document|blogs\b)[^/?]+(?:\?|$)",
        r"/-/view_content/\d+",
        r"/-/view-article/\d+/\d+/\d+",
        r"/-/details/\d+/[^/?]+",
        r"/-/asset_publisher/\w+/content/",
    ),
    search="/search?q={query}",
    pages=(r"_cur=(\d+)",),
    layouts=(
        Layout(
            name="meta-data",  # Bắc Giang
            seen="2019-21",
            title=one("h1, h2.title, .article-title"),
            date=one(".meta-data-date"),
            lead=maybe(".article-summary"),
            body=one(".journal-content-article"),
            drop=any_of(_TOOLS),
        ),
        Layout(
            name="date-post",  # Thái Nguyên
            seen="2019-21",
            title=one("h1, h2, .title_post"),
            date=one("p.date_post"),
            body=one(".journal-content-article"),
            drop=any_of(_TOOLS),
        ),
        Layout(
            name="content-detail",  # the ministry of health
            seen="2021",
            container=one(".contentDetail"),
            title=one("h3, h1"),
            date=maybe(".contentDetail > div:nth-child(2) > p"),
            lead=maybe(".sapo"),
            body=one(".journal-content-article"),
            drop=any_of(_TOOLS),
        ),
        Layout(
            name="asset",  # Liferay's own asset publisher: districts of Hà Nội, Đắk Nông, Đắk Lắk
            seen="2018-26",
            container=one(".asset-full-content, .portlet-asset-publisher"),
            title=one(".asset-title, h1"),
            date=any_of(".metadata-publish-date, .metadata-entry, .asset-date"),
            lead=maybe(".asset-summary"),
            body=one(".asset-content"),
            author=maybe(".metadata-author"),
            drop=any_of(_TOOLS),
        ),
    ),
)
