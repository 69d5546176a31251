"""What a careful reader sees in the record as a whole: rows of (text, the problems that it gives, and their words)."""

from __future__ import annotations

from dataclasses import replace

import pytest
from reading_rows import Row, award, differences, leader, meeting, read, row

from pipeline.frames.sense_leaders import check_leaders
from pipeline.record import Leader

CA_MAU = "Ngày 12/01/2023, Khối thi đua số 5 tỉnh Cà Mau tổng kết công tác thi đua, khen thưởng năm 2022. "
PLAIN = "Khối thi đua số 5 tỉnh Cà Mau tổng kết công tác thi đua, khen thưởng năm 2022. "
COUNT, SHORT, FEWER = "count-contradicts-list", "list-cut-short", "count-contradicts-awards"
NO_DAY, LATE, AHEAD, ODD = (
    "date-impossible",
    "date-after-publication",
    "year-after-publication",
    "date-contradicts-year",
)
TWO, BOTH, TERM = "two-leaders", "leader-is-deputy", "term-contradicts-year"
OUTSIDE, REFUSED, ITSELF = "not-a-member", "award-though-declined", "award-to-grantor"
ELSEWHERE = "other-bloc"
LISTED = "Sở Nội vụ, Sở Y tế, Sở Xây dựng, Thanh tra tỉnh"

Told = list[tuple[str, str]]

COUNTS: list[tuple[str, Told]] = [
    (CA_MAU + f"Khối gồm 5 đơn vị: {LISTED}.", [(COUNT, "5 đơn vị")]),
    (CA_MAU + f"Khối gồm 03 đơn vị thành viên: {LISTED}.", [(COUNT, "03 đơn vị")]),
    (CA_MAU + f"Khối thi đua số 5 có sáu thành viên là {LISTED}.", [(COUNT, "sáu thành viên")]),
    (CA_MAU + f"Dự hội nghị có đại diện 7 cơ quan trong Khối ({LISTED}).", [(COUNT, "7 cơ quan")]),
    (
        CA_MAU + "Khối gồm 4 đơn vị:\n- Sở Nội vụ\n- Sở Y tế\n- Sở Xây dựng\n\nHội nghị thành công.",
        [(COUNT, "4 đơn vị")],
    ),
    # What follows the last name looks like another one that was not understood.
    (CA_MAU + f"Khối gồm 5 đơn vị: {LISTED}, Hãng xe chở khách 2/9 của ông Tư.", [(SHORT, "5 đơn vị")]),
    # The count is right.
    (CA_MAU + f"Khối gồm 4 đơn vị: {LISTED}.", []),
    (CA_MAU + f"Khối gồm bốn đơn vị: {LISTED}.", []),
    (CA_MAU + "Khối gồm 2 đơn vị: Sở Văn hóa, Thể thao và Du lịch, Sở Y tế.", []),
    (CA_MAU + "Khối gồm 3 đơn vị: các sở Y tế, Nội vụ, Xây dựng.", []),
    # The list says itself that it is not full, or goes on in counts.
    (CA_MAU + f"Khối gồm 12 đơn vị: {LISTED}…", []),
    (CA_MAU + f"Khối gồm 12 đơn vị: {LISTED}, v.v.", []),
    (CA_MAU + f"Khối gồm 12 đơn vị: {LISTED} và 8 trường học.", []),
    (CA_MAU + f"Khối gồm 12 đơn vị: {LISTED} và các hội đặc thù.", []),
    # Not the count of the list.
    (CA_MAU + f"Khối gồm hơn 10 đơn vị, trong đó có {LISTED}.", []),
    (CA_MAU + f"Có 2 đơn vị vắng mặt. Khối gồm {LISTED}.", []),
    (CA_MAU + f"Năm qua, 3 đơn vị được khen; Khối gồm {LISTED}.", []),
    # The leader stands before the count's list and is the one that lacks.
    (CA_MAU + f"Khối có 5 đơn vị, Sở Tài chính làm Trưởng khối, các thành viên khác là {LISTED}.", []),
    # Two bodies that work as one.
    (
        CA_MAU + "Khối gồm 3 đơn vị: Ban Dân vận Huyện ủy, Ủy ban Kiểm tra Huyện ủy - Thanh tra huyện, Hội Nông dân.",
        [],
    ),
]

AWARD_COUNTS: list[tuple[str, Told]] = [
    (
        CA_MAU + "Khối đề nghị UBND tỉnh tặng 02 Cờ thi đua cho Sở Nội vụ, Sở Y tế và Sở Xây dựng.",
        [(FEWER, "02 Cờ thi đua")],
    ),
    (
        CA_MAU + "Hội nghị đề nghị UBND tỉnh tặng Bằng khen cho 03 đơn vị: Sở Nội vụ, Sở Y tế.",
        [(FEWER, "03 đơn vị")],
    ),
    (CA_MAU + "Khối đề nghị UBND tỉnh tặng 03 Cờ thi đua cho Sở Nội vụ, Sở Y tế và Sở Xây dựng.", []),
    (CA_MAU + "Khối đề nghị UBND tỉnh tặng Bằng khen cho 2 đơn vị: Sở Nội vụ, Sở Y tế.", []),
    (CA_MAU + "Khối đề nghị UBND tỉnh tặng Bằng khen cho 6 tập thể, trong đó có Sở Nội vụ và Sở Y tế.", []),
    (CA_MAU + "Năm 2022, UBND tỉnh tặng Bằng khen cho Sở Nội vụ, Sở Y tế.", []),
]

# (text, day of the page, problems)
DAYS: list[tuple[str, str | None, Told]] = [
    ("Ngày 31/02/2023, " + PLAIN, None, [(NO_DAY, "31/02/2023")]),
    ("Sáng 30/2, " + PLAIN, None, [(NO_DAY, "30/2")]),
    ("Ngày 31 tháng 11 năm 2022, " + PLAIN, None, [(NO_DAY, "31 tháng 11 năm 2022")]),
    ("Sáng 29/02/2023, " + PLAIN, None, [(NO_DAY, "29/02/2023")]),
    ("Ngày 12/13/2022, " + PLAIN, None, [(NO_DAY, "12/13/2022")]),
    ("Sáng 29/02/2024, Khối thi đua số 5 tỉnh Cà Mau tổng kết năm 2023.", None, []),
    (CA_MAU + "Thực hiện Công văn số 31/02/2022 và Nghị quyết 45/13/2022/QH, tỷ lệ đạt 30/31 xã.", None, []),
    (CA_MAU + "Có 31/32 đơn vị nộp báo cáo; điểm đạt 99.5; IP 10.31.2022.", None, []),
    # Told before it was held, by months.
    ("Ngày 12/05/2023, " + PLAIN, "2023-01-14", [(LATE, "12/05/2023")]),
    ("Ngày 12/01/2024, " + PLAIN, "2023-01-14", [(LATE, "12/01/2024")]),
    (CA_MAU, "2023-01-14", []),
    (CA_MAU, "2023-01-05", []),
    # At odds with the year under review.
    ("Ngày 12/01/2022, " + PLAIN, "2022-01-14", [(ODD, "12/01/2022")]),
    ("Ngày 12/01/2023, " + PLAIN.replace("2022", "2025"), None, [(ODD, "12/01/2023")]),
    ("Ngày 12/01/2023, " + PLAIN.replace("2022", "2020"), None, [(ODD, "12/01/2023")]),
    ("Khối thi đua số 5 tỉnh Cà Mau tổng kết năm 2023.", "2023-01-20", [(AHEAD, "năm 2023")]),
    ("Ngày 25/11/2022, " + PLAIN, "2022-11-26", []),
    ("Ngày 25/5/2022, Cụm thi đua số 2 các trường THPT tỉnh Cà Mau tổng kết năm học 2021-2022.", None, []),
    ("Ngày 08/7/2022, Khối thi đua số 5 tỉnh Cà Mau sơ kết công tác thi đua 6 tháng đầu năm 2022.", None, []),
    ("Ngày 20/12/2022, Khối thi đua số 5 tỉnh Cà Mau ký kết giao ước thi đua năm 2023.", "2022-12-21", []),
]

LEADERS: list[tuple[str, Told]] = [
    (
        CA_MAU + "Hội nghị bầu Sở Nội vụ làm Trưởng khối năm 2023. Sở Y tế được bầu làm Trưởng khối năm 2023.",
        [(TWO, "Sở Y tế")],
    ),
    (
        CA_MAU + "Hội nghị bầu Sở Nội vụ làm Trưởng khối năm 2023. Hội nghị bầu Sở Nội vụ làm Phó khối năm 2023.",
        [(BOTH, "Sở Nội vụ")],
    ),
    (CA_MAU + "Hội nghị bầu Sở Nội vụ làm Trưởng khối năm 2020.", [(TERM, "Sở Nội vụ")]),
    (CA_MAU + "Hội nghị bầu Sở Nội vụ làm Trưởng khối năm 2032.", [(TERM, "Sở Nội vụ")]),
    (CA_MAU + "Hội nghị bầu Sở Nội vụ làm Trưởng khối, Sở Y tế làm Phó khối năm 2023.", []),
    (CA_MAU + "Hội nghị bầu Sở Nội vụ làm Trưởng khối, Sở Y tế và Sở Xây dựng làm Phó khối năm 2023.", []),
    (CA_MAU + "Sở Y tế (Trưởng khối năm 2022) bàn giao nhiệm vụ Trưởng khối năm 2023 cho Sở Nội vụ.", []),
    (CA_MAU + "Sở Y tế là Phó khối năm 2022, được bầu làm Trưởng khối năm 2023.", []),
    (CA_MAU + "Hội nghị bầu KBNN tỉnh Cà Mau làm Trưởng khối năm 2023. KBNN Cà Mau là Trưởng khối năm 2023.", []),
    (
        CA_MAU + f"Khối gồm 4 đơn vị: {LISTED}. Hội nghị bầu Sở Nội vụ làm Trưởng khối, Sở Du lịch làm Phó khối.",
        [(OUTSIDE, "Sở Du lịch")],
    ),
    (
        CA_MAU + f"Khối gồm 4 đơn vị: {LISTED}. Hội nghị bầu Sở Nội vụ làm Trưởng khối, Thanh tra làm Phó khối.",
        [],
    ),
    (CA_MAU + f"Sở Du lịch làm Trưởng khối, phối hợp với 4 đơn vị thành viên là {LISTED}.", []),
]

AWARDS: list[tuple[str, Told]] = [
    (
        CA_MAU
        + "Khối đề nghị UBND tỉnh tặng Cờ thi đua cho Sở Nội vụ và Sở Y tế. Sở Y tế xin rút không nhận Cờ thi đua.",
        [(REFUSED, "Sở Y tế")],
    ),
    (
        CA_MAU + "Khối đề nghị UBND tỉnh tặng Bằng khen cho Sở Y tế. Sở Y tế xin rút không nhận Cờ thi đua.",
        [],
    ),
    (
        CA_MAU.replace("tỉnh Cà Mau", "huyện Đức Cơ") + "Khối đề nghị UBND huyện tặng Giấy khen cho UBND huyện và "
        "Phòng Nội vụ.",
        [(ITSELF, "UBND huyện")],
    ),
    (CA_MAU + "Khối đề nghị UBND tỉnh tặng Cờ thi đua cho Sở Nội vụ. Sở Y tế xin rút không nhận Cờ thi đua.", []),
]

TWO_BLOCS = (
    "Ngày 12/01/2023, Khối thi đua số 5 và Khối thi đua số 6 tỉnh Cà Mau tổng kết năm 2022. Khối thi đua số 5 gồm: Sở "
    "Nội vụ, Sở Y tế, Sở Tư pháp. Khối thi đua số 6 gồm: Sở Xây dựng, Sở Tài chính, Sở Du lịch. "
)
BLOCS: list[tuple[str, Told]] = [
    (TWO_BLOCS + "Khối thi đua số 6 bầu Sở Nội vụ làm Trưởng khối năm 2023.", [(ELSEWHERE, "Sở Nội vụ")]),
    (TWO_BLOCS + "Hội nghị bầu Sở Nội vụ làm Trưởng khối năm 2023.", [(ELSEWHERE, "Sở Nội vụ")]),
    (TWO_BLOCS + "Khối thi đua số 5 bầu Sở Nội vụ làm Trưởng khối năm 2023.", []),
    (TWO_BLOCS + "Khối thi đua số 6 đề nghị UBND tỉnh tặng Cờ thi đua cho Sở Du lịch.", []),
]


def told(text: str, published: str | None = None) -> Told:
    """Return the problems of a text that the whole record gives, each with its words."""
    problems = read(row(text, [], published=published))["problems"]
    return [(p["code"], text[p["start"] : p["end"]]) for p in problems if p["code"] != "award-declined"]


@pytest.mark.parametrize(("text", "problems"), [*COUNTS, *AWARD_COUNTS, *LEADERS, *AWARDS, *BLOCS])
def test_problems(text: str, problems: Told) -> None:
    assert told(text) == problems


@pytest.mark.parametrize(("text", "published", "problems"), DAYS)
def test_days(text: str, published: str | None, problems: Told) -> None:
    assert told(text, published) == problems


MENDED = [
    # Who speaks as the bloc's leader sits now; another is chosen for the year to come.
    (
        "leader",
        row(
            CA_MAU + "Ông Lê Văn An, Giám đốc Sở Công Thương, Trưởng khối thi đua số 5 cho rằng các sở đã thống nhất "
            "trước khi trình UBND tỉnh. Hội nghị bầu Sở Xây dựng giữ vai trò Trưởng khối năm 2023.",
            [leader("Sở Công Thương", 2022, "serving"), leader("Sở Xây dựng", 2023)],
        ),
    ),
    # One unit under two forms of its name is one leader.
    (
        "leader",
        row(
            "Ngày 12/01/2023, Cụm thi đua Kho bạc Nhà nước 6 tỉnh tổng kết năm 2022. Kho bạc Nhà nước tỉnh Nam Định là "
            "Cụm trưởng năm 2022. Kho bạc Nhà nước Nam Định - Cụm trưởng đã chủ trì; dự có Kho bạc Nhà nước Thái Bình.",
            [leader(["Kho bạc Nhà nước tỉnh Nam Định", "Kho bạc Nhà nước Nam Định"], 2022, "serving")],
        ),
    ),
    # The year of a day that lies after the page that tells of it.
    (
        "meeting",
        row(
            "Ngày 12/01/2024, " + PLAIN,
            [meeting("tổng kết", "2023-01-12", 2022)],
            published="2023-01-14",
        ),
    ),
    # The unit's own bloc has the fact where the sentence names no bloc.
    (
        "leader",
        row(
            BLOCS[1][0],
            [leader("Sở Nội vụ", bloc="Khối thi đua số 5")],
            blocs=["Khối thi đua số 5", "Khối thi đua số 6"],
        ),
    ),
    # Both are kept where it is not plain which is wrong.
    ("meeting", row("Ngày 12/05/2023, " + PLAIN, [meeting("tổng kết", "2023-05-12", 2022)], published="2023-01-14")),
    ("meeting", row("Ngày 12/01/2022, " + PLAIN, [meeting("tổng kết", "2022-01-12", 2022)], published="2022-01-14")),
    # Who declines an award in so many words is not held to be put up for it.
    ("award", row(AWARDS[0][0], [award("Cờ thi đua", "Sở Nội vụ", "UBND tỉnh")])),
    ("award", row(AWARDS[1][0], [award("Bằng khen", "Sở Y tế", "UBND tỉnh")])),
]


@pytest.mark.parametrize(("kind", "case"), MENDED)
def test_mended(kind: str, case: Row) -> None:
    assert not differences(kind, case)


def test_no_bloc_leads_a_bloc() -> None:
    """A guard against names read wrongly: no text is known that is read so."""
    of_bloc = Leader(bloc="Cụm 1", role="leader", agency="Khối thi đua số 3", year=2023, status="elected", rule="row")
    of_unit = replace(of_bloc, agency="Đảng ủy Khối")
    kept, problems = check_leaders([of_bloc, of_unit], [], None)
    assert kept == (of_unit,)
    assert [problem.code for problem in problems] == ["bloc-as-leader"]


def test_a_mended_day_keeps_what_the_page_says() -> None:
    text = "Ngày 12/01/2024, " + PLAIN
    (held,) = read(row(text, [], published="2023-01-14"))["meetings"]
    assert (held["date"], held["date_as_written"]) == ("2023-01-12", "2024-01-12")
    assert any(e["slot"] == "date_as_written" and e["quote"] == "12/01/2024" for e in held["evidence"])


def test_what_a_problem_doubts_has_less_confidence() -> None:
    sure, doubtful = (
        {x["agency"]: x["confidence"] for x in read(row(text, []))["leaders"]}
        for text in (LEADERS[-2][0], LEADERS[-3][0])
    )
    assert doubtful["Sở Du lịch"] < doubtful["Sở Nội vụ"] == sure["Sở Nội vụ"]


def test_a_problem_says_what_where_and_what_to_do() -> None:
    for text, _ in [*COUNTS, *AWARD_COUNTS, *LEADERS, *AWARDS]:
        for problem in read(row(text, []))["problems"]:
            assert problem["where"] and problem["start"] is not None, problem
            assert len(problem["message"]) > 40 and problem["message"].endswith("."), problem
