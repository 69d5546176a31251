"""Posts of places that are named without the word for their unit, and of units told far before their post."""

from __future__ import annotations

import pytest
from reading_rows import Row, deputy, differences, leader, row

REVIEW = "Ngày 20/12/2024, Cụm thi đua số 2 tỉnh Bắc Kạn tổng kết công tác thi đua năm 2024. "
E = "elected"

PLACES = [
    row(
        REVIEW + "Cụm trưởng năm 2025 là huyện Ba Bể, Cụm phó là Chợ Đồn.",
        [leader("huyện Ba Bể", 2025, E), deputy("huyện Chợ Đồn", 2025, E)],
    ),
    row(
        REVIEW + "Hội nghị bầu xã Quân Hà làm Cụm trưởng và Sỹ Bình làm Cụm phó năm 2025.",
        [leader("xã Quân Hà", 2025, E), deputy("xã Sỹ Bình", 2025, E)],
    ),
    row(
        REVIEW + "Hội nghị thống nhất đơn vị Cụm trưởng năm 2025: UBND xã Quân Hà; Cụm phó: Sỹ Bình.",
        [leader("UBND xã Quân Hà", 2025, E), deputy("UBND xã Sỹ Bình", 2025, E)],
    ),
    row(
        REVIEW + "Hội nghị thống nhất Cụm trưởng: huyện Ba Bể; Cụm phó: Chợ Đồn và Na Rì.",
        [leader("huyện Ba Bể", 2025, E), deputy("huyện Chợ Đồn", 2025, E), deputy("huyện Na Rì", 2025, E)],
    ),
    # An office has no unit to give.
    row(
        REVIEW + "Cụm trưởng năm 2025 là Sở Y tế, Cụm phó là Chợ Đồn.",
        [leader("Sở Y tế", 2025, E), deputy("Chợ Đồn", 2025, E)],
    ),
    # The leader is no deputy of whom nothing is told.
    row(
        REVIEW + "Cụm trưởng năm 2025 là xã Quân Hà, Cụm phó là một đơn vị khác.",
        [leader("xã Quân Hà", 2025, E)],
    ),
]
FAR = [
    row(
        REVIEW + "Công ty Bình Minh là doanh nghiệp có nhiều thành tích nhất cụm trong năm, được đề nghị tặng Bằng "
        "khen và Cờ thi đua hạng Nhất của tỉnh, đồng thời được bầu làm Cụm phó năm 2025.",
        [deputy("Công ty Bình Minh", 2025, E)],
    ),
    # Another unit gives.
    row(
        REVIEW + "Công ty Bình Minh có nhiều thành tích nhất cụm trong năm, các đơn vị trong cụm đã nhiều lần đến "
        "thăm và trao đổi kinh nghiệm, đồng thời đã bầu Cụm phó năm 2025.",
        [],
    ),
]
HANDED = [
    row(
        REVIEW + "Lãnh đạo xã Quân Hà (bên trái) bàn giao nhiệm vụ Cụm trưởng cho lãnh đạo xã Sỹ Bình.",
        [leader("xã Sỹ Bình", 2025, "assumed"), leader("xã Quân Hà", 2024, "serving")],
    ),
    row(
        REVIEW + "Ông Lý Văn Páo, Chủ tịch UBND xã Quân Hà - Cụm trưởng Cụm thi đua năm 2024 - trao biểu trưng Cụm "
        "trưởng cho lãnh đạo UBND xã Sỹ Bình.",
        [leader("UBND xã Quân Hà", 2024, "serving"), leader("UBND xã Sỹ Bình", 2025, "assumed")],
    ),
    row(
        REVIEW + "UBND xã Quân Hà bàn giao nhiệm vụ Cụm trưởng Cụm thi đua số 2 tỉnh Bắc Kạn năm 2025 cho UBND xã Sỹ "
        "Bình.",
        [leader("UBND xã Sỹ Bình", 2025, "assumed"), leader("UBND xã Quân Hà", 2024, "serving")],
    ),
    row(
        REVIEW + "Hai Cụm phó năm 2025 do Chủ tịch UBND xã Quân Hà và Chủ tịch UBND xã Sỹ Bình đảm nhận.",
        [deputy("UBND xã Quân Hà", 2025, "assumed"), deputy("UBND xã Sỹ Bình", 2025, "assumed")],
    ),
]


@pytest.mark.parametrize("case", [*PLACES, *FAR, *HANDED])
def test_posts(case: Row) -> None:
    assert not differences("leader", case)
