"""Movements and initiatives by their names: MOVEMENT and INITIATIVE, value the name, `parts["type"]` its kind.

1. in quotation marks, after the word of its kind: "phong trào thi đua “Dân vận khéo”", "mô hình: “A”, “B”";
2. in quotation marks, before it: "“Kỷ cương” là khẩu hiệu …";
3. without them, a well-known name or one that begins with a capital letter: "phong trào Thi đua Quyết thắng".
`parts["from"]` and `parts["to"]` are the tokens of the word of its kind.
"""

from __future__ import annotations

from pipeline.mentions.beyond import words
from pipeline.reading import Mention, Reading, Sentence
from pipeline.text import one_line

_OPEN, _CLOSE = frozenset('“"«‘'), frozenset('”"»’')
_LONGEST = 60
"""Tokens that a name in quotation marks has at most."""
_REACH = 16
"""Tokens between the word of its kind and the quotation mark."""
_NEAR = 3
"""Tokens between a word for something else ("chương trình") and the quotation mark."""
_ENDS_NAME = frozenset(
    "năm của trong do được gắn giai với tại trên ở đã đang đến cho bằng theo giữa từ để nhằm bước ngày cùng có là và "
    "tiếp vẫn luôn".split()
)
Head = tuple[int, int, str, str]


def find_named(reading: Reading) -> list[Mention]:
    """Return the named movements and initiatives of a reading in text order."""
    heads = words("movement", "initiative", "other")
    wanted = words("movement", "initiative")
    found: list[Mention] = []
    for sentence in reading.sentences if wanted.find(reading) else ():
        there = wanted.find(reading, sentence.start, sentence.end)
        if there:
            every = heads.find(reading, sentence.start, sentence.end)
            quoted = _quotes(reading, sentence)
            found += _in_quotes(reading, quoted, every)
            found += _without_quotes(reading, sentence, there, quoted)
    return sorted(found, key=lambda m: m.start)


def _quotes(reading: Reading, sentence: Sentence) -> list[tuple[int, int]]:
    """Return the tokens between each pair of quotation marks; a mark that nothing closes ends at the next stop."""
    pairs: list[tuple[int, int]] = []
    i = sentence.start
    while i < sentence.end:
        if reading.raw[i] in _OPEN:
            last = min(sentence.end, i + _LONGEST)
            close = next((k for k in range(i + 1, last) if reading.raw[k] in _CLOSE), None)
            stop = next((k for k in range(i + 1, last) if reading.raw[k] == ";"), None)
            if reading.raw[i] == "“" and stop and (close is None or stop < close):
                close = stop
            if close is not None and close > i + 1:
                pairs.append((i + 1, close))
                i = close
        i += 1
    return pairs


def _in_quotes(reading: Reading, quoted: list[tuple[int, int]], heads: list[Head]) -> list[Mention]:
    found: list[Mention] = []
    last: Head | None = None
    last_end = 0
    for start, end in quoted:
        outside = [h for h in heads if not any(a <= h[0] < b for a, b in quoted)]
        before = [h for h in outside if last_end <= h[0] and h[1] < start]
        head = before[-1] if before else None
        listed = reading.norms[start - 2 : start - 1] == [","]  # "Phong trào A, B, “C”"
        if (
            head
            and head[2] == "other"
            and (listed or start - 1 - head[1] > _NEAR or (len(before) > 1 and before[-2][1] == head[0]))
        ):
            head = next((h for h in reversed(before) if h[2] != "other"), None)
        if head and not listed and "," in reading.norms[head[1] : start - 1]:
            head = None  # another clause has begun
        if head is None and last is not None and _goes_on(reading, last_end, start - 1):
            head = last
        if head and head[0] >= last_end and start - 1 - head[1] > _REACH:
            head = None
        if head is None:
            head = _named_after(reading, end, heads)
        if head and head[2] != "other":
            found.append(_mention(reading, head, start, end, "quoted"))
        last, last_end = head, end + 1
    return found


def _goes_on(reading: Reading, start: int, end: int) -> bool:
    """Whether what stands between two names in quotation marks lets the second be of the first's kind."""
    between = reading.norms[start:end]
    if not between:
        return False
    return len(between) <= _REACH and (
        between[0] in (",", ";", "và", "hay", "hoặc", "-", "(") or between[-1] in (",", ";", "và", ":")
    )


def _named_after(reading: Reading, close: int, heads: list[Head]) -> Head | None:
    """Return the word of its kind after a name: "“…” là khẩu hiệu"."""
    at = close + 1
    return next((h for h in heads if h[0] == at + 1 and reading.norms[at] == "là" and h[2] == "movement"), None)


def _without_quotes(
    reading: Reading, sentence: Sentence, heads: list[Head], quoted: list[tuple[int, int]]
) -> list[Mention]:
    found = []
    names = words("name")
    for head in heads:
        start = head[1]
        if start >= sentence.end or any(a - 1 <= head[0] < b for a, b in quoted):
            continue
        known = names.phrases.match(reading.norms, start) if head[2] == "movement" else None
        if head[2] == "movement" and reading.norms[head[1] - 2 : head[1]] == ["thi", "đua"]:
            # "phong trào Thi đua Quyết thắng": the name begins with words that the kind may end with
            with_head = names.phrases.match(reading.norms, head[1] - 2)
            if with_head and reading.upper[head[1] - 2]:
                known, start = with_head, head[1] - 2
        if known and reading.upper[start]:
            found.append(_mention(reading, (head[0], min(head[1], start), *head[2:]), start, known[0], "known"))
            continue
        end = start
        while end < sentence.end and reading.raw[end][0].isalnum() and reading.norms[end] not in _ENDS_NAME:
            end += 1
        begins = reading.upper[start] and not reading.raw[start].isupper()
        if begins and end - start >= 3 and not reading.of("AGENCY", start, start + 1):
            found.append(_mention(reading, head, start, end, "capital"))
    return found


def _mention(reading: Reading, head: Head, start: int, end: int, rule: str) -> Mention:
    while end > start + 1 and reading.raw[end - 1] in ",.;":
        end -= 1
    value = one_line(reading.text(start, end))
    if head[2] == "movement":
        known = words("name").phrases.match(reading.norms, start)
        if known and known[0] == end:
            value = known[1][1]
    parts = {"type": head[3], "from": str(head[0]), "to": str(head[1])}
    return Mention(head[2].upper(), start, end, value, rule, parts)
