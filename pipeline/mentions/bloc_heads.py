"""How the name of a bloc begins: its head and the words for emulation behind it."""

from __future__ import annotations

from pipeline.mentions.places import is_numeral
from pipeline.reading import Mention, Reading
from pipeline.text import one_line

_KINDS_OF_EMULATION = frozenset("giao ước thi đua khối".split())


def after_emulation(reading: Reading, at: int, end: int) -> tuple[int, bool]:
    """Return where the words for emulation behind a head end, and whether "thi đua" is among them.

    "Cụm khối thi đua 6", "Khối giao ước thi đua", "Cụm thi đua, khen thưởng các huyện"; but "Khối thi đua Thi hành án".
    """
    norms, named = reading.norms, False
    if norms[at : at + 1] == ["tđ"] and at < end:
        return at + 1, True  # "Cụm TĐ số 5"
    while at < end and norms[at] in _KINDS_OF_EMULATION and norms[at : at + 2] != ["thi", "hành"]:
        named = named or norms[at : at + 2] == ["thi", "đua"]
        at += 1
    reward = at + (norms[at : at + 1] in ([","], ["-"], ["và"], ["&"]))
    after = reward + 2
    if named and norms[reward:after] == ["khen", "thưởng"] and after < end:
        goes_on = norms[after] in ("số", "các") or is_numeral(norms[after])
        at = after if goes_on or (reward == at and reading.upper[after]) else at
    return at, named


def end_before(agency: Mention, i: int, reading: Reading) -> None:
    """Take the head of a bloc's name from the agency before it, which ran into it."""
    word = f" {reading.raw[i]}"
    agency.end, agency.value = i, agency.value.removesuffix(word)
    agency.parts["name"] = agency.parts["name"].removesuffix(word)


def names_again(norms: list[str], i: int) -> bool:
    """Whether another full name follows a dash at token `i`: "Cụm thi đua các hội A | - Cụm thi đua các hội A"."""
    return norms[i] == "-" and norms[i + 1 : i + 2] in (["khối"], ["cụm"]) and norms[i + 2 : i + 4] == ["thi", "đua"]


def name_as_written(reading: Reading, start: int, stop: int) -> str:
    """Return the name at tokens `[start, stop)` on one line, its head with a capital, and not all in capitals."""
    text = one_line(reading.text(start, stop))
    if text.isupper() and stop - start > 3:
        text = text.lower()
    return text[0].upper() + text[1:]
