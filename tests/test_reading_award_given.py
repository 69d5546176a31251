"""Awards around their verb of giving, in short and loose wordings: rows of (text, expected awards)."""

from __future__ import annotations

import pytest
from reading_rows import Row, award, differences, row

SON_LA = "Ngày 10/01/2023, Khối thi đua số 4 tỉnh Sơn La tổng kết công tác thi đua, khen thưởng năm 2022. "
PLEDGE = "Ngày 22/02/2023, Khối thi đua số 4 tỉnh Sơn La ký kết giao ước thi đua năm 2023. "
TINH, CHU_TICH = "UBND tỉnh", "Chủ tịch UBND tỉnh"
CO, BANG, NHAT, NHI, BA = "Cờ thi đua", "Bằng khen", "Đơn vị dẫn đầu", "Hạng Nhì", "Hạng Ba"

CONG_AN = "Ngày 20/11/2022, Cụm thi đua số 4 - Bộ Công an tổng kết phong trào thi đua năm 2022. "

# The title first, who grants, then how many got it.
TITLE_FIRST = [
    row(
        SON_LA + "Cờ thi đua được UBND tỉnh tặng cho 2 tập thể của Khối; Bằng khen UBND tỉnh được trao cho 3 cá nhân.",
        [
            award("Cờ thi đua", 2, TINH, status="conferred"),
            award("Bằng khen", 3, TINH, status="conferred", kind="person"),
        ],
    ),
    row(
        CONG_AN + "Huân chương Chiến công được tặng cho 4 tập thể và 9 cá nhân của Cụm thi đua số 4.",
        [
            award("Huân chương Chiến công", 4, status="conferred"),
            award("Huân chương Chiến công", 9, status="conferred", kind="person"),
        ],
    ),
    row(SON_LA + "Bằng khen được UBND tỉnh tặng cho 310 tập thể trong toàn tỉnh năm 2019.", []),
]

# Those who get an award stand between the verb and the title.
BETWEEN = [
    # The place of the bloc between them gets none.
    row(
        "Năm 2022, Sở Tài chính được Khối thi đua số 4 tỉnh Sơn La suy tôn, đề nghị Chính phủ tặng Cờ thi đua.",
        [award(CO, "Sở Tài chính", "Chính phủ")],
    ),
    row(
        "Năm 2022, Khối thi đua số 4 tỉnh Sơn La có 2 đơn vị được UBND tỉnh tặng Cờ, 3 đơn vị được tặng Bằng khen.",
        [award(CO, 2, TINH, status="conferred"), award(BANG, 3, TINH, status="conferred")],
    ),
    row(
        SON_LA + "Khối thống nhất đề nghị UBND tỉnh tặng Sở Y tế Cờ thi đua, tặng Sở Tư pháp Bằng khen.",
        [award(CO, "Sở Y tế", TINH), award(BANG, "Sở Tư pháp", TINH)],
    ),
    row(
        SON_LA + "Các đơn vị nhất trí trình UBND tỉnh tặng UBND huyện Mộc Châu Cờ thi đua xuất sắc.",
        [award(CO, "UBND huyện Mộc Châu", TINH)],
    ),
    row(SON_LA + "Dịp này, UBND tỉnh trao cho Sở Y tế “Cờ thi đua”.", [award(CO, "Sở Y tế", TINH, status="conferred")]),
    row(
        SON_LA + "Chủ tịch UBND tỉnh đã tặng Bằng khen 2 tập thể và 4 cá nhân.",
        [
            award(BANG, 2, CHU_TICH, status="conferred"),
            award(BANG, 4, CHU_TICH, status="conferred", kind="person"),
        ],
    ),
    # Who grants is no one who gets it.
    row(SON_LA + "Đoàn đại biểu chúc mừng, tặng hoa UBND tỉnh. Cờ thi đua năm nay chưa có chủ.", []),
]

# Who grants stands between the title and the verb.
BEHIND = [
    row(
        SON_LA + "Lá cờ thi đua năm 2022 cũng đã được UBND tỉnh tặng cho Sở Y tế.",
        [award(CO, "Sở Y tế", TINH, status="conferred")],
    ),
    row(
        SON_LA
        + "Cờ xuất sắc dẫn đầu khối UBND tỉnh đã tặng Sở Y tế; bằng khen về tay 2 đơn vị là Sở Tư pháp, Sở Xây dựng.",
        [
            award(CO, "Sở Y tế", TINH, status="conferred"),
            award(BANG, "Sở Tư pháp", TINH, status="conferred"),
            award(BANG, "Sở Xây dựng", TINH, status="conferred"),
        ],
    ),
    row(
        SON_LA + "Sở Y tế, Sở Tư pháp được Chủ tịch UBND tỉnh tặng Bằng khen UBND tỉnh vì hoàn thành tốt cam kết.",
        [
            award(BANG, "Sở Y tế", [TINH, CHU_TICH], status="conferred"),
            award(BANG, "Sở Tư pháp", [TINH, CHU_TICH], status="conferred"),
        ],
    ),
    # The second grantor is that of the next title.
    row(
        SON_LA + "Sở Y tế đã được Chính phủ tặng Cờ thi đua năm 2021, Thủ tướng Chính phủ tặng Bằng khen năm 2020.",
        [
            award(CO, "Sở Y tế", "Chính phủ", 2021, "conferred"),
            award(BANG, "Sở Y tế", "Thủ tướng Chính phủ", 2020, "conferred"),
        ],
    ),
    row(
        SON_LA + "Khối đề nghị Trung ương Hội CCB Việt Nam tặng cờ thi đua cho Hội CCB tỉnh Sơn La.",
        [award(CO, "Hội Cựu chiến binh", "Trung ương Hội Cựu chiến binh Việt Nam")],
    ),
]

# Ranks that only stand before their units.
RANKS = [
    row(
        SON_LA + "Các đơn vị suy tôn Sở Y tế đứng nhất khối, nhì Sở Tư pháp, thứ ba là Sở Xây dựng.",
        [
            award(NHAT, "Sở Y tế", status="voted"),
            award(NHI, "Sở Tư pháp", status="voted"),
            award(BA, "Sở Xây dựng", status="voted"),
        ],
    ),
    row(
        SON_LA + "Kết quả chấm điểm: nhất Sở Y tế, nhì Sở Tư pháp, ba Sở Xây dựng.",
        [
            award(NHAT, "Sở Y tế", status="voted"),
            award(NHI, "Sở Tư pháp", status="voted"),
            award(BA, "Sở Xây dựng", status="voted"),
        ],
    ),
    row(
        SON_LA + "Sở Y tế được bầu là đơn vị dẫn đầu; nhì, ba lần lượt là Sở Tư pháp, Sở Xây dựng.",
        [
            award(NHAT, "Sở Y tế", status="voted"),
            award(NHI, "Sở Tư pháp", status="voted"),
            award(BA, "Sở Xây dựng", status="voted"),
        ],
    ),
    row(
        SON_LA + "Đứng đầu bảng là Sở Y tế, kế đó Sở Tư pháp.",
        [award(NHAT, "Sở Y tế", status="voted"), award(NHI, "Sở Tư pháp", status="voted")],
    ),
    row(SON_LA + "Dự họp có lãnh đạo ba Sở Y tế, Tư pháp, Xây dựng.", []),
    row(SON_LA + "Ba vị trí đầu được công bố sau khi có kết quả thẩm định.", []),
    row(SON_LA + "Sở Kế hoạch và Đầu tư báo cáo về đầu tư công.", []),
]

# Numbers and classes of a list.
LISTS = [
    row(
        SON_LA
        + "Các đại biểu đã chọn 01 đơn vị đi đầu phong trào, đề nghị UBND tỉnh tặng Cờ thi đua, 03 đơn vị nữa đề nghị Bằng khen.",
        [award(CO, 1, TINH), award(BANG, 3, TINH)],
    ),
    row(
        SON_LA + "Khối đề nghị UBND tỉnh tặng 01 Cờ thi đua, 02 Bằng khen toàn diện năm 2022.",
        [award(CO, 1, TINH), award(BANG, 2, TINH)],
    ),
    row(
        SON_LA + "Sở Y tế được suy tôn nhận cờ thi đua hạng nhất, Sở Tư pháp nhận cờ hạng nhì.",
        [award(CO, "Sở Y tế"), award(CO, "Sở Tư pháp")],
    ),
    row(
        SON_LA + "Về khen thưởng, khối đề nghị: Cờ thi đua - Sở Y tế; Bằng khen - Sở Tư pháp, Sở Xây dựng.",
        [award(CO, "Sở Y tế"), award(BANG, "Sở Tư pháp"), award(BANG, "Sở Xây dựng")],
    ),
    row(
        SON_LA
        + "Đề nghị UBND tỉnh tặng Cờ thi đua: Sở Y tế; hai nơi Sở Tư pháp, Sở Xây dựng thì đề nghị UBND tỉnh tặng Bằng khen.",
        [award(CO, "Sở Y tế", TINH), award(BANG, "Sở Tư pháp", TINH), award(BANG, "Sở Xây dựng", TINH)],
    ),
    row(
        SON_LA + "Khối đã tặng Kỉ niệm chương vì sự nghiệp dân tộc cho gần 30 cá nhân.",
        [award("Kỷ niệm chương", 30, status="conferred", kind="person")],
    ),
    row(SON_LA + "Khối xin UBND tỉnh tặng Cờ thi đua cho Sở Y tế.", [award(CO, "Sở Y tế", TINH)]),
    row(
        SON_LA + "Đại diện lãnh đạo Sở Y tế lên nhận Cờ thi đua của UBND tỉnh.",
        [award(CO, "Sở Y tế", TINH, status="conferred")],
    ),
]

# "Trong năm qua" is the year before the one that is pledged, and the year reviewed elsewhere.
YEARS = [
    row(
        PLEDGE + "Trong năm qua, Sở Y tế đạt Cờ thi đua của UBND tỉnh.",
        [award(CO, "Sở Y tế", TINH, 2022, "conferred")],
    ),
    row(
        SON_LA + "Trong năm qua, Sở Y tế đạt Cờ thi đua của UBND tỉnh.",
        [award(CO, "Sở Y tế", TINH, 2022, "conferred")],
    ),
]

OVER = "Ngày 12/01/2023, UBND tỉnh Sơn La tổng kết hoạt động các khối thi đua năm 2022.\n"
ITEMS = "- Dẫn đầu Khối thi đua số 1: Sở Y tế\n- Dẫn đầu Khối thi đua số 2: Sở Tư pháp"

# A title over the list of those who lead is theirs; without one they only lead.
OVER_RANKS = [
    row(
        OVER + "Hội nghị đề nghị UBND tỉnh tặng Cờ thi đua cho các đơn vị:\n" + ITEMS,
        [
            award(CO, "Sở Y tế", TINH, bloc="Khối thi đua số 1"),
            award(CO, "Sở Tư pháp", TINH, bloc="Khối thi đua số 2"),
        ],
        blocs=["Khối thi đua số 1", "Khối thi đua số 2"],
    ),
    row(
        OVER + "Kết quả bình xét như sau:\n" + ITEMS,
        [
            award(NHAT, "Sở Y tế", status="voted", bloc="Khối thi đua số 1"),
            award(NHAT, "Sở Tư pháp", status="voted", bloc="Khối thi đua số 2"),
        ],
        blocs=["Khối thi đua số 1", "Khối thi đua số 2"],
    ),
    # The place of a bloc is no one who leads it, nor is a person's agency who leads a delegation.
    row(
        SON_LA + "Dẫn đầu phong trào thi đua Khối thi đua số 4 tỉnh Sơn La năm 2022 là Sở Y tế.",
        [award(NHAT, "Sở Y tế", status="voted")],
    ),
    row(SON_LA + "Đoàn tỉnh bạn do ông Lò Văn Hặc – Phó Chủ tịch UBND tỉnh dẫn đầu cùng dự.", []),
    # One who grants in two wordings; and "trường trên địa bàn" points back to nobody.
    row(
        SON_LA
        + "Chủ tịch UBND tỉnh trao Cờ thi đua cho Trường Chính trị; một số đơn vị khối trường trên địa bàn nhận Bằng khen."
        " Trường Chính trị nhận Cờ thi đua của UBND tỉnh.",
        [award(CO, "Trường Chính trị", TINH, status="conferred")],
    ),
]

COMMUNES = (
    "Sáng 22/12/2022, Cụm thi đua số 3 huyện Thới Bình (gồm 4 xã: Tân Lộc, Hồ Thị Kỷ, Tân Phú, Trí Lực) tổng kết phong"
    " trào thi đua năm 2022. "
)

# Communes by their bare names, which may be persons' names; those that are left.
PLACES = [
    row(
        COMMUNES + "Kết quả: Tân Lộc dẫn đầu cụm, Hồ Thị Kỷ xếp thứ nhì.",
        [award(NHAT, "xã Tân Lộc", status="voted"), award(NHI, "xã Hồ Thị Kỷ", status="voted")],
    ),
    row(
        COMMUNES + "Cụm thống nhất đề nghị tặng Cờ cho xã Tân Lộc, Giấy khen cho các xã còn lại.",
        [award(CO, "xã Tân Lộc"), *(award("Giấy khen", f"xã {name}") for name in ("Hồ Thị Kỷ", "Tân Phú", "Trí Lực"))],
    ),
    row(
        SON_LA + "Khối trình UBND tỉnh tặng Cờ toàn diện cho Sở Y tế và chọn 2 đơn vị trình tặng Bằng khen.",
        [award(CO, "Sở Y tế", TINH), award(BANG, 2, TINH)],
    ),
]


@pytest.mark.parametrize("case", [*TITLE_FIRST, *BETWEEN, *BEHIND, *RANKS, *LISTS, *YEARS, *OVER_RANKS, *PLACES])
def test_awards_around_their_verb(case: Row) -> None:
    assert not differences("award", case)
