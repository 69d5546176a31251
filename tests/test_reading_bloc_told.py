"""Blocs that a report is about though it tells no meeting of them, and blocs named by their units in small letters."""

from __future__ import annotations

import pytest
from reading_rows import Row, bloc, differences, language, meeting, read, right_attributes, row

from pipeline import extract
from pipeline.pages import read_copied_page

UNIT_OF = "Năm 2023, Trường Mầm non Hoa Ban là thành viên Khối thi đua số 4 huyện Sốp Cộp."

TOLD = [
    row(
        "Khối thi đua số 9 góp ý quy chế chấm điểm\n\nSở Nội vụ vừa gửi dự thảo quy chế. Mọi ý kiến được ghi lại.",
        [bloc("Khối thi đua số 9")],
    ),
    row(
        "Năm 2023, mỗi đơn vị trong Khối đều làm nhanh hơn.\n\nSang năm 2024, Khối thi đua các nông trường tiếp tục bám "
        "rừng, bám lô. Công nhân của Khối có thêm nhà mới. Các đội trong Khối giúp nhau vốn.",
        [bloc("Khối thi đua các nông trường")],
    ),
    # Of what has a place in a bloc and no more, the bloc is not told.
    row(
        f"Trường Mầm non Hoa Ban đón trẻ\n\n{UNIT_OF} Trường có 12 lớp. Trường xây thêm bếp ăn trong khối nhà mới.", []
    ),
    row(
        "Trường Mầm non Hoa Ban vô địch giải kéo co Khối thi đua số 4\n\nCác cô giáo mang cúp về trường chiều 12/5.",
        [],
    ),
]

SERIES = [
    row(
        "Ngày 18/1/2024, các Cụm thi đua thuộc Cục Thi hành án dân sự tỉnh Sơn La tổng kết năm 2023. Toàn ngành chia "
        "làm 2 cụm. Cụm 1 gồm các đơn vị vùng thấp; Cụm 2 gồm huyện Sốp Cộp, huyện Mường La và huyện Yên Châu.",
        [bloc("Cụm 1"), bloc("Cụm 2")],
    ),
]

SMALL = [
    row(
        "Tổng kết thi đua khối các đơn vị sự nghiệp\n\nSáng 12/1/2024, khối các đơn vị sự nghiệp tỉnh Cà Mau tổng kết "
        "phong trào thi đua năm 2023.",
        [bloc("Khối các đơn vị sự nghiệp")],
    ),
    row(
        "Ngày 12/1/2024, cụm 6 tỉnh Tây Bắc tổ chức hội nghị tổng kết công tác thi đua, khen thưởng năm 2023.",
        [bloc("Cụm 6 tỉnh Tây Bắc")],
    ),
    row(
        "Ngày 12/1/2024, khối Nội chính tỉnh Cà Mau họp tổng kết phong trào thi đua năm 2023.",
        [bloc("Khối Nội chính")],
    ),
    row("Ngày 12/1/2024, Đảng ủy khối các cơ quan tỉnh Cà Mau tổng kết phong trào thi đua năm 2023.", []),
    row("Ngày 12/1/2024, Công đoàn khối các doanh nghiệp tổng kết phong trào thi đua năm 2023.", []),
    row("Ngày 12/1/2024, khối các cơ quan dọn dẹp bãi biển. Sở Y tế thi đua làm việc tốt.", []),
]

NAMES = [
    row(
        "Ngày 12/1/2024, Khối thi đua hợp tác xã thuộc các thành phần kinh tế tỉnh Cà Mau tổng kết năm 2023.",
        [bloc("Khối thi đua hợp tác xã thuộc các thành phần kinh tế")],
    ),
    row(
        "Ngày 12/1/2024, Cụm thi đua Hội Làm vườn các huyện dọc quốc lộ 12 năm 2023 tổng kết.",
        [bloc("Cụm thi đua Hội Làm vườn các huyện dọc quốc lộ 12")],
    ),
    row(
        "Ngày 12/1/2024, Cụm thi đua Công đoàn khối trường học huyện Sốp Cộp tổng kết năm 2023.",
        [bloc("Cụm thi đua Công đoàn khối trường học")],
    ),
    row(
        "Tổng kết Cụm thi đua các Hội Luật gia Tây Bắc - Cụm thi đua các Hội Luật gia Tây Bắc vừa tổng kết năm 2023.",
        [bloc("Cụm thi đua các Hội Luật gia Tây Bắc")],
    ),
    row(
        "Ngày 12/1/2024, Khối thi đua Nội chính tỉnh Cà Mau tổng kết năm 2023. Khối trưởng Khối thi đua Khối Nội chính "
        "đọc báo cáo.",
        [bloc("Khối thi đua Nội chính")],
    ),
]

LEVELS = [
    row(
        "Ngày 12/1/2024, Khối thi đua các tổ chức hội tổng kết năm 2023. Dự có lãnh đạo Trung ương Đoàn TNCS Hồ Chí Minh, "
        "Trung ương Hội Nông dân Việt Nam và Ban Dân vận Trung ương.",
        [bloc("Khối thi đua các tổ chức hội", "trung ương")],
    ),
    row(
        "Cụm thi đua số 6 Hội Người cao tuổi tổng kết năm 2023\n\nNăm 2023, Cụm thi đua số 6 gồm các tỉnh: Cà Mau, Bạc "
        "Liêu, Kiên Giang đã làm tốt. Bí thư Tỉnh ủy Cà Mau đến dự.",
        [bloc("Cụm thi đua số 6", "trung ương", authority="Hội Người cao tuổi")],
    ),
]

MEETINGS = [
    row(
        "Ngày 14/5/2023, Cụm thi đua số 6 tỉnh Cà Mau mở hội thao mừng 20 năm Ngày thành lập Hội Làm vườn (16/5/2003).",
        [],
    ),
    row(
        "Cụm thi đua số 6 bình xét thi đua năm 2023\n\nPhát biểu tại hội nghị, Cụm trưởng nói, thực hiện Giao ước thi đua "
        "được ký kết, các đơn vị trong Cụm thi đua số 6 họp bình xét tập thể tiêu biểu.",
        [meeting("tổng kết", None, 2023)],
    ),
    row(
        "Thực hiện Công văn số214/BTĐ, ngày 30/5/2019 của Ban Thi đua, ngày 24/7/2019, Khối thi đua số 6 sơ kết 6 tháng "
        "đầu năm 2019.",
        [meeting("sơ kết", "2019-07-24", 2019)],
    ),
    row(
        "Khối thi đua số 6 thêm mô hình mới\n\nNăm 2023, các đơn vị làm tốt việc chung.\n\nẢnh: Các đơn vị trong Khối thi "
        "đua số 6 ký giao ước thi đua năm 2024.",
        [meeting("ký kết giao ước", None, 2024)],
    ),
]


def test_headline_names_it() -> None:
    page = """Nếp làm việc mới ở Cụm thi đua các trạm y tế ven biển

Năm qua, mười trạm y tế cùng nhận việc khó. Người bệnh được khám nhanh hơn nhờ cách xếp lịch mới.
"""
    found = extract(read_copied_page(page, "row"), language())
    assert [b.name for b in found.blocs] == ["Cụm thi đua các trạm y tế ven biển"]


@pytest.mark.parametrize("case", [*TOLD, *SERIES, *SMALL, *NAMES, *LEVELS])
def test_blocs(case: Row) -> None:
    assert not differences("bloc", case)


@pytest.mark.parametrize("case", LEVELS)
def test_levels(case: Row) -> None:
    assert right_attributes(case, read(case)) == 1


@pytest.mark.parametrize("case", MEETINGS)
def test_meetings(case: Row) -> None:
    assert not differences("meeting", case)
