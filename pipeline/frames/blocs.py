"""Frame: which blocs the report is about, and what is known of each."""

from __future__ import annotations

import re
from itertools import pairwise

from pipeline.frames.bloc_homes import home, province_said
from pipeline.frames.bloc_levels import is_national_company, joins_provinces, level_of, owner_of
from pipeline.frames.bloc_makers import give_makers
from pipeline.frames.bloc_names import is_same_name, join_posts
from pipeline.frames.bloc_passing import without_passing
from pipeline.frames.bloc_systems import give_systems
from pipeline.frames.bloc_unnamed import unnamed_bloc
from pipeline.frames.context import BlocEntity, Context
from pipeline.mentions.places import CITIES, LEVEL_OF_UNIT
from pipeline.reading import Mention
from pipeline.record import Bloc

_LEAD_SENTENCES = 3

_MARK, _BEHIND_HEADING = 2, 10
"""So many tokens at most stand before and behind a bloc that heads an item: "2 .", "( 20 - 12 )"."""
_OWNERS = frozenset(("unit", "place", "province", "authority", "owner_unit", "owner_place", "owner_at"))


def find_blocs(ctx: Context) -> list[BlocEntity]:
    """Return the blocs named in the report, each with all its mentions.

    Mentions meet in one bloc when they 1. have one number; 2. have the same words, or one the words of the other, or
    its initials ("VH-XH"); 3. are the only two and one of them is in the title.
    """
    _share_owner(ctx)
    named = [m for m in ctx.reading.of("BLOC") if m.rule not in ("bare", "plural") and _is_of_emulation(ctx, m)]
    groups: list[list[Mention]] = []
    for mention in named:
        group = next((g for g in groups if _is_of_group(ctx, mention, g)), None)
        if group is None:
            groups.append([mention])
        else:
            group.append(mention)
    groups = _without_owners(_join_title(ctx, join_posts(ctx, _join_double_names(ctx, groups))))
    groups = without_passing(ctx, groups)
    entities = [_entity(_name(group), group) for group in groups]
    entities = entities or [b for b in (unnamed_bloc(ctx),) if b]
    give_makers(ctx, entities)
    give_systems(ctx, entities)
    return entities


def _is_of_group(ctx: Context, mention: Mention, group: list[Mention]) -> bool:
    """Whether a mention is of the bloc of a group; two names that head items of one list are two blocs."""
    if not any(is_same_name(mention, other) for other in group):
        return False
    heads = _heads_item(ctx, mention) and all(m.value.lower() != mention.value.lower() for m in group)
    return not (heads and any(_heads_item(ctx, other) for other in group))


def _heads_item(ctx: Context, mention: Mention) -> bool:
    """Whether a name is the heading of an item of a list: "2. Khối thi đua Công đoàn ngành (20-12)"."""
    sentence = ctx.reading.sentences[ctx.reading.sentence_of(mention.start)]
    behind = sentence.end - mention.end
    return sentence.bullet and mention.start - sentence.start <= _MARK and behind <= _BEHIND_HEADING


def _entity(name: str, mentions: list[Mention]) -> BlocEntity:
    return BlocEntity(name, sorted(mentions, key=lambda m: (m.value != name, m.start)))


def _share_owner(ctx: Context) -> None:
    """Give coordinated blocs what follows the last: "Khối thi đua A và Khối thi đua B huyện Chợ Đồn"."""
    for here, after in pairwise(reversed(ctx.reading.of("BLOC"))):
        here, after = after, here
        if set(ctx.reading.norms[here.end : after.start]) in ({"và"}, {","}, {"&"}) and _OWNERS.isdisjoint(here.parts):
            here.parts.update({k: v for k, v in after.parts.items() if k in _OWNERS})


def _is_of_emulation(ctx: Context, mention: Mention) -> bool:
    """Whether a bloc named without "thi đua" is one: the report speaks of emulation blocs or their leaders elsewhere.

    "Khối 10" in a report about pupils is a school's class.
    """
    if "thi đua" in mention.value.lower() or ctx.reading.norms[mention.start + 1] == "tđ":
        return True
    others = any("thi đua" in m.value.lower() for m in ctx.reading.of("BLOC"))
    if "region" in mention.parts or _heads_units(ctx, mention):
        return others or _opens_with_emulation(ctx)
    if not others and _is_of_a_ward(ctx, mention):
        return False
    if (
        mention.parts.get("number", "") in ("6", "7", "8", "9", "10", "11", "12")
        and "học sinh" in ctx.reading.article.text.lower()
    ):
        return others
    here = ctx.reading.sentences[ctx.reading.sentence_of(mention.start)]
    size = len(ctx.reading.norms)
    return (
        others
        or (mention.rule == "sector" and _is_in_headline_of_emulation(ctx, mention))
        or any(ctx.reading.find((head, "thi", "đua"), 0, size) >= 0 for head in ("khối", "cụm"))
        or ctx.reading.find(("thi", "đua"), here.start, here.end) >= 0
    )


def _is_in_headline_of_emulation(ctx: Context, mention: Mention) -> bool:
    """Whether the headline has the words of a bloc and "thi đua": "Tổng kết phong trào thi đua khối các Hội nghề"."""
    reading, name = ctx.reading, mention.value.lower()
    return any(
        reading.find(("thi", "đua"), s.start, s.end) >= 0
        and name in " ".join(reading.text(s.start, s.end).lower().split())
        for s in reading.sentences
        if s.field == "title"
    )


def _heads_units(ctx: Context, mention: Mention) -> bool:
    """Whether a number stands over a list that tells posts in the bloc: "Cụm 1: A (cụm trưởng), B"."""
    here = ctx.reading.sentences[ctx.reading.sentence_of(mention.start)]
    if (
        mention.rule != "number"
        or mention.start != here.start
        or ctx.reading.norms[mention.end : mention.end + 1] != [":"]
    ):
        return False
    return bool(ctx.reading.of("ROLE", mention.end, here.end))


def _opens_with_emulation(ctx: Context) -> bool:
    """Whether title or lead speak of emulation, so that "cụm miền núi" in them is no place."""
    head = [s for s in ctx.reading.sentences if s.field in ("title", "lead", "body")][:_LEAD_SENTENCES]
    return any(ctx.reading.find(("thi", "đua"), s.start, s.end) >= 0 for s in head)


def _is_of_a_ward(ctx: Context, mention: Mention) -> bool:
    """Whether a bloc is a quarter of a ward: "Khối 5, phường Lê Lợi"."""
    norms = ctx.reading.norms
    after = mention.end + (norms[mention.end : mention.end + 1] == [","])
    return mention.rule == "number" and norms[after : after + 1] == ["phường"]


def _join_double_names(ctx: Context, groups: list[list[Mention]]) -> list[list[Mention]]:
    """Join "khối thi đua V – Khối thi đua các cơ quan cấp tỉnh": two names of one bloc, set side by side."""
    norms = ctx.reading.norms
    for group in groups:
        for other in groups:
            if other is group:
                continue
            if any(
                0 < b.start - a.end < 16 and "(" in norms[a.end : b.start] and "gọi" in norms[a.end : b.start]
                for a in group
                for b in other
            ):
                group.extend(other)  # "Khối thi đua các cơ quan Đảng (gọi tắt là Khối thi đua số 1)"
                other.clear()
            elif any(_is_second_name(norms, a, b) for a in group for b in other) or any(
                a.end == b.start and "number" in a.parts for a in group for b in other
            ):
                group.extend(other)
                other.clear()
    return [g for g in groups if g]


def _is_second_name(norms: list[str], a: Mention, b: Mention) -> bool:
    """Whether a bloc's name follows another's after a dash or a bracket, the other's place between them or not."""
    between = norms[a.end : b.start]
    if not between or len(between) > 8 or between[-1] not in ("-", "(") or a.start > b.start:
        return False
    place = between[:-1]
    return all(w[0].isalnum() for w in place) and (
        not place or place[0] in ("trên", "thuộc", "của", "tỉnh", "huyện", "thành", "thị", "quận")
    )


def _join_title(ctx: Context, groups: list[list[Mention]]) -> list[list[Mention]]:
    """Join a name that only the title has to the report's bloc: "Khối Mặt trận, đoàn thể tỉnh: …" over its full name.

    So are two kinds under one number ("Cụm thi đua số 2", "Khối thi đua số 2") where there is no third bloc.
    """
    if len(groups) > 2 and len({_number(g) for g in groups} | {None}) == 2 and _number(groups[0]):
        return [[m for g in groups for m in g]]  # "Khối thi đua Dịch vụ 2", "Khối thi đua số 2", "cụm thi đua số 2"
    if len(groups) != 2:
        return groups
    first, second = groups
    in_title = [
        all(ctx.reading.sentences[ctx.reading.sentence_of(m.start)].field in ("title", "caption") for m in g)
        for g in groups
    ]
    numbers = [_number(g) for g in groups]
    words = [{w for m in g for w in m.parts["words"].split()} for g in groups]
    shared = words[0] & words[1] - {"xã", "hội", "thi", "đua"}
    if (any(in_title) and (None in numbers or numbers[0] == numbers[1]) and (shared or numbers != [None, None])) or (
        None not in numbers and numbers[0] == numbers[1]
    ):
        main, other = (second, first) if in_title[0] else (first, second)
        return [main + other]
    return groups


def _without_owners(groups: list[list[Mention]]) -> list[list[Mention]]:
    """Join a name that only says whose the bloc is to the one that has a number: "Cụm thi đua VKSND tỉnh A"."""
    owners = [g for g in groups if all("only_owner" in m.parts for m in g)]
    others = [g for g in groups if not any(g is o for o in owners)]
    if not owners or len(others) != 1 or not any(m.rule == "number" for m in others[0]):
        return groups
    owner = owners[0][0].parts
    for mention in others[0]:
        if "authority" not in mention.parts:
            mention.parts |= {k: v for k, v in owner.items() if k in _OWNERS}
    return others


def _number(group: list[Mention]) -> str | None:
    """Return the number of a bloc, also the one that closes the name of its sector: "Khối thi đua Doanh nghiệp 2"."""
    known = next((m.parts["number"] for m in group if "number" in m.parts), None)
    closing = next((w for m in group if (w := m.parts["words"].split()[-1:]) and w[0].isdigit()), None)
    return known or (closing[0] if closing else None)


def _name(group: list[Mention]) -> str:
    """Return the fullest form: the most words, a number written "số N", "thi đua" spelt out.

    A numbered bloc's second name counts only if it says "thi đua" too: "Khối Thi đua 08 (Khối Kinh tế)" is the first.
    """
    said = [m for m in group if "thi đua" in m.value.lower()]
    return max(
        said if any("number" in m.parts for m in said) else group,
        key=_fullness,
    ).value


_HUE_A_CITY = 2025
_DOUBLED = re.compile(r"^(khối|cụm)(?: thi đua)? \1 ")
"""A name that says its head twice: "Khối thi đua Khối Nội chính"."""
_GLOSS = re.compile(r"\(\w+\)")
"""An acronym that a name gives beside its words: "Hội Nhà báo (HNB)"."""


def _fullness(mention: Mention) -> tuple[bool, int, bool, bool, bool, bool, int, int]:
    name = mention.value.lower()
    small = "small" in mention.parts
    return (
        not small,
        len(mention.parts["words"].split()) - len(_GLOSS.findall(name)),
        "thi đua" in name,
        not _GLOSS.search(name),
        "số" in name,
        not _DOUBLED.search(name),
        len(name.split()),
        -mention.start,
    )


def bloc_facts(ctx: Context, kept: list[BlocEntity]) -> list[Bloc]:
    """Return the bloc records of the blocs that the report reports a fact of."""
    return [_bloc(ctx, b) for b in kept]


def _bloc(ctx: Context, bloc: BlocEntity) -> Bloc:
    evidence = [ctx.evidence_of("name", m) for m in bloc.mentions[:3]]
    owner = owner_of(ctx, bloc)
    level = level_of(ctx, bloc, owner)
    province, district, commune = _place(ctx, bloc, level)
    evidence.append(ctx.evidence_of("trigger", bloc.first))
    evidence.append(ctx.evidence("bloc_kind", bloc.first.start, bloc.first.start + 1))
    inferred = [
        slot
        for slot, value in (("level", level), ("province", province), ("district", district), ("commune", commune))
        if value
    ]
    if owner and "owner_at" in owner.parts:
        start, end = map(int, owner.parts["owner_at"].split())
        evidence.append(ctx.evidence("authority", start, end))
    elif owner:
        inferred.append("authority")
    return Bloc(
        name=bloc.name,
        bloc_kind=bloc.first.parts["kind"],
        level=level,
        authority=owner.parts["authority"] if owner else None,
        province=province,
        district=district,
        commune=commune,
        rule=f"bloc-{bloc.first.rule}",
        evidence=tuple(evidence),
        inferred=tuple(inferred),
    )


def _place(ctx: Context, bloc: BlocEntity, level: str | None) -> tuple[str | None, str | None, str | None]:
    """Return (province, district, commune) as the report states them."""
    province = district = commune = None
    for m in [*bloc.mentions, *(p for p in ctx.reading.of("BLOC") if p.rule == "plural")]:
        unit, place = (
            m.parts.get("unit") or m.parts.get("owner_unit"),
            m.parts.get("place") or m.parts.get("owner_place"),
        )
        province = province or m.parts.get("province")
        if not place or len(place.split()) > 1 and place.isupper():
            continue  # a headline in capitals does not show where the place's name ends
        if unit in ("tỉnh", None) or place in CITIES:
            province = province or place
        elif LEVEL_OF_UNIT.get(unit) == "huyện":
            district = district or place
        elif LEVEL_OF_UNIT.get(unit) == "xã":
            commune = commune or place
    if level == "trung ương" or is_national_company(owner_of(ctx, bloc)):
        return (province if not joins_provinces(ctx, bloc) else None), None, None
    if level == "huyện":
        district = district or home(ctx, ("huyện", "thị xã", "quận", "thành phố"))
    if level == "xã":
        commune = commune or home(ctx, ("xã", "phường", "thị trấn", "đặc khu"))
    province = province or province_said(ctx)
    return ("Thừa Thiên Huế" if province == "Huế" and _is_before_city(ctx) else province), district, commune


def _is_before_city(ctx: Context) -> bool:
    """Whether a report is of the years when Huế was a city of the province Thừa Thiên Huế."""
    published = ctx.reading.article.published
    return (published is not None and published.year < _HUE_A_CITY) or bool(ctx.reading.positions.get("thiên"))
