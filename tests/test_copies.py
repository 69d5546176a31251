"""Near-duplicates: reprints are found, reports of one meeting by two hands are not, the earliest is the original."""

from __future__ import annotations

import random
import unicodedata
from pathlib import Path

import pytest

from scrapers.copies import Version, comparable, link_copies, signature


@pytest.fixture(scope="module")
def texts(reports: Path) -> list[str]:
    return [path.read_text(encoding="utf-8") for path in sorted(reports.glob("*.txt"))][:30]


def version(name: str, text: str, when: str = "2024-01-01", page: str | None = None) -> Version:
    return Version(name, page or f"page of {name}", when, signature(text))


def test_reports_of_the_bundle_are_no_copies_of_each_other(texts: list[str]) -> None:
    assert link_copies(version(str(n), text) for n, text in enumerate(texts)) == []


def test_reprints_are_found_and_led_to_the_earliest(texts: list[str]) -> None:
    versions = []
    for n, text in enumerate(texts):
        paragraphs = text.split("\n")
        versions += [
            version(f"{n}-original", text, "2024-01-02"),
            version(f"{n}-copy", unicodedata.normalize("NFD", text.upper()) + "\nNguồn: Báo Gia Lai", "2024-01-05"),
            version(f"{n}-excerpt", "\n".join(paragraphs[1:]), "2024-01-09"),
        ]
    random.Random(1).shuffle(versions)
    found = {copy.article_id: copy for copy in link_copies(versions)}
    assert {copy.original_id for copy in found.values()} == {f"{n}-original" for n in range(len(texts))}
    for n in range(len(texts)):
        assert found[f"{n}-copy"].original_id == f"{n}-original"
        assert found[f"{n}-copy"].similarity > 0.85
    assert sum(f"{n}-excerpt" in found for n in range(len(texts))) > 0.8 * len(texts)


def test_the_order_given_does_not_matter(texts: list[str]) -> None:
    versions = [version(f"{n % 7}/{n}", texts[n % 7], f"2024-01-{n:02}") for n in range(21)]
    expected = link_copies(versions)
    assert len(expected) == 14
    for seed in range(3):
        random.Random(seed).shuffle(versions)
        assert link_copies(versions) == expected


def test_versions_of_one_page_are_no_copies(texts: list[str]) -> None:
    assert link_copies([version("a", texts[0], page="p"), version("b", texts[0] + " thêm", page="p")]) == []


def test_two_reports_of_one_meeting_are_no_copies() -> None:
    """The same facts in other words, with the formulas of the genre."""
    one = (
        "Sáng 12/01, Khối thi đua số 2 tổ chức hội nghị tổng kết phong trào thi đua năm 2023, triển khai nhiệm vụ năm 2024. "
        "Năm qua, các đơn vị trong khối đã bám sát chỉ đạo của Tỉnh ủy, UBND tỉnh, hoàn thành tốt nhiệm vụ chính trị được giao. "
        "Hội nghị đã bầu Sở Y tế làm Trưởng khối, Sở Tài chính làm Phó Trưởng khối năm 2024."
    )
    other = (
        "Ngày 12/01, tại Sở Nội vụ diễn ra hội nghị tổng kết công tác thi đua, khen thưởng năm 2023 của Khối thi đua số 2. "
        "Trưởng khối, ông Nguyễn Văn Bình, báo cáo kết quả: mười hai đơn vị thành viên đều vượt chỉ tiêu thu ngân sách. "
        "Với sự nhất trí cao, các đại biểu suy tôn Sở Y tế là Trưởng khối, Phó Trưởng khối là Sở Tài chính cho năm tới."
    )
    assert link_copies([version("a", one), version("b", other, "2024-01-02")]) == []


def test_short_texts_are_not_compared() -> None:
    assert signature("Khối thi đua số 2 họp") == b""
    assert link_copies([version("a", "Khối thi đua"), version("b", "Khối thi đua", "2024-02-01")]) == []


def test_signatures_of_another_kind_are_told(texts: list[str]) -> None:
    made = signature(texts[0])
    assert made == signature(texts[0])
    assert comparable(made)
    assert comparable(b"")
    assert not comparable(made[:-4])
    assert not comparable(b"\x07" + made[1:])
