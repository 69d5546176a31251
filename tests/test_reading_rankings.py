"""Places and scores that a bloc gives to units."""

from __future__ import annotations

import pytest
from beyond_rows import MET, NO_BLOC, read, slots

SLOTS = ("agency", "position", "units", "score", "max_score", "year")
TOLD = [
    (
        "Sở Y tế xếp thứ nhất, Sở Tư pháp xếp thứ nhì, Sở Nội vụ xếp thứ ba.",
        [
            ("Sở Nội vụ", 3, None, None, None, 2022),
            ("Sở Tư pháp", 2, None, None, None, 2022),
            ("Sở Y tế", 1, None, None, None, 2022),
        ],
    ),
    (
        "Sở Tài chính xếp thứ 3/12, Thanh tra tỉnh xếp thứ 4.",
        [("Sở Tài chính", 3, 12, None, None, 2022), ("Thanh tra tỉnh", 4, None, None, None, 2022)],
    ),
    ("Sở Công Thương đạt 985 điểm, dẫn đầu khối.", [("Sở Công Thương", 1, None, 985.0, None, 2022)]),
    ("Theo kết quả chấm, Sở Xây dựng đạt 97,5/100 điểm.", [("Sở Xây dựng", None, None, 97.5, 100.0, 2022)]),
    (
        "Kết quả chấm điểm:\nSở Y tế: 991 điểm\nSở Tư pháp: 988,5 điểm",
        [("Sở Tư pháp", None, None, 988.5, None, 2022), ("Sở Y tế", None, None, 991.0, None, 2022)],
    ),
    (
        "- Nhất khối: Sở Nội vụ\n- Nhì khối: Sở Tài chính",
        [("Sở Nội vụ", 1, None, None, None, 2022), ("Sở Tài chính", 2, None, None, None, 2022)],
    ),
    (
        "TT   Đơn vị   Tự chấm   Khối chấm\n1   Sở Y tế   990   985\n2   Sở Tư pháp   982   980",
        [("Sở Tư pháp", 2, None, 980.0, None, 2022), ("Sở Y tế", 1, None, 985.0, None, 2022)],
    ),
    (
        "Hội nghị suy tôn Sở Y tế là đơn vị dẫn đầu, đề nghị UBND tỉnh tặng Cờ thi đua.",
        [("Sở Y tế", 1, None, None, None, 2022)],
    ),
    (
        "Sở Tư pháp và Sở Nội vụ đồng hạng Ba.",
        [("Sở Nội vụ", 3, None, None, None, 2022), ("Sở Tư pháp", 3, None, None, None, 2022)],
    ),
]


@pytest.mark.parametrize(("sentence", "wanted"), TOLD, ids=[row[0][:40] for row in TOLD])
def test_a_place_or_a_score(sentence: str, wanted: list[tuple[object, ...]]) -> None:
    assert slots(read(MET, sentence), "rankings", *SLOTS) == wanted


@pytest.mark.parametrize(
    "sentence",
    [
        "Sở Y tế được đề nghị tặng Cờ thi đua đơn vị dẫn đầu khối.",
        "Sở Y tế nhận 9/10 phiếu, Sở Tư pháp nhận 8/10 phiếu.",
        "Sở Y tế và Sở Tư pháp là hai đơn vị dẫn đầu, đề nghị tặng Cờ thi đua.",
        "Sở Công Thương giải tỏa 23 điểm chợ cóc, hội nghị có 8 điểm cầu.",
        "Đơn vị gửi báo cáo chậm bị trừ 20 điểm thi đua.",
        "Thứ Ba, 20/12, Sở Nội vụ mở lớp tập huấn.",
        "Năm 2021, Sở Y tế dẫn đầu khối.",
        "Khối phấn đấu có Sở Y tế xếp thứ nhất.",
        "Thu ngân sách của tỉnh đứng đầu cả nước, Sở Tài chính được khen.",
    ],
)
def test_what_is_no_place_in_the_bloc(sentence: str) -> None:
    assert read(MET, sentence).rankings == ()


def test_a_text_about_no_bloc_ranks_nobody() -> None:
    assert read(NO_BLOC, *(row[0] for row in TOLD)).rankings == ()
