"""Score extracted records against gold ones, as the annotation guideline says under Scoring.

Facts are compared by kind as sets of tuples. A gold value may be a list: its first entry is preferred and the others
are accepted too. Gold and predictions are both records in the guideline's JSON form (`Record.to_dict()`), because
gold's lists of accepted values have no place in the typed record.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from pipeline.record import KINDS

RecordDict = Mapping[str, Any]
"""A record in the guideline's JSON form; in gold any value may be a list of accepted ones."""

Value = str | int | float | None
Slot = tuple[Value, ...]
"""The accepted values of one slot, folded."""
FactTuple = tuple[Slot, ...]

_PLACE_KINDS = r"(?:tỉnh|huyện|thành phố|thị xã|quận|xã|phường|thị trấn|đặc khu)"
_TONE_MARKS = dict(
    zip(
        ["òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy"],
        ["oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ"],
        strict=True,
    )
)
_BLOC_ATTRIBUTES = ("level", "province", "district", "authority")


@dataclass(frozen=True, slots=True)
class Counts:
    """Right (`tp`), wrong (`fp`) and missed (`fn`) facts, and the rates that follow; 1.0 where nothing was asked."""

    tp: int = 0
    fp: int = 0
    fn: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.tp + other.tp, self.fp + other.fp, self.fn + other.fn)

    @property
    def precision(self) -> float:
        """Return the share of the predicted facts that are right."""
        return self.tp / (self.tp + self.fp) if self.tp + self.fp else 1.0

    @property
    def recall(self) -> float:
        """Return the share of the gold facts that were found."""
        return self.tp / (self.tp + self.fn) if self.tp + self.fn else 1.0

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def to_dict(self) -> dict[str, float]:
        """Return counts and rates, the rates rounded to four digits."""
        rates = {"p": round(self.precision, 4), "r": round(self.recall, 4), "f1": round(self.f1, 4)}
        return {"tp": self.tp, "fp": self.fp, "fn": self.fn, **rates}


@dataclass(frozen=True, slots=True)
class Miss:
    """One fact that is wrong (predicted, not in gold) or missed (in gold, not predicted); its slots are folded."""

    article_id: str
    kind: str
    what: Literal["missed", "wrong"]
    slots: FactTuple

    def __str__(self) -> str:
        slots = " | ".join("/".join(map(str, slot)) for slot in self.slots)
        return f"{self.article_id} {self.kind:8}{self.what:7} {slots}"


@dataclass(frozen=True, slots=True)
class Scores:
    """The figures of one evaluation. `attributes` is the share of right attributes, `perfect` counts reports."""

    reports: int
    perfect: int
    attributes: float
    kinds: Mapping[str, Counts]
    errors: tuple[Miss, ...]

    @property
    def all(self) -> Counts:
        """All six kinds together."""
        return sum(self.kinds.values(), Counts())

    @property
    def lowest(self) -> float:
        """F1 of the weakest kind, rounded to four digits."""
        return min(round(counts.f1, 4) for counts in self.kinds.values())

    def to_dict(self) -> dict[str, Any]:
        """Return the figures as the reference scorer's `--json` gives them."""
        kinds = {kind: counts.to_dict() for kind, counts in self.kinds.items()}
        head = {"reports": self.reports, "perfect": self.perfect, "attributes": round(self.attributes, 4)}
        return {**head, "lowest": self.lowest, **kinds, "all": self.all.to_dict()}


@dataclass(frozen=True, slots=True)
class Changes:
    """What differs between two runs over the same gold, each list in the order of the gold.

    `gained` and `lost` are gold facts newly found and no longer found; `new_wrong` and `mended` are wrong facts that
    came and went.
    """

    gained: tuple[Miss, ...]
    lost: tuple[Miss, ...]
    new_wrong: tuple[Miss, ...]
    mended: tuple[Miss, ...]


def score(gold_records: Iterable[RecordDict], predictions: Mapping[str, RecordDict]) -> Scores:
    """Score predicted records against gold.

    Args:
        gold_records: Gold records, in the order in which errors are to be listed.
        predictions: Predicted records by `article_id`; a gold record without one counts as an empty prediction.

    Returns:
        Counts by kind, micro-averaged over all reports, the errors, and the share of right attributes.
    """
    counts = dict.fromkeys(KINDS, Counts())
    errors: list[Miss] = []
    reports = perfect = right = asked = 0
    for gold in gold_records:
        predicted = predictions.get(gold["article_id"], {})
        found_errors, found_counts = _score_one(gold, predicted)
        for kind in KINDS:
            counts[kind] += found_counts[kind]
        errors += found_errors
        reports += 1
        perfect += not found_errors
        checks = _attribute_checks(gold, predicted)
        right, asked = right + sum(checks), asked + len(checks)
    return Scores(reports, perfect, right / asked if asked else 1.0, counts, tuple(errors))


def compare(before: Scores, after: Scores) -> Changes:
    """Return the facts gained and lost between two evaluations over the same gold."""

    def only(here: Scores, there: Scores, what: str) -> tuple[Miss, ...]:
        known = set(there.errors)
        return tuple(error for error in here.errors if error.what == what and error not in known)

    return Changes(
        gained=only(before, after, "missed"),
        lost=only(after, before, "missed"),
        new_wrong=only(after, before, "wrong"),
        mended=only(before, after, "wrong"),
    )


def read_gold(folder: Path, prefix: str = "") -> list[dict[str, Any]]:
    """Read the gold records of a folder: every `prefix*.json`, sorted by name.

    Raises:
        FileNotFoundError: the folder has no such file.
        ValueError: a file is no JSON record.
    """
    paths = [path for path in sorted(folder.glob(f"{prefix}*.json")) if path.name != "truth.json"]
    if not paths:
        raise FileNotFoundError(f"{folder} holds no gold record {prefix}*.json; give a folder with .json beside .txt")
    return [_read_record(path.read_text("utf-8"), str(path)) for path in paths]


def read_run(path: Path) -> dict[str, dict[str, Any]]:
    """Read a saved run, one JSON record a line, as records by `article_id`.

    Raises:
        ValueError: a line is no JSON record.
    """
    lines = enumerate(path.read_text("utf-8").splitlines(), start=1)
    records = (_read_record(line, f"{path}, line {number}") for number, line in lines if line.strip())
    return {record["article_id"]: record for record in records}


def _read_record(text: str, where: str) -> dict[str, Any]:
    try:
        record = json.loads(text)
    except json.JSONDecodeError as error:
        raise ValueError(f"{where}: no JSON ({error}); expected one record in the guideline's form") from error
    if not isinstance(record, dict) or "article_id" not in record:
        raise ValueError(f"{where}: no record; expected a JSON object with an article_id")
    return record


def _score_one(gold: RecordDict, predicted: RecordDict) -> tuple[list[Miss], dict[str, Counts]]:
    several, places = len(gold.get("blocs") or []) > 1, places_of(gold)
    wanted, given = _fact_tuples(gold, several, places), _fact_tuples(predicted, several, places)
    free = _free_members(gold, wanted, places)
    errors: list[Miss] = []
    counts: dict[str, Counts] = {}
    for kind in KINDS:
        pairs = match(wanted[kind], given[kind])
        used = set(pairs.values())
        wrong = [fact for index, fact in enumerate(given[kind]) if index not in used]
        if kind == "member":
            wrong = [fact for fact in wrong if not any(set(fact[-1]) & slot for slot in free)]
        missed = [fact for index, fact in enumerate(wanted[kind]) if index not in pairs]
        counts[kind] = Counts(len(pairs), len(wrong), len(missed))
        errors += [Miss(gold["article_id"], kind, "missed", fact) for fact in missed]
        errors += [Miss(gold["article_id"], kind, "wrong", fact) for fact in wrong]
    return errors, counts


def _free_members(gold: RecordDict, wanted: Mapping[str, list[FactTuple]], places: list[str]) -> list[set[Value]]:
    """Members that are neither right nor wrong: the optional ones, and those that leaders and awards imply."""
    free = []
    for member in gold.get("members_optional") or []:
        agency = member["agency"] if isinstance(member, dict) else member
        free.append(set(options(agency, agency_folder(places))))
    return free + [set(fact[-3]) for kind in ("leader", "award") for fact in wanted[kind]]


def _fact_tuples(record: RecordDict, several: bool, places: list[str]) -> dict[str, list[FactTuple]]:
    """Return the record's facts as tuples by kind, without repeats; with the bloc's name where gold has several."""
    names = [options(bloc["name"]) for bloc in record.get("blocs") or []]
    agency = agency_folder(places)

    def bloc_of(fact: RecordDict) -> FactTuple:
        if not several:
            return ()
        own = options(fact.get("bloc"))
        return (next((name for name in names if set(name) & set(own)), own),)

    def slots(fact: RecordDict, *keys: str) -> FactTuple:
        return tuple(options(fact.get(key)) for key in keys)

    def facts() -> Iterator[tuple[str, FactTuple]]:
        for name in names:
            yield "bloc", (name,)
        for fact in record.get("meetings") or []:
            yield "meeting", (*bloc_of(fact), *slots(fact, "type", "date", "year"))
        for fact in record.get("members") or []:
            yield "member", (*bloc_of(fact), options(fact["agency"], agency))
        for fact in record.get("leaders") or []:
            unit = options(fact.get("agency"), agency)
            yield "leader", (*bloc_of(fact), *slots(fact, "role"), unit, *slots(fact, "year", "status"))
        for fact in record.get("awards") or []:
            who = options(fact.get("recipient"), agency)
            if who == (None,):
                who = tuple(
                    f"{n} {kind}" for n in options(fact.get("count")) for kind in slots(fact, "recipient_kind")[0]
                )
            yield "award", (*bloc_of(fact), *slots(fact, "award", "grantor"), who, *slots(fact, "year", "status"))
        for fact in record.get("people") or []:
            yield "person", (*slots(fact, "name", "title"), options(fact.get("agency"), agency))

    out: dict[str, dict[FactTuple, None]] = {kind: {} for kind in KINDS}
    for kind, fact_tuple in facts():
        out[kind][fact_tuple] = None
    return {kind: list(facts_of_kind) for kind, facts_of_kind in out.items()}


def _fits(gold: FactTuple, predicted: FactTuple) -> bool:
    return len(gold) == len(predicted) and all(set(g) & set(p) for g, p in zip(gold, predicted, strict=True))


def match(gold: Sequence[FactTuple], predicted: Sequence[FactTuple]) -> dict[int, int]:
    """Return a maximum bipartite matching, {index of gold: index of predicted}, by augmenting paths."""
    owner: dict[int, int] = {}

    def assign(index: int, tried: set[int]) -> bool:
        for candidate, fact in enumerate(predicted):
            if candidate not in tried and _fits(gold[index], fact):
                tried.add(candidate)
                if candidate not in owner or assign(owner[candidate], tried):
                    owner[candidate] = index
                    return True
        return False

    for index in range(len(gold)):
        assign(index, set())
    return {index: candidate for candidate, index in owner.items()}


def _attribute_checks(gold: RecordDict, predicted: RecordDict) -> list[bool]:
    """Return right or wrong for title, published, and the attributes of each gold bloc."""
    checks = [bool(set(options(gold.get(key))) & set(options(predicted.get(key)))) for key in ("title", "published")]
    for bloc in gold.get("blocs") or []:
        name = set(options(bloc["name"]))
        found = next((b for b in predicted.get("blocs") or [] if name & set(options(b["name"]))), None)
        for key in _BLOC_ATTRIBUTES:
            wanted, given = options(bloc.get(key)), options((found or {}).get(key))
            if key == "authority" and wanted == (None,):  # no other body named: the UBND of the place may be given
                given = tuple(None if isinstance(v, str) and v.startswith("ubnd") else v for v in given)
            checks.append(found is not None and bool(set(wanted) & set(given)))
    return checks


def places_of(record: RecordDict) -> list[str]:
    """Return the provinces and districts of a record's blocs, which say nothing new behind an agency's name."""
    blocs = record.get("blocs") or []
    return [str(p) for bloc in blocs for key in ("province", "district") for p in options(bloc.get(key)) if p]


def options(value: Any, fold: Callable[[Any], Value] | None = None) -> Slot:
    """Return the accepted values of a slot, each in the spelling that `fold` makes of it."""
    fold = fold or _fold
    return tuple(map(fold, value)) if isinstance(value, list) else (fold(value),)


def _fold(value: Any) -> Value:
    """Return one spelling for strings that differ in case, dashes, punctuation, "và" or tone-mark placement."""
    if value is None or isinstance(value, int | float):
        return value
    text = unicodedata.normalize("NFC", str(value)).casefold()
    for old, new in _TONE_MARKS.items():
        text = text.replace(old, new)
    text = " ".join(word for word in re.sub(r"[^\w\s]", " ", text).split() if word != "và")
    return text.replace("uỷ ban nhân dân", "ubnd").replace("hội đồng nhân dân", "hđnd")


def agency_folder(places: list[str]) -> Callable[[Any], Value]:
    """Return a folding for agencies that also drops a trailing generic locality or one of the report's own places."""

    def fold(value: Any) -> Value:
        text = _fold(value)
        if not isinstance(text, str):
            return text
        if body_of_place := re.fullmatch(rf"ubnd ({_PLACE_KINDS} \w.*)", text):
            return body_of_place[1]
        if re.match(r"(ubnd|hđnd)\b", text):
            return text
        for place in places:
            if re.search(rf"{_PLACE_KINDS} {re.escape(place)}$", text):
                text = re.sub(rf"(?<=.) (?:{_PLACE_KINDS} )?{re.escape(place)}$", "", text)
        return re.sub(rf"(?<=\w\w) {_PLACE_KINDS}$", "", text)

    return fold
