"""Names of a list that leave out the words which names on both sides begin with.

"Trường THPT Lê Lợi, Nguyễn Huệ, Chu Văn An và Trường THPT Trần Phú", "Than Khe Chàm, Vàng Danh và Than Uông Bí".
"""

from __future__ import annotations

from pipeline.frames.context import Context
from pipeline.mentions.agencies import official_name
from pipeline.reading import Mention
from pipeline.text import one_line, plain

UNKNOWN = ("item", "loose", "elided")
"""Rules of items that nothing knows but the list."""
BARE_RULES = (*UNKNOWN, "bare-place")
_TRADES = frozenset(("than",))
_SYLLABLES = range(2, 5)
_MARKS = frozenset((",", ";", "và"))


def shared_words(ctx: Context, first: Mention, second: Mention) -> int:
    """Return with how many words two names begin alike, if both go on with a capital; else 0."""
    reading, size = ctx.reading, 0
    for a, b in zip(range(first.start, first.end), range(second.start, second.end), strict=False):
        if reading.norms[a] != reading.norms[b]:
            break
        size += 1
    a, b = first.start + size, second.start + size
    goes_on = a < first.end and b < second.end and reading.upper[a] and reading.upper[b]
    return size if goes_on and reading.upper[first.start] else 0


def elided_between(ctx: Context, first: Mention, start: int, second: Mention) -> list[Mention]:
    """Return the bare names from token `start` to a name that begins as the list's first one does."""
    reading, end = ctx.reading, int(second.parts.get("from", second.start))
    if not shared_words(ctx, first, second) or end - start < _SYLLABLES[0]:
        return []
    found: list[Mention] = []
    at = start
    while at < end and reading.norms[at] in _MARKS:
        stop = at + 1
        while stop < end and reading.upper[stop] and reading.raw[stop].isalpha():
            stop += 1
        if stop == end and found or stop == at + 1:
            break
        found.append(_bare(ctx, at + 1, stop))
        at = stop
    joined = at == end - 1 and reading.norms[at] in _MARKS
    return found if joined and all(m.end - m.start in _SYLLABLES for m in found) else []


def with_shared_words(ctx: Context, run: list[Mention]) -> list[Mention]:
    """Give the bare names of a list the words that the names around them begin with, and return the list."""
    for k, m in enumerate(run[1:-1], start=1):
        if m.rule not in BARE_RULES or not _is_bare(ctx, m):
            continue
        for before in reversed(run[:k]):
            size = max((_common(ctx, before, after) for after in run[k + 1 :]), default=0)
            if size:
                _prefix(ctx, m, before, size)
                break
    return run


def _common(ctx: Context, before: Mention, after: Mention) -> int:
    """Return with how many words two names begin alike that say what they are: "Trường THPT", "Cao su", "Than"."""
    size = shared_words(ctx, before, after)
    reading, i = ctx.reading, before.start
    trade = size > 1 and not reading.upper[i + 1] or size == 1 and reading.norms[i] in _TRADES
    known = before.rule not in BARE_RULES and after.rule not in BARE_RULES
    return size if known or trade else 0


def _prefix(ctx: Context, bare: Mention, before: Mention, size: int) -> None:
    said = one_line(ctx.reading.text(before.start, before.start + size))
    words = before.parts["name"].split()[:size]
    head = " ".join(words) if plain(" ".join(words)) == plain(said) else said
    name = f"{head} {one_line(ctx.reading.text(bare.start, bare.end))}"
    known = ctx.lexicon.by_plain.get(plain(name))
    bare.parts = {
        "name": known.name if known else name,
        "policy": known.place if known else "part",
        "head": before.parts["head"],
    }
    bare.value = official_name(bare)


def _bare(ctx: Context, start: int, stop: int) -> Mention:
    name = one_line(ctx.reading.text(start, stop))
    return Mention("AGENCY", start, stop, name, "elided", {"name": name, "policy": "none", "head": name.split()[0]})


def _is_bare(ctx: Context, item: Mention) -> bool:
    """Whether an item is but a proper name: two to four capitalised syllables that begin with no head."""
    reading = ctx.reading
    tokens = range(item.start, item.end)
    return (
        len(tokens) in _SYLLABLES
        and all(reading.upper[k] and reading.raw[k].isalpha() and not reading.raw[k].isupper() for k in tokens)
        and ctx.lexicon.heads.match(reading.norms, item.start) is None
    )
