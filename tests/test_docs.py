"""The pages that people read: links that lead somewhere, commands that exist, queries that run, tables all named."""

from __future__ import annotations

import csv
import re
import shlex
import tomllib
from importlib.metadata import requires
from pathlib import Path
from typing import Any

import pytest
import typer
from running import thidua
from typer.main import get_command

from pipeline.cli import app
from pipeline.commands.errors import ExitCode
from pipeline.warehouse.open import open_warehouse

PROJECT = Path(__file__).resolve().parent.parent
PAGES = sorted([*PROJECT.glob("*.md"), *PROJECT.glob("docs/*.md"), *PROJECT.glob("corpora/*.md")])
LEXICON = PROJECT / "corpora" / "lexicon"
README = PROJECT / "README.md"


def blocks(page: Path, language: str) -> list[str]:
    """Return the fenced blocks of a language in a page; an empty language is a plain fence."""
    text = page.read_text("utf-8")
    found = re.findall(r"^ *```([a-z]*)\n(.*?)^ *```$", text, re.MULTILINE | re.DOTALL)
    return [block for name, block in found if name == language]


def command_lines(page: Path) -> list[str]:
    """Return the lines that call thidua in a page's blocks, without what a shell makes of them."""
    lines = [line.strip() for name in ("", "sh") for block in blocks(page, name) for line in block.splitlines()]
    calls = [line for line in lines if re.match(r"(thidua|curl) ", line)]
    parts = [part.strip() for line in calls for part in re.split(r"&&|[|>]|\s#\s", line)]
    return [part for part in parts if part.startswith("thidua ") and "…" not in part]


def slug(heading: str) -> str:
    return re.sub(r"[^\w -]", "", heading.strip().lower()).replace(" ", "-")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)\s]+)\)", page.read_text("utf-8")):
        if re.match(r"[a-z]+:", target):
            continue
        name, _, anchor = target.partition("#")
        other = (page.parent / name).resolve() if name else page
        assert other.exists(), target
        if anchor:
            assert anchor in map(slug, re.findall(r"^#+ (.+)$", other.read_text("utf-8"), re.MULTILINE)), target


def test_every_page_of_the_docs_is_linked_from_the_readme() -> None:
    linked = set(re.findall(r"\]\(([^)#\s]+)\)", README.read_text("utf-8")))
    assert {page.relative_to(PROJECT).as_posix() for page in PROJECT.glob("docs/*.md")} <= linked


@pytest.mark.parametrize("page", [page for page in PAGES if command_lines(page)], ids=lambda page: page.name)
def test_commands_parse(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    root: Any = get_command(app)
    for line in command_lines(page):
        command, words = root, shlex.split(line)[1:]
        while hasattr(command, "commands"):
            assert words and words[0] in command.commands, line
            command = command.commands[words.pop(0)]
        try:
            command.make_context(line, words)
        except typer.BadParameter as error:  # the examples' files and folders are not here
            assert "does not exist" in str(error), f"{line}: {error}"


def test_queries_of_the_readme_run_on_the_demos_tables(tmp_path: Path) -> None:
    assert thidua("demo", cwd=tmp_path).returncode == ExitCode.OK
    queries = blocks(README, "sql")
    assert len(queries) >= 3
    with open_warehouse(tmp_path / "demo-data", quiet=True) as con:
        for query in queries:
            assert con.sql(query).fetchall(), query
        tables = {name for (name,) in con.sql("SELECT DISTINCT table_name FROM duckdb_columns() WHERE NOT internal").fetchall()}  # fmt: skip
        views = {name for (name,) in con.sql("SELECT view_name FROM duckdb_views() WHERE NOT internal").fetchall()}
    pages = "".join(page.read_text("utf-8") for page in (README, PROJECT / "docs" / "crawling.md"))
    named = set(re.findall(r"`([a-z_]+)`", "".join(re.findall(r"^\| `[a-z_`, ]+\|", pages, re.M))))
    assert views <= named and views < tables  # the tables are in the data dictionary, see test_dictionary.py


def test_each_table_of_the_lexicon_is_described_with_its_columns() -> None:
    page = (PROJECT / "corpora" / "README.md").read_text("utf-8")
    sections = dict(re.findall(r"^### (\S+\.(?:csv|toml)):[^\n]*\n(.*?)(?=^###|\Z)", page, re.MULTILINE | re.DOTALL))
    assert set(sections) == {path.name for path in LEXICON.iterdir() if path.suffix in (".csv", ".toml")}
    for path in LEXICON.glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as stream:
            columns = next(csv.reader(stream))
        first_cells = re.findall(r"^\| (`[^|]+`) \|", sections[path.name], re.MULTILINE)
        assert re.findall(r"`(\w+)`", " ".join(first_cells)) == columns, path.name


def test_each_dependency_has_its_reason_and_is_installed() -> None:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["project"]
    page = (PROJECT / "docs" / "dependencies.md").read_text("utf-8")
    cells = re.findall(r"^\| ([^|]+) \|", page, re.MULTILINE)
    described = set(re.findall(r"[\w-]+", " ".join(cells)))
    named = [*project["dependencies"], *(name for extra in project["optional-dependencies"].values() for name in extra)]
    assert {re.match(r"[\w-]+", name)[0] for name in named} <= described  # type: ignore[index]
    run = {re.match(r"[\w-]+", name)[0] for name in project["dependencies"]}  # type: ignore[index]
    assert {cell for cell in cells if re.fullmatch(r"[\w-]+", cell)} - {"library", "---"} == run
    assert requires("thidua")


def test_constraints_pin_each_library_once() -> None:
    lines = (PROJECT / "constraints.txt").read_text("utf-8").splitlines()
    pins = [line for line in lines if not line.startswith("#")]
    assert all(re.fullmatch(r"[\w.-]+==[\w.]+", pin) for pin in pins)
    names = [re.sub(r"[-_.]+", "-", pin.partition("==")[0]).lower() for pin in pins]
    assert len(names) == len(set(names))
