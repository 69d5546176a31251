"""Persons whose office is easily misread: its field before a name, a number for a name, staff, hosts of several."""

from __future__ import annotations

import pytest
from reading_rows import Row, differences, person, row

REVIEW = "Ngày 20/12/2024, Khối thi đua số 2 tỉnh Bắc Kạn tổng kết năm 2024. "

FIELDS = [
    row(
        REVIEW + "Phó Vụ trưởng Vụ Giáo dục tiểu học Trần Hà Vân chỉ đạo.",
        [person("Trần Hà Vân", "Phó Vụ trưởng", "Vụ Giáo dục tiểu học")],
    ),
    row(
        REVIEW + "Vụ trưởng Vụ Các trường chính trị Phan Minh Thu phát biểu.",
        [person("Phan Minh Thu", "Vụ trưởng", "Vụ Các trường chính trị")],
    ),
    # A school may bear a person's name.
    row(
        REVIEW + "Bà Lê Thị Hoa, Hiệu trưởng Trường Tiểu học Trần Văn Ơn dự.",
        [person("Lê Thị Hoa", "Hiệu trưởng", "Trường Tiểu học Trần Văn Ơn")],
    ),
    row(
        REVIEW + "Dự có Phó Giám đốc Sở Nội vụ Đoàn Duy Khánh và Giám đốc Sở Y tế Đoàn Thị Hảo.",
        [person("Đoàn Duy Khánh", "Phó Giám đốc", "Sở Nội vụ"), person("Đoàn Thị Hảo", "Giám đốc", "Sở Y tế")],
    ),
    row(
        REVIEW + "Cô Nguyễn Thị Lan, Phó Trưởng phòng Chính trị tư tưởng Sở GD&ĐT dự.",
        [person("Nguyễn Thị Lan", "Phó Trưởng phòng", "Phòng Chính trị tư tưởng Sở Giáo dục và Đào tạo")],
    ),
]
STAFF = [
    row(
        REVIEW + "Bà Lê Thị Mỹ, Phó Trưởng phòng 8; ông Trần Văn Sáu, Trưởng phòng 7 VKSND tỉnh cùng dự.",
        [person("Lê Thị Mỹ", "Phó Trưởng phòng", "Phòng 8"), person("Trần Văn Sáu", "Trưởng phòng", "Phòng 7")],
    ),
    row(
        REVIEW + "Thượng úy Trần Thị Gấm, cán bộ Công an xã Tân Lập được đề nghị tặng Giấy khen.",
        [person("Trần Thị Gấm", "cán bộ", "Công an xã Tân Lập")],
    ),
    row(
        REVIEW + "Về phía Sở Nội vụ có các ông, bà: Trần Thị Tư - Phó Giám đốc; Lê Văn Năm - Trưởng Ban Thi đua - Khen "
        "thưởng.",
        [
            person("Trần Thị Tư", "Phó Giám đốc", "Sở Nội vụ"),
            person("Lê Văn Năm", "Trưởng ban", "Ban Thi đua - Khen thưởng"),
        ],
    ),
    # "cán bộ" of nothing named is no post.
    row(REVIEW + "Anh Lê Văn Sơn, cán bộ trẻ của khối, đạt giải Nhất.", []),
]


@pytest.mark.parametrize("case", [*FIELDS, *STAFF])
def test_people(case: Row) -> None:
    assert not differences("person", case)
