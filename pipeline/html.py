"""A record as Jupyter shows it: the report with its facts marked in the text (displaCy's spans), and the facts below.

The marks are the evidence spans, one bar under the words for each kind of fact, in colours that colour-blind people can
tell apart and that hold on light and dark pages; the text itself keeps the page's colour.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from itertools import pairwise

from pipeline.article import Article
from pipeline.record import ALL_KINDS, Record
from pipeline.show import describe, marks_of, quotes_by_slot

COLOURS: Mapping[str, str] = {
    "bloc": "#cc79a7",
    "meeting": "#56b4e9",
    "member": "#2fb793",
    "leader": "#e69f00",
    "award": "#f0e442",
    "person": "#e8743b",
    "document": "#b8b8b8",
    "movement": "#b39ddb",
    "initiative": "#a5d66f",
    "ranking": "#d7b48a",
}
"""A colour for each kind of fact, after Okabe and Ito (2008), bright enough for black letters on it."""

VIETNAMESE: Mapping[str, str] = {
    "bloc": "khối, cụm thi đua",
    "meeting": "hội nghị",
    "member": "đơn vị thành viên",
    "leader": "khối trưởng, khối phó",
    "award": "khen thưởng",
    "person": "người",
    "document": "văn bản",
    "movement": "phong trào, chủ đề",
    "initiative": "mô hình, sáng kiến",
    "ranking": "điểm, thứ hạng",
}

MAX_CHARACTERS = 20_000
"""So much of a text is shown; what is longer is no news report, and would make a notebook heavy."""

MAX_FACTS = 200
"""So many facts are listed."""

_OFFSETS = {"top_offset": 28, "span_label_offset": 16, "top_offset_step": 15}
_TEMPLATE = {
    "span": '<span style="display: inline-block; position: relative; white-space: pre; vertical-align: top; '
    'height: {total_height}px">{text}{span_slices}{span_starts}</span>',
    "slice": '<span style="background: {bg}; top: {top_offset}px; height: 4px; left: 0; width: 100%; '
    'position: absolute"></span>',
    "start": '<span style="background: {bg}; top: {top_offset}px; height: 4px; left: 0; width: 100%; '
    'position: absolute"><span style="background: {bg}; color: #000; top: 1px; z-index: 1; position: absolute; '
    'padding: 1px 3px 2px; border-radius: 0 0 3px 3px; font: bold 9px/1 sans-serif">{label}{kb_link}</span></span>',
}
_JOIN = "\u2060"  # a word joiner: ends a token behind which displaCy's space is taken away again
_WORD = re.compile(r"\s*\S+\s*")

_Span = tuple[int, int, str]


def record_html(record: Record) -> str:
    """Return a record as a piece of HTML that needs nothing else: no script, no style sheet, nothing fetched.

    Every text in it is escaped. A record that has no article at hand (`Record.article`) shows its facts alone.
    """
    parts = [_head(record)]
    if record.article:
        parts += [_legend(record), *_text(record.article, _spans(record))]
    parts.append(_facts(record))
    parts += [f"<div>problem: {escape(problem.message)} [{escape(problem.code)}]</div>" for problem in record.problems]
    return f'<div style="max-width: 62em; text-align: left">{"".join(parts)}</div>'


def _head(record: Record) -> str:
    title = record.title or "no headline"
    return (
        f'<div><b style="font-size: 1.15em">{escape(title)}</b><br>'
        f"{escape(record.published or 'no date')} · <code>{escape(record.article_id)}</code></div>"
    )


def _legend(record: Record) -> str:
    present = {fact.kind for fact in record.facts()}
    keys = (
        f'<span style="white-space: nowrap; margin-right: 1em"><span style="background: {COLOURS[kind]}; color: #000; '
        f'padding: 1px 5px; border-radius: 3px">{kind}</span> {VIETNAMESE[kind]}</span>'
        for kind in ALL_KINDS
        if kind in present
    )
    return f'<div style="font-size: 0.85em; margin: 0.6em 0; line-height: 2">{" ".join(keys)}</div>'


def _spans(record: Record) -> list[_Span]:
    """Return start, end and kind of what is to be marked; those of one kind are joined where only space divides them.

    The words that say which bloc a fact belongs to are the bloc's, not the fact's: they are said once for many facts.
    """
    text = record.article.text if record.article else ""
    found = {
        (mark.start, mark.end, "bloc" if slot == "bloc" else kind)
        for mark in marks_of(record)
        for kind, _, slot in (label.partition(".") for label in mark.labels)
    }
    joined: list[_Span] = []
    for kind in ALL_KINDS:
        mine: list[_Span] = []
        for start, end, _ in sorted(span for span in found if span[2] == kind):
            if mine and not text[mine[-1][1] : start].strip():
                mine[-1] = (mine[-1][0], max(end, mine[-1][1]), kind)
            else:
                mine.append((start, end, kind))
        joined += mine
    return sorted(joined)


def _text(article: Article, spans: Sequence[_Span]) -> Iterator[str]:
    """Yield the text line by line; what the page printed around its article is dimmed."""
    chrome = [(section.start, section.end) for section in article.sections if section.field == "chrome"]
    end = 0
    for line in article.text.splitlines(keepends=True):
        start, end = end, end + len(line)
        if start >= MAX_CHARACTERS:
            yield f"<div><i>… {len(article.text) - start:,} more characters are not shown.</i></div>"
            return
        if not line.strip():
            continue
        stop = min(end, MAX_CHARACTERS)
        inside = [(max(a, start), min(b, stop), kind) for a, b, kind in spans if a < stop and b > start]
        shown = _line(article.text, start, stop, inside) if inside else f"<div>{escape(line[: stop - start])}</div>"
        dim = any(a <= start and end <= b + 1 for a, b in chrome)
        yield f'<div style="margin: 0.35em 0{"; opacity: 0.5" if dim else ""}">{shown}</div>'
        if stop < end:
            yield f"<div><i>… {len(article.text) - stop:,} more characters are not shown.</i></div>"
            return


def _line(text: str, start: int, end: int, spans: Sequence[_Span]) -> str:
    """Return a line with its marks. A token is a marked word, or all that stands between two marks."""
    from spacy import displacy

    edges = sorted({start, end, *(edge for a, b, _ in spans for edge in (a, b))})
    tokens: list[str] = []
    first: dict[int, int] = {}  # the number of the token that begins at an edge
    for a, b in pairwise(edges):
        first[a] = len(tokens)
        piece = text[a:b]
        if any(left <= a and b <= right for left, right, _ in spans):
            tokens += _WORD.findall(piece) or [piece]
        else:
            # displaCy writes a space behind what is not marked.
            tokens.append(piece.removesuffix(" ") if piece.endswith(" ") else piece + _JOIN)
    first[end] = len(tokens)
    marks = [{"start_token": first[a], "end_token": first[b], "label": kind} for a, b, kind in spans]
    html = displacy.render(
        {"tokens": tokens, "spans": marks},
        style="span",
        manual=True,
        jupyter=False,
        options={"colors": dict(COLOURS), "template": _TEMPLATE, **_OFFSETS},
    )
    return str(html).replace(_JOIN + " ", "")


def _facts(record: Record) -> str:
    facts = list(record.facts())
    if not facts:
        return "<div><i>no facts</i></div>"
    rows = []
    for number, fact in enumerate(facts[:MAX_FACTS], start=1):
        said = describe(fact, len(record.blocs) > 1).partition(": ")[2]
        quotes = "; ".join(f"{slot}: {', '.join(found)}" for slot, found in quotes_by_slot(fact))
        cell = '<td style="text-align: left; vertical-align: top'
        rows.append(
            f'<tr>{cell}">{number}</td>{cell}"><b style="border-bottom: 4px solid {COLOURS[fact.kind]}">{fact.kind}</b>'
            f'</td>{cell}">{escape(said)}</td>{cell}">{escape(quotes)}</td>{cell}">{fact.confidence:.2f}</td></tr>'
        )
    more = f"<div><i>… {len(facts) - MAX_FACTS} more</i></div>" if len(facts) > MAX_FACTS else ""
    return (
        f"<details><summary>{len(facts)} fact{'s' * (len(facts) > 1)}, with their words (~: concluded, not said there)"
        "</summary>"
        "<table><thead><tr><th></th><th>kind</th><th>what</th><th>words of the report</th><th>confidence</th></tr>"
        f"</thead><tbody>{''.join(rows)}</tbody></table>{more}</details>"
    )
