"""From a container's blocks to an article's text and sections: lead, captions, author, and what is said twice."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache

from pipeline.article import Field, Section
from scrapers.blocks import Block, Role
from scrapers.boilerplate import look_of, split_agency_tag, strip_boilerplate

_FIELDS: dict[Role, Field] = {
    "title": "title", "lead": "lead", "body": "body", "caption": "caption", "author": "author",
}  # fmt: skip
_MAX_CAPTION = 400
_MAX_AUTHOR = 120
_MIN_LEAD = 40
_MIN_CUT_TITLE = 10  # letters
_OPENING = 40  # characters by which most texts differ
_NAME = re.compile(r"(?:[A-ZĐÀ-ỸƯƠ][\w.]*)(?:\s*[\s,&–-]\s*[A-ZĐÀ-ỸƯƠ][\w.]*){0,7}")
_LABEL = re.compile(r"^(?:tác giả(?: bài viết)?|người viết|nguồn tin)\s*:\s*", re.IGNORECASE)
# "Thông tin báo chí. (31/01/2026, 07:27)"
_DATED_TITLE = re.compile(r"[\s.]*\(\s*\d{1,2}[/.-]\d{1,2}[/.-]\d{4}[^()]*\)$")
_NO_LETTER = re.compile(r"\W+")
_SENTENCE_END = re.compile(r"[.!?…;:][\"”’)\]/]*$")


@dataclass(frozen=True, slots=True)
class Assembled:
    """An article's text, its sections, its title, and the publisher's mark that opened it ("QBĐT")."""

    text: str
    sections: tuple[Section, ...]
    title: str
    tag: str | None

    def has_text(self) -> bool:
        """Tell whether there is more than a title and a name."""
        return any(section.field in ("lead", "body", "caption") for section in self.sections)


def assemble(blocks: Iterable[Block]) -> Assembled:
    """Return the article that blocks make, in page order; roles beside the article's own are left out."""
    own = [block for block in blocks if block.role in _FIELDS]
    own = strip_boilerplate(_single_title(own))
    own = _name_captions(own)
    own = _drop_repeats(
        _name_lead(_drop_repeats(own))
    )  # a lead that is only bold is told once the title's copy is gone
    own = [block for block in map(_strip_label, _name_author(own)) if block.text]
    own, tag = _strip_tag(own)
    text, sections = _join(own)
    return Assembled(text, sections, next(b.text for b in own if b.role == "title"), tag)


def _single_title(blocks: list[Block]) -> list[Block]:
    """Keep the first headline, in one line; some templates print it again for telephones."""
    first = next(block for block in blocks if block.role == "title")
    title = first._replace(text=_DATED_TITLE.sub("", " ".join(first.text.split())) or first.text)
    return [title if block is first else block for block in blocks if block is first or block.role != "title"]


def _name_captions(blocks: list[Block]) -> list[Block]:
    """Tell the captions that no selector names.

    1. The text in a picture's own table: its second row.
    2. The first text after a picture, if centred, italic, or with the looks of a caption ("Quang cảnh hội nghị").
    """
    return [block._replace(role="caption") if _is_caption(block) else block for block in blocks]


def _is_caption(block: Block) -> bool:
    if block.role != "body" or block.table or len(block.text) > _MAX_CAPTION:
        return False
    if block.framed:
        return True
    return block.pictured and (block.centred or block.italic or look_of(block.text) == "caption")


def _drop_repeats(blocks: list[Block]) -> list[Block]:
    """Leave out what a page says twice.

    1. The title, whole or cut off, at the head of the body.
    2. The lead, printed once by itself and once more at the head of the body.
    3. A caption, once as text and once as the picture's name.
    """
    title = next((_key(b.text) for b in blocks if b.role == "title"), "")
    leads = {_key(b.text) for b in blocks if b.role == "lead"}
    kept: list[Block] = []
    captions: set[str] = set()
    body = 0
    for block in blocks:
        body += block.role == "body"
        if block.role == "caption":
            key = _key(block.text)
            if key not in captions:
                kept.append(block)
            captions.add(key)
        elif block.role == "body" and body <= 3 and _is_any(block.text, leads):
            continue
        elif block.role not in ("body", "lead") or body > 1 or not _is_cut(block.text, title):
            kept.append(block)
    return kept


def _is_cut(text: str, title: str) -> bool:
    """Tell whether a text is a title, whole or cut off; the title is given as its key."""
    return title.startswith(_opening(text)) and len(key := _key(text)) >= _MIN_CUT_TITLE and title.startswith(key)


def _is_any(text: str, keys: Collection[str]) -> bool:
    """Tell whether a text has one of the keys."""
    opening = _opening(text) if keys else ""
    return any(key.startswith(opening) for key in keys) and _key(text) in keys


def _opening(text: str) -> str:
    """Return the beginning of a text's key, which is that of another text mostly."""
    return _key(text[:_OPENING].rpartition(" ")[0] or text)


def _name_lead(blocks: list[Block]) -> list[Block]:
    """Where no selector names the lead, it is the first paragraph if that is bold and the next one is not."""
    body = [block for block in blocks if block.role == "body"]
    if any(block.role == "lead" for block in blocks) or len(body) < 2:
        return blocks
    first, second = body[:2]
    if not first.bold or second.bold or len(first.text) < _MIN_LEAD:
        return blocks
    return [block._replace(role="lead") if block is first else block for block in blocks]


def _name_author(blocks: list[Block]) -> list[Block]:
    """Tell the signature that no selector names: what ends the body and is set to the right, says so, or is a name."""
    named = list(blocks)
    for i in range(len(named) - 1, 0, -1):
        block = named[i]
        if block.role in ("caption", "author"):
            continue
        if block.role != "body" or not _is_author(block, named[:i]):
            break
        named[i] = block._replace(role="author")
    return named


def _is_author(block: Block, before: list[Block]) -> bool:
    text = block.text
    if len(text) > _MAX_AUTHOR or block.table or not any(b.role in ("lead", "body") for b in before):
        return False
    if block.right or look_of(text) == "byline":
        return True
    previous = next(b.text for b in reversed(before) if b.role in ("lead", "body", "title"))
    ended = block.bold or block.italic or bool(_SENTENCE_END.search(previous))
    return ended and bool(_NAME.fullmatch(text)) and look_of(text) == "short"


def _strip_label(block: Block) -> Block:
    """Take the label off a signature ("Tác giả: Thu Hiền")."""
    return block._replace(text=_LABEL.sub("", block.text)) if block.role == "author" else block


def _strip_tag(blocks: list[Block]) -> tuple[list[Block], str | None]:
    """Take the publisher's mark off the lead's or body's first words."""
    for i, block in enumerate(blocks):
        if block.role in ("lead", "body"):
            tag, rest = split_agency_tag(block.text)
            if tag:
                return [*blocks[:i], block._replace(text=rest), *blocks[i + 1 :]], tag
    return blocks, None


def _join(blocks: list[Block]) -> tuple[str, tuple[Section, ...]]:
    sections: list[Section] = []
    start = 0
    for block in blocks:
        sections.append(Section(_FIELDS[block.role], start, start + len(block.text)))
        start += len(block.text) + 2
    return "\n\n".join(block.text for block in blocks), tuple(sections)


@lru_cache(maxsize=64)
def _key(text: str) -> str:
    """Return a text as it is compared with its repetition: letters and digits only. A page asks twice for each."""
    return _NO_LETTER.sub("", unicodedata.normalize("NFC", text).casefold())
