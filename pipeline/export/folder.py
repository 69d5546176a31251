"""Where an export goes: written aside, then put in place whole.

A folder that an earlier export made is replaced; one that holds anything else is refused. An export that is killed
leaves the folder as it was, and beside it one whose name begins with a dot, which the next export takes away.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.export.card import CARD, CITATION
from pipeline.warehouse.files import WarehouseError

DESCRIPTOR = "datapackage.json"
MADE_BY = "thidua export"


@contextmanager
def put_in_place(folder: Path) -> Iterator[Path]:
    """Give an empty folder to write in; when that went well, it takes the place of `folder`.

    Raises:
        WarehouseError: `folder` is a file, or holds what no export made.
        OSError: it cannot be written beside.
    """
    folder = folder.resolve()
    _check(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    for left_over in folder.parent.iterdir():
        if left_over.name.startswith(f".{folder.name}.") and left_over.suffix in (".unfinished", ".earlier"):
            shutil.rmtree(left_over)
    unfinished = folder.with_name(f".{folder.name}.{os.getpid()}.unfinished")
    unfinished.mkdir()
    try:
        yield unfinished
        if folder.exists():
            # A folder cannot take the place of one that holds files: for a moment there is none.
            earlier = folder.with_name(f".{folder.name}.{os.getpid()}.earlier")
            folder.rename(earlier)
            unfinished.rename(folder)
            shutil.rmtree(earlier)
        else:
            unfinished.rename(folder)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)


def _check(folder: Path) -> None:
    advice = "name a new or empty folder, or one that an earlier export made"
    if folder == Path.cwd():
        raise WarehouseError(f"{folder} is the folder that you are in, and it would be replaced; {advice}")
    if not folder.exists():
        return
    if not folder.is_dir():
        raise WarehouseError(f"{folder} is a file; {advice}")
    strange = {path.name for path in folder.iterdir()} - _made_in(folder)
    if strange:
        raise WarehouseError(f"{folder} holds {min(strange)}, which no export made; {advice}")


def _made_in(folder: Path) -> set[str]:
    """Return the names of the files that an earlier export left in a folder."""
    try:
        package = json.loads((folder / DESCRIPTOR).read_text("utf-8"))
        if not package["created_by"].startswith(MADE_BY):
            return set()
        return {DESCRIPTOR, CARD, CITATION, *(resource["path"] for resource in package["resources"])}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return set()
