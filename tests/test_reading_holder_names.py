"""Holders of posts whose names no table and no grammar knows: rows of (text, expected leaders)."""

from __future__ import annotations

import pytest
from reading_rows import Row, deputy, differences, leader, row

PHU_YEN = "Ngày 12/12/2023, Khối thi đua Doanh nghiệp số 3 tỉnh Phú Yên tổng kết công tác thi đua năm 2023. "
S, A = "serving", "assumed"

KNOWN_BY_THEIR_PLACE = [
    row(
        PHU_YEN + "Khối bầu Thủy điện Sông Hinh làm Khối trưởng, Lữ hành Hương Sen làm Khối phó năm 2024.",
        [leader("Thủy điện Sông Hinh", 2024), deputy("Lữ hành Hương Sen", 2024)],
    ),
    row(
        PHU_YEN + "Khối gồm 4 đơn vị do Mía đường Tuy Hòa làm Khối trưởng, Bia Phú Minh làm Khối phó, các thành viên "
        "còn lại gồm Thủy điện Sông Hinh và Lữ hành Hương Sen.",
        [leader("Mía đường Tuy Hòa", 2023, S), deputy("Bia Phú Minh", 2023, S)],
    ),
    row(PHU_YEN + "Khối trưởng năm 2024 là Cảng hàng không Tuy Hòa.", [leader("Cảng hàng không Tuy Hòa", 2024)]),
    row(
        PHU_YEN + "Đơn vị Khối trưởng năm 2023 là Công ty cổ phần mía đường Sông Hinh.",
        [leader("Công ty cổ phần mía đường Sông Hinh", 2023, S)],
    ),
    row(
        PHU_YEN + "Ông Lê Văn Tám - Giám đốc Cảng hàng không Tuy Hòa - Khối trưởng chủ trì hội nghị.",
        [leader("Cảng hàng không Tuy Hòa", 2023, S)],
    ),
    # Known from one place, the name is known in the others.
    row(
        PHU_YEN + "Ông Lê Văn Tám, Giám đốc Mía đường Tuy Hòa (Khối trưởng) phát biểu.\n\nNăm 2023, Khối do Mía đường "
        "Tuy Hòa làm Khối trưởng.",
        [leader("Mía đường Tuy Hòa", 2023, S)],
    ),
    row(
        PHU_YEN
        + "Hội nghị thống nhất: Khối trưởng là Bia Phú Minh; hai Khối phó là Mía đường Tuy Hòa và Lữ hành Hương "
        "Sen.",
        [leader("Bia Phú Minh", 2024), deputy("Mía đường Tuy Hòa", 2024), deputy("Lữ hành Hương Sen", 2024)],
    ),
]

NAMES_THAT_GO_ON = [
    row(
        PHU_YEN + "Bà Trần Thị Sáu, Chủ tịch Hội Sinh vật cảnh và Bonsai tỉnh - Trưởng Khối thi đua năm 2023 khai mạc.",
        [leader("Hội Sinh vật cảnh và Bonsai", 2023, S)],
    ),
    row(
        PHU_YEN + "Ông Lê Văn Tám, Giám đốc Sở Y tế và bà Trần Thị Sáu, Giám đốc Sở Tư pháp - Khối trưởng chủ trì.",
        [leader("Sở Tư pháp", 2023, S)],
    ),
]

NO_NAMES = [
    row(PHU_YEN + "Hội nghị giới thiệu đồng chí Lê Văn Tám làm Khối trưởng.", [], maybe=[leader(None, 2024)]),
    row(PHU_YEN + "Hai đơn vị làm Khối phó sẽ giúp việc cho Khối trưởng.", []),
    row(PHU_YEN + "Muốn làm Khối trưởng phải được các đơn vị tín nhiệm.", []),
    # A name that is known goes as far as the grammar knows it.
    row(PHU_YEN + "Năm 2023, Ban Dân vận Tỉnh ủy làm Khối trưởng.", [leader("Ban Dân vận Tỉnh ủy", 2023, S)]),
]


@pytest.mark.parametrize(
    "case", [*KNOWN_BY_THEIR_PLACE, *NAMES_THAT_GO_ON, *NO_NAMES], ids=lambda case: case.text[-60:]
)
def test_holders_nobody_knows(case: Row) -> None:
    assert differences("leader", case) == []
