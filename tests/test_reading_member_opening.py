"""Table tests of how a list of members opens and closes, and of bodies whose unit is said once."""

from __future__ import annotations

import pytest
from reading_rows import Row, differences, members, row

UNITS_ONCE = [
    row(
        "Cụm thi đua số 2 tổng kết năm 2024. Cụm gồm các Trung tâm Y tế huyện Như Xuân, Như Thanh và Lang Chánh.",
        members("Trung tâm Y tế huyện Như Xuân", "Trung tâm Y tế huyện Như Thanh", "Trung tâm Y tế huyện Lang Chánh"),
    ),
    row(
        "Cụm thi đua số 2 tổng kết năm 2024. Cụm gồm các Hạt Kiểm lâm huyện Như Xuân, Như Thanh, Lang Chánh.",
        members("Hạt Kiểm lâm huyện Như Xuân", "Hạt Kiểm lâm huyện Như Thanh", "Hạt Kiểm lâm huyện Lang Chánh"),
    ),
    row(
        "Cụm thi đua số 2 tổng kết năm 2024. Cụm gồm các Trung tâm Văn hóa huyện Như Xuân, Như Thanh, Lang Chánh.",
        members(
            "Trung tâm Văn hóa huyện Như Xuân",
            "Trung tâm Văn hóa huyện Như Thanh",
            "Trung tâm Văn hóa huyện Lang Chánh",
        ),
    ),
    row(
        "Khối thi đua số 2 tổng kết năm 2024. Khối gồm các phòng Y tế, Nội vụ, Tư pháp huyện Như Xuân.",
        members("Phòng Y tế", "Phòng Nội vụ", "Phòng Tư pháp"),
    ),
]


@pytest.mark.parametrize("case", UNITS_ONCE)
def test_unit_said_once_is_that_of_all(case: Row) -> None:
    assert not differences("member", case)


BELONGING = [
    row(
        "Khối thi đua số 7 họp bình xét năm 2022. Nằm trong khối có Sở Ngoại vụ, Sở Du lịch và Ban Dân tộc.",
        members("Sở Ngoại vụ", "Sở Du lịch", "Ban Dân tộc"),
    ),
    row(
        "Khối thi đua số 7 họp bình xét năm 2022. Cùng sinh hoạt trong khối này là Sở Ngoại vụ, Sở Du lịch, Ban Dân tộc.",
        members("Sở Ngoại vụ", "Sở Du lịch", "Ban Dân tộc"),
    ),
    row(
        "Khối thi đua số 7 ký kết giao ước năm 2022. Thủ trưởng ba đơn vị đã ký vào bản giao ước:\nSở Ngoại vụ;\nSở Du "
        "lịch;\nBan Dân tộc.",
        members("Sở Ngoại vụ", "Sở Du lịch", "Ban Dân tộc"),
    ),
    row(
        "Khối thi đua số 7 ký kết giao ước năm 2022. Sở Ngoại vụ, Sở Du lịch và Ban Dân tộc lần lượt ký vào bản giao ước.",
        members("Sở Ngoại vụ", "Sở Du lịch", "Ban Dân tộc"),
    ),
    row(
        "Khối thi đua số 7 tổng kết năm 2022. Sở Ngoại vụ, Sở Du lịch và Ban Dân tộc - những thành viên còn lại - đều dự.",
        members("Sở Ngoại vụ", "Sở Du lịch", "Ban Dân tộc"),
    ),
    row("Khối thi đua số 7 họp năm 2022. Chứng kiến lễ ký giao ước: Sở Ngoại vụ, Sở Du lịch, Ban Dân tộc.", []),
    row(
        "Khối thi đua số 7 họp năm 2022. Nằm trong khối có 3 đơn vị được khen là Sở Ngoại vụ, Sở Du lịch, Sở Y tế.", []
    ),
]


@pytest.mark.parametrize("case", BELONGING)
def test_clause_says_whose_the_units_are(case: Row) -> None:
    assert not differences("member", case)


BY_PERSONS = [
    row(
        "Khối thi đua số 7 ký kết giao ước năm 2022.\nKý giao ước có lãnh đạo 3 đơn vị thành viên:\n1. Ông Trần Văn Năm - "
        "Giám đốc Sở Ngoại vụ\n2. Bà Lê Thị Bảy - Phó Giám đốc Sở Du lịch\n3. Ông Ngô Đình Tám - Trưởng Ban Dân tộc",
        members("Sở Ngoại vụ", "Sở Du lịch", "Ban Dân tộc"),
    ),
    row(
        "Khối thi đua số 7 tổng kết năm 2022.\nKhách mời gồm:\n- Ông Trần Văn Năm - Giám đốc Sở Ngoại vụ;\n- Bà Lê Thị Bảy "
        "- Phó Giám đốc Sở Du lịch;\n- Ông Ngô Đình Tám - Giám đốc Sở Y tế.",
        [],
    ),
    row(
        "Cụm thi đua số 3 tổng kết năm 2024. Cụm còn có các Hạt Kiểm lâm huyện Mai Sơn, Yên Châu, Mộc Châu.",
        members("Hạt Kiểm lâm huyện Mai Sơn", "Hạt Kiểm lâm huyện Yên Châu", "Hạt Kiểm lâm huyện Mộc Châu"),
    ),
    row(
        "Cụm thi đua số 3 tổng kết năm 2024. Cụm có 3 đơn vị là VKSND huyện Mai Sơn, Yên Châu, Mộc Châu.",
        members(
            "Viện Kiểm sát nhân dân huyện Mai Sơn",
            "Viện Kiểm sát nhân dân huyện Yên Châu",
            "Viện Kiểm sát nhân dân huyện Mộc Châu",
        ),
    ),
]


@pytest.mark.parametrize("case", BY_PERSONS)
def test_members_by_who_stands_for_them_and_by_one_name(case: Row) -> None:
    assert not differences("member", case)


FAR_AND_NEAR = [
    row(
        "Cụm thi đua số 14 tỉnh Gia Lai tổng kết năm 2025. Đây là cụm của 3 xã phía nam trước đây thuộc các huyện Chư Sê, "
        "Chư Pưh, gồm Ia Le, Ia Hrú và Ia Ko.",
        members("xã Ia Le", "xã Ia Hrú", "xã Ia Ko"),
    ),
    row(
        "Khối thi đua số 4 huyện Krông Nô tổng kết năm 2022. Khối gồm các phòng: Y tế, LĐ-TB&XH, Dân tộc và Tư pháp.",
        members("Phòng Y tế", "Phòng Lao động - Thương binh và Xã hội", "Phòng Dân tộc", "Phòng Tư pháp"),
    ),
    row(
        "Khối thi đua số 4 huyện Krông Nô tổng kết năm 2022. Khối gồm các phòng: Y tế; Lao động, Thương binh và Xã hội; "
        "Tư pháp.",
        members("Phòng Y tế", "Phòng Lao động - Thương binh và Xã hội", "Phòng Tư pháp"),
    ),
]


@pytest.mark.parametrize("case", FAR_AND_NEAR)
def test_units_counted_far_off_and_names_beside_a_comma(case: Row) -> None:
    assert not differences("member", case)
