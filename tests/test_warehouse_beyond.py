"""Documents, movements, initiatives and rankings in the tables: each counted once, and the decision beside its fact."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sample_pages import BLOC, RUN, TEXT, award, bloc, document, initiative, leader, movement, page, ranking

from pipeline.record import Behind
from pipeline.show import from_warehouse
from pipeline.warehouse.files import connect_build
from pipeline.warehouse.load import load
from pipeline.warehouse.open import open_warehouse
from pipeline.warehouse.publish import publish

OTHER = f"{TEXT} Ảnh: Minh An"
"""The same report as another paper prints it, so that it is no mere copy."""


def asked(data: Path, sql: str, *pages: Any) -> list[tuple[Any, ...]]:
    """Load pages, publish, and ask."""
    load(data, pages, RUN)
    publish(data)
    with open_warehouse(data, quiet=True) as con:
        return con.execute(sql).fetchall()


def test_an_award_and_a_leader_show_the_decision_behind_them(tmp_path: Path) -> None:
    given, named = award(status="conferred"), leader(status="appointed")
    decision = document(behind=(Behind.of(given), Behind.of(named)))
    told = page("a.txt", bloc(), given, named, award(recipient="Sở Y tế", status="conferred"), decision)
    assert asked(
        tmp_path, "SELECT recipient, decision, decision_date::VARCHAR FROM award_table ORDER BY ALL", told
    ) == [("Sở Tài chính", "Quyết định 12/QĐ-UBND", "2024-01-03"), ("Sở Y tế", None, None)]
    assert asked(tmp_path, "SELECT agency, decision, decision_date::VARCHAR FROM leadership_timeline") == [
        ("Sở Y tế", "Quyết định 12/QĐ-UBND", "2024-01-03")
    ]


def test_a_decision_that_one_of_two_papers_tells_is_known(tmp_path: Path) -> None:
    given = award(status="conferred")
    pages = (
        page("a.txt", bloc(), given),
        page("b.txt", bloc(), given, document(behind=(Behind.of(given),)), text=OTHER),
    )
    assert asked(tmp_path, "SELECT decision, reports FROM award_table", *pages) == [("Quyết định 12/QĐ-UBND", 2)]


def test_a_rejected_decision_is_not_shown(tmp_path: Path) -> None:
    given = award(status="conferred")
    load(tmp_path, [page("a.txt", bloc(), given, document(behind=(Behind.of(given),)))], RUN)
    with connect_build(tmp_path) as con:
        con.execute(
            'INSERT INTO reviews (review_id, target, verdict, "left") '
            "SELECT 'r', 'fact', 'reject', fact_id FROM documents"
        )
    assert asked(tmp_path, "SELECT decision FROM award_table") == [(None,)]
    assert asked(tmp_path, "FROM document_table") == []


def test_a_document_is_one_by_kind_number_year_and_province(tmp_path: Path) -> None:
    pages = (
        page("a.txt", bloc(), document(date=None)),
        page("b.txt", bloc(), document(issuer=None), document(number="13/QĐ-UBND"), text=OTHER),
        page("c.txt", bloc(province="Gia Lai"), document(), text=f"{TEXT} Ảnh: Lan", province="Gia Lai"),
        page("d.txt", bloc(), document(type="Nghị định", number="98/2023/NĐ-CP", date=None), text=f"{TEXT} .", province="Gia Lai"),
        page("e.txt", bloc(), document(type="Nghị định", number="98/2023/NĐ-CP", date="2023-12-31"), text=f"{TEXT} !"),
        page("f.txt", bloc(), document(date="2022-01-05"), text=f"{TEXT} ?"),
    )  # fmt: skip
    told = "SELECT number, year(date), issuer, reports FROM document_table"
    assert sorted(asked(tmp_path, told, *pages), key=str) == [
        ("12/QĐ-UBND", 2022, "UBND tỉnh", 1),
        ("12/QĐ-UBND", 2024, "UBND tỉnh", 1),
        ("12/QĐ-UBND", 2024, None, 1),
        ("12/QĐ-UBND", None, "UBND tỉnh", 1),
        ("13/QĐ-UBND", 2024, "UBND tỉnh", 1),
        ("98/2023/NĐ-CP", 2023, "UBND tỉnh", 2),
    ]


def test_movements_are_counted_once(tmp_path: Path) -> None:
    pages = (
        page("a.txt", bloc(), movement(), movement(year=2024, period="coming")),
        page("b.txt", bloc(), movement(), movement(bloc=None), text=OTHER),
    )
    told = "SELECT bloc, year, period, name, reports, len(urls) FROM movement_table ORDER BY ALL"
    assert asked(tmp_path, told, *pages) == [
        (BLOC, 2023, "reviewed", "Dân vận khéo", 2, 2),
        (BLOC, 2024, "coming", "Dân vận khéo", 1, 1),
        (None, 2023, "reviewed", "Dân vận khéo", 1, 1),
    ]


def test_initiatives_are_counted_once_for_each_unit(tmp_path: Path) -> None:
    pages = (
        page("a.txt", bloc(), initiative(), initiative(agency="Sở Tài chính")),
        page("b.txt", bloc(), initiative(name="Camera An ninh"), text=OTHER),
    )
    told = "SELECT name, agency, agency_id IS NOT NULL, reports FROM initiative_table ORDER BY ALL"
    assert asked(tmp_path, told, *pages) == [
        ("Camera an ninh", "Sở Tài chính", True, 1),
        ("Camera an ninh", "Sở Y tế", True, 2),
    ]


def test_rankings_are_counted_once_and_disputes_are_told(tmp_path: Path) -> None:
    pages = (
        page(
            "a.txt", bloc(), ranking(), ranking(agency="Sở Tài chính", position=2, units=9, score=97.5, max_score=100.0)
        ),
        page("b.txt", bloc(), ranking(), ranking(agency="Sở Tài chính", position=3, confidence=0.6), text=OTHER),
    )
    told = "SELECT agency, position, units, score, max_score, is_disputed, reports FROM ranking_table ORDER BY position"
    assert asked(tmp_path, told, *pages) == [
        ("Sở Y tế", 1, None, None, None, False, 2),
        ("Sở Tài chính", 2, 9, 97.5, 100.0, True, 2),
    ]


def test_the_tables_give_the_facts_back(tmp_path: Path) -> None:
    facts = (document(), movement(), initiative(), ranking(score=9.5))
    load(tmp_path, [page("a.txt", bloc(), *facts)], RUN)
    with connect_build(tmp_path) as con:
        [(_, record)] = from_warehouse(con, "a.txt")
    read_back = [fact for fact in record.facts() if fact.kind != "bloc"]
    assert [(f.slots(), set(f.evidence)) for f in read_back] == [(f.slots(), set(f.evidence)) for f in facts]
