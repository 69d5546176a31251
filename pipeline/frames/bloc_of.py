"""Which of a report's blocs a movement, an initiative or a ranking is of."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.frames.context import BlocEntity, Context


def bloc_at(ctx: Context, blocs: Sequence[BlocEntity], token: int, near: bool = False) -> BlocEntity | None:
    """Return the bloc that what is told at a token is of, None if it cannot be told.

    Args:
        ctx: the state of the report's frames.
        blocs: those that the report is about.
        token: where it is told.
        near: of several blocs only one that its own sentence names.
    """
    if len(blocs) == 1:
        return blocs[0]
    sentence = ctx.reading.sentences[ctx.reading.sentence_of(token)]
    if near and not any(sentence.start <= m.start < sentence.end for b in blocs for m in b.mentions):
        return None
    found = ctx.bloc_for(token)
    return found if any(found is b for b in blocs) else None
