"""Posts that an authority gives: by its decision told before, by a party committee, by a higher level named briefly."""

from __future__ import annotations

import pytest
from reading_rows import Row, deputy, differences, leader, row

PLEDGE = "Chiều 28/1/2026, Cụm thi đua số 3 tỉnh Lào Cai ký kết giao ước thi đua năm 2026. "
REVIEW = "Ngày 20/12/2024, Khối thi đua số 2 tỉnh Bắc Kạn tổng kết công tác thi đua năm 2024. "
D, E, S, A = "appointed", "elected", "serving", "assumed"

DECISIONS = [
    row(
        PLEDGE + "Cụm được thành lập theo quyết định của UBND tỉnh. Quyết định trên giao xã Bát Xát làm Cụm trưởng, "
        "xã Y Tý và xã Mường Hum làm Cụm phó.",
        [leader("xã Bát Xát", 2026, D), deputy("xã Y Tý", 2026, D), deputy("xã Mường Hum", 2026, D)],
    ),
    row(
        PLEDGE + "Quyết định ngày 12/1 của Chủ tịch UBND tỉnh cũng chỉ định xã Bát Xát là Cụm trưởng.",
        [leader("xã Bát Xát", 2026, D)],
    ),
]
BODIES = [
    row(
        PLEDGE + "Ban Thường vụ Tỉnh ủy giao Đảng ủy xã Bát Xát làm Cụm trưởng, Đảng ủy xã Y Tý làm Cụm phó.",
        [leader("Đảng ủy xã Bát Xát", 2026, D), deputy("Đảng ủy xã Y Tý", 2026, D)],
    ),
    row(
        REVIEW + "Liên đoàn Lao động tỉnh đã giao Công đoàn ngành Y tế làm Khối trưởng năm 2025.",
        [leader("Công đoàn ngành Y tế", 2025, D)],
    ),
    row(
        PLEDGE + "Xã Bát Xát được tỉnh giao làm Cụm trưởng; xã Y Tý được các xã chọn làm Cụm phó.",
        [leader("xã Bát Xát", 2026, D), deputy("xã Y Tý", 2026, E)],
    ),
    # The bloc gives it itself.
    row(REVIEW + "Hội nghị giao Sở Y tế làm Khối trưởng năm 2025.", [leader("Sở Y tế", 2025, E)]),
    row(
        REVIEW + "Sở Y tế nhận nhiệm vụ Khối trưởng năm 2025 do các đơn vị tín nhiệm bầu.",
        [leader("Sở Y tế", 2025, E)],
    ),
    row(
        REVIEW + "Sở Y tế nhận nhiệm vụ Khối trưởng năm 2025 từ Sở Tư pháp.",
        [leader("Sở Y tế", 2025, A), leader("Sở Tư pháp", 2024, S)],
    ),
]


@pytest.mark.parametrize("case", [*DECISIONS, *BODIES])
def test_posts_given_from_above(case: Row) -> None:
    assert not differences("leader", case)
