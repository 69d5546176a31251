"""Reviews that no word names: a conference at which the bloc ranked its units or put them up for awards."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.frames.context import BlocEntity, Context
from pipeline.frames.meeting_dates import day_of
from pipeline.frames.meeting_known import tells_of_another
from pipeline.frames.meeting_words import PRECEDENCE
from pipeline.record import Award, Meeting

_CHOSEN = ("voted", "proposed")
_MEETINGS = (("hội", "nghị"), ("buổi", "họp"), ("cuộc", "họp"), ("phiên", "họp"))


def add_implied_reviews(ctx: Context, meetings: dict[int, Meeting | None], awards: Sequence[Award]) -> None:
    """Add the review of a report's only bloc where a conference is spoken of and the bloc chose whom to award.

    "Tại hội nghị, các thành viên bầu Sở Y tế dẫn đầu Khối thi đua số 2": to weigh the units is to review their year.
    """
    if len(ctx.blocs) != 1 or ctx.decision:
        return
    bloc = ctx.blocs[0]
    chosen = [a for a in awards if a.bloc == bloc.name and a.status in _CHOSEN]
    told = meetings[id(bloc)]
    only_met = told is not None and told.type == "họp" and "type" in told.inferred
    said = _meeting_said(ctx) if (told is None or only_met) and chosen else None
    if said is not None and not tells_of_another(ctx):
        meetings[id(bloc)] = _review(ctx, bloc, said)


def _meeting_said(ctx: Context) -> tuple[int, int] | None:
    """Return the tokens at which the report first speaks of a conference."""
    for s in ctx.reading.sentences:
        if s.field in ("title", "lead", "body"):
            for words in _MEETINGS:
                at = ctx.reading.find(words, s.start, s.end)
                if at >= 0:
                    return at, at + len(words)
    return None


def _review(ctx: Context, bloc: BlocEntity, said: tuple[int, int]) -> Meeting:
    held, _, span = day_of(ctx, "tổng kết", bloc, [])
    evidence = [ctx.evidence("trigger", *said), ctx.evidence("type", *said), ctx.evidence_of("bloc", bloc.first)]
    evidence += [ctx.evidence_of("year", bloc.year_mention)] if bloc.year_mention else []
    return Meeting(
        bloc=bloc.name,
        type="tổng kết",
        date=held,
        year=bloc.year,
        date_as_written=None,
        rule=f"meeting-{PRECEDENCE.index('tổng kết') + 1}",
        evidence=(*evidence, *([span] if span else [])),
        inferred=("type",),
    )
