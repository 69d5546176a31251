"""Who held a role until it was handed on: the unit that gives it, or whose place another takes."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from pipeline.frames.context import Context
from pipeline.frames.holders import before_honorific, run_after
from pipeline.reading import Mention, Sentence

_REPLACES = tuple(
    tuple(words.split())
    for words in "thay thế cho|thay thế|thay cho|thay vị trí của|thay|kế nhiệm|tiếp nối|kế tiếp|tiếp quản từ".split("|")
)
"""Words whose object held the role before: "bầu B làm Trưởng khối thay A"."""
_FIRST_OF_REPLACES = frozenset(words[0] for words in _REPLACES)
_LAST_OF_REPLACES = frozenset(words[-1] for words in _REPLACES)
_GIVES = ("bàn giao", "chuyển giao", "trao lại", "trao cờ", "trao biểu trưng")
_ADVERBS = frozenset(
    (
        "đã vừa chính thức tiến hành sẽ cũng , thực hiện nghi lễ thủ tục việc cùng trao cờ luân lưu và ông bà đồng chí"
    ).split()
)
"""What may stand between the unit that gives and its verb."""
_UNIT = frozenset("cho đơn vị đồng chí đại diện lãnh đạo hai các 2 02 : tay".split())
_OFFICE = frozenset("nhiệm hồ vai trách cờ công biểu cương".split())
"""First syllables of what is handed on with a post: nhiệm vụ, hồ sơ, vai trò, trách nhiệm, cờ, công việc, cương vị."""
_ABOVE = ("hội đồng thi đua", "ban thi đua", "phòng thi đua", "tổng cục ", "tổng liên đoàn")
_REACH = 16
_NEAR = 6
_TAKES_OVER = frozenset((("kế", "nhiệm"), ("tiếp", "quản"), ("kế", "tục"), ("tiếp", "nối"), ("thay", "thế")))
_FIRST_OF_TAKES_OVER = frozenset(words[0] for words in _TAKES_OVER)
_UPWARD = frozenset(("sang", "lên", "thành", "làm"))
_POST = frozenset("vị trí vai trò cương chức danh ghế nhiệm vụ đơn".split())
_DONE = frozenset("hoàn kết hết mãn thôi rời xong".split())
_TERM = frozenset("nhiệm vai cương năm đảm làm trọng trách chức".split())
"""What one has done who no longer holds a post: nhiệm kỳ, nhiệm vụ, vai trò, một năm …"""


_IN_POST = frozenset("làm giữ đảm trong ở trên tại vào nắm".split())
_OWN_POST = 3
"""So many tokens at most from a unit whose place is taken to the post that it held: "thay C làm Phó khối"."""


class Former(NamedTuple):
    """A role that a unit held, and the tokens that say that it no longer does."""

    role: Mention
    holder: Mention
    trigger: tuple[int, int]


def replaced_by(ctx: Context, agency: Mention) -> tuple[int, int] | None:
    """Return the words that say an agency's place is taken: "thay", "kế nhiệm", "tiếp nối" right before it."""
    if not ctx.reading.has(_FIRST_OF_REPLACES):
        return None
    norms = ctx.reading.norms
    at = _before_head(ctx, agency.start)
    while at and norms[at - 1] in _UNIT:
        at -= 1
    if at == 0 or norms[at - 1] not in _LAST_OF_REPLACES:
        return None
    for words in _REPLACES:
        begin = at - len(words)
        if begin >= 0 and tuple(norms[begin:at]) == words:
            return begin, at
    return None


def _before_head(ctx: Context, i: int) -> int:
    """Return where the head of a unit is named before it, or `i`: "thay" + "ông X, Giám đốc" + "Sở A"."""
    post = next((t for t in ctx.reading.of("TITLE", max(0, i - 5), i) if t.end == i), None)
    if post is None:
        return i
    at = post.start - (ctx.reading.norms[post.start - 1] in (",", "-", "("))
    person = next((p for p in ctx.reading.of("PERSON", max(0, at - 5), at) if p.end == at), None)
    return before_honorific(ctx, 0, person.start) if person else post.start


def gives_on(ctx: Context, agency: Mention) -> tuple[int, int] | None:
    """Return the verb right behind a unit by which it hands a post on: "A đã bàn giao cho", "A chuyển giao sang"."""
    norms = ctx.reading.norms
    at = agency.end
    while norms[at : at + 1] and norms[at] in _ADVERBS and norms[at] != ",":
        at += 1
    given = ctx.first("assume", at, min(at + 3, len(norms)))
    if given is None or given[0] != at or not _is_giving(ctx, given):
        return None
    return given if {"cho", "sang", "tới", "về"} & set(norms[given[1] - 1 : given[1] + 3]) else None


def former_holders(ctx: Context, sentence: Sentence) -> list[Former]:
    """Return the roles of a sentence with those who held them.

    1. "A bàn giao nhiệm vụ Trưởng khối cho B": A;
    2. "B nhận bàn giao Trưởng khối từ A", "bàn giao Trưởng khối từ A sang B": A;
    3. "bầu B làm Trưởng khối, D làm Phó khối thay A và C": A and C, in order;
    4. "B cầm cờ Khối trưởng do A chuyển giao": A;
    5. "bàn giao chức Trưởng khối giữa A và B": A.
    """
    reading = ctx.reading
    roles = reading.of("ROLE", sentence.start, sentence.end)
    agencies = reading.of("AGENCY", sentence.start, sentence.end)
    roles = [r for r in roles if r.value != "both"]
    found: list[Former] = []
    given = _first_giving(ctx, sentence)
    pair = _giver_and_taker(ctx, sentence, given) if given else None
    if pair and given:
        return [Former(pair[0], pair[1], given)]
    for role in roles:
        found += _giver(ctx, sentence, role, agencies) or _source(ctx, sentence, role, agencies)
    return found + _replaced(ctx, roles, agencies)


def successors(ctx: Context, sentence: Sentence) -> list[Former]:
    """Return those to whom the work is handed on, where the roles stand with those who give it.

    1. "Cụm trưởng xã A và Cụm phó xã B đã bàn giao nhiệm vụ năm 2018 lần lượt cho xã C và xã D": C and D;
    2. "A hoàn thành nhiệm vụ Trưởng khối và bàn giao lại cho B", "bàn giao chức Trưởng khối giữa A và B": B;
    3. "A giao lại hồ sơ Trưởng khối; tiếp quản năm 2021 là B": B.
    """
    reading = ctx.reading
    named = _named_successor(ctx, sentence)
    if named:
        return [named]
    given = _first_giving(ctx, sentence)
    if given is None:
        return []
    pair = _giver_and_taker(ctx, sentence, given)
    if pair:
        return [Former(pair[0], pair[2], given)]
    end = next((k for k in range(given[1], sentence.end) if reading.norms[k] == ";"), sentence.end)
    roles = [r for r in reading.of("ROLE", sentence.start, given[0]) if r.value != "both"]
    following = reading.of("AGENCY", given[1], end)
    if not roles or not following or reading.of("ROLE", given[1], end):
        return []
    between = reading.norms[given[1] : following[0].start]
    said = range(max(sentence.start, roles[0].start - 2), roles[0].start)
    handed = _OFFICE & {*between, *(reading.norms[k] for k in (*said, *range(*given)))}
    if "cho" not in between or not handed or len({r.value for r in roles}) != len(roles):
        return []
    run = run_after(ctx, following, 0, lambda start, end: False)
    if len(run) != len(roles):
        return []
    return [Former(role, holder, given) for role, holder in zip(roles, run, strict=True)]


def _named_successor(ctx: Context, sentence: Sentence) -> Former | None:
    """Return who "kế nhiệm là", "tiếp quản năm 2021 là" names, with the one post told before it in the sentence."""
    reading = ctx.reading
    if not reading.has(_FIRST_OF_TAKES_OVER):
        return None
    for i in range(sentence.start + 1, sentence.end - 2):
        if reading.norms[i] not in _FIRST_OF_TAKES_OVER or tuple(reading.norms[i : i + 2]) not in _TAKES_OVER:
            continue
        year = next(iter(reading.of("YEAR", i + 2, i + 4)), None)
        at = year.end if year else i + 2
        roles = [r for r in reading.of("ROLE", sentence.start, i) if r.value != "both"]
        holder = next(iter(reading.of("AGENCY", at + 1, at + 2)), None)
        if holder and len(roles) == 1 and reading.norms[at] in ("là", ":"):
            return Former(roles[0], holder, (i, i + 2))
    return None


def moved_up(ctx: Context, roles: list[Mention], agencies: list[Mention]) -> list[tuple[Mention, Mention, Mention]]:
    """Return (old role, new role, holder) of "A chuyển từ Khối phó sang Khối trưởng"."""
    norms = ctx.reading.norms
    found = []
    for old, new in pairwise(roles):
        begin = old.start
        while norms[begin - 1] in _POST:
            begin -= 1
        between = set(norms[old.end : new.start])
        if norms[begin - 1] != "từ" or not between & _UPWARD or not between <= _UPWARD | _POST:
            continue
        holder = next((a for a in reversed(agencies) if a.end <= begin - 1), None)
        if holder and begin - 1 - holder.end <= _NEAR and not ctx.reading.of("ROLE", holder.end, begin):
            found.append((old, new, holder))
    return found


def _giver_and_taker(
    ctx: Context, sentence: Sentence, given: tuple[int, int]
) -> tuple[Mention, Mention, Mention] | None:
    """Return (role, who gives it, who takes it) of "bàn giao chức Trưởng khối giữa A và B"."""
    reading = ctx.reading
    roles = reading.of("ROLE", given[1], sentence.end)
    if len(roles) != 1 or roles[0].value == "both" or roles[0].start - given[1] > _REACH:
        return None
    agencies = reading.of("AGENCY", roles[0].end, sentence.end)[:2]
    if len(agencies) < 2 or agencies[0].start - roles[0].end > _REACH:
        return None
    begin = agencies[0].start
    while begin > roles[0].end and reading.norms[begin - 1] in _UNIT:
        begin -= 1
    joined = reading.norms[agencies[0].end : agencies[1].start]
    if reading.norms[begin - 1] != "giữa" or joined[:1] != ["và"] or not _UNIT.issuperset(joined[1:]):
        return None
    return roles[0], agencies[0], agencies[1]


def _is_giving(ctx: Context, trigger: tuple[int, int]) -> bool:
    return " ".join(ctx.reading.norms[trigger[0] : trigger[1]]).startswith(_GIVES)


def _first_giving(ctx: Context, sentence: Sentence) -> tuple[int, int] | None:
    """Return the first words of a sentence by which something is handed on: not "nhận Cờ", "nhận bàn giao"."""
    found = ctx.reading.matches(ctx.lexicon.triggers["assume"], sentence.start, sentence.end)
    return next(((i, j) for i, j, value in found if value != "not" and _is_giving(ctx, (i, j))), None)


def _giver(ctx: Context, sentence: Sentence, role: Mention, agencies: list[Mention]) -> list[Former]:
    given = ctx.last("assume", max(sentence.start, role.start - _REACH), role.start)
    if given is None or not _is_giving(ctx, given):
        return []
    if not _handed_to(ctx, role, agencies):
        return []
    before = [a for a in agencies if a.end <= given[0]]
    if not before or not _ADVERBS.issuperset(_between(ctx, before[-1].end, given[0])):
        return []
    if (
        _is_above(before[-1])
        or replaced_by(ctx, before[-1])
        or ctx.reading.norms[before[-1].start - 1] in ("của", "tại")
    ):
        return []
    return [Former(role, before[-1], given)]


def _is_above(agency: Mention) -> bool:
    """Whether a body that gives a flag is above all blocs, and never held the post: "Tòa án nhân dân tối cao"."""
    name = agency.value.lower()
    return name.endswith("tối cao") or name.startswith(_ABOVE)


def _between(ctx: Context, start: int, end: int) -> list[str]:
    """Return the words between a unit and its verb, without persons' names, posts, years and roles in brackets."""
    skipped = {
        k
        for kind in ("PERSON", "TITLE", "YEAR", "ROLE")
        for m in ctx.reading.of(kind, start, end)
        for k in range(m.start, m.end)
    }
    norms = ctx.reading.norms
    opened = next((k for k in range(start, end) if norms[k] == "("), end)
    closed = next((k for k in range(opened, end) if norms[k] == ")"), opened)
    skipped |= set(range(opened, closed)) if "bên" in norms[opened:closed] else set()  # "Lãnh đạo Sở A (bên trái)"
    return [norms[k] for k in range(start, end) if k not in skipped and norms[k] not in "(),-"]


def _handed_to(ctx: Context, role: Mention, agencies: list[Mention]) -> bool:
    """Whether "cho" or "sang" and an agency follow a role."""
    bloc = next(iter(ctx.reading.of("BLOC", role.end, role.end + 1)), None)
    end = bloc.end if bloc else role.end
    after = next((a for a in agencies if a.start >= end), None)
    if after is None or after.start - end > _REACH:
        return False
    return bool({"cho", "sang", "tới", "đến", "về"} & set(ctx.reading.norms[end : after.start]))


def _source(ctx: Context, sentence: Sentence, role: Mention, agencies: list[Mention]) -> list[Former]:
    norms = ctx.reading.norms
    for agency in agencies:
        if not role.end <= agency.start <= role.end + _REACH or ctx.reading.of("ROLE", role.end, agency.start):
            continue
        begin = agency.start
        while begin > role.end and norms[begin - 1] in _UNIT:
            begin -= 1
        taken = ctx.last("assume", sentence.start, role.start) or ctx.last("assume", role.end, agency.start)
        taken = taken or ctx.first("assume", agency.end, min(agency.end + 3, sentence.end))
        if norms[begin - 1] == "từ" and taken:
            return [Former(role, agency, taken)]
        if norms[begin - 1] == "do":
            given = ctx.first("assume", agency.end, min(agency.end + 4, sentence.end))
            if given and _is_giving(ctx, given):
                return [Former(role, agency, given)]
    return []


def _has_done(ctx: Context, agency: Mention) -> tuple[int, int] | None:
    """Return "sau khi" before a unit whose time in a post is over: "sau khi B hoàn tất một năm đảm đương"."""
    norms = ctx.reading.norms
    at, after = agency.start - 2, norms[agency.end : agency.end + 7]
    if at < 0 or norms[at : at + 2] != ["sau", "khi"] or _DONE.isdisjoint(after[:3]) or _TERM.isdisjoint(after[2:]):
        return None
    return at, at + 2


def _replaced(ctx: Context, roles: list[Mention], agencies: list[Mention]) -> list[Former]:
    found: list[Former] = []
    for k, agency in enumerate(agencies):
        said = replaced_by(ctx, agency) or _has_done(ctx, agency)
        if said is None:
            continue
        own = next((r for r in roles if 0 < r.start - agency.end <= _OWN_POST), None)
        if own and ctx.reading.norms[agency.end] in _IN_POST:
            found.append(Former(own, agency, said))  # "A giữ Trưởng khối, B thay C làm Phó khối": C was the deputy
            continue
        before = [r for r in roles if r.end <= said[0] and said[0] - r.end < 3 * _REACH]
        if not before:
            following = [r for r in roles if r.start >= agency.end and r.start - agency.end < _REACH]
            found += [Former(r, agency, said) for r in following[:1]]
            continue
        run = run_after(ctx, agencies, k, lambda start, end: bool(ctx.reading.of("ROLE", start, end)))
        run = run[: len(before)]
        found += [Former(role, holder, said) for role, holder in zip(before[-len(run) :], run, strict=True)]
    return found
