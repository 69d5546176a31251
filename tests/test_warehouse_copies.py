"""Near-duplicates are linked in the tables, and a page that is forgotten leaves nothing behind."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sample_pages import BLOC, RUN, TEXT, award, bloc, leader, page

from pipeline.ids import article_id, page_id
from pipeline.record import Problem
from pipeline.warehouse.files import connect_build
from pipeline.warehouse.forget import forget_page
from pipeline.warehouse.load import load
from pipeline.warehouse.open import open_warehouse
from pipeline.warehouse.publish import publish
from pipeline.warehouse.rows import FACT_TABLES

KEYS = ("https://a.org/1", "https://b.org/1", "https://c.org/1")
FIRST, SECOND, THIRD = (article_id(page_id(key), TEXT) for key in KEYS)


def pages() -> list[Any]:
    return [page(key, bloc(), leader(), award(), url=key) for key in KEYS]


def ask(data: Path, sql: str) -> list[tuple[Any, ...]]:
    with connect_build(data) as con:
        return con.execute(sql).fetchall()


LINKS = "SELECT article_id, original_id, similarity, run_id FROM article_copies ORDER BY similarity"


def test_copies_are_linked_and_stay_with_their_run(tmp_path: Path) -> None:
    first = load(tmp_path, pages(), RUN, copies=[(SECOND, FIRST, 0.8), (THIRD, FIRST, 0.9), ("gone", FIRST, 1.0)])
    assert first.copies == 2
    rows = [(SECOND, FIRST, 0.8, first.run_id), (THIRD, FIRST, 0.9, first.run_id)]
    assert ask(tmp_path, LINKS) == rows
    same = load(tmp_path, pages(), RUN, copies=[(THIRD, FIRST, 0.9), (SECOND, FIRST, 0.8)])
    assert (same.copies, same.pages_unchanged, ask(tmp_path, LINKS)) == (0, 3, rows)
    assert (load(tmp_path, [], RUN).copies, ask(tmp_path, LINKS)) == (0, rows)  # a load of files knows nothing of them
    other = load(tmp_path, [], RUN, copies=[(THIRD, SECOND, 0.95)])
    assert (other.copies, ask(tmp_path, LINKS)) == (2, [(THIRD, SECOND, 0.95, other.run_id)])
    assert load(tmp_path, [], RUN, copies=[]).copies == 1
    assert len(ask(tmp_path, "FROM articles")) == 3


def test_reprints_show_both_sides(tmp_path: Path) -> None:
    load(tmp_path, pages(), RUN, copies=[(SECOND, FIRST, 0.8)])
    publish(tmp_path)
    with open_warehouse(tmp_path, quiet=True) as con:
        found = con.execute("SELECT url, copy_url, similarity FROM reprints").fetchall()
    assert found == [(KEYS[0], KEYS[1], 0.8)]


def test_a_forgotten_page_leaves_nothing_behind(tmp_path: Path) -> None:
    assert forget_page(tmp_path, page_id(KEYS[0])) == 0
    assert not list(tmp_path.iterdir())
    older = page(KEYS[0], bloc(TEXT + " Thêm."), text=TEXT + " Thêm.", url=KEYS[0])
    noted = Problem(code="odd", message="odd", where=KEYS[0])
    load(tmp_path, [older, *pages()], RUN, [noted], copies=[(SECOND, FIRST, 0.8), (THIRD, SECOND, 0.9)])
    others = {table: len(ask(tmp_path, f"FROM {table}")) for table in (*FACT_TABLES.values(), "evidence")}
    assert forget_page(tmp_path, page_id(KEYS[0])) == 2
    assert [url for (url,) in ask(tmp_path, "SELECT url FROM articles ORDER BY 1")] == list(KEYS[1:])
    for table, before in others.items():
        assert len(ask(tmp_path, f"FROM {table}")) * 3 == before * 2, table
        assert ask(tmp_path, f"FROM {table} WHERE article_id = '{FIRST}'") == []
    assert ask(tmp_path, f"FROM problems WHERE page_id = '{page_id(KEYS[0])}'") == []
    assert [row[:2] for row in ask(tmp_path, LINKS)] == [(THIRD, SECOND)]
    assert forget_page(tmp_path, page_id(KEYS[0])) == 0
    assert BLOC in str(ask(tmp_path, "FROM bloc_mentions"))
