"""Frame: the agencies that a report lists as belonging to a bloc."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.frames.blocs import without_region
from pipeline.frames.context import BlocEntity, Context, merge_evidence
from pipeline.frames.holders import run_after
from pipeline.mentions.agencies import AgencyFinder, official_name
from pipeline.mentions.agency_lists import place_items
from pipeline.mentions.places import CITIES
from pipeline.reading import Mention, Sentence
from pipeline.record import Member

_OPENERS = frozenset(("gồm", ":", "(", "là", "có", "–"))
_GROUP_WORDS = frozenset("thành viên khối cụm".split())
_UNIT_WORDS = frozenset("đơn cơ trường sở hội phường xã huyện tỉnh địa công ban doanh ngân phòng tập cụm khối".split())
"""First syllables of what a bloc's members are called: "đơn vị", "cơ quan", "trường"."""

_ASIDE = frozenset("- – ( ) , ; đơn vị là".split())
_REACH = 16
_LEAD_IN = frozenset(
    "các đơn vị cơ quan thành viên là : ( sau tỉnh thành phố huyện và của lãnh đạo đại diện hội sở ban những".split()
)


@dataclass(slots=True)
class MemberList:
    """One list of members as the report gives it."""

    agencies: list[Mention]
    trigger: tuple[int, int]
    bloc: BlocEntity
    rule: str


def find_lists(ctx: Context, finder: AgencyFinder) -> list[MemberList]:
    """Return the lists of members.

    1. "Khối gồm 10 đơn vị: A, B, C", "bao gồm các sở A, B": an opener after the bloc;
    2. "các đơn vị trong Khối (A; B; C)", "đại diện 08 cơ quan thuộc Khối: A, B": a bracket or a colon;
    3. "05 đơn vị: A, B" as a line under the bloc's heading, or a list of lines.
    """
    found: list[MemberList] = []
    reading = ctx.reading
    for n, sentence in enumerate(reading.sentences):
        if sentence.field == "author":
            continue
        i = sentence.start
        while i < sentence.end:
            opened = _opener(ctx, sentence.start, i)
            if opened:
                listed = _listed(ctx, finder, n, opened[1], sentence.end)
                if len(listed) >= (2 if opened[2] == "gồm" else 3) and not _is_award_list(
                    ctx, sentence.start, opened[0], listed
                ):
                    bloc = ctx.bloc_for(i)
                    before = _also_before(ctx, sentence.start, i)
                    found.append(MemberList([*before, *listed], (opened[0], opened[1]), bloc, f"members-{opened[2]}"))
                    i = max(m.end for m in listed)
                    continue
            i += 1
    for f in found:
        _share_body(f.agencies)
    taken = {id(m) for f in found for m in f.agencies}
    return found + [f for f in _long_runs(ctx) + _line_runs(ctx) if not any(id(m) in taken for m in f.agencies)]


def _share_body(agencies: list[Mention]) -> None:
    """Give bare localities the body named first: "Hội Nông dân thành phố A, thị xã B và các huyện C, D"."""
    first, *others = agencies
    bare = [m for m in others if not m.parts["name"] and m.parts.get("place")]
    same = [m for m in others if m.parts["name"] == first.parts["name"]]
    if not (first.parts["name"] and first.parts.get("unit") and bare) or len(bare) + len(same) < len(others):
        return
    for m in bare:
        m.parts |= {"name": first.parts["name"], "policy": first.parts["policy"], "head": first.parts["head"]}
        m.value = official_name(m, keep_place=True)


def _long_runs(ctx: Context) -> list[MemberList]:
    """Return the lists that no opener announces but that are as long as the report says the bloc is."""
    reading = ctx.reading
    found = []
    for n, sentence in enumerate(reading.sentences):
        agencies = reading.of("AGENCY", sentence.start, sentence.end)
        k = 0
        while k < len(agencies):
            run = run_after(ctx, agencies, k, lambda a, b: bool(reading.of("ROLE", a, b)))
            k += len(run)
            if (
                len(run) >= 3
                and _announced(ctx, n, run)
                and not _is_award_list(ctx, sentence.start, run[0].start, run)
                and not _is_subject(ctx, run[-1].end, sentence.end)
            ):
                found.append(MemberList(run, (run[0].start, run[0].end), ctx.bloc_for(run[0].start), "members-counted"))
    return found


def _announced(ctx: Context, n: int, run: list[Mention]) -> bool:
    """Whether the words before a list speak of the bloc's units and count as many, or open the list with a mark."""
    reading = ctx.reading
    sentence = reading.sentences[n]
    before = reading.sentences[n - 1] if n else sentence
    start = run[0].start
    words = set(reading.norms[max(sentence.start, start - 30) : start])
    after = reading.norms[run[-1].end : min(run[-1].end + 9, sentence.end)]
    if after[:1] in (["-"], [","], ["("], [")"]) and "thành" in after[:4] and "viên" in after[:5]:
        return True  # "lãnh đạo A, B, C - thành viên Cụm thi đua số 6"
    about = _GROUP_WORDS & words or _GROUP_WORDS & set(reading.norms[before.start : before.end])
    if not about:
        return False
    counts = {c.value for c in reading.of("COUNT", before.start, start)}
    if str(len(run)) in counts:
        return True
    blocs = reading.of("BLOC", max(sentence.start, start - 12), start)
    if (
        len(run) >= 4
        and blocs
        and blocs[-1].end >= start - 6
        and not reading.of("ROLE", blocs[-1].start, start)
        and not {"phối", "với", "tại"} & set(reading.norms[blocs[-1].end : start])
    ):
        return True
    opened = {":", "("} & set(reading.norms[max(sentence.start, start - 8) : start]) and _GROUP_WORDS & set(
        reading.norms[max(sentence.start, start - 14) : start]
    )
    return (
        bool(opened)
        and not reading.of("AWARD", max(sentence.start, start - 14), start)
        and not reading.of("ROLE", max(sentence.start, start - 10), start)
    )


def _is_subject(ctx: Context, i: int, end: int) -> bool:
    """Whether what follows a list gives it an award or a role: "A, B, C được đề nghị tặng Bằng khen"."""
    return bool(ctx.reading.of("AWARD", i, min(end, i + 14))) or bool(ctx.reading.of("ROLE", i, min(end, i + 6)))


def _line_runs(ctx: Context) -> list[MemberList]:
    """Return the lists that give one agency a line, as a table does, under a line that speaks of the bloc's units."""
    reading = ctx.reading
    found: list[MemberList] = []
    n = 0
    while n < len(reading.sentences):
        run = _lines(ctx, n)
        if len(run) >= 3:
            head = _before_table(ctx, n)
            words = {w for s in head for w in reading.norms[s.start : s.end]}
            if (
                _GROUP_WORDS & words
                and _UNIT_WORDS & words
                and not any(ctx.has("ask", s.start, s.end) for s in head[-1:])
            ):
                found.append(MemberList(run, (run[0].start, run[0].end), ctx.bloc_for(run[0].start), "members-lines"))
            n = reading.sentence_of(run[-1].start)
        n += 1
    return found


def _opener(ctx: Context, start: int, i: int) -> tuple[int, int, str] | None:
    """Return (start, end, rule) of the words that open a list of members at token `i`."""
    norms = ctx.reading.norms
    word = norms[i]
    if word not in _OPENERS:
        return None
    window = norms[max(start, i - _REACH) : i]
    blocs = ctx.reading.of("BLOC", max(start, i - _REACH), i)
    if word == "gồm":
        first = i - 1 if norms[i - 1] == "bao" else i
        stop = i + 1
        if not (blocs or _GROUP_WORDS & set(window) or _line_under_bloc(ctx, start)):
            return None
        if any(r.start >= first - 6 for r in ctx.reading.of("ROLE", max(start, first - 6), first)):
            return None
        return first, stop, "gồm"
    if word == "là" and "viên" in window[-3:]:
        return i, i + 1, "gồm"
    if word == "có" and norms[i - 1] == "còn" and "viên" in norms[max(start, i - 14) : i]:
        return i, i + 1, "gồm"  # "Khối có 7 thành viên, ngoài 3 đơn vị trên còn có A, B"
    if word == "có" and blocs and blocs[-1].end == i and ctx.reading.of("COUNT", i + 1, i + 2):
        return i, i + 1, "gồm"
    about = bool(blocs) or bool(_GROUP_WORDS & set(window[-8:])) or (_line_under_bloc(ctx, start) and i - start < 8)
    if not about or not (_UNIT_WORDS & set(window[-9:])):
        return None
    if word == ":":
        if ctx.reading.of("AWARD", max(start, i - 8), i) or ctx.reading.of("ROLE", max(start, i - 8), i):
            return None
        counted = (
            bool(ctx.reading.of("COUNT", max(start, i - 9), i))
            or "viên" in window[-4:]
            or "gồm" in window[-8:]
            or {"trong", "thuộc"} & set(window[-6:])
        )
        return (i, i + 1, "colon") if counted else None
    if word == "(":
        return i, i + 1, "bracket"
    return None


def _line_under_bloc(ctx: Context, start: int) -> bool:
    """Whether the line before the one that begins at token `start` names a bloc: a heading over its list."""
    n = ctx.reading.sentence_of(start)
    if n == 0:
        return False
    before = ctx.reading.sentences[n - 1]
    return bool(ctx.reading.of("BLOC", before.start, before.end))


def _listed(ctx: Context, finder: AgencyFinder, n: int, i: int, end: int) -> list[Mention]:
    """Return the agencies of the list that is opened before token `i`, on the line or on the lines after it."""
    reading = ctx.reading
    at = i
    while (
        at < end
        and (reading.norms[at] in _LEAD_IN or reading.norms[at].isdigit())
        and not reading.of("AGENCY", at, at + 1)
    ):
        at += 1
        if at < end and reading.upper[at]:
            break
    if at >= end:
        return _lines(ctx, n + 1)
    agencies = reading.of("AGENCY", at, end)
    shared_head = (
        agencies
        and agencies[0].rule in ("list-of-places", "elliptical-lexicon", "elliptical-grammar")
        and agencies[0].start <= at + 9
    )
    if agencies and (agencies[0].start <= at + 1 or shared_head):
        run = _run(ctx, agencies)
        return run if len(run) > 1 else run + _lines(ctx, n + 1)
    return _bare_places(ctx, finder, n, at, end)


def _run(ctx: Context, agencies: list[Mention]) -> list[Mention]:
    """Return the agencies of the list that the first one begins, over asides on roles.

    "Cục Hải quan - đơn vị trưởng khối; Sở Công Thương; Cục Quản lý thị trường"
    """
    run: list[Mention] = []
    rest = agencies
    while rest:
        more = run_after(ctx, rest, 0, lambda a, b: False)
        run += more
        rest = [a for a in rest if a.start >= run[-1].end]
        if not rest or not _is_role_aside(ctx, run[-1].end, rest[0].start):
            break
    return run


def _is_role_aside(ctx: Context, start: int, end: int) -> bool:
    """Whether "- đơn vị trưởng khối;" stands between two agencies of a list."""
    norms = ctx.reading.norms
    roles = {k for m in ctx.reading.of("ROLE", start, end) for k in range(m.start, m.end)}
    closed = norms[end - 1] in (",", ";")
    return closed and bool(roles) and all(k in roles or norms[k] in _ASIDE for k in range(start, end))


def _lines(ctx: Context, n: int) -> list[Mention]:
    """Return the agencies of a list that gives one a line."""
    reading = ctx.reading
    found: list[Mention] = []
    for sentence in reading.sentences[n : n + 60]:
        at = sentence.start
        cell = not any(w.isalpha() for w in reading.norms[at : sentence.end]) or (
            bool(reading.of("ROLE", at, at + 1)) and sentence.end - at < 5
        )
        if cell and found:
            continue
        while at < sentence.end and (
            reading.norms[at] in ("-", "+", "*", "•", ".", ")") or reading.norms[at].isdigit()
        ):
            at += 1
        here = reading.of("AGENCY", at, at + 1)
        if not here or at >= sentence.end:
            break
        found += run_after(ctx, reading.of("AGENCY", at, max(sentence.end, at + 1)), 0, lambda a, b: False)
        rest = reading.norms[here[0].end : sentence.end]
        if len([w for w in rest if w.isalpha()]) > 12 or reading.of("AWARD", here[0].end, sentence.end):
            found.pop()
            break
    return found


def _bare_places(ctx: Context, finder: AgencyFinder, n: int, i: int, end: int) -> list[Mention]:
    """Return the members of "Cụm thi đua các huyện vùng cao gồm: Kỳ Sơn, Tương Dương": places that stand for bodies."""
    reading = ctx.reading
    items = list(place_items(finder.grammar, reading, i, end))
    if len(items) < 2:
        return []
    sentence = reading.sentences[n]
    name, policy, unit = _body_of_places(ctx, sentence.start, i)
    unit = unit or _unit_elsewhere(ctx, [place for _, _, _, place in items])
    if unit is None:
        return []
    found = []
    for start, stop, own, place in items:
        own = own or ("thành phố" if unit == "tỉnh" and place in CITIES else unit)
        parts = {"name": name, "policy": policy, "unit": own, "place": place, "head": (name or unit).split()[0]}
        mention = Mention("AGENCY", start, stop, "", "bare-place", parts)
        mention.value = official_name(mention, keep_place=True)
        found.append(mention)
    if len(found) > 1:
        ctx.reading.add("AGENCY", [*ctx.reading.of("AGENCY"), *found])
    return found


def _unit_elsewhere(ctx: Context, places: list[str]) -> str | None:
    """Return the unit that the report gives some of the places elsewhere ("quận Long Biên" for a bare "Long Biên")."""
    units = [
        m.parts["unit"] for m in ctx.reading.of("AGENCY") if m.parts.get("place") in places and m.parts.get("unit")
    ]
    return max(set(units), key=units.count) if units else None


def _body_of_places(ctx: Context, start: int, i: int) -> tuple[str, str, str | None]:
    """Return (name, policy, unit) of what a list's bare places are: from the sentence, else from the bloc's name."""
    reading = ctx.reading
    norms = reading.norms
    for agency in reversed(reading.of("AGENCY", start, i)):
        many, of = norms[agency.end : agency.end + 1], norms[agency.end + 1 : agency.end + 2]
        if agency.parts["name"] and (many == ["các"] or many[0].isdigit()) and of in (["tỉnh"], ["huyện"], ["xã"]):
            return agency.parts["name"], agency.parts["policy"], of[0]
    bloc = ctx.bloc_for(i)
    mention = bloc.first
    inside = [m for m in ctx.inner_agencies if mention.start <= m.start < mention.end and m.parts["name"]]
    words = f"{bloc.name.lower()} {' '.join(norms[max(start, i - 8) : i])}"
    unit = next(
        (
            u
            for u in ("huyện", "xã", "phường", "tỉnh", "quận", "thành phố")
            if f"các {u}" in words or f" {u} " in words.replace("xã hội", "").replace("hợp tác xã", "") + " "
        ),
        None,
    )
    if inside and inside[0].rule != "unit":
        return without_region(inside[0].parts["name"]), inside[0].parts["policy"], unit or "tỉnh"
    return "", "self", unit


def _before_table(ctx: Context, n: int) -> list[Sentence]:
    """Return the lines over a table: its header cells, and the last whole sentence before them."""
    reading = ctx.reading
    first = n
    while first > 0 and n - first < 12:
        first -= 1
        if reading.sentences[first].end - reading.sentences[first].start > 8:
            break
    return reading.sentences[first:n]


def _also_before(ctx: Context, start: int, i: int) -> list[Mention]:
    """The leader of "Trưởng khối - Sở A cùng các đơn vị trong Khối (…)" is listed too."""
    before = ctx.reading.of("AGENCY", start, i)
    if (
        before
        and ctx.reading.norms[before[-1].end : before[-1].end + 1] in (["cùng"], ["và"])
        and i - before[-1].end < 14
    ):
        between = ctx.reading.norms[before[-1].end : i]
        if "các" in between and ("khối" in between or "cụm" in between or "viên" in between):
            return before[-1:]
    return []


def _is_award_list(ctx: Context, start: int, i: int, listed: list[Mention]) -> bool:
    """Whether what looks like a list of members is one of those proposed: "tặng Cờ thi đua gồm A, B"."""
    awards = ctx.reading.of("AWARD", start, i)
    if awards and i - awards[-1].end < 12 and not ctx.reading.of("BLOC", awards[-1].end, i):
        return True
    return bool(ctx.reading.of("AWARD", listed[0].end, listed[-1].start))


def member_facts(ctx: Context, lists: list[MemberList]) -> list[Member]:
    """Return one record for each bloc and listed agency."""
    groups: dict[tuple[str, str], list[tuple[MemberList, Mention]]] = {}
    for found in lists:
        for agency in found.agencies:
            groups.setdefault((found.bloc.name, ctx.agency_name(agency)), []).append((found, agency))
    facts = []
    for (bloc, name), said in groups.items():
        entity = said[0][0].bloc
        evidence = merge_evidence(
            [
                ctx.evidence_of("agency", m),
                ctx.evidence("trigger", *found.trigger),
                ctx.evidence_of("bloc", entity.first),
            ]
            for found, m in said
        )
        if entity.year_mention:
            evidence += (ctx.evidence_of("year", entity.year_mention),)
        facts.append(Member(bloc=bloc, agency=name, year=entity.year, rule=said[0][0].rule, evidence=evidence))
    return facts


def add_aliases(ctx: Context, lists: list[MemberList]) -> None:
    """Find the members again where the report names them by their place alone: "tặng Cờ cho Sơn La, Phú Thọ"."""
    reading = ctx.reading
    places = {
        tuple(m.parts["place"].lower().split()): m
        for found in lists
        for m in found.agencies
        if m.parts.get("place") and m.rule in ("bare-place", "list-of-places", "unit", "lexicon", "body")
    }
    if len({m.parts["name"] for m in places.values()}) > 2 or len(places) < 2:
        return
    taken = {k for kind in ("AGENCY", "BLOC", "PERSON") for m in reading.of(kind) for k in range(m.start, m.end)}
    more: list[Mention] = []
    for sentence in reading.sentences:
        if not (reading.of("AWARD", sentence.start, sentence.end) or reading.of("ROLE", sentence.start, sentence.end)):
            continue
        for i in range(sentence.start, sentence.end):
            for words, member in places.items():
                stop = i + len(words)
                if (
                    tuple(reading.norms[i:stop]) == words
                    and reading.upper[i]
                    and not taken & set(range(i, stop))
                    and reading.norms[i - 1] not in ("tại", "ở", "địa")
                ):
                    more.append(Mention("AGENCY", i, stop, member.value, "alias", dict(member.parts)))
                    taken |= set(range(i, stop))
    reading.add("AGENCY", [*reading.of("AGENCY"), *more])
