"""Small worlds of blocs: mentions made from letters, and what was made of them as words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from pipeline.registry.blocs import BlocMention, BlocRegistry, resolve_blocs
from pipeline.registry.places import load_places
from pipeline.reviews import Review

PLACES = load_places()
"""The real gazetteer: Kon Tum merged in 2025, Cao Bằng did not."""

CB = "cao-bang"

STAFF = "abcdefgh"
"""Units of one bloc, a letter each."""

OTHERS = "ijklmnop"


def told(
    mention_id: str,
    year: int | None,
    units: str = "",
    name: str = "Khối thi đua số 2",
    place: str | None = "kon-tum",
    *,
    listed: bool | None = None,
    terms: Sequence[tuple[int, str, str]] = (),
    kind: str = "",
    level: str | None = "tỉnh",
    authority: str | None = None,
    page: str = "",
) -> BlocMention:
    """A mention; `units` are letters, told as a list of members if there are four or more, else as leaders."""
    members = frozenset(units) if (len(units) >= 4 if listed is None else listed) else frozenset()
    return BlocMention(
        mention_id=mention_id,
        page_id=page or f"page-{mention_id}",
        name=name,
        bloc_kind=kind or name.split()[0].lower(),
        level=level,
        authority=authority,
        place_id=place,
        year=year,
        units=frozenset(units) | {unit for *_, unit in terms},
        members=members,
        terms=frozenset(terms),
    )


def parts(registry: BlocRegistry) -> set[frozenset[str]]:
    """The mentions that mean one bloc, bloc by bloc."""
    groups: dict[str, set[str]] = {}
    for mention_id, bloc_id in registry.ids.items():
        groups.setdefault(bloc_id, set()).add(mention_id)
    return {frozenset(group) for group in groups.values()}


def resolved(*mentions: BlocMention, **more: object) -> str:
    """The mentions that mean one bloc, as words of mention ids: "a1 a2 | b1"."""
    registry = resolve_blocs(mentions, PLACES, **more)  # type: ignore[arg-type]
    return " | ".join(sorted(" ".join(sorted(part)) for part in parts(registry)))


def review(verdict: str, left: str, right: str, day: date | None = None) -> Review:
    return Review(target="bloc", verdict=verdict, left=left, right=right, day=day)  # type: ignore[arg-type]
