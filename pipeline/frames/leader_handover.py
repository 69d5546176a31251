"""Handovers of a post told in two clauses: one gives it, and who takes it is the subject or object of the next.

"Sở Y tế bàn giao nhiệm vụ Khối trưởng; Sở Nội vụ nhận bàn giao", "Sở Y tế thôi làm Khối phó, khối bầu Sở Nội vụ thay
thế", "Riêng vai trò Khối trưởng, Sở Y tế đã bàn giao cho Sở Nội vụ".
"""

from __future__ import annotations

from pipeline.frames.context import Context
from pipeline.frames.leader_former import Former, gives_on
from pipeline.reading import Mention, Sentence

_TAKES = tuple(
    tuple(words.split())
    for words in "nhận bàn giao|tiếp nhận|nhận nhiệm vụ|tiếp quản|đón nhận|nhận lại|nhận cờ|nhận vai trò".split("|")
)
_REPLACES = tuple(
    tuple(words.split()) for words in "thay thế|thay|kế nhiệm|thế chỗ|thế chân|vào thay|lên thay|tiếp quản".split("|")
)
_GIVES = (("bàn", "giao"), ("chuyển", "giao"), ("trao", "lại"), ("trao", "cờ"))
_FLAGS = frozenset(("cờ", "lưu", "trưng"))
"""Last words of what goes with a post: cờ, cờ luân lưu, biểu trưng."""
_ADVERBS = frozenset("đã vừa sẽ là chính thức đơn vị trực tiếp làm".split())
_BEFORE_UNIT = frozenset("và còn ; , đại diện lãnh đạo đơn vị do đồng thời".split())
_ENDS = frozenset(". , ; ) … từ trong cho ở kể".split())
_CHOICE = 6
"""So many tokens at most from the verb of choosing to the unit chosen."""


def taken_in_next_clause(ctx: Context, sentence: Sentence) -> list[Former]:
    """Return those who take over the one post that a sentence names, where the post's name stands in a clause before.

    A unit counts once a clause before it gives the post on or ends it; a post that the unit's own clause names is
    another frame's.
    """
    reading = ctx.reading
    roles = [r for r in reading.of("ROLE", sentence.start, sentence.end) if r.rule != "pointed-at"]
    if len(roles) != 1 or roles[0].value == "both":
        return []
    role = roles[0]
    found = []
    for agency in reading.of("AGENCY", role.end, sentence.end):
        trigger = _takes(ctx, sentence, role, agency) or _chosen_instead(ctx, sentence, role, agency)
        if trigger:
            found.append(Former(role, agency, trigger))
    return found[:1] if role.value == "leader" else found


def givers_apart(ctx: Context, sentence: Sentence) -> list[Former]:
    """Return who hands on a post in another clause than who takes it.

    1. the post opens the clause: A in "Vai trò Khối trưởng được A bàn giao cho B";
    2. the next clause takes it: A in "A bàn giao nhiệm vụ Khối trưởng; B nhận bàn giao".
    """
    reading = ctx.reading
    found = []
    for role in reading.of("ROLE", sentence.start, sentence.end):
        agency = next(iter(reading.of("AGENCY", role.end, sentence.end)), None)
        given = gives_on(ctx, agency) if agency and role.value != "both" else None
        if agency and given and not reading.of("ROLE", role.end, agency.start):
            found.append(Former(role, agency, given))
    for role, taker, _ in [] if found else taken_in_next_clause(ctx, sentence):
        for agency in reading.of("AGENCY", sentence.start, role.start):
            given = _verb_behind(ctx, agency, _GIVES)
            if given and agency is not taker:
                found.append(Former(role, agency, given))
    return found


def flag_given(ctx: Context, role: Mention, holder: Mention) -> tuple[int, int] | None:
    """Return the verb by which the flag of a post goes to its holder: "Cờ luân lưu Khối trưởng được trao cho A"."""
    norms = ctx.reading.norms
    if _FLAGS.isdisjoint(norms[max(0, role.start - 3) : role.start]):
        return None
    return next(((k, k + 1) for k in range(role.end, holder.start) if norms[k] in ("trao", "chuyển", "giao")), None)


def _takes(ctx: Context, sentence: Sentence, role: Mention, agency: Mention) -> tuple[int, int] | None:
    """Return the verb by which a unit takes what a clause before it gives: "…; B nhận bàn giao"."""
    verb = _verb_behind(ctx, agency, _TAKES)
    given = ctx.first("assume", sentence.start, agency.start)
    if verb is None or given is None or not _opens_clause(ctx, role, agency):
        return None
    giver = next((a for a in ctx.reading.of("AGENCY", sentence.start, given[0])), None)
    handed = ctx.reading.norms[given[0]] in ("bàn", "chuyển", "trao")
    return verb if giver and handed and role.start - given[1] < _CHOICE + len(_TAKES) else None


def _chosen_instead(ctx: Context, sentence: Sentence, role: Mention, agency: Mention) -> tuple[int, int] | None:
    """Return the choice of a unit in the place of one told before: "… thôi làm Khối phó, khối bầu B thay thế"."""
    norms = ctx.reading.norms
    verb = _verb_behind(ctx, agency, _REPLACES)
    if verb is None or verb[1] < sentence.end and norms[verb[1]] not in _ENDS:
        return None
    chosen = ctx.last("elect", max(role.end, agency.start - _CHOICE), agency.start)
    return chosen if chosen and {",", ";"} & set(norms[role.end : chosen[0]]) else None


def _opens_clause(ctx: Context, role: Mention, agency: Mention) -> bool:
    """Whether a unit is the first word of a clause after the one with the role: behind ";", ",", "và" or "còn"."""
    norms = ctx.reading.norms
    at = agency.start
    while at > role.end and norms[at - 1] in _BEFORE_UNIT:
        at -= 1
    return bool({";", ",", "và", "còn"} & set(norms[at : agency.start]))


def _verb_behind(ctx: Context, agency: Mention, verbs: tuple[tuple[str, ...], ...]) -> tuple[int, int] | None:
    """Return the tokens of one of the verbs right behind a unit, but for adverbs."""
    norms = ctx.reading.norms
    at = agency.end
    while norms[at : at + 1] and norms[at] in _ADVERBS:
        at += 1
    return next(((at, at + len(v)) for v in verbs if tuple(norms[at : at + len(v)]) == v), None)
