"""The steps in which a report is read, in the order in which they need one another.

Each finds the mentions of some kinds in a `Reading`, and the last one fills the frames. `pipeline/reader.py` takes
them as they are; `pipeline/language.py` makes a spaCy component of each, for those who want a `Doc` with its spans.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from pipeline.article import Article
from pipeline.confidence import weigh
from pipeline.doubt import Places
from pipeline.frames.report import read_report
from pipeline.lexicon import shared_lexicon
from pipeline.mentions.agencies import AgencyFinder
from pipeline.mentions.awards import find_awards
from pipeline.mentions.blocs import BlocFinder
from pipeline.mentions.grantors import find_grantors
from pipeline.mentions.people import find_people, find_titles
from pipeline.mentions.roles import find_roles
from pipeline.mentions.times import find_times
from pipeline.mentions.words import doubted_names, segment_words
from pipeline.reading import Reading


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its name, the kinds of mentions that it adds to a reading, and what finds them."""

    name: str
    kinds: tuple[str, ...]
    run: Callable[[Reading], None]

    def __call__(self, reading: Reading) -> Reading:
        """Return the reading with what the step found."""
        self.run(reading)
        return reading


@lru_cache(maxsize=1)
def _agency_finder() -> AgencyFinder:
    return AgencyFinder(shared_lexicon())


@lru_cache(maxsize=1)
def _bloc_finder() -> BlocFinder:
    return BlocFinder(shared_lexicon())


def _find_agencies(reading: Reading) -> None:
    reading.add("AGENCY", _agency_finder().find(reading))


def _find_blocs(reading: Reading) -> None:
    reading.add("BLOC", _bloc_finder().find(reading))


def _find_posts(reading: Reading) -> None:
    reading.add("ROLE", find_roles(reading, shared_lexicon()))
    reading.add("TITLE", find_titles(reading, shared_lexicon()))


def _find_people(reading: Reading) -> None:
    reading.add("PERSON", find_people(reading, shared_lexicon()))


def _find_times(reading: Reading) -> None:
    for kind, found in zip(("DATE", "YEAR", "COUNT"), find_times(reading), strict=True):
        reading.add(kind, found)


def _find_awards(reading: Reading) -> None:
    reading.add("AWARD", find_awards(reading, shared_lexicon()))
    reading.add("GRANTOR", find_grantors(reading, shared_lexicon()))


def _find_words(reading: Reading) -> None:
    reading.add("WORD", segment_words(reading))
    reading.add("DOUBTED", doubted_names(reading))


def _fill_frames(reading: Reading) -> None:
    places = Places.of(reading)  # before the frames drop and add agencies
    record = read_report(reading, reading.article, shared_lexicon(), _agency_finder())
    reading.record = weigh(record, places)


MENTIONS = (
    Step("thidua_agencies", ("AGENCY",), _find_agencies),
    Step("thidua_blocs", ("BLOC",), _find_blocs),
    Step("thidua_posts", ("ROLE", "TITLE"), _find_posts),
    Step("thidua_people", ("PERSON",), _find_people),
    Step("thidua_times", ("DATE", "YEAR", "COUNT"), _find_times),
    Step("thidua_awards", ("AWARD", "GRANTOR"), _find_awards),
    Step("thidua_words", ("WORD", "DOUBTED"), _find_words),
)
FRAMES = Step("thidua_frames", (), _fill_frames)
STEPS = (*MENTIONS, FRAMES)


def mentions_of(article: Article) -> Reading:
    """Return the reading of an article with all its mentions and without a record."""
    reading = Reading(article)
    for step in MENTIONS:
        step(reading)
    return reading


def prepare() -> None:
    """Build the matchers, which is otherwise done when the first report is read."""
    _agency_finder()
    _bloc_finder()
