"""Find out who is who in a snapshot: fill the tables of registry.sql and the columns that refer to them.

The registry decides, over distinct mentions; this module gathers them from the statements with SQL and writes down what
was decided. All of it follows from the statements and the reviews: the same build file gives the same rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.registry.agencies import AgencyMention, resolve_agencies
from pipeline.registry.blocs import BlocMention, resolve_blocs
from pipeline.registry.decisions import Decision, decision_rows
from pipeline.registry.gazetteer import Gazetteer
from pipeline.reviews import Review
from pipeline.warehouse.arrow import Row, insert_rows
from pipeline.warehouse.odd import add_problems
from pipeline.warehouse.places import place_articles_and_blocs

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_AGENCY_SLOTS = (
    ("memberships", "agency", "agency_id"),
    ("leaderships", "agency", "agency_id"),
    ("awards", "recipient", "recipient_id"),
    ("awards", "recipient_agency", "recipient_agency_id"),
    ("people", "agency", "agency_id"),
    ("initiatives", "agency", "agency_id"),
    ("rankings", "agency", "agency_id"),
)
"""Table, the column that names an agency, and the column that tells which it is."""

_WITHOUT_YEAR = ("people", "initiatives")

_LOCAL = "([Hh]uyện|[Qq]uận|[Xx]ã|[Pp]hường|[Tt]hị trấn|[Tt]hành phố|[Hh]uyện ủy|[Tt]hị ủy|[Tt]hành ủy)"
"""How a name ends that leaves open which district or commune it is of: only its own report can tell."""

_BLOC_TABLES = ("meetings", "memberships", "leaderships", "awards", "movements", "initiatives", "rankings")


def resolve(
    con: DuckDBPyConnection, gazetteer: Gazetteer, reviews: Sequence[Review], decisions: Sequence[Decision]
) -> None:
    """Fill places, agencies, blocs and all columns that refer to them.

    1. Articles: which are copies of one text, and of which day they tell.
    2. Places of articles and blocs.
    3. Agencies: each distinct use of a name, with what is known of its place and day.
    4. Blocs: each with the units named for it.

    Args:
        con: a snapshot in the making, with all statements in it and reviews of facts applied.
        gazetteer: the places.
        reviews: what people decided; those on agencies and blocs are used here.
        decisions: the known decisions that set up blocs.
    """
    insert_rows(con, "places", gazetteer.place_rows())
    insert_rows(con, "place_lineage", gazetteer.link_rows())
    insert_rows(con, "decisions", decision_rows(decisions))
    _mark_copies(con)
    _date_articles(con)
    place_articles_and_blocs(con, gazetteer)
    _resolve_agencies(con, gazetteer, reviews)
    _resolve_blocs(con, gazetteer, decisions, reviews)
    for table in ("agencies", "blocs"):
        con.execute(
            f"UPDATE {table} SET known_only_from = report_id FROM (SELECT DISTINCT text_key, report_id FROM days "
            "JOIN articles USING (article_id)) reports WHERE text_key = known_only_from"
        )
    con.execute("DROP TABLE days")


def _mark_copies(con: DuckDBPyConnection) -> None:
    """Give each article the id of the first one of its text; near-duplicates that the crawl linked count as copies."""
    con.execute("""
        CREATE TEMP TABLE firsts AS
        SELECT article_id, first_value(article_id) OVER (
            PARTITION BY md5(text) ORDER BY published NULLS LAST, page_key, article_id) AS report_id
        FROM articles
    """)
    con.execute("""
        UPDATE articles SET report_id = found.report_id FROM (
            SELECT article_id, coalesce(original.report_id, own.report_id) AS report_id
            FROM firsts own LEFT JOIN article_copies copy USING (article_id)
            LEFT JOIN firsts original ON original.article_id = copy.original_id
        ) found WHERE found.article_id = articles.article_id
    """)
    con.execute("DROP TABLE firsts")


def _date_articles(con: DuckDBPyConnection) -> None:
    """Make the table `days`: the day of which an article tells, by which places and agencies are told apart.

    It is the day of its meeting, else of its publication, else the end of the latest year that it names. `text_key` is
    the same for all copies of one report, under whatever address each is known.
    """
    con.execute("""
        CREATE TEMP TABLE days AS
        WITH years AS (
            SELECT article_id, max(year) AS year FROM (
                SELECT article_id, year FROM meetings UNION ALL SELECT article_id, year FROM memberships
                UNION ALL SELECT article_id, year FROM leaderships UNION ALL SELECT article_id, year FROM awards
            ) GROUP BY article_id
        ),
        meeting_days AS (SELECT article_id, min(date) AS day FROM meetings GROUP BY article_id)
        SELECT a.article_id, coalesce(m.day, a.published, make_date(y.year, 12, 31)) AS day, md5(o.text) AS text_key
        FROM articles a JOIN articles o ON o.article_id = a.report_id
        LEFT JOIN meeting_days m ON m.article_id = a.article_id LEFT JOIN years y ON y.article_id = a.article_id
        WHERE a.superseded_by IS NULL
    """)


def _resolve_agencies(con: DuckDBPyConnection, gazetteer: Gazetteer, reviews: Sequence[Review]) -> None:
    """Make each distinct use of an agency's name one mention, resolve them, and fill the columns."""
    _collect_agency_mentions(con)
    rows = con.execute(
        "SELECT name, place_id, level::VARCHAR, authority, day, coalesce(page, ''), year, count "
        "FROM mentions ORDER BY number"
    ).fetchall()
    registry = resolve_agencies([AgencyMention(*row) for row in rows], gazetteer, reviews)
    for table, found in (
        ("agencies", [row | {"full_name": _full_name(row, gazetteer)} for row in registry.agencies]),
        ("agency_names", registry.names),
        ("agency_lineage", registry.lineage),
        ("merges", registry.merges),
        ("doubts", registry.doubts),
    ):
        insert_rows(con, table, found)
    _fill_agency_ids(con, registry.ids)
    for table in ("uses", "mentions"):
        con.execute(f"DROP TABLE {table}")


def _collect_agency_mentions(con: DuckDBPyConnection) -> None:
    """Make the tables `uses`, of all slots that name an agency, and `mentions`, of uses that can only mean the same.

    In a bloc of several provinces, the article's place says nothing of the units; else it stands in for the bloc's.
    """
    uses = " UNION ALL ".join(
        f"SELECT fact_id, '{id_column}' AS slot, {name} AS name, {'NULL' if table == 'people' else 'bloc_mention_id'} "
        f"AS bloc_mention_id, {'NULL' if table in _WITHOUT_YEAR else 'year'} AS year, article_id FROM {table} "
        f"WHERE {name} IS NOT NULL AND verdict IS DISTINCT FROM 'reject'"
        + (" AND recipient_kind = 'agency'" if name == "recipient" else "")
        for table, name, id_column in _AGENCY_SLOTS
    )
    con.execute(f"""
        CREATE TEMP TABLE uses AS
        SELECT *, CASE WHEN place_id IS NULL OR regexp_matches(name, '{_LOCAL}$') THEN text_key END AS page FROM (
            SELECT u.fact_id, u.slot, u.name, b.level, b.authority, a.report_id, d.day, d.text_key,
                coalesce(u.year, year(d.day)) AS year,
                CASE WHEN b.level = 'trung ương' THEN NULL ELSE coalesce(b.place_id, a.place_id) END AS place_id,
                CASE WHEN d.day < DATE '2025-03-01' THEN 1 WHEN d.day < DATE '2025-07-01' THEN 2 ELSE 3 END AS era
            FROM ({uses}) u JOIN articles a USING (article_id) JOIN days d USING (article_id)
            LEFT JOIN bloc_mentions b ON b.fact_id = u.bloc_mention_id
        )
    """)
    con.execute("""
        CREATE TEMP TABLE mentions AS
        SELECT row_number() OVER () AS number, * FROM (
            SELECT name, place_id, level, authority, era, year, page, min(day) AS day,
                count(DISTINCT report_id) AS count
            FROM uses GROUP BY name, place_id, level, authority, era, year, page
            ORDER BY name, place_id, level, authority, era, year, page
        )
    """)


def _fill_agency_ids(con: DuckDBPyConnection, ids: Sequence[str]) -> None:
    """Write each mention's agency into the slots that it stands for; `ids` are in the order of the mentions."""
    con.execute("CREATE TEMP TABLE mention_ids (number BIGINT, id VARCHAR)")
    insert_rows(con, "mention_ids", ({"number": n, "id": found} for n, found in enumerate(ids, start=1)))
    con.execute("""
        CREATE TEMP TABLE use_ids AS
        SELECT fact_id, slot, id FROM uses JOIN mentions ON mentions.name = uses.name
            AND mentions.place_id IS NOT DISTINCT FROM uses.place_id AND mentions.level IS NOT DISTINCT FROM uses.level
            AND mentions.authority IS NOT DISTINCT FROM uses.authority AND mentions.era IS NOT DISTINCT FROM uses.era
            AND mentions.year IS NOT DISTINCT FROM uses.year AND mentions.page IS NOT DISTINCT FROM uses.page
        JOIN mention_ids USING (number)
    """)
    for table, _, id_column in _AGENCY_SLOTS:
        con.execute(
            f"UPDATE {table} SET {id_column} = id FROM use_ids "
            f"WHERE use_ids.fact_id = {table}.fact_id AND slot = '{id_column}'"
        )
    for table in ("mention_ids", "use_ids"):
        con.execute(f"DROP TABLE {table}")


def _full_name(agency: Row, gazetteer: Gazetteer) -> str:
    """Return an agency's name with its place: "Công an tỉnh" of Kon Tum is "Công an tỉnh Kon Tum"."""
    name: str = agency["name"]
    place = gazetteer.places.get(agency["place_id"] or "")
    if place is None or place.name in name:
        return name
    unit = place.full_name[: -len(place.name)].strip().lower()
    return f"{name.removesuffix(' ' + unit)} {unit} {place.name}".replace("  ", " ")


def _resolve_blocs(
    con: DuckDBPyConnection, gazetteer: Gazetteer, decisions: Sequence[Decision], reviews: Sequence[Review]
) -> None:
    """Give the registry every bloc of every article with the units that the article names for it; fill the columns."""
    rows = con.execute("""
        WITH named AS (
            SELECT bloc_mention_id, line_id AS unit, year, 'member' AS role
            FROM memberships f JOIN agencies USING (agency_id) WHERE f.verdict IS DISTINCT FROM 'reject'
            UNION ALL
            SELECT bloc_mention_id, line_id, year, role::VARCHAR
            FROM leaderships f JOIN agencies USING (agency_id) WHERE f.verdict IS DISTINCT FROM 'reject'
            UNION ALL
            SELECT bloc_mention_id, line_id, year, 'recipient'
            FROM awards f JOIN agencies ON agency_id = recipient_id WHERE f.verdict IS DISTINCT FROM 'reject'
        ),
        units AS (
            SELECT bloc_mention_id AS fact_id, list(DISTINCT unit ORDER BY unit) AS units,
                list(DISTINCT unit ORDER BY unit) FILTER (role = 'member') AS members,
                list(DISTINCT (year, role, unit)) FILTER (role IN ('leader', 'deputy') AND year IS NOT NULL) AS terms,
                max(year) FILTER (role = 'member') AS member_year, min(year) AS year
            FROM named GROUP BY bloc_mention_id
        ),
        met AS (SELECT bloc_mention_id AS fact_id, max(year) AS year FROM meetings GROUP BY bloc_mention_id)
        SELECT b.fact_id, d.text_key, b.name, b.bloc_kind::VARCHAR, b.level::VARCHAR, b.authority, b.place_id,
            coalesce(met.year, units.member_year, units.year, year(d.day)), units, members, terms
        FROM bloc_mentions b JOIN days d USING (article_id)
        LEFT JOIN units USING (fact_id) LEFT JOIN met USING (fact_id)
        WHERE b.verdict IS DISTINCT FROM 'reject'
        ORDER BY b.fact_id
    """).fetchall()
    mentions = [BlocMention(*row[:8], *(frozenset(found or ()) for found in row[8:])) for row in rows]
    later = con.execute("""
        SELECT e.line_id, list(DISTINCT s.line_id ORDER BY s.line_id)
        FROM agency_lineage l JOIN agencies e USING (agency_id) JOIN agencies s ON s.agency_id = l.successor_id
        WHERE relation = 'place' GROUP BY e.line_id
    """).fetchall()
    registry = resolve_blocs(mentions, gazetteer, decisions, reviews, dict(later))
    for table, found in (
        ("blocs", registry.blocs),
        ("bloc_names", registry.names),
        ("bloc_periods", registry.periods),
        ("bloc_lineage", registry.lineage),
        ("merges", registry.merges),
        ("doubts", registry.doubts),
    ):
        insert_rows(con, table, found)
    add_problems(con, registry.problems)
    con.execute("CREATE TEMP TABLE bloc_ids (fact_id VARCHAR, id VARCHAR)")
    insert_rows(con, "bloc_ids", ({"fact_id": key, "id": found} for key, found in registry.ids.items()))
    con.execute("UPDATE bloc_mentions SET bloc_id = id FROM bloc_ids WHERE bloc_ids.fact_id = bloc_mentions.fact_id")
    for table in _BLOC_TABLES:
        con.execute(f"UPDATE {table} SET bloc_id = id FROM bloc_ids WHERE bloc_ids.fact_id = {table}.bloc_mention_id")
    con.execute("DROP TABLE bloc_ids")
