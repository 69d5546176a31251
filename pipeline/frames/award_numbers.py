"""Awards told by their number alone: "đề nghị UBND tỉnh tặng 01 Cờ thi đua, 02 Bằng khen cho các tập thể"."""

from __future__ import annotations

from pipeline.frames.award_parts import Clause, Found
from pipeline.frames.context import Context
from pipeline.mentions.times import number_at
from pipeline.reading import Mention

_KINDS = {"tập thể": "agency", "đơn vị": "agency", "cá nhân": "person"}
_TO_KIND = 4
"""So many tokens at most between a title and the kind of those who get it: "cho các tập thể"."""
_TO_NEXT = 8
"""So many between two titles of a list that each have a number, with a class or a year behind the first."""
_NEXT = 4
"""So many tokens at most between two titles of one list."""


def numbered(ctx: Context, clause: Clause) -> Found | None:
    """Return how many get a title that a number stands before, where the bloc asks for it and names nobody.

    The kind of those who get it is told behind it or behind a later title of the list, else it is the title's own.
    """
    award = clause.award
    number = number_at(ctx.reading.norms, award.start - 1) if award.start > clause.sentence.start else None
    if clause.is_rank or number is None or not ctx.has("ask", clause.sentence.start, award.start):
        return None
    of = _kind_behind(ctx, clause) or {"agency": "agency", "person": "person"}.get(award.parts["for"])
    of = of or _kind_of_list(ctx, clause)
    if of is None:
        return None
    count = Mention("COUNT", award.start - 1, award.start, str(number), "number-of-awards", {"of": of})
    return Found([count], "award-number", award.end)


def _kind_of_list(ctx: Context, clause: Clause) -> str | None:
    """Return the kind of the title before, where none of the list is for persons: "01 Cờ thi đua, 02 Bằng khen"."""
    norms, sentence = ctx.reading.norms, clause.sentence
    before = ctx.reading.of("AWARD", sentence.start, clause.award.start)
    if not before or before[-1].rule == "rank" or number_at(norms, before[-1].start - 1) is None:
        return None
    persons = ctx.reading.find(("cá", "nhân"), sentence.start, sentence.end) >= 0
    agencies = any(a.parts["for"] == "agency" for a in before)
    return "agency" if agencies and not persons and clause.award.start - before[-1].end <= _TO_NEXT else None


def _kind_behind(ctx: Context, clause: Clause) -> str | None:
    """Return the kind that "cho các tập thể" tells behind the title, or behind the next titles of its list."""
    norms, end = ctx.reading.norms, clause.sentence.end
    titles = [clause.award, *ctx.reading.of("AWARD", clause.award.end, end)]
    for n, title in enumerate(titles):
        for k in range(title.end, min(title.end + _TO_KIND, end)):
            if norms[k] == "cho":
                at = k + 2 if norms[k + 1 : k + 2] == ["các"] else k + 1
                return _KINDS.get(" ".join(norms[at : at + 2]))
        following = titles[n + 1] if n + 1 < len(titles) else None
        if following is None or following.start - title.end > _NEXT or following.rule == "rank":
            return None
        if number_at(norms, following.start - 1) is None:
            return None
    return None
