"""Newspapers with `-a<id>.html`: An Giang, Cần Thơ, Bình Dương, Tây Ninh, Đồng Khởi; some slugs end in DDMMYYYY."""

from scrapers.layout import Family, Layout, any_of, maybe, one

FAMILY = Family(
    name="aid",
    marks=(r"content-fck", r"id=[\"']newscontents", r"-a\d{4,7}\.html", r"class=[\"']note ignore"),
    articles=(r"-a\d{3,7}\.html$",),
    feeds=("/rss/trang-chu.rss", "/rss/"),
    sitemaps=("/sitemap.xml",),
    search="/tim-kiem.html?q={query}",
    pages=(r"[?&]page=(\d+)",),
    layouts=(
        Layout(
            name="content-fck",
            seen="2022-25",
            title=one("h1"),
            date=any_of(".pubdate"),
            lead=maybe(".detail-desc, .fontd.fw600, h4.sapo"),
            body=one("#newscontents .content-fck"),
            caption=any_of("p.note.ignore"),
            author=any_of(".author, .tac-gia"),
            drop=any_of(".related, .boxlienquan, .tags, .social-share"),
        ),
    ),
)
