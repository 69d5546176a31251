"""Names of places: how they are written, and which place they mean on a day."""

import csv
import unicodedata
from datetime import date
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.registry.place_names import key_of, loose_key, split_unit, written
from pipeline.registry.places import REORGANISED, load_places

Y2018, Y2023, Y2026 = date(2018, 1, 5), date(2023, 12, 20), date(2026, 1, 15)
LAST_DAY = date(2025, 6, 30)
PLACES = load_places()
ALL = sorted(PLACES.places.values(), key=lambda place: place.place_id)
PROVINCES = list(csv.DictReader((files("corpora") / "lexicon" / "provinces.csv").read_text("utf-8").splitlines()))


@pytest.mark.parametrize(
    ("province", "district", "commune", "day", "found"),
    [
        # Provinces
        ("Kon Tum", None, None, None, "kon-tum"),
        ("tỉnh Kon Tum", None, None, Y2023, "kon-tum"),
        ("Kontum", None, None, Y2026, "kon-tum"),
        ("TỈNH KON TUM", None, None, None, "kon-tum"),
        ("Bắc Cạn", None, None, None, "bac-kan"),
        ("Quảng Ngãi", None, None, LAST_DAY, "quang-ngai"),
        ("Quảng Ngãi", None, None, REORGANISED, "quang-ngai-2025"),
        ("Quảng Ngãi", None, None, None, None),
        ("Cao Bằng", None, None, None, "cao-bang"),
        ("tỉnh Cao Bằng", None, None, Y2026, "cao-bang"),
        ("TP.HCM", None, None, Y2023, "ho-chi-minh"),
        ("TP. Hồ Chí Minh", None, None, Y2026, "ho-chi-minh-2025"),
        ("TPHCM", None, None, None, None),
        ("Thừa Thiên Huế", None, None, Y2023, "hue"),
        ("TT-Huế", None, None, None, "hue"),
        ("Huế", None, None, Y2026, "hue"),
        ("thành phố Huế", None, None, Y2026, "hue"),
        ("Bà Rịa - Vũng Tàu", None, None, None, "ba-ria-vung-tau"),
        ("Bà Rịa–Vũng Tàu", None, None, None, "ba-ria-vung-tau"),
        ("BR-VT", None, None, None, "ba-ria-vung-tau"),
        ("Hoà Bình", None, None, None, "hoa-binh"),
        ("Đăk Lăk", None, None, Y2023, "dak-lak"),
        ("Thanh Hoá", None, None, None, "thanh-hoa"),
        ("TP Đà Nẵng", None, None, Y2026, "da-nang-2025"),
        ("thành phố Kon Tum", None, None, None, None),  # the city is a district
        ("huyện Cao Bằng", None, None, None, None),
        ("Hai Đường", None, None, None, None),  # two roads are not Hải Dương
        ("Atlantis", None, None, None, None),
        (None, None, None, Y2026, None),
        ("", "", "", None, None),
        # Districts
        ("Gia Lai", "huyện Đức Cơ", None, None, "gia-lai.huyen-duc-co"),
        ("Gia Lai", "Đức Cơ", None, None, "gia-lai.huyen-duc-co"),
        ("Gia Lai", "H. Đức Cơ", None, Y2023, "gia-lai.huyen-duc-co"),
        (None, "Đức Cơ", None, Y2023, "gia-lai.huyen-duc-co"),
        (None, "huyện Đức Cơ", None, None, "gia-lai.huyen-duc-co"),
        (None, "huyện Đức Cơ", None, Y2026, "gia-lai.huyen-duc-co"),  # told of later
        ("Bình Phước", "thị xã Chơn Thành", None, None, "binh-phuoc.thi-xa-chon-thanh"),
        ("Bình Phước", "huyện Chơn Thành", None, Y2018, "binh-phuoc.thi-xa-chon-thanh"),
        (None, "TX. Chơn Thành", None, None, "binh-phuoc.thi-xa-chon-thanh"),
        ("TP.HCM", "Q.1", None, Y2023, "ho-chi-minh.quan-1"),
        ("TP.HCM", "quận 01", None, Y2023, "ho-chi-minh.quan-1"),
        ("TP.HCM", "Quận 10", None, Y2023, "ho-chi-minh.quan-10"),
        ("Kon Tum", "Kon Tum", None, Y2023, "kon-tum.thanh-pho-kon-tum"),
        ("Kon Tum", "TP Kon Tum", None, None, "kon-tum.thanh-pho-kon-tum"),
        ("Đồng Tháp", "Cao Lãnh", None, Y2023, None),  # a city and a district of one name
        ("Đồng Tháp", "huyện Cao Lãnh", None, Y2023, "dong-thap.huyen-cao-lanh"),
        ("Đồng Tháp", "TP. Cao Lãnh", None, Y2023, "dong-thap.thanh-pho-cao-lanh"),
        ("Đồng Tháp", "thị xã Cao Lãnh", None, Y2018, None),
        (None, "huyện Châu Thành", None, Y2023, None),  # ten provinces have one
        ("Long An", "huyện Châu Thành", None, Y2023, "long-an.huyen-chau-thanh"),
        (None, "huyện Chợ Mới", None, Y2023, None),
        ("Bắc Kạn", "Chợ Mới", None, Y2023, "bac-kan.huyen-cho-moi"),
        ("Hà Nội", "huyện Đức Cơ", None, Y2023, None),  # in another province
        ("Atlantis", "huyện Đức Cơ", None, Y2023, None),
        ("Hà Tĩnh", "Lộc Hà", None, Y2023, None),  # ended in 2024; its thị trấn is no district
        # Spellings
        ("Đắk Lắk", "Krông Pắk", None, Y2023, "dak-lak.huyen-krong-pac"),
        ("Đắk Lắk", "huyện Krông Pắc", None, Y2023, "dak-lak.huyen-krong-pac"),
        (None, "Krông Păk", None, None, "dak-lak.huyen-krong-pac"),
        ("Đắk Lắk", "Cư M’gar", None, None, "dak-lak.huyen-cu-m-gar"),
        ("Đắk Lắk", "Cư M'Gar", None, None, "dak-lak.huyen-cu-m-gar"),
        ("Đắk Lắk", "Cư Mgar", None, None, "dak-lak.huyen-cu-m-gar"),
        ("Đắk Lắk", "Ea Hleo", None, None, "dak-lak.huyen-ea-h-leo"),
        ("Kon Tum", "Đăk Hà", None, None, "kon-tum.huyen-dak-ha"),
        ("Bình Định", "TP Qui Nhơn", None, None, "binh-dinh.thanh-pho-quy-nhon"),
        ("Ninh Thuận", "Phan Rang-Tháp Chàm", None, None, "ninh-thuan.thanh-pho-phan-rang-thap-cham"),
        ("Hưng Yên", "thị xã Mỹ Hào", None, Y2023, "hung-yen.thi-xa-my-hao"),
        ("Hưng Yên", "Mĩ Hào", None, Y2023, "hung-yen.thi-xa-my-hao"),
        (None, "thành phố Đức Co", None, Y2023, None),  # a slip and another type, of anywhere
        # Communes
        ("Gia Lai", "huyện Đức Cơ", "xã Ia Dok", Y2023, "gia-lai.huyen-duc-co.xa-ia-dok"),
        ("Gia Lai", "huyện Đức Cơ", "Ia Dok", None, "gia-lai.huyen-duc-co.xa-ia-dok"),
        ("Gia Lai", "Đức Cơ", "xã Ia Dok", Y2026, "gia-lai-2025.xa-ia-dok"),
        ("Gia Lai", None, "xã Ia Dok", Y2026, "gia-lai-2025.xa-ia-dok"),
        ("Gia Lai", None, "xã Ia Dok", None, None),  # the old or the new one
        ("Gia Lai", "Đức Cơ", None, Y2026, "gia-lai-2025.xa-duc-co"),  # no district any more
        ("Gia Lai", "huyện Đức Cơ", "xã Atlantis", Y2023, None),
        ("Gia Lai", "huyện Atlantis", "xã Ia Dok", Y2023, None),
        ("Gia Lai", "thị trấn Chư Ty", None, Y2023, "gia-lai.huyen-duc-co.thi-tran-chu-ty"),
        ("TP.HCM", None, "phường Tân Định", Y2023, "ho-chi-minh.quan-1.phuong-tan-dinh"),
        ("TP.HCM", None, "phường Tân Định", Y2026, "ho-chi-minh-2025.phuong-tan-dinh"),
        ("TP.HCM", None, "P. Bến Cát", Y2026, "ho-chi-minh-2025.phuong-ben-cat"),
        ("TP.HCM", None, "P. Bến Cát", Y2023, None),  # not yet
        (None, None, "phường Sài Gòn", Y2026, "ho-chi-minh-2025.phuong-sai-gon"),
        (None, None, "xã Sài Gòn", Y2026, None),
        (None, None, "phường Sai Gon", Y2026, None),
        (None, None, "phường 1", Y2023, None),
        ("TP.HCM", "quận 3", "P. 01", Y2023, "ho-chi-minh.quan-3.phuong-1"),
        ("Quảng Nam", None, "xã Trà Don", Y2023, "quang-nam.huyen-nam-tra-my.xa-tra-don"),
        ("Quảng Nam", None, "xã Trà Dơn", Y2023, "quang-nam.huyen-nam-tra-my.xa-tra-don-2"),
        ("Quảng Nam", None, "xã Tra Don", Y2023, None),  # either of them
        ("Quảng Ngãi", "Lý Sơn", None, Y2023, "quang-ngai.huyen-ly-son"),
        ("Quảng Ngãi", "Lý Sơn", None, Y2026, "quang-ngai-2025.dac-khu-ly-son"),
        ("Quảng Ngãi", None, "đặc khu Lý Sơn", None, "quang-ngai-2025.dac-khu-ly-son"),
        # With the province of another time
        ("Quảng Ngãi", "huyện Đắk Hà", None, Y2026, "kon-tum.huyen-dak-ha"),
        ("Quảng Ngãi", "huyện Đắk Hà", None, Y2023, None),
        ("Đồng Nai", "thị xã Chơn Thành", None, Y2026, "binh-phuoc.thi-xa-chon-thanh"),
        ("Bình Dương", None, "phường Bến Cát", Y2026, "ho-chi-minh-2025.phuong-ben-cat"),
        ("Kon Tum", None, "phường Pleiku", Y2026, None),
        ("Thái Nguyên", "thành phố Bắc Kạn", None, Y2026, "bac-kan.thanh-pho-bac-kan"),
    ],
)
def test_find(province, district, commune, day, found):
    assert PLACES.find(province, district, commune, day) == found


def test_every_written_form_of_the_lexicon_finds_its_province():
    for row in PROVINCES:
        for form in (row["name"], row["short"], *row["variants"].split("|")):
            if form and form != row["successor"]:
                place = PLACES.places[PLACES.find(form, day=Y2023)]
                assert place.code == row["code"] or row["merged_2025"] == "false", form
            if form:
                assert PLACES.province_now(PLACES.find(form, day=Y2026)) == PLACES.find(row["successor"], day=Y2026)


def test_every_place_is_found_by_its_full_name_while_it_exists():
    for place in ALL:
        assert PLACES.find(*names(place), day=place.valid_to or Y2026) == place.place_id


RESPELL = {
    "decomposed": lambda name: unicodedata.normalize("NFD", name),
    "capitals": str.upper,
    "small": str.lower,
    "spaces": lambda name: f"  {name.replace(' ', '  ')} ",
    "no-break": lambda name: name.replace(" ", "\u00a0"),
    "dash": lambda name: name.replace(" - ", "–"),
    "apostrophe": lambda name: name.replace("'", "’"),
    "old tone": lambda name: name.replace("òa", "oà").replace("óa", "oá").replace("ủy", "uỷ").replace("úy", "uý"),
}


@given(place=st.sampled_from(ALL), ways=st.lists(st.sampled_from(sorted(RESPELL)), max_size=4))
def test_how_a_name_is_typed_does_not_matter(place, ways):
    written_names = names(place)
    for way in ways:
        written_names = [name and RESPELL[way](name) for name in written_names]
    assert PLACES.find(*written_names, day=place.valid_to or Y2026) == place.place_id


SOME_NAME = (
    st.none()
    | st.text(max_size=12)
    | st.sampled_from([p.full_name for p in ALL])
    | st.sampled_from([p.name for p in ALL])
)


@given(SOME_NAME, SOME_NAME, SOME_NAME, st.none() | st.dates(date(2015, 1, 1), date(2030, 1, 1)))
def test_what_is_found_had_begun_and_has_a_name_like_that(province, district, commune, day):
    found = PLACES.find(province, district, commune, day)
    if found is None:
        return
    place = PLACES.places[found]
    assert not (day and place.valid_from and place.valid_from > day)
    asked = commune or district or province
    if place.place_kind != "province":
        assert loose_key(key_of(written(asked).name)) == loose_key(key_of(place.name))


@given(st.text(max_size=20))
def test_keys_of_any_text(text):
    assert key_of(key_of(text)) == key_of(text)
    assert written(text).name or not text.strip() or not key_of(text) or not written(text).type


@pytest.mark.parametrize(
    ("text", "name", "type", "kind"),
    [
        ("huyện Đức Cơ", "đức cơ", "huyện", "district"),
        ("TX. Chơn Thành", "chơn thành", "thị xã", "district"),
        ("TP.Thủ Đức", "thủ đức", "thành phố", "district"),
        ("Q.1", "1", "quận", "district"),
        ("P. Bến Cát", "bến cát", "phường", "commune"),
        ("tỉnh Kon Tum", "kon tum", "tỉnh", "province"),
        ("đặc khu Lý Sơn", "lý sơn", "đặc khu", "commune"),
        ("Đức Cơ", "đức cơ", None, None),
        ("Xã", "xã", None, None),
        ("Phước Long", "phước long", None, None),
    ],
)
def test_written(text, name, type, kind):
    assert (written(text).name, written(text).type, written(text).kind) == (name, type, kind)


def test_a_full_name_without_a_unit_is_an_error():
    with pytest.raises(ValueError, match="Atlantis"):
        split_unit("Atlantis")


def names(place):
    """The full names of a place, its district and its province, as `find` takes them."""
    chain = {place.place_kind: place.full_name}
    while place.parent_id:
        place = PLACES.places[place.parent_id]
        chain[place.place_kind] = place.full_name
    return [chain.get(kind) for kind in ("province", "district", "commune")]
