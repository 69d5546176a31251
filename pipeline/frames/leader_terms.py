"""How a role came about: its status, and the words that say so."""

from __future__ import annotations

from pipeline.frames.context import BlocEntity, Context
from pipeline.frames.holders import run_after
from pipeline.frames.leader_authority import FROM_ABOVE, assigned, by_agency, by_document, given_from_above, put_up
from pipeline.frames.leader_givers import given_by_authority
from pipeline.frames.leader_handover import flag_given
from pipeline.frames.leader_holders import ends_list
from pipeline.frames.leader_speech import acts_in_post
from pipeline.frames.leader_votes import (
    asked_to_recognise,
    chosen_before,
    given_by_bloc,
    heading_of,
    other_post_handed,
    vote_beside,
)
from pipeline.frames.leader_years import is_line, is_sitting
from pipeline.frames.people import Named
from pipeline.reading import Mention, Sentence

_NEXT_YEAR = (
    ("năm", "tới"),
    ("năm", "sau"),
    ("năm", "tiếp", "theo"),
    ("năm", "kế", "tiếp"),
    ("nhiệm", "kỳ", "mới"),
    ("nhiệm", "kỳ", "tới"),
    ("khóa", "tới"),
)
_LAST_OF_NEXT = frozenset(words[-1] for words in _NEXT_YEAR)
_ASIDE = frozenset("- ( , đơn vị".split())
_LOOKS_BACK = ("đây là kết", "kết quả này", "trước đó", "kết quả trên")


def status_of(
    ctx: Context,
    sentence: Sentence,
    n: int,
    role: Mention,
    holder: Mention,
    person: Named | None,
    year: int | None,
    bloc: BlocEntity,
) -> tuple[str, tuple[int, int]]:
    """Return (status, trigger) of a role and its holder.

    1. a document names it, or it was given from above: `appointed`;
    2. it is put to an authority to recognise: `proposed`;
    3. the bloc chose: `elected`;
    4. it is handed over and no choice is told: `assumed`;
    5. else `serving`, unless the year lies ahead of the one under review.
    """
    first, last = min(role.start, holder.start), max(role.end, holder.end)
    here = role.start, role.end
    ahead = year is not None and bloc.year is not None and year > bloc.year or _says_next(ctx, sentence, first, last)
    start = sentence.start
    if is_sitting(ctx, role, holder) or not ahead and acts_in_post(ctx, sentence, role, holder, last):
        return "serving", here
    if ctx.decision:
        by_members = _chosen_by_members(ctx, sentence, last)
        if by_members:
            return "elected", by_members
        return "appointed", ctx.first("appoint", sentence.start, sentence.end) or _document(ctx) or here
    from_above = assigned(ctx, sentence, first, last)
    if from_above:
        return "appointed", from_above
    if put_up(ctx, start, first, last):
        return "proposed", ctx.last("elect", start, first) or here
    appointed = ctx.last("appoint", _clause_of_choice(ctx, start, first, last), last)
    proposed = ctx.last("propose", start, first) or ctx.first("propose", last, sentence.end)
    if proposed and _asks_for_post(ctx, proposed, sentence, first, last):
        return "proposed", proposed
    asked = asked_to_recognise(ctx, holder, role)
    if asked:
        return "proposed", asked
    now = year is not None and bloc.year is not None and year <= bloc.year and bloc.next_term
    voted = None if now or person and not ahead else vote_beside(ctx, sentence, n, last)
    if appointed and voted and ctx.reading.norms[appointed[0]] in ("được", "giao"):
        return "elected", voted  # "A được phân công làm Cụm trưởng. Đây là kết quả hiệp thương"
    if appointed and (not ctx.has("elect", start, appointed[0]) or by_document(ctx, appointed, first)):
        return "appointed", appointed
    above = given_from_above(ctx, sentence, role.start) or given_by_authority(ctx, role.end, holder.start)
    above = above or given_by_authority(ctx, holder.end, role.start)
    if above:
        return "appointed", above
    elected = chosen_before(ctx, start, last, first)
    if elected and ctx.reading.norms[elected[0]] in FROM_ABOVE and by_agency(ctx, elected[0], sentence.start):
        return "appointed", elected
    if (
        elected
        and not now
        and not (
            person
            and not ahead
            and not _is_predicate(ctx, role)
            and elected[1] <= person.person.start
            and elected[0] < person.person.start - 12
        )
    ):
        return "elected", elected
    if elected and now and elected[1] >= first - 3:
        return "elected", elected
    chosen = None if now else voted or given_by_bloc(ctx, sentence, first)
    if chosen:
        return "elected", chosen
    taken = _taken_by(ctx, sentence, role, holder, last) or flag_given(ctx, role, holder)
    assumed = ctx.last("assume", _start_of_aside(ctx, start, role, holder), last) or taken
    assumed = assumed or (ctx.last("assume", sentence.start, first) if role.parts.get("new") else None)
    put_forward = ctx.reading.find(("đề", "xuất"), sentence.start, first)
    if assumed and put_forward >= 0 and not ctx.reading.of("AWARD", put_forward, first):
        return "proposed", (put_forward, put_forward + 2)  # "các thành viên đề xuất A đảm nhiệm cương vị Trưởng khối"
    if assumed and not now and (ahead or year is None or not bloc.next_term or bloc.year is None):
        if ctx.reading.norms[assumed[0]] == "đảm" and not ahead and (person or _is_held(ctx, sentence, role, holder)):
            return "serving", assumed
        return "assumed", assumed
    if role.parts.get("new"):
        return "assumed", here
    if ahead:
        handed = None if ctx.has("elect", sentence.start, sentence.end) else ctx.first("assume", last, sentence.end)
        return ("assumed", handed) if handed else _of_term_ahead(ctx, sentence, n) or ("elected", here)
    listed = _appointed_list(ctx, sentence, n)
    if listed:
        return "appointed", listed
    going_on = None if year is not None or person else _goes_on(ctx, n, role)
    if going_on:
        return going_on
    if year is None and bloc.next_term and not person and _under_result(ctx, n):
        return "elected", here
    return "serving", here


def _clause_of_choice(ctx: Context, start: int, first: int, last: int) -> int:
    """Return where the clause of a post begins if it tells a choice of its own: "…; xã B được bầu làm Cụm phó"."""
    mark = next((k + 1 for k in range(min(first, last) - 1, start - 1, -1) if ctx.reading.norms[k] == ";"), start)
    return mark if mark > start and ctx.has("elect", mark, last) else start


def _start_of_aside(ctx: Context, start: int, role: Mention, holder: Mention) -> int:
    """Return where the clause begins in which a post only stands beside its unit: "…; nhất là A - đơn vị Khối phó"."""
    norms = ctx.reading.norms
    between = norms[holder.end : role.start]
    if not between or not _ASIDE.issuperset(between) or between[0] == "là":
        return start
    return next((k + 1 for k in range(holder.start - 1, start - 1, -1) if norms[k] == ";"), start)


def _is_held(ctx: Context, sentence: Sentence, role: Mention, holder: Mention) -> bool:
    """Whether a post that one "đảm nhận" is held by it already: nothing in the sentence is handed over.

    "Khối gồm 5 đơn vị do A đảm nhận vai trò Khối trưởng", "Đơn vị đảm nhận Cụm trưởng năm nay là A", "Đây là năm A …".
    """
    norms = ctx.reading.norms
    begin = int(holder.parts.get("from", holder.start))
    first = ctx.reading.of("AGENCY", sentence.start, begin + 1)
    led = any(norms[int(a.parts.get("from", a.start)) - 1] == "do" and ";" not in norms[a.end : begin] for a in first)
    this_year = norms[role.end : role.end + 2] == ["năm", "nay"]
    opens = norms[sentence.start : sentence.start + 3] == ["đây", "là", "năm"]
    return (led and begin < role.start or this_year or opens) and "luân" not in norms[sentence.start : sentence.end]


def _taken_by(ctx: Context, sentence: Sentence, role: Mention, holder: Mention, last: int) -> tuple[int, int] | None:
    """Return the verb behind those by whom a post is taken: "Trưởng khối do A, B đảm nhận", "đã được A tiếp nhận"."""
    reading = ctx.reading
    if {"do", "được"}.isdisjoint(reading.norms[role.end : holder.start]):
        return None
    listed = run_after(ctx, [holder, *reading.of("AGENCY", holder.end, sentence.end)], 0, ends_list(ctx))
    last = max(last, listed[-1].end)
    return ctx.first("assume", last, min(last + 2, sentence.end))


def chosen_after(ctx: Context, n: int) -> tuple[int, int] | None:
    """Return the words by which the next sentence says that what was told came of a choice.

    "… được phân công làm Cụm trưởng. Đây là kết quả hiệp thương giữa 5 đơn vị", "Trước đó, các đơn vị đã bỏ phiếu …".
    """
    reading = ctx.reading
    if n + 1 >= len(reading.sentences) or reading.sentences[n + 1].line != reading.sentences[n].line:
        return None
    after = reading.sentences[n + 1]
    begins = " ".join(reading.norms[after.start : after.start + 3])
    if not begins.startswith(_LOOKS_BACK) or reading.of("AWARD", after.start, after.end):
        return None
    return ctx.last("elect", after.start, after.end)


def _document(ctx: Context) -> tuple[int, int] | None:
    """Return the words that name the document that the report is of: "Thông báo số", "vừa ban hành"."""
    return ctx.first("decision", 0, ctx.reading.sentences[-1].end)


def _appointed_list(ctx: Context, sentence: Sentence, n: int) -> tuple[int, int] | None:
    """Return the decision above the list in which a post stands: "Theo quyết định, gồm: - A (Cụm trưởng)"."""
    heading = heading_of(ctx, n) if is_line(ctx, sentence) else None
    return ctx.first("appoint", heading.start, heading.end) if heading else None


def _says_next(ctx: Context, sentence: Sentence, first: int, last: int) -> bool:
    """Whether "năm tới", "năm sau" or "sẽ" stands with a role and its holder, or opens their sentence."""
    norms = ctx.reading.norms
    end = min(last + 4, len(norms))
    begin = sentence.start + 1 if norms[sentence.start] in ('"', "“") else sentence.start
    coming = ctx.reading.find(("sang", "năm"), first, end)
    if coming >= 0 and not "".join(norms[coming + 2 : coming + 3]).isdigit():
        return True  # "Đầu mối của khối sang năm là A", but not "sang năm 2024"
    if "sẽ" in norms[first:last]:
        return True
    if not ctx.reading.has(_LAST_OF_NEXT):
        return False
    opens = any(tuple(norms[begin : begin + len(words)]) == words for words in _NEXT_YEAR)
    return opens or any(ctx.reading.find(words, first, end) >= 0 for words in _NEXT_YEAR)


def _of_term_ahead(ctx: Context, sentence: Sentence, n: int) -> tuple[str, tuple[int, int]] | None:
    """Return how a term to come came about, as the sentences before tell it: handed over, in turn, or chosen.

    "… nhiệm vụ trưởng khối được luân phiên hằng năm. Năm 2016, A làm trưởng khối": handed over.
    """
    reading = ctx.reading
    for before in reversed(reading.sentences[max(0, n - 4) : n]):
        if sentence.line - before.line > 2:
            break
        about = reading.of("ROLE", before.start, before.end)
        chosen = ctx.last("elect", before.start, before.end)
        handed = ctx.last("assume", before.start, before.end)
        if about and handed and not chosen:
            return "assumed", handed
        if chosen and (about or not reading.of("AWARD", before.start, before.end)):
            return "elected", chosen
    return other_post_handed(ctx, n)


def _goes_on(ctx: Context, n: int, role: Mention) -> tuple[str, tuple[int, int]] | None:
    """Return the status of the other post, told just before: "A bàn giao Trưởng khối cho B. Phó khối là C"."""
    reading = ctx.reading
    if n == 0 or reading.sentences[n - 1].line != reading.sentences[n].line:
        return None
    before = reading.sentences[n - 1]
    others = reading.of("ROLE", before.start, before.end)
    if not others or any(o.value == role.value for o in others):
        return None
    chosen = ctx.last("elect", before.start, before.end)
    handed = ctx.last("assume", before.start, before.end)
    if chosen and reading.norms[chosen[0]] in FROM_ABOVE and ctx.has("appoint", chosen[0] - 1, chosen[1]):
        return None  # "A - đơn vị được phân công làm Khối trưởng. Khối phó (B) …"
    if chosen:
        return "elected", chosen
    return ("assumed", handed) if handed else None


def _chosen_by_members(ctx: Context, sentence: Sentence, last: int) -> tuple[int, int] | None:
    """Return the words by which the units of a new bloc choose: "bảy đơn vị tán thành: xã A - Cụm trưởng"."""
    found = ctx.first("vote", sentence.start, last)
    chosen = ctx.last("elect", sentence.start, last)
    if chosen and ctx.reading.norms[chosen[0]] in ("bầu", "suy"):
        return chosen
    return found


def _under_result(ctx: Context, n: int) -> bool:
    """Whether the sentence is a line of a list of results that an earlier line announces."""
    sentence = ctx.reading.sentences[n]
    if not sentence.bullet and ctx.reading.norms[sentence.start] not in ("trưởng", "phó", "khối", "cụm", "đơn"):
        return False
    for before in reversed(ctx.reading.sentences[max(0, n - 8) : n]):
        if ctx.has("elect", before.start, before.end):
            return True
    return False


def _asks_for_post(ctx: Context, trigger: tuple[int, int], sentence: Sentence, first: int, last: int) -> bool:
    """Whether "trình", "đề nghị" asks an authority for the post, not for an award told in the same sentence."""
    reading = ctx.reading
    if trigger[0] >= last:
        return (
            ctx.has("recognise", trigger[0], sentence.end)
            and not reading.of("AWARD", trigger[1], sentence.end)
            or reading.norms[trigger[0]] == "trình"
            and not reading.of("AWARD", trigger[1], sentence.end)
        )
    if reading.of("AWARD", trigger[1], first):
        return False
    if reading.norms[trigger[0] : trigger[1]] == ["dự", "kiến"]:
        return True
    if {"nhận", "định"} & set(reading.norms[trigger[0] : trigger[1]]) and reading.norms[trigger[0]] == "xem":
        return True  # "trình cấp trên xem xét, công nhận A làm Khối trưởng"
    if reading.norms[trigger[0] : trigger[1]] == ["đề", "xuất"] and ctx.has("elect", trigger[1], last):
        return False
    near = min(trigger[1] + 8, first)
    asked = reading.of("AGENCY", trigger[1], near)
    inside = {k for a in asked for k in range(a.start, a.end)}
    between = [reading.norms[k] for k in range(trigger[1], first) if k not in inside]
    authority = bool(reading.of("GRANTOR", trigger[1], near)) or any(
        a.parts["policy"] == "self" and a.parts["name"] or a.start == trigger[1] for a in asked
    )
    if {"khen", "tặng", "thưởng"} & set(between):
        return False
    return (
        ctx.has("recognise", trigger[1], last)
        or authority
        and ("giao" in between or "chỉ" in between or "quyết" in between or reading.norms[trigger[0]] == "trình")
    )


def _is_predicate(ctx: Context, role: Mention) -> bool:
    """Whether a verb gives a post to its holder, and it is not merely set beside a name: "ông X, … là Phó khối"."""
    return ctx.reading.norms[role.start - 1] in ("là", "làm", "giữ", "chức")
