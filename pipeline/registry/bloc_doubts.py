"""Questions about blocs that only a person can answer: rows of the table `doubts`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from pipeline.ids import entity_id
from pipeline.registry.bloc_chains import OpenPair
from pipeline.registry.bloc_keys import UBND, NumberKey, SectorKey
from pipeline.registry.bloc_mentions import BlocMention, Row
from pipeline.registry.bloc_partition import Partition
from pipeline.registry.bloc_rows import FoundBloc
from pipeline.registry.bloc_years import LISTED_MEMBERS, BlocYear, is_clear


class Doubts:
    """Collects questions, each once; what people keep apart is not asked again."""

    def __init__(self, partition: Partition, ids: Mapping[str, str]) -> None:
        self._partition = partition
        self._reviewed = partition.reviewed_apart()
        self._ids = ids
        self._asked: set[tuple[str, str | None]] = set()
        self._rows: dict[str, Row] = {}

    def ask(self, left: BlocYear, right: BlocYear, question: str, score: float | None) -> None:
        """Ask whether two blocs are one, unless they are by now, were asked about, or a person told."""
        one, other = self._ids_of(left), self._ids_of(right)
        roots = sorted((self._partition.find(left.index), self._partition.find(right.index)))
        pair = min(one, other), max(one, other)
        if one == other or pair in self._asked or tuple(roots) in self._reviewed:
            return
        self._asked.add(pair)
        self._add((left, right), one, other, question, score)

    def ask_about(self, bloc: BlocYear, question: str) -> None:
        """Ask something about one bloc."""
        self._add((bloc,), self._ids_of(bloc), None, question, None)

    def rows(self) -> list[Row]:
        """Return the rows of `doubts`, by doubt_id."""
        return [self._rows[key] for key in sorted(self._rows)]

    def _ids_of(self, bloc: BlocYear) -> str:
        return self._ids[bloc.named[0].mentions[0].mention_id]

    def _add(
        self, about: Sequence[BlocYear], left_id: str, right_id: str | None, question: str, score: float | None
    ) -> None:
        doubt_id = entity_id("doubt", "bloc", [(bloc.label, bloc.page) for bloc in about], question)
        self._rows[doubt_id] = {
            "doubt_id": doubt_id,
            "entity": "bloc",
            "left_id": left_id,
            "right_id": right_id,
            "question": question,
            "score": None if score is None else round(score, 4),
        }


def ask_over_years(doubts: Doubts, pairs: Iterable[OpenPair]) -> None:
    """Ask about years of one number or name of which too few units are known."""
    for pair in pairs:
        a, b = pair.earlier, pair.later
        question = (
            f"Is {_name(b)} of {b.year} the bloc of {a.year}? Too few of its units are known to tell, and no one "
            f"decision is known for both years."
        )
        doubts.ask(a, b, question, pair.comparison.share)


def ask_within_years(doubts: Doubts, pairs: Iterable[tuple[BlocYear, BlocYear, float]]) -> None:
    """Ask about two names of one year that have units in common and were not joined."""
    for left, right, share in pairs:
        question = f"Are {_name(left)} and {_name(right)} of {left.year} one bloc? Units are told of both."
        doubts.ask(left, right, question, share)


def ask_across_owners(doubts: Doubts, blocs: Sequence[BlocYear]) -> None:
    """Ask about one name in one place and year under two authorities, where clearly the same units are told."""
    found: defaultdict[tuple[str, int, NumberKey | SectorKey], list[BlocYear]] = defaultdict(list)
    for bloc in blocs:
        if bloc.owner.known and bloc.year is not None and bloc.owner.place_id:
            for key in (*sorted(bloc.numbers), *sorted(bloc.sectors)):
                found[bloc.owner.place_id, bloc.year, key].append(bloc)
    for at in sorted(found):
        for n, right in enumerate(found[at]):
            for left in found[at][:n]:
                common = len(left.units & right.units)
                if left.owner != right.owner and is_clear(left, right, common):
                    owners = " and of ".join(sorted("UBND" if o == UBND else o for o in _authorities(left, right)))
                    question = f"Reports of {left.year} call {_name(left)} a bloc of {owners}. Is it one?"
                    doubts.ask(left, right, question, common / min(len(left.units), len(right.units)))


def ask_about_unknown(doubts: Doubts, found: Iterable[FoundBloc]) -> None:
    """Ask whose a bloc is that is known from one page alone, and of what year."""
    for one in found:
        first = one.years[0]
        if first.owner.page:
            doubts.ask_about(
                first,
                f"Whose is {_name(first)}, which only one report tells of? Correct its place, "
                "level or authority there.",
            )


def ask_about_lists(doubts: Doubts, blocs: Iterable[BlocYear]) -> None:
    """Ask about two blocs of one number and year, of which reports list quite different members."""
    found: defaultdict[tuple[object, ...], list[BlocYear]] = defaultdict(list)
    for bloc in blocs:
        if bloc.owner.known and bloc.year is not None and len(bloc.members) >= LISTED_MEMBERS:
            for number in sorted(bloc.numbers):
                found[bloc.owner, bloc.year, number].append(bloc)
    for same in found.values():
        for other in same[1:]:
            question = (
                f"Reports of {other.year} list quite different members for {_name(other)}. Are these two blocs, and "
                f"does one of them belong to another authority or year? If so, correct it there."
            )
            shorter = min(len(same[0].members), len(other.members))
            doubts.ask(same[0], other, question, len(same[0].members & other.members) / shorter)


def _name(bloc: BlocYear) -> str:
    mentions: list[BlocMention] = bloc.named[0].mentions
    return f'"{min(m.name for m in mentions)}"'


def _authorities(left: BlocYear, right: BlocYear) -> set[str]:
    return {left.owner.authority, right.owner.authority}
