"""What portals print into their articles that is no part of them: tool bars, counters, file names, related news.

How such lines look is known from pages copied as text (`corpora/lexicon/page_lines.toml`) and is the same here.
"""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.page_lines import Line, load_rules, look_at
from scrapers.blocks import Block

_NEVER = frozenset(("tool", "counter", "footer", "posted", "updated", "site", "number"))
_BEFORE_TEXT = frozenset(("date", "menu", "weekday", "clock", "filler", "item"))
"""Chrome only above the first sentence; inside an article a menu's word may be a line of a list."""

_HEADLINE_WORDS = 5

# Remains of editors: ePi's picture tools, a picture's alternative text, a template's empty variable.
_REMAINS = re.compile(
    r"leftcenterrightdel|image advertisement|anh tin bai|null|undefined|\[?caption\b[^\]]*\]?", re.IGNORECASE
)

_AGENCY_TAG = re.compile(
    # "(BĐ) - ", "(GLO)-", "(QNO) Ngày": capitals in brackets, before a dash or a sentence
    r"""\(\s*(?P<capitals>[A-ZĐ][A-ZĐ&.]{1,7})\s*\)\s*(?:[-–—:]+\s*|(?=[A-ZĐÀ-ỸƯƠ"“]))"""
    # "(Baonghean.vn) - ", "(LĐ online) - "
    r"|\((?P<site>[\w.]{2,20}\.(?:vn|com|net)|[\w\s]{2,12}\ online)\)\s*[-–—:]*\s*"
    # "LSO-", "BTĐKT - ", "BPO - ": without brackets only marks that are known
    r"|(?P<bare>LSO|BTĐKT|TĐKT|BDK\.VN|BT|TP|NTV|BPO|BLC|QBĐT|TTV|HNP|HGO|BGĐT|ĐĐK|CTTĐT)\s*[-–—]\s*"
)


def strip_boilerplate(blocks: list[Block]) -> list[Block]:
    """Return an article's blocks without boilerplate, in their order; lines inside of a block are looked at singly.

    1. A tool bar, a counter, a picture's file name goes wherever it stands.
    2. A date line or a menu's word goes above the first sentence.
    3. A heading of what comes after articles ends the article.
    4. A heading of related news ends it too, or if sentences follow, takes the entries under it away.
    5. What is nothing but links as long as headlines are other news.
    """
    kept: list[Block] = []
    in_box = has_text = False
    for i, block in enumerate(blocks):
        if block.linked and block.role == "body" and len(block.text.split()) >= _HEADLINE_WORDS:
            continue
        if block.table or block.role != "body":
            kept.append(block)
            has_text = has_text or block.role in ("lead", "body")
            continue
        lines: list[str] = []
        for text in block.text.split("\n"):
            line = look_of_line(text)
            if line.look == "ending" or (line.look == "related" and not _prose_after(blocks[i + 1 :])):
                return [*kept, block._replace(text="\n".join(lines))] if lines else kept
            in_box = line.look == "related" or (in_box and line.look != "prose")
            if not in_box and not _is_chrome(line, before_text=not has_text and not lines):
                lines.append(text)
        if lines:
            text = "\n".join(lines)
            kept.append(block if text == block.text else block._replace(text=text))
            has_text = True
    return kept


def look_of(text: str) -> str:
    """Return what a block's text is by its looks: "prose", "caption", "byline" and so on."""
    return look_of_line(text).look


@lru_cache(maxsize=1024)
def look_of_line(text: str) -> Line:
    """Return a line with its look. Several steps ask for it, and a site's menus and headings come on every page."""
    return look_at(text, 0, len(text), 0, load_rules())


def split_agency_tag(text: str) -> tuple[str | None, str]:
    """Return the publisher's mark that opens a text ("(QBĐT) - " gives "QBĐT"), None without one, and the rest."""
    match = _AGENCY_TAG.match(text)
    if match is None or match.end() == len(text):
        return None, text
    return match["capitals"] or match["site"] or match["bare"], text[match.end() :]


def _is_chrome(line: Line, *, before_text: bool) -> bool:
    look = line.look
    return look in _NEVER or (before_text and look in _BEFORE_TEXT) or _REMAINS.fullmatch(line.text) is not None


def _prose_after(blocks: list[Block]) -> bool:
    """Tell whether a sentence follows, so that a heading of related news is that of a box inside of the text."""
    looks = (look_of(text) for block in blocks for text in block.text.split("\n"))
    return next((look == "prose" for look in looks if look in ("prose", "ending")), False)
