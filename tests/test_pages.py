"""A page copied as text: headline, date, and what stands around the article. Strings as portals really print them."""

from __future__ import annotations

import json
import re
import tomllib
import unicodedata
from collections.abc import Iterable
from datetime import date
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.article import Article
from pipeline.evaluate import options
from pipeline.page_dates import find_dates
from pipeline.page_lines import load_rules, look_at
from pipeline.pages import MAX_LINES, read_copied_page

TITLE = "Khối thi đua số 3 tổng kết công tác năm 2023"
LEAD = (
    "Sáng 12/1, Khối thi đua số 3 tỉnh tổ chức Hội nghị tổng kết công tác thi đua, khen thưởng năm 2023. "
    "Dự hội nghị có lãnh đạo các đơn vị."
)
NEWS = "Hội nghị đã bầu Sở Y tế làm Trưởng khối, Sở Tư pháp làm Phó khối năm 2024."
BODY = f"{LEAD}\n\n{NEWS}"


def read(text: str) -> Article:
    return read_copied_page(text, "page")


def published(text: str) -> str | None:
    day = read(text).published
    return day.isoformat() if day else None


def parts(article: Article, *fields: str) -> str:
    return "\n".join(article.text[s.start : s.end] for s in article.sections if s.field in fields)


DATE_LINES = [
    ("15/03/2018", "2018-03-15"),
    ("30/06/2020", "2020-06-30"),
    ("Ngày đăng 29/07/2020 | 14:42  | View count: 238004", "2020-07-29"),
    ("Ngày đăng: 30.03.2022", "2022-03-30"),
    ("( Cập nhật lúc: 27/02/2014  )", "2014-02-27"),
    ("(\u00a0Cập nhật ngày: 24/12/2024\u00a0)", "2024-12-24"),
    ("Cập nhật lúc: 16:59 31/05/2018", "2018-05-31"),
    ("Cập nhật lúc 09:46:42 18/04/2019 (Lượt xem: 1561)", "2019-04-18"),
    ("Cập nhật 18/5/2019, 22:05:44", "2019-05-18"),
    ("Cập nhật:09/12/2025 8:41:06 SA", "2025-12-09"),
    ("Tin đăng ngày: 6/2/2020 - Xem: 92", "2020-02-06"),
    ("Đăng ngày: 15-12-2023 | Lượt xem: 163", "2023-12-15"),
    ("07/10/2015\n9549 lượt xem", "2015-10-07"),
    ("2/22/2017 3:02:24 PM", "2017-02-22"),
    ("1/5/2024 8:30:11 AM", "2024-01-05"),
    ("30/10/2023 2:15:00 PM", "2023-10-30"),
    ("15/01/2024 08:30 AM", "2024-01-15"),
    ("00:00 19/11/2024", "2024-11-19"),
    ("Thứ năm - 22/11/2018 22:00 307 0", "2018-11-22"),
    ("Thứ Hai 22:52 11/06/2018", "2018-06-11"),
    ("Thứ ba,  16/01/2024", "2024-01-16"),
    ("09:26, 26/03/2018", "2018-03-26"),
    ("23:07 - 26/01/2024", "2024-01-26"),
    ("04/04/2022 - 08:59", "2022-04-04"),
    ("19:36 25-11-2020 | :482", "2020-11-25"),
    ("07:12 26/03/2016", "2016-03-26"),
    ("08:33 | 01/03/2019", "2019-03-01"),
    ("18/10/2025 14:28 GMT+7", "2025-10-18"),
    ("28/11/2018, 08:12 [GMT+7]", "2018-11-28"),
    ("Thứ bảy, ngày 18/10/2025 15:14 GMT+7", "2025-10-18"),
    ("HÀ VY - VĂN NAM 13/03/2024 15:45", "2024-03-13"),
    ("Như Tâm - 17:46, 22/03/2025", "2025-03-22"),
    ("Xã hội - Ngày đăng : 11:19, 19/04/2018", "2018-04-19"),
    ("8-4-2021, 11:26 GMT+7", "2021-04-08"),
    ("Thứ Sáu, ngày 23 tháng 08 năm 2019, 09:25:27", "2019-08-23"),
    ("NGÀY 5 THÁNG 3, 2021 | 07:15", "2021-03-05"),
    ("15 Tháng Một, 2024 bởi admin", "2024-01-15"),
    ("Tháng Mười Hai 9, 2023", "2023-12-09"),
    ("Thứ hai, 20 Tháng 11 2017 07:41 | Viết bởi Đoàn trường | Chuyên mục: Hoạt động Đoàn", "2017-11-20"),
    ("Thứ Sáu, 05/01/2024 - 17:20 | Lượt xem: 214", "2024-01-05"),
    ("Thứ 6, 25/11/2022 | 18:36:49", "2022-11-25"),
    ("16/01/2024 14:35    87", "2024-01-16"),
    ("18/11/2023        Chuyên mục: Hoạt động đối ngoại - Thi đua", "2023-11-18"),
    ("Ngày đăng:\n16/01/2024\nLượt xem:\n120", "2024-01-16"),
    ("Cập nhật: 20/01/2024\nNgày đăng: 16/01/2024", "2024-01-16"),
    ("Đăng bởi: Quản trị viên | Ngày 15/01/2024", "2024-01-15"),
    ("2024-01-16T10:20:00+07:00", "2024-01-16"),
    ("1 năm trước", None),
    # The weekday tells which order a date with AM is in.
    ("Cập nhật: Thứ bảy, 11/6/2022 | 10:05:31 AM", "2022-06-11"),
    ("Cập nhật: Chủ nhật, 11/6/2022 | 10:05:31 AM", "2022-11-06"),
    ("Báo Nghệ An điện tử - 14/11/2022 09:05", "2022-11-14"),
    ("Admin - 06/12/2022", "2022-12-06"),
    ("Ngày 31/02/2024", None),
    ("Hôm nay: Thứ Tư, 24/04/2024 | 10:15", None),
]


@pytest.mark.parametrize(("line", "expected"), DATE_LINES, ids=[line for line, _ in DATE_LINES])
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_date_line_under_the_headline(line: str, expected: str | None, form: str) -> None:
    text = unicodedata.normalize(form, f"{TITLE}\n{line}\n\n{BODY}")
    assert published(text) == expected
    assert unicodedata.normalize("NFC", read(text).title or "") == TITLE
    assert unicodedata.normalize("NFC", parts(read(text), "lead")) == LEAD


CLOCKS = [
    "Thứ 3, Ngày 23/04/2024 -",
    "Thứ tư, 24/04/2024",
    "Thứ sáu, 04/07/2025 - 08:50",
    "Thứ Ba, 29.11.2022 - 07:56:45",
    "Thứ Ba, 27-02-2024 / 12:47:46 Sáng",
    "Thứ Sáu, ngày 23 tháng 08 năm 2019, 09:25:27",
    "23/4/2023",
    "Hôm nay: Thứ Tư, 24/04/2024 | 10:15",
    "Nam Định - Thứ Sáu, 23/12/2022        Giá vàng | Thời tiết | Lịch cắt điện",
]


@pytest.mark.parametrize("clock", CLOCKS)
def test_clock_above_the_headline_is_no_date(clock: str) -> None:
    assert published(f"{clock}\n{TITLE}\n{BODY}") is None
    assert published(f"{clock}\n{TITLE}\n27/11/2020 - 10:33\n{BODY}") == "2020-11-27"


def test_other_places_of_the_date() -> None:
    assert published(f"{TITLE}. (31/01/2026, 07:27)\n{BODY}") == "2026-01-31"
    assert published(f"Thi đua - Khen thưởng\n15:32 | 22/01/2024\n{TITLE}\n{BODY}") == "2024-01-22"
    assert published(f"{TITLE}\n{BODY}\nMinh Anh\nCập nhật: 15/01/2024 08:10") == "2024-01-15"
    assert published(f"{TITLE}\n{BODY}\nTin khác\nCập nhật: 15/01/2024 08:10") is None
    assert published(f"{TITLE}\n{BODY}\nNgày 15/01/2024\n{NEWS}") is None
    assert published(f"{TITLE}\n{BODY}\nN.NGÀ (Ngày 23/01/2021)") == "2021-01-23"
    assert published(f"{TITLE}\n{BODY}\nQuyết định khen thưởng ngày 23/01/2021") is None


def test_date_under_the_lead_is_no_sentence_of_the_report() -> None:
    article = read(f"{TITLE}\n{LEAD}\n30/12/2025  11:24\n{BODY}")
    assert article.published is not None and article.published.isoformat() == "2025-12-30"
    assert "11:24" in parts(article, "chrome")


@pytest.mark.parametrize(
    "motto",
    ["“Mỗi tổ chức, mỗi cá nhân gắn với một địa chỉ nhân đạo”", "TẠP CHÍ CAO SU VIỆT NAM | Thi đua - Khen thưởng"],
)
def test_a_motto_is_no_headline_where_another_line_has_the_date(motto: str) -> None:
    assert read(f"{motto}\n{TITLE}\n16/01/2024 14:35\n{BODY}").title == TITLE


HEADS = [
    ("Trang chủ\nTin tức - Sự kiện", TITLE),
    ("Trang chủ » Tin tức » Thi đua", TITLE),
    ("Giới thiệu chung » Tin tức sự kiện » Hoạt động của lãnh đạo quận", TITLE),
    (f"> Tin tức - Sự kiện > Hoạt động của Sở > {TITLE}", TITLE),
    ("UBND HUYỆN ĐỨC CƠ\nTRANG THÔNG TIN ĐIỆN TỬ", TITLE),
    ("SỞ GIAO THÔNG VẬN TẢI TỈNH SƠN LA\nTin hoạt động ngành", TITLE),
    ("Sở Nông nghiệp và Phát triển nông thôn", TITLE),
    ("Báo Kon Tum điện tử\nCơ quan của Đảng bộ Đảng Cộng sản Việt Nam tỉnh Kon Tum", TITLE),
    ("Skip Ribbon Commands\nSkip to main content", TITLE),
    ("Đăng nhập\nĐăng nhập để trải nghiệm thêm những tính năng hữu ích\nZalo", TITLE),
    ("Liên kết website | Lịch công tác | Thư điện tử công vụ", TITLE),
    ("Trang chủ  Giới thiệu  Lịch ngừng giảm cung cấp điện  Tin tức  CSKH: 19006769", TITLE),
    ("Bản để in | Gửi email | Phản hồi", TITLE),
    ("ĐẠI HỘI ĐẢNG CÁC CẤP", TITLE),
    ("- Nhiệt liệt chào mừng 20 năm ngày tái lập tỉnh Đắk Nông!", TITLE),
    ("Xem với cỡ chữ : A- A A+", TITLE),
    ("KHOI THI DUA SO 9 (2).jpg", TITLE),
    ("", "Ngân hàng đất Cảng và cuộc đua không chỉ đo bằng dư nợ"),
    ("", "“Điểm sáng” phong trào thi đua của Khối Nội chính"),
    ("", "Vì sao cụm thi đua số 5 dẫn đầu?"),
    ("", "TỔNG KẾT CÔNG TÁC THI ĐUA, KHEN THƯỞNG KHỐI THI ĐUA CÁC HỘI ĐẶC THÙ NĂM 2022"),
    ("", "Hội Nông dân 6 tỉnh gặp nhau dưới chân Fansipan, tổng kết phong trào thi đua năm 2022"),
    ("", "Đảng ủy Khối Doanh nghiệp thành phố: Các cụm sinh hoạt đổi mới"),
    (f"{TITLE} - Cổng thông tin điện tử tỉnh Hưng Yên", "Các hội đặc thù tỉnh họp bàn công tác thi đua"),
]


@pytest.mark.parametrize(("above", "title"), HEADS)
def test_headline_is_the_first_line_that_is_one(above: str, title: str) -> None:
    article = read(f"{above}\n\n{title}\n16/01/2024 14:35\n{BODY}")
    assert article.title == title
    assert parts(article, "chrome").startswith(above.splitlines()[0] if above else "16/01/2024")
    assert NEWS in parts(article, "body")


def test_headline_with_a_full_stop_and_a_date_line() -> None:
    title = "Khối thi đua các cơ quan tham mưu tổng hợp tỉnh tổng kết công tác thi đua năm 2023."
    assert read(f"{title}\n15/01/2024\n{BODY}").title == title


def test_lead_printed_above_the_headline_too() -> None:
    lead = "(LCĐT) - Hội Nông dân tỉnh Điện Biên là Cụm trưởng Cụm thi đua số 3 trong năm 2023."
    title = "Hội Nông dân 6 tỉnh gặp nhau dưới chân Fansipan, tổng kết phong trào thi đua"
    article = read(f"{lead}\n\n{title}\nLào Cai điện tử | 11:26 10/12/2022\n{lead}\n{BODY}")
    assert (article.title, published(article.text), article.province) == (title, "2022-12-10", "Lào Cai")
    assert parts(article, "lead").count(lead) == 2


@pytest.mark.parametrize(
    "head", ["", "Chi tiết - Sở Lao động - Thương Binh và Xã Hội\nLịch vạn niên\nĐang truy cập: 2", "UBND TỈNH SƠN LA"]
)
def test_page_without_a_headline(head: str) -> None:
    article = read(f"{head}\n{BODY}")
    assert (article.title, article.published) == (None, None)
    assert parts(article, "lead", "body") == f"{LEAD}\n{NEWS}"


TAILS = [
    ("Lan Anh", "", "Lan Anh"),
    ("XUÂN PHÚ\nBình luận (0)", "", "XUÂN PHÚ"),
    ("P.T\nXem thêm", "", "P.T"),
    ("Bá Trung\nĐảng ủy Khối các cơ quan tỉnh", "", "Bá Trung\nĐảng ủy Khối các cơ quan tỉnh"),
    ("Thành Nghị\nHội khỏe Phù đổng tỉnh Kon Tum lần thứ IX năm 2024", "", "Thành Nghị"),
    ("Bài và ảnh: Lê Nam", "", "Bài và ảnh: Lê Nam"),
    ("Nguồn: hungyentv.vn", "", "Nguồn: hungyentv.vn"),
    ("Nông Thu - Trung tâm VH,TT-TT", "", "Nông Thu - Trung tâm VH,TT-TT"),
    (" " * 60 + "Văn phòng Thanh tra tỉnh", "", "Văn phòng Thanh tra tỉnh"),
    ("Tin cùng chuyên mục\nKhối thi đua số 5 bầu Sở Công Thương làm Trưởng khối.", "", ""),
    ("Các tin đã đưa:\n- Sở Y tế đón nhận Cờ thi đua của Chính phủ", "", ""),
    ("Lan Anh\n>> Cụm thi đua số 9 bầu Cụm trưởng", "", "Lan Anh"),
    ("Trả lời\nEmail của bạn sẽ không được hiển thị công khai. Các trường bắt buộc được đánh dấu *", "", ""),
    ("Trưởng khối: Sở Y tế\nPhó khối: Sở Tư pháp", "Trưởng khối: Sở Y tế\nPhó khối: Sở Tư pháp", ""),
    ("STT\nĐơn vị\nXếp loại\n1\nSở Y tế\nNhất\n2\nSở Giáo dục\nNhì", "STT\nĐơn vị\nXếp loại\n1\nSở Y tế\nNhất\n2\nSở Giáo dục\nNhì", ""),
    ("Các đơn vị:\nKỳ Sơn\nTương Dương\nCon Cuông", "Các đơn vị:\nKỳ Sơn\nTương Dương\nCon Cuông", ""),
    ("Kết quả: y tế nhất.\nY tế\nGiáo dục\nHội Nông dân tỉnh\nLan Anh", "Kết quả: y tế nhất.\nY tế\nGiáo dục\nHội Nông dân tỉnh", "Lan Anh"),
]  # fmt: skip


@pytest.mark.parametrize(("tail", "body", "author"), TAILS)
def test_what_follows_the_last_sentence(tail: str, body: str, author: str) -> None:
    article = read(f"{TITLE}\n{BODY}\n\n{tail}\n\nBản quyền thuộc về Sở Nội vụ. Địa chỉ: 12 Nguyễn Huệ")
    assert parts(article, "body").removeprefix(NEWS).strip() == body
    assert parts(article, "author") == author
    assert "Bản quyền" in parts(article, "chrome")


def test_box_of_other_news_inside_the_article() -> None:
    more = "Hội nghị cũng thống nhất đề nghị UBND tỉnh tặng Cờ thi đua cho Sở Y tế và Bằng khen cho ba đơn vị khác."
    article = read(f"{TITLE}\n{BODY}\nXem thêm\nKhối thi đua số 9 bầu Sở Xây dựng làm trưởng khối\n{more}\nLan Anh")
    assert more in parts(article, "body")
    assert "Sở Xây dựng" not in parts(article, "lead", "body", "caption", "author")


def test_heading_of_other_news_above_most_of_the_article_does_not_end_it() -> None:
    article = read(f"{TITLE}\n{LEAD}\nTin mới nhất\nSở Xây dựng khai mạc hội thao\n{NEWS}\n{LEAD}\n{NEWS}\nLan Anh")
    assert parts(article, "body") == f"{NEWS}\n{LEAD}\n{NEWS}"
    assert "Sở Xây dựng" in parts(article, "chrome")


def test_captions_and_lines_printed_twice() -> None:
    twice = "Phường Vạn Xuân và xã Kha Sơn được bầu làm Cụm trưởng và Cụm phó năm 2026."
    article = read(f"{TITLE}\n\n{twice}\n{twice}\n\n{LEAD}\n\nQuang cảnh Hội nghị.\n\n{NEWS}\n\nẢnh: Mùa A Chứ")
    assert parts(article, "caption") == f"{twice}\n{twice}\nQuang cảnh Hội nghị.\nẢnh: Mùa A Chứ"
    assert parts(article, "lead", "body") == f"{LEAD}\n{NEWS}"


@pytest.mark.parametrize(
    ("line", "day"),
    [
        (f"date 2024-01-20 {TITLE}", date(2024, 1, 20)),
        (f"{TITLE} 20/01/2024 15:57", date(2024, 1, 20)),
        (f"null {TITLE}", None),
        (f"date 2024-01 {TITLE}", None),
    ],
)
def test_what_a_dump_puts_beside_the_headline_is_its_date_and_no_part_of_it(line: str, day: date | None) -> None:
    article = read(f"{line}\n\n{LEAD}\n\n{NEWS}")
    assert (article.title, article.published) == (TITLE, day)


def test_a_long_lead_printed_twice_is_a_lead() -> None:
    lead = (
        "Phong trào thi đua năm học 2021 - 2022 của Khối thi đua các trường cao đẳng, trung cấp trên địa bàn thành phố "
        "vừa được tổng kết."
    )
    article = read(f"{lead}\n{lead}\n{NEWS}")
    assert parts(article, "lead", "body") == f"{lead}\n{NEWS}"


def test_a_short_sentence_with_a_day_is_no_tool_bar() -> None:
    lead = "Khối thi đua 6 họp tổng kết công tác thi đua-khen thưởng năm 2014 vào chiều ngày 22/11/2014."
    assert lead in parts(read(f"{TITLE}\n\n{lead}\n\n{NEWS}"), "lead", "body")


def test_two_sentences_about_speakers_are_no_caption() -> None:
    who = "Đồng chí Đỗ Minh, Phó Giám đốc Sở Nội vụ phát biểu chỉ đạo. Đồng chí Lê An, Chủ tịch Hội trao Bằng khen."
    assert who in parts(read(f"{TITLE}\n{LEAD}\n{who}\n{NEWS}"), "body")


PROVINCES = [
    ("(QBĐT) - ", "", "Quảng Bình"),
    ("(BLC) - ", "", "Lai Châu"),
    ("(QNO) ", "", "Quảng Nam"),
    ("(Baohaiphong.com.vn) - ", "", "Hải Phòng"),
    ("", "Sở Văn hóa Thể thao và Du lịch | Cổng thông tin điện tử Phú Yên", "Phú Yên"),
    ("", "SỞ NỘI VỤ TỈNH HOÀ BÌNH", "Hòa Bình"),
    ("", "Nguồn: Bản tin thời sự tối 15/1/2024 - Đài PT-TH Nghệ An", "Nghệ An"),
    ("", "www.sonoivu.namdinh.gov.vn", "Nam Định"),
    ("", "Tin liên quan\nKhối thi đua tỉnh Kon Tum tổng kết năm 2023", None),
    ("(BĐBP) - ", "", None),
    ("", "", None),
]


@pytest.mark.parametrize(("tag", "foot", "province"), PROVINCES)
def test_province_of_the_publisher(tag: str, foot: str, province: str | None) -> None:
    assert read(f"{TITLE}\n{tag}{LEAD}\n{NEWS}\nLan Anh\n{foot}").province == province


@pytest.mark.parametrize(
    ("masthead", "province"),
    [
        ("THANH TRA TỈNH SƠN LA", "Sơn La"),
        ("PHÒNG GIÁO DỤC VÀ ĐÀO TẠO HUYỆN MƯỜNG LA - TỈNH SƠN LA", "Sơn La"),
        ("Tin huyện Mường La (Sơn La)", "Sơn La"),
        ("TỈNH ĐOÀN SƠN LA", "Sơn La"),
        ("LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM", None),
        ("Đoàn công tác của tỉnh Sơn La thăm huyện bạn", None),
    ],
)
def test_province_of_the_masthead(masthead: str, province: str | None) -> None:
    assert read(f"{masthead}\nTrang chủ\n\n{TITLE}\n{LEAD}\n{NEWS}").province == province


def test_every_pattern_looks_like_its_example() -> None:
    table = tomllib.loads((files("corpora") / "lexicon" / "page_lines.toml").read_text("utf-8"))
    for kind, entry in table.items():
        for pattern, example in entry["rows"]:
            assert re.search(pattern, example, re.IGNORECASE), f"{kind}: {pattern!r} does not match {example!r}"


@pytest.mark.parametrize(
    ("line", "days"),
    [("từ 01/02/2024 đến 3/4/2024", ["2024-02-01", "2024-04-03"]), ("99/99/2024 và 1.2.3.2024", []), ("12/2024", [])],
)
def test_dates_of_a_line(line: str, days: list[str]) -> None:
    assert [found.value.isoformat() for found in find_dates(line)] == days


@pytest.mark.parametrize("text", ["", "\n\n", "x", TITLE, "16/01/2024", "\ufeff", "\r\n \t\r\n", "Xem thêm"])
def test_poor_texts(text: str) -> None:
    assert read(text).text == text


def test_long_text_keeps_its_rest_as_body() -> None:
    text = f"{TITLE}\n" + f"{NEWS}\n" * (2 * MAX_LINES)
    article = read(text)
    assert article.title == TITLE
    assert article.sections[-1].end == len(text)


@given(
    st.lists(
        st.sampled_from(
            [
                TITLE,
                LEAD,
                NEWS,
                "Lan Anh",
                "Xem thêm",
                "Tin khác",
                "16/01/2024 14:35",
                "A- A A+",
                "",
                "Sở Y tế",
                *CLOCKS,
            ]
        )
    )
)
def test_sections_lie_in_the_text_in_order(lines: list[str]) -> None:
    text = "\r\n".join(lines)
    article = read(text)
    assert article.text == text
    at = 0
    for section in article.sections:
        assert at <= section.start < section.end <= len(text)
        assert text[section.start : section.end].strip() == text[section.start : section.end]
        at = section.end
    if article.title is not None:
        assert article.title in {" ".join(line.split()) for line in lines}


@given(st.text(max_size=300))
def test_any_line_has_a_look(raw: str) -> None:
    line = look_at(raw, 0, len(raw), 0, load_rules())
    assert line.look


def _gold(folder: Path, prefix: str = "") -> Iterable[tuple[dict[str, object], Article]]:
    for path in sorted(folder.glob(f"{prefix}*.json")):
        with path.with_suffix(".txt").open(encoding="utf-8", newline="") as stream:
            yield json.loads(path.read_text("utf-8")), read_copied_page(stream.read(), path.stem)


def _right(pairs: Iterable[tuple[dict[str, object], Article]]) -> tuple[int, int, int]:
    total = titles = dates = 0
    for gold, article in pairs:
        day = article.published.isoformat() if article.published else None
        total += 1
        titles += bool(set(options(gold["title"])) & set(options(article.title)))
        dates += bool(set(options(gold["published"])) & set(options(day)))
    return total, titles, dates


def test_headlines_and_dates_of_the_bundled_reports(reports: Path) -> None:
    total, titles, dates = _right(_gold(reports))
    assert total >= 36
    assert min(titles, dates) >= 0.97 * total


def test_headlines_and_dates_of_real_reports(shared: Path) -> None:
    assert _right(_gold(shared / "corpus" / "seeds")) == (5, 5, 5)
