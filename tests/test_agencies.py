"""Agencies: which written names are one body, what became of it, and what is left to people."""

from __future__ import annotations

import random
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.lexicon import cells, read_table
from pipeline.registry.agencies import AgencyMention, AgencyRegistry, resolve_agencies
from pipeline.registry.agency_keys import read_name
from pipeline.registry.agency_kinds import load_kinds
from pipeline.registry.agency_similar import compare
from pipeline.registry.agency_words import name_key, without_legal_form
from pipeline.registry.places import load_places
from pipeline.reviews import Review

DATA = Path(__file__).parent / "data"
BEFORE, BETWEEN, AFTER = date(2023, 12, 20), date(2025, 4, 15), date(2025, 12, 20)


def mention(name: str, place: str | None = "gia-lai", day: date | None = BEFORE, **other: Any) -> AgencyMention:
    page = "" if place else "a page"
    return AgencyMention(
        name, place, **{"level": "tỉnh", "day": day, "page_id": page, "year": day and day.year} | other
    )


def resolve(*mentions: AgencyMention, reviews: tuple[Review, ...] = ()) -> AgencyRegistry:
    return resolve_agencies(mentions, load_places(), reviews)


def agency(found: AgencyMention) -> dict[str, Any]:
    [row] = resolve(found).agencies
    return row


SAME = [
    # the lexicon's forms, and spellings
    ("Sở Lao động - Thương binh và Xã hội", "Sở LĐ-TB&XH"),
    ("Sở Văn hóa, Thể thao và Du lịch", "Sở VH,TT&DL tỉnh"),
    ("Ban Quản lý các khu công nghiệp", "BQL KCN"),
    ("Hội Nông dân tỉnh Gia Lai", "Hội Nông dân"),
    ("Công an tỉnh", "Công an tỉnh Gia Lai"),
    ("Sở Thông tin và Truyền thông", "Sở Thông tin và Truyền thong"),
    ("Sở Giáo dục và Đào tạo", "Sở Giáo dục va Đào tao"),
    ("Công an tỉnh", "Công an tinh"),
    ("Công ty TNHH MTV Xổ số kiến thiết", "Công ty trách nhiệm hữu hạn một thành viên Xổ số kiến thiết Gia Lai"),
    # a place's own government
    ("UBND huyện Đức Cơ", "huyện Đức Cơ"),
    ("UBND huyện Đức Cơ", "Ủy ban nhân dân huyện Đức Cơ"),
    ("UBND tỉnh", "tỉnh Gia Lai"),
    # party bodies and short forms
    ("Ban Dân vận Tỉnh ủy", "BDV Tỉnh ủy"),
    ("Đảng ủy Khối các cơ quan tỉnh", "Đảng ủy Khối các Cơ quan"),
    ("Sở Nông nghiệp và Phát triển nông thôn", "Sở Nông nghiệp"),
    ("Tỉnh đoàn", "Đoàn TNCS Hồ Chí Minh tỉnh"),
    ("Bộ đội Biên phòng tỉnh", "Bộ Chỉ huy BĐBP tỉnh"),
    # bodies inside others
    ("Thanh tra Sở GD&ĐT", "Thanh tra Sở Giáo dục và Đào tạo"),
    ("Ban Thi đua - Khen thưởng", "Ban Thi đua - Khen thưởng, Sở Nội vụ"),
    # regions, branches, companies, schools
    ("Chi cục Thuế khu vực Đức Cơ - Chư Prông", "Chi cục Thuế khu vực Đức Cơ – Chư Prông"),
    ("VietinBank Gia Lai", "Ngân hàng TMCP Công Thương Việt Nam - Chi nhánh Gia Lai"),
    ("Công ty TNHH MTV Cao su Chư Sê", "Công ty Cao su Chư Sê"),
    ("Trường THPT Lê Lợi", "Trường Trung học phổ thông Lê Lợi"),
    ("Trường Chính trị tỉnh", "Trường Chính trị Gia Lai"),
    ("Công ty Điện lực Gia Lai", "Điện lực Gia Lai"),
]

DIFFERENT = [
    ("Sở Y tế", "Công đoàn Sở Y tế"),
    ("Thanh tra Sở Y tế", "Thanh tra tỉnh"),
    ("Thanh tra Sở Y tế", "Thanh tra Sở Tài chính"),
    ("Văn phòng UBND tỉnh", "UBND tỉnh"),
    ("Hội Nông dân tỉnh", "Hội Nông dân huyện Đức Cơ"),
    ("UBND huyện Chư Sê", "UBND huyện Chư Prông"),
    ("Công ty Cao su Chư Sê", "Công ty Cao su Chư Prông"),
    ("Trường TH số 1 Ia Ka", "Trường TH số 2 Ia Ka"),
    ("Trường THPT Sơn Nam", "Trường THPT Nam Sơn"),
    ("Tòa án nhân dân khu vực 3", "Tòa án nhân dân khu vực 4"),
    ("Sở Văn hóa, Thể thao và Du lịch", "Sở Du lịch"),
    ("Sở Khoa học và Công nghệ", "Sở Thông tin và Truyền thông"),
    ("Sở Y tế", "Sở Y tế Kon Tum"),
    ("Đảng ủy Khối các cơ quan tỉnh", "Đảng ủy Khối Doanh nghiệp tỉnh"),
    ("Công ty TNHH Thái Bình", "Công ty CP Thái Bình"),
    ("Bộ Y tế", "Sở Y tế"),
]


@pytest.mark.parametrize(("left", "right"), SAME)
def test_one_agency(left: str, right: str) -> None:
    found = resolve(mention(left), mention(right))
    assert found.ids[0] == found.ids[1], found.agencies


@pytest.mark.parametrize(("left", "right"), DIFFERENT)
def test_two_agencies(left: str, right: str) -> None:
    found = resolve(mention(left), mention(right))
    assert found.ids[0] != found.ids[1], found.agencies


WHERE = [
    # name, place of the mention, level, tier, place of the agency
    ("Sở Y tế", "gia-lai.huyen-duc-co", "huyện", "tỉnh", "gia-lai"),
    ("Hội Nông dân", "gia-lai.huyen-duc-co", "huyện", "huyện", "gia-lai.huyen-duc-co"),
    ("Hội Nông dân", "gia-lai", "tỉnh", "tỉnh", "gia-lai"),
    ("Hội Nông dân huyện Đức Cơ", "gia-lai", "tỉnh", "huyện", "gia-lai.huyen-duc-co"),
    ("Hội Nông dân tỉnh Gia Lai", "kon-tum", "trung ương", "tỉnh", "gia-lai"),
    ("Phòng Nội vụ", "gia-lai.huyen-duc-co", "huyện", "huyện", "gia-lai.huyen-duc-co"),
    ("Công an thành phố", "da-nang", "tỉnh", "tỉnh", "da-nang"),
    ("Công an thành phố Pleiku", "gia-lai", "tỉnh", "huyện", "gia-lai.thanh-pho-pleiku"),
    ("Ban Dân vận Huyện ủy", "gia-lai.huyen-duc-co", "huyện", "huyện", "gia-lai.huyen-duc-co"),
    ("Bộ Y tế", "gia-lai", "tỉnh", "trung ương", None),
    ("Trường THPT Lê Lợi", "gia-lai.huyen-duc-co", "huyện", "đơn vị", "gia-lai"),
    ("Trường THCS Lê Lợi", "gia-lai.huyen-duc-co", "huyện", "đơn vị", "gia-lai.huyen-duc-co"),
]


@pytest.mark.parametrize(("name", "place", "level", "tier", "expected"), WHERE)
def test_tier_and_place(name: str, place: str, level: str, tier: str, expected: str | None) -> None:
    row = agency(mention(name, place, level=level))
    assert (row["tier"], row["place_id"], row["known_only_from"]) == (tier, expected, None)


class TestUnknownPlaces:
    def test_a_page_is_all_that_is_known(self) -> None:
        pages = [mention("Sở Y tế", None, page_id=page) for page in ("p", "p", "q")]
        found = resolve(*pages)
        assert found.ids[0] == found.ids[1] != found.ids[2]
        assert {row["known_only_from"] for row in found.agencies} == {"p", "q"}

    def test_a_place_in_the_name_is_enough(self) -> None:
        assert agency(mention("Sở Y tế tỉnh Kon Tum", None))["place_id"] == "kon-tum"

    def test_bodies_of_the_country_need_none(self) -> None:
        assert agency(mention("Bộ Y tế", None))["known_only_from"] is None

    def test_a_province_that_kept_its_name_needs_a_day(self) -> None:
        assert agency(mention("Sở Y tế tỉnh Gia Lai", None, day=None))["known_only_from"] == "a page"
        assert agency(mention("Sở Y tế tỉnh Gia Lai", None, day=AFTER))["place_id"] == "gia-lai-2025"


class TestEras:
    @pytest.mark.parametrize(
        ("name", "day", "tier", "place"),
        [
            ("Cục Thuế", BEFORE, "tỉnh", "cao-bang"),
            ("Cục Thuế", BETWEEN, "trung ương", None),
            ("Cục Thuế tỉnh", BETWEEN, "tỉnh", "cao-bang"),
            ("Chi cục Thuế khu vực VI", BETWEEN, "vùng", None),
            ("Thuế tỉnh", AFTER, "tỉnh", "cao-bang"),
            ("Cục Thống kê", AFTER, "trung ương", None),
        ],
    )
    def test_the_day_tells_bodies_of_one_name_apart(self, name: str, day: date, tier: str, place: str | None) -> None:
        row = agency(mention(name, "cao-bang", day))
        assert (row["tier"], row["place_id"]) == (tier, place)

    def test_one_name_for_two_bodies_in_time(self) -> None:
        days = date(2017, 5, 1), date(2026, 5, 1)
        found = resolve(*(mention("Chi cục Quản lý thị trường", "cao-bang", day) for day in days))
        assert found.ids[0] != found.ids[1]

    def test_a_body_goes_on_in_a_province_that_did_not_merge(self) -> None:
        found = resolve(*(mention("Sở Y tế", "cao-bang", day) for day in (BEFORE, AFTER)))
        assert found.ids[0] == found.ids[1]

    def test_short_names_of_offices_go_by_the_day(self) -> None:
        names = [agency(mention("Sở Nông nghiệp", "cao-bang", day))["name"] for day in (BEFORE, AFTER)]
        assert names == ["Sở Nông nghiệp và Phát triển nông thôn", "Sở Nông nghiệp và Môi trường"]


def links(found: AgencyRegistry) -> set[tuple[str, str | None, str, str | None, str | None, str]]:
    by_id = {row["agency_id"]: row for row in found.agencies}
    return {
        (
            *(by_id[link["agency_id"]][c] for c in ("name", "place_id")),
            *(by_id[link["successor_id"]][c] for c in ("name", "place_id")),
            link["day"],
            link["relation"],
        )
        for link in found.lineage
    }


class TestLineage:
    def test_successors_in_one_place(self) -> None:
        names = "Sở LĐ-TB&XH", "Sở Nội vụ", "Sở Y tế", "Sở TT&TT", "Sở KH&CN"
        found = resolve(*(mention(name, "cao-bang") for name in names))
        labour, communications = "Sở Lao động - Thương binh và Xã hội", "Sở Thông tin và Truyền thông"
        day = "2025-03-01"
        assert links(found) == {
            (labour, "cao-bang", "Sở Nội vụ", "cao-bang", day, "merged"),
            (labour, "cao-bang", "Sở Y tế", "cao-bang", day, "divided"),
            (communications, "cao-bang", "Sở Khoa học và Công nghệ", "cao-bang", day, "merged"),
        }
        line = {row["name"]: row["line_id"] for row in found.agencies}
        assert line[labour] == line["Sở Nội vụ"] != line["Sở Y tế"]
        assert line[communications] == line["Sở Khoa học và Công nghệ"]

    def test_the_same_office_of_the_province_that_its_own_went_into(self) -> None:
        found = resolve(mention("Sở Y tế", "bac-kan"), mention("Sở Y tế", "thai-nguyen-2025", AFTER))
        assert links(found) == {("Sở Y tế", "bac-kan", "Sở Y tế", "thai-nguyen-2025", "2025-07-01", "place")}
        assert len({row["line_id"] for row in found.agencies}) == 2

    def test_renamed_and_in_another_province(self) -> None:
        found = resolve(mention("Sở NN&PTNT", "bac-kan"), mention("Sở NN&MT", "thai-nguyen-2025", AFTER))
        [link] = found.lineage
        assert link["relation"] == "place"

    def test_a_name_that_came_back(self) -> None:
        days = date(2017, 5, 1), date(2020, 5, 1), date(2026, 5, 1)
        names = "Chi cục QLTT", "Cục QLTT", "Chi cục QLTT"
        found = resolve(*(mention(name, "cao-bang", day) for name, day in zip(names, days, strict=True)))
        old, middle, new = found.ids
        assert {(link["agency_id"], link["successor_id"], link["day"]) for link in found.lineage} == {
            (old, middle, "2018-10-12"),
            (middle, new, "2025-03-01"),
        }

    def test_no_agency_is_made_up(self) -> None:
        assert resolve(mention("Sở LĐ-TB&XH")).lineage == []

    def test_taxes(self) -> None:
        found = resolve(
            mention("Cục Thuế", "cao-bang"),
            mention("Chi cục Thuế khu vực VI", "cao-bang", BETWEEN),
            mention("Thuế tỉnh", "cao-bang", AFTER),
        )
        by_name = {row["name"]: row for row in found.agencies}
        assert {(a, b, day, relation) for a, _, b, _, day, relation in links(found)} == {
            ("Cục Thuế", "Chi cục Thuế khu vực VI", "2025-03-01", "merged"),
            ("Cục Thuế", "Thuế tỉnh", "2025-07-01", "renamed"),
            ("Chi cục Thuế khu vực VI", "Thuế tỉnh", "2025-07-01", "divided"),
        }
        assert by_name["Cục Thuế"]["line_id"] == by_name["Thuế tỉnh"]["line_id"]


class TestReasons:
    def test_forms_and_why(self) -> None:
        found = resolve(
            mention("Sở Y tế", count=3, year=2020),
            mention("SYT", year=2022),
            mention("Công ty TNHH MTV Cao su Chư Sê"),
            mention("Công ty Cao su Chư Sê"),
        )
        bases = {row["name"]: (row["basis"], row["score"]) for row in found.names}
        assert bases == {
            "Sở Y tế": ("name", None),
            "SYT": ("variant", None),
            "Công ty TNHH MTV Cao su Chư Sê": ("name", None),
            "Công ty Cao su Chư Sê": ("similar", 100.0),
        }
        merged = {(row["left"], row["right"], row["reason"]) for row in found.merges}
        assert merged == {
            ("Sở Y tế @ gia-lai", "SYT @ gia-lai", "the lexicon gives it as a written form"),
            (
                "Công ty TNHH MTV Cao su Chư Sê @ gia-lai",
                "Công ty Cao su Chư Sê @ gia-lai",
                "the same but for the legal form",
            ),
        }
        health = next(row for row in found.agencies if row["name"] == "Sở Y tế")
        assert (health["mentions"], health["first_year"], health["last_year"]) == (4, 2020, 2022)

    def test_doubts_are_not_merged(self) -> None:
        found = resolve(
            mention("Trường THPT Nguyễn Thị Minh Khai"), mention("Trường THPT Nguyên Thị Minh Khai"), mention("Sở Y tế")
        )
        [doubt] = found.doubts
        assert {doubt["left_id"], doubt["right_id"]} == set(found.ids[:2])
        assert doubt["score"] > 90

    @pytest.mark.parametrize(
        ("left", "right", "same"),
        [
            ("công ti tnhh cao su a", "công ti cao su a", True),
            ("công ti tnhh cao su a", "công ti cổ phần cao su a", False),
            ("trung tâm văn hóa thông tin thể thao", "trung tâm văn hóa thể thao thông tin", True),
            ("trường sơn nam", "trường nam sơn", None),
            ("bệnh viện ihct", "bệnh viện i học cổ truyền", True),
            ("trung tâm khuyến nôngg", "trung tâm khuyến nông", True),
            ("trường trần phú", "trường trần phủ", None),
        ],
    )
    def test_how_two_keys_are_alike(self, left: str, right: str, same: bool | None) -> None:
        words = frozenset("trung tâm khuyến nông trần phú phủ trường sơn nam".split())
        match = compare(left, right, 85.0, words)
        assert (match and match.same) == same


def review(verdict: Any, left: str, right: str) -> Review:
    return Review(target="agency", verdict=verdict, left=left, right=right)


class TestReviews:
    def test_people_merge(self) -> None:
        both = mention("Hội Văn học Nghệ thuật"), mention("Liên hiệp các Hội Văn học Nghệ thuật")
        apart = resolve(*both)
        assert apart.ids[0] != apart.ids[1]
        decided = review("merge", "Hội Văn học Nghệ thuật @ gia-lai", "Liên hiệp các Hội VHNT @ gia-lai")
        found = resolve(*both, reviews=(decided,))
        assert found.ids[0] == found.ids[1] == apart.ids[0]
        assert {row["basis"] for row in found.names} == {"name", "review"}
        assert [row["reason"] for row in found.merges] == ["a person said so"]

    def test_a_merge_holds_in_its_place_only(self) -> None:
        both = mention("Hội Văn học Nghệ thuật", "kon-tum"), mention("Liên hiệp các Hội VHNT", "kon-tum")
        decided = review("merge", "Hội Văn học Nghệ thuật @ gia-lai", "Liên hiệp các Hội VHNT @ gia-lai")
        found = resolve(*both, reviews=(decided,))
        assert found.ids[0] != found.ids[1]

    @pytest.mark.parametrize(
        ("left", "right"),
        [
            ("Công ty TNHH MTV Cao su Chư Sê", "Công ty Cao su Chư Sê"),
            ("Sở Nông nghiệp và Phát triển nông thôn", "Sở Nông nghiệp"),
        ],
    )
    def test_people_split(self, left: str, right: str) -> None:
        both = mention(left), mention(right)
        decided = review("split", f"{left} @ gia-lai", f"{right} @ gia-lai")
        found = resolve(*both, reviews=(decided,))
        assert found.ids[0] != found.ids[1]
        assert found.doubts == []

    def test_a_split_of_a_variant(self) -> None:
        both = mention("Sở Y tế"), mention("SYT")
        found = resolve(*both, reviews=(review("split", "Sở Y tế @ gia-lai", "SYT @ gia-lai"),))
        assert found.ids[0] != found.ids[1]
        assert found.ids[0] == resolve(both[0]).ids[0]

    def test_a_decided_doubt_is_not_asked_again(self) -> None:
        names = "Trường THPT Nguyễn Thị Minh Khai", "Trường THPT Nguyên Thị Minh Khai"
        decided = review("split", *(f"{name} @ gia-lai" for name in names))
        assert resolve(*map(mention, names), reviews=(decided,)).doubts == []

    def test_a_review_of_what_is_not_there_changes_nothing(self) -> None:
        one = mention("Sở Y tế")
        decided = review("merge", "Sở Y tế @ gia-lai", "Sở Du lịch @ gia-lai"), review("split", "Sở A @ x", "Sở B @ x")
        assert resolve(one, reviews=decided) == resolve(one)


NAMES = sorted({name for pair in (*SAME, *DIFFERENT) for name in pair})
MENTIONS = st.builds(
    AgencyMention,
    name=st.sampled_from(NAMES),
    place_id=st.sampled_from(["gia-lai", "gia-lai.huyen-duc-co", "kon-tum", "gia-lai-2025", "quang-ngai-2025", None]),
    level=st.sampled_from(["tỉnh", "huyện", "trung ương", None]),
    authority=st.sampled_from([None, "Sở Y tế"]),
    day=st.sampled_from([BEFORE, BETWEEN, AFTER, None]),
    page_id=st.sampled_from(["p", "q"]),
    year=st.sampled_from([2023, 2025, None]),
    count=st.integers(1, 3),
)


@settings(max_examples=25, deadline=None)
@given(st.lists(MENTIONS, max_size=25), st.randoms(use_true_random=False))
def test_the_order_of_mentions_plays_no_part(mentions: list[AgencyMention], chance: random.Random) -> None:
    shuffled = chance.sample(list(enumerate(mentions)), len(mentions))
    found, again = resolve(*mentions), resolve(*(m for _, m in shuffled))
    assert [again.ids[at] for at in _places_of(shuffled)] == found.ids
    for table in ("agencies", "names", "lineage", "merges", "doubts"):
        assert getattr(found, table) == getattr(again, table)


def _places_of(shuffled: list[tuple[int, AgencyMention]]) -> list[int]:
    where = {original: at for at, (original, _) in enumerate(shuffled)}
    return [where[i] for i in range(len(shuffled))]


@settings(max_examples=25, deadline=None)
@given(st.lists(MENTIONS, min_size=1, max_size=25))
def test_nothing_is_merged_across_places_and_tiers(mentions: list[AgencyMention]) -> None:
    found = resolve(*mentions)
    rows = {row["agency_id"]: row for row in found.agencies}
    assert len(rows) == len(found.agencies) and set(found.ids) == set(rows)
    assert sum(row["mentions"] for row in rows.values()) == sum(m.count for m in mentions)
    assert sum(row["mentions"] for row in found.names) == sum(m.count for m in mentions)
    for m, agency_id in zip(mentions, found.ids, strict=True):
        alone = agency(m)
        assert [alone[c] for c in ("tier", "place_id")] == [rows[agency_id][c] for c in ("tier", "place_id")]
    for link in found.lineage:
        left, right = rows[link["agency_id"]], rows[link["successor_id"]]
        assert link["relation"] in ("renamed", "merged", "divided", "place")
        assert (left["line_id"] == right["line_id"]) <= (left["place_id"] == right["place_id"])


@settings(max_examples=25, deadline=None)
@given(MENTIONS.filter(lambda m: m.place_id is not None and m.authority is None))
def test_an_official_name_leads_back_to_its_agency(found: AgencyMention) -> None:
    row = agency(found)
    if row["place_id"] is None or row["parent"]:
        return
    level = row["tier"] if row["tier"] in ("tỉnh", "huyện", "xã") else None
    again = AgencyMention(row["name"], row["place_id"], level, None, found.day)
    assert resolve(again).ids == [row["agency_id"]]


@pytest.mark.parametrize(
    "text", ["", " ", "(", "()", "UBND", "huyện", "X", "12", "và", "Sở", "chi nhánh", "Thanh tra Sở"]
)
def test_any_text_is_some_agency(text: str) -> None:
    assert len(resolve(mention(text)).ids) == 1


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="Sở Yế UBND tỉnhuyệ,()-&'/.12ĐứcƠ", max_size=30))
def test_no_text_breaks_the_reading_of_names(text: str) -> None:
    assert resolve(mention(text)).ids == resolve(mention(text)).ids
    read_name(text)


def test_keys() -> None:
    assert name_key("Sở Lao động – Thương binh & Xã hội") == name_key("sở Lao động, Thương binh và Xã hội")
    assert name_key("Kỹ thuật hoá") == name_key("Kĩ thuật hóa")
    assert name_key("khu vực XIV") == name_key("khu vực 14")
    assert name_key("số 01") == name_key("số 1") != name_key("số 10")
    assert without_legal_form(name_key("Công ty TNHH MTV Cao su A")) == (name_key("Công ty Cao su A"), "tnhh")


class TestLineageTable:
    def test_rows_are_of_known_relations_and_tiers(self) -> None:
        tiers = {tier for row in read_table("agencies") for tier in cells(row["tier"])}
        for row in read_table("agency_lineage"):
            assert row["relation"] in ("renamed", "merged", "divided", "same", "part", ""), row
            assert {row["tier"], row["successor_tier"]} <= tiers | {""}, row
            assert bool(row["successor"]) == bool(row["relation"]), row
            assert (row["tier"] == "") == (row["relation"] in ("same", "part")), row
            assert not (row["valid_from"] and row["valid_to"]) or row["valid_from"] <= row["valid_to"], row

    def test_successors_are_of_the_lexicon(self) -> None:
        kinds = load_kinds()
        known = {kind.key for kind in kinds.by_name.values()} | {name_key("Viễn thông")}
        known |= {name_key(f"Đoàn {body}") for body in ("UBND", "các cơ quan Đảng")}
        named = {row["successor"] for row in read_table("agency_lineage") if row["successor"]}
        assert {name for name in named if name_key(name) not in known} == set()

    def test_no_body_becomes_itself(self) -> None:
        kinds = load_kinds()
        for (key, tier), steps in kinds.steps.items():
            assert all((step.successor, step.tier) != (key, tier) for step in steps)


def test_rows_fit_the_tables() -> None:
    names = [*NAMES, "Sở Nội vụ"]
    found = resolve(
        *(mention(name) for name in names),
        *(mention(name, "gia-lai-2025", AFTER) for name in names),
        *(mention(name, None) for name in names),
    )
    warehouse = files("pipeline") / "warehouse"
    with duckdb.connect() as con:
        for script in ("schema.sql", "registry.sql"):
            con.execute((warehouse / script).read_text("utf-8"))
        tables = {
            "agencies": found.agencies,
            "agency_names": found.names,
            "agency_lineage": found.lineage,
            "merges": found.merges,
            "doubts": found.doubts,
        }
        for table, rows in tables.items():
            columns = [name for name, *_ in con.execute(f"DESCRIBE {table}").fetchall()]
            assert rows
            for row in rows:
                assert list(row) == [column for column in columns if column != "full_name"]
                whole = row | ({"full_name": row["name"]} if "full_name" in columns else {})
                marks = ", ".join("?" * len(columns))
                con.execute(f"INSERT INTO {table} VALUES ({marks})", [whole[column] for column in columns])
