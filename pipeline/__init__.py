"""From a report to facts, and from facts to tables.

Importing this package is cheap: each name below loads what it needs when it is first asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pipeline import tables
    from pipeline.article import Article
    from pipeline.reader import extract, extract_many, load_language
    from pipeline.record import Record
    from pipeline.scale.distributed import extract_distributed
    from pipeline.warehouse.open import open_warehouse

__all__ = [
    "Article", "Record", "extract", "extract_distributed", "extract_many", "load_language", "open_warehouse", "tables",
]  # fmt: skip

_HOMES = {
    "Article": "pipeline.article",
    "Record": "pipeline.record",
    "extract": "pipeline.reader",
    "extract_distributed": "pipeline.scale.distributed",
    "extract_many": "pipeline.reader",
    "load_language": "pipeline.reader",
    "open_warehouse": "pipeline.warehouse.open",
}


def __getattr__(name: str) -> Any:
    if name == "tables":
        return import_module("pipeline.tables")
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
