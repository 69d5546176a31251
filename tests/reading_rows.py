"""Rows for the table tests of the reading: a short text, and the facts of one kind that it states.

A row is compared as the guideline scores a report (`pipeline.evaluate`): only the slots that are scored, in the
scorer's own folding. A fact's value may be a list of accepted ones, as in gold files. The factories fill the defaults.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from spacy.language import Language

from pipeline import Article, extract, load_language
from pipeline.evaluate import Miss, Scores, score
from pipeline.record import FACTS

Fact = dict[str, Any]
PLURALS = {cls.kind: cls.plural for cls in FACTS}


@lru_cache(maxsize=1)
def language() -> Language:
    """The pipeline, loaded once for all rows."""
    return load_language()


@dataclass(frozen=True)
class Row:
    """A text and its facts of one kind.

    `blocs` names the blocs where there are several, so that facts are compared with their bloc. `maybe` holds facts
    that the guideline leaves open: neither required nor wrong.
    """

    text: str
    facts: Sequence[Fact]
    blocs: Sequence[Any] = ()
    published: str | None = None
    maybe: Sequence[Fact] = ()


def row(text: str, facts: Sequence[Fact], **more: Any) -> Row:
    return Row(text, facts, **more)


def differences(kind: str, case: Row) -> list[str]:
    """Return a line for each fact of `kind` that is missed or wrong, with the text before them; nothing if all is right."""
    predicted = read(case)
    strict = _errors(_score(kind, case, case.facts, predicted), kind)
    open_ = _errors(_score(kind, case, [*case.facts, *case.maybe], predicted), kind)
    wrong = [str(e) for e in open_ if e.what == "wrong"] + [str(e) for e in strict if e.what == "missed"]
    return [case.text, *wrong] if wrong else []


def read(case: Row) -> dict[str, Any]:
    published = date.fromisoformat(case.published) if case.published else None
    return extract(Article(article_id="row", text=case.text, published=published), language()).to_dict()


def right_attributes(case: Row, predicted: dict[str, Any]) -> float:
    """Return the share of right attributes of the row's blocs (level, province, district, authority)."""
    return _score("bloc", case, case.facts, predicted).attributes


def _score(kind: str, case: Row, facts: Sequence[Fact], predicted: dict[str, Any]) -> Scores:
    gold: dict[str, Any] = {plural: [] for plural in PLURALS.values()}
    gold |= {"article_id": "row", "title": predicted["title"], "published": predicted["published"]}
    gold["blocs"] = [{"name": name} for name in case.blocs]
    gold[PLURALS[kind]] = list(facts)
    return score([gold], {"row": predicted})


def _errors(scores: Scores, kind: str) -> list[Miss]:
    return [error for error in scores.errors if error.kind == kind]


def bloc(name: Any, level: Any = "tỉnh", province: Any = None, district: Any = None, authority: Any = None) -> Fact:
    return {"name": name, "level": level, "province": province, "district": district, "authority": authority}


def meeting(kind: str, held: Any, year: Any, bloc: Any = None) -> Fact:
    return {"bloc": bloc, "type": kind, "date": held, "year": year}


def members(*agencies: Any, bloc: Any = None) -> list[Fact]:
    return [{"bloc": bloc, "agency": agency} for agency in agencies]


def leader(agency: Any, year: Any = 2023, status: Any = "elected", bloc: Any = None, role: str = "leader") -> Fact:
    return {"bloc": bloc, "role": role, "agency": agency, "year": year, "status": status}


def deputy(agency: Any, year: Any = 2023, status: Any = "elected", bloc: Any = None) -> Fact:
    return leader(agency, year, status, bloc, role="deputy")


def award(
    title: Any,
    recipient: Any,
    grantor: Any = None,
    year: Any = 2022,
    status: Any = "proposed",
    bloc: Any = None,
    kind: str = "agency",
) -> Fact:
    """An award to one named recipient, or to `recipient` many of `kind` where it is a number."""
    who = {"recipient": None, "count": recipient} if isinstance(recipient, int) else {"recipient": recipient}
    return {
        "bloc": bloc,
        "award": title,
        "grantor": grantor,
        "year": year,
        "status": status,
        "recipient_kind": kind,
        **who,
    }


def person(name: str, title: Any, agency: Any) -> Fact:
    return {"name": name, "title": title, "agency": agency}
