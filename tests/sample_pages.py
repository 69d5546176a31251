"""Tiny factories for pages as a loader gets them, with whatever a test does not care about filled in."""

from __future__ import annotations

from typing import Any

from pipeline.article import Article, Section
from pipeline.record import (
    ALL_FACTS,
    Award,
    Bloc,
    Document,
    Evidence,
    Fact,
    Initiative,
    Leader,
    Member,
    Movement,
    Problem,
    Ranking,
    Record,
)
from pipeline.warehouse.rows import PageRecord
from pipeline.warehouse.runs import RunInfo

RUN = RunInfo(command="test", rules_hash="0", versions={"python": "3"})
BLOC = "Khối thi đua số 2"
TEXT = (
    "Khối thi đua số 2 tổng kết năm 2023\n\n"
    "Hội nghị bầu Sở Y tế làm Trưởng khối năm 2024, đề nghị UBND tỉnh tặng Cờ thi đua cho Sở Tài chính."
)


def evidence(text: str, **quotes: str) -> tuple[Evidence, ...]:
    """Evidence for each slot where its quote first stands in the text."""
    return tuple(
        Evidence(slot, text.index(quote), text.index(quote) + len(quote), quote) for slot, quote in quotes.items()
    )


def bloc(text: str = TEXT, **slots: Any) -> Bloc:
    values: dict[str, Any] = {"name": BLOC, "bloc_kind": "khối", "level": "tỉnh", "province": "Kon Tum"}
    return Bloc(rule="test", confidence=1.0, evidence=evidence(text, name=BLOC), **values | slots)


def leader(text: str = TEXT, **slots: Any) -> Leader:
    values: dict[str, Any] = {"bloc": BLOC, "role": "leader", "agency": "Sở Y tế", "year": 2024, "status": "elected"}
    values |= {"rule": "test", "confidence": 1.0, "evidence": evidence(text, trigger="bầu", agency="Sở Y tế")}
    return Leader(**values | slots)


def award(text: str = TEXT, **slots: Any) -> Award:
    values: dict[str, Any] = {
        "bloc": BLOC,
        "award": "Cờ thi đua",
        "grantor": "UBND tỉnh",
        "recipient": "Sở Tài chính",
        "recipient_kind": "agency",
        "year": 2023,
        "status": "proposed",
        "rule": "test",
        "confidence": 1.0,
        "evidence": evidence(text, trigger="đề nghị", award="Cờ thi đua", recipient="Sở Tài chính"),
    }
    return Award(**values | slots)


def member(agency: str, text: str = TEXT) -> Member:
    return Member(
        bloc=BLOC, agency=agency, year=2023, rule="test", confidence=1.0, evidence=evidence(text, agency=agency)
    )


def document(text: str = TEXT, **slots: Any) -> Document:
    values: dict[str, Any] = {"type": "Quyết định", "number": "12/QĐ-UBND", "date": "2024-01-03", "issuer": "UBND tỉnh"}
    values |= {"rule": "test", "confidence": 1.0, "evidence": evidence(text, trigger="tổng kết", issuer="UBND tỉnh")}
    return Document(**values | slots)


def movement(text: str = TEXT, **slots: Any) -> Movement:
    values: dict[str, Any] = {"bloc": BLOC, "type": "phong trào", "name": "Dân vận khéo", "year": 2023}
    values |= {"period": "reviewed", "rule": "test", "confidence": 1.0}
    return Movement(**values | {"evidence": evidence(text, trigger="Hội nghị")} | slots)


def initiative(text: str = TEXT, **slots: Any) -> Initiative:
    values: dict[str, Any] = {"bloc": BLOC, "type": "mô hình", "name": "Camera an ninh", "agency": "Sở Y tế"}
    values |= {"rule": "test", "confidence": 1.0, "evidence": evidence(text, trigger="bầu", agency="Sở Y tế")}
    return Initiative(**values | slots)


def ranking(text: str = TEXT, **slots: Any) -> Ranking:
    values: dict[str, Any] = {"bloc": BLOC, "agency": "Sở Y tế", "position": 1, "year": 2023, "rule": "test"}
    values |= {"confidence": 1.0, "evidence": evidence(text, trigger="Trưởng khối", agency="Sở Y tế")}
    return Ranking(**values | slots)


def page(
    key: str = "a.txt", *facts: Fact, text: str = TEXT, problems: tuple[Problem, ...] = (), **article: Any
) -> PageRecord:
    """A page of this text and these facts; without any, one bloc with its leader and an award."""
    chosen = facts or (bloc(text), leader(text), award(text))
    by_kind = {cls.plural: tuple(fact for fact in chosen if type(fact) is cls) for cls in ALL_FACTS}
    record = Record(article_id="stem", title=None, published="2024-01-05", problems=problems, **by_kind)
    sections = (Section("title", 0, text.find("\n")), Section("body", text.find("\n") + 2, len(text)))
    return PageRecord(Article("stem", text, sections, **article), key, record)


def generation(number: int, pages: int = 40, distinct: bool = False) -> list[PageRecord]:
    """The same pages, read by the rules of another time: all years say which. `distinct`: a bloc for each page."""
    made = []
    for i in range(pages):
        name = f"Khối thi đua số {i + 3}" if distinct else BLOC
        made.append(page(f"{i}.txt", bloc(name=name), leader(bloc=name, year=number), award(bloc=name, year=number)))
    return made
