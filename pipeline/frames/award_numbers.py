"""Awards told by their number alone: "đề nghị UBND tỉnh tặng 01 Cờ thi đua, 02 Bằng khen cho các tập thể"."""

from __future__ import annotations

from pipeline.frames.award_parts import Clause, Found
from pipeline.frames.context import Context
from pipeline.mentions.times import number_at
from pipeline.reading import Mention

_KINDS = {"tập thể": "agency", "đơn vị": "agency", "cá nhân": "person"}
_HELD = ("Tập thể lao động", "Đơn vị quyết thắng", "Đơn vị tiên tiến", "Chiến sĩ", "Lao động tiên tiến", "Kỷ niệm")
"""What titles begin with that say who holds them, so that their number is that of their holders."""
_TO_KIND = 4
"""So many tokens at most between a title and the kind of those who get it: "cho các tập thể"."""
_TO_NEXT = 8
"""So many between two titles of a list that each have a number, with a class or a year behind the first."""
_NEXT = 4
"""So many tokens at most between two titles of one list."""


def numbered(ctx: Context, clause: Clause) -> Found | None:
    """Return how many get a title that a number stands before, where it is asked for or given and nobody is named.

    The kind of those who get it is told behind it or behind a later title of the list, else it is the title's own. Of
    what is given, one of the first two must be so, or the title say who holds it: "công nhận 150 Chiến sĩ thi đua".
    """
    award, start = clause.award, clause.sentence.start
    number = number_at(ctx.reading.norms, award.start - 1) if award.start > start else None
    if clause.is_rank or number is None:
        return None
    asked = ctx.has("ask", start, award.start)
    if not asked and not ctx.has("confer", start, award.start):
        return None
    of = _kind_behind(ctx, clause)
    if of is None and (asked or award.value.startswith(_HELD)) and not _is_of_both(ctx, clause):
        of = {"agency": "agency", "person": "person"}.get(award.parts["for"]) or _kind_of_list(ctx, clause)
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
    at = _behind_list(ctx, clause)
    if at is None:
        return None
    norms = ctx.reading.norms
    at += norms[at : at + 1] == ["các"]
    kind = _KINDS.get(" ".join(norms[at : at + 2]))
    both = norms[at + 2 : at + 3] in (["và"], [","]) and any(
        of != kind and norms[at + 3 : at + 5] == words.split() for words, of in _KINDS.items()
    )
    return None if both else kind


def tells_kind(ctx: Context, clause: Clause) -> bool:
    """Whether a number stands before a title and "cho" with the kind of those who get it behind it."""
    is_numbered = number_at(ctx.reading.norms, clause.award.start - 1) is not None
    return is_numbered and _behind_list(ctx, clause) is not None


def _is_of_both(ctx: Context, clause: Clause) -> bool:
    """Whether the list goes to collectives and persons alike: "2 Cờ thi đua, 5 Bằng khen cho các tập thể, cá nhân"."""
    return clause.award.parts["for"] == "any" and _behind_list(ctx, clause) is not None


def _behind_list(ctx: Context, clause: Clause) -> int | None:
    """Return the token behind the "cho" that ends the list of numbered titles which this title is one of.

    Who grants them may stand between: "2 Cờ thi đua và 5 Bằng khen của UBND tỉnh cho các đơn vị".
    """
    norms, end = ctx.reading.norms, clause.sentence.end
    titles = [clause.award, *ctx.reading.of("AWARD", clause.award.end, end)]
    for n, title in enumerate(titles):
        at = _behind_grantor(ctx, title.end, end)
        for k in range(at, min(at + _TO_KIND, end)):
            if norms[k] == "cho":
                return k + 1
        following = titles[n + 1] if n + 1 < len(titles) else None
        if following is None or following.start - at > _NEXT or following.rule == "rank":
            return None
        if number_at(norms, following.start - 1) is None:
            return None
    return None


def _behind_grantor(ctx: Context, at: int, end: int) -> int:
    """Return the token behind who grants, where "của" and its name stand at a token, else the token itself."""
    if ctx.reading.norms[at : at + 1] != ["của"]:
        return at
    names = [m.end for kind in ("GRANTOR", "AGENCY") for m in ctx.reading.of(kind, at + 1, end) if m.start == at + 1]
    return max(names, default=at)
