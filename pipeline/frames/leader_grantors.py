"""Authorities asked for an award before a post is told: "A được đề nghị UBND tỉnh tặng Cờ, được bầu làm Khối phó"."""

from __future__ import annotations

from pipeline.frames.award_asking import is_put_up_to
from pipeline.frames.context import Context
from pipeline.reading import Mention

_GIVES = frozenset("tặng trao khen xét công".split())
_BY = frozenset(("được", "do"))
_TO_AWARD = 8
"""So many tokens at most from the one who grants to the award: "UBND tỉnh xem xét, quyết định tặng thưởng | Cờ"."""


def grants_award(ctx: Context, agency: Mention) -> bool:
    """Whether an agency is named as the one to give an award, and so holds no post told after it."""
    reading, begin = ctx.reading, agency.start
    for title in reading.of("TITLE", max(0, begin - 4), begin):
        begin = title.start if title.end == begin else begin
    if begin == 0 or reading.norms[begin - 1] not in _BY and not is_put_up_to(ctx, begin):
        return False
    behind = reading.norms[agency.end : agency.end + 1]
    return bool(behind) and behind[0] in _GIVES and bool(reading.of("AWARD", agency.end, agency.end + _TO_AWARD))
