"""Posts that an authority gives, and not the bloc: by its decision, its verb, or its document that is cited."""

from __future__ import annotations

from pipeline.frames.context import Context
from pipeline.reading import Sentence

_AUTHORITY = 12
"""Words at most of an authority's name before its verb."""
_DOCUMENTS = (["thông", "báo"], ["quyết", "định"], ["công", "văn"], ["văn", "bản"], ["kế", "hoạch"], ["hướng", "dẫn"])
_OF_DECISION = 24
"""So many tokens at most from "Quyết định" to what it does, past its number, day and issuer."""
_BEFORE_NO_VERB = frozenset("bàn chuyển giao được".split())
_APPOINTS = frozenset((("phân", "công"), ("chỉ", "định"), ("bổ", "nhiệm"), ("quy", "định")))
_BODIES = (
    "ban thường vụ",
    "thường trực",
    "tỉnh ủy",
    "thành ủy",
    "huyện ủy",
    "liên đoàn lao động",
    "tổng ",
    "bộ ",
    "hội đồng",
)
"""What the names of bodies begin with that give posts to the units under them."""
FROM_ABOVE = frozenset("phân giao chỉ quyết".split())
"""First words of "phân công", "giao", "chỉ định", "quyết định": an authority appoints by them."""


def put_up(ctx: Context, start: int, first: int, last: int) -> bool:
    """Whether the choice only puts someone up for an authority to give the post.

    "giới thiệu A để UBND tỉnh chỉ định làm Khối trưởng", "giới thiệu UBND huyện công nhận A là Khối trưởng".
    """
    chosen = ctx.last("elect", start, first)
    if chosen is None:
        return False
    aim = ctx.reading.find(("để",), chosen[1], last)
    begin = aim + 1 if aim >= 0 else chosen[1]
    decides = ctx.first("decides", begin, min(begin + _AUTHORITY, last))
    if decides is None or ctx.reading.of("ROLE", begin, decides[0]):
        return False
    return aim >= 0 or any(a.end == decides[0] for a in ctx.reading.of("AGENCY", begin, begin + 1))


def assigned(ctx: Context, sentence: Sentence, first: int, last: int) -> tuple[int, int] | None:
    """Return the words that say an authority gave the post, whatever else the clause tells.

    1. "Theo phân công của Hội Nhà báo Việt Nam, năm nay A giữ nhiệm vụ Cụm trưởng";
    2. "do xã A làm Cụm trưởng, xã B làm Cụm phó theo Quyết định nêu trên";
    3. "Quyết định cũng phân công A làm Cụm trưởng";
    4. "Theo phân công tại Thông báo 41 của UBND tỉnh, A làm Cụm trưởng";
    5. "Quyết định số 12/QĐ-UBND về việc cử Khối trưởng các khối. Theo đó, A làm Khối trưởng".
    """
    reading = ctx.reading
    at = reading.find(("phân", "công"), sentence.start, first)
    if at >= 0 and _names_authority(ctx, at + 2, first):
        return at, at + 2
    after = ctx.first("appoint", last, sentence.end)
    if after and ("theo" in reading.norms[after[0] - 1 : after[0] + 1] or _by_listing(ctx, last, after)):
        return after
    cited = _cited_behind(ctx, sentence, last)
    if cited:
        return cited
    decided = _decided_before(ctx, sentence)
    if decided:
        return decided
    begins = reading.norms[sentence.start : sentence.start + 2] == ["quyết", "định"]
    return _given_in(ctx, sentence.start + 2, first) if begins else None


def _given_in(ctx: Context, start: int, end: int) -> tuple[int, int] | None:
    """Return the verb by which a decision that opens a sentence gives posts: "Quyết định này cũng | giao A làm …".

    Not what it is called by: "Quyết định giao nhiệm vụ được các đơn vị nhất trí".
    """
    norms = ctx.reading.norms
    for k in range(start, min(end, start + _OF_DECISION)):
        if norms[k] == "giao" and norms[k - 1] not in _BEFORE_NO_VERB or tuple(norms[k : k + 2]) in _APPOINTS:
            return k, k + 1
    return None


def _decided_before(ctx: Context, sentence: Sentence) -> tuple[int, int] | None:
    """Return the decision of the sentence before, by its number and on posts, that "Theo đó" goes on to tell."""
    reading = ctx.reading
    n = reading.sentence_of(sentence.start)
    if n == 0 or reading.norms[sentence.start : sentence.start + 2] != ["theo", "đó"]:
        return None
    before = reading.sentences[n - 1]
    decided = ctx.first("decision", before.start, before.end)
    told = decided and reading.norms[decided[0]] == "quyết" and reading.of("ROLE", decided[1], before.end)
    return decided if told else None


def _by_listing(ctx: Context, last: int, after: tuple[int, int]) -> bool:
    """Whether "theo" behind a post leads to a decision: "…, theo danh sách được UBND quận phê duyệt tại Quyết định"."""
    norms = ctx.reading.norms
    last = max(
        [
            last,
            *(
                m.end
                for kind in ("ROLE", "AGENCY")
                for m in ctx.reading.of(kind, last, after[0])
                if "theo" in norms[m.end : after[0]]
            ),
        ]
    )
    opens = "theo" in norms[last : last + 2] and after[0] - last < _AUTHORITY + 4
    return opens and norms[after[0] - 1] in ("tại", "trong", "bằng")


def _cited_behind(ctx: Context, sentence: Sentence, last: int) -> tuple[int, int] | None:
    """Return an authority's document cited in brackets behind posts: "Phó khối - B (Thông báo số 52/TB-UBND … của …)".

    Only in the last bracket of a sentence that tells no choice.
    """
    norms = ctx.reading.norms
    end = sentence.end - 1 if norms[sentence.end - 1] in (".", ";") else sentence.end
    if norms[end - 1] != ")" or ctx.has("elect", sentence.start, end):
        return None
    opened = next((k for k in range(end - 2, last - 1, -1) if norms[k] == "("), None)
    if opened is None or norms[opened + 1 : opened + 2] == ["theo"]:
        return None
    found = ctx.first("decision", opened, end)
    return found if found and found[0] == opened + 1 and "ubnd" in " ".join(norms[opened:end]) else None


def _names_authority(ctx: Context, i: int, first: int) -> bool:
    """Whether an authority or its document follows: "của UBND tỉnh", "tại Thông báo 41", "theo Quyết định số 5"."""
    norms = ctx.reading.norms
    if norms[i : i + 1] not in (["của"], ["tại"], ["trong"], ["theo"], ["từ"]):
        return False
    if norms[i + 1 : i + 3] in _DOCUMENTS:
        return True
    return norms[i] == "của" and bool(ctx.reading.of("AGENCY", i + 1, min(i + 2, first)))


def given_from_above(ctx: Context, sentence: Sentence, first: int) -> tuple[int, int] | None:
    """Return the verb by which a body of the state or a head gives posts: "UBND tỉnh giao A làm Trưởng khối"."""
    norms = ctx.reading.norms
    bodies = [g.end for g in ctx.reading.of("GRANTOR", sentence.start, first)]
    for a in ctx.reading.of("AGENCY", sentence.start, first):
        if a.parts["policy"] == "self" or a.value.lower().startswith(_BODIES):
            bodies.append(a.end)
    for end in bodies:
        at = end + 1 if norms[end : end + 1] in (["đã"], ["vừa"], ["sẽ"]) else end
        if norms[at : at + 1] == ["giao"] or norms[at : at + 2] in (["phân", "công"], ["chỉ", "định"], ["bổ", "nhiệm"]):
            return at, at + 1
    return None


def by_document(ctx: Context, appointed: tuple[int, int], first: int) -> bool:
    """Whether a decision by its number gives the post, and no choice is told after it."""
    begins = ctx.reading.norms[appointed[0] : appointed[0] + 3] == ["quyết", "định", "số"]
    return begins and not ctx.has("elect", appointed[1], first)


def by_agency(ctx: Context, i: int, start: int) -> bool:
    """Whether an agency is the subject of the verb at a token: "Hội đồng Thi đua - Khen thưởng tỉnh phân công"."""
    at = i - 1 if ctx.reading.norms[i - 1] in ("đã", "sẽ") else i
    return any(a.end == at for a in ctx.reading.of("AGENCY", start, i))
