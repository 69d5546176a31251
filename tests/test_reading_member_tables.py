"""Members in tables and in annexes of decisions that divide units among blocs: rows of (text, members)."""

from __future__ import annotations

import pytest
from reading_rows import Row, differences, members, row

LEAD = (
    "Khối thi đua số 6 tổng kết năm 2024\n\nNgày 9/1/2025, Khối thi đua số 6 tổ chức tổng kết.\n\n"
    "Kết quả bình xét của Khối:\n\n"
)
SCORED = members("Sở Nội vụ", "Sở Xây dựng", "Hội Làm vườn", "Thanh tra tỉnh")
TABLES = [
    row(
        f"{LEAD}STT{mark}Đơn vị{mark}Tổng điểm{mark}Đề nghị khen thưởng\n1{mark}Sở Nội vụ{mark}991{mark}Cờ thi đua "
        f"của UBND tỉnh\n2{mark}Sở Xây dựng{mark}985,5{mark}Bằng khen của UBND tỉnh\n3{mark}Hội Làm vườn{mark}977\n"
        f"4{mark}Thanh tra tỉnh{mark}970{mark}Không xét\n\nKhối đã ký giao ước năm 2025.",
        SCORED,
    )
    for mark in ("\t", " | ", "     ", "\n")
] + [
    row(
        f"{LEAD}TT\tTên cơ quan\tXếp hạng\n1\tSở Nội vụ\tNhất\n2\tSở Xây dựng\tNhì\n3\tHội Làm vườn\tBa\n"
        "4\tThanh tra tỉnh\t4",
        SCORED,
    ),
    # Those put up for awards are not the bloc.
    row(
        f"{LEAD}TT\tĐơn vị\tĐề nghị khen thưởng\n1\tSở Nội vụ\tCờ thi đua\n2\tSở Xây dựng\tBằng khen\n"
        "3\tHội Làm vườn\tBằng khen",
        members(),
    ),
]


def _of(bloc: str, *agencies: str) -> list[dict[str, object]]:
    return [{**m, "bloc": bloc} for m in members(*agencies)]


FIRST, SECOND = "Khối thi đua số 1", "Khối thi đua số 2"
DIVIDED = "Chia khối thi đua của tỉnh\n\nUBND tỉnh vừa ban hành Quyết định số 31/QĐ-UBND về chia khối thi đua.\n\n"
BOTH = [
    *_of(FIRST, "Văn phòng UBND tỉnh", "Sở Nội vụ", "Sở Ngoại vụ"),
    *_of(SECOND, "Công an tỉnh", "Sở Tư pháp", "Thanh tra tỉnh"),
]
ANNEXES = [
    row(
        f"{DIVIDED}1. Khối thi đua số 1 có 03 đơn vị, bao gồm:\na) Văn phòng UBND tỉnh;\nb) Sở Nội vụ;\nc) Sở Ngoại vụ."
        "\n2. Khối thi đua số 2 có 03 đơn vị, bao gồm:\na) Công an tỉnh;\nb) Sở Tư pháp;\nc) Thanh tra tỉnh.",
        BOTH,
        blocs=[FIRST, SECOND],
    ),
    row(
        f"{DIVIDED}- Khối thi đua số 1 gồm 3 đơn vị: Văn phòng UBND tỉnh, Sở Nội vụ, Sở Ngoại vụ (Khối trưởng: Sở Nội "
        "vụ).\n- Khối thi đua số 2: Công an tỉnh, Sở Tư pháp, Thanh tra tỉnh; Khối trưởng: Công an tỉnh.",
        BOTH,
        blocs=[FIRST, SECOND],
    ),
    row(
        f"{DIVIDED}TT\tTên khối\tĐơn vị thành viên\n1\tKhối thi đua số 1\tVăn phòng UBND tỉnh, Sở Nội vụ, Sở Ngoại vụ\n"
        "2\tKhối thi đua số 2\tCông an tỉnh, Sở Tư pháp, Thanh tra tỉnh",
        BOTH,
        blocs=[FIRST, SECOND],
    ),
    row(
        f"{DIVIDED}I. KHỐI THI ĐUA SỐ 1 (3 đơn vị)\n1. Văn phòng UBND tỉnh\n2. Sở Nội vụ\n3. Sở Ngoại vụ\n"
        "II. KHỐI THI ĐUA SỐ 2 (3 đơn vị)\n1. Công an tỉnh\n2. Sở Tư pháp\n3. Thanh tra tỉnh",
        BOTH,
        blocs=[FIRST, SECOND],
    ),
]


@pytest.mark.parametrize("case", TABLES + ANNEXES)
def test_members_of_tables(case: Row) -> None:
    assert not differences("member", case)
