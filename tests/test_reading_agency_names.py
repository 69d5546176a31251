"""Names of agencies that no table has, as items of lists and as winners: rows of (text, expected members)."""

from __future__ import annotations

import pytest
from reading_rows import Row, differences, members, row

GRAMMAR = [
    # Days, fields joined by "và" and commas, the commune behind a head.
    row(
        "Cụm thi đua số 3 gồm: Trường Mầm non 19-5, Nông trường 30/4, Trường THPT 1-5, Bệnh viện 30-4 và Trường Tiểu học "
        "Ba Đình.",
        members(
            "Trường Mầm non 19-5", "Nông trường 30/4", "Trường THPT 1-5", "Bệnh viện 30-4", "Trường Tiểu học Ba Đình"
        ),
    ),
    row(
        "Khối thi đua số 4 gồm: Hiệp hội Chế biến và Xuất khẩu Thủy sản, Học viện Báo chí và Tuyên truyền, Vụ Khoa học, "
        "Công nghệ và Môi trường, Trung tâm Công nghệ thông tin và Truyền thông, Tạp chí Dân chủ và Pháp luật.",
        members(
            "Hiệp hội Chế biến và Xuất khẩu Thủy sản",
            "Học viện Báo chí và Tuyên truyền",
            "Vụ Khoa học, Công nghệ và Môi trường",
            "Trung tâm Công nghệ thông tin và Truyền thông",
            "Tạp chí Dân chủ và Pháp luật",
        ),
    ),
    row(
        "Cụm thi đua số 7 gồm: Phòng Cảnh sát phòng cháy, chữa cháy và cứu nạn, cứu hộ, Trung tâm Giống cây trồng, vật "
        "nuôi, Trung tâm Phòng, chống HIV/AIDS, Lữ đoàn Phòng không 234, Tiểu đoàn Thông tin 29.",
        members(
            "Phòng Cảnh sát phòng cháy, chữa cháy và cứu nạn, cứu hộ",
            "Trung tâm Giống cây trồng, vật nuôi",
            "Trung tâm Phòng, chống HIV/AIDS",
            "Lữ đoàn Phòng không 234",
            "Tiểu đoàn Thông tin 29",
        ),
    ),
    row(
        "Cụm thi đua số 9 gồm: Trường THCS thị trấn Sông Thao, Trường Tiểu học xã Đắk Pxi, Đoàn phường Bến Nghé, Công đoàn "
        "xã Ia Dom và Điện lực huyện Quế Phong.",
        members(
            "Trường THCS thị trấn Sông Thao",
            "Trường Tiểu học xã Đắk Pxi",
            "Đoàn phường Bến Nghé",
            "Công đoàn xã Ia Dom",
            "Điện lực huyện Quế Phong",
        ),
    ),
]

NONE = [
    # What only looks like part of a name: a score, a date with its year, two agencies, the commune that a school visits.
    row(
        "Khối thi đua số 2 gồm: Sở Y tế, Báo Hà Nam và Tỉnh đoàn.",
        members("Sở Y tế", "Báo Hà Nam", "Tỉnh đoàn"),
    ),
    row(
        "Cụm thi đua số 1 gồm: Trường THPT Đông Hà (9/10 điểm), Trường THPT Hải Lăng và Trường THPT Cam Lộ.",
        members("Trường THPT Đông Hà", "Trường THPT Hải Lăng", "Trường THPT Cam Lộ"),
    ),
]


@pytest.mark.parametrize("case", GRAMMAR + NONE)
def test_names_that_no_table_has(case: Row) -> None:
    assert not differences("member", case)
