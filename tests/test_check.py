"""`thidua check`: each rule finds the row that breaks it, and leaves alone the one that nearly does."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest
from running import thidua
from sample_pages import (
    BLOC,
    RUN,
    TEXT,
    award,
    bloc,
    document,
    evidence,
    initiative,
    leader,
    member,
    movement,
    page,
    ranking,
)

from pipeline.commands.errors import ExitCode
from pipeline.record import Behind, Meeting, Person
from pipeline.warehouse.check import apply_rule, check, findings_of, key_rules, lines_of, read_rules
from pipeline.warehouse.files import SCHEMA_VERSION, WarehouseError, sql_of
from pipeline.warehouse.load import load
from pipeline.warehouse.open import open_warehouse
from pipeline.warehouse.publish import publish

OTHER = "Khối thi đua số 3"
OTHER_TEXT = TEXT.replace(BLOC, OTHER).replace("Sở Y tế", "Sở Nội vụ").replace("Sở Tài chính", "Sở Tư pháp")


def meeting(text: str = TEXT, name: str = BLOC) -> Meeting:
    spans = evidence(text, trigger="tổng kết")
    return Meeting(
        bloc=name, type="tổng kết", date="2024-01-04", year=2023, rule="test", confidence=0.9, evidence=spans
    )


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two articles on one bloc and one on another, with facts of all kinds and nothing wrong."""
    data = tmp_path_factory.mktemp("data")
    person = Person(
        name="Lan", title="Giám đốc", agency="Sở Y tế", rule="test", confidence=0.9, evidence=evidence(TEXT, name="Sở")
    )
    other = [
        replace(bloc(), name=OTHER, evidence=evidence(OTHER_TEXT, name=OTHER)),
        leader(bloc=OTHER, agency="Sở Nội vụ", evidence=evidence(OTHER_TEXT, agency="Sở Nội vụ")),
    ]
    pages = [
        page(
            *("a.txt", bloc(), meeting(), member("Sở Y tế"), leader(), award(), person),
            *(document(behind=(Behind.of(award()),)), movement(), initiative(), ranking()),
        ),
        page("b.txt", bloc(), meeting(), member("Sở Y tế")),
        page("c.txt", *other, text=OTHER_TEXT),
    ]
    load(data, pages, RUN)
    return publish(data)


@pytest.fixture(scope="module")
def copy(snapshot: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    path = tmp_path_factory.mktemp("copy") / "copy.duckdb"
    shutil.copy(snapshot, path)
    path.chmod(0o644)
    with duckdb.connect(str(path)) as connection:
        yield connection


@pytest.fixture
def con(copy: duckdb.DuckDBPyConnection) -> Iterator[duckdb.DuckDBPyConnection]:
    """A snapshot that may be changed: what a test does to it is undone."""
    copy.begin()
    yield copy
    copy.rollback()


def broken(con: duckdb.DuckDBPyConnection, name: str) -> int:
    prelude, rules = read_rules(sql_of("checks.sql"))
    con.execute(prelude)
    [rule] = [rule for rule in (*key_rules(con), *rules) if rule.name == name]
    return apply_rule(con, rule, 1).broken


LATER = "INSERT INTO articles SELECT * REPLACE ('older' AS article_id, {} AS superseded_by) FROM articles LIMIT 1"
RIVAL = (
    "INSERT INTO terms SELECT * REPLACE ('Sở Khác' AS agency, NULL AS agency_id, false AS is_chosen) FROM terms "
    "WHERE role = 'leader' LIMIT 1"
)
DISPUTE = "UPDATE terms SET is_disputed = true"
MANY = "INSERT INTO seats SELECT s.* REPLACE (s.agency_id || i AS agency_id) FROM seats s, range({}) r(i)"
TWO_BLOCS = (
    "INSERT INTO seats SELECT s.* REPLACE ((SELECT bloc_id FROM blocs WHERE bloc_id <> s.bloc_id) AS bloc_id, {} AS year) "
    "FROM seats s"
)
LINEAGE = (
    "INSERT INTO bloc_lineage SELECT {}, 2024, 1, 'members' FROM "
    "(SELECT min(bloc_id) AS a, max(bloc_id) AS b FROM blocs)"
)
FIRST_IS_OLDER = (
    "UPDATE blocs SET first_year = CASE WHEN bloc_id = (SELECT min(bloc_id) FROM blocs) THEN 2020 ELSE 2024 END"
)
SOURCE = "INSERT INTO sources VALUES ('y', 'Y', 'portal', NULL, NULL, 'verified', 1, NULL)"

# The rule, a change that breaks it, and one that nearly does.
ROWS = [
    ("primary-key", "INSERT INTO terms FROM terms LIMIT 1", "INSERT INTO terms SELECT * REPLACE (1999 AS year) FROM terms"),
    ("foreign-key", "UPDATE meetings SET bloc_id = 'x'", "UPDATE meetings SET bloc_id = NULL"),
    ("foreign-key", "DELETE FROM bloc_mentions", "DELETE FROM people"),
    ("evidence-quote", "UPDATE evidence SET quote = quote || 'x' WHERE slot = 'agency'", "UPDATE evidence SET start = start + 1, quote = quote[2:] WHERE length(quote) > 1"),
    ("evidence-quote", "UPDATE evidence SET start = -1, \"end\" = 0, quote = ''", "UPDATE evidence SET slot = 'other'"),
    ("evidence-of-nothing", "UPDATE evidence SET kind = 'person'", "INSERT INTO evidence SELECT * REPLACE ('other' AS slot) FROM evidence"),
    ("fact-without-evidence", "DELETE FROM evidence WHERE kind = 'leader'", "DELETE FROM evidence WHERE kind = 'leader' AND slot = 'trigger'"),
    ("span-outside-text", "UPDATE articles SET sections = [{'field': 'body', 'start': 0, 'end': length(text) + 1}]", "UPDATE articles SET sections = [{'field': 'body', 'start': 0, 'end': length(text)}]"),
    ("span-outside-text", "INSERT INTO problems SELECT 'p', run_id, page_id, article_id, 'c', 'm', NULL, 5, 4 FROM articles LIMIT 1", "INSERT INTO problems SELECT 'p', run_id, page_id, article_id, 'c', 'm', NULL, 5, 5 FROM articles LIMIT 1"),
    ("out-of-range", "UPDATE leaderships SET confidence = 1.1", "UPDATE leaderships SET confidence = 1"),
    ("out-of-range", "UPDATE seats SET confidence = 'nan'", "UPDATE seats SET confidence = 0"),
    ("fact-of-older-version", "UPDATE articles SET superseded_by = 'newer'", LATER.format("article_id")),
    ("newest-version", LATER.format("NULL"), LATER.format("article_id")),
    ("newest-version", "UPDATE articles SET superseded_by = (SELECT max(article_id) FROM articles) WHERE article_id = (SELECT min(article_id) FROM articles)", "UPDATE articles SET report_id = 'x'"),
    ("source-missing", "UPDATE seats SET urls = []", "UPDATE seats SET quotes = []"),
    ("source-missing", "UPDATE honours SET reports = 0", "UPDATE honours SET reports = 1"),
    ("not-counted", "DELETE FROM terms", "DELETE FROM terms; UPDATE leaderships SET verdict = 'reject'"),
    ("not-counted", "DELETE FROM honours", "DELETE FROM honours; UPDATE awards SET bloc_id = NULL"),
    ("not-counted", "UPDATE seats SET year = 1999", "UPDATE seats SET year = 1999; UPDATE memberships SET year = 1999"),
    ("merge-of-nothing", "INSERT INTO doubts VALUES ('d', 'bloc', 'nobody', NULL, '?', NULL)", "INSERT INTO doubts SELECT 'd', 'bloc', min(bloc_id), NULL, '?', NULL FROM blocs"),
    ("merge-of-nothing", "INSERT INTO merges VALUES ('m', 'agency', 'nobody', 'a', 'b', 'name', NULL)", "INSERT INTO merges SELECT 'm', 'agency', min(agency_id), 'a', 'b', 'name', NULL FROM agencies"),
    ("itself", LINEAGE.format("a, a"), LINEAGE.format("a, b")),
    ("ends-before-it-begins", "UPDATE agencies SET valid_from = '2020', valid_to = '2019-05'", "UPDATE agencies SET valid_from = '2019-05', valid_to = '2019'"),
    ("ends-before-it-begins", "UPDATE blocs SET last_year = first_year - 1", "UPDATE blocs SET last_year = first_year"),
    ("bloc-of-two-places", "UPDATE bloc_mentions SET place_id = 'other' WHERE fact_id = (SELECT min(fact_id) FROM bloc_mentions WHERE name = 'Khối thi đua số 2')", "UPDATE bloc_mentions SET place_id = NULL WHERE fact_id = (SELECT min(fact_id) FROM bloc_mentions)"),
    ("published-in-future", "UPDATE articles SET published = DATE '2999-01-01'", "UPDATE articles SET published = (SELECT started::DATE + 1 FROM runs)"),
    ("meeting-in-future", "UPDATE meetings SET date = (SELECT started::DATE + 2 FROM runs)", "UPDATE meetings SET date = (SELECT started::DATE + 1 FROM runs)"),
    ("meeting-before-year", "UPDATE meetings SET year = 2025", "UPDATE meetings SET year = 2024"),
    ("meeting-before-year", "UPDATE meetings SET year = 2026, type = 'ký kết giao ước'", "UPDATE meetings SET year = 2025, type = 'ký kết giao ước'"),
    ("term-without-holder", "UPDATE leaderships SET agency = NULL", "UPDATE leaderships SET agency = NULL, person = 'Lan'"),
    ("term-before-election", "UPDATE leaderships SET year = 2023", "UPDATE leaderships SET year = 2023, status = 'serving'"),
    ("term-before-election", "UPDATE leaderships SET year = 2023", "UPDATE leaderships SET year = 2023, verdict = 'accept'"),
    ("term-before-election", "UPDATE leaderships SET year = 2023", "UPDATE leaderships SET year = 2023, verdict = 'reject'"),
    ("award-without-recipient", "UPDATE awards SET recipient = NULL", "UPDATE awards SET recipient = NULL, count = 2"),
    ("award-count", "UPDATE awards SET recipient = NULL, count = 0", "UPDATE awards SET recipient = NULL, count = 1"),
    ("award-count", "UPDATE awards SET count = 1", "UPDATE awards SET count = NULL"),
    ("award-after-report", "UPDATE awards SET year = 2025", "UPDATE awards SET year = 2024"),
    ("document-unnamed", "UPDATE documents SET number = NULL, date = NULL", "UPDATE documents SET date = NULL"),
    ("document-in-future", "UPDATE documents SET date = DATE '2999-01-01'", "UPDATE documents SET date = (SELECT started::DATE FROM runs)"),
    ("document-of-other-article", "UPDATE documents SET article_id = 'other'", "UPDATE documents SET number = '1'"),
    ("ranking-empty", "UPDATE rankings SET position = NULL", "UPDATE rankings SET position = NULL, score = 9.5"),
    ("ranking-empty", "UPDATE rankings SET units = position - 1", "UPDATE rankings SET units = position"),
    ("foreign-key", "DELETE FROM documents", "DELETE FROM documents; UPDATE awards SET document_id = NULL"),
    ("foreign-key", "UPDATE rankings SET agency_id = 'x'", "UPDATE rankings SET agency_id = NULL"),
    ("unresolved", "UPDATE movements SET bloc_id = NULL", "UPDATE movements SET bloc_id = NULL, bloc_mention_id = NULL"),
    ("implausible-year", "UPDATE memberships SET year = 1947", "UPDATE memberships SET year = 1948"),
    ("implausible-year", "UPDATE meetings SET year = 2999", "UPDATE meetings SET year = NULL"),
    ("meeting-after-report", "UPDATE meetings SET date = DATE '2024-01-06'", "UPDATE meetings SET date = DATE '2024-01-05'"),
    ("meeting-long-after", "UPDATE meetings SET year = 2022", "UPDATE meetings SET date = DATE '2024-12-31'"),
    ("term-told-late", "UPDATE leaderships SET year = 2023, status = 'assumed'", "UPDATE leaderships SET year = 2024, status = 'assumed'"),
    ("term-far-ahead", "UPDATE leaderships SET year = 2026", "UPDATE leaderships SET year = 2025"),
    ("two-leaders", f"{RIVAL}; {DISPUTE}", RIVAL),
    ("two-leaders", f"{RIVAL}; {DISPUTE}", f"{RIVAL}; {DISPUTE}; UPDATE terms SET verdict = 'accept' WHERE is_chosen"),
    ("deputy-is-leader", "INSERT INTO terms SELECT * REPLACE ('deputy' AS role) FROM terms", "INSERT INTO terms SELECT * REPLACE ('deputy' AS role, year + 1 AS year) FROM terms"),
    ("member-twice", "INSERT INTO memberships SELECT * REPLACE (fact_id || 'x' AS fact_id) FROM memberships", "INSERT INTO memberships SELECT * REPLACE (fact_id || 'x' AS fact_id, 2022 AS year) FROM memberships"),
    ("member-of-two-blocs", TWO_BLOCS.format("s.year"), TWO_BLOCS.format("s.year + 1")),
    ("many-members", MANY.format(60), MANY.format(59)),
    ("ended-agency", "UPDATE agencies SET valid_to = '2021-02-28' WHERE name = 'Sở Tài chính'", "UPDATE agencies SET valid_to = '2022' WHERE name = 'Sở Tài chính'"),
    ("ended-agency", "UPDATE agencies SET valid_from = '2024' WHERE name = 'Sở Tài chính'", "UPDATE agencies SET valid_from = '2023-12' WHERE name = 'Sở Tài chính'"),
    ("ended-place", "UPDATE places SET valid_to = DATE '2022-12-31' WHERE place_id IN (SELECT place_id FROM blocs)", "UPDATE places SET valid_to = DATE '2024-12-31' WHERE place_id IN (SELECT place_id FROM blocs)"),
    ("lineage-against-time", f"{FIRST_IS_OLDER}; {LINEAGE.format('b, a')}", f"{FIRST_IS_OLDER}; {LINEAGE.format('a, b')}"),
    ("lineage-against-time", "UPDATE place_lineage SET day = DATE '2024-01-01'", "UPDATE place_lineage SET relation = 'merged'"),
    ("odd-name", "UPDATE memberships SET agency = ' '", "UPDATE memberships SET agency = repeat('x', 200)"),
    ("odd-name", "UPDATE people SET name = 'a' || chr(10) || 'b'", "UPDATE people SET name = 'a b'"),
    ("unresolved", "UPDATE memberships SET agency_id = NULL", "UPDATE memberships SET agency_id = NULL, verdict = 'reject'"),
    ("unresolved", "UPDATE meetings SET bloc_id = NULL", "UPDATE meetings SET bloc_id = NULL, bloc_mention_id = NULL"),
    ("source-unknown", f"UPDATE articles SET source = 'x'; {SOURCE}", f"UPDATE articles SET source = 'y'; {SOURCE}"),
    ("run-broken-off", "UPDATE runs SET finished = NULL", "UPDATE runs SET finished = started"),
    ("review-of-nothing", "INSERT INTO reviews (review_id, target, verdict, \"left\") VALUES ('r', 'fact', 'reject', 'nothing')", "INSERT INTO reviews (review_id, target, verdict, \"left\") SELECT 'r', 'fact', 'reject', min(fact_id) FROM awards"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "breaks", "spares"), ROWS, ids=[f"{i}-{row[0]}" for i, row in enumerate(ROWS)])
def test_a_rule_finds_what_breaks_it_and_nothing_else(
    con: duckdb.DuckDBPyConnection, rule: str, breaks: str, spares: str
) -> None:
    con.execute(spares)
    assert broken(con, rule) == 0
    con.rollback()
    con.begin()
    con.execute(breaks)
    assert broken(con, rule) > 0


def test_each_rule_is_tested_and_explained(con: duckdb.DuckDBPyConnection) -> None:
    _, rules = read_rules(sql_of("checks.sql"))
    rules += key_rules(con)
    assert sql_of("checks.sql").count("\n-- rule: ") == len(rules) - 2
    names = [rule.name for rule in rules]
    assert set(names) == {row[0] for row in ROWS} and len(names) == len(set(names))
    for rule in rules:
        assert rule.explanation.endswith(".") and len(rule.explanation) > 15, rule.name


def test_nothing_is_wrong_with_the_sample(snapshot: Path) -> None:
    with open_warehouse(snapshot, quiet=True) as con:
        results = check(con)
    assert [(result.rule.name, result.examples) for result in results if result.broken] == []
    assert list(lines_of(results)) == [f"ok          0  {result.rule.name}" for result in results]


def test_a_finding_tells_row_quote_and_page(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("UPDATE leaderships SET year = 2023 WHERE bloc = 'Khối thi đua số 2'")
    results = check(con, examples=-1)
    [found] = [result for result in results if result.rule.name == "term-before-election"]
    [example] = found.examples
    assert found.broken == 1 and found.rule.severity == "error"
    assert example.row.startswith("leaderships ") and example.says == "elected 2024-01-04 for 2023"
    assert (example.quote, example.url) == ("bầu Sở Y tế", "a.txt")
    [line] = [line for line in lines_of(results) if "term-before-election" in line]
    assert line.startswith("error       1  term-before-election: A term ") and "“bầu Sở Y tế” a.txt" in line
    assert findings_of(results, "error") == 2  # it is not counted under that year either


def test_as_many_examples_as_asked_for(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("UPDATE evidence SET quote = 'x' || quote")
    by_number = {}
    for examples in (0, 2, -1):
        [found] = [result for result in check(con, examples) if result.rule.name == "evidence-quote"]
        by_number[examples] = (found.broken, len(found.examples))
    count = by_number[0][0]
    assert count > 5 and by_number == {0: (count, 0), 2: (count, 2), -1: (count, count)}


def test_a_snapshot_of_another_version(con: duckdb.DuckDBPyConnection) -> None:
    con.execute(f"UPDATE snapshot SET schema_version = {SCHEMA_VERSION - 1}")
    with pytest.raises(WarehouseError, match="thidua publish"):
        check(con)


def change(snapshot: Path, data: Path, sql: str) -> None:
    """Put a changed copy of the snapshot into a folder."""
    data.mkdir()
    shutil.copy(snapshot, data / "thidua.duckdb")
    (data / "thidua.duckdb").chmod(0o644)
    with duckdb.connect(str(data / "thidua.duckdb")) as con:
        con.execute(sql)


@pytest.mark.parametrize(
    ("sql", "code", "strict", "counts"),
    [
        ("SELECT 1", ExitCode.OK, ExitCode.OK, (0, 0)),
        ("UPDATE runs SET finished = NULL", ExitCode.OK, ExitCode.PROBLEMS, (0, 1)),
        ("UPDATE awards SET year = 2025", ExitCode.PROBLEMS, ExitCode.PROBLEMS, (2, 0)),
    ],
)
def test_the_command(
    snapshot: Path, tmp_path: Path, sql: str, code: ExitCode, strict: ExitCode, counts: tuple[int, int]
) -> None:
    change(snapshot, tmp_path / "data", sql)
    before = (tmp_path / "data" / "thidua.duckdb").read_bytes()
    done = thidua("check", "--data", tmp_path / "data", "--json", cwd=tmp_path)
    assert done.returncode == code, done.stderr
    told = json.loads(done.stdout)
    assert (told["errors"], told["warnings"]) == counts
    assert f"{counts[0]} error(s), {counts[1]} warning(s)" in done.stderr.decode()
    assert {rule["rule"]: rule["count"] for rule in told["rules"] if rule["count"]} == {
        rule["rule"]: len(rule["examples"]) for rule in told["rules"] if rule["count"]
    }
    again = thidua("check", "--data", tmp_path / "data", "--strict", cwd=tmp_path)
    assert again.returncode == strict
    assert len(again.stdout.decode().splitlines()) == len(told["rules"])
    assert (tmp_path / "data" / "thidua.duckdb").read_bytes() == before


def test_nothing_is_published_yet(tmp_path: Path) -> None:
    done = thidua("check", cwd=tmp_path)
    assert done.returncode == ExitCode.FAILED and b"thidua publish" in done.stderr
