"""Members counted in groups: "Khối gồm 8 đơn vị, trong đó 3 công ty cà phê là A, B, C; 2 ngân hàng là D, E"."""

from __future__ import annotations

from pipeline.frames.context import Context
from pipeline.frames.member_lists import MemberList, listed_after
from pipeline.mentions.agencies import AgencyFinder
from pipeline.reading import Mention, Sentence

_OPENS = frozenset(("là", ":", "gồm"))
_REACH = 16
_FEWEST = 2
_ADDS = (["cùng", "với"], ["và"], [","], ["cùng"])


def grouped(ctx: Context, finder: AgencyFinder) -> list[MemberList]:
    """Return the lists whose groups are counted one by one, after the words that count them all."""
    reading = ctx.reading
    found: list[MemberList] = []
    for i in reading.where({"đó"}):
        n = reading.sentence_of(i)
        sentence = reading.sentences[n]
        counts = reading.of("COUNT", sentence.start, i)
        if reading.norms[i - 1] != "trong" or not counts or not reading.of("BLOC", sentence.start, i):
            continue
        if reading.of("AWARD", sentence.start, sentence.end):
            continue
        whole = int(counts[-1].value)
        groups = _groups(ctx, finder, n, i + 1, sentence)
        members = [m for group in groups for m in group]
        if len(groups) >= _FEWEST and len(members) <= whole:
            members += _added(ctx, members[-1].end, sentence.end)
            if len(members) <= whole:
                found.append(MemberList(members, (i - 1, i + 1), ctx.bloc_for(i), "members-gồm"))
    return found


def _groups(ctx: Context, finder: AgencyFinder, n: int, start: int, sentence: Sentence) -> list[list[Mention]]:
    """Return the groups of a sentence from token `start` on, each as long as it is said to be."""
    reading = ctx.reading
    groups: list[list[Mention]] = []
    past = start
    for count in reading.of("COUNT", start, sentence.end):
        if count.start < past:
            continue
        opens = (k for k in range(count.end, min(count.end + _REACH, sentence.end)) if reading.norms[k] in _OPENS)
        at = next(opens, None)
        if at is None or at + 1 >= sentence.end:
            continue
        listed = listed_after(ctx, finder, n, at + 1, sentence.end)
        if len(listed) < int(count.value):
            continue
        groups.append(listed[: int(count.value)])
        past = groups[-1][-1].end
    return groups


def _added(ctx: Context, i: int, end: int) -> list[Mention]:
    """Return the agencies that follow the groups one by one: "cùng với Công ty A và Công ty B"."""
    reading = ctx.reading
    added: list[Mention] = []
    for agency in reading.of("AGENCY", i, end):
        if reading.norms[i : agency.start] not in _ADDS:
            break
        added.append(agency)
        i = agency.end
    return added
