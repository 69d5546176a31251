"""Everyday wording of reports, and texts whose lines were broken by hand: rows of (text, expected facts)."""

from __future__ import annotations

import pytest
from reading_rows import Row, award, bloc, deputy, differences, leader, members, read, right_attributes, row

CA_MAU = "Ngày 12/01/2023, Khối thi đua số 5 tỉnh Cà Mau tổng kết công tác thi đua, khen thưởng năm 2022. "
S, A = "serving", "assumed"

LEADERS = [
    row(CA_MAU + "Sở Y tế tiếp nhận cờ luân lưu và vai trò Trưởng khối năm 2023.", [leader("Sở Y tế", 2023, A)]),
    row(CA_MAU + "Sở Nội vụ gánh vác vai trò Trưởng khối trong năm tới.", [leader("Sở Nội vụ", 2023, A)]),
    row(CA_MAU + "Trọng trách Trưởng khối năm 2023 được trao cho Sở Nội vụ.", [leader("Sở Nội vụ")]),
    row(
        CA_MAU + "Trưởng khối nhiệm kỳ mới: Sở Nội vụ.", [leader("Sở Nội vụ", status=["elected", "assumed"])]
    ),  # no choice is told
    row(
        CA_MAU + "Tân Trưởng khối Sở Nội vụ và tân Phó khối Sở Y tế đã ra mắt.",
        [leader("Sở Nội vụ", 2023, [A, "elected"]), deputy("Sở Y tế", 2023, [A, "elected"])],
    ),
    row(
        CA_MAU + "Sở Xây dựng đã hoàn thành nhiệm vụ Trưởng khối và bàn giao lại cho Sở Nội vụ.",
        [leader("Sở Xây dựng", 2022, S), leader("Sở Nội vụ", 2023, A)],
    ),
    row(
        CA_MAU + "Hội nghị đã tiến hành bàn giao cương vị Trưởng khối giữa Sở Xây dựng và đơn vị Sở Nội vụ.",
        [leader("Sở Xây dựng", 2022, S), leader("Sở Nội vụ", 2023, A)],
    ),
    # Who has the post gives it away.
    row(
        CA_MAU + "\nTrưởng khối năm 2022 trao cờ luân lưu cho đại diện Sở Nội vụ.",
        [leader("Sở Nội vụ", 2023, A)],
    ),
    # A clause's own bloc counts, not the one of the sentence before.
    row(
        "Quyết định số 12/QĐ-UBND ngày 10/02/2024 của UBND tỉnh Cà Mau giao nhiệm vụ cho Cụm thi đua số 1 và Cụm thi đua "
        "số 2 năm 2024. UBND huyện Năm Căn, UBND huyện U Minh lần lượt làm Cụm trưởng, Cụm phó Cụm thi đua số 1; UBND "
        "huyện Cái Nước làm Cụm trưởng, UBND huyện Phú Tân làm Cụm phó Cụm thi đua số 2.",
        [
            leader("UBND huyện Năm Căn", 2024, "appointed", "Cụm thi đua số 1"),
            deputy("UBND huyện U Minh", 2024, "appointed", "Cụm thi đua số 1"),
            leader("UBND huyện Cái Nước", 2024, "appointed", "Cụm thi đua số 2"),
            deputy("UBND huyện Phú Tân", 2024, "appointed", "Cụm thi đua số 2"),
        ],
        blocs=["Cụm thi đua số 1", "Cụm thi đua số 2"],
    ),
    # Things are handed over between others, and no post.
    row(CA_MAU + "Sở Y tế chứng kiến việc bàn giao tài sản giữa Sở Tài chính và Sở Nội vụ.", []),
    row(
        CA_MAU + "Các thành viên đề xuất Sở Nội vụ đảm nhiệm cương vị Trưởng khối năm 2023.",
        [leader("Sở Nội vụ", 2023, ["proposed", "elected"])],
    ),
    row(
        CA_MAU + "Kết quả bầu chọn: Trưởng khối – Sở Nội vụ; Phó khối – Sở Y tế.",
        [leader("Sở Nội vụ"), deputy("Sở Y tế")],
    ),
    row(CA_MAU + "Sở Nội vụ được các đơn vị tín nhiệm làm Trưởng khối năm 2023.", [leader("Sở Nội vụ")]),
    row(CA_MAU + "Với việc bầu Sở Nội vụ làm Trưởng khối, hội nghị đã khép lại.", [leader("Sở Nội vụ")]),
    row(CA_MAU + "Trên cương vị Trưởng khối, Sở Nội vụ đã chủ động xây dựng kế hoạch.", [leader("Sở Nội vụ", 2022, S)]),
    row(
        CA_MAU + "Năm 2023, vai trò Trưởng khối do Sở Nội vụ đảm nhận, Phó khối do Sở Y tế đảm nhận.",
        [leader("Sở Nội vụ", 2023, A), deputy("Sở Y tế", 2023, A)],
    ),
    row(
        CA_MAU + "Sở Nội vụ được giao nhiệm vụ Trưởng khối thay Sở Y tế từ ngày 01/01/2023.",
        [leader("Sở Nội vụ", 2023, "appointed"), leader("Sở Y tế", 2022, S)],
    ),
    row(
        CA_MAU + "Hội nghị thống nhất: 1. Sở Nội vụ làm Trưởng khối; 2. Sở Y tế làm Phó khối.",
        [leader("Sở Nội vụ"), deputy("Sở Y tế")],
    ),
    row(
        CA_MAU + "Năm 2023, Sở Nội vụ giữ vai trò đầu tàu (Trưởng khối), Sở Y tế hỗ trợ điều hành (Phó khối).",
        [leader("Sở Nội vụ", 2023, [A, "elected"]), deputy("Sở Y tế", 2023, [A, "elected"])],
    ),
    row(
        CA_MAU + "Năm 2023, Sở Nội vụ được phân công làm Trưởng khối. Đây là kết quả hiệp thương giữa 5 đơn vị.",
        [leader("Sở Nội vụ", 2023, "elected")],
    ),
    row(
        CA_MAU + "Sở Xây dựng bàn giao nhiệm vụ Trưởng khối cho Sở Nội vụ. Trước đó, các đơn vị đã bỏ phiếu kín.",
        [leader("Sở Nội vụ", 2023, "elected"), leader("Sở Xây dựng", 2022, S)],
    ),
    row(
        CA_MAU + "Sở Xây dựng bàn giao nhiệm vụ Trưởng khối cho Sở Nội vụ. Trước đó, các đơn vị đã bình chọn Sở Y tế "
        "nhận Cờ thi đua.",
        [leader("Sở Nội vụ", 2023, A), leader("Sở Xây dựng", 2022, S)],
    ),
    row(
        CA_MAU
        + "“Chúng tôi sẽ cố gắng”, ông Lê Văn An, Giám đốc Sở Nội vụ nói khi nhận nhiệm vụ Trưởng khối năm 2023.",
        [leader("Sở Nội vụ", 2023, A)],
    ),
    row(
        CA_MAU + "\nKết quả bầu Trưởng khối, Phó khối năm 2023:\n- Sở Nội vụ (9/9 phiếu) - Trưởng khối\n"
        "- Sở Y tế (6/9 phiếu) - Phó khối",
        [leader("Sở Nội vụ"), deputy("Sở Y tế")],
    ),
    row(CA_MAU + "Sở Y tế vẫn tiếp tục giữ vai trò Phó khối năm 2023.", [deputy("Sở Y tế")]),
    # Nobody is said to lead.
    row(CA_MAU + "Sở Nội vụ từ chối làm Trưởng khối năm 2023.", []),
    row(CA_MAU + "Đơn vị nào được bầu làm Trưởng khối phải xây dựng kế hoạch.", []),
    row(CA_MAU + "Chưa bầu được Trưởng khối năm 2023 do Sở Nội vụ và Sở Y tế bằng phiếu.", []),
    # Two leaders: the schools keep the names of persons that begin like heads.
    row(
        "Ngày 14/11/2023, Cụm thi đua số 2 các trường chính trị tổng kết năm 2023. Hội nghị bầu Trường Chính trị Trường "
        "Chinh tỉnh Nam Định làm Cụm trưởng, Trường Chính trị Tô Hiệu làm Cụm phó năm 2024.",
        [leader("Trường Chính trị Trường Chinh", 2024), deputy("Trường Chính trị Tô Hiệu", 2024)],
    ),
    # Sentences that run over the ends of lines.
    row(
        "Khối thi đua số 5 tỉnh Cà Mau tổng kết năm 2022\nHội nghị diễn ra sáng 12/01/2023.\nCác đơn vị đã bầu\n"
        "Sở Tài chính làm\nTrưởng khối, Sở Tư pháp làm Phó khối năm\n2023.",
        [leader("Sở Tài chính"), deputy("Sở Tư pháp")],
    ),
]

AWARDS = [
    row(
        CA_MAU + "Với 985 điểm, Sở Nội vụ vươn lên dẫn đầu Khối.",
        [award("Đơn vị dẫn đầu", "Sở Nội vụ", status="voted")],
    ),
    row(CA_MAU + "Đứng đầu bảng xếp hạng là Sở Nội vụ.", [award("Đơn vị dẫn đầu", "Sở Nội vụ", status="voted")]),
    row(
        CA_MAU
        + "\nHội nghị đề nghị UBND tỉnh tặng Cờ thi đua cho\nSở Nội vụ, tặng Bằng khen cho Sở Y tế,\nSở Xây dựng và"
        "\nSở Công Thương.",
        [
            award("Cờ thi đua", "Sở Nội vụ", "UBND tỉnh"),
            *(award("Bằng khen", unit, "UBND tỉnh") for unit in ("Sở Y tế", "Sở Xây dựng", "Sở Công Thương")),
        ],
    ),
    row(
        "Ngày 14/11/2022, Cụm thi đua số 2 các trường THPT tỉnh Cà Mau tổng kết năm 2022. Cụm đề nghị UBND tỉnh tặng Cờ "
        "thi đua cho Trường THPT chuyên Nguyễn Tất Thành, tặng Bằng khen cho Trường THPT Nguyễn Trường Tộ.",
        [
            award("Cờ thi đua", "Trường THPT chuyên Nguyễn Tất Thành", "UBND tỉnh"),
            award("Bằng khen", "Trường THPT Nguyễn Trường Tộ", "UBND tỉnh"),
        ],
    ),
]

MEMBERS = [
    row(
        CA_MAU + "Khối gồm: Trường THPT Đoàn Thị Điểm, Trường THPT Trường Chinh, Trường THPT Hội An.",
        members("Trường THPT Đoàn Thị Điểm", "Trường THPT Trường Chinh", "Trường THPT Hội An"),
    ),
    row(
        CA_MAU + "\nKhối có 3 đơn vị thành viên là\nSở Nội vụ,\nSở Y tế và\nSở Xây dựng.",
        members("Sở Nội vụ", "Sở Y tế", "Sở Xây dựng"),
    ),
    row(CA_MAU + "Khối quy tụ Sở Nội vụ, Sở Y tế, Sở Xây dựng.", members("Sở Nội vụ", "Sở Y tế", "Sở Xây dựng")),
    # Lines that end where their sentence does.
    row(
        CA_MAU + "\nKhối gồm các đơn vị:\n1. Sở Nội vụ,\n2. Sở Y tế,\n3. Sở Xây dựng.",
        members("Sở Nội vụ", "Sở Y tế", "Sở Xây dựng"),
    ),
    # The head of a table is no member.
    row(
        CA_MAU + "\nĐiểm của 3 đơn vị thành viên Khối:\nTT   Đơn vị   Tự chấm\n1   Sở Nội vụ   98\n2   Sở Y tế   97\n"
        "3   Sở Xây dựng   96",
        members("Sở Nội vụ", "Sở Y tế", "Sở Xây dựng"),
    ),
    # Who is inspected when is no list of members.
    row(
        "Ngày 10/02/2023, Khối thi đua số 5 tỉnh Cà Mau họp triển khai nhiệm vụ. Lịch kiểm tra chéo năm 2023 như sau:\n"
        "- Ngày 10/8: Sở Nội vụ\n- Ngày 11/8: Sở Y tế\n- Ngày 12/8: Sở Xây dựng",
        [],
    ),
]

PLACES = [
    # A province's commands are no ministries.
    row(
        "Ngày 14/11/2025, Cụm thi đua số 1 Bộ Chỉ huy Quân sự tỉnh Đồng Tháp tổng kết năm 2025.",
        [bloc("Cụm thi đua số 1", "tỉnh", "Đồng Tháp", None, "Bộ Chỉ huy Quân sự tỉnh")],
    ),
    row(
        "Ngày 14/11/2024, Cụm thi đua số 1 Bộ Chỉ huy Bộ đội Biên phòng tỉnh Cao Bằng tổng kết năm 2024.",
        [bloc("Cụm thi đua số 1", "tỉnh", "Cao Bằng", None, "Bộ Chỉ huy Bộ đội Biên phòng tỉnh")],
    ),
    row(
        "Ngày 14/11/2024, Cụm thi đua số 2, Bộ CHQS thành phố tổng kết năm 2024.",
        [bloc("Cụm thi đua số 2", "tỉnh", None, None, "Bộ Chỉ huy Quân sự thành phố")],
    ),
]


@pytest.mark.parametrize("case", LEADERS)
def test_leaders(case: Row) -> None:
    assert not differences("leader", case)


@pytest.mark.parametrize("case", AWARDS)
def test_awards(case: Row) -> None:
    assert not differences("award", case)


@pytest.mark.parametrize("case", MEMBERS)
def test_members(case: Row) -> None:
    assert not differences("member", case)


@pytest.mark.parametrize("case", PLACES)
def test_places(case: Row) -> None:
    assert right_attributes(case, read(case)) == 1.0


@pytest.mark.parametrize("seat", ["trụ sở Cục Thuế", "hội sở Chi nhánh Agribank", "công sở Phòng Nội vụ"])
def test_a_seat_is_no_agency(seat: str) -> None:
    text = f"{CA_MAU}Hội nghị họp tại {seat}, đơn vị Trưởng khối."
    assert not [x for x in read(row(text, []))["leaders"] if x["agency"].startswith("Sở ")]


BROKEN = [
    ("tặng Cờ thi đua cho\nSở Nội vụ", 1),
    ("các đơn vị thuộc\nSở Nội vụ", 1),
    ("(\nSở Nội vụ", 1),
    ("Sở Y tế,\nSở Nội vụ", 1),
    ("tổng kết năm\n2022", 1),
    ("bầu Sở Y tế làm\nTrưởng khối", 1),
    ("ông\nSở Nội vụ", 2),
    ("Việc cần làm\nSở Nội vụ", 2),
    ("Kết quả đạt được\nSở Nội vụ", 2),
    ("nhiệm vụ thời gian tiếp theo\nSở Nội vụ", 2),
    ("hoạt động cuối năm\nSở Nội vụ", 2),
    ("Khối gồm\n- Sở Nội vụ", 2),
    ("Sở Y tế,\n2. Sở Nội vụ", 2),
    ("tặng Cờ thi đua cho\n\nSở Nội vụ", 2),
]


@pytest.mark.parametrize(("text", "sentences"), BROKEN)
def test_where_a_line_goes_on(text: str, sentences: int) -> None:
    from pipeline import Article
    from pipeline.language import doc_of, load_language

    nlp = load_language()
    doc = doc_of(nlp, Article(article_id="row", text="Khối thi đua số 5.\n" + text))
    for _, component in nlp.pipeline[:1]:
        doc = component(doc)
    assert len(list(doc.sents)) == 1 + sentences
