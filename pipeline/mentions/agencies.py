"""Agencies: the mentions of all agencies of a report.

1. `agency_names`: one agency, whose name the gazetteer has or the grammar finds; `agency_grammar` tells how far an
   unknown name goes, `agency_places` what follows a name and how the two make its official name;
2. `agency_lists`: elliptical lists of them, "các sở Y tế, Tài chính";
3. here: the walk along the text, owners that a list shares, and short forms.

An agency mention's `value` is its official name with what the text says of its place left out; `parts` keep the rest:

- `name`: the official name without place ("Sở Y tế"), "" where a list gives bare places only;
- `policy`: what happens to the place (see `official_name`);
- `unit`, `place`: the locality after it ("tỉnh", "Kon Tum");
- `owner`: the party committee that it belongs to ("Tỉnh ủy");
- `head`: the word that it begins with ("Sở").
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from pipeline.lexicon import Lexicon
from pipeline.mentions.agency_after_posts import names_after_posts
from pipeline.mentions.agency_grammar import name_grammar
from pipeline.mentions.agency_inside import take_inner
from pipeline.mentions.agency_lists import list_at, list_openers, names_after, openers_of_places
from pipeline.mentions.agency_local import add_local_places, take_bodies
from pipeline.mentions.agency_names import agency_at, opens_small
from pipeline.mentions.agency_places import PARTY_OWNERS, official_name
from pipeline.mentions.agency_regions import regions_after
from pipeline.mentions.places import may_open_name
from pipeline.reading import Mention, Reading, Sentence

__all__ = ["AgencyFinder", "official_name"]

_COLON_REACH = 10
"""A number at the head of a line counts what a colon so many tokens after it opens: "6 Cục QLTT trong Cụm: A, B"."""
_FORWARD_REACH = 6
_OWNER_REACH = 4
"""So many tokens may stand between two names of a list that share an owner."""


class AgencyFinder:
    """Finds the agencies of a reading; `grammar` holds the lexicon and what unknown names are made of."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.grammar = name_grammar(lexicon)

    def find(self, reading: Reading) -> list[Mention]:
        """Return all agency mentions, in text order, without overlaps but for a list's shared head."""
        found: list[Mention] = []
        opens, plurals = reading.where(self.grammar.first_words, numbers=True), list_openers(reading)
        of_places = openers_of_places(reading)
        last = 0
        for sentence in reading.sentences:
            first, last = last, bisect_left(opens, sentence.end)
            before = of_places[: bisect_left(of_places, sentence.end)]
            here = self._find_in(reading, sentence, opens[first:last], plurals, before[-1] if before else -1)
            _share_owner(here)
            _share_owner_said_first(here)
            found += here
        found += names_after_posts(self.grammar, reading, found)
        add_local_places(self.grammar.lexicon, reading, found)
        return found + _short_forms(reading, found)

    def _find_in(
        self,
        reading: Reading,
        sentence: Sentence,
        opens: list[int],
        plurals: set[int],
        last_list: int,
    ) -> list[Mention]:
        """Return the agencies of a sentence.

        `opens` are its tokens with which one may begin, `plurals` the tokens of the report that open a list, and
        `last_list` is the last one up to the sentence's end that opens a list of places. No name goes on into another
        cell of a table.
        """
        found: list[Mention] = []
        past, end, cells = sentence.start, sentence.end, reading.cells
        for i in opens:
            if i < past or reading.norms[i] == "bộ" and reading.norms[i - 1 : i] == ["cán"]:
                continue  # "cán bộ Công an xã A"
            if cells:
                after = bisect_right(cells, i)
                end = min(sentence.end, cells[after]) if after < len(cells) else sentence.end
            numbered = i == sentence.start and reading.raw[i].isdigit()  # "1  Sở Y tế" is a line of a table
            numbered = numbered and ":" not in reading.norms[i : min(i + _COLON_REACH, end)]
            may_list = (i < last_list or i in plurals) and not numbered
            if not (may_list or may_open_name(reading, i) or opens_small(self.grammar, reading, i, end)):
                continue
            listed = list_at(self.grammar, reading, i, end) if may_list else []
            if listed:
                listed[0].parts["from"] = str(i)
                take_bodies(reading, found, listed, i)
                take_inner(reading, found, listed, i)
                found += listed
                past = listed[-1].end
                continue
            mention = agency_at(self.grammar, reading, i, end)
            if mention:
                regions = regions_after(self.grammar, reading, mention, end)
                found += regions or [mention, *names_after(self.grammar, reading, mention, end)]
                past = found[-1].end
        return found


def _share_owner(mentions: list[Mention]) -> None:
    """Give "Văn phòng, Ủy ban Kiểm tra, các Ban: Tổ chức, Nội chính Tỉnh ủy" its owner on each name."""
    if "party?" not in [m.parts["policy"] for m in mentions]:
        return
    owner: str | None = None
    next_start = 0
    for mention in reversed(mentions):
        gap = next_start - mention.end
        said = mention.parts.get("owner") if mention.parts["policy"] == "party" else _owner_in(mention.parts["name"])
        if said:
            owner = said
        elif mention.parts["policy"] == "party?" and owner and gap <= _OWNER_REACH:
            mention.parts["owner"] = owner
            mention.parts["policy"] = "party"
            mention.value = official_name(mention)
        elif gap > _OWNER_REACH:
            owner = None
        next_start = mention.start


def _share_owner_said_first(mentions: list[Mention]) -> None:
    """Give "Văn phòng Tỉnh ủy, Ban Tổ chức, Ban Dân vận" the owner that only the first of them says."""
    if not any(m.parts["policy"] == "party?" for m in mentions):
        return
    owner, past = None, 0
    for mention in mentions:
        if mention.start - past > _FORWARD_REACH:
            owner = None
        if mention.parts["policy"] == "party":
            owner = mention.parts.get("owner")
        elif mention.parts["policy"] == "party?" and owner:
            mention.parts |= {"owner": owner, "policy": "party"}
            mention.value = official_name(mention)
        past = mention.end


def _owner_in(name: str) -> str | None:
    """Return the party committee that an official name itself says at its end: "Văn phòng Tỉnh ủy"."""
    last = " ".join(name.split()[-2:])
    return last if name != last and last.endswith(" ủy") and tuple(last.lower().split()) in PARTY_OWNERS else None


def _short_forms(reading: Reading, found: list[Mention]) -> list[Mention]:
    """Return the agencies named again by the short form that a bracket gave them: "… Sài Gòn (SATRA)"."""
    short = {m.parts["alias"]: m for m in found if len(m.parts.get("alias", "")) > 2}
    if not short:
        return []
    taken = {k for m in found for k in range(int(m.parts.get("from", m.start)), m.end)}
    more: list[Mention] = []
    for i, word in enumerate(reading.raw):
        if word in short and i not in taken:
            parts = {k: v for k, v in short[word].parts.items() if k != "alias"}
            more.append(Mention("AGENCY", i, i + 1, short[word].value, "alias", parts))
    return more
