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

SEVERAL_BLOCS = [
    row(
        "UBND huyện Lắk chia hai cụm ký giao ước thi đua năm 2023. Cụm thi đua số 1 gồm các xã: Yang Tao, Bông Krang; "
        "Cụm thi đua số 2 gồm các xã: Đắk Phơi, Đắk Nuê.",
        [
            *members("xã Yang Tao", "xã Bông Krang", bloc="Cụm thi đua số 1"),
            *members("xã Đắk Phơi", "xã Đắk Nuê", bloc="Cụm thi đua số 2"),
        ],
        blocs=["Cụm thi đua số 1", "Cụm thi đua số 2"],
    ),
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


@pytest.mark.parametrize("case", [*LISTS, *ELLIPTICAL, *SPELLINGS, *SEVERAL_BLOCS, *NONE])
def test_members(case: Row) -> None:
    assert not differences("member", case)
