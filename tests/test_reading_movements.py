"""Named movements, themes, mottos and slogans, with the year that they are for."""

from __future__ import annotations

import pytest
from beyond_rows import HALF_YEAR, MET, NO_BLOC, PLEDGED, read, slots

SLOTS = ("type", "name", "year", "period")
TOLD = [
    (
        MET,
        "Phong trào thi đua “Mỗi ngày một việc tốt” được hưởng ứng rộng rãi.",
        [("phong trào", "Mỗi ngày một việc tốt", 2022, "reviewed")],
    ),
    (
        MET,
        'Các phong trào "Dân vận khéo", "Bản làng không rác" đi vào nền nếp.',
        [("phong trào", "Bản làng không rác", 2022, "reviewed"), ("phong trào", "Dân vận khéo", 2022, "reviewed")],
    ),
    (
        MET,
        "Phong trào giúp bản vùng cao, làm đường, “Thứ bảy xuống bản” thu hút đông người.",
        [("phong trào", "Thứ bảy xuống bản", 2022, "reviewed")],
    ),
    (
        MET,
        "Năm 2023, Khối thi đua với chủ đề “Kỷ cương, hiệu quả”.",
        [("chủ đề", "Kỷ cương, hiệu quả", 2023, "coming")],
    ),
    (
        MET,
        "Trong thời gian tới, các đơn vị thực hiện phương châm “Rõ người, rõ việc”.",
        [("phương châm", "Rõ người, rõ việc", 2023, "coming")],
    ),
    (
        MET,
        "“Gần dân, hiểu dân” là khẩu hiệu mà Khối đã chọn.",
        [("khẩu hiệu", "Gần dân, hiểu dân", 2022, "reviewed")],
    ),
    (
        MET,
        "Lực lượng vũ trang đẩy mạnh phong trào Thi đua Quyết thắng năm 2022.",
        [("phong trào", "Thi đua Quyết thắng", 2022, "reviewed")],
    ),
    (
        MET,
        "Phong trào thi đua “Vì ANTQ” đạt nhiều kết quả.",
        [("phong trào", "Vì an ninh Tổ quốc", 2022, "reviewed")],
    ),
    (
        PLEDGED,
        "Các đơn vị hưởng ứng cuộc vận động “Người Việt Nam ưu tiên dùng hàng Việt Nam”.",
        [("cuộc vận động", "Người Việt Nam ưu tiên dùng hàng Việt Nam", 2023, "coming")],
    ),
    (
        HALF_YEAR,
        "6 tháng cuối năm, Khối phấn đấu làm tốt phong trào “Ngày không hẹn”.",
        [("phong trào", "Ngày không hẹn", 2022, "coming")],
    ),
]


@pytest.mark.parametrize(("opening", "sentence", "wanted"), TOLD, ids=[row[1][:40] for row in TOLD])
def test_a_named_movement(opening: str, sentence: str, wanted: list[tuple[object, ...]]) -> None:
    assert slots(read(opening, sentence), "movements", *SLOTS) == sorted(wanted, key=str)


@pytest.mark.parametrize(
    "sentence",
    [
        "Phong trào thi đua yêu nước phát triển đều khắp.",
        "Các đơn vị tham gia phong trào xây dựng nông thôn mới, chương trình “Xuân yêu thương”.",
        "Khối vận động Quỹ “Vì người nghèo” và trao 12 “Mái ấm tình thương”.",
        "Trong phong trào chung, các trường dạy học theo tinh thần “bình thường mới”.",
        "Phong trào văn nghệ sôi nổi, hội thi “Giai điệu quê hương” có 9 đội.",
        "Các sở bám sát chủ đề của tỉnh về chuyển đổi số.",
    ],
)
def test_what_has_no_name_of_a_movement(sentence: str) -> None:
    assert read(MET, sentence).movements == ()


def test_a_movement_is_told_once() -> None:
    sentence = "Phong trào thi đua “Dân vận khéo” năm 2022 có nhiều gương tốt."
    assert slots(read(MET, sentence, sentence), "movements", *SLOTS) == [
        ("phong trào", "Dân vận khéo", 2022, "reviewed")
    ]


def test_a_text_about_no_bloc_has_no_movement() -> None:
    assert read(NO_BLOC, *(row[1].replace("Khối", "Trường") for row in TOLD)).movements == ()
