"""Named models and ways of working, with the units that have them."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.frames.bloc_of import bloc_at
from pipeline.frames.context import BlocEntity, Context
from pipeline.frames.rankings import group_before
from pipeline.mentions.places import proper_name, unit_at
from pipeline.reading import Mention
from pipeline.record import Evidence, Initiative

_HAS = frozenset(("của", "tại", "ở", "do"))
_SHOWS = frozenset(
    "xây dựng triển khai thực hiện duy trì ra mắt có với : thành lập nhân rộng vận hành tổ chức phát huy áp dụng đã "
    "tiếp tục là lan tỏa , nhiều các hiệu quả và".split()
)
"""What may stand between a unit and the word "mô hình", or the name of its model."""


def find_initiatives(ctx: Context, blocs: Sequence[BlocEntity], named: Sequence[Mention]) -> list[Initiative]:
    """Return the initiatives of the report, one for each unit that has one.

    Args:
        ctx: the state of the report's frames.
        blocs: the blocs that the report is about.
        named: the names that were found.
    """
    found: dict[tuple[str, str, str | None], Initiative] = {}
    last_end = 0
    for n, mention in enumerate(named):
        head, head_end = int(mention.parts["from"]), int(mention.parts["to"])
        if _is_no_own(ctx, head):
            continue
        trigger = ctx.evidence("trigger", head, head_end)
        bloc = bloc_at(ctx, blocs, mention.start, near=True)
        units: Sequence[Mention | None] = _agencies(ctx, named, n, last_end) or [None]
        for agency in units:
            evidence = [
                trigger,
                Evidence("type", trigger.start, trigger.end, trigger.quote),
                ctx.evidence_of("name", mention),
            ]
            if agency:
                evidence.append(ctx.evidence_of("agency", agency))
            if bloc:
                evidence.append(ctx.evidence_of("bloc", bloc.first))
            made = Initiative(
                bloc=bloc.name if bloc else None,
                type=mention.parts["type"],
                name=mention.value,
                agency=ctx.agency_name(agency) if agency else None,
                rule=mention.rule,
                evidence=tuple(evidence),
            )
            found.setdefault((made.type, made.name.lower(), made.agency), made)
        last_end = mention.end
    return list(found.values())


def _is_no_own(ctx: Context, head: int) -> bool:
    """Whether a model is one of others, or only wished for: "học tập mô hình …", "đề nghị Khối lựa chọn mô hình …"."""
    sentence = ctx.reading.sentences[ctx.reading.sentence_of(head)]
    before = ctx.reading.norms[sentence.start : head]
    wished = ("đề nghị", "lựa chọn", "yêu cầu", "phấn đấu", "đăng ký")
    said = " ".join(before)
    return any(words in said for words in wished) or any(
        words in " ".join(before[-5:]) for words in ("học tập", "tham quan")
    )


def _agencies(ctx: Context, named: Sequence[Mention], n: int, last_end: int) -> list[Mention]:
    """Return the units that have an initiative: "“…” của Đồn A", "Công an xã A, B xây dựng mô hình “…”", "Báo A: “…”".

    Of names joined by a comma or "và", the last one's owners have all.
    """
    mention, norms = named[n], ctx.reading.norms
    head = int(mention.parts["from"])
    owners = _owners(ctx, mention)
    following = n + 1
    while not owners and following < len(named) and _joins(ctx, named[following - 1], named[following]):
        owners = _owners(ctx, named[following])
        following += 1
    if owners:
        return owners
    sentence = ctx.reading.sentences[ctx.reading.sentence_of(mention.start)]
    before = head if head >= last_end else mention.start
    while before > sentence.start and ctx.reading.raw[before - 1] in '“"«‘':
        before -= 1
    group = group_before(ctx, sentence, before)
    if not group or group[-1].end < last_end:
        return []
    group += _elliptical(ctx, group[-1], before)
    between = norms[group[-1].end : before]
    return group if len(between) <= 8 and all(norm in _SHOWS for norm in between) else []


def _joins(ctx: Context, first: Mention, second: Mention) -> bool:
    """Whether only a comma or "và" stands between two names in quotation marks."""
    between = [norm for norm in ctx.reading.raw[first.end : second.start] if norm not in '“”"«»‘’']
    return between in ([","], ["và"], ["hoặc"], [";"])


def _owners(ctx: Context, mention: Mention) -> list[Mention]:
    """Return the units after a name: "“…” của Hải đội 2", "“…” ở Quận 5, Quận 11"."""
    reading = ctx.reading
    end = reading.sentences[reading.sentence_of(mention.start)].end
    at = mention.end
    while at < end and reading.raw[at] in '”"»’':
        at += 1
    if at >= end or reading.norms[at] not in _HAS:
        return []
    owners: list[Mention] = []
    at += 1
    while at < end:
        owner = reading.at("AGENCY", at) or _place(ctx, at, end)
        if owner is None:
            break
        owners.append(owner)
        at = owner.end
        if not (at + 1 < end and reading.norms[at] in (",", "và")):
            break
        at += 1
    return owners


def _place(ctx: Context, at: int, end: int) -> Mention | None:
    """Return the place with its unit at a token as the body of that place: "phường Thới Long"."""
    unit = unit_at(ctx.reading, at, end)
    name = proper_name(ctx.reading, ctx.lexicon, unit[0], end, after_unit=True) if unit else None
    if unit is None or name is None:
        return None
    parts = {"name": "", "policy": "self", "unit": unit[1], "place": name[1]}
    return Mention("AGENCY", at, name[0], f"{unit[1]} {name[1]}", "place", parts)


def _elliptical(ctx: Context, agency: Mention, end: int) -> list[Mention]:
    """Return the units of which only the place is said: "Kiên Đài" in "Công an xã Tri Phú, Kiên Đài"."""
    reading = ctx.reading
    found = []
    at = agency.end
    while agency.parts.get("place") and at + 1 < end and reading.norms[at] in (",", "và") and reading.upper[at + 1]:
        start = at = at + 1
        while at < end and reading.upper[at]:
            at += 1
        parts = agency.parts | {"place": reading.text(start, at)}
        value = agency.value.replace(agency.parts["place"], parts["place"])
        found.append(Mention("AGENCY", start, at, value, "elliptical", parts))
    return found
