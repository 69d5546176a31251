"""Agencies: names that the lexicon has, names that only the grammar knows, and elliptical lists of both.

An agency mention's `value` is its official name with what the text says of its place left out; `parts` keep the rest:

- `name`: the official name without place ("Sở Y tế"), "" where a list gives bare places only;
- `policy`: what happens to the place (see `official_name`);
- `unit`, `place`: the locality after it ("tỉnh", "Kon Tum");
- `owner`: the party committee that it belongs to ("Tỉnh ủy");
- `head`: the word that it begins with ("Sở").
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.lexicon import SEPARATORS, AgencyName, Head, Lexicon, Phrases, cells, read_table
from pipeline.mentions.places import (
    CITIES,
    Locality,
    is_numeral,
    is_person_after_post,
    locality_at,
    proper_name,
    unit_at,
)
from pipeline.reading import Mention, Reading, tokens_of
from pipeline.text import fold, plain

PARTY_OWNERS = frozenset(
    tuple(name.split()) for name in ("tỉnh ủy", "thành ủy", "huyện ủy", "thị ủy", "quận ủy", "đảng ủy", "trung ương")
)
_PLURALS = frozenset(("các", "những", "số"))
_LIST_MARKS = frozenset((",", ";", "và", "-", "+", "&", "."))
_HOUSED = frozenset(
    ("Thanh tra", "Công đoàn cơ sở", "Công đoàn", "Đảng ủy", "Đảng bộ", "Chi bộ", "Văn phòng", "Bộ Tư lệnh")
)
"""Heads of bodies that live inside another agency and carry its name."""
_MAX_LOWER = 5
"""So many small syllables in a row may belong to an unknown name ("Chi cục Quản lý chất lượng nông lâm sản")."""


class AgencyFinder:
    """Finds the agencies of a reading; holds the lexicon and what the grammar of unknown names needs."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        words = {row["kind"]: row["written"] for row in read_table("stopwords")}
        self._stops: Phrases[str] = Phrases((w, w) for w in cells(words["name"]))
        self._joins: Phrases[str] = Phrases((w, w) for w in cells(words["join"]))
        self._no_heads: Phrases[str] = Phrases((w, w) for w in cells(words["no head"]))
        self._words = frozenset(
            word for kind in ("bloc word", "join") for phrase in cells(words[kind]) for word in tokens_of(phrase)
        ) | frozenset(w for row in read_table("agencies") for w in tokens_of(row["name"]))
        self._small_heads = frozenset(cells(words["small head"]))

    def find(self, reading: Reading) -> list[Mention]:
        """Return all agency mentions, in text order, without overlaps but for a list's shared head."""
        found: list[Mention] = []
        for sentence in reading.sentences:
            i = sentence.start
            while i < sentence.end:
                numbered = i == sentence.start and reading.raw[i].isdigit()  # "1  Sở Y tế" is a line of a table
                listed = [] if numbered else self._list_at(reading, i, sentence.end)
                if listed:
                    listed[0].parts["from"] = str(i)
                    found += listed
                    i = max(listed[-1].end, i + 1)
                    continue
                mention = self.agency_at(reading, i, sentence.end)
                if mention:
                    found.append(mention)
                    found += self._continued(reading, mention, sentence.end)
                    i = found[-1].end
                else:
                    i += 1
            self._share_owner([m for m in found if m.start >= sentence.start])
        return found + self._short_forms(reading, found)

    def _short_forms(self, reading: Reading, found: list[Mention]) -> list[Mention]:
        """Return the agencies named again by the short form that a bracket gave them: "… Sài Gòn (SATRA)"."""
        short = {m.parts["alias"]: m for m in found if "alias" in m.parts and len(m.parts["alias"]) > 2}
        if not short:
            return []
        taken = {k for m in found for k in range(m.start, m.end)}
        return [
            Mention(
                "AGENCY",
                i,
                i + 1,
                short[word].value,
                "alias",
                {k: v for k, v in short[word].parts.items() if k != "alias"},
            )
            for i, word in enumerate(reading.raw)
            if word in short and i not in taken
        ]

    # -- one agency --------------------------------------------------------------------------------------------------

    def agency_at(self, reading: Reading, i: int, end: int) -> Mention | None:
        """Return the agency whose name begins at token `i`.

        1. "UBND huyện Đức Cơ", "Công an tỉnh": a body of a place, named by it;
        2. "Sở LĐ-TB&XH tỉnh", "Ban Dân vận Tỉnh ủy": the lexicon has the name;
        3. "Trường THPT Lương Thế Vinh", "Chi cục Giám định xây dựng": a known head and an unknown rest;
        4. "huyện Con Cuông", "phường Phổ Yên": a territorial unit that stands for its own government.
        """
        if not (reading.upper[i] or (i + 1 < end and reading.upper[i + 1])):
            return self._unit(reading, i, end)
        if self._no_heads.match(reading.norms, i) or self._in_title_or_name(reading, i):
            return None
        body = self.lexicon.heads.match(reading.norms, i)
        if body and body[1].place == "self":
            return self._with_place(reading, i, body[0], end, body[1].name, "self", "body")
        known = self.lexicon.agencies.match(reading.norms, reading.raw, i, end)
        if known and not self._is_name(reading, i, known[0]):
            known = None
        open_ = self._open_name(reading, i, end)
        if (
            known
            and open_
            and known[1].name.startswith("Trung tâm")
            and self._longer_series(reading, known[0], open_[0])
        ):
            known = None  # "Trung tâm Văn hóa, Thể thao, Du lịch và Truyền thông"
        if known and (not open_ or open_[0] <= known[0] or self._splits(reading, known[0], known[1].place)):
            return self._with_place(reading, i, known[0], end, known[1].name, known[1].place, "lexicon")
        if open_:
            return self._with_place(reading, i, open_[0], end, open_[1], open_[2].place, "grammar")
        if known:
            return self._with_place(reading, i, known[0], end, known[1].name, known[1].place, "lexicon")
        return self._unit(reading, i, end)

    def _in_title_or_name(self, reading: Reading, i: int) -> bool:
        """Whether a token is in the midst of a post ("Phó Trưởng Ban Thường trực Ban A") or a name ("ông Lâm Trường Hải")."""
        for k in (i - 2, i - 1):
            title = self.lexicon.titles.match(reading.norms, k) if k >= 0 else None
            if title and title[0] > i + 2:
                return True
        if reading.norms[i] in self.lexicon.surnames and self._after_honorific(reading, i):
            return True  # "bà Đoàn Thị Cẩm Lụa"
        if i < 2 or not reading.upper[i - 1] or reading.norms[i - 1] not in self.lexicon.surnames:
            return False
        return self._after_honorific(reading, i - 1)

    def _after_honorific(self, reading: Reading, i: int) -> bool:
        return any(
            (p := self.lexicon.people.match(reading.norms, k)) is not None and p[0] == i
            for k in range(max(0, i - 4), i)
        )

    def _is_name(self, reading: Reading, i: int, end: int) -> bool:
        """A name has a capital in its first or second syllable: "sở Y tế", not "công an", "hội nông dân"."""
        return reading.upper[i] or (end - i > 1 and reading.upper[i + 1])

    def _longer_series(self, reading: Reading, known_end: int, open_end: int) -> bool:
        """Whether a name goes on after the known one with words that names are made of, up to an "và"."""
        extra = reading.norms[known_end:open_end]
        return (
            len(extra) > 3
            and extra[0] in (",", "-")
            and ("và" in extra or "&" in extra)
            and (extra[1], extra[2]) in self.lexicon.name_words
        )

    def _splits(self, reading: Reading, known_end: int, policy: str) -> bool:
        """Whether the grammar's longer name only adds what stands after the known one: a mark, "và", a place."""
        if reading.norms[known_end] in SEPARATORS and reading.norms[known_end] != "&":
            return True
        if not reading.upper[known_end]:
            return self._joins.match(reading.norms, known_end) is None
        return policy in ("part", "bank", "must") or self.lexicon.provinces.match(reading.norms, known_end) is not None

    def _open_name(self, reading: Reading, i: int, end: int) -> tuple[int, str, Head] | None:
        """Return (end, name, head) of a name made of a known head and words that no table has."""
        found = self.lexicon.heads.match(reading.norms, i)
        if not found or found[0] >= end:
            return None
        start, head = found
        if not reading.upper[i] and fold(head.name) not in self._small_heads:
            return None
        if head.name in _HOUSED and reading.upper[start] and self.lexicon.heads.match(reading.norms, start):
            inner = self.agency_at(reading, start, end)
            if inner and inner.parts["name"] and inner.rule != "unit":  # "Thanh tra Sở Y tế", "CĐCS Công ty A"
                return inner.end, f"{head.name} {inner.value}", head
        stop = self._name_end(reading, start, end, head)
        if stop == start:
            place = locality_at(reading, self.lexicon, start, end, bare=False)
            if head.name in ("Đảng ủy", "Đảng bộ", "Chi bộ") and place and place.name:
                return start, head.name, head
            if head.name in ("Agribank", "VNPT", "Viettel", "MobiFone") and reading.upper[i]:
                return start, head.name, head
            return None
        if (
            stop + 1 < end
            and reading.norms[i] in self.lexicon.surnames
            and reading.norms[stop] in (",", "-")
            and self.lexicon.titles.match(reading.norms, stop + 1)
        ):
            return None  # "Đoàn Thu Hường, Phó Chánh Văn phòng"
        written = reading.text(start, stop)
        if (
            reading.raw[start].isupper()
            and stop - start == 1
            and len(reading.raw[start]) > 1
            and head.name in ("Hội", "Ban", "Đoàn", "Đội")
        ):
            return None
        return stop, f"{head.name} {' '.join(written.split())}", head

    def _name_end(self, reading: Reading, start: int, end: int, head: Head | None) -> int:
        """Return where the words of an unknown name end: at a stop word, a mark, a locality, the next head."""
        i, last, lower = start, start, 0
        norms, raw = reading.norms, reading.raw
        while i < end:
            if norms[i] in ("-", "&", "/") and i > start:
                if i + 1 < end and reading.upper[i + 1] and not self._opens_other(reading, i + 1) and norms[i] != "/":
                    i += 1
                    continue
                break
            if norms[i] in (",", "và") and i > start:
                if head and self._goes_on(reading, i, end, head):
                    i += 1
                    continue
                break
            if not raw[i][0].isalnum():
                break
            if i == start and is_numeral(norms[i]) and head and head.place == "part" and len(norms[i]) < 4:
                return i + 1  # "Hải đoàn 28", "Quân khu 7"
            if norms[i] == "số" and i + 1 < end and is_numeral(norms[i + 1]):
                return i + 2
            if (
                norms[i : i + 2] == ["khu", "vực"]
                and i + 2 < end
                and (is_numeral(norms[i + 2]) or reading.upper[i + 2])
            ):
                return self._region_end(reading, i + 2, end)
            if i > start and (self.lexicon.roles.match(norms, i) or self._is_place(reading, i, end)):
                break
            province = self.lexicon.provinces.match(norms, i) if i > start and reading.upper[i] else None
            if province and province[0] <= end:  # "Công đoàn Khu kinh tế Hải Phòng": Phòng is no head here
                return province[0]
            joined = self._joins.match(norms, i)
            if joined and (i > start or reading.upper[i] or head is None):
                i = last = min(joined[0], end)
                continue
            if reading.upper[i]:
                if i > start and is_person_after_post(reading, self.lexicon, i, end):
                    break
                if (
                    i > start
                    and lower == 0
                    and self._opens_other(reading, i)
                    and not raw[i].isupper()
                    and not self._small_part(reading, i, head)
                ):
                    break
                i += 1
                last, lower = i, 0
                continue
            if lower and norms[i] not in self._words:
                break
            if (
                lower >= _MAX_LOWER
                or self._stops.match(norms, i)
                or (i == start and not self._capital_ahead(reading, i, end))
            ):
                break
            lower += 1
            i += 1
            last = i
        return last

    def _region_end(self, reading: Reading, i: int, end: int) -> int:
        """Return where the name of a region ends: a number, a name, or two joined by a dash ("Duy Tiên - Lý Nhân")."""
        first = proper_name(reading, self.lexicon, i, end)
        stop = first[0] if first else i + 1
        if stop + 1 < end and reading.norms[stop] == "-":
            second = proper_name(reading, self.lexicon, stop + 1, end)
            if second and not self._opens_other(reading, stop + 1):
                return second[0]
        return stop

    def _small_part(self, reading: Reading, i: int, head: Head | None) -> bool:
        """Whether a short head is only a word of a company's or a school's own name: "Công ty CP Cảng Thị Vải"."""
        if head is None or head.name not in (
            "Công ty",
            "Tổng công ty",
            "Trường",
            "Bệnh viện",
            "Xí nghiệp",
            "Chi nhánh",
            "Trung tâm",
        ):
            return False
        return reading.norms[i] in (
            "cảng",
            "đoàn",
            "hội",
            "báo",
            "đài",
            "quỹ",
            "viện",
            "trạm",
            "đội",
            "đồn",
            "khoa",
            "bưu",
            "viễn",
            "điện",
            "bảo",
        )

    def _capital_ahead(self, reading: Reading, i: int, end: int) -> bool:
        """Whether a capital follows soon after small syllables: "Đồn Biên phòng cửa khẩu Tà Lùng"."""
        if not reading.upper[i - 1] and not (i > 1 and reading.upper[i - 2]):
            return False
        for k in range(i, min(i + 5, end)):
            if not reading.raw[k][0].isalnum() or self._stops.match(reading.norms, k) or unit_at(reading, k, end):
                return False
            if reading.upper[k]:
                return k > i and not self._opens_other(reading, k)
        return False

    def _goes_on(self, reading: Reading, i: int, end: int, head: Head) -> bool:
        """Whether a name goes on after "," or "và": the next words are ones that names of agencies are made of."""
        if (
            head.name not in ("Sở", "Phòng", "Ban", "Trung tâm", "Chi cục", "Cục", "Bộ", "Bệnh viện", "Hội", "Viện")
            or i + 2 >= end
        ):
            return False
        if reading.norms[i] == "và":
            return reading.upper[i + 1] and not self._opens_other(reading, i + 1)
        return (
            reading.upper[i + 1]
            and (reading.norms[i + 1], reading.norms[i + 2]) in self.lexicon.name_words
            and not self._opens_other(reading, i + 1)
        )

    def _opens_other(self, reading: Reading, i: int) -> bool:
        """Whether another mention begins at token `i`: a head, a role, a post, an honorific, a person's name."""
        norms = reading.norms
        lexicon = self.lexicon
        head = lexicon.heads.match(norms, i)
        return bool(
            (head and len(reading.raw[i]) > 1)
            or lexicon.roles.match(norms, i)
            or lexicon.titles.match(norms, i)
            or lexicon.people.match(norms, i)
            or ((award := lexicon.awards.match(norms, i)) and award[1].cls != "not")
        )

    def _is_place(self, reading: Reading, i: int, end: int) -> bool:
        unit = unit_at(reading, i, end)
        if unit:
            return reading.raw[i][0].islower() or locality_at(reading, self.lexicon, i, end) is not None
        return False

    def _unit(self, reading: Reading, i: int, end: int) -> Mention | None:
        unit = unit_at(reading, i, end)
        if unit is None:
            return None
        name = proper_name(reading, self.lexicon, unit[0], end, after_unit=True)
        if i > 1 and reading.norms[i - 1] in (",", "và") and unit_at(reading, i - 2, i - 1):
            return None  # "các tỉnh, thành phố Đồng bằng sông Hồng"
        if name is None or (
            i
            and reading.norms[i - 1] in ("tại", "ở", "bàn", "về", "đến", "cấp", "từ", "của", "toàn", "cả", "ở", "trong")
        ):
            return None
        place = f"{unit[1]} {name[1]}"
        return Mention(
            "AGENCY",
            i,
            name[0],
            place,
            "unit",
            {"name": "", "policy": "self", "unit": unit[1], "place": name[1], "head": unit[1]},
        )

    def _with_place(
        self, reading: Reading, i: int, stop: int, end: int, name: str, policy: str, rule: str
    ) -> Mention | None:
        """Add what follows the name: a bracketed short form, the owner, the locality."""
        known = self.lexicon.by_plain.get(plain(name)) if rule.endswith("grammar") else None
        if known:  # a slip in the tone marks: "Cục Thông kê"
            name, policy = known.name, known.place
        parts = {"name": name, "policy": policy, "head": name.split()[0]}
        if stop + 2 < end and reading.raw[stop] == "(" and reading.raw[stop + 2] == ")" and reading.upper[stop + 1]:
            if (
                reading.raw[stop + 1].isupper()
                or rule == "grammar"
                and not self.lexicon.roles.match(reading.norms, stop + 1)
                and not self.lexicon.provinces.match(reading.norms, stop + 1)
            ):
                parts["alias"] = reading.raw[stop + 1]
                stop += 3
        owner = self._owner(reading, stop, end)
        if owner:
            stop, parts["owner"] = owner
        if policy == "party" and not owner:
            parts["policy"] = "party?"
        branch = self._branch(reading, stop, end) if policy == "bank" else stop
        if branch > stop:
            parts["branch"] = "yes"
        place = locality_at(reading, self.lexicon, branch, end) or self._direct_place(
            reading, branch, end, name, policy
        )
        if (
            place
            and place.unit is None
            and policy == "part"
            and not self.lexicon.provinces.match(tokens_of(place.name or ""), 0)
        ):
            outer = locality_at(reading, self.lexicon, place.end, end, bare=False)
            if outer:  # "Trường Chính trị Tôn Đức Thắng tỉnh An Giang"
                parts["name"] = name = f"{name} {place.name}"
                parts["policy"] = "drop"
                place = outer
        if (
            place
            and name.startswith("Ban Quản lý")
            and tuple(reading.norms[place.end : place.end + 5]) == ("và", "các", "khu", "công", "nghiệp")
        ):
            place = Locality(
                place.end + 5, place.unit, reading.text(branch, place.end + 5) if not place.unit else place.name
            )
        if place:
            stop = place.end
            if place.unit:
                parts["unit"] = place.unit
            if place.name:
                parts["place"] = place.name
        elif branch > stop:
            stop = branch
        if policy == "must" and not place:
            return None
        if policy in ("self",) and not place:
            return None
        mention = Mention("AGENCY", i, stop, "", rule, parts)
        mention.value = official_name(mention)
        return mention

    def _owner(self, reading: Reading, i: int, end: int) -> tuple[int, str] | None:
        pair = tuple(reading.norms[i : i + 2])
        if pair in PARTY_OWNERS and i + 2 <= end and reading.upper[i] and pair != ("đảng", "ủy"):
            return i + 2, reading.text(i, i + 2)[0].upper() + pair[0][1:] + " " + ("ủy" if pair[1] == "ủy" else "ương")
        if pair == ("đảng", "ủy") and i + 2 <= end:
            place = locality_at(reading, self.lexicon, i + 2, end, bare=False)
            return (i + 2, "Đảng ủy") if place else None
        return None

    def _branch(self, reading: Reading, i: int, end: int) -> int:
        """Return the token after "- Chi nhánh", ", chi nhánh", "CN" of a bank, or `i`."""
        j = i + 1 if i < end and reading.norms[i] in ("-", ",") else i
        if reading.norms[j : j + 2] == ["việt", "nam"]:
            j += 2
            j += 1 if j < end and reading.norms[j] in ("-", ",") else 0
        if reading.norms[j : j + 2] == ["chi", "nhánh"] and j + 2 <= end:
            return j + 2
        if j < end and reading.raw[j] == "CN":
            return j + 1
        return i

    def _direct_place(self, reading: Reading, i: int, end: int, name: str, policy: str) -> Locality | None:
        """The bare name of a district or a commune after a name that keeps its place: "Huyện đoàn Vũng Liêm"."""
        if (
            i >= end
            or policy not in ("part", "bank", "must")
            or (reading.raw[i][0].isdigit() and not name.endswith("khu vực"))
        ):
            if reading.norms[i : i + 2] == ["khu", "vực"] and i + 2 < end:
                stop = self._region_end(reading, i + 2, end)
                return Locality(stop, "khu vực", reading.text(i + 2, stop))
            return None
        if name.endswith("khu vực") and is_numeral(reading.norms[i]):
            stop = self._region_end(reading, i, end)
            return Locality(stop, None, reading.text(i, stop))
        if (
            reading.norms[i : i + 2] == ["khu", "vực"]
            and i + 2 < end
            and (is_numeral(reading.norms[i + 2]) or reading.upper[i + 2])
        ):
            stop = self._region_end(reading, i + 2, end)
            return Locality(stop, "khu vực", reading.text(i + 2, stop))
        place = proper_name(reading, self.lexicon, i, end)
        return Locality(place[0], None, place[1]) if place and not self._opens_other(reading, i) else None

    # -- lists -------------------------------------------------------------------------------------------------------

    def _list_at(self, reading: Reading, i: int, end: int) -> list[Mention]:
        """Return the agencies of an elliptical list that opens at token `i`.

        1. "các sở Nội vụ, Tài chính; Ban Dân tộc", "các Ban: Tổ chức, Nội chính Tỉnh ủy": a plural head, bare names;
        2. "UBND các phường: A, B", "Công an các tỉnh A, B": a body, then the places that it stands for;
        3. "các huyện: A, B", "2 thành phố C, D": units and their names.
        """
        norms = reading.norms
        plural = norms[i] in _PLURALS or (norms[i].isdigit() and norms[i - 1] not in ("số", "khối", "cụm", "đua"))
        if plural and i + 1 < end:
            units = self._units(reading, i + 1, end)
            if units:
                return self._places(reading, units[0], end, "", "self", units[1])
            head = self.lexicon.heads.match(norms, i + 1)
            known = self.lexicon.agencies.match(norms, reading.raw, i + 1, end)
            units = self._units(reading, known[0], end) if known else None
            if known and units and units[0] < end and norms[units[0]] == ":":  # "7 Thuế tỉnh, thành phố: Hà Nội, ..."
                return self._places(reading, units[0], end, known[1].name, known[1].place, units[1])
            if known and self._is_name(reading, i + 1, known[0]) and known[0] < end and norms[known[0]] in (":", "các"):
                at = known[0] if norms[known[0]] == ":" else known[0] + 1
                units = self._units(reading, at, end)
                return self._places(
                    reading,
                    units[0] if units else at,
                    end,
                    known[1].name,
                    known[1].place,
                    units[1] if units else "tỉnh",
                )
            if head and head[1].plural and head[0] < end:
                if head[1].place in ("self", "must", "keep") or norms[head[0]] == "các":
                    return self._body_of_places(reading, i + 1, end)
                return self._names(reading, head[0], end, head[1])
        return self._body_of_places(reading, i, end)

    def _body_of_places(self, reading: Reading, i: int, end: int) -> list[Mention]:
        """Case 2 of `_list_at`."""
        norms = reading.norms
        known = self.lexicon.agencies.match(norms, reading.raw, i, end)
        head = self.lexicon.heads.match(norms, i)
        at = known[0] if known else head[0] if head else i
        if at == i or at + 1 >= end:
            return []
        if norms[at : at + 2] == ["các", "sở"] and head and head[1].name in _HOUSED:  # "Thanh tra các sở: A, B"
            return [self._housed(head[1], m) for m in self._names(reading, at + 2, end, Head("Sở", "drop", True))]
        if norms[at : at + 2] == ["các", "ngành"] and head:  # "công đoàn các ngành: Giáo dục, Y tế"
            return self._names(reading, at + 2, end, Head(f"{head[1].name} ngành", head[1].place, True))
        if norms[at] in _PLURALS or (norms[at].isdigit() and unit_at(reading, at + 1, end)):
            units = self._units(reading, at + 1, end)
            if units:
                name, policy = (
                    (known[1].name, known[1].place) if known else (head[1].name, head[1].place) if head else ("", "")
                )
                return self._places(reading, units[0], end, name, policy, units[1])
        return []

    def _housed(self, head: Head, inner: Mention) -> Mention:
        """Return the body inside an agency: Thanh tra of Sở Y tế is "Thanh tra Sở Y tế"."""
        if inner.parts["head"] == head.name:
            return inner
        inner.parts |= {"name": f"{head.name} {inner.value}", "policy": "part", "head": head.name}
        inner.value = inner.parts["name"]
        return inner

    def _units(self, reading: Reading, i: int, end: int) -> tuple[int, str] | None:
        """Return (end, units) of "huyện", "xã, phường", "huyện, thị xã và thành phố"; several are joined by commas."""
        first = unit_at(reading, i, end)
        if not first:
            return None
        at, unit = first
        while at + 1 < end and reading.norms[at] in (",", "và", "-"):
            more = unit_at(reading, at + 1, end)
            if not more or (more[0] < end and reading.upper[more[0]]):
                break
            at = more[0]
            unit = f"{unit},{more[1]}"
        return at, unit

    def _places(self, reading: Reading, i: int, end: int, name: str, policy: str, unit: str) -> list[Mention]:
        """Return one agency for each place of a list: "Phổ Yên, Vạn Xuân và xã Kha Sơn"."""
        if i < end and reading.norms[i] in (":", "gồm", "là"):
            i += 1
            if i < end and reading.norms[i] == ":":
                i += 1
        found: list[Mention] = []
        for start, stop, own_unit, place in self._place_items(reading, i, end):
            parts = {"name": name, "policy": policy or "self", "place": place, "head": (name or unit).split()[0]}
            parts |= {"unit": u} if (u := own_unit or self._unit_of(place, unit)) else {}
            mention = Mention("AGENCY", start, stop, "", "list-of-places", parts)
            mention.value = official_name(mention, keep_place=True)
            found.append(mention)
        return found

    def _unit_of(self, place: str, unit: str) -> str:
        """Return the unit of a place in a list under several units ("các tỉnh, thành phố: Hà Nội, Nam Định")."""
        words = tokens_of(place)
        known = self.lexicon.provinces.match(words, 0)
        if known and known[0] == len(words) and "tỉnh" in unit:
            return "thành phố" if known[1] in CITIES else "tỉnh"
        return unit if "," not in unit else ""

    def _place_items(self, reading: Reading, i: int, end: int) -> Iterator[tuple[int, int, str | None, str]]:
        while i < end:
            unit = unit_at(reading, i, end)
            at = unit[0] if unit else i
            place = proper_name(reading, self.lexicon, at, end, after_unit=unit is not None)
            if place is None and self._is_listed_place(reading, i, end):
                place = proper_name(reading, self.lexicon, i, end, after_unit=True)
            if place is None or (
                not unit and self._opens_other(reading, i) and not self._is_listed_place(reading, i, end)
            ):
                return
            yield i, place[0], unit[1] if unit else None, place[1]
            i = place[0]
            if i < end and reading.raw[i] == "(":  # "Hội A (Khối trưởng), B"
                close = next((k for k in range(i, min(i + 8, end)) if reading.raw[k] == ")"), None)
                i = close + 1 if close else i
            before = i
            while i < end and reading.norms[i] in _LIST_MARKS:
                i += 1
            if i == before or (i < end and reading.norms[i] in _PLURALS):
                return

    def _is_listed_place(self, reading: Reading, i: int, end: int) -> bool:
        """Whether what looks like a head is a place in a list: "các xã Nhơn Nghĩa A, Trường Long Tây, Tân Hòa"."""
        if i < 1 or reading.norms[i - 1] not in (",", ";", "và", ":") or not reading.upper[i]:
            return False
        if (
            self.lexicon.agencies.match(reading.norms, reading.raw, i, end)
            or self.lexicon.roles.match(reading.norms, i)
            or self.lexicon.titles.match(reading.norms, i)
        ):
            return False
        name = proper_name(reading, self.lexicon, i, end, after_unit=True)
        return (
            name is not None
            and 1 < name[0] - i <= 3
            and (name[0] >= end or reading.norms[name[0]] in (",", ";", ".", "và", ")", "-", "("))
        )

    def _names(self, reading: Reading, i: int, end: int, head: Head) -> list[Mention]:
        """Return one agency for each bare name after a plural head, and full names among them."""
        if i < end and reading.norms[i] in (":", "gồm", "là"):
            i += 1
        found: list[Mention] = []
        walk = self.lexicon.agencies.walk(head.name)
        while i < end:
            known = self.lexicon.agencies.match(reading.norms, reading.raw, i, end, walk) if walk else None
            own = self.agency_at(reading, i, end) if not known or self.lexicon.heads.match(reading.norms, i) else None
            mention: Mention | None
            if known and own and own.rule == "grammar" and known[0] >= own.end:
                own = None  # "các hội Nông dân, Liên hiệp Phụ nữ": the shared head reads further
            if own:
                if own.parts["head"] != head.name and own.rule != "unit" and not found:
                    return []
                mention = own
            elif known and reading.upper[i]:
                mention = self._with_place(
                    reading, i, known[0], end, known[1].name, known[1].place, "elliptical-lexicon"
                )
            else:
                mention = self._bare_name(reading, i, end, head)
            if mention is None:
                break
            found.append(mention)
            i = mention.end
            if i < end and reading.raw[i] == "(":
                close = next((k for k in range(i, min(i + 8, end)) if reading.raw[k] == ")"), None)
                i = close + 1 if close else i
            before = i
            while i < end and reading.norms[i] in _LIST_MARKS:
                i += 1
            if i == before or i >= end or reading.norms[i] in _PLURALS:
                break
        return found

    def _bare_name(self, reading: Reading, i: int, end: int, head: Head) -> Mention | None:
        if not reading.upper[i] or self._opens_other(reading, i) or reading.raw[i][0].isdigit():
            return None
        stop = self._name_end(reading, i, end, None)
        if stop == i:
            return None
        return self._with_place(
            reading,
            i,
            stop,
            end,
            f"{head.name} {' '.join(reading.text(i, stop).split())}",
            head.place,
            "elliptical-grammar",
        )

    def _continued(self, reading: Reading, first: Mention, end: int) -> list[Mention]:
        """Return the names that share the head of the agency before them: "Sở Giáo dục và Đào tạo, Y tế, Công Thương".

        Only names that the lexicon has under that head; for units ("huyện A, B và C") only in a list that is opened.
        """
        found: list[Mention] = []
        at = first.end
        walk = self.lexicon.agencies.walk(first.parts["head"]) if first.rule == "lexicon" else None
        while at + 1 < end and reading.norms[at] in (",", ";", "và"):
            i = at + 1
            if (
                first.parts.get("unit")
                and first.parts.get("place")
                and first.parts["name"]
                and unit_at(reading, i, end)
            ):
                for start, stop, unit, place in self._place_items(reading, i, end):
                    if unit is None:
                        break
                    parts = {**first.parts, "unit": unit, "place": place}
                    mention = Mention("AGENCY", start, stop, "", "list-of-places", parts)
                    mention.value = official_name(mention, keep_place=True)
                    found.append(mention)
                break
            if first.rule == "unit":
                if not self._opened(reading, first.start):
                    break
                items = list(self._place_items(reading, i, end))
                for start, stop, unit, place in items:
                    if unit:
                        break
                    parts = {**first.parts, "place": place}
                    found.append(
                        Mention("AGENCY", start, stop, f"{first.parts['unit']} {place}", "list-of-places", parts)
                    )
                break
            if walk is None or self.lexicon.heads.match(reading.norms, i):
                break
            known: tuple[int, AgencyName] | None = self.lexicon.agencies.match(reading.norms, reading.raw, i, end, walk)
            if not known or not reading.upper[i]:
                break
            mention = self._with_place(reading, i, known[0], end, known[1].name, known[1].place, "elliptical-lexicon")
            if mention is None:
                break
            found.append(mention)
            at = mention.end
        return found

    def _opened(self, reading: Reading, i: int) -> bool:
        window = reading.norms[max(0, i - 6) : i]
        return "gồm" in window or ":" in window or "các" in window

    def _share_owner(self, mentions: list[Mention]) -> None:
        """Give "Văn phòng, Ủy ban Kiểm tra, các Ban: Tổ chức, Nội chính Tỉnh ủy" its owner on each name."""
        owner: str | None = None
        next_start = 0
        for mention in reversed(mentions):
            if mention.parts.get("owner") and mention.parts["policy"] == "party":
                owner = mention.parts["owner"]
            elif mention.parts["policy"] == "party?" and owner and next_start - mention.end <= 4:
                mention.parts["owner"] = owner
                mention.parts["policy"] = "party"
                mention.value = official_name(mention)
            elif next_start - mention.end > 4:
                owner = mention.parts.get("owner") if mention.parts["policy"] == "party" else None
            next_start = mention.start


def official_name(mention: Mention, keep_place: bool = False) -> str:
    """Return an agency's name as the guideline wants it (docs/annotation.md, "Agency names").

    The policy of the name decides about the locality that follows it: `drop` leaves it out ("Sở Y tế"), `keep` leaves
    the unit's word ("Công an tỉnh"), `part` keeps a bare place ("Báo Đắk Nông"), `party` adds the owner ("Ban Dân vận
    Tỉnh ủy"), `self` is the locality's own body ("UBND huyện Đức Cơ"). `keep_place` is for blocs of several places.
    """
    parts = mention.parts
    name, policy = parts["name"], parts["policy"]
    unit, place = parts.get("unit"), parts.get("place")
    locality = " ".join(p for p in (unit, place) if p)
    if policy.startswith("party"):
        name = f"{name} {parts['owner']}" if "owner" in parts else name
        return f"{name} {place}" if keep_place and place else name
    if policy == "self":
        return f"{name} {locality}".strip()
    if unit == "khu vực":
        return f"{name} {locality}"
    if keep_place and place:
        return f"{name} {locality}"
    if policy in ("keep", "must"):
        return f"{name} {unit}" if unit else f"{name} {place}" if place and policy == "must" else name
    if policy == "part":
        return f"{name} {locality}" if place else f"{name} {unit}" if unit and name.startswith("Trường") else name
    if policy == "bank":
        branch = "" if name.lower().endswith("chi nhánh") else " chi nhánh"
        return f"{name}{branch} {locality}".strip() if place or "branch" in parts else name
    return name
