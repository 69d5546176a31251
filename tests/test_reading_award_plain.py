"""Awards told in passing words: who leaves one to another, who comes next, who is counted or asked for in a bracket."""

from __future__ import annotations

import pytest
from reading_rows import Row, award, differences, row

UNITS = "Ngày 19/01/2023, Khối thi đua số 6 tỉnh Quảng Ngãi tổng kết công tác thi đua năm 2022. "
TINH, CHU_TICH = "UBND tỉnh", "Chủ tịch UBND tỉnh"
CO, BANG, GIAY = "Cờ thi đua", "Bằng khen", "Giấy khen"
NHAT, NHI = "Đơn vị dẫn đầu", "Hạng Nhì"

PASSING = [
    row(
        UNITS + "Sở Tư pháp xin rút, nhường đề nghị tặng Cờ thi đua của UBND tỉnh cho Sở Y tế.",
        [award(CO, "Sở Y tế", TINH)],
    ),
    row(UNITS + "Sở Tư pháp xin rút khỏi danh sách đề nghị UBND tỉnh tặng Cờ thi đua.", []),
    row(
        UNITS + "Sở Y tế dẫn đầu với 98 điểm, tiếp theo là Sở Tài nguyên và Môi trường.",
        [award(NHAT, "Sở Y tế", status="voted"), award(NHI, "Sở Tài nguyên và Môi trường", status="voted")],
    ),
    row(
        UNITS + "Sở Y tế dẫn đầu với 98 điểm, tiếp theo là Sở Tư pháp (97 điểm) và Sở Du lịch (96 điểm).",
        [award(NHAT, "Sở Y tế", status="voted")],
    ),
    row(
        UNITS + "Dịp này, 04 cá nhân làm công tác thư ký của khối được Chủ tịch UBND tỉnh tặng Bằng khen.",
        [award(BANG, 4, CHU_TICH, kind="person", status="conferred")],
    ),
    row(
        UNITS + "Dịp này, 04 cá nhân làm công tác thư ký, được giao theo dõi khối, đề nghị bổ sung tiêu chí.",
        [],
    ),
    row(
        UNITS + "UBND tỉnh trao Bằng khen cho Sở Tư pháp cùng 2 cá nhân là Trần Thị Hà, Phó Giám đốc Sở Y tế và Lê Văn "
        "Nam, Trưởng phòng Sở Du lịch.",
        [
            award(BANG, "Sở Tư pháp", TINH, status="conferred"),
            award(BANG, "Trần Thị Hà", TINH, kind="person", status="conferred"),
            award(BANG, "Lê Văn Nam", TINH, kind="person", status="conferred"),
        ],
    ),
    row(
        UNITS
        + "\nHình thức | Đơn vị\nCờ thi đua của UBND tỉnh (đề nghị) | Sở Y tế\nBằng khen của Chủ tịch UBND tỉnh (đề "
        "nghị) | Sở Du lịch; Sở Ngoại vụ",
        [award(CO, "Sở Y tế", TINH), award(BANG, "Sở Du lịch", CHU_TICH), award(BANG, "Sở Ngoại vụ", CHU_TICH)],
    ),
    row(UNITS + "Tháng sau, khối sẽ họp để chọn ra 1 đơn vị đề nghị UBND tỉnh tặng Cờ thi đua.", []),
    row(
        UNITS + "Agribank Chi nhánh Quảng Ngãi được đề nghị Giám đốc NHNN Chi nhánh tỉnh tặng Giấy khen.",
        [award(GIAY, "Agribank chi nhánh Quảng Ngãi", "Giám đốc Ngân hàng Nhà nước chi nhánh tỉnh")],
    ),
    row(
        UNITS + "05 CĐCS được đề nghị LĐLĐ tỉnh tặng Bằng khen.",
        [award(BANG, 5, "Liên đoàn Lao động tỉnh")],
    ),
    row(
        UNITS
        + "\n- Đề nghị Giám đốc Công an tỉnh tặng Giấy khen: Công an xã Phước Vinh; Thiếu tá Trần Thị Hồng, cán bộ "
        "Công an xã Tân Lập.",
        [
            award(GIAY, "Công an xã Phước Vinh", "Giám đốc Công an tỉnh"),
            award(GIAY, "Trần Thị Hồng", "Giám đốc Công an tỉnh", kind="person"),
        ],
    ),
    # Who only passes the asking on gets nothing.
    row(UNITS + "Hội nghị giới thiệu một đơn vị để Bộ Y tế trình Thủ tướng Chính phủ xem xét.", []),
]


@pytest.mark.parametrize("case", PASSING)
def test_awards_in_passing_words(case: Row) -> None:
    assert not differences("award", case)
