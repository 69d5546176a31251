"""Posts in a bloc told in further ways: what they are called, who holds them, for which year, and how they got them."""

from __future__ import annotations

import pytest
from reading_rows import Row, deputy, differences, leader, row

CA_MAU = "Ngày 12/01/2023, Khối thi đua số 5 tỉnh Cà Mau tổng kết công tác thi đua, khen thưởng năm 2022. "
LAM_DONG = "Sáng 28/12/2023, Cụm thi đua số 3 huyện Bảo Lâm tổ chức hội nghị tổng kết phong trào thi đua năm 2023. "
SIGNED = "Ngày 20/02/2024, Khối thi đua các Hội quần chúng tỉnh An Giang ký kết giao ước thi đua năm 2024. "
S, A, D, P = "serving", "assumed", "appointed", "proposed"

CALLED_OTHERWISE = [
    # The word for the bloc is left out where it is named before.
    row(CA_MAU + "Năm 2023, khối do Sở Nội vụ làm trưởng, Sở Y tế làm phó.", [leader("Sở Nội vụ"), deputy("Sở Y tế")]),
    row(
        CA_MAU + "Các đơn vị bầu Khối trưởng năm 2023 là Sở Tư pháp; phó: Sở Ngoại vụ.",
        [leader("Sở Tư pháp"), deputy("Sở Ngoại vụ")],
    ),
    row(
        LAM_DONG + "Cụm bầu UBND xã Lộc Bảo làm trưởng, hai xã Lộc Lâm và Lộc Phú làm phó.",
        [leader("UBND xã Lộc Bảo", 2024), deputy("xã Lộc Lâm", 2024), deputy("xã Lộc Phú", 2024)],
    ),
    row(CA_MAU + "Đoàn kiểm tra của Khối do Sở Nội vụ làm trưởng, Sở Y tế làm phó.", []),
    # The work of the post.
    row(
        CA_MAU + "Hội nghị thống nhất giao Sở Du lịch làm đầu mối điều hành Khối trong năm 2023.",
        [leader("Sở Du lịch")],
    ),
    row(CA_MAU + "Hội nghị tín nhiệm giao Sở Du lịch cầm chịch Khối năm 2023.", [leader("Sở Du lịch")]),
    row(CA_MAU + "Sở Nội vụ đã chỉ đạo, điều hành Khối theo đúng quy chế.", []),
]

HOLDERS = [
    # To take a post upon oneself is to hold it where nothing is handed over.
    row(
        CA_MAU + "Khối có 4 đơn vị: Sở Tư pháp, Sở Nội vụ, Sở Y tế và Sở Du lịch do Sở Tư pháp đảm nhận vai trò Khối "
        "trưởng, Sở Y tế đảm nhận vai trò Khối phó.",
        [leader("Sở Tư pháp", 2022, S), deputy("Sở Y tế", 2022, S)],
    ),
    row(CA_MAU + "Đơn vị đảm nhận nhiệm vụ Khối trưởng năm nay là Sở Tư pháp.", [leader("Sở Tư pháp", 2022, S)]),
    row(CA_MAU + "Năm 2023, khối do Sở Nội vụ đảm nhận vai trò Khối trưởng.", [leader("Sở Nội vụ", 2023, A)]),
    # A bracket behind the members says who leads them; what the bloc then chooses is another term.
    row(
        "Cụm thi đua số 8 tỉnh Cà Mau gồm Sở Tư pháp và Sở Nội vụ (do Sở Nội vụ giữ vai Cụm trưởng) tổng kết năm 2022 "
        "và bầu Cụm trưởng, Cụm phó cho năm 2023.",
        [leader("Sở Nội vụ", 2022, S)],
    ),
    # A draft that is laid before the bloc asks nothing of anyone above.
    row(
        CA_MAU + "Sở Tư pháp - Trưởng khối năm 2022 - trình bản dự thảo quy chế chấm điểm.",
        [leader("Sở Tư pháp", 2022, S)],
    ),
    # Each post with a holder of its own, on different sides.
    row(
        CA_MAU + "Sở Tư pháp được chọn làm Trưởng khối năm 2023, Phó Trưởng khối là Sở Ngoại vụ.",
        [leader("Sở Tư pháp"), deputy("Sở Ngoại vụ")],
    ),
    row(
        CA_MAU + "Năm 2022, đơn vị Sở Tư pháp làm Trưởng khối, phó khối là Thanh tra tỉnh.",
        [leader("Sở Tư pháp", 2022, S), deputy("Thanh tra tỉnh", 2022, S)],
    ),
    row(
        CA_MAU + "Đảm nhận Trưởng khối năm tới là Sở Y tế, Phó khối vẫn là Sở Du lịch.",
        [leader("Sở Y tế", 2023, A), deputy("Sở Du lịch", 2023, A)],
    ),
    row(
        CA_MAU
        + "Theo nguyên tắc xoay vòng, Khối trưởng năm 2023 chuyển sang Sở Y tế, Khối phó chuyển sang Sở Du lịch.",
        [leader("Sở Y tế", 2023, A), deputy("Sở Du lịch", 2023, A)],
    ),
    # Several persons in one post.
    row(
        CA_MAU
        + "Chủ trì có hai Khối phó: bà Vũ Thị Mai, Phó Giám đốc Sở Tài chính và ông Trần Nam, Giám đốc Sở Tư pháp.",
        [deputy("Sở Tài chính", 2022, S), deputy("Sở Tư pháp", 2022, S)],
    ),
    # A unit set off behind its post; the first of those present.
    row(CA_MAU + "Phó khối, Sở Y tế, chủ trì hội thi tìm hiểu cải cách hành chính.", [deputy("Sở Y tế", 2022, S)]),
    row(CA_MAU + "Trưởng khối, Sở Y tế, lãnh đạo các phòng cùng dự.", []),
    # One subject, two terms.
    row(
        CA_MAU
        + "Ông Lê Hải, Giám đốc Sở Y tế, Trưởng khối năm 2022 và cũng là đơn vị được các thành viên bầu tiếp tục giữ "
        "vai trò Trưởng khối năm 2023.",
        [leader("Sở Y tế", 2022, S), leader("Sở Y tế", 2023)],
    ),
    row(
        CA_MAU + "Trưởng khối năm 2022 là Sở Y tế, năm 2023 là Sở Tài chính.",
        [leader("Sở Y tế", 2022, S), leader("Sở Tài chính")],
    ),
    row(
        CA_MAU + "Theo thứ tự luân phiên, năm 2023 Sở Y tế chuyển từ Khối phó sang Khối trưởng.",
        [leader("Sở Y tế", 2023, A)],
    ),
    # Who comes after, and who has done.
    row(
        CA_MAU + "Sở Nội vụ giao lại hồ sơ Khối trưởng; tiếp quản năm 2023 là Sở Xây dựng.",
        [leader("Sở Nội vụ", 2022, S), leader("Sở Xây dựng", 2023, A)],
    ),
    row(
        CA_MAU
        + "Việc của Trưởng khối trong năm 2023 sẽ do Sở Xây dựng gánh vác, sau khi Sở Nội vụ hoàn tất một năm đảm đương.",
        [leader("Sở Xây dựng", 2023, A), leader("Sở Nội vụ", 2022, S)],
    ),
    row(CA_MAU + "Sau khi Sở Nội vụ hoàn thành báo cáo, Khối bầu Sở Y tế làm Trưởng khối.", [leader("Sở Y tế")]),
]

HOW_AND_WHEN = [
    row(
        SIGNED
        + "Theo phân công tại Thông báo 41 của UBND tỉnh, Hội Luật gia làm Khối trưởng, Hội Đông y làm Khối phó.",
        [leader("Hội Luật gia", 2024, D), deputy("Hội Đông y", 2024, D)],
    ),
    row(
        CA_MAU
        + "Bà Võ Hạnh, Giám đốc Sở Nội vụ, trao sổ sách của Khối để Sở Y tế tiếp nhận vai trò Khối trưởng năm 2023.",
        [leader("Sở Y tế", 2023, A)],
    ),
    row(
        CA_MAU + "Giới thiệu UBND tỉnh công nhận Sở Y tế là Trưởng khối và Sở Du lịch là Phó khối năm 2023.",
        [leader("Sở Y tế", 2023, P), deputy("Sở Du lịch", 2023, P)],
    ),
    row(
        CA_MAU + "Cả Khối đồng thuận để Sở Y tế giữ vai trò Khối trưởng, còn Khối phó là Sở Du lịch.",
        [leader("Sở Y tế"), deputy("Sở Du lịch")],
    ),
    row(
        CA_MAU + "Năm 2023 Sở Y tế làm Trưởng khối thay Sở Nội vụ (Trưởng khối năm 2022), Phó khối là Sở Du lịch.",
        [leader("Sở Y tế", 2023), leader("Sở Nội vụ", 2022, S), deputy("Sở Du lịch")],
    ),
    row(
        CA_MAU
        + "Từ tháng 02/2023, Sở Y tế là Trưởng khối, Phó khối thuộc về Sở Du lịch, theo biểu quyết của các đơn vị.",
        [leader("Sở Y tế"), deputy("Sở Du lịch")],
    ),
    row(
        "Chiều 18/9, UBND xã Ea Súp công bố Quyết định số 21/QĐ-UBND ngày 15/9/2025 thành lập Khối thi đua các trường "
        "học. Khối thi đua các trường học do Trường THCS Lê Lợi làm Khối trưởng.",
        [leader("Trường THCS Lê Lợi", 2025, D)],
    ),
]

BA_VI = "Từ ngày 5 đến 10/01/2024, các khối thi đua của huyện Ba Vì đã tổng kết công tác thi đua năm 2023. "
ONE, TWO = "Khối thi đua số 1", "Khối thi đua số 2"

SEVERAL_BLOCS = [
    row(
        BA_VI + "Phòng Nội vụ được bầu làm Trưởng Khối thi đua số 1, Huyện đoàn được bầu làm Trưởng Khối thi đua số 2 "
        "năm 2024.",
        [leader("Phòng Nội vụ", 2024, bloc=ONE), leader("Huyện đoàn", 2024, bloc=TWO)],
        blocs=[ONE, TWO],
    ),
    row(
        BA_VI + "Phòng Nội vụ và Huyện đoàn được bầu làm Trưởng khối của Khối thi đua số 1 và Khối thi đua số 2.",
        [leader("Phòng Nội vụ", 2024, bloc=ONE), leader("Huyện đoàn", 2024, bloc=TWO)],
        blocs=[ONE, TWO],
    ),
    row(
        BA_VI + "Ở Khối thi đua số 1, vai trò Khối trưởng năm 2024 thuộc về Phòng Nội vụ; ở Khối thi đua số 2 là Huyện "
        "đoàn.",
        [leader("Phòng Nội vụ", 2024, bloc=ONE), leader("Huyện đoàn", 2024, bloc=TWO)],
        blocs=[ONE, TWO],
    ),
]

POINTED_AT = [
    row(
        LAM_DONG + "Xã Lộc Bảo hết nhiệm kỳ Cụm trưởng; xã Lộc Lâm được cả cụm tin tưởng giao đảm nhiệm vị trí này năm "
        "2024.",
        [leader("xã Lộc Bảo", 2023, S), leader("xã Lộc Lâm", 2024)],
    ),
    # No post is told before it.
    row(LAM_DONG + "Xã Lộc Bảo xếp thứ nhất; xã Lộc Lâm từng đứng ở vị trí này.", []),
    # Two in brackets, and a member that shares no bracket.
    row(
        CA_MAU + "Ban điều hành Khối năm 2023 gồm: Sở Y tế (Trưởng khối), Sở Tài chính và Sở Tư pháp (Phó khối).",
        [leader("Sở Y tế"), deputy("Sở Tài chính"), deputy("Sở Tư pháp")],
    ),
    # What one post of a sentence came of.
    row(
        CA_MAU + "Trưởng khối năm 2023 được bầu là Sở Y tế, còn Sở Du lịch được giao giữ nhiệm vụ Phó khối.",
        [leader("Sở Y tế"), deputy("Sở Du lịch")],
    ),
]

SUBJECT_GOES_ON = [
    # One subject in two terms; what the words before a semicolon say of the term before.
    row(
        LAM_DONG
        + "Xã Lộc Bảo được tín nhiệm ở ngôi Cụm trưởng năm 2024 sau khi đã làm Cụm trưởng năm 2023; xã Lộc Lâm "
        "giữ ghế Cụm phó.",
        [leader("xã Lộc Bảo", 2024), leader("xã Lộc Bảo", 2023, S), deputy("xã Lộc Lâm", 2024)],
    ),
    # Words that open a sentence hold for all posts of it.
    row(
        LAM_DONG + "Cầm trịch trong năm qua là xã Lộc Bảo (Cụm trưởng) cùng xã Lộc Lâm (Cụm phó).",
        [leader("xã Lộc Bảo", 2023, S), deputy("xã Lộc Lâm", 2023, S)],
    ),
    # A post to come of which nothing more is said was got as the report tells it elsewhere.
    row(
        LAM_DONG
        + "Xã Lộc Lâm tiếp nhận nhiệm vụ Cụm phó năm 2024 từ UBND xã Lộc Phú. Xã Lộc Bảo là Cụm trưởng năm 2024.",
        [deputy("xã Lộc Lâm", 2024, A), deputy("xã Lộc Phú", 2023, S), leader("xã Lộc Bảo", 2024, A)],
    ),
]


@pytest.mark.parametrize(
    "case", [*SUBJECT_GOES_ON, *SEVERAL_BLOCS, *POINTED_AT, *CALLED_OTHERWISE, *HOLDERS, *HOW_AND_WHEN]
)
def test_posts_and_their_terms(case: Row) -> None:
    assert not differences("leader", case)
