"""Whether two names are those of one bloc: one number, the same words, other words for the same, or their initials."""

from __future__ import annotations

from pipeline.frames.context import Context
from pipeline.reading import Mention

_SAME = {
    "mttq": "mặt trận tổ quốc",
    "mttqvn": "mặt trận tổ quốc",
    "đoàn thể": "chính trị xã hội",
    "tổ chức chính trị xã hội": "chính trị xã hội",
    "tổ chức chính trị - xã hội": "chính trị xã hội",
    "qlnn": "quản lý nhà nước",
    "vùng núi": "miền núi",
}
"""Words of sectors, and others that say the same: "MTTQ và các tổ chức chính trị - xã hội", "Mặt trận, đoàn thể"."""


def is_same_name(a: Mention, b: Mention) -> bool:
    """Whether two mentions name one bloc: one number, the same words, or one's words or initials in the other's."""
    one, two = a.parts.get("number"), b.parts.get("number")
    if a.value.lower() == b.value.lower():
        return True
    words, others = a.parts["words"].split(), b.parts["words"].split()
    if (one is None) != (two is None):  # "Khối thi đua số 5 - Nông lâm nghiệp", "Khối Nông lâm nghiệp"
        numbered, sector = (words, others) if one else (others, words)
        return len(numbered) > 1 and bool(sector) and set(sector) <= set(numbered)
    if one or two:
        return one == two and a.parts["kind"] == b.parts["kind"]
    words, others = _in_one_wording(words), _in_one_wording(others)
    if _within(words, others) or _within(others, words):
        return True
    return (
        _initials(words) == _initials(others)
        or _initials(words) in _initials(others)
        and len(_initials(words)) > 1
        and "".join(words) == _initials(words)
    )


def join_posts(ctx: Context, groups: list[list[Mention]]) -> list[list[Mention]]:
    """Join two names of which one is only told with posts: "Cụm thi đua khối Văn hóa … Cụm trưởng Cụm thi đua số 6".

    One has a number and no sector, the other a sector and no number.
    """
    if len(groups) != 2 or groups[0][0].parts["kind"] != groups[1][0].parts["kind"]:
        return groups
    numbered = [g for g in groups if all(m.rule == "number" for m in g)]
    sectors = [g for g in groups if all(m.rule == "sector" for m in g)]
    if len(numbered) != 1 or len(sectors) != 1:
        return groups
    ends = {r.end for r in ctx.reading.of("ROLE")}
    beside_posts = all(m.start in ends for m in numbered[0])
    return [[*sectors[0], *numbered[0]]] if beside_posts else groups


def _within(words: list[str], others: list[str]) -> bool:
    """Whether all words of one name are in another, or initials of words there: "MTTQ, đoàn thể"."""
    letters = "".join(w[0] for w in others)
    return all(w in others or (len(w) > 1 and _is_acronym(w) and w in letters) for w in words)


def _initials(words: list[str]) -> str:
    return "".join(
        w if len(w) <= 3 and w.isalpha() and len(words) <= 3 and w == w and _is_acronym(w) else w[0] for w in words
    )


def _is_acronym(word: str) -> bool:
    return not any(c in "aeiouyăâêôơưáàảãạéèẻẽẹíìỉĩịóòỏõọúùủũụýỳỷỹỵấầẩẫậắằẳẵặếềểễệốồổỗộớờởỡợứừửữự" for c in word)


def _in_one_wording(words: list[str]) -> list[str]:
    """Return the words of a name with those that say the same put the same way."""
    text = f" {' '.join(words)} "
    for written, said in _SAME.items():
        text = text.replace(f" {written} ", f" {said} ")
    return text.split()
