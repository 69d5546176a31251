"""Meetings told without the bloc's name in their sentence, and their day and year where the sentence has others."""

from __future__ import annotations

import pytest
from reading_rows import Row, differences, meeting, row

UNNAMED = [
    row(
        "Nét mới ở cụm\n\nHôm qua (5/1), các xã phía Nam huyện Thạch Hà họp bình xét thi đua "
        "năm 2021. Cụm thi đua số 4 do xã Thạch Hội làm cụm trưởng.",
        [meeting("tổng kết", "2022-01-05", 2021)],
        published="2022-01-06",
    ),
    row(
        "Gặp mặt cuối năm\n\nKhối thi đua số 7 tỉnh Thanh Hóa có 8 sở, ngành. Ngày 19/12, toàn "
        "khối đã tổng kết một năm thi đua tại Sở Tài chính. Sở Y tế được bầu làm Khối trưởng năm 2024.",
        [meeting("tổng kết", "2023-12-19", 2023)],
        published="2023-12-20",
    ),
    row(
        "Bàn giao vai trò Cụm trưởng\n\nSáng 20/02/2024, xã Tam Đại bàn giao nhiệm vụ Cụm trưởng Cụm thi đua số 2 huyện "
        "Phú Ninh cho xã Tam Lộc. Dự lễ bàn giao có lãnh đạo Phòng Nội vụ huyện.",
        [meeting("họp", "2024-02-20", 2024)],
    ),
    # A post that is handed over by papers alone, and units of another body, are no meeting of the bloc.
    row(
        "Sáng 20/02/2024, xã Tam Đại bàn giao nhiệm vụ Cụm trưởng Cụm thi đua số 2 huyện Phú Ninh cho xã Tam Lộc.",
        [],
    ),
    row(
        "Ngày 5/1/2022, 6 phòng tổng kết công tác năm 2021 của Sở Y tế. Khối thi đua số 4 do Sở Y tế làm khối trưởng.",
        [],
    ),
]
DAYS = [
    row(
        "Sau khi được kiện toàn ngày 15/8, sáng 20/8/2025, Cụm thi đua số 2 tỉnh Nghệ An họp phiên thứ nhất.",
        [meeting("họp", "2025-08-20", 2025)],
    ),
    row(
        "Cụm thi đua số 4 gặp mặt\n\nThành lập sau ngày 1-7, Cụm thi đua số 4 của tỉnh Đắk Lắk "
        "chiều 23-12 có hội nghị tổng kết đầu tiên.",
        [meeting("tổng kết", "2025-12-23", 2025)],
        published="2025-12-24",
    ),
    row(
        "Khối thi đua số 3 tổng kết\n\nNgày 8/1, Khối thi đua số 3 tỉnh Sơn La tổng kết phong trào thi đua. "
        "Năm 2025, Sở Y tế làm Khối trưởng.",
        [meeting("tổng kết", "2025-01-08", 2024)],
        published="2025-01-10",
    ),
    # In the middle of a year nothing says which year is reviewed.
    row(
        "Ngày 8/5/2025, Khối thi đua số 3 tỉnh Sơn La tổng kết phong trào thi đua.",
        [meeting("tổng kết", "2025-05-08", None)],
    ),
]


@pytest.mark.parametrize("case", [*UNNAMED, *DAYS])
def test_meetings(case: Row) -> None:
    assert not differences("meeting", case)
