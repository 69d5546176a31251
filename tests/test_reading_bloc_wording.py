"""Names of blocs as portals write them: rewards beside emulation, lists of units, regions with a city, sports."""

from __future__ import annotations

import pytest
from reading_rows import Row, bloc, differences, row

HELD = "tổng kết công tác thi đua năm 2023."

NAMES = [
    row(
        "Ngày 18/1/2024, Cụm thi đua 3 tổng kết năm 2023.\n\nCụm thi đua 3 - Nhìn lại một năm hoạt động",
        [bloc("Cụm thi đua 3")],
    ),
    row(
        f"Ngày 18/1/2024, Cụm thi đua, khen thưởng các huyện, thị xã tỉnh Gia Lai {HELD}",
        [bloc("Cụm thi đua, khen thưởng các huyện, thị xã")],
    ),
    row(f"Ngày 18/1/2024, Khối thi đua - khen thưởng số 4 {HELD}", [bloc("Khối thi đua - khen thưởng số 4")]),
    row(f"Ngày 18/1/2024, Cụm thi đua 5 tỉnh Nam Trung Bộ {HELD}", [bloc("Cụm thi đua 5 tỉnh Nam Trung Bộ")]),
    row(
        f"Ngày 18/1/2024, Cụm thi đua các tỉnh Tây Nam Bộ và thành phố Cần Thơ {HELD}",
        [bloc("Cụm thi đua các tỉnh Tây Nam Bộ và thành phố Cần Thơ")],
    ),
    row(
        f"Ngày 18/1/2024, Cụm thi đua Sở Tư pháp các tỉnh Tây Bắc về tỉnh Sơn La {HELD}",
        [bloc("Cụm thi đua Sở Tư pháp các tỉnh Tây Bắc")],
    ),
    row(
        "Cụm Thi đua 7 tỉnh Trung du và Miền núi phía Bắc tổng kết năm 2020.",
        [bloc("Cụm thi đua 7 tỉnh Trung du và Miền núi phía Bắc", "trung ương")],
    ),
    row(f"Ngày 18/1/2024, Khối 05 huyện Nam Trà My {HELD}", [bloc("Khối 05")]),
    row(
        f"Ngày 18/1/2024, Khối thi đua các huyện miền núi, thị xã, thành phố tỉnh Phú Yên {HELD}",
        [bloc("Khối thi đua các huyện miền núi, thị xã, thành phố")],
    ),
    row(
        f"Ngày 18/1/2024, Khối thi đua các huyện, thành phố, thị xã của tỉnh Đắk Lắk {HELD}",
        [bloc("Khối thi đua các huyện, thành phố, thị xã")],
    ),
    row(
        f"Ngày 18/1/2024, Khối thi đua các cơ quan tham mưu của Tỉnh ủy {HELD}",
        [bloc("Khối thi đua các cơ quan tham mưu của Tỉnh ủy")],
    ),
    row(
        f"Ngày 18/1/2024, Khối thi đua các Hội được Đảng và Nhà nước giao nhiệm vụ tỉnh Hà Giang {HELD}",
        [bloc("Khối thi đua các Hội được Đảng và Nhà nước giao nhiệm vụ")],
    ),
    row(f"Ngày 18/1/2024, Khối doanh nghiệp II tỉnh Hà Giang {HELD}", [bloc("Khối doanh nghiệp II")]),
    row(
        f"Ngày 18/1/2024, Khối thi đua các trường trung cấp (TC), cao đẳng (CĐ) và đại học tỉnh Hà Giang {HELD}",
        [bloc("Khối thi đua các trường trung cấp (TC), cao đẳng (CĐ) và đại học")],
    ),
    row(
        f"Ngày 18/1/2024, Cụm thi đua các Hội Nông dân khối huyện tỉnh Bình Định {HELD}",
        [bloc("Cụm thi đua các Hội Nông dân khối huyện")],
    ),
    row(f"Ngày 18/1/2024, Cụm thi đua cấp huyện số IV {HELD}", [bloc("Cụm thi đua cấp huyện số IV")]),
    row(
        f"Ngày 18/1/2024, Khối thi đua số 7 {HELD} Khối thi đua số 7 và bản Quy chế mới được giới thiệu.",
        [bloc("Khối thi đua số 7")],
    ),
    row(
        "Ngày 18/1/2024, Khối Mặt trận và các đoàn thể tỉnh Hà Nam họp. Năm 2023, các đơn vị bầu Hội Nông dân tỉnh dẫn "
        "đầu Khối thi đua MTTQ và các tổ chức chính trị - xã hội.",
        [bloc("Khối thi đua MTTQ và các tổ chức chính trị - xã hội")],
    ),
    row(
        "Năm 2023, Khối thi đua có nhiều cách làm mới. Ngày 18/1/2024, Khối họp tổng kết và bầu Sở Y tế làm Trưởng khối.",
        [bloc("Khối thi đua")],
    ),
    row(
        f"Ngày 18/1/2024, Hội Khuyến học Cụm thi đua các tỉnh Đông Nam Bộ {HELD}",
        [bloc("Cụm thi đua các tỉnh Đông Nam Bộ")],
    ),
    row(
        f"Ngày 18/1/2024, Khối thi đua các cơ quan T.Ư quản lý ngành dọc tỉnh Hà Nam {HELD}",
        [bloc("Khối thi đua các cơ quan T.Ư quản lý ngành dọc")],
    ),
    row(
        f"Ngày 18/1/2024, Khối thi đua các Chi cục Thuế Hà Nam - Nam Định {HELD}",
        [bloc("Khối thi đua các Chi cục Thuế Hà Nam - Nam Định")],
    ),
    row(
        f"Ngày 18/1/2024, Cụm thi đua Hội Nhà báo (HNB) các tỉnh Tây Bắc {HELD} Cụm thi đua Hội Nhà báo các tỉnh Tây Bắc "
        "gồm 6 HNB.",
        [bloc("Cụm thi đua Hội Nhà báo các tỉnh Tây Bắc")],
    ),
    row(
        f"Ngày 18/1/2024, Cụm thi đua Sở Tư pháp các tỉnh Đông Nam Bộ-TP. Hồ Chí Minh {HELD}",
        [bloc("Cụm thi đua Sở Tư pháp các tỉnh Đông Nam Bộ-TP. Hồ Chí Minh")],
    ),
    row(
        f"Ngày 18/1/2024, Cụm các cơ quan thường trú trong nước {HELD}",
        [bloc("Cụm các cơ quan thường trú trong nước")],
    ),
    row(
        f"Ngày 18/1/2024, Khối thi đua Dịch vụ 2 tỉnh Quảng Trị {HELD} Khối thi đua số 2 đoàn kết. Sở Y tế làm cụm phó cụm "
        "thi đua số 2.",
        [bloc("Khối thi đua Dịch vụ 2")],
    ),
    row(
        "Theo Văn bản số 4/TTT, Thanh tra Sở Công Thương làm Khối trưởng Khối Kinh tế, Thanh tra Sở Xây dựng làm Khối phó "
        "khối thi đua này năm 2019.",
        [bloc("Khối Kinh tế")],
    ),
    row(
        "Hội Nông dân huyện Ba Tơ dẫn đầu thi đua cụm miền núi năm 2021. Hội Nông dân huyện Mộ Đức dẫn đầu thi đua cụm "
        "đồng bằng năm 2021.",
        [bloc("Cụm miền núi"), bloc("Cụm đồng bằng")],
    ),
    row(
        f"Tổ giúp việc Cụm thi đua và Hội Nông dân tỉnh Gia Lai đến dự. Khối thi đua số 4 {HELD}",
        [bloc("Khối thi đua số 4")],
    ),
    row(f"Ngày 18/1/2024, Cụm TĐ số 5 huyện Đức Trọng {HELD}", [bloc("Cụm TĐ số 5")]),
    row(
        f"Chia sẻ của Văn phòng Tỉnh ủy\nKhối thi đua số 8 {HELD}",
        [bloc("Khối thi đua số 8")],
    ),
]

OF_SPORTS = [
    row(
        "Hội thao chào mừng ngày 2/9 của Khối thi đua số 9 tỉnh Cà Mau khai mạc sáng 19/8.", [bloc("Khối thi đua số 9")]
    ),
    row(
        "Hội thao năm 2022 khai mạc tại nhà thi đấu tỉnh. Khối thi đua số 9 tỉnh Cà Mau gồm 3 đơn vị: Sở Y tế, Sở Nội vụ "
        "và Sở Tư pháp.",
        [bloc("Khối thi đua số 9")],
    ),
    row(
        "Công ty Cấp nước Tân An vô địch giải bóng đá công nhân. Công ty từng đoạt giải Nhất hội thao Khối thi đua số 9.",
        [],
    ),
]

NONE = [
    row("Năm 2023, các khối thi đua, khen thưởng kịp thời các doanh nghiệp làm tốt.", []),
    row("Năm 2021, xã Trà Giang xây cụm đồng bằng và cụm miền núi của chợ đầu mối. Cả xã thi đua làm đường.", []),
    row("Khối doanh nghiệp 5 năm qua thi đua sản xuất, nộp ngân sách tăng 12%.", []),
]


@pytest.mark.parametrize("case", [*NAMES, *OF_SPORTS, *NONE])
def test_blocs(case: Row) -> None:
    assert not differences("bloc", case)
