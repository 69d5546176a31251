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
    if not _opens(ctx, after) or any(reading.of(kind, after.start, after.end) for kind in ("ROLE", "AWARD")):
        return []
    agencies = reading.of("AGENCY", after.start, after.end)
    if not agencies or agencies[0].start - after.start > _FAR:
        return []
    begin = int(agencies[0].parts.get("from", agencies[0].start))
    if reading.norms[begin - 1] not in _LEADS:
        return []
    run = run_after(ctx, agencies, 0, ends_list(ctx))
    return run if len(run) == wanted else []


def _opens(ctx: Context, sentence: Sentence) -> bool:
    start = sentence.start
    return any(tuple(ctx.reading.norms[start : start + len(words)]) == words for words in _OPENS)
