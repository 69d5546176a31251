"""Frame: persons named with a post."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.frames.context import Context, merge_evidence
from pipeline.reading import Mention
from pipeline.record import Evidence, Person
from pipeline.text import one_line

_LINKS = frozenset(", - ( . hiện là nguyên kiêm phụ trách của và :".split())
_PARTY_POSTS = ("Bí thư", "Phó Bí thư", "Phó Bí thư Thường trực")
_ADDRESSED = frozenset(("đồng chí", "đ/c", "đ.c", "ông", "bà", "anh", "chị"))
"""Honorifics that after a comma open the next person: "A, Giám đốc Sở Y tế, đồng chí Phó Chủ tịch huyện B"."""

_SEVERAL = frozenset("các hai ba bốn".split())
_BETWEEN_NAMES = frozenset(", ; : và . cùng".split())
_BARE_HEADS = frozenset(
    "sở hội cục phòng ban trường đài công liên nhà kho bảo chi viện bệnh trung tổng tập ngân".split()
)
"""First syllables of what a post is at where the agency was named before: "Phó Chủ tịch Hội", "Giám đốc Bệnh viện"."""

_BODIES_WITH_BOARDS = ("Hội", "Liên", "Tỉnh đoàn", "Tỉnh", "Thành đoàn", "Công đoàn", "Tổng", "Tập", "LĐLĐ", "Cục")
"""What the bodies begin with whose boards are named before them: "Ban Tổ chức Hội Liên hiệp Phụ nữ"."""

_SIDE_BODIES = ("Hội đồng Thi đua", "Ban Tổ chức hội", "Ban Chỉ đạo")
_OF_A_UNIT = frozenset("của phụ trách - tổ bộ môn chuyên khoa".split())
"""Words of the part of an agency that a post is for: "Tổ trưởng Tổ Toán Trường THCS A"."""


@dataclass(slots=True)
class Named:
    """A person, the post and the agency that go with the name, and where the words end."""

    person: Mention
    title: Mention | None
    agency: Mention | None
    posts: list[tuple[Mention, Mention | None]]
    end: int
    rule: str


def find_named(ctx: Context) -> list[Named]:
    """Return the persons of the report with their posts.

    1. "Lê Thị Hương, Giám đốc Sở Y tế": the posts follow the name;
    2. "Giám đốc Sở Y tế Lê Thị Hương": one post stands before it.
    """
    reading = ctx.reading
    found: list[Named] = []
    for sentence in reading.sentences:
        people = reading.of("PERSON", sentence.start, sentence.end)
        if sentence.field == "author":
            continue
        for n, person in enumerate(people):
            limit = people[n + 1].start if n + 1 < len(people) else sentence.end
            posts, end = _posts_after(ctx, person.end, limit, sentence.start)
            if posts and end == limit and n + 1 < len(people):
                posts = posts[:-1]  # "… Kiều Oanh - Cụm trưởng và Chủ tịch xã B Phùng Định": the next one's post
                end = posts[-1][1].end if posts and posts[-1][1] else person.end
            rule = "person-then-post"
            if not posts:
                posts, rule = _post_before(ctx, person, sentence.start), "post-then-person"
            if not posts and n and found and found[-1].person is people[n - 1]:
                posts, rule = _post_of_list(ctx, found[-1], person, sentence.start), "post-then-person"
            title, agency = _governing(posts)
            found.append(Named(person, title, agency, posts, end, rule))
    return found


def _post_of_list(ctx: Context, before: Named, person: Mention, start: int) -> list[tuple[Mention, Mention | None]]:
    """Return the post that several share: "các đồng chí Phó Chủ tịch UBND huyện: Nguyễn A, Phạm B"."""
    reading = ctx.reading
    if before.rule != "post-then-person" or not before.title:
        return []
    between = range(before.person.end, person.start)
    if not between or any(reading.norms[k] not in _BETWEEN_NAMES and not _is_honorific(ctx, k) for k in between):
        return []
    opens = reading.norms[max(start, before.title.start - 3) : before.title.start]
    return [] if _SEVERAL.isdisjoint(opens) else before.posts


def _posts_after(ctx: Context, i: int, limit: int, start: int) -> tuple[list[tuple[Mention, Mention | None]], int]:
    reading = ctx.reading
    posts: list[tuple[Mention, Mention | None]] = []
    end = i
    if reading.norms[i : i + 1] == ["và"]:  # "Vụ trưởng Vụ A Phạm Thế Vinh và Chánh án các Tòa án"
        return posts, end
    while i < limit:
        title = next(iter(reading.of("TITLE", i, min(i + 1, limit))), None)
        if title:
            agency = _agency_of(ctx, title, limit, start)
            if _is_of_next(ctx, title, agency, limit):
                break
            posts.append((title, agency))
            i = end = max(title.end, agency.end if agency and agency.start >= title.start else title.end)
            continue
        role = next(iter(reading.of("ROLE", i, min(i + 1, limit))), None)
        if role:
            i = role.end
            continue
        party = ctx.lexicon.people.match(reading.norms, i)
        if party and party[1] == "party":
            i = party[0]
            while i < limit and reading.norms[i] not in (",", "-", ";", ")"):  # "… Đảng bộ tỉnh"
                if reading.of("TITLE", i, i + 1):
                    break
                i += 1
            continue
        agency = next(iter(reading.of("AGENCY", i, i + 1)), None)
        if agency and posts and agency.rule != "unit":
            i = end = agency.end  # "Trưởng phòng Nghiệp vụ, Ban Thi đua - Khen thưởng tỉnh"
            continue
        bare = ctx.lexicon.heads.match(reading.norms, i) if posts and reading.upper[i] else None
        if bare:  # "Phó Bí thư Đảng ủy, Chủ tịch UBND xã A"
            i = bare[0]
            continue
        if reading.norms[i] in _LINKS or (posts and reading.norms[i] in ("đơn", "vị", "tỉnh", "huyện")):
            i += 1
            continue
        if party:
            addressed = " ".join(reading.norms[i : party[0]]) in _ADDRESSED
            if addressed and reading.norms[i - 1] in (",", ";", "và"):
                break
            i = party[0]
            continue
        break
    return _with_shared_agency(ctx, posts), end


def _with_shared_agency(
    ctx: Context, posts: list[tuple[Mention, Mention | None]]
) -> list[tuple[Mention, Mention | None]]:
    """Give a post joined to the next by "kiêm" that one's agency: "Phó Chỉ huy trưởng kiêm Tham mưu trưởng BĐBP"."""
    shared = list(posts)
    for n in range(len(posts) - 1):
        (title, agency), (following, its) = posts[n], posts[n + 1]
        if agency is None and its and ctx.reading.norms[title.end : following.start] == ["kiêm"]:
            shared[n] = (title, its)
    return shared


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
    board = _board_of_body(ctx, title, limit)
    if board:
        return board
    near = [m for m in reading.of("AGENCY", title.start, min(title.end + 5, limit)) if m.start >= title.end - 2]
    for agency in near:
        between = range(title.end, agency.start)
        if any(reading.norms[k] not in _OF_A_UNIT and not reading.upper[k] for k in between) or (
            between and len(between) > 1 and reading.norms[title.end] not in _OF_A_UNIT
        ):
            continue
        return _without_head_of_title(ctx, title, agency)
    if title.end >= limit:
        return None
    return _own_short_name(ctx, title, limit) or _named_before(ctx, title, start)


def _without_head_of_title(ctx: Context, title: Mention, agency: Mention) -> Mention:
    """Return the agency behind a post whose last word is taken for a unit: Sở Tư pháp in "Trưởng phòng Sở Tư pháp"."""
    follows = ctx.reading.norms[title.end] if title.end < agency.end else ""
    if agency.start != title.end - 1 or follows not in ("sở", "cục", "ubnd") or agency.rule != "grammar":
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
    body = next((m for m in reading.of("AGENCY", title.end + 2, min(title.end + 7, limit)) if m.start > begin), None)
    if body is None or not body.parts["head"].startswith(_BODIES_WITH_BOARDS) or not reading.upper[body.start]:
        return None
    words = range(title.end, body.start)
    if any(not reading.norms[k].isalpha() and reading.norms[k] not in ("-", "&") for k in words):
        return None
    end = body.start - 1 if reading.norms[body.start - 1] == "của" else body.end
    own = one_line(reading.text(title.end, min(end, body.start)))
    value = f"Ban {own} {body.value}" if end == body.end else f"Ban {own}"
    return Mention("AGENCY", begin, end, value, "board", {"name": value, "policy": "keep", "head": "Ban"})


def _own_short_name(ctx: Context, title: Mention, limit: int) -> Mention | None:
    """Return an agency that no table lists and that only its acronym names: "Chủ tịch HĐTV EVNCPC"."""
    word, end = ctx.reading.raw[title.end], title.end + 1
    after = ctx.reading.raw[end : end + 1]
    if len(word) < 4 or not (word.isalpha() and word.isupper()) or (end < limit and after and after[0].isupper()):
        return None
    if ctx.lexicon.people.match(ctx.reading.norms, title.end):
        return None
    parts = {"name": word, "policy": "keep", "head": word}
    return Mention("AGENCY", title.end, end, word, "alias", parts)


def _named_before(ctx: Context, title: Mention, start: int) -> Mention | None:
    """Return the agency that only its head names after a post: "Giám đốc Sở", "Phó Chủ tịch Hội".

    It is the last of its kind in the sentence, else the only one that the report names before.
    """
    reading = ctx.reading
    head = reading.norms[title.end]
    if head not in _BARE_HEADS:
        return None

    def of_kind(begin: int) -> list[Mention]:
        return [
            m
            for m in reading.of("AGENCY", begin, title.start)
            if m.parts["head"].lower().split()[:1] == [head] or (head == "nhà" and m.parts["head"] == "Trường")
        ]

    here = of_kind(start)
    if here:
        return here[-1]
    every = of_kind(0)
    if head in ("hội", "tập", "tổng", "bệnh") and len({m.parts["name"] for m in every}) == 1:
        return every[-1]
    return _host_school(ctx, title) or _host_of_visit(ctx, title, every)


def _host_of_visit(ctx: Context, title: Mention, every: list[Mention]) -> Mention | None:
    """Return the unit where the sentence before takes place: "… làm việc tại Sở A. Tiếp đoàn có X, Phó Giám đốc Sở"."""
    reading = ctx.reading
    n = reading.sentence_of(title.start)
    if n == 0 or reading.sentences[n - 1].line != reading.sentences[n].line:
        return None
    before = [m for m in every if m.start >= reading.sentences[n - 1].start]
    return before[-1] if before and reading.norms[before[-1].start - 1] in ("tại", "với") else None


def _host_school(ctx: Context, title: Mention) -> Mention | None:
    """Return the school that "nhà trường" stands for: the only one, or the host that opens the report.

    "Ngày 25/5, tại Trường THPT A … Thầy X, Hiệu trưởng nhà trường".
    """
    reading = ctx.reading
    if reading.norms[title.end : title.end + 2] != ["nhà", "trường"]:
        return None
    schools = [m for m in reading.of("AGENCY", 0, title.start) if m.parts["head"].startswith("Trường")]
    if len({m.value for m in schools}) == 1:
        return schools[-1]
    opening = [s for s in reading.sentences if s.field in ("lead", "body")][:2]
    hosts = [m for m in schools if opening and opening[0].start <= m.start < opening[-1].end]
    return hosts[0] if hosts else None


def _post_before(ctx: Context, person: Mention, start: int) -> list[tuple[Mention, Mention | None]]:
    reading = ctx.reading
    at = person.start
    bloc = next((b for b in reading.of("BLOC", start, at) if b.end == at), None)
    role = next((r for r in reading.of("ROLE", start, at) if r.end == (bloc.start if bloc else at)), None)
    if role:  # "Chủ tịch Hội Khuyến học tỉnh, Khối trưởng [Khối thi đua số 2] Huỳnh Thị Minh Châu"
        at = role.start - 1 if reading.norms[role.start - 1] in (",", "-") else role.start
    ends = {m.end for m in reading.of("AGENCY", start, at)}
    while (
        at > start and at not in ends and (reading.norms[at - 1] in ("-", ":", ",", ".") or _is_honorific(ctx, at - 1))
    ):
        at -= 1
        if reading.norms[at] == "," and not _is_honorific(ctx, at + 1):
            return []
    title = next((m for m in reading.of("TITLE", start, at) if m.end == at), None)
    agency = next((m for m in reversed(reading.of("AGENCY", start, at)) if m.end == at), None)
    if agency:
        titles = [
            m
            for m in reading.of("TITLE", start, agency.end)
            if m.start < agency.start and m.end >= agency.start - 1 and m.end <= agency.start + 2
        ]
        if not titles:
            titles = _title_of_inner_unit(ctx, agency, start)
        if titles and agency.value.startswith(_SIDE_BODIES):
            return [*_post_joined_before(ctx, titles[-1], start), (titles[-1], agency)]
        return [(titles[-1], agency)] if titles else []
    if title:
        before = [
            m
            for m in reading.of("AGENCY", start, title.start)
            if title.start - m.end <= 2 and reading.norms[m.end : title.start] in ([], [","], ["-"], ["do"], ["có"])
        ]
        behind = before or _unit_in_brackets(ctx, person)
        return [(title, behind[-1])] if behind else []
    return _post_behind_making(ctx, person, start)


def _post_joined_before(ctx: Context, title: Mention, start: int) -> list[tuple[Mention, Mention | None]]:
    """Return the post set before one on a council: "Thứ trưởng Bộ Nội vụ, Phó Chủ tịch Hội đồng Thi đua … X"."""
    reading = ctx.reading
    if reading.norms[title.start - 1] not in (",", "-", "kiêm"):
        return []
    agency = next((m for m in reading.of("AGENCY", start, title.start) if m.end == title.start - 1), None)
    own = next((t for t in reading.of("TITLE", start, title.start) if agency and t.end == agency.start), None)
    return [(own, agency)] if own else []


def _post_behind_making(ctx: Context, person: Mention, start: int) -> list[tuple[Mention, Mention | None]]:
    """Return the post of the head of a unit named before: "Hội Khuyến học tỉnh do ông X làm Chủ tịch"."""
    reading = ctx.reading
    title = next(iter(reading.of("TITLE", person.end + 1, person.end + 2)), None)
    if title is None or reading.norms[person.end] != "làm":
        return []
    at = person.start
    while at > start and _is_honorific(ctx, at - 1):
        at -= 1
    agency = next((m for m in reading.of("AGENCY", start, at) if m.end == at - 1), None)
    if agency and reading.norms[at - 1] == "do" and not reading.of("AGENCY", title.start, title.end + 1):
        return [(title, agency)]
    return []


def _unit_in_brackets(ctx: Context, person: Mention) -> list[Mention]:
    """Return the agency in brackets behind a person with the post before: "Kiểm sát viên Lê Thị Mai (VKSND tỉnh)"."""
    norms, at = ctx.reading.norms, person.end + 1
    agencies = ctx.reading.of("AGENCY", at, at + 1) if norms[person.end : at] == ["("] else []
    return [a for a in agencies if norms[a.end : a.end + 1] in ([")"], [","])]


def _title_of_inner_unit(ctx: Context, agency: Mention, start: int) -> list[Mention]:
    """Return the post for an unknown unit inside an agency: "Trưởng phòng Nghiệp vụ, Sở Nội vụ Huỳnh Thị Bảo Trâm"."""
    reading = ctx.reading
    if reading.norms[agency.start - 1] not in (",", "-"):
        return []
    titles = reading.of("TITLE", max(start, agency.start - 10), agency.start - 1)
    if not titles or not titles[-1].value.endswith(("phòng", "ban", "Khoa", "khoa", "Đội trưởng", "Tổ trưởng")):
        return []
    between = range(titles[-1].end, agency.start - 1)
    free = not reading.of("PERSON", titles[-1].end, agency.start)
    return titles[-1:] if free and not any(reading.norms[k] in (",", ";", ".") for k in between) else []


def _is_honorific(ctx: Context, i: int) -> bool:
    reading = ctx.reading
    for k in range(max(0, i - 3), i + 1):
        found = ctx.lexicon.people.match(reading.norms, k)
        if found and found[0] == i + 1 and found[1] in ("honorific", "rank", "degree"):
            return True
        if found and k <= i < found[0] and found[1] in ("honorific", "rank", "degree"):
            return True
    return False


def _governing(posts: list[tuple[Mention, Mention | None]]) -> tuple[Mention | None, Mention | None]:
    """Return the post that made the person attend: not a party post, not a seat on a council, if there is another."""
    if not posts:
        return None, None
    with_agency = [p for p in posts if p[1] is not None] or posts
    governing = [
        p for p in with_agency if p[0].value not in _PARTY_POSTS and not (p[1] and p[1].value.startswith(_SIDE_BODIES))
    ]
    return (governing or with_agency)[0]


def people_facts(ctx: Context, named: list[Named]) -> list[Person]:
    """Return one record for each person with a post; a person named twice is one, with both places as evidence."""
    groups: dict[str, list[Named]] = {}
    for n in named:
        if n.title is not None and (n.agency is not None or n.person.rule == "honorific"):
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
