"""The administrative units that underthesea's address data know: as of June 2025, and what each became on 1 July 2025.

The file is read as data. underthesea itself is not imported, for that takes seconds and nothing of its code is needed.
It was made from vietnamadminunits 1.0.4 and lists one record for each old commune and new commune that share ground.
"""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Iterable, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

from pipeline.text import plain

_FILE = Path("address", "data", "mapping.json")
_TYPES = {"xã": "Xã", "phường": "Phường", "thịtrấn": "Thị trấn", "đặckhu": "Đặc khu"}
_LONGEST_SYLLABLE = 7


class Change(NamedTuple):
    """An old commune, and a new one that took it in whole or (`divided`) in part. Full names: "Xã Ia Dok".

    `old_commune` is empty for the island districts that had no communes.
    """

    old_province: str
    old_district: str
    old_commune: str
    new_province: str
    new_commune: str
    divided: bool

    @property
    def district(self) -> tuple[str, str]:
        """The old district with its province."""
        return self.old_province, self.old_district

    @property
    def commune(self) -> tuple[str, str, str]:
        """The old commune with its district and province."""
        return self.old_province, self.old_district, self.old_commune

    @property
    def successor(self) -> tuple[str, str]:
        """The new commune with its province."""
        return self.new_province, self.new_commune


def read_changes() -> tuple[Change, ...]:
    """Return what the address data of the installed underthesea tell of each commune (UTF-8 JSON, 4.6 MB).

    Raises:
        FileNotFoundError: underthesea is not installed, or this version of it has no such file.
        KeyError: the file has another layout.
    """
    spec = find_spec("underthesea")
    folders = (spec.submodule_search_locations if spec else None) or ()
    path = next((Path(folder) / _FILE for folder in folders if (Path(folder) / _FILE).is_file()), None)
    if path is None:
        raise FileNotFoundError(f"No {_FILE} in underthesea; install the version that constraints.txt names.")
    records: list[dict[str, Any]] = json.loads(path.read_text("utf-8"))["ward_mapping"]
    frequency = _syllable_frequency(records)
    return tuple(
        Change(
            record["old_province"],
            record["old_district"],
            record["old_ward"] or spelled_out(record["old_ward_key"], frequency),
            record["new_province"],
            record["new_ward"] or spelled_out(record["new_ward_key"], frequency),
            record["mapping_type"] == "divided",
        )
        for record in records
    )


def spelled_out(key: str, frequency: Mapping[str, int]) -> str:
    """Return the full name behind a key such as "xãtamđàn" ("Xã Tam Đàn"); "" for an empty key.

    Where two communes of one district differ only in their marks, the file gives keys with marks and no names (sixty in
    all). `frequency` counts the syllables of all other names, without marks; of several readings, the commonest
    syllables win, and letters that make no known syllable weigh most.
    """
    kind = next((kind for kind in _TYPES if key.startswith(kind)), "")
    rest = key[len(kind) :]
    unlikely = math.log(sum(frequency.values()) + 2)
    best: list[tuple[float, tuple[str, ...]]] = [(0.0, ())]
    for end in range(1, len(rest) + 1):
        starts = range(max(0, end - _LONGEST_SYLLABLE), end)
        ways = [(*best[start], rest[start:end]) for start in starts]
        costs = [(cost + _surprise(plain(last), frequency, unlikely), (*words, last)) for cost, words, last in ways]
        best.append(min(costs))
    return " ".join([_TYPES[kind], *(word.capitalize() for word in best[-1][1])]) if kind else ""


def _surprise(syllable: str, frequency: Mapping[str, int], unlikely: float) -> float:
    known = frequency.get(syllable)
    return unlikely - math.log(known) if known else len(syllable) * unlikely


def _syllable_frequency(records: Iterable[Mapping[str, Any]]) -> Counter[str]:
    frequency: Counter[str] = Counter()
    written = Counter(word for record in records for word in record["new_ward"].split())
    written.update(word for record in records for word in record["old_ward"].split())
    for word, count in written.items():
        frequency.update(dict.fromkeys(plain(word).split(), count))
    return frequency
