"""What fills, publishes and hands on the tables."""

from __future__ import annotations

from pathlib import Path

from pipeline.cli.ending import command, strictly
from pipeline.cli.options import AsJson, Data, Paths, Strict, Workers, check_paths


@command
def load(
    paths: Paths, data: Data = Path("data"), workers: Workers = 1, strict: Strict = False, as_json: AsJson = False
) -> int | None:
    """Load the facts of reports into the private tables.

    The same report twice changes nothing; one that was changed replaces its facts.
    """
    from pipeline.commands.load import load as run

    check_paths(paths)
    return strictly(run(paths, data, workers, as_json), strict)


@command
def publish(data: Data = Path("data"), as_json: AsJson = False) -> None:
    """Publish what was loaded as FOLDER/thidua.duckdb.

    Prints the snapshot's path. Who reads the one before is not disturbed.
    """
    from pipeline.commands.load import publish as run

    run(data, as_json)
