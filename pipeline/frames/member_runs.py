"""Lists of members that no word opens: as long as the bloc is said to be, or a line for each member."""

from __future__ import annotations

import re

from pipeline.frames.context import Context
from pipeline.frames.holders import run_after
from pipeline.frames.member_items import open_run
from pipeline.frames.member_lists import MemberList, is_award_list, listed_lines, run_of_list, with_absent
from pipeline.frames.member_openers import (
    GROUP_WORDS,
    OTHER_GROUPS,
    UNIT_WORDS,
    belonging_after,
    belonging_before,
    is_of_others,
)
from pipeline.mentions.places import locality_at
from pipeline.reading import Mention, Sentence

_AT_PLACES = frozenset("tại ở đến".split())
_GATHERED = re.compile(
    r"(?:góp mặt|quy tụ|hội tụ|tề tựu)(?: đầy đủ)?(?: của| có| gồm)?(?: đại diện| lãnh đạo)?(?: các)?$"
)
"""Words after which those are named who belong together: "với sự góp mặt của A, B, C, D"."""
_HEADING_NUMBER = 3
"""Tokens of a heading's number: "IV.", "a)"."""
_FEW = 5
"""So many agencies that are there are no guests."""
_COUNTS_UNITS = frozenset("gồm có đơn vị thành viên cơ quan ngành".split())
_DIVIDES = re.compile(
    r"\b(?:chia|phân chia|tổ chức|sắp xếp|thành lập|kiện toàn|cơ cấu|xếp)\b.* (?:khối|cụm)|(?:khối|cụm).* thành viên"
)
"""What says that units are put into blocs: "chia các đơn vị thành 3 khối thi đua"."""
_SELECTS = frozenset("đạt dẫn được nhận giành tiêu xuất tặng cao".split())
"""What is said of some of a bloc's units: "3 đơn vị thuộc Khối đạt điểm cao là A, B, C"."""


def counted_runs(ctx: Context) -> list[MemberList]:
    """Return the lists that no opener announces but that are as long as the report says the bloc is."""
    reading = ctx.reading
    found = []
    for n, sentence, agencies in reading.told("AGENCY"):
        k = 0
        while k + 3 <= len(agencies):
            run = run_after(ctx, agencies, k, lambda a, b: _role_between(ctx, a, b))
            if _closed_later(ctx, agencies[k + len(run) :], sentence.end):
                run = run_of_list(ctx, agencies[k:], sentence.end)
            past = run[-1].end
            k = sum([a.start < past for a in agencies])
            if (
                len(run) >= 3
                and _announced(ctx, n, run)
                and not is_award_list(ctx, sentence.start, run[0].start, run)
                and not _is_subject(ctx, run[-1].end, sentence.end)
            ):
                bloc = ctx.bloc_for(run[0].start)
                run = [*_leaders_before(ctx, sentence.start, run), *run]
                found.append(MemberList(with_absent(ctx, run), (run[0].start, run[0].end), bloc, "members-counted"))
    return found


def _closed_later(ctx: Context, agencies: list[Mention], end: int) -> bool:
    """Whether words after one of the agencies say that they are the bloc's: "A, unknown B, C - ba thành viên Khối"."""
    if not agencies or GROUP_WORDS.isdisjoint(ctx.reading.norms[agencies[0].end : end]):
        return False
    return any(belonging_after(ctx, a.end, end) for a in agencies)


def _role_between(ctx: Context, start: int, end: int) -> bool:
    """Whether a role ends a list; one in brackets does not: "Sở A (Trưởng khối), Sở B"."""
    norms = ctx.reading.norms
    return any("(" not in norms[max(start, r.start - 4) : r.start] for r in ctx.reading.of("ROLE", start, end))


def _announced(ctx: Context, n: int, run: list[Mention]) -> bool:
    """Whether the words before a list speak of the bloc's units and count as many, or open the list with a mark."""
    reading = ctx.reading
    sentence = reading.sentences[n]
    before = reading.sentences[n - 1] if n else sentence
    start = run[0].start
    words = set(reading.norms[max(sentence.start, start - 30) : start])
    if belonging_after(ctx, run[-1].end, sentence.end) or belonging_before(ctx, sentence.start, _opens(run)):
        return True
    if _said_before(ctx, sentence.start, _opens(run)) or _said_after(ctx, n):
        return True
    if _GATHERED.search(" ".join(reading.norms[max(sentence.start, _opens(run) - 6) : _opens(run)])):
        return len(run) > 3
    if OTHER_GROUPS.search(" ".join(reading.norms[max(sentence.start, start - 8) : start])):
        return False
    if is_of_others(ctx, sentence.start, _opens(run)):
        return False
    about = GROUP_WORDS & words or GROUP_WORDS & set(reading.norms[before.start : before.end])
    if not about:
        return _counts_all(ctx, sentence, run)
    if reading.norms[_opens(run) - 1] in _AT_PLACES or "bạn" in reading.norms[max(sentence.start, start - 4) : start]:
        return False
    counts = [c for c in reading.of("COUNT", before.start, start) if c.value == str(len(run))]
    counted = any(not _SELECTS & set(reading.norms[c.end : start]) for c in counts)
    if (counted or _adds_up(ctx, sentence.start, run)) and not _are_guests(words, run):
        return True
    blocs = reading.of("BLOC", max(sentence.start, start - 12), start)
    if (
        len(run) >= 4
        and blocs
        and blocs[-1].end >= start - 6
        and not reading.of("ROLE", blocs[-1].start, start)
        and not {"phối", "với", "tại", ";"} & set(reading.norms[blocs[-1].end : start])
    ):
        return True
    opened = {":", "("} & set(reading.norms[max(sentence.start, start - 8) : start]) and GROUP_WORDS & set(
        reading.norms[max(sentence.start, start - 14) : start]
    )
    return (
        bool(opened)
        and not ctx.has("ask", max(sentence.start, start - 10), start)
        and not reading.of("AWARD", max(sentence.start, start - 14), start)
        and not reading.of("ROLE", max(sentence.start, start - 10), start)
    )


def _adds_up(ctx: Context, start: int, run: list[Mention]) -> bool:
    """Whether the counts of a list's parts add up to it: "ba huyện ven biển A, B, C và hai huyện lân cận D, E"."""
    counts = ctx.reading.of("COUNT", start, run[-1].start)
    first = [k for k, c in enumerate(counts) if c.start <= _opens(run)][-1:]
    parts = counts[first[0] :] if first else []
    near = bool(parts) and parts[0].end >= _opens(run) - 1
    return near and len(parts) > 1 and sum(int(c.value) for c in parts) == len(run)


def _leaders_before(ctx: Context, start: int, run: list[Mention]) -> list[Mention]:
    """Return who is named by a role in the list: "Khối gồm Trưởng khối Sở A, Phó khối Sở B và các thành viên C, D"."""
    reading = ctx.reading
    opens = _opens(run)
    begin = reading.find(("gồm",), start, opens)
    if begin < 0 or not _said_before(ctx, start, opens):
        return []
    ends = {r.end for r in reading.of("ROLE", begin, opens)}
    return [a for a in reading.of("AGENCY", begin, opens) if a.start in ends or reading.norms[a.start - 1] == ":"]


def _are_guests(words: set[str], run: list[Mention]) -> bool:
    """Whether a few agencies are only said to be there: "Về dự có lãnh đạo 3 sở: A, B, C"."""
    return len(run) < _FEW and bool(words & {"dự", "mời"}) and not words & (GROUP_WORDS | {"/", "đủ"})


def _counts_all(ctx: Context, sentence: Sentence, run: list[Mention]) -> bool:
    """Whether a sentence opens with the count of a list and tells of the bloc after it.

    "Bảy cơ quan A, B, … và G đã ngồi lại để tổng kết năm của Khối thi đua Nội chính"
    """
    counts = [c for c in ctx.reading.of("COUNT", sentence.start, run[0].start) if c.end >= _opens(run) - 1]
    exact = bool(counts) and counts[-1].value == str(len(run))
    return exact and len(run) >= 4 and bool(ctx.reading.of("BLOC", run[-1].end, sentence.end))


def _said_before(ctx: Context, start: int, i: int) -> bool:
    """Whether "các (đơn vị) thành viên" stands right before a list: "các thành viên VKSND các quận A, B"."""
    return i - 2 >= start and ctx.reading.norms[i - 2 : i] == ["thành", "viên"]


def _said_after(ctx: Context, n: int) -> bool:
    """Whether the next sentence says of a list that these are the members: "Đó cũng là toàn bộ thành viên của Cụm"."""
    following = ctx.reading.sentences[n + 1 : n + 2]
    said = " ".join(w for s in following for w in ctx.reading.norms[s.start : s.start + 12])
    return re.match(r"(?:đó|đây)(?: cũng)?(?: chính)? là .*thành viên", said) is not None


def _opens(run: list[Mention]) -> int:
    """Return where a list begins, with the head that its items share."""
    return int(run[0].parts.get("from", run[0].start))


def _is_subject(ctx: Context, i: int, end: int) -> bool:
    """Whether what follows a list gives it an award or a role: "A, B, C được đề nghị tặng Bằng khen"."""
    return bool(ctx.reading.of("AWARD", i, min(end, i + 14))) or bool(ctx.reading.of("ROLE", i, min(end, i + 6)))


def line_runs(ctx: Context) -> list[MemberList]:
    """Return the lists that give one agency a line, as a table does, under lines that tell of the bloc's units."""
    reading = ctx.reading
    found: list[MemberList] = []
    n = 0
    while n < len(reading.sentences):
        run = listed_lines(ctx, n) or ranked_lines(ctx, n)
        if len(run) >= 3:
            lines = reading.sentence_of(run[-1].start) > n
            if lines and _is_of_members(ctx, n, run):
                found.append(MemberList(run, (run[0].start, run[0].end), ctx.bloc_for(run[0].start), "members-lines"))
            n = reading.sentence_of(run[-1].start)
        n += 1
    return found


def _is_of_members(ctx: Context, n: int, run: list[Mention]) -> bool:
    """Whether the lines from sentence `n` are the bloc's members: the lines over them say so, or the lines themselves.

    1. "Các đơn vị thành viên Khối:", and nothing is asked for them;
    2. as many lines as units were counted ("cả mười đơn vị trong cụm, kết quả như sau:");
    3. one of them leads the bloc ("• Đồn Biên phòng Tà Lùng (đơn vị Cụm trưởng)").
    """
    reading = ctx.reading
    head = _before_table(ctx, n)
    words = {w for s in head for w in reading.norms[s.start : s.end]}
    asks = any(ctx.has("ask", s.start, s.end) for s in head[-1:])
    ranked = run[0].parts.get("line") == "ranked"
    if GROUP_WORDS & words and UNIT_WORDS & words and not asks and not ranked:
        return True
    counts = [c for s in head for c in reading.of("COUNT", s.start, s.end)]
    if any(c.value == str(len(run)) for c in counts):
        return not asks and (bool(GROUP_WORDS & words) or _leads(ctx, run))
    return not ranked and bool(UNIT_WORDS & words) and _leads(ctx, run)


def headed_lists(ctx: Context) -> list[MemberList]:
    """Return the lists that are all that a line says under a bloc's heading: "1. Khối thi đua số 1", "Sở A; Sở B."."""
    reading = ctx.reading
    found: list[MemberList] = []
    for n, heading, blocs in reading.told("BLOC"):
        sentence = reading.sentences[min(n + 1, len(reading.sentences) - 1)]
        if sentence.line == heading.line or not _is_heading(ctx, heading, blocs[-1]):
            continue
        agencies = reading.of("AGENCY", sentence.start, sentence.end)
        if not agencies or _opens(agencies[:1]) > sentence.start + 1:
            continue
        run = open_run(ctx, agencies, sentence.end)
        rest = reading.norms[run[-1].end : sentence.end]
        if len(run) >= 2 and not any(w.isalnum() for w in rest):
            said = (blocs[-1].start, blocs[-1].end)
            found.append(MemberList(run, said, ctx.bloc_for(run[0].start), "members-lines"))
    return found + _headed_inline(ctx)


def _headed_inline(ctx: Context) -> list[MemberList]:
    """Return the lists that are all that follows a bloc and a colon: "Khối Nội chính: Công an tỉnh, Sở Tư pháp"."""
    reading = ctx.reading
    found: list[MemberList] = []
    for bloc in reading.of("BLOC"):
        n = reading.sentence_of(bloc.start)
        sentence = reading.sentences[n]
        if bloc.rule == "bare" or bloc.start > sentence.start + _HEADING_NUMBER:
            continue
        if not (_divided(ctx, n) or _enumerated(ctx, n)):
            continue
        agencies = reading.of("AGENCY", bloc.end, sentence.end)
        if not _is_parted(ctx, bloc) or not agencies or _opens(agencies[:1]) > bloc.end + 2:
            continue
        run = open_run(ctx, agencies, sentence.end)
        if len(run) > 1 and _says_no_more(ctx, run[-1].end, sentence.end):
            found.append(MemberList(run, (bloc.start, bloc.end), ctx.bloc_for(run[0].start), "members-lines"))
    return found


def _is_parted(ctx: Context, bloc: Mention) -> bool:
    """Whether a bloc is parted from what follows it: by a colon, or as a cell of a table."""
    reading, at = ctx.reading, bloc.end
    if at >= len(reading.norms):
        return False
    return reading.norms[at] in (":", "|") or at in reading.cells


def _says_no_more(ctx: Context, i: int, end: int) -> bool:
    """Whether nothing follows a list in its sentence, or only who leads: "…; Cụm trưởng là phường Trà Câu."."""
    words = ctx.reading.norms[i:end]
    if words[:1] == [";"] and ctx.reading.of("ROLE", i + 1, i + 2):
        return not ctx.reading.of("AWARD", i, end)
    return not any(w.isalnum() for w in words)


def _enumerated(ctx: Context, n: int) -> bool:
    """Whether the sentence before or after says of another bloc who is in it, and no award was told before."""
    reading = ctx.reading
    first = reading.sentences[max(0, n - 5)].start
    if reading.of("AWARD", first, reading.sentences[n].end) or ctx.has("ask", first, reading.sentences[n].start):
        return False
    for other in reading.sentences[max(0, n - 1) : n + 2]:
        blocs = reading.of("BLOC", other.start, other.start + _HEADING_NUMBER)
        named = blocs and blocs[0].rule != "bare" and _is_parted(ctx, blocs[0])
        if named and other is not reading.sentences[n] and len(reading.of("AGENCY", other.start, other.end)) > 2:
            return True
    return False


def _divided(ctx: Context, n: int) -> bool:
    """Whether a sentence before says that units are put into blocs, and none since asks for an award."""
    reading = ctx.reading
    for before in reversed(reading.sentences[max(0, n - 5) : n]):
        tells_posts = reading.of("ROLE", before.start, before.end) and not reading.of("BLOC", before.start, before.end)
        if reading.of("AWARD", before.start, before.end) or tells_posts:
            return False
        if _DIVIDES.search(" ".join(reading.norms[before.start : before.end])):
            return True
    return False


def _is_heading(ctx: Context, sentence: Sentence, bloc: Mention) -> bool:
    """Whether a line is but a bloc's name, with its number before it and its place or a count after it."""
    reading = ctx.reading
    before = reading.norms[sentence.start : bloc.start]
    if len(before) > _HEADING_NUMBER or any(len(w) > 4 for w in before):
        return False
    after = [w for w in reading.norms[bloc.end : sentence.end] if w.isalnum()]
    place = locality_at(reading, ctx.lexicon, bloc.end, sentence.end)
    rest = [w for w in reading.norms[place.end if place else bloc.end : sentence.end] if w.isalnum()]
    return not after or not rest or all(w.isdigit() or w in _COUNTS_UNITS for w in rest)


def _leads(ctx: Context, run: list[Mention]) -> bool:
    """Whether a role stands behind one of the lines' names."""
    return bool(ctx.reading.of("ROLE", run[0].end, ctx.reading.sentences[ctx.reading.sentence_of(run[-1].start)].end))


def ranked_lines(ctx: Context, n: int) -> list[Mention]:
    """Return the agencies of lines that say something before them: "Xếp thứ 3: THPT Mê Linh và THPT Đông Quan"."""
    reading = ctx.reading
    found: list[Mention] = []
    for sentence in reading.sentences[n : n + 30]:
        head = reading.norms[sentence.start : min(sentence.start + 9, sentence.end)]
        if ":" not in head:
            break
        at = sentence.start + head.index(":") + 1
        here = reading.of("AGENCY", at, min(at + 2, sentence.end))
        if not here or reading.of("AGENCY", sentence.start, at) or _asks(ctx, sentence.start, at):
            break
        found += run_after(ctx, reading.of("AGENCY", here[0].start, sentence.end), 0, lambda a, b: False)
    for m in found:
        m.parts["line"] = "ranked"
    return found


def _asks(ctx: Context, start: int, end: int) -> bool:
    return ctx.has("ask", start, end) or any(a.rule == "title" for a in ctx.reading.of("AWARD", start, end))


def _before_table(ctx: Context, n: int) -> list[Sentence]:
    """Return the lines over a table: its header cells, and the last whole sentence before them."""
    reading = ctx.reading
    first = n
    while first > 0 and n - first < 12:
        first -= 1
        if reading.sentences[first].end - reading.sentences[first].start > 8:
            break
    return reading.sentences[first:n]
