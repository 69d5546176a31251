"""Read an article from a page of no known layout, with readability-lxml's idea of where its text is.

Readability tells the elements that hold the text; headline, date, lead and captions are then found by the same rules as
for known layouts, between the headline and the end of the text only. Measured on the saved pages of the sample portals,
F1 of the text's words: readability-lxml 0.988, trafilatura 0.953, which lost two leads of fourteen.
"""

from __future__ import annotations

import logging
import unicodedata
from collections.abc import Iterable, Iterator

from scrapers.blocks import Block, Role, blocks_of
from scrapers.boilerplate import look_of
from scrapers.layout import Layout, Reading, any_of, one
from scrapers.tree import Node, ancestors, attribute, elements, markup, number, parse_html, text_of

_READABILITY = Layout(name="readability", seen="?", container=one("body"), title=one("h1"), body=any_of(""))

_MIN_CHARS = 500  # of sentences, on a page whose address does not say that it is an article's
_MIN_EXPECTED = 150  # on one whose address says so
_HEADLINE_WORDS = 5
_MAX_HEADLINE = 300
_MIN_LEAD = 60
_LINKED = 0.6  # share of linked text from which a box is one of other news
_BOXES = ("ul", "ol", "div", "table", "section", "aside")


def read_generic(tree: Node, *, expected: bool) -> Reading | None:
    """Return what looks like the article of a page, None if nothing does.

    Args:
        tree: The page.
        expected: Its address is that of an article.
    """
    kept = _kept(tree)
    inside = {node for top in kept for node in (top, *elements(top, "h1", "h2", "h3", "h4"))}
    roles: dict[Node, Role] = {node: "title" for node in elements(tree, "h1", "h2", "h3") if node not in inside}
    roles |= dict.fromkeys(kept, "body")
    roles |= {node: "drop" for top in kept for node in _link_boxes(top)}
    page = [block for body in elements(tree, "body")[:1] for block in blocks_of(body, roles, "other")]
    blocks = _article(page, _names(tree))
    sentences = [b for b in blocks if b.role in ("lead", "body") and look_of(b.text) == "prose"]
    headlines = sum(len(text_of(link).split()) >= _HEADLINE_WORDS for top in kept for link in elements(top, "a"))
    enough = sum(len(b.text) for b in sentences) >= (_MIN_EXPECTED if expected else _MIN_CHARS)
    return Reading(_READABILITY, blocks) if enough and headlines <= len(sentences) else None


def _kept(tree: Node) -> list[Node]:
    """Return the outermost elements that readability keeps."""
    from lxml.etree import LxmlError
    from readability import Document
    from readability.readability import Unparseable

    logging.getLogger("readability.readability").setLevel(logging.CRITICAL)  # it logs what it raises
    numbered = number(tree)
    try:
        summary = parse_html(Document(markup(tree)).summary(html_partial=True))
    except (Unparseable, LxmlError, ValueError, TypeError):
        return []  # it stumbles over pages without text
    kept: dict[Node, None] = {}
    for element in elements(summary, *_NUMBERED):
        node = numbered.get(attribute(element, "data-number"))
        if node is not None and not any(outer in kept for outer in ancestors(node)):
            kept[node] = None
    return list(kept)


_NUMBERED = (*_BOXES, "p", "td", "article", "main", "span", "form", "body", "blockquote", "figure", "font", "center")


def _link_boxes(top: Node) -> Iterator[Node]:
    """Yield the lists and boxes inside of the text that are mostly links: related news."""
    for node in elements(top, *_BOXES):
        text = text_of(node)
        if text and sum(len(text_of(link)) for link in elements(node, "a")) > _LINKED * len(text):
            yield node


def _article(page: list[Block], names: frozenset[str]) -> list[Block]:
    """Return the blocks from the headline to the end of the text; a sentence between headline and text is the lead."""
    texts = [i for i, block in enumerate(page) if block.role == "body"]
    first = next((i for i in texts if look_of(page[i].text) == "prose"), None)
    headline = _headline(page, first, names) if first is not None else None
    if headline is None:
        return []
    roles = (_role(block, is_headline=i == 0) for i, block in enumerate(page[headline : texts[-1] + 1]))
    return [block._replace(role=role) for block, role in zip(page[headline : texts[-1] + 1], roles, strict=True)]


def _role(block: Block, *, is_headline: bool) -> Role:
    if is_headline:
        return "title"
    if block.role in ("other", "title"):
        return "lead" if len(block.text) >= _MIN_LEAD and look_of(block.text) == "prose" else "other"
    return block.role


def _headline(page: list[Block], first: int, names: frozenset[str]) -> int | None:
    """Return the index of the headline, which stands before the first sentence.

    1. What the page calls itself, in its title bar or for those who share it.
    2. The last heading that is long enough.
    3. The last line that is.
    """
    before = [i for i in range(first + 1) if _is_long(page[i])]
    called = [i for i in before if any(name.startswith(_key(page[i].text)) for name in names)]
    headings = [i for i in before if page[i].role == "title"]
    lines = [i for i in before if look_of(page[i].text) == "short"]
    return next((found[-1] for found in (called, headings, lines) if found), None)


def _is_long(block: Block) -> bool:
    long_enough = len(block.text.split()) >= _HEADLINE_WORDS and len(block.text) <= _MAX_HEADLINE
    return long_enough and look_of(block.text) not in ("date", "counter", "tool", "site")


def _names(tree: Node) -> frozenset[str]:
    """Return what the page calls itself, in the form of `_key`."""
    shared = (
        attribute(node, "content") for node in elements(tree, "meta") if attribute(node, "property") == "og:title"
    )
    return frozenset(_keys((*shared, *(text_of(node) for node in elements(tree, "title")))))


def _keys(texts: Iterable[str]) -> Iterator[str]:
    yield from (_key(text) for text in texts if text.strip())


def _key(text: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFC", text).casefold() if letter.isalnum())
