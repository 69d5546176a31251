"""One page's article and record as rows of the tables."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from typing import NamedTuple

from pipeline.article import Article
from pipeline.ids import article_id, fact_ids, page_id, problem_id
from pipeline.record import Award, Behind, Bloc, Document, Fact, Leader, Problem, Record
from pipeline.warehouse.arrow import Row
from pipeline.warehouse.quotes import quote_of

FACT_TABLES = {
    "bloc": "bloc_mentions",
    "meeting": "meetings",
    "member": "memberships",
    "leader": "leaderships",
    "award": "awards",
    "person": "people",
    "document": "documents",
    "movement": "movements",
    "initiative": "initiatives",
    "ranking": "rankings",
}
"""The table of each kind of fact."""


class PageRecord(NamedTuple):
    """One version of a page and what was read from it.

    `page_key` is the canonical URL, or what `pipeline.ids.page_key_of_path` gives for a file. The article's own
    `article_id` (a file's stem) does not reach the tables.
    """

    article: Article
    page_key: str
    record: Record


class PageRows(NamedTuple):
    """The rows of one page; `facts` holds the rows of all fact tables, each with its table's name."""

    article: Row
    facts: list[tuple[str, Row]]
    evidence: list[Row]
    problems: list[Row]

    def set_run(self, run_id: str) -> None:
        """Note which run the rows are of."""
        for row in (self.article, *(row for _, row in self.facts), *self.problems):
            row["run_id"] = run_id


def page_rows(item: PageRecord, run_id: str) -> PageRows:
    """Return a page's rows for the tables.

    Raises:
        ValueError: a value has no place in a table: a text that is not Unicode, a date that is none.
    """
    article, page_key, record = item
    page = page_id(page_key)
    version = article_id(page, article.text)
    numbered = fact_ids(page, article.text, record)
    document = {b: key for key, fact in reversed(numbered) if isinstance(fact, Document) for b in fact.behind}
    bloc_mention = {fact.name: key for key, fact in reversed(numbered) if isinstance(fact, Bloc)}
    facts: list[tuple[str, Row]] = []
    evidence: list[Row] = []
    for key, fact in numbered:
        facts.append((FACT_TABLES[fact.kind], _fact_row(fact, article.text, bloc_mention)))
        facts[-1][1].update(fact_id=key, article_id=version)
        if isinstance(fact, Award | Leader) and Behind.of(fact) in document:
            facts[-1][1]["document_id"] = document[Behind.of(fact)]
        evidence += _evidence_rows(fact, key, version)
    problems = list({row["problem_id"]: row for row in _problem_rows(record, page, version)}.values())
    row = _article_row(article, record)
    row.update(article_id=version, page_id=page, page_key=page_key, superseded_by=None)
    row["reading_hash"] = _hash(row, facts, evidence, problems)
    rows = PageRows(row, facts, evidence, problems)
    rows.set_run(run_id)
    return rows


def rows_or_problem(item: PageRecord, run_id: str) -> PageRows | Problem:
    """Return a page's rows, or the problem `not-storable` where a value has no place in a table."""
    try:
        return page_rows(item, run_id)
    except ValueError as error:
        return not_storable(item.page_key, error)


def not_storable(page_key: str, error: ValueError) -> Problem:
    """Return the problem of a page that cannot be loaded."""
    message = f"not loaded, a value has no place in the tables: {error}"
    return Problem(code="not-storable", message=message, where=page_key)


def run_problem_row(problem: Problem, run_id: str) -> Row:
    """Return the row of a problem that belongs to no article; its `where` is the page key of what could not be read."""
    page = page_id(problem.where) if problem.where is not None else None
    return {**_problem_row(problem, page, None, page or ""), "run_id": run_id}


def _article_row(article: Article, record: Record) -> Row:
    published = date.fromisoformat(record.published) if record.published else article.published
    return {
        "url": article.url,
        "source": article.source,
        "province": article.province,
        "title": record.title or article.title,
        "published": published,
        "text": article.text,
        "sections": [{"field": s.field, "start": s.start, "end": s.end} for s in article.sections],
        "parser": article.parser,
    }


def _fact_row(fact: Fact, text: str, bloc_mention: dict[str, str]) -> Row:
    row = fact.slots()
    if row.get("date"):
        row["date"] = date.fromisoformat(row["date"])
    if "bloc" in row:
        row["bloc_mention_id"] = bloc_mention.get(row["bloc"] or "")
    row["quote"] = quote_of(text, fact)
    row.update(rule=fact.rule, confidence=fact.confidence, inferred=list(fact.inferred))
    return row


def _evidence_rows(fact: Fact, key: str, version: str) -> Iterator[Row]:
    common = {"fact_id": key, "article_id": version, "kind": fact.kind}
    for span in fact.evidence:
        yield {**common, "slot": span.slot, "start": span.start, "end": span.end, "quote": span.quote}


def _problem_rows(record: Record, page: str, version: str) -> Iterator[Row]:
    for problem in record.problems:
        yield _problem_row(problem, page, version, version)


def _problem_row(problem: Problem, page: str | None, version: str | None, place: str) -> Row:
    return {
        "problem_id": problem_id(place, problem.code, problem.message, problem.start, problem.end),
        "page_id": page,
        "article_id": version,
        "code": problem.code,
        "message": _storable(problem.message),
        "location": _storable(problem.where) if problem.where is not None else None,
        "start": problem.start,
        "end": problem.end,
    }


def _storable(text: str) -> str:
    """Escape what is no Unicode: the name of a file may hold any bytes, and its problem must not get lost for it."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _hash(*values: object) -> str:
    """Hash rows without their run, so that a reading that says the same again is known as such.

    Raises:
        UnicodeEncodeError: a text holds half of a surrogate pair, which no table can hold.
    """
    return sha256(json.dumps(values, ensure_ascii=False, sort_keys=True, default=str).encode()).hexdigest()[:20]
