"""What one would write instead of Thidua: underthesea's NER by sentence, and a page of rules over its words.

`underthesea.ner` gives each word its part of speech and, if it is one, the entity that it belongs to. It marks few
agencies, so a name may also begin at the first word of an agency and goes on over capitalised words and nouns. Blocs,
dates and awards are found by patterns; a role or an award goes to the agencies beside it in the sentence.

The rules were developed on `corpora/reports` and `corpora/development` alone, as Thidua's were.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, NamedTuple

from pipeline.article import Article

Words = list[tuple[str, str, str, str]]
"""What `underthesea.ner` returns: word, part of speech, chunk tag, entity tag."""
Fact = dict[str, Any]


class Name(NamedTuple):
    """A name in a sentence's text, at the characters `[start, end)`."""

    start: int
    end: int
    name: str


# What names are made of

_HEAD = re.compile(
    r"(?:Sở|Ban|Phòng|Văn phòng|Thanh tra|Công an|Cục|Chi cục|Bộ|Trung tâm|Trường|Bệnh viện|Viện|Công ty|Tổng công ty|"
    r"Hội|Liên minh|Liên hiệp|Liên đoàn|Công đoàn|Đoàn|Tỉnh đoàn|Huyện đoàn|Thành đoàn|UBND|Ủy ban|MTTQ|Đảng ủy|Kho bạc|"
    r"Ngân hàng|Agribank|BIDV|VNPT|Viettel|VietinBank|Vietcombank|Bảo hiểm|Bưu điện|Tòa án|Viện kiểm sát|Báo|Đài|Điện lực|"
    r"Thuế|Quỹ|Xí nghiệp|Hạt|Trạm|Đồn|Học viện|Phường|Xã|"
    r"(?:phường|xã|huyện|thị xã|quận|ban|phòng|sở|hội|trung tâm|chi cục|trường|công ty)(?= [A-ZĐ]))(?!\w)"
)
_NO_HEAD = re.compile(
    r"(?:Hội (?:nghị|trường|thi|thao)|Ban (?:tổ chức|giám)|Trường hợp|Đoàn viên|Báo cáo)\b", re.IGNORECASE
)
_UNIT = "tỉnh|huyện|thành phố|thị xã|quận|phường|xã|TP|TP."
_NO_NAME = frozenset(
    "đơn vị|năm|khối|cụm|hội nghị|lãnh đạo|công tác|phong trào|thi đua|vị trí|nhiệm vụ|kết quả".split("|")
)
_LISTED = re.compile(
    rf"(?:(?P<body>\S+(?: \S+){{0,3}}) )?(?:các|\d+) (?P<kind>sở|phòng|ban|hội|trường|{_UNIT})(?:, [^:,]{{2,12}})*:? (?=[A-ZĐ])|"
    rf"(?P<unit>xã|phường|huyện|Hội|Sở|Phòng) (?=[A-ZĐ][^,;.:]+, [A-ZĐ])",
)
_SHORT_FORMS = {
    "LĐLĐ": "Liên đoàn Lao động", "TAND": "Tòa án nhân dân", "VKSND": "Viện kiểm sát nhân dân", "CCB": "Cựu chiến binh",
    "LHPN": "Liên hiệp Phụ nữ", "BHXH": "Bảo hiểm xã hội", "KBNN": "Kho bạc Nhà nước", "CHQS": "Chỉ huy Quân sự",
    "GD&ĐT": "Giáo dục và Đào tạo", "GD-ĐT": "Giáo dục và Đào tạo", "VH,TT&DL": "Văn hóa, Thể thao và Du lịch",
    "LĐ-TB&XH": "Lao động - Thương binh và Xã hội", "LĐTB&XH": "Lao động - Thương binh và Xã hội", "TT&TT": "Thông tin và Truyền thông",
    "NN&PTNT": "Nông nghiệp và Phát triển nông thôn", "TN&MT": "Tài nguyên và Môi trường", "KH&ĐT": "Kế hoạch và Đầu tư",
    "KH&CN": "Khoa học và Công nghệ", "THADS": "Thi hành án dân sự", "NHNN": "Ngân hàng Nhà nước", "PT-TH": "Phát thanh - Truyền hình",
    "NHCSXH": "Ngân hàng Chính sách xã hội", "KSND": "kiểm sát nhân dân", "PTNT": "phát triển nông thôn", "CSXH": "Chính sách xã hội",
    "MTTQ": "Mặt trận Tổ quốc", "HĐND-UBND": "HĐND và UBND", "UBMTTQ": "Ủy ban Mặt trận Tổ quốc", "KCN": "khu công nghiệp",
}  # fmt: skip
_SHORT = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(_SHORT_FORMS, key=len, reverse=True)))})(?!\w)")

# What facts are made of

_BLOC = re.compile(
    r"\b(?i:khối|cụm)(?i: giao ước)?(?i: thi đua)(?:(?: số)? (?:\d+|[IVX]+)\b|(?: (?:các|cơ quan|sở|ban|ngành|đoàn thể|hội|"
    r"trường|doanh nghiệp|quản lý|nhà nước|tham mưu|tổng hợp|kinh tế|xã hội|nghề nghiệp|tổ chức|miền núi|vùng cao|-|–|và|"
    r"[A-ZĐ]\w*(?: (?!đã|tổ|tổng|sơ|họp|ký|năm|tỉnh|huyện|thành|có|gồm|tiến|và|phát|trong|vừa|hiện|do)[a-zà-ỹ]+)?|"
    r"(?:huyện|xã|phường)(?! [A-ZĐ]))(?!\w)(?:,(?= (?:Mặt trận|MTTQ|đoàn thể|ngành|thành phố)))?)+)"
)
_MEETINGS = ("tổng kết", "sơ kết", "ký kết giao ước", "phát động", "họp", "kiểm tra", "thành lập")
_OPENING = 1000
"""So many characters of a report say what was held and when."""
_DATE = re.compile(r"(?:ngày|sáng|chiều|nay|qua|,) \(?(\d{1,2})[/-](\d{1,2})(?:[/-](20\d\d))?(?!\d)", re.IGNORECASE)
_OPENER = re.compile(
    r"\bgồm\b|\b(?:thành viên|đơn vị|cơ quan)(?: khác)?(?: là|: )|\b(?:khối|cụm)\b[^,.;]{0,40}\b(?:có|tập hợp)\b",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"\b(?:(?P<deputy>phó (?:trưởng )?(?:khối|cụm)(?: trưởng)?|(?:khối|cụm) phó)|trưởng (?:khối|cụm)|(?:khối|cụm) trưởng)\b",
    re.IGNORECASE,
)
_STATUSES = {
    "elected": re.compile(r"\b(?:bầu|suy tôn|cử|thống nhất|nhất trí|chọn|giao cho)\b"),
    "assumed": re.compile(r"\b(?:nhận|tiếp nhận|bàn giao|luân phiên|đảm nhận|đảm nhiệm)\b"),
    "proposed": re.compile(r"\b(?:trình|đề nghị)\b"),
}
_DECIDED = re.compile(r"quyết định[^.]{0,80}\b(?:chia|thành lập|kiện toàn|phân công|chỉ định)\b", re.IGNORECASE)
_AWARDS = {
    "Cờ thi đua": re.compile(r"\bcờ (?:thi đua|đơn vị|xuất sắc|(?=của|chính phủ))", re.IGNORECASE),
    "Bằng khen": re.compile(r"\bbằng khen", re.IGNORECASE),
    "Giấy khen": re.compile(r"\bgiấy khen", re.IGNORECASE),
    "Huân chương Lao động hạng Ba": re.compile(r"Huân chương Lao động hạng Ba"),
    "Tập thể lao động xuất sắc": re.compile(r"tập thể lao động xuất sắc", re.IGNORECASE),
    "Đơn vị dẫn đầu": re.compile(
        r"(?<!cờ )đơn vị dẫn đầu|dẫn đầu (?:khối|cụm)|nhất (?:khối|cụm)|xếp thứ nhất", re.IGNORECASE
    ),
    "Đơn vị xuất sắc": re.compile(r"\bđơn vị xuất sắc", re.IGNORECASE),
}
_GRANTOR = re.compile(
    r"(?:Chủ tịch )?UBND (?:tỉnh|huyện|thành phố|thị xã|quận|TP)|(?:Thủ tướng )?Chính phủ|(?:Bộ trưởng )?Bộ [A-ZĐ]\w+(?: \w+)?|"
    r"Tổng Liên đoàn(?: Lao động Việt Nam)?"
)
_POST = re.compile(
    r"(?:quyền )?(?:phó )?(?:tổng giám đốc|giám đốc|chủ tịch|bí thư|trưởng(?= (?:ban|phòng) (?-i:[A-ZĐ]))|trưởng ban|"
    r"trưởng phòng|chánh văn phòng|chánh thanh tra|cục trưởng|chi cục trưởng|hiệu trưởng|viện trưởng|chánh án|tổng biên tập|chỉ huy trưởng)"
    r"(?: thường trực)?(?![\w])",
    re.IGNORECASE,
)
_PARTY = re.compile(r"[^,;.]*?(?:ủy viên|UVBTV|TUV)[^,;.]*?, ", re.IGNORECASE)


def read(article: Article, ner: Callable[[str], Words]) -> Fact:
    """Return an article's record in the guideline's form; `ner` is `underthesea.ner`, or one that remembers."""
    from underthesea import sent_tokenize

    published = article.published.isoformat() if article.published else None
    record: Fact = {"article_id": article.article_id, "title": article.title, "published": published}
    record |= {plural: [] for plural in ("blocs", "meetings", "members", "leaders", "awards", "people")}
    text = "\n".join(article.text[s.start : s.end] for s in article.sections if s.field != "chrome")
    names = [m[0].strip(" -–") for line in text.split("\n") if not line.isupper() for m in _BLOC.finditer(line)]
    if not names:
        return record
    bloc = max(names, key=lambda name: (names.count(name), len(name)))
    record["blocs"] = [{"name": bloc, "kind": bloc.split()[0].lower()}]
    stated = re.search(r"(?:tổng|sơ) kết[^.]{0,90}?năm (20\d\d)", text) or re.search(r"năm (20\d\d)", text)
    year = int(stated[1]) if stated else None
    if type_ := next((t for t in _MEETINGS if t in text[:_OPENING].lower()), None):
        record["meetings"] = [{"bloc": bloc, "type": type_, "date": _date(text, article, year), "year": year}]
    standing = "appointed" if _DECIDED.search(text) else "serving"
    for sentence in (s for line in text.split("\n") if line.strip() for s in sent_tokenize(line)):
        plain, agencies, people = _names(ner(sentence))
        record["people"] += _people(plain, agencies, people)
        record["members"] += [{"bloc": bloc, "agency": name, "year": year} for name in _members(plain, agencies)]
        record["leaders"] += [{"bloc": bloc, **leader} for leader in _leaders(plain, agencies, people, year, standing)]
        record["awards"] += [{"bloc": bloc, "year": year, **award} for award in _awards(plain, agencies)]
    return record


def _date(text: str, article: Article, year: int | None) -> str | None:
    """Return the first day named; one without a year is of the publication's, or of the winter after the year's work."""
    found = _DATE.search(text)
    if not found:
        return None
    in_year = int(found[3] or (article.published.year if article.published else (year or 0) + (int(found[2]) < 4)))
    return f"{in_year:04}-{int(found[2]):02}-{int(found[1]):02}"


def _names(words: Words) -> tuple[str, list[Name], list[Name]]:
    """Return a sentence's text, its agencies and its persons."""
    plain, starts = "", []
    for word, *_ in words:
        plain += "" if not plain or word in (*",.;:)", "/") or plain[-1] in "(/" else " "
        starts.append(len(plain))
        plain += word.replace("Uỷ", "Ủy")
    ends = [start + len(word[0]) for start, word in zip(starts, words, strict=True)]
    agencies: list[Name] = []
    people: list[Name] = []
    i = 0
    while i < len(words):
        start, j, entity = starts[i], i + 1, words[i][3]
        if _opens(plain, start):
            while j < len(words) and (_goes_on(plain, starts, words, j) or (j == i + 1 and words[j][0][0].isupper())):
                j += 1
            name = plain[start : ends[j - 1]]
            if re.search(r" [A-ZĐÀ-Ỹ]|[A-Z]{2}| (?:tỉnh|huyện)$", name):
                agencies.append(Name(start, ends[j - 1], _official(name)))
        elif entity.startswith("B-"):
            while j < len(words) and words[j][3] == f"I-{entity[2:]}":
                j += 1
            person = re.search(r"(?:[A-ZĐÀ-Ỹ]\w+ ?){2,5}$", plain[start : ends[j - 1]])
            if person and entity != "B-ORG" and not _opens(plain, start + person.start()):
                people.append(Name(start + person.start(), ends[j - 1], person[0].strip()))
        i = j
    return plain, sorted(agencies + _listed(plain)), people


def _opens(plain: str, i: int) -> bool:
    """Whether a name of an agency begins here."""
    short = _SHORT.match(plain, i)
    head = short or _HEAD.match(plain, i)
    return head is not None and not _NO_HEAD.match(plain, i) and not _POST.match(plain, i)


def _goes_on(plain: str, starts: list[int], words: Words, i: int) -> bool:
    """Whether a word belongs to the agency's name before it: a locality, a capitalised word, a noun, "và" between such."""
    word, pos, *_ = words[i]
    following = words[i + 1][0] if i + 1 < len(words) else ""
    if word in ("-", "&", "và") or (word == "," and following in ("Thể thao", "Thương binh")):
        return following[:1].isupper() and not _opens(plain, starts[i + 1])
    if word in _UNIT.split("|"):
        return words[i - 1][0] not in _UNIT.split("|")
    if word in _NO_NAME or not word[0].isalpha() or _POST.match(word) or _ROLE.match(word):
        return False
    return (word[0].isupper() and (word.isupper() or not _opens(plain, starts[i]))) or (
        pos == "N" and words[i - 1][0] != "và"
    )


def _listed(plain: str) -> list[Name]:
    """Return the names of elliptical lists: "các sở: Nội vụ, Tài chính", "LĐLĐ các huyện: A, B", "xã A, B và C"."""
    names = []
    for opener in _LISTED.finditer(plain):
        body, kind = opener["body"] or "", opener["kind"] or opener["unit"]
        first = next((k for k in range(len(body)) if (k == 0 or body[k - 1] == " ") and _opens(body, k)), None)
        head = f"{body[first:]} {kind}" if first is not None and kind in _UNIT else kind
        at = opener.end()
        for item in re.split(r", | và (?=[A-ZĐ]\w+(?: [A-ZĐ]\w+)?$)", re.split(r"[;.()]", plain[at:])[0]):
            if not item[:1].isupper() or _opens(item, 0):
                break
            at = plain.index(item, at)
            if opener["kind"] or at > opener.end():  # the first of "xã A, B" is found as a name of its own
                names.append(Name(at, at + len(item), _official(f"{head} {item}")))
    return names


def _official(name: str) -> str:
    """Return a name with its short forms written out."""
    name = _SHORT.sub(lambda short: _SHORT_FORMS[short[0]], name)
    return name[0].upper() + name[1:]


def _members(plain: str, agencies: list[Name]) -> list[str]:
    """Return the agencies of a list after "gồm", "các đơn vị:" and the like."""
    opener = _OPENER.search(plain)
    listed = [a.name for a in agencies if opener and a.start >= opener.start()]
    return listed if len(listed) > 2 else []


def _leaders(plain: str, agencies: list[Name], people: list[Name], year: int | None, standing: str) -> list[Fact]:
    """Return each role's holder: the agency before it, or after "là", ":" or "cho"."""
    leaders = []
    taken: set[Name] = set()
    roles = list(_ROLE.finditer(plain))
    for n, role in enumerate(roles):
        before = [a for a in agencies if a.end <= role.start() and a not in taken]
        after = [
            a for a in agencies if a.start >= role.end() and (n + 1 == len(roles) or a.end <= roles[n + 1].start())
        ]
        turned = re.match(r"(?: khối| cụm)?(?: năm 20\d\d)?(?: là|:| cho| thuộc về)", plain[role.end() :])
        if "lần lượt" in plain and len(before) > 1 and n + 1 < len(roles):
            before = before[:-1]
        holder = after[0] if after and (turned or not before) else before[-1] if before else None
        if holder is None:
            continue
        taken.add(holder)
        said = re.search(r"năm (20\d\d)", plain[role.end() :]) or re.search(r"năm (20\d\d)", plain)
        status = next((s for s, verbs in _STATUSES.items() if verbs.search(plain)), standing)
        person = next(
            (
                p.name
                for p in people
                if p.end < holder.start and holder.start - p.end < 60 and holder.end + 3 > role.start()
            ),
            None,
        )
        if person or plain[role.start() - 1] == "(":
            status = standing
        own_year = year if status == standing else int(said[1]) if said else year and year + 1
        role_name = "deputy" if role["deputy"] else "leader"
        leaders.append({"role": role_name, "agency": holder.name, "person": person, "year": own_year, "status": status})
    return leaders


def _awards(plain: str, agencies: list[Name]) -> list[Fact]:
    """Return each award's recipients, the agencies after "cho" or else those before it, or their number."""
    awards: list[Fact] = []
    said = sorted((m.start(), m.end(), award) for award, written in _AWARDS.items() for m in written.finditer(plain))
    grantor = None
    for i, (start, end, award) in enumerate(said):
        begin, limit = said[i - 1][1] if i else 0, said[i + 1][0] if i + 1 < len(said) else len(plain)
        given = re.compile(r"\bcho\b").search(plain, end, limit)
        after = list(_GRANTOR.finditer(plain, end, given.start() if given else limit))
        stated = [*after[:1], *list(_GRANTOR.finditer(plain, begin, start))[-1:]]
        grantor = stated[0][0] if stated else grantor
        ranked = award.startswith("Đơn vị")
        asked = re.search(r"đề nghị|trình|xét|suy tôn|bình chọn", plain[:start])
        status = "voted" if ranked else "proposed" if asked else "conferred"
        fact = {"award": award, "grantor": None if ranked else grantor, "status": status}
        low, high = (given.end(), limit) if given else (begin, start)
        names = [a.name for a in agencies if low <= a.start < high and not _GRANTOR.match(a.name)]
        awards += [{**fact, "recipient": name, "recipient_kind": "agency", "count": None} for name in names]
        for count in re.finditer(r"(\d+) (đơn vị|tập thể|cá nhân)", "" if names else plain[low:high]):
            kind = "person" if count[2] == "cá nhân" else "agency"
            awards.append({**fact, "recipient": None, "recipient_kind": kind, "count": int(count[1])})
    return awards


def _people(plain: str, agencies: list[Name], people: list[Name]) -> list[Fact]:
    """Return the persons with a post: "ông A, Giám đốc Sở B", "Giám đốc Sở B Nguyễn Văn A"."""
    found = []
    for person in people:
        mark = re.compile(r"\s?[,–-] ").match(plain, person.end)
        at = mark.end() if mark else -1
        while mark and (party := _PARTY.match(plain, at)):
            at = party.end()
        post = _POST.match(plain, at) if mark else None
        agency = next((a for a in agencies if post and 0 <= a.start - post.end() <= 1), None)
        if not post:
            agency = next((a for a in agencies if 0 <= person.start - a.end <= 1), None)
            posts = [p for p in _POST.finditer(plain) if agency and 0 <= agency.start - p.end() <= 1]
            post = posts[-1] if posts else None
        if post:
            title = post[0][0].upper() + post[0][1:]
            if agency and title.endswith("rưởng") and agency.name.startswith(("Ban", "Phòng")):
                title += f" {agency.name.split()[0].lower()}"
            found.append({"name": person.name, "title": title, "agency": agency.name if agency else None})
    return found
