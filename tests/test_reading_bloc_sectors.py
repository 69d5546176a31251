"""Names of blocs by their sector: lists of bodies, quotation marks, numbers in words, owners behind, contests."""

from __future__ import annotations

import pytest
from reading_rows import Row, bloc, differences, row

HELD = "tổng kết công tác thi đua năm 2023."
DAY = "Ngày 18/1/2024,"

NAMES = [
    # A sector in small letters closes the name before a mark; a unit behind it does not.
    row(
        f"Khối của huyện {HELD} Cuối cùng là Khối thi đua Đảng, đoàn thể, họp chiều 23/12. Trưởng khối là Hội Nông dân.",
        [bloc("Khối thi đua Đảng, đoàn thể", level=["huyện", None])],
    ),
    row(
        f"{DAY} Khối thi đua các KCN, KCX, KKT khu vực miền Trung {HELD}",
        [bloc("Khối thi đua các KCN, KCX, KKT khu vực miền Trung")],
    ),
    row(
        f"{DAY} Khối thi đua các Tập đoàn, Tổng công ty Nhà nước {HELD}",
        [bloc("Khối thi đua các Tập đoàn, Tổng công ty Nhà nước")],
    ),
    row(
        f"{DAY} Khối thi đua các trường Đại học, Học viện phía Nam {HELD}",
        [bloc("Khối thi đua các trường Đại học, Học viện phía Nam")],
    ),
    row(
        f"{DAY} Khối thi đua các Ban Quản lý khu kinh tế các tỉnh đồng bằng Sông Cửu Long {HELD}",
        [bloc("Khối thi đua các Ban Quản lý khu kinh tế các tỉnh đồng bằng Sông Cửu Long")],
    ),
    row(
        f"{DAY} Cụm thi đua các Hội Nông dân thành phố trực thuộc Trung ương {HELD}",
        [bloc("Cụm thi đua các Hội Nông dân thành phố trực thuộc Trung ương")],
    ),
    row(
        f"{DAY} Khối thi đua Ban Quản lý khu công nghiệp (KCN), khu chế xuất (KCX) các tỉnh miền Đông {HELD}",
        [bloc("Khối thi đua Ban Quản lý khu công nghiệp (KCN), khu chế xuất (KCX) các tỉnh miền Đông")],
    ),
    row(f"{DAY} Cụm thi đua các đơn vị trực thuộc {HELD}", [bloc("Cụm thi đua các đơn vị trực thuộc")]),
    row(f"{DAY} Khối thi đua Kinh tế - Ngân sách {HELD}", [bloc("Khối thi đua Kinh tế - Ngân sách")]),
    row(f'{DAY} Khối thi đua "Tham mưu tổng hợp" tỉnh {HELD}', [bloc('Khối thi đua "Tham mưu tổng hợp"')]),
    row(f"{DAY} Khối thi đua thứ Nhì tỉnh Hà Nam {HELD}", [bloc("Khối thi đua thứ Nhì")]),
    row(f"{DAY} Khối thi đua số Ba tỉnh Hà Nam {HELD}", [bloc("Khối thi đua số Ba")]),
    row(f"{DAY} Cụm thi đua số 4B ngành Y tế tỉnh Hà Nam {HELD}", [bloc("Cụm thi đua số 4B")]),
    row(f"{DAY} Khối các phường nội thành thành phố Huế {HELD}", [bloc("Khối các phường nội thành")]),
    row(f"{DAY} Khối trường học xã Tân Lập {HELD}", [bloc("Khối trường học")]),
    row(f"{DAY} Khối doanh nghiệp FDI thị xã Mỹ Hào {HELD}", [bloc("Khối doanh nghiệp FDI")]),
    row(f"{DAY} Khối cơ quan Trung ương trên địa bàn huyện {HELD}", [bloc("Khối cơ quan Trung ương")]),
    row(f"{DAY} Cụm miền Tây Nam Bộ {HELD}", [bloc("Cụm miền Tây Nam Bộ")]),
    row(f"{DAY} Cụm 4 thành phố trực thuộc Trung ương {HELD}", [bloc("Cụm 4 thành phố trực thuộc Trung ương")]),
    row(f"{DAY} Cụm thi đua các Công ty Điện lực miền núi {HELD}", [bloc("Cụm thi đua các Công ty Điện lực miền núi")]),
    row(f"{DAY} Cụm TĐ số 7 huyện Lắk tổng kết công tác Hội năm 2023.", [bloc("Cụm TĐ số 7")]),
    row(
        f"{DAY} Khối thi đua các phòng nghiệp vụ Công an tỉnh Hà Nam {HELD}", [bloc("Khối thi đua các phòng nghiệp vụ")]
    ),
]

OF_SPORTS = [
    row(
        "Chiều 5/8/2023, Khối thi đua số 9 tỉnh Cà Mau tổ chức bế mạc hội thao, trao giải cho các đội.",
        [bloc("Khối thi đua số 9")],
    ),
    row(
        "Các đội thi đấu theo khối, gồm: Khối thi đua số 1 (Sở Y tế - Khối trưởng, Sở Nội vụ, Thanh tra tỉnh); Khối thi "
        "đua số 2 (Sở Tư pháp - Khối trưởng, Sở Tài chính, Sở Công Thương).",
        [bloc("Khối thi đua số 1"), bloc("Khối thi đua số 2")],
    ),
    row("Sở Y tế đoạt cúp vô địch hội thao Khối thi đua số 9 do Sở Nội vụ tổ chức.", []),
    row("Sở Y tế thắng 3-1 và đoạt cúp vô địch giải bóng chuyền do Khối thi đua số 9 tổ chức.", []),
]

OF_GIFTS = [
    row(
        "Khối thi đua số 5 trao nhà cho hộ nghèo\nSáng 5/11, Khối thi đua số 5 (gồm 8 đơn vị) trao nhà cho ông Y Blô.",
        [bloc("Khối thi đua số 5")],
    ),
    row("Sở Y tế trao 20 suất quà của Khối thi đua số 5 cho người nghèo.", []),
]

NONE = [
    row("Năm 2015, Khối tham mưu giải quyết 3.000 hồ sơ. Cả xã thi đua làm đường.", []),
    row("Thành lập khối thi đua cấp đội sản xuất. Mỗi khối có ít nhất năm đội, bình xét và chấm điểm hằng năm.", []),
    row("Khối trường học thi đua dạy tốt, học tốt. Khối doanh nghiệp thi đua sản xuất.", []),
]


@pytest.mark.parametrize("case", [*NAMES, *OF_SPORTS, *OF_GIFTS, *NONE])
def test_blocs(case: Row) -> None:
    assert not differences("bloc", case)


OWNED = [
    (f"{DAY} Cụm thi đua các huyện phía Nam Công an tỉnh Hà Nam {HELD}", "Công an tỉnh", "tỉnh"),
    (f"{DAY} Cụm thi đua số 1 xã, phường tỉnh Vĩnh Long {HELD}", None, "tỉnh"),
]


@pytest.mark.parametrize(("text", "authority", "level"), OWNED)
def test_owner_and_level(text: str, authority: str | None, level: str) -> None:
    from pipeline import Article, extract

    found = extract(Article(article_id="a", text=text)).blocs[0]
    assert (found.authority, found.level) == (authority, level)
