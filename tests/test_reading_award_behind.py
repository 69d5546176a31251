"""Awards whose names stand behind their number, or whose grantor is asked for all of them at once."""

from __future__ import annotations

import pytest
from reading_rows import Row, award, differences, row

BAC_LIEU = "Ngày 08/01/2024, Khối thi đua số 3 tỉnh Bạc Liêu tổng kết công tác thi đua, khen thưởng năm 2023. "
TINH, CHAIR = "UBND tỉnh", "Chủ tịch UBND tỉnh"
FLAG, PRAISE = "Cờ thi đua", "Bằng khen"
TWO = ("Sở Nội vụ", "Sở Xây dựng")

NEXT_SENTENCE = (
    [
        row(
            BAC_LIEU + opener + " Sở Nội vụ và Sở Xây dựng.",
            [award(FLAG, who, TINH, year=2023) for who in TWO],
        )
        for opener in (
            "Khối đề nghị UBND tỉnh tặng Cờ thi đua cho 2 đơn vị. Đó là",
            "Khối đề nghị UBND tỉnh tặng Cờ thi đua cho hai đơn vị. Hai đơn vị này là",
            "Có 02 tập thể được đề nghị UBND tỉnh tặng Cờ thi đua. Các tập thể này gồm:",
            "Khối suy tôn 02 đơn vị để đề nghị UBND tỉnh tặng Cờ thi đua. Cụ thể là",
        )
    ]
    + [
        row(
            BAC_LIEU
            + "Sở Nội vụ là một trong 2 đơn vị được UBND tỉnh tặng Cờ thi đua. 2 đơn vị này gồm: Sở Nội vụ; Sở "
            "Xây dựng.",
            [award(FLAG, who, TINH, year=2023, status="conferred") for who in TWO],
        ),
        row(  # not as many
            BAC_LIEU + "Khối đề nghị UBND tỉnh tặng Cờ thi đua cho 3 đơn vị. Đó là Sở Nội vụ và Sở Xây dựng.",
            [award(FLAG, 3, TINH, year=2023)],
        ),
        row(  # what they do
            BAC_LIEU
            + "Khối đề nghị UBND tỉnh tặng Cờ thi đua cho 2 đơn vị. Các đơn vị này đã giúp Sở Nội vụ, Sở Xây dựng "
            "nhiều mặt.",
            [award(FLAG, 2, TINH, year=2023)],
        ),
    ]
)

SAME_SENTENCE = [
    row(
        BAC_LIEU + "UBND tỉnh quyết định tặng Cờ thi đua cho 2 tập thể đã có thành tích xuất sắc, dẫn đầu phong trào "
        "thi đua của các khối, gồm: Sở Nội vụ; Sở Xây dựng.",
        [award(FLAG, who, TINH, year=2023, status="conferred") for who in TWO],
    ),
    row(
        BAC_LIEU
        + "UBND tỉnh tặng Cờ thi đua cho 2 tập thể, gồm: Sở Nội vụ đã có thành tích xuất sắc, dẫn đầu khối; Sở "
        "Xây dựng đã có thành tích xuất sắc, dẫn đầu về cải cách hành chính.",
        [award(FLAG, who, TINH, year=2023, status="conferred") for who in TWO],
    ),
]

ONE_UNIT = [
    row(
        BAC_LIEU + "Sở Nội vụ được Khối đề nghị UBND tỉnh tặng 1 Cờ thi đua và 1 Bằng khen.",
        [award(FLAG, "Sở Nội vụ", TINH, year=2023), award(PRAISE, "Sở Nội vụ", TINH, year=2023)],
    ),
    row(  # the second are others'
        BAC_LIEU + "Sở Nội vụ được đề nghị UBND tỉnh tặng 01 Cờ thi đua và 02 Bằng khen cho tập thể.",
        [award(FLAG, "Sở Nội vụ", TINH, year=2023), award(PRAISE, 2, TINH, year=2023)],
    ),
    row(  # a person nobody names
        BAC_LIEU + "Tập thể Sở Nội vụ được UBND tỉnh tặng Cờ thi đua, cá nhân đồng chí Giám đốc được tặng Bằng khen.",
        [award(FLAG, "Sở Nội vụ", TINH, year=2023, status="conferred")],
    ),
]

PRAISED = [
    row(
        BAC_LIEU + "Hội nghị nhất trí đề nghị UBND tỉnh khen thưởng cho Sở Nội vụ (Cờ thi đua), Sở Y tế và Sở Xây dựng "
        "(Bằng khen).",
        [
            award(FLAG, "Sở Nội vụ", TINH, year=2023),
            award(PRAISE, "Sở Y tế", TINH, year=2023),
            award(PRAISE, "Sở Xây dựng", TINH, year=2023),
        ],
    ),
    row(
        BAC_LIEU + "Khối đề nghị Chủ tịch UBND tỉnh xem xét, khen thưởng các đơn vị, trong đó Sở Y tế được Bằng khen.",
        [award(PRAISE, "Sở Y tế", CHAIR, year=2023)],
    ),
]


ALSO = [
    row(
        BAC_LIEU + "Sở Nội vụ được biểu dương tại hội nghị và được đề nghị UBND tỉnh tặng Cờ thi đua.",
        [award(FLAG, "Sở Nội vụ", TINH, year=2023)],
    ),
    row(
        BAC_LIEU + "Hội Đông y được tôn vinh tại hội nghị, đề nghị Trung ương Hội Đông y Việt Nam tặng Bằng khen.",
        [award(PRAISE, "Hội Đông y", "Trung ương Hội Đông y Việt Nam", year=2023)],
    ),
    row(  # another's
        BAC_LIEU + "Sở Nội vụ được biểu dương tại hội nghị và đề nghị UBND tỉnh tặng Cờ thi đua cho Sở Xây dựng.",
        [award(FLAG, "Sở Xây dựng", TINH, year=2023)],
    ),
    row(
        BAC_LIEU + "Có 2 đơn vị được nhận Bằng khen của TW Hội Luật gia Việt Nam.",
        [award(PRAISE, 2, "Trung ương Hội Luật gia Việt Nam", year=2023, status="conferred")],
    ),
    row(  # two verbs, two objects
        BAC_LIEU + "Dịp này, Khối đã trao 5 Kỷ niệm chương, khen thưởng cho 14 tập thể và 27 cá nhân.",
        [award("Kỷ niệm chương", 5, year=2023, status="conferred", kind="person")],
    ),
]


@pytest.mark.parametrize("case", NEXT_SENTENCE + SAME_SENTENCE + ONE_UNIT + PRAISED + ALSO)
def test_awards(case: Row) -> None:
    assert differences("award", case) == []
