"""Who gets the posts that a sentence says were filled, told in the next one.

"Hội nghị bỏ phiếu chọn đơn vị giữ vai trò Trưởng khối năm 2023. Kết quả, đơn vị được chọn là Sở Ngoại vụ."
"""

from __future__ import annotations

from pipeline.frames.context import Context
from pipeline.frames.holders import run_after
from pipeline.frames.leader_holders import ends_list
from pipeline.reading import Mention, Sentence

_OPENS = tuple(
    tuple(words.split())
    for words in "kết quả|theo đó|đơn vị được|cụ thể|đó là|hai đơn vị|các đơn vị được|lần lượt là".split("|")
)
"""First words of a sentence that tells the outcome of the one before."""
_LEADS = frozenset("là : , chọn bầu về cho".split())
_FAR = 10
_PASSIVE = frozenset("đã được chính thức vinh dự các đơn vị tín nhiệm tin tưởng hội nghị".split())
"""What stands between units and the verb by which they are chosen: "đã được các đơn vị"."""
_TO_CHOICE = 9


def told_after(ctx: Context, n: int, wanted: int) -> list[Mention]:
    """Return the units of the sentence after sentence `n` that get its posts; none unless there is one for each.

    Args:
        ctx: the report.
        n: the sentence that says that posts were filled, and names nobody.
        wanted: how many posts it names.
    """
    reading = ctx.reading
    if n + 1 == len(reading.sentences):
        return []
    sentence, after = reading.sentences[n], reading.sentences[n + 1]
    if after.line - sentence.line > 2 or not ctx.has("elect", sentence.start, sentence.end):
        return []
    if any(reading.of(kind, after.start, after.end) for kind in ("ROLE", "AWARD")):
        return []
    agencies = reading.of("AGENCY", after.start, after.end)
    if not agencies or agencies[0].start - after.start > _FAR:
        return []
    begin = int(agencies[0].parts.get("from", agencies[0].start))
    run = run_after(ctx, agencies, 0, ends_list(ctx))
    led = reading.norms[begin - 1] in _LEADS and _opens(ctx, after)
    return run if len(run) == wanted and (led or _is_chosen(ctx, run[-1].end, after.end)) else []


def _is_chosen(ctx: Context, i: int, end: int) -> bool:
    """Whether the units before token `i` are chosen, and the sentence ends with it: "… Sở A đã được tín nhiệm bầu"."""
    norms = ctx.reading.norms
    chosen = ctx.first("elect", i, min(i + _TO_CHOICE, end))
    if chosen is None or not _PASSIVE.issuperset(norms[i : chosen[0]]):
        return False
    passive = "được" in norms[i : chosen[0]] or norms[chosen[0]] in ("trúng", "đắc", "thắng")
    return passive and chosen[1] < end and norms[chosen[1]] in (".", ",", "với", "bầu", "chọn")


def _opens(ctx: Context, sentence: Sentence) -> bool:
    start = sentence.start
    return any(tuple(ctx.reading.norms[start : start + len(words)]) == words for words in _OPENS)
