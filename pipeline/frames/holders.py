"""What leaders and awards share: how far a mention is from the word that asks for it, and lists of agencies."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pipeline.frames.context import Context
from pipeline.lexicon import Phrases
from pipeline.reading import Mention

SEPARATORS = frozenset((",", ";", "và", "-", "&", "+", ".", "cùng", "*", "•"))
BEFORE_NAME = frozenset(("honorific", "rank", "degree"))
"""Kinds of words that stand before a person's name."""
_HOUSE = 6
_PARTED = frozenset("( ) , ; và".split())
_MARKS = frozenset(", ; : - ( ) \" ' . + * • & và … |".split())


@dataclass(slots=True, init=False)
class Gap:
    """The light words and marks between two mentions."""

    words: list[str]

    def __init__(self, words: list[str] | None = None) -> None:
        self.words = [] if words is None else words

    def any(self, *words: str) -> bool:
        """Whether one of the words stands in the gap."""
        for word in self.words:  # noqa: SIM110 - asked often, of few words
            if word in words:
                return True
        return False

    def starts(self, prefix: str) -> bool:
        """Whether a word or phrase in the gap begins with the given word: "được" in "được hội nghị bầu"."""
        return any(w == prefix or w.startswith(prefix + " ") for w in self.words)

    def only(self, *words: str) -> bool:
        """Whether nothing but the given words stands in the gap."""
        return all(w in words for w in self.words)


def gap(ctx: Context, start: int, end: int, light: Phrases[str], spare: int = 0) -> Gap | None:
    """Return what stands in the tokens `[start, end)` if all of it is light but `spare` words, else None.

    Light are marks, the phrases of `light`, years, dates, counts, and references to a bloc.
    """
    reading = ctx.reading
    found = Gap()
    mentions: dict[int, Mention] = {}
    for kind in ("YEAR", "BLOC", "DATE", "COUNT") if start < end else ():
        for m in reading.of(kind, start, end):
            if m.end <= end:
                mentions.setdefault(m.start, m)
            if kind == "BLOC":  # "dẫn đầu Khối 1 huyện Cái Nước là …"
                behind = reading.of("AGENCY", m.end, m.end + 1)
                owner = m.parts.get("owner_at")
                places = (a for a in behind if a.end <= end and (a.rule == "unit" or owner == f"{a.start} {a.end}"))
                mentions |= {a.start: a for a in places}
    i = start
    while i < end:
        skipped = mentions.get(i)
        phrase = light.match(reading.norms, i)
        inside = (
            next((k for k in range(i + 1, phrase[0]) if k in mentions and mentions[k].end > phrase[0]), 0)
            if phrase
            else 0
        )
        if inside:  # "được | Khối thi đua số 6 | bầu", though "được khối" is light too
            alone = light.match(reading.norms[i:inside], 0)
            phrase = (i + alone[0], alone[1]) if alone else None
        if skipped and (phrase is None or skipped.end >= phrase[0]):
            found.words.append(f"<{skipped.kind}>")
            i = skipped.end
        elif phrase and phrase[0] <= end:
            found.words.append(" ".join(reading.norms[i : phrase[0]]))
            i = phrase[0]
        elif reading.norms[i] in _MARKS or reading.norms[i].isdigit() or reading.raw[i] in '“”"%/':
            found.words.append(reading.norms[i])
            i += 1
        elif spare:
            found.words.append("…")
            spare, i = spare - 1, i + 1
        else:
            return None
    return found


def apart(ctx: Context, start: int, end: int) -> int:
    """Return how many tokens stand in `[start, end)` beside the names of blocs and of those that they belong to."""
    spans = [(m.start, m.end) for m in ctx.reading.of("BLOC", start, end)]
    owners = (m.parts["owner_at"].split() for m in ctx.reading.of("BLOC", start, end) if "owner_at" in m.parts)
    spans += [(int(first), int(last)) for first, last in owners if start <= int(first) and int(last) <= end]
    return end - start - sum(last - first for first, last in spans)


def before_honorific(ctx: Context, start: int, i: int) -> int:
    """Return where the honorifics and ranks before a person's name begin, and a post right before it."""
    post = next((t for t in ctx.reading.of("TITLE", max(start, i - 5), i) if t.end == i), None)
    if post:
        return post.start
    for k in range(max(start, i - 6), i):
        found = ctx.lexicon.people.match(ctx.reading.norms, k)
        if found and found[0] <= i and found[1] in BEFORE_NAME:
            return k
    return i


def run_before(ctx: Context, agencies: list[Mention], last: int, stop: Callable[[int, int], bool]) -> list[Mention]:
    """Return the agencies of the list that ends with `agencies[last]`, going left while only separators stand between.

    `stop(start, end)` says whether something between two agencies ends the list.
    """
    kept = agencies[last]
    agencies = _without_asides(ctx, agencies, kept)
    last = agencies.index(kept)
    run = [kept]
    while last > 0:
        before, here = agencies[last - 1], run[0]
        if not separated(ctx, before.end, _begin(here)) or stop(before.end, here.start):
            break
        run.insert(0, before)
        last -= 1
    return run


def run_after(ctx: Context, agencies: list[Mention], first: int, stop: Callable[[int, int], bool]) -> list[Mention]:
    """Return the agencies of the list that begins with `agencies[first]`, going right."""
    kept = agencies[first]
    agencies = _without_asides(ctx, agencies, kept)
    first = agencies.index(kept)
    run = [kept]
    while first + 1 < len(agencies):
        here, after = run[-1], agencies[first + 1]
        if not separated(ctx, here.end, _begin_of_item(ctx, here, after)) or stop(here.end, after.start):
            break
        run.append(after)
        first += 1
    return run


def with_heads(ctx: Context, agencies: list[Mention], run: list[Mention]) -> list[Mention]:
    """Return a list of agencies with those before it, where each is named by the post of its head.

    "Giám đốc Sở Tư pháp tỉnh A, Cục trưởng Cục Thi hành án dân sự tỉnh B"
    """
    k = agencies.index(run[0]) if run[0] in agencies else 0
    while k:
        begin = _begin(run[0])
        post = next((t for t in ctx.reading.of("TITLE", max(0, begin - 4), begin) if t.end == begin), None)
        before = agencies[k - 1]
        first = _begin(before)
        headed = any(t.end == first for t in ctx.reading.of("TITLE", max(0, first - 4), first))
        if post is None or not headed or not separated(ctx, before.end, post.start):
            break
        run = [before, *run]
        k -= 1
    return run


def _begin_of_item(ctx: Context, here: Mention, after: Mention) -> int:
    """Return where an agency begins in a list, with the post of its head where the one before has such a post too."""
    first, begin = _begin(here), _begin(after)
    if not any(t.end == first for t in ctx.reading.of("TITLE", max(0, first - 4), first)):
        return begin
    post = next((t for t in ctx.reading.of("TITLE", here.end, begin) if t.end == begin), None)
    return post.start if post else begin


def _begin(agency: Mention) -> int:
    """Return where an agency begins, with the head that it shares with the rest of its list."""
    return int(agency.parts.get("from", agency.start))


def _without_asides(ctx: Context, agencies: list[Mention], keep: Mention) -> list[Mention]:
    """Leave out what stands in brackets behind names: "Trường Chính trị Nguyễn Văn Cừ (Bắc Ninh)"."""
    norms = ctx.reading.norms
    ends = {a.end for a in agencies}
    return [
        a
        for a in agencies
        if a is keep
        or not (norms[a.start - 1] == "(" and (a.rule == "unit" or norms[a.end : a.end + 1] == [")"]))
        and not _is_house(norms, a, ends)
    ]


def _is_house(norms: list[str], agency: Mention, ends: set[int]) -> bool:
    """Whether an agency stands in a bracket behind another, which says whose that is: "Trại giam A (Cục B - Bộ C)"."""
    first = agency.start
    while first > agency.start - _HOUSE and first > 0 and norms[first - 1] not in _PARTED:
        first -= 1
    last = agency.end
    while last < min(len(norms), agency.end + _HOUSE) and norms[last] not in _PARTED:
        last += 1
    return norms[first - 1 : first] == ["("] and first - 1 in ends and norms[last : last + 1] == [")"]


_FILL = frozenset(
    "đơn vị cơ quan tập thể các một của là : sở ban phòng hội trường cục chi nhánh công ty ngân hàng đồn thuế "
    "bệnh viện trung tâm tỉnh thành phố huyện thị xã quận phường trấn đặc khu tp ubnd tiếp theo".split()
)
"""Words of a shared head ("…; các ban: Tổ chức, Nội chính") and of what stands before a name in a list."""


def separated(ctx: Context, start: int, end: int) -> bool:
    """Whether only separators, and words such as "đơn vị" or a bracket, stand between two members of a list."""
    norms = ctx.reading.norms
    i, marks = start, 0
    while i < end:
        if norms[i] in ("(", "["):
            close = next((k for k in range(i, min(end, i + 10)) if norms[k] in (")", "]")), None)
            if close is None:
                return False
            i = close + 1
            continue
        if norms[i] == ")" and i == start:  # "3 phường (A, B) và 2 xã (C, D)"
            i += 1
            continue
        if norms[i] in SEPARATORS or norms[i] == "với" and norms[i - 1] == "cùng":
            marks += 1
        elif norms[i] not in _FILL and not norms[i].isdigit() or norms[i] == "khu" and norms[i - 1] != "đặc":
            return False
        i += 1
    return marks > 0
