"""Ids are hashes of raw, stable values: no cleaning fix changes one, and no two things share one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_pages import BLOC, TEXT, award, bloc, evidence, leader

from pipeline.ids import article_id, fact_ids, page_id, page_key_of_path
from pipeline.record import Evidence, Record

ANY_TEXT = st.text(st.characters())  # lone surrogates included


def ids(text: str, *facts: object) -> list[str]:
    leaders = tuple(fact for fact in facts if type(fact) is type(leader()))
    awards = tuple(fact for fact in facts if type(fact) is type(award()))
    record = Record(article_id="x", title=None, published=None, leaders=leaders, awards=awards)
    return [key for key, _ in fact_ids(page_id("a.txt"), text, record)]


@given(ANY_TEXT, ANY_TEXT, ANY_TEXT, ANY_TEXT)
def test_equal_ids_mean_equal_pages_and_texts(key: str, text: str, other_key: str, other_text: str) -> None:
    same = (key, text) == (other_key, other_text)
    assert (article_id(page_id(key), text) == article_id(page_id(other_key), other_text)) is same
    assert (page_id(key) == page_id(other_key)) is (key == other_key)


@given(st.text(), st.text())
def test_parts_do_not_run_into_each_other(left: str, right: str) -> None:
    assert article_id(left, right + "x") != article_id(left + right, "x") or right == ""


def test_ids_are_the_same_for_good() -> None:
    assert page_id("https://example.org/tin/1") == "ffb13ca2b2b302cc3dfa"
    assert article_id("ffb13ca2b2b302cc3dfa", "Khối thi đua số 2") == "05b063dfc48eb804cfc0"


@given(st.integers(1990, 2040), st.sampled_from(["proposed", "elected"]), st.text(min_size=1))
def test_normalised_values_and_rules_do_not_change_a_fact_id(year: int, status: str, agency: str) -> None:
    better = replace(leader(), year=year, status=status, agency=agency, rule="better", confidence=0.5)
    assert ids(TEXT, better) == ids(TEXT, leader())


@given(st.text().filter(lambda s: "bầu" not in s))
def test_text_put_before_a_fact_does_not_change_its_id(before: str) -> None:
    moved = tuple(replace(e, start=e.start + len(before), end=e.end + len(before)) for e in leader().evidence)
    assert ids(before + TEXT, replace(leader(), evidence=moved)) == ids(TEXT, leader())


@given(st.permutations(leader().evidence + award().evidence))
def test_the_order_of_evidence_does_not_change_an_id(spans: list[Evidence]) -> None:
    assert ids(TEXT, replace(leader(), evidence=tuple(spans))) == ids(
        TEXT, replace(leader(), evidence=leader().evidence + award().evidence)
    )


def test_the_same_words_said_again_are_another_fact() -> None:
    text = "bầu Sở Y tế. bầu Sở Y tế."
    first = leader(text)
    second = replace(
        first, year=2025, evidence=tuple(replace(e, start=e.start + 13, end=e.end + 13) for e in first.evidence)
    )
    assert len(set(ids(text, first, second))) == 2


def test_two_facts_from_the_same_words_stay_two_and_a_repetition_is_one() -> None:
    other_grantor = award(grantor="Bộ Y tế")
    keys = ids(TEXT, award(), other_grantor, award())
    assert len(keys) == len(set(keys)) == 2


def test_another_page_or_kind_gives_another_id() -> None:
    spans = evidence(TEXT, trigger="bầu")
    facts = (replace(leader(), evidence=spans), replace(award(), evidence=spans))
    assert len(set(ids(TEXT, *facts))) == 2
    record = Record(article_id="x", title=None, published=None, blocs=(bloc(),))
    assert fact_ids(page_id("a"), TEXT, record)[0][0] != fact_ids(page_id("b"), TEXT, record)[0][0]
    assert record.blocs[0].name == BLOC


def test_a_file_has_one_key_on_every_system() -> None:
    nfd = PurePosixPath("/x/tin/Khô\u0301i 2.txt")
    nfc = PurePosixPath("/x/tin/Kh\u1ed1i 2.txt")
    assert (
        page_key_of_path(nfd, PurePosixPath("/x"))
        == page_key_of_path(nfc, PurePosixPath("/x"))
        == "tin/Kh\u1ed1i 2.txt"
    )
    with pytest.raises(ValueError, match="/x"):
        page_key_of_path(PurePosixPath("/y/a.txt"), PurePosixPath("/x"))
