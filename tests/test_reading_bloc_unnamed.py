"""Reports that never name their bloc, and meetings that only their lists, drafts and inspections tell of."""

from __future__ import annotations

import pytest
from reading_rows import Row, bloc, deputy, differences, leader, meeting, row

UNNAMED = [
    row(
        "Hội nghị đã bầu Sở Y tế làm Khối trưởng, Sở Tư pháp làm Khối phó năm 2024. Các đơn vị trong khối đã ký giao ước "
        "thi đua năm 2024.",
        [bloc("Khối")],
    ),
    row(
        "Ông Lê Văn Tài, Giám đốc Sở Tư pháp, Trưởng khối thi đua báo cáo kết quả phong trào năm 2023 của khối thi đua.",
        [bloc("Khối thi đua")],
    ),
    row(
        "Hội nghị tổng kết Khối thi đua năm 2023\nChiều 12/01/2024, các đơn vị trong khối họp tại Sở Y tế.",
        [bloc("Khối thi đua")],
    ),
    row("Công an phường Tân An, cụm trưởng cụm dân cư số 5, phát động thi đua. Các hộ trong cụm ký giao ước.", []),
    row("Mỗi khối có một khối trưởng. Sở Nội vụ hướng dẫn các khối ký giao ước thi đua năm 2024.", []),
    row("Các khối thi đua ký giao ước. Sở Y tế là một trong những trưởng khối được khen.", []),
    row("Cô Lan, khối trưởng khối 4 Trường Tiểu học Kim Đồng, dự lễ ký giao ước thi đua. Học sinh hát.", []),
]

SMALL = [
    row(
        "Ngày 8/1/2024, 12 đơn vị thuộc khối Nội chính tỉnh Lào Cai ký kết giao ước thi đua năm 2024.",
        [bloc("Khối Nội chính")],
    ),
    row(
        "Sáng 5/1/2024, các cơ quan khối Đảng, đoàn thể huyện Yên Thủy tổng kết công tác thi đua năm 2023. Ban Dân vận "
        "Huyện ủy là Khối trưởng.",
        [bloc("Khối Đảng, đoàn thể")],
    ),
    row("Công đoàn các cơ quan khối Đảng tổng kết năm 2023 và ký giao ước thi đua năm 2024.", []),
    row("Cán bộ các cơ quan khối Đảng tổng kết phong trào thi đua làm theo Bác.", []),
    row("Các đơn vị khối Đảng được khen. Sở Nội vụ và Sở Y tế ký giao ước thi đua.", []),
]

TWO_NAMES = [
    row(
        "Ngày 14/12/2022, Cụm thi đua khối Văn hóa tổng kết năm 2022. Hội Nhà báo là Cụm trưởng Cụm thi đua số 6.",
        [bloc("Cụm thi đua khối Văn hóa")],
    ),
    row(
        "Ngày 14/12/2022, Cụm thi đua khối Văn hóa tổng kết năm 2022. Cụm thi đua số 6 tổng kết sau một ngày.",
        [bloc("Cụm thi đua khối Văn hóa"), bloc("Cụm thi đua số 6")],
    ),
]

LEADERS = [
    row(
        "Hội nghị đã bầu Sở Y tế làm Khối trưởng, Sở Tư pháp làm Khối phó năm 2024. Các đơn vị trong khối đã ký giao ước "
        "thi đua năm 2024.",
        [leader("Sở Y tế", 2024), deputy("Sở Tư pháp", 2024)],
    ),
    row(
        "Ông Lê Văn Tài, Giám đốc Sở Tư pháp, Trưởng khối thi đua báo cáo kết quả phong trào năm 2023 của khối thi đua.",
        [leader("Sở Tư pháp", 2023, "serving")],
    ),
]

MEETINGS = [
    row(
        "Cụm thi đua số 5 thuộc Cục Thuế gồm 3 đơn vị (Thuế tỉnh Hà Nam, Thuế tỉnh Nam Định, Thuế tỉnh Thái Bình) tổng "
        "kết công tác thi đua năm 2024.",
        [meeting("tổng kết", None, 2024)],
    ),
    row(
        "Hội Nông dân 4 huyện thuộc Cụm thi đua số 2 đã đến huyện Đăk Hà kiểm tra phong trào.\nNăm 2014, hội có 9 nhà mới.",
        [meeting("kiểm tra", None, 2014)],
    ),
    row(
        "Ngày 12/4/2022, Khối thi đua số 6 tỉnh Lào Cai họp góp ý dự thảo Quy chế hoạt động, bình xét thi đua năm 2022.",
        [meeting("họp", "2022-04-12", 2022)],
    ),
    row(
        "Khối thi đua số 6 tỉnh Lào Cai vừa ký giao ước. Năm 2024, Khối có 9 đơn vị.",
        [meeting("ký kết giao ước", None, 2024)],
    ),
    row("Ngay 23/1/2025, Khối thi đua số 6 tổng kết năm 2024.", [meeting("tổng kết", "2025-01-23", 2024)]),
]


@pytest.mark.parametrize("case", [*UNNAMED, *SMALL, *TWO_NAMES])
def test_unnamed_blocs(case: Row) -> None:
    assert not differences("bloc", case)


@pytest.mark.parametrize("case", LEADERS)
def test_leaders(case: Row) -> None:
    assert not differences("leader", case)


@pytest.mark.parametrize("case", MEETINGS)
def test_meetings(case: Row) -> None:
    assert not differences("meeting", case)
