"""The identity of blocs: one small world for each clause of the rule in `pipeline/registry/blocs.py`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.registry.bloc_keys import NameKey, name_key, owner_of
from pipeline.registry.blocs import BlocMention, BlocRegistry, resolve_blocs
from pipeline.registry.decisions import (
    Decision,
    Terms,
    decision_rows,
    known_decisions,
    read_decisions,
    shipped_decisions,
)
from pipeline.registry.places import load_places
from pipeline.reviews import Review

PLACES = load_places()
"""The real gazetteer: Kon Tum merged in 2025, Cao Bằng did not."""

CB = "cao-bang"

STAFF = "abcdefgh"
"""Units of one bloc, a letter each."""

OTHERS = "ijklmnop"


def told(
    mention_id: str,
    year: int | None,
    units: str = "",
    name: str = "Khối thi đua số 2",
    place: str | None = "kon-tum",
    *,
    listed: bool | None = None,
    terms: Sequence[tuple[int, str, str]] = (),
    kind: str = "",
    level: str | None = "tỉnh",
    authority: str | None = None,
    page: str = "",
) -> BlocMention:
    """A mention; `units` are letters, told as a list of members if there are four or more, else as leaders."""
    members = frozenset(units) if (len(units) >= 4 if listed is None else listed) else frozenset()
    return BlocMention(
        mention_id=mention_id,
        page_id=page or f"page-{mention_id}",
        name=name,
        bloc_kind=kind or name.split()[0].lower(),
        level=level,
        authority=authority,
        place_id=place,
        year=year,
        units=frozenset(units) | {unit for *_, unit in terms},
        members=members,
        terms=frozenset(terms),
    )


def parts(registry: BlocRegistry) -> set[frozenset[str]]:
    """The mentions that mean one bloc, bloc by bloc."""
    groups: dict[str, set[str]] = {}
    for mention_id, bloc_id in registry.ids.items():
        groups.setdefault(bloc_id, set()).add(mention_id)
    return {frozenset(group) for group in groups.values()}


def resolved(*mentions: BlocMention, **more: object) -> str:
    """The mentions that mean one bloc, as words of mention ids: "a1 a2 | b1"."""
    registry = resolve_blocs(mentions, PLACES, **more)  # type: ignore[arg-type]
    return " | ".join(sorted(" ".join(sorted(part)) for part in parts(registry)))


NAMES = [
    ("Khối thi đua số 2", "", NameKey("khối", "2")),
    ("Khối thi đua số 02", "", NameKey("khối", "2")),
    ("Khối 9", "", NameKey("khối", "9")),
    ("Khối thi đua 12", "", NameKey("khối", "12")),
    ("Khối VII", "", NameKey("khối", "7")),
    ("Cụm thi đua số IX", "", NameKey("cụm", "9")),
    ("Cụm VIII", "", NameKey("cụm", "8")),
    ("Cụm thi đua khối 33", "", NameKey("cụm", "33")),
    ("Cụm khối thi đua 6", "", NameKey("cụm", "6")),
    ("Khối thi đua các cơ quan Nội chính", "", NameKey("khối", sector="chính nội")),
    ("Khối Nội chính", "", NameKey("khối", sector="chính nội")),
    ("Khối thi đua Văn hóa - Xã hội", "", NameKey("khối", sector="hóa hội văn xã")),
    ("Khối thi đua VH-XH", "", NameKey("khối", sector="hóa hội văn xã")),
    ("Khối thi đua văn hoá – xã hội", "", NameKey("khối", sector="hóa hội văn xã")),
    ("Khối thi đua số 3 (văn hóa - xã hội)", "", NameKey("khối", "3", sector="hóa hội văn xã")),
    ("Khối Mặt trận, đoàn thể", "", NameKey("khối", sector="mặt thể trận đoàn")),
    ("Khối thi đua Mặt trận và các tổ chức chính trị - xã hội", "", NameKey("khối", sector="mặt thể trận đoàn")),
    ("Khối thi đua các Hội quần chúng 1", "", NameKey("khối", sector="chúng hội quần", ordinal="1")),
    ("Khối Thi đua các cơ quan tham mưu II", "", NameKey("khối", sector="mưu tham", ordinal="2")),
    ("Khối thi đua 12 - các Tổng Công ty, Công ty", "", NameKey("khối", "12", sector="công ty tổng")),
    ("Khối giao ước thi đua các sở Tổng hợp", "", NameKey("khối", sector="hợp tổng")),
    ("Cụm thi đua 7 tỉnh Tây Bắc", "", NameKey("cụm", sector="bắc tây")),
    ("Cụm thi đua các tỉnh Tây Bắc", "", NameKey("cụm", sector="bắc tây")),
    ("Cụm thi đua Liên minh HTX 7 tỉnh Tây Bắc", "liên minh hợp tác xã", NameKey("cụm", sector="bắc tây")),
    (
        "Cụm thi đua Liên minh Hợp tác xã (HTX) các tỉnh Tây Bắc",
        "liên minh hợp tác xã",
        NameKey("cụm", sector="bắc tây"),
    ),
    ("Cụm thi đua số II Hội Nông dân", "hội nông dân", NameKey("cụm", "2")),
    ("Cụm thi đua số 2 ngành Y tế", "sở y tế", NameKey("cụm", "2")),
    ("Cụm thi đua số 3 khối THCS", "phòng giáo dục đào tạo", NameKey("cụm", "3", "trung học cơ sở")),
    ("Cụm thi đua số 2 bậc Tiểu học", "phòng giáo dục đào tạo", NameKey("cụm", "2", "tiểu học")),
    ("Khối thi đua các cơ quan cấp tỉnh", "", NameKey("khối", sector="cơ cấp quan tỉnh")),
    ("Khối thi đua 5 (Sở, ban, ngành)", "", NameKey("khối", "5", sector="ban ngành sở")),
    ("Cụm thi đua khối xã, phường", "", NameKey("cụm", sector="phường xã")),
    ("Khu vực thi đua các tỉnh miền Đông Nam Bộ", "", NameKey("khu vực", sector="bộ miền nam đông")),
    ("Cụm thi đua các huyện, thị xã, thành phố", "", NameKey("cụm", sector="huyện")),
    ("Cụm các huyện, thành phố", "", NameKey("cụm", sector="huyện")),
    ("Khối thi đua", "", NameKey("khối")),
]


@pytest.mark.parametrize(("name", "authority", "expected"), NAMES)
def test_a_name_says_kind_number_and_sector(name: str, authority: str, expected: NameKey) -> None:
    assert name_key(name, expected.kind, authority) == expected


OWNERS = [
    ("UBND of a province", ("tỉnh", None, "kon-tum"), ("ubnd", "kon-tum")),
    ("the same, called by its name", ("tỉnh", "UBND tỉnh Kon Tum", "kon-tum"), ("ubnd", "kon-tum")),
    ("UBND of a district", ("huyện", None, "gia-lai.huyen-duc-co"), ("ubnd", "gia-lai.huyen-duc-co")),
    ("a district's, province alone known", ("huyện", None, "gia-lai"), None),
    ("a commune's, district alone known", ("xã", None, "gia-lai.huyen-duc-co"), None),
    ("a province's, told in a district", ("tỉnh", None, "gia-lai.huyen-duc-co"), ("ubnd", "gia-lai")),
    ("a sở", ("tỉnh", "Sở Y tế", "kon-tum"), ("sở y tế", "kon-tum")),
    ("a sở with its place", ("tỉnh", "Sở Y tế tỉnh Kon Tum", "kon-tum"), ("sở y tế", "kon-tum")),
    ("a union", ("tỉnh", "Liên đoàn Lao động tỉnh", "kon-tum"), ("liên đoàn lao động", "kon-tum")),
    ("a union in short", ("tỉnh", "LĐLĐ tỉnh Kon Tum", "kon-tum"), ("liên đoàn lao động", "kon-tum")),
    ("a district's union, province alone known", (None, "Hội Nông dân huyện", "gia-lai"), None),
    ("a province's union, told in a district", (None, "Hội Nông dân tỉnh", "gia-lai.huyen-duc-co"), ("hội nông dân", "gia-lai")),
    ("police of a city", ("tỉnh", "Công an thành phố Hà Nội", "ha-noi"), ("công an", "ha-noi")),
    ("courts of both levels", ("tỉnh", "TAND hai cấp tỉnh Kon Tum", "kon-tum"), ("tòa án nhân dân", "kon-tum")),
    ("a ministry", ("trung ương", "Bộ Công an", None), ("bộ công an", "")),
    ("a ministry, told by a province's paper", ("trung ương", "Bộ Công an", "kon-tum"), ("bộ công an", "")),
    ("a national union", ("trung ương", "Trung ương Hội Nông dân Việt Nam", None), ("hội nông dân", "")),
    ("a national bloc of nobody known", ("trung ương", None, "kon-tum"), None),
    ("a province's body, its level misread", ("trung ương", "Bộ Chỉ huy Quân sự tỉnh", "kon-tum"), ("bộ chỉ huy quân sự", "kon-tum")),
    ("the same without its level", ("trung ương", "Bộ Chỉ huy Quân sự", "kon-tum"), ("bộ chỉ huy quân sự", "kon-tum")),
    ("the same without its place", ("trung ương", "Bộ Chỉ huy Quân sự tỉnh", None), None),
    ("a ministry, no level read", (None, "Bộ Công an", "kon-tum"), ("bộ công an", "")),
    ("a national union, no level read", (None, "Trung ương Hội Nông dân Việt Nam", None), ("hội nông dân", "")),
    ("a union in a place, no level read", (None, "Ủy ban MTTQ Việt Nam", "kon-tum"), ("ủy ban mặt trận tổ quốc việt nam", "kon-tum")),
    ("a union, neither level nor place", (None, "Liên đoàn Lao động tỉnh", None), None),
    ("no place", ("tỉnh", None, None), None),
    ("a sở of no known place", ("tỉnh", "Sở Y tế", None), None),
    ("a company", ("đơn vị", "Công ty Điện lực Kon Tum", "kon-tum"), ("công ty điện lực", "kon-tum")),
    ("a company of no name", ("đơn vị", None, "kon-tum"), None),
]  # fmt: skip


@pytest.mark.parametrize(("said", "expected"), [row[1:] for row in OWNERS], ids=[row[0] for row in OWNERS])
def test_a_bloc_belongs_to_an_authority_in_a_place(
    said: tuple[str | None, str | None, str | None], expected: tuple[str, str] | None
) -> None:
    owner = owner_of("page", *said, PLACES)
    assert (owner.authority, owner.place_id) == expected if expected else not owner.known


WITHIN = [
    ("one number, however many papers tell it", [told("a", 2023), told("b", 2023, "xyz"), told("c", 2023, name="Khối 2")], "a b c"),
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


def review(verdict: str, left: str, right: str, day: date | None = None) -> Review:
    return Review(target="bloc", verdict=verdict, left=left, right=right, day=day)  # type: ignore[arg-type]


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
def test_reports_of_one_name_and_year_are_no_merge() -> None:
    mentions = [told("a", 2025, STAFF), told("b", 2025, STAFF), told("c", 2024, STAFF), told("d", 2024, STAFF)]
    registry = resolve_blocs(mentions, PLACES)
    assert len(registry.blocs) == 1
    assert [(row["left"], row["right"], row["score"]) for row in registry.merges] == [
        ("Khối thi đua số 2 @ kon-tum # 2024", "Khối thi đua số 2 @ kon-tum # 2025", 1.0)
    ]


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
