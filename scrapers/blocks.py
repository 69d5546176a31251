"""From a part of a page to blocks of text, as a reader sees them.

A block is what stands by itself: a paragraph, a caption, a heading, a list, a table. Inside of it white space collapses
as in a browser, and `<br>`, list items and table rows become line breaks. How a block is set (bold, centred, to the
right, under a picture) is kept, because on most portals nothing else tells a caption or a signature from the body.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from scrapers.tree import Node, attribute, children, elements, has_attribute, name, text_of

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
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CENTRED = re.compile(r"text-align\s*:\s*center", re.IGNORECASE)
_RIGHT = re.compile(r"text-align\s*:\s*(right|end)", re.IGNORECASE)
_CENTRE_CLASS = re.compile(r"(^|[\s_-])(text-)?(align)?cent(er|re)(ed)?($|\s)", re.IGNORECASE)
_RIGHT_CLASS = re.compile(r"(^|[\s_-])(text-|align)?right($|\s)|text-end", re.IGNORECASE)
_INLINE_SPACE = re.compile(r"[ \t\r\n\f]+")
_READ: tuple[Role, ...] = ("body", "lead", "caption")
_FRAME_CHARS = 600  # a picture's table holds its caption and no more
_ENDS = " \t\n\u00a0\u200b\ufeff"


@dataclass(frozen=True, slots=True)
class Block:
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
        pieces, self.pieces = self.pieces, []
        text = clean("".join(piece for piece, _ in pieces))
        said = [setting for piece, setting in pieces if piece.strip(_ENDS)]
        if not text or not said:
            return
        self.blocks.append(
            Block(
                role=said[0].role,
                text=text,
                bold=all(s.bold for s in said),
                italic=all(s.italic for s in said),
                centred=all(s.centred for s in said),
                right=all(s.right for s in said),
                pictured=self.pictured,
                framed=said[0].framed,
                linked=all(s.linked for s in said),
            )
        )
        self.pictured = False


def blocks_of(node: Node, roles: Mapping[Node, Role], role: Role = "body") -> list[Block]:
    """Return the blocks of an element in page order.

    Args:
        node: The element.
        roles: What the layout says of elements inside; it holds for what is inside of them too, until
            another mark.
        role: What the element's own text is.
    """
    page = _Page(roles)
    _walk(node, _Setting(roles.get(node, role)), page)
    page.flush()
    return page.blocks


def clean(text: str) -> str:
    """Return a block's text with white space as a browser shows it: single spaces, no blank lines, no blank ends."""
    lines = (_INLINE_SPACE.sub(" ", line).strip(_ENDS) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def _walk(root: Node, setting: _Setting, page: _Page) -> None:
    """Go through the tree without recursion: broken pages nest a hundred thousand deep."""
    stack: list[tuple[str, object, _Setting]] = [("enter", root, setting)]
    while stack:
        step, item, setting = stack.pop()
        if step == "flush":
            page.flush()
        elif isinstance(item, str):
            # A newline in the source is a space; only <br> breaks a line.
            page.pieces.append((_INLINE_SPACE.sub(" ", item), setting))
        elif isinstance(item, Node):
            stack.extend(reversed(_enter(item, setting, page, is_root=item is root)))


def _enter(node: Node, outer: _Setting, page: _Page, *, is_root: bool) -> list[tuple[str, object, _Setting]]:
    """Return the steps that read an element: what is in it, between flushes if it is a block."""
    tag = name(node)
    hidden = has_attribute(node, "hidden") or _HIDDEN.search(attribute(node, "style"))
    if tag in _UNREAD or (hidden and not is_root):
        return []
    if tag == "br":
        page.pieces.append(("\n", outer))
        return []
    if tag == "img":
        page.flush()
        page.pictured = outer.role in _READ
        return []
    setting = _setting(node, tag, outer, page)
    if tag in ("table", "ul", "ol") and setting.role in _READ and not is_root:
        text = _listed(node, tag, page.roles)
        if text:
            page.flush()
            page.blocks.append(Block(setting.role, text, linked=_is_linked(node), table=tag == "table"))
            page.pictured = False
            return []
    steps: list[tuple[str, object, _Setting]] = [("enter", child, setting) for child in children(node)]
    bordered = tag in _BLOCKS or node in page.roles
    return [("flush", None, setting), *steps, ("flush", None, setting)] if bordered else steps


def _setting(node: Node, tag: str, outer: _Setting, page: _Page) -> _Setting:
    style, classes = attribute(node, "style"), attribute(node, "class")
    align = attribute(node, "align").lower()
    role = page.roles.get(node, "caption" if tag == "figcaption" and outer.role == "body" else outer.role)
    aligned = bool(align or "text-align" in style)
    centred = align == "center" or tag == "center" or bool(_CENTRED.search(style) or _CENTRE_CLASS.search(classes))
    right = align == "right" or bool(_RIGHT.search(style) or _RIGHT_CLASS.search(classes))
    return _Setting(
        role=role,
        bold=outer.bold or tag in _BOLD or "font-weight:bold" in style.replace(" ", "").lower(),
        italic=outer.italic or tag in _ITALIC or "font-style:italic" in style.replace(" ", "").lower(),
        centred=centred or (outer.centred and not aligned),
        right=right or (outer.right and not aligned),
        framed=outer.framed or (tag == "table" and _frames_picture(node)),
        linked=outer.linked or (tag == "a" and has_attribute(node, "href")),
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
