"""Frame: who leads a bloc.

Every role in a sentence looks for its holder on both sides; the side whose words bind more tightly wins. The surface
forms, with A and B for agencies:

1. "bầu A làm Trưởng khối, B làm Phó khối": the holder, a linking word, the role;
2. "Trưởng khối: A", "Khối trưởng năm 2024 là A", "bàn giao nhiệm vụ Trưởng khối cho A": the role, a link, the holder;
3. "A (Khối trưởng), B (Khối phó)", "A - đơn vị Cụm trưởng": set beside each other;
4. "A và B được bầu làm Cụm trưởng và Cụm phó", "Trưởng, Phó khối lần lượt là A; B": paired in order;
5. "ông X, Giám đốc A, Khối trưởng", "Khối trưởng X, Giám đốc A": the person that holds it for the agency.
"""

from __future__ import annotations

from itertools import permutations

from pipeline.frames.context import BlocEntity, Context
from pipeline.frames.leader_anaphora import pointed_at
from pipeline.frames.leader_bare_units import with_units
from pipeline.frames.leader_blocs import bloc_beside, one_each, shared_out
from pipeline.frames.leader_carried import carry
from pipeline.frames.leader_claims import Claim
from pipeline.frames.leader_clause import holder_in_clause
from pipeline.frames.leader_ellipsis import other_bloc, other_year
from pipeline.frames.leader_former import former_holders, moved_up, successors
from pipeline.frames.leader_groups import each_told_apart, groups_of, pair_up, role_end
from pipeline.frames.leader_handover import givers_apart, taken_in_next_clause
from pipeline.frames.leader_holders import Place, Side, holder_after, holder_before
from pipeline.frames.leader_persons import person_beside, unit_elsewhere
from pipeline.frames.leader_places import provinces_named, without_addresses
from pipeline.frames.leader_records import records
from pipeline.frames.leader_terms import chosen_after, status_of
from pipeline.frames.leader_told_after import told_after
from pipeline.frames.leader_years import year_of
from pipeline.frames.people import Named
from pipeline.lexicon import Phrases
from pipeline.reading import Mention, Sentence
from pipeline.record import Leader

_TO_OPEN = 5
_FILLS = frozenset("có|bầu|bầu chọn|chọn|cử|phân công|bố trí|bầu được|chọn được|bầu chức danh|bầu chức".split("|"))
"""What stands between "không" and a post that stays open."""


def find_leaders(ctx: Context, named: list[Named]) -> list[Leader]:
    """Return the leaders and deputies of all blocs, one record for each bloc, role, agency and year."""
    light = ctx.lexicon.leader_light
    claims: list[Claim] = []
    for n, sentence, _ in ctx.reading.told("ROLE"):
        claims += _claims(ctx, sentence, n, named, light)
        claims += _former(ctx, sentence, claims)
        claims += _successors(ctx, sentence, claims)
        claims += _told_on(ctx, sentence, n, claims)
    claims += _cells(ctx)
    carry(ctx, claims)
    return records(ctx, claims)


def _former(ctx: Context, sentence: Sentence, claims: list[Claim]) -> list[Claim]:
    """Return those who hand a role on: they held it in the year before the term that they hand on."""
    found = []
    for role, holder, trigger in former_holders(ctx, sentence) or givers_apart(ctx, sentence):
        bloc = ctx.bloc_for(role.start)
        said = next((c.year for c in claims if c.mention is role and c.year is not None), None)
        year = said - 1 if said is not None else bloc.year if bloc.next_term else None
        if year is not None and (bloc.year is None or year in (bloc.year, bloc.year - 1)):
            _begin_after(claims, role, year)
            found.append(Claim(role.value, role, holder, None, bloc, year, None, "serving", trigger, "former-holder"))
    return found


def _begin_after(claims: list[Claim], role: Mention, year: int) -> None:
    """Let those begin in the next year who are appointed in the place of one who held the role until then."""
    for claim in claims:
        if claim.mention is role and claim.status == "appointed" and claim.year is None:
            claim.year = year + 1


def _successors(ctx: Context, sentence: Sentence, claims: list[Claim]) -> list[Claim]:
    """Return those who take the roles of a sentence over, for the term after the one under review."""
    found = []
    known = [(c.mention, c.agency) for c in claims]
    for role, holder, trigger in successors(ctx, sentence) or taken_in_next_clause(ctx, sentence):
        if any(role is mention and holder is agency for mention, agency in known):
            continue  # "Vai trò Khối trưởng được hội nghị thống nhất bàn giao cho A đảm nhận"
        bloc = ctx.bloc_for(role.start)
        said = next((y for y in ctx.reading.of("YEAR", trigger[1], holder.start)), None)
        year = int(said.value) if said else None
        status = "elected" if ctx.has("elect", *trigger) else "assumed"
        found.append(Claim(role.value, role, holder, None, bloc, year, said, status, trigger, "successor"))
    return found


def _told_on(ctx: Context, sentence: Sentence, n: int, claims: list[Claim]) -> list[Claim]:
    """Return who holds the post of a claim in another year or bloc, told behind it without the post's name."""
    found = []
    for claim in claims:
        holder = claim.agency
        if holder is None or not sentence.start <= claim.mention.start < claim.mention.end <= holder.start:
            continue
        year, after = other_year(ctx, sentence, holder) if claim.year_mention else (None, None)
        bloc, of_bloc = other_bloc(ctx, sentence, holder)
        other = after or of_bloc
        if other is None:
            continue
        told = _claim(ctx, sentence, n, claim.role, claim.mention, other, None, "told-on", other.start, bloc)
        if year:
            told.year, told.year_mention = int(year.value), year
            if told.status == "serving" and told.bloc.year is not None and told.year > told.bloc.year:
                told.status = "elected"
        else:
            told.year, told.year_mention = claim.year, claim.year_mention
            told.status, told.trigger = claim.status, claim.trigger
        found.append(told)
    return found


def _cells(ctx: Context) -> list[Claim]:
    """Return the roles that stand alone on a line, as in a table, for the agency on one of the lines before."""
    reading = ctx.reading
    claims = []
    for n, sentence, roles in reading.told("ROLE"):
        if (
            len(roles) != 1
            or sentence.end - sentence.start != roles[0].end - roles[0].start
            or roles[0].value == "both"
        ):
            continue
        for before in reversed(reading.sentences[max(0, n - 5) : n]):
            agencies = reading.of("AGENCY", before.start, before.start + 2)
            if agencies and agencies[0].end >= before.end - 1:
                role = roles[0]
                claims.append(
                    _claim(ctx, sentence, n, role.value, role, agencies[0], None, "holder-in-table", role.end)
                )
                break
    return claims


def _claims(ctx: Context, sentence: Sentence, n: int, named: list[Named], light: Phrases[str]) -> list[Claim]:
    reading = ctx.reading
    roles = [r for r in reading.of("ROLE", sentence.start, sentence.end) if not _is_left_open(ctx, r)]
    agencies = [
        a
        for a in reading.of("AGENCY", sentence.start, sentence.end)
        if not any(r.overlaps(a.start, a.end) and a.start > r.start for r in roles)
    ]
    pointed = pointed_at(ctx, sentence, n)
    more = [*pointed, *provinces_named(ctx, sentence, agencies)]
    agencies = with_units(ctx, without_addresses(ctx, agencies))
    agencies = sorted([*agencies, *more], key=lambda a: a.start) if more else agencies
    claims: list[Claim] = []
    left_over: list[tuple[list[str], list[Mention], Place]] = []
    for old, new, holder in moved_up(ctx, roles, agencies):
        claims.append(_claim(ctx, sentence, n, new.value, new, holder, None, "moved-up", new.end))
        roles = [r for r in roles if r not in (old, new)]
    for group in each_told_apart(ctx, groups_of(ctx, roles, light), agencies, light):
        posts = [p for role in group for p in (["leader", "deputy"] if role.value == "both" else [role.value])]
        spans = [role for role in group for _ in (range(2) if role.value == "both" else range(1))]
        start, end = group[0].start, role_end(ctx, group[-1])
        at = Place(sentence, start, end, len(posts))
        by_blocs = shared_out(ctx, agencies, at) or one_each(ctx, agencies, at)
        for bloc, holder in by_blocs:
            claims.append(_claim(ctx, sentence, n, posts[0], spans[0], holder, None, "shared-out", end, bloc))
        if by_blocs:
            continue
        left = holder_before(ctx, agencies, roles, named, at, light)
        right = holder_after(ctx, agencies, roles, named, at, light)
        side = left if left and (not right or left.strength >= right.strength) else right
        if left and right and _is_companion(ctx, left.holders[-1], right):
            side = right
        inside = next((p for p in named if p.agency and p.person.end <= start and end <= p.agency.start <= p.end), None)
        if inside and inside.agency:  # "Ông X, Phó Khối trưởng, Phó Cục trưởng Cục A"
            side = Side(3, [inside.agency], "role-among-posts", inside)
        if side is None:
            alone = person_beside(ctx, named, at, light) if len(posts) == 1 else None
            if alone:
                unit = unit_elsewhere(named, alone)
                claims.append(_claim(ctx, sentence, n, posts[0], spans[0], unit, alone, "person-alone", end))
            else:
                left_over.append((posts, spans, at))
            continue
        pairs = pair_up(posts, spans, side.holders)
        for (role, mention), holder in pairs:
            person = side.person or _person_of(named, holder, mention)
            if side.rule == "role-then-person" and person is None:
                person = next((p for p in named if p.agency is holder), None)  # "hai Phó khối: bà X, …; ông Y, …"
            claims.append(_claim(ctx, sentence, n, role, mention, holder, person, side.rule, end))
    for posts, spans, at in left_over:
        taken = [c.agency for c in claims if c.agency]
        side = holder_in_clause(ctx, agencies, named, at, taken)
        if side is None and not agencies:
            after = told_after(ctx, n, len(posts))
            side = Side(1, after, "told-after") if after else None
        if side is None:
            continue
        for (role, mention), holder in pair_up(posts, spans, side.holders):
            person = _person_of(named, holder, mention)
            claims.append(_claim(ctx, sentence, n, role, mention, holder, person, side.rule, at.end))
    return sorted(_without_leaders(_held_till_now(ctx, claims)), key=lambda c: c.mention.start)


def _without_leaders(claims: list[Claim]) -> list[Claim]:
    """Take the leader off the deputies before whom it stands: "chức Trưởng khối chuyển cho A, B làm phó" is B alone."""
    leads = {id(c.agency) for c in claims if c.role == "leader" and c.agency}
    others = {id(c.mention) for c in claims if c.role == "deputy" and id(c.agency) not in leads}
    return [c for c in claims if c.role != "deputy" or id(c.agency) not in leads or id(c.mention) not in others]


def _held_till_now(ctx: Context, claims: list[Claim]) -> list[Claim]:
    """Let a unit sit in the post that tells which unit gets another.

    "Khối phó là A được bầu làm Khối trưởng", "bầu A (Khối phó năm 2023) làm Khối trưởng".
    """
    for old, new in permutations(claims, 2):
        unit = old.agency
        if unit is None or new.agency is not unit or new.role == old.role or old.status == "serving":
            continue
        before = old.mention.end <= unit.start and not ctx.has("elect", old.mention.start - 4, unit.start)
        aside = unit.end == old.mention.start - 1 and old.mention.end <= new.mention.start
        chosen = ctx.has("elect", unit.end, new.mention.start) and unit.end <= new.mention.start
        if before and chosen:
            old.year = old.year_mention = None
        if before and chosen or aside and new.status == "elected":
            old.status, old.trigger = "serving", (old.mention.start, old.mention.end)
    return claims


def _is_left_open(ctx: Context, role: Mention) -> bool:
    """Whether nobody is chosen for a role: "Khối không bầu Khối phó mà giao A hỗ trợ", "chưa bầu Trưởng khối mới"."""
    norms = ctx.reading.norms
    before = norms[max(0, role.start - _TO_OPEN) : role.start]
    at = next((k for k in range(len(before) - 1, -1, -1) if before[k] in ("không", "chưa")), None)
    return at is not None and " ".join(before[at + 1 :]) in _FILLS or _is_of_each(ctx, role)


def _is_of_each(ctx: Context, role: Mention) -> bool:
    """Whether a sentence says what posts all blocs have: "Khối nào cũng có một Trưởng khối (là Giám đốc Sở)"."""
    norms = ctx.reading.norms
    start = ctx.reading.sentences[ctx.reading.sentence_of(role.start)].start
    if norms[start] == "mỗi":
        return norms[start + 1 : start + 2] in (["khối"], ["cụm"], ["khu"])
    return any(norms[k + 1 : k + 2] == ["cũng"] for k in range(start, role.start) if norms[k] == "nào")


def _is_companion(ctx: Context, before: Mention, after: Side) -> bool:
    """Whether the unit before a role only goes with its holder: "Cùng với A trong vai Phó khối là B"."""
    norms = ctx.reading.norms
    return norms[before.start - 1] == "với" and norms[after.holders[0].start - 1] == "là"


def _person_of(named: list[Named], holder: Mention, role: Mention) -> Named | None:
    """Return the person whose agency the holder is, in one phrase with the role."""
    return next((p for p in named if any(a is holder for _, a in p.posts) and abs(role.start - holder.end) < 14), None)


def _claim(
    ctx: Context,
    sentence: Sentence,
    n: int,
    role: str,
    mention: Mention,
    holder: Mention | None,
    person: Named | None,
    rule: str,
    end: int,
    bloc: BlocEntity | None = None,
) -> Claim:
    bloc = bloc or bloc_beside(ctx, mention, end)
    who = person.person if person and rule == "person-alone" else holder or mention
    year = year_of(ctx, sentence, mention, who, end)
    status, trigger = status_of(ctx, sentence, n, mention, who, person, int(year.value) if year else None, bloc)
    chosen = chosen_after(ctx, n) if status in ("assumed", "appointed") and not ctx.decision else None
    if chosen:
        status, trigger = "elected", chosen
    return Claim(role, mention, holder, person, bloc, int(year.value) if year else None, year, status, trigger, rule)
