"""The typed record of one report and its JSON form, as the annotation guideline (docs/annotation.md) defines them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from operator import attrgetter
from typing import TYPE_CHECKING, Any, ClassVar, Self

if TYPE_CHECKING:
    from pipeline.article import Article

KINDS = ("bloc", "meeting", "member", "leader", "award", "person")
"""The six kinds of fact, in the order in which records and reports list them."""

BEYOND = ("document", "movement", "initiative", "ranking")
"""What reports say beyond the six kinds, as the guideline's annex defines it; scored by itself."""

ALL_KINDS = KINDS + BEYOND


@dataclass(frozen=True, slots=True)
class Evidence:
    """One stretch of `Article.text` that says a slot's value: `article.text[start:end] == quote`."""

    slot: str
    start: int
    end: int
    quote: str

    def __reduce__(self) -> tuple[type[Evidence], tuple[str, int, int, str]]:
        """Return what a pickle holds; most of a record is evidence, and the default for slots takes twice as long."""
        return Evidence, (self.slot, self.start, self.end, self.quote)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """What every fact carries beside its own slots.

    `rule` is the frame that made it, `confidence` the estimated share of right facts among its like (0 to 1;
    0.5 where nothing was measured).
    Every non-null slot has a span in `evidence` (`trigger` is a slot too) or is named in `inferred`.
    """

    kind: ClassVar[str]
    plural: ClassVar[str]
    rule: str
    confidence: float = 0.5
    evidence: tuple[Evidence, ...] = ()
    inferred: tuple[str, ...] = ()

    def slots(self) -> dict[str, Any]:
        """Return the fact's own fields in the guideline's order, without those that every fact has."""
        return {name: getattr(self, name) for name in _SLOTS[type(self)]}

    def trusted(self, confidence: float) -> Self:
        """Return the same fact with another confidence; every fact of every report gets its own in this way."""
        names, values_of = _FIELDS[type(self)]
        values: dict[str, Any] = dict(zip(names, values_of(self), strict=True))
        values["confidence"] = confidence
        return type(self)(**values)

    def to_dict(self) -> dict[str, Any]:
        """Return the fact as JSON-ready values."""
        return {
            **self.slots(),
            "rule": self.rule,
            "confidence": self.confidence,
            "evidence": [{"slot": e.slot, "start": e.start, "end": e.end, "quote": e.quote} for e in self.evidence],
            "inferred": list(self.inferred),
        }


_COMMON = frozenset(("rule", "confidence", "evidence", "inferred", "behind"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Bloc(Fact):
    """An emulation bloc: khối, cụm or khu vực thi đua."""

    kind: ClassVar[str] = "bloc"
    plural: ClassVar[str] = "blocs"
    name: str
    bloc_kind: str
    level: str | None = None
    authority: str | None = None
    province: str | None = None
    district: str | None = None
    commune: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting(Fact):
    """A meeting of one bloc. `date` is ISO 8601; `date_as_written` is set only where a plain slip was corrected."""

    kind: ClassVar[str] = "meeting"
    plural: ClassVar[str] = "meetings"
    bloc: str
    type: str
    date: str | None = None
    year: int | None = None
    date_as_written: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Member(Fact):
    """An agency that the report lists as belonging to the bloc."""

    kind: ClassVar[str] = "member"
    plural: ClassVar[str] = "members"
    bloc: str
    agency: str
    year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Leader(Fact):
    """A bloc's leader or deputy in one year. `role`: leader, deputy; `status` as in the guideline."""

    kind: ClassVar[str] = "leader"
    plural: ClassVar[str] = "leaders"
    bloc: str
    role: str
    agency: str | None
    person: str | None = None
    year: int | None = None
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Award(Fact):
    """A title given, asked for or voted: one record for each recipient, or one with a `count`."""

    kind: ClassVar[str] = "award"
    plural: ClassVar[str] = "awards"
    bloc: str
    award: str
    grantor: str | None
    recipient: str | None
    recipient_kind: str
    recipient_agency: str | None = None
    rank: str | None = None
    count: int | None = None
    year: int | None = None
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Fact):
    """A person named with a post."""

    kind: ClassVar[str] = "person"
    plural: ClassVar[str] = "people"
    name: str
    title: str | None
    agency: str | None


@dataclass(frozen=True, slots=True)
class Behind:
    """A fact that rests on a document: `kind` award or leader, `what` the award or role, `who` its holder."""

    kind: str
    bloc: str
    what: str
    who: str | None
    year: int | None

    @classmethod
    def of(cls, fact: Award | Leader) -> Behind:
        """Return how a document refers to a fact."""
        if isinstance(fact, Award):
            return cls(fact.kind, fact.bloc, fact.award, fact.recipient, fact.year)
        return cls(fact.kind, fact.bloc, fact.role, fact.agency or fact.person, fact.year)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document(Fact):
    """A legal document that the article cites. `behind` names the awards and leaders of the record that rest on it."""

    kind: ClassVar[str] = "document"
    plural: ClassVar[str] = "documents"
    type: str
    number: str | None = None
    date: str | None = None
    issuer: str | None = None
    subject: str | None = None
    behind: tuple[Behind, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return the fact as JSON-ready values."""
        names = [f.name for f in fields(Behind)]
        behind = [{name: getattr(b, name) for name in names} for b in self.behind]
        return {**self.slots(), "behind": behind, **Fact.to_dict(self)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Movement(Fact):
    """A named emulation movement, theme, motto or slogan. `period`: reviewed, coming; `bloc` None: of several."""

    kind: ClassVar[str] = "movement"
    plural: ClassVar[str] = "movements"
    bloc: str | None = None
    type: str
    name: str
    year: int | None = None
    period: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Initiative(Fact):
    """A named model or way of working, and the unit that has it."""

    kind: ClassVar[str] = "initiative"
    plural: ClassVar[str] = "initiatives"
    bloc: str | None = None
    type: str
    name: str
    agency: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranking(Fact):
    """A unit's place in its bloc, out of so many `units`, and its score, out of `max_score`."""

    kind: ClassVar[str] = "ranking"
    plural: ClassVar[str] = "rankings"
    bloc: str
    agency: str
    position: int | None = None
    units: int | None = None
    score: float | None = None
    max_score: float | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something that went wrong or looks wrong, and where. Rows of the table `problems`.

    `code` is a stable short name ("date-contradicts-year", "empty-file"), `where` a file, URL or slot,
    `start` and `end` the span in the article's text if there is one.
    """

    code: str
    message: str
    where: str | None = None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """All that one report says.

    `article` is what was read, where it is at hand, so that a notebook can show the facts in their text. It is no part
    of what the report says: not of `to_dict()`, not compared, and left behind when a record is pickled or copied.
    """

    article_id: str
    title: str | None
    published: str | None
    blocs: tuple[Bloc, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    members: tuple[Member, ...] = ()
    leaders: tuple[Leader, ...] = ()
    awards: tuple[Award, ...] = ()
    people: tuple[Person, ...] = ()
    documents: tuple[Document, ...] = ()
    movements: tuple[Movement, ...] = ()
    initiatives: tuple[Initiative, ...] = ()
    rankings: tuple[Ranking, ...] = ()
    problems: tuple[Problem, ...] = ()
    article: Article | None = field(default=None, compare=False, repr=False)

    def facts(self) -> Iterator[Fact]:
        """Yield every fact, kind by kind in the order of `KINDS`, then of `BEYOND`."""
        for cls in ALL_FACTS:
            yield from getattr(self, cls.plural)

    def to_dict(self) -> dict[str, Any]:
        """Return the record in the guideline's JSON form (a bloc's `bloc_kind` is its `kind` there)."""
        out: dict[str, Any] = {"article_id": self.article_id, "title": self.title, "published": self.published}
        for cls in ALL_FACTS:
            out[cls.plural] = [_guideline_form(fact.to_dict()) for fact in getattr(self, cls.plural)]
        out["problems"] = [
            {"code": p.code, "message": p.message, "where": p.where, "start": p.start, "end": p.end}
            for p in self.problems
        ]
        return out

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Record:
        """Build a record from `to_dict()`'s values.

        Raises:
            KeyError: `article_id` or a fact's slot is missing.
            TypeError: a fact has a slot that its kind does not know.
        """
        facts: dict[str, Any] = {
            c.plural: tuple(_fact(c, item) for item in data.get(c.plural) or ()) for c in ALL_FACTS
        }
        problems = tuple(Problem(**p) for p in data.get("problems") or ())
        return cls(
            article_id=data["article_id"],
            title=data.get("title"),
            published=data.get("published"),
            problems=problems,
            **facts,
        )

    def _repr_html_(self) -> str:
        """Return what Jupyter shows: the report with its facts marked in the text, and the list of facts."""
        from pipeline.html import record_html

        return record_html(self)

    def __getstate__(self) -> list[Any]:
        return [getattr(self, f.name) for f in fields(self) if f.name != "article"]

    def __setstate__(self, state: list[Any]) -> None:
        names = [f.name for f in fields(self) if f.name != "article"]
        for name, value in zip([*names, "article"], [*state, None], strict=True):
            object.__setattr__(self, name, value)


FACTS: tuple[type[Fact], ...] = (Bloc, Meeting, Member, Leader, Award, Person)
FURTHER_FACTS: tuple[type[Fact], ...] = (Document, Movement, Initiative, Ranking)
ALL_FACTS = FACTS + FURTHER_FACTS
_FIELDS = {cls: (names := tuple(f.name for f in fields(cls)), attrgetter(*names)) for cls in ALL_FACTS}
"""The names of a fact's fields, and what gives their values."""
_SLOTS = {cls: tuple(f.name for f in fields(cls) if f.name not in _COMMON) for cls in ALL_FACTS}


def _guideline_form(data: dict[str, Any]) -> dict[str, Any]:
    return {"kind" if key == "bloc_kind" else key: value for key, value in data.items()}


def _fact(cls: type[Fact], data: dict[str, Any]) -> Any:
    values = {"bloc_kind" if cls is Bloc and key == "kind" else key: value for key, value in data.items()}
    values["evidence"] = tuple(Evidence(**e) for e in data.get("evidence") or ())
    values["inferred"] = tuple(data.get("inferred") or ())
    if cls is Document:
        values["behind"] = tuple(Behind(**b) for b in data.get("behind") or ())
    return cls(**values)
