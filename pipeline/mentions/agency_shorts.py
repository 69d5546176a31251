"""Abbreviations inside names that no table has: "Trường Cao đẳng KT-KT" is "Trường Cao đẳng Kinh tế - Kỹ thuật".

Whole names are abbreviated in `agencies.csv`; here are the parts of which unknown names are made (`abbreviations.csv`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_SHORT = re.compile(r"(?<![\w&-])[A-ZĐƯ]{2,}(?:[&-][A-ZĐ]{2,})*(?![\w&-])")


def written_out(name: str, shorts: Mapping[str, str]) -> str:
    """Return a name with its abbreviations written out: "Phòng CSGT" is "Phòng Cảnh sát giao thông".

    Args:
        name: A name that the grammar made.
        shorts: What each abbreviation stands for.
    """
    return _SHORT.sub(lambda short: shorts.get(short[0], short[0]), name)
