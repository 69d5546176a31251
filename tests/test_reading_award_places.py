"""Bare places that stand for the bodies of a bloc beside awards: rows of (text, expected awards)."""

from __future__ import annotations

import pytest
from reading_rows import Row, award, differences, row

PRESS = "Ngày 12/12/2024, Cụm thi đua Hội Nhà báo Việt Nam các tỉnh Đông Bắc tổng kết năm 2024. "
FARMERS = (
    "Ngày 12/12/2024, Cụm thi đua số 2 tổng kết năm 2024. Hội Nông dân huyện Mộc Châu được 98 điểm, Hội Nông dân huyện "
    "Yên Châu 97 điểm. "
)
JOURNALISTS, FLAG, PRAISE = "Hội Nhà báo tỉnh", "Cờ thi đua", "Bằng khen"

STAND_FOR = [
    row(
        PRESS + "Cụm đề nghị tặng Cờ thi đua cho Cao Bằng và Lạng Sơn, Bằng khen cho Hà Giang.",
        [
            award(FLAG, f"{JOURNALISTS} Cao Bằng", year=2024),
            award(FLAG, f"{JOURNALISTS} Lạng Sơn", year=2024),
            award(PRAISE, f"{JOURNALISTS} Hà Giang", year=2024),
        ],
    ),
    row(
        PRESS + "Cụm suy tôn Quảng Ninh, Hải Phòng là hai đơn vị đề nghị Hội Nhà báo Việt Nam tặng Cờ thi đua.",
        [
            award(FLAG, f"{JOURNALISTS} Quảng Ninh", "Hội Nhà báo Việt Nam", year=2024),
            award(FLAG, "Hội Nhà báo thành phố Hải Phòng", "Hội Nhà báo Việt Nam", year=2024),
        ],
    ),
    row(
        FARMERS + "Mộc Châu xếp thứ nhất, Yên Châu thứ nhì.",
        [
            award("Đơn vị dẫn đầu", "Hội Nông dân huyện Mộc Châu", year=2024, status="voted"),
            award("Hạng Nhì", "Hội Nông dân huyện Yên Châu", year=2024, status="voted"),
        ],
    ),
]

STAND_FOR_NOTHING = [
    row(PRESS + "Đoàn đi thăm Cao Bằng, Lạng Sơn, được tặng Bằng khen của Bộ Công Thương.", []),
    row(PRESS + "Hội nghị tại Lạng Sơn trao Cờ thi đua của năm trước.", []),
    row(PRESS + "Báo Lạng Sơn đưa tin về lễ trao Bằng khen.", []),
]

SHARED_HEAD = [
    row(
        "Ngày 12/12/2024, Cụm thi đua số 1 Hội Chữ thập đỏ các tỉnh, thành phố tổng kết năm 2024. Cụm đề nghị tặng Cờ "
        "thi đua cho Hội Chữ thập đỏ thành phố Hà Nội, Hải Phòng; tặng Bằng khen cho Hội Chữ thập đỏ tỉnh Hà Nam, "
        "Nam Định và Thái Bình.",
        [
            award(FLAG, "Hội Chữ thập đỏ thành phố Hà Nội", year=2024),
            award(FLAG, "Hội Chữ thập đỏ thành phố Hải Phòng", year=2024),
            award(PRAISE, "Hội Chữ thập đỏ tỉnh Hà Nam", year=2024),
            award(PRAISE, "Hội Chữ thập đỏ tỉnh Nam Định", year=2024),
            award(PRAISE, "Hội Chữ thập đỏ tỉnh Thái Bình", year=2024),
        ],
    ),
]


@pytest.mark.parametrize("case", STAND_FOR + STAND_FOR_NOTHING + SHARED_HEAD)
def test_awards(case: Row) -> None:
    assert differences("award", case) == []
