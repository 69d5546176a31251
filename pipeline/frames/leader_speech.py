"""Posts of those who speak or act.

1. A speaker tells of the own unit's post: "Với vai trò Khối trưởng năm 2024, chúng tôi sẽ đổi mới cách chấm điểm", ông
   X, Giám đốc Sở Nội vụ phát biểu;
2. the post stands in the subject of what its holder says or does: "Ông X, Giám đốc Sở Y tế, Khối trưởng cho biết …".
"""

from __future__ import annotations

from pipeline.frames.context import Context
from pipeline.frames.leader_holders import Place, Side
from pipeline.frames.people import Named
from pipeline.reading import Mention, Sentence

_CLOSES = frozenset(('"', "”", "»"))
_SELVES = (("chúng", "tôi"), ("đơn", "vị", "tôi"), ("cơ", "quan", "tôi"), ("ngành", "tôi"))
"""Words by which a speaker means the own unit."""
_LEADS = frozenset("với là trên trong ở làm giữ nhận".split())
"""First words of what gives a post to the one who speaks: "là Khối trưởng", "với vai trò Khối trưởng"."""
_FAR = 60
_BEFORE = 6
_TO_SPEAKER = 6
"""So many tokens at most from a post to the closing mark, before it to its verb, and from the mark to the speaker."""
_ACTS = frozenset(
    tuple(words.split())
    for words in (
        "cho biết|cho rằng|cho hay|phát biểu|nhấn mạnh|khẳng định|đề nghị|yêu cầu|báo cáo|trình bày|thông qua|đọc|"
        "khai mạc|chủ trì|đồng chủ trì|điều hành|kết luận|đánh giá|ghi nhận|cảm ơn|chia sẻ|nói|nêu|đã nêu|đã đọc|"
        "đã trình bày|đã báo cáo|đã phát biểu|trao đổi|quán triệt|triển khai|tổng hợp|công bố|giới thiệu|trình|gợi ý|"
        "làm chủ trì|dự và|chỉ ra|lưu ý|mong|thay mặt|tiếp thu|phổ biến|hướng dẫn|đăng cai"
    ).split("|")
)
"""What the one who holds a post says or does at a meeting."""
_CHOICES = ("elect", "assume", "appoint", "propose")


def acts_in_post(ctx: Context, sentence: Sentence, role: Mention, holder: Mention, last: int) -> bool:
    """Whether the holder of a post, told right before it, is the subject of what is said or done behind it.

    Such a one sits: "Giám đốc Sở Y tế - đơn vị Khối trưởng cho biết, các đơn vị sẽ suy tôn … trình UBND tỉnh". Not so
    where the post is being given: "Sở Y tế được bầu làm Khối trưởng phát biểu nhận nhiệm vụ".
    """
    if role.parts.get("new") or not holder.start < role.start:
        return False
    for mention in (*ctx.reading.of("BLOC", role.start, last + 1), *ctx.reading.of("YEAR", last, last + 1)):
        last = max(last, mention.end)
    norms = ctx.reading.norms
    last += norms[last : last + 1] in ([","], [")"], ["-"])
    if last >= sentence.end or not {tuple(norms[last : last + n]) for n in (1, 2, 3)} & _ACTS:
        return False
    begin = max(sentence.start, holder.start - _BEFORE)
    return not any(ctx.has(category, begin, role.end) for category in _CHOICES)


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
