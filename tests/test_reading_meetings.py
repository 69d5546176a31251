"""What a bloc met for, and when: rows of (text, expected meetings)."""

from __future__ import annotations

import pytest
from reading_rows import Row, differences, meeting, row

REVIEWS = [
    row(
        "Ngày 12/01/2023, Khối thi đua số 5 tỉnh Cà Mau tổng kết công tác thi đua năm 2022.",
        [meeting("tổng kết", "2023-01-12", 2022)],
    ),
    # The first of two days whose month is spelt out.
    row(
        "Ngày 6 và 7 tháng 12 năm 2024, Khối thi đua số 9 tỉnh Cà Mau tổng kết công tác thi đua năm 2024.",
        [meeting("tổng kết", "2024-12-06", 2024)],
    ),
    row(
        "Trong các ngày 30, 31/10, Khối thi đua số 9 tỉnh Cà Mau kiểm tra chéo công tác thi đua năm 2024.",
        [meeting("kiểm tra", "2024-10-30", 2024)],
        published="2024-11-02",
    ),
    # What was reviewed last year is background of a review of this half year.
    row(
        "Ngày 18/6, Khối thi đua số 9 tỉnh Cà Mau sơ kết 6 tháng đầu năm. Năm 2023, Khối dẫn đầu toàn tỉnh.",
        [meeting("sơ kết", "2024-06-18", 2024)],
        published="2024-06-19",
    ),
    # A review with a pledge is a review; the year is the one reviewed.
    row(
        "Sáng 20/12/2024, Cụm thi đua số 2 thành phố Huế tổ chức hội nghị tổng kết phong trào thi đua năm 2024 và ký kết giao ước thi đua năm 2025.",
        [meeting("tổng kết", "2024-12-20", 2024)],
    ),
    row(
        "Khối thi đua Nội chính tỉnh Phú Yên đã tổ chức họp bình xét thi đua năm 2023 vào ngày 05/12/2023.",
        [meeting("tổng kết", "2023-12-05", 2023)],
    ),
    row(
        "Ngày 30/11/2022, Cụm thi đua số 4 Kho bạc Nhà nước tổ chức hội nghị trực tuyến tổng kết công tác thi đua, khen thưởng năm 2022.",
        [meeting("tổng kết", "2022-11-30", 2022)],
    ),
    # A school year counts as its closing year.
    row(
        "Ngày 25/5/2023, Cụm thi đua số 3 thuộc Sở Giáo dục và Đào tạo tỉnh Ninh Thuận tổng kết công tác thi đua, khen thưởng năm học 2022-2023.",
        [meeting("tổng kết", "2023-05-25", 2023)],
    ),
    row(
        "Ngày 14/10/2020, Khối thi đua Kinh tế - Kỹ thuật tỉnh Bắc Kạn tổng kết công tác thi đua, khen thưởng năm 2019.",
        [meeting("tổng kết", "2020-10-14", 2019)],
    ),
    row(
        "Ngày 26/9/2025, tại tỉnh Lạng Sơn, Cụm thi đua số 1 Bộ đội Biên phòng tổng kết công tác thi đua, khen thưởng năm 2025.",
        [meeting("tổng kết", "2025-09-26", 2025)],
    ),
    # Of a two-day meeting, the first day.
    row(
        "Trong hai ngày 14 và 15/12/2022, tại Đà Lạt, Cụm thi đua Liên minh Hợp tác xã các tỉnh Tây Nguyên tổng kết hoạt động năm 2022.",
        [meeting("tổng kết", "2022-12-14", 2022)],
    ),
    row(
        "Hội nghị tổng kết năm 2023 của Khối thi đua các doanh nghiệp tỉnh Bình Dương diễn ra ngày 08 tháng 01 năm 2024.",
        [meeting("tổng kết", "2024-01-08", 2023)],
    ),
    row(
        "Chiều ngày 16-01-2024, Khối thi đua số 11 tỉnh Tiền Giang tổ chức Hội nghị tổng kết công tác thi đua năm 2023.",
        [meeting("tổng kết", "2024-01-16", 2023)],
    ),
    row(
        "Ngày 5.2.2024, Cụm thi đua các huyện, thị xã, thành phố tỉnh Bình Định tổng kết phong trào thi đua yêu nước năm 2023.",
        [meeting("tổng kết", "2024-02-05", 2023)],
    ),
    row(
        "Khối thi đua số 9 tỉnh Vĩnh Long tổng kết phong trào thi đua năm 2020 và giai đoạn 2015 - 2020 vào ngày 15/12/2020.",
        [meeting("tổng kết", "2020-12-15", 2020)],
    ),
    row(
        "Ngày 22/7/2022, Khối thi đua số 3 tỉnh Tuyên Quang sơ kết công tác thi đua, khen thưởng 6 tháng đầu năm 2022.",
        [meeting("sơ kết", "2022-07-22", 2022)],
    ),
    row(
        "Sáng 08/4/2021, Cụm thi đua số IX Tòa án nhân dân tổ chức Hội nghị sơ kết công tác thi đua giữa năm 2021.",
        [meeting("sơ kết", "2021-04-08", 2021)],
    ),
    # A half-year review with a pledge.
    row(
        "Ngày 01/8/2023, Khối thi đua các cơ quan Đảng tỉnh Đắk Lắk sơ kết 6 tháng đầu năm và ký giao ước thi đua 6 tháng cuối năm 2023.",
        [meeting("sơ kết", "2023-08-01", 2023)],
    ),
]

PLEDGES = [
    row(
        "Ngày 15/3/2023, Khối thi đua các trường THPT huyện Đông Hưng tổ chức Lễ ký kết giao ước thi đua năm 2023.",
        [meeting("ký kết giao ước", "2023-03-15", 2023)],
    ),
    # A pledge comes before a call.
    row(
        "Ngày 24/02/2026, Cụm thi đua số 5 Bảo hiểm xã hội Việt Nam phát động phong trào thi đua và ký giao ước thi đua năm 2026.",
        [meeting("ký kết giao ước", "2026-02-24", 2026)],
    ),
    row(
        "Khối thi đua số 13 tỉnh Hậu Giang ký cam kết thi đua năm 2020 vào sáng 19/4/2020.",
        [meeting("ký kết giao ước", "2020-04-19", 2020)],
    ),
    row(
        "Ngày 10/10/2024, Cụm thi đua số 2 Sở Giáo dục và Đào tạo tỉnh Điện Biên ký giao ước thi đua năm học 2024 - 2025.",
        [meeting("ký kết giao ước", "2024-10-10", 2025)],
    ),
    row(
        "Ngày 31/3/2022, Khối thi đua số 6 tỉnh Kon Tum phát động phong trào thi đua năm 2022.",
        [meeting("phát động", "2022-03-31", 2022)],
    ),
]

OTHERS = [
    row(
        "Ngày 20/6/2023, Khối thi đua số 17 Thành phố Hồ Chí Minh họp góp ý dự thảo quy chế hoạt động năm 2023.",
        [meeting("họp", "2023-06-20", 2023)],
    ),
    row(
        "Ngày 17/9/2024, Cụm thi đua số 6 huyện Cư Jút tổ chức hội nghị giao ban quý III năm 2024.",
        [meeting("họp", "2024-09-17", 2024)],
    ),
    row(
        "Ngày 12/5/2023, Cụm thi đua số 1 Liên đoàn Lao động tỉnh Hải Dương tổ chức tọa đàm về công tác nữ công năm 2023.",
        [meeting("họp", "2023-05-12", 2023)],
    ),
    row(
        "Ngày 23/11/2022, Khối thi đua Văn hóa - Xã hội tỉnh Yên Bái kiểm tra chéo, chấm điểm thi đua năm 2022 tại Sở Y tế.",
        [meeting("kiểm tra", "2022-11-23", 2022)],
    ),
    row(
        "Sáng 04/8/2025, Đảng ủy xã Krông Búk ra mắt Cụm thi đua số 3 và công bố quyết định thành lập cụm năm 2025.",
        [meeting("thành lập", "2025-08-04", 2025)],
    ),
    row(
        "Ngày 11/6/2020, Khối thi đua số 4 tỉnh Thái Bình tổ chức Đại hội thi đua yêu nước giai đoạn 2020 - 2025.",
        [meeting("họp", "2020-06-11", [None, 2020, 2025])],
    ),
]

DATES = [
    # Day and month alone: completed from the publication date, else from the year under review.
    row(
        "Chiều 29/2, Khối thi đua số 1 tỉnh Kon Tum tổng kết công tác thi đua, khen thưởng năm 2023.",
        [meeting("tổng kết", "2024-02-29", 2023)],
        published="2024-03-01",
    ),
    row(
        "Sáng 28-12, Cụm thi đua các xã, phường thành phố Sơn La tổng kết công tác thi đua năm 2022.",
        [meeting("tổng kết", "2022-12-28", 2022)],
        published="2023-01-02",
    ),
    row(
        "Sáng ngày 10/01, Khối thi đua số 2 tỉnh Cao Bằng tổng kết công tác thi đua năm 2022, triển khai nhiệm vụ năm 2023.",
        [meeting("tổng kết", "2023-01-10", 2022)],
    ),
    row(
        "Ngày 15/7, Khối thi đua số 8 tỉnh An Giang sơ kết phong trào thi đua 6 tháng đầu năm 2021.",
        [meeting("sơ kết", "2021-07-15", 2021)],
    ),
    # No day at all.
    row(
        "Khối thi đua Tham mưu tổng hợp tỉnh Hà Giang vừa tổ chức hội nghị tổng kết công tác thi đua năm 2021.",
        [meeting("tổng kết", None, 2021)],
    ),
    row(
        "Mới đây, Cụm thi đua số 12 tỉnh Đồng Tháp đã ký kết giao ước thi đua năm 2024.",
        [meeting("ký kết giao ước", None, 2024)],
    ),
    # Another day in the text is not the meeting's.
    row(
        "Vừa qua, Khối thi đua số 3 tỉnh Đắk Nông tổng kết năm 2022. Khối đã thực hiện Chỉ thị số 05/CT-UBND ngày 14/3/2022 của UBND tỉnh.",
        [meeting("tổng kết", None, 2022)],
    ),
    # A January report that carries the old year by mistake.
    row(
        "Ngày 09/01/2023, Khối thi đua số 7 tỉnh Bắc Ninh tổng kết công tác thi đua năm 2023, triển khai nhiệm vụ năm 2024.",
        [meeting("tổng kết", ["2024-01-09", "2023-01-09"], 2023)],
    ),
    # Said in the title and in the lead: one meeting.
    row(
        "Khối thi đua số 1 tổng kết công tác thi đua năm 2022\n\nNgày 12/12/2022, Khối thi đua số 1 tỉnh Lai Châu tổ chức Hội nghị tổng kết "
        "công tác thi đua, khen thưởng năm 2022.",
        [meeting("tổng kết", "2022-12-12", 2022)],
    ),
]

UNNAMED_YEARS = [
    # Half a year, a campaign, an inspection: the year is that of the day.
    row(
        "Ngày 12/7/2023, Khối thi đua số 5 tỉnh Cà Mau sơ kết 6 tháng đầu năm.", [meeting("sơ kết", "2023-07-12", 2023)]
    ),
    row(
        "Sáng 03/02/2025, Cụm thi đua số 2 tỉnh Cà Mau phát động phong trào thi đua chào mừng Đại hội Đảng.",
        [meeting("phát động", "2025-02-03", 2025)],
    ),
    row(
        "Ngày 20/5/2024, Cụm thi đua số 2 huyện U Minh tiến hành kiểm tra chéo, đánh giá kết quả thực hiện giao ước.",
        [meeting("kiểm tra", "2024-05-20", 2024)],
    ),
    # The year of the pledge is not the one under review.
    row(
        "Ngày 20/01/2024, Khối thi đua số 5 tỉnh Cà Mau tổng kết phong trào thi đua và ký kết giao ước thi đua năm 2024.",
        [meeting("tổng kết", "2024-01-20", 2023)],
    ),
]

TOLD_FROM_TODAY = [
    row(
        "Chiều qua, Khối thi đua số 5 tỉnh Cà Mau đã tổng kết phong trào thi đua năm 2022.",
        [meeting("tổng kết", "2023-01-12", 2022)],
        published="2023-01-13",
    ),
    row(
        "Sáng nay 12/01, Khối thi đua số 5 tỉnh Cà Mau đã tổng kết phong trào thi đua năm 2022.",
        [meeting("tổng kết", "2023-01-12", 2022)],
        published="2023-01-12",
    ),
    # Without a day of publication it tells nothing.
    row(
        "Chiều qua, Khối thi đua số 5 tỉnh Cà Mau đã tổng kết phong trào thi đua năm 2022.",
        [meeting("tổng kết", None, 2022)],
    ),
    row(
        "Trong các ngày 3, 4 và 5/11/2021, Cụm thi đua số 4 huyện U Minh kiểm tra chéo công tác thi đua năm 2021.",
        [meeting("kiểm tra", "2021-11-03", 2021)],
    ),
    row(
        "Lãnh đạo các cơ quan đã ký giao ước thi đua năm 2023 của Khối thi đua số 3 tỉnh Cà Mau sáng 16-2.",
        [meeting("ký kết giao ước", "2023-02-16", 2023)],
        published="2023-02-17",
    ),
]

SEVERAL_BLOCS = [
    # One record for each bloc that met.
    row(
        "Ngày 11/01/2024, Khối thi đua Kinh tế và Khối thi đua Văn hóa - Xã hội huyện Chợ Đồn họp tổng kết công tác thi đua năm 2023.",
        [
            meeting("tổng kết", "2024-01-11", 2023, bloc="Khối thi đua Kinh tế"),
            meeting("tổng kết", "2024-01-11", 2023, bloc="Khối thi đua Văn hóa - Xã hội"),
        ],
        blocs=["Khối thi đua Kinh tế", "Khối thi đua Văn hóa - Xã hội"],
    ),
]

APART = [
    row(
        "Cụm thi đua số 3 tổng kết năm 2025 ngày 02/12; Cụm thi đua số 4 tổng kết năm 2025 ngày 04/12. Hai cụm cùng thuộc tỉnh Cà Mau.",
        [
            meeting("tổng kết", "2025-12-02", 2025, bloc="Cụm thi đua số 3"),
            meeting("tổng kết", "2025-12-04", 2025, bloc="Cụm thi đua số 4"),
        ],
        blocs=["Cụm thi đua số 3", "Cụm thi đua số 4"],
        published="2025-12-06",
    ),
    # Blocs that are still to meet.
    row(
        "Ngày 12/12/2022, Khối thi đua các Hội đặc thù tỉnh Cà Mau tổng kết năm 2022. Khối thi đua số 7 và Khối thi đua số 8 sẽ tổng kết vào tuần tới.",
        [meeting("tổng kết", "2022-12-12", 2022)],
    ),
]

TOLD_AROUND = [
    # The sentence before names the bloc, the title does, or the day stands with the vote.
    row(
        "Nhìn lại năm 2023, Cụm thi đua các báo Đảng miền Trung nhận ra nhiều điểm chung. Con số ấy được nêu ở hội nghị tổng kết hôm 15/12, do Báo Phú Yên tổ chức.",
        [meeting("tổng kết", "2023-12-15", 2023)],
        published="2023-12-18",
    ),
    row(
        "Pleiku là nơi gặp nhau của Công an năm tỉnh thuộc Cụm thi đua số 8 (Bộ Công an) trong ngày 28/11. Tại đây, Cụm tổng kết phong trào thi đua năm 2024.",
        [meeting("tổng kết", "2024-11-28", 2024)],
        published="2024-11-29",
    ),
    row(
        "Theo biểu quyết ngày 29/12/2025, Trưởng Khối thi đua các bộ, ngành nội chính năm 2026 là Bộ Tư pháp. Khối thi đua các bộ, ngành nội chính quy tụ sáu đơn vị. Hội nghị tổng kết năm 2025 có nhiều đại biểu dự.",
        [meeting("tổng kết", "2025-12-29", 2025)],
        published="2025-12-30",
    ),
    # Other words for it; half a year under review.
    row(
        "Sáng 1/12, Cụm thi đua số 4 tỉnh Nghệ An khép lại năm thi đua 2022 tại thành phố Vinh.",
        [meeting("tổng kết", "2022-12-01", 2022)],
        published="2022-12-02",
    ),
    row(
        "Chiều 15/5, Cụm thi đua số 5 tỉnh Nghệ An ra quân phong trào 60 ngày đêm chống thất thu.",
        [meeting("phát động", "2025-05-15", 2025)],
        published="2025-05-16",
    ),
    row(
        "Ngày 18/7, Khối thi đua số 4 tỉnh Nghệ An đánh giá kết quả 6 tháng đầu năm 2024.",
        [meeting("sơ kết", "2024-07-18", 2024)],
        published="2024-07-20",
    ),
    # A ceremony that announces the decision is a founding; the decision alone is none.
    row(
        "Chiều 18/9, UBND xã Tri Phú công bố Quyết định số 214/QĐ-UBND ngày 15/9/2025 thành lập khối thi đua. Khối thi đua các trường học có 5 thành viên, do Trường THCS Tri Phú làm Khối trưởng.",
        [meeting("thành lập", "2025-09-18", [2025, None])],
        published="2025-09-19",
    ),
    row(
        "UBND xã Tri Phú vừa ban hành Quyết định số 214/QĐ-UBND ngày 15/9/2025 thành lập khối thi đua. Khối thi đua các trường học có 5 thành viên, do Trường THCS Tri Phú làm Khối trưởng.",
        [],
        published="2025-09-19",
    ),
    # A member's own meeting, and one to come.
    row(
        "Sở Y tế là thành viên Khối thi đua số 4 tỉnh Nghệ An. Ngày 3/1, hội nghị tổng kết công tác của Sở Y tế đã diễn ra.",
        [],
        published="2024-01-05",
    ),
    row("Khối thi đua số 4 tỉnh Nghệ An sẽ tổng kết năm 2023 trước ngày 15/1.", [], published="2024-01-05"),
]

NONE = [
    # Sports, trips.
    row("Ngày 03/9/2023, Khối thi đua số 2 tỉnh Khánh Hòa tổ chức hội thao với các môn cầu lông, kéo co.", []),
    # A decision that reorganises blocs.
    row(
        "UBND tỉnh Lâm Đồng vừa ban hành Quyết định số 412/QĐ-UBND điều chỉnh các cụm, khối thi đua; Khối thi đua số 5 do Sở Y tế làm Khối trưởng.",
        [],
    ),
    # No bloc.
    row("Ngày 12/01/2023, UBND huyện Ngọc Hiển tổng kết công tác thi đua, khen thưởng năm 2022.", []),
    row("Ngày 20/12/2022, Đảng ủy Khối các cơ quan tỉnh tổng kết công tác xây dựng Đảng năm 2022.", []),
]


@pytest.mark.parametrize(
    "case",
    [
        *REVIEWS,
        *PLEDGES,
        *OTHERS,
        *DATES,
        *UNNAMED_YEARS,
        *TOLD_FROM_TODAY,
        *SEVERAL_BLOCS,
        *APART,
        *TOLD_AROUND,
        *NONE,
    ],
)
def test_meetings(case: Row) -> None:
    assert not differences("meeting", case)
