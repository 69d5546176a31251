"""Persons: names by honorific or surname, and posts. PERSON's value is the name, TITLE's the canonical post."""

from __future__ import annotations

from itertools import pairwise

from pipeline.lexicon import Lexicon
from pipeline.mentions.places import is_person_after_post
from pipeline.reading import Mention, Reading
from pipeline.text import one_line

_MIN, _MAX = 2, 5
_CLIPPED = frozenset(("h", "k"))
"""First letters of names that an apostrophe goes on with: "H'Yim", "K'Mák"."""
_NO_NAME_BEGINS = frozenset(tuple(w.split()) for w in ("chủ tịch", "thi đua", "việt nam", "hội nghị"))
_MEMORIAL = frozenset(
    (("khu", "lưu"), ("nhà", "lưu"), ("tưởng", "niệm"), ("đền", "thờ"), ("nhà", "thờ"), ("tượng", "đài"))
)
"""Words before the names of those whom a place remembers."""
_NO_PERSON_BEFORE = frozenset("đường phố huyện xã phường trường tỉnh thpt thcs học trấn quận bác tướng".split())
"""Words that stand before places and schools named after persons: "đường Lê Lợi", "Trường THPT Nguyễn Huệ"."""


def find_titles(reading: Reading, lexicon: Lexicon) -> list[Mention]:
    """Return the posts of a reading ("Phó Giám đốc")."""
    found = [Mention("TITLE", start, end, title, "title") for start, end, title in reading.matches(lexicon.titles)]
    return [m for m in found if reading.raw[m.start] != "TP" or not _is_city(reading, lexicon, m.end)]


def _is_city(reading: Reading, lexicon: Lexicon, i: int) -> bool:
    """Whether "TP." before a token is short for a city and not for a head of office: "TP.HCM", "TP. Cần Thơ"."""
    return reading.norms[i : i + 1] == ["hcm"] or (
        i < len(reading.norms) and bool(lexicon.provinces.match(reading.norms, i))
    )


def find_people(reading: Reading, lexicon: Lexicon) -> list[Mention]:
    """Return the persons of a reading.

    1. "đồng chí Lê Thị Hương", "Đại tá Võ Minh Tuyến": an honorific, a rank or a degree stands before the name;
    2. "Khối trưởng Đinh Quý Hợi", "Giám đốc Nguyễn Văn A": a role or a post stands before it;
    3. "các đồng chí: Trần Văn B, Lê C": a surname begins it, in a list or on its own.
    """
    taken = [False] * len(reading.norms)
    for kind in ("AGENCY", "BLOC"):
        for m in reading.of(kind):
            taken[m.start : m.end] = [True] * (m.end - m.start)
    after = {end for _, end, kind in reading.matches(lexicon.people) if kind in ("honorific", "rank", "degree")}
    after |= {end + 1 for end in after if reading.norms[end : end + 1] == [":"]}  # "các đồng chí: Ong Khắc Huân, …"
    posts = {m.end for m in reading.of("TITLE")}
    after |= posts | {m.end for m in reading.of("ROLE")}
    stopped = {i + 1 for i in after if reading.raw[i : i + 1] == ["."]}
    found: list[Mention] = []
    past = 0
    for i in sorted({*after, *stopped, *reading.where(_CLIPPED | lexicon.surnames)}):
        if i < past or i >= len(taken) or taken[i] or not reading.upper[i]:
            continue
        honoured = i in after or i in stopped
        if honoured and i in posts and _is_unit_of_post(reading, lexicon, i):
            continue  # "Giám đốc Sở Lê Thị Hương", "Tổ trưởng Tổ Toán"
        clipped = _is_clipped(reading, i)
        if not (honoured or clipped or reading.norms[i] in lexicon.surnames):
            continue
        end = _name_end(reading, lexicon, i, taken)
        long = end - i > (4 if clipped else 2)
        enough = end and (
            honoured
            or long
            or _post_follows(reading, lexicon, end)
            or is_person_after_post(reading, lexicon, i, reading.sentences[reading.sentence_of(i)].end)
        )
        enough = enough and (honoured or not _is_headline_in_capitals(reading, i))
        if enough and _is_person(reading, lexicon, i, end, honoured):
            name = one_line(reading.text(i, end))
            found.append(Mention("PERSON", i, end, name, "honorific" if honoured else "surname"))
            past = end
    return found


def _is_unit_of_post(reading: Reading, lexicon: Lexicon, i: int) -> bool:
    """Whether the unit that a post is at begins at token `i`, by its head or by a word of the post itself."""
    norms = reading.norms
    if norms[i] in lexicon.surnames:
        return False
    return norms[i] in norms[max(0, i - 2) : i] or lexicon.heads.match(norms, i) is not None


def _name_end(reading: Reading, lexicon: Lexicon, i: int, taken: list[bool]) -> int:
    """Return the end of two to five capitalised syllables at token `i`, or 0."""
    end, most = i, i + _MAX
    if lexicon.people.match(reading.norms, i):
        return 0
    sentence = reading.sentences[reading.sentence_of(i)]
    while end < min(sentence.end, most) and reading.upper[end] and not taken[end]:
        word = reading.raw[end]
        if len(word) > 1 and word.isupper() and not all(w.isupper() for w in reading.raw[i:end] if len(w) > 1):
            break
        if end > i and _post_begins(reading, lexicon, end):
            break
        end += 1
        if end + 1 < sentence.end and reading.raw[end] in "'’" and reading.ends[end - 1] == reading.starts[end]:
            end += 1  # Y H'Blim
            most += end == i + 2  # "H'Yam Niê Thị Bích": the first letter is no syllable
    return end if end - i >= _MIN else 0


def _post_begins(reading: Reading, lexicon: Lexicon, i: int) -> bool:
    """Whether a post, a role or a party membership begins at a token: "bà Lê Thị Thu Ủy viên Thường vụ Hội …"."""
    if reading.norms[i] not in lexicon.openers:
        return False
    if lexicon.titles.match(reading.norms, i) or lexicon.roles.match(reading.norms, i):
        return True
    party = lexicon.people.match(reading.norms, i)
    return party is not None and party[1] == "party"


def _is_clipped(reading: Reading, i: int) -> bool:
    """Whether a name with an apostrophe after its first letter begins here: "H'Yim Kđoh", "K'Mák"."""
    return reading.norms[i] in _CLIPPED and reading.raw[i + 1 : i + 2] in (["'"], ["’"])


def _is_headline_in_capitals(reading: Reading, i: int) -> bool:
    """Whether the sentence of token `i` is all in capitals, which mark no name there: "BÀN GIAO NHIỆM VỤ"."""
    sentence = reading.sentences[reading.sentence_of(i)]
    words = [word for word in reading.raw[sentence.start : sentence.end] if word.isalpha()]
    return len(words) > 5 and all(word.isupper() for word in words)


def _post_follows(reading: Reading, lexicon: Lexicon, end: int) -> bool:
    """Whether a post or a role stands right after a name: "Lê Hòa, Giám đốc …"."""
    norms = reading.norms
    at = end + 1 if end < len(norms) and norms[end] in (",", "-", "(", ".") else end
    return at < len(norms) and bool(lexicon.titles.match(norms, at) or lexicon.roles.match(norms, at))


def _is_person(reading: Reading, lexicon: Lexicon, start: int, end: int, honoured: bool) -> bool:
    norms = reading.norms
    if is_person_after_post(reading, lexicon, start, end):
        return True
    if lexicon.provinces.match(norms, start) or norms[start : start + 3] == ["hồ", "chí", "minh"]:
        return False
    if end - start > 1 and tuple(norms[start : start + 2]) in _NO_NAME_BEGINS:
        return False
    begin = max(reading.sentences[reading.sentence_of(start)].start, start - 12)
    if _MEMORIAL & set(pairwise(norms[begin:start])):
        return False
    return honoured or start == 0 or norms[start - 1] not in _NO_PERSON_BEFORE
