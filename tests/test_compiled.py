"""The compiled reading: it is asked for, and it says of every report what the plain one says, to the byte."""

from __future__ import annotations

import json
import tomllib

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


def test_nothing_is_compiled_unless_it_is_asked_for() -> None:
    build = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]
    hook = build["targets"]["wheel"]["hooks"]["custom"]
    assert hook["enable-by-default"] is False
    for pattern in hook["modules"]:
        assert list(PROJECT.glob(pattern)), pattern


@pytest.mark.skipif(_missing is not None, reason=str(_missing))
def test_the_compiled_reading_says_the_same() -> None:
    lines = compiled.python(READ).splitlines()
    expected = [json.dumps(extract(article).to_dict(), ensure_ascii=False) for article in reports()]
    differing = [
        article.article_id for article, one, other in zip(reports(), expected, lines, strict=True) if one != other
    ]
    assert not differing
