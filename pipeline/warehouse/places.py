"""Where articles are from and where blocs belong: the columns `place_id` and `place_basis`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from pipeline.registry.gazetteer import Gazetteer
from pipeline.warehouse.arrow import insert_rows

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_OF_THE_PLACE = frozenset(("tỉnh", "đơn vị"))
"""Levels of blocs which, where they name no province, are of the province that the article is from."""


_LONGEST_PROVINCE = 5
"""Words: "Bà Rịa - Vũng Tàu"."""


class _Bloc(NamedTuple):
    """A row of the query below: an article and, where it names one, a bloc."""

    article_id: str
    source_province: str | None
    day: date | None
    bloc_mention_id: str | None
    level: str | None
    province: str | None
    district: str | None
    commune: str | None
    is_byline: bool | None
    agencies: list[str] | None


_BLOCS = """
SELECT a.article_id, a.province, d.day, b.fact_id, b.level, b.province, b.district, b.commune,
    list_contains(b.inferred, 'province'), named.agencies
FROM articles a JOIN days d USING (article_id) LEFT JOIN bloc_mentions b USING (article_id)
LEFT JOIN (
    SELECT article_id, list(DISTINCT agency) AS agencies FROM (
        SELECT article_id, agency FROM memberships UNION ALL SELECT article_id, agency FROM leaderships
        UNION ALL SELECT article_id, agency FROM people
    ) WHERE agency IS NOT NULL AND article_id IN (SELECT article_id FROM bloc_mentions WHERE province IS NULL)
    GROUP BY article_id
) named USING (article_id)
ORDER BY a.article_id, b.fact_id
"""


def place_articles_and_blocs(con: DuckDBPyConnection, gazetteer: Gazetteer) -> None:
    """Fill `place_id` of articles and blocs, and the articles' `place_basis`.

    An article is from

    1. its publisher's province (`source`);
    2. the one place of the blocs that it names (`text`; `byline` where the reader took it from tag or small print);
    3. the one province that the names of its agencies hold (`agency`).

    A bloc is of the place that it is said to be of, and one of a province that names none, of the article's province.
    """
    con.execute("CREATE TEMP TABLE placed (id VARCHAR, place_id VARCHAR, basis VARCHAR)")
    rows = map(_Bloc._make, con.execute(_BLOCS).fetchall())
    found = [row for _, blocs in groupby(rows, lambda row: row.article_id) for row in _place(list(blocs), gazetteer)]
    insert_rows(con, "placed", ({"id": key, "place_id": place, "basis": basis} for key, place, basis in found))
    con.execute("""
        UPDATE articles SET place_id = placed.place_id, place_basis = basis
        FROM placed WHERE id = article_id AND basis IS NOT NULL
    """)
    con.execute("""
        UPDATE bloc_mentions SET place_id = placed.place_id FROM placed WHERE id = fact_id AND basis IS NULL
    """)
    con.execute("DROP TABLE placed")


def _place(blocs: Sequence[_Bloc], gazetteer: Gazetteer) -> Iterator[tuple[str, str, str | None]]:
    """Yield the article's id, place and basis, and each bloc's id and place, where they are known."""
    first = blocs[0]
    stated = [gazetteer.find(b.province, b.district, b.commune, b.day) for b in blocs]
    place, basis = _place_of_article(blocs, stated, gazetteer)
    if place is not None:
        yield first.article_id, place, basis
    for bloc, own in zip(blocs, stated, strict=True):
        if bloc.bloc_mention_id is None:
            continue
        if own is None and place is not None and bloc.province is None:
            province = gazetteer.places[gazetteer.province_of(place)]
            if bloc.district or bloc.commune:
                own = gazetteer.find(province.name, bloc.district, bloc.commune, bloc.day)
            elif bloc.level in _OF_THE_PLACE:
                own = province.place_id
        if own is not None:
            yield bloc.bloc_mention_id, own, None


def _place_of_article(
    blocs: Sequence[_Bloc], stated: Sequence[str | None], gazetteer: Gazetteer
) -> tuple[str | None, str | None]:
    first = blocs[0]
    if first.source_province and (place := gazetteer.find(first.source_province, day=first.day)):
        return place, "source"
    if len(known := {place for place in stated if place}) == 1:
        return known.pop(), "byline" if all(b.is_byline for b in blocs) else "text"
    if not known and (place := _only_province(first.agencies or (), first.day, gazetteer)):
        return place, "agency"
    return None, None


def _only_province(agencies: Iterable[str], day: date | None, gazetteer: Gazetteer) -> str | None:
    """Return the province that ends these agencies' names ("Trường Chính trị tỉnh Kon Tum"), if it is one only."""
    provinces = {
        place
        for words in map(str.split, agencies)
        for count in range(1, min(_LONGEST_PROVINCE, len(words) - 1) + 1)
        if (place := gazetteer.find(" ".join(words[-count:]), day=day))
    }
    return provinces.pop() if len(provinces) == 1 else None
