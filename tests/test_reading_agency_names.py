"""Names of agencies that no table has, as items of lists and as winners: rows of (text, expected members)."""

from __future__ import annotations

import pytest
from reading_rows import Row, award, deputy, differences, leader, members, row

GRAMMAR = [
    # Days, fields joined by "và" and commas, the commune behind a head.
    row(
        "Cụm thi đua số 3 gồm: Trường Mầm non 19-5, Nông trường 30/4, Trường THPT 1-5, Bệnh viện 30-4 và Trường Tiểu học "
        "Ba Đình.",
        members(
            "Trường Mầm non 19-5", "Nông trường 30/4", "Trường THPT 1-5", "Bệnh viện 30-4", "Trường Tiểu học Ba Đình"
        ),
    ),
    row(
        "Khối thi đua số 4 gồm: Hiệp hội Chế biến và Xuất khẩu Thủy sản, Học viện Báo chí và Tuyên truyền, Vụ Khoa học, "
        "Công nghệ và Môi trường, Trung tâm Công nghệ thông tin và Truyền thông, Tạp chí Dân chủ và Pháp luật.",
        members(
            "Hiệp hội Chế biến và Xuất khẩu Thủy sản",
            "Học viện Báo chí và Tuyên truyền",
            "Vụ Khoa học, Công nghệ và Môi trường",
            "Trung tâm Công nghệ thông tin và Truyền thông",
            "Tạp chí Dân chủ và Pháp luật",
        ),
    ),
    row(
        "Cụm thi đua số 7 gồm: Phòng Cảnh sát phòng cháy, chữa cháy và cứu nạn, cứu hộ, Trung tâm Giống cây trồng, vật "
        "nuôi, Trung tâm Phòng, chống HIV/AIDS, Lữ đoàn Phòng không 234, Tiểu đoàn Thông tin 29.",
        members(
            "Phòng Cảnh sát phòng cháy, chữa cháy và cứu nạn, cứu hộ",
            "Trung tâm Giống cây trồng, vật nuôi",
            "Trung tâm Phòng, chống HIV/AIDS",
            "Lữ đoàn Phòng không 234",
            "Tiểu đoàn Thông tin 29",
        ),
    ),
    row(
        "Cụm thi đua số 9 gồm: Trường THCS thị trấn Sông Thao, Trường Tiểu học xã Đắk Pxi, Đoàn phường Bến Nghé, Công đoàn "
        "xã Ia Dom và Điện lực huyện Quế Phong.",
        members(
            "Trường THCS thị trấn Sông Thao",
            "Trường Tiểu học xã Đắk Pxi",
            "Đoàn phường Bến Nghé",
            "Công đoàn xã Ia Dom",
            "Điện lực huyện Quế Phong",
        ),
    ),
]

LISTED = [
    row(
        "Khối thi đua số 8 tổng kết năm 2023. Khối gồm 4 đơn vị:\n- Trung tâm Quan trắc tài nguyên và môi trường\n- Công ty CP Phân lân nung chảy Văn "
        "Điển\n- Cơ quan Kiểm tra - Thanh tra\n- Phòng Thi hành án dân sự khu vực 3\n- Sở Y tế",
        members(
            "Trung tâm Quan trắc tài nguyên và môi trường",
            "Công ty CP Phân lân nung chảy Văn Điển",
            "Cơ quan Kiểm tra - Thanh tra",
            "Phòng Thi hành án dân sự khu vực 3",
            "Sở Y tế",
        ),
    ),
    row(
        "Khối thi đua số 9 gồm Sở Y tế (Khối trưởng), Tổ hợp tác Đoàn Kết (Khối phó), Trung tâm Phát hành phim và Chiếu "
        "bóng, Phòng Pháp chế và Cải cách hành chính, tư pháp, Hội Nuôi ong và Sacombank.",
        members(
            "Sở Y tế",
            "Tổ hợp tác Đoàn Kết",
            "Trung tâm Phát hành phim và Chiếu bóng",
            "Phòng Pháp chế và Cải cách hành chính, tư pháp",
            "Hội Nuôi ong",
            "Sacombank",
        ),
    ),
    # What stands between two marks is an item whatever it is called: first, in the middle, last.
    row(
        "Khối thi đua số 5 gồm: Hội Hoa Lan, Vùng 5 Hải quân, PJICO Gia Lai, Kho K33, Tân Cảng Cát Lái và Manulife.",
        members("Hội Hoa Lan", "Vùng 5 Hải quân", "PJICO Gia Lai", "Kho K33", "Tân Cảng Cát Lái", "Manulife"),
    ),
    row(
        "Khối thi đua số 5 gồm: Đội sản xuất số 5, Sở Y tế, Siêu thị Minh Tâm (Khối phó), Tổ hợp tác Đoàn Kết và Cung Văn "
        "hóa Thiếu nhi.",
        members("Đội sản xuất số 5", "Sở Y tế", "Siêu thị Minh Tâm", "Tổ hợp tác Đoàn Kết", "Cung Văn hóa Thiếu nhi"),
    ),
    # A name goes on to the mark, and does not swallow what follows it.
    row(
        "Khối thi đua số 6 gồm: Đội Thuế liên huyện Ngọc Hiển - Năm Căn; Bệnh viện Quân y 7A; Viện Nghiên cứu phát triển "
        "kinh tế - xã hội; Trại tạm giam số 2; Phòng Cảnh sát quản lý hành chính về trật tự xã hội.",
        members(
            "Đội Thuế liên huyện Ngọc Hiển - Năm Căn",
            "Bệnh viện Quân y 7A",
            "Viện Nghiên cứu phát triển kinh tế - xã hội",
            "Trại tạm giam số 2",
            "Phòng Cảnh sát quản lý hành chính về trật tự xã hội",
        ),
    ),
    row(
        "Khối thi đua số 7 gồm: LĐLĐ thành phố Pleiku, Hội Hoa Lan, Ủy ban MTTQ Việt Nam xã Ea Tul, PJICO Gia Lai, Trung "
        "tâm Công tác xã hội, Cơ quan Thanh tra huyện, Viện Pasteur Nha Trang và Sacombank Trà Vinh.",
        members(
            "Liên đoàn Lao động",
            "Hội Hoa Lan",
            "Ủy ban Mặt trận Tổ quốc Việt Nam xã Ea Tul",
            "PJICO Gia Lai",
            "Trung tâm Công tác xã hội",
            "Thanh tra huyện",
            "Viện Pasteur Nha Trang",
            "Sacombank chi nhánh Trà Vinh",
        ),
    ),
    row(
        "Cụm thi đua số 2 gồm: Hội Cựu chiến binh, Khu phố 4, Thôn Plei Ốp, Tổ dân phố số 7 và Điện lực Tràng Định.",
        members("Hội Cựu chiến binh", "Khu phố 4", "Thôn Plei Ốp", "Tổ dân phố số 7", "Điện lực Tràng Định"),
    ),
    row(
        "Khối thi đua số 5 tổng kết năm 2023. Khối gồm 5 đơn vị:\n- Xưởng X50\n- Sở Y tế\n- Hạt Quản lý đường bộ số 2\n- "
        "Kho K33\n- Trung tâm Truyền hình Việt Nam tại Thành phố Đà Nẵng",
        members(
            "Xưởng X50",
            "Sở Y tế",
            "Hạt Quản lý đường bộ số 2",
            "Kho K33",
            "Trung tâm Truyền hình Việt Nam tại Thành phố Đà Nẵng",
        ),
    ),
    row(
        "Khối thi đua số 4 gồm: Phòng PA01, PA02, PC08, Trường THCS&THPT Hoàng Diệu, THCS-THPT Trần Phú, Thuế cơ sở 7 "
        "tỉnh Gia Lai, Hải đội 2 Biên phòng, Đoàn KTQP 379.",
        members(
            "Phòng PA01",
            "Phòng PA02",
            "Phòng PC08",
            "Trường THCS&THPT Hoàng Diệu",
            "Trường THCS&THPT Trần Phú",
            "Thuế cơ sở 7",
            "Hải đội 2 Biên phòng",
            "Đoàn Kinh tế - Quốc phòng 379",
        ),
    ),
]

SAID_ELSEWHERE = [
    # The same kinds of names as leaders, outside of lists, and names that only the list makes known.
    row(
        "Khối thi đua số 5 tổng kết năm 2023. Bệnh viện Quân y 7A được bầu làm Khối trưởng, Lữ đoàn Phòng không 234 và Đoàn "
        "KTQP 379 làm Khối phó năm 2024.",
        [
            leader("Bệnh viện Quân y 7A", 2024),
            deputy("Lữ đoàn Phòng không 234", 2024),
            deputy("Đoàn Kinh tế - Quốc phòng 379", 2024),
        ],
    ),
    row(
        "Khối thi đua số 5 gồm: Kho K33, Xưởng X50, Hội Hoa Lan và Manulife Gia Lai. Hội nghị bầu Kho K33 làm Khối trưởng, "
        "Xưởng X50 làm Khối phó năm 2024.",
        [leader("Kho K33", 2024), deputy("Xưởng X50", 2024)],
    ),
    row(
        "Khối thi đua số 5 tổng kết năm 2023. Hội nghị bầu Trung tâm Công nghệ thông tin và Truyền thông làm Khối trưởng, Cơ "
        "quan thường trú Đài Tiếng nói Việt Nam khu vực Tây Nguyên làm Khối phó năm 2024.",
        [
            leader("Trung tâm Công nghệ thông tin và Truyền thông", 2024),
            deputy("Cơ quan thường trú Đài Tiếng nói Việt Nam khu vực Tây Nguyên", 2024),
        ],
    ),
]

WINNERS = [
    row(
        "Khối thi đua số 5 tổng kết năm 2023. Kết quả, Trường Mầm non xã Ia Pnôn được đề nghị UBND tỉnh tặng Cờ thi đua; Hạt "
        "Quản lý đường bộ, PJICO Gia Lai và Đội Thuế liên huyện Ngọc Hiển - Năm Căn được đề nghị tặng Bằng khen.",
        [
            award("Cờ thi đua", "Trường Mầm non xã Ia Pnôn", "UBND tỉnh", 2023),
            award("Bằng khen", "Hạt Quản lý đường bộ", "UBND tỉnh", 2023),
            award("Bằng khen", "PJICO Gia Lai", "UBND tỉnh", 2023),
            award("Bằng khen", "Đội Thuế liên huyện Ngọc Hiển - Năm Căn", "UBND tỉnh", 2023),
        ],
    ),
    row(
        "Khối thi đua số 5 tổng kết năm 2023. Đề nghị UBND tỉnh tặng Cờ thi đua cho Hiệp hội Chế biến và Xuất khẩu Thủy sản; "
        "Bằng khen cho Bệnh viện 30-4, Vùng 5 Hải quân và Tân Cảng Cát Lái.",
        [
            award("Cờ thi đua", "Hiệp hội Chế biến và Xuất khẩu Thủy sản", "UBND tỉnh", 2023),
            award("Bằng khen", "Bệnh viện 30-4", "UBND tỉnh", 2023),
            award("Bằng khen", "Vùng 5 Hải quân", "UBND tỉnh", 2023),
            award("Bằng khen", "Tân Cảng Cát Lái", "UBND tỉnh", 2023),
        ],
    ),
]

NONE = [
    row(
        "Cụm thi đua số 3 gồm LĐLĐ huyện Sông Mã, Mai Sơn, Thuận Châu và thị xã Mộc Châu.",
        members(
            "Liên đoàn Lao động huyện Sông Mã",
            "Liên đoàn Lao động huyện Mai Sơn",
            "Liên đoàn Lao động huyện Thuận Châu",
            "Liên đoàn Lao động thị xã Mộc Châu",
        ),
    ),
    row(
        "Khối thi đua số 5 gồm 12 đơn vị, hoạt động theo Quyết định số 15/QĐ-UBND của Sở Nội vụ số 12 ngày 3/2, Đề án 06 và "
        "Phong trào Thi đua yêu nước.",
        [],
    ),
    row(
        "Khối thi đua số 5 họp. Hội nghị có các hoạt động: Dâng hương, Tặng quà, Giao lưu văn nghệ và Hội chợ quê.", []
    ),
    # A list of what is no agency, of persons, of tasks; a sentence that goes on behind the last one.
    row("Khối thi đua số 5 gồm: Phong trào thi đua yêu nước, Công tác xã hội, Chuyển đổi số và An sinh.", []),
    row("Khối thi đua số 5 đề ra các nhiệm vụ: Đổi mới nội dung, Sở Y tế đi đầu, Nâng cao chất lượng.", []),
    row(
        "Khối thi đua số 5 gồm: Sở Y tế, Sở Nội vụ và Kho bạc Nhà nước ký giao ước thi đua năm 2023.",
        members("Sở Y tế", "Sở Nội vụ", "Kho bạc Nhà nước"),
    ),
    row(
        "Khối thi đua số 5 gồm: Sở Y tế, Sở Nội vụ - đơn vị Khối phó, Hội Nông dân, do Sở Tư pháp làm Khối trưởng.",
        members("Sở Y tế", "Sở Nội vụ", "Hội Nông dân"),
    ),
    # What only looks like part of a name: a score, a date with its year, two agencies, the commune that a school visits.
    row(
        "Khối thi đua số 2 gồm: Sở Y tế, Báo Hà Nam và Tỉnh đoàn.",
        members("Sở Y tế", "Báo Hà Nam", "Tỉnh đoàn"),
    ),
    row(
        "Cụm thi đua số 1 gồm: Trường THPT Đông Hà (9/10 điểm), Trường THPT Hải Lăng và Trường THPT Cam Lộ.",
        members("Trường THPT Đông Hà", "Trường THPT Hải Lăng", "Trường THPT Cam Lộ"),
    ),
]


@pytest.mark.parametrize("case", GRAMMAR + LISTED + NONE)
def test_names_that_no_table_has(case: Row) -> None:
    assert not differences("member", case)


@pytest.mark.parametrize("case", SAID_ELSEWHERE)
def test_leaders_by_such_names(case: Row) -> None:
    assert not differences("leader", case)


@pytest.mark.parametrize("case", WINNERS)
def test_winners_by_such_names(case: Row) -> None:
    assert not differences("award", case)
