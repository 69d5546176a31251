"""Facts of several blocs, each named in a bracket behind its unit: rows of (text, facts of one kind)."""

from __future__ import annotations

import pytest
from reading_rows import Row, award, bloc, deputy, differences, leader, members, row

ONE, TWO, THREE = (f"Khối thi đua số {n}" for n in (1, 2, 3))

BLOCS = [
    row(
        f"Cờ thi đua của UBND tỉnh năm 2023 về với Sở Y tế ({ONE}), Sở Nội vụ ({TWO}).",
        [bloc(ONE), bloc(TWO)],
    ),
    # One in a bracket only says where a unit belongs, beside the bloc that is told of.
    row(
        f"{ONE} tổng kết năm 2023. Tham dự với tư cách khách mời có Sở Y tế ({TWO}).",
        [bloc(ONE)],
    ),
    # Numbers over lists in which posts are told are blocs, those over teams are none.
    row(
        "Bưu điện Việt Nam ký giao ước thi đua các cụm năm 2017\nCụm 1: Bưu điện tỉnh Hà Nam (cụm trưởng), Bưu điện tỉnh Nam "
        "Định.\nCụm 2: Bưu điện tỉnh Nghệ An (cụm trưởng), Bưu điện tỉnh Hà Tĩnh.",
        [bloc("Cụm 1", [None, "trung ương", "đơn vị"]), bloc("Cụm 2", [None, "trung ương", "đơn vị"])],
    ),
    row(
        "Hội thao chào mừng phong trào thi đua năm 2017\nCụm 1: Sở Y tế, Sở Nội vụ.\nCụm 2: Sở Tư pháp, Sở Xây dựng.",
        [],
    ),
]

LEADERS = [
    row(
        "Trưởng các khối thi đua năm 2022 gồm: Sở Tài chính (Khối số 1), Sở Nội vụ (Khối số 2); Phó các khối gồm: Sở Y tế "
        "(Khối số 1), Sở Tư pháp (Khối số 2).",
        [
            leader("Sở Tài chính", 2022, "serving", "Khối số 1"),
            leader("Sở Nội vụ", 2022, "serving", "Khối số 2"),
            deputy("Sở Y tế", [None, 2022], "serving", "Khối số 1"),
            deputy("Sở Tư pháp", [None, 2022], "serving", "Khối số 2"),
        ],
        blocs=("Khối số 1", "Khối số 2"),
    ),
    row(
        "Các cụm trưởng mới là xã Ba Vì (Cụm thi đua số 1), xã Ba Tơ (Cụm thi đua số 2) và phường Sa Huỳnh (Cụm thi đua số "
        "3).",
        [
            leader("xã Ba Vì", None, "assumed", "Cụm thi đua số 1"),
            leader("xã Ba Tơ", None, "assumed", "Cụm thi đua số 2"),
            leader("phường Sa Huỳnh", None, "assumed", "Cụm thi đua số 3"),
        ],
        blocs=("Cụm thi đua số 1", "Cụm thi đua số 2", "Cụm thi đua số 3"),
    ),
]

AWARDS = [
    row(
        "Năm 2023 có 3 đơn vị được tặng Bằng khen của UBND tỉnh gồm Sở Tài chính (thuộc Khối thi đua số 1), Sở Nội vụ "
        "(thuộc Khối thi đua số 2) và Trường Chính trị (thuộc Khối thi đua số 3).",
        [
            award("Bằng khen", "Sở Tài chính", "UBND tỉnh", 2023, "conferred", ONE),
            award("Bằng khen", "Sở Nội vụ", "UBND tỉnh", 2023, "conferred", TWO),
            award("Bằng khen", "Trường Chính trị", "UBND tỉnh", 2023, "conferred", THREE),
        ],
        blocs=(ONE, TWO, THREE),
    ),
]

MEMBERS = [
    # Units of several blocs are no list of the members of one.
    row(
        "Các Trưởng khối gồm: Sở Tài chính (Khối thi đua số 1), Sở Nội vụ (Khối thi đua số 2), Sở Y tế (Khối thi đua số 3).",
        [],
        blocs=(ONE, TWO, THREE),
    ),
    row(
        "Khối thi đua số 2 gồm 3 đơn vị: Sở Tài chính (Trưởng khối), Sở Nội vụ, Sở Y tế.",
        members("Sở Tài chính", "Sở Nội vụ", "Sở Y tế"),
    ),
]


@pytest.mark.parametrize("case", BLOCS)
def test_blocs_in_brackets(case: Row) -> None:
    assert not differences("bloc", case)


@pytest.mark.parametrize("case", LEADERS)
def test_leaders_of_blocs_in_brackets(case: Row) -> None:
    assert not differences("leader", case)


@pytest.mark.parametrize("case", AWARDS)
def test_awards_of_blocs_in_brackets(case: Row) -> None:
    assert not differences("award", case)


@pytest.mark.parametrize("case", MEMBERS)
def test_members_beside_blocs_in_brackets(case: Row) -> None:
    assert not differences("member", case)
