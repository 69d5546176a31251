"""Items of an opened list whose names go on in small words that no grammar follows, up to the next mark.

"gồm Ban Quản lý đầu tư xây dựng công trình, Ban Quản lý dự án sử dụng vốn vay nước ngoài, Sở Xây dựng"
"""

from __future__ import annotations

from pipeline.frames.context import Context
from pipeline.mentions.agency_places import with_place
from pipeline.mentions.agency_shorts import written_out
from pipeline.mentions.places import locality_at, unit_at
from pipeline.reading import Mention
from pipeline.text import one_line

_CLOSES = frozenset((",", ";", ")"))
_INSIDE = frozenset(("-", "–", "&", "/", "và"))
_NO_WORD = frozenset(
    "là làm được đã đang sẽ giữ do nhận đạt gồm tại ở với cho này đó trên để từ đến dự bầu cùng nhất nhì xếp".split()
)
"""Words that are in no name of an agency."""
_LONGEST = 14
_SHORTEST = 3
_SMALL = 7
_UNKNOWN = frozenset(("grammar", "item"))
"""Rules of mentions whose names no table has."""
_JOINED = frozenset(("Hội", "Hiệp", "Chi", "Trung", "Viện", "Phòng", "Ban", "Công", "Liên", "Sở", "Trường"))
"""First words of names whose words "và" joins."""
_SEGMENT = 16
_TELLS = frozenset(
    "là làm đạt được đã đang sẽ xếp nhận trao tặng bầu điểm có cử đề đơn trưởng phó đại thay không chưa gồm".split()
)
"""Words that tell something of an agency, between the semicolons of a list."""
_IN_SEGMENT = frozenset((",", "-", "–", "&", "/"))
_KINDS = ("PERSON", "ROLE", "AWARD", "BLOC", "DATE", "TITLE")
_ASIDE_REACH = 7


def headed_item(ctx: Context, i: int, end: int) -> Mention | None:
    """Return the item of a list at token `i` that begins with a head and ends at the next mark, or None."""
    reading, lexicon = ctx.reading, ctx.lexicon
    head = lexicon.heads.match(reading.norms, i) if i < end and reading.upper[i] else None
    if head is None:
        return None
    stop = head[0]
    while stop < end and stop - i <= _LONGEST and not _ends(ctx, stop, end):
        if reading.norms[stop] in _NO_WORD or not (reading.raw[stop].isalpha() or reading.norms[stop] in _INSIDE):
            return None
        stop += 1
    if stop >= end or stop - i < _SHORTEST or stop == head[0] or not _ends(ctx, stop, end):
        return None
    if any(reading.of(kind, k, k + 1) for kind in _KINDS for k in range(i, stop)):
        return None
    name = next((k for k in range(head[0], stop) if locality_at(reading, lexicon, k, stop, bare=False)), stop)
    if name <= head[0]:
        return None
    text = written_out(f"{head[1].name} {one_line(reading.text(head[0], name))}", lexicon.shorts)
    place = locality_at(reading, lexicon, name, stop) if name < stop else None
    parts = {"name": text, "policy": head[1].place, "head": text.split()[0]}
    if place and place.unit:
        parts |= {"unit": place.unit} | ({"place": place.name} if place.name else {})
    return Mention("AGENCY", i, stop, text, "item", parts)


def small_item(ctx: Context, i: int, end: int) -> Mention | None:
    """Return the item of small words at token `i` that another agency follows: "Hạt quản lý đê điều, Công ty A"."""
    reading = ctx.reading
    stop = i + 1
    while stop < end and stop - i <= _SMALL and reading.raw[stop].isalpha() and not reading.upper[stop]:
        stop += 1
    listed = stop + 1 < end and reading.norms[stop] in (",", ";") and bool(reading.of("AGENCY", stop + 1, stop + 2))
    if not listed or stop - i < _SHORTEST or not reading.upper[i] or not _NO_WORD.isdisjoint(reading.norms[i:stop]):
        return None
    place = next((k for k in range(i + 1, stop) if unit_at(reading, k, stop)), stop)
    name = one_line(reading.text(i, place))
    if place - i < _SHORTEST or any(reading.of(kind, k, k + 1) for kind in _KINDS for k in range(i, stop)):
        return None
    return Mention("AGENCY", i, stop, name, "item", {"name": name, "policy": "none", "head": name.split()[0]})


def known_small(ctx: Context, i: int, end: int) -> Mention | None:
    """Return the known agency in small letters that is an item of a list: "Sở Y tế, công an tỉnh, hội nông dân"."""
    reading, lexicon = ctx.reading, ctx.lexicon
    if i >= end or reading.upper[i] or not reading.raw[i].isalpha():
        return None
    known = lexicon.agencies.match(reading.norms, reading.raw, i, end)
    if known is None or known[0] < i + 2:
        return None
    item = with_place(lexicon, reading, i, known[0], end, known[1].name, known[1].place, "lexicon")
    if item is None or not _closes(ctx, item.end, end):
        return None
    return item


def _closes(ctx: Context, i: int, end: int) -> bool:
    """Whether a list goes on or ends at token `i`."""
    norms = ctx.reading.norms
    return i >= end or norms[i] in _CLOSES or norms[i] in ("và", "cùng") or norms[i] == "." and i + 1 >= end


def take_small_rest(ctx: Context, item: Mention, end: int, alone: bool = False) -> None:
    """Let an unknown name go on over a comma and small words, where an agency follows them.

    "Phòng Quản lý vận tải, phương tiện và người lái, Phòng Pháp chế". An item that stands `alone` on its line may also
    go on to the line's end.
    """
    reading, at = ctx.reading, item.end
    if item.rule not in _UNKNOWN or not ctx.lexicon.heads.match(reading.norms, item.start):
        return
    if reading.norms[at : at + 1] != [","] or {"unit", "place"} & item.parts.keys():
        return
    if at + 1 >= end or not reading.raw[at + 1].islower() or _opens(ctx, at + 1) or unit_at(reading, at + 1, end):
        return
    stop = at + 1
    while stop < min(end, at + _LONGEST) and not (_next_opens(ctx, stop, end) or alone and _is_last(ctx, stop, end)):
        phrase = ctx.grammar.joins.match(reading.norms, stop)
        if phrase and phrase[0] <= end:
            stop = phrase[0]
            continue
        word = reading.norms[stop]
        if word == "," and reading.raw[stop + 1 : stop + 2] and reading.raw[stop + 1].islower():
            stop += 1
            continue
        if word not in _INSIDE and (not reading.raw[stop].isalpha() or ctx.grammar.stops.match(reading.norms, stop)):
            return
        stop += 1
    closed = _next_opens(ctx, stop, end) or alone and (stop == end or _is_last(ctx, stop, end))
    if not closed or stop - at <= 2:
        return
    if any(reading.of(kind, k, k + 1) for kind in _KINDS for k in range(at, stop)):
        return
    item.parts["name"] += reading.text(at, stop) if reading.ends[at - 1] == reading.starts[at] else ""
    item.value, item.end = item.parts["name"], stop


def take_up_to_semicolon(ctx: Context, item: Mention, end: int) -> None:
    """Let an unknown name go on to the next semicolon of a list that these divide, whatever its words.

    "; Cục Cảnh sát quản lý tạm giữ, tạm giam và thi hành án hình sự tại cộng đồng; Cục Y tế"
    """
    reading, at = ctx.reading, item.end
    if item.rule not in _UNKNOWN or not ctx.lexicon.heads.match(reading.norms, item.start):
        return
    if at >= end or reading.norms[at] in (";", ":", "(", ")") or {"unit", "place"} & item.parts.keys():
        return
    stop = next((k for k in range(at, min(end, at + _SEGMENT)) if reading.norms[k] in (";", ")", "(")), end)
    last = reading.norms[end - 1] == "." and stop == end
    stop = end - 1 if last else stop
    divided = reading.norms[item.start - 1] == ";" or ";" in reading.norms[stop + 1 : end]
    if not divided or stop - at > _SEGMENT or stop < end and reading.norms[stop] == "(":
        return
    words = reading.norms[at:stop]
    if not (_TELLS.isdisjoint(words) and all(w[0].isalpha() or w in _IN_SEGMENT for w in words)):
        return
    if any(reading.of(kind, k, k + 1) for kind in (*_KINDS, "YEAR") for k in range(at, stop)):
        return
    if any(a.start > at for a in reading.of("AGENCY", at, stop)):
        return
    joint = "" if reading.starts[at] == reading.ends[at - 1] else " "
    item.parts["name"] += joint + one_line(reading.text(at, stop))
    item.value, item.end = item.parts["name"], stop


def take_joined_word(ctx: Context, item: Mention, end: int, alone: bool = False) -> None:
    """Let a known name go on over "và" and a word that names no agency, where the list goes on behind it.

    The last "và" of a list may stand before its last item; one before that joins words: "gồm Hội Tin học và Điện tử
    viễn thông, Hội Làm vườn".
    """
    reading, at = ctx.reading, item.end
    if item.rule != "lexicon" or reading.norms[at : at + 1] != ["và"] or item.parts["head"] not in _JOINED:
        return
    if at + 1 >= end or not reading.upper[at + 1] or _opens(ctx, at + 1) or {"unit", "place"} & item.parts.keys():
        return
    stop = at + 1
    while stop < min(end, at + _SMALL) and reading.raw[stop].isalpha() and reading.norms[stop] != "và":
        if ctx.grammar.stops.match(reading.norms, stop) or unit_at(reading, stop, end):
            return
        stop += 1
    goes_on = stop + 1 < end and reading.norms[stop] != "và" and _next_opens(ctx, stop, end)
    goes_on = goes_on or alone and (stop == end or _is_last(ctx, stop, end))
    if not goes_on or any(reading.of(kind, k, k + 1) for kind in _KINDS for k in range(at, stop)):
        return
    item.parts["name"] += f" {one_line(reading.text(at, stop))}"
    item.value, item.end = item.parts["name"], stop


def _next_opens(ctx: Context, i: int, end: int) -> bool:
    """Whether a mark stands at token `i`, and the name of an agency behind it."""
    norms = ctx.reading.norms
    return i + 1 < end and norms[i] in (",", ";", "và") and bool(ctx.reading.of("AGENCY", i + 1, i + 2))


def _is_last(ctx: Context, i: int, end: int) -> bool:
    """Whether the mark that closes a line of a list stands at token `i`."""
    return i + 1 == end and ctx.reading.norms[i] in (";", ".", ",")


def _ends(ctx: Context, i: int, end: int) -> bool:
    """Whether an item ends before token `i`: a mark, or "và" before another name."""
    norms = ctx.reading.norms
    if norms[i] in _CLOSES:
        return True
    return norms[i] == "và" and i + 1 < end and ctx.reading.upper[i + 1] and _opens(ctx, i + 1)


def _opens(ctx: Context, i: int) -> bool:
    return ctx.lexicon.heads.match(ctx.reading.norms, i) is not None or bool(ctx.reading.of("AGENCY", i, i + 1))


def role_aside_end(ctx: Context, i: int, end: int) -> int:
    """Return the token after a bracket that only gives a role, "(Cụm trưởng)", at token `i`; else `i`."""
    reading = ctx.reading
    if i >= end or reading.raw[i] not in ("(", "[") or not reading.of("ROLE", i + 1, min(i + _ASIDE_REACH, end)):
        return i
    return next((k + 1 for k in range(i, min(i + _ASIDE_REACH, end)) if reading.raw[k] in (")", "]")), i)
