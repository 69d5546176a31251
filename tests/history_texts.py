"""One paper's report on the generated history: sentences in which every quote stands, and the record read from them."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import NamedTuple

from history_names import POSTS, Agency, BlocName, write_agency, write_bloc
from history_plans import BlocYear, Event, Planned, person_name

from pipeline.record import Award, Evidence, Leader, Meeting, Member, Person
from pipeline.record import Bloc as BlocFact


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


_TITLES = {
    "tổng kết": "tổng kết công tác thi đua năm",
    "sơ kết": "sơ kết công tác thi đua 6 tháng đầu năm",
    "ký kết giao ước": "ký kết giao ước thi đua năm",
    "thành lập": "ra mắt và phát động thi đua năm",
    "trao thưởng": "đón nhận khen thưởng năm",
}


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


class Report:
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
        level = owner.level if rng.random() < 0.95 else None
        inferred = ["bloc_kind", "level"] + (["province"] if province and not in_text else [])
        self.blocs.append(
            BlocFact(
                name=self.name.text, bloc_kind=self.bloc.kind, level=level, authority=authority,
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
                person = person_name(rng)
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
            kind = "person" if planned.person else "agency"
            draft.add(f" {planned.person or 'tập thể'}")
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
        name = draft.mark("name", person_name(rng))
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
