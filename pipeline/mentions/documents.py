"""Documents: DOCUMENT, value the number or "", `parts["type"]` its kind, `parts["subject"]` the name of a law.

A mention is the word for its kind with all that belongs to the number: "Quyết định số 812/QĐ-UBND", "Chỉ thị 05",
"Luật Thi đua, Khen thưởng", or a "Quyết định" with a capital letter, of which the frame asks for issuer and subject.
"""

from __future__ import annotations

import re

from pipeline.mentions.beyond import words
from pipeline.reading import Mention, Reading

_NUMBER = re.compile(r"\d+[A-Z]?(?! ?%)(?: ?[/-] ?(?:(?:19|20)\d\d|[A-ZĐ]{2,}[A-Za-zĐđ0-9]*(?:&[A-ZĐ]+)?))*(?![\w])")
_SHORT = frozenset(("qđ", "nđ", "nq", "ct", "kh"))
_NO_SUCH = frozenset("dự thảo bản bảng phòng ban vụ văn".split())
"""Words before "Kế hoạch" and the like that make it a draft or the name of an office."""


def find_documents(reading: Reading) -> list[Mention]:
    """Return the documents of a reading that have a number, a law's name or a capital letter."""
    kinds, laws, norms = words("document"), words("law"), reading.norms
    found = []
    for start, end, _, kind in kinds.find(reading):
        if kind in ("Luật", "Bộ luật"):
            law = laws.phrases.match(norms, end) if end < len(norms) and reading.upper[end] else None
            if law:
                found.append(Mention("DOCUMENT", start, law[0], "", "law", {"type": kind, "subject": law[1][1]}))
            continue
        number = _number(reading, start, end)
        if number:
            found.append(Mention("DOCUMENT", start, number[1], number[0], "number", {"type": kind}))
        elif reading.upper[start] and reading.norms[start] not in _SHORT and not _is_other(reading, start):
            found.append(Mention("DOCUMENT", start, end, "", "named", {"type": kind}))
    return found


def _is_other(reading: Reading, start: int) -> bool:
    return start > 0 and reading.norms[start - 1] in _NO_SUCH


def _number(reading: Reading, start: int, at: int) -> tuple[str, int] | None:
    """Return the number that stands at a token, after "số" or at once, and the token where it ends."""
    norms = reading.norms
    said = norms[at : at + 1] == ["số"]
    at += said
    at += said and norms[at : at + 1] == [":"]
    if at >= len(norms) or not norms[at][0].isdigit():
        return None
    match = _NUMBER.match(reading.article.text, reading.starts[at])
    if not match:
        return None
    value = match[0].replace(" ", "")
    end = at + 1
    while end < len(norms) and reading.starts[end] < match.end():
        end += 1
    if value.isdigit() and not said:
        cited = reading.upper[start] and len(value) < 4 and _may_be_cited(reading, end)
        return (value, end) if cited else None
    return value, end


def _may_be_cited(reading: Reading, end: int) -> bool:
    """Whether a bare number ends the citation: "Chỉ thị 05, …", "Công văn 112)", not "kế hoạch 5 năm"."""
    follows = reading.norms[end : end + 1]
    if follows in (["/"], ["%"]):
        return False
    if follows in ([","], ["."]) and reading.norms[end + 1 : end + 2] and reading.starts[end + 1] == reading.ends[end]:
        return False  # "kế hoạch 0,12%"
    return not follows or not follows[0].isalpha() or follows[0] in ("của", "ngày", "về")
