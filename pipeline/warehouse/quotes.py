"""The words of an article that a person wants to see behind a fact: one short stretch around its trigger."""

from __future__ import annotations

from pipeline.record import Evidence, Fact

_MAX_LENGTH = 300
"""Characters. A slot further off (a bloc named in the headline) is left to the table `evidence`."""

_WHO = frozenset(("agency", "person", "recipient"))
_FOLLOWED_ACROSS_LINES = frozenset(("agency", "person", "recipient", "name"))
"""Slots that a list by lines puts below its trigger. Others, as the year, are taken from the trigger's line only."""


def quote_of(text: str, fact: Fact) -> str | None:
    """Return the stretch of text that states a fact, white space made single; None for a fact without evidence.

    It spans the fact's first trigger (without one, its first span; who holds or gets it, if the trigger is far from
    that) and, slot by slot, the nearest other span, as long as the whole stays short and the year adds no sentence.
    """
    if not fact.evidence:
        return None
    spans = sorted(fact.evidence, key=lambda e: (e.start, e.end))
    anchor = _anchor(spans)
    start, end = anchor.start, anchor.end
    for span in sorted(_nearest_by_slot(spans, anchor), key=lambda e: abs(e.start - anchor.start)):
        new_start, new_end = min(start, span.start), max(end, span.end)
        crosses_lines = "\n" in text[new_start:new_end].strip()
        if span.slot == "year" and ". " in text[new_start:start] + text[end:new_end]:
            continue
        if new_end - new_start <= _MAX_LENGTH and (not crosses_lines or span.slot in _FOLLOWED_ACROSS_LINES):
            start, end = new_start, new_end
    return " ".join(text[start:end].split())


def _anchor(spans: list[Evidence]) -> Evidence:
    """Return the span that the quote is built around: a decision in the headline says nothing of the unit far below."""
    trigger = next((e for e in spans if e.slot == "trigger"), spans[0])
    who = [e for e in spans if e.slot in _WHO]
    what = [e.start for e in spans if e.slot in ("role", "award")]
    if not who or not what or any(abs(e.start - trigger.start) <= _MAX_LENGTH for e in who):
        return trigger
    return min(who, key=lambda e: min(abs(e.start - at) for at in what))


def _nearest_by_slot(spans: list[Evidence], anchor: Evidence) -> list[Evidence]:
    nearest: dict[str, Evidence] = {}
    for span in spans:
        known = nearest.get(span.slot)
        if known is None or abs(span.start - anchor.start) < abs(known.start - anchor.start):
            nearest[span.slot] = span
    return list(nearest.values())
