"""Ids that stay: hashes of raw values, so that no cleaning fix changes one.

Normalised values and years never go into an id. A rule that reads "Sở GD-ĐT" better tomorrow corrects a fact in place
instead of making a second one, and what people decided about the fact stays with it.
"""

from __future__ import annotations

import json
import unicodedata
from hashlib import sha256
from pathlib import PurePath

from pipeline.record import Evidence, Fact, Record

_JSON = json.JSONEncoder(ensure_ascii=True, separators=(",", ":"))
_HEX_DIGITS = 20
"""80 bits: with ten million ids, the chance that any two meet is below one in ten billion."""


def page_key_of_path(path: PurePath, folder: PurePath) -> str:
    """Return the page key of a file: its path relative to the folder that was given, with `/` and in NFC.

    NFC, because macOS may hand out file names in NFD.

    Raises:
        ValueError: `path` does not lie in `folder`.
    """
    return unicodedata.normalize("NFC", path.relative_to(folder).as_posix())


def page_id(page_key: str) -> str:
    """Return the id of a page, the same for all its versions.

    Args:
        page_key: the canonical URL, or for files what `page_key_of_path` gives.
    """
    return _digest("page", page_key)


def article_id(page: str, text: str) -> str:
    """Return the id of one version of a page: `page` is its page id, `text` the article's own text."""
    return _digest("article", page, text)


def fact_ids(page: str, text: str, record: Record) -> list[tuple[str, Fact]]:
    """Return each fact of a record with its id, in the record's order, and without exact repetitions.

    Two facts that the same words state (a flag that two authorities are asked for in one breath) are told apart by
    their order; a fact that repeats an earlier one in all its slots is left out.

    Args:
        page: the page id.
        text: the article's text, which the evidence's offsets refer to.
        record: what was read from it.
    """
    seen: dict[str, list[Fact]] = {}
    numbered: list[tuple[str, Fact]] = []
    for fact in record.facts():
        key = _fact_key(page, text, fact)
        same_words = seen.setdefault(key, [])
        if any(fact.slots() == other.slots() for other in same_words):
            continue
        numbered.append((_digest("fact", key, len(same_words)), fact))
        same_words.append(fact)
    return numbered


def problem_id(place: str | None, code: str, message: str, start: int | None, end: int | None) -> str:
    """Return the id of a problem; `place` is an article's id, a page's id, or where else it was met."""
    return _digest("problem", place, code, message, start, end)


def review_id(target: str, left: str, right: str | None, slot: str | None) -> str:
    """Return the id of a person's decision: of what it is on, not of what it says."""
    return _digest("review", target, left, right, slot)


def entity_id(entity: str, *key: object) -> str:
    """Return the id of an agency or a bloc: the hash of what makes it itself (name, place, first year …)."""
    return _digest(entity, *key)


def _fact_key(page: str, text: str, fact: Fact) -> str:
    """Page, kind, the trigger and which of its like in the text it is, and each slot's first quote."""
    first: dict[str, Evidence] = {}
    for evidence in fact.evidence:
        known = first.get(evidence.slot)
        if known is None or (evidence.start, evidence.end) < (known.start, known.end):
            first[evidence.slot] = evidence
    trigger = first.pop("trigger", None)
    ordinal = text.count(trigger.quote, 0, trigger.start) if trigger else None
    quotes = sorted((slot, evidence.quote) for slot, evidence in first.items())
    return _digest("words", page, fact.kind, trigger.quote if trigger else None, ordinal, quotes)


def _digest(*parts: object) -> str:
    """Hash values in a form that no two different lists of them share."""
    return sha256(_JSON.encode(parts).encode("ascii")).hexdigest()[:_HEX_DIGITS]
