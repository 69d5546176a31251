"""Frame: who is given, asked or voted which award.

Every title or ranking in a sentence looks for those who get it. The surface forms, with A and B for agencies and G for
who grants:

1. "đề nghị G tặng Cờ thi đua cho A; tặng Bằng khen cho B": the recipients follow, the grantor carries over;
2. "A được đề nghị G tặng Cờ thi đua", "suy tôn A nhận Cờ thi đua của G": the recipients stand before;
3. "Cờ thi đua của G: A, B", "Nhất khối: A; nhì khối: B": a colon;
4. "A là đơn vị dẫn đầu, đề nghị G tặng Cờ thi đua": the recipient of the ranking is that of the title;
5. "02 đơn vị được nhận Cờ thi đua": a number only;
6. "A đạt thành tích xuất sắc nhất khối để trình G khen": a ranking that is put up.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.frames.context import BlocEntity, Context, merge_evidence
from pipeline.frames.holders import Gap, gap, run_after, run_before
from pipeline.frames.members import MemberList
from pipeline.frames.people import Named
from pipeline.lexicon import Phrases
from pipeline.mentions.awards import grantor_name
from pipeline.reading import Mention, Sentence
from pipeline.record import Award, Evidence

_GRANT = (
    "tặng",
    "trao",
    "trao tặng",
    "tặng thưởng",
    "khen",
    "khen thưởng",
    "công nhận",
    "xét tặng",
    "xét",
    "xem xét",
    "xem xét tặng",
    "phong tặng",
    "xem xét khen thưởng",
    "quyết định tặng",
    "ký quyết định",
)
_GET = (
    "được",
    "nhận",
    "được nhận",
    "đạt",
    "đón nhận",
    "là",
    ":",
    "xếp",
    "đứng",
    "được tặng",
    "vinh dự",
    "đạt danh hiệu",
    "giành",
    "lọt",
    "dẫn đầu",
    "để",
    "(",
    "-",
    "cùng đạt",
    "thuộc",
    "được trao",
    "được khen",
)
_TO = (
    "cho",
    "tặng",
    "trao",
    "tặng cho",
    "trao cho",
    "đối với",
    ":",
    "gồm",
    "là",
    "thuộc về",
    "tới",
    "đến",
    "dành cho",
    "với",
)
_LIGHT = (
    "cho|tặng|trao|tặng cho|trao cho|đủ|đủ điều kiện|đối với|gồm|bao gồm|là|thuộc về|tới|đến|dành cho|các|những|đơn vị|tập thể|cơ quan|địa phương|cá nhân|được|nhận|được nhận|đạt|đón nhận|vinh dự|xếp|đứng|để|"
    "của|về|và|danh hiệu|thành tích|có|cùng|đã|đều|lần lượt|sau|sau đây|toàn diện|xuất sắc|xuất sắc nhất|tiêu biểu|nhất|trong|phong trào|thi đua|yêu nước|công tác|hai|một|ba|từ|cả|"
    "đạt danh hiệu|đồng|giành|thưởng|hình thức|khen cao|trên|tỉnh|huyện|khối|cụm|toàn khối|số|điểm|phiếu|với|thuộc|năm|do|vì|đó|trưởng|này|khác|lại|cấp|chuyên đề|thực hiện|nhiệm vụ|thi đua,|"
    "tiếp tục|lại|mức|hoàn thành|hoàn thành xuất sắc nhiệm vụ|vị trí|thứ|vị thứ|danh sách|đồng chí|thầy|cô|ông|bà|công nhận|để đề nghị|cấp trên|cấp có thẩm quyền|được khen|khen thưởng"
)
_REST = "rest"
_OUTSIDE = (
    ("toàn", "tỉnh"),
    ("toàn", "ngành"),
    ("toàn", "huyện"),
    ("cả", "nước"),
    ("toàn", "quốc"),
    ("năm", "trước"),
    ("những", "năm", "qua"),
    ("nhiều", "năm", "liền"),
)
_PASSIVE = frozenset(
    "được đạt nhận là xếp đứng đề nghị tặng trao xét khen danh hiệu công nhận thưởng cùng đều vinh dự đón".split()
)
_RANKINGS = ("Đơn vị dẫn đầu", "Đơn vị xuất sắc", "Đơn vị tiêu biểu", "Hạng Nhì", "Hạng Ba")


@dataclass(slots=True)
class _Claim:
    """One award with one recipient or one count, before merging."""

    award: Mention
    grantor: tuple[str, Mention] | None
    recipient: str | None
    recipient_kind: str
    mention: Mention
    unit: Mention | None
    count: int | None
    bloc: BlocEntity
    year: Mention | None
    status: str
    trigger: tuple[int, int]
    rule: str


@dataclass(slots=True)
class _Found:
    """Those who get one award."""

    mentions: list[Mention] = field(default_factory=list)
    rule: str = ""
    end: int = 0
    rest: bool = False


def find_awards(ctx: Context, named: list[Named], lists: list[MemberList]) -> list[Award]:
    """Return the awards of all blocs, one record for each award, grantor, recipient and year."""
    light = Phrases((w, w) for w in _LIGHT.split("|"))
    claims: list[_Claim] = []
    carried: tuple[str, Mention] | None = None
    last_line = -9
    for n, sentence in enumerate(ctx.reading.sentences):
        awards = ctx.reading.of("AWARD", sentence.start, sentence.end)
        if not awards:
            continue
        if sentence.line - last_line > 2 or not sentence.bullet:
            carried = None
        last_line = sentence.line
        found, carried = _claims(ctx, sentence, n, awards, named, lists, light, carried, claims)
        claims += found
    return _merge(ctx, _without_outranked(ctx, claims))


def _claims(
    ctx: Context,
    sentence: Sentence,
    n: int,
    awards: list[Mention],
    named: list[Named],
    lists: list[MemberList],
    light: Phrases[str],
    carried: tuple[str, Mention] | None,
    before: list[_Claim],
) -> tuple[list[_Claim], tuple[str, Mention] | None]:
    reading = ctx.reading
    claims: list[_Claim] = []
    taken = sentence.start
    previous: list[Mention] = []
    previous_end = sentence.start
    awards = [a for k, a in enumerate(awards) if a.rule != "rank" or not k or not _part_of_title(ctx, awards[k - 1], a)]
    for k, award in enumerate(awards):
        limit = awards[k + 1].start if k + 1 < len(awards) else sentence.end
        grantor = _grantor(ctx, sentence, award, limit)
        if award.rule == "bare" and grantor is None:
            continue
        if award.rule != "rank":
            grantor = grantor or _grantor_of_lines(ctx, n)
            grantor = grantor or (carried if not _new_subject(ctx, sentence, award, previous_end) else None)
            carried = grantor or carried
        found = _recipients(ctx, sentence, award, grantor, taken, limit, light, named)
        if (
            not found.mentions
            and not found.rest
            and award.rule != "rank"
            and previous
            and not _breaks(ctx, previous_end, award.start)
        ):
            found = _Found(previous, "award-of-ranked", award.end)
        if found.rest:
            found.mentions = _remaining(ctx, lists, [*before, *claims], found.end, limit)
        if not found.mentions:
            continue
        if _is_void(ctx, sentence, award, found, taken):
            taken = max(taken, found.end)
            continue
        status, trigger, asked = _status(ctx, sentence, n, award, found)
        year = _year(ctx, sentence, award, found, status, limit, grantor)
        own = grantor if award.rule != "rank" else asked
        for mention in found.mentions:
            claims.append(_claim(ctx, award, own, mention, named, year, status, trigger, found.rule))
        if award.rule == "rank":
            previous, previous_end = found.mentions, max(found.end, award.end)
        else:
            previous = []
        taken = max(taken, found.end, award.end, own[1].end if own else 0)
    return claims, carried


def _claim(
    ctx: Context,
    award: Mention,
    grantor: tuple[str, Mention] | None,
    mention: Mention,
    named: list[Named],
    year: Mention | None,
    status: str,
    trigger: tuple[int, int],
    rule: str,
) -> _Claim:
    bloc = ctx.bloc_for(min(award.start, mention.start) if abs(award.start - mention.start) < 60 else award.start)
    if mention.kind == "COUNT":
        return _Claim(
            award,
            grantor,
            None,
            mention.parts["of"],
            mention,
            None,
            int(mention.value),
            bloc,
            year,
            status,
            trigger,
            rule,
        )
    if mention.kind == "PERSON":
        unit = next((p.agency for p in named if p.person is mention), None)
        return _Claim(award, grantor, mention.value, "person", mention, unit, None, bloc, year, status, trigger, rule)
    return _Claim(
        award, grantor, ctx.agency_name(mention), "agency", mention, None, None, bloc, year, status, trigger, rule
    )


def _part_of_title(ctx: Context, title: Mention, rank: Mention) -> bool:
    """Whether a ranking only tells what a flag is for: "Cờ thi đua đơn vị dẫn đầu Khối", "Cờ cho 2 tập thể dẫn đầu"."""
    counts = ctx.reading.of("COUNT", title.end, rank.start)
    if title.rule != "rank" and counts and counts[-1].end >= rank.start - 1 and rank.start - title.end <= 8:
        return True
    between = ctx.reading.norms[title.end : rank.start]
    return title.rule != "rank" and len(between) <= 6 and not ({"cho", ";", ",", ":", "là"} & set(between))


# -- who grants ------------------------------------------------------------------------------------------------------


def _grantor(ctx: Context, sentence: Sentence, award: Mention, limit: int) -> tuple[str, Mention] | None:
    """Return (name, mention) of who grants.

    1. after the title: "Cờ thi đua của UBND tỉnh", "Bằng khen Chủ tịch UBND tỉnh", "Giấy khen năm 2021 của …";
    2. before it, with a verb of giving between: "đề nghị UBND tỉnh xét, tặng Cờ thi đua".
    """
    reading = ctx.reading
    at = award.end
    while at < limit and (
        reading.norms[at] in ("xuất", "sắc", "toàn", "diện", "thi", "đua", "hạng", "cấp", "“", '"', "của", "do")
        or reading.of("YEAR", at, at + 1)
    ):
        years = reading.of("YEAR", at, at + 1)
        at = years[0].end if years else at + 1
    after = _granting(ctx, at)
    if after:
        return after
    if reading.norms[at - 1 : at + 1] in (["của", "tỉnh"], ["cấp", "tỉnh"]):
        return "UBND tỉnh", Mention("GRANTOR", at, at + 1, "UBND tỉnh", "level")
    if award.rule == "rank":
        return None
    if reading.norms[award.end : award.end + 3] == ["được", "đề", "nghị"]:  # "Danh hiệu … được đề nghị G tặng cho A"
        asked = _granting(ctx, award.end + 3)
        if asked and {"tặng", "trao"} & set(reading.norms[asked[1].end : asked[1].end + 2]):
            return asked
    given = ctx.reading.find(("ủy", "quyền"), sentence.start, award.start)
    if given >= 0:  # "thừa ủy quyền của Tư lệnh Quân khu 9, Đại tá X trao Bằng khen"
        by = _granting(ctx, given + 3) if reading.norms[given + 2 : given + 3] in (["của"], ["thủ"]) else None
        if by:
            return by
    for start in range(award.start - 1, max(sentence.start, award.start - 14) - 1, -1):
        if reading.norms[start] in (";",) or reading.of("AWARD", start, start + 1):
            return None
        found = _granting(ctx, start)
        if found and found[1].end <= award.start:
            words = reading.norms[found[1].end : award.start]
            if words == [":"] and found[1].start <= sentence.start + 2:  # "UBND tỉnh: Cờ thi đua cho A"
                return found
            if (
                {"tặng", "trao", "khen", "nhận", "xét", "thưởng"} & set(words)
                and "cho" not in words
                and not ({"nhận", "được"} & set(words) and "công" not in words)
                and _only_grant_words(words)
            ):
                return found
    return None


def _grantor_of_lines(ctx: Context, n: int) -> tuple[str, Mention] | None:
    """Return the grantor that the opening line of a list names: "đề nghị UBND tỉnh khen thưởng năm 2016 như sau:"."""
    opener = _opener_of_lines(ctx, n)
    if opener is None:
        return None
    for k in range(opener.start, opener.end):
        found = _granting(ctx, k)
        if found and ctx.reading.norms[found[1].end] in ("khen", "tặng", "xét", "xem", "trao", "công"):
            return found
    return None


def _only_grant_words(words: list[str]) -> bool:
    allowed = frozenset(
        'xem xét tặng trao thưởng khen công nhận quyết định ký danh hiệu đã vừa , và phong trình cấp có thẩm quyền để hội đồng thi đua - khen thưởng tỉnh hình thức “ " được'.split()
    )
    return all(w in allowed for w in words)


def _granting(ctx: Context, i: int) -> tuple[str, Mention] | None:
    found = next(iter(ctx.reading.of("GRANTOR", i, i + 1)), None)
    agency = next(iter(ctx.reading.of("AGENCY", i, i + 1)), None)
    if found and (agency is None or agency.end <= found.end):
        return found.value, found
    whole = next((g for g in ctx.reading.of("GRANTOR", max(0, i - 6), i + 1) if agency and g.end == agency.end), None)
    if whole:
        return whole.value, whole
    if (
        agency
        and agency.rule in ("body", "lexicon", "grammar")
        and agency.parts["head"] not in ("Trường", "Phòng")
        and agency.value != ""
    ):
        if (
            agency.parts["policy"] == "drop"
            and agency.parts["head"] in ("Hội", "Sở")
            and not agency.value.endswith(("Việt Nam", "tỉnh"))
            and ctx.reading.norms[i - 1] not in ("của", "nghị", "trình")
        ):
            return None
        return grantor_name(agency), agency
    return _short(ctx, i)


def _short(ctx: Context, i: int) -> tuple[str, Mention] | None:
    """Return a grantor named by its head alone: "đề nghị Bộ tặng", "Bằng khen của Tổng công ty", "Giám đốc Sở".

    It is the agency with that head that the report names in full, if there is one.
    """
    reading = ctx.reading
    title = next((t for t in reading.of("TITLE", i, i + 1)), None)
    at = title.end if title else i
    if at >= len(reading.norms) or not reading.upper[at]:
        return None
    head = ctx.lexicon.heads.match(reading.norms, at)
    if head is None or any(a.start <= at < a.end for a in reading.of("AGENCY", max(0, at - 8), at + 1)):
        return None
    end = head[0]
    following = reading.norms[end : end + 2]
    asked = (
        reading.norms[i - 1] in ("của", "nghị", "trình", "được")
        or following[:1] in (["tặng"], ["trao"], ["khen"], ["xét"])
        or following == ["công", "nhận"]
    )
    if not asked:
        return None
    written = " ".join(reading.raw[at:end])
    full = [a.value for a in reading.of("AGENCY") if a.value.lower().startswith(written.lower() + " ")]
    name = full[0] if full and not title else written
    value = f"{title.value} {name}" if title else name
    return value, Mention("GRANTOR", i, end, value, "short")


def _new_subject(ctx: Context, sentence: Sentence, award: Mention, previous_end: int) -> bool:
    return False


# -- who gets it -----------------------------------------------------------------------------------------------------


def _recipients(
    ctx: Context,
    sentence: Sentence,
    award: Mention,
    grantor: tuple[str, Mention] | None,
    taken: int,
    limit: int,
    light: Phrases[str],
    named: list[Named],
) -> _Found:
    right = _right(ctx, sentence, award, grantor, limit, light, named)
    if right and (right[0] >= 3 or award.rule == "rank" and right[0] >= 2):
        left = _left(ctx, award, grantor, taken, light, named) if award.rule == "rank" else None
        if not left or left[0] < 3 or right[0] > left[0]:
            return right[1]
        return left[1]
    left = _left(ctx, award, grantor, taken, light, named)
    if left and (not right or left[0] >= right[0]):
        return left[1]
    return right[1] if right else left[1] if left else _Found()


def _right(
    ctx: Context,
    sentence: Sentence,
    award: Mention,
    grantor: tuple[str, Mention] | None,
    limit: int,
    light: Phrases[str],
    named: list[Named],
) -> tuple[int, _Found] | None:
    reading = ctx.reading
    start = award.end
    if grantor and grantor[1].start >= award.end and grantor[1].start < limit:
        start = grantor[1].end
    rest = ctx.first(_REST, start, limit)
    rest = (max(start, rest[0] - 3), rest[1]) if rest and reading.norms[rest[0]] == "còn" else rest
    candidates = [m for kind in ("AGENCY", "PERSON") for m in reading.of(kind, start, limit)]
    first = min(candidates, key=lambda m: m.start, default=None)
    if rest and (first is None or rest[0] < first.start):
        between = gap(ctx, start, rest[0], light)
        if between is not None and between.any("cho", "đối với", ":"):
            return 3, _Found([], "award-to-rest", rest[1], rest=True)
    counts = [m for m in reading.of("COUNT", start, limit) if first is None or m.start < first.start]
    if counts:
        between = gap(ctx, start, counts[0].start, light)
        opens = int(first.parts.get("from", first.start)) if first else 0
        marks = set(reading.norms[counts[-1].end : opens])
        named_after = (
            first is not None
            and gap(ctx, counts[-1].end, opens, light) is not None
            and (not marks or {":", "gồm", "là", "("} & marks)
        )
        if between is not None and not named_after and between.any("cho", "tặng", "trao", "đối với", ":", "thuộc về"):
            run = [counts[0]]
            for c in counts[1:]:
                if {"và", ","} & set(reading.norms[run[-1].end : c.start]) and c.start - run[-1].end <= 5:
                    run.append(c)
            return 3, _Found(run, "award-count-after", run[-1].end)
    if first is None:
        return None
    begin = (
        int(first.parts.get("from", first.start))
        if first.kind == "AGENCY"
        else _honorific_start(ctx, start, first.start)
    )
    between = gap(ctx, start, begin, light)
    if between is None or first.start - start > 22 or between.any(";") and not between.any(":"):
        return None
    if first.kind == "AGENCY" and _grants_next(ctx, first):
        return None
    if between.any("tặng", "trao") and not ctx.has("confer", sentence.start, award.start) and not grantor:
        return None
    strength = (
        3
        if between.any(*_TO)
        else 2
        if between.only("-", "<YEAR>", "<BLOC>", "đơn vị", "khối", "cụm", '"', "“", "thi đua")
        else 1
    )
    if strength == 3 and between.any("được", "nhận", "đạt") and not between.any(":", "gồm"):
        return None
    if strength == 1 and (between.any(",", "được", "nhận", ".", "và") or award.rule != "rank"):
        return None
    if strength == 2 and award.rule != "rank" and not (grantor and between.any("-")):
        return None
    if strength == 3 and between.any("với") and not between.any("cho", ":"):
        return None
    if first.kind == "PERSON":
        run = _mixed_run(ctx, first, limit, named)
        return strength, _Found(run, "award-to-person", run[-1].end)
    agencies = [a for a in reading.of("AGENCY", start, limit)]
    run = run_after(ctx, agencies, agencies.index(first), _stop_after(ctx, agencies))
    run = [a for a in run if not _grants_next(ctx, a)]
    if strength == 2:
        run = run[:1]
    run = _without_next_subject(ctx, run, limit, strength)
    if run and strength == 3:
        run += _mixed_run(ctx, run[-1], limit, named)[1:]
    return (strength, _Found(run, "award-then-recipient", run[-1].end)) if run else None


def _honorific_start(ctx: Context, start: int, i: int) -> int:
    reading = ctx.reading
    for k in range(max(start, i - 6), i):
        found = ctx.lexicon.people.match(reading.norms, k)
        if found and found[0] <= i and found[1] in ("honorific", "rank", "degree"):
            return k
    return i


def _mixed_run(ctx: Context, first: Mention, limit: int, named: list[Named]) -> list[Mention]:
    """Return the list that goes on from its first recipient, persons with their posts and agencies alike.

    "Trường A; thầy X, Tổ trưởng Trường B; cô Y, giáo viên Trường C".
    """
    reading = ctx.reading
    run = [first]
    at = _end_of(named, first)
    while at < limit:
        start = at
        while at < limit and (reading.norms[at] in (",", ";", "và", "-", "cùng") or _is_before_name(ctx, at)):
            at += 1
        if at == start:
            break
        nxt = next((m for kind in ("PERSON", "AGENCY") for m in reading.of(kind, at, at + 1)), None)
        if nxt is None or (nxt.kind == "AGENCY" and _grants_next(ctx, nxt)):
            break
        run.append(nxt)
        at = _end_of(named, nxt)
    return run


def _end_of(named: list[Named], mention: Mention) -> int:
    return next((n.end for n in named if n.person is mention and n.rule == "person-then-post"), mention.end)


def _is_before_name(ctx: Context, i: int) -> bool:
    found = ctx.lexicon.people.match(ctx.reading.norms, i)
    return ctx.reading.norms[i] in ("chí", ".", "các", "em", "tập", "thể", "đơn", "vị", "cá", "nhân") or bool(
        found and found[1] in ("honorific", "rank", "degree")
    )


def _stop_after(ctx: Context, agencies: list[Mention]):  # type: ignore[no-untyped-def]
    def stop(start: int, end: int) -> bool:
        return bool(ctx.reading.of("ROLE", start, end)) or bool(ctx.reading.of("AWARD", start, end))

    return stop


def _grants_next(ctx: Context, agency: Mention) -> bool:
    """Whether an agency is the subject of the next giving: "…, UBND tỉnh tặng Cờ cho B"."""
    norms = ctx.reading.norms
    return norms[agency.end : agency.end + 1] in (["tặng"], ["trao"], ["khen"], ["xét"], ["xem"]) or norms[
        agency.end : agency.end + 2
    ] == ["công", "nhận"]


def _without_next_subject(ctx: Context, run: list[Mention], limit: int, strength: int) -> list[Mention]:
    """Drop the end of a list that is the subject of the next clause: "thứ nhì B, C xếp thứ ba"."""
    norms = ctx.reading.norms
    if len(run) > 1 and limit - run[-1].end <= 9 and ctx.reading.of("AWARD", limit, limit + 1):
        following = norms[run[-1].end : limit]
        if following and all(w in _PASSIVE for w in following):
            cut = next((k for k in range(len(run) - 1, 0, -1) if norms[run[k - 1].end] in (";", ",", ".")), None)
            if cut:
                return run[:cut]
    return run


def _put_up(ctx: Context, taken: int, agency: Mention, between: Gap, award: Mention) -> int:
    """ "suy tôn A, B đề nghị (G) tặng Cờ thi đua": a choice before the names, the asking after them."""
    if (
        award.rule == "rank"
        or not between.any("đề nghị", "trình", "đề xuất", "để", "để đề nghị")
        or between.any(";", "cho")
    ):
        return 0
    chosen = ctx.last("ask", taken, agency.start)
    return (
        2
        if chosen
        and ctx.reading.norms[chosen[0]] in ("suy", "bình", "bầu", "giới", "lựa", "bỏ", "biểu", "thống", "nhất")
        else 0
    )


def _is_asked(ctx: Context, agency: Mention) -> bool:
    """Whether an agency only passes the asking on: "đề nghị UBND tỉnh xem xét, trình Chính phủ tặng"."""
    norms = ctx.reading.norms
    following = norms[agency.end : agency.end + 2]
    return (
        norms[agency.start - 1] in ("nghị", "trình", "tịch")
        and following[:1] in (["trình"], ["xem"], ["xét"], ["đề"], ["để"])
        or agency.parts["policy"] == "self"
        and following[:1] == ["trình"]
    )


def _holder_of(named: list[Named], agency: Mention, award: Mention) -> Mention | None:
    """Return the person that an agency is only the unit of: "đồng chí X, Trưởng phòng A được tặng Bằng khen"."""
    if award.parts.get("for") == "agency":
        return None
    return next(
        (
            n.person
            for n in named
            if n.rule == "person-then-post" and n.person.start < agency.start and n.end >= agency.end
        ),
        None,
    )


def _left(
    ctx: Context,
    award: Mention,
    grantor: tuple[str, Mention] | None,
    taken: int,
    light: Phrases[str],
    named: list[Named],
) -> tuple[int, _Found] | None:
    reading = ctx.reading
    stop_at = award.start
    if grantor and taken <= grantor[1].start < award.start:
        stop_at = grantor[1].start
    agencies = [a for a in reading.of("AGENCY", taken, stop_at) if a.end <= stop_at and not _is_asked(ctx, a)]
    people = [p for p in reading.of("PERSON", taken, stop_at)]
    counts = reading.of("COUNT", taken, stop_at)
    wide = _with_triggers(ctx, light)
    if agencies:
        between = gap(ctx, agencies[-1].end, stop_at, wide)
        if between is not None and stop_at - agencies[-1].end <= 22:
            strength = _left_strength(between, award, stop_at < award.start) or _put_up(
                ctx, taken, agencies[-1], between, award
            )
            person = _holder_of(named, agencies[-1], award)
            if strength and person:
                return strength, _Found([person], "person-then-award", award.end)
            if strength:
                run = run_before(ctx, agencies, len(agencies) - 1, _stop_after(ctx, agencies))
                return strength, _Found(run, "recipient-then-award", award.end)
    if people and (not agencies or people[-1].start > agencies[-1].end - 40):
        between = gap(ctx, people[-1].end, stop_at, wide)
        if between is not None and between.any("được", "nhận", "đạt", "đón nhận", "được tặng", "được nhận"):
            return 2, _Found([people[-1]], "person-then-award", award.end)
    if counts and (not agencies or counts[-1].start > agencies[-1].end):
        through = next(
            (k + 1 for k in range(stop_at - 1, counts[-1].end, -1) if reading.norms[k] in ("khối", "cụm")), None
        )
        owned = reading.norms[counts[-1].end : counts[-1].end + 1] in (["thuộc"], ["của"], ["trong"])
        between = gap(ctx, through if through and owned else counts[-1].end, stop_at, wide)
        if (
            between is not None
            and between.any("được", "nhận", "đạt", "được nhận", "đề nghị", "được tặng", "được đề nghị", "suy tôn")
            and award.rule != "rank"
        ):
            run = [c for c in counts if counts[-1].start - c.start <= 4]
            if reading.norms[counts[-1].start - 1] == "là" and len(agencies) >= int(counts[-1].value):
                return 2, _Found(agencies[-int(counts[-1].value) :], "recipient-then-award", award.end)
            return 2, _Found(run, "award-count-before", award.end)
    return None


def _with_triggers(ctx: Context, light: Phrases[str]) -> Phrases[str]:
    entries = [(" ".join(t), "light") for t in light.expressions()]
    for category in ("ask", "confer"):
        entries += [(" ".join(t), category) for t in ctx.lexicon.triggers[category].expressions()]
    return Phrases(entries)


def _left_strength(between: Gap, award: Mention, has_grantor: bool) -> int:
    """Return how tightly what stands between binds a recipient to the award after it; 0 if it does not."""
    if between.any(";") or between.any("cho") and not between.any("được", "nhận", "là"):
        return 0
    if award.rule == "rank":
        if between.any("đề nghị", "trình", "bầu", "suy tôn", "bình xét", "bình chọn") and not between.any(
            "là", "được", "đạt"
        ):
            return 0
        return (
            3
            if between.any("là", "xếp", "đứng", "đạt", "được", "giành", ":", "-", "(") or not between.words
            else 1
            if between.only(",", "và", "có", "thành tích")
            else 0
        )
    if between.any(*_GET):
        return 3
    return (
        2
        if has_grantor
        and between.any("đề nghị", "trình", "đề xuất", "được đề nghị")
        and between.any(":", "được", "-", ",", "để", "để đề nghị")
        else 0
    )


def _breaks(ctx: Context, start: int, end: int) -> bool:
    """Whether a ranking and the title after it are of two clauses, so that the title is not for the ranked unit."""
    norms = ctx.reading.norms[start:end]
    return ";" in norms or bool(
        ctx.reading.of("AGENCY", start, end)
        and not any(
            a.parts["policy"] == "self" or a.parts["head"] in ("Bộ", "Liên", "Tổng", "Ban", "Hội", "Tòa", "Viện")
            for a in ctx.reading.of("AGENCY", start, end)
        )
    )


def _remaining(ctx: Context, lists: list[MemberList], claims: list[_Claim], start: int, end: int) -> list[Mention]:
    """Return the listed members that no award so far names: "cho các đơn vị còn lại, trừ A"."""
    names = {c.recipient for c in claims}
    if "trừ" in ctx.reading.norms[start:end]:
        names |= {ctx.agency_name(a) for a in ctx.reading.of("AGENCY", start, end)}
    return [m for found in lists[:1] for m in found.agencies if ctx.agency_name(m) not in names]


# -- whether, when, and how far --------------------------------------------------------------------------------------


def _is_void(ctx: Context, sentence: Sentence, award: Mention, found: _Found, taken: int) -> bool:
    """Whether the clause refuses, plans, or speaks of others: "xin rút", "phấn đấu đạt", "toàn tỉnh có …"."""
    norms = ctx.reading.norms
    start = min(award.start, *(m.start for m in found.mentions))
    end = max(award.end, *(m.end for m in found.mentions))
    if award.rule == "rank" and ctx.has("contest", sentence.start, sentence.end):
        return True
    clause = next((k + 1 for k in range(start - 1, sentence.start - 1, -1) if norms[k] in (";", ":")), sentence.start)
    if ctx.has("refuse", max(clause, start - 12), end) or ctx.has("refuse", end, min(end + 5, sentence.end)):
        return True
    plan = ctx.last("plan", sentence.start, award.start)
    if plan and not {";", ":"} & set(norms[plan[1] : award.start]):
        return True
    if any(m.kind == "COUNT" for m in found.mentions):
        return any(ctx.reading.find(words, clause, end) >= 0 for words in _OUTSIDE)
    return False


def _status(
    ctx: Context, sentence: Sentence, n: int, award: Mention, found: _Found
) -> tuple[str, tuple[int, int], tuple[str, Mention] | None]:
    """Return (status, trigger, authority that a ranking is put up to).

    1. a ranking: `voted`, but `proposed` where it is put up ("để trình UBND huyện khen");
    2. a title under a word of asking in its sentence, or in the line that opens its list: `proposed`;
    3. else `conferred`.
    """
    reading = ctx.reading
    start = min(award.start, *(m.start for m in found.mentions))
    end = max(award.end, *(m.end for m in found.mentions))
    if award.rule == "rank":
        up = ctx.first("propose", end, sentence.end)
        if up and not reading.of("AWARD", end, sentence.end) and ctx.has("confer", up[1], sentence.end):
            asked = next((g for k in range(up[1], sentence.end) if (g := _granting(ctx, k))), None)
            return "proposed", up, asked
        trigger = ctx.last("ask", sentence.start, end) or (award.start, award.end)
        return "voted", trigger, None
    opener = _opener_of_lines(ctx, n)
    if opener and (ctx.has("ask", opener.start, opener.end) or ctx.has("elect", opener.start, opener.end)):
        return "proposed", ctx.last("ask", opener.start, opener.end) or (award.start, award.end), None
    asked_at = ctx.last("ask", sentence.start, max(award.start, start)) or ctx.last("ask", award.end, end)
    if asked_at:
        return "proposed", asked_at, None
    given = ctx.last("confer", sentence.start, end)
    if given:
        return "conferred", given, None
    after = ctx.first("ask", end, min(sentence.end, end + 8))
    if after:
        return "proposed", after, None
    for before in reversed(reading.sentences[max(0, n - 10) : n]):
        if sentence.line - before.line > 12:
            break
        opened = ctx.last("ask", before.start, before.end)
        if opened:
            return "proposed", (award.start, award.end), None
        if ctx.has("confer", before.start, before.end) and not before.bullet:
            break
    return "conferred", (award.start, award.end), None


def _opener_of_lines(ctx: Context, n: int) -> Sentence | None:
    """Return the line that opens the list of lines which a sentence is one of: the last one that ends in a colon."""
    reading = ctx.reading
    if n == 0 or reading.sentences[n].line == reading.sentences[n - 1].line:
        return None
    for before in reversed(reading.sentences[max(0, n - 8) : n]):
        if reading.norms[before.end - 1] == ":":
            return before
        if not before.bullet and not reading.sentences[n].bullet and not reading.of("AWARD", before.start, before.end):
            return None
    return None


def _year(
    ctx: Context,
    sentence: Sentence,
    award: Mention,
    found: _Found,
    status: str,
    limit: int,
    grantor: tuple[str, Mention] | None,
) -> Mention | None:
    """Return the year said with the award: near its title, or for what has been given anywhere in its sentence."""
    reading = ctx.reading
    end = max(award.end, grantor[1].end if grantor else 0, *(m.end for m in found.mentions))
    near = [
        y
        for y in reading.of("YEAR", award.end, max(end, min(limit, end + 10)))
        if y.start - award.end < 16 or y.start >= end
    ]
    near = [y for y in near if not reading.of("ROLE", award.end, y.start)]
    if near and (near[0].start < end or not reading.of("AGENCY", end, near[0].start)):
        return near[0]
    opening = [
        y for y in reading.of("YEAR", sentence.start, sentence.start + 4) if y.rule == "year" and y.end <= award.start
    ]
    if opening and not reading.of("BLOC", opening[0].end, award.start):
        return opening[0]
    if status == "conferred":
        after = reading.of("YEAR", end, sentence.end)
        if after and (
            not reading.of("AWARD", end, after[-1].start)
            or "tích" in reading.norms[after[-1].start - 10 : after[-1].start]
        ):
            return after[-1] if reading.of("AWARD", end, after[0].start) else after[0]
        before = [y for y in reading.of("YEAR", sentence.start, award.start)]
        return before[-1] if before else None
    return None


def _without_outranked(ctx: Context, claims: list[_Claim]) -> list[_Claim]:
    """Drop the ranking of a unit whose titled award is asked for: the title alone stands."""
    titled = [c for c in claims if c.award.value not in _RANKINGS and c.recipient]
    asked = {(c.bloc.name, c.recipient) for c in titled if c.status == "proposed"}
    beside = {(c.recipient, ctx.reading.sentence_of(c.award.start)) for c in titled}
    return [
        c
        for c in claims
        if c.award.value not in _RANKINGS
        or (c.bloc.name, c.recipient) not in asked
        and (c.recipient, ctx.reading.sentence_of(c.award.start)) not in beside
    ]


def _merge(ctx: Context, claims: list[_Claim]) -> list[Award]:
    """One record for each bloc, award, grantor, recipient (or count) and year."""
    groups: dict[tuple[object, ...], list[_Claim]] = {}
    for c in claims:
        year = int(c.year.value) if c.year else c.bloc.year
        who = (c.recipient or "").removeprefix("UBND ").lower() or (c.count, c.recipient_kind)
        groups.setdefault((c.bloc.name, c.award.value, who, year), []).append(c)
    facts = []
    for (_, _, _, year), group in groups.items():
        for grantor in _grantors(group):
            said = [c for c in group if (c.grantor[0] if c.grantor else None) in (grantor, None)]
            order = ("conferred", "proposed", "voted")
            best = min(said, key=lambda c: (order.index(c.status) if c.status != "conferred" else 1, c.grantor is None))
            evidence = merge_evidence([_evidence(ctx, best), *(_evidence(ctx, c) for c in said if c is not best)])
            facts.append(
                Award(
                    bloc=best.bloc.name,
                    award=best.award.value,
                    grantor=grantor,
                    recipient=best.recipient,
                    recipient_kind=best.recipient_kind,
                    recipient_agency=ctx.agency_name(best.unit) if best.unit else None,
                    rank=best.award.parts.get("rank"),
                    count=best.count,
                    year=year if isinstance(year, int) else None,
                    status=best.status,
                    rule=best.rule,
                    confidence=1.0,
                    evidence=evidence,
                    inferred=() if any(e.slot == "year" for e in evidence) or year is None else ("year",),
                )
            )
    return facts


def _grantors(group: list[_Claim]) -> list[str | None]:
    """Return the different grantors of one award; a mention that names none is of the others."""
    names = list(dict.fromkeys(c.grantor[0] for c in group if c.grantor))
    return list(names) or [None]


def _evidence(ctx: Context, claim: _Claim) -> list[Evidence]:
    found = [
        ctx.evidence("trigger", *claim.trigger),
        ctx.evidence_of("award", claim.award),
        ctx.evidence("status", *claim.trigger),
        ctx.evidence_of("bloc", claim.bloc.first),
        ctx.evidence_of("recipient" if claim.count is None else "count", claim.mention),
        ctx.evidence_of("recipient_kind", claim.mention),
    ]
    if claim.grantor:
        found.append(ctx.evidence_of("grantor", claim.grantor[1]))
    if claim.unit:
        found.append(ctx.evidence_of("recipient_agency", claim.unit))
    if claim.award.parts.get("rank"):
        found.append(ctx.evidence_of("rank", claim.award))
    if claim.year:
        found.append(ctx.evidence_of("year", claim.year))
    elif claim.bloc.year_mention:
        found.append(ctx.evidence_of("year", claim.bloc.year_mention))
    return found
