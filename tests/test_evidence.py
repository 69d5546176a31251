"""Every fact shows where it stands: spans, slots, order and sameness, over the bundled reports and the seeds."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading_rows import language

from pipeline import Article, Record, extract, extract_many
from pipeline.pages import read_copied_page
from pipeline.record import ALL_FACTS, Fact, Problem

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("THIDUA_SHARED") or ROOT.parent / "shared")
FOLDERS = [ROOT / "corpora" / "reports", SHARED / "corpus" / "seeds"]
REPORTS = [path for folder in FOLDERS for path in sorted(folder.glob("*.txt"))]


@lru_cache(maxsize=64)
def article(path: Path) -> Article:
    return read_copied_page(path.read_text("utf-8"), path.stem)


@lru_cache(maxsize=64)
def record(path: Path) -> Record:
    return extract(article(path), language())


def guideline_slot(slot: str) -> str:
    return "kind" if slot == "bloc_kind" else slot


def as_bytes(found: Record) -> bytes:
    return json.dumps(found.to_dict(), ensure_ascii=False).encode()


def facts() -> Iterator[tuple[Path, Fact]]:
    for path in REPORTS:
        for fact in record(path).facts():
            yield path, fact


@pytest.fixture(params=REPORTS, ids=[path.stem for path in REPORTS])
def report(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


def test_there_is_something_to_look_at() -> None:
    kinds = {fact.kind for _, fact in facts()}
    assert kinds == {cls.kind for cls in ALL_FACTS}
    assert len(REPORTS) >= 36


def test_quotes_are_the_text_at_their_offsets(report: Path) -> None:
    text = article(report).text
    for fact in record(report).facts():
        for evidence in fact.evidence:
            assert 0 <= evidence.start < evidence.end <= len(text), (fact, evidence)
            assert text[evidence.start : evidence.end] == evidence.quote, (fact, evidence)
            assert evidence.quote == evidence.quote.strip(), (fact, evidence)


def test_the_text_is_the_file(report: Path) -> None:
    """Offsets hold in the file that the user has."""
    assert article(report).text == report.read_text("utf-8")


def test_every_slot_has_its_evidence_or_is_inferred(report: Path) -> None:
    for fact in record(report).facts():
        shown, inferred = {guideline_slot(e.slot) for e in fact.evidence}, set(map(guideline_slot, fact.inferred))
        filled = {guideline_slot(slot) for slot, value in fact.slots().items() if value is not None}
        assert filled - shown - inferred == set(), fact
        assert inferred <= filled, fact
        assert shown <= filled | {"trigger"}, fact


def test_every_fact_has_trigger_rule_and_confidence(report: Path) -> None:
    for fact in record(report).facts():
        assert any(evidence.slot == "trigger" for evidence in fact.evidence), fact
        assert fact.rule, fact
        assert 0 < fact.confidence <= 1, fact


def test_a_slots_quote_is_its_mention_and_not_more(report: Path) -> None:
    """No mention runs over a line's end into another paragraph, nor over the end of a sentence."""
    for fact in record(report).facts():
        for evidence in fact.evidence:
            assert "\n\n" not in evidence.quote, (fact, evidence)
            assert ". " not in evidence.quote.replace("TP. ", "").replace("đ/c. ", ""), (fact, evidence)
            assert len(evidence.quote) <= 160, (fact, evidence)


def test_years_stand_in_their_quotes(report: Path) -> None:
    for fact in record(report).facts():
        for evidence in fact.evidence:
            if evidence.slot == "year" and "year" not in fact.inferred:
                year = str(fact.slots()["year"])
                assert year in evidence.quote or year[2:] in evidence.quote, (fact, evidence)


def test_a_fact_is_told_once(report: Path) -> None:
    seen = [(fact.kind, *map(str, fact.slots().values())) for fact in record(report).facts()]
    assert len(seen) == len(set(seen))


def test_facts_belong_to_a_bloc_of_the_record(report: Path) -> None:
    found = record(report)
    names = {bloc.name for bloc in found.blocs}
    for fact in found.facts():
        assert fact.slots().get("bloc") in {None, *names}, fact


def gold_of(path: Path) -> dict[str, Any]:
    gold: dict[str, Any] = json.loads(path.with_suffix(".json").read_text("utf-8"))
    return gold


WITHOUT_BLOC = [path for path in REPORTS if not gold_of(path)["blocs"]]


@pytest.mark.parametrize("path", WITHOUT_BLOC, ids=[path.stem for path in WITHOUT_BLOC])
def test_a_report_without_a_bloc_has_no_fact(path: Path) -> None:
    assert list(record(path).facts()) == []


def test_some_reports_have_no_bloc() -> None:
    assert WITHOUT_BLOC


def test_records_survive_json(report: Path) -> None:
    assert Record.from_dict(json.loads(as_bytes(record(report)))) == record(report)


def test_two_runs_give_the_same_bytes() -> None:
    for path in REPORTS:
        assert as_bytes(extract(article(path), language())) == as_bytes(record(path))


@pytest.mark.parametrize("workers", [1, 2])
def test_a_stream_gives_the_same_bytes_in_its_own_order(workers: int) -> None:
    # More than one batch, not sorted, with texts of very different lengths between.
    stream = [article(path) for path in REPORTS[::-1]]
    stream += [Article(article_id=f"short-{n}", text="Khối thi đua." * (n % 3)) for n in range(40)]
    alone = [as_bytes(extract(one, language())) for one in stream]
    assert [as_bytes(found) for found in extract_many(iter(stream), workers=workers)] == alone


def test_a_stream_is_read_as_its_records_are_asked_for() -> None:
    taken = 0

    def endless() -> Iterator[Article]:
        nonlocal taken
        while True:
            taken += 1
            yield Article(article_id=str(taken), text="Không có gì.")

    records = extract_many(endless())
    assert [next(records).article_id for _ in range(3)] == ["1", "2", "3"]
    assert taken < 1000


def test_a_text_too_long_for_a_report_gives_a_problem_in_its_place() -> None:
    stream = [article(REPORTS[0]), Article(article_id="long", text="khối thi đua " * 20_000), article(REPORTS[1])]
    found = list(extract_many(stream))
    assert [one.article_id for one in found] == [REPORTS[0].stem, "long", REPORTS[1].stem]
    assert [problem.code for problem in found[1].problems] == ["text-too-long"]
    assert list(found[1].facts()) == []


PIECES = [
    *(
        "Khối thi đua số 5",
        "Cụm thi đua số 2",
        "tỉnh Cà Mau",
        "tổng kết",
        "năm 2022",
        "Ngày 12/01/2023, ",
        "bầu ",
        "làm Trưởng khối",
    ),
    *(
        "Sở Y tế",
        "Sở Văn hóa, Thể thao và Du lịch",
        "các sở: ",
        "gồm: ",
        "(",
        ")",
        ", ",
        "; ",
        " và ",
        ". ",
        "\n\n",
        " ",
        "đề nghị ",
    ),
    *(
        "UBND tỉnh",
        "tặng Cờ thi đua",
        " cho ",
        "02 tập thể",
        "ông Lê Văn An",
        "Giám đốc ",
        "lần lượt là ",
        "Phó khối",
        "31/2/2023",
        "năm 99999",
    ),
]


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_any_jumble_of_a_reports_pieces_is_read_with_true_offsets(text: str) -> None:
    found = extract(Article(article_id="r", text=text), language())
    assert not _failed(found)
    for fact in found.facts():
        assert any(evidence.slot == "trigger" for evidence in fact.evidence), fact
        assert all(text[e.start : e.end] == e.quote for e in fact.evidence), fact
    if not found.blocs:
        assert list(found.facts()) == []


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_is_read(text: str) -> None:
    assert not _failed(extract(Article(article_id="r", text="Khối thi đua số 1 " + text), language()))


@settings(max_examples=400)
@given(
    st.sampled_from([path for path in REPORTS if path.is_relative_to(ROOT)]),
    st.integers(0, 4000),
    st.integers(1, 400),
    st.booleans(),
)
def test_a_text_that_breaks_off_anywhere_is_read(path: Path, start: int, length: int, named: bool) -> None:
    piece = path.read_text(encoding="utf-8")[start : start + length]
    assert not _failed(extract(Article(article_id="r", text="Khối thi đua số 1. " * named + piece), language()))


def _failed(record: Record) -> list[Problem]:
    return [problem for problem in record.problems if problem.code == "reading-failed"]
