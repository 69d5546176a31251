"""Leave persons out: no column of theirs, and no known name in any quote.

Known is every name that the tables hold: of persons with a post, of leaders and deputies, of persons with an award, in
the written forms too. A name that no rule has read, and a given name alone ("đồng chí Hùng"), stay: the card says so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from typing import TYPE_CHECKING

from pipeline.export.tables import Value
from pipeline.text import fold

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

MASK = "[…]"
LEFT_OUT = frozenset(("people",))
"""Tables of persons."""

EVIDENCE = (
    "kind <> 'person' AND NOT (kind = 'leader' AND slot = 'person') AND NOT (kind = 'award' AND slot = 'recipient' "
    "AND fact_id IN (SELECT fact_id FROM awards WHERE recipient_kind = 'person'))"
)
"""The rows of evidence that name no person as such."""

_EMPTY = frozenset(("person", "leader_person"))
_NAMES = frozenset(("recipient", "recipient_agency", "agency", "leader", "deputies", "members", "chosen", "other"))
_PROSE = frozenset(("quote", "quotes", "title", "what", "subject"))
_KNOWN = """
    SELECT name FROM people UNION SELECT person FROM leaderships
    UNION SELECT recipient FROM awards WHERE recipient_kind = 'person'
    UNION SELECT quote FROM evidence WHERE kind = 'person' AND slot = 'name' OR kind = 'leader' AND slot = 'person'
    UNION SELECT e.quote FROM evidence e JOIN awards USING (fact_id)
        WHERE recipient_kind = 'person' AND e.kind = 'award' AND slot = 'recipient'
"""
# A syllable, in letters with their tone marks apart or not: Nguyễn, H, Yim. Zero-width characters may stand in it.
_SYLLABLE = re.compile("[\\w\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff]+")
_BETWEEN = re.compile(r"[\s.'’\-–]*")


def without_names(sql_mask: str = "mask_names", sql_mask_whole: str = "mask_name") -> Value:
    """Return what is exported for a text: nothing for persons, other columns without the names in them."""

    def value(name: str, sql: str) -> str:
        if name in _EMPTY:
            return "CAST(NULL AS VARCHAR)"
        if name in _PROSE:
            return f"{sql_mask}({sql})"
        return f"{sql_mask_whole}({sql})" if name in _NAMES else sql

    return value


@contextmanager
def masks(con: DuckDBPyConnection) -> Iterator[None]:
    """Let SQL on this connection call `mask_names(text)` and `mask_name(cell)` with the names that its tables hold."""
    names = [name for (name,) in con.execute(_KNOWN).fetchall() if name]
    within = masker(names)
    whole = {_key(name) for name in names}

    def mask_name(cell: str) -> str:
        return MASK if _key(cell) in whole else cell

    con.create_function("mask_names", within, ["VARCHAR"], "VARCHAR")
    con.create_function("mask_name", mask_name, ["VARCHAR"], "VARCHAR")
    try:
        yield
    finally:
        con.remove_function("mask_names")
        con.remove_function("mask_name")


def masker(names: Iterable[str]) -> Callable[[str], str]:
    """Return a function that puts `MASK` in place of each of the names in a text, however it is typed.

    The longest name wins. A name counts where it begins with a capital letter: "Hùng" does not stand in "anh hùng".
    """
    keys = {_key(name) for name in names} - {()}
    firsts = {key[0] for key in keys}
    lengths = sorted({len(key) for key in keys}, reverse=True)

    def mask(text: str) -> str:
        words = list(_SYLLABLE.finditer(text))
        folded = [fold(word[0]) for word in words]
        parts: list[str] = []
        end = at = 0
        while at < len(words):
            length = 0
            if folded[at] in firsts and words[at][0][0].isupper():
                left = len(words) - at
                here = (n for n in lengths if n <= left and tuple(folded[at : at + n]) in keys)
                length = next((n for n in here if _joined(text, words[at : at + n])), 0)
            if length:
                parts += (text[end : words[at].start()], MASK)
                end = words[at + length - 1].end()
            at += length or 1
        return "".join((*parts, text[end:]))

    return mask


def _joined(text: str, words: list[re.Match[str]]) -> bool:
    """Whether nothing stands between the words that would part a name."""
    return all(_BETWEEN.fullmatch(text, left.end(), right.start()) for left, right in pairwise(words))


def _key(name: str) -> tuple[str, ...]:
    return tuple(fold(word) for word in _SYLLABLE.findall(name))
