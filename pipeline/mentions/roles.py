"""The posts that a bloc gives: leader and deputy. A ROLE's value is leader, deputy or both ("Trưởng, Phó khối")."""

from __future__ import annotations

from pipeline.lexicon import Lexicon
from pipeline.reading import Mention, Reading

_NEW = (["mới"], ["nhiệm", "kỳ", "mới"], ["khóa", "mới"])
_GRADES = frozenset(str(n) for n in range(6, 13))
"""The grades of a school, whose teachers have a head too: "Trưởng khối 10"."""

_POINTS = ("này", "ấy", "đó")
_POSTS = tuple(
    tuple(words.split())
    for words in "vị trí|vai trò|cương vị|chức danh|chức vụ|trọng trách|chiếc ghế|ngôi vị|chức trách".split("|")
)
_TAKES = frozenset(("làm", "giữ"))
_ENDS = frozenset(", ; . : ) ( và theo trong năm từ nhiệm".split())
_TELLS = frozenset(("là", ":", "thuộc"))
_STILL = frozenset("vẫn thì sẽ tiếp tục đang".split())
"""Words before "là" behind a post: "vị trí phó vẫn là A"."""
_BEFORE = frozenset(", ; . ( - + • và còn cấp ghế vị trí vai trò chức".split())
_NEAR = 40
"""So many tokens at most between a post and one whose "khối" is left out."""
_BLOCS = frozenset(("khối", "cụm"))
_OTHERS = frozenset(
    tuple(words.split())
    for words in (
        "đoàn kiểm|đoàn công|đoàn do|đoàn của|ban tổ|ban giám|ban chỉ|tổ công|tổ giúp|tổ thư|tổ chấm|tổ kiểm|tổ do|"
        "tiểu ban|hội đồng"
    ).split("|")
)
"""First words of bodies that have heads and deputies of their own."""
_WORK = frozenset("giao nhận vụ trò trách trọng quyền việc công để tục".split())
"""Words before "điều hành khối" after which it is a post and not what everybody does."""


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
    found += _pointed_at(reading, found)
    return sorted([*found, *_left_out(reading, found), *_told_as_work(reading, found)], key=lambda r: r.start)


def _left_out(reading: Reading, found: list[Mention]) -> list[Mention]:
    """Return the posts whose "khối" or "cụm" is left out, as it is named before: "khối do A làm trưởng, B làm phó".

    1. after "làm", "giữ", at the end of a clause;
    2. "Khối trưởng là A, phó là B": before "là" or ":", where a post is told before it.
    """
    norms = reading.norms
    roles: list[Mention] = []
    for word, role in (("trưởng", "leader"), ("phó", "deputy"), ("tá", "deputy")):
        for last in reading.positions.get(word, ()):
            i = last - 1 if word == "tá" else last  # "phụ tá"
            if word == "tá" and norms[i] != "phụ":
                continue
            after = norms[last + 1 : last + 2] or ["."]
            if any(r.start <= i < r.end for r in found):
                continue
            at_end = norms[i - 1] in _TAKES and (after[0] in _ENDS or reading.sentences[-1].end == last + 1)
            at = last + 1
            while at + 1 < len(norms) and norms[at] in _STILL:
                at += 1
            told = [r for r in (*found, *roles) if i - _NEAR < r.start < i]
            beside = (
                norms[at : at + 1]
                and norms[at] in _TELLS
                and norms[i - 1] in _BEFORE
                and any(r.value != role for r in told)
            )
            if at_end and _is_of_bloc(reading, i) or beside and not _is_of_other(reading, max(r.end for r in told), i):
                roles.append(Mention("ROLE", i, last + 1, role, "left-out"))
    return roles


def _is_of_bloc(reading: Reading, i: int) -> bool:
    """Whether the body that a post is of, named last before it in its sentence, is a bloc."""
    start = reading.sentences[reading.sentence_of(i)].start
    last = next((k for k in range(i - 1, start - 1, -1) if reading.norms[k] in _BLOCS), None)
    if last is None:
        return False
    return not _is_of_other(reading, start if reading.norms[last - 1] == "của" else last, i)


def _is_of_other(reading: Reading, start: int, end: int) -> bool:
    """Whether another body with a head and deputies is named in the tokens `[start, end)`: "Đoàn kiểm tra"."""
    return any(tuple(reading.norms[k : k + 2]) in _OTHERS for k in range(start, end))


def _told_as_work(reading: Reading, found: list[Mention]) -> list[Mention]:
    """Return where the work of a bloc's leader is told for the post: "nhận điều hành Khối"."""
    norms = reading.norms
    return [
        Mention("ROLE", i, i + 3, "leader", "told-as-work")
        for i in reading.positions.get("điều", ())
        if norms[i + 1 : i + 2] == ["hành"]
        and norms[i + 2 : i + 3] in (["khối"], ["cụm"])
        and norms[i - 1] in _WORK
        and not _is_named(reading, found, i)
    ]


def _pointed_at(reading: Reading, found: list[Mention]) -> list[Mention]:
    """Return the words that point at the one post told just before: "vị trí này" after "hết nhiệm kỳ Cụm trưởng"."""
    norms = reading.norms
    roles: list[Mention] = []
    for word in _POINTS:
        for i in reading.positions.get(word, ()):
            begin = next((i - len(w) for w in _POSTS if i >= len(w) and tuple(norms[i - len(w) : i]) == w), None)
            if begin is None:
                continue
            n = reading.sentence_of(i)
            start = reading.sentences[max(0, n - 1)].start
            told = [r for r in found if start <= r.start < begin]
            last = [r for r in told if r.start >= reading.sentences[n].start] or told
            if last and len({r.value for r in last}) == 1 and last[0].value != "both":
                roles.append(Mention("ROLE", begin, i + 1, last[-1].value, "pointed-at"))
    return roles


def _is_named(reading: Reading, found: list[Mention], i: int) -> bool:
    """Whether the sentence of a token names the leader's post itself: "điều hành Cụm được giao cho A (Cụm trưởng)"."""
    sentence = reading.sentences[reading.sentence_of(i)]
    return any(sentence.start <= r.start < sentence.end and r.value != "deputy" for r in found)


def _is_new(norms: list[str], end: int) -> bool:
    """Whether words after a role say that its holder takes over: "Khối trưởng mới", "Khối trưởng nhiệm kỳ mới"."""
    return any(norms[end : end + len(words)] == words for words in _NEW)
