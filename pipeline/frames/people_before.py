"""Posts that stand before the person who holds them: "Giám đốc Sở Y tế Lê Thị Hương", "Phó Chủ tịch UBND xã, ông B"."""

from __future__ import annotations

from pipeline.frames.context import Context
from pipeline.frames.people_agencies import named_before, office_of, sent_by, state_body
from pipeline.mentions.agency_places import NO_MINISTRY
from pipeline.reading import Mention

Posts = list[tuple[Mention, Mention | None]]
"""Posts with their agencies, in text order."""

SIDE_BODIES = ("Hội đồng Thi đua", "Hội đồng TĐ", "Ban Tổ chức hội", "Ban Chỉ đạo")
"""What the bodies begin with on which those sit who attend for another post."""
_OF_THE_STATE = ("Chủ tịch nước", "Phó Chủ tịch nước", "Bộ trưởng", "Thứ trưởng", "Thứ trưởng Thường trực")
"""Posts at no agency, or at one that goes without saying."""
_PLACES = frozenset("tỉnh huyện xã phường quận".split())
_MARKS = frozenset((",", "-", ":", "."))
_BEFORE_ROLE = frozenset((",", "-", "kiêm"))
_ASIDE_AT_MOST = 10
"""Tokens that a bracket between a post and its holder has at most: "Vụ trưởng Vụ A (Bộ Tư pháp) Cao B"."""
_MEMBERSHIP_AT_MOST = 9
_HEAD_AT_MOST = 3
"""Tokens of an agency that only its head names: "Giám đốc Sở", "Giám đốc công ty này"."""
_POINTS = frozenset(("này", "đó", "trên"))
_BEFORE_POST: tuple[list[str], ...] = ([], [","], ["-"], ["do"], ["có"], ["cử"], ["giao"], ["phân", "công"])
"""What may stand between an agency and the post of the one who comes from it: "Sở Y tế cử Phó Giám đốc A"."""


def post_before(ctx: Context, person: Mention, start: int) -> Posts:
    """Return the post that ends right before a person, with the ones joined to it; empty if there is none.

    Between the two may stand honorifics and marks, the role in a bloc, and a bracket: "Vụ trưởng Vụ A (Bộ Tư pháp)
    Cao B", "Chủ tịch Hội C, Khối trưởng Đinh D", "Chủ tịch UBND xã E - Cụm trưởng - ông G".
    """
    reading = ctx.reading
    at = _end_of_post(ctx, person, start)
    if at is None:
        return []
    title = next((m for m in reading.of("TITLE", start, at) if m.end == at), None)
    agency = next((m for m in reversed(reading.of("AGENCY", start, at)) if m.end == at), None)
    agency = agency or state_body(ctx, at - 2) or (state_body(ctx, at - 3) if at > 2 else None)
    if agency and agency.end != at:
        agency = None
    if agency:
        return _post_at(ctx, agency, start)
    if title:
        before = [
            m
            for m in reading.of("AGENCY", start, title.start)
            if title.start - m.end <= 2 and reading.norms[m.end : title.start] in _BEFORE_POST
        ]
        before = [(sent_by(ctx, m) or m) if reading.norms[m.end] == "do" else m for m in before]
        behind = before or unit_in_brackets(ctx, person)
        behind = behind or ministry_told(ctx, title)
        return [(title, behind[-1] if behind else None)] if behind or title.value in _OF_THE_STATE else []
    return _post_at_head(ctx, at, start) or _post_behind_making(ctx, person, start)


def is_honorific(ctx: Context, i: int) -> bool:
    """Whether token `i` belongs to an honorific, a rank or a degree, which stand before names."""
    reading = ctx.reading
    for k in range(max(0, i - 3), i + 1):
        found = ctx.lexicon.people.match(reading.norms, k)
        if found and i < found[0] and found[1] in ("honorific", "rank", "degree"):
            return True
    return False


def _end_of_post(ctx: Context, person: Mention, start: int) -> int | None:
    """Return where a post may end that belongs to the person; None where a comma parts the person from it."""
    reading = ctx.reading
    ends = {m.end for m in reading.of("AGENCY", start, person.start)}
    at, parted = _before_address(ctx, person.start, start, ends)
    if reading.norms[at - 1 : at] == ["là"] and at < person.start and is_honorific(ctx, at):
        at -= 1  # "Chủ tịch UBND xã Vô Tranh là bà Đàm Thị Ngát"
    role = _role_before(ctx, at, start)
    if role is not None:
        at, parted = role, False
        at, _ = _before_address(ctx, at, start, ends)
    elif parted:
        return None
    return _before_bracket(ctx, _before_membership(ctx, at, start), start)


def _before_address(ctx: Context, at: int, start: int, ends: set[int]) -> tuple[int, bool]:
    """Return where honorifics and marks before token `at` begin, and whether a comma parts them from the name."""
    reading, parted = ctx.reading, False
    while at > start and at not in ends and (reading.norms[at - 1] in _MARKS or is_honorific(ctx, at - 1)):
        at -= 1
        if reading.norms[at] == "," and not is_honorific(ctx, at + 1):
            parted = True
    return at, parted


def _role_before(ctx: Context, at: int, start: int) -> int | None:
    """Return where the role in a bloc begins that ends at token `at`, in brackets or not, with the word that joins it.

    "Chủ tịch Hội Khuyến học tỉnh, Khối trưởng [Khối thi đua số 2] Huỳnh Thị Minh Châu", "… (Cụm phó) Lê A".
    """
    reading = ctx.reading
    bracket = reading.norms[at - 1 : at] == [")"]
    stop = at - bracket
    bloc = next((b for b in reading.of("BLOC", start, stop) if b.end == stop), None)
    role = next((r for r in reading.of("ROLE", start, stop) if r.end == (bloc.start if bloc else stop)), None)
    if role is None:
        return None
    if bracket:
        return role.start - 1 if reading.norms[role.start - 1] == "(" else None
    return role.start - 1 if reading.norms[role.start - 1] in _BEFORE_ROLE else role.start


def _before_membership(ctx: Context, at: int, start: int) -> int:
    """Return where a party's or an assembly's membership begins that a mark parts from the post before it, or `at`.

    "Bí thư Tỉnh ủy, Trưởng đoàn đại biểu Quốc hội tỉnh Đinh Văn A", "Phó Chủ tịch UBND tỉnh, Tỉnh ủy viên Lê B".
    """
    reading = ctx.reading
    for k in range(max(start + 1, at - _MEMBERSHIP_AT_MOST), at):
        party = ctx.lexicon.people.match(reading.norms, k)
        if party and party[1] == "party" and reading.norms[k - 1] in (",", "-"):
            rest = reading.norms[party[0] : at]
            return k - 1 if rest in ([], ["tỉnh"], ["thành", "phố"]) else at
    return at


def _before_bracket(ctx: Context, at: int, start: int) -> int:
    """Return where a bracket opens that closes at token `at` and names nobody: "Vụ trưởng Vụ A (Bộ Tư pháp) Cao B"."""
    reading = ctx.reading
    if reading.norms[at - 2 : at - 1] == [")"] and reading.norms[at - 1] in _PLACES:
        at -= 1  # "Phó Giám đốc Sở Giáo dục và Đào tạo (GD&ĐT) tỉnh Lê A"
    if reading.norms[at - 1 : at] != [")"]:
        return at
    first = max(start, at - _ASIDE_AT_MOST)
    opens = next((k for k in range(at - 2, first, -1) if reading.norms[k] == "("), None)
    return at if opens is None or reading.of("PERSON", opens, at) or reading.of("TITLE", opens, at) else opens


def _post_at(ctx: Context, agency: Mention, start: int) -> Posts:
    """Return the post at an agency that it stands before."""
    titles = [
        m
        for m in ctx.reading.of("TITLE", start, agency.end)
        if m.start < agency.start and m.end >= agency.start - 1 and m.end <= max(agency.start + 2, agency.end - 1)
    ]
    if not titles:
        titles = _title_of_inner_unit(ctx, agency, start)
    if titles and agency.value.startswith((*SIDE_BODIES, "Ban Thi đua")):
        return [*_post_joined_before(ctx, titles[-1], start), (titles[-1], agency)]
    return [(titles[-1], office_of(ctx, titles[-1], agency))] if titles else []


def _post_at_head(ctx: Context, at: int, start: int) -> Posts:
    """Return the post at an agency that only its head names: "Giám đốc Sở Lê Thị Hương", "Phó Chủ tịch Hội, ông B"."""
    reading = ctx.reading
    title = next((t for t in reversed(reading.of("TITLE", max(start, at - 12), at)) if t.end < at), None)
    if title is None:
        return []
    stop = at - 1 if reading.norms[at - 1] in _POINTS else at
    words = reading.norms[title.end : stop]
    if not 0 < len(words) <= _HEAD_AT_MOST or not all(map(str.isalpha, words)):
        return []
    head = ctx.lexicon.heads.match(reading.norms, title.end)
    if head is None or head[0] != stop:
        return []
    agency = named_before(ctx, title, start)
    return [(title, agency)] if agency else []


def _post_joined_before(ctx: Context, title: Mention, start: int) -> Posts:
    """Return the post set before one on a council: "Thứ trưởng Bộ Nội vụ, Phó Chủ tịch Hội đồng Thi đua … X"."""
    reading = ctx.reading
    if reading.norms[title.start - 1] not in (",", "-", "kiêm"):
        return []
    of_state = next((t for t in reading.of("TITLE", start, title.start) if t.end == title.start - 1), None)
    if of_state and of_state.value in _OF_THE_STATE:  # "Phó Chủ tịch nước, Phó Chủ tịch thứ nhất Hội đồng … X"
        return [(of_state, None)]
    agency = next((m for m in reading.of("AGENCY", start, title.start) if m.end == title.start - 1), None)
    own = next((t for t in reading.of("TITLE", start, title.start) if agency and t.end == agency.start), None)
    return [(own, agency)] if own else []


def _post_behind_making(ctx: Context, person: Mention, start: int) -> Posts:
    """Return the post of the head of a unit named before: "Hội Khuyến học tỉnh do ông X làm Chủ tịch"."""
    reading = ctx.reading
    title = next(iter(reading.of("TITLE", person.end + 1, person.end + 2)), None)
    if title is None or reading.norms[person.end] != "làm":
        return []
    at = person.start
    while at > start and is_honorific(ctx, at - 1):
        at -= 1
    agency = next((m for m in reading.of("AGENCY", start, at) if m.end == at - 1), None)
    if agency and reading.norms[at - 1] == "do" and not reading.of("AGENCY", title.start, title.end + 1):
        return [(title, agency)]
    return []


def unit_in_brackets(ctx: Context, person: Mention) -> list[Mention]:
    """Return the agency in brackets behind a person with the post before: "Kiểm sát viên Lê Thị Mai (VKSND tỉnh)"."""
    norms, at = ctx.reading.norms, person.end + 1
    agencies = ctx.reading.of("AGENCY", at, at + 1) if norms[person.end : at] == ["("] else []
    return [a for a in agencies if norms[a.end : a.end + 1] in ([")"], [","])]


def ministry_told(ctx: Context, title: Mention) -> list[Mention]:
    """Return the only ministry of a report, which is that of a minister or a deputy: "Thứ trưởng Lê A"."""
    if not title.value.startswith(("Bộ trưởng", "Thứ trưởng")):
        return []
    told = [a for a in ctx.reading.of("AGENCY") if a.parts["head"] == "Bộ" and not a.parts.get("unit")]
    told = [a for a in told if not a.value.startswith(NO_MINISTRY)]
    return told[:1] if len({a.value for a in told}) == 1 else []


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
