"""Words and marks that open a list of members: "Khối gồm", "các đơn vị trong Khối:"."""

from __future__ import annotations

import re
from itertools import pairwise

from pipeline.frames.context import Context
from pipeline.frames.member_announcing import clause_announces
from pipeline.mentions.places import locality_at, unit_at
from pipeline.numerals import SEVERAL
from pipeline.reading import Mention

OPENERS = frozenset(("gồm", ":", "(", "là", "có", "tụ", "–", "viên"))
GROUP_WORDS = frozenset("thành viên khối cụm".split())
UNIT_WORDS = frozenset("đơn cơ trường sở hội phường xã huyện tỉnh địa công ban doanh ngân phòng tập cụm khối".split())
"""First syllables of what a bloc's members are called: "đơn vị", "cơ quan", "trường"."""

_REACH = 16
_AFTER_CLAUSE = frozenset(("có", "là", "gồm", ":"))
_BEFORE_OPENER = frozenset(
    "bao gồm có các đơn vị cơ quan thành viên hiện nay trong đó đây là cụ thể với danh sách khu vực :".split()
)
OTHER_GROUPS = re.compile(r"\b(?:thường trực|tổ \w+|đoàn (?:kiểm tra|công tác|thẩm định)|ban chỉ đạo)\b")
"""Groups in a bloc that are not the bloc: "Thường trực Khối gồm", "Tổ thẩm định gồm"."""

_BESIDE = frozenset(("cùng", "ngoài", "chung", "ngồi", "bên"))
"""First words of a sentence that names some members before the others: "Ngoài A, Khối còn có B, C"."""

_GUESTS = frozenset(("dự", "mời"))
_NOW = frozenset("hiện nay đang chỉ".split())


_AUTHORITIES = frozenset(("UBND", "Hội đồng Thi đua - Khen thưởng"))
_MEMBERS_BESIDE = re.compile(
    r"(?:,|;|và|cùng|cùng với|với) (?:các |\d+ )?(?:đơn vị |cơ quan |ngân hàng |trường )?thành viên"
    r"(?: (?:(?:trong|của|thuộc) )?(?:khối|cụm))?(?: gồm| bao gồm| bao| là)?(?: :)?$"
)
"""Words before an opener that name those who lead before the others: "Sở A (Khối trưởng) cùng 5 thành viên:"."""
_ROLE_BESIDE = 5

_REST = re.compile(
    r"(?:đơn vị|cơ quan|thành viên|đoàn|trường|hội|sở|ban|ngân hàng|doanh nghiệp|công ty|địa phương"
    r"|xã|phường|huyện|tỉnh)"
    r" (?:còn lại|khác|ấy|này|đó|nói trên|kể trên)(?: (?:của|trong|thuộc) (?:khối|cụm))?(?: lần lượt)?$"
)
"""The end of words that go on with units of a bloc that were counted before."""
_LAST_OF_REST = frozenset("lại khác ấy này đó trên khối cụm lượt".split())
"""With one of these they end."""

_UNITS = (
    r"(?:(?:đơn vị|cơ quan|tập thể|địa phương|doanh nghiệp|công ty|chi nhánh|ngân hàng|ngành|sở|ban|phòng|hội|trường"
    r"|bệnh viện|trung tâm|viện|tỉnh|huyện|thị xã|thành phố|quận|phường|xã|thị trấn|thành viên"
    r"|công đoàn|đồn|phân xưởng)"
    r"(?: ,| và)? ?){1,6}"
)
_COUNTED = (
    r"(?:(?:các|những|toàn bộ|tất cả|cả|đủ|đại diện|lãnh đạo|tập thể|\d+(?: / \d+)?"
    r"|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) )*"
)
_OF_BLOC = r"(?:của|trong|thuộc|ở)(?: toàn| cùng| một)?"
_BELONGING = re.compile(
    rf"{_COUNTED}{_UNITS}(?:{_OF_BLOC} (?=khối|cụm|khu vực)|(?<=thành viên )(?=khối|cụm)"
    r"|(?:hợp|tạo|làm|họp) (?:thành|nên) (?=khối|cụm))|(?:thuộc|trong) (?=khối|cụm)"
    rf"|{_COUNTED}(?:ngôi |cái )?(?:{_UNITS}|tên |gương mặt |mái nhà ){{1,3}}(?:này |ấy |đó |trên )?(?:đã |cùng )*"
    r"(?:hợp|tạo|làm|họp|kết) (?:thành|nên) (?=khối|cụm)"
    r"|(?:cùng |đều |cũng )*(?:hợp|tạo|làm|họp|kết) (?:thành|nên) (?:một )?(?=khối|cụm)"
    r"|(?:cùng |đều )+(?:chung|ở|nằm|sinh hoạt|đứng|ngồi)(?: chung)?(?: (?:trong|tại|ở|một))* (?=khối|cụm)"
    r"|(?:cùng |đều )*(?:là |chính là )?(?:toàn bộ|đủ|tất cả)(?: các)? (?:thành viên|đơn vị) (?:của|trong) (?=khối|cụm)"
)
"""Words that say that units are a bloc's: "6 trường của (Cụm)", "các đơn vị trong (Khối)", "thành viên (Khối)"."""

_HEADS_OF_BLOCS = frozenset(("khối", "cụm", "khu"))
_SIGNING = re.compile(
    r"(?:tham gia|cùng|các đơn vị) (?:lễ )?(?:ký kết|ký giao ước|ký kết giao ước|giao ước)(?: thi đua)?$"
)
"""Words after which "có" opens the list of those who sign the bloc's pledge."""

_SIGNERS = re.compile(
    r"(?:(?:tham gia|cùng|đặt bút|các (?:đơn vị|bên)|lễ) )*ký(?: kết)?(?: (?:vào|bản))*(?: giao ước)?(?: thi đua)?"
    r"(?: (?:trong )?năm \d{4})?(?: (?:tại|trong|ở) (?:đây|hội nghị|buổi lễ|lễ)(?: này)?)?(?: ,)?"
)
"""All that stands in a sentence before "gồm" that opens the list of who signs: "Ký giao ước tại Hội nghị gồm: A, B"."""

_ARE_MEMBERS = re.compile(
    r"(?:[,–-] )?(?:đủ|đầy đủ|cả) (?:\d+ / )?\d+ (?:đơn vị )?thành viên"
    r"|[–-] (?:\d+|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) (?:đơn vị |cơ quan )?thành viên"
    r"|[,–-] (?:đều |cùng |cũng )?(?:là )?(?:các |những )?(?:đơn vị |cơ quan |địa phương )?thành viên"
    r" (?:còn lại|khác)"
    r"|(?:đã |cùng |tiến hành |lên |lần lượt |đặt bút |cùng nhau )+(?:ký|ký kết) (?:kết )?(?:vào )?(?:bản )?giao ước"
    r"|(?:đều |cùng |hiện )?là (?:các |những )?(?:đơn vị |cơ quan )?thành viên(?: [.,;]|$)"
)
"""What may follow a list of a bloc that was named before: "A, B và C là thành viên."."""

_BEFORE_BELONGING = frozenset("- – , ( ; : là cùng đều chính cũng đó đây".split())
_THAT = frozenset(("đó", "đây", "cụ thể", "lần lượt", "theo thứ tự", "cụ thể đó"))
_OF_SOME = frozenset("đạt dẫn được nhận giành tiêu xuất tặng cao mới bị chưa không khách".split())
"""Words of a count of some of a bloc's units: "Khối có ba đơn vị đạt điểm cao. Đó là A, B, C"."""
_TELL_OF_SOME = frozenset("đạt nhận giành tặng chưa không bị".split())
_HOW_MANY = re.compile(
    r"(?:có|gồm|là) (?:tất cả |tổng cộng |cả thảy |đủ |vỏn vẹn )?"
    r"(?:\d+|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) [^\d,:;]{2,40} ?\.?$"
)
"""The end of a sentence that says how many units a bloc has: "Cụm có bảy trường.", "Khối gồm 5 công đoàn ngành."."""
_APPOSES = frozenset("là đều cùng những thành toàn tất".split()) | frozenset(SEVERAL)
"""After a comma only these, or a number, say it of the list; "A, B, đại diện các đơn vị trong Khối" adds others."""
_TELLS_MORE = frozenset("có đạt làm được đi hoàn nộp đóng tiêu dẫn xuất bầu nhận giành trưởng phó".split())
"""What goes on about some of the units: "A, B là 2 đơn vị trong Khối được khen"."""


_TO_OTHERS = re.compile(
    r"\b(?:kiến nghị|đề xuất|trao (?:tặng )?(?:\d+|các|những|hơn|quà|học bổng|nhà)|tặng (?:\d+|quà|nhà)"
    r"|(?:tới|đến|đi) thăm|thăm (?:và|hỏi|các|mô hình)|phối hợp (?:với|cùng)|hỗ trợ (?:cho|các|\d+)|ủng hộ|giúp đỡ"
    r"|khảo sát|làm việc với|học tập kinh nghiệm|kết nghĩa|(?:cá nhân|đồng chí) thuộc"
    r"|học sinh|bệnh nhân|hộ (?:nghèo|dân)|gian hàng|giải bóng)\b"
)
"""What a bloc does to others, whom the list after it names: "Khối trao quà cho học sinh các trường: A, B"."""


def belonging_after(ctx: Context, i: int, end: int) -> bool:
    """Whether the words after a list say that it is the bloc's: "… - 6 đơn vị của Khối - cùng dự"."""
    norms = ctx.reading.norms
    if i < end and norms[i : i + 2] in ([")", "thuộc"], [")", "trong"]):
        i += 1  # "Công an các xã (A, B, C) thuộc Cụm"
    at = i
    while at < end and norms[at] in _BEFORE_BELONGING and at - i < 4:
        at += 1
    if _ARE_MEMBERS.match(" ".join(norms[i : min(i + 9, end)])):
        return True
    if norms[i : i + 1] == ["("] and _is_named(ctx, i + 1):
        return True  # "Công an các xã A, B (Cụm thi đua số 2)"
    if i >= end:
        return False
    if at == i and norms[i] in ("thuộc", "trong") and not _is_named(ctx, i + 1):
        return i + 2 >= end or norms[i + 1] in _HEADS_OF_BLOCS and norms[i + 2] in (".", ",", ";")
    if at == i and norms[i] not in ("thuộc", "trong"):
        return False
    if at == i + 1 and norms[i] == "," and not (at < end and (norms[at] in _APPOSES or norms[at].isdigit())):
        return False
    stop = _belonging_end(ctx, at, end)
    return stop is not None and (stop >= end or norms[stop] not in _TELLS_MORE)


def is_of_others(ctx: Context, start: int, i: int) -> bool:
    """Whether the words since the last bloc before token `i` tell what it did to others."""
    blocs = ctx.reading.of("BLOC", start, i)
    since = max(blocs[-1].end if blocs else start, i - _REACH)
    said = " ".join(ctx.reading.norms[since:i])
    return _TO_OTHERS.search(said) is not None and not {"thành", "viên"} <= set(ctx.reading.norms[since:i])


def _is_named(ctx: Context, i: int) -> bool:
    """Whether a bloc stands at token `i` that says which it is."""
    bloc = ctx.reading.at("BLOC", i)
    return bloc is not None and bloc.rule != "bare"


def belonging_before(ctx: Context, start: int, i: int) -> bool:
    """Whether the words right before token `i` speak of a bloc's units: "các đơn vị trong Khối", "6 trường của Cụm"."""
    norms = ctx.reading.norms
    first = max(start, i - 24)
    head = next((k for k in range(i - 1, first - 1, -1) if norms[k] in _HEADS_OF_BLOCS), first)
    return any(_belonging_end(ctx, k, i) == i for k in range(first, head))


def _belonging_end(ctx: Context, i: int, end: int) -> int | None:
    """Return where words end that say that units are a bloc's and begin at token `i`: after the bloc and its place."""
    reading = ctx.reading
    words = reading.norms[i : min(i + 16, end)]
    if _HEADS_OF_BLOCS.isdisjoint(words):
        return None
    found = _BELONGING.match(" ".join(words) + " ")
    if not found:
        return None
    at = i + len(found.group().split())
    blocs = reading.of("BLOC", at, at + 1)
    stop = blocs[0].end if blocs else at + 1
    place = locality_at(reading, ctx.lexicon, stop, end)
    return place.end if place else stop


def opener_at(ctx: Context, start: int, i: int) -> tuple[int, int, str] | None:
    """Return (start, end, rule) of the words that open a list of members at token `i`."""
    norms = ctx.reading.norms
    word = norms[i]
    if word not in OPENERS:
        return None
    if word in _AFTER_CLAUSE and clause_announces(ctx, start, i):
        return i, i + 1, "colon" if word == ":" else "gồm"
    if word == "có":
        return (i, i + 1, "gồm") if _has_members(ctx, start, i) else None
    if word == "viên":  # "6 thành viên Thanh Hóa, Nghệ An, Hà Tĩnh"
        counted = norms[i - 2].isdigit() or norms[i - 2] in SEVERAL  # "với 4 thành viên Ba Tơ, Sơn Hà, …"
        named = counted and ctx.reading.upper[i + 1 : i + 2] == [True] and norms[i + 3 : i + 4] == [","]
        return (i - 1, i + 1, "gồm") if norms[i - 1] == "thành" and (named or _provinces_at(ctx, i + 1)) else None
    if word == "tụ":  # "Khối quy tụ A, B", but not "quy tụ các đơn vị:"
        gathers = norms[i - 1] == "quy" and _agency_at(ctx, i + 1)
        named = any(b.end == i - 1 for b in ctx.reading.of("BLOC", start, i - 1)) or norms[i - 2] in ("khối", "cụm")
        return (i - 1, i + 1, "gồm") if gathers and named else None
    opened = _opened(ctx, start, i)
    return opened if opened and not is_of_others(ctx, start, i) else None


def _opened(ctx: Context, start: int, i: int) -> tuple[int, int, str] | None:
    """Return what `opener_at` does for "gồm", "là" and the marks, whoever the words before them are about."""
    norms = ctx.reading.norms
    word = norms[i]
    window = norms[max(start, i - _REACH) : i]
    blocs = [b for b in ctx.reading.of("BLOC", start, i) if b.end > i - _REACH]
    if word == "gồm":
        first = i - 1 if norms[i - 1] == "bao" else i
        heads_line = _line_under_bloc(ctx, start) and set(norms[start:first]) <= _BEFORE_OPENER
        signs = window[-2:] == ["bên", "ký"] or window[-3:] == ["bên", "ký", "kết"]  # "Bên ký gồm A, B"
        signs = signs or _SIGNERS.fullmatch(" ".join(norms[start:first][:_REACH])) is not None
        signs = signs or _counted_far(ctx, start, i)
        if not (blocs or GROUP_WORDS & set(window) or heads_line or signs) or OTHER_GROUPS.search(
            " ".join(window[-5:])
        ):
            return None
        if any(r.start >= first - 6 for r in ctx.reading.of("ROLE", max(start, first - 6), first)):
            return None
        return first, i + 1, "gồm"
    if word == "là":
        other = "thành viên" in " ".join(window[-6:])  # "các thành viên khác là", "đơn vị thành viên của Khối là"
        told = (
            other or belonging_before(ctx, start, i) or _tells_rest(ctx, start, i) or _refers_to_counted(ctx, start, i)
        )
        return (i, i + 1, "gồm") if told else None
    if word == ":" and (_tells_rest(ctx, start, i - (window[-1:] == ["là"])) or _described(ctx, start, i)):
        return i, i + 1, "colon"
    if word == ":" and window[-2:] == ["thành", "viên"] and len(window) < 5:
        return i - 2, i + 1, "colon"  # "Thành viên: A, B, C" in a line of its own
    about = bool(blocs) or bool(GROUP_WORDS & set(window[-8:])) or (_line_under_bloc(ctx, start) and i - start < 8)
    back = blocs[-1].start if blocs and blocs[-1].end == i else i  # "đủ 7 đơn vị thành viên Cụm thi đua số 6:"
    near = norms[max(start, back - 9) : i]
    if not about or not (UNIT_WORDS & set(near)):
        return None
    if not (blocs or GROUP_WORDS & set(window)) and not _GUESTS.isdisjoint(window):
        return None  # "Về dự có lãnh đạo 3 sở: A, B, C"
    if word == ":":
        if OTHER_GROUPS.search(" ".join(window[-6:])):
            return None
        if window[-2:] == ["điểm", "danh"]:
            return i, i + 1, "colon"  # "Cụm trưởng điểm danh: A, B, C"
        beside = window[-2:] == ["thành", "viên"]
        # "Sở A làm Trưởng khối và các thành viên: B, C"
        if _counts_some(ctx, start, i):
            return None
        if ctx.reading.of("AWARD", max(start, i - 8), i) or not beside and ctx.reading.of("ROLE", max(start, i - 8), i):
            return None
        if blocs and _ends_in_units(norms, max(start, i - 6), i) and not ctx.has("ask", blocs[-1].start, i):
            return i, i + 1, "colon"  # "Khối trường học quy tụ các đơn vị:"
        counted = (
            bool(ctx.reading.of("COUNT", max(start, back - 9), i))
            or _counts_units(near)
            or "viên" in norms[max(start, back - 4) : i]
            or {"gồm", "có"} & set(window[-8:])
            or {"trong", "thuộc", "của"} & set(window[-6:])
        )
        return (i, i + 1, "colon") if counted else None
    return (i, i + 1, "bracket") if word == "(" else None


def _counted_far(ctx: Context, start: int, i: int) -> bool:
    """Whether a bloc's units are counted farther off: "cụm của 7 xã trước thuộc các huyện A, B và C, gồm …"."""
    norms = ctx.reading.norms
    counts = ctx.reading.of("COUNT", max(start, i - 2 * _REACH), i)
    return norms[i - 1] in (",", "bao") and any(
        norms[c.start - 1] in ("của", "có") and norms[c.start - 2] in _HEADS_OF_BLOCS for c in counts
    )


def _counts_some(ctx: Context, start: int, i: int) -> bool:
    """Whether the words between a count and a colon say something of some units: "Cụm có 3 xã đạt chuẩn: A, B, C"."""
    counts = ctx.reading.of("COUNT", max(start, i - _REACH), i)
    return bool(counts) and not _TELL_OF_SOME.isdisjoint(ctx.reading.norms[counts[-1].end : i])


def _counts_units(words: list[str]) -> bool:
    """Whether a number counts units: "6 công đoàn ngành và tương đương", "8 tập đoàn"."""
    return any(number.isdigit() and unit in UNIT_WORDS for number, unit in pairwise(words))


def _agency_at(ctx: Context, i: int) -> bool:
    """Whether an agency begins at token `i`, or a list of them with the head that they share."""
    agencies = ctx.reading.of("AGENCY", i, i + 9)
    return bool(agencies) and i in (agencies[0].start, int(agencies[0].parts.get("from", -1)))


def _provinces_at(ctx: Context, i: int) -> bool:
    """Whether two bare names of provinces stand at token `i`, as items of a list."""
    reading, provinces = ctx.reading, ctx.lexicon.provinces
    first = provinces.match(reading.norms, i) if reading.upper[i : i + 1] == [True] else None
    if not first or reading.norms[first[0] : first[0] + 1] not in ([","], ["và"]):
        return False
    at = first[0] + 1
    unit = unit_at(reading, at, len(reading.norms))
    return provinces.match(reading.norms, unit[0] if unit else at) is not None


def _tells_rest(ctx: Context, start: int, i: int) -> bool:
    """Whether the words before token `i` go on with a bloc's units: "Bốn đơn vị còn lại", "7 đơn vị ấy"."""
    norms = ctx.reading.norms
    if norms[i - 1] not in _LAST_OF_REST or ctx.reading.of("AWARD", start, i):
        return False
    if not _REST.search(" ".join(norms[max(start, i - 9) : i])):
        return False
    n = ctx.reading.sentence_of(start)
    before = ctx.reading.sentences[max(0, n - 3)]
    return not GROUP_WORDS.isdisjoint(norms[before.start : i])


def _refers_to_counted(ctx: Context, start: int, i: int) -> bool:
    """Whether a sentence begins with "Đó là" after one that says how many units a bloc has: "Cụm có bảy trường."."""
    reading = ctx.reading
    n = reading.sentence_of(start)
    if n == 0 or " ".join(reading.norms[start:i]) not in _THAT:
        return False
    before = reading.sentences[n - 1]
    words = reading.norms[before.start : before.end]
    has = {"có", "gồm"} & set(words) and not reading.of("AWARD", before.start, before.end)
    blocs = reading.of("BLOC", before.start, before.end)
    about = bool(blocs) and not is_of_others(ctx, before.start, before.end)
    counted = _HOW_MANY.search(" ".join(words))
    return bool(has) and about and counted is not None and _OF_SOME.isdisjoint(counted.group().split())


def _described(ctx: Context, start: int, i: int) -> bool:
    """Whether a colon follows "gồm" and what kind of units: "Khối gồm các doanh nghiệp nắm cổ phần chi phối: A, B"."""
    reading = ctx.reading
    opener = next((k for k in range(i - 1, max(start, i - 24), -1) if reading.norms[k] == "gồm"), None)
    if (
        opener is None
        or reading.of("AGENCY", opener, i)
        or reading.of("AWARD", start, i)
        or reading.of("ROLE", start, i)
    ):
        return False
    return bool(reading.of("BLOC", start, opener)) and bool(UNIT_WORDS & set(reading.norms[opener:i]))


def announced(ctx: Context, start: int, first: int, end: int) -> tuple[int, int]:
    """Return the words that say that a list is the bloc's; of a mark, those before it: "các đơn vị trong Khối ("."""
    norms = ctx.reading.norms
    if norms[first] not in (":", "("):
        return first, end
    nearest = max(start, first - 9)
    counts = ctx.reading.of("COUNT", nearest, first)
    units = [k for k in range(nearest, first) if norms[k] in UNIT_WORDS and norms[k] not in GROUP_WORDS]
    begin = counts[0].start if counts else units[0] if units else first
    return (begin, first) if begin < first else (first, end)


def _ends_in_units(norms: list[str], start: int, i: int) -> bool:
    """Whether the words before token `i` end in a plural of units: "các đơn vị", "các cơ quan sau"."""
    said = " ".join(norms[start:i])
    return (
        re.search(r"(?:các|những) (?:đơn vị|cơ quan|thành viên|trường|hội|địa phương)(?: thành viên)?(?: sau)?$", said)
        is not None
    )


def _has_members(ctx: Context, start: int, i: int) -> bool:
    """Whether "có" at token `i` says what a bloc has: "Khối có 7 thành viên …", "Cụm hiện có A, B", "còn có C"."""
    reading = ctx.reading
    norms = reading.norms
    if norms[i - 1] == "còn" and _goes_on(ctx, start, i):
        return True
    if norms[i - 1] == "và" and norms[i + 1 : i + 2] == ["thêm"]:  # "Khối do A làm Trưởng khối và có thêm B, C"
        return bool(reading.of("BLOC", start, i)) and bool(reading.of("ROLE", start, i)) and _agency_at(ctx, i + 2)
    if norms[i - 1] == "còn":  # "Khối có 7 thành viên, ngoài 3 đơn vị trên còn có A, B"
        named = (
            bool(reading.of("BLOC", start, i) or reading.of("ROLE", start, i)) or norms[i - 2] in ("khối", "cụm")
        ) and _GUESTS.isdisjoint(norms[start:i])
        direct = any(b.end == i - 1 and b.start <= start + 3 for b in reading.of("BLOC", start, i))
        return (
            "viên" in norms[max(start, i - 14) : i]
            or norms[start] in _BESIDE
            and named
            or direct
            and _agency_at(ctx, i + 1)
        )
    blocs = reading.of("BLOC", start, i)
    if _SIGNING.search(" ".join(norms[max(start, i - 7) : i])):
        return True
    if not blocs:
        return False
    if norms[i - 2 : i] == ["cụ", "thể"]:  # "các đơn vị trong Khối, cụ thể có A, B"
        return belonging_before(ctx, start, i - 3)
    if norms[blocs[-1].start - 1] == "trong" and blocs[-1].start > start:
        return False  # "Trong Khối có A, B hoàn thành xuất sắc nhiệm vụ"
    direct = blocs[-1].end == i or (norms[i - 1] in _NOW and blocs[0].start <= start + 3)
    if direct and (reading.of("COUNT", i + 1, i + 2) or _agency_at(ctx, i + 1) or _provinces_at(ctx, i + 1)):
        return True
    return norms[i + 1 : i + 2] == [":"] and blocs[0].start <= start + 3 and not reading.of("ROLE", blocs[0].end, i)


def _goes_on(ctx: Context, start: int, i: int) -> bool:
    """Whether "Ngoài ra còn có" goes on with the list of the sentence before, and not with guests."""
    reading = ctx.reading
    n = reading.sentence_of(start)
    if n == 0 or reading.norms[start : start + 2] not in (["ngoài", "ra"], ["bên", "cạnh"]):
        return False
    before = reading.sentences[n - 1]
    said = set(reading.norms[before.start : before.end])
    here = set(reading.norms[start : reading.sentences[n].end])
    listed = len(reading.of("AGENCY", before.start, before.end)) > 2 and bool(GROUP_WORDS & said)
    return listed and "gồm" in said and here.isdisjoint(("dự", "mời", "khách")) and i - start < 8


def _line_under_bloc(ctx: Context, start: int) -> bool:
    """Whether the line before the one that begins at token `start` names a bloc: a heading over its list."""
    n = ctx.reading.sentence_of(start)
    if n == 0:
        return False
    before = ctx.reading.sentences[n - 1]
    return bool(ctx.reading.of("BLOC", before.start, before.end))


def also_before(ctx: Context, start: int, i: int) -> list[Mention]:
    """The leader of "Trưởng khối - Sở A cùng các đơn vị trong Khối (…)" is listed too."""
    before = ctx.reading.of("AGENCY", start, i)
    if (
        before
        and ctx.reading.norms[before[-1].end : before[-1].end + 1] in (["cùng"], ["và"])
        and i - before[-1].end < 14
    ):
        between = ctx.reading.norms[before[-1].end : i]
        first = before[-1].start
        of_person = any(t.end >= first for t in ctx.reading.of("TITLE", max(start, first - 6), first))
        if not of_person and "các" in between and ("khối" in between or "cụm" in between or "viên" in between):
            return before[-1:]
    return []


def leading_before(ctx: Context, n: int, i: int) -> list[Mention]:
    """Return the units whose roles were told before the other members are listed.

    "Khối do Hội A làm Khối trưởng; các thành viên khác là B, C", "ngoài 3 đơn vị trên còn có D, E"
    """
    reading = ctx.reading
    sentence = reading.sentences[n]
    if reading.norms[sentence.start] in _BESIDE and reading.norms[i - 1] == "còn":  # "Cùng với A, Khối còn có B, C"
        ends = {b.end for b in reading.of("BLOC", sentence.start, i)}  # after which a bloc's place stands
        return [a for a in reading.of("AGENCY", sentence.start, i) if a.start not in ends]
    if reading.norms[i - 1 : i + 2] == ["và", "có", "thêm"]:
        return [a for a in reading.of("AGENCY", sentence.start, i) if reading.of("ROLE", a.end, min(a.end + 4, i))]
    words = " ".join(reading.norms[max(sentence.start, i - 14) : i])
    others = re.search(r"(?:đơn vị|thành viên|cơ quan|hội|trường|đoàn) (?:khác|còn lại)|ngoài .*(?:trên|này)\b", words)
    if not others:
        leading = reading.of("AGENCY", sentence.start, i) if _MEMBERS_BESIDE.search(words) else []
        return [a for a in leading if _has_role(ctx, a, sentence.start, i)]
    before = [
        s
        for s in (sentence, reading.sentences[n - 1] if n and others else sentence)
        if reading.of("ROLE", s.start, min(i, s.end))
    ]
    return [
        a
        for s in before[:1]
        for a in reading.of("AGENCY", s.start, min(i, s.end))
        if a.parts["name"] and not _is_authority(ctx, s.start, a)
    ]


def _has_role(ctx: Context, agency: Mention, start: int, end: int) -> bool:
    """Whether a post in the bloc stands right before an agency or behind it: "Trưởng khối Sở A", "Sở B (Khối phó)"."""
    norms = ctx.reading.norms
    before = ctx.reading.of("ROLE", max(start, agency.start - _ROLE_BESIDE), agency.start)
    if any(role.end == agency.start for role in before):
        return True
    role = next(iter(ctx.reading.of("ROLE", agency.end, min(agency.end + _ROLE_BESIDE, end))), None)
    if role is None or {",", ";", "và"} & set(norms[agency.end : role.start]):
        return False
    person = any(t.end >= agency.start for t in ctx.reading.of("TITLE", max(start, agency.start - 1), agency.start))
    return not person and not ctx.reading.of("AGENCY", agency.end, role.start)


def _is_authority(ctx: Context, start: int, agency: Mention) -> bool:
    """Whether an agency is the one that set the roles: "Quyết định của UBND tỉnh", "UBND tỉnh giao Sở A"."""
    norms = ctx.reading.norms
    if agency.parts["name"] not in _AUTHORITIES:
        return False
    decided = not {"quyết", "văn"}.isdisjoint(norms[max(start, agency.start - 22) : agency.start])
    return decided or not {"giao", "công", "chỉ", "quyết"}.isdisjoint(norms[agency.end : agency.end + 1])


def tells_of_some(ctx: Context, i: int, end: int) -> bool:
    """Whether what follows a list says something of its units, as of some: "Khối có A, B được tặng Cờ thi đua"."""
    norms = ctx.reading.norms
    return i < end and norms[i] in _TELLS_MORE
