"""Whether a number names a bloc ("Khối 3") or counts what follows it ("Cụm thi đua 7 tỉnh")."""

from __future__ import annotations

import re

from pipeline.lexicon import Lexicon
from pipeline.mentions.places import is_numeral, proper_name, unit_at
from pipeline.numerals import SPELT
from pipeline.reading import Reading

_COUNTED = frozenset("đơn cơ sở trường hội tháng".split())
_COUNTED_PAIRS = frozenset(
    tuple(words.split())
    for words in ("thành viên", "tập thể", "cá nhân", "hợp tác", "doanh nghiệp", "phong trào", "mô hình", "tỷ đồng")
)
"""First two syllables of what a number counts: "toàn Khối 12 tập thể"; but "Khối 12 tập trung", "Khối 12 tổ chức"."""

_COUNTED_IN_NAME = _COUNTED | frozenset("doanh huyện tập thành / năm".split())
"""First syllables of what a number counts: "Cụm thi đua 7 trường", "Khối thi đua Ngân hàng 6 đơn vị"."""

REGION_OPENERS = frozenset("đông tây nam bắc trung duyên đồng miền vùng cánh phía ven biên khu".split())
"""First syllables of the names of regions: "7 tỉnh Tây Bắc"."""

_REGION_SECONDS = frozenset("đông tây nam bắc trung nguyên bộ hải bằng biển núi sông miền biên giới du".split())
"""Second syllables of such names, by which "các huyện Tây Bắc" is a region and "huyện Bắc Trà My" is not."""

_ORDINALS = SPELT | {"nhất": 1, "nhì": 2, "tư": 4}
_LETTERED = re.compile(r"0*([1-9]\d?[a-dđ])")


def spelt_number(norms: list[str], at: int) -> str | None:
    """Return the number behind "số" or "thứ" that is a word or has a letter ("thứ Nhất", "số 2A"), else None."""
    lettered = _LETTERED.fullmatch(norms[at])
    if lettered:
        return lettered[1]
    return str(_ORDINALS[norms[at]]) if norms[at] in _ORDINALS else None


def names_bloc(reading: Reading, lexicon: Lexicon, at: int, end: int) -> bool:
    """Whether the numeral at token `at` names the bloc: "Khối 3", not "Cụm thi đua 7 tỉnh", "toàn Cụm 84,7%"."""
    following = reading.norms[at + 1 : at + 3]
    if not following or not reading.norms[at].isdigit():
        return True
    if following[0] == "%" or (following[0] in (",", ".") and _is_decimal(reading, at)):
        return False
    unit = unit_at(reading, at + 1, end)
    if unit:
        return is_one_place(reading, lexicon, unit, end)
    return following[0] not in _COUNTED and tuple(following) not in _COUNTED_PAIRS


def closes_name(reading: Reading, lexicon: Lexicon, i: int, end: int) -> bool:
    """Whether a number closes the name of a sector and counts nothing after it: "Khối thi đua Doanh nghiệp 1"."""
    word = reading.norms[i]
    if not is_numeral(word) or (word.isdigit() and len(word) > 2):
        return False
    unit = unit_at(reading, i + 1, end)
    if unit is not None:
        return is_one_place(reading, lexicon, unit, end)  # "Khối thi đua Doanh nghiệp 1 tỉnh An Giang"
    dated = reading.norms[i + 1 : i + 2] == ["năm"] and re.fullmatch(r"\d{4}", "".join(reading.norms[i + 2 : i + 3]))
    return i + 1 >= end or reading.norms[i + 1] not in _COUNTED_IN_NAME or dated is not None


def is_one_place(reading: Reading, lexicon: Lexicon, unit: tuple[int, str], end: int) -> bool:
    """Whether a unit begins the name of one place ("tỉnh Đồng Nai"), not of several or a region ("tỉnh Nam Bộ")."""
    start, word = unit
    norms = reading.norms
    known = lexicon.provinces.match(norms, start) if start < end else None
    name = known or proper_name(reading, lexicon, start, end, after_unit=True)
    if name is None or not reading.upper[start]:
        return False
    if not known and (word == "tỉnh" or is_region(norms, start)):
        return False
    return norms[name[0] : name[0] + 1] not in ([","], ["và"], ["-"], [";"])


def is_region(norms: list[str], i: int) -> bool:
    """Whether the name of a region begins at token `i`: "Tây Bắc", "Duyên hải miền Trung"; but "Bắc Trà My"."""
    return norms[i] in REGION_OPENERS and (i + 1 >= len(norms) or norms[i + 1] in _REGION_SECONDS)


def _is_decimal(reading: Reading, at: int) -> bool:
    """Whether digits, a mark and digits stand together without a space: "84,7", "1.204"."""
    ends, starts = reading.ends, reading.starts
    joined = at + 2 < len(starts) and ends[at] == starts[at + 1] and ends[at + 1] == starts[at + 2]
    return joined and reading.norms[at + 2].isdigit()
