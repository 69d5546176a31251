"""The posts that a bloc gives: leader and deputy. A ROLE's value is leader, deputy or both ("Trưởng, Phó khối")."""

from __future__ import annotations

from pipeline.lexicon import Lexicon
from pipeline.reading import Mention, Reading

_NEW = (["mới"], ["nhiệm", "kỳ", "mới"], ["khóa", "mới"])
_GRADES = frozenset(str(n) for n in range(6, 13))
"""The grades of a school, whose teachers have a head too: "Trưởng khối 10"."""


def find_roles(reading: Reading, lexicon: Lexicon) -> list[Mention]:
    """Return the roles; `parts["new"]` marks "tân Khối trưởng", who takes over."""
    found: list[Mention] = []
    for start, end, role in reading.matches(lexicon.roles):
        if role == "not" or reading.sentence_of(start) != reading.sentence_of(end - 1):
            continue
        grade = reading.norms[end : end + 1]
        if grade and grade[0] in _GRADES and reading.norms[end - 1] == "khối" and role == "leader":
            continue
        parts = {}
        if start and reading.norms[start - 1] == "tân" or _is_new(reading.norms, end):
            parts["new"] = "yes"
        # "Trưởng Khối thi đua", "Phó khối 1", "Khối trưởng (mới)": what belongs to the role's own words.
        if reading.norms[end : end + 2] == ["thi", "đua"]:
            end += 2
        if reading.norms[end : end + 1] in (["1"], ["2"], ["3"]) and role == "deputy":
            end += 1
        found.append(Mention("ROLE", start, end, role, "role", parts))
    return found


def _is_new(norms: list[str], end: int) -> bool:
    """Whether words after a role say that its holder takes over: "Khối trưởng mới", "Khối trưởng nhiệm kỳ mới"."""
    return any(norms[end : end + len(words)] == words for words in _NEW)
