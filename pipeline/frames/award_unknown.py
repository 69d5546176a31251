"""Those who get an award and whose names nothing knows: told by where they stand.

"tặng Cờ thi đua cho Cảng hàng không quốc tế Phú Bài và Nhà khách Duy Tân": from "cho" to the end of the clause
stand names, whatever they begin with. Only where the ways that know names find nobody, and nothing else can stand
there.
"""

from __future__ import annotations

import re

from pipeline.frames.award_lists import end_of_left
from pipeline.frames.award_parts import Clause, Found, Sources
from pipeline.frames.context import Context
from pipeline.mentions.places import unit_at
from pipeline.reading import Mention
from pipeline.text import one_line, plain

_TO = (("cho",), (":",), ("gồm",), ("đối", "với"), ("dành", "cho"), ("trao", "cho"), ("tặng", "cho"))
_JOINS = frozenset((",", ";", "và"))
_ENDS = frozenset((".", ";", ")"))
_NAME = 14
"""So many tokens at most has a name."""
_NO_NAME_WORD = frozenset(
    "cho được đề nghị xét trình là của đã vừa sẽ có vì do đạt nhận tặng trao này đó trên tại với khi như bằng đang "
    "cũng vào từ theo để những mỗi cả nhiều khối cụm thi đua hội nghị năm tập thể cá nhân đơn vị danh hiệu gồm".split()
)
"""Words that no name has, so that nothing else is read as one."""
_NO_FIRST = frozenset(
    "khối cụm hội đơn tập cá các bằng cờ giấy ông bà đồng chí anh chị thầy cô kết năm ngoài theo".split()
)
"""First words of what is no name: "Hội nghị", "Đơn vị", "Tập thể", "Các", "Kết quả"."""
_LEFT_RULES = ("recipient-then-award", "recipient-far-award")
_OPENS = frozenset(", ; : và là gồm tôn chọn bầu nghị".split())
"""What stands before the names of a list."""
_VOWELS = re.compile("[aeiouy]+")
_MENTIONS = ("PERSON", "TITLE", "BLOC", "ROLE", "AWARD", "COUNT", "DATE", "YEAR")


def unknown_by_position(sources: Sources, clause: Clause) -> Found | None:
    """Return those whom a title is for by where they stand, if at least one of them has an unknown name."""
    if clause.is_rank or clause.award.parts["for"] == "person":
        return None
    return _after(sources.ctx, clause) or _before(sources.ctx, clause)


def with_unknown(ctx: Context, clause: Clause, found: Found) -> Found:
    """Return a list behind a title with the unknown names that it goes on with: "cho Sở A, Ga Mậu A và Sở B"."""
    norms, at = ctx.reading.norms, found.end
    if found.rule in _LEFT_RULES and all(m.kind == "AGENCY" for m in found.mentions):
        return Found([*_names_before(ctx, clause, found.mentions[0]), *found.mentions], found.rule, found.end)
    if found.rule != "award-then-recipient" or clause.is_rank or found.mentions[-1].end != at:
        return found
    more: list[Mention] = []
    while at + 1 < clause.limit and norms[at] in _JOINS:
        name = _name_at(ctx, at + 1, clause.limit)
        if name is None:
            break
        more.append(name)
        at = name.end
    if not any(m.rule == "position" for m in more) or at < clause.limit and norms[at] not in _ENDS:
        return found
    return Found([*found.mentions, *more], found.rule, at)


def _names_before(ctx: Context, clause: Clause, first: Mention) -> list[Mention]:
    """Return the unknown names that a list before a title begins with: "Vinasoy và Sở A được tặng Bằng khen"."""
    norms, names = ctx.reading.norms, list[Mention]()
    at = int(first.parts.get("from", first.start))
    while at - 1 > clause.taken and norms[at - 1] in _JOINS:
        start = next(
            (k for k in range(at - 2, clause.taken - 1, -1) if norms[k - 1] in _OPENS or k == clause.taken), at
        )
        name = _name_at(ctx, start, at - 1)
        if name is None or name.end != at - 1:
            break
        names.insert(0, name)
        at = name.start
    opened = at == clause.sentence.start or norms[at - 1] in _OPENS - _JOINS
    return names if opened and any(m.rule == "position" for m in names) else []


def _after(ctx: Context, clause: Clause) -> Found | None:
    """Return the list behind "cho" that goes on to the end of the clause."""
    norms, start = ctx.reading.norms, clause.award.end
    if clause.grantor and start <= clause.grantor.mention.start < clause.limit:
        start = clause.grantor.mention.end
    start += norms[start : start + 1] in (["”"], ['"'])
    to = next((len(words) for words in _TO if tuple(norms[start : start + len(words)]) == words), 0)
    if start >= clause.limit or not to:
        return None
    at, names = start + to, []
    while at < clause.limit:
        name = _name_at(ctx, at, clause.limit)
        if name is None:
            break
        names.append(name)
        at = name.end
        if at >= clause.limit or norms[at] not in _JOINS:
            break
        at += 1
    if not any(n.rule != "position" for n in names) and _asks_nobody(ctx, clause):
        return None
    ended = at >= clause.limit or norms[at] in _ENDS
    return Found(names, "award-far-recipient", at) if names and ended else None


def _asks_nobody(ctx: Context, clause: Clause) -> bool:
    """Whether nothing in the sentence gives or asks for the title."""
    start = clause.sentence.start
    return not (ctx.has("ask", start, clause.award.end) or ctx.has("confer", start, clause.award.start))


def _before(ctx: Context, clause: Clause) -> Found | None:
    """Return the unknown unit that a clause begins with: "Nhà khách Duy Tân được đề nghị tặng Cờ thi đua"."""
    reading, end = ctx.reading, end_of_left(ctx, clause)
    gets = next((k for k in range(clause.taken, end) if reading.norms[k] in ("được", "nhận")), None)
    if gets is None or not ctx.lexicon.award_light_or_trigger.match(reading.norms, gets):
        return None
    stop = gets - (gets > clause.taken and reading.norms[gets - 1] == ",")  # "nổi bật là Vinasoy, được tặng Cờ thi đua"
    begins = [k + 1 for k in range(clause.taken, stop) if reading.norms[k] in (";", ",", ":", ".", "là")]
    begin = begins[-1] if begins else clause.taken
    name = _name_at(ctx, begin, stop) if begin < stop else None
    if (
        name is None
        or name.end != stop
        or name.rule != "position"
        or (stop - begin > 2 and all(reading.upper[begin:stop]))
    ):
        return None
    rest = [m for kind in ("AGENCY", "COUNT", "PERSON") for m in reading.of(kind, gets, end) if m.end <= end]
    return None if rest or ctx.has("award break", gets, end) else Found([name], "recipient-far-award", clause.award.end)


def _name_at(ctx: Context, i: int, limit: int) -> Mention | None:
    """Return the agency at a token, or the name that stands there up to the next mark."""
    reading = ctx.reading
    known = reading.at("AGENCY", i)
    if known is not None and known.start == i:
        after = reading.norms[known.end : known.end + 1]
        return known if known.end >= limit or after[0] in _JOINS | _ENDS else None
    if not reading.upper[i] or reading.norms[i] in _NO_FIRST or unit_at(reading, i, limit):
        return None
    end = i
    while end < min(limit, i + _NAME) and reading.raw[end].isalpha() and reading.norms[end] not in _NO_NAME_WORD:
        if reading.norms[end] == "và" and (reading.upper[end - 1] or reading.upper[end + 1 : end + 2] != [True]):
            break  # "Ga Mậu A và Nhà khách Hào Gia", but "Vườn hoa và Cây xanh"
        end += 1
    if end < limit and reading.norms[end] not in _JOINS | _ENDS and reading.norms[end] not in ("được", "nhận"):
        return None
    while end > i and reading.norms[end - 1] == "và":
        end -= 1
    person = reading.norms[i] in ctx.lexicon.surnames and all(reading.upper[i:end]) and end - i <= 4
    if end - i < 3 and not _is_brand(reading.raw[i]) or person or not reading.upper[end - 1]:
        return None
    if any(reading.of(kind, i, end) for kind in _MENTIONS):
        return None
    name = one_line(reading.text(i, end))
    return Mention("AGENCY", i, end, name, "position", {"name": name, "policy": "keep", "head": reading.raw[i]})


def _is_brand(word: str) -> bool:
    """Whether a word is an acronym, or no Vietnamese syllable, which has one group of vowels: "VNPT", "Vinasoy"."""
    acronym = word.isupper() and len(word) > 2
    return acronym or word.isalpha() and len(_VOWELS.findall(plain(word))) > 1
