"""Members in lists of sectors with few reports: provinces under one body, regions, troops, odd names."""

from __future__ import annotations

import pytest
from reading_rows import Row, differences, members, row

LISTS = [
    row(
        "Ngày 5/1/2024, Khối thi đua số 1 và Khối thi đua số 2 huyện Đăk Hà tổng kết năm 2023.\n\n"
        "Khối thi đua số 1 có các xã Đăk Ui, Đăk Mar, Hà Mòn, Ngọk Wang. Khối thi đua số 2 gồm Phòng "
        "Nội vụ, Phòng Tư pháp, Thanh tra huyện.",
        members(
            "xã Đăk Ui", "xã Đăk Mar", "xã Hà Mòn", "xã Ngọk Wang", "Phòng Nội vụ", "Phòng Tư pháp", "Thanh tra huyện"
        ),
    ),
    row(
        "Chiều 5/1/2024, Cụm thi đua số 3 Tổng cục Hải quan gồm các Cục Hải quan: Quảng Trị, Thừa Thiên "
        "Huế, Đà Nẵng, Quảng Nam, Quảng Ngãi đã tổng kết năm 2023.",
        members(
            "Cục Hải quan tỉnh Quảng Trị",
            "Cục Hải quan tỉnh Thừa Thiên Huế",
            "Cục Hải quan thành phố Đà Nẵng",
            "Cục Hải quan tỉnh Quảng Nam",
            "Cục Hải quan tỉnh Quảng Ngãi",
        ),
    ),
    row(
        "Chiều 5/1/2024, Cụm thi đua số VII BHXH Việt Nam tổng kết năm 2023.\n\n"
        "Với sự góp mặt của BHXH các tỉnh Bình Phước, Tây Ninh, Long An, Tiền Giang, Bến Tre, Cụm có "
        "nhiều mô hình hay.",
        members(
            "Bảo hiểm xã hội tỉnh Bình Phước",
            "Bảo hiểm xã hội tỉnh Tây Ninh",
            "Bảo hiểm xã hội tỉnh Long An",
            "Bảo hiểm xã hội tỉnh Tiền Giang",
            "Bảo hiểm xã hội tỉnh Bến Tre",
        ),
    ),
    row(
        "Chiều 5/1/2024, Cụm thi đua số 2 Tổng cục Thống kê tổng kết năm 2023.\n\n"
        "Cụm do Cục Thống kê Nghệ An làm Cụm trưởng, các thành viên khác là Cục Thống kê Thanh Hóa, Cục "
        "Thống kê Hà Tĩnh và Cục Thống kê Quảng Bình.",
        members("Cục Thống kê Nghệ An", "Cục Thống kê Thanh Hóa", "Cục Thống kê Hà Tĩnh", "Cục Thống kê Quảng Bình"),
    ),
    row(
        "Chiều 5/1/2024, Khối thi đua Kiểm toán nhà nước khu vực tổng kết năm 2023.\n\n"
        "Mười hai đơn vị, từ Kiểm toán nhà nước khu vực I đến Kiểm toán nhà nước khu vực XIII, trong đó "
        "có Kiểm toán nhà nước khu vực V, Kiểm toán nhà nước khu vực VI, dự họp.",
        members(),
    ),
    row(
        "Chiều 5/1/2024, Khối thi đua các tổ chức chính trị - xã hội tỉnh Tuyên Quang tổng kết năm "
        "2023.\n\n"
        "Các đồng chí lãnh đạo Ủy ban MTTQ tỉnh, LĐLĐ tỉnh, Hội LHPN tỉnh, Hội Nông dân tỉnh, Hội CCB "
        "tỉnh và Tỉnh đoàn - sáu đơn vị thành viên - đồng chủ trì.",
        members(
            "Ủy ban Mặt trận Tổ quốc Việt Nam",
            "Liên đoàn Lao động",
            "Hội Liên hiệp Phụ nữ",
            "Hội Nông dân",
            "Hội Cựu chiến binh",
            "Tỉnh đoàn",
        ),
    ),
    row(
        "Chiều 5/7/2024, Cụm thi đua Điện lực phía Tây (Công ty Điện lực Nghệ An) sơ kết 6 tháng.\n\n"
        "Cụm quy tụ 4 Điện lực Con Cuông, Tương Dương, Quỳ Hợp, Tân Kỳ.",
        members("Điện lực Con Cuông", "Điện lực Tương Dương", "Điện lực Quỳ Hợp", "Điện lực Tân Kỳ"),
    ),
    row(
        "Chiều 5/7/2024, Cụm thi đua số 5 Tổng công ty Bưu điện Việt Nam sơ kết 6 tháng.\n\n"
        "Thuộc Cụm là các Bưu điện tỉnh Hòa Bình, Sơn La, Điện Biên, Lai Châu.",
        members("Bưu điện tỉnh Hòa Bình", "Bưu điện tỉnh Sơn La", "Bưu điện tỉnh Điện Biên", "Bưu điện tỉnh Lai Châu"),
    ),
    row(
        "Chiều 5/7/2024, Khối thi đua số 2 Bộ Nội vụ sơ kết 6 tháng.\n\n"
        "Khối có 5 vụ: Vụ Pháp chế, Vụ Tổ chức - Biên chế, Vụ Tiền lương, Vụ Công chức - Viên chức và "
        "Vụ Chính quyền địa phương.",
        members(
            "Vụ Pháp chế",
            "Vụ Tổ chức - Biên chế",
            "Vụ Tiền lương",
            "Vụ Công chức - Viên chức",
            "Vụ Chính quyền địa phương",
        ),
    ),
    row(
        "Ngày 5/1/2024, Khối thi đua các tổ chức tín dụng tỉnh Hà Nam tổng kết năm 2023.\n\n"
        "Tham gia Khối có: Agribank Hà Nam (98 điểm), BIDV Hà Nam (97,5 điểm), VietinBank Hà Nam (97 "
        "điểm), LPBank Hà Nam và Quỹ tín dụng nhân dân Bình Lục.",
        members(
            "Agribank chi nhánh Hà Nam",
            "BIDV chi nhánh Hà Nam",
            "VietinBank chi nhánh Hà Nam",
            "LPBank chi nhánh Hà Nam",
            "Quỹ tín dụng nhân dân Bình Lục",
        ),
    ),
    row(
        "Ngày 5/1/2024, Khối thi đua số 3 tỉnh Hà Nam tổng kết năm 2023.\n\n"
        "Khối gồm Sở Tư pháp - Khối trưởng, Sở Nội vụ - Khối phó, Sở Ngoại vụ, Ban Dân tộc và Thanh tra "
        "tỉnh.",
        members("Sở Tư pháp", "Sở Nội vụ", "Sở Ngoại vụ", "Ban Dân tộc", "Thanh tra tỉnh"),
    ),
    row(
        "Ngày 5/1/2024, Khối thi đua số 3 tỉnh Hà Nam tổng kết năm 2023.\n\n"
        "Gồm 5 đơn vị là Sở Tư pháp, Sở Nội vụ, Sở Ngoại vụ, Ban Dân tộc và Thanh tra tỉnh, Khối đã có "
        "nhiều đổi mới.",
        members("Sở Tư pháp", "Sở Nội vụ", "Sở Ngoại vụ", "Ban Dân tộc", "Thanh tra tỉnh"),
    ),
    row(
        "Ngày 5/1/2024, Khối thi đua số 3 tỉnh Hà Nam tổng kết năm 2023.\n\n"
        "Tại hội nghị, đại diện Sở Tư pháp, Sở Nội vụ, Sở Ngoại vụ đã tham luận.",
        members(),
    ),
    row(
        "Ngày 5/1/2024, Cụm thi đua số 2 LĐLĐ tỉnh Bình Định tổng kết năm 2023.\n\n"
        "Cụm có LĐLĐ thị xã An Nhơn, LĐLĐ huyện: Tây Sơn, Vĩnh Thạnh, Tuy Phước, CĐ Viên chức tỉnh và "
        "CĐ ngành Giáo dục.",
        members(
            "Liên đoàn Lao động thị xã An Nhơn",
            "Liên đoàn Lao động huyện Tây Sơn",
            "Liên đoàn Lao động huyện Vĩnh Thạnh",
            "Liên đoàn Lao động huyện Tuy Phước",
            "Công đoàn Viên chức",
            "Công đoàn ngành Giáo dục",
        ),
    ),
    row(
        "Ngày 5/1/2024, Cụm thi đua số 2 Cục Thuế tỉnh Bình Định tổng kết năm 2023.\n\n"
        "Các đơn vị thành viên\n"
        "1. Chi cục Thuế thành phố Quy Nhơn\n"
        "2. Chi cục Thuế khu vực Hoài Nhơn - An Lão\n"
        "3. Chi cục Thuế khu vực Phù Cát - Phù Mỹ\n"
        "4. Phòng Thanh tra - Kiểm tra số 1",
        members(
            "Chi cục Thuế thành phố Quy Nhơn",
            "Chi cục Thuế khu vực Hoài Nhơn - An Lão",
            "Chi cục Thuế khu vực Phù Cát - Phù Mỹ",
            "Phòng Thanh tra - Kiểm tra số 1",
        ),
    ),
    row(
        "Ngày 5/1/2024, Khối thi đua số 5 Quân khu 4 tổng kết năm 2023.\n\n"
        "Khối gồm các sư đoàn 324, 341, 968; các lữ đoàn 16, 80, 206 và Trường Quân sự Quân khu.",
        members(
            "Sư đoàn 324",
            "Sư đoàn 341",
            "Sư đoàn 968",
            "Lữ đoàn 16",
            "Lữ đoàn 80",
            "Lữ đoàn 206",
            "Trường Quân sự Quân khu",
        ),
    ),
    row(
        "Ngày 5/1/2024, Cụm thi đua số 2 BĐBP tổng kết năm 2023.\n\n"
        "Cụm gồm BĐBP các tỉnh Quảng Ninh, Thái Bình, Nam Định, BĐBP thành phố Hải Phòng và Hải đoàn "
        "Biên phòng 38.",
        members(
            "Bộ đội Biên phòng tỉnh Quảng Ninh",
            "Bộ đội Biên phòng tỉnh Thái Bình",
            "Bộ đội Biên phòng tỉnh Nam Định",
            "Bộ đội Biên phòng thành phố Hải Phòng",
            "Hải đoàn Biên phòng 38",
        ),
    ),
    row(
        "Ngày 5/1/2024, Cụm thi đua số 3 Bộ Ngoại giao tổng kết năm 2023.\n\n"
        "Cụm gồm Sở Ngoại vụ 6 tỉnh Hà Tĩnh, Nghệ An, Thanh Hóa, Quảng Bình, Quảng Trị và Thừa Thiên "
        "Huế.",
        members(
            "Sở Ngoại vụ tỉnh Hà Tĩnh",
            "Sở Ngoại vụ tỉnh Nghệ An",
            "Sở Ngoại vụ tỉnh Thanh Hóa",
            "Sở Ngoại vụ tỉnh Quảng Bình",
            "Sở Ngoại vụ tỉnh Quảng Trị",
            "Sở Ngoại vụ tỉnh Thừa Thiên Huế",
        ),
    ),
    row(
        "Ngày 5/1/2024, Cụm thi đua số 4 VNPT tổng kết năm 2023.\n\n"
        "Đơn vị đăng cai là VNPT Bắc Giang; cùng Cụm có VNPT Bắc Ninh, Lạng Sơn, Thái Nguyên, Cao Bằng.",
        members("VNPT Bắc Ninh", "VNPT Lạng Sơn", "VNPT Thái Nguyên", "VNPT Cao Bằng"),
    ),
]


@pytest.mark.parametrize("case", LISTS)
def test_members_of_sectors(case: Row) -> None:
    assert not differences("member", case)
