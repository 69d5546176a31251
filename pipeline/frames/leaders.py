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

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from pipeline.frames.context import BlocEntity, Context, merge_evidence
from pipeline.frames.holders import gap, run_after, run_before
from pipeline.frames.people import Named
from pipeline.lexicon import Phrases
from pipeline.reading import Mention, Sentence
from pipeline.record import Evidence, Leader

_STRONG_LEFT = (
    "làm",
    "là",
    "giữ",
    "giữ chức",
    "giữ chức vụ",
    "giữ vai trò",
    "giữ cương vị",
    "giữ nhiệm vụ",
    "giữ vị trí",
    "đảm nhận",
    "đảm nhiệm",
    "kiêm",
    "trúng cử",
    "vai trò",
    "chức danh",
    "cương vị",
    "vị trí",
    "nhiệm vụ",
    "với vai trò",
    "với tư cách",
    "ở vị trí",
    "ở cương vị",
    "ở vai trò",
    "trong vai trò",
    "thay mặt đơn vị",
    "đại diện đơn vị",
    "(",
    ":",
    "nhận nhiệm vụ",
    "tiếp nhận",
    "nhận bàn giao",
    "hiện là",
    "đang là",
    "luân phiên",
    "được giao",
    "tiếp tục giữ",
)
_STRONG_RIGHT = ("là", ":", "cho", "do", "lần lượt", "gồm", "theo thứ tự")
_GIVES = ("bàn giao", "chuyển giao", "trao cờ luân lưu", "trao")
_STATUS_ORDER = ("appointed", "proposed", "elected", "assumed", "serving")
_WINDOW = 60
_FROM_ABOVE = frozenset("phân giao chỉ quyết".split())
"""First words of "phân công", "giao", "chỉ định", "quyết định": an authority appoints by them."""


@dataclass(slots=True)
class _Claim:
    """One role with its holder, before merging."""

    role: str
    mention: Mention
    agency: Mention | None
    named: Named | None
    bloc: BlocEntity
    year: int | None
    year_mention: Mention | None
    status: str
    trigger: tuple[int, int]
    rule: str


def find_leaders(ctx: Context, named: list[Named]) -> list[Leader]:
    """Return the leaders and deputies of all blocs, one record for each bloc, role, agency and year."""
    light = _light(ctx)
    claims: list[_Claim] = []
    for n, sentence in enumerate(ctx.reading.sentences):
        if ctx.reading.of("ROLE", sentence.start, sentence.end):
            claims += _claims(ctx, sentence, n, named, light)
    claims += _cells(ctx, named)
    _carry_years(ctx, claims)
    return _merge(ctx, claims)


def _cells(ctx: Context, named: list[Named]) -> list[_Claim]:
    """Return the roles that stand alone on a line, as in a table, for the agency on one of the lines before."""
    reading = ctx.reading
    claims = []
    for n, sentence in enumerate(reading.sentences):
        roles = reading.of("ROLE", sentence.start, sentence.end)
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


def _light(ctx: Context) -> Phrases[str]:
    entries: list[tuple[str, str]] = []
    for category in ("light", "elect", "propose", "recognise", "appoint", "assume"):
        entries += [(" ".join(tokens), category) for tokens in ctx.lexicon.triggers[category].expressions()]
    return Phrases(entries)


def _groups(ctx: Context, roles: list[Mention], light: Phrases[str]) -> list[list[Mention]]:
    """Group roles that are named together: "Trưởng khối, Phó khối năm 2024"."""
    groups: list[list[Mention]] = []
    for role in roles:
        if groups:
            between = gap(ctx, groups[-1][-1].end, role.start, light)
            if (
                between is not None
                and between.only(",", "và", "-", "đơn vị", "/", "<BLOC>", "<YEAR>", "thi đua")
                and between.words
                and not ctx.reading.of("AGENCY", groups[-1][-1].end, role.start)
            ):
                groups[-1].append(role)
                continue
        groups.append([role])
    return groups


def _claims(ctx: Context, sentence: Sentence, n: int, named: list[Named], light: Phrases[str]) -> list[_Claim]:
    reading = ctx.reading
    roles = reading.of("ROLE", sentence.start, sentence.end)
    agencies = [
        a
        for a in reading.of("AGENCY", sentence.start, sentence.end)
        if not any(r.overlaps(a.start, a.end) and a.start > r.start for r in roles)
    ]
    claims: list[_Claim] = []
    for group in _groups(ctx, roles, light):
        posts = [p for role in group for p in (["leader", "deputy"] if role.value == "both" else [role.value])]
        spans = [role for role in group for _ in (range(2) if role.value == "both" else range(1))]
        start, end = group[0].start, _role_end(ctx, group[-1])
        left = _left(ctx, agencies, roles, sentence.start, start, light, len(posts))
        right = _right(ctx, agencies, roles, named, end, sentence, light, len(posts))
        side = left if left and (not right or left[0] >= right[0]) else right
        inside = next((p for p in named if p.agency and p.person.end <= start and end <= p.agency.start <= p.end), None)
        if inside and inside.agency:  # "Ông X, Phó Khối trưởng, Phó Cục trưởng Cục A"
            side = (3, [inside.agency], "role-among-posts", inside)
        if side is None:
            alone = _person_beside(ctx, named, start) if len(posts) == 1 else None
            if alone:
                claims.append(_claim(ctx, sentence, n, posts[0], spans[0], None, alone, "person-alone", end))
            continue
        _, holders, rule, people = side
        pairs = _pair(posts, spans, holders)
        for (role, mention), holder in pairs:
            person = people or _person_of(named, holder, mention)
            claims.append(_claim(ctx, sentence, n, role, mention, holder, person, rule, end))
    return claims


def _person_beside(ctx: Context, named: list[Named], start: int) -> Named | None:
    """Return the person without a stated unit whom a role follows: "Đồng chí X - Trưởng khối thi đua chủ trì"."""
    return next(
        (p for p in named if p.agency is None and ctx.reading.norms[p.person.end : start] in ([","], ["-"], ["là"])),
        None,
    )


def _pair(posts: list[str], spans: list[Mention], holders: list[Mention]) -> list[tuple[tuple[str, Mention], Mention]]:
    """Pair posts and holders in order; what is left over goes to the deputies."""
    if len(posts) == 1:
        chosen = holders if posts[0] == "deputy" else holders[:1]
        return [((posts[0], spans[0]), h) for h in chosen]
    if len(holders) < len(posts):
        return [((p, s), h) for p, s, h in zip(posts, spans, holders, strict=False)] if len(holders) > 1 else []
    pairs = [((p, s), h) for p, s, h in zip(posts, spans, holders, strict=False)]
    return pairs + [((posts[-1], spans[-1]), h) for h in holders[len(posts) :] if posts[-1] == "deputy"]


def _role_end(ctx: Context, role: Mention) -> int:
    """Return where a role's words end, with the bloc that it is a role of: "Khối trưởng Khối thi đua số 4"."""
    end = role.end
    for bloc in ctx.reading.of("BLOC", role.start, role.end + 1):
        end = max(end, bloc.end)
    return end


_Side = tuple[int, list[Mention], str, Named | None]


def _left(
    ctx: Context,
    agencies: list[Mention],
    roles: list[Mention],
    first: int,
    start: int,
    light: Phrases[str],
    wanted: int,
) -> _Side | None:
    before = [k for k, a in enumerate(agencies) if a.end <= start]
    if not before:
        return None
    k = before[-1]
    between = gap(ctx, agencies[k].end, start, light)
    if k and ctx.reading.norms[agencies[k - 1].end : agencies[k].start] == ["để"]:
        return 3, [agencies[k - 1]], "put-up-to-authority", None  # "giới thiệu A để UBND tỉnh chỉ định làm Khối trưởng"
    if between is None or start - agencies[k].end > 14:
        return None
    if any(agencies[k].end <= r.start < start for r in roles):
        return None
    if (
        between.any(";")
        or any(w.startswith(_GIVES) for w in between.words)
        and not between.any("nhận", "nhận bàn giao", "tiếp nhận")
    ):
        return None
    if between.any(
        "bầu",
        "bầu ra",
        "suy tôn",
        "cử",
        "đề nghị",
        "trình",
        "thống nhất",
        "nhất trí",
        "giới thiệu",
        "công nhận",
        "bầu chọn",
        "lựa chọn",
    ) and not between.any("được", "được bầu", "làm", "là", "được giao"):
        return None  # "… UBND tỉnh công nhận Trưởng khối": the agency recognises
    if between.any("cho") and not between.any("làm", "là"):
        return None
    strength = 3 if between.any(*_STRONG_LEFT) else 2 if between.any("-", "tân") else 1
    if strength == 3 and between.any(")") and not between.any("làm", "là", "giữ", "giữ chức", "đảm nhận", "đảm nhiệm"):
        strength = 1
    if strength == 1 and between.any(")", '"'):
        return None
    linked = between.any(
        "làm",
        "là",
        "giữ",
        "giữ chức",
        "giữ vai trò",
        "giữ nhiệm vụ",
        "giữ cương vị",
        "đảm nhận",
        "đảm nhiệm",
        "giữ chức vụ",
    )
    stop = _stops_at_role(ctx)
    run = run_before(ctx, agencies, k, stop) if linked or wanted > 1 else [agencies[k]]
    if wanted > 1:
        run = run[-wanted:] if len(run) >= wanted else run
    elif linked and not _all_in_one_clause(ctx, run):
        run = run[-1:]
    return (
        strength,
        run if wanted > 1 or linked else [agencies[k]],
        "holder-then-role" if strength > 1 else "holder-beside-role",
        None,
    )


def _all_in_one_clause(ctx: Context, run: list[Mention]) -> bool:
    return all(";" not in ctx.reading.norms[a.end : b.start] for a, b in pairwise(run))


def _stops_at_role(ctx: Context) -> Callable[[int, int], bool]:
    """Return what ends a list of holders: a role between two of them, or one that only owns what stands before it.

    "Theo Quyết định của UBND tỉnh, Sở Công Thương là Trưởng khối": UBND tỉnh is no holder.
    """
    reading = ctx.reading
    owners = {a.end for a in reading.of("AGENCY") if reading.norms[a.start - 1 : a.start] == ["của"]}
    return lambda start, end: start in owners or bool(reading.of("ROLE", start, end))


def _right(
    ctx: Context,
    agencies: list[Mention],
    roles: list[Mention],
    named: list[Named],
    end: int,
    sentence: Sentence,
    light: Phrases[str],
    wanted: int,
) -> _Side | None:
    person = next((p for p in named if p.person.start >= end and p.person.start < sentence.end), None)
    after = [k for k, a in enumerate(agencies) if a.start >= end]
    if person and person.agency and (not after or person.person.start < agencies[after[0]].start):
        between = gap(ctx, end, _before_honorific(ctx, end, person.person.start), light)
        if between is not None and not between.any(";", ")", "và", "cùng") and person.person.start - end <= 14:
            strength = 2 if not between.any(",") else 1
            if between.any("là", ":"):
                strength = 3
            return strength, [person.agency], "role-then-person", person
        return None
    if not after:
        return None
    k = after[0]
    between = gap(ctx, end, max(end, int(agencies[k].parts.get("from", agencies[k].start))), light)
    if between is None:
        return _from_to(ctx, agencies, end, k, light)
    if (
        between.any(";")
        or (between.any(")") and not between.any(":", "là", "-"))
        or any(end <= r.start < agencies[k].start for r in roles)
    ):
        return None
    if (
        between.any("trao", "bàn giao", "trao cờ luân lưu", "chuyển giao")
        and ctx.reading.of("AGENCY", sentence.start, end)
        and not ctx.has("assume", sentence.start, end)
    ):
        return None  # "Trưởng khối năm 2022 trao Cờ luân lưu cho B": the role gives
    if between.any("trình", "đề nghị", "công nhận") and not between.any(":", "là", "cho"):
        return None
    if between.any(*_STRONG_RIGHT):
        strength = 3
    elif between.any("-") or not [w for w in between.words if not w.startswith("<")]:
        strength = 2
    elif (
        between.any(",")
        and {"là", "vai", "tư", "cương"} & set(ctx.reading.norms[max(0, end - 9) : end])
        and between.only(",", "<YEAR>", "<BLOC>")
    ):
        strength = 1
    else:
        return None
    if not between.any(":", "là", "cho", "lần lượt", "gồm") and wanted > 1:
        return None
    stop = _stops_at_role(ctx)
    if between.any("do") and not _takes(ctx, agencies[k].end):
        return None
    many = between.any(":", "là", "lần lượt", "gồm", "cho")
    run = run_after(ctx, agencies, k, stop) if many else [agencies[k]]
    if many and wanted == 1 and len(run) > 1:
        run = _before_next_role(ctx, run, roles)
    return strength, run, "role-then-holder", None


def _takes(ctx: Context, i: int) -> bool:
    """Whether "đảm nhận", "tiếp nhận", "giữ" follows: "Nhiệm vụ Phó Trưởng cụm do A tiếp nhận"."""
    return (
        ctx.reading.norms[i : i + 1] in (["giữ"], ["nhận"])
        or ctx.first("assume", i, min(i + 2, len(ctx.reading.norms))) is not None
    )


def _before_next_role(ctx: Context, run: list[Mention], roles: list[Mention]) -> list[Mention]:
    """Drop the last of a list where a role beside it claims it: "Phó khối: A, B làm Trưởng khối"."""
    nxt = next((r for r in roles if r.start >= run[-1].end), None)
    if nxt and nxt.start - run[-1].end <= 3 and ctx.reading.norms[run[-1].end] not in (";", ".", ","):
        return run[:-1]
    return run


def _before_honorific(ctx: Context, start: int, i: int) -> int:
    """Return where the honorifics before a person's name begin."""
    reading = ctx.reading
    at = i
    for k in range(max(start, i - 6), i):
        found = ctx.lexicon.people.match(reading.norms, k)
        if found and found[1] in ("honorific", "rank", "degree") and found[0] <= i:
            at = min(at, k)
    return at


def _from_to(ctx: Context, agencies: list[Mention], end: int, k: int, light: Phrases[str]) -> _Side | None:
    """ "bàn giao nhiệm vụ Trưởng khối từ A cho B": B takes over."""
    norms = ctx.reading.norms
    words = norms[end : agencies[k].start]
    if "từ" in words and k + 1 < len(agencies) and "cho" in norms[agencies[k].end : agencies[k + 1].start]:
        return 3, [agencies[k + 1]], "handed-from-to", None
    return None


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
) -> _Claim:
    bloc = ctx.bloc_for(mention.start)
    who = holder or (person.person if person else mention)
    year = _year_of(ctx, sentence, mention, who, end)
    status, trigger = _status(ctx, sentence, n, mention, who, person, int(year.value) if year else None, bloc)
    return _Claim(role, mention, holder, person, bloc, int(year.value) if year else None, year, status, trigger, rule)


def _year_of(ctx: Context, sentence: Sentence, role: Mention, holder: Mention, end: int) -> Mention | None:
    """Return the year said with the role.

    1. right after the role's words: "Trưởng khối năm 2024";
    2. after the pair: "A làm Khối trưởng, B làm Khối phó năm 2024";
    3. at the head of the clause: "Năm 2024, A giữ vai trò Khối trưởng".
    """
    reading = ctx.reading
    years = reading.of("YEAR", sentence.start, sentence.end)
    stop = max(end, holder.end)
    semicolon = next((k for k in range(stop, sentence.end) if reading.norms[k] == ";"), sentence.end)
    direct = [y for y in years if end <= y.start <= end + 4 and not reading.of("AGENCY", end, y.start)]
    if direct:
        return direct[0]
    inside = [y for y in years if min(role.start, holder.start) <= y.start < stop]
    if inside:
        return inside[0]
    after = [y for y in years if stop <= y.start < semicolon and y.start - stop < 40]
    for y in after:
        between = reading.norms[stop : y.start]
        if "tổng" in between or "đề" in between or "dẫn" in between or reading.of("AWARD", stop, y.start):
            break
        if reading.of("ROLE", stop, y.start) or y.start - stop <= 6:
            return y
    later = [y for y in years if y.start >= semicolon and reading.of("ROLE", semicolon, y.start)]
    if later and not reading.of("AWARD", semicolon, later[0].start):
        return later[0]
    if not years and not direct and _is_line(ctx, sentence):
        announced = _announced_year(ctx, sentence)
        if announced:
            return announced
    before = [y for y in years if y.start < min(role.start, holder.start)]
    if (
        before
        and not reading.of("BLOC", before[-1].end, min(role.start, holder.start))
        and not reading.of("AWARD", before[-1].end, role.start)
    ):
        clause = reading.norms[before[-1].end : min(role.start, holder.start)]
        if (
            "thống" not in clause
            and "bầu" not in clause
            and "suy" not in clause
            and "tổng" not in reading.norms[max(0, before[-1].start - 8) : before[-1].start]
        ):
            return before[-1]
        if ":" in clause and reading.of("ROLE", sentence.start, before[-1].start):
            return before[-1]
    return None


def _is_line(ctx: Context, sentence: Sentence) -> bool:
    """Whether a sentence is a line of a list: it has a bullet, or begins with the role itself."""
    return sentence.bullet or bool(ctx.reading.of("ROLE", sentence.start, sentence.start + 2))


def _announced_year(ctx: Context, sentence: Sentence) -> Mention | None:
    """Return the year of the terms that a sentence before a list announces: "bầu Cụm trưởng, Cụm phó năm 2024 … Cụ thể:"."""
    reading = ctx.reading
    n = reading.sentence_of(sentence.start)
    for before in reversed(reading.sentences[max(0, n - 30) : n]):
        if (
            reading.of("ROLE", before.start, before.end)
            and ctx.has("elect", before.start, before.end)
            and not _is_line(ctx, before)
        ):
            role = reading.of("ROLE", before.start, before.end)[-1]
            years = [y for y in reading.of("YEAR", role.end, before.end) if y.start - role.end < 10]
            return years[0] if years else None
    return None


def _status(
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
    ahead = year is not None and bloc.year is not None and year > bloc.year
    start = sentence.start
    if ctx.decision:
        return "appointed", ctx.first("appoint", sentence.start, sentence.end) or here
    assigned = _assigned(ctx, sentence, first, last)
    if assigned:
        return "appointed", assigned
    now = year is not None and bloc.year is not None and year <= bloc.year and bloc.next_term
    if _put_up(ctx, start, first, last):
        return "proposed", ctx.last("elect", start, first) or here
    appointed = ctx.last("appoint", start, last)
    proposed = ctx.last("propose", start, first) or ctx.first("propose", last, sentence.end)
    if proposed and _asks_for_post(ctx, proposed, sentence, first, last):
        return "proposed", proposed
    if appointed and not ctx.has("elect", start, appointed[0]):
        return "appointed", appointed
    elected = ctx.last("elect", start, last)
    if elected and ctx.reading.norms[elected[0]] in _FROM_ABOVE and _by_agency(ctx, elected[0], sentence.start):
        return "appointed", elected
    if (
        elected
        and not now
        and not (person and not ahead and elected[1] <= person.person.start and elected[0] < person.person.start - 12)
    ):
        return "elected", elected
    if elected and now and elected[1] >= first - 3:
        return "elected", elected
    assumed = ctx.last("assume", start, last) or (
        ctx.last("assume", sentence.start, first) if role.parts.get("new") else None
    )
    if assumed and not now and (ahead or year is None or not bloc.next_term or bloc.year is None):
        if ctx.reading.norms[assumed[0]] in ("đảm",) and not ahead and person:
            return "serving", assumed
        return "assumed", assumed
    if role.parts.get("new"):
        return "assumed", here
    if ahead:
        context = ctx.reading.sentences[max(0, n - 4)].start
        return "elected", ctx.last("elect", context, sentence.start) or here
    if year is None and bloc.next_term and not person and _under_result(ctx, n):
        return "elected", here
    return "serving", here


def _put_up(ctx: Context, start: int, first: int, last: int) -> bool:
    """Whether the choice only puts someone up: "giới thiệu A để UBND tỉnh chỉ định làm Khối trưởng"."""
    chosen = ctx.last("elect", start, first)
    if chosen is None:
        return False
    aim = ctx.reading.find(("để",), chosen[1], last)
    return aim >= 0 and bool(ctx.reading.of("AGENCY", aim + 1, aim + 2))


def _assigned(ctx: Context, sentence: Sentence, first: int, last: int) -> tuple[int, int] | None:
    """Return the words that say an authority gave the post, whatever else the clause tells.

    1. "Theo phân công của Hội Nhà báo Việt Nam, năm nay A giữ nhiệm vụ Cụm trưởng";
    2. "do xã A làm Cụm trưởng, xã B làm Cụm phó theo Quyết định nêu trên";
    3. "Quyết định cũng phân công A làm Cụm trưởng".
    """
    reading = ctx.reading
    at = reading.find(("phân", "công", "của"), sentence.start, first)
    if at >= 0 and reading.of("AGENCY", at + 3, at + 4):
        return at, at + 2
    after = ctx.first("appoint", last, sentence.end)
    if after and reading.norms[after[0]] == "theo":
        return after
    begins = reading.norms[sentence.start : sentence.start + 2] == ["quyết", "định"]
    given = ctx.last("elect", sentence.start, first) if begins else None
    return given if given and reading.norms[given[0]] in _FROM_ABOVE else None


def _by_agency(ctx: Context, i: int, start: int) -> bool:
    """Whether an agency is the subject of the verb at a token: "Hội đồng Thi đua - Khen thưởng tỉnh phân công"."""
    at = i - 1 if ctx.reading.norms[i - 1] in ("đã", "sẽ") else i
    return any(a.end == at for a in ctx.reading.of("AGENCY", start, i))


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


def _carry_years(ctx: Context, claims: list[_Claim]) -> None:
    """Give roles without a year the one that a neighbour in the same sentence or list has."""
    for n, claim in enumerate(claims):
        if claim.year is not None:
            continue
        for other in claims[max(0, n - 3) : n + 4]:
            near = abs(other.mention.start - claim.mention.start) < _WINDOW
            if (
                other.year is not None
                and other.year_mention
                and near
                and other.status == claim.status
                and other.bloc is claim.bloc
                and other.role != claim.role
                and claim.status != "serving"
            ):
                claim.year, claim.year_mention = other.year, other.year_mention
                break


def _merge(ctx: Context, claims: list[_Claim]) -> list[Leader]:
    """One record for each bloc, role, agency and year; the strongest status stands, all places are evidence."""
    groups: dict[tuple[str, str, str, int | None], list[tuple[_Claim, bool]]] = {}
    for claim in sorted(claims, key=lambda c: c.agency is None):
        year, inferred = _term(claim)
        known = [g for key, g in groups.items() if key[:2] == (claim.bloc.name, claim.role) and key[3] == year]
        if claim.agency is None and known:
            known[0].append((claim, inferred))  # the person whom the agency sends
            continue
        agency = ctx.agency_key(claim.agency) if claim.agency else ""
        groups.setdefault((claim.bloc.name, claim.role, agency, year), []).append((claim, inferred))
    facts = []
    for (bloc, role, _, year), group in groups.items():
        best = min(group, key=lambda g: _STATUS_ORDER.index(g[0].status))[0]
        person = next((c.named.person for c, _ in group if c.named), None)
        evidence = merge_evidence([_evidence(ctx, best), *(_evidence(ctx, c) for c, _ in group if c is not best)])
        inferred = tuple(["year"] if year is not None and not any(e.slot == "year" for e in evidence) else [])
        facts.append(
            Leader(
                bloc=bloc,
                role=role,
                agency=ctx.agency_name(best.agency) if best.agency else None,
                person=person.value if person else None,
                year=year,
                status=best.status,
                rule=f"leader-{best.rule}",
                confidence=1.0,
                evidence=evidence,
                inferred=inferred,
            )
        )
    return facts


def _term(claim: _Claim) -> tuple[int | None, bool]:
    """Return the year of a term, and whether it is inferred: chosen at a year-end meeting, it is the next year's."""
    if claim.year is not None:
        return claim.year, False
    if claim.bloc.year is None:
        return None, False
    if claim.status in ("elected", "proposed", "assumed") and claim.bloc.next_term:
        return claim.bloc.year + 1, True
    return claim.bloc.year, True


def _evidence(ctx: Context, claim: _Claim) -> list[Evidence]:
    found = [
        ctx.evidence("trigger", *claim.trigger),
        ctx.evidence_of("role", claim.mention),
        ctx.evidence("status", *claim.trigger),
        ctx.evidence_of("bloc", claim.bloc.first),
    ]
    if claim.agency:
        found.append(ctx.evidence_of("agency", claim.agency))
    if claim.named:
        found.append(ctx.evidence_of("person", claim.named.person))
    if claim.year_mention:
        found.append(ctx.evidence_of("year", claim.year_mention))
    return found

