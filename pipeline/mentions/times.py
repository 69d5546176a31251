"""Dates, years and counted things.

- DATE: value "2024-02-29", or "--02-29" where the year is left out; `parts["until"]` the last day of several; rule
  `relative` where it is told from the day of publication ("chiều qua");
- YEAR: value "2023"; a school year or a span counts as its closing year (`parts["span"]` is set);
- COUNT: value "2", `parts["of"]` is agency or person.
"""

from __future__ import annotations

from datetime import date, timedelta

from pipeline.numerals import SPELT
from pipeline.reading import Mention, Reading

_AGENCIES = (
    "đơn vị|tập thể|cơ quan|địa phương|thành viên|hội|sở|trường|phòng|huyện|xã|phường|thị trấn|doanh nghiệp|công ty|"
    "bệnh viện|chi nhánh|tổ chức|trường hợp|nông trường|xí nghiệp|nhà máy|hợp tác xã|chi cục|công đoàn|chi hội|"
    "chi đoàn|chi bộ|trung tâm|ngân hàng|khoa|tổ|ban|cđcs|công đoàn cơ sở|phân xưởng"
)
_PERSONS = (
    "cá nhân|đồng chí|cán bộ|người|giáo viên|nhân viên|công chức|viên chức|hội viên|công nhân|chiến sĩ|chiến sỹ|"
    "doanh nhân|nhà báo|nhà giáo|giảng viên|phóng viên|bác sĩ|bác sỹ|thầy thuốc|thẩm phán|đoàn viên|luật sư|kỹ sư|"
    "kiểm sát viên|chấp hành viên|đảng viên|nông dân|học sinh|sinh viên|sĩ quan|nhà khoa học|điều dưỡng|nghệ sĩ|"
    "người lao động|cộng tác viên|huấn luyện viên|vận động viên|thanh niên|tuyên truyền viên"
)
_COUNTED = {
    tuple(words.split()): of
    for kinds, of in ((_AGENCIES, "agency"), (_PERSONS, "person"))
    for words in kinds.split("|")
}
_BOTH = frozenset((("tập", "thể"), ("cá", "nhân"), ("đơn", "vị")))
_OPENS_NAME = frozenset("ông bà anh chị đồng là gồm : (".split())
_BEFORE_DATE = frozenset("ngày ngay sáng chiều tối trưa đêm hôm nay qua ( -".split())
_PARTS_OF_DAY = frozenset("hôm sáng chiều tối trưa đêm".split())
_FIRST_WORDS = _PARTS_OF_DAY | frozenset(SPELT) | {"năm", "nhiệm"}
"""What a date, a year or a count begins with, beside a number in digits."""
_NO_YEAR_BEFORE = frozenset("khoản điều số / -".split())


def find_times(reading: Reading) -> tuple[list[Mention], list[Mention], list[Mention]]:
    """Return the dates, the years and the counts of a reading."""
    dates: list[Mention] = []
    years: list[Mention] = []
    counts: list[Mention] = []
    past = 0
    for i in reading.where(_FIRST_WORDS, numbers=True):
        if i < past:
            continue
        word = reading.norms[i]
        number = word.isdigit()
        day = None
        if number or word in _PARTS_OF_DAY:
            day = date_at(reading, i) if number else relative_date_at(reading, i)
        if day:
            dates.append(day)
            past = day.end
            continue
        year = year_at(reading, i) if number or word in ("năm", "nhiệm") else None
        if year:
            years.append(year)
            past = year.end
            continue
        count = count_at(reading, i)
        if count:
            counts.append(count)
    return dates, years, counts


def date_at(reading: Reading, i: int) -> Mention | None:
    """Return the date that begins at token `i`.

    1. "24/12/2024", "31-5-2022", "2.10.2025": day, month and year;
    2. "13 và 14/12/2023", "13-14/12": several days, the first counts;
    3. "29/2", "4.1": day and month, after "ngày", "sáng", "chiều" ... ;
    4. "ngày 28 tháng 6 năm 2022".
    """
    norms = reading.norms
    if not norms[i].isdigit() or len(norms[i]) > 2:
        return None
    day = int(norms[i])
    if not 1 <= day <= 31:
        return None
    if norms[i + 1 : i + 2] in (["và"], ["-"], [","], ["đến"]) and _is_day("".join(norms[i + 2 : i + 3])):
        whole = date_at(reading, i + 2) if norms[i + 3 : i + 4] == ["tháng"] and norms[i - 1 : i] == ["ngày"] else None
        if whole and not whole.parts:  # "ngày 6 và 7 tháng 11 năm 2024"
            written, in_month, _ = whole.value.rsplit("-", 2)
            first = _date(i, whole.end, day, int(in_month), int(written) if written.isdigit() else 0)
            if first:
                first.parts["until"] = norms[i + 2]
            return first
    if norms[i + 1 : i + 2] == ["tháng"] and norms[i + 2 : i + 3] and norms[i + 2].isdigit():
        end, year = i + 3, 0
        if norms[i + 3 : i + 4] == ["năm"] and _is_year(norms[i + 4 : i + 5]):
            end, year = i + 5, int(norms[i + 4])
        return _date(i, end, day, int(norms[i + 2]), year)
    last = ""
    at = i + 1
    while norms[at : at + 1] == [","] and norms[at + 1 : at + 2] and _is_day(norms[at + 1]):
        at += 2  # "các ngày 3, 4 và 5/11/2021"
    if at > i + 1 and norms[at : at + 1] != ["và"]:
        if norms[i - 1 : i] != ["ngày"] or norms[at : at + 1] not in (["/"], ["-"], ["."]):
            return None
        last = norms[at - 1]  # "trong các ngày 30, 31/10"
    if norms[at : at + 1] in (["và"], ["-"], ["đến"], ["tới"]):
        day_at = at + 2 if norms[at + 1 : at + 2] == ["ngày"] else at + 1  # "từ ngày 20 đến ngày 24/11/2023"
        if norms[day_at : day_at + 1] and norms[day_at].isdigit() and _is_day_of_several(norms, day_at - 1):
            last, at = norms[day_at], day_at + 1
    mark = norms[at : at + 1]
    if (
        mark not in (["/"], ["-"], ["."])
        or not norms[at + 1 : at + 2]
        or not norms[at + 1].isdigit()
        or len(norms[at + 1]) > 2
    ):
        return None
    month = int(norms[at + 1])
    if norms[at + 2 : at + 3] == mark and _is_year(norms[at + 3 : at + 4]):
        mention = _date(i, at + 4, day, month, int(norms[at + 3]))
    elif (
        i
        and (
            norms[i - 1] in _BEFORE_DATE
            or (norms[i - 1] == "," and ("thứ" in norms[i - 3 : i - 1] or "nhật" in norms[i - 2 : i - 1]))
            or (last and norms[i - 1] != "số")
            or norms[max(0, i - 2) : i] in (["nay", ","], ["qua", ","])  # "chiều nay, 22/2"
        )
        and norms[at + 2 : at + 3] not in (["/"], ["%"], ["phiếu"], [mark[0]])
    ):
        mention = _date(i, at + 2, day, month, 0)
    else:
        return None
    if mention and last:
        mention.parts["until"] = last
    return mention


def relative_date_at(reading: Reading, i: int) -> Mention | None:
    """Return the day that is told from the day of publication: "chiều nay", "hôm qua"; with the date itself, that."""
    norms, published = reading.norms, reading.article.published
    if published is None or norms[i] not in _PARTS_OF_DAY or norms[i + 1 : i + 2] not in (["nay"], ["qua"]):
        return None
    after = i + 3 if norms[i + 2 : i + 3] in (["("], [","], ["ngày"]) else i + 2
    if any(k < len(norms) and date_at(reading, k) for k in (after, after + 1)):
        return None
    day = published - timedelta(days=1 if norms[i + 1] == "qua" else 0)
    return Mention("DATE", i, i + 2, day.isoformat(), "relative")


def _is_day_of_several(norms: list[str], at: int) -> bool:
    """Whether "và 14/12", "và 9-12" or "-14/12" follows a first day at token `at`; "5-3-2020" is one day."""
    mark, month = norms[at + 2 : at + 3], norms[at + 3 : at + 4]
    return bool(month) and month[0].isdigit() and (mark in (["/"], ["."]) or (mark == ["-"] and norms[at] != "-"))


def _is_day(norm: str) -> bool:
    return norm.isdigit() and len(norm) <= 2 and 1 <= int(norm) <= 31


def _is_year(norms: list[str]) -> bool:
    return bool(norms) and len(norms[0]) == 4 and norms[0].isdigit() and norms[0][:2] in ("19", "20")


def _date(start: int, end: int, day: int, month: int, year: int) -> Mention | None:
    try:
        value = date(year or 2024, month, day).isoformat()  # 2024 has a 29 February
    except ValueError:
        return None
    return Mention("DATE", start, end, value if year else "-" + value[4:], "date")


def year_at(reading: Reading, i: int) -> Mention | None:
    """Return the year that begins at token `i`: "năm 2023", "năm học 2021-2022", "năm 2024 - 2025", a bare "2024"."""
    norms = reading.norms
    at = i
    if norms[at] == "năm":
        at += 2 if norms[at + 1 : at + 2] == ["học"] else 1
    elif norms[i : i + 2] == ["nhiệm", "kỳ"]:
        at += 3 if norms[i + 2 : i + 3] == ["năm"] else 2
    if not _is_year(norms[at : at + 1]):
        return None
    if i > 2 and norms[i - 1] in ("/", "-") and norms[i - 3] == "quý":
        return Mention("YEAR", i, at + 1, norms[at], "year")  # "quý III/2017"
    if _of_several_years(norms, i, at):
        return None
    if at == i and i and norms[i - 1] in _NO_YEAR_BEFORE:
        return None
    if at == i and i > 1 and norms[i - 1] in ("đoạn", "khóa"):
        return None
    if norms[at + 1 : at + 2] == ["-"] and _is_year(norms[at + 2 : at + 3]):
        if int(norms[at + 2]) - int(norms[at]) > 2:  # "nhiệm kỳ 2020-2025" is no year
            return None
        return Mention("YEAR", i, at + 3, norms[at + 2], "span", {"span": "yes"})
    if norms[at + 1 : at + 2] == ["/"]:
        return None
    return Mention("YEAR", i, at + 1, norms[at], "year" if at > i else "bare")


def _of_several_years(norms: list[str], i: int, at: int) -> bool:
    """Whether the year at token `at`, told from token `i` on, is one end of many: "từ năm 2014 đến năm 2018"."""
    i -= at == i and norms[i - 1 : i] == ["năm"]
    to = at + 1
    behind = to + 2 if norms[to + 1 : to + 2] == ["năm"] else to + 1
    if norms[i - 1 : i] == ["từ"] and norms[to : to + 1] in (["đến"], ["tới"]):
        return _is_year(norms[behind : behind + 1]) and int(norms[behind]) - int(norms[at]) > 1
    if i < 3 or norms[i - 1] not in ("đến", "tới") or not _is_year(norms[i - 2 : i - 1]):
        return False
    first = i - 4 if norms[i - 3] == "năm" else i - 3
    return first >= 0 and norms[first] == "từ" and int(norms[at]) - int(norms[i - 2]) > 1


def count_at(reading: Reading, i: int) -> Mention | None:
    """Return the counted thing at token `i`: "02 đơn vị", "hai tập thể", "3 cá nhân"."""
    norms = reading.norms
    if _goes_on_thousands(norms, i):  # "329" of "1.329 cá nhân"
        return None
    last = i + 2 if _goes_on_thousands(norms, i + 2) else i
    number = number_at(norms, last)
    if number is None:
        return None
    at = last + 1
    if norms[at : at + 1] == ["/"] and norms[at + 1 : at + 2] and norms[at + 1].isdigit():
        if int(norms[at + 1]) <= number:
            return None  # 7/7 đơn vị
        at += 2  # 3/7 đơn vị
    at += norms[at : at + 1] == ["lượt"]  # "3 lượt tập thể"
    for size in (3, 2, 1):
        words = tuple(norms[at : at + size])  # fewer at the end of a text
        if of := _COUNTED.get(words):
            if words in _BOTH and _counts_both(reading, words, at + len(words)):
                return None
            return Mention("COUNT", i, at + len(words), str(number), "count", {"of": of})
    return None


def _counts_both(reading: Reading, kind: tuple[str, ...], i: int) -> bool:
    """Whether one number counts collectives and persons together, nobody knows how many of each: "30 tập thể, cá nhân".

    `i` is the token behind the first kind.
    """
    norms = reading.norms
    if norms[i : i + 1] not in ([","], ["và"], ["/"], ["-"]):
        return False
    other, behind = tuple(norms[i + 1 : i + 3]), i + 3
    named = behind < len(norms) and (reading.upper[behind] or norms[behind] in _OPENS_NAME)
    return other in _BOTH and other != kind and not named


def _goes_on_thousands(norms: list[str], i: int) -> bool:
    """Whether token `i` is the second part of a number with its thousands set off: "329" of "1.329"."""
    is_rest = i < len(norms) and i > 1 and len(norms[i]) == 3 and norms[i].isdigit() and norms[i - 1] == "."
    return is_rest and norms[i - 2].isdigit() and len(norms[i - 2]) < 4 and norms[i - 2] != "0"


def number_at(norms: list[str], i: int) -> int | None:
    """Return the number of things that token `i` tells ("02", "hai", the last of "1.250"), None for part of a name."""
    if _goes_on_thousands(norms, i):
        return int(norms[i - 2] + norms[i])
    number = int(norms[i]) if norms[i].isdigit() and len(norms[i]) < 4 else SPELT.get(norms[i], 0)
    if not number or (i and norms[i - 1] in ("/", "thứ", "số", "khối", "cụm")):
        return None
    return number
