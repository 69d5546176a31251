"""The year of a post in a bloc: the one said with it, and whether its holder sits now whatever year is told."""

from __future__ import annotations

from pipeline.frames.context import Context
from pipeline.frames.holders import apart
from pipeline.reading import Mention, Sentence

_ABOUT_TERM = frozenset(
    ", . ( ) - ; : của cho trong từ thi đua khối cụm công tác nhiệm kỳ thuộc mới đơn vị phiếu đạt".split()
)
"""Words that may stand between a role with its holder and their year."""
_OPENING = 4
"""So many words at most before a year that opens its sentence: "Bước sang năm 2024, …"."""
_OPENS_TERM = frozenset("bước sang trong vào từ và - + cho nhiệm kỳ tiếp tục riêng theo đó".split())
"""What stands before a year that opens a sentence, and holds for all its clauses: "Bước sang năm 2024, …; …"."""
_ONE_SITTING = 30
"""So many words at most from words that open a sentence with those who sit to the last of these."""
_PAIR = 2
_OWN_YEAR = 14
"""So many tokens at most from a post, with its bloc's name, to its year: "Cụm trưởng Cụm thi đua số 2 năm 2023"."""
_BESIDE = frozenset("- , ( ) đơn vị".split())
_WORK = frozenset(
    tuple(words.split())
    for words in "phương hướng|kế hoạch|nhiệm vụ|giao ước|thi đua|công tác|hoạt động|chương trình|khen thưởng".split(
        "|"
    )
)
"""Last words of what is planned for a year, that is not the year of a post."""
_GIVES_CONTENTS = (["theo", "đó"], ["cụ", "thể"], ["theo", "quyết"])
_LEADS = frozenset(("trưởng", "phó", "đứng"))


def year_of(ctx: Context, sentence: Sentence, role: Mention, holder: Mention, end: int) -> Mention | None:
    """Return the year said with the role.

    1. right after the role's words: "Trưởng khối năm 2024";
    2. after the pair: "A làm Khối trưởng, B làm Khối phó năm 2024";
    3. at the head of the clause: "Năm 2024, A giữ vai trò Khối trưởng".
    """
    reading = ctx.reading
    span = _span(ctx, end) or _from_day(ctx, end)
    if span:
        return span
    years = [] if is_sitting(ctx, role, holder) else _terms(ctx, sentence)
    stop = max(end, holder.end)
    semicolon = next((k for k in range(stop, sentence.end) if reading.norms[k] == ";"), sentence.end)
    direct = [y for y in years if end <= y.start <= end + 4 and not reading.of("AGENCY", end, y.start)]
    direct = [y for y in direct if ";" not in reading.norms[end : y.start]]
    if direct:
        return direct[0]
    inside = [y for y in years if min(role.start, holder.start) <= y.start < stop]
    if inside:
        return inside[0]
    after = [y for y in years if stop <= y.start < semicolon and y.start - stop < 40]
    for y in after:
        between = reading.norms[stop : y.start]
        if "tổng" in between or "đề" in between or "dẫn" in between or reading.of("AWARD", stop, y.start):
            break
        named = reading.of("ROLE", stop, y.start)
        if any(r.value == role.value for r in named):
            break  # "A, Cụm trưởng bàn giao cờ cho B, Cụm trưởng năm 2024"
        if ctx.has("assume", named[-1].end if named else stop, y.start):
            break  # "Cụm trưởng A bàn giao nhiệm vụ năm 2018 cho B"
        if reading.of("ROLE", stop, y.start) or y.start - stop <= 6 and _ABOUT_TERM.issuperset(between):
            return y
    later = [y for y in years if y.start >= semicolon and reading.of("ROLE", semicolon, y.start)]
    if later and not reading.of("AWARD", semicolon, later[0].start):
        return later[0]
    if not years and is_line(ctx, sentence):
        announced = _announced_year(ctx, sentence)
        if announced:
            return announced
    if not years and not is_sitting(ctx, role, holder):
        topic = _topic_year(ctx, sentence, role)
        if topic:
            return topic
    first = min(role.start, holder.start)
    before = [y for y in years if y.start < first and not _of_other_term(ctx, y, role)]
    before = [y for y in before if not _of_clause_before(ctx, sentence, y, first)]
    if before and _is_apposed(ctx, role, holder):
        before = [y for y in before if not _is_of_work(ctx, y)]
    if (
        before
        and not _bloc_between(ctx, before[-1].end, min(role.start, holder.start))
        and not reading.of("AWARD", before[-1].end, role.start)
    ):
        clause = reading.norms[before[-1].end : min(role.start, holder.start)]
        if (
            "thống" not in clause
            and "bầu" not in clause
            and "suy" not in clause
            and "tổng" not in reading.norms[max(sentence.start, before[-1].start - 8) : before[-1].start]
        ):
            return before[-1]
        if ":" in clause and reading.of("ROLE", sentence.start, before[-1].start):
            return before[-1]
    opening = before[0] if before and before[0].start - sentence.start <= _OPENING else None
    if opening and any(b.year is not None and int(opening.value) == b.year + 1 for b in ctx.blocs):
        return opening  # "Bước sang năm 2024, Khối bầu A làm Trưởng khối"
    return _since(ctx, sentence, min(role.start, holder.start)) if not before and not years else None


def _span(ctx: Context, i: int) -> Mention | None:
    """Return the closing year of the years of a post behind its name: "Trưởng khối giai đoạn 2022 - 2024" is 2024."""
    norms = ctx.reading.norms
    years = [int(word) for word in (*norms[i + 2 : i + 3], *norms[i + 4 : i + 5]) if word.isdigit() and len(word) == 4]
    if norms[i : i + 2] != ["giai", "đoạn"] or norms[i + 3 : i + 4] not in (["-"], ["đến"]) or len(years) < _PAIR:
        return None
    return Mention("YEAR", i, i + 5, str(years[1]), "span") if 0 < years[1] - years[0] <= _PAIR else None


def _from_day(ctx: Context, i: int) -> Mention | None:
    """Return the year of the day from which a post is held, told behind it: "làm Trưởng khối từ ngày 01/01/2024".

    A day late in a year may as well be that of the choice, for the year after.
    """
    norms = ctx.reading.norms
    if norms[i : i + 1] != ["từ"] and norms[i : i + 2] != ["kể", "từ"]:
        return None
    day = next((d for d in ctx.reading.of("DATE", i + 1, i + 5) if d.value[4:7] == "-01"), None)
    return Mention("YEAR", day.start, day.end, day.value[:4], "since") if day else None


def _bloc_between(ctx: Context, start: int, end: int) -> bool:
    """Whether a bloc is named between a year and who holds a post, but for "năm 2014 Khối thi đua 6 do A làm …"."""
    blocs = ctx.reading.of("BLOC", start, end)
    led = len(blocs) == 1 and blocs[0].start == start and ctx.reading.norms[blocs[0].end : blocs[0].end + 1] == ["do"]
    return bool(blocs) and not led


def _is_apposed(ctx: Context, role: Mention, holder: Mention) -> bool:
    """Whether a post only stands beside its holder, whom no verb gives it: "Sở Nội vụ - Khối trưởng"."""
    first, second = sorted((role, holder), key=lambda m: m.start)
    between = ctx.reading.norms[first.end : second.start]
    return _BESIDE.issuperset(between) and not ctx.has("elect", max(0, first.start - _ONE_SITTING), first.start)


def _is_of_work(ctx: Context, year: Mention) -> bool:
    """Whether a year is that of what is planned or pledged: "phương hướng năm 2024", "giao ước thi đua năm 2024"."""
    near = ctx.reading.norms[max(0, year.start - 2) : year.start]
    return any(tuple(near[-2:]) == words for words in _WORK)


def _since(ctx: Context, sentence: Sentence, first: int) -> Mention | None:
    """Return the year of the day or month from which a post is held: "Từ tháng 01/2024, A làm Trưởng khối"."""
    norms = ctx.reading.norms
    at = ctx.reading.find(("từ",), sentence.start, first)
    if at < 0 or ctx.reading.of("ROLE", sentence.start, first) or ctx.reading.of("AWARD", sentence.start, first):
        return None
    if norms[at + 1] == "tháng" and norms[at + 3 : at + 4] in (["/"], ["-"]):
        written = norms[at + 4 : at + 5]
        return Mention("YEAR", at + 1, at + 5, written[0], "since") if written and len(written[0]) == 4 else None
    day = next((d for d in ctx.reading.of("DATE", at + 1, at + 3) if not d.value.startswith("-")), None)
    return Mention("YEAR", day.start, day.end, day.value[:4], "since") if day else None


def _terms(ctx: Context, sentence: Sentence) -> list[Mention]:
    """Return the years of a sentence without those since when something is so: "theo thứ tự thống nhất từ năm 2019"."""
    reviewed = min((b.year for b in ctx.blocs if b.year is not None), default=0)
    norms = ctx.reading.norms
    years = ctx.reading.of("YEAR", sentence.start, sentence.end)
    return [y for y in years if norms[y.start - 1] != "từ" or int(y.value) >= reviewed]


def is_sitting(ctx: Context, role: Mention, holder: Mention | None = None) -> bool:
    """Whether words beside a role say that its holder sits now or did so till now, whatever term the sentence tells.

    "đương nhiệm", "sau một năm làm Khối phó", "Khối phó không đổi": the category `sitting` of `triggers.csv`.
    """
    reading = ctx.reading
    sentence = reading.sentences[reading.sentence_of(role.start)]
    if reading.norms[role.end : role.end + 1] == ["cũ"] or holder and _is_by_the_way(ctx, role, holder):
        return True
    first = min(role.start, holder.start) if holder else role.start
    first = max(sentence.start, first - 8)
    cut = next((k + 1 for k in range(role.start - 1, first - 1, -1) if reading.norms[k] in (";", ",")), first)
    opened = None if reading.of("YEAR", sentence.start, sentence.end) else _opens_sitting(ctx, sentence)
    if opened and not ctx.has("elect", sentence.start, role.start) and role.start - opened < _ONE_SITTING:
        return True
    last = min(max(role.end, holder.end if holder else 0) + 2, sentence.end)
    return ctx.has("sitting", cut if cut < role.start else first, last)


def _is_by_the_way(ctx: Context, role: Mention, holder: Mention) -> bool:
    """Whether a bracket behind a bloc's members says who leads them: "… và Sở C (do Sở A làm Cụm trưởng) bầu …"."""
    norms, begin = ctx.reading.norms, int(holder.parts.get("from", holder.start))
    within = norms[max(0, begin - 2) : begin] == ["(", "do"] and norms[role.end : role.end + 1] == [")"]
    return within and begin < role.start and not ctx.has("elect", begin, role.start)


def _opens_sitting(ctx: Context, sentence: Sentence) -> int | None:
    """Return where words that open a sentence say that it tells of those who sit: "Năm qua, A làm …, B làm …"."""
    found = ctx.first("sitting", sentence.start, min(sentence.start + _OPENING + 2, sentence.end))
    return found[1] if found else None


def _of_other_term(ctx: Context, year: Mention, role: Mention) -> bool:
    """Whether a year is of an earlier naming of the role, or of one in brackets that the role stands outside of.

    "A (Trưởng khối năm 2024) bàn giao Trưởng khối cho B", "A thay B (Trưởng khối năm 2020), Phó khối là C".
    """
    norms = ctx.reading.norms
    near = ctx.reading.of("ROLE", max(0, year.start - _OWN_YEAR), year.start)
    others = [o for o in near if apart(ctx, o.end, year.start) <= _PAIR]
    bracketed = norms[year.end : year.end + 1] == [")"] and any(norms[o.start - 1] == "(" for o in others)
    parted = ";" in norms[year.end : role.start]
    return any(o is not role and (bracketed or o.value == role.value or parted and is_sitting(ctx, o)) for o in others)


def _of_clause_before(ctx: Context, sentence: Sentence, year: Mention, first: int) -> bool:
    """Whether a year is of a clause before that tells of no post: "công tác năm 2023 được xét khen; Khối trưởng …"."""
    reading = ctx.reading
    mark = next((k for k in range(first - 1, year.end - 1, -1) if reading.norms[k] == ";"), None)
    if mark is None or _OPENS_TERM.issuperset(reading.norms[sentence.start : year.start]):
        return False
    return not reading.of("ROLE", sentence.start, mark)


def is_line(ctx: Context, sentence: Sentence) -> bool:
    """Whether a sentence is a line of a list: it has a bullet, or begins with the role itself."""
    return sentence.bullet or bool(ctx.reading.of("ROLE", sentence.start, sentence.start + 2))


def _announced_year(ctx: Context, sentence: Sentence) -> Mention | None:
    """Return the year that a sentence before a list announces: "bầu Cụm trưởng, Cụm phó năm 2024 … Cụ thể:"."""
    reading = ctx.reading
    n = reading.sentence_of(sentence.start)
    for before in reversed(reading.sentences[max(0, n - 30) : n]):
        if (
            reading.of("ROLE", before.start, before.end)
            and (
                ctx.has("elect", before.start, before.end)
                or reading.norms[before.end - 1] == ":"
                or before.field == "title"
            )
            and (not is_line(ctx, before) or reading.norms[before.end - 1] == ":")
        ):
            role = reading.of("ROLE", before.start, before.end)[-1]
            years = [y for y in reading.of("YEAR", role.end, before.end) if y.start - role.end < 10]
            return years[0] if years else None
    return None


def _topic_year(ctx: Context, sentence: Sentence, role: Mention) -> Mention | None:
    """Return the term of a post that the sentence before announces and gives to nobody.

    "Về Trưởng khối, Phó khối năm 2016, Khối phải bỏ phiếu. Xã A thắng phiếu, trở thành Trưởng khối."
    """
    reading = ctx.reading
    n = reading.sentence_of(sentence.start)
    before = reading.sentences[n - 1] if n else None
    if before is None or sentence.line - before.line > 0:
        return None
    said = [r for r in reading.of("ROLE", before.start, before.end) if r.value in (role.value, "both")]
    if not said:
        return _year_of_appointing(ctx, before, sentence)
    if reading.of("AGENCY", before.start, before.end):
        return None
    years = reading.of("YEAR", said[-1].end, said[-1].end + 8)
    return years[0] if years and years[0].start < before.end else None


def _year_of_appointing(ctx: Context, before: Sentence, sentence: Sentence) -> Mention | None:
    """Return the one year of a sentence that appoints, whose contents the next one gives.

    "UBND tỉnh vừa kiện toàn lãnh đạo các khối thi đua năm 2020. Theo đó, A được giao làm Trưởng khối."
    """
    reading = ctx.reading
    if reading.norms[sentence.start : sentence.start + 2] not in _GIVES_CONTENTS:
        return None
    years = reading.of("YEAR", before.start, before.end)
    named = reading.find(("lãnh", "đạo"), before.start, before.end) >= 0 or _LEADS & set(
        reading.norms[before.start : before.end]
    )
    return years[0] if named and len({y.value for y in years}) == 1 else None
