"""What a bloc does in a year of the generated history, and who leads it, before anyone reports it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import NamedTuple

from history_names import FAMILY, GIVEN, MERGER, MIDDLE, Agency
from history_world import LAST_DAY, Bloc

PEOPLE = "cá nhân"
"""Stands for the person where only a number of people is given."""


class Event(NamedTuple):
    """Something that a bloc does, on which papers report."""

    name: str
    day: date
    year: int
    papers: int


class Planned(NamedTuple):
    """An award as it truly goes: what the bloc asks for or votes, and whether it is granted."""

    award: str
    forms: tuple[str, ...]
    authority: str
    recipient: Agency | None
    person: str | None
    amount: int | None
    rank: str | None
    granted: bool


@dataclass(slots=True)
class BlocYear:
    """What is settled for a bloc's year before anyone reports it."""

    bloc: Bloc
    year: int
    events: list[Event]
    awards: list[Planned]
    contradiction: str | None
    handover: bool
    """In summer the deputy takes over from the leader: two leaders, and no contradiction."""


_GRANTORS = {
    "Công an tỉnh": ("Bộ Công an",),
    "Bộ Công an": ("Bộ Công an",),
    "Liên đoàn Lao động tỉnh": ("Tổng Liên đoàn Lao động Việt Nam",),
    "Sở Giáo dục và Đào tạo": ("UBND tỉnh", "Chủ tịch UBND tỉnh"),
    "Trung ương Hội Nông dân Việt Nam": ("Trung ương Hội Nông dân Việt Nam",),
}
_GOVERNMENT = ("Chính phủ", "Thủ tướng Chính phủ")


def _between(rng: Random, first: date, last: date) -> date:
    return first + timedelta(rng.randrange((last - first).days + 1))


def settle_year(bloc: Bloc, year: int, seed: int, papers: float) -> BlocYear:
    """Decide what a bloc does in a year and what comes of it."""
    rng = Random(f"{seed}|{bloc.bloc_id}|{year}")
    last = min(bloc.last or LAST_DAY, LAST_DAY)
    whole_year = last > date(year, 12, 30)
    kinds = ("leader", "grantor") if bloc.owner.level == "huyện" else ("leader", "grantor", "rank")
    contradiction = rng.choice(kinds) if whole_year and rng.random() < 0.04 else None
    handover = contradiction is None and rng.random() < 0.03
    told_of = 0.45 if bloc.offset % 3 == 0 else 1.0  # every third bloc is one that papers seldom mention
    days: list[tuple[str, date]] = []
    if bloc.first > date(year, 6, 30):
        days.append(("thành lập", _between(rng, date(year, 8, 10), date(year, 10, 20))))
    elif last > date(year, 4, 20):
        if rng.random() < 0.5 * told_of:
            days.append(("ký kết giao ước", _between(rng, date(year, 3, 3), date(year, 4, 20))))
        if handover or rng.random() < 0.6 * told_of:
            latest = date(year, 6, 28) if last < date(year, 9, 30) else date(year, 8, 20)
            days.append(("sơ kết", _between(rng, date(year, 6, 5), latest)))
    if whole_year:
        if contradiction or rng.random() < 0.9 * told_of:
            days.append(("tổng kết", _between(rng, date(year, 11, 25), date(year + 1, 2, 20))))
        if contradiction == "grantor" or rng.random() < 0.35 * told_of:
            month = 5 if year + 1 == MERGER.year else 10
            days.append(("trao thưởng", _between(rng, date(year + 1, month, 5), date(year + 1, month, 28))))
    events = []
    for name, day in days:
        if day <= LAST_DAY:
            count = int(rng.choice((1, 1, 1, 2, 2, 3)) * papers + rng.random() * 0.8)
            events.append(Event(name, day, year, max(count, 2 if contradiction else 1)))
    members = bloc.members(year, date(year, 12, 31)) if whole_year else ()
    awards = _plan_awards(bloc, year, members, contradiction, rng)
    return BlocYear(bloc, year, events, awards, contradiction, handover)


def _plan_awards(
    bloc: Bloc, year: int, members: tuple[Agency, ...], contradiction: str | None, rng: Random
) -> list[Planned]:
    if len(members) < 3:
        return []
    owner = bloc.owner
    level = "huyện" if owner.level == "huyện" else "tỉnh"
    own = _GRANTORS.get(owner.authority or "", (f"UBND {level}", f"Chủ tịch UBND {level}"))
    first, second, third = rng.sample(members, 3)
    if rng.random() < 0.2 and not contradiction:
        return [
            Planned("Đơn vị dẫn đầu", (), "", first, None, None, None, False),
            Planned("Hạng Nhì", (), "", second, None, None, None, False),
        ]
    top, lesser = ("Giấy khen", "Giấy khen") if level == "huyện" else ("Cờ thi đua", "Bằng khen")
    rank = "hạng Nhất" if contradiction == "rank" or bloc.offset % 7 == 0 else None
    granted = bool(contradiction) or rng.random() < 0.8
    awards = [Planned(top, own, own[0], first, None, None, rank if top == "Cờ thi đua" else None, granted)]
    if rng.random() < 0.7 and top != "Giấy khen":
        awards.append(Planned(lesser, own, own[0], second, None, None, None, rng.random() < 0.8))
    if rng.random() < 0.15 and level == "tỉnh" and not contradiction:
        awards.append(Planned("Cờ thi đua", _GOVERNMENT, "Chính phủ", third, None, None, None, rng.random() < 0.6))
    if rng.random() < 0.2:
        awards.append(Planned(lesser, own, own[0], third, person_name(rng), None, None, True))
    if rng.random() < 0.25:
        awards.append(Planned(lesser, own, own[0], None, None, rng.randrange(2, 9), None, True))
        if rng.random() < 0.5:
            awards.append(Planned(lesser, own, own[0], None, PEOPLE, rng.randrange(10, 40), None, True))
    return awards


def person_name(rng: Random) -> str:
    """A name as people have it."""
    return f"{rng.choice(FAMILY)} {rng.choice(MIDDLE)} {rng.choice(GIVEN)}"


def leaders_of(bloc: Bloc, year: int) -> list[tuple[str, Agency]]:
    """Who leads a bloc in a year, as known when the year begins: the post goes around, with one or two deputies."""
    roster = [a for a in bloc.rosters.get(year, ()) if a.exists(max(bloc.first, date(year, 1, 1)))]
    settled = [a for a in roster if a.since is None or a.since < date(year - 1, 11, 1)] or roster
    if len(settled) < 3:
        return []
    turn = (year * 3 + bloc.offset) % len(settled)
    deputies = 2 if (year + bloc.offset) % 4 == 0 and len(settled) > 3 else 1
    return [("leader" if i == 0 else "deputy", settled[(turn + i) % len(settled)]) for i in range(deputies + 1)]
