"""Persons whose party secretaryship or seat on a council is no post, and those who hold a post of the state."""

from __future__ import annotations

import pytest
from reading_rows import Row, differences, leader, person, row

REVIEW = "Ngày 20/12/2024, Khối thi đua số 2 tỉnh Bắc Kạn tổng kết năm 2024. "

SECRETARIES = [
    row(
        REVIEW + "Dự có ông Vi Văn Thắng, Bí thư Trung ương Đảng, Chủ tịch Ủy ban Trung ương MTTQ Việt Nam.",
        [person("Vi Văn Thắng", "Chủ tịch", "Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam")],
    ),
    row(
        REVIEW + "Đồng chí Nông Thị Mến, Phó Bí thư Đảng đoàn, Phó Chủ tịch Liên hiệp Hội Việt Nam dự.",
        [person("Nông Thị Mến", "Phó Chủ tịch", "Liên hiệp các Hội Khoa học và Kỹ thuật Việt Nam")],
    ),
    row(
        REVIEW + "Đồng chí Ma Văn Sỹ, Bí thư Ban cán sự đảng, Viện trưởng Viện kiểm sát nhân dân tỉnh dự.",
        [person("Ma Văn Sỹ", "Viện trưởng", "Viện kiểm sát nhân dân")],
    ),
    row(
        REVIEW + "Bà Lã Thị Hợi, Bí thư Thường trực Ban Chấp hành Trung ương Đoàn TNCS Hồ Chí Minh trình bày.",
        [person("Lã Thị Hợi", "Bí thư Thường trực", "Trung ương Đoàn Thanh niên Cộng sản Hồ Chí Minh")],
    ),
    # The secretary of a party committee is one.
    row(REVIEW + "Ông Ma Văn Sỹ, Bí thư Huyện ủy Ba Bể dự.", [person("Ma Văn Sỹ", "Bí thư", "Huyện ủy Ba Bể")]),
]
STATE = [
    row(
        REVIEW + "Dự có Phó Chủ tịch nước Cao Thị Bích, Phó Chủ tịch thứ nhất Hội đồng Thi đua - Khen thưởng Trung "
        "ương.",
        [person("Cao Thị Bích", "Phó Chủ tịch nước", None)],
    ),
    row(
        REVIEW + "Dự có Phó Chủ tịch nước, Phó Chủ tịch thứ nhất Hội đồng Thi đua - Khen thưởng Trung ương Cao Thị "
        "Bích.",
        [person("Cao Thị Bích", "Phó Chủ tịch nước", None)],
    ),
    row(
        REVIEW + "Giám đốc Sở Y tế Cao Thị Bích, Phó Chủ tịch Hội đồng Thi đua - Khen thưởng tỉnh phát biểu.",
        [person("Cao Thị Bích", "Giám đốc", "Sở Y tế")],
    ),
]
OFFICES = [
    row(
        REVIEW + "Ông Đàm Văn Kỳ - Phó Chánh văn phòng Bộ Tư pháp dự.",
        [person("Đàm Văn Kỳ", "Phó Chánh Văn phòng", "Văn phòng Bộ Tư pháp")],
    ),
    row(
        REVIEW + "Cùng dự có Tổng Giám đốc Kho bạc Nhà nước Lê Tùng; Quyền Tổng cục trưởng Tổng cục Thuế Mai Đình Lộc.",
        [
            person("Lê Tùng", "Tổng Giám đốc", "Kho bạc Nhà nước"),
            person("Mai Đình Lộc", "Quyền Tổng cục trưởng", "Tổng cục Thuế"),
        ],
    ),
    # A commune may bear such a name, and has no Kho bạc.
    row(
        REVIEW + "Bà Lê Thị Mỹ, Chủ tịch UBND xã Trần Phú dự.",
        [person("Lê Thị Mỹ", "Chủ tịch", "UBND xã Trần Phú")],
    ),
    row(
        REVIEW + "Ông Trần Sáu - Giám đốc bệnh viện đa khoa Ba Bể phát biểu.",
        [person("Trần Sáu", "Giám đốc", "Bệnh viện Đa khoa Ba Bể")],
    ),
]
NAMES = [
    row(
        REVIEW + "Ông Lý Văn Páo, Khối trưởng Khối thi đua số 2 năm 2024, Giám đốc Sở Y tế phát biểu.",
        [person("Lý Văn Páo", "Giám đốc", "Sở Y tế")],
    ),
    row(
        REVIEW + "Ông Lý Văn Páo - đại diện Khối trưởng - Phó Giám đốc Sở Y tế phát biểu.",
        [person("Lý Văn Páo", "Phó Giám đốc", "Sở Y tế")],
    ),
    row(
        REVIEW + "Bà Hà Thị Nụ (Khối trưởng Khối thi đua số 2 năm 2024), Giám đốc Sở Y tế khai mạc.",
        [person("Hà Thị Nụ", "Giám đốc", "Sở Y tế")],
    ),
    row(
        REVIEW + "Ông Lý Văn Páo (Khối phó) - Chánh Thanh tra tỉnh phát biểu.",
        [person("Lý Văn Páo", "Chánh Thanh tra", "Thanh tra tỉnh")],
    ),
    row(
        REVIEW + "Ông Lý Văn Páo - Hiệu trưởng Trường Cao đẳng nghề Việt - Nhật phát biểu.",
        [person("Lý Văn Páo", "Hiệu trưởng", "Trường Cao đẳng nghề Việt - Nhật")],
    ),
    row(
        REVIEW + "Ông Lý Văn Páo - Giám đốc Công ty xi măng Ba Bể phát biểu.",
        [person("Lý Văn Páo", "Giám đốc", "Công ty xi măng Ba Bể")],
    ),
    row(
        REVIEW + "Bà Hà Thị Nụ, Phó Vụ trưởng Vụ các Trường Chính trị; ông Lý Văn Páo, Vụ trưởng Vụ Thi đua - Khen "
        "thưởng TAND tối cao cùng dự.",
        [
            person("Hà Thị Nụ", "Phó Vụ trưởng", "Vụ Các trường chính trị"),
            person("Lý Văn Páo", "Vụ trưởng", "Vụ Thi đua - Khen thưởng Tòa án nhân dân tối cao"),
        ],
    ),
]

VERBS = [  # no table lists these names: what the person does ends them
    row(
        REVIEW + "Ông Lý Văn Páo, Giám đốc Chi nhánh phía Bắc biểu dương các đơn vị; bà Hà Thị Nụ, Hiệu trưởng Trường "
        "Tiểu học Bản Luốc tiếp thu các ý kiến.",
        [
            person("Lý Văn Páo", "Giám đốc", "Chi nhánh phía Bắc"),
            person("Hà Thị Nụ", "Hiệu trưởng", "Trường Tiểu học Bản Luốc"),
        ],
    ),
    row(
        REVIEW + "Bà Hà Thị Nụ, Giám đốc Công ty Chè Tri Ân trân trọng cảm ơn các đơn vị.",
        [person("Hà Thị Nụ", "Giám đốc", "Công ty Chè Tri Ân")],
    ),
    row(
        REVIEW + "Bà Hà Thị Nụ, Hiệu trưởng Trường Tiểu học Hy Vọng động viên các đơn vị.",
        [person("Hà Thị Nụ", "Hiệu trưởng", "Trường Tiểu học Hy Vọng")],
    ),
]

STOPS = [  # full stops within what stands beside a name end no sentence
    row(
        REVIEW + "Ông Lý Văn Páo, UV.BTV Tỉnh ủy, Giám đốc Sở Y tế; bà Hà Thị Nụ, UV. BCH Đảng bộ tỉnh, Giám đốc Sở "
        "Xây dựng phát biểu.",
        [person("Lý Văn Páo", "Giám đốc", "Sở Y tế"), person("Hà Thị Nụ", "Giám đốc", "Sở Xây dựng")],
    ),
    row(
        REVIEW + "BSCKII. Lý Văn Páo, Giám đốc Bệnh viện Mắt; LS. Hà Thị Nụ, Chủ tịch Hội Luật gia tỉnh; TS.BS. Ma Văn "
        "Sỹ, Phó Giám đốc Sở Y tế dự.",
        [
            person("Lý Văn Páo", "Giám đốc", "Bệnh viện Mắt"),
            person("Hà Thị Nụ", "Chủ tịch", "Hội Luật gia"),
            person("Ma Văn Sỹ", "Phó Giám đốc", "Sở Y tế"),
        ],
    ),
]


@pytest.mark.parametrize("case", [*SECRETARIES, *STATE, *OFFICES, *NAMES, *VERBS, *STOPS])
def test_people(case: Row) -> None:
    assert not differences("person", case)


def test_the_secretary_leads_for_the_body() -> None:
    case = row(
        REVIEW + "Đồng chí Ma Văn Sỹ, Bí thư Đảng đoàn, Chủ tịch Hội Nông dân tỉnh, Khối trưởng phát biểu.",
        [leader("Hội Nông dân", 2024, "serving")],
    )
    assert not differences("leader", case)
