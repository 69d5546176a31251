"""Abbreviations inside names that no table has: "Trường Cao đẳng KT-KT" is "Trường Cao đẳng Kinh tế - Kỹ thuật".

Whole names are abbreviated in `agencies.csv`; here are the parts of which unknown names are made (`abbreviations.csv`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_SHORT = re.compile(r"(?<![\w&-])[A-ZĐƯ]{2,}(?:[&-][A-ZĐ]{2,})*(?![\w&-])")


_JOINT = re.compile("([&-])")
_WRITTEN_JOINTS = {"-": " - ", "&": " và "}


def written_out(name: str, shorts: Mapping[str, str]) -> str:
    """Return a name with its abbreviations written out: "Phòng CSGT" is "Phòng Cảnh sát giao thông".

    Args:
        name: A name that the grammar made.
        shorts: What each abbreviation stands for.
    """
    return _SHORT.sub(lambda short: shorts.get(short[0]) or _each(short[0], shorts), name)


def _each(short: str, shorts: Mapping[str, str]) -> str:
    """Return the parts that a dash or "&" joins written out, if all of them can be: "GDNN-GDTX"."""
    parts = _JOINT.split(short)
    if len(parts) < 2 or not all(part in shorts for part in parts[::2]):
        return short
    return "".join(shorts.get(part, _WRITTEN_JOINTS.get(part, part)) for part in parts)
