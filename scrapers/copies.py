"""Find the texts that several pages share: mirrors, reprints, and what portals and newspapers copy from each other.

Texts are compared by the runs of five words that they have in common (Broder 1997). MinHash signatures with locality-
sensitive hashing find the pairs worth comparing; nothing but linking is done with them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datasketch import LeanMinHash

RUN = 5
"""Words in a run. With fewer, the formulas of the genre make all reports alike."""

THRESHOLD = 0.7
"""Share of runs in common from which on two texts are copies. A reprint that drops the lead and the caption has more,
two reports of one meeting by two reporters have far less."""

_HASHES = 128
_SEED = 1
_ORDER = "<"
_HEADER = 13  # bytes of a stored signature before its hashes: seed, number and kind of them
_SHORTEST = 40  # words; below, two texts may agree by chance


class Version(NamedTuple):
    """One version of a page, as far as it matters for finding copies.

    `when` orders versions, as text: the day of publication, then the time when it was first seen.
    """

    article_id: str
    page_id: str
    when: str
    signature: bytes


class Copy(NamedTuple):
    """A text that is nearly the same as an earlier one elsewhere. `similarity` is estimated, 0 to 1."""

    article_id: str
    original_id: str
    similarity: float


def signature(text: str) -> bytes:
    """Return a text's MinHash signature; b"" for one that is too short to be compared."""
    from datasketch import LeanMinHash, MinHash

    words = re.findall(r"\w+", unicodedata.normalize("NFC", text).casefold())
    if len(words) < _SHORTEST:
        return b""
    runs = {" ".join(words[i : i + RUN]) for i in range(len(words) - RUN + 1)}
    sketch = MinHash(num_perm=_HASHES, seed=_SEED)
    sketch.update_batch([run.encode() for run in sorted(runs)])
    lean = LeanMinHash(sketch)
    stored = bytearray(lean.bytesize(_ORDER))
    lean.serialize(stored, _ORDER)
    return bytes(stored)


def comparable(stored: bytes) -> bool:
    """Tell whether a stored signature was made in the way of today; another version of datasketch may have another."""
    today = signature(" ".join(map(str, range(_SHORTEST))))
    return not stored or (len(stored) == len(today) and stored[:_HEADER] == today[:_HEADER])


def link_copies(versions: Iterable[Version]) -> list[Copy]:
    """Return every version that is a near-duplicate of an earlier one on another page, with the earliest of its kind.

    Each is compared with the earlier ones that share enough with it, and linked to the original of the one most like
    it. Versions of one page are no copies of each other. Independent of the order given.
    """
    from datasketch import MinHashLSH

    index = MinHashLSH(threshold=THRESHOLD, num_perm=_HASHES)
    seen: dict[str, tuple[Version, LeanMinHash]] = {}
    originals: dict[str, str] = {}
    copies = []
    for version in sorted(versions, key=lambda v: (v.when, v.article_id)):
        if not version.signature or version.article_id in seen:
            continue
        sketch = _sketch(version.signature)
        near = _nearest(version, sketch, [seen[key] for key in index.query(sketch)])
        if near:
            other, similarity = near
            originals[version.article_id] = originals.get(other.article_id, other.article_id)
            copies.append(Copy(version.article_id, originals[version.article_id], round(similarity, 3)))
        index.insert(version.article_id, sketch)
        seen[version.article_id] = (version, sketch)
    return copies


def _nearest(
    version: Version, sketch: LeanMinHash, candidates: Sequence[tuple[Version, LeanMinHash]]
) -> tuple[Version, float] | None:
    """Return the candidate on another page that is most like a version, the earliest of equals; None below the bar."""
    alike = [(other, sketch.jaccard(its)) for other, its in candidates if other.page_id != version.page_id]
    alike = [(other, similarity) for other, similarity in alike if similarity >= THRESHOLD]
    return min(alike, key=lambda pair: (-pair[1], pair[0].when, pair[0].article_id), default=None)


def _sketch(stored: bytes) -> LeanMinHash:
    from datasketch import LeanMinHash

    return LeanMinHash.deserialize(stored, _ORDER)
