"""Units that bear persons' names or numbers or go by bare places, and what is told of them: rows of (kind, text, facts)."""

from __future__ import annotations

from typing import Any

import pytest
from reading_rows import Row, award, deputy, differences, leader, members, person, row

HAI_DUONG = "Ngày 15/01/2023, Cụm thi đua số 6 tỉnh Hải Dương tổng kết phong trào thi đua năm 2022. "
CA_MAU = "Ngày 12/01/2023, Khối thi đua số 5 tỉnh Cà Mau tổng kết công tác thi đua, khen thưởng năm 2022. "
BA_THUOC = "Ngày 12/01/2023, Cụm thi đua số 2 các huyện miền núi tỉnh Thanh Hóa tổng kết phong trào thi đua năm 2022. "
SIGNS = "Ngày 20/3/2023, Cụm thi đua số 4 huyện Thanh Liêm ký giao ước thi đua năm 2023. "
CHU_TICH = "Chủ tịch UBND tỉnh"

ROWS: list[tuple[str, Row]] = [
    # A ward named after a person, behind a post that has its person.
    (
        "person",
        row(
            HAI_DUONG + "Bà Phạm Thị Lan - Phó Chủ tịch UBND phường Lê Thanh Nghị báo cáo kết quả.",
            [person("Phạm Thị Lan", "Phó Chủ tịch", "UBND phường Lê Thanh Nghị")],
        ),
    ),
    (
        "person",
        row(
            HAI_DUONG + "Chủ tịch UBND xã Nguyễn Văn Hà phát biểu tại hội nghị.",
            [person("Nguyễn Văn Hà", "Chủ tịch", "UBND xã")],
        ),
    ),
    (
        "award",
        row(
            HAI_DUONG
            + "Phòng Nội vụ trao Bằng khen của Chủ tịch UBND tỉnh cho UBND phường Trần Hưng Đạo và UBND xã Ngọc Sơn.",
            [
                award("Bằng khen", "UBND phường Trần Hưng Đạo", CHU_TICH, status="conferred"),
                award("Bằng khen", "UBND xã Ngọc Sơn", CHU_TICH, status="conferred"),
            ],
        ),
    ),
    # A person whose unit stands in brackets.
    (
        "person",
        row(
            CA_MAU + "Khối đề nghị tặng Bằng khen cho Kiểm sát viên Trần Thị Yến (VKSND huyện Thới Bình).",
            [person("Trần Thị Yến", "Kiểm sát viên", "Viện kiểm sát nhân dân huyện Thới Bình")],
        ),
    ),
    (
        "award",
        row(
            CA_MAU
            + "Khối đề nghị Chủ tịch UBND tỉnh tặng Bằng khen cho chuyên viên Trần Thị Yến (Sở Y tế) và anh Lê Văn Bé, công chức Sở Tư pháp.",
            [
                award("Bằng khen", "Trần Thị Yến", CHU_TICH, kind="person"),
                award("Bằng khen", "Lê Văn Bé", CHU_TICH, kind="person"),
            ],
        ),
    ),
    # A body of a district in a bloc of the province is told from the province's by its place.
    (
        "award",
        row(
            CA_MAU + "Khối đề nghị UBND tỉnh tặng Cờ thi đua cho Ban Chỉ huy Quân sự huyện U Minh.",
            [award("Cờ thi đua", "Ban Chỉ huy Quân sự huyện U Minh", "UBND tỉnh")],
        ),
    ),
    # Offices by their numbers; a firm whose name ends in one.
    (
        "member",
        row(
            "Ngày 12/12/2025, Khối thi đua số 1 thuộc Thuế tỉnh Cà Mau tổng kết năm 2025. "
            "Thành viên của Khối là các Thuế cơ sở 6, 7, 8 và 9.",
            members("Thuế cơ sở 6", "Thuế cơ sở 7", "Thuế cơ sở 8", "Thuế cơ sở 9"),
        ),
    ),
    (
        "leader",
        row(
            CA_MAU + "Khối phó năm 2023 là Công ty CP Đường bộ 715. Công ty CP Đường bộ 715 cam kết đổi mới.",
            [deputy(["Công ty CP Đường bộ 715", "Công ty Cổ phần Đường bộ 715"])],
        ),
    ),
    # Ranks beside scores, and one that only its order tells.
    (
        "award",
        row(
            CA_MAU
            + "Sở Y tế 298/300 điểm, xếp hạng Nhất; Sở Tư pháp 296,5 điểm, hạng Nhì; Thanh tra tỉnh 295 điểm, hạng Ba.",
            [
                award("Đơn vị dẫn đầu", "Sở Y tế", status="voted"),
                award("Hạng Nhì", "Sở Tư pháp", status="voted"),
                award("Hạng Ba", "Thanh tra tỉnh", status="voted"),
            ],
        ),
    ),
    (
        "award",
        row(
            CA_MAU + "Sở Y tế dẫn đầu Khối với 98 điểm, tiếp đến là Sở Tư pháp (97 điểm).",
            [award("Đơn vị dẫn đầu", "Sở Y tế", status="voted"), award("Hạng Nhì", "Sở Tư pháp", status="voted")],
        ),
    ),
    (
        "award",
        row(
            CA_MAU + "Sở Y tế dẫn đầu Khối; tiếp theo là phần thảo luận của Sở Tư pháp và Sở Công Thương.",
            [award("Đơn vị dẫn đầu", "Sở Y tế", status="voted")],
        ),
    ),
    # Districts by their bare names in a bloc of districts, and a place that is none of them.
    (
        "award",
        row(
            BA_THUOC
            + "Chủ tịch UBND huyện Bá Thước chủ trì. Huyện Quan Hóa xếp thứ nhất; Mường Lát và Bá Thước cùng xếp thứ ba.",
            [
                award("Đơn vị dẫn đầu", "huyện Quan Hóa", status="voted"),
                award("Hạng Ba", "huyện Mường Lát", status="voted"),
                award("Hạng Ba", ["huyện Bá Thước", "UBND huyện Bá Thước"], status="voted"),
            ],
        ),
    ),
    # The year before.
    (
        "award",
        row(
            SIGNS + "Năm trước, UBND xã Thanh Hà được UBND huyện tặng Giấy khen.",
            [award("Giấy khen", "UBND xã Thanh Hà", "UBND huyện", year=2022, status="conferred")],
        ),
    ),
    # Posts: left open, given, asked for, in the manner of the other one.
    ("leader", row(CA_MAU + "Khối không bầu Khối phó mà giao Sở Y tế hỗ trợ trong quý I.", [])),
    (
        "leader",
        row(
            CA_MAU + "Sở Y tế được đề nghị công nhận Khối trưởng năm 2023.",
            [leader("Sở Y tế", status="proposed")],
        ),
    ),
    (
        "leader",
        row(
            CA_MAU + "Hội nghị biểu quyết giao Sở Y tế đảm đương nhiệm vụ Trưởng khối năm 2023.",
            [leader("Sở Y tế")],
        ),
    ),
    (
        "leader",
        row(
            SIGNS + "Lễ ký do UBND xã Thanh Hà, đơn vị được UBND huyện giao làm Cụm trưởng năm 2023.",
            [leader(["xã Thanh Hà", "UBND xã Thanh Hà"], status="appointed")],
        ),
    ),
    (
        "leader",
        row(
            SIGNS + "Chức Cụm phó thuộc về xã Thanh Hà.",
            [deputy(["xã Thanh Hà", "UBND xã Thanh Hà"], status=["serving", "elected", "assumed"])],
        ),
    ),
]


@pytest.mark.parametrize(("kind", "case"), ROWS)
def test_local_units(kind: str, case: Row) -> None:
    assert not differences(kind, case)


def test_names_of_persons_stay_persons() -> None:
    text = HAI_DUONG + "Giám đốc Sở Y tế Nguyễn Văn Bình và Phó Chủ tịch UBND tỉnh Trịnh Trường Huy dự."
    expected: list[dict[str, Any]] = [
        person("Nguyễn Văn Bình", "Giám đốc", "Sở Y tế"),
        person("Trịnh Trường Huy", "Phó Chủ tịch", "UBND tỉnh"),
    ]
    assert not differences("person", row(text, expected))
