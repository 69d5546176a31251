"""Take a page out of the tables for good."""

from __future__ import annotations

from pathlib import Path

from pipeline.warehouse.files import BUILD_NAME, connect_build
from pipeline.warehouse.rows import FACT_TABLES


def forget_page(data: Path, page_id: str) -> int:
    """Delete a page's versions, facts, problems and links to copies from the private build file, in one transaction.

    Published snapshots stay as they are: the next one has none of it.

    Args:
        data: the folder of the data.
        page_id: the page, see `articles.page_id`.

    Returns:
        How many versions it had; 0 where nothing was loaded yet.

    Raises:
        WarehouseError: another process is writing, or the file is of another version of the tables.
    """
    if not (data / BUILD_NAME).exists():
        return 0
    con = connect_build(data)
    versions = "(SELECT article_id FROM articles WHERE page_id = ?)"
    try:
        con.begin()
        for table in (*FACT_TABLES.values(), "evidence", "problems", "article_copies"):
            con.execute(f"DELETE FROM {table} WHERE article_id IN {versions}", [page_id])
        con.execute(f"DELETE FROM article_copies WHERE original_id IN {versions}", [page_id])
        con.execute("DELETE FROM problems WHERE page_id = ?", [page_id])
        rows = con.execute("DELETE FROM articles WHERE page_id = ? RETURNING article_id", [page_id]).fetchall()
        con.commit()
    finally:
        con.close()
    return len(rows)
