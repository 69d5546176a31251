"""The words that put an award up to who grants it ("đề nghị", "trình lên"): the category `put up` in `triggers.csv`."""

from __future__ import annotations

from pipeline.frames.context import Context
from pipeline.frames.holders import Gap

_LONGEST = 3


def is_put_up_to(ctx: Context, i: int) -> bool:
    """Whether a word that puts up ends right before a token: before "UBND" in "kiến nghị UBND tỉnh tặng"."""
    norms, table = ctx.reading.norms, ctx.lexicon.triggers["put up"]
    for start in range(max(0, i - _LONGEST), i):
        found = table.match(norms, start)
        if found and found[0] == i:
            return found[1] != "not"  # "chương trình" is longer than "trình"
    return False


def puts_up(ctx: Context, between: Gap) -> bool:
    """Whether a word that puts up stands between two mentions."""
    return between.any(*ctx.lexicon.put_up)
