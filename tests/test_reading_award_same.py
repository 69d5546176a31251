"""Awards of earlier years told in passing, and numbers behind a title: rows of (text, expected awards)."""

from __future__ import annotations

from typing import Any

import pytest
from reading_rows import Row, award, differences, row

PHU_YEN = "Ngày 15/01/2024, Khối thi đua các cơ quan pháp luật tỉnh Phú Yên tổng kết năm 2023. "
TINH = "UBND tỉnh"
UNIT, OTHER = "Sở Tư pháp", "Thanh tra tỉnh"
FLAG, PRAISE = "Cờ thi đua", "Bằng khen"


def got(title: str, year: int, grantor: str = TINH, unit: str = UNIT, status: str = "conferred") -> dict[str, Any]:
    return award(title, unit, grantor, year=year, status=status)


def asked(title: str, unit: str, grantor: str = TINH) -> dict[str, Any]:
    return got(title, 2023, grantor, unit, "proposed")


SAME = [
    row(
        PHU_YEN + "Năm 2022, Sở Tư pháp được UBND tỉnh tặng Cờ thi đua; năm 2021 được tặng Bằng khen.",
        [got(FLAG, 2022), got(PRAISE, 2021)],
    ),
    row(
        PHU_YEN + "Sở Tư pháp được UBND tỉnh tặng Cờ thi đua năm 2022, được Bộ Tư pháp tặng Bằng khen năm 2021.",
        [got(FLAG, 2022), got(PRAISE, 2021, "Bộ Tư pháp")],
    ),
    row(
        PHU_YEN + "Sở Tư pháp được đề nghị UBND tỉnh tặng Cờ thi đua, Bộ Tư pháp tặng Bằng khen.",
        [asked(FLAG, UNIT), asked(PRAISE, UNIT, "Bộ Tư pháp")],
    ),
    row(
        PHU_YEN + "Năm 2020, Sở Tư pháp được UBND tỉnh tặng Bằng khen; năm 2021, được UBND tỉnh tặng Cờ thi đua; năm "
        "2022 vinh dự được Chính phủ tặng Cờ thi đua.",
        [got(PRAISE, 2020), got(FLAG, 2021), got(FLAG, 2022, "Chính phủ")],
    ),
    row(  # each clause its own year
        PHU_YEN + "Năm 2021, Sở Tư pháp được UBND tỉnh tặng Bằng khen, năm 2022, Thanh tra tỉnh được UBND tỉnh tặng Cờ "
        "thi đua.",
        [got(PRAISE, 2021), got(FLAG, 2022, unit=OTHER)],
    ),
    row(
        PHU_YEN + "Sở Tư pháp được UBND tỉnh tặng Cờ thi đua, nhiều cán bộ được Bộ Tư pháp tặng Bằng khen.",
        [got(FLAG, 2023)],
    ),
    row(
        PHU_YEN + "Sở Tư pháp được UBND tỉnh tặng Cờ thi đua, Giám đốc được Bộ Tư pháp tặng Bằng khen.",
        [got(FLAG, 2023)],
    ),
    row(
        PHU_YEN + "Đề nghị xét tặng: Cờ thi đua Chính phủ 01 đơn vị - Sở Tư pháp; Cờ thi đua UBND tỉnh 02 đơn vị - "
        "Thanh tra tỉnh, Sở Nội vụ.",
        [asked(FLAG, UNIT, "Chính phủ"), asked(FLAG, OTHER), asked(FLAG, "Sở Nội vụ")],
    ),
    row(
        PHU_YEN + "Đề nghị Cờ thi đua của UBND tỉnh 01 tập thể (Sở Tư pháp); Bằng khen 01 tập thể (Thanh tra tỉnh).",
        [asked(FLAG, UNIT), asked(PRAISE, OTHER)],
    ),
    row(
        PHU_YEN + "Kết quả xếp loại: 01 đơn vị dẫn đầu (Sở Tư pháp), 01 đơn vị xuất sắc (Thanh tra tỉnh), 04 đơn vị "
        "tiên tiến.",
        [
            award("Đơn vị dẫn đầu", UNIT, year=2023, status="voted"),
            award("Đơn vị xuất sắc", OTHER, year=2023, status="voted"),
        ],
    ),
]


@pytest.mark.parametrize("case", SAME, ids=lambda case: case.text[-60:])
def test_same(case: Row) -> None:
    assert differences("award", case) == []
