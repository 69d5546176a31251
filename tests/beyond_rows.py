"""Facts beyond the six kinds in short texts, as tuples of their slots."""

from __future__ import annotations

from datetime import date
from typing import Any

from reading_rows import language

from pipeline import Article, extract
from pipeline.record import Record

MET = (
    "Ngày 20/12/2022, Khối thi đua số 7 tỉnh Hà Giang tổ chức hội nghị tổng kết công tác thi đua, khen thưởng năm 2022."
)
PLEDGED = "Ngày 20/2/2023, Khối thi đua số 7 tỉnh Hà Giang ký kết giao ước thi đua năm 2023."
HALF_YEAR = "Ngày 8/7/2022, Khối thi đua số 7 tỉnh Hà Giang sơ kết công tác thi đua 6 tháng đầu năm 2022."
NO_BLOC = "Ngày 20/12/2022, Ban Đại diện cha mẹ học sinh họp tổng kết năm 2022."


def read(*sentences: str) -> Record:
    """Return the record of a report that consists of these paragraphs."""
    text = "\n\n".join(sentences)
    record = extract(Article("r", text, published=date(2022, 12, 21)), language())
    assert not [problem for problem in record.problems if problem.code == "reading-failed"], record.problems
    for fact in record.facts():
        assert all(text[e.start : e.end] == e.quote for e in fact.evidence), fact
        shown = {e.slot for e in fact.evidence} | set(fact.inferred)
        assert {slot for slot, value in fact.slots().items() if value is not None} - {"bloc_kind"} <= shown | {"kind"}
    return record


def slots(record: Record, plural: str, *names: str) -> list[tuple[Any, ...]]:
    """Return the named slots of a record's facts, sorted."""
    facts = (fact.slots() for fact in getattr(record, plural))
    return sorted((tuple(fact[name] for name in names) for fact in facts), key=str)
