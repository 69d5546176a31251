"""Underthesea's words in the sentences in play, and their vote on the borders of names that no table has.

Segmentation glues verbs to names and splits names in two, so its words never decide a border; but where a name ends
inside one of its words, the name is doubted (`parts["doubted"]`) and its facts get less confidence.
"""

from __future__ import annotations

import re
import unicodedata

from pipeline.reading import Mention, Reading

_GRAMMAR = frozenset(("grammar", "elliptical-grammar"))


def segment_words(reading: Reading) -> list[Mention]:
    """Return the words of several syllables in the sentences that hold an unknown name beside a role or an award.

    underthesea is imported on first use; it reads NFC and returns no offsets, so its words are walked along the tokens.
    """
    found: list[Mention] = []
    for sentence in reading.sentences:
        names = [m for m in reading.of("AGENCY", sentence.start, sentence.end) if m.rule in _GRAMMAR]
        if not names or not (
            reading.of("ROLE", sentence.start, sentence.end) or reading.of("AWARD", sentence.start, sentence.end)
        ):
            continue
        words = _words(reading, sentence.start, sentence.end)
        for name in names:
            if any(w.start < name.end < w.end for w in words):
                name.parts["doubted"] = "yes"
        found += words
    return found


def _words(reading: Reading, start: int, end: int) -> list[Mention]:
    from underthesea import word_tokenize

    text = unicodedata.normalize("NFC", " ".join(reading.raw[start:end]))
    found: list[Mention] = []
    at = start
    for word in word_tokenize(text, use_token_normalize=False):
        size = len(re.findall(r"\S+", word))
        stop = min(at + size, end)
        if stop - at > 1:
            found.append(Mention("WORD", at, stop, word, "underthesea"))
        at = stop
    return found
