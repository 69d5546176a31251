"""Named emulation movements, themes, mottos and slogans, with the year that they are for."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.frames.bloc_of import bloc_at
from pipeline.frames.context import BlocEntity, Context, merge_evidence
from pipeline.mentions.beyond import words
from pipeline.reading import Mention, Sentence
from pipeline.record import Evidence, Meeting, Movement

_PLEDGES = frozenset(("ký kết giao ước", "phát động"))


def find_movements(
    ctx: Context, blocs: Sequence[BlocEntity], meetings: Sequence[Meeting], named: Sequence[Mention]
) -> list[Movement]:
    """Return the movements of the report, each once for its type, name and year.

    Args:
        ctx: the state of the report's frames.
        blocs: the blocs that the report is about.
        meetings: their meetings.
        named: the names that were found.
    """
    pledge = bool(meetings) and all(m.type in _PLEDGES for m in meetings)
    found: dict[tuple[str, str, int | None], Movement] = {}
    for mention in sorted(named, key=lambda m: not _in_body(ctx, m)):
        made = _movement(ctx, blocs, mention, pledge)
        key = (made.type, _folded(made.name), made.year)
        known = found.get(key)
        if known is None:
            found[key] = made
        else:
            spans = merge_evidence(
                (known.evidence, (e for e in made.evidence if e.slot in ("name", "type", "trigger")))
            )
            found[key] = Movement(
                **{**known.slots(), "rule": known.rule, "evidence": spans, "inferred": known.inferred}
            )
    return list(found.values())


def _in_body(ctx: Context, mention: Mention) -> bool:
    return ctx.reading.sentences[ctx.reading.sentence_of(mention.start)].field in ("lead", "body")


def _folded(name: str) -> str:
    return "".join(c for c in name.lower() if c.isalnum())


def _movement(ctx: Context, blocs: Sequence[BlocEntity], mention: Mention, pledge: bool) -> Movement:
    head, head_end = int(mention.parts["from"]), int(mention.parts["to"])
    trigger = ctx.evidence("trigger", head, head_end)
    evidence = [
        trigger,
        Evidence("type", trigger.start, trigger.end, trigger.quote),
        ctx.evidence_of("name", mention),
    ]
    sentence = ctx.reading.sentences[ctx.reading.sentence_of(mention.start)]
    bloc = bloc_at(ctx, blocs, mention.start, near=True)
    if bloc:
        evidence.append(ctx.evidence_of("bloc", bloc.first))
    reviewed = (bloc or blocs[0]).year
    named = _year_named(ctx, mention, sentence, head)
    year = int(named.value) if named else None
    ahead = _is_ahead(ctx, sentence, head)
    next_term = (bloc or blocs[0]).next_term
    later = year is not None and reviewed is not None and year > reviewed
    period = "coming" if pledge or later or (ahead and (year != reviewed or not next_term)) else "reviewed"
    inferred = ["period"]
    if named:
        evidence.append(ctx.evidence_of("year", named))
    elif reviewed is not None:
        year = reviewed + 1 if period == "coming" and not pledge and next_term else reviewed
        inferred.append("year")
    return Movement(
        bloc=bloc.name if bloc else None,
        type=mention.parts["type"],
        name=mention.value,
        year=year,
        period=period,
        rule=mention.rule,
        evidence=tuple(evidence),
        inferred=tuple(inferred),
    )


def _year_named(ctx: Context, mention: Mention, sentence: Sentence, head: int) -> Mention | None:
    """Return the year that is named with a movement: after its name, before it, or as the sentence begins."""
    reading = ctx.reading
    after = mention.end
    while after < sentence.end and reading.raw[after] in ("”", '"', "»", "’", ",", "("):
        after += 1
    if after < sentence.end and reading.norms[after + 1 : after + 2] == [")"]:  # "Thi đua Quyết thắng (TĐQT) năm 2025"
        after += 2
    years = [y for y in reading.of("YEAR", after, min(after + 1, sentence.end)) if y.rule == "year"]
    years = years or [y for y in reading.of("YEAR", head, mention.start) if y.rule == "year"]
    if not years:
        first = sentence.start
        while first < sentence.end and not reading.raw[first][0].isalnum():
            first += 1
        years = [y for y in reading.of("YEAR", first, first + 2) if y.rule == "year"]
    return years[0] if years else None


def _is_ahead(ctx: Context, sentence: Sentence, head: int) -> bool:
    """Whether a movement is told of as a task: after "đề nghị", "trong thời gian tới" in its sentence."""
    return bool(words("coming").find(ctx.reading, sentence.start, head))
