"""Members told by the localities of a system's bodies, by numbers alone, or as localities: rows of (text, members)."""

from __future__ import annotations

import pytest
from reading_rows import Row, differences, members, row

SYSTEMS = [
    # The bloc says whose it is, its list only where they are.
    row(
        "Cụm thi đua số 5 Hội Làm vườn gồm các tỉnh: Sơn La, Lai Châu, Điện Biên đã tổng kết năm 2022.",
        members("Hội Làm vườn tỉnh Sơn La", "Hội Làm vườn tỉnh Lai Châu", "Hội Làm vườn tỉnh Điện Biên"),
    ),
    row(
        "Cụm thi đua số 2 của Hội Cựu chiến binh Việt Nam gồm các tỉnh: Sơn La, Lai Châu, Điện Biên và thành phố Hải "
        "Phòng.",
        members(
            "Hội Cựu chiến binh tỉnh Sơn La",
            "Hội Cựu chiến binh tỉnh Lai Châu",
            "Hội Cựu chiến binh tỉnh Điện Biên",
            "Hội Cựu chiến binh thành phố Hải Phòng",
        ),
    ),
    row(
        "Cụm thi đua số 3 Hội Nông dân tỉnh gồm các huyện: Mai Sơn, Sông Mã, Yên Châu và thị xã Mộc Châu.",
        members(
            "Hội Nông dân huyện Mai Sơn",
            "Hội Nông dân huyện Sông Mã",
            "Hội Nông dân huyện Yên Châu",
            "Hội Nông dân thị xã Mộc Châu",
        ),
    ),
    row(
        "Cụm thi đua số 6 Bộ Công an gồm các tỉnh: Sơn La, Lai Châu, Điện Biên.",
        members("Công an tỉnh Sơn La", "Công an tỉnh Lai Châu", "Công an tỉnh Điện Biên"),
    ),
    row(
        "Cụm thi đua số 4 Công an tỉnh gồm các xã: Chiềng Lao, Mường Bú, Tạ Bú.",
        members("Công an xã Chiềng Lao", "Công an xã Mường Bú", "Công an xã Tạ Bú"),
    ),
    # Nothing of the name stands below: the localities themselves.
    row(
        "Cụm thi đua số 3 UBND tỉnh gồm các huyện: Mai Sơn, Sông Mã, Yên Châu.",
        members("huyện Mai Sơn", "huyện Sông Mã", "huyện Yên Châu"),
    ),
    row(
        "Cụm thi đua số 3 Sở Giáo dục và Đào tạo gồm các huyện: Mai Sơn, Sông Mã, Yên Châu.",
        members("huyện Mai Sơn", "huyện Sông Mã", "huyện Yên Châu"),
    ),
    row(
        "Cụm thi đua số 3 Hội Nông dân tỉnh gồm Hội Nông dân huyện Mai Sơn, Hội Nông dân huyện Sông Mã, Sở Công "
        "Thương.",
        members("Hội Nông dân huyện Mai Sơn", "Hội Nông dân huyện Sông Mã", "Sở Công Thương"),
    ),
]
LOCALITIES = [
    row(
        "Cụm thi đua số 1, bao gồm các địa phương: Mai Sơn, Sông Mã và Yên Châu đã ký kết giao ước thi đua.",
        members("Mai Sơn", "Sông Mã", "Yên Châu"),
    ),
    row(
        "Cụm thi đua số 1 (gồm 3 địa phương Mai Sơn, Sông Mã và Yên Châu) ký kết giao ước thi đua.",
        members("Mai Sơn", "Sông Mã", "Yên Châu"),
    ),
    row(
        "Cụm thi đua số 1 với sự tham gia của 4 địa phương: Mai Sơn, Sông Mã, Yên Châu, Bắc Yên ký kết giao ước.",
        members("Mai Sơn", "Sông Mã", "Yên Châu", "Bắc Yên"),
    ),
    row("Cụm thi đua số 1 ký giao ước, trao quà tại các địa phương: Mai Sơn, Sông Mã và Yên Châu.", members()),
    row(
        "Cụm thi đua số 1 gồm các huyện: IaPa, Chư Sê và ChưPưh ký kết giao ước thi đua.",
        members("huyện Ia Pa", "huyện Chư Sê", "huyện Chư Pưh"),
    ),
]
NUMBERS = [
    row(
        "Cụm thi đua số 8 gồm 4 đơn vị: Hải đội 11, 22, 33 và 44 tổ chức tổng kết năm 2024.",
        members("Hải đội 11", "Hải đội 22", "Hải đội 33", "Hải đội 44"),
    ),
    row(
        "Cụm thi đua số 8 gồm: Trung đoàn 6, 8 và Lữ đoàn 25 ký kết giao ước thi đua năm 2024.",
        members("Trung đoàn 6", "Trung đoàn 8", "Lữ đoàn 25"),
    ),
    row(
        "Khối thi đua số 2 gồm Sở Xây dựng, Ban QLDA ĐTXD các công trình nông nghiệp và PTNT tỉnh, Ban Quản lý dự án "
        "đầu tư xây dựng các công trình dân dụng và công nghiệp tỉnh.",
        members(
            "Sở Xây dựng",
            "Ban Quản lý dự án đầu tư xây dựng các công trình nông nghiệp và phát triển nông thôn",
            "Ban Quản lý dự án đầu tư xây dựng các công trình dân dụng và công nghiệp",
        ),
    ),
]
CAPTIONS = [
    # The full name stands in a caption alone; the text says "Cụm thi đua".
    row(
        "Các tỉnh ký kết giao ước thi đua\n\nLãnh đạo 3 tỉnh trong Cụm thi đua các tỉnh Tây Bắc ký kết giao ước năm "
        "2024\n\nDự hội nghị có lãnh đạo 3 tỉnh trong Cụm thi đua, gồm: Sơn La, Lai Châu và Điện Biên.",
        members("tỉnh Sơn La", "tỉnh Lai Châu", "tỉnh Điện Biên"),
    ),
    row(
        "Ba tỉnh ký kết hợp tác\n\nLãnh đạo 3 tỉnh tại hội nghị Cụm thi đua các tỉnh Tây Bắc\n\nDự lễ ký có lãnh đạo "
        "3 tỉnh, gồm: Sơn La, Lai Châu và Điện Biên.",
        members(),
    ),
]

BESIDE = [
    # What a bracket tells of a name is no member.
    row(
        "Khối thi đua số 7 gồm: Công an tỉnh, Trại giam Yên Hạ (thuộc Bộ Công an), Hạt Kiểm lâm (Sở Nông nghiệp và Môi "
        "trường) và Thanh tra tỉnh.",
        members("Công an tỉnh", "Trại giam Yên Hạ", "Hạt Kiểm lâm", "Thanh tra tỉnh"),
    ),
    row(
        "Khối thi đua số 7 gồm: Công an tỉnh, Trại giam Yên Hạ (Cục 7 - Bộ Công an), Thanh tra tỉnh và Sở Tư pháp.",
        members("Công an tỉnh", "Trại giam Yên Hạ", "Thanh tra tỉnh", "Sở Tư pháp"),
    ),
    # Those who lead are named before the others.
    row(
        "Dự tổng kết Khối thi đua số 7 có Sở Xây dựng (Khối trưởng), Sở Tư pháp (Khối phó) cùng 3 đơn vị thành viên: "
        "Sở Nội vụ, Sở Ngoại vụ, Thanh tra tỉnh.",
        members("Sở Xây dựng", "Sở Tư pháp", "Sở Nội vụ", "Sở Ngoại vụ", "Thanh tra tỉnh"),
    ),
    row(
        "Dự tổng kết Khối thi đua số 7 có lãnh đạo UBND tỉnh, Sở Y tế và 3 đơn vị thành viên Khối: Sở Nội vụ, Sở Ngoại "
        "vụ, Thanh tra tỉnh.",
        members("Sở Nội vụ", "Sở Ngoại vụ", "Thanh tra tỉnh"),
    ),
    row(
        "Ban Chỉ huy Quân sự các huyện, thị xã (Mai Sơn, Sông Mã, Mộc Châu, Yên Châu) thuộc Cụm thi đua số 2 đã tổng "
        "kết phong trào thi đua năm 2018.",
        members(
            "Ban Chỉ huy Quân sự Mai Sơn",
            "Ban Chỉ huy Quân sự Sông Mã",
            "Ban Chỉ huy Quân sự Mộc Châu",
            "Ban Chỉ huy Quân sự Yên Châu",
        ),
    ),
    # Recipients are no members.
    row(
        "Cụm thi đua số 2 nhất trí đề nghị tặng Cờ thi đua cho Hội Nông dân huyện Mai Sơn và đề nghị tặng Bằng khen "
        "cho 03 đơn vị Hội Nông dân các huyện: Sông Mã, Yên Châu, Bắc Yên.",
        members(),
        maybe=members("Hội Nông dân huyện Mai Sơn"),
    ),
]

ONE_BY_ONE = [
    row(
        "Khối thi đua số 7 tổng kết năm 2021\n\nDự có ông Lò Văn Pản, Giám đốc Sở Y tế, Khối trưởng; bà Hà Thị Én, Giám "
        "đốc Sở Nội vụ, thành viên Khối; ông Cầm Ngọc Bình, Chánh Thanh tra tỉnh - thành viên Khối.",
        members("Sở Nội vụ", "Thanh tra tỉnh"),
        maybe=members("Sở Y tế"),
    ),
    row(
        "Khối thi đua số 7 tổng kết năm 2021\n\nLà một trong 9 đơn vị thành viên của Khối thi đua số 7, Hội Làm vườn "
        "đã nộp báo cáo sớm nhất.",
        members("Hội Làm vườn"),
    ),
    row(
        "Khối thi đua số 7 tổng kết năm 2021\n\nDự có lãnh đạo Sở Nội vụ, các thành viên Khối thi đua số 7.",
        members(),
    ),
    # A bloc that is only named to say who a unit is, is not what the report is about.
    row(
        "Sở Y tế trao nhà\n\nNgày 3/4/2024, Sở Y tế, đơn vị thành viên Khối thi đua số 7 của tỉnh, trao nhà tại xã "
        "Mường Giôn.",
        members(),
    ),
    row(
        "Cụm thi đua số 1 ký giao ước\n\nDự hội nghị có các Tổng công ty trong Cụm thi đua số 1 (Tổng công ty Sông Mã, "
        "Tổng công ty Hồng Hà).",
        members("Tổng công ty Sông Mã", "Tổng công ty Hồng Hà"),
    ),
]


@pytest.mark.parametrize("case", SYSTEMS + LOCALITIES + NUMBERS + CAPTIONS + BESIDE + ONE_BY_ONE)
def test_members_of_systems(case: Row) -> None:
    assert not differences("member", case)
