"""Meetings that a report only speaks of as known: its first lines are lost, or captions and guests tell of them."""

from __future__ import annotations

import pytest
from reading_rows import Row, differences, meeting, row

GUESTS = "Về dự có đồng chí Lê Văn Tám, Phó Giám đốc Sở Nội vụ và lãnh đạo các đơn vị Khối thi đua số 3."

IN_PARTS = [
    row(
        f"{GUESTS}\n\nQuang cảnh hội nghị.\n\nBáo cáo tổng kết cho thấy năm 2021 các đơn vị trong Khối trồng 9.000 cây.",
        [meeting("tổng kết", None, 2021)],
    ),
    row(
        "Dự hội nghị có Phó Chủ tịch UBND tỉnh. Năm 2022, Cụm thi đua số 5 tỉnh Sóc Trăng làm được nhiều việc. Hội nghị "
        "nghe báo cáo sơ kết 6 tháng đầu năm và bàn việc của Cụm.",
        [meeting("sơ kết", None, 2022)],
    ),
    row(
        "Tại hội nghị, lãnh đạo các Sở trong Cụm thi đua số 2 tỉnh Lâm Đồng đã cùng ký kết giao ước thi đua.\n\nPhát biểu "
        "tại hội nghị, bà Trần Thị Mai, Phó Trưởng ban Thi đua - Khen thưởng tỉnh, mong Cụm cố gắng trong năm 2023.",
        [meeting("ký kết giao ước", None, 2023)],
    ),
    row(
        "Chủ trì Hội nghị là Giám đốc Sở Y tế, Trưởng Khối thi đua số 6. Hội nghị thống nhất nội dung giao ước thi đua "
        "năm 2018 của Khối.",
        [meeting("ký kết giao ước", None, 2018)],
    ),
    row(
        "Kết luận hội nghị, ông Phan Văn Hùng, Giám đốc Sở Tài chính, Trưởng Khối thi đua số 4, đề nghị các đơn vị trong "
        "khối xem lại thang điểm.\n\nTrước đó các thành viên Khối đã bình xét thi đua năm 2020.",
        [meeting("tổng kết", None, 2020)],
    ),
    # A report of a year and of the next looks back, though no word says so.
    row(
        "Toàn cảnh hội nghị.\n\nNăm 2016, các đơn vị trong Khối thi đua số 9 góp 2 tỷ đồng làm đường. Sang năm 2017, Khối "
        "chọn hai xã để giúp.",
        [meeting("tổng kết", None, 2016)],
    ),
    row(
        "Toàn cảnh hội nghị tổng kết Khối thi đua số 7.\n\nNăm 2019 các đơn vị trong Khối giúp 34 hộ thoát nghèo. Khối thi "
        "đua số 7 gồm 3 đơn vị: Sở Y tế, Sở Nội vụ và Sở Tư pháp.",
        [meeting("tổng kết", None, 2019)],
    ),
]

OF_OTHERS = [
    row(
        "UBND huyện Krông Nô tổ chức hội nghị sơ kết cải cách hành chính. Dự hội nghị có lãnh đạo các xã. Năm 2021 huyện "
        "dẫn đầu Khối thi đua số 3. Các đơn vị trong Khối học tập cách làm này.",
        [],
    ),
    row(
        "Với 98,5 điểm, Sở Tài chính được suy tôn dẫn đầu Khối thi đua Kinh tế. Sở Tài chính vừa mở hội nghị cán bộ. Tại hội "
        "nghị, lãnh đạo Khối thi đua chúc mừng.",
        [],
    ),
    row(
        "Đoàn kiểm tra của Cụm thi đua số 5 đến xã Tân Lập. Tại buổi làm việc, lãnh đạo xã báo cáo. Cụm thi đua số 5 gồm 2 "
        "đơn vị: xã Tân Lập và xã Tân Hà.",
        [],
    ),
    row(
        "Khối thi đua số 2 gồm 2 đơn vị: Sở Y tế và Sở Nội vụ. Các phong trào của năm 2020 sẽ do Khối thi đua số 2 phát "
        "động.",
        [],
    ),
    row(
        "Mừng đại hội Đoàn các cấp, ngày 21/5 Cụm thi đua số 4 gồm Đoàn Thanh niên Công an tỉnh và Huyện đoàn Bình Lục "
        "làm nhiều việc tình nguyện.",
        [],
    ),
]

DAYS_AND_YEARS = [
    row(
        "Căn cứ Kế hoạch số 44/KH-UBND do UBND tỉnh ban hành ngày 24 tháng 02 năm 2021. Hội trường Sở Y tế ngày 19 tháng 3 "
        "năm 2021 là nơi diễn ra lễ ký kết giao ước thi đua năm 2021 của Khối thi đua số 1.",
        [meeting("ký kết giao ước", "2021-03-19", 2021)],
    ),
    row(
        "Công tác thi đua năm 2015 được Khối thi đua số 1 tổ chức đánh giá chiều 26/11, rồi triển khai nhiệm vụ 2016.",
        [meeting("tổng kết", "2015-11-26", 2015)],
    ),
    row(
        "Chiều 5-1, Cụm thi đua số 3 tỉnh Đồng Nai tổng kết phong trào thi đua. Chủ đề năm 2023 đã được các đơn vị làm "
        "tốt. Chủ đề năm 2024 cũng đã có.",
        [meeting("tổng kết", "2024-01-05", 2023)],
    ),
    row(
        "Chiều 29/3, Cụm thi đua số 5 tỉnh Bến Tre tổ chức Hội nghị ký giao ước. Tổng kết phong trào thi đua năm 2021, Cụm "
        "có 2 đơn vị được khen.",
        [meeting("ký kết giao ước", "2022-03-29", 2022)],
    ),
    row(
        "Ban Thi đua - Khen thưởng tỉnh vừa dự buổi giao ban quý III/2017 của Khối thi đua các cơ quan Đảng.",
        [meeting("họp", None, 2017)],
    ),
    row(
        "Sở Tư pháp dự Hội nghị tổng kết công tác thi đua Khối thi đua Nội chính năm 2020. Hội nghị do Công an tỉnh chủ trì "
        "ngày 15/12/2020.",
        [meeting("tổng kết", "2020-12-15", 2020)],
    ),
    row(
        "Cụm thi đua số 8 tỉnh Quảng Ninh: Sôi nổi phong trào\nSáu đơn vị trong cụm vừa có buổi làm việc ngày 14/6/2019 để rà "
        "soát kết quả nửa năm.",
        [meeting("sơ kết", "2019-06-14", 2019)],
    ),
    row(
        "Cụm thi đua số 1 (Bộ Nội vụ) giao ban công tác 9 tháng\nGiao ban diễn ra vào chiều 8/10/2020 tại trụ sở Bộ.",
        [meeting("họp", "2020-10-08", 2020)],
    ),
    row("Ngày 5/12/2022, các đơn vị trong Cụm thi đua số 2 tỉnh Hậu Giang nộp bảng tự chấm điểm.", []),
    # A day without a year is a meeting all the same.
    row(
        "“Sắp xếp khu phố” là tên Hội nghị chuyên đề mà Cụm thi đua 1 (gồm Quận ủy Tân Bình và Quận ủy Tân Phú) tổ chức "
        "ngày 21/8.",
        [meeting("họp", None, None)],
    ),
    row(
        "Kết quả thi đua năm 2025 được Cụm thi đua số 10 đưa ra bình chọn chiều 26-11.",
        [meeting("tổng kết", "2025-11-26", 2025)],
    ),
    row(
        "Cụm thi đua số 4 gồm Thanh tra tỉnh Lào Cai và Thanh tra tỉnh Sơn La. Mới đây, lãnh đạo hai đơn vị đã thống nhất "
        "ký giao ước thi đua năm 2020.",
        [meeting("ký kết giao ước", None, 2020)],
    ),
]


@pytest.mark.parametrize("case", [*IN_PARTS, *OF_OTHERS, *DAYS_AND_YEARS])
def test_meetings_that_are_known(case: Row) -> None:
    assert not differences("meeting", case)
