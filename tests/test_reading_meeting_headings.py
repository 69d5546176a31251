"""Meetings told under a headline that only names the bloc, on the grounds of a decision, or beside an older pledge."""

from __future__ import annotations

import pytest
from reading_rows import Row, differences, language, leader, meeting, row

from pipeline import extract
from pipeline.pages import read_copied_page

UNDER_HEADLINE = [
    (
        "KHỐI THI ĐUA CÁC HỘI TỈNH LONG AN\n\nSơ kết 6 tháng đầu năm 2018\n\nNgày 20 tháng 7 năm 2018, tại Hội Chữ thập "
        "đỏ tỉnh, hội nghị sơ kết 6 tháng đầu năm và triển khai nhiệm vụ 6 tháng cuối năm được tổ chức.",
        [("sơ kết", "2018-07-20", 2018)],
    ),
    (
        "KHỐI THI ĐUA SỐ 5 TỈNH LÂM ĐỒNG\n\nNgày 20/01/2019, tại Sở Tài chính, các đơn vị thành viên họp tổng kết năm "
        "2018.",
        [("tổng kết", "2019-01-20", 2018)],
    ),
    (
        "KHỐI THI ĐUA SỐ 5\nHội nghị tổng kết năm 2018\n\nNgày 20/01/2019, tại Sở Tài chính, các đơn vị thành viên họp "
        "tổng kết năm 2018.",
        [("tổng kết", "2019-01-20", 2018)],
    ),
    # The meeting of a member is its own.
    ("Khối thi đua số 5 tỉnh Lâm Đồng\n\nSáng 20/1/2019, Sở Tài chính tổ chức hội nghị tổng kết năm 2018.", []),
]

OLDER_PLEDGES = [
    row(
        "Ngày 12/7/2019, Khối thi đua số 9 tỉnh Bến Tre tổ chức hội nghị nhìn lại việc thực hiện các nội dung đã ký "
        "kết giao ước thi đua trong 6 tháng đầu năm 2019.",
        [meeting("sơ kết", "2019-07-12", 2019)],
    ),
    row(
        "Ngày 5/8/2020, Khối thi đua các doanh nghiệp tỉnh Bình Phước họp đánh giá tình hình thực hiện giao ước thi "
        "đua đã ký kết, bàn nhiệm vụ 6 tháng cuối năm 2020.",
        [meeting("sơ kết", "2020-08-05", 2020)],
    ),
    row(
        "Chiều 5/8/2020, Khối thi đua số 2 quận 5 đã có buổi họp bàn kế hoạch thực hiện những nội dung giao ước đã ký "
        "kết từ đầu năm.",
        [meeting("họp", "2020-08-05", 2020)],
    ),
    row(
        "Sáng 5/8/2020, Khối thi đua số 2 quận 5 họp nghe báo cáo kết quả thực hiện các chỉ tiêu 6 tháng đầu năm.",
        [meeting("sơ kết", "2020-08-05", 2020)],
    ),
    row(
        "Sáng 5/3/2020, Khối thi đua số 2 quận 5 đã tổ chức thực hiện ký kết giao ước thi đua năm 2020.",
        [meeting("ký kết giao ước", "2020-03-05", 2020)],
    ),
]

SCHOOL_YEARS = [  # reviewed in the year in which they end
    row(
        "Sáng ngày 24/6, Khối thi đua số 8 tỉnh Bến Tre tổng kết năm học 2015 - 2016.",
        [meeting("tổng kết", "2016-06-24", 2016)],
    ),
    row(
        "Sáng ngày 24/3, Khối thi đua số 8 tỉnh Bến Tre tổng kết năm 2015.",
        [meeting("tổng kết", "2016-03-24", 2015)],
    ),
]

GROUNDS = [
    row(
        "Thực hiện Quyết định số 12/QĐ-UBND của UBND tỉnh Bến Tre về việc cử Khối trưởng các khối thi đua năm 2022. "
        "Ngày 20/7/2022, Khối thi đua các cơ quan Nội chính tổ chức hội nghị sơ kết 6 tháng đầu năm.",
        [meeting("sơ kết", "2022-07-20", 2022)],
    ),
    row(
        "Thực hiện Quyết định số 12/QĐ-UBND của UBND tỉnh Bến Tre về việc cử Khối trưởng các khối thi đua năm 2022, "
        "Công an tỉnh làm Khối trưởng Khối thi đua các cơ quan Nội chính.",
        [],
    ),
]

APPOINTED = [
    row(
        "Thực hiện Quyết định số 12/QĐ-UBND của UBND tỉnh Bến Tre về việc cử Khối trưởng các khối thi đua năm 2022. "
        "Theo đó, Khối thi đua các cơ quan Nội chính cử Công an tỉnh làm Khối trưởng. Ngày 20/7/2022, Khối thi đua các "
        "cơ quan Nội chính tổ chức hội nghị sơ kết 6 tháng đầu năm.",
        [leader("Công an tỉnh", 2022, "appointed")],
    ),
    row(
        "Ngày 5/1/2022, Khối thi đua các cơ quan Nội chính tỉnh Bến Tre tổng kết năm 2021. Hội nghị bỏ phiếu bầu Khối "
        "trưởng năm 2022. Theo đó, Công an tỉnh làm Khối trưởng.",
        [leader("Công an tỉnh", 2022)],
    ),
]


@pytest.mark.parametrize("case", OLDER_PLEDGES + SCHOOL_YEARS + GROUNDS)
def test_meetings(case: Row) -> None:
    assert differences("meeting", case) == []


@pytest.mark.parametrize(("page", "told"), UNDER_HEADLINE)
def test_under_a_headline_that_is_the_bloc(page: str, told: list[tuple[str, str, int]]) -> None:
    record = extract(read_copied_page(page, "page"), language())
    assert [(m.type, m.date, m.year) for m in record.meetings] == told


@pytest.mark.parametrize("case", APPOINTED)
def test_leaders(case: Row) -> None:
    assert differences("leader", case) == []


def test_a_bloc_alone_over_the_headline_belongs_to_it() -> None:
    page = read_copied_page(
        "Trang chủ\n\nKHỐI THI ĐUA SỐ 5\nHội nghị tổng kết năm 2018\n\nNgày 20/01/2019, các đơn vị họp mặt.\n", "page"
    )
    fields = {page.text[s.start : s.end].strip(): s.field for s in page.sections}
    assert page.title == "Hội nghị tổng kết năm 2018"
    assert fields["KHỐI THI ĐUA SỐ 5"] == "title"
