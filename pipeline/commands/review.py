"""`thidua review`: questions out to a table that people edit, and their decisions back in."""

from __future__ import annotations

from pathlib import Path

from pipeline.commands.console import print_json, say
from pipeline.commands.errors import CommandError
from pipeline.reviews import COLUMNS, ReviewError, read_reviews, write_reviews

_SHOWN = ("question", "quote", "url", "score")
"""What a person needs to see beside the columns of a decision."""


def export_questions(file: Path, data: Path, decided: bool, as_json: bool) -> None:
    """Write what waits for a decision, or with `decided` what was decided, to a .csv or .jsonl file.

    Raises:
        CommandError: the file's ending is neither, or an older program published the tables.
        WarehouseError: nothing is published.
    """
    from pipeline.warehouse.open import open_warehouse

    con = open_warehouse(data, quiet=True)
    table = "reviews" if decided else "review_queue"
    try:
        if not con.execute("SELECT 1 FROM duckdb_columns() WHERE table_name = ?", [table]).fetchall():
            raise CommandError(
                f"the snapshot has no table {table}: an older program published it; `thidua publish` makes a new one"
            )
        result = con.execute(
            "SELECT * EXCLUDE (review_id) FROM reviews ORDER BY review_id"
            if decided
            else 'SELECT * FROM review_queue ORDER BY target, question, "left", "right"'
        )
        names = [column[0] for column in result.description]
        rows = [dict(zip(names, row, strict=True)) for row in result.fetchall()]
    finally:
        con.close()
    columns = ("verdict", *(name for name in COLUMNS if name != "verdict"), *(() if decided else _SHOWN))
    try:
        count = write_reviews(file, rows, columns)
    except ReviewError as error:
        raise CommandError(str(error)) from error
    if as_json:
        print_json({"file": str(file), "rows": count})
    elif decided:
        say(f"{count} decision(s) written to {file}")
    else:
        say(
            f"{count} question(s) written to {file}; fill the column verdict (accept, correct, reject, merge, split) "
            f"where you know it, then `thidua review import {file}`"
        )


def import_decisions(file: Path, data: Path, as_json: bool) -> int:
    """Take the decisions of an edited file into the private tables; return how many rows could not be used.

    Raises:
        CommandError: the file is neither CSV nor JSON Lines, not in UTF-8, or lacks the columns of a decision.
        WarehouseError: another process is writing.
    """
    from pipeline.warehouse.save_reviews import save_reviews

    try:
        rows = list(read_reviews(file))
    except ReviewError as error:
        raise CommandError(str(error)) from error
    wrong = [row for row in rows if isinstance(row, ReviewError)]
    for row in wrong:
        say(str(row))
    counts = save_reviews(data, [row for row in rows if not isinstance(row, ReviewError)])
    if as_json:
        print_json({**counts, "unusable": len(wrong)})
    else:
        say(
            f"{counts['new']} new, {counts['changed']} changed, {counts['undone']} undone and {counts['unchanged']} "
            f"unchanged decision(s), {len(wrong)} row(s) that could not be used; `thidua publish` applies them"
        )
    return len(wrong)
