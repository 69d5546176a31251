"""Which inputs need not be read again: those that the same program has read just so, and whose facts are in the tables.

The build file remembers, for each input that was loaded, a digest of it and of the program that read it. Nothing else
depends on that: a build file that remembers nothing has everything read again.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from pipeline.article import Article
from pipeline.ids import article_id, page_id
from pipeline.warehouse.files import connect_build
from pipeline.warehouse.runs import RunInfo

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_BATCH = 10_000

_TABLE = """
CREATE TABLE IF NOT EXISTS read_inputs (
    page_id VARCHAR PRIMARY KEY,
    article_id VARCHAR NOT NULL,
    digest UBIGINT NOT NULL,
    reader VARCHAR NOT NULL,
    reading_hash VARCHAR
)
"""
# What is known counts only while the page's newest version is this reading of it, and nothing has gone wrong since.
_KNOWN = """
SELECT digest FROM read_inputs JOIN articles USING (page_id, article_id, reading_hash)
WHERE reader = ? AND superseded_by IS NULL
  AND page_id NOT IN (SELECT page_id FROM problems WHERE article_id IS NULL AND page_id IS NOT NULL)
"""
_SETTLE = """
UPDATE read_inputs SET reading_hash = articles.reading_hash FROM articles
WHERE read_inputs.reading_hash IS NULL AND articles.page_id = read_inputs.page_id
  AND articles.article_id = read_inputs.article_id AND articles.superseded_by IS NULL
"""


class ReadInputs:
    """What the build file remembers of inputs that were read, and what this run adds to it."""

    def __init__(self, con: DuckDBPyConnection, run: RunInfo) -> None:
        self._con = con
        self._reader = sha256(json.dumps([run.rules_hash, sorted(run.versions.items())]).encode()).hexdigest()[:20]
        self._again: set[str] = set()  # pages that are read in this run: their last input decides
        self._new: list[dict[str, Any]] = []
        con.execute(_TABLE)
        known = con.sql(_KNOWN, params=[self._reader]).to_arrow_table()["digest"]
        self._known = np.sort(known.to_numpy())  # eight bytes an input

    def hold(self, article: Article, key: str) -> bool:
        """Tell whether an input is known just so; one that is not counts as read in this run."""
        page = page_id(key)
        digest = np.uint64(_digest(article, page))
        at = np.searchsorted(self._known, digest)
        if page not in self._again and at < len(self._known) and self._known[at] == digest:
            return True
        self._again.add(page)
        return False

    def add(self, article: Article, key: str) -> None:
        """Remember an input that was read without problems of its own. It counts once `settle` finds it loaded."""
        page = page_id(key)
        row = {"page_id": page, "article_id": article_id(page, article.text), "digest": _digest(article, page)}
        self._new.append({**row, "reader": self._reader})
        if len(self._new) >= _BATCH:
            self._write()

    def settle(self, run_id: str, unchanged: int) -> None:
        """Take what was added for known where it was loaded, and add inputs that were not read to a run's count."""
        self._write()
        self._con.execute(_SETTLE)
        self._con.execute("UPDATE runs SET pages_unchanged = pages_unchanged + ? WHERE run_id = ?", [unchanged, run_id])

    def _write(self) -> None:
        import pyarrow as pa

        if not self._new:
            return
        unique = list({row["page_id"]: row for row in self._new}.values())
        kinds = {"page_id": pa.string(), "article_id": pa.string(), "digest": pa.uint64(), "reader": pa.string()}
        self._con.register("just_read", pa.Table.from_pylist(unique, schema=pa.schema(kinds.items())))
        self._con.execute(
            "INSERT OR REPLACE INTO read_inputs SELECT page_id, article_id, digest, reader, NULL FROM just_read"
        )
        self._con.unregister("just_read")
        self._new = []


@contextmanager
def read_inputs(data: Path, run: RunInfo) -> Iterator[ReadInputs]:
    """Open what a data folder's build file remembers, beside whatever else this process does with the file.

    Raises:
        WarehouseError: another process is writing, or the file is of another version of the tables.
    """
    con = connect_build(data)
    try:
        yield ReadInputs(con, run)
    finally:
        con.close()


def _digest(article: Article, page: str) -> int:
    """Return a number for all that reaches the tables from an article; its own id, a file's name, does not."""
    content = json.dumps([page, {**article.to_dict(), "article_id": ""}], ensure_ascii=False, sort_keys=True)
    return int.from_bytes(sha256(content.encode("utf-8", "surrogatepass")).digest()[:8], "big")
