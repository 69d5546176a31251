"""People's decisions on blocs: which names in which years mean one, and which do not."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import product
from typing import TYPE_CHECKING

from pipeline.record import Problem
from pipeline.registry.bloc_keys import Owner, owner_key
from pipeline.registry.bloc_partition import Partition
from pipeline.registry.bloc_years import NamedYear
from pipeline.text import same_name

if TYPE_CHECKING:
    from pipeline.registry.places import Gazetteer
    from pipeline.reviews import Review

_LABEL = re.compile(
    r"(?P<name>.+?)\s*@\s*(?:page (?P<page>[^\s/#]+)|(?P<place>[^\s/#]+))"
    r"(?:\s*/\s*(?P<authority>[^#]+?))?(?:\s*#\s*(?P<year>\d{4}|\?))?\s*"
)
"""NAME @ PLACE / AUTHORITY # YEAR; a national body's place is "-", and a bloc of one page has "page ID" for it."""


def apply_reviews(
    reviews: Iterable[Review], named: Sequence[NamedYear], partition: Partition, gazetteer: Gazetteer
) -> list[Problem]:
    """Join and keep apart what people decided on, before any rule; return a problem for each that names nothing.

    A year left out means all years. Of two decisions on one pair the one of the later day holds.
    """
    reviews = [r for r in reviews if r.target == "bloc" and r.verdict in ("merge", "split")]
    if not reviews:
        return []
    about: defaultdict[tuple[str, str], list[NamedYear]] = defaultdict(list)
    for one in named:
        about[_where(one.owner), same_name(one.mentions[0].name)].append(one)
    decided: dict[tuple[int, int], tuple[str, str]] = {}
    problems: list[Problem] = []
    for review in sorted(reviews, key=lambda r: (r.day or date.min, r.review_id, r.verdict)):
        sides = [_find(side or "", about, gazetteer) for side in (review.left, review.right)]
        if not all(sides):
            lost = review.right if sides[0] else review.left
            problems.append(
                Problem(
                    code="review-without-bloc",
                    message=f"no report names a bloc {lost!r}; write NAME @ PLACE_ID / AUTHORITY # YEAR as in merges",
                    where=review.review_id,
                )
            )
            continue
        for a, b in product(*sides):
            if a != b:
                decided.pop((min(a, b), max(a, b)), None)
                decided[min(a, b), max(a, b)] = review.verdict, review.review_id
    for (a, b), (verdict, _) in decided.items():
        if verdict == "split":
            partition.keep_apart(a, b, reviewed=True)
    for (a, b), (verdict, review_id) in decided.items():
        if verdict == "merge":
            partition.join(a, b, f"review {review_id}", force=True)
    return problems


def _find(label: str, about: dict[tuple[str, str], list[NamedYear]], gazetteer: Gazetteer) -> list[int]:
    """Return the indices of the names and years that a label means."""
    match = _LABEL.fullmatch(label.strip())
    if match is None:
        return []
    if match["page"]:
        where = f"page {match['page']}"
    else:
        where = _where(owner_key(match["authority"], "" if match["place"] == "-" else match["place"], gazetteer))
    return [
        one.index
        for one in about.get((where, same_name(match["name"])), ())
        if match["year"] is None or match["year"] == ("?" if one.year is None else str(one.year))
    ]


def _where(owner: Owner) -> str:
    return f"page {owner.page}" if owner.page else f"{owner.authority} @ {owner.place_id}"
