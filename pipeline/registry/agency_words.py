"""Spellings of agencies' names: the key under which they meet, and the words that a key does not tell apart."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from html import unescape

from pipeline.text import fold, plain, syllables

_WORD = re.compile(r"\w+|[^\w\s]")
_LIMITED = re.compile("trách nhiệm hữu hạn", re.IGNORECASE)
_CENTRE = re.compile(r"\b(?:TW|TƯ|T\.Ư|T\.W)\b")

_LONG_FORMS = {
    form: tuple(words.split())
    for form, words in {
        "cp": "cổ phần",
        "ctcp": "công ty cổ phần",
        "mtv": "một thành viên",
        "1tv": "một thành viên",
        "htx": "hợp tác xã",
        "kcn": "khu công nghiệp",
        "kkt": "khu kinh tế",
        "qlda": "quản lý dự án",
        "đtxd": "đầu tư xây dựng",
        "ptnt": "phát triển nông thôn",
        "pccc": "phòng cháy chữa cháy",
        "cnch": "cứu nạn cứu hộ",
        "gdnn": "giáo dục nghề nghiệp",
        "gdtx": "giáo dục thường xuyên",
        "ktct": "khai thác công trình",
        "thpt": "trung học phổ thông",
        "thcs": "trung học cơ sở",
        "ptdtnt": "phổ thông dân tộc nội trú",
        "ptdtbt": "phổ thông dân tộc bán trú",
        "bđbp": "bộ đội biên phòng",
        "tnxp": "thanh niên xung phong",
        "hcm": "hồ chí minh",
        "tphcm": "hồ chí minh",
        "tw": "trung ương",
    }.items()
}
"""Acronyms inside names that the lexicon lacks; those of its own names are read by its trie."""

_SHORT_FORMS = {
    ("ủy", "ban", "nhân", "dân"): "ubnd",
    ("hội", "đồng", "nhân", "dân"): "hđnd",
    ("hải", "đoàn", "biên", "phòng"): "hải đoàn",
}
_EMPTY = frozenset("của thuộc các".split())
"""Words that names have or lack at will: "Ban Quản lý (các) khu công nghiệp"."""

_BEFORE_NUMBER = frozenset("vực số khu đoàn đội cụm".split())
_ROMAN = {
    roman: str(n)
    for n, roman in enumerate("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx".split(), 1)
}
_Y = re.compile(r"(?<=[bcdđghklmnprstvx])y(?=[\u0300\u0301\u0303\u0309\u0323]?$)")

LEGAL_FORMS = (("trách", "nhiệm", "hữu", "hạn"), ("một", "thành", "viên"), ("tnhh",), ("cổ", "phần"), ("tập", "thể"))
"""What a company is by law; reports give it or leave it out."""


def split_words(name: str) -> tuple[list[str], list[str]]:
    """Return a name's words and marks as written, and folded."""
    text = _CENTRE.sub("Trung ương", _LIMITED.sub("TNHH", unescape(unicodedata.normalize("NFC", name))))
    raw = _WORD.findall(text)
    return raw, [fold(word) for word in raw]


@lru_cache(maxsize=1 << 16)
def name_key(name: str) -> str:
    """Return the key of a name: folded, without marks and "và", acronyms as words, numbers as plain digits.

    >>> name_key("Cty  CP Đường sắt Hà Lào, KCN số 01"), name_key("Ủy ban nhân dân xã Kỹ Sơn")
    ('cty cổ phần đường sắt hà lào khu công nghiệp số 1', 'ubnd xã kĩ sơn')
    """
    words: list[str] = []
    for word in syllables(name):
        if words and words[-1] in _BEFORE_NUMBER:
            word = _ROMAN.get(word, word)
        words += _LONG_FORMS.get(word, (word.lstrip("0") or word,))
    for long, short in _SHORT_FORMS.items():
        words = _replaced(words, long, short)
    return " ".join(map(_one_i, (word for word in words if word not in _EMPTY)))


@lru_cache(maxsize=65536)
def without_legal_form(key: str) -> tuple[str, str]:
    """Return a company's key without its legal form, and the form: "tnhh", "cổ phần" or ""."""
    words, form = key.split(), ""
    for phrase in LEGAL_FORMS:
        shorter = _replaced(words, phrase, "")
        if shorter != words:
            form = form or ("cổ phần" if phrase[0] == "cổ" else "tnhh")
            words = [word for word in shorter if word]
    return " ".join(words), form


def initials(name: str) -> str:
    """Return the first letters of a name's words, folded and without marks but "đ": "Ban Dân vận" gives "bdv"."""
    return "".join("đ" if word[0] == "đ" else plain(word[0]) for word in syllables(name))


def is_number(word: str) -> bool:
    """Whether a folded word is an Arabic or a Roman number, or a code with digits ("k52")."""
    return any(c.isdigit() for c in word) or word in _ROMAN


def _one_i(word: str) -> str:
    """Return one spelling for final i and y: "kỹ" and "kĩ"."""
    if "y" not in (plain := unicodedata.normalize("NFD", word)):
        return word
    return unicodedata.normalize("NFC", _Y.sub("i", plain))


def _replaced(words: list[str], long: tuple[str, ...], short: str) -> list[str]:
    size = len(long)
    if long[0] not in words:  # nearly always
        return words
    for i in range(len(words) - size + 1):
        if tuple(words[i : i + size]) == long:
            return [*words[:i], short, *_replaced(words[i + size :], long, short)]
    return words
