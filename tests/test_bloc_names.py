"""What names of blocs say, and whose blocs they are."""

from __future__ import annotations

import pytest
from bloc_worlds import PLACES

from pipeline.registry.bloc_keys import NameKey, name_key, owner_of

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
