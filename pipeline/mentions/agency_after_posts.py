"""Agencies in small letters behind a post: "chủ tịch hội nông dân huyện", "giám đốc trung tâm dạy nghề".

Elsewhere such words are no name ("hội nông dân các xã đã họp"); behind a post they say where somebody holds it.
"""

from __future__ import annotations

from pipeline.mentions.agency_grammar import NameGrammar, region_end
from pipeline.mentions.agency_places import with_place
from pipeline.mentions.places import locality_at
from pipeline.reading import Mention, Reading
from pipeline.text import one_line

_MOST_WORDS = 7
"""So many small words at most has a name that no table lists, behind its head."""
_LEAST_WORDS = 2
_NO_BODIES = frozenset((("ban", "tổ", "chức"), ("ban", "chỉ", "đạo"), ("ban", "giám", "hiệu"), ("ban", "biên", "tập")))
_ENDS = frozenset(", ; . ) - ( và :".split())
_ORGANS = frozenset(("văn", "chi", "đảng"))
"""First syllables of heads that are no agency without their owner: "bí thư chi bộ", "chánh văn phòng"."""


def names_after_posts(grammar: NameGrammar, reading: Reading, found: list[Mention]) -> list[Mention]:
    """Return the agencies in small letters behind the posts of a reading, where none of `found` stands.

    Places that `found` has for agencies leave it where they are part of such a name ("hội nông dân tỉnh Lai Châu").

    1. "phó trưởng ban thi đua khen thưởng tỉnh", "Trưởng Bảo hiểm xã hội huyện": names that the lexicon has, also
       those that begin within the words of the post;
    2. "phó phòng nghiệp vụ Sở Nội vụ", "Phó trưởng ban quản lý rừng phòng hộ A": a known head and words of names.
    """
    posts = reading.matches(grammar.lexicon.titles)
    if not posts:
        return []
    taken = {k for m in found if m.rule != "unit" for k in range(m.start, m.end)}
    more: list[Mention] = []
    for start, stop, _ in posts:
        end = reading.sentences[reading.sentence_of(start)].end
        if stop > end or {stop - 1, stop, stop + 1} & taken:
            continue
        begins = range(start + 1, min(stop + 1, end))
        names = (_known(grammar, reading, i, stop, end) or _unlisted(grammar, reading, i, stop, end) for i in begins)
        mention = next((name for name in names if name is not None), None)
        if mention is not None:
            more.append(mention)
            taken.update(range(mention.start, mention.end))
    named = {k for m in more for k in range(m.start, m.end)}
    found[:] = [m for m in found if m.start not in named]
    return more


def _known(grammar: NameGrammar, reading: Reading, i: int, stop: int, end: int) -> Mention | None:
    """Return the agency of the lexicon at token `i` that goes on past the post's end, or ends with it at its place."""
    known = grammar.lexicon.agencies.match(reading.norms, reading.raw, i, end)
    if known is None or grammar.no_heads.match(reading.norms, i):
        return None
    last, agency = known
    if last < stop:
        return None
    region = _region_behind(grammar, reading, last, end) if agency.place == "part" else last
    name = f"{agency.name} {one_line(reading.text(last, region))}" if region > last else agency.name
    named = with_place(grammar.lexicon, reading, i, region, end, name, agency.place, "lexicon")
    if named is None or named.parts["policy"] == "party?" or named.end == stop:
        return None
    return named


def _unlisted(grammar: NameGrammar, reading: Reading, i: int, stop: int, end: int) -> Mention | None:
    """Return the agency at token `i` that begins with a known head and goes on in small words of names."""
    head = grammar.lexicon.heads.match(reading.norms, i)
    if head is None or head[0] < stop or reading.norms[i] in _ORGANS or grammar.no_heads.match(reading.norms, i):
        return None
    if tuple(reading.norms[i : i + 3]) in _NO_BODIES:
        return None
    last = _small_words_end(grammar, reading, head[0], end)
    if last == head[0] and last < end and reading.upper[last] and head[1].place == "part" and head[0] - i > 1:
        return with_place(grammar.lexicon, reading, i, last, end, head[1].name, "part", "grammar")
    if last - head[0] < _LEAST_WORDS:
        return None
    last = _region_behind(grammar, reading, last, end) if head[1].place == "part" else last
    words = one_line(reading.text(head[0], last))
    name = f"{head[1].name} {words[0].upper()}{words[1:]}"
    return with_place(grammar.lexicon, reading, i, last, end, name, head[1].place, "grammar")


def _region_behind(grammar: NameGrammar, reading: Reading, i: int, end: int) -> int:
    """Return where two places joined by a dash end at token `i`, or `i`: "… rừng phòng hộ Sông Hinh - Sông Ba"."""
    stop = region_end(grammar.lexicon, reading, i, end) if i < end and reading.upper[i] else i
    return stop if "-" in reading.norms[i:stop] else i


def _small_words_end(grammar: NameGrammar, reading: Reading, start: int, end: int) -> int:
    """Return where the small words of a name end, or `start` where they run into others that no name has."""
    last = min(start + _MOST_WORDS, end)
    k = start
    while k < last:
        joined = grammar.joins.match(reading.norms, k) if not reading.upper[k] else None
        if joined and joined[0] <= end:
            k = joined[0]
            continue
        dash = k > start and reading.norms[k] == "-" and k + 1 < end and reading.norms[k + 1] in grammar.words
        if not dash and (reading.upper[k] or reading.norms[k] not in grammar.words or _stops(grammar, reading, k, end)):
            break
        k += 1
    whole = k >= end or reading.upper[k] or reading.norms[k] in _ENDS
    return k if whole or locality_at(reading, grammar.lexicon, k, end, bare=False) else start


def _stops(grammar: NameGrammar, reading: Reading, k: int, end: int) -> bool:
    """Whether a word that no name goes on with, or the place behind a name, stands at token `k`."""
    return (
        bool(grammar.stops.match(reading.norms, k))
        or locality_at(reading, grammar.lexicon, k, end, bare=False) is not None
    )
