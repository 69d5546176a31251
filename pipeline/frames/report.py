"""From a reading to its record: the frames in the order in which they need one another."""

from __future__ import annotations

from collections import defaultdict

from pipeline.article import Article
from pipeline.frames.awards import find_awards
from pipeline.frames.beyond import find_beyond
from pipeline.frames.bloc_activity import blocs_told_of, is_about, is_contest, only_plays, says_members
from pipeline.frames.bloc_levels import is_national, levels_below, names_bodies_of_places
from pipeline.frames.bloc_references import drop_other_references
from pipeline.frames.blocs import bloc_facts, find_blocs
from pipeline.frames.body_aliases import add_body_aliases
from pipeline.frames.context import Context
from pipeline.frames.holder_names import add_holder_names
from pipeline.frames.leader_places import gathers_provinces
from pipeline.frames.leaders import find_leaders
from pipeline.frames.meeting_implied import add_implied_reviews
from pipeline.frames.meetings import find_meeting
from pipeline.frames.member_places import add_aliases
from pipeline.frames.member_segments import tell_again
from pipeline.frames.members import find_lists, member_facts
from pipeline.frames.people import find_named, people_facts
from pipeline.frames.sense import make_sense
from pipeline.lexicon import Lexicon
from pipeline.mentions.agencies import AgencyFinder
from pipeline.mentions.places import CITIES, LEVEL_OF_UNIT
from pipeline.reading import Mention, Reading, Sentence
from pipeline.record import Record

_LOCAL_OWNERS = frozenset(("Huyện ủy", "Thị ủy", "Quận ủy", "Thành ủy"))
_PROVINCES_LEAST = 3
"""So many provinces at least have bodies of one name where a bloc is of several provinces."""
_GROUNDS = frozenset(("căn", "thực"))
"""First words of a sentence that names a document only as what a meeting rests on: "Căn cứ", "Thực hiện"."""
_AFTER_GROUNDS = 4
_TERM_WITHIN = 2
"""So many tokens at most between a post and the year of its term."""


def read_report(reading: Reading, article: Article, lexicon: Lexicon, finder: AgencyFinder) -> Record:
    """Return the record of a report whose mentions have been found.

    1. the blocs, and for each its meeting, which sets the year under review;
    2. the lists of members, which say what bare places stand for;
    3. persons, leaders, awards;
    4. a bloc stays if the report tells a meeting or a fact of it; without a bloc there are no facts at all;
    5. the record as a whole is looked at once more (`sense`).
    """
    published = article.published.isoformat() if article.published else None
    if not reading.of("BLOC") and not reading.of("ROLE"):
        return Record(article_id=article.article_id, title=article.title, published=published)
    ctx = Context(reading, lexicon, finder.grammar)
    drop_other_references(ctx)
    _drop_inside_blocs(ctx)
    _drop_inside_places(ctx)
    contest = is_contest(ctx)
    ctx.blocs = [b for b in find_blocs(ctx) if not contest or is_about(ctx, b) or not only_plays(ctx, b)]
    if not ctx.blocs:
        return Record(article_id=article.article_id, title=article.title, published=published)
    ctx.decision = _is_decision(ctx)
    meetings = {id(b): find_meeting(ctx, b) for b in ctx.blocs}
    _share_year(ctx)
    lists = [found for found in find_lists(ctx, finder) if not contest or says_members(ctx, found)]
    tell_again(ctx, [m for found in lists for m in found.agencies])
    add_aliases(ctx, [m for found in lists for m in found.agencies])
    add_holder_names(ctx)
    national = any(is_national(ctx, b) or names_bodies_of_places(b) or gathers_provinces(ctx, b) for b in ctx.blocs)
    national = national or _is_of_provinces(ctx)
    ctx.several_places = national or _has_several_places(reading.of("AGENCY"))
    ctx.levels_below = levels_below(ctx, ctx.blocs)
    add_body_aliases(ctx)
    named = find_named(ctx)
    leaders, awards, members = find_leaders(ctx, named), find_awards(ctx, named, lists), member_facts(ctx, lists)
    add_implied_reviews(ctx, meetings, awards)
    kept = blocs_told_of(ctx, [*leaders, *awards, *members], meetings)
    names = {b.name for b in kept}
    beyond = find_beyond(ctx, kept, [m for m in meetings.values() if m], leaders, awards)
    record = Record(
        article_id=article.article_id,
        title=article.title,
        published=published,
        blocs=tuple(bloc_facts(ctx, kept)),
        meetings=tuple(m for b in kept if (m := meetings[id(b)])),
        members=tuple(m for m in members if m.bloc in names),
        leaders=tuple(x for x in leaders if x.bloc in names),
        awards=tuple(a for a in awards if a.bloc in names),
        people=tuple(people_facts(ctx, named)) if kept else (),
        **beyond,
        problems=tuple(ctx.problems),
    )
    return make_sense(ctx, record, [found for found in lists if found.bloc.name in names])


def _drop_inside_blocs(ctx: Context) -> None:
    """An agency's name inside a bloc's ("Khối Mặt trận - Đoàn thể") is no mention of the agency."""
    party = {a.start: a.end for a in ctx.reading.of("AGENCY") if a.parts["name"].startswith("Đảng ủy Khối")}
    blocs = [b for b in ctx.reading.of("BLOC") if party.get(b.start, b.start) < b.end]
    if len(blocs) < len(ctx.reading.of("BLOC")):  # "các đảng ủy: Khối Doanh nghiệp tỉnh, Công an tỉnh"
        ctx.reading.add("BLOC", blocs)
    inside = {id(a) for b in blocs for a in ctx.reading.of("AGENCY", b.start, b.end)}
    inside |= {id(a) for b in blocs for a in ctx.reading.of("AGENCY", b.end, b.end + 1) if _is_home(ctx, b, a)}
    ctx.inner_agencies = [a for a in ctx.reading.of("AGENCY") if id(a) in inside]
    ctx.reading.add("AGENCY", [a for a in ctx.reading.of("AGENCY") if id(a) not in inside])


def _is_home(ctx: Context, bloc: Mention, agency: Mention) -> bool:
    """Whether what stands right after a bloc's name says whose or where it is: "Khối thi đua số 6 tỉnh Đắk Nông"."""
    after = ctx.reading.norms[agency.end : agency.end + 1]
    if agency.start != bloc.end or after in ([","], [";"], ["và"], ["("], ["-"]):
        return False
    owner = "place" not in agency.parts and bloc.parts.get("authority") == agency.value
    return agency.rule == "unit" or owner


def _drop_inside_places(ctx: Context) -> None:
    """A word for a flag inside an agency's name ("huyện Cờ Đỏ") is no award."""
    agencies = [(a.start, a.end) for a in ctx.reading.of("AGENCY")]
    awards = ctx.reading.of("AWARD")
    inside = {id(m) for m in awards for start, end in agencies if start <= m.start and m.end <= end}
    ctx.reading.add("AWARD", [m for m in awards if id(m) not in inside])


def _is_decision(ctx: Context) -> bool:
    """Whether the report tells of a document that sets blocs up or names their leaders, and of no meeting."""
    reading = ctx.reading
    head = [s for s in reading.sentences if s.field in ("title", "lead", "body")][:3]
    if not any(ctx.has("decision", s.start, s.end) for s in head):
        return False
    last = next(n for n, s in enumerate(head) if ctx.has("decision", s.start, s.end))
    if _tells_of_meeting(ctx, head[: last + 1]):
        return False
    body = [s for s in reading.sentences if s.field in ("lead", "body") and s.start > head[last].start]
    dated = [s for s in body[:_AFTER_GROUNDS] if reading.of("DATE", s.start, s.end)]
    return reading.norms[head[last].start] not in _GROUNDS or not any(_tells_of_meeting(ctx, [s]) for s in dated)


def _tells_of_meeting(ctx: Context, sentences: list[Sentence]) -> bool:
    met = [t for s in sentences for t in ctx.reading.matches(ctx.lexicon.meetings, s.start, s.end)]
    return any(
        type_ in ("tổng kết", "sơ kết", "ký kết giao ước", "họp", "weak") and ctx.reading.norms[at] != "triển"
        for at, _, type_ in met
    )


def _share_year(ctx: Context) -> None:
    """Blocs that met together review the same year; where no meeting is told, the report's first year is theirs."""
    known = next((b for b in ctx.blocs if b.year is not None), None)
    if known is None:
        year = _first_year(ctx)
        if year:
            for b in ctx.blocs:
                b.year, b.year_mention = int(year.value), year
        return
    for b in ctx.blocs:
        if b.year is None:
            b.year, b.year_mention, b.next_term = known.year, known.year_mention, known.next_term


def _first_year(ctx: Context) -> Mention | None:
    """Return the year that a report names first, else that of the first day that it names in full."""
    reading = ctx.reading
    told = [s for s in reading.sentences if s.field in ("title", "lead", "body")]
    years = [y for s in told for y in reading.of("YEAR", s.start, s.end)]
    years = [y for y in years if ctx.decision or not _is_of_a_term(reading, y)]
    year = next((y for y in years if y.rule == "year"), None)
    if year:
        return year
    if years and not ctx.decision:
        return years[0]
    days = (d for s in told for d in reading.of("DATE", s.start, s.end))
    day = next((d for d in days if not d.value.startswith("-")), None)
    return Mention("YEAR", day.start, day.end, day.value[:4], "of-day") if day else None


def _is_of_a_term(reading: Reading, year: Mention) -> bool:
    """Whether a year is that of a post: "Chức Khối trưởng thi đua năm 2017 được chuyển giao"."""
    return any(year.start - role.end <= _TERM_WITHIN for role in reading.of("ROLE", max(0, year.start - 8), year.start))


def _is_of_provinces(ctx: Context) -> bool:
    """Whether bodies of one name are told of three provinces, by their names alone: "Cục Thuế Hà Nam, Cục Thuế …"."""
    provinces: defaultdict[str, set[str]] = defaultdict(set)
    for m in ctx.reading.of("AGENCY"):
        place = m.parts.get("place")
        if place and m.parts["name"] and ctx.lexicon.provinces.match(place.lower().split(), 0):
            provinces[m.parts["name"]].add(place)
    return any(len(found) >= _PROVINCES_LEAST for found in provinces.values())


def _has_several_places(agencies: list[Mention]) -> bool:
    """Whether one kind of agency occurs with two places: the bloc is one of several provinces or districts."""
    places: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for m in agencies:
        unit = m.parts.get("unit") or ("huyện" if "local" in m.parts or m.parts.get("owner") in _LOCAL_OWNERS else "")
        if m.parts.get("place") and m.parts["name"] and unit and m.parts["policy"] != "self":
            level = "tỉnh" if m.parts["place"] in CITIES else LEVEL_OF_UNIT.get(unit, "")
            places[m.parts["name"], level].add(m.parts["place"])
        elif m.parts.get("place") and m.parts["name"].endswith(" khu vực"):  # beside "Chi cục Thuế thành phố A"
            places[m.parts["name"].removesuffix(" khu vực"), "huyện"].add(m.parts["place"])
    bodies = {m.parts["name"] for m in agencies if m.parts.get("unit") or m.parts.get("owner") in _LOCAL_OWNERS}
    return any(len(found) > 1 and name in bodies for (name, _), found in places.items())
