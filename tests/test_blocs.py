"""The identity of blocs: one small world for each clause of the rule in `pipeline/registry/blocs.py`."""

from __future__ import annotations

from dataclasses import replace

import pytest
from bloc_worlds import CB, OTHERS, PLACES, STAFF, resolved, told
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.registry.bloc_keys import name_key, owner_of
from pipeline.registry.blocs import BlocMention, resolve_blocs
from pipeline.registry.decisions import Decision

WITHIN = [
    ("one number, however many papers tell it", [told("a", 2023), told("b", 2023, "xyz"), told("c", 2023, name="Khối 2")], "a b c"),
    ("one number with two lists of members", [told("a", 2023, STAFF), told("b", 2023, OTHERS), told("c", 2023, "bc"), told("d", 2023, "ijk")], "a c | b d"),
    ("one number with a list that has none of the leaders", [told("a", 2023, STAFF), told("b", 2023, terms=[(2023, "leader", "x"), (2023, "deputy", "y")])], "a | b"),
    ("one number with a list that has one of the leaders", [told("a", 2023, STAFF), told("b", 2023, terms=[(2023, "leader", "x"), (2023, "deputy", "a")])], "a b"),
    ("one number with lists that differ by half", [told("a", 2023, "abcd"), told("b", 2023, "abij")], "a b"),
    ("another number", [told("a", 2023, STAFF), told("b", 2023, name="Khối thi đua số 3")], "a | b"),
    ("a khối and a cụm of one number", [told("a", 2023, STAFF), told("b", 2023, OTHERS, "Cụm thi đua số 2")], "a | b"),
    ("khối or cụm mixed up, by the units", [told("a", 2023, STAFF), told("b", 2023, "abcd", "Cụm thi đua số 2")], "a b"),
    ("another province", [told("a", 2023, STAFF), told("b", 2023, STAFF, place="gia-lai")], "a | b"),
    ("a district of it", [told("a", 2023, STAFF), told("b", 2023, STAFF, place="kon-tum.huyen-dak-ha", level="huyện")], "a | b"),
    ("a union's of the same number", [told("a", 2023, STAFF), told("b", 2023, STAFF, authority="Liên đoàn Lao động tỉnh")], "a | b"),
    ("courts and police", [told("a", 2023, STAFF, authority="Tòa án nhân dân tỉnh"), told("b", 2023, STAFF, authority="Công an tỉnh")], "a | b"),
    ("one authority, written twice", [told("a", 2023, authority="Sở Y tế"), told("b", 2023, authority="Sở Y tế tỉnh Kon Tum")], "a b"),
    ("a ministry's, told in two provinces", [told("a", 2023, level="trung ương", authority="Bộ Công an"), told("b", 2023, level="trung ương", authority="Bộ Công an", place="gia-lai")], "a b"),
    ("unknown authorities", [told("a", 2023, STAFF, level="trung ương"), told("b", 2023, STAFF, level="trung ương")], "a | b"),
    ("unknown places", [told("a", 2023, STAFF, place=None), told("b", 2023, STAFF, place=None)], "a | b"),
    ("unknown place, one page", [told("a", 2023, place=None, page="p"), told("b", 2023, place=None, page="p")], "a b"),
    ("one article gives both names", [told("a", 2023, name="Khối thi đua số 2 (các cơ quan tham mưu)"), told("b", 2023), told("c", 2023, name="Khối tham mưu")], "a b c"),
    ("two numbers of one sector", [told("a", 2023, name="Khối 2 - các cơ quan tham mưu"), told("b", 2023, name="Khối 3 - các cơ quan tham mưu"), told("c", 2023, name="Khối tham mưu")], "a | b | c"),
    ("the same units under both names", [told("a", 2023, STAFF), told("b", 2023, "abc", "Khối các cơ quan tham mưu")], "a b"),
    ("half of the units under both names", [told("a", 2023, STAFF), told("b", 2023, "abij", "Khối các cơ quan tham mưu")], "a | b"),
    ("one leader under both names", [told("a", 2023, STAFF), told("b", 2023, "a", "Khối các cơ quan tham mưu")], "a | b"),
    ("the same units under two numbers", [told("a", 2023, STAFF), told("b", 2023, STAFF, "Khối thi đua số 3")], "a | b"),
    ("two ordinals of one sector", [told("a", 2023, STAFF, "Khối thi đua các Hội quần chúng 1"), told("b", 2023, STAFF, "Khối thi đua các Hội quần chúng 2")], "a | b"),
    ("an ordinal left out", [told("a", 2023, STAFF, "Khối thi đua các Hội quần chúng 1"), told("b", 2023, STAFF, "Khối thi đua các Hội quần chúng")], "a b"),
    ("a name with the units of two numbers", [told("a", 2023, "ab"), told("b", 2023, "cd", "Khối 3"), told("c", 2023, "abcd", "Khối tham mưu")], "a | b | c"),
    ("a name with more units of one of two numbers", [told("a", 2023, "abcdef"), told("b", 2023, "ghijk", "Khối 3"), told("c", 2023, "abcdgh", "Khối tham mưu")], "a c | b"),
    ("two names between two numbers", [told("a", 2023, "ab"), told("b", 2023, "gh", "Khối 3"), told("c", 2023, "abcdef", "Khối tham mưu"), told("d", 2023, "cdefgh", "Khối tổng hợp")], "a c | b d"),
    ("cụm of lower and of primary schools", [told("a", 2023, STAFF, "Cụm thi đua số 2 bậc Tiểu học"), told("b", 2023, STAFF, "Cụm thi đua số 2 khối THCS")], "a | b"),
    ("names that say nothing", [told("a", 2023, "xy", "Khối thi đua"), told("b", 2023, "zw", "Khối thi đua")], "a | b"),
    ("a name that says nothing, with a bloc's units", [told("a", 2023, STAFF), told("b", 2023, "abcd", "Khối thi đua")], "a b"),
    ("a bloc of communes after July 2025", [told("a", 2026, "abcd", "Cụm thi đua số 10", "cao-bang"), told("b", 2026, "bcde", "Cụm 10", "cao-bang")], "a b"),
]  # fmt: skip


@pytest.mark.parametrize(("mentions", "expected"), [row[1:] for row in WITHIN], ids=[row[0] for row in WITHIN])
def test_within_a_year(mentions: list[BlocMention], expected: str) -> None:
    assert resolved(*mentions) == expected


OVER = [
    ("half of the units", [told("a", 2022, "abcdef"), told("b", 2023, "abcijk")], "a b"),
    ("fewer than half", [told("a", 2022, "abcde"), told("b", 2023, "abijk")], "a | b"),
    ("half of the shorter list", [told("a", 2022, STAFF), told("b", 2023, "abij")], "a b"),
    ("two leaders alone, both members before", [told("a", 2022, STAFF), told("b", 2023, "ab")], "a b"),
    ("two leaders alone, no members before", [told("a", 2022, STAFF), told("b", 2023, "ij")], "a | b"),
    ("winners of last year's awards, told beside a list of other members", [told("a", 2022, "abc"), told("b", 2023, OTHERS), told("c", 2023, "ab")], "a | b c"),
    ("one of two leaders a member before", [told("a", 2022, STAFF), told("b", 2023, "ai")], "a | b"),
    ("one leader alone, a member before", [told("a", 2022, STAFF), told("b", 2023, "a")], "a | b"),
    ("the leader elected for next year serves then", [told("a", 2022, terms=[(2023, "leader", "x")]), told("b", 2023, terms=[(2023, "leader", "x")])], "a b"),
    ("the same, with lists of other members", [told("a", 2022, STAFF, terms=[(2023, "leader", "x")]), told("b", 2023, OTHERS, terms=[(2023, "leader", "x")])], "a | b"),
    ("a leader again in another year", [told("a", 2022, terms=[(2022, "leader", "x")]), told("b", 2023, terms=[(2023, "leader", "x")])], "a | b"),
    ("members unknown", [told("a", 2022), told("b", 2023)], "a | b"),
    ("two lists of leaders, nobody in both", [told("a", 2022, "ab"), told("b", 2023, "cd")], "a | b"),
    ("leaders that a later list holds together", [told("a", 2021, "ab"), told("b", 2022, "cd"), told("c", 2023, STAFF)], "a b c"),
    ("a gap of years", [told("a", 2019, STAFF), told("b", 2021, STAFF)], "a b"),
    ("a year between of which nothing is known", [told("a", 2022, STAFF), told("b", 2023), told("c", 2024, STAFF)], "a c | b"),
    ("slow change", [told("a", 2021, "abcd"), told("b", 2022, "cdef"), told("c", 2023, "efgh")], "a b c"),
    ("other members, then the first again", [told("a", 2021, STAFF), told("b", 2022, OTHERS), told("c", 2023, STAFF)], "a | b | c"),
    ("two numbers that swap their members", [told("a2", 2022, STAFF), told("a3", 2022, OTHERS, "Khối 3"), told("b2", 2023, OTHERS), told("b3", 2023, STAFF, "Khối 3")], "a2 b3 | a3 b2"),
    ("a bloc divided in two", [told("a", 2022, "abcdefgh"), told("b", 2023, "abcd"), told("c", 2023, "efgh", "Khối 7")], "a b | c"),
    ("a sector divided in two", [told("a", 2022, "abcdefgh", "Khối Kinh tế"), told("b", 2023, "abcd", "Khối Kinh tế 1"), told("c", 2023, "efgh", "Khối Kinh tế 2")], "a | b | c"),
    ("two blocs into one", [told("a", 2022, "abcd"), told("b", 2022, "efgh", "Khối 3"), told("c", 2023, STAFF)], "a c | b"),
    ("a number becomes a name", [told("a", 2022, STAFF), told("b", 2023, STAFF, "Khối tham mưu")], "a b"),
    ("after a year of which nothing is known", [told("a", 2021, STAFF), told("b", 2023, STAFF, "Khối tham mưu")], "a b"),
    ("a name divided in two", [told("a", 2022, STAFF, "Khối Kinh tế"), told("b", 2023, "abcd", "Khối Công thương"), told("c", 2023, "efgh", "Khối Nông nghiệp")], "a | b | c"),
    ("two names into one", [told("a", 2022, "abcd", "Khối Công thương"), told("b", 2022, "efgh", "Khối Nông nghiệp"), told("c", 2023, STAFF, "Khối Kinh tế")], "a | b | c"),
    ("two new names that meet in a third", [told("a", 2021, "abcdef", "Khối A"), told("b", 2022, "abc", "Khối B"), told("c", 2022, "defgh", "Khối D"), told("d", 2023, "defg", "Khối E")], "a b | c d"),
    ("and the number goes on", [told("a", 2022, STAFF), told("b", 2023, STAFF, "Khối tham mưu"), told("c", 2024, STAFF)], "a b c"),
    ("a name with another's units while the number goes on", [told("a", 2022, STAFF), told("b", 2023, "abef", "Khối tham mưu"), told("c", 2023, "abcdgh")], "a c | b"),
    ("a number becomes a name, of which two leaders are told", [told("a", 2022, STAFF), told("b", 2023, "ab", "Khối tham mưu")], "a | b"),
    ("a name with units that another had before its last year", [told("a", 2021, "abcd"), told("b", 2022, "cdefghij"), told("c", 2023, "abcdklmn", "Khối tham mưu")], "a b | c"),
    ("a name told before it has another's units", [told("a", 2021, "abcdef"), told("b", 2022, "gh", "Khối tham mưu"), told("c", 2023, STAFF, "Khối tham mưu")], "a | b c"),
    ("another name, three years later", [told("a", 2020, STAFF), told("b", 2023, STAFF, "Khối tham mưu")], "a | b"),
    ("another number", [told("a", 2022, STAFF), told("b", 2023, STAFF, "Khối 3")], "a b"),
    ("another number, while the number goes on", [told("a", 2022, STAFF), told("b", 2023, "abcd"), told("c", 2023, "efghxy", "Khối 3")], "a b | c"),
    ("another number, by two leaders", [told("a", 2022, STAFF), told("b", 2023, "ab", "Khối 3")], "a | b"),
    ("one number before and after the reorganisation", [told("a", 2024, STAFF, place=CB), told("b", 2025, STAFF, place=CB), told("c", 2025, OTHERS, place=CB), told("d", 2026, OTHERS, place=CB)], "a b | c d"),
    ("the same, with leaders of either", [told("a", 2025, STAFF, place=CB), told("b", 2025, OTHERS, place=CB), told("c", 2025, "ij", "Khối 2", place=CB), told("d", 2025, "", place=CB)], "a | b c | d"),
    ("the same, after a year with units of both", [told("a", 2024, "abij", place=CB), told("b", 2025, STAFF, place=CB), told("c", 2025, OTHERS, place=CB)], "a b | c"),
    ("one bloc through the reorganisation", [told("a", 2024, STAFF, place=CB), told("b", 2025, "abcd", place=CB), told("c", 2025, "efghab", place=CB), told("d", 2025, "x", place=CB)], "a b c d"),
    ("another number of the same sector", [told("a", 2022, STAFF, "Khối 2 (các cơ quan nội chính)"), told("b", 2023, STAFF, "Khối 3 (các cơ quan nội chính)")], "a b"),
    ("a name joined to a number in one year only", [told("a", 2021, STAFF, "Khối tham mưu"), told("b", 2022, STAFF, "Khối 2 - các cơ quan tham mưu"), told("c", 2023, STAFF)], "a b c"),
    ("the province that took it in", [told("a", 2024, STAFF), told("b", 2026, STAFF, place="quang-ngai-2025")], "a | b"),
    ("a province that kept its name but took in others", [told("a", 2024, STAFF, place="quang-ngai"), told("b", 2026, STAFF, place="quang-ngai-2025")], "a | b"),
    ("a province that did not merge", [told("a", 2024, STAFF, place="cao-bang"), told("b", 2026, STAFF, place="cao-bang")], "a b"),
    ("an unknown year with a bloc's units", [told("a", 2022, STAFF), told("b", None, "abc")], "a b"),
    ("an unknown year with both periods' units", [told("a", 2021, STAFF), told("b", 2022, OTHERS), told("c", None, "abij")], "a | b | c"),
    ("unknown years", [told("a", None), told("b", None)], "a | b"),
]  # fmt: skip


@pytest.mark.parametrize(("mentions", "expected"), [row[1:] for row in OVER], ids=[row[0] for row in OVER])
def test_over_years(mentions: list[BlocMention], expected: str) -> None:
    assert resolved(*mentions) == expected


TERM = [Decision(number="598", valid_from=2019, place_id=CB)]

BY_DECISION = [
    ("members unknown, within its term", [told("a", 2020, place=CB), told("b", 2021, place=CB)], TERM, "a b"),
    ("before its term", [told("a", 2018, place=CB), told("b", 2019, place=CB)], TERM, "a | b"),
    ("of another authority", [told("a", 2020, place=CB, authority="Sở Y tế"), told("b", 2021, place=CB, authority="Sở Y tế")], TERM, "a | b"),
    ("of another place", [told("a", 2020), told("b", 2021)], TERM, "a | b"),
    ("other members all the same", [told("a", 2020, STAFF, place=CB), told("b", 2021, OTHERS, place=CB)], TERM, "a | b"),
    ("unknown between other members", [told("a", 2020, STAFF, place=CB), told("b", 2021, place=CB), told("c", 2022, OTHERS, place=CB)], TERM, "a b | c"),
    ("unknown between the same members", [told("a", 2020, STAFF, place=CB), told("b", 2021, place=CB), told("c", 2022, STAFF, place=CB)], TERM, "a b c"),
    ("up to the next one", [told("a", 2020, place=CB), told("b", 2021, place=CB), told("c", 2022, place=CB)], [*TERM, Decision(number="9", valid_from=2022, place_id=CB)], "a b | c"),
    ("beyond the reorganisation", [told("a", 2024, place=CB), told("b", 2026, place=CB)], TERM, "a | b"),
    ("of a ministry", [told("a", 2020, authority="Bộ Công an", level="trung ương"), told("b", 2021, authority="Bộ Công an", level="trung ương")], [Decision(number="1", valid_from=2019, authority="Bộ Công an")], "a b"),
    ("another number", [told("a", 2020, place=CB), told("b", 2021, name="Khối 3", place=CB)], TERM, "a | b"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("mentions", "decisions", "expected"), [row[1:] for row in BY_DECISION], ids=[row[0] for row in BY_DECISION]
)
def test_within_a_decision(mentions: list[BlocMention], decisions: list[Decision], expected: str) -> None:
    assert resolved(*mentions, decisions=decisions) == expected


def test_rows_of_a_bloc() -> None:
    registry = resolve_blocs(
        [
            told("a", 2022, STAFF, "Khối thi đua số 2"),
            told("b", 2022, STAFF, "Khối 2", page="page-a"),
            told("c", 2023, STAFF, "Khối thi đua số 2"),
        ],
        PLACES,
    )
    (bloc,) = registry.blocs
    assert (bloc["name"], bloc["bloc_kind"], bloc["level"], bloc["authority"], bloc["place_id"]) == (
        "Khối thi đua số 2", "khối", "tỉnh", None, "kon-tum",
    )  # fmt: skip
    assert (bloc["first_year"], bloc["last_year"], bloc["mentions"], bloc["known_only_from"]) == (2022, 2023, 2, None)
    assert sorted((row["name"], row["first_year"], row["last_year"], row["mentions"]) for row in registry.names) == [
        ("Khối 2", 2022, 2022, 1),
        ("Khối thi đua số 2", 2022, 2023, 2),
    ]


def test_a_new_period_is_flagged() -> None:
    registry = resolve_blocs(
        [told("a", 2021, STAFF), told("b", 2022, "abijklmn"), told("c", 2023), told("d", 2024, name="Khối 4")],
        PLACES,
        [Decision(number="1", valid_from=2021, valid_to=2022, place_id="kon-tum")],
    )
    periods = {row["first_year"]: row for row in registry.periods}
    assert [(periods[y]["period"], periods[y]["flag"], periods[y]["shared"]) for y in (2021, 2022, 2023, 2024)] == [
        (1, None, None),
        (2, "other members", 0.25),
        (3, "members unknown", None),
        (1, None, None),
    ]
    assert len({row["series_id"] for row in registry.periods}) == 2
    assert [bool(periods[y]["decision_id"]) for y in (2021, 2022, 2023)] == [True, True, False]
    (line,) = registry.lineage
    assert (line["year"], line["shared"], line["relation"]) == (2022, 2, "number")


def test_a_sector_told_without_its_number_is_of_the_number_s_series() -> None:
    registry = resolve_blocs(
        [
            told("a", 2021, STAFF, "Khối 2 (các cơ quan nội chính)"),
            told("b", 2022, OTHERS, "Khối nội chính"),
            told("c", 2023, "qrstuv"),
        ],
        PLACES,
    )
    assert len(registry.blocs) == 3
    assert len({row["series_id"] for row in registry.blocs}) == 1


def test_lineage_tells_where_units_went() -> None:
    mentions = [
        told("a", 2022, STAFF),
        told("b", 2023, "abcdexyz"),
        told("c", 2023, "fgwv", "Khối 7"),
        told("d", 2023, "hjkl", "Khối 8"),
    ]
    registry = resolve_blocs(mentions, PLACES)
    ids = registry.ids
    assert [(row["bloc_id"], row["successor_id"], row["shared"], row["relation"]) for row in registry.lineage] == [
        (ids["a"], ids["c"], 2, "members")
    ]


def test_lineage_crosses_the_merger_of_provinces() -> None:
    successors = {unit: [unit.upper()] for unit in STAFF}
    mentions = [
        told("a", 2025, STAFF),
        told("b", 2025, STAFF.upper(), "Khối thi đua số 5", "quang-ngai-2025"),
        told("c", 2025, OTHERS.upper(), "Khối thi đua số 2", "quang-ngai-2025"),
        told("d", 2025, STAFF.upper(), "Khối thi đua số 5", "quang-ngai-2025", authority="Sở Y tế"),
    ]
    registry = resolve_blocs(mentions, PLACES, successors_of_units=successors)
    assert len(registry.blocs) == 4
    assert [(row["bloc_id"], row["successor_id"], row["shared"], row["relation"]) for row in registry.lineage] == [
        (registry.ids["a"], registry.ids["b"], 8, "place")
    ]


def test_a_ministry_s_cum_goes_on_with_its_units_successors() -> None:
    more = {"level": "trung ương", "authority": "Bộ Công an", "name": "Cụm thi đua số 5"}
    mentions = [told("a", 2024, STAFF, **more), told("b", 2026, "abXY", **more)]  # type: ignore[arg-type]
    assert resolved(*mentions) == "a b"
    mentions[1] = replace(mentions[1], units=frozenset("aWXY"), members=frozenset("aWXY"))
    assert resolved(*mentions) == "a | b"
    assert resolved(*mentions, successors_of_units={"b": ["X"], "c": ["X"], "d": ["Y"]}) == "a b"


def test_ids_stay_when_later_years_become_known() -> None:
    before = resolve_blocs([told("a", 2022, STAFF)], PLACES).ids["a"]
    assert resolve_blocs([told("a", 2022, STAFF), told("b", 2023, STAFF)], PLACES).ids["a"] == before
    assert resolve_blocs([told("a", 2022, STAFF), told("b", 2021, STAFF)], PLACES).ids["a"] != before


_MENTIONS = st.builds(
    told,
    mention_id=st.integers(0, 10**6).map(str),
    year=st.sampled_from([None, 2021, 2022, 2023]),
    units=st.text("abcdefgh", max_size=6),
    name=st.sampled_from(
        ["Khối 2", "Khối thi đua số 2", "Khối 3", "Cụm 2", "Khối tham mưu", "Khối 2 - các cơ quan tham mưu", "Khối thi đua"]
    ),
    place=st.sampled_from(["kon-tum", "kon-tum", "kon-tum", "gia-lai", None]),
    authority=st.sampled_from([None, None, "Sở Y tế"]),
    page=st.sampled_from(["", "", "", "p", "q"]),
    terms=st.lists(st.tuples(st.just(2022), st.just("leader"), st.sampled_from("ab")), max_size=1),
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(_MENTIONS, max_size=14, unique_by=lambda m: m.mention_id), st.randoms(), st.booleans())
def test_any_world(mentions: list[BlocMention], chance: object, with_term: bool) -> None:
    decisions = [Decision(number="1", valid_from=2022, place_id="kon-tum")] if with_term else []
    registry = resolve_blocs(mentions, PLACES, decisions)
    shuffled = list(mentions)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert resolve_blocs(shuffled, PLACES, decisions) == registry

    ids = [row["bloc_id"] for row in registry.blocs]
    assert set(registry.ids) == {m.mention_id for m in mentions}
    assert set(registry.ids.values()) == set(ids) == {row["bloc_id"] for row in registry.periods}
    for rows, key in (
        (registry.blocs, ("bloc_id",)),
        (registry.names, ("bloc_id", "name")),
        (registry.periods, ("bloc_id",)),
        (registry.lineage, ("bloc_id", "successor_id")),
        (registry.merges, ("merge_id",)),
        (registry.doubts, ("doubt_id",)),
    ):
        assert len({tuple(row[column] for column in key) for row in rows}) == len(rows)
    owners = {}
    for mention in mentions:
        owner = owner_of(mention.page_id, mention.level, mention.authority, mention.place_id, PLACES)
        assert owners.setdefault(registry.ids[mention.mention_id], owner) == owner
    blocs_of_a_number: dict[tuple[object, ...], set[str]] = {}
    numbers_of_a_bloc: dict[tuple[object, ...], set[str]] = {}
    for mention in mentions:
        bloc_id, number = registry.ids[mention.mention_id], name_key(mention.name, mention.bloc_kind).number
        if number and mention.year and owners[bloc_id].known:
            at = (owners[bloc_id], mention.bloc_kind, number, mention.year)
            if not any(other.members for other in mentions):  # else their lists may tell of two
                blocs_of_a_number.setdefault(at, set()).add(bloc_id)
            numbers_of_a_bloc.setdefault((bloc_id, mention.year), set()).add(number)
    assert all(len(found) == 1 for found in [*blocs_of_a_number.values(), *numbers_of_a_bloc.values()])

    apart = {
        mention_id: bloc_id
        for owner in set(owners.values())
        for mention_id, bloc_id in resolve_blocs(
            [m for m in mentions if owners[registry.ids[m.mention_id]] == owner], PLACES, decisions
        ).ids.items()
    }
    assert apart == registry.ids  # what other owners' reports say changes nothing
