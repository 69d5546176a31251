"""What ends the names of firms, schools and hospitals: a number, an owner behind a dash, a second province.

"Công ty May 10", "Công ty Nhôm Đắk Nông - TKV", "Bia Hà Nội - Hải Dương", "Trường Đại học Sư phạm Hà Nội 2".
"""

from __future__ import annotations

from pipeline.lexicon import Head, Lexicon
from pipeline.reading import Reading

NUMBERED_FIRMS = ("Công ty", "Tổng công ty", "Xí nghiệp", "Nhà máy", "Bệnh viện", "Tập đoàn", "Trường")
"""What the heads begin with whose names a number may end."""

_OWNERS = frozenset("vinachem vinacomin vinatex petrolimex pvoil vicem viglacera vinafood vimico".split())
KINDS_OF_FIRMS = frozenset(("MTV", "TNHH", "CP", "Công", "ty"))
"""Words before the number of a firm that has no other name: "Công ty TNHH MTV 75"."""

_AFTER_NUMBER_OF_FIRM = frozenset(", ; ) và ( .".split())


def past_province(lexicon: Lexicon, reading: Reading, i: int, end: int, head: Head | None) -> int:
    """Return where a name ends that a province's name before token `i` closes, or a part of it.

    "Bia Hà Nội - Hải Dương", "Công ty Nhôm Đắk Nông - TKV", "Trường Đại học Sư phạm Hà Nội 2".
    """
    stop = _second_province(lexicon, reading, i, end)
    if head is None or not head.name.startswith(NUMBERED_FIRMS):
        return stop
    if is_owner_of_firm(reading, stop, end, head):
        return stop + 2
    numbered = stop < end and reading.norms[stop].isdigit() and len(reading.norms[stop]) == 1
    return stop + (numbered and (stop + 1 >= end or reading.norms[stop + 1] in _AFTER_NUMBER_OF_FIRM))


def is_owner_of_firm(reading: Reading, i: int, end: int, head: Head) -> bool:
    """Whether a dash and the short name of a firm's owner stand at token `i`: "Công ty Nhôm Đắk Nông - TKV"."""
    if i + 1 >= end or reading.norms[i] not in ("-", "–") or not head.name.startswith(NUMBERED_FIRMS):
        return False
    owner = reading.raw[i + 1]
    short = owner.isupper() and 2 < len(owner) < 6 and owner.isalpha() or reading.norms[i + 1] in _OWNERS
    return short and (i + 2 >= end or reading.norms[i + 2] in _AFTER_NUMBER_OF_FIRM)


def _second_province(lexicon: Lexicon, reading: Reading, i: int, end: int) -> int:
    """Return where a second province ends that a dash joins to the one before token `i`: "Bia Hà Nội - Hải Dương"."""
    if i + 1 < end and reading.norms[i] in ("-", "–") and reading.upper[i + 1]:
        second = lexicon.provinces.match(reading.norms, i + 1)
        if second and second[0] <= end:
            return second[0]
    return i


def is_number_of_firm(reading: Reading, i: int, end: int, head: Head) -> bool:
    """Whether a number ends the name of a firm or hospital: "Công ty CP Quản lý đường bộ 240", "Công ty May 10".

    A score may stand there as well; so it is read only where the report says it again after the same word.
    """
    norms = reading.norms
    if not norms[i].isdigit() or len(norms[i]) > 3 or not head.name.startswith(NUMBERED_FIRMS):
        return False
    after_kind = reading.raw[i - 1].islower() or reading.raw[i - 1] in KINDS_OF_FIRMS
    if after_kind and (i + 1 >= end or norms[i + 1] in _AFTER_NUMBER_OF_FIRM):
        return True  # "Công ty TNHH MTV cà phê 706,"
    again = (k for k in reading.positions.get(norms[i], ()) if k != i and norms[k - 1] == norms[i - 1])
    return any(True for _ in again)
