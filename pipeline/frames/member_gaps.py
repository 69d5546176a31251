"""What stands between the known agencies of an opened list: the rest of a name, and names that nothing else knows.

"gồm: Trung tâm Giống cây trồng, vật nuôi và thủy sản, Lực lượng Thanh niên xung phong TP, Sở Y tế" goes on to the Sở:
small words after a comma belong to the name before it, capitals begin another.
"""

from __future__ import annotations

from itertools import pairwise

from pipeline.frames.context import Context
from pipeline.frames.member_headed import role_aside_end
from pipeline.mentions.places import locality_at
from pipeline.reading import Mention
from pipeline.text import one_line

_SPLITS = frozenset((",", ";"))
_DASHES = frozenset(("-", "–"))
_INSIDE = _DASHES | {"&", "/"}
_NO_WORD = frozenset(
    "là làm được đã đang sẽ giữ do nhận đạt gồm tại ở với cho này đó trên để từ đến dự bầu cùng nhất nhì xếp tham có "
    "của trong nêu khi khẳng trao tặng đề suy ký chủ phát nhằm góp còn mời thống xét chấm hưởng như nhiều những đều "
    "qua theo tiếp lãnh đồng ông bà số".split()
)
"""Words that are in no name of an agency, or tell that the list is over."""
_KINDS = ("PERSON", "ROLE", "AWARD", "BLOC", "DATE", "YEAR", "COUNT")
_LONGEST = 48
_PIECE = 16
_SHORTEST = 2
_AFTER_FIRST = 2
"""So many known agencies must follow where the first items are unknown."""


def between(ctx: Context, last: Mention, after: Mention) -> list[Mention] | None:
    """Return the unknown items between two agencies of a list, None where the list is over.

    Text that belongs to the first one's name is added to it; a bare locality that ends an unknown name is taken for
    the name's ("Viễn thông" + "tỉnh Bình Phước").
    """
    reading = ctx.reading
    start, end = role_aside_end(ctx, last.end, after.start), int(after.parts.get("from", after.start))
    if not start < end <= start + _LONGEST or not _is_plain(ctx, start, end):
        return None
    marked = reading.norms[end - 1] in (*_SPLITS, "và")
    if not marked and after.rule != "unit":
        return None
    items: list[Mention] = []
    name_end = last.end
    pieces = _pieces(ctx, start, end - 1 if marked else after.end)
    if not marked and (end - pieces[-1][0] < _SHORTEST or not _is_item(ctx, *pieces[-1])):
        return None
    for first, stop in pieces:
        if first == last.end or not _is_item(ctx, first, stop):
            if stop - first > _PIECE or not marked and stop == after.end:
                return None
            if items:
                items[-1] = _item(ctx, items[-1].start, stop)
            else:
                name_end = stop
        else:
            items.append(_item(ctx, first, stop))
    if name_end > last.end:
        if {"unit", "place"} & last.parts.keys() and reading.norms[last.end] not in _DASHES:
            return None
        _extend(ctx, last, name_end)
    return items


def before_first(ctx: Context, i: int, agencies: list[Mention]) -> list[Mention]:
    """Return the unknown items from token `i`, where a list opens, to the first known agency."""
    if len(agencies) < _AFTER_FIRST:
        return []
    end = int(agencies[0].parts.get("from", agencies[0].start))
    if not i < end <= i + _LONGEST or ctx.reading.norms[end - 1] not in (*_SPLITS, "và"):
        return []
    if not _is_plain(ctx, i, end):
        return []
    pieces = _pieces(ctx, i, end - 1)
    if not all(_is_item(ctx, first, stop) for first, stop in pieces):
        return []
    return [_item(ctx, first, stop) for first, stop in pieces]


def after_last(ctx: Context, last: Mention, end: int) -> None:
    """Let the last name of a list go on to the end of its sentence: "… các công trình nông nghiệp và PTNT."."""
    reading, start = ctx.reading, last.end
    if not start < end - 1 <= start + _PIECE or reading.norms[end - 1] != "." or not _is_plain(ctx, start, end - 1):
        return
    words = reading.norms[start : end - 1]
    if (
        reading.norms[start] == "và"
        or not _SPLITS.isdisjoint(words)
        or any(w == "và" and reading.upper[start + k + 1] and start + k + 3 < end for k, w in enumerate(words))
    ):
        return
    if not {"unit", "place"} & last.parts.keys():
        _extend(ctx, last, end - 1)


def _is_plain(ctx: Context, start: int, end: int) -> bool:
    """Whether nothing but words of names and marks stands in the tokens `[start, end)`."""
    reading = ctx.reading
    if not _NO_WORD.isdisjoint(reading.norms[start:end]):
        return False
    marks = (reading.raw[k] for k in range(start, end) if not reading.raw[k].isalnum())
    if not all(m in _INSIDE or m in _SPLITS for m in marks):
        return False
    return not any(reading.of(kind, start, end) for kind in _KINDS)


def _pieces(ctx: Context, start: int, end: int) -> list[tuple[int, int]]:
    """Return what the commas divide; the first is empty where a mark stands at `start`, and is left out."""
    norms = ctx.reading.norms
    cuts = [k for k in range(start, end) if norms[k] in _SPLITS]
    bounds = [start - 1, *cuts, end]
    return [(a + 1, b) for a, b in pairwise(bounds) if a + 1 < b]


def _is_item(ctx: Context, start: int, stop: int) -> bool:
    """Whether a piece is a name by itself: it begins with a capital and is no end of a known name."""
    reading = ctx.reading
    if not reading.upper[start] or stop - start > _PIECE:
        return False
    if stop - start == 1:
        return reading.raw[start].isupper() and len(reading.raw[start]) > 2
    headed = ctx.lexicon.heads.match(reading.norms, start) is not None
    return headed or tuple(reading.norms[start : start + 2]) not in ctx.lexicon.name_words


def _item(ctx: Context, start: int, stop: int) -> Mention:
    """Return an agency of the tokens `[start, stop)`, without the locality at its end."""
    reading = ctx.reading
    ends = ((k, locality_at(reading, ctx.lexicon, k, stop, bare=False)) for k in range(start + 2, stop))
    own, place = next(((k, p) for k, p in ends if p and p.end == stop), (stop, None))
    name = one_line(reading.text(start, own))
    parts = {"name": name, "policy": "drop" if place else "none", "head": name.split()[0]}
    if place and place.unit:
        parts |= {"unit": place.unit} | ({"place": place.name} if place.name else {})
    return Mention("AGENCY", start, stop, name, "item", parts)


def _extend(ctx: Context, agency: Mention, stop: int) -> None:
    """Add the tokens up to `stop` to an agency's name; after a dash they belong to its place."""
    more = one_line(ctx.reading.text(agency.end, stop))
    key = "place" if agency.parts.get("place") else "name"
    joint = "" if more.startswith(",") else " "
    agency.parts[key] = f"{agency.parts[key]}{joint}{more}"
    agency.value = f"{agency.value}{joint}{more}"
    agency.end = stop
