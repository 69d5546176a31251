"""What a report says beyond the six kinds: documents, movements, initiatives and rankings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pipeline.frames.context import BlocEntity, Context
from pipeline.frames.documents import find_documents
from pipeline.frames.initiatives import find_initiatives
from pipeline.frames.movements import find_movements
from pipeline.frames.rankings import find_rankings
from pipeline.mentions.named import find_named
from pipeline.record import Award, Leader, Meeting


def find_beyond(
    ctx: Context,
    blocs: Sequence[BlocEntity],
    meetings: Sequence[Meeting],
    leaders: Sequence[Leader],
    awards: Sequence[Award],
) -> dict[str, Any]:
    """Return the further lists of a record by their names; none without a bloc.

    Args:
        ctx: the state of the report's frames.
        blocs: the blocs that the report is about.
        meetings: their meetings.
        leaders: their leaders, which a decision may be behind.
        awards: likewise.
    """
    if not blocs:
        return {}
    named = find_named(ctx.reading)
    return {
        "documents": tuple(find_documents(ctx, leaders, awards)),
        "movements": tuple(find_movements(ctx, blocs, meetings, [m for m in named if m.kind == "MOVEMENT"])),
        "initiatives": tuple(find_initiatives(ctx, blocs, [m for m in named if m.kind == "INITIATIVE"])),
        "rankings": tuple(find_rankings(ctx, blocs)),
    }
