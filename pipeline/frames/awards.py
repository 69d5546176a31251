"""Frame: who is given, asked or voted which award.

Every title or ranking in a sentence looks for those who get it. The surface forms, with A and B for agencies and G for
who grants:

1. "đề nghị G tặng Cờ thi đua cho A; tặng Bằng khen cho B": the recipients follow, the grantor carries over;
2. "A được đề nghị G tặng Cờ thi đua", "suy tôn A nhận Cờ thi đua của G": the recipients stand before;
3. "Cờ thi đua của G: A, B", "Nhất khối: A; nhì khối: B": a colon;
4. "A là đơn vị dẫn đầu, đề nghị G tặng Cờ thi đua": the recipient of the ranking is that of the title;
5. "02 đơn vị được nhận Cờ thi đua": a number only;
6. "A đạt thành tích xuất sắc nhất khối để trình G khen": a ranking that is put up.

The steps, each in its module: who grants (`award_grantors`), who gets it (`award_recipients`, `award_left`,
`award_lists`), how far it is and its year (`award_status`), the facts (`award_facts`), who declines (`award_declined`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from pipeline.frames.award_asking import is_put_up_to
from pipeline.frames.award_counted import with_places_in_order
from pipeline.frames.award_declined import leave_problems
from pipeline.frames.award_elided import elided
from pipeline.frames.award_facts import award_facts
from pipeline.frames.award_given import given_before_title
from pipeline.frames.award_grantors import (
    grantor_asked_to_praise,
    grantor_at_end,
    grantor_at_start,
    grantor_before_colon,
    grantor_of,
    grantor_of_lines,
)
from pipeline.frames.award_listed_after import with_names_behind
from pipeline.frames.award_lists import ends_list
from pipeline.frames.award_loose import loosely_bound
from pipeline.frames.award_numbers import numbered, tells_kind
from pipeline.frames.award_order import in_order
from pipeline.frames.award_over_ranks import give_titles_over_ranks
from pipeline.frames.award_own_blocs import give_own_blocs
from pipeline.frames.award_parts import Claim, Clause, Found, Grantor, Sources, Status
from pipeline.frames.award_places import share_kinds
from pipeline.frames.award_points import by_points, is_next
from pipeline.frames.award_reasons import is_reason
from pipeline.frames.award_recipients import find_recipients
from pipeline.frames.award_reference import is_reference, referred_to
from pipeline.frames.award_rights import may_grant
from pipeline.frames.award_rows import named_below, recipients_by_lines
from pipeline.frames.award_same import shares_subject
from pipeline.frames.award_staff import stand_for_their_units
from pipeline.frames.award_status import carry_asking, is_void, status_of, year_of
from pipeline.frames.award_tables import claims_of_tables
from pipeline.frames.award_unknown import unknown_by_position, with_unknown
from pipeline.frames.context import Context
from pipeline.frames.holders import run_before
from pipeline.frames.members import MemberList
from pipeline.frames.people import Named
from pipeline.reading import Mention, Sentence
from pipeline.record import Award

_OWN_SUBJECT = frozenset(("cho", ";", ",", ":", "là"))
_LEFT_RULES = ("recipient-then-award", "person-then-award", "recipient-far-award", "award-of-same")
_SEVERAL = frozenset(("các", "những", "mỗi"))
"""Words of a number between a title and whom it is for: "Cờ thi đua cho các đơn vị dẫn đầu"."""
_TO_REST = 80
"""So many tokens at most between the awards of some of a bloc and "các đơn vị còn lại"."""
_GRANTING_HEADS = frozenset("Bộ Liên Tổng Ban Hội Tòa Viện".split())


def find_awards(ctx: Context, named: list[Named], lists: list[MemberList]) -> list[Award]:
    """Return the awards of all blocs, one record for each award, grantor, recipient and year."""
    sources = Sources(ctx, named, lists)
    stand_for_their_units(ctx)
    agencies = ctx.reading.of("AGENCY")
    share_kinds(ctx)
    claims: list[Claim] = []
    carried: Grantor | None = None
    last_line: int | None = None
    last_sentence = -2
    for n, sentence, awards in ctx.reading.told("AWARD"):
        follows = n == last_sentence + 1 and sentence.line == last_line
        opens_with_award = awards[0].start == sentence.start and sentence.line == last_line or follows
        goes_on = last_line is not None and sentence.bullet and sentence.line - last_line <= 2 or opens_with_award
        known = len(claims)
        carried = _read_sentence(sources, n, carried if goes_on else None, claims)
        if follows:
            carry_asking(ctx, claims[:known], claims[known:], sentence)
            _carry_year(ctx, claims[:known], claims[known:])
        last_line, last_sentence = sentence.line, n
    claims = claims_of_tables(ctx, with_places_in_order(ctx, with_names_behind(ctx, claims)))
    claims = give_titles_over_ranks(ctx, claims)
    give_own_blocs(ctx, claims)
    leave_problems(ctx)
    ctx.reading.add("AGENCY", agencies)
    return award_facts(ctx, claims)


def _read_sentence(sources: Sources, n: int, carried: Grantor | None, claims: list[Claim]) -> Grantor | None:
    """Add the claims of a sentence to `claims`; return the grantor that carries over to the next line of its list."""
    ctx = sources.ctx
    sentence = ctx.reading.sentences[n]
    taken = ranked_end = sentence.start
    ranked: list[Mention] = []
    got: list[Mention] = []
    before: Mention | None = None
    awards = list(_awards_of(ctx, sentence))
    ordered = in_order(ctx, sentence, [award for award, _ in awards])
    for award, limit in awards:
        grantor = grantor_of(ctx, sentence, award, limit)
        if grantor and any(c.mention is grantor.mention for c in claims):
            grantor = None  # "tặng cờ cho A, tặng bằng khen cho B": A does not give
        if award.rule == "bare" and grantor is None:
            grantor = _grantor_of_next(ctx, sentence, award) or _grantor_before(ctx, claims, sentence, award)
            alone = _is_asked_alone(ctx, sentence, award) or _is_class_of_flag(ctx, sentence, award)
            if grantor is None and not alone:
                continue
        if award.rule != "rank":
            grantor = grantor or _grantor_elsewhere(ctx, n, award, carried)
            carried = grantor or carried
        clause = Clause(n, sentence, award, grantor, taken, limit)
        found = ordered.get(award.start) or given_before_title(ctx, clause) or find_recipients(sources, clause)
        nobody = not found.mentions and not found.rest and not clause.is_rank
        bound = not _breaks(ctx, ranked_end, clause) and not _is_counted(ctx, award)
        if nobody and bound and not _is_for_rank(ctx, clause):
            found = Found(ranked, "award-of-ranked", award.end)
        if is_reference(ctx, found):
            found = referred_to(sources, clause, claims) or found
        if is_next(ctx, found):
            found = by_points(sources, clause, claims) or found
        found = named_below(ctx, clause, found) or with_unknown(ctx, clause, found)
        if not found.mentions and not found.rest:
            found = (
                by_points(sources, clause, claims)
                or referred_to(sources, clause, claims)
                or recipients_by_lines(sources, clause)
                or found
            )
        if not found.mentions and not found.rest:
            same = not tells_kind(ctx, clause) and shares_subject(ctx, before, clause, claims)
            found = (None if same else numbered(ctx, clause)) or elided(ctx, clause, before) or found
        if not found.mentions and not found.rest:
            found = loosely_bound(sources, clause) or unknown_by_position(sources, clause) or found
        if not found.mentions and not found.rest and shares_subject(ctx, before, clause, claims):
            found = Found(got, "award-of-same", award.end)
        if found.rest:
            found.mentions = _remaining(sources, claims, clause, found)
        if not found.mentions:
            continue
        if grantor is None and not clause.is_rank and (asked := grantor_asked_to_praise(ctx, sentence, award)):
            clause = replace(clause, grantor=asked)
        if is_void(ctx, clause, found):
            taken = max(taken, found.end)
            continue
        status = status_of(ctx, clause, found)
        before_these = len(claims)
        claims += _claims_of(sources, clause, found, status)
        _share_year(ctx, sentence, claims, before_these)
        own = claims[-1].grantor
        ranked = found.mentions if clause.is_rank else []
        got, before = (found.mentions, award) if found.rule in _LEFT_RULES else ([], None)
        ranked_end = max(found.end, award.end)
        taken = max(taken, ranked_end, own.mention.end if own and own.mention.start < limit else 0)
    return carried


def _grantor_elsewhere(ctx: Context, n: int, award: Mention, carried: Grantor | None) -> Grantor | None:
    """Return who grants a title that names nobody beside it: the line over the list, the title before, the sentence."""
    sentence = ctx.reading.sentences[n]
    ways: tuple[Callable[[], Grantor | None], ...] = (
        lambda: grantor_of_lines(ctx, n),
        lambda: carried,
        lambda: _grantor_of_joined(ctx, sentence, award),
        lambda: grantor_at_end(ctx, sentence),
        lambda: grantor_at_start(ctx, sentence, award),
        lambda: grantor_before_colon(ctx, sentence, award),
    )
    for find in ways:
        found = find()
        if found and may_grant(found, award):
            return found
    return None


def _grantor_of_next(ctx: Context, sentence: Sentence, award: Mention) -> Grantor | None:
    """Return who grants the next title, where both are got or asked for: "A nhận cờ, B nhận Bằng khen của G"."""
    norms, at = ctx.reading.norms, award.start
    ends = norms[award.end : award.end + 1] in ([","], [";"], ["và"], ["còn"])
    got = (
        norms[at - 1] in ("tặng", "nhận", "thưởng")
        and ends
        and not ctx.reading.of("ROLE", sentence.start, sentence.end)
    )
    if not got and not ctx.has("ask", max(sentence.start, at - 4), at):
        return None
    following = next((a for a in ctx.reading.of("AWARD", award.end, sentence.end) if a.rule == "title"), None)
    return grantor_of(ctx, sentence, following, sentence.end) if following else None


def _grantor_before(ctx: Context, claims: list[Claim], sentence: Sentence, award: Mention) -> Grantor | None:
    """Return who grants the title before, for a flag of some of its units: "…, trong đó 1 đơn vị được tặng cờ"."""
    last = claims[-1] if claims and claims[-1].award.start >= sentence.start else None
    given = ctx.reading.norms[award.start - 1] in ("tặng", "nhận", "trao", "thưởng")
    return last.grantor if last and given and last.award.rule == "title" else None


def _is_asked_alone(ctx: Context, sentence: Sentence, award: Mention) -> bool:
    """Whether a flag without grantor is what is asked for: "đề nghị tặng Cờ cho A"; in a cell "| Đề nghị Cờ |"."""
    norms, at = ctx.reading.norms, award.start
    if norms[at - 1] in ("tặng", "thưởng") and at - 1 > sentence.start and ctx.has("ask", sentence.start, at):
        return True  # "Cụm đề nghị tặng Cờ cho xã A"
    ends = award.end >= sentence.end or norms[award.end] in (";", ",", ")", "|")
    return ends and ctx.reading.upper[at] and is_put_up_to(ctx, at) and at - 2 >= sentence.start


def _is_class_of_flag(ctx: Context, sentence: Sentence, award: Mention) -> bool:
    """Whether a bare flag is the next class of one told in full: "A nhận cờ thi đua hạng Nhất, B nhận cờ hạng Nhì"."""
    before = ctx.reading.of("AWARD", sentence.start, award.start)
    return "rank" in award.parts and bool(before) and before[-1].value == award.value and "rank" in before[-1].parts


def _grantor_of_joined(ctx: Context, sentence: Sentence, award: Mention) -> Grantor | None:
    """Return who grants the title that is told in one breath: "được tặng Cờ thi đua và Bằng khen của G"."""
    following = next(iter(ctx.reading.of("AWARD", award.end, min(award.end + 3, sentence.end))), None)
    if (
        following is None
        or following.rule == "rank"
        or not {"và", ","} & set(ctx.reading.norms[award.end : following.start])
    ):
        return None
    return grantor_of(ctx, sentence, following, sentence.end)


def _carry_year(ctx: Context, before: list[Claim], claims: list[Claim]) -> None:
    """Give what was given, and tells no year, the year of what the sentence before says was given."""
    last = before[-1] if before else None
    if last is None or last.year is None or last.status.value != "conferred":
        return
    line = ctx.reading.sentences[ctx.reading.sentence_of(last.award.start)].line
    for claim in claims:
        same = ctx.reading.sentences[ctx.reading.sentence_of(claim.award.start)].line == line
        if same and claim.year is None and claim.status.value == "conferred" and claim.bloc is last.bloc:
            claim.year = last.year


def _share_year(ctx: Context, sentence: Sentence, claims: list[Claim], known: int) -> None:
    """Give titles without a year that of the title before: "tặng Cờ thi đua năm 2022 cho A, Bằng khen cho B".

    `claims[known:]` are those of the last title.
    """
    last = claims[known - 1] if known else None
    if last is None or last.year is None or last.award.start < sentence.start or last.award.rule == "rank":
        return
    told = {y.value for y in ctx.reading.of("YEAR", sentence.start, sentence.end) if y.rule == "year"}
    for claim in claims[known:]:
        same = claim.status.value == last.status.value and claim.bloc is last.bloc
        if same and claim.year is None and claim.award.rule != "rank" and len(told) == 1:
            claim.year = last.year


def _awards_of(ctx: Context, sentence: Sentence) -> Iterator[tuple[Mention, int]]:
    """Yield the titles and rankings of a sentence, each with the token where the next one begins."""
    awards = ctx.reading.of("AWARD", sentence.start, sentence.end)
    awards = [a for k, a in enumerate(awards) if not k or not _is_part_of_title(ctx, awards[k - 1], a)]
    for k, award in enumerate(awards):
        yield award, awards[k + 1].start if k + 1 < len(awards) else sentence.end


def _is_part_of_title(ctx: Context, title: Mention, rank: Mention) -> bool:
    """Whether a ranking only tells what a flag is for: "Cờ thi đua đơn vị dẫn đầu Khối", "Cờ cho 2 tập thể dẫn đầu"."""
    if title.rule == "rank" or rank.rule != "rank":
        return False
    counts = ctx.reading.of("COUNT", title.end, rank.start)
    if counts and counts[-1].end >= rank.start - 1 and rank.start - title.end <= 8:
        return True
    if counts and rank.value == "Đơn vị dẫn đầu" and is_reason(ctx, counts[-1].end, rank.start):
        return True  # "tặng Cờ thi đua cho 3 tập thể đã có thành tích xuất sắc, dẫn đầu các khối"
    between = [w for w in ctx.reading.norms[title.end : rank.start] if w not in _SEVERAL]
    if between[-1:] == ["cho"] or between[-3:] in (["cho", "đơn", "vị"], ["cho", "tập", "thể"]):
        return not ctx.reading.of("AGENCY", title.end, rank.start) or ctx.reading.norms[rank.end] == "là"
    return len(between) <= 6 and _OWN_SUBJECT.isdisjoint(between)


def _is_for_rank(ctx: Context, clause: Clause) -> bool:
    """Whether a title is for whom a rank tells of: "tặng Cờ thi đua cho đơn vị xếp Nhất"."""
    at = max(clause.award.end, clause.grantor.mention.end if clause.grantor else 0)
    ranks = [a for a in ctx.reading.of("AWARD", at, at + 5) if a.rule == "rank"]
    return bool(ranks) and ctx.reading.norms[at] == "cho"


def _is_counted(ctx: Context, award: Mention) -> bool:
    """Whether a title is that of a number of units of its own: "02 đơn vị xuất sắc (A, B), 04 đơn vị tiên tiến"."""
    return any(c.end > award.start for c in ctx.reading.of("COUNT", max(0, award.start - 2), award.start))


def _breaks(ctx: Context, start: int, clause: Clause) -> bool:
    """Whether a ranking and the title after it are of two clauses, so that the title is not for the ranked unit."""
    end = clause.award.start
    if ";" in ctx.reading.norms[start:end]:
        return True
    granting = clause.grantor.mention if clause.grantor else clause.award
    agencies = ctx.reading.of("AGENCY", start, end)
    others = [a for a in agencies if not granting.start <= a.start < granting.end and not is_put_up_to(ctx, a.start)]
    return bool(others) and not any(a.parts["policy"] == "self" or a.parts["head"] in _GRANTING_HEADS for a in agencies)


def _remaining(sources: Sources, claims: list[Claim], clause: Clause, found: Found) -> list[Mention]:
    """Return those not named so far: "cho các đơn vị còn lại, trừ A", of a list just told or of the bloc's members.

    "Ba đơn vị cao điểm nhất: A, B, C. Khối chọn A đề nghị tặng Cờ; 2 đơn vị còn lại đề nghị tặng Giấy khen": B, C.
    """
    ctx = sources.ctx
    names = {c.recipient for c in claims}
    told = {c.recipient for c in claims if c.mention.kind == "AGENCY" and clause.award.start - c.award.start < _TO_REST}
    if "trừ" in ctx.reading.norms[found.end : clause.limit]:
        names |= {ctx.agency_name(a) for a in ctx.reading.of("AGENCY", found.end, clause.limit)}
    counts = [c for c in ctx.reading.of("COUNT", clause.taken, clause.limit) if _is_of_rest(ctx, c)]
    number = int(counts[-1].value) if counts else None
    bloc = ctx.bloc_for(clause.award.start)
    lists = [m.agencies for m in sources.lists if m.bloc is bloc][:1]
    if found.rule == "rest-then-award" and number is None:  # those of whom some were told just before
        lists = [agencies for agencies in lists if told and told <= {ctx.agency_name(m) for m in agencies}]
    if number is not None:
        lists = [*_told_before(ctx, clause), *lists]
    for agencies in lists:
        rest = [m for m in agencies if ctx.agency_name(m) not in names]
        if number is None or len(rest) == number:
            return rest
    return counts[-1:] if counts else []


def _is_of_rest(ctx: Context, count: Mention) -> bool:
    return ctx.reading.norms[count.end : count.end + 2] == ["còn", "lại"]


def _told_before(ctx: Context, clause: Clause) -> Iterator[list[Mention]]:
    """Yield the lists of agencies in the three sentences before, the nearest first."""
    for before in reversed(ctx.reading.sentences[max(0, clause.number - 3) : clause.number]):
        agencies = ctx.reading.of("AGENCY", before.start, before.end)
        k = len(agencies) - 1
        while k >= 0:
            run = run_before(ctx, agencies, k, ends_list(ctx))
            yield run
            k -= len(run)


def _claims_of(sources: Sources, clause: Clause, found: Found, status: Status) -> list[Claim]:
    """Return a claim for each of those who get an award, from each of those who grant it."""
    claims = [_claim(sources, clause, found, mention, status) for mention in found.mentions]
    granting = clause.grantor.each if clause.grantor and not clause.is_rank else ()
    return [replace(c, grantor=g) for g in granting for c in claims] or claims


def _claim(sources: Sources, clause: Clause, found: Found, mention: Mention, status: Status) -> Claim:
    ctx = sources.ctx
    award = clause.award
    near = abs(award.start - mention.start) < 60
    bloc = ctx.bloc_for(min(award.start, mention.start) if near else award.start)
    recipient: str | None = None
    kind, unit, count = "agency", None, None
    if mention.kind == "COUNT":
        kind, count = mention.parts["of"], int(mention.value)
    elif mention.kind == "PERSON":
        recipient, kind = mention.value, "person"
        unit = next((p.agency for p in sources.named if p.person is mention), None)
        if unit and award.parts["for"] == "agency":  # "trao Cờ thi đua cho đồng chí X, Giám đốc Sở A"
            recipient, kind, mention, unit = ctx.agency_name(unit), "agency", unit, None
    elif mention.kind == "BLOC":
        recipient, kind = bloc.name, "bloc"
    else:
        recipient = ctx.agency_name(mention)
    return Claim(
        award=award,
        grantor=status.asked if clause.is_rank else clause.grantor,
        mention=mention,
        recipient=recipient,
        recipient_kind=kind,
        unit=unit,
        count=count,
        bloc=bloc,
        year=year_of(ctx, clause, found, status),
        status=status,
        rule=found.rule,
    )
