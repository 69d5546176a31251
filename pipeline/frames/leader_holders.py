"""Who holds a role: the agency or the person on either side of its words, and how tightly the words bind them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from pipeline.frames.context import Context
from pipeline.frames.holders import Gap, apart, before_honorific, gap, run_after, run_before, with_heads
from pipeline.frames.leader_former import gives_on, replaced_by
from pipeline.frames.leader_givers import gap_past, is_given_by_person, opens_members, past_giver
from pipeline.frames.leader_grantors import grants_award
from pipeline.frames.leader_opening import LEADS_UNIT, has_subject, is_set_off, names_person, stands_for
from pipeline.frames.leader_places import after_address, after_side_seats
from pipeline.frames.people import Named
from pipeline.lexicon import Phrases
from pipeline.reading import Mention, Sentence

_BINDS_LEFT = tuple(
    (
        "làm|là|giữ|giữ chức|giữ chức vụ|giữ vai trò|giữ cương vị|giữ nhiệm vụ|giữ vị trí|đảm nhận|đảm nhiệm|kiêm|"
        "trúng cử|vai trò|chức danh|cương vị|vị trí|nhiệm vụ|với vai trò|với tư cách|ở vị trí|ở cương vị|ở vai trò|"
        "trong vai trò|thay mặt đơn vị|đại diện đơn vị|(|:|nhận nhiệm vụ|tiếp nhận|nhận bàn giao|hiện là|đang là|"
        "luân phiên|được giao|tiếp tục giữ|đang giữ|hiện giữ|hiện đang giữ|trở thành|đảm đương|hết nhiệm kỳ|"
        "kết thúc nhiệm kỳ|"
        "thôi giữ|thôi giữ vai trò|thôi làm|giữ vai|tái cử|tái đắc cử|đứng ra làm|giữ nguyên vị trí|làm tròn|làm tốt|"
        "hoàn thành|hoàn thành tốt|trúng|thay mặt|thay mặt cho|nắm|nắm giữ|gánh vác|trong vai|nay là|vẫn là|sẽ là|"
        "với vị trí|với cương vị|với trách nhiệm|phiếu bầu|phiếu bầu làm|phiếu bầu giữ chức|số phiếu bầu"
    ).split("|")
)
"""Words that bind a role to the holder before it."""
_NOUNS = ("vai trò", "chức danh", "cương vị", "vị trí", "nhiệm vụ", "trọng trách", "trách nhiệm")
"""They bind a role to the holder before it only with a verb: not in "A, vị trí Phó khối được giao cho B"."""
_BINDS_RIGHT = (
    "là",
    ":",
    "cho",
    "do",
    "lần lượt",
    "gồm",
    "theo thứ tự",
    "thuộc về",
    "sang",
    "giao cho",
    "tới",
    "|",
    "trao cho",
    "được trao cho",
    "gọi tên",
    "được gọi tên",
    "xướng tên",
    "được xướng tên",
    "chuyển sang",
    "chuyển cho",
    "chuyển giao cho",
    "bàn giao cho",
    "về tay",
    "thuộc",
    "sẽ thuộc",
)
"""Words that bind a role to the holder after it, beside phrases such as "vẫn là", "sẽ là"."""
_MANY_LEFT = tuple(
    (
        "làm|là|giữ|giữ chức|giữ vai trò|giữ nhiệm vụ|giữ cương vị|đảm nhận|đảm nhiệm|giữ chức vụ|giữ vai|ở vị trí|"
        "ở cương vị|ở vai trò|trong vai trò|trong vai|với vai trò|trở thành"
    ).split("|")
)
"""Verbs whose subject may be a list: "A và B làm Khối phó"."""
VERBS_OF_POST = _MANY_LEFT
"""Verbs between a holder and the role after it."""
_MANY_RIGHT = (":", "là", "lần lượt", "gồm", "cho")
_CHOOSES = tuple(
    "bầu|bầu ra|suy tôn|cử|đề nghị|trình|thống nhất|nhất trí|giới thiệu|công nhận|bầu chọn|lựa chọn".split("|")
)
"""Verbs whose subject gives the role to another, unless a word such as "được" or "làm" follows."""
_POST_VERBS = (["giao"], ["phân"], ["cử"], ["công"], ["bổ"], ["chọn"], ["lựa"], ["tin"])
"""First words of the verbs by which an authority gives a post: giao, phân công, cử, công nhận, bổ nhiệm, lựa chọn."""
_GIVES = ("bàn giao", "chuyển giao", "trao cờ luân lưu", "trao")
_SEVERAL = ("các", "hai", "ba", "2", "02", "3", "03")
"""Words before a role that several hold."""
_IN_BRACKET = 7
"""So many words at most between a holder and its role in brackets."""
_TERMS = frozenset((("nhiệm", "kỳ"), ("vai", "trò"), ("cương", "vị"), ("trách", "nhiệm"), ("trọng", "trách")))
_BARE_UNIT = frozenset(("đơn vị", "đại diện", "lãnh đạo", "các", "hai"))
_TO_TAKER = frozenset(("cho", "sang", "tới", "về"))
_FAR = 14
"""So many tokens at most between a role and its holder."""


@dataclass(frozen=True, slots=True)
class Side:
    """The holders on one side of a role; `strength` 1 to 3 says how tightly the words bind them."""

    strength: int
    holders: list[Mention]
    rule: str
    person: Named | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a group of roles stands in its sentence: its first and last token, and how many posts it names."""

    sentence: Sentence
    start: int
    end: int
    wanted: int


def holder_before(
    ctx: Context, agencies: list[Mention], roles: list[Mention], named: list[Named], at: Place, light: Phrases[str]
) -> Side | None:
    """Return the holders before a role: "bầu A làm Trưởng khối", "A (Khối trưởng)", "Giám đốc A X, Khối trưởng".

    Args:
        ctx: the report.
        agencies: the agencies of the sentence, in order.
        roles: the roles of the sentence, in order.
        named: the persons of the report with their posts.
        at: where the role stands.
        light: the phrases that may stand between a role and its holder.
    """
    k = next((k for k in range(len(agencies) - 1, -1, -1) if agencies[k].end <= at.start), None)
    if k is None:
        return None
    while k and (replaced_by(ctx, agencies[k]) or gives_post(ctx, agencies[k])):
        k -= 1  # "A thay B làm Trưởng khối", "A được UBND tỉnh phân công làm Trưởng khối"
    holder = agencies[k]
    if grants_award(ctx, holder):
        return None  # "A được đề nghị UBND tỉnh tặng Cờ thi đua, được bầu làm Trưởng khối"
    if replaced_by(ctx, holder) and not k:
        return None  # "Người kế nhiệm A ở vị trí Trưởng khối là B"
    if k and ctx.reading.norms[agencies[k - 1].end : holder.start] == ["để"]:
        run = run_before(ctx, agencies, k - 1, ends_list(ctx))[-at.wanted :]
        return Side(3, run, "put-up-to-authority")  # "giới thiệu A để UBND tỉnh chỉ định làm Khối trưởng"
    together = _sent_together(ctx, named, holder, at)
    if together:
        return Side(3, together, "holders-together")
    end = max(after_address(ctx, holder), _end_with_person(named, holder, at.start))
    end = after_side_seats(ctx, end, at.start)
    passed = agencies[k + 1] if k + 1 < len(agencies) and agencies[k + 1].end <= at.start else None
    end = _after_post(ctx, _after_votes(ctx, end, at.start), at.start)
    between = _gap_around(ctx, end, passed, at.start, light)
    if between is None and passed is None and _in_bracket(ctx, end, at):
        return Side(2, [holder], "holder-before-bracket")
    if between is None or at.start - end > _FAR or any(end <= r.start < at.start for r in roles):
        return None
    if between.words[:1] in (["và"], ["cùng"], ["với"]) and at.wanted == 1 and _BARE_UNIT.issuperset(between.words[1:]):
        return None  # "trao đổi giữa A và Khối trưởng", "gửi về A và đơn vị Khối trưởng"
    if _belongs_elsewhere(between) or between.words[-1:] == ["("] and ctx.reading.norms[at.end : at.end + 1] == [":"]:
        return None
    verbs = [w for w in between.words if w in _BINDS_LEFT and w not in _NOUNS]
    bound = bool(verbs) or between.any(*_NOUNS) and not between.any(",")
    beside = between.any("-") or between.words == ["đơn vị"]
    beside = beside or between.any("tân") and not between.any("và")  # "Trưởng khối A và tân Phó khối B"
    strength = 3 if bound else 2 if beside else 1
    if between.words[-1:] == [","]:
        strength = 1  # "Trưởng khối do A đảm nhận, Phó khối do B đảm nhận": not A
    if strength == 3 and between.any(")") and not between.any("làm", "là", "giữ", "giữ chức", "đảm nhận", "đảm nhiệm"):
        strength = 1
    if strength == 1 and between.words[-2:] == [")", "-"]:
        strength = 2  # "Sở A (9/9 phiếu) - Khối trưởng"
    if strength == 1 and (between.any(")", '"') or ctx.reading.norms[at.end : at.end + 1] == ["là"]):
        return None  # "… là huyện A, Cụm phó là B": not A
    many = any(w in _MANY_LEFT or w.startswith("được ") and w.endswith((" làm", " là")) for w in between.words)
    many = many or between.only("-") and _is_item(ctx, agencies, k, roles)
    counted = ctx.reading.norms[at.start - 1]
    if ctx.reading.norms[at.start - 2] == "(" and counted.isdigit() and 1 < int(counted) < 10:
        run = run_before(ctx, agencies, k, ends_list(ctx))  # "A và B (2 Cụm phó)"
        return Side(3, run[-int(counted) :], "holder-then-role")
    many = many or _is_pair_after_bracket(ctx, agencies, k, at)
    run = run_before(ctx, agencies, k, ends_list(ctx)) if many or at.wanted > 1 else [holder]
    run = with_heads(ctx, agencies, run) if many else run
    if at.wanted > 1:
        run = run[-at.wanted :]
    elif many:
        cuts = [k for k, (a, b) in enumerate(pairwise(run), 1) if _parts_posts(ctx.reading.norms[a.end : b.start])]
        run = run[cuts[-1] :] if cuts else run
        if any(r.start == at.start and r.value == "leader" for r in roles):
            run = [holder]  # one unit leads: "Sau A, B là đơn vị thứ hai làm Khối trưởng"
    return Side(strength, run, "holder-then-role" if strength > 1 else "holder-beside-role")


def _is_pair_after_bracket(ctx: Context, agencies: list[Mention], k: int, at: Place) -> bool:
    """Whether two units joined by "và" share a role in brackets: "A (Trưởng khối), B và C (Phó khối)"."""
    norms = ctx.reading.norms
    if k == 0 or at.wanted > 1 or norms[at.start - 1] != "(" or agencies[k].end != at.start - 1:
        return False
    first = int(agencies[k - 1].parts.get("from", agencies[k - 1].start))
    joined = norms[agencies[k - 1].end : agencies[k].start] == ["và"]
    beside = norms[first - 1] == ";" or norms[first - 2 : first] == [")", ","]
    return joined and beside and bool(ctx.reading.of("ROLE", max(0, first - _FAR), first))


def _in_bracket(ctx: Context, end: int, at: Place) -> bool:
    """Whether a role stands in brackets behind what its holder does: "phường A hỗ trợ điều hành (Cụm phó)"."""
    norms = ctx.reading.norms
    closed = norms[at.start - 1] == "(" and norms[at.end : at.end + 1] == [")"]
    between = range(end, at.start - 1)
    return closed and at.wanted == 1 and len(between) <= _IN_BRACKET and all(norms[k][0].isalpha() for k in between)


def _after_votes(ctx: Context, i: int, end: int) -> int:
    """Return the token after the votes in brackets behind a unit, or `i`: "A (9/9 phiếu) - Khối trưởng"."""
    norms = ctx.reading.norms
    close = next((k for k in range(i, min(i + 9, end)) if norms[k] == ")"), i)
    votes = norms[i : i + 1] == ["("] and close > i and {"phiếu", "%", "điểm", "/"} & set(norms[i:close])
    return close + 1 if votes else i


def _after_post(ctx: Context, i: int, end: int) -> int:
    """Return the token after another post of a unit in brackets, or `i`: "A (Phó khối năm 2023) làm Trưởng khối"."""
    reading = ctx.reading
    close = next((k for k in range(i, min(i + 9, end)) if reading.norms[k] == ")"), i)
    aside = reading.norms[i : i + 1] == ["("] and close > i and bool(reading.of("ROLE", i + 1, i + 3))
    return close + 1 if aside and reading.norms[close + 1 : close + 2] in (["làm"], ["giữ"], ["đảm"], ["được"]) else i


def _parts_posts(between: list[str]) -> bool:
    """Whether the words between two units of a list give each a post of its own: "A; B", "A, cùng với B"."""
    return ";" in between or between == [",", "cùng", "với"]


def _is_item(ctx: Context, agencies: list[Mention], k: int, roles: list[Mention]) -> bool:
    """Whether a list of units is one item among posts: B and C in "A - Khối trưởng; B, C - Khối phó"."""
    run = run_before(ctx, agencies, k, ends_list(ctx))
    begin = int(run[0].parts.get("from", run[0].start))
    return ctx.reading.norms[begin - 1] == ";" and any(r.end == begin - 1 for r in roles)


def _sent_together(ctx: Context, named: list[Named], holder: Mention, at: Place) -> list[Mention]:
    """Return the units of persons named together before a plural role: "ông X, Giám đốc A và bà Y, … - các Cụm phó"."""
    norms = ctx.reading.norms
    if norms[at.start - 1] not in _SEVERAL or at.wanted > 1:
        return []
    people = [p for p in named if p.agency and at.sentence.start <= p.person.start < at.start]
    if len(people) < 2 or people[-1].agency is not holder:
        return []
    if not set(norms[people[-1].end : at.start - 1]) <= {",", "-", "là"}:
        return []
    run = [people[-1]]
    for before in reversed(people[:-1]):
        begin = before_honorific(ctx, before.end, run[0].person.start)
        if not set(norms[before.end : begin]) <= {",", ";", "và", "cùng", "-"}:
            break
        run.insert(0, before)
    return [p.agency for p in run if p.agency] if len(run) > 1 else []


def gives_post(ctx: Context, agency: Mention) -> bool:
    """Whether an agency gives the post to the one before it: "được UBND tỉnh phân công", "được Bộ giao"."""
    norms = ctx.reading.norms
    at = next((t.start for t in ctx.reading.of("TITLE", max(0, agency.start - 4), agency.start)), agency.start)
    if norms[at - 1 : at] != ["được"]:
        return False
    following = min(agency.end + 3, len(norms))
    return ctx.has("appoint", agency.end, following) or norms[agency.end : agency.end + 1] in _POST_VERBS


def _gap_around(ctx: Context, start: int, passed: Mention | None, end: int, light: Phrases[str]) -> Gap | None:
    """Return what stands between a holder and its role, around an agency between them that is no holder."""
    if passed is None:
        return gap(ctx, start, end, light)
    begin = passed.start
    for title in ctx.reading.of("TITLE", max(start, begin - 4), begin):
        begin = title.start
    said = replaced_by(ctx, passed)
    first = gap(ctx, start, said[0] if said else begin, light)
    second = gap(ctx, passed.end, end, light)
    if first is None or second is None:
        return None
    return Gap([*first.words, *second.words])


def _end_with_person(named: list[Named], holder: Mention, limit: int) -> int:
    """Return where a holder ends with the person named after it: "Giám đốc Sở Y tế Lê Thị Hương"."""
    return next(
        (
            p.person.end
            for p in named
            if p.agency is holder and p.rule == "post-then-person" and holder.end <= p.person.start < limit
        ),
        holder.end,
    )


def _belongs_elsewhere(between: Gap) -> bool:
    """Whether the words after an agency say that it gives the role away, or that another is meant."""
    if between.any(";") or between.words[-1:] in (["giao"], ["phân công"], ["được"]):
        return True  # "UBND tỉnh giao Trưởng khối phối hợp …", "A được Trưởng khối biểu dương"
    gives = any(w.startswith(_GIVES) for w in between.words)
    if gives and not between.any("nhận", "nhận bàn giao", "tiếp nhận"):
        return True
    passive = between.starts("được") or any(w.endswith(" được") for w in between.words)
    if between.any(*_CHOOSES) and not between.any("làm", "là") and not passive:
        return True  # "… UBND tỉnh công nhận Trưởng khối": the agency recognises
    return between.any("cho") and not between.any("làm", "là")


def ends_list(ctx: Context) -> Callable[[int, int], bool]:
    """Return what ends a list of holders: a role between two of them, or one that only owns what stands before it.

    "Theo Quyết định của UBND tỉnh, Sở Công Thương là Trưởng khối": UBND tỉnh is no holder.
    """
    reading = ctx.reading
    owning: set[int] | None = None  # most lists have one item, and nobody asks what ends them

    def ends(start: int, end: int) -> bool:
        nonlocal owning
        if owning is None:
            owning = _ends_of_owners(ctx)
        return start in owning or bool(reading.of("ROLE", start, end))

    return ends


def _ends_of_owners(ctx: Context) -> set[int]:
    """Return where the names of agencies end that own what stands before them, or that are replaced."""
    agencies, grantors, norms = ctx.reading.of("AGENCY"), ctx.reading.of("GRANTOR"), ctx.reading.norms
    owning = {m.end for m in (*agencies, *grantors) if norms[m.start - 1 : m.start] == ["của"]}
    return owning | {a.end for a in agencies if replaced_by(ctx, a)}


def holder_after(
    ctx: Context, agencies: list[Mention], roles: list[Mention], named: list[Named], at: Place, light: Phrases[str]
) -> Side | None:
    """Return the holders after a role: "Trưởng khối: A", "Khối trưởng năm 2024 là A", "Khối trưởng X, Giám đốc A".

    Args:
        ctx: the report.
        agencies: the agencies of the sentence, in order.
        roles: the roles of the sentence, in order.
        named: the persons of the report with their posts.
        at: where the role stands.
        light: the phrases that may stand between a role and its holder.
    """
    if _hands_on(ctx, at):
        return None
    k = next((k for k, a in enumerate(agencies) if a.start >= at.end), None)
    person = next((p for p in named if at.end <= p.person.start < at.sentence.end), None)
    if person and person.agency and (k is None or person.person.start < agencies[k].start):
        side = _person_after(ctx, person, person.agency, at, light)
        return _with_further_persons(ctx, side, named, person, at) if side else None
    if k is None:
        return None
    k, giver = past_giver(ctx, agencies, k)
    holder = agencies[k]
    begin = int(holder.parts.get("from", holder.start))
    post = next((t.start for t in ctx.reading.of("TITLE", at.end, begin) if t.end == begin), None)
    begin = before_honorific(ctx, at.end, post) if post is not None else begin
    between = gap_past(ctx, at.end, giver, max(at.end, begin), light)
    if between is None:
        return _from_to(ctx, agencies, at.end, k)
    if (
        between.any(";")
        or between.words[-2:] == ["(", "thuộc"]  # "Khối trưởng Khối thi đua số 2 (thuộc Sở Y tế)"
        or (between.any(")") and not between.any(":", "là", "-"))
        or any(at.end <= r.start < holder.start for r in roles)
        or giver is None
        and _role_gives(ctx, between, at)
        or opens_members(ctx, at.end, begin)
        or (between.any("trình", "đề nghị", "công nhận") and not between.any(":", "là", "cho"))
        or (giver is None and between.any("do") and not takes(ctx, run_after(ctx, agencies, k, ends_list(ctx))[-1].end))
        or gives_on(ctx, holder) is not None
    ):
        return None
    strength = _strength_after(ctx, between, at.end)
    if between.words[-1:] == ["được"] and takes(ctx, holder.end):
        strength = 3  # "Nhiệm vụ Trưởng khối đã được A tiếp nhận"
    several = ctx.reading.norms[at.start - 1] in _SEVERAL and binds_right(between)
    many = several or between.any(*_MANY_RIGHT, "do") or between.only("-", "<YEAR>") and _ends_item(ctx, agencies, k)
    if strength == 0 or (at.wanted > 1 and not many):
        return None
    run = run_after(ctx, agencies, k, ends_list(ctx)) if many else [holder]
    if at.wanted == 1 and len(run) > 1:
        run = _before_next_role(ctx, run, roles)
    return Side(strength, run, "role-then-holder")


def _ends_item(ctx: Context, agencies: list[Mention], k: int) -> bool:
    """Whether a list of units ends what it stands in: "Phó khối - xã A và xã B (Thông báo số 5)"."""
    end = run_after(ctx, agencies, k, ends_list(ctx))[-1].end
    sentence = ctx.reading.sentences[ctx.reading.sentence_of(end - 1)]
    return end >= sentence.end or ctx.reading.norms[end] in (".", ";", "(", ")")


def _is_office(ctx: Context, end: int) -> bool:
    """Whether the words for a post or a term stand before the role that ends at a token: "nhiệm kỳ Cụm trưởng"."""
    role = ctx.reading.of("ROLE", max(0, end - _FAR), end)[-1:]
    return bool(role) and tuple(ctx.reading.norms[role[0].start - 2 : role[0].start]) in _TERMS


def binds_right(between: Gap) -> bool:
    """Whether words between a role and a unit after it say that the unit holds it: "là", "vẫn là", "thuộc về"."""
    return any(w in _BINDS_RIGHT or w.endswith(" là") for w in between.words)


def _strength_after(ctx: Context, between: Gap, end: int) -> int:
    if binds_right(between) or between.any("đến", "về") and ctx.has("assume", max(0, end - _FAR), end - 1):
        return 3
    if between.words == ["của"]:
        return 2 if _is_office(ctx, end) else 0  # "nhiệm kỳ Cụm trưởng của A khép lại"
    if between.words[-1:] == ["("] and between.only("(", "<YEAR>", "<BLOC>"):
        return 3  # "bầu Trưởng khối (A), Phó khối (B)"
    if between.any("-") or not [w for w in between.words if not w.startswith("<")]:
        return 2
    if names_person(ctx, end) and between.any(",") and between.only(",", "<YEAR>", "<BLOC>"):
        return 2  # "Trưởng cụm năm 2022, Bí thư Huyện đoàn A Lê Cảnh Hưng điểm lại …"
    if between.words == [","] and is_set_off(ctx, end, end):
        return 2
    said = next((y for y in ctx.reading.of("YEAR", end, end + 3)), None)
    if said and between.words == ["<YEAR>", ","] and is_set_off(ctx, end, said.end):
        return 2  # "Trưởng khối năm 2023, Sở A, xin không nhận Cờ"
    if stands_for(ctx, end) and between.only(",", "<YEAR>", "<BLOC>", *LEADS_UNIT):
        return 1  # "Thay mặt đơn vị Trưởng khối, lãnh đạo Sở A đọc báo cáo"
    near = set(ctx.reading.norms[max(0, end - 9) : end])
    opened = bool({"là", "vai", "tư", "cương"} & near) and not has_subject(ctx, end)
    return 1 if opened and between.any(",") and between.only(",", "<YEAR>", "<BLOC>") else 0


def _hands_on(ctx: Context, at: Place) -> bool:
    """Whether a role behind a comma is that of a giver: "ông X, Chủ tịch A, Cụm trưởng bàn giao cờ luân lưu cho Y"."""
    norms = ctx.reading.norms
    return norms[at.start - 1] == "," and (
        norms[at.end : at.end + 2] == ["bàn", "giao"] or norms[at.end : at.end + 1] == ["trao"]
    )


def _person_after(ctx: Context, person: Named, agency: Mention, at: Place, light: Phrases[str]) -> Side | None:
    """Return the agency of the person right after a role: "Khối trưởng X, Giám đốc A"."""
    start = person.person.start
    between = gap(ctx, at.end, before_honorific(ctx, at.end, start), light)
    if (
        between is None
        or is_given_by_person(ctx, between.words, max(person.end, agency.end))
        or between.any(";", ")", "và", "cùng")
        or apart(ctx, at.end, start) > _FAR
    ):
        return None
    strength = 3 if between.any("là", ":") else 1 if between.any(",") else 2
    return Side(strength, [agency], "role-then-person", person)


def _with_further_persons(ctx: Context, side: Side, named: list[Named], first: Named, at: Place) -> Side:
    """Add the persons who hold a plural role too: "hai Phó khối là ông X, Giám đốc A và bà Y, Phó Giám đốc B"."""
    norms = ctx.reading.norms
    if at.wanted > 1 or norms[at.start - 1] not in _SEVERAL:
        return side
    run = [first]
    for after in (p for p in named if first.person.end < p.person.start < at.sentence.end):
        begin = before_honorific(ctx, run[-1].end, after.person.start)
        if after.agency is None or not set(norms[run[-1].end : begin]) <= {",", ";", "và", "cùng", "-"}:
            break
        run.append(after)
    return Side(side.strength, [p.agency for p in run if p.agency], side.rule, side.person if len(run) == 1 else None)


def _role_gives(ctx: Context, between: Gap, at: Place) -> bool:
    """Whether the holder of the role gives to what follows: "Trưởng khối năm 2022 trao Cờ luân lưu cho B"."""
    gives = [w for w in between.words if w.startswith(_GIVES)]
    if not gives or ctx.has("assume", at.sentence.start, at.start):
        return False
    opens = at.start == at.sentence.start and gives != ["trao cho"]
    return opens or bool(ctx.reading.of("AGENCY", at.sentence.start, at.end))


def takes(ctx: Context, i: int) -> bool:
    """Whether "đảm nhận", "tiếp nhận", "giữ" follows: "Nhiệm vụ Phó Trưởng cụm do A tiếp nhận"."""
    norms = ctx.reading.norms
    if " ".join(norms[i : i + 2]).startswith(_GIVES):
        return False  # "cầm cờ Khối trưởng do A chuyển giao"
    holds = i < len(norms) and ctx.lexicon.triggers["hold"].match(norms, i)
    return bool(holds) or ctx.has("assume", i, min(i + 2, len(norms)))


def _before_next_role(ctx: Context, run: list[Mention], roles: list[Mention]) -> list[Mention]:
    """Drop the last of a list where a role beside it claims it: "Phó khối: A, B làm Trưởng khối"."""
    following = next((r for r in roles if r.start >= run[-1].end), None)
    if following and following.start - run[-1].end <= 3 and ctx.reading.norms[run[-1].end] not in (";", ".", ","):
        return run[:-1]
    return run


def _from_to(ctx: Context, agencies: list[Mention], end: int, k: int) -> Side | None:
    """Return who takes over: B in "bàn giao nhiệm vụ Trưởng khối từ A cho B"."""
    norms = ctx.reading.norms
    if "từ" not in norms[end : agencies[k].start]:
        return None
    for before, after in pairwise(agencies[k : k + 3]):
        if not _TO_TAKER.isdisjoint(norms[before.end : after.start]):
            return Side(3, [after], "handed-from-to")
        if after.start != before.end or after.parts["name"]:
            break  # "từ Trạm Y tế xã A TP B sang C": only a place may stand between
    return None
