"""Exports: the same data gives the same bytes, the description fits the data, persons and texts stay out when asked."""

from __future__ import annotations

import csv
import json
import re
import subprocess
import sys
import time
from dataclasses import fields
from datetime import UTC, date, datetime
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import duckdb
import openpyxl
import pytest
import yaml
from exporting import contents, descriptor, errors, published, rows
from running import python_path, thidua
from sample_pages import RUN

from pipeline.commands.errors import ExitCode
from pipeline.commands.reading import read_paths
from pipeline.export.describe import codebook
from pipeline.export.persons import MASK
from pipeline.export.tables import CHOICES, NOT_EXPORTED, tables
from pipeline.export.workbook import write_workbook
from pipeline.export.write import FORMATS, Exported, Options, content_id, export
from pipeline.lexicon import read_table
from pipeline.record import ALL_FACTS, Problem
from pipeline.warehouse.codebook import CODEBOOK
from pipeline.warehouse.files import WarehouseError, make_tables
from pipeline.warehouse.load import load
from pipeline.warehouse.open import open_warehouse
from pipeline.warehouse.rows import PageRecord

SMALL = ("bloc_years", "leadership_timeline", "award_table", "conflicts", "blocs", "awards", "sources")


@pytest.fixture(scope="module")
def pages(reports: Path) -> list[PageRecord]:
    read = [item for item in read_paths([str(reports)], 1) if not isinstance(item, Problem)]
    return [PageRecord(item.article, item.key, item.record) for item in read]


@pytest.fixture(scope="module")
def data(pages: list[PageRecord], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundled reports, published."""
    return published(tmp_path_factory.mktemp("data"), pages)


@pytest.fixture(scope="module")
def rebuilt(pages: list[PageRecord], data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same, built later, in another order and in three runs."""
    folder = tmp_path_factory.mktemp("rebuilt")
    backwards = pages[::-1]
    load(folder, backwards[:5], RUN)
    load(folder, backwards[:20], RUN)
    return published(folder, backwards[20:])


@pytest.fixture(scope="module")
def exported(data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One export in csv of all tables."""
    folder = tmp_path_factory.mktemp("exported") / "csv"
    export(data, folder, Options())
    return folder


# What is exported.


def test_every_table_is_exported_or_it_is_said_why_not() -> None:
    with duckdb.connect() as con:
        make_tables(con)
        known = {name for (name,) in con.execute("SELECT table_name FROM duckdb_tables() UNION SELECT view_name FROM duckdb_views() WHERE NOT internal").fetchall()}  # fmt: skip
    chosen = {choice.name for choice in CHOICES}
    assert chosen | set(NOT_EXPORTED) == known and not chosen & set(NOT_EXPORTED)


def test_an_exported_table_holds_all_rows_of_the_snapshot(data: Path, exported: Path) -> None:
    with open_warehouse(data, quiet=True) as con:
        for choice in CHOICES:
            if choice.only is None:
                [(count,)] = con.execute(f"SELECT count(*) FROM {choice.name}").fetchall()
                assert len(rows(exported / f"{choice.name}.csv")) == count, choice.name
    assert {"bloc_years", "awards", "evidence", "agencies"} <= {name for name in (*SMALL, "evidence", "agencies") if rows(exported / f"{name}.csv")}  # fmt: skip


@pytest.mark.parametrize("file_format", FORMATS)
def test_the_same_data_gives_the_same_bytes(file_format: str, data: Path, rebuilt: Path, tmp_path: Path) -> None:
    first = export(data, tmp_path / "first", Options(file_format))
    again = export(rebuilt, tmp_path / "again", Options(file_format))
    assert first == again
    left, right = contents(tmp_path / "first"), contents(tmp_path / "again")
    assert set(left) == set(right) and [name for name in left if left[name] != right[name]] == []


def test_no_run_and_no_time_is_in_an_export(data: Path, exported: Path) -> None:
    with open_warehouse(data, quiet=True) as con:
        runs = [run for (run,) in con.execute("SELECT run_id FROM runs").fetchall()]
        [(snapshot,)] = con.execute("SELECT snapshot_id FROM snapshot").fetchall()
    today = datetime.now(UTC).date()
    for name, content in contents(exported).items():
        text = content.decode("utf-8")
        assert not [word for word in (*runs, snapshot, today.isoformat(), str(data)) if word in text], name
        assert "run_id" not in text, name
    assert descriptor(exported)["rules_hashes"] == ["0"]


def test_the_id_is_of_the_data_alone(data: Path, pages: list[PageRecord], tmp_path: Path) -> None:
    few = published(tmp_path / "few", pages[:2])
    ids = set()
    for folder in (data, few):
        with open_warehouse(folder, quiet=True) as con:
            ids.add(content_id(con))
    assert len(ids) == 2
    options = (Options(only=SMALL), Options("jsonl", True, only=("articles",)), Options("parquet", persons=False, only=("blocs",)))  # fmt: skip
    assert {export(few, tmp_path / f"out{i}", given).snapshot_id for i, given in enumerate(options)} < ids


@pytest.mark.parametrize("file_format", ["parquet", "jsonl"])
def test_parquet_and_json_lines_hold_what_the_tables_hold(file_format: str, data: Path, tmp_path: Path) -> None:
    held = ("bloc_years", "award_table", "evidence", "agencies", "coverage")
    export(data, tmp_path / "out", Options(file_format, only=held))
    reader = {"parquet": "read_parquet", "jsonl": "read_json_auto"}[file_format]
    with open_warehouse(data, quiet=True) as con:
        for table in tables(con, with_text=False):
            if table.name in held:
                names = ", ".join(f'"{column.name}"' for column in table.columns)
                read = f"SELECT {names} FROM {reader}('{tmp_path / 'out' / table.name}.{file_format}')"
                stored = con.execute(table.query()).fetchall()
                assert stored and con.execute(read).fetchall() == stored, table.name


# What stands beside it.


def test_the_validator_of_the_standard_accepts_the_package(exported: Path) -> None:
    assert errors(exported) == []
    resources = {resource["name"]: resource for resource in descriptor(exported)["resources"]}
    assert len(resources) == len(CHOICES) + 1
    for resource in resources.values():
        content = (exported / resource["path"]).read_bytes()
        assert resource["hash"] == f"sha256:{sha256(content).hexdigest()}" and resource["bytes"] == len(content)
        assert resource["rows"] == len(rows(exported / resource["path"]))
        assert resource["description"] and all(field["description"] for field in resource["schema"]["fields"])
    keys = {key["fields"][0]: key["reference"] for key in resources["leaderships"]["schema"]["foreignKeys"]}
    assert keys["bloc_id"] == {"resource": "blocs", "fields": ["bloc_id"]}
    assert keys["agency_id"] == {"resource": "agencies", "fields": ["agency_id"]}
    assert resources["leaderships"]["schema"]["primaryKey"] == ["fact_id"]
    assert {"resource": "", "fields": ["place_id"]} in [key["reference"] for key in resources["places"]["schema"]["foreignKeys"]]  # fmt: skip
    status = next(field for field in resources["terms" if "terms" in resources else "leaderships"]["schema"]["fields"] if field["name"] == "status")  # fmt: skip
    assert status["constraints"]["enum"] == [meaning.value for meaning in CODEBOOK["term_status"]]


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [("awards", "status", "hoped for"), ("awards", "bloc_id", "nobody"), ("meetings", "date", "soon"), ("blocs", "name", "")],
)  # fmt: skip
def test_the_validator_sees_data_that_does_not_fit(
    table: str, column: str, value: str, exported: Path, tmp_path: Path
) -> None:
    for name, content in contents(exported).items():
        (tmp_path / name).write_bytes(content)
    path = tmp_path / f"{table}.csv"
    found = rows(path)
    found[0][column] = value
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.DictWriter(stream, list(found[0]))
        writer.writeheader()
        writer.writerows(found)
    package = descriptor(tmp_path)
    parts = ("awards", "documents", "meetings", "blocs", "bloc_mentions", "articles", "agencies", "places")
    package["resources"] = [resource for resource in package["resources"] if resource["name"] in parts]
    for resource in package["resources"]:  # what a hash would show is not the point here
        for measure in ("hash", "bytes"):
            del resource[measure]
    (tmp_path / "datapackage.json").write_text(json.dumps(package), "utf-8")
    assert {kind for kind, _ in errors(tmp_path)} & {"constraint-error", "foreign-key", "type-error"}


def test_card_and_citation_say_what_is_needed(data: Path, tmp_path: Path) -> None:
    options = Options("jsonl", publisher="Viện “X” | Hà Nội", contact="data@example.org", only=("blocs",))
    done = export(data, tmp_path / "out", options)
    card = (tmp_path / "out" / "README.md").read_text("utf-8")
    citation = yaml.safe_load((tmp_path / "out" / "CITATION.cff").read_text("utf-8"))
    for part in (done.snapshot_id, "data@example.org", "Viện “X”", "sources forget", "--no-persons", "CC BY 4.0", "coverage"):  # fmt: skip
        assert part in card, part
    assert "{{" not in card and "{%" not in card and "None" not in card
    assert citation["cff-version"] == "1.2.0" and citation["type"] == "dataset"
    assert citation["version"] == done.snapshot_id and citation["authors"] == [{"name": "Viện “X” | Hà Nội"}]
    assert {"message", "title", "license", "abstract"} <= set(citation)


def test_the_card_shows_the_measured_quality(data: Path, exported: Path) -> None:
    with open_warehouse(data, quiet=True) as con:
        found = con.execute("SELECT kind, gold FROM quality WHERE level = 'all' AND period = 'all'").fetchall()
    card = (exported / "README.md").read_text("utf-8")
    assert ("no figures of quality" in card) == (not found)
    assert all(re.search(rf"\| {kind} \| \d+ \| {gold} \|", card) for kind, gold in found)


def test_the_codebook_explains_every_closed_value_and_nothing_else(exported: Path) -> None:
    found = {(row["category"], row["value"]) for row in rows(exported / "codebook.csv")}
    assert {(name, meaning.value) for name, meanings in CODEBOOK.items() for meaning in meanings} <= found
    assert {
        ("award", row["award"]) for row in read_table("awards") if row["class"] in ("title", "rank", "bare")
    } <= found
    slots = {field.name for cls in ALL_FACTS for field in fields(cls)} - {
        "rule",
        "confidence",
        "evidence",
        "inferred",
        "behind",
    }
    assert {("evidence.slot", slot) for slot in slots | {"trigger"}} <= found
    lexicon = {(row["category"], row["value"]) for row in read_table("codebook")}
    assert lexicon <= found and len(lexicon) == len(read_table("codebook"))
    assert all(row["vietnamese"] and row["english"] and row["columns"] for row in rows(exported / "codebook.csv"))


def test_values_in_the_tables_stand_in_the_codebook(data: Path, exported: Path) -> None:
    meant = {(row["category"], row["value"]) for row in rows(exported / "codebook.csv")}
    with open_warehouse(data, quiet=True) as con:
        coded = [(t.name, c.name, c.category) for t in tables(con, False) for c in t.columns if c.category and c.kind == "text"]  # fmt: skip
        assert {"places.type", "award", "agencies.tier", "merges.entity"} <= {category for *_, category in coded}
        for table, column, category in coded:
            held = con.execute(f'SELECT DISTINCT "{column}"::VARCHAR FROM {table} WHERE "{column}" IS NOT NULL').fetchall()  # fmt: skip
            assert {(category, value) for (value,) in held} <= meant, (table, column)


def test_a_codebook_of_few_tables_is_short(data: Path) -> None:
    with open_warehouse(data, quiet=True) as con:
        found = codebook([table for table in tables(con, False) if table.name == "leaderships"])
    assert {row[0] for row in found[1:]} == {"role", "term_status", "verdict"}


# Texts.


def test_texts_are_exported_on_demand_only(data: Path, pages: list[PageRecord], exported: Path, tmp_path: Path) -> None:
    bodies = [page.article.text[-400:] for page in pages]
    everything = "".join(content.decode("utf-8") for content in contents(exported).values()).replace('""', '"')
    assert not [body for body in bodies if body in everything]
    assert not {"text", "sections"} & set(rows(exported / "articles.csv")[0])
    export(data, tmp_path / "out", Options(with_text=True, only=("articles",)))
    texts = {row["text"].removeprefix("'") for row in rows(tmp_path / "out" / "articles.csv")}
    assert texts == {page.article.text for page in pages}
    assert "whole articles" in (tmp_path / "out" / "README.md").read_text("utf-8")


# Persons.


@pytest.fixture(scope="module")
def bare(data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same export without persons."""
    folder = tmp_path_factory.mktemp("bare") / "csv"
    export(data, folder, Options(persons=False))
    return folder


def test_without_persons_no_known_name_is_left(exported: Path, bare: Path, pages: list[PageRecord]) -> None:
    names = {person.name for page in pages for person in page.record.people}
    names |= {leader.person for page in pages for leader in page.record.leaders if leader.person}
    names |= {award.recipient for page in pages for award in page.record.awards if award.recipient_kind == "person" and award.recipient}  # fmt: skip
    assert len(names) > 20

    def all_text(folder: Path) -> str:
        return "\n".join(content.decode("utf-8") for content in contents(folder).values()).casefold()

    assert all(name.casefold() in all_text(exported) for name in names)
    assert [name for name in names if name.casefold() in all_text(bare)] == []
    assert "--no-persons" in (bare / "README.md").read_text("utf-8")


def test_without_persons_the_rest_stays(exported: Path, bare: Path) -> None:
    assert errors(bare) == []
    for path in exported.glob("*.csv"):
        if path.stem not in ("people", "evidence"):
            assert len(rows(path)) == len(rows(bare / path.name)), path.name
    assert len(rows(exported / "evidence.csv")) > len(rows(bare / "evidence.csv")) > 500
    assert set(contents(exported)) - set(contents(bare)) == {"people.csv"}
    assert descriptor(exported)["snapshot_id"] == descriptor(bare)["snapshot_id"]
    for table, emptied in (("leadership_timeline", "person"), ("leaderships", "person"), ("bloc_years", "leader_person")):  # fmt: skip
        left, right = rows(exported / f"{table}.csv"), rows(bare / f"{table}.csv")
        assert any(row[emptied] for row in left) and not any(row[emptied] for row in right)
        kept = [name for name in left[0] if name not in (emptied, "quote", "quotes", "stages", "deputies", "awards")]
        assert [[row[name] for name in kept] for row in left] == [[row[name] for name in kept] for row in right]
    honoured = [row for row in rows(bare / "awards.csv") if row["recipient_kind"] == "person"]
    assert honoured and {row["recipient"] for row in honoured} <= {MASK, ""}
    spans = {(row["kind"], row["slot"]) for row in rows(bare / "evidence.csv")}
    assert ("leader", "person") not in spans and ("leader", "agency") in spans and "person" not in dict(spans)


# Spreadsheets.


def test_a_workbook_is_whole_and_explains_itself(data: Path, tmp_path: Path) -> None:
    export(data, tmp_path / "out", Options("xlsx", only=SMALL))
    assert set(contents(tmp_path / "out")) == {"thidua.xlsx", "README.md", "datapackage.json", "codebook.csv", "CITATION.cff"}  # fmt: skip
    book = openpyxl.load_workbook(tmp_path / "out" / "thidua.xlsx")
    assert set(book.sheetnames) == {"about", *SMALL, "columns", "codebook"}
    sheet = book["bloc_years"]
    header = [cell.value for cell in sheet[1]]
    days = [row[header.index("review_day")] for row in sheet.iter_rows(min_row=2, values_only=True)]
    assert any(days) and all(isinstance(day, date) for day in days if day)
    members = [row[header.index("members")] for row in sheet.iter_rows(min_row=2, values_only=True)]
    assert any("\n" in listed for listed in members if listed)
    assert sheet.max_row == 1 + len(book["bloc_years"]["A"][1:])
    assert errors(tmp_path / "out") == []


def test_a_table_longer_than_a_sheet_is_refused_with_advice(data: Path, tmp_path: Path) -> None:
    with open_warehouse(data, quiet=True) as con, pytest.raises(WarehouseError, match=r"evidence has .* --table"):
        write_workbook(con, tables(con, False), tmp_path, [("about",)], [("codebook",)], max_rows=1_000)
    assert list(tmp_path.iterdir()) == []


# The folder.


def test_an_earlier_export_is_replaced_and_nothing_else(data: Path, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    export(data, folder, Options("jsonl"))
    export(data, folder, Options("parquet", only=SMALL))
    assert set(contents(folder)) == {*(f"{name}.parquet" for name in SMALL), "README.md", "datapackage.json", "codebook.csv", "CITATION.cff"}  # fmt: skip
    (folder / "notes.txt").write_text("mine")
    before = contents(folder)
    with pytest.raises(WarehouseError, match=r"notes\.txt"):
        export(data, folder, Options())
    assert contents(folder) == before and [path.name for path in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize("package", ["", "[]", "{}", '{"created_by": 1}', '{"created_by": "others", "resources": []}'])
def test_a_folder_of_others_is_refused(package: str, data: Path, tmp_path: Path) -> None:
    (tmp_path / "datapackage.json").write_text(package)
    with pytest.raises(WarehouseError, match="no export made"):
        export(data, tmp_path, Options())
    assert contents(tmp_path) == {"datapackage.json": package.encode()}


def test_a_file_and_the_current_folder_are_refused(data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(WarehouseError, match="is a file"):
        export(data, tmp_path / "file", Options())
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    with pytest.raises(WarehouseError, match="that you are in"):
        export(data, Path("."), Options())


def test_an_export_that_fails_leaves_the_folder_as_it_was(data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    export(data, tmp_path / "out", Options(only=SMALL))
    before = contents(tmp_path / "out")
    monkeypatch.setattr("pipeline.export.workbook.MAX_CELL", "no number")
    with pytest.raises(TypeError):
        export(data, tmp_path / "out", Options("xlsx"))
    assert contents(tmp_path / "out") == before and [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_killed_export_leaves_nothing_half(data: Path, exported: Path, tmp_path: Path) -> None:
    export(data, tmp_path / "out", Options("jsonl", only=SMALL))
    before = contents(tmp_path / "out")
    after = contents(exported)
    command = "import sys; from pathlib import Path; from pipeline.export.write import *; export(sys.argv[1], Path(sys.argv[2]), Options())"  # fmt: skip
    killed = 0
    for files in (0, 8, 25):
        process = subprocess.Popen(
            [sys.executable, "-c", command, str(data), str(tmp_path / "out")], env={"PYTHONPATH": python_path()}
        )
        while process.poll() is None and len(list(tmp_path.glob(f".out.{process.pid}.unfinished/*"))) < files:
            time.sleep(0.001)
        killed += process.poll() is None
        process.kill()
        process.wait()
        assert not (tmp_path / "out").exists() or contents(tmp_path / "out") in (before, after)
    assert killed >= 2
    export(data, tmp_path / "out", Options("csv"))
    assert contents(tmp_path / "out") == after
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out"]


# The command.


def test_the_command_exports_and_says_what(data: Path, exported: Path, tmp_path: Path) -> None:
    done = thidua("export", "out", "--data", data, "--json", cwd=tmp_path)
    assert done.returncode == ExitCode.OK, done.stderr.decode()
    said = json.loads(done.stdout)
    assert (said["folder"], said["format"], said["cut_cells"]) == ("out", "csv", 0)
    assert said["rows"]["awards"] > 50 and b"--contact" in done.stderr
    assert contents(tmp_path / "out") == contents(exported)
    small = thidua("export", "few", "--data", data, "--table", "blocs", "--table", "agencies", "--contact", "a@b.org", cwd=tmp_path)  # fmt: skip
    assert small.stdout == b"few\n" and b"--contact" not in small.stderr
    assert {path.stem for path in (tmp_path / "few").glob("*.csv")} == {"blocs", "agencies", "codebook"}
    assert errors(tmp_path / "few") == []


@pytest.mark.parametrize(
    ("options", "code", "said"),
    [
        (["--format", "pdf"], ExitCode.USAGE, "pdf"),
        (["--table", "secrets"], ExitCode.USAGE, "secrets"),
        (["--table", "people", "--no-persons"], ExitCode.USAGE, "people"),
        (["--with-text", "--no-persons"], ExitCode.USAGE, "--no-persons"),
        ([], ExitCode.FAILED, "thidua publish"),
    ],
)
def test_what_cannot_be_exported_is_said(options: list[str], code: ExitCode, said: str, tmp_path: Path) -> None:
    done = thidua("export", "out", "--data", "nothing", *options, cwd=tmp_path)
    assert done.returncode == code and said in done.stderr.decode("utf-8")
    assert list(tmp_path.iterdir()) == []


def test_exports_say_the_rows_of_every_table(data: Path, tmp_path: Path) -> None:
    done = export(data, tmp_path / "out", Options(only=("awards", "blocs")))
    assert isinstance(done, Exported) and list(done.rows) == ["blocs", "awards"]
    ids = [row["fact_id"] for row in rows(tmp_path / "out" / "awards.csv")]
    assert len(ids) == done.rows["awards"] and all(left < right for left, right in pairwise(ids))
