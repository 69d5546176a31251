"""Posts whose year, status or holder is told in their own clause, beside clauses about other things: rows of leaders."""

from __future__ import annotations

import pytest
from reading_rows import Row, deputy, differences, leader, row

QUANG_TRI = "Ngày 26/12/2023, Khối thi đua số 6 tỉnh Quảng Trị tổng kết công tác thi đua, khen thưởng năm 2023. "
PLEDGE = "Ngày 14/3/2023, Khối thi đua số 6 tỉnh Quảng Trị ký kết giao ước thi đua năm 2023. "
S, A, D = "serving", "assumed", "appointed"

OF_OTHER_THINGS = [
    # What is agreed upon is a plan, and the post is handed over.
    row(
        QUANG_TRI + "Hội nghị thống nhất phương hướng năm 2024 và bàn giao nhiệm vụ Khối trưởng cho Sở Công Thương.",
        [leader("Sở Công Thương", 2024, A)],
    ),
    row(
        QUANG_TRI + "Sau khi thông qua báo cáo, Sở Y tế trao cờ luân lưu Khối trưởng cho Sở Công Thương.",
        [leader("Sở Y tế", 2023, S), leader("Sở Công Thương", 2024, A)],
    ),
    row(
        QUANG_TRI + "Các đơn vị suy tôn đơn vị dẫn đầu; Sở Công Thương nhận bàn giao vai trò Khối trưởng năm 2024.",
        [leader("Sở Công Thương", 2024, A)],
    ),
    row(
        QUANG_TRI + "Hội nghị thống nhất Sở Công Thương nhận bàn giao vai trò Khối trưởng năm 2024.",
        [leader("Sở Công Thương", 2024)],
    ),
    row(
        PLEDGE
        + "Khối gồm: Sở Y tế (Khối trưởng), Sở Du lịch (Khối phó) và Sở Tư pháp. Các đơn vị thống nhất bảng điểm.",
        [leader("Sở Y tế", 2023, S), deputy("Sở Du lịch", 2023, S)],
    ),
    row(
        PLEDGE + "Sở Y tế giữ vai trò Khối trưởng, Sở Du lịch giữ vai trò Khối phó. Các đơn vị nhất trí cao.",
        [leader("Sở Y tế", 2023), deputy("Sở Du lịch", 2023)],
    ),
    # A year of another clause.
    row(
        QUANG_TRI
        + "Công tác năm 2023 được chấm điểm; Khối trưởng chuyển giao từ Sở Y tế sang Sở Công Thương, Khối phó "
        "Sở Du lịch.",
        [leader("Sở Y tế", 2023, S), leader("Sở Công Thương", 2024, A), deputy("Sở Du lịch", 2024, A)],
    ),
    row(
        QUANG_TRI + "Năm 2024, Khối trưởng là Sở Công Thương; Khối phó là Sở Du lịch.",
        [leader("Sở Công Thương", 2024), deputy("Sở Du lịch", 2024)],
    ),
]

WHO_ACTS_SITS = [
    row(
        QUANG_TRI + "Bà Ngô Thị Bình, Giám đốc Sở Y tế - đơn vị Khối trưởng cho biết, các đơn vị sẽ bình xét tập thể "
        "tiêu biểu để trình Hội đồng Thi đua - Khen thưởng tỉnh xem xét, quyết định.",
        [leader("Sở Y tế", 2023, S)],
    ),
    row(
        QUANG_TRI
        + "Thống nhất với các ý kiến, bà Ngô Thị Bình, Giám đốc Sở Y tế, Khối trưởng đề nghị tiếp tục đổi mới.",
        [leader("Sở Y tế", 2023, S)],
    ),
    row(
        QUANG_TRI + "Sở Công Thương được bầu làm Khối trưởng phát biểu nhận nhiệm vụ.",
        [leader("Sở Công Thương", 2024)],
    ),
    row(
        QUANG_TRI + "Hội nghị giới thiệu Sở Công Thương làm Khối trưởng năm 2024, trình UBND tỉnh xem xét, quyết định.",
        [leader("Sở Công Thương", 2024, "proposed")],
    ),
]

WHO_ONLY_READS = [
    row(
        QUANG_TRI + "Ông Hồ Văn Lực - Phó Vụ trưởng Vụ Thi đua, Bộ Nội vụ đọc Quyết định công nhận Khối trưởng, Khối "
        "phó các khối thi đua năm 2024.",
        [],
    ),
    row(
        QUANG_TRI + "Sở Công Thương được UBND tỉnh công nhận giữ vai trò Khối trưởng năm 2024.",
        [leader("Sở Công Thương", 2024, D)],
    ),
]

TWO_POSTS = [
    row(
        PLEDGE + "Khối do Sở Y tế làm Trưởng, Phó khối là Sở Du lịch.",
        [leader("Sở Y tế", 2023, S), deputy("Sở Du lịch", 2023, S)],
    ),
    row(
        PLEDGE + "Sở Y tế và Sở Du lịch làm Trưởng, Phó khối năm 2023.",
        [leader("Sở Y tế", 2023, S), deputy("Sở Du lịch", 2023, S)],
    ),
    row(
        QUANG_TRI + "Khối phó là Sở Du lịch được bầu làm Khối trưởng năm 2024.",
        [deputy("Sở Du lịch", 2023, S), leader("Sở Du lịch", 2024)],
    ),
    row(
        QUANG_TRI + "Năm 2024, Sở Công Thương sẽ là Khối trưởng, hai Khối phó thuộc về Sở Du lịch, Sở Y tế.",
        [leader("Sở Công Thương", 2024), deputy("Sở Du lịch", 2024), deputy("Sở Y tế", 2024)],
    ),
    row(
        "Bộ Tư pháp vừa ban hành Quyết định số 415/QĐ-BTP về việc cử Trưởng, Phó trưởng các Khu vực thi đua năm 2014. "
        "Khu vực thi đua các tỉnh Nam Trung Bộ có 5 tỉnh. Giám đốc Sở Tư pháp tỉnh Phú Yên được cử là Trưởng Khu vực, "
        "Giám đốc Sở Tư pháp tỉnh Bình Định, Cục trưởng Cục Thi hành án dân sự tỉnh Khánh Hòa được cử là Phó trưởng "
        "Khu vực.",
        [
            leader("Sở Tư pháp tỉnh Phú Yên", 2014, D),
            deputy("Sở Tư pháp tỉnh Bình Định", 2014, D),
            deputy("Cục Thi hành án dân sự tỉnh Khánh Hòa", 2014, D),
        ],
    ),
]

HANDED_ON = [
    row(
        QUANG_TRI
        + "Các đơn vị chứng kiến Sở Y tế nhận Bằng khen và lễ bàn giao Khối trưởng giữa Sở Y tế và Sở Du lịch.",
        [leader("Sở Y tế", 2023, S), leader("Sở Du lịch", 2024, A)],
    ),
    row(
        QUANG_TRI + "Sở Y tế bàn giao đơn vị Khối trưởng năm 2024 về Sở Du lịch.",
        [leader("Sở Y tế", 2023, S), leader("Sở Du lịch", 2024, A)],
    ),
    row(
        QUANG_TRI + "Lễ ký bàn giao diễn ra giữa Khối trưởng cũ là Sở Y tế và Khối trưởng mới là Sở Du lịch.",
        [leader("Sở Y tế", 2023, S), leader("Sở Du lịch", 2024, A)],
    ),
]

CHOSEN_OTHERWISE = [
    row(
        QUANG_TRI
        + "Khối bỏ phiếu chọn đơn vị làm Khối trưởng năm 2024. Với số phiếu tuyệt đối, Sở Du lịch đã được chọn.",
        [leader("Sở Du lịch", 2024)],
    ),
    row(
        QUANG_TRI + "Khối bỏ phiếu chọn đơn vị làm Khối trưởng năm 2024. Sở Du lịch được chọn báo cáo điển hình.",
        [],
    ),
    row(
        QUANG_TRI
        + "Sở Du lịch được 8/8 phiếu cho chức danh Khối trưởng và Sở Y tế 7/8 phiếu cho chức danh Khối phó năm "
        "2024.",
        [leader("Sở Du lịch", 2024), deputy("Sở Y tế", 2024)],
    ),
    row(
        QUANG_TRI + "Sở Y tế kết thúc vai trò Khối trưởng, trao lại cho Sở Du lịch; Sở Tư pháp thay Sở Nội vụ ở vị trí "
        "Khối phó.",
        [
            leader("Sở Y tế", 2023, S),
            leader("Sở Du lịch", 2024, A),
            deputy("Sở Tư pháp", 2024, A),
            deputy("Sở Nội vụ", 2023, S),
        ],
    ),
    row(
        QUANG_TRI + "Năm 2023, thực hiện nhiệm vụ Khối trưởng, Sở Y tế đã ban hành kế hoạch hoạt động.",
        [leader("Sở Y tế", 2023, S)],
    ),
    row(
        QUANG_TRI + "Lãnh đạo Sở Y tế (đơn vị giữ vai trò Khối trưởng năm 2023) và lãnh đạo Sở Du lịch (đơn vị giữ vai "
        "trò Khối trưởng năm 2024) ký biên bản bàn giao.",
        [leader("Sở Y tế", 2023, S), leader("Sở Du lịch", 2024, A)],
    ),
]

BESIDE_OTHER_WORDS = [
    # A seat on a council is no holder.
    row(
        QUANG_TRI + "Chủ trì có đồng chí Ngô Thị Bình, Tỉnh ủy viên, Giám đốc Sở Y tế, Ủy viên Hội đồng Thi đua - Khen "
        "thưởng tỉnh, Khối trưởng.",
        [leader("Sở Y tế", 2023, S)],
    ),
    row(
        QUANG_TRI + "Bà Ngô Thị Bình, thành viên Hội đồng TĐKT tỉnh, Giám đốc Sở Y tế, Khối trưởng phát biểu.",
        [leader("Sở Y tế", 2023, S)],
    ),
    row(QUANG_TRI + "Lá cờ luân lưu Khối trưởng được trao cho Sở Du lịch.", [leader("Sở Du lịch", 2024, A)]),
    row(QUANG_TRI + "Nhiệm vụ Khối trưởng năm 2023 được giao cho Sở Y tế.", [leader("Sở Y tế", 2023, D)]),
    row(
        QUANG_TRI
        + "Kết quả 100% phiếu bầu ông Lê Hai - Giám đốc Sở Du lịch làm Khối trưởng; bà Đỗ Ba - Phó Giám đốc Sở "
        "Y tế là Khối phó.",
        [leader("Sở Du lịch", 2024), deputy("Sở Y tế", 2024)],
    ),
    row(
        QUANG_TRI + "Khối bầu ông Lê Hai, Giám đốc Sở Du lịch làm Khối trưởng thay bà Ngô Thị Bình, Giám đốc Sở Y tế.",
        [leader("Sở Du lịch", 2024), leader("Sở Y tế", 2023, S)],
    ),
]

OTHER_TERMS = [
    row(QUANG_TRI + "Năm 2022, Sở Tư pháp là Khối trưởng.", [leader("Sở Tư pháp", 2022, S)]),
    row(
        QUANG_TRI + "Năm 2022, Sở Tư pháp là Khối trưởng; năm 2023, các đơn vị tiếp tục thi đua.",
        [leader("Sở Tư pháp", 2022, S)],
    ),
    row(
        QUANG_TRI + "Các đơn vị nhất trí giao cho Sở Du lịch (Khối phó năm 2023) làm Khối trưởng năm 2024.",
        [deputy("Sở Du lịch", 2023, S), leader("Sở Du lịch", 2024)],
    ),
    row(QUANG_TRI + "Các đơn vị gửi hồ sơ về Sở Nội vụ và đơn vị Khối trưởng trước ngày 10/01.", []),
]

PLACES_BESIDE = [
    row(
        "Sáng 9/1/2024, Cụm thi đua số 2 H.Cẩm Mỹ tổng kết năm 2023. Công an H.Thống Nhất, đơn vị Cụm trưởng dự.",
        [leader(["Công an huyện", "Công an huyện Thống Nhất"], 2023, S)],
    ),
    row(
        "Sáng 9/1/2024, Cụm thi đua số 2 tỉnh Đồng Nai tổng kết năm 2023. UBND huyện Thống Nhất bàn giao nhiệm vụ Cụm "
        "trưởng cho UBND H.Tân Phú.",
        [leader("UBND huyện Thống Nhất", 2023, S), leader("UBND huyện Tân Phú", 2024, A)],
    ),
    row(
        "Cụm thi đua số 4 các Trạm Y tế tổng kết năm 2023. Nhiệm vụ Cụm trưởng chuyển từ Trạm Y tế xã Tân Mỹ TP Cao Lãnh "
        "sang Trạm Y tế xã Hòa An.",
        [leader("Trạm Y tế xã Tân Mỹ", 2023, S), leader("Trạm Y tế xã Hòa An", 2024, A)],
    ),
    row(
        "Bệnh viện Mắt - Khối trưởng Khối thi đua số 2 (thuộc Sở Y tế tỉnh Quảng Trị) vừa đón các đơn vị về tổng kết công "
        "tác thi đua năm 2023.",
        [leader("Bệnh viện Mắt", 2023, S)],
    ),
    row(QUANG_TRI + "Khối thi đua nào cũng có một Trưởng khối (là Giám đốc Sở Y tế) và hai Phó khối.", []),
    row(QUANG_TRI + "Mỗi khối do Sở Y tế hoặc một đơn vị khác làm Trưởng khối trong một năm.", []),
]

OF_SEVERAL_PROVINCES = [
    row(
        "Cụm thi đua số 5 gồm 4 Tỉnh hội Phú Yên, Bình Định, Kon Tum, Gia Lai họp ngày 15/6/2023. Ông Đỗ Văn Ba, Chủ "
        "tịch Hội CCB tỉnh Phú Yên kiêm Cụm trưởng phát biểu.",
        [leader("Hội Cựu chiến binh tỉnh Phú Yên", 2023, S)],
    ),
    row(
        "Cụm thi đua số 5 tỉnh Gia Lai họp ngày 15/6/2023 tại Kon Tum. Ông Đỗ Văn Ba, Chủ tịch Hội CCB tỉnh Gia Lai kiêm "
        "Cụm trưởng phát biểu.",
        [leader("Hội Cựu chiến binh", 2023, S)],
    ),
]

ALL = [
    *OF_OTHER_THINGS,
    *WHO_ACTS_SITS,
    *WHO_ONLY_READS,
    *TWO_POSTS,
    *HANDED_ON,
    *CHOSEN_OTHERWISE,
    *OF_SEVERAL_PROVINCES,
]


@pytest.mark.parametrize("case", ALL)
def test_posts_in_their_clauses(case: Row) -> None:
    assert not differences("leader", case)
