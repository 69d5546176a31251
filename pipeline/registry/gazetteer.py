"""Find a place by its written name and day, and tell what it was before and what it became."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from pipeline.registry.place_names import Written, key_of, loose_key, written

K = TypeVar("K")


@dataclass(frozen=True, slots=True)
class Place:
    """A territorial unit as long as it existed. The fields are the columns of the table `places`."""

    place_id: str
    name: str
    full_name: str
    place_kind: str
    type: str
    code: str | None
    parent_id: str | None
    valid_from: date | None
    valid_to: date | None


@dataclass(frozen=True, slots=True)
class PlaceLink:
    """What became of a place: a row of the table `place_lineage`. `day` is the first of the later place."""

    place_id: str
    successor_id: str
    day: date
    relation: str


@dataclass(frozen=True)
class Gazetteer:
    """All places by id, what became of them, and the written forms of the provinces' names.

    Immutable; made once by `load_places`. `forms` are (written name, ids of the provinces that it may mean).
    """

    places: Mapping[str, Place]
    lineage: Sequence[PlaceLink]
    forms: Sequence[tuple[str, tuple[str, ...]]]

    def find(
        self, province: str | None, district: str | None = None, commune: str | None = None, day: date | None = None
    ) -> str | None:
        """Return the place_id of the smallest place named, or None if it is unknown or ambiguous.

        - Names may be bare or full ("Đức Cơ", "huyện Đức Cơ", "H. Đức Cơ") and differ in what folding makes equal.
          Provinces go by the lexicon's forms. Of a district or commune, where none has the name, one that differs only
          in its marks is taken.
        - The word for the unit decides between places of one name. If none of them is of that type, it is taken for
          the type that the only one had before ("huyện Chơn Thành").
        - A place that began after `day` is never meant, and one that existed then goes before one that had ended. With
          no day, a name that a province kept through a merger is ambiguous, and so is one that an old and a new commune
          share.
        - A bare name given as the district is a new commune's, if the districts had ended by that day.
        - A part may be named with the province of another time: Đắk Hà in Quảng Ngãi, a new commune in Kon Tum.
        - With no province, a name must be the only one in the country; slips then are allowed in districts' names only.

        Args:
            province: Name of the province, or None.
            district: Name of the huyện, quận, thị xã or thành phố in it, or None.
            commune: Name of the xã, phường, thị trấn or đặc khu, or None.
            day: The day on which the name was used, if known.
        """
        scope: tuple[str, ...] | None = None
        if province:
            scope = self._timely(self._begun(self._provinces(province), day), day)
            if not scope:
                return None
        if commune:
            within = self._districts(district, scope) if district else scope
            found = self._candidates("commune", written(commune), within, day)
        elif district:
            asked = written(district)
            found = self._candidates(asked.kind or "district", asked, scope, day)
            if not asked.kind and day and not any(_valid(self.places[place_id], day) for place_id in found):
                communes = self._candidates("commune", asked, scope, day)
                found = tuple(place_id for place_id in communes if self._has_no_district(place_id)) or found
        else:
            found = scope or ()
        return found[0] if len(found) == 1 else None

    def province_of(self, place_id: str) -> str:
        """Return the id of the province that a place lies in; a province's own id.

        Raises:
            KeyError: there is no such place.
        """
        parent = self.places[place_id].parent_id
        return self.province_of(parent) if parent else place_id

    def province_now(self, place_id: str) -> str:
        """Return the id of today's province of a place: that of Bắc Kạn is the new Thái Nguyên.

        Raises:
            KeyError: there is no such place.
        """
        province = self.province_of(place_id)
        later = self._later.get(province)
        return self.province_now(later[0]) if later else province

    def successors(self, place_id: str) -> tuple[str, ...]:
        """Return the ids of the places of today that a place became, sorted; none if it still exists.

        Those of a district are the communes that took in its communes.

        Raises:
            KeyError: there is no such place.
        """
        place = self.places[place_id]
        if place.valid_to is None:
            return ()
        parts = (place_id, *(self._children.get(place_id, ()) if place.place_kind == "district" else ()))
        found = {later for part in parts for later in self._later.get(part, ())}
        return tuple(sorted({last for later in found for last in self.successors(later) or (later,)}))

    def predecessors(self, place_id: str) -> tuple[str, ...]:
        """Return the ids of the places that became a place, or a part of it, sorted; none if there were none.

        Raises:
            KeyError: there is no such place.
        """
        return self._earlier.get(self.places[place_id].place_id, ())

    def merged(self, place_id: str) -> bool:
        """Return whether the province of a place took part in a merger: true of Kon Tum and both Quảng Ngãi.

        Raises:
            KeyError: there is no such place.
        """
        province = self.province_of(place_id)
        return province in self._later or province in self._earlier

    def place_rows(self) -> list[dict[str, Any]]:
        """Return the rows of the table `places`, by place_id."""
        return _rows(Place, (self.places[place_id] for place_id in sorted(self.places)))

    def link_rows(self) -> list[dict[str, Any]]:
        """Return the rows of the table `place_lineage`, by place_id and successor_id."""
        return _rows(PlaceLink, self.lineage)

    @cached_property
    def _later(self) -> Mapping[str, tuple[str, ...]]:
        return _grouped((link.place_id, link.successor_id) for link in self.lineage)

    @cached_property
    def _earlier(self) -> Mapping[str, tuple[str, ...]]:
        return _grouped((link.successor_id, link.place_id) for link in self.lineage)

    @cached_property
    def _children(self) -> Mapping[str, tuple[str, ...]]:
        return _grouped((p.parent_id, p.place_id) for p in self.places.values() if p.parent_id)

    @cached_property
    def _by_name(self) -> Mapping[tuple[str, str], tuple[str, ...]]:
        """(kind, key of the bare name) -> places; provinces by every written form."""
        named = [((p.place_kind, key_of(p.name)), p.place_id) for p in self.places.values()]
        forms = [(("province", key_of(form)), place_id) for form, ids in self.forms for place_id in ids]
        return _grouped((*named, *forms))

    @cached_property
    def _by_loose_name(self) -> Mapping[tuple[str, str], tuple[str, ...]]:
        """(kind, loose key of the bare name) -> districts or communes."""
        return _grouped(
            ((kind, loose_key(key)), place_id)
            for (kind, key), ids in self._by_name.items()
            if kind != "province"
            for place_id in ids
        )

    def _provinces(self, name: str) -> tuple[str, ...]:
        """Return the provinces of all times that a name may mean; "thành phố Kon Tum" is none."""
        if known := self._by_name.get(("province", key_of(name))):
            return known
        asked = written(name)
        found = self._by_name.get(("province", key_of(asked.name)), ())
        if asked.kind == "district" and not any(self.places[place_id].type == asked.type for place_id in found):
            return ()
        return found if asked.kind != "commune" else ()

    def _districts(self, name: str, scope: tuple[str, ...] | None) -> tuple[str, ...]:
        """Return the districts in which a commune may be said to lie."""
        return self._candidates("district", written(name), scope, None)

    def _candidates(
        self, kind: str, asked: Written, scope: tuple[str, ...] | None, day: date | None
    ) -> tuple[str, ...]:
        """Return the places of one kind that a name may mean on a day, in provinces or districts (`scope`)."""
        key = key_of(asked.name)
        found = self._inside(self._by_name.get((kind, key), ()), scope)
        slip = not found
        if slip and (scope or kind == "district"):
            found = self._inside(self._by_loose_name.get((kind, loose_key(key)), ()), scope)
        found = self._begun(found, day)
        of_type = tuple(place_id for place_id in found if self.places[place_id].type == asked.type)
        if asked.type and (of_type or (scope is None and (slip or kind == "commune"))):
            found = of_type
        found = self._timely(found, day)
        return tuple(place_id for place_id in found if scope and self._lies_in(place_id, scope)) or found

    def _begun(self, found: tuple[str, ...], day: date | None) -> tuple[str, ...]:
        """Return the places without those that began after a day."""
        return tuple(p for p in found if not (day and (began := self.places[p].valid_from) and began > day))

    def _timely(self, found: tuple[str, ...], day: date | None) -> tuple[str, ...]:
        """Return those places that existed on a day; all if none did, or if the day is unknown."""
        return tuple(place_id for place_id in found if day and _valid(self.places[place_id], day)) or found

    def _inside(self, found: tuple[str, ...], scope: tuple[str, ...] | None) -> tuple[str, ...]:
        """Return the places that lie in one of `scope`, in what became one of them, or on what was one of them."""
        if scope is None:
            return found
        wide = {*scope, *(earlier for place_id in scope for earlier in self._earlier.get(place_id, ()))}
        return tuple(
            place_id
            for place_id in found
            if self._lies_in(place_id, wide)
            or any(self._lies_in(earlier, scope) for earlier in self._earlier.get(place_id, ()))
        )

    def _has_no_district(self, place_id: str) -> bool:
        parent = self.places[place_id].parent_id
        return parent is not None and self.places[parent].place_kind == "province"

    def _lies_in(self, place_id: str | None, scope: Iterable[str]) -> bool:
        while place_id:
            if place_id in scope:
                return True
            place_id = self.places[place_id].parent_id
        return False


def _rows(cls: type[Place] | type[PlaceLink], items: Iterable[Place | PlaceLink]) -> list[dict[str, Any]]:
    """Return dataclasses as dictionaries; `asdict` copies every value, which for 25,000 of them takes a second."""
    names = [field.name for field in fields(cls)]
    return [{name: getattr(item, name) for name in names} for item in items]


def _valid(place: Place, day: date) -> bool:
    return (place.valid_from is None or place.valid_from <= day) and (place.valid_to is None or day <= place.valid_to)


def _grouped(pairs: Iterable[tuple[K, str]]) -> Mapping[K, tuple[str, ...]]:
    """Return the distinct second members of pairs by their first, sorted."""
    groups: dict[K, set[str]] = defaultdict(set)
    for key, value in pairs:
        groups[key].add(value)
    return {key: tuple(sorted(values)) for key, values in groups.items()}
