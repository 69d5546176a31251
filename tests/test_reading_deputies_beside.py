"""Deputies told beside the leader in few words, and bodies above the bloc that hand its flag on."""

from __future__ import annotations

import pytest
from reading_rows import Row, deputy, differences, leader, row

REVIEW = "Ngày 20/12/2024, Khối thi đua số 2 tỉnh Bắc Kạn tổng kết công tác thi đua năm 2024. "
COURTS = "Ngày 2/10/2024, Cụm thi đua số 7 Tòa án nhân dân tổng kết công tác thi đua năm 2024. "
A, E, S = "assumed", "elected", "serving"

BESIDE = [
    row(
        REVIEW + "Chức Khối trưởng luân chuyển cho Sở Y tế, Sở Xây dựng làm phó.",
        [leader("Sở Y tế", 2025, A), deputy("Sở Xây dựng", 2025, A)],
    ),
    row(
        REVIEW + "Khối trưởng năm 2025 là Sở Y tế, Sở Xây dựng và Sở Nội vụ làm phó.",
        [leader("Sở Y tế", 2025, E), deputy("Sở Xây dựng", 2025, E), deputy("Sở Nội vụ", 2025, E)],
    ),
    row(
        REVIEW + "Sở Y tế được bầu làm Khối trưởng năm 2025; vị trí phó vẫn là Sở Xây dựng.",
        [leader("Sở Y tế", 2025, E), deputy("Sở Xây dựng", 2025, E)],
    ),
    # One unit alone may get another post.
    row(
        REVIEW + "Sở Y tế và Sở Xây dựng được bầu làm Khối phó năm 2025.",
        [deputy("Sở Y tế", 2025, E), deputy("Sở Xây dựng", 2025, E)],
    ),
]
FLAGS = [
    row(
        COURTS + "Phó Chánh án TANDTC Lê Hải Minh trao Cờ luân lưu Cụm trưởng cho TAND tỉnh Lâm Đồng.",
        [leader("Tòa án nhân dân", 2025, A)],
    ),
    # A unit of the bloc held what it gives.
    row(
        REVIEW + "Giám đốc Sở Tài chính Nguyễn Văn Hà trao cờ luân lưu Khối trưởng cho Sở Công Thương.",
        [leader("Sở Tài chính", 2024, S), leader("Sở Công Thương", 2025, A)],
    ),
]


@pytest.mark.parametrize("case", [*BESIDE, *FLAGS])
def test_posts(case: Row) -> None:
    assert not differences("leader", case)
