"""Lists of those who get an award in which a word is said once for several: "tặng Cờ cho xã A, B và C".

The names behind share the kind of the one before them ("Hội Nông dân huyện A, B"). A larger place behind a smaller one
is where it lies, and is no unit of its own: "xã A, huyện B; xã C (huyện D)".
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.frames.context import Context
from pipeline.mentions.places import LEVEL_OF_UNIT, proper_name
from pipeline.reading import Mention

_SIZES = {"xã": 1, "huyện": 2, "tỉnh": 3}
_JOINS = frozenset((",", "và", ";", "cùng"))
_BEHIND = frozenset(
    ", ; . ) ( … và cùng được đạt nhận là xếp đứng dẫn giành đều vì có đã đồng vinh lần để hạng nhất nhì ba : thị xã "
    "huyện quận thành tỉnh với năm".split()
)
"""What may stand behind a name that shares the kind of the one before."""
_OTHERS = ("AGENCY", "PERSON", "TITLE", "BLOC", "ROLE", "AWARD", "GRANTOR", "YEAR", "DATE", "COUNT")


def share_kinds(ctx: Context) -> None:
    """Add the agencies that share the kind of the one before, in the sentences that tell of awards.

    Bodies of one kind in several places keep their places: "Hội Nông dân huyện A, B".
    """
    reading = ctx.reading
    if not reading.of("AWARD"):
        return
    taken = {k for kind in _OTHERS for m in reading.of(kind) for k in range(m.start, m.end)}
    kept: list[Mention] = []
    for sentence in reading.sentences:
        agencies = reading.of("AGENCY", sentence.start, sentence.end)
        if agencies and reading.of("AWARD", sentence.start, sentence.end):
            agencies = list(_with_names(ctx, agencies, sentence.end, taken))
        kept += agencies
    reading.add("AGENCY", kept)


def _with_names(ctx: Context, agencies: list[Mention], end: int, taken: set[int]) -> Iterator[Mention]:
    """Yield the agencies of a sentence, each with its larger place, and the names behind it."""
    over = 0
    for k, agency in enumerate(agencies):
        if agency.start < over:
            continue
        over = _end_with_place(ctx, agency, agencies[k + 1 : k + 2])
        yield agency if over == agency.end else _to(agency, over)
        if not agency.parts.get("place") or not agency.parts.get("unit") or agency.parts["policy"] == "none":
            continue
        at = over
        while True:
            name = _name_behind(ctx, at, end, taken)
            if name is None:
                break
            parts = {k: v for k, v in agency.parts.items() if k != "from"} | {"place": name[2]}
            value = f"{agency.value.removesuffix(agency.parts['place'])}{name[2]}"
            found = Mention("AGENCY", name[0], name[1], value, agency.rule, parts)
            following = [a for a in agencies[k + 1 :] if a.start >= name[1]]
            ctx.several_places |= bool(parts["name"]) and parts["policy"] != "self"
            at = over = _end_with_place(ctx, found, following[:1])
            yield _to(found, at)


def _to(agency: Mention, end: int) -> Mention:
    """Return an agency as one that goes on to a token."""
    return Mention("AGENCY", agency.start, end, agency.value, agency.rule, agency.parts)


def _end_with_place(ctx: Context, agency: Mention, following: list[Mention]) -> int:
    """Return where an agency ends with the larger place that follows it: "xã A, huyện B", "xã C (huyện D)"."""
    if not following or following[0].rule != "unit" or agency.rule != "unit":
        return agency.end
    place, norms = following[0], ctx.reading.norms
    smaller = _SIZES[LEVEL_OF_UNIT[agency.parts["unit"]]] < _SIZES[LEVEL_OF_UNIT[place.parts["unit"]]]
    between = norms[agency.end : place.start]
    if not smaller or between not in ([], [","], ["("], ["-"]):
        return agency.end
    return place.end + (between == ["("] and norms[place.end : place.end + 1] == [")"])


def _name_behind(ctx: Context, at: int, end: int, taken: set[int]) -> tuple[int, int, str] | None:
    """Return (start, end, name) of the bare name of a place behind a mark at token `at`."""
    reading, begin = ctx.reading, at
    while begin < end and reading.norms[begin] in _JOINS:
        begin += 1
    if begin == at or begin - at > 2 or begin >= end or not reading.upper[begin]:
        return None
    found = proper_name(reading, ctx.lexicon, begin, end)
    if found is None or not taken.isdisjoint(range(begin, found[0])):
        return None
    if ctx.lexicon.heads.match(reading.norms, begin) or ctx.lexicon.titles.match(reading.norms, begin):
        return None
    one_word = found[0] - begin < 2 and not ctx.lexicon.provinces.match(reading.norms, begin)
    if one_word or found[0] < end and reading.norms[found[0]] not in _BEHIND:
        return None
    return begin, found[0], found[1]
