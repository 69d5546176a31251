"""Who hands a post on, and to whom: rows of (text, expected leaders)."""

from __future__ import annotations

import pytest
from reading_rows import Row, deputy, differences, leader, row

CA_MAU = "Ngày 12/01/2023, Khối thi đua số 5 tỉnh Cà Mau tổng kết công tác thi đua, khen thưởng năm 2022. "
LAM_DONG = "Sáng 28/12/2023, Cụm thi đua số 3 huyện Bảo Lâm tổ chức hội nghị tổng kết phong trào thi đua năm 2023. "
S, A = "serving", "assumed"

HANDED_ON = [
    # Who gives the post, and whose place is taken, held it until then.
    row(
        CA_MAU + "Lãnh đạo Sở Xây dựng đã chuyển giao nhiệm vụ Trưởng khối năm 2023 cho Sở Nội vụ.",
        [leader("Sở Xây dựng", 2022, S), leader("Sở Nội vụ", 2023, A)],
    ),
    row(
        CA_MAU
        + "Hội nghị cử Sở Ngoại vụ làm Trưởng khối, Sở Du lịch làm Phó khối năm 2023, thay Sở Nội vụ và Sở Y tế.",
        [leader("Sở Ngoại vụ"), deputy("Sở Du lịch"), leader("Sở Nội vụ", 2022, S), deputy("Sở Y tế", 2022, S)],
    ),
    row(
        CA_MAU + "Sở Tài chính nhận nhiệm vụ Khối trưởng năm 2023 từ Sở Công Thương.",
        [leader("Sở Tài chính", 2023, A), leader("Sở Công Thương", 2022, S)],
    ),
    row(
        CA_MAU
        + "Khối trưởng Sở Nội vụ và Khối phó Sở Y tế đã bàn giao hồ sơ, nhiệm vụ năm 2023 cho Sở Du lịch và Sở Xây dựng.",
        [
            leader("Sở Nội vụ", 2022, S),
            deputy("Sở Y tế", 2022, S),
            leader("Sở Du lịch", 2023, A),
            deputy("Sở Xây dựng", 2023, A),
        ],
    ),
    row(
        CA_MAU
        + "Giám đốc Sở Nội vụ Lý Văn Tâm, Trưởng khối năm 2022, bàn giao nhiệm vụ cho Sở Y tế - Trưởng khối năm 2023.",
        [leader("Sở Nội vụ", 2022, S), leader("Sở Y tế", 2023, ["assumed", "elected"])],
    ),
    # The other post, told in the sentence after a handover.
    row(
        LAM_DONG
        + "UBND xã Lộc Bảo bàn giao nhiệm vụ Cụm trưởng năm 2024 cho UBND xã Lộc Lâm. Cụm phó là UBND xã Lộc Phú.",
        [leader("UBND xã Lộc Bảo", 2023, S), leader("UBND xã Lộc Lâm", 2024, A), deputy("UBND xã Lộc Phú", 2024, A)],
    ),
    row(
        CA_MAU + "Nhiệm vụ Khối trưởng được luân phiên hằng năm. Năm 2023, Sở Tư pháp làm Khối trưởng.",
        [leader("Sở Tư pháp", 2023, A)],
    ),
    row(CA_MAU + "Vai trò Trưởng khối năm 2023 được luân chuyển sang Sở Xây dựng.", [leader("Sở Xây dựng", 2023, A)]),
]


@pytest.mark.parametrize("case", HANDED_ON)
def test_posts_that_are_handed_on(case: Row) -> None:
    assert not differences("leader", case)
