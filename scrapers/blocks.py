"""From a part of a page to blocks of text, as a reader sees them.

A block is what stands by itself: a paragraph, a caption, a heading, a list, a table. Inside of it white space collapses
as in a browser, and `<br>`, list items and table rows become line breaks. How a block is set (bold, centred, to the
right, under a picture) is kept, because on most portals nothing else tells a caption or a signature from the body.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal, NamedTuple

from scrapers.tree import Node, attributes, children, elements, has_attribute, name, text_of

Role = Literal["title", "lead", "body", "caption", "author", "date", "drop", "other"]
"""What a layout's selectors say of an element; `other` is what stands in the container unmarked."""

_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer"
    " form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre section table tbody td tfoot th thead tr"
    " ul".split()
)
_UNREAD = frozenset(
    "applet audio button canvas datalist embed head iframe link map math meta noscript object option script select"
    " style svg template textarea title video".split()
)
_MARKED = tuple(_BLOCKS | {"span", "strong", "b", "em", "i", "font"})
_BOLD = frozenset(("b", "strong"))
_ITALIC = frozenset(("i", "em", "cite"))
_SETTING = _BOLD | _ITALIC | {"center", "table", "figcaption"}
_LISTS = frozenset(("table", "ul", "ol"))
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CENTRED = re.compile(r"text-align\s*:\s*center", re.IGNORECASE)
_RIGHT = re.compile(r"text-align\s*:\s*(right|end)", re.IGNORECASE)
_CENTRE_CLASS = re.compile(r"(^|[\s_-])(text-)?(align)?cent(er|re)(ed)?($|\s)", re.IGNORECASE)
_RIGHT_CLASS = re.compile(r"(^|[\s_-])(text-|align)?right($|\s)|text-end", re.IGNORECASE)
_READ: tuple[Role, ...] = ("body", "lead", "caption")
_FRAME_CHARS = 600  # a picture's table holds its caption and no more
_ENDS = " \t\n\u00a0\u200b\ufeff"


class Block(NamedTuple):
    """A block of text. Lines inside are parted by a newline, a table's cells by a tab."""

    role: Role
    text: str
    bold: bool = False
    italic: bool = False
    centred: bool = False
    right: bool = False
    pictured: bool = False  # the first text after a picture
    framed: bool = False  # in a table of its own with a picture
    linked: bool = False  # nothing but links to other pages
    table: bool = False


@dataclass(slots=True)
class _Setting:
    """How the text at hand is set; handed down from element to element."""

    role: Role
    bold: bool = False
    italic: bool = False
    centred: bool = False
    right: bool = False
    framed: bool = False  # inside of a table that frames a picture
    linked: bool = False


@dataclass(slots=True)
class _Page:
    """The blocks so far, and the one that is being filled."""

    roles: Mapping[Node, Role]
    blocks: list[Block] = field(default_factory=list)
    pieces: list[tuple[str, _Setting]] = field(default_factory=list)
    pictured: bool = False

    def flush(self) -> None:
        """End the block at hand."""
        if not self.pieces:
            return
        pieces, self.pieces = self.pieces, []
        said = [setting for piece, setting in pieces if piece.strip(_ENDS)]
        if not said:
            return
        first = said[0]
        others = [setting for setting in said if setting is not first]
        text = "".join([piece for piece, _ in pieces])
        if others:
            bold, italic = first.bold and all(s.bold for s in others), first.italic and all(s.italic for s in others)
            centred, right = (
                first.centred and all(s.centred for s in others),
                first.right and all(s.right for s in others),
            )
            linked = first.linked and all(s.linked for s in others)
        else:
            bold, italic, centred, right, linked = first.bold, first.italic, first.centred, first.right, first.linked
        self.blocks.append(
            Block(first.role, _tidied(text), bold, italic, centred, right, self.pictured, first.framed, linked)
        )
        self.pictured = False


def blocks_of(node: Node, roles: Mapping[Node, Role], role: Role = "body") -> list[Block]:
    """Return the blocks of an element in page order.

    Args:
        node: The element.
        roles: What the layout says of elements inside; it holds for what is inside of them too, until another mark.
        role: What the element's own text is.
    """
    page = _Page(roles)
    tag, outer = name(node), _Setting(role)
    if tag not in _UNREAD:
        _walk(node, _setting(node, tag, attributes(node), outer, page), page)
        page.flush()
    return page.blocks


def clean(text: str) -> str:
    """Return a block's text with white space as a browser shows it: single spaces, no blank lines, no blank ends."""
    return _tidied("\n".join(map(_spaced, text.split("\n"))))


def _tidied(text: str) -> str:
    """Return a text of spaced pieces without the double spaces that joining them makes, blank lines and blank ends."""
    while "  " in text:
        text = text.replace("  ", " ")
    if "\n" not in text:
        return text.strip(_ENDS)
    lines = (line.strip(_ENDS) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def _spaced(text: str) -> str:
    """Return a text with every run of white space as one space. A regular expression takes ten times as long."""
    for blank in "\t\r\n\f":
        text = text.replace(blank, " ")
    while "  " in text:
        text = text.replace("  ", " ")
    return text


def _walk(node: Node, setting: _Setting, page: _Page) -> None:
    """Read what is in an element, in page order. No page is nested deeper than `scrapers.tree.MAX_DEPTH`."""
    for child in children(node):
        if isinstance(child, str):
            # A newline in the source is a space; only <br> breaks a line.
            page.pieces.append((_spaced(child), setting))
            continue
        tag = name(child)
        if tag in _UNREAD:
            continue
        look = attributes(child)
        if look and ("hidden" in look or ("style" in look and _HIDDEN.search(look["style"]))):
            continue
        if tag == "br":
            page.pieces.append(("\n", setting))
        elif tag == "img":
            page.flush()
            page.pictured = setting.role in _READ
        else:
            _read(child, tag, _setting(child, tag, look, setting, page), page)


def _read(node: Node, tag: str, setting: _Setting, page: _Page) -> None:
    """Read an element whose text is set in this way."""
    if tag in _LISTS and setting.role in _READ:
        text = _listed(node, tag, page.roles)
        if text:
            page.flush()
            page.blocks.append(Block(setting.role, text, linked=_is_linked(node), table=tag == "table"))
            page.pictured = False
            return
    if tag in _BLOCKS or node in page.roles:
        page.flush()
        _walk(node, setting, page)
        page.flush()
    else:
        _walk(node, setting, page)


def _setting(node: Node, tag: str, look: Mapping[str, str], outer: _Setting, page: _Page) -> _Setting:
    """Return how the text of an element is set: as that around it, but for what its tag and attributes say."""
    role = page.roles.get(node, "caption" if tag == "figcaption" and outer.role == "body" else outer.role)
    if not look and role == outer.role and tag not in _SETTING:
        return outer
    bold, italic, centred, right, aligned = _said_by(
        look.get("style", ""), look.get("class", ""), look.get("align", "")
    )
    return _Setting(
        role=role,
        bold=outer.bold or tag in _BOLD or bold,
        italic=outer.italic or tag in _ITALIC or italic,
        centred=centred or tag == "center" or (outer.centred and not aligned),
        right=right or (outer.right and not aligned),
        framed=outer.framed or (tag == "table" and _frames_picture(node)),
        linked=outer.linked or (tag == "a" and "href" in look),
    )


@lru_cache(maxsize=1024)
def _said_by(style: str, classes: str, align: str) -> tuple[bool, bool, bool, bool, bool]:
    """Return whether these attributes set text bold, italic, centred, to the right, and whether they align it at all.

    A site has a few dozen of them, on all of its pages.
    """
    plain = style.replace(" ", "").lower()
    align = align.lower()
    return (
        "font-weight:bold" in plain,
        "font-style:italic" in plain,
        align == "center" or bool(_CENTRED.search(style) or _CENTRE_CLASS.search(classes)),
        align == "right" or bool(_RIGHT.search(style) or _RIGHT_CLASS.search(classes)),
        bool(align or "text-align" in style),
    )


def _frames_picture(table: Node) -> bool:
    """Tell a table that holds a picture and its caption from one that lays out the whole article."""
    return bool(elements(table, "img")) and len(text_of(table, limit=_FRAME_CHARS)) <= _FRAME_CHARS


def _listed(node: Node, tag: str, roles: Mapping[Node, Role]) -> str:
    """Return a list, or a table of members or scores, as lines; "" for one that only lays out the page.

    A table comes as copying it from a browser gives it: a line a row, a tab between its cells.
    """
    if elements(node, "img", "table", "ul", "ol") or any(inner in roles for inner in elements(node, *_MARKED)):
        return ""
    if tag != "table":
        return clean("\n".join(flat(item) for item in elements(node, "li")))
    rows = [[flat(cell) for cell in elements(row, "td", "th")] for row in elements(node, "tr")]
    if len(rows) < 2 or max(map(len, rows)) < 2:
        return ""
    return "\n".join("\t".join(row).strip() for row in rows if any(row))


def _is_linked(node: Node) -> bool:
    """Tell a list whose entries are links from one of members."""
    links = [link for link in elements(node, "a") if has_attribute(link, "href")]
    return bool(links) and sum(len(text_of(link)) for link in links) >= 0.8 * len(text_of(node))


def flat(node: Node) -> str:
    """Return the element's text in one line."""
    return " ".join(block.text.replace("\n", " ") for block in blocks_of(node, {}))
