"""Who is who among agencies: one identity for an agency in one place, however and by whatever report it is written.

Rules come first (the lexicon, folded keys), similarity last and only inside a block. Nothing is ever merged across
places, tiers or the reorganisations of 2025: what came after is linked by lineage. Each automatic merge is a row with
its reason.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from pipeline.ids import entity_id
from pipeline.registry.agency_keys import Written, read_name
from pipeline.registry.agency_kinds import Kinds, load_kinds
from pipeline.registry.agency_lineage import Link, lineage, lines
from pipeline.registry.agency_similar import Match, matches, vocabulary
from pipeline.registry.agency_sites import Context, Site, Sites
from pipeline.text import fold

if TYPE_CHECKING:
    from pipeline.registry.places import Gazetteer
    from pipeline.reviews import Review

Row = dict[str, Any]

_REASONS = {
    "variant": "the lexicon gives it as a written form",
    "folded": "the same but for marks, dashes or small words",
    "review": "a person said so",
    "UBND": "a place stands for its own government",
}
_BASES = ("name", "folded", "variant", "similar", "review")
"""Reasons why a form is taken for an agency, the plainest first."""


@dataclass(frozen=True, slots=True)
class AgencyMention:
    """One distinct use of a written name; `count` statements share it.

    Attributes:
        name: the canonical form that the reader gave ("Sở Y tế", "UBND huyện Đức Cơ").
        place_id: the smallest place that the bloc or the article is known to be of; None if unknown.
        level: the level of the bloc: trung ương, tỉnh, huyện, xã, đơn vị.
        authority: the body that the bloc belongs to, if it is not the UBND.
        day: the day as of which the name is used.
        page_id: the page, for where the place is unknown; "" elsewhere.
        year: the year that the statement is about.
        count: how many statements.
    """

    name: str
    place_id: str | None = None
    level: str | None = None
    authority: str | None = None
    day: date | None = None
    page_id: str = ""
    year: int | None = None
    count: int = 1


@dataclass(frozen=True, slots=True)
class AgencyRegistry:
    """Rows of `agencies`, `agency_names`, `agency_lineage`, `merges` and `doubts`, and each mention's agency_id."""

    agencies: list[Row]
    names: list[Row]
    lineage: list[Row]
    merges: list[Row]
    doubts: list[Row]
    ids: list[str]


@dataclass(frozen=True, slots=True)
class _Ident:
    """What makes an agency: its site, the page if that is all that is known, and a form that people split off."""

    site: Site
    page: str
    split: str = ""
    agency_id: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        site = self.site
        key = (site.key, site.tier, site.place_id, site.era, self.page, self.split)
        object.__setattr__(self, "agency_id", entity_id("agency", *key))

    @property
    def where(self) -> str:
        """What stands after "@" in a review: the place, else the page; nothing for bodies of the whole country."""
        return self.site.place_id or self.page


@dataclass(slots=True)
class _Form:
    """One written form of an agency's name: how often and when it is used."""

    count: int = 0
    first: int | None = None
    last: int | None = None

    def add(self, other: _Form) -> None:
        self.count += other.count
        years = [year for year in (self.first, other.first, self.last, other.last) if year is not None]
        self.first, self.last = (min(years), max(years)) if years else (None, None)


_Forms = dict[_Ident, dict[str, _Form]]


@dataclass(slots=True)
class _Union:
    """Which identities are one, and why; the earlier in `rank` stands for both."""

    parent: dict[_Ident, _Ident] = field(default_factory=dict)
    reasons: dict[_Ident, tuple[str, str, float | None]] = field(default_factory=dict)

    def root(self, ident: _Ident) -> _Ident:
        while (up := self.parent.get(ident)) is not None:
            ident = up
        return ident

    def join(self, left: _Ident, right: _Ident, basis: str, reason: str, score: float | None) -> None:
        """Take `right` for `left`."""
        left, right = self.root(left), self.root(right)
        if left != right:
            self.parent[right] = left
            self.reasons[right] = basis, reason, score


def resolve_agencies(
    mentions: Sequence[AgencyMention], gazetteer: Gazetteer, reviews: Sequence[Review] = ()
) -> AgencyRegistry:
    """Tell which mentions are one agency.

    1. place and tier: a place in the name, else the mention's place cut to the tier of such agencies;
    2. the name: the lexicon's names and variants, then folded keys; who agrees in all of these is one agency;
    3. what people split;
    4. similarity, for names that the lexicon lacks, among those of one place, tier and head;
    5. what people merged;
    6. lineage between the agencies that are named.

    The order of the mentions plays no part in any row or id.

    Args:
        mentions: distinct uses of names.
        gazetteer: the places that `place_id` refers to.
        reviews: people's decisions; those with verdict merge or split and target agency are applied.

    Returns:
        The rows, each table sorted by its ids, and the agency_id of each mention, in the order of `mentions`.
    """
    kinds = load_kinds()
    decided = [review for review in reviews if review.target == "agency" and review.verdict in ("merge", "split")]
    idents = _identify(mentions, Sites(gazetteer, kinds))
    forms = _forms(mentions, idents)
    splits = _splits(forms, [review for review in decided if review.verdict == "split"])
    if splits:
        idents = [splits.get((ident, mention.name), ident) for ident, mention in zip(idents, mentions, strict=True)]
        forms = _forms(mentions, idents)
    apart = _apart(forms, [review for review in decided if review.verdict == "split"])
    union, doubtful = _similar(forms, kinds, gazetteer, apart)
    _merge_by_review(forms, union, [review for review in decided if review.verdict == "merge"])
    roots = {ident: union.root(ident) for ident in forms}
    ids = {ident: root.agency_id for ident, root in roots.items()}
    grouped = _grouped(forms, roots)
    links = lineage(_sites_by_id(roots), gazetteer, kinds)
    line_of = lines(
        (root.agency_id for root in grouped), links, {root.agency_id: root.site.place_id for root in grouped}
    )
    agencies = [_agency_row(root, found, line_of, gazetteer, kinds) for root, found in grouped.items()]
    names = list(_name_rows(grouped, union))
    return AgencyRegistry(
        agencies=sorted(agencies, key=lambda row: row["agency_id"]),
        names=sorted(names, key=lambda row: (row["agency_id"], row["name"])),
        lineage=[_lineage_row(link) for link in links],
        merges=sorted(_merge_rows(grouped, names, union), key=lambda row: row["merge_id"]),
        doubts=sorted(_doubt_rows(doubtful, ids, decided), key=lambda row: row["doubt_id"]),
        ids=[ids[ident] for ident in idents],
    )


def same_agency(left: AgencyMention, right: AgencyMention, gazetteer: Gazetteer) -> bool:
    """Whether two mentions are one agency, by `resolve_agencies` of the two."""
    one, other = resolve_agencies([left, right], gazetteer).ids
    return one == other


def _identify(mentions: Sequence[AgencyMention], sites: Sites) -> list[_Ident]:
    known: dict[tuple[Site, str], _Ident] = {}
    idents = []
    for mention in mentions:
        site = sites.of(mention.name, Context(mention.place_id, mention.level, mention.authority, mention.day))
        key = site, "" if site.known else mention.page_id
        ident = known.get(key)
        if ident is None:
            ident = known[key] = _Ident(*key)
        idents.append(ident)
    return idents


def _forms(mentions: Sequence[AgencyMention], idents: Sequence[_Ident]) -> _Forms:
    found: _Forms = {}
    for mention, ident in zip(mentions, idents, strict=True):
        form = found.setdefault(ident, {}).setdefault(mention.name, _Form())
        form.add(_Form(mention.count, mention.year, mention.year))
    return {ident: dict(sorted(found[ident].items())) for ident in sorted(found, key=_order)}


def _order(ident: _Ident) -> tuple[str, ...]:
    site = ident.site
    return site.key, site.tier or "", site.place_id or "", site.era, ident.page, ident.split


def _grouped(forms: _Forms, roots: Mapping[_Ident, _Ident]) -> dict[_Ident, dict[_Ident, dict[str, _Form]]]:
    """Return representative -> the identities that are it -> their forms."""
    grouped: dict[_Ident, dict[_Ident, dict[str, _Form]]] = {}
    for ident, found in forms.items():
        grouped.setdefault(roots[ident], {})[ident] = found
    return grouped


def _sites_by_id(roots: Mapping[_Ident, _Ident]) -> dict[str, list[Site]]:
    sites: defaultdict[str, list[Site]] = defaultdict(list)
    for ident, root in roots.items():
        if not ident.split:
            sites[root.agency_id].append(ident.site)
    return dict(sites)


# --- what people decided -------------------------------------------------------------------------------------------


def _named(forms: _Forms, key: str) -> Iterator[tuple[_Ident, str]]:
    """Yield (identity, form) for "name @ place": the forms that are written so, else those of that name's key."""
    name, _, where = key.partition(" @ ")
    here = [ident for ident in forms if ident.where == where.strip()]
    exact = [(ident, form) for ident in here for form in forms[ident] if fold(form) == fold(name.strip())]
    wanted = read_name(name.strip()).key
    yield from exact or ((ident, form) for ident in here if ident.site.key == wanted for form in forms[ident])


def _splits(forms: _Forms, reviews: Iterable[Review]) -> dict[tuple[_Ident, str], _Ident]:
    """Return what each form that people took out of its agency is now; the official name stays."""
    found: dict[tuple[_Ident, str], _Ident] = {}
    for review in sorted(reviews, key=lambda review: (review.left, review.right or "")):
        left, right = (list(_named(forms, key or "")) for key in (review.left, review.right))
        for ident, form in right:
            others = [other for other, _ in left if other == ident]
            if not others:
                continue
            official = fold(form) == fold(ident.site.base)
            for _, leaving in [pair for pair in left if pair[0] == ident] if official else [(ident, form)]:
                found[ident, leaving] = _Ident(ident.site, ident.page, fold(leaving))
    return found


def _apart(forms: _Forms, reviews: Iterable[Review]) -> set[frozenset[_Ident]]:
    """Return the pairs of identities that people said are two."""
    return {
        frozenset((one, other))
        for review in reviews
        for one, _ in _named(forms, review.left)
        for other, _ in _named(forms, review.right or "")
        if one != other
    }


def _merge_by_review(forms: _Forms, union: _Union, reviews: Iterable[Review]) -> None:
    for review in sorted(reviews, key=lambda review: (review.left, review.right or "")):
        left, right = (
            sorted({i for i, _ in _named(forms, key or "")}, key=_order) for key in (review.left, review.right)
        )
        for other in (*left[1:], *right) if left else ():
            union.join(left[0], other, "review", _REASONS["review"], None)


# --- similarity ----------------------------------------------------------------------------------------------------


def _similar(
    forms: _Forms, kinds: Kinds, gazetteer: Gazetteer, apart: Set[frozenset[_Ident]]
) -> tuple[_Union, list[tuple[_Ident, _Ident, Match]]]:
    """Join what is alike beyond doubt, but for what people keep `apart`; return that, and the doubtful pairs."""
    blocks: defaultdict[tuple[str | None, ...], list[_Ident]] = defaultdict(list)
    for ident in forms:
        if not ident.split and ident.site.head not in ("UBND", "HĐND"):
            site = ident.site
            blocks[site.place_id, site.tier, site.key.partition(" / ")[2], site.head, ident.page].append(ident)
    union, doubtful = _Union(), []
    words: frozenset[str] | None = None
    for block in blocks.values():
        if len(block) < 2:
            continue
        by_key = {ident.site.key: ident for ident in block}
        fixed = {key for key in by_key if key in kinds.by_key}
        if len(fixed) == len(by_key):
            continue
        if words is None:
            words = vocabulary(place.name for place in gazetteer.places.values())
        for match in matches(list(by_key), fixed, words):
            left, right = _better_first(by_key[match.left], by_key[match.right], fixed)
            if not match.same:
                doubtful.append((left, right, match))
            elif _may_join(union, left, right, fixed, by_key.values(), apart):
                union.join(left, right, "similar", match.reason, match.score)
    return union, doubtful


def _better_first(left: _Ident, right: _Ident, fixed: set[str]) -> tuple[_Ident, _Ident]:
    """Put the lexicon's name first, else the fuller one."""
    ranked = sorted((left, right), key=lambda i: (i.site.key not in fixed, -len(i.site.key), i.site.key))
    return ranked[0], ranked[1]


def _may_join(
    union: _Union,
    left: _Ident,
    right: _Ident,
    fixed: Set[str],
    block: Iterable[_Ident],
    apart: Set[frozenset[_Ident]],
) -> bool:
    """Whether no two become one that people, or the lexicon with a name for each, keep apart."""
    roots = union.root(left), union.root(right)
    ours, theirs = ([ident for ident in block if union.root(ident) == root] for root in roots)
    if roots[0] != roots[1] and all(any(ident.site.key in fixed for ident in group) for group in (ours, theirs)):
        return False
    return not any(frozenset((one, other)) in apart for one in ours for other in theirs)


# --- rows ----------------------------------------------------------------------------------------------------------


def _agency_row(
    root: _Ident,
    found: Mapping[_Ident, Mapping[str, _Form]],
    line_of: Mapping[str, str],
    gazetteer: Gazetteer,
    kinds: Kinds,
) -> Row:
    site = root.site
    total = _Form()
    for forms in found.values():
        for form in forms.values():
            total.add(form)
    eras = kinds.eras_of(site.kind_key, site.tier or "")
    era = next((era for era in eras if era.valid_from == site.era), eras[-1] if eras else None)
    return {
        "agency_id": root.agency_id,
        "name": _official(root, found, gazetteer, kinds),
        "agency_kind": site.head or None,
        "tier": site.tier,
        "place_id": site.place_id,
        "parent": site.parent,
        "line_id": line_of[root.agency_id],
        "valid_from": (era.valid_from or None) if era else None,
        "valid_to": (era.valid_to or None) if era else None,
        "first_year": total.first,
        "last_year": total.last,
        "mentions": total.count,
        "known_only_from": root.page or None,
    }


def _official(root: _Ident, found: Mapping[_Ident, Mapping[str, _Form]], gazetteer: Gazetteer, kinds: Kinds) -> str:
    """Return the lexicon's name where it stands for itself; else the form written most often, the first of equals."""
    site = root.site
    kind = kinds.by_key.get(site.key)
    if root.split:
        return next(iter(found[root]))
    if kind and kind.place in ("drop", "none"):
        return kind.name
    if site.key == "ubnd" and site.place_id:
        full = gazetteer.places[site.place_id].full_name
        return f"UBND {full[0].lower()}{full[1:]}"
    counts = Counter({form: f.count for form, f in found.get(root, next(iter(found.values()))).items()})
    return min(counts, key=lambda form: (-counts[form], form))


def _basis_of(ident: _Ident, name: str, written: Written) -> str:
    if ident.split:
        return "review"
    if written.basis == "name" and fold(ident.site.base) not in fold(name):
        return "variant"  # what it is short for was told by the day or the place
    return written.basis if fold(name) != fold(ident.site.base) else "name"


def _name_rows(grouped: Mapping[_Ident, Mapping[_Ident, Mapping[str, _Form]]], union: _Union) -> Iterator[Row]:
    for root, found in grouped.items():
        rows: dict[str, Row] = {}
        for ident, forms in found.items():
            basis, _, score = union.reasons.get(ident, ("", "", None)) if ident != root else ("", "", None)
            for name, form in forms.items():
                row = {
                    "agency_id": root.agency_id,
                    "name": name,
                    "first_year": form.first,
                    "last_year": form.last,
                    "mentions": form.count,
                    "basis": basis or _basis_of(ident, name, read_name(name)),
                    "score": score,
                }
                rows[name] = _one_row(rows[name], row) if name in rows else row
        yield from rows.values()


def _one_row(left: Row, right: Row) -> Row:
    """Return one row for a form that two identities of an agency share."""
    total = _Form(left["mentions"], left["first_year"], left["last_year"])
    total.add(_Form(right["mentions"], right["first_year"], right["last_year"]))
    plainer = min(left, right, key=lambda row: _BASES.index(row["basis"]))
    return {**plainer, "mentions": total.count, "first_year": total.first, "last_year": total.last}


def _merge_rows(
    grouped: Mapping[_Ident, Mapping[_Ident, Mapping[str, _Form]]], names: Iterable[Row], union: _Union
) -> Iterator[Row]:
    """Yield a row for each form that is not the agency's name itself, with the reason."""
    by_id = {root.agency_id: (root, found) for root, found in grouped.items()}
    for row in names:
        root, found = by_id[row["agency_id"]]
        if row["basis"] == "name":
            continue
        ident = next(ident for ident, forms in found.items() if row["name"] in forms)
        basis = "UBND" if root.site.head == "UBND" and row["basis"] == "folded" else row["basis"]
        reason = union.reasons[ident][1] if ident in union.reasons and ident != root else _REASONS.get(basis, "")
        left, right = _review_key(root.site.base, root), _review_key(row["name"], ident)
        yield {
            "merge_id": entity_id("merge", "agency", root.agency_id, right),
            "entity": "agency",
            "entity_id": root.agency_id,
            "left": left,
            "right": right,
            "reason": reason,
            "score": row["score"],
        }


def _review_key(name: str, ident: _Ident) -> str:
    return f"{name} @ {ident.where}" if ident.where else name


def _doubt_rows(
    doubtful: Iterable[tuple[_Ident, _Ident, Match]], ids: Mapping[_Ident, str], reviews: Sequence[Review]
) -> Iterator[Row]:
    """Yield the pairs that nobody has decided on."""
    decided = {frozenset((fold(review.left), fold(review.right or ""))) for review in reviews}
    for left, right, match in doubtful:
        pair = _review_key(left.site.base, left), _review_key(right.site.base, right)
        if ids[left] == ids[right] or frozenset(map(fold, pair)) in decided:
            continue
        yield {
            "doubt_id": entity_id("doubt", "agency", *sorted((ids[left], ids[right]))),
            "entity": "agency",
            "left_id": ids[left],
            "right_id": ids[right],
            "question": f"Is “{right.site.base}” the same agency as “{left.site.base}”? ({match.reason})",
            "score": match.score,
        }


def _lineage_row(link: Link) -> Row:
    return {
        "agency_id": link.agency_id,
        "successor_id": link.successor_id,
        "day": link.day,
        "relation": link.relation,
        "source": link.source,
    }
