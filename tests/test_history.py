"""The generated history itself: the same in every process, true to its own rules, joined to the tables, fast enough."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from collections import Counter, defaultdict
from functools import cache
from itertools import combinations, islice, pairwise
from pathlib import Path

import pytest
from history import History, Truth, agency_labels, bloc_labels, history, majority, mixed_groups, pairwise_f1, twice
from history_names import MERGER, REFORM, province_rows
from history_plans import settle_year
from history_provinces import NATIONAL, national_blocs, province_blocs
from history_reports import Told
from history_world import LAST_DAY, Bloc
from hypothesis import given
from hypothesis import strategies as st
from sample_pages import RUN

from pipeline.warehouse.files import connect_build
from pipeline.warehouse.load import load

SEED = 4


@cache
def small() -> tuple[Told, ...]:
    return tuple(history(SEED).told())


@cache
def small_truth() -> Truth:
    return history(SEED).truth()


def all_blocs(seed: int = SEED) -> list[list[Bloc]]:
    provinces = [
        blocs for number, row in enumerate(province_rows()[:10]) for blocs in province_blocs(row, number, seed, 8, 12)
    ]
    return provinces + [national_blocs(authority, office, size, seed, 8) for authority, office, size in NATIONAL]


def digest(made: History) -> str:
    value = hashlib.sha256()
    for article, key, record in made.pages():
        value.update(json.dumps([article.to_dict(), key, record.to_dict()], ensure_ascii=False).encode())
    return value.hexdigest()


def test_the_same_bytes_in_every_process() -> None:
    code = "from history import history; from test_history import digest; print(digest(history(7, 1)))"
    here = Path(__file__).parent
    env = os.environ | {"PYTHONPATH": os.pathsep.join([str(here), str(here.parent)]), "PYTHONHASHSEED": "1"}
    told = subprocess.check_output([sys.executable, "-c", code], env=env, text=True).strip()
    assert told == digest(history(7, 1))
    assert told != digest(history(8, 1))


def test_every_quote_stands_and_every_slot_is_evident_or_inferred() -> None:
    for told in small():
        article, _, record = told.page
        for fact in record.facts():
            assert all(article.text[e.start : e.end] == e.quote for e in fact.evidence)
            shown = {e.slot for e in fact.evidence} | set(fact.inferred)
            assert {slot for slot, value in fact.slots().items() if value is not None} <= shown
            assert fact.kind == "person" or fact.evidence


def test_sizes() -> None:
    begun = Counter(b.owner.place.partition(".")[0] for blocs in all_blocs() for b in blocs if 2019 in b.rosters)
    assert set(begun.values()) == {12, 8} and len(begun) == 11  # 8: the cụm of two national bodies
    assert 2_500 < len(small()) < 8_000
    assert {told.event for told in small()} == {"tổng kết", "sơ kết", "ký kết giao ước", "thành lập", "trao thưởng"}
    ubnd = sum(told.bloc.owner.authority is None for told in small())
    assert 0.5 < ubnd / len(small()) < 0.9
    assert len({told.page.page_key for told in small()}) == len(small())


def test_reports_differ_in_what_they_tell() -> None:
    told = Counter(
        "members" if t.page.record.members else "leaders or awards" if t.terms or t.awards else "bare" for t in small()
    )
    assert min(told.values()) > 0.15 * len(small())
    undated = sum(t.page.article.published is None for t in small())
    assert 0.02 < undated / len(small()) < 0.15


def test_a_bloc_goes_on_only_with_most_of_its_members_and_no_agency_sits_twice() -> None:
    for blocs in all_blocs():
        for bloc in blocs:
            years = sorted(bloc.rosters)
            assert years == list(range(years[0], years[-1] + 1))
            for year, following in pairwise(years):
                lines, later = ({a.line for a in bloc.rosters[y]} for y in (year, following))
                assert len(lines & later) >= 0.6 * max(len(lines), len(later)), (bloc.bloc_id, following)
        for year in range(2019, 2027):
            day = MERGER if year == 2025 else LAST_DAY.replace(year=year)
            here = [b for b in blocs if year in b.rosters and (b.last is None or b.last >= day)]
            seats = Counter(a.agency_id for b in here for a in b.members(year, day))
            assert not [agency for agency, count in seats.items() if count > 1]


def test_other_members_are_another_bloc() -> None:
    """A number that is dealt out anew has at most a third of its members in common with any earlier bloc."""
    redealt = 0
    for blocs in all_blocs():
        for old, new in combinations(blocs, 2):
            year = min(new.rosters)
            if year - 1 not in old.rosters or year in old.rosters or max(old.rosters) != year - 1:
                continue
            lines, later = ({a.line for a in b.rosters[y]} for b, y in ((old, year - 1), (new, year)))
            assert 2 * len(lines & later) < min(len(lines), len(later)), (old.bloc_id, new.bloc_id)
            redealt += 1
    assert redealt > 20


def test_what_happened_in_2025() -> None:
    places = defaultdict(set)
    for told in small():
        day = told.page.article.published
        if day and told.bloc.owner.place:
            places["before" if day < MERGER else "after"].add(told.bloc.owner.place.partition(".")[0])
    assert {"kon-tum", "quang-ngai", "gia-lai", "bac-kan", "cao-bang"} <= places["before"]
    assert {"quang-ngai-2025", "gia-lai-2025", "cao-bang"} <= places["after"]
    assert not {"kon-tum", "quang-ngai", "gia-lai", "bac-kan"} & places["after"]
    truth = small_truth()
    agencies: dict[str, set[str]] = defaultdict(set)
    for told in small():
        agencies[period_of(told)].update(truth.agency_at[told.page.page_key, start] for start, _ in told.agencies)
    begun = {a for a in agencies["after"] if a.startswith("Sở Nông nghiệp và Môi trường @")}
    ended = {a for a in agencies["before"] if a.startswith("Sở Nông nghiệp và Phát triển nông thôn @")}
    assert len(begun) > 3 and len(ended) > 3
    assert not begun & agencies["before"] and not ended & agencies["after"]
    assert "Công an tỉnh @ kon-tum" in agencies["before"]


def test_lineage() -> None:
    lineage = history(SEED).lineage()
    assert ("Sở Y tế @ kon-tum", "Sở Y tế @ quang-ngai-2025", "place") in lineage
    assert ("Sở Tài nguyên và Môi trường @ cao-bang", "Sở Nông nghiệp và Môi trường @ cao-bang", "office") in lineage
    assert not [
        link
        for link in lineage
        if link[0] == "Sở Y tế @ cao-bang" or link[0].startswith("Sở Tài nguyên và Môi trường @") and link[2] == "place"
    ]
    assert ("Cục Thuế @ kon-tum", "Thuế tỉnh @ quang-ngai-2025", "office") in lineage
    told = set(small_truth().agency_at.values())
    assert len({old for old, _, _ in lineage} & told) > 100


def period_of(told: Told) -> str:
    day = told.page.article.published
    return "unknown" if day is None else "before" if day < REFORM else "after"


def test_no_report_from_the_future_or_before_its_event() -> None:
    for told in small():
        article, _, record = told.page
        dates = [m.date for m in record.meetings if m.date]
        if article.published:
            assert article.published <= LAST_DAY and all(d <= article.published.isoformat() for d in dates)


def test_the_truth_holds_contradictions_terms_and_honours() -> None:
    truth = small_truth()
    assert {c.kind for c in truth.contradictions} == {"leader", "grantor", "rank"}
    assert len(truth.terms) > 1_000 and len(truth.honours) > 500
    assert {"elected", "serving", "assumed", "appointed", "proposed"} == set(truth.terms.values())
    assert {"voted", "proposed", "conferred"} == set(truth.honours.values())
    leaders = Counter((t.bloc, t.year) for t in truth.terms if t.role == "leader")
    contradicted = {(c.bloc, c.year) for c in truth.contradictions if c.kind == "leader"}
    lawful = {(c.bloc, c.year) for c in truth.lawful}
    assert contradicted | lawful == {bloc_year for bloc_year, count in leaders.items() if count > 1}
    assert len(lawful) > 10 and not contradicted & lawful
    assert sum(c.year == 2025 for c in truth.lawful) > 3  # the leader went on in another agency
    others = [settle_year(truth.blocs[c.bloc], c.year, SEED, 1.0) for c in truth.lawful if c.year != 2025]
    assert others and all(settled.handover for settled in others)


def test_most_blocs_can_be_told_and_some_cannot() -> None:
    share = len(small_truth().undecidable_pages) / len(small())
    assert 0.03 < share < 0.25


def test_nothing_is_decidable_without_evidence() -> None:
    """Of the years for which neither units nor a decision speak, a bloc keeps one at most."""
    truth = small_truth()
    units: dict[tuple[str, int], set[str]] = defaultdict(set)
    for told in small():
        units[told.bloc.bloc_id, told.year] |= told.units
    decided = {(d.place, d.authority) for d in truth.decisions}
    silent = defaultdict(set)
    for told in small():
        owner = told.bloc.owner
        decidable = (told.page.page_key, told.bloc_start) not in truth.undecidable
        if decidable and len(units[told.bloc.bloc_id, told.year]) < 3 and (owner.place, owner.authority) not in decided:
            silent[told.bloc.bloc_id].add(told.year)
    assert max(map(len, silent.values()), default=0) <= 1


def test_a_report_on_two_blocs_tells_them_apart() -> None:
    joint = [told for told in small() if told.joined]
    assert len(joint) > 20
    for told in joint:
        article, key, record = told.page
        assert len({bloc.name for bloc in record.blocs}) == 2
        starts = [told.bloc_start, told.joined[0].bloc_start]
        assert [article.text[s:].startswith(b.name) for s, b in zip(starts, record.blocs, strict=True)] == [True, True]
        assert len({small_truth().bloc_at[key, s] for s in starts}) == 2
        assert {meeting.bloc for meeting in record.meetings} == {bloc.name for bloc in record.blocs}


def test_copies_tell_the_same() -> None:
    pages = list(twice(islice(history(SEED).pages(), 50)))
    assert len({key for _, key, _ in pages}) == 100
    for (article, _, record), (other, key, again) in zip(pages[::2], pages[1::2], strict=True):
        assert (article.text, record) == (other.text, again) and other.url == key


def test_the_truth_joins_the_tables(tmp_path: Path) -> None:
    made = history(SEED, provinces=1)
    truth = made.truth()
    summary = load(tmp_path, made.pages(), RUN)
    assert summary.pages_new == sum(1 for _ in made.pages())
    with connect_build(tmp_path) as con:
        blocs, agencies = bloc_labels(con, truth), agency_labels(con, truth)
        [(mentions,)] = con.execute("SELECT count(*) FROM bloc_mentions").fetchall()
        [(members,)] = con.execute("SELECT count(*) FROM memberships").fetchall()
        names = con.execute("SELECT fact_id, agency FROM memberships ORDER BY ALL").fetchall()
    assert mentions == len(truth.bloc_at) and 0.75 * mentions < len(blocs) < mentions
    assert sum((fact, "agency") in agencies for fact, _ in names) > 0.9 * members
    labelled = [
        (name, agencies[fact, "agency"].partition(" @ ")[0]) for fact, name in names if (fact, "agency") in agencies
    ]
    official = sum(name.startswith(true) or true in ("Công an tỉnh", "Hội Nông dân") for name, true in labelled)
    assert 0.75 < official / len(labelled) < 0.95  # most names are official, the others take matching


def test_right_identities_give_the_true_terms_and_honours(tmp_path: Path) -> None:
    """What the truth counts once is what the tables say under the true identities."""
    made = history(SEED, provinces=2)
    truth = made.truth()
    load(tmp_path, made.pages(), RUN)
    with connect_build(tmp_path) as con:
        blocs, agencies = bloc_labels(con, truth), agency_labels(con, truth, undecidable=True)
        terms = con.execute("SELECT bloc_mention_id, role, year, fact_id FROM leaderships").fetchall()
        awards = con.execute(
            "SELECT bloc_mention_id, year, award, fact_id, recipient_kind, count FROM awards WHERE recipient_kind = 'agency'"
        ).fetchall()
    told = {(blocs[bloc], role, year, agencies[fact, "agency"]) for bloc, role, year, fact in terms if bloc in blocs}
    assert told == {tuple(term) for term in truth.terms}
    given = {
        (blocs[bloc], year, award, agencies.get((fact, "recipient"), ""), kind, count)
        for bloc, year, award, fact, kind, count in awards
        if bloc in blocs
    }
    honours = {(h.bloc, h.year, h.award, h.recipient, h.recipient_kind, h.amount) for h in truth.honours}
    assert given == {honour for honour in honours if honour[4] == "agency"}


@pytest.mark.parametrize("reports", [1, 3_000])
def test_as_many_reports_as_are_asked_for(reports: int) -> None:
    assert sum(1 for _ in history(SEED, reports=reports).pages()) == reports


@pytest.mark.parametrize(
    ("true_ids", "found_ids", "expected"),
    [
        ("aabb", "xxyy", (1, 1, 1)),
        ("aabb", "xxxx", (2 / 6, 1, 0.5)),
        ("aabb", "wxyz", (1, 0, 0)),
        ("aaab", "xxyz", (1, 1 / 3, 0.5)),
        ("abcd", "wxyz", (1, 1, 1)),
        ("", "", (1, 1, 1)),
    ],
)
def test_pairwise_f1(true_ids: str, found_ids: str, expected: tuple[float, float, float]) -> None:
    assert pairwise_f1(list(true_ids), list(found_ids)) == pytest.approx(expected)


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), max_size=30))
def test_pairwise_f1_counts_as_all_pairs_would(things: list[tuple[int, int]]) -> None:
    pairs = list(combinations(things, 2))
    true = sum(a == c for (a, _), (c, _) in pairs)
    found = sum(b == d for (_, b), (_, d) in pairs)
    both = sum(p == q for p, q in pairs)
    score = pairwise_f1([a for a, _ in things], [b for _, b in things])
    assert score.precision == pytest.approx(both / found if found else 1)
    assert score.recall == pytest.approx(both / true if true else 1)


def test_groups_that_mix_and_what_groups_mostly_are() -> None:
    assert mixed_groups([1, 1, 2, 2], ["a", "b", "c", "c"]) == {1: ["a", "b"]}
    assert majority(["a", "b", "b", "c", "d"], [1, 1, 1, 2, 2]) == {1: "b", 2: "c"}
