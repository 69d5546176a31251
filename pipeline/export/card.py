"""What the files are, for people: the data card `README.md` and `CITATION.cff`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from pipeline.export.formats import Written

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

CARD = "README.md"
CITATION = "CITATION.cff"
TITLE = "Emulation blocs in Viet Nam (khối thi đua, cụm thi đua): facts from news reports"
WHAT = (
    "Which emulation blocs there are in Viet Nam, who belongs to them, who leads them in which year, when they met, "
    "and who was put up for or given which award, read by a program from published news reports. Behind every fact "
    "stand the words of a report that state it, and the page."
)
KEYWORDS = ("Viet Nam", "emulation", "khối thi đua", "cụm thi đua", "thi đua khen thưởng", "public administration")


def cite(snapshot_id: str, publisher: str | None) -> str:
    """Return how the data is cited, in one line."""
    return f"{publisher or 'Thidua'}. {TITLE}. Snapshot {snapshot_id}."


def card(
    con: DuckDBPyConnection, written: Sequence[Written], codebook_rows: int, facts: dict[str, Any], has_quality: bool
) -> str:
    """Return the data card as Markdown.

    Args:
        con: the snapshot, for its figures.
        written: the tables, as they were written.
        codebook_rows: how many values the codebook has.
        facts: what the template `card.md` is told of the export as a whole.
        has_quality: the snapshot has the table `quality`.
    """
    from jinja2 import Environment, StrictUndefined

    template = (files("pipeline.export") / "card.md").read_text("utf-8")
    made = Environment(trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True, undefined=StrictUndefined)
    cut = [item for item in written if item.cut]
    text = made.from_string(template).render(
        title=TITLE,
        what=WHAT,
        written=written,
        codebook_rows=codebook_rows,
        cut=sum(item.cut for item in cut),
        cut_tables=", ".join(item.table.name for item in cut),
        figures=_figures(con),
        coverage=_coverage(con),
        quality=_quality(con) if has_quality else [],
        quality_comment=_comment(con, "quality"),
        **facts,
    )
    return text


def citation(snapshot_id: str, publisher: str | None, licence: str, figures: str) -> str:
    """Return a citation file (Citation File Format 1.2.0); a JSON text is a YAML text."""
    lines = {
        "cff-version": "1.2.0",
        "message": "If you use this data, please cite it as below, and for a single fact its page and quote.",
        "type": "dataset",
        "title": TITLE,
        "authors": [{"name": publisher or "Thidua"}],
        "version": snapshot_id,
        "identifiers": [
            {"type": "other", "value": f"thidua:{snapshot_id}", "description": "The snapshot: a hash of its data."}
        ],
        "license": licence,
        "abstract": f"{WHAT} {figures}",
        "keywords": list(KEYWORDS),
    }  # fmt: skip
    return "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in lines.items())


def figures_line(con: DuckDBPyConnection) -> str:
    """Return the extent of the data in one sentence."""
    found = _figures(con)
    dated = f", published from {found['first']} to {found['last']}," if found["first"] else ""
    return f"From {found['reports']} report(s){dated} on {found['blocs']} bloc(s) in {found['provinces']} province(s)."


def _figures(con: DuckDBPyConnection) -> dict[str, Any]:
    result = con.execute("""
        SELECT count(*) AS articles, count(DISTINCT coalesce(report_id, article_id)) AS reports,
            strftime(min(published), '%Y-%m-%d') AS first, strftime(max(published), '%Y-%m-%d') AS last,
            (SELECT count(*) FROM blocs) AS blocs,
            (SELECT count(DISTINCT province) FROM bloc_list) AS provinces,
            (SELECT count(*) FROM meetings) AS meetings, (SELECT count(*) FROM leaderships) AS leaderships,
            (SELECT count(*) FROM awards) AS awards, (SELECT count(*) FROM sources) AS sources,
            (SELECT count(*) FROM sources WHERE state = 'verified') AS sources_alive,
            count(*) FILTER (source IN (SELECT source FROM sources WHERE kind = 'sample')) AS samples
        FROM articles WHERE superseded_by IS NULL
    """)
    names = [column[0] for column in result.description]
    return dict(zip(names, result.fetchall()[0], strict=True))


def _coverage(con: DuckDBPyConnection) -> list[tuple[Any, ...]]:
    """Return year, reports, reports on blocs, and blocs decided, known, with leader, members and awards."""
    return con.execute("""
        SELECT year, sum(reports)::BIGINT, sum(reports_on_blocs)::BIGINT, sum(blocs_decided)::BIGINT,
            sum(blocs_known)::BIGINT, sum(with_leader)::BIGINT, sum(with_members)::BIGINT, sum(with_awards)::BIGINT
        FROM coverage GROUP BY year HAVING sum(reports) + sum(blocs_known) > 0 ORDER BY year
    """).fetchall()


def _quality(con: DuckDBPyConnection) -> list[tuple[Any, ...]]:
    """Return corpus, kind, reports, facts, precision, recall and F1, for all levels and periods together."""
    return con.execute("""
        SELECT corpus, kind, reports, gold, coalesce(round(precision, 3)::VARCHAR, ''),
            coalesce(round(recall, 3)::VARCHAR, ''), coalesce(round(f1, 3)::VARCHAR, '')
        FROM quality WHERE level = 'all' AND period = 'all' ORDER BY corpus, kind <> 'all', kind
    """).fetchall()


def _comment(con: DuckDBPyConnection, table: str) -> str:
    found = con.execute("SELECT comment FROM duckdb_tables() WHERE table_name = ?", [table]).fetchone()
    return found[0] if found else ""
