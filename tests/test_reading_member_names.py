"""Members by how their names are shared, numbered or drawn out: rows of (text, expected members)."""

from __future__ import annotations

import pytest
from reading_rows import Row, differences, members, row

SHARED = [
    # Bodies that live inside agencies, which the list names alone.
    row(
        "Cụm thi đua số 4 tỉnh Sơn La gồm Thanh tra các đơn vị: Sở Y tế, Sở Tư pháp, Sở Nội vụ và Ban Dân tộc.",
        members("Thanh tra Sở Y tế", "Thanh tra Sở Tư pháp", "Thanh tra Sở Nội vụ", "Thanh tra Ban Dân tộc"),
    ),
    row(
        "Cụm thi đua số 2 tổng kết năm 2021. Cụm gồm 5 đảng ủy: Công an tỉnh, Quân sự tỉnh, Khối các cơ quan tỉnh, "
        "Bệnh viện Đa khoa Tây Nguyên và Công ty Cổ phần Xi măng Mai Sơn.",
        members(
            "Đảng ủy Công an tỉnh",
            "Đảng ủy Quân sự tỉnh",
            "Đảng ủy Khối các cơ quan tỉnh",
            "Đảng ủy Bệnh viện Đa khoa Tây Nguyên",
            "Đảng ủy Công ty Cổ phần Xi măng Mai Sơn",
        ),
    ),
    row(
        "4 chi bộ có mặt trong Khối thi đua số 3, gồm: Phòng Nội vụ, Phòng Tư pháp, Chi bộ Trường Chính trị, Văn phòng "
        "HĐND và UBND huyện, ký giao ước thi đua năm 2020.",
        members(
            "Chi bộ Phòng Nội vụ",
            "Chi bộ Phòng Tư pháp",
            "Chi bộ Trường Chính trị",
            "Chi bộ Văn phòng HĐND và UBND huyện",
        ),
    ),
    # Boarding schools by their level, hospitals and firms by their number.
    row(
        "Cụm thi đua số 2 gồm: Trường PTDTNT THCS&THPT huyện Mù Cang Chải, Trường Phổ thông Dân tộc nội trú THCS và THPT Sa "
        "Pa, Trường PTDTBT TH&THCS Tả Phời và Trường PTDT Nội trú THCS Bát Xát.",
        members(
            "Trường PTDTNT THCS&THPT huyện Mù Cang Chải",
            "Trường PTDTNT THCS&THPT Sa Pa",
            "Trường PTDTBT TH&THCS Tả Phời",
            "Trường PTDTNT THCS Bát Xát",
        ),
    ),
    row(
        "Khối thi đua số 6 gồm: Bệnh viện Quân y 121, Trung tâm Cấp cứu 115, Bệnh viện Nhi đồng, Chi cục Biển, Đảo và Kiểm "
        "ngư, Ban Đổi mới và Phát triển doanh nghiệp.",
        members(
            "Bệnh viện Quân y 121",
            "Trung tâm Cấp cứu 115",
            "Bệnh viện Nhi đồng",
            "Chi cục Biển, Đảo và Kiểm ngư",
            "Ban Đổi mới và Phát triển doanh nghiệp",
        ),
    ),
    # Committees of the party: of several provinces, and the local ones.
    row(
        "Cụm thi đua số 1 (gồm Ban Dân vận Tỉnh ủy các tỉnh Lào Cai, Yên Bái và thành phố Hải Phòng) họp tổng kết năm 2022.",
        members(
            "Ban Dân vận Tỉnh ủy Lào Cai",
            "Ban Dân vận Tỉnh ủy Yên Bái",
            "Ban Dân vận Thành ủy Hải Phòng",
        ),
    ),
    row(
        "Bốn đơn vị của Cụm thi đua số 3 gồm Huyện ủy Ea H’leo, Krông Pắc, M’Đrắk và Thị ủy Buôn Hồ họp tổng kết năm 2015.",
        members("Huyện ủy Ea H’leo", "Huyện ủy Krông Pắc", "Huyện ủy M’Đrắk", "Thị ủy Buôn Hồ"),
    ),
    row(
        "Khối thi đua số 2 gồm:\nBan Tuyên giáo Huyện uỷ Sông Mã.\nBan Tuyên giáo Huyện uỷ Mai Sơn.\nBan Tuyên giáo Thị uỷ Nghĩa Lộ.",
        members("Ban Tuyên giáo Huyện ủy Sông Mã", "Ban Tuyên giáo Huyện ủy Mai Sơn", "Ban Tuyên giáo Thị ủy Nghĩa Lộ"),
    ),
    # A body inside the offices that the places name.
    row(
        "Cụm thi đua số 1 gồm 2 Sở Ngoại vụ: Cao Bằng (Trưởng cụm), Lạng Sơn và 2 Phòng Ngoại vụ trực thuộc Văn phòng "
        "UBND các tỉnh Tuyên Quang, Yên Bái.",
        members(
            "Sở Ngoại vụ tỉnh Cao Bằng",
            "Sở Ngoại vụ tỉnh Lạng Sơn",
            "Phòng Ngoại vụ tỉnh Tuyên Quang",
            "Phòng Ngoại vụ tỉnh Yên Bái",
        ),
    ),
    row(
        "Cụm thi đua II (gồm Hội Khuyến học các quận 4, 6, 8, Bình Thạnh) đã họp giao ban.",
        members(
            "Hội Khuyến học quận 4", "Hội Khuyến học quận 6", "Hội Khuyến học quận 8", "Hội Khuyến học quận Bình Thạnh"
        ),
    ),
    row(
        "Phòng Tư pháp các huyện Sông Mã, Mai Sơn, Thuận Châu, ba đơn vị của Cụm thi đua số 2, đã ký giao ước thi đua "
        "năm 2018.",
        members("Phòng Tư pháp huyện Sông Mã", "Phòng Tư pháp huyện Mai Sơn", "Phòng Tư pháp huyện Thuận Châu"),
    ),
]

FIRMS = [
    row(
        "Khối thi đua Doanh nghiệp số 4 (Công ty TNHH: Thương mại và dịch vụ Hòa Phát; May Phù Mỹ và Công ty Cổ phần: "
        "Bia Quy Nhơn; In Bình Định; Xây dựng 47) đã họp tổng kết.",
        members(
            "Công ty TNHH Thương mại và dịch vụ Hòa Phát",
            "Công ty TNHH May Phù Mỹ",
            "Công ty Cổ phần Bia Quy Nhơn",
            "Công ty Cổ phần In Bình Định",
            "Công ty Cổ phần Xây dựng 47",
        ),
    ),
    row(
        "Khối thi đua số 9 tổng kết năm 2019. Khối gồm Công ty 72 và 75, Công ty TNHH MTV cà phê 715, Công ty TNHH MTV cà "
        "phê Ea Tul.",
        members("Công ty 72", "Công ty 75", "Công ty TNHH MTV cà phê 715", "Công ty TNHH MTV cà phê Ea Tul"),
    ),
    row(
        "Khối thi đua số 3 ký giao ước năm 2022. Khối gồm: Trường Cao đẳng Sơn La, Phân hiệu Trường Đại học Thủy lợi tại "
        "Bình Dương, Chi nhánh Công ty Cổ phần Tập đoàn Hoa Sen tại Nha Trang.",
        members(
            "Trường Cao đẳng Sơn La",
            "Phân hiệu Trường Đại học Thủy lợi tại Bình Dương",
            "Chi nhánh Công ty Cổ phần Tập đoàn Hoa Sen tại Nha Trang",
        ),
    ),
    row(
        "Khối thi đua số 10 tổng kết năm 2025. Khối gồm Agribank (các chi nhánh: Lâm Đồng, Bắc Lâm Đồng); BIDV (các chi "
        "nhánh: Lâm Đồng, Khu công nghiệp Lộc Sơn).",
        members(
            "Agribank chi nhánh Lâm Đồng",
            "Agribank chi nhánh Bắc Lâm Đồng",
            "BIDV chi nhánh Lâm Đồng",
            "BIDV chi nhánh Khu công nghiệp Lộc Sơn",
        ),
    ),
    # Names that go on in small words to the next mark, and items that only their count makes sure.
    row(
        "Khối thi đua Kinh tế (gồm 5 đơn vị: Sở Xây dựng, Ban Quản lý đầu tư xây dựng công trình, Ban Giải phóng mặt bằng "
        "và phát triển quỹ đất, Ban Quản lý dự án sử dụng vốn vay nước ngoài tỉnh, Sở Công Thương) ký giao ước năm 2021.",
        members(
            "Sở Xây dựng",
            "Ban Quản lý đầu tư xây dựng công trình",
            "Ban Giải phóng mặt bằng và phát triển quỹ đất",
            "Ban Quản lý dự án sử dụng vốn vay nước ngoài",
            "Sở Công Thương",
        ),
    ),
    row(
        "Cụm thi đua số 5 họp tổng kết năm 2022. Cụm thi đua số 5 gồm 4 đơn vị: Truyền hình Quốc hội Việt Nam (Cụm "
        "trưởng), Truyền hình Nhân dân, Truyền hình Thông tấn và Truyền hình Công an nhân dân.",
        members(
            "Truyền hình Quốc hội Việt Nam",
            "Truyền hình Nhân dân",
            "Trung tâm Truyền hình Thông tấn",
            "Truyền hình Công an nhân dân",
        ),
    ),
    # Counted in groups.
    row(
        "Khối thi đua các doanh nghiệp họp tổng kết năm 2019. Khối gồm 6 đơn vị, trong đó có 3 công ty cà phê là Cà phê Ia "
        "Grai (khối trưởng), Cà phê Đăk Đoa và Cà phê Chư Păh; 2 đơn vị của Binh đoàn 15 là Công ty 72 và 74.",
        members("Cà phê Ia Grai", "Cà phê Đăk Đoa", "Cà phê Chư Păh", "Công ty 72", "Công ty 74"),
    ),
]

PLACES = [
    row(
        "Cụm thi đua số 2 (Sông Mã, Mai Sơn, Thuận Châu và Mộc Châu) tỉnh Sơn La tổng kết năm 2019.",
        members("Sông Mã", "Mai Sơn", "Thuận Châu", "Mộc Châu"),
    ),
    row(
        "Cụm thi đua số 3 tỉnh Lâm Đồng (Di Linh, Bảo Lâm, Cát Tiên và Bảo Lộc) họp tổng kết công tác thi đua năm 2021.",
        members("Di Linh", "Bảo Lâm", "Cát Tiên", "Bảo Lộc"),
    ),
    row(
        "Cụm thi đua số 2 tổng kết năm 2019. Cụm có 4 đơn vị huyện, thị xã, thành phố gồm: Long Khánh, Biên Hòa, Định "
        "Quán, Tân Phú.",
        members("Long Khánh", "Biên Hòa", "Định Quán", "Tân Phú"),
    ),
    # A comma that joins no two agencies to one, and a unit that goes on a list of bodies of another.
    row(
        "Khối thi đua số 2 gồm Đài PT-TH, Báo Gia Lai, Sở Y tế.",
        members("Đài Phát thanh và Truyền hình", "Báo Gia Lai", "Sở Y tế"),
    ),
    row(
        "Cụm thi đua số 2 tổng kết năm 2021. Cụm gồm Hội Nông dân huyện Đức Cơ, Chư Prông và thị xã Ayun Pa.",
        members("Hội Nông dân huyện Đức Cơ", "Hội Nông dân huyện Chư Prông", "Hội Nông dân thị xã Ayun Pa"),
    ),
    # Unions that are called in short, in schools written small; committees of the youth union with their places once.
    row(
        "Khối thi đua số 2 gồm CĐCS trường MN Hoa Sữa, CĐ Công ty Dệt Sài Đồng, CĐ Trường THCS Yên Viên.",
        members(
            "Công đoàn cơ sở Trường Mầm non Hoa Sữa",
            "Công đoàn Công ty Dệt Sài Đồng",
            "Công đoàn Trường THCS Yên Viên",
        ),
    ),
    row(
        "Khối thi đua số 2 gồm Trường CĐ Sư phạm Gia Lai, Trường CĐ Nghề Gia Lai, Trường Chính trị tỉnh.",
        members("Trường Cao đẳng Sư phạm Gia Lai", "Trường Cao đẳng nghề Gia Lai", "Trường Chính trị tỉnh"),
    ),
    row(
        "Cụm thi đua số 1: Huyện đoàn Đức Cơ, Chư Prông, Ia Grai; Cụm thi đua số 2 gồm các Huyện đoàn: Kbang, Đak Pơ.",
        [
            *members("Huyện đoàn Đức Cơ", "Huyện đoàn Chư Prông", "Huyện đoàn Ia Grai", bloc="Cụm thi đua số 1"),
            *members("Huyện đoàn Kbang", "Huyện đoàn Đak Pơ", bloc="Cụm thi đua số 2"),
        ],
        blocs=("Cụm thi đua số 1", "Cụm thi đua số 2"),
    ),
    row(
        "Khối thi đua số 2 gồm Cục Thuế tỉnh, Cục Dự trữ Nhà nước khu vực Thanh Hóa, Bảo hiểm xã hội tỉnh.",
        members("Cục Thuế", "Cục Dự trữ Nhà nước khu vực Thanh Hóa", "Bảo hiểm xã hội tỉnh"),
    ),
    # Units told in short, and one that opens the list of the places of all.
    row(
        "Cụm thi đua số 2 gồm 4 Hội Cựu chiến binh các huyện, thị, thành: Nghĩa Đàn, Thái Hòa, Quỳ Châu và Vinh.",
        members(*(f"Hội Cựu chiến binh {place}" for place in ("Nghĩa Đàn", "Thái Hòa", "Quỳ Châu", "Vinh"))),
    ),
    row(
        "Cụm thi đua số 2 gồm các huyện, thành: TP. Vinh, Nghĩa Đàn, Quỳ Châu.",
        members("thành phố Vinh", "huyện Nghĩa Đàn", "huyện Quỳ Châu"),
    ),
    row(
        "Cụm thi đua các tỉnh ven biển gồm các tỉnh, thành phố Hải Phòng, Thái Bình, Nam Định.",
        members("thành phố Hải Phòng", "tỉnh Thái Bình", "tỉnh Nam Định"),
    ),
    row(
        "Cụm thi đua vùng thấp họp tổng kết năm 2023. Phong trào được các huyện thuộc Cụm thi đua vùng thấp: Điện Biên "
        "Đông, Tủa Chùa và Nậm Pồ làm tốt.",
        members("huyện Điện Biên Đông", "huyện Tủa Chùa", "huyện Nậm Pồ"),
    ),
    row(
        "Khối thi đua số 4 tổ chức Hội thao năm 2022.\nHội thao có 120 vận động viên. Khối thi đua số 4 gồm 3 đơn vị: Sở Y "
        "tế, Sở Nội vụ và Thanh tra tỉnh.",
        members("Sở Y tế", "Sở Nội vụ", "Thanh tra tỉnh"),
    ),
]

NONE = [
    row("Cụm thi đua số 3 họp tổng kết năm 2021, có lãnh đạo các huyện, thành phố Huế dự.", []),
    # A bracket of persons, of the bloc's place; groups of ranked units; items that are no agencies.
    row("Khối thi đua số 2 (Nguyễn Văn An, Trần Thị Bình, Lò Văn Chín) tổng kết năm 2019.", []),
    row("Cụm thi đua số 2 (tỉnh Sơn La) tổng kết năm 2019.", []),
    row(
        "Khối thi đua số 2 tổng kết năm 2019. Khối có 9 đơn vị, trong đó có 3 đơn vị dẫn đầu là Sở Y tế, Sở Nội vụ, Sở Tư "
        "pháp; 2 đơn vị xuất sắc là Ban Dân tộc, Thanh tra tỉnh.",
        [],
    ),
    row("Khối thi đua số 5 họp tổng kết. Khối đề ra 3 nội dung: Nâng cao chất lượng, Giữ vững kỷ cương, Đổi mới.", []),
    # A contest whose list is of the teams.
    row(
        "Khai mạc hội thao Khối thi đua số 4.\nHội thao có 120 vận động viên đến từ 4 đơn vị: Sở Y tế, Sở Nội vụ, Sở Tư "
        "pháp, Ban Dân tộc tham gia.",
        [],
    ),
]


@pytest.mark.parametrize("case", SHARED + FIRMS + PLACES + NONE)
def test_members_by_their_names(case: Row) -> None:
    assert not differences("member", case)
