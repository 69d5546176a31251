"""Who grants an award, in open words, and what a sentence may open with: rows of (text, expected awards)."""

from __future__ import annotations

import pytest
from reading_rows import Row, award, differences, row

HA_NAM = "Ngày 11/01/2023, Khối thi đua số 2 tỉnh Hà Nam tổng kết công tác thi đua, khen thưởng năm 2022. "
TINH, CHU_TICH = "UBND tỉnh", "Chủ tịch UBND tỉnh"
CO, BANG, GIAY, NHAT, NHI = "Cờ thi đua", "Bằng khen", "Giấy khen", "Đơn vị dẫn đầu", "Hạng Nhì"

# Whatever the word that puts up.
ASKED = [
    row(
        HA_NAM + f"Các thành viên thống nhất {asking} UBND tỉnh tặng Cờ thi đua cho Sở Công Thương.",
        [award(CO, "Sở Công Thương", TINH)],
    )
    for asking in ("đề nghị", "kiến nghị", "trình", "đề xuất", "kiến nghị với", "đề xuất lên", "gửi")
] + [
    row(
        HA_NAM + f"Sở Y tế, Sở Tư pháp được {asking} Chủ tịch UBND tỉnh tặng Bằng khen.",
        [award(BANG, "Sở Y tế", CHU_TICH), award(BANG, "Sở Tư pháp", CHU_TICH)],
    )
    for asking in ("đề nghị", "kiến nghị", "trình", "đề xuất", "trình lên")
]

# An organ that grants for its body.
ORGANS = [
    row(
        "Ngày 20/12/2022, Cụm thi đua số 4 Tỉnh đoàn Hà Nam tổng kết năm 2022. Cụm đề nghị Ban Thường vụ Tỉnh đoàn tặng"
        " Bằng khen cho Huyện đoàn Bình Lục.",
        [award(BANG, "Huyện đoàn Bình Lục", "Ban Thường vụ Tỉnh đoàn")],
    ),
    row(
        "Ngày 20/12/2022, Cụm thi đua số 1 Hội LHPN tỉnh Hà Nam tổng kết năm 2022. BTV Hội LHPN tỉnh tặng Giấy khen cho"
        " Hội LHPN huyện Lý Nhân.",
        [
            award(
                GIAY,
                "Hội Liên hiệp Phụ nữ huyện Lý Nhân",
                "Ban Thường vụ Hội Liên hiệp Phụ nữ tỉnh",
                status="conferred",
            )
        ],
    ),
    row(
        "Ngày 20/12/2022, Cụm thi đua số 2 Tổng công ty Điện lực miền Trung tổng kết năm 2022. Công ty Điện lực Phú Yên"
        " được đề nghị Hội đồng thành viên Tổng công ty tặng Bằng khen.",
        [award(BANG, "Công ty Điện lực Phú Yên", "Hội đồng thành viên Tổng công ty")],
    ),
    row(
        "Ngày 20/12/2022, Cụm thi đua số 3 VKSND tỉnh Hà Nam tổng kết năm 2022. Cụm đề nghị Hội đồng thi đua khen"
        " thưởng Viện kiểm sát nhân dân tỉnh công nhận đạt danh hiệu Tập thể lao động tiên tiến cho VKSND huyện Lý Nhân.",
        [
            award(
                "Tập thể lao động tiên tiến",
                "Viện kiểm sát nhân dân huyện Lý Nhân",
                "Hội đồng Thi đua - Khen thưởng Viện kiểm sát nhân dân tỉnh",
            )
        ],
    ),
    row(
        "Ngày 20/12/2022, Cụm thi đua số 5 tổng kết năm 2022. Cụm đề nghị UBTW Mặt trận Tổ quốc Việt Nam tặng Cờ thi"
        " đua cho Hội Làm vườn Việt Nam.",
        [award(CO, "Hội Làm vườn Việt Nam", "Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam")],
    ),
]

# Several who grant together; who is told before them is none.
TOGETHER = [
    row(
        HA_NAM + "Khối đề nghị Chính phủ, UBND tỉnh tặng Cờ thi đua cho Sở Công Thương.",
        [award(CO, "Sở Công Thương", "Chính phủ"), award(CO, "Sở Công Thương", TINH)],
    ),
    row(
        HA_NAM + "Trong năm, Sở Y tế được Bộ Y tế và UBND tỉnh tặng Bằng khen.",
        [award(BANG, "Sở Y tế", g, status="conferred") for g in ("Bộ Y tế", TINH)],
    ),
    row(
        HA_NAM + "Sở Nội vụ, UBND tỉnh trao Bằng khen của Chủ tịch UBND tỉnh cho Sở Tư pháp.",
        [award(BANG, "Sở Tư pháp", CHU_TICH, status="conferred")],
    ),
]

# Who stands right behind the title, without "cho".
STRAIGHT = [
    row(
        "Ngày 20/12/2022, Cụm thi đua số 3 LLVT tỉnh Hà Nam tổng kết năm 2022. Cụm đề nghị Bộ CHQS tỉnh tặng Giấy khen"
        " Ban CHQS huyện Kim Bảng và Ban CHQS huyện Thanh Liêm.",
        [
            award(GIAY, f"Ban Chỉ huy Quân sự huyện {name}", "Bộ Chỉ huy Quân sự tỉnh")
            for name in ("Kim Bảng", "Thanh Liêm")
        ],
    ),
    row(
        HA_NAM + "Sở Y tế được Chủ tịch UBND tỉnh tặng Bằng khen UBND tỉnh.",
        [award(BANG, "Sở Y tế", [CHU_TICH, TINH], status="conferred")],
    ),
]

# What was measured by comes first; a plan stays one.
MEASURED = [
    row(
        HA_NAM + "Vượt 12/12 chỉ tiêu được giao, Sở Công Thương được đề nghị UBND tỉnh tặng Cờ thi đua.",
        [award(CO, "Sở Công Thương", TINH)],
    ),
    row(
        HA_NAM + "Đối chiếu tiêu chuẩn và thang điểm, Khối nhất trí trình UBND tỉnh tặng Bằng khen cho Sở Y tế.",
        [award(BANG, "Sở Y tế", TINH)],
    ),
    row(
        HA_NAM + "Đạt đủ các mục tiêu năm, Sở Công Thương xếp thứ nhất, Sở Y tế xếp thứ hai.",
        [award(NHAT, "Sở Công Thương", status="voted"), award(NHI, "Sở Y tế", status="voted")],
    ),
    row(HA_NAM + "Sở Công Thương đặt mục tiêu năm 2023 được Chính phủ tặng Cờ thi đua.", []),
    row(HA_NAM + "Sở Y tế phấn đấu hoàn thành các chỉ tiêu, được UBND tỉnh tặng Bằng khen năm 2023.", []),
    row(HA_NAM + "Tiêu chuẩn để được tặng Cờ thi đua là dẫn đầu khối.", []),
    row(HA_NAM + "Đơn vị gửi hồ sơ đề nghị tặng Bằng khen của UBND tỉnh về Sở Nội vụ trước ngày 20/12.", []),
]

# A sentence that only goes on with the list is asked for too; one that tells of what was given is not.
GOES_ON = [
    row(
        HA_NAM
        + "Khối nhất trí đề nghị Chính phủ tặng Cờ thi đua cho Sở Công Thương. Sở Y tế nhận Bằng khen của UBND tỉnh.",
        [award(CO, "Sở Công Thương", "Chính phủ"), award(BANG, "Sở Y tế", TINH)],
    ),
    row(
        HA_NAM
        + "Khối nhất trí đề nghị Chính phủ tặng Cờ thi đua cho Sở Công Thương. Dịp này, Sở Y tế nhận Bằng khen của"
        " UBND tỉnh.",
        [award(CO, "Sở Công Thương", "Chính phủ"), award(BANG, "Sở Y tế", TINH, status="conferred")],
    ),
]

# Small words around the verb of giving.
SMALL_WORDS = [
    row(
        HA_NAM
        + "Khối thống nhất đề xuất UBND tỉnh tặng Cờ thi đua cho Sở Công Thương; Sở Y tế, Sở Tư pháp được đề xuất"
        " tặng tấm Bằng khen.",
        [award(CO, "Sở Công Thương", TINH), award(BANG, "Sở Y tế", TINH), award(BANG, "Sở Tư pháp", TINH)],
    ),
    row(
        HA_NAM + "Sở Y tế đã vinh dự được Chủ tịch UBND tỉnh tặng Bằng khen, đề nghị các đơn vị học tập.",
        [award(BANG, "Sở Y tế", CHU_TICH, status="conferred")],
    ),
    row(
        HA_NAM + "Căn cứ kết quả các chỉ tiêu, Khối đề nghị UBND tỉnh tặng thưởng Bằng khen cho 3 đơn vị.",
        [award(BANG, 3, TINH)],
    ),
    row(HA_NAM + "Chỉ tiêu năm 2023: 100% cơ quan văn hóa, 2 đơn vị được tặng Cờ thi đua của UBND tỉnh.", []),
]


@pytest.mark.parametrize("case", [*ASKED, *ORGANS, *TOGETHER, *STRAIGHT, *MEASURED, *GOES_ON, *SMALL_WORDS])
def test_who_grants_an_award(case: Row) -> None:
    assert not differences("award", case)
