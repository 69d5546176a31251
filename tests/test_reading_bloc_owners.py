"""Whose a bloc is and at which level it meets, where its name alone does not say: its units, its system, what follows it."""

from __future__ import annotations

import pytest
from reading_rows import Row, bloc, differences, read, right_attributes, row

HELD = "tổng kết công tác thi đua năm 2019."

UNITS = [
    row(
        f"Ngày 18/12/2019, Cụm thi đua số 7 (gồm các huyện: Đông Hải, Hòa Bình, Phước Long) {HELD}",
        [bloc("Cụm thi đua số 7")],
    ),
    row(
        f"Ngày 18/12/2019, ở UBND huyện Tân Hồng, Cụm 3 gồm 4 huyện {HELD} Phòng Nội vụ huyện Tân Hồng dự. "
        "Phong trào thi đua được khen.",
        [bloc("Cụm 3")],
    ),
    row(
        f"Ngày 18/12/2019, Cụm thi đua số 4 gồm 5 Tỉnh hội Ninh Bình, Hà Nam, Nam Định, Thái Bình và Hưng Yên {HELD}",
        [bloc("Cụm thi đua số 4", "trung ương")],
    ),
    row(
        f"Ngày 18/12/2019, Cụm thi đua số III {HELD} Công an các tỉnh thuộc Cụm thi đua số III làm tốt.",
        [bloc("Cụm thi đua số III", "trung ương")],
    ),
    row(
        f"Ngày 18/12/2025, 12 phường trong Cụm thi đua số 10 về dự. Cụm thi đua số 10 {HELD.replace('2019', '2025')}",
        [bloc("Cụm thi đua số 10")],
    ),
    row(
        "Khối thi đua Lào Cai - Yên Bái tổng kết năm 2019, gồm 5 đơn vị của Công ty.",
        [bloc("Khối thi đua Lào Cai - Yên Bái", "trung ương")],
    ),
]

SYSTEMS = [
    row(
        f"Ngày 18/12/2019, Cụm thi đua số 1 {HELD} VKSND huyện Lộc Ninh, VKSND huyện Hớn Quản, VKSND huyện Đồng Phú có mặt, "
        "cùng lãnh đạo VKSND tỉnh Bình Phước.",
        [
            bloc(
                "Cụm thi đua số 1",
                province="Bình Phước",
                authority=["Viện kiểm sát nhân dân tỉnh", "VKSND tỉnh", "Viện kiểm sát nhân dân"],
            )
        ],
    ),
    row(
        f"Ngày 18/12/2019, Cụm thi đua số 6 {HELD} Dự có Hội Nhà báo tỉnh Nghệ An, Hội Nhà báo tỉnh Hà Tĩnh, Hội Nhà báo "
        "tỉnh Quảng Trị và lãnh đạo Hội Nhà báo Việt Nam.",
        [bloc("Cụm thi đua số 6", "trung ương", authority="Hội Nhà báo Việt Nam")],
    ),
    row(
        f"Ngày 18/12/2019, Cụm thi đua số 2 {HELD} Trường THCS Lê Lợi, Trường THCS Nguyễn Du, Trường Tiểu học Kim Đồng được "
        "Phòng Giáo dục và Đào tạo huyện Krông Búk khen.",
        [bloc("Cụm thi đua số 2", "huyện", district="Krông Búk", authority="Phòng Giáo dục và Đào tạo")],
    ),
    row(
        f"Ngày 18/12/2019, Khối thi đua số V (gồm Cục Hóa chất, Cục Công nghiệp, Cục Điều tiết điện lực) {HELD} Khối bám "
        "chương trình của Bộ Công Thương.",
        [bloc("Khối thi đua số V", "trung ương", authority="Bộ Công Thương")],
    ),
    # Guests from districts make no system of a bloc of the province's own bodies.
    row(
        f"Ngày 18/12/2019, Khối thi đua Nội chính tỉnh Nam Định {HELD} Khối gồm Công an tỉnh, Thanh tra tỉnh, Sở Tư pháp, "
        "Tòa án nhân dân tỉnh, Cục Thi hành án dân sự tỉnh. Công an huyện Ý Yên và Công an huyện Hải Hậu đến dự.",
        [bloc("Khối thi đua Nội chính", province="Nam Định")],
    ),
]

BEHIND_THE_NAME = [
    row(
        f"Ngày 18/12/2019, Cụm thi đua phía Bắc lực lượng vũ trang (LLVT) tỉnh Đồng Nai {HELD}",
        [bloc("Cụm thi đua phía Bắc", province="Đồng Nai", authority="Lực lượng vũ trang tỉnh")],
    ),
    row(
        f"Ngày 18/12/2019, Cụm thi đua số 6 Tỉnh ủy {HELD}",
        [bloc("Cụm thi đua số 6", authority="Tỉnh ủy")],
    ),
    row(
        f"Ngày 18/12/2019, Cụm thi đua số II của Hội đồng thi đua khen thưởng Tỉnh ủy Đắk Lắk {HELD}",
        [bloc("Cụm thi đua số II", province="Đắk Lắk", authority="Tỉnh ủy")],
    ),
    row(
        f"Ngày 18/12/2019, Cụm thi đua số 5, khối các đơn vị trực thuộc Bộ Công an {HELD}",
        [bloc("Cụm thi đua số 5", "trung ương", authority="Bộ Công an")],
    ),
    row(
        f"Ngày 18/12/2019, Cụm thi đua số 1, ngành Tổ chức xây dựng Đảng {HELD}",
        [bloc("Cụm thi đua số 1", "trung ương", authority="Ban Tổ chức Trung ương")],
    ),
    row(
        f"Ngày 18/12/2019, Cụm thi đua Khối trực thuộc Tỉnh đoàn {HELD}",
        [
            bloc(
                "Cụm thi đua Khối trực thuộc Tỉnh đoàn",
                province=["Hà Nam", None],
                authority=["Tỉnh đoàn", "Tỉnh đoàn Hà Nam"],
            )
        ],
    ),
    row(
        f"Ngày 18/12/2019, Cụm thi đua số 8 {HELD} Ông Đỗ Văn Nam phụ trách Cụm thi đua Viện kiểm sát nhân dân tỉnh Kon Tum.",
        [bloc("Cụm thi đua số 8", province="Kon Tum", authority="Viện kiểm sát nhân dân tỉnh")],
    ),
    row(
        f"Ngày 18/12/2019, Khu vực thi đua III (khu vực Tây Nguyên) Bộ Tư pháp {HELD}",
        [bloc("Khu vực thi đua III", "trung ương", authority="Bộ Tư pháp")],
    ),
    row(
        f"Ngày 18/12/2019, Cụm thi đua số 4 Hội Cựu chiến binh các tỉnh miền núi phía Bắc {HELD}",
        [bloc("Cụm thi đua số 4", "trung ương")],
    ),
    row(
        f"Nét mới của Khối thi đua các đơn vị sự nghiệp y tế Bình Dương\nNGÀY 18/12/2019, Khối thi đua {HELD}",
        [bloc("Khối thi đua các đơn vị sự nghiệp y tế", province="Bình Dương")],
    ),
    row(
        f"Ngày 18/12/2019, Khối thi đua các huyện, thị xã và thành phố Huế {HELD}",
        [bloc("Khối thi đua các huyện, thị xã và thành phố Huế", province="Thừa Thiên Huế")],
        published="2019-12-19",
    ),
]


@pytest.mark.parametrize("case", [*UNITS, *SYSTEMS, *BEHIND_THE_NAME])
def test_level_and_authority(case: Row) -> None:
    assert right_attributes(case, read(case)) == 1.0, read(case)["blocs"]


@pytest.mark.parametrize("case", BEHIND_THE_NAME)
def test_names(case: Row) -> None:
    assert not differences("bloc", case)
