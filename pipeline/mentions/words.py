"""Underthesea's words around the ends of names that no table has, and their vote on these ends.

Segmentation glues verbs to names and splits names in two, so its words never decide a border; but where a name ends
inside one of its words, the name is doubted (`parts["doubted"]`) and its facts get less confidence. Segmentation costs
more than all else, so it sees only what can change a vote: a name before a mark ends where its last word does.
"""

from __future__ import annotations

import re
import unicodedata

from pipeline.reading import Mention, Reading

_GRAMMAR = frozenset(("grammar", "elliptical-grammar"))
_REACH = 3
"""So many tokens on either side of a name's end are segmented: what underthesea's features, which reach two tokens, see
of the two at the border."""


def segment_words(reading: Reading) -> list[Mention]:
    """Return the words of several syllables around the ends of unknown names that stand beside a role or an award."""
    found: dict[tuple[int, int], Mention] = {}
    for name in reading.of("AGENCY"):
        if name.rule not in _GRAMMAR:
            continue
        sentence = reading.sentences[reading.sentence_of(name.start)]
        told = any(reading.of(kind, sentence.start, sentence.end) for kind in ("ROLE", "AWARD"))
        if not told or name.end >= sentence.end or not reading.raw[name.end][0].isalnum():
            continue
        words = _words(reading, max(sentence.start, name.end - _REACH), min(name.end + _REACH, sentence.end))
        if any(w.start < name.end < w.end for w in words):
            name.parts["doubted"] = "yes"
        found.update({(w.start, w.end): w for w in words})
    return list(found.values())


def doubted_names(reading: Reading) -> list[Mention]:
    """Return the names that end inside one of underthesea's words."""
    return [name for name in reading.of("AGENCY") if "doubted" in name.parts]


def _words(reading: Reading, start: int, end: int) -> list[Mention]:
    """Return the words of the tokens `[start, end)` that have several syllables.

    underthesea is imported on first use; it reads NFC and returns no offsets, so its words are walked along the tokens.
    """
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
