"""Leaders side by side: one unit under two names, two units in one post, one in two posts, terms that cannot be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from pipeline.frames.context import merge_evidence
from pipeline.record import Evidence, Leader, Meeting, Problem
from pipeline.text import syllables

_PLACE_WORDS = frozenset("ubnd tỉnh huyện thành phố tp thị xã quận phường trấn đặc khu".split())
"""What one writer says of a unit's place and another leaves out: "KBNN tỉnh Thái Bình", "KBNN Thái Bình"."""
_CHOSEN = ("elected", "assumed", "proposed")
_CHOSEN_OR_APPOINTED = (*_CHOSEN, "appointed")
_STRENGTH = ("appointed", "elected", "assumed", "proposed", "serving")
_BLOC_HEADS = (("khối", "thi", "đua"), ("cụm", "thi", "đua"), ("khu", "vực", "thi", "đua"))
_FIRST_OF_HEADS = frozenset(head[:1] for head in _BLOC_HEADS)

Result = tuple[tuple[Leader, ...], list[Problem]]


def same_unit(one: str, other: str) -> bool:
    """Whether two names of agencies are of one: alike but for words such as "tỉnh" that only one of them has.

    "thị xã Cai Lậy" and "huyện Cai Lậy" are two.
    """
    first, second = sorted((syllables(one), syllables(other)), key=len)
    rest = iter(first)
    wanted = next(rest, None)
    for word in second:
        if word == wanted:
            wanted = next(rest, None)
        elif word not in _PLACE_WORDS:
            return False
    return wanted is None


def is_bloc_name(name: str) -> bool:
    """Whether a name is a bloc's and no agency's: "Khối thi đua số 3"."""
    words = syllables(name)
    return words[:1] in _FIRST_OF_HEADS and any(words[: len(head)] == head for head in _BLOC_HEADS)


def check_leaders(leaders: Sequence[Leader], meetings: Sequence[Meeting], published: str | None) -> Result:
    """Return the leaders, plain misreadings mended or dropped, and the problems with them."""
    problems: list[Problem] = []
    kept = list(_without_blocs(leaders, problems))
    kept = _joined(kept)
    reviewed = {m.bloc: m.year for m in meetings if m.type == "tổng kết" and m.year is not None}
    kept = [_sitting(leader, kept, reviewed, problems) for leader in kept]
    kept = _joined(kept)
    kept = _one_post_each(kept, problems)
    _two_in_one_post(kept, problems)
    for leader in kept:
        _check_term(leader, reviewed.get(leader.bloc), published, problems)
    return tuple(kept), problems


def _without_blocs(leaders: Iterable[Leader], problems: list[Problem]) -> Iterator[Leader]:
    for leader in leaders:
        if leader.agency and is_bloc_name(leader.agency):
            message = f"{leader.agency} is said to lead a bloc, but is one; left out. Look who leads it."
            problems.append(_problem("bloc-as-leader", message, leader))
        else:
            yield leader


def _joined(leaders: Sequence[Leader]) -> list[Leader]:
    """Join the records of one unit under two forms of its name, in one post and year; the fuller name stands."""
    out: list[Leader] = []
    for leader in leaders:
        at = next((k for k, other in enumerate(out) if _is_same(leader, other)), None)
        if at is None:
            out.append(leader)
            continue
        both = sorted((out[at], leader), key=lambda x: _STRENGTH.index(x.status))
        person = both[0].person or both[1].person
        name = max((both[0].agency or "", both[1].agency or ""), key=len)
        evidence = merge_evidence(x.evidence for x in both)
        said = any("year" not in x.inferred for x in both)
        out[at] = replace(
            both[0],
            agency=name or None,
            person=person,
            evidence=evidence,
            inferred=tuple(s for s in both[0].inferred if s != "year" or not said),
        )
    return out


def _is_same(one: Leader, other: Leader) -> bool:
    post = (one.bloc, one.role, one.year) == (other.bloc, other.role, other.year)
    return post and one.agency is not None and other.agency is not None and same_unit(one.agency, other.agency)


def _sitting(leader: Leader, leaders: Sequence[Leader], reviewed: dict[str, int], problems: list[Problem]) -> Leader:
    """Return a leader who was read as chosen for the coming year, though another is: who speaks there sits now.

    "Ông X, Giám đốc Sở A, Trưởng khối cho rằng …" beside "bầu Sở B làm Trưởng khối năm 2023": A leads in 2022.
    """
    year = reviewed.get(leader.bloc)
    if year is None or leader.year != year + 1 or leader.role != "leader" or not leader.agency:
        return leader
    if "year" not in leader.inferred or leader.person is None or leader.status not in _CHOSEN:
        return leader
    said = [x for x in leaders if x.bloc == leader.bloc and x.role == "leader" and x.year == year + 1 and x != leader]
    if not any("year" not in x.inferred and x.status in _CHOSEN_OR_APPOINTED for x in said):
        return leader
    if any(x.bloc == leader.bloc and x.role == "leader" and x.year == year for x in leaders):
        return leader
    message = (
        f"{leader.agency} was read as chosen for {year + 1}, as {said[0].agency} is; read as the sitting leader of "
        f"{year}. Check it."
    )
    problems.append(_problem("two-leaders", message, leader))
    evidence = tuple(_as_role(leader, e) for e in leader.evidence)
    return replace(leader, year=year, status="serving", evidence=evidence)


def _as_role(leader: Leader, evidence: Evidence) -> Evidence:
    """Return a status's or a trigger's evidence moved to the words of the post: who sits is told by them alone."""
    role = next(e for e in leader.evidence if e.slot == "role")
    return replace(role, slot=evidence.slot) if evidence.slot in ("status", "trigger") else evidence


def _one_post_each(leaders: list[Leader], problems: list[Problem]) -> list[Leader]:
    """Check units that lead a bloc and are its deputy in one year; where one name was read twice, the weaker goes."""
    dropped: list[Leader] = []
    for chief in (x for x in leaders if x.role == "leader" and x.agency and x.year is not None):
        for deputy in (x for x in leaders if x.role == "deputy" and (x.bloc, x.year) == (chief.bloc, chief.year)):
            if deputy.agency is None or not same_unit(chief.agency or "", deputy.agency):
                continue
            said = f"{chief.agency} is leader ({chief.status}) and deputy ({deputy.status}) of one bloc in {chief.year}"
            weaker = _weaker(chief, deputy, leaders)
            if weaker is not None:
                dropped.append(weaker)
                said += f"; the {weaker.role} was left out, for another unit holds that post too. Check it"
            else:
                said += "; both are kept. Look which post it holds"
            problems.append(_problem("leader-is-deputy", said + ".", deputy))
    return [x for x in leaders if x not in dropped]


def _weaker(chief: Leader, deputy: Leader, leaders: Sequence[Leader]) -> Leader | None:
    """Return the one of two posts of a unit that another unit holds too in that year, where that is one alone."""
    taken = [
        post
        for post in (chief, deputy)
        if any(
            x not in (chief, deputy) and (x.bloc, x.role, x.year) == (post.bloc, post.role, post.year) for x in leaders
        )
    ]
    return taken[0] if len(taken) == 1 and taken[0].role == "leader" else None


def _two_in_one_post(leaders: Sequence[Leader], problems: list[Problem]) -> None:
    posts: defaultdict[tuple[str, int], list[Leader]] = defaultdict(list)
    for leader in leaders:
        if leader.role == "leader" and leader.agency and leader.year is not None:
            posts[leader.bloc, leader.year].append(leader)
    for (bloc, year), holders in posts.items():
        for one, other in combinations(holders, 2):
            message = (
                f"{bloc} has two leaders in {year}: {one.agency} ({one.status}) and {other.agency} ({other.status}); "
                "both are kept, with less confidence. Look which of them leads, and in which year."
            )
            problems.append(_problem("two-leaders", message, other))


def _check_term(leader: Leader, reviewed: int | None, published: str | None, problems: list[Problem]) -> None:
    """Check that a term is neither over when it is chosen nor years ahead."""
    if leader.year is None or "year" in leader.inferred:
        return
    latest = [y for y in (reviewed, int(published[:4]) if published else None) if y is not None]
    if reviewed is not None and leader.status in _CHOSEN and leader.year < reviewed:
        said = f"{leader.agency or leader.person} is {leader.status} for {leader.year} where {reviewed} is reviewed"
    elif latest and leader.year > max(latest) + 2:
        said = f"{leader.agency or leader.person} is said to be {leader.role} in {leader.year}, years ahead"
    else:
        return
    problems.append(_problem("term-contradicts-year", f"{said}; kept as written. Look which year is meant.", leader))


def _problem(code: str, message: str, leader: Leader) -> Problem:
    slot = "agency" if leader.agency else "person"
    span = next((e for e in leader.evidence if e.slot == slot), None)
    start, end = (span.start, span.end) if span else (None, None)
    return Problem(code=code, message=message, where=f"leader.{slot}", start=start, end=end)
