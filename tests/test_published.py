"""The dates that portals print, as they were seen on real pages."""

from __future__ import annotations

from datetime import date

import pytest

from scrapers.published import read_date, read_date_line, read_machine_date, read_url_date


@pytest.mark.parametrize(
    ("text", "day", "precision"),
    [
        ("15/03/2018", (2018, 3, 15), "day"),
        ("Ngày đăng 29/07/2020 | 14:42  | View count: 238004", (2020, 7, 29), "minute"),
        ("Ngày đăng: 30.03.2022", (2022, 3, 30), "day"),
        ("( Cập nhật lúc: 27/02/2014  )", (2014, 2, 27), "day"),
        ("Cập nhật lúc: 16:59 31/05/2018", (2018, 5, 31), "minute"),
        ("Cập nhật lúc 09:46:42 18/04/2019 (Lượt xem: 1561)", (2019, 4, 18), "minute"),
        ("Cập nhật 18/5/2019, 22:05:44", (2019, 5, 18), "minute"),
        ("Tin đăng ngày: 6/2/2020 - Xem: 92", (2020, 2, 6), "day"),
        ("07/10/2015\n9549 lượt xem", (2015, 10, 7), "day"),
        ("2/22/2017 3:02:24 PM", (2017, 2, 22), "minute"),
        ("3/4/2017 3:02:24 PM", (2017, 3, 4), "minute"),  # month first: seconds and PM
        ("09/12/2025 8:41:06 SA", (2025, 12, 9), "minute"),  # day first: the clock is Vietnamese
        ("03/04/2017 03:02 PM", (2017, 4, 3), "minute"),  # day first: no seconds
        ("00:00 19/11/2024", (2024, 11, 19), "day"),  # midnight: nobody set a time
        ("28/02/2020 00:00:00", (2020, 2, 28), "day"),
        ("Thứ năm - 22/11/2018 22:00 307 0", (2018, 11, 22), "minute"),
        ("Thứ Ba, 27-02-2024 / 12:47:46 Sáng", (2024, 2, 27), "minute"),
        ("Thứ Sáu, ngày 23 tháng 08 năm 2019, 09:25:27", (2019, 8, 23), "minute"),
        ("Thứ tư, 29 Tháng 7, 2020 - 16:05", (2020, 7, 29), "minute"),
        ("09:26, 26/03/2018", (2018, 3, 26), "minute"),
        ("19:36 25-11-2020 | :482", (2020, 11, 25), "minute"),
        ("18/10/2025 14:28 GMT+7", (2025, 10, 18), "minute"),
        ("HÀ VY - VĂN NAM 13/03/2024 15:45", (2024, 3, 13), "minute"),
        ("Xã hội - Ngày đăng : 11:19, 19/04/2018", (2018, 4, 19), "minute"),
        ("8-4-2021, 11:26 GMT+7", (2021, 4, 8), "minute"),
        ("2018-11-22T22:00:00+07:00", (2018, 11, 22), "minute"),
        ("Cập nhật: 05/03/2024 - Ngày đăng: 01/03/2024  22:29", (2024, 3, 1), "minute"),  # published before changed
        ("31/02/2024", None, ""),
        ("Tháng 3 năm 2024", None, ""),
        ("sáng ngày 28/2", None, ""),
        ("", None, ""),
    ],
)
def test_date_strings(text: str, day: tuple[int, int, int] | None, precision: str) -> None:
    found = read_date(text)
    assert (found and found.day) == (date(*day) if day else None)
    if found:
        assert found.precision == precision
        assert found.quote in " ".join(text.split())


@pytest.mark.parametrize(
    ("line", "is_date"),
    [
        ("Thứ Sáu, 05/01/2024 - 17:20 | Lượt xem: 214", True),
        ("Như Tâm - 17:46, 22/03/2025", True),
        ("Ngày 11/01/2024, tại Thanh tra tỉnh Lâm Đồng, Khối Thi đua các cơ quan tham mưu II tổ chức Hội nghị.", False),
        ("Giấy phép số 12/GP-TTĐT ngày 05/03/2016. Trưởng Ban biên tập: Chánh Văn phòng.", False),
        ("Hôm nay: Thứ Bảy, 21/11/2026", False),
        ("Số 97/TB-UBND", False),
    ],
)
def test_date_lines(line: str, is_date: bool) -> None:
    assert (read_date_line(line) is not None) == is_date


@pytest.mark.parametrize(
    ("url", "day", "precision"),
    [
        ("https://truyenhinhthanhhoa.vn/khoi-thi-dua-180240126224239069.htm", (2024, 1, 26), "day"),
        ("https://nld.com.vn/cum-thi-dua-196250414092848101.htm", (2025, 4, 14), "day"),
        ("https://baotintuc.vn/tin-20251224183630500.htm", (2025, 12, 24), "day"),
        ("http://tapchicaosu.vn/2018/09/26/khoi-san-xuat/", (2018, 9, 26), "day"),
        ("https://baodongkhoi.vn/khoi-thi-dua-04042022-a98703.html", (2022, 4, 4), "day"),
        ("https://baokhanhhoa.vn/chinh-tri/202302/khoi-thi-dua-8276669/", (2023, 2, 1), "month"),
        ("https://x.vn/a-180999999999999999.htm", None, ""),  # no such day
        ("https://baogialai.com.vn/khoi-thi-dua-so-7-post578671.html", None, ""),
        ("https://x.vn/-/view_content/5189328-cum-thi-dua.html", None, ""),
        ("https://x.vn/tin/2026/khoi", None, ""),
    ],
)
def test_dates_in_addresses(url: str, day: tuple[int, int, int] | None, precision: str) -> None:
    found = read_url_date(url)
    assert (found and (found.day, found.precision)) == ((date(*day), precision) if day else None)


@pytest.mark.parametrize(
    ("script", "day"),
    [
        ('{"@type":"NewsArticle","datePublished":"2024-01-07T08:00:00+07:00"}', date(2024, 1, 7)),
        ('[{"@type":["Article"],"datePublished":"2024-01-08"}]', date(2024, 1, 8)),
        ('{"@type":"WebSite","datePublished":"2024-01-08"}', None),
        ('{"@type":"Article","datePublished":20240108}', None),
        ('{"@type":"Article", datePublished}', None),
        ("[[[]]]", None),
    ],
)
def test_json_ld(script: str, day: date | None) -> None:
    found = read_machine_date([("json-ld", script)])
    assert (found and found.day) == day
