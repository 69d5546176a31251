"""Members in further wordings of lists: rows of (text, expected members), each a form of speech and its near misses."""

from __future__ import annotations

import pytest
from reading_rows import Row, differences, members, row

_PARTY = ("Sở Nội vụ", "Sở Tài chính", "Sở Xây dựng", "Sở Tư pháp")

REGIONS = [
    # A number, and several under one body: the regional bodies of 2025.
    row(
        "Khối thi đua số 4 tỉnh Quảng Trị gồm: Thuế tỉnh, Chi cục Hải quan khu vực IX, NHNN Khu vực 9.",
        members("Thuế tỉnh", "Chi cục Hải quan khu vực IX", "Ngân hàng Nhà nước chi nhánh Khu vực 9"),
    ),
    row(
        "Cụm thi đua số 2 tỉnh Lâm Đồng gồm 5 đơn vị: Tòa án nhân dân khu vực 1, khu vực 2, khu vực 3; "
        "Viện Kiểm sát nhân dân khu vực 1 và khu vực 2.",
        members(
            "Tòa án nhân dân khu vực 1",
            "Tòa án nhân dân khu vực 2",
            "Tòa án nhân dân khu vực 3",
            "Viện kiểm sát nhân dân khu vực 1",
            "Viện kiểm sát nhân dân khu vực 2",
        ),
    ),
    row(
        "Khối thi đua số 2 gồm 4 đơn vị: Trung đoàn 812; các Ban Chỉ huy Phòng thủ khu vực 1 - Phan Thiết, "
        "khu vực 2 - Tuy Phong, khu vực 3 - La Gi.",
        members(
            "Trung đoàn 812",
            "Ban Chỉ huy Phòng thủ khu vực 1 - Phan Thiết",
            "Ban Chỉ huy Phòng thủ khu vực 2 - Tuy Phong",
            "Ban Chỉ huy Phòng thủ khu vực 3 - La Gi",
        ),
    ),
    row(
        "Cụm thi đua số 6 gồm Bộ đội Biên phòng tỉnh Phú Yên, Hải đoàn Biên phòng 32 và Hải đoàn Biên phòng 38.",
        members("Bộ đội Biên phòng tỉnh Phú Yên", "Hải đoàn Biên phòng 32", "Hải đoàn Biên phòng 38"),
    ),
    # Words for a region between the units and their names.
    row(
        "Cụm thi đua số 1 huyện Hậu Lộc gồm các xã ven biển Minh Lộc, Hải Lộc, Hưng Lộc, Ngư Lộc.",
        members("xã Minh Lộc", "xã Hải Lộc", "xã Hưng Lộc", "xã Ngư Lộc"),
    ),
    row(
        "Cụm thi đua số 3 tỉnh Nghệ An gồm các huyện miền núi: Quế Phong, Quỳ Châu và Quỳ Hợp.",
        members("huyện Quế Phong", "huyện Quỳ Châu", "huyện Quỳ Hợp"),
    ),
    row(
        "Cụm thi đua số 1 BHXH Việt Nam tổng kết. Cụm gồm BHXH 3 thành phố trực thuộc Trung ương: Hà Nội, Hải Phòng, Đà Nẵng.",
        members(*(f"Bảo hiểm xã hội thành phố {city}" for city in ("Hà Nội", "Hải Phòng", "Đà Nẵng"))),
    ),
    # The district of the report, and a region of two names, belong to the names before them.
    row(
        "Khối thi đua số 6 huyện Lục Ngạn tổng kết. Khối gồm: Chi cục Thuế khu vực Lục Ngạn - Sơn Động, Chi cục THADS, "
        "KBNN Lục Ngạn, Điện lực Lục Ngạn.",
        members(
            "Chi cục Thuế khu vực Lục Ngạn - Sơn Động",
            "Chi cục Thi hành án dân sự",
            "Kho bạc Nhà nước Lục Ngạn",
            "Điện lực Lục Ngạn",
        ),
    ),
    row(
        "Cụm thi đua số 2 huyện Sóc Sơn có 3 trường gồm: THCS Phù Linh, TH và THCS Đức Hòa, THCS Tiên Dược.",
        members("Trường THCS Phù Linh", "Trường TH&THCS Đức Hòa", "Trường THCS Tiên Dược"),
    ),
]

NAMES = [
    row(
        "Khối thi đua các hội tỉnh Hòa Bình gồm Hội Đông y, Hội Khuyến học, Ban Đại diện Hội NCT tỉnh.",
        members("Hội Đông y", "Hội Khuyến học", "Ban Đại diện Hội Người cao tuổi"),
    ),
    row(
        "Khối thi đua số 7 tỉnh Tiền Giang gồm Báo Ấp Bắc, Ban QLDA ĐTXD công trình giao thông, "
        "Trung tâm Nước sạch và VSMT nông thôn.",
        members(
            "Báo Ấp Bắc",
            "Ban Quản lý dự án đầu tư xây dựng công trình giao thông",
            "Trung tâm Nước sạch và Vệ sinh môi trường nông thôn",
        ),
    ),
    row(
        "Khối thi đua các tổ chức tín dụng tỉnh Bình Dương gồm NHCSXH tỉnh, KBNN tỉnh và Qũy tín dụng nhân dân Tân Uyên.",
        members("Ngân hàng Chính sách xã hội", "Kho bạc Nhà nước", "Quỹ tín dụng nhân dân Tân Uyên"),
    ),
    row(
        "Cụm thi đua các huyện, thành phố tỉnh Ninh Thuận gồm thành phố Phan Rang - Tháp Chàm và các huyện: Bác Ái, Ninh Hải.",
        members("thành phố Phan Rang - Tháp Chàm", "huyện Bác Ái", "huyện Ninh Hải"),
    ),
]

SERVICES = [
    row(
        "Khối thi đua số 8 tỉnh Vĩnh Phúc gồm 5 doanh nghiệp: Công ty Xăng dầu, Điện lực, Viễn thông, Bưu điện và Công ty Cấp nước Vĩnh Phúc.",
        members("Công ty Xăng dầu", "Điện lực", "Viễn thông", "Bưu điện", "Công ty Cấp nước Vĩnh Phúc"),
    ),
    row(
        "Khối thi đua số 8 tỉnh Vĩnh Phúc tổng kết. Các lĩnh vực dịch vụ của tỉnh tăng khá, trong đó có Viễn thông, Điện lực, Vận tải.",
        members(),
    ),
]

PARTS = [
    # The leader is told first, the others after it.
    row(
        "Khối thi đua số 5 tỉnh Khánh Hòa được thành lập, trong đó Sở Nội vụ làm Khối trưởng, "
        "các thành viên là Sở Tài chính, Sở Xây dựng cùng Sở Tư pháp.",
        members(*_PARTY),
    ),
    row(
        "Theo Quyết định số 12/QĐ-UBND của Chủ tịch UBND tỉnh, Khối thi đua số 5 do Sở Nội vụ làm Khối trưởng; "
        "các đơn vị thành viên gồm Sở Tài chính, Sở Xây dựng, Sở Tư pháp.",
        members(*_PARTY),
    ),
    row(
        "Khối thi đua số 5 được UBND thành phố giao Sở Nội vụ làm Trưởng khối và các thành viên: Sở Tài chính, Sở Xây dựng, Sở Tư pháp.",
        members(*_PARTY),
    ),
    # "Ngoài ra còn có" goes on with the list, and not with guests.
    row(
        "Khối thi đua II tỉnh Sóc Trăng gồm 3 sở: Sở Nội vụ, Sở Tài chính, Sở Xây dựng. Ngoài ra còn có Sở Tư pháp và Ban Dân tộc.",
        members(*_PARTY, "Ban Dân tộc"),
    ),
    row(
        "Khối thi đua II tỉnh Sóc Trăng gồm 3 sở: Sở Nội vụ, Sở Tài chính, Sở Xây dựng. "
        "Ngoài ra còn có Sở Tư pháp và Ban Dân tộc đến dự.",
        members("Sở Nội vụ", "Sở Tài chính", "Sở Xây dựng"),
    ),
]

OTHERS = [
    row(
        "Khối thi đua số 2 huyện Ba Tri họp tổng kết. Khối kiến nghị các cơ quan gồm Phòng Nội vụ, "
        "Phòng Tài chính - Kế hoạch, Kho bạc Nhà nước huyện sớm hướng dẫn.",
        members(),
    ),
    row(
        "Khối thi đua số 3 tỉnh Hậu Giang tổng kết năm 2023. Khối trao 50 suất quà cho học sinh các trường: "
        "THPT Vị Thanh, THCS Lê Quý Đôn, Tiểu học Kim Đồng.",
        members(),
    ),
    row(
        "Cụm thi đua số 2 tỉnh Lạng Sơn sơ kết. Cụm phối hợp với các đơn vị gồm Công an huyện Lộc Bình, "
        "Đồn Biên phòng Chi Ma, Hạt Kiểm lâm huyện tổ chức tuyên truyền.",
        members(),
    ),
    row(
        "Khối thi đua số 1 tỉnh Bến Tre sơ kết. Sau hội nghị, Khối đến thăm 3 đơn vị: Công ty CP Dừa Bến Tre, Bảo tàng tỉnh, Thư viện tỉnh.",
        members(),
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


@pytest.mark.parametrize("case", REGIONS + NAMES + SERVICES + PARTS + OTHERS + SEVERAL_BLOCS)
def test_members_in_further_wordings(case: Row) -> None:
    assert not differences("member", case)
