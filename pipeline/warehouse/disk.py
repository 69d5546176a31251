"""What lies beside a database file, and when a folder's names are safe."""

from __future__ import annotations

import os
from pathlib import Path


def wal_of(path: Path) -> Path:
    """Return the path of a database file's write-ahead log."""
    return path.with_name(path.name + ".wal")


def names_to_disk(folder: Path) -> None:
    """Write a folder's names to the disk: a file that was put in place there is still in it after a power cut."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
