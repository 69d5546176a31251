"""Documents that reports cite, and what rests on them."""

from __future__ import annotations

import pytest
from beyond_rows import MET, NO_BLOC, read, slots

CITED = [
    (
        "Khối được thành lập theo Quyết định số 1520/QĐ-UBND ngày 03/8/2021 của UBND tỉnh về việc chia khối thi đua.",
        ("Quyết định", "1520/QĐ-UBND", "2021-08-03", "UBND tỉnh", "chia khối thi đua"),
    ),
    (
        "Các đơn vị quán triệt Nghị định số 98/2023/NĐ-CP của Chính phủ.",
        ("Nghị định", "98/2023/NĐ-CP", None, "Chính phủ", None),
    ),
    (
        "Ngày 15/3/2022, Chủ tịch UBND tỉnh đã ký Quyết định số 402/QĐ-UBND.",
        ("Quyết định", "402/QĐ-UBND", "2022-03-15", "Chủ tịch UBND tỉnh", None),
    ),
    (
        "Khối thực hiện Kế hoạch số 77/KH-UBND ngày 12 tháng 4 năm 2022 của UBND tỉnh.",
        ("Kế hoạch", "77/KH-UBND", "2022-04-12", "UBND tỉnh", None),
    ),
    ("Các sở triển khai Chỉ thị 05, làm tốt công tác cán bộ.", ("Chỉ thị", "05", None, None, None)),
    (
        "Nhiều ý kiến bàn về Luật Thi đua, Khen thưởng năm 2022.",
        ("Luật", None, None, None, "Thi đua, Khen thưởng"),
    ),
    (
        "Khối làm việc theo Quyết định của Chủ tịch UBND tỉnh về tổ chức các cụm, khối thi đua.",
        ("Quyết định", None, None, "Chủ tịch UBND tỉnh", "tổ chức các cụm, khối thi đua"),
    ),
    (
        "Việc chấm điểm theo Hướng dẫn số 21/HD-SNV ngày 04/5/2022 của Sở Nội vụ.",
        ("Hướng dẫn", "21/HD-SNV", "2022-05-04", "Sở Nội vụ", None),
    ),
    (
        "Kết luận số 14-KL/TW của Bộ Chính trị được phổ biến đến từng đơn vị.",
        ("Kết luận", "14-KL/TW", None, "Bộ Chính trị", None),
    ),
]


@pytest.mark.parametrize(("sentence", "wanted"), CITED, ids=[sentence[:40] for sentence, _ in CITED])
def test_a_document_with_its_day_issuer_and_subject(sentence: str, wanted: tuple[str | None, ...]) -> None:
    assert slots(read(MET, sentence), "documents", "type", "number", "date", "issuer", "subject") == [wanted]


@pytest.mark.parametrize(
    "sentence",
    [
        "Các đơn vị chờ quyết định của cấp trên.",
        "Hội nghị góp ý dự thảo Kế hoạch hoạt động của Khối.",
        "Thu ngân sách vượt kế hoạch 12%, thấp hơn kế hoạch 0,5% so với cùng kỳ.",
        "Các đơn vị thực hiện tốt Chương trình 135 và Nghị quyết đại hội đảng bộ các cấp.",
        "Hội Luật gia và Đoàn Luật sư cùng tham dự.",
        "Sở Nội vụ hướng dẫn 9 đơn vị hoàn thiện hồ sơ.",
        "Phòng Kế hoạch 2 và Ban Quyết định hỗ trợ đều vắng.",
    ],
)
def test_what_is_no_document(sentence: str) -> None:
    assert read(MET, sentence).documents == ()


def test_a_document_is_told_once() -> None:
    record = read(
        MET,
        "Theo Quyết định số 1520/QĐ-UBND của UBND tỉnh, Khối có 9 đơn vị.",
        "Quyết định 1520/QĐ-UBND ký ngày 03/8/2021.",
    )
    assert slots(record, "documents", "number", "issuer") == [("1520/QĐ-UBND", "UBND tỉnh")]


def test_what_rests_on_a_decision() -> None:
    record = read(
        MET,
        "Theo Quyết định số 88/QĐ-UBND ngày 05/01/2023, Sở Y tế được tặng Cờ thi đua của UBND tỉnh.",
        "Hội nghị bầu Sở Tư pháp làm Trưởng khối năm 2023.",
    )
    [document] = record.documents
    assert [(b.kind, b.what, b.who) for b in document.behind] == [("award", "Cờ thi đua", "Sở Y tế")]
    assert record.from_dict(record.to_dict()).documents == (document,)


def test_a_decision_that_names_the_leader() -> None:
    record = read(
        MET,
        "Ngày 10/01/2023, Chủ tịch UBND tỉnh ký Quyết định số 31/QĐ-UBND giao Sở Công Thương làm Trưởng khối năm 2023.",
    )
    [document] = record.documents
    assert [(b.kind, b.what, b.who, b.year) for b in document.behind] == [("leader", "leader", "Sở Công Thương", 2023)]


def test_a_text_about_no_bloc_cites_nothing() -> None:
    record = read(NO_BLOC, *(sentence for sentence, _ in CITED))
    assert list(record.facts()) == []
