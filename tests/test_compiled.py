"""The compiled reading: it is asked for, and it says of every report what the plain one says, to the byte."""

from __future__ import annotations

import ast
import json
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.reader import extract
from tests.benchmarks import compiled
from tests.benchmarks.measure import PROJECT
from tests.benchmarks.reading import reports

_missing = compiled.missing()

READ = """
import json, pipeline.frames.report, pipeline.reading
from pipeline.reader import extract
from tests.benchmarks.reading import reports
assert not pipeline.reading.__file__.endswith(".py") and not pipeline.frames.report.__file__.endswith(".py")
for article in reports():
    print(json.dumps(extract(article).to_dict(), ensure_ascii=False))
"""


BUILD = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]
HOOK = BUILD["targets"]["wheel"]["hooks"]["custom"]
MODULES = sorted(path for pattern in HOOK["modules"] for path in PROJECT.glob(pattern))


def test_nothing_is_compiled_unless_it_is_asked_for() -> None:
    assert HOOK["enable-by-default"] is False
    for pattern in HOOK["modules"]:
        assert list(PROJECT.glob(pattern)), pattern


def what_mypyc_cannot(source: str) -> Iterator[str]:
    """Yield what mypyc 2.4 fails on, at once or when it runs, and what is not known before a build of minutes."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Compare):
            looked_in = [
                c for op, c in zip(node.ops, node.comparators, strict=True) if isinstance(op, ast.In | ast.NotIn)
            ]
            for values in looked_in:
                if any(isinstance(value, ast.Starred) for value in getattr(values, "elts", ())):
                    yield f"line {node.lineno}: a star in what is looked in: {ast.unparse(node)}"
        elif isinstance(node, ast.FunctionDef):
            for inner in ast.walk(node):
                if inner is not node and isinstance(inner, ast.FunctionDef) and inner.decorator_list:
                    yield f"line {inner.lineno}: a function inside another with a decorator: {inner.name}"
        elif isinstance(node, ast.BinOp):
            keys = [side for side in (node.left, node.right) if ast.unparse(side).endswith(".keys()")]
            names = [side for side in (node.left, node.right) if isinstance(side, ast.Name) and side.id.isupper()]
            if keys and names:
                yield f"line {node.lineno}: a constant with keys, a set where a frozen one is told: {ast.unparse(node)}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PROJECT).as_posix())
def test_the_modules_can_be_compiled(path: Path) -> None:
    assert not list(what_mypyc_cannot(path.read_text("utf-8")))


@pytest.mark.parametrize(
    "source",
    [
        "x in (*A, 'b')",
        "x not in [*a, *b]",
        "def f():\n    @cache\n    def g(): ...",
        "_WORDS | numbers.keys()",
        "not _OWNERS & here.parts.keys()",
    ],
)
def test_what_mypyc_cannot_is_found(source: str) -> None:
    assert len(list(what_mypyc_cannot(source))) == 1


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("_WORDS = frozenset('a b'.split())", "_WORDS: Final = frozenset('a b'.split())"),
        ("_KINDS = ('a', 'b')", "_KINDS: Final[tuple[str, ...]] = ('a', 'b')"),
        ("_PAIRS = (('a', 'b'), ('c',))", "_PAIRS: Final[tuple[tuple[str, ...], ...]] = (('a', 'b'), ('c',))"),
        ("_SIZES: list[int] = []", "_SIZES: Final[list[int]] = []"),
        ("T = TypeVar('T')", "T = TypeVar('T')"),
        ("_A = 1\n_A = 2", "_A = 1\n_A = 2"),
        ("_A, _B = 1, 2", "_A, _B = 1, 2"),
        ("def f():\n    LOCAL = 1", "def f():\n    LOCAL = 1"),
        ("x = 1", "x = 1"),
    ],
)
def test_names_in_capitals_are_compiled_as_constants(source: str, told: str) -> None:
    pytest.importorskip("hatchling", reason="hatchling is not installed")
    from hatch_build import with_constants

    first = "from __future__ import annotations"
    assert with_constants(f"{first}\n{source}\n") == f"{first}; from typing import Final\n{told}\n"


@pytest.mark.skipif(_missing is not None, reason=str(_missing))
def test_the_compiled_reading_says_the_same() -> None:
    lines = compiled.python(READ).splitlines()
    expected = [json.dumps(extract(article).to_dict(), ensure_ascii=False) for article in reports()]
    differing = [
        article.article_id for article, one, other in zip(reports(), expected, lines, strict=True) if one != other
    ]
    assert not differing
