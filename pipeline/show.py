"""A report with its facts marked in its own text, for a person who wants to see what was read and why.

The marks are the evidence spans; a mark's label names the facts' slots that the span states. On a terminal each kind
of fact has its colour, elsewhere a mark is written as `[Sở Y tế|leader.agency]`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from itertools import groupby
from typing import TYPE_CHECKING, Any

from pipeline.article import Article
from pipeline.record import ALL_FACTS, ALL_KINDS, Evidence, Fact, Record

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection
    from rich.console import Console, RenderableType

_COLOURS: Mapping[str, str] = {
    "bloc": "bold magenta",
    "meeting": "bold blue",
    "member": "cyan",
    "leader": "bold green",
    "award": "bold yellow",
    "person": "red",
    "document": "bright_blue",
    "movement": "bright_magenta",
    "initiative": "bright_cyan",
    "ranking": "bright_yellow",
}
_TELLING = ("person", "bloc", "member", "meeting", "document", "movement", "initiative", "ranking", "leader", "award")
"""The kinds, the most telling one last."""
_CHROME_STYLE = "dim"


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A stretch of the text that facts rest on; `labels` are "kind.slot", each once, in the order of `ALL_KINDS`."""

    start: int
    end: int
    labels: tuple[str, ...]

    @property
    def kind(self) -> str:
        """The kind whose colour the mark has: of several the most telling one."""
        kinds = [label.partition(".")[0] for label in self.labels]
        return max(kinds, key=_TELLING.index)


def marks_of(record: Record) -> list[Mark]:
    """Return the marks of all facts in text order, one for each stretch; an inner one follows the one around it."""
    labels: dict[tuple[int, int], dict[str, None]] = {}
    for fact in record.facts():
        for span in fact.evidence:
            labels.setdefault((span.start, span.end), {})[f"{fact.kind}.{span.slot}"] = None
    order = sorted(labels, key=lambda span: (span[0], -span[1]))
    return [Mark(start, end, tuple(labels[start, end])) for start, end in order if start < end]


def plain_text(article: Article, record: Record) -> str:
    """Return the text with its marks written into it, the legend, and the list of facts with their quotes."""
    lines = [
        f"{article.article_id}: {record.title or article.title or 'no headline'} ({record.published or 'no date'})"
    ]
    lines += [
        "",
        _marked(article.text, marks_of(record)),
        "",
        "[words|kind.slot]: the words that state a fact's slot; ~ before a value: inferred, not said there",
        "",
    ]
    for number, fact in enumerate(record.facts(), start=1):
        lines.append(f"{number}. {describe(fact, len(record.blocs) > 1)}")
        lines += [f"   {slot}: {', '.join(quotes)}" for slot, quotes in quotes_by_slot(fact)]
        lines.append(f"   rule {fact.rule}, confidence {fact.confidence:.2f}")
    lines += [f"problem: {problem.message} [{problem.code}]" for problem in record.problems]
    if not any(True for _ in record.facts()):
        lines.append("no facts")
    return "\n".join(lines) + "\n"


def print_coloured(article: Article, record: Record, console: Console) -> None:
    """Print the same on a terminal, each kind of fact in its colour."""
    for part in _coloured(article, record):
        console.print(part, soft_wrap=False)


def describe(fact: Fact, several_blocs: bool = True) -> str:
    """Return a fact in one line: its kind and its slots; what is inferred is marked with `~`.

    Args:
        fact: The fact.
        several_blocs: Whether the bloc's name has to be said.
    """
    slots = (
        f"{name}={'~' if name in fact.inferred else ''}{value}"
        for name, value in fact.slots().items()
        if value is not None and (several_blocs or name != "bloc")
    )
    return f"{fact.kind}: {', '.join(slots)}"


def quotes_by_slot(fact: Fact) -> list[tuple[str, list[str]]]:
    """Return each slot of a fact with its quotes in text order, white space made single."""
    by_slot: dict[str, list[str]] = {}
    for span in sorted(fact.evidence, key=lambda span: (span.start, span.end)):
        quote = f"“{' '.join(span.quote.split())}”"
        if quote not in by_slot.setdefault(span.slot, []):
            by_slot[span.slot].append(quote)
    return list(by_slot.items())


def _marked(text: str, marks: Sequence[Mark]) -> str:
    """Write marks into a text. Of two that cross, the later one begins where the earlier one ends."""
    out: list[str] = []
    open_marks: list[Mark] = []
    at = 0

    def close(until: int) -> None:
        nonlocal at
        while open_marks and open_marks[-1].end <= until:
            mark = open_marks.pop()
            out.append(text[at : mark.end] + f"|{','.join(mark.labels)}]")
            at = mark.end

    waiting = [(mark.start, -mark.end, mark) for mark in marks]
    heapify(waiting)
    while waiting:
        start, _, mark = heappop(waiting)
        close(start)
        if open_marks and mark.end > open_marks[-1].end:
            heappush(waiting, (open_marks[-1].end, -mark.end, mark))
            continue
        out.append(text[at:start] + "[")
        at = start
        open_marks.append(mark)
    close(len(text))
    return "".join(out) + text[at:]


def _coloured(article: Article, record: Record) -> Iterator[RenderableType]:
    from rich.table import Table
    from rich.text import Text

    title = record.title or article.title or "no headline"
    yield Text.assemble((title, "bold underline"), f"  {record.published or 'no date'}  ", (article.article_id, "dim"))
    body = Text(article.text)
    for section in article.sections:
        if section.field == "chrome":
            body.stylize(_CHROME_STYLE, section.start, section.end)
    for mark in marks_of(record):
        only_trigger = all(label.endswith(".trigger") for label in mark.labels)
        body.stylize(_COLOURS[mark.kind] + (" underline" if only_trigger else ""), mark.start, mark.end)
    yield Text()
    yield body
    yield Text()
    legend = [(f" {kind} ", f"{_COLOURS[kind]} reverse") for kind in ALL_KINDS]
    yield Text.assemble(
        *legend, ("  underlined: the word that makes it a fact; dim: not the article; ~: inferred", "dim")
    )
    table = Table("", "fact", "quotes", "rule", show_lines=True)
    for number, fact in enumerate(record.facts(), start=1):
        quotes = "\n".join(f"{slot}: {', '.join(found)}" for slot, found in quotes_by_slot(fact))
        rule = f"{fact.rule}\n{fact.confidence:.2f}"
        table.add_row(
            Text(str(number)),
            Text(describe(fact, len(record.blocs) > 1), _COLOURS[fact.kind]),
            Text(quotes),
            Text(rule),
        )
    yield table if table.row_count else Text("no facts")
    for problem in record.problems:
        yield Text(f"problem: {problem.message} [{problem.code}]", "red")


def from_warehouse(con: DuckDBPyConnection, wanted: str) -> list[tuple[Article, Record]]:
    """Return the newest versions of the articles that a name may mean, with their facts.

    Args:
        con: An open warehouse.
        wanted: An article's id, its page's URL or path, or the stem of its file's name.
    """
    rows = _rows(
        con,
        """
        SELECT article_id, url, source, province, title, published, text, sections, parser FROM articles
        WHERE superseded_by IS NULL AND (article_id = $1 OR page_id = $1 OR page_key = $1 OR url = $1
              OR regexp_replace(page_key, '^.*[/#]|[.][A-Za-z]+$', '', 'g') = $1)
        ORDER BY page_key
        """,
        wanted,
    )
    return [_read_back(con, row) for row in rows]


def _read_back(con: DuckDBPyConnection, row: dict[str, Any]) -> tuple[Article, Record]:
    from pipeline.warehouse.rows import FACT_TABLES

    published = row["published"].isoformat() if row["published"] else None
    sections = [[s["field"], s["start"], s["end"]] for s in row["sections"]]
    article = Article.from_dict({**row, "published": published, "sections": sections})
    spans = _rows(
        con, 'SELECT * FROM evidence WHERE article_id = $1 ORDER BY fact_id, start, "end", slot', row["article_id"]
    )
    evidence = {
        fact_id: tuple(Evidence(s["slot"], s["start"], s["end"], s["quote"]) for s in of_fact)
        for fact_id, of_fact in groupby(spans, key=lambda span: str(span["fact_id"]))
    }
    facts: dict[str, Any] = {}
    for cls in ALL_FACTS:
        found = _rows(con, f"SELECT * FROM {FACT_TABLES[cls.kind]} WHERE article_id = $1", row["article_id"])
        made = [_fact(cls, fact, evidence.get(fact["fact_id"], ())) for fact in found]
        facts[cls.plural] = tuple(sorted(made, key=lambda fact: min((s.start for s in fact.evidence), default=0)))
    return article, Record(article_id=article.article_id, title=article.title, published=published, **facts)


def _fact(cls: type[Fact], row: dict[str, Any], evidence: tuple[Evidence, ...]) -> Any:
    values = {name: row[name] for name in cls.__dataclass_fields__ if name in row}
    if values.get("date") is not None:
        values["date"] = values["date"].isoformat()
    return cls(**{**values, "evidence": evidence, "inferred": tuple(row["inferred"])})


def _rows(con: DuckDBPyConnection, sql: str, value: str) -> list[dict[str, Any]]:
    result = con.execute(sql, [value])
    names = [column[0] for column in result.description or ()]
    return [dict(zip(names, row, strict=True)) for row in result.fetchall()]
