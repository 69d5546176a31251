"""Reports on the generated history: who reports what when, and what each report truly says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random
from typing import Any

from history_names import MERGER, NATIONAL_PAPERS, PAPERS, Agency, slug
from history_plans import BlocYear, Event, Planned, leaders_of
from history_texts import Report, Term, ToldAward
from history_world import LAST_DAY, LAST_DISTRICT_DAY, Bloc, alive_on

from pipeline.article import Article, Section
from pipeline.record import FACTS, Evidence, Fact, Record
from pipeline.warehouse.rows import PageRecord


@dataclass(slots=True)
class Told:
    """One report with what it truly says."""

    page: PageRecord
    bloc: Bloc
    bloc_start: int
    keys: tuple[str, ...]
    year: int
    event: str
    place_unknown: bool
    """Neither text nor publisher says where it is."""
    authority_unknown: bool
    """The report leaves out whose bloc it is, and it is not the UBND's."""
    era_unknown: bool
    """No day at all, in the year in which its province merged under its own name."""
    agencies: list[tuple[int, str]] = field(default_factory=list)
    units: set[str] = field(default_factory=set)
    terms: list[tuple[Term, str]] = field(default_factory=list)
    awards: list[ToldAward] = field(default_factory=list)
    planted: str | None = None
    joined: tuple[Told, ...] = ()
    """What the same report tells of another bloc; its page and its starts are those of the whole report."""


def reports_of(settled: BlocYear, seed: int) -> Iterator[Told]:
    """Yield what papers report on a bloc's year, and copies of it under other addresses."""
    for event in settled.events:
        rng = Random(f"{seed}|{settled.bloc.bloc_id}|{event.year}|{event.name}")
        for paper in range(event.papers):
            planted = settled.contradiction if paper == event.papers - 1 else None
            told = _tell(settled, event, paper, planted, rng)
            if told is None:
                break
            yield told
            if rng.random() < 0.15:
                yield copy_of(told, f"https://chep-lai.example.org/{told.page.page_key.partition('//')[2]}")


def joint_report(first: BlocYear, second: BlocYear, seed: int) -> Told | None:
    """Now and then, a report that tells of two blocs of one authority, one after the other."""
    rng = Random(f"{seed}|{first.bloc.bloc_id}|{second.bloc.bloc_id}|{first.year}")
    events = [next((e for e in settled.events if e.name == "tổng kết"), None) for settled in (first, second)]
    if events[0] is None or events[1] is None or rng.random() > 0.15:
        return None
    one = _tell(first, events[0], 0, None, rng)
    other = _tell(second, events[1], 0, None, rng)
    unclear = [t is None or t.place_unknown or t.authority_unknown or t.era_unknown for t in (one, other)]
    if one is None or other is None or any(unclear):
        return None
    if one.page.article.province != other.page.article.province or set(one.keys) & set(other.keys):
        return None
    return _join(one, other, max(events[0].day, events[1].day))


def _join(one: Told, other: Told, day: date) -> Told:
    """Put the other report's body below the first one's, and shift all that points into it."""
    start = other.page.article.sections[1].start
    shift = len(one.page.article.text) + 2 - start
    text = f"{one.page.article.text}\n\n{other.page.article.text[start:]}"
    article = replace(
        one.page.article,
        text=text,
        published=day,
        sections=(one.page.article.sections[0], replace(one.page.article.sections[1], end=len(text))),
    )
    merged: dict[str, Any] = {
        cls.plural: (
            *getattr(one.page.record, cls.plural),
            *(_shifted(fact, shift) for fact in getattr(other.page.record, cls.plural)),
        )
        for cls in FACTS
    }
    record = replace(one.page.record, published=day.isoformat(), **merged)
    page = PageRecord(article, one.page.page_key, record)
    below = replace(
        other, page=page, bloc_start=other.bloc_start + shift, agencies=[(at + shift, a) for at, a in other.agencies]
    )
    return replace(one, page=page, joined=(below,))


def _shifted(fact: Fact, shift: int) -> Fact:
    spans = tuple(Evidence(e.slot, e.start + shift, e.end + shift, e.quote) for e in fact.evidence)
    return replace(fact, evidence=spans)


def copy_of(told: Told, url: str) -> Told:
    """The same report under another address."""
    article, _, record = told.page
    copied = replace(article, url=url, source="chep-lai")
    return replace(told, page=PageRecord(copied, url, record))


def _tell(settled: BlocYear, event: Event, paper: int, planted: str | None, rng: Random) -> Told | None:
    bloc, owner = settled.bloc, settled.bloc.owner
    members = bloc.members(event.year, min(event.day, bloc.last or LAST_DAY))
    if not members:
        return None
    report = Report(settled, event, rng)
    national = rng.random() < 0.15 or owner.province is None
    source = rng.choice(NATIONAL_PAPERS) if national else f"{rng.choice(PAPERS)}-{slug(owner.province or '')}"
    place_unknown = rng.random() < 0.02
    authority_unknown = owner.authority is not None and rng.random() < 0.03
    district_is_enough = owner.province_known_by_district and rng.random() < 0.3
    publisher_province = None if national or place_unknown or district_is_enough else owner.province
    province = owner.province
    if place_unknown or district_is_enough or (publisher_province and rng.random() < 0.25):
        province = None
    authority = None if authority_unknown else owner.authority
    if authority and province and authority.endswith("tỉnh") and rng.random() < 0.15:
        authority = f"{authority} {province}"
    dated = rng.random() < 0.88
    published = event.day + timedelta(rng.randrange(4)) if rng.random() < 0.94 else None
    if event.name == "trao thưởng":
        dated = False
    if published and published > LAST_DAY:
        published = event.day
    report.opening(province, authority, dated)
    _fill(report, members, planted)
    text = "".join(report.draft.parts)
    title_end = text.index("\n")
    number = f"{rng.getrandbits(64):016x}"
    url = f"https://{source}.example.org/{event.year}/{slug(event.name)}-{number}.html"
    article = Article(
        number, text, (Section("title", 0, title_end), Section("body", title_end + 2, len(text))),
        text[:title_end], published, url, source, publisher_province, "history",
    )  # fmt: skip
    record = Record(
        article_id=number, title=text[:title_end], published=published.isoformat() if published else None,
        blocs=tuple(report.blocs), meetings=tuple(report.meetings), members=tuple(report.members),
        leaders=tuple(report.leaders), awards=tuple(report.awards), people=tuple(report.people),
    )  # fmt: skip
    no_place = province is None and publisher_province is None and not owner.province_known_by_district
    no_place = no_place and owner.level != "trung ương"
    return Told(
        PageRecord(article, url, record), bloc, report.at.start, report.name.keys, event.year, event.name,
        no_place, authority_unknown, _era_unknown(bloc, event, dated or published is not None),
        report.agencies, report.units, report.terms, report.told_awards, planted,
    )  # fmt: skip


def _era_unknown(bloc: Bloc, event: Event, any_day: bool) -> bool:
    """Without a day, 2025 is before and after the merger."""
    merges = bloc.last == LAST_DISTRICT_DAY or bloc.first == MERGER or bloc.owner.level == "trung ương"
    return not any_day and event.year == MERGER.year and merges


def _fill(report: Report, members: tuple[Agency, ...], planted: str | None) -> None:
    """Tell what this paper tells: all members, some, only leaders and awards, or nothing but the meeting."""
    rng, event, bloc = report.rng, report.event, report.bloc
    weights = (12, 24, 34, 30) if bloc.offset % 3 == 0 else (30, 25, 30, 15)
    profile = rng.choices(("full", "partial", "leaders", "bare"), weights)[0]
    if report.settled.contradiction:
        profile = "leaders"
    if profile == "full" or event.name == "thành lập":
        report.list_members(members, True)
    elif profile == "partial":
        count = rng.randrange(2, max(3, len(members) - 1))
        report.list_members(tuple(rng.sample(members, min(count, len(members)))), False)
    told_terms = event.name != "trao thưởng" and (rng.random() < 0.7 or report.settled.contradiction is not None)
    if profile != "bare" and told_terms:
        _tell_terms(report, members, planted == "leader")
    if profile != "bare" or event.name == "trao thưởng":
        _tell_awards(report, planted)
    if rng.random() < 0.6:
        report.tell_guest(rng.choice(members))


def _tell_terms(report: Report, members: tuple[Agency, ...], wrong: bool) -> None:
    rng, event, bloc = report.rng, report.event, report.bloc
    if event.name == "tổng kết":
        chosen = leaders_of(bloc, event.year + 1)
        if wrong and chosen:
            others = [a for a in members if a not in [agency for _, agency in chosen]]
            chosen = [("leader", rng.choice(others))] if others else chosen
        if rng.random() < 0.4 and not wrong:
            _tell_sitting(report, event.year, "serving")
        if chosen:
            report.tell_leaders(chosen, event.year + 1, rng.choice(("elected", "elected", "elected", "proposed")))
    elif event.name == "ký kết giao ước":
        _tell_sitting(report, event.year, rng.choice(("serving", "assumed")))
    else:
        _tell_sitting(report, event.year, "appointed" if event.name == "thành lập" else "serving")


def _tell_sitting(report: Report, year: int, status: str) -> None:
    """The sitting leaders, under the names that they have on that day."""
    bloc, day = report.bloc, min(report.event.day, report.bloc.last or LAST_DAY)
    rivals = bloc.rivals.get(year, frozenset())
    sitting = [(role, now) for role, a in leaders_of(bloc, year) for now in alive_on((a,), day, bloc.find, rivals)]
    if report.settled.handover and report.event.name in ("sơ kết", "tổng kết") and len(sitting) > 1:
        sitting = [("leader", sitting[1][1])]
        status = "assumed" if report.event.name == "sơ kết" else status
    if sitting and sitting[0][0] == "leader":
        by_agency: dict[str, tuple[str, Agency]] = {}
        for role, agency in sitting:
            by_agency.setdefault(agency.agency_id, (role, agency))
        report.tell_leaders(list(by_agency.values()), year, status)


def _tell_awards(report: Report, planted: str | None) -> None:
    rng, event = report.rng, report.event
    conferring = event.name == "trao thưởng"
    if event.name not in ("tổng kết", "trao thưởng"):
        return
    first = True
    for planned in report.settled.awards:
        if conferring and (not planned.granted or not _still_there(planned, event.day)):
            continue
        if not conferring and (planned.amount or planned.person):
            continue
        if rng.random() < 0.2 and not report.settled.contradiction:
            continue
        stage = "conferred" if conferring else "voted" if not planned.forms else "proposed"
        form = rng.choice(planned.forms) if planned.forms and rng.random() < 0.9 else None
        authority, rank = planned.authority, planned.rank
        if planted == "rank" and rank and first:
            rank = "hạng Nhì"
        if planted == "grantor" and conferring and first and planned.recipient:
            form, authority = "Bộ Nội vụ", "Bộ Nội vụ"
        report.tell_award(planned, stage, form, authority, rank)
        first = False


def _still_there(planned: Planned, day: date) -> bool:
    return planned.recipient is None or planned.recipient.exists(day)
