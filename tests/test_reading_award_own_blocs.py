"""Awards told over several blocs, each of those who get them with its own: (text, expected awards with their blocs)."""

from __future__ import annotations

from typing import Any

import pytest
from reading_rows import Row, award, differences, language, row

from pipeline import extract
from pipeline.pages import read_copied_page

TINH, CHU_TICH = "UBND tỉnh", "Chủ tịch UBND tỉnh"
FLAG, PRAISE, FIRST = "Cờ thi đua", "Bằng khen", "Đơn vị dẫn đầu"
ONE, TWO, THREE = (f"Khối thi đua số {n}" for n in (1, 2, 3))


def given(bloc: str, who: str | int, grantor: str = TINH, title: str = FLAG) -> dict[str, Any]:
    return award(title, who, grantor, year=2023, status="conferred") | {"bloc": bloc}


THE_THREE = [given(ONE, "Sở Công Thương"), given(TWO, "Báo Sơn La"), given(THREE, "Trường Chính trị tỉnh")]

SON_LA = "Ngày 10/01/2024, Khối thi đua các cơ quan kinh tế tỉnh Sơn La tổng kết năm 2023. "


def place(rank: str, unit: str) -> dict[str, Any]:
    return award(rank, unit, year=2023, status="voted")


def asked(title: str, unit: str, grantor: str) -> dict[str, Any]:
    return award(title, unit, grantor, year=2023)


OWN_BLOCS = [
    row(
        "UBND tỉnh Sơn La trao Cờ thi đua cho các đơn vị dẫn đầu khối thi đua năm 2023, gồm: Sở Công Thương (Khối thi "
        "đua số 1), Báo Sơn La (Khối thi đua số 2), Trường Chính trị tỉnh (Khối thi đua số 3).",
        THE_THREE,
        blocs=[ONE, TWO, THREE],
    ),
    row(
        "UBND tỉnh Sơn La tặng Cờ thi đua cho 3 tập thể đã có thành tích xuất sắc, dẫn đầu các khối thi đua năm 2023, "
        "gồm:\n1. Sở Công Thương, đã có thành tích xuất sắc, dẫn đầu Khối thi đua số 1;\n2. Báo Sơn La; đã có thành "
        "tích xuất sắc toàn diện, dẫn đầu phong trào thi đua Khối thi đua số 2;\n3. Trường Chính trị tỉnh, dẫn đầu "
        "Khối thi đua số 3.",
        THE_THREE,
        blocs=[ONE, TWO, THREE],
    ),
    row(
        "Năm 2023, UBND tỉnh Sơn La tặng Cờ thi đua cho Sở Công Thương - đơn vị dẫn đầu Khối thi đua số 1, Báo Sơn La "
        "- đơn vị dẫn đầu Khối thi đua số 2 và Trường Chính trị tỉnh - đơn vị dẫn đầu Khối thi đua số 3.",
        THE_THREE,
        blocs=[ONE, TWO, THREE],
    ),
    row(
        "Danh sách các đơn vị được tặng Cờ thi đua của UBND tỉnh Sơn La năm 2023:\n- Khối thi đua số 1: Sở Công "
        "Thương\n- Khối thi đua số 2: Báo Sơn La\n- Khối thi đua số 3: Trường Chính trị tỉnh",
        THE_THREE,
        blocs=[ONE, TWO, THREE],
    ),
    row(
        "Theo quyết định của UBND tỉnh Sơn La, các đơn vị được tặng Cờ thi đua năm 2023 gồm: Khối thi đua số 1: Sở "
        "Công Thương; Khối thi đua số 2: Báo Sơn La; Khối thi đua số 3: Trường Chính trị tỉnh.",
        THE_THREE,
        blocs=[ONE, TWO, THREE],
    ),
    row(
        "Chủ tịch UBND tỉnh Sơn La tặng Cờ thi đua năm 2023 cho mỗi tập thể, gồm: Chi cục Thủy lợi thuộc Sở Nông "
        "nghiệp và Môi trường đã có thành tích xuất sắc, dẫn đầu Khối thi đua số 1; Phòng Nội vụ huyện Mai Sơn đã có "
        "thành tích xuất sắc, dẫn đầu Khối thi đua số 2.",
        [
            given(ONE, "Chi cục Thủy lợi", CHU_TICH),
            given(TWO, ["Phòng Nội vụ", "Phòng Nội vụ huyện Mai Sơn"], CHU_TICH),
        ],
        blocs=[ONE, TWO],
    ),
    row(  # a number of one bloc, and none that is told of another
        "Năm 2023, Khối thi đua số 1 và Khối thi đua số 2 tỉnh Sơn La tổng kết. UBND tỉnh tặng Bằng khen cho 4 tập thể "
        "thuộc Khối thi đua số 2.",
        [given(TWO, 4, title=PRAISE)],
        blocs=[ONE, TWO],
    ),
    row(  # what a unit belongs to is said of a guest alone
        "Ngày 10/01/2024, Khối thi đua số 1 tỉnh Sơn La tổng kết năm 2023, tặng quà cho Sở Y tế (Khối thi đua số 2). "
        "UBND tỉnh tặng Cờ thi đua cho Sở Công Thương.",
        [given(ONE, "Sở Công Thương")],
        blocs=[ONE],
    ),
    row(  # what leads before a semicolon does not lead the bloc behind it
        "Năm 2023, Khối thi đua số 1 tỉnh Sơn La suy tôn Sở Công Thương là đơn vị dẫn đầu; Khối thi đua số 2 suy tôn Sở "
        "Y tế là đơn vị dẫn đầu.",
        [place(FIRST, "Sở Công Thương") | {"bloc": ONE}, place(FIRST, "Sở Y tế") | {"bloc": TWO}],
        blocs=[ONE, TWO],
    ),
    row(  # the praise goes on to no other unit
        "Năm 2023, UBND tỉnh Sơn La tặng Cờ thi đua cho Sở Công Thương đã có thành tích xuất sắc, dẫn đầu Khối thi đua "
        "số 1; Sở Y tế chủ trì hội nghị.",
        [given(ONE, "Sở Công Thương")],
        blocs=[ONE],
    ),
]

RESULTS = [
    row(
        SON_LA + "Kết quả bình xét: Sở Công Thương Nhất khối, Sở Tài chính Nhì khối, Sở Xây dựng Ba khối.",
        [place(FIRST, "Sở Công Thương"), place("Hạng Nhì", "Sở Tài chính"), place("Hạng Ba", "Sở Xây dựng")],
    ),
    row(
        "Ngày 10/01/2024, Cụm thi đua số 4 tỉnh Sơn La tổng kết năm 2023. Huyện Mai Sơn xếp loại Nhất cụm; huyện Yên "
        "Châu xếp loại Nhì cụm; huyện Sông Mã xếp loại Ba cụm.",
        [place(FIRST, "huyện Mai Sơn"), place("Hạng Nhì", "huyện Yên Châu"), place("Hạng Ba", "huyện Sông Mã")],
    ),
    row(SON_LA + "Dự hội nghị có đại diện ba khối thi đua bạn, Sở Công Thương và hai cụm của thành phố.", []),
    row(
        SON_LA
        + "Kết quả: Sở Công Thương, Sở Tài chính đề nghị Bộ Công Thương tặng Bằng khen; Sở Xây dựng đề nghị UBND "
        "tỉnh tặng Cờ thi đua.",
        [
            asked(PRAISE, "Sở Công Thương", "Bộ Công Thương"),
            asked(PRAISE, "Sở Tài chính", "Bộ Công Thương"),
            asked(FLAG, "Sở Xây dựng", TINH),
        ],
    ),
    row(SON_LA + "Sở Công Thương đề nghị UBND tỉnh tặng Bằng khen.", []),  # for whom is not told
    row(
        SON_LA + "UBND tỉnh tặng Cờ nhất khối cho Sở Công Thương, Cờ nhì khối cho Sở Tài chính.",
        [
            award(FLAG, "Sở Công Thương", TINH, year=2023, status="conferred"),
            award(FLAG, "Sở Tài chính", TINH, year=2023, status="conferred"),
        ],
    ),
    row(  # who decides in a body's name does not get its flag
        SON_LA + "Đoàn Chủ tịch Tổng Liên đoàn Lao động Việt Nam đã có quyết định công nhận các đơn vị đủ tiêu chuẩn "
        "tặng Cờ thi đua của Tổng Liên đoàn Lao động Việt Nam.",
        [],
    ),
]


@pytest.mark.parametrize("case", OWN_BLOCS + RESULTS, ids=lambda case: case.text[-60:])
def test_awards(case: Row) -> None:
    assert differences("award", case) == []


@pytest.mark.parametrize("headline, leads", [("Sở Công Thương dẫn đầu", True), ("Hội thao: Sở Y tế dẫn đầu", False)])
def test_headline_that_ends_in_who_leads(headline: str, leads: bool) -> None:
    page = f"{headline}\n\n08:02, 15/01/2024\n\n{SON_LA}Các đơn vị đã ký kết giao ước thi đua năm 2024."
    awards = extract(read_copied_page(page, "headline"), language()).awards
    assert [(a.award, a.recipient) for a in awards] == [(FIRST, "Sở Công Thương")] * leads
