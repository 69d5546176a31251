"""Named models and ways of working, and the units that have them."""

from __future__ import annotations

import pytest
from beyond_rows import MET, NO_BLOC, read, slots

TOLD = [
    (
        "Mô hình “Một cửa thân thiện” của Sở Tư pháp được nhân rộng.",
        [("mô hình", "Một cửa thân thiện", "Sở Tư pháp")],
    ),
    (
        "Sở Y tế xây dựng mô hình “Nụ cười người bệnh”.",
        [("mô hình", "Nụ cười người bệnh", "Sở Y tế")],
    ),
    (
        "Nhiều mô hình như “Tiếng loa biên giới”, “Bếp ấm vùng cao” được duy trì.",
        [("mô hình", "Bếp ấm vùng cao", None), ("mô hình", "Tiếng loa biên giới", None)],
    ),
    (
        "Các mô hình “Hẻm xanh”, “Chợ không rác” ở phường Nguyễn Trãi, phường Minh Khai được khen.",
        [
            ("mô hình", name, f"phường {place}")
            for name in ("Chợ không rác", "Hẻm xanh")
            for place in ("Minh Khai", "Nguyễn Trãi")
        ],
    ),
    (
        "Các mô hình mới được giới thiệu: Sở Tài chính với mô hình “Bảy ngày không giấy”; Sở Nội vụ: “Hồ sơ không hẹn”.",
        [("mô hình", "Bảy ngày không giấy", "Sở Tài chính"), ("mô hình", "Hồ sơ không hẹn", "Sở Nội vụ")],
    ),
    (
        "Sở Công Thương có sáng kiến “Chợ phiên trực tuyến”.",
        [("sáng kiến", "Chợ phiên trực tuyến", "Sở Công Thương")],
    ),
]


@pytest.mark.parametrize(("sentence", "wanted"), TOLD, ids=[row[0][:40] for row in TOLD])
def test_a_named_initiative(sentence: str, wanted: list[tuple[object, ...]]) -> None:
    assert slots(read(MET, sentence), "initiatives", "type", "name", "agency") == sorted(wanted, key=str)


@pytest.mark.parametrize(
    "sentence",
    [
        "Các xã hoạt động theo mô hình chính quyền địa phương 2 cấp.",
        "Toàn khối có 17 mô hình kinh tế và 62 sáng kiến được công nhận.",
        "Lãnh đạo Sở Nội vụ đề nghị Khối lựa chọn ít nhất một mô hình “Dân vận khéo” để nhân rộng.",
        "Khối tổ chức đoàn đi học tập mô hình “Nông trại số” ở tỉnh bạn.",
        "Nhiều cách làm hay, mô hình tự quản phát huy hiệu quả.",
        "Mô hình mới chưa nhiều, hội thi “Nhà nông đua tài” phải dời.",
    ],
)
def test_what_is_no_named_initiative(sentence: str) -> None:
    assert read(MET, sentence).initiatives == ()


def test_a_text_about_no_bloc_has_no_initiative() -> None:
    assert read(NO_BLOC, *(row[0] for row in TOLD)).initiatives == ()
