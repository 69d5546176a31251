"""Where the names of a list's members end: rows of (text, expected members)."""

from __future__ import annotations

import pytest
from reading_rows import Row, differences, members, row

COMPOUNDS = [
    # A word that ends names stands inside one.
    row(
        "Khối thi đua số 5 gồm: Trung tâm Kiểm định thiết bị y tế, Công ty CP Phát triển nhà ở Hà Nam, Sở Y tế.",
        members("Trung tâm Kiểm định thiết bị y tế", "Công ty CP Phát triển nhà ở Hà Nam", "Sở Y tế"),
    ),
    row(
        "Khối thi đua số 5 gồm Viện Lúa Đồng bằng sông Hồng, Hội Hiến máu, Hiệp hội Doanh nghiệp nhỏ và vừa.",
        members("Viện Lúa Đồng bằng sông Hồng", "Hội Hiến máu", "Hiệp hội Doanh nghiệp nhỏ và vừa"),
    ),
    row(
        "Cụm thi đua số 7 gồm: Trại giam Bình Điền; Cục Quản lý tạm giữ, tạm giam và thi hành án tại cộng đồng; Cục "
        "Viễn thông và cơ yếu.",
        members(
            "Trại giam Bình Điền",
            "Cục Quản lý tạm giữ, tạm giam và thi hành án tại cộng đồng",
            "Cục Viễn thông và cơ yếu",
        ),
    ),
]
NUMBERS = [
    row(
        "Khối thi đua số 5 gồm: Công ty CP Bê tông 610 Phú Bài, Công ty CP Đường bộ 230 Hải Phòng và Công ty CP "
        "Lilama 10.",
        members("Công ty CP Bê tông 610 Phú Bài", "Công ty CP Đường bộ 230 Hải Phòng", "Công ty CP Lilama 10"),
    ),
    row(
        "Khối thi đua số 5 gồm Chi cục Kiểm định hải quan 3, Hải quan Nam Định và Hải quan cửa khẩu Na Mèo.",
        members("Chi cục Kiểm định hải quan 3", "Hải quan Nam Định", "Hải quan cửa khẩu Na Mèo"),
    ),
    row(
        "Cụm thi đua số 1 gồm các Quận 4 (cụm trưởng), 6, 8, 12 và quận Bình Thạnh.",
        members("quận 4", "quận 6", "quận 8", "quận 12", "quận Bình Thạnh"),
    ),
    row(
        "Cụm thi đua số 1 gồm Quận ủy 4, 6, 8, Gò Vấp và Thành ủy Thủ Đức.",
        members("Quận ủy 4", "Quận ủy 6", "Quận ủy 8", "Quận ủy Gò Vấp", "Thành ủy Thủ Đức"),
    ),
]
SHORT_FORMS = [
    row(
        "Khối thi đua số 5 tỉnh gồm: TAND TP Vinh, TAND TX Cửa Lò, Công an H. Yên Thành và VP. Huyện ủy.",
        members(
            "Tòa án nhân dân thành phố Vinh",
            "Tòa án nhân dân thị xã Cửa Lò",
            "Công an huyện Yên Thành",
            "Văn phòng Huyện ủy",
        ),
    ),
    row(
        "Khối thi đua số 2 gồm Trường Cao đẳng Điện lực KT-KT, Ban QLDA Nông nghiệp và PTNT, Phòng CSGT.",
        members(
            "Trường Cao đẳng Điện lực Kinh tế - Kỹ thuật",
            "Ban Quản lý dự án Nông nghiệp và Phát triển nông thôn",
            "Phòng Cảnh sát giao thông",
        ),
    ),
    row(
        "Khối thi đua số 6 gồm Ngân hàng (NH) Nhà nước, NH Chính sách xã hội và Cao đẳng (CĐ) Nghề Nha Trang.",
        members("Ngân hàng Nhà nước", "Ngân hàng Chính sách xã hội", "Trường Cao đẳng nghề Nha Trang"),
    ),
    row(
        "Khối thi đua số 3 gồm Trung tâm GDNN-GDTX Nga Sơn, Ban Quản lý Khu BTTN Pù Hu, Ban Quản lý Khu kinh tế Nghi Sơn "
        "và các KCN, Phòng Nghiệp vụ, dự toán, pháp chế, Phòng Tổ chức.",
        members(
            "Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên Nga Sơn",
            "Ban Quản lý Khu bảo tồn thiên nhiên Pù Hu",
            "Ban Quản lý Khu kinh tế Nghi Sơn và các khu công nghiệp",
            "Phòng Nghiệp vụ, dự toán, pháp chế",
            "Phòng Tổ chức",
        ),
    ),
    row(
        "Khối gồm các sở: Y tế, TT&TT, GD&ĐT. Khối thi đua Văn hóa tổng kết năm 2019.",
        members("Sở Y tế", "Sở Thông tin và Truyền thông", "Sở Giáo dục và Đào tạo"),
    ),
]
SMALL = [
    # Names that begin with small letters.
    row(
        "Khối thi đua số 5 tỉnh gồm: bệnh viện Đa khoa tỉnh, bệnh viện Lao và Bệnh phổi, trung tâm Y tế huyện Mai Sơn.",
        members("Bệnh viện Đa khoa", "Bệnh viện Lao và Bệnh phổi", "Trung tâm Y tế huyện Mai Sơn"),
    ),
    row(
        "Khối thi đua số 5 gồm: công ty Điện lực Yên Bái, công ty CP Cấp nước Yên Bái và chi cục Kiểm lâm.",
        members("Công ty Điện lực Yên Bái", "Công ty CP Cấp nước Yên Bái", "Chi cục Kiểm lâm"),
    ),
    row(
        "Khối thi đua số 5 gồm Sở Y tế, công an tỉnh, bộ chỉ huy quân sự tỉnh và hội nông dân tỉnh.",
        members("Sở Y tế", "Công an tỉnh", "Bộ Chỉ huy Quân sự tỉnh", "Hội Nông dân"),
    ),
    # What small letters only speak of.
    row("Khối thi đua số 5 gồm các công ty Việt Nam. Các bệnh viện Hà Nội dự tổng kết năm 2021.", []),
    row(
        "Khối thi đua số 5 gồm Sở Y tế và Sở Nội vụ, công an tỉnh bảo vệ hội nghị tổng kết năm 2021.",
        members("Sở Y tế", "Sở Nội vụ"),
    ),
]
SERIES = [
    row(
        "Khối thi đua số 3 gồm: Trường Đại học Văn hóa, Thể thao và Du lịch Thanh Hóa, Trường Đại học Hồng Đức, "
        "Trường Cao đẳng Y tế Thanh Hóa.",
        members(
            "Trường Đại học Văn hóa, Thể thao và Du lịch Thanh Hóa",
            "Trường Đại học Hồng Đức",
            "Trường Cao đẳng Y tế Thanh Hóa",
        ),
    ),
    row(
        "Khối thi đua số 3 gồm Phòng Quản lý vận tải, phương tiện và người lái, Phòng Pháp chế, Thanh tra Sở.",
        members("Phòng Quản lý vận tải, phương tiện và người lái", "Phòng Pháp chế", "Thanh tra Sở"),
    ),
    row(
        "Khối thi đua số 3 gồm: Hội Tin học và Điện tử viễn thông, Hội Làm vườn và Nuôi ong, Hội Nông dân.",
        members("Hội Tin học và Điện tử viễn thông", "Hội Làm vườn và Nuôi ong", "Hội Nông dân"),
    ),
    row(
        "Sáng 9/7, Hạt Kiểm lâm, Trung tâm Dịch vụ, hỗ trợ phát triển nông nghiệp, Phòng Y tế - cả ba thành viên Khối thi "
        "đua Nông nghiệp huyện Văn Chấn - sơ kết 6 tháng đầu năm 2020.",
        members("Hạt Kiểm lâm", "Trung tâm Dịch vụ, hỗ trợ phát triển nông nghiệp", "Phòng Y tế"),
    ),
    # The last "và" of a list joins items, and what it does not name is passed over.
    row(
        "Khối thi đua số 3 gồm: Hội Người mù, các hội đặc thù khác, Hội Làm vườn và Hội Nuôi ong.",
        members("Hội Người mù", "Hội Làm vườn", "Hội Nuôi ong"),
    ),
    row(
        "Khối thi đua số 3 gồm: các hội Nông dân, Liên hiệp Phụ nữ, Cựu chiến binh và Tỉnh đoàn.",
        members("Hội Nông dân", "Hội Liên hiệp Phụ nữ", "Hội Cựu chiến binh", "Tỉnh đoàn"),
    ),
]
PLACES = [
    row(
        "Cụm thi đua số 3 gồm các xã Mường La, Ngọc Chiến và phường Chiềng An, Chiềng Cơi.",
        members("xã Mường La", "xã Ngọc Chiến", "phường Chiềng An", "phường Chiềng Cơi"),
    ),
    row(
        "Cụm thi đua số 3 gồm Trường MN Hoa Hồng, MN Sao Mai, TH Tô Hiệu, THCS Quyết Tâm.",
        members(
            "Trường Mầm non Hoa Hồng", "Trường Mầm non Sao Mai", "Trường Tiểu học Tô Hiệu", "Trường THCS Quyết Tâm"
        ),
    ),
    row(
        "Khối thi đua số 4 gồm: Báo Sơn La [Khối trưởng], Văn phòng Tỉnh ủy, các Ban Đảng (Tổ chức, Dân vận).",
        members("Văn phòng Tỉnh ủy", "Ban Tổ chức Tỉnh ủy", "Ban Dân vận Tỉnh ủy", "Báo Sơn La"),
    ),
    row(
        "Khối thi đua số 5 gồm: Bệnh viện quận Bình Tân, Bệnh viện thành phố Thủ Đức, Trường Đại học Sư phạm Hà Nội 2.",
        members("Bệnh viện quận Bình Tân", "Bệnh viện thành phố Thủ Đức", "Trường Đại học Sư phạm Hà Nội 2"),
    ),
    row(
        "Khối thi đua số 5 gồm: Ban Liên lạc Cựu chiến binh, Giáo hội Phật giáo Việt Nam tỉnh, Trung tâm Đăng kiểm 15-01V "
        "và Công ty CP DAP - Vinachem.",
        members(
            "Ban Liên lạc Cựu chiến binh",
            "Giáo hội Phật giáo Việt Nam",
            "Trung tâm Đăng kiểm 15-01V",
            "Công ty CP DAP - Vinachem",
        ),
    ),
    row(
        "Khối thi đua số 5 gồm: Công ty Nhôm Đắk Nông - TKV, Công ty Than Hòn Gai - TKV và Sở Công Thương.",
        members("Công ty Nhôm Đắk Nông - TKV", "Công ty Than Hòn Gai - TKV", "Sở Công Thương"),
    ),
    row(
        "Cụm thi đua số 2 khối các huyện, thành phố gồm huyện Tuần Giáo, Mường Ảng, Tủa Chùa và thị xã Mường Lay.",
        members("huyện Tuần Giáo", "huyện Mường Ảng", "huyện Tủa Chùa", "thị xã Mường Lay"),
    ),
    row(
        "Cụm thi đua số 9 gồm Liên hiệp Hội Bến Tre (cụm trưởng), Trà Vinh (cụm phó), Vĩnh Long và Tiền Giang.",
        members(
            "Liên hiệp Hội Bến Tre", "Liên hiệp Hội Trà Vinh", "Liên hiệp Hội Vĩnh Long", "Liên hiệp Hội Tiền Giang"
        ),
    ),
    row(
        "Cụm thi đua các trường chính trị miền Tây tổng kết năm 2021. Cụm gồm các trường: Bến Tre, Trà Vinh, An Giang.",
        members("Trường Chính trị tỉnh Bến Tre", "Trường Chính trị tỉnh Trà Vinh", "Trường Chính trị tỉnh An Giang"),
    ),
    row(
        "3 trường THPT trực thuộc Sở GD-ĐT nằm trong Cụm thi đua số 2 gồm: Minh Khai, Ngô Quyền và Đa Kia.",
        members("Trường THPT Minh Khai", "Trường THPT Ngô Quyền", "Trường THPT Đa Kia"),
    ),
]


@pytest.mark.parametrize("case", COMPOUNDS + NUMBERS + SHORT_FORMS + SMALL + SERIES + PLACES)
def test_members_end_where_their_names_do(case: Row) -> None:
    assert not differences("member", case)
