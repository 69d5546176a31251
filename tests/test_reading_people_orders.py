"""Persons told in many orders of name, post, agency and role: rows of (text, expected people)."""

from __future__ import annotations

import pytest
from reading_rows import Row, differences, person, row

LAI_CHAU = "Ngày 11/01/2024, Khối thi đua số 6 tỉnh Lai Châu tổng kết công tác thi đua năm 2023. "
BA_BE = "Sáng 20/12/2023, Cụm thi đua số 3 huyện Ba Bể tổng kết phong trào thi đua năm 2023. "

# The post stands before the person, with roles, brackets and marks between them.
BEFORE = [
    row(
        LAI_CHAU + "Phó Giám đốc Sở Tư pháp kiêm Khối trưởng Tao Văn Hặc khai mạc hội nghị.",
        [person("Tao Văn Hặc", "Phó Giám đốc", "Sở Tư pháp")],
    ),
    row(
        LAI_CHAU + "Chủ tịch Hội Đông y tỉnh, Phó khối - ông Giàng A Tính đọc báo cáo.",
        [person("Giàng A Tính", "Chủ tịch", "Hội Đông y")],
    ),
    row(
        BA_BE + "Chủ tịch UBND xã Mỹ Phương – Cụm trưởng – Hoàng Văn Nghị điều hành.",
        [person("Hoàng Văn Nghị", "Chủ tịch", "UBND xã Mỹ Phương")],
    ),
    row(
        BA_BE + "Bí thư Đảng ủy xã Yến Dương (Cụm phó) Nông Văn Duyên nêu khó khăn.",
        [person("Nông Văn Duyên", "Bí thư", "Đảng ủy xã Yến Dương")],
    ),
    row(
        LAI_CHAU + "Vụ trưởng Vụ Thi đua - Khen thưởng (Bộ Y tế) Kiều Thu Trà đến dự.",
        [person("Kiều Thu Trà", "Vụ trưởng", "Vụ Thi đua - Khen thưởng")],
    ),
    row(
        LAI_CHAU + "Phát biểu cuối cùng, Chủ tịch Hội Luật gia tỉnh là bà Lò Thị Sai đề nghị giữ nguyên thang điểm.",
        [person("Lò Thị Sai", "Chủ tịch", "Hội Luật gia")],
    ),
    # The agency is named by its head alone, or sends the person.
    row(
        LAI_CHAU + "Sở Ngoại vụ chủ trì. Giám đốc Sở Lê Thị Hồng Ánh cảm ơn các đơn vị.",
        [person("Lê Thị Hồng Ánh", "Giám đốc", "Sở Ngoại vụ")],
    ),
    row(
        LAI_CHAU + "Hội Người mù tỉnh cử Phó Chủ tịch Đoàn Văn Khương dự.",
        [person("Đoàn Văn Khương", "Phó Chủ tịch", "Hội Người mù")],
    ),
    row(
        BA_BE + "Phó Chủ tịch UBND xã Đoàn Thị Mến nêu ý kiến, Bí thư Đoàn Thanh niên góp ý.",
        [person("Đoàn Thị Mến", "Phó Chủ tịch", "UBND xã")],
    ),
    # A post that the person before holds is not the next one's.
    row(
        BA_BE + "Khen thưởng bà Lý Thị Dua, Chủ tịch UBND xã Cao Thượng, ông Bế Văn Sình, nông dân xã Hoàng Trĩ.",
        [person("Lý Thị Dua", "Chủ tịch", "UBND xã Cao Thượng")],
    ),
    row(
        LAI_CHAU + "Sở Công Thương làm Khối trưởng, ông Vàng Văn Lin đọc giao ước.",
        [],
    ),
]

# Names of two syllables behind a post, where no place would stand.
TWO_SYLLABLES = [
    row(
        LAI_CHAU + "Phó Chủ tịch UBND tỉnh Tạ Chinh chỉ đạo, Giám đốc Sở Du lịch Trần Hồi tiếp thu.",
        [person("Tạ Chinh", "Phó Chủ tịch", "UBND tỉnh"), person("Trần Hồi", "Giám đốc", "Sở Du lịch")],
    ),
    row(
        LAI_CHAU + "Phó Bí thư Thường trực Tỉnh ủy Vũ Thơ và Chánh Thanh tra Sở Y tế Lê Khoát dự.",
        [
            person("Vũ Thơ", "Phó Bí thư Thường trực", "Tỉnh ủy"),
            person("Lê Khoát", "Chánh Thanh tra", "Thanh tra Sở Y tế"),
        ],
    ),
    row(BA_BE + "Chủ tịch UBND xã Lê Lợi và Hiệu trưởng Trường THCS Lê Chân đọc tham luận.", []),
]

# Names that run into one another.
RUN_TOGETHER = [
    row(
        BA_BE + "Bà Lục Thị Xoan, Chánh án TAND tỉnh Nông Thị Hà và Viện trưởng VKSND tỉnh, ông Ma Văn Cường dự.",
        [
            person("Nông Thị Hà", "Chánh án", "Tòa án nhân dân"),
            person("Ma Văn Cường", "Viện trưởng", "Viện kiểm sát nhân dân"),
        ],
    ),
    row(
        BA_BE + "Chủ nhiệm Hợp tác xã Phú An Trần Văn Sửu và Giám đốc Sở Tư pháp Lê Trần Minh Tú ký.",
        [
            person("Trần Văn Sửu", "Chủ nhiệm", "Hợp tác xã Phú An"),
            person("Lê Trần Minh Tú", "Giám đốc", "Sở Tư pháp"),
        ],
    ),
    row(
        LAI_CHAU + "Ông Cầm Văn Phong, Phó Giám đốc kiêm Chủ tịch Công đoàn Công ty Cổ phần Chè Than Uyên phát biểu.",
        [person("Cầm Văn Phong", "Phó Giám đốc", "Công ty Cổ phần Chè Than Uyên")],
    ),
    row(
        BA_BE + "Ông Hoàng Văn Sằm, Trưởng ban Kinh tế - Xã hội HĐND huyện; bà Ma Thị Huệ, Phó Công an xã Quảng Khê.",
        [
            person("Hoàng Văn Sằm", "Trưởng ban", "Ban Kinh tế - Xã hội HĐND huyện"),
            person("Ma Thị Huệ", "Phó Trưởng Công an", "Công an xã Quảng Khê"),
        ],
    ),
]

# Posts in a row, each before its person; memberships and short forms of units between post and person.
IN_A_ROW = [
    row(
        BA_BE + "Dự có Phó Chủ tịch UBND tỉnh Nông Quang Nhất, Phó Giám đốc Sở Nội vụ, Trưởng Ban Thi đua - Khen thưởng"
        " tỉnh Hà Thị Đào, Chủ tịch UBND huyện Chợ Đồn Triệu Huy Chung.",
        [
            person("Nông Quang Nhất", "Phó Chủ tịch", "UBND tỉnh"),
            person("Hà Thị Đào", "Phó Giám đốc", "Sở Nội vụ"),
            person("Triệu Huy Chung", "Chủ tịch", "UBND huyện Chợ Đồn"),
        ],
    ),
    row(
        BA_BE
        + "Bí thư Tỉnh ủy, Trưởng đoàn ĐBQH tỉnh Hoàng Duy Chính và Giám đốc Sở Y tế, Tỉnh ủy viên Tạ Văn Viết dự.",
        [person("Hoàng Duy Chính", "Bí thư", "Tỉnh ủy"), person("Tạ Văn Viết", "Giám đốc", "Sở Y tế")],
    ),
    row(
        BA_BE
        + "Ông Bùi Văn Thản, Chủ tịch UBND H.Chợ Mới; bà Lưu Thị Thu, P.Giám đốc Sở Y tế; Chủ tịch UBND P.Sông Cầu"
        " Đỗ Thị Minh Hoa.",
        [
            person("Bùi Văn Thản", "Chủ tịch", "UBND huyện Chợ Mới"),
            person("Lưu Thị Thu", "Phó Giám đốc", "Sở Y tế"),
            person("Đỗ Thị Minh Hoa", "Chủ tịch", "UBND phường Sông Cầu"),
        ],
    ),
    row(
        LAI_CHAU
        + "Có ông Sùng A Lền - Chủ tịch Hội Khuyến học tỉnh; Nhà giáo Ưu tú Đỗ Văn Hán - Phó Chủ tịch Thường trực.",
        [
            person("Sùng A Lền", "Chủ tịch", "Hội Khuyến học"),
            person("Đỗ Văn Hán", "Phó Chủ tịch Thường trực", "Hội Khuyến học"),
        ],
    ),
    row(
        BA_BE + "Cô Ma Thị Bích, hiệu trưởng trường mầm non Hoa Phượng - Cụm phó đọc báo cáo.",
        [person("Ma Thị Bích", "Hiệu trưởng", "Trường Mầm non Hoa Phượng")],
    ),
]

# The unit stands before the people that it names or sends; offices, councils and boards.
UNITS = [
    row(
        LAI_CHAU + "Lãnh đạo Sở Y tế: ông Khoàng Văn Vả - Phó Giám đốc; bà Đao Thị Xoan, Chánh Văn phòng.",
        [
            person("Khoàng Văn Vả", "Phó Giám đốc", "Sở Y tế"),
            person("Đao Thị Xoan", "Chánh Văn phòng", ["Sở Y tế", "Văn phòng Sở Y tế"]),
        ],
    ),
    row(
        LAI_CHAU + "Đoàn Sở Tài chính do bà Pờ Thị Mai, Phó Giám đốc dẫn đầu; đoàn Sở Y tế có 5 người.",
        [person("Pờ Thị Mai", "Phó Giám đốc", "Sở Tài chính")],
    ),
    row(
        LAI_CHAU + "Đoàn Công ty Điện lực Lai Châu do Giám đốc Bùi Thế Hoán làm trưởng đoàn.",
        [person("Bùi Thế Hoán", "Giám đốc", "Công ty Điện lực Lai Châu")],
    ),
    row(
        BA_BE
        + "Ông Ma Văn Bẩy, CVP HĐND và UBND huyện; bà Lục Thị Ngà, Chánh VP Sở Nội vụ; ông Hà Lê, PCVP UBND tỉnh.",
        [
            person("Ma Văn Bẩy", "Chánh Văn phòng", "Văn phòng HĐND và UBND huyện"),
            person("Lục Thị Ngà", "Chánh Văn phòng", "Văn phòng Sở Nội vụ"),
            person("Hà Lê", "Phó Chánh Văn phòng", "Văn phòng UBND tỉnh"),
        ],
    ),
    row(
        LAI_CHAU
        + "Sở Xây dựng báo cáo. Ông Đỗ Văn Xiêng, Phó Giám đốc, Phó Chủ tịch Hội đồng TĐKT Sở công bố kết quả.",
        [person("Đỗ Văn Xiêng", "Phó Giám đốc", "Sở Xây dựng")],
    ),
    row(
        LAI_CHAU + "Bà Kha Thị Tím, Ủy viên Ban Thường vụ Hội Nhà báo Việt Nam; bà Vi Thị Oanh, Ủy viên Đoàn Chủ tịch"
        " Tổng Liên đoàn Lao động Việt Nam dự.",
        [
            person("Kha Thị Tím", "Ủy viên Ban Thường vụ", "Hội Nhà báo Việt Nam"),
            person("Vi Thị Oanh", "Ủy viên Đoàn Chủ tịch", "Tổng Liên đoàn Lao động Việt Nam"),
        ],
    ),
    row(
        BA_BE + "Hai Hiệu trưởng Lý Thị Xuân (Trường THCS Quảng Khê), Mã Văn Huyên (Trường THCS Đồng Phúc) tham luận.",
        [
            person("Lý Thị Xuân", "Hiệu trưởng", "Trường THCS Quảng Khê"),
            person("Mã Văn Huyên", "Hiệu trưởng", "Trường THCS Đồng Phúc"),
        ],
    ),
    row(
        BA_BE + "Ông Nông Quốc Bảo hiện giữ chức Phó Chủ tịch UBND huyện Pác Nặm.",
        [person("Nông Quốc Bảo", "Phó Chủ tịch", "UBND huyện Pác Nặm")],
    ),
    row(
        BA_BE + "Chánh thanh tra huyện, bà Đồng Thị Vy và chủ tịch hội nông dân huyện Bạch Thông Hoàng Thị Lê dự.",
        [
            person("Đồng Thị Vy", "Chánh Thanh tra", "Thanh tra huyện"),
            person("Hoàng Thị Lê", "Chủ tịch", ["Hội Nông dân huyện Bạch Thông", "Hội Nông dân"]),
        ],
    ),
]

# Several units, each with its people behind it.
HOSTS = [
    row(
        LAI_CHAU
        + "Đại diện Cục Thuế tỉnh có ông Lù Văn Siểng - Phó Cục trưởng, Cục Thống kê có bà Hà Thị Lún - Cục trưởng.",
        [
            person("Lù Văn Siểng", "Phó Cục trưởng", "Cục Thuế"),
            person("Hà Thị Lún", "Cục trưởng", "Cục Thống kê"),
        ],
    ),
    row(
        LAI_CHAU
        + "Đại diện cho Sở Tư pháp là bà Vàng Thị Thu, Phó Giám đốc; Sở Y tế cũng có ông Lỳ Pó Xá, Giám đốc dự.",
        [person("Vàng Thị Thu", "Phó Giám đốc", "Sở Tư pháp"), person("Lỳ Pó Xá", "Giám đốc", "Sở Y tế")],
    ),
    row(
        LAI_CHAU + "Bà Đỗ Thị Minh Hòa, Phó Chủ tịch Trung ương Hội và Phó Chủ tịch Trung ương Hội Lê Văn Cầm dự.",
        [
            person("Đỗ Thị Minh Hòa", "Phó Chủ tịch", "Trung ương Hội"),
            person("Lê Văn Cầm", "Phó Chủ tịch", "Trung ương Hội"),
        ],
    ),
    row(
        BA_BE + "Thầy Nông Văn Khuê, Tổ trưởng Tổ Toán Trường THCS Khang Ninh đọc tham luận.",
        [person("Nông Văn Khuê", "Tổ trưởng", "Trường THCS Khang Ninh")],
    ),
]

# Small letters name an agency behind a post, and nowhere else.
SMALL = [
    row(
        LAI_CHAU
        + "Dự có ông Phùng A Sử, phó trưởng ban thi đua khen thưởng tỉnh; bà Mào Thị Lả - phó phòng nghiệp vụ.",
        [
            person("Phùng A Sử", "Phó Trưởng ban", "Ban Thi đua - Khen thưởng"),
            person("Mào Thị Lả", "Phó Trưởng phòng", ["Phòng Nghiệp vụ", None]),
        ],
    ),
    row(
        BA_BE + "Bà Triệu Thị Pham, chủ tịch hội nông dân huyện và anh Dương Văn Ky, bí thư huyện đoàn ký giao ước.",
        [person("Triệu Thị Pham", "Chủ tịch", "Hội Nông dân"), person("Dương Văn Ky", "Bí thư", "Huyện đoàn")],
    ),
    row(
        BA_BE + "Ông Hà Sỹ Toản - giám đốc trung tâm dạy nghề huyện, trao đổi với giám đốc trung tâm y tế Ma Thị Hợi.",
        [
            person("Hà Sỹ Toản", "Giám đốc", "Trung tâm Dạy nghề"),
            person("Ma Thị Hợi", "Giám đốc", "Trung tâm Y tế"),
        ],
    ),
    row(
        BA_BE + "Ông Lường Văn Tiến, phó trưởng ban quản lý rừng phòng hộ Nà Nghịu - Nà Hin phát biểu.",
        [person("Lường Văn Tiến", "Phó Trưởng ban", "Ban Quản lý rừng phòng hộ Nà Nghịu - Nà Hin")],
    ),
    row(
        LAI_CHAU + "Bà Tẩn Lở Mẩy, Trưởng Thi hành án dân sự tỉnh tham luận.",
        [person("Tẩn Lở Mẩy", ["Trưởng Thi hành án dân sự", "Trưởng"], "Thi hành án dân sự tỉnh")],
    ),
    row(
        BA_BE + "Ông Đàm Văn Cắm, trưởng ban tổ chức hội thi, khen hội nông dân các xã.",
        [person("Đàm Văn Cắm", "Trưởng ban", None)],
    ),
]

# Words between the name and its post, and names of many syllables.
AFTER = [
    row(
        LAI_CHAU + "Bà Chảo Mùi Khé (thứ hai từ trái sang), Giám đốc Sở Nội vụ nhận hoa.",
        [person("Chảo Mùi Khé", "Giám đốc", "Sở Nội vụ")],
    ),
    row(
        LAI_CHAU + "Ông Mùa A Sơn (đứng giữa) - Cục phó Cục Thuế tỉnh trao cờ.",
        [person("Mùa A Sơn", "Phó Cục trưởng", "Cục Thuế")],
    ),
    row(
        LAI_CHAU + "Đồng chí H’Nga Niê Kdăm Ayun – Phó Bí thư Thường trực Huyện ủy Tam Đường dự.",
        [person("H’Nga Niê Kdăm Ayun", "Phó Bí thư Thường trực", ["Huyện ủy Tam Đường", "Huyện ủy"])],
    ),
    row(
        LAI_CHAU + "Trung tướng Cao Duy Hợp, Phó Bí thư Đảng ủy, Thứ trưởng Thường trực Bộ Công an chỉ đạo.",
        [person("Cao Duy Hợp", "Thứ trưởng Thường trực", "Bộ Công an")],
    ),
]

# Ministers without their ministry, parts of hospitals and boards, an acronym in brackets between post and name.
AT_SOME_UNIT = [
    row(
        LAI_CHAU + "Thứ trưởng Vàng A Lử khen các đơn vị có nhiều sáng kiến.",
        [person("Vàng A Lử", "Thứ trưởng", None)],
    ),
    row(
        LAI_CHAU + "Thứ trưởng Vàng A Lử đề nghị các đơn vị báo cáo Bộ Tư pháp.",
        [person("Vàng A Lử", "Thứ trưởng", "Bộ Tư pháp")],
    ),
    row(LAI_CHAU + "Giám đốc Vàng A Lử khen các đơn vị.", []),
    row(
        LAI_CHAU + "Phó Giám đốc Sở Khoa học và Công nghệ (KH&CN) tỉnh Vàng A Lử dự.",
        [person("Vàng A Lử", "Phó Giám đốc", "Sở Khoa học và Công nghệ")],
    ),
    row(
        LAI_CHAU + "Ông Vàng A Lử, Trưởng khoa Ngoại chấn thương, nhận hoa.",
        [person("Vàng A Lử", "Trưởng khoa", "Khoa Ngoại chấn thương")],
    ),
    row(
        LAI_CHAU + "Ông Vàng A Lử, Phó Ban trực Ban Thi đua - Khen thưởng tỉnh, dự.",
        [person("Vàng A Lử", "Phó Trưởng ban Thường trực", "Ban Thi đua - Khen thưởng")],
    ),
    row(
        LAI_CHAU + "Bà Lò Thị Ín, Trưởng Tiểu ban Tuyên truyền, dự.",
        [person("Lò Thị Ín", "Trưởng Tiểu ban", "Tiểu ban Tuyên truyền")],
    ),
    row(
        LAI_CHAU + "Bà Lò Thị Ín, Trưởng Cơ quan Thường trực phía Nam, dự.",
        [person("Lò Thị Ín", "Trưởng Cơ quan", "Cơ quan Thường trực phía Nam")],
    ),
]

EVERY = [*BEFORE, *TWO_SYLLABLES, *RUN_TOGETHER, *IN_A_ROW, *UNITS, *HOSTS, *SMALL, *AFTER, *AT_SOME_UNIT]


@pytest.mark.parametrize("case", EVERY)
def test_people(case: Row) -> None:
    assert not differences("person", case)
