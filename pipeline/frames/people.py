"""Frame: persons named with a post."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.frames.context import Context, merge_evidence
from pipeline.frames.people_agencies import (
    host_before,
    named_before,
    numbered_room,
    office_of,
    office_of_two,
    own_committee,
    own_short_name,
    owner_of_council,
    representation,
    state_body,
)
from pipeline.frames.people_before import SIDE_BODIES, Posts, is_honorific, post_before, unit_in_brackets
from pipeline.mentions.agency_places import with_place
from pipeline.reading import Mention
from pipeline.record import Evidence, Person
from pipeline.text import fold, one_line

_LINKS = frozenset(", - ( . hiện nay đang giữ chức vụ là nguyên kiêm phụ trách của và :".split())
_PARTY_POSTS = ("Bí thư", "Phó Bí thư", "Phó Bí thư Thường trực")
_ADDRESSED = frozenset(("đồng chí", "đ/c", "đ.c", "ông", "bà", "anh", "chị"))
"""Honorifics that after a comma open the next person: "A, Giám đốc Sở Y tế, đồng chí Phó Chủ tịch huyện B"."""

_SEVERAL = frozenset("các hai ba bốn".split())
_COMMITTEES = frozenset("HU TU QU TTHU TTTU TVHU TVTU".split())
"""Short names of party committees behind a post: "PBT HU, Chủ tịch UBND huyện"."""

_BETWEEN_NAMES = frozenset(", ; : và . cùng".split())
_UNION = "Công đoàn "
_HOUSES = ("Công ty", "Tổng công ty", "Tập đoàn", "Trường", "Bệnh viện", "Ngân hàng", "Vietin", "Agri", "Sở", "Cơ quan")
"""What the agencies begin with whose unions carry their name."""
_BODIES_WITH_BOARDS = (
    "HĐND",
    "Hội",
    "Liên",
    "Tỉnh đoàn",
    "Tỉnh",
    "Thành đoàn",
    "Công đoàn",
    "Tổng",
    "Tập",
    "LĐLĐ",
    "Cục",
)
"""What the bodies begin with whose boards are named before them: "Ban Tổ chức Hội Liên hiệp Phụ nữ"."""

_PLAIN_POSTS = tuple(
    tuple(map(fold, words.split()))
    for words in (
        "ủy viên thường vụ|ủy viên ban thường vụ|ủy viên ban chấp hành|ủy viên bch|ủy viên đoàn chủ tịch|cán bộ"
    ).split("|")
)
_SOCIETIES = ("Hội ", "Tổng Liên đoàn", "Liên đoàn", "Liên hiệp", "Công đoàn", "Hiệp hội", "Liên minh")
"""What the societies begin with a seat on whose board is a post."""
_OF_NO_AGENCY = ("Chủ tịch nước", "Phó Chủ tịch nước")
_ASIDE_AT_MOST = 14
_SIDES = frozenset("trái phải giữa đứng ngồi trên dưới thứ ảnh áo sinh hàng tuổi".split())
"""Words of a bracket that says where somebody is seen in a picture, or how old somebody is."""
_OF_A_UNIT = frozenset("của phụ trách - tổ bộ môn chuyên khoa".split())
"""Words of the part of an agency that a post is for: "Tổ trưởng Tổ Toán Trường THCS A"."""


@dataclass(slots=True)
class Named:
    """A person, the post and the agency that go with the name, and where the words end."""

    person: Mention
    title: Mention | None
    agency: Mention | None
    posts: Posts
    end: int
    rule: str


def find_named(ctx: Context) -> list[Named]:
    """Return the persons of the report with their posts.

    1. "Lê Thị Hương, Giám đốc Sở Y tế": the posts follow the name;
    2. "Giám đốc Sở Y tế Lê Thị Hương": one post stands before it.
    """
    reading = ctx.reading
    found: list[Named] = []
    for _, sentence, people in reading.told("PERSON"):
        if sentence.field == "author":
            continue
        for n, person in enumerate(people):
            limit = people[n + 1].start if n + 1 < len(people) else sentence.end
            posts, end = _posts_after(ctx, person.end, limit, sentence.start)
            if posts and end == limit and n + 1 < len(people):
                # "… Kiều Oanh - Cụm trưởng và Chủ tịch xã B Phùng Định": the next one's post
                posts = [] if _post_touches(ctx, person, sentence.start) else posts[:-1]
                end = posts[-1][1].end if posts and posts[-1][1] else person.end
            rule = "person-then-post"
            if posts and all(agency and agency.value.startswith(SIDE_BODIES) for _, agency in posts):
                # "Phó Chủ tịch nước Cao B, Phó Chủ tịch thứ nhất Hội đồng Thi đua …"
                posts = [*_unless_told(found, post_before(ctx, person, sentence.start)), *posts]
            if not posts:
                posts, rule = _unless_told(found, post_before(ctx, person, sentence.start)), "post-then-person"
            if not posts and n and found and found[-1].person is people[n - 1]:
                posts, rule = _post_of_list(ctx, found[-1], person, sentence.start), "post-then-person"
            title, agency = _governing(posts)
            if title and agency is None and rule == "person-then-post":
                agency = host_before(ctx, person, title, sentence.start) or _agency_of_last(ctx, found, person, title)
            found.append(Named(person, title, agency, posts, end, rule))
    return found


def _post_touches(ctx: Context, person: Mention, start: int) -> bool:
    """Whether a person's own post stands right before the name, so that what follows is the next one's.

    "Phó Chủ tịch UBND tỉnh Hoàng Nam, Giám đốc Sở Nội vụ Trần Thị Thu": each has the post before.
    """
    own = post_before(ctx, person, start)
    return bool(own) and (own[-1][1] or own[-1][0]).end == person.start


def _unless_told(found: list[Named], posts: Posts) -> Posts:
    """Return posts that do not belong to the person before: "bà A, Chủ tịch UBND xã B, ông C, công chức xã D"."""
    told = {title.start for title, _ in found[-1].posts} if found and found[-1].rule == "person-then-post" else set()
    return [] if any(title.start in told for title, _ in posts) else posts


def _agency_of_last(ctx: Context, found: list[Named], person: Mention, title: Mention) -> Mention | None:
    """Return the agency of the person before, whose deputy is named after: "X, Giám đốc Sở A và bà Y, Phó Giám đốc".

    Or the unit that names them all before: "Sở A có ông X, Phó Giám đốc và bà Y, Chánh Văn phòng".
    """
    last = found[-1] if found else None
    if last is None or last.title is None or last.agency is None or last.rule != "person-then-post":
        return None
    deputy = title.value.startswith("Phó ") and title.value.startswith(f"Phó {last.title.value}")
    hosted = last.agency.end <= last.person.start and not title.value.endswith(("Trưởng ban", "Trưởng phòng"))
    if not (hosted or deputy):
        return None
    between = range(last.end, person.start)
    joined = bool(between) and all(ctx.reading.norms[k] in _BETWEEN_NAMES or is_honorific(ctx, k) for k in between)
    return last.agency if joined else None


def _post_of_list(ctx: Context, before: Named, person: Mention, start: int) -> Posts:
    """Return the post that several share: "các đồng chí Phó Chủ tịch UBND huyện: Nguyễn A, Phạm B".

    Each may have a unit of its own: "Hai Phó Hiệu trưởng Lê A (Trường C), Võ B (Trường D)".
    """
    reading = ctx.reading
    if before.rule != "post-then-person" or not before.title:
        return []
    own = unit_in_brackets(ctx, person)
    begin = before.person.end
    if own and (its := unit_in_brackets(ctx, before.person)):
        begin = its[0].end + 1
    between = range(begin, person.start)
    if not between or any(reading.norms[k] not in _BETWEEN_NAMES and not is_honorific(ctx, k) for k in between):
        return []
    opens = reading.norms[max(start, before.title.start - 3) : before.title.start]
    if _SEVERAL.isdisjoint(opens):
        return []
    return [(before.title, own[0])] if own else before.posts


def _posts_after(ctx: Context, i: int, limit: int, start: int) -> tuple[Posts, int]:
    reading = ctx.reading
    posts: Posts = []
    seat: tuple[Mention, Mention] | None = None
    end = i
    if reading.norms[i : i + 1] == ["và"]:  # "Vụ trưởng Vụ A Phạm Thế Vinh và Chánh án các Tòa án"
        return posts, end
    while i < limit:
        title = reading.at("TITLE", i)
        if title:
            agency = _agency_of(ctx, title, limit, start)
            if _is_of_next(ctx, title, agency, limit):
                break
            posts.append((_without_field(title, agency), agency))
            i = end = max(title.end, agency.end if agency and agency.start >= title.start else title.end)
            continue
        stands_for = 2 * (reading.norms[i : i + 2] == ["đại", "diện"])  # "ông X - đại diện Khối trưởng - Giám đốc Sở A"
        role = reading.at("ROLE", i + stands_for) if i + stands_for < limit else None
        if role:
            i = _past_role(ctx, role, limit)
            continue
        plain = None if posts else _plain_post(ctx, i, limit)
        if plain:
            seat, i = plain, plain[1].end
            continue
        party = ctx.lexicon.people.match(reading.norms, i)
        if party and party[1] == "party":
            i = party[0]
            while i < limit and reading.norms[i] not in (",", "-", ";", ")"):  # "… Đảng bộ tỉnh"
                if reading.at("TITLE", i):
                    break
                i += 1
            continue
        agency = reading.at("AGENCY", i)
        if agency and posts and _names_its_people(ctx, agency, limit):
            break
        if agency and posts and agency.rule != "unit":
            if posts[-1][1] is None and i - posts[-1][0].end == 1:  # "Phó Trưởng ban, Ban Thi đua - Khen thưởng tỉnh"
                posts[-1] = posts[-1][0], agency
            i = end = agency.end  # "Trưởng phòng Nghiệp vụ, Ban Thi đua - Khen thưởng tỉnh"
            continue
        bare = ctx.lexicon.heads.match(reading.norms, i) if posts and reading.upper[i] else None
        if bare:  # "Phó Bí thư Đảng ủy, Chủ tịch UBND xã A"
            i = bare[0]
            continue
        past = _past_aside(ctx, i, limit)
        if past > i:
            i = past
            continue
        if reading.norms[i] in _LINKS or (posts and reading.norms[i] in ("đơn", "vị", "tỉnh", "huyện")):
            i += 1
            continue
        if posts and reading.raw[i] in _COMMITTEES:
            i += 1
            continue
        if party:
            addressed = " ".join(reading.norms[i : party[0]]) in _ADDRESSED
            if addressed and reading.norms[i - 1] in (",", ";", "và"):
                break
            i = party[0]
            continue
        break
    if seat and not posts:
        return [seat], seat[1].end
    return _with_shared_agency(ctx, posts), end


def _names_its_people(ctx: Context, agency: Mention, limit: int) -> bool:
    """Whether an agency behind a post opens the next person: "bà A - Phó Giám đốc, Cục Thống kê có ông B"."""
    opens = ctx.reading.norms[agency.end : min(agency.end + 2, limit)]
    return opens[:1] in (["có"], [":"]) or opens in (["cũng", "có"], ["do", "ông"], ["do", "bà"])


def _past_aside(ctx: Context, i: int, limit: int) -> int:
    """Return the token after a bracket at `i` that tells a person's place in a picture, or role in a bloc, or `i`.

    "Bà Lý Thị Mai (bên phải), Giám đốc Sở Y tế", "Ông A (Khối trưởng Khối thi đua số 3) - Chủ tịch Hội B".
    """
    reading = ctx.reading
    if reading.norms[i] != "(":
        return i
    close = next((k for k in range(i + 1, min(i + _ASIDE_AT_MOST, limit)) if reading.norms[k] == ")"), i)
    inside = range(i + 1, close)
    if inside and reading.at("ROLE", i + 1) and not reading.of("TITLE", i + 1, close):
        return close + 1
    small = bool(inside) and not any(reading.upper[k] for k in inside[1:])
    return close + 1 if small and _SIDES.intersection(reading.norms[k] for k in inside) else i


def _past_role(ctx: Context, role: Mention, limit: int) -> int:
    """Return the token after a role, its bloc and its year: "X, Cụm trưởng Cụm thi đua số 6 năm 2023, | Giám đốc"."""
    i = max([role.end, *(b.end for b in ctx.reading.of("BLOC", role.start, role.end + 1))])
    year = ctx.reading.at("YEAR", i) if i < limit else None
    return min(year.end if year else i, limit)


def _plain_post(ctx: Context, i: int, limit: int) -> tuple[Mention, Mention] | None:
    """Return what counts as a post where no other is told: a seat on a society's board, or working for an agency.

    "bà X, Ủy viên Thường vụ Hội Khuyến học", "ông Y - Cán bộ Ban Thi đua - Khen thưởng"; but "Ủy viên Ban Thường vụ
    Tỉnh ủy" is membership of a party.
    """
    reading = ctx.reading
    end = next((i + len(words) for words in _PLAIN_POSTS if tuple(reading.norms[i : i + len(words)]) == words), i)
    if end == i or not reading.upper[i] and reading.norms[i] != "cán":
        return None
    agency = next(iter(reading.of("AGENCY", end, min(end + 1, limit))), None) or _society_at(ctx, end, limit)
    staff = reading.norms[i] == "cán"
    if agency is None or agency.rule == "unit" or not staff and not agency.value.startswith(_SOCIETIES):
        return None
    value = one_line(reading.text(i, end))
    return Mention("TITLE", i, end, value, "plain"), agency


def _society_at(ctx: Context, i: int, limit: int) -> Mention | None:
    """Return the society behind its board, which may be taken for a name: "Ban Thường vụ Hội Nhà báo Việt Nam"."""
    known = ctx.lexicon.agencies.match(ctx.reading.norms, ctx.reading.raw, i, limit) if i < limit else None
    if known is None or not ctx.reading.upper[i]:
        return None
    end, society = known
    return with_place(ctx.lexicon, ctx.reading, i, end, limit, society.name, society.place, "lexicon")


def _with_shared_agency(ctx: Context, posts: Posts) -> Posts:
    """Give a post joined to the next that one's agency: "Phó Chỉ huy trưởng kiêm Tham mưu trưởng BĐBP".

    One that leads the body is the body's, and not its board's: "Phó Chủ tịch, Trưởng ban Kiểm tra Hội Nông dân tỉnh".
    """
    shared = list(posts)
    for n in range(len(posts) - 1):
        (title, agency), (following, its) = posts[n], posts[n + 1]
        joined = ctx.reading.norms[title.end : following.start]
        if agency is None and its and its.rule == "board" and joined in (["kiêm"], [","], ["-"]):
            body = [a for a in ctx.reading.of("AGENCY", its.start + 1, its.end) if a.end == its.end]
            shared[n] = (title, body[-1] if body and title.value.endswith("Chủ tịch") else None)
        elif agency is None and its and its.value.startswith(SIDE_BODIES):
            shared[n] = (title, owner_of_council(ctx, its))
        elif agency is None and its and its.value.startswith(_UNION) and joined in (["kiêm"], [","], ["-"]):
            shared[n] = (title, _house_of_union(its))
        elif agency is None and its and joined == ["kiêm"]:
            shared[n] = (title, its)
    return shared


def _house_of_union(union: Mention) -> Mention | None:
    """Return the agency that a trade union is in: the company in "Phó Giám đốc kiêm Chủ tịch Công đoàn Công ty A"."""
    value = union.value.removeprefix(_UNION)
    if not value.startswith(_HOUSES) or union.parts["policy"] != "keep" and union.rule == "lexicon":
        return None
    parts = {**union.parts, "name": union.parts["name"].removeprefix(_UNION), "head": value.split()[0]}
    return Mention("AGENCY", union.start, union.end, value, union.rule, parts)


def _is_of_next(ctx: Context, title: Mention, agency: Mention | None, limit: int) -> bool:
    """Whether a post after a person is the next person's: "X là Trưởng khối, Phó Giám đốc Sở Tư pháp Y là Phó khối"."""
    last = max(title.end, agency.end) if agency and agency.start >= title.start else title.end
    if last != limit or not ctx.reading.of("PERSON", limit, limit + 1):
        return False
    following = ctx.reading.of("ROLE", limit, min(limit + 12, len(ctx.reading.norms)))
    return bool(following)


def _agency_of(ctx: Context, title: Mention, limit: int, start: int) -> Mention | None:
    """Return the agency of a post: the one that begins in its words ("Trưởng phòng Nội vụ") or right after them."""
    reading = ctx.reading
    board = _board_of_body(ctx, title, limit) or representation(ctx, title) or office_of_two(ctx, title)
    if board:
        return board
    room = numbered_room(ctx, title) if title.end < limit else None
    if room:
        return room
    near = [
        m
        for m in reading.of("AGENCY", title.start, min(title.end + 5, limit))
        if m.start >= title.end - 2 or m.end > title.end
    ]
    for agency in near:
        between = range(title.end, agency.start)
        if agency.value == "Văn phòng" or reading.of("TITLE", title.end, agency.start):
            continue  # "Phó Chủ tịch - Trưởng Ban Kiểm tra": the next post's
        of_field = title.value.endswith("phụ trách") and not any(reading.upper[k] for k in between)
        if of_field:  # "Phó Chủ tịch phụ trách kinh tế UBND huyện"
            return agency
        if any(reading.norms[k] not in _OF_A_UNIT and not reading.upper[k] for k in between) or (
            between and len(between) > 1 and reading.norms[title.end] not in _OF_A_UNIT
        ):
            continue
        return office_of(ctx, title, _without_head_of_title(ctx, title, agency))
    if title.end >= limit:
        return None
    return (
        state_body(ctx, title.end)
        or own_committee(ctx, title)
        or own_short_name(ctx, title, limit)
        or named_before(ctx, title, start)
    )


def _without_field(title: Mention, agency: Mention | None) -> Mention:
    """Return a post without a "phụ trách" that a field follows: "Phó Chủ tịch phụ trách kinh tế UBND huyện"."""
    if not title.value.endswith(" phụ trách") or agency is None or agency.start <= title.end:
        return title
    return Mention("TITLE", title.start, title.end, title.value.removesuffix(" phụ trách"), title.rule)


def _without_head_of_title(ctx: Context, title: Mention, agency: Mention) -> Mention:
    """Return the agency behind a post whose last word is taken for a unit: Sở Tư pháp in "Trưởng phòng Sở Tư pháp"."""
    follows = ctx.reading.norms[title.end] if title.end < agency.end else ""
    of_office = agency.value.startswith("Văn phòng")
    if agency.start != title.end - 1 or of_office or follows not in ("sở", "cục", "ubnd") or agency.rule != "grammar":
        return agency
    value = agency.value.split(" ", 1)[1]
    parts = {**agency.parts, "name": agency.parts["name"].split(" ", 1)[1], "head": value.split(" ", 1)[0]}
    return Mention("AGENCY", title.end, agency.end, value, agency.rule, parts)


def _board_of_body(ctx: Context, title: Mention, limit: int) -> Mention | None:
    """Return the board of a body that a post is at: "Trưởng ban Kiểm tra Hội CCB thành phố", "… Phong trào Tỉnh đoàn".

    The board's own name is two to five words without a mark, which no table need list; the body's name follows them.
    """
    reading = ctx.reading
    begin = title.end - 1
    if reading.norms[begin] != "ban" or title.end >= limit or not reading.upper[title.end]:
        return None
    body = next((m for m in reading.of("AGENCY", title.end + 2, min(title.end + 8, limit)) if m.start > begin), None)
    if body is None or not body.parts["head"].startswith(_BODIES_WITH_BOARDS) or not reading.upper[body.start]:
        return None
    words = range(title.end, body.start)
    if any(not reading.norms[k].isalpha() and not _joins_words(ctx, k) for k in words):
        return None
    end = body.start - 1 if reading.norms[body.start - 1] == "của" else body.end
    own = one_line(reading.text(title.end, min(end, body.start)))
    value = f"Ban {own} {body.value}" if end == body.end else f"Ban {own}"
    return Mention("AGENCY", begin, end, value, "board", {"name": value, "policy": "keep", "head": "Ban"})


def _joins_words(ctx: Context, i: int) -> bool:
    """Whether a mark stands inside the name of a board: "Ban Phong trào Thi đua, khen thưởng"."""
    norms = ctx.reading.norms
    return norms[i] in ("-", "&") or norms[i] == "," and norms[i - 1] == "đua" and norms[i + 1 : i + 2] == ["khen"]


def _governing(posts: Posts) -> tuple[Mention | None, Mention | None]:
    """Return the post that made the person attend: not a party post, not a seat on a council, if there is another."""
    if not posts:
        return None, None
    others = [p for p in posts if p[1] is None or p[1].rule != "head"]  # not "Bí thư Đảng ủy" beside another
    own = [p for p in others if not (p[1] and p[1].value.startswith(SIDE_BODIES))] or others or posts
    with_agency = [p for p in own if p[1] is not None] or own
    governing = [p for p in with_agency if p[0].value not in _PARTY_POSTS]
    return (governing or with_agency)[0]


def people_facts(ctx: Context, named: list[Named]) -> list[Person]:
    """Return one record for each person with a post; a person named twice is one, with both places as evidence."""
    groups: dict[str, list[Named]] = {}
    for n in named:
        known = n.agency is not None or n.person.rule == "honorific"
        if n.title is not None and (known or n.title.value in _OF_NO_AGENCY):
            groups.setdefault(n.person.value.lower(), []).append(n)
    return [_person(ctx, group) for group in groups.values()]


def _person(ctx: Context, group: list[Named]) -> Person:
    best = next((n for n in group if n.agency), group[0])
    evidence: list[list[Evidence]] = []
    for n in group:
        own = [ctx.evidence_of("name", n.person)]
        if n.title:
            own += [ctx.evidence_of("title", n.title), ctx.evidence_of("trigger", n.title)]
        if n.agency:
            own.append(ctx.evidence_of("agency", n.agency))
        if n is best:
            evidence.insert(0, own)
        else:
            evidence.append(own[:1])
    return Person(
        name=_cased(best.person.value),
        title=best.title.value if best.title else None,
        agency=ctx.agency_name(best.agency) if best.agency else None,
        rule=best.rule,
        evidence=merge_evidence(evidence),
    )


def _cased(name: str) -> str:
    """Return a name written all in capitals with capitals only at its syllables' heads."""
    return " ".join(w.capitalize() for w in name.split()) if name.isupper() else name
