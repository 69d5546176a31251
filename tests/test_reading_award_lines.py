"""Awards over lines of names, by number alone, to units told by their people, and recognised: (text, expected awards)."""

from __future__ import annotations

import pytest
from reading_rows import Row, award, differences, row

YEN_BAI = "Ngày 15/01/2024, Khối thi đua số 5 tỉnh Yên Bái tổng kết năm 2023. "
TINH, CHU_TICH = "UBND tỉnh", "Chủ tịch UBND tỉnh"


def asked(title: str, who: str | int, grantor: str | None = TINH, kind: str = "agency") -> dict[str, object]:
    return award(title, who, grantor, year=2023, kind=kind)


def given(title: str, who: str | int, grantor: str | None = TINH, kind: str = "agency") -> dict[str, object]:
    return award(title, who, grantor, year=2023, status="conferred", kind=kind)


LINES = [
    row(
        "Chủ tịch UBND tỉnh Yên Bái ký Quyết định tặng Cờ thi đua của UBND tỉnh cho 03 tập thể dẫn đầu Khối thi đua số "
        "5 huyện Trấn Yên năm 2023, gồm:\n1. Cán bộ và nhân dân xã Nga Quán\n2. Trường Mầm non Hoa Sen\n3. Công an xã "
        "Minh Quán",
        [
            given("Cờ thi đua", ["xã Nga Quán"]),
            given("Cờ thi đua", "Trường Mầm non Hoa Sen"),
            given("Cờ thi đua", "Công an xã Minh Quán"),
        ],
    ),
    row(
        YEN_BAI + "Khối đề nghị Chủ tịch UBND tỉnh tặng Bằng khen cho 1 tập thể và 1 cá nhân:\n- Tập thể cán bộ, công "
        "chức Sở Tư pháp;\n- Bà Lò Thị Mây, Phó Giám đốc Sở Y tế.",
        [
            asked("Bằng khen", "Sở Tư pháp", CHU_TICH),
            asked("Bằng khen", "Lò Thị Mây", CHU_TICH, kind="person"),
        ],
    ),
    row(
        YEN_BAI
        + "Kết quả bình xét:\n* Cờ thi đua của UBND tỉnh: 01 tập thể\n- Sở Nội vụ\n* Bằng khen của UBND tỉnh: 02 "
        "tập thể\n- Sở Y tế\n- Sở Tư pháp",
        [
            asked("Cờ thi đua", "Sở Nội vụ"),
            asked("Bằng khen", "Sở Y tế"),
            asked("Bằng khen", "Sở Tư pháp"),
        ],
    ),
    row(
        YEN_BAI + "Danh sách đề nghị khen thưởng\n1. Cờ thi đua của UBND tỉnh\nSở Nội vụ\n2. Bằng khen của UBND tỉnh\n"
        "Sở Y tế\nSở Tư pháp",
        [
            asked("Cờ thi đua", "Sở Nội vụ"),
            asked("Bằng khen", "Sở Y tế"),
            asked("Bằng khen", "Sở Tư pháp"),
        ],
    ),
    row(  # the lines name those who lead, not those who get the flag
        YEN_BAI + "UBND tỉnh tặng Cờ thi đua cho 2 đơn vị. Năm 2024, lãnh đạo Khối gồm:\n- Sở Y tế: Khối trưởng\n"
        "- Sở Tư pháp: Khối phó",
        [given("Cờ thi đua", 2)],
    ),
    row(  # three lines are not the two that are counted
        YEN_BAI + "Khối đề nghị UBND tỉnh tặng Cờ thi đua cho 2 đơn vị. Thành viên của Khối:\n- Sở Y tế\n- Sở Tư pháp\n"
        "- Sở Nội vụ",
        [asked("Cờ thi đua", 2)],
    ),
]

PEOPLE = [
    row(
        YEN_BAI + "Khối đề nghị UBND tỉnh tặng Cờ thi đua cho tập thể cán bộ, viên chức Sở Y tế, cán bộ và chiến sĩ "
        "Công an tỉnh.",
        [asked("Cờ thi đua", "Sở Y tế"), asked("Cờ thi đua", "Công an tỉnh")],
    ),
    row(
        YEN_BAI + "Giám đốc Sở Nội vụ tặng Giấy khen cho 12 cán bộ, công chức Sở Y tế.",
        [given("Giấy khen", 12, "Giám đốc Sở Nội vụ", kind="person")],
    ),
]

NUMBERS = [
    row(
        YEN_BAI + "Khối thống nhất đề xuất: cờ thi đua của UBND tỉnh 1 đơn vị, bằng khen của Chủ tịch UBND tỉnh 03 đơn "
        "vị và 02 cá nhân.",
        [
            asked("Cờ thi đua", 1),
            asked("Bằng khen", 3, CHU_TICH),
            asked("Bằng khen", 2, CHU_TICH, kind="person"),
        ],
    ),
    row(
        YEN_BAI + "Sở Y tế được tặng Bằng khen của UBND tỉnh, 3 đơn vị chưa nộp hồ sơ.",
        [given("Bằng khen", "Sở Y tế")],
    ),
]

RECOGNISED = [
    row(
        YEN_BAI + "Khối đề nghị UBND tỉnh công nhận Sở Y tế và Sở Tư pháp đạt danh hiệu “Tập thể lao động xuất sắc”; "
        "đề nghị Bộ trưởng Bộ Nội vụ công nhận Sở Nội vụ là Tập thể lao động xuất sắc.",
        [
            asked("Tập thể lao động xuất sắc", "Sở Y tế"),
            asked("Tập thể lao động xuất sắc", "Sở Tư pháp"),
            asked("Tập thể lao động xuất sắc", "Sở Nội vụ", "Bộ trưởng Bộ Nội vụ"),
        ],
    ),
]

HANDED_OVER = [
    row(
        YEN_BAI + "Trao Cờ thi đua của UBND tỉnh cho Sở Y tế - đơn vị dẫn đầu Khối là ông Hà Văn Tụy, Phó Chủ tịch "
        "UBND tỉnh.",
        [given("Cờ thi đua", "Sở Y tế")],
    ),
]

PLACES = [
    row(
        YEN_BAI + "Sở Y tế được 98 điểm, vị thứ nhất; Sở Tư pháp vị thứ nhì, vị thứ ba là đơn vị Sở Nội vụ.",
        [
            award("Đơn vị dẫn đầu", "Sở Y tế", year=2023, status="voted"),
            award("Hạng Nhì", "Sở Tư pháp", year=2023, status="voted"),
            award("Hạng Ba", "Sở Nội vụ", year=2023, status="voted"),
        ],
    ),
]


UNKNOWN = [
    row(
        YEN_BAI + "Khối đề xuất UBND tỉnh tặng “Cờ thi đua xuất sắc” cho Ga Mậu A, Sở Y tế và Nhà khách Hào Gia.",
        [asked("Cờ thi đua", unit) for unit in ("Ga Mậu A", "Sở Y tế", "Nhà khách Hào Gia")],
    ),
    row(
        YEN_BAI + "Nhà khách Hào Gia được đề nghị UBND tỉnh tặng Cờ thi đua.",
        [asked("Cờ thi đua", "Nhà khách Hào Gia")],
    ),
    row(
        YEN_BAI
        + "Khối đề nghị UBND tỉnh tặng Cờ thi đua cho Sở Y tế, Ga Mậu A và Nhà khách Hào Gia; tặng Bằng khen cho "
        "Sở Nội vụ, Thành phố Yên Bái.",
        [
            *(asked("Cờ thi đua", unit) for unit in ("Sở Y tế", "Ga Mậu A", "Nhà khách Hào Gia")),
            asked("Bằng khen", "Sở Nội vụ"),
        ],
        maybe=[asked("Bằng khen", "thành phố Yên Bái")],
    ),
    row(YEN_BAI + "Hội nghị đã trao Giấy khen cho Các tập thể tiêu biểu, Các cá nhân xuất sắc.", []),
    row(YEN_BAI + "Nhiều đơn vị ở Nghĩa Lộ được tặng Bằng khen của UBND tỉnh.", []),
    row(YEN_BAI + "Phó Chủ tịch tỉnh trao Bằng khen cho Mẹ Việt Nam anh hùng Nguyễn Thị Sáu.", []),
]

BRACKETS = [
    row(
        YEN_BAI
        + "Khối đề nghị UBND tỉnh tặng Bằng khen cho các đơn vị: Sở Y tế (đơn vị Khối phó năm 2023); Sở Nội vụ.",
        [asked("Bằng khen", "Sở Y tế"), asked("Bằng khen", "Sở Nội vụ")],
    ),
]

PLEDGED = "Ngày 20/02/2024, Khối thi đua số 5 tỉnh Yên Bái ký kết giao ước thi đua năm 2024.\n\n"
YEARS = [
    row(
        PLEDGED
        + "Năm 2023, việc nào cũng xong. Nhờ đó, 4 đơn vị được UBND tỉnh tặng Bằng khen, trong đó 1 đơn vị được "
        "tặng cờ.",
        [given("Bằng khen", 4), given("Cờ thi đua", 1)],
    ),
    row(
        PLEDGED + "Khối đề nghị UBND tỉnh tặng Cờ thi đua năm 2023 cho Sở Y tế và đề nghị UBND tỉnh tặng Bằng khen cho "
        "Sở Nội vụ, Sở Tư pháp.",
        [asked("Cờ thi đua", "Sở Y tế"), asked("Bằng khen", "Sở Nội vụ"), asked("Bằng khen", "Sở Tư pháp")],
    ),
]


@pytest.mark.parametrize(
    "case", LINES + PEOPLE + NUMBERS + RECOGNISED + HANDED_OVER + PLACES + UNKNOWN + BRACKETS + YEARS
)
def test_awards(case: Row) -> None:
    assert differences("award", case) == []
