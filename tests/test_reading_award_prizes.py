"""Prizes that are places in a bloc, and those of contests and sports: rows of (text, expected awards)."""

from __future__ import annotations

import pytest
from reading_rows import Row, award, differences, row

EA_KAR = "Ngày 18/12/2024, Cụm thi đua số 3 huyện Ea Kar tổng kết phong trào thi đua năm 2024. "
FIRST, SECOND, THIRD = "Đơn vị dẫn đầu", "Hạng Nhì", "Hạng Ba"


def place(rank: str, unit: str) -> dict[str, object]:
    return award(rank, unit, year=2024, status="voted")


PLACES = [
    row(
        EA_KAR + "Cụm nhất trí chọn xã Cư Yang là đơn vị dẫn đầu, xã Ea Ô đạt giải nhì, xã Cư Prông giải ba.",
        [place(FIRST, "xã Cư Yang"), place(SECOND, "xã Ea Ô"), place(THIRD, "xã Cư Prông")],
    ),
    row(
        EA_KAR + "Kết quả chấm điểm thi đua: giải Nhất thuộc về xã Cư Yang, giải Nhì: xã Ea Ô, hai xã Cư Prông và "
        "Cư Bông đồng giải Ba.",
        [
            place(FIRST, "xã Cư Yang"),
            place(SECOND, "xã Ea Ô"),
            place(THIRD, "xã Cư Prông"),
            place(THIRD, "xã Cư Bông"),
        ],
    ),
    row(
        EA_KAR + "Sau khi bình xét, hội nghị trao giải Nhất cho xã Cư Yang, 2 giải Nhì cho xã Ea Ô và xã Cư Bông.",
        [place(FIRST, "xã Cư Yang"), place(SECOND, "xã Ea Ô"), place(SECOND, "xã Cư Bông")],
    ),
    row(
        EA_KAR + "Hội nghị trao giải Nhất thi đua cho xã Cư Yang; giải Nhì cho xã Ea Ô.",
        [place(FIRST, "xã Cư Yang"), place(SECOND, "xã Ea Ô")],
    ),
]

CONTESTS = [
    row(EA_KAR + "Hội thi Dân vận khéo của cụm trao giải Nhất cho xã Cư Yang, giải Nhì cho xã Ea Ô.", []),
    row(EA_KAR + "Cụm mở hội thao. Kết quả chấm điểm: giải nhất xã Cư Yang, giải nhì xã Ea Ô.", []),
    row(EA_KAR + "Các tiết mục thi đua tưng bừng, ban tổ chức bình chọn giải Nhất: xã Cư Yang.", []),
    row(EA_KAR + "Thi đua dạy tốt, xã Cư Yang có 3 giải nhất cấp tỉnh, xã Ea Ô 2 giải nhì cấp huyện.", []),
    row(EA_KAR + "Xã Cư Yang đoạt giải Nhất, xã Ea Ô giải Nhì.", []),  # of what, nobody tells
]


@pytest.mark.parametrize("case", PLACES + CONTESTS)
def test_awards(case: Row) -> None:
    assert differences("award", case) == []
