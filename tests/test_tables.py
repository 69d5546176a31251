"""The functions for pandas: right rows, right types, and words that help where nothing is called what was asked for."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import pandas as pd
import pytest

import pipeline
from pipeline import tables
from pipeline.tables import UnknownNameError
from pipeline.warehouse.files import WarehouseError

VIEWS = {
    "bloc_years": tables.bloc_years,
    "leadership_timeline": tables.leaderships,
    "award_table": tables.awards,
    "membership_matrix": tables.members,
    "agency_years": tables.agency_years,
    "award_counts": tables.award_counts,
    "ranking_table": tables.rankings,
    "movement_table": tables.movements,
    "initiative_table": tables.initiatives,
    "document_table": tables.documents,
    "conflicts": tables.conflicts,
    "coverage": tables.coverage,
}


@pytest.mark.parametrize(("view", "function"), VIEWS.items())
def test_without_a_wish_each_gives_its_whole_view(view: str, function: Callable[..., pd.DataFrame], published: Path) -> None:  # fmt: skip
    found = function(warehouse=published)
    with pipeline.open_warehouse(published, quiet=True) as con:
        assert list(found.columns) == con.sql(f"FROM {view}").columns
        assert [(len(found),)] == con.sql(f"SELECT count(*) FROM {view}").fetchall()
    assert len(found) > 0 or view == "conflicts", "the bundled reports do not contradict each other"


def test_rows_are_those_that_were_asked_for(published: Path) -> None:
    found = tables.leaderships(province="Quảng Ngãi", year=2024, warehouse=published)
    assert set(zip(found.bloc, found.role, found.agency, strict=True)) == {
        ("Khối thi đua Nội chính", "leader", "Công an tỉnh"),
        ("Khối thi đua Nội chính", "deputy", "Cục Thi hành án dân sự"),
    }
    [bloc] = tables.bloc_years(bloc="nội chính", province="Quảng Ngãi", year=2023, warehouse=published).itertuples()
    assert "Công an tỉnh" in bloc.members and bloc.member_count == len(bloc.members) == 8
    assert set(tables.awards(status="conferred", warehouse=published).status) == {"conferred"}
    assert set(tables.documents(province="Bình Phước", warehouse=published).province) == {"Bình Phước"}
    assert set(tables.awards(level="huyện", warehouse=published).level) == {"huyện"}
    assert set(tables.agency_years(agency="SỞ Y TẾ", warehouse=published).agency) == {"Sở Y tế"}


@pytest.mark.parametrize("name", ["Bình Phước", "tỉnh Bình Phước", "BÌNH PHƯỚC", "Bi\u0300nh Phước"])
def test_a_province_goes_by_any_form_of_its_name(name: str, published: Path) -> None:
    assert set(tables.bloc_years(province=name, warehouse=published).province) == {"Bình Phước"}


def test_a_province_of_today_finds_those_that_went_into_it(published: Path) -> None:
    assert "Bình Phước" in set(tables.bloc_years(province="Đồng Nai", warehouse=published).province)


def test_types(published: Path) -> None:
    found = tables.bloc_years(warehouse=published)
    assert pd.api.types.is_integer_dtype(found.year) and pd.api.types.is_integer_dtype(found.member_count.dropna())
    assert found.is_disputed.dtype == bool
    assert isinstance(found.quotes.iloc[0], np.ndarray) and isinstance(found.quotes.iloc[0][0], str)
    assert found.leader.isna().any()
    voted = tables.awards(warehouse=published)
    assert all(status in stages for status, stages in zip(voted.status, voted.statuses, strict=True))
    assert pd.api.types.is_datetime64_any_dtype(found.review_day)
    year: Any = found.year.iloc[0]  # a numpy integer, as it comes out of a table
    assert (tables.bloc_years(year=year, warehouse=published).year == year).all()


def test_nothing_known_is_an_empty_table_with_all_columns(published: Path) -> None:
    found = tables.bloc_years(province="Hà Nội", year=1999, warehouse=published)
    assert found.empty and list(found.columns) == list(tables.bloc_years(warehouse=published).columns)


def test_names_may_be_typed_without_their_marks(published: Path) -> None:
    for ask, typed, marked in (
        (tables.bloc_years, {"province": "binh phuoc"}, {"province": "Bình Phước"}),
        (tables.leaderships, {"bloc": "cum thi dua so 3"}, {"bloc": "Cụm thi đua số 3"}),
        (tables.agency_years, {"agency": "So Y te"}, {"agency": "Sở Y tế"}),
    ):
        found = ask(**typed, warehouse=published)
        assert not found.empty
        assert found.equals(ask(**marked, warehouse=published))
    with pytest.raises(UnknownNameError):
        tables.leaderships(bloc="?", warehouse=published)


@pytest.mark.parametrize(
    ("ask", "told"),
    [
        (lambda w: tables.bloc_years(province="Bình Phướt", warehouse=w), "did you mean Bình Phước"),
        (lambda w: tables.awards(status="won", warehouse=w), "it is one of voted, proposed, conferred"),
        (lambda w: tables.members(level="bộ", warehouse=w), "it is one of trung ương, tỉnh, huyện, xã, đơn vị"),
        (lambda w: tables.leaderships(bloc="số 77", warehouse=w), "the names are in the table blocs"),
        (lambda w: tables.agency_years(agency="Sở Y thế", warehouse=w), "did you mean Sở Y tế"),
        (lambda w: tables.report("no such", warehouse=w), "no article is called 'no such'"),
    ],
)
def test_what_nothing_is_called_is_told_with_what_is(ask: Callable[[Path], object], told: str, published: Path) -> None:
    with pytest.raises(UnknownNameError, match=told):
        ask(published)


def test_a_report_is_found_by_its_files_name_with_its_text(published: Path, reports: Path) -> None:
    record = tables.report("da-004", warehouse=published)
    assert record.article and record.article.text == (reports / "da-004.txt").read_text("utf-8")
    assert [leader.agency for leader in record.leaders if leader.year == 2024]
    assert record == tables.report(record.article_id, warehouse=published)


def test_a_connection_is_used_and_left_open(published: Path) -> None:
    con = pipeline.open_warehouse(published, quiet=True)
    assert len(tables.coverage(warehouse=con)) > 0
    assert con.sql("SELECT 1").fetchall() == [(1,)]
    con.close()


def test_the_folder_comes_from_the_environment(published: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("THIDUA_DATA", str(published))
    assert len(tables.conflicts()) == len(tables.conflicts(warehouse=published))


def test_nothing_published(tmp_path: Path) -> None:
    with pytest.raises(WarehouseError, match="run `thidua load` and `thidua publish` first"):
        tables.bloc_years(warehouse=tmp_path)


def test_a_snapshot_of_an_older_program_says_what_to_do(tmp_path: Path) -> None:
    with duckdb.connect(str(tmp_path / "old.duckdb")) as con:
        con.execute(
            "CREATE TABLE snapshot AS SELECT 1 AS schema_version, 'old' AS snapshot_id, TIMESTAMP '2024-01-01' AS published_at"
        )
    with pytest.raises(WarehouseError, match=r"no table bloc_years.*thidua publish"):
        tables.bloc_years(warehouse=tmp_path / "old.duckdb")


def test_a_kernel_that_holds_an_older_snapshot_gets_the_newest(published: Path, reports: Path, tmp_path: Path) -> None:
    from pipeline.commands.load import load_paths
    from pipeline.warehouse.publish import publish

    folder = tmp_path / "data"
    shutil.copytree(published, folder, symlinks=True)
    held = pipeline.open_warehouse(folder, quiet=True)
    before = len(tables.leaderships(warehouse=folder))
    text = (reports / "da-004.txt").read_text("utf-8")
    (tmp_path / "new.txt").write_text(text.replace("Quảng Ngãi", "Kon Tum"), "utf-8")
    load_paths([str(tmp_path / "new.txt")], folder, 1)
    publish(folder)
    assert len(tables.leaderships(warehouse=folder)) > before == len(tables.leaderships(warehouse=held))
    with pipeline.open_warehouse(folder, quiet=True) as newest:
        assert len(tables.leaderships(warehouse=newest)) > before
    held.close()
