"""Confidence is counted: each rule's share of right facts on gold reports, and what each sign of doubt makes of it."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
from running import REPORT, thidua

from pipeline import Article, extract
from pipeline.confidence import (
    CASE_COLUMNS,
    COLUMNS,
    DOUBTED,
    EVERY,
    SIGN,
    Case,
    as_markdown,
    count,
    counted_as,
    errors_removed,
    first_sight,
    held_out,
    read_cases,
    reliability,
    rows_of,
    shipped_weights,
    sign_of_kind,
    weigh,
    weights_of,
    without_doubtful,
)
from pipeline.doubt import SIGNS, Places, contradictions, signs_of
from pipeline.lexicon import read_table
from pipeline.pages import read_copied_page
from pipeline.record import Award, Bloc, Fact, Leader, Person, Record
from pipeline.steps import mentions_of

ROOT = Path(__file__).resolve().parent.parent
REPORTS = ROOT / "corpora" / "reports"


@lru_cache(maxsize=1)
def bundled() -> list[tuple[Fact, str, frozenset[str]]]:
    """The facts of the bundled reports, each with the rule that it counts under and its signs."""
    found = []
    for path in sorted(REPORTS.glob("*.txt")):
        article = read_copied_page(path.read_text("utf-8"), path.stem)
        places = Places.of(mentions_of(article))
        found += [(fact, counted_as(fact, places), signs) for fact, signs in signs_of(extract(article), places)]
    return found


def test_counts_are_counts() -> None:
    for row in read_table("confidence"):
        assert 0 <= int(row["right"]) <= int(row["total"]), row
        assert int(row["total"]) > 0, row


def test_a_rule_has_one_row() -> None:
    table = read_table("confidence")
    assert len({(row["kind"], row["rule"]) for row in table}) == len(table)


def test_only_signs_have_factors() -> None:
    for row in read_table("confidence"):
        assert (row["kind"] == SIGN) == bool(row["times"]), row
        assert row["kind"] != SIGN or float(row["times"]) > 0


def test_every_fact_has_the_confidence_of_its_rule_and_its_signs() -> None:
    weights = shipped_weights()
    for fact, rule, signs in bundled():
        exact = weights.confidence((fact.kind, rule), signs)
        assert fact.confidence == pytest.approx(exact, abs=0.011) and fact.confidence <= exact
    assert all(0 < fact.confidence < 1 for fact, *_ in bundled())
    assert len({fact.confidence for fact, *_ in bundled()}) > 5


def test_the_tables_rules_are_rules_of_the_reader() -> None:
    """A row whose rule was renamed says nothing; only rules too rare for the bundled reports are not met in them."""
    made = {(fact.kind, rule) for fact, rule, _ in bundled()}
    common = {
        (row["kind"], row["rule"]) for row in read_table("confidence") if int(row["total"]) > 150 and not row["times"]
    }
    assert common - made == set()


def test_a_fact_with_a_doubted_name_is_counted_apart() -> None:
    text = "Khối thi đua số 5 tỉnh Cà Mau tổng kết năm 2022. Hội nghị bầu Sở Y tế làm Trưởng khối, Sở Tư pháp làm Phó khối."
    article = Article(article_id="r", text=text)
    leaders, places = extract(article).leaders, Places.of(mentions_of(article))
    assert [leader.agency for leader in leaders] == ["Sở Y tế", "Sở Tư pháp"]
    assert [counted_as(leader, places) for leader in leaders] == [leader.rule for leader in leaders]
    start = text.index("Sở Y tế")
    places.doubted.append((start, start + len("Sở Y tế")))
    assert [counted_as(leader, places) for leader in leaders] == [DOUBTED, leaders[1].rule]


def test_the_shipped_table_is_what_the_first_readings_give() -> None:
    made = [["" if cell is None else str(cell) for cell in row] for row in count(first_sight())]
    assert made == [[row[column] for column in COLUMNS] for row in read_table("confidence")]


def test_confidence_holds_on_sets_left_out() -> None:
    """The tenth of the facts with the least has two fifths of the errors, and as many are right as expected."""
    pairs = held_out(first_sight())
    assert errors_removed(pairs) >= 0.4
    for name, facts, expected, right in reliability(pairs):
        assert abs(expected - right) < 0.1, (name, facts)


def test_cases_make_the_rows_that_they_are_read_from() -> None:
    rows = [[str(cell) for cell in row] for row in rows_of(first_sight())]
    assert rows == [[row[column] for column in CASE_COLUMNS] for row in read_table("first_sight")]


def test_measuring_twice_gives_the_same(tmp_path: Path) -> None:
    for name in ("da-001", "db-002"):
        for suffix in (".txt", ".json"):
            shutil.copy(REPORTS / f"{name}{suffix}", tmp_path)
    cases = read_cases([tmp_path])
    once = count(cases)
    assert once
    assert read_cases([tmp_path]) == cases and count(cases) == once
    rows = list(csv.reader(io.StringIO(_run(str(tmp_path)))))
    assert rows == [list(COLUMNS), *(["" if cell is None else str(cell) for cell in row] for row in once)]
    assert _run("--reliability", str(tmp_path)) == as_markdown(held_out(cases, first_sight())) + "\n"
    shipped = _run("--reliability", "--shipped", str(tmp_path))
    assert f"{len(cases)} facts, " in shipped
    new = list(csv.reader(io.StringIO(_run("--cases", str(tmp_path)))))
    assert new == [list(CASE_COLUMNS), *([str(cell) for cell in row] for row in rows_of(cases))]


def _run(*arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "pipeline.confidence", *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
        env={**os.environ, "PYTHONUTF8": "1"},
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_right_and_wrong_facts_are_told_apart(tmp_path: Path) -> None:
    """One report against its gold, and against gold that names the bloc otherwise."""
    shutil.copy(REPORTS / "da-001.txt", tmp_path)
    gold = json.loads((REPORTS / "da-001.json").read_text("utf-8"))
    shutil.copy(REPORTS / "da-001.json", tmp_path)
    before = {case.rule: case.wrong for case in read_cases([tmp_path])}
    gold["blocs"][0]["name"] = "Khối thi đua số 99"
    (tmp_path / "da-001.json").write_text(json.dumps(gold), encoding="utf-8")
    after = {case.rule: case.wrong for case in read_cases([tmp_path])}
    bloc = next(rule for rule in before if rule[0] == "bloc")
    assert (before[bloc], after[bloc]) == (False, True)


def test_gold_without_a_text_is_named(tmp_path: Path) -> None:
    shutil.copy(REPORTS / "da-001.json", tmp_path)
    with pytest.raises(FileNotFoundError, match=r"da-001\.txt"):
        read_cases([tmp_path])


def case(report: int, wrong: bool, *signs: str, rule: tuple[str, str] = ("award", "a")) -> Case:
    return Case(f"set {report % 7}", rule, frozenset(signs), wrong)


# Of 500 facts every fifth one has a sign, and half of these are wrong. They are of seven sets.
CASES = [case(n, n % 10 == 0, *(["no-year"] if n % 5 == 0 else [])) for n in range(500)]


def test_a_sign_lowers_the_confidence_of_the_facts_that_bear_it() -> None:
    weights = weights_of(count(CASES))
    plain, signed = (weights.confidence(("award", "a"), signs) for signs in ((), ("no-year",)))
    assert 0.45 < signed < 0.65 and plain > 0.97


def test_as_many_are_expected_wrong_as_were() -> None:
    weights = weights_of(count(CASES))
    expected = sum(1 - weights.confidence(c.rule, c.signs) for c in CASES)
    assert expected == pytest.approx(50, abs=1)


def test_signs_that_go_together_are_not_counted_twice() -> None:
    both = [case(n, n % 10 == 0, *(["no-year", "few-facts"] if n % 5 == 0 else [])) for n in range(500)]
    together = weights_of(count(both)).confidence(("award", "a"), ("no-year", "few-facts"))
    assert 0.45 < together < 0.6  # half of the facts with both are wrong


def test_a_rule_with_few_cases_is_drawn_to_its_kinds_mean() -> None:
    rows = [("award", "often", 180, 200, None), ("award", "once", 0, 1, None), ("member", "good", 999, 1000, None)]
    weights = weights_of([(kind, rule, right, total, None) for kind, rule, right, total, _ in rows])
    often, once = (weights.confidence(("award", rule), ()) for rule in ("often", "once"))
    assert abs(often - once) < 0.05 and often < weights.confidence(("member", "good"), ())
    assert weights.confidence(("award", "never counted"), ()) == pytest.approx(1 - weights.of_kind["award"])


def test_nothing_counted_is_as_good_as_a_coin() -> None:
    assert weights_of(count([])).confidence(("award", "a"), ("no-year",)) == 0.5


def test_a_set_has_no_say_in_its_own_confidence() -> None:
    """A rule whose only facts are of one set, all wrong: weighed without that set, it is like any of its kind."""
    odd = [Case("odd set", ("award", "odd"), frozenset(), True)] * 100
    assert weights_of(count([*CASES, *odd])).confidence(("award", "odd"), ()) < 0.5
    held = [confidence for confidence, _ in held_out([*CASES, *odd])]
    assert len(held) == 600 and sum(confidence > 0.8 for confidence in held) >= 500
    assert held_out(odd, [*CASES, *odd]) == held_out(odd, CASES)


def test_sets_left_out_do_not_depend_on_the_order_of_the_cases() -> None:
    assert sorted(held_out(CASES)) == sorted(held_out(CASES[::-1]))


@pytest.mark.parametrize(
    ("pairs", "share", "removed"),
    [
        ([(0.2, False), *[(0.9, True)] * 9], 0.1, 1.0),
        ([(0.2, True), (0.9, False), *[(0.95, True)] * 8], 0.1, 0.0),
        ([(0.9, False), *[(0.9, True)] * 9], 0.1, 0.1),  # all alike: a tenth of the facts holds a tenth of the errors
        ([(0.2, False), (0.3, False), *[(0.9, True)] * 8], 0.1, 0.5),
        ([(0.9, True)] * 10, 0.1, 0.0),
        ([], 0.1, 0.0),
    ],
)
def test_errors_among_the_facts_of_least_confidence(
    pairs: list[tuple[float, bool]], share: float, removed: float
) -> None:
    assert errors_removed(pairs, share) == pytest.approx(removed)


def test_reliability_sets_what_was_expected_beside_what_was_so() -> None:
    pairs = [(0.85, True), (0.85, False), (0.99, True)]
    assert list(reliability(pairs)) == [("0.8 to 0.9", 2, 0.85, 0.5), ("0.98 to 1", 1, 0.99, 1.0)]
    shown = as_markdown(pairs)
    assert "| 0.8 to 0.9 | 2 | 0.850 | 0.500 | ██████████ |" in shown and "3 facts, 1 of them wrong." in shown


BLOC = "Khối thi đua số 5 tỉnh Cà Mau"


def signs_in(text: str) -> dict[str, set[str]]:
    """The signs of the facts of a text, by their kind and agency, award or name."""
    article = Article(article_id="r", text=text)
    found = {}
    for fact, signs in signs_of(extract(article), Places.of(mentions_of(article))):
        slots = fact.slots()
        about = next(filter(None, map(slots.get, ("name", "agency", "recipient", "type"))), "")
        found[f"{fact.kind} {about}".strip()] = set(signs)
    return found


FULL = f"{BLOC} họp ngày 5/1/2023, tổng kết năm 2022."
CHOSEN = "Hội nghị bầu Sở Y tế làm Trưởng khối năm 2023."


# A sign, a fact, a text in which the fact bears the sign, and one in which it does not.
SIGNED = [
    ("no-year", "leader Sở Y tế", "Khối thi đua số 5 họp. Bầu Sở Y tế làm Trưởng khối.", f"{FULL} {CHOSEN}"),
    (
        "no-agency",
        "person Lê Thị Hoa",
        f"{FULL} Bà Lê Thị Hoa, Giám đốc, dự hội nghị.",
        f"{FULL} Bà Lê Thị Hoa, Giám đốc Sở Y tế, dự hội nghị.",
    ),
    (
        "no-grantor",
        "award Sở Y tế",
        f"{FULL} Đề nghị tặng Cờ thi đua cho Sở Y tế.",
        f"{FULL} Đề nghị tặng Cờ thi đua của UBND tỉnh cho Sở Y tế.",
    ),
    ("no-day", "meeting tổng kết", f"{BLOC} tổng kết năm 2022.", FULL),
    (
        "odd-day",
        "meeting tổng kết",
        f"{BLOC} họp ngày 5/7/2023, tổng kết năm 2022.",
        FULL,
    ),
    ("no-person", "leader Sở Y tế", f"{FULL} {CHOSEN}", f"{FULL} Bà Lê Thị Hoa, Giám đốc Sở Y tế, làm Trưởng khối."),
    (
        "part-of-a-name",
        "leader Sở Y tế",
        f"{FULL} {CHOSEN} Công đoàn Sở Y tế dự hội nghị.",
        f"{FULL} {CHOSEN} Sở Nội vụ dự hội nghị.",
    ),
    (
        "completed-name",
        "member Sở Tư pháp",
        f"{FULL} Khối gồm các sở: Y tế, Tư pháp, Nội vụ.",
        f"{FULL} Khối gồm Sở Y tế, Sở Tư pháp, Sở Nội vụ.",
    ),
    (
        "unknown-name",
        "leader Sở Hòa nhạc",
        f"{FULL} Hội nghị bầu Sở Hòa nhạc làm Trưởng khối năm 2023.",
        f"{FULL} {CHOSEN}",
    ),
    (
        "unknown-words",
        "leader Sở Y tế",
        f"{FULL} Rộn ràng sắc xuân, hội nghị bầu Sở Y tế làm Trưởng khối năm 2023.",
        f"{FULL} {CHOSEN}",
    ),
    (
        "unknown-word-behind",
        "leader Sở Y tế",
        f"{FULL} Hội nghị bầu Sở Y tế rực rỡ làm Trưởng khối năm 2023.",
        f"{FULL} {CHOSEN}",
    ),
    (
        "idle-agency",
        "leader Sở Y tế",
        f"{FULL} Với sự có mặt của Sở Nội vụ, hội nghị bầu Sở Y tế làm Trưởng khối năm 2023.",
        f"{FULL} {CHOSEN}",
    ),
    (
        "no-status-word",
        "leader Sở Y tế",
        f"{FULL} Hội nghị tiến hành bầu. Trưởng khối năm 2023: Sở Y tế.",
        f"{FULL} {CHOSEN}",
    ),
    (
        "year-elsewhere",
        "member Sở Y tế",
        f"{FULL} Khối gồm Sở Y tế, Sở Tư pháp, Sở Nội vụ.",
        f"{BLOC} tổng kết năm 2022 với 3 đơn vị thành viên: Sở Y tế, Sở Tư pháp, Sở Nội vụ.",
    ),
    (
        "several-years",
        "leader Sở Y tế",
        f"{FULL} Năm 2022, Sở Y tế dẫn đầu; bầu Sở Y tế làm Trưởng khối năm 2023.",
        f"{FULL} {CHOSEN}",
    ),
    (
        "first-place",
        "award Sở Y tế",
        f"{FULL} Sở Y tế dẫn đầu khối.",
        f"{FULL} Đề nghị tặng Cờ thi đua của UBND tỉnh cho Sở Y tế.",
    ),
    ("said-once", "bloc Khối thi đua số 5", FULL, f"{FULL} {BLOC} có 5 đơn vị."),
    (
        "contradicted",
        "leader Sở Nội vụ",
        f"{FULL} Bầu Sở Y tế làm Trưởng khối năm 2023. Bầu Sở Nội vụ làm Trưởng khối năm 2023.",
        f"{FULL} Bầu Sở Y tế làm Trưởng khối năm 2023. Bầu Sở Nội vụ làm Phó khối năm 2023.",
    ),
    (
        "several-blocs",
        "leader Sở Y tế",
        f"{FULL} Khối thi đua số 5 bầu Sở Y tế làm Trưởng khối năm 2023. "
        "Khối thi đua số 6 bầu Sở Nội vụ làm Trưởng khối năm 2023.",
        f"{FULL} {CHOSEN}",
    ),
    (
        "few-facts",
        "leader Sở Y tế",
        f"{FULL} {CHOSEN}",
        f"{FULL} {CHOSEN} Khối gồm Sở Y tế, Sở Tư pháp, Sở Nội vụ, Sở Xây dựng, Sở Công Thương.",
    ),
]


@pytest.mark.parametrize(("sign", "of", "doubtful", "plain"), SIGNED, ids=[row[0] for row in SIGNED])
def test_signs_of_doubt(sign: str, of: str, doubtful: str, plain: str) -> None:
    borne, not_borne = signs_in(doubtful), signs_in(plain)
    assert sign in borne[of], borne
    assert sign not in not_borne.get(of, not_borne["bloc Khối thi đua số 5"]), not_borne


def test_a_record_without_facts_has_no_signs() -> None:
    assert signs_in("Sáng nay trời mưa.") == {}


def leader(agency: str | None, **more: Any) -> Leader:
    return Leader(
        **{"rule": "r", "bloc": "Khối 1", "role": "leader", "agency": agency, "year": 2023, "status": "elected", **more}
    )


def award(recipient: str | None, **more: Any) -> Award:
    slots = {"bloc": "Khối 1", "award": "Cờ thi đua", "grantor": "UBND tỉnh", "recipient": recipient, "status": "voted"}
    return Award(**{"rule": "r", "recipient_kind": "agency", **slots, **more})


@pytest.mark.parametrize(
    ("one", "other", "contradict"),
    [
        (leader("Sở Y tế"), leader("Sở Nội vụ"), True),
        (leader("Sở Y tế"), leader("Sở Nội vụ", year=2024), False),
        (leader("Sở Y tế"), leader("Sở Nội vụ", bloc="Khối 2"), False),
        (leader("Sở Y tế", role="deputy"), leader("Sở Nội vụ", role="deputy"), False),
        (leader("Sở Y tế"), leader("Sở Y tế", status="assumed"), False),
        (leader("Sở Y tế"), leader(None), False),
        (award("Sở Y tế"), award("Sở Y tế", grantor="Chính phủ"), True),
        (award("Sở Y tế"), award("Sở Nội vụ"), False),
        (award(None, count=2), award(None, count=3, grantor="Chính phủ"), False),
        (leader("Sở Y tế"), award("Sở Y tế"), False),
    ],
)
def test_what_cannot_both_be_so(one: Fact, other: Fact, contradict: bool) -> None:
    assert contradictions([one, other]) == ([(one, other)] if contradict else [])


def test_weighing_keeps_the_facts_and_gives_each_a_confidence() -> None:
    text = f"{BLOC} tổng kết năm 2022. Hội nghị bầu Sở Y tế làm Trưởng khối, Sở Tư pháp làm Phó khối."
    article = Article(article_id="r", text=text)
    record = extract(article)
    weighed = weigh(record, Places.of(mentions_of(article)))
    assert [replace(f, confidence=0.5) for f in weighed.facts()] == [replace(f, confidence=0.5) for f in record.facts()]
    for fact in weighed.facts():
        assert 0.01 <= fact.confidence <= 0.99 and fact.confidence == round(fact.confidence, 2)


def test_the_table_names_only_signs_that_are_known() -> None:
    counted = {rule for kind, rule, *_ in count(CASES) if kind == SIGN}
    assert counted == {EVERY["award"], "no-year", sign_of_kind("no-year", "award")}
    known = {*EVERY.values(), *SIGNS, *(sign_of_kind(sign, kind) for sign in SIGNS for kind in EVERY)}
    assert {row["rule"] for row in read_table("confidence") if row["kind"] == SIGN} <= known
    assert {sign for one in first_sight() for sign in one.signs} <= set(SIGNS)


def doubtful(**confidence: float) -> Record:
    """A record of two blocs with a leader each and a person, of the confidences given."""
    blocs = (Bloc(rule="r", name=name, bloc_kind="khối", confidence=confidence[name]) for name in ("one", "two"))
    leaders = (leader("Sở Y tế", bloc=name, confidence=confidence[f"leader_{name}"]) for name in ("one", "two"))
    person = Person(rule="r", name="Lan", title="Giám đốc", agency="Sở Y tế", confidence=confidence["person"])
    return Record(
        article_id="a", title=None, published=None, blocs=tuple(blocs), leaders=tuple(leaders), people=(person,)
    )


SURE = {"one": 0.9, "two": 0.9, "leader_one": 0.9, "leader_two": 0.9, "person": 0.9}


@pytest.mark.parametrize(
    ("unsure", "left"),
    [
        ((), 5),
        (("leader_one",), 4),
        (("person",), 4),
        (("one",), 3),  # its leader goes with it
        (("one", "two"), 0),  # and persons where no bloc stays
    ],
)
def test_what_depends_on_a_doubtful_bloc_goes_with_it(unsure: tuple[str, ...], left: int) -> None:
    record = doubtful(**{**SURE, **dict.fromkeys(unsure, 0.4)})
    kept = list(without_doubtful(record, 0.5).facts())
    assert len(kept) == left and all(fact.confidence >= 0.5 for fact in kept)
    assert without_doubtful(record, 0.0) == record
    assert without_doubtful(record, 0.9 + 1e-9).blocs == ()


def test_extract_leaves_out_what_is_doubtful(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    whole = thidua("extract", "a.txt", cwd=tmp_path)
    assert thidua("extract", "--min-confidence", "0", "a.txt", cwd=tmp_path).stdout == whole.stdout
    assert b"left out" not in whole.stderr
    facts = [fact for facts in json.loads(whole.stdout).values() if isinstance(facts, list) for fact in facts]
    none = thidua("extract", "--min-confidence", "1", "a.txt", cwd=tmp_path)
    record = json.loads(none.stdout)
    assert record["article_id"] == "a" and record["blocs"] == record["leaders"] == record["people"] == []
    assert f"{len(facts)} fact(s) left out".encode() in none.stderr
    assert thidua("extract", "--min-confidence", "2", "a.txt", cwd=tmp_path).returncode == 2
