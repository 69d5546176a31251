"""Blocks of a page, and what of them is title, lead, body, caption, author, or nothing of the article's own."""

from __future__ import annotations

import pytest

from scrapers.assemble import assemble
from scrapers.blocks import Block, blocks_of
from scrapers.boilerplate import split_agency_tag, strip_boilerplate
from scrapers.tree import elements, parse_html

SENTENCE = "Hội nghị đã thống nhất bầu Sở Y tế làm Trưởng khối, Sở Nội vụ làm Phó khối năm 2024 với số phiếu rất cao."
OTHER = "Các đơn vị trong khối tiếp tục trao đổi về bảng điểm, quy chế và kế hoạch hoạt động của năm tới tại hội nghị."


def texts(html: str) -> list[str]:
    return [block.text for block in blocks_of(elements(parse_html(f"<body>{html}</body>"), "body")[0], {})]


def article(html: str) -> list[tuple[str, str]]:
    """The blocks of a body under a headline, as fields and texts."""
    tree = parse_html(f"<body>{html}</body>")
    blocks = [Block("title", "Khối thi đua số 2 tổng kết"), *blocks_of(elements(tree, "body")[0], {})]
    made = assemble(blocks)
    return [(s.field, made.text[s.start : s.end]) for s in made.sections][1:]


@pytest.mark.parametrize(
    ("html", "wanted"),
    [
        ("<p>Tham dự hội\nnghị   có\t<b>ông</b> A</p>", ["Tham dự hội nghị có ông A"]),
        ("<p>K<b>hố</b>i</p>", ["Khối"]),
        ("<p>Một<br>Hai<br/>\n<br/>Ba</p>", ["Một\nHai\nBa"]),
        ("trần<div>khối</div>sau", ["trần", "khối", "sau"]),
        ("<p>&nbsp;&nbsp; thụt&nbsp;vào \u200b</p><p>&nbsp;</p>", ["thụt\u00a0vào"]),
        ("<ul><li>Sở Y tế</li><li>Sở <b>Nội vụ</b></li></ul>", ["Sở Y tế\nSở Nội vụ"]),
        ("<ol><li><p>Một</p><p>Hai</p></li></ol>", ["Một Hai"]),
        ("<ul><li>A<ul><li>B</li></ul></li></ul>", ["A", "B"]),
        ("<script>x</script><style>y</style><noscript>z</noscript><!-- c --><select><option>o</select><p>có</p>", ["có"]),
        ("<p style='display: none'>ẩn</p><p hidden>ẩn</p><p>hiện</p>", ["hiện"]),
        ("<table><tr><td>TT</td><td>Đơn vị</td></tr><tr><td>1</td><td>Sở<br>Y tế</td></tr></table>", ["TT\tĐơn vị\n1\tSở Y tế"]),
        ("<table><tr><td><p>Một cột</p></td></tr><tr><td><p>để trình bày</p></td></tr></table>", ["Một cột", "để trình bày"]),
        ("<table><tr><td>a<table><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table></td></tr></table>", ["a", "1\t2\n3\t4"]),
    ],
)  # fmt: skip
def test_blocks(html: str, wanted: list[str]) -> None:
    assert texts(html) == wanted


@pytest.mark.parametrize(
    ("html", "wanted"),
    [
        # captions
        (f"<p>{SENTENCE}</p><p align=center><img src=a></p><p align=center><i>Hội nghị</i></p><p>{OTHER}</p>", ["body", "caption", "body"]),
        (f"<p>{SENTENCE}</p><p><img src=a></p><p>Quang cảnh hội nghị</p><p>{OTHER}</p>", ["body", "caption", "body"]),
        (f"<p>{SENTENCE}</p><p><img src=a></p><p>{OTHER}</p>", ["body", "body"]),  # what follows a picture is no caption by that
        (f"<table><tr><td><img src=a></td></tr><tr><td>Trao cờ luân lưu</td></tr></table><p>{SENTENCE}</p>", ["caption", "body"]),
        (f"<figure><img src=a><figcaption>Trao cờ</figcaption></figure><p>{SENTENCE}</p>", ["caption", "body"]),
        (f"<p>{SENTENCE}</p><p align=center><i>Thơ</i></p><p>{OTHER}</p>", ["body", "body", "body"]),  # centred, no picture
        # a table that lays out the whole article is no frame
        (f"<table><tr><td><img src=a><p>{SENTENCE}</p><p>{OTHER * 5}</p></td></tr></table>", ["body", "body"]),
        # lead
        (f"<p><strong>{SENTENCE}</strong></p><p>{OTHER}</p>", ["lead", "body"]),
        (f"<p><strong>{SENTENCE}</strong></p><p><b>{OTHER}</b></p>", ["body", "body"]),
        # author
        (f"<p>{SENTENCE}</p><p style='text-align:right'><b>Thu Hiền</b></p>", ["body", "author"]),
        (f"<p>{SENTENCE}</p><p>Thu Hiền</p>", ["body", "author"]),
        (f"<p>{SENTENCE}</p><p>Tin, ảnh: Lê Hoa</p><p align=center><img></p><p align=center>Trao cờ</p>", ["body", "author", "caption"]),
        (f"<p>{SENTENCE}</p><p align=right>Bá Trung</p><p align=right>Đảng ủy Khối các cơ quan tỉnh</p>", ["body", "author", "author"]),
        ("<p>Trưởng khối năm 2024:</p><p>Sở Y tế</p>", ["body", "body"]),
        (f"<p>{SENTENCE}</p><p>{OTHER}</p>", ["body", "body"]),
    ],
)  # fmt: skip
def test_fields_told_by_their_setting(html: str, wanted: list[str]) -> None:
    assert [field for field, _ in article(html)] == wanted


def test_what_is_said_twice_is_read_once() -> None:
    html = f"<p>Khối thi đua số 2 tổng</p><p><b>{SENTENCE}</b></p><p>{SENTENCE}</p><p>{OTHER}</p>"
    assert article(html) == [("lead", SENTENCE), ("body", OTHER)]
    picture = "<figure><img><figcaption>Trao cờ</figcaption></figure>"
    assert [field for field, _ in article(f"{picture}<p>{SENTENCE}</p>{picture}")] == ["caption", "body"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (["Xem với cỡ chữ : A- A A+", SENTENCE], [SENTENCE]),
        (["Tăng cỡ chữ Giảm cỡ chữ Gửi thư In", SENTENCE, "Lượt xem: 214", "58"], [SENTENCE]),
        (["16/01/2024 14:35", "Tin tức - Sự kiện", SENTENCE], [SENTENCE]),
        ([SENTENCE, "leftcenterrightdel", "KHOI THI DUA SO 9 (2).jpg", "17555421_1364265830263615_132780436_n.jpg", OTHER], [SENTENCE, OTHER]),
        ([SENTENCE, "Cannot retrieve the URL specified in the Content Link property. For more assistance, contact your site administrator."], [SENTENCE]),
        ([SENTENCE, "Tin cùng chuyên mục", "Bộ CHQS tỉnh ra quân huấn luyện", OTHER], [SENTENCE]),
        ([SENTENCE, "Tin liên quan", "Bộ CHQS tỉnh ra quân", OTHER], [SENTENCE, OTHER]),  # a box inside of the text
        ([SENTENCE, "Tin liên quan", "Bộ CHQS tỉnh ra quân"], [SENTENCE]),
        ([f"{SENTENCE}\nÝ kiến bạn đọc\nHay quá"], [SENTENCE]),
        ([SENTENCE, "Giáo dục", "Y tế"], [SENTENCE, "Giáo dục", "Y tế"]),  # may be a list's lines
        ([SENTENCE, "- Cụm trưởng: Hội Nông dân huyện Lắk"], [SENTENCE, "- Cụm trưởng: Hội Nông dân huyện Lắk"]),
    ],
)  # fmt: skip
def test_boilerplate(before: list[str], after: list[str]) -> None:
    assert [block.text for block in strip_boilerplate([Block("body", text) for text in before])] == after


def test_what_is_only_links_is_other_news() -> None:
    link = "<a href='/b'>Khối thi đua số 3 tổng kết công tác</a>"
    assert article(f"<p>{SENTENCE}</p><p>{link}</p><ul><li>{link}</li><li>{link}</li></ul>") == [("body", SENTENCE)]
    assert article(f"<p>{SENTENCE}</p><p>Tải <a href=/c.pdf>thông báo số 97 của tỉnh</a> tại đây.</p>")[1:]
    assert article(f"<p><a name=x>{SENTENCE}</a></p>") == [("body", SENTENCE)]
    assert article(f"<p>{SENTENCE}</p><p><b><a href=/tg>Thu Hiền</a></b></p>")[1] == ("author", "Thu Hiền")


def test_tables_keep_every_line() -> None:
    table = Block("body", "TT\tĐơn vị\n1\tSở Y tế\n2\tSở Nội vụ", table=True)
    assert strip_boilerplate([table]) == [table]


@pytest.mark.parametrize(
    ("text", "tag", "rest"),
    [
        ("(PL)- Năm 2025", "PL", "Năm 2025"),
        ("(QNO) Ngày 31-5", "QNO", "Ngày 31-5"),
        ("(Baonghean.vn) - Sáng", "Baonghean.vn", "Sáng"),
        ("(LĐ online) - Chiều", "LĐ online", "Chiều"),
        ("NTV-Ngày 12/1", "NTV", "Ngày 12/1"),
        ("BTĐKT - Sáng", "BTĐKT", "Sáng"),
        ("(UBND) tỉnh Kon Tum", None, "(UBND) tỉnh Kon Tum"),
        ("UBND - MTTQ huyện", None, "UBND - MTTQ huyện"),
        ("(QNO)", None, "(QNO)"),
    ],
)
def test_agency_tags(text: str, tag: str | None, rest: str) -> None:
    assert split_agency_tag(text) == (tag, rest)
