"""Headlines of copied pages that are cut, broken, headed by a rubric or crowded out by slogans, and days beside them."""

from __future__ import annotations

import pytest

from pipeline.page_dates import find_dates
from pipeline.pages import read_copied_page

TITLE = "Cụm thi đua số 8 ký kết giao ước thi đua năm 2022"
BODY = (
    "Chiều 17/3, Cụm thi đua số 8 tỉnh tổ chức hội nghị ký kết giao ước thi đua năm 2022 tại Sở Ngoại vụ. "
    "Tám đơn vị đã ký vào bản giao ước."
)


@pytest.mark.parametrize(
    ("head", "title"),
    [
        # The window's title breaks off in the headline.
        (f"{TITLE[:34]}\n\n{TITLE}", TITLE),
        (f"{TITLE[:30]}...\n{TITLE}\nNgày đăng 18-03-2022", TITLE),
        # A rubric names the bloc, the headline follows.
        (
            "Cụm thi đua số 8 tỉnh Phú Thọ:\nGiữ nhịp phong trào, gỡ khó cho cơ sở",
            "Giữ nhịp phong trào, gỡ khó cho cơ sở",
        ),
        (
            "Cụm thi đua các cơ quan tham mưu, giúp việc Tỉnh ủy và đoàn thể tỉnh:\nVượt khó trong năm đầu sáp nhập\n"
            "18/03/2022 09:00",
            "Vượt khó trong năm đầu sáp nhập",
        ),
        ("Cụm thi đua số 8 tỉnh Phú Thọ gồm:\nSở Ngoại vụ\nSở Tư pháp", "Cụm thi đua số 8 tỉnh Phú Thọ gồm:"),
        # One headline over two lines.
        ("Cụm thi đua số 8 tỉnh\nký kết giao ước thi đua\n18/03/2022", "Cụm thi đua số 8 tỉnh ký kết giao ước thi đua"),
        ("TỔNG KẾT CỤM THI ĐUA SỐ 8 TỈNH PHÚ THỌ\nimage of the meeting", "TỔNG KẾT CỤM THI ĐUA SỐ 8 TỈNH PHÚ THỌ"),
        # Slogans, hotlines, mastheads.
        (f"TOÀN ĐẢNG, TOÀN DÂN, TOÀN QUÂN QUYẾT TÂM THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI\n{TITLE}", TITLE),
        (f"Đời đời nhớ ơn các anh hùng, liệt sĩ đã hy sinh vì nước\n{TITLE}", TITLE),
        (f"Đường dây nóng tiếp công dân  0210 3846 123\n{TITLE}", TITLE),
        (
            "TOÀN ĐẢNG, TOÀN DÂN, TOÀN QUÂN THI ĐUA LẬP THÀNH TÍCH!\nLIÊN ĐOÀN LAO ĐỘNG HUYỆN A TỔNG KẾT CỤM THI ĐUA SỐ 8",
            "LIÊN ĐOÀN LAO ĐỘNG HUYỆN A TỔNG KẾT CỤM THI ĐUA SỐ 8",
        ),
        # What is no headline: a bracket, the middle of a sentence, the office alone.
        ("(Cụm thi đua các huyện phía Tây)", None),
        ("hội nghị có lãnh đạo các đơn vị trong cụm thi đua; các", None),
        ("SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI TỈNH PHÚ THỌ", None),
    ],
)
def test_headline(head: str, title: str | None) -> None:
    assert read_copied_page(f"{head}\n\n{BODY}", "page").title == title


def test_rubric_stays_in_the_text() -> None:
    article = read_copied_page(f"Cụm thi đua số 8 – Bộ Công an:\nGiữ nhịp phong trào từ cơ sở\n\n{BODY}", "page")
    titles = [article.text[s.start : s.end] for s in article.sections if s.field == "title"]
    assert titles == ["Cụm thi đua số 8 – Bộ Công an:", "Giữ nhịp phong trào từ cơ sở"]


@pytest.mark.parametrize(
    ("page", "day"),
    [
        (f"{TITLE}\nTác giả: Thu Hà | Ngày: 18.03.2022 | Lượt xem: 45\n{BODY}", "2022-03-18"),
        (f"{TITLE}\nPosted on 18 March 2022\n{BODY}", "2022-03-18"),
        (f"{TITLE}\nMarch 18, 2022\n{BODY}", "2022-03-18"),
        (f"x\n18 March 2022\n\n{BODY}", "2022-03-18"),
        (f"Thứ Sáu, 18/03/2022\n\n{BODY}", None),
        (f"08:33 | 18/03/2022\nCụm thi đua số 8 tỉnh:\nGiữ nhịp phong trào từ cơ sở\n{BODY}", "2022-03-18"),
        (f"18/03/2022\n{TITLE}\n{BODY}", None),
    ],
)
def test_published(page: str, day: str | None) -> None:
    published = read_copied_page(page, "page").published
    assert (published.isoformat() if published else None) == day


@pytest.mark.parametrize("line", ["31 February 2022", "18 Marching 2022", "Mayor 18, 2022"])
def test_no_english_date(line: str) -> None:
    assert find_dates(line) == []
