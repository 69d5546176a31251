"""What people decide on blocs, and what they are asked."""

from __future__ import annotations

from datetime import date

import pytest
from bloc_worlds import OTHERS, PLACES, STAFF, resolved, review, told

from pipeline.registry.blocs import BlocMention, BlocRegistry, resolve_blocs
from pipeline.reviews import Review

BY_REVIEW = [
    ("merged", [told("a", 2022), told("b", 2023)], [review("merge", "Khối thi đua số 2 @ kon-tum # 2022", "Khối thi đua số 2 @ kon-tum # 2023")], "a b"),
    ("merged over authorities", [told("a", 2022), told("b", 2022, authority="Sở Y tế")], [review("merge", "Khối thi đua số 2 @ kon-tum # 2022", "Khối thi đua số 2 @ kon-tum / Sở Y tế tỉnh # 2022")], "a b"),
    ("two numbers merged", [told("a", 2022), told("b", 2022, name="Khối 3")], [review("merge", "khối thi đua số 2 @ kon-tum # 2022", "Khối 3 @ kon-tum # 2022")], "a b"),
    ("split over years", [told("a", 2022, STAFF), told("b", 2023, STAFF)], [review("split", "Khối thi đua số 2 @ kon-tum # 2022", "Khối thi đua số 2 @ kon-tum # 2023")], "a | b"),
    ("split within a year", [told("a", 2022, STAFF), told("b", 2022, STAFF, "Khối 2")], [review("split", "Khối thi đua số 2 @ kon-tum # 2022", "Khối 2 @ kon-tum # 2022")], "a | b"),
    ("split, and joined by nothing else", [told("a", 2021, STAFF), told("b", 2022, STAFF), told("c", 2023, STAFF)], [review("split", "Khối thi đua số 2 @ kon-tum # 2021", "Khối thi đua số 2 @ kon-tum # 2023")], "a b | c"),
    ("in all years", [told("a", 2021, STAFF), told("b", 2022, STAFF, "Khối tham mưu"), told("c", 2023, STAFF)], [review("split", "Khối thi đua số 2 @ kon-tum", "Khối tham mưu @ kon-tum")], "a c | b"),
    ("a page's", [told("a", 2022, place=None, page="p"), told("b", 2022)], [review("merge", "Khối thi đua số 2 @ page p # ?", "Khối thi đua số 2 @ kon-tum # 2022")], "a b"),
    ("a ministry's", [told("a", 2022, level="trung ương", authority="Bộ Công an"), told("b", 2023, level="trung ương", authority="Bộ Công an")], [review("merge", "Khối thi đua số 2 @ - / Bộ Công an # 2022", "Khối thi đua số 2 @ - / Bộ Công an # 2023")], "a b"),
    ("the later decision holds", [told("a", 2022), told("b", 2023)], [review("split", "Khối thi đua số 2 @ kon-tum # 2023", "Khối thi đua số 2 @ kon-tum # 2022", date(2026, 1, 2)), review("merge", "Khối thi đua số 2 @ kon-tum # 2022", "Khối thi đua số 2 @ kon-tum # 2023", date(2026, 1, 1))], "a | b"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("mentions", "reviews", "expected"), [row[1:] for row in BY_REVIEW], ids=[row[0] for row in BY_REVIEW]
)
def test_people_decide_first(mentions: list[BlocMention], reviews: list[Review], expected: str) -> None:
    assert resolved(*mentions, reviews=reviews) == expected


def test_merges_name_what_a_review_can_undo() -> None:
    mentions = [told("a", 2022, STAFF), told("b", 2022, name="Khối 2"), told("c", 2023, STAFF)]
    first = resolve_blocs(mentions, PLACES)
    assert [row["reason"] for row in first.merges] and {row["entity"] for row in first.merges} == {"bloc"}
    undone = [review("split", row["left"], row["right"]) for row in first.merges]
    again = resolve_blocs(mentions, PLACES, reviews=undone)
    assert len(again.blocs) == 3
    assert not again.merges
    assert not again.problems
    (doubt,) = again.doubts  # what a person told is not asked again, but whether the other two are one
    assert {doubt["left_id"], doubt["right_id"]} == {again.ids["b"], again.ids["c"]}
    assert "reviewed" in {row["flag"] for row in again.periods}


def key_of(registry: BlocRegistry, bloc_id: str) -> str:
    """What the view `review_queue` calls a bloc: its main name in its first year."""
    row = next(row for row in registry.blocs if row["bloc_id"] == bloc_id)
    place = f"page {row['known_only_from']}" if row["known_only_from"] else row["place_id"] or ""
    return (
        f"{row['name']} @ {place}"
        + (f" / {row['authority']}" if row["authority"] else "")
        + f" # {row['first_year'] or '?'}"
    )


ASKED = [
    ("two years", [told("a", 2022), told("b", 2023)]),
    ("two numbers in one year", [told("a", 2023, STAFF), told("b", 2023, STAFF, "Khối thi đua số 3")]),
    ("two authorities", [told("a", 2023, STAFF), told("b", 2023, STAFF, authority="Tỉnh ủy")]),
    ("a ministry's", [told("a", 2022, level="trung ương", authority="Bộ Công an"), told("b", 2023, level="trung ương", authority="Bộ Công an")]),
    ("a bloc by a later spelling", [told("a", 2021, STAFF, "Khối 2"), told("b", 2022, STAFF), told("c", 2022, STAFF), told("d", 2024)]),
    ("a bloc by a later name", [told("a", 2021, STAFF, "Khối 2"), told("b", 2022, STAFF, "Khối nội chính"), told("c", 2022, STAFF, "Khối nội chính"), told("d", 2024, "", "Khối nội chính")]),
]  # fmt: skip


@pytest.mark.parametrize("mentions", [row[1] for row in ASKED], ids=[row[0] for row in ASKED])
@pytest.mark.parametrize("verdict", ["merge", "split"])
def test_doubts_can_be_answered_by_what_the_queue_calls_them(mentions: list[BlocMention], verdict: str) -> None:
    registry = resolve_blocs(mentions, PLACES)
    (doubt,) = registry.doubts
    keys = [key_of(registry, doubt[side]) for side in ("left_id", "right_id")]
    answered = resolve_blocs(mentions, PLACES, reviews=[review(verdict, *keys)])
    assert not answered.problems
    assert not answered.doubts
    assert len(answered.blocs) == len(registry.blocs) - (verdict == "merge")


def test_a_review_that_names_no_bloc_is_a_problem() -> None:
    reviews = [
        review("merge", "Khối thi đua số 2 @ kon-tum # 2022", "Khối 9 @ kon-tum # 2022"),
        review("merge", "Khối 2", "Khối 3"),
        Review(target="agency", verdict="merge", left="Sở Y tế @ kon-tum", right="Sở Y tế @ gia-lai"),
    ]
    registry = resolve_blocs([told("a", 2022)], PLACES, reviews=reviews)
    assert [problem.code for problem in registry.problems] == ["review-without-bloc"] * 2
    assert "'Khối 9 @ kon-tum # 2022'" in registry.problems[0].message + registry.problems[1].message


DOUBTS = [
    ("years of which nothing is known", [told("a", 2022), told("b", 2023)], 1),
    ("an unknown year between, asked once", [told("a", 2021, STAFF), told("b", 2022), told("c", 2023, STAFF)], 1),
    ("units under two numbers", [told("a", 2023, STAFF), told("b", 2023, STAFF, "Khối thi đua số 3")], 1),
    ("half of the units under two names", [told("a", 2023, STAFF), told("b", 2023, "abij", "Khối tham mưu")], 1),
    ("one bloc of two authorities", [told("a", 2023, STAFF), told("b", 2023, STAFF, authority="Tỉnh ủy")], 1),
    ("blocs of two authorities", [told("a", 2023, STAFF), told("b", 2023, OTHERS, authority="Tỉnh ủy")], 0),
    ("nobody's", [told("a", 2023, place=None)], 1),
    ("two lists in one year", [told("a", 2023, STAFF), told("b", 2023, OTHERS)], 1),
    ("a list and a part of it", [told("a", 2023, STAFF), told("b", 2023, "abcd")], 0),
    ("other members", [told("a", 2022, STAFF), told("b", 2023, OTHERS)], 0),
    (
        "two numbers of one sector, year after year",
        [told("a", 2022, "", "Cụm 4 các xã, thị trấn"), told("b", 2023, "", "Cụm 5 các xã, thị trấn")],
        0,
    ),
]


@pytest.mark.parametrize(("mentions", "count"), [row[1:] for row in DOUBTS], ids=[row[0] for row in DOUBTS])
def test_what_only_a_person_can_tell_is_asked(mentions: list[BlocMention], count: int) -> None:
    registry = resolve_blocs(mentions, PLACES)
    assert len(registry.doubts) == count
    known = {row["bloc_id"] for row in registry.blocs}
    for row in registry.doubts:
        assert row["left_id"] in known
        assert row["right_id"] is None or row["right_id"] in known
        assert len(row["question"]) > 30


def test_reports_of_one_name_and_year_are_no_merge() -> None:
    mentions = [told("a", 2025, STAFF), told("b", 2025, STAFF), told("c", 2024, STAFF), told("d", 2024, STAFF)]
    registry = resolve_blocs(mentions, PLACES)
    assert len(registry.blocs) == 1
    assert [(row["left"], row["right"], row["score"]) for row in registry.merges] == [
        ("Khối thi đua số 2 @ kon-tum # 2024", "Khối thi đua số 2 @ kon-tum # 2025", 1.0)
    ]
