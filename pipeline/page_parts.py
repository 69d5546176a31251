"""The parts of a copied page once its headline is known: lead, body, captions, author, and the chrome around them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate, takewhile

from pipeline.article import Field
from pipeline.page_lines import Line, Rules

_CHROME_LOOKS = frozenset(
    ("ending", "related", "item", "site", "footer", "date", "number", "posted", "updated", "clock", "counter",
     "tool", "nav", "menu", "weekday", "filler")
)  # fmt: skip
_CHROME_INSIDE = frozenset(("counter", "tool", "footer", "posted", "updated"))
"""Looks that are chrome even between two paragraphs; a menu's word may be a line of a list there."""

_LEAD_WORDS = 20
"""So long is a first sentence that a page prints twice as its lead; a shorter one is a caption under its picture."""

_BETWEEN_NAMES = re.compile(r"\s*[-–,&/+()]\s*|\s+và\s+")


def mark_article(lines: Sequence[Line], start: int, first: int, rules: Rules) -> tuple[list[Field], int]:
    """Return each line's field, and the index where the article ends.

    Args:
        lines: The page's lines that are not blank.
        start: The first line after the headline.
        first: The first sentence from there on.
        rules: What lines look like.
    """
    fields: list[Field] = ["lead" if line.look == "prose" else "chrome" for line in lines[:start]]
    fields += ["chrome"] * (len(lines) - start)
    end = _article_end(lines, start, first, rules)
    last = max((i for i in range(start, end) if lines[i].look in {"prose", "slogan"}), default=start - 1)
    boxed = _boxes(lines, start, last)
    for i in range(start, last + 1):
        if i not in boxed:
            fields[i] = _inside(lines, i, first, rules)
    end = _mark_tail(lines, fields, last + 1, end, rules)
    sentences = [i for i in range(start, end) if fields[i] == "body" and lines[i].look == "prose"]
    if len(sentences) > 1:
        fields[sentences[0]] = "lead"
    return fields, end


def next_sentence(lines: Sequence[Line], start: int) -> int:
    """Return the index of the next sentence. An outcry is a banner at the top of a page only, not under a headline."""
    looks = {"prose", "slogan"} if start else {"prose"}
    return next((i for i in range(start, len(lines)) if lines[i].look in looks), len(lines))


def _inside(lines: Sequence[Line], i: int, first: int, rules: Rules) -> Field:
    line = lines[i]
    if line.look == "date":
        under_lead = i == first + 1 and "time" in line.labels
        return "chrome" if i < first or under_lead or line.labels & {"posted", "updated"} else "body"
    if line.look in _CHROME_INSIDE or (line.look in _CHROME_LOOKS and i < first):
        return "chrome"
    if line.look == "caption" or (_is_repeated(lines, i) and not (i == first and line.words >= _LEAD_WORDS)):
        return "caption"
    if line.look == "byline":
        return "author"
    if i < first and line.look == "short":
        if _is_name(line, rules):
            return "author"
        return "chrome" if line.words <= 5 and not rules.event.search(line.text) else "body"
    return "body"


def _is_repeated(lines: Sequence[Line], i: int) -> bool:
    """A short line twice in a row is a picture's name and its caption; the first sentence of all is a lead."""
    here = lines[i].text.rstrip(" .").casefold()
    if not 4 <= lines[i].words <= 30:
        return False
    return any(0 <= j < len(lines) and lines[j].text.rstrip(" .").casefold() == here for j in (i - 1, i + 1))


def _article_end(lines: Sequence[Line], start: int, first: int, rules: Rules) -> int:
    """Return the index of the first line after the article that says so, or the number of lines.

    1. A heading that stands after articles only ("Tin cùng chuyên mục"), unless most of the page's sentences follow it.
    2. A heading of a box ("Xem thêm") after the article's last word: its end mark "./.", or a byline.
    3. Such a heading with no sentence after it.
    """
    candidates = range(max(start, first), len(lines))
    words_up_to = list(accumulate(line.words if line.look == "prose" else 0 for line in lines))
    endings = (i for i in candidates if lines[i].look == "ending")
    end = next((i for i in endings if 2 * words_up_to[i] >= words_up_to[-1]), len(lines))
    last = max((i for i in range(end) if lines[i].look == "prose" and lines[i].words >= 20), default=-1)
    closed = False
    for i in candidates[: end - candidates.start]:
        line = lines[i]
        if line.look == "related" and (closed or i > last):
            return i
        signed = line.look == "byline" or (line.indent >= 10 and _is_name(line, rules))
        closed = closed or signed or line.text.endswith("./.")
    return end


def _boxes(lines: Sequence[Line], start: int, last: int) -> set[int]:
    """Return the lines of boxes inside the article: a heading of other news and its entries, up to a sentence."""
    boxed: set[int] = set()
    inside = False
    for i in range(start, last + 1):
        inside = lines[i].look in {"related", "ending"} or (inside and lines[i].look != "prose")
        if inside or (lines[i].look == "item" and lines[i].text.startswith((">", "»", "Xem thêm", "›"))):
            boxed.add(i)
    return boxed


def _mark_tail(lines: Sequence[Line], fields: list[Field], start: int, end: int, rules: Rules) -> int:
    """Fill in what follows the last sentence: the rest of a list, captions, the byline; return where that stops."""
    author: int | None = None
    ended = start > 0 and lines[start - 1].text.endswith("./.")
    stop = start
    for i in range(start, end):
        line = lines[i]
        if line.look == "caption" or (line.look in {"short", "prose"} and _is_repeated(lines, i)):
            fields[i], stop = "caption", i + 1
        elif line.look == "byline" or (line.look == "short" and author is None and _signs(lines, i, end, rules)):
            fields[i], author, stop = "author", i, i + 1
        elif author == i - 1 and line.look == "short" and _is_office(line, rules):
            fields[i], stop = "author", i + 1
        elif author is None and not ended and line.look in {"short", "menu", "number", "slogan", "item"}:
            fields[i], stop = "body", i + 1
        ended = ended or line.text.endswith("./.") or line.look in _CHROME_INSIDE
    return stop


def _signs(lines: Sequence[Line], i: int, end: int, rules: Rules) -> bool:
    """Whether a short line is who wrote the report.

    1. Set far to the right, and no item of a list.
    2. An office's name, alone after the last sentence.
    3. A person's name that does not stand in a list of such.
    """
    line = lines[i]
    if line.text.startswith(("-", "+", "*", "•")) or any(c.isdigit() or c == ":" for c in line.text):
        return False
    if line.indent >= 10:
        return line.words <= 14 and (_is_name(line, rules) or not rules.event.search(line.text))
    if i and lines[i - 1].look == "prose" and _is_office(line, rules):
        return not any(lines[j].look == "short" for j in range(i + 1, end))
    if not _is_name(line, rules) or (i and lines[i - 1].text.endswith(":")):
        return False
    following = [lines[j] for j in range(i + 1, min(end, i + 3))]
    return sum(_is_name(other, rules) for other in following) < 2 and not (i and _is_name(lines[i - 1], rules))


def _is_office(line: Line, rules: Rules) -> bool:
    """An office's name alone, without a verb or a year."""
    named = rules.office.match(line.text) and not rules.event.search(line.text)
    return bool(named) and line.words <= 12 and not any(c.isdigit() for c in line.text)


def _is_name(line: Line, rules: Rules) -> bool:
    """One or more persons' names, with their office behind them or not ("Nông Thu - Trung tâm VH,TT-TT")."""
    if not 1 <= line.words <= 14 or line.look not in {"short", "menu"} or rules.office.match(line.text):
        return False
    if any(c.isdigit() or c == ":" for c in line.text):
        return False
    if line.words == 1 and line.indent < 10 and "." not in line.text:
        return False
    pieces = [piece for piece in _BETWEEN_NAMES.split(line.text) if piece.strip()]
    persons = list(takewhile(lambda piece: _is_person(piece) and not rules.office.match(piece), pieces))
    behind = pieces[len(persons) :]
    return bool(persons) and (len(behind) <= 1 or bool(rules.office.match(behind[0])))


def _is_person(text: str) -> bool:
    words = text.split()
    return len(words) <= 5 and all(word[0].isupper() for word in words)
