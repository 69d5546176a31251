"""The tables of the lexicon are well formed, and every written name in them is found in a sentence as what it stands for."""

from __future__ import annotations

import csv
import io
import os
import shutil
import subprocess
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path

import pytest
from reading_rows import language

from pipeline.lexicon import cells, read_table
from pipeline.record import BEYOND, KINDS
from pipeline.text import fold, same_name

ROOT = Path(__file__).resolve().parent.parent
Row = dict[str, str]

COLUMNS = {
    "agencies": ["name", "tier", "place", "variants", "valid_from", "valid_to", "successor", "source", "note"],
    "agency_lineage": [
        *("name", "tier", "valid_from", "valid_to"),
        *("successor", "successor_tier", "relation", "source", "note"),
    ],
    "awards": ["award", "class", "for", "written", "note"],
    "beyond": ["kind", "value", "written", "note"],
    "codebook": ["category", "value", "vietnamese", "english", "note"],
    "confidence": ["kind", "rule", "right", "total", "times"],
    "confidence_beyond": ["kind", "rule", "right", "total"],
    "first_sight": ["set", "kind", "rule", "signs", "right", "total"],
    "decisions": [
        "authority",
        "province",
        "district",
        "number",
        "signed",
        "valid_from",
        "valid_to",
        "khoi",
        "cum",
        "units",
        "source",
        "note",
    ],
    "heads": ["head", "written", "place", "plural", "note"],
    "people": ["kind", "written", "note"],
    "provinces": ["name", "short", "code", "type", "successor", "successor_code", "merged_2025", "variants", "source"],
    "publishers": ["province", "name", "tags", "hosts"],
    "quality": [
        "corpus",
        "kind",
        "level",
        "period",
        "reports",
        "gold",
        "extracted",
        "correct",
        "precision",
        "recall",
        "f1",
    ],
    "roles": ["role", "written"],
    "abbreviations": ["short", "long", "note"],
    "stopwords": ["kind", "written", "note"],
    "titles": ["title", "written", "note"],
    "triggers": ["category", "expression", "note"],
}
PLACES = {"drop", "none", "part", "keep", "bank", "party", "must"}
TIERS = {"trung ương", "vùng", "tỉnh", "huyện", "xã", "đơn vị"}
CATEGORIES = {
    *("elect", "elect:not", "propose", "propose:not", "appoint", "appoint:not", "assume", "recognise", "decision"),
    *("ask", "ask:not", "confer", "confer:not", "plan", "plan:not", "goal", "refuse", "decline", "decline:not"),
    *("part of year", "year ahead", "passing", "set up"),
    *(
        "contest",
        "contest:not",
        "light",
        "award light",
        "award break",
        "award break:not",
        "opener",
        "rest",
        "guest",
        "office",
        "hold",
    ),
    *(
        "put up",
        "put up:not",
        "falls",
        "bar",
        "bar:not",
        "bar after",
        "decides",
        "others",
        "vote",
        "sitting",
        "sitting:not",
    ),
    *("meeting:tổng kết", "meeting:sơ kết", "meeting:ký kết giao ước", "meeting:phát động", "meeting:họp"),
    *("meeting:kiểm tra", "meeting:thành lập", "meeting:weak"),
}
# What each table may say in its columns of closed values; a cell of `tier` lists several.
CLOSED = {
    ("agencies", "tier"): TIERS,
    ("agencies", "place"): PLACES,
    ("awards", "class"): {"title", "bare", "rank", "prize", "not"},
    ("awards", "for"): {"any", "agency", "person"},
    ("beyond", "kind"): {
        *("document", "law", "issuer", "movement", "initiative", "other", "name", "coming", "rank"),
    },
    ("confidence", "kind"): {*KINDS, "sign"},
    ("confidence_beyond", "kind"): set(BEYOND),
    ("first_sight", "kind"): set(KINDS),
    ("heads", "place"): PLACES | {"self"},
    ("heads", "plural"): {"yes", ""},
    ("people", "kind"): {"honorific", "rank", "degree", "party", "surname"},
    ("provinces", "type"): {"tỉnh", "thành phố trực thuộc trung ương"},
    ("provinces", "merged_2025"): {"true", "false"},
    ("roles", "role"): {"leader", "deputy", "both", "not"},
    ("stopwords", "kind"): {
        "name",
        "join",
        "capital join",
        "name word",
        "no head",
        "small head",
        "bloc",
        "no bloc",
        "bloc word",
    },
    ("triggers", "category"): CATEGORIES,
}
# (table, column of names or of lists of them): each written form stands once in the whole column.
WRITTEN = [("awards", "written"), ("heads", "written"), ("titles", "written"), ("roles", "written")]


def duplicates(values: Iterable[str]) -> list[str]:
    return [value for value, times in Counter(values).items() if times > 1]


def written_forms(row: Row) -> list[str]:
    return [row["name"], *cells(row["variants"])]


def test_every_table_is_known() -> None:
    assert sorted(p.name for p in (files("corpora") / "lexicon").iterdir() if p.name.endswith(".csv")) == sorted(
        f"{table}.csv" for table in COLUMNS
    )


@pytest.mark.parametrize("table", COLUMNS)
def test_files_are_plain(table: str) -> None:
    data = (files("corpora") / "lexicon" / f"{table}.csv").read_bytes()
    text = data.decode("utf-8")
    assert not text.startswith("\ufeff")
    assert "\r" not in text
    assert text.endswith("\n")
    assert unicodedata.is_normalized("NFC", text)
    rows = list(csv.reader(io.StringIO(text)))
    assert rows[0] == COLUMNS[table]
    assert [row for row in rows if len(row) != len(COLUMNS[table])] == []


@pytest.mark.parametrize("table", COLUMNS)
def test_cells_are_clean(table: str) -> None:
    for row in read_table(table):
        for column, value in row.items():
            assert value == value.strip(), (table, column, row)
            assert "  " not in value, (table, column, row)
            if column in ("written", "variants", "tags", "hosts"):
                parts = value.split("|") if value else []
                assert all(part.strip() for part in parts), (table, column, row)


@pytest.mark.parametrize("table", COLUMNS)
def test_no_row_is_without_its_name(table: str) -> None:
    needed = {
        "decisions": ["number"],
        "people": ["kind", "written"],
        "triggers": ["category", "expression"],
        "roles": ["role", "written"],
    }
    for row in read_table(table):
        assert all(row[column] for column in needed.get(table, COLUMNS[table][:1])), (table, row)


@pytest.mark.parametrize(("table", "column"), CLOSED)
def test_closed_values(table: str, column: str) -> None:
    for row in read_table(table):
        values = row[column].split("|") if column == "tier" else [row[column]]
        assert set(values) <= CLOSED[table, column], (table, row)


@pytest.mark.parametrize(("table", "column"), WRITTEN)
def test_a_written_form_stands_for_one_thing(table: str, column: str) -> None:
    assert duplicates(fold(form) for row in read_table(table) for form in cells(row[column])) == []


def test_an_expression_stands_once_in_its_category() -> None:
    assert duplicates(f"{row['category']}: {fold(row['expression'])}" for row in read_table("triggers")) == []


@pytest.mark.parametrize(("table", "column"), [("people", "kind"), ("stopwords", "kind")])
def test_a_word_stands_once_in_its_list(table: str, column: str) -> None:
    for row in read_table(table):
        assert duplicates(fold(word) for word in cells(row["written"])) == [], row[column]


class TestAgencies:
    def test_names_are_unique(self) -> None:
        assert duplicates(same_name(row["name"]) for row in read_table("agencies")) == []

    def test_a_variant_says_something_new(self) -> None:
        """A form that folds to the row's name, or to another form of the row, is a dead entry."""
        rows = read_table("agencies")
        assert {row["name"]: found for row in rows if (found := duplicates(map(fold, written_forms(row))))} == {}

    def test_a_variant_belongs_to_one_name(self) -> None:
        owners: dict[str, list[str]] = {}
        for row in read_table("agencies"):
            for form in dict.fromkeys(map(fold, written_forms(row))):
                owners.setdefault(form, []).append(row["name"])
        assert {form: names for form, names in owners.items() if len(names) > 1} == {}

    def test_dates_and_successors(self) -> None:
        for row in read_table("agencies"):
            for column in ("valid_from", "valid_to"):
                parts = row[column].split("-") if row[column] else []
                assert [len(part) for part in parts] == [4, 2, 2][: len(parts)], row
                assert all(part.isdigit() for part in parts), row
            assert not (row["valid_from"] and row["valid_to"]) or row["valid_from"] <= row["valid_to"], row


class TestProvinces:
    def test_there_are_63_that_become_34(self) -> None:
        rows = read_table("provinces")
        assert len(rows) == 63
        assert len({row["successor"] for row in rows}) == 34
        assert duplicates(row["short"] for row in rows) == []
        assert duplicates(row["code"] for row in rows) == []
        assert all(len(row["code"]) == len(row["successor_code"]) == 2 for row in rows)

    def test_a_successor_is_one_name_and_one_code(self) -> None:
        assert len({(row["successor"], row["successor_code"]) for row in read_table("provinces")}) == 34

    def test_a_name_ends_with_its_short_form(self) -> None:
        for row in read_table("provinces"):
            assert fold(row["name"]).endswith(fold(row["short"])), row

    def test_written_forms_belong_to_one_province(self) -> None:
        rows = read_table("provinces")
        forms = [form for row in rows for form in {fold(f) for f in (row["short"], *cells(row["variants"]))}]
        assert duplicates(forms) == []


def test_publishers_belong_to_provinces_and_hosts_to_one_publisher() -> None:
    rows = read_table("publishers")
    assert {row["province"] for row in rows} <= {row["short"] for row in read_table("provinces")}
    assert duplicates(host for row in rows for host in cells(row["hosts"])) == []
    assert all(host == host.lower() and "/" not in host for row in rows for host in cells(row["hosts"]))


def sentence(written: str) -> tuple[str, int]:
    before = "Ngày 12/01/2023, Khối thi đua số 1 tổng kết công tác thi đua năm 2022. Hội nghị bầu "
    return f"{before}{written} làm Trưởng khối năm 2023.", len(before)


def found_as(written: str) -> str | None:
    """Return the official name that the pipeline gives to `written` in a sentence; None if it finds no such span."""
    text, start = sentence(written)
    doc = language()(text)
    for span in doc.spans["agencies"]:
        if (span.start_char, span.end_char) == (start, start + len(written)):
            return str(span.kb_id_)
    return None


def agencies() -> list[tuple[Row, str]]:
    """Return each agency with the place that its name is never said without ("Công an" is no agency, "Công an tỉnh" is)."""
    return [(row, f" {row['tier'].split('|')[0]}" if row["place"] == "must" else "") for row in read_table("agencies")]


@pytest.mark.parametrize(("row", "place"), agencies(), ids=[row["name"] for row in read_table("agencies")])
def test_every_agency_is_found_as_itself(row: Row, place: str) -> None:
    found = {form: found_as(form + place) for form in written_forms(row)}
    assert {form: name for form, name in found.items() if name != row["name"] + place} == {}


def test_a_new_written_variant_is_one_edited_line(tmp_path: Path) -> None:
    """A copy of the tables, with one cell changed, read by a process of its own."""
    shutil.copytree(ROOT / "corpora", tmp_path / "corpora", ignore=shutil.ignore_patterns("reports", "portals"))
    table = tmp_path / "corpora" / "lexicon" / "agencies.csv"
    rows = list(csv.DictReader(io.StringIO(table.read_text("utf-8"))))
    own = next(row for row in rows if row["name"] == "Hội Đông y")
    own["variants"] = "|".join([*cells(own["variants"]), "Hội Thuốc nam Thuốc bắc"])
    with table.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, COLUMNS["agencies"], lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    text, _ = sentence("Hội Thuốc nam Thuốc bắc")
    script = (
        "import sys; from pipeline import Article, extract\n"
        "for leader in extract(Article(article_id='r', text=sys.argv[1])).leaders: print(leader.agency)"
    )

    def read(path: str) -> list[str]:
        done = subprocess.run(
            [sys.executable, "-c", script, text],
            capture_output=True,
            text=True,
            encoding="utf-8",
            cwd=tmp_path.parent,
            env={**os.environ, "PYTHONPATH": path, "PYTHONUTF8": "1"},
        )
        assert done.returncode == 0, done.stderr
        return done.stdout.splitlines()

    assert read(str(ROOT)) != ["Hội Đông y"]
    assert read(os.pathsep.join([str(tmp_path), str(ROOT)])) == ["Hội Đông y"]
