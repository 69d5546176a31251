"""People's decisions: out as a table, back in, applied at every publishing, and asked again only if a text changed."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from running import thidua
from sample_pages import BLOC, RUN, TEXT, award, bloc, leader, page

from pipeline.commands.errors import ExitCode
from pipeline.reviews import Review, ReviewError, read_reviews, write_reviews
from pipeline.warehouse.load import load
from pipeline.warehouse.open import open_warehouse
from pipeline.warehouse.publish import publish
from pipeline.warehouse.save_reviews import save_reviews

OTHER = f"{TEXT} Ảnh: Minh An"
LEADERS = "SELECT agency, year FROM leadership_timeline ORDER BY ALL"


def ask(data: Path, sql: str) -> list[tuple[Any, ...]]:
    with open_warehouse(data, quiet=True) as con:
        return con.execute(sql).fetchall()


def published(data: Path, *pages: Any) -> Path:
    load(data, pages, RUN)
    publish(data)
    return data


def decide(data: Path, **values: Any) -> None:
    save_reviews(data, [Review(**values)])
    publish(data)


def fact(data: Path, table: str) -> str:
    [(found,)] = ask(data, f"SELECT fact_id FROM {table}")
    return str(found)


def test_a_rejected_fact_is_in_no_view_and_stays_in_its_table(tmp_path: Path) -> None:
    data = published(tmp_path, page())
    decide(data, target="fact", verdict="reject", left=fact(data, "leaderships"))
    assert ask(data, LEADERS) == []
    assert ask(data, "SELECT agency, verdict FROM leaderships") == [("Sở Y tế", "reject")]


def test_a_corrected_fact_survives_loading_and_publishing_again(tmp_path: Path) -> None:
    data = published(tmp_path, page())
    decide(data, target="fact", verdict="correct", left=fact(data, "leaderships"), slot="year", value="2025")
    assert ask(data, LEADERS) == [("Sở Y tế", 2025)]
    published(data, page("a.txt", bloc(), leader(agency="Sở Y Tế"), award()))  # the rules read it otherwise now
    assert ask(data, "SELECT year FROM leadership_timeline") == [(2025,)]
    decide(data, target="fact", verdict="undo", left=fact(data, "leaderships"), slot="year")
    assert ask(data, "SELECT year FROM leadership_timeline") == [(2024,)]


def test_a_decision_is_asked_again_only_if_the_text_changed(tmp_path: Path) -> None:
    data = published(tmp_path, page())
    decide(data, target="fact", verdict="accept", left=fact(data, "leaderships"))
    asked = "SELECT \"left\" FROM review_queue WHERE question LIKE 'the text has changed%'"
    assert ask(data, asked) == []
    published(data, page("a.txt", bloc(), leader(status="serving"), award()))
    assert ask(data, asked) == []
    published(data, page("a.txt", bloc(), leader(), award(), text=OTHER))
    assert ask(data, asked) == [(fact(data, "leaderships"),)]
    assert ask(data, "SELECT verdict FROM leaderships") == [("accept",)]  # until somebody decides otherwise


@pytest.mark.parametrize(
    ("slot", "value", "message"),
    [
        ("year", "MMXXIV", "'MMXXIV' is no value of leaderships.year"),
        ("status", "crowned", "'crowned' is no value of leaderships.status"),
        ("grantor", "UBND tỉnh", "leaderships has no column grantor"),
        ("rule", "mine", "leaderships has no column rule that could be corrected"),
    ],
)
def test_a_decision_that_does_not_fit_is_a_problem(tmp_path: Path, slot: str, value: str, message: str) -> None:
    data = published(tmp_path, page())
    decide(data, target="fact", verdict="correct", left=fact(data, "leaderships"), slot=slot, value=value)
    assert ask(data, LEADERS) == [("Sở Y tế", 2024)]
    [(told,)] = ask(data, "SELECT message FROM problems WHERE code = 'review-not-applied'")
    assert message in told


def test_people_merge_and_split_agencies_and_blocs(tmp_path: Path) -> None:
    ours = page("a.txt", bloc(), leader(agency="Sở Y tế"))
    theirs = page(
        "b.txt", bloc(name="Khối thi đua Xanh"), leader(bloc="Khối thi đua Xanh", agency="Sở Y tế"), text=OTHER
    )
    data = published(tmp_path, ours, theirs)
    assert ask(data, "SELECT count(DISTINCT bloc_id) FROM leaderships") == [(2,)]
    left, right = f"{BLOC} @ kon-tum # 2023", "Khối thi đua Xanh @ kon-tum # 2023"
    [(left,), (right,)] = ask(data, "SELECT name || ' @ ' || place_id || ' # ' || first_year FROM blocs ORDER BY name")
    decide(data, target="bloc", verdict="merge", left=left, right=right)
    assert ask(data, "SELECT count(DISTINCT bloc_id) FROM leaderships") == [(1,)]
    assert ask(data, "SELECT count(*) FROM merges WHERE entity = 'bloc' AND reason LIKE '%review%'") == [(1,)]
    decide(data, target="bloc", verdict="undo", left=left, right=right)
    assert ask(data, "SELECT count(DISTINCT bloc_id) FROM leaderships") == [(2,)]


def test_the_way_out_and_back_in(tmp_path: Path) -> None:
    unsure = replace(leader(), confidence=0.5)
    data = published(tmp_path / "data", page("a.txt", bloc(), unsure, award()))
    for name in ("questions.csv", "questions.jsonl"):
        file = tmp_path / name
        out = thidua("review", "export", file, "--data", data, cwd=tmp_path)
        assert out.returncode == ExitCode.OK and b"1 question(s) written" in out.stderr
        rows = (
            list(csv.DictReader(file.open(encoding="utf-8-sig")))
            if file.suffix == ".csv"
            else [json.loads(file.read_text())]
        )
        [row] = rows
        assert "often wrong" in row["question"] and row["quote"] == "bầu Sở Y tế" and not row["verdict"]
        write_reviews(file, [row | {"verdict": "reject", "reviewer": "Lan", "day": "2026-11-20"}, row], row)
        back = thidua("review", "import", file, "--data", data, "--json", cwd=tmp_path)
        counts = {"new": 1, "changed": 0, "undone": 0, "unchanged": 0, "unusable": 0}
        if name == "questions.jsonl":
            counts |= {"new": 0, "unchanged": 1}
        assert json.loads(back.stdout) == counts
    publish(data)
    assert ask(data, LEADERS) == []
    assert (
        b"1 decision(s)"
        in thidua("review", "export", tmp_path / "d.csv", "--decided", "--data", data, cwd=tmp_path).stderr
    )


def test_rows_that_cannot_be_used_stop_no_other(tmp_path: Path) -> None:
    file = tmp_path / "edited.csv"
    file.write_text(
        "target,verdict,left,right,slot,value,day\n"
        "fact,reject,abc,,,,\n"
        "fact,merge,abc,,,,\n"
        "agency,merge,Sở Y tế @ kon-tum,,,,\n"
        "fact,correct,abc,,,,\n"
        "planet,reject,abc,,,,\n"
        "fact,reject,abd,,,,20.11.2026\n"
        "fact,,abe,,,,\n",
        encoding="utf-8",
    )
    found = list(read_reviews(file))
    assert [type(one) for one in found] == [Review] + [ReviewError] * 5
    assert [str(one).partition(": ")[0].rpartition(", ")[2] for one in found[1:]] == [f"row {n}" for n in range(3, 8)]
    assert "20.11.2026" in str(found[-1]) and "2026-01-31" in str(found[-1])
    text_file = tmp_path / "edited.txt"
    text_file.write_text("no table", encoding="utf-8")
    out = thidua("review", "import", file, "--data", tmp_path / "data", "--strict", cwd=tmp_path)
    assert out.returncode == ExitCode.PROBLEMS and b"5 row(s) that could not be used" in out.stderr
    assert (
        thidua("review", "import", text_file, "--data", tmp_path / "data", cwd=tmp_path).returncode == ExitCode.FAILED
    )


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_table_that_a_spreadsheet_saved_is_read_whatever_parts_its_cells(tmp_path: Path, delimiter: str) -> None:
    file = tmp_path / "edited.csv"
    row = {"verdict": "reject", "target": "fact", "left": "abc", "note": "một, hai; ba"}
    with file.open("w", encoding="utf-8-sig", newline="") as stream:
        table = csv.DictWriter(stream, row, delimiter=delimiter)
        table.writeheader()
        table.writerow(row)
    [review] = read_reviews(file)
    assert isinstance(review, Review) and (review.left, review.note) == ("abc", "một, hai; ba")


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("q.csv", b"", "no column verdict"),
        ("q.csv", b"a,b\n1,2\n", "keep the columns"),
        ("q.csv", "verdict,target,left,note\nreject,fact,abc,Đúng\n".encode("utf-16"), "CSV UTF-8"),
        ("q.xlsx", b"PK", "name a file that ends so"),
    ],
)
def test_a_file_that_is_no_table_of_decisions_says_what_to_do(
    tmp_path: Path, name: str, content: bytes, message: str
) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    with pytest.raises(ReviewError, match=message):
        list(read_reviews(file))
    out = thidua("review", "import", file, "--data", tmp_path / "data", cwd=tmp_path)
    assert out.returncode == ExitCode.FAILED and message.encode() in out.stderr


def test_publish_names_the_decisions_that_it_could_not_apply(tmp_path: Path) -> None:
    data = published(tmp_path, page())
    save_reviews(data, [Review(target="fact", verdict="correct", left=fact(data, "leaderships"), slot="nosuch")])
    (data / "decisions.csv").write_text("a,b\n1,2\n", "utf-8")
    out = thidua("publish", "--data", data, cwd=tmp_path)
    assert out.returncode == ExitCode.OK
    said = out.stderr.decode()
    assert "leaderships has no column nosuch that could be corrected" in said and "[review-not-applied]" in said
    assert "decisions.csv: " in said and "[bad-decisions]" in said
