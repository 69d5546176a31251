"""Who holds a post that a speaker tells of the own unit, and who speaks stands behind the quotation.

"Với vai trò Khối trưởng năm 2024, chúng tôi sẽ đổi mới cách chấm điểm", ông X, Giám đốc Sở Nội vụ phát biểu.
"""

from __future__ import annotations

from pipeline.frames.context import Context
from pipeline.frames.leader_holders import Place, Side
from pipeline.frames.people import Named

_CLOSES = frozenset(('"', "”", "»"))
_SELVES = (("chúng", "tôi"), ("đơn", "vị", "tôi"), ("cơ", "quan", "tôi"), ("ngành", "tôi"))
"""Words by which a speaker means the own unit."""
_LEADS = frozenset("với là trên trong ở làm giữ nhận".split())
"""First words of what gives a post to the one who speaks: "là Khối trưởng", "với vai trò Khối trưởng"."""
_FAR = 60
_BEFORE = 6
_TO_SPEAKER = 6
"""So many tokens at most from a post to the closing mark, before it to its verb, and from the mark to the speaker."""


def holder_speaking(ctx: Context, named: list[Named], at: Place) -> Side | None:
    """Return the unit of the one who says to hold a post, told behind the quotation that the post stands in.

    Args:
        ctx: the report.
        named: the persons of the report with their posts.
        at: where the role stands.
    """
    norms = ctx.reading.norms
    limit = min(at.end + _FAR, len(norms))
    close = next((k for k in range(at.end, limit) if norms[k] in _CLOSES), None)
    if close is None or at.wanted > 1 or ctx.reading.of("AGENCY", at.end, close):
        return None
    begin = max(at.sentence.start, at.start - _BEFORE)
    if _LEADS.isdisjoint(norms[begin : at.start]) or "cho" in norms[begin : at.start]:
        return None
    if all(ctx.reading.find(words, begin, close) < 0 for words in _SELVES):
        return None
    speaker = next((p for p in named if close < p.person.start <= close + _TO_SPEAKER), None)
    if speaker is None or speaker.agency is None:
        return None
    return Side(1, [speaker.agency], "subject-of-clause", speaker)
