"""The data dictionary is made from the tables, is current, and leaves nothing without an explanation."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from pipeline.registry import blocs
from pipeline.warehouse.codebook import CODEBOOK
from pipeline.warehouse.dictionary import GROUPS, Table, bloc_rule, dictionary, tables_of
from pipeline.warehouse.files import make_tables
from pipeline.warehouse.keys import FOREIGN_KEYS, PRIMARY_KEYS

PROJECT = Path(__file__).resolve().parent.parent
PAGE = PROJECT / "docs" / "data-dictionary.md"


@pytest.fixture(scope="module")
def con() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as connection:
        make_tables(connection)
        yield connection


@pytest.fixture(scope="module")
def tables(con: duckdb.DuckDBPyConnection) -> dict[str, Table]:
    return tables_of(con)


def test_the_page_is_current() -> None:
    made = dictionary()
    assert PAGE.read_text("utf-8") == made, (
        "write it anew: python -m pipeline.warehouse.dictionary > docs/data-dictionary.md"
    )


def test_the_command_prints_it_whatever_the_locale() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pipeline.warehouse.dictionary"],
        capture_output=True, cwd=PROJECT, env={"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONPATH": str(PROJECT)}, check=True,
    )  # fmt: skip
    assert done.stdout.decode("utf-8") == dictionary()


def test_every_table_view_and_column_has_a_comment(tables: dict[str, Table]) -> None:
    assert len(tables) > 30
    assert [name for name, table in tables.items() if not table.comment.strip()] == []
    without = [f"{name}.{c.name}" for name, table in tables.items() for c in table.columns if not c.comment.strip()]
    assert without == []


def test_comments_are_sentences(tables: dict[str, Table]) -> None:
    comments = [table.comment for table in tables.values()]
    comments += [column.comment for table in tables.values() for column in table.columns]
    assert [comment for comment in comments if not re.search(r"[.?!]\)?$", comment)] == []


def test_the_page_has_a_section_for_each_table_and_a_row_for_each_column(tables: dict[str, Table]) -> None:
    sections = dict(re.findall(r"^### ([\w.]+)\n(.*?)(?=^##|\Z)", dictionary(), re.MULTILINE | re.DOTALL))
    assert {name for _, names in GROUPS.values() for name in names} == set(tables)
    for name, table in tables.items():
        assert table.comment in sections[name]
        assert re.findall(r"^\| `(\w+)` \|", sections[name], re.MULTILINE) == [c.name for c in table.columns], name


def test_a_table_that_the_page_does_not_place_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    some = {title: (about, names[1:]) for title, (about, names) in GROUPS.items()}
    monkeypatch.setattr("pipeline.warehouse.dictionary.GROUPS", some)
    with pytest.raises(ValueError, match="bloc_years"):
        dictionary()


def test_the_rule_of_blocs_is_the_modules_own() -> None:
    rule = bloc_rule().strip()
    assert len(rule) > 500 and rule in (blocs.__doc__ or "") and rule in dictionary()
    for word in ("authority", "half", "members", "period", "decision", "review_queue"):
        assert word in rule


def test_closed_values_are_all_explained_in_both_languages(con: duckdb.DuckDBPyConnection) -> None:
    types = con.execute("SELECT type_name, labels FROM duckdb_types() WHERE logical_type = 'ENUM' AND NOT internal")
    page, labels = dictionary(), dict(types.fetchall())
    assert set(CODEBOOK) == set(labels)
    for name, values in labels.items():
        assert [meaning.value for meaning in CODEBOOK[name]] == list(values), name
        section = page.partition(f"\n### {name}\n")[2].partition("\n###")[0]
        assert re.findall(r"^\| `([^`]+)` \| \S.* \| \S.* \|$", section, re.MULTILINE) == list(values), name


def test_types_are_called_by_their_names(tables: dict[str, Table]) -> None:
    assert [f"{t.name}.{c.name}" for t in tables.values() for c in t.columns if "ENUM" in c.type] == []
    assert next(c.type for c in tables["terms"].columns if c.name == "status") == "term_status"


def test_each_table_has_its_key(con: duckdb.DuckDBPyConnection, tables: dict[str, Table]) -> None:
    declared = con.execute(
        "SELECT table_name, constraint_column_names FROM duckdb_constraints() WHERE constraint_type = 'PRIMARY KEY'"
    ).fetchall()
    assert {name: PRIMARY_KEYS.get(name) for name, _ in declared} == {name: tuple(key) for name, key in declared}
    real = {name for name, table in tables.items() if not table.is_view}
    assert set(PRIMARY_KEYS) == real - {"snapshot"}  # which has one row
    for name, key in PRIMARY_KEYS.items():
        assert set(key) <= {column.name for column in tables[name].columns}, name


def test_foreign_keys_lead_from_columns_to_keys(tables: dict[str, Table]) -> None:
    columns = {(name, column.name): column.type for name, table in tables.items() for column in table.columns}
    assert len(set(FOREIGN_KEYS)) == len(FOREIGN_KEYS)
    for key in FOREIGN_KEYS:
        assert columns[key.table, key.column] == columns[key.parent, key.parent_column], key
        assert PRIMARY_KEYS[key.parent] == (key.parent_column,), key


def test_no_column_that_refers_to_another_table_is_forgotten(tables: dict[str, Table]) -> None:
    """Those whose comment says "see blocs" or the like, and that are named after an id."""
    known = {key[:2] for key in FOREIGN_KEYS}
    several = {("evidence", "fact_id"), ("merges", "entity_id"), ("doubts", "left_id"), ("doubts", "right_id")}
    series = {("bloc_periods", "series_id")}  # not the key of blocs: several periods share it
    reviewed = {("reviews", "article_id")}  # may be a version that the tables do not have
    for name, table in tables.items():
        for column in table.columns:
            refers = re.search(r"see (?:the table|" + "|".join(PRIMARY_KEYS) + r")\b", column.comment)
            if not table.is_view and refers and column.name.endswith("_id"):
                assert (name, column.name) in known | several | series | reviewed, f"{name}.{column.name}"
