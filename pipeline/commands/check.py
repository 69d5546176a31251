"""`thidua check`: the published tables held to their keys and to rules of quality."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pipeline.commands.console import print_json, print_text, say
from pipeline.commands.errors import ExitCode
from pipeline.warehouse.check import Result


def check(data: Path, examples: int, strict: bool, as_json: bool) -> ExitCode:
    """Check the newest snapshot and print what was found, one line a rule.

    Args:
        data: The folder of the tables.
        examples: How many rows of each rule to list, -1 for all.
        strict: Whether warnings count as errors.
        as_json: Print one JSON object.

    Returns:
        Whether errors were found.
    """
    from pipeline.warehouse.check import check as run_rules
    from pipeline.warehouse.check import findings_of, lines_of
    from pipeline.warehouse.open import open_warehouse

    con = open_warehouse(data, quiet=True)
    try:
        results = run_rules(con, examples)
        [(snapshot_id,)] = con.execute("SELECT snapshot_id FROM snapshot").fetchall()
    finally:
        con.close()
    errors, warnings = findings_of(results, "error"), findings_of(results, "warning")
    if as_json:
        print_json(_as_json(results, snapshot_id, errors, warnings))
    else:
        print_text("".join(f"{line}\n" for line in lines_of(results)))
    say(f"snapshot {snapshot_id}: {len(results)} rules, {errors} error(s), {warnings} warning(s)")
    return ExitCode.PROBLEMS if errors or (strict and warnings) else ExitCode.OK


def _as_json(results: Sequence[Result], snapshot_id: str | None, errors: int, warnings: int) -> dict[str, Any]:
    rules = [
        {
            "rule": rule.name,
            "severity": rule.severity,
            "explanation": rule.explanation,
            "count": broken,
            "examples": [finding._asdict() for finding in examples],
        }
        for rule, broken, examples in results
    ]
    return {"snapshot": snapshot_id, "errors": errors, "warnings": warnings, "rules": rules}
