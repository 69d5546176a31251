"""Lists of those awarded that say a word once for several, and names nothing knows: rows of (text, expected awards)."""

from __future__ import annotations

import pytest
from reading_rows import Row, award, differences, row

LOWLAND = "Ngày 19/01/2023, Cụm thi đua số 4 huyện Yên Mô tổng kết phong trào thi đua năm 2022. "
FIRMS = "Ngày 19/01/2023, Khối thi đua các doanh nghiệp tỉnh Quảng Ngãi tổng kết năm 2022. "
UNITS = "Ngày 19/01/2023, Khối thi đua số 6 tỉnh Quảng Ngãi tổng kết công tác thi đua năm 2022. "
PROVINCES = "Ngày 19/01/2023, Cụm thi đua số 2 các tỉnh Bắc Trung Bộ tổng kết phong trào thi đua năm 2022. "
TINH, HUYEN = "UBND tỉnh", "UBND huyện"
CO, BANG, GIAY = "Cờ thi đua", "Bằng khen", "Giấy khen"
NHAT, NHI, BA = "Đơn vị dẫn đầu", "Hạng Nhì", "Hạng Ba"

SHARED_KIND = [
    row(
        LOWLAND + "Cụm đề nghị UBND huyện tặng Giấy khen cho xã Yên Từ, Yên Phong và Yên Nhân.",
        [award(GIAY, f"xã {name}", HUYEN) for name in ("Yên Từ", "Yên Phong", "Yên Nhân")],
    ),
    row(
        LOWLAND + "Xã Yên Từ, Yên Phong được UBND tỉnh tặng Cờ thi đua.",
        [award(CO, f"xã {name}", TINH, status="conferred") for name in ("Yên Từ", "Yên Phong")],
    ),
    # The larger place is where the smaller one lies.
    row(
        "Ngày 19/01/2023, Cụm thi đua ven biển tỉnh Quảng Ngãi tổng kết năm 2022. UBND tỉnh tặng Bằng khen cho nhiều"
        " tập thể như xã Bình Châu, Bình Hải huyện Bình Sơn; xã Phổ Thạnh, thị xã Đức Phổ; xã Đức Lợi (huyện Mộ Đức).",
        [
            award(BANG, f"xã {name}", TINH, status="conferred")
            for name in ("Bình Châu", "Bình Hải", "Phổ Thạnh", "Đức Lợi")
        ],
    ),
    # Bodies of one kind in several places keep their places.
    row(
        "Ngày 19/01/2023, Cụm thi đua số 4 Hội Nông dân tỉnh Ninh Bình tổng kết năm 2022. Hội Nông dân huyện Yên Mô, Yên"
        " Khánh được Hội Nông dân tỉnh tặng Bằng khen.",
        [
            award(BANG, f"Hội Nông dân huyện {name}", "Hội Nông dân tỉnh", status="conferred")
            for name in ("Yên Mô", "Yên Khánh")
        ],
    ),
    # What follows is the next thing told, and no name of the list.
    row(
        LOWLAND + "Cụm đề nghị UBND huyện tặng Giấy khen cho xã Yên Từ, Chủ tịch UBND huyện dự và chỉ đạo hội nghị.",
        [award(GIAY, "xã Yên Từ", HUYEN)],
    ),
]

SUBJECTS = [
    row(
        LOWLAND + "Xã Yên Từ vượt qua xã Yên Phong để giành ngôi đầu cụm.",
        [award(NHAT, "xã Yên Từ", status="voted")],
    ),
    row(
        UNITS + "Sở Y tế cùng 3 tập thể và 4 cá nhân thuộc khối được UBND tỉnh tặng Bằng khen.",
        [
            award(BANG, "Sở Y tế", TINH, status="conferred"),
            award(BANG, 3, TINH, status="conferred"),
            award(BANG, 4, TINH, status="conferred", kind="person"),
        ],
    ),
    row(
        UNITS + "Sở Y tế được tặng cờ, Sở Tư pháp được tặng Bằng khen của UBND tỉnh.",
        [award(CO, "Sở Y tế", TINH, status="conferred"), award(BANG, "Sở Tư pháp", TINH, status="conferred")],
    ),
    row(
        UNITS + "Sở Y tế dẫn đầu khối; xếp thứ nhì và thứ ba là Sở Tư pháp, Sở Nội vụ.",
        [
            award(rank, name, status="voted")
            for rank, name in ((NHAT, "Sở Y tế"), (NHI, "Sở Tư pháp"), (BA, "Sở Nội vụ"))
        ],
    ),
    row(
        UNITS + "Cả khối được tặng Bằng khen các cấp, tiêu biểu là Sở Y tế được Chính phủ tặng Cờ thi đua.",
        [award(CO, "Sở Y tế", "Chính phủ", status="conferred")],
    ),
    row(UNITS + "Sở Y tế nhận cờ Trưởng khối từ Sở Tư pháp, Sở Nội vụ chúc mừng.", []),
]

BARE = [
    row(
        PROVINCES + "Nghệ An dẫn đầu, được đề nghị Chính phủ tặng Cờ thi đua; Hà Tĩnh xếp thứ nhì.",
        [award(CO, "tỉnh Nghệ An", "Chính phủ"), award(NHI, "tỉnh Hà Tĩnh", status="voted")],
    ),
    row(
        FIRMS + "Vinasoy, Petrolimex Quảng Ngãi và Công ty Điện lực Quảng Ngãi được UBND tỉnh tặng Bằng khen.",
        [
            award(BANG, name, TINH, status="conferred")
            for name in ("Vinasoy", "Petrolimex Quảng Ngãi", "Công ty Điện lực Quảng Ngãi")
        ],
    ),
    row(
        FIRMS + "Nổi bật nhất là Vinasoy, được đề nghị UBND tỉnh tặng Cờ thi đua.",
        [award(CO, "Vinasoy", TINH)],
    ),
    # Neither a person nor a common word is a brand.
    row(FIRMS + "Nổi bật nhất là Hòa, được đề nghị UBND tỉnh tặng Cờ thi đua.", []),
]

RANKED = [
    row(
        UNITS + "Khối xếp hạng Nhất đối với Sở Y tế, Sở Tư pháp hạng nhì, hạng Ba thuộc về Sở Nội vụ.",
        [
            award(rank, name, status="voted")
            for rank, name in ((NHAT, "Sở Y tế"), (NHI, "Sở Tư pháp"), (BA, "Sở Nội vụ"))
        ],
    ),
    row(UNITS + "Ngôi vị số một của khối thuộc về Sở Y tế.", [award(NHAT, "Sở Y tế", status="voted")]),
    row(UNITS + "Theo bảng điểm, đứng đầu là Sở Y tế với 995 điểm.", [award(NHAT, "Sở Y tế", status="voted")]),
    row(UNITS + "Đoàn công tác của Sở Y tế do ông Trần Văn An đứng đầu là đoàn đến sớm nhất.", []),
    # Of two titles of one sentence, the second goes to the same unit only where nobody else is told.
    row(
        UNITS + "Năm 2021, Sở Y tế được tặng Cờ thi đua của UBND tỉnh; năm 2022, được tặng Bằng khen của Bộ Y tế.",
        [
            award(CO, "Sở Y tế", TINH, 2021, "conferred"),
            award(BANG, "Sở Y tế", "Bộ Y tế", 2022, "conferred"),
        ],
    ),
    row(
        UNITS + "Sở Y tế được tặng Cờ thi đua của UBND tỉnh; 3 lượt cá nhân được Bộ Y tế tặng Bằng khen.",
        [
            award(CO, "Sở Y tế", TINH, status="conferred"),
            award(BANG, 3, "Bộ Y tế", status="conferred", kind="person"),
        ],
    ),
    row(
        UNITS
        + "Giám đốc Sở trao Giấy khen cho 4 chi bộ; công bố quyết định tặng Bằng khen cho Sở Y tế về thành tích năm"
        " 2021.",
        [
            award(GIAY, 4, ["Giám đốc Sở", None], 2022, "conferred"),
            award(BANG, "Sở Y tế", ["Giám đốc Sở", None], 2021, "conferred"),
        ],
    ),
]


@pytest.mark.parametrize("case", [*SHARED_KIND, *SUBJECTS, *BARE, *RANKED])
def test_lists_of_those_awarded(case: Row) -> None:
    assert not differences("award", case)
