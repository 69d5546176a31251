"""Table tests of how a list of members opens and closes, and of bodies whose unit is said once."""

from __future__ import annotations

import pytest
from reading_rows import Row, differences, members, row

UNITS_ONCE = [
    row(
        "Cụm thi đua số 2 tổng kết năm 2024. Cụm gồm các Trung tâm Y tế huyện Như Xuân, Như Thanh và Lang Chánh.",
        members("Trung tâm Y tế huyện Như Xuân", "Trung tâm Y tế huyện Như Thanh", "Trung tâm Y tế huyện Lang Chánh"),
    ),
    row(
        "Cụm thi đua số 2 tổng kết năm 2024. Cụm gồm các Hạt Kiểm lâm huyện Như Xuân, Như Thanh, Lang Chánh.",
        members("Hạt Kiểm lâm huyện Như Xuân", "Hạt Kiểm lâm huyện Như Thanh", "Hạt Kiểm lâm huyện Lang Chánh"),
    ),
    row(
        "Cụm thi đua số 2 tổng kết năm 2024. Cụm gồm các Trung tâm Văn hóa huyện Như Xuân, Như Thanh, Lang Chánh.",
        members(
            "Trung tâm Văn hóa huyện Như Xuân",
            "Trung tâm Văn hóa huyện Như Thanh",
            "Trung tâm Văn hóa huyện Lang Chánh",
        ),
    ),
    row(
        "Khối thi đua số 2 tổng kết năm 2024. Khối gồm các phòng Y tế, Nội vụ, Tư pháp huyện Như Xuân.",
        members("Phòng Y tế", "Phòng Nội vụ", "Phòng Tư pháp"),
    ),
]


@pytest.mark.parametrize("case", UNITS_ONCE)
def test_unit_said_once_is_that_of_all(case: Row) -> None:
    assert not differences("member", case)
