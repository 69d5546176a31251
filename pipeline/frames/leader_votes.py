"""Words of choosing that stand elsewhere than before a post: after it, in the next sentence, or above its list."""

from __future__ import annotations

from pipeline.frames.context import Context
from pipeline.reading import Mention, Sentence

_GIVES = frozenset(("giao", "trao", "cử", "chọn", "để"))
_CHOOSERS = (("hội", "nghị"), ("đại", "hội"), ("các", "đơn", "vị"), ("các", "thành", "viên"), ("đại", "biểu"))
_TO_POST = 4
"""Words at most between "công nhận" and the post: "là", "giữ chức"."""
_ADVERBS = frozenset("đã cũng vừa tiếp tục lại".split())


def vote_beside(ctx: Context, sentence: Sentence, n: int, last: int) -> tuple[int, int] | None:
    """Return the words that tell after a post that the bloc chose its holder.

    1. in the same sentence: "A nhận vai trò Khối trưởng sau khi đạt 100% số phiếu";
    2. in the next one, which tells nothing else: "Các thành viên đã bỏ phiếu, hai đơn vị này đạt 100% phiếu".
    """
    reading = ctx.reading
    end = next((k for k in range(last, sentence.end) if reading.norms[k] == ";"), sentence.end)
    award = next((a.start for a in reading.of("AWARD", last, end)), end)
    found = ctx.first("vote", last, award)
    if found:
        return found
    if n + 1 == len(reading.sentences) or reading.sentences[n + 1].line != sentence.line:
        return None
    after = reading.sentences[n + 1]
    if any(reading.of(kind, after.start, after.end) for kind in ("AGENCY", "AWARD", "ROLE", "PERSON", "GRANTOR")):
        return None
    return ctx.first("vote", after.start, after.end)


def given_by_bloc(ctx: Context, sentence: Sentence, first: int) -> tuple[int, int] | None:
    """Return the verb by which the bloc or its meeting gives a post: "Cụm giao A làm Cụm trưởng"."""
    reading = ctx.reading
    ends = [b.end for b in reading.of("BLOC", sentence.start, first) if reading.norms[b.start - 1] != "của"]
    for words in _CHOOSERS:
        at = reading.find(words, sentence.start, first)
        if at >= 0:
            ends.append(at + len(words))
    for end in ends:
        at = end
        while at < first and reading.norms[at] in _ADVERBS:
            at += 1
        if at < first and reading.norms[at] in _GIVES and _gives_post(ctx, at + 1):
            return at, at + 1
    return None


def _gives_post(ctx: Context, i: int) -> bool:
    """Whether a unit or the words for a post follow a verb of giving: not in "Khối trao cờ luân lưu cho A"."""
    office = ctx.lexicon.triggers["office"].match(ctx.reading.norms, i)
    return bool(ctx.reading.of("AGENCY", i, i + 3)) or bool(office) and ctx.reading.norms[i] not in ("cờ", "quyền")


def heading_of(ctx: Context, n: int) -> Sentence | None:
    """Return the sentence with a colon that announces the list in which a line stands."""
    reading = ctx.reading
    for k in range(n - 1, max(-1, n - 40), -1):
        before = reading.sentences[k]
        if reading.norms[before.end - 1] == ":":
            return before
        if not before.bullet and reading.sentences[k + 1].line - before.line > 2:
            return None
    return None


def asked_to_recognise(ctx: Context, holder: Mention, role: Mention) -> tuple[int, int] | None:
    """Return the asking between a unit and its post: "A được đề nghị công nhận Khối trưởng"."""
    asked = ctx.last("propose", holder.end, role.start)
    said = ctx.first("recognise", asked[1], role.start) if asked else None
    if said is None or role.start - said[1] > _TO_POST or ctx.reading.of("AWARD", holder.end, role.start):
        return None
    return asked


def other_post_handed(ctx: Context, n: int) -> tuple[str, tuple[int, int]] | None:
    """Return the handing over of a post told anywhere before, if no sentence that names a post tells of a choice.

    "B nhận Trưởng khối từ A. … Năm 2025, hai đơn vị giữ vai trò Phó Trưởng khối là C và D": C and D as B.
    """
    reading = ctx.reading
    about = [s for s in reading.sentences[:n] if reading.of("ROLE", s.start, s.end)]
    if any(ctx.has("elect", s.start, s.end) for s in about):
        return None
    handed = next((h for s in about if (h := ctx.last("assume", s.start, s.end))), None)
    return ("assumed", handed) if handed else None
