"""Awards told by numbers: of those who get them, of the papers themselves, and what a number does not say."""

from __future__ import annotations

import pytest
from reading_rows import Row, award, differences, row

HA_GIANG = "Ngày 12/01/2023, Khối thi đua số 6 tỉnh Hà Giang tổng kết công tác thi đua, khen thưởng năm 2022. "
TINH, CHAIR = "UBND tỉnh", "Chủ tịch UBND tỉnh"
FLAG, PRAISE, MERIT = "Cờ thi đua", "Bằng khen", "Giấy khen"

PEOPLE = [
    row(  # thousands are set off
        HA_GIANG + "Trong năm, UBND huyện Mèo Vạc đã tặng Giấy khen cho 1.150 cá nhân.",
        [award(MERIT, 1150, "UBND huyện", status="conferred", kind="person")],
    ),
    row(
        HA_GIANG + "Có 36 lượt tập thể và 208 lượt cá nhân được Chủ tịch UBND tỉnh tặng Bằng khen.",
        [
            award(PRAISE, 36, CHAIR, status="conferred"),
            award(PRAISE, 208, CHAIR, status="conferred", kind="person"),
        ],
    ),
    row(  # nobody knows how many of each
        HA_GIANG + "Khối đề nghị UBND tỉnh tặng Cờ thi đua cho Sở Y tế và tặng Bằng khen cho 47 tập thể, cá nhân.",
        [award(FLAG, "Sở Y tế", TINH)],
    ),
    row(
        HA_GIANG + "Khối đề nghị UBND tỉnh tặng Bằng khen cho 2 tập thể, 1 cá nhân.",
        [award(PRAISE, 2, TINH), award(PRAISE, 1, TINH, kind="person")],
    ),
]

PAPERS = [
    row(
        HA_GIANG + "Nhân dịp này, Khối đã trao 2 Cờ thi đua và 6 Bằng khen của UBND tỉnh cho các đơn vị.",
        [award(FLAG, 2, TINH, status="conferred"), award(PRAISE, 6, TINH, status="conferred")],
    ),
    row(
        HA_GIANG + "UBND tỉnh tặng 3 Cờ thi đua cho 3 tập thể và 17 Bằng khen cho cá nhân.",
        [award(FLAG, 3, TINH, status="conferred"), award(PRAISE, 17, TINH, status="conferred", kind="person")],
    ),
    row(  # of how many collectives is not told
        HA_GIANG + "UBND tỉnh tặng 25 Bằng khen cho các tập thể, cá nhân.",
        [],
    ),
    row(
        HA_GIANG + "UBND huyện Mèo Vạc công nhận 12 Tập thể lao động tiên tiến và 140 Chiến sĩ thi đua cơ sở.",
        [
            award("Tập thể lao động tiên tiến", 12, "UBND huyện", status="conferred"),
            award("Chiến sĩ thi đua cơ sở", 140, "UBND huyện", status="conferred", kind="person"),
        ],
    ),
    row(  # a goal
        HA_GIANG + "Năm 2023, Khối phấn đấu có 8 đơn vị đạt Tập thể lao động xuất sắc và 90 Chiến sĩ thi đua cơ sở.",
        [],
    ),
    row(
        HA_GIANG + "Trong năm, Sở Tư pháp được tặng 01 Cờ thi đua của Bộ Tư pháp và 02 Bằng khen của Chủ tịch UBND "
        "tỉnh.",
        [
            award(FLAG, "Sở Tư pháp", "Bộ Tư pháp", status="conferred"),
            award(PRAISE, "Sở Tư pháp", CHAIR, status="conferred"),
        ],
    ),
]

GRANTORS = [
    row(  # the President alone gives orders
        HA_GIANG + "Khối đề nghị tặng Bằng khen của Thủ tướng Chính phủ cho 2 tập thể, Huân chương Lao động hạng Ba "
        "cho 1 cá nhân.",
        [
            award(PRAISE, 2, "Thủ tướng Chính phủ"),
            award("Huân chương Lao động hạng Ba", 1, kind="person"),
        ],
    ),
    row(
        HA_GIANG + "Có 2 tập thể nhận Cờ thi đua của Chính phủ, 31 cá nhân đạt Chiến sĩ thi đua cơ sở.",
        [
            award(FLAG, 2, "Chính phủ", status="conferred"),
            award("Chiến sĩ thi đua cơ sở", 31, status="conferred", kind="person"),
        ],
    ),
    row(
        HA_GIANG + "Khối suy tôn 01 đơn vị đề nghị nhận cờ của thủ tướng Chính phủ và 03 đơn vị đề nghị UBND tỉnh "
        "tặng Bằng khen.",
        [award(FLAG, 1, "Thủ tướng Chính phủ"), award(PRAISE, 3, TINH)],
    ),
]

BEHIND = [
    row(  # how many of those that are put up
        HA_GIANG + "Khối đã suy tôn 4 đơn vị đề nghị UBND tỉnh khen thưởng, trong đó 1 đơn vị được đề nghị tặng Cờ, 3 "
        "đơn vị được đề nghị tặng Bằng khen.",
        [award(FLAG, 1, TINH), award(PRAISE, 3, TINH)],
    ),
    row(  # nobody is told of the first
        HA_GIANG + "Nhiều tập thể, cá nhân được UBND tỉnh tặng Bằng khen; 5 cá nhân được tặng Giấy khen.",
        [award(MERIT, 5, TINH, status="conferred", kind="person")],
    ),
    row(
        HA_GIANG + "Khối đã thông qua danh sách đề nghị tặng Cờ thi đua của Chính phủ gồm 2 tập thể; thông qua danh "
        "sách đề nghị tặng Cờ thi đua của UBND tỉnh gồm 5 tập thể.",
        [award(FLAG, 2, "Chính phủ"), award(FLAG, 5, TINH)],
    ),
    row(
        HA_GIANG + "Chủ tịch UBND tỉnh tặng Bằng khen 14 tập thể và Giấy khen 6 tập thể có thành tích xuất sắc.",
        [award(PRAISE, 14, CHAIR, status="conferred"), award(MERIT, 6, CHAIR, status="conferred")],
    ),
    row(
        HA_GIANG + "Có 4 trường hợp được đề nghị khen thưởng. Trong đó, khen thưởng thành tích xuất sắc 4 trường hợp "
        "(Bằng khen của Thủ tướng Chính phủ với 1 tập thể, 3 cá nhân).",
        [
            award(PRAISE, 1, "Thủ tướng Chính phủ"),
            award(PRAISE, 3, "Thủ tướng Chính phủ", kind="person"),
        ],
    ),
    row(  # of many years
        HA_GIANG + "Dịp này, Sở Y tế đón nhận Bằng khen của UBND tỉnh vì thành tích từ năm 2015 đến năm 2019.",
        [award(PRAISE, "Sở Y tế", TINH, status="conferred")],
    ),
]

SAME = [
    row(
        HA_GIANG + "Năm qua, Sở Xây dựng được tặng Cờ thi đua của Bộ Xây dựng và Bằng khen của Chủ tịch UBND tỉnh.",
        [
            award(FLAG, "Sở Xây dựng", "Bộ Xây dựng", status="conferred"),
            award(PRAISE, "Sở Xây dựng", CHAIR, status="conferred"),
        ],
    ),
    row(  # the second is another's
        HA_GIANG + "Sở Xây dựng được tặng Cờ thi đua của Bộ Xây dựng và Bằng khen của UBND tỉnh thuộc về Sở Y tế.",
        [
            award(FLAG, "Sở Xây dựng", "Bộ Xây dựng", status="conferred"),
            award(PRAISE, "Sở Y tế", TINH, status="conferred"),
        ],
    ),
]

RESULTS = [
    row(
        HA_GIANG + "Hội nghị đã bình xét khen thưởng cho các thành viên. Theo đó, 01 đơn vị nhận Cờ thi đua của UBND "
        "tỉnh; 02 đơn vị nhận Bằng khen của Chủ tịch UBND tỉnh.",
        [award(FLAG, 1, TINH), award(PRAISE, 2, CHAIR)],
    ),
    row(
        HA_GIANG + "Các đơn vị đã bỏ phiếu suy tôn. Kết quả: Sở Y tế nhận Cờ thi đua của UBND tỉnh.",
        [award(FLAG, "Sở Y tế", TINH)],
    ),
    row(  # given
        HA_GIANG + "Hội nghị đã bình xét khen thưởng. Dịp này, Sở Y tế nhận Cờ thi đua của UBND tỉnh.",
        [award(FLAG, "Sở Y tế", TINH, status="conferred")],
    ),
    row(
        HA_GIANG + "Hội nghị công bố quyết định tặng thưởng. Theo đó, Sở Y tế nhận Cờ thi đua của UBND tỉnh.",
        [award(FLAG, "Sở Y tế", TINH, status="conferred")],
    ),
]


@pytest.mark.parametrize("case", PEOPLE + PAPERS + GRANTORS + BEHIND + SAME + RESULTS)
def test_awards(case: Row) -> None:
    assert differences("award", case) == []
