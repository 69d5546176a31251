"""The questions that analysts ask most, as functions that return pandas tables.

Each is one of the views of the published tables, narrowed by what is given:

    from pipeline import tables
    tables.bloc_years(province="Kon Tum", year=2024)

All read the newest snapshot of the data folder (`THIDUA_DATA`, else `data`), or of what `warehouse` names: a folder, a
file, or a connection from `pipeline.open_warehouse()`. Columns mean what their comments in the tables say, see
docs/data-dictionary.md. Names may be typed without their marks ("Binh Phuoc") where nothing is called so as it stands.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from pipeline.text import fold, plain

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection
    from pandas import DataFrame

    from pipeline.record import Record

    Warehouse = str | os.PathLike[str] | DuckDBPyConnection | None


class UnknownNameError(ValueError):
    """Nothing is called what was asked for; an empty table would look like an answer."""


def bloc_years(
    *,
    province: str | None = None,
    year: int | None = None,
    level: str | None = None,
    bloc: str | None = None,
    warehouse: Warehouse = None,
) -> DataFrame:
    """Return blocs by year: leader, deputies, members, awards, quotes and pages (view `bloc_years`).

    Args:
        province: A province, as it was or as it is since July 2025 ("Kon Tum", "tỉnh Kon Tum", "kon tum").
        year: The year.
        level: trung ương, tỉnh, huyện, xã or đơn vị.
        bloc: A part of the bloc's name, in any case.
        warehouse: See the module.

    Returns:
        One row for each row of the view, none if nothing is known. Lists (quotes, urls, members) are numpy arrays;
        what is not known is NA.

    Raises:
        UnknownNameError: there is no such province or level, or no bloc whose name has these words.
        WarehouseError: nothing is published there, or by a program that did not know this view.
    """
    return _ask("bloc_years", warehouse, province=province, year=year, level=level, bloc=bloc)


def leaderships(
    *,
    province: str | None = None,
    year: int | None = None,
    level: str | None = None,
    bloc: str | None = None,
    warehouse: Warehouse = None,
) -> DataFrame:
    """Return who led which bloc in which year (view `leadership_timeline`); arguments as for `bloc_years`."""
    return _ask("leadership_timeline", warehouse, province=province, year=year, level=level, bloc=bloc)


def awards(
    *,
    province: str | None = None,
    year: int | None = None,
    level: str | None = None,
    bloc: str | None = None,
    status: str | None = None,
    warehouse: Warehouse = None,
) -> DataFrame:
    """Return who was voted, proposed for or given what (view `award_table`).

    `status` takes only those whose furthest stage is voted, proposed or conferred; the others are as for `bloc_years`.
    """
    return _ask("award_table", warehouse, province=province, year=year, level=level, bloc=bloc, status=status)


def members(
    *, province: str | None = None, level: str | None = None, bloc: str | None = None, warehouse: Warehouse = None
) -> DataFrame:
    """Return which agency belonged to which bloc in which years (view `membership_matrix`)."""
    return _ask("membership_matrix", warehouse, province=province, level=level, bloc=bloc)


def agency_years(
    *, agency: str | None = None, province: str | None = None, year: int | None = None, warehouse: Warehouse = None
) -> DataFrame:
    """Return agencies by year: their blocs, posts and awards (view `agency_years`).

    `agency` is a part of the agency's name, in any case.
    """
    return _ask("agency_years", warehouse, province=province, year=year, agency=agency)


def award_counts(
    *, province: str | None = None, year: int | None = None, level: str | None = None, warehouse: Warehouse = None
) -> DataFrame:
    """Return how many of which award were proposed and given (view `award_counts`)."""
    return _ask("award_counts", warehouse, province=province, year=year, level=level)


def rankings(
    *,
    province: str | None = None,
    year: int | None = None,
    level: str | None = None,
    bloc: str | None = None,
    warehouse: Warehouse = None,
) -> DataFrame:
    """Return how blocs ranked and scored their units (view `ranking_table`); arguments as for `bloc_years`."""
    return _ask("ranking_table", warehouse, province=province, year=year, level=level, bloc=bloc)


def movements(
    *,
    province: str | None = None,
    year: int | None = None,
    level: str | None = None,
    bloc: str | None = None,
    warehouse: Warehouse = None,
) -> DataFrame:
    """Return under which movements and slogans blocs worked (view `movement_table`); arguments as for `bloc_years`."""
    return _ask("movement_table", warehouse, province=province, year=year, level=level, bloc=bloc)


def initiatives(
    *, province: str | None = None, level: str | None = None, bloc: str | None = None, warehouse: Warehouse = None
) -> DataFrame:
    """Return the models and initiatives of blocs' units (view `initiative_table`); arguments as for `bloc_years`."""
    return _ask("initiative_table", warehouse, province=province, level=level, bloc=bloc)


def documents(*, province: str | None = None, warehouse: Warehouse = None) -> DataFrame:
    """Return which legal documents reports cite (view `document_table`).

    With a province, as it was, those of its reports; the documents of the state belong to no province.
    """
    return _ask("document_table", warehouse, province=province)


def conflicts(*, province: str | None = None, year: int | None = None, warehouse: Warehouse = None) -> DataFrame:
    """Return where reports contradict each other, what was chosen and why (view `conflicts`)."""
    return _ask("conflicts", warehouse, province=province, year=year)


def coverage(*, province: str | None = None, year: int | None = None, warehouse: Warehouse = None) -> DataFrame:
    """Return what is known of each province and year, and of how much (view `coverage`)."""
    return _ask("coverage", warehouse, province=province, year=year)


def report(article: str, *, warehouse: Warehouse = None) -> Record:
    """Return one report's record from the tables; in Jupyter it shows itself with its facts marked in the text.

    Args:
        article: Its id, URL, path or file's stem.
        warehouse: See the module.

    Raises:
        UnknownNameError: no article is called so, or several are.
    """
    from dataclasses import replace

    from pipeline.show import from_warehouse

    with _opened(warehouse) as con:
        found = from_warehouse(con, article)
    if len(found) != 1:
        ids = ", ".join(one.article_id for one, _ in found[:10])
        raise UnknownNameError(
            f"{len(found)} articles are called {article!r}; give one's id: {ids}"
            if found
            else f"no article is called {article!r}; give an id or URL from the table articles"
        )
    read, record = found[0]
    return replace(record, article=read)


@contextmanager
def _opened(warehouse: Warehouse) -> Iterator[DuckDBPyConnection]:
    """A connection that is closed afterwards, unless it was given."""
    from duckdb import DuckDBPyConnection

    from pipeline.warehouse.open import open_warehouse

    if isinstance(warehouse, DuckDBPyConnection):
        yield warehouse
        return
    con = open_warehouse(warehouse, quiet=True)
    try:
        yield con
    finally:
        con.close()


def _ask(view: str, warehouse: Warehouse, **wanted: Any) -> DataFrame:
    """Return the rows of a view where each named column has the wanted value; None asks nothing."""
    with _opened(warehouse) as con:
        columns = _columns(con, view)
        tests: list[str] = []
        values: list[Any] = []
        for name, value in wanted.items():
            if value is None:
                continue
            if name == "year":
                tests.append("year = ?")
                values.append(int(value))
            else:
                of_name = [name, "province_now"] if name == "province" and "province_now" in columns else [name]
                names = _FINDERS[name](con, name, str(value))
                tests.append("(" + " OR ".join(f"list_contains(?, {column}::VARCHAR)" for column in of_name) + ")")
                values += [names] * len(of_name)
        where = f" WHERE {' AND '.join(tests)}" if tests else ""
        # pandas would get the numbers of a closed list's values where a column has lists of them.
        words = [
            f"{name}::VARCHAR[] AS {name}" for name, type_ in columns.items() if re.fullmatch(r"ENUM\(.*\)\[\]", type_)
        ]
        replaced = f" REPLACE ({', '.join(words)})" if words else ""
        return con.execute(f"SELECT *{replaced} FROM {view}{where}", values).df()


def _columns(con: DuckDBPyConnection, view: str) -> dict[str, str]:
    """Return a view's columns with their types."""
    from pipeline.warehouse.files import WarehouseError

    rows = con.execute("SELECT column_name, data_type FROM duckdb_columns() WHERE table_name = ?", [view]).fetchall()
    if not rows:
        raise WarehouseError(
            f"the snapshot has no table {view}: an older program published it; `thidua publish` makes a new one"
        )
    return dict(rows)


def _provinces(con: DuckDBPyConnection, _: str, name: str) -> list[str]:
    rows = con.execute(
        "SELECT DISTINCT name, full_name FROM places WHERE place_kind = 'province' ORDER BY name, full_name"
    ).fetchall()
    known = {fold(written): bare for bare, full in rows for written in (full, bare)}
    if fold(name) in known:
        return [known[fold(name)]]
    found = {bare for written, bare in known.items() if name.isascii() and plain(written) == plain(name)}
    if found:
        return sorted(found)
    raise UnknownNameError(f"no province is called {name!r}{_near(name, known)}")


def _choices(con: DuckDBPyConnection, column: str, value: str) -> list[str]:
    """Return the value of a closed list, which has the name of its type."""
    enum = {"status": "award_status"}.get(column, column)
    [(known,)] = con.execute(f"SELECT enum_range(NULL::{enum})").fetchall()
    if value not in known:
        raise UnknownNameError(f"no {column} is called {value!r}; it is one of {', '.join(known)}")
    return [value]


def _names_with(con: DuckDBPyConnection, column: str, words: str) -> list[str]:
    """Return the names in a column that hold the words, both folded."""
    table = "blocs" if column == "bloc" else "agencies"
    known = {name: fold(name) for (name,) in con.execute(f"SELECT DISTINCT name FROM {table} ORDER BY name").fetchall()}
    found = [name for name, folded in known.items() if fold(words) in folded]
    if not found and words.isascii() and plain(words):
        found = [name for name in known if plain(words) in plain(name)]
    if not found:
        near = _near(words, {folded: name for name, folded in known.items()})
        raise UnknownNameError(f"no {column} has {words!r} in its name; the names are in the table {table}{near}")
    return found


def _near(name: str, known: Mapping[str, str]) -> str:
    near = dict.fromkeys(known[one] for one in get_close_matches(fold(name), known, n=3, cutoff=0.6))
    return f"; did you mean {' or '.join(near)}?" if near else ""


_FINDERS: Mapping[str, Callable[[DuckDBPyConnection, str, str], list[str]]] = {
    "province": _provinces,
    "level": _choices,
    "status": _choices,
    "bloc": _names_with,
    "agency": _names_with,
}
