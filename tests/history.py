"""A seeded history of emulation blocs, told by reports, with the truth beside it.

`history(seed)` gives ten provinces over eight years. Four of the ten take part in the mergers of 2025-07-01: Kon Tum goes
into Quảng Ngãi, Gia Lai takes in a province that is not told of and keeps its name, Bắc Kạn ends. Nothing is held in
memory: `History.pages()` makes one report after the other, and `History.truth()` goes through them a second time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from history_names import MERGER, province_rows, slug
from history_plans import settle_year
from history_provinces import NATIONAL, PLANS, KnownDecision, lineage, national_blocs, province_blocs
from history_reports import Told, joint_report, reports_of
from history_truth import Truth, agency_labels, bloc_labels, collect, majority, mixed_groups, pairwise_f1
from history_world import LAST_YEAR, Bloc

from pipeline.warehouse.rows import PageRecord

__all__ = [
    "History", "Told", "Truth", "agency_labels", "bloc_labels", "history", "majority", "mixed_groups", "pairwise_f1",
    "twice",
]  # fmt: skip

_REPORTS_A_BLOC_YEAR = 2.4
"""By one paper to an event, measured. Only the number of papers in a load test hangs on it."""


@dataclass(frozen=True, slots=True)
class History:
    """A history: what it depends on, and what can be made of it."""

    seed: int
    provinces: int
    years: int
    blocs: int
    papers: float = 1.0
    limit: int | None = None

    def told(self) -> Iterator[Told]:
        """Yield the reports with what each truly says, authority by authority."""
        return islice(self._all(), self.limit)

    def _all(self) -> Iterator[Told]:
        for number, row in enumerate(province_rows()[: self.provinces]):
            for blocs in province_blocs(row, number, self.seed, self.years, self.blocs):
                yield from self._reports(blocs)
        for authority, office, size in NATIONAL:
            yield from self._reports(national_blocs(authority, office, size, self.seed, self.years))

    def _reports(self, blocs: Sequence[Bloc]) -> Iterator[Told]:
        for i, bloc in enumerate(blocs):
            for year in bloc.rosters:
                settled = settle_year(bloc, year, self.seed, self.papers)
                yield from reports_of(settled, self.seed)
                neighbour = blocs[i + 1] if i + 1 < len(blocs) else None
                if neighbour and year in neighbour.rosters:
                    joint = joint_report(settled, settle_year(neighbour, year, self.seed, self.papers), self.seed)
                    if joint:
                        yield joint

    def pages(self) -> Iterator[PageRecord]:
        """Yield the reports as `pipeline.warehouse.load.load` takes them."""
        return (told.page for told in self.told())

    def decisions(self) -> list[KnownDecision]:
        """The decisions that are known: those of every other province's UBND."""
        made = []
        for number, row in enumerate(province_rows()[: self.provinces]):
            plan = PLANS[number % len(PLANS)]
            if not plan.known:
                continue
            begins = [LAST_YEAR + 1 - self.years, *sorted(y for y in plan.changes if y > LAST_YEAR + 1 - self.years)]
            ends: list[int | None] = [*(y - 1 for y in begins[1:]), 2025 if row.successor else None]
            for first, last in zip(begins, ends, strict=True):
                signed = date(first, 1, 10)
                made.append(
                    KnownDecision(row.name, slug(row.name), None, f"{100 + number}/QĐ-UBND", signed, first, last)
                )
            if row.successor == row.name:
                made.append(KnownDecision(row.name, f"{slug(row.name)}-2025", None, "15/QĐ-UBND", MERGER, 2025, None))
        return made

    def lineage(self) -> set[tuple[str, str, str]]:
        """What became of the provinces' agencies: (agency, successor, "office" or "place")."""
        return {link for row in province_rows()[: self.provinces] for link in lineage(row)}

    def truth(self) -> Truth:
        """Go through the reports and gather the truth of all of them."""
        return collect(self.told(), self.decisions())


def history(seed: int, provinces: int = 10, years: int = 8, blocs: int = 12, *, reports: int | None = None) -> History:
    """Make a history, the same for the same arguments in every process.

    Args:
        seed: any whole number.
        provinces: up to 56; the first ten have districts and communes.
        years: the last of them is 2026.
        blocs: how many a province begins with.
        reports: with it, a history of exactly so many reports, for load tests: all provinces, 60 blocs in each, and as
            many papers as it takes.

    Raises:
        ValueError: fewer than 2 years are asked for.
    """
    if years < 2:
        raise ValueError(f"{years} years hold no reorganisation; ask for at least 2")
    if reports is None:
        return History(seed, provinces, years, blocs)
    count, blocs = len(province_rows()), 60
    papers = max(1.0, reports / (count * years * blocs * _REPORTS_A_BLOC_YEAR))
    return History(seed, count, years, blocs, papers, reports)


def twice(pages: Iterable[PageRecord]) -> Iterator[PageRecord]:
    """Yield each report, and the same again under another address."""
    for page in pages:
        yield page
        article, key, record = page
        other = key.replace("example.org", "example.net")
        data = article.to_dict() | {"url": other, "source": f"{article.source}-2"}
        yield PageRecord(type(article).from_dict(data), other, record)
