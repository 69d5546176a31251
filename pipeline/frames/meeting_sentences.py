"""The sentences that tell of a bloc's meeting: the title, and where the bloc is said to have held it."""

from __future__ import annotations

from pipeline.frames.context import BlocEntity, Context
from pipeline.frames.meeting_dates import opens_with_day
from pipeline.frames.meeting_words import Trigger, is_planned, triggers_in
from pipeline.reading import Mention, Sentence

_LEAD_SENTENCES = 12
_NEAR_LEAD = 5
_GENERIC_HELD = frozenset(("tổ chức", "hội nghị", "diễn ra", "tiến hành", "họp", "buổi", "lễ"))
_FIRST_OF_HELD = frozenset(words.split()[0] for words in _GENERIC_HELD)

_SUBJECT = frozenset("đã vừa mới đều cũng họp tỉnh huyện thành phố thị xã quận - , ( ) tổ chức thuộc của".split())
"""What may stand between a bloc and what it does, beside the capitals of its place or owner."""
_SUBJECT_AT_MOST = 14

_LISTED = _SUBJECT | frozenset("gồm bao các có đơn vị : và ; . tp xã phường sở phòng cục chi".split())
"""What a list of a bloc's units holds beside their names, between the bloc and what it does."""
_LIST_AT_MOST = 90
_OPENS_LIST = frozenset(("gồm", "("))
_OPENS_WITHIN = 8

_REFERRING = ("trong", "của", "thuộc")
_DONE = frozenset("đã vừa cùng đều mới".split())
_SUBJECT_WITHIN = 3
"""So many tokens at most stand before a pledge that a sentence is about: "Bản giao ước …"."""

_VERB_WITHIN = 3
"""So many tokens at most between a meeting that opens a sentence and what it did: "Hội nghị cũng đã | sơ kết"."""

_REVIEWS = frozenset(("tổng kết", "sơ kết", "ký kết giao ước"))
_REVIEWS_OR_WEAK = _REVIEWS | {"weak"}
_MEETINGS_OF_IT = ("hội nghị", "buổi", "lễ", "phiên", "cuộc họp", "buổi họp", "buổi lễ", "phiên họp", "kỳ họp")


def event_sentences(ctx: Context, bloc: BlocEntity) -> list[Sentence]:
    """Return the title and the sentences of the lead that tell of the bloc's meeting, at most three."""
    reading = ctx.reading
    starts = {m.start for m in bloc.mentions}
    every = {m.start for m in reading.of("BLOC")} if len(ctx.blocs) == 1 else starts
    found: list[Sentence] = []
    head = [s for s in reading.sentences if s.field in ("title", "lead", "body")]
    for n, sentence in enumerate(head):
        if sentence.field != "title" and n > _LEAD_SENTENCES and found:
            break
        named = any(sentence.start <= k < sentence.end for k in every) or _refers(ctx, sentence)
        if (
            not named
            and sentence.field != "title"
            and not (
                len(ctx.blocs) > 1
                and not found
                and n < 4
                and ctx.reading.find(("khối",), sentence.start, sentence.end) >= 0
            )
        ):
            continue
        if (
            triggers_in(ctx, sentence)
            and not _is_of_a_member(ctx, sentence, every)
            and not _is_of_a_giver(ctx, sentence)
            and (
                sentence.field == "title"
                or is_held(ctx, [sentence])
                or acts_itself(ctx, sentence, every)
                or is_done(ctx, sentence, every)
            )
        ):
            found.append(sentence)
            if (
                sentence.field != "title"
                and sum(s.field != "title" for s in found) == 1
                and not _wants_more(ctx, sentence)
            ):
                break
            if len(found) >= 3:
                break
    names_it = any(s.start <= k < s.end for s in found for k in every) or any(_refers(ctx, s) for s in found)
    if found and not names_it and len(ctx.blocs) == 1:
        return []
    if len(ctx.blocs) > 1 and bloc.first.start not in range(*(found[0].start, found[0].end) if found else (0, 0)):
        found += [reading.sentences[reading.sentence_of(m.start)] for m in bloc.mentions[:1]]
        shared = [s for s in head[:6] if triggers_in(ctx, s) and is_held(ctx, [s])]
        found += [s for s in shared[:2] if s not in found]
    return found


def _refers(ctx: Context, sentence: Sentence) -> bool:
    """Whether a sentence with a day speaks of the only bloc, which the headline names, in passing: "trong cụm"."""
    reading = ctx.reading
    if len(ctx.blocs) != 1 or not reading.of("DATE", sentence.start, sentence.end):
        return False
    bloc = ctx.blocs[0]
    headline = reading.sentences[0]
    titled = any(
        headline.start <= m.start < headline.end or reading.sentences[reading.sentence_of(m.start)].field == "title"
        for m in bloc.mentions
    )
    kind = bloc.first.parts["kind"]
    return titled and any(reading.find((w, kind), sentence.start, sentence.end) >= 0 for w in _REFERRING)


def sentence_after(ctx: Context, bloc: BlocEntity) -> list[Sentence]:
    """Return the sentence that tells of the meeting and leaves the bloc to the one before it or to the title.

    "… quy tụ sáu đơn vị. Hội nghị tổng kết năm 2025 có Thứ trưởng … dự." It speaks of the meeting as known, and no
    agency stands before it whose own meeting that would be, nor behind "của". Under a headline that is the bloc's name
    and no more, "Tổng kết năm 2025", "các đơn vị họp tổng kết" tell of it too.
    """
    reading = ctx.reading
    if len(ctx.blocs) != 1 or ctx.decision:
        return []
    named = {
        reading.sentence_of(m.start) for m in bloc.mentions if reading.norms[m.start - 1] not in ("thuộc", "trong")
    }
    titled = any(reading.sentences[n].field == "title" for n in named)
    headed = any(_is_all_of_title(ctx, m) for m in bloc.mentions)
    body = [n for n, s in enumerate(reading.sentences) if s.field in ("lead", "body")][:_NEAR_LEAD]
    for n in body:
        sentence = reading.sentences[n]
        before = [k for k in body if k < n]
        if titled or (before and before[-1] in named):
            triggers = [t for t in triggers_in(ctx, sentence) if t.type in _REVIEWS]
            if any(_is_of_the_bloc(ctx, sentence, t, headed) for t in triggers):
                return [sentence]
    return []


def _is_all_of_title(ctx: Context, mention: Mention) -> bool:
    """Whether the headline is a bloc's name, with its place or owner, and no more."""
    reading = ctx.reading
    s = reading.sentences[reading.sentence_of(mention.start)]
    if s.field != "title" or mention.start > s.start + 1 or mention.rule == "bare":
        return False
    owned = {k for a in reading.of("AGENCY", mention.end, s.end) for k in range(a.start, a.end)}
    return all(k in owned or reading.upper[k] or reading.norms[k] in _SUBJECT for k in range(mention.end, s.end))


def sentence_of_pledge(ctx: Context) -> list[Sentence]:
    """Return the sentence that tells of the pledge of a report's only bloc, which it leaves to other sentences to name.

    "Giao ước thi đua năm 2024 được các đơn vị ký kết."; a day, a ceremony or the pledge as subject makes it an event.
    Where awards are told, the year was weighed, and the pledge is not what the meeting was held for.
    """
    reading = ctx.reading
    if len(ctx.blocs) != 1 or ctx.decision or reading.of("AWARD"):
        return []
    for s in [s for s in reading.sentences if s.field in ("lead", "body")][:_LEAD_SENTENCES]:
        pledge = reading.find(("giao", "ước"), s.start, s.end)
        signed = [t for t in triggers_in(ctx, s) if t.type == "ký kết giao ước"]
        if pledge < 0 or not signed:
            continue
        told = pledge - s.start <= _SUBJECT_WITHIN and reading.find(("được",), pledge, s.end) >= 0
        lately = ctx.reading.find(("mới", "đây"), s.start, signed[0].start) >= 0 or _says_done(
            reading.norms, s.start, signed[0]
        )
        if (told or lately or is_held(ctx, [s])) and not any(
            reading.norms[a.start - 1] == "của" for a in reading.of("AGENCY", s.start, s.end)
        ):
            return [s]
    return []


def sentences_that_go_on(ctx: Context, told: list[Sentence]) -> list[Sentence]:
    """Return sentences that say what the meeting of a report's only bloc did, where those that tell of it do not.

    "Hội nghị đã sơ kết công tác quý I", "Buổi họp bình xét các danh hiệu", "Tại đây, Cụm tổng kết phong trào".
    """
    reading = ctx.reading
    if len(ctx.blocs) != 1:
        return []
    found = []
    for s in [s for s in reading.sentences if s.field in ("lead", "body") and s not in told]:
        opens = next((2 for m in _MEETINGS_OF_IT if reading.norms[s.start : s.start + 2] == m.split()), 0)
        named = (
            {m.start for m in reading.of("BLOC", s.start, min(s.end, s.start + _VERB_WITHIN + 1))} if told else set()
        )
        verbs = [t for t in triggers_in(ctx, s) if t.type in _REVIEWS_OR_WEAK] if opens or named else []
        goes_on = any(t.start - s.start - opens <= _VERB_WITHIN for t in verbs) if opens else False
        if goes_on or (verbs and named and acts_itself(ctx, s, named)):
            found.append(s)
    return found[:1]


def _is_of_the_bloc(ctx: Context, sentence: Sentence, trigger: Trigger, headed: bool) -> bool:
    """Whether a meeting is spoken of as known ("Hội nghị tổng kết"), and as no other body's.

    `headed`: whether the report's headline is the bloc's name alone: its meeting then need not be spoken of as known.
    """
    reading = ctx.reading
    before = " ".join(reading.norms[max(sentence.start, trigger.start - 2) : trigger.start])
    known = before.endswith(_MEETINGS_OF_IT) or headed and (not before or before.endswith(("họp", "cùng", "đã", ",")))
    owners = [a for a in reading.of("AGENCY", sentence.start, trigger.start) if reading.norms[a.start - 1] != "tại"]
    if not known or owners:
        return False
    return not any(reading.norms[a.start - 1] == "của" for a in reading.of("AGENCY", trigger.end, sentence.end))


def of_ceremony(ctx: Context, triggers: list[Trigger]) -> list[Trigger]:
    """Return the words for a founding that a ceremony announces: "Chiều 18/9, UBND xã công bố Quyết định thành lập …".

    A decision that is only reported is no meeting.
    """
    reading = ctx.reading
    found = []
    for t in triggers:
        s = reading.sentences[reading.sentence_of(t.start)]
        held = {"sáng", "chiều", "tối", "tại", "lễ"} & set(reading.norms[s.start : s.end])
        opens = bool(held) and opens_with_day(ctx, s)
        if t.type == "thành lập" and opens and {"bố", "trao"} & set(reading.norms[s.start : t.start]):
            found.append(t)
        met = t.type in _REVIEWS and reading.norms[t.start - 2 : t.start] == ["hội", "nghị"]
        if met and reading.of("DATE", s.start, s.end):
            found.append(t)  # "Trước đó, tại hội nghị tổng kết ngày 8/1, Khối đã bỏ phiếu …"
    return found


def _is_of_a_member(ctx: Context, sentence: Sentence, blocs: set[int]) -> bool:
    """Whether a sentence tells of an agency's own meeting, and then how it stands in the bloc.

    "Hội LHPN xã A tổng kết công tác năm 2023; hội dẫn đầu Cụm thi đua số 2 huyện B".
    """
    reading = ctx.reading
    first = min((t.start for t in triggers_in(ctx, sentence)), default=sentence.end)
    named = [k for k in blocs if sentence.start <= k < sentence.end]
    agencies = reading.of("AGENCY", sentence.start, first)
    return bool(named and agencies) and all(
        k > first and {";", "dẫn", "đứng"} & set(reading.norms[first:k]) for k in named
    )


def _is_of_a_giver(ctx: Context, sentence: Sentence) -> bool:
    """Whether a sentence tells of another's conference, at which who leads a bloc was awarded.

    "UBND tỉnh tặng Cờ thi đua cho Sở Y tế, đơn vị dẫn đầu Khối thi đua số 2, tại hội nghị".
    """
    reading = ctx.reading
    blocs = reading.of("BLOC", sentence.start, sentence.end)
    if not blocs or any(t.type != "họp" for t in triggers_in(ctx, sentence)):
        return False
    leads = all(reading.norms[m.start - 2 : m.start] == ["dẫn", "đầu"] for m in blocs)
    return leads and ctx.has("confer", sentence.start, blocs[0].start)


def _wants_more(ctx: Context, sentence: Sentence) -> bool:
    """Whether the sentence leaves open when the meeting was held."""
    return not ctx.reading.of("DATE", sentence.start, sentence.end)


def only_planned(ctx: Context, bloc: BlocEntity) -> bool:
    """Whether a bloc is only said to meet later."""
    named = bloc.mentions if len(ctx.blocs) > 1 else [m for m in ctx.reading.of("BLOC") if m.rule != "plural"]
    told = {ctx.reading.sentence_of(m.start): ctx.reading.sentences[ctx.reading.sentence_of(m.start)] for m in named}
    found = [t for s in told.values() for t in ctx.reading.matches(ctx.lexicon.meetings, s.start, s.end)]
    return bool(found) and all(is_planned(ctx.reading.norms, at) for at, _, _ in found)


def is_held(ctx: Context, sentences: list[Sentence]) -> bool:
    """Whether a sentence tells of something held: it has a day, or a word such as "tổ chức", "hội nghị"."""
    for s in sentences:
        if ctx.reading.of("DATE", s.start, s.end):
            return True
        norms = ctx.reading.norms
        for i in range(s.start, s.end):
            if norms[i] in _FIRST_OF_HELD and (
                norms[i] in _GENERIC_HELD or " ".join(norms[i : i + 2]) in _GENERIC_HELD
            ):
                return True
    return False


def is_done(ctx: Context, sentence: Sentence, blocs: set[int]) -> bool:
    """Whether a bloc's units are said to have done it: "Năm đơn vị của Cụm thi đua số 2 vừa cùng ký giao ước"."""
    norms = ctx.reading.norms
    named = [k for k in blocs if sentence.start <= k < sentence.end]
    return any(
        (t.type in _REVIEWS_OR_WEAK and _says_done(norms, sentence.start, t) and any(k < t.start for k in named))
        or (t.type == "kiểm tra" and any(_goes_there(norms, k, t.start) for k in named))
        for t in triggers_in(ctx, sentence)
    )


def _goes_there(norms: list[str], bloc: int, at: int) -> bool:
    """Whether units of a bloc went somewhere to do it: "4 huyện thuộc Cụm thi đua số 2 đã đến huyện A | kiểm tra"."""
    went = range(max(bloc, at - _SUBJECT_AT_MOST), at)
    of_units = bloc > 0 and norms[bloc - 1] in _REFERRING
    return of_units and any(norms[k] in _DONE and norms[k + 1] in ("đến", "tới", "về") for k in went)


def _says_done(norms: list[str], start: int, trigger: Trigger) -> bool:
    """Whether "đã", "vừa" ... stand right before a verb, or with "được" before who did it: "vừa được 8 đơn vị | ký"."""
    if _DONE & set(norms[max(start, trigger.start - 2) : trigger.start]):
        return True
    passive = range(max(start, trigger.start - _SUBJECT_AT_MOST), trigger.start - 1)
    return any(norms[k] in _DONE and norms[k + 1] == "được" for k in passive)


def acts_itself(ctx: Context, sentence: Sentence, blocs: set[int]) -> bool:
    """Whether a bloc itself does what the trigger says: "Khối thi đua số 17 tỉnh Đồng Nai vừa ký giao ước"."""
    reading = ctx.reading
    ends = [m.end for m in reading.of("BLOC", sentence.start, sentence.end) if m.start in blocs]
    owners = {k for a in reading.of("AGENCY", sentence.start, sentence.end) for k in range(a.start, a.end)}
    norms = reading.norms

    def is_subject(end: int, start: int, words: frozenset[str]) -> bool:
        return all(
            reading.upper[k] or norms[k] in words or k in owners or norms[k].isdigit() for k in range(end, start)
        )

    for t in triggers_in(ctx, sentence):
        for end in ends:
            if 0 <= t.start - end <= _SUBJECT_AT_MOST and is_subject(end, t.start, _SUBJECT):
                return True
            lists = not _OPENS_LIST.isdisjoint(norms[end : end + _OPENS_WITHIN])
            if lists and 0 < t.start - end <= _LIST_AT_MOST and is_subject(end, t.start, _LISTED):
                return True  # "Cụm thi đua số 5 gồm 3 huyện: A, B, C tổng kết"
    return False
