"""Loading: the same report twice changes nothing, another reading replaces the old one, nothing gets lost."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import duckdb
import pytest
from sample_pages import BLOC, RUN, TEXT, award, bloc, generation, leader, member, page

import pipeline.warehouse.load as loading
from pipeline.ids import page_id
from pipeline.record import Problem
from pipeline.warehouse.files import BUILD_NAME, WarehouseError, connect_build, harden
from pipeline.warehouse.load import load
from pipeline.warehouse.rows import FACT_TABLES

TABLES = ("articles", "problems", "evidence", *FACT_TABLES.values())


def query(data: Path, sql: str) -> list[tuple[Any, ...]]:
    with connect_build(data) as con:
        return con.execute(sql).fetchall()


def contents(data: Path) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of all tables but `runs`."""
    with connect_build(data) as con:
        return {table: sorted(con.execute(f"FROM {table}").fetchall(), key=repr) for table in TABLES}


def test_the_same_pages_twice_change_nothing(tmp_path: Path) -> None:
    pages = [page("a.txt"), page("b.txt", problems=(Problem(code="date-contradicts-year", message="m"),))]
    unread = [Problem(code="empty-file", message="nothing in it", where="c.txt")]
    first = load(tmp_path, pages, RUN, unread)
    before = contents(tmp_path)
    second = load(tmp_path, pages, RUN, unread)
    assert contents(tmp_path) == before
    assert (first.pages_new, first.facts, first.problems) == (2, 6, 2)
    assert (second.pages_new, second.pages_changed, second.pages_unchanged) == (0, 0, 2)
    assert (second.facts, second.problems) == (0, 0)
    runs = query(
        tmp_path,
        "SELECT pages_new, pages_unchanged, finished IS NOT NULL, versions['python'] FROM runs ORDER BY started",
    )
    assert runs == [(2, 0, True, "3"), (0, 2, True, "3")]


def test_the_rows_hold_what_was_read(tmp_path: Path) -> None:
    load(tmp_path, [page("a.txt", url="https://example.org/a", source="kontum", province="Kon Tum")], RUN)
    columns = "page_key, url, source, province, text, sections[1].field, published::VARCHAR, superseded_by"
    assert query(tmp_path, f"SELECT {columns} FROM articles") == [
        ("a.txt", "https://example.org/a", "kontum", "Kon Tum", TEXT, "title", "2024-01-05", None)
    ]
    assert query(tmp_path, "SELECT bloc, role, agency, year, status, quote, inferred FROM leaderships") == [
        (BLOC, "leader", "Sở Y tế", 2024, "elected", "bầu Sở Y tế", [])
    ]
    assert query(tmp_path, "SELECT award, grantor, recipient, quote FROM awards") == [
        ("Cờ thi đua", "UBND tỉnh", "Sở Tài chính", "đề nghị UBND tỉnh tặng Cờ thi đua cho Sở Tài chính")
    ]
    assert query(tmp_path, "SELECT DISTINCT kind::VARCHAR AS kind, slot FROM evidence ORDER BY ALL") == [
        ("award", "award"), ("award", "recipient"), ("award", "trigger"),
        ("bloc", "name"), ("leader", "agency"), ("leader", "trigger"),
    ]  # fmt: skip


def test_another_reading_replaces_facts_and_keeps_their_ids(tmp_path: Path) -> None:
    problem = Problem(code="doubtful", message="m")
    load(tmp_path, [page("a.txt", bloc(), leader(agency="Sở Y-tế"), award(), problems=(problem,)), page("b.txt")], RUN)
    before = dict(query(tmp_path, "SELECT page_key, fact_id FROM leaderships JOIN articles USING (article_id)"))
    summary = load(tmp_path, [page("a.txt", bloc(), leader(), member("Sở Y tế"))], RUN)
    assert (summary.pages_changed, summary.facts) == (1, 3)
    after = query(
        tmp_path, "SELECT page_key, fact_id, agency FROM leaderships JOIN articles USING (article_id) ORDER BY ALL"
    )
    assert after == [("a.txt", before["a.txt"], "Sở Y tế"), ("b.txt", before["b.txt"], "Sở Y tế")]
    assert query(tmp_path, "SELECT page_key FROM awards JOIN articles USING (article_id)") == [("b.txt",)]
    assert query(tmp_path, "SELECT count(*) FROM memberships") == [(1,)]
    assert query(tmp_path, "SELECT count(*) FROM problems") == [(0,)]
    assert query(tmp_path, "SELECT count(*) FROM articles") == [(2,)]
    assert orphans(tmp_path) == []


def test_a_changed_page_is_a_new_version(tmp_path: Path) -> None:
    newer = TEXT + " Tin đã đính chính."
    load(tmp_path, [page("a.txt")], RUN)
    load(tmp_path, [page("a.txt", bloc(newer), leader(newer), text=newer)], RUN)
    versions = (
        "SELECT o.text, n.text FROM articles o LEFT JOIN articles n ON n.article_id = o.superseded_by ORDER BY ALL"
    )
    assert query(tmp_path, versions) == [(TEXT, newer), (newer, None)]
    assert query(tmp_path, "SELECT DISTINCT a.text FROM leaderships JOIN articles a USING (article_id)") == [(newer,)]
    assert query(tmp_path, "SELECT count(*) FROM awards") == [(0,)]
    load(tmp_path, [page("a.txt")], RUN)  # and back
    assert query(tmp_path, versions) == [(TEXT, None), (newer, TEXT)]
    assert query(tmp_path, "SELECT count(*) FROM awards") == [(1,)]
    assert orphans(tmp_path) == []


def test_versions_of_a_page_within_one_run(tmp_path: Path) -> None:
    newer = TEXT + " Tin đã đính chính."
    url = "https://example.org/a"
    load(tmp_path, [page(url, url=url), page("b.txt"), page(url, bloc(newer), text=newer, url=url)], RUN)
    assert query(tmp_path, "SELECT text FROM articles WHERE superseded_by IS NULL ORDER BY page_key") == [
        (TEXT,),
        (newer,),
    ]
    assert query(tmp_path, "SELECT count(*) FROM problems") == [(0,)]


def test_two_files_of_one_name_are_a_problem_and_not_a_silent_loss(tmp_path: Path) -> None:
    other = TEXT + " Ở huyện khác."
    load(tmp_path, [page("a.txt"), page("a.txt", bloc(other), text=other)], RUN)
    assert query(tmp_path, "SELECT code, location FROM problems") == [("page-key-twice", "a.txt")]
    assert query(tmp_path, "SELECT count(*) FROM articles") == [(2,)]


def test_a_problem_goes_when_its_page_can_be_read(tmp_path: Path) -> None:
    unread = Problem(code="empty-file", message="nothing in it", where="a.txt")
    load(tmp_path, [page("a.txt")], RUN)
    load(tmp_path, [], RUN, [unread, unread])
    assert query(tmp_path, "SELECT code, page_id FROM problems") == [("empty-file", page_id("a.txt"))]
    summary = load(tmp_path, [page("a.txt")], RUN)
    assert summary.pages_unchanged == 1
    assert query(tmp_path, "SELECT count(*) FROM problems") == [(0,)]


def test_problems_may_be_found_while_pages_are_read(tmp_path: Path) -> None:
    found: list[Problem] = []

    def pages() -> Any:
        yield page("a.txt")
        found.append(Problem(code="binary-file", message="no text", where="b.txt"))

    assert load(tmp_path, pages(), RUN, found).problems == 1


def test_what_no_table_can_hold_is_a_problem_and_the_rest_is_loaded(tmp_path: Path) -> None:
    broken = TEXT + "\ud800"
    undecodable = Problem(code="empty-file", message="nothing in \udcff.txt", where="\udcff.txt")
    pages = [
        page("a.txt"),
        page("b.txt", bloc(broken), text=broken),
        page("c\udcff.txt"),
        page("d.txt", text=TEXT + "\0"),
    ]
    load(tmp_path, pages, RUN, [undecodable])
    assert query(tmp_path, "SELECT page_key FROM articles ORDER BY ALL") == [("a.txt",), ("d.txt",)]
    assert query(tmp_path, "SELECT code, location FROM problems ORDER BY ALL") == [
        ("empty-file", "\\udcff.txt"),
        ("not-storable", "b.txt"),
        ("not-storable", "c\\udcff.txt"),
    ]


def test_more_than_one_batch(tmp_path: Path) -> None:
    summary = load(tmp_path, generation(2024, pages=2_500), RUN)
    assert (summary.pages_new, summary.facts) == (2_500, 7_500)
    assert load(tmp_path, generation(2024, pages=2_500), RUN).pages_unchanged == 2_500
    assert load(tmp_path, generation(2025, pages=2_500), RUN).pages_changed == 2_500
    assert query(tmp_path, "SELECT year, count(*) FROM leaderships GROUP BY year") == [(2025, 2_500)]
    assert orphans(tmp_path) == []


def test_a_second_writer_is_told_to_wait(tmp_path: Path) -> None:
    load(tmp_path, [page("a.txt")], RUN)
    holder = subprocess.Popen(
        [sys.executable, "-c", "import duckdb, sys; c = duckdb.connect(sys.argv[1]); print('held', flush=True); input()",
         str(tmp_path / BUILD_NAME)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        assert holder.stdout and holder.stdout.readline() == "held\n"
        with pytest.raises(WarehouseError, match="written by another process"):
            load(tmp_path, [page("b.txt")], RUN)
    finally:
        holder.communicate("\n", timeout=60)
    assert load(tmp_path, [page("b.txt")], RUN).pages_new == 1


def test_a_build_file_of_other_tables_is_refused(tmp_path: Path) -> None:
    load(tmp_path, [page("a.txt")], RUN)
    query(tmp_path, "UPDATE snapshot SET schema_version = 999")
    with pytest.raises(WarehouseError, match="version 999"):
        load(tmp_path, [page("a.txt")], RUN)


def test_no_database_at_all(tmp_path: Path) -> None:
    (tmp_path / BUILD_NAME).write_bytes(b"not a database" * 1000)
    with pytest.raises(WarehouseError, match=BUILD_NAME):
        load(tmp_path, [page("a.txt")], RUN)


def test_the_log_of_a_removed_build_file_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / f"{BUILD_NAME}.wal").write_bytes(b"of another file")
    assert load(tmp_path, [page("a.txt")], RUN).pages_new == 1


def test_a_load_that_fails_half_way_changes_no_page_of_its_batch(tmp_path: Path) -> None:
    load(tmp_path, generation(2024), RUN)
    before = contents(tmp_path)
    pages = [*generation(2025), page("z.txt", bloc(), leader(), award(status=None))]
    with pytest.raises(duckdb.ConstraintException):
        load(tmp_path, pages, RUN)
    assert contents(tmp_path) == before


LOADER = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from sample_pages import RUN, generation
from pipeline.warehouse.load import load

def pages():
    for number, page in enumerate(generation(2025, pages=2000)):
        if number == 1000:
            print("first batch", flush=True)
        yield page

load(Path(sys.argv[1]), pages(), RUN)
print("done", flush=True)
"""


@pytest.mark.parametrize("seed", range(3))
def test_a_killed_loader_leaves_no_page_half_replaced(tmp_path: Path, seed: int) -> None:
    load(tmp_path, generation(2024, pages=2000), RUN)
    child = subprocess.Popen(
        [sys.executable, "-c", LOADER, str(tmp_path), str(Path(__file__).parent)],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdout and child.stdout.readline() == "first batch\n"
    try:
        child.wait(timeout=random.Random(seed).uniform(0, 1))
    except subprocess.TimeoutExpired:
        os.kill(child.pid, signal.SIGKILL)
        child.wait(timeout=60)
    mixed = "SELECT count(*) FROM leaderships l JOIN awards a USING (article_id) WHERE l.year <> a.year"
    assert query(tmp_path, mixed) == [(0,)]
    assert query(tmp_path, "SELECT count(*) FROM leaderships") == [(2000,)]
    assert orphans(tmp_path) == []
    load(tmp_path, generation(2025, pages=2000), RUN)
    assert query(tmp_path, "SELECT year, count(*) FROM leaderships GROUP BY year") == [(2025, 2000)]
    assert query(tmp_path, "SELECT count(*) FROM articles") == [(2000,)]


def orphans(data: Path) -> list[tuple[Any, ...]]:
    """Rows that point at nothing, by table."""
    facts = " UNION ALL ".join(
        f"SELECT '{t}' AS name, fact_id, article_id, run_id FROM {t}" for t in FACT_TABLES.values()
    )
    return query(
        data,
        f"""
        WITH facts AS ({facts})
        SELECT name, fact_id FROM facts
        WHERE article_id NOT IN (SELECT article_id FROM articles WHERE superseded_by IS NULL)
           OR run_id NOT IN (SELECT run_id FROM runs)
        UNION ALL SELECT 'evidence', fact_id FROM evidence
        WHERE (fact_id, article_id) NOT IN (SELECT (fact_id, article_id) FROM facts)
        UNION ALL SELECT 'problems', problem_id FROM problems
        WHERE article_id IS NOT NULL AND article_id NOT IN (SELECT article_id FROM articles)
        """,
    )


def test_memory_is_given_back_between_batches_and_its_limit_stays(tmp_path: Path) -> None:
    load(tmp_path, [page(f"{n}.txt", text=f"{TEXT} {n}") for n in range(50)], RUN)
    with connect_build(tmp_path) as con:
        [(limit,)] = con.execute("SELECT current_setting('memory_limit')").fetchall()
        con.execute(
            "CREATE TEMP TABLE large AS SELECT range AS n, repeat('x', 100) || range AS t FROM range(3_000_000)"
        )
        before = con.execute("SELECT sum(n), min(t) FROM large").fetchall()
        for kept in (64, 0):  # the second is less than what is in use
            with pytest.MonkeyPatch.context() as patched:
                patched.setattr(loading, "_KEPT", kept)
                loading._free_blocks(con)
            assert con.execute("SELECT current_setting('memory_limit')").fetchall() == [(limit,)]
            assert con.execute("SELECT sum(n), min(t) FROM large").fetchall() == before


def test_a_long_query_prints_no_progress_among_the_data(capfd: pytest.CaptureFixture[str]) -> None:
    with duckdb.connect() as con:
        con.execute("SET progress_bar_time = 1")  # milliseconds; two seconds otherwise
        harden(con)
        capfd.readouterr()  # on a busy machine a setting itself takes longer than that
        con.execute("SELECT count(*) FROM range(30_000_000) a WHERE a.range % 7 = 3").fetchall()
    assert capfd.readouterr().out == ""
