"""Meetings as they are retold: pledges that are signed, reviews that look ahead, days in brackets of speech."""

from __future__ import annotations

import pytest
from reading_rows import Row, differences, meeting, row

BLOC = "Khối thi đua số 5 tỉnh Cà Mau"

PLEDGES = [
    row(
        f"Giao ước thi đua năm 2024 của {BLOC} được ký tại Sở Y tế, ngày 08/3/2024.",
        [meeting("ký kết giao ước", "2024-03-08", 2024)],
    ),
    row(
        f"{BLOC} gồm 3 đơn vị: Sở Y tế, Sở Nội vụ và Sở Tư pháp. Giao ước thi đua năm 2024 được các đơn vị ký kết.",
        [meeting("ký kết giao ước", None, 2024)],
    ),
    row(
        f"Phòng Văn hóa các huyện, bốn đơn vị của {BLOC}, vừa qua đã cùng ký kết giao ước thi đua năm 2024.",
        [meeting("ký kết giao ước", None, 2024)],
    ),
    row(
        "Cụm thi đua số 4 gặp nhau ngày 15-10 trong hội nghị ký kết giao ước thi đua năm học 2013 - 2014.",
        [meeting("ký kết giao ước", "2013-10-15", 2014)],
    ),
    row(
        f"Giao ước thi đua năm 2024 đã được 6 đơn vị của {BLOC} ký ngày 8-3.",
        [meeting("ký kết giao ước", "2024-03-08", 2024)],
    ),
    row(f"{BLOC} trao 20 suất quà. Bản giao ước năm 2024 đã được các đơn vị ký từ đầu năm.", []),
    row(f"{BLOC} trao 20 suất quà. Theo giao ước thi đua đã được ký đầu năm, mỗi đơn vị giúp một xã.", []),
]

YEARS = [
    row(
        f"Phong trào thi đua năm 2022 và việc chính của năm 2023 là nội dung hội nghị tổng kết của {BLOC} ngày 20/12.",
        [meeting("tổng kết", "2022-12-20", 2022)],
    ),
    # A bloc's number and "UBND" before a day make no document of it.
    row(
        "Khối thi đua số 7 của UBND tỉnh Cà Mau ngày 20-2 tổng kết năm 2022, ký kết giao ước thi đua năm 2023.",
        [meeting("tổng kết", "2023-02-20", 2022)],
    ),
    # What a bloc does all year is no meeting; nor is a body that inspects.
    row(
        f'{BLOC} sáng 15-6-2022 sơ kết 6 tháng đầu năm và mở hội thảo "Bồi dưỡng, tổng kết và nhân điển hình".',
        [meeting("sơ kết", "2022-06-15", 2022)],
    ),
    row(f"Hội đủ mặt trong {BLOC} có Ban Nội chính Tỉnh ủy, Ủy ban Kiểm tra Tỉnh ủy và Văn phòng Tỉnh ủy.", []),
    row(
        f"{BLOC} mở hội nghị tổng kết, định phương hướng, nhiệm vụ năm 2024.",
        [meeting("tổng kết", None, 2023)],
    ),
    row(
        f"Công tác thi đua năm 2023 vừa được {BLOC} tổng kết, cùng với việc bàn nhiệm vụ năm 2024.",
        [meeting("tổng kết", None, 2023)],
    ),
    row(
        f"{BLOC} họp tổng kết và bầu Sở Y tế làm Trưởng khối năm 2024.",
        [meeting("tổng kết", None, 2023)],
    ),
    row(
        f"{BLOC} ngày 13/7 đã họp sơ kết công tác thi đua. Báo cáo 6 tháng đầu năm 2014 được thông qua.",
        [meeting("sơ kết", "2014-07-13", 2014)],
    ),
]

TYPES = [
    row(
        f"Ngày 04/10/2022, {BLOC} mở hội nghị kiểm tra kết quả thực hiện phong trào thi đua năm 2022.",
        [meeting("kiểm tra", "2022-10-04", 2022)],
    ),
    row(
        f"Ngày 05/4/2016, Sở Y tế mở kỳ họp lần thứ nhất của {BLOC}. Hội nghị đã sơ kết thi đua quý I năm 2016.",
        [meeting("sơ kết", "2016-04-05", 2016)],
    ),
    row(
        f"Phong trào thi đua năm 2023 của {BLOC} vừa được tổng kết.",
        [meeting("tổng kết", None, 2023)],
    ),
]

REVIEWS = [
    row(
        f"{BLOC} ngày 12/1/2024 điểm lại một năm thi đua, khen thưởng 2023.",
        [meeting("tổng kết", "2024-01-12", 2023)],
    ),
    row(
        f"Việc thi đua năm 2023 của {BLOC} được các thành viên soát lại vào sáng 12/1/2024.",
        [meeting("tổng kết", "2024-01-12", 2023)],
    ),
    row(
        f"Sáu tháng đầu năm 2023 của {BLOC} được đánh giá tại hội nghị ngày 12/7.",
        [meeting("sơ kết", "2023-07-12", 2023)],
    ),
    row(
        f"{BLOC} bình chọn đơn vị dẫn đầu năm 2023 trong cuộc họp ngày 12/1/2024.",
        [meeting("tổng kết", "2024-01-12", 2023)],
    ),
    row(
        f"Công tác thi đua năm 2023 và phương hướng năm 2024 là nội dung hội nghị của {BLOC} ngày 12/1/2024.",
        [meeting("tổng kết", "2024-01-12", 2023)],
    ),
    row(
        f"Bản giao ước thi đua năm 2024 vừa được đại diện 8 đơn vị thuộc {BLOC} đặt bút ký tại Sở Y tế.",
        [meeting("ký kết giao ước", None, 2024)],
    ),
    row(
        f"Ngày 12/1/2024, {BLOC} họp bàn, thống nhất tiêu chí thi đua năm 2024.",
        [meeting("họp", "2024-01-12", 2024)],
    ),
]

IMPLIED = [
    row(
        "Năm 2023, các đơn vị làm được nhiều việc. Tại hội nghị, các thành viên bầu Sở Y tế dẫn đầu Khối thi đua số 2 "
        "tỉnh Hòa Bình.",
        [meeting("tổng kết", None, 2023)],
    ),
    row(
        "Các thành viên bầu Sở Y tế dẫn đầu Khối thi đua số 2 tỉnh Hòa Bình. Chức Khối trưởng năm 2024 được chuyển "
        "giao tại hội nghị sang Sở Nội vụ.",
        [meeting("tổng kết", None, None)],
    ),
    row("UBND tỉnh tặng Cờ thi đua năm 2023 cho Sở Y tế, đơn vị dẫn đầu Khối thi đua số 2, tại hội nghị ngành.", []),
]

DAYS = [
    row(
        f"Phó Giám đốc Sở Y tế chiều nay, 22/2, chủ trì Hội nghị tổng kết năm 2023 của {BLOC}.",
        [meeting("tổng kết", "2024-02-22", 2023)],
    ),
    row(
        f"Sở Y tế ngày 15-3 sẽ là nơi diễn ra Hội nghị tổng kết phong trào thi đua năm 2018 của {BLOC}.",
        [meeting("tổng kết", "2019-03-15", 2018)],
        published="2019-03-13",
    ),
]


@pytest.mark.parametrize("case", [*PLEDGES, *YEARS, *TYPES, *REVIEWS, *IMPLIED, *DAYS])
def test_meetings(case: Row) -> None:
    assert not differences("meeting", case)
