"""Names of agencies that no table and no grammar knows, which stand where a post in a bloc has its holder.

"Khối bầu Thủy điện Sông Hinh làm Khối trưởng", "Phó khối: Lữ hành Hương Sen", "ông X, Giám đốc Cảng hàng không Côn
Đảo, Cụm trưởng": what stands between the words that lead to a holder and those of the post is the holder's name. Found
so once, the name is known in the rest of the report.
"""

from __future__ import annotations

import re

from pipeline.frames.context import Context
from pipeline.mentions.places import locality_at
from pipeline.reading import Mention, Sentence
from pipeline.text import one_line

_LEAD = frozenset(
    "do bầu cử chọn để tôn nhất trí nhiệm giao công cho , ; : và là ( thiệu vậy qua đó kết quả năm".split()
)
"""Last words of what leads to the holder before a post: do, bầu, suy tôn, thống nhất, tín nhiệm, phân công …"""
_HOLDS = (
    ("làm",),
    ("giữ",),
    ("giữ", "chức"),
    ("giữ", "vai", "trò"),
    ("giữ", "nhiệm", "vụ"),
    ("giữ", "cương", "vị"),
    ("giữ", "vị", "trí"),
    ("giữ", "vai"),
    ("đảm", "nhận"),
    ("đảm", "nhiệm"),
    ("đảm", "nhận", "vai", "trò"),
    ("đảm", "nhiệm", "vai", "trò"),
    ("đảm", "nhận", "nhiệm", "vụ"),
)
"""Verbs between a holder and the post."""
_LINKS = frozenset(("là", ":"))
_BEFORE_LINK = frozenset("của khối cụm thi đua năm đơn vị mới này được bầu lần lượt số".split())
_UNIT = frozenset("đơn vị các hai 2 02 lần lượt".split())
"""What stands between a link and the holder's name."""
_CLOSES = frozenset((",", ";", ".", ")", "(", "và", "!"))
_BESIDE = frozenset(("-", "–", ",", "(", "kiêm", "là", "đơn", "vị", "hiện"))
"""What stands between a holder, told by its head's post, and the post in the bloc."""
_INSIDE = frozenset(("-", "–", "&"))
_NO_WORD = frozenset(
    "là làm được đã đang sẽ giữ do nhận đạt gồm tại ở với cho này đó trên để từ đến dự bầu cùng nhì xếp các cả "
    "mỗi nhiều vừa nay sau trước khi năm lần theo thì".split()
)
"""Words that are in no name of an agency."""
_KINDS = ("AGENCY", "PERSON", "ROLE", "AWARD", "BLOC", "DATE", "YEAR", "TITLE", "COUNT")
_ADVERBS = frozenset("đã lại cũng vừa vẫn đang sẽ tiếp tục".split())
_PASSIVE = 12
"""So many tokens at most of a passive: "được 9/9 đơn vị trong Khối tín nhiệm bầu"."""
_SYLLABLE = re.compile(r"(?:ngh?|[cgknpt]h|gi|qu|tr|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ch|n[gh]|[cmnpt])?")
_BRAND = 4
"""So many letters at least has a company's name in one word that is no syllable of Vietnamese: "Masan"."""
_LONGEST = 10
_FEWEST_CAPITALS = 2
_ACRONYM = 3
_PERSON_SIZES = (2, 3, 4)
_FAR = 8
_REACH = 25
"""So many tokens at most has a name that is known."""


def add_holder_names(ctx: Context) -> None:
    """Add to the agencies of a report those that only their place beside a post tells.

    >>> # "… thống nhất bầu Thủy điện Sông Hinh làm Khối trưởng": AGENCY "Thủy điện Sông Hinh"
    """
    reading = ctx.reading
    found: list[Mention] = []
    for _, sentence, roles in reading.told("ROLE"):
        for role in roles:
            spans = (_before(ctx, sentence, role), _after_title(ctx, sentence, role), *_after(ctx, sentence, role))
            for span in spans:
                if span and not any(m.overlaps(*span) for m in found):
                    found.append(_agency(ctx, *span))
    if found:
        kept = [a for a in reading.of("AGENCY") if not any(m.overlaps(a.start, a.end) for m in found)]
        reading.add("AGENCY", [*kept, *found])
        reading.add("AGENCY", [*reading.of("AGENCY"), *_named_again(ctx, found)])


def _before(ctx: Context, sentence: Sentence, role: Mention) -> tuple[int, int] | None:
    """Return the tokens of the name before a post and its verb: "bầu X làm Khối trưởng", "…, X giữ vai Phó khối"."""
    norms = ctx.reading.norms
    end = min((role.start - len(v) for v in _HOLDS if tuple(norms[role.start - len(v) : role.start]) == v), default=0)
    if end <= sentence.start:
        return None
    start = end = _before_passive(norms, sentence.start, end)
    while start > sentence.start and end - start <= _LONGEST and norms[start - 1] not in _LEAD:
        start -= 1
    return (start, end) if _is_name(ctx, start, end) else None


def _before_passive(norms: list[str], start: int, end: int) -> int:
    """Return where the words end that a passive stands behind: "X | đã được các đơn vị tín nhiệm bầu | làm"."""
    near = range(end - 1, max(start, end - _PASSIVE), -1)
    by = next((k for k in near if norms[k] == "được" or norms[k] in _CLOSES or norms[k] == "-"), 0)
    if by <= start or norms[by] != "được":
        return end
    while by - 1 > start and norms[by - 1] in _ADVERBS:
        by -= 1
    return by


def _after(ctx: Context, sentence: Sentence, role: Mention) -> list[tuple[int, int]]:
    """Return the tokens of the names behind a post: "Khối trưởng năm 2024 là X", "Phó khối: X và Y"."""
    reading = ctx.reading
    i = role.end
    skipped = {k for kind in ("YEAR", "BLOC") for m in reading.of(kind, i, i + _FAR) for k in range(m.start, m.end)}
    while i < sentence.end and i - role.end <= _FAR and (i in skipped or reading.norms[i] in _BEFORE_LINK):
        i += 1
    if i >= sentence.end or reading.norms[i] not in _LINKS:
        return []
    spans = []
    while i < sentence.end and (reading.norms[i] in _LINKS or reading.norms[i] == "và"):
        i += 1
        while i < sentence.end and reading.norms[i] in _UNIT:
            i += 1
        stop = i
        while stop < sentence.end and stop - i <= _LONGEST and reading.norms[stop] not in _CLOSES:
            stop += 1
        closed = stop == sentence.end or reading.norms[stop] in _CLOSES
        if closed and _is_name(ctx, i, stop):
            spans.append((i, stop))
        known = reading.of("AGENCY", i, i + 1)
        i = max(stop, known[0].end) if known else stop
    return spans


def _after_title(ctx: Context, sentence: Sentence, role: Mention) -> tuple[int, int] | None:
    """Return the tokens of the name between a head's post and one in the bloc: "Giám đốc X, Khối trưởng"."""
    reading = ctx.reading
    end = role.start
    while end > sentence.start and reading.norms[end - 1] in _BESIDE:
        end -= 1
    titles = reading.of("TITLE", max(sentence.start, end - _LONGEST - 1), end)
    if end == role.start or not titles or not reading.of("PERSON", sentence.start, titles[-1].start):
        return None
    return (titles[-1].end, end) if _is_name(ctx, titles[-1].end, end) else None


def _is_name(ctx: Context, start: int, end: int) -> bool:
    """Whether tokens look like an agency's name and nothing else is known of them."""
    reading = ctx.reading
    if not 0 < end - start <= _LONGEST or not reading.upper[start] or _is_person_or_province(ctx, start, end):
        return False
    words = range(start, end)
    if any(reading.raw[k] in _NO_WORD or _denies(ctx, k) or not _is_word(reading.raw[k]) for k in words):
        return False
    near = max(0, start - _REACH)
    known = [m for kind in _KINDS for m in reading.of(kind, near, end) if m.overlaps(start, end)]
    if any((m.start, m.end) == (start, end) for m in known):
        return False  # "HADAFOOD", which the report has told to be a company's short name
    if any(not (m.end == end if m.rule == "alias" else m.start == start and _goes_on(ctx, m, end)) for m in known):
        return False
    capitals = [k for k in words if reading.upper[k]]
    if end - start == 1:
        return reading.raw[start].isupper() and len(reading.raw[start]) >= _ACRONYM or _is_brand(reading.raw[start])
    place = _place_from(ctx, start, end)
    return len(capitals) >= _FEWEST_CAPITALS and place > start and (reading.upper[place - 1] or place < end)


def _is_brand(word: str) -> bool:
    """Whether a word is a name that is no syllable of Vietnamese: "Thaco", "Vinamilk"; not "Thanh"."""
    return len(word) >= _BRAND and word.isascii() and word.istitle() and not _SYLLABLE.fullmatch(word.lower())


def _goes_on(ctx: Context, mention: Mention, last: int) -> bool:
    """Whether the name of a known agency goes on behind it: "Công ty cổ phần" + "mía đường", "Hội A" + "và B"."""
    reading, end = ctx.reading, mention.end
    if mention.kind != "AGENCY" or end >= last or {"unit", "place", "owner"} & mention.parts.keys():
        return False
    joined = reading.norms[end : end + 1] == ["và"] and mention.rule == "lexicon"
    return joined or mention.rule == "grammar" and not reading.upper[end] and reading.raw[end].isalpha()


def _denies(ctx: Context, k: int) -> bool:
    """Whether a token is "không" by itself, and not of "hàng không", "phòng không"."""
    norms = ctx.reading.norms
    return norms[k] == "không" and norms[k - 1] not in ("hàng", "phòng", "-")


def _is_word(word: str) -> bool:
    return word.isalpha() or word in _INSIDE or word.isdigit() and len(word) < _ACRONYM


def _is_person_or_province(ctx: Context, start: int, end: int) -> bool:
    """Whether tokens may be a person's name or a province, or begin with words before a person: "ông An"."""
    norms, upper = ctx.reading.norms, ctx.reading.upper
    province = ctx.lexicon.provinces.match(norms, start)
    if ctx.lexicon.people.match(norms, start) or province and province[0] >= end:
        return True
    return norms[start] in ctx.lexicon.surnames and end - start in _PERSON_SIZES and all(upper[start:end])


def _place_from(ctx: Context, start: int, end: int) -> int:
    """Return where the locality at the end of a name begins, or its end: "Hội Trầm hương" + "tỉnh Khánh Hòa"."""
    reading, lexicon = ctx.reading, ctx.lexicon
    return next((k for k in range(start + 1, end) if locality_at(reading, lexicon, k, end, bare=False)), end)


def _agency(ctx: Context, start: int, end: int) -> Mention:
    reading = ctx.reading
    stop = _place_from(ctx, start, end)
    name = one_line(reading.text(start, stop))
    place = locality_at(reading, ctx.lexicon, stop, end) if stop < end else None
    parts = {"name": name, "policy": "drop" if place else "none", "head": name.split()[0]}
    if place and place.unit:
        parts |= {"unit": place.unit} | ({"place": place.name} if place.name else {})
    return Mention("AGENCY", start, end, name, "holder-slot", parts)


def _named_again(ctx: Context, found: list[Mention]) -> list[Mention]:
    """Return the further mentions of names that were found."""
    reading = ctx.reading
    taken = {k for kind in ("AGENCY", "BLOC", "PERSON") for m in reading.of(kind) for k in range(m.start, m.end)}
    more = []
    for known in found:
        words = reading.norms[known.start : known.end]
        for i in reading.positions.get(words[0], ()):
            span = range(i, i + len(words))
            if reading.norms[i : i + len(words)] == words and reading.upper[i] and taken.isdisjoint(span):
                more.append(Mention("AGENCY", i, span.stop, known.value, "alias", dict(known.parts)))
                taken.update(span)
    return more
