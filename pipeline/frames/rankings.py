"""Places and scores that a bloc's own marking gives to units."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.frames.bloc_of import bloc_at
from pipeline.frames.context import BlocEntity, Context
from pipeline.mentions.rankings import find_places
from pipeline.reading import Mention, Sentence
from pipeline.record import Evidence, Ranking

_TO_UNIT = frozenset("khối cụm của là : thuộc về cho - – toàn đơn vị với tỉnh huyện".split())
_LEADING = ("dẫn đầu", "đứng đầu", "điểm cao nhất")
_AWARD_BEFORE = frozenset("cờ danh hiệu".split())
_NOT_OF_BLOC = (("cả", "nước"), ("toàn", "quốc"), ("toàn", "tỉnh"), ("khu", "vực"))
_MARKS = frozenset(("điểm", "chấm"))
_GAP = 14
"""Tokens between a unit and the place that is told after it."""
_GAP_TO_SCORE = 5


def find_rankings(ctx: Context, blocs: Sequence[BlocEntity]) -> list[Ranking]:
    """Return the places and scores of units, one for each unit in a bloc.

    Args:
        ctx: the state of the report's frames.
        blocs: the blocs that the report is about.
    """
    mentions = find_places(ctx.reading)
    found: dict[tuple[str, str], Ranking] = {}
    fields = [ctx.reading.sentences[ctx.reading.sentence_of(m.start)].field for m in mentions]
    for n in sorted(range(len(mentions)), key=lambda n: fields[n] not in ("lead", "body")):
        mention = mentions[n]
        sentence = ctx.reading.sentences[ctx.reading.sentence_of(mention.start)]
        if not _counts(ctx, mention, sentence):
            continue
        if fields[n] not in ("lead", "body") and any(str(r.position) == mention.value for r in found.values()):
            continue  # headlines and captions say again, in short names, what the text says
        before = [m for m in mentions[:n] if m.start >= sentence.start]
        for unit in _units(ctx, mention, sentence, before):
            bloc = bloc_at(ctx, blocs, mention.start)
            if bloc is None or _is_of_earlier_year(ctx, mention, bloc):
                continue
            made = _ranking(ctx, bloc, mention, unit)
            key = (bloc.name, ctx.agency_key(unit))
            known = found.get(key)
            found[key] = _joined(known, made) if known else made
    for unit, number, score in _cells(ctx):
        bloc = bloc_at(ctx, blocs, unit.start)
        if bloc and (bloc.name, ctx.agency_key(unit)) not in found:
            found[bloc.name, ctx.agency_key(unit)] = _of_cell(ctx, bloc, unit, number, score)
    return list(found.values())


def _cells(ctx: Context) -> Iterator[tuple[Mention, int | None, int]]:
    """Yield the lines of a scoring table: the unit, the token of its place if the head numbers them, and of its score.

    The score is the last number of the line; the head is the line before them, with "điểm" or "chấm" in it.
    """
    reading, norms = ctx.reading, ctx.reading.norms
    head: Sentence | None = None
    for sentence in reading.sentences if reading.where(_MARKS) else ():
        units = reading.of("AGENCY", sentence.start, sentence.end)
        first = sentence.start + norms[sentence.start].isdigit()
        first += norms[first : first + 1] in (["."], [")"])
        figures = norms[units[0].end : sentence.end] if units else []
        if not (len(units) == 1 and units[0].start == first and figures and all(n.isdigit() for n in figures)):
            head = sentence
        elif head and _MARKS & set(norms[head.start : head.end]) and int(figures[-1]) > 9:
            numbers_places = norms[head.start] in ("tt", "stt", "hạng", "xếp", "thứ")
            yield units[0], sentence.start if numbers_places and first > sentence.start else None, sentence.end - 1


def _of_cell(ctx: Context, bloc: BlocEntity, unit: Mention, number: int | None, score: int) -> Ranking:
    mention = Mention("SCORE", score, score + 1, ctx.reading.norms[score], "cell", {})
    made = _ranking(ctx, bloc, mention, unit)
    if number is None:
        return made
    place = ctx.evidence("position", number, number + 1)
    return replace(made, position=int(ctx.reading.norms[number]), evidence=(*made.evidence, place))


def group_before(ctx: Context, sentence: Sentence, before: int) -> list[Mention]:
    """Return the agencies that stand last before a token in its sentence, joined by commas or "và", in text order."""
    agencies = [a for a in ctx.reading.of("AGENCY", sentence.start, before) if a.end <= before]
    group = agencies[-1:]
    for agency in reversed(agencies[:-1]):
        between = ctx.reading.norms[agency.end : group[0].start]
        if len(between) > 2 or not between or not set(between) <= {",", "và"}:
            break
        group.insert(0, agency)
    return group


def _group_after(ctx: Context, sentence: Sentence, start: int) -> list[Mention]:
    group: list[Mention] = []
    at = start
    while at < sentence.end:
        agency = ctx.reading.at("AGENCY", at)
        if agency is None:
            break
        group.append(agency)
        at = agency.end
        if not (at < sentence.end and ctx.reading.norms[at] in ("và", ",")):
            break
        at += 1
    return group


def _counts(ctx: Context, mention: Mention, sentence: Sentence) -> bool:
    """Whether a place is one in the bloc, and no title of an award, wish or contest."""
    reading, norms = ctx.reading, ctx.reading.norms
    if ctx.in_contest(sentence.start, sentence.end):
        return False
    if set(norms[max(sentence.start, mention.start - 3) : mention.start]) & _AWARD_BEFORE:
        return False
    if tuple(norms[mention.end : mention.end + 2]) in _NOT_OF_BLOC:
        return False
    titles = [a for a in reading.of("AWARD", sentence.start, mention.start + 1) if a.rule == "title"]
    if any(a.end > mention.start for a in titles):
        return False
    return not ctx.has("plan", sentence.start, mention.start)


def _units(ctx: Context, mention: Mention, sentence: Sentence, before: Sequence[Mention]) -> list[Mention]:
    """Return whose place or score it is.

    1. after it: "xếp thứ nhì là A", "Nhất khối: A", "thứ nhì huyện B";
    2. before it: "A xếp thứ nhất", "suy tôn A là đơn vị dẫn đầu", "A: 986 điểm".
    """
    reading, norms = ctx.reading, ctx.reading.norms
    if mention.kind == "PLACE":
        at = mention.end
        while at < sentence.end and norms[at] in _TO_UNIT and at - mention.end < 4:
            if reading.at("AGENCY", at):
                break
            at += 1
        group = _group_after(ctx, sentence, at)
        direct = at == mention.end or norms[at - 1] in (":", "là", "về", "-", "–")
        if group and (direct or not group_before(ctx, sentence, mention.start)):
            return _shared(ctx, mention, group)
        colon = reading.find((":",), at, sentence.end)
        if colon > 0 and not reading.of("AGENCY", sentence.start, mention.start):
            group = _group_after(ctx, sentence, colon + 1)  # "+ Đơn vị nhất khối, đề nghị … tặng Cờ: A"
            if group:
                return _shared(ctx, mention, group)
    floor = max([m.end for m in before if m.kind == mention.kind], default=sentence.start)
    group = [a for a in group_before(ctx, sentence, mention.start) if a.start >= floor]
    gap = mention.start - group[-1].end if group else 0
    if not group or gap > (_GAP_TO_SCORE if mention.kind == "SCORE" else _GAP):
        return []
    between = norms[group[-1].end : mention.start]
    if ";" in between or ("đề" in between and "nghị" in between):
        return []
    if len(group) > 1 and "cùng" not in between and "đồng" not in norms[mention.start - 1 : mention.end]:
        joined = norms[group[-2].end : group[-1].start]
        if joined == [","]:
            group = group[-1:]
    return _shared(ctx, mention, group)


def _shared(ctx: Context, mention: Mention, group: list[Mention]) -> list[Mention]:
    """Return the units of a place; several that are called leading together have none."""
    said = " ".join(ctx.reading.norms[mention.start : mention.end])
    return [] if len(group) > 1 and any(word in said for word in _LEADING) else group


def _years(ctx: Context, mention: Mention) -> list[Mention]:
    """Return the years that the sentence of a place names."""
    sentence = ctx.reading.sentences[ctx.reading.sentence_of(mention.start)]
    return [y for y in ctx.reading.of("YEAR", sentence.start, sentence.end) if y.rule == "year"]


def _is_of_earlier_year(ctx: Context, mention: Mention, bloc: BlocEntity) -> bool:
    """Whether the place is one of a year before that under review, told in passing."""
    years = _years(ctx, mention)
    return bool(years) and bloc.year is not None and all(int(y.value) < bloc.year for y in years)


def _ranking(ctx: Context, bloc: BlocEntity, mention: Mention, unit: Mention) -> Ranking:
    shown = ctx.evidence("trigger", mention.start, mention.end)
    evidence = [shown, ctx.evidence_of("agency", unit), ctx.evidence_of("bloc", bloc.first)]
    slots: dict[str, float | int] = {}
    if mention.kind == "PLACE":
        slots["position"] = int(mention.value)
        if "units" in mention.parts:
            slots["units"] = int(mention.parts["units"])
    else:
        slots["score"] = float(mention.value)
        if "max" in mention.parts:
            slots["max_score"] = float(mention.parts["max"])
    evidence += [Evidence(slot, shown.start, shown.end, shown.quote) for slot in slots]
    inferred: tuple[str, ...] = ()
    year, said = bloc.year, bloc.year_mention
    if year is None and (named := _years(ctx, mention)):
        year, said = int(named[-1].value), named[-1]
    if said:
        evidence.append(ctx.evidence_of("year", said))
    elif year is not None:
        inferred = ("year",)
    return Ranking(
        bloc=bloc.name,
        agency=ctx.agency_name(unit),
        year=year,
        **slots,  # type: ignore[arg-type]
        rule=mention.rule,
        evidence=tuple(evidence),
        inferred=inferred,
    )


def _joined(first: Ranking, second: Ranking) -> Ranking:
    """Return one ranking of two: a place and a score of the same unit; of two places the first told counts."""
    new = {
        name: getattr(second, name)
        for name in ("position", "units", "score", "max_score")
        if getattr(first, name) is None and getattr(second, name) is not None
    }
    shown = tuple(e for e in second.evidence if e.slot in new)
    return replace(first, **new, evidence=(*first.evidence, *shown))
