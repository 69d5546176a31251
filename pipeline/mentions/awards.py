"""Award titles and rankings, and those who grant them.

- AWARD: value the canonical title, rule its class (title, bare, rank); `parts["rank"]` the class of a flag;
- GRANTOR: value as the guideline writes it ("UBND tỉnh", "Chủ tịch UBND tỉnh", "Chính phủ").
"""

from __future__ import annotations

from pipeline.lexicon import Lexicon, Phrases
from pipeline.reading import Mention, Reading

_STATE = {
    "chính phủ": "Chính phủ",
    "thủ tướng chính phủ": "Thủ tướng Chính phủ",
    "thủ tướng": "Thủ tướng Chính phủ",
    "chủ tịch nước": "Chủ tịch nước",
    "trung ương": "Trung ương",
}
_RANKS = {"nhất": "Nhất", "nhì": "Nhì", "ba": "Ba", "1": "Nhất", "2": "Nhì", "3": "Ba"}
_HEADS_OF = {"chủ tịch": "Chủ tịch", "bộ trưởng": "Bộ trưởng", "giám đốc": "Giám đốc"}


def find_awards(reading: Reading, lexicon: Lexicon) -> list[Mention]:
    """Return the titles and rankings of a reading."""
    found: list[Mention] = []
    for start, end, award in lexicon.awards.find_all(reading.norms, 0, len(reading.norms)):
        if award.cls == "not" or reading.sentence_of(start) != reading.sentence_of(end - 1):
            continue
        parts = {"for": award.recipient}
        if award.cls in ("title", "bare") and reading.norms[end : end + 1] == ["hạng"] and reading.norms[end + 1 : end + 2]:
            rank = _RANKS.get(reading.norms[end + 1])
            if rank:
                parts["rank"], end = rank, end + 2
        if reading.norms[start - 1 : start] == ["đồng"]:
            parts["shared"] = "yes"
        found.append(Mention("AWARD", start, end, award.award, award.cls, parts))
    return found


class GrantorFinder:
    """Finds those who may grant: state bodies by phrase, and agencies with or without their head before them."""

    def __init__(self) -> None:
        self._state: Phrases[str] = Phrases(_STATE.items())
        self._heads: Phrases[str] = Phrases(_HEADS_OF.items())

    def find(self, reading: Reading) -> list[Mention]:
        """Return the grantors; an agency is one only where a frame asks for it."""
        found = [
            Mention("GRANTOR", start, end, value, "state")
            for start, end, value in self._state.find_all(reading.norms, 0, len(reading.norms))
            if reading.upper[start]
        ]
        agencies = {m.start: m for m in reading.of("AGENCY")}
        for start, end, head in self._heads.find_all(reading.norms, 0, len(reading.norms)):
            agency = agencies.get(end)
            if agency and agency.rule in ("body", "lexicon"):
                found.append(Mention("GRANTOR", start, agency.end, f"{head} {grantor_name(agency)}", "head"))
        return found


def grantor_name(agency: Mention) -> str:
    """Return an agency as a grantor: the unit's word stays, the place's name goes ("UBND tỉnh")."""
    unit = agency.parts.get("unit")
    name = agency.parts["name"]
    if agency.parts["policy"] == "self":
        return f"{name} {unit}" if unit else agency.value
    return agency.value
