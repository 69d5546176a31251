"""The names of those who get an award, told in the sentence behind that of their number.

"Khối đề nghị tặng Cờ thi đua cho 2 đơn vị. Đó là Sở A và Sở B", "A là một trong 3 đơn vị được tặng Cờ. 3 đơn vị này
gồm: A; B; C". There must be as many names as the number says.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from pipeline.frames.award_lists import ends_list
from pipeline.frames.award_parts import Claim
from pipeline.frames.award_reference import KINDS
from pipeline.frames.context import Context
from pipeline.frames.holders import run_after
from pipeline.mentions.times import number_at
from pipeline.reading import Mention, Sentence

_OPENERS = tuple(
    tuple(words.split())
    for words in (
        "đó là|đây là|cụ thể gồm|cụ thể là|cụ thể|bao gồm|gồm có|gồm|danh sách gồm|trong đó có|theo đó gồm".split("|")
    )
)
_MANY = frozenset(("các", "những"))
_BEHIND_KIND = frozenset("này trên nói ấy được tặng nhận vinh dự đề nghị khen thưởng cờ danh hiệu trao đợt lần".split())
"""Words behind the kind of those who get it: "các đơn vị được tặng Cờ gồm"."""
_TO_NAMES = frozenset("là gồm có bao : lần lượt".split())
_TO_LIST = 2
"""So many lines below the number may the names stand."""
_HEAD = 14
"""So many tokens at most from the beginning of the sentence to the first name."""


def with_names_behind(ctx: Context, claims: list[Claim]) -> list[Claim]:
    """Return the claims, those of a number of units with the names that are listed behind in its place.

    A rank that only says why a listed unit gets the title is no claim: "gồm: A, dẫn đầu Khối 1; B, dẫn đầu Khối 2".
    """
    found: list[Claim] = []
    listed: dict[int, int] = {}
    named = Counter(id(c.award) for c in claims if c.recipient)
    for claim in claims:
        if id(claim.award) in listed or claim.award.rule == "rank" and claim.award.start < listed.get(-1, 0):
            continue
        units, end = _units_here(ctx, claim, named[id(claim.award)]), 0
        if units:
            end = ctx.reading.sentences[ctx.reading.sentence_of(claim.award.start)].end
        units = units or _units_behind(ctx, claim)
        found += [_of_unit(ctx, claim, unit) for unit in units] or [claim]
        if units:
            listed |= {id(claim.award): 0, -1: max(end, listed.get(-1, 0))}
    return found


def _units_here(ctx: Context, claim: Claim, named: int) -> list[Mention]:
    """Return as many units as a title's number says, each at the beginning of an item of the sentence's list.

    "tặng Cờ cho 3 tập thể dẫn đầu các khối, gồm: A; B; C", "gồm A đã có thành tích …; B đã có …". None if as many are
    `named` already.
    """
    reading, award = ctx.reading, claim.award
    sentence = reading.sentences[reading.sentence_of(award.start)]
    counts = [c for c in reading.of("COUNT", award.end, sentence.end) if c.parts["of"] == "agency"]
    if award.rule == "rank" or not counts or claim.mention not in counts[:1] and claim.mention.start < counts[0].end:
        return []
    number, start = int(counts[0].value), counts[0].end
    titles = [a for a in reading.of("AWARD", award.end, sentence.end) if a.rule != "rank"]
    end = titles[0].start if titles else sentence.end
    opens = next((k for k in range(start, end) if reading.norms[k] in ("gồm", "là", ":")), None)
    if number < 2 or number == named or opens is None or reading.of("ROLE", opens, end):
        return []
    while opens < end and reading.norms[opens] in _TO_NAMES:
        opens += 1
    begins = {opens, *(k + 1 for k in range(opens, end) if reading.norms[k] == ";")}
    begins |= {k + 1 for k in begins if k < end and reading.norms[k] == "và"}
    agencies = reading.of("AGENCY", opens, end)
    if not agencies or int(agencies[0].parts.get("from", agencies[0].start)) != opens:
        return []
    run = run_after(ctx, agencies, 0, ends_list(ctx))
    items = [a for a in agencies if int(a.parts.get("from", a.start)) in begins]
    return run if len(run) == number else items if len(items) == number else []


def _of_unit(ctx: Context, claim: Claim, unit: Mention) -> Claim:
    name = ctx.agency_name(unit)
    return replace(claim, mention=unit, recipient=name, recipient_kind="agency", count=None, rule="award-by-reference")


def _units_behind(ctx: Context, claim: Claim) -> list[Mention]:
    """Return the units that the sentence behind a claim's lists, where they are as many as it counts."""
    n = ctx.reading.sentence_of(claim.award.start)
    if claim.award.rule == "rank" or n + 1 >= len(ctx.reading.sentences):
        return []
    here, behind = ctx.reading.sentences[n], ctx.reading.sentences[n + 1]
    number = _number_of(ctx, claim, here)
    if number is None or number < 2 or not 0 <= behind.line - here.line <= _TO_LIST:
        return []
    units = _listed(ctx, behind)
    told = claim.recipient is None or any(ctx.agency_name(u) == claim.recipient for u in units)
    return units if len(units) == number and told else []


def _number_of(ctx: Context, claim: Claim, here: Sentence) -> int | None:
    """Return how many get a claim's award: its own number, or that of "A là một trong 4 đơn vị được tặng"."""
    if claim.recipient is None:
        return claim.count if claim.recipient_kind == "agency" else None
    norms = ctx.reading.norms
    for count in ctx.reading.of("COUNT", max(here.start, claim.mention.end), claim.award.start):
        before = [w for w in norms[max(here.start, count.start - 3) : count.start] if w != "số"]
        if before[-2:] in (["một", "trong"], ["1", "trong"]):
            return int(count.value)
    return None


def _listed(ctx: Context, sentence: Sentence) -> list[Mention]:
    """Return the agencies of a sentence that only lists those told before."""
    norms, start = ctx.reading.norms, sentence.start
    if ctx.reading.of("ROLE", start, sentence.end):
        return []
    at = _behind_opener(ctx, sentence)
    agencies = ctx.reading.of("AGENCY", start, sentence.end) if at is not None else []
    if not agencies or at is None:
        return []
    while at < sentence.end and norms[at] in _TO_NAMES:
        at += 1
    if int(agencies[0].parts.get("from", agencies[0].start)) != at:
        return []
    return run_after(ctx, agencies, 0, ends_list(ctx))


def _behind_opener(ctx: Context, sentence: Sentence) -> int | None:
    """Return the token behind "Đó là", "Bao gồm", "Các đơn vị này gồm", "Hai tập thể được tặng Cờ là"."""
    norms, start = ctx.reading.norms, sentence.start
    opener = next((w for w in _OPENERS if tuple(norms[start : start + len(w)]) == w), None)
    if opener:
        return start + len(opener)
    if norms[start] not in _MANY and number_at(norms, start) is None:
        return None
    kind = next((k for k in KINDS if tuple(norms[start + 1 : start + 1 + len(k)]) == k), None)
    if kind is None:
        return None
    at = start + 1 + len(kind)
    while at < min(start + _HEAD, sentence.end) and norms[at] in _BEHIND_KIND:
        at += 1
    return at if norms[at : at + 1] in (["là"], ["gồm"], ["bao"], [":"]) else None
