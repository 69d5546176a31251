"""Awards of several clauses, in the order of places, and by votes: rows of (text, expected awards)."""

from __future__ import annotations

import pytest
from reading_rows import Row, award, differences, row

SON_LA = "Ngày 10/01/2024, Khối thi đua các cơ quan Nội chính tỉnh Sơn La tổng kết năm 2023. "
TINH, CHU_TICH = "UBND tỉnh", "Chủ tịch UBND tỉnh"
FLAG, PRAISE = "Cờ thi đua", "Bằng khen"
FIRST, SECOND, THIRD = "Đơn vị dẫn đầu", "Hạng Nhì", "Hạng Ba"


def place(rank: str, unit: str) -> dict[str, object]:
    return award(rank, unit, year=2023, status="voted")


IN_ORDER = [
    row(
        SON_LA + "Ba đơn vị có tổng điểm cao nhất lần lượt là Sở Tư pháp (98 điểm), Thanh tra tỉnh (97 điểm) và Sở Nội "
        "vụ (96 điểm).",
        [place(FIRST, "Sở Tư pháp"), place(SECOND, "Thanh tra tỉnh"), place(THIRD, "Sở Nội vụ")],
    ),
    row(
        SON_LA + "Hai vị trí dẫn đầu Khối lần lượt thuộc về Sở Nội vụ và Công an tỉnh.",
        [place(FIRST, "Sở Nội vụ"), place(SECOND, "Công an tỉnh")],
    ),
    row(SON_LA + "Ba đơn vị có tỷ lệ hồ sơ đúng hạn cao nhất lần lượt là Sở Tư pháp, Sở Nội vụ, Công an tỉnh.", []),
    row(SON_LA + "Hội thao có ba đơn vị dẫn đầu lần lượt là Sở Tư pháp, Sở Nội vụ, Công an tỉnh.", []),
    row(SON_LA + "Ba đơn vị dẫn đầu lần lượt là Sở Tư pháp và Sở Nội vụ.", []),  # one is not told
    row(
        SON_LA + "Đứng đầu bảng điểm là Sở Tư pháp, kế đến là Thanh tra tỉnh; xếp cuối là Công an tỉnh.",
        [place(FIRST, "Sở Tư pháp"), place(SECOND, "Thanh tra tỉnh")],
    ),
    row(
        SON_LA + "Sở Tư pháp giữ vững ngôi đầu Khối, năm thứ ba liên tiếp; đứng ngay sau là Sở Nội vụ.",
        [place(FIRST, "Sở Tư pháp"), place(SECOND, "Sở Nội vụ")],
    ),
    row(
        SON_LA + "Sở Tư pháp, Thanh tra tỉnh được đề nghị UBND tỉnh tặng lần lượt Cờ thi đua và Bằng khen.",
        [award(FLAG, "Sở Tư pháp", TINH, year=2023), award(PRAISE, "Thanh tra tỉnh", TINH, year=2023)],
    ),
]

NUMBERED = [
    row(
        SON_LA
        + "Kết quả xếp hạng thi đua năm 2023 như sau: 1. Sở Tư pháp; 2. Thanh tra tỉnh; 3. Sở Nội vụ; 4. Công an "
        "tỉnh.",
        [place(FIRST, "Sở Tư pháp"), place(SECOND, "Thanh tra tỉnh"), place(THIRD, "Sở Nội vụ")],
    ),
    row(
        SON_LA + "Thứ hạng của các đơn vị:\n1. Sở Tư pháp: 98 điểm\n2. Thanh tra tỉnh: 97 điểm",
        [place(FIRST, "Sở Tư pháp"), place(SECOND, "Thanh tra tỉnh")],
    ),
    row(SON_LA + "Các đơn vị thành viên: 1. Sở Tư pháp; 2. Thanh tra tỉnh; 3. Sở Nội vụ.", []),
    row(SON_LA + "Xếp hạng chỉ số cải cách hành chính: 1. Sở Tư pháp; 2. Thanh tra tỉnh.", []),
    row(
        SON_LA + "Kết quả: hạng 1: Sở Tư pháp; hạng 2: Thanh tra tỉnh.",
        [place(FIRST, "Sở Tư pháp"), place(SECOND, "Thanh tra tỉnh")],
    ),
    row(
        SON_LA + "Sở Tư pháp (nhất), Thanh tra tỉnh (nhì), Sở Nội vụ (ba).",
        [place(FIRST, "Sở Tư pháp"), place(SECOND, "Thanh tra tỉnh"), place(THIRD, "Sở Nội vụ")],
    ),
    row(
        SON_LA + "Thanh tra tỉnh: 98,7 điểm, Nhì là Sở Nội vụ: 97,2 điểm, Ba là Sở Tư pháp: 96,5 điểm.",
        [place(SECOND, "Sở Nội vụ"), place(THIRD, "Sở Tư pháp")],
    ),
]

CLAUSES = [
    row(
        SON_LA + "Khối suy tôn 01 đơn vị là Sở Tư pháp đề nghị tặng cờ thi đua của UBND tỉnh và 02 đơn vị là Thanh tra "
        "tỉnh, Công an tỉnh đề nghị tặng bằng khen của UBND tỉnh.",
        [
            award(FLAG, "Sở Tư pháp", TINH, year=2023),
            award(PRAISE, "Thanh tra tỉnh", TINH, year=2023),
            award(PRAISE, "Công an tỉnh", TINH, year=2023),
        ],
    ),
    row(
        SON_LA
        + "Ông Lò Văn Inh, Phó Chủ tịch UBND tỉnh trao Bằng khen của UBND tỉnh cho Thanh tra tỉnh; bà Vì Thị Mai, "
        "Phó Giám đốc Sở Nội vụ trao Giấy khen của Giám đốc Sở Nội vụ cho 5 cá nhân.",
        [
            award(PRAISE, "Thanh tra tỉnh", TINH, year=2023, status="conferred"),
            award("Giấy khen", 5, "Giám đốc Sở Nội vụ", year=2023, status="conferred", kind="person"),
        ],
    ),
    row(
        SON_LA + "Xếp hạng: Nhất - Sở Tư pháp, Nhì - Thanh tra tỉnh, đề nghị UBND tỉnh tặng Cờ thi đua cho đơn vị xếp "
        "Nhất, Bằng khen cho đơn vị xếp Nhì.",
        [award(FLAG, "Sở Tư pháp", TINH, year=2023), award(PRAISE, "Thanh tra tỉnh", TINH, year=2023)],
    ),
    row(
        SON_LA + "Thanh tra tỉnh 8/8 phiếu, Sở Tư pháp 7/8 phiếu đề nghị Chủ tịch UBND tỉnh tặng bằng khen.",
        [award(PRAISE, "Thanh tra tỉnh", CHU_TICH, year=2023), award(PRAISE, "Sở Tư pháp", CHU_TICH, year=2023)],
    ),
]

ELSEWHERE = [
    row(SON_LA + "Sở Tư pháp là đơn vị dẫn đầu cả nước về số hóa, Sở Nội vụ xếp thứ nhì toàn tỉnh.", []),
    row(SON_LA + "Sở Tư pháp: Đơn vị xuất sắc trong công tác chuyển đổi số.", []),
    row(
        SON_LA + "Năm 2022, Sở Tư pháp dẫn đầu khối; năm 2023, nhiều đơn vị vươn lên.",
        [award(FIRST, "Sở Tư pháp", year=2022, status="voted")],
    ),
]

ASKED = [
    row(
        SON_LA
        + "Được đề nghị tặng Cờ thi đua của UBND tỉnh có Sở Tư pháp; được đề nghị tặng Bằng khen của UBND tỉnh có "
        "Sở Nội vụ và Thanh tra tỉnh.",
        [
            award(FLAG, "Sở Tư pháp", TINH, year=2023),
            award(PRAISE, "Sở Nội vụ", TINH, year=2023),
            award(PRAISE, "Thanh tra tỉnh", TINH, year=2023),
        ],
    ),
    row(
        SON_LA
        + "Sở Tư pháp (Cờ thi đua UBND tỉnh); Sở Nội vụ, Thanh tra tỉnh (Bằng khen UBND tỉnh) là các đơn vị được "
        "Khối đề nghị khen thưởng.",
        [
            award(FLAG, "Sở Tư pháp", TINH, year=2023),
            award(PRAISE, "Sở Nội vụ", TINH, year=2023),
            award(PRAISE, "Thanh tra tỉnh", TINH, year=2023),
        ],
    ),
]


@pytest.mark.parametrize("case", ELSEWHERE + ASKED + IN_ORDER + NUMBERED + CLAUSES)
def test_awards(case: Row) -> None:
    assert differences("award", case) == []
