"""The body that set a report's blocs up: "Quyết định của Giám đốc Sở Y tế về phân chia cụm, khối thi đua"."""

from __future__ import annotations

from pipeline.frames.context import BlocEntity, Context
from pipeline.mentions.bloc_owners import set_owner
from pipeline.reading import Mention, Sentence

_LEAD_SENTENCES = 6
_NEAR = 16
"""So many tokens at most between the body and the word for setting blocs up; a decision's number stands there."""

_ADVISERS = ("Sở Nội vụ", "Ban Thi đua", "Hội đồng Thi đua", "Phòng Nội vụ")
"""Bodies that set blocs up for the UBND, and own none by that."""


def give_makers(ctx: Context, blocs: list[BlocEntity]) -> None:
    """Set the authority of blocs that name none to the body that the first sentences say has set them up."""
    if any("authority" in m.parts for m in ctx.reading.of("BLOC")):
        return
    head = [s for s in ctx.reading.sentences if s.field in ("title", "lead", "body")][:_LEAD_SENTENCES]
    maker = next((found for s in head if (found := _maker(ctx, s))), None)
    if maker is not None:
        for bloc in blocs:
            set_owner(bloc.first, maker)


def _maker(ctx: Context, sentence: Sentence) -> Mention | None:
    """Return the agency that a sentence says has set blocs up, none where a UBND or its advisers speak in it."""
    act = ctx.first("set up", sentence.start, sentence.end)
    if act is None:
        return None
    before = ctx.reading.of("AGENCY", sentence.start, act[0])
    if not before or any(a.parts["policy"] == "self" or a.value.startswith(_ADVISERS) for a in before):
        return None
    nearest = before[-1]
    if any(ctx.reading.norms[k] in ("ubnd", "theo") for k in range(nearest.start, act[0])):
        return None
    return nearest if act[0] - nearest.end <= _NEAR else None
