"""Candidates that withdraw or refuse: no award is read for them, and a problem keeps the words that say so."""

from __future__ import annotations

from pipeline.frames.award_lists import ends_list
from pipeline.frames.context import Context
from pipeline.frames.holders import run_before
from pipeline.reading import Mention, Sentence
from pipeline.record import Problem

_ABOUT_AWARDS = tuple(
    tuple(words.split())
    for words in "bình xét|bình bầu|bình chọn|xét thi đua|khen thưởng|danh sách|danh hiệu|xét cờ|xét khen|xét tặng|"
    "không xét|suy tôn|xếp hạng|cờ|đề nghị khen".split("|")
)
_REACH = 18
"""So many tokens at most between a candidate and the words by which it declines."""


def leave_problems(ctx: Context) -> None:
    """Add a problem `award-declined` for each agency that withdraws from this year's awards or refuses one.

    "Sở A xin rút khỏi danh sách bình xét", "xã B không nhận Cờ thi đua của huyện": `where` is the agency's official
    name. Plans, conditions and what is told of other years leave none.
    """
    for n, sentence in enumerate(ctx.reading.sentences):
        said = ctx.first("decline", sentence.start, sentence.end) if sentence.field != "author" else None
        if said is None or not _is_about_awards(ctx, n) or _is_of_another_time(ctx, sentence, said[0]):
            continue
        for agency in _candidates(ctx, sentence, said[0]):
            name = ctx.agency_name(agency)
            start, end = ctx.reading.span(*said)
            ctx.problems.append(
                Problem(
                    code="award-declined",
                    message=f"{name} declines an award or withdraws from its choice; none was read for it here.",
                    where=name,
                    start=start,
                    end=end,
                )
            )


def _candidates(ctx: Context, sentence: Sentence, said: int) -> list[Mention]:
    agencies = [a for a in ctx.reading.of("AGENCY", sentence.start, said) if a.end <= said]
    if not agencies or said - agencies[-1].end > _REACH or ";" in ctx.reading.norms[agencies[-1].end : said]:
        return []
    return run_before(ctx, agencies, len(agencies) - 1, ends_list(ctx))


def _is_about_awards(ctx: Context, n: int) -> bool:
    """Whether the sentence speaks of awards, or the one before it in the same paragraph does."""
    reading, sentence = ctx.reading, ctx.reading.sentences[n]
    if reading.of("AWARD", sentence.start, sentence.end):
        return True
    if any(reading.find(words, sentence.start, sentence.end) >= 0 for words in _ABOUT_AWARDS):
        return True
    before = reading.sentences[n - 1] if n else sentence
    return before.line == sentence.line and bool(reading.of("AWARD", before.start, before.end))


def _is_of_another_time(ctx: Context, sentence: Sentence, said: int) -> bool:
    """Whether the sentence plans, sets a condition, or names another year than the one under review."""
    years = {int(y.value) for y in ctx.reading.of("YEAR", sentence.start, sentence.end)}
    reviewed = ctx.bloc_for(sentence.start).year
    return ctx.has("plan", sentence.start, said) or bool(years) and reviewed not in years
