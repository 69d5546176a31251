"""Places and scores: PLACE, value the rank, `parts["units"]` out of how many; SCORE, value the points.

Places that blocs award ("xếp thứ nhì") are mentions already (AWARD, rule `rank`); here are the others, with numbers.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from pipeline.mentions.beyond import words
from pipeline.reading import Mention, Reading

TOP_RANKS = ("Đơn vị dẫn đầu", "Hạng Nhì", "Hạng Ba")
"""The first three places, in their order."""

_OF_AWARD = {award: str(rank) for rank, award in enumerate(TOP_RANKS, start=1)}
_BEFORE_NUMBER = frozenset(("thứ", "hạng"))
_BEFORE_PLACE = frozenset("xếp đứng hạng vị trí về".split())
_ENDS_SCORE = frozenset(", ; . ) : và đứng xếp dẫn cao là được - đạt so trên / thứ nhất".split())
_POINTS = re.compile(r"(\d{1,4}(?:[.,]\d{1,3})?)(?: ?/ ?(\d{1,2}\.\d{3}|\d{2,4}(?:,\d{1,2})?))?(?= ?điểm)")
_LONGEST = 20
"""So many characters before "điểm" it begins at most."""
_OUT_OF = re.compile(r"(\d{1,4}(?:,\d{1,2})?) ?/ ?(100|1\.?000|500|200)(?! ?(?:điểm|[\w%]))")

_MOST = frozenset("100 1000 000 500 200".split())
"""The last token of what `_OUT_OF` finds."""


def find_places(reading: Reading) -> list[Mention]:
    """Return the places and scores of a reading, without saying whose they are."""
    found = [
        Mention("PLACE", m.start, m.end, _OF_AWARD[m.value], "award", dict(m.parts))
        for m in reading.of("AWARD")
        if m.rule == "rank" and m.value in _OF_AWARD
    ]
    found += [Mention("PLACE", a, b, value, "word") for a, b, _, value in words("rank").find(reading)]
    found += [m for i in reading.where(_BEFORE_NUMBER) if (m := _numbered(reading, i))]
    if "điểm" in reading.positions:
        found += _scores(reading)
    kept: list[Mention] = []
    for mention in sorted(found, key=lambda m: (m.start, -m.end)):
        if not (kept and kept[-1].kind == mention.kind and mention.start < kept[-1].end):
            kept.append(mention)
    return kept


def _numbered(reading: Reading, i: int) -> Mention | None:
    """Return the place in figures at a token: "xếp thứ 4", "hạng 3/12", "đứng vị trí thứ 5"."""
    norms = reading.norms
    number = norms[i + 1] if i + 1 < len(norms) else ""
    if not (number.isdigit() and 0 < int(number) < 100):
        return None
    start = i
    while start > 0 and norms[start - 1] in _BEFORE_PLACE:
        start -= 1
    if start == i and norms[i] == "thứ":
        return None  # "thứ 6, 17/12": a weekday
    parts = {}
    end = i + 2
    if norms[end : end + 1] == ["/"] and norms[end + 1 : end + 2] and norms[end + 1].isdigit():
        parts["units"] = norms[end + 1]
        end += 2
    return Mention("PLACE", start, end, str(int(number)), "number", parts)


def _scores(reading: Reading) -> list[Mention]:
    found = []
    text = reading.article.text
    for match in _points(text):
        i = _token_at(reading, match.start())
        if i is None or (match.start() and text[match.start() - 1] in ".,/-"):
            continue
        end = i
        while end < len(reading.norms) and reading.norms[end] != "điểm":
            end += 1
        after = reading.norms[end + 1 : end + 2]
        if end >= len(reading.norms) or (after and after[0] not in _ENDS_SCORE and _same_line(reading, end)):
            continue
        parts = {"max": _number(match[2])} if match[2] else {}
        found.append(Mention("SCORE", i, end + 1, _number(match[1]), "points", parts))
    for match in _OUT_OF.finditer(text) if reading.where(_MOST) else ():
        i = _token_at(reading, match.start())
        if i is not None and reading.norms[i - 1 : i] and reading.norms[i - 1] in ("điểm", "đạt", ":"):
            end = i
            while end < len(reading.starts) and reading.starts[end] < match.end():
                end += 1
            found.append(Mention("SCORE", i, end, _number(match[1]), "out-of", {"max": _number(match[2])}))
    return found


def _points(text: str) -> Iterator[re.Match[str]]:
    """Yield the numbers right before "điểm"; nowhere else is the text looked at, for most have none."""
    past = 0
    at = text.find("điểm")
    while at >= 0:
        found = (
            _POINTS.search(text, max(past, at - _LONGEST), at + 4)
            if text[max(past, at - 2) : at].strip()[-1:].isdigit()
            else None
        )
        if found:
            yield found
        past = at + 4
        at = text.find("điểm", past)


def _token_at(reading: Reading, offset: int) -> int | None:
    """Return the token that begins at an offset of the text."""
    i = bisect_left(reading.starts, offset)
    return i if i < len(reading.starts) and reading.starts[i] == offset else None


def _same_line(reading: Reading, i: int) -> bool:
    return reading.sentence_of(i) == reading.sentence_of(i + 1)


def _number(written: str) -> str:
    """Return a number as Python writes it: "979,5" is 979.5, "1.000" is 1000."""
    if "," in written:
        return written.replace(".", "").replace(",", ".")
    return written.replace(".", "") if re.fullmatch(r"\d\.\d{3}", written) else written
