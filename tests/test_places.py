"""The gazetteer: which places there were on a day, and what became of them in July 2025."""

import csv
import json
import re
import subprocess
import sys
from collections import Counter
from datetime import date
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path

import duckdb
import pyarrow as pa
import pytest

from pipeline.registry import address_data
from pipeline.registry.address_data import read_changes
from pipeline.registry.place_names import slug, split_unit
from pipeline.registry.places import REORGANISED, build, load_places

Y2018, Y2023, Y2026 = date(2018, 1, 5), date(2023, 12, 20), date(2026, 1, 15)
LAST_DAY = date(2025, 6, 30)
PLACES = load_places()
ALL = sorted(PLACES.places.values(), key=lambda place: place.place_id)
PROVINCES = list(csv.DictReader((files("corpora") / "lexicon" / "provinces.csv").read_text("utf-8").splitlines()))


# --- What is there --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "day", "count"),
    [
        ("province", Y2018, 63),
        ("province", LAST_DAY, 63),
        ("province", REORGANISED, 34),
        ("province", Y2026, 34),
        ("district", LAST_DAY, 696),
        ("district", REORGANISED, 0),
        ("commune", LAST_DAY, 10_035),
        ("commune", REORGANISED, 3_321),
    ],
)
def test_as_many_as_there_were_on_a_day(kind, day, count):
    assert sum(p.place_kind == kind and exists(p, day) for p in ALL) == count


def test_new_communes_of_each_province_as_the_resolutions_count_them():
    counted = dict(
        line.rsplit(" ", 1)
        for line in """an-giang-2025 102|bac-ninh-2025 99|ca-mau-2025 64|can-tho-2025 103|cao-bang 56|da-nang-2025 94
        |dak-lak-2025 102|dien-bien 45|dong-nai-2025 95|dong-thap-2025 102|gia-lai-2025 135|ha-noi 126|ha-tinh 69
        |hai-phong-2025 114|ho-chi-minh-2025 168|hue 40|hung-yen-2025 104|khanh-hoa-2025 65|lai-chau 38
        |lam-dong-2025 124|lang-son 65|lao-cai-2025 99|nghe-an 130|ninh-binh-2025 129|phu-tho-2025 148
        |quang-ngai-2025 96|quang-ninh 54|quang-tri-2025 78|son-la 75|tay-ninh-2025 96|thai-nguyen-2025 92
        |thanh-hoa 166|tuyen-quang-2025 124|vinh-long-2025 124""".replace("\n", "")
        .replace(" " * 8, "")
        .split("|")
    )
    found = Counter(PLACES.province_of(p.place_id) for p in ALL if p.place_kind == "commune" and not p.valid_to)
    assert found == {province: int(count) for province, count in counted.items()}


@pytest.mark.parametrize(
    ("place_id", "full_name", "type", "code", "parent_id", "valid_from", "valid_to"),
    [
        ("kon-tum", "Tỉnh Kon Tum", "tỉnh", "62", None, None, LAST_DAY),
        ("quang-ngai", "Tỉnh Quảng Ngãi", "tỉnh", "51", None, None, LAST_DAY),
        ("quang-ngai-2025", "Tỉnh Quảng Ngãi", "tỉnh", "51", None, REORGANISED, None),
        ("gia-lai", "Tỉnh Gia Lai", "tỉnh", "64", None, None, LAST_DAY),
        ("gia-lai-2025", "Tỉnh Gia Lai", "tỉnh", "52", None, REORGANISED, None),
        ("cao-bang", "Tỉnh Cao Bằng", "tỉnh", "04", None, None, None),
        ("hue", "Thành phố Huế", "thành phố", "46", None, None, None),
        ("ho-chi-minh-2025", "Thành phố Hồ Chí Minh", "thành phố", "79", None, REORGANISED, None),
        ("gia-lai.huyen-duc-co", "Huyện Đức Cơ", "huyện", None, "gia-lai", None, LAST_DAY),
        ("bac-kan.thanh-pho-bac-kan", "Thành phố Bắc Kạn", "thành phố", None, "bac-kan", None, LAST_DAY),
        ("gia-lai.huyen-duc-co.xa-ia-dok", "Xã Ia Dơk", "xã", None, "gia-lai.huyen-duc-co", None, LAST_DAY),
        ("gia-lai-2025.xa-ia-dok", "Xã Ia Dơk", "xã", None, "gia-lai-2025", REORGANISED, None),
        (
            "ca-mau.huyen-nam-can.thi-tran-nam-can",
            "Thị trấn Năm Căn",
            "thị trấn",
            None,
            "ca-mau.huyen-nam-can",
            None,
            LAST_DAY,
        ),
        ("quang-ngai-2025.dac-khu-ly-son", "Đặc khu Lý Sơn", "đặc khu", None, "quang-ngai-2025", REORGANISED, None),
    ],
)
def test_a_place(place_id, full_name, type, code, parent_id, valid_from, valid_to):
    place = PLACES.places[place_id]
    assert (place.full_name, place.type, place.code, place.parent_id) == (full_name, type, code, parent_id)
    assert (place.valid_from, place.valid_to) == (valid_from, valid_to)


def test_ids_are_ascii_and_tell_the_parent():
    for place in ALL:
        parent, _, own = place.place_id.rpartition(".")
        assert place.parent_id == (parent or None)
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", own), place.place_id


def test_every_parent_exists_and_is_of_the_kind_and_time_above():
    for place in ALL:
        if place.place_kind == "province":
            assert place.parent_id is None
            continue
        parent = PLACES.places[place.parent_id]
        old = place.valid_to == LAST_DAY
        assert parent.place_kind == ("district" if place.place_kind == "commune" and old else "province")
        assert exists(parent, LAST_DAY if old else REORGANISED)


def test_every_place_that_ended_has_successors_of_today():
    for place in ALL:
        today = PLACES.places[PLACES.province_now(place.place_id)]
        assert today.place_kind == "province"
        assert today.valid_to is None
        later = PLACES.successors(place.place_id)
        assert bool(later) == (place.valid_to is not None), place.place_id
        assert all(PLACES.province_of(place_id) == today.place_id for place_id in later)
        assert all(PLACES.places[place_id].valid_to is None for place_id in later)


def test_every_new_place_came_from_old_ones_on_that_day():
    for place in ALL:
        assert bool(PLACES.predecessors(place.place_id)) == (place.valid_from is not None)
    for link in PLACES.lineage:
        assert link.day == PLACES.places[link.successor_id].valid_from == REORGANISED
        assert PLACES.places[link.place_id].valid_to == LAST_DAY


def test_a_commune_is_divided_or_goes_into_one():
    into = Counter(link.place_id for link in PLACES.lineage)
    for link in PLACES.lineage:
        assert (link.relation == "divided") == (into[link.place_id] > 1), link


def test_ids_do_not_depend_on_the_order_of_the_data():
    again = build(PROVINCES[::-1], read_changes()[::-1])
    assert dict(again.places) == dict(PLACES.places)
    assert again.lineage == PLACES.lineage


# --- The data -------------------------------------------------------------------------------------------------------


def test_the_lexicon_and_the_address_data_agree_on_provinces():
    def bare(name):
        return split_unit(name)[1].replace("Thừa Thiên ", "")

    lexicon = {(bare(row["name"]), row["successor"]) for row in PROVINCES}
    assert lexicon == {(bare(c.old_province), bare(c.new_province)) for c in read_changes()}
    assert {row["successor"] for row in PROVINCES if row["merged_2025"] == "false"} == {
        new for _, new in lexicon if sum(later == new for _, later in lexicon) == 1
    }
    data = json.loads(
        (Path(find_spec("underthesea").submodule_search_locations[0]) / "address/data/mapping.json").read_text("utf-8")
    )
    old = {(bare(p["name"]), p["code"]) for p in data["old_province_names"].values()}
    new = {(bare(p["name"]), p["code"]) for p in data["province_names"].values()}
    assert old == {(bare(row["name"]), row["code"]) for row in PROVINCES}
    assert new == {(row["successor"], row["successor_code"]) for row in PROVINCES}


@pytest.mark.parametrize(
    ("place_id", "name"),
    [
        ("quang-nam.huyen-nam-tra-my.xa-tra-don", "Trà Don"),
        ("quang-nam.huyen-nam-tra-my.xa-tra-don-2", "Trà Dơn"),
        ("nghe-an.huyen-ky-son.xa-nam-can", "Nậm Càn"),
        ("nghe-an.huyen-ky-son.xa-nam-can-2", "Nậm Cắn"),
        ("gia-lai.huyen-chu-prong.xa-ia-bang-2", "Ia Băng"),
        ("lao-cai.thi-xa-sa-pa.phuong-sa-pa-2", "Sa Pả"),
        ("ho-chi-minh-2025.xa-thanh-an", "Thanh An"),
        ("ho-chi-minh-2025.xa-thanh-an-2", "Thạnh An"),
        ("quang-ngai-2025.xa-ba-to-2", "Ba Tơ"),
        ("hai-phong-2025.xa-cam-giang", "Cẩm Giang"),
        ("hai-phong-2025.xa-cam-giang-2", "Cẩm Giàng"),
    ],
)
def test_names_that_the_data_have_only_as_keys(place_id, name):
    assert PLACES.places[place_id].name == name


def test_no_name_lacks_its_spaces():
    lengths = [len(word) for place in ALL for word in re.findall(r"\w+", place.name)]
    assert max(lengths) <= 7  # Nghiêng, Đliêya


def test_missing_data_say_what_to_install(monkeypatch):
    monkeypatch.setattr(address_data, "_FILE", Path("address", "data", "moved.json"))
    with pytest.raises(FileNotFoundError, match=r"constraints\.txt"):
        read_changes()


def test_loading_does_not_import_underthesea():
    code = "import sys; from pipeline.registry.places import load_places; load_places(); print('underthesea' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"


def test_it_is_built_once():
    assert load_places() is PLACES


# --- What became of places ------------------------------------------------------------------------------------------


def test_a_report_of_2023_from_bac_kan_joins_one_of_2026_from_thai_nguyen():
    earlier, later = PLACES.find("Bắc Kạn", day=Y2023), PLACES.find("Thái Nguyên", day=Y2026)
    assert earlier == "bac-kan"
    assert later == "thai-nguyen-2025"
    assert PLACES.successors(earlier) == (later,)
    assert PLACES.province_now(earlier) == PLACES.province_now(later) == later
    assert PLACES.predecessors(later) == ("bac-kan", "thai-nguyen")
    assert PLACES.find("Thái Nguyên", day=Y2023) == "thai-nguyen"


# As in the resolutions of the National Assembly's Standing Committee of 16 June 2025; "~" where only a part went there.
@pytest.mark.parametrize(
    ("new", "came_from"),
    [
        (
            "ha-noi.phuong-hoan-kiem",
            "hang-bac hang-bo hang-buom hang-dao hang-gai hang-ma ly-thai-to ~cua-dong ~cua-nam ~dien-bien ~dong-xuan ~hang-bong ~hang-trong ~trang-tien",
        ),
        ("ho-chi-minh-2025.phuong-sai-gon", "ben-nghe ~da-kao ~nguyen-thai-binh"),
        ("ho-chi-minh-2025.phuong-ben-thanh", "ben-thanh pham-ngu-lao ~cau-ong-lanh ~nguyen-thai-binh"),
        ("ho-chi-minh-2025.phuong-thu-dau-mot", "chanh-nghia phu-cuong phu-tho ~chanh-my ~hiep-thanh"),
        ("ho-chi-minh-2025.phuong-vung-tau", "1 2 3 4 5 thang-nhi thang-tam"),
        ("lam-dong-2025.phuong-xuan-huong-da-lat", "1 2 3 4 10"),
        ("gia-lai-2025.phuong-pleiku", "hoa-lu hoi-thuong phu-dong tay-son tra-da"),
        ("gia-lai-2025.xa-duc-co", "chu-ty ia-krieng"),
        ("quang-ngai-2025.phuong-kon-tum", "quang-trung quyet-thang thang-loi thong-nhat truong-chinh"),
        ("thai-nguyen-2025.phuong-duc-xuan", "duc-xuan huyen-tung nguyen-thi-minh-khai"),
        ("thai-nguyen-2025.phuong-bac-kan", "nong-thuong phung-chi-kien song-cau xuat-hoa"),
        (
            "ha-tinh.phuong-thanh-sen",
            "bac-ha ha-huy-tap nam-ha tan-giang thach-hung thach-quy tran-phu van-yen ~dai-nai",
        ),
        ("an-giang-2025.dac-khu-phu-quoc", "an-thoi bai-thom cua-can cua-duong duong-dong duong-to ganh-dau ham-ninh"),
        ("khanh-hoa-2025.dac-khu-truong-sa", "sinh-ton song-tu-tay truong-sa"),
    ],
)
def test_what_a_new_commune_came_from(new, came_from):
    links = [link for link in PLACES.lineage if link.successor_id == new]
    found = {("~" if link.relation == "divided" else "") + slug(PLACES.places[link.place_id].name) for link in links}
    assert found == set(came_from.split())
    assert {link.relation for link in links} <= {"merged", "divided"}


@pytest.mark.parametrize(
    ("old", "new", "relation"),
    [
        ("ho-chi-minh.huyen-can-gio.xa-thanh-an", "ho-chi-minh-2025.xa-thanh-an-2", "unchanged"),
        ("binh-duong.thanh-pho-ben-cat.phuong-thoi-hoa", "ho-chi-minh-2025.phuong-thoi-hoa", "unchanged"),
        ("ba-ria-vung-tau.huyen-xuyen-moc.xa-binh-chau", "ho-chi-minh-2025.xa-binh-chau", "unchanged"),
        ("ba-ria-vung-tau.huyen-xuyen-moc.xa-hoa-hiep", "ho-chi-minh-2025.xa-hoa-hiep", "unchanged"),
        ("ba-ria-vung-tau.thanh-pho-vung-tau.xa-long-son", "ho-chi-minh-2025.xa-long-son", "unchanged"),
        ("kien-giang.thanh-pho-phu-quoc.xa-tho-chau", "an-giang-2025.dac-khu-tho-chau", "renamed"),
        ("ba-ria-vung-tau.huyen-con-dao", "ho-chi-minh-2025.dac-khu-con-dao", "renamed"),
        ("hai-phong.huyen-bach-long-vi", "hai-phong-2025.dac-khu-bach-long-vi", "renamed"),
    ],
)
def test_communes_that_went_on_alone(old, new, relation):
    assert [(link.place_id, link.relation) for link in PLACES.lineage if link.successor_id == new] == [(old, relation)]
    assert PLACES.successors(old) == (new,)


def test_the_five_communes_of_the_new_ho_chi_minh_city_that_did_not_change():
    alone = [link for link in PLACES.lineage if link.relation == "unchanged"]
    assert sum(link.successor_id.startswith("ho-chi-minh-2025.") for link in alone) == 5


def test_a_district_is_followed_by_the_communes_on_its_ground():
    assert PLACES.successors("gia-lai.huyen-duc-co") == tuple(
        f"gia-lai-2025.xa-{name}" for name in ("duc-co", "ia-dok", "ia-dom", "ia-krel", "ia-nan", "ia-pnon")
    )


@pytest.mark.parametrize(
    ("place_id", "merged"),
    [
        ("kon-tum", True),
        ("quang-ngai", True),
        ("quang-ngai-2025", True),
        ("cao-bang", False),
        ("hue", False),
        ("gia-lai.huyen-duc-co.xa-ia-dok", True),
        ("ha-noi.quan-ba-dinh", False),
        ("ha-noi.phuong-hoan-kiem", False),
    ],
)
def test_merged(place_id, merged):
    assert PLACES.merged(place_id) is merged


def test_eleven_provinces_were_not_merged():
    assert sum(p.place_kind == "province" and not PLACES.merged(p.place_id) for p in ALL) == 11


@pytest.mark.parametrize(
    "ask", [PLACES.province_of, PLACES.province_now, PLACES.successors, PLACES.predecessors, PLACES.merged]
)
def test_an_unknown_id_is_an_error(ask):
    with pytest.raises(KeyError):
        ask("atlantis")


# --- Tables ---------------------------------------------------------------------------------------------------------


def test_the_rows_fit_the_tables():
    con = duckdb.connect()
    for name in ("schema", "registry"):
        con.execute((files("pipeline.warehouse") / f"{name}.sql").read_text("utf-8"))
    for table, rows in (("places", PLACES.place_rows()), ("place_lineage", PLACES.link_rows())):
        con.register("given_rows", pa.Table.from_pylist(rows))
        con.execute(f"INSERT INTO {table} BY NAME SELECT * FROM given_rows")
    assert con.execute("SELECT count(*), count(valid_to) FROM places").fetchone() == (14_138, 52 + 696 + 10_035)
    joined = con.execute("""
        SELECT count(*), count(p.place_id), count(s.place_id) FROM place_lineage l
        LEFT JOIN places p USING (place_id) LEFT JOIN places s ON s.place_id = l.successor_id
    """).fetchone()
    assert joined == (len(PLACES.lineage),) * 3
    assert con.execute("SELECT count(*) FROM place_lineage WHERE successor_id = 'ho-chi-minh-2025'").fetchone() == (3,)


def exists(place, day):
    return (place.valid_from is None or place.valid_from <= day) and (place.valid_to is None or day <= place.valid_to)
