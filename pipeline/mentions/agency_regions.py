"""Bodies of several numbered regions: "Tòa án khu vực 1, khu vực 2 và 3", "Chi cục Hải quan các khu vực: I, III"."""

from __future__ import annotations

from pipeline.mentions.agency_grammar import NameGrammar, region_end
from pipeline.mentions.agency_places import official_name
from pipeline.mentions.places import is_numeral
from pipeline.reading import Mention, Reading

_MARKS = frozenset((",", ";", "và"))
_COUNTED = frozenset("đơn lãnh cán công viên cụm khối ngày tháng tổ".split())
"""First words of what a number counts, though they also end names: "khu vực 3 và 5 đơn vị"."""


def regions_after(grammar: NameGrammar, reading: Reading, body: Mention, end: int) -> list[Mention]:
    """Return one agency for each region of the body before a list: "Chi cục Hải quan các khu vực: I, III và IV"."""
    i = body.end
    if reading.norms[i : i + 3] != ["các", "khu", "vực"]:
        return []
    at = i + 3 + (reading.norms[i + 3 : i + 4] == [":"])
    found: list[Mention] = []
    goes_on = at < end
    while goes_on and is_numeral(reading.norms[at]):
        stop = region_end(grammar.lexicon, reading, at, end)
        name = f"{body.parts['name']} khu vực"
        parts = {"name": name, "policy": "part", "place": reading.text(at, stop), "head": body.parts["head"]}
        mention = Mention("AGENCY", at, stop, "", "list-of-places", parts)
        mention.value = official_name(mention)
        found.append(mention)
        at, goes_on = stop, False
        while at < end and reading.norms[at] in _MARKS:
            at, goes_on = at + 1, at + 1 < end
    if found:
        found[0].parts["from"] = str(body.start)
    return found


def more_regions(grammar: NameGrammar, reading: Reading, first: Mention, end: int) -> list[Mention]:
    """Return the regions that share the body of the one before: "Tòa án nhân dân khu vực 1, khu vực 2 và 3"."""
    norms, parts = reading.norms, first.parts
    found: list[Mention] = []
    at = first.end
    while at + 1 < end and norms[at] in (",", ";", "và"):
        i = at + 1
        i += 1 if norms[at] in (",", ";") and norms[i] == "và" else 0
        said = norms[i : i + 2] in (["khu", "vực"], ["khu", "vưc"], ["cơ", "sở"])
        named = i + 2 * said
        if (
            named >= end
            or not is_numeral(norms[named])
            or (not said and named + 1 < end and norms[named + 1].isalpha() and not _ends(grammar, reading, named + 1))
        ):
            break
        at = region_end(grammar.lexicon, reading, named, end)
        region = {**parts, "place": reading.text(named, at)}
        mention = Mention("AGENCY", i, at, "", first.rule, region)
        mention.value = official_name(mention)
        found.append(mention)
    return found


def _ends(grammar: NameGrammar, reading: Reading, i: int) -> bool:
    """Whether a list goes on or something is told of it at token `i`: "Tòa án khu vực 3, 4 và 5 | họp tổng kết"."""
    told = grammar.stops.match(reading.norms, i) is not None and reading.norms[i] not in _COUNTED
    return reading.norms[i] == "và" or reading.raw[i].islower() and told
