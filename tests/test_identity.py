"""Who is who in a generated history whose truth is known, and every fact counted once."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
from duckdb import DuckDBPyConnection
from history import History, Truth, agency_labels, bloc_labels, history, majority, pairwise_f1, twice
from sample_pages import RUN

from pipeline.warehouse.load import load
from pipeline.warehouse.open import open_warehouse
from pipeline.warehouse.publish import publish

AGENCY_FLOOR, BLOC_FLOOR = 0.98, 0.97
"""Pairwise F1: of all pairs of mentions that are one, and that are taken for one."""

_SLOTS = (
    ("memberships", "agency", "agency_id"),
    ("leaderships", "agency", "agency_id"),
    ("awards", "recipient", "recipient_id"),
    ("awards", "recipient_agency", "recipient_agency_id"),
    ("people", "agency", "agency_id"),
)


def write_decisions(folder: Path, told: History) -> None:
    """The decisions that a user knows, as the file that they keep beside their data."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "decisions.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(["number", "authority", "province", "signed", "valid_from", "valid_to", "source"])
        for one in told.decisions():
            row = [one.number, one.authority, one.province, one.signed, one.valid_from, one.valid_to, "generated"]
            table.writerow(["" if value is None else value for value in row])


@pytest.fixture(scope="module")
def told() -> History:
    return history(seed=1)


@pytest.fixture(scope="module")
def truth(told: History) -> Truth:
    return told.truth()


@pytest.fixture(scope="module")
def tables(told: History, tmp_path_factory: pytest.TempPathFactory) -> Iterator[DuckDBPyConnection]:
    folder = tmp_path_factory.mktemp("history")
    write_decisions(folder, told)
    load(folder, told.pages(), RUN)
    publish(folder)
    with open_warehouse(folder, quiet=True) as con:
        yield con


def agency_ids(con: DuckDBPyConnection) -> dict[tuple[str, str], str]:
    return {
        (fact, slot): found
        for table, slot, column in _SLOTS
        for fact, found in con.execute(f"SELECT fact_id, {column} FROM {table} WHERE {column} IS NOT NULL").fetchall()
    }


def test_agencies_are_told_apart_and_together(tables: DuckDBPyConnection, truth: Truth) -> None:
    true, found = agency_labels(tables, truth), agency_ids(tables)
    assert true.keys() <= found.keys()
    score = pairwise_f1(list(true.values()), [found[key] for key in true])
    assert score.f1 >= AGENCY_FLOOR, score


def test_blocs_are_told_apart_and_together(tables: DuckDBPyConnection, truth: Truth) -> None:
    true = bloc_labels(tables, truth)
    found = dict(tables.execute("SELECT fact_id, bloc_id FROM bloc_mentions").fetchall())
    score = pairwise_f1(list(true.values()), [found[key] for key in true])
    assert score.f1 >= BLOC_FLOOR, score


def test_nothing_is_merged_across_places_or_the_reorganisation(tables: DuckDBPyConnection, truth: Truth) -> None:
    """An agency's true name ends in its place of its time ("Sở Y tế @ quang-ngai-2025"), a bloc's begins with its owner."""
    places: dict[str, set[str]] = defaultdict(set)
    found = agency_ids(tables)
    for key, name in agency_labels(tables, truth).items():
        places[found[key]].add(name.rpartition(" @ ")[2])
    assert [one for one in places.values() if len(one) > 1] == []
    owners: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    ids = dict(tables.execute("SELECT fact_id, bloc_id FROM bloc_mentions").fetchall())
    for fact, name in bloc_labels(tables, truth).items():
        owner = truth.blocs[name].owner
        owners[ids[fact]].add((owner.owner_id,))
    assert [one for one in owners.values() if len(one) > 1] == []


def test_the_reorganisation_is_lineage(tables: DuckDBPyConnection) -> None:
    [(renamed,)] = tables.execute("SELECT count(*) FROM agency_lineage WHERE relation <> 'place'").fetchall()
    [(moved,)] = tables.execute("SELECT count(*) FROM agency_lineage WHERE relation = 'place'").fetchall()
    [(blocs,)] = tables.execute("SELECT count(*) FROM bloc_lineage").fetchall()
    assert renamed and moved and blocs


def test_every_merge_has_its_reason(tables: DuckDBPyConnection) -> None:
    assert tables.execute("SELECT count(*) FROM merges WHERE reason IS NULL OR reason = ''").fetchall() == [(0,)]
    assert tables.execute("SELECT count(DISTINCT reason) FROM merges").fetchall() > [(3,)]


def test_contradictions_are_found_and_handovers_are_none(tables: DuckDBPyConnection, truth: Truth) -> None:
    true = bloc_labels(tables, truth, undecidable=True)
    ids = dict(tables.execute("SELECT fact_id, bloc_id FROM bloc_mentions").fetchall())
    names = majority(list(true.values()), [ids[key] for key in true])
    rows = tables.execute("SELECT conflict, bloc_id, year, quotes, urls, reason FROM conflicts").fetchall()
    assert all(len(quotes) == len(urls) == 2 and reason for *_, quotes, urls, reason in rows)
    found = {(conflict.removeprefix("two ").rstrip("s"), names[bloc], year) for conflict, bloc, year, *_ in rows}
    planted = {(one.kind, one.bloc, one.year) for one in truth.contradictions}
    assert len(planted & found) >= 0.8 * len(planted), planted - found
    assert not {(one.kind, one.bloc, one.year) for one in truth.lawful} & found


_OF_THE_PAGE = {"urls", "url", "stages", "left", "article_id"}
"""Columns with addresses of pages, and with ids that are made of them."""


def views_of(folder: Path) -> dict[str, list[tuple[object, ...]]]:
    """What each view says, but for the addresses of the pages."""
    with open_warehouse(folder, quiet=True) as con:
        names = con.execute(
            "SELECT view_name FROM duckdb_views() WHERE NOT internal AND view_name <> 'reprints' "
            "UNION ALL SELECT unnest(['bloc_years', 'agency_years', 'membership_matrix'])"
        ).fetchall()
        told = {}
        for (view,) in names:
            columns = [f'"{name}"' for name in con.sql(f"FROM {view} LIMIT 0").columns if name not in _OF_THE_PAGE]
            told[view] = con.execute(f"SELECT {', '.join(columns)} FROM {view} ORDER BY ALL").fetchall()
    return told


def test_every_report_twice_changes_no_figure(tmp_path: Path) -> None:
    small = history(seed=3, provinces=3, years=4, blocs=6)
    for name, pages in (("once", small.pages()), ("twice", twice(small.pages()))):
        write_decisions(tmp_path / name, small)
        load(tmp_path / name, pages, RUN)
        publish(tmp_path / name)
    once, again = views_of(tmp_path / "once"), views_of(tmp_path / "twice")
    assert once.keys() == again.keys() and len(once) >= 10
    for view in once:
        assert once[view] == again[view], view
