"""Places beside a post: those that only say where a holder is, and bare provinces that hold it themselves."""

from __future__ import annotations

from pipeline.frames.context import BlocEntity, Context
from pipeline.mentions.agencies import official_name
from pipeline.mentions.places import CITIES
from pipeline.reading import Mention, Sentence

_TO_POST = 7
"""So many tokens at most from an address to the post of the unit before it: ", đơn vị đăng cai làm Trưởng khối"."""
_OF_NAME = 16
"""So many tokens at most of a bloc's name."""
_CHOSEN = frozenset("bầu chọn cử tôn do cho là từ về trao giao :".split())
"""Last words before a bare province that gets or hands on a post: "bầu Tây Ninh làm Cụm trưởng"."""
_HOLDS = frozenset("được làm giữ đảm là nhận trúng đắc tiếp sẽ ( -".split())
"""First words behind a bare province that holds a post: "Tây Ninh được bầu", "Tây Ninh làm Cụm trưởng"."""
_SEATS = (["ủy", "viên"], ["thành", "viên"], ["đại", "biểu"])
_COUNCILS = ("Hội đồng", "Ban Chỉ đạo", "Ban Chấp hành", "HĐND", "Ban Thường vụ", "Quốc hội")
_ADVISERS = "Hội đồng Thi đua"
"""A body that advises on emulation and holds no post in a bloc, though its head, who heads another too, may."""
_PROVINCE_WORDS = 4
_HEAD_SENTENCES = 4
_BODY = 5
"""So many tokens at most before the number of provinces the name of their bodies begins: "Công an | 5 tỉnh"."""
_PROVINCE = ("tỉnh", "thành phố")
_OPENS = frozenset((",", ";", "và", ":", "|", "gồm", "("))
_NEXT = frozenset((",", "và"))
_LISTS = frozenset(("gồm", "(", "bao", "của", "có"))
"""What stands between a bloc's name and the provinces that meet in it."""
_JOINS = frozenset(", ; và – - tỉnh thành phố tp . hội cục sở".split())
_UNITS_BELOW = frozenset("xã phường huyện quận thị trấn".split())
_TO_LIST = 14
_FEWEST = 3
"""So many tokens at most to the first of a bloc's provinces, and so many of these at least."""


def without_addresses(ctx: Context, agencies: list[Mention]) -> list[Mention]:
    """Leave out the bare places that say where the unit or the bloc before them is, and bodies one has a seat in.

    "tại Công ty Cổ phần A, huyện B, đơn vị Trưởng khối", "Tòa án nhân dân khu vực 3 - TP Huế (Cụm trưởng)",
    "Khối thi đua số 2 tỉnh C do …".
    """
    return [
        a
        for k, a in enumerate(agencies)
        if not (k and (_is_address(ctx, agencies[k - 1], a) or is_side_seat(ctx, a)))
        and not _is_of_bloc(ctx, a)
        and not (len(agencies) > 1 and (_is_of_adviser(ctx, a) or _owns_bloc(ctx, a)))
    ]


def _is_of_adviser(ctx: Context, agency: Mention) -> bool:
    """Whether a body is the council of emulation that somebody heads: "Chủ tịch Hội đồng TĐKT tỉnh, Cụm trưởng"."""
    headed = any(t.end == agency.start for t in ctx.reading.of("TITLE", max(0, agency.start - 4), agency.start))
    return headed and agency.value.startswith(_ADVISERS)


def _owns_bloc(ctx: Context, agency: Mention) -> bool:
    """Whether a body right behind a post's bloc says whose that is: "Cụm trưởng Cụm thi đua số 1 | MTTQ tỉnh A, bà"."""
    norms = ctx.reading.norms
    near = ctx.reading.of("BLOC", max(0, agency.start - _OF_NAME), agency.start)
    owned = any(b.parts.get("owner_at") == f"{agency.start} {agency.end}" and b.end == agency.start for b in near)
    return owned and norms[agency.end : agency.end + 1] == [","]


def is_side_seat(ctx: Context, agency: Mention) -> bool:
    """Whether a body is one that somebody has a seat in beside the own post: "Ủy viên Hội đồng TĐKT tỉnh"."""
    seat = ctx.reading.norms[max(0, agency.start - 2) : agency.start]
    return seat in _SEATS[:1] or seat in _SEATS and agency.value.startswith(_COUNCILS)


def after_side_seats(ctx: Context, i: int, end: int) -> int:
    """Return the token after the seats told at token `i`, or `i`: "Giám đốc Sở A, Ủy viên Hội đồng B, Trưởng khối"."""
    reading = ctx.reading
    while i + 3 < end and reading.norms[i] in (",", "-", ";"):
        body = next(iter(reading.of("AGENCY", i + 3, i + 4)), None)
        if body is None or body.end > end or not (is_side_seat(ctx, body) or _is_advised(ctx, i + 1, body)):
            break
        i = body.end
    return i


def _is_advised(ctx: Context, i: int, body: Mention) -> bool:
    """Whether a post at token `i` is one in the council of emulation: ", | Chủ tịch Hội đồng TĐKT tỉnh, Cụm trưởng"."""
    titled = any(t.start == i and t.end == body.start for t in ctx.reading.of("TITLE", i, i + 1))
    return titled and body.value.startswith(_ADVISERS)


def _is_of_bloc(ctx: Context, place: Mention) -> bool:
    """Whether a bare place ends a bloc's name, with no post before it whose holder it could be."""
    if place.parts["name"]:
        return False
    near = ctx.reading.of("BLOC", max(0, place.start - _OF_NAME), place.start)
    bloc = next((b for b in near if b.end == place.start), None)
    return bloc is not None and not ctx.reading.of("ROLE", max(0, bloc.start - 2), bloc.end)


def after_address(ctx: Context, unit: Mention) -> int:
    """Return the token after the place that only says where a unit is, or after the unit."""
    place = next((a for a in ctx.reading.of("AGENCY", unit.end + 1, unit.end + 2) if a.start == unit.end + 1), None)
    return place.end if place and _is_address(ctx, unit, place) else unit.end


def _is_address(ctx: Context, unit: Mention, place: Mention) -> bool:
    norms = ctx.reading.norms
    if place.parts["name"] or not unit.parts["name"] or unit.end != place.start - 1:
        return False
    mark, after = norms[unit.end], norms[place.end : place.end + 1]
    if mark == "-":
        return after != ["và"] and bool(ctx.reading.of("ROLE", place.end, place.end + _TO_POST))
    return mark == "," and after in ([","], ["-"]) and bool(ctx.reading.of("ROLE", place.end, place.end + _TO_POST))


def provinces_named(ctx: Context, sentence: Sentence, agencies: list[Mention]) -> list[Mention]:
    """Return the bare provinces of a sentence that get or hold a post, in a bloc of several provinces.

    "Năm 2014, Tây Ninh được bầu làm Cụm trưởng", "Các tỉnh bầu Tây Ninh làm Cụm trưởng, Long An làm Cụm phó".
    """
    if not ctx.several_places:
        return []
    reading = ctx.reading
    taken = {k for kind in ("BLOC", "PERSON") for m in reading.of(kind, sentence.start, sentence.end) for k in _in(m)}
    taken |= {k for a in agencies for k in _in(a)}
    found = []
    for i in range(sentence.start, sentence.end - 1):
        place = ctx.lexicon.provinces.match(reading.norms, i) if reading.upper[i] and i not in taken else None
        if place is None or place[0] >= sentence.end or not _has_post(ctx, sentence, i, _past_next(ctx, place[0])):
            continue
        unit = "thành phố" if place[1] in CITIES else "tỉnh"
        parts = {"name": "", "policy": "self", "head": unit} | _body(ctx, sentence, place[1])
        mention = Mention("AGENCY", i, place[0], "", "bare-place", parts | {"unit": unit, "place": place[1]})
        mention.value = official_name(mention, keep_place=True)
        found.append(mention)
    return found


def _body(ctx: Context, sentence: Sentence, place: str) -> dict[str, str]:
    """Return what says which body a bare place stands for: one that is named with it beside, else with another place.

    "Hội LHPN tỉnh Tây Ninh nhận vai Cụm trưởng; Long An nhận vai Cụm phó": Hội LHPN tỉnh Long An.
    """
    sentences = ctx.reading.sentences
    n = ctx.reading.sentence_of(sentence.start)
    first, last = sentences[max(0, n - 1)].start, sentences[min(n + 1, len(sentences) - 1)].end
    near = [b for a in ctx.reading.of("AGENCY", first, last) if (b := _provinces_body(ctx, a))]
    of_it = [b for b in near if b["place"] == place]
    bodies = of_it or [b for b in near if b["place"] and sentence.start <= int(b["at"]) < sentence.end]
    if len({b["name"] for b in bodies}) != 1:
        return {}
    return {key: bodies[0][key] for key in ("name", "policy", "head")}


def _provinces_body(ctx: Context, agency: Mention) -> dict[str, str] | None:
    """Return the name and place of a province's body, or None for another: "Hội LHPN tỉnh Long An", "Hội A Cần Thơ"."""
    parts, places = agency.parts, ctx.lexicon.provinces
    known = {"at": str(agency.start), "policy": parts["policy"], "head": parts["head"], "name": parts["name"]}
    unit, place = parts.get("unit"), parts.get("place", "")
    if not parts["name"]:
        return None
    if unit in _PROVINCE or (unit is None and place and places.match(place.lower().split(), 0)):
        return known | {"place": place}
    words = parts["name"].split()
    for k in range(max(2, len(words) - _PROVINCE_WORDS), len(words)) if not (unit or place) else ():
        found = places.match([w.lower() for w in words], k)
        if found and found[0] == len(words):
            return known | {"name": " ".join(words[:k]), "place": found[1], "policy": "must"}
    return None


def _in(mention: Mention) -> range:
    return range(mention.start, mention.end)


def _past_next(ctx: Context, i: int) -> int:
    """Return where the run of bare places ends that goes on at token `i`: "Kon Tum | và Lâm Đồng | là Cụm phó"."""
    norms, places = ctx.reading.norms, ctx.lexicon.provinces
    while i + 1 < len(norms) and norms[i] in _NEXT and (place := places.match(norms, i + 1)):
        i = place[0]
    return i


def _has_post(ctx: Context, sentence: Sentence, start: int, end: int) -> bool:
    """Whether the words beside a bare place make it a party to a post, and no place that something is at."""
    norms = ctx.reading.norms
    before = norms[start - 1] if start > sentence.start else ","
    return norms[end] in _HOLDS and (before in _OPENS or before in _CHOSEN)


def gathers_provinces(ctx: Context, bloc: BlocEntity) -> bool:
    """Whether a bloc is told to be of several provinces: "Cụm thi đua số 7 gồm 5 tỉnh: Sóc Trăng, Cà Mau, …"."""
    reading = ctx.reading
    for mention in bloc.mentions:
        end = reading.sentences[reading.sentence_of(mention.start)].end
        opened = next((k for k in range(mention.end, min(mention.end + 2, end)) if reading.norms[k] in _LISTS), None)
        if opened is not None and _is_run_of_provinces(ctx, opened, end):
            return True
    return len(ctx.blocs) == 1 and _counts_provinces(ctx)


def _counts_provinces(ctx: Context) -> bool:
    """Whether title or lead tell how many provinces' bodies meet: "Công an 5 tỉnh (thuộc) Cụm thi đua số 7 ký"."""
    reading = ctx.reading
    head = [s for s in reading.sentences if s.field in ("title", "lead", "body")][:_HEAD_SENTENCES]
    for s in head:
        for k in range(s.start + 1, s.end):
            counted = (
                reading.norms[k] == "tỉnh" and reading.norms[k - 1].isdigit() and len(reading.norms[k - 1]) < _FEWEST
            )
            if not counted or int(reading.norms[k - 1]) < _FEWEST or _is_named(ctx, k + 1, s.end):
                continue
            near = range(k - 2, max(s.start - 1, k - _BODY), -1)
            stop = next((j for j in near if not reading.norms[j][0].isalpha()), s.start - 1)
            bodies = any(reading.upper[j] for j in near if j > stop)
            if bodies or reading.of("BLOC", k, min(s.end, k + 4)):
                return True
    return False


def _is_named(ctx: Context, i: int, end: int) -> bool:
    """Whether a province's name stands at token `i`, so that one is spoken of: "Thuế cơ sở 7 tỉnh | Gia Lai"."""
    return i < end and ctx.lexicon.provinces.match(ctx.reading.norms, i) is not None


def _is_run_of_provinces(ctx: Context, i: int, end: int) -> bool:
    """Whether at least three provinces, and nothing but them, are listed not far behind token `i`."""
    norms, places = ctx.reading.norms, ctx.lexicon.provinces
    found, last = 0, i
    while i < end and i - last <= (_TO_POST if found else _TO_LIST):
        place = places.match(norms, i) if ctx.reading.upper[i] else None
        if place:
            found, i = found + 1, place[0]
            last = i
        elif found and norms[i] not in _JOINS or norms[i] in _UNITS_BELOW or norms[i] == "tại":
            break
        else:
            i += 1
    return found >= _FEWEST
