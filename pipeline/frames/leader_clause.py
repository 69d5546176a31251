"""Who holds a role that no light words lead to: the subject of the clause whose predicate the role is, or its object.

"Sở Tài chính, sau khi nhận được 11/12 phiếu, sẽ nắm giữ vị trí Khối trưởng": whatever stands between, "nắm giữ vị
trí" makes the role a predicate, and its subject is the unit before it. "Chiếc ghế Trưởng khối được các đơn vị dành cho
Sở Xây dựng": "cho" leads from the post to its holder. The words are the categories `office`, `hold`, `falls`, `bar` and
`others` of `triggers.csv`.
"""

from __future__ import annotations

from itertools import pairwise

from pipeline.frames.context import Context
from pipeline.frames.holders import run_after, run_before
from pipeline.frames.leader_former import replaced_by
from pipeline.frames.leader_givers import opens_members
from pipeline.frames.leader_grantors import grants_award
from pipeline.frames.leader_holders import Place, Side, ends_list, gives_post, takes
from pipeline.frames.leader_speech import holder_speaking
from pipeline.frames.people import Named
from pipeline.reading import Mention

_FAR_LEFT = 26
_FAR_RESUMED = 60
"""So many where the clause goes on behind what its subject is told of before: "A …, đồng thời được bầu làm …"."""
_FAR_RIGHT = 20
"""So many tokens at most between a role and its holder."""
_FAR_OPENED = 12
"""So many tokens at most between a role that opens a clause and the subject."""
_TO_CHOICE = 6
"""So many tokens at most behind a unit to the choice of it."""
_OPENERS = frozenset("với trên trong ở nhận tiếp đảm giữ đón thực hoàn phát".split())
"""First words of what opens a clause with its post: "trên cương vị Khối trưởng, A …", "tiếp nhận vai trò …, A …"."""
_FAR_BRACKET = 7
"""So many between a unit and a role in brackets."""
_PREPOSITIONS = frozenset("với trên trong ở vào lên đứng".split())
"""They make a role a predicate only with a word for a post: "với vai trò Khối trưởng", not "với Khối trưởng"."""
_LONGEST = 5
"""Tokens of the longest expression that is looked for before a token."""
_FILL = frozenset('“ ” " một hai ba các những số tân mới của chiếc lá đơn vị 2 02 luôn tiếp luân phiên'.split())
"""What stands between the words for a post and the role: "chiếc ghế của Khối trưởng"."""
_UNIT = _FILL | frozenset("lãnh đạo đại diện ông bà đồng chí".split())
"""What stands between the words that lead to a unit and its name: "hai đơn vị", "lãnh đạo"."""
_OBLIQUE = frozenset("của tại ở từ với thay".split())
"""Words before a unit that is not the subject of its clause."""
_PASSIVE = frozenset(("được", "do", "bởi", "sự"))
"""After them, those who choose are not the subject: "A được các đơn vị bầu", "A, với sự nhất trí của các đơn vị"."""
_GIVEN = frozenset("giao trao gửi phó".split())
"""First words of the verbs whose subject gives a post, and does not get it."""
_GOES_ON = frozenset("được sẽ tiếp nay vừa đã lại chuyển lên chính cũng đồng".split())
"""After the comma that closes an aside, the clause goes on: "A, sau một năm làm Khối phó, được bầu làm Khối trưởng"."""
_AND_HOLDS = frozenset("làm giữ đảm trở nắm".split())
"""After "và" the same unit goes on to hold a post: "A được tặng Bằng khen và | làm Khối phó"."""
_AFTER_TERM = frozenset(("sau",))
"""What opens the earlier term of the same subject: "sau khi đã làm", "sau một năm làm"."""
_SURE = frozenset(
    ("là", ":", "thuộc về", "về tay", "vào tay", "gọi tên", "xướng tên", "trong tay", "gồm", "lần lượt là")
)
"""Words that say who holds a post whatever clause they end; others do so only for a post that is given or chosen."""
_WINS = frozenset("trúng đắc thắng xung ra tái tiếp với đồng kết".split())
"""First words of what the one who is chosen does: trúng cử, thắng phiếu, xung phong, ra mắt, tái cử."""
_RECOGNISES = frozenset("công ghi xác thừa chứng".split())
"""First syllables of verbs that end in "nhận" and do not say that their subject gets a post: công nhận, xác nhận."""
_TOPIC = frozenset("về phần riêng còn".split())


def holder_in_clause(
    ctx: Context, agencies: list[Mention], named: list[Named], at: Place, taken: list[Mention]
) -> Side | None:
    """Return the holders of a role in its clause, where none stands beside it.

    Args:
        ctx: the report.
        agencies: the agencies of the sentence, in order.
        named: the persons of the report with their posts.
        at: where the role stands.
        taken: the agencies of the sentence that hold other roles.
    """
    return (
        _together(ctx, named, at)
        or _opened(ctx, agencies, at)
        or _object(ctx, agencies, at, taken)
        or _subject(ctx, agencies, at, taken)
        or holder_speaking(ctx, named, at)
    )


def _before(ctx: Context, category: str, i: int, start: int) -> int:
    """Return where the longest expression of a category begins that ends at token `i`, or `i`."""
    phrases = ctx.lexicon.triggers[category]
    for k in range(max(start, i - _LONGEST), i):
        found = phrases.match(ctx.reading.norms, k)
        if found and found[0] == i:
            return k
    return i


def _office(ctx: Context, at: Place) -> tuple[int, bool]:
    """Return where the words for a post before a role begin, and whether there are any."""
    norms, i, named = ctx.reading.norms, at.start, False
    while i > at.sentence.start:
        begin = _before(ctx, "office", i, at.sentence.start)
        if begin < i:
            i, named = begin, True
        elif norms[i - 1] in _FILL and i - 1 > at.sentence.start:
            i -= 1
        else:
            break
    return i, named


def _subject(ctx: Context, agencies: list[Mention], at: Place, taken: list[Mention]) -> Side | None:
    """Return the unit before a role that its clause says to hold it."""
    begin, named = _office(ctx, at)
    held = _before(ctx, "hold", begin, at.sentence.start)
    far = _FAR_LEFT
    if _is_bracketed(ctx, at):
        held, far = at.start - 1, _FAR_BRACKET
    elif held == begin or ctx.reading.norms[held] in _PREPOSITIONS and not named:
        return None
    if any(_resumes(ctx, k) for k in range(max(at.sentence.start, held - _TO_CHOICE), held)):
        far = _FAR_RESUMED
    given = ctx.reading.norms[held] in _GIVEN or ctx.reading.norms[held - 1] in _RECOGNISES
    for k in range(len(agencies) - 1, -1, -1):
        agency = agencies[k]
        if agency.end > held or _is_no_subject(ctx, agency, held):
            continue
        if held - agency.end > far:
            return None
        crossed = ctx.reading.of("ROLE", agency.end, held)
        if _is_barred(ctx, agency.end, held) or not all(_is_aside(ctx, r, agency.end) for r in crossed):
            return None
        if given and "được" not in ctx.reading.norms[agency.end : held]:
            return None  # "Sở A trao vai trò Khối trưởng", "… đọc quyết định công nhận Khối trưởng"
        if not crossed and any(a is agency for a in taken):
            return None
        several = at.wanted > 1 or "deputy" in {r.value for r in ctx.reading.of("ROLE", at.start, at.end)}
        run = run_before(ctx, agencies, k, ends_list(ctx)) if several else [agency]
        if at.wanted == 1:
            run = _of_last_clause(ctx, run)
        if at.wanted > 1 and len(run) < at.wanted:
            return None
        return Side(1, run[-at.wanted :] if at.wanted > 1 else run, "subject-of-clause")
    return None


def _of_last_clause(ctx: Context, run: list[Mention]) -> list[Mention]:
    """Return the units behind the last semicolon of a list: "Khối trưởng chuyển cho A; B nhận phần Khối phó" is B."""
    norms = ctx.reading.norms
    cuts = [k for k, (a, b) in enumerate(pairwise(run), 1) if ";" in norms[a.end : b.start]]
    return run[cuts[-1] :] if cuts else run


def _is_bracketed(ctx: Context, at: Place) -> bool:
    """Whether a role alone in brackets says what a predicate means: "A giữ vai trò đầu tàu (Cụm trưởng)"."""
    norms = ctx.reading.norms
    return norms[at.start - 1] == "(" and norms[at.end : at.end + 1] == [")"] and at.start - 1 > at.sentence.start


def _is_no_subject(ctx: Context, agency: Mention, held: int) -> bool:
    """Whether a unit only owns, is a place, is replaced, or gives the post."""
    norms = ctx.reading.norms
    before = norms[agency.start - 1] if agency.start else ""
    if before == "của" and held - agency.end <= 2 and norms[agency.end] in _PREPOSITIONS:
        return False  # "đánh giá cao vai trò của Sở A trên cương vị Khối trưởng"
    return (
        before in _OBLIQUE
        or replaced_by(ctx, agency) is not None
        or gives_post(ctx, agency)
        or grants_award(ctx, agency)
    )


def _is_barred(ctx: Context, start: int, end: int) -> bool:
    """Whether the words between a unit and a role give the role to another, to all, or to none."""
    norms = ctx.reading.norms
    start = next((k + 1 for k in range(end - 1, start - 1, -1) if _resumes(ctx, k)), start)
    if ";" in norms[start:end] or ctx.has("bar", start, end) or ctx.reading.of("AWARD", start, end):
        return True
    passive = next((k for k in range(start, end) if norms[k] in _PASSIVE), end)
    chosen = ctx.first("elect", start, end)
    if chosen and norms[chosen[0]] in _WINS:
        chosen = None
    acts = (ctx.first("others", start, end), chosen, ctx.first("propose", start, end))
    return any(found and found[0] < passive for found in acts)


def _resumes(ctx: Context, mark: int) -> bool:
    """Whether a comma or dash closes an aside, and the clause of the unit before goes on: "A, …, được bầu …"."""
    norms = ctx.reading.norms
    if norms[mark] == "và" and norms[mark + 1] in _AND_HOLDS:
        return True
    return norms[mark] in (",", "-", "và") and norms[mark + 1] in _GOES_ON


def _is_aside(ctx: Context, role: Mention, start: int) -> bool:
    """Whether a role stands in an aside after whose comma the clause goes on."""
    norms = ctx.reading.norms
    end = next((k for k in range(role.end, role.end + 5) if norms[k : k + 1] in ([","], ["và"])), None)
    if end is not None and norms[end] == "và" and norms[end + 1] in _GOES_ON:
        return True  # "A làm Trưởng khối năm 2023 và tiếp tục giữ vai trò Trưởng khối năm 2024"
    if _AFTER_TERM.intersection(norms[role.end : role.end + 4]):
        return True  # "A được bầu làm Trưởng khối năm 2024 sau khi đã làm Phó khối"
    return end is not None and norms[end + 1] in _GOES_ON and "," in norms[start : role.start]


def _opened(ctx: Context, agencies: list[Mention], at: Place) -> Side | None:
    """Return the subject of a clause that opens with its post: "Trên cương vị Khối trưởng vừa được giao, Sở A sẽ …"."""
    reading = ctx.reading
    begin, named = _office(ctx, at)
    held = _before(ctx, "hold", begin, at.sentence.start)
    holder = next((a for a in agencies if a.start >= at.end and reading.norms[a.start - 1] != "từ"), None)
    if at.wanted > 1 or not named or holder is None or reading.norms[held] not in _OPENERS:
        return None
    if held - at.sentence.start > 3 and reading.norms[held - 1] not in (",", ";", '"', "“"):
        return None
    start = _unit_begin(ctx, int(holder.parts.get("from", holder.start)), at.end)
    between = reading.norms[at.end : start]
    if between[-1:] != [","] or len(between) > _FAR_OPENED or between.count(",") > 1 or ";" in between:
        return None
    if reading.of("ROLE", at.end, start) or ctx.has("bar", at.end, start):
        return None
    return Side(1, [holder], "subject-of-clause")


def _object(ctx: Context, agencies: list[Mention], at: Place, taken: list[Mention]) -> Side | None:
    """Return the unit after a role that its clause gives it to."""
    reading = ctx.reading
    k = next((k for k, a in enumerate(agencies) if a.start >= at.end and not _is_source(ctx, a)), None)
    if k is None or any(a is agencies[k] for a in taken):
        return None
    holder = agencies[k]
    begin = _unit_begin(ctx, int(holder.parts.get("from", holder.start)), at.end)
    falls = _before(ctx, "falls", begin, at.end)
    lead = begin - 2 if reading.norms[begin - 2 : begin] == ["kết", "quả"] else begin
    wins = reading.norms[lead - 1] == "," and _wins(ctx, holder, at)
    if falls == begin and not wins or begin - at.end > _FAR_RIGHT or reading.of("ROLE", at.end, begin):
        return None
    between = reading.norms[at.end : falls]
    if ";" in between or reading.of("AWARD", at.end, falls):
        return None
    if ctx.has("bar", at.end, begin) or ctx.has("bar after", at.end, begin) or opens_members(ctx, at.end, begin):
        return None
    said = " ".join(reading.norms[falls:begin])
    if said == "do" and not takes(ctx, holder.end):
        return None
    if said not in _SURE and not _is_given(ctx, at, falls):
        return None
    several = at.wanted > 1 or "deputy" in {r.value for r in reading.of("ROLE", at.start, at.end)}
    run = run_after(ctx, agencies, k, ends_list(ctx)) if several else [holder]
    if at.wanted > 1 and len(run) < at.wanted:
        return None
    return Side(1, run, "object-of-clause")


def _is_source(ctx: Context, agency: Mention) -> bool:
    """Whether a post comes from a unit: "từ Sở A", "từ tay Sở A"."""
    norms = ctx.reading.norms
    return "từ" in norms[max(0, agency.start - 2) : agency.start]


def _wins(ctx: Context, agency: Mention, at: Place) -> bool:
    """Whether a unit gets the votes in the choice that a clause tells: "Bầu Trưởng khối, A giành 10/11 phiếu"."""
    norms = ctx.reading.norms
    begin, _ = _office(ctx, at)
    if begin < at.start and _chosen_behind(ctx, agency, at):
        return True
    gets = norms[agency.end : agency.end + 1] in (["giành"], ["đạt"], ["nhận"], ["được"], ["có"])
    chosen = ctx.has("elect", max(at.sentence.start, begin - 4), at.start)
    if norms[agency.end : agency.end + 2] in (["trúng", "thăm"], ["trúng", "cử"], ["đắc", "cử"]):
        return chosen
    return gets and chosen and "phiếu" in norms[agency.end : min(agency.end + 8, at.sentence.end)]


def _chosen_behind(ctx: Context, agency: Mention, at: Place) -> bool:
    """Whether a unit is told to be chosen for the post before it: "Ghế Trưởng khối năm 2023, A được bầu"."""
    reading = ctx.reading
    ends = (k for k in range(agency.end, at.sentence.end) if reading.norms[k] in (";", ","))
    end = next(ends, at.sentence.end)
    if reading.norms[agency.end : agency.end + 1] != ["được"]:
        return False
    if reading.of("ROLE", agency.end, end) or reading.of("AWARD", agency.end, end):
        return False
    return ctx.has("elect", agency.end, min(agency.end + _TO_CHOICE, end))


def _unit_begin(ctx: Context, i: int, start: int) -> int:
    """Return where the words for a unit begin before its name: "đơn vị", "hai đơn vị", a post of its head."""
    norms = ctx.reading.norms
    while i > start and (norms[i - 1] in _UNIT or any(t.end == i for t in ctx.reading.of("TITLE", i - 4, i))):
        i -= 1
    return i


def _is_given(ctx: Context, at: Place, falls: int) -> bool:
    """Whether a post is told as given or chosen: its words stand before it, or a choice around it."""
    begin, named = _office(ctx, at)
    if named or ctx.reading.norms[begin - 1] in _TOPIC and begin > at.sentence.start:
        return True
    return ctx.has("elect", max(at.sentence.start, begin - 4), falls)


def _together(ctx: Context, named: list[Named], at: Place) -> Side | None:
    """Return the units of as many persons as roles: "X, Giám đốc A và Y, Giám đốc B … Khối trưởng, Khối phó"."""
    if at.wanted < 2:
        return None
    people = [p for p in named if p.agency and at.sentence.start <= p.person.start < at.start][-at.wanted :]
    if len(people) < at.wanted or at.start - people[-1].end > _FAR_LEFT:
        return None
    last = max(people[-1].end, people[-1].agency.end if people[-1].agency else 0)
    begin, is_named = _office(ctx, at)
    if not is_named and _before(ctx, "hold", begin, last) == begin or _is_barred(ctx, last, begin):
        return None
    return Side(1, [p.agency for p in people if p.agency], "holders-together")
