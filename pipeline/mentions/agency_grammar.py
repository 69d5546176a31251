"""Names of agencies that no table lists: how far such a name goes after the head that it begins with.

"Chi cục Quản lý chất lượng nông lâm sản đạt Cờ thi đua" ends before "đạt". A name is a run of capitalised syllables
with few small ones between them; stop words, marks, localities and the head of another agency end it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from pipeline.lexicon import Head, Lexicon, Phrases, cells, read_table
from pipeline.mentions.agency_firm_names import (
    KINDS_OF_FIRMS,
    NUMBERED_FIRMS,
    is_number_of_firm,
    is_owner_of_firm,
    past_province,
)
from pipeline.mentions.places import (
    FIRST_OF_UNITS,
    UNITS,
    begins_own_name,
    is_apostrophe,
    is_dotted,
    is_last_syllable,
    is_numeral,
    is_person_after_post,
    locality_at,
    proper_name,
    unit_at,
)
from pipeline.numerals import SEVERAL
from pipeline.reading import Reading, tokens_of
from pipeline.text import fold

_MAX_LOWER = 5
"""So many small syllables in a row may belong to an unknown name ("Chi cục Quản lý chất lượng nông lâm sản")."""

PLURALS = frozenset("các những số".split())
"""Words that open an elliptical list of agencies, beside numbers."""

_ORDERS = frozenset("thứ hạng giải số khối cụm tháng trong hết cuối đầu mỗi một".split())
"""Words before a number that counts no agencies: "thứ ba", "trong năm"."""

_LINKS = frozenset("- & / , và".split())
_AFTER_DASH = frozenset(
    (("đại", "diện"), ("thay", "mặt"), ("phát", "biểu"), ("chủ", "trì"), ("điều", "hành"), ("đơn", "vị"))
)
"""What after a dash is no part of a name: "Giám đốc Viettel Cà Mau - Đại diện đơn vị Phó khối"."""
_HEADS_OF_SERIES = frozenset(
    ("Sở", "Phòng", "Ban", "Trung tâm", "Chi cục", "Cục", "Vụ", "Bộ", "Bệnh viện", "Hội", "Viện"),
)
"""Heads whose names join several fields by commas and "và": "Sở Văn hóa, Thể thao và Du lịch"."""

_NAMED_BY_FIELDS = (
    *("Trường Đại học", "Trường Cao đẳng", "Trường Trung cấp", "Công ty", "Tổng công ty", "Hợp tác xã", "Hiệp hội"),
    *("Xí nghiệp", "Nhà máy"),
)
"""What other heads begin with whose names join fields: "Trường Đại học Văn hóa, Thể thao và Du lịch A"."""

_NUMBERED_HEADS = frozenset(("Phòng", "Đội", "Trạm", "Khoa", "Xí nghiệp", "Phân xưởng", "Nhà máy"))
"""Heads that a bare number may follow as the name: "Phòng 7"."""

_DATED = (*NUMBERED_FIRMS, "Nông trường", "Lâm trường", "Hợp tác xã", "Cảng", "Rạp", "Nhà hát", "Câu lạc bộ")
"""What the heads begin with after which a day may be the name: "Nông trường 30/4"."""

_TRADE_SCHOOLS = ("Trường Cao đẳng", "Trường Trung cấp")
"""Schools that are named after what they teach."""

_TRADE_WORDS = 3
_NO_FIELDS = frozenset((("cơ", "quan"), ("đơn", "vị")))
"""Words that open another item of a list, though they stand inside names too."""
_FIELD = 8
"""So many words at most are the name of a field, with the mark before it."""
_DAYS, _MONTHS = 31, 12
_RANKS = frozenset(("nhất", "nhì", "ba"))
_NO_NAMESAKES = frozenset("ủy sở hội cục vụ ban phòng đoàn đài hàng hiểm bạc".split())
"""Last syllables of heads whose agencies are named after nobody."""
TROOPS = frozenset(("Sư đoàn", "Lữ đoàn", "Trung đoàn", "Tiểu đoàn", "Đại đội", "Hải đội", "Hải đoàn", "Binh đoàn"))
"""Heads whose names end in a number: "Trung đoàn Bộ binh 4"."""

_ARMS = frozenset((("biên", "phòng"), ("hải", "quân")))

_AFTER_NUMBER = frozenset(", ; ) ( và".split())
_OPENS_NUMBER = frozenset(("số", "khu"))
_INSIDE_WORDS = frozenset("'’.")
_FOREIGN = re.compile(r"[FJWZfjwz]|[A-Za-z]{8}|[bdkqrsvx]$")
"""Marks a word that is no Vietnamese syllable, as brands are: "Manulife", "Sacombank"."""
_HEADS_OF_OWN_NAMES = frozenset(
    ("Công ty", "Tổng công ty", "Trường", "Bệnh viện", "Xí nghiệp", "Chi nhánh", "Trung tâm")
)
_GROUPS_OF_FIRMS = (["tập", "đoàn"], ["tổng", "công"])
_KINDS_BEFORE = frozenset("cp phần tnhh viên mtv".split())
"""Last words of the kind of a firm: "Công ty Cổ phần | Tập đoàn A"."""
_SHORT_HEADS = frozenset("cảng đoàn hội báo đài quỹ viện trạm đội đồn khoa bưu viễn điện bảo".split())
"""Heads that are also plain words of the names of `_HEADS_OF_OWN_NAMES`: "Công ty CP Cảng Thị Vải"."""


@dataclass(frozen=True, slots=True)
class NameGrammar:
    """The lexicon, and the words by which a name that it lacks begins, goes on and ends (`stopwords.csv`)."""

    lexicon: Lexicon
    stops: Phrases[str]
    joins: Phrases[str]
    capital_joins: Phrases[str]
    no_heads: Phrases[str]
    words: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    """Pairs of neighbouring words that names of blocs and agencies are made of."""
    small_heads: frozenset[str]
    first_words: frozenset[str]
    """The folded words with which a name or a list of names begins, beside numbers."""


def name_grammar(lexicon: Lexicon) -> NameGrammar:
    """Return the grammar of names over a lexicon."""
    written = {row["kind"]: cells(row["written"]) for row in read_table("stopwords")}
    names = [row["name"] for row in read_table("agencies")]
    phrases = [tokens_of(w) for w in (*written["bloc word"], *written["name word"], *written["join"], *names)]
    return NameGrammar(
        lexicon=lexicon,
        stops=Phrases((w, w) for w in written["name"]),
        joins=Phrases((w, w) for w in written["join"]),
        capital_joins=Phrases((w, w) for w in written["capital join"]),
        no_heads=Phrases((w, w) for w in written["no head"]),
        words=frozenset(word for phrase in phrases for word in phrase),
        pairs=frozenset(pair for phrase in phrases for pair in pairwise(phrase)),
        small_heads=frozenset(map(fold, written["small head"])),
        first_words=frozenset().union(
            lexicon.heads.first_words(),
            lexicon.agencies.first_words(),
            (unit[0] for unit in UNITS),
            PLURALS,
            ("gồm",),
            SEVERAL,
        ),
    )


def is_plural(reading: Reading, i: int) -> bool:
    """Whether token `i` says that several agencies follow: "các", "những", "bốn ban Tổ chức, Tuyên giáo"."""
    word = reading.norms[i]
    counted = word in SEVERAL and reading.norms[i - 1] not in _ORDERS
    return word in PLURALS or counted and (not reading.upper[i] or _begins_sentence(reading, i))


def _begins_sentence(reading: Reading, i: int) -> bool:
    """Whether a number word with a capital at token `i` counts what follows: "Sáu TAND cấp tỉnh"; not "Ba Vì"."""
    after = reading.raw[i + 1 : i + 2]
    counts = bool(after) and after[0].isalpha() and (after[0].islower() or len(after[0]) > 1 and after[0].isupper())
    return counts and after != ["học"] and (i == 0 or not reading.raw[i - 1][0].isalnum())


def name_end(grammar: NameGrammar, reading: Reading, start: int, end: int, head: Head | None) -> int:
    """Return where the words of an unknown name end that begin at token `start`; `start` itself if there are none.

    `head` is the head before them, or None in an elliptical list ("các sở Y tế, Tài chính").
    """
    lexicon, norms, raw = grammar.lexicon, reading.norms, reading.raw
    i, last, lower = start, start, 0
    while i < end:
        if norms[i] in _LINKS and i > start:
            if head and is_owner_of_firm(reading, i, end, head):
                return i + 2  # "Công ty CP DAP - Vinachem"
            if not _link_goes_on(grammar, reading, i, end, head):
                break
            i += 1
            continue
        if (
            i > start
            and raw[i] in _INSIDE_WORDS
            and (is_apostrophe(reading, i, end) or is_dotted(reading, i, end))  # "Ea H'leo", "B.O.O"
        ):
            i = last = i + 2
            continue
        dated = date_end(reading, i, end) if head and raw[i].isdigit() and head.name.startswith(_DATED) else 0
        if dated:
            i = last = dated
            lower = 0
            continue
        number = norms[i].isdigit()
        if not raw[i][0].isalnum() or number and i > start and _is_score(norms, i):
            break
        if number or norms[i] in _OPENS_NUMBER or is_numeral(norms[i]):
            numbered = _numbered_end(grammar, reading, i, end, head if i == start else None)
            if numbered:
                return numbered
        if number and head and i > start and is_number_of_firm(reading, i, end, head):
            return i + 1
        if number and head and i > start and _is_number_inside(grammar, reading, i, end, head):
            i += 1
            continue
        if number and head and head.name in TROOPS and len(norms[i]) < 4:
            return i + 1  # "Lữ đoàn Công binh 25"
        if i > start and (lexicon.roles.match(norms, i) or _is_place(lexicon, reading, i, end)):
            break
        province = lexicon.provinces.match(norms, i) if i > start and reading.upper[i] else None
        if province and province[0] <= end:  # "Công đoàn Khu kinh tế Hải Phòng": Phòng is no head here
            return past_province(lexicon, reading, province[0], end, head)
        troop = lexicon.heads.match(norms, i) if i > start and reading.upper[i] else None
        if troop and troop[1].name in TROOPS and troop[0] < end and norms[troop[0]].isdigit():
            return troop[0] + 1  # "Phòng Tham mưu Sư đoàn 320"
        joined = grammar.joins.match(norms, i) or (grammar.capital_joins.match(norms, i) if reading.upper[i] else None)
        if joined and (i > start or reading.upper[i] or head is None or reading.norms[i] == "các"):
            i = last = min(joined[0], end)
            continue
        if reading.upper[i]:
            if i > start and (_title_opens(lexicon, reading, i) or _is_rank(reading, i)):
                break
            if (i > start or norms[i - 1] in _NO_NAMESAKES) and is_person_after_post(reading, lexicon, i, end):
                break  # also right behind some heads: "Phó Bí thư Tỉnh ủy Lê Văn A", "Giám đốc Sở Trần Thị B"
            if i > start and lower == 0 and _next_name_opens(lexicon, reading, i, head):
                break
            i += 1
            last, lower = i, 0
            continue
        if not (
            _small_goes_on(grammar, reading, i, start, end, lower)
            or _number_ahead(grammar, reading, i, end, head)
            or (i == start and _is_trade_of_school(grammar, reading, i, head))
        ):
            break
        lower += 1
        i += 1
        last = i
    return last


def date_end(reading: Reading, i: int, end: int) -> int:
    """Return where the day ends that is a name, or part of one, at token `i`, or 0: "Trường Mầm non 20-10".

    It is written without spaces and without a year; a mark, a capital or a unit follows, but nothing that it counts.
    """
    raw, stop = reading.raw, i + 3
    if stop > end or raw[i + 1] not in ("-", "/", ".") or not (raw[i].isdigit() and raw[i + 2].isdigit()):
        return 0
    if reading.ends[i] != reading.starts[i + 1] or reading.ends[i + 1] != reading.starts[i + 2]:
        return 0
    if not (1 <= int(raw[i]) <= _DAYS and 1 <= int(raw[i + 2]) <= _MONTHS):
        return 0
    followed = stop < end and not reading.upper[stop] and unit_at(reading, stop, end) is None
    return 0 if followed and (raw[stop].isalnum() and raw[stop] != "và" or raw[stop] in ("/", "%")) else stop


def region_end(lexicon: Lexicon, reading: Reading, i: int, end: int) -> int:
    """Return where the name of a region ends: a number, a name, or two joined by a dash ("Duy Tiên - Lý Nhân")."""
    first = proper_name(reading, lexicon, i, end)
    stop = first[0] if first else i + 1
    if stop + 1 < end and reading.norms[stop] == "-":
        second = proper_name(reading, lexicon, stop + 1, end)
        if second and not opens_other(lexicon, reading, stop + 1):
            return second[0]
    return stop


def is_region(reading: Reading, i: int, end: int) -> bool:
    """Whether "khu vực" at token `i` opens the name of a region: "khu vực 2", "khu vực Duy Tiên - Lý Nhân"."""
    return (
        reading.norms[i : i + 2] == ["khu", "vực"]
        and i + 2 < end
        and (is_numeral(reading.norms[i + 2]) or reading.upper[i + 2])
    )


def opens_other(lexicon: Lexicon, reading: Reading, i: int) -> bool:
    """Whether another mention begins at token `i`: a head, a role, a post, an honorific, an award."""
    norms = reading.norms
    if norms[i] not in lexicon.openers or begins_own_name(reading, i):
        return False
    if norms[i : i + 3] == ["phòng", ",", "chống"] or norms[i : i + 2] == ["hội", "chợ"]:
        return False
    return bool(
        (lexicon.heads.match(norms, i) and len(reading.raw[i]) > 1)
        or lexicon.roles.match(norms, i)
        or lexicon.titles.match(norms, i)
        or lexicon.people.match(norms, i)
        or ((award := lexicon.awards.match(norms, i)) and award[1].cls != "not" and norms[award[0] - 1] != "-")
    )


def longer_series(lexicon: Lexicon, reading: Reading, known_end: int, name_end: int) -> bool:
    """Whether a name goes on after the known one with words that names are made of, up to an "và"."""
    extra = reading.norms[known_end:name_end]
    return (
        len(extra) > 3
        and extra[0] in (",", "-")
        and ("và" in extra or "&" in extra)
        and (extra[1], extra[2]) in lexicon.name_words
    )


def _link_goes_on(grammar: NameGrammar, reading: Reading, i: int, end: int, head: Head | None) -> bool:
    """Whether a name goes on after a mark or "và": "Quản lý Đầu tư - Xây dựng", "Sở Văn hóa, Thể thao và Du lịch"."""
    mark = reading.norms[i]
    if mark in (",", "và"):
        return head is not None and _series_goes_on(grammar, reading, i, end, head)
    if tuple(reading.norms[i + 1 : i + 3]) in _AFTER_DASH:
        return False
    if i + 1 >= end or not reading.upper[i + 1]:
        return False
    if mark == "/":  # "HIV/AIDS"
        return reading.raw[i - 1].isupper() and reading.raw[i + 1].isupper()
    return not opens_other(grammar.lexicon, reading, i + 1)


def _series_goes_on(grammar: NameGrammar, reading: Reading, i: int, end: int, head: Head) -> bool:
    """Whether a name goes on after "," or "và": the next words are ones that names of agencies are made of."""
    short = i + 1 < end and reading.norms[i] == "và" and reading.raw[i + 1] in grammar.lexicon.shorts
    if short or i + 1 < end and reading.norms[i] == ",":
        listed = grammar.lexicon.agencies.match(reading.norms, reading.raw, i + 1, end)
        if short:
            return not listed and not opens_other(grammar.lexicon, reading, i + 1)  # "Nông nghiệp và PTNT"
        if listed:
            return False  # "Ban Liên lạc Cựu chiến binh, Giáo hội Phật giáo Việt Nam"
    if i + 2 >= end or not reading.upper[i + 1]:
        return False
    if head.name not in _HEADS_OF_SERIES and reading.norms[i] == ",":
        named = head.name.startswith(_NAMED_BY_FIELDS) and _joins_fields(grammar, reading, i, end)
        return named and not opens_other(grammar.lexicon, reading, i + 1)
    strict = reading.norms[i] == "," or head.name not in _HEADS_OF_SERIES  # "Công ty Cấp nước và Xây dựng"
    pair = reading.norms[i + 1], reading.norms[i + 2]
    if pair in _NO_FIELDS or reading.norms[i] == "và" and _opens_known(grammar.lexicon, reading, i, end):
        return False
    if strict and pair not in grammar.lexicon.name_words and not _joins_fields(grammar, reading, i, end):
        return False
    return not opens_other(grammar.lexicon, reading, i + 1)


def _opens_known(lexicon: Lexicon, reading: Reading, i: int, end: int) -> bool:
    """Whether a name that the table has, or a brand in capitals, follows "và" at token `i`: "Viện A và PJICO B"."""
    after, before = reading.raw[i + 1], reading.raw[i - 1]
    if after.isupper() and len(after) > 2 and not before.isupper() or _FOREIGN.search(after):
        return True
    return lexicon.agencies.match(reading.norms, reading.raw, i + 1, end) is not None


def _joins_fields(grammar: NameGrammar, reading: Reading, i: int, end: int) -> bool:
    """Whether a mark or "và" at token `i` joins words for fields of work: "Chế biến và Xuất khẩu Thủy sản".

    After a comma another one must follow with "và": "Chất lượng, Chế biến và Phát triển thị trường".
    """
    norms, pairs = reading.norms, grammar.pairs
    if (norms[i - 2], norms[i - 1]) not in pairs or (norms[i + 1], norms[i + 2]) not in pairs:
        return False
    if norms[i] != ",":
        return True
    last = next((k for k in range(i + 3, min(i + _FIELD, end - 2)) if norms[k] in _LINKS), 0)
    return bool(last) and norms[last] in ("và", "&") and (norms[last + 1], norms[last + 2]) in pairs


def _is_score(norms: list[str], i: int) -> bool:
    """Whether points or votes begin at token `i`: "Công ty Than Khe Chàm 498 điểm", "THPT Vĩnh Bảo 97,5 điểm"."""
    if not norms[i].isdigit():
        return False
    after = i + 3 if norms[i + 1 : i + 2] in ([","], ["/"], ["."]) else i + 1
    return norms[after : after + 1] in (["điểm"], ["phiếu"])


def _numbered_end(grammar: NameGrammar, reading: Reading, i: int, end: int, head: Head | None) -> int:
    """Return where a name ends that a number or a region closes, or 0: "Hải đoàn 28", "số 5", "khu vực II".

    `head` is the head right before token `i`, if it stands there.
    """
    norms = reading.norms
    written_small = reading.raw[i].islower()  # "Công ty xi măng A" has no number
    if head and head.place == "part" and is_numeral(norms[i]) and len(norms[i]) < 4 and not written_small:
        arm = head.name in TROOPS and tuple(norms[i + 1 : i + 3]) in _ARMS  # "Hải đội 2 Biên phòng"
        return i + 3 if arm else i + 1  # "Hải đoàn 28", "Quân khu 7"
    last = (
        is_numeral(norms[i])
        and len(norms[i]) < 3
        and (i + 1 >= end or norms[i + 1] in _AFTER_NUMBER or (norms[i + 1] == "." and i + 2 >= end))
    )
    named = head is not None and head.name in _NUMBERED_HEADS and norms[i].isdigit() and len(norms[i]) < 3
    if named or (last and head is None):
        return i + 1  # "Phòng 7", "Phòng Nghiệp vụ 1,"
    if norms[i] == "số" and i + 1 < end and is_numeral(norms[i + 1]):
        return i + 2
    if is_region(reading, i, end):
        return region_end(grammar.lexicon, reading, i + 2, end)
    return 0


def _is_number_inside(grammar: NameGrammar, reading: Reading, i: int, end: int, head: Head) -> bool:
    """Whether a number stands inside the name of a firm, before its proper name: "Công ty Bê tông 620 Châu Thới"."""
    if not reading.norms[i].isdigit() or i + 1 >= end or not head.name.startswith(NUMBERED_FIRMS):
        return False
    after_kind = reading.raw[i - 1].islower() or reading.raw[i - 1] in KINDS_OF_FIRMS
    goes_on = reading.upper[i + 1] and reading.raw[i + 1].isalpha() and unit_at(reading, i + 1, end) is None
    return after_kind and len(reading.norms[i]) < 4 and goes_on and not opens_other(grammar.lexicon, reading, i + 1)


def _title_opens(lexicon: Lexicon, reading: Reading, i: int) -> bool:
    """Whether the title of an award begins at a capital: "tặng Sở Y tế Cờ thi đua", "trao Hội Nông dân Bằng khen"."""
    award = lexicon.awards.match(reading.norms, i)
    return award is not None and award[1].cls == "title" and award[0] - i > 1


def _is_rank(reading: Reading, i: int) -> bool:
    """Whether a word is a unit's place in its bloc and no part of its name: "Sở Tài chính | Nhất khối"."""
    return reading.norms[i] in _RANKS and reading.raw[i + 1 : i + 2] in (["khối"], ["cụm"])


def _next_name_opens(lexicon: Lexicon, reading: Reading, i: int, head: Head | None) -> bool:
    """Whether a capitalised syllable opens another mention and is no word of the name: "Cảng Thị Vải", "Hoa Ban"."""
    if reading.raw[i].isupper() or not opens_other(lexicon, reading, i):
        return False
    if reading.upper[i - 1] and (is_last_syllable(reading, lexicon, i) or reading.raw[i] == "Anh"):
        return False  # "Cao su Hoàng Anh Mang Yang"
    pair = reading.norms[i : i + 2]
    if pair in _GROUPS_OF_FIRMS and reading.norms[i - 1] in _KINDS_BEFORE and head and head.name in _HEADS_OF_OWN_NAMES:
        return False  # "Công ty CP Tập đoàn Hoa Sen"
    if head and head.name.startswith("Trường") and _in_name_of_person(lexicon, reading, i):
        return False
    return not (head and head.name in _HEADS_OF_OWN_NAMES and reading.norms[i] in _SHORT_HEADS)


def _in_name_of_person(lexicon: Lexicon, reading: Reading, i: int) -> bool:
    """Whether what looks like a head is the middle of a person's name that a school bears: "THPT Võ Trường Toản"."""
    return (
        reading.norms[i - 1] in lexicon.surnames
        and reading.upper[i + 1 : i + 2] == [True]
        and not reading.raw[i + 1].isupper()
    )


def _small_goes_on(grammar: NameGrammar, reading: Reading, i: int, start: int, end: int, lower: int) -> bool:
    """Whether a small syllable belongs to a name, `lower` of them standing before it."""
    if lower and reading.norms[i] not in grammar.words and not _fills_item(grammar, reading, i, end):
        return False
    if lower >= _MAX_LOWER or grammar.stops.match(reading.norms, i):
        return False
    return i > start or _capital_ahead(grammar, reading, i, end)


def _fills_item(grammar: NameGrammar, reading: Reading, i: int, end: int) -> bool:
    """Whether only small words, none of which ends a name, follow up to a mark of a list or to another agency's name.

    "Viện Nghiên cứu Sành sứ thủy tinh công nghiệp và Viện Dầu thực vật"
    """
    for k in range(i, min(i + _MAX_LOWER, end)):
        if reading.norms[k] in (",", ";", ")", "("):
            return k > i
        if reading.norms[k] == "-":  # "Công ty Kim loại màu - Vimico"
            return k > i and k + 1 < end and reading.upper[k + 1] and not opens_other(grammar.lexicon, reading, k + 1)
        if reading.norms[k] == "và":
            return k > i and k + 1 < end and grammar.lexicon.heads.match(reading.norms, k + 1) is not None
        if reading.upper[k] or not reading.raw[k].isalpha() or grammar.stops.match(reading.norms, k):
            return False
    return False


def _is_trade_of_school(grammar: NameGrammar, reading: Reading, i: int, head: Head | None) -> bool:
    """Whether a trade in small letters opens a school's name: "Trường Cao đẳng công nghiệp và thủy lợi"."""
    pair = (reading.norms[i], reading.norms[i + 1]) if i + 1 < len(reading.norms) else ("", "")
    return head is not None and head.name in _TRADE_SCHOOLS and pair in grammar.lexicon.name_words


def _number_ahead(grammar: NameGrammar, reading: Reading, i: int, end: int, head: Head | None) -> bool:
    """Whether the number of a firm follows a small word or two of its trade: "Công ty cà phê 704, 734"."""
    if head is None or not head.name.startswith(NUMBERED_FIRMS):
        return False
    for k in range(i, min(i + _TRADE_WORDS, end)):
        if reading.norms[k].isdigit():
            return is_number_of_firm(reading, k, end, head)
        if not reading.raw[k].isalpha() or reading.upper[k] or grammar.stops.match(reading.norms, k):
            return False
    return False


def _capital_ahead(grammar: NameGrammar, reading: Reading, i: int, end: int) -> bool:
    """Whether a capital follows soon after small syllables: "Đồn Biên phòng cửa khẩu Tà Lùng"."""
    if not reading.upper[i - 1] and not (i > 1 and reading.upper[i - 2]):
        return False
    for k in range(i, min(i + 5, end)):
        if not reading.raw[k][0].isalnum() or grammar.stops.match(reading.norms, k) or unit_at(reading, k, end):
            return False
        if reading.upper[k]:
            return k > i and not opens_other(grammar.lexicon, reading, k)
    return False


def _is_place(lexicon: Lexicon, reading: Reading, i: int, end: int) -> bool:
    if reading.norms[i] not in FIRST_OF_UNITS or unit_at(reading, i, end) is None:
        return False
    return reading.raw[i][0].islower() or locality_at(reading, lexicon, i, end) is not None
