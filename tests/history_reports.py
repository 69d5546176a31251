"""Reports on the generated history: short texts in which every quote stands, the record read from each, and the truth."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import NamedTuple

from history_names import (
    FAMILY,
    GIVEN,
    MERGER,
    MIDDLE,
    NATIONAL_PAPERS,
    PAPERS,
    POSTS,
    Agency,
    BlocName,
    slug,
    write_agency,
    write_bloc,
)
from history_world import LAST_DAY, LAST_DISTRICT_DAY, Bloc

from pipeline.article import Article, Section
from pipeline.record import Award, Evidence, Leader, Meeting, Member, Person, Record
from pipeline.record import Bloc as BlocFact
from pipeline.warehouse.rows import PageRecord


class Term(NamedTuple):
    """A leadership counted once."""

    bloc: str
    role: str
    year: int
    agency: str


class Honour(NamedTuple):
    """An award of a bloc's year. `authority` counts a body and its head as one; "" for what the bloc votes itself."""

    bloc: str
    year: int
    award: str
    authority: str
    recipient: str
    """The agency's true id, "name @ agency" of a person, or "" where only a count is given."""
    recipient_kind: str = "agency"
    amount: int | None = None


@dataclass(slots=True)
class ToldAward:
    """A telling of an honour."""

    honour: Honour
    stage: str
    grantor_stated: bool
    rank: str | None


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


class Event(NamedTuple):
    """Something that a bloc does, on which papers report."""

    name: str
    day: date
    year: int
    papers: int


class Planned(NamedTuple):
    """An award as it truly goes: what the bloc asks for or votes, and whether it is granted."""

    award: str
    forms: tuple[str, ...]
    authority: str
    recipient: Agency | None
    person: str | None
    amount: int | None
    rank: str | None
    granted: bool


@dataclass(slots=True)
class BlocYear:
    """What is settled for a bloc's year before anyone reports it."""

    bloc: Bloc
    year: int
    events: list[Event]
    awards: list[Planned]
    contradiction: str | None
    handover: bool
    """In summer the deputy takes over from the leader: two leaders, and no contradiction."""


_TITLES = {
    "tổng kết": "tổng kết công tác thi đua năm",
    "sơ kết": "sơ kết công tác thi đua 6 tháng đầu năm",
    "ký kết giao ước": "ký kết giao ước thi đua năm",
    "thành lập": "ra mắt và phát động thi đua năm",
    "trao thưởng": "đón nhận khen thưởng năm",
}
_GRANTORS = {
    "Công an tỉnh": ("Bộ Công an",),
    "Bộ Công an": ("Bộ Công an",),
    "Liên đoàn Lao động tỉnh": ("Tổng Liên đoàn Lao động Việt Nam",),
    "Sở Giáo dục và Đào tạo": ("UBND tỉnh", "Chủ tịch UBND tỉnh"),
    "Trung ương Hội Nông dân Việt Nam": ("Trung ương Hội Nông dân Việt Nam",),
}
_GOVERNMENT = ("Chính phủ", "Thủ tướng Chính phủ")


def _between(rng: Random, first: date, last: date) -> date:
    return first + timedelta(rng.randrange((last - first).days + 1))


def settle_year(bloc: Bloc, year: int, seed: int, papers: float) -> BlocYear:
    """Decide what a bloc does in a year and what comes of it."""
    rng = Random(f"{seed}|{bloc.bloc_id}|{year}")
    last = min(bloc.last or LAST_DAY, LAST_DAY)
    whole_year = last > date(year, 12, 30)
    contradiction = rng.choice(("leader", "grantor", "rank")) if whole_year and rng.random() < 0.04 else None
    handover = contradiction is None and rng.random() < 0.03
    told_of = 0.45 if bloc.offset % 3 == 0 else 1.0  # every third bloc is one that papers seldom mention
    days: list[tuple[str, date]] = []
    if bloc.first > date(year, 6, 30):
        days.append(("thành lập", _between(rng, date(year, 8, 10), date(year, 10, 20))))
    elif last > date(year, 4, 20):
        if rng.random() < 0.5 * told_of:
            days.append(("ký kết giao ước", _between(rng, date(year, 3, 3), date(year, 4, 20))))
        if handover or rng.random() < 0.6 * told_of:
            latest = date(year, 6, 28) if last < date(year, 9, 30) else date(year, 8, 20)
            days.append(("sơ kết", _between(rng, date(year, 6, 5), latest)))
    if whole_year:
        if contradiction or rng.random() < 0.9 * told_of:
            days.append(("tổng kết", _between(rng, date(year, 11, 25), date(year + 1, 2, 20))))
        if contradiction == "grantor" or rng.random() < 0.35 * told_of:
            month = 5 if year + 1 == MERGER.year else 10
            days.append(("trao thưởng", _between(rng, date(year + 1, month, 5), date(year + 1, month, 28))))
    events = []
    for name, day in days:
        if day <= LAST_DAY:
            count = int(rng.choice((1, 1, 1, 2, 2, 3)) * papers + rng.random() * 0.8)
            events.append(Event(name, day, year, max(count, 2 if contradiction else 1)))
    members = bloc.members(year, date(year, 12, 31)) if whole_year else ()
    awards = _plan_awards(bloc, year, members, contradiction, rng)
    return BlocYear(bloc, year, events, awards, contradiction, handover)


def _plan_awards(
    bloc: Bloc, year: int, members: tuple[Agency, ...], contradiction: str | None, rng: Random
) -> list[Planned]:
    if len(members) < 3:
        return []
    owner = bloc.owner
    level = "huyện" if owner.level == "huyện" else "tỉnh"
    own = _GRANTORS.get(owner.authority or "", (f"UBND {level}", f"Chủ tịch UBND {level}"))
    first, second, third = rng.sample(members, 3)
    if rng.random() < 0.2 and not contradiction:
        return [
            Planned("Đơn vị dẫn đầu", (), "", first, None, None, None, False),
            Planned("Hạng Nhì", (), "", second, None, None, None, False),
        ]
    top = "Giấy khen" if level == "huyện" else "Cờ thi đua"
    rank = "hạng Nhất" if contradiction == "rank" or bloc.offset % 7 == 0 else None
    granted = bool(contradiction) or rng.random() < 0.8
    awards = [Planned(top, own, own[0], first, None, None, rank if top == "Cờ thi đua" else None, granted)]
    if rng.random() < 0.7 and top != "Giấy khen":
        awards.append(Planned("Bằng khen", own, own[0], second, None, None, None, rng.random() < 0.8))
    if rng.random() < 0.15 and level == "tỉnh" and not contradiction:
        awards.append(Planned("Cờ thi đua", _GOVERNMENT, "Chính phủ", third, None, None, None, rng.random() < 0.6))
    if rng.random() < 0.2:
        awards.append(Planned("Bằng khen", own, own[0], third, _person(rng), None, None, True))
    if rng.random() < 0.25:
        awards.append(Planned("Bằng khen", own, own[0], None, None, rng.randrange(2, 9), None, True))
    return awards


def _person(rng: Random) -> str:
    return f"{rng.choice(FAMILY)} {rng.choice(MIDDLE)} {rng.choice(GIVEN)}"


def leaders_of(bloc: Bloc, year: int) -> list[tuple[str, Agency]]:
    """Who leads a bloc in a year, as known when the year begins: the post goes around, with one or two deputies."""
    roster = [a for a in bloc.rosters.get(year, ()) if a.exists(max(bloc.first, date(year, 1, 1)))]
    settled = [a for a in roster if a.since is None or a.since < date(year - 1, 11, 1)] or roster
    if len(settled) < 3:
        return []
    turn = (year * 3 + bloc.offset) % len(settled)
    deputies = 2 if (year + bloc.offset) % 4 == 0 and len(settled) > 3 else 1
    return [("leader" if i == 0 else "deputy", settled[(turn + i) % len(settled)]) for i in range(deputies + 1)]


class _Draft:
    """A text that grows, and remembers where its mentions stand."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0

    def add(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)

    def mark(self, slot: str, text: str) -> Evidence:
        start = self.length
        self.add(text)
        return Evidence(slot, start, self.length, text)


class _Report:
    """One paper's report on one event, sentence by sentence."""

    def __init__(self, settled: BlocYear, event: Event, rng: Random) -> None:
        self.settled, self.event, self.rng = settled, event, rng
        self.bloc, self.owner = settled.bloc, settled.bloc.owner
        self.several_places = self.owner.level == "trung ương"
        self.draft = _Draft()
        self.name: BlocName = write_bloc(self.bloc.kind, self.bloc.names[event.year], rng)
        self.blocs: list[BlocFact] = []
        self.meetings: list[Meeting] = []
        self.members: list[Member] = []
        self.leaders: list[Leader] = []
        self.awards: list[Award] = []
        self.people: list[Person] = []
        self.agencies: list[tuple[int, str]] = []
        self.units: set[str] = set()
        self.terms: list[tuple[Term, str]] = []
        self.told_awards: list[ToldAward] = []
        self.at: Evidence

    def agency(self, slot: str, agency: Agency, unit: bool = True) -> tuple[Evidence, str]:
        """Write an agency; return its span and the value that the reader gives."""
        written = write_agency(agency, self.rng, self.several_places)
        span = self.draft.mark(slot, written.text)
        self.agencies.append((span.start, agency.agency_id))
        if unit:
            self.units.add(agency.line)
        return span, written.value

    def opening(self, province: str | None, authority: str | None, dated: bool) -> None:
        draft, event, owner, rng = self.draft, self.event, self.owner, self.rng
        draft.add(f"{self.name.text} {_TITLES[event.name]} {event.year}\n\n")
        day = event.day
        when: Evidence | None = None
        if dated:
            draft.add("Ngày ")
            when = draft.mark("date", f"{day.day}/{day.month}/{day.year}" if rng.random() < 0.6 else f"{day:%d/%m/%Y}")
            draft.add(", ")
        self.at = draft.mark("bloc", self.name.text)
        spans = [Evidence("name", self.at.start, self.at.end, self.at.quote)]
        if authority:
            draft.add(", ")
            spans.append(draft.mark("authority", authority))
        district = owner.district.removeprefix("huyện ") if owner.district else None
        if district:
            draft.add(" huyện ")
            spans.append(draft.mark("district", district))
        in_text = province is not None and rng.random() < 0.7
        if in_text and province:
            draft.add(", tỉnh " if authority or district else " tỉnh ")
            spans.append(draft.mark("province", province))
        trigger = event.name if event.name != "trao thưởng" else "đón nhận khen thưởng"
        draft.add(" đã tổ chức hội nghị ")
        held = draft.mark("trigger", trigger)
        draft.add(" năm ")
        year = draft.mark("year", str(event.year))
        draft.add(".")
        inferred = ["bloc_kind", "level"] + (["province"] if province and not in_text else [])
        self.blocs.append(
            BlocFact(
                name=self.name.text, bloc_kind=self.bloc.kind, level=owner.level, authority=authority,
                province=province, district=district, rule="history-bloc", evidence=tuple(spans), inferred=tuple(inferred),
            )
        )  # fmt: skip
        if event.name != "trao thưởng":
            self.meetings.append(
                Meeting(
                    bloc=self.name.text, type=event.name, date=day.isoformat() if when else None, year=event.year,
                    rule="history-meeting", evidence=(self.at, held, year) + ((when,) if when else ()), inferred=("type",),
                )
            )  # fmt: skip

    def list_members(self, members: tuple[Agency, ...], whole: bool) -> None:
        draft = self.draft
        draft.add(f" {self.bloc.kind.capitalize()} ")
        trigger = draft.mark("trigger", f"gồm {len(members)} đơn vị" if whole else "có sự tham gia của các thành viên")
        draft.add(": ")
        for i, agency in enumerate(members):
            if i:
                draft.add("; " if i < len(members) - 1 else " và ")
            span, value = self.agency("agency", agency)
            self.members.append(
                Member(
                    bloc=self.name.text, agency=value, year=self.event.year, rule="history-member",
                    evidence=(trigger, span, self.at), inferred=("year",),
                )
            )  # fmt: skip
        draft.add(".")

    def tell_leaders(self, leaders: list[tuple[str, Agency]], year: int, status: str) -> None:
        draft, rng = self.draft, self.rng
        verb = {
            "elected": "bầu",
            "serving": "do",
            "assumed": "bàn giao cho",
            "appointed": "giao",
            "proposed": "đề nghị công nhận",
        }
        draft.add(" Hội nghị " if status != "serving" else " Phong trào ")
        trigger = draft.mark("trigger", verb[status])
        for i, (role, agency) in enumerate(leaders):
            draft.add(" " if not i else ", ")
            span, value = self.agency("agency", agency)
            draft.add(" làm ")
            post = "Trưởng" if role == "leader" else "Phó Trưởng"
            at = draft.mark("role", f"{post} {self.bloc.kind}")
            person = None
            spans: tuple[Evidence, ...] = (trigger, span, at, self.at)
            if role == "leader" and rng.random() < 0.1:
                draft.add(" (")
                person = _person(rng)
                spans += (draft.mark("person", person),)
                draft.add(")")
            self.leaders.append(
                Leader(
                    bloc=self.name.text, role=role, agency=value, person=person, year=year, status=status,
                    rule="history-leader", evidence=spans, inferred=("year", "status"),
                )
            )  # fmt: skip
            self.terms.append((Term(self.bloc.bloc_id, role, year, agency.agency_id), status))
        draft.add(f" năm {year}." if rng.random() < 0.7 else ".")

    def tell_award(self, planned: Planned, stage: str, form: str | None, authority: str, rank: str | None) -> None:
        draft, year = self.draft, self.event.year
        draft.add(" Hội nghị ")
        trigger = draft.mark(
            "trigger", {"voted": "bình xét", "proposed": "đề nghị", "conferred": "công bố trao"}[stage]
        )
        spans = [trigger, self.at]
        if form:
            draft.add(" " if stage == "proposed" else " quyết định của ")
            spans.append(draft.mark("grantor", form))
        draft.add(" danh hiệu ")
        spans.append(draft.mark("award", planned.award))
        if rank:
            draft.add(" ")
            spans.append(draft.mark("rank", rank))
        draft.add(f" năm {year} cho ")
        recipient = recipient_agency = count = None
        kind, true_recipient = "agency", ""
        if planned.amount:
            count = planned.amount
            spans.append(draft.mark("count", f"{count:02}"))
            draft.add(" tập thể")
        elif planned.recipient and planned.person:
            kind, recipient = "person", planned.person
            draft.add("ông ")
            spans.append(draft.mark("recipient", planned.person))
            draft.add(", ")
            span, recipient_agency = self.agency("recipient_agency", planned.recipient)
            spans.append(span)
            true_recipient = f"{planned.person} @ {planned.recipient.agency_id}"
        elif planned.recipient:
            span, recipient = self.agency("recipient", planned.recipient)
            spans.append(span)
            true_recipient = planned.recipient.agency_id
        draft.add(".")
        self.awards.append(
            Award(
                bloc=self.name.text, award=planned.award, grantor=form, recipient=recipient, recipient_kind=kind,
                recipient_agency=recipient_agency, rank=rank, count=count, year=year, status=stage,
                rule="history-award", evidence=tuple(spans), inferred=("year", "status", "recipient_kind"),
            )
        )  # fmt: skip
        honour = Honour(self.bloc.bloc_id, year, planned.award, authority, true_recipient, kind, count)
        self.told_awards.append(ToldAward(honour, stage, form is not None or stage == "voted", rank))

    def tell_guest(self, agency: Agency) -> None:
        draft, rng = self.draft, self.rng
        draft.add(" Dự hội nghị có ông ")
        name = draft.mark("name", _person(rng))
        draft.add(", ")
        title = draft.mark("title", rng.choice(POSTS))
        draft.add(" ")
        span, value = self.agency("agency", agency, unit=False)
        draft.add(".")
        self.people.append(
            Person(
                name=name.quote, title=title.quote, agency=value, rule="history-person", evidence=(name, title, span)
            )
        )


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


def copy_of(told: Told, url: str) -> Told:
    """The same report under another address."""
    article, _, record = told.page
    copied = Article(
        article.article_id, article.text, article.sections, article.title, article.published, url, "chep-lai",
        article.province, article.parser,
    )  # fmt: skip
    return Told(
        PageRecord(copied, url, record), told.bloc, told.bloc_start, told.keys, told.year, told.event,
        told.place_unknown, told.authority_unknown, told.era_unknown, told.agencies, told.units, told.terms, told.awards, told.planted,
    )  # fmt: skip


def _tell(settled: BlocYear, event: Event, paper: int, planted: str | None, rng: Random) -> Told | None:
    bloc, owner = settled.bloc, settled.bloc.owner
    members = bloc.members(event.year, min(event.day, bloc.last or LAST_DAY))
    if not members:
        return None
    report = _Report(settled, event, rng)
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
    number = f"{rng.getrandbits(40):010x}"
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


def _fill(report: _Report, members: tuple[Agency, ...], planted: str | None) -> None:
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


def _tell_terms(report: _Report, members: tuple[Agency, ...], wrong: bool) -> None:
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


def _tell_sitting(report: _Report, year: int, status: str) -> None:
    """The sitting leaders, under the names that they have on that day."""
    now = {a.line: a for a in report.bloc.members(year, min(report.event.day, report.bloc.last or LAST_DAY))}
    sitting = [(role, now[a.line]) for role, a in leaders_of(report.bloc, year) if a.line in now]
    if report.settled.handover and report.event.name in ("sơ kết", "tổng kết") and len(sitting) > 1:
        sitting = [("leader", sitting[1][1])]
        status = "assumed" if report.event.name == "sơ kết" else status
    if sitting and sitting[0][0] == "leader":
        by_agency: dict[str, tuple[str, Agency]] = {}
        for role, agency in sitting:
            by_agency.setdefault(agency.agency_id, (role, agency))
        report.tell_leaders(list(by_agency.values()), year, status)


def _tell_awards(report: _Report, planted: str | None) -> None:
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
