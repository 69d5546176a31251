"""Awards against the rest of the record: to who declined them, to who grants them, to a bloc's name as if a unit's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.frames.context import Context, merge_evidence
from pipeline.frames.sense_leaders import is_bloc_name, same_unit
from pipeline.mentions.places import LEVEL_OF_UNIT
from pipeline.record import Award, Meeting, Problem

_HEADS = frozenset(("Chủ tịch", "Giám đốc", "Bộ trưởng", "Thủ tướng"))
_BODIES = ("Đoàn Chủ tịch ", "Ban Chấp hành ", "Ban Thường vụ ", "Ban Thường trực ")
"""What decides in the name of a body, and does not get its awards: "Đoàn Chủ tịch Tổng Liên đoàn Lao động Việt Nam"."""


def check_awards(
    ctx: Context, awards: Sequence[Award], meetings: Sequence[Meeting], known: Sequence[Problem]
) -> tuple[tuple[Award, ...], list[Problem]]:
    """Return the awards without those that nobody would hold, and the problems with them.

    Args:
        ctx: The report with its mentions.
        awards: What the frames read.
        meetings: The record's meetings, whose years are under review.
        known: The problems so far; `award-declined` says who declined.
    """
    problems: list[Problem] = []
    years = {m.bloc: m.year for m in meetings}
    kept: list[Award] = []
    for award in awards:
        told = _declined(ctx, award, years.get(award.bloc), known)
        if award.recipient_kind == "agency" and award.recipient and is_bloc_name(award.recipient):
            award = replace(award, recipient_kind="bloc")
        if award.recipient and award.grantor and _grants_itself(award):
            message = f"{award.award} of {award.grantor} was read as for itself; left out. Look who gets it."
            problems.append(_problem("award-to-grantor", message, award))
            continue
        if told is not None:
            problem, is_void = told
            problems.append(problem)
            if is_void:
                continue
        kept.append(award)
    return _joined(ctx, kept), problems


def _grants_itself(award: Award) -> bool:
    """Whether a recipient is the body that grants the award, or the one that its granting head heads."""
    grantor = award.grantor or ""
    head = next((h for h in _HEADS if grantor.startswith(h + " ")), None)
    body = grantor.removeprefix(f"{head} ") if head else grantor
    if award.status == "voted" or award.recipient_kind != "agency" or not award.recipient:
        return False
    inner = next((award.recipient.removeprefix(b) for b in _BODIES if award.recipient.startswith(b)), award.recipient)
    return body in (inner, f"Tổng {inner}")  # of "Đoàn Chủ tịch Tổng | Liên đoàn" the second half


def _declined(ctx: Context, award: Award, year: int | None, known: Sequence[Problem]) -> tuple[Problem, bool] | None:
    """Return the problem of an award to a unit that declines, and whether the award is void for it."""
    said = next((p for p in known if p.code == "award-declined" and p.where == award.recipient), None)
    if said is None or award.status == "voted" or year is not None and award.year != year:
        return None
    titles = _titles_beside(ctx, said)
    if titles and award.award not in titles:
        return None  # it declines another award
    is_void = award.status == "proposed" and bool(titles)
    message = f"{award.recipient} declines, but {award.award} is told as {award.status} for it; "
    message += "left out. Check it." if is_void else "kept, with less confidence. Look which holds."
    return _problem("award-though-declined", message, award), is_void


def _titles_beside(ctx: Context, said: Problem) -> set[str]:
    """Return the awards named in the sentence in which a unit declines."""
    reading = ctx.reading
    sentence = next(s for s in reading.sentences if said.start is None or reading.ends[s.end - 1] > said.start)
    return {a.value for a in reading.of("AWARD", sentence.start, sentence.end)}


def _joined(ctx: Context, awards: Sequence[Award]) -> tuple[Award, ...]:
    """Join the records of one unit under two forms of its name, told in two sentences, of one award and year."""
    out: list[Award] = []
    for award in awards:
        at = next((k for k, other in enumerate(out) if _is_same(ctx, award, other)), None)
        if at is None:
            out.append(award)
            continue
        first = out[at]
        name = max(first.recipient or "", award.recipient or "", key=len)
        evidence = merge_evidence((first.evidence, award.evidence))
        out[at] = replace(first, recipient=name, evidence=evidence)
    return tuple(out)


def _is_same(ctx: Context, one: Award, other: Award) -> bool:
    if one.recipient_kind != "agency" or not (one.recipient and other.recipient):
        return False
    if (one.bloc, one.award, one.grantor, one.year, one.status, one.recipient_kind) != (
        other.bloc,
        other.award,
        other.grantor,
        other.year,
        other.status,
        other.recipient_kind,
    ):
        return False
    if one.recipient.split(" ")[0] in LEVEL_OF_UNIT or not same_unit(one.recipient, other.recipient):
        return False
    return _sentences(ctx, one).isdisjoint(_sentences(ctx, other))


def _sentences(ctx: Context, award: Award) -> set[int]:
    starts = [e.start for e in award.evidence if e.slot == "recipient"]
    ends = ctx.reading.ends
    return {next((n for n, s in enumerate(ctx.reading.sentences) if ends[s.end - 1] > at), -1) for at in starts}


def _problem(code: str, message: str, award: Award) -> Problem:
    span = next((e for e in award.evidence if e.slot == "recipient"), None)
    start, end = (span.start, span.end) if span else (None, None)
    return Problem(code=code, message=message, where="award.recipient", start=start, end=end)
