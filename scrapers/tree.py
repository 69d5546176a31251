"""The HTML engine, seen from outside: the only module that knows it (BeautifulSoup on lxml).

Selectors of the portal families are plain CSS. To change the engine, this module is written anew and nothing else;
selectors therefore keep to what soupsieve, lexbor and cssselect all understand, without `:has()`, on which they differ.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TypeAlias

import soupsieve
from bs4 import BeautifulSoup, NavigableString, Tag
from bs4.element import PreformattedString

Node: TypeAlias = Tag
"""An element. Opaque to the callers, who use the functions of this module on it."""

MAX_CHARS = 4_000_000
"""Longest page that is parsed, in characters, inlined images not counted. No article page has been seen above 2 MB."""

_INLINED = re.compile(r"data:[\w/+.;=-]{0,80};base64,[A-Za-z0-9+/=\s%]{64,}")
_MARKUP = re.compile(r"<(?:html|body|div|p|table|article|main|span|h[1-6]|a)\b", re.IGNORECASE)
_PROLOG = re.compile(r"^\s*<\?xml[^>]*>")  # of XHTML, for which the engine warns that it is no HTML
# NUL is what binary rubbish brings; libxml2 would end the page there.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


MAX_DEPTH = 400
"""Deepest nesting that is read. Old pages with unclosed elements reach some dozens."""


class PageTooLarge(ValueError):
    """A page is so long or so deeply nested, its inlined images not counted, that reading it would take minutes."""


def parse_html(text: str) -> Node:
    """Parse a page, however broken, and return its root. Images inlined as base64 are cut out beforehand.

    Raises:
        PageTooLarge: the text is longer than `MAX_CHARS`, or nested deeper than `MAX_DEPTH`.
    """
    text = _INLINED.sub("data:,", text) if len(text) > 100_000 else text
    if len(text) > MAX_CHARS:
        raise PageTooLarge(f"the page has {len(text):,} characters, more than {MAX_CHARS:,}; it was not read")
    tree = BeautifulSoup(_CONTROL.sub(" ", _PROLOG.sub("", text)) if "<" in text else "", "lxml")
    depth = _depth(tree)
    if depth > MAX_DEPTH:
        raise PageTooLarge(f"elements are nested {depth:,} deep, more than {MAX_DEPTH}; the page was not read")
    return tree


def _depth(tree: Node) -> int:
    depths = {id(tree): 0}
    for node in tree.descendants:
        if isinstance(node, Tag):
            depths[id(node)] = depths[id(node.parent)] + 1
    return max(depths.values())


def has_markup(text: str) -> bool:
    """Tell a page from plain text: the parser makes one of anything."""
    return bool(_MARKUP.search(text))


def select(node: Node, css: str) -> list[Node]:
    """Return the descendants that match a CSS selector, in page order.

    Where the selector asks for a class or id of the element itself, only elements with it are put to the test: asking
    the engine about every element of a page takes a hundred times as long.
    """
    names = _own_names(css)
    if names is None:
        return list(node.select(css))
    pattern = soupsieve.compile(css)
    return [
        child
        for child in node.descendants
        if isinstance(child, Tag)
        and (child.attrs.get("id") in names or not names.isdisjoint(child.attrs.get("class", ())))
        and pattern.match(child)
    ]


@cache
def _own_names(css: str) -> frozenset[str] | None:
    """Return the classes and ids that each of a selector's alternatives asks for in its last part, else None."""
    plain = re.sub(r"\[[^\]]*\]|:[\w-]+(?:\([^()]*\))?", "", css)
    last_parts = (re.split(r"[\s>+~]+", part.strip())[-1] for part in plain.split(","))
    names = [frozenset(re.findall(r"[.#]([\w-]+)", part)) for part in last_parts]
    return frozenset().union(*names) if all(names) else None


def elements(node: Node, *names: str) -> list[Node]:
    """Return the descendants with one of the names, in page order. Much faster than a selector."""
    return [child for child in node.descendants if isinstance(child, Tag) and child.name in names]


def name(node: Node) -> str:
    """Return the element's name in lower case."""
    return str(node.name)


def attribute(node: Node, key: str) -> str:
    """Return an attribute's value ("" without one); the words of `class` come joined by a space."""
    value = node.get(key)
    return " ".join(value) if isinstance(value, list) else str(value or "")


def has_attribute(node: Node, key: str) -> bool:
    """Tell whether an attribute is there, with a value or without."""
    return bool(node.has_attr(key))


def children(node: Node) -> Iterator[Node | str]:
    """Yield child elements and pieces of text in page order, without comments and declarations."""
    for child in node.children:
        if isinstance(child, Tag):
            yield child
        elif isinstance(child, NavigableString) and not isinstance(child, PreformattedString):
            yield str(child)


def parent(node: Node) -> Node | None:
    """Return the enclosing element, None at the root."""
    return node.parent


def ancestors(node: Node) -> Iterator[Node]:
    """Yield the enclosing elements from the inside out."""
    yield from node.parents


def text_of(node: Node, limit: int | None = None) -> str:
    """Return the element's text with white space collapsed; with `limit`, stop once that many characters are seen."""
    pieces: list[str] = []
    length = 0
    for piece in node.strings:
        pieces.append(piece)
        length += len(piece)
        if limit is not None and length > limit:
            break
    return " ".join(" ".join(pieces).split())


def number(node: Node) -> dict[str, Node]:
    """Number the descendants, in the attribute `data-number`, so that they can be found again in a copy of the page."""
    numbered: dict[str, Node] = {}
    for child in node.descendants:
        if isinstance(child, Tag):
            child["data-number"] = key = str(len(numbered))
            numbered[key] = child
    return numbered


def markup(node: Node) -> str:
    """Return the element as HTML."""
    return str(node)
