"""Folding: one spelling for words that differ only in how they were typed."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.text import fold, one_line, same_name, syllables, with_slips

ANY = st.text(st.characters(exclude_categories=["Cs"]))
LETTERS = "aăâeêioôơuưyAĂÂEÊIOÔƠUƯYđĐbcghklmnpqrstvx"
MARKS = ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"]
VIETNAMESE = st.lists(
    st.tuples(st.sampled_from(LETTERS), st.sampled_from(MARKS)).map("".join) | st.sampled_from(" -,"), max_size=20
).map("".join)


@given(ANY | VIETNAMESE)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(ANY | VIETNAMESE)
def test_composed_and_decomposed_letters_are_one(text: str) -> None:
    assert fold(unicodedata.normalize("NFC", text)) == fold(unicodedata.normalize("NFD", text))


@given(VIETNAMESE)
def test_case_does_not_count(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    assert fold(composed.upper()) == fold(composed.lower())


@given(ANY | VIETNAMESE)
def test_the_folded_form_is_composed(text: str) -> None:
    assert unicodedata.is_normalized("NFC", fold(text))


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        # The tone mark goes where the new style has it, in open syllables.
        ("Văn hoá", "văn hóa"),
        ("HOÀ BÌNH", "hòa bình"),
        ("Khánh Hoà", "khánh hòa"),
        ("khoẻ", "khỏe"),
        ("xoè", "xòe"),
        ("Tỉnh uỷ", "tỉnh ủy"),
        ("thuỷ lợi", "thủy lợi"),
        ("Thuý", "thúy"),
        ("luỹ tre", "lũy tre"),
        ("tuỵ", "tụy"),
        ("toạ đàm", "tọa đàm"),
        ("Toả", "tỏa"),
        # A closed syllable has one place only.
        ("hoàn thành", "hoàn thành"),
        ("Hoàng", "hoàng"),
        ("thuyền", "thuyền"),
        ("toàn tỉnh", "toàn tỉnh"),
        ("huỳnh", "huỳnh"),
        ("xoèn", "xoèn"),
        # After q, the u is no vowel.
        ("quý III", "quý iii"),
        ("Quỳ Châu", "quỳ châu"),
        ("quỹ", "quỹ"),
        ("quỵ", "quỵ"),
        ("QUỶ", "quỷ"),
        ("quà", "quà"),
        # Dashes, quotes, spaces.
        ("Văn hóa – Xã hội", "văn hóa - xã hội"),
        ("Văn hóa — Xã hội", "văn hóa - xã hội"),
        ("“Cờ thi đua”", '"cờ thi đua"'),
        ("Sở\u00a0Y\u00a0tế", "sở y tế"),
        ("thi\u00adđua", "thiđua"),
        ("Sở\u200b Y tế", "sở y tế"),
        ("ĐỒNG THÁP", "đồng tháp"),
        ("", ""),
        ("２０２３", "2023"),
        ("2²", "2^"),
    ],
)
def test_folding(written: str, folded: str) -> None:
    assert fold(written) == folded
    assert fold(unicodedata.normalize("NFD", written)) == folded


@pytest.mark.parametrize(
    ("one", "other"),
    [("hóa", "hòa"), ("quý", "quỳ"), ("sở", "số"), ("đ", "d"), ("Lâm", "Lăm"), ("tỉnh", "tính")],
)
def test_different_words_stay_different(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Sở GD&ĐT", ("sở", "gd", "đt")),
        ("Sở Văn hoá, Thể thao và Du lịch", ("sở", "văn", "hóa", "thể", "thao", "du", "lịch")),
        ("Sở Lao động - Thương binh và Xã hội", ("sở", "lao", "động", "thương", "binh", "xã", "hội")),
        ("Phường 10", ("phường", "10")),
        ("", ()),
    ],
)
def test_syllables(name: str, parts: tuple[str, ...]) -> None:
    assert syllables(name) == parts


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sở Lao động, Thương binh và Xã hội", "Sở Lao động - Thương binh & Xã hội"),
        ("Sở Văn hóa và Thể thao", "Sở Văn hoá - Thể thao"),
        ("TỈNH UỶ", "Tỉnh ủy"),
        ("Trường Chính trị", unicodedata.normalize("NFD", "Trường Chính trị")),
    ],
)
def test_variants_of_one_name_meet(one: str, other: str) -> None:
    assert same_name(one) == same_name(other)


def test_other_names_do_not_meet() -> None:
    assert same_name("Sở Văn hóa, Thể thao và Du lịch") != same_name("Sở Văn hóa và Thể thao")
    assert same_name("Phường 1") != same_name("Phường 11")


def test_a_name_on_one_line_has_nothing_unseen() -> None:
    assert one_line("Khối\u200b thi\u00a0đua\n số\u2009 3") == "Khối thi đua số 3"


def test_with_slips_mixes_up_two_tones_only() -> None:
    assert with_slips("Vĩnh Long", "Hà Nam") == ["Vĩnh Long", "Vỉnh Long", "Hà Nam"]
