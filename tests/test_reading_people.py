"""Who is named with a post: rows of (text, expected people)."""

from __future__ import annotations

import pytest
from reading_rows import Row, differences, person, row

CAO_BANG = "Ngày 10/01/2023, Khối thi đua số 3 tỉnh Cao Bằng tổng kết công tác thi đua năm 2022. "
DONG_THAP = "Sáng 19/12/2023, Cụm thi đua số 2 huyện Tháp Mười tổng kết phong trào thi đua năm 2023. "
CONG_AN = "Ngày 16/11/2022, Cụm thi đua số 4, Bộ Công an tổng kết phong trào thi đua Vì an ninh Tổ quốc năm 2022. "
MAT_TRAN = ["Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", "Ủy ban Mặt trận Tổ quốc Việt Nam", "Ủy ban MTTQ Việt Nam tỉnh"]

NAMED = [
    row(
        DONG_THAP + "Dự có đ/c Lê Quang Hiển - PBT HU, Chủ tịch UBND huyện; ông Đỗ Tấn Lộc, Quyền Chủ tịch UBND tỉnh.",
        [person("Lê Quang Hiển", "Chủ tịch", "UBND huyện"), person("Đỗ Tấn Lộc", "Quyền Chủ tịch", "UBND tỉnh")],
    ),
    row(
        "Khối thi đua số 2 thuộc Sở Y tế tỉnh Cao Bằng họp tổng kết năm 2022. Ông Hà Văn Thắng - Phó Giám đốc Sở dự.",
        [person("Hà Văn Thắng", "Phó Giám đốc", "Sở Y tế")],
    ),
    row(
        CAO_BANG + "Đồng chí Nông Thị Tuyết, Giám đốc Sở Nội vụ chủ trì hội nghị.",
        [person("Nông Thị Tuyết", "Giám đốc", "Sở Nội vụ")],
    ),
    row(
        CAO_BANG + "Dự hội nghị có ông Bế Văn Hùng - Phó Giám đốc Sở Y tế.",
        [person("Bế Văn Hùng", "Phó Giám đốc", "Sở Y tế")],
    ),
    # Surnames that few bear, right after the agency.
    row(
        CAO_BANG + "Giám đốc Sở Xây dựng Dư Thanh Bạch đọc báo cáo, Chánh Thanh tra tỉnh Vưu Quốc Hùng góp ý.",
        [
            person("Dư Thanh Bạch", "Giám đốc", "Sở Xây dựng"),
            person("Vưu Quốc Hùng", "Chánh Thanh tra", "Thanh tra tỉnh"),
        ],
    ),
    # The place of the agency, then the person.
    row(
        DONG_THAP + "Chủ tịch UBND huyện Lục Ngạn Giáp Văn Hòa và Bí thư Huyện đoàn Hải Lăng Lê Cảnh Hưng phát biểu.",
        [
            person("Giáp Văn Hòa", "Chủ tịch", "UBND huyện Lục Ngạn"),
            person("Lê Cảnh Hưng", "Bí thư", "Huyện đoàn Hải Lăng"),
        ],
    ),
    row(
        DONG_THAP + "Bà Trương Mỹ Nhiên - Chánh Văn phòng VKSND tỉnh đến dự.",
        [person("Trương Mỹ Nhiên", "Chánh Văn phòng", "Văn phòng Viện kiểm sát nhân dân")],
    ),
    # The post after the first person's role is the second person's.
    row(
        CAO_BANG
        + "Giám đốc Sở Tư pháp Nguyễn Khoa Điềm Anh là Trưởng khối, Phó Giám đốc Sở Nội vụ Trần Thị Sương Mai là Phó khối.",
        [
            person("Nguyễn Khoa Điềm Anh", "Giám đốc", "Sở Tư pháp"),
            person("Trần Thị Sương Mai", "Phó Giám đốc", "Sở Nội vụ"),
        ],
    ),
    row(
        CAO_BANG + "Ông Vũ Đình Phả, Trưởng Thuế cơ sở 2, và bà Ngô Thị Thu Hoàn, Phó Trưởng Thuế tỉnh, phát biểu.",
        [
            person("Vũ Đình Phả", "Trưởng", "Thuế cơ sở 2"),
            person("Ngô Thị Thu Hoàn", "Phó Trưởng", ["Thuế", "Thuế tỉnh"]),
        ],
    ),
    # A headline in capitals names nobody.
    row("KHỐI THI ĐUA SỐ 3 TỈNH CAO BẰNG BÀN GIAO NHIỆM VỤ TRƯỞNG KHỐI", []),
    # Honorifics and degrees are no part of the name.
    row(
        CAO_BANG + "TS. Hoàng Minh Đạo, Hiệu trưởng Trường Chính trị Hoàng Đình Giong phát biểu khai mạc.",
        [person("Hoàng Minh Đạo", "Hiệu trưởng", "Trường Chính trị Hoàng Đình Giong")],
    ),
    row(
        CAO_BANG + "Đ/c Lục Thị Thắm, Chủ tịch Hội Liên hiệp Phụ nữ tỉnh, báo cáo kết quả.",
        [person("Lục Thị Thắm", "Chủ tịch", "Hội Liên hiệp Phụ nữ")],
    ),
    row(
        CAO_BANG + "ThS.BS Đoàn Thị Kim Chi - Phó Giám đốc Sở Y tế tham luận.",
        [person("Đoàn Thị Kim Chi", "Phó Giám đốc", "Sở Y tế")],
    ),
    # Military rank and party membership are no part of the title.
    row(
        CONG_AN + "Thiếu tướng Phạm Trường Giang, Giám đốc Công an tỉnh Phú Thọ phát biểu.",
        [person("Phạm Trường Giang", "Giám đốc", "Công an tỉnh Phú Thọ")],
    ),
    row(
        CONG_AN
        + "Tham dự có Đại tá Cao Minh Huyền, Phó Giám đốc Công an tỉnh Vĩnh Phúc; Thượng tá Đỗ Hữu Cường, Phó Giám đốc Công an tỉnh Yên Bái.",
        [
            person("Cao Minh Huyền", "Phó Giám đốc", "Công an tỉnh Vĩnh Phúc"),
            person("Đỗ Hữu Cường", "Phó Giám đốc", "Công an tỉnh Yên Bái"),
        ],
    ),
    row(
        CAO_BANG + "Đồng chí Triệu Đình Lê, Tỉnh ủy viên, Giám đốc Sở Tài chính, kết luận hội nghị.",
        [person("Triệu Đình Lê", "Giám đốc", "Sở Tài chính")],
    ),
    row(
        CAO_BANG + "Ông Lê Hải Hòa, Ủy viên Ban Thường vụ Tỉnh ủy, Phó Chủ tịch UBND tỉnh dự và chỉ đạo.",
        [person("Lê Hải Hòa", "Phó Chủ tịch", "UBND tỉnh")],
    ),
    # "Trưởng Ban X Tỉnh ủy": the head's title, the body whole.
    row(
        CAO_BANG + "Đồng chí Trần Hồng Minh, Trưởng Ban Tổ chức Tỉnh ủy phát biểu chỉ đạo.",
        [person("Trần Hồng Minh", "Trưởng Ban", "Ban Tổ chức Tỉnh ủy")],
    ),
    row(
        CAO_BANG + "Bà Đàm Thị Lan, Phó Trưởng Ban Nội chính Tỉnh ủy trao hoa chúc mừng.",
        [person("Đàm Thị Lan", ["Phó Trưởng Ban", "Phó Trưởng ban"], "Ban Nội chính Tỉnh ủy")],
    ),
    row(
        CAO_BANG + "Ông Mã Gia Hãnh, Chánh Văn phòng UBND tỉnh; bà Vi Thị Ngọc, Chánh Thanh tra tỉnh cùng dự.",
        [
            person("Mã Gia Hãnh", ["Chánh Văn phòng"], "Văn phòng UBND tỉnh"),
            person("Vi Thị Ngọc", ["Chánh Thanh tra"], "Thanh tra tỉnh"),
        ],
    ),
    # The post before the name.
    row(
        CAO_BANG + "Phó Chủ tịch UBND tỉnh Trịnh Trường Huy dự và phát biểu chỉ đạo.",
        [person("Trịnh Trường Huy", "Phó Chủ tịch", "UBND tỉnh")],
    ),
    row(
        CAO_BANG + "Giám đốc Sở Tư pháp Ngô Ngọc Khuê trình bày dự thảo giao ước.",
        [person("Ngô Ngọc Khuê", "Giám đốc", "Sở Tư pháp")],
    ),
    # With the role in the bloc beside the post.
    row(
        CAO_BANG
        + "Ông Bùi Đình Triệu, Giám đốc Sở Nội vụ - Trưởng khối và bà Hà Ngọc Giao, Chủ tịch Ủy ban MTTQ Việt Nam tỉnh - Phó khối đồng chủ trì.",
        [person("Bùi Đình Triệu", "Giám đốc", "Sở Nội vụ"), person("Hà Ngọc Giao", "Chủ tịch", MAT_TRAN)],
    ),
    row(
        CAO_BANG + "Đồng chí Khối trưởng Phùng Quốc Khánh, Phó Bí thư Thường trực Tỉnh đoàn điều hành hội nghị.",
        [person("Phùng Quốc Khánh", "Phó Bí thư Thường trực", "Tỉnh đoàn")],
    ),
    # District and commune.
    row(
        DONG_THAP + "Bà Lê Thị Ngọc Diễm, Bí thư Đảng ủy, Chủ tịch UBND xã Mỹ Đông, Cụm trưởng báo cáo.",
        [person("Lê Thị Ngọc Diễm", "Chủ tịch", "UBND xã Mỹ Đông")],
    ),
    row(
        DONG_THAP + "Ông Đinh Minh Dũng, Trưởng Phòng Nội vụ huyện công bố kết quả.",
        [person("Đinh Minh Dũng", ["Trưởng Phòng", "Trưởng phòng"], "Phòng Nội vụ")],
    ),
    row(
        DONG_THAP
        + "Tham dự có ông Nguyễn Văn Tùng, Phó Trưởng phòng Tài chính - Kế hoạch; bà Trần Thị Bé Ba, Hiệu trưởng Trường THCS Mỹ Đông.",
        [
            person("Nguyễn Văn Tùng", ["Phó Trưởng phòng", "Phó Trưởng Phòng"], "Phòng Tài chính - Kế hoạch"),
            person("Trần Thị Bé Ba", "Hiệu trưởng", "Trường THCS Mỹ Đông"),
        ],
    ),
    row(
        DONG_THAP + "Đồng chí Phan Công Chính - Phó Bí thư Thường trực Huyện ủy Tháp Mười đến dự.",
        [person("Phan Công Chính", "Phó Bí thư Thường trực", ["Huyện ủy Tháp Mười", "Huyện ủy"])],
    ),
    # Other sectors.
    row(
        CAO_BANG
        + "Nhà báo Hoàng Thị Bách, Tổng Biên tập Báo Cao Bằng, và ông Đoàn Ngọc Báu, Phó Giám đốc Đài Phát thanh - Truyền hình tỉnh tham dự.",
        [
            person("Hoàng Thị Bách", "Tổng Biên tập", "Báo Cao Bằng"),
            person("Đoàn Ngọc Báu", "Phó Giám đốc", "Đài Phát thanh và Truyền hình"),
        ],
    ),
    row(
        "Ngày 20/10/2022, Cụm thi đua số II Tòa án nhân dân tỉnh Gia Lai tổng kết năm 2022. Ông Rơ Châm Tuân, Chánh án Tòa án nhân dân huyện Ia Grai và "
        "bà H'Lan Kbuôr, Phó Chánh án Tòa án nhân dân huyện Chư Sê phát biểu.",
        [
            person("Rơ Châm Tuân", "Chánh án", "Tòa án nhân dân huyện Ia Grai"),
            person("H'Lan Kbuôr", "Phó Chánh án", "Tòa án nhân dân huyện Chư Sê"),
        ],
    ),
    row(
        "Ngày 14/7/2023, Cụm thi đua số 1 Viện kiểm sát nhân dân tỉnh Nghệ An sơ kết năm 2023. Đồng chí Tôn Thiện Phương, Viện trưởng Viện kiểm sát nhân dân tỉnh dự.",
        [person("Tôn Thiện Phương", "Viện trưởng", "Viện kiểm sát nhân dân tỉnh")],
    ),
    row(
        "Ngày 13/01/2023, Khối thi đua Ngân hàng tỉnh Sóc Trăng tổng kết năm 2022. Ông Lâm Tấn Thịnh, Cục trưởng Cục Thuế tỉnh; bà Trà Thanh Vân, "
        "Giám đốc Kho bạc Nhà nước tỉnh dự hội nghị.",
        [person("Lâm Tấn Thịnh", "Cục trưởng", "Cục Thuế"), person("Trà Thanh Vân", "Giám đốc", "Kho bạc Nhà nước")],
    ),
    # Named twice, once with the post: one person.
    row(
        CAO_BANG
        + "Đồng chí Nông Thị Tuyết, Giám đốc Sở Nội vụ khai mạc hội nghị. Kết luận hội nghị, đồng chí Nông Thị Tuyết đề nghị các đơn vị cố gắng.",
        [person("Nông Thị Tuyết", "Giám đốc", "Sở Nội vụ")],
    ),
    # "Sở" for the agency just said.
    row(
        CAO_BANG + "Về phía Sở Công Thương có đồng chí Ngô Thế Mạnh - Phó Giám đốc Sở.",
        [person("Ngô Thế Mạnh", "Phó Giám đốc", "Sở Công Thương")],
    ),
]

OTHER_POSTS = [
    row(
        CAO_BANG + "Ông Lục Văn Pảo, Phó Tổng cục trưởng Tổng cục Thuế phát biểu.",
        [person("Lục Văn Pảo", "Phó Tổng cục trưởng", "Tổng cục Thuế")],
    ),
    row(
        CAO_BANG + "Đồng chí Hà Thị Vân, Quyền Viện trưởng Viện kiểm sát nhân dân tỉnh dự.",
        [person("Hà Thị Vân", "Quyền Viện trưởng", ["Viện kiểm sát nhân dân tỉnh", "Viện kiểm sát nhân dân"])],
    ),
    # A rare surname after "các đồng chí:".
    row(
        CAO_BANG + "Các đồng chí: Ong Văn Thắng, Giám đốc Sở Y tế; Lý Thị Huệ, Phó Giám đốc Sở Tư pháp chủ trì.",
        [person("Ong Văn Thắng", "Giám đốc", "Sở Y tế"), person("Lý Thị Huệ", "Phó Giám đốc", "Sở Tư pháp")],
    ),
    # The post after "và" is another's.
    row(
        CONG_AN + "Cùng dự có Vụ trưởng Vụ Tổ chức cán bộ Phạm Thế Hòa và Giám đốc, Phó Giám đốc Công an các tỉnh.",
        [person("Phạm Thế Hòa", "Vụ trưởng", "Vụ Tổ chức cán bộ")],
    ),
    # An inner unit that no table has, before the agency.
    row(
        CAO_BANG + "Trưởng phòng Nghiệp vụ Tổng hợp, Sở Nội vụ Hoàng Thị Bảo Trâm lưu ý các đơn vị.",
        [person("Hoàng Thị Bảo Trâm", "Trưởng phòng", ["Sở Nội vụ", "Phòng Nghiệp vụ Tổng hợp"])],
    ),
    # "nhà trường" is the host.
    row(
        "Ngày 25/5/2022, tại Trường THPT Bế Văn Đàn, Khối thi đua số 1 Sở Giáo dục và Đào tạo tổng kết năm học 2021 - 2022. "
        "Thầy Lý Văn Công, Hiệu trưởng nhà trường đọc báo cáo.",
        [person("Lý Văn Công", "Hiệu trưởng", "Trường THPT Bế Văn Đàn")],
    ),
]

NONE = [
    # Whom a place remembers.
    row(CAO_BANG + "Các đại biểu thăm Khu lưu niệm Chủ tịch Hội đồng Bộ trưởng Phạm Hùng.", []),
    # A post that several share.
    row(
        CAO_BANG + "Về dự có các đồng chí Phó Chủ tịch UBND huyện Hà Quảng: Lý Thị Xuyến, Hoàng Minh Khoát.",
        [
            person("Lý Thị Xuyến", "Phó Chủ tịch", "UBND huyện Hà Quảng"),
            person("Hoàng Minh Khoát", "Phó Chủ tịch", "UBND huyện Hà Quảng"),
        ],
    ),
    # A list of posts before names; "Môi trường" opens no school's name, "KH&CN" ends in no degree.
    row(
        CAO_BANG + "Giám đốc Sở Tài nguyên và Môi trường Nông Văn Bình, Phó Giám đốc Sở KH&CN Bế Thị Lan cùng ký kết.",
        [
            person("Nông Văn Bình", "Giám đốc", "Sở Tài nguyên và Môi trường"),
            person("Bế Thị Lan", "Phó Giám đốc", "Sở Khoa học và Công nghệ"),
        ],
    ),
    # The next person's honorific ends the posts of the one before.
    row(
        CAO_BANG + "Dự có đồng chí Giám đốc Sở Y tế Nông Tuấn Phong, đồng chí Chủ tịch UBND xã Đức Long phát biểu.",
        [person("Nông Tuấn Phong", "Giám đốc", "Sở Y tế")],
    ),
    # A board of a body; a council's seat before the post; a company known by its acronym; "kiêm".
    row(
        CAO_BANG
        + "Chị Đàm Thị Huệ, Trưởng ban Phong trào Tỉnh đoàn, và ông Lã Hoài Nam, Trưởng ban Kiểm tra Hội CCB tỉnh.",
        [
            person("Đàm Thị Huệ", "Trưởng ban", "Ban Phong trào Tỉnh đoàn"),
            person("Lã Hoài Nam", "Trưởng ban", "Ban Kiểm tra Hội Cựu chiến binh"),
        ],
    ),
    row(
        CAO_BANG + "Đồng chí Phan Kiều Oanh - UV BCH LĐLĐ tỉnh, Chủ tịch LĐLĐ thành phố Cao Bằng phát biểu.",
        [person("Phan Kiều Oanh", "Chủ tịch", ["Liên đoàn Lao động", "Liên đoàn Lao động thành phố Cao Bằng"])],
    ),
    row(
        CAO_BANG
        + "Ông Lê Nam Hà, Chủ tịch HĐTV EVNCPC, và Đại tá Mã Văn Hợp, Phó Chính ủy kiêm Chủ nhiệm Chính trị BĐBP.",
        [
            person("Lê Nam Hà", "Chủ tịch Hội đồng thành viên", "EVNCPC"),
            person("Mã Văn Hợp", "Phó Chính ủy", "Bộ đội Biên phòng"),
        ],
    ),
    # A name clipped by an apostrophe, without an honorific; not a place.
    row(
        CAO_BANG + "Tham luận có H'Yim Kđoh, Trưởng phòng Nội vụ huyện Lắk; thăm xã K'Dang.",
        [person("H'Yim Kđoh", "Trưởng phòng", "Phòng Nội vụ huyện Lắk")],
    ),
    # "Đại diện" is no post.
    row(CAO_BANG + "Tham dự có bà Nguyễn Thị Hoa - đại diện Ban Thi đua - Khen thưởng tỉnh.", []),
    # Without a post.
    row(CAO_BANG + "Đồng chí Lý Thị Huệ và đồng chí Hoàng Văn Thạch thảo luận tại hội nghị.", []),
    # Historical figures, streets, movements, schools.
    row(CAO_BANG + "Các đơn vị đẩy mạnh học tập và làm theo tư tưởng, đạo đức, phong cách Chủ tịch Hồ Chí Minh.", []),
    row(CAO_BANG + "Hội nghị được tổ chức tại số 30 đường Hoàng Văn Thụ, Trường THPT Bế Văn Đàn.", []),
    # The reporter.
    row(CAO_BANG + "Các đơn vị cũng ký giao ước thi đua năm 2023.\n\nNguyễn Thu Hà", []),
    # No bloc in the report.
    row(
        "Ngày 10/01/2023, ông Bế Văn Hùng, Phó Giám đốc Sở Y tế tỉnh Cao Bằng kiểm tra Bệnh viện Đa khoa huyện Hà Quảng.",
        [],
    ),
]

BY_THE_WAY = [
    row(
        CAO_BANG + "BS CKII Hoàng Văn Tịnh, Phó Giám đốc Sở Y tế chứng kiến lễ ký.",
        [person("Hoàng Văn Tịnh", "Phó Giám đốc", "Sở Y tế")],
    ),
    # The post with a unit, beside the seat on a council.
    row(
        CAO_BANG + "Dự có Giám đốc Sở Nội vụ, Phó Chủ tịch Hội đồng Thi đua - Khen thưởng tỉnh Bế Văn Hùng.",
        [person("Bế Văn Hùng", "Giám đốc", "Sở Nội vụ")],
    ),
    # The head of a unit, named by what made them one, or right behind it.
    row(
        CAO_BANG + "Cờ được trao cho Hội Khuyến học tỉnh do ông Bế Văn Hùng làm Chủ tịch.",
        [person("Bế Văn Hùng", "Chủ tịch", "Hội Khuyến học")],
    ),
    row(CAO_BANG + "Hội Khuyến học tỉnh do ông Bế Văn Hùng làm đại diện nhận cờ.", []),
    # "Sở" is where the sentence before takes place.
    row(
        CAO_BANG
        + "Đoàn kiểm tra của Sở Nội vụ làm việc tại Sở Công Thương. Tiếp đoàn có bà Nông Thị Mai - Phó Giám đốc "
        "Sở.",
        [person("Nông Thị Mai", "Phó Giám đốc", "Sở Công Thương")],
    ),
    # A post whose last word could begin a unit's name, right before the unit.
    row(
        CAO_BANG + "Bằng khen được trao cho ông Bế Văn Hùng, Trưởng phòng Sở Xây dựng.",
        [person("Bế Văn Hùng", "Trưởng phòng", "Sở Xây dựng")],
    ),
    row(
        CAO_BANG + "Dự hội nghị có bà Nông Thị Mai, Trưởng phòng Tài chính huyện Hạ Lang.",
        [person("Nông Thị Mai", "Trưởng phòng", ["Phòng Tài chính", "Phòng Tài chính huyện Hạ Lang"])],
    ),
    # A person right behind a committee that needs no name of its own.
    row(
        CAO_BANG + "Đến dự có Phó Bí thư Thường trực Tỉnh ủy Nông Thị Mai.",
        [person("Nông Thị Mai", "Phó Bí thư Thường trực", "Tỉnh ủy")],
    ),
]


# Posts in the short and loose ways of portals.
IN_SHORT = [
    row(
        CAO_BANG + "Dự hội nghị có đồng chí Hoàng Thị Lưu, Phó Trưởng ban, Ban Thi đua - Khen thưởng tỉnh.",
        [person("Hoàng Thị Lưu", "Phó Trưởng ban", "Ban Thi đua - Khen thưởng")],
    ),
    row(
        CAO_BANG + "Về dự, phía Sở Nội vụ có ông: Bế Văn Hùng - Phó Giám đốc; lãnh đạo 9 đơn vị cùng có mặt.",
        [person("Bế Văn Hùng", "Phó Giám đốc", "Sở Nội vụ")],
    ),
    row(
        CAO_BANG + "Tại trụ sở UBND xã Đình Phong có ông Bế Văn Hùng, Phó Giám đốc, đến thăm.",
        [person("Bế Văn Hùng", "Phó Giám đốc", None)],
    ),
    row(
        CAO_BANG + "Chủ trì là ông Bế Văn Hùng, Giám đốc Sở Tư pháp và bà Lục Thị Thắm, Phó Giám đốc.",
        [person("Bế Văn Hùng", "Giám đốc", "Sở Tư pháp"), person("Lục Thị Thắm", "Phó Giám đốc", "Sở Tư pháp")],
    ),
    row(
        CAO_BANG + "Tham dự có đ/c Nông Văn Kỷ, TVTU, Trưởng Ban Nội chính Tỉnh ủy.",
        [person("Nông Văn Kỷ", "Trưởng ban", "Ban Nội chính Tỉnh ủy")],
    ),
    row(
        CAO_BANG + "Ông Nông Văn Kỷ – UV TW Đảng, Chủ tịch Tổng LĐLĐ VN phát biểu.",
        [person("Nông Văn Kỷ", "Chủ tịch", "Tổng Liên đoàn Lao động Việt Nam")],
    ),
    row(
        CAO_BANG
        + "Đ/c Nông Văn Kỷ – Phó GĐ Sở Tài chính, cô Lục Thị Thắm, P. Hiệu trưởng Trường THPT Bảo Lạc cùng dự.",
        [
            person("Nông Văn Kỷ", "Phó Giám đốc", "Sở Tài chính"),
            person("Lục Thị Thắm", "Phó Hiệu trưởng", "Trường THPT Bảo Lạc"),
        ],
    ),
    row(
        CAO_BANG + "Ông Nông Văn Kỷ – Phó TGĐ Công ty CP Thủy điện Sông Bằng – Đại diện đơn vị Trưởng khối điều hành.",
        [person("Nông Văn Kỷ", "Phó Tổng Giám đốc", ["Công ty CP Thủy điện Sông Bằng"])],
    ),
    # "TT" is "thường trực" before a body, and a centre elsewhere.
    row(
        CAO_BANG + "Bà Lục Thị Thắm - Phó Chủ tịch TT UBND huyện Hà Quảng phát biểu.",
        [person("Lục Thị Thắm", "Phó Chủ tịch Thường trực", "UBND huyện Hà Quảng")],
    ),
    row(
        CAO_BANG + "Bà Lục Thị Thắm - Phó Giám đốc TT Y tế huyện Hà Quảng phát biểu.",
        [person("Lục Thị Thắm", "Phó Giám đốc", ["Trung tâm Y tế", "Trung tâm Y tế huyện Hà Quảng"])],
    ),
    row(
        CAO_BANG + "Dự có đồng chí Nông Văn Kỷ, Phó Bí thư thường trực huyện ủy Bảo Lâm.",
        [person("Nông Văn Kỷ", "Phó Bí thư Thường trực", "Huyện ủy Bảo Lâm")],
    ),
    # A seat on a society's board is a post where no other is told; one in the party is none.
    row(
        CAO_BANG + "Khách mời có bà Lục Thị Thắm Ủy viên Thường vụ Hội Khuyến học tỉnh.",
        [person("Lục Thị Thắm", "Ủy viên Thường vụ", "Hội Khuyến học")],
    ),
    row(CAO_BANG + "Khách mời có bà Lục Thị Thắm, Ủy viên Ban Thường vụ Tỉnh ủy.", []),
    row(
        CAO_BANG + "Ông Nông Văn Kỷ - Cán bộ Ban Thi đua - Khen thưởng tỉnh chứng kiến lễ ký.",
        [person("Nông Văn Kỷ", "Cán bộ", "Ban Thi đua - Khen thưởng")],
    ),
    row(
        CAO_BANG + "Ông Nông Văn Kỷ, Phó Chủ tịch, Trưởng Ban Thi đua, khen thưởng Hội Khuyến học tỉnh phát biểu.",
        [person("Nông Văn Kỷ", "Phó Chủ tịch", "Hội Khuyến học")],
    ),
    row(
        CAO_BANG + "Ông Nông Văn Kỷ, Phó Chủ tịch phụ trách kinh tế UBND huyện Hạ Lang phát biểu.",
        [person("Nông Văn Kỷ", "Phó Chủ tịch", "UBND huyện Hạ Lang")],
    ),
    row(
        CAO_BANG + "Chủ tịch Quốc hội Trần Thế Mẫu và Phó Chủ tịch nước Lục Thị Thắm gặp gỡ các điển hình của khối.",
        [person("Trần Thế Mẫu", "Chủ tịch", "Quốc hội"), person("Lục Thị Thắm", "Phó Chủ tịch nước", None)],
    ),
    row(
        CAO_BANG
        + "Đến dự có Bí thư Thành ủy Đồng Xoài Phan Thế Duy, Phó Tổng Biên tập Báo Cao Bằng Lục Thị Thắm kể lại.",
        [
            person("Phan Thế Duy", "Bí thư", "Thành ủy Đồng Xoài"),
            person("Lục Thị Thắm", "Phó Tổng Biên tập", "Báo Cao Bằng"),
        ],
    ),
    row(
        CAO_BANG + "Ông Nông Văn Kỷ, Vụ trưởng - Giám đốc cơ quan đại diện Bộ Y tế tại TP.HCM phát biểu.",
        [person("Nông Văn Kỷ", "Giám đốc", ["Cơ quan đại diện Bộ Y tế", "Cơ quan đại diện Bộ Y tế tại TP.HCM"])],
    ),
    # A society with two levels in the report is told apart by its place.
    row(
        "Ngày 12/12/2023, Cụm thi đua số 2 Ủy ban MTTQ tỉnh Cao Bằng tổng kết năm 2023. Chủ tịch Ủy ban MTTQ Việt Nam"
        " xã Đình Phong Lục Thị Thắm khai mạc.",
        [person("Lục Thị Thắm", "Chủ tịch", "Ủy ban Mặt trận Tổ quốc Việt Nam xã Đình Phong")],
    ),
]


@pytest.mark.parametrize("case", [*BY_THE_WAY, *NAMED, *OTHER_POSTS, *NONE, *IN_SHORT])
def test_people(case: Row) -> None:
    assert not differences("person", case)
