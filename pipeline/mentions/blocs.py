"""Emulation blocs: "Khối thi đua số 2", "Cụm VIII", "Khối các cơ quan Nội chính", and plain references to them.

BLOC's value is the name as written, `rule` says how it is named (number, sector, bare); `parts` keep `kind`, `number`,
the locality after it (`unit`, `place`), its `authority` and the folded `words` of its sector.
"""

from __future__ import annotations

import re
import unicodedata

from pipeline.lexicon import Lexicon, Phrases, cells, read_table
from pipeline.mentions.bloc_heads import after_emulation, end_before, name_as_written, names_again
from pipeline.mentions.bloc_numbers import closes_name, names_bloc, spelt_number
from pipeline.mentions.bloc_owners import OWNERS_OF_UNITS, add_place, army_at, committee_at, runs_schools, set_owner
from pipeline.mentions.bloc_sectors import (
    are_acronyms,
    end_of_quote,
    end_of_reference,
    ends_region,
    goes_on_with_bodies,
    is_numbered,
    is_owner_behind,
    is_second_half,
    is_small_sector,
    opens_list,
    sector_follows,
    without_joins,
)
from pipeline.mentions.bloc_units import (
    end_of_city,
    end_of_provinces,
    is_kind_of_region,
    is_of_units,
    is_unit_of_list,
    names_units,
)
from pipeline.mentions.places import is_numeral, unit_at
from pipeline.numerals import ROMAN, SEVERAL
from pipeline.reading import Mention, Reading

_HEADS: dict[tuple[str, ...], str] = {("khối",): "khối", ("cụm",): "cụm", ("khu", "vực"): "khu vực"}
_FIRST_WORDS = frozenset(head[0] for head in _HEADS)
_NOT_BEFORE = frozenset(
    tuple(words.split())
    for words in ("đảng ủy", "đảng bộ", "chi bộ", "học sinh", "đoàn", "lớp", "dân vận", "ủy", "theo", "sinh viên")
)
"""Words after which "khối" is no bloc of emulation: "Đảng ủy Khối", "lớp khối 4"."""

_DIGITS = 4
"""So long is the number of a bloc at most: "XVII"."""

_INSIDE_NAME = frozenset(("-", "quan", "vị", "nghiệp", "đoàn", "trường"))
"""Words before "khối" where it goes on with a name: "các cơ quan khối Đảng", "Công đoàn khối cơ quan"."""

_AFTER_NUMBER = frozenset("các khối".split())
"""Small words with which the name of a numbered bloc may go on: "Khối thi đua số 2 các cơ quan Đảng"."""

_BODIES_IN_LISTS = frozenset("vụ cục ban sở ngành phòng cơ đơn quan vị".split())
"""Kinds of bodies that a name lists with commas: "các Vụ, Cục", "các phòng, cơ quan, đơn vị"."""

_PLURAL = frozenset("các những mọi từng nhiều hai ba".split())
_EMPTY_WORDS = frozenset("thi đua khối cụm các cơ quan đơn vị số giao ước khu vực ngành và thuộc tỉnh".split())

_EMULATION = re.compile(r"thi\W{1,4}đua|(?:khối|cụm) tđ\b")
"""The words, with whatever stands between them on a page (a space that does not break, a tab), or "Cụm TĐ"."""


def may_be_about_a_bloc(text: str) -> bool:
    """Whether a text names emulation and a bloc at all; one linear scan that lets most articles go at once."""
    folded = unicodedata.normalize("NFC", text).lower()
    return bool(_EMULATION.search(folded)) and any(word in folded for word in ("khối", "cụm", "khu"))


class BlocFinder:
    """Finds the blocs of a reading; agencies must have been found before."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        words = {row["kind"]: row["written"] for row in read_table("stopwords")}
        self._stops: Phrases[str] = Phrases((w, w) for w in cells(words["bloc"]))
        self._no_bloc: Phrases[str] = Phrases((w, w) for w in cells(words["no bloc"]))
        self._words: Phrases[str] = Phrases((w, w) for w in cells(words["bloc word"]))

    def find(self, reading: Reading) -> list[Mention]:
        """Return the blocs in text order; a bare "Khối" or "Khối thi đua" has the rule `bare`."""
        agencies = {k: m for m in reading.of("AGENCY") for k in range(m.start, m.end)}
        found: list[Mention] = []
        past = 0
        for i in reading.where(_FIRST_WORDS):
            mention = self._bloc_at(reading, i, agencies) if i >= past else None
            if mention is None:
                continue
            follows = found and found[-1].end == i and found[-1].rule == "number" and mention.rule == "sector"
            if not follows:  # "Cụm thi đua số 3 khối THCS" is one
                found += [mention, *self._numbers_after(reading, mention, agencies)]
            past = found[-1].end if not follows else mention.end
        return found

    def _numbers_after(self, reading: Reading, first: Mention, agencies: dict[int, Mention]) -> list[Mention]:
        """Return the blocs of which a list gives only the numbers: "Khối thi đua số 1, số 2 và số 3 huyện A".

        The list is closed by "và"; the place after it is that of all.
        """
        norms = reading.norms
        if first.rule != "number" or not is_numeral(norms[first.end - 1]):
            return []
        sentence_end = reading.sentences[reading.sentence_of(first.start)].end
        said = norms[first.end - 2] == "số"
        several = first.start > 0 and norms[first.start - 1] in _PLURAL
        at, ends, closed = first.end, [], False
        while at + 1 < sentence_end and norms[at] in (",", "và"):
            bare = not (said and norms[at + 1] == "số")
            place = at + 1 if bare else at + 2
            if place >= sentence_end or not is_numeral(norms[place]) or len(norms[place]) > _DIGITS:
                break
            if bare and not ((several or norms[at] == "và") and names_bloc(reading, self.lexicon, place, sentence_end)):
                break  # "Khối thi đua số 1, 2 và 3" only where several are spoken of
            closed = closed or norms[at] == "và" or several
            at = place + 1
            ends.append(at)
        if not closed:
            return []
        found = []
        head = first.value.rsplit(" ", 1)[0]
        for end in ends:
            word = norms[end - 1]
            number = str(int(word) if word.isdigit() else ROMAN[word])
            parts = {"kind": first.parts["kind"], "number": number, "words": reading.norms[end - 1]}
            start = end - 2 if norms[end - 2] == "số" else end - 1
            found.append(Mention("BLOC", start, end, f"{head} {reading.raw[end - 1]}", "number", parts))
        add_place(reading, self.lexicon, found[-1], sentence_end, agencies)
        shared = {k: v for k, v in found[-1].parts.items() if k not in ("kind", "number", "words")}
        for mention in (first, *found[:-1]):
            mention.parts |= shared
        return found

    def _bloc_at(self, reading: Reading, i: int, agencies: dict[int, Mention]) -> Mention | None:
        """Return the bloc that begins at token `i`.

        1. "Khối thi đua số 2", "Cụm VIII", "Khối 1": a number names it;
        2. "Khối thi đua Văn hóa - Xã hội", "Cụm thi đua 7 tỉnh Tây Bắc", "Khối các cơ quan Đảng": a sector or a region;
        3. "Khối thi đua", "Khối": a reference to one named elsewhere.
        """
        norms = reading.norms
        head = next((h for h in _HEADS if tuple(norms[i : i + len(h)]) == h), None)
        if head is None or self._no_bloc.match(norms, i) or self._is_other(reading, i):
            return None
        covering = agencies.get(i)
        if covering and covering.start < i:
            if covering.end != i + 1 or norms[i + 1 : i + 3] != ["thi", "đua"]:
                return None
            end_before(covering, i, reading)  # "Hội Chữ thập đỏ | Cụm thi đua các tỉnh Tây Nguyên"
        if norms[i + 1 : i + 2] in (["khối"], ["cụm"]) and i and norms[i - 1] in ("trưởng", "phó"):
            return None  # "Trưởng khối Khối thi đua …": the second is the bloc
        end = reading.sentences[reading.sentence_of(i)].end
        at, named = after_emulation(reading, i + len(head), end)
        small = not named and not reading.upper[i] and norms[at : at + 1] != ["số"]
        told = small and (names_units(reading, i, at, end) or is_numbered(reading, self.lexicon, self._words, at, end))
        if (small and not told and not self._may_refer(reading, at, end)) or (head == ("khu", "vực") and not named):
            return None
        parts = {"kind": _HEADS[head]} | ({"small": "yes"} if small else {})
        parts |= {"region": "yes"} if small and is_kind_of_region(reading, at) else {}
        number = at + 1 if norms[at : at + 1] in (["số"], ["thứ"]) else at
        spelt = spelt_number(norms, number) if number > at and number < end else None
        if norms[at : at + 1] == ["cấp"] and norms[at + 2 : at + 3] == ["số"] and unit_at(reading, at + 1, end):
            number = at + 3  # "Cụm thi đua cấp tỉnh số VII"
        said = number > at
        if spelt:
            parts["number"] = spelt
            at = number + 1
        elif number < end and is_numeral(norms[number]) and (said or names_bloc(reading, self.lexicon, number, end)):
            parts["number"] = str(int(norms[number]) if norms[number].isdigit() else ROMAN[norms[number]])
            at = number + 1
        elif norms[at : at + 1] == ["số"]:
            return None
        ends_named = named or told or "number" in parts or sector_follows(reading, self.lexicon, self._words, at, end)
        quoted = end_of_quote(reading, self._words, at, end) if named else 0
        stop = quoted or (self._tail(reading, at, end, agencies, "number" in parts) if ends_named else at)
        if stop > at and self._is_person(reading, i, at, stop):
            stop = at  # "Trưởng Cụm thi đua Nguyễn Công Thức"
        if stop > at and opens_list(reading, self.lexicon, agencies, i, at, stop):
            return Mention("BLOC", i, stop, name_as_written(reading, i, at), "bare", parts | {"words": ""})
        if small:  # "khối Đảng, Phòng Nội vụ"
            stop = end_of_reference(reading, at, stop)
        if norms[at : at + 1] == ["cấp"] and "number" not in parts and not any(reading.upper[at:stop]):
            return None  # "lập khối thi đua cấp nông trường" tells of a kind of blocs
        words = [n for n in norms[i:stop] if n not in _EMPTY_WORDS and n[0].isalnum()]
        doubled = norms[at - 1] in ("khối", "cụm") and at - 1 > i  # "Cụm thi đua Khối | trực thuộc Tỉnh đoàn"
        alone = named and not words and (stop > at or doubled)
        owner = self._owner_alone(reading, stop, end, agencies) if alone else None
        if owner:
            stop = owner.end
            words = [n for n in norms[i:stop] if n not in _EMPTY_WORDS and n[0].isalnum()]
        rule = self._rule(reading, i, "number" if "number" in parts else "sector" if words else "bare", named)
        if rule is None:
            return None
        parts["words"] = " ".join(words)
        mention = Mention("BLOC", i, stop, name_as_written(reading, i, stop), rule, parts)
        add_place(reading, self.lexicon, mention, end, agencies)
        if owner and owner.parts["policy"] == "self":
            mention.parts |= {k: owner.parts[k] for k in ("unit", "place") if owner.parts.get(k)}
        elif owner:
            set_owner(mention, owner)
        whose = agencies.get(at) if rule == "sector" else None
        level = whose.parts.get("unit") if whose else None
        if whose and whose.start == at and whose.end == stop and level and level != "khu vực":
            set_owner(mention, whose)  # "Cụm thi đua Viện kiểm sát nhân dân tỉnh Kon Tum"
            mention.parts["only_owner"] = "yes"
        return mention

    def _may_refer(self, reading: Reading, at: int, end: int) -> bool:
        """Whether a small "khối" may refer to a bloc named elsewhere ("khối Đảng", "cụm 2") or is "cụm miền núi"."""
        return at < end and (reading.upper[at] or reading.norms[at].isdigit() or is_kind_of_region(reading, at))

    def _owner_alone(self, reading: Reading, stop: int, end: int, agencies: dict[int, Mention]) -> Mention | None:
        """Return the owner that alone tells a bloc from others: "Khối thi đua các đơn vị | trực thuộc Sở Y tế"."""
        norms = reading.norms
        at = stop + 2 if norms[stop : stop + 2] == ["trực", "thuộc"] else stop + (norms[stop : stop + 1] == ["thuộc"])
        owner = agencies.get(at) if stop < at < end else None
        return owner if owner and owner.start == at else None

    def _is_province(self, reading: Reading, i: int) -> bool:
        """Whether a province's bare name ends the name of a sector: "Khối thi đua các tổ chức tín dụng | Đà Nẵng"."""
        known = self.lexicon.provinces.match(reading.norms, i)
        before = reading.norms[i - 1]
        ends = before not in ("tỉnh", "-", "phố", ",", "và") and before[0].isalnum()
        return known is not None and reading.upper[i] and ends and not self._is_longer_place(reading, known[0])

    def _is_longer_place(self, reading: Reading, end: int) -> bool:
        """Whether a capital goes on with the name of another place: "vùng Đồng Tháp Mười" is no province's."""
        line_ends = end == reading.sentences[reading.sentence_of(end - 1)].end
        if line_ends or end >= len(reading.norms) or reading.raw[end - 1].isupper():
            return False
        begins = self._stops.match(reading.norms, end) or self.lexicon.titles.match(reading.norms, end)
        return reading.upper[end] and reading.norms[end].isalpha() and not begins

    def _owner_follows(self, reading: Reading, i: int, agencies: dict[int, Mention]) -> bool:
        """Whether a company that owns the bloc follows its name: "các Nông trường, Công ty Cao su Lộc Tấn"."""
        agency = agencies.get(i)
        owns = agency and agency.start == i and agency.parts["head"] in ("Công", "Tổng", "Tập")
        series = reading.norms[i - 2] in ("đoàn", "ty")  # "các Tập đoàn, Tổng công ty Nhà nước"
        return bool(owns) and reading.upper[i] and not series

    def _is_person(self, reading: Reading, i: int, at: int, stop: int) -> bool:
        """Whether the words `[at, stop)` after a bloc's are a person's name: its leader is spoken of."""
        leads = reading.norms[i - 1] in ("trưởng", "phó") if i else False
        return (
            leads and 3 <= stop - at <= 4 and reading.norms[at] in self.lexicon.surnames and all(reading.upper[at:stop])
        )

    def _rule(self, reading: Reading, i: int, rule: str, named: bool) -> str | None:
        """Return how a bloc is named, "plural" where several are spoken of, or None where it is no bloc at all.

        `named` is set where the name says "thi đua".
        """
        norms = reading.norms
        if rule == "bare" and not named:
            if not reading.upper[i]:
                return None
            if norms[i + 1 : i + 2] in (["trưởng"], ["phó"]) or (i and norms[i - 1] in ("trưởng", "phó")):
                return None  # "Cụm trưởng", "Phó Khối" are roles
        several = i > 0 and (
            norms[i - 1] in _PLURAL
            or (norms[i - 1].isdigit() and len(norms[i - 1]) < _DIGITS)
            or (norms[i - 1] in (",", "và") and norms[i - 2] in ("cụm", "khối"))
        )
        if several and (rule == "bare" or (rule == "sector" and (not reading.upper[i] or reading.raw[i].isupper()))):
            return "plural" if named else None
        return rule

    def _is_other(self, reading: Reading, i: int) -> bool:
        before = reading.norms[max(reading.sentences[reading.sentence_of(i)].start, i - 2) : i]
        return tuple(before) in _NOT_BEFORE or tuple(before[-1:]) in _NOT_BEFORE

    def _tail(self, reading: Reading, i: int, end: int, agencies: dict[int, Mention], numbered: bool) -> int:
        """Return where the name ends: at a verb, a locality, a mark that no name has."""
        norms, first, last = reading.norms, i, i
        heading = self._is_heading(reading, i, end)
        while i < end:
            word = norms[i]
            if word == "(":
                after = self._end_of_acronym(reading, i, end)
                if not after:
                    break
                i = after
                continue
            bodies = goes_on_with_bodies(reading, self._words, self._stops, i, end) if word == "," else 0
            if bodies:
                i = last = bodies
                continue
            if word == "," and self._owner_follows(reading, i + 1, agencies):
                break
            if i == first and (word == "và" or (numbered and word == "," and norms[i + 1 : i + 2] == ["số"])):
                break  # "Khối thi đua số 1, số 2 và số 3", "Khối thi đua số 6 và bản Quy định"
            city = end_of_city(reading, self.lexicon, first, i, end) if word in (",", "và", "-") and not numbered else 0
            if city:
                i = last = city
                continue
            if word in ("-", ",", "&", "và"):
                in_heading = word == "," and heading and i + 1 < end and norms[i + 1][0].isalpha()
                owner = numbered and i == first and i + 1 in agencies  # "Khối thi đua số 1, Liên đoàn Lao động …"
                branch = numbered and norms[i + 1 : i + 2] in (["ngành"], ["vụ"], ["cục"], ["ban"])
                branch = branch or (not numbered and names_again(norms, i))
                if not in_heading and (owner or branch or not self._goes_on(reading, i, end, agencies)):
                    break  # "Cụm thi đua số 1, ngành Tổ chức xây dựng Đảng"
                i += 1  # "KHỐI ĐẢNG, ĐOÀN THỂ", "1. Khối Đảng, đoàn thể" as a heading
                continue
            owned = i + 1 if word == "thuộc" else i + 2 if norms[i : i + 2] == ["trực", "thuộc"] else 0
            if owned:
                if owned in agencies and agencies[owned].start == owned:
                    break
                i = last = owned
                continue
            if i == first and not numbered and word in SEVERAL and unit_at(reading, i + 1, end):
                i += 1  # "năm tỉnh Tây Nguyên"
                continue
            if norms[i : i + 3] == ["t", ".", "ư"]:
                i = last = i + 3 + (norms[i + 3 : i + 4] == ["."] and i + 4 < end)  # "các cơ quan T.Ư", "T.Ư."
                continue
            unit = None if norms[i + 1 : i + 2] == ["ủy"] else unit_at(reading, i, end)  # "… giúp việc Tỉnh ủy"
            if i > first and closes_name(reading, self.lexicon, i, end):
                last = i + 1  # "Khối thi đua các Hội quần chúng 1"
                break
            if i > first and self._is_province(reading, i):
                last = end_of_provinces(reading, self.lexicon, i, end) or last  # "… | Long An - Vĩnh Long"
                break
            forces = i > first and norms[i - 1][0].isalnum() and norms[i - 1] not in ("và", "các") and army_at(norms, i)
            if forces or (numbered and i == first and committee_at(norms, i)) or self._ends_name(reading, i):
                break  # "Cụm thi đua phía Nam | lực lượng vũ trang tỉnh"
            agency = agencies.get(i)
            if i == first and not numbered and is_numbered(reading, self.lexicon, self._words, i, end):
                agency = None  # "Khối | ngân hàng I", which is no bank's name
            if agency and agency.start == i and i == first and not numbered and agency.rule not in ("unit", "body"):
                i = last = agency.end  # "Cụm thi đua Liên minh Hợp tác xã 7 tỉnh"
                continue
            if agency and agency.start == i and (i == first or agency.rule == "unit"):
                break
            if (
                agency
                and agency.start == i
                and (ends_region(norms, first, i) or is_owner_behind(reading, agency, first))
            ):
                break  # "Cụm thi đua các huyện phía Bắc | Công an tỉnh", "Khối thi đua các phòng | Công an tỉnh"
            owns = agency and agency.start == i and agency.parts["name"].startswith(OWNERS_OF_UNITS)
            if agency and owns and norms[i - 1] != "các" and not agency.rule.startswith("elliptical"):
                break  # "Khối thi đua các khoa lâm sàng | Bệnh viện Đa khoa Cà Mau"
            rank = self.lexicon.people.match(norms, i) if numbered and i == first else None
            titled = rank is not None and rank[0] > i + 1
            if numbered and i == first and (unit or titled or not (reading.upper[i] or word in _AFTER_NUMBER)):
                break  # "Khối thi đua số 4 công bố bảng điểm", "Cụm trưởng Cụm thi đua số 6 | Trung tướng"
            if unit and not self._unit_in_name(reading, i, unit[0], end):
                break
            if word.isdigit() and unit_at(reading, i + 1, end) and not numbered:
                i += 1  # "7 tỉnh Tây Bắc"
                continue
            small = self._words.match(norms, i)
            if (
                not unit
                and not small
                and not reading.upper[i]
                and not is_second_half(reading, self._words, self._stops, i, first, end)
            ):
                break
            i = last = unit[0] if unit else small[0] if small else i + 1
        return without_joins(norms, last)

    def _end_of_acronym(self, reading: Reading, i: int, end: int) -> int:
        """Return where a bracket with an acronym ends if the name goes on after it, else 0.

        "Khối Hợp tác xã (HTX) | nông nghiệp", "Khối thi đua Phòng Văn hóa và Thông tin (VH&TT) | và Trung tâm".
        """
        close = next((k for k in range(i + 2, min(i + 2 * _DIGITS, end)) if reading.raw[k] == ")"), end)
        after = close + 1
        letters = all(reading.raw[k].isupper() or reading.raw[k] in "&-–" for k in range(i + 1, close))
        if after >= end or not letters or self._stops.match(reading.norms, after):
            return 0
        return after if reading.norms[after][0].isalnum() or reading.norms[after] == "," else 0

    def _ends_name(self, reading: Reading, i: int) -> bool:
        """Whether a token stands in no name of a bloc: a mark, a year, a stop word, another bloc, a person."""
        norms = reading.norms
        if not norms[i][0].isalnum() or (norms[i].isdigit() and len(norms[i]) == 4):
            return True
        if self._stops.match(norms, i) and not self._longer(norms, i):
            return True
        if norms[i : i + 4] == ["khu", "vực", "thi", "đua"]:
            return True  # "Khu vực thi đua các tỉnh Tây Bắc, | Khu vực thi đua các tỉnh Tây Nguyên"
        if norms[i] in ("khối", "cụm") and norms[i - 1] not in _INSIDE_NAME and not is_of_units(reading, i):
            return True
        return not reading.upper[i] and self.lexicon.people.match(norms, i) is not None

    def _is_heading(self, reading: Reading, i: int, end: int) -> bool:
        """Whether a bloc's name is a heading: nothing but numbering before it on its line, and little after it."""
        sentence = reading.sentences[reading.sentence_of(i - 1)]
        rest = reading.norms[i:end]
        short = len(rest) <= 10 or any(m in rest[:10] for m in ("(", ":"))
        return short and not any(
            w[0].isalpha() and not is_numeral(w) and w not in ("khối", "cụm", "thi", "đua")
            for w in reading.norms[sentence.start : i]
        )

    def _longer(self, norms: list[str], i: int) -> bool:
        """Whether a phrase of names begins here that is longer than the stop word: "có tính chất"."""
        word, stop = self._words.match(norms, i), self._stops.match(norms, i)
        return bool(word and stop and word[0] > stop[0])

    def _goes_on(self, reading: Reading, i: int, end: int, agencies: dict[int, Mention]) -> bool:
        """Whether a name goes on after a dash, a comma or "và"."""
        norms = reading.norms
        nxt = i + 1
        if (
            nxt >= end
            or not norms[nxt][0].isalnum()
            or (self._stops.match(norms, nxt) and not self._longer(norms, nxt))
            or not (reading.upper[nxt] or self._words.match(norms, nxt))
            or self.lexicon.roles.match(norms, nxt)
            or (norms[nxt].isdigit())
        ):
            return False
        if self.lexicon.titles.match(norms, nxt) or (self.lexicon.people.match(norms, nxt) and norms[nxt] != "đc"):
            return False
        agency = agencies.get(nxt)
        if norms[i] == "," and are_acronyms(reading, i - 1, nxt):
            return True
        if norms[i] == "-":
            if (
                agency
                and agency.start == nxt
                and agency.parts["head"] in ("Bộ", "Sở", "Tổng", "Cục", "UBND", "Tòa", "Viện")
            ):
                return False
            return norms[nxt] not in ("tỉnh", "huyện")
        if norms[i] == ",":
            if agency and agency.start == nxt and norms[agency.end : agency.end + 1] in (["làm"], ["là"], ["giữ"]):
                return False  # "Khối Nội chính, Thanh tra Sở Y tế làm Khối phó"
            if agency and agency.start == nxt and runs_schools(agency) and agency.parts.get("unit"):
                return False  # "Cụm thi đua số 4 các trường THCS, Phòng GD&ĐT huyện Phú Bình"
            close = next((k for k in range(nxt, min(nxt + 7, end)) if norms[k] in ("và", "&", ",", "-")), None)
            first = unit_at(reading, i - 1, end) or unit_at(reading, i - 2, i) or norms[i - 2 : i] == [",", "thị"]
            if is_unit_of_list(reading, nxt, end):
                return True  # "các huyện đồng bằng, thị xã, thành phố"
            if norms[i - 1] in _BODIES_IN_LISTS and norms[nxt] in _BODIES_IN_LISTS:  # "các Sở, ngành Kinh tế"
                return True
            if first and (unit_at(reading, nxt, end) or norms[nxt] in ("thị", "thành")):
                return True  # "các huyện, thành phố", "các huyện, thị, thành"
            if self._is_sector(reading, nxt, end) or is_small_sector(reading, self._words, nxt, end):
                return True
            return (
                close is not None
                and norms[close] in ("và", "&")
                and not any(self._stops.match(norms, k) for k in range(nxt, close))
                and norms[nxt] not in ("bộ", "sở", "thuộc")
            )
        return not (agency and agency.start == nxt and agency.parts["head"] in ("Sở", "Phòng", "Công"))

    def _is_sector(self, reading: Reading, i: int, end: int) -> bool:
        """Whether only words of sectors follow up to the name's end: "các cơ quan Đảng, đoàn thể tỉnh tổng kết"."""
        start = i
        if unit_at(reading, i, end):
            return False
        if reading.norms[i] in ("bộ", "sở", "tòa", "viện", "hội", "công") and reading.norms[i : i + 2] != [
            "công",
            "ty",
        ]:
            return False
        while i < end and i - start <= 10:
            if reading.norms[i] == "," and i > start and self._words.match(reading.norms, i + 1):
                i += 1  # "các cơ quan thông tin, báo chí, văn học nghệ thuật tỉnh tổng kết"
                continue
            word = self._words.match(reading.norms, i)
            if (
                unit_at(reading, i, end)
                or (self._stops.match(reading.norms, i) and not self._longer(reading.norms, i))
                or reading.norms[i] in ("(", ":", ".", "-")
            ):
                return i > start
            if not word:
                return False
            i = word[0]
        return i >= end

    def _unit_in_name(self, reading: Reading, i: int, after: int, end: int) -> bool:
        """Whether "tỉnh", "huyện" ... belong to the name: "các huyện vùng cao", "7 tỉnh Tây Bắc", "xã, phường"."""
        before = reading.norms[i - 1]
        if before in ("các", "cấp", "khối") or before.isdigit() or before in SEVERAL:
            return True
        if before in (",", "và", "-") and (unit_at(reading, i - 2, i) or is_unit_of_list(reading, i, end)):
            return True
        if reading.norms[i - 3 : i] == [",", "thị", ","]:
            return True  # "huyện, thị, thành phố"
        if before in (",", "và", "-") and i > 2 and unit_at(reading, i - 3, i - 1) is not None:
            return True
        if reading.norms[after : after + 4] == ["trực", "thuộc", "trung", "ương"]:
            return True  # "các Liên đoàn Lao động thành phố trực thuộc trung ương"
        if before == "đua" and self._words.match(reading.norms, after) and not reading.upper[after]:
            return True  # "Cụm thi đua xã nông thôn mới"
        listed = after + 2 if reading.norms[after : after + 2] == ["và", "các"] else after + 1
        more = unit_at(reading, listed, end) or reading.norms[listed : listed + 2] == ["thị", ","]
        return reading.norms[after : after + 1] in ([","], ["và"]) and bool(more)
