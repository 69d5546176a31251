"""Bare places that stand for the bodies of a bloc where awards are told: "tặng Cờ thi đua cho Lào Cai và Yên Bái".

In "Cụm thi đua Hội Nhà báo các tỉnh Tây Bắc" they are Hội Nhà báo tỉnh Lào Cai and Hội Nhà báo tỉnh Yên Bái, whether or
not the report lists the members. `member_places` does the same for members that are listed.
"""

from __future__ import annotations

import re
from collections import defaultdict

from pipeline.frames.context import Context
from pipeline.frames.member_places import local_body
from pipeline.mentions.agencies import official_name
from pipeline.mentions.places import CITIES
from pipeline.reading import Mention, Sentence

_BEFORE = frozenset(", ; : . - + * và cho là tôn chọn bầu gồm tặng về với nhì ba nhất vị (".split())
_AFTER = frozenset(
    ", ; : . ( ) - và được đạt là xếp đứng nhận giành dẫn về đề vị cùng hạng nhất nhì ba đồng để | năm thứ "
    "với có lần vinh đã cũng vươn giữ đoạt chia".split()
)
_OF_PROVINCES = re.compile(
    r"(?:cụm|khối)(?: thi đua)?(?: số)?(?: \w{1,3})?(?: gồm| -| –|,)? (?:\d+ |các )?(?:tỉnh|thành phố)\b"
)
"""How the name of a bloc begins whose units are provinces themselves."""
_OF_PLACES = ("các tỉnh", "tỉnh, thành", "các thành phố")


def add_body_aliases(ctx: Context) -> None:
    """Add an agency for each bare place that stands where those who get an award stand."""
    reading = ctx.reading
    told = [sentence for _, sentence, _ in reading.told("AWARD")]
    bodies = _bodies(ctx) if told else {}
    name = _body_of_bloc(ctx) if told else None
    if not bodies and name is None:
        return
    ends = {m.end for m in reading.of("AGENCY")}
    taken = {k for kind in ("AGENCY", "BLOC", "PERSON") for m in reading.of(kind) for k in range(m.start, m.end)}
    more: list[Mention] = []
    for sentence in told:
        for start, stop, body in sorted(_places(ctx, sentence, bodies, name), key=lambda place: place[0]):
            if taken.isdisjoint(range(start, stop)) and _stands_alone(ctx, sentence, start, stop, ends):
                ends.add(stop)
                more.append(Mention("AGENCY", start, stop, official_name(body, keep_place=True), "alias", body.parts))
                taken |= set(range(start, stop))
    if more:
        reading.add("AGENCY", [*reading.of("AGENCY"), *more])


def _places(
    ctx: Context, sentence: Sentence, bodies: dict[tuple[str, ...], Mention], name: Mention | None
) -> list[tuple[int, int, Mention]]:
    """Return (start, end, body) of the names of places in a sentence that bodies are known by."""
    reading, found = ctx.reading, []
    for words, body in bodies.items():
        at = reading.find(words, sentence.start, sentence.end)
        while at >= 0:
            parts = {k: v for k, v in body.parts.items() if k != "from"}
            found.append((at, at + len(words), Mention("AGENCY", at, at + len(words), "", "alias", parts)))
            at = reading.find(words, at + 1, sentence.end)
    for start, stop, place in reading.matches(ctx.lexicon.provinces, sentence.start, sentence.end) if name else ():
        if name is not None and tuple(reading.norms[start:stop]) not in bodies:
            parts = {k: v for k, v in name.parts.items() if k in ("name", "policy", "head")}
            parts |= {"place": place, "unit": "thành phố" if place in CITIES else "tỉnh"}
            found.append((start, stop, Mention("AGENCY", start, stop, "", "alias", parts)))
    return found


def _stands_alone(ctx: Context, sentence: Sentence, start: int, stop: int, ends: set[int]) -> bool:
    """Whether a place stands as a name by itself between words that those who get an award stand between.

    The item before it in a list must be one too (`ends`): not "thăm Quảng Nam, Đà Nẵng".
    """
    reading = ctx.reading
    joined = start > sentence.start + 1 and reading.norms[start - 1] in (",", "và")
    if joined and reading.upper[start - 2] and start - 1 not in ends:
        return False
    if not reading.upper[start] or start > sentence.start and reading.norms[start - 1] not in _BEFORE:
        return False
    return stop >= sentence.end or reading.norms[stop] in _AFTER


def _bodies(ctx: Context) -> dict[tuple[str, ...], Mention]:
    """Return the bodies of one kind by their places, where the report names several of that kind and no other kind."""
    kinds: defaultdict[str, dict[tuple[str, ...], Mention]] = defaultdict(dict)
    for m in ctx.reading.of("AGENCY"):
        if m.parts["name"] and m.parts.get("place") and m.parts.get("unit") and m.parts["policy"] != "self":
            kinds[m.parts["name"]].setdefault(tuple(m.parts["place"].lower().split()), m)
    several = [places for places in kinds.values() if len(places) > 1]
    return several[0] if len(several) == 1 else {}


def _body_of_bloc(ctx: Context) -> Mention | None:
    """Return the body whose name the only bloc's has, before the places: "Cụm thi đua Hội Nhà báo các tỉnh Tây Bắc"."""
    if len(ctx.blocs) != 1:
        return None
    bloc = ctx.blocs[0].first
    if _OF_PROVINCES.match(ctx.blocs[0].name.lower()):  # "Cụm thi đua số 1 các tỉnh Tây Bắc"
        return Mention("AGENCY", bloc.start, bloc.end, "", "alias", {"name": "", "policy": "self", "head": ""})
    inside = [m for m in ctx.inner_agencies if bloc.start <= m.start < bloc.end and m.parts["name"]]
    if len(inside) != 1 or not any(words in ctx.blocs[0].name.lower() for words in _OF_PLACES):
        return None
    name, policy = local_body(ctx, inside[0])
    parts = {"name": name, "policy": policy, "head": inside[0].parts["head"]}
    return Mention("AGENCY", inside[0].start, inside[0].end, name, "alias", parts)
