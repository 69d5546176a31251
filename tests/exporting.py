"""Make what is to be exported, and read an export back."""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from frictionless import Package
from sample_pages import RUN

from pipeline.warehouse.load import load
from pipeline.warehouse.publish import publish
from pipeline.warehouse.rows import PageRecord


def published(folder: Path, pages: Sequence[PageRecord]) -> Path:
    load(folder, pages, RUN)
    publish(folder)
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def descriptor(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / "datapackage.json").read_text("utf-8"))
    return found


def errors(folder: Path) -> list[str]:
    report = Package(str(folder / "datapackage.json")).validate()
    return report.flatten(["type", "message"])
