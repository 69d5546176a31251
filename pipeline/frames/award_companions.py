"""Those who get an award beside its subject, told behind it: "A được đề nghị tặng Cờ thi đua cùng với B và C"."""

from __future__ import annotations

from pipeline.frames.award_lists import ends_list, grants_next
from pipeline.frames.award_parts import Clause, Found, Sources
from pipeline.frames.context import Context
from pipeline.frames.holders import run_after
from pipeline.reading import Mention

_WITH = (("cùng", "với"), ("bên", "cạnh"), ("cùng", "lúc", "với"), ("ngang", "với"))
_BEFORE_NAME = frozenset("các hai ba 02 03 2 3 đơn vị tập thể cơ quan là".split())
_PASSED = frozenset("của khối cụm năm ubnd tỉnh huyện chủ tịch , ( ) này".split())
"""What may stand between a title and "cùng với", beside who grants it, the bloc and the year."""
_FAR = 10
"""So many tokens at most between a title and "cùng với"."""
_PREDICATE = frozenset("được đạt nhận xếp đứng có đề về giành dẫn giữ".split())
"""What follows the subject of a clause of its own: "…, B | được tặng Bằng khen"."""


def companions(sources: Sources, clause: Clause, found: Found) -> list[Mention]:
    """Return the agencies that get an award together with the agency before it."""
    if found.rule != "recipient-then-award" or not found.mentions or found.mentions[-1].kind != "AGENCY":
        return []
    ctx = sources.ctx
    at = _behind_with(ctx, clause)
    if at is None:
        return []
    end = next((k for k in range(at, clause.limit) if ctx.reading.norms[k] == ";"), clause.limit)
    agencies = ctx.reading.of("AGENCY", at, end)
    if not agencies or int(agencies[0].parts.get("from", agencies[0].start)) != at:
        return []
    run = [a for a in run_after(ctx, agencies, 0, ends_list(ctx)) if not grants_next(ctx, a)]
    return run[:-1] if run and _acts(ctx, run[-1]) else run


def _behind_with(ctx: Context, clause: Clause) -> int | None:
    """Return where the names begin behind a title and "cùng với"."""
    norms, start = ctx.reading.norms, clause.award.end
    if clause.grantor and clause.grantor.mention.start >= start:
        start = clause.grantor.mention.end
    known = {
        k for kind in ("YEAR", "BLOC") for m in ctx.reading.of(kind, start, start + _FAR) for k in range(m.start, m.end)
    }
    for k in range(start, min(start + _FAR, clause.limit)):
        words = next((w for w in _WITH if tuple(norms[k : k + len(w)]) == w), None)
        if words:
            k += len(words)
            while k < clause.limit and norms[k] in _BEFORE_NAME:
                k += 1
            return k
        if norms[k] not in _PASSED and k not in known:
            return None
    return None


def _acts(ctx: Context, agency: Mention) -> bool:
    """Whether an agency is the subject of what follows."""
    return not _PREDICATE.isdisjoint(ctx.reading.norms[agency.end : agency.end + 1])
