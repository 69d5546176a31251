"""Which of the blocs that a report names it is about: those with a fact, a meeting or an activity of their own."""

from __future__ import annotations

from pipeline.frames.context import BlocEntity, Context
from pipeline.frames.member_lists import MemberList
from pipeline.reading import Mention
from pipeline.record import Fact, Leader, Meeting, Member

_LEAD_SENTENCES = 3
_NEAR = 12
"""So many tokens at most between a contest and the bloc that holds it: "Hội thao mừng 2/9 của Khối thi đua số 3"."""
_PRIZES = frozenset("giải đoạt huy cúp".split())
"""Words by which a sentence of sports is one of who won."""
_HOLDS = frozenset((("tổ", "chức"), ("khai", "mạc"), ("bế", "mạc"), ("phối", "hợp"), ("đăng", "cai")))
_ACTS = _HOLDS | frozenset(
    tuple(words.split())
    for words in (
        "trao|tặng|thăm|ủng hộ|hỗ trợ|khánh thành|hành quân|ra quân|quyên góp|hiến máu|bàn giao nhà|khởi công|"
        "về nguồn|dâng hương|viếng|trồng cây|giúp đỡ|chung tay|góp sức"
    ).split("|")
)
"""What a bloc does beside its meetings: "Khối thi đua số 5 trao nhà", "Cụm thi đua số 2 phối hợp tổ chức"."""
_HOLDS_WITHIN = 7
"""So many tokens at most between a bloc and that it holds a contest: "Khối thi đua số 3 | tỉnh A đã | tổ chức"."""
_OPENS_LIST = frozenset(("(", ":", "gồm"))
_LIST_WITHIN = 40
_UNITS_LEAST = 2
_IN_IT = frozenset(("trong", "thuộc", "của", "toàn"))
_BEFORE_A_WHOLE = frozenset(("trong", "thuộc", "viên", "trưởng", "phó", "đầu", "tại", "ở"))
"""Words before a bloc of which something is only a part: "thành viên Khối thi đua", "dẫn đầu Cụm thi đua"."""
_SAID_LEAST = 4
"""So many tokens at least behind a name say something: "Khối thi đua số 5 tỉnh Cà Mau" alone is a line of a menu."""
_SPOKEN_OF_LEAST = 3
"""So often at least a report speaks of its only bloc to be about it: by its name, and as "trong Khối", "của Cụm"."""


def blocs_told_of(ctx: Context, facts: list[Fact], meetings: dict[int, Meeting | None]) -> list[BlocEntity]:
    """Return the blocs that the report is about: with a fact, or with a meeting of their own."""
    with_fact = {getattr(f, "bloc", None) for f in facts if not _is_lone_member(f, facts)}
    if any(b.unnamed for b in ctx.blocs) and not any(isinstance(f, Leader) and f.agency for f in facts):
        return []
    kept = [
        b
        for b in ctx.blocs
        if is_about(ctx, b)
        or (_in_text(ctx, b) and (b.name in with_fact or meetings[id(b)]) and not only_plays(ctx, b))
        or (meetings[id(b)] and _is_meant(ctx, b))
    ]
    if len(kept) > 1:
        strong = [b for b in kept if b.name in with_fact]
        in_title = [b for b in kept if any(_in_title(ctx, m) for m in b.mentions)]
        kept = [
            b
            for b in kept
            if b in strong or b in in_title or len(b.mentions) > 1 or _is_listed(ctx, b, kept) or _has_units(ctx, b)
        ] or kept
    return kept


def _is_lone_member(fact: Fact, facts: list[Fact]) -> bool:
    """Whether a fact is the one member that is told of a bloc: "Sở A, thành viên Khối thi đua số 3, trao quà"."""
    return isinstance(fact, Member) and sum(isinstance(f, Member) and f.bloc == fact.bloc for f in facts) == 1


def _is_listed(ctx: Context, bloc: BlocEntity, others: list[BlocEntity]) -> bool:
    """Whether the lead names a bloc in one breath with another: "các Cụm thi đua số 1, số 2 và số 3"."""
    norms = ctx.reading.norms
    lead = [s for s in ctx.reading.sentences if s.field in ("lead", "body")][:_LEAD_SENTENCES]
    if not any(s.start <= bloc.mentions[0].start < s.end for s in lead):
        return False
    starts = [m.start for b in others if b is not bloc for m in b.mentions]
    ends = [m.end for b in others if b is not bloc for m in b.mentions]
    here = bloc.mentions[0]
    return any(0 < k - here.end <= 1 and norms[here.end] in (",", "và") for k in starts) or any(
        0 < here.start - k <= 1 and norms[k] in (",", "và") for k in ends
    )


def _has_units(ctx: Context, bloc: BlocEntity) -> bool:
    """Whether it is said of which units a bloc is made: "Cụm 1 | gồm các huyện ven biển; Cụm 2 | bao gồm …"."""
    norms = ctx.reading.norms
    return any(norms[m.end : m.end + 1] == ["gồm"] or norms[m.end : m.end + 2] == ["bao", "gồm"] for m in bloc.mentions)


def only_plays(ctx: Context, bloc: BlocEntity) -> bool:
    """Whether every sentence that names a bloc is of a contest: "đạt giải Nhất ở hội thao Khối thi đua số 3".

    One that says who is in it tells of the bloc: "Các đội thi đấu theo khối: Khối thi đua số 1 (Sở A, Sở B); …".
    """
    told = [ctx.reading.sentences[ctx.reading.sentence_of(m.start)] for m in bloc.mentions]
    return all(ctx.has("contest", s.start, s.end) for s in told) and not any(opens_list(ctx, m) for m in bloc.mentions)


def opens_list(ctx: Context, mention: Mention) -> bool:
    """Whether units are listed right behind a bloc that is named in full: "Khối thi đua số 1 (Vụ I, Vụ II)"."""
    if "thi đua" not in mention.value.lower() or mention.rule in ("bare", "plural"):
        return False
    norms, at = ctx.reading.norms, mention.end
    if norms[at : at + 1] == ["bao"]:
        at += 1
    if at >= len(norms) or norms[at] not in _OPENS_LIST:
        return False
    end = min(ctx.reading.sentences[ctx.reading.sentence_of(mention.start)].end, at + _LIST_WITHIN)
    end = next((m.start for m in ctx.reading.of("BLOC", at, end) if m.rule != "bare"), end)
    return len(ctx.reading.of("AGENCY", at, end)) >= _UNITS_LEAST


def _in_text(ctx: Context, bloc: BlocEntity) -> bool:
    """Whether a bloc is named outside of captions: one that only a caption names is named in passing.

    The only bloc of a report may be called "Cụm thi đua" there, and by its full name in a caption alone.
    """
    short = [b for b in ctx.reading.of("BLOC") if b.rule == "bare"] if len(ctx.blocs) == 1 else []
    short = [b for b in short if b.value.lower() == f"{bloc.first.parts['kind']} thi đua"]
    return any(
        ctx.reading.sentences[ctx.reading.sentence_of(m.start)].field in ("title", "lead", "body")
        for m in [*bloc.mentions, *short]
    )


def _is_meant(ctx: Context, bloc: BlocEntity) -> bool:
    """Whether what a text calls "cụm" is the report's only bloc, which a caption names: "các Hội trong Cụm"."""
    norms, kind = ctx.reading.norms, str(bloc.first.parts["kind"]).split()[0]
    told = (k for k in ctx.reading.where(frozenset((kind,))) if k and norms[k - 1] in _IN_IT)
    fields = {ctx.reading.sentences[ctx.reading.sentence_of(k)].field for k in told}
    return len(ctx.blocs) == 1 and not fields.isdisjoint(("title", "lead", "body")) and not only_plays(ctx, bloc)


def _in_title(ctx: Context, mention: Mention) -> bool:
    return ctx.reading.sentences[ctx.reading.sentence_of(mention.start)].field == "title"


def is_contest(ctx: Context) -> bool:
    """Whether the report is of sports or of a contest: its title or first sentence says so, and of no meeting."""
    head = [s for s in ctx.reading.sentences if s.field in ("title", "lead", "body")][:2]
    told = [t for s in head for _, _, t in ctx.reading.matches(ctx.lexicon.meetings, s.start, s.end)]
    return any(ctx.has("contest", s.start, s.end) for s in head) and not (
        {"tổng kết", "sơ kết", "ký kết giao ước", "phát động"} & set(told)
    )


def says_members(ctx: Context, found: MemberList) -> bool:
    """Whether a list says outright which units a bloc has, as a report of its contest may: "Khối thi đua số 4 gồm"."""
    sentence = ctx.reading.sentences[ctx.reading.sentence_of(found.trigger[0])]
    named = ctx.reading.of("BLOC", sentence.start, found.trigger[1])
    if found.rule == "members-gồm":
        return any("thi đua" in m.value.lower() and m.rule != "bare" for m in named)
    return any(m.end == found.trigger[0] and opens_list(ctx, m) for m in ctx.reading.of("BLOC"))


def is_about(ctx: Context, bloc: BlocEntity) -> bool:
    """Whether a report is about what a bloc does though it tells no meeting and no fact: its sports, its campaign.

    The title or the first sentence says so: "Khối thi đua số 3 tỉnh A tổ chức hội thao", "Hội thao Cụm thi đua số 2",
    "Cụm thi đua số 2 góp ý quy chế"; or the report goes on about "các đơn vị trong Khối", which it names in full once.
    """
    if _is_in_headline(ctx, bloc) or _is_gone_on_about(ctx, bloc):
        return True
    head = [s for s in ctx.reading.sentences if s.field in ("title", "lead", "body")][:2]
    for m in bloc.mentions:
        s = next((s for s in head if s.start <= m.start < s.end), None)
        if s is None or m.rule == "bare" or "small" in m.parts or "thi đua" not in m.value.lower():
            continue
        if not _PRIZES.isdisjoint(ctx.reading.norms[s.start : s.end]) and not _holds(ctx, m, s.end):
            continue  # of one who won there
        if _acts(ctx, m, s.end):
            return True
        after = ctx.first("contest", m.end, min(s.end, m.end + _NEAR))
        before = ctx.last("contest", max(s.start, m.start - _NEAR), m.start)
        if after or before:
            return True
    return False


def _is_in_headline(ctx: Context, bloc: BlocEntity) -> bool:
    """Whether the headline begins with a bloc's full name, or names a report's only bloc and no contest.

    "Cụm thi đua số 8 bàn kế hoạch năm 2026", "Nếp sống mới ở Khối thi đua các trường mầm non".
    """
    sentences = ctx.reading.sentences
    for m in bloc.mentions:
        s = sentences[ctx.reading.sentence_of(m.start)]
        first = s is sentences[0] and s.field in ("lead", "body")
        if not _is_full(m) or not (s.field == "title" or (first and m.start == s.start)):
            continue
        if m.start == s.start and s.end - m.end < _SAID_LEAST:
            continue
        won = ctx.has("contest", s.start, s.end) or not _PRIZES.isdisjoint(ctx.reading.norms[s.start : s.end])
        if (m.start == s.start and m.end < s.end) or (len(ctx.blocs) == 1 and not won):
            return True
    return False


def _is_gone_on_about(ctx: Context, bloc: BlocEntity) -> bool:
    """Whether a report speaks again and again of its only bloc, which it names as one that acts or is told of.

    "Khối thi đua các bệnh viện tiếp tục đẩy mạnh …" beside "các đơn vị trong Khối". One that is only said to have a
    unit ("Sở A, thành viên Khối thi đua số 3") is not meant, nor one of whose contest it says who won.
    """
    named = [m for m in bloc.mentions if _is_full(m)]
    norms = ctx.reading.norms
    subjects = [m for m in named if not _is_a_whole(norms, m.start)]
    if len(ctx.blocs) != 1 or not subjects or is_contest(ctx):
        return False
    starts = {m.start for m in named}
    kinds = ctx.reading.where(frozenset((str(bloc.first.parts["kind"]).split()[0],)))
    inside = sum(k > 0 and norms[k - 1] in _IN_IT and k not in starts for k in kinds)
    return inside > 0 and inside + len(named) >= _SPOKEN_OF_LEAST


def _is_a_whole(norms: list[str], at: int) -> bool:
    """Whether a bloc is only what something else is a part of: "thành viên của | Khối thi đua"."""
    before = at - 2 if norms[at - 1 : at] == ["của"] else at - 1
    return before >= 0 and norms[before] in _BEFORE_A_WHOLE


def _is_full(mention: Mention) -> bool:
    """Whether a mention names a bloc in full: "Khối thi đua số 4", not "Khối", "khối Đảng"."""
    return (
        mention.rule not in ("bare", "plural") and "small" not in mention.parts and "thi đua" in mention.value.lower()
    )


def _acts(ctx: Context, mention: Mention, end: int) -> bool:
    """Whether a bloc is said to do something for others: "Khối thi đua số 5 (gồm 8 đơn vị) trao nhà"."""
    norms, at = ctx.reading.norms, mention.end
    if mention.start and norms[mention.start - 1] in ("do", "của", "trong", "thuộc", "cho"):
        return False
    if norms[at : at + 1] == ["("]:
        at = next((k + 1 for k in range(at, min(end, at + _LIST_WITHIN)) if norms[k] == ")"), at)
    for k in range(at, min(at + _HOLDS_WITHIN, end)):
        if not norms[k][0].isalnum() or norms[k] == "do":
            return False
        if any(tuple(norms[k : k + n]) in _ACTS for n in (1, 2, 3)):
            return True
    return False


def _holds(ctx: Context, mention: Mention, end: int) -> bool:
    """Whether a bloc is what holds a contest: "Khối thi đua số 3 tỉnh A tổ chức bế mạc, trao giải"."""
    norms = ctx.reading.norms
    if mention.start and norms[mention.start - 1] == "do":
        return False  # "vô địch giải do Khối thi đua số 3 tổ chức"
    for k in range(mention.end, min(mention.end + _HOLDS_WITHIN, end - 1)):
        if not norms[k][0].isalnum() or norms[k] == "do":
            return False
        if tuple(norms[k : k + 2]) in _HOLDS:
            return True
    return False
