"""Posts whose holder, giver or way of choice stands in another clause than the post: rows of (text, expected leaders)."""

from __future__ import annotations

import pytest
from reading_rows import Row, deputy, differences, leader, row

AN_GIANG = "Sáng 15/01/2024, Khối thi đua số 2 tỉnh An Giang tổng kết công tác thi đua, khen thưởng năm 2023. "
S, A, P = "serving", "assumed", "appointed"

TOLD_APART = [
    # One clause gives the post, the next takes it.
    row(
        AN_GIANG + "Thanh tra tỉnh bàn giao nhiệm vụ Trưởng khối; Sở Xây dựng nhận bàn giao.",
        [leader("Thanh tra tỉnh", 2023, S), leader("Sở Xây dựng", 2024, A)],
    ),
    row(
        AN_GIANG + "Vai trò Trưởng khối năm 2024 được Thanh tra tỉnh bàn giao cho Sở Xây dựng.",
        [leader("Thanh tra tỉnh", 2023, S), leader("Sở Xây dựng", 2024, A)],
    ),
    row(
        AN_GIANG + "Sang năm 2024, Khối trưởng chuyển cho Sở Xây dựng; Sở Du lịch nhận phần việc của Khối phó.",
        [leader("Sở Xây dựng", 2024, A), deputy("Sở Du lịch", 2024, A)],
    ),
    # Chosen in the place of one who leaves.
    row(
        AN_GIANG + "Sở Du lịch thôi làm Phó khối, Khối bầu Sở Xây dựng thay thế.",
        [deputy("Sở Du lịch", 2023, S), deputy("Sở Xây dựng", 2024)],
    ),
    row(
        AN_GIANG + "Thanh tra tỉnh làm Trưởng khối, giới thiệu Sở Xây dựng thay mặt các đơn vị báo cáo.",
        [leader("Thanh tra tỉnh", 2023, S)],
    ),
    # Lots are the units' own way to choose.
    row(AN_GIANG + "Sở Du lịch bắt thăm trúng Khối trưởng năm 2024.", [leader("Sở Du lịch", 2024)]),
    row(
        AN_GIANG + "Các đơn vị bốc thăm chọn Trưởng khối năm 2024, kết quả Sở Du lịch trúng thăm.",
        [leader("Sở Du lịch", 2024)],
    ),
    row(AN_GIANG + "Việc chọn Trưởng khối được tiến hành bằng bốc thăm. Sở Du lịch góp ý.", []),
    # The second post told without its name.
    row(
        AN_GIANG + "Trưởng khối năm 2024 là Sở Du lịch, phụ tá là Sở Xây dựng.",
        [leader("Sở Du lịch", 2024), deputy("Sở Xây dựng", 2024)],
    ),
    row(AN_GIANG + "Đoàn kiểm tra do Sở Du lịch chủ trì, phụ tá là Sở Xây dựng.", []),
    # Who speaks stands behind the quotation.
    row(
        AN_GIANG + '"Với vai trò Khối trưởng năm 2024, chúng tôi sẽ họp khối mỗi quý", bà Đỗ Thị Lụa, Giám đốc Sở Du '
        "lịch phát biểu.",
        [leader("Sở Du lịch", 2024)],
    ),
    row(
        AN_GIANG + '"Chúng tôi cảm ơn Khối trưởng đã chia sẻ", bà Đỗ Thị Lụa, Giám đốc Sở Du lịch phát biểu.',
        [],
    ),
    # An authority's document behind the posts.
    row(
        AN_GIANG
        + "Năm 2024: Khối trưởng - Sở Du lịch; Khối phó - Sở Xây dựng và Thanh tra tỉnh (Thông báo số 8/TB-UBND "
        "ngày 10/01/2024 của UBND tỉnh).",
        [leader("Sở Du lịch", 2024, P), deputy("Sở Xây dựng", 2024, P), deputy("Thanh tra tỉnh", 2024, P)],
    ),
    row(
        AN_GIANG
        + "Năm 2024, Sở Du lịch - Khối trưởng, Sở Xây dựng - Khối phó, theo danh sách được UBND tỉnh phê duyệt "
        "tại Quyết định số 12/QĐ-UBND.",
        [leader("Sở Du lịch", 2024, P), deputy("Sở Xây dựng", 2024, P)],
    ),
    row(
        AN_GIANG
        + "Hội nghị bầu Sở Du lịch làm Khối trưởng năm 2024 (Quy chế kèm Quyết định số 12/QĐ-UBND của UBND tỉnh).",
        [leader("Sở Du lịch", 2024)],
    ),
    # Several units of one post, and a holder between commas.
    row(
        AN_GIANG + "Hai Khối phó năm 2024 do Sở Xây dựng, Sở Du lịch đảm nhận.",
        [deputy("Sở Xây dựng", 2024, A), deputy("Sở Du lịch", 2024, A)],
    ),
    row(
        AN_GIANG + "Trưởng khối năm 2023, Sở Du lịch, xin không nhận Cờ thi đua.",
        [leader("Sở Du lịch", 2023, S)],
    ),
    # Whose place is taken held the post of the same clause; who is told to come second leads alone.
    row(
        AN_GIANG + "Thanh tra tỉnh tiếp tục giữ Khối trưởng năm 2024, Sở Du lịch thay Sở Xây dựng làm Khối phó.",
        [leader("Thanh tra tỉnh", 2024), deputy("Sở Du lịch", 2024), deputy("Sở Xây dựng", 2023, S)],
    ),
    row(
        AN_GIANG + "Sau Thanh tra tỉnh, Sở Du lịch là đơn vị thứ hai làm Khối trưởng.",
        [leader("Sở Du lịch", 2023, S)],
    ),
    row(
        AN_GIANG + "Cờ luân lưu Khối trưởng được trao từ Thanh tra tỉnh sang Sở Du lịch.",
        [leader("Sở Du lịch", 2024, A)],
        maybe=[leader("Thanh tra tỉnh", 2023, S)],
    ),
    row(
        AN_GIANG + "Đại diện Thanh tra tỉnh, bà Đỗ Thị Lụa bàn giao hồ sơ Khối trưởng cho Sở Du lịch.",
        [leader("Thanh tra tỉnh", 2023, S), leader("Sở Du lịch", 2024, A)],
    ),
]


@pytest.mark.parametrize("case", TOLD_APART)
def test_posts_told_apart(case: Row) -> None:
    assert not differences("leader", case)
