"""Clauses that say whose the units are before they name them: "Nằm trong khối có A, B, C", "đã ký bản giao ước: A, B".

What stands from the last comma to the opener must be such words alone, for a clause that tells more tells it of some.
"""

from __future__ import annotations

import re

from pipeline.frames.context import Context

_BELONG = re.compile(
    r"(?:(?:cùng|cũng|đang|hiện|hiện nay|đều|nay|được (?:xếp|phân|chia|đưa|bố trí)) )*"
    r"(?:tham gia|nằm|sinh hoạt|thuộc|ở|đứng|có mặt|góp mặt|đứng chân|vào|chung|thành phần|thành viên|trong thành phần)"
    r"(?: (?:vào|trong|ở|tại|chung|cùng|một|của|thành phần|danh sách|hoạt động))* "
    r"(?:khối|cụm)(?: thi đua)?(?: số \w+)?"
    r"(?: (?:này|ấy|đó|nói trên|hiện nay|hiện|năm nay|còn|đang|lần lượt|đều|bao))*"
)
"""All that stands in a clause before "có", "là", "gồm" or a colon that opens who belongs to a bloc."""

_SIGN = re.compile(
    r"\bký(?: kết)?(?: (?:vào|tên|bản|bảng|các|cam kết))* giao ước(?: thi đua)?(?: (?:năm \d{4}|của (?:khối|cụm)))*"
    r"(?: (?:gồm|là|gồm có|lần lượt là))?$"
)
"""The end of words that say who signed the bloc's pledge, before a colon."""
_ONLOOKERS = frozenset(("kiến", "dự", "mời", "với"))
"""Words of a clause that names who saw it: "Chứng kiến lễ ký giao ước:"."""

_SAYS = frozenset(("khối", "cụm", "ước"))
_REACH = 14


def clause_announces(ctx: Context, start: int, i: int) -> bool:
    """Whether the clause before the opener at token `i` says that the units named after it are the bloc's."""
    norms = ctx.reading.norms
    first = next((k + 1 for k in range(i - 1, max(start, i - _REACH) - 1, -1) if norms[k] in (",", ";")), None)
    first = first or (start if i - start <= _REACH else i)
    words = norms[first:i]
    if _SAYS.isdisjoint(words):
        return False
    said = " ".join(words)
    if norms[i] == ":" and _ONLOOKERS.isdisjoint(words) and _SIGN.search(said):
        return True
    return _BELONG.fullmatch(said) is not None
