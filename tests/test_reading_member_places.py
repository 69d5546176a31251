"""Table tests of members that are told as bare places or numbers, and of where the last item of a list ends."""

from __future__ import annotations

import pytest
from reading_rows import Row, differences, members, row

BARE_PLACES = [
    row(
        "Cụm thi đua số 3 tổng kết năm 2022. Cụm thi đua số 3 bao gồm các địa phương: Ba Tơ, Minh Long, Sơn Hà và Trà "
        "Bồng đã ký giao ước mới.",
        members("Ba Tơ", "Minh Long", "Sơn Hà", "Trà Bồng"),
    ),
    row(
        "Cụm thi đua số 3 gồm Ba Tơ, Minh Long, Sơn Hà và Trà Bồng họp tổng kết năm 2022.",
        members("Ba Tơ", "Minh Long", "Sơn Hà", "Trà Bồng"),
    ),
    row(
        "Cụm thi đua số 3 gồm 4 địa phương Ba Tơ, Minh Long, Sơn Hà, Trà Bồng tổng kết năm 2022.",
        members("Ba Tơ", "Minh Long", "Sơn Hà", "Trà Bồng"),
    ),
    row(
        "Cụm thi đua số 5 gồm Cà Mau, Cần Thơ, An Giang và Vĩnh Long tổng kết công tác thi đua năm 2025.",
        members("tỉnh Cà Mau", "thành phố Cần Thơ", "tỉnh An Giang", "tỉnh Vĩnh Long"),
    ),
    row(
        "Cụm thi đua số 2 gồm các quận: 4, 8, 11, Bình Thạnh tổng kết năm 2023.",
        members("quận 4", "quận 8", "quận 11", "quận Bình Thạnh"),
    ),
    row(
        "Cụm thi đua số 2 (Huyện ủy Mộ Đức và Huyện ủy Đức Phổ) tổng kết năm 2021.",
        members("Huyện ủy Mộ Đức", "Huyện ủy Đức Phổ"),
    ),
    row(
        "Kiểm sát viên các tỉnh trong Cụm thi đua số 2 dự. Viện kiểm sát nhân dân các tỉnh trong Cụm thi đua số 2 gồm: Cà "
        "Mau, An Giang, Vĩnh Long cùng tổng kết năm 2025.",
        members(
            "Viện kiểm sát nhân dân tỉnh Cà Mau",
            "Viện kiểm sát nhân dân tỉnh An Giang",
            "Viện kiểm sát nhân dân tỉnh Vĩnh Long",
        ),
    ),
    row("Cụm thi đua số 3 tổng kết năm 2022. Đoàn đã đến Ba Tơ, Minh Long, Sơn Hà và Trà Bồng tặng quà.", []),
    row("Cụm thi đua số 3 tổng kết năm 2022, quà gồm Sâm Ngọc Linh, Quế Trà Bồng và Tỏi Lý Sơn được trao.", []),
]


@pytest.mark.parametrize("case", BARE_PLACES)
def test_places_without_their_unit(case: Row) -> None:
    assert not differences("member", case)


LAST_ITEMS = [
    row(
        "Cụm thi đua số 1 gồm: UBND phường Nghĩa Lộ, Cẩm Thành và Trà Câu tổng kết năm 2025.",
        members("UBND phường Nghĩa Lộ", "UBND phường Cẩm Thành", "UBND phường Trà Câu"),
    ),
    row(
        "Cụm thi đua số 1 gồm TAND khu vực 6, 7 và 8 tổng kết năm 2025.",
        members("Tòa án nhân dân khu vực 6", "Tòa án nhân dân khu vực 7", "Tòa án nhân dân khu vực 8"),
    ),
    row(
        "Khối thi đua số 1 gồm Sở Y tế, Sở Tài chính, Sở Nội vụ và Bảo Minh Cà Mau ký giao ước năm 2025.",
        members("Sở Y tế", "Sở Tài chính", "Sở Nội vụ", "Bảo Minh Cà Mau"),
    ),
    row(
        "Khối thi đua số 1 gồm Sở Y tế, Sở Tài chính và Trung tâm GDNN-GDTX Trà Bồng ký giao ước thi đua.",
        members("Sở Y tế", "Sở Tài chính", "Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên Trà Bồng"),
    ),
    row(
        "Khối thi đua số 1 gồm Sở Y tế, Sở Tài chính, Sở Nội vụ và Lê Văn Thành đã ký giao ước năm 2025.",
        members("Sở Y tế", "Sở Tài chính", "Sở Nội vụ"),
    ),
]


@pytest.mark.parametrize("case", LAST_ITEMS)
def test_last_item_of_which_something_is_told(case: Row) -> None:
    assert not differences("member", case)


BORDERS = [
    row(
        "Khối thi đua số 4 gồm Trại giam Bình Điền (Cục C10 - Bộ Công an), Công an tỉnh và Sở Tư pháp tổng kết năm 2021.",
        members("Trại giam Bình Điền", "Công an tỉnh", "Sở Tư pháp"),
    ),
    row(
        "Khối thi đua số 4 gồm: Sở Tư pháp, Bộ Tư lệnh, Bộ đội Biên phòng và Cục Hải quan tổng kết năm 2021.",
        members("Sở Tư pháp", "Bộ Tư lệnh", "Bộ đội Biên phòng", "Cục Hải quan"),
    ),
    row(
        "Khối thi đua số 4 (Viện Nghiên cứu kinh tế - tài chính, Báo Hải quan, Tạp chí Thuế) tổng kết năm 2021.",
        members("Viện Nghiên cứu kinh tế - tài chính", "Báo Hải quan", "Tạp chí Thuế"),
    ),
    row(
        "Khối thi đua số 4 gồm Ban Quản lý dự án đầu tư xây dựng các công trình thủy lợi tỉnh, Sở Xây dựng, Sở Tư pháp. "
        "Khối tổng kết năm 2021.",
        members("Ban Quản lý dự án đầu tư xây dựng các công trình thủy lợi", "Sở Xây dựng", "Sở Tư pháp"),
    ),
    row(
        "Cụm thi đua số 4 gồm các trường THPT: Ba Gia, Bình Sơn, chuyên Lê Khiết và Vạn Tường tổng kết năm học 2020-2021.",
        members("Trường THPT Ba Gia", "Trường THPT Bình Sơn", "Trường THPT chuyên Lê Khiết", "Trường THPT Vạn Tường"),
    ),
    row(
        "Cụm thi đua số 4 gồm: trường mầm non Sơn Ca, trường tiểu học Hành Phước và trường THCS Phổ Văn tổng kết năm 2021.",
        members("Trường Mầm non Sơn Ca", "Trường Tiểu học Hành Phước", "Trường THCS Phổ Văn"),
    ),
]


@pytest.mark.parametrize("case", BORDERS)
def test_borders_of_items(case: Row) -> None:
    assert not differences("member", case)


SHARED = [
    row(
        "Cụm thi đua số 6 gồm Hội Chữ thập đỏ các huyện: Lâm Bình - Cụm trưởng, Na Hang - Cụm phó, Hàm Yên, Yên Sơn họp "
        "tổng kết năm 2023.",
        members(
            "Hội Chữ thập đỏ huyện Lâm Bình",
            "Hội Chữ thập đỏ huyện Na Hang",
            "Hội Chữ thập đỏ huyện Hàm Yên",
            "Hội Chữ thập đỏ huyện Yên Sơn",
        ),
    ),
    row(
        "Cụm thi đua số 6 gồm các trường: THPT Xuân Huy, Tân Trào, Ỷ La và Mầm non Hoa Mai, Phan Thiết họp năm 2023.",
        members(
            "Trường THPT Xuân Huy",
            "Trường THPT Tân Trào",
            "Trường THPT Ỷ La",
            "Trường Mầm non Hoa Mai",
            "Trường Mầm non Phan Thiết",
        ),
    ),
    row(
        "Khối thi đua số 6 gồm Agribank, BIDV, MB và SHB chi nhánh Tuyên Quang tổng kết năm 2023.",
        members("Agribank", "BIDV", "MB Bank", "SHB chi nhánh Tuyên Quang"),
    ),
    row(
        "Cụm thi đua số 6, với 4 thành viên Lâm Bình, Na Hang, Hàm Yên và Yên Sơn, tổng kết năm 2023.",
        members("Lâm Bình", "Na Hang", "Hàm Yên", "Yên Sơn"),
    ),
    row(
        "Ban Chỉ huy Quân sự các huyện (Lâm Bình, Na Hang, Hàm Yên) thuộc Cụm thi đua số 6 vừa tổng kết năm 2023.",
        members(
            "Ban Chỉ huy Quân sự huyện Lâm Bình",
            "Ban Chỉ huy Quân sự huyện Na Hang",
            "Ban Chỉ huy Quân sự huyện Hàm Yên",
        ),
    ),
    row(
        "Khối thi đua số 6 tổng kết năm 2023. Dự có Sở Y tế - đơn vị Khối trưởng, Sở Xây dựng - đơn vị Khối phó và 03 đơn "
        "vị thành viên trong Khối gồm Sở Tư pháp, Sở Nội vụ, Ban Dân tộc.",
        members("Sở Y tế", "Sở Xây dựng", "Sở Tư pháp", "Sở Nội vụ", "Ban Dân tộc"),
    ),
    row(
        "Cụm thi đua số 6 gồm Hội Nông dân Ba Tơ, Minh Long, Sơn Hà và Trà Bồng họp tổng kết năm 2023.",
        members("Hội Nông dân Ba Tơ", "Hội Nông dân Minh Long", "Hội Nông dân Sơn Hà", "Hội Nông dân Trà Bồng"),
    ),
    row(
        "Cụm thi đua số 6 gồm Đồn Biên phòng Sơn Vĩ, Xín Cái, Thượng Phùng và Thàng Tín tổng kết năm 2023.",
        members(
            "Đồn Biên phòng Sơn Vĩ",
            "Đồn Biên phòng Xín Cái",
            "Đồn Biên phòng Thượng Phùng",
            "Đồn Biên phòng Thàng Tín",
        ),
    ),
    row(
        "Khối thi đua số 6 gồm Sở Y tế, Bảo Việt, Sở Nội vụ và Viễn thông Sơn La tổng kết năm 2023.",
        members("Sở Y tế", "Bảo Việt", "Sở Nội vụ", "Viễn thông Sơn La"),
    ),
    row("Cụm thi đua số 6 tổng kết năm 2023. Cụm có 12 thành viên Ban Chỉ đạo, Tổ giúp việc, Hội đồng bình xét.", []),
]


@pytest.mark.parametrize("case", SHARED)
def test_what_items_share(case: Row) -> None:
    assert not differences("member", case)
