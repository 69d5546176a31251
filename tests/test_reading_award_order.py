"""Awards by place in an order, of the rest, told again, and in numbered lines: rows of (text, expected awards)."""

from __future__ import annotations

import pytest
from reading_rows import Row, award, differences, row

LAI_CHAU = (
    "Ngày 09/01/2025, Khối thi đua số 3 tỉnh Lai Châu tổng kết năm 2024. Khối gồm 5 đơn vị: Sở Y tế, Sở Công Thương, "
    "Sở Nội vụ, Sở Tư pháp, Thanh tra tỉnh. "
)
POINTS = "Kết quả: Sở Nội vụ 96 điểm, Sở Y tế 98,5 điểm, Sở Tư pháp 97 điểm, Sở Công Thương 95 điểm. "
TINH, CHU_TICH = "UBND tỉnh", "Chủ tịch UBND tỉnh"

ORDERS = [
    row(
        LAI_CHAU + POINTS + "Khối đề nghị UBND tỉnh tặng Cờ thi đua cho đơn vị cao điểm nhất; hai đơn vị kế tiếp được "
        "đề nghị Chủ tịch UBND tỉnh tặng Bằng khen.",
        [
            award("Cờ thi đua", "Sở Y tế", TINH, year=2024),
            award("Bằng khen", "Sở Tư pháp", CHU_TICH, year=2024),
            award("Bằng khen", "Sở Nội vụ", CHU_TICH, year=2024),
        ],
    ),
    row(
        LAI_CHAU
        + "Sở Y tế và Sở Nội vụ cùng 98 điểm. Khối đề nghị UBND tỉnh tặng Cờ thi đua cho đơn vị cao điểm nhất.",
        [],  # which of the two is not told
    ),
    row(LAI_CHAU + POINTS + "Theo quy chế, đơn vị cao điểm nhất chủ trì hội thao năm sau.", []),
]

RESTS = [
    row(
        LAI_CHAU + "Sở Y tế được đề nghị tặng Cờ thi đua của UBND tỉnh. Các đơn vị còn lại: đề nghị Chủ tịch UBND tỉnh "
        "tặng Giấy khen.",
        [
            award("Cờ thi đua", "Sở Y tế", TINH, year=2024),
            *(
                award("Giấy khen", unit, CHU_TICH, year=2024)
                for unit in ("Sở Công Thương", "Sở Nội vụ", "Sở Tư pháp", "Thanh tra tỉnh")
            ),
        ],
    ),
    row(LAI_CHAU + "Các đơn vị còn lại chưa được đề nghị tặng Giấy khen.", []),
    row(
        LAI_CHAU + "Giấy khen của Giám đốc Sở Nội vụ: đề nghị tặng 14 cá nhân.",
        [award("Giấy khen", 14, "Giám đốc Sở Nội vụ", kind="person", year=2024)],
    ),
]

AGAIN = [
    row(
        LAI_CHAU + "Cờ thi đua của UBND tỉnh được đề nghị tặng Sở Y tế. Sở Nội vụ cũng được đề nghị danh hiệu này.",
        [award("Cờ thi đua", "Sở Y tế", TINH, year=2024), award("Cờ thi đua", "Sở Nội vụ", TINH, year=2024)],
    ),
    row(
        LAI_CHAU + "Sở Y tế được đề nghị UBND tỉnh tặng Cờ thi đua. Năm trước, danh hiệu này thuộc về Sở Tư pháp.",
        [award("Cờ thi đua", "Sở Y tế", TINH, year=2024)],
    ),
    row(
        LAI_CHAU + "Sở Y tế được chọn gửi UBND tỉnh xét Cờ thi đua.",
        [award("Cờ thi đua", "Sở Y tế", TINH, year=2024)],
    ),
]

LINES = [
    row(
        LAI_CHAU + "\n\nKết quả bình xét, đề nghị UBND tỉnh khen thưởng:\n\nCờ thi đua\n1. Sở Y tế\n2. Sở Nội vụ\n"
        "Bằng khen\n1. Sở Tư pháp\n2. Thanh tra tỉnh\n",
        [
            award("Cờ thi đua", "Sở Y tế", TINH, year=2024),
            award("Cờ thi đua", "Sở Nội vụ", TINH, year=2024),
            award("Bằng khen", "Sở Tư pháp", TINH, year=2024),
            award("Bằng khen", "Thanh tra tỉnh", TINH, year=2024),
        ],
    ),
]


@pytest.mark.parametrize("case", ORDERS + RESTS + AGAIN + LINES)
def test_awards_are_read(case: Row) -> None:
    assert differences("award", case) == []
