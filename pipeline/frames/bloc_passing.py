"""Blocs that a report only names in passing: as where a guest or a former member belongs."""

from __future__ import annotations

from pipeline.frames.bloc_brackets import lists_blocs, opener_of
from pipeline.frames.context import Context
from pipeline.reading import Mention

_BEFORE = 6
"""Tokens before a name in which the words that pass it by may begin."""


def without_passing(ctx: Context, groups: list[list[Mention]]) -> list[list[Mention]]:
    """Return the blocs without those that every mention names in passing; all of them if no other is left.

    "Trung tâm Y tế A (thuộc Khối thi đua số 2) dự với tư cách khách mời", "cao hơn so với Cụm thi đua số 4".
    """
    if len(groups) < 2:
        return groups
    agency_ends = {m.end for m in ctx.reading.of("AGENCY")}
    told = [g for g in groups if not all(_is_passing(ctx, m, agency_ends) for m in g)]
    return told or groups


def _is_passing(ctx: Context, mention: Mention, agency_ends: set[int]) -> bool:
    sentence = ctx.reading.sentences[ctx.reading.sentence_of(mention.start)]
    if sentence.field == "title" or ctx.reading.norms[mention.end : mention.end + 1] == [":"]:
        return False  # "như sau (Cụm 1: xã A là cụm trưởng; Cụm 2: …)": what follows is told of it
    if opener_of(ctx, mention) in agency_ends:  # "Sở Y tế (thuộc Khối thi đua số 2)"
        return not lists_blocs(ctx, sentence.start, sentence.end)
    return _passed_by(ctx, mention, sentence.start)


def _passed_by(ctx: Context, mention: Mention, start: int) -> bool:
    """Whether words such as "so với", "trước đây thuộc" stand right before, or with an agency or two words between."""
    found = ctx.last("passing", max(start, mention.start - _BEFORE), mention.start)
    return found is not None and mention.start - found[1] <= 2
