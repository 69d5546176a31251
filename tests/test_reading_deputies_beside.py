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
    # A group of firms is part of the name of the company that it is.
    row(
        REVIEW + "Khối trưởng năm 2025 là Công ty CP Tập đoàn Hoa Lư; Công ty TNHH Tổng công ty Sao Mai làm Khối phó.",
        [leader("Công ty CP Tập đoàn Hoa Lư", 2025, E), deputy("Công ty TNHH Tổng công ty Sao Mai", 2025, E)],
    ),
    row(
        COURTS + "Phó Chánh án TANDTC Lê Hải Minh trao Cờ luân lưu Cụm trưởng cho TAND tỉnh Lâm Đồng.",
        [leader(["Tòa án nhân dân tỉnh Lâm Đồng", "Tòa án nhân dân"], 2025, A)],
    ),
    # A unit of the bloc held what it gives.
    row(
        REVIEW + "Giám đốc Sở Tài chính Nguyễn Văn Hà trao cờ luân lưu Khối trưởng cho Sở Công Thương.",
        [leader("Sở Tài chính", 2024, S), leader("Sở Công Thương", 2025, A)],
    ),
]

ITEMS = (
    "Tổng kết các khối thi đua Công đoàn tỉnh Lâm Đồng năm 2023\n\nTừ ngày 19 đến 21/12/2023, LĐLĐ tỉnh Lâm Đồng dự tổng "
    "kết 2 khối thi đua.\n\n1. Khối thi đua Công đoàn ngành (20-12)\nKhối trưởng 2024 được bầu là Công đoàn ngành Y tế.\n\n"
    "2. Khối thi đua các công đoàn cơ sở trực thuộc (21-12)\nKhối không tổ chức bầu mà Công đoàn cơ sở Bưu điện tỉnh tiếp "
    "nhận nhiệm vụ Khối trưởng năm 2024."
)
BLOCS = [
    # Two names that head items of one list are two blocs; what is not held is no choice.
    row(
        ITEMS,
        [
            leader("Công đoàn ngành Y tế", 2024, E, bloc="Khối thi đua Công đoàn ngành"),
            leader("Công đoàn cơ sở Bưu điện tỉnh", 2024, A, bloc="Khối thi đua các công đoàn cơ sở"),
        ],
        blocs=["Khối thi đua Công đoàn ngành", "Khối thi đua các công đoàn cơ sở"],
    ),
    # Who stands beside the post in another clause than the handover takes nothing over.
    row(
        "Chiều 14/02/2024, Khối thi đua kinh tế tỉnh Hà Giang họp. Sở Y tế cảm ơn các đơn vị khi tiếp nhận hồ sơ; mong được "
        "giúp đỡ, nhất là Sở Tài chính - đơn vị Khối phó năm 2024.",
        [deputy("Sở Tài chính", 2024, S)],
    ),
]


@pytest.mark.parametrize("case", [*BESIDE, *FLAGS, *BLOCS])
def test_posts(case: Row) -> None:
    assert not differences("leader", case)
