"""Who holds a post: companies by one word, bodies told by their place, heads of councils, owners of blocs beside posts."""

from __future__ import annotations

import pytest
from reading_rows import Row, deputy, differences, language, leader, row

from pipeline.pages import read_copied_page
from pipeline.reader import extract

LAO_CAI = "Ngày 8/1/2024, Khối thi đua số 6 tỉnh Lào Cai tổng kết công tác thi đua năm 2023. "
HTX = "Ngày 26/7/2023, Cụm thi đua số 9 Liên minh Hợp tác xã Việt Nam tổ chức hội nghị sơ kết 6 tháng đầu năm 2023. "
NGHE_AN = "Ngày 28/2/2024, Cụm thi đua số 1 Ủy ban MTTQ Việt Nam tỉnh Nghệ An ký giao ước thi đua năm 2024. "
TAY_NGUYEN = "Ngày 8/1/2024, Cụm thi đua các tỉnh Tây Nguyên tổng kết công tác thi đua năm 2023. "

COMPANIES = [
    row(LAO_CAI + "VINAMILK được 9/9 đơn vị tín nhiệm bầu làm Khối trưởng năm 2024.", [leader("VINAMILK", 2024)]),
    row(
        LAO_CAI + "Năm 2024, Masan giữ chức Khối trưởng, Sabeco làm Khối phó.",
        [leader("Masan", 2024), deputy("Sabeco", 2024)],
    ),
    row(LAO_CAI + "Năm 2024, Thanh làm Khối trưởng.", []),
]

BY_PLACE = [
    row(
        HTX + "Cụm gồm Liên minh HTX Cần Thơ (cụm trưởng), Sóc Trăng (cụm phó), Cà Mau, Bạc Liêu.",
        [
            leader("Liên minh Hợp tác xã Cần Thơ", 2023, "serving"),
            deputy("Liên minh Hợp tác xã Sóc Trăng", 2023, "serving"),
        ],
    ),
    row(
        TAY_NGUYEN + "Hội nghị bầu Đắk Nông là Cụm trưởng, Kon Tum và Lâm Đồng là Cụm phó.",
        [leader("tỉnh Đắk Nông", 2024), deputy("tỉnh Kon Tum", 2024), deputy("tỉnh Lâm Đồng", 2024)],
    ),
    row(
        "Công an 5 tỉnh ký giao ước thi đua\nSáng 6/4/2024, Cụm thi đua số 7 ký giao ước thi đua năm 2024. Công an tỉnh "
        "Quảng Trị được phân công làm Cụm trưởng.",
        [leader("Công an tỉnh Quảng Trị", 2024, "appointed")],
    ),
]

BESIDE = [
    row(
        NGHE_AN
        + "Thay mặt đơn vị Cụm trưởng Cụm thi đua số 1 Ủy ban MTTQ Việt Nam tỉnh Nghệ An, bà Đặng Thị Thu - Chủ "
        "tịch Ủy ban MTTQ Việt Nam thị xã Cửa Lò nêu kế hoạch.",
        [leader("Ủy ban Mặt trận Tổ quốc Việt Nam thị xã Cửa Lò", 2024, "serving")],
    ),
    row(
        TAY_NGUYEN + "Ông Lê Văn Nam - Chủ tịch UBND tỉnh Gia Lai, Chủ tịch Hội đồng Thi đua - Khen thưởng tỉnh, Cụm "
        "trưởng phát biểu.",
        [leader("UBND tỉnh Gia Lai", 2023, "serving")],
    ),
]

PASSIVE = [
    row(LAO_CAI + "Sở Y tế vinh dự được Khối thi đua số 6 suy tôn Trưởng khối năm 2024.", [leader("Sở Y tế", 2024)]),
    row(LAO_CAI + "Sở Y tế được toàn thể đại biểu dự hội nghị giơ tay bầu làm Trưởng khối.", [leader("Sở Y tế", 2024)]),
    row(LAO_CAI + "Sở Y tế trúng cử Trưởng khối từ ngày 01/01/2024.", [leader("Sở Y tế", 2024)]),
    row(LAO_CAI + "Sở Y tế suy tôn Trưởng khối là đơn vị tiêu biểu.", []),
]

# The year of a plan or a pledge is not that of a post told beside its holder; what is handed on begins anew.
YEARS = [
    row(
        LAO_CAI + "Trình bày phương hướng năm 2024, Sở Nội vụ - Khối trưởng nêu 5 nhóm việc.",
        [leader("Sở Nội vụ", 2023, "serving")],
    ),
    row(
        LAO_CAI + "Các đơn vị ký giao ước thi đua năm 2024 trước Sở Nội vụ, Khối trưởng.",
        [leader("Sở Nội vụ", 2023, "serving")],
    ),
    row(LAO_CAI + "Năm 2024, Sở Y tế - Khối trưởng sẽ đăng cai.", [leader("Sở Y tế", 2024)]),
    row(
        LAO_CAI + "Ông Lê Văn Nam giao trách nhiệm Khối trưởng cho bà Trần Thị Mai, Giám đốc Sở Y tế.",
        [leader("Sở Y tế", 2024, "assumed")],
    ),
]


@pytest.mark.parametrize("case", [*COMPANIES, *BY_PLACE, *BESIDE, *PASSIVE, *YEARS])
def test_leaders(case: Row) -> None:
    assert not differences("leader", case)


LISTED = (
    "Danh sách Trưởng khối, Phó Trưởng khối thi đua năm 2024\n1. Khối thi đua số 1\n- Trưởng khối: Sở Nội vụ\n"
    "- Phó Trưởng khối: Sở Y tế"
)


def test_a_headline_gives_the_year_of_its_list() -> None:
    found = extract(read_copied_page(LISTED, "list"), language()).leaders
    assert [(x.role, x.agency, x.year) for x in found] == [("leader", "Sở Nội vụ", 2024), ("deputy", "Sở Y tế", 2024)]
