"""Documents that an article cites, with their day, issuer and subject, and the awards and leaders that rest on them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.frames.award_grantors import granting
from pipeline.frames.context import Context
from pipeline.mentions.beyond import words
from pipeline.mentions.documents import find_documents as find_mentions
from pipeline.reading import Mention, Sentence
from pipeline.record import Award, Behind, Document, Evidence, Leader
from pipeline.text import one_line

_TO_DAY = frozenset(", ( ngày ký ban hành được đã vừa do".split())
_TO_ISSUER = frozenset("của do được vừa mới ) ,".split())
_OF_ISSUER = frozenset(("của", "do", "được"))
_ISSUED = frozenset("ký ban hành có ra".split())
_STOPS_SUBJECT = frozenset("ngày từ sáng chiều trưa tối trong theo đã với do gồm nhằm tại sau căn trên thực".split())
_ACTS = frozenset("giao chia phân thành kiện tặng khen công chỉ".split())
"""Words with which a decision says what it does, without "về"."""
_REFERS_BACK = (("quyết", "định"), ("thông", "báo"), ("theo", "đó"), ("cũng", "theo"))
_BEHIND = {"award": ("conferred",), "leader": ("appointed", "assumed", "serving")}
_DECIDES = ("Quyết định", "Thông báo", "Công văn", "Kế hoạch")
_REACH = 14


def find_documents(ctx: Context, leaders: Sequence[Leader], awards: Sequence[Award]) -> list[Document]:
    """Return the documents of the report, each once.

    Args:
        ctx: the state of the report's frames.
        leaders: those that may have been named by a document.
        awards: likewise.
    """
    found: dict[tuple[str, str | None], Document] = {}
    for mention in find_mentions(ctx.reading):
        made = _document(ctx, mention, [*leaders, *awards])
        if made is None:
            continue
        key = (made.type, made.number or made.subject)
        known = found.get(key)
        found[key] = _joined(known, made) if known else made
    return list(found.values())


def _document(ctx: Context, mention: Mention, facts: Sequence[Leader | Award]) -> Document | None:
    reading = ctx.reading
    sentence = reading.sentences[reading.sentence_of(mention.start)]
    evidence = [ctx.evidence("type", mention.start, mention.start + len(mention.parts["type"].split()))]
    evidence.append(Evidence("trigger", evidence[0].start, evidence[0].end, evidence[0].quote))
    slots: dict[str, str] = {}
    if mention.value:
        slots["number"] = mention.value
        first = next(k for k in range(mention.start, mention.end) if reading.norms[k][0].isdigit())
        evidence.append(ctx.evidence("number", first, mention.end))
    if mention.rule == "law":
        slots["subject"] = mention.parts["subject"]
        evidence.append(ctx.evidence("subject", mention.start + len(mention.parts["type"].split()), mention.end))
    else:
        at = _add_day_and_issuer(ctx, mention, sentence, slots, evidence)
        at = _add_subject(ctx, at, sentence, slots, evidence)
        issuer = _issuer_after(ctx, at, sentence)
        if issuer and "issuer" not in slots:  # "về việc … do Chủ tịch UBND tỉnh ký"
            slots["issuer"] = issuer.value
            evidence.append(ctx.evidence_of("issuer", issuer))
        if not ("number" in slots or "date" in slots or {"issuer", "subject"} <= slots.keys()):
            return None
    return Document(
        type=mention.parts["type"],
        number=slots.get("number"),
        date=slots.get("date"),
        issuer=slots.get("issuer"),
        subject=slots.get("subject"),
        behind=tuple(_behind(ctx, mention, facts)) if mention.parts["type"] in _DECIDES else (),
        rule=mention.rule,
        evidence=tuple(evidence),
    )


def _add_day_and_issuer(
    ctx: Context, mention: Mention, sentence: Sentence, slots: dict[str, str], evidence: list[Evidence]
) -> int:
    """Add the day and issuer that stand after or before a document; return the token after them."""
    norms = ctx.reading.norms
    at = mention.end
    for _ in range(2):  # day and issuer in either order
        day = _day_after(ctx, at, sentence)
        if day and "date" not in slots:
            slots["date"] = day.value
            evidence.append(ctx.evidence_of("date", day))
            at = day.end
            at += norms[at : at + 1] == [")"]
        issuer = _issuer_after(ctx, at, sentence)
        if issuer and "issuer" not in slots:
            slots["issuer"] = issuer.value
            evidence.append(ctx.evidence_of("issuer", issuer))
            at = issuer.end
            while at < sentence.end and norms[at] in ("ban", "hành", "ký", "đã"):
                at += 1
    if "issuer" not in slots:
        _add_before(ctx, mention, sentence, slots, evidence)
    return at


def _day_after(ctx: Context, at: int, sentence: Sentence) -> Mention | None:
    for day in ctx.reading.of("DATE", at, min(at + 6, sentence.end)):
        if all(norm in _TO_DAY for norm in ctx.reading.norms[at : day.start]) and day.value[0] != "-":
            return day
        return None
    return None


def _issuer_after(ctx: Context, at: int, sentence: Sentence) -> Mention | None:
    norms = ctx.reading.norms
    start = at
    while at < sentence.end and norms[at] in _TO_ISSUER and at - start < 4:
        at += 1
    return _issuer(ctx, at) if at < sentence.end and set(norms[start:at]) & _OF_ISSUER else None


def _add_before(
    ctx: Context, mention: Mention, sentence: Sentence, slots: dict[str, str], evidence: list[Evidence]
) -> None:
    """Add the issuer and day of "ngày 28/3/2025 Chủ tịch UBND tỉnh đã ký Quyết định số 412"."""
    norms = ctx.reading.norms
    at = mention.start
    while at > sentence.start and norms[at - 1] in ("ký", "ban", "hành", "đã", "vừa", "có"):
        at -= 1
    if at == mention.start or not set(norms[at : mention.start]) & _ISSUED:
        return
    for k in range(max(sentence.start, at - _REACH), at):
        issuer = _issuer(ctx, k)
        if issuer and issuer.end == at:
            slots["issuer"] = issuer.value
            evidence.append(ctx.evidence_of("issuer", issuer))
            days = [d for d in ctx.reading.of("DATE", sentence.start, k) if d.value[0] != "-" and k - d.end < 4]
            if days and "date" not in slots:
                slots["date"] = days[-1].value
                evidence.append(ctx.evidence_of("date", days[-1]))
            return


def _issuer(ctx: Context, at: int) -> Mention | None:
    """Return who issued a document by the name that begins at a token."""
    reading = ctx.reading
    known = words("issuer").phrases.match(reading.norms, at) if reading.upper[at] else None
    found = granting(ctx, at)
    if found and (known is None or found.mention.end > known[0]):
        if found.mention.start != at:
            return None
        return Mention("ISSUER", at, found.mention.end, found.name, "grantor")
    if known:
        end = known[0]
        province = ctx.lexicon.provinces.match(reading.norms, end) if end < len(reading.norms) else None
        return Mention("ISSUER", at, end if province is None else province[0], known[1][1], "known")
    agency = reading.at("AGENCY", at)
    if agency:  # one that grants no awards may well write letters
        return Mention("ISSUER", at, agency.end, ctx.agency_name(agency), "agency")
    bloc = reading.at("BLOC", at)
    return Mention("ISSUER", at, bloc.end, bloc.value, "bloc") if bloc else None


def _add_subject(ctx: Context, at: int, sentence: Sentence, slots: dict[str, str], evidence: list[Evidence]) -> int:
    """Add what a document is about; return the token after it."""
    reading, norms = ctx.reading, ctx.reading.norms
    start = at
    while start < sentence.end and norms[start] in (",", "("):
        start += 1
    if norms[start : start + 1] == ["về"]:
        start += 1
        start += norms[start : start + 1] == ["việc"]
    elif not (norms[start : start + 1] and norms[start] in _ACTS and start == at):
        return at
    end = start
    while end < sentence.end and norms[end] not in (".", ";", ")", ":", "được"):
        following = norms[end + 1] if end + 1 < sentence.end else ""
        if norms[end : end + 2] == ["với", "chủ"]:  # "về phát động phong trào thi đua … với chủ đề “…”"
            break
        if norms[end] == "do" and _issuer(ctx, end + 1):
            break
        if norms[end] == "," and (not following or following in _STOPS_SUBJECT or reading.upper[end + 1]):
            break
        end += 1
    if end > start:
        slots["subject"] = one_line(reading.text(start, end))
        evidence.append(ctx.evidence("subject", start, end))
    return end


def _behind(ctx: Context, mention: Mention, facts: Sequence[Leader | Award]) -> list[Behind]:
    """Return the facts that rest on a document, as they are stated: in its sentence, or in one that refers back to it.

    A document that the whole article tells of is behind all leaders that it names.
    """
    reading = ctx.reading
    number = reading.sentence_of(mention.start)
    last = number
    while last + 1 < len(reading.sentences) and _refers_back(ctx, last + 1):
        last += 1
    start, end = reading.starts[mention.start], reading.ends[reading.sentences[last].end - 1]
    whole = ctx.decision and mention.parts["type"] in _DECIDES[:2] and number < 3
    found = []
    for fact in facts:
        if fact.status not in _BEHIND[fact.kind]:
            continue
        told = [e.start for e in fact.evidence if e.slot in ("trigger", "role", "award")]
        here = any(start <= at < end for at in told)
        if here or (whole and fact.kind == "leader" and fact.status == "appointed"):
            found.append(Behind.of(fact))
    return list(dict.fromkeys(found))


def _refers_back(ctx: Context, number: int) -> bool:
    sentence = ctx.reading.sentences[number]
    opening = tuple(ctx.reading.norms[sentence.start : sentence.start + 2])
    return opening in _REFERS_BACK


def _joined(first: Document, second: Document) -> Document:
    """Return one document of two citations: what the first leaves open is the second's."""
    new = {
        name: getattr(second, name)
        for name in ("date", "issuer", "subject")
        if getattr(first, name) is None and getattr(second, name) is not None
    }
    shown = tuple(e for e in second.evidence if e.slot in new)
    behind = tuple(dict.fromkeys((*first.behind, *second.behind)))
    return replace(first, **new, behind=behind, evidence=(*first.evidence, *shown))
