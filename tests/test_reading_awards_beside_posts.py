"""Awards and posts that one sentence gives to one unit, and those who get an award together with another unit."""

from __future__ import annotations

import pytest
from reading_rows import Row, award, deputy, differences, leader, members, row

HA_NAM = "Ngày 10/01/2023, Khối thi đua số 4 tỉnh Hà Nam tổng kết công tác thi đua, khen thưởng năm 2022. "
BA_VI = "Sáng 05/01/2024, Cụm thi đua số 2 huyện Ba Vì tổ chức hội nghị tổng kết năm 2023. "
TINH = "UBND tỉnh"

POSTS = [
    row(
        HA_NAM + "Sở Công Thương đứng đầu Khối, được đề nghị UBND tỉnh tặng Cờ thi đua, đồng thời được tín nhiệm "
        "giới thiệu làm Trưởng khối năm 2023.",
        [leader("Sở Công Thương")],
    ),
    row(
        BA_VI + "Xã Minh Quang được Cụm đề nghị UBND huyện tặng Giấy khen, tiếp tục được chọn giữ vai trò Cụm trưởng "
        "năm 2024.",
        [leader("xã Minh Quang", 2024)],
    ),
    row(
        HA_NAM + "Sở Y tế được UBND tỉnh tặng Cờ thi đua và được suy tôn làm Khối trưởng năm 2023, Sở Nội vụ được đề "
        "nghị UBND tỉnh tặng Bằng khen và làm Khối phó.",
        [leader("Sở Y tế"), deputy("Sở Nội vụ")],
    ),
    row(
        HA_NAM + "Khối thống nhất đề nghị UBND tỉnh tặng Cờ thi đua cho Sở Tư pháp và bầu đơn vị này làm Khối trưởng "
        "năm 2023.",
        [leader("Sở Tư pháp")],
    ),
    row(  # the vote is on who is best
        HA_NAM + "Các đơn vị đã bỏ phiếu bình xét đơn vị Khối trưởng Công an tỉnh là đơn vị dẫn đầu.",
        [leader("Công an tỉnh", 2022, "serving")],
    ),
    row(HA_NAM + "Sở Tư pháp được đề nghị UBND tỉnh tặng Cờ thi đua; Trưởng khối cảm ơn các đơn vị.", []),
]

TOGETHER = [
    row(
        HA_NAM + "Hội Luật gia được đề nghị UBND tỉnh tặng Cờ thi đua cùng với đơn vị Hội Người mù và Hội Khuyến học.",
        [award("Cờ thi đua", who, TINH) for who in ("Hội Luật gia", "Hội Người mù", "Hội Khuyến học")],
    ),
    row(
        HA_NAM + "Sở Y tế được đề nghị tặng Cờ thi đua của UBND tỉnh cùng với Sở Tư pháp; Sở Nội vụ được đề nghị tặng "
        "Bằng khen.",
        [
            award("Cờ thi đua", "Sở Y tế", TINH),
            award("Cờ thi đua", "Sở Tư pháp", TINH),
            award("Bằng khen", "Sở Nội vụ", TINH),
        ],
    ),
    row(
        HA_NAM + "Sở Y tế dẫn đầu khối cùng với Sở Tư pháp, Sở Nội vụ xếp thứ nhì.",
        [
            award("Đơn vị dẫn đầu", "Sở Y tế", status="voted"),
            award("Đơn vị dẫn đầu", "Sở Tư pháp", status="voted"),
            award("Hạng Nhì", "Sở Nội vụ", status="voted"),
        ],
    ),
    row(  # the year of the post is not that of the award
        HA_NAM + "Sở Y tế được UBND tỉnh tặng Cờ thi đua và được suy tôn làm Khối trưởng năm 2023.",
        [award("Cờ thi đua", "Sở Y tế", TINH, status="conferred")],
    ),
    row(
        HA_NAM + "Sở Y tế được đề nghị UBND tỉnh tặng Cờ thi đua, cùng ký giao ước với Sở Tư pháp.",
        [award("Cờ thi đua", "Sở Y tế", TINH)],
    ),
]

BROKEN_OFF = [
    row(  # the text ends in a number, without a stop
        HA_NAM
        + "Danh sách đề nghị khen thưởng:\n1. Cờ thi đua của UBND tỉnh: Sở Y tế\n2. Giấy khen: 05 tập thể, 10 cá "
        "nhân",
        [
            award("Cờ thi đua", "Sở Y tế", TINH),
            award("Giấy khen", 5, TINH),
            award("Giấy khen", 10, TINH, kind="person"),
        ],
    ),
]

SLIPS = [
    row(
        "Chiều 12/3/2024, Cụm thi đua số 3 gồm Sở Xây dựng các tỉnh: Quãng Trị, Vỉnh Phúc, Đồng Nai, Bà Rịa - Vũng Tầu "
        "đã ký kết giao ước thi đua năm 2024.",
        members(*(f"Sở Xây dựng tỉnh {p}" for p in ("Quảng Trị", "Vĩnh Phúc", "Đồng Nai", "Bà Rịa - Vũng Tàu"))),
    ),
    row(  # behind "tỉnh" any mark may be wrong
        "Chiều 12/3/2024, Cụm thi đua số 3 gồm: Sở Xây dựng tỉnh Tây Nình, Sở Xây dựng tỉnh Đông Nai, Sở Xây dựng tỉnh "
        "Long Khánh đã ký kết giao ước thi đua năm 2024.",
        members("Sở Xây dựng tỉnh Tây Ninh", "Sở Xây dựng tỉnh Đồng Nai", "Sở Xây dựng tỉnh Long Khánh"),
    ),
    row(  # bodies of three provinces, though none is said to be a province
        "Ngày 5/3/2022, Cụm thi đua số 1 ký kết giao ước thi đua năm 2022. Cụm thi đua số 1 gồm: Cục Hải quan Đồng Nai, "
        "Cục Hải quan Bình Dương và Cục Hải quan Long An.",
        members("Cục Hải quan Đồng Nai", "Cục Hải quan Bình Dương", "Cục Hải quan Long An"),
    ),
    row(
        "Ngày 5/3/2022, Khối thi đua số 1 tỉnh Long An ký kết giao ước thi đua năm 2022. Khối thi đua số 1 gồm: Cục Thuế "
        "Long An, Cục Hải quan Long An và Cục Thống kê Long An.",
        members("Cục Thuế", "Cục Hải quan", "Cục Thống kê"),
    ),
]


@pytest.mark.parametrize("case", POSTS)
def test_posts_beside_awards(case: Row) -> None:
    assert differences("leader", case) == []


@pytest.mark.parametrize("case", TOGETHER + BROKEN_OFF)
def test_awards_got_together(case: Row) -> None:
    assert differences("award", case) == []


@pytest.mark.parametrize("case", SLIPS)
def test_bodies_of_provinces(case: Row) -> None:
    assert differences("member", case) == []
