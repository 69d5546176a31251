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

AREAS = [
    row(
        "Ngày 12/1/2024, Khối thi đua Phòng Tư pháp (PTP) và Trung tâm Văn hóa - Thể thao tỉnh Cà Mau tổng kết năm 2023.",
        [bloc("Khối thi đua Phòng Tư pháp (PTP) và Trung tâm Văn hóa - Thể thao")],
    ),
    row(
        "Cụm thi đua số 6 tỉnh Cà Mau tổng kết năm 2018. Dự có Cụm trưởng Cụm thi đua số 6 Thiếu tướng Lê Văn Bảy.",
        [bloc("Cụm thi đua số 6")],
    ),
    row(
        "Cả nước chia 2 khu vực gồm Khu vực thi đua các tỉnh Tây Bắc và Khu vực thi đua các tỉnh Tây Nguyên. Ngày "
        "12/3/2015, Khu vực thi đua các tỉnh Tây Nguyên tổng kết năm 2014.",
        [bloc("Khu vực thi đua các tỉnh Tây Bắc"), bloc("Khu vực thi đua các tỉnh Tây Nguyên")],
    ),
    row(
        "Ngày 12/3/2021, Khối thi đua các phòng, cơ quan, đơn vị trực thuộc Sở Y tế tỉnh Cà Mau tổng kết năm 2020.",
        [bloc("Khối thi đua các phòng, cơ quan, đơn vị")],
    ),
]

LEVELS = [
    row(
        "Ngày 12/3/2021, Cụm thi đua số 6 của Viện kiểm sát nhân dân hai cấp tỉnh Sơn La họp sơ kết tại VKSND huyện Mường "
        "La.",
        [bloc("Cụm thi đua số 6", "tỉnh", "Sơn La", authority="Viện kiểm sát nhân dân")],
    ),
    row(
        "Ngày 12/3/2026, Cụm thi đua số 6 - Bộ Tư lệnh Thủ đô Hà Nội ký giao ước thi đua năm 2026.",
        [bloc("Cụm thi đua số 6", "tỉnh", "Hà Nội", authority="Bộ Tư lệnh Thủ đô Hà Nội")],
    ),
    row(
        "Ngày 12/3/2021, tại tỉnh Sơn La, Cụm thi đua số VI Tòa án nhân dân tổng kết năm 2020.",
        [bloc("Cụm thi đua số VI", "trung ương", authority="Tòa án nhân dân")],
    ),
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


PAGES = [
    (
        "Nếp làm việc mới ở Cụm thi đua các trạm y tế ven biển\n\nNăm qua, mười trạm y tế cùng nhận việc khó. Người bệnh "
        "được khám nhanh hơn nhờ cách xếp lịch mới.",
        ["Cụm thi đua các trạm y tế ven biển"],
    ),
    (
        "Hội Làm vườn: sơ kết 6 tháng đầu năm 2017\n\nĐến nay, các hội trong Cụm trồng thêm 12 vườn, chào mừng 30 năm ngày "
        "thành lập Hội (4/4/1987 - 4/4/2017).\n\nẢnh: Toàn cảnh hội nghị sơ kết 6 tháng đầu năm 2017 Cụm thi đua các "
        "Hội Làm vườn.",
        ["Cụm thi đua các Hội Làm vườn"],
    ),
    (
        "Lễ ký kết giao ước thi đua khối chợ II - Năm 2019\n\nCác thành viên khối chợ II bao gồm 3 đơn vị: Sở Y tế, Sở "
        "Nội vụ và Sở Tư pháp.",
        ["Khối chợ II"],
    ),
    (
        "Lễ ký kết giao ước thi đua khối ngân hàng III - Năm 2019\n\nCác bên đã ký giao ước thi đua của Khối năm 2019.",
        ["Khối ngân hàng III"],
    ),
    (
        "Tổng kết phong trào thi đua yêu nước khối các Hội nghề nghiệp\n\nKhối các Hội nghề nghiệp tỉnh Cà Mau gồm 11 "
        "thành viên. Hội nghị đã bầu Hội Làm vườn làm Trưởng khối.",
        ["Khối các Hội nghề nghiệp"],
    ),
    (
        "Ký kết giao ước thi đua khối cơ quan Đảng, đoàn thể năm 2022\n\nSáng 12/3, các cơ quan trong khối ký kết giao "
        "ước thi đua năm 2022. Lãnh đạo Sở Y tế đến dự.",
        ["Khối cơ quan Đảng, đoàn thể"],
    ),
    (
        "Đảng ủy khối cơ quan huyện phát động thi đua\n\nSáng 12/3, Đảng ủy khối cơ quan huyện phát động thi đua năm "
        "2022 trong các chi bộ. Lãnh đạo Huyện ủy đến dự.",
        [],
    ),
]


@pytest.mark.parametrize(("page", "names"), PAGES)
def test_headlines(page: str, names: list[str]) -> None:
    found = extract(read_copied_page(page, "row"), language())
    assert [b.name for b in found.blocs] == names


@pytest.mark.parametrize("case", [*TOLD, *SERIES, *SMALL, *NAMES, *AREAS, *LEVELS])
def test_blocs(case: Row) -> None:
    assert not differences("bloc", case)


@pytest.mark.parametrize("case", LEVELS)
def test_levels(case: Row) -> None:
    assert right_attributes(case, read(case)) == 1


@pytest.mark.parametrize("case", MEETINGS)
def test_meetings(case: Row) -> None:
    assert not differences("meeting", case)
