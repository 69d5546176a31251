"""Awards and places in tables and lettered lists whose rows are lines: rows of (text, expected awards)."""

from __future__ import annotations

from typing import Any

import pytest
from reading_rows import Row, award, differences, row

LAO_CAI = "Ngày 10/01/2024, Khối thi đua các sở, ngành kinh tế tỉnh Lào Cai tổng kết năm 2023. "
TINH = "UBND tỉnh"
FLAG, PRAISE = "Cờ thi đua", "Bằng khen"


def place(rank: str, unit: str) -> dict[str, Any]:
    return award(rank, unit, year=2023, status="voted")


def titled(title: str, unit: str, grantor: str = TINH, status: str = "proposed") -> dict[str, Any]:
    return award(title, unit, grantor, year=2023, status=status)


TABLES = [
    row(
        LAO_CAI
        + "Kết quả chấm điểm:\nSTT\tĐơn vị\tTổng điểm\tĐề nghị khen thưởng\n1\tSở Tài chính\t985\tCờ thi đua của "
        "UBND tỉnh\n2\tSở Công Thương\t980\tBằng khen của UBND tỉnh\n3\tSở Xây dựng\t975",
        [titled(FLAG, "Sở Tài chính"), titled(PRAISE, "Sở Công Thương")],
    ),
    row(  # the title stands in the place's stead
        LAO_CAI + "Kết quả bình xét:\nTT | Tên đơn vị | Xếp hạng | Hình thức khen thưởng\n1 | Sở Tài chính | Nhất | Cờ "
        "thi đua của UBND tỉnh\n2 | Sở Công Thương | Nhì | Bằng khen của UBND tỉnh\n3 | Sở Xây dựng | Ba |",
        [
            titled(FLAG, "Sở Tài chính"),
            titled(PRAISE, "Sở Công Thương"),
            place("Hạng Ba", "Sở Xây dựng"),
        ],
    ),
    row(
        LAO_CAI + "Kết quả chấm điểm:\nTT    Đơn vị    Điểm    Xếp thứ\n1    Sở Tài chính    985    1\n2    Sở Công "
        "Thương    980    2\n3    Sở Xây dựng    975    3\n4    Sở Nội vụ    960    4",
        [place("Đơn vị dẫn đầu", "Sở Tài chính"), place("Hạng Nhì", "Sở Công Thương"), place("Hạng Ba", "Sở Xây dựng")],
    ),
    row(
        LAO_CAI + "Kết quả chấm điểm:\nXếp hạng\tĐơn vị\tĐiểm\nII\tSở Công Thương\t980\nI\tSở Tài chính\t985",
        [place("Đơn vị dẫn đầu", "Sở Tài chính"), place("Hạng Nhì", "Sở Công Thương")],
    ),
    row(
        LAO_CAI
        + "Các đơn vị được khen thưởng năm 2023:\n| TT | Tập thể | Hình thức khen thưởng |\n| 1 | Sở Tài chính | "
        "Cờ thi đua của Chính phủ |\n| 2 | Sở Công Thương | Cờ thi đua của UBND tỉnh, Bằng khen của Bộ Công Thương |",
        [
            titled(FLAG, "Sở Tài chính", "Chính phủ", "conferred"),
            titled(FLAG, "Sở Công Thương", TINH, "conferred"),
            titled(PRAISE, "Sở Công Thương", "Bộ Công Thương", "conferred"),
        ],
    ),
    row(  # lettered headings over lines
        LAO_CAI + "Kết quả bình xét như sau:\na) Cờ thi đua của Chính phủ:\n- Sở Tài chính\nb) Cờ thi đua của UBND "
        "tỉnh:\n- Sở Công Thương\n- Sở Xây dựng\nc) Bằng khen của UBND tỉnh: Sở Nội vụ",
        [
            titled(FLAG, "Sở Tài chính", "Chính phủ"),
            titled(FLAG, "Sở Công Thương"),
            titled(FLAG, "Sở Xây dựng"),
            titled(PRAISE, "Sở Nội vụ"),
        ],
    ),
    row(
        LAO_CAI + "Kết quả bình xét như sau:\nI/ Cờ thi đua của UBND tỉnh\n1. Sở Công Thương\n2. Sở Xây dựng\nII/ "
        "Bằng khen của UBND tỉnh\n1. Sở Nội vụ\n2. Sở Y tế",
        [
            titled(FLAG, "Sở Công Thương"),
            titled(FLAG, "Sở Xây dựng"),
            titled(PRAISE, "Sở Nội vụ"),
            titled(PRAISE, "Sở Y tế"),
        ],
    ),
    *(
        row(LAO_CAI + told, [place("Đơn vị dẫn đầu", "Sở Tài chính"), place("Hạng Nhì", "Sở Công Thương")])
        for told in (
            "Sở Tài chính: Nhất; Sở Công Thương: Nhì.",
            "Kết quả: Sở Tài chính - Nhất khối, Sở Công Thương - Nhì khối.",
            "Kết quả:\n1. Sở Tài chính: Nhất\n2. Sở Công Thương: Nhì",
            "Kết quả:\n- Sở Tài chính (98,5 điểm): Nhất\n- Sở Công Thương (97 điểm): Nhì",
            "Kết quả: Sở Tài chính 98,5 điểm (Nhất), Sở Công Thương 97 điểm (Nhì).",
        )
    ),
    row(LAO_CAI + "Kết quả giải bóng đá của khối: Sở Tài chính: Nhất, Sở Công Thương: Nhì.", []),
    row(LAO_CAI + "Ý kiến của Sở Tài chính: Nhất trí với báo cáo; Sở Công Thương: hai ý kiến.", []),
    row(LAO_CAI + "Danh sách thành viên:\nSTT | Đơn vị | Địa chỉ\n1 | Sở Tài chính | Nhất Hòa", []),
    row(LAO_CAI + "Kết quả hội thao:\nSTT | Đơn vị | Xếp hạng\n1 | Sở Tài chính | Nhất\n2 | Sở Y tế | Nhì", []),
    row(LAO_CAI + "Kết quả:\nSTT | Đơn vị | Xếp loại\n1 | Sở Tài chính | Xuất sắc\n2 | Sở Y tế | Tốt", []),
    row(LAO_CAI + "Mục tiêu năm 2024:\nSTT | Đơn vị | Danh hiệu\n1 | Sở Tài chính | Cờ thi đua của UBND tỉnh", []),
    row(LAO_CAI + "Kết quả:\nSTT | Đơn vị | Xếp hạng chỉ số cải cách hành chính\n1 | Sở Tài chính | 1", []),
]


@pytest.mark.parametrize("case", TABLES, ids=lambda case: case.text[-60:])
def test_tables(case: Row) -> None:
    assert differences("award", case) == []
