"""Titles that are told again by a word that points back: "Sở B cũng được đề nghị danh hiệu này"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.reading import Mention, Reading

_WORDS = (
    "danh hiệu này|danh hiệu trên|danh hiệu cao quý này|phần thưởng này|phần thưởng trên|phần thưởng cao quý này|"
    "hình thức này|hình thức khen thưởng này|mức khen này"
)
_AGAIN = sorted((tuple(words.split()) for words in _WORDS.split("|")), key=len, reverse=True)
_FIRST = frozenset(words[0] for words in _AGAIN)
_GETS = frozenset("được nhận nghị trao tặng cho về đạt giành còn".split())
_EARLIER = tuple(
    tuple(words.split())
    for words in "năm trước|năm ngoái|trước đó|từng|lần thứ|lần đầu|liên tiếp|liền|hằng năm|hàng năm|không|chưa|"
    "những năm|các năm|xin rút|nhường".split("|")
)
"""Words with which a title is told of another year, or of nobody."""
_SENTENCES_BACK = 2


def find_award_references(reading: Reading, awards: Sequence[Mention]) -> list[Mention]:
    """Return the phrases that stand for the one title told just before, each with that title's value and parts."""
    found = []
    for i in reading.where(_FIRST):
        again = next((w for w in _AGAIN if tuple(reading.norms[i : i + len(w)]) == w), None)
        title = _title_before(reading, awards, i) if again and _is_got(reading, i) else None
        if again and title:
            found.append(replace(title, start=i, end=i + len(again), parts=dict(title.parts)))
    return found


def _is_got(reading: Reading, i: int) -> bool:
    """Whether the sentence of a token tells who gets something now."""
    sentence = reading.sentences[reading.sentence_of(i)]
    if any(reading.find(words, sentence.start, sentence.end) >= 0 for words in _EARLIER):
        return False
    return not _GETS.isdisjoint(reading.norms[sentence.start : sentence.end])


def _title_before(reading: Reading, awards: Sequence[Mention], i: int) -> Mention | None:
    """Return the title told last before a token, if its sentence tells no other."""
    here = reading.sentence_of(i)
    for sentence in reversed(reading.sentences[max(0, here - _SENTENCES_BACK) : here + 1]):
        titles = [
            a for a in awards if sentence.start <= a.start < min(sentence.end, i) and a.rule != "rank" and a.end <= i
        ]
        if titles and reading.sentences[here].line - sentence.line <= 1:
            return titles[-1] if len({a.value for a in titles}) == 1 else None
    return None
