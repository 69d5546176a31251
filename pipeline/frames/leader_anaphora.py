"""Units that a sentence with a post names only by a pointing word: "Đơn vị này được bầu làm Trưởng khối".

What it points at is the unit told just before: the nearest one of that kind ("huyện này", "sở này"), or, for a bare
"đơn vị này", the only one of the sentence before. Where two come into question nothing is taken.
"""

from __future__ import annotations

from pipeline.frames.context import Context
from pipeline.frames.leader_grantors import grants_award
from pipeline.reading import Mention, Sentence

_POINTS = frozenset("này ấy đó nêu".split())
_ANY = frozenset((("đơn", "vị"), ("cơ", "quan"), ("tập", "thể"), ("thành", "viên"), ("địa", "phương")))
_TOGETHER = frozenset("hai ba các những 2 02 3 03".split())
"""Before a pointing word it points at several: "hai đơn vị này"."""
_REACH = 2
"""So many sentences before at most are looked through."""


def pointed_at(ctx: Context, sentence: Sentence, n: int) -> list[Mention]:
    """Return the units that the pointing words of a sentence stand for, as mentions at those words."""
    norms = ctx.reading.norms
    found = []
    for i in range(sentence.start + 1, sentence.end):
        if norms[i] not in _POINTS:
            continue
        end = i + 1
        i = i - 1 if norms[i] == "nêu" or norms[i - 1] in ("nói", "vừa") else i
        for size in (2, 1):
            begin = i - size
            words = tuple(norms[max(begin, 0) : i])
            if begin < sentence.start or norms[begin - 1] in _TOGETHER:
                continue
            unit = _antecedent(ctx, sentence, n, begin, words)
            if unit:
                parts = {k: v for k, v in unit.parts.items() if k != "from"}
                found.append(Mention("AGENCY", begin, end, unit.value, "anaphor", parts))
                break
    return found


def _antecedent(ctx: Context, sentence: Sentence, n: int, begin: int, words: tuple[str, ...]) -> Mention | None:
    reading = ctx.reading
    is_any = words in _ANY
    if not is_any and ctx.lexicon.heads.match([*words], 0) is None and words[0] not in _UNITS:
        return None
    for k in range(n, max(-1, n - _REACH - 1), -1):
        here = reading.sentences[k]
        if sentence.line - here.line > 2:
            return None
        units = [a for a in reading.of("AGENCY", here.start, min(begin, here.end)) if not _gives(ctx, a)]
        if not is_any:
            units = [a for a in units if _is_kind(a, " ".join(words))][-1:]
        if len({a.value for a in units}) == 1:
            return units[-1]
        if units:
            return None
    return None


_UNITS = frozenset("huyện xã phường quận tỉnh thị thành".split())


def _is_kind(agency: Mention, words: str) -> bool:
    """Whether a unit is of the kind that the words name: "huyện" of "UBND huyện Lục Ngạn", "sở" of "Sở Y tế"."""
    return agency.parts.get("unit") == words or agency.value.lower().startswith(f"{words} ")


def _gives(ctx: Context, agency: Mention) -> bool:
    """Whether a unit is named as the one that grants or decides, or that the place belongs to."""
    named = ctx.reading.of("GRANTOR", max(0, agency.start - 4), agency.end)
    return any(g.start <= agency.start < g.end for g in named) or grants_award(ctx, agency)
