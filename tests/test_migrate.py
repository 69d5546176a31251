"""Build files of older tables are brought forward: nothing lost, nothing half done whenever the process dies."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import duckdb
import pytest
from sample_pages import RUN, bloc, generation, page, ranking

from pipeline.warehouse.files import BUILD_NAME, SCHEMA_VERSION, WarehouseError, connect_build
from pipeline.warehouse.load import load
from pipeline.warehouse.open import open_warehouse
from pipeline.warehouse.rows import FACT_TABLES, page_rows

OLD_SCHEMAS = {
    version: (Path(__file__).parent / "data" / f"schema-v{version}.sql").read_text("utf-8") for version in (1, 2)
}
KEPT = "build-v1.duckdb"
OLD_KINDS = ("bloc_mentions", "meetings", "memberships", "leaderships", "awards", "people")


def old_build(data: Path, *changes: str, pages: int = 3, version: int = 1) -> None:
    """Make a build file as an older version did, with pages that this version reads, and changes to its rows."""
    data.mkdir(exist_ok=True)
    with duckdb.connect(str(data / BUILD_NAME)) as con:
        con.execute(OLD_SCHEMAS[version])
        con.execute("CREATE VIEW bloc_keys AS SELECT fact_id AS bloc_mention_id, name AS bloc FROM bloc_mentions")
        con.execute(
            "INSERT INTO runs (run_id, command, started, rules_hash, versions) "
            "VALUES ('r1', 'load', TIMESTAMP '2026-01-02 03:04:05', '0', MAP {'python': '3'})"
        )
        con.begin()
        for item in generation(2024, pages):
            rows = page_rows(item, "r1")
            for table, row in (
                ("articles", rows.article),
                *rows.facts,
                *(("evidence", row) for row in rows.evidence),
            ):
                names = ", ".join(f'"{name}"' for name in row)
                con.execute(f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(row))})", [*row.values()])
        con.commit()
        for change in changes:
            con.execute(change)


def rows_of(data: Path, sql: str, name: str = BUILD_NAME) -> list[tuple[Any, ...]]:
    with duckdb.connect(str(data / name), read_only=True) as con:
        return con.execute(sql).fetchall()


@pytest.mark.parametrize("version", OLD_SCHEMAS)
def test_all_rows_are_taken_over(tmp_path: Path, capsys: pytest.CaptureFixture[str], version: int) -> None:
    old_build(tmp_path, version=version)
    kept = f"build-v{version}.duckdb"
    before = {
        table: rows_of(tmp_path, f"SELECT * FROM {table} ORDER BY ALL")
        for table in ("runs", "articles", "evidence", *OLD_KINDS)
    }
    columns = {
        table: [name for (name,) in rows_of(tmp_path, f"SELECT column_name FROM (DESCRIBE {table})")]
        for table in before
    }
    connect_build(tmp_path).close()
    said = capsys.readouterr().err
    assert f"version {version}" in said and kept in said and said.count("\n") == 1
    for table, rows in before.items():
        names = ", ".join(f'"{name}"' for name in columns[table])
        assert rows_of(tmp_path, f"SELECT {names} FROM {table} ORDER BY ALL") == rows, table
        assert rows_of(tmp_path, f"SELECT * FROM {table} ORDER BY ALL", kept) == rows, table
    assert sum(len(before[table]) for table in OLD_KINDS) == 9
    assert rows_of(tmp_path, "SELECT schema_version FROM snapshot") == [(SCHEMA_VERSION,)]
    assert rows_of(tmp_path, "SELECT schema_version FROM snapshot", kept) == [(version,)]
    assert rows_of(tmp_path, "SELECT data_type FROM duckdb_columns() WHERE column_name = 'role'")[0][0].startswith(
        "ENUM"
    )
    assert rows_of(tmp_path, "FROM problems") == []
    for table in FACT_TABLES.values():
        if table not in OLD_KINDS:
            assert rows_of(tmp_path, f"FROM {table}") == []


@pytest.mark.parametrize("version", OLD_SCHEMAS)
def test_the_new_file_is_as_one_made_today(tmp_path: Path, version: int) -> None:
    old_build(tmp_path / "old", version=version)
    made = "SELECT table_name, column_name, data_type, is_nullable, comment FROM duckdb_columns() WHERE NOT internal ORDER BY ALL"
    for name in ("old", "new"):
        connect_build(tmp_path / name).close()
    assert rows_of(tmp_path / "old", made) == rows_of(tmp_path / "new", made)
    views = "SELECT view_name, sql FROM duckdb_views() WHERE NOT internal ORDER BY ALL"
    assert rows_of(tmp_path / "old", views) == rows_of(tmp_path / "new", views)
    assert sorted(os.listdir(tmp_path / "old")) == [f"build-v{version}.duckdb", BUILD_NAME]


@pytest.mark.parametrize("version", OLD_SCHEMAS)
def test_loading_goes_on_and_the_same_pages_are_known(tmp_path: Path, version: int) -> None:
    old_build(tmp_path, version=version)
    summary = load(tmp_path, generation(2024, 4), RUN)
    assert (summary.pages_unchanged, summary.pages_new, summary.pages_changed) == (3, 1, 0)
    connect_build(tmp_path).close()  # and once is enough
    assert sorted(os.listdir(tmp_path)) == [f"build-v{version}.duckdb", BUILD_NAME]


def test_values_that_do_not_fit_are_problems_and_the_rest_goes_on(tmp_path: Path) -> None:
    old_build(
        tmp_path,
        "UPDATE bloc_mentions SET level = 'liên tỉnh' WHERE article_id = (SELECT min(article_id) FROM articles)",
        "UPDATE leaderships SET status = 'crowned' WHERE article_id = (SELECT max(article_id) FROM articles)",
    )
    connect_build(tmp_path).close()
    assert rows_of(tmp_path, "SELECT count(*), count(level) FROM bloc_mentions") == [(3, 2)]
    assert rows_of(tmp_path, "SELECT count(*) FROM leaderships") == [(2,)]
    assert rows_of(tmp_path, "SELECT count(*) FROM awards") == [(3,)]
    problems = rows_of(
        tmp_path, "SELECT location, message, run_id, page_id IS NOT NULL FROM problems ORDER BY location"
    )
    assert [(where, run, page) for where, _, run, page in problems] == [("level", "r1", True), ("status", "r1", True)]
    assert "'liên tỉnh'" in problems[0][1] and "is empty now" in problems[0][1]
    assert "'crowned'" in problems[1][1] and "left out" in problems[1][1]
    assert rows_of(tmp_path, "SELECT count(*) FROM evidence WHERE kind = 'leader'") == [(4,)]
    summary = load(tmp_path, generation(2024, 3), RUN)  # what was lost is read anew, and only that
    assert (summary.pages_changed, summary.pages_unchanged) == (2, 1)
    assert rows_of(tmp_path, "SELECT count(*) FROM leaderships") == [(3,)]
    assert rows_of(tmp_path, "FROM problems") == []


def test_nothing_refers_to_a_bloc_that_was_left_out(tmp_path: Path) -> None:
    old_build(tmp_path, "UPDATE bloc_mentions SET bloc_kind = 'nhóm'")
    connect_build(tmp_path).close()
    assert rows_of(tmp_path, "SELECT count(*) FROM bloc_mentions") == [(0,)]
    assert rows_of(tmp_path, "SELECT count(*), count(bloc_mention_id) FROM leaderships") == [(3, 0)]
    assert rows_of(tmp_path, "SELECT count(*) FROM problems") == [(3,)]


def test_what_was_said_beyond_the_six_kinds_finds_its_place(tmp_path: Path) -> None:
    """The closed list of kinds was shorter: after the migration, evidence of the new ones fits."""
    old_build(tmp_path, version=2)
    fact = ranking()
    load(tmp_path, [page("new.txt", bloc(), fact)], RUN)
    assert rows_of(tmp_path, "SELECT agency, position FROM rankings") == [("Sở Y tế", 1)]
    assert rows_of(tmp_path, "SELECT count(*) FROM evidence WHERE kind = 'ranking'") == [(len(fact.evidence),)]


def test_the_log_of_a_killed_load_is_taken_over(tmp_path: Path) -> None:
    """Rows that the old file has in its log only, since the process that wrote them was killed."""
    old_build(tmp_path)
    code = (
        "import duckdb, os, signal, sys; c = duckdb.connect(sys.argv[1]); c.execute(\"SET checkpoint_threshold = '1GB'\"); "
        "c.execute(\"UPDATE articles SET title = 'from the log'\"); os.kill(os.getpid(), signal.SIGKILL)"
    )
    subprocess.run([sys.executable, "-c", code, str(tmp_path / BUILD_NAME)], check=False, timeout=60)
    assert (tmp_path / f"{BUILD_NAME}.wal").stat().st_size > 0
    connect_build(tmp_path).close()
    assert rows_of(tmp_path, "SELECT DISTINCT title FROM articles") == [("from the log",)]
    assert not list(tmp_path.glob("*.wal"))


MIGRATE = """
import sys
from pathlib import Path
from pipeline.warehouse.files import connect_build

import pyarrow
print("go", flush=True)
connect_build(Path(sys.argv[1])).close()
"""


@pytest.mark.parametrize("seed", range(6))
def test_a_killed_migration_leaves_the_old_file_or_the_new_one(tmp_path: Path, seed: int) -> None:
    old_build(tmp_path, pages=40)
    with subprocess.Popen(
        [sys.executable, "-c", MIGRATE, str(tmp_path)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as job:
        assert job.stdout and job.stdout.readline() == b"go\n"
        try:
            job.wait(timeout=random.Random(seed).uniform(0.01, 0.5))
        except subprocess.TimeoutExpired:
            os.kill(job.pid, signal.SIGKILL)
    [(version,)] = rows_of(tmp_path, "SELECT schema_version FROM snapshot") if not _has_log(tmp_path) else [(None,)]
    assert version in (1, SCHEMA_VERSION, None)
    with connect_build(tmp_path) as con:
        assert con.execute("SELECT count(*) FROM leaderships").fetchall() == [(40,)]
        assert con.execute("SELECT count(*) FROM articles").fetchall() == [(40,)]
        assert con.execute("SELECT schema_version FROM snapshot").fetchall() == [(SCHEMA_VERSION,)]
    assert rows_of(tmp_path, "SELECT count(*) FROM leaderships", KEPT) == [(40,)]
    assert sorted(os.listdir(tmp_path)) == [KEPT, BUILD_NAME]


def _has_log(data: Path) -> bool:
    return (data / f"{BUILD_NAME}.wal").exists()


@pytest.mark.parametrize("left_over", ["unfinished", "unfinished and kept"])
def test_what_a_killed_migration_leaves_is_thrown_away(tmp_path: Path, left_over: str) -> None:
    """Each state in which it can die: while it makes the new file; when the old one has its second name."""
    old_build(tmp_path)
    (tmp_path / ".build-migrated.tmp").write_bytes(b"half a file")
    (tmp_path / ".build-migrated.tmp.wal").write_bytes(b"half a log")
    if left_over.endswith("kept"):
        os.link(tmp_path / BUILD_NAME, tmp_path / KEPT)
    connect_build(tmp_path).close()
    assert rows_of(tmp_path, "SELECT count(*) FROM leaderships") == [(3,)]
    assert sorted(os.listdir(tmp_path)) == [KEPT, BUILD_NAME]


def test_an_older_file_that_is_kept_already_stays(tmp_path: Path) -> None:
    old_build(tmp_path)
    (tmp_path / KEPT).write_bytes(b"of an earlier time")
    connect_build(tmp_path).close()
    assert (tmp_path / KEPT).read_bytes() == b"of an earlier time"
    assert rows_of(tmp_path, "SELECT count(*) FROM leaderships", "build-v1-2.duckdb") == [(3,)]


def test_a_file_system_without_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_link(*_: object) -> None:
        raise PermissionError

    old_build(tmp_path)
    monkeypatch.setattr(os, "link", no_link)
    connect_build(tmp_path).close()
    assert rows_of(tmp_path, "SELECT count(*) FROM leaderships", KEPT) == [(3,)]
    assert sorted(os.listdir(tmp_path)) == [KEPT, BUILD_NAME]


def test_where_it_cannot_be_done_the_old_file_stays(tmp_path: Path) -> None:
    old_build(
        tmp_path,
        "DROP TABLE articles",
        "CREATE TABLE articles (article_id VARCHAR)",
        "INSERT INTO articles VALUES ('a')",
    )
    with pytest.raises(WarehouseError, match=r"version 1 and could not.*It is as it was"):
        connect_build(tmp_path)
    assert os.listdir(tmp_path) == [BUILD_NAME]
    assert rows_of(tmp_path, "SELECT count(*) FROM leaderships") == [(3,)]


def test_a_newer_file_is_refused(tmp_path: Path) -> None:
    connect_build(tmp_path).close()
    with duckdb.connect(str(tmp_path / BUILD_NAME)) as con:
        con.execute("UPDATE snapshot SET schema_version = 99")
    with pytest.raises(WarehouseError, match=r"version 99.*update Thidua"):
        connect_build(tmp_path)
    assert os.listdir(tmp_path) == [BUILD_NAME]


@pytest.mark.parametrize(("version", "advice"), [(1, "thidua publish"), (99, "update Thidua")])
def test_a_snapshot_of_another_version_opens_and_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], version: int, advice: str
) -> None:
    old_build(tmp_path, f"UPDATE snapshot SET snapshot_id = 's', published_at = now(), schema_version = {version}")
    snapshot = tmp_path / "thidua-s.duckdb"
    shutil.move(tmp_path / BUILD_NAME, snapshot)
    with open_warehouse(snapshot) as con:
        assert con.execute("SELECT count(*) FROM leaderships").fetchall() == [(3,)]
    assert advice in capsys.readouterr().err
    with open_warehouse(snapshot, quiet=True):
        assert capsys.readouterr().err == ""


def test_todays_build_says_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    load(tmp_path, [page()], RUN)
    load(tmp_path, [page()], RUN)
    assert capsys.readouterr().err == ""
    assert os.listdir(tmp_path) == [BUILD_NAME]
