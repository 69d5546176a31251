"""Which agencies belong to a bloc: rows of (text, expected members), by the way in which the report lists them."""

from __future__ import annotations

import pytest
from reading_rows import Row, differences, members, row

LISTS = [
    row(
        "Khối thi đua số 6 tỉnh Bắc Giang gồm 5 đơn vị: Sở Tư pháp, Sở Nội vụ, Thanh tra tỉnh, Văn phòng UBND tỉnh, Ban Dân tộc tỉnh.",
        members("Sở Tư pháp", "Sở Nội vụ", "Thanh tra tỉnh", "Văn phòng UBND tỉnh", "Ban Dân tộc"),
    ),
    row(
        "Khối thi đua Kinh tế tổng hợp tỉnh Tây Ninh bao gồm 5 đơn vị: Sở Tài chính; Sở Kế hoạch và Đầu tư; "
        "Cục Thuế tỉnh; Kho bạc Nhà nước; và Cục Thống kê.",
        members("Sở Tài chính", "Sở Kế hoạch và Đầu tư", "Cục Thuế", "Kho bạc Nhà nước", "Cục Thống kê"),
    ),
    # Commas and "và" inside names.
    row(
        "Khối thi đua số 3 tỉnh Hưng Yên tổng kết năm 2022 với các đơn vị thành viên: Sở Văn hóa, Thể thao và Du lịch, Sở Y tế, "
        "Sở Lao động - Thương binh và Xã hội và Sở Giáo dục và Đào tạo.",
        members(
            "Sở Văn hóa, Thể thao và Du lịch",
            "Sở Y tế",
            "Sở Lao động - Thương binh và Xã hội",
            "Sở Giáo dục và Đào tạo",
        ),
    ),
    row(
        "Khối thi đua số 1 huyện Phù Yên có các đơn vị: Văn phòng HĐND và UBND, Phòng Nội vụ, Phòng Tài chính - Kế hoạch và Thanh tra huyện.",
        members(
            ["Văn phòng HĐND và UBND huyện", "Văn phòng HĐND và UBND"],
            "Phòng Nội vụ",
            "Phòng Tài chính - Kế hoạch",
            ["Thanh tra huyện", "Thanh tra"],
        ),
    ),
    # A head that the bloc's name parts from its names; numbers as words.
    row(
        "Cụm thi đua số 3 Sở GD&ĐT Sơn La họp tổng kết năm 2023 với hiệu trưởng của 4 trường THPT trong cụm: Mộc Lỵ, Chiềng Sinh, Tô Hiệu, Mai Sơn.",
        members("Trường THPT Mộc Lỵ", "Trường THPT Chiềng Sinh", "Trường THPT Tô Hiệu", "Trường THPT Mai Sơn"),
    ),
    row(
        "Cụm thi đua số 2 tỉnh An Giang có 5 thành viên, hai phường là Long Xuyên, Châu Đốc, ba xã là An Phú, Tri Tôn và Chợ Vàm.",
        members("phường Long Xuyên", "phường Châu Đốc", "xã An Phú", "xã Tri Tôn", "xã Chợ Vàm"),
    ),
    row(
        "Khối thi đua các cơ quan Đảng tỉnh Bắc Ninh gồm Văn phòng Tỉnh ủy, ba ban Tổ chức, Nội chính, Dân vận của Tỉnh ủy và Báo Bắc Ninh.",
        members(
            "Văn phòng Tỉnh ủy", "Ban Tổ chức Tỉnh ủy", "Ban Nội chính Tỉnh ủy", "Ban Dân vận Tỉnh ủy", "Báo Bắc Ninh"
        ),
    ),
    # "các tổ chức trong Khối:" before full names shares no head with them.
    row(
        "Khối thi đua số 4 tỉnh Hà Nam họp cùng các Hội trong Khối: Liên đoàn Lao động tỉnh, Tỉnh đoàn, Hội Nông dân tỉnh.",
        members("Liên đoàn Lao động", "Tỉnh đoàn", "Hội Nông dân"),
    ),
    # Two sentences, each with a part of the list.
    row(
        "Khối thi đua Kinh tế tỉnh Yên Bái có năm đơn vị. Ba trong số đó là các sở: Công Thương, Xây dựng, Tài chính. "
        "Hai đơn vị còn lại là Cục Thuế tỉnh và Liên minh Hợp tác xã tỉnh.",
        members("Sở Công Thương", "Sở Xây dựng", "Sở Tài chính", "Cục Thuế", "Liên minh Hợp tác xã"),
    ),
    row(
        "Khối thi đua Ngân hàng tỉnh Trà Vinh tổng kết năm 2022. Ba đơn vị ấy là: Ngân hàng Nhà nước Chi nhánh tỉnh, BIDV Trà Vinh, Sacombank Trà Vinh.",
        members("Ngân hàng Nhà nước chi nhánh tỉnh", "BIDV chi nhánh Trà Vinh", "Sacombank chi nhánh Trà Vinh"),
    ),
    # What kind of units the bloc has, then a colon.
    row(
        "Khối thi đua số 9 tỉnh Phú Yên gồm các doanh nghiệp do Nhà nước nắm cổ phần chi phối: Công ty Điện lực Phú Yên, Công ty Cổ phần Cấp thoát nước Phú Yên, Viễn thông Phú Yên.",
        members("Công ty Điện lực Phú Yên", "Công ty Cổ phần Cấp thoát nước Phú Yên", "Viễn thông Phú Yên"),
    ),
    # One member before the others.
    row(
        "Cùng với Sở Nội vụ, Khối thi đua số 1 tỉnh Lai Châu còn có Sở Tư pháp (Khối phó), Thanh tra tỉnh, Văn phòng UBND tỉnh.",
        members("Sở Nội vụ", "Sở Tư pháp", "Thanh tra tỉnh", "Văn phòng UBND tỉnh"),
    ),
    # Names with a number, a role in a longer bracket, and a sentence that says afterwards whose they are.
    row(
        "Cụm thi đua số 1 huyện Tây Hòa hiện có: UBND thị trấn Phú Thứ, UBND các xã: Hòa Phong, Hòa Bình 1, Hòa Đồng.",
        members("UBND thị trấn Phú Thứ", "UBND xã Hòa Phong", "UBND xã Hòa Bình 1", "UBND xã Hòa Đồng"),
    ),
    row(
        "Hạt Kiểm lâm (đang là Khối trưởng), Trạm Chăn nuôi và Thú y (đang là Khối phó), Ban Quản lý rừng phòng hộ - "
        "cả ba thành viên Khối thi đua Nông - Lâm nghiệp huyện Yên Bình - sơ kết 6 tháng đầu năm 2020.",
        members("Hạt Kiểm lâm", "Trạm Chăn nuôi và Thú y", "Ban Quản lý rừng phòng hộ"),
    ),
    row(
        "Cụm thi đua số 1 tỉnh Quảng Trị phát động thi đua năm 2021. Ba đơn vị đưa người về dự: Sở Y tế, Sở Tư pháp và Cục Thuế tỉnh. "
        "Đó cũng là toàn bộ thành viên của Cụm.",
        members("Sở Y tế", "Sở Tư pháp", "Cục Thuế"),
    ),
    # Said after the list.
    row(
        "Khối thi đua Văn xã tỉnh Sơn La họp ngày 10/01/2024. Các đơn vị: Sở Y tế, Sở Giáo dục và Đào tạo, Báo Sơn La là thành viên. "
        "Hội nghị bàn về năm 2024.",
        members("Sở Y tế", "Sở Giáo dục và Đào tạo", "Báo Sơn La"),
    ),
    # In brackets.
    row(
        "Ngày 14/12/2023, Khối thi đua Nội chính tỉnh Hà Tĩnh (gồm: Công an tỉnh, Bộ Chỉ huy Quân sự tỉnh, Sở Tư pháp, Tòa án nhân dân tỉnh) "
        "tổng kết công tác thi đua năm 2023.",
        members("Công an tỉnh", "Bộ Chỉ huy Quân sự tỉnh", "Sở Tư pháp", "Tòa án nhân dân tỉnh"),
    ),
    row(
        "Ngày 03/01/2023, các đơn vị trong Khối thi đua số 9 tỉnh Bến Tre (Sở Xây dựng; Sở Giao thông vận tải; Sở Công Thương) "
        "tổng kết công tác thi đua năm 2022.",
        members("Sở Xây dựng", "Sở Giao thông vận tải", "Sở Công Thương"),
    ),
    # Who sits in the room, as the list of the bloc.
    row(
        "Khối thi đua số 2 tỉnh Gia Lai tổng kết năm 2022. Tham dự có đại diện lãnh đạo 04 cơ quan thuộc Khối: Sở Nội vụ, Sở Ngoại vụ, "
        "Thanh tra tỉnh, Sở Tư pháp.",
        members("Sở Nội vụ", "Sở Ngoại vụ", "Thanh tra tỉnh", "Sở Tư pháp"),
    ),
    row(
        "Khối thi đua các Hội tỉnh Kiên Giang họp sơ kết 6 tháng đầu năm 2023. Dự họp có lãnh đạo của 04/04 Hội trong khối, gồm: "
        "Hội Nhà báo, Hội Luật gia, Hội Đông y, Hội Người mù.",
        members("Hội Nhà báo", "Hội Luật gia", "Hội Đông y", "Hội Người mù"),
    ),
    row(
        "Ngày 09/3/2023, Cụm thi đua số 9 thành phố Bạc Liêu ký kết giao ước thi đua. Cụm có 3 thành viên là các đơn vị: UBND phường 1, UBND phường 2 và UBND xã Vĩnh Trạch.",
        members("UBND phường 1", "UBND phường 2", "UBND xã Vĩnh Trạch"),
    ),
    # Roles in brackets; the leader is a member too.
    row(
        "Khối thi đua các Hội đặc thù tỉnh Hòa Bình gồm Hội Khuyến học (Khối trưởng), Hội Chữ thập đỏ (Khối phó), Hội Người cao tuổi, Hội Làm vườn.",
        members("Hội Khuyến học", "Hội Chữ thập đỏ", "Hội Người cao tuổi", "Hội Làm vườn"),
    ),
    row(
        "Khối thi đua số 10 tỉnh Lâm Đồng gồm 3 đơn vị: Cục Hải quan - đơn vị trưởng khối; Sở Công Thương; Cục Quản lý thị trường.",
        members("Cục Hải quan", "Sở Công Thương", "Cục Quản lý thị trường"),
    ),
    # The list ends where a verb begins.
    row(
        "Năm 2022, các đơn vị trong Khối thi đua số 4 tỉnh Phú Thọ gồm Sở Y tế, Sở Khoa học và Công nghệ, Đài Phát thanh và Truyền hình tỉnh "
        "đã triển khai nhiều phong trào. Sở Nội vụ là cơ quan thẩm định.",
        members("Sở Y tế", "Sở Khoa học và Công nghệ", "Đài Phát thanh và Truyền hình"),
    ),
    row(
        "Khối thi đua số 5 gồm 4 cơ quan: Ban Tổ chức Tỉnh ủy, Ban Nội chính Tỉnh ủy, Văn phòng Tỉnh ủy, Ủy ban Kiểm tra Tỉnh ủy. "
        "Năm 2025, Ban Tổ chức Tỉnh ủy là Trưởng Khối.",
        members("Ban Tổ chức Tỉnh ủy", "Ban Nội chính Tỉnh ủy", "Văn phòng Tỉnh ủy", "Ủy ban Kiểm tra Tỉnh ủy"),
    ),
    row(
        "Khối thi đua Mặt trận và các đoàn thể tỉnh Cao Bằng gồm có: Ủy ban MTTQ Việt Nam tỉnh, Hội Nông dân tỉnh, Hội Cựu chiến binh tỉnh, "
        "Hội Liên hiệp Phụ nữ tỉnh, Liên đoàn Lao động tỉnh và Tỉnh đoàn.",
        members(
            ["Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", "Ủy ban Mặt trận Tổ quốc Việt Nam", "Ủy ban MTTQ Việt Nam tỉnh"],
            "Hội Nông dân",
            "Hội Cựu chiến binh",
            "Hội Liên hiệp Phụ nữ",
            "Liên đoàn Lao động",
            "Tỉnh đoàn",
        ),
    ),
    # Numbered, on lines of their own.
    row(
        "Khối thi đua số 8 tỉnh Sơn La gồm các đơn vị:\n1. Sở Nông nghiệp và Phát triển nông thôn;\n2. Sở Tài nguyên và Môi trường;\n"
        "3. Chi cục Kiểm lâm.\n\nNgày 10/01/2023, Khối tổng kết công tác thi đua năm 2022.",
        members("Sở Nông nghiệp và Phát triển nông thôn", "Sở Tài nguyên và Môi trường", "Chi cục Kiểm lâm"),
    ),
    row(
        "Các thành viên trong Khối thi đua doanh nghiệp tỉnh Quảng Nam gồm: Công ty Điện lực Quảng Nam, Bưu điện tỉnh Quảng Nam, Viễn thông Quảng Nam.",
        members(
            "Công ty Điện lực Quảng Nam",
            ["Bưu điện tỉnh Quảng Nam", "Bưu điện tỉnh", "Bưu điện"],
            "Viễn thông Quảng Nam",
        ),
    ),
]

ELLIPTICAL = [
    row(
        "Khối thi đua số 2 tỉnh Bình Định gồm các sở: Y tế, Tài chính, Văn hóa, Thể thao và Du lịch, Công Thương.",
        members("Sở Y tế", "Sở Tài chính", "Sở Văn hóa, Thể thao và Du lịch", "Sở Công Thương"),
    ),
    # The head stops before a name that has its own.
    row(
        "Khối thi đua số 1 tỉnh Hà Nam gồm các sở Tài chính, Công Thương, Y tế, Thanh tra tỉnh và Ban Dân tộc.",
        members("Sở Tài chính", "Sở Công Thương", "Sở Y tế", "Thanh tra tỉnh", "Ban Dân tộc"),
    ),
    row(
        "Khối thi đua số 4 tỉnh Trà Vinh gồm Sở Giáo dục và Đào tạo, Y tế, Công Thương, Khoa học và Công nghệ.",
        members("Sở Giáo dục và Đào tạo", "Sở Y tế", "Sở Công Thương", "Sở Khoa học và Công nghệ"),
    ),
    # The tail is shared as well.
    row(
        "Khối thi đua các Ban Đảng tỉnh Lai Châu gồm các ban: Tổ chức, Nội chính, Dân vận, Tuyên giáo và Ủy ban Kiểm tra Tỉnh ủy.",
        members(
            "Ban Tổ chức Tỉnh ủy",
            "Ban Nội chính Tỉnh ủy",
            "Ban Dân vận Tỉnh ủy",
            "Ban Tuyên giáo Tỉnh ủy",
            "Ủy ban Kiểm tra Tỉnh ủy",
        ),
    ),
    row(
        "Khối thi đua số 2 huyện Than Uyên gồm các phòng: Nội vụ, Tư pháp, Y tế và Thanh tra huyện.",
        members("Phòng Nội vụ", "Phòng Tư pháp", "Phòng Y tế", ["Thanh tra huyện", "Thanh tra"]),
    ),
    row(
        "Cụm thi đua số 5, Bộ Công an gồm Công an các tỉnh: Nghệ An, Hà Tĩnh, Quảng Bình, Quảng Trị.",
        members("Công an tỉnh Nghệ An", "Công an tỉnh Hà Tĩnh", "Công an tỉnh Quảng Bình", "Công an tỉnh Quảng Trị"),
    ),
    row(
        "Cụm thi đua số 2 Bộ đội Biên phòng gồm BĐBP các tỉnh, thành phố: Hải Phòng, Thái Bình, Nam Định.",
        members(
            [
                "Bộ đội Biên phòng thành phố Hải Phòng",
                "Bộ đội Biên phòng Hải Phòng",
                "BĐBP thành phố Hải Phòng",
                "BĐBP Hải Phòng",
            ],
            [
                "Bộ đội Biên phòng tỉnh Thái Bình",
                "Bộ đội Biên phòng Thái Bình",
                "BĐBP tỉnh Thái Bình",
                "BĐBP Thái Bình",
            ],
            ["Bộ đội Biên phòng tỉnh Nam Định", "Bộ đội Biên phòng Nam Định", "BĐBP tỉnh Nam Định", "BĐBP Nam Định"],
        ),
    ),
    row(
        "Cụm thi đua Hội Nhà báo các tỉnh Đông Bắc gồm 3 đơn vị thành viên là Hội Nhà báo các tỉnh: Cao Bằng, Bắc Kạn, Lạng Sơn.",
        members("Hội Nhà báo tỉnh Cao Bằng", "Hội Nhà báo tỉnh Bắc Kạn", "Hội Nhà báo tỉnh Lạng Sơn"),
    ),
    row(
        "Cụm thi đua số 6 tỉnh Đồng Nai gồm các huyện: Tân Phú, Định Quán, Xuân Lộc và thành phố Long Khánh.",
        members("huyện Tân Phú", "huyện Định Quán", "huyện Xuân Lộc", "thành phố Long Khánh"),
    ),
    row(
        "Cụm thi đua số 2 huyện Krông Pắc gồm các xã: Ea Kly, Ea Kênh, Hòa Đông và thị trấn Phước An.",
        members("xã Ea Kly", "xã Ea Kênh", "xã Hòa Đông", "thị trấn Phước An"),
    ),
    row(
        "Cụm thi đua Thanh tra các sở tỉnh Quảng Ninh gồm Thanh tra các sở: Y tế, Xây dựng, Nội vụ.",
        members("Thanh tra Sở Y tế", "Thanh tra Sở Xây dựng", "Thanh tra Sở Nội vụ"),
    ),
    row(
        "Cụm thi đua số 4 Sở Giáo dục và Đào tạo tỉnh Ninh Thuận gồm các trường THPT: Tháp Chàm, Nguyễn Trãi, Chu Văn An.",
        members(
            ["Trường THPT Tháp Chàm", "THPT Tháp Chàm"],
            ["Trường THPT Nguyễn Trãi", "THPT Nguyễn Trãi"],
            ["Trường THPT Chu Văn An", "THPT Chu Văn An"],
        ),
    ),
    row(
        "Khối thi đua các Hội quần chúng tỉnh Bình Thuận bao gồm các hội: Chữ thập đỏ, Nhà báo, Người mù, Đông y.",
        members("Hội Chữ thập đỏ", "Hội Nhà báo", "Hội Người mù", "Hội Đông y"),
    ),
    row(
        "Cụm thi đua số 10 Thành phố Hồ Chí Minh gồm các Văn phòng Đảng ủy: phường Thới Hòa, Chánh Phú Hòa và phường Tây Nam.",
        members(
            "Văn phòng Đảng ủy phường Thới Hòa",
            "Văn phòng Đảng ủy phường Chánh Phú Hòa",
            "Văn phòng Đảng ủy phường Tây Nam",
        ),
    ),
    row(
        "Cụm thi đua số 1 Viện kiểm sát nhân dân tỉnh Nghệ An gồm Viện kiểm sát nhân dân các huyện: Yên Thành, Đô Lương, Thanh Chương.",
        members(
            "Viện kiểm sát nhân dân huyện Yên Thành",
            "Viện kiểm sát nhân dân huyện Đô Lương",
            "Viện kiểm sát nhân dân huyện Thanh Chương",
        ),
    ),
    row(
        "Cụm thi đua các tỉnh Tây Bắc gồm các tỉnh: Sơn La, Điện Biên, Lai Châu và Hòa Bình ký giao ước thi đua năm 2022.",
        members(
            ["tỉnh Sơn La", "Sơn La"],
            ["tỉnh Điện Biên", "Điện Biên"],
            ["tỉnh Lai Châu", "Lai Châu"],
            ["tỉnh Hòa Bình", "Hòa Bình"],
        ),
    ),
]

SPELLINGS = [
    row(
        "Khối thi đua số 3 tỉnh Long An gồm: Sở GD-ĐT, Sở LĐ-TB&XH, Sở TT&TT, Sở KH&CN.",
        members(
            "Sở Giáo dục và Đào tạo",
            "Sở Lao động - Thương binh và Xã hội",
            "Sở Thông tin và Truyền thông",
            "Sở Khoa học và Công nghệ",
        ),
    ),
    row(
        "Khối thi đua số 2 huyện Krông Nô gồm: Phòng Lao động, TB&XH, Phòng Văn hoá - Thông tin, Phòng Nông nghiệp và PTNT.",
        members(
            "Phòng Lao động - Thương binh và Xã hội",
            "Phòng Văn hóa và Thông tin",
            "Phòng Nông nghiệp và Phát triển nông thôn",
        ),
    ),
    # Old tone marks, long dashes, a slip of spelling.
    row(
        "Khối thi đua số 6 tỉnh Ninh Bình gồm: Sở Thông tin và Truyền thong, Sở Văn hoá – Thể thao, Toà án nhân dân tỉnh.",
        members("Sở Thông tin và Truyền thông", "Sở Văn hóa và Thể thao", "Tòa án nhân dân tỉnh"),
    ),
]

_MET = "Ngày 12/01/2023, Khối thi đua số 5 tỉnh Cà Mau tổng kết năm 2022. "

BELONGING = [
    # Words that say that units are the bloc's, after their list or before it.
    row(
        _MET + "Lãnh đạo Sở Y tế, Sở Tư pháp, Sở Nội vụ, Thanh tra tỉnh - 4 đơn vị của Khối - cùng dự.",
        members("Sở Y tế", "Sở Tư pháp", "Sở Nội vụ", "Thanh tra tỉnh"),
    ),
    row(
        _MET
        + "Có mặt: Hội Đông y; Hội Luật gia; Hội Người mù (3/4 thành viên của Khối, Hội Khuyến học vắng có lý do).",
        members("Hội Đông y", "Hội Luật gia", "Hội Người mù", "Hội Khuyến học"),
    ),
    row(
        _MET + "Sở Y tế, Sở Tư pháp, Sở Nội vụ là những đơn vị hợp thành Khối.",
        members("Sở Y tế", "Sở Tư pháp", "Sở Nội vụ"),
    ),
    row(
        "Sáng 12/01/2023, các thành viên Sở Y tế, Sở Tư pháp, Sở Nội vụ của Khối thi đua số 5 tỉnh Cà Mau họp tổng kết năm 2022.",
        members("Sở Y tế", "Sở Tư pháp", "Sở Nội vụ"),
    ),
    row(
        _MET + "Các đơn vị trong Khối là Sở Y tế, Sở Tư pháp, Sở Nội vụ.",
        members("Sở Y tế", "Sở Tư pháp", "Sở Nội vụ"),
    ),
    row(
        _MET + "Đại diện các đơn vị trong Khối, cụ thể có Sở Y tế; Sở Tư pháp; Sở Nội vụ.",
        members("Sở Y tế", "Sở Tư pháp", "Sở Nội vụ"),
    ),
    row(
        "Khối thi đua số 5 tỉnh Cà Mau hiện có Sở Y tế, Sở Tư pháp, Sở Nội vụ. " + _MET,
        members("Sở Y tế", "Sở Tư pháp", "Sở Nội vụ"),
    ),
    row(
        "Bốn cơ quan Sở Y tế, Sở Tư pháp, Sở Nội vụ và Thanh tra tỉnh sáng 12/01/2023 đã tổng kết năm 2022 của Khối thi đua số 5 tỉnh Cà Mau.",
        members("Sở Y tế", "Sở Tư pháp", "Sở Nội vụ", "Thanh tra tỉnh"),
    ),
    row(
        _MET + "Khối do Hội Luật gia làm Khối trưởng; các thành viên khác là Hội Đông y, Hội Người mù, Hội Khuyến học.",
        members("Hội Luật gia", "Hội Đông y", "Hội Người mù", "Hội Khuyến học"),
    ),
    # Lines, with roles, with ranks, under a count.
    row(
        _MET + "Dưới cờ là cán bộ của ba đơn vị:\n• Sở Y tế (đơn vị Khối trưởng)\n• Sở Tư pháp\n• Sở Nội vụ",
        members("Sở Y tế", "Sở Tư pháp", "Sở Nội vụ"),
    ),
    row(
        _MET
        + "Điểm của cả ba đơn vị trong Khối như sau:\n\nXếp thứ nhất: Sở Y tế (98 điểm)\nXếp thứ hai: Sở Tư pháp\nXếp thứ ba: Sở Nội vụ",
        members("Sở Y tế", "Sở Tư pháp", "Sở Nội vụ"),
    ),
    row(
        _MET
        + "Tham gia Khối có các đơn vị sau:\n- Cơ quan Ủy ban MTTQ Việt Nam tỉnh;\n- Hội Nông dân tỉnh;\n- Tỉnh đoàn.",
        members("Ủy ban Mặt trận Tổ quốc Việt Nam", "Hội Nông dân", "Tỉnh đoàn"),
    ),
]

PLACES = [
    # Places that follow names, several bodies of several places.
    row(
        "Ngày 12/01/2023, Cụm thi đua số 2 Kho bạc Nhà nước Lào Cai tổng kết năm 2022. Cụm gồm KBNN Bảo Thắng, KBNN Bát Xát, KBNN Sa Pa.",
        members("Kho bạc Nhà nước Bảo Thắng", "Kho bạc Nhà nước Bát Xát", "Kho bạc Nhà nước Sa Pa"),
    ),
    row(
        "Ngày 12/01/2023, Khu vực thi đua Đông Bắc của Bộ Tư pháp tổng kết năm 2022. Khu vực gồm Sở Tư pháp và Cục Thi hành án dân sự của 2 tỉnh: Hà Giang, Cao Bằng.",
        members(
            "Sở Tư pháp tỉnh Hà Giang",
            "Sở Tư pháp tỉnh Cao Bằng",
            "Cục Thi hành án dân sự tỉnh Hà Giang",
            "Cục Thi hành án dân sự tỉnh Cao Bằng",
        ),
    ),
    row(
        "Ngày 12/01/2023, Cụm thi đua số 1 VKSND tỉnh Bạc Liêu tổng kết năm 2022. Cụm gồm VKSND các thị xã Giá Rai, Vĩnh Phú và các huyện Cờ Đỏ, Hòa Bình.",
        members(
            "Viện kiểm sát nhân dân thị xã Giá Rai",
            "Viện kiểm sát nhân dân thị xã Vĩnh Phú",
            "Viện kiểm sát nhân dân huyện Cờ Đỏ",
            "Viện kiểm sát nhân dân huyện Hòa Bình",
        ),
    ),
    row(
        "Ngày 05/12/2019, Thanh tra các tỉnh trong Cụm thi đua số IV (Gia Lai, Kon Tum, Lâm Đồng) đã tổng kết công tác năm 2019.",
        members("Thanh tra tỉnh Gia Lai", "Thanh tra tỉnh Kon Tum", "Thanh tra tỉnh Lâm Đồng"),
    ),
    row(
        "Ngày 12/01/2023, Khối thi đua Nội chính tỉnh Cà Mau (gồm Công an, Bộ CHQS, Tòa án, Sở Tư pháp) tổng kết năm 2022.",
        members(["Công an", "Công an tỉnh"], "Bộ Chỉ huy Quân sự", "Tòa án nhân dân", "Sở Tư pháp"),
    ),
    # Heads that a list shares.
    row(
        "Ngày 18/5/2022, Cụm thi đua số 2 huyện U Minh tổng kết năm học 2021-2022. Cụm có 4 trường: MN Hoa Mai, TH Kim Đồng, TH&THCS Khánh Lâm, TH số 2 Khánh Hòa.",
        members(
            ["Trường Mầm non Hoa Mai", "Trường MN Hoa Mai"],
            ["Trường Tiểu học Kim Đồng", "Trường TH Kim Đồng"],
            ["Trường TH&THCS Khánh Lâm", "Trường Tiểu học và THCS Khánh Lâm"],
            ["Trường Tiểu học số 2 Khánh Hòa", "Trường TH số 2 Khánh Hòa"],
        ),
    ),
    row(
        _MET + "Khối gồm các Công ty TNHH MTV Cao su Phú Riềng, Lộc Ninh, Bình Long.",
        members(
            "Công ty TNHH MTV Cao su Phú Riềng",
            "Công ty TNHH MTV Cao su Lộc Ninh",
            "Công ty TNHH MTV Cao su Bình Long",
        ),
    ),
    row(
        "Ngày 12/01/2023, Cụm thi đua số 3 LĐLĐ tỉnh Cà Mau tổng kết năm 2022. Cụm có các công đoàn cơ sở: Công ty Điện lực Cà Mau; Công ty CP Cấp nước Cà Mau; Công ty TNHH Minh Phú.",
        members(
            "Công đoàn cơ sở Công ty Điện lực Cà Mau",
            "Công đoàn cơ sở Công ty CP Cấp nước Cà Mau",
            "Công đoàn cơ sở Công ty TNHH Minh Phú",
        ),
    ),
    row(
        "Ngày 12/11/2025, Cụm thi đua số 1 Thi hành án dân sự tỉnh Cà Mau tổng kết năm 2025. Các thành viên: Phòng THADS khu vực 1, Phòng THADS khu vực 2, Phòng THADS khu vực 3.",
        members(
            "Phòng Thi hành án dân sự khu vực 1",
            "Phòng Thi hành án dân sự khu vực 2",
            "Phòng Thi hành án dân sự khu vực 3",
        ),
    ),
]

OF_OTHERS = [
    # Some of the units, and what they did or get.
    row(_MET + "Sở Y tế, Sở Tư pháp, Sở Nội vụ là 3 đơn vị trong Khối được đề nghị tặng Bằng khen.", []),
    row(_MET + "Sở Y tế, Sở Tư pháp, Sở Nội vụ - các đơn vị trong Khối có nhiều sáng kiến - trình bày tham luận.", []),
    row(_MET + "Khối đề nghị khen thưởng các đơn vị: Sở Y tế, Sở Tư pháp, Sở Nội vụ.", []),
    # Where units work, not who they are.
    row(
        "Cụm thi đua số 5 Công an tỉnh Cà Mau có 12 đơn vị Công an cấp xã thuộc địa bàn các huyện U Minh, Thới Bình. "
        + _MET,
        [],
    ),
    # Who helped, and whom the bloc visited.
    row(_MET + "Khối đã phối hợp với Sở Y tế, Sở Tư pháp, Sở Nội vụ khám bệnh cho người nghèo.", []),
    row(_MET + "Tại hội trường Sở Y tế, đại diện Sở Tư pháp, Sở Nội vụ, Thanh tra tỉnh phát biểu tham luận.", []),
    # Guests beside the bloc's units, groups within the bloc, places visited.
    row(
        _MET + "Dự có lãnh đạo Sở Nội vụ, Sở Y tế, Văn phòng UBND tỉnh và đại diện các đơn vị trong Khối.",
        [],
    ),
    row(_MET + "Trong năm, Sở Y tế, Sở Tư pháp và Sở Nội vụ trong Khối đã hỗ trợ xã nghèo.", []),
    row(_MET + "Khối có Sở Y tế, Sở Tư pháp được tặng Cờ thi đua của Chính phủ.", []),
    row(_MET + "Trong Khối có Sở Y tế, Sở Tư pháp, Sở Nội vụ hoàn thành xuất sắc nhiệm vụ.", []),
    row(_MET + "Tổ thẩm định gồm: Sở Y tế, Sở Tư pháp, Sở Nội vụ.", []),
    row(_MET + "Thường trực Khối gồm: Sở Y tế, Sở Tư pháp, Sở Nội vụ.", []),
    row(_MET + "Khối đã tổ chức về nguồn tại các xã: Đất Mũi, Viên An, Tam Giang.", []),
    row(_MET + "Kết quả: 3 đơn vị thuộc Khối đạt điểm cao là Sở Y tế, Sở Tư pháp, Sở Nội vụ.", []),
    row(
        "Ngày 12/01/2023, Khối thi đua số 5 (gồm 12 đơn vị) tỉnh Cà Mau tổng kết năm 2022. Sở Y tế, Sở Tư pháp, Sở Nội vụ tham luận.",
        [],
    ),
    # Ranks of some, under no count of all.
    row(_MET + "Kết quả bình xét:\n\nNhất khối: Sở Y tế\nNhì khối: Sở Tư pháp\nBa khối: Sở Nội vụ", []),
]

NONE = [
    # A number is no list.
    row("Ngày 12/01/2023, Khối thi đua số 5 tỉnh Cà Mau có 12 đơn vị, tổng kết công tác thi đua năm 2022.", []),
    # Shown leading or receiving an award, not listed.
    row(
        "Ngày 12/01/2023, Khối thi đua số 5 tỉnh Cà Mau tổng kết năm 2022, bầu Sở Y tế làm Trưởng khối và đề nghị UBND tỉnh tặng Cờ thi đua cho Sở Tư pháp.",
        [],
    ),
    # Guests and hosts.
    row(
        "Ngày 12/01/2023, Khối thi đua số 5 tỉnh Cà Mau tổng kết năm 2022 tại hội trường Sở Y tế. Dự có lãnh đạo Ban Thi đua - Khen thưởng tỉnh.",
        [],
    ),
    # "gồm" of something else.
    row(
        "Ngày 12/01/2023, Khối thi đua số 5 tỉnh Cà Mau tổng kết năm 2022. Quy chế gồm có 7 chương, 21 điều, do Sở Nội vụ góp ý.",
        [],
    ),
    row(
        "Ngày 12/01/2023, Khối thi đua số 5 tỉnh Cà Mau tổng kết năm 2022. Quà tặng gồm 20 suất học bổng do Hội Khuyến học và Tỉnh đoàn trao.",
        [],
    ),
    # No bloc.
    row(
        "Đoàn kiểm tra gồm: Sở Y tế, Sở Công Thương, Sở Nông nghiệp và Phát triển nông thôn làm việc tại huyện U Minh.",
        [],
    ),
]


@pytest.mark.parametrize("case", [*LISTS, *ELLIPTICAL, *SPELLINGS, *BELONGING, *PLACES, *OF_OTHERS, *NONE])
def test_members(case: Row) -> None:
    assert not differences("member", case)
