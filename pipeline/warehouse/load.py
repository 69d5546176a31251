"""Load pages and their facts into the private build file.

A page whose text and facts are known just so is left alone; else its rows are replaced. Pages go in batches, each in
one transaction through Arrow, so that a page's facts are never half old and half new, whenever the process dies.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, cast

from pipeline.article import Article
from pipeline.record import Problem, Record
from pipeline.warehouse.arrow import Row, insert_rows, register_rows
from pipeline.warehouse.copies import write_copies
from pipeline.warehouse.files import BUILD_NAME, connect_build
from pipeline.warehouse.rows import FACT_TABLES, PageRecord, PageRows, not_storable, rows_or_problem, run_problem_row
from pipeline.warehouse.runs import RunInfo

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_BATCH_PAGES = 2_000
_BATCH_CHARACTERS = 20_000_000
"""Bounds of one batch, for the memory that it takes."""


_LEAST_LOG = 64
"""Megabytes to which the log may grow in any case."""
_KEPT = 64
"""Megabytes of the file that DuckDB keeps in memory between two batches."""


@dataclass(slots=True)
class LoadSummary:
    """What a load did: pages by outcome, the facts and problems that it wrote, and the links to copies it changed."""

    run_id: str
    pages_new: int = 0
    pages_changed: int = 0
    pages_unchanged: int = 0
    facts: int = 0
    problems: int = 0
    copies: int = 0


def load(
    data: Path,
    pages: Iterable[PageRecord | tuple[Article, str, Record] | PageRows],
    run: RunInfo,
    problems: Iterable[Problem] = (),
    copies: Iterable[tuple[str, str, float]] | None = None,
    sources: Iterable[Row] | None = None,
) -> LoadSummary:
    """Load pages into the build file of a data folder.

    Of several versions of a page, the one loaded last is the newest: the facts are its facts, the others keep their
    row in `articles`. What cannot be stored becomes a row in `problems`, and the rest is loaded.

    Args:
        data: the folder of the data.
        pages: articles with their page keys and records, or their rows; read once, batch by batch.
        run: what to write down about this run.
        problems: inputs that gave no article, `where` being their page key. Read after `pages`, so that it may be a
            list that grows while those are made. Such a row goes when the page is loaded.
        copies: all links between near-duplicates that are known now, see `pipeline.warehouse.copies`; without it
            those in the tables stay.
        sources: the declared sites, as rows of the table `sources`, which hold them and no others from then on;
            without it those in the table stay.

    Raises:
        WarehouseError: another process is writing, or the file is of another version of the tables.
    """
    con = connect_build(data)
    try:
        started = datetime.now(UTC).replace(tzinfo=None)
        summary = LoadSummary(f"{started:%Y%m%dT%H%M%S}Z-{secrets.token_hex(4)}")
        con.execute(
            "INSERT INTO runs (run_id, command, started, rules_hash, versions) VALUES (?, ?, ?, ?, MAP(?, ?))",
            [summary.run_id, run.command, started, run.rules_hash, list(run.versions), list(run.versions.values())],
        )
        failed: list[Row] = []
        for batch in _batches(con, pages, summary.run_id, failed):
            _let_log_grow(con, data / BUILD_NAME)
            _load_batch(con, batch, summary)
            _free_blocks(con)
        failed += (run_problem_row(problem, summary.run_id) for problem in problems)
        _load_run_problems(con, failed, summary)
        if copies is not None:
            summary.copies = write_copies(con, copies, summary.run_id)
        if sources is not None:
            con.begin()
            con.execute("DELETE FROM sources")
            insert_rows(con, "sources", sources)
            con.commit()
        con.execute(
            "UPDATE runs SET finished = ?, pages_new = ?, pages_changed = ?, pages_unchanged = ?, facts = ?, "
            "problems = ? WHERE run_id = ?",
            [
                datetime.now(UTC).replace(tzinfo=None),
                summary.pages_new,
                summary.pages_changed,
                summary.pages_unchanged,
                summary.facts,
                summary.problems,
                summary.run_id,
            ],
        )
    finally:
        con.close()
    return summary


def _let_log_grow(con: DuckDBPyConnection, build: Path) -> None:
    """Let the log grow to a quarter of the file before it goes into it.

    Each time it does, the indexes of all tables are written anew. At DuckDB's own 16 MB that is most of the work of a
    large load; in proportion to the file, it stays a fixed share of it.
    """
    size = max(_LEAST_LOG, build.stat().st_size // 2**22)
    con.execute(f"SET checkpoint_threshold = '{size}MB'")


def _free_blocks(con: DuckDBPyConnection) -> None:
    """Have DuckDB let go of what it has read of the file, so that a large load takes no more memory than a small one.

    By itself it keeps all until 80 % of the machine's memory is full.
    """
    import duckdb

    try:
        con.execute(f"SET memory_limit = '{_KEPT}MB'")
    except duckdb.OutOfMemoryException:
        pass  # more is in use; the rest is gone all the same
    finally:
        con.execute("RESET memory_limit")


def _batches(
    con: DuckDBPyConnection,
    pages: Iterable[PageRecord | tuple[Article, str, Record] | PageRows],
    run_id: str,
    failed: list[Row],
) -> Iterator[list[PageRows]]:
    """Group pages into batches in which no page comes twice: its second version waits for the next one."""
    batch: dict[str, PageRows] = {}
    characters = 0
    closed: Mapping[str, Mapping[str, frozenset[str]]] | None = None
    for item in pages:
        if closed is None:
            closed = _closed_values(con)
        if isinstance(item, PageRows):
            rows: PageRows | Problem = item
            item.set_run(run_id)
        else:
            rows = rows_or_problem(PageRecord(*item), run_id)
        rows = _checked(rows, closed) if isinstance(rows, PageRows) else rows
        if isinstance(rows, Problem):
            failed.append(run_problem_row(rows, run_id))
            continue
        full = len(batch) >= _BATCH_PAGES or characters >= _BATCH_CHARACTERS
        if full or rows.article["page_id"] in batch:
            yield list(batch.values())
            batch, characters = {}, 0
        batch[rows.article["page_id"]] = rows
        characters += len(rows.article["text"])
    if batch:
        yield list(batch.values())


def _closed_values(con: DuckDBPyConnection) -> dict[str, dict[str, frozenset[str]]]:
    """Return the values that columns with an ENUM allow, by table and column."""
    closed: dict[str, dict[str, frozenset[str]]] = {}
    for table in FACT_TABLES.values():
        schema = con.sql(f"FROM {table} LIMIT 0")
        for name, kind in zip(schema.columns, schema.types, strict=True):
            if kind.id == "enum":
                closed.setdefault(table, {})[name] = frozenset(cast("list[str]", dict(kind.children)["values"]))
    return closed


def _checked(page: PageRows, closed: Mapping[str, Mapping[str, frozenset[str]]]) -> PageRows | Problem:
    """Return a page, or the problem with a value that its column does not allow, which would take the batch with it."""
    for table, row in page.facts:
        for column, allowed in closed.get(table, {}).items():
            if (value := row.get(column)) is not None and value not in allowed:
                return not_storable(page.article["page_key"], ValueError(f"{table}.{column} cannot be {value!r}"))
    return page


def _load_batch(con: DuckDBPyConnection, batch: list[PageRows], summary: LoadSummary) -> None:
    """Write a batch in one transaction: find what is new, take out what it replaces, put it in."""
    known = _known_pages(con, batch)
    to_write = []
    for page in batch:
        article = page.article
        version, reading_hash, run_id = known.get(article["page_id"], (None, None, None))
        if (version, reading_hash) == (article["article_id"], article["reading_hash"]):
            summary.pages_unchanged += 1
            continue
        if version is None:
            summary.pages_new += 1
        else:
            summary.pages_changed += 1
            if run_id == summary.run_id and version != article["article_id"] and article["url"] is None:
                page.problems.append(_same_key_problem(article, summary.run_id))
        to_write.append(page)
    con.begin()  # what fails before the commit is undone when `load` closes the connection
    register_rows(con, "incoming", "articles", [page.article for page in batch])
    con.execute("DELETE FROM problems WHERE article_id IS NULL AND page_id IN (SELECT page_id FROM incoming)")
    if to_write:
        register_rows(con, "incoming", "articles", [page.article for page in to_write])
        if any(page.article["page_id"] in known for page in to_write):
            _delete_readings(con)
            _replace_articles(con)
        else:
            con.execute("INSERT INTO articles BY NAME FROM incoming")
        _insert_readings(con, to_write, summary)
    con.commit()
    con.unregister("incoming")


def _replace_articles(con: DuckDBPyConnection) -> None:
    """Put in the incoming pages, some of which are known. It goes through all articles, which new pages need not."""
    con.execute("INSERT OR REPLACE INTO articles BY NAME FROM incoming")
    con.execute(
        "UPDATE articles SET superseded_by = incoming.article_id FROM incoming "
        "WHERE articles.page_id = incoming.page_id AND articles.article_id <> incoming.article_id"
    )


def _insert_readings(con: DuckDBPyConnection, pages: list[PageRows], summary: LoadSummary) -> None:
    for table in FACT_TABLES.values():
        summary.facts += insert_rows(con, table, [row for page in pages for name, row in page.facts if name == table])
    insert_rows(con, "evidence", [row for page in pages for row in page.evidence])
    summary.problems += insert_rows(con, "problems", [row for page in pages for row in page.problems])


def _known_pages(con: DuckDBPyConnection, batch: list[PageRows]) -> dict[str, tuple[str, str, str]]:
    """Return page id -> (article id, reading hash, run id) of the newest version, for the batch's pages."""
    rows = con.execute(
        "SELECT page_id, article_id, reading_hash, run_id FROM articles "
        "WHERE superseded_by IS NULL AND page_id IN (SELECT unnest(?))",
        [[page.article["page_id"] for page in batch]],
    ).fetchall()
    return {page: (version, reading_hash, run_id) for page, version, reading_hash, run_id in rows}


def _delete_readings(con: DuckDBPyConnection) -> None:
    """Take out all facts and problems of the incoming pages, whichever version they were read from."""
    con.execute(
        "CREATE OR REPLACE TEMP TABLE outgoing AS "
        "SELECT article_id FROM articles WHERE page_id IN (SELECT page_id FROM incoming)"
    )
    for table in (*FACT_TABLES.values(), "evidence", "problems"):
        con.execute(f"DELETE FROM {table} WHERE article_id IN (FROM outgoing)")
    con.execute("DROP TABLE outgoing")


def _same_key_problem(article: Row, run_id: str) -> Row:
    key = article["page_key"]
    problem = Problem(
        code="page-key-twice",
        message=f"two files of this run are called {key}; the later one counts. Give them different names, "
        "or load the folder that holds both",
        where=key,
    )
    return {**run_problem_row(problem, run_id), "article_id": article["article_id"]}


def _load_run_problems(con: DuckDBPyConnection, rows: list[Row], summary: LoadSummary) -> None:
    if not rows:
        return
    unique = list({row["problem_id"]: row for row in rows}.values())
    register_rows(con, "met", "problems", unique)
    [(new,)] = con.execute(
        "SELECT count(*) FROM met WHERE problem_id NOT IN (SELECT problem_id FROM problems)"
    ).fetchall()
    con.execute("INSERT OR IGNORE INTO problems BY NAME FROM met")
    con.unregister("met")
    summary.problems += new
