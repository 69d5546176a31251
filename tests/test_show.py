"""A report with its facts marked: the marks, nested and crossing, plain and coloured, from a file and from the tables."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from pipeline.article import Article, Section
from pipeline.record import Award, Bloc, Evidence, Fact, Leader, Meeting, Problem, Record
from pipeline.show import _marked, describe, from_warehouse, marks_of, plain_text, print_coloured, quotes_by_slot
from pipeline.warehouse.files import connect_build
from pipeline.warehouse.load import load
from pipeline.warehouse.runs import RunInfo

TEXT = "Hôm nay: 708\n\nKhối 1 bầu Sở Y tế tỉnh làm Trưởng khối năm 2024, đề nghị tặng Cờ thi đua cho Sở Y tế."


def span(slot: str, quote: str, after: int = 0) -> Evidence:
    start = TEXT.index(quote, after)
    return Evidence(slot, start, start + len(quote), quote)


BLOC = Bloc(name="Khối 1", bloc_kind="khối", rule="head", confidence=0.9, evidence=(span("name", "Khối 1"),))
MEETING = Meeting(bloc="Khối 1", type="họp", date="2024-01-12", rule="held", confidence=0.8, inferred=("type", "date"))
LEADER = Leader(
    bloc="Khối 1", role="leader", agency="Sở Y tế", year=2024, status="elected", rule="elect", confidence=0.95,
    evidence=(span("trigger", "bầu"), span("agency", "Sở Y tế tỉnh"), span("role", "Trưởng khối"), span("bloc", "Khối 1")),
    inferred=("year",),
)  # fmt: skip
AWARD = Award(
    bloc="Khối 1", award="Cờ thi đua", grantor=None, recipient="Sở Y tế", recipient_kind="agency", status="proposed",
    rule="ask", confidence=0.7, evidence=(span("recipient", "Sở Y tế", 70), span("recipient", "Sở Y tế"), span("award", "Cờ thi đua")),
)  # fmt: skip
ARTICLE = Article(
    "r1", TEXT, (Section("chrome", 0, 12), Section("body", 14, len(TEXT))), "Khối 1 họp", date(2024, 1, 16)
)
RECORD = Record(
    article_id="r1",
    title="Khối 1 họp",
    published="2024-01-16",
    blocs=(BLOC,),
    meetings=(MEETING,),
    leaders=(LEADER,),
    awards=(AWARD,),
    problems=(Problem(code="odd", message="something odd"),),
)


def test_plain_text_marks_what_the_facts_rest_on() -> None:
    shown = plain_text(ARTICLE, RECORD)
    assert (
        "[Khối 1|bloc.name,leader.bloc] [bầu|leader.trigger] [[Sở Y tế|award.recipient] tỉnh|leader.agency] làm "
        "[Trưởng khối|leader.role] năm 2024, đề nghị tặng [Cờ thi đua|award.award] cho [Sở Y tế|award.recipient]."
        in shown
    )
    assert "3. leader: role=leader, agency=Sở Y tế, year=~2024, status=elected" in shown
    assert "   recipient: “Sở Y tế”\n" in shown
    assert "problem: something odd [odd]" in shown


def test_report_without_facts_says_so() -> None:
    assert "no facts" in plain_text(ARTICLE, Record(article_id="r1", title=None, published=None))


def test_colours_on_a_terminal() -> None:
    out = io.StringIO()
    print_coloured(ARTICLE, RECORD, Console(file=out, force_terminal=True, width=200, color_system="truecolor"))
    shown = out.getvalue()
    assert "\x1b[1;32mTrưởng khối\x1b[0m" in shown
    assert "\x1b[2mHôm nay: 708\x1b[0m" in shown
    plain = re.sub(r"\x1b\[[\d;]*m", "", shown)
    assert " ".join(TEXT.split()) in " ".join(plain.split())
    assert "role: “Trưởng khối”" in plain


def test_square_brackets_of_the_text_are_no_markup() -> None:
    article = Article("r1", "[bold]x[/bold] [/]")
    out = io.StringIO()
    print_coloured(article, Record(article_id="r1", title="[red]", published=None), Console(file=out, width=80))
    assert "[bold]x[/bold] [/]" in out.getvalue() and "[red]" in out.getvalue()


def test_inferred_slots_and_quotes() -> None:
    assert describe(MEETING) == "meeting: bloc=Khối 1, type=~họp, date=~2024-01-12"
    assert quotes_by_slot(AWARD) == [("recipient", ["“Sở Y tế”"]), ("award", ["“Cờ thi đua”"])]


SPANS = st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)).map(sorted), max_size=8)


@given(SPANS)
def test_marks_lose_no_text_and_every_bracket_closes(spans: Sequence[Sequence[int]]) -> None:
    text = "abcdefghijklmnopqrstu"
    evidence = tuple(Evidence("x", start, end, text[start:end]) for start, end in spans)
    bloc = Bloc(name="n", bloc_kind="khối", rule="r", confidence=1.0, evidence=evidence)
    marked = _marked(text, marks_of(Record(article_id="a", title=None, published=None, blocs=(bloc,))))
    assert re.sub(r"\[|\|bloc\.x\]", "", marked) == text
    assert marked.count("[") == marked.count("]")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    load(tmp_path, [(ARTICLE, "sub/r1.txt", RECORD)], RunInfo("test", "0", {}))
    return tmp_path


@pytest.mark.parametrize("wanted", ["r1", "sub/r1.txt"])
def test_tables_give_back_article_and_facts(data: Path, wanted: str) -> None:
    con = connect_build(data)
    try:
        [(article, record)] = from_warehouse(con, wanted)
        assert from_warehouse(con, article.article_id) == [(article, record)]
        assert from_warehouse(con, "r") == []
    finally:
        con.close()
    assert (article.text, article.title, article.published, article.sections) == (
        TEXT, "Khối 1 họp", date(2024, 1, 16), ARTICLE.sections,
    )  # fmt: skip
    assert [_comparable(fact) for fact in record.facts()] == [_comparable(fact) for fact in RECORD.facts()]


def _comparable(fact: Fact) -> tuple[object, ...]:
    return (
        fact.slots(),
        fact.rule,
        fact.confidence,
        fact.inferred,
        sorted(fact.evidence, key=lambda e: (e.start, e.slot)),
    )
