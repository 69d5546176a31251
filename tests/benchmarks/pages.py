"""Tables in Markdown, printed or put where a page of the documentation has them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path


def markdown(rows: Sequence[Sequence[str]]) -> str:
    """Return rows as a Markdown table; the first is its head."""
    head, *rest = rows
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, ["---"] * len(head), *rest))


def publish(table: str, name: str, page: Path | None) -> None:
    """Write a table between the marks `<!-- begin NAME -->` and `<!-- end NAME -->` of a page; without a page, print it.

    Raises:
        ValueError: the page has no such marks.
    """
    if page is None:
        print(table)
        return
    marked = re.compile(rf"(<!-- begin {name} -->\n).*?(<!-- end {name} -->)", re.DOTALL)
    text, found = marked.subn(lambda marks: f"{marks[1]}{table}\n{marks[2]}", page.read_text("utf-8"))
    if found != 1:
        raise ValueError(f"{page} has no place for the table; it needs one line <!-- begin {name} --> and one with end")
    page.write_text(text, "utf-8")
