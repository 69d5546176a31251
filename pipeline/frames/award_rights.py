"""What who grants may grant: a grantor told with one title is not that of a title which another alone may give."""

from __future__ import annotations

from pipeline.frames.award_parts import Grantor
from pipeline.reading import Mention

_OF_PRESIDENT = ("Huân chương", "Anh hùng", "Nhà giáo", "Thầy thuốc")
_OF_GOVERNMENT = frozenset(("Cờ thi đua", "Bằng khen", "Chiến sĩ thi đua toàn quốc"))
_GOVERNMENT = frozenset(("Chính phủ", "Thủ tướng Chính phủ"))


def may_grant(grantor: Grantor, award: Mention) -> bool:
    """Whether a grantor that the title before names may be this title's too, by the law on emulation and awards.

    "Bằng khen của Thủ tướng Chính phủ cho A, Huân chương Lao động hạng Ba cho B": the President gives the second.
    """
    if grantor.name == "Chủ tịch nước" or award.value.startswith(_OF_PRESIDENT):
        return grantor.name == "Chủ tịch nước" and award.value.startswith(_OF_PRESIDENT)
    return grantor.name not in _GOVERNMENT or award.value in _OF_GOVERNMENT
