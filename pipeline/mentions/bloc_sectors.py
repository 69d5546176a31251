"""Sectors in names of blocs: where one follows "Khối", how its list of bodies goes on, what stands behind it."""

from __future__ import annotations

from pipeline.lexicon import Lexicon, Phrases
from pipeline.mentions.bloc_numbers import closes_name, is_one_place, is_region
from pipeline.mentions.bloc_units import is_kind_of_region
from pipeline.mentions.places import unit_at
from pipeline.reading import Mention, Reading

_AFTER_CAC = frozenset(
    (
        "hội sở trường doanh ngành phòng ban tỉnh xã huyện phường thị quận thôn tổ khoa trạm chi công tổng tập bệnh "
        "trung cục vụ viện quỹ đội đồn"
    ).split()
)
_OPENERS = (["các", "cơ", "quan"], ["các", "đơn", "vị"], ["các", "ban", "đảng"])
"""How a sector begins in small letters: "Khối các cơ quan Đảng", "Cụm các xã vùng cao"."""

_BODIES = tuple(
    tuple(words.split())
    for words in (
        "tổng công ty|tập đoàn|công ty|học viện|đại học|cao đẳng|trung cấp|trường|bệnh viện|trung tâm|chi cục|trạm|"
        "khoa|phòng|ban|đội|xí nghiệp|nhà máy|chi nhánh|ngân hàng|viện|quỹ|vụ|cục|văn phòng|thanh tra"
    ).split("|")
)
"""Kinds of bodies that a name lists with commas: "các trường Đại học, Học viện phía Bắc"."""

_SECTOR_LEAST = 2
_LIST_WITHIN = 10
_QUOTE_WITHIN = 16
_QUOTES = {'"': '"', "“": "”", "”": "”", "«": "»"}
_AREAS = frozenset(("miền", "vùng", "phía"))
_JOINS = frozenset("các và cơ quan ngành khối đua của thuộc về trực".split())
_LAST_JOINS = frozenset("các và - , số thuộc trực".split())
_COMMON = frozenset("các và của đơn vị cơ quan".split())


def sector_follows(reading: Reading, lexicon: Lexicon, words: Phrases[str], at: int, end: int) -> bool:
    """Whether words follow that may name a bloc without "thi đua": "Khối Nội chính", "Khối các cơ quan Đảng"."""
    norms, upper = reading.norms, reading.upper
    if at >= end or upper[at] or norms[at : at + 3] in _OPENERS or is_kind_of_region(reading, at):
        return at < end
    if upper[at - 1] and (is_numbered(reading, lexicon, words, at, end) or _is_of_a_place(reading, words, at, end)):
        return True
    after = at + 1
    if upper[at - 1] and after < end and _counts_places(reading, lexicon, at, end):
        return True  # "Cụm 5 thành phố trực thuộc Trung ương"
    if upper[at - 1] and norms[at] in _AREAS and after < end and upper[after]:
        return True  # "Cụm miền Đông"
    return norms[at] == "các" and after < len(norms) and (upper[after] or norms[after] in _AFTER_CAC)


def _counts_places(reading: Reading, lexicon: Lexicon, at: int, end: int) -> bool:
    """Whether a number counts the places of a bloc: "Cụm | 5 thành phố trực thuộc Trung ương"."""
    unit = unit_at(reading, at + 1, end) if reading.norms[at].isdigit() else None
    return unit is not None and not is_one_place(reading, lexicon, unit, end)


def is_numbered(reading: Reading, lexicon: Lexicon, words: Phrases[str], at: int, end: int) -> bool:
    """Whether small words of a sector follow that a number closes: "Khối ngân hàng I"."""
    first = at
    while at < end and (word := words.match(reading.norms, at)):
        at = word[0]
    return first < at < end and closes_name(reading, lexicon, at, end)


def _is_of_a_place(reading: Reading, words: Phrases[str], at: int, end: int) -> bool:
    """Whether small words of a sector are a name as a place behind them shows: "Khối trường học | xã An Phú".

    Not "Khối tham mưu giải quyết", "toàn Khối điều tra".
    """
    norms, k = reading.norms, at
    while k < end and (word := words.match(norms, k)):
        if unit_at(reading, k, end) and k > at:
            break
        k = word[0]
        k += k + 1 < end and norms[k] in ("-", ",") and words.match(norms, k + 1) is not None
    k += k < end and reading.raw[k].isupper() and reading.raw[k].isalpha() and k > at  # "doanh nghiệp FDI"
    k += 3 if norms[k : k + 3] == ["trên", "địa", "bàn"] else 0
    unit = unit_at(reading, k, end) if k - at >= _SECTOR_LEAST else None
    whole = norms[at - 2 : at - 1] in (["toàn"], ["cả"], ["trong"])
    return unit is not None and not whole and not _COMMON.issuperset(norms[at:k])


def goes_on_with_bodies(reading: Reading, words: Phrases[str], stops: Phrases[str], i: int, end: int) -> int:
    """Return where a kind of body ends with which a list goes on after a comma at `i`, or 0.

    "các Tập đoàn | , Tổng công ty | Nhà nước", "các phòng, ban | , trung tâm | Bệnh viện A": no name follows the kind.
    """
    norms = reading.norms
    kind = next((w for w in _BODIES if tuple(norms[i + 1 : i + 1 + len(w)]) == w), None)
    before = range(max(0, i - _LIST_WITHIN), i)
    if kind is None or not any(norms[k] == "các" for k in before):
        return 0
    if not any(norms[i - len(w) : i] == list(w) for w in _BODIES):
        return 0  # "các Sở Y tế, Ban Dân tộc"
    after = i + 1 + len(kind)
    if after >= end or not norms[after][0].isalnum() or stops.match(norms, after) or unit_at(reading, after, end):
        return after
    named = reading.upper[after] and not is_region(norms, after) and norms[after] != "nhà"
    return after if not named and words.match(norms, after) else 0


def ends_region(norms: list[str], first: int, i: int) -> bool:
    """Whether the name of a region ends before token `i`: "các tỉnh phía Bắc | Công an tỉnh", "Bắc Trung Bộ | Hội"."""
    return (
        norms[i] != "bộ"
        and not is_region(norms, i)
        and any(
            (norms[k] == "phía" and i - k == 2) or (is_region(norms, k) and i - k == 2 + (norms[i - 1] == "bộ"))
            for k in range(first, i)
        )
    )


def end_of_reference(reading: Reading, at: int, stop: int) -> int:
    """Return where a bloc written small ends: "khối Đảng | , Phòng Nội vụ", but "khối Đảng, đoàn thể |"."""
    for k in range(at, stop):
        word = reading.norms[k]
        small = word == "," and k + 1 < stop and not reading.upper[k + 1]
        if not small and (word in (",", "và", "(") or word[0] in ".;:"):
            return k
    return stop


def opens_list(reading: Reading, lexicon: Lexicon, agencies: dict[int, Mention], i: int, at: int, stop: int) -> bool:
    """Whether a list of its units stands behind a bare "Cụm" at `i`: "các thành viên của Cụm | Hội A, Hội B"."""
    norms = reading.norms
    if at > i + 1 or norms[i - 1] not in ("của", "trong", "thuộc") or norms[stop : stop + 1] != [","]:
        return False
    return lexicon.heads.match(norms, at) is not None and stop + 1 in agencies


def is_owner_behind(reading: Reading, agency: Mention, first: int) -> bool:
    """Whether a body of a place stands behind a sector of its own units: "các phòng nghiệp vụ | Công an tỉnh"."""
    before = reading.norms[agency.start - 1]
    apart = agency.start > first and before[0].isalnum() and before not in _JOINS
    return apart and agency.rule == "lexicon" and bool(agency.parts.get("unit")) and agency.parts["policy"] != "self"


def without_joins(norms: list[str], end: int) -> int:
    """Return where a name ends without the words at its end that would join another; "đơn vị trực thuộc" stays."""
    while end > 0 and norms[end - 1] in _LAST_JOINS and norms[max(0, end - 3) : end] != ["vị", "trực", "thuộc"]:
        end -= 1
    return end


def end_of_quote(reading: Reading, words: Phrases[str], at: int, end: int) -> int:
    """Return where a sector in quotation marks ends, with these ("Khối thi đua | “Tham mưu” | tỉnh"), or 0."""
    norms = reading.norms
    close = _QUOTES.get(norms[at]) if at + 1 < end else None
    if close is None or not words.match(norms, at + 1):
        return 0
    return next((k + 1 for k in range(at + 2, min(end, at + _QUOTE_WITHIN)) if norms[k] == close), 0)


def are_acronyms(reading: Reading, *at: int) -> bool:
    """Whether tokens are acronyms that a name lists: "Ban Quản lý các KCN, KCX, KKT"; not bodies with a place."""
    raw = reading.raw
    return all(raw[k].isupper() and len(raw[k]) > 1 and raw[k].isalpha() for k in at) and not any(
        reading.norms[k] in ("ubnd", "hđnd") for k in at
    )


def is_second_half(reading: Reading, words: Phrases[str], stops: Phrases[str], i: int, first: int, end: int) -> bool:
    """Whether a small syllable is the second of a word of sectors that no table lists: "Kinh tế - Ngân | sách"."""
    norms, before = reading.norms, i - 1
    opens = before == first or norms[before - 1] in ("-", ",", "và", "các")
    if i == first or not opens or not reading.upper[before] or words.match(norms, before):
        return False
    after = i + 1
    return norms[i].isalpha() and (
        after >= end
        or not norms[after][0].isalnum()
        or stops.match(norms, after) is not None
        or unit_at(reading, after, end) is not None
    )


def is_small_sector(reading: Reading, words: Phrases[str], i: int, end: int) -> bool:
    """Whether a sector in small letters at `i` closes a name before a mark: "Khối Đảng, | đoàn thể, chiều 23/12"."""
    found = words.match(reading.norms, i) if not reading.upper[i] else None
    last = found[0] if found else i
    closed = last - i >= _SECTOR_LEAST and last < end and reading.norms[last] in (",", ";", "(", ")")
    return closed and last + 1 < end and not reading.upper[last + 1] and words.match(reading.norms, last + 1) is None
