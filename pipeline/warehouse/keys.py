"""The keys of the tables, as data: what names a row, and which rows belong together.

DuckDB would check declared foreign keys row by row and could not replace a page's facts in one transaction, so they
stand here: `thidua check` holds published snapshots to them, and the data dictionary and exports tell them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class ForeignKey(NamedTuple):
    """A column whose values, where it is not null, are found in a column of another table."""

    table: str
    column: str
    parent: str
    parent_column: str


PRIMARY_KEYS: Mapping[str, tuple[str, ...]] = {
    "runs": ("run_id",),
    "sources": ("source",),
    "articles": ("article_id",),
    "article_copies": ("article_id",),
    "problems": ("problem_id",),
    "reviews": ("review_id",),
    "bloc_mentions": ("fact_id",),
    "meetings": ("fact_id",),
    "memberships": ("fact_id",),
    "leaderships": ("fact_id",),
    "awards": ("fact_id",),
    "people": ("fact_id",),
    "documents": ("fact_id",),
    "movements": ("fact_id",),
    "initiatives": ("fact_id",),
    "rankings": ("fact_id",),
    "evidence": ("fact_id", "slot", "start", "end"),
    "places": ("place_id",),
    "place_lineage": ("place_id", "successor_id"),
    "agencies": ("agency_id",),
    "agency_names": ("agency_id", "name"),
    "agency_lineage": ("agency_id", "successor_id"),
    "decisions": ("decision_id",),
    "blocs": ("bloc_id",),
    "bloc_names": ("bloc_id", "name"),
    "bloc_periods": ("bloc_id",),
    "bloc_lineage": ("bloc_id", "successor_id"),
    "merges": ("merge_id",),
    "doubts": ("doubt_id",),
    "terms": ("bloc_id", "year", "role", "agency_id", "agency", "person"),
    "honours": (
        "bloc_id", "year", "award", "granting_authority", "recipient_kind", "recipient_id", "recipient", "count",
    ),
    "seats": ("bloc_id", "year", "agency_id"),
    "bloc_years": ("bloc_id", "year"),
    "agency_years": ("agency_id", "year"),
    "membership_matrix": ("bloc_id", "agency_id"),
    "quality": ("corpus", "kind", "level", "period"),
}  # fmt: skip
"""The columns that name a row of a table. In terms, honours and seats some may be null; two nulls count as equal."""

FOREIGN_KEYS: tuple[ForeignKey, ...] = tuple(
    ForeignKey(table, column, parent, parent_column)
    for parent, parent_column, children in (
        (
            "runs", "run_id",
            "articles.run_id article_copies.run_id problems.run_id bloc_mentions.run_id meetings.run_id "
            "memberships.run_id leaderships.run_id awards.run_id people.run_id documents.run_id movements.run_id "
            "initiatives.run_id rankings.run_id",
        ),
        (
            "articles", "article_id",
            "articles.superseded_by articles.report_id article_copies.article_id article_copies.original_id "
            "problems.article_id bloc_mentions.article_id meetings.article_id memberships.article_id "
            "leaderships.article_id awards.article_id people.article_id documents.article_id "
            "movements.article_id initiatives.article_id rankings.article_id evidence.article_id",
        ),
        (
            "bloc_mentions", "fact_id",
            "meetings.bloc_mention_id memberships.bloc_mention_id leaderships.bloc_mention_id awards.bloc_mention_id "
            "movements.bloc_mention_id initiatives.bloc_mention_id rankings.bloc_mention_id",
        ),
        ("documents", "fact_id", "awards.document_id leaderships.document_id"),
        (
            "places", "place_id",
            "articles.place_id bloc_mentions.place_id places.parent_id place_lineage.place_id "
            "place_lineage.successor_id agencies.place_id decisions.place_id blocs.place_id",
        ),
        (
            "agencies", "agency_id",
            "memberships.agency_id leaderships.agency_id awards.recipient_id awards.recipient_agency_id "
            "people.agency_id initiatives.agency_id rankings.agency_id "
            "agency_names.agency_id agency_lineage.agency_id agency_lineage.successor_id "
            "terms.agency_id honours.recipient_id honours.recipient_agency_id seats.agency_id agency_years.agency_id "
            "membership_matrix.agency_id",
        ),
        (
            "blocs", "bloc_id",
            "bloc_mentions.bloc_id meetings.bloc_id memberships.bloc_id leaderships.bloc_id awards.bloc_id "
            "movements.bloc_id initiatives.bloc_id rankings.bloc_id "
            "bloc_names.bloc_id bloc_periods.bloc_id bloc_lineage.bloc_id bloc_lineage.successor_id terms.bloc_id "
            "honours.bloc_id seats.bloc_id bloc_years.bloc_id membership_matrix.bloc_id",
        ),
        ("decisions", "decision_id", "bloc_periods.decision_id"),
    )
    for table, column in (child.split(".") for child in children.split())
)  # fmt: skip
"""All but those that lead to one of several tables: evidence.fact_id (to the table of its kind), merges.entity_id and
doubts.left_id and right_id (to agencies or blocs), for which `checks.sql` has rules of their own."""
