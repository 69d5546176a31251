"""Awards in numbers, goals, rows, mixed lists and left-out verbs: rows of (text, expected awards)."""

from __future__ import annotations

import pytest
from reading_rows import Row, award, differences, language, row

from pipeline import extract
from pipeline.pages import read_copied_page

SON_LA = "Ngày 10/01/2023, Khối thi đua số 4 tỉnh Sơn La tổng kết công tác thi đua, khen thưởng năm 2022. "
TINH, CHU_TICH = "UBND tỉnh", "Chủ tịch UBND tỉnh"

NUMBERS_AND_GOALS = [
    row(
        SON_LA + "Khối thống nhất đề nghị UBND tỉnh tặng 01 Cờ thi đua và 04 Bằng khen cho các tập thể.",
        [
            award("Cờ thi đua", 1, TINH),
            award("Bằng khen", 4, TINH),
        ],
    ),
    row(
        SON_LA + "Khối đề nghị Chủ tịch UBND tỉnh tặng 2 Bằng khen cho tập thể, 6 Bằng khen cho cá nhân.",
        [
            award("Bằng khen", 2, CHU_TICH),
            award("Bằng khen", 6, CHU_TICH, kind="person"),
        ],
    ),
    row(SON_LA + "Khối đề nghị Chủ tịch UBND tỉnh tặng 12 Bằng khen.", []),  # whose they are is not told
    row(SON_LA + "Năm qua, UBND tỉnh đã tặng 42 Cờ thi đua cho các tập thể trong toàn tỉnh.", []),
    row(SON_LA + "Mỗi đơn vị chọn 1 tập thể và 2 cá nhân đề nghị tặng Bằng khen.", []),
    row(SON_LA + "UBND tỉnh tặng Cờ thi đua cho 25 đơn vị dẫn đầu các khối, cụm thi đua.", []),
    row(SON_LA + "Mục tiêu năm 2023: có 3 đơn vị được tặng Cờ thi đua của UBND tỉnh.", []),
    row(
        SON_LA
        + "Các đơn vị cam kết phấn đấu 100% cán bộ hoàn thành nhiệm vụ; mỗi đơn vị giúp một xã nghèo; cuối năm có từ 1 đến 2 đơn vị được tặng Cờ thi đua của UBND tỉnh.",
        [],
    ),
    row(
        SON_LA
        + "Căn cứ chỉ tiêu đã đăng ký, kết quả bình xét như sau: 2 đơn vị được đề nghị tặng Cờ thi đua của UBND tỉnh.",
        [
            award("Cờ thi đua", 2, TINH),
        ],
    ),
    row(
        SON_LA + "Đề nghị tặng Bằng khen của Chủ tịch UBND tỉnh: 02 tập thể (Sở Y tế, Sở Tư pháp) và 03 cá nhân.",
        [
            award("Bằng khen", "Sở Y tế", CHU_TICH),
            award("Bằng khen", "Sở Tư pháp", CHU_TICH),
            award("Bằng khen", 3, CHU_TICH, kind="person"),
        ],
    ),
]

LISTS = [
    row(
        SON_LA
        + "Sở Tư pháp, Thanh tra tỉnh và bà Lò Thị Mai, Chánh Văn phòng Sở Y tế được đề nghị Chủ tịch UBND tỉnh tặng Bằng khen.",
        [
            award("Bằng khen", "Sở Tư pháp", CHU_TICH),
            award("Bằng khen", "Thanh tra tỉnh", CHU_TICH),
            award("Bằng khen", "Lò Thị Mai", CHU_TICH, kind="person"),
        ],
    ),
    row(
        SON_LA + "Ông Hà Văn Nam, bà Lê Thị Hoa và bà Ngô Thị Mai cũng được tặng Bằng khen của Chủ tịch UBND tỉnh.",
        [
            award("Bằng khen", "Hà Văn Nam", CHU_TICH, status="conferred", kind="person"),
            award("Bằng khen", "Lê Thị Hoa", CHU_TICH, status="conferred", kind="person"),
            award("Bằng khen", "Ngô Thị Mai", CHU_TICH, status="conferred", kind="person"),
        ],
    ),
    row(
        SON_LA + "Đề nghị UBND tỉnh tặng Bằng khen cho Sở Y tế, cho Sở Tư pháp và cho cá nhân bà Lê Thị Hoa.",
        [
            award("Bằng khen", "Sở Y tế", TINH),
            award("Bằng khen", "Sở Tư pháp", TINH),
            award("Bằng khen", "Lê Thị Hoa", TINH, kind="person"),
        ],
    ),
    row(
        SON_LA + "Các hội đặc thù tỉnh Sơn La: 2 tập thể được đề nghị tặng Cờ thi đua của UBND tỉnh.",
        [
            award("Cờ thi đua", 2, TINH),
        ],
    ),
    row(
        SON_LA
        + "Sở Y tế và Sở Tài chính được giới thiệu ở hạng mục Cờ thi đua của UBND tỉnh; Sở Tư pháp ở hạng mục Bằng khen của Chủ tịch UBND tỉnh.",
        [
            award("Cờ thi đua", "Sở Y tế", TINH),
            award("Cờ thi đua", "Sở Tài chính", TINH),
            award("Bằng khen", "Sở Tư pháp", CHU_TICH),
        ],
    ),
    row(
        SON_LA
        + "Sở Y tế là đơn vị duy nhất được trình UBND tỉnh tặng Cờ thi đua, theo sau là Sở Tư pháp với Bằng khen.",
        [
            award("Cờ thi đua", "Sở Y tế", TINH),
            award("Bằng khen", "Sở Tư pháp", TINH),
        ],
    ),
    row(
        SON_LA
        + "Bảng đề nghị khen thưởng của Khối:\n| Cờ thi đua của UBND tỉnh | Sở Y tế |\n| Bằng khen của Chủ tịch UBND tỉnh | Sở Tư pháp, Sở Xây dựng |\nHội nghị kết thúc cùng ngày.",
        [
            award("Cờ thi đua", "Sở Y tế", TINH),
            award("Bằng khen", "Sở Tư pháp", CHU_TICH),
            award("Bằng khen", "Sở Xây dựng", CHU_TICH),
        ],
    ),
]

RANKS = [
    row(
        SON_LA + "Qua chấm điểm, Khối xếp Sở Y tế nhất, Sở Tư pháp nhì, Sở Xây dựng ba.",
        [
            award("Đơn vị dẫn đầu", "Sở Y tế", status="voted"),
            award("Hạng Nhì", "Sở Tư pháp", status="voted"),
            award("Hạng Ba", "Sở Xây dựng", status="voted"),
        ],
    ),
    row(
        SON_LA + "Sở Y tế, Sở Tư pháp và Sở Xây dựng chia nhau ba vị trí nhất, nhì, ba.",
        [
            award("Đơn vị dẫn đầu", "Sở Y tế", status="voted"),
            award("Hạng Nhì", "Sở Tư pháp", status="voted"),
            award("Hạng Ba", "Sở Xây dựng", status="voted"),
        ],
    ),
    row(
        SON_LA + "Các đơn vị chấm chéo rồi xếp: nhất là Sở Y tế, nhì là Sở Tư pháp.",
        [
            award("Đơn vị dẫn đầu", "Sở Y tế", status="voted"),
            award("Hạng Nhì", "Sở Tư pháp", status="voted"),
        ],
    ),
    row(SON_LA + "Các phong trào được hưởng ứng, nhất là ở Sở Y tế, Sở Tư pháp.", []),
    row(SON_LA + "Chỉ số cải cách hành chính của Sở Y tế xếp thứ nhất toàn tỉnh.", []),
    row(SON_LA + "Số hộ thoát nghèo là 1.200 hộ, trong đó huyện Mai Sơn, huyện Yên Châu dẫn đầu.", []),
    row(SON_LA + "Đoàn kiểm tra của Khối do Sở Nội vụ dẫn đầu đã chấm điểm tại Sở Y tế.", []),
    row(
        SON_LA + "Đạt số phiếu cao nhất là Sở Y tế (5/5), do đó được Khối suy tôn đơn vị dẫn đầu.",
        [
            award("Đơn vị dẫn đầu", "Sở Y tế", status="voted"),
        ],
    ),
    row(
        SON_LA + "Khối suy tôn Sở Y tế là đơn vị dẫn đầu, đề nghị Bộ Y tế trình Chính phủ tặng Cờ thi đua.",
        [
            award("Cờ thi đua", "Sở Y tế", "Chính phủ"),
        ],
    ),
    row(
        SON_LA + "Dự hội nghị có Phó Chủ tịch thứ nhất Hội đồng Thi đua - Khen thưởng tỉnh.",
        [],
    ),
]

GRANTORS = [
    row(
        SON_LA
        + "Thừa ủy quyền của Chính phủ, ông Lê Văn An trao Cờ thi đua của Chính phủ cho Sở Y tế; trao Cờ thi đua của UBND tỉnh cho Sở Tư pháp và Bằng khen cho Sở Xây dựng.",
        [
            award("Cờ thi đua", "Sở Y tế", "Chính phủ", status="conferred"),
            award("Cờ thi đua", "Sở Tư pháp", TINH, status="conferred"),
            award("Bằng khen", "Sở Xây dựng", TINH, status="conferred"),
        ],
    ),
    row(
        SON_LA + "Khối lập danh sách trình Bộ Nội vụ: Cờ thi đua cho Sở Y tế; Bằng khen cho Sở Tư pháp.",
        [
            award("Cờ thi đua", "Sở Y tế", "Bộ Nội vụ"),
            award("Bằng khen", "Sở Tư pháp", "Bộ Nội vụ"),
        ],
    ),
    row(
        SON_LA + "Khối trình huyện tặng Giấy khen cho Sở Y tế; đề nghị tỉnh xét tặng Bằng khen cho Sở Tư pháp.",
        [
            award("Giấy khen", "Sở Y tế", "UBND huyện"),
            award("Bằng khen", "Sở Tư pháp", TINH),
        ],
    ),
    row(
        SON_LA
        + "Sở Y tế không nhận Cờ thi đua mà nhường lại cho Sở Tư pháp, do đó Sở Tư pháp được đề nghị UBND tỉnh tặng Cờ thi đua.",
        [
            award("Cờ thi đua", "Sở Tư pháp", TINH),
        ],
    ),
    row(
        SON_LA + "Khối gửi lên UBND tỉnh đề nghị khen thưởng: Sở Y tế (Cờ thi đua), Sở Tư pháp (Bằng khen).",
        [
            award("Cờ thi đua", "Sở Y tế", TINH),
            award("Bằng khen", "Sở Tư pháp", TINH),
        ],
    ),
    row(
        SON_LA + "Sở Y tế được Ủy ban An toàn giao thông Quốc gia tặng Bằng khen.",
        [
            award("Bằng khen", "Sở Y tế", "Ủy ban An toàn giao thông Quốc gia", status="conferred"),
        ],
    ),
    row(
        SON_LA + "Sở Y tế được Hội nghị biểu quyết đề nghị tặng Bằng khen.",
        [
            award("Bằng khen", "Sở Y tế"),
        ],
    ),
    row(
        SON_LA + "Chỉ Sở Y tế hội đủ tiêu chí để trình Chính phủ tặng Cờ thi đua.",
        [
            award("Cờ thi đua", "Sở Y tế", "Chính phủ"),
        ],
    ),
    row(
        SON_LA + "Sở Y tế đạt 99 điểm, Sở Tư pháp 98 điểm; cả hai được trình UBND tỉnh xét tặng Cờ thi đua.",
        [
            award("Cờ thi đua", "Sở Y tế", TINH),
            award("Cờ thi đua", "Sở Tư pháp", TINH),
        ],
    ),
    row(SON_LA + "Khối suy tôn đơn vị nhận Cờ thi đua của Chính phủ.", []),
]


@pytest.mark.parametrize("case", NUMBERS_AND_GOALS + LISTS + RANKS + GRANTORS)
def test_awards_are_read(case: Row) -> None:
    assert differences("award", case) == []


def test_a_headline_tells_no_second_award() -> None:
    page = "Sở Y tế đón nhận Bằng khen của Bộ Nội vụ\n12/01/2023\n" + SON_LA
    page += "Dịp này, ông Lê Văn An trao Bằng khen của Bộ trưởng Bộ Nội vụ năm 2021 cho Sở Y tế.\n"
    found = extract(read_copied_page(page, "headline"), language()).awards
    assert [(a.recipient, a.grantor, a.year) for a in found] == [("Sở Y tế", "Bộ trưởng Bộ Nội vụ", 2021)]
