"""The HTML engine, seen from outside: the only module that knows it (lxml; BeautifulSoup for the odd page).

Selectors of the portal families are plain CSS. To change the engine, this module is written anew and nothing else;
selectors therefore keep to what cssselect, soupsieve and lexbor all understand, without `:has()`, on which they differ.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any, TypeAlias, cast

from cssselect import HTMLTranslator
from cssselect.xpath import XPathExpr
from lxml import etree

_Path: TypeAlias = Callable[[etree._Element], list[Any]]

Node: TypeAlias = etree._Element
"""An element. Opaque to the callers, who use the functions of this module on it. It may be the key of a dict, which
also keeps it what it is: the engine makes a new object for an element that nobody holds any more."""

MAX_CHARS = 4_000_000
"""Longest page that is parsed, in characters, inlined images not counted. No article page has been seen above 2 MB."""

MAX_DEPTH = 400
"""Deepest nesting that is read. Old pages with unclosed elements reach some dozens."""

_TOO_DEEP = "/*" * (MAX_DEPTH + 1)  # goes no further than the page does, and so costs little
_TEXTS = "descendant::text()[not(parent::script or parent::style or ancestor::template)]"
_MAX_ODD_CHARS = 500_000  # BeautifulSoup reads a megabyte a second, lxml fifty
_INLINED = re.compile(r"data:[\w/+.;=-]{0,80};base64,[A-Za-z0-9+/=\s%]{64,}")
_CONTENT = ("div", "p", "table", "article", "main", "span", "h1", "h2", "h3", "h4", "h5", "h6", "a")
_TAG_OF_CONTENT = re.compile(rf"<(?:{'|'.join(_CONTENT)})\b", re.IGNORECASE)
_MARKUP = re.compile(rf"<(?:html|body|{'|'.join(_CONTENT)})\b", re.IGNORECASE)
_NAME = re.compile(r"[a-z][a-z0-9]*")
_NAMES = re.compile(rf"{_NAME.pattern}(?:, {_NAME.pattern})*")  # "h1, h2": no path is needed
_NAMED = re.compile(rf"(?:{_NAME.pattern})?(?:[.#][A-Za-z_][\w-]*)+", re.ASCII)  # "h1.title", "#news"
_PROLOG = re.compile(r"^\s*<\?xml[^>]*>")  # of XHTML: it may name another encoding than the text is handed over in
# NUL is what binary rubbish brings; libxml2 would end the page there.
_CONTROL = bytes((*range(9), 11, 12, *range(14, 32)))
_WITHOUT_CONTROL = bytes.maketrans(_CONTROL, b" " * len(_CONTROL))  # of UTF-8, where each is a byte of its own


class PageTooLarge(ValueError):
    """A page is so long or so deeply nested, its inlined images not counted, that reading it would take minutes."""


def parse_html(text: str) -> Node:
    """Parse a page, however broken, and return its root. Images inlined as base64 are cut out beforehand.

    lxml reads the page as a browser does. Of some pages that leaves nothing: XHTML may close a script or title within
    its tag (`<title/>`), which to HTML is one that never ends. BeautifulSoup, with Python's own parser, reads those.

    Raises:
        PageTooLarge: the text is longer than `MAX_CHARS`, or nested deeper than `MAX_DEPTH`.
    """
    text = _INLINED.sub("data:,", text) if len(text) > 100_000 else text
    if len(text) > MAX_CHARS:
        raise PageTooLarge(f"the page has {len(text):,} characters, more than {MAX_CHARS:,}; it was not read")
    text = _PROLOG.sub("", text) if "<" in text else ""
    content = text.encode("utf-8", "replace").translate(_WITHOUT_CONTROL)
    tree = _parse(content)
    if next(tree.iter(*_CONTENT), None) is None and _TAG_OF_CONTENT.search(text):
        tree = _parse_odd(content.decode("utf-8")) or tree
    if _path(_TOO_DEEP)(tree):
        raise PageTooLarge(f"elements are nested deeper than {MAX_DEPTH}; the page was not read")
    return tree


def _parse(content: bytes) -> Node:
    """Parse with libxml2. What stands behind `</html>` is a root of its own there; all of them come under one."""
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError:  # there is no element at all
        root = None
    if root is None:
        return etree.Element("html")
    others = list(root.itersiblings())
    if others:
        first, root = root, etree.Element("html")
        root.extend([first, *others])
    return root


def _parse_odd(text: str) -> Node | None:
    """Parse with BeautifulSoup; None where that finds nothing either, or would take too long."""
    from lxml.html import soupparser

    if len(text) > _MAX_ODD_CHARS:
        return None
    try:
        tree = soupparser.fromstring(text, makeelement=etree.Element, features="html.parser")
    except (RecursionError, ValueError):  # nested without end; names that are none
        return None
    return tree if next(tree.iter(*_CONTENT), None) is not None else None


def has_markup(text: str) -> bool:
    """Tell a page from plain text: the parser makes one of anything."""
    return bool(_MARKUP.search(text))


class Index:
    """The classes and ids of a page, and where they stand: selectors that ask for them need not go over the page.

    Args:
        root: The page.

    Attributes:
        names: All classes and ids.
    """

    def __init__(self, root: Node) -> None:
        self._root = root
        self._named: dict[str, list[tuple[int, Node]]] = {}  # by ".class" and "#id", with their order on the page
        for place, node in enumerate(root.iter("*")):
            if (classes := node.get("class")) is not None:
                for one in set(classes.split()):
                    self._named.setdefault(f".{one}", []).append((place, node))
            if (key := node.get("id")) is not None:
                self._named.setdefault(f"#{key}", []).append((place, node))
        self.names = frozenset(name[1:] for name in self._named)

    def select(self, node: Node, css: str) -> list[Node]:
        """Return what `select` does, for an element of this page."""
        alternatives = _named_only(css)
        if alternatives is None:
            return select(node, css)
        found: dict[int, Node] = {}
        for tag, (first, *others) in alternatives:
            for place, one in self._named.get(first, ()):
                if (
                    (not tag or one.tag == tag)
                    and all((place, one) in self._named.get(other, ()) for other in others)
                    and node in one.iterancestors()
                ):
                    found[place] = one
        return [found[place] for place in sorted(found)]


@cache
def _named_only(css: str) -> list[tuple[str, list[str]]] | None:
    """Return each alternative as a tag ("" for any) and the classes and ids asked for; None if a selector asks more."""
    alternatives = [one.strip() for one in css.split(",")]
    if not all(map(_NAMED.fullmatch, alternatives)):
        return None
    return [(one[: re.search(r"[.#]", one).start()], re.findall(r"[.#][^.#]+", one)) for one in alternatives]  # type: ignore[union-attr]


def select(node: Node, css: str) -> list[Node]:
    """Return the descendants that match a CSS selector, in page order."""
    return elements(node, *_NAME.findall(css)) if _NAMES.fullmatch(css) else list(_path_of(css)(node))


@cache
def _path_of(css: str) -> _Path:
    return _path(_FromTheElement().css_to_xpath(css, prefix="descendant::"))


@cache
def _path(xpath: str) -> _Path:
    return cast(_Path, etree.XPath(xpath, smart_strings=False))


class _FromTheElement(HTMLTranslator):
    """Writes a selector as conditions on the element that it selects.

    So `.a b` finds every `b` below the node asked that has an `.a` around it, be that outside of the node, as CSS has
    it. cssselect's own paths go from the outside in and would have to find the `.a` below the node.
    """

    def xpath_descendant_combinator(self, left: XPathExpr, right: XPathExpr) -> XPathExpr:
        return right.add_condition(f"ancestor::{left}")

    def xpath_child_combinator(self, left: XPathExpr, right: XPathExpr) -> XPathExpr:
        return right.add_condition(f"parent::{left}")

    def xpath_direct_adjacent_combinator(self, left: XPathExpr, right: XPathExpr) -> XPathExpr:
        return right.add_condition(f"preceding-sibling::*[1][self::{left}]")

    def xpath_indirect_adjacent_combinator(self, left: XPathExpr, right: XPathExpr) -> XPathExpr:
        return right.add_condition(f"preceding-sibling::{left}")


def elements(node: Node, *names: str) -> list[Node]:
    """Return the descendants with one of the names, in page order."""
    return list(node.iterdescendants(*names))


def name(node: Node) -> str:
    """Return the element's name in lower case."""
    return str(node.tag)


def attribute(node: Node, key: str) -> str:
    """Return an attribute's value ("" without one); the words of `class` come joined by a single space."""
    value = node.get(key, "")
    return " ".join(value.split()) if key == "class" else value


def attributes(node: Node) -> dict[str, str]:
    """Return all attributes of an element."""
    return cast(dict[str, str], dict(node.items()))


def has_attribute(node: Node, key: str) -> bool:
    """Tell whether an attribute is there, with a value or without."""
    return node.get(key) is not None


def children(node: Node) -> Iterator[Node | str]:
    """Yield child elements and pieces of text in page order, without comments and declarations."""
    if node.text:
        yield node.text
    for child in node:
        if isinstance(child.tag, str):
            yield child
        if child.tail:
            yield child.tail


def parent(node: Node) -> Node | None:
    """Return the enclosing element, None at the root."""
    return node.getparent()


def ancestors(node: Node) -> Iterator[Node]:
    """Yield the enclosing elements from the inside out."""
    yield from node.iterancestors()


def text_of(node: Node, limit: int | None = None) -> str:
    """Return the element's text with white space collapsed; with `limit`, stop once that many characters are seen.

    Scripts, styles and templates are no text.
    """
    if not len(node):
        return " ".join((node.text or "").split())
    pieces: list[str] = _path(_TEXTS)(node)
    if limit is not None:
        pieces = list(_first(pieces, limit))
    return " ".join(" ".join(pieces).split())


def _first(pieces: Iterable[str], limit: int) -> Iterator[str]:
    length = 0
    for piece in pieces:
        yield piece
        length += 1 if piece.isspace() else len(piece)
        if length > limit:
            break


def number(node: Node) -> dict[str, Node]:
    """Number the descendants, in the attribute `data-number`, so that they can be found again in a copy of the page."""
    numbered = {str(i): child for i, child in enumerate(node.iterdescendants("*"))}
    for key, child in numbered.items():
        child.set("data-number", key)
    return numbered


def markup(node: Node) -> str:
    """Return the element as HTML."""
    return etree.tostring(node, encoding="unicode", method="html", with_tail=False)
