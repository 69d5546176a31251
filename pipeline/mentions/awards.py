"""Award titles and rankings.

AWARD: value the canonical title, rule its class (title, bare, rank); `parts["rank"]` the class of a flag.
"""

from __future__ import annotations

from pipeline.lexicon import Lexicon
from pipeline.mentions.award_references import find_award_references
from pipeline.mentions.prizes import is_place_in_bloc
from pipeline.reading import Mention, Reading

_ENDS_BRANCH = frozenset("cho của năm được đối vì trong cùng theo để tặng trao đã vừa là tới đến có".split())
_BODIES = ("Bộ ", "Tổng ", "Tòa án nhân dân", "Viện kiểm sát nhân dân", "Kho bạc Nhà nước", "Ngân hàng Nhà nước")
_BRANCH = 7
"""So many tokens at most has the name of a branch of the state."""
_CAUSE = 20
"""So many tokens at most has a cause in quotation marks: "Vì sự nghiệp xây dựng và bảo vệ …"."""
_OPENS_ITEM = frozenset((":", ";", ",", "-", "+", "*", "•", "."))
_JOINS_RANKS = frozenset((",", "và", "-"))
_IN_A_ROW = {"nhì": "Hạng Nhì", "hai": "Hạng Nhì", "ba": "Hạng Ba"}
_LEADS = ("đứng", "đầu", "là")
"""A rank before a unit's name alone: not "đứng đầu là đồng chí X"."""
_FIRST = frozenset(("nhất",))
_FIRST_OR_SECOND = frozenset(("nhất", "nhì"))
_BEFORE_FIRST = frozenset(": , ; . xếp đó hạng".split())
_OPENS_RANK = frozenset((",", ";", "và", "còn", ":"))
_ENDS_ITEM = frozenset(", ; . và ( là - cùng".split())
_BESIDE_RANK = frozenset((":", "-"))
"""Marks between a unit and its rank: "Sở A: Nhất; Sở B: Nhì"."""
_IN_POINTS = frozenset((",", "."))
_BEFORE_POINTS = frozenset((":", "-", "đạt", "với"))
_ROW = 30
"""So many tokens at most has a list of units by rank."""
_NEXT_IN_RANK = tuple(
    tuple(words.split())
    for words in "tiếp đến là|kế đến là|tiếp theo là|theo sau là|kế tiếp là|xếp sau là|tiếp đó là|kế đó là|kế đó|"
    "thứ đến là|thứ đến|tiếp đến|kế đến|rồi đến|sau đó đến|đứng ngay sau là|xếp ngay sau là|ngay sau là|đứng sau là|"
    "xếp kế tiếp là|liền sau là|theo sát là|bám sát là".split("|")
)
_OPENS_NEXT = frozenset(words[0] for words in _NEXT_IN_RANK)
_NAME = 12
"""So many tokens at most has the name of a unit."""
_RANKS = {"nhất": "Nhất", "nhì": "Nhì", "ba": "Ba", "1": "Nhất", "2": "Nhì", "3": "Ba"}


def find_awards(reading: Reading, lexicon: Lexicon) -> list[Mention]:
    """Return the titles and rankings of a reading."""
    found: list[Mention] = []
    for start, end, award in reading.matches(lexicon.awards):
        if reading.sentence_of(start) != reading.sentence_of(end - 1):
            continue
        if award.cls == "not":
            if tuple(reading.norms[start:end]) == _LEADS and reading.of("AGENCY", end, end + 1):
                found.append(Mention("AWARD", start, end - 1, "Đơn vị dẫn đầu", "rank", {"for": "agency"}))
            continue
        parts = {"for": award.recipient}
        if award.cls == "prize":
            if is_place_in_bloc(reading, lexicon, start, end):
                shared = {"shared": "yes"} if reading.norms[start - 1] == "đồng" else {}
                found.append(Mention("AWARD", start, end, award.award, "rank", parts | {"prize": "yes"} | shared))
            continue
        if reading.norms[end - 1] == "-" and not _opens_item(reading, start):
            continue
        if reading.norms[end - 1] in (":", "-"):  # "nhất: Sở A" is a rank for its colon, which stays outside
            end -= 1
        before = found[-1] if found else None
        if before and start < before.end:  # "hạng Nhất" in "Cờ thi đua hạng Nhất"
            continue
        if (
            award.cls == "rank"
            and reading.norms[start] == "hạng"
            and before
            and "rank" in before.parts
            and reading.sentence_of(before.start) == reading.sentence_of(start)
        ):
            # "tặng Cờ thi đua hạng Nhất cho A, hạng Nhì cho B": a class of the same flag
            found.append(
                Mention(
                    "AWARD",
                    start,
                    end,
                    before.value,
                    before.rule,
                    before.parts | {"rank": _RANKS[reading.norms[end - 1]]},
                )
            )
            continue
        if (
            award.cls in ("title", "bare")
            and reading.norms[end : end + 1] == ["hạng"]
            and reading.norms[end + 1 : end + 2]
        ):
            rank = _RANKS.get(reading.norms[end + 1])
            if rank:
                parts["rank"], end = rank, end + 2
        if award.cls == "title" and start and reading.raw[start - 1] in '“"':  # “Cờ thi đua ngành Kiểm sát nhân dân”
            closing = next((k for k in range(end, min(end + 9, len(reading.raw))) if reading.raw[k] in '”"'), None)
            if closing and "của" not in reading.norms[end:closing]:  # “Cờ thi đua của UBND tỉnh” keeps its grantor
                end = closing + 1
        if award.cls == "title" and reading.norms[end : end + 1] == ["ngành"]:  # "Cờ thi đua ngành Tư pháp"
            stop = end_of_branch(reading, end + 1)
            if stop > end + 1:
                parts["branch"] = "Ngành " + reading.text(end + 1, stop)
                end = stop
        if award.award == "Kỷ niệm chương":
            end = _end_of_cause(reading, end)
        body = reading.at("AGENCY", end) if award.cls == "title" else None
        if body and body.value.startswith(_BODIES) and not body.parts.get("unit") and not body.parts.get("place"):
            parts["branch"], end = body.value, body.end  # "Cờ thi đua Tòa án nhân dân", "Bằng khen Bộ Công an"
        if reading.norms[start - 1 : start] == ["đồng"] and not reading.upper[start - 1]:
            parts["shared"] = "yes"
        found.append(Mention("AWARD", start, end, award.award, award.cls, parts))
    found += _ranks_in_a_row(reading, found)
    found += _ranks_after_units(reading, found)
    found += _ranks_before_units(reading, found)
    found += _next_in_rank(reading, found)
    found += find_award_references(reading, sorted(found, key=lambda m: m.start))
    return sorted(found, key=lambda m: m.start)


def _end_of_cause(reading: Reading, i: int) -> int:
    """Return where the cause ends that a medal is for: "Kỷ niệm chương “Vì sự nghiệp giáo dục” cho 5 cá nhân"."""
    at = i + 1 if reading.raw[i : i + 1] in (["“"], ['"']) else i
    if reading.norms[at : at + 2] != ["vì", "sự"]:
        return i
    quoted = at > i
    for k in range(
        at, min(at + (_CAUSE if quoted else _BRANCH + 2), reading.sentences[reading.sentence_of(i - 1)].end)
    ):
        if reading.raw[k] in '”"':
            return k + 1
        if not quoted and (not reading.raw[k].isalpha() or reading.norms[k] in _ENDS_BRANCH and k > at):
            return k
    return i


def _opens_item(reading: Reading, i: int) -> bool:
    """Whether an item of a list begins at a token: "xếp hạng: Nhất - Sở A; Nhì - Sở B"."""
    begin = reading.sentences[reading.sentence_of(i)].start
    return i == begin or reading.norms[i - 1] in _OPENS_ITEM


def _ranks_in_a_row(reading: Reading, found: list[Mention]) -> list[Mention]:
    """Return the ranks that only follow another: those of "vị trí nhất, nhì và ba", "hạng Nhì, hạng Ba"."""
    norms = reading.norms
    taken = {k for m in found for k in range(m.start, m.end)}
    more: list[Mention] = []
    for i in reading.where(_FIRST_OR_SECOND):
        if i + 2 >= len(norms) or norms[i + 1] not in _JOINS_RANKS or norms[i + 2] not in _IN_A_ROW:
            continue
        second = norms[i] == "nhì"  # "nhì, ba lần lượt là A, B"
        if second and (norms[i + 2] != "ba" or i in taken or norms[i - 1] not in _OPENS_RANK or norms[i - 2] == "nhất"):
            continue
        if i not in taken:
            more.append(
                Mention("AWARD", i, i + 1, "Hạng Nhì" if second else "Đơn vị dẫn đầu", "rank", {"for": "agency"})
            )
        at, rank = i + 2, "nhì"
        while at < len(norms) and norms[at] in _IN_A_ROW and norms[at - 1] in _JOINS_RANKS:
            rank = "ba" if norms[at] == "ba" else rank
            if at not in taken:
                more.append(Mention("AWARD", at, at + 1, _IN_A_ROW[rank], "rank", {"for": "agency"}))
            at += 2
    return more


def _ranks_after_units(reading: Reading, found: list[Mention]) -> list[Mention]:
    """Return the ranks of a list that only stand behind or before their units.

    "suy tôn xã A nhất, xã B nhì, xã C ba"; the first of "nhất là A, nhì là B".
    """
    norms = reading.norms
    taken = {k for m in found for k in range(m.start, m.end)}
    second = {m.start for m in found if m.value == "Hạng Nhì"}
    ends = {a.end for a in reading.of("AGENCY")}
    more: list[Mention] = []
    for i in reading.where(_FIRST):
        sentence = reading.sentences[reading.sentence_of(i)]
        stop = min(len(norms) if sentence.bullet else sentence.end, i + _ROW)  # "- Sở A: Nhất / - Sở B: Nhì"
        behind = _behind_unit(reading, ends, i)
        if i not in taken and norms[i + 1 : i + 2] == ["là"] and norms[i - 1] in _BEFORE_FIRST:
            if any(k in second for k in range(i + 2, stop)):
                more.append(Mention("AWARD", i, i + 1, "Đơn vị dẫn đầu", "rank", {"for": "agency"}))
        elif behind and any(norms[k] in _IN_A_ROW and _behind_unit(reading, ends, k) for k in range(i + 2, stop)):
            places = [k for k in range(i, stop) if _behind_unit(reading, ends, k)]
            for k in (k for k in places if k not in taken and (k == i or norms[k] in _IN_A_ROW)):
                value = _IN_A_ROW.get(norms[k], "Đơn vị dẫn đầu")
                more.append(Mention("AWARD", k, k + 1, value, "rank", {"for": "agency"}))
    return more


def _ranks_before_units(reading: Reading, found: list[Mention]) -> list[Mention]:
    """Return the ranks of a list that only stand before their units: "A đứng nhất, nhì B", "nhất A, nhì B, ba C".

    "ba" counts where no "nhì" stands before it, and "nhất" is one of a superlative where none follows.
    """
    norms = reading.norms
    begins = {int(a.parts.get("from", a.start)) for a in reading.of("AGENCY")}
    taken = {k for m in found for k in range(m.start, m.end)}
    more: list[Mention] = []
    for i in reading.positions.get("nhì", ()):
        sentence = reading.sentences[reading.sentence_of(i)]
        first = max(sentence.start, i - _ROW)
        if i in taken or i + 1 not in begins or norms[i - 1] not in _OPENS_RANK:
            continue
        before = [k for k in range(first, i) if norms[k] == "nhất" and k + 1 in begins and k not in taken]
        ranked = any(m.value == "Đơn vị dẫn đầu" and first <= m.start < i for m in found)
        if not before and not ranked:
            continue
        more.append(Mention("AWARD", i, i + 1, "Hạng Nhì", "rank", {"for": "agency"}))
        more += [Mention("AWARD", k, k + 1, "Đơn vị dẫn đầu", "rank", {"for": "agency"}) for k in before[-1:]]
        thirds = (k for k in range(i + 2, min(sentence.end, i + _ROW)) if norms[k] == "ba" and {k, k + 1} & begins)
        third = next((k for k in thirds if k not in taken and norms[k - 1] in _OPENS_RANK), None)
        if third is not None:
            more.append(Mention("AWARD", third, third + 1, "Hạng Ba", "rank", {"for": "agency"}))
    return more


def _next_in_rank(reading: Reading, found: list[Mention]) -> list[Mention]:
    """Return the second place that only its order tells: "A dẫn đầu với 962 điểm, tiếp đến là B (955 điểm)".

    One name alone must follow; of two, nobody knows which is the second.
    """
    norms, upper = reading.norms, reading.upper
    first = {reading.sentence_of(m.start): m.end for m in reversed(found) if m.value == "Đơn vị dẫn đầu"}
    more: list[Mention] = []
    for i in reading.where(_OPENS_NEXT) if first else ():
        words = next((w for w in _NEXT_IN_RANK if tuple(norms[i : i + len(w)]) == w), ())
        n = reading.sentence_of(i)
        if not words or n not in first or not first[n] <= i <= first[n] + _ROW:
            continue
        if any(m.rule == "title" and first[n] <= m.start < i for m in found):
            continue
        end = reading.sentences[n].end
        unit = at = i + len(words)
        while at < end and (reading.raw[at].isalpha() and norms[at] != "và" or norms[at] == "-") and at - unit < _NAME:
            at += 1
        named = reading.at("AGENCY", unit)
        at = max(at, named.end) if named and named.start == unit else at  # "Phòng Tài nguyên và Môi trường"
        if norms[at : at + 1] == ["("] and ")" in norms[at : min(at + _NAME, end)]:  # "B (97 điểm) và C (96 điểm)"
            at = norms.index(")", at) + 1
        behind = norms[at : at + 1] in (["("], [";"], ["."]) or at == end or norms[at] == "," and not upper[at + 1]
        if behind and any(upper[unit:at]):
            more.append(Mention("AWARD", i, i + len(words), "Hạng Nhì", "rank", {"for": "agency"}))
    return more


def _behind_unit(reading: Reading, ends: set[int], i: int) -> bool:
    """Whether a word stands between the name of a unit and a mark that ends its item: "A nhất, B (nhì), C: ba"."""
    norms = reading.norms
    end = i + 2 if norms[i + 1 : i + 2] in (["khối"], ["cụm"]) else i + 1  # "A nhất khối, B ba khối"
    if norms[i - 1] == "(" and _before_points(norms, i - 1) in ends:
        return norms[end : end + 1] == [")"]
    begin = i - 1 if norms[i - 1] == "loại" else i  # "A xếp loại nhất", "A loại nhất"
    begin -= begin < i and norms[begin - 1] in ("xếp", "đạt")
    beside = norms[begin - 1] in _BESIDE_RANK or norms[begin - 2 : begin] == ["điểm", ","]
    begin = _before_points(norms, begin - beside)
    return begin in ends and (norms[end : end + 1] == [] or norms[end] in _ENDS_ITEM or _ends_sentence(reading, end))


def _before_points(norms: list[str], end: int) -> int:
    """Return where the points of a unit begin that end at token `end`, or `end`: "Sở A | (98,5 điểm)", "A | : 98"."""
    in_bracket = norms[end - 1] == ")"
    at = end - 1 - in_bracket
    if norms[at] != "điểm":
        return end
    while at > 0 and (norms[at - 1].isdigit() or norms[at - 1] in _IN_POINTS):
        at -= 1
    return at - (norms[at - 1] == "(" if in_bracket else norms[at - 1] in _BEFORE_POINTS)


def _ends_sentence(reading: Reading, end: int) -> bool:
    """Whether a sentence or line ends before token `end`."""
    return reading.sentences[reading.sentence_of(end)].start == end


def end_of_branch(reading: Reading, i: int) -> int:
    """Return where the name of a branch of the state ends that begins at token `i` ("Giáo dục và Đào tạo")."""
    sentence = reading.sentences[reading.sentence_of(i - 1)]
    years = {y.start for y in reading.of("YEAR", i, i + _BRANCH)}
    for k in range(i, min(i + _BRANCH, sentence.end)):
        goes_on = reading.norms[k] == "và" and k + 1 < sentence.end and reading.upper[k + 1] and k > i
        if k in years or reading.norms[k] in _ENDS_BRANCH or not (reading.norms[k].isalpha() or goes_on):
            return k
        if reading.norms[k] == "và" and not goes_on:
            return k
    return min(i + _BRANCH, sentence.end)
