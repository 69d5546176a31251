"""The tables say what they are, and the views count once what several papers tell."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from sample_pages import BLOC, RUN, TEXT, award, bloc, evidence, leader, page

from pipeline.record import ALL_FACTS, Fact, Meeting, Problem
from pipeline.warehouse.files import connect_build
from pipeline.warehouse.load import load
from pipeline.warehouse.open import open_warehouse
from pipeline.warehouse.publish import publish
from pipeline.warehouse.quotes import quote_of
from pipeline.warehouse.rows import FACT_TABLES
from pipeline.warehouse.runs import rules_hash, run_info


def view(data: Path, sql: str, *pages: Any) -> list[tuple[Any, ...]]:
    """Load pages, publish, and ask."""
    load(data, pages, RUN)
    publish(data)
    with open_warehouse(data, quiet=True) as con:
        return con.execute(sql).fetchall()


def test_every_table_view_and_column_has_a_comment_also_when_published(tmp_path: Path) -> None:
    load(tmp_path, [page()], RUN)
    publish(tmp_path)
    with open_warehouse(tmp_path, quiet=True) as con:
        names = con.execute(
            "SELECT table_name, comment FROM duckdb_tables() UNION ALL "
            "SELECT view_name, comment FROM duckdb_views() WHERE NOT internal"
        ).fetchall()
        columns = con.execute(
            "SELECT table_name || '.' || column_name, comment FROM duckdb_columns() WHERE NOT internal"
        ).fetchall()
    assert len(names) >= 14 and len(columns) > 100
    assert [name for name, comment in names + columns if not comment] == []


def test_each_kind_of_fact_has_a_table_with_its_slots(tmp_path: Path) -> None:
    assert list(FACT_TABLES) == [cls.kind for cls in ALL_FACTS]
    with connect_build(tmp_path) as con:
        for cls in ALL_FACTS:
            found = con.execute(
                "SELECT column_name FROM duckdb_columns() WHERE table_name = ?", [FACT_TABLES[cls.kind]]
            )
            columns = {name for (name,) in found.fetchall()}
            slots = {field.name for field in fields(cls)} - {"evidence", "behind"}
            assert slots <= columns
            common = {"fact_id", "article_id", "run_id", "bloc_mention_id", "document_id", "quote", "verdict"}
            on_publishing = {"bloc_id", "agency_id", "place_id", "recipient_id", "recipient_agency_id"}
            assert columns - slots <= common | on_publishing | {"award_class", "granting_authority"}


def test_evidence_is_where_sql_says_it_is(tmp_path: Path) -> None:
    wrong = view(
        tmp_path,
        'SELECT * FROM evidence e JOIN articles USING (article_id) WHERE substring(text, start + 1, "end" - start) <> quote',
        page("a.txt"),
        page("b.txt", bloc(NFD), leader(NFD), text=NFD),
    )
    assert wrong == []


OTHER = f"{TEXT} Ảnh: Minh An"
"""The same report as another paper prints it, so that it is no mere copy."""
NFD = f"🏆 Tổ\u0323 chức\n\n{BLOC} họp, bầu Sở Y tế."


def test_one_election_told_twice_is_one_row_with_two_sources(tmp_path: Path) -> None:
    told = "SELECT bloc, year, role, agency, status, statuses, reports, len(urls), quotes FROM leadership_timeline"
    assert view(
        tmp_path,
        told,
        page("a.txt", bloc(), leader()),
        page("b.txt", bloc(), leader(status="serving"), text=OTHER, url="https://b.org/1"),
    ) == [(BLOC, 2024, "leader", "Sở Y tế", "serving", ["elected", "serving"], 2, 2, ["bầu Sở Y tế"])]


@pytest.mark.parametrize(
    ("slots", "rows"),
    [
        ({}, 1),
        ({"province": "Gia Lai"}, 2),
        ({"authority": "Công an tỉnh"}, 2),
        ({"district": "Đức Cơ"}, 2),
        ({"name": "Khối thi đua số 3"}, 2),
        ({"province": None}, 2),
    ],
)
def test_blocs_of_other_places_and_authorities_are_kept_apart(tmp_path: Path, slots: dict[str, str], rows: int) -> None:
    other = bloc(**slots)
    pages = (page("a.txt", bloc(), leader()), page("b.txt", other, leader(bloc=other.name), text=OTHER))
    assert view(tmp_path, "SELECT count(*) FROM leadership_timeline", *pages) == [(rows,)]


def test_a_bloc_of_an_unknown_place_is_never_taken_for_another_pages(tmp_path: Path) -> None:
    unknown, national = bloc(province=None), bloc(province=None, level="trung ương", authority="Bộ Công an")
    told = "SELECT count(DISTINCT bloc_id) FROM leadership_timeline"
    assert view(
        tmp_path / "1", told, page("a.txt", unknown, leader()), page("b.txt", unknown, leader(), text=OTHER)
    ) == [(2,)]
    assert view(
        tmp_path / "2", told, page("a.txt", national, leader()), page("b.txt", national, leader(), text=OTHER)
    ) == [(1,)]


def test_an_award_shows_its_furthest_stage(tmp_path: Path) -> None:
    told = "SELECT award, grantor, recipient, status, statuses, reports FROM award_table"
    conferred = award(status="conferred", grantor="Chủ tịch UBND tỉnh")
    assert view(tmp_path, told, page("a.txt", bloc(), award()), page("b.txt", bloc(), conferred, text=OTHER)) == [
        ("Cờ thi đua", "Chủ tịch UBND tỉnh", "Sở Tài chính", "conferred", ["proposed", "conferred"], 2)
    ]


def test_numbers_and_other_grantors_are_other_awards(tmp_path: Path) -> None:
    number = award(recipient=None, count=2, evidence=evidence(NFD, trigger="họp"))
    other = award(grantor="Chính phủ")
    told = "SELECT grantor, recipient, count FROM award_table ORDER BY ALL"
    assert view(tmp_path, told, page("a.txt", bloc(), award(), other, number)) == [
        ("Chính phủ", "Sở Tài chính", None),
        ("UBND tỉnh", "Sở Tài chính", None),
        ("UBND tỉnh", None, 2),
    ]


LIST = "Khối thi đua số 2 năm 2024\n\nKhối gồm các thành viên:\n- Sở Y tế\n- Sở Tài chính\nNăm 2025 họp."


@pytest.mark.parametrize(
    ("spans", "quote"),
    [
        ({}, None),
        ({"agency": "Sở Y tế"}, "Sở Y tế"),
        ({"trigger": "Khối gồm", "agency": "Sở Tài chính"}, "Khối gồm các thành viên: - Sở Y tế - Sở Tài chính"),
        ({"trigger": "Khối gồm", "agency": "Sở Y tế", "year": "2024"}, "Khối gồm các thành viên: - Sở Y tế"),
        ({"trigger": "họp", "year": "2025"}, "2025 họp"),
    ],
)
def test_the_quote_is_the_words_around_the_trigger(spans: dict[str, str], quote: str | None) -> None:
    assert quote_of(LIST, leader(evidence=evidence(LIST, **spans))) == quote


def test_the_quote_stays_short() -> None:
    text = "bầu " + "x " * 500 + "Sở Y tế"
    fact: Fact = leader(evidence=evidence(text, trigger="bầu", agency="Sở Y tế"))
    assert quote_of(text, fact) == "bầu"


def test_a_run_names_rules_and_libraries() -> None:
    info = run_info("load")
    assert info.rules_hash == rules_hash() and len(info.rules_hash) == 20
    assert set(info.versions) == {"python", "thidua", "spacy", "underthesea", "underthesea_core", "duckdb"}


def test_an_award_given_though_it_was_declined_is_a_conflict(tmp_path: Path) -> None:
    declined = Problem(
        code="award-declined", message="Sở Tài chính declines", where="Sở Tài chính", start=TEXT.index("Sở Tài"),
        end=len(TEXT) - 1,
    )  # fmt: skip
    met = Meeting(bloc=BLOC, type="tổng kết", year=2023, rule="test", evidence=evidence(TEXT, trigger="tổng kết"))
    first = page("a.txt", bloc(), met, problems=(declined,))
    later = page("b.txt", bloc(), award(status="conferred"), text=OTHER)
    told = "SELECT conflict, what, chosen, other, quotes[2], reason <> '' FROM conflicts"
    assert view(tmp_path, told, first, later) == [
        ("given though refused", "Cờ thi đua Sở Tài chính", "conferred", "declined", "Sở Tài chính", True)
    ]
