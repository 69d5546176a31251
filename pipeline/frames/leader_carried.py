"""What one claim of a role takes from another: its choice, its year, its term."""

from __future__ import annotations

from itertools import pairwise

from pipeline.frames.context import Context
from pipeline.frames.leader_claims import Claim, term_of
from pipeline.frames.leader_years import is_sitting

_GOT = ("appointed", "proposed", "elected", "assumed")
"""The statuses of those who get a post."""
_LEVELS = frozenset("tỉnh huyện thành thị quận cấp ngành bộ trung sở".split())
"""First words of a level that gives posts: "được tỉnh giao", "được cấp trên giao"."""
_WINDOW = 60


def carry(ctx: Context, claims: list[Claim]) -> None:
    """Complete the claims of a report from each other, in place: what one leaves out its neighbour says.

    "- Trưởng khối năm 2025: A", "- Phó khối: B": both are chosen for 2025.
    """
    _carry_choice(ctx, claims)
    _carry_lines(ctx, claims)
    _carry_years(claims)
    _carry_terms(ctx, claims)
    _settle(claims)


def _carry_choice(ctx: Context, claims: list[Claim]) -> None:
    """Let "được giao", "được phân công" mean the bloc's choice where the other post of the sentence was chosen.

    "Trưởng khối được bầu là A, còn B được giao giữ nhiệm vụ Phó khối": the bloc gives both.
    """
    reading = ctx.reading
    for claim in claims:
        if ctx.decision or claim.status != "appointed" or reading.norms[claim.trigger[0]] != "được":
            continue
        n = reading.sentence_of(claim.mention.start)
        other = next(
            (
                c
                for c in claims
                if c.bloc is claim.bloc and c.status == "elected" and reading.sentence_of(c.mention.start) == n
            ),
            None,
        )
        if other and not _by_authority(ctx, claim):
            claim.status, claim.trigger = other.status, other.trigger


def _by_authority(ctx: Context, claim: Claim) -> bool:
    """Whether an authority is named behind the words by which a post was given: "được UBND tỉnh giao"."""
    end = claim.trigger[1] + 1
    if ctx.reading.norms[claim.trigger[0] + 1] in _LEVELS:
        return True
    return any(a.parts["policy"] == "self" for a in ctx.reading.of("AGENCY", claim.trigger[0], end))


def _carry_lines(ctx: Context, claims: list[Claim]) -> None:
    """Give a line of a list without a year what the line before says: "- Trưởng khối năm 2025: A", "- Phó khối: B"."""
    reading = ctx.reading
    for before, claim in pairwise(claims):
        n, last = reading.sentence_of(claim.mention.start), reading.sentence_of(before.mention.start)
        sentence = reading.sentences[n]
        alone = reading.of("ROLE", sentence.start, sentence.start + 2) or sentence.bullet
        if (
            n - last == 1
            and alone
            and (
                reading.of("ROLE", reading.sentences[last].start, reading.sentences[last].start + 2) or sentence.bullet
            )
            and claim.year is None
            and claim.status == "serving"
            and before.year is not None
            and before.role != claim.role
            and claim.named is None
        ):
            _take_term(claims, claim, before)


def _take_term(claims: list[Claim], claim: Claim, before: Claim) -> None:
    """Give all holders of a role in one place the year and the status of the line before."""
    for other in claims:
        if other.mention is claim.mention:
            other.year, other.year_mention = before.year, before.year_mention
            other.status, other.trigger = before.status, before.trigger


def _carry_years(claims: list[Claim]) -> None:
    """Give roles without a year the one that a neighbour in the same sentence or list has."""
    for n, claim in enumerate(claims):
        if claim.year is not None:
            continue
        for other in claims[max(0, n - 3) : n + 4]:
            near = abs(other.mention.start - claim.mention.start) < _WINDOW
            if (
                other.year is not None
                and other.year_mention
                and near
                and other.status == claim.status
                and other.bloc is claim.bloc
                and other.role != claim.role
                and claim.status != "serving"
            ):
                claim.year, claim.year_mention = other.year, other.year_mention
                break


def _carry_terms(ctx: Context, claims: list[Claim]) -> None:
    """Give a post told with nothing else the term of the other post told just before it.

    "A được tín nhiệm ở ngôi Cụm trưởng năm 2026; B và C chia nhau hai ghế Cụm phó": B and C are chosen for 2026 too.
    """
    reading = ctx.reading
    for n, claim in enumerate(claims):
        if claim.year is not None or claim.status != "serving" or claim.named or is_sitting(ctx, claim.mention):
            continue
        sentence = reading.sentence_of(claim.mention.start)
        before = [c for c in claims[:n] if c.role != claim.role and c.mention.start < claim.mention.start]
        other = before[-1] if before else None
        if other is None or other.bloc is not claim.bloc or other.status in ("serving", "appointed"):
            continue
        apart = sentence - reading.sentence_of(other.mention.start)
        if apart > 1 or reading.sentences[sentence].line != reading.sentences[sentence - apart].line:
            continue
        claim.year, claim.year_mention = other.year, other.year_mention
        claim.status, claim.trigger = other.status, other.trigger


def _settle(claims: list[Claim]) -> None:
    """Let a post to come, of which nothing more is said, be got as the report tells it of the posts of its term."""
    for claim in claims:
        if claim.status != "elected" or claim.trigger != (claim.mention.start, claim.mention.end):
            continue
        term = [c for c in claims if c is not claim and c.bloc is claim.bloc and term_of(c) == term_of(claim)]
        told = [c for c in term if c.status in _GOT and c.trigger != (c.mention.start, c.mention.end)]
        if told and len({c.status for c in told}) == 1:
            claim.status, claim.trigger = told[0].status, told[0].trigger
