"""Lists that are as long as the count of units before them says, where no word names the bloc: it is the report's.

"Có mặt tại hội nghị là lãnh đạo 10/10 hội, gồm: …", "Danh sách 8 đơn vị ký giao ước: …", "Lần lượt ký có: A, B, C".
"""

from __future__ import annotations

import re

from pipeline.frames.context import Context
from pipeline.frames.member_openers import is_of_others
from pipeline.frames.member_shared import GUESTS
from pipeline.numerals import SEVERAL

_REACH = 26
_NUMBER = r"\d+|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười"
_UNIT = (
    r"(?:đơn vị|cơ quan|tập thể|địa phương|doanh nghiệp|công ty|chi nhánh|ngân hàng|ngành|sở|ban|phòng|hội|trường"
    r"|bệnh viện|trung tâm|viện|tỉnh|huyện|thị xã|thành phố|quận|phường|xã|thị trấn|thành viên|công đoàn|đồn|tòa soạn"
    r"|tổ chức|đoàn thể|báo|đài|tòa án)"
)
_TOLD = (
    r"(?:tham gia|tham dự|thành viên|ký kết|ký|đăng ký|giao ước|cam kết|thi đua|sinh hoạt|góp mặt|có mặt|tề tựu"
    r"|dự họp|dự|hội nghị|lễ|đầu năm|năm \d+|cùng|đủ|đầy đủ|chung|trong|của|thuộc|khối|cụm|trực thuộc|như|sau|đây"
    r"|gồm|bao gồm|gồm có|lần lượt|là|có tên|kèm|điểm|tự chấm|theo|thứ tự|,)"
)
_COUNTED = re.compile(
    rf"(?:^|(?P<before>\S+) )(?:(?P<present>\d+) / )?(?P<count>{_NUMBER}) {_UNIT}(?:(?: ,| và)? {_UNIT})*(?: {_TOLD})*$"
)
"""The end of words that count units and say no more of them than that they take part."""
_LAST_WORDS = frozenset(words.split()[-1] for words in re.split(r"\(\?:|\||\)", f"{_UNIT}{_TOLD}") if words)
"""With one of these or a number such words end."""

_BEFORE_COUNT = frozenset(
    "đạo diện sách trưởng mặt dự của với gồm trong là có cả đủ bộ đầy , : sự gia đại đoàn tụ diện số .".split()
)
_FEW = 5
"""So many units at least are no guests where they are only said to be there."""
_SIGNERS = re.compile(
    r"(?:đặt bút|bốc thăm|danh sách|thứ tự|lượt|tham gia|đại diện|lãnh đạo|các đơn vị|cùng|trực tiếp|lên) "
    r"(?:ký kết|ký tên|ký giao ước|ký cam kết|ký kết giao ước|ký)(?: thi đua)?(?: vào \S+ giao ước)?"
    r"(?: (?:có|gồm|là|gồm có|bao gồm))?(?: (?:các )?(?:lãnh đạo|đại diện|đơn vị|thủ trưởng))*$"
)
"""The end of words after which those are listed who sign: "Lần lượt đặt bút ký có lãnh đạo:"."""


def counted_before(ctx: Context, start: int, i: int) -> int:
    """Return how long a list is that the words before its opener at token `i` count, 0 if they count none.

    -1 stands for a list of any length: of those who sign the pledge.
    """
    reading = ctx.reading
    words = _said(ctx, start, i)
    if not words or "ký" not in words and words[-1] not in _LAST_WORDS and not words[-1].isdigit():
        return 0  # without a look at what cannot end as it must
    if reading.of("AWARD", start, i) or reading.of("ROLE", start, i) or ctx.has("ask", start, i):
        return 0
    if is_of_others(ctx, start, i):
        return 0
    said = " ".join(words)
    if _SIGNERS.search(said):
        return -1
    found = _COUNTED.search(said)
    if not found:
        return 0
    before, present, count = found["before"], found["present"], SEVERAL.get(found["count"]) or int(found["count"])
    if before and before not in _BEFORE_COUNT or present and int(present) != count:
        return 0
    guests = not present and not GUESTS.isdisjoint(words) and count < _FEW
    return 0 if guests else count


def _said(ctx: Context, start: int, i: int) -> list[str]:
    """Return the words before a list; where a count and a head that its items share end them, "đơn vị" for the head.

    "lãnh đạo 5 KBNN: An Giang, Cà Mau" counts units like "lãnh đạo 5 đơn vị:".
    """
    norms = ctx.reading.norms
    first = ctx.reading.of("AGENCY", i, i + 3)[:1]
    shared = int(first[0].parts.get("from", i)) if first else i
    if start <= shared < i:
        return [*norms[max(start, shared - _REACH) : shared + 1], "đơn", "vị"]
    return norms[max(start, i - _REACH) : i]
