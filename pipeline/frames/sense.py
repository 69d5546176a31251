"""The finished record as a whole: what a careful reader would see only when all facts lie side by side.

Plain slips are mended, what nobody would hold is dropped, the rest is kept; each leaves a row in `problems` that says
what it is, where, and what to do. The steps, each in its module: units told in other blocs (`sense_blocs`), days that
cannot be (`sense_dates`), leaders (`sense_leaders`), awards (`sense_awards`), counts against lists (`sense_counts`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.frames.context import Context
from pipeline.frames.member_lists import MemberList
from pipeline.frames.sense_awards import check_awards
from pipeline.frames.sense_blocs import with_their_blocs
from pipeline.frames.sense_counts import award_counts, list_counts, outsiders
from pipeline.frames.sense_dates import check_meetings, impossible_days
from pipeline.frames.sense_leaders import check_leaders
from pipeline.record import Record


def make_sense(ctx: Context, record: Record, lists: Sequence[MemberList]) -> Record:
    """Return the record mended, with a problem for each thing in it that cannot be so, in text order by check.

    Args:
        ctx: The report with its mentions.
        record: What the frames read; its problems stay and come first.
        lists: The lists of members, as the report gives them.
    """
    record, of_blocs = with_their_blocs(ctx, record)
    meetings, of_dates = check_meetings(record.meetings, record.published)
    leaders, of_leaders = check_leaders(record.leaders, meetings, record.published)
    awards, of_awards = check_awards(ctx, record.awards, meetings, record.problems)
    record = replace(record, meetings=meetings, leaders=leaders, awards=awards)
    counts = [*list_counts(ctx, record, lists), *award_counts(ctx, record), *outsiders(ctx, record, lists)]
    found = [*impossible_days(ctx), *of_dates, *counts, *of_blocs, *of_leaders, *of_awards]
    return replace(record, problems=(*record.problems, *dict.fromkeys(found))) if found else record
