"""A post that opens its clause, with its holder behind a comma: "Thay mặt Trưởng khối, lãnh đạo Sở A, …"."""

from __future__ import annotations

from pipeline.frames.context import Context

LEADS_UNIT = ("đại diện", "đại diện lãnh đạo", "lãnh đạo", "đồng chí", "đơn vị")
"""Words before a unit whose head speaks: "lãnh đạo Sở A"."""
_GOES_ON_LISTING = frozenset(
    "các đại lãnh đồng ông bà cùng cán sở phòng ban xã phường huyện hội và công trường".split()
)
"""Words behind a comma that go on with a list of those present."""
_FAR = 12
"""So many tokens at most of a post's words before a token."""


def stands_for(ctx: Context, end: int) -> bool:
    """Whether a clause opens with who speaks for the post that ends at a token: "Thay mặt đơn vị Trưởng khối, …"."""
    role = next(iter(ctx.reading.of("ROLE", max(0, end - _FAR), end)[-1:]), None)
    if role is None:
        return False
    norms, at = ctx.reading.norms, role.start
    while at > 1 and norms[at - 1] in ("đơn", "vị", "cho"):
        at -= 1
    opens = at < 3 or norms[at - 3] in (",", ".", ";") or ctx.reading.sentence_of(at - 3) < ctx.reading.sentence_of(at)
    return opens and norms[at - 2 : at] in (["thay", "mặt"], ["đại", "diện"])


def is_set_off(ctx: Context, end: int, comma: int) -> bool:
    """Whether a role opens a clause and one unit stands behind it between commas: "…; Phó cụm, Lữ đoàn B, chủ trì"."""
    reading = ctx.reading
    sentence = reading.sentences[reading.sentence_of(end - 1)]
    role = reading.of("ROLE", sentence.start, end)[-1]
    if role.start != sentence.start and reading.norms[role.start - 1] not in (";", ":"):
        return False
    agency = next((a for a in reading.of("AGENCY", comma + 1, comma + 2)), None)
    if agency is None or reading.norms[agency.end : agency.end + 1] != [","]:
        return False
    after = agency.end + 1
    return after < sentence.end and not reading.upper[after] and reading.norms[after] not in _GOES_ON_LISTING


def names_person(ctx: Context, end: int) -> bool:
    """Whether a role opens its sentence and a post, a unit and a person's name follow."""
    reading = ctx.reading
    sentence = reading.sentences[reading.sentence_of(end - 1)]
    title = next(iter(reading.of("TITLE", end, min(end + 5, sentence.end))), None)
    if title is None or not reading.of("ROLE", sentence.start, sentence.start + 5):
        return False
    agency = next((a for a in reading.of("AGENCY", title.end - 2, title.end + 3)), None)
    return agency is not None and bool(reading.of("PERSON", agency.end, agency.end + 3))


def has_subject(ctx: Context, end: int) -> bool:
    """Whether a unit before a role in its clause is its subject: "A cầm lái với tư cách Trưởng khối, B …"."""
    norms = ctx.reading.norms
    start = ctx.reading.sentences[ctx.reading.sentence_of(end - 1)].start
    cut = next((k + 1 for k in range(end - 1, start - 1, -1) if norms[k] in (",", ";")), start)
    return bool(ctx.reading.of("AGENCY", cut, end)) or norms[cut] in ("mỗi", "từng", "các")
