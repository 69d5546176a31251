"""The places of Vietnam before and after 1 July 2025: 63 provinces became 34, the 696 districts ended, communes merged.

Provinces and their written variants come from `corpora/lexicon/provinces.csv`, the rest from underthesea's address
data (`pipeline/registry/address_data.py`). Its older units are those of June 2025: what a commune or district was
called before an earlier merger is not known, and `valid_from` is null where a place is older than that.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from types import MappingProxyType

from pipeline.lexicon import cells, read_table
from pipeline.registry.address_data import Change, read_changes
from pipeline.registry.gazetteer import Gazetteer, Place, PlaceLink
from pipeline.registry.place_names import slug, split_unit

__all__ = ["REORGANISED", "Gazetteer", "Place", "PlaceLink", "build", "load_places"]

REORGANISED = date(2025, 7, 1)
"""First day of the 34 provinces (Resolution 202/2025/QH15) and of communes right below them (Law 72/2025/QH15)."""

_LAST_DAY = REORGANISED - timedelta(days=1)


@cache
def load_places() -> Gazetteer:
    """Return the gazetteer of the installed lexicon and address data, built on first use and kept.

    Raises:
        FileNotFoundError: the lexicon's table of provinces or underthesea's address data is missing.
        KeyError: the two do not name the same provinces.
    """
    return build(read_table("provinces"), read_changes())


def build(provinces: Sequence[Mapping[str, str]], changes: Sequence[Change]) -> Gazetteer:
    """Make the gazetteer from the rows of the lexicon's table `provinces` and the changes of communes.

    Raises:
        KeyError: the two do not name the same provinces.
    """
    builder = _Builder()
    full_names = {change.new_province for change in changes}
    builder.add_provinces(provinces, {split_unit(name)[1]: name for name in full_names})
    builder.add_parts(sorted(changes))
    lineage = sorted(builder.lineage, key=lambda link: (link.place_id, link.successor_id))
    return Gazetteer(MappingProxyType(builder.places), tuple(lineage), tuple(builder.forms))


@dataclass(slots=True)
class _Builder:
    """What has been made so far; `old` and `new` are the ids of provinces by bare name, before and after."""

    places: dict[str, Place] = field(default_factory=dict)
    lineage: list[PlaceLink] = field(default_factory=list)
    forms: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    old: dict[str, str] = field(default_factory=dict)
    new: dict[str, str] = field(default_factory=dict)

    def add_provinces(self, rows: Sequence[Mapping[str, str]], full_names: Mapping[str, str]) -> None:
        """Add all provinces. One that was not merged is one place; of any other, the name before and after are two."""
        for row in rows:
            today, merged = row["successor"], row["merged_2025"] == "true"
            if today not in self.new:
                later = slug(today) + (f"-{REORGANISED.year}" if merged else "")
                began = REORGANISED if merged else None
                code = row["successor_code"]
                self.new[today] = self.add(later, full_names[today], "province", None, began, None, code)
            later = self.new[today]
            if merged:
                name = row["short"]
                self.old[name] = self.add(slug(name), row["name"], "province", None, None, _LAST_DAY, row["code"])
                self.lineage.append(PlaceLink(self.old[name], later, REORGANISED, "merged"))
                ids = (self.old[name], later) if name == today else (self.old[name],)
            else:
                self.old[today] = later
                ids = (later,)
            self.forms += ((form, ids) for form in (row["short"], *cells(row["variants"])))

    def add_parts(self, changes: Sequence[Change]) -> None:
        """Add all districts and communes, and what became of the communes."""
        old = {name: self.old[split_unit(name)[1]] for name in {change.old_province for change in changes}}
        new = {name: self.new[split_unit(name)[1]] for name in {change.new_province for change in changes}}
        districts: dict[tuple[str, str], str] = {}
        earlier: dict[tuple[str, str, str], str] = {}
        later: dict[tuple[str, str], str] = {}
        for change in changes:
            district, commune = change.district, change.commune
            if district not in districts:
                parent = old[change.old_province]
                districts[district] = self.add_part(parent, change.old_district, "district", None, _LAST_DAY)
            if not change.old_commune:  # an island district had no communes and became one
                earlier[commune] = districts[district]
            elif commune not in earlier:
                parent = districts[district]
                earlier[commune] = self.add_part(parent, change.old_commune, "commune", None, _LAST_DAY)
        for change in sorted(changes, key=lambda change: change.successor):
            if change.successor not in later:
                parent = new[change.new_province]
                later[change.successor] = self.add_part(parent, change.new_commune, "commune", REORGANISED, None)
        sources = Counter(change.successor for change in changes)
        for change in changes:
            before, after = self.places[earlier[change.commune]], self.places[later[change.successor]]
            if change.divided:
                relation = "divided"
            elif sources[change.successor] > 1:
                relation = "merged"
            else:
                relation = "unchanged" if before.full_name == after.full_name else "renamed"
            self.lineage.append(PlaceLink(before.place_id, after.place_id, REORGANISED, relation))

    def add_part(
        self, parent_id: str, full_name: str, kind: str, valid_from: date | None, valid_to: date | None
    ) -> str:
        """Add a district or commune and return its id: that of its parent and its name; a number if that is taken."""
        place_id = plain_id = f"{parent_id}.{slug(full_name)}"
        number = 1
        while place_id in self.places:
            number += 1
            place_id = f"{plain_id}-{number}"
        return self.add(place_id, full_name, kind, parent_id, valid_from, valid_to)

    def add(
        self,
        place_id: str,
        full_name: str,
        kind: str,
        parent_id: str | None,
        valid_from: date | None,
        valid_to: date | None,
        code: str | None = None,
    ) -> str:
        """Add a place and return its id."""
        unit, name = split_unit(full_name)
        full_name = f"{unit.capitalize()} {name}"
        self.places[place_id] = Place(place_id, name, full_name, kind, unit, code, parent_id, valid_from, valid_to)
        return place_id
