from scrapers.layout import Reading
from scrapers.tree import Node


def read_generic(tree: Node, *, expected: bool) -> Reading | None:
    return None
