"""Hold a published snapshot to its keys and to rules of quality. Nothing is changed: what is wrong is for a person.

The rules are data: `checks.sql` has them with their explanations, `keys.py` the keys.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from pipeline.warehouse.files import SCHEMA_VERSION, WarehouseError, sql_of, version_of
from pipeline.warehouse.keys import FOREIGN_KEYS, PRIMARY_KEYS, ForeignKey

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_RULE = re.compile(r"^-- rule: (?P<name>[a-z-]+), (?P<severity>error|warning)\n(?P<about>(?:-- .*\n)+)", re.MULTILINE)


class Rule(NamedTuple):
    """A rule: its severity is `error` (cannot be right) or `warning` (a person should look).

    `sql` gives the rows that break it, with the columns row, says, quote and url.
    """

    name: str
    severity: str
    explanation: str
    sql: str


class Finding(NamedTuple):
    """A row that breaks a rule: table and key, what is wrong with it, and the words and the page if there are any."""

    row: str
    says: str | None
    quote: str | None
    url: str | None


class Result(NamedTuple):
    """How many rows break a rule, and the first of them."""

    rule: Rule
    broken: int
    examples: tuple[Finding, ...]


def check(con: DuckDBPyConnection, examples: int = 1) -> list[Result]:
    """Run all rules.

    Args:
        con: a published snapshot, see `open_warehouse`; may be read-only.
        examples: how many rows of each rule to give; -1 is all.

    Raises:
        WarehouseError: the snapshot has tables of another version.
    """
    version = version_of(con)
    if version != SCHEMA_VERSION:
        raise WarehouseError(
            f"the snapshot has tables of version {version}, and the rules are those of version {SCHEMA_VERSION}; "
            "run `thidua publish` first"
        )
    prelude, rules = read_rules(sql_of("checks.sql"))
    con.execute(prelude)
    return [apply_rule(con, rule, examples) for rule in (*key_rules(con), *rules)]


def apply_rule(con: DuckDBPyConnection, rule: Rule, examples: int) -> Result:
    """Count the rows that break a rule, and list so many of them; -1 is all."""
    [(broken,)] = con.execute(f"SELECT count(*) FROM ({rule.sql})").fetchall()
    limit = "" if examples < 0 else f"LIMIT {examples}"
    query = f"SELECT row, says, quote, url FROM ({rule.sql}) ORDER BY ALL {limit}"
    rows = con.execute(query).fetchall() if broken else []
    return Result(rule, broken, tuple(Finding(*row) for row in rows))


def read_rules(text: str) -> tuple[str, list[Rule]]:
    """Return what comes before the first rule, and the rules of a text in the form of `checks.sql`."""
    marks = list(_RULE.finditer(text))
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    rules = [
        Rule(
            mark["name"],
            mark["severity"],
            " ".join(line.removeprefix("-- ") for line in mark["about"].splitlines()),
            text[mark.end() : end].strip().rstrip(";"),
        )
        for mark, end in zip(marks, ends, strict=True)
    ]
    return text[: marks[0].start()] if marks else text, rules


def key_rules(con: DuckDBPyConnection) -> tuple[Rule, Rule]:
    """Return the rules that the keys make."""
    twice = "\nUNION ALL ".join(_twice(con, table) for table in PRIMARY_KEYS)
    orphans = "\nUNION ALL ".join(_orphans(con, key) for key in FOREIGN_KEYS)
    return (
        Rule("primary-key", "error", "Two rows with one key.", twice),
        Rule("foreign-key", "error", "An orphan: a row that refers to one which is not there.", orphans),
    )


def _twice(con: DuckDBPyConnection, table: str) -> str:
    columns = ", ".join(f'"{column}"' for column in PRIMARY_KEYS[table])
    return (
        f"SELECT '{table} ' || {_named(table)} AS row, count(*) || ' rows' AS says, min(quote) AS quote, "
        f"min(url) AS url FROM (SELECT {columns}, {_source(con, table)} FROM {table} t) "
        f"GROUP BY {columns} HAVING count(*) > 1"
    )


def _orphans(con: DuckDBPyConnection, key: ForeignKey) -> str:
    return (
        f"SELECT '{key.table} ' || {_named(key.table)} AS row, '{key.column} ' || \"{key.column}\" || ' is not in "
        f"{key.parent}' AS says, {_source(con, key.table)} FROM {key.table} t "
        f'WHERE "{key.column}" IS NOT NULL AND "{key.column}" NOT IN (SELECT {key.parent_column} FROM {key.parent})'
    )


def _named(table: str) -> str:
    """Return the expression that names a row of a table by its key."""
    return "concat_ws(' ', " + ", ".join(f'"{column}"' for column in PRIMARY_KEYS[table]) + ")"


def _source(con: DuckDBPyConnection, table: str) -> str:
    """Return the expressions for the words and the page behind a row `t` of a table, null where it has none."""
    columns = {name for (name,) in con.execute(f"SELECT column_name FROM (DESCRIBE {table})").fetchall()}
    if "quotes" in columns:
        return "quotes[1] AS quote, urls[1] AS url"
    quote = "quote" if "quote" in columns else "NULL::VARCHAR"
    page = "(SELECT coalesce(a.url, a.page_key) FROM articles a WHERE a.article_id = t.article_id)"
    return f"{quote} AS quote, {page if 'article_id' in columns else 'NULL::VARCHAR'} AS url"


def findings_of(results: list[Result], severity: str) -> int:
    """Return how many rows break rules of a severity."""
    return sum(result.broken for result in results if result.rule.severity == severity)


def lines_of(results: list[Result]) -> Iterator[str]:
    """Yield one line a rule, with its first example; further examples are lines of their own, set in."""
    for rule, broken, examples in results:
        if not broken:
            yield f"ok      {0:5}  {rule.name}"
            continue
        first = f" E.g. {_told(examples[0])}" if examples else ""
        yield f"{rule.severity:7} {broken:5}  {rule.name}: {rule.explanation}{first}"
        for finding in examples[1:]:
            yield f"{'':15}{_told(finding)}"


def _told(finding: Finding) -> str:
    parts = [f"{finding.row}: {finding.says}", f"“{finding.quote}”" if finding.quote else "", finding.url or ""]
    return " ".join(" ".join(filter(None, parts)).split())
