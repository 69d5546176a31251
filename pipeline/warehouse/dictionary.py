"""The data dictionary: what is in the tables, from their own comments, for people who query them.

`python -m pipeline.warehouse.dictionary > docs/data-dictionary.md` writes it; a test holds the page current.
"""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from pipeline.lexicon import read_table
from pipeline.warehouse.codebook import CODEBOOK, Meaning
from pipeline.warehouse.files import make_tables
from pipeline.warehouse.keys import FOREIGN_KEYS, PRIMARY_KEYS

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


class Column(NamedTuple):
    """A column of a table or view; `type` names an ENUM by its own name."""

    name: str
    type: str
    comment: str
    nullable: bool


class Table(NamedTuple):
    """A table or view with its columns in their order."""

    name: str
    is_view: bool
    comment: str
    columns: tuple[Column, ...]


GROUPS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "Ask these first": (
        "Views that join names, places, sources and quotes, each fact counted once however many reports tell it.",
        (
            "bloc_years", "leadership_timeline", "award_table", "award_counts", "membership_matrix", "agency_years",
            "bloc_list", "conflicts", "coverage", "ranking_table", "movement_table", "initiative_table",
            "document_table",
        ),
    ),
    "Facts counted once": (
        "What those views are made of. A leadership is one by bloc, year, role and agency; an award by bloc, year, "
        "award, granting authority and recipient; a membership by bloc, year and agency.",
        ("terms", "honours", "seats"),
    ),
    "Who is who": (
        "Places, agencies and blocs, each one thing over years and spellings, with what it came from and went into. "
        "Made anew in every snapshot from the statements and from people's reviews.",
        (
            "blocs", "bloc_names", "bloc_periods", "bloc_lineage", "agencies", "agency_names", "agency_lineage",
            "places", "place_lineage", "decisions", "merges", "doubts",
        ),
    ),
    "Statements": (
        "What single articles say, one row for each statement in one article, with the words that say it. What people "
        "corrected stands corrected here, and `verdict` says so.",
        (
            "bloc_mentions", "meetings", "memberships", "leaderships", "awards", "people", "documents", "movements",
            "initiatives", "rankings", "evidence",
        ),
    ),
    "Articles and where they are from": (
        "",
        ("articles", "article_copies", "reprints", "sources"),
    ),
    "Quality, questions and runs": (
        "",
        ("quality", "review_queue", "reviews", "problems", "runs", "snapshot"),
    ),
}  # fmt: skip
"""The sections of the page: what they hold, in the order in which a person asks."""

_HEAD = """# Data dictionary

What is in `thidua.duckdb`, table by table. This page is made from the comments in the tables themselves
(`python -m pipeline.warehouse.dictionary > docs/data-dictionary.md`); in a DuckDB shell,
`SELECT table_name, column_name, comment FROM duckdb_columns()` says the same.

## Where to begin

| to know | ask |
|---|---|
| who led which bloc in which year | `leadership_timeline` |
| who was proposed for, voted or given what | `award_table`; how many, `award_counts` |
| all of a bloc's year: leader, deputies, members, awards, meeting | `bloc_years` |
| all of an agency's year: its blocs, posts and awards | `agency_years` |
| who belonged to which bloc when | `membership_matrix` |
| which blocs there are, and where | `bloc_list` |
| how blocs ranked and scored their units | `ranking_table` |
| which movements, themes and slogans they worked under | `movement_table` |
| which models units showed | `initiative_table` |
| which legal documents reports cite | `document_table` |
| the decision behind an award or a leader | `decision` in `award_table` and `leadership_timeline` |
| where reports contradict each other, and what was chosen | `conflicts` |
| how much is known at all | `coverage` |
| the words behind a fact, and the page | `quotes` and `urls` beside each row; span by span in `evidence` |

**A missing row is no missing event.** It says that no report that was read told of one. Only some provinces have papers
and portals that could be read, not every meeting is reported, and a report rarely names everyone. Before you count,
look at `coverage` for the province and year: how many sites, reports and blocs are behind it. Null is "not known",
never "no" or zero.

**Numbers and names are two things.** An award with a `count` and no `recipient` may be the same that another row
names: never add the two.

**What is read may be read wrongly.** `confidence` estimates how likely a fact is right, an order rather than
odds; `quality` says how right and how complete the reading is by kind, level and period, and `thidua check` what in the
tables looks wrong. Read the quote before you publish a fact.

## How the tables hang together

```
 articles ◀─article_id─ bloc_mentions ◀─bloc_mention_id─ meetings   memberships   leaderships   awards   people
    ▲                         │                                          │             │            │        │
 evidence                  bloc_id                                 counted once, by bloc_id, year   │        │
 (each fact,                  │                                    and agency_id       │            │        │
 span by span)                ▼                                          ▼             ▼            ▼        │
                            blocs ◀───────────bloc_id────────────────  seats         terms       honours     │
                              │                                          │             │            │        │
                           place_id                                      └─────────────┴─agency_id──┴────────┤
                              ▼                                                                              ▼
                            places ◀──────────────────────────────place_id────────────────────────────── agencies

 through time:  place_lineage     blocs.series_id, bloc_periods, bloc_lineage     agencies.line_id, agency_lineage
```

- Movements, initiatives and rankings hang on `bloc_mentions`, `blocs` and `agencies` as the others do, documents on
  their article; `document_id` of `awards` and `leaderships` is the decision behind the fact.
- A statement's bloc is `bloc_mention_id` (the row of `bloc_mentions` in the same article) and `bloc_id` (the bloc that
  it is over all articles); an agency is its name as the report gives it, and `agency_id`.
- To follow an agency through renamings and mergers, group by `agencies.line_id`; a bloc through other members, by
  `blocs.series_id`; a province through 1 July 2025, by `place_lineage` or the column `province_now` of the views.
- Ids are made of names and places, and stay the same from snapshot to snapshot as long as those do. Cite a fact by its
  words, page and snapshot, see the README.
"""

_BLOCS = """## When two reports tell of one bloc

Reports write one bloc's name in many ways, and other blocs under the same name. `blocs` follows this rule:
"""


def tables_of(con: DuckDBPyConnection) -> dict[str, Table]:
    """Return the tables and views of a connection's current database with their comments, by name."""
    enums = _enums(con)
    columns: dict[str, list[Column]] = {}
    for table, name, data_type, comment, nullable in con.execute(
        "SELECT table_name, column_name, data_type, comment, is_nullable FROM duckdb_columns() "
        "WHERE database_name = current_database() AND NOT internal ORDER BY table_name, column_index"
    ).fetchall():
        for long, short in enums.items():
            data_type = data_type.replace(long, short)
        columns.setdefault(table, []).append(Column(name, data_type, comment or "", nullable))
    found = con.execute(
        "SELECT table_name, false, comment FROM duckdb_tables() WHERE database_name = current_database() UNION ALL "
        "SELECT view_name, true, comment FROM duckdb_views() WHERE database_name = current_database() AND NOT internal"
    ).fetchall()
    return {name: Table(name, is_view, comment or "", tuple(columns[name])) for name, is_view, comment in sorted(found)}


def dictionary() -> str:
    """Return the page as Markdown.

    Raises:
        ValueError: a table is in none of the page's sections.
    """
    import duckdb

    with duckdb.connect() as con:
        make_tables(con)
        tables = tables_of(con)
    placed = [name for _, names in GROUPS.values() for name in names]
    if sorted(placed) != sorted(tables):
        odd = ", ".join(sorted(set(placed) ^ set(tables)))
        raise ValueError(f"GROUPS of pipeline/warehouse/dictionary.py and the tables differ: {odd}")
    codebook = _codebook()
    return "\n".join([_HEAD, _BLOCS, bloc_rule(), *_sections(tables, codebook), *_closed_values(codebook)])


def bloc_rule() -> str:
    """Return the rule of bloc identity in the words of the module that carries it out."""
    words = import_module("pipeline.registry.blocs").__doc__ or ""
    return words.partition("gives it:\n")[2].strip() + "\n"


def _enums(con: DuckDBPyConnection) -> dict[str, str]:
    """Return how the types of ENUM columns are written out, and their names."""
    names = [
        name
        for (name,) in con.execute(
            "SELECT type_name FROM duckdb_types() WHERE database_name = current_database() AND logical_type = 'ENUM' "
            "AND NOT internal ORDER BY type_name"
        ).fetchall()
    ]
    return {con.execute(f"SELECT typeof(NULL::{name})").fetchall()[0][0]: name for name in names}


def _codebook() -> dict[str, list[Meaning]]:
    """Return the values of all closed types, then those of columns of text that hold one of few."""
    known = {name: list(meanings) for name, meanings in CODEBOOK.items()}
    for row in read_table("codebook"):
        english = "; ".join(filter(None, (row["english"], row["note"])))
        known.setdefault(row["category"], []).append(Meaning(row["value"], row["vietnamese"], english))
    return known


def _closed_values(codebook: Mapping[str, list[Meaning]]) -> Iterator[str]:
    yield "## Closed values\n"
    yield (
        "Columns of the types below hold one of these values, or null; so do the columns of text that are named below. "
        "Titles of awards are open: those listed are the ones that the program knows.\n"
    )
    for category, meanings in codebook.items():
        yield f"### {category}\n"
        yield from _table(
            ("value", "tiếng Việt", "meaning"), [(f"`{m.value}`", m.vietnamese, m.english) for m in meanings]
        )


def _sections(tables: Mapping[str, Table], codebook: Collection[str]) -> Iterator[str]:
    for title, (about, names) in GROUPS.items():
        yield f"## {title}\n"
        if about:
            yield f"{about}\n"
        for name in names:
            table = tables[name]
            yield f"### {name}\n"
            yield f"{'View. ' if table.is_view else ''}{table.comment}\n"
            if key := PRIMARY_KEYS.get(name):
                yield f"Key: {', '.join(f'`{column}`' for column in key)}.\n"
            rows = [
                (
                    f"`{column.name}`",
                    _type(name, column, codebook),
                    _escaped(column.comment),
                    _key(name, column, table.is_view),
                )
                for column in table.columns
            ]
            yield from _table(("column", "type", "meaning", "key"), rows)


def _type(table: str, column: Column, codebook: Collection[str]) -> str:
    """Return a column's type, linked to its closed values if it has any."""
    category = column.type if column.type in codebook else f"{table}.{column.name}"
    return f"[{column.type}](#{category.replace('.', '')})" if category in codebook else _escaped(column.type)


def _key(table: str, column: Column, is_view: bool) -> str:
    """Return what a column is to the keys, and whether it may be null (of views that is not known)."""
    said = ["primary"] if (column.name,) == PRIMARY_KEYS.get(table) else []
    said += [f"→ [{key.parent}](#{key.parent})" for key in FOREIGN_KEYS if key[:2] == (table, column.name)]
    if not is_view and not column.nullable and "primary" not in said:
        said.append("not null")
    return ", ".join(said)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"
    yield ""


def _escaped(text: str) -> str:
    return text.replace("|", "&#124;").replace("[]", "\\[\\]")


def main() -> None:
    """Print the page as UTF-8, whatever the locale says."""
    sys.stdout.buffer.write(dictionary().encode("utf-8"))


if __name__ == "__main__":
    main()
