"""Decisions that set up blocs: the tables that they are read from, and how long they hold."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from bloc_worlds import CB, PLACES, resolved, told

from pipeline.registry.bloc_keys import owner_of
from pipeline.registry.decisions import (
    Decision,
    Terms,
    decision_rows,
    known_decisions,
    read_decisions,
    shipped_decisions,
)

HEADER = "authority,province,district,number,signed,valid_from,valid_to,khoi,cum,units,source\n"


def test_shipped_decisions_can_be_used() -> None:
    decisions = shipped_decisions(PLACES)
    rows = decision_rows(decisions)
    assert len(rows) == len(decisions) == 5
    dong_nai = next(row for row in rows if row["place_id"] == "dong-nai")
    assert (dong_nai["blocs"], dong_nai["units"], dong_nai["authority"]) == (18, 147, "UBND")
    assert {row["place_id"] for row in rows} == {"hoa-binh", "cao-bang", "dong-nai", "hai-phong-2025", None}
    assert all(row["source"] for row in rows)


def test_a_users_decisions_come_beside_the_shipped_ones(tmp_path: Path) -> None:
    assert known_decisions(tmp_path, PLACES) == (shipped_decisions(PLACES), [])
    (tmp_path / "decisions.csv").write_text(
        HEADER + ",Cao Bằng,,598/2018,2018-05-24,2018,,10,4,90,a page\nSở Y tế,Kon Tum,,7,,2020,2022,,3,,\n", "utf-8"
    )
    decisions, problems = known_decisions(tmp_path, PLACES)
    assert not problems
    assert len(decisions) == 6
    cao_bang = next(d for d in decisions if d.place_id == "cao-bang")
    assert (cao_bang.signed, cao_bang.valid_from, cao_bang.khoi, cao_bang.cum) == (date(2018, 5, 24), 2018, 10, 4)
    assert len(decision_rows(decisions)) == 6


def test_a_district_s_decision(tmp_path: Path) -> None:
    path = tmp_path / "decisions.csv"
    path.write_text(HEADER + ",Gia Lai,Đức Cơ,12,,2020,,,,,\n", "utf-8-sig")
    decisions, problems = read_decisions(path, PLACES)
    assert not problems
    assert [d.place_id for d in decisions] == ["gia-lai.huyen-duc-co"]
    more = {"place": "gia-lai.huyen-duc-co", "level": "huyện"}
    assert resolved(told("a", 2024, **more), told("b", 2025, **more), decisions=decisions) == "a b"  # type: ignore[arg-type]


BAD = [
    ("no number", ",Kon Tum,,,,2020,,,,,", "number is empty"),
    ("no first year", ",Kon Tum,,1,,,,,,,", "valid_from"),
    ("no year", ",Kon Tum,,1,,soon,,,,,", "'soon' is no whole number"),
    ("no likely year", ",Kon Tum,,1,,20,,,,,", "20 is no year"),
    ("years turned round", ",Kon Tum,,1,,2020,2019,,,,", "before valid_from"),
    ("a day in another form", ",Kon Tum,,1,24/5/2018,2018,,,,,", "2018-05-24"),
    ("a count in words", ",Kon Tum,,1,,2020,,ten,,,", "khoi 'ten'"),
    ("nobody's", ",,,1,,2020,,,,,", "province is empty"),
    ("no such province", ",Kon Tom,,1,,2020,,,,,", "'Kon Tom'"),
    ("a comma without quotation marks", ",Kon Tum,,1,,2020,,,,,one, two", "quotation marks"),
]


@pytest.mark.parametrize(("row", "message"), [row[1:] for row in BAD], ids=[row[0] for row in BAD])
def test_a_bad_row_is_a_problem_and_the_rest_is_read(tmp_path: Path, row: str, message: str) -> None:
    path = tmp_path / "decisions.csv"
    path.write_text(f"{HEADER}{row}\n,Kon Tum,,2,,2021,,,,,\n", "utf-8")
    decisions, (problem,) = read_decisions(path, PLACES)
    assert [d.number for d in decisions] == ["2"]
    assert (problem.code, problem.where) == ("bad-decision", "decisions.csv, line 2")
    assert message in problem.message


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"number;valid_from\n1;2020\n", "valid_from is missing"),
        (b"", "number, valid_from is missing"),
        ("number,valid_from,province\n1,2020,Cao Bằng\n".encode("utf-16"), "UTF-8"),
        (b"\x00\xff\xfe", "UTF-8"),
    ],
)
def test_a_file_that_is_no_such_table_is_a_problem(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "decisions.csv"
    path.write_bytes(content)
    decisions, (problem,) = read_decisions(path, PLACES)
    assert not decisions
    assert message in problem.message


def test_terms_end() -> None:
    def spans(*decisions: Decision) -> list[int]:
        terms = Terms(decisions, PLACES)
        owner = owner_of("", None, None, decisions[0].place_id, PLACES)
        return [year for year in range(2010, 2032) if terms.decision_in(owner, year)]

    assert spans(Decision(number="1", valid_from=2020, valid_to=2021, place_id=CB)) == [2020, 2021]
    assert spans(Decision(number="1", valid_from=2023, place_id=CB)) == [2023, 2024]
    assert spans(Decision(number="1", valid_from=2023, place_id="kon-tum")) == [2023, 2024, 2025]
    assert max(spans(Decision(number="1", valid_from=2026, place_id=CB))) == 2031
    assert max(spans(Decision(number="1", valid_from=2025, signed=date(2025, 8, 1), place_id=CB))) == 2031
