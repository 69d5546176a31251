"""What is exported: the tables, their columns in SQL, their order and keys. Types and meanings come from the tables.

In are the analysts' views, the statements with their evidence, and who is who. Out is what tells of the job rather than
of the blocs, and what would say the same twice.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from pipeline.warehouse.codebook import CODEBOOK
from pipeline.warehouse.dictionary import Column as Described
from pipeline.warehouse.dictionary import tables_of
from pipeline.warehouse.keys import FOREIGN_KEYS, PRIMARY_KEYS

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection
    from duckdb.sqltypes import DuckDBPyType

Value = Callable[[str, str], str]
"""Makes of a text's column name and SQL expression the expression that is exported for it."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One table or view that is exported.

    `order` comes first in the order of the rows, then all other columns. `leave_out` names columns that are not
    exported, `sets` lists whose order means nothing and is made alphabetical, `key` identifies a row of a view (that of
    a table is in `pipeline.warehouse.keys`), and `only` is a condition on the rows.
    """

    name: str
    order: tuple[str, ...]
    key: tuple[str, ...] = ()
    leave_out: tuple[str, ...] = ()
    sets: tuple[str, ...] = ()
    only: str | None = None


_FACT = ("fact_id",)
_PLACES_IN_USE = """place_id IN (
    WITH RECURSIVE used(place_id) AS (
        SELECT place_id FROM blocs UNION SELECT place_id FROM bloc_mentions UNION SELECT place_id FROM agencies
        UNION SELECT place_id FROM articles UNION SELECT place_id FROM decisions
        UNION SELECT place_id FROM places WHERE place_kind = 'province'
        UNION
        SELECT link.other FROM used JOIN (
            SELECT place_id, parent_id AS other FROM places UNION SELECT place_id, successor_id FROM place_lineage
        ) link USING (place_id)
    ) SELECT place_id FROM used WHERE place_id IS NOT NULL)"""
"""The provinces, what the data speaks of, what that lies in, and what became of it: the rest of the gazetteer says
nothing of blocs."""

CHOICES: tuple[Choice, ...] = (
    # What analysts ask first.
    Choice("bloc_years", ("bloc_id", "year"), key=("bloc_id", "year")),
    Choice("leadership_timeline", ("bloc_id", "year", "role", "agency_id", "agency", "person")),
    Choice("award_table", ("bloc_id", "year", "award", "recipient_id", "recipient", "granting_authority")),
    Choice("agency_years", ("agency_id", "year"), key=("agency_id", "year")),
    # Its quotes and pages are samples of those in award_table.
    Choice("award_counts", ("province", "level", "year", "award"), leave_out=("quotes", "urls")),
    Choice("membership_matrix", ("bloc_id", "agency_id"), key=("bloc_id", "agency_id"), sets=("quotes", "urls")),
    Choice("conflicts", ("bloc_id", "year", "conflict", "what")),
    Choice("coverage", ("province", "year")),
    # What reports say beyond blocs, posts and awards.
    Choice("ranking_table", ("bloc_id", "year", "position", "agency_id", "agency")),
    Choice("movement_table", ("bloc_id", "year", "type", "name")),
    Choice("initiative_table", ("bloc_id", "type", "name", "agency_id", "agency")),
    Choice("document_table", ("type", "number", "date", "place_id")),
    # Who is who.
    Choice("bloc_list", ("bloc_id",), key=("bloc_id",)),
    Choice("blocs", ("bloc_id",)),
    Choice("bloc_names", ("bloc_id", "name")),
    Choice("bloc_periods", ("series_id", "period", "bloc_id")),
    Choice("bloc_lineage", ("bloc_id", "successor_id")),
    Choice("agencies", ("agency_id",)),
    Choice("agency_names", ("agency_id", "name")),
    Choice("agency_lineage", ("agency_id", "successor_id")),
    Choice("places", ("place_id",), only=_PLACES_IN_USE),
    Choice("place_lineage", ("place_id", "successor_id"), only=_PLACES_IN_USE),
    Choice("decisions", ("decision_id",)),
    Choice("merges", ("merge_id",)),
    # The statements, one row for each in each article, and the words behind them.
    Choice("bloc_mentions", _FACT),
    Choice("meetings", _FACT),
    Choice("memberships", _FACT),
    Choice("leaderships", _FACT),
    Choice("awards", _FACT),
    Choice("people", _FACT),
    Choice("documents", _FACT),
    Choice("movements", _FACT),
    Choice("initiatives", _FACT),
    Choice("rankings", _FACT),
    Choice("evidence", ("fact_id", "start", "end", "slot", "article_id")),
    # Where it is from, and how good it is.
    Choice(
        "articles",
        ("article_id",),
        leave_out=("reading_hash",),
        # An older version only where it is the first article of a text that others copied.
        only="superseded_by IS NULL "
        "OR article_id IN (SELECT report_id FROM articles WHERE superseded_by IS NULL)",
    ),
    Choice("sources", ("source",), leave_out=("pages", "last_fetched")),
    Choice("quality", ("corpus", "kind", "level", "period")),
)  # fmt: skip

NOT_EXPORTED: Mapping[str, str] = {
    "snapshot": "when it was published: the same data gives the same files at any time",
    "runs": "the job's own book",
    "problems": "a work list for those who run the job",
    "doubts": "a work list for those who review",
    "review_queue": "a work list for those who review",
    "reviews": "names of reviewers; what they decided stands in the column verdict",
    "article_copies": "articles.report_id says which articles are copies",
    "reprints": "articles.report_id says which articles are copies",
    "terms": "leadership_timeline shows it with names",
    "honours": "award_table shows it with names",
    "seats": "membership_matrix shows it with names",
}
"""Why a table or view is not exported."""

TEXT_COLUMNS = {"articles": ("text", "sections")}
"""What is exported only where texts are asked for."""

_RUN = "run_id"

_CODED = (
    "places.type", "place_lineage.relation", "evidence.slot", "agencies.tier", "agency_names.basis",
    "agency_lineage.relation", "bloc_lineage.relation", "bloc_periods.flag", "merges.entity", "conflicts.conflict",
    "sources.kind", "sources.state",
)  # fmt: skip
"""Columns of text that hold one of few values, each a category of its own in the codebook."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column to export.

    `type` is DuckDB's, `sql` the expression that gives its value with closed values as text, `category` its section of
    the codebook and `enum` its closed values.
    """

    name: str
    type: DuckDBPyType
    comment: str
    required: bool
    sql: str
    category: str | None
    enum: tuple[str, ...]

    @property
    def kind(self) -> str:
        """What it holds: text, list, struct, or DuckDB's name of the type."""
        return "text" if self.type.id in ("varchar", "enum") else self.type.id


@dataclass(frozen=True, slots=True)
class Table:
    """A table to export: `query` gives its rows in their order, `key` identifies a row, if anything does."""

    name: str
    is_view: bool
    comment: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    only: str | None
    order: tuple[str, ...]

    def query(self, value: Callable[[Column], str] = lambda column: column.sql, mark: str = "") -> str:
        """Return the SQL of its rows.

        Args:
            value: gives the SQL expression of a column's value in the file, from the column.
            mark: what stands before the first column's name.
        """
        names = [mark + self.columns[0].name, *(column.name for column in self.columns[1:])]
        shown = ", ".join(
            f"{value(column)} AS {quoted(name)}" for column, name in zip(self.columns, names, strict=True)
        )
        where = f" WHERE {self.only}" if self.only else ""
        order = list(self.order)
        if not (self.key and set(self.key) <= set(order)):  # else these alone decide, and the rest need not be sorted
            order += [column.name for column in self.columns if column.name not in order]
        keys = ", ".join(f"t.{quoted(name)}" for name in order)
        return f"SELECT {shown} FROM {quoted(self.name)} t{where} ORDER BY {keys}"

    def references(self, exported: Sequence[str]) -> list[tuple[str, str, str]]:
        """Return (column, table, column there) for each column that refers to one of the exported tables.

        A view's column refers to what tables' columns of that name refer to.
        """
        own = {key.column: (key.parent, key.parent_column) for key in FOREIGN_KEYS if key.table == self.name}
        if self.is_view:
            own = {key.column: (key.parent, key.parent_column) for key in FOREIGN_KEYS}
        named = [(column.name, *own[column.name]) for column in self.columns if column.name in own]
        return [reference for reference in named if reference[1] in exported]


def quoted(name: str) -> str:
    """Quote a name for SQL."""
    return '"' + name.replace('"', '""') + '"'


def literal(text: str) -> str:
    """Quote a text for SQL."""
    return "'" + text.replace("'", "''") + "'"


def unchanged(name: str, sql: str) -> str:
    """Export a text as it is."""
    return sql


def tables(con: DuckDBPyConnection, with_text: bool, value: Value = unchanged) -> list[Table]:
    """Return the tables to export, with what the database knows of their columns.

    Args:
        con: a published snapshot. A table that its version does not have is passed over.
        with_text: export the articles' texts.
        value: what is exported for a text, see `pipeline.export.persons`.
    """
    known = tables_of(con)
    return [
        Table(
            choice.name,
            known[choice.name].is_view,
            known[choice.name].comment,
            tuple(_columns(con, choice, known[choice.name].columns, with_text, value)),
            choice.key or PRIMARY_KEYS.get(choice.name, ()),
            choice.only,
            choice.order,
        )
        for choice in CHOICES
        if choice.name in known
    ]


def _columns(
    con: DuckDBPyConnection,
    choice: Choice,
    described: Sequence[Described],
    with_text: bool,
    value: Value,
) -> list[Column]:
    types = con.sql(f"FROM {quoted(choice.name)} LIMIT 0").types
    left_out = {_RUN, *choice.leave_out, *(() if with_text else TEXT_COLUMNS.get(choice.name, ()))}
    columns = []
    for column, type_ in zip(described, types, strict=True):
        name = column.name
        if name in left_out:
            continue
        sql = _plain(f"t.{quoted(name)}", name, type_, value)
        if name in choice.sets:
            sql = f"list_sort({sql})"
        columns.append(
            Column(
                name,
                type_,
                column.comment.removesuffix(" Filled on publishing."),
                not column.nullable,
                sql,
                _category(choice.name, column),
                _labels(type_) if type_.id == "enum" else (),
            )
        )
    return columns


def _category(table: str, column: Described) -> str | None:
    """Return the section of the codebook that a column's values stand in."""
    path = f"{table}.{column.name}"
    if path in _CODED:
        return path
    if column.name == "award":
        return column.name
    return column.type.removesuffix("[]") if column.type.removesuffix("[]") in CODEBOOK else None


def _labels(type_: DuckDBPyType) -> tuple[str, ...]:
    """Return the closed values of an ENUM."""
    return tuple(cast("list[str]", type_.children[0][1]))


def _plain(sql: str, name: str, type_: DuckDBPyType, value: Value, depth: int = 0) -> str:
    """Return an expression with the same value, closed values as text and texts as `value` gives them."""
    if type_.id == "enum":
        return f"CAST({sql} AS VARCHAR)"
    if type_.id == "varchar":
        return value(name, sql)
    if type_.id == "list":
        [(_, item_type)] = type_.children
        item = f"x{depth}"
        inner = _plain(item, name, cast("DuckDBPyType", item_type), value, depth + 1)
        return sql if inner == item else f"[{inner} FOR {item} IN {sql}]"
    if type_.id == "struct":
        old = {field: f"{sql}.{quoted(field)}" for field, _ in type_.children}
        new = {
            field: _plain(old[field], field, cast("DuckDBPyType", kind), value, depth) for field, kind in type_.children
        }
        packed = ", ".join(f"{literal(field)}: {made}" for field, made in new.items())
        return sql if new == old else f"CASE WHEN {sql} IS NULL THEN NULL ELSE {{{packed}}} END"
    return sql
