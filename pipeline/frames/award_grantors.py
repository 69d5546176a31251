"""Who grants an award."""

from __future__ import annotations

from pipeline.frames.award_asking import is_put_up_to
from pipeline.frames.award_given import granted_behind, is_given_straight, verb_of_given
from pipeline.frames.award_joint import with_others
from pipeline.frames.award_lists import leads_to_unit
from pipeline.frames.award_parts import Grantor
from pipeline.frames.context import Context
from pipeline.mentions.awards import end_of_branch
from pipeline.mentions.grantors import grantor_name
from pipeline.reading import Mention, Sentence

_TITLE_TO_GRANTOR = frozenset('xuất sắc toàn diện chuyên đề thi đua hạng cấp “ " của do'.split())
_GIVING = frozenset("tặng trao khen nhận xét thưởng".split())
_GRANT_WORDS = frozenset(
    "xem xét tặng trao thưởng khen công nhận đạt quyết định ký danh hiệu đã vừa , và phong trình cấp có thẩm quyền để "
    'hội đồng thi đua - tỉnh hình thức như sau : cụ thể “ " được sẽ quan tâm ghi tuyên biểu dương bằng cờ tấm bức '
    "lá lần lượt".split()
)
"""All that may stand between who grants and the title after it."""
_PRAISES = frozenset("thưởng cho ( : đối các tặng".split())
_OPENS_GRANT = frozenset("khen tặng xét xem trao công".split())
_BEFORE_ASKED = frozenset(("của", "được"))
_GRANTING_POSTS = frozenset(
    ("Bộ trưởng", "Tổng Giám đốc", "Chánh án", "Viện trưởng", "Tư lệnh", "Thống đốc", "Tổng cục trưởng", "Cục trưởng")
)
_LEVELS = frozenset(("tỉnh", "huyện", "thành phố", "thị xã", "quận", "xã", "phường"))
_SMALL_GRANTORS = frozenset(level.split()[0] for level in _LEVELS) | {"ngành"}
_WILL_GIVE = (["xem", "xét"], ["sẽ", "xem"], ["sẽ", "xét"], ["sẽ", "tặng"], ["quyết", "định"], ["công", "nhận"])
_MEETINGS = (["hội", "nghị"], ["đại", "hội"], ["hội", "thảo"])
_NO_NAME_WORD = frozenset("cho được đề nghị xét xem trình và là của đã vừa sẽ tín nhiệm bầu chọn suy nhất trí".split())
"""Words that no name of a body has, so that no unknown body is read over them."""
_NEVER_GRANT = frozenset(("Trường", "Phòng"))
_OPENING = 12
"""So many tokens from the beginning of a sentence may its subject begin."""
_LOOSE = 6
"""So many words of any kind may stand between who is asked to grant and the title."""
_BEFORE_ASKED_BODY = frozenset(("lên", "với", "tới"))
_NAME = 12
"""So many tokens at most has the name of who is asked."""
_ORGAN = 9
"""So many tokens at most stand before the head of a body in the name of its organ: "Hội đồng thành viên Tập đoàn"."""
_TO_COLON = 8
"""So many tokens at most between who is asked and the colon before what is asked for."""
_BEFORE_RECOGNISED = frozenset('đạt là danh hiệu được “ " các'.split())
_HOLDS = frozenset(("đạt", "là", "danh"))
_RECOGNISED = 30
"""So many tokens at most from "công nhận" over the units to the title that they hold."""
_REACH = 14
"""How many tokens before a title who grants it is looked for."""


def grantor_of(ctx: Context, sentence: Sentence, award: Mention, limit: int) -> Grantor | None:
    """Return who grants an award.

    1. after the title: "Cờ thi đua của UBND tỉnh", "Bằng khen Chủ tịch UBND tỉnh", "Giấy khen năm 2021 của …";
    2. asked after it: "Danh hiệu … được đề nghị UBND tỉnh tặng cho A";
    3. before it, on behalf of another: "thừa ủy quyền của Tư lệnh Quân khu 9, Đại tá X trao Bằng khen";
    4. before it, with a verb of giving between: "đề nghị UBND tỉnh xét, tặng Cờ thi đua".

    `grantor_at_end` and `grantor_of_lines` look further. Of several, `each` of the one returned has all.
    """
    return with_others(ctx, award, _grantor_of(ctx, sentence, award, limit), granting)


def _grantor_of(ctx: Context, sentence: Sentence, award: Mention, limit: int) -> Grantor | None:
    after = _after_title(ctx, award, limit)
    if leads_to_unit(ctx, award):  # "kế đến là Thanh tra tỉnh"
        return None
    if award.rule == "rank":  # "nhất khối Nông trường A" names no grantor
        return after if after and not _is_part_of_name(ctx, after) else None
    if after and not _is_part_of_name(ctx, after) and not _may_get(ctx, sentence, award, after):
        return after
    before = (
        _asked_after(ctx, award)
        or granted_behind(ctx, award, limit, granting)
        or _on_behalf(ctx, sentence, award)
        or _before_verb(ctx, sentence, award)
        or _before_title(ctx, sentence, award)
        or _recognises(ctx, sentence, award)
    )
    branch = award.parts.get("branch")
    if after and not before and not _is_part_of_name(ctx, after):
        return after
    return before or after or (Grantor(branch, award) if branch else None)


def _may_get(ctx: Context, sentence: Sentence, award: Mention, after: Grantor) -> bool:
    """Whether who stands right behind a title may be the one it is for: "G tặng Bằng khen Ban CHQS huyện A"."""
    agency = after.mention
    if agency.kind != "AGENCY" or agency.start != award.end:
        return False
    is_body = agency.parts["policy"] in ("self", "none") and not agency.parts.get("place")
    follows = ctx.reading.norms[agency.end : agency.end + 1]
    return not is_body and follows != ["cho"] and is_given_straight(ctx, award, sentence.start)


def grantor_at_start(ctx: Context, sentence: Sentence, award: Mention) -> Grantor | None:
    """Return the body that a sentence begins with and that gives, or is asked for, the titles after it.

    "UBND tỉnh đã tuyên dương các đơn vị bằng 1 Cờ thi đua (A)", "Trung ương Hội được Cụm gửi ba đề nghị: Cờ thi đua …".
    """
    norms = ctx.reading.norms
    for k in range(sentence.start, min(sentence.start + _OPENING, award.start)):
        found = granting(ctx, k)
        if found is None or found.mention.end > award.start:
            continue
        if found.name.startswith("Phó ") or ctx.reading.of("PERSON", found.mention.end, found.mention.end + 3):
            return None
        between = found.mention.end, award.start
        passive = norms[between[0]] == "được" and not ctx.has("propose", *between)
        is_body = found.mention.kind == "GRANTOR" or found.mention.parts.get("policy") == "self"
        if not is_body or passive or ctx.reading.of("AGENCY", *between) or ctx.has("award break", *between):
            return None
        return found if ctx.has("confer", *between) or ctx.has("propose", *between) else None
    return None


def grantor_at_end(ctx: Context, sentence: Sentence) -> Grantor | None:
    """Return who is asked at the end for all titles of a sentence: "chọn A (Cờ thi đua) để đề nghị G khen thưởng"."""
    last = ctx.reading.of("AWARD", sentence.start, sentence.end)[-1]
    asked = ctx.first("propose", last.end, sentence.end)
    if asked is None:
        return None
    for k in range(asked[1], min(asked[1] + 4, sentence.end)):
        found = granting(ctx, k)
        if found:
            return found if _OPENS_GRANT & set(ctx.reading.norms[found.mention.end : found.mention.end + 3]) else None
    return None


def grantor_asked_to_praise(ctx: Context, sentence: Sentence, award: Mention) -> Grantor | None:
    """Return who is asked to praise all named then: "đề nghị G khen thưởng cho A (Cờ thi đua), B và C (Bằng khen)"."""
    norms = ctx.reading.norms
    for k in range(award.start - 2, sentence.start, -1):
        if norms[k] == "khen" and norms[k + 1] in _PRAISES:
            start = next(
                (m.start for m in reversed(_ending_near(ctx, k, sentence)) if is_put_up_to(ctx, m.start)), None
            )
            return granting(ctx, start) if start is not None else None
    return None


def _ending_near(ctx: Context, at: int, sentence: Sentence) -> list[Mention]:
    """Return the bodies and agencies between which and a verb nothing but words of granting stands."""
    names = [m for kind in ("AGENCY", "GRANTOR") for m in ctx.reading.of(kind, max(sentence.start, at - _REACH), at)]
    return [m for m in names if m.end <= at and _GRANT_WORDS.issuperset(ctx.reading.norms[m.end : at])]


def _is_part_of_name(ctx: Context, found: Grantor) -> bool:
    """Whether who seems to grant may belong to the title's name: "Cờ thi đua Tòa án nhân dân", without "của"."""
    return found.mention.kind == "AGENCY" and not (
        ctx.reading.norms[found.mention.start - 1] == "của" or found.mention.parts.get("unit")
    )


def grantor_of_lines(ctx: Context, n: int) -> Grantor | None:
    """Return the grantor that the opening line of a list names: "đề nghị UBND tỉnh khen thưởng năm 2016 như sau:"."""
    opener = opener_of_lines(ctx, n)
    if opener is None:
        return None
    for k in range(opener.start, opener.end):
        found = granting(ctx, k)
        if found and ctx.reading.norms[found.mention.end] in _OPENS_GRANT:
            return found
    return _asked_before(ctx, opener.start, opener.end - 1)


def grantor_before_colon(ctx: Context, sentence: Sentence, award: Mention) -> Grantor | None:
    """Return who is asked before a colon for all titles after it: "… trình Trung ương Hội: Cờ thi đua cho A; …"."""
    norms = ctx.reading.norms
    colon = next((k for k in range(award.start - 1, sentence.start, -1) if norms[k] == ":"), sentence.start)
    return _asked_before(ctx, sentence.start, colon)


def _asked_before(ctx: Context, start: int, colon: int) -> Grantor | None:
    """Return who is asked shortly before a colon: "đề nghị UBND tỉnh các hình thức khen sau:", "gửi lên UBND tỉnh:"."""
    for k in range(max(start + 1, colon - _TO_COLON - _NAME), colon):
        asked = ctx.reading.norms[k - 1] in _BEFORE_ASKED_BODY or is_put_up_to(ctx, k)
        found = granting(ctx, k) if asked else None
        if found and ctx.has("ask", start, colon):
            agencies = ctx.reading.of("AGENCY", found.mention.end, colon)
            return found if colon - found.mention.end <= _TO_COLON and not agencies else None
    return None


def opener_of_lines(ctx: Context, n: int) -> Sentence | None:
    """Return the line that opens the list of lines which a sentence is one of: the last one that ends in a colon."""
    reading = ctx.reading
    if n == 0 or reading.sentences[n].line == reading.sentences[n - 1].line:
        return None
    for before in reversed(reading.sentences[max(0, n - 8) : n]):
        if reading.norms[before.end - 1] == ":":
            return before
        if not before.bullet and not reading.sentences[n].bullet and not reading.of("AWARD", before.start, before.end):
            return None
    return None


def granting(ctx: Context, i: int) -> Grantor | None:
    """Return who grants by the name that begins at a token: a body of the state, a head of an agency, an agency."""
    found = ctx.reading.at("GRANTOR", i)
    agency = ctx.reading.at("AGENCY", i)
    if found and (agency is None or agency.end <= found.end):
        return Grantor(found.value, found)
    cut = agency is not None and "doubted" in agency.parts and _by_position(ctx, i)
    if cut:  # "Ban Chấp hành Tổng | Liên đoàn"
        return cut
    if agency is None:
        if i == len(ctx.reading.raw):
            return None
        if ctx.reading.raw[i].islower() and not ctx.reading.at("TITLE", i):
            if ctx.reading.norms[i] not in _SMALL_GRANTORS:
                return None
            return _by_level(ctx, i) or _by_branch(ctx, i)  # in small letters only a post or a level tells who grants
        return (
            _by_head_alone(ctx, i)
            or _by_title_alone(ctx, i)
            or _by_acronym(ctx, i)
            or _by_level(ctx, i)
            or _by_position(ctx, i)
        )
    for whole in ctx.reading.of("GRANTOR", max(0, i - 6), i + 1):
        if whole.end == agency.end:
            return Grantor(whole.value, whole)
    named = agency.parts["name"] and agency.rule in ("body", "lexicon", "grammar", "alias")
    if not named or agency.parts["head"] in _NEVER_GRANT:
        return _by_head_alone(ctx, i)
    return None if _is_member_not_asked(ctx, agency, i) else Grantor(grantor_name(agency), agency)


def _is_member_not_asked(ctx: Context, agency: Mention, i: int) -> bool:
    """Whether an agency that blocs are made of stands there without a word that makes it who grants."""
    gives = ctx.reading.norms[i - 1] == "được" and _OPENS_GRANT & set(ctx.reading.norms[agency.end : agency.end + 1])
    return (
        not gives
        and agency.parts["policy"] == "drop"
        and agency.parts["head"] in ("Hội", "Sở")
        and not agency.value.endswith(("Việt Nam", "tỉnh"))
        and ctx.reading.norms[i - 1] != "của"
        and not is_put_up_to(ctx, i)
    )


def _by_head_alone(ctx: Context, i: int) -> Grantor | None:
    """Return a grantor named by its head alone: "đề nghị Bộ tặng", "Bằng khen của Tổng công ty", "Giám đốc Sở".

    It is the agency with that head that the report names in full, if there is one.
    """
    reading = ctx.reading
    title = reading.at("TITLE", i)
    at = title.end if title else i
    if at >= len(reading.norms) or not reading.upper[at]:
        return None
    head = ctx.lexicon.heads.match(reading.norms, at)
    if head is None or any(a.start <= at < a.end for a in reading.of("AGENCY", max(0, at - 8), at + 1)):
        return None
    end = head[0]
    if any(g.start < i and end <= g.end for g in reading.of("GRANTOR", max(0, i - _ORGAN), i)):  # "Trung ương Hội"
        return None
    if reading.norms[at : at + 2] in _MEETINGS:
        return None
    longer = ctx.lexicon.heads.match(reading.norms, at - 1) if title is None and at else None
    if longer and longer[0] == end and reading.upper[at - 1]:  # "Liên đoàn" in "Tổng Liên đoàn"
        return None
    if title is None and any(t.end == at for t in reading.of("TITLE", max(0, at - 6), at)):  # "Giám đốc Học viện"
        return None
    following = reading.norms[end : end + 2]
    asked = (
        reading.norms[i - 1] in _BEFORE_ASKED
        or is_put_up_to(ctx, i)
        or any(a.end == i for a in reading.of("AWARD", max(0, i - 6), i))  # "Cờ thi đua Bộ"
        or following[:1] in (["tặng"], ["trao"], ["khen"], ["xét"])
        or following == ["công", "nhận"]
    )
    if not asked:
        return None
    written = " ".join(reading.raw[at:end])
    full = [a.value for a in reading.of("AGENCY") if a.value.lower().startswith(written.lower() + " ")]
    name = full[0] if full and not title else written
    value = f"{title.value} {name}" if title else name
    return Grantor(value, Mention("GRANTOR", i, end, value, "short"))


def _by_title_alone(ctx: Context, i: int) -> Grantor | None:
    """Return a grantor named by the post alone: "quyết định của Bộ trưởng tặng", in full if the report has it so."""
    reading = ctx.reading
    title = reading.at("TITLE", i)
    if title is None or title.value not in _GRANTING_POSTS:
        return None
    if reading.norms[i - 1] != "của" and not is_put_up_to(ctx, i):
        return None
    if title.end < len(reading.upper) and reading.upper[title.end]:
        return None
    full = next((g for g in reading.of("GRANTOR") if g.value.startswith(f"{title.value} ")), None)
    value = full.value if full else title.value
    return Grantor(value, Mention("GRANTOR", i, title.end, value, "post"))


def _by_acronym(ctx: Context, i: int) -> Grantor | None:
    """Return a grantor named by an acronym: "đề nghị EVNSPC tặng", in full where the report explains it in brackets."""
    reading = ctx.reading
    word = reading.raw[i]
    if len(word) < 3 or not word.isupper() or not (of := reading.norms[i - 1] == "của") and not is_put_up_to(ctx, i):
        return None
    if not of and reading.norms[i + 1 : i + 2] not in (["tặng"], ["trao"], ["khen"], ["xét"]):
        return None
    full = [a.value for a in reading.of("AGENCY") if reading.raw[a.end : a.end + 3] == ["(", word, ")"]]
    value = (full or [word])[0]
    return Grantor(value, Mention("GRANTOR", i, i + 1, value, "acronym"))


def _by_level(ctx: Context, i: int) -> Grantor | None:
    """Return the UBND of a level that gives or is asked: "trình huyện tặng", "được tỉnh khen", "Giấy khen của quận"."""
    norms = ctx.reading.norms
    level = next((size for size in (2, 1) if " ".join(norms[i : i + size]) in _LEVELS), 0)
    end = i + level
    if not level or ctx.reading.upper[i] or end < len(norms) and (ctx.reading.upper[end] or norms[end] == "đoàn"):
        return None
    gives = norms[end : end + 1] in (["tặng"], ["trao"], ["khen"], ["xét"]) or norms[end : end + 2] in _WILL_GIVE
    of_title = norms[i - 1] in ("của", "cấp") and ctx.reading.of("AWARD", max(0, i - 6), i)
    asked = norms[i - 1] in ("xin", "được", ",", ";", "do", "và") or is_put_up_to(ctx, i)
    if not of_title and not (gives and asked):
        return None
    value = "UBND " + " ".join(norms[i:end])
    return Grantor(value, Mention("GRANTOR", i, end, value, "level"))


def _by_branch(ctx: Context, i: int) -> Grantor | None:
    """Return the branch of the state that a title is of: "Cờ thi đua của ngành Tư pháp"."""
    reading = ctx.reading
    if reading.norms[i] != "ngành" or reading.norms[i - 1] != "của" or not reading.of("AWARD", max(0, i - 6), i):
        return None
    end = end_of_branch(reading, i + 1)
    if end == i + 1 or not reading.upper[i + 1]:
        return None
    value = "Ngành " + reading.text(i + 1, end)
    return Grantor(value, Mention("GRANTOR", i, end, value, "branch"))


def _by_position(ctx: Context, i: int) -> Grantor | None:
    """Return an unknown body by its place between two verbs: "được Ban Chấp hành Tổng Liên đoàn tặng"."""
    reading = ctx.reading
    if not reading.upper[i] or reading.norms[i - 1] != "được" and not is_put_up_to(ctx, i):
        return None
    if reading.norms[i : i + 2] in _MEETINGS or reading.of("BLOC", i, i + 1):
        return None
    for end in range(i + 2, min(i + _NAME, len(reading.norms))):
        word = reading.norms[end]
        if word in ("tặng", "trao", "khen") or reading.norms[end : end + 2] == ["công", "nhận"]:
            inside = any(reading.of(kind, i, end) for kind in ("AWARD", "PERSON", "BLOC", "ROLE", "YEAR"))
            value = reading.text(i, end)
            return None if inside else Grantor(value, Mention("GRANTOR", i, end, value, "position"))
        if not word.isalpha() or word in _NO_NAME_WORD:
            return None
    return None


def _after_title(ctx: Context, award: Mention, limit: int) -> Grantor | None:
    reading = ctx.reading
    at = award.end
    while at < limit:
        year = reading.at("YEAR", at)
        if not year and reading.norms[at] not in _TITLE_TO_GRANTOR:
            break
        at = year.end if year else at + 1
    return granting(ctx, at)


def _asked_after(ctx: Context, award: Mention) -> Grantor | None:
    norms = ctx.reading.norms
    asking = ctx.lexicon.triggers["put up"].match(norms, award.end + 1)
    if norms[award.end : award.end + 1] != ["được"] or asking is None:
        return None
    asked = granting(ctx, asking[0])
    if asked and {"tặng", "trao"} & set(norms[asked.mention.end : asked.mention.end + 2]):
        return asked
    return None


def _on_behalf(ctx: Context, sentence: Sentence, award: Mention) -> Grantor | None:
    """Return on whose behalf the first award of a sentence is given; the next ones have it carried over."""
    if any(a.rule != "rank" for a in ctx.reading.of("AWARD", sentence.start, award.start)):
        return None
    behalf = ctx.reading.find(("thay", "mặt"), sentence.start, award.start)
    if behalf >= 0 and (found := granting(ctx, behalf + 2)) and ctx.has("confer", found.mention.end, award.start):
        return found  # "Thay mặt UBND tỉnh, ông X, Phó Chủ tịch UBND tỉnh trao Cờ thi đua"
    given = ctx.reading.find(("ủy", "quyền"), sentence.start, award.start)
    if given < 0 or ctx.reading.norms[given + 2 : given + 3] not in (["của"], ["thủ"]):
        return None
    return granting(ctx, given + 3)


def _before_verb(ctx: Context, sentence: Sentence, award: Mention) -> Grantor | None:
    """Return who grants before the verb of giving that those who get the award follow: "G tặng A Cờ thi đua"."""
    verb = verb_of_given(ctx, award, sentence.start) or 0
    for start in range(verb - 1, max(sentence.start, verb - _REACH) - 1, -1):
        found = granting(ctx, start)
        if found and found.mention.end <= verb:
            words = ctx.reading.norms[found.mention.end : verb]
            return found if _GRANT_WORDS.issuperset(words) and not found.name.startswith("Phó ") else None
    return None


def _before_title(ctx: Context, sentence: Sentence, award: Mention) -> Grantor | None:
    reading = ctx.reading
    for start in range(award.start - 1, max(sentence.start, award.start - _REACH) - 1, -1):
        if reading.norms[start] == ";" or reading.at("AWARD", start):
            return None
        found = granting(ctx, start)
        if found is None or found.mention.end > award.start:
            continue
        words = reading.norms[found.mention.end : award.start]
        if found.name.startswith("Phó "):  # a deputy hands over what another grants
            return None
        opens_line = words == [":"] and found.mention.start <= sentence.start + 2  # "UBND tỉnh: Cờ thi đua cho A"
        if opens_line or _gives(words, is_put_up_to(ctx, found.mention.start)):
            return found
    return None


def _recognises(ctx: Context, sentence: Sentence, award: Mention) -> Grantor | None:
    """Return who recognises that a unit holds a title: "đề nghị G công nhận A đạt danh hiệu T", "… A là T"."""
    norms, at = ctx.reading.norms, award.start
    while at > sentence.start and norms[at - 1] in _BEFORE_RECOGNISED:
        at -= 1
    first = max(sentence.start, at - _RECOGNISED) if at < award.start else at
    said = next((k for k in range(at - 2, first - 1, -1) if norms[k : k + 2] == ["công", "nhận"]), -1)
    if said < 0 or not _HOLDS & set(norms[at : award.start]) or ";" in norms[said:at]:
        return None
    units = [a for a in ctx.reading.of("AGENCY", said, at) if a.end <= at]
    if not units or units[-1].end != at or ctx.reading.of("AWARD", said, at):
        return None
    for start in range(said - 1, max(sentence.start, said - _REACH) - 1, -1):
        found = granting(ctx, start)
        if found and found.mention.end <= said:
            return found if _GRANT_WORDS.issuperset(norms[found.mention.end : said]) else None
    return None


def _gives(words: list[str], asked: bool) -> bool:
    """Whether the words between an agency and a title say that the agency gives it, and does not get it.

    Few words of any kind may stand there if the agency is `asked`: "đề nghị UBND tỉnh quan tâm tặng Cờ thi đua".
    """
    words = [w for w in words if not w.isdigit()]  # "tặng 01 Cờ thi đua"
    gets = "được" in words or "nhận" in words and not {"công", "ghi"} & set(words)  # "A được công nhận"
    if "cho" in words or gets or not _GIVING & set(words):
        return False
    return _GRANT_WORDS.issuperset(words) or asked and words[-1] in _GIVING and len(words) <= _LOOSE
