"""Who holds a post beside other parties: who gives it, where a unit is, what a document lists under each bloc."""

from __future__ import annotations

import pytest
from reading_rows import Row, deputy, differences, leader, row

BINH_DINH = "Ngày 10/01/2024, Khối thi đua số 6 tỉnh Bình Định tổng kết công tác thi đua, khen thưởng năm 2023. "
SEVEN = "Ngày 14/11/2023, Cụm thi đua số 7 - Thanh tra Chính phủ tổng kết công tác thi đua năm 2023. "
SOUTHEAST = "Cụm thi đua Đông Nam Bộ vừa tổng kết phong trào thi đua năm 2021. "
D, S, A = "appointed", "serving", "assumed"

GIVERS = [
    # Whose the bloc is stands behind its name.
    row(
        "Ngày 5/12/2020, Thiếu tướng Lê Hồng Bắc, Giám đốc Công an tỉnh Bình Dương, Cụm trưởng Cụm thi đua số 8 Bộ Công an "
        "khai mạc hội nghị tổng kết năm 2020.",
        [leader("Công an tỉnh Bình Dương", 2020, S)],
    ),
    # Who gives a post in the passive does not hold it.
    row(
        BINH_DINH + "Nhiệm vụ Khối trưởng năm 2024 được UBND tỉnh giao cho Sở Ngoại vụ, Khối phó cho Sở Công Thương.",
        [leader("Sở Ngoại vụ", 2024, D), deputy("Sở Công Thương", 2024, D)],
    ),
    row(
        BINH_DINH + "Cờ luân lưu Trưởng khối năm 2024 được Sở Ngoại vụ trao lại cho Sở Công Thương.",
        [leader("Sở Công Thương", 2024, A)],
    ),
    row(
        BINH_DINH + "Vai trò Khối trưởng năm 2024 được Chủ tịch UBND tỉnh phân công cho Thanh tra tỉnh.",
        [leader("Thanh tra tỉnh", 2024, D)],
    ),
    row(
        BINH_DINH + "Vai trò Khối trưởng được hội nghị thống nhất bàn giao cho Sở Y tế đảm nhận năm 2024.",
        [leader("Sở Y tế", 2024)],
    ),
    # But who gets it in the passive does.
    row(BINH_DINH + "Nhiệm vụ Khối trưởng năm 2024 đã được Sở Y tế tiếp nhận.", [leader("Sở Y tế", 2024, A)]),
    # One of two parties beside the leader.
    row(BINH_DINH + "Theo trao đổi giữa Sở Nội vụ và Khối trưởng, hội thao lùi sang tháng sau.", []),
    # Those who only come are not chosen.
    row(
        BINH_DINH + "\n\nCác đơn vị cử lãnh đạo đến dự, gồm: Sở Nội vụ (làm khối trưởng), Sở Y tế (làm khối phó).",
        [leader("Sở Nội vụ", 2023, S), deputy("Sở Y tế", 2023, S)],
    ),
    # Members in brackets behind the leader.
    row(
        "Ngày 15/3/2024, Khối thi đua số 2 tỉnh Bình Định do đơn vị bạn làm Khối trưởng (gồm: Sở Y tế, Sở Nội vụ, "
        "Sở Tài chính) ký kết giao ước thi đua năm 2024.",
        [],
    ),
]

SPEAKERS = [
    row(
        BINH_DINH + "Thay mặt đơn vị Trưởng khối, Cục Trưởng Cục Thống kê tỉnh đọc báo cáo tổng kết.",
        [leader("Cục Thống kê", 2023, S)],
    ),
    row(BINH_DINH + "Thay mặt Khối trưởng, lãnh đạo Sở Y tế đọc báo cáo.", [leader("Sở Y tế", 2023, S)]),
    row(
        BINH_DINH + "Đại diện đơn vị Khối trưởng, đồng chí Giám đốc Sở Y tế khai mạc hội nghị.",
        [leader("Sở Y tế", 2023, S)],
    ),
    row(
        BINH_DINH
        + "Chủ trì: ông Lê Văn Bình – Phó Giám đốc Công ty CP Dược Phù Mỹ – Đại diện Trưởng khối và bà Lê Thị "
        "Hoa – Giám đốc Viễn thông Bình Định – Đại diện Phó Trưởng khối.",
        [leader("Công ty CP Dược Phù Mỹ", 2023, S), deputy("Viễn thông Bình Định", 2023, S)],
    ),
    row(BINH_DINH + "Thay mặt khối, lãnh đạo Sở Y tế cảm ơn Khối trưởng.", []),
    # Who hands the flag over is not the next leader.
    row(BINH_DINH + "Cờ Khối trưởng năm 2024 được bà Võ Thị Lam, Chủ tịch Hội Chữ thập đỏ tỉnh trao.", []),
    # The post first, the choice behind the unit.
    row(
        BINH_DINH + "Ghế Trưởng khối năm 2024, Sở Tư pháp được bầu; còn Phó khối là Sở Y tế.",
        [leader("Sở Tư pháp", 2024), deputy("Sở Y tế", 2024)],
    ),
    row(BINH_DINH + "Sau khi bầu vị trí Trưởng khối, Sở Tư pháp được bình chọn dẫn đầu khối.", []),
    # "được phân công" of one post says nothing of the other.
    row(
        "Ngày 08/4/2024, Khối thi đua số 6 tỉnh Bình Định ký giao ước thi đua năm 2024. Chủ trì là Sở Tư pháp - đơn vị "
        "được phân công làm Khối trưởng. Đơn vị Khối phó (Sở Y tế) và các đơn vị khác cùng dự.",
        [leader("Sở Tư pháp", 2024, D), deputy("Sở Y tế", 2024, S)],
    ),
    row(
        BINH_DINH + "Ban Dân tộc, đơn vị giữ chân Trưởng khối năm 2023, trao lại cờ cho Sở Tư pháp.",
        [leader("Ban Dân tộc", 2023, S), leader("Sở Tư pháp", 2024, A)],
    ),
]

VOTES = [
    row(
        BINH_DINH + "Trách nhiệm Trưởng khối năm 2024 sẽ thuộc Cục Thuế tỉnh, Phó khối thuộc Cục Thống kê.",
        [leader("Cục Thuế", 2024), deputy("Cục Thống kê", 2024)],
    ),
    row(
        BINH_DINH + "Đầu mối của khối sang năm là Cục Thuế tỉnh, còn Cục Thống kê đỡ việc ở ghế Phó khối.",
        [leader("Cục Thuế", 2024), deputy("Cục Thống kê", 2024)],
    ),
    row(
        "Ngày 08/3/2024, Khối thi đua số 6 tỉnh Bình Định ký giao ước thi đua năm 2024. Cục Thuế tỉnh được UBND tỉnh chọn làm "
        "Trưởng khối năm nay.",
        [leader("Cục Thuế", 2024, D)],
    ),
    # A span of two years is its closing one.
    row(
        BINH_DINH + "Đơn vị trưởng khối giai đoạn 2024 - 2026 do khối bầu chọn là Sở Y tế.",
        [leader("Sở Y tế", 2026)],
    ),
    row(
        BINH_DINH
        + "Hội nghị bỏ phiếu kín bầu Trưởng khối, Phó Trưởng khối năm 2024. Kết quả, Cục Thuế tỉnh đạt 10/10 phiếu "
        "bầu Trưởng khối, Kho bạc Nhà nước tỉnh đạt 9/10 phiếu bầu Phó Trưởng khối.",
        [leader("Cục Thuế", 2024), deputy("Kho bạc Nhà nước", 2024)],
    ),
    row(
        BINH_DINH
        + "Cục Thuế tỉnh (Trưởng khối) báo cáo; Kho bạc Nhà nước tỉnh và Cục Thống kê tỉnh (Phó Trưởng khối) góp ý.",
        [leader("Cục Thuế", 2023, S), deputy("Kho bạc Nhà nước", 2023, S), deputy("Cục Thống kê", 2023, S)],
    ),
    row(
        BINH_DINH + "Mọi người đều thấy năm 2023 Khối thi đua số 6 do Cục Thuế làm Trưởng khối có nhiều nét mới.",
        [leader("Cục Thuế", 2023, S)],
    ),
]
SMALLER = [
    # A ward's body in a bloc of the province keeps its place; a district's own in the district's bloc does not.
    row(
        "Sáng 20/12/2024, Cụm thi đua số 3 Ủy ban MTTQ Việt Nam tỉnh Nam Định tổng kết năm 2024. Chủ tịch Ủy ban MTTQ Việt "
        "Nam phường Cửa Bắc Lê Văn Tám, Cụm trưởng, đọc báo cáo.",
        [leader("Ủy ban Mặt trận Tổ quốc Việt Nam phường Cửa Bắc", 2024, S)],
    ),
    row(
        "Sáng 20/12/2024, Khối thi đua số 3 huyện Ý Yên tổng kết năm 2024. Hội nghị bầu Trung tâm Y tế huyện Ý Yên làm Khối "
        "trưởng, Trạm Y tế xã Yên Bình làm Khối phó năm 2025.",
        [leader("Trung tâm Y tế", 2025), deputy("Trạm Y tế xã Yên Bình", 2025)],
    ),
]

PLACES = [
    row(
        BINH_DINH + "Buổi lễ diễn ra ở Công ty Cổ phần Nước sạch Phù Cát, huyện Phù Cát, đơn vị Trưởng khối.",
        [leader("Công ty Cổ phần Nước sạch Phù Cát", 2023, S)],
    ),
    # The body that a bloc is of, behind the bloc's name.
    row(
        SEVEN + "Thanh tra tỉnh Phú Thọ, đơn vị Cụm trưởng Cụm thi đua số 7 - Thanh tra Chính phủ chủ trì hội nghị.",
        [leader("Thanh tra tỉnh Phú Thọ", 2023, S)],
    ),
    row(
        SEVEN + "Thanh tra tỉnh Phú Thọ đơn vị Cụm trưởng báo cáo kết quả của cụm.",
        [leader("Thanh tra tỉnh Phú Thọ", 2023, S)],
    ),
    # Bare provinces.
    row(
        SOUTHEAST + "Năm 2022, Tây Ninh được bầu làm Cụm trưởng, Bình Phước làm Cụm phó.",
        [leader("tỉnh Tây Ninh", 2022), deputy("tỉnh Bình Phước", 2022)],
    ),
    row(
        SEVEN + "Thanh tra tỉnh Yên Bái nhận vai Cụm trưởng năm 2024; Lào Cai nhận vai Cụm phó.",
        [leader("Thanh tra tỉnh Yên Bái", 2024, A), deputy("Thanh tra tỉnh Lào Cai", 2024, A)],
    ),
    # A city behind a court's name, and a company that hosts.
    row(
        "Ngày 07/10/2025, Cụm thi đua số 2 tổng kết năm 2025. TAND khu vực 3 - TP.HCM (Cụm trưởng) báo cáo kết quả.",
        [leader(["Tòa án nhân dân khu vực 3", "Tòa án nhân dân khu vực 3 - TP.HCM"], 2025, S)],
    ),
    row(
        BINH_DINH + "Buổi lễ mở ở Công ty TNHH Cà phê An Lão, huyện An Lão, đơn vị đăng cai làm khối trưởng.",
        [leader("Công ty TNHH Cà phê An Lão", 2023, S)],
    ),
    row(SOUTHEAST + "Hội nghị tại Tây Ninh, Cụm trưởng trình bày báo cáo.", []),
]

LINES = """Danh sách các cụm năm 2023 theo Quyết định số 12/QĐ-BTP của Bộ Tư pháp

Cụm thi đua số 1:

- Giám đốc Sở Tư pháp tỉnh Cà Mau, Cụm trưởng

- Giám đốc Sở Tư pháp tỉnh Bạc Liêu, Cụm phó

Cụm thi đua số 2:

- Giám đốc Sở Tư pháp tỉnh An Giang, Cụm trưởng"""
DOCUMENT = """Trưởng các khối thi đua năm 2023

Văn bản số 77/UBND-NC của UBND tỉnh Cà Mau nêu rõ:

Khối thi đua số 1: Sở Tư pháp (Khối trưởng), Sở Nội vụ (Khối phó)

Khối thi đua số 2: Khối trưởng Sở Tài chính, Khối phó Sở Xây dựng"""
ONE, TWO = "Khối thi đua số 1", "Khối thi đua số 2"
DOCUMENTS = [
    # The last line under a bloc is not of the bloc that the next line names.
    row(
        LINES,
        [
            leader("Sở Tư pháp tỉnh Cà Mau", 2023, D, bloc="Cụm thi đua số 1"),
            deputy("Sở Tư pháp tỉnh Bạc Liêu", 2023, D, bloc="Cụm thi đua số 1"),
            leader("Sở Tư pháp tỉnh An Giang", 2023, D, bloc="Cụm thi đua số 2"),
        ],
        blocs=["Cụm thi đua số 1", "Cụm thi đua số 2"],
    ),
    row(
        DOCUMENT,
        [
            leader("Sở Tư pháp", 2023, D, bloc=ONE),
            deputy("Sở Nội vụ", 2023, D, bloc=ONE),
            leader("Sở Tài chính", 2023, D, bloc=TWO),
            deputy("Sở Xây dựng", 2023, D, bloc=TWO),
        ],
        blocs=[ONE, TWO],
    ),
    row(
        "UBND tỉnh Cà Mau thông báo phân công trưởng các cụm thi đua năm 2023 theo Văn bản số 12/TB-UBND. Cụ thể như sau "
        "(Cụm 1: xã An Xuyên là cụm trưởng, cụm phó là xã Tân Thành; Cụm 2: cụm trưởng xã Hòa Thành).",
        [
            leader("xã An Xuyên", 2023, D, bloc="Cụm 1"),
            deputy("xã Tân Thành", 2023, D, bloc="Cụm 1"),
            leader("xã Hòa Thành", 2023, D, bloc="Cụm 2"),
        ],
        blocs=["Cụm 1", "Cụm 2"],
    ),
    row(
        "UBND tỉnh Cà Mau vừa ký quyết định tổ chức lại các khối thi đua năm 2023.\n\nKhối thi đua số 1 gồm 7 đơn vị, "
        "do Sở Tư pháp giữ chức Khối trưởng.\n\nKhối thi đua số 2 gồm 6 đơn vị, do Sở Y tế giữ chức Khối trưởng.",
        [leader("Sở Tư pháp", 2023, D, bloc=ONE), leader("Sở Y tế", 2023, D, bloc=TWO)],
        blocs=[ONE, TWO],
    ),
]


@pytest.mark.parametrize("case", [*GIVERS, *SPEAKERS, *VOTES, *SMALLER, *PLACES, *DOCUMENTS])
def test_posts(case: Row) -> None:
    assert not differences("leader", case)
