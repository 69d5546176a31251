"""Which inputs need not be read again: those that the same program has read just so, and whose facts are in the tables.

The build file remembers, for each input that was loaded, a digest of it and of the program that read it; and for each
file a digest of its content, with the inputs in it. A file whose content is known, as are all its inputs, is not even
parsed. Nothing else depends on that: a build file that remembers nothing has everything read again.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from pipeline.article import Article
from pipeline.ids import article_id, page_id
from pipeline.inputs import FileContent
from pipeline.warehouse.arrow import register_rows
from pipeline.warehouse.files import connect_build
from pipeline.warehouse.runs import RunInfo

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection
    from numpy.typing import NDArray

_BATCH = 10_000

_TABLES = """
CREATE TABLE IF NOT EXISTS read_inputs (
    page_id VARCHAR PRIMARY KEY,
    article_id VARCHAR NOT NULL,
    digest UBIGINT NOT NULL,
    reader VARCHAR NOT NULL,
    reading_hash VARCHAR
);
CREATE TABLE IF NOT EXISTS read_files (place UBIGINT PRIMARY KEY, digest UBIGINT NOT NULL, inputs UBIGINT[] NOT NULL)
"""
# What is known counts only while the page's newest version is this reading of it, and nothing has gone wrong since.
_KNOWN = """
SELECT digest FROM read_inputs JOIN articles USING (page_id, article_id, reading_hash)
WHERE reader = ? AND superseded_by IS NULL
  AND page_id NOT IN (SELECT page_id FROM problems WHERE article_id IS NULL AND page_id IS NOT NULL)
"""
# A file counts while all its inputs do.
_KNOWN_FILES = """
WITH input_of AS (SELECT place, digest, unnest(inputs) AS input FROM read_files), whole AS (
    SELECT place, any_value(digest) AS digest, count(*)::UBIGINT AS inputs FROM input_of
    GROUP BY place HAVING bool_and(input IN (SELECT digest FROM known_inputs))
)
SELECT digest, any_value(inputs) AS inputs FROM whole GROUP BY digest ORDER BY digest
"""
_SETTLE = """
UPDATE read_inputs SET reading_hash = articles.reading_hash FROM articles
WHERE read_inputs.reading_hash IS NULL AND articles.page_id = read_inputs.page_id
  AND articles.article_id = read_inputs.article_id AND articles.superseded_by IS NULL
"""


class ReadInputs:
    """What the build file remembers of inputs that were read, and what this run adds to it.

    Attributes:
        unchanged: inputs of this run that were known just so.
    """

    def __init__(self, con: DuckDBPyConnection, run: RunInfo) -> None:
        self._con = con
        self._reader = sha256(json.dumps([run.rules_hash, sorted(run.versions.items())]).encode()).hexdigest()[:20]
        self._again: set[str] = set()  # pages that are read in this run: their last input decides
        self._new: list[dict[str, Any]] = []
        self._new_files: list[dict[str, Any]] = []
        self._inputs: array[int] | None = None  # of the file that is being read
        self.unchanged = 0
        con.execute(_TABLES)
        con.execute("CREATE OR REPLACE TEMP TABLE known_inputs AS " + _KNOWN, [self._reader])
        # Eight bytes an input, sixteen a file.
        self._known = _column(con.execute("FROM known_inputs ORDER BY digest").fetchnumpy()["digest"])
        files = con.execute(_KNOWN_FILES).fetchnumpy()
        self._known_files, self._sizes = _column(files["digest"]), _column(files["inputs"])
        con.execute("DROP TABLE known_inputs")

    def pass_over(self, content: FileContent) -> bool:
        """Tell whether all that is in a file is known just so; else what `hold` is asked until `end_file` is in it.

        Once a page is read in this run, an older input of it may have to take its place again further on: from then on
        all files are looked into.
        """
        at = _find(self._known_files, self._file_digest(content))
        if at is not None and not self._again:
            self.unchanged += int(self._sizes[at])
            return True
        self._inputs = array("Q")
        return False

    def end_file(self, content: FileContent | None) -> None:
        """Remember the file that was begun with `pass_over`; None: something about it was odd, it is read each time."""
        if content is not None and self._inputs:
            row = {"place": content.place, "digest": self._file_digest(content), "inputs": self._inputs}
            self._new_files.append(row)
        self._inputs = None
        self._write(at_least=_BATCH)

    def hold(self, article: Article, key: str) -> bool:
        """Tell whether an input is known just so; one that is not counts as read in this run."""
        page = page_id(key)
        digest = _digest(article, page)
        if self._inputs is not None:
            self._inputs.append(digest)
        if page not in self._again and _find(self._known, digest) is not None:
            self.unchanged += 1
            return True
        self._again.add(page)
        return False

    def add(self, article: Article, key: str) -> None:
        """Remember an input that was read without problems of its own. It counts once `settle` finds it loaded."""
        page = page_id(key)
        row = {"page_id": page, "article_id": article_id(page, article.text), "digest": _digest(article, page)}
        self._new.append({**row, "reader": self._reader})
        self._write(at_least=_BATCH)

    def settle(self, run_id: str) -> None:
        """Take what was added for known where it was loaded, and add inputs that were not read to a run's count."""
        self._write()
        self._con.execute(_SETTLE)
        self._con.execute(
            "UPDATE runs SET pages_unchanged = pages_unchanged + ? WHERE run_id = ?", [self.unchanged, run_id]
        )

    def _file_digest(self, content: FileContent) -> int:
        return _number(self._reader, content.name, content.digest)

    def _write(self, at_least: int = 1) -> None:
        if len(self._new) >= at_least:
            unique = {row["page_id"]: row for row in self._new}
            self._insert("read_inputs", [{**row, "reading_hash": None} for row in unique.values()])
            self._new = []
        if len(self._new_files) >= at_least:
            self._insert("read_files", list({row["place"]: row for row in self._new_files}.values()))
            self._new_files = []

    def _insert(self, table: str, rows: list[dict[str, Any]]) -> None:
        register_rows(self._con, "just_read", table, rows)
        self._con.execute(f"INSERT OR REPLACE INTO {table} BY NAME FROM just_read")
        self._con.unregister("just_read")


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


def _column(values: Any) -> NDArray[np.uint64]:
    return np.asarray(values, dtype=np.uint64)


def _find(numbers: NDArray[np.uint64], wanted: int) -> int | None:
    """Return where a number stands among sorted ones."""
    at = int(np.searchsorted(numbers, np.uint64(wanted)))
    return at if at < len(numbers) and int(numbers[at]) == wanted else None


def _digest(article: Article, page: str) -> int:
    """Return a number for all that reaches the tables from an article; its own id, a file's name, does not."""
    return _number(page, {**article.to_dict(), "article_id": ""})


def _number(*values: object) -> int:
    content = json.dumps(values, ensure_ascii=False, sort_keys=True)
    return int.from_bytes(sha256(content.encode("utf-8", "surrogatepass")).digest()[:8], "big")
