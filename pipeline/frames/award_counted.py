"""Places told by number and order alone.

1. "Ba đơn vị có số điểm cao nhất lần lượt là A, B và C";
2. "Kết quả xếp hạng như sau: 1. A; 2. B; 3. C", on one line or one below another.
"""

from __future__ import annotations

from pipeline.frames.award_lists import ends_list
from pipeline.frames.award_parts import Claim, Status
from pipeline.frames.context import Context
from pipeline.frames.holders import run_after
from pipeline.mentions.rankings import TOP_RANKS
from pipeline.mentions.times import number_at
from pipeline.reading import Mention, Sentence

_KINDS = frozenset("đơn vị trí tập thể cơ quan xã phường huyện sở trường địa phương có đạt được".split())
_HIGHEST = tuple(
    sorted(
        (
            tuple(words.split())
            for words in "điểm cao nhất|số điểm cao nhất|tổng điểm cao nhất|tổng số điểm cao nhất|dẫn đầu|đứng đầu|"
            "cao điểm nhất|dẫn đầu khối|dẫn đầu cụm|đứng đầu khối|đứng đầu cụm|cao nhất|đầu bảng|dẫn đầu thi đua|"
            "dẫn đầu phong trào thi đua|điểm thi đua cao nhất".split("|")
        ),
        key=len,
        reverse=True,
    )
)
_TO_NAMES = frozenset("là thuộc về gồm : cho khối cụm năm toàn trong của".split())
_RANKED = tuple(tuple(words.split()) for words in "xếp hạng|thứ hạng|vị thứ|thứ tự xếp loại|xếp thứ tự".split("|"))
"""Words of the head of a list whose numbers are ranks."""
_AFTER_NUMBER = frozenset((".", "/", ")", "-", ":"))
_HEAD_WORDS = frozenset(
    "thi đua như sau cụ thể là năm của các đơn vị thành viên khối cụm trong toàn số theo tổng điểm kết quả được , ( )"
    " chung cuộc cuối học".split()
)
"""All that may stand between them and the colon; what else is ranked, such as reforms, is no bloc's."""
_HEAD = 14
"""So many tokens at most from these words to the colon that opens the list."""
_TO_NEXT = 25
"""So many tokens at most from a unit of the list to the number of the next."""
_BEFORE = 12
"""So many tokens at most from the number to "lần lượt"."""
_BEHIND = 6
"""So many tokens at most from "lần lượt" to the first name."""


def with_places_in_order(ctx: Context, claims: list[Claim]) -> list[Claim]:
    """Return the claims with those of first, second and third place that a number of units is told to hold in order.

    Claims that were read from the same words go: "hai vị trí dẫn đầu lần lượt là A, B" are not two that lead.
    """
    found: list[Claim] = []
    for at in ctx.reading.positions.get("lượt", ()):
        sentence = ctx.reading.sentences[ctx.reading.sentence_of(at)]
        told = _number_before(ctx, sentence, at - 1) if ctx.reading.norms[at - 1] == "lần" else None
        if told is None or ctx.in_contest(sentence.start, sentence.end) or ctx.has("plan", sentence.start, at):
            continue
        start, end, number = told
        claims = [c for c in claims if not start <= c.award.start < end]
        units = _units_behind(ctx, at + 1, sentence.end)
        if len(units) == number <= len(TOP_RANKS):
            found += [_claim(ctx, start, end, rank, unit) for rank, unit in zip(TOP_RANKS, units, strict=False)]
    told_so = {(c.bloc.name, c.recipient) for c in claims if c.award.value in TOP_RANKS}
    return claims + found + [c for c in _numbered(ctx) if (c.bloc.name, c.recipient) not in told_so]


def _numbered(ctx: Context) -> list[Claim]:
    """Return the claims of the first three of a list whose head says that its numbers are ranks."""
    reading, norms = ctx.reading, ctx.reading.norms
    claims: list[Claim] = []
    for words in _RANKED:
        for at in reading.positions.get(words[0], ()):
            sentence = reading.sentences[reading.sentence_of(at)]
            if tuple(norms[at : at + len(words)]) != words or ctx.in_contest(sentence.start, sentence.end):
                continue
            stop = min(at + len(words) + _HEAD, sentence.end)
            colon = next((k for k in range(at + len(words), stop) if norms[k] == ":"), None)
            if colon is None or not all(w in _HEAD_WORDS or w.isdigit() for w in norms[at + len(words) : colon]):
                continue
            units = _numbered_units(ctx, colon + 1)
            if len(units) > 1 and not ctx.has("plan", sentence.start, at):
                claims += [_claim(ctx, at, at + len(words), r, u) for r, u in zip(TOP_RANKS, units, strict=False)]
    return claims


def _numbered_units(ctx: Context, start: int) -> list[Mention]:
    """Return the units of "1. A; 2. B; 3. C" from a token on, as far as the numbers follow one another."""
    norms, at = ctx.reading.norms, start
    units: list[Mention] = []
    while True:
        number = str(len(units) + 1)
        reach = range(at, min(at + (_TO_NEXT if units else 1), len(norms) - 2))
        begin = next((k for k in reach if norms[k].lstrip("0") == number and norms[k + 1] in _AFTER_NUMBER), None)
        unit = next(iter(ctx.reading.of("AGENCY", begin + 2, begin + 4)), None) if begin is not None else None
        if unit is None:
            return units
        units.append(unit)
        at = unit.end


def _number_before(ctx: Context, sentence: Sentence, at: int) -> tuple[int, int, int] | None:
    """Return (start, end, how many) of "ba đơn vị có số điểm cao nhất" before "lần lượt" at token `at`."""
    norms = ctx.reading.norms
    for start in range(max(sentence.start, at - _BEFORE), at):
        number = number_at(norms, start)
        if number is None or number < 2 or norms[start + 1] not in _KINDS:
            continue
        end = start + 1
        while end < at and norms[end] in _KINDS:
            end += 1
        words = next((w for w in _HIGHEST if tuple(norms[end : end + len(w)]) == w), None)
        rest = norms[end + len(words) : at] if words else None
        if words and rest is not None and all(w in _TO_NAMES or w.isdigit() for w in rest):
            return start, end + len(words), number
    return None


def _units_behind(ctx: Context, start: int, end: int) -> list[Mention]:
    """Return the list of agencies that begins behind "lần lượt là", over the points in brackets."""
    at = start
    while at < min(start + _BEHIND, end) and ctx.reading.norms[at] in _TO_NAMES:
        at += 1
    agencies = ctx.reading.of("AGENCY", start, end)
    first = next((k for k, a in enumerate(agencies) if at in (a.start, int(a.parts.get("from", a.start)))), None)
    return run_after(ctx, agencies, first, ends_list(ctx)) if first is not None else []


def _claim(ctx: Context, start: int, end: int, rank: str, unit: Mention) -> Claim:
    award = Mention("AWARD", start, end, rank, "rank", {"for": "agency"})
    return Claim(
        award=award,
        grantor=None,
        mention=unit,
        recipient=ctx.agency_name(unit),
        recipient_kind="agency",
        unit=None,
        count=None,
        bloc=ctx.bloc_for(start),
        year=None,
        status=Status("voted", (start, end)),
        rule="awards-in-order",
    )
