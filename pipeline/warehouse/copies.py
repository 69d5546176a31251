"""Which articles are near-duplicates of others: linked in the tables, and nothing deleted."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


def write_copies(con: DuckDBPyConnection, copies: Iterable[tuple[str, str, float]], run_id: str) -> int:
    """Make `article_copies` hold these links and no others, in one transaction; rows that stay are not touched.

    Args:
        con: the build file, open for writing.
        copies: article id, the original's article id, similarity (0 to 1); all links that are known, each article once.
            A link from or to an article that the tables do not have is left out.
        run_id: the run that new and changed rows belong to.

    Returns:
        How many rows were added, changed or removed.
    """
    import pyarrow as pa

    schema = pa.schema([("article_id", pa.string()), ("original_id", pa.string()), ("similarity", pa.float64())])
    rows = [dict(zip(schema.names, copy, strict=True)) for copy in copies]
    con.register("given", pa.Table.from_pylist(rows, schema=schema))
    con.begin()
    con.execute(
        "CREATE OR REPLACE TEMP TABLE linked AS SELECT article_id, original_id, similarity FROM given "
        "WHERE article_id IN (SELECT article_id FROM articles) AND original_id IN (SELECT article_id FROM articles)"
    )
    gone = con.execute(
        "DELETE FROM article_copies WHERE article_id NOT IN (SELECT article_id FROM linked) RETURNING article_id"
    ).fetchall()
    written = con.execute(
        "INSERT OR REPLACE INTO article_copies BY NAME SELECT *, ? AS run_id FROM (FROM linked EXCEPT "
        "SELECT article_id, original_id, similarity FROM article_copies) RETURNING article_id",
        [run_id],
    ).fetchall()
    con.execute("DROP TABLE linked")
    con.commit()
    con.unregister("given")
    return len(gone) + len(written)
