"""Prizes that stand for places in a bloc: "Cụm bình xét: xã A giải nhất, xã B giải nhì".

Most first, second and third prizes are of contests and sports, and those are no awards. So a prize counts only where
its own words tell of the bloc's choice, and nothing near it tells of a contest.
"""

from __future__ import annotations

from pipeline.lexicon import Lexicon
from pipeline.mentions.times import number_at
from pipeline.reading import Reading

_CHOICE = tuple(
    tuple(words.split())
    for words in "thi đua|suy tôn|bình xét|bình chọn|bình bầu|bầu chọn|bỏ phiếu|xếp loại|xếp hạng|dẫn đầu|chấm điểm|"
    "tổng điểm|bảng điểm|nhất trí chọn|thống nhất chọn|đơn vị xuất sắc".split("|")
)
_PLAY = tuple(
    tuple(words.split())
    for words in "đội|các môn|môn thi|nội dung|tiết mục|thí sinh|học sinh|sinh viên|tác phẩm|sản phẩm|giám khảo|"
    "bài thi|dự thi|olympic|kỳ thi|vòng thi|phần thi|liên hoan|hội khỏe|đôi nam|đôi nữ|đơn nam|đơn nữ|gian hàng|"
    "ý tưởng|sáng tạo|khoa học kỹ thuật|giáo viên giỏi|toàn năng|thể thao|tiếng hát|mô hình|chạy|bóng".split("|")
)
"""Words that prizes of contests are told with, beside those of the triggers."""
_SENTENCES_BACK = 2


def is_place_in_bloc(reading: Reading, lexicon: Lexicon, start: int, end: int) -> bool:
    """Whether the prize in the tokens `[start, end)` is a place that the bloc gives: "xã B đạt giải nhì"."""
    n = reading.sentence_of(start)
    here = reading.sentences[n]
    counted = start > here.start and number_at(reading.norms, start - 1) is not None
    if counted and reading.norms[end : end + 1] not in (["cho"], ["thuộc"], [":"]):
        return False  # "đoạt 9 giải nhất"
    before = [s for s in reading.sentences[max(0, n - _SENTENCES_BACK) : n] if here.line - s.line <= 1]
    if any(_is_of_contest(reading, lexicon, s.start, s.end) for s in (*before, here)):
        return False
    told = before[-1].start if before else here.start
    return any(reading.find(words, told, here.end) >= 0 for words in _CHOICE)


def _is_of_contest(reading: Reading, lexicon: Lexicon, start: int, end: int) -> bool:
    """Whether words of a contest stand in `[start, end)`, beside those for prizes."""
    if any(reading.find(words, start, end) >= 0 for words in _PLAY):
        return True
    found = reading.matches(lexicon.triggers["contest"], start, end)
    return any(value != "not" and reading.norms[a] != "giải" for a, _, value in found)
