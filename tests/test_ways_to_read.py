"""The ways that docs/accuracy.md compares Thidua with do read reports, and their tables reach the page."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks import ner_baseline
from benchmarks.agency_ner import read_reports
from benchmarks.cross_validate import folds, known_only_from, lexicon_without
from benchmarks.open_vocabulary import Variant, read_with
from benchmarks.pages import publish

from pipeline import Article
from pipeline.evaluate import places_of, score
from pipeline.lexicon import shared_lexicon
from pipeline.record import FACTS, KINDS


def test_baseline_reads_two_bundled_reports(reports: Path) -> None:
    from underthesea import ner

    chosen = [report for report in read_reports([reports]) if report[1]["article_id"] in ("da-002", "db-012")]
    scores = score([gold for _, gold in chosen], {a.article_id: ner_baseline.read(a, ner) for a, _ in chosen})
    assert scores.reports == 2
    assert {kind for kind in KINDS if scores.kinds[kind].tp} == set(KINDS)


def test_baseline_finds_nothing_where_no_bloc_is_named() -> None:
    record = ner_baseline.read(Article("a", "Sở Y tế tặng Bằng khen cho Bệnh viện Đa khoa tỉnh."), lambda sentence: [])
    assert not any(record[facts.plural] for facts in FACTS)


@pytest.mark.parametrize(
    ("name", "variant", "found"),
    [
        ("Siêu thị rau củ quả sạch ngon Hoa Mai", Variant(), False),
        ("Siêu thị rau củ quả sạch ngon Hoa Mai", Variant("any", add=True), True),
        ("Siêu thị rau củ quả sạch ngon Hoa Mai", Variant("any", vote=True), False),
        ("Bệnh viện Thú cưng kỹ thuật cao sao biển", Variant(), False),
        ("Bệnh viện Thú cưng kỹ thuật cao sao biển", Variant("any", add=True), False),
        ("Bệnh viện Thú cưng kỹ thuật cao sao biển", Variant("any", vote=True), True),
    ],
)
def test_proposed_names_are_joined(name: str, variant: Variant, found: bool) -> None:
    proposed = name.split()

    def find(sentences: list[list[str]]) -> list[list[tuple[int, int, str]]]:
        size = len(proposed)
        return [[(i, i + size, "AGENCY") for i in range(len(s)) if s[i : i + size] == proposed] for s in sentences]

    text = (
        f"Khối thi đua số 2 họp tổng kết năm 2023. Hội nghị bầu {name} làm Khối trưởng, Sở Y tế làm Khối phó năm 2024."
    )
    _, record = read_with(variant, find if variant.finder else None, Article("a", text))
    leaders = {leader.role: leader.agency for leader in record.leaders}
    assert leaders["deputy"] == "Sở Y tế"
    assert (leaders.get("leader") == name) is found


def test_no_two_parts_share_a_province(reports: Path) -> None:
    provinces = [{p for _, gold in part for p in places_of(gold)[:1]} for part in folds(read_reports([reports]))]
    assert sum(map(len, provinces)) == len(set().union(*provinces))


def test_names_that_one_report_made_known_can_be_hidden() -> None:
    def reports(text: str) -> list[tuple[Article, dict[str, str]]]:
        return [(Article("a", text), {})]

    hidden = known_only_from(reports("Sở Du lịch và Sở Y tế"), reports("Sở Y tế"))
    assert "Sở Du lịch" in hidden and "Sở Y tế" not in hidden and "Sở Nội vụ" not in hidden
    with lexicon_without(hidden):
        assert shared_lexicon().agencies.match(["sở", "du", "lịch"], ["Sở", "Du", "lịch"], 0, 3) is None
    assert shared_lexicon().agencies.match(["sở", "du", "lịch"], ["Sở", "Du", "lịch"], 0, 3) is not None


def test_a_table_is_put_where_the_page_has_it(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("a\n<!-- begin ways -->\nold\n<!-- end ways -->\nz\n", "utf-8")
    publish("| new |", "ways", page)
    assert page.read_text("utf-8") == "a\n<!-- begin ways -->\n| new |\n<!-- end ways -->\nz\n"
    with pytest.raises(ValueError, match="begin others"):
        publish("| new |", "others", page)
