"""People's decisions on blocs: which names in which years mean one, and which do not."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import product
from typing import TYPE_CHECKING

from pipeline.record import Problem
from pipeline.registry.bloc_keys import Owner, name_key, owner_key
from pipeline.registry.bloc_partition import Partition
from pipeline.registry.bloc_years import NamedYear
from pipeline.text import same_name

if TYPE_CHECKING:
    from pipeline.registry.places import Gazetteer
    from pipeline.reviews import Review

_LABEL = re.compile(
    r"(?P<name>.+?)\s*@\s*(?:page\s+(?P<page>[^\s/#]+)|(?P<place>[^\s/#]*))"
    r"(?:\s*/\s*(?P<authority>[^#]+?))?(?:\s*#\s*(?P<year>\d{4}|\?))?"
)
"""NAME @ PLACE_ID / AUTHORITY # YEAR.

A national body has no place, or "-"; a bloc that one page alone tells of has "page ID" for it, and its year is of no
account. The year of a bloc of unknown year is "?".
"""


def apply_reviews(
    reviews: Iterable[Review], named: Sequence[NamedYear], partition: Partition, gazetteer: Gazetteer
) -> list[Problem]:
    """Join and keep apart what people decided on, before any rule; return a problem for each that names nothing.

    A year left out means all years. Of two decisions on one pair the one of the later day holds.
    """
    reviews = [r for r in reviews if r.target == "bloc" and r.verdict in ("merge", "split")]
    if not reviews:
        return []
    known = _Known(named, gazetteer)
    decided: dict[tuple[int, int], tuple[str, str]] = {}
    problems: list[Problem] = []
    for review in sorted(reviews, key=lambda r: (r.day or date.min, r.review_id, r.verdict)):
        sides = [known.find(side or "") for side in (review.left, review.right)]
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


class _Known:
    """Names in years, to be found by what reviews call them."""

    def __init__(self, named: Sequence[NamedYear], gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._owners: defaultdict[Owner, list[NamedYear]] = defaultdict(list)
        for one in named:
            self._owners[one.owner if one.owner.known else Owner("", "", one.owner.page)].append(one)

    def find(self, label: str) -> list[int]:
        """Return the indices of the names and years that a label means; none if it means none.

        1. the name as written, in that year, or in all years if none is given;
        2. in a year in which no report writes it so, what has its number or sector;
        3. in a year in which no report names it at all, as of the next year in which one does: reports may call a
           bloc in its first year by another name.
        """
        match = _LABEL.fullmatch(label.strip())
        if match is None:
            return []
        place = match["place"] if match["place"] != "-" else ""
        owner = (
            Owner("", "", match["page"])
            if match["page"]
            else owner_key(match["authority"], place or "", self._gazetteer)
        )
        name, year = same_name(match["name"]), match["year"]
        written = [one for one in self._owners.get(owner, ()) if same_name(one.mentions[0].name) == name]
        alike = written + [one for one in self._owners.get(owner, ()) if _alike(match["name"], one)]
        if match["page"] or year is None:
            return [one.index for one in written or alike]
        if year == "?":
            return [one.index for one in written if one.year is None]
        for found in (written, alike):
            if now := [one.index for one in found if one.year == int(year)]:
                return now
        following = min((one.year for one in alike if one.year is not None and one.year > int(year)), default=None)
        return sorted({one.index for one in alike if following is not None and one.year == following})


def _alike(name: str, other: NamedYear) -> bool:
    """Whether a name says the number of another, or its sector."""
    key = name_key(name, other.key.kind, other.owner.authority)
    if not same_name(name).startswith(other.key.kind):
        return False
    return bool(
        (key.number_key and key.number_key == other.key.number_key)
        or (key.sector_key and key.sector_key == other.key.sector_key)
    )
