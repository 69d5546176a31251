"""What goes into the identity of blocs, and what comes out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pipeline.record import Problem

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class BlocMention:
    """A bloc in one article.

    Attributes:
        mention_id: Id of the statement that names it.
        page_id: The report, the same for all copies of one text.
        name: Its name in the article.
        bloc_kind: khối, cụm or khu vực.
        level: Territorial level of its authority: trung ương, tỉnh, huyện, xã, đơn vị; None if unknown.
        authority: The body that it belongs to, if the article names one other than the UBND of its place.
        place_id: The place of its authority, if known.
        year: The year that the article is about; None if unknown.
        units: The agencies named for it in any role, by their `line_id`.
        members: Those of them that the article lists as members.
        terms: (year, role, unit) of the posts that the article tells.
    """

    mention_id: str
    page_id: str
    name: str
    bloc_kind: str
    level: str | None = None
    authority: str | None = None
    place_id: str | None = None
    year: int | None = None
    units: frozenset[str] = frozenset()
    members: frozenset[str] = frozenset()
    terms: frozenset[tuple[int, str, str]] = frozenset()


@dataclass(frozen=True, slots=True)
class BlocRegistry:
    """Rows of the tables `blocs`, `bloc_names`, `bloc_periods`, `bloc_lineage`, `merges` and `doubts`, each by its key.

    `ids` gives the bloc_id of every mention_id; `problems` tells of reviews that name no known bloc.
    """

    blocs: list[Row]
    names: list[Row]
    periods: list[Row]
    lineage: list[Row]
    merges: list[Row]
    doubts: list[Row]
    ids: Mapping[str, str]
    problems: list[Problem] = field(default_factory=list)
