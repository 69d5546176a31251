"""Publishing: readers see whole snapshots only, are never blocked, and a killed job leaves the old snapshot."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pytest
from sample_pages import RUN, generation

from pipeline import open_warehouse
from pipeline.warehouse.files import BUILD_NAME, LINK_NAME, SNAPSHOT_GLOB, WarehouseError, connect_build
from pipeline.warehouse.load import load
from pipeline.warehouse.publish import is_published, publish

TESTS = Path(__file__).parent


def years(con: duckdb.DuckDBPyConnection) -> list[tuple[int, int]]:
    return con.execute("SELECT year, count(*) FROM leaderships GROUP BY year").fetchall()


def published(data: Path) -> list[tuple[int, int]]:
    with open_warehouse(data, quiet=True) as con:
        return years(con)


@contextmanager
def script(code: str, *args: object) -> Iterator[subprocess.Popen[str]]:
    """A Python process that ends with the block, whatever happens in it."""
    command = [sys.executable, "-c", code, *map(str, args)]
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate(timeout=60)


def first_line(process: subprocess.Popen[str]) -> str:
    assert process.stdout
    return process.stdout.readline().strip()


def test_publish_and_open(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    load(tmp_path, generation(2024), RUN)
    snapshot = publish(tmp_path)
    assert (tmp_path / LINK_NAME).resolve() == snapshot.resolve()
    for path in (tmp_path, tmp_path / LINK_NAME, snapshot, str(tmp_path)):
        with open_warehouse(path) as con:
            assert years(con) == [(2024, 40)]
            assert con.sql("SELECT snapshot_id FROM snapshot").fetchall() == [(snapshot.stem.removeprefix("thidua-"),)]
        said = capsys.readouterr().err
        assert snapshot.name in said and said.count("\n") == 1


def test_the_folder_comes_from_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load(tmp_path / "mine", generation(2024), RUN)
    publish(tmp_path / "mine")
    monkeypatch.setenv("THIDUA_DATA", str(tmp_path / "mine"))
    with open_warehouse(quiet=True) as con:
        assert years(con) == [(2024, 40)]
    monkeypatch.delenv("THIDUA_DATA")
    (tmp_path / "mine").rename(tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    with open_warehouse(quiet=True) as con:
        assert years(con) == [(2024, 40)]


def test_a_snapshot_needs_no_other_file_and_loads_nothing_from_the_network(tmp_path: Path) -> None:
    load(tmp_path, generation(2024), RUN)
    alone = tmp_path / "elsewhere" / "facts.duckdb"
    alone.parent.mkdir()
    shutil.copy(publish(tmp_path), alone)
    with open_warehouse(alone, quiet=True) as con:
        assert years(con) == [(2024, 40)]
        assert con.execute("SELECT current_setting('autoinstall_known_extensions')").fetchall() == [(False,)]
        with pytest.raises(duckdb.InvalidInputException, match="read-only"):
            con.execute("DELETE FROM leaderships")
    assert os.listdir(alone.parent) == ["facts.duckdb"]


def test_a_snapshot_is_in_the_storage_of_the_oldest_duckdb_promised(tmp_path: Path) -> None:
    load(tmp_path, generation(2024), RUN)
    with open_warehouse(publish(tmp_path), quiet=True) as con:
        [(tags,)] = con.execute(
            "SELECT tags FROM duckdb_databases() WHERE database_name = current_database()"
        ).fetchall()
    assert "v1.2.0" in tags["storage_version"]


@pytest.mark.parametrize("path", ["nothing", "nothing/thidua.duckdb"])
def test_nothing_published(tmp_path: Path, path: str) -> None:
    with pytest.raises(WarehouseError, match="thidua publish"):
        open_warehouse(tmp_path / path)
    with pytest.raises(WarehouseError, match="thidua load"):
        publish(tmp_path)
    assert os.listdir(tmp_path) == []


def test_a_file_of_something_else(tmp_path: Path) -> None:
    (tmp_path / LINK_NAME).write_bytes(b"not a database" * 1000)
    with pytest.raises(WarehouseError, match="does not open"):
        open_warehouse(tmp_path)
    (tmp_path / LINK_NAME).unlink()
    duckdb.connect(str(tmp_path / LINK_NAME)).close()
    with pytest.raises(WarehouseError, match=r"no file of Thidua's tables: [^\n]+$"):
        open_warehouse(tmp_path)


def test_a_file_of_something_else_is_left_alone(tmp_path: Path) -> None:
    load(tmp_path, generation(2024, pages=1), RUN)
    (tmp_path / "other").mkdir()
    for path, work in (
        (tmp_path / LINK_NAME, lambda: publish(tmp_path)),
        (tmp_path / "other" / BUILD_NAME, lambda: load(tmp_path / "other", generation(2024, pages=1), RUN)),
    ):
        with duckdb.connect(str(path)) as con:
            con.execute("CREATE TABLE snapshot AS SELECT 1 AS mine")
        before = path.read_bytes()
        with pytest.raises(WarehouseError, match="not Thidua's; move it away"):
            work()
        assert path.read_bytes() == before


def test_a_copied_snapshot_gives_way_to_the_link(tmp_path: Path) -> None:
    load(tmp_path, generation(2024, pages=1), RUN)
    copy = publish(tmp_path).read_bytes()
    (tmp_path / LINK_NAME).unlink()
    (tmp_path / LINK_NAME).write_bytes(copy)
    assert publish(tmp_path) == (tmp_path / LINK_NAME).resolve()


def test_a_kernel_that_holds_an_older_snapshot_gets_the_newest(tmp_path: Path) -> None:
    load(tmp_path, generation(2024), RUN)
    publish(tmp_path)
    with open_warehouse(tmp_path, quiet=True) as held:
        load(tmp_path, generation(2025), RUN)
        publish(tmp_path)
        assert published(tmp_path) == [(2025, 40)]
        assert years(held) == [(2024, 40)]


def test_the_last_few_snapshots_stay(tmp_path: Path) -> None:
    load(tmp_path, generation(2024), RUN)
    made = [publish(tmp_path, keep=2) for _ in range(4)]
    assert sorted(tmp_path.glob(SNAPSHOT_GLOB)) == made[-2:]
    assert publish(tmp_path, keep=1).exists()
    assert len(list(tmp_path.glob(SNAPSHOT_GLOB))) == 1


def test_stale_logs_do_not_shut_out_readers(tmp_path: Path) -> None:
    load(tmp_path, generation(2024), RUN)
    older = publish(tmp_path, keep=1)
    for path in (older, tmp_path / LINK_NAME):
        path.with_name(path.name + ".wal").write_bytes(b"of someone who wrote through the link")
    publish(tmp_path, keep=1)
    assert published(tmp_path) == [(2024, 40)]
    assert list(tmp_path.glob("*.wal")) == []


def test_publish_waits_for_no_writer(tmp_path: Path) -> None:
    load(tmp_path, generation(2024), RUN)
    publish(tmp_path)
    code = (
        "import sys, pathlib; from pipeline.warehouse.files import connect_build; "
        "c = connect_build(pathlib.Path(sys.argv[1])); print('held', flush=True); input()"
    )
    with script(code, tmp_path) as holder:
        assert first_line(holder) == "held"
        with pytest.raises(WarehouseError, match="another process"):
            publish(tmp_path)
        assert published(tmp_path) == [(2024, 40)]  # readers do not care


def test_a_snapshot_of_an_older_program_is_not_up_to_date(tmp_path: Path) -> None:
    assert not is_published(tmp_path)
    load(tmp_path, generation(2024, pages=1), RUN)
    snapshot = publish(tmp_path)
    assert is_published(tmp_path)
    snapshot.chmod(0o644)
    with duckdb.connect(str(snapshot)) as con:
        con.execute("UPDATE snapshot SET schema_version = 1")
    assert not is_published(tmp_path)
    snapshot.write_bytes(b"no database")
    assert not is_published(tmp_path)


READER = """
import sys
from pipeline.warehouse.open import open_warehouse

seen = []
stop = False
while not stop:
    with open_warehouse(sys.argv[1], quiet=True) as con:
        [(low, high, leaders)] = con.execute("SELECT min(year), max(year), count(*) FROM leaderships").fetchall()
        [(awards,)] = con.execute("SELECT count(*) FROM award_table WHERE year = ?", [low]).fetchall()
        assert low == high and leaders == awards == 40, (low, high, leaders, awards)
    if not seen:
        print("ready", flush=True)
    if not seen or seen[-1] != low:
        assert low > (seen[-1] if seen else 0), "an older snapshot after a newer one"
        seen.append(low)
    stop = low == int(sys.argv[2])
print(len(seen), flush=True)
"""


def test_readers_see_whole_snapshots_while_twenty_are_published(tmp_path: Path) -> None:
    # One file for each page and one recipient for each: 40 leaders and 40 awards in the views, or it is no whole state.
    load(tmp_path, generation(2000, distinct=True), RUN)
    publish(tmp_path)
    with script(READER, tmp_path, 2020) as a, script(READER, tmp_path, 2020) as b, script(READER, tmp_path, 2020) as c:
        readers = (a, b, c)
        assert [first_line(reader) for reader in readers] == ["ready"] * 3
        for year in range(2001, 2021):
            load(tmp_path, generation(year, distinct=True), RUN)
            publish(tmp_path, keep=2)
        for reader in readers:
            assert reader.wait(timeout=120) == 0, reader.stderr and reader.stderr.read()
            assert int(first_line(reader)) >= 2  # it did meet changes


PUBLISHER = """
import sys
from pathlib import Path
from pipeline.warehouse.publish import publish

print("go", flush=True)
while True:
    publish(Path(sys.argv[1]))
"""

LOADER = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from sample_pages import RUN, generation
from pipeline.warehouse.load import load

print("go", flush=True)
for year in range(3000, 4000):
    load(Path(sys.argv[1]), generation(year), RUN)
"""


@pytest.mark.parametrize("code", [PUBLISHER, LOADER], ids=["publisher", "loader"])
@pytest.mark.parametrize("seed", range(4))
def test_a_killed_job_leaves_the_old_snapshot_whole(tmp_path: Path, code: str, seed: int) -> None:
    load(tmp_path, generation(2024), RUN)
    publish(tmp_path)
    with script(code, tmp_path, TESTS) as job:
        assert first_line(job) == "go"
        try:
            job.wait(timeout=random.Random(seed).uniform(0, 0.6))
        except subprocess.TimeoutExpired:
            os.kill(job.pid, signal.SIGKILL)
    assert published(tmp_path) == [(2024, 40)]
    load(tmp_path, generation(2025), RUN)
    publish(tmp_path)
    assert published(tmp_path) == [(2025, 40)]
    assert not list(tmp_path.glob(".thidua-*"))
    with connect_build(tmp_path) as con:
        assert years(con) == [(2025, 40)]
