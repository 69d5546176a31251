"""What a portal family is, and the one function that runs its selectors.

A family is data: how its pages and addresses look, and one or more layouts, each a handful of CSS selectors that state
how many elements they expect. A layout that does not find what it expects does not match, and the next one is tried;
nothing is guessed from half of a layout.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass, field
from functools import cache
from itertools import takewhile

from scrapers.blocks import Block, Role, blocks_of
from scrapers.tree import Index, Node, ancestors, attribute, name, text_of


@dataclass(frozen=True, slots=True)
class Rule:
    """A CSS selector and how many elements it must find: from `least` to `most` (None: any number)."""

    css: str
    least: int
    most: int | None


def one(css: str) -> Rule:
    """Expect exactly one element; of more, the first is taken and a problem is noted."""
    return Rule(css, 1, 1)


def maybe(css: str) -> Rule:
    """Expect one element or none."""
    return Rule(css, 0, 1)


def some(css: str) -> Rule:
    """Expect at least one element."""
    return Rule(css, 1, None)


def any_of(css: str) -> Rule:
    """Expect any number of elements."""
    return Rule(css, 0, None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How one generation of a family sets an article.

    All is looked up inside of one container: the smallest element that holds body, title and date, which keeps the
    page's clock out.

    Attributes:
        name: Short name; `Article.parser` is "family/name".
        seen: When pages with this layout were seen ("2019-21"); "?" where nobody wrote it down.
        title, body: The headline; the text. A layout without them does not match.
        date, lead, caption, author: Where they are marked. Unmarked ones are told by how they are set.
        drop: What else stands inside of the body: related news, share buttons.
        container: The container's own selector, where title and body are not enough to tell it.
    """

    name: str
    seen: str
    title: Rule
    body: Rule
    date: Rule = field(default=any_of(""))
    lead: Rule = field(default=any_of(""))
    caption: Rule = field(default=any_of(""))
    author: Rule = field(default=any_of(""))
    drop: Rule = field(default=any_of(""))
    container: Rule | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """A kind of portal.

    Attributes:
        name: One of `scrapers.source.Platform`.
        layouts: Newest first.
        marks: Regular expressions on the page's source; each one found speaks for the family.
        on: The family that this one is built on, whose marks its pages show too.
        articles: Regular expressions on an article's address, identity parameters included.
        feeds, sitemaps: Where the family has them, relative to the home page.
        search: Its search page, with `{query}`.
        pages: Regular expressions on a listing's address whose group 1 is the page number.
    """

    name: str
    layouts: tuple[Layout, ...]
    marks: tuple[str, ...] = ()
    on: str | None = None
    articles: tuple[str, ...] = ()
    feeds: tuple[str, ...] = ()
    sitemaps: tuple[str, ...] = ()
    search: str | None = None
    pages: tuple[str, ...] = ()

    def marks_in(self, source: str) -> int:
        """Return how many of the family's marks a page's source shows."""
        return sum(
            any(opening in source for opening in _openings(mark)) and bool(re.search(mark, source))
            for mark in self.marks
        )

    def is_article(self, url: str) -> bool:
        """Tell whether an address has the form of the family's articles."""
        return any(re.search(pattern, url) for pattern in self.articles)


@cache
def _openings(pattern: str) -> tuple[str, ...]:
    """Return how the alternatives of a regular expression begin, up to what is no plain character.

    Looking for a few characters takes a tenth of the time, and most marks are of other families.
    """
    openings = (re.match(r"(?:[\w/=!-]|\\\W)*(?![?*{])", one) for one in re.split(r"\|(?![^()]*\))", pattern))
    return tuple(re.sub(r"\\(\W)", r"\1", opening[0]) if opening else "" for opening in openings)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a layout found.

    Attributes:
        layout: The layout.
        blocks: All blocks of the container in page order.
        dates: What the date elements say, to machines first.
        surplus: What was found more often than expected.
        container: The element itself.
    """

    layout: Layout
    blocks: list[Block]
    dates: tuple[str, ...] = ()
    surplus: tuple[str, ...] = ()
    container: Node | None = None


_MAX_BODIES = 3
_MAX_ABOVE = 3  # elements around title and body in which a date is looked for
_WHOLE_PAGE = ("form", "body", "html", "[document]")
_FIELDS: tuple[Role, ...] = ("body", "lead", "caption", "author", "date", "title", "drop")
"""In the order in which they are marked; a later mark on the same element wins."""


def read_layout(tree: Node, layout: Layout, index: Index | None = None) -> Reading | None:
    """Run a layout's selectors on a page; None if the page does not have this layout.

    Args:
        tree: The page.
        layout: The layout.
        index: Where the page's classes and ids stand, if the caller has it.
    """
    index = index or Index(tree)
    needed = (layout.title, layout.body, *([layout.container] if layout.container else []))
    if not all(fitting(rule.css, index.names) for rule in needed):
        return None
    readings = (_read_container(container, layout, index) for container in _containers(tree, layout, index))
    return next(filter(None, readings), None)


def _containers(tree: Node, layout: Layout, index: Index) -> Iterator[Node]:
    """Yield the elements that may be the container, of nested ones the smallest first."""
    if layout.container:
        yield from _inner_first(_found(tree, layout.container, index))
        return
    bodies = _found(tree, layout.body, index)[:_MAX_BODIES]
    if not bodies:
        return
    titled, dated = (_around_any(_found(tree, rule, index)) for rule in (layout.title, layout.date))
    for body in bodies:
        container = _around(body, layout, titled, dated)
        if container is not None:
            yield container


def _around(body: Node, layout: Layout, titled: Set[Node], dated: Set[Node]) -> Node | None:
    """Return the smallest element around a body that holds a title too, and the date if that is not far above it.

    Args:
        body: The body.
        layout: The layout.
        titled: What has a title in it.
        dated: What has a date in it.
    """
    smallest: Node | None = None
    above = 0
    for outer in ancestors(body):
        if name(outer) in _WHOLE_PAGE or above > _MAX_ABOVE:
            break
        if smallest is None and outer in titled:
            smallest = outer
        if smallest is not None:
            above += 1
            if not layout.date.css or outer in dated:
                return outer
    return smallest if layout.date.least == 0 else None


def _around_any(nodes: Iterable[Node]) -> set[Node]:
    """Return the elements around any of these."""
    outer: set[Node] = set()
    for node in nodes:
        outer.update(takewhile(lambda one: one not in outer, ancestors(node)))
    return outer


def _found(node: Node, rule: Rule, index: Index) -> list[Node]:
    """Return what a rule finds in an element of a page."""
    css = fitting(rule.css, index.names) if rule.css else ""
    return index.select(node, css) if css else []


def fitting(css: str, names: frozenset[str]) -> str:
    """Return those of a selector's alternatives that have all the classes and ids on the page that they ask for."""
    return ", ".join(one for one, asked in _alternatives(css) if asked <= names)


@cache
def _alternatives(css: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """Return each alternative of a selector, and the classes and whole ids that it asks for."""
    found = (one.strip() for one in re.split(r",(?![^()]*\))", css))
    return tuple((one, frozenset(_ASKED.findall(_NOT.sub("", one)))) for one in found)


_ASKED = re.compile(r"[.#]([A-Za-z_][\w-]*)")
_NOT = re.compile(r":not\([^()]*\)")


def _inner_first(containers: list[Node]) -> Iterator[Node]:
    """Yield elements in page order, but each after those inside of it."""
    open_ones: list[Node] = []
    for container in containers:
        outer = set(ancestors(container))
        while open_ones and open_ones[-1] not in outer:
            yield open_ones.pop()
        open_ones.append(container)
    yield from reversed(open_ones)


def _read_container(container: Node, layout: Layout, index: Index) -> Reading | None:
    roles: dict[Node, Role] = {}
    surplus: list[str] = []
    dates: tuple[str, ...] = ()
    for role in _FIELDS:
        rule: Rule = getattr(layout, role)
        found = _found(container, rule, index)
        if len(found) < rule.least:
            return None
        if rule.most is not None and len(found) > rule.most:
            surplus.append(f"{role}: {rule.css!r} found {len(found)} elements, not {rule.most}; the first was taken")
            found = found[: rule.most]
        roles.update((node, role) for node in found)
        if role == "date":
            dates = tuple(text for node in found for text in _date_texts(node))
    blocks = blocks_of(container, roles, "other")
    has_title = any(block.role == "title" for block in blocks)
    return Reading(layout, blocks, dates, tuple(surplus), container) if has_title else None


def _date_texts(node: Node) -> tuple[str, ...]:
    """Return what a date element says to machines and to people, the first if there is any going first."""
    texts = (attribute(node, "datetime"), attribute(node, "content"), text_of(node))
    return tuple(text for text in texts if text)
