"""What is given, asked for or voted: rows of (text, expected awards), by the way in which the report says it."""

from __future__ import annotations

import pytest
from reading_rows import Row, award, differences, read, row

LAO_CAI = "Ngày 06/01/2023, Khối thi đua số 7 tỉnh Lào Cai tổng kết công tác thi đua, khen thưởng năm 2022. "
MOC_CHAU = "Chiều 22/12/2022, Cụm thi đua số 1 huyện Mộc Châu tổ chức hội nghị tổng kết phong trào thi đua năm 2022. "
QUANG_NGAI = "Ngày 18/01/2023, Khối thi đua Nội chính tỉnh Quảng Ngãi tổ chức Hội nghị tổng kết công tác năm 2022. "
SO_KET = "Ngày 12/7/2022, Khối thi đua số 7 tỉnh Lào Cai sơ kết công tác thi đua 6 tháng đầu năm 2022. "
TINH, CHU_TICH, CHINH_PHU = "UBND tỉnh", "Chủ tịch UBND tỉnh", "Chính phủ"

PROPOSED = [
    # The second verb carries grantor and status on.
    row(
        LAO_CAI
        + "Khối thống nhất đề nghị UBND tỉnh tặng Cờ thi đua năm 2022 cho Sở Tư pháp; tặng Bằng khen cho Sở Nội vụ và Thanh tra tỉnh.",
        [
            award("Cờ thi đua", "Sở Tư pháp", TINH),
            award("Bằng khen", "Sở Nội vụ", TINH),
            award("Bằng khen", "Thanh tra tỉnh", TINH),
        ],
    ),
    row(
        LAO_CAI + "Kết quả, Sở Y tế được đề nghị tặng Cờ thi đua của UBND tỉnh.",
        [award("Cờ thi đua", "Sở Y tế", TINH)],
    ),
    # A bare flag whose grantor stands beside the next title; a bare flag that nobody is asked for is none.
    row(
        LAO_CAI
        + "Sở Y tế được đề nghị tặng Cờ, Sở Nội vụ và Thanh tra tỉnh được đề nghị tặng Bằng khen của UBND tỉnh.",
        [
            award("Cờ thi đua", "Sở Y tế", TINH),
            award("Bằng khen", "Sở Nội vụ", TINH),
            award("Bằng khen", "Thanh tra tỉnh", TINH),
        ],
    ),
    row(
        LAO_CAI
        + "Sở Y tế trao Cờ cho Sở Tư pháp, đơn vị nhận nhiệm vụ mới; Sở Nội vụ được đề nghị tặng Bằng khen của UBND tỉnh.",
        [award("Bằng khen", "Sở Nội vụ", TINH)],
    ),
    # Persons with their units, one of them without a post.
    row(
        LAO_CAI
        + "Bà Nguyễn Thị Lan, Chủ tịch Hội Nông dân tỉnh, và ông Phan Văn Hùng, cán bộ Sở Y tế, được đề nghị tặng Bằng khen của UBND tỉnh.",
        [
            award("Bằng khen", "Nguyễn Thị Lan", TINH, kind="person"),
            award("Bằng khen", "Phan Văn Hùng", TINH, kind="person"),
        ],
    ),
    # "được nhận" under "đề nghị" is still only asked for.
    row(
        QUANG_NGAI
        + "Hội nghị bỏ phiếu đề nghị Thanh tra tỉnh được nhận Cờ thi đua của Chính phủ; 02 đơn vị được nhận Cờ thi đua của UBND tỉnh.",
        [award("Cờ thi đua", "Thanh tra tỉnh", CHINH_PHU), award("Cờ thi đua", 2, TINH)],
    ),
    row(
        QUANG_NGAI + "Các đơn vị bình xét, đề nghị UBND tỉnh tặng Cờ thi đua cho 01 đơn vị, Bằng khen cho 03 tập thể.",
        [award("Cờ thi đua", 1, TINH), award("Bằng khen", 3, TINH)],
    ),
    row(
        "Ngày 18/11/2022, Cụm thi đua số 6 các Trường Chính trị khu vực Tây Nguyên tổng kết năm 2022, bình chọn và đề nghị Học viện Chính trị quốc gia "
        "Hồ Chí Minh tặng Bằng khen cho Trường Chính trị tỉnh Đắk Lắk.",
        [award("Bằng khen", "Trường Chính trị tỉnh Đắk Lắk", "Học viện Chính trị quốc gia Hồ Chí Minh")],
    ),
    row(
        "Ngày 15/11/2022, Cụm thi đua số 3 - Bộ Công an tổng kết năm 2022, thống nhất đề xuất Bộ Công an tặng Cờ thi đua cho Công an tỉnh Nam Định, "
        "đề xuất Chính phủ tặng Cờ thi đua cho Công an tỉnh Thái Bình.",
        [
            award("Cờ thi đua", "Công an tỉnh Nam Định", "Bộ Công an"),
            award("Cờ thi đua", "Công an tỉnh Thái Bình", CHINH_PHU),
        ],
    ),
    # One unit for two flags of two grantors: two records.
    row(
        LAO_CAI
        + "Khối đề nghị Cờ thi đua của Chính phủ cho Sở Tài chính; Cờ thi đua của UBND tỉnh cho Sở Tài chính, Sở Công Thương; "
        "Bằng khen của Chủ tịch UBND tỉnh cho Sở Xây dựng.",
        [
            award("Cờ thi đua", "Sở Tài chính", CHINH_PHU),
            award("Cờ thi đua", "Sở Tài chính", TINH),
            award("Cờ thi đua", "Sở Công Thương", TINH),
            award("Bằng khen", "Sở Xây dựng", CHU_TICH),
        ],
    ),
    # "Các đơn vị còn lại" are the members not named before.
    row(
        "Khối thi đua số 7 tỉnh Lào Cai gồm các đơn vị: Sở Tài chính, Sở Xây dựng, Cục Thống kê và Kho bạc Nhà nước. Ngày 06/01/2023, Khối "
        "tổng kết năm 2022, đề nghị UBND tỉnh tặng Cờ thi đua cho Sở Tài chính, tặng Bằng khen cho các đơn vị còn lại.",
        [
            award("Cờ thi đua", "Sở Tài chính", TINH),
            award("Bằng khen", "Sở Xây dựng", TINH),
            award("Bằng khen", "Cục Thống kê", TINH),
            award("Bằng khen", "Kho bạc Nhà nước", TINH),
        ],
    ),
    row(
        LAO_CAI
        + "Hội nghị thống nhất đề nghị UBND tỉnh tặng Cờ thi đua cho các đơn vị gồm: Sở Giao thông vận tải, Sở Nông nghiệp và PTNT.",
        [
            award("Cờ thi đua", "Sở Giao thông vận tải", TINH),
            award("Cờ thi đua", "Sở Nông nghiệp và Phát triển nông thôn", TINH),
        ],
    ),
    row(
        LAO_CAI + "Các đơn vị nhất trí lập hồ sơ đề nghị UBND tỉnh tặng Bằng khen cho Ban Quản lý Khu kinh tế.",
        [award("Bằng khen", "Ban Quản lý Khu kinh tế", TINH)],
    ),
    row(
        QUANG_NGAI + "Kết quả kiểm phiếu, Tòa án nhân dân tỉnh được 9/9 phiếu đề nghị nhận Cờ thi đua của UBND tỉnh.",
        [award("Cờ thi đua", "Tòa án nhân dân tỉnh", TINH)],
    ),
    # The word "tập thể" before a name is no part of it; the title in quotation marks.
    row(
        QUANG_NGAI
        + "Hội nghị thống nhất đề nghị tặng danh hiệu “Cờ thi đua của UBND tỉnh” cho tập thể Bộ Chỉ huy Bộ đội Biên phòng tỉnh.",
        [award("Cờ thi đua", "Bộ Chỉ huy Bộ đội Biên phòng tỉnh", TINH)],
    ),
    row(
        "Khối thi đua số 2 thành phố Cần Thơ tổng kết năm 2022. Các đơn vị bỏ phiếu, kết quả như sau: Cờ thi đua của UBND thành phố: "
        "Sở Nội vụ; Bằng khen của UBND thành phố: Sở Tư pháp, Sở Ngoại vụ.",
        [
            award("Cờ thi đua", "Sở Nội vụ", "UBND thành phố", status=["proposed", "voted"]),
            award("Bằng khen", "Sở Tư pháp", "UBND thành phố", status=["proposed", "voted"]),
            award("Bằng khen", "Sở Ngoại vụ", "UBND thành phố", status=["proposed", "voted"]),
        ],
    ),
    row(
        MOC_CHAU
        + "Cụm nhất trí đề nghị Chủ tịch UBND huyện tặng Giấy khen cho Trường Mầm non Hoa Ban, Trường Tiểu học Chiềng Sơn.",
        [
            award("Giấy khen", "Trường Mầm non Hoa Ban", "Chủ tịch UBND huyện"),
            award("Giấy khen", "Trường Tiểu học Chiềng Sơn", "Chủ tịch UBND huyện"),
        ],
    ),
    # A unit that is ranked first and asked for its flag has the flag alone.
    row(
        LAO_CAI + "Hội nghị suy tôn Sở Ngoại vụ là đơn vị dẫn đầu Khối để đề nghị UBND tỉnh xét tặng Cờ thi đua.",
        [award("Cờ thi đua", "Sở Ngoại vụ", TINH)],
    ),
    # Put up without a title: the ranking, and the authority that is asked.
    row(
        "Ngày 09/12/2022, Khối thi đua số 3 huyện Tuần Giáo tổng kết năm 2022. Các thành viên bình chọn Phòng Nội vụ là đơn vị xuất sắc nhất khối "
        "để trình UBND huyện khen thưởng.",
        [award(["Đơn vị xuất sắc", "Đơn vị dẫn đầu"], "Phòng Nội vụ", "UBND huyện")],
    ),
    row(
        "Ngày 30/11/2022, Cụm thi đua các Liên đoàn Lao động Nam Tây Nguyên tổng kết năm 2022, thống nhất đề nghị Tổng Liên đoàn Lao động Việt Nam tặng "
        "Cờ thi đua cho Liên đoàn Lao động tỉnh Gia Lai.",
        [award("Cờ thi đua", "Liên đoàn Lao động tỉnh Gia Lai", "Tổng Liên đoàn Lao động Việt Nam")],
    ),
    row(
        LAO_CAI
        + "Khối đề nghị UBND tỉnh công nhận danh hiệu Tập thể lao động xuất sắc cho 03 đơn vị, Chiến sĩ thi đua cấp tỉnh cho 02 cá nhân.",
        [
            award("Tập thể lao động xuất sắc", 3, TINH),
            award("Chiến sĩ thi đua cấp tỉnh", 2, TINH, kind="person"),
        ],
    ),
    row(
        LAO_CAI
        + "Hội nghị cũng đề nghị UBND tỉnh tặng Bằng khen cho bà Lương Thị Hoa, Chánh Văn phòng Sở Công Thương.",
        [award("Bằng khen", "Lương Thị Hoa", TINH, kind="person")],
    ),
    # The place's name goes, whoever the grantor is.
    row(
        "Khối thi đua số 4 tổng kết năm 2022, thống nhất đề nghị Ủy ban nhân dân tỉnh Đồng Tháp tặng Bằng khen cho Trường Cao đẳng Y tế.",
        [award("Bằng khen", "Trường Cao đẳng Y tế", TINH)],
    ),
    # The class of a flag is its rank, not its title.
    row(
        LAO_CAI
        + "Hội nghị đề nghị UBND tỉnh tặng Cờ thi đua hạng Nhất cho Sở Y tế, Cờ thi đua hạng Nhì cho Sở Du lịch.",
        [award("Cờ thi đua", "Sở Y tế", TINH), award("Cờ thi đua", "Sở Du lịch", TINH)],
    ),
    row(
        LAO_CAI
        + "Trên cơ sở kết quả chấm điểm, Khối xét, đề nghị Thủ tướng Chính phủ tặng Bằng khen cho Cục Thuế tỉnh.",
        [award("Bằng khen", "Cục Thuế", "Thủ tướng Chính phủ")],
    ),
    row(
        QUANG_NGAI + "Khối suy tôn Viện kiểm sát nhân dân tỉnh nhận Cờ thi đua của Chính phủ.",
        [award("Cờ thi đua", "Viện kiểm sát nhân dân tỉnh", CHINH_PHU)],
    ),
    row(
        LAO_CAI + "Hội nghị đề nghị Chủ tịch nước tặng Huân chương Lao động hạng Nhì cho Bệnh viện Đa khoa tỉnh.",
        [award("Huân chương Lao động hạng Nhì", ["Bệnh viện Đa khoa tỉnh", "Bệnh viện Đa khoa"], "Chủ tịch nước")],
    ),
]

CONFERRED = [
    row(
        LAO_CAI + "Dịp này, Sở Ngoại vụ vinh dự đón nhận Huân chương Lao động hạng Ba của Chủ tịch nước.",
        [award("Huân chương Lao động hạng Ba", "Sở Ngoại vụ", "Chủ tịch nước", status="conferred")],
    ),
    # The grantor carries over; collectives and persons are counted apart.
    row(
        LAO_CAI + "Tại hội nghị, UBND tỉnh tặng Cờ thi đua cho 04 tập thể, Bằng khen cho 06 cá nhân.",
        [
            award("Cờ thi đua", 4, TINH, status="conferred"),
            award("Bằng khen", 6, TINH, status="conferred", kind="person"),
        ],
    ),
    row(
        MOC_CHAU + "Năm 2022, Cụm có 01 đơn vị được tặng Cờ thi đua của Chính phủ.",
        [award("Cờ thi đua", 1, CHINH_PHU, status="conferred")],
    ),
    row(
        LAO_CAI
        + "Thừa ủy quyền, lãnh đạo Ban Thi đua - Khen thưởng trao Bằng khen của Chủ tịch UBND tỉnh cho 2 tập thể và 3 cá nhân.",
        [
            award("Bằng khen", 2, CHU_TICH, status="conferred"),
            award("Bằng khen", 3, CHU_TICH, status="conferred", kind="person"),
        ],
    ),
    # A year named with the award wins over the meeting's.
    row(
        SO_KET + "Nhân dịp này, Sở Khoa học và Công nghệ được trao tặng Cờ thi đua của UBND tỉnh năm 2021.",
        [award("Cờ thi đua", "Sở Khoa học và Công nghệ", TINH, 2021, "conferred")],
    ),
    row(
        LAO_CAI + "Sở Giáo dục và Đào tạo được UBND tỉnh tặng Cờ thi đua, Sở Xây dựng được tặng Bằng khen.",
        [
            award("Cờ thi đua", "Sở Giáo dục và Đào tạo", TINH, status="conferred"),
            award("Bằng khen", "Sở Xây dựng", TINH, status="conferred"),
        ],
    ),
    row(
        QUANG_NGAI + "Hội nghị công bố quyết định của Chủ tịch UBND tỉnh tặng Bằng khen cho Sở Tư pháp.",
        [award("Bằng khen", "Sở Tư pháp", CHU_TICH, status="conferred")],
    ),
    row(
        QUANG_NGAI + "Thủ tướng Chính phủ đã ký quyết định tặng Bằng khen cho Công an tỉnh.",
        [award("Bằng khen", "Công an tỉnh", "Thủ tướng Chính phủ", status="conferred")],
    ),
    row(
        MOC_CHAU + "Trong năm, 05 tập thể của Cụm đạt danh hiệu Tập thể lao động tiên tiến.",
        [award("Tập thể lao động tiên tiến", 5, status="conferred")],
    ),
    row(
        LAO_CAI + "Với thành tích đó, Khối thi đua số 7 được UBND tỉnh tặng Bằng khen.",
        [award("Bằng khen", "Khối thi đua số 7", TINH, status="conferred", kind="bloc")],
    ),
    row(
        LAO_CAI
        + "Ông Vàng A Páo, Phó Giám đốc Sở Nội vụ trao Bằng khen của UBND tỉnh cho Đài Phát thanh và Truyền hình tỉnh.",
        [award("Bằng khen", "Đài Phát thanh và Truyền hình", TINH, status="conferred")],
    ),
]

VOTED = [
    row(
        LAO_CAI + "Hội nghị bỏ phiếu suy tôn Sở Tài chính là đơn vị dẫn đầu Khối thi đua năm 2022.",
        [award("Đơn vị dẫn đầu", "Sở Tài chính", status="voted")],
    ),
    row(
        MOC_CHAU + "Kết quả, xã Chiềng Hắc đứng thứ nhất cụm, xã Tân Lập đứng thứ hai, xã Lóng Sập đứng thứ ba.",
        [
            award("Đơn vị dẫn đầu", "xã Chiềng Hắc", status="voted"),
            award("Hạng Nhì", "xã Tân Lập", status="voted"),
            award("Hạng Ba", "xã Lóng Sập", status="voted"),
        ],
    ),
    # Ties: a record each.
    row(
        "Ngày 21/12/2022, Khối thi đua số 1 huyện Đức Thọ tổng kết năm 2022. Kết quả chấm điểm: Phòng Tư pháp - hạng Nhất (105 điểm), Phòng Y tế - hạng Nhì "
        "(101 điểm), Phòng Nội vụ và Phòng Văn hóa và Thông tin - đồng hạng Ba (99 điểm).",
        [
            award("Đơn vị dẫn đầu", "Phòng Tư pháp", status="voted"),
            award("Hạng Nhì", "Phòng Y tế", status="voted"),
            award("Hạng Ba", "Phòng Nội vụ", status="voted"),
            award("Hạng Ba", "Phòng Văn hóa và Thông tin", status="voted"),
        ],
    ),
    # "bầu" for a ranking.
    row(
        "Ngày 22/12/2022, Khối thi đua các đoàn thể huyện Sốp Cộp tổng kết năm 2022, thống nhất bầu Liên đoàn Lao động huyện là đơn vị dẫn đầu khối.",
        [award("Đơn vị dẫn đầu", ["Liên đoàn Lao động", "Liên đoàn Lao động huyện"], status="voted")],
    ),
    row(
        QUANG_NGAI + "Căn cứ kết quả chấm điểm, Sở Tư pháp (98,5 điểm) dẫn đầu Khối thi đua.",
        [award("Đơn vị dẫn đầu", "Sở Tư pháp", status="voted")],
    ),
    row(
        LAO_CAI + "Hội nghị bình xét, suy tôn Sở Y tế là đơn vị xuất sắc, Sở Du lịch là đơn vị tiêu biểu.",
        [award("Đơn vị xuất sắc", "Sở Y tế", status="voted"), award("Đơn vị tiêu biểu", "Sở Du lịch", status="voted")],
    ),
    row(
        LAO_CAI + "Năm 2022, Cục Hải quan xếp thứ nhất, Cục Thuế xếp thứ nhì trong Khối.",
        [award("Đơn vị dẫn đầu", "Cục Hải quan", status="voted"), award("Hạng Nhì", "Cục Thuế", status="voted")],
    ),
    row(
        "Văn phòng Đảng ủy phường An Phú dẫn đầu Cụm thi đua số 6 Thành phố Hồ Chí Minh năm 2025.",
        [award("Đơn vị dẫn đầu", "Văn phòng Đảng ủy phường An Phú", year=2025, status="voted")],
    ),
    row(
        MOC_CHAU + "Các xã nhất trí suy tôn UBND xã Vân Hồ đứng đầu cụm.",
        [award("Đơn vị dẫn đầu", "UBND xã Vân Hồ", status="voted")],
    ),
]

SEVERAL_BLOCS = [
    row(
        "Ngày 11/01/2023, Khối thi đua Kinh tế và Khối thi đua Văn hóa - Xã hội huyện Ba Bể tổng kết năm 2022. Khối thi đua Kinh tế suy tôn "
        "Phòng Tài chính - Kế hoạch là đơn vị dẫn đầu; Khối thi đua Văn hóa - Xã hội suy tôn Phòng Y tế là đơn vị dẫn đầu.",
        [
            award("Đơn vị dẫn đầu", "Phòng Tài chính - Kế hoạch", status="voted", bloc="Khối thi đua Kinh tế"),
            award("Đơn vị dẫn đầu", "Phòng Y tế", status="voted", bloc="Khối thi đua Văn hóa - Xã hội"),
        ],
        blocs=["Khối thi đua Kinh tế", "Khối thi đua Văn hóa - Xã hội"],
    ),
]

OTHER_WORDS = [
    row(
        LAO_CAI + "Sở Tài chính có tổng điểm cao nhất, được khối suy tôn, đề nghị UBND tỉnh tặng Cờ thi đua.",
        [award("Cờ thi đua", "Sở Tài chính", TINH)],
    ),
    row(
        LAO_CAI + "Cờ thi đua của UBND tỉnh được đề nghị trao cho Sở Y tế; Bằng khen dành cho Sở Tư pháp.",
        [award("Cờ thi đua", "Sở Y tế", TINH), award("Bằng khen", "Sở Tư pháp", TINH)],
    ),
    # A list ends where the next award's subject begins, and where the sentence does.
    row(
        LAO_CAI
        + "Khối đề nghị UBND tỉnh tặng Cờ thi đua cho Sở Y tế; Sở Nội vụ, Sở Tư pháp được đề nghị Chủ tịch UBND tỉnh tặng "
        "Bằng khen. Sở Công Thương được cử làm Trưởng khối.",
        [
            award("Cờ thi đua", "Sở Y tế", TINH),
            award("Bằng khen", "Sở Nội vụ", CHU_TICH),
            award("Bằng khen", "Sở Tư pháp", CHU_TICH),
        ],
    ),
    row(
        LAO_CAI
        + "Khối đề nghị UBND tỉnh tặng Cờ thi đua cho Sở Y tế, Bằng khen cho Sở Nội vụ. Sở Du lịch được bầu làm Phó khối.",
        [award("Cờ thi đua", "Sở Y tế", TINH), award("Bằng khen", "Sở Nội vụ", TINH)],
    ),
    # An authority that passes the asking on is no recipient.
    row(
        MOC_CHAU + "Xã Chiềng Sơn được đề nghị UBND huyện trình UBND tỉnh tặng Bằng khen.",
        [award("Bằng khen", "xã Chiềng Sơn", TINH)],
    ),
    # The flag of a branch, a grantor by the post alone.
    row(
        QUANG_NGAI
        + "Thừa ủy quyền của Bộ trưởng Bộ Tư pháp, hội nghị đã trao Cờ thi đua ngành Tư pháp năm 2021 cho Sở Tư pháp.",
        [award("Cờ thi đua", "Sở Tư pháp", "Bộ trưởng Bộ Tư pháp", 2021, "conferred")],
    ),
    row(
        QUANG_NGAI
        + "Khối đề nghị Chính phủ tặng Cờ thi đua cho Công an tỉnh; Cờ thi đua ngành Thanh tra cho Thanh tra tỉnh.",
        [award("Cờ thi đua", "Công an tỉnh", CHINH_PHU), award("Cờ thi đua", "Thanh tra tỉnh", "Ngành Thanh tra")],
    ),
    # One year behind all; grantor and year carry over to the next sentence.
    row(
        LAO_CAI
        + "Khối chúc mừng Sở Y tế nhận Cờ thi đua của UBND tỉnh, 03 doanh nghiệp nhận Bằng khen của Chủ tịch UBND tỉnh năm 2021.",
        [award("Cờ thi đua", "Sở Y tế", TINH, 2021, "conferred"), award("Bằng khen", 3, CHU_TICH, 2021, "conferred")],
    ),
    row(
        LAO_CAI
        + "Dịp này, Sở Y tế được tặng Cờ thi đua của UBND tỉnh năm 2021. Sở Tư pháp và Sở Nội vụ được tặng Bằng khen.",
        [award("Cờ thi đua", "Sở Y tế", TINH, 2021, "conferred")]
        + [award("Bằng khen", who, TINH, 2021, "conferred") for who in ("Sở Tư pháp", "Sở Nội vụ")],
    ),
    # Names in brackets behind a number, persons counted beside agencies, a number that the names tell again.
    row(
        LAO_CAI
        + "Khối có 01 đơn vị được tặng Cờ thi đua của Chính phủ (Sở Y tế), 02 đơn vị được tặng Cờ thi đua của UBND tỉnh "
        "(Sở Tư pháp, Sở Nội vụ).",
        [
            award("Cờ thi đua", "Sở Y tế", CHINH_PHU, status="conferred"),
            award("Cờ thi đua", "Sở Tư pháp", TINH, status="conferred"),
            award("Cờ thi đua", "Sở Nội vụ", TINH, status="conferred"),
        ],
    ),
    row(
        LAO_CAI + "Khối đề nghị UBND tỉnh tặng Bằng khen cho Sở Y tế và 3 cá nhân.",
        [award("Bằng khen", "Sở Y tế", TINH), award("Bằng khen", 3, TINH, kind="person")],
    ),
    row(
        "Khối thi đua số 7 tỉnh Lào Cai đề nghị tặng Cờ thi đua cho hai đơn vị\n\n"
        + LAO_CAI
        + "Khối đề nghị UBND tỉnh tặng Cờ thi đua cho Sở Y tế và Sở Nội vụ.",
        [award("Cờ thi đua", "Sở Y tế", TINH), award("Cờ thi đua", "Sở Nội vụ", TINH)],
    ),
    row(
        LAO_CAI
        + "Ba đơn vị có số điểm cao nhất: Sở Y tế, Sở Nội vụ, Sở Du lịch. Khối chọn Sở Y tế đề nghị UBND tỉnh tặng Cờ "
        "thi đua; 2 đơn vị còn lại đề nghị Chủ tịch UBND tỉnh tặng Bằng khen.",
        [award("Cờ thi đua", "Sở Y tế", TINH)]
        + [award("Bằng khen", who, CHU_TICH) for who in ("Sở Nội vụ", "Sở Du lịch")],
    ),
    # The next clause has units of its own; "khen" in a title is no word of giving; a deputy hands over.
    row(
        LAO_CAI
        + "Khối suy tôn Sở Y tế đề nghị UBND tỉnh tặng Cờ thi đua; 02 đơn vị: Sở Nội vụ, Sở Du lịch đề nghị tặng Bằng khen.",
        [award("Cờ thi đua", "Sở Y tế", TINH)] + [award("Bằng khen", who, TINH) for who in ("Sở Nội vụ", "Sở Du lịch")],
    ),
    row(
        LAO_CAI
        + "\n\nDanh sách đề nghị khen thưởng\n\n1. Sở Y tế: Cờ thi đua của UBND tỉnh\n2. Sở Nội vụ: Bằng khen của UBND tỉnh",
        [award("Cờ thi đua", "Sở Y tế", TINH), award("Bằng khen", "Sở Nội vụ", TINH)],
    ),
    row(
        LAO_CAI + "Thay mặt UBND tỉnh, ông Giàng Seo Vần, Phó Chủ tịch UBND tỉnh trao Cờ thi đua cho Sở Y tế.",
        [award("Cờ thi đua", "Sở Y tế", TINH, status="conferred")],
    ),
    row(
        LAO_CAI
        + "Nhiều ý kiến đề nghị giảm số lượng chỉ tiêu. Dịp này, lãnh đạo Khối chuyển Bằng khen của UBND tỉnh đến Sở Y tế.",
        [award("Bằng khen", "Sở Y tế", TINH, status="conferred")],
    ),
    row(
        LAO_CAI + "Khối có 2 tập thể (Sở Y tế, Sở Nội vụ) và 1 cá nhân được đề nghị tặng Bằng khen của UBND tỉnh.",
        [award("Bằng khen", who, TINH) for who in ("Sở Y tế", "Sở Nội vụ")]
        + [award("Bằng khen", 1, TINH, kind="person")],
    ),
    row(LAO_CAI + "Có 3/7 đơn vị được đề nghị tặng Bằng khen của UBND tỉnh.", [award("Bằng khen", 3, TINH)]),
    row(
        LAO_CAI + "Ngôi đầu thuộc về Sở Y tế, Sở Nội vụ về nhì.",
        [award("Đơn vị dẫn đầu", "Sở Y tế", status="voted"), award("Hạng Nhì", "Sở Nội vụ", status="voted")],
    ),
]

DECLINED = [
    (LAO_CAI + "Sở Xây dựng xin rút khỏi danh sách bình xét.", ["Sở Xây dựng"]),
    (
        LAO_CAI + "Khối đề nghị UBND tỉnh tặng Cờ thi đua cho Sở Y tế. Riêng Sở Du lịch tự xin không xét.",
        ["Sở Du lịch"],
    ),
    (LAO_CAI + "Sở Xây dựng và Sở Du lịch không nhận Bằng khen.", ["Sở Xây dựng", "Sở Du lịch"]),
    # Another year, a condition, a plan, other things that are declined.
    (LAO_CAI + "Năm 2020, Sở Xây dựng đã từ chối nhận Cờ thi đua của UBND tỉnh.", []),
    (LAO_CAI + "Nếu Sở Xây dựng xin rút thì Sở Y tế được đề nghị tặng Bằng khen.", []),
    (LAO_CAI + "Sở Xây dựng từ chối tiếp nhận 12 hồ sơ không đủ điều kiện.", []),
]

NONE = [
    # A rule, a plan of the bloc, an inside wish.
    row(LAO_CAI + "Kết thúc đợt, Khối sẽ chọn 1 đơn vị và 5 công chức đề nghị UBND tỉnh tặng Bằng khen.", []),
    row(LAO_CAI + "Chỉ tiêu đáng chú ý: ít nhất 01 tập thể được UBND tỉnh tặng Cờ thi đua.", []),
    row(LAO_CAI + "Người đứng đầu Sở Y tế phát biểu lần thứ nhất tại hội nghị.", []),
    # Withdrawals and refusals.
    row(LAO_CAI + "Sở Xây dựng xin rút, không nhận Cờ thi đua của UBND tỉnh.", []),
    row(LAO_CAI + "Hội nghị chưa xét tặng Cờ thi đua đối với Sở Công Thương do có cán bộ vi phạm.", []),
    # Ratings of work.
    row(LAO_CAI + "Hội nghị suy tôn 5/7 đơn vị xếp loại hoàn thành xuất sắc nhiệm vụ.", []),
    row(LAO_CAI + "Sở Tài chính được đánh giá hoàn thành xuất sắc nhiệm vụ năm 2022.", []),
    # Targets.
    row(LAO_CAI + "Năm 2023, Khối phấn đấu có ít nhất 02 đơn vị được tặng Cờ thi đua của Chính phủ.", []),
    row(SO_KET + "Sở Y tế đăng ký phấn đấu đạt danh hiệu Tập thể lao động xuất sắc năm 2022.", []),
    # The rotating flag hands over the post.
    row(LAO_CAI + "Lãnh đạo Khối trao cờ luân lưu Trưởng khối năm 2023 cho Sở Nội vụ.", []),
    # No unit, no number.
    row(LAO_CAI + "Hội nghị tiến hành bình xét các danh hiệu thi đua và hình thức khen thưởng năm 2022.", []),
    row(LAO_CAI + "Khối bỏ phiếu suy tôn đơn vị dẫn đầu, đề nghị UBND tỉnh tặng Cờ thi đua.", []),
    # Sports.
    row(LAO_CAI + "Tại hội thao, Sở Y tế giành giải Nhất toàn đoàn, Sở Tư pháp đạt giải Nhì môn cầu lông.", []),
    # Outside of the bloc.
    row(LAO_CAI + "Trong năm, toàn tỉnh có 120 tập thể được Thủ tướng Chính phủ tặng Bằng khen.", []),
    # Sudden rewards without a title.
    row(LAO_CAI + "Trong năm, Khối khen thưởng đột xuất 03 tập thể có thành tích phòng, chống bão lũ.", []),
    # A post, not a prize.
    row(LAO_CAI + "Hội nghị suy tôn Sở Nội vụ làm Trưởng khối năm 2023.", []),
    # No bloc in the report.
    row("Ngày 06/01/2023, UBND tỉnh Lào Cai tặng Cờ thi đua cho Sở Tài chính và Bằng khen cho 12 tập thể.", []),
]


@pytest.mark.parametrize("case", [*PROPOSED, *CONFERRED, *VOTED, *SEVERAL_BLOCS, *OTHER_WORDS, *NONE])
def test_awards(case: Row) -> None:
    assert not differences("award", case)


@pytest.mark.parametrize(("text", "agencies"), DECLINED)
def test_who_declines_an_award_is_kept_as_a_problem(text: str, agencies: list[str]) -> None:
    told = [p for p in read(row(text, []))["problems"] if p["code"] == "award-declined"]
    assert [p["where"] for p in told] == agencies
    assert all(text[p["start"] : p["end"]].startswith(("xin rút", "xin không", "tự", "không nhận")) for p in told)
