"""`thidua export`: the published tables as files for others."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

from pipeline.commands.console import print_json, print_text, say
from pipeline.export.tables import CHOICES
from pipeline.export.write import Options
from pipeline.export.write import export as export_tables


def export(folder: Path, data: Path, options: Options, as_json: bool) -> None:
    """Export the newest snapshot into a folder and print the folder."""
    done = export_tables(data, folder, options)
    say(f"snapshot {done.snapshot_id}: {len(done.rows)} table(s), {sum(done.rows.values())} row(s)")
    expected = options.only or [choice.name for choice in CHOICES if options.persons or choice.name != "people"]
    if lacking := [name for name in expected if name not in done.rows]:
        say(f"an older program published it, without {', '.join(lacking)}; `thidua publish` makes a new one with all")
    if done.cut_cells:
        say(f"{done.cut_cells} cell(s) were longer than Excel holds and end with […]; csv and parquet hold them whole")
    if options.with_text:
        say("it holds whole articles, which belong to their publishers: do not pass it on")
    if options.contact is None:
        say("nobody is named to write to for the removal of a page; name one with --contact before you publish it")
    if as_json:
        print_json({"folder": str(folder), "format": options.file_format, **asdict(done)})
    else:
        print_text(f"{folder}\n")
