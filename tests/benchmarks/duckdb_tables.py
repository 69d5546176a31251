"""Loading and publishing, against DuckDB reading the same rows from Parquet: what identities, keys and evidence cost."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory

from tests.benchmarks.measure import PROJECT, Row, in_turn, quotients, say, wall

ROUNDS = 3
REPORTS = 5_000


def run(*, quick: bool, full: bool) -> list[Row]:
    """Load and publish generated reports, and read the tables back from Parquet."""
    sys.path.insert(0, str(PROJECT / "tests"))  # the generator's modules stand there side by side
    from history import history

    pages = list(history(7, reports=REPORTS // 10 if quick else REPORTS).pages())
    say(f"  {len(pages)} generated reports")
    with TemporaryDirectory() as folder:
        return _measured(pages, Path(folder), 1 if quick else ROUNDS)


def _measured(pages: list[object], folder: Path, rounds: int) -> list[Row]:
    import duckdb

    from pipeline.warehouse.load import load
    from pipeline.warehouse.publish import publish
    from pipeline.warehouse.runs import run_info

    data, parquet = folder / "data", folder / "parquet"

    def load_all() -> None:
        rmtree(data, ignore_errors=True)
        load(data, pages, run_info("benchmark"))  # type: ignore[arg-type]

    load_all()
    publish(data)
    parquet.mkdir()
    with duckdb.connect(str((data / "thidua.duckdb").resolve()), read_only=True) as con:
        tables = [name for (name,) in con.execute("SELECT table_name FROM duckdb_tables() ORDER BY 1").fetchall()]
        rows = sum(con.execute(f"SELECT count(*) FROM {name}").fetchall()[0][0] for name in tables)
        for name in tables:
            con.execute(f"COPY {name} TO '{parquet / name}.parquet'")
    say(f"  {rows:,} rows in {len(tables)} tables")
    works: dict[str, Callable[[], object]] = {
        "load": load_all,
        "publish": lambda: publish(data),
        "DuckDB from Parquet": lambda: _from_parquet(parquet, folder / "copy.duckdb"),
    }
    times = in_turn(works, rounds)
    bare = wall(times["DuckDB from Parquet"])
    both = [a + b for a, b in zip(wall(times["load"]), wall(times["publish"]), strict=True)]
    return [
        Row("tables", f"{what}, {rows:,} rows, against DuckDB reading them from Parquet", _each(rows, ours), _each(rows, bare),
            quotients(ours, bare))
        for what, ours in (("load", wall(times["load"])), ("publish", wall(times["publish"])), ("both", both))
    ]  # fmt: skip


def _from_parquet(parquet: Path, file: Path) -> None:
    import duckdb

    file.unlink(missing_ok=True)
    with duckdb.connect(str(file)) as con:
        for path in sorted(parquet.glob("*.parquet")):
            con.execute(f"CREATE TABLE {path.stem} AS FROM '{path}'")


def _each(rows: int, seconds: list[float]) -> str:
    return f"{rows / sorted(seconds)[len(seconds) // 2]:,.0f} rows/s"
